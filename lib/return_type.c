/* SPDX-License-Identifier: MIT */
/*
 * return_type.c - what a juvenile is for the purpose of return: the
 * definitions of Rule 1-101 that Rules 6-103 and 6-103A rest on.  A type that
 * is given is taken; else the facts behind it decide.
 */
#include "return.h"

/* -- The facts behind a type -------------------------------------------- */

static const uint8_t facts_behind[] = {
	F_ran_away, F_absconded, F_fled_custody, F_committed_by_court,
	F_returning_refused_after_leave,
};

static bool begun(const struct icj_case *c)
{
	for (size_t i = 0; i < COUNT_OF(facts_behind); i++)
		if (c->fact[facts_behind[i]].set)
			return true;
	return false;
}

static bool is_among(const struct icj_case *c, enum field_id f, uint32_t bits)
{
	return c->fact[f].set && (c->fact[f].bits & bits);
}

/* A fact that another would rule out: both are asked for, the other not where
 * nothing is inferred. */
static enum icj_tri said_or_ruled_out(struct eval *e, enum field_id f,
    enum field_id by)
{
	enum icj_tri v = icj__said(e, f);

	if (v == ICJ_UNKNOWN && !e->ctx->strict && !is_known(e->c, by))
		icj__note(&e->missing, by);
	return v;
}

/* Reading: who is not supervised cannot abscond, 1-101.  Inferred, and listed
 * as any presumption is, for a record may yet say the contrary. */
static enum icj_tri absconded(struct eval *e)
{
	if (is_known(e->c, F_absconded) ||
	    !is_among(e->c, F_supervision, NO_SUPERVISION))
		return said_or_ruled_out(e, F_absconded, F_supervision);
	icj__note(&e->used, F_supervision);
	return icj__presumed_no(e, F_absconded);
}

/* Who was given leave did not run away: the consent was there. */
static enum icj_tri ran_away(struct eval *e)
{
	if (is_known(e->c, F_ran_away) ||
	    !said_yes(e->c, F_returning_refused_after_leave))
		return said_or_ruled_out(e, F_ran_away,
		    F_returning_refused_after_leave);
	icj__note(&e->used, F_returning_refused_after_leave);
	return icj__presumed_no(e, F_ran_away);
}

static enum icj_tri escaped(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__said(e, F_fled_custody);

	return settled(e, mark, and_(v, icj__said(e, F_committed_by_court)));
}

static enum icj_tri charged_with_crime(struct eval *e)
{
	return icj__among(e, F_adjudication, ACCUSED_DELINQUENT);
}

static enum icj_tri charged_with_status_offense(struct eval *e)
{
	return icj__among(e, F_adjudication, ACCUSED_STATUS_OFFENDER);
}

/* Reading: an absconder is one by being supervised, also where the offense
 * behind the supervision is a status offense. */
static enum icj_tri served_by_6_103a(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = escaped(e);

	v = or_(v, absconded(e));
	return settled(e, mark, or_(v, charged_with_crime(e)));
}

static enum icj_tri ran_and_not_6_103a(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ran_away(e);

	return settled(e, mark, and_(v, not_(served_by_6_103a(e))));
}

/* 6-103(2) speaks of non-delinquent runaways and accused status offenders:
 * an adjudicated delinquent who runs away and is not supervised is neither,
 * and 6-103A does not name him. */
static enum icj_tri served_by_6_103(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri runaway = ran_away(e);
	enum icj_tri v;

	runaway = and_(runaway,
	    not_(icj__among(e, F_adjudication, ADJUDICATED_DELINQUENT)));
	v = or_(runaway, charged_with_status_offense(e));
	v = settled(e, mark, v);
	return settled(e, mark, and_(v, not_(served_by_6_103a(e))));
}

/* -- The types ---------------------------------------------------------- */

/* The type if it is given, else the facts; where nobody has begun to state
 * them, the type is the shorter thing to ask for. */
static enum icj_tri type_or(struct eval *e, uint32_t types, condition *facts)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (is_known(e->c, F_return_type))
		return icj__among(e, F_return_type, types);
	v = facts(e);
	if (v == ICJ_UNKNOWN && !begun(e->c)) {
		e->missing.count = mark;
		icj__note(&e->missing, F_return_type);
	}
	return v;
}

