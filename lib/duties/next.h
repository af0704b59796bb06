/* SPDX-License-Identifier: MIT */
/*
 * next.h - tables of what comes next, in order of work, for referrals and
 * supervision.  The dates are those of the duties.
 */
#ifndef ICJ_NEXT_H
#define ICJ_NEXT_H

#include "judge/answer.h"
#include "duties/deadline.h"

#define NO_DUTY DUTY_IDS

struct next_row {
	uint8_t duty;          /* enum duty_id, or NO_DUTY */
	enum icj_side by;      /* whose state */
	const struct provision *p;
	const char *who, *text;
	/* NULL: always.  A duty's own conditions need not be repeated. */
	bool (*only_if)(const struct icj_case *c);
};

/* The i-th row of n that applies to the case as it stood, and that the rules have on the
 * day of the step; false beyond the last. */
bool icj__next_step(const struct next_row *rows, size_t n, size_t i,
    const struct icj_case *c, const struct icj_context *ctx,
    icj_date answered, struct icj_step *out);

#endif
