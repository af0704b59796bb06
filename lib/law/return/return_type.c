/* SPDX-License-Identifier: MIT */
/*
 * return_type.c - what a juvenile is for the purpose of return: the
 * definitions of Rule 1-101 that Rules 6-103 and 6-103A rest on.  A type that
 * is given is taken; else the facts behind it decide.
 */
#include "law/return/return.h"
#include "terms/terms.h"

/* -- The facts behind a type -------------------------------------------- */

static const uint16_t facts_behind[] = {
	F_ran_away, F_absconded, F_fled_custody, F_committed_by_court,
	F_returning_refused_after_leave,
};

static bool begun(struct eval *e)
{
	for (size_t i = 0; i < COUNT_OF(facts_behind); i++)
		if (peek_said(e, (enum field_id)facts_behind[i]) !=
		    ICJ_UNKNOWN)
			return true;
	return false;
}

/* A fact that another would rule out: ruled_out says whether that one does.
 * Inferred, and listed as any presumption is, for a record may yet say the
 * contrary.  Both are asked for, the other not where nothing is inferred. */
static enum icj_tri said_or_ruled_out(struct eval *e, enum field_id f,
    enum icj_tri ruled_out, enum field_id by)
{
	if (ruled_out == ICJ_YES) {
		icj__note(&e->used, by);
		return presumed(e, f);
	}
	icj__note(&e->missing, f);
	if (ruled_out == ICJ_UNKNOWN && !e->ctx->strict)
		icj__note(&e->missing, by);
	return ICJ_UNKNOWN;
}

/* Reading: who is not supervised cannot abscond, 1-101. */
static enum icj_tri type_absconded(struct eval *e)
{
	enum icj_tri said = peek_said(e, F_absconded);

	if (said != ICJ_UNKNOWN)
		return icj__noted(e, F_absconded, said);
	return said_or_ruled_out(e, F_absconded,
	    peek_any(e, F_supervision, NO_SUPERVISION), F_supervision);
}

/* Who was given leave did not run away: the consent was there. */
static enum icj_tri ran_without_leave(struct eval *e)
{
	enum icj_tri said = peek_said(e, F_ran_away);

	if (said != ICJ_UNKNOWN)
		return icj__noted(e, F_ran_away, said);
	return said_or_ruled_out(e, F_ran_away,
	    peek_said(e, F_returning_refused_after_leave),
	    F_returning_refused_after_leave);
}

static enum icj_tri ran_away(struct eval *e)
{
	return icj__ran_away(e, ran_without_leave);
}

static enum icj_tri charged_with_crime(struct eval *e)
{
	return need_any(e, F_adjudication, ACCUSED_DELINQUENT);
}

static enum icj_tri charged_with_status_offense(struct eval *e)
{
	return need_any(e, F_adjudication, ACCUSED_STATUS_OFFENDER);
}

/* Reading: an absconder is one by being supervised, also where the offense
 * behind the supervision is a status offense. */
static enum icj_tri served_by_6_103a(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__escaped(e);

	v = or_(v, type_absconded(e));
	return settled(e, mark, or_(v, charged_with_crime(e)));
}

static enum icj_tri ran_and_not_6_103a(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ran_away(e);

	return settled(e, mark, and_(v, not_(served_by_6_103a(e))));
}

static enum icj_tri ran_and_not_delinquent(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ran_and_not_6_103a(e);

	return settled(e, mark, and_(v,
	    not_(need_any(e, F_adjudication, ADJUDICATED_DELINQUENT))));
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
	    not_(need_any(e, F_adjudication, ADJUDICATED_DELINQUENT)));
	v = or_(runaway, charged_with_status_offense(e));
	v = settled(e, mark, v);
	return settled(e, mark, and_(v, not_(served_by_6_103a(e))));
}

/* -- The types ---------------------------------------------------------- */

/* The type that is given, 0 if none is: asked for one by one, so that it takes
 * few questions, and one where none is given. */
static inline uint32_t type_given(struct eval *e)
{
	static const uint8_t first[] = {
		RUNAWAY, ABSCONDER, ESCAPEE, RETURN_ACCUSED_DELINQUENT,
	};

	for (size_t i = 0; i < COUNT_OF(first); i++) {
		enum icj_tri v = peek_any(e, F_return_type, first[i]);

		if (v != ICJ_NO)
			return v == ICJ_YES ? first[i] : 0;
	}
	return RETURN_ACCUSED_STATUS_OFFENDER;
}

