/* SPDX-License-Identifier: MIT */
/*
 * zone.c - what the clocks of a state can show: its time zones (15 U.S.C. 263,
 * 49 C.F.R. part 71) and daylight saving as the federal rule has it.  It knows
 * no duty and reads no system's data.
 *
 * The zones are those since Alaska had four no more, 1983-10-30; the rule of
 * daylight saving is that of each year from 1967 on, and the last one for all
 * years to come.  Before 1967 no clock is taken to be put forward.
 */
#include "base/base.h"
#include "time/zone.h"

/* -- The zones ---------------------------------------------------------- */

/* Those of this name in the tz database show the same. */
enum {
	SAMOA = 1 << 0,     /* Pacific/Pago_Pago */
	HAWAII = 1 << 1,    /* Pacific/Honolulu */
	ALEUTIAN = 1 << 2,  /* America/Adak */
	ALASKA = 1 << 3,    /* America/Anchorage */
	PACIFIC = 1 << 4,   /* America/Los_Angeles */
	MOUNTAIN = 1 << 5,  /* America/Denver */
	ARIZONA = 1 << 6,   /* America/Phoenix */
	CENTRAL = 1 << 7,   /* America/Chicago */
	EASTERN = 1 << 8,   /* America/New_York */
	INDIANA = 1 << 9,   /* America/Indiana/Indianapolis before 2006 */
	ATLANTIC = 1 << 10, /* America/Puerto_Rico */
	CHAMORRO = 1 << 11, /* Pacific/Guam */
	ALL = (1 << ZONES) - 1
};

static const struct icj__zone zones[ZONES] = {
	{-11, false}, {-10, false}, {-10, true}, {-9, true}, {-8, true},
	{-7, true}, {-7, false}, {-6, true}, {-5, true}, {-5, false},
	{-4, false}, {10, false},
};

/* The zones of each state, in the order of the codes.  A list of counties would
 * be needed to say more.  The Navajo Nation puts its clocks forward, the rest
 * of Arizona does not. */
static const uint16_t zones_of[] = {
	ALL, /* of a state that is not known */
	/* AK */ ALASKA | ALEUTIAN,
	/* AL */ CENTRAL,
	/* AR */ CENTRAL,
	/* AS */ SAMOA,
	/* AZ */ ARIZONA | MOUNTAIN,
	/* CA */ PACIFIC,
	/* CO */ MOUNTAIN,
	/* CT */ EASTERN,
	/* DC */ EASTERN,
	/* DE */ EASTERN,
	/* FL */ EASTERN | CENTRAL,
	/* GA */ EASTERN,
	/* GU */ CHAMORRO,
	/* HI */ HAWAII,
	/* IA */ CENTRAL,
	/* ID */ MOUNTAIN | PACIFIC,
	/* IL */ CENTRAL,
	/* IN */ EASTERN | CENTRAL | INDIANA,
	/* KS */ CENTRAL | MOUNTAIN,
	/* KY */ EASTERN | CENTRAL,
	/* LA */ CENTRAL,
	/* MA */ EASTERN,
	/* MD */ EASTERN,
	/* ME */ EASTERN,
	/* MI */ EASTERN | CENTRAL,
	/* MN */ CENTRAL,
	/* MO */ CENTRAL,
	/* MP */ CHAMORRO,
	/* MS */ CENTRAL,
	/* MT */ MOUNTAIN,
	/* NC */ EASTERN,
	/* ND */ CENTRAL | MOUNTAIN,
	/* NE */ CENTRAL | MOUNTAIN,
	/* NH */ EASTERN,
	/* NJ */ EASTERN,
	/* NM */ MOUNTAIN,
	/* NV */ PACIFIC | MOUNTAIN,
	/* NY */ EASTERN,
	/* OH */ EASTERN,
	/* OK */ CENTRAL,
	/* OR */ PACIFIC | MOUNTAIN,
	/* PA */ EASTERN,
	/* PR */ ATLANTIC,
	/* RI */ EASTERN,
	/* SC */ EASTERN,
	/* SD */ CENTRAL | MOUNTAIN,
	/* TN */ EASTERN | CENTRAL,
	/* TX */ CENTRAL | MOUNTAIN,
	/* UT */ MOUNTAIN,
	/* VA */ EASTERN,
	/* VI */ ATLANTIC,
	/* VT */ EASTERN,
	/* WA */ PACIFIC,
	/* WI */ CENTRAL,
	/* WV */ EASTERN,
	/* WY */ MOUNTAIN,
};

