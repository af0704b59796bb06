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

enum icj_tri icj__term_absconder(struct eval *e);
enum icj_tri icj__term_accused_delinquent(struct eval *e);
enum icj_tri icj__term_accused_status_offender(struct eval *e);
enum icj_tri icj__term_adjudicated(struct eval *e);
enum icj_tri icj__term_adjudicated_delinquent(struct eval *e);
enum icj_tri icj__term_adjudicated_status_offender(struct eval *e);
enum icj_tri icj__term_deferred_adjudication(struct eval *e);
enum icj_tri icj__term_emancipation(struct eval *e);
enum icj_tri icj__term_escapee(struct eval *e);
enum icj_tri icj__term_juvenile(struct eval *e);
enum icj_tri icj__term_juvenile_sex_offender(struct eval *e);
enum icj_tri icj__term_legal_custodian(struct eval *e);
enum icj_tri icj__term_legal_guardian(struct eval *e);
enum icj_tri icj__term_legal_guardian_or_parent(struct eval *e);
enum icj_tri icj__term_non_adjudicated(struct eval *e);
enum icj_tri icj__term_non_delinquent(struct eval *e);
enum icj_tri icj__term_non_offender(struct eval *e);
enum icj_tri icj__term_runaway(struct eval *e);
enum icj_tri icj__term_state_committed(struct eval *e);
enum icj_tri icj__term_status_offense(struct eval *e);

/* -- define_what.c: states, places and acts ----------------------------- */

enum icj_tri icj__term_affidavit(struct eval *e);
enum icj_tri icj__term_compacting_state(struct eval *e);
enum icj_tri icj__term_defaulting_state(struct eval *e);
enum icj_tri icj__term_demanding_state(struct eval *e);
enum icj_tri icj__term_holding_state(struct eval *e);
enum icj_tri icj__term_non_compacting_state(struct eval *e);
enum icj_tri icj__term_physical_custody(struct eval *e);
enum icj_tri icj__term_probation_parole(struct eval *e);
enum icj_tri icj__term_receiving_state(struct eval *e);
enum icj_tri icj__term_relocate(struct eval *e);
enum icj_tri icj__term_residence(struct eval *e);
enum icj_tri icj__term_residential_facility(struct eval *e);
enum icj_tri icj__term_retaking(struct eval *e);
enum icj_tri icj__term_sanction(struct eval *e);
enum icj_tri icj__term_secure_facility(struct eval *e);
enum icj_tri icj__term_sending_state(struct eval *e);
enum icj_tri icj__term_state(struct eval *e);
enum icj_tri icj__term_substantial_compliance(struct eval *e);
enum icj_tri icj__term_supervision(struct eval *e);
enum icj_tri icj__term_termination(struct eval *e);
enum icj_tri icj__term_voluntary_return(struct eval *e);

/* -- define.c ----------------------------------------------------------- */

/* The rows, in rulebook order; NULL beyond. */
const struct icj_rule *icj__define_rule(size_t i);

#endif
