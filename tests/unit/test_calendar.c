/* SPDX-License-Identifier: MIT */
/*
 * test_calendar.c - business days against a model that only walks: every day
 * of 1971 to 2199 is judged by itself and its neighbours, and every count is
 * a walk through the list of open days.
 */
#include <string.h>

#include "icj.h"
#include "suite.h"

#define FIRST ICJ_CALENDAR_FIRST
#define LAST ICJ_CALENDAR_LAST
#define DAYS (LAST - FIRST + 1)
#define TX 48

#define ROWS(table) ((int)(sizeof(table) / sizeof(*table)))

static icj_date d(const char *text)
{
	icj_date day;

	if (icj_date_parse(text, strlen(text), NULL, &day))
		ck_abort_msg("bad date %s in the test", text);
	return day;
}

static const char *text_of(icj_date day)
{
	static char bufs[4][11];
	static int next;

	next = (next + 1) % 4;
	return icj_date_format(day, bufs[next]);
}

/* -- The model ---------------------------------------------------------- */

/* The name of the holiday whose own date this is, by the day of the month. */
static const char *holiday_proper(icj_date day)
{
	int y, m, md, w = icj_weekday(day), nth;

	icj_date_parts(day, &y, &m, &md);
	nth = (md - 1) / 7 + 1;
	if (m == 1 && md == 1)
		return "New Year's Day";
	if (m == 1 && w == 0 && nth == 3 && y > 1985)
		return "Birthday of Martin Luther King, Jr.";
	if (m == 2 && w == 0 && nth == 3)
		return "Washington's Birthday";
	if (m == 5 && w == 0 && md + 7 > 31)
		return "Memorial Day";
	if (m == 6 && md == 19 && y > 2020)
		return "Juneteenth National Independence Day";
	if (m == 7 && md == 4)
		return "Independence Day";
	if (m == 9 && w == 0 && nth == 1)
		return "Labor Day";
	if (m == 10 && w == 0 && nth == 2)
		return "Columbus Day";
	if (y < 1978 ? m == 10 && w == 0 && nth == 4 : m == 11 && md == 11)
		return "Veterans Day";
	if (m == 11 && w == 3 && nth == 4)
		return "Thanksgiving Day";
	return m == 12 && md == 25 ? "Christmas Day" : NULL;
}

/* The holiday kept on a weekday, its own or that of a weekend day beside. */
static const char *holiday_kept(icj_date day, bool *moved)
{
	const char *name = holiday_proper(day);
	int w = icj_weekday(day);

	*moved = false;
	if (w > 4 || name)
		return w > 4 ? NULL : name;
	*moved = true;
	if (w == 4)
		return holiday_proper(day + 1);
	return w == 0 ? holiday_proper(day - 1) : NULL;
}

/* Days as they are in one state; open_days in order, with their count. */
struct model {
	bool open[DAYS];
	icj_date open_days[DAYS];
	int count;
	int before[DAYS + 1];
};

static void model_finish(struct model *m)
{
	int i;

	m->count = 0;
	for (i = 0; i < DAYS; i++) {
		m->before[i] = m->count;
		if (m->open[i])
			m->open_days[m->count++] = FIRST + i;
	}
	m->before[DAYS] = m->count;
}

static void model_apply(struct model *m, const struct icj_closure *lines,
    size_t count, icj_state state)
{
	size_t i;

	for (i = 0; i < count; i++) {
		int at = lines[i].date - FIRST;

		if (lines[i].state == state && at >= 0 && at < DAYS)
			m->open[at] = lines[i].open &&
			    icj_weekday(lines[i].date) < 5;
	}
}

static void model_make(struct model *m, const struct icj_closure *lines,
    size_t count, icj_state state)
{
	bool moved;
	int i;

	for (i = 0; i < DAYS; i++)
		m->open[i] = icj_weekday(FIRST + i) < 5 &&
		    !holiday_kept(FIRST + i, &moved);
	model_apply(m, lines, count, 0);
	if (state)
		model_apply(m, lines, count, state);
	model_finish(m);
}

static icj_date model_add(const struct model *m, icj_date day, int n)
{
	int at = n > 0 ? m->before[day + 1 - FIRST] + n - 1 :
	    m->before[day - FIRST] + n;

	if (n == 0)
		return day;
	return at < 0 || at >= m->count ? ICJ_DATE_NONE : m->open_days[at];
}

