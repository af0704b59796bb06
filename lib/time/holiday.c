/* SPDX-License-Identifier: MIT */
/*
 * holiday.c - the federal holidays of 5 U.S.C. 6103 as observed.  It owns
 * their dates and names, and must not know of states or of counting days.
 */
#include "time/date.h"
#include "time/holiday.h"
#include "base/base.h"

/* On a date, or on the first such weekday from a date on: the third Monday of
 * a month is its first Monday from the 15th on, and the last Monday of May
 * the first from the 25th on. */
enum {
	MONDAY = 0, THURSDAY = 3, FRIDAY = 4, SATURDAY = 5, SUNDAY = 6, DATE = 7
};

struct holiday {
	int16_t from, until; /* years, both included */
	int8_t month, mday, weekday;
	const char *name, *moved;
};

/* In the order of the year; only the first can be kept in the year before. */
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

/* Days from 1 January, a weekday, to the day on which a holiday is observed:
 * Saturday goes to Friday, 5 U.S.C. 6103(b), Sunday to Monday, E.O. 11582. */
static int days_to(const struct holiday *h, bool leap, unsigned weekday)
{
	int days = icj__month_starts[leap][h->month - 1] + h->mday - 1;

	weekday = (weekday + (unsigned)days) % 7;
	if (h->weekday != DATE)
		return days + (int)((unsigned)h->weekday + 7 - weekday) % 7;
	return days + (weekday == SUNDAY) - (weekday == SATURDAY);
}

size_t icj__holidays(int year, int length, int weekday,
    int16_t days[ICJ__HOLIDAYS])
{
	const struct holiday *h = holidays;
	unsigned first = (unsigned)weekday;
	size_t count = 0;
	int day;

	for (; h < holidays + COUNT_OF(holidays); h++) {
		if (!row_holds(h, year))
			continue;
		day = days_to(h, length == 366, first);
		if (day >= 0)
			days[count++] = (int16_t)day;
	}
	/* The New Year's Day of the next may be observed in this one. */
	day = length + days_to(holidays, false, first + (unsigned)length);
	days[count] = (int16_t)day;
	return count + (day < length);
}

int icj__same_holidays_until(int year)
{
	const struct holiday *h = holidays;
	int until = 9999;

	for (; h < holidays + COUNT_OF(holidays); h++) {
		if (h->from > year && h->from <= until)
			until = h->from - 1;
		if (h->until >= year && h->until < until)
			until = h->until;
	}
	return until;
}

/* The name of a holiday on a day of its month on which it is observed: on its
 * date, on the Friday before or the Monday after, or in the week from there. */
static const char *name_on(const struct holiday *h, int mday, int weekday)
{
	int late = mday - h->mday;

	if (h->weekday != DATE)
		return weekday == h->weekday && late >= 0 && late < 7 ?
		    h->name : NULL;
	if (late == 0)
		return h->name;
	return (late == -1 && weekday == FRIDAY) ||
	    (late == 1 && weekday == MONDAY) ? h->moved : NULL;
}

const char *icj__holiday_name(icj_date day)
{
	const struct holiday *h = holidays;
	int year, month, mday, weekday = icj_weekday(day);
	const char *name = NULL;

	icj_date_parts(day, &year, &month, &mday);
	if (month == 12 && mday == 31) {
		year++; /* it may be the New Year's Day of the next */
		month = 1;
		mday = 0;
	}
	for (; h < holidays + COUNT_OF(holidays) && !name; h++)
		if (h->month == month && row_holds(h, year) && weekday < 5)
			name = name_on(h, mday, weekday);
	return name;
}
