/* SPDX-License-Identifier: MIT */
/*
 * snapshot.h - a case as it stood at the as-of moment, for an audit: what
 * lies after it has not happened.
 */
#ifndef ICJ_SNAPSHOT_H
#define ICJ_SNAPSHOT_H

#include "icj.h"
#include "judge/rule.h"

/* Which fields are days of acts, as bits. */
extern const uint64_t icj__acts[];

static inline bool icj__is_act(enum field_id f)
{
	return icj__acts[f / 64] & FIELD_BIT(f);
}

/* The same where both have a clock. */
bool icj__clock_ahead(const struct icj_time *t, const struct icj_time *as_of);

/* Whether a time lies after the as-of moment; never where there is none. */
static inline bool icj__is_ahead(const struct icj_time *t,
    const struct icj_time *as_of)
{
	if (as_of->date == ICJ_DATE_NONE)
		return false;
	if (t->second == ICJ_NO_CLOCK || as_of->second == ICJ_NO_CLOCK)
		return t->date > as_of->date;
	return icj__clock_ahead(t, as_of);
}

/* Whether the field is an act, known, and not yet done as of then. */
static inline bool icj__not_yet(const struct icj_case *c, enum field_id f,
    const struct icj_time *as_of)
{
	const struct icj_time *t = icj__is_act(f) ? icj__fact_when(c, f) : NULL;

	return t && icj__is_ahead(t, as_of);
}

/* Whether a decision is on file and was made by then. */
bool icj__decided_by(const struct icj_case *c, const struct icj_time *as_of);

/* The case without the acts that lie ahead, which are noted: the case itself
 * where there are none, else a copy in room. */
const struct icj_case *icj__snapshot(const struct icj_case *c,
    const struct icj_context *ctx, struct case_room *room,
    struct notes *ahead);

/* Says which of those that the area reads were taken for not done. */
void icj__note_ahead(struct icj_report *r, const struct notes *ahead,
    uint32_t area);

#endif
