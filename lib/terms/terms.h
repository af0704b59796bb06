/* SPDX-License-Identifier: MIT */
/* terms.h - what the conditions of several rules turn on, each said once. */
#ifndef ICJ_TERMS_TERMS_H
#define ICJ_TERMS_TERMS_H

#include "judge/recall.h"

enum icj_tri icj__is_sex_offender(struct eval *e);      /* 1-101 */
enum icj_tri icj__guardian_only_there(struct eval *e);  /* 4-104(4) */
enum icj_tri icj__placed_by_permit(struct eval *e);     /* 4-102(3), 4-103 */

#endif
