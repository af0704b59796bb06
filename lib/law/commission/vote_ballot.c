/* SPDX-License-Identifier: MIT */
/*
 * vote_ballot.c - majorities, in whole numbers: more than half, never half.
 * Where counts are not known it reckons with the least and the most that they
 * can be; who forms a quorum is for the by-laws, not for here.
 */
#include "law/commission/vote.h"

#define MANY (INT64_C(1) << 40) /* more than any count */

/* The least and the most a number can be. */
struct bounds {
	int64_t least, most;
};

static const struct bounds anything = {0, MANY};

/* A count that is asked for. */
static struct bounds count_of(struct eval *e, enum field_id f)
{
	int64_t n;

	if (need_more(e, f, 0) == ICJ_UNKNOWN)
		return anything;
	n = icj__fact_count(e->c, f);
	return (struct bounds){n, n};
}

/* A count that helps if it is there. */
static struct bounds count_if_known(struct eval *e, enum field_id f)
{
	return use_known(e, f) ? count_of(e, f) : anything;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* A vote: those in favor and the others of a whole, which may be just the sum
 * of both. */
struct ballot {
	struct bounds yes, others, whole;
	bool is_sum;
};

/* What the counts of the ballot leave of one another. */
static void count_votes(struct eval *e, struct ballot *b)
{
	struct bounds against = count_if_known(e, F_votes_against);
	struct bounds silent = count_if_known(e, F_votes_abstained);
	struct bounds there = count_if_known(e, F_members_present);

	b->others.least = against.least + silent.least;
	b->others.most = against.most + silent.most;
	b->yes = count_of(e, F_votes_for);
	b->whole.least = larger(b->whole.least,
	    larger(there.least, b->yes.least + b->others.least));
	b->yes.most = larger(0, smaller(b->yes.most,
	    smaller(b->whole.most, there.most) - b->others.least));
}

/* Strictly more than half: exactly half is no majority.  The more are in favor
 * the more the whole may be, but by half as much: so the least and the most
 * that are in favor decide. */
static enum icj_tri more_than_half(const struct ballot *b)
{
	int64_t most = b->whole.most;

	if (b->is_sum)
		most = smaller(most, b->yes.least + b->others.most);
	if (2 * b->yes.least > most)
		return ICJ_YES;
	if (2 * b->yes.most <= larger(b->whole.least,
	    b->yes.most + b->others.least))
		return ICJ_NO;
	return ICJ_UNKNOWN;
}

/* -- Of all members ----------------------------------------------------- */

int32_t icj__member_count(icj_date day)
{
	int32_t n = 0;

	for (icj_state s = 1; s <= ICJ_STATES; s++)
		n += icj_state_is_member(s, day);
	return n;
}

enum icj_tri icj__majority_of_body(struct eval *e)
{
	uint8_t mark = e->missing.count;
	struct ballot b = {.whole = count_of(e, F_members)};

	count_votes(e, &b);
	return settled(e, mark, more_than_half(&b));
}

/* The members of the Commission are the compacting states: where nobody says
 * how many, they are counted on the day, which --strict does not take. */
enum icj_tri icj__majority_of_commission(struct eval *e)
{
	uint8_t mark = e->missing.count;
	struct ballot b = {.is_sum = false};

	if (icj__fact_known(e->c, F_members) || e->ctx->strict)
		return icj__majority_of_body(e);
	b.whole.least = b.whole.most = icj__member_count(e->on);
	count_votes(e, &b);
	return settled(e, mark, more_than_half(&b));
}

/* -- Of a quorum -------------------------------------------------------- */

/* Those present are stated by a number or by the three counts of the vote;
 * the way begun is asked for, else the shorter. */
static bool stated_by_votes(const struct icj_case *c)
{
	return !icj__fact_known(c, F_members_present) &&
	    (icj__fact_known(c, F_votes_against) ||
	    icj__fact_known(c, F_votes_abstained));
}

/* No more can be present than there are members. */
static struct bounds present(struct eval *e)
{
	struct bounds there, yes, no, silent;

