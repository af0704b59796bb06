/* SPDX-License-Identifier: MIT */
/*
 * vote_row.c - what Rules 2-101(1), 2-103 and 9-101 to 9-105 ask of a matter:
 * the rows, by part of the answer and matter.  Their conditions are those of
 * vote_limb.c and vote_ballot.c.
 */
#include "law/commission/vote.h"

#define MAKING ED_2014, ED_2022    /* 2-103 */
#define ENFORCING ED_2010, ED_NEXT /* 9-101 to 9-103 */
#define STANDING ED_2010, ED_OPEN  /* 2-101, 9-104, 9-105 */

/* -- Rulemaking and dues ------------------------------------------------ */

static const struct rule_row dues_notice[] = {
	{P(vote_dues_notice), MUST, {CALL_WITH(icj__vote_in_time, DUES_TOLD)}},
};

static const struct rule_row dues_vote[] = {
	{P(vote_dues_vote), MUST, {CALL(icj__approved_by_bylaws)}},
};

/* Since 2022 no vote: what is submitted is considered later. */
static const struct rule_row proposal[] = {
	{P(vote_submission), ASIDE, {CALL(icj__always)}},
	{P(vote_proposal), MUST, {CALL(icj__majority_of_quorum)}},
};

static const struct rule_row committee[] = {
	{P(vote_committee), MUST, {CALL(icj__majority_of_body)}},
};

static const struct rule_row region[] = {
	{P(vote_region), MUST, {CALL(icj__majority_of_body)}},
};

static const struct rule_row rule_notice[] = {
	{P(vote_published_in_time), MUST,
	 {CALL_WITH(icj__vote_in_time, RULE_PUBLISHED)}},
	{P(vote_notice_text), MUST,
	 {ALL(notice_items, N_TEXT | N_REASON)}},
	{P(vote_notice_hearing), MUST,
	 {ALL(notice_items, N_PLACE | N_TIME | N_DATE)}},
	{P(vote_notice_comments), MUST,
	 {ALL(notice_items, N_ATTEND | N_COMMENT)}},
	{P(vote_notice_contact), MUST,
	 {ALL(notice_items, N_NAME | N_POSITION | N_ADDRESS | N_EMAIL |
	  N_TELEPHONE | N_TELEFAX)}},
};

static const struct rule_row transcript[] = {
	{P(vote_transcript), ASIDE, {PRESUMED(transcript_requested)}},
};

static const struct rule_row adoption[] = {
	{P(vote_majority_of_all), ASIDE, {CALL(icj__majority_of_commission)}},
	{P(vote_adoption), MUST, {CALL(icj__majority_of_quorum)}},
};

static const struct rule_row emergency[] = {
	{P(emergency_threat), OR_NEXT,
	 {ANY(emergency_grounds, PUBLIC_THREAT)}},
	{P(emergency_funds), OR_NEXT,
	 {ANY(emergency_grounds, LOSS_OF_FUNDS)}},
	{P(emergency_federal_deadline), OR_NEXT,
	 {ANY(emergency_grounds, FEDERAL_DEADLINE)}},
	{P(emergency_health), MUST,
	 {ANY(emergency_grounds, HEALTH_AND_ENVIRONMENT)}},
};

static const struct rule_row revision_vote[] = {
	{P(vote_revision_vote), MUST, {CALL(icj__approved_by_bylaws)}},
};

/* -- Disputes ----------------------------------------------------------- */

static const struct rule_row settling[] = {
	{P(dispute_attempt), MUST, {SAID(direct_attempt_documented)}},
	{P(dispute_informal), MUST, {SAID(informal_process_done)}},
	{P(dispute_impartial), MUST, {UNLESS(interested_took_part)}},
	{P(dispute_unresolved), MUST, {NOT(dispute_resolved)}},
};

static const struct rule_row panel[] = {
	{P(arbitrator_there), MUST, {SOME(arbitrators)}},
	{P(arbitrators_at_most), MUST, {AT_MOST(arbitrators)}},
	/* Reading: one of a panel must be neutral as well as a single
	 * arbitrator; the alternative asks it of a single one only. */
	{P(arbitrator_neutral), MUST, {SOME(arbitrators_neutral)}},
	{P(arbitrators_from_list), MUST, {SAID(arbitrators_from_list)}},
	{P(arbitration_association), ASIDE, {PRESUMED(aaa_demanded)}},
};

