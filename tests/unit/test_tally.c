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
	{MOVE "arrived=2015-05-01 withdrawn=2015-05-01", ""},
	{MOVE "arrived=2015-05-01 withdrawn=2015-04-30",
	 "transfers-out TX 2015-05-01, transfers-in OK 2015-05-01"},
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

#define STATES 3
#define MOST 7 /* events that join two states, in what a reader could think */

/* Two tables of a period of events among three states, what is shown of them,
 * and what a reader finds who tries all events there could have been. */
struct puzzle {
	int64_t limit;
	bool totals;
	int64_t count[2][STATES];
	unsigned char hidden[2][2 * (STATES + 1)];
	bool could[2][STATES][16]; /* by number, below the limit */
};

static int random_below(int n)
{
	static uint32_t state = 2463534242u;

	state ^= state << 13;
	state ^= state >> 17;
	state ^= state << 5;
	return (int)(state % (uint32_t)n);
}

static unsigned char label(const struct puzzle *p, int t, int row)
{
	return p->hidden[t][row * 2];
}

/* The sums of events from a state to another, by the one and by the other. */
static void add_up(const int64_t event[STATES][STATES],
    int64_t count[2][STATES])
{
	memset(count, 0, 2 * sizeof(count[0]));
	for (int from = 0; from < STATES; from++)
		for (int to = 0; to < STATES; to++) {
			count[0][from] += event[from][to];
			count[1][to] += event[from][to];
		}
}

static int64_t sum_of(const int64_t count[STATES])
{
	return count[0] + count[1] + count[2];
}

static bool agrees(const struct puzzle *p, int64_t think[2][STATES])
{
	for (int t = 0; t < 2; t++)
		for (int row = 0; row < STATES; row++) {
			int64_t n = think[t][row];
			bool small = n > 0 && n < p->limit;

			if (label(p, t, row) == ICJ_SHOWN ?
			    n != p->count[t][row] :
			    label(p, t, row) == ICJ_HIDDEN_SMALL ? !small :
			    label(p, t, row) == ICJ_HIDDEN_TOO && small)
				return false;
		}
	return !p->totals || label(p, 0, STATES) != ICJ_SHOWN ||
	    sum_of(think[0]) == sum_of(p->count[0]);
}

/* All events of the pairs from one on; the six pairs are 01 02 10 12 20 21. */
static void think(struct puzzle *p, int pair, int64_t event[STATES][STATES])
{
	int from = pair / 2, to = pair % 2 + (pair % 2 >= from);
	int64_t sums[2][STATES];

	if (pair == 6) {
		add_up((const int64_t (*)[STATES])event, sums);
		if (agrees(p, sums))
			for (int t = 0; t < 2; t++)
				for (int row = 0; row < STATES; row++)
					if (sums[t][row] < p->limit)
						p->could[t][row]
						    [sums[t][row]] = true;
		return;
	}
	for (event[from][to] = 0; event[from][to] <= MOST; event[from][to]++)
		think(p, pair + 1, event);
}

static void hide(struct puzzle *p)
{
	struct icj_grid g[2];

	for (int t = 0; t < 2; t++)
		g[t] = (struct icj_grid){STATES, 1, p->count[t],
		    p->hidden[t]};
	ck_assert(icj_hide_small(g, 2, p->limit, p->totals));
}

/* Each small one is hidden, and could be all that is small. */
static void check_small(const struct puzzle *p, int t, int row)
{
	int64_t n = p->count[t][row];
	bool small = n > 0 && n < p->limit;

	ck_assert(small == (label(p, t, row) == ICJ_HIDDEN_SMALL) ||
	    label(p, t, row) == ICJ_WITHHELD);
	for (int64_t i = 1; small && i < p->limit; i++)
		ck_assert_msg(p->could[t][row][i], "table %d of %d %d %d, "
		    "%d %d %d: row %d cannot be %d", t, (int)p->count[0][0],
		    (int)p->count[0][1], (int)p->count[0][2],
		    (int)p->count[1][0], (int)p->count[1][1],
		    (int)p->count[1][2], row, (int)i);
}

static void random_events(struct puzzle *p)
{
	int64_t event[STATES][STATES] = {{0}};

	for (int pair = 0; pair < 6; pair++)
		event[pair / 2][pair % 2 + (pair % 2 >= pair / 2)] =
		    random_below(3) ? random_below(6) : 0;
	add_up((const int64_t (*)[STATES])event, p->count);
}

START_TEST(nothing_follows)
{
	for (int i = 0; i < 40; i++) {
		struct puzzle p = {.limit = 3 + random_below(2),
		    .totals = _i % 2};
		int64_t event[STATES][STATES] = {{0}};

		random_events(&p);
		hide(&p);
		think(&p, 0, event);
		for (int t = 0; t < 2; t++)
			for (int row = 0; row < STATES; row++)
				check_small(&p, t, row);
	}
}
END_TEST

/* Tables of a period, rows of the one and of the other, with their totals: -
 * shown, s small, t hidden too, w withheld. */
static const struct {
	size_t grids, rows;
	int64_t count[8];
	bool totals;
	const char *hidden;
} tables[] = {
	/* nothing small */
	{2, 3, {5, 0, 9, 9, 5, 0}, true, "---- ----"},
	/* one table without its total, and with it */
	{1, 3, {1, 9, 20}, false, "s---"},
	{1, 3, {1, 9, 20}, true, "st--"},
	{1, 3, {1, 20, 9}, true, "s-t-"},
	{1, 3, {4, 5, 9}, true, "st--"},
	{1, 3, {1, 5, 5}, true, "s--t"},
	{1, 1, {1}, true, "st"},
	/* two small ones that make one another: 2 and 2 */
	{2, 2, {9, 2, 2, 9}, false, "-s- s--"},
	{2, 2, {9, 2, 2, 9}, true, "ts- st-"},
	/* of 24 events 8 are from and 16 to one state: no other two join */
	{2, 3, {8, 12, 4, 16, 2, 6}, false, "-ts- -st-"},
	/* only zeros to hide behind */
	{2, 3, {1, 1, 0, 0, 0, 2}, false, "sst- t-s-"},
	/* nothing to hide behind: one state has it all with itself */
	{2, 2, {1, 0, 9, 0}, false, "ww- ww-"},
};

