/* SPDX-License-Identifier: MIT */
/*
 * rule_read.c - a paragraph as prose: what it says, since when, what becomes
 * of it here, and its limbs.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rule/rule.h"
#include "tool/screen.h"

#define FOUND 64
#define LINE 4096

/* Text in lines that the screen has room for. */
void rule_wrap(int indent, int hang, const char *text)
{
	int at = printf("%*s", indent, ""), width = screen_width() - 2;
	bool fresh = true;

	for (; *text; text += strspn(text, " ")) {
		int word = (int)strcspn(text, " ");

		if (!fresh && at + 1 + word > width) {
			at = printf("\n%*s", hang, "") - 1;
			fresh = true;
		}
		at += printf("%s%.*s", fresh ? "" : " ", word, text);
		fresh = false;
		text += word;
	}
	putchar('\n');
}

__attribute__((format(printf, 2, 3)))
static void reading_say(const char *lead, const char *format, ...)
{
	char buf[LINE];
	va_list args;
	int n = snprintf(buf, sizeof(buf), "%s", lead);

	va_start(args, format);
	vsnprintf(buf + n, sizeof(buf) - (size_t)n, format, args);
	va_end(args);
	rule_wrap(2, 6, buf);
}

/* -- One paragraph ------------------------------------------------------ */

static const struct icj_paragraph *rule_of(const struct icj_paragraph *p)
{
	while (icj_paragraph_depth(p) > 1)
		p = icj_paragraph_parent(p);
	return p;
}

static bool reading_is_term(const struct icj_paragraph *p)
{
	return strchr(p->cite, ' ') != NULL;
}

static void print_head(const struct icj_paragraph *p)
{
	const struct icj_paragraph *rule = rule_of(p);

	if (reading_is_term(p))
		printf("%s (Rule %s)\n", p->title, rule->cite);
	else
		printf("%s %s: %s\n", icj_paragraph_depth(p) ? "Rule" :
		    "Section", p->cite, rule->title);
}

static void print_span(const struct icj_paragraph *p)
{
	char from[11], until[11];

	icj_date_format(p->from, from);
	icj_date_format(p->until, until);
	if (p->until == ICJ_DATE_NONE)
		reading_say(
		    "In force: ", "since %s, and no change is known%s%s", from,
		    p->later ? "; later: " : "", p->later ? p->later : "");
	else
		reading_say("In force: ", "since %s, %s %s%s%s", from,
		    p->change_known ? "until" : "at least until", until,
		    p->later ? "; then " : "", p->later ? p->later : "");
	reading_say("Wordings: ", "%s", p->history);
	if (p->former)
		reading_say("Number before 2014-04-01: ", "%s", p->former);
}

static void print_duties(const struct icj_paragraph *p)
{
	struct icj_duty d;

	for (size_t i = 0; rule_duty(p, i, &d); i++)
		reading_say("Duty: ", "%s (%s, %s): %s", d.id,
		    icj_duty_kind_name(d.kind), d.terms->limit, d.rule->says);
}

static void print_uses(const struct icj_paragraph *p)
{
	char does[160], kinds[80];

	rule_kinds(p, kinds, sizeof(kinds));
	rule_dispositions(p, does, sizeof(does));
	if (strcmp(does, kinds) != 0) /* a heading */
		reading_say("Here: ", "%s (%s)", does, kinds);
	if (p->because)
		reading_say("Because: ", "%s", p->because);
	if (p->who)
		reading_say("Left to: ", "%s", p->who);
	if (p->tool)
		reading_say("See: ", "%s", p->tool);
	print_duties(p);
	if (p->forms)
		reading_say("Forms: ", "%s", p->forms);
	if (p->reading)
		reading_say("Reading: ", "%s", p->reading);
}

static bool print_limbs(const struct icj_paragraph *p)
{
	const struct icj_paragraph *q;
	char buf[LINE];
	bool any = false;

	for (size_t i = 0; (q = icj_paragraph_at(i)); i++) {
		if (icj_paragraph_parent(q) != p)
			continue;
		if (!any)
			printf("  Limbs:\n");
		any = true;
		snprintf(buf, sizeof(buf), "%s: %s",
		    reading_is_term(q) ? q->title : q->cite,
		    q->title && !reading_is_term(q) ? q->title :
		    icj_paragraph_says(q));
		rule_wrap(4, 8, buf);
	}
	return any;
}

static void print_paragraph(const struct tool *t,
    const struct icj_paragraph *p)
{
	print_head(p);
	rule_wrap(2, 2, icj_paragraph_says(p));
	print_span(p);
	print_uses(p);
	print_limbs(p);
	rule_held(t, p->cite, false);
}

