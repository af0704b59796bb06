/* SPDX-License-Identifier: MIT */
/*
 * permit_look.c - the looks at a case that permits need besides the general
 * ones: at clock times, the table of duties and the letters of a state.  The
 * only file of permits that reads facts once a question has begun.
 */
#include "law/permit/permit.h"

/* -- Length of the travel ----------------------------------------------- */

#define HOUR 3600
#define DAY_SECONDS 86400

/* Seconds of wall time, the earliest and the latest that a fact allows: a
 * date without a clock is any moment of that day. */
static int64_t earliest(const struct icj_time *t)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? 0 : t->second);
}

static int64_t latest(const struct icj_time *t)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? DAY_SECONDS - 1 : t->second);
}

/* Two moments that both carry an offset are compared exactly. */
static int64_t gained(const struct icj_time *from, const struct icj_time *to)
{
	if (from->offset == ICJ_NO_OFFSET || to->offset == ICJ_NO_OFFSET)
		return 0;
	return (int64_t)(from->offset - to->offset) * 60;
}

/* The shortest and the longest the travel can have been. */
struct span {
	int64_t least, most;
};

static struct span permit_look_travel(const struct eval *e)
{
	struct icj_time from = icj__fact_time(e->c, F_travel_starts);
	struct icj_time to = icj__fact_time(e->c, F_travel_ends);
	int64_t zones = gained(&from, &to);

	return (struct span){earliest(&to) - latest(&from) + zones,
	    latest(&to) - earliest(&from) + zones};
}

unsigned icj__look_travel(const struct eval *e, const struct ask *a)
{
	int64_t limit = (int64_t)a->n * HOUR;
	struct span s = permit_look_travel(e);

	if (s.most < 0)
		return ENDS_BEFORE_IT_STARTS;
	return s.least > limit || s.most <= limit ?
	    (unsigned)tri(s.least > limit) : ICJ_UNKNOWN;
}

static unsigned permit_look_is_bare(const struct eval *e, enum field_id f)
{
	return icj__fact_time(e->c, f).second == ICJ_NO_CLOCK;
}

unsigned icj__look_bare(const struct eval *e, const struct ask *a)
{
	(void)a;
	return permit_look_is_bare(e, F_travel_starts) * START_IS_BARE |
	    permit_look_is_bare(e, F_travel_ends) * END_IS_BARE;
}

unsigned icj__look_disagree(const struct eval *e, const struct ask *a)
{
	int64_t hours = icj__fact_count(e->c, F_travel_hours);
	struct span s = permit_look_travel(e);

	(void)a;
	return (hours + 1) * HOUR <= s.least || (hours - 1) * HOUR >= s.most;
}

/* -- Duties ------------------------------------------------------------- */

static unsigned permit_look_in_order(enum icj_due_status s)
{
	if (s == ICJ_DUE_UNKNOWN)
		return ICJ_UNKNOWN;
	return not_(tri(s == ICJ_DUE_LATE || s == ICJ_DUE_OVERDUE));
}

unsigned icj__look_duty(const struct eval *e, const struct ask *a)
{
	struct icj_due due;

	icj__date_duty(e->c, e->ctx, (enum duty_id)a->n, &due);
	return due.list_ended ? LIST_ENDED : permit_look_in_order(due.status);
}

unsigned icj__look_duty_unvouched(const struct eval *e, const struct ask *a)
{
	struct icj_due due;

	icj__date_duty(e->c, e->ctx, (enum duty_id)a->n, &due);
	return permit_look_in_order(due.status);
}

/* -- States ------------------------------------------------------------- */

unsigned icj__look_state_bits(const struct eval *e, const struct ask *a)
{
	return (unsigned)icj__fact_state(e->c, a->f) >> a->n & 3u;
}