/* By single steps, for a model of the model. */
static icj_date walk(const struct model *m, icj_date day, int n)
{
	int step = n < 0 ? -1 : 1;

	while (n && day >= FIRST && day <= LAST) {
		day += step;
		if (day >= FIRST && day <= LAST && m->open[day - FIRST])
			n -= step;
	}
	return n ? ICJ_DATE_NONE : day;
}

static struct icj_calendar *federal(void)
{
	struct icj_calendar *cal = icj_calendar_new(NULL, 0, NULL, 0);

	ck_assert_ptr_nonnull(cal);
	return cal;
}

static struct model model; /* half a megabyte is no place on a stack */

/* -- The federal calendar ----------------------------------------------- */

START_TEST(every_holiday)
{
	struct icj_calendar *cal = federal();
	icj_date day;

	model_make(&model, NULL, 0, 0);
	for (day = FIRST; day <= LAST; day++) {
		bool moved;
		const char *why = icj_closed_because(cal, 0, day);
		const char *name = holiday_kept(day, &moved);
		size_t len = name ? strlen(name) : 0;
		bool same;

		if (icj_weekday(day) > 4)
			same = why && !strcmp(why, "weekend");
		else if (!name)
			same = !why;
		else
			same = why && !strncmp(why, name, len) &&
			    !strcmp(why + len, moved ? " (observed)" : "");
		if (!same || !why != icj_is_business_day(cal, 0, day) ||
		    !why != model.open[day - FIRST])
			ck_abort_msg("%s: %s", text_of(day), why ? why : "");
	}
	icj_calendar_free(cal);
}
END_TEST

static const struct {
	const char *day, *why;
} reason_rows[] = {
	{ "1971-01-01", "New Year's Day" },
	{ "1971-10-25", "Veterans Day" },
	{ "1971-11-11", NULL },
	{ "1977-10-24", "Veterans Day" },
	{ "1978-10-23", NULL },
	{ "1978-11-10", "Veterans Day (observed)" },
	{ "1985-01-21", NULL },
	{ "1986-01-20", "Birthday of Martin Luther King, Jr." },
	{ "1993-12-31", "New Year's Day (observed)" },
	{ "1999-12-31", "New Year's Day (observed)" },
	{ "2000-01-03", NULL },
	{ "2004-12-31", "New Year's Day (observed)" },
	{ "2005-01-03", NULL },
	{ "2005-12-30", NULL },
	{ "2006-01-02", "New Year's Day (observed)" },
	{ "2010-12-31", "New Year's Day (observed)" },
	{ "2011-01-03", NULL },
	{ "2015-07-03", "Independence Day (observed)" },
	{ "2015-07-04", "weekend" },
	{ "2015-05-25", "Memorial Day" },
	{ "2016-12-26", "Christmas Day (observed)" },
	{ "2020-06-19", NULL },
	{ "2021-06-18", "Juneteenth National Independence Day (observed)" },
	{ "2021-12-24", "Christmas Day (observed)" },
	{ "2021-12-31", "New Year's Day (observed)" },
	{ "2022-01-03", NULL },
	{ "2022-06-20", "Juneteenth National Independence Day (observed)" },
	{ "2025-01-20", "Birthday of Martin Luther King, Jr." },
	{ "2025-11-28", NULL },
	{ "2100-01-01", "New Year's Day" },
	{ "2100-12-31", "New Year's Day (observed)" },
	{ "2101-01-03", NULL },
	{ "2199-12-25", "Christmas Day" },
	{ "2199-12-31", NULL },
	{ "2200-01-01", "outside the calendar of 1971 to 2199" },
	{ "1970-12-31", "outside the calendar of 1971 to 2199" },
};

START_TEST(reasons)
{
	struct icj_calendar *cal = federal();
	icj_date day = d(reason_rows[_i].day);
	const char *why = icj_closed_because(cal, 0, day);

	if (reason_rows[_i].why)
		ck_assert_str_eq(why, reason_rows[_i].why);
	else
		ck_assert_ptr_null(why);
	ck_assert(icj_is_business_day(cal, 0, day) == !why);
	icj_calendar_free(cal);
}
END_TEST

