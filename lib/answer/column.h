/* SPDX-License-Identifier: MIT */
/* column.h - the columns of each question's answer. */
#ifndef ICJ_ANSWER_COLUMN_H
#define ICJ_ANSWER_COLUMN_H

#include "icj.h"

/* The names of its columns in their order, up to NULL; NULL for a question that
 * has rows. */
const char *const *icj__column_names(const char *question);

#endif
