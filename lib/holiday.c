/* SPDX-License-Identifier: MIT */
/*
 * holiday.c - the federal holidays of 5 U.S.C. 6103 as observed.  It owns
 * their dates and names, and must not know of states or of counting days.
 */
#include "icj.h"
#include "internal.h"
#include "holiday.h"

/* On a date, or on the first such weekday from a date on: the third Monday of
 * a month is its first Monday from the 15th on, and the last Monday of May
 * the first from the 25th on. */
enum { MONDAY = 0, THURSDAY = 3, SATURDAY = 5, SUNDAY = 6, DATE = 7 };

struct holiday {
	int16_t from, until; /* years, both included */
	int8_t month, mday, weekday;
	const char *name, *moved;
};

/* In the order of the year. */
static const struct holiday holidays[] = {
	{ 1, 9999,  1,  1, DATE, "New Year's Day",
	  "New Year's Day (observed)" },
	/* Pub. L. 98-144 */
	{ 1986, 9999,  1, 15, MONDAY, "Birthday of Martin Luther King, Jr.",
	  NULL },
	{ 1, 9999,  2, 15, MONDAY, "Washington's Birthday", NULL },
	{ 1, 9999,  5, 25, MONDAY, "Memorial Day", NULL },
	/* Pub. L. 117-17, of 17 June 2021; kept the next day */
	{ 2021, 9999,  6, 19, DATE, "Juneteenth National Independence Day",
	  "Juneteenth National Independence Day (observed)" },
	{ 1, 9999,  7,  4, DATE, "Independence Day",
	  "Independence Day (observed)" },
	{ 1, 9999,  9,  1, MONDAY, "Labor Day", NULL },
	{ 1, 9999, 10,  8, MONDAY, "Columbus Day", NULL },
	/* Pub. L. 90-363 moved it, Pub. L. 94-97 moved it back */
	{ 1, 1977, 10, 22, MONDAY, "Veterans Day", NULL },
	{ 1978, 9999, 11, 11, DATE, "Veterans Day",
	  "Veterans Day (observed)" },
	{ 1, 9999, 11, 22, THURSDAY, "Thanksgiving Day", NULL },
	{ 1, 9999, 12, 25, DATE, "Christmas Day",
	  "Christmas Day (observed)" },
};

static bool row_holds(const struct holiday *h, int year)
{
	return year >= h->from && year <= h->until;
}

/* The day on which a holiday that begins at `date`, a `weekday`, is kept:
 * Saturday goes to Friday, 5 U.S.C. 6103(b), Sunday to Monday, E.O. 11582. */
static icj_date day_observed(const struct holiday *h, icj_date date,
    int weekday)
{
	if (h->weekday != DATE)
		return date + (h->weekday - weekday + 7) % 7;
	return date + (weekday == SUNDAY) - (weekday == SATURDAY);
}

/* Counted from the first of January: a calendar asks for 230 years before it
 * answers anything. */
size_t icj__holidays(int year, icj_date days[ICJ__HOLIDAYS])
{
	static const int16_t month_starts[] = {
		0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
	};
	const struct holiday *h = holidays;
	icj_date first = icj_date_of(year, 1, 1);
	int weekday = icj_weekday(first);
	int leap = icj_date_of(year, 3, 1) - first - month_starts[2];
	size_t count = 0;

	for (; h < holidays + COUNT_OF(holidays); h++) {
		int day = month_starts[h->month - 1] + h->mday - 1;

		if (!row_holds(h, year))
			continue;
		day += h->month > 2 ? leap : 0;
		days[count++] = day_observed(h, first + day,
		    (weekday + day) % 7);
	}
	return count;
}

/* Of the holidays of one month, which are kept in it: but for the New Year's
 * Day kept on 31 December. */
static const char *name_in_month(icj_date day, int year, int month)
{
	const struct holiday *h = holidays;

	for (; h < holidays + COUNT_OF(holidays); h++) {
		icj_date date;

		if (h->month != month || !row_holds(h, year))
			continue;
		date = icj_date_of(year, month, h->mday);
		if (day_observed(h, date, icj_weekday(date)) == day)
			return h->moved && day != date ? h->moved : h->name;
	}
	return NULL;
}

const char *icj__holiday_name(icj_date day)
{
	int year, month, mday;
	const char *name;

	icj_date_parts(day, &year, &month, &mday);
	name = name_in_month(day, year, month);
	/* 31 December may be the New Year's Day of the next year. */
	return name || month < 12 ? name : name_in_month(day, year + 1, 1);
}
