/* SPDX-License-Identifier: MIT */
/*
 * rule_held.c - what is held of the provisions: the wordings behind a number,
 * and what became of each provision between two days.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rule/rule.h"

#define LINE 2048

/* -- One wording -------------------------------------------------------- */

static const char *until_text(const struct icj_rule *rule, char buf[11])
{
	return rule->until == ICJ_DATE_NONE ? "today" :
	    icj_date_format(rule->until, buf);
}

/* What stands before the words for an extension: who gives it, or how. */
static const char *extension_lead(const struct icj_terms *terms)
{
	if (!terms->extension)
		return "";
	return strncmp(terms->extension, "both", 4) == 0 ? "; extended by " :
	    "; extension: ";
}

static void add_terms(char *buf, size_t size, const struct icj_terms *terms,
    const char *owed_by)
{
	size_t len = strlen(buf);

	if (terms)
		snprintf(buf + len, size - len, " (%s%s%s%s%s)", terms->limit,
		    extension_lead(terms),
		    terms->extension ? terms->extension : "",
		    owed_by ? "; owed by " : "", owed_by ? owed_by : "");
}

static void print_wording(const struct icj_wording *w,
    const struct icj_wording *before)
{
	char buf[LINE], from[11], until[11];
	int n = snprintf(buf, sizeof(buf), "%s, from %s to %s, %s, %s: ",
	    w->rule->cite, icj_date_format(w->rule->from, from),
	    until_text(w->rule, until), icj_basis_name(w->rule->basis),
	    w->rule->source);
	size_t at = (size_t)n;

	if (before && icj_wording_same(w, before)) {
		snprintf(buf + at, sizeof(buf) - at, "the same.");
	} else {
		snprintf(buf + at, sizeof(buf) - at, "%s", w->rule->says);
		add_terms(buf, sizeof(buf), w->terms, NULL);
	}
	rule_wrap(4, 8, buf);
}

/* What is after the last wording. */
static void print_end(const struct icj_wording *w)
{
	char buf[LINE], day[11];
	size_t n = 0;

	if (w->rule->end == ICJ_END_STANDS)
		return;
	if (w->rule->end == ICJ_END_GONE)
		n = (size_t)snprintf(buf, sizeof(buf), "Gone since %s",
		    icj_date_format(w->rule->until, day));
	else
		n = (size_t)snprintf(buf, sizeof(buf), "From %s on %s",
		    icj_date_format(w->rule->until, day),
		    w->rule->end == ICJ_END_CHANGED ? "changed, in words "
		    "that are not known" : "not known");
	if (w->rule->end != ICJ_END_GONE && w->gone != ICJ_DATE_NONE)
		n += (size_t)snprintf(buf + n, sizeof(buf) - n,
		    "; gone by %s", icj_date_format(w->gone, day));
	snprintf(buf + n, sizeof(buf) - n, "%s%s.",
	    w->rule->change ? ": " : "",
	    w->rule->change ? w->rule->change : "");
	rule_wrap(4, 8, buf);
}

static void print_provision(const struct icj_amendments *office, size_t i)
{
	struct icj_wording w, before;

	if (!icj_wording_at(i, 0, office, &before))
		return;
	printf("  Held of %s:\n", before.provision);
	print_wording(&before, NULL);
	for (size_t k = 1; icj_wording_at(i, k, office, &w); k++) {
		print_wording(&w, &before);
		before = w;
	}
	print_end(&before);
}

static bool held_rule_bears(const struct icj_amendments *office, size_t i,
    const char *cite, bool below)
{
	struct icj_wording w;

	for (size_t k = 0; icj_wording_at(i, k, office, &w); k++)
		if (icj_cites(w.rule->cite, cite, strlen(cite), below))
			return true;
	return false;
}

bool rule_held(const struct tool *t, const char *cite, bool below)
{
	const struct icj_amendments *office = t->ctx.amendments;
	struct icj_wording w;
	bool any = false;

	for (size_t i = 0; icj_wording_at(i, 0, office, &w); i++) {
		if (!held_rule_bears(office, i, cite, below))
			continue;
		print_provision(office, i);
		any = true;
	}
	return any;
}

