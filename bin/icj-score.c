/* SPDX-License-Identifier: MIT */
/*
 * icj-score - scorecards from duty records: how often a duty was done in time,
 * by the Commission's standards and whatever else tells offices apart.
 */
#include <stdlib.h>
#include <string.h>

#include "score/scoring.h"
#include "tool/same.h"

enum {
	OPT_BY = 2000, OPT_TARGET, OPT_SNAPSHOT, OPT_ALL, OPT_TOTALS,
	OPT_SMALL_CELLS
};

/* -- Options ------------------------------------------------------------ */

/* One kind of period at most; the words of enum icj_by come first. */
static bool score_take_by(struct tool *t, const char *list)
{
	static const char *const words[] = {
		"month", "quarter", "year", "fiscal-year", "state", "worker",
		"zone", NULL
	};
	struct scoring *s = t->own;
	size_t periods = 0;

	if (!start_all_of(t, list, words))
		return false;
	for (size_t i = 0; words[i]; i++) {
		if (!name_among(list, words[i]))
			continue;
		if (i > ICJ_BY_FISCAL_YEAR) {
			s->by[KEY_STATE + i - ICJ_BY_FISCAL_YEAR - 1] = true;
			continue;
		}
		s->by[KEY_PERIOD] = true;
		s->period = (enum icj_by)i;
		if (++periods > 1)
			start_hint(t, "; one of the periods only", "", 0,
			    words);
	}
	return periods < 2;
}

/* A percentage of at most two decimals, the sign left out or not. */
static bool take_target(struct scoring *s, const char *text)
{
	size_t whole = strspn(text, "0123456789"), more = 0;

	if (whole == 0 || whole > 3)
		return false;
	s->target = (int32_t)atol(text) * 100;
	text += whole;
	if (*text == '.') {
		more = strspn(++text, "0123456789");
		if (more == 0 || more > 2)
			return false;
		s->target += (int32_t)atol(text) % 100 * (more == 1 ? 10 : 1);
		text += more;
	}
	text += *text == '%';
	return *text == '\0' && s->target <= 10000;
}

/* Below 3 a hidden count would be known: it could only be 1. */
static bool score_take_limit(struct scoring *s, const char *text)
{
	size_t len = strspn(text, "0123456789");

	if (len == 0 || len > 6 || text[len])
		return false;
	s->limit = atol(text);
	return s->limit >= 3;
}

static bool score_take(struct tool *t, int letter, const char *argument)
{
	struct scoring *s = t->own;

	switch (letter) {
	case OPT_BY:
		return score_take_by(t, argument);
	case OPT_TARGET:
		return take_target(s, argument);
	case OPT_SMALL_CELLS:
		return score_take_limit(s, argument);
	case OPT_SNAPSHOT:
		return s->snapshot = true;
	case OPT_ALL:
		return s->all = true;
	case OPT_TOTALS:
		return s->totals = true;
	}
	return false;
}

static int score_begin(struct tool *t)
{
	const struct scoring *s = t->own;

	if (t->explain)
		return tool_misuse(t, "a scorecard has no prose; -o table is "
		    "for reading", "", "");
	if (t->check && s->target < 0)
		return tool_misuse(t, "--check asks whether a --target is met",
		    "", "");
	return duty_record_begin(t);
}

static int score_opened(struct tool *t)
{
	return duty_record_opened(t, score_needs(t->own));
}

static int score_end(struct tool *t)
{
	return t->input ? score_write(t) : 0;
}

static const struct tool_option options[] = {
	{OPT_BY, "by", "WHAT,...",
	 "state, worker, zone; month, quarter, year or fiscal-year"},
	{OPT_TARGET, "target", "N%", "whether the share reaches it"},
	{OPT_SNAPSHOT, "snapshot", NULL, "A-02 by the state of the day"},
	{OPT_ALL, "all", NULL, "also duties that no standard has"},
	{OPT_TOTALS, "totals", NULL, "also a total of each duty: all"},
	{OPT_SMALL_CELLS, "small-cells", "N", "hide counts from 1 to below N"},
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-score",
	.examples =
	    "  icj-deadline cases.csv | icj-score\n"
	    "  icj-deadline cases.csv | icj-score --target 90% -o table\n"
	    "  icj-deadline cases.csv | icj-score --by worker\n",
	.synopsis = "icj-deadline ... | icj-score [options] [FILE ...]",
	.job = "How often was a duty done in time, by standard?",
	.not_amended = "a duty record has been dated by its law, which "
	    "icj-deadline is told of",
	.area = ICJ_AREA_DEADLINE,
	.columns = "score",
	.options = options,
	.take = score_take,
	.begin = score_begin,
	.opened = score_opened,
	.judge = score_judge,
	.record = score_count,
	.end = score_end,
	.no_days = true,
	.own_rows = true,
	.names = &duty_names,
	.begun_by = DUTY_WOULD,
};

int main(int argc, char **argv)
{
	struct scoring s = {.target = -1, .as_of.date = ICJ_DATE_NONE,
	    .by = {[KEY_STANDARD] = true, [KEY_DUTY] = true}};
	int status = tool_run(&kind, &s, argc, argv);

	score_free(&s);
	return status;
}
