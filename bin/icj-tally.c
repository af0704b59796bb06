/* SPDX-License-Identifier: MIT */
/*
 * icj-tally - counts of movements and returns by state and period (Rule
 * 2-102), also as the summary that states once had to send.
 */
#include <stdlib.h>
#include <string.h>

#include "tally/tallying.h"

enum {
	OPT_BY = 2000, OPT_PERIOD, OPT_LAYOUT, OPT_TOTALS, OPT_SMALL_CELLS
};

/* -- Options ------------------------------------------------------------ */

static bool tally_take_by(struct tool *t, const char *word)
{
	static const char *const words[] = {
		"month", "quarter", "year", "fiscal-year", NULL
	};
	struct tallying *y = t->own;
	int i = start_one_of(t, word, words);

	y->by = (enum icj_by)(i < 0 ? 0 : i);
	return i >= 0;
}

static bool take_layout(struct tool *t, const char *word)
{
	static const char *const words[] = {"rule", "annual", NULL};
	struct tallying *y = t->own;
	int i = start_one_of(t, word, words);

	y->layout = (enum icj_layout)(i < 0 ? 0 : i);
	return i >= 0;
}

/* FROM..TO, both days included. */
static bool take_period(struct tallying *y, const char *text)
{
	const char *dots = strstr(text, "..");

	return dots && icj_date_parse(text, (size_t)(dots - text), NULL,
	    &y->from) == ICJ_OK && icj_date_parse(dots + 2, strlen(dots + 2),
	    NULL, &y->to) == ICJ_OK && y->from <= y->to;
}

/* Below 3 a hidden count would be known: it could only be 1. */
static bool take_limit(struct tallying *y, const char *text)
{
	size_t len = strspn(text, "0123456789");

	if (len == 0 || len > 6 || text[len])
		return false;
	y->limit = atol(text);
	return y->limit >= 3;
}

static bool tally_take(struct tool *t, int letter, const char *argument)
{
	struct tallying *y = t->own;

	switch (letter) {
	case OPT_BY:
		return tally_take_by(t, argument);
	case OPT_PERIOD:
		return take_period(y, argument);
	case OPT_LAYOUT:
		return take_layout(t, argument);
	case OPT_SMALL_CELLS:
		return take_limit(y, argument);
	case OPT_TOTALS:
		return y->totals = true;
	}
	return false;
}

static int tally_begin(struct tool *t)
{
	const struct tallying *y = t->own;

	if (y->from == ICJ_DATE_NONE || icj_period_of(y->by, y->to) -
	    icj_period_of(y->by, y->from) < TALLY_PERIODS)
		return -1;
	tool_error(t, NULL, TALLY_E_PERIODS, "--period: more than %d periods",
	    TALLY_PERIODS);
	return TOOL_USAGE;
}

/* -- Prose -------------------------------------------------------------- */

static void explain_one(const struct tool *t, const struct icj_tally *n,
    FILE *out)
{
	const struct tallying *y = t->own;
	char period[ICJ_PERIOD_SIZE], day[11];

	fprintf(out, "  %s, %s, %s: %s", n->state ?
	    icj_state_code(n->state) : "state not known",
	    icj_period_format(y->by, icj_period_of(y->by, n->day), period),
	    n->measure->id, n->counts == ICJ_YES ? "counts" : "undecided");
	if (n->lacks)
		fprintf(out, ", lacks %s", n->lacks->name);
	fprintf(out, " (%s, %s)\n", icj_measure_cite(n->measure,
	    &t->ctx, n->day),
	    icj_date_format(n->day, day));
}

static void tally_explain(struct tool *t, FILE *out)
{
	const struct tallying *y = t->own;

	fprintf(out, "Counts: %s\n", y->withdrawn ?
	    "withdrawn, left out" : y->later ? "its event lies after the "
	    "as-of date" : y->now_count ? "where it counts" :
	    "no event that is counted here");
	for (size_t i = 0; i < y->now_count; i++)
		explain_one(t, &y->now[i], out);
}

static int tally_end(struct tool *t)
{
	if (t->explain || (!t->input && !t->fact_count))
		return 0;
	return tally_write(t);
}

static const struct tool_option options[] = {
	{OPT_BY, "by", "PERIOD", "month, quarter, year or fiscal-year"},
	{OPT_PERIOD, "period", "FROM..TO", "only events of these days"},
	{OPT_LAYOUT, "layout", "LAYOUT", "rule or annual (a summary)"},
	{OPT_TOTALS, "totals", NULL, "also totals: state all, period all"},
	{OPT_SMALL_CELLS, "small-cells", "N", "hide counts from 1 to below N"},
	{0, NULL, NULL, NULL}
};

static bool tally_begins(const struct tool *t, const struct icj_field *field)
{
	const struct icj_measure *m;

	(void)t;
	for (size_t i = 0; (m = icj_measure_at(i)); i++)
		if (name_among(m->event, field->name))
			return true;
	return false;
}

static const struct tool_kind kind = {
	.name = "icj-tally",
	.examples =
	    "  icj-tally cases.csv\n"
	    "  icj-tally --by quarter --totals -o table cases.csv\n"
	    "  icj-tally --small-cells 5 --show state,measure,count cases.csv\n",
	.synopsis = "icj-tally [options] [FILE ... | field=value ...]",
	.job = "How many moved, were found and returned, by state and period? "
	    "(2-102)",
	.area = ICJ_AREA_TALLY,
	.columns = "tally",
	.options = options,
	.take = tally_take,
	.begin = tally_begin,
	.judge = tally_judge,
	.asks = tool_asks_as_told,
	.explain = tally_explain,
	.record = tally_add,
	.end = tally_end,
	.own_rows = true,
	.begins = tally_begins,
	.begun_by = "is counted: transfer_requested, referral_sent, "
	    "referral_received, accepted, departure, arrived, closed, "
	    "placement_failed, detained_at, requisition_received, returned or "
	    "airport_arrival",
};

int main(int argc, char **argv)
{
	struct tallying y = {.by = ICJ_BY_YEAR, .from = ICJ_DATE_NONE,
	    .to = ICJ_DATE_NONE};
	int status = TOOL_STOPPED;

	if (tally_start(&y))
		status = tool_run(&kind, &y, argc, argv);
	else
		tool_error(&(struct tool){.kind = &kind}, NULL, TOOL_E_MEMORY,
		    "out of memory");
	tally_free(&y);
	return status;
}
