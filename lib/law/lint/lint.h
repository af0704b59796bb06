/* SPDX-License-Identifier: MIT */
/* lint.h - the rows that the checks of a record cite, for area.c. */
#ifndef ICJ_LINT_H
#define ICJ_LINT_H

#include "icj.h"

const struct icj_rule *icj__lint_rule(size_t i);

#endif
