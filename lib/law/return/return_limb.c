/* SPDX-License-Identifier: MIT */
/*
 * return_limb.c - the conditions of the methods of return and of what goes
 * with them: consent, the methods, holds, escort, bond and costs.  In rulebook
 * order; return.c has the rows.
 */
#include "law/return/return.h"
#include "terms/terms.h"

/* -- Agreement ---------------------------------------------------------- */

bool icj__consent_on_file(struct eval *e)
{
	return peek_known(e, F_form_iii_received) ||
	    has(e, F_form_iii_signed_by, SIGNED_BY_JUVENILE) ||
	    says_yes(e, F_adult_waiver_signed);
}

static bool refusal_on_file(struct eval *e)
{
	return peek_known(e, F_refusal_notified) ||
	    peek_known(e, F_requisition_received) ||
	    peek_known(e, F_order_received);
}

bool icj__agreement_inferred(struct eval *e)
{
	bool consented;

	if (peek_said(e, F_agrees_to_return) != ICJ_UNKNOWN)
		return false;
	consented = icj__consent_on_file(e);
	return consented != refusal_on_file(e);
}

/* Reading: a signed consent or a notified refusal speaks until the juvenile is
 * said to have changed his mind: listed as a presumption is. */
enum icj_tri icj__agrees_to_return(struct eval *e)
{
	enum icj_tri change;

	if (!icj__agreement_inferred(e))
		return need_said(e, F_agrees_to_return);
	change = presumed(e, F_agrees_to_return);
	if (change == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	return icj__consent_on_file(e) ? not_(change) : change;
}

/* -- 1-101, 5-103(3) ---------------------------------------------------- */

/* Georgia's answer depends on the day of detention: the as-of date standing in
 * for it is a presumption like any other. */
static enum icj_tri is_party(struct eval *e, enum field_id f)
{
	unsigned party = icj__ask_of(e, icj__look_party, f);

	if (party == ICJ_UNNAMED)
		return not_(presumed(e, f));
	icj__note(&e->used, f);
	if (party == ICJ_LATE_PARTY && !peek_known(e, F_detained_at)) {
		if (presumed(e, F_detained_at) == ICJ_UNKNOWN)
			return ICJ_UNKNOWN;
		if (e->flipped == F_detained_at)
			return ICJ_NO;
	}
	return tri(is_member(e, f));
}

/* In a retaking the sending state demands and the receiving state holds. */
static enum field_id named_or(struct eval *e, enum field_id f,
    enum field_id stand_in)
{
	return is_named(e, f) || !is_named(e, stand_in) ? f : stand_in;
}

static bool is_supervised_there(struct eval *e)
{
	return peek_known(e, F_retake_decided) ||
	    says_yes(e, F_transferred);
}

/* Reading: where one of the two states is not bound, none of the methods is
 * written for the juvenile, and the answer is unclassified. */
enum icj_tri icj__states_are_parties(struct eval *e)
{
	bool retaken = is_supervised_there(e);
	enum field_id home = F_home_state, holding = F_holding_state;
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (retaken) {
		home = named_or(e, home, F_sending_state);
		holding = named_or(e, holding, F_receiving_state);
	}
	v = is_party(e, holding);
	return settled(e, mark, and_(v, is_party(e, home)));
}

enum icj_tri icj__retaking_decided(struct eval *e)
{
	return tri(icj__happened(e, F_retake_decided));
}

/* Reading: the resolving of charges is the discharge that 5-103(3)(a) waits
 * for. */
enum icj_tri icj__offense_forbids(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_offense_suspected);

	if (v == ICJ_NO || icj__happened(e, F_charges_resolved))
		return settled(e, mark, ICJ_NO);
	return settled(e, mark,
	    and_(v, not_(icj__consent_to_retaking(e))));
}

/* Only who is supervised in the receiving state is retaken from it: a retaking
 * that was decided says so itself. */