enum icj_tri icj__is_absconder(struct eval *e)
{
	return type_or(e, ABSCONDER, absconded);
}

enum icj_tri icj__is_accused_delinquent(struct eval *e)
{
	return type_or(e, RETURN_ACCUSED_DELINQUENT, charged_with_crime);
}

enum icj_tri icj__is_accused_status_offender(struct eval *e)
{
	return type_or(e, RETURN_ACCUSED_STATUS_OFFENDER,
	    charged_with_status_offense);
}

enum icj_tri icj__is_escapee(struct eval *e)
{
	return type_or(e, ESCAPEE, escaped);
}

enum icj_tri icj__is_runaway(struct eval *e)
{
	return type_or(e, RUNAWAY, ran_and_not_6_103a);
}

enum icj_tri icj__is_for_form_i(struct eval *e)
{
	return type_or(e, RUNAWAY | RETURN_ACCUSED_STATUS_OFFENDER,
	    served_by_6_103);
}

enum icj_tri icj__is_for_form_ii(struct eval *e)
{
	return type_or(e, ABSCONDER | ESCAPEE | RETURN_ACCUSED_DELINQUENT,
	    served_by_6_103a);
}

const char *icj__return_type(const struct return_eval *q)
{
	static const struct {
		uint8_t row;
		const char *name;
	} types[] = {
		{R_ESCAPEE, "escapee"}, {R_ABSCONDER, "absconder"},
		{R_ACCUSED_DELINQUENT, "accused-delinquent"},
		{R_RUNAWAY, "runaway"},
		{R_ACCUSED_STATUS, "accused-status-offender"},
	};

	for (size_t i = 0; i < COUNT_OF(types); i++)
		if (q->v[types[i].row] == ICJ_YES)
			return types[i].name;
	return NULL;
}

/* -- Contradictions ----------------------------------------------------- */

static bool escaped_by_facts(const struct icj_case *c)
{
	return said_yes(c, F_fled_custody) && said_yes(c, F_committed_by_court);
}

static bool contradicts(const struct icj_case *c, uint32_t type)
{
	bool other_charge = is_known(c, F_adjudication);

	switch (type) {
	case RUNAWAY:
		return said_no(c, F_ran_away) || said_yes(c, F_absconded) ||
		    said_yes(c, F_returning_refused_after_leave) ||
		    escaped_by_facts(c) || is_among(c, F_supervision, PAROLE) ||
		    is_among(c, F_adjudication,
		    ACCUSED_DELINQUENT | ADJUDICATED_DELINQUENT);
	case ABSCONDER:
		return said_no(c, F_absconded) ||
		    is_among(c, F_supervision, NO_SUPERVISION) ||
		    escaped_by_facts(c);
	case ESCAPEE:
		return said_no(c, F_fled_custody) ||
		    said_no(c, F_committed_by_court);
	case RETURN_ACCUSED_DELINQUENT:
		return other_charge &&
		    !is_among(c, F_adjudication, ACCUSED_DELINQUENT);
	default:
		return other_charge &&
		    !is_among(c, F_adjudication, ACCUSED_STATUS_OFFENDER);
	}
}

void icj__note_type(const struct icj_case *c, struct icj_report *r)
{
	if (is_known(c, F_return_type)) {
		if (contradicts(c, fact_of(c, F_return_type)->bits))
			icj__report_note(r, "return_type is taken as given, "
			    "though other facts contradict it");
		return;
	}
	if (said_yes(c, F_absconded) &&
	    is_among(c, F_supervision, NO_SUPERVISION))
		icj__report_note(r, "absconded, yet under no supervision: "
		    "1-101 calls only a probationer or parolee an absconder");
	/* State committed: "any delinquent juvenile committed", 1-101. */
	if (said_yes(c, F_ran_away) &&
	    is_among(c, F_supervision, PAROLE) &&
	    !is_among(c, F_adjudication, ADJUDICATED_DELINQUENT))
		icj__report_note(r, "on parole, yet not said to be adjudicated "
		    "delinquent: 6-103 is for runaways who are not");
	if (said_yes(c, F_ran_away) &&
	    said_yes(c, F_returning_refused_after_leave))
		icj__report_note(r, "ran away, yet left with permission: a "
		    "runaway of 1-101 has no consent");
}
