/* SPDX-License-Identifier: MIT */
/*
 * referral_choice.c - what several facts, of which some are not known, may
 * come to together.  Tries every way they could turn out; knows no rule.
 */
#include "law/referral/referral.h"

struct atom icj__atom(struct eval *e, condition *holds)
{
	struct atom a;

	drop_notes(e);
	a.v = holds(e);
	a.missing = e->missing;
	if (a.v != ICJ_UNKNOWN)
		a.missing.count = 0;
	drop_notes(e);
	return a;
}

/* All that the values from the i-th on may come to. */
static unsigned every_way(enum icj_tri *v, size_t i, size_t n,
    outcome_of *outcome)
{
	unsigned all;

	while (i < n && v[i] != ICJ_UNKNOWN)
		i++;
	if (i == n)
		return outcome(v);
	v[i] = ICJ_NO;
	all = every_way(v, i + 1, n, outcome);
	v[i] = ICJ_YES;
	all |= every_way(v, i + 1, n, outcome);
	v[i] = ICJ_UNKNOWN;
	return all;
}

/* Whether the i-th value can make a difference, depending on what those from
 * the k-th on turn out to be. */
static bool is_pivotal(enum icj_tri *v, size_t i, size_t k, size_t n,
    outcome_of *outcome)
{
	unsigned without;
	bool differs;

	while (k < n && (k == i || v[k] != ICJ_UNKNOWN))
		k++;
	if (k < n) {
		v[k] = ICJ_NO;
		differs = is_pivotal(v, i, k + 1, n, outcome);
		v[k] = ICJ_YES;
		differs = differs || is_pivotal(v, i, k + 1, n, outcome);
		v[k] = ICJ_UNKNOWN;
		return differs;
	}
	v[i] = ICJ_NO;
	without = outcome(v);
	v[i] = ICJ_YES;
	differs = outcome(v) != without;
	v[i] = ICJ_UNKNOWN;
	return differs;
}

unsigned icj__choose(const struct atom *atom, size_t n, outcome_of *outcome,
    struct notes *missing)
{
	enum icj_tri v[ATOMS];
	unsigned all;

	for (size_t i = 0; i < n; i++)
		v[i] = atom[i].v;
	all = every_way(v, 0, n, outcome);
	for (size_t i = 0; missing && i < n; i++)
		if (v[i] == ICJ_UNKNOWN &&
		    is_pivotal(v, i, 0, n, outcome))
			add_notes(missing, &atom[i].missing);
	return all;
}
