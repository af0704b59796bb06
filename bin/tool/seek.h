/* SPDX-License-Identifier: MIT */
/* seek.h - whether a text, a field, has the words that somebody looks for. */
#ifndef SEEK_H
#define SEEK_H

#include "tool/tool.h"

/* Words up to a NULL, as they were typed: '-', '_' and blank are the same, and
 * case does not matter. */
bool seek_in(const char *text, const char *word);
/* Whether the field has each of them in its name, meaning, citation, values or
 * a label that offices have for it. */
bool seek_field(const struct icj_field *f, char *const *words);

#endif
