/* SPDX-License-Identifier: MIT */
/* state.h - states by their codes, and which are compacting ones. */
#ifndef ICJ_FACTS_STATE_H
#define ICJ_FACTS_STATE_H

#include <string.h>
#include "icj.h"

/* The state of each two letters, by their places in the alphabet from 1 on; 0
 * for none. */
extern const uint8_t icj__by_code[32][32];

/* Whether a state ever was a compacting one, and whether from a day on. */
enum party { ICJ_PARTY, ICJ_NO_PARTY, ICJ_LATE_PARTY, ICJ_UNNAMED };

/* An enum party for each state. */
extern const uint8_t icj__parties[ICJ_STATES + 1];

/* The state of a full name, 0 for none. */
icj_state icj__state_named(const char *text, size_t len);

/* The same of a name as offices write it (state_name.c). */
icj_state icj__state_written(const char *text, size_t len);

/* Letters, and a few signs beside them for which there is no state, are the
 * characters from 64 to 127. */
static inline icj_state icj__state_of_code(const char *two)
{
	uint16_t both;

	memcpy(&both, two, 2);
	return (both & 0xc0c0) == 0x4040 ?
	    icj__by_code[two[0] & 31][two[1] & 31] : 0;
}

#endif
