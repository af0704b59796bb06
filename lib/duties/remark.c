/* SPDX-License-Identifier: MIT */
/*
 * remark.c - what the note of a dated duty says: days skipped, closed due
 * dates, facts missing or presumed, the reading and the edition.
 */
#include "time/date.h"
#include "duties/deadline.h"
#include "time/calendar.h"

/* -- Closed days -------------------------------------------------------- */

/* "2015-07-04..05", "2015-10-31..11-01", "2016-12-31..2017-01-01" */
static void add_run(struct text *t, icj_date first, icj_date last)
{
	char a[11], b[11];

	icj__put_date(a, first);
	icj__text_add_n(t, a, 10);
	if (first == last)
		return;
	icj__put_date(b, last);
	icj__text_add_n(t, "..", 2);
	if (memcmp(a, b, 8) == 0)
		icj__text_add_n(t, b + 8, 2);
	else if (memcmp(a, b, 5) == 0)
		icj__text_add_n(t, b + 5, 5);
	else
		icj__text_add_n(t, b, 10);
}

/* Runs of days closed for the same reason, in the order of days. */
static void note_skipped(struct dating *d)
{
	const struct counted *n = &d->counted;
	icj_date first = n->from + 1, last;
	const char *head = "skipped ", *why;

	while (!d->note.cut && (why = icj__next_closed(d->e.ctx->calendar,
	    n->by, n->end, &first, &last))) {
		icj__note_text(d, head);
		add_run(&d->note, first, last);
		icj__text_add_n(&d->note, " ", 1);
		icj__text_add(&d->note, why);
		first = last + 1;
		head = "";
	}
}

static const char *calendar_name(icj_state state)
{
	return state ? icj_state_code(state) : "the federal holidays";
}

/* Where two calendars part: the first day only one of them closes. */
static void note_split(struct dating *d)
{
	const struct icj_calendar *cal = d->e.ctx->calendar;
	const struct counted *n = &d->counted;
	icj_state closed = n->by;
	icj_date day = n->from + 1;

	while (day < n->end && icj_is_business_day(cal, n->by, day) ==
	    icj_is_business_day(cal, n->earlier_by, day))
		day++;
	if (icj_is_business_day(cal, closed, day))
		closed = n->earlier_by;
	icj__note_day(d, "", n->earlier, " by the calendar of ");
	icj__text_add(&d->note, calendar_name(n->earlier_by));
	icj__text_add(&d->note, ", split by ");
	icj__text_add_date(&d->note, day);
	icj__text_add(&d->note, " ");
	icj__text_add(&d->note, icj_closed_because(cal, closed, day));
	icj__text_add(&d->note, " of ");
	icj__text_add(&d->note, calendar_name(closed));
}

static void note_vouched(struct dating *d, icj_state state)
{
	icj_date through = icj_calendar_vouched(d->e.ctx->calendar, state);

	if (through == ICJ_DATE_NONE || d->counted.end <= through)
		return;
	d->due->list_ended = true;
	icj__note_day(d, "the count runs past ", through,
	    ", the last day vouched for in the list of ");
	icj__text_add(&d->note, calendar_name(state));
}

void icj__note_counted(struct dating *d)
{
	note_skipped(d);
	if (d->counted.earlier != ICJ_DATE_NONE)
		note_split(d);
	note_vouched(d, d->counted.by);
	if (d->counted.earlier != ICJ_DATE_NONE)
		note_vouched(d, d->counted.earlier_by);
	else if (d->e.ctx->whose == ICJ_BOTH && d->owner && d->other)
		note_vouched(d, d->counted.by == d->owner ? d->other :
		    d->owner);
}

void icj__note_closed_due(struct dating *d)
{
	icj_date due = d->due->due.date;
	const char *why;

	if (due < ICJ_CALENDAR_FIRST || due > ICJ_CALENDAR_LAST)
		return;
	why = icj_closed_because(d->e.ctx->calendar, icj__calendar_of(d), due);
	if (why) {
		icj__note_day(d, "due on ", due, " ");
		icj__text_add(&d->note, why);
		icj__text_add(&d->note, ", not moved");
	}
}

