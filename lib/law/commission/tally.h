/* SPDX-License-Identifier: MIT */
/*
 * tally.h - the rows of what is counted, as tally.c, which places a record,
 * and tally_row.c, which has the rows and their conditions, share them.
 */
#ifndef ICJ_TALLY_H
#define ICJ_TALLY_H

#include "judge/answer.h"

enum kind_counted { OF_ANY = 0, OF_TRANSFER = 1, OF_RETURN = 2 };

struct measure_row {
	struct icj_measure m;
	uint16_t event[3]; /* fields, the first known one dates it */
	uint16_t state;    /* field */
	uint8_t kind;      /* enum kind_counted: bits of the kind of event */
	struct test asks;  /* and this */
};

/* NULL beyond the last. */
const struct measure_row *icj__measure_row(size_t i);

const struct icj_rule *icj__tally_rule(size_t i);

#endif
