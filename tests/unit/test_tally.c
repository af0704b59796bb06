/* SPDX-License-Identifier: MIT */
/*
 * test_tally.c - where a record counts, the periods, and that no count that is
 * hidden follows from what is shown: by trying every other table.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "icj.h"

/* -- Periods ------------------------------------------------------------ */

static const struct {
	const char *day;
	const char *name[4]; /* by month, quarter, year, fiscal year */
} periods[] = {
	{"2015-01-01", {"2015-01", "2015-Q1", "2015", "FY2015"}},
	{"2015-03-31", {"2015-03", "2015-Q1", "2015", "FY2015"}},
	{"2015-04-01", {"2015-04", "2015-Q2", "2015", "FY2015"}},
	{"2015-06-30", {"2015-06", "2015-Q2", "2015", "FY2015"}},
	{"2015-07-01", {"2015-07", "2015-Q3", "2015", "FY2016"}},
	{"2015-12-31", {"2015-12", "2015-Q4", "2015", "FY2016"}},
	{"2016-02-29", {"2016-02", "2016-Q1", "2016", "FY2016"}},
	{"0999-12-31", {"0999-12", "0999-Q4", "0999", "FY1000"}},
	{"1000-01-01", {"1000-01", "1000-Q1", "1000", "FY1000"}},
	{"0001-01-01", {"0001-01", "0001-Q1", "0001", "FY0001"}},
	{"9999-12-31", {"9999-12", "9999-Q4", "9999", "FY10000"}},
};

static icj_date date_of(const char *text)
{
	icj_date day = 0;

	ck_assert_int_eq(icj_date_parse(text, strlen(text), NULL, &day),
	    ICJ_OK);
	return day;
}

START_TEST(periods_have_names)
{
	char buf[ICJ_PERIOD_SIZE];
	icj_date day = date_of(periods[_i].day);

	for (int by = 0; by < 4; by++)
		ck_assert_str_eq(icj_period_format((enum icj_by)by,
		    icj_period_of((enum icj_by)by, day), buf),
		    periods[_i].name[by]);
}
END_TEST

/* Each day lies between the starts of its period and of the next. */
START_TEST(periods_hold_their_days)
{
	icj_date last = date_of("2021-01-01");

	for (icj_date day = date_of("2014-01-01"); day < last; day++) {
		enum icj_by by = (enum icj_by)_i;
		int32_t p = icj_period_of(by, day);

		ck_assert_int_le(icj_period_start(by, p), day);
		ck_assert_int_gt(icj_period_start(by, p + 1), day);
	}
}
END_TEST

/* -- Where a record counts ---------------------------------------------- */

#define MOVE "case_type=transfer sending_state=TX receiving_state=OK "
#define BACK "case_type=return home_state=TX holding_state=OK "
#define FAILED MOVE "placement_failed=2015-05-01 "
#define UNDONE BACK "closed=2015-05-01 requisition_received=2015-03-01 "
#define REFERRED MOVE "referral_received=2015-05-01 "

/* counts: measures, each with its state and day; one that is not decided ends
 * in what it lacks. */
