/* SPDX-License-Identifier: MIT */
/*
 * rule_amend.c - an office's own rulebook: the form to be filled in, and what
 * one that was changes, in words.  Reads no file itself.
 */
#include <stdio.h>
#include <string.h>

#include "rule/rule.h"
#include "tool/amend.h"

#define FORM_LINE 1024

/* -- The form ----------------------------------------------------------- */

/* Text as a YAML scalar in single quotes. */
static void form_quoted(const char *key, const char *text)
{
	printf("#  %s: '", key);
	for (; *text; text++)
		fputs(*text == '\'' ? "''" : (char[]){*text, '\0'}, stdout);
	printf("'\n");
}

static void form_word(const char *key, const char *word)
{
	if (word)
		printf("#  %s: %s\n", key, word);
}

static void form_number(const char *key, int32_t n)
{
	if (n > 0)
		printf("#  %s: %ld\n", key, (long)n);
}

/* What is not to be changed stays behind a '#'. */
static void form_provision(const struct icj_amend *a,
    const struct icj_wording *w, enum icj_standing on)
{
	icj_date since = on == ICJ_STANDING_GONE ? w->gone : w->rule->until;
	char day[11];

	printf("\n# %s %s\n%s:\n",
	    on == ICJ_STANDING_GONE ? "gone since" : "known until",
	    icj_date_format(since, day), a->provision);
	form_quoted("cite", a->cite);
	form_number("number", a->number);
	form_word("unit", a->unit);
	form_word("extension", a->extension);
	form_number("cap", a->cap);
	form_word("owed_by", a->owed_by);
	form_quoted("sentence", a->sentence);
}

static void form_head(const char *day)
{
	printf("# What the rules say from %s on, as the office reads them in a "
	    "text of its own.\n"
	    "# Behind each name: same, or gone; or, for what changed, take the "
	    "# off a line\n"
	    "# below it and change it there. A name with nothing behind it is "
	    "not stated:\n"
	    "# the wording before goes on as the nearest one known. See "
	    "icj-amend(5).\n"
	    "edition: %s\n"
	    "source:\n"
	    "signed:\n", day, day);
}

int rule_amend_template(const struct tool *t, const char *day)
{
	struct icj_amend a;
	struct icj_wording w;
	enum icj_standing on;
	icj_date from;
	size_t n = 0;

	if (icj_date_parse(day, strlen(day), NULL, &from) != ICJ_OK) {
		tool_error(t, NULL, TOOL_E_OPTION, "unusable argument of "
		    "--amend-template; a day is asked for, as in 2026-04-01");
		return TOOL_USAGE;
	}
	for (size_t i = 0; icj_wording_at(i, 0, NULL, &w); i++) {
		if (!icj_amend_form(i, from, &a) ||
		    !icj_provision_on(i, from, NULL, &on, &w))
			continue;
		if (n++ == 0)
			form_head(day);
		form_provision(&a, &w, on);
	}
	if (n > 0)
		return TOOL_FINE;
	tool_error(t, NULL, TOOL_E_OPTION, "--amend-template: of that day "
	    "every wording is held, or none before it");
	return TOOL_USAGE;
}

/* -- What it changes ---------------------------------------------------- */

/* How the office has a provision from a day on, and how it was before. */
static enum icj_amendment amend_change(const struct tool *t, size_t i,
    icj_date day, struct icj_wording *was, struct icj_wording *is)
{
	enum icj_standing before, after;

	if (!icj_provision_on(i, day - 1, t->ctx.amendments, &before, was) ||
	    !icj_provision_on(i, day, t->ctx.amendments, &after, is))
		return ICJ_AMENDMENT_NONE;
	if (before == ICJ_STANDING_GONE)
		return after == ICJ_STANDING_GONE ? ICJ_AMENDMENT_NONE :
		    ICJ_AMENDMENT_NEW;
	if (after == ICJ_STANDING_GONE)
		return ICJ_AMENDMENT_GONE;
	if (!icj_wording_same(was, is))
		return ICJ_AMENDMENT_CHANGED;
	return strcmp(was->rule->cite, is->rule->cite) == 0 ?
	    ICJ_AMENDMENT_NONE : ICJ_AMENDMENT_RENUMBERED;
}

static bool amend_index(const char *provision, size_t *i)
{
	struct icj_wording w;

	for (*i = 0; icj_wording_at(*i, 0, NULL, &w); ++*i)
		if (strcmp(w.provision, provision) == 0)
			return true;
	return false;
}

/* Those of one kind, from one day on and by one source; how many. */
static size_t amend_print(const struct tool *t, const struct icj_amend *lead,
    enum icj_amendment kind, const char *title)
{
	const struct icj_amend *a;
	struct icj_wording was, is;
	size_t n = 0, p;

