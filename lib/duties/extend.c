/* SPDX-License-Identifier: MIT */
/*
 * extend.c - what moves or stays a due date: extensions the offices agreed
 * on, and the two holds.
 */
#include "duties/deadline.h"
#include "terms/terms.h"

/* -- Extensions --------------------------------------------------------- */

static bool extend_approved_as(const struct dating *d, uint32_t by)
{
	return icj__fact_any(d->e.c, (enum field_id)d->row->approved_by, by);
}

/* Whether the offices needed approved; notes why not.  Until it is known
 * whether they did, the day is only offered. */
static bool extend_approved(struct dating *d, icj_date offered)
{
	uint32_t enough = d->terms->extension == ONE_OFFICE ?
	    APPROVED_BY_BOTH | APPROVED_BY_ONE : APPROVED_BY_BOTH;

	if (!peek_by_now(d, d->row->approved_by)) {
		icj__note(&d->e.missing, d->row->approved_by);
		d->offered = offered;
		icj__note_text(d, "extension refused, its approval is not "
		    "known");
		return false;
	}
	if (extend_approved_as(d, enough))
		return true;
	icj__note_text(d, extend_approved_as(d, APPROVED_BY_ONE) ?
	    "extension refused, one office alone approved" :
	    "extension refused, not approved");
	return false;
}

/* 6-102(8) allows five business days more and no later day.  Where it is not
 * known whether there is such a cap the offices' word stands. */
static bool within_cap(struct dating *d, icj_date to)
{
	struct counted how;
	icj_date last;

	if (d->terms->extension != BOTH_CAPPED &&
	    d->terms->extension != BOTH_PERHAPS_CAPPED)
		return true;
	last = icj__business_days(d, d->due->due.date, d->terms->cap, &how);
	if (d->terms->extension == BOTH_PERHAPS_CAPPED) {
		if (last != ICJ_DATE_NONE && to > last)
			icj__note_day(d, "whether the rule of that day lets "
			    "the offices extend past ", last, " is not known");
		return true;
	}
	if (last != ICJ_DATE_NONE && to > last)
		icj__note_day(d, "extension refused, past ", last,
		    ", the latest the rule allows");
	return last != ICJ_DATE_NONE && to <= last;
}

/* Whether an office other than the one that asks spoke of an extension, or, as
 * the report of voluntary returns has it, one was asked for. */
static bool was_asked_for(const struct dating *d)
{
	if (peek_by_now(d, d->row->approved_by))
		return !extend_approved_as(d, APPROVED_BY_NONE);
	return d->terms->extension == BOTH_CAPPED &&
	    peek_by_now(d, F_return_extension_requested);
}

/* Whether there is an extension is not known of the wording: none is counted,
 * and strictly the row is undecided as long as one would save it. */
static void offer_untold(struct dating *d, icj_date to)
{
	if (peek_by_now(d, d->row->approved_by) &&
	    extend_approved_as(d, APPROVED_BY_NONE)) {
		icj__note_text(d, "extension refused, not approved");
		return;
	}
	d->offered = to;
	icj__note_text(d, "extension not counted, whether the rule allows one "
	    "is not known");
}

/*
 * Reading: the report of voluntary returns shows when an extension was asked
 * for and whether it was granted, but not until when; then it reaches as far
 * as the rule lets it.  Where the rule has no cap there is no such day.
 */
static void extend_without_date(struct dating *d)
{
	const struct icj_time *asked = peek_by_now(d,
	    F_return_extension_requested);
	struct counted how;
	icj_date last;

	if (!was_asked_for(d))
		return;
	if (d->terms->extension == NOT_TOLD) {
		offer_untold(d, ICJ_DATE_NONE);
		return;
	}
	if (d->terms->extension != BOTH_CAPPED) {
		icj__note_text(d, "extension without a date");
		return;
	}
	last = icj__business_days(d, d->due->due.date, d->terms->cap, &how);
	if (last == ICJ_DATE_NONE || !extend_approved(d, last))
		return;
	d->due->extended_to = on_day(last);
	icj__note_text(d, "reading: extension approved without a date, it "
	    "reaches the latest the rule allows");
	if (asked && asked->date > d->due->due.date)
		icj__note_text(d, "it was asked for after the due date");
}

/* Of an approval there is no date; but what was not yet asked for was not yet
 * approved. */
static bool not_yet_asked_for(const struct dating *d)
{
	return d->row->extended_to == F_return_extended_to &&
	    peek_on_file(d, F_return_extension_requested) &&
	    !peek_by_now(d, F_return_extension_requested);
}

void icj__extend(struct dating *d)
{
	const struct icj_time *to = peek_by_now(d, d->row->extended_to);

	if (not_yet_asked_for(d)) {
		icj__note_text(d, "the extension was asked for after the "
		    "as-of date");
		return;
	}
	if (!to) {
		extend_without_date(d);
		return;
	}
	if (d->terms->extension == NOT_EXTENDED) {
		icj__note_text(d, "extension refused, the rule allows none");
		return;
	}
	if (to->date <= d->due->due.date) {
		icj__note_text(d, "the extension is no later than the due "
		    "date");
		return;
	}
	if (d->terms->extension == NOT_TOLD) {
		offer_untold(d, to->date);
		return;
	}
	/* Past the cap it does not matter who approved. */
	if (!within_cap(d, to->date) || !extend_approved(d, to->date))
		return;
	d->due->extended_to = *to;
	if (d->terms->extension == ONE_OFFICE &&
	    extend_approved_as(d, APPROVED_BY_ONE))
		icj__note_text(d, "reading: the receiving office grants it");
}

