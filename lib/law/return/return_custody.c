/* SPDX-License-Identifier: MIT */
/*
 * return_custody.c - whether a juvenile is or was in custody, and whether more
 * than the first 24 hours of it have run, by the clock of Rule 6-101.
 */
#include "law/return/return.h"

/* -- Custody ------------------------------------------------------------ */

bool icj__happened(struct eval *e, enum field_id f)
{
	return use_known(e, f) && icj__ask_of(e, icj__look_happened, f);
}

/* Whether the file has no column that would tell of a release. */
static bool release_is_unseen(struct eval *e)
{
	return !peek_known(e, F_released_at) &&
	    peek_lacking(e, F_released_at);
}

/* Who was detained and not released is in custody. */
enum icj_tri icj__in_custody(struct eval *e)
{
	enum icj_tri said = peek_said(e, F_in_custody);

	if (said != ICJ_UNKNOWN || !peek_known(e, F_detained_at))
		return icj__noted(e, F_in_custody, said);
	icj__note(&e->used, F_detained_at);
	if (release_is_unseen(e))
		return need_known(e, F_released_at);
	return not_(tri(icj__happened(e, F_released_at)));
}

enum icj_tri icj__was_detained(struct eval *e)
{
	if (use_known(e, F_detained_at) ||
	    icj__happened(e, F_form_iii_received))
		return ICJ_YES;
	return need_said(e, F_in_custody);
}

/* -- The first 24 hours ------------------------------------------------- */

/* What is wanted is a clock time where only a date is known, or the place of
 * its clock. */
static enum icj_tri want_clock(struct eval *e)
{
	unsigned wanted = icj__ask_of(e, icj__look_clocks, F_detained_at);

	if (wanted & RELEASE_CLOCK)
		icj__note(&e->missing, F_released_at);
	if (!(wanted & RELEASE_CLOCK) &&
	    icj__ask_of(e, icj__look_placeless, F_detained_at))
		icj__note(&e->missing, F_holding_state);
	else if (wanted & DETENTION_CLOCK)
		icj__note(&e->missing, F_detained_at);
	return ICJ_UNKNOWN;
}

/* Whether a detention that is not over by what is on file may be all the
 * same. */
static bool end_is_unseen(struct eval *e)
{
	return peek_said(e, F_in_custody) != ICJ_YES &&
	    !peek_known(e, F_returned) && release_is_unseen(e);
}

static enum icj_tri detained_beyond(struct eval *e, look *hours)
{
	enum icj_tri v;

	if (need_known(e, F_detained_at) == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	if (!icj__happened(e, F_released_at))
		icj__happened(e, F_returned);
	v = (enum icj_tri)icj__ask(e, hours, F_detained_at, F_detained_at,
	    e->number);
	if (v == ICJ_YES && end_is_unseen(e))
		return need_known(e, F_released_at);
	return v == ICJ_UNKNOWN ? want_clock(e) : v;
}

bool icj__hours_unvouched(struct eval *e)
{
	return peek_known(e, F_detained_at) && icj__ask(e,
	    icj__look_unvouched, F_detained_at, F_detained_at, e->number);
}

/* Reading: 6-101(1)(b) and (2) mean the clock of 6-101(1)(a), though they do
 * not repeat that weekends and holidays are left out. */
enum icj_tri icj__detained_beyond(struct eval *e)
{
	enum icj_tri v = detained_beyond(e, icj__look_beyond);

	return e->ctx->strict && icj__hours_unvouched(e) ? ICJ_UNKNOWN : v;
}

enum icj_tri icj__detained_beyond_plain(struct eval *e)
{
	return detained_beyond(e, icj__look_beyond_plain);
}