_Static_assert(COUNT_OF(zones_of) == ICJ_STATES + 1, "each state has zones");

unsigned icj__zones_of(icj_state state)
{
	return zones_of[state > 0 && state <= ICJ_STATES ? state : 0];
}

/* -- Daylight saving ---------------------------------------------------- */

#define HOUR 3600
#define DAY INT64_C(86400)

/* From 2:00 on a Sunday until 2:00 on another: the n-th of the month, 0 for
 * the last. */
static const struct saving {
	int16_t from; /* the first year of the rule */
	uint8_t start, start_nth, end, end_nth;
} savings[] = {
	{1967, 4, 0, 10, 0}, /* Uniform Time Act of 1966 */
	{1974, 1, 1, 10, 0}, /* Emergency Daylight Saving Time Act */
	{1975, 2, 0, 10, 0},
	{1976, 4, 0, 10, 0},
	{1987, 4, 1, 10, 0}, /* Public Law 99-359 */
	{2007, 3, 2, 11, 1}, /* Energy Policy Act of 2005 */
};

static icj_date sunday(int year, int month, int nth)
{
	icj_date first = icj_date_of(year, month, 1);

	if (nth == 0)
		return sunday(month == 12 ? year + 1 : year, month % 12 + 1,
		    1) - 7;
	return first + 6 - icj_weekday(first) + 7 * (nth - 1);
}

/* Whether clocks are put forward at a moment, in seconds of standard time. */
static bool is_saving(int64_t standard)
{
	int64_t day = (standard >= 0 ? standard : standard - DAY + 1) / DAY;
	const struct saving *s = NULL;
	int year, month, mday;

	if (day < ICJ_DATE_MIN || day > ICJ_DATE_MAX)
		return false;
	icj_date_parts((icj_date)day, &year, &month, &mday);
	for (size_t i = 0; i < COUNT_OF(savings); i++)
		if (year >= savings[i].from)
			s = &savings[i];
	if (!s)
		return false;
	if (month == s->start)
		return standard >= sunday(year, month, s->start_nth) * DAY +
		    2 * HOUR;
	if (month == s->end)
		return standard < sunday(year, month, s->end_nth) * DAY + HOUR;
	return month > s->start && month < s->end;
}

/* -- Clocks of a zone --------------------------------------------------- */

int32_t icj__zone_offset(unsigned zone, int64_t utc)
{
	int32_t hours = zones[zone].hours;

	if (zones[zone].saves && is_saving(utc + hours * HOUR))
		hours++;
	return hours * 60;
}

/* An hour that comes twice is taken for its first time. */
int32_t icj__zone_offset_at(unsigned zone, int64_t wall)
{
	int32_t hours = zones[zone].hours;

	if (zones[zone].saves && is_saving(wall - HOUR))
		hours++;
	return hours * 60;
}

unsigned icj__zones_with(unsigned of, int64_t utc, int32_t offset)
{
	unsigned with = 0;

	for (unsigned z = 0; z < ZONES; z++)
		if (of & 1u << z && icj__zone_offset(z, utc) == offset)
			with |= 1u << z;
	return with;
}

struct icj_time icj__zone_local(unsigned zone, const struct icj_time *t)
{
	int64_t utc = icj__utc(t);

	return icj__from_seconds(utc + icj__zone_offset(zone, utc) *
	    INT64_C(60), ICJ_NO_OFFSET);
}

void icj__zone_carry(icj_state state, const struct icj_time *from,
    struct icj_time *to)
{
	int32_t offset = ICJ_NO_OFFSET;
	unsigned left;

	if (!icj__has_offset(from) || !icj__has_offset(to))
		return;
	left = icj__zones_with(icj__zones_of(state), icj__utc(from),
	    from->offset);
	for (; left; left &= left - 1) {
		int32_t of = icj__zone_offset_at(
		    (unsigned)__builtin_ctz(left), icj__wall(to));

		if (offset != ICJ_NO_OFFSET && of != offset)
			return;
		offset = of;
	}
	if (offset != ICJ_NO_OFFSET)
		to->offset = offset;
}

struct icj_time icj__from_seconds(int64_t wall, int32_t offset)
{
	int64_t day = (wall >= 0 ? wall : wall - DAY + 1) / DAY;

	return (struct icj_time){(icj_date)day, (int32_t)(wall - day * DAY),
	    offset};
}
