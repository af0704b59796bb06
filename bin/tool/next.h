/* SPDX-License-Identifier: MIT */
/* next.h - what comes next in a case, as prose. */
#ifndef NEXT_H
#define NEXT_H

#include "tool/tool.h"

/* Prints the steps of the answer at hand, numbered; nothing without any. */
void next_explain(const struct tool *t, FILE *out);
/* The first of them that is not done, one with a day before one without; false
 * without any. */
bool next_first(const struct tool *t, struct icj_step *out);
/* A step as a sentence, with its date. */
void next_text(const struct icj_step *s, char *buf, size_t size);
/* A step() for tools whose rules have none: the duties that their facts have
 * begun. */
bool next_due(const struct tool *t, size_t i, struct icj_step *out);

#endif
