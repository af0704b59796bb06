/* SPDX-License-Identifier: MIT */
/* test_date.c - days, moments and their texts, against counting by hand. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "icj.h"
#include "suite.h"

/* -- The civil calendar, by walking it ---------------------------------- */

struct civil {
	int year, month, mday;
};

static int days_in(int year, int month)
{
	if (month == 2) {
		if (year % 400 == 0)
			return 29;
		return year % 4 == 0 && year % 100 != 0 ? 29 : 28;
	}
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void next_day(struct civil *c)
{
	if (++c->mday <= days_in(c->year, c->month))
		return;
	c->mday = 1;
	if (++c->month <= 12)
		return;
	c->month = 1;
	c->year++;
}

static bool day_agrees(icj_date day, const struct civil *c, int weekday)
{
	int year, month, mday;
	char want[16], got[11];
	icj_date back;

	icj_date_parts(day, &year, &month, &mday);
	snprintf(want, sizeof(want), "%04u-%02u-%02u",
	    (unsigned)c->year % 10000, (unsigned)c->month % 100,
	    (unsigned)c->mday % 100);
	return year == c->year && month == c->month && mday == c->mday &&
	    icj_weekday(day) == weekday &&
	    icj_date_of(year, month, mday) == day &&
	    !strcmp(icj_date_format(day, got), want) &&
	    icj_date_parse(want, 10, NULL, &back) == ICJ_OK && back == day;
}

START_TEST(every_day)
{
	struct civil c = { 1, 1, 1 };
	int weekday = 0; /* 0001-01-01 was a Monday */
	icj_date day;

	for (day = ICJ_DATE_MIN; day <= ICJ_DATE_MAX; day++) {
		if (!day_agrees(day, &c, weekday))
			ck_abort_msg("day %d", (int)day);
		next_day(&c);
		weekday = (weekday + 1) % 7;
	}
	ck_assert_int_eq(c.year, 10000);
	ck_assert_int_eq(c.month, 1);
	ck_assert_int_eq(c.mday, 1);
}
END_TEST

START_TEST(anchors)
{
	ck_assert_int_eq(icj_date_of(1970, 1, 1), 0);
	ck_assert_int_eq(icj_date_of(2000, 3, 1), 11017);
	ck_assert_int_eq(icj_date_of(1971, 1, 1), ICJ_CALENDAR_FIRST);
	ck_assert_int_eq(icj_date_of(2199, 12, 31), ICJ_CALENDAR_LAST);
	ck_assert_int_eq(icj_weekday(0), 3);
	ck_assert_int_eq(icj_weekday(icj_date_of(2015, 7, 2)), 3);
	ck_assert_int_eq(icj_weekday(icj_date_of(2100, 1, 1)), 4);
}
END_TEST

/* Every month and day that could be written, in years of each kind. */
START_TEST(no_such_days)
{
	static const int years[] = {
		-1, 0, 1, 4, 100, 400, 1900, 2000, 2015, 2016, 2100, 9996,
		9999, 10000, 10004
	};
	size_t i;
	int m, d;

	for (i = 0; i < sizeof(years) / sizeof(*years); i++) {
		for (m = -1; m <= 14; m++) {
			for (d = -1; d <= 33; d++) {
				bool is = years[i] >= 1 && years[i] <= 9999 &&
				    m >= 1 && m <= 12 && d >= 1 &&
				    d <= days_in(years[i], m);
				bool said = icj_date_of(years[i], m, d) !=
				    ICJ_DATE_NONE;

				if (is != said)
					ck_abort_msg("%d-%d-%d", years[i], m,
					    d);
			}
		}
	}
	ck_assert_int_eq(icj_date_of(INT_MAX, 1, 1), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_of(INT_MIN, 1, 1), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_of(2015, INT_MIN, 1), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_of(2015, 1, INT_MIN), ICJ_DATE_NONE);
}
END_TEST

START_TEST(weekday_of_anything)
{
	ck_assert_int_eq(icj_weekday(ICJ_DATE_NONE),
	    (icj_weekday(ICJ_DATE_NONE + 7)));
	ck_assert_int_ge(icj_weekday(INT32_MIN), 0);
	ck_assert_int_le(icj_weekday(INT32_MIN), 6);
	ck_assert_int_ge(icj_weekday(INT32_MAX), 0);
	ck_assert_int_le(icj_weekday(INT32_MAX), 6);
}
END_TEST

START_TEST(outside_is_written_as_nothing)
{
	char buf[11];

	ck_assert_str_eq(icj_date_format(ICJ_DATE_NONE, buf), "");
	ck_assert_str_eq(icj_date_format(ICJ_DATE_MIN - 1, buf), "");
	ck_assert_str_eq(icj_date_format(ICJ_DATE_MAX + 1, buf), "");
	ck_assert_str_eq(icj_date_format(INT32_MAX, buf), "");
	ck_assert_str_eq(icj_date_format(ICJ_DATE_MIN, buf), "0001-01-01");
	ck_assert_str_eq(icj_date_format(ICJ_DATE_MAX, buf), "9999-12-31");
}
END_TEST

/* -- Months ------------------------------------------------------------- */

static const struct {
	const char *day;
	int months;
	const char *want;
} month_rows[] = {
	{ "2015-01-31", 1, "2015-02-28" },
	{ "2016-01-31", 1, "2016-02-29" },
	{ "2015-01-31", 2, "2015-03-31" },
	{ "2015-01-31", 3, "2015-04-30" },
	{ "2015-03-31", -1, "2015-02-28" },
	{ "2016-02-29", 12, "2017-02-28" },
	{ "2016-02-29", 48, "2020-02-29" },
	{ "2016-02-29", -12, "2015-02-28" },
	{ "2015-12-15", 1, "2016-01-15" },
	{ "2015-01-15", -1, "2014-12-15" },
	{ "2015-01-15", 0, "2015-01-15" },
	{ "2099-08-31", 6, "2100-02-28" },
	{ "0001-01-31", -1, "" },
	{ "0001-02-01", -1, "0001-01-01" },
	{ "9999-12-31", 1, "" },
	{ "9999-11-30", 1, "9999-12-30" },
	{ "2015-01-01", INT_MAX, "" },
	{ "2015-01-01", INT_MIN, "" },
};

START_TEST(months)
{
	icj_date day;
	char buf[11];

	ck_assert_int_eq(icj_date_parse(month_rows[_i].day, 10, NULL, &day),
	    ICJ_OK);
	icj_date_format(icj_date_add_months(day, month_rows[_i].months), buf);
	ck_assert_str_eq(buf, month_rows[_i].want);
}
END_TEST

START_TEST(months_of_no_day)
{
	ck_assert_int_eq(icj_date_add_months(ICJ_DATE_NONE, 1),
	    ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_add_months(ICJ_DATE_MAX + 1, -1),
	    ICJ_DATE_NONE);
}
END_TEST

/* -- Reading ------------------------------------------------------------ */

/* A copy that ends where the text ends, so that reading on is noticed. */
static char *exact(const char *text, size_t len)
{
	char *copy = malloc(len ? len : 1);

	ck_assert_ptr_nonnull(copy);
	memcpy(copy, text, len);
	return copy;
}

static const struct {
	const char *form; /* NULL: none */
	const char *text;
	enum icj_err err;
	const char *want;
} date_rows[] = {
	{ NULL, "2015-07-02", ICJ_OK, "2015-07-02" },
	{ NULL, "0001-01-01", ICJ_OK, "0001-01-01" },
	{ NULL, "9999-12-31", ICJ_OK, "9999-12-31" },
	{ NULL, "2016-02-29", ICJ_OK, "2016-02-29" },
	{ NULL, "2015-02-29", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-02-30", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2100-02-29", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-13-01", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-00-01", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-01-00", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "0000-01-01", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "", ICJ_E_DATE, "" },
	{ NULL, "-", ICJ_E_DATE, "" },
	{ NULL, "2015", ICJ_E_DATE, "" },
	{ NULL, "2015-7-2", ICJ_E_YEAR_FIRST, "" },
	{ NULL, "2015-07-2", ICJ_E_YEAR_FIRST, "" },
	{ NULL, "2015/07/02", ICJ_E_YEAR_FIRST, "" },
	{ NULL, "2015.07.02", ICJ_E_YEAR_FIRST, "" },
	{ NULL, "2015/02/30", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-07/02", ICJ_E_DATE, "" },
	{ NULL, "20150702", ICJ_E_GLUED, "" },
	{ NULL, "20151302", ICJ_E_DATE, "" },
	{ NULL, "201507021", ICJ_E_DATE, "" },
	{ NULL, "42180", ICJ_E_SERIAL, "" },
	{ NULL, "42180.6667", ICJ_E_SERIAL, "" },
	{ NULL, "42180.", ICJ_E_DATE, "" },
	{ NULL, "42180,5", ICJ_E_DATE, "" },
	{ NULL, "19999", ICJ_E_DATE, "" },
	{ NULL, "20000", ICJ_E_SERIAL, "" },
	{ NULL, "79999", ICJ_E_SERIAL, "" },
	{ NULL, "80000", ICJ_E_DATE, "" },
	{ NULL, "4218", ICJ_E_DATE, "" },
	{ NULL, "25-Jun-2015", ICJ_E_MONTH_NAME, "" },
	{ NULL, "June 25, 2015", ICJ_E_MONTH_NAME, "" },
	{ NULL, "25JUN2015", ICJ_E_MONTH_NAME, "" },
	{ NULL, "june", ICJ_E_DATE, "" },
	{ NULL, "juno 25, 2015", ICJ_E_DATE, "" },
	{ NULL, "june next", ICJ_E_DATE, "" },
	{ NULL, "2015-07-02 ", ICJ_E_DATE, "" },
	{ NULL, " 2015-07-02", ICJ_E_DATE, "" },
	{ NULL, "2015-07-021", ICJ_E_DATE, "" },
	{ NULL, "12015-07-02", ICJ_E_DATE, "" },
	{ NULL, "2015-07-0a", ICJ_E_DATE, "" },
	{ NULL, "2015-07-02T", ICJ_E_DATE, "" },
	{ NULL, "2015-07-02T16:00", ICJ_E_CLOCK, "" },
	{ NULL, "2015-07-02T00:00:01", ICJ_E_CLOCK, "" },
	{ NULL, "2015-07-02 00:00", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02 00:00:00", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02T00:00:00.000", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02T00:00:00.000Z", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02 00:00:00-05", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02 12:00:00 AM", ICJ_E_AM_PM, "" },
	{ NULL, "2015-02-30 00:00:00", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "6/25/2015 12:00:00 AM", ICJ_E_MONTH_FIRST, "" },
	{ NULL, "6/25/2015 00:00:00", ICJ_E_MONTH_FIRST, "" },
	{ NULL, "tomorrow", ICJ_E_DATE, "" },
	{ NULL, "+015-07-02", ICJ_E_DATE, "" },
	{ NULL, "03/04/2015", ICJ_E_AMBIGUOUS, "" },
	{ NULL, "3-4-2015", ICJ_E_AMBIGUOUS, "" },
	{ NULL, "3.4.2015", ICJ_E_AMBIGUOUS, "" },
	{ NULL, "13/04/2015", ICJ_E_DAY_FIRST, "" },
	{ NULL, "25.06.2015", ICJ_E_DAY_FIRST, "" },
	{ NULL, "12/15/2026", ICJ_E_MONTH_FIRST, "" },
	{ NULL, "04/13/2015", ICJ_E_MONTH_FIRST, "" },
	{ NULL, "30/02/2015", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "13/13/2015", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "03/04-2015", ICJ_E_DATE, "" },
	{ NULL, "03/04/2015x", ICJ_E_DATE, "" },
	{ NULL, "03/04/15", ICJ_E_YEAR, "" },
	{ NULL, "15-07-02", ICJ_E_YEAR, "" },
	{ NULL, "3/4/215", ICJ_E_DATE, "" },
	{ NULL, "1-2-3", ICJ_E_DATE, "" },

	{ "mdy", "03/04/2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "3/4/2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "3-4-2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "3 4 2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "2015-03-04", ICJ_OK, "2015-03-04" },
	{ "mdy", "3.4.2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "3/4-2015", ICJ_E_DATE, "" },
	{ "mdy", "3/4/15", ICJ_E_YEAR, "" },
	{ "mdy", "3/4/5", ICJ_E_YEAR, "" },
	{ "mdy", "3/4/215", ICJ_E_DATE, "" },
	{ "mdy", "3/4/20155", ICJ_E_DATE, "" },
	{ "mdy", "003/4/2015", ICJ_E_DATE, "" },
	{ "mdy", "13/4/2015", ICJ_E_DAY_FIRST, "" },
	{ "mdy", "2/29/2015", ICJ_E_NO_SUCH_DAY, "" },
	{ "mdy", "2015-02-30", ICJ_E_NO_SUCH_DAY, "" },
	{ "mdy", "2015/3/4", ICJ_E_YEAR_FIRST, "" },
	{ "mdy", "3//4/2015", ICJ_E_DATE, "" },
	{ "mdy", "3/4/", ICJ_E_DATE, "" },
	{ "mdy", "3/4", ICJ_E_DATE, "" },
	{ "mdy", "3", ICJ_E_DATE, "" },
	{ "mdy", "", ICJ_E_DATE, "" },
	{ "mdy", "3/4/2015 ", ICJ_E_DATE, "" },
	{ "mdy", "6/25/2015 12:00:00 AM", ICJ_OK, "2015-06-25" },
	{ "mdy", "6/25/2015 0:00", ICJ_OK, "2015-06-25" },
	{ "mdy", "6/25/2015 12:00:00 PM", ICJ_E_CLOCK, "" },
	{ "mdy", "42180", ICJ_E_SERIAL, "" },
	{ "dmy", "25.06.2015", ICJ_OK, "2015-06-25" },
	{ "dmy", "5.6.2015", ICJ_OK, "2015-06-05" },
	{ "dmy", "25.06/2015", ICJ_E_DATE, "" },
	{ "mdy|dmy", "25/06/2015", ICJ_OK, "2015-06-25" },
	{ "mdy|dmy", "06/25/2015", ICJ_OK, "2015-06-25" },
	{ "mdy|dmy", "03/04/2015", ICJ_OK, "2015-03-04" },
	{ "dmy|mdy", "03/04/2015", ICJ_OK, "2015-04-03" },
	{ "mdy|dmy", "30/30/2015", ICJ_E_NO_SUCH_DAY, "" },
	{ "mdy|ymd", "2015/3/4", ICJ_OK, "2015-03-04" },
	{ "mdy|ymd|%Y%m%d", "20150304", ICJ_OK, "2015-03-04" },
	{ "%Y%m%d|mdy", "3/4/15", ICJ_E_YEAR, "" },
	{ "dmy", "03/04/2015", ICJ_OK, "2015-04-03" },
	{ "dmy", "31-12-2015", ICJ_OK, "2015-12-31" },
	{ "dmy", "12/31/2015", ICJ_E_MONTH_FIRST, "" },
	{ "ymd", "2015/3/4", ICJ_OK, "2015-03-04" },
	{ "ymd", "2015-3-4", ICJ_OK, "2015-03-04" },
	{ "ymd", "15-3-4", ICJ_E_YEAR, "" },
	{ "%d.%m.%Y", "3.4.2015", ICJ_OK, "2015-04-03" },
	{ "%d.%m.%Y", "03.04.2015", ICJ_OK, "2015-04-03" },
	{ "%d.%m.%Y", "2015-04-03", ICJ_OK, "2015-04-03" },
	{ "%d.%m.%Y", "3/4/2015", ICJ_E_AMBIGUOUS, "" },
	{ "%e-%m/%Y", "3-4/2015", ICJ_OK, "2015-04-03" },
	{ "%e-%m/%Y", "3-4-2015", ICJ_E_AMBIGUOUS, "" },
	{ "%m/%d/%Y", "3/4/2015", ICJ_OK, "2015-03-04" },
	{ "%m/%d/%Y", "3-4-2015", ICJ_E_AMBIGUOUS, "" },
	{ "%Y%m%d", "20150702", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "02-JUL-2015", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "2-july-2015", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "02-Sept-2015", ICJ_OK, "2015-09-02" },
	{ "%d-%b-%Y", "2015-07-02", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "30-Feb-2015", ICJ_E_NO_SUCH_DAY, "" },
	{ "%d-%b-%Y", "02-Jul-15", ICJ_E_YEAR, "" },
	{ "%d-%b-%Y", "02-Ju-2015", ICJ_E_DATE, "" },
	{ "%d-%b-%Y", "02-Julyx-2015", ICJ_E_DATE, "" },
	{ "%d-%b-%Y", "02-Jul 2015", ICJ_E_MONTH_NAME, "" },
	{ "%d-%b-%Y", "02-07-2015", ICJ_E_AMBIGUOUS, "" },
	{ "%d-%b-%Y", "02-Jul-2015 00:00:00", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "02-Jul-2015 12:00 AM", ICJ_OK, "2015-07-02" },
	{ "%d-%b-%Y", "02-Jul-2015 16:00", ICJ_E_CLOCK, "" },
	{ "%d%b%Y", "02JUL2015", ICJ_OK, "2015-07-02" },
	{ "%d%b%Y", "2JUL2015", ICJ_E_MONTH_NAME, "" },
	{ "%b %d, %Y", "Jul 2, 2015", ICJ_OK, "2015-07-02" },
	{ "%B %d, %Y", "July 2,2015", ICJ_OK, "2015-07-02" },
	{ "%b %d %Y", "May  2 2015", ICJ_OK, "2015-05-02" },
	{ "mdy|%b %d, %Y", "May 2, 2015", ICJ_OK, "2015-05-02" },
	{ "mdy|%b %d, %Y", "5/2/2015", ICJ_OK, "2015-05-02" },
	{ "%d.%m.%Y", "3. 4. 2015", ICJ_OK, "2015-04-03" },
	{ "mdy", "July 2, 2015", ICJ_E_MONTH_NAME, "" },
	{ "%Y%m%d", "2015-07-02", ICJ_OK, "2015-07-02" },
	{ "%Y%m%d", "2015072", ICJ_E_DATE, "" },
	{ "%Y%m%d", "201507022", ICJ_E_DATE, "" },
	{ "%Y%m%d", "20150732", ICJ_E_NO_SUCH_DAY, "" },
	{ "%d%m%Y", "02072015", ICJ_OK, "2015-07-02" },
	{ "%Y/%d/%m", "2015/02/07", ICJ_OK, "2015-07-02" },
	{ "%d/%m%Y", "02/072015", ICJ_OK, "2015-07-02" },
	{ "%d/%m%Y", "2/072015", ICJ_E_DATE, "" },
};

/* Reads the orders of a row, "mdy|dmy" or NULL. */
static struct icj_date_form form_of(const char *orders)
{
	static const struct icj_date_form none;
	struct icj_date_form form = none;
	char one[32];

	while (orders && *orders) {
		size_t len = strcspn(orders, "|");

		snprintf(one, sizeof(one), "%.*s", (int)len, orders);
		ck_assert_int_eq(icj_date_form_add(&form, one), ICJ_OK);
		orders += len + (orders[len] == '|');
	}
	return form;
}

START_TEST(dates)
{
	const char *text = date_rows[_i].text;
	size_t len = strlen(text);
	char *copy = exact(text, len), buf[11];
	struct icj_date_form form = form_of(date_rows[_i].form);
	enum icj_err err;
	icj_date day;

	err = icj_date_parse(copy, len, &form, &day);
	ck_assert_msg(err == date_rows[_i].err, "%s %s: %d", text,
	    date_rows[_i].form ? date_rows[_i].form : "", (int)err);
	ck_assert_str_eq(icj_date_format(day, buf), date_rows[_i].want);
	free(copy);
}
END_TEST

static const struct {
	const char *text;
	enum icj_err err;
	const char *part, *between;
} form_rows[] = {
	{ "mdy", ICJ_OK, "mdy", "" },
	{ "dmy", ICJ_OK, "dmy", "" },
	{ "ymd", ICJ_OK, "ymd", "" },
	{ "%m/%d/%Y", ICJ_OK, "mdy", "//" },
	{ "%d.%m.%Y", ICJ_OK, "dmy", ".." },
	{ "%e %m %Y", ICJ_OK, "dmy", "  " },
	{ "%Y-%m-%d", ICJ_OK, "ymd", "--" },
	{ "%Y-%d-%m", ICJ_E_FORMAT, "", "" },
	{ "", ICJ_E_FORMAT, "", "" },
	{ "mdy ", ICJ_E_FORMAT, "", "" },
	{ "md", ICJ_E_FORMAT, "", "" },
	{ "MDY", ICJ_E_FORMAT, "", "" },
	{ "ydm", ICJ_E_FORMAT, "", "" },
	{ "%m/%d/%y", ICJ_E_FORMAT, "", "" },
	{ "%m/%d", ICJ_E_FORMAT, "", "" },
	{ "%m/%d/", ICJ_E_FORMAT, "", "" },
	{ "%m/%d/%", ICJ_E_FORMAT, "", "" },
	{ "%m/%m/%Y", ICJ_E_FORMAT, "", "" },
	{ "%d/%e/%Y", ICJ_E_FORMAT, "", "" },
	{ "%m/%d/%Y/", ICJ_E_FORMAT, "", "" },
	{ "/%m/%d/%Y", ICJ_E_FORMAT, "", "" },
	{ "%m//%d/%Y", ICJ_E_FORMAT, "", "" },
	{ "%m;%d;%Y", ICJ_E_FORMAT, "", "" },
	{ "%m:%d:%Y", ICJ_E_FORMAT, "", "" },
	{ "%mx%d/%Y", ICJ_E_FORMAT, "", "" },
	{ "%m1%d/%Y", ICJ_E_FORMAT, "", "" },
	{ "%b %d %Y", ICJ_OK, "bdy", "  " },
	{ "%B %d, %Y", ICJ_OK, "bdy", " ," },
	{ "%d%h%Y", ICJ_OK, "dby", "%%" },
	{ "%m/%b/%Y", ICJ_E_FORMAT, "", "" },
	{ "%b/%m/%Y", ICJ_E_FORMAT, "", "" },
	{ "%b/%B/%Y", ICJ_E_FORMAT, "", "" },
	{ "%m/%d/%Y %H", ICJ_E_FORMAT, "", "" },
	{ "%m%%d%Y", ICJ_E_FORMAT, "", "" },
	{ "%m\n%d\n%Y", ICJ_E_FORMAT, "", "" },
	{ "%m\xe2%d\xe2%Y", ICJ_E_FORMAT, "", "" },
};

START_TEST(forms)
{
	struct icj_date_form form;

	ck_assert_int_eq(icj_date_form_parse(form_rows[_i].text, &form),
	    form_rows[_i].err);
	ck_assert(!strncmp(form.order[0].part, form_rows[_i].part, 3));
	ck_assert(!strncmp(form.order[0].between, form_rows[_i].between, 2));
	ck_assert_int_eq(form.order[1].part[0], 0);
}
END_TEST

START_TEST(no_more_orders_than_there_is_room_for)
{
	struct icj_date_form form;

	ck_assert_int_eq(icj_date_form_parse("mdy", &form), ICJ_OK);
	ck_assert_int_eq(icj_date_form_add(&form, "xyz"), ICJ_E_FORMAT);
	for (int i = 1; i < ICJ_DATE_ORDERS; i++)
		ck_assert_int_eq(icj_date_form_add(&form, "dmy"), ICJ_OK);
	ck_assert_int_eq(icj_date_form_add(&form, "ymd"), ICJ_E_FORMAT);
}
END_TEST

/* What is read in a form is what was written in it, for many days. */
/* As the C library writes them. */
START_TEST(months_by_name)
{
	static const char *const patterns[] = {
		"%d-%b-%Y", "%B %d, %Y", "%d%b%Y", "%e %B %Y"
	};

	for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
		icj_date day = icj_date_of(1000, 1, 1);
		struct icj_date_form form;

		ck_assert(!icj_date_form_parse(patterns[i], &form));
		for (; day <= ICJ_DATE_MAX; day += 97) {
			struct tm tm = {0};
			icj_date back;
			char text[40];
			size_t len;

			icj_date_parts(day, &tm.tm_year, &tm.tm_mon,
			    &tm.tm_mday);
			tm.tm_year -= 1900;
			tm.tm_mon--;
			len = strftime(text, sizeof(text), patterns[i], &tm);
			if (*text == ' ') /* %e */
				memmove(text, text + 1, len--);
			if (icj_date_parse(text, len, &form, &back) ||
			    back != day)
				ck_abort_msg("%s", text);
		}
	}
}
END_TEST

START_TEST(forms_round_trip)
{
	static const char *const written[] = {
		"%u/%u/%04u", "%02u-%02u-%04u", "%u %u %04u"
	};
	struct icj_date_form mdy;
	icj_date day, back;
	size_t i;

	icj_date_form_parse("mdy", &mdy);
	for (day = ICJ_DATE_MIN; day <= ICJ_DATE_MAX; day += 97) {
		for (i = 0; i < 3; i++) {
			int year, month, mday, len;
			char text[40];

			icj_date_parts(day, &year, &month, &mday);
			len = snprintf(text, sizeof(text), written[i],
			    (unsigned)month, (unsigned)mday, (unsigned)year);
			if (icj_date_parse(text, (size_t)len, &mdy, &back) ||
			    back != day)
				ck_abort_msg("%s", text);
		}
	}
}
END_TEST

/* A date with any byte changed is another date or an error, never a date
 * that would be written in another way. */
START_TEST(any_byte_changed)
{
	static const char start[] = "2015-07-02";
	char text[11], buf[11];
	icj_date day;
	int i, c;

	for (i = 0; i < 10; i++) {
		for (c = 0; c < 256; c++) {
			memcpy(text, start, sizeof(text));
			text[i] = (char)c;
			if (icj_date_parse(text, 10, NULL, &day))
				ck_assert_int_eq(day, ICJ_DATE_NONE);
			else
				ck_assert_str_eq(icj_date_format(day, buf),
				    text);
		}
	}
}
END_TEST

/* -- Moments ------------------------------------------------------------ */

static const struct {
	const char *form, *text;
	enum icj_err err;
	const char *want;
} time_rows[] = {
	{ NULL, "2015-07-02", ICJ_OK, "2015-07-02" },
	{ NULL, "2015-07-02T16:00", ICJ_OK, "2015-07-02T16:00" },
	{ NULL, "2015-07-02 16:00", ICJ_OK, "2015-07-02T16:00" },
	{ NULL, "2015-07-02T00:00", ICJ_OK, "2015-07-02T00:00" },
	{ NULL, "2015-07-02T23:59:59", ICJ_OK, "2015-07-02T23:59:59" },
	{ NULL, "2015-07-02T16:00:00", ICJ_OK, "2015-07-02T16:00" },
	{ NULL, "2015-07-02T16:00Z", ICJ_OK, "2015-07-02T16:00Z" },
	{ NULL, "2015-07-02T16:00+00:00", ICJ_OK, "2015-07-02T16:00Z" },
	{ NULL, "2015-07-02T16:00:07-05:00", ICJ_OK,
	  "2015-07-02T16:00:07-05:00" },
	{ NULL, "2015-07-02 16:00+05:30", ICJ_OK, "2015-07-02T16:00+05:30" },
	{ NULL, "2015-07-02T16:00-23:59", ICJ_OK, "2015-07-02T16:00-23:59" },
	{ NULL, "2015-07-02T24:00", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:60", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00:60", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00+24:00", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00+05:60", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00+05", ICJ_OK, "2015-07-02T16:00+05:00" },
	{ NULL, "2015-07-02T16:00-5", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00-05:", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00-05:0", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00 05:00", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00-0500", ICJ_OK, "2015-07-02T16:00-05:00" },
	{ NULL, "2015-07-02T16:00:00.000-05:00", ICJ_OK,
	  "2015-07-02T16:00-05:00" },
	{ NULL, "2015-07-02 16:00:07.1234567 -05:00", ICJ_OK,
	  "2015-07-02T16:00:07-05:00" },
	{ NULL, "2015-07-02T16:00:07,5", ICJ_OK, "2015-07-02T16:00:07" },
	{ NULL, "2015-07-02T16:00:07.", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00:07.x", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00.5", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T4:00", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02 4:00 PM", ICJ_E_AM_PM, "" },
	{ NULL, "2015-07-02 04:00 PM", ICJ_E_AM_PM, "" },
	{ NULL, "42180.5", ICJ_E_SERIAL, "" },
	{ NULL, "2015-07-02T16:00 -05:00", ICJ_OK, "2015-07-02T16:00-05:00" },
	{ NULL, "2015-07-02T16:00z", ICJ_OK, "2015-07-02T16:00Z" },
	{ NULL, "2015-07-02T16:00ZZ", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00:", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00:0", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:0", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T1600", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02t16:00", ICJ_OK, "2015-07-02T16:00" },
	{ NULL, "2015-07-02Z", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02  16:00", ICJ_E_TIME, "" },
	{ NULL, "2015-07-02T16:00 ", ICJ_E_TIME, "" },
	{ NULL, "16:00", ICJ_E_TIME, "" },
	{ NULL, "", ICJ_E_TIME, "" },
	{ NULL, "noon", ICJ_E_TIME, "" },
	{ NULL, "2015-02-30", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-02-30T16:00", ICJ_E_NO_SUCH_DAY, "" },
	{ NULL, "2015-02-30T16:00x", ICJ_E_TIME, "" },
	{ NULL, "03/04/2015 16:00", ICJ_E_AMBIGUOUS, "" },
	{ NULL, "3/4/15 16:00", ICJ_E_YEAR, "" },
	{ "mdy", "3/4/2015 16:00", ICJ_OK, "2015-03-04T16:00" },
	{ "mdy", "3/4/2015T16:00", ICJ_OK, "2015-03-04T16:00" },
	{ "mdy", "3 4 2015 16:00", ICJ_OK, "2015-03-04T16:00" },
	{ "mdy", "3/4/2015", ICJ_OK, "2015-03-04" },
	{ "mdy", "2015-03-04T16:00", ICJ_OK, "2015-03-04T16:00" },
	{ "mdy", "7/2/2015 4:00 PM", ICJ_OK, "2015-07-02T16:00" },
	{ "mdy", "7/2/2015 4:00pm", ICJ_OK, "2015-07-02T16:00" },
	{ "mdy", "7/2/2015 12:00:00 AM", ICJ_OK, "2015-07-02T00:00" },
	{ "mdy", "7/2/2015 12:30 PM", ICJ_OK, "2015-07-02T12:30" },
	{ "mdy", "7/2/2015 11:59:59.9 pm -05:00", ICJ_OK,
	  "2015-07-02T23:59:59-05:00" },
	{ "mdy", "7/2/2015 9:05", ICJ_OK, "2015-07-02T09:05" },
	{ "mdy", "7/2/2015 16:00 PM", ICJ_E_TIME, "" },
	{ "mdy", "7/2/2015 0:00 AM", ICJ_E_TIME, "" },
	{ "mdy", "7/2/2015 4 PM", ICJ_E_TIME, "" },
	{ "mdy", "7/2/2015 4:00 XM", ICJ_E_TIME, "" },
	{ "mdy", "3/4/15 16:00", ICJ_E_YEAR, "" },
	{ "%Y%m%d", "20150304 16:00", ICJ_OK, "2015-03-04T16:00" },
};

START_TEST(times)
{
	const char *text = time_rows[_i].text;
	size_t len = strlen(text);
	char *copy = exact(text, len), buf[32];
	struct icj_date_form form = form_of(time_rows[_i].form);
	struct icj_time t;
	enum icj_err err;

	err = icj_time_parse(copy, len, &form, &t);
	ck_assert_msg(err == time_rows[_i].err, "%s: %d", text, (int)err);
	ck_assert_str_eq(icj_time_format(&t, buf), time_rows[_i].want);
	if (err)
		ck_assert_int_eq(t.second, ICJ_NO_CLOCK);
	free(copy);
}
END_TEST

START_TEST(every_minute_and_offset)
{
	struct icj_time t = { 0, 0, ICJ_NO_OFFSET }, back;
	char buf[32];

	for (t.second = 0; t.second < 86400; t.second++) {
		t.offset = t.second % 2880 - 1440;
		icj_time_format(&t, buf);
		if (t.offset == -1440) /* out of range: not written */
			t.offset = ICJ_NO_OFFSET;
		if (icj_time_parse(buf, strlen(buf), NULL, &back) ||
		    back.date != t.date || back.second != t.second ||
		    back.offset != t.offset)
			ck_abort_msg("%s", buf);
	}
}
END_TEST

START_TEST(times_out_of_range)
{
	struct icj_time t = { ICJ_DATE_NONE, 0, 0 };
	char buf[32];

	ck_assert_str_eq(icj_time_format(&t, buf), "");
	t.date = 0;
	t.second = 86400;
	ck_assert_str_eq(icj_time_format(&t, buf), "1970-01-01");
	t.second = ICJ_NO_CLOCK;
	ck_assert_str_eq(icj_time_format(&t, buf), "1970-01-01");
}
END_TEST

/* -- Errors ------------------------------------------------------------- */

START_TEST(errors_have_words)
{
	int a, b;

	for (a = ICJ_E_YES_NO; a <= ICJ_E_CLOCK; a++) {
		const char *words = icj_strerror((enum icj_err)a);

		if (a > ICJ_E_FORMAT && a < ICJ_E_MONTH_FIRST)
			continue;
		ck_assert_str_ne(words, "cannot be read");
		for (b = ICJ_E_YES_NO; b < a; b++)
			ck_assert_str_ne(words, icj_strerror((enum icj_err)b));
	}
	ck_assert_str_eq(icj_strerror(ICJ_E_DATE), "not a date");
	ck_assert_str_eq(icj_strerror((enum icj_err)2), "cannot be read");
	ck_assert_str_eq(icj_strerror((enum icj_err)999), "cannot be read");
	/* The message names both orders. */
	ck_assert_ptr_nonnull(strstr(icj_strerror(ICJ_E_AMBIGUOUS), "mdy"));
	ck_assert_ptr_nonnull(strstr(icj_strerror(ICJ_E_AMBIGUOUS), "dmy"));
}
END_TEST

#define ROWS(table) ((int)(sizeof(table) / sizeof(*table)))

static Suite *suite(void)
{
	Suite *s = suite_create("date");
	TCase *t = tcase_create("date");

	tcase_set_timeout(t, 60);
	tcase_add_test(t, every_day);
	tcase_add_test(t, anchors);
	tcase_add_test(t, no_such_days);
	tcase_add_test(t, weekday_of_anything);
	tcase_add_test(t, outside_is_written_as_nothing);
	tcase_add_loop_test(t, months, 0, ROWS(month_rows));
	tcase_add_test(t, months_of_no_day);
	tcase_add_loop_test(t, dates, 0, ROWS(date_rows));
	tcase_add_loop_test(t, forms, 0, ROWS(form_rows));
	tcase_add_test(t, no_more_orders_than_there_is_room_for);
	tcase_add_test(t, months_by_name);
	tcase_add_test(t, forms_round_trip);
	tcase_add_test(t, any_byte_changed);
	tcase_add_loop_test(t, times, 0, ROWS(time_rows));
	tcase_add_test(t, every_minute_and_offset);
	tcase_add_test(t, times_out_of_range);
	tcase_add_test(t, errors_have_words);
	suite_add_tcase(s, t);
	return s;
}
