/* SPDX-License-Identifier: MIT */
/*
 * date.c - days and the texts that write them.  It owns the civil calendar and
 * must not know of weekdays off, of rules, or of what day it is.
 */
#include <string.h>

#include "time/date.h"
#include "base/guard.h"
#include "base/base.h"
#include "time/time.h"
#include "time/text.h"

/* Days from 0001-01-01 to 1970-01-01, and from 0000-03-01. */
#define MARCH_BEFORE_1970 719468

const int16_t icj__month_starts[2][13] = {
	{ 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
	{ 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 }
};

/* A day as it is written. */
struct civil {
	unsigned year, month, mday;
};

/* -- Arithmetic --------------------------------------------------------- */

static inline bool day_in_range(icj_date day)
{
	return day >= ICJ_DATE_MIN && day <= ICJ_DATE_MAX;
}

ICJ_API icj_date icj_date_of(int year, int month, int day)
{
	if (year < 1 || year > 9999)
		return ICJ_DATE_NONE;
	return icj__day_of((unsigned)year / 100, (unsigned)year % 100,
	    (unsigned)month, (unsigned)day);
}

/*
 * Years are counted from March, so that a leap day is the last of its year.
 * The quotients are those of multiplications and shifts (C. Neri, L. Schneider,
 * "Euclidean affine functions and their application to calendar algorithms",
 * 2022); with divisions it took twice as long.
 */
static inline struct civil civil_of(icj_date day)
{
	uint32_t n = 4 * ((uint32_t)day + MARCH_BEFORE_1970) + 3;
	uint32_t century = n / 146097;
	uint64_t of_century = UINT64_C(2939745) * (n % 146097 | 3);
	uint32_t in_year = (uint32_t)of_century / 2939745 / 4;
	uint32_t month = 2141 * in_year + 197913; /* and, below it, the day */
	unsigned next = in_year >= 306; /* January and February */

	return (struct civil){
		century * 100 + (uint32_t)(of_century >> 32) + next,
		(month >> 16) - 12 * next, (month & 0xffff) / 2141 + 1
	};
}

ICJ_API void icj_date_parts(icj_date day, int *year, int *month, int *mday)
{
	if (!year || !month || !mday)
		return;

	struct civil c = civil_of(day);

	*year = (int)c.year;
	*month = (int)c.month;
	*mday = (int)c.mday;
}

/* Whole weeks are added, so that nothing is below 0. */
ICJ_API int icj_weekday(icj_date day)
{
	return (int)((uint64_t)(day + INT64_C(7) * 400000000 + 3) % 7);
}

ICJ_API icj_date icj_date_add_months(icj_date day, int months)
{
	int year, month, mday, last;
	int64_t total;

	if (!day_in_range(day))
		return ICJ_DATE_NONE;
	icj_date_parts(day, &year, &month, &mday);
	total = (int64_t)year * 12 + month - 1 + months;
	if (total < 12 || total >= 10000 * 12)
		return ICJ_DATE_NONE;
	year = (int)(total / 12);
	month = (int)(total % 12) + 1;
	for (last = 31; icj_date_of(year, month, last) == ICJ_DATE_NONE;)
		last--;
	return icj_date_of(year, month, mday < last ? mday : last);
}

/* -- Reading dates ------------------------------------------------------ */

/* Three numbers and what stands between them. */
struct triple {
	int value[3];
	size_t width[3];
};

static size_t scan_number(const char *s, size_t len, size_t most, int *value)
{
	size_t i;

	*value = 0;
	for (i = 0; i < len && i < most && s[i] >= '0' && s[i] <= '9'; i++)
		*value = *value * 10 + (s[i] - '0');
	return i;
}

static bool date_is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* How many letters stand there that are the name of a month, or begin one with
 * three or more; 0: none. */
static size_t scan_month(const char *s, size_t len, int *month)
{
	static const char *const names[] = {
		"january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december"
	};
	size_t letters = 0;

	while (letters < len && date_is_letter(s[letters]))
		letters++;
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		size_t n = 0;

		while (n < letters && names[i][n] == (s[n] | 0x20))
			n++;
		*month = (int)i + 1;
		if (n == letters && n >= 3)
			return n;
	}
	return 0;
}

static bool is_glued(const struct icj_date_order *order)
{
	return order->between[0] == GLUED || order->between[1] == GLUED;
}