/* The type if it is given, else the facts; where nobody has begun to state
 * them, the type is the shorter thing to ask for. */
static enum icj_tri type_or(struct eval *e, uint32_t types, condition *facts)
{
	uint8_t mark = e->missing.count;
	uint32_t given = type_given(e);
	enum icj_tri v;

	if (given)
		return icj__noted(e, F_return_type, tri(given & types));
	v = facts(e);
	if (v == ICJ_UNKNOWN && !begun(e)) {
		icj__were_asked(e, &e->missing);
		e->missing.count = mark;
		icj__note(&e->missing, F_return_type);
	}
	return v;
}

enum icj_tri icj__is_absconder(struct eval *e)
{
	return type_or(e, ABSCONDER, type_absconded);
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
	return type_or(e, ESCAPEE, icj__escaped);
}

enum icj_tri icj__is_runaway(struct eval *e)
{
	return type_or(e, RUNAWAY, ran_and_not_6_103a);
}

enum icj_tri icj__is_non_delinquent_runaway(struct eval *e)
{
	return type_or(e, RUNAWAY, ran_and_not_delinquent);
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

static bool escaped_by_facts(struct eval *e)
{
	return says_yes(e, F_fled_custody) &&
	    says_yes(e, F_committed_by_court);
}

/* That the juvenile had leave, where that means that he or she ran not. */
static bool had_leave(struct eval *e)
{
	return says_yes(e, F_returning_refused_after_leave) &&
	    !icj__refusing_is_running_away(e);
}

static bool did_not_run(struct eval *e)
{
	return says_no(e, F_ran_away) &&
	    !(icj__refusing_is_running_away(e) &&
	    says_yes(e, F_returning_refused_after_leave));
}

static bool contradicts_runaway(struct eval *e)
{
	return did_not_run(e) || says_yes(e, F_absconded) || had_leave(e) ||
	    escaped_by_facts(e) || has(e, F_supervision, PAROLE) ||
	    has(e, F_adjudication, ACCUSED_DELINQUENT | ADJUDICATED_DELINQUENT);
}

static bool contradicts_absconder(struct eval *e)
{
	return says_no(e, F_absconded) || escaped_by_facts(e) ||
	    has(e, F_supervision, NO_SUPERVISION);
}

static bool contradicts_escapee(struct eval *e)
{
	return says_no(e, F_fled_custody) || says_no(e, F_committed_by_court);
}

static bool contradicted(struct eval *e, uint32_t type)
{
	switch (type) {
	case RUNAWAY:
		return contradicts_runaway(e);
	case ABSCONDER:
		return contradicts_absconder(e);
	case ESCAPEE:
		return contradicts_escapee(e);
	case RETURN_ACCUSED_DELINQUENT:
		return lacks(e, F_adjudication, ACCUSED_DELINQUENT);
	default:
		return lacks(e, F_adjudication, ACCUSED_STATUS_OFFENDER);
	}
}

void icj__note_type(struct return_eval *q)
{
	struct eval *e = &q->e;
	uint32_t given = type_given(e);

	if (given) {
		if (contradicted(e, given))
			icj__report_note(q->r, "return_type is taken as given, "
			    "though other facts contradict it");
		return;
	}
	if (says_yes(e, F_absconded) && has(e, F_supervision, NO_SUPERVISION))
		icj__note_cited(q->r, "absconded, yet under no supervision: # "
		    "calls only a probationer or parolee an absconder",
		    CITES_OF(P(definitions)));
	/* State committed: "any delinquent juvenile committed", 1-101. */
	if (says_yes(e, F_ran_away) && has(e, F_supervision, PAROLE) &&
	    !has(e, F_adjudication, ADJUDICATED_DELINQUENT))
		icj__note_cited(q->r, "on parole, yet not said to be "
		    "adjudicated delinquent: # is for runaways who are not",
		    CITES_OF(P(return_situation)));
	if (says_yes(e, F_ran_away) && had_leave(e))
		icj__note_cited(q->r, "ran away, yet left with permission: a "
		    "runaway of # has no consent", CITES_OF(P(definitions)));
}
