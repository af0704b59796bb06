/* SPDX-License-Identifier: MIT */
/* terms.h - what the conditions of several rules turn on, each said once. */
#ifndef ICJ_TERMS_TERMS_H
#define ICJ_TERMS_TERMS_H

#include "judge/recall.h"

enum icj_tri icj__is_sex_offender(struct eval *e);      /* 1-101 */
enum icj_tri icj__guardian_only_there(struct eval *e);  /* 4-104(4) */
enum icj_tri icj__placed_by_permit(struct eval *e);     /* 4-102(3), 4-103 */
/* Placement before acceptance with a travel permit: 4-102(3)(a), 4-103(2). */
enum icj_tri icj__placed_early(struct eval *e);

/* Escapee and Runaways of 1-101, by the law of the day.  Until 2020 the leave
 * that a juvenile had ruled out that he or she ran away: `before` asks so. */
enum icj_tri icj__escaped(struct eval *e);
enum icj_tri icj__ran_away(struct eval *e, condition *before);
/* Whether to refuse to come back from a leave is to run away, on the day. */
bool icj__refusing_is_running_away(const struct eval *e);

/* -- hold.c: whose consent lets a juvenile be moved --------------------- */

enum icj_tri icj__consent_to_return(struct eval *e);    /* 7-103 */
enum icj_tri icj__consent_to_retaking(struct eval *e);  /* 5-103(3)(a) */

#endif
