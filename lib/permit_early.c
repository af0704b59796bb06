/* SPDX-License-Identifier: MIT */
/*
 * permit_early.c - what 4-102(3)(a) and 4-103(2) ask of a placement before
 * acceptance that rests on a travel permit, and what makes a problem of a
 * permit.  A row here is met when the placement is in order.
 */
#include "permit.h"

/* -- Dates of the duties ------------------------------------------------ */

static bool is_missed(enum icj_due_status s)
{
	return s == ICJ_DUE_LATE || s == ICJ_DUE_OVERDUE;
}

/* A date that the table of duties works out: missed or not. */
enum icj_tri icj__duty_in_order(struct eval *e, enum duty_id which,
    enum field_id trigger)
{
	struct icj_due due;

	if (!is_known(e->c, trigger)) {
		icj__note(&e->missing, trigger);
		return ICJ_UNKNOWN;
	}
	icj__note(&e->used, trigger);
	icj__date_duty(e->c, e->ctx, which, &due);
	return due.status == ICJ_DUE_UNKNOWN ? ICJ_UNKNOWN :
	    not_(tri(is_missed(due.status)));
}

/* -- Conditions on an early placement ----------------------------------- */

static bool accepted_before(const struct icj_case *c)
{
	return is_known(c, F_accepted) && is_known(c, F_permit_issued) &&
	    day_of(c, F_accepted) < day_of(c, F_permit_issued);
}

/* Reading: of the purposes only transfer-pending is a placement; a test of
 * one is left to 8-101(3). */
static enum icj_tri placed_early(struct eval *e)
{
	if (accepted_before(e->c))
		return ICJ_NO;
	return icj__among(e, F_permit_purpose, TRANSFER_PENDING);
}

static enum icj_tri is_sex_offender(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (is_known(e->c, F_sex_offender) ||
	    (!is_known(e->c, F_adjudicated_sex_offense) &&
	    !is_known(e->c, F_must_register_sending) &&
	    !is_known(e->c, F_must_register_receiving)))
		return icj__said(e, F_sex_offender);
	v = icj__said(e, F_adjudicated_sex_offense);
	v = or_(v, icj__said(e, F_must_register_sending));
	return settled(e, mark,
	    or_(v, icj__said(e, F_must_register_receiving)));
}

/* No guardian is left in the sending state and one is in the other. */
static enum icj_tri guardian_only_there(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = not_(icj__said(e, F_guardian_in_sending_state));

	return settled(e, mark,
	    and_(v, icj__said(e, F_guardian_in_receiving_state)));
}

static enum icj_tri explanation_given(struct eval *e)
{
	return icj__among(e, F_documents, WRITTEN_EXPLANATION);
}

/* "If this kind of placement, then so": undecided facts of the second do not
 * matter where the first fails. */
static enum icj_tri early_of(struct eval *e, condition *kind, condition *then)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = placed_early(e);

	v = and_(v, kind(e));
	if (v == ICJ_NO)
		return settled(e, mark, ICJ_YES);
	return settled(e, mark, or_(not_(v), then(e)));
}

static enum icj_tri parole_permit_in_order(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = guardian_only_there(e);

	v = and_(v, explanation_given(e));
	return settled(e, mark, and_(v, icj__duty_in_order(e,
	    PAROLE_PERMIT_REFERRAL, F_permit_issued)));
}

static enum icj_tri on_parole(struct eval *e)
{
	return icj__among(e, F_supervision, PAROLE);
}

static enum icj_tri early_parole(struct eval *e)
{
	return early_of(e, on_parole, parole_permit_in_order);
}

/* Reporting instructions of the receiving state serve as well. */
static enum icj_tri may_be_placed(struct eval *e)
{
	if (icj__known(e, F_reporting_instructions))
		return ICJ_YES;
	return guardian_only_there(e);
}

static enum icj_tri early_sex_offender(struct eval *e)
{
	return early_of(e, is_sex_offender, may_be_placed);
}

static enum icj_tri early_sex_offender_explained(struct eval *e)
{
	return early_of(e, is_sex_offender, explanation_given);
}

static enum icj_tri referral_follows(struct eval *e)
{
	return icj__duty_in_order(e, SEX_OFFENDER_REFERRAL, F_permit_issued);
}

static enum icj_tri early_sex_offender_referred(struct eval *e)
{
	return early_of(e, is_sex_offender, referral_follows);
}

/* -- Rows --------------------------------------------------------------- */

static const struct rule_row early[] = {
	{{"4-102(3)(a)", ED_2014, ED_NEXT,
	  "A parolee placed before acceptance has a guardian only in the "
	  "other state, the permit came with a written explanation, and the "
	  "referral follows in time."},
	 early_parole, MUST, 0},
	{{"4-103(2)", ED_2014, ED_NEXT,
	  "A juvenile sex offender is placed before acceptance only with a "
	  "custodial parent or legal guardian, none being left in the sending "
	  "state, or under reporting instructions."},
	 early_sex_offender, MUST, 0},
	{{"4-103(2)(a)", ED_2014, ED_NEXT,
	  "The permit of a juvenile sex offender placed before acceptance "
	  "came with a written explanation."},
	 early_sex_offender_explained, MUST, 0},
	{{"4-103(2)(b)", ED_2014, ED_NEXT,
	  "The referral of a juvenile sex offender placed before acceptance "
	  "follows within 10 business days of the permit."},
	 early_sex_offender_referred, MUST, 0},
};

const struct icj_rule *icj__permit_early_rule(size_t i)
{
	return i < COUNT_OF(early) ? &early[i].rule : NULL;
}

/* -- Problems ----------------------------------------------------------- */

static bool on_file(const struct icj_case *c)
{
	return is_known(c, F_permit_issued) || is_known(c, F_permit_received) ||
	    is_known(c, F_permit_effective) || is_known(c, F_permit_expires);
}

static void add_problem(struct icj_permit *out, const char *cite)
{
	size_t i = 0;

	while (i < ICJ_PERMIT_PROBLEMS && out->problem[i]) {
		if (out->problem[i] == cite)
			return;
		i++;
	}
	if (i < ICJ_PERMIT_PROBLEMS)
		out->problem[i] = cite;
}

void icj__take_problems(struct permit_eval *p, struct icj_finding *f,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (f[i].status == ICJ_NOT_MET)
			add_problem(p->out, f[i].row->rule.cite);
}

void icj__permit_early(struct permit_eval *p)
{
	struct icj_finding *f;

	p->out->on_file = on_file(p->e.c);
	f = icj__permit_judge(p, early, COUNT_OF(early));
	icj__take_problems(p, f, COUNT_OF(early));
}