static const struct {
	const char *facts, *counts;
} records[] = {
	{MOVE "arrived=2015-05-01 departure=2015-04-01",
	 "transfers-out TX 2015-05-01, transfers-in OK 2015-05-01"},
	{MOVE "departure=2015-04-01 accepted=2015-03-01",
	 "transfers-out TX 2015-04-01, transfers-in OK 2015-04-01"},
	{MOVE "accepted=2015-03-01",
	 "transfers-out TX 2015-03-01, transfers-in OK 2015-03-01"},
	{MOVE, ""},
	{MOVE "arrived=2015-05-01 withdrawn=2015-06-01", ""},
	{"case_type=travel sending_state=TX arrived=2015-05-01", ""},
	{"sending_state=TX receiving_state=OK arrived=2015-05-01",
	 "transfers-out TX 2015-05-01 lacks case_type, "
	 "transfers-in OK 2015-05-01 lacks case_type"},
	{"case_type=transfer sending_state=TX arrived=2015-05-01",
	 "transfers-out TX 2015-05-01, "
	 "transfers-in - 2015-05-01 lacks receiving_state"},
	{BACK "return_type=runaway returned=2015-05-01",
	 "runaways-returned-out TX 2015-05-01, "
	 "runaways-returned-in OK 2015-05-01"},
	{BACK "return_type=absconder returned=2015-05-01",
	 "absconders-returned-out TX 2015-05-01, "
	 "absconders-returned-in OK 2015-05-01"},
	{BACK "fled_custody=yes committed_by_court=yes absconded=no "
	 "adjudication=adjudicated-delinquent ran_away=no "
	 "returned=2015-05-01",
	 "escapees-returned-out TX 2015-05-01, "
	 "escapees-returned-in OK 2015-05-01"},
	{BACK "return_type=accused-delinquent returned=2015-05-01",
	 "accused-returned-out TX 2015-05-01, "
	 "accused-returned-in OK 2015-05-01"},
	{BACK "return_type=accused-status-offender returned=2015-05-01 "
	 "detained_at=2015-04-01",
	 "accused-returned-out TX 2015-05-01, "
	 "accused-returned-in OK 2015-05-01"},
	{BACK "return_type=runaway detained_at=2015-05-01T10:00",
	 "runaways-located-out TX 2015-05-01, "
	 "runaways-located-in OK 2015-05-01"},
	{BACK "return_type=escapee detained_at=2015-05-01",
	 "escapees-located-out TX 2015-05-01, "
	 "escapees-located-in OK 2015-05-01"},
	{BACK "return_type=absconder detained_at=2015-05-01",
	 "absconders-located-out TX 2015-05-01, "
	 "absconders-located-in OK 2015-05-01"},
	{BACK "return_type=accused-delinquent detained_at=2015-05-01",
	 "accused-delinquents-located-out TX 2015-05-01, "
	 "accused-delinquents-located-in OK 2015-05-01"},
	{BACK "return_type=runaway requisition_received=2015-05-01",
	 "form-i-out TX 2015-05-01, form-i-in OK 2015-05-01"},
	{BACK "return_type=absconder requisition_received=2015-05-01",
	 "form-ii-out TX 2015-05-01, form-ii-in OK 2015-05-01"},
	{BACK "requisition_received=2015-05-01",
	 "form-i-out TX 2015-05-01 lacks return_type, "
	 "form-i-in OK 2015-05-01 lacks return_type, "
	 "form-ii-out TX 2015-05-01 lacks return_type, "
	 "form-ii-in OK 2015-05-01 lacks return_type"},
	{UNDONE "return_type=runaway not_returned_because=not-located",
	 "form-i-out TX 2015-03-01, form-i-in OK 2015-03-01, "
	 "not-returned-not-located-out TX 2015-05-01, "
	 "not-returned-not-located-in OK 2015-05-01"},
	{BACK "closed=2015-05-01 not_returned_because=other", ""},
	{REFERRED "supervision=parole sex_offender=yes",
	 "parole-out TX 2015-05-01, parole-in OK 2015-05-01, "
	 "parole-sex-offense-out TX 2015-05-01, "
	 "parole-sex-offense-in OK 2015-05-01"},
	{REFERRED "supervision=parole sex_offender=no",
	 "parole-out TX 2015-05-01, parole-in OK 2015-05-01"},
	{REFERRED "supervision=probation must_register_sending=yes",
	 "probation-out TX 2015-05-01, probation-in OK 2015-05-01, "
	 "probation-sex-offense-out TX 2015-05-01, "
	 "probation-sex-offense-in OK 2015-05-01"},
	{REFERRED "supervision=none", ""},
	{MOVE "referral_sent=2015-04-01 supervision=probation sex_offender=no",
	 "probation-out TX 2015-04-01, probation-in OK 2015-04-01"},
	{MOVE "closed=2015-05-01",
	 "terminated-out TX 2015-05-01, terminated-in OK 2015-05-01"},
	{FAILED "failure_reason=violation",
	 "failed-violation-out TX 2015-05-01, "
	 "failed-violation-in OK 2015-05-01"},
	{FAILED "failure_reason=other returned=2015-05-08",
	 "failed-other-out TX 2015-05-01, failed-other-in OK 2015-05-01, "
	 "failed-other-returned-out TX 2015-05-01, "
	 "failed-other-returned-in OK 2015-05-01"},
	{"airport_state=IL airport_arrival=2015-05-01T10:00 "
	 "airport_supervised=yes", "airport-requests-met IL 2015-05-01"},
	{"airport_state=IL airport_arrival=2015-05-01T10:00 "
	 "airport_supervised=no", ""},
	{"airport_state=IL airport_arrival=2015-05-01T10:00",
	 "airport-requests-met IL 2015-05-01 lacks airport_supervised"},
};

