/* SPDX-License-Identifier: MIT */
/*
 * vote_row.c - what Rules 2-101(1), 2-103 and 9-101 to 9-105 ask of a matter:
 * the rows, by part of the answer and matter.  Their conditions are those of
 * vote_limb.c and vote_ballot.c.
 */
#include "vote.h"

#define MAKING ED_2014, ED_2022    /* 2-103 */
#define ENFORCING ED_2010, ED_NEXT /* 9-101 to 9-103 */
#define STANDING ED_2010, ED_OPEN  /* 2-101, 9-104, 9-105 */

/* -- Rulemaking and dues ------------------------------------------------ */

static const struct rule_row dues_notice[] = {
	{{"2-101(1)", STANDING,
	  "The public was told of the revision 30 days before the meeting."},
	 icj__vote_dues_notice_in_time, MUST, 0},
};

static const struct rule_row dues_vote[] = {
	{{"2-101(1)", STANDING,
	  "The Commission approved the revision by the votes that its by-laws "
	  "ask for."},
	 icj__approved_by_bylaws, MUST, 0},
};

static const struct rule_row proposal[] = {
	{{"2-103(1)(a)", MAKING,
	  "A quorum is present and more than half of those present want the "
	  "proposal referred."},
	 icj__majority_of_quorum, MUST, 0},
};

static const struct rule_row committee[] = {
	{{"2-103(1)(b)", MAKING,
	  "More than half of the committee's members propose it."},
	 icj__majority_of_body, MUST, 0},
};

static const struct rule_row region[] = {
	{{"2-103(1)(c)", MAKING,
	  "More than half of the region's members propose it."},
	 icj__majority_of_body, MUST, 0},
};

static const struct rule_row rule_notice[] = {
	{{"2-103(3)", MAKING,
	  "The text was published 30 days before the meeting that votes."},
	 icj__vote_published_in_time, MUST, 0},
	{{"2-103(3)", MAKING,
	  "The text of the rule and the reason for it are given."},
	 icj__vote_notice_states, MUST, N_TEXT | N_REASON},
	{{"2-103(4)(a)", MAKING,
	  "Place, time and date of the hearing are stated."},
	 icj__vote_notice_states, MUST, N_PLACE | N_TIME | N_DATE},
	{{"2-103(4)(b)", MAKING,
	  "It is stated how to announce attendance and send comments."},
	 icj__vote_notice_states, MUST, N_ATTEND | N_COMMENT},
	{{"2-103(4)(c)", MAKING,
	  "Name, position, both addresses, telephone and telefax of a contact "
	  "are stated."},
	 icj__vote_notice_states, MUST, N_NAME | N_POSITION | N_ADDRESS |
	 N_EMAIL | N_TELEPHONE | N_TELEFAX},
};

static const struct rule_row transcript[] = {
	{{"2-103(5)", MAKING,
	  "A transcript was requested in writing; whoever asked pays for it."},
	 icj__vote_transcript_requested, ASIDE, 0},
};

static const struct rule_row adoption[] = {
	{{"2-103", MAKING,
	  "More than half of all members of the Commission are in favor."},
	 icj__majority_of_commission, ASIDE, 0},
	{{"2-103(8)", MAKING,
	  "A quorum is present and more than half of those present vote yes."},
	 icj__majority_of_quorum, MUST, 0},
};

static const struct rule_row emergency[] = {
	{{"2-103(10)(a)", MAKING,
	  "Public health, safety or welfare is under imminent threat."},
	 icj__vote_ground_given, OR_NEXT, PUBLIC_THREAT},
	{{"2-103(10)(b)", MAKING,
	  "Federal or state funds would be lost."},
	 icj__vote_ground_given, OR_NEXT, LOSS_OF_FUNDS},
	{{"2-103(10)(c)", MAKING,
	  "Federal law sets a deadline for the rule."},
	 icj__vote_ground_given, OR_NEXT, FEDERAL_DEADLINE},
	{{"2-103(10)(d)", MAKING,
	  "Human health and the environment need protection."},
	 icj__vote_ground_given, MUST, HEALTH_AND_ENVIRONMENT},
};

