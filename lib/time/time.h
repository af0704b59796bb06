/* SPDX-License-Identifier: MIT */
/* time.h - reading a day where a time may stand, and comparing moments. */
#ifndef ICJ_TIME_TIME_H
#define ICJ_TIME_TIME_H

#include "icj.h"

/* The date of a date or a time; *clock, where it is not NULL, becomes true if
 * there is a time of day other than midnight. */
enum icj_err icj__day_parse(const char *text, size_t len,
    const struct icj_date_form *form, icj_date *out, bool *clock);

/* Seconds from one moment to another: of wall time, or of UTC where both carry
 * an offset. */
int64_t icj__apart(const struct icj_time *a, const struct icj_time *b);

/* The same of a limit with a clock. */
int icj__clock_against(const struct icj_time *a, const struct icj_time *limit,
    bool *unsure);

/* Below 0, 0, above 0 as a is before, at or after the limit.  A date without
 * a clock is the end of that day; against a limit at a time of the same day
 * it is not comparable, and *unsure is set. */
static inline int icj__time_against(const struct icj_time *a,
    const struct icj_time *limit, bool *unsure)
{
	if (limit->second == ICJ_NO_CLOCK)
		return (a->date > limit->date) - (a->date < limit->date);
	return icj__clock_against(a, limit, unsure);
}

#endif