static void set_facts(struct icj_case *c, const char *facts)
{
	while (*facts) {
		size_t len = strcspn(facts, " ");
		size_t name = strcspn(facts, "=");
		const struct icj_field *f = icj_field_find(facts, name);

		ck_assert_msg(f != NULL, "%.*s", (int)len, facts);
		ck_assert_int_eq(icj_case_set(c, f, facts + name + 1,
		    len - name - 1), ICJ_OK);
		facts += len;
		facts += *facts == ' ';
	}
}

static void add_count(char *got, size_t size, const struct icj_tally *n)
{
	size_t len = strlen(got);
	char day[11];

	snprintf(got + len, size - len, "%s%s %s %s%s%s", len ? ", " : "",
	    n->measure->id, n->state ? icj_state_code(n->state) : "-",
	    icj_date_format(n->day, day),
	    n->counts == ICJ_YES ? "" : " lacks ",
	    n->counts == ICJ_YES ? "" : n->lacks ? n->lacks->name : "?");
}

START_TEST(records_count)
{
	struct icj_context ctx = {.edition = ICJ_DATE_NONE,
	    .as_of = {date_of("2015-06-10"), ICJ_NO_CLOCK, ICJ_NO_OFFSET}};
	struct icj_case *c = icj_case_new();
	struct icj_tally n;
	char got[2000] = "";

	set_facts(c, records[_i].facts);
	for (size_t i = 0; icj_tally(c, &ctx, i, &n); i++)
		if (n.counts != ICJ_NO)
			add_count(got, sizeof(got), &n);
	ck_assert_msg(strcmp(got, records[_i].counts) == 0,
	    "%s:\n%s, not\n%s", records[_i].facts, got, records[_i].counts);
	icj_case_free(c);
}
END_TEST

/* A pair points at one another, a share at a measure of the same side. */
/* "failed-other-returned-in" is a share of "failed-other-in". */
static void expect_share(const struct icj_measure *m)
{
	const struct icj_measure *whole = icj_measure_at((size_t)m->part_of);
	const char *side = strrchr(whole->id, '-');

	ck_assert_str_eq(strrchr(m->id, '-'), side);
	ck_assert_int_eq(strncmp(m->id, whole->id,
	    (size_t)(side - whole->id) + 1), 0);
	ck_assert_str_eq(m->state, whole->state);
}

START_TEST(measures_are_paired)
{
	const struct icj_measure *m;
	size_t i = 0;

	for (; (m = icj_measure_at(i)); i++) {
		ck_assert_str_eq(m->rule.cite, "2-102(1)");
		if (m->other >= 0)
			ck_assert_int_eq(icj_measure_at((size_t)m->other)
			    ->other, (int)i);
		if (m->part_of >= 0)
			expect_share(m);
		ck_assert_ptr_eq(icj_rule_at(ICJ_AREA_TALLY, i), &m->rule);
	}
	ck_assert_uint_eq(i, 51);
}
END_TEST

START_TEST(editions_are_named)
{
	struct icj_context ctx = {.edition = ICJ_DATE_NONE};
	const struct icj_measure *m = icj_measure_at(0);
	static const char *const days[][2] = {
		{"2013-05-01", "2014-10-29"}, {"2014-12-31", "2014-10-29"},
		{"2015-05-01", "2015-01-01"}, {"2020-05-01", "2015-01-01"},
	};

	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(icj_measure_edition(m, &ctx,
		    date_of(days[i][0])), date_of(days[i][1]));
}
END_TEST

/* -- Hidden counts ------------------------------------------------------ */

#define SIDE 4
#define CELLS (SIDE * SIDE)
#define MARGINS ((SIDE + 1) * (SIDE + 1))

