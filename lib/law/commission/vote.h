/* SPDX-License-Identifier: MIT */
/*
 * vote.h - what the files of votes share: the matters, the tables of rows by
 * part of the answer, and the counting of ballots.  Only vote*.c and their
 * tests include it.
 */
#ifndef ICJ_VOTE_H
#define ICJ_VOTE_H

#include "judge/answer.h"

/* Bits of the choices, in their order in fields.h. */
enum {
	RULE_PROPOSAL = 1, COMMITTEE_PROPOSAL = 2, REGION_PROPOSAL = 4,
	RULE_ADOPTION = 8, EMERGENCY_RULE = 16, REVISION_APPROVAL = 32,
	DUES_REVISION = 64, DISPUTE = 128, SUSPENSION = 256,
	TERMINATION = 512, LEGAL_ACTION = 1024, WITHDRAWAL = 2048,
	REINSTATEMENT = 4096
};
ENDS_WITH(matter, REINSTATEMENT);
enum {
	N_TEXT = 1, N_REASON = 2, N_PLACE = 4, N_TIME = 8, N_DATE = 16,
	N_ATTEND = 32, N_COMMENT = 64, N_NAME = 128, N_POSITION = 256,
	N_ADDRESS = 512, N_EMAIL = 1024, N_TELEPHONE = 2048, N_TELEFAX = 4096,
	N_DEFAULT = 8192, N_CURE = 16384, N_PENALTY = 32768
};
ENDS_WITH(notice_item, N_PENALTY);
enum {
	PUBLIC_THREAT = 1, LOSS_OF_FUNDS = 2, FEDERAL_DEADLINE = 4,
	HEALTH_AND_ENVIRONMENT = 8
};
enum { TRAINED = 1, ARBITRATED = 2, FINED = 4 };
ENDS_WITH(penalty, FINED);
enum { ALL_OFFICIALS = 31 };
_Static_assert(ALL_OFFICIALS == (1 << official_COUNT) - 1, "all of them");
enum { LEFT_BY_TERMINATION = 1, LEFT_BY_WITHDRAWAL = 2 };
ENDS_WITH(left_by, LEFT_BY_WITHDRAWAL);

/* -- vote_ballot.c: majorities ------------------------------------------ */

/* Majorities: of those present where a quorum is, of all members of a body,
 * of all members of the Commission, and what the by-laws ask for. */
condition icj__majority_of_quorum, icj__majority_of_body,
    icj__majority_of_commission, icj__approved_by_bylaws;

/* Compacting states on a day. */
int32_t icj__member_count(icj_date day);

/* The least votes that carry it by this condition; -1: not known. */
int32_t icj__votes_needed(const struct eval *e, condition *by);

/* Whether numbers contradict one another; NULL: they do not. */
const char *icj__vote_contradiction(const struct icj_case *c);

/* -- vote_limb.c: the other conditions ---------------------------------- */

/* Acts that have a time. */
enum { DUES_TOLD = 1, RULE_PUBLISHED, OFFICIALS_TOLD, STATES_TOLD };

condition icj__vote_in_time, icj__vote_uncured, icj__vote_repeal_effective,
    icj__vote_dissolves, icj__vote_back_after_termination,
    icj__vote_back_after_withdrawal, icj__vote_back_either_way;

/* -- vote_row.c: the rows ----------------------------------------------- */

/* The rows of a part that a matter (bits) raises; count 0: none. */
struct table icj__vote_table(enum icj_vote_part part, uint32_t matter);
/* Those of a reinstatement, by the way the state had left. */
struct table icj__vote_back(const struct icj_case *c);

/* Who bears the costs of a matter. */
struct vote_cost {
	uint32_t matters;
	const char *who;
	struct table rows;
};

/* NULL: the rules name nobody. */
const struct vote_cost *icj__vote_cost(uint32_t matter);

const struct icj_rule *icj__vote_rule(size_t i);

#endif
