/* SPDX-License-Identifier: MIT */
/* brief.h - an answer as prose: what the library tells, on this terminal. */
#ifndef BRIEF_H
#define BRIEF_H

#include "tool/tool.h"

/* A page that goes to a stream, as wide as the screen. */
struct icj_page brief_page(FILE *out);
/* What the answer says, why, what it lacks, what comes next, by which law; then,
 * unless it shall be brief, its steps: after judge(), from the cells and the
 * report. */
void brief_put(struct tool *t, FILE *out);

#endif
