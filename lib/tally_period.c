/* SPDX-License-Identifier: MIT */
/*
 * tally_period.c - the months, quarters and years that counts are kept by.
 * Knows the calendar's arithmetic only through date.c.
 */
#include <stdio.h>

#include "icj.h"
#include "internal.h"

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

ICJ_API char *icj_period_format(enum icj_by by, int32_t period,
    char buf[ICJ_PERIOD_SIZE])
{
	unsigned p = (unsigned)period % 1000000;

	if (by == ICJ_BY_MONTH)
		snprintf(buf, ICJ_PERIOD_SIZE, "%04u-%02u", p / 12, p % 12 + 1);
	else if (by == ICJ_BY_QUARTER)
		snprintf(buf, ICJ_PERIOD_SIZE, "%04u-Q%u", p / 4, p % 4 + 1);
	else
		snprintf(buf, ICJ_PERIOD_SIZE, "%s%04u",
		    by == ICJ_BY_FISCAL_YEAR ? "FY" : "", p);
	return buf;
}
