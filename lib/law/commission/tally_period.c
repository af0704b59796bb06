/* SPDX-License-Identifier: MIT */
/*
 * tally_period.c - the months, quarters and years that counts are kept by.
 * Knows the calendar's arithmetic only through date.c.
 */

#include "icj.h"
#include "base/base.h"
#include "time/text.h"

/* Reading: the fiscal year is the Commission's, July 1 to June 30, and is
 * named after the year it ends in; the rules do not define it. */
#define FISCAL_MONTH 7

ICJ_API int32_t icj_period_of(enum icj_by by, icj_date day)
{
	int year, month, mday;

	icj_date_parts(day, &year, &month, &mday);
	switch (by) {
	case ICJ_BY_MONTH:
		return year * 12 + month - 1;
	case ICJ_BY_QUARTER:
		return year * 4 + (month - 1) / 3;
	case ICJ_BY_FISCAL_YEAR:
		return year + (month >= FISCAL_MONTH);
	case ICJ_BY_YEAR:
		break;
	}
	return year;
}

ICJ_API icj_date icj_period_start(enum icj_by by, int32_t period)
{
	if (period < 1)
		return ICJ_DATE_NONE;
	switch (by) {
	case ICJ_BY_MONTH:
		return icj_date_of(period / 12, period % 12 + 1, 1);
	case ICJ_BY_QUARTER:
		return icj_date_of(period / 4, period % 4 * 3 + 1, 1);
	case ICJ_BY_FISCAL_YEAR:
		return icj_date_of(period - 1, FISCAL_MONTH, 1);
	case ICJ_BY_YEAR:
		break;
	}
	return icj_date_of(period, 1, 1);
}

/* A number with zeros before it, to so many digits. */
static void add_padded(struct text *t, unsigned n, unsigned digits)
{
	unsigned least = 1;

	for (; digits > 1; digits--)
		least *= 10;
	for (; n < least && least > 1; least /= 10)
		icj__text_add(t, "0");
	icj__text_add_int(t, n);
}

ICJ_API char *icj_period_format(enum icj_by by, int32_t period,
    char buf[ICJ_PERIOD_SIZE])
{
	if (!buf)
		return NULL;

	unsigned p = (unsigned)period % 1000000;
	struct text t;

	icj__text_start(&t, buf, ICJ_PERIOD_SIZE);
	if (by == ICJ_BY_FISCAL_YEAR)
		icj__text_add(&t, "FY");
	add_padded(&t, by == ICJ_BY_MONTH ? p / 12 :
	    by == ICJ_BY_QUARTER ? p / 4 : p, 4);
	if (by == ICJ_BY_MONTH) {
		icj__text_add(&t, "-");
		add_padded(&t, p % 12 + 1, 2);
	} else if (by == ICJ_BY_QUARTER) {
		icj__text_add(&t, "-Q");
		add_padded(&t, p % 4 + 1, 1);
	}
	return buf;
}
