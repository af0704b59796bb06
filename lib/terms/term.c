/* SPDX-License-Identifier: MIT */
/*
 * term.c - terms and situations that the conditions of several rules turn on,
 * each stated once.  Owns no row.
 */
#include "terms/terms.h"

/* A Juvenile Sex Offender of Rule 1-101: stated, or from the limbs of the
 * definition once one of them is. */
enum icj_tri icj__is_sex_offender(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = peek_said(e, F_sex_offender);
	enum icj_tri found, sending, receiving;

	if (v != ICJ_UNKNOWN)
		return icj__noted(e, F_sex_offender, v);
	found = peek_said(e, F_adjudicated_sex_offense);
	sending = peek_said(e, F_must_register_sending);
	receiving = peek_said(e, F_must_register_receiving);
	if (found == ICJ_UNKNOWN && sending == ICJ_UNKNOWN &&
	    receiving == ICJ_UNKNOWN)
		return icj__noted(e, F_sex_offender, v);
	icj__noted(e, F_adjudicated_sex_offense, found);
	icj__noted(e, F_must_register_sending, sending);
	icj__noted(e, F_must_register_receiving, receiving);
	return settled(e, mark, or_(or_(found, sending), receiving));
}

/* No guardian is left in the sending state and one is in the other. */
enum icj_tri icj__guardian_only_there(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = not_(need_said(e, F_guardian_in_sending_state));

	return settled(e, mark,
	    and_(v, need_said(e, F_guardian_in_receiving_state)));
}

/* The day of an acceptance that is on file: its field, or FIELD_COUNT. */
static enum field_id term_acceptance(struct eval *e)
{
	if (peek_known(e, F_accepted))
		return F_accepted;
	if (peek_any(e, F_decision, APPROVE) == ICJ_YES &&
	    peek_known(e, F_decision_date))
		return F_decision_date;
	return FIELD_COUNT;
}

static bool lies_after(struct eval *e, enum field_id f, enum field_id g)
{
	return icj__ask(e, icj__look_later, g, f, 0);
}

/* Whether a travel permit came before an acceptance, if only on the same day.
 * Reading: an acceptance that is not on file has not happened, where the file
 * has a column that would say so. */
static enum icj_tri permit_first(struct eval *e)
{
	enum field_id accepted = term_acceptance(e);

	if (accepted == FIELD_COUNT) {
		if (!peek_lacking(e, F_accepted) ||
		    !peek_lacking(e, F_decision))
			return ICJ_YES;
		icj__note(&e->missing, F_accepted);
		return ICJ_UNKNOWN;
	}
	if (peek_known(e, F_permit_issued))
		return tri(!lies_after(e, F_permit_issued, accepted));
	/* A permit is issued before it is received. */
	if (peek_known(e, F_permit_received) &&
	    !lies_after(e, F_permit_received, accepted))
		return ICJ_YES;
	icj__note(&e->missing, F_permit_issued);
	return ICJ_UNKNOWN;
}

/* The permit on file places a juvenile before acceptance: 4-102(3)(a) and
 * 4-103(2).  Reading: of the purposes only transfer-pending is a placement; a
 * test of one is left to 8-101(3). */
enum icj_tri icj__placed_by_permit(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = permit_first(e);

	if (v == ICJ_NO)
		return settled(e, mark, v);
	return settled(e, mark,
	    and_(v, need_any(e, F_permit_purpose, TRANSFER_PENDING)));
}

enum icj_tri icj__placed_early(struct eval *e)
{
	enum icj_tri alone = icj__guardian_only_there(e);

	return and_(alone, icj__placed_by_permit(e));
}

enum icj_tri icj__escaped(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_fled_custody);

	return settled(e, mark, and_(v, need_said(e, F_committed_by_court)));
}

/* Since 2020 Runaways are also those who refuse to return as directed. */
bool icj__refusing_is_running_away(const struct eval *e)
{
	return icj__ground(e, P(term_runaway)) == 1;
}

/* Reading: of one who had leave only the refusal to come back is asked, not
 * who directed it. */
enum icj_tri icj__ran_away(struct eval *e, condition *before)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (!icj__refusing_is_running_away(e))
		return before(e);
	v = need_said(e, F_ran_away);
	if (v == ICJ_YES)
		return v;
	/* Reading: "did not run away" speaks of a leave that is not mentioned
	 * too, and is listed as a presumption is. */
	if (v == ICJ_NO)
		return need_presumed(e, F_returning_refused_after_leave);
	return settled(e, mark,
	    or_(v, need_said(e, F_returning_refused_after_leave)));
}