/* Weekdays less observed closures; from 2021 on 10 to 12 of these a year. */
START_TEST(counts_of_years)
{
	struct icj_calendar *cal = federal();
	int year, least = 99, most = 0;

	for (year = 1971; year <= 2199; year++) {
		icj_date from = icj_date_of(year, 1, 1), day;
		icj_date to = icj_date_of(year, 12, 31);
		int weekdays = 0, closed = 0;
		bool moved;

		for (day = from; day <= to; day++) {
			weekdays += icj_weekday(day) < 5;
			closed += holiday_kept(day, &moved) != NULL;
		}
		ck_assert_int_eq(weekdays - closed -
		    icj_is_business_day(cal, 0, from),
		    icj_count_business_days(cal, 0, from, to));
		if (year >= 2021) {
			least = closed < least ? closed : least;
			most = closed > most ? closed : most;
		}
	}
	ck_assert_int_eq(least, 10);
	ck_assert_int_eq(most, 12);
	icj_calendar_free(cal);
}
END_TEST

/* -- Counting ----------------------------------------------------------- */

static const struct {
	const char *from;
	int n;
	const char *want;
} add_rows[] = {
	/* permit issued Fri 2015-05-15: Memorial Day is skipped */
	{ "2015-05-15", 10, "2015-06-01" },
	/* departure Mon 2015-03-16 */
	{ "2015-03-16", -5, "2015-03-09" },
	/* Form III received, and extended */
	{ "2015-12-23", 5, "2015-12-31" },
	{ "2015-12-31", 5, "2016-01-08" },
	{ "2015-12-23", 10, "2016-01-08" },
	{ "2015-06-29", 5, "2015-07-07" },
	{ "2015-07-07", 5, "2015-07-14" },
	/* due process notice Mon 2015-03-02 */
	{ "2015-03-02", 5, "2015-03-09" },
	{ "2015-03-06", 1, "2015-03-09" },
	{ "2015-03-09", 2, "2015-03-11" },
	{ "2015-03-02", 10, "2015-03-16" },
	/* the trigger on a closed day is still day 0 */
	{ "2015-03-07", 5, "2015-03-13" },
	{ "2025-07-03", 5, "2025-07-11" },
	{ "2025-07-04", 5, "2025-07-11" },
	{ "2025-07-05", 5, "2025-07-11" },
	{ "2025-07-06", 5, "2025-07-11" },
	{ "2025-07-06", -1, "2025-07-03" },
	{ "2025-07-07", -1, "2025-07-03" },
	{ "2025-07-05", 0, "2025-07-05" },
	/* New Year */
	{ "1999-12-30", 1, "2000-01-03" },
	{ "2000-01-03", -1, "1999-12-30" },
	{ "2004-12-30", 1, "2005-01-03" },
	{ "2010-12-30", 1, "2011-01-03" },
	{ "2021-12-30", 1, "2022-01-03" },
	{ "2021-12-23", 2, "2021-12-28" },
	{ "2099-12-31", 1, "2100-01-04" },
	{ "2100-12-30", 1, "2101-01-03" },
	{ "2199-12-30", 1, "2199-12-31" },
	/* the ends */
	{ "2199-12-31", 1, "" },
	{ "2199-12-31", 0, "2199-12-31" },
	{ "1971-01-01", 1, "1971-01-04" },
	{ "1971-01-04", -1, "" },
	{ "1971-01-05", -1, "1971-01-04" },
	{ "1971-01-01", -1, "" },
	{ "1970-12-31", 1, "" },
	{ "2200-01-01", -1, "" },
	{ "2015-01-01", INT32_MAX, "" },
	{ "2015-01-01", INT32_MIN, "" },
	{ "2015-01-01", -INT32_MAX, "" },
};

START_TEST(worked_dates)
{
	struct icj_calendar *cal = federal();
	icj_date got = icj_add_business_days(cal, 0, d(add_rows[_i].from),
	    add_rows[_i].n);

	ck_assert_str_eq(text_of(got), add_rows[_i].want);
	icj_calendar_free(cal);
}
END_TEST

