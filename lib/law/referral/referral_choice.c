/* SPDX-License-Identifier: MIT */
/*
 * referral_choice.c - what several facts, of which some are not known, may
 * come to together.  Tries every way they could turn out; knows no rule.
 */
#include "law/referral/referral.h"

void icj__atom(struct eval *e, const struct test *t, struct atom *a)
{
	drop_notes(e);
	a->v = icj__ask_test(e, t, 0);
	a->missing.count = 0;
	if (a->v == ICJ_UNKNOWN)
		add_notes(&a->missing, &e->missing);
	drop_notes(e);
}

/* What each of the ways comes to, in which those of n values that are not known
 * can turn out: of the k-th of these, bit k of the way. */
static unsigned try_ways(uint8_t *v, const uint8_t *open, unsigned n,
    outcome_of *outcome, unsigned *come_to)
{
	unsigned all = 0;

	for (unsigned way = 0; way < 1u << n; way++) {
		for (unsigned k = 0; k < n; k++)
			v[open[k]] = way >> k & 1 ? ICJ_YES : ICJ_NO;
		come_to[way] = outcome(v);
		all |= come_to[way];
	}
	return all;
}

/* Whether the k-th of n can make a difference that matters, in some way. */
static bool is_pivotal(const unsigned *come_to, unsigned k, unsigned n,
    unsigned matters)
{
	for (unsigned way = 0; way < 1u << n; way++)
		if ((come_to[way] ^ come_to[way | 1u << k]) & matters)
			return true;
	return false;
}

unsigned icj__choose(const struct atom *atom, size_t n, outcome_of *outcome,
    unsigned matters, struct notes *missing)
{
	uint8_t v[ATOMS];
	uint8_t open[ATOMS];
	unsigned come_to[1 << ATOMS], all, count = 0;

	for (size_t i = 0; i < n; i++) {
		v[i] = (uint8_t)atom[i].v;
		if (v[i] == ICJ_UNKNOWN)
			open[count++] = (uint8_t)i;
	}
	all = try_ways(v, open, count, outcome, come_to);
	for (unsigned k = 0; k < count; k++)
		if (is_pivotal(come_to, k, count, matters))
			add_notes(missing, &atom[open[k]].missing);
	return all;
}
