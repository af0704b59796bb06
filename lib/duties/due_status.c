/* SPDX-License-Identifier: MIT */
/*
 * due_status.c - the status of a dated duty as of a moment, the days left, and
 * what the file could not say of it.  Knows no duty by name.
 */
#include "icj_caseload.h"
#include "duties/deadline.h"
#include "time/time.h"

/* -- Judging ------------------------------------------------------------ */

/* Done, though for want of a clock the due time is not known: sure only on
 * the day it began, or so late that no clock time could save it. */
static enum icj_due_status done_without_clock(struct dating *d)
{
	struct icj_time latest = d->due->start;

	if (d->terms->unit != OPEN_HOURS)
		return ICJ_DUE_UNKNOWN;
	latest.second = 0;
	if (icj__apart(&d->due->done, &(struct icj_time){latest.date,
	    ICJ_NO_CLOCK, latest.offset}) <= 0)
		return ICJ_DUE_MET;
	latest.second = 86399;
	latest = icj__open_hours(d, latest);
	return has_time(&latest) && d->due->done.date > latest.date ?
	    ICJ_DUE_LATE : ICJ_DUE_UNKNOWN;
}

static enum icj_due_status judge_done(struct dating *d)
{
	bool cap = d->row->kind == ICJ_CAP;
	bool unsure = false;
	int order;

	if (d->clock_missing)
		return done_without_clock(d);
	order = icj__time_against(&d->due->done, in_effect(d->due), &unsure);
	if (unsure)
		icj__note(&d->e.missing, d->row->done);
	if (unsure || d->undecided)
		return ICJ_DUE_UNKNOWN;
	if (order <= 0)
		return cap ? ICJ_DUE_WITHIN : ICJ_DUE_MET;
	return cap ? ICJ_DUE_EXCEEDED : ICJ_DUE_LATE;
}

/* Whether the end has passed by the as-of moment.  Hours are over at the minute
 * that ends them.  Reading: a date is that whole day, up to but without the
 * midnight that ends it. */
static inline bool has_passed(const struct dating *d, int *order)
{
	const struct icj_time *as_of = &d->e.ctx->as_of, *end =
	    in_effect(d->due);
	bool unsure = false;

	*order = icj__time_against(as_of, end, &unsure);
	if (end->second == ICJ_NO_CLOCK || as_of->second == ICJ_NO_CLOCK)
		return *order > 0;
	return *order >= 0;
}

/* Neither done nor ended otherwise. */
static enum icj_due_status judge_open(struct dating *d)
{
	const struct icj_time *as_of = &d->e.ctx->as_of;
	bool past;
	int order;

	if (d->row->holds && icj__on_hold(d))
		return ICJ_DUE_HELD;
	if (!has_time(&d->due->due) || !has_time(as_of))
		return ICJ_DUE_UNKNOWN;
	past = has_passed(d, &order);
	switch ((enum icj_duty_kind)d->row->kind) {
	case ICJ_DUTY:
		return past ? ICJ_DUE_OVERDUE : ICJ_DUE_DUE;
	case ICJ_MAY_UNTIL:
		return past ? ICJ_DUE_EXPIRED : ICJ_DUE_OPEN;
	case ICJ_CAP:
		return past ? ICJ_DUE_EXCEEDED : ICJ_DUE_WITHIN;
	case ICJ_KEEP:
		return past ? ICJ_DUE_ALLOWED : ICJ_DUE_WAITING;
	case ICJ_MAY:
		/* The due day is the first, not the last. */
		return order >= 0 ? ICJ_DUE_ALLOWED : ICJ_DUE_WAITING;
	}
	return ICJ_DUE_UNKNOWN;
}

/* The first that fits. */
static enum icj_due_status duty_judge(struct dating *d)
{
	enum icj_duty_kind kind = (enum icj_duty_kind)d->row->kind;

