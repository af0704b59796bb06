/* SPDX-License-Identifier: MIT */
/*
 * referral_early.c - placement before supervision is accepted: 4-102(3)(a)
 * for parolees, 4-103(1) and (2) for juvenile sex offenders, and for all
 * others no more than the travel permits of 8-101.
 */
#include "law/referral/referral.h"
#include "terms/terms.h"

/* The facts that it turns on. */
enum { ACCEPTED, SUPERVISED, ON_PAROLE, OFFENDER, ONLY_THERE, JOINS, ISSUED,
	INSTRUCTED, FACTS };

static const struct test facts[FACTS] = {
	[ACCEPTED] = CALL(icj__supervision_accepted),
	[SUPERVISED] = ANY(supervision, PROBATION | PAROLE),
	[ON_PAROLE] = ANY(supervision, PAROLE),
	[OFFENDER] = CALL(icj__is_sex_offender),
	[ONLY_THERE] = CALL(icj__guardian_only_there),
	[JOINS] = JOINS_GUARDIAN,
	[ISSUED] = CALL(icj__permit_issued_early),
	[INSTRUCTED] = CALL(icj__instructions_issued),
};

_Static_assert((int)FACTS <= ATOMS, "a choice holds its facts");

/* What it can come to, in the order of the rules. */
enum way { NO_QUESTION, BY_PAROLE_PERMIT, PAROLEE_MAY, PAROLEE_STAYS,
	BY_INSTRUCTIONS, OFFENDER_STAYS, BY_OFFENDER_PERMIT, OFFENDER_MAY,
	BY_TRAVEL_PERMIT, TRAVELLER_MAY, WAYS };

static const struct {
	enum icj_early early;
	const struct provision *p[2];
	unsigned by; /* enum icj_early_by */
} ways[WAYS] = {
	[NO_QUESTION] = {ICJ_EARLY_NONE, {NULL, NULL}, 0},
	[BY_PAROLE_PERMIT] = {ICJ_EARLY_OPEN, {P(referral_parole_early), NULL},
	    ICJ_EARLY_BY_PAROLE_PERMIT},
	[PAROLEE_MAY] = {ICJ_EARLY_JUDGEMENT, {P(referral_parole_early), NULL},
	    0},
	[PAROLEE_STAYS] = {ICJ_EARLY_CLOSED, {P(parolee_stays),
	    P(referral_parole_early)}, 0},
	[BY_INSTRUCTIONS] = {ICJ_EARLY_OPEN, {P(referral_instructed), NULL},
	    ICJ_EARLY_BY_INSTRUCTIONS},
	[OFFENDER_STAYS] = {ICJ_EARLY_CLOSED, {P(referral_instructed),
	    P(referral_early)}, 0},
	[BY_OFFENDER_PERMIT] = {ICJ_EARLY_OPEN, {P(referral_early), NULL},
	    ICJ_EARLY_BY_OFFENDER_PERMIT},
	[OFFENDER_MAY] = {ICJ_EARLY_JUDGEMENT, {P(referral_early), NULL}, 0},
	[BY_TRAVEL_PERMIT] = {ICJ_EARLY_OPEN, {P(referral_travel), NULL},
	    ICJ_EARLY_BY_TRAVEL_PERMIT},
	[TRAVELLER_MAY] = {ICJ_EARLY_JUDGEMENT, {P(referral_travel), NULL}, 0},
};

/* Reading: the special rule goes before that of parole. */
static enum way way_of_offender(const uint8_t *v)
{
	if (v[INSTRUCTED] == ICJ_YES)
		return BY_INSTRUCTIONS;
	if (and_(v[ONLY_THERE], v[JOINS]) == ICJ_NO)
		return OFFENDER_STAYS;
	return v[ISSUED] == ICJ_YES ? BY_OFFENDER_PERMIT : OFFENDER_MAY;
}

static enum way referral_early_way_of(const uint8_t *v)
{
	if (v[ACCEPTED] == ICJ_YES || v[SUPERVISED] == ICJ_NO)
		return NO_QUESTION;
	if (v[OFFENDER] == ICJ_YES)
		return way_of_offender(v);
	if (v[ON_PAROLE] == ICJ_NO)
		return v[ISSUED] == ICJ_YES ? BY_TRAVEL_PERMIT : TRAVELLER_MAY;
	if (v[ONLY_THERE] == ICJ_NO)
		return PAROLEE_STAYS;
	return v[ISSUED] == ICJ_YES ? BY_PAROLE_PERMIT : PAROLEE_MAY;
}

/* The answer as a bit, and above it the way. */
#define ANSWERS (ICJ_EARLY_OPEN + 1)
#define ANSWER_BITS ((1u << ANSWERS) - 1)

static unsigned which_way(const uint8_t *v)
{
	enum way way = referral_early_way_of(v);

	return 1u << ways[way].early | 1u << way << ANSWERS;
}

/* What the rules do not have on the day is not cited.  An answer that is
 * decided rests on the wording; what is open may rest on another in the end. */
static void referral_early_cite(struct referral_eval *q,
    const struct provision *p)
{
	const struct wording *w;

	if (!icj__book_has(icj__book_on(q->r->office, p, q->out->on, &w)))
		return;
	add_cite(q->out->early_rule, ICJ_REFERRAL_RULES, w->rule.cite);
	if (q->out->early != ICJ_EARLY_UNKNOWN)
		icj__rest_on_since(q->r, w);
}

static void referral_early_cite_ways(struct referral_eval *q,
    unsigned possible)
{
	for (size_t i = 0; i < WAYS; i++) {
		if (!(possible >> ANSWERS & 1u << i))
			continue;
		q->out->early_by |= ways[i].by;
		for (size_t k = 0; k < 2 && ways[i].p[k]; k++)
			referral_early_cite(q, ways[i].p[k]);
	}
}

static enum icj_early referral_early_only_one(unsigned possible)
{
	for (unsigned e = ICJ_EARLY_NONE; e <= ICJ_EARLY_OPEN; e++)
		if ((possible & ANSWER_BITS) == 1u << e)
			return (enum icj_early)e;
	return ICJ_EARLY_UNKNOWN;
}

void icj__referral_early(struct referral_eval *q)
{
	struct atom atom[FACTS];
	struct notes missing;
	unsigned possible;

	missing.count = 0;
	for (size_t i = 0; i < FACTS; i++)
		icj__atom(&q->e, &facts[i], &atom[i]);
	possible = icj__choose(atom, FACTS, which_way, ANSWER_BITS, &missing);
	q->out->early = referral_early_only_one(possible);
	referral_early_cite_ways(q, possible);
	if (q->out->early == ICJ_EARLY_UNKNOWN)
		add_notes(&q->r->own.missing, &missing);
}
