/* SPDX-License-Identifier: MIT */
/*
 * referral_step.c - what comes next in a referral, by whom and by when: a
 * table in order of work.
 */
#include "law/referral/referral.h"

#include "duties/next.h"
#include "base/guard.h"

/* -- When a step is wanted ---------------------------------------------- */

static bool parole(const struct icj_case *c)
{
	return icj__fact_is(c, F_supervision, PAROLE);
}

static bool probation(const struct icj_case *c)
{
	return icj__fact_is(c, F_supervision, PROBATION);
}

static bool referral_step_decided(const struct icj_case *c)
{
	return icj__fact_known(c, F_decision) || icj__fact_known(c, F_accepted);
}

static bool referral_step_undecided(const struct icj_case *c)
{
	return !referral_step_decided(c);
}

static bool referral_step_denied(const struct icj_case *c)
{
	return icj__fact_is(c, F_decision, DENY) &&
	    !icj__fact_known(c, F_accepted);
}

static bool referral_step_not_denied(const struct icj_case *c)
{
	return !referral_step_denied(c);
}

static bool by_permit(const struct icj_case *c)
{
	return icj__fact_known(c, F_permit_issued);
}

static bool parole_by_permit(const struct icj_case *c)
{
	return parole(c) && by_permit(c);
}

static bool denied_there(const struct icj_case *c)
{
	return icj__fact_yes(c, F_already_residing) &&
	    !referral_step_not_denied(c);
}

static bool help_needed(const struct icj_case *c)
{
	return icj__fact_yes(c, F_victim_assistance_needed);
}

/* -- Steps -------------------------------------------------------------- */

#define SENDING ICJ_SIDE_SENDING
#define RECEIVING ICJ_SIDE_RECEIVING

static const struct next_row steps[] = {
	{FORWARD_CASE, ICJ_SIDE_NONE, P(forward_case),
	 "ICJ Office that has the case",
	 "Forward it.", ON_FILE(case_received)},
	{PAROLE_REFERRAL, SENDING, P(parole_referral),
	 "ICJ Office of the sending state", "Send the complete referral.",
	 IF(parole)},
	{PAROLE_PERMIT_REFERRAL, SENDING, P(parole_permit_referral),
	 "ICJ Office of the sending state",
	 "Send the complete referral after the travel permit.",
	 IF(parole_by_permit)},
	{PROBATION_REFERRAL, SENDING, P(probation_referral),
	 "ICJ Office of the sending state", "Send the complete referral.",
	 IF(probation)},
	{SEX_OFFENDER_REFERRAL, SENDING, P(sex_offender_referral),
	 "ICJ Office of the sending state",
	 "Send the complete referral of the juvenile sex offender after the "
	 "travel permit.", ON_FILE(permit_issued)},
	{REGISTRATION_ADVICE, RECEIVING, P(registration_advice),
	 "receiving state",
	 "Advise what registration is required and how to report.",
	 ON_FILE(permit_received)},
	{NO_DUTY, SENDING, P(registration_told), "sending state",
	 "Tell the juvenile and the family of it in good time.",
	 ON_FILE(registration_advised)},
	{NO_DUTY, SENDING, P(more_documents), "sending state",
	 "Answer requests for more documents in time; the evaluation does not "
	 "wait for them.", IF(referral_step_undecided)},
	{LOCAL_HOME_EVALUATION, RECEIVING, P(local_home_evaluation),
	 "local office in the receiving state",
	 "Complete the home evaluation.", ALWAYS},
	{HOME_EVALUATION, RECEIVING, P(home_evaluation),
	 "ICJ Office of the receiving state",
	 "Send home evaluation and decision, or explain the delay.", ALWAYS},
	{NO_DUTY, RECEIVING, P(decision),
	 "compact administrator or designee of the receiving state",
	 "Decide on the recommendation of the investigating officer, and "
	 "sign.", IF(referral_step_undecided)},
	{DEPARTURE_NOTICE, SENDING, P(departure_notice), "sending state",
	 "Tell the juvenile how to report and the receiving state of the "
	 "departure.", IF(referral_step_not_denied)},
	{DENIED_RESIDING, SENDING, P(denied_residing), "sending state",
	 "Secure another living arrangement and send an updated referral, or "
	 "return the juvenile.", IF(denied_there)},
	{PLACEMENT, SENDING, P(placement), "sending state",
	 "Complete the placement.", IF(referral_step_not_denied)},
	{NO_DUTY, SENDING, P(victim_changes), "sending state",
	 "Tell of any change in what victims are to be notified of.",
	 IF(help_needed)},
};

ICJ_API bool icj_referral_step(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_referral *answer,
    size_t i, struct icj_step *out)
{
	if (!icj__can_date(c, ctx) || !answer || !out)
		return false;

	if (answer->packet == ICJ_PACKET_NOT_APPLICABLE)
		return false;
	return icj__next_step(steps, COUNT_OF(steps), i, c, ctx, answer->on,
	    out);
}
