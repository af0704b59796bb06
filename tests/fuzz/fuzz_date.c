/* SPDX-License-Identifier: MIT */
/*
 * fuzz_date.c - dates and times: what is read is in range and, written out,
 * read as the same; the arithmetic has its inverses.  An input is the form of
 * the dates, a line end, and a text.
 */
#include <string.h>

#include "help.h"
#include "icj.h"

static void check_day(icj_date day)
{
	int year, month, mday;
	char text[11];
	icj_date again;

	CHECK(day >= ICJ_DATE_MIN && day <= ICJ_DATE_MAX);
	icj_date_format(day, text);
	CHECK(strlen(text) == 10);
	CHECK(icj_date_parse(text, 10, NULL, &again) == ICJ_OK);
	CHECK(again == day);
	icj_date_parts(day, &year, &month, &mday);
	CHECK(icj_date_of(year, month, mday) == day);
	CHECK(icj_weekday(day) >= 0 && icj_weekday(day) <= 6);
	if (day < ICJ_DATE_MAX)
		CHECK(icj_weekday(day + 1) == (icj_weekday(day) + 1) % 7);
}

static void check_months(icj_date day, int months)
{
	icj_date there = icj_date_add_months(day, months), back;

	if (there == ICJ_DATE_NONE)
		return;
	CHECK(there >= ICJ_DATE_MIN && there <= ICJ_DATE_MAX);
	CHECK(months == 0 || (there > day) == (months > 0));
	back = icj_date_add_months(there, -months);
	CHECK(back <= day && day - back <= 3);
}

static void check_time(const struct icj_time *t,
    const struct icj_date_form *form)
{
	struct icj_time again;
	char text[32];

	check_day(t->date);
	CHECK(t->second >= ICJ_NO_CLOCK && t->second < 86400);
	CHECK(t->offset == ICJ_NO_OFFSET ||
	    (t->offset >= -1439 && t->offset <= 1439));
	icj_time_format(t, text);
	CHECK(icj_time_parse(text, strlen(text), form, &again) == ICJ_OK);
	CHECK(again.date == t->date && again.second == t->second &&
	    again.offset == t->offset);
}

static void check_text(const char *text, size_t len,
    const struct icj_date_form *form, uint32_t hash)
{
	struct icj_time t;
	enum icj_err err;
	icj_date day;

	err = icj_date_parse(text, len, form, &day);
	CHECK(icj_strerror(err)[0]);
	if (err == ICJ_OK) {
		check_day(day);
		check_months(day, (int)(hash % 241) - 120);
		CHECK(icj_time_parse(text, len, form, &t) == ICJ_OK);
		CHECK(t.date == day);
	}
	err = icj_time_parse(text, len, form, &t);
	CHECK(icj_strerror(err)[0]);
	if (err == ICJ_OK)
		check_time(&t, form);
}

/* Business days on the federal calendar: there and back. */
static void check_business(icj_date day, uint32_t hash)
{
	static struct icj_calendar *cal;
	int32_t n = (int32_t)(hash % 61) - 30;
	icj_date there;

	if (!cal)
		cal = icj_calendar_new(NULL, 0, NULL, 0);
	CHECK(cal);
	if (day < ICJ_CALENDAR_FIRST || day > ICJ_CALENDAR_LAST || n == 0)
		return;
	there = icj_add_business_days(cal, 0, day, n);
	if (there == ICJ_DATE_NONE)
		return;
	CHECK(icj_is_business_day(cal, 0, there));
	if (n > 0)
		CHECK(icj_count_business_days(cal, 0, day, there) == n);
	CHECK((icj_closed_because(cal, 0, day) == NULL) ==
	    icj_is_business_day(cal, 0, day));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char line[64], text[FUZZ_MOST];
	static const struct icj_date_form none;
	struct icj_date_form form = none;
	const uint8_t *stop = size ? memchr(data, '\n', size) : NULL;
	size_t head = stop ? (size_t)(stop - data) : 0;
	uint32_t hash = fuzz_hash(data, size);
	icj_date day;
	size_t len;

	if (size > FUZZ_MOST || head >= sizeof(line))
		return 0;
	memcpy(line, data, head);
	line[head] = '\0';
	if (icj_date_form_parse(line, &form) != ICJ_OK)
		memset(&form, 0, sizeof(form));
	len = size - head - (stop != NULL);
	memcpy(text, data + size - len, len);
	check_text(text, len, NULL, hash);
	check_text(text, len, &form, hash);
	if (icj_date_parse(text, len, &form, &day) == ICJ_OK)
		check_business(day, hash);
	return 0;
}