/* One or two tables, what is hidden of them, and what a reader could think. */
struct puzzle {
	size_t tables, rows, columns;
	int64_t limit;
	bool totals;
	int64_t count[2][CELLS];
	int64_t least[2][CELLS], most[2][CELLS];
	unsigned char hidden[2][MARGINS];
	int64_t think[2][CELLS];
	bool other[2][MARGINS]; /* a reader could think another number */
};

static size_t at(const struct puzzle *p, size_t r, size_t c)
{
	return r * (p->columns + 1) + c;
}

/* A cell, or a total where the row or the column is beyond the last. */
static int64_t value(const struct puzzle *p,
    const int64_t table[CELLS], size_t r, size_t c)
{
	size_t r1 = r < p->rows ? r + 1 : p->rows;
	size_t c1 = c < p->columns ? c + 1 : p->columns;
	int64_t sum = 0;

	for (size_t i = r < p->rows ? r : 0; i < r1; i++)
		for (size_t k = c < p->columns ? c : 0; k < c1; k++)
			sum += table[i * p->columns + k];
	return sum;
}

/* Whether a number fits what is printed in a place. */
static bool fits(const struct puzzle *p, size_t t, size_t r, size_t c,
    int64_t v)
{
	switch (p->hidden[t][at(p, r, c)]) {
	case ICJ_HIDDEN_SMALL:
		return v >= 1 && v < p->limit;
	case ICJ_HIDDEN_TOO:
		return v >= p->limit;
	default:
		return v == value(p, p->count[t], r, c);
	}
}

static bool margins_fit(const struct puzzle *p)
{
	for (size_t t = 0; p->totals && t < p->tables; t++)
		for (size_t r = 0; r <= p->rows; r++)
			for (size_t c = 0; c <= p->columns; c++)
				if ((r == p->rows || c == p->columns) &&
				    !fits(p, t, r, c, value(p, p->think[t], r,
				    c)))
					return false;
	for (size_t c = 0; p->tables == 2 && c < p->columns; c++)
		if (value(p, p->think[0], p->rows, c) !=
		    value(p, p->think[1], p->rows, c))
			return false;
	return true;
}

static void take_thought(struct puzzle *p)
{
	if (!margins_fit(p))
		return;
	for (size_t t = 0; t < p->tables; t++)
		for (size_t r = 0; r <= p->rows; r++)
			for (size_t c = 0; c <= p->columns; c++)
				p->other[t][at(p, r, c)] |=
				    value(p, p->think[t], r, c) !=
				    value(p, p->count[t], r, c);
}

/* Every table that differs by at most one in each hidden cell. */
static void think(struct puzzle *p, size_t t, size_t i)
{
	size_t cells = p->rows * p->columns;
	size_t r = i / p->columns, c = i % p->columns;
	int64_t v;

	if (i == cells && t + 1 < p->tables) {
		think(p, t + 1, 0);
		return;
	}
	if (i == cells) {
		take_thought(p);
		return;
	}
	v = p->count[t][i];
	for (int64_t w = v - 1; w <= v + 1; w++) {
		if (!fits(p, t, r, c, w) || w < p->least[t][i] ||
		    w > p->most[t][i])
			continue;
		p->think[t][i] = w;
		think(p, t, i + 1);
	}
}

static bool solve(struct puzzle *p)
{
	struct icj_grid g[2];

	for (size_t t = 0; t < p->tables; t++)
		g[t] = (struct icj_grid){p->rows, p->columns, p->count[t],
		    p->least[t], p->most[t], p->hidden[t]};
	memset(p->other, 0, sizeof(p->other));
	if (!icj_hide_small(&g[0], p->tables == 2 ? &g[1] : NULL, p->limit,
	    p->totals))
		return false;
	think(p, 0, 0);
	return true;
}

static void check_place(const struct puzzle *p, size_t t, size_t r, size_t c)
{
	int64_t v = value(p, p->count[t], r, c);
	bool total = r == p->rows || c == p->columns;
	bool small = v >= 1 && v < p->limit && (p->totals || !total);

	ck_assert_int_eq(p->hidden[t][at(p, r, c)] == ICJ_HIDDEN_SMALL,
	    small);
	if (v == 0 || (total && !p->totals))
		ck_assert_int_eq(p->hidden[t][at(p, r, c)], ICJ_SHOWN);
	if (p->hidden[t][at(p, r, c)] != ICJ_SHOWN)
		ck_assert_msg(p->other[t][at(p, r, c)],
		    "table %zu, place %zu %zu, can only be %lld", t, r, c,
		    (long long)v);
}

