/* SPDX-License-Identifier: MIT */
/* training.h - the rows of the page on training, for area.c and the tests. */
#ifndef ICJ_TRAINING_H
#define ICJ_TRAINING_H

#include "judge/answer.h"

const struct icj_rule *icj__training_rule(size_t i);

#endif