static const struct rule_row loser_pays[] = {
	{P(arbitration_costs), ASIDE, {CALL(icj__always)}},
};

/* -- Default ------------------------------------------------------------ */

/* The last row is asked of a termination only.  Reading: the other reasonable
 * means are those of the three rows before it, and termination waits for them
 * as suspension does. */
static const struct rule_row penalty[] = {
	{P(default_determined), MUST, {SAID(default_determined)}},
	{P(default_training), MUST, {ALL(penalties_exhausted, TRAINED)}},
	{P(default_alternatives), MUST, {ALL(penalties_exhausted, ARBITRATED)}},
	{P(default_fines), MUST, {ALL(penalties_exhausted, FINED)}},
	{P(default_uncured), MUST, {CALL(icj__vote_uncured)}},
};

static const struct rule_row suspension_vote[] = {
	{P(vote_suspension_vote), MUST, {CALL(icj__approved_by_bylaws)}},
};

static const struct rule_row suspension_told[] = {
	{P(vote_suspension_told), MUST,
	 {ALL(officials_told, ALL_OFFICIALS)}},
};

static const struct rule_row default_notice[] = {
	{P(vote_default_notice), MUST,
	 {ALL(notice_items, N_DEFAULT | N_CURE | N_PENALTY)}},
};

static const struct rule_row termination_vote[] = {
	{P(vote_termination_vote), MUST, {CALL(icj__majority_of_commission)}},
};

static const struct rule_row termination_told[] = {
	{P(termination_told_in_time), MUST,
	 {CALL_WITH(icj__vote_in_time, OFFICIALS_TOLD)}},
	{P(termination_told_all), MUST,
	 {ALL(officials_told, ALL_OFFICIALS)}},
};

static const struct rule_row defaulter_pays[] = {
	{P(defaulter_liable), ASIDE, {CALL(icj__always)}},
	{P(default_costs), ASIDE, {CALL(icj__always)}},
};

/* -- Leaving and coming back -------------------------------------------- */

static const struct rule_row back_vote[] = {
	{P(vote_back_vote), MUST, {CALL(icj__approved_by_bylaws)}},
};

static const struct rule_row back_terminated[] = {
	{P(vote_back_terminated), MUST,
	 {CALL(icj__vote_back_after_termination)}},
};

static const struct rule_row back_either_way[] = {
	{P(vote_back_either_way), MUST, {CALL(icj__vote_back_either_way)}},
};

static const struct rule_row legal_vote[] = {
	{P(vote_legal_vote), MUST, {CALL(icj__majority_of_commission)}},
};

static const struct rule_row court_costs[] = {
	{P(vote_court_costs), ASIDE, {CALL(icj__always)}},
};

static const struct rule_row dissolution[] = {
	{P(vote_dissolution), MUST, {CALL(icj__vote_dissolves)}},
};

static const struct rule_row leaving[] = {
	{P(vote_leaving), MUST, {CALL(icj__vote_repeal_effective)}},
};

static const struct rule_row states_told[] = {
	{P(vote_states_told), MUST,
	 {CALL_WITH(icj__vote_in_time, STATES_TOLD)}},
};

static const struct rule_row leaver_pays[] = {
	{P(vote_leaver_pays), ASIDE, {CALL(icj__always)}},
};

static const struct rule_row back_withdrawn[] = {
	{P(vote_back_withdrawn), MUST, {CALL(icj__vote_back_after_withdrawal)}},
};

/* -- Which rows a matter has -------------------------------------------- */

static const struct table all[] = {
	TABLE(dues_notice), TABLE(dues_vote), TABLE(proposal), TABLE(committee),
	TABLE(region), TABLE(rule_notice), TABLE(transcript), TABLE(adoption),
	TABLE(emergency), TABLE(revision_vote), TABLE(settling), TABLE(panel),
	TABLE(loser_pays), TABLE(penalty), TABLE(suspension_vote),
	TABLE(suspension_told), TABLE(default_notice), TABLE(termination_vote),
	TABLE(termination_told), TABLE(defaulter_pays), TABLE(back_vote),
	TABLE(back_terminated), TABLE(back_either_way), TABLE(legal_vote),
	TABLE(court_costs), TABLE(dissolution), TABLE(leaving),
	TABLE(states_told), TABLE(leaver_pays), TABLE(back_withdrawn),
};