START_TEST(no_day)
{
	struct icj_calendar *cal = federal();

	ck_assert_int_eq(icj_add_business_days(cal, 0, ICJ_DATE_NONE, 5),
	    ICJ_DATE_NONE);
	ck_assert_int_eq(icj_add_business_days(cal, 0, INT32_MAX, -5),
	    ICJ_DATE_NONE);
	ck_assert(!icj_is_business_day(cal, 0, ICJ_DATE_NONE));
	ck_assert(!icj_is_business_day(cal, 0, INT32_MAX));
	ck_assert_ptr_nonnull(icj_closed_because(cal, 0, ICJ_DATE_NONE));
	/* No such state: the calendar for everywhere. */
	ck_assert(icj_is_business_day(cal, 57, d("2015-07-02")));
	ck_assert(icj_is_business_day(cal, -1, d("2015-07-02")));
	icj_calendar_free(cal);
	icj_calendar_free(NULL);
}
END_TEST

static void expect_like_model(const struct icj_calendar *cal,
    icj_state state, icj_date day, int n)
{
	icj_date want = model_add(&model, day, n);
	icj_date got = icj_add_business_days(cal, state, day, n);

	if (got != want)
		ck_abort_msg("state %d: %s %+d: %s, not %s", state,
		    text_of(day), n, text_of(got), text_of(want));
}

START_TEST(every_day_and_count)
{
	static const int counts[] = { 1, 2, 5, 10, 30, 261, 5000, 59000 };
	struct icj_calendar *cal = federal();
	icj_date day;
	int i, n;

	model_make(&model, NULL, 0, 0);
	for (day = FIRST; day <= LAST; day++) {
		for (i = 0; i < ROWS(counts); i++) {
			expect_like_model(cal, 0, day, counts[i]);
			expect_like_model(cal, 0, day, -counts[i]);
		}
	}
	for (day = FIRST; day <= LAST; day += 7) {
		for (n = -12; n <= 12; n++) {
			if (walk(&model, day, n) !=
			    icj_add_business_days(cal, 0, day, n))
				ck_abort_msg("%s %+d", text_of(day), n);
		}
	}
	icj_calendar_free(cal);
}
END_TEST

/* -- Closures by chance ------------------------------------------------- */

#define LINES 3000

static uint32_t seed;

static uint32_t chance(uint32_t below)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % below;
}

/* A few states, days that meet each other and the ends, some weekends. */
static size_t make_lines(struct icj_closure *lines)
{
	static const icj_state states[] = { 0, 0, 1, TX, 56 };
	size_t count = chance(LINES), i;
	int span = chance(2) ? DAYS + 20 : 1200;
	int from = FIRST - 10 + (int)chance((uint32_t)(DAYS + 20 - span + 1));

	for (i = 0; i < count; i++) {
		lines[i].date = from + (int)chance((uint32_t)span);
		lines[i].state = states[chance(5)];
		lines[i].open = chance(3) == 0;
		lines[i].name = chance(2) ? "a day of their own" : NULL;
	}
	return count;
}

static void check_counts(const struct icj_calendar *cal, icj_state state)
{
	int i;

	for (i = 0; i < 3000; i++) {
		int a = (int)chance(DAYS), b = (int)chance(DAYS);
		int want = b >= a ? model.before[b + 1] - model.before[a + 1] :
		    model.before[b] - model.before[a];

		if (icj_count_business_days(cal, state, FIRST + a, FIRST + b) !=
		    want)
			ck_abort_msg("from %s to %s", text_of(FIRST + a),
			    text_of(FIRST + b));
	}
}

/* n and m more is n + m; a step back undoes one from a business day. */
static void check_laws(const struct icj_calendar *cal, icj_state state)
{
	int i;

	for (i = 0; i < 3000; i++) {
		icj_date day = FIRST + (int)chance(DAYS), mid, end;
		int n = (int)chance(300), m = (int)chance(300);

		mid = icj_add_business_days(cal, state, day, n);
		end = icj_add_business_days(cal, state, day, n + m);
		if (mid == ICJ_DATE_NONE || end == ICJ_DATE_NONE)
			continue;
		ck_assert_msg(icj_add_business_days(cal, state, mid, m) == end,
		    "%s %d %d", text_of(day), n, m);
		if (icj_is_business_day(cal, state, day))
			ck_assert_msg(icj_add_business_days(cal, state, end,
			    -n - m) == day, "%s %d", text_of(day), n + m);
		ck_assert_msg(icj_count_business_days(cal, state, day, end) ==
		    n + m, "%s %d", text_of(day), n + m);
	}
}