	if (!stated_by_votes(e->c)) {
		there = count_of(e, F_members_present);
	} else {
		yes = count_of(e, F_votes_for);
		no = count_of(e, F_votes_against);
		silent = count_of(e, F_votes_abstained);
		there.least = yes.least + no.least + silent.least;
		there.most = yes.most + no.most + silent.most;
	}
	if (there.least < there.most)
		there.most = smaller(there.most, count_of(e, F_members).most);
	return there;
}

/* Reading: of a quorum means more than half of those present, a quorum being
 * present; an abstention is not in favor.  The alternative counts only votes
 * cast. */
enum icj_tri icj__majority_of_quorum(struct eval *e)
{
	uint8_t mark = e->missing.count;
	struct ballot b = {
		.whole = present(e), .is_sum = stated_by_votes(e->c),
	};
	enum icj_tri v;

	count_votes(e, &b);
	v = settled(e, mark, more_than_half(&b));
	return settled(e, mark, and_(v, need_said(e, F_quorum_present)));
}

/* -- By the by-laws ----------------------------------------------------- */

enum icj_tri icj__approved_by_bylaws(struct eval *e)
{
	uint8_t mark = e->missing.count;
	struct ballot b = {.whole = anything};
	struct bounds need;
	enum icj_tri v = ICJ_UNKNOWN;

	if (icj__fact_known(e->c, F_commission_approved) ||
	    (!icj__fact_known(e->c, F_votes_for) &&
	    !icj__fact_known(e->c, F_votes_needed)))
		return need_said(e, F_commission_approved);
	b.whole.most = count_if_known(e, F_members).most;
	count_votes(e, &b);
	need = count_of(e, F_votes_needed);
	if (b.yes.least >= need.most)
		v = ICJ_YES;
	else if (b.yes.most < need.least)
		v = ICJ_NO;
	return settled(e, mark, v);
}

/* -- How many are needed ------------------------------------------------ */

static int32_t half_and_one(int64_t whole)
{
	return (int32_t)(whole / 2 + 1);
}

static int32_t needed_of_present(const struct eval *e)
{
	const struct icj_case *c = e->c;

	if (icj__fact_known(c, F_members_present))
		return half_and_one(icj__fact_count(c, F_members_present));
	if (!icj__fact_known(c, F_votes_for) ||
	    !icj__fact_known(c, F_votes_against) ||
	    !icj__fact_known(c, F_votes_abstained))
		return -1;
	return half_and_one((int64_t)icj__fact_count(c, F_votes_for) +
	    icj__fact_count(c, F_votes_against) +
	    icj__fact_count(c, F_votes_abstained));
}

int32_t icj__votes_needed(const struct eval *e, condition *by)
{
	if (by == icj__approved_by_bylaws)
		return icj__fact_known(e->c, F_votes_needed) ?
		    icj__fact_count(e->c, F_votes_needed) : -1;
	if (by == icj__majority_of_quorum)
		return needed_of_present(e);
	if (icj__fact_known(e->c, F_members))
		return half_and_one(icj__fact_count(e->c, F_members));
	return by == icj__majority_of_commission && !e->ctx->strict ?
	    half_and_one(icj__member_count(e->on)) : -1;
}

/* -- Contradictions ----------------------------------------------------- */

static bool exceeds(const struct icj_case *c, int64_t n, enum field_id limit)
{
	return icj__fact_known(c, limit) && n > icj__fact_count(c, limit);
}

const char *icj__vote_contradiction(const struct icj_case *c)
{
	int64_t votes = (int64_t)icj__fact_count(c, F_votes_for) +
	    icj__fact_count(c, F_votes_against) +
	    icj__fact_count(c, F_votes_abstained);

	if (exceeds(c, votes, F_members_present))
		return "more votes than members present";
	if (exceeds(c, larger(votes, icj__fact_count(c, F_members_present)),
	    F_members))
		return "more votes, or members present, than members";
	if (exceeds(c, icj__fact_count(c, F_arbitrators_neutral),
	    F_arbitrators))
		return "more neutral arbitrators than arbitrators";
	if (icj__fact_known(c, F_members_left) &&
	    icj__fact_known(c, F_members) &&
	    icj__fact_count(c, F_members_left) >= icj__fact_count(c, F_members))
		return "members_left is not below members";
	return NULL;
}
