/* SPDX-License-Identifier: MIT */
/*
 * holiday.c - the federal holidays of 5 U.S.C. 6103 as observed.  It owns
 * their dates and names, and must not know of states or of counting days.
 */
#include "date.h"
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

/* What tells on which days of a year holidays are. */
struct frame {
	icj_date first;   /* 1 January */
	unsigned weekday; /* of it */
	int length;
};

static struct frame frame_of(int year)
{
	icj_date first = icj_date_of(year, 1, 1);

	return (struct frame){first, (unsigned)icj_weekday(first),
	    icj_date_of(year + 1, 1, 1) - first};
}

/* Days from 1 January to the date of a holiday, or where it begins to be
 * looked for. */
static int days_to(const struct holiday *h, const struct frame *f)
{
	return icj__month_starts[f->length == 366][h->month - 1] + h->mday - 1;
}

/* The same to the day on which it is observed: Saturday goes to Friday,
 * 5 U.S.C. 6103(b), Sunday to Monday, E.O. 11582. */
static int days_to_observed(const struct holiday *h, const struct frame *f)
{
	int days = days_to(h, f);
	unsigned weekday = (f->weekday + (unsigned)days) % 7;

	if (h->weekday != DATE)
		return days + (int)((unsigned)h->weekday + 7 - weekday) % 7;
	return days + (weekday == SUNDAY) - (weekday == SATURDAY);
}

size_t icj__holidays(int year, int16_t days[ICJ__HOLIDAYS])
{
	const struct holiday *h = holidays;
	struct frame f = frame_of(year), next = frame_of(year + 1);
	size_t count = 0;
	int day;

	for (; h < holidays + COUNT_OF(holidays); h++) {
		day = days_to_observed(h, &f);
		if (row_holds(h, year) && day >= 0)
			days[count++] = (int16_t)day;
	}
	/* The New Year's Day of the next may be observed in this one. */
	day = f.length + days_to_observed(holidays, &next);
	days[count] = (int16_t)day;
	return count + (day < f.length);
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

/* Of the holidays of one month, which are kept in it: but for the New Year's
 * Day kept on 31 December. */
static const char *name_in_month(icj_date day, int year, int month)
{
	const struct holiday *h = holidays;
	struct frame f = frame_of(year);

	for (; h < holidays + COUNT_OF(holidays); h++) {
		if (h->month != month || !row_holds(h, year) ||
		    f.first + days_to_observed(h, &f) != day)
			continue;
		return h->moved && f.first + days_to(h, &f) != day ?
		    h->moved : h->name;
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