static void check_state(const struct icj_calendar *cal, icj_state state)
{
	icj_date day;

	for (day = FIRST; day <= LAST; day++) {
		bool open = model.open[day - FIRST];

		if (icj_is_business_day(cal, state, day) != open ||
		    !icj_closed_because(cal, state, day) != open)
			ck_abort_msg("state %d: %s", state, text_of(day));
		expect_like_model(cal, state, day, (int)chance(60) - 30);
	}
	check_counts(cal, state);
	check_laws(cal, state);
}

START_TEST(closures_by_chance)
{
	static struct icj_closure lines[LINES];
	static const icj_state states[] = { 0, 1, 2, TX, 56 };
	size_t count;
	struct icj_calendar *cal;
	int i;

	seed = (uint32_t)_i + 1;
	count = make_lines(lines);
	cal = icj_calendar_new(lines, count, NULL, 0);
	ck_assert_ptr_nonnull(cal);
	for (i = 0; i < ROWS(states); i++) {
		model_make(&model, lines, count, states[i]);
		check_state(cal, states[i]);
	}
	icj_calendar_free(cal);
}
END_TEST

/* -- Lines of a file ---------------------------------------------------- */

static const char *why(const struct icj_calendar *cal, icj_state state,
    const char *day)
{
	const char *said = icj_closed_because(cal, state, d(day));

	ck_assert(icj_is_business_day(cal, state, d(day)) == !said);
	return said ? said : "open";
}

START_TEST(lines_of_a_state)
{
	char name[] = "Texas Independence Day";
	struct icj_closure lines[] = {
		{ d("2015-03-02"), TX, false, name },
		{ d("2015-11-27"), TX, false, NULL },
		{ d("2015-10-12"), TX, true, "Columbus Day" },
		{ d("2015-12-24"), TX, true, NULL },
		{ d("2015-12-24"), 0, false, "Christmas Eve" },
		{ d("2015-02-16"), 0, true, NULL },
		{ d("2015-02-16"), TX, false, NULL },
		{ d("2015-08-27"), TX, false, "twice" },
		{ d("2015-08-27"), TX, true, NULL },
		{ d("2015-08-28"), TX, true, NULL },
		{ d("2015-08-28"), TX, false, "last" },
		{ d("2015-08-29"), TX, true, "weekend work" },
		{ d("2015-08-30"), TX, false, "Founders' Sunday" },
		{ d("2015-09-01"), TX, false, "" },
		{ d("2015-09-03"), TX, false, "here" },
		{ d("2015-09-03"), 0, false, "everywhere" },
		{ d("2015-09-04"), 0, false, "everywhere" },
		{ d("2015-09-04"), TX, false, "here" },
		{ d("2300-01-01"), TX, false, "never" },
		{ d("2015-09-02"), 57, false, "nowhere" },
		{ d("2015-09-02"), -1, false, "nowhere" },
	};
	struct icj_calendar *cal = icj_calendar_new(lines,
	    sizeof(lines) / sizeof(*lines), NULL, 0);

	ck_assert_ptr_nonnull(cal);
	memset(name, 'x', sizeof(name) - 1); /* it was copied */
	memset(lines, 0, sizeof(lines));
	ck_assert_str_eq(why(cal, TX, "2015-03-02"), "Texas Independence Day");
	ck_assert_str_eq(why(cal, 0, "2015-03-02"), "open");
	ck_assert_str_eq(why(cal, 1, "2015-03-02"), "open");
	ck_assert_str_eq(why(cal, TX, "2015-11-27"), "closed");
	ck_assert_str_eq(why(cal, TX, "2015-10-12"), "open");
	ck_assert_str_eq(why(cal, 0, "2015-10-12"), "Columbus Day");
	ck_assert_str_eq(why(cal, TX, "2015-12-24"), "open");
	ck_assert_str_eq(why(cal, 1, "2015-12-24"), "Christmas Eve");
	ck_assert_str_eq(why(cal, 0, "2015-02-16"), "open");
	ck_assert_str_eq(why(cal, 1, "2015-02-16"), "open");
	ck_assert_str_eq(why(cal, TX, "2015-02-16"), "Washington's Birthday");
	ck_assert_str_eq(why(cal, TX, "2015-08-27"), "open");
	ck_assert_str_eq(why(cal, TX, "2015-08-28"), "last");
	ck_assert_str_eq(why(cal, TX, "2015-08-29"), "weekend");
	ck_assert_str_eq(why(cal, TX, "2015-08-30"), "Founders' Sunday");
	ck_assert_str_eq(why(cal, TX, "2015-08-31"), "open");
	ck_assert_str_eq(why(cal, TX, "2015-09-01"), "closed");
	ck_assert_str_eq(why(cal, TX, "2015-09-02"), "open");
	ck_assert_str_eq(why(cal, TX, "2015-09-03"), "here");
	ck_assert_str_eq(why(cal, 1, "2015-09-03"), "everywhere");
	ck_assert_str_eq(why(cal, TX, "2015-09-04"), "here");
	ck_assert_str_eq(why(cal, 0, "2015-09-04"), "everywhere");
	icj_calendar_free(cal);
}
END_TEST