static const struct {
	uint32_t matters;
	enum icj_vote_part part;
	struct table rows;
} parts[] = {
	{RULE_PROPOSAL, ICJ_VOTE_ITSELF, TABLE(proposal)},
	{COMMITTEE_PROPOSAL, ICJ_VOTE_ITSELF, TABLE(committee)},
	{REGION_PROPOSAL, ICJ_VOTE_ITSELF, TABLE(region)},
	/* Reading: an emergency rule is adopted by the same majority. */
	{RULE_ADOPTION | EMERGENCY_RULE, ICJ_VOTE_ITSELF, TABLE(adoption)},
	{REVISION_APPROVAL, ICJ_VOTE_ITSELF, TABLE(revision_vote)},
	{DUES_REVISION, ICJ_VOTE_ITSELF, TABLE(dues_vote)},
	{SUSPENSION, ICJ_VOTE_ITSELF, TABLE(suspension_vote)},
	{TERMINATION, ICJ_VOTE_ITSELF, TABLE(termination_vote)},
	{LEGAL_ACTION, ICJ_VOTE_ITSELF, TABLE(legal_vote)},
	{REINSTATEMENT, ICJ_VOTE_ITSELF, TABLE(back_vote)},
	{RULE_ADOPTION, ICJ_VOTE_NOTICE, TABLE(rule_notice)},
	{DUES_REVISION, ICJ_VOTE_NOTICE, TABLE(dues_notice)},
	{SUSPENSION | TERMINATION, ICJ_VOTE_NOTICE, TABLE(default_notice)},
	{EMERGENCY_RULE, ICJ_VOTE_EMERGENCY, TABLE(emergency)},
	{DISPUTE, ICJ_VOTE_DISPUTE, TABLE(settling)},
	{DISPUTE, ICJ_VOTE_PANEL, TABLE(panel)},
	{SUSPENSION, ICJ_VOTE_SUSPENSION, {penalty, COUNT_OF(penalty) - 1}},
	{TERMINATION, ICJ_VOTE_SUSPENSION, TABLE(penalty)},
	{SUSPENSION, ICJ_VOTE_TOLD, TABLE(suspension_told)},
	{TERMINATION, ICJ_VOTE_TOLD, TABLE(termination_told)},
	{WITHDRAWAL, ICJ_VOTE_TOLD, TABLE(states_told)},
	{WITHDRAWAL, ICJ_VOTE_WITHDRAWAL, TABLE(leaving)},
	{WITHDRAWAL | TERMINATION, ICJ_VOTE_DISSOLUTION, TABLE(dissolution)},
};

static const struct vote_cost costs[] = {
	{RULE_ADOPTION | EMERGENCY_RULE, "requester", TABLE(transcript)},
	{DISPUTE, "loser", TABLE(loser_pays)},
	{SUSPENSION | TERMINATION, "defaulting-state", TABLE(defaulter_pays)},
	{LEGAL_ACTION, "loser", TABLE(court_costs)},
	{WITHDRAWAL, "withdrawing-state", TABLE(leaver_pays)},
};

struct table icj__vote_table(enum icj_vote_part part, uint32_t matter)
{
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (parts[i].part == part && parts[i].matters & matter)
			return parts[i].rows;
	return (struct table){NULL, 0};
}

struct table icj__vote_back(const struct icj_case *c)
{
	if (!icj__fact_known(c, F_left_by))
		return (struct table)TABLE(back_either_way);
	return icj__fact_is(c, F_left_by, LEFT_BY_TERMINATION) ?
	    (struct table)TABLE(back_terminated) :
	    (struct table)TABLE(back_withdrawn);
}

const struct vote_cost *icj__vote_cost(uint32_t matter)
{
	for (size_t i = 0; i < COUNT_OF(costs); i++)
		if (costs[i].matters & matter)
			return &costs[i];
	return NULL;
}

const struct icj_rule *icj__vote_rule(size_t i)
{
	return icj__table_rule(all, COUNT_OF(all), i);
}