/* The hours of a row are unknown for want of a clock: when they can end. */
void icj__note_clock(struct dating *d)
{
	struct icj_time at = d->due->start;
	char buf[32];

	icj__note_text(d, "not known: the time of day of ");
	icj__text_add(&d->note, d->due->trigger->name);
	if (d->terms->unit != OPEN_HOURS)
		return;
	at.second = 0;
	at = icj__open_hours(d, at);
	if (!has_time(&at))
		return;
	icj__text_add(&d->note, ", runs out at ");
	icj__text_add(&d->note, icj_time_format(&at, buf));
	icj__text_add(&d->note, " at the earliest");
}

/* -- Facts, reading, edition -------------------------------------------- */

static const char *name_in(struct dating *d, const struct notes *list,
    uint8_t i)
{
	enum field_id f = list->field[i];
	const struct icj_field *field = &icj__fields[f];

	/* What is presumed is not a residence but one kind of it. */
	if (f == F_residence && list == &d->e.assumed)
		return "residential-facility";
	if (field->type == ICJ_TIME_OR_DATE && list == &d->e.missing &&
	    peek_by_now(d, f))
		icj__text_add(&d->note, "the time of day of ");
	return field->name;
}

static void note_list(struct dating *d, const char *head,
    const struct notes *list)
{
	for (uint8_t i = 0; i < list->count; i++) {
		if (i == 0)
			icj__note_text(d, head);
		else
			icj__text_add(&d->note, ", ");
		icj__text_add(&d->note, name_in(d, list, i));
	}
}

void icj__note_owner(struct dating *d)
{
	bool home = d->terms->owed == BY_home;
	icj_state state = d->due->owed_by_state;

	if (d->row->of_supervised &&
	    !peek_by_now(d, home ? F_home_state : F_holding_state))
		icj__note_text(d, home ?
		    "reading: sending_state is the demanding state" :
		    "reading: receiving_state is the holding state");
	if (!icj_state_is_member(state, d->due->start.date)) {
		icj__note_text(d, icj_state_code(state));
		icj__text_add(&d->note, " was not a compacting state");
	}
}

/* What decides whether it is overdue; where it is a clock, no other fact. */
static void note_past_due(struct dating *d)
{
	uint8_t n = d->e.missing.count;

	if (d->clock_missing) {
		icj__note_text(d, "past due: the time of day of ");
		icj__text_add(&d->note, d->due->trigger->name);
		icj__text_add(&d->note, " is not known");
		note_list(d, "not known: ", &d->e.missing);
		return;
	}
	note_list(d, "past due: ", &d->e.missing);
	if (n > 0)
		icj__text_add(&d->note, n > 1 ? " are not known" :
		    " is not known");
}

void icj__note_facts(struct dating *d)
{
	if (d->due->past_due)
		note_past_due(d);
	else
		note_list(d, "not known: ", &d->e.missing);
	note_list(d, "presumed absent: ", &d->e.assumed);
}

void icj__note_ahead_of(struct dating *d)
{
	const uint16_t acts[] = {
		F_withdrawn, F_closed, d->row->done, d->row->and_done,
		d->row->or_done,
	};
	const char *head = "after the as-of date, so not yet: ";

	if (d->later)
		icj__note_text(d, "starts after the as-of date");
	for (size_t i = 0; i < COUNT_OF(acts); i++) {
		enum field_id f = (enum field_id)acts[i];
		const struct icj_time *t = peek_on_file(d, f);

		if (!t || !lies_ahead(d, f, t) || (i > 1 && f == F_closed))
			continue;
		if (*head)
			icj__note_text(d, head);
		else
			icj__text_add(&d->note, ", ");
		icj__text_add(&d->note, icj_field_at(f)->name);
		head = "";
	}
}

/* A reading of how long a limit is goes with that limit. */
static bool reads_another_limit(const struct dating *d)
{
	return d->due->basis == ICJ_BASIS_OFFICE &&
	    strstr(d->row->reading, "calendar days") &&
	    !strstr(d->row->reading, d->terms->text.limit);
}

void icj__note_reading(struct dating *d)
{
	if (reads_another_limit(d))
		return;
	icj__note_text(d, "reading: ");
	icj__text_cited(&d->note, d->row->reading, &d->row->reading_of,
	    d->e.ctx->amendments, icj__edition_day(d->e.ctx, d->e.on));
}
