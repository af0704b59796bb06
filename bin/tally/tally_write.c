/* SPDX-License-Identifier: MIT */
/*
 * tally_write.c - counts into rows, by state, period and measure; small ones
 * hidden where that is asked for, which the library does.
 */
#include <stdlib.h>

#include "tally/tallying.h"

enum { STATE, PERIOD, MEASURE, COUNT, UNDECIDED, RULE, EDITION };

/* What is written: the states and periods, and the table of one measure. */
struct writing {
	struct tool *t;
	struct tallying *y;
	icj_state state[ICJ_STATES]; /* those of the input, by code */
	size_t states;
	bool lost; /* memory was short */
};

/* Of a place beyond the last: the total. */
static int64_t table_sum(const struct writing *w, size_t measure, size_t state,
    size_t period, bool undecided)
{
	const struct tallying *y = w->y;
	size_t s1 = state < w->states ? state + 1 : w->states;
	size_t p1 = period < y->blocks ? period + 1 : y->blocks;
	int64_t n = 0;

	for (size_t p = period < y->blocks ? period : 0; p < p1; p++)
		for (size_t s = state < w->states ? state : 0; s < s1; s++) {
			size_t cell = measure * (ICJ_STATES + 1) +
			    (size_t)w->state[s];

			n += undecided ? y->block[p].undecided[cell] :
			    y->block[p].count[cell];
		}
	return n;
}

/* -- Hiding ------------------------------------------------------------- */

static int64_t *cmd_table_of(struct writing *w, size_t measure)
{
	size_t n = w->states * w->y->blocks;
	int64_t *table = calloc(n + 1, sizeof(*table));

	w->lost |= !table;
	for (size_t i = 0; table && i < n; i++)
		table[i] = table_sum(w, measure, i / w->y->blocks,
		    i % w->y->blocks, false);
	return table;
}

/* The measure that is a share of this one; -1: there is none. */
static int share_of(size_t measure)
{
	const struct icj_measure *m;

	for (size_t i = 0; (m = icj_measure_at(i)); i++)
		if (m->part_of == (int)measure)
			return (int)i;
	return -1;
}

/* The tables that bear on one another: a measure, that of the other states,
 * and a share of both.  Returns how many there are. */
static size_t group_of(size_t measure, size_t group[4])
{
	int other = icj_measure_at(measure)->other;
	int share = share_of(measure);

	group[0] = measure;
	if (other < 0)
		return 1;
	group[1] = (size_t)other;
	if (share < 0)
		return 2;
	group[2] = (size_t)share;
	group[3] = (size_t)share_of((size_t)other);
	return 4;
}

/* Of a period for which nothing helps. */
static void say_withheld(const struct writing *w, size_t measure)
{
	size_t periods = 0;

	for (size_t p = 0; w->states > 0 && p < w->y->blocks; p++)
		periods += w->y->hidden[measure][p] == ICJ_WITHHELD;
	if (periods > 0)
		tool_warn(w->t, NULL, TALLY_W_WITHHELD, "%s: small counts "
		    "cannot be hidden; none is shown, periods: %zu",
		    icj_measure_at(measure)->id, periods);
}

/* A measure together with what bears on it. */
static void hide_group(struct writing *w, size_t measure)
{
	struct icj_grid grid[4];
	size_t group[4], n = group_of(measure, group);

	for (size_t i = 0; i < n; i++)
		grid[i] = (struct icj_grid){.rows = w->states,
		    .columns = w->y->blocks, .count = cmd_table_of(w, group[i]),
		    .hidden = w->y->hidden[group[i]]};
	w->lost = w->lost || !icj_hide_small(grid, n, w->y->limit,
	    w->y->totals);
	for (size_t i = 0; i < n; i++) {
		free((void *)(uintptr_t)grid[i].count);
		if (!w->lost)
			say_withheld(w, group[i]);
	}
}

static bool hide_all(struct writing *w)
{
	size_t n = (w->states + 1) * (w->y->blocks + 1);
	const struct icj_measure *m;

	for (size_t i = 0; i < w->y->measures; i++) {
		w->y->hidden[i] = calloc(n, 1);
		if (!w->y->hidden[i])
			return false;
	}
	for (size_t i = 0; w->y->limit && !w->lost &&
	    (m = icj_measure_at(i)); i++)
		if (m->layout == w->y->layout && m->part_of < 0 &&
		    (m->other < 0 || (size_t)m->other > i))
			hide_group(w, i);
	return !w->lost;
}

/* -- Rows --------------------------------------------------------------- */

