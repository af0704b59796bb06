/* SPDX-License-Identifier: MIT */
/*
 * duty_transfer.c - the duties of the Commission and of transfers: their
 * conditions, and what is irregular, in the order of the table in duty.c.
 */
#include "duties/deadline.h"
#include "time/time.h"
#include "terms/terms.h"

/* -- Conditions: Rules 2-101 to 5-104 ----------------------------------- */

/* Whether a decision is made; the place of what is asked for is noted. */
static bool transfer_decided(const struct dating *d)
{
	return icj__decided_by(d->e.c, &d->e.ctx->as_of) &&
	    peek_on_file(d, F_decision);
}

/* The day of the acceptance, NONE if none is on file. */
static icj_date transfer_acceptance(struct dating *d)
{
	const struct icj_time *accepted = peek_by_now(d, F_accepted);
	const struct icj_time *day = peek_by_now(d, F_decision_date);

	if (accepted)
		return accepted->date;
	return day && transfer_decided(d) &&
	    icj__fact_any(d->e.c, F_decision, APPROVE) ?
	    day->date : ICJ_DATE_NONE;
}

/* Reading: without a permit on file a placement is not an early one. */
enum icj_tri icj__if_ordinary_parole(struct dating *d)
{
	enum icj_tri parole = need_any(&d->e, F_supervision, PAROLE);

	if (!peek_by_now(d, F_permit_issued))
		return need_lacking(d, F_permit_issued) ?
		    and_(parole, ICJ_UNKNOWN) : parole;
	return and_(parole, not_(icj__placed_early(&d->e)));
}

enum icj_tri icj__if_accepted_to_move(struct dating *d)
{
	enum icj_tri accepted = ICJ_YES;

	if (!peek_by_now(d, F_accepted)) {
		accepted = ICJ_UNKNOWN;
		if (transfer_decided(d))
			accepted = tri(icj__fact_any(d->e.c, F_decision,
			    APPROVE));
		else
			icj__note(&d->e.missing, F_accepted);
	}
	return and_(accepted, not_(need_said(&d->e, F_already_residing)));
}

/* -- Irregular duties: Rules 2-103, 4-102 to 5-104 ---------------------- */

/* The first date of annual_meetings in an odd year after the proposal. */
static icj_date next_odd_meeting(const struct dating *d)
{
	size_t all;
	const char *at = icj__fact_text(d->e.c, F_annual_meetings, &all);
	const char *end = at + all;
	icj_date first = ICJ_DATE_NONE;

	while (at < end) {
		const char *item = at;
		size_t len;
		icj_date day;
		int year, month, mday;

		while (at < end && *at != ';')
			at++;
		len = (size_t)(at++ - item);
		item = icj_trim(item, &len);
		if (icj__day_parse(item, len, icj__case_form(d->e.c), &day,
		    NULL) != ICJ_OK || day <= d->day_0)
			continue;
		icj_date_parts(day, &year, &month, &mday);
		if (year % 2 && (first == ICJ_DATE_NONE || day < first))
			first = day;
	}
	return first;
}

/* 2-103(2).  Reading: a meeting on the day of the proposal does not count. */
bool icj__draft_due(struct dating *d)
{
	if (!peek_by_now(d, F_annual_meetings)) {
		icj__note(&d->e.missing, F_annual_meetings);
		return false;
	}
	d->due->due = on_day(next_odd_meeting(d));
	if (!has_time(&d->due->due))
		icj__note_text(d, "annual_meetings has no later meeting in an "
		    "odd year");
	return has_time(&d->due->due);
}

/* 4-102(5): the evaluation was done by the day it was sent. */
static void done_by_sending(struct dating *d)
{
	const struct icj_time *sent = has_time(&d->due->done) ? NULL :
	    peek_by_now(d, F_home_evaluation_sent);

	if (!sent)
		return;
	if (sent->date <= d->due->due.date) {
		d->due->done = *sent;
		icj__note_text(d, "done by the day of home_evaluation_sent");
	} else {
		icj__note(&d->e.missing, F_home_evaluation_done);
		d->undecided = true;
	}
}

void icj__remark_local_evaluation(struct dating *d)
{
	done_by_sending(d);
	return;
}

/* 4-104(6) asks for both after the acceptance. */
void icj__remark_departure_accepted(struct dating *d)
{
	icj_date accepted = transfer_acceptance(d);
	icj_date done = d->due->done.date;

	if (done != ICJ_DATE_NONE && accepted != ICJ_DATE_NONE &&
	    done < accepted)
		icj__note_text(d, "done before the acceptance");
}