static const struct rule_row revision_vote[] = {
	{{"2-103(11)", MAKING,
	  "The Commission approved the challenged revision by the votes that "
	  "its by-laws ask for."},
	 icj__approved_by_bylaws, MUST, 0},
};

/* -- Disputes ----------------------------------------------------------- */

static const struct rule_row settling[] = {
	{{"9-101(2)(a)", ENFORCING,
	  "An unsuccessful attempt to settle it directly is documented."},
	 icj__vote_attempt_documented, MUST, 0},
	{{"9-101(2)(a)", ENFORCING,
	  "The informal process was gone through."},
	 icj__vote_informal_done, MUST, 0},
	{{"9-101(2)(c)", ENFORCING,
	  "Nobody whose state is a party took part in the decision."},
	 icj__vote_nobody_interested, MUST, 0},
	{{"9-102(1)", ENFORCING,
	  "The dispute was not resolved that way."},
	 icj__vote_unresolved, MUST, 0},
};

static const struct rule_row panel[] = {
	{{"9-102(1)(b)(2)", ENFORCING,
	  "There is an arbitrator."},
	 icj__vote_has_arbitrator, MUST, 0},
	{{"9-102(1)(b)(2)", ENFORCING,
	  "There are no more than three."},
	 icj__vote_not_too_many, MUST, 3},
	{{"9-102(1)(b)(2)", ENFORCING,
	  "At least one of them is neutral."},
	 icj__vote_one_is_neutral, MUST, 0},
	{{"9-102(1)(b)(2)", ENFORCING,
	  "All are from the list that the Commission keeps."},
	 icj__vote_from_the_list, MUST, 0},
	{{"9-102(1)(b)(4)", ENFORCING,
	  "A party demands the American Arbitration Association, whose "
	  "commercial rules then govern."},
	 icj__vote_association_demanded, ASIDE, 0},
};

static const struct rule_row loser_pays[] = {
	{{"9-102(1)(b)(5)", ENFORCING,
	  "The party that does not prevail bears all costs."},
	 icj__vote_always, ASIDE, 0},
};

/* -- Default ------------------------------------------------------------ */

/* The last row is asked of a termination only. */
static const struct rule_row penalty[] = {
	{{"9-103(2)", ENFORCING,
	  "The Commission determined that the state is in default."},
	 icj__vote_default_determined, MUST, 0},
	{{"9-103(2)(a)", ENFORCING,
	  "Remedial training and technical assistance were tried."},
	 icj__vote_exhausted, MUST, TRAINED},
	{{"9-103(2)(b)", ENFORCING,
	  "Alternative dispute resolution was tried."},
	 icj__vote_exhausted, MUST, ARBITRATED},
	{{"9-103(2)(c)", ENFORCING,
	  "Fines, fees and costs were tried."},
	 icj__vote_exhausted, MUST, FINED},
	{{"9-103(3)", ENFORCING,
	  "The time to cure the default is over, and it was not cured."},
	 icj__vote_uncured, MUST, 0},
};

static const struct rule_row suspension_vote[] = {
	{{"9-103(2)(d)", ENFORCING,
	  "The Commission imposed it by the votes that its by-laws ask for."},
	 icj__approved_by_bylaws, MUST, 0},
};

static const struct rule_row suspension_told[] = {
	{{"9-103(2)(d)", ENFORCING,
	  "The governor, the chief justice, both leaders of the legislature "
	  "and the State Council were told."},
	 icj__vote_all_officials_told, MUST, ALL_OFFICIALS},
};

static const struct rule_row default_notice[] = {
	{{"9-103(3)", ENFORCING,
	  "The state was told in writing of the default, the time to cure it "
	  "and the penalty that may follow."},
	 icj__vote_notice_states, MUST, N_DEFAULT | N_CURE | N_PENALTY},
};