static void put_count(const struct writing *w, size_t measure, size_t state,
    size_t period)
{
	struct cells *c = w->t->cells;
	size_t place = state * (w->y->blocks + 1) + period;
	char small[24];

	switch (w->y->hidden[measure][place]) {
	case ICJ_HIDDEN_SMALL:
		snprintf(small, sizeof(small), "<%lld",
		    (long long)w->y->limit);
		cells_copy(c, COUNT, small);
		break;
	case ICJ_HIDDEN_TOO:
	case ICJ_WITHHELD:
		cells_put(c, COUNT, "hidden");
		break;
	default:
		cells_number(
		    c, COUNT, table_sum(w, measure, state, period, false));
	}
}

/* How many are undecided would tell of small counts. */
static void put_undecided(const struct writing *w, size_t measure,
    size_t state, size_t period)
{
	int64_t n = table_sum(w, measure, state, period, true);

	if (w->y->limit && n > 0)
		cells_put(w->t->cells, UNDECIDED, "some");
	else
		cells_number(w->t->cells, UNDECIDED, n);
}

/* The law of the end of the period; a total over periods has no edition. */
static void tally_put_law(const struct writing *w, const struct icj_measure *m,
    size_t period)
{
	icj_date next, last;

	if (period == w->y->blocks) {
		cells_put(w->t->cells, RULE, m->rule.cite);
		return;
	}
	next = icj_period_start(w->y->by, w->y->block[period].period + 1);
	last = next == ICJ_DATE_NONE ? ICJ_DATE_MAX : next - 1;
	cells_put(w->t->cells, RULE, icj_measure_cite(m, &w->t->ctx, last));
	cells_date(w->t->cells, EDITION, icj_measure_edition(m, &w->t->ctx,
	    last));
}

static int table_put_row(const struct writing *w, size_t measure, size_t state,
    size_t period)
{
	const struct icj_measure *m = icj_measure_at(measure);
	struct cells *c = w->t->cells;
	char buf[ICJ_PERIOD_SIZE];
	size_t n;
	const struct rec_text *names = tool_columns(w->t, &n);

	cells_clear(c);
	cells_put(c, STATE, state < w->states ?
	    icj_state_code(w->state[state]) : "all");
	cells_copy(c, PERIOD, period < w->y->blocks ? icj_period_format(
	    w->y->by, w->y->block[period].period, buf) : "all");
	cells_put(c, MEASURE, m->id);
	put_count(w, measure, state, period);
	put_undecided(w, measure, state, period);
	tally_put_law(w, m, period);
	return rec_put_row(w->t->sink, names, c->at, n);
}

static int put_measures(const struct writing *w, size_t state, size_t period)
{
	const struct icj_measure *m;
	int failed = 0;

	for (size_t i = 0; !failed && (m = icj_measure_at(i)); i++)
		if (m->layout == w->y->layout)
			failed = table_put_row(w, i, state, period);
	return failed;
}

static int put_all(const struct writing *w)
{
	size_t more = w->y->totals && w->states > 0;
	int failed = 0;

	for (size_t s = 0; s < w->states + more; s++)
		for (size_t p = 0; p < w->y->blocks + more && !failed; p++)
			failed = put_measures(w, s, p);
	return failed;
}

static int table_put_header(struct tool *t)
{
	size_t n;
	const struct rec_text *names = tool_columns(t, &n);

	return t->no_header ? 0 : rec_put_header(t->sink, NULL, names, n);
}

/* With --period each of its periods has rows, whatever was counted. */
static void fill_range(struct tallying *y)
{
	int32_t to = y->from == ICJ_DATE_NONE ? 0 :
	    icj_period_of(y->by, y->to);

	for (int32_t p = y->from == ICJ_DATE_NONE ? 1 :
	    icj_period_of(y->by, y->from); p <= to; p++)
		y->lost |= !tally_block(y, p);
}

int tally_write(struct tool *t)
{
	struct writing w = {.t = t, .y = t->own};

	fill_range(w.y);
	for (icj_state s = 1; s <= ICJ_STATES; s++)
		if (w.y->seen[s])
			w.state[w.states++] = s;
	tally_say(t);
	if (w.y->lost) {
		tool_error(t, NULL, TALLY_E_PERIODS, "more than %d periods, "
		    "or out of memory; --period takes fewer", TALLY_PERIODS);
		tool_status(t, TOOL_STOPPED);
		return 0;
	}
	if (!hide_all(&w)) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		tool_status(t, TOOL_STOPPED);
		return 0;
	}
	return table_put_header(t) != 0 || put_all(&w) != 0 ? -1 : 0;
}