START_TEST(all_states_their_own)
{
	struct icj_closure lines[ICJ_STATES];
	struct icj_calendar *cal;
	icj_state s;
	int i;

	for (i = 0; i < ICJ_STATES; i++) {
		lines[i].date = d("2015-08-03") + i / 5 * 7 + i % 5;
		lines[i].state = i + 1;
		lines[i].open = false;
		lines[i].name = icj_state_name(i + 1);
	}
	cal = icj_calendar_new(lines, ICJ_STATES, NULL, 0);
	ck_assert_ptr_nonnull(cal);
	for (s = 1; s <= ICJ_STATES; s++) {
		for (i = 0; i < ICJ_STATES; i++) {
			const char *said = icj_closed_because(cal, s,
			    lines[i].date);

			if (i + 1 == s)
				ck_assert_str_eq(said, icj_state_name(s));
			else if (icj_is_business_day(cal, 0, lines[i].date))
				ck_assert_ptr_null(said);
		}
	}
	icj_calendar_free(cal);
}
END_TEST

/* Nobody works for a century: exact all the same. */
START_TEST(closed_for_long)
{
	int count = icj_date_of(2101, 1, 1) - icj_date_of(2001, 1, 1), i;
	struct icj_closure *lines = calloc((size_t)count, sizeof(*lines));
	struct icj_calendar *cal;

	ck_assert_ptr_nonnull(lines);
	for (i = 0; i < count; i++)
		lines[i].date = icj_date_of(2001, 1, 1) + i;
	cal = icj_calendar_new(lines, (size_t)count, NULL, 0);
	ck_assert_ptr_nonnull(cal);
	ck_assert_str_eq(text_of(icj_add_business_days(cal, TX,
	    d("2000-12-29"), 1)), "2101-01-03");
	ck_assert_str_eq(text_of(icj_add_business_days(cal, TX,
	    d("2101-01-03"), -1)), "2000-12-29");
	ck_assert_str_eq(text_of(icj_add_business_days(cal, TX,
	    d("2050-01-01"), -2)), "2000-12-28");
	icj_calendar_free(cal);
	free(lines);
}
END_TEST

START_TEST(vouches)
{
	struct icj_vouch vouch[] = {
		{ TX, d("2016-12-31") },
		{ TX, d("2015-12-31") },
		{ 1, d("2014-12-31") },
		{ 57, d("2014-12-31") },
		{ 0, d("2020-12-31") },
	};
	struct icj_calendar *cal = icj_calendar_new(NULL, 0, vouch, 4);

	ck_assert_ptr_nonnull(cal);
	ck_assert_int_eq(icj_calendar_vouched(cal, TX), d("2016-12-31"));
	ck_assert_int_eq(icj_calendar_vouched(cal, 1), d("2014-12-31"));
	ck_assert_int_eq(icj_calendar_vouched(cal, 2), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_calendar_vouched(cal, 0), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_calendar_vouched(cal, 57), ICJ_DATE_NONE);
	icj_calendar_free(cal);
	cal = icj_calendar_new(NULL, 0, vouch, 5);
	ck_assert_ptr_nonnull(cal);
	ck_assert_int_eq(icj_calendar_vouched(cal, TX), d("2016-12-31"));
	ck_assert_int_eq(icj_calendar_vouched(cal, 2), d("2020-12-31"));
	ck_assert_int_eq(icj_calendar_vouched(cal, 0), d("2020-12-31"));
	icj_calendar_free(cal);
}
END_TEST

/* -- The clock ---------------------------------------------------------- */

