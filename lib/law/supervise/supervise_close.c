/* SPDX-License-Identifier: MIT */
/*
 * supervise_close.c - Rules 5-102(3) and 5-104: whether the receiving state
 * may close the case, by the dates that the table of duties works out.
 */
#include "law/supervise/supervise.h"

#include "duties/deadline.h"

/* -- Conditions --------------------------------------------------------- */

enum icj_tri icj__event_happened(struct eval *e, enum field_id f)
{
	if (use_known(e, f))
		return ICJ_YES;
	return need_presumed(e, f);
}

static enum icj_tri is_allowed(struct eval *e, enum duty_id which)
{
	struct icj_due due;

	icj__date_duty(e->c, e->ctx, which, &due);
	if (due.due.date == ICJ_DATE_NONE)
		return ICJ_UNKNOWN;
	return tri(e->ctx->as_of.date >= due.due.date);
}

/* A warrant alone does not say that the juvenile absconded. */
static enum icj_tri closure_absconded(struct eval *e)
{
	if (icj__fact_known(e->c, F_absconder_since))
		return icj__event_happened(e, F_absconder_since);
	if (icj__fact_known(e->c, F_absconded) ||
	    icj__fact_known(e->c, F_warrant_notified))
		return need_said(e, F_absconded);
	return icj__event_happened(e, F_absconder_since);
}

enum icj_tri icj__absconder_closes(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = closure_absconded(e);

	if (v == ICJ_NO)
		return settled(e, mark, v);
	if (icj__has_come(e, F_warrant_notified))
		icj__note(&e->used, F_warrant_notified);
	if (icj__fact_known(e->c, F_absconder_since))
		return and_(v, is_allowed(e, ABSCONDER_CLOSURE));
	if (icj__has_come(e, F_warrant_notified))
		return v;
	icj__note(&e->missing, F_absconder_since);
	return ICJ_UNKNOWN;
}

enum icj_tri icj__expiry_closes(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__event_happened(e, F_expiry_noticed);

	if (icj__fact_known(e->c, F_expiry_noticed))
		v = is_allowed(e, EXPIRY_CLOSURE);
	if (v == ICJ_NO)
		return settled(e, mark, v);
	return settled(e, mark,
	    and_(v, not_(need_presumed(e, F_expiry_objected))));
}

/* An extension is of no use while it is not known to be granted. */
static enum icj_tri time_is_up(struct eval *e)
{
	const icj_date as_of = e->ctx->as_of.date;
	struct icj_due due;

	icj__date_duty(e->c, e->ctx, PLACEMENT, &due);
	if (due.due.date == ICJ_DATE_NONE)
		return ICJ_UNKNOWN;
	if (as_of <= in_effect(&due)->date)
		return ICJ_NO;
	if (icj__fact_known(e->c, F_placement_extended_to) &&
	    as_of <= icj__fact_day(e->c, F_placement_extended_to) &&
	    !icj__fact_known(e->c, F_placement_extension_approved_by)) {
		icj__note(&e->missing, F_placement_extension_approved_by);
		return ICJ_UNKNOWN;
	}
	return ICJ_YES;
}

/* Where the file has no column of arrivals nobody knows that there was none. */
static enum icj_tri did_not_arrive(struct eval *e)
{
	if (!icj__fact_known(e->c, F_arrived) && peek_lacking(e, F_arrived))
		return need_known(e, F_arrived);
	return ICJ_YES;
}

/* Reading: what is placed, though late, may not be closed for that. */
enum icj_tri icj__late_placement_closes(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (icj__has_come(e, F_arrived)) {
		icj__note(&e->used, F_arrived);
		return ICJ_NO;
	}
	v = icj__event_happened(e, F_accepted);
	if (v == ICJ_YES)
		v = time_is_up(e);
	if (v == ICJ_NO)
		return settled(e, mark, v);
	v = and_(v, did_not_arrive(e));
	return settled(e, mark,
	    and_(v, not_(need_said(e, F_already_residing))));
}

/* -- The question ------------------------------------------------------- */

static const uint8_t ways[] = {
	S_ABSCONDER, S_ADULT, S_EXPIRY, S_PLACEMENT, S_ABSCONDER_AGAIN,
};

static const uint16_t raised_by[] = {
	F_adult_sentence_longer, F_adult_sentence_notified,
	F_adult_order_sent, F_expiry_noticed, F_absconder_since,
	F_warrant_notified, F_accepted,
};

/* Something on file speaks for closing, or will if nothing is done. */
static bool closure_is_raised(const struct eval *e)
{
	if (icj__ends_supervision(e->c, F_closed) ||
	    icj__ends_supervision(e->c, F_withdrawn))
		return false;
	for (size_t i = 0; i < COUNT_OF(raised_by); i++)
		if (icj__fact_known(e->c, raised_by[i]) &&
		    (raised_by[i] != F_accepted ||
		    !icj__has_come(e, F_arrived)))
			return true;
	return icj__fact_yes(e->c, F_absconded);
}