/* 4-104(5) asked besides for both within the window. */
void icj__remark_departure(struct dating *d)
{
	icj_date done = d->due->done.date;

	icj__note_day(d, "the window opens ", d->counted.from, "");
	if (done != ICJ_DATE_NONE && done < d->counted.from)
		icj__note_text(d, "done before the window opened");
	icj__remark_departure_accepted(d);
}

/* 4-104(6) is for those of whom a custodian is left, the rescinded rule for
 * all. */
void icj__remark_rescinded_return(struct dating *d)
{
	if (peek_by_now(d, F_custodian_in_sending_state) &&
	    icj__fact_no(d->e.c, F_custodian_in_sending_state))
		d->due->rule = icj__number_of(d->e.ctx->amendments,
		    P(rescinded_return),
		    icj__edition_day(d->e.ctx, d->e.on));
}

/* The day before the as-of date on which supervision ended, or NONE. */
static icj_date supervision_ended(const struct dating *d)
{
	const struct icj_time *ends = peek_on_file(d, F_supervision_ends);

	return ends && !icj__fact_indefinite(d->e.c, F_supervision_ends) &&
	    icj__is_ahead(&d->e.ctx->as_of, ends) ?
	    ends->date : ICJ_DATE_NONE;
}

/* 5-101(4): reports are owed until the case is closed, which the end of the
 * order does not do by itself, 5-104(1)(b). */
static void transfer_note_supervision_ended(struct dating *d)
{
	icj_date ended = supervision_ended(d);

	if (ended == ICJ_DATE_NONE || peek_by_now(d, F_closed) ||
	    peek_by_now(d, F_withdrawn))
		return;
	icj__note_day(d, "supervision ended on ", ended, "");
	icj__text_cited(&d->note, ": owed until the case is closed, #",
	    CITES_OF(P(supervise_expiry)), d->e.ctx->amendments,
	    icj__edition_day(d->e.ctx, d->e.on));
}

/* Reading: of a report after the as-of date it is not known which one went
 * before; until that would be late it makes no difference. */
static void ask_for_earlier_report(struct dating *d)
{
	const struct icj_time *as_of = &d->e.ctx->as_of;

	if (!peek_on_file(d, F_last_progress_report) ||
	    peek_by_now(d, F_last_progress_report) || d->later)
		return;
	icj__note_text(d, "last_progress_report lies after the as-of date, "
	    "and the one before is not on file");
	if (as_of->date <= d->due->due.date)
		return;
	icj__note(&d->e.missing, F_last_progress_report);
	d->undecided = true;
}

void icj__remark_report(struct dating *d)
{
	transfer_note_supervision_ended(d);
	ask_for_earlier_report(d);
}

/* 5-103(4)(b) of 2020.  That the request came from no guardian is what it
 * means, unless the juvenile is said to live with one. */
enum icj_tri icj__if_host_no_guardian(struct dating *d)
{
	return tri(!peek_by_now(d, F_residence) || !icj__fact_any(d->e.c,
	    F_residence, WITH_PARENT | WITH_LEGAL_GUARDIAN));
}

/* 5-102(3), 5-104(4): ten business days, or at once on the warrant. */
bool icj__absconder_due(struct dating *d)
{
	const struct icj_time *since = peek_by_now(d, F_absconder_since);
	const struct icj_time *warrant = peek_by_now(d, F_warrant_notified);
	icj_date at_once;

	if ((since || !warrant) && !icj__count(d))
		return false;
	if (!warrant)
		return true;
	at_once = warrant->date;
	if (at_once < d->due->start.date)
		at_once = d->due->start.date;
	if (since && at_once >= d->due->due.date)
		return true;
	d->due->due = on_day(at_once);
	d->counted.end = ICJ_DATE_NONE;
	icj__note_text(d, "at once on notice of the warrant");
	return true;
}

/* 5-103(2): the reply names the action and its date. */
void icj__remark_reply(struct dating *d)
{
	if (!has_time(&d->due->done))
		return;
	if (!peek_by_now(d, F_violation_action))
		icj__note_text(d, "the reply lacks violation_action");
	if (!peek_by_now(d, F_violation_action_date))
		icj__note_text(d, "the reply lacks violation_action_date");
	return;
}

/* The Commission measures more than its rule asks. */
void icj__remark_reply_owed(struct dating *d)
{
	icj__remark_reply(d);
	icj__note_text(d, "standard A-03 asks for a reply to every report");
}