	if (d->withdrawn)
		return ICJ_DUE_WITHDRAWN;
	if (kind != ICJ_KEEP && kind != ICJ_MAY && has_time(&d->due->done))
		return judge_done(d);
	if (d->later)
		return ICJ_DUE_FUTURE;
	return d->closed ? ICJ_DUE_CLOSED : judge_open(d);
}

/* An approval that is not known matters only as long as the day it would give
 * has not passed, or the act was done by it. */
static bool approval_matters(const struct dating *d, enum icj_due_status s)
{
	const struct icj_time *at = has_time(&d->due->done) ?
	    &d->due->done : &d->e.ctx->as_of;

	return d->offered != ICJ_DATE_NONE && at->date <= d->offered &&
	    (s == ICJ_DUE_OVERDUE || s == ICJ_DUE_LATE);
}

/* What is wanted beside the dates makes the status unknown. */
static enum icj_due_status duty_undecided(const struct dating *d,
    enum icj_tri applies, enum icj_due_status s)
{
	bool strict = d->e.ctx->strict;

	if (s == ICJ_DUE_WITHDRAWN || s == ICJ_DUE_CLOSED ||
	    s == ICJ_DUE_FUTURE)
		return s;
	if (strict && (applies == ICJ_UNKNOWN || approval_matters(d, s)))
		return ICJ_DUE_UNKNOWN;
	if (d->undecided && s != ICJ_DUE_HELD && !d->clock_missing)
		return ICJ_DUE_UNKNOWN;
	return s;
}

/* Hours whose beginning has no clock are past once they are past for any. */
static void find_days_past(struct dating *d)
{
	const struct icj_time *as_of = &d->e.ctx->as_of;
	struct icj_time last = d->due->start;
	bool unsure = false;

	if (!d->clock_missing || d->terms->unit != OPEN_HOURS ||
	    has_time(&d->due->done) || !has_time(as_of))
		return;
	last.second = 86399;
	last = icj__open_hours(d, last);
	if (!has_time(&last) || icj__time_against(as_of, &last, &unsure) <= 0)
		return;
	d->due->days_left = last.date - as_of->date - (last.second == 0);
	if (d->due->days_left >= 0)
		d->due->days_left = -1;
	d->due->has_days_left = true;
}

/* From day to day; of hours, from the day they run out, the end of a day
 * being on that day.  What is late is below 0, what is in time is not. */
static void find_days_left(struct dating *d)
{
	struct icj_due *due = d->due;
	const struct icj_time *last = in_effect(due);
	const struct icj_time *at = has_time(&due->done) ?
	    &due->done : &d->e.ctx->as_of;
	bool unsure = false, late;
	int order;

	if (!has_time(last))
		find_days_past(d);
	if (!has_time(last) || !has_time(at))
		return;
	if (at == &due->done)
		late = icj__time_against(at, last, &unsure) > 0;
	else
		late = has_passed(d, &order);
	if (unsure && at == &due->done)
		return;
	due->days_left = last->date - at->date - (last->second == 0);
	if (late && due->days_left >= 0)
		due->days_left = -1;
	if (!late && due->days_left < 0)
		due->days_left = 0;
	due->has_days_left = true;
}

/* What is undecided and would be late is not to be lost among the rest. */
static bool is_past_due(const struct dating *d)
{
	enum icj_duty_kind kind = d->row->kind;

	return d->due->status == ICJ_DUE_UNKNOWN && d->due->has_days_left &&
	    d->due->days_left < 0 && !has_time(&d->due->done) &&
	    (kind == ICJ_DUTY || kind == ICJ_CAP);
}

/* -- What is not on file ------------------------------------------------ */

void icj__weigh_unsaid(struct dating *d, enum field_id act, bool presumable)
{
	enum icj_unsaid how = icj__fact_unsaid(d->e.c, act);

	if (how == ICJ_EMPTY)
		return;
	if (d->e.ctx->strict || (how == ICJ_NO_COLUMN && !presumable)) {
		icj__note(&d->e.missing, act);
		d->undecided = true;
	} else {
		icj__note(&d->e.assumed, act);
	}
}

