/* SPDX-License-Identifier: MIT */
/*
 * score.c - duties that were dated, counted as the Commission's standards count
 * them: in time, late, open, overdue, unknown; the share in time, and whether
 * it reaches a target.  Knows no record and no case.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"

#define WHOLE 10000 /* a share of all, in hundredths of a percent */

ICJ_API bool icj_duty_recurs(const char *id)
{
	/* The next report starts the duty anew, so that none was ever met or
	 * late; the Commission counts the cases with an overdue one. */
	return id && strcmp(id, "progress-report") == 0;
}

/* Reading: a duty that is held (7-103, 5-103(3)(a)) is open, for it may not be
 * done yet.  What a withdrawal or a closing ended is neither in time nor late,
 * and permissions and caps are nothing that is done in time. */
ICJ_API enum icj_score_column icj_score_column_of(enum icj_due_status status)
{
	switch (status) {
	case ICJ_DUE_MET:
		return ICJ_SCORE_IN_TIME;
	case ICJ_DUE_LATE:
		return ICJ_SCORE_LATE;
	case ICJ_DUE_DUE:
	case ICJ_DUE_HELD:
		return ICJ_SCORE_OPEN;
	case ICJ_DUE_OVERDUE:
		return ICJ_SCORE_OVERDUE;
	case ICJ_DUE_UNKNOWN:
		return ICJ_SCORE_UNKNOWN;
	default:
		return ICJ_SCORE_COLUMNS;
	}
}

ICJ_API bool icj_score_add(struct icj_score *s, enum icj_score_column column,
    enum icj_basis basis)
{
	if (!s || (unsigned)column >= ICJ_SCORE_COLUMNS ||
	    (unsigned)basis > ICJ_BASIS_NEAREST ||
	    s->count[column] < 0 || s->count[column] >= ICJ_SCORE_MAX)
		return false;
	s->count[column]++;
	if (basis > s->basis)
		s->basis = basis;
	return true;
}

static bool score_is_usable(const struct icj_score *s)
{
	if (!s)
		return false;
	for (size_t i = 0; i < ICJ_SCORE_COLUMNS; i++)
		if (s->count[i] < 0 || s->count[i] > ICJ_SCORE_MAX)
			return false;
	return true;
}

/* Those as they should be.  In a snapshot a duty that is not overdue is. */
static int64_t score_good(const struct icj_score *s)
{
	return s->snapshot ? s->count[ICJ_SCORE_OPEN] :
	    s->count[ICJ_SCORE_IN_TIME];
}

/* Reading: what is overdue is no longer in time, whenever it will be done, and
 * belongs to the share; else an office that never acts had none that is late.
 * The Commission's standards ask for the share past due in a period. */
static int64_t score_base(const struct icj_score *s)
{
	return score_good(s) + s->count[ICJ_SCORE_OVERDUE] +
	    (s->snapshot ? 0 : s->count[ICJ_SCORE_LATE]);
}

ICJ_API int32_t icj_score_share(const struct icj_score *s)
{
	int64_t n, whole, rest;

	if (!score_is_usable(s) || (n = score_base(s)) == 0)
		return -1;
	whole = score_good(s) * WHOLE / n;
	rest = score_good(s) * WHOLE % n;
	if (2 * rest > n || (2 * rest == n && whole % 2 != 0))
		whole++;
	return (int32_t)whole;
}

/* What is unknown could be in time or not, or not yet due. */
ICJ_API enum icj_tri icj_score_meets(const struct icj_score *s, int32_t target)
{
	int64_t n, unknown;

	if (!score_is_usable(s) || target < 0 || target > WHOLE)
		return ICJ_UNKNOWN;
	unknown = s->count[ICJ_SCORE_UNKNOWN];
	n = score_base(s) + unknown;
	if (n == 0)
		return ICJ_UNKNOWN;
	if (score_good(s) * WHOLE >= target * n)
		return ICJ_YES;
	return (score_good(s) + unknown) * WHOLE < target * n ? ICJ_NO :
	    ICJ_UNKNOWN;
}
