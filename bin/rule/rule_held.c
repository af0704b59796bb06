/* SPDX-License-Identifier: MIT */
/*
 * rule_held.c - what is held of the provisions: the wordings behind a number,
 * and what became of each provision between two days.
 */
#include <stdio.h>
#include <string.h>

#include "rule/rule.h"

#define LINE 2048

/* -- One wording -------------------------------------------------------- */

static const char *until_text(const struct icj_rule *rule, char buf[11])
{
	return rule->until == ICJ_DATE_NONE ? "today" :
	    icj_date_format(rule->until, buf);
}

static void add_terms(char *buf, size_t size, const struct icj_terms *terms,
    const char *owed_by)
{
	size_t len = strlen(buf);

	if (terms)
		snprintf(buf + len, size - len, " (%s%s%s%s%s)", terms->limit,
		    terms->extension ? "; extended by " : "",
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
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		print_kind(&d, t->ctx.amendments, kinds[i].kind,
		    kinds[i].title);
	printf("The same: %zu\n", print_kind(&d, t->ctx.amendments,
	    ICJ_AMENDMENT_NONE, NULL));
	return TOOL_FINE;
}
