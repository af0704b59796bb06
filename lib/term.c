/* SPDX-License-Identifier: MIT */
/*
 * term.c - terms and situations that the conditions of several rules turn on,
 * each stated once.  Owns no row.
 */
#include "answer.h"

/* A Juvenile Sex Offender of Rule 1-101: stated, or from the limbs of the
 * definition once one of them is. */
enum icj_tri icj__is_sex_offender(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v;

	if (is_known(e->c, F_sex_offender) ||
	    (!is_known(e->c, F_adjudicated_sex_offense) &&
	    !is_known(e->c, F_must_register_sending) &&
	    !is_known(e->c, F_must_register_receiving)))
		return icj__said(e, F_sex_offender);
	v = icj__said(e, F_adjudicated_sex_offense);
	v = or_(v, icj__said(e, F_must_register_sending));
	return settled(e, mark,
	    or_(v, icj__said(e, F_must_register_receiving)));
}

/* No guardian is left in the sending state and one is in the other. */
enum icj_tri icj__guardian_only_there(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = not_(icj__said(e, F_guardian_in_sending_state));

	return settled(e, mark,
	    and_(v, icj__said(e, F_guardian_in_receiving_state)));
}