/* -- Holds -------------------------------------------------------------- */

/* The two holds: what begins them and whose consent lifts them. */
static const struct {
	enum hold bit;
	enum field_id cause;
	condition *consent;
	const struct provision *p;
} holds[] = {
	{PENDING_CHARGES, F_charges_pending, icj__consent_to_return,
	    P(pending_charges)},
	{SUSPECTED_OFFENSE, F_offense_suspected, icj__consent_to_retaking,
	    P(offense_suspected)},
};

/* What is known of a consent, without any note. */
static enum icj_tri consented_to(struct dating *d, size_t i)
{
	uint8_t missing = d->e.missing.count, used = d->e.used.count;
	enum icj_tri v = holds[i].consent(&d->e);

	d->e.missing.count = missing;
	d->e.used.count = used;
	return v;
}

/* Charges that end after the moment judged from are still pending then. */
static const struct icj_time *resolved_by_now(const struct dating *d)
{
	return has_time(&d->e.ctx->as_of) ? peek_by_now(d, F_charges_resolved) :
	    NULL;
}

/*
 * Reading: a hold suspends nothing, but the count begins anew when the
 * charges are resolved; not so when the state had consented, nor when the
 * juvenile was returned before.
 */
void icj__count_anew(struct dating *d)
{
	const struct icj_time *resolved = resolved_by_now(d);
	const struct icj_time *done = peek_by_now(d, d->row->done);
	bool consented = false, refused = false;

	if (!resolved || resolved->date <= d->day_0 ||
	    (done && done->date < resolved->date))
		return;
	for (size_t i = 0; i < COUNT_OF(holds); i++) {
		enum icj_tri consent;

		if (!(d->row->holds & holds[i].bit))
			continue;
		consent = consented_to(d, i);
		consented = consented || consent == ICJ_YES;
		refused = refused || consent == ICJ_NO;
	}
	if (refused || !consented)
		d->day_0 = resolved->date;
}

static void note_hold(struct dating *d, size_t i)
{
	const struct provision *p = holds[i].p;

	if (holds[i].bit == SUSPECTED_OFFENSE && d->row->offense)
		p = d->row->offense;
	icj__text_next(&d->note);
	icj__text_cited(&d->note, "held by #", &p, d->e.ctx->amendments,
	    icj__edition_day(d->e.ctx, d->e.on));
}

/* Whose consent is needed may be less surely known than the duty is. */
static void rest_on_hold(struct dating *d, const struct provision *p)
{
	icj_date on = icj__edition_day(d->e.ctx, d->e.on);
	const struct wording *w = icj__wording(d->e.ctx->amendments, p, on);
	enum icj_basis basis = icj__basis_on(w, on);

	/* Before its first wording the hold was another rule's. */
	if (on < w->rule.from || basis <= d->due->basis)
		return;
	d->due->basis = basis;
	if (basis != ICJ_BASIS_NEAREST || !w->rule.change)
		return;
	icj__note_text(d, w->rule.cite);
	icj__text_add(&d->note, ": ");
	icj__text_add(&d->note, w->rule.change);
}

/* One hold.  Where nobody has spoken of its cause the juvenile may be moved,
 * and the cause is noted; once it is begun, the consent decides. */
static enum icj_tri hold_binds(struct dating *d, size_t i)
{
	uint8_t mark = d->e.missing.count;
	enum icj_tri cause;

	cause = holds[i].bit == PENDING_CHARGES ?
	    need_presumed(&d->e, holds[i].cause) :
	    need_said(&d->e, holds[i].cause);
	if (cause == ICJ_NO)
		return ICJ_NO;
	if (cause == ICJ_YES)
		rest_on_hold(d, holds[i].p);
	if (consented_to(d, i) == ICJ_YES) {
		d->e.missing.count = mark;
		return ICJ_NO;
	}
	if (cause == ICJ_UNKNOWN) {
		d->undecided = d->undecided || d->e.ctx->strict;
		return ICJ_NO;
	}
	return not_(holds[i].consent(&d->e));
}

bool icj__on_hold(struct dating *d)
{
	enum icj_tri on_hold = ICJ_NO;

	if (resolved_by_now(d))
		return false;
	for (size_t i = 0; i < COUNT_OF(holds) && on_hold != ICJ_YES; i++) {
		enum icj_tri by = ICJ_NO;

		if (d->row->holds & holds[i].bit)
			by = hold_binds(d, i);
		if (by == ICJ_YES)
			note_hold(d, i);
		on_hold = or_(on_hold, by);
	}
	d->undecided = d->undecided || on_hold == ICJ_UNKNOWN;
	return on_hold == ICJ_YES;
}