/* The one of a wording's numbers that somebody wrote, or its rule. */
static bool number_of(const struct icj_rule *rule, const char *cite,
    bool below, char number[RULE_NUMBER])
{
	const char *at = rule->cite;

	while (*at) {
		int n = (int)strcspn(at, ";");

		snprintf(number, RULE_NUMBER, "%.*s", n, at);
		if (icj_cites(number, cite, strlen(cite), below)) {
			if (below)
				number[strcspn(number, "(")] = '\0';
			return true;
		}
		at += n;
		at += strspn(at, "; ");
	}
	return false;
}

bool rule_is_held(const struct tool *t, const char *cite,
    char number[RULE_NUMBER])
{
	const struct icj_amendments *office = t->ctx.amendments;
	struct icj_wording w;

	for (int below = 0; below < 2; below++)
		for (size_t i = 0; icj_wording_at(i, 0, office, &w); i++)
			for (size_t k = 0; icj_wording_at(i, k, office, &w);
			    k++)
				if (number_of(w.rule, cite, below, number))
					return true;
	return false;
}

/* -- Two days ----------------------------------------------------------- */

struct days {
	icj_date a, b;
};

static bool read_days(const char *text, struct days *d)
{
	size_t n = strcspn(text, ",");

	return text[n] == ',' &&
	    icj_date_parse(text, n, NULL, &d->a) == ICJ_OK &&
	    icj_date_parse(text + n + 1, strlen(text + n + 1), NULL,
	    &d->b) == ICJ_OK;
}

static void print_lead(const char *lead, const struct icj_wording *w,
    bool owner)
{
	char buf[LINE];

	snprintf(buf, sizeof(buf), "%s%s: %s", lead, w->rule->cite,
	    w->rule->says);
	add_terms(buf, sizeof(buf), w->terms, owner ? w->terms->owed_by : NULL);
	rule_wrap(4, 8, buf);
}

void rule_print_change(enum icj_amendment change,
    const struct icj_wording *before, const struct icj_wording *after)
{
	printf("  %s\n", before->provision);
	if (change == ICJ_AMENDMENT_CHANGED || change == ICJ_AMENDMENT_RENUMBERED) {
		bool owner = before->terms && after->terms && strcmp(
		    before->terms->owed_by, after->terms->owed_by) != 0;

		print_lead("was ", before, owner);
		print_lead("is ", after, owner);
	} else {
		print_lead("", change == ICJ_AMENDMENT_NEW ? after : before,
		    false);
	}
	if (change == ICJ_AMENDMENT_GONE)
		print_end(before);
}

/* All provisions of one kind of change, under a heading; how many. */
static size_t print_kind(const struct days *d,
    const struct icj_amendments *office, enum icj_amendment kind,
    const char *title)
{
	struct icj_wording before, after;
	enum icj_amendment change;
	size_t n = 0;

	for (size_t i = 0; icj_provision_amended(i, d->a, d->b, office,
	    &change, &before, &after); i++) {
		if (change != kind || before.rule->from == ICJ_DATE_NONE)
			continue;
		if (title && n == 0)
			printf("%s:\n", title);
		if (title)
			rule_print_change(change, &before, &after);
		n++;
	}
	return n;
}

/* -- The same as rows --------------------------------------------------- */

enum {
	PROVISION, CHANGE, WAS, WAS_SAYS, WAS_LIMIT, WAS_BASIS, IS, IS_SAYS,
	IS_LIMIT, IS_BASIS, GONE_SINCE, KNOWN_CHANGE, HELD_COLUMNS
};

static const char *const held_names[HELD_COLUMNS] = {
	"provision", "change", "was", "was_says", "was_limit", "was_basis",
	"is", "is_says", "is_limit", "is_basis", "gone_since", "known_change",
};

static void held_cell(struct rec_text *cell, const char *text)
{
	cell->text = text ? text : "";
	cell->len = strlen(cell->text);
}