static void check_all(const struct puzzle *p)
{
	for (size_t t = 0; t < p->tables; t++)
		for (size_t r = 0; r <= p->rows; r++)
			for (size_t c = 0; c <= p->columns; c++)
				check_place(p, t, r, c);
}

static uint32_t random_state;

/* The same numbers every time. */
static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (random_state >> 8) % n;
}

static void random_table(struct puzzle *p, size_t t)
{
	for (size_t i = 0; i < p->rows * p->columns; i++) {
		p->count[t][i] = random_below(3) ? random_below(12) : 0;
		p->least[t][i] = 0;
		p->most[t][i] = 1000;
	}
}

/* Moves what is missing or too much into one row of the second table. */
static void even_out(struct puzzle *p)
{
	for (size_t c = 0; c < p->columns; c++) {
		int64_t diff = value(p, p->count[0], p->rows, c) -
		    value(p, p->count[1], p->rows, c);

		for (size_t r = 0; r < p->rows; r++) {
			int64_t *cell = &p->count[1][r * p->columns + c];
			int64_t step = *cell + diff < 0 ? -*cell : diff;

			*cell += step;
			diff -= step;
		}
	}
}

START_TEST(nothing_follows_from_one_table)
{
	struct puzzle p = {.tables = 1, .totals = true};
	int solved = 0;

	random_state = (uint32_t)_i + 1;
	for (int i = 0; i < 150; i++) {
		p.rows = 1 + random_below(3);
		p.columns = 1 + random_below(3);
		p.limit = 3 + random_below(4);
		p.totals = random_below(4) > 0;
		random_table(&p, 0);
		if (!solve(&p))
			continue;
		solved++;
		check_all(&p);
	}
	ck_assert_int_gt(solved, 120);
}
END_TEST

START_TEST(nothing_follows_from_two_tables)
{
	struct puzzle p = {.tables = 2};
	int solved = 0;

	random_state = (uint32_t)_i + 100;
	for (int i = 0; i < 60; i++) {
		p.rows = 1 + random_below(3);
		p.columns = 1 + random_below(2);
		p.limit = 3 + random_below(4);
		p.totals = random_below(2);
		random_table(&p, 0);
		random_table(&p, 1);
		even_out(&p);
		if (!solve(&p))
			continue;
		solved++;
		check_all(&p);
	}
	ck_assert_int_gt(solved, 40);
}
END_TEST

/* A share and its whole tell of one another. */
START_TEST(nothing_follows_from_a_share)
{
	struct puzzle p = {.tables = 1, .totals = true};

	random_state = (uint32_t)_i + 200;
	for (int i = 0; i < 100; i++) {
		p.rows = 1 + random_below(3);
		p.columns = 1 + random_below(3);
		p.limit = 3 + random_below(4);
		random_table(&p, 0);
		for (size_t k = 0; k < p.rows * p.columns; k++)
			if (i % 2)
				p.most[0][k] = p.count[0][k] +
				    random_below(3);
			else
				p.least[0][k] = p.count[0][k] -
				    random_below((uint32_t)p.count[0][k] + 1);
		if (solve(&p))
			check_all(&p);
	}
}
END_TEST

/* Two hidden cells in each line are not enough: between two blocks the single
 * cell that joins them follows from both.  Nor is the sum of a line: two
 * counts below 5 that sum to 8 are 4 each. */
static const struct {
	size_t rows, columns;
	int64_t count[CELLS];
} traps[] = {
	{4, 4, {1, 2, 9, 9, 2, 1, 1, 9, 9, 9, 2, 1, 9, 9, 1, 2}},
	{1, 2, {4, 4}}, {2, 2, {4, 4, 9, 9}}, {2, 2, {1, 1, 9, 9}},
	{1, 1, {1}}, {1, 1, {4}}, {2, 1, {1, 9}}, {1, 3, {1, 0, 0}},
	{3, 1, {0, 4, 50}}, {2, 2, {1, 5, 5, 5}}, {2, 2, {0, 0, 0, 0}},
};