static void closure_cite_ways(struct supervise_eval *q, enum icj_tri v)
{
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const struct icj_finding *f = icj__row(&q->rows, ways[i]);

		if (f->value != v || (v == ICJ_NO && f->used.count == 0))
			continue;
		add_cite(q->out->close_rule, ICJ_SUPERVISE_RULES,
		    icj__cite_of(f));
		if (v == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing, &f->missing);
	}
}

/* Where the answer is not "may", what was presumed could have allowed it;
 * where it is, it matters unless there is a way that presumes nothing. */
static void closure_keep_what_mattered(struct supervise_eval *q, enum icj_tri v)
{
	bool certain = false;

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		const struct icj_finding *f = icj__row(&q->rows, ways[i]);

		certain |= f->value == ICJ_YES && f->assumed.count == 0;
	}
	for (size_t i = 0; i < COUNT_OF(ways) && !certain; i++) {
		const struct icj_finding *f = icj__row(&q->rows, ways[i]);

		if (v != ICJ_YES || f->value == ICJ_YES)
			add_notes(&q->r->own.assumed, &f->assumed);
	}
}

static void take_earlier(struct supervise_eval *q, icj_date day)
{
	icj_date *from = &q->out->close_from;

	if (day != ICJ_DATE_NONE && day > q->e.ctx->as_of.date &&
	    (*from == ICJ_DATE_NONE || day < *from))
		*from = day;
}

/* The day of a count of business days, which a holiday list may not vouch
 * for to the end. */
static void take_counted(struct supervise_eval *q, enum duty_id which)
{
	struct icj_due due;

	icj__date_duty(q->e.c, q->e.ctx, which, &due);
	take_earlier(q, due.due.date);
	if (due.list_ended)
		icj__report_note(q->r, "a count of business days runs past "
		    "the last day that a holiday list is vouched for");
}

/* The days to come on which a way that is begun opens. */
static void find_first_day(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;
	struct icj_due due;

	if (icj__fact_known(c, F_absconder_since))
		take_counted(q, ABSCONDER_CLOSURE);
	if (icj__fact_known(c, F_expiry_noticed) &&
	    !icj__fact_yes(c, F_expiry_objected))
		take_counted(q, EXPIRY_CLOSURE);
	if (icj__fact_known(c, F_accepted) &&
	    !icj__has_come(&q->e, F_arrived) &&
	    !icj__fact_yes(c, F_already_residing) &&
	    !peek_lacking(&q->e, F_arrived)) {
		icj__date_duty(c, q->e.ctx, PLACEMENT, &due);
		if (due.due.date != ICJ_DATE_NONE)
			take_earlier(q, in_effect(&due)->date + 1);
	}
}

/* Whether what is said again is less sure to stand than what is said first, or
 * known of an earlier day only where neither is known. */
static bool stands_less(const struct wording *again, const struct wording *w,
    icj_date on)
{
	enum icj_basis first = icj__basis_on(w, on);
	enum icj_basis second = icj__basis_on(again, on);

	return second > first || (second == ICJ_BASIS_NEAREST &&
	    second == first && on >= w->rule.from &&
	    again->rule.from < w->rule.from);
}

/* 5-104(4) says 5-102(3) again.  Where it stands less it decides nothing. */
static void drop_second_saying(struct supervise_eval *q)
{
	const struct wording *w = icj__row(&q->rows, S_ABSCONDER)->wording;
	struct icj_finding *again = &q->rows.f[S_ABSCONDER_AGAIN];

	if (!icj__row(&q->rows, S_ABSCONDER_AGAIN)->wording || !w ||
	    !stands_less(again->wording, w, q->r->on))
		return;
	icj__row_aside(&q->rows, S_ABSCONDER_AGAIN);
	again->used.count = 0;
	again->value = ICJ_NO;
}

void icj__supervise_close(struct supervise_eval *q)
{
	static const enum icj_close close[] = {
		[ICJ_NO] = ICJ_CLOSE_MAY_NOT,
		[ICJ_UNKNOWN] = ICJ_CLOSE_UNKNOWN, [ICJ_YES] = ICJ_CLOSE_MAY,
	};
	enum icj_tri v = ICJ_NO;

	q->out->close_from = ICJ_DATE_NONE;
	if (!closure_is_raised(&q->e)) {
		for (size_t i = 0; i < COUNT_OF(ways); i++)
			icj__row_aside(&q->rows, ways[i]);
		return;
	}
	drop_second_saying(q);
	for (size_t i = 0; i < COUNT_OF(ways); i++)
		v = or_(v, icj__row_value(&q->rows, ways[i]));
	q->out->close = close[v];
	closure_cite_ways(q, v);
	closure_keep_what_mattered(q, v);
	find_first_day(q);
	if (v == ICJ_YES)
		q->out->close_from = ICJ_DATE_NONE;
}
