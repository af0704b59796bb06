/* SPDX-License-Identifier: MIT */
/*
 * return_custody.c - whether a juvenile is or was in custody, and whether more
 * than the first 24 hours of it have run, by the clock of Rule 6-101.
 */
#include "return.h"

/* -- Custody ------------------------------------------------------------ */

bool icj__happened(struct eval *e, enum field_id f)
{
	icj_date as_of = e->ctx->as_of.date;

	return icj__known(e, f) && (as_of == ICJ_DATE_NONE ||
	    fact_of(e->c, f)->time.date <= as_of);
}

enum icj_tri icj__in_custody(struct eval *e)
{
	if (is_known(e->c, F_in_custody) || !is_known(e->c, F_detained_at))
		return icj__said(e, F_in_custody);
	icj__note(&e->used, F_detained_at);
	return not_(tri(icj__happened(e, F_released_at)));
}

enum icj_tri icj__was_detained(struct eval *e)
{
	if (icj__known(e, F_detained_at) ||
	    icj__happened(e, F_form_iii_received))
		return ICJ_YES;
	return icj__said(e, F_in_custody);
}

/* -- The first 24 hours ------------------------------------------------- */

#define DAY_SECONDS 86400

static int64_t moment(const struct icj_time *t, int32_t second, bool utc)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? second : t->second) -
	    (utc ? (int64_t)t->offset * 60 : 0);
}

/* When the hours run out, if they began at that second of the day. */
typedef struct icj_time clock_of(const struct eval *e, struct icj_time start);

/* The clock of the place that holds the juvenile, as the duties have it. */
static icj_state clock_state(const struct eval *e)
{
	const struct fact *holding = fact_of(e->c, F_holding_state);

	return holding->set && e->ctx->whose != ICJ_FEDERAL ?
	    holding->count : 0;
}

static struct icj_time open_clock(const struct eval *e, struct icj_time start)
{
	return icj_add_open_hours(e->ctx->calendar, clock_state(e), start,
	    e->number);
}

static struct icj_time plain_clock(const struct eval *e, struct icj_time start)
{
	start.date += e->number / 24;
	return start;
}

/* When custody ended, or was last looked at. */
static struct icj_time end_of_custody(struct eval *e)
{
	if (icj__happened(e, F_released_at))
		return fact_of(e->c, F_released_at)->time;
	if (icj__happened(e, F_returned))
		return fact_of(e->c, F_returned)->time;
	return e->ctx->as_of;
}

/* An as-of date is the end of that day; an event's date any moment of it. */
static enum icj_tri compare(struct eval *e, const struct icj_time limit[2],
    const struct icj_time *end)
{
	bool utc = limit[0].offset != ICJ_NO_OFFSET &&
	    end->offset != ICJ_NO_OFFSET && end->second != ICJ_NO_CLOCK;
	bool event = icj__happened(e, F_released_at) ||
	    icj__happened(e, F_returned);
	int64_t first = moment(end, event ? 0 : DAY_SECONDS, utc);
	int64_t last = moment(end, event ? DAY_SECONDS - 1 : DAY_SECONDS, utc);

	if (first > moment(&limit[1], 0, utc))
		return ICJ_YES;
	if (last <= moment(&limit[0], 0, utc))
		return ICJ_NO;
	return ICJ_UNKNOWN;
}

/* What is wanted is a clock time where only a date is known. */
static enum icj_tri want_clock(struct eval *e)
{
	const struct fact *released = fact_of(e->c, F_released_at);

	if (released->set && released->time.second == ICJ_NO_CLOCK)
		icj__note(&e->missing, F_released_at);
	if (!released->set || fact_of(e->c, F_detained_at)->time.second ==
	    ICJ_NO_CLOCK)
		icj__note(&e->missing, F_detained_at);
	return ICJ_UNKNOWN;
}

static enum icj_tri held_beyond(struct eval *e, clock_of *clock)
{
	struct icj_time start, limit[2], end;
	bool bare;
	enum icj_tri v;

	if (icj__time(e, F_detained_at, &start) == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	bare = start.second == ICJ_NO_CLOCK;
	start.second = bare ? 0 : start.second;
	limit[0] = limit[1] = clock(e, start);
	if (bare) {
		start.second = DAY_SECONDS - 1;
		limit[1] = clock(e, start);
	}
	end = end_of_custody(e);
	if (limit[0].date == ICJ_DATE_NONE || limit[1].date == ICJ_DATE_NONE ||
	    end.date == ICJ_DATE_NONE)
		return want_clock(e);
	v = compare(e, limit, &end);
	return v == ICJ_UNKNOWN ? want_clock(e) : v;
}

/* While custody has not gone past that day either, no later one matters. */
bool icj__hours_unvouched(struct eval *e)
{
	icj_date through = icj_calendar_vouched(e->ctx->calendar,
	    clock_state(e));
	struct icj_time start;

	if (through == ICJ_DATE_NONE || !is_known(e->c, F_detained_at))
		return false;
	start = fact_of(e->c, F_detained_at)->time;
	if (start.second == ICJ_NO_CLOCK)
		start.second = DAY_SECONDS - 1;
	start = open_clock(e, start);
	return start.date != ICJ_DATE_NONE &&
	    start.date - (start.second == 0) > through &&
	    end_of_custody(e).date > through;
}

/* Reading: 6-101(1)(b) and (2) mean the clock of 6-101(1)(a), though they do
 * not repeat that weekends and holidays are left out. */
enum icj_tri icj__held_beyond(struct eval *e)
{
	enum icj_tri v = held_beyond(e, open_clock);

	return e->ctx->strict && icj__hours_unvouched(e) ? ICJ_UNKNOWN : v;
}

enum icj_tri icj__held_beyond_plain(struct eval *e)
{
	return held_beyond(e, plain_clock);
}