START_TEST(traps_are_seen)
{
	struct puzzle p = {.tables = 1, .totals = true, .limit = 5};

	p.rows = traps[_i].rows;
	p.columns = traps[_i].columns;
	memcpy(p.count[0], traps[_i].count, sizeof(p.count[0]));
	for (size_t i = 0; i < CELLS; i++)
		p.most[0][i] = 1000;
	ck_assert(solve(&p));
	check_all(&p);
}
END_TEST

/* A table, and which of its counts and totals are hidden: small, for the sake
 * of one that is, or not.  Two counts below 5 that sum to 4 can be another
 * each, a single one takes the cheapest other with it.  The last line is that
 * of the totals. */
static const struct {
	size_t rows, columns;
	int64_t count[6];
	const char *hidden;
} lines[] = {
	{1, 3, {2, 2, 9}, "ss-- ss--"}, {1, 3, {3, 3, 9}, "ss-- ss--"},
	{1, 3, {1, 9, 20}, "st-- st--"}, {1, 3, {1, 20, 9}, "s-t- s-t-"},
	{1, 3, {20, 9, 1}, "-ts- -ts-"}, {1, 3, {9, 20, 1}, "t-s- t-s-"},
	{1, 3, {9, 1, 20}, "ts-- ts--"}, {1, 3, {2, 5, 20}, "st-- st--"},
	{1, 3, {1, 5, 6}, "s-t- s-t-"}, {1, 3, {6, 5, 4}, "-ts- -ts-"},
	{1, 3, {5, 0, 9}, "---- ----"},
	{2, 3, {14, 25, 0, 20, 2, 2}, "---- -ss- -ts-"},
};

START_TEST(no_more_is_hidden)
{
	unsigned char hidden[12];
	struct icj_grid g = {lines[_i].rows, lines[_i].columns,
	    lines[_i].count, NULL, NULL, hidden};
	char got[16] = "";
	size_t n = 0;

	ck_assert(icj_hide_small(&g, NULL, 5, true));
	for (size_t r = 0; r <= g.rows; r++) {
		for (size_t c = 0; c <= g.columns; c++)
			got[n++] = "-st"[hidden[r * (g.columns + 1) + c]];
		got[n++] = r < g.rows ? ' ' : '\0';
	}
	ck_assert_str_eq(got, lines[_i].hidden);
}
END_TEST

START_TEST(limits_of_hiding)
{
	static const int64_t count[] = {1}, none[] = {0};
	unsigned char hidden[4];
	struct icj_grid g = {1, 1, count, NULL, NULL, hidden};
	struct icj_grid empty = {1, 1, none, NULL, NULL, hidden};

	ck_assert(!icj_hide_small(&empty, NULL, 2, true));
	ck_assert(icj_hide_small(&empty, NULL, 3, true));

	ck_assert(!icj_hide_small(&g, NULL, 2, true));
	ck_assert(icj_hide_small(&g, NULL, 3, true));
	ck_assert_int_eq(hidden[0], ICJ_HIDDEN_SMALL);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static Suite *suite(void)
{
	Suite *s = suite_create("tally");
	TCase *counts = tcase_create("counts");
	TCase *hiding = tcase_create("hiding");

	tcase_add_loop_test(counts, periods_have_names, 0, COUNT(periods));
	tcase_add_loop_test(counts, periods_hold_their_days, 0, 4);
	tcase_add_loop_test(counts, records_count, 0, COUNT(records));
	tcase_add_test(counts, measures_are_paired);
	tcase_add_test(counts, editions_are_named);
	suite_add_tcase(s, counts);
	tcase_set_timeout(hiding, 120);
	tcase_add_loop_test(hiding, nothing_follows_from_one_table, 0, 8);
	tcase_add_loop_test(hiding, nothing_follows_from_two_tables, 0, 8);
	tcase_add_loop_test(hiding, nothing_follows_from_a_share, 0, 4);
	tcase_add_loop_test(hiding, traps_are_seen, 0, COUNT(traps));
	tcase_add_loop_test(hiding, no_more_is_hidden, 0, COUNT(lines));
	tcase_add_test(hiding, limits_of_hiding);
	suite_add_tcase(s, hiding);
	return s;
}
