/* SPDX-License-Identifier: MIT */
/*
 * return_look.c - the looks at a case that returns need besides the general
 * ones: at clocks, calendars and the table of duties.  The only file of returns
 * that reads facts.  No look knows whether strict is asked for: the question
 * says so, for the same case is judged either way.
 */
#include "law/return/return.h"

#include "duties/deadline.h"
#include "time/zone.h"

/* -- The first 24 hours ------------------------------------------------- */

#define DAY_SECONDS 86400

static int64_t return_look_moment(
    const struct icj_time *t, int32_t second, bool utc)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? second : t->second) -
	    (utc ? (int64_t)t->offset * 60 : 0);
}

/* When so many hours run out, if they began at that second of the day. */
typedef struct icj_time clock_of(const struct eval *e, struct icj_time start,
    int32_t hours);

/* The clock of the place that holds the juvenile, as the duties have it. */
static icj_state clock_state(const struct eval *e)
{
	return e->ctx->whose != ICJ_FEDERAL ?
	    icj__fact_state(e->c, F_holding_state) : 0;
}

/* The state whose clocks show the times of a detention. */
static icj_state return_look_place(const struct eval *e)
{
	return icj__fact_state(e->c, F_holding_state);
}

static struct icj_time open_clock(const struct eval *e, struct icj_time start,
    int32_t hours)
{
	struct icj_time end = icj_add_open_hours(e->ctx->calendar,
	    clock_state(e), start, hours);

	icj__zone_carry(return_look_place(e), &start, &end);
	return end;
}

static struct icj_time plain_clock(const struct eval *e, struct icj_time start,
    int32_t hours)
{
	(void)e;
	start.date += hours / 24;
	return start;
}

static bool return_look_has_come(const struct eval *e, enum field_id f)
{
	icj_date day = icj__fact_day(e->c, f), as_of = e->ctx->as_of.date;

	return day != ICJ_DATE_NONE &&
	    (as_of == ICJ_DATE_NONE || day <= as_of);
}

/* When custody ended, or was last looked at. */
static struct icj_time end_of_custody(const struct eval *e)
{
	if (return_look_has_come(e, F_released_at))
		return icj__fact_time(e->c, F_released_at);
	if (return_look_has_come(e, F_returned))
		return icj__fact_time(e->c, F_returned);
	return e->ctx->as_of;
}

/* An as-of date is the end of that day; an event's date any moment of it. */
static enum icj_tri compare(const struct eval *e,
    const struct icj_time limit[2], const struct icj_time *end)
{
	bool utc = limit[0].offset != ICJ_NO_OFFSET &&
	    end->offset != ICJ_NO_OFFSET && end->second != ICJ_NO_CLOCK;
	bool event = return_look_has_come(e, F_released_at) ||
	    return_look_has_come(e, F_returned);
	int64_t first = return_look_moment(end, event ? 0 : DAY_SECONDS, utc);
	int64_t last =
	    return_look_moment(end, event ? DAY_SECONDS - 1 : DAY_SECONDS, utc);

	if (first > return_look_moment(&limit[1], 0, utc))
		return ICJ_YES;
	if (last <= return_look_moment(&limit[0], 0, utc))
		return ICJ_NO;
	return ICJ_UNKNOWN;
}

static enum icj_tri beyond_of(const struct eval *e, clock_of *clock,
    int32_t hours, struct icj_time start, struct icj_time end)
{
	bool bare = start.second == ICJ_NO_CLOCK;
	struct icj_time limit[2];

	start.second = bare ? 0 : start.second;
	limit[0] = limit[1] = clock(e, start, hours);
	if (bare) {
		start.second = DAY_SECONDS - 1;
		limit[1] = clock(e, start, hours);
	}
	if (!has_time(&limit[0]) || !has_time(&limit[1]))
		return ICJ_UNKNOWN;
	return compare(e, limit, &end);
}

static struct icj_time return_look_local_of(
    unsigned zone, const struct icj_time *t)
{
	return icj__has_offset(t) ? icj__zone_local(zone, t) : *t;
}

/* An offset that the place cannot have says nothing of the local day, which
 * the clock needs: each of its zones is tried (see local.c).  Reading: where
 * they do not agree it is not known. */