/* Whether a duty counts as not done, or as done too late. */
static bool duty_is_wanting(const struct dating *d, enum icj_due_status s)
{
	switch (s) {
	case ICJ_DUE_LATE:
	case ICJ_DUE_DUE:
	case ICJ_DUE_OVERDUE:
	case ICJ_DUE_OPEN:
	case ICJ_DUE_EXPIRED:
	case ICJ_DUE_EXCEEDED:
		return true;
	case ICJ_DUE_WITHIN:
		return !has_time(&d->due->done);
	default:
		return false;
	}
}

/* What the next of its kind does: it begins the duty anew. */
static bool recurs(const struct duty_row *row)
{
	return row->done == NO_FIELD && row->kind == ICJ_DUTY;
}

/* A file without a column for the last report does not say that there was none
 * since the arrival.  Until one would be late it makes no difference. */
static void weigh_last(struct dating *d, enum icj_due_status s)
{
	enum field_id last = (enum field_id)d->row->on[0];

	if (s == ICJ_DUE_OVERDUE &&
	    icj__fact_unsaid(d->e.c, last) == ICJ_NO_COLUMN)
		icj__weigh_unsaid(d, last, false);
}

/* Reading: a file without a column for what excuses a duty, which is what else
 * may end it, still says whether it was done; an end of a detention excuses
 * nothing.  A file without a column for what is owed says nothing of it. */
static void weigh_done(struct dating *d, enum icj_due_status s)
{
	const struct duty_row *row = d->row;

	if (recurs(row))
		weigh_last(d, s);
	if (!icj__hangs_on_done(row) || !duty_is_wanting(d, s))
		return;
	icj__weigh_unsaid(d, (enum field_id)row->done, false);
	if (row->or_done != NO_FIELD)
		icj__weigh_unsaid(d, (enum field_id)row->or_done,
		    row->kind != ICJ_CAP);
}

static bool can_begin(const struct icj_case *c, const struct duty_row *row)
{
	if (row->start)
		return icj__fact_unsaid(c, F_due_process_notified) !=
		    ICJ_NO_COLUMN;
	for (size_t i = 0; i < COUNT_OF(row->on); i++)
		if (row->on[i] != NO_FIELD &&
		    icj__fact_unsaid(c, (enum field_id)row->on[i]) !=
		    ICJ_NO_COLUMN)
			return true;
	return false;
}

ICJ_API const struct icj_field *icj_due_lacks(const struct icj_case *c,
    size_t i, size_t n)
{
	if (!c)
		return NULL;

	const struct duty_row *row = icj__duty_row(i);
	enum field_id ends[3] = {NO_FIELD, NO_FIELD, NO_FIELD};

	if (!row || !(recurs(row) || icj__hangs_on_done(row)) ||
	    !can_begin(c, row))
		return NULL;
	ends[0] = (enum field_id)(recurs(row) ? row->on[0] : row->done);
	if (row->kind == ICJ_CAP)
		ends[1] = (enum field_id)row->or_done;
	if (row->start)
		ends[2] = F_returned;
	for (size_t at = 0; at < COUNT_OF(ends); at++)
		if (ends[at] != NO_FIELD &&
		    icj__fact_unsaid(c, ends[at]) == ICJ_NO_COLUMN && n-- == 0)
			return &icj__fields[ends[at]];
	return NULL;
}

/* -- All of it ---------------------------------------------------------- */

void icj__judge_due(struct dating *d, enum icj_tri applies)
{
	enum icj_due_status status = duty_judge(d);

	weigh_done(d, status);
	d->due->status = duty_undecided(d, applies, status);
	find_days_left(d);
	d->due->past_due = is_past_due(d);
}
