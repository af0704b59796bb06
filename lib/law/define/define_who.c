/* SPDX-License-Identifier: MIT */
/*
 * define_who.c - terms of Rule 1-101 that say what somebody is.  Unlike the
 * types of a return they do not exclude one another.
 */
#include "law/define/define.h"
#include "terms/terms.h"

/* A type that is given is taken where the facts behind it leave the term
 * open; where none of these is begun it is the shorter thing to ask for. */
static enum icj_tri typed(struct eval *e, uint32_t type, condition *facts,
    enum field_id begins_with)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = facts(e);

	if (icj__fact_known(e->c, F_return_type) && v != ICJ_YES) {
		enum icj_tri given = need_any(e, F_return_type, type);

		if (given == ICJ_YES || v == ICJ_UNKNOWN)
			return settled(e, mark, given);
	}
	if (v == ICJ_UNKNOWN && !icj__fact_known(e->c, begins_with)) {
		e->missing.count = mark;
		icj__note(&e->missing, F_return_type);
	}
	return settled(e, mark, v);
}

/* Reading: absconded says "on probation or parole" itself, so that only a
 * supervision known to be none speaks against it. */
static enum icj_tri absconds(struct eval *e)
{
	enum icj_tri v = need_said(e, F_absconded);

	if (!icj__fact_known(e->c, F_supervision))
		return v;
	return and_(v, need_any(e, F_supervision, PROBATION | PAROLE));
}

enum icj_tri icj__term_absconder(struct eval *e)
{
	return typed(e, ABSCONDER, absconds, F_absconded);
}

enum icj_tri icj__term_escapee(struct eval *e)
{
	return typed(e, ESCAPEE, icj__escaped, F_fled_custody);
}

/* Reading: who left with permission did not run away, though he or she does
 * not come back. */
static enum icj_tri runs_without_leave(struct eval *e)
{
	if (!icj__fact_known(e->c, F_ran_away) &&
	    icj__fact_yes(e->c, F_returning_refused_after_leave))
		return not_(need_said(e, F_returning_refused_after_leave));
	return need_said(e, F_ran_away);
}

/* Whether the child is under the age limit is asked only where the answer is
 * known to be no: the other facts say "child". */
static enum icj_tri child_runs_away(struct eval *e)
{
	enum icj_tri v = icj__ran_away(e, runs_without_leave);

	if (!icj__fact_known(e->c, F_juvenile_in_some_state))
		return v;
	return and_(v, need_said(e, F_juvenile_in_some_state));
}

enum icj_tri icj__term_runaway(struct eval *e)
{
	return typed(e, RUNAWAY, child_runs_away, F_ran_away);
}

/* -- Charges and findings ----------------------------------------------- */

static enum icj_tri who_accused(struct eval *e, uint32_t of, uint32_t type)
{
	if (icj__fact_any(e->c, F_return_type, type))
		return need_any(e, F_return_type, type);
	return need_any(e, F_adjudication, of);
}

enum icj_tri icj__term_accused_delinquent(struct eval *e)
{
	return who_accused(e, ACCUSED_DELINQUENT, RETURN_ACCUSED_DELINQUENT);
}

enum icj_tri icj__term_accused_status_offender(struct eval *e)
{
	return who_accused(e, ACCUSED_STATUS_OFFENDER,
	    RETURN_ACCUSED_STATUS_OFFENDER);
}

/* -- Juveniles ---------------------------------------------------------- */

/* Any member state's law, or these rules, make somebody a juvenile; what the
 * sending state denies another may yet affirm. */
enum icj_tri icj__term_juvenile(struct eval *e)
{
	if (icj__fact_known(e->c, F_juvenile_in_some_state))
		return need_said(e, F_juvenile_in_some_state);
	if (icj__fact_yes(e->c, F_juvenile_in_sending_state))
		return need_said(e, F_juvenile_in_sending_state);
	if (use_known(e, F_adjudication) || use_known(e, F_return_type))
		return ICJ_YES;
	return need_said(e, F_juvenile_in_some_state);
}
