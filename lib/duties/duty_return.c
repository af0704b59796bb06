/* SPDX-License-Identifier: MIT */
/*
 * duty_return.c - the duties of returns and of travel permits: their
 * conditions, and what is irregular, in the order of the table in duty.c.
 */
#include "duties/deadline.h"
#include "law/return/return.h"
#include "terms/terms.h"
#include "time/time.h"

/* -- Conditions: Rules 6-101 to 8-101 ----------------------------------- */

/* The one of two rules; how surely it is known may be more than both are. */
static void cite_part(struct dating *d, const struct provision *p)
{
	icj_date on = icj__edition_day(d->e.ctx, d->e.on);
	const struct wording *w = icj__wording(d->e.ctx->amendments, p, on);

	/* The office gave both another number, and neither of them. */
	if (d->due->basis == ICJ_BASIS_OFFICE && !icj_cites(d->due->rule,
	    w->rule.cite, strlen(w->rule.cite), false))
		return;
	d->due->rule = w->rule.cite;
	if (d->due->basis != ICJ_BASIS_NEAREST &&
	    d->due->basis != ICJ_BASIS_OFFICE)
		d->due->basis = icj__basis_on(w, on);
}

/* Cites the rule of the two that serves this juvenile, both where the type
 * is not known; what is missing for that decides nothing here. */
void icj__remark_cite_return(struct dating *d)
{
	uint8_t missing = d->e.missing.count, assumed = d->e.assumed.count;

	if (icj__is_for_form_i(&d->e) == ICJ_YES)
		cite_part(d, d->row->part[0]);
	else if (icj__is_for_form_ii(&d->e) == ICJ_YES)
		cite_part(d, d->row->part[1]);
	d->e.missing.count = missing;
	d->e.assumed.count = assumed;
}

/* 6-105(2): what is alleged of the home moves no date of the return. */
void icj__remark_abuse(struct dating *d)
{
	icj_date on = icj__edition_day(d->e.ctx, d->e.on);
	const struct wording *w;

	if (!peek_by_now(d, F_abuse_suspected) ||
	    !icj__fact_yes(d->e.c, F_abuse_suspected) ||
	    !icj__book_has(icj__book_on(d->e.ctx->amendments,
	    P(abuse_time_limits), on, &w)))
		return;
	icj__note_text(d, "abuse or neglect is alleged, which does not "
	    "relieve from the time limit (");
	icj__text_add(&d->note, w->rule.cite);
	icj__text_add(&d->note, ")");
}

void icj__remark_requisition_return(struct dating *d)
{
	icj__remark_cite_return(d);
	icj__remark_abuse(d);
}

enum icj_tri icj__if_releasable(struct dating *d)
{
	enum icj_tri runaway = icj__is_runaway(&d->e);

	return and_(runaway, not_(need_said(&d->e, F_abuse_suspected)));
}

enum icj_tri icj__if_non_delinquent_releasable(struct dating *d)
{
	enum icj_tri runaway = icj__is_non_delinquent_runaway(&d->e);

	return and_(runaway, not_(need_said(&d->e, F_abuse_suspected)));
}

/* Rule 6-101(1)(b) speaks of those still in custody after the hours. */
enum icj_tri icj__if_runaway_kept(struct dating *d)
{
	const struct icj_time *released = peek_by_now(d, F_released_at);
	enum icj_tri kept = ICJ_YES, runaway;
	bool unsure = false;

	if (released && has_time(&d->due->due)) {
		int order = icj__time_against(released, &d->due->due,
		    &unsure);

		kept = unsure ? ICJ_UNKNOWN : tri(order > 0);
	} else if (released) {
		/* The hours end on a later day than they begin. */
		kept = released->date <= d->due->start.date ?
		    ICJ_NO : ICJ_UNKNOWN;
	}
	if (!released && need_lacking(d, F_released_at))
		kept = ICJ_UNKNOWN;
	if (kept == ICJ_UNKNOWN)
		icj__note(&d->e.missing, F_released_at);
	runaway = icj__is_runaway(&d->e);
	return and_(runaway, kept);
}

enum icj_tri icj__if_form_iii_complete(struct dating *d)
{
	if (!peek_by_now(d, F_form_iii_signed_by))
		return ICJ_YES;
	return need_all(&d->e, F_form_iii_signed_by,
	    SIGNED_BY_JUVENILE | SIGNED_BY_JUDGE);
}

/* Reading: in custody on the day the refusal was notified. */
enum icj_tri icj__if_in_custody(struct dating *d)
{
	const struct icj_time *detained = peek_by_now(d, F_detained_at);
	const struct icj_time *released = peek_by_now(d, F_released_at);

	if (peek_by_now(d, F_in_custody) || !detained)
		return need_said(&d->e, F_in_custody);
	if (!released && need_lacking(d, F_released_at))
		return ICJ_UNKNOWN;
	return tri(!released || released->date >= d->due->start.date);
}

