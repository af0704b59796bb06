/* SPDX-License-Identifier: MIT */
/*
 * term.c - terms and situations that the conditions of several rules turn on,
 * each stated once.  Owns no row.
 */
#include "internal.h"

/* A Juvenile Sex Offender of Rule 1-101: stated, or from the limbs of the
 * definition once one of them is. */
enum icj_tri icj__is_sex_offender(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__ask_said(e, F_sex_offender);
	enum icj_tri found, sending, receiving;

	if (v != ICJ_UNKNOWN)
		return icj__noted(e, F_sex_offender, v);
	found = icj__ask_said(e, F_adjudicated_sex_offense);
	sending = icj__ask_said(e, F_must_register_sending);
	receiving = icj__ask_said(e, F_must_register_receiving);
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
	enum icj_tri v = not_(icj__said(e, F_guardian_in_sending_state));

	return settled(e, mark,
	    and_(v, icj__said(e, F_guardian_in_receiving_state)));
}