static const struct {
	const char *from;
	int hours;
	const char *want;
} clock_rows[] = {
	{ "2015-07-02T20:00", 24, "2015-07-06T20:00" },
	{ "2015-03-07T10:00", 24, "2015-03-10T00:00" },
	{ "2015-03-08T10:00", 24, "2015-03-10T00:00" },
	{ "2015-03-05T00:00", 24, "2015-03-06T00:00" },
	{ "2015-03-06T00:00", 24, "2015-03-07T00:00" },
	{ "2015-03-06T00:01", 24, "2015-03-09T00:01" },
	{ "2015-03-06T18:00", 24, "2015-03-09T18:00" },
	{ "2015-03-06T18:00", 6, "2015-03-07T00:00" },
	{ "2015-03-06T18:00", 7, "2015-03-09T01:00" },
	{ "2015-03-06T23:59:59", 24, "2015-03-09T23:59:59" },
	{ "2015-03-05T18:00-05:00", 48, "2015-03-09T18:00-05:00" },
	{ "2015-07-03T09:00", 24, "2015-07-07T00:00" },
	{ "2015-07-02T18:00", 1, "2015-07-02T19:00" },
	{ "2015-07-04T18:00", 1, "2015-07-06T01:00" },
	{ "2015-07-04T18:00", 0, "2015-07-04T18:00" },
	{ "2015-07-02T18:00", 240, "2015-07-17T18:00" },
	{ "2015-07-02", 24, "" },
	{ "2199-12-31T10:00", 14, "2200-01-01T00:00" },
	{ "2199-12-31T10:00", 15, "" },
	{ "2200-01-01T10:00", 1, "" },
	{ "2015-07-02T18:00", INT32_MAX, "" },
};

START_TEST(clock_stands_still)
{
	struct icj_calendar *cal = federal();
	const char *from = clock_rows[_i].from;
	struct icj_time t;
	char buf[32];

	ck_assert_int_eq(icj_time_parse(from, strlen(from), NULL, &t), ICJ_OK);
	t = icj_add_open_hours(cal, 0, t, clock_rows[_i].hours);
	ck_assert_str_eq(icj_time_format(&t, buf), clock_rows[_i].want);
	icj_calendar_free(cal);
}
END_TEST

/* Hour by hour: an hour passes only while the day it falls in is open. */
static struct icj_time walk_clock(const struct model *m, struct icj_time t,
    int hours)
{
	if (!m->open[t.date - FIRST])
		t.second = 0;
	while (hours) {
		while (!m->open[t.date - FIRST])
			t.date++;
		t.second += 3600;
		hours--;
		if (t.second >= 86400) {
			t.second -= 86400;
			t.date++;
			/* What is over midnight runs on the next open day. */
			while (t.second && !m->open[t.date - FIRST])
				t.date++;
		}
	}
	return t;
}

START_TEST(clock_by_hours)
{
	struct icj_calendar *cal = federal();
	struct icj_time from = { 0, 0, ICJ_NO_OFFSET }, want, got;
	int i;

	seed = 7;
	model_make(&model, NULL, 0, 0);
	for (i = 0; i < 20000; i++) {
		int hours = 1 + (int)chance(100);

		from.date = FIRST + (int)chance(DAYS - 60);
		from.second = (int)chance(chance(2) ? 86400 : 24) % 86400;
		if (from.second < 24)
			from.second *= 3600;
		want = walk_clock(&model, from, hours);
		got = icj_add_open_hours(cal, 0, from, hours);
		if (got.date != want.date || got.second != want.second)
			ck_abort_msg("%s %d + %d", text_of(from.date),
			    (int)from.second, hours);
	}
	icj_calendar_free(cal);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("calendar");
	TCase *t = tcase_create("calendar");

	tcase_set_timeout(t, 60);
	tcase_add_test(t, every_holiday);
	tcase_add_loop_test(t, reasons, 0, ROWS(reason_rows));
	tcase_add_test(t, counts_of_years);
	tcase_add_loop_test(t, worked_dates, 0, ROWS(add_rows));
	tcase_add_test(t, no_day);
	tcase_add_test(t, every_day_and_count);
	tcase_add_loop_test(t, closures_by_chance, 0, 12);
	tcase_add_test(t, lines_of_a_state);
	tcase_add_test(t, all_states_their_own);
	tcase_add_test(t, closed_for_long);
	tcase_add_test(t, vouches);
	tcase_add_loop_test(t, clock_stands_still, 0, ROWS(clock_rows));
	tcase_add_test(t, clock_by_hours);
	suite_add_tcase(s, t);
	return s;
}