/* -- What was asked for ------------------------------------------------- */

static void print_brief(const struct icj_paragraph *p)
{
	char buf[LINE];

	snprintf(buf, sizeof(buf), "%s: %s", p->cite,
	    reading_is_term(p) || !p->title ? icj_paragraph_says(p) :
	    p->title);
	rule_wrap(2, 6, buf);
}

/* Of what words find, a term is printed in full if it is meant alone; a
 * citation gives all that it stands for. */
static size_t in_full(const struct icj_paragraph *const *found, size_t n,
    const char *word)
{
	if (n == 1 || !reading_is_term(found[0]))
		return n == 1 || strpbrk(word, "0123456789") ? n : 0;
	if (strlen(word) == strlen(found[0]->title))
		return 1;
	return !reading_is_term(found[1]);
}

static void print_found(const struct tool *t,
    const struct icj_paragraph *const *found, size_t n, const char *word)
{
	size_t full = in_full(found, n, word);

	for (size_t i = 0; i < full; i++) {
		if (i)
			putchar('\n');
		print_paragraph(t, found[i]);
	}
	if (full == n)
		return;
	printf("%s\n", full ? "See also:" : "These bear it:");
	for (size_t i = full; i < n; i++)
		print_brief(found[i]);
}

/* What looks like a fact may hold a value: none of it is shown. */
static int not_found(const struct tool *t, const char *word)
{
	const struct icj_paragraph *near = icj_paragraph_near(word,
	    strlen(word));

	if (strchr(word, '='))
		tool_error(t, NULL, TOOL_E_OPERANDS, "facts are for "
		    "--classify; here a citation or a term is asked for");
	else if (near->former && strstr(word, near->former))
		tool_error(t, NULL, TOOL_E_OPERANDS, "%s: no such paragraph; "
		    "until 2014-04-01 that was the number of %s", word,
		    near->cite);
	else if (word[0] >= '0' && word[0] <= '9' && reading_is_term(near))
		tool_error(t, NULL, TOOL_E_OPERANDS, "%s: no such paragraph; "
		    "'icj-rule --list' has them all", word);
	else
		tool_error(t, NULL, TOOL_E_OPERANDS, "%s: no such paragraph "
		    "or term; the nearest is %s", word, near->cite);
	return TOOL_USAGE;
}

/* A number of a later wording only: the outline has no such paragraph. */
static int read_later(const struct tool *t, const char *word,
    const char *number, bool first)
{
	const struct icj_paragraph *near = icj_paragraph_near(word,
	    strlen(word));
	const struct icj_paragraph *rule = rule_of(near);

	if (!first)
		putchar('\n');
	if (icj_cites(number, rule->cite, strlen(rule->cite), true))
		printf("Rule %s: %s\n", number, rule->title);
	else
		printf("Rule %s\n", number);
	rule_wrap(2, 2, "No paragraph of the text of 2015 has this number; "
	    "later wordings do.");
	rule_held(t, word, true);
	return TOOL_FINE;
}

static int read_one(const struct tool *t, const char *word, bool first)
{
	const struct icj_paragraph *found[FOUND];
	size_t n = icj_paragraph_find(word, strlen(word), found, FOUND);
	char number[RULE_NUMBER];

	if (n == 0 && rule_is_held(t, word, number))
		return read_later(t, word, number, first);
	if (n == 0)
		return not_found(t, word);
	if (n > FOUND)
		n = FOUND;
	if (t->out != REC_AUTO)
		return rule_list(t, found, n, t->out);
	if (!first)
		putchar('\n');
	print_found(t, found, n, word);
	return TOOL_FINE;
}

/* "icj-rule sex offender" needs no quotes: the words together come first. */
static bool read_together(const struct tool *t, char *const *words,
    size_t count)
{
	const struct icj_paragraph *found[1];
	char text[512];
	size_t len = 0;

	for (size_t i = 0; i < count && len < sizeof(text); i++)
		len += (size_t)snprintf(text + len, sizeof(text) - len,
		    "%s%s", i ? " " : "", words[i]);
	return count > 1 && len < sizeof(text) &&
	    icj_paragraph_find(text, len, found, 1) &&
	    read_one(t, text, true) == TOOL_FINE;
}

int rule_read(const struct tool *t, char *const *words, size_t count)
{
	int status = TOOL_FINE;

	if (read_together(t, words, count))
		return TOOL_FINE;
	for (size_t i = 0; i < count; i++) {
		int one = read_one(t, words[i], i == 0);

		status = one > status ? one : status;
	}
	return status;
}
