/* SPDX-License-Identifier: MIT */
/*
 * referral_limb.c - the conditions of the rows of referral.c and of the facts
 * that its answers turn on, in rulebook order.  Composes no answer.
 */
#include "law/referral/referral.h"
#include "terms/terms.h"

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
enum icj_tri icj__is_there(struct eval *e)
{
	if (icj__fact_known(e->c, F_arrived))
		return need_come(e, F_arrived);
	if (icj__fact_yes(e->c, F_already_residing))
		return need_said(e, F_already_residing);
	return need_presumed(e, F_arrived);
}

enum icj_tri icj__shall_have(struct eval *e)
{
	return icj__has_documents(e, (unsigned)e->number, ICJ_SHALL);
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

enum icj_tri icj__should_have(struct eval *e)
{
	return icj__has_documents(e, (unsigned)e->number, ICJ_SHOULD);
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

/* A ground has to be given, once a denial is stated. */
enum icj_tri icj__ground_given(struct eval *e)
{
	return icj__denial_stated(e->c) ?
	    need_any(e, F_denial_grounds, (uint32_t)e->number) : ICJ_YES;
}