enum icj_tri icj__if_non_voluntary(struct dating *d)
{
	if (peek_by_now(d, F_refusal_notified) ||
	    peek_by_now(d, F_requisition_received))
		return ICJ_YES;
	return not_(need_said(&d->e, F_agrees_to_return));
}

enum icj_tri icj__if_in_order(struct dating *d)
{
	return tri(!peek_by_now(d, F_requisition_in_order) ||
	    icj__fact_yes(d->e.c, F_requisition_in_order));
}

/* 8-101(2).  A residential facility is presumed absent. */
enum icj_tri icj__if_no_facility(struct dating *d)
{
	if (!peek_by_now(d, F_residence) && !d->e.ctx->strict) {
		icj__note(&d->e.assumed, F_residence);
		return ICJ_YES;
	}
	return not_(need_any(&d->e, F_residence, RESIDENTIAL_FACILITY));
}

/* The same since 2024: a visit is no travel for placement. */
enum icj_tri icj__if_no_placement(struct dating *d)
{
	if (peek_by_now(d, F_permit_purpose) &&
	    need_any(&d->e, F_permit_purpose, VISIT) == ICJ_YES)
		return ICJ_YES;
	return icj__if_no_facility(d);
}

/* -- Irregular duties: Rules 6-103 to 7-105 ----------------------------- */

static const struct terms *terms_on(const struct dating *d,
    const struct provision *p)
{
	return &icj__wording(d->e.ctx->amendments, p,
	    icj__edition_day(d->e.ctx, d->e.on))->terms;
}

/* The last day of the 90 of 6-103(7) and 6-103A(7), NONE if not known. */
static icj_date detention_cap(const struct dating *d)
{
	const struct icj_time *detained = peek_by_now(d, F_detained_at);

	return detained ? detained->date +
	    terms_on(d, P(detention_limit))->count - 1 : ICJ_DATE_NONE;
}

/* Sixty days and the thirty of the hearing may run past the ninety. */
void icj__remark_requisition(struct dating *d)
{
	int32_t hearing = terms_on(d, P(requisition_hearing))->count;
	icj_date cap = detention_cap(d), by = d->due->due.date;

	icj__remark_cite_return(d);
	if (has_time(&d->due->done))
		by = d->due->done.date;
	if (cap != ICJ_DATE_NONE && by + hearing > cap) {
		icj__note_day(d, "the hearing may then be as late as ",
		    by + hearing, ", past the last day of detention ");
		icj__text_add_date(&d->note, cap);
	}
	return;
}

void icj__remark_hearing(struct dating *d)
{
	icj_date cap = detention_cap(d);

	icj__remark_cite_return(d);
	if (cap != ICJ_DATE_NONE && in_effect(d->due)->date > cap)
		icj__note_day(d, "past the last day of detention ", cap,
		    ", which no extension moves");
	return;
}

/*
 * 7-105(3): within ten business days after the failure to return.  Reading:
 * day 0 is the missed due date, extended or not.  A return that a hold keeps
 * from being overdue has not failed.
 */
bool icj__return_failed(struct dating *d)
{
	const struct icj_time *returned = peek_by_now(d, F_returned);
	const struct icj_context *ctx = d->e.ctx;
	struct icj_due due;
	icj_date last;

	if (!peek_by_now(d, F_due_process_notified))
		return false;
	icj__date_duty_for(d->e.trace, d->e.c, ctx, DUE_PROCESS_RETURN,
	    &due);
	last = in_effect(&due)->date;
	if (last == ICJ_DATE_NONE || due.status == ICJ_DUE_HELD ||
	    (returned ? returned->date : ctx->as_of.date) <= last)
		return false;
	d->due->start = on_day(last);
	d->due->trigger = icj_field_at(F_due_process_notified);
	return true;
}

/* It begins with a return that is not on file. */
void icj__remark_return_failed(struct dating *d)
{
	icj__weigh_unsaid(d, F_returned, false);
}

/* The day on which the detention ended, by return or release. */
static const struct icj_time *end_of_detention(const struct dating *d)
{
	const struct icj_time *returned = peek_by_now(d, F_returned);
	const struct icj_time *released = peek_by_now(d, F_released_at);

	return returned && (!released ||
	    returned->date <= released->date) ? returned : released;
}

/* The hearing is on whether to detain further: once the detention has ended
 * in its time, none is owed. */
static bool ended_before_hearing(const struct dating *d)
{
	const struct icj_time *ended = end_of_detention(d);

	return ended && !has_time(&d->due->done) && has_time(&d->due->due) &&
	    ended->date <= d->due->due.date;
}

enum icj_tri icj__if_not_returned(struct dating *d)
{
	enum icj_tri pending;

	if (ended_before_hearing(d))
		return ICJ_NO;
	if (peek_by_now(d, F_returned) || peek_by_now(d, F_charges_resolved))
		return ICJ_YES;
	pending = need_presumed(&d->e, F_charges_pending);
	return not_(and_(pending, not_(icj__consent_to_return(&d->e))));
}

