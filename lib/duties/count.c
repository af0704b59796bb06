/* SPDX-License-Identifier: MIT */
/*
 * count.c - counts from the start of a duty to its end, by the calendar that
 * governs.  The limits are in the rows; the calendars in calendar.c.
 */
#include "duties/deadline.h"
#include "time/zone.h"

/* -- Whose calendar ----------------------------------------------------- */

/* Reading: in Section 700, which serves retakings too, the sending state
 * stands for a demanding state that is not named, and the receiving state for
 * a holding state. */
icj_state icj__stand_in(const struct dating *d, enum field_id party)
{
	return peek_state(d, party == F_home_state ? F_sending_state :
	    party == F_holding_state ? F_receiving_state : NO_FIELD);
}

/* -- Counting ----------------------------------------------------------- */

icj_date icj__business_days(const struct dating *d, icj_date day, int32_t n,
    struct counted *how)
{
	const struct icj_calendar *cal = d->e.ctx->calendar;
	icj_state owner = icj__calendar_of(d);
	icj_date end, other;

	if (d->e.ctx->whose == ICJ_BOTH)
		owner = d->owner;
	end = icj_add_business_days(cal, owner, day, n);
	*how = (struct counted){day, end, owner, ICJ_DATE_NONE, 0};
	if (d->e.ctx->whose != ICJ_BOTH || d->other == owner)
		return end;
	other = icj_add_business_days(cal, d->other, day, n);
	if (end == ICJ_DATE_NONE || other == ICJ_DATE_NONE)
		return ICJ_DATE_NONE;
	if (other > end)
		*how = (struct counted){day, other, d->other, end, owner};
	else if (other < end)
		*how = (struct counted){day, end, owner, other, d->other};
	return how->end;
}

/* The clock of Rule 6-101 is that of the place that holds the juvenile. */
struct icj_time icj__open_hours(const struct dating *d, struct icj_time start)
{
	struct icj_time end = icj_add_open_hours(d->e.ctx->calendar,
	    icj__calendar_of(d), start, d->terms->count);

	icj__zone_carry(d->due->owed_by_state, &start, &end);
	return end;
}

static bool count_open_hours(struct dating *d)
{
	struct icj_time end;

	if (d->due->start.second == ICJ_NO_CLOCK) {
		d->clock_missing = true;
		return false;
	}
	end = icj__open_hours(d, d->due->start);
	if (!has_time(&end))
		return false;
	d->due->due = end;
	/* The first day may be closed; 00:00 is the end of the day before. */
	d->counted.from = d->due->start.date - 1;
	d->counted.end = end.second == 0 ? end.date - 1 : end.date;
	d->counted.by = icj__calendar_of(d);
	return true;
}

static bool count_hours_before(struct dating *d)
{
	struct icj_time at = d->due->start;
	int32_t hours = d->terms->count;

	if (at.second == ICJ_NO_CLOCK) {
		d->clock_missing = true;
		return false;
	}
	at.date -= hours / 24;
	at.second -= hours % 24 * 3600;
	if (at.second < 0) {
		at.second += 86400;
		at.date--;
	}
	d->due->due = at;
	return at.date >= ICJ_DATE_MIN;
}

/* Where two calendars open a window, the wider one is meant. */
static bool count_window(struct dating *d)
{
	struct counted how;
	icj_date opens;

	opens = icj__business_days(d, d->day_0, -d->terms->count, &how);
	if (opens == ICJ_DATE_NONE)
		return false;
	if (how.earlier != ICJ_DATE_NONE) {
		opens = how.earlier;
		how.by = how.earlier_by;
	}
	d->counted.from = opens;
	d->counted.end = d->day_0 - 1;
	d->counted.by = how.by;
	d->due->due = on_day(d->day_0);
	return true;
}

static bool count_business_days(struct dating *d)
{
	icj_date end;

	if (d->terms->direction == WINDOW)
		return count_window(d);
	end = icj__business_days(d, d->day_0, d->terms->count, &d->counted);
	d->due->due = on_day(end);
	return end != ICJ_DATE_NONE;
}

static bool end_on(struct dating *d, icj_date end)
{
	d->due->due = on_day(end);
	return end >= ICJ_DATE_MIN && end <= ICJ_DATE_MAX;
}

static bool count_calendar_days(struct dating *d)
{
	int32_t n = d->terms->count;

	switch ((enum direction)d->terms->direction) {
	case BEFORE:
		n = -n;
		break;
	case LENGTH:
		n--;
		break;
	case AFTER:
	case WINDOW:
		break;
	}
	return end_on(d, d->day_0 + n);
}

static bool duties_count_years(struct dating *d)
{
	return end_on(d, icj_date_add_months(d->day_0, 12 * d->terms->count));
}

bool icj__count(struct dating *d)
{
	static hook *const counts[] = {
		[CALENDAR] = count_calendar_days,
		[BUSINESS] = count_business_days,
		[OPEN_HOURS] = count_open_hours,
		[HOURS] = count_hours_before,
		[YEARS] = duties_count_years,
	};

	return counts[d->terms->unit](d);
}
