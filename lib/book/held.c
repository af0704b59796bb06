/* SPDX-License-Identifier: MIT */
/*
 * held.c - what is held of each provision, for whoever reads the rulebook: its
 * wordings, how it stands on a day, and what became of it between two.
 */
#include "book/book.h"

#include "base/base.h"

#include <string.h>

_Static_assert((int)ICJ_STANDING_HELD == (int)IN_FORCE &&
    (int)ICJ_STANDING_NOT_YET == (int)NOT_YET &&
    (int)ICJ_STANDING_GONE == (int)GONE &&
    (int)ICJ_STANDING_NOT_KNOWN == (int)GAP, "one order of the two");

static void held_put(const struct provision *p, const struct wording *w,
    struct icj_wording *out)
{
	icj_date gone = icj__gone_since(w);

	out->provision = p->id;
	out->rule = &w->rule;
	out->terms = w->terms.text.limit ? &w->terms.text : NULL;
	out->gone = gone ? gone : ICJ_DATE_NONE;
}

ICJ_API bool icj_wording_at(size_t i, size_t k,
    const struct icj_amendments *amendments, struct icj_wording *out)
{
	const struct provision *p;

	if (i >= P_COUNT || !out)
		return false;
	p = icj__amended(amendments, &icj__book[i]);
	if (k >= p->wordings)
		return false;
	held_put(p, &p->wording[k], out);
	return true;
}

ICJ_API bool icj_provision_on(size_t i, icj_date day,
    const struct icj_amendments *amendments, enum icj_standing *standing,
    struct icj_wording *out)
{
	const struct wording *w;

	if (i >= P_COUNT || !standing || !out)
		return false;
	*standing = (enum icj_standing)icj__book_on(amendments,
	    &icj__book[i], day, &w);
	held_put(&icj__book[i], w, out);
	return true;
}

/* -- Two wordings ------------------------------------------------------- */

static bool held_same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

ICJ_API bool icj_wording_same(const struct icj_wording *a,
    const struct icj_wording *b)
{
	if (!a || !b || !a->rule || !b->rule ||
	    !held_same_text(a->rule->says, b->rule->says))
		return false;
	if (!a->terms || !b->terms)
		return a->terms == b->terms;
	return held_same_text(a->terms->limit, b->terms->limit) &&
	    held_same_text(a->terms->extension, b->terms->extension) &&
	    held_same_text(a->terms->owed_by, b->terms->owed_by);
}

static bool held_is_there(enum icj_standing s)
{
	return s == ICJ_STANDING_HELD || s == ICJ_STANDING_NOT_KNOWN;
}

static enum icj_amendment change_of(enum icj_standing a, enum icj_standing b,
    const struct icj_wording *before, const struct icj_wording *after)
{
	if (!held_is_there(a))
		return held_is_there(b) ? ICJ_AMENDMENT_NEW
					: ICJ_AMENDMENT_ABSENT;
	if (!held_is_there(b))
		return ICJ_AMENDMENT_GONE;
	if (a == ICJ_STANDING_NOT_KNOWN || b == ICJ_STANDING_NOT_KNOWN)
		return ICJ_AMENDMENT_NOT_KNOWN;
	if (!icj_wording_same(before, after))
		return ICJ_AMENDMENT_CHANGED;
	return held_same_text(before->rule->cite, after->rule->cite) ?
	    ICJ_AMENDMENT_NONE : ICJ_AMENDMENT_RENUMBERED;
}

/* Whichever day is named first, time runs forward. */
ICJ_API bool icj_provision_amended(size_t i, icj_date a, icj_date b,
    const struct icj_amendments *amendments, enum icj_amendment *change,
    struct icj_wording *before, struct icj_wording *after)
{
	enum icj_standing was = ICJ_STANDING_NOT_YET, is = was;

	if (!change || !icj_provision_on(i, a < b ? a : b, amendments,
	    &was, before) ||
	    !icj_provision_on(i, a < b ? b : a, amendments, &is, after))
		return false;
	*change = change_of(was, is, before, after);
	return true;
}

NAMES(icj_amendment_name, enum icj_amendment, "",
	[ICJ_AMENDMENT_NONE] = "same", [ICJ_AMENDMENT_ABSENT] = "absent",
	[ICJ_AMENDMENT_RENUMBERED] = "renumbered",
	[ICJ_AMENDMENT_CHANGED] = "changed", [ICJ_AMENDMENT_NEW] = "new",
	[ICJ_AMENDMENT_GONE] = "gone",
	[ICJ_AMENDMENT_NOT_KNOWN] = "not-known")