enum icj_tri icj__waiver_signed(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_presumed(e, F_ia_vi_signed);

	if (v == ICJ_NO || icj__happened(e, F_retake_decided))
		return settled(e, mark, v);
	return settled(e, mark, and_(v, need_said(e, F_transferred)));
}

/* -- 6-101, 6-102 ------------------------------------------------------- */

/* These rules reach an ICPC youth only once the hours have run. */
enum icj_tri icj__found_and_detained(struct eval *e)
{
	enum icj_tri v = icj__was_detained(e);

	return says_yes(e, F_icpc) ? ICJ_NO : v;
}

enum icj_tri icj__kept_until_return(struct eval *e)
{
	enum icj_tri v = icj__in_custody(e);

	return icj__happened(e, F_returned) ? ICJ_NO : v;
}

/* Custody on a warrant says that there is one. */
enum icj_tri icj__has_active_warrant(struct eval *e)
{
	if (peek_said(e, F_active_warrant) == ICJ_UNKNOWN &&
	    icj__happened(e, F_warrant_custody))
		return ICJ_YES;
	return need_said(e, F_active_warrant);
}

/* -- 6-103, 6-103A, 6-104 ----------------------------------------------- */

/* In custody and refusing, or not in custody and found: who refuses and is
 * found is one or the other. */
enum icj_tri icj__requisition_applies(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri in_custody = icj__in_custody(e), refuses, found;

	if (in_custody == ICJ_NO)
		return need_said(e, F_whereabouts_known);
	refuses = not_(icj__agrees_to_return(e));
	/* These rules reach an ICPC youth only in custody. */
	if (in_custody == ICJ_YES || says_yes(e, F_icpc))
		return settled(e, mark, refuses);
	found = need_said(e, F_whereabouts_known);
	return settled(e, mark, refuses == found ? found : ICJ_UNKNOWN);
}

/* Since 2024 also who left with permission and did not come back. */
enum icj_tri icj__requisition_or_leave(struct eval *e)
{
	if (says_yes(e, F_returning_refused_after_leave))
		return need_said(e, F_returning_refused_after_leave);
	return icj__requisition_applies(e);
}

enum icj_tri icj__detained_securely(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri detained = icj__was_detained(e);

	if (detained != ICJ_NO)
		detained = and_(detained, need_said(e, F_secure_facility));
	if (detained != ICJ_NO)
		detained = and_(detained, icj__detained_beyond(e));
	return settled(e, mark, detained);
}

/* -- 7-102 to 7-105 ----------------------------------------------------- */

enum icj_tri icj__charges_forbid(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (icj__happened(e, F_charges_resolved) ||
	    icj__happened(e, F_returned))
		return ICJ_NO;
	v = need_presumed(e, F_charges_pending);
	if (v == ICJ_NO)
		return v;
	return settled(e, mark,
	    and_(v, not_(icj__consent_to_return(e))));
}

static unsigned return_limb_missed(struct eval *e, look *how)
{
	return icj__ask(e, how, F_due_process_notified,
	    F_due_process_notified, e->ctx->strict);
}

bool icj__return_unvouched(struct eval *e)
{
	return icj__happened(e, F_due_process_notified) &&
	    return_limb_missed(e, icj__look_missed) == LIST_ENDED;
}

/* Whether the time of 7-105(1), as extended, was missed. */
enum icj_tri icj__home_state_failed(struct eval *e)
{
	unsigned v;

	if (!icj__happened(e, F_due_process_notified))
		return ICJ_NO;
	v = return_limb_missed(e, icj__look_missed);
	return (enum icj_tri)(v == LIST_ENDED ?
	    return_limb_missed(e, icj__look_missed_unvouched) : v);
}

/* -- 7-106 -------------------------------------------------------------- */

enum icj_tri icj__ground_forbidden(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (!says_yes(e, F_commercial_ground))
		return ICJ_NO;
	v = need_said(e, F_commercial_ground);
	v = and_(v, not_(need_said(e, F_other_options_considered)));
	return settled(e, mark, and_(v, not_(need_said(e, F_escorted))));
}