static enum icj_tri beyond(const struct eval *e, clock_of *clock,
    int32_t hours)
{
	struct icj_time start = icj__fact_time(e->c, F_detained_at);
	struct icj_time end = end_of_custody(e);
	unsigned zones = icj__zones_of(return_look_place(e));
	enum icj_tri all = ICJ_UNKNOWN;

	if (!has_time(&start) || !has_time(&end))
		return ICJ_UNKNOWN;
	if ((!icj__has_offset(&start) ||
		icj__is_local(&start, return_look_place(e))) &&
	    (!icj__has_offset(&end) ||
		icj__is_local(&end, return_look_place(e))))
		return beyond_of(e, clock, hours, start, end);
	for (unsigned left = zones; left; left &= left - 1) {
		unsigned zone = (unsigned)__builtin_ctz(left);
		enum icj_tri one = beyond_of(e, clock, hours,
		    return_look_local_of(zone, &start),
		    return_look_local_of(zone, &end));

		if (left != zones && one != all)
			return ICJ_UNKNOWN;
		all = one;
	}
	return all;
}

unsigned icj__look_beyond(const struct eval *e, const struct ask *a)
{
	return beyond(e, open_clock, a->n);
}

unsigned icj__look_beyond_plain(const struct eval *e, const struct ask *a)
{
	return beyond(e, plain_clock, a->n);
}

unsigned icj__look_clocks(const struct eval *e, const struct ask *a)
{
	bool released = icj__fact_known(e->c, F_released_at);
	unsigned wanted = 0;

	(void)a;
	if (released &&
	    icj__fact_time(e->c, F_released_at).second == ICJ_NO_CLOCK)
		wanted |= RELEASE_CLOCK;
	if (!released ||
	    icj__fact_time(e->c, F_detained_at).second == ICJ_NO_CLOCK)
		wanted |= DETENTION_CLOCK;
	return wanted;
}

unsigned icj__look_placeless(const struct eval *e, const struct ask *a)
{
	return icj__fact_time(e->c, a->f).second != ICJ_NO_CLOCK &&
	    return_look_place(e) == 0;
}

/* While custody has not gone past that day either, no later one matters. */
unsigned icj__look_unvouched(const struct eval *e, const struct ask *a)
{
	icj_date through = icj_calendar_vouched(e->ctx->calendar,
	    clock_state(e));
	struct icj_time start = icj__fact_time(e->c, F_detained_at);

	if (through == ICJ_DATE_NONE || end_of_custody(e).date <= through)
		return false;
	if (start.second == ICJ_NO_CLOCK)
		start.second = DAY_SECONDS - 1;
	start = open_clock(e, start, a->n);
	return start.date != ICJ_DATE_NONE &&
	    start.date - (start.second == 0) > through;
}

/* -- The time of 7-105(1) ----------------------------------------------- */

/* The return that is owed, strictly or not, as extended. */
static void date_return(const struct eval *e, const struct ask *a,
    struct icj_due *due)
{
	struct icj_context ctx = *e->ctx;

	ctx.strict = a->n;
	icj__date_duty(e->c, &ctx, DUE_PROCESS_RETURN, due);
}

/* The table of duties knows.  Until the time has run nobody missed it,
 * whatever holds the juvenile and whatever is on file for a later day. */
static enum icj_tri return_look_missed(
    const struct eval *e, const struct ask *a, const struct icj_due *due)
{
	const struct icj_time *as_of = &e->ctx->as_of;

	if (has_time(in_effect(due)) && has_time(as_of) &&
	    as_of->date <= in_effect(due)->date)
		return ICJ_NO;
	/* Strict does not rely on days for which no list is vouched. */
	if (due->list_ended && a->n)
		return ICJ_UNKNOWN;
	if (due->status == ICJ_DUE_LATE || due->status == ICJ_DUE_OVERDUE)
		return ICJ_YES;
	return due->status == ICJ_DUE_UNKNOWN ? ICJ_UNKNOWN : ICJ_NO;
}

unsigned icj__look_missed(const struct eval *e, const struct ask *a)
{
	struct icj_due due;

	date_return(e, a, &due);
	return due.list_ended ? LIST_ENDED
			      : (unsigned)return_look_missed(e, a, &due);
}

unsigned icj__look_missed_unvouched(const struct eval *e, const struct ask *a)
{
	struct icj_due due;

	date_return(e, a, &due);
	return return_look_missed(e, a, &due);
}