/* Whether c may follow the i-th number; `first` is what followed number 0. */
static bool is_between(const struct icj_date_order *order, int i, char c,
    char first)
{
	if (order->between[i])
		return c == order->between[i];
	if (i == 1 && !order->between[0] && c != first)
		return false;
	return c == '/' || c == '-' || c == ' ' || c == '.';
}

/* How many bytes from s on are three numbers of the order, 0 if none.  The name
 * of a month counts as one of two digits; blanks may follow a separator that a
 * pattern names. */
static size_t scan_triple(const char *s, size_t len,
    const struct icj_date_order *order, struct triple *t)
{
	size_t at = 0, most = 4, n;
	char first = 0;
	int i;

	for (i = 0; i < 3; i++) {
		if (is_glued(order))
			most = order->part[i] == 'y' ? 4 : 2;
		if (order->part[i] == MONTH_NAME) {
			at += n = scan_month(s + at, len - at, &t->value[i]);
			t->width[i] = n > 0 ? 2 : 0;
		} else {
			at += n = scan_number(s + at, len - at, most,
			    &t->value[i]);
			t->width[i] = n;
		}
		if (!t->width[i] || (is_glued(order) && t->width[i] < most))
			return 0;
		if (i == 2 || order->between[i] == GLUED)
			continue;
		if (at == len || !is_between(order, i, s[at], first))
			return 0;
		first = s[at++];
		while (order->between[i] && at < len && s[at] == ' ')
			at++;
	}
	return at;
}

/* A date in the order. */
static enum icj_err day_of_order(const struct triple *t,
    const struct icj_date_order *order, icj_date *out)
{
	int year = 0, month = 0, mday = 0, i;
	size_t year_width = 0;

	for (i = 0; i < 3; i++) {
		if (order->part[i] == 'y') {
			year = t->value[i];
			year_width = t->width[i];
			continue;
		}
		if (t->width[i] > 2)
			return ICJ_E_DATE;
		*(order->part[i] == 'd' ? &mday : &month) = t->value[i];
	}
	if (year_width != 4)
		return year_width == 3 ? ICJ_E_DATE : ICJ_E_YEAR;
	*out = icj_date_of(year, month, mday);
	return *out == ICJ_DATE_NONE ? ICJ_E_NO_SUCH_DAY : ICJ_OK;
}

/* -- What to say of other texts ----------------------------------------- */

static bool date_is_day(int year, int month, int mday)
{
	return icj_date_of(year, month, mday) != ICJ_DATE_NONE;
}

/* Reading: 13/04/2015 can be one day only, but a file that holds it holds
 * 03/04/2015 too, so the order must be said all the same. */
static enum icj_err triple_fault(const struct triple *t)
{
	bool short01 = t->width[0] <= 2 && t->width[1] <= 2;

	if (short01 && t->width[2] == 4) {
		bool mdy = date_is_day(t->value[2], t->value[0], t->value[1]);
		bool dmy = date_is_day(t->value[2], t->value[1], t->value[0]);

		if (!mdy && !dmy)
			return ICJ_E_NO_SUCH_DAY;
		return mdy && dmy ? ICJ_E_AMBIGUOUS :
		    mdy ? ICJ_E_MONTH_FIRST : ICJ_E_DAY_FIRST;
	}
	if (short01 && (t->width[2] == 2 ||
	    (t->width[0] == 2 && t->width[2] == 1)))
		return ICJ_E_YEAR;
	if (t->width[0] == 4 && t->width[1] <= 2 && t->width[2] <= 2)
		return date_is_day(t->value[0], t->value[1], t->value[2]) ?
		    ICJ_E_YEAR_FIRST : ICJ_E_NO_SUCH_DAY;
	return ICJ_E_DATE;
}

/* Of three numbers that are no day in the order wanted: whether they are one
 * in the other order of month and day. */
static enum icj_err other_order(const char *s, size_t len)
{
	static const struct icj_date_order any = {{0, 0, 0}, {0, 0}};
	struct triple t;
	enum icj_err err = scan_triple(s, len, &any, &t) ? triple_fault(&t) :
	    ICJ_E_NO_SUCH_DAY;

	return err == ICJ_E_MONTH_FIRST || err == ICJ_E_DAY_FIRST ? err :
	    ICJ_E_NO_SUCH_DAY;
}

/* The first order that gives a day; else what the first one says that has the
 * shape of the text, ICJ_E_DATE if none has. */
