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
	/* When it is wanted, as the words below have it.  A duty's own
	 * conditions need not be repeated. */
	uint16_t on_file; /* enum field_id */
	bool (*only_if)(const struct icj_case *c);
};

#define ALWAYS NO_FIELD, NULL
#define ON_FILE(field) F_##field, NULL
#define IF(wanted) NO_FIELD, (wanted)

/* The i-th row of n that applies to the case as it stood, and that the rules
 * have on the day of the step; false beyond the last. */
bool icj__next_step(const struct next_row *rows, size_t n, size_t i,
    const struct icj_case *c, const struct icj_context *ctx,
    icj_date answered, struct icj_step *out);

#endif
