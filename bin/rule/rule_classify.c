/* SPDX-License-Identifier: MIT */
/*
 * rule_classify.c - icj-rule --classify: which terms of Rule 1-101 a case's
 * facts satisfy.  A filter like the others; what a term takes is the
 * library's affair.
 */
#include <string.h>

#include "tool/tool.h"
#include "rule/rule.h"

enum { OPT_CLASSIFY = 2000, OPT_TERM };

enum { TERMS, UNKNOWN, MISSING, ASSUMED, EDITION, BASIS, NOTE };

struct own {
	const char *only; /* --term, or NULL */
};

/* -- Which terms -------------------------------------------------------- */

static bool wanted(const struct own *own, const struct icj_paragraph *p)
{
	const char *at = own->only;

	while (at && *at) {
		const struct icj_paragraph *found[1];
		size_t n = strcspn(at, ",");

		if (icj_paragraph_find(at, n, found, 1) && found[0] == p)
			return true;
		at += n + (at[n] != '\0');
	}
	return !own->only;
}

static bool is_computed(const struct icj_paragraph *p)
{
	return strchr(p->cite, ' ') && p->title &&
	    (icj_paragraph_disposition(p) & ICJ_COMPUTED);
}

#define TERMS_MAX 64

/* The terms that facts can satisfy, by their titles. */
static void name_terms(const char **words)
{
	const struct icj_paragraph *p;
	size_t n = 0;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (is_computed(p) && n < TERMS_MAX - 1)
			words[n++] = p->title;
	words[n] = NULL;
}

/* Each word must be a term that facts can satisfy. */
static bool usable(struct tool *t, const char *at)
{
	const char *words[TERMS_MAX];

	while (*at) {
		const struct icj_paragraph *found[1];
		size_t n = strcspn(at, ",");

		if (icj_paragraph_find(at, n, found, 1) == 0 ||
		    !is_computed(found[0])) {
			name_terms(words);
			start_hint(t, ": no term that facts can satisfy", at,
			    n, words);
			return false;
		}
		at += n + (at[n] != '\0');
	}
	return true;
}

/* -- Cells -------------------------------------------------------------- */

struct union_of {
	const struct icj_field *at[80];
	size_t count;
};

static void classify_add(
    struct union_of *all, const struct icj_field *const *fields)
{
	for (size_t i = 0; fields[i]; i++) {
		bool known = all->count == 80;

		for (size_t k = 0; k < all->count; k++)
			known |= all->at[k] == fields[i];
		if (!known)
			all->at[all->count++] = fields[i];
	}
}

static void classify_put(
    struct tool *t, size_t cell, const struct union_of *all)
{
	for (size_t i = 0; i < all->count; i++)
		cells_item(t->cells, cell, all->at[i]->name);
}

static void list_terms(struct tool *t, size_t cell, enum icj_tri value)
{
	struct icj_term term;

	for (size_t i = 0; icj_term(t->facts, &t->ctx, i, &term); i++)
		if (term.holds == value && wanted(t->own, term.paragraph))
			cells_item(t->cells, cell, term.paragraph->title);
}

static void classify_judge(struct tool *t)
{
	struct union_of missing = {.count = 0}, assumed = {.count = 0};
	icj_date edition = ICJ_DATE_NONE;
	enum icj_basis basis = ICJ_BASIS_TEXT;
	struct icj_term term;

	list_terms(t, TERMS, ICJ_YES);
	list_terms(t, UNKNOWN, ICJ_UNKNOWN);
	for (size_t i = 0; icj_term(t->facts, &t->ctx, i, &term); i++) {
		if (!wanted(t->own, term.paragraph) || !term.in_force)
			continue;
		t->found |= term.holds != ICJ_YES;
		classify_add(&missing, term.missing);
		classify_add(&assumed, term.assumed);
		/* What is true of a case rests on what holds or is open. */
		if (term.holds == ICJ_NO && edition != ICJ_DATE_NONE)
			continue;
		if (edition == ICJ_DATE_NONE || term.basis > basis) {
			edition = term.edition;
			basis = term.basis;
		}
	}
	classify_put(t, MISSING, &missing);
	classify_put(t, ASSUMED, &assumed);
	cells_date(t->cells, EDITION, edition);
	if (edition != ICJ_DATE_NONE)
		cells_put(t->cells, BASIS, icj_basis_name(basis));
	tool_law(t, basis);
}

/* -- Prose -------------------------------------------------------------- */

static void add_fields(char *buf, size_t size, const char *lead,
    const struct icj_field *const *fields)
{
	for (size_t i = 0; fields[i]; i++) {
		size_t len = strlen(buf);

		snprintf(buf + len, size - len, "%s%s", i ? ", " : lead,
		    fields[i]->name);
	}
}

static const struct icj_part parts[] = {
	{"Terms of Rule 1-101 that the facts satisfy", TERMS, TERMS},
	{"Not decided", UNKNOWN, UNKNOWN},
	{NULL, 0, 0}
};

static void classify_explain(struct tool *t, FILE *out)
{
	static const char *const words[] = {
		[ICJ_NO] = "not met", [ICJ_UNKNOWN] = "unknown",
		[ICJ_YES] = "met",
	};
	struct icj_term term;
	char buf[2048];

	for (size_t i = 0; icj_term(t->facts, &t->ctx, i, &term); i++) {
		if (!wanted(t->own, term.paragraph))
			continue;
		snprintf(buf, sizeof(buf), "%s, %s: %s", term.paragraph->cite,
		    term.in_force ? words[term.holds] : "not in force",
		    term.says);
		add_fields(buf, sizeof(buf), " Facts: ", term.used);
		add_fields(buf, sizeof(buf), " Not known: ", term.missing);
		add_fields(buf, sizeof(buf), " Presumed absent: ",
		    term.assumed);
		explain_wrap(out, buf, 4);
	}
}

/* -- The filter --------------------------------------------------------- */

static bool classify_take(struct tool *t, int letter, const char *argument)
{
	struct own *own = t->own;

	if (letter == OPT_TERM)
		own->only = argument;
	return letter != OPT_TERM || usable(t, argument);
}

static const struct tool_option options[] = {
	{OPT_CLASSIFY, "classify", NULL,
	 "which defined terms do the facts satisfy"},
	{OPT_TERM, "term", "NAME,...", "only these terms"},
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-rule",
	.synopsis =
	    "icj-rule --classify [options] [FILE ... | field=value ...]",
	.job = "Which defined terms do the facts satisfy? (Rule 1-101)",
	.area = ICJ_AREA_RULE,
	.columns = "rule",
	.options = options,
	.take = classify_take,
	.judge = classify_judge,
	.parts = parts,
	.explain = classify_explain,
};

int rule_classify(int argc, char **argv)
{
	struct own own = {.only = NULL};

	return tool_run(&kind, &own, argc, argv);
}