	for (size_t i = 0; (a = amend_at(t, i)); i++) {
		if (a->from != lead->from ||
		    strcmp(a->source, lead->source) != 0 ||
		    !amend_index(a->provision, &p) ||
		    amend_change(t, p, a->from, &was, &is) != kind)
			continue;
		if (title && n == 0)
			printf("%s:\n", title);
		if (title)
			rule_print_change(kind, kind == ICJ_AMENDMENT_GONE ?
			    &is : &was, &is);
		n++;
	}
	return n;
}

static bool amend_is_first(const struct tool *t, size_t i)
{
	const struct icj_amend *a = amend_at(t, i), *b;

	for (size_t k = 0; k < i && (b = amend_at(t, k)); k++)
		if (b->from == a->from && strcmp(b->source, a->source) == 0)
			return false;
	return true;
}

/* Of the provisions that could be stated for a day, those that nothing is
 * stated of by then. */
static void amend_print_unsaid(const struct tool *t, icj_date day)
{
	struct icj_wording w;
	enum icj_standing on;
	struct icj_amend form;
	size_t all = 0, unsaid = 0;
	char text[FORM_LINE], written[11];

	for (size_t i = 0; icj_wording_at(i, 0, NULL, &w); i++) {
		if (!icj_amend_form(i, day, &form) ||
		    form.to == ICJ_AMEND_GONE)
			continue;
		all++;
		icj_provision_on(i, day, t->ctx.amendments, &on, &w);
		unsaid += on == ICJ_STANDING_NOT_KNOWN;
	}
	snprintf(text, sizeof(text), "Not stated of %s: %zu of %zu; of these "
	    "the wording before is applied, as the nearest one known.",
	    icj_date_format(day, written), unsaid, all);
	rule_wrap(0, 2, text);
}

/* What is stated of a provision from a day on; NULL: nothing. */
static const struct icj_amend *amend_of(const struct tool *t,
    const char *provision, icj_date day)
{
	const struct icj_amend *a;

	for (size_t i = 0; (a = amend_at(t, i)); i++)
		if (a->from == day && strcmp(a->provision, provision) == 0)
			return a;
	return NULL;
}

/* One number of a paragraph can stand in several provisions, a duty and a limb,
 * say: whoever changes the one is told of the others. */
static void amend_print_akin(const struct tool *t, const struct icj_amend *a)
{
	struct icj_amend form, other;
	struct icj_wording w;
	char text[FORM_LINE];
	size_t p;

	if (a->number == 0 || !amend_index(a->provision, &p) ||
	    !icj_amend_form(p, a->from, &form) || a->number == form.number)
		return;
	for (size_t i = 0; icj_wording_at(i, 0, NULL, &w); i++) {
		const struct icj_amend *said;

		if (i == p || !icj_amend_form(i, a->from, &other) ||
		    other.number != form.number ||
		    strcmp(other.cite, form.cite) != 0)
			continue;
		said = amend_of(t, other.provision, a->from);
		if (said && (said->to == ICJ_AMEND_GONE ||
		    said->number == a->number))
			continue;
		snprintf(text, sizeof(text), "Look at %s: it has the number "
		    "of the same paragraph, %s, and not what is stated of %s.",
		    other.provision, other.cite, a->provision);
		rule_wrap(0, 2, text);
	}
}

int rule_amend_check(const struct tool *t)
{
	static const struct {
		enum icj_amendment kind;
		const char *title;
	} kinds[] = {
		{ICJ_AMENDMENT_RENUMBERED, "Renumbered"},
		{ICJ_AMENDMENT_CHANGED, "Changed"},
		{ICJ_AMENDMENT_NEW, "There again"},
		{ICJ_AMENDMENT_GONE, "Gone"},
	};
	const struct icj_amend *a;
	char text[FORM_LINE], day[11], until[11];

	for (size_t i = 0; (a = amend_at(t, i)); i++) {
		icj_date next = icj_edition_after(a->from);

		if (!amend_is_first(t, i))
			continue;
		snprintf(text, sizeof(text), "From %s %s%s, by %s:",
		    icj_date_format(a->from, day),
		    next == ICJ_DATE_NONE ? "on" : "until ",
		    next == ICJ_DATE_NONE ? "" : icj_date_format(next, until),
		    a->source);
		rule_wrap(0, 2, text);
		for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
			amend_print(t, a, kinds[k].kind, kinds[k].title);
		printf("The same: %zu\n", amend_print(t, a, ICJ_AMENDMENT_NONE,
		    NULL));
		amend_print_unsaid(t, a->from);
	}
	for (size_t i = 0; (a = amend_at(t, i)); i++)
		amend_print_akin(t, a);
	for (size_t i = 0; amend_signed(t, i); i++) {
		snprintf(text, sizeof(text), "Signed: %s", amend_signed(t, i));
		rule_wrap(0, 2, text);
	}
	return TOOL_FINE;
}