/* What a wording says, in four cells. */
static void held_cells(struct rec_text *cell, const struct icj_wording *w)
{
	held_cell(&cell[0], w ? w->rule->cite : NULL);
	held_cell(&cell[1], w ? w->rule->says : NULL);
	held_cell(&cell[2], w && w->terms ? w->terms->limit : NULL);
	held_cell(&cell[3], w ? icj_basis_name(w->rule->basis) : NULL);
}

/* What is not known of a day is no wording of it. */
static bool held_stands(size_t i, icj_date day,
    const struct icj_amendments *office)
{
	struct icj_wording w;
	enum icj_standing s;

	return icj_provision_on(i, day, office, &s, &w) &&
	    s == ICJ_STANDING_HELD;
}

static bool compare_put_row(struct rec_out *out, const struct rec_text *head,
    const struct days *d, const struct icj_amendments *office, size_t i)
{
	struct icj_wording before, after;
	enum icj_amendment change;
	struct rec_text cell[HELD_COLUMNS];
	char gone[11];
	icj_date first = d->a < d->b ? d->a : d->b;
	icj_date last = d->a < d->b ? d->b : d->a;

	icj_provision_amended(i, d->a, d->b, office, &change, &before, &after);
	if (change == ICJ_AMENDMENT_ABSENT ||
	    before.rule->from == ICJ_DATE_NONE)
		return true;
	held_cell(&cell[PROVISION], before.provision);
	held_cell(&cell[CHANGE], icj_amendment_name(change));
	held_cells(&cell[WAS], held_stands(i, first, office) ? &before : NULL);
	held_cells(&cell[IS], held_stands(i, last, office) ? &after : NULL);
	held_cell(&cell[GONE_SINCE], change == ICJ_AMENDMENT_GONE ?
	    icj_date_format(after.gone, gone) : NULL);
	held_cell(&cell[KNOWN_CHANGE], change == ICJ_AMENDMENT_GONE ||
	    change == ICJ_AMENDMENT_NOT_KNOWN ? after.rule->change : NULL);
	return rec_put_row(out, head, cell, HELD_COLUMNS) == 0;
}

static int compare_rows(const struct tool *t, const struct days *d)
{
	struct rec_out *out = rec_out_new(STDOUT_FILENO, t->out);
	struct rec_text head[HELD_COLUMNS];
	enum icj_amendment change;
	struct icj_wording before, after;
	bool written;
	int sys;

	if (!out) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	for (size_t i = 0; i < HELD_COLUMNS; i++)
		held_cell(&head[i], held_names[i]);
	written = rec_put_header(out, NULL, head, HELD_COLUMNS) == 0;
	for (size_t i = 0; written && icj_provision_amended(i, d->a, d->b,
	    t->ctx.amendments, &change, &before, &after); i++)
		written = compare_put_row(out, head, d, t->ctx.amendments, i);
	written = written && rec_flush(out) == 0;
	sys = rec_out_error(out)->sys;
	rec_out_free(out);
	if (!written && sys != EPIPE)
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(sys));
	return written ? TOOL_FINE : TOOL_STOPPED;
}

int rule_compare(const struct tool *t, const char *days)
{
	static const struct {
		enum icj_amendment kind;
		const char *title;
	} kinds[] = {
		{ICJ_AMENDMENT_RENUMBERED, "Renumbered"},
		{ICJ_AMENDMENT_CHANGED, "Changed"}, {ICJ_AMENDMENT_NEW, "New"},
		{ICJ_AMENDMENT_GONE, "Gone"},
		{ICJ_AMENDMENT_NOT_KNOWN, "Not known of one of the days"},
	};
	struct days d;

	if (!read_days(days, &d)) {
		tool_error(t, NULL, TOOL_E_OPTION, "unusable argument of "
		    "--compare; two days are asked for, as in "
		    "2015-06-01,2024-06-01");
		return TOOL_USAGE;
	}
	if (t->out != REC_AUTO)
		return compare_rows(t, &d);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		print_kind(&d, t->ctx.amendments, kinds[i].kind,
		    kinds[i].title);
	printf("The same: %zu\n", print_kind(&d, t->ctx.amendments,
	    ICJ_AMENDMENT_NONE, NULL));
	return TOOL_FINE;
}
