/* SPDX-License-Identifier: MIT */
/*
 * digest.c - what of a dated duty a person should be told on a morning.  Knows
 * no record and no case.
 */
#include "icj.h"
#include "base/base.h"
#include "base/guard.h"

#define DAY INT64_C(86400)

/* In seconds; a day lasts to its end. */
static int64_t digest_moment(const struct icj_time *t)
{
	return t->date * DAY + (t->second == ICJ_NO_CLOCK ? DAY : t->second);
}

/* A day is past from the next one on, a time when it is there.  Where the clock
 * of one of them is in another zone that is hours off: the status was settled
 * with it, this only says what is told. */
static bool digest_is_past(const struct icj_time *due,
    const struct icj_time *as_of)
{
	if (due->second == ICJ_NO_CLOCK)
		return as_of->date > due->date;
	return digest_moment(as_of) >= digest_moment(due);
}

/* Permissions bind nobody, and what is held may not be done. */
ICJ_API enum icj_digest icj_digest_of(enum icj_due_status status, bool done,
    const struct icj_time *due, const struct icj_time *as_of, int32_t within)
{
	bool soon;

	if (!due || !as_of || !icj__is_day(as_of->date))
		return ICJ_DIGEST_NONE;
	if (status == ICJ_DUE_OVERDUE || status == ICJ_DUE_EXCEEDED)
		return ICJ_DIGEST_OVERDUE;
	if (status != ICJ_DUE_DUE && status != ICJ_DUE_UNKNOWN &&
	    (status != ICJ_DUE_WITHIN || done))
		return ICJ_DIGEST_NONE;
	if (!icj__is_day(due->date))
		return status == ICJ_DUE_UNKNOWN ? ICJ_DIGEST_NO_DATE :
		    ICJ_DIGEST_NONE;
	if (status == ICJ_DUE_UNKNOWN && digest_is_past(due, as_of))
		return ICJ_DIGEST_PAST;
	soon = within >= 0 && due->date - as_of->date <= within;
	return soon ? ICJ_DIGEST_SOON : ICJ_DIGEST_NONE;
}

ICJ_API int32_t icj_digest_days(const struct icj_time *due,
    const struct icj_time *as_of)
{
	if (!due || !as_of || !icj__is_day(due->date) ||
	    !icj__is_day(as_of->date))
		return 0;
	return due->date - as_of->date;
}

ICJ_API bool icj_digest_again(icj_date told, icj_date today, int32_t remind)
{
	return icj__is_day(told) && icj__is_day(today) && remind > 0 &&
	    today - told >= remind;
}

ICJ_API int icj_digest_order(const struct icj_time *a,
    const struct icj_time *b)
{
	int64_t x = a ? digest_moment(a) : 0, y = b ? digest_moment(b) : 0;

	return (x > y) - (x < y);
}
