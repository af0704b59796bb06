/* SPDX-License-Identifier: MIT */
/*
 * eligible.c - Rule 4-101: who is eligible for transfer of supervision.  Owns
 * the rows and conditions of that rule and of what it leans on; knows no file
 * and no clock.
 */
#include <string.h>

#include "icj.h"
#include "judge/answer.h"
#include "judge/recall.h"
#include "law/eligible/eligible.h"
#include "base/guard.h"

/* -- Conditions, in rulebook order -------------------------------------- */

/* Georgia's answer depends on the day: without one, the as-of date stands in
 * for it, which is a presumption like any other. */
static enum icj_tri party(struct eval *e, enum field_id which)
{
	unsigned is = icj__ask_of(e, icj__look_party, which);
	bool presumes;

	if (is == ICJ_UNNAMED)
		/* An unnamed state is presumed to be a compacting one. */
		return not_(need_presumed(e, which));
	icj__note(&e->used, which);
	if (is != ICJ_LATE_PARTY)
		return tri(is == ICJ_PARTY);
	presumes = !peek_known(e, F_transfer_requested);
	if (presumes &&
	    need_presumed(e, F_transfer_requested) == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	return tri(icj__ask_of(e, icj__look_member, which) !=
	    (presumes && e->flipped == F_transfer_requested));
}

static enum icj_tri both_states_are_parties(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri sending = party(e, F_sending_state);

	return settled(e, mark, and_(sending, party(e, F_receiving_state)));
}

/* Supervision can be stated as days left or as two dates; the one already
 * begun is asked for, else the shorter. */
static bool stated_by_dates(struct eval *e)
{
	return !peek_known(e, F_supervision_days_left) &&
	    (peek_known(e, F_supervision_ends) ||
	    peek_known(e, F_transfer_requested));
}

static enum icj_tri longer_supervision_left(struct eval *e)
{
	enum icj_tri known;

	if (!stated_by_dates(e))
		return need_more(e, F_supervision_days_left, e->number);
	known = need_known(e, F_supervision_ends);
	if (known == ICJ_YES &&
	    icj__ask_of(e, icj__look_indefinite, F_supervision_ends))
		return ICJ_YES;
	/* Measured at submission, not at receipt or acceptance. */
	known = and_(known, need_known(e, F_transfer_requested));
	return known == ICJ_YES ? tri(icj__ask(e, icj__look_later,
	    F_transfer_requested, F_supervision_ends, e->number)) : known;
}

/* -- Rows --------------------------------------------------------------- */

static const struct rule_row rows[] = {
	{P(compacting_states), MUST, {CALL(both_states_are_parties)}},
	{P(classified_juvenile), MUST, {SAID(juvenile_in_sending_state)}},
	/* Reading: non-adjudicated juveniles are not eligible although the
	 * definition of 1-101 calls them so; 4-101(2)(b) is the specific
	 * text. */
	{P(adjudicated_or_deferred), MUST,
	    {ANY(adjudication, ADJUDICATED_DELINQUENT |
	    ADJUDICATED_STATUS_OFFENDER | DEFERRED_ADJUDICATION)}},
	{P(under_jurisdiction), MUST, {SAID(under_jurisdiction)}},
	{P(stay_over_90_days), MUST, {MORE(plan_days)}},
	{P(supervision_left), MUST, {CALL(longer_supervision_left)}},
	/* Reading: custody in the other state counts as a residential facility.
	 * Reading: student housing is not living independently; (f)(2) serves
	 * it. */
	{P(joins_household), OR_NEXT,
	    {BOTH(ANY(residence, WITH_PARENT | WITH_LEGAL_GUARDIAN |
	    WITH_RELATIVE | WITH_NON_RELATIVE | INDEPENDENT),
	    UNLESS(incarcerated))}},
	/* Reading: living in a residential facility does not bar a student. */
	{P(full_time_student), MUST,
	    {BOTH(SAID(full_time_student),
	    ANY(school, ACCREDITED_SECONDARY_SCHOOL | ACCREDITED_COLLEGE |
	    ACCREDITED_UNIVERSITY | LICENSED_TRAINING_PROGRAM),
	    SAID(proof_of_acceptance), SAID(proof_of_enrollment))}},
	{P(icpc_too), ASIDE, {PRESUMED(icpc)}},
	{P(sole_restitution), MUST, {UNLESS(only_restitution)}},
};

static const struct table table = TABLE(rows);

const struct icj_rule *icj__eligible_rule(size_t i)
{
	return icj__table_rule(&table, 1, i);
}

/* -- The question ------------------------------------------------------- */

/* The as-of date is worth a note where it stood in for the date of the
 * request: it picked the edition and the members. */
static void eligible_note_as_of(struct eval *e, struct icj_report *r)
{
	/* A request that is only planned is judged as of its own day. */
	if (peek_known(e, F_transfer_requested) &&
	    !icj__ask_of(e, icj__look_happened, F_transfer_requested))
		icj__report_note(r, "transfer_requested lies after the as-of "
		    "date: judged as of its day");
	if (peek_known(e, F_transfer_requested) ||
	    e->ctx->edition != ICJ_DATE_NONE)
		return;
	icj__note_judged_as_of(r, e->ctx);
}

__attribute__((noinline))
static enum icj_tri eligibility_judge(struct eval *e, struct icj_report *r)
{
	enum icj_tri verdict = icj__decide(e, rows, COUNT_OF(rows), r);

	if (verdict == ICJ_YES)
		icj__cite_provision(r, P(eligibility));
	eligible_note_as_of(e, r);
	icj__note_change(r);
	return verdict;
}

ICJ_API enum icj_tri icj_eligible(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	if (icj__cannot_ask(c, ctx, r, false))
		return ICJ_UNKNOWN;

	static const char question[] = "eligible";
	struct case_room room;
	enum icj_tri verdict;
	struct eval e;

	if (icj__is_unwatched(c))
		c = icj__report_watched(r, c, &room);
	icj__eval_start(&e, c, ctx, icj__fact_day(c, F_transfer_requested));
	if (!icj__recall(&e, r, question, &verdict, sizeof(verdict))) {
		verdict = eligibility_judge(&e, r);
		icj__remember(&e, r, &verdict, sizeof(verdict));
	}
	return verdict;
}
