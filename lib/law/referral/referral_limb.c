/* SPDX-License-Identifier: MIT */
/*
 * referral_limb.c - the conditions of the rows of referral.c and of the facts
 * that its answers turn on, in rulebook order.  Composes no answer.
 */
#include "law/referral/referral.h"
#include "terms/terms.h"

/* -- Who is sent -------------------------------------------------------- */

enum icj_tri icj__under_supervision(struct eval *e)
{
	return need_any(e, F_supervision, PROBATION | PAROLE);
}

enum icj_tri icj__on_parole(struct eval *e)
{
	return need_any(e, F_supervision, PAROLE);
}

static enum icj_tri on_probation(struct eval *e)
{
	return need_any(e, F_supervision, PROBATION);
}

/* "If so, then": what the second lacks does not matter where the first
 * fails, nor the first where the second holds. */
static enum icj_tri if_then(struct eval *e, condition *first, condition *then)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = first(e);

	if (v == ICJ_NO)
		return settled(e, mark, ICJ_YES);
	return settled(e, mark, or_(not_(v), then(e)));
}

static enum icj_tri both(struct eval *e, condition *first, condition *second)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = first(e);

	if (v == ICJ_NO)
		return settled(e, mark, v);
	return settled(e, mark, and_(v, second(e)));
}

/* -- 2-105 -------------------------------------------------------------- */

/* The form does no harm where no help is needed. */
enum icj_tri icj__victim_form_in_order(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__has_documents(e, OF_VICTIM, ICJ_SHALL);

	if (v == ICJ_YES)
		return v;
	return settled(e, mark,
	    or_(v, not_(need_said(e, F_victim_assistance_needed))));
}

/* -- 4-102 -------------------------------------------------------------- */

/* An acceptance of which nothing is on file is presumed not to have been. */
enum icj_tri icj__supervision_accepted(struct eval *e)
{
	enum icj_tri v;

	if (icj__fact_known(e->c, F_accepted))
		return need_come(e, F_accepted);
	if (!icj__fact_known(e->c, F_decision))
		return need_presumed(e, F_accepted);
	v = need_any(e, F_decision, APPROVE);
	if (v == ICJ_YES && icj__fact_known(e->c, F_decision_date))
		v = need_come(e, F_decision_date);
	return v;
}

/* Who resides there has arrived; so has nobody else of whom nothing is on
 * file. */
static enum icj_tri is_there(struct eval *e)
{
	if (icj__fact_known(e->c, F_arrived))
		return need_come(e, F_arrived);
	if (icj__fact_yes(e->c, F_already_residing))
		return need_said(e, F_already_residing);
	return need_presumed(e, F_arrived);
}

enum icj_tri icj__accepted_and_there(struct eval *e)
{
	return both(e, icj__supervision_accepted, is_there);
}

static enum icj_tri documents_of_parolee(struct eval *e)
{
	return icj__has_documents(e, OF_PAROLE, ICJ_SHALL);
}

enum icj_tri icj__parole_documents(struct eval *e)
{
	return if_then(e, icj__on_parole, documents_of_parolee);
}

enum icj_tri icj__parolee_may_go_early(struct eval *e)
{
	return both(e, icj__on_parole, icj__guardian_only_there);
}

static enum icj_tri documents_of_probationer(struct eval *e)
{
	return icj__has_documents(e, OF_PROBATION, ICJ_SHALL);
}

enum icj_tri icj__probation_documents(struct eval *e)
{
	return if_then(e, on_probation, documents_of_probationer);
}

enum icj_tri icj__permit_issued_early(struct eval *e)
{
	if (!use_known(e, F_permit_issued) ||
	    need_come(e, F_permit_issued) == ICJ_NO)
		return ICJ_NO;
	return icj__placed_by_permit(e);
}

/* -- 4-103 -------------------------------------------------------------- */

/* A date has no value for "did not happen": what is not recorded has not. */
enum icj_tri icj__instructions_issued(struct eval *e)
{
	if (!use_known(e, F_reporting_instructions))
		return ICJ_NO;
	return need_come(e, F_reporting_instructions);
}

enum icj_tri icj__joins_guardian(struct eval *e)
{
	return need_any(e, F_residence, WITH_PARENT | WITH_LEGAL_GUARDIAN);
}

static enum icj_tri joins_only_guardian(struct eval *e)
{
	return both(e, icj__guardian_only_there, icj__joins_guardian);
}

enum icj_tri icj__sex_offender_may_go_early(struct eval *e)
{
	return both(e, icj__is_sex_offender, joins_only_guardian);
}

static enum icj_tri expected_documents(struct eval *e)
{
	return icj__has_documents(e, OF_SEX_OFFENDER, ICJ_SHOULD);
}

enum icj_tri icj__sex_offender_documents(struct eval *e)
{
	return both(e, icj__is_sex_offender, expected_documents);
}

enum icj_tri icj__sex_offender_may_be_denied(struct eval *e)
{
	return both(e, icj__is_sex_offender, icj__unsuitable_ground);
}

/* -- 4-104 -------------------------------------------------------------- */

bool icj__denial_stated(const struct icj_case *c)
{
	if (icj__fact_known(c, F_decision))
		return icj__fact_is(c, F_decision, DENY);
	return icj__fact_known(c, F_denial_grounds);
}

/* Whether one of the office's staff was the designee is not known. */
enum icj_tri icj__decided_by_office(struct eval *e)
{
	if (peek_any(e, F_decided_by, BY_OFFICE_STAFF) == ICJ_YES) {
		icj__note(&e->missing, F_decided_by);
		return ICJ_UNKNOWN;
	}
	return need_any(e, F_decided_by, BY_ADMINISTRATOR | BY_DESIGNEE);
}

/* A ground has to be given, once a denial is stated, and to be there. */
static enum icj_tri given_and(struct eval *e, uint32_t ground,
    condition *there)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ICJ_YES;

	if (icj__denial_stated(e->c))
		v = need_any(e, F_denial_grounds, ground);
	if (v == ICJ_NO)
		return settled(e, mark, v);
	return settled(e, mark, and_(v, there(e)));
}

static enum icj_tri is_unsuitable(struct eval *e)
{
	return need_any(e, F_home_evaluation, UNSUITABLE);
}

static enum icj_tri not_in_compliance(struct eval *e)
{
	return not_(need_said(e, F_substantial_compliance));
}

enum icj_tri icj__unsuitable_ground(struct eval *e)
{
	return given_and(e, GROUND_UNSUITABLE, is_unsuitable);
}

enum icj_tri icj__compliance_ground(struct eval *e)
{
	return given_and(e, GROUND_NOT_IN_COMPLIANCE, not_in_compliance);
}

/* -- 5-101, 8-101 ------------------------------------------------------- */

static enum icj_tri no_sex_offender(struct eval *e)
{
	return not_(icj__is_sex_offender(e));
}

enum icj_tri icj__neither_rule_applies(struct eval *e)
{
	return both(e, on_probation, no_sex_offender);
}
