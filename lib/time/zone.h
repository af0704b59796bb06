/* SPDX-License-Identifier: MIT */
/* zone.h - the clocks of the states. */
#ifndef ICJ_TIME_ZONE_H
#define ICJ_TIME_ZONE_H

#include "icj.h"

/* Zones are numbers, sets of them bits. */
#define ZONES 12

struct icj__zone {
	int8_t hours; /* east of UTC, in standard time */
	bool saves;   /* daylight */
};

/* The zones that a state has, those of all for 0. */
unsigned icj__zones_of(icj_state state);
/* The offset of a zone, in minutes, at a moment in seconds since 1970. */
int32_t icj__zone_offset(unsigned zone, int64_t utc);
/* The same at a moment of its own wall time. */
int32_t icj__zone_offset_at(unsigned zone, int64_t wall);
/* Those among zones whose clocks have an offset at a moment. */
unsigned icj__zones_with(unsigned of, int64_t utc, int32_t offset);
/* What the clocks of a zone show at a time with an offset; without one. */
struct icj_time icj__zone_local(unsigned zone, const struct icj_time *t);
struct icj_time icj__from_seconds(int64_t wall, int32_t offset);
/* Gives a later time of the same wall clock the offset that the state's clocks
 * have by then, where the offset of the first one tells. */
void icj__zone_carry(icj_state state, const struct icj_time *from,
    struct icj_time *to);

/* Seconds of wall time since 1970 of a time with a clock, or of UTC. */
static inline int64_t icj__wall(const struct icj_time *t)
{
	return t->date * INT64_C(86400) + t->second;
}

static inline int64_t icj__utc(const struct icj_time *t)
{
	return icj__wall(t) - t->offset * INT64_C(60);
}

static inline bool icj__has_offset(const struct icj_time *t)
{
	return t->offset != ICJ_NO_OFFSET && t->second != ICJ_NO_CLOCK &&
	    t->date != ICJ_DATE_NONE;
}

/* Whether the offset of a time is one that the state can have then. */
static inline bool icj__is_local(const struct icj_time *t, icj_state state)
{
	return icj__zones_with(icj__zones_of(state), icj__utc(t), t->offset);
}

#endif
