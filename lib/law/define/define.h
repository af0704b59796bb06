/* SPDX-License-Identifier: MIT */
/*
 * define.h - the conditions of the terms of Rule 1-101, one a term, for the
 * table in define.c.  Only define*.c include it.
 */
#ifndef ICJ_DEFINE_H
#define ICJ_DEFINE_H

#include "book/paragraph.h"
#include "judge/eval.h"

/* -- define_who.c: what somebody is ------------------------------------- */

condition icj__term_absconder, icj__term_accused_delinquent,
    icj__term_accused_status_offender, icj__term_escapee, icj__term_juvenile,
    icj__term_runaway;

/* -- define_what.c: states, places and acts ----------------------------- */

condition icj__term_compacting_state, icj__term_demanding_state,
    icj__term_holding_state, icj__term_physical_custody,
    icj__term_receiving_state, icj__term_relocate,
    icj__term_residential_facility, icj__term_secure_facility,
    icj__term_sending_state, icj__term_state, icj__term_substantial_compliance,
    icj__term_voluntary_return;

/* -- define.c ----------------------------------------------------------- */

/* The rows, in rulebook order; NULL beyond. */
const struct icj_rule *icj__define_rule(size_t i);

#endif
