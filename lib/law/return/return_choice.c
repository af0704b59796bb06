/* SPDX-License-Identifier: MIT */
/*
 * return_choice.c - the order in which the methods of return are tried, and
 * what the values of the rows come to.  Reads no fact and knows no rule but by
 * its row.
 */
#include "law/return/return.h"

/* -- The order of the methods ------------------------------------------- */

/* Tries one method: true when it is the one and nothing else is tried. */
static bool tried(struct outcome *o, const uint8_t *v, int row,
    enum icj_procedure p)
{
	o->reached |= (uint32_t)1 << row;
	if (v[row] == ICJ_NO)
		return false;
	o->possible |= BIT(p);
	if (v[row] == ICJ_UNKNOWN)
		o->open |= (uint32_t)1 << row;
	return v[row] == ICJ_YES;
}

/* As tried(), for a row whose failing rules out all that follows. */
static bool ruled_out(struct outcome *o, const uint8_t *v, int row,
    enum icj_procedure p)
{
	o->reached |= (uint32_t)1 << row;
	if (v[row] == ICJ_YES)
		return false;
	o->possible |= p == ICJ_RETURN_UNKNOWN ? 0 : BIT(p);
	if (v[row] == ICJ_UNKNOWN)
		o->open |= (uint32_t)1 << row;
	return v[row] == ICJ_NO;
}

static void try_methods(struct outcome *o, const uint8_t *v, bool in_custody)
{
	/* Whoever is in custody refuses, or has agreed above. */
	const enum icj_procedure none = in_custody ?
	    ICJ_RETURN_UNKNOWN : ICJ_RETURN_NONE;

	if (tried(o, v, R_ICPC, ICJ_RETURN_ICPC) ||
	    ruled_out(o, v, R_PARTIES, ICJ_RETURN_UNCLASSIFIED) ||
	    tried(o, v, R_DECIDED, ICJ_RETURN_RETAKING) ||
	    tried(o, v, R_WAIVER, ICJ_RETURN_RETAKING) ||
	    tried(o, v, R_RELEASE, ICJ_RETURN_RELEASE) ||
	    tried(o, v, R_ADULT, ICJ_RETURN_ADULT_WAIVER) ||
	    tried(o, v, R_VOLUNTARY, ICJ_RETURN_VOLUNTARY) ||
	    ruled_out(o, v, R_SITUATION, none) ||
	    tried(o, v, R_FORM_II, ICJ_RETURN_FORM_II) ||
	    tried(o, v, R_FORM_I, ICJ_RETURN_FORM_I))
		return;
	o->possible |= BIT(ICJ_RETURN_UNCLASSIFIED);
}

/* The one method that is possible, else UNKNOWN. */
enum icj_procedure icj__only_method(unsigned possible)
{
	unsigned p = ICJ_RETURN_ICPC;

	while (p < ICJ_RETURN_UNCLASSIFIED && !(possible & BIT(p)))
		p++;
	return possible == BIT(p) ? (enum icj_procedure)p : ICJ_RETURN_UNKNOWN;
}

/* -- Detention and escort ----------------------------------------------- */

static enum icj_detention detention_for(unsigned p, const uint8_t *v)
{
	if (p == ICJ_RETURN_ICPC || p == ICJ_RETURN_NONE)
		return ICJ_DETENTION_NONE;
	/* Reading: a supervised juvenile being retaken is no runaway here;
	 * 5-101(7) leaves the kind of detention to the receiving state. */
	if (p == ICJ_RETURN_RETAKING)
		return ICJ_DETENTION_JUDGEMENT;
	if (or_(v[R_SECURE], v[R_WARRANTED]) == ICJ_YES)
		return ICJ_DETENTION_SECURE;
	if (v[R_CHOICE] == ICJ_YES)
		return or_(v[R_SECURE], v[R_WARRANTED]) == ICJ_NO ?
		    ICJ_DETENTION_JUDGEMENT : ICJ_DETENTION_UNKNOWN;
	if (v[R_RUNAWAY] == ICJ_NO)
		return ICJ_DETENTION_JUDGEMENT;
	return v[R_RUNAWAY] == ICJ_YES && v[R_SECURE] == ICJ_NO ?
	    ICJ_DETENTION_NOT_REQUIRED : ICJ_DETENTION_UNKNOWN;
}

static enum icj_escort escort_for(unsigned p, const uint8_t *v)
{
	enum icj_tri must = v[R_RISK];

	if (p == ICJ_RETURN_ICPC || p == ICJ_RETURN_NONE ||
	    p == ICJ_RETURN_RELEASE)
		return ICJ_ESCORT_NONE;
	/* The rules lay nothing on a state that they do not bind. */
	if (p == ICJ_RETURN_UNCLASSIFIED && v[R_PARTIES] != ICJ_YES)
		return v[R_PARTIES] == ICJ_NO ?
		    ICJ_ESCORT_NONE : ICJ_ESCORT_UNKNOWN;
	/* A waiver by both offices does not lift a finding of risk. */
	if (p == ICJ_RETURN_FORM_II)
		must = or_(must, v[R_ACCOMPANIED]);
	if (must == ICJ_YES)
		return ICJ_ESCORT_REQUIRED;
	if (must == ICJ_UNKNOWN)
		return ICJ_ESCORT_UNKNOWN;
	return p == ICJ_RETURN_FORM_II ? ICJ_ESCORT_WAIVED :
	    ICJ_ESCORT_JUDGEMENT;
}

/* What all methods still possible agree on. */
static void choice_fold(struct outcome *o, const uint8_t *v)
{
	bool first = true;

	for (unsigned left = o->possible, p = 0; left; left >>= 1, p++) {
		enum icj_detention d;
		enum icj_escort e;

		if (!(left & 1))
			continue;
		d = detention_for(p, v);
		e = escort_for(p, v);
		o->detention = first || o->detention == d ?
		    d : ICJ_DETENTION_UNKNOWN;
		o->escort = first || o->escort == e ? e : ICJ_ESCORT_UNKNOWN;
		first = false;
	}
}

unsigned icj__return_methods(const uint8_t *v, bool in_custody)
{
	struct outcome o = {.possible = 0};

	try_methods(&o, v, in_custody);
	return o.possible;
}

struct outcome icj__return_outcome(const uint8_t *v, bool in_custody)
{
	struct outcome o = {.possible = 0};

	try_methods(&o, v, in_custody);
	choice_fold(&o, v);
	o.offense = (o.possible & BIT(ICJ_RETURN_RETAKING)) ?
	    v[R_OFFENSE] : ICJ_NO;
	o.waiver = (o.possible & BIT(ICJ_RETURN_RETAKING)) ?
	    v[R_WAIVER] : ICJ_NO;
	o.charges = (o.possible & OF_THIS_COMPACT) ? v[R_CHARGES] : ICJ_NO;
	return o;
}
