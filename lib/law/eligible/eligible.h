/* SPDX-License-Identifier: MIT */
/* eligible.h - the rows of Rule 4-101, as the list of all rules has them. */
#ifndef ICJ_LAW_ELIGIBLE_ELIGIBLE_H
#define ICJ_LAW_ELIGIBLE_ELIGIBLE_H

#include "icj.h"

const struct icj_rule *icj__eligible_rule(size_t i);

#endif
