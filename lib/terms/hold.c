/* SPDX-License-Identifier: MIT */
/*
 * hold.c - what keeps a juvenile from being moved, and whose consent lifts it:
 * Rules 7-103 and 5-103(3)(a), each stated once for returns, duties and
 * supervision.  Owns no row.
 */
#include "terms/terms.h"

/* Those who have to consent to a return while charges are pending.  Reading:
 * where one consent of a state is asked for, its ICJ Office speaks for it. */
static const uint16_t of_holding_state[] = {F_holding_state_consents};
static const uint16_t of_both_states[] = {
	F_holding_state_consents, F_home_office_consents,
};
static const uint16_t of_courts_and_offices[] = {
	F_holding_state_consents, F_holding_court_consents,
	F_home_office_consents, F_home_court_consents,
};

static const struct {
	const uint16_t *fields;
	size_t count;
} asked_for[] = {
	{of_holding_state, COUNT_OF(of_holding_state)},
	{of_both_states, COUNT_OF(of_both_states)},
	{of_courts_and_offices, COUNT_OF(of_courts_and_offices)},
};

enum icj_tri icj__consent_to_return(struct eval *e)
{
	unsigned ground = icj__ground(e, P(pending_charges));
	uint8_t mark = e->missing.count;
	enum icj_tri v = ICJ_YES;

	for (size_t i = 0; i < asked_for[ground].count; i++)
		v = and_(v, need_said(e,
		    (enum field_id)asked_for[ground].fields[i]));
	return settled(e, mark, v);
}

enum icj_tri icj__consent_to_retaking(struct eval *e)
{
	return need_said(e, F_receiving_state_consents);
}