static enum icj_err scan_orders(const char *s, size_t len,
    const struct icj_date_form *form, icj_date *out, size_t *used)
{
	enum icj_err first = ICJ_E_DATE;

	for (size_t i = 0; i < ICJ_DATE_ORDERS && form->order[i].part[0]; i++) {
		struct triple t;
		size_t n = scan_triple(s, len, &form->order[i], &t);
		enum icj_err err = n > 0 ?
		    day_of_order(&t, &form->order[i], out) : ICJ_E_DATE;

		if (err == ICJ_OK || (err != ICJ_E_DATE &&
		    first == ICJ_E_DATE)) {
			first = err;
			*used = n;
		}
		if (err == ICJ_OK)
			break;
	}
	return first == ICJ_E_NO_SUCH_DAY ? other_order(s, len) : first;
}

/* The days that spreadsheets number from 1900 on, of the years 1954 to 2118. */
#define SERIAL_FIRST 20000
#define SERIAL_LAST 79999

/* Digits alone: a day as 20150702, or as spreadsheets number it, with the time
 * of day as a fraction. */
static enum icj_err digits_fault(const char *s, size_t len)
{
	int n, mday;
	size_t width = scan_number(s, len, 8, &n), more;

	if (width == 8 && len == 8)
		return date_is_day(n / 10000, n / 100 % 100, n % 100) ?
		    ICJ_E_GLUED : ICJ_E_DATE;
	if (width != 5 || n < SERIAL_FIRST || n > SERIAL_LAST)
		return ICJ_E_DATE;
	if (len == width)
		return ICJ_E_SERIAL;
	more = scan_number(s + width + 1, len - width - 1, 8, &mday);
	return s[width] == '.' && more > 0 ? ICJ_E_SERIAL : ICJ_E_DATE;
}

/* "25-Jun-2015", "June 25, 2015" */
static enum icj_err letters_fault(const char *s, size_t len)
{
	size_t start = 0, end;
	int month;

	while (start < len && start < 3 && !date_is_letter(s[start]))
		start++;
	end = start + scan_month(s + start, len - start, &month);
	if (end == start)
		return ICJ_E_DATE;
	return memchr(s + end, '0', len - end) ||
	    memchr(s + end, '1', len - end) ||
	    memchr(s + end, '2', len - end) ? ICJ_E_MONTH_NAME : ICJ_E_DATE;
}

/* Of a text that is neither ISO nor in the form. */
static enum icj_err fault(const char *s, size_t len, size_t *used)
{
	static const struct icj_date_order any = {{0, 0, 0}, {0, 0}};
	struct triple t;
	enum icj_err err;

	*used = scan_triple(s, len, &any, &t);
	if (*used)
		return triple_fault(&t);
	*used = len;
	err = digits_fault(s, len);
	return err == ICJ_E_DATE ? letters_fault(s, len) : err;
}

enum icj_err icj__scan_date(const char *s, size_t len,
    const struct icj_date_form *form, icj_date *out, size_t *used)
{
	enum icj_err err;

	*out = ICJ_DATE_NONE;
	if (len >= 10) {
		*used = 10;
		err = icj__iso_date(s, out);
		if (err != ICJ_E_DATE)
			return err;
	}
	err = scan_orders(s, len, form, out, used);
	return err == ICJ_E_DATE ? fault(s, len, used) : err;
}

ICJ_API enum icj_err icj_date_parse(const char *text, size_t len,
    const struct icj_date_form *form, icj_date *out)
{
	if (!text || !out)
		return icj__no_date(out);

	bool clock = false;
	enum icj_err err;

	if (len == 10) {
		err = icj__iso_date(text, out);
		if (err != ICJ_E_DATE)
			return err;
	}
	err = icj__day_parse(text, len, form, out, &clock);
	if (err == ICJ_OK && clock) {
		*out = ICJ_DATE_NONE;
		return ICJ_E_CLOCK;
	}
	return err;
}

/* -- Writing ------------------------------------------------------------ */

const char icj__pairs[200] =
    "00010203040506070809101112131415161718192021222324"
    "25262728293031323334353637383940414243444546474849"
    "50515253545556575859606162636465666768697071727374"
    "75767778798081828384858687888990919293949596979899";

char *icj__put_date(char *p, icj_date day)
{
	if (day_in_range(day)) {
		struct civil c = civil_of(day);

		p = put_two(p, c.year / 100);
		p = put_two(p, c.year % 100);
		*p++ = '-';
		p = put_two(p, c.month);
		*p++ = '-';
		p = put_two(p, c.mday);
	}
	*p = '\0';
	return p;
}

ICJ_API char *icj_date_format(icj_date day, char buf[11])
{
	if (!buf)
		return NULL;

	icj__put_date(buf, day);
	return buf;
}
