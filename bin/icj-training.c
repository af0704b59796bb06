/* SPDX-License-Identifier: MIT */
/*
 * icj-training - who may be mentored, ask for training or attend a session,
 * and the totals of trainings given.  It rests on a page of the Commission and
 * one of its policies, not on the rules.
 */
#include <stdlib.h>
#include <string.h>

#include "training/trainings.h"

enum { OPT_TOTALS = 2000, OPT_BY };

enum {
	MENTORING, MENTORING_UNTIL, ALLOWED, FORM, OPEN, LENGTH, SOURCE,
	MISSING, NOTE
};

/* What a part of the answer is called: no, unknown, yes, not asked. */
static const char *const mentoring_names[] = {"no", "unknown", "yes", ""};
static const char *const request_names[] = {
	"not-allowed", "unknown", "allowed", ""
};
static const char *const session_names[] = {
	"not-listed", "unknown", "open", ""
};

static void put_missing(struct tool *t)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_report_fact(t->report, ICJ_MISSING, i));
	    i++)
		cells_item(t->cells, MISSING, f->name);
}

static bool training_is_trouble(enum icj_status s)
{
	return s == ICJ_NOT_MET || s == ICJ_UNDECIDED;
}

/* Where nothing is asked for, mentoring is the question. */
static bool is_found(const struct icj_training *a)
{
	bool asked = a->request != ICJ_NOT_APPLICABLE ||
	    a->session != ICJ_NOT_APPLICABLE;

	return training_is_trouble(a->request) ||
	    training_is_trouble(a->session) ||
	    (!asked && training_is_trouble(a->mentoring));
}

static void training_judge(struct tool *t)
{
	struct trainings *g = t->own;
	struct icj_training *a = &g->now;

	icj_training(t->facts, &t->ctx, t->report, a);
	t->found |= is_found(a);
	cells_put(t->cells, MENTORING, mentoring_names[a->mentoring]);
	cells_date(t->cells, MENTORING_UNTIL, a->mentoring_until);
	cells_put(t->cells, ALLOWED, request_names[a->request]);
	cells_put(t->cells, FORM, a->form);
	cells_put(t->cells, OPEN, session_names[a->session]);
	if (a->hours >= 0)
		cells_number(t->cells, LENGTH, a->hours);
	tool_cite_cells(t, SOURCE);
	put_missing(t);
	cells_copy(t->cells, NOTE, icj_report_note(t->report));
}

static const struct icj_part parts[] = {
	{"May be mentored", MENTORING, MENTORING},
	{"Last day of the first year", MENTORING_UNTIL, MENTORING_UNTIL},
	{"The request", ALLOWED, ALLOWED},
	{"By the form", FORM, FORM},
	{"The session", OPEN, OPEN},
	{"Hours of it", LENGTH, LENGTH},
	{NULL, 0, 0}
};

/* -- Options ------------------------------------------------------------ */

static bool training_take_by(struct tool *t, const char *word)
{
	static const char *const words[] = {
		"month", "quarter", "year", "fiscal-year", NULL
	};
	struct trainings *g = t->own;
	int i = start_one_of(t, word, words);

	g->by = (enum icj_by)(i < 0 ? 0 : i);
	return i >= 0;
}

static bool training_take(struct tool *t, int letter, const char *argument)
{
	struct trainings *g = t->own;

	if (letter == OPT_TOTALS)
		return g->totals = true;
	return letter == OPT_BY && training_take_by(t, argument);
}

static int training_begin(struct tool *t)
{
	struct trainings *g = t->own;

	if (!g->totals)
		return -1;
	if (t->explain) {
		tool_error(t, NULL, TOOL_E_OPTION,
		    "--totals has no prose; try -o table");
		return TOOL_USAGE;
	}
	t->kind = &training_totals;
	return -1;
}

static const struct tool_option options[] = {
	{OPT_TOTALS, "totals", NULL, "sum training reports instead"},
	{OPT_BY, "by", "PERIOD", "month, quarter, year or fiscal-year"},
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-training",
	.examples =
	    "  icj-training role=commissioner role_since=2025-06-11\n"
	    "  icj-training training_request=specialized-curriculum\n"
	    "  icj-training --explain role=compact-office-staff\n",
	.synopsis = "icj-training [options] [FILE ... | field=value ...]\n"
	    "       icj-training --totals [--by PERIOD] [options] [FILE ...]",
	.job = "Who may be mentored, ask for training, attend? How much was "
	    "given?",
	.area = ICJ_AREA_TRAINING,
	.not_amended = "the training page is in no edition of the rules",
	.columns = "training",
	.options = options,
	.take = training_take,
	.begin = training_begin,
	.judge = training_judge,
	.short_list = "case_id,role,training_mentoring,training_allowed,"
	    "training_open,training_missing,training_note",
	.parts = parts,
	.explain = explain_findings,
};

int main(int argc, char **argv)
{
	struct trainings g = {.by = ICJ_BY_YEAR};
	int status = tool_run(&kind, &g, argc, argv);

	free(g.sum);
	return status;
}