START_TEST(no_more_is_hidden)
{
	size_t rows = tables[_i].rows;
	unsigned char hidden[2][10];
	char got[24] = "";
	struct icj_grid g[2];

	for (size_t t = 0; t < tables[_i].grids; t++)
		g[t] = (struct icj_grid){rows, 1,
		    tables[_i].count + t * rows, hidden[t]};
	ck_assert(icj_hide_small(g, tables[_i].grids, 5, tables[_i].totals));
	for (size_t t = 0; t < tables[_i].grids; t++) {
		size_t n = strlen(got);

		if (t > 0)
			got[n++] = ' ';
		for (size_t row = 0; row <= rows; row++)
			got[n++] = "-stw"[hidden[t][row * 2]];
	}
	ck_assert_str_eq(got, tables[_i].hidden);
}
END_TEST

/* Two periods: the totals of a state and of all follow those they sum. */
START_TEST(totals_of_hidden_counts_are_hidden)
{
	static const int64_t out[] = {9, 1, 9, 9, 0, 0};
	static const int64_t in[] = {0, 0, 0, 0, 18, 10};
	unsigned char hidden[2][12];
	struct icj_grid g[] = {{3, 2, out, hidden[0]}, {3, 2, in, hidden[1]}};
	char got[26];

	ck_assert(icj_hide_small(g, 2, 5, true));
	for (size_t i = 0; i < 24; i++)
		got[i + i / 12] = "-stw"[hidden[i / 12][i % 12]];
	got[12] = ' ';
	got[25] = '\0';
	ck_assert_str_eq(got, "-st-tt------ ------------");
}
END_TEST

START_TEST(shares_hide_with_the_whole)
{
	static const int64_t whole[] = {20, 30, 40, 9};
	static const int64_t back[] = {9, 40, 30, 20};
	static const int64_t share[] = {6, 7, 2, 0};
	static const int64_t share_back[] = {0, 8, 7, 0};
	unsigned char hidden[4][10];
	struct icj_grid g[] = {{4, 1, whole, hidden[0]},
	    {4, 1, back, hidden[1]}, {4, 1, share, hidden[2]},
	    {4, 1, share_back, hidden[3]}};
	static const char *const want[] = {"tt--t", "-tt-t", "tts-t", "-tt-t"};

	ck_assert(icj_hide_small(g, 4, 5, true));
	for (size_t t = 0; t < 4; t++)
		for (size_t row = 0; row < 5; row++)
			ck_assert_msg("-stw"[hidden[t][row * 2]] ==
			    want[t][row], "table %zu, row %zu", t, row);
}
END_TEST

START_TEST(limits_of_hiding)
{
	static const int64_t one[] = {1}, none[] = {0}, less[] = {-1};
	static const int64_t more[] = {INT64_MAX};
	unsigned char hidden[2][4];
	struct icj_grid g[2] = {{1, 1, one, hidden[0]},
	    {1, 1, none, hidden[1]}};

	ck_assert(!icj_hide_small(g, 1, 2, true));
	ck_assert(icj_hide_small(g, 1, 3, true));
	ck_assert(!icj_hide_small(g, 1, INT64_MAX, true));
	ck_assert(!icj_hide_small(NULL, 1, 3, true));
	ck_assert(!icj_hide_small(g, 0, 3, true));
	ck_assert(!icj_hide_small(g, 3, 3, true));
	g[1].rows = 2;
	ck_assert(!icj_hide_small(g, 2, 3, true));
	g[0].count = less;
	ck_assert(!icj_hide_small(g, 1, 3, true));
	g[0].count = more;
	ck_assert(!icj_hide_small(g, 1, 3, true));
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

START_TEST(no_period_beyond_the_calendar)
{
	static const int32_t beyond[] = {INT32_MIN, -1, 0, INT32_MAX};

	for (size_t i = 0; i < 4; i++)
		for (int by = ICJ_BY_MONTH; by <= ICJ_BY_FISCAL_YEAR; by++)
			ck_assert_int_eq(icj_period_start((enum icj_by)by,
			    beyond[i]), ICJ_DATE_NONE);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("tally");
	TCase *counts = tcase_create("counts");
	TCase *hiding = tcase_create("hiding");

	tcase_add_loop_test(counts, periods_have_names, 0, COUNT(periods));
	tcase_add_test(counts, no_period_beyond_the_calendar);
	tcase_add_loop_test(counts, periods_hold_their_days, 0, 4);
	tcase_add_loop_test(counts, records_count, 0, COUNT(records));
	tcase_add_test(counts, measures_are_paired);
	tcase_add_test(counts, editions_are_named);
	suite_add_tcase(s, counts);
	tcase_set_timeout(hiding, 120);
	tcase_add_loop_test(hiding, nothing_follows, 0, 4);
	tcase_add_loop_test(hiding, no_more_is_hidden, 0, COUNT(tables));
	tcase_add_test(hiding, totals_of_hidden_counts_are_hidden);
	tcase_add_test(hiding, shares_hide_with_the_whole);
	tcase_add_test(hiding, limits_of_hiding);
	suite_add_tcase(s, hiding);
	return s;
}