static const struct rule_row termination_vote[] = {
	{{"9-103(3)", ENFORCING,
	  "More than half of the compacting states vote to terminate."},
	 icj__majority_of_commission, MUST, 0},
};

static const struct rule_row termination_told[] = {
	{{"9-103(4)", ENFORCING,
	  "They were told within 60 days of the termination."},
	 icj__vote_officials_told_in_time, MUST, 0},
	{{"9-103(4)", ENFORCING,
	  "The governor, the chief justice, both leaders of the legislature "
	  "and the State Council were told."},
	 icj__vote_all_officials_told, MUST, ALL_OFFICIALS},
};

static const struct rule_row defaulter_pays[] = {
	{{"9-103(5)", ENFORCING,
	  "The state in default answers for all that was incurred until the "
	  "termination."},
	 icj__vote_always, ASIDE, 0},
	{{"9-103(6)", ENFORCING,
	  "The Commission bears no costs of that state, unless both agree."},
	 icj__vote_always, ASIDE, 0},
};

/* -- Leaving and coming back -------------------------------------------- */

static const struct rule_row back_vote[] = {
	{{"9-103(7)", ENFORCING,
	  "The Commission approved by the votes that its by-laws ask for."},
	 icj__approved_by_bylaws, MUST, 0},
};

static const struct rule_row back_terminated[] = {
	{{"9-103(7)", ENFORCING,
	  "The state enacted the compact again and the Commission approved."},
	 icj__vote_back_after_termination, MUST, 0},
};

static const struct rule_row back_either_way[] = {
	{{"9-103(7)", ENFORCING,
	  "The state enacted the compact again, and whatever else its way out "
	  "asks for is there."},
	 icj__vote_back_either_way, MUST, 0},
};

static const struct rule_row legal_vote[] = {
	{{"9-104", STANDING,
	  "More than half of the member states vote for legal action."},
	 icj__majority_of_commission, MUST, 0},
};

static const struct rule_row court_costs[] = {
	{{"9-104", STANDING,
	  "The party that prevails is awarded all costs."},
	 icj__vote_always, ASIDE, 0},
};

static const struct rule_row dissolution[] = {
	{{"9-105(1)", STANDING,
	  "A withdrawal or default has left one compacting state."},
	 icj__vote_dissolves, MUST, 1},
};

static const struct rule_row leaving[] = {
	{{"9-105(2)", STANDING,
	  "The repeal of the statute has taken effect, and with it the "
	  "withdrawal."},
	 icj__vote_repeal_effective, MUST, 0},
};

static const struct rule_row states_told[] = {
	{{"9-105(2)", STANDING,
	  "The other states were told within 60 days of the notice."},
	 icj__vote_states_told_in_time, MUST, 0},
};

static const struct rule_row leaver_pays[] = {
	{{"9-105(2)", STANDING,
	  "The withdrawing state answers for all that was incurred until the "
	  "withdrawal."},
	 icj__vote_always, ASIDE, 0},
};

static const struct rule_row back_withdrawn[] = {
	{{"9-105(2)", STANDING,
	  "The state enacted the compact again, and no later day that the "
	  "Commission determined is still to come."},
	 icj__vote_back_after_withdrawal, MUST, 0},
};

/* -- Which rows a matter has -------------------------------------------- */

#define ROWS(name) {name, COUNT_OF(name)}

static const struct vote_table all[] = {
	ROWS(dues_notice), ROWS(dues_vote), ROWS(proposal), ROWS(committee),
	ROWS(region), ROWS(rule_notice), ROWS(transcript), ROWS(adoption),
	ROWS(emergency), ROWS(revision_vote), ROWS(settling), ROWS(panel),
	ROWS(loser_pays), ROWS(penalty), ROWS(suspension_vote),
	ROWS(suspension_told), ROWS(default_notice), ROWS(termination_vote),
	ROWS(termination_told), ROWS(defaulter_pays), ROWS(back_vote),
	ROWS(back_terminated), ROWS(back_either_way), ROWS(legal_vote),
	ROWS(court_costs), ROWS(dissolution), ROWS(leaving),
	ROWS(states_told), ROWS(leaver_pays), ROWS(back_withdrawn),
};

