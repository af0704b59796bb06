/* SPDX-License-Identifier: MIT */
/* brief.h - an answer on one screen, and the lines that begin all prose. */
#ifndef BRIEF_H
#define BRIEF_H

#include "tool/tool.h"

#define BRIEF_LINES 15 /* of an answer, on a terminal of 80 columns */

/* What the answer says, why, what it lacks, what comes next, by which law:
 * after judge(), from the cells and the report.  In full where all prose is
 * asked for. */
void brief_put(struct tool *t, FILE *out);

/* "not yet: the decision is signed (decision_signed)" and the like; before is
 * the fact named before it in a list, or NULL. */
void brief_presume(const struct icj_field *f, const struct icj_field *before,
    char *buf, size_t size);

/* A list with a lead in at most so many lines; what is left out is counted.
 * Gives the number of lines. */
int brief_list(FILE *out, const char *lead, char item[][300], size_t n,
    int most);

#endif