static const struct {
	uint32_t matters;
	enum icj_vote_part part;
	struct vote_table rows;
} parts[] = {
	{RULE_PROPOSAL, ICJ_VOTE_ITSELF, ROWS(proposal)},
	{COMMITTEE_PROPOSAL, ICJ_VOTE_ITSELF, ROWS(committee)},
	{REGION_PROPOSAL, ICJ_VOTE_ITSELF, ROWS(region)},
	/* Reading: an emergency rule is adopted by the same majority. */
	{RULE_ADOPTION | EMERGENCY_RULE, ICJ_VOTE_ITSELF, ROWS(adoption)},
	{REVISION_APPROVAL, ICJ_VOTE_ITSELF, ROWS(revision_vote)},
	{DUES_REVISION, ICJ_VOTE_ITSELF, ROWS(dues_vote)},
	{SUSPENSION, ICJ_VOTE_ITSELF, ROWS(suspension_vote)},
	{TERMINATION, ICJ_VOTE_ITSELF, ROWS(termination_vote)},
	{LEGAL_ACTION, ICJ_VOTE_ITSELF, ROWS(legal_vote)},
	{REINSTATEMENT, ICJ_VOTE_ITSELF, ROWS(back_vote)},
	{RULE_ADOPTION, ICJ_VOTE_NOTICE, ROWS(rule_notice)},
	{DUES_REVISION, ICJ_VOTE_NOTICE, ROWS(dues_notice)},
	{SUSPENSION | TERMINATION, ICJ_VOTE_NOTICE, ROWS(default_notice)},
	{EMERGENCY_RULE, ICJ_VOTE_EMERGENCY, ROWS(emergency)},
	{DISPUTE, ICJ_VOTE_DISPUTE, ROWS(settling)},
	{DISPUTE, ICJ_VOTE_PANEL, ROWS(panel)},
	{SUSPENSION, ICJ_VOTE_SUSPENSION, {penalty, COUNT_OF(penalty) - 1}},
	{TERMINATION, ICJ_VOTE_SUSPENSION, ROWS(penalty)},
	{SUSPENSION, ICJ_VOTE_TOLD, ROWS(suspension_told)},
	{TERMINATION, ICJ_VOTE_TOLD, ROWS(termination_told)},
	{WITHDRAWAL, ICJ_VOTE_TOLD, ROWS(states_told)},
	{WITHDRAWAL, ICJ_VOTE_WITHDRAWAL, ROWS(leaving)},
	{WITHDRAWAL | TERMINATION, ICJ_VOTE_DISSOLUTION, ROWS(dissolution)},
};

static const struct vote_cost costs[] = {
	{RULE_ADOPTION | EMERGENCY_RULE, "requester", ROWS(transcript)},
	{DISPUTE, "loser", ROWS(loser_pays)},
	{SUSPENSION | TERMINATION, "defaulting-state", ROWS(defaulter_pays)},
	{LEGAL_ACTION, "loser", ROWS(court_costs)},
	{WITHDRAWAL, "withdrawing-state", ROWS(leaver_pays)},
};

struct vote_table icj__vote_table(enum icj_vote_part part, uint32_t matter)
{
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (parts[i].part == part && parts[i].matters & matter)
			return parts[i].rows;
	return (struct vote_table){NULL, 0};
}

struct vote_table icj__vote_back(const struct icj_case *c)
{
	const struct fact *way = fact_of(c, F_left_by);

	if (!way->set)
		return (struct vote_table)ROWS(back_either_way);
	return way->bits == LEFT_BY_TERMINATION ?
	    (struct vote_table)ROWS(back_terminated) :
	    (struct vote_table)ROWS(back_withdrawn);
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
	for (size_t k = 0; k < COUNT_OF(all); k++) {
		if (i < all[k].count)
			return &all[k].row[i].rule;
		i -= all[k].count;
	}
	return NULL;
}
