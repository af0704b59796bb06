/* SPDX-License-Identifier: MIT */
/*
 * decision.h - the log of --log: one line of JSON for each decision, which
 * icj-rule --replay judges again.
 */
#ifndef DECISION_H
#define DECISION_H

#include "tool/keyed.h"
#include "tool/tool.h"

/* The kind of line.  One that is read otherwise gets another number. */
#define DECISION_LINE "1"

/* What stands in a line for a fact that is not to be read there, and for a cell
 * that could not be read.  Neither is a value of a field that decides. */
#define DECISION_MASKED "(masked)"
#define DECISION_UNREADABLE "(unreadable)"
#define DECISION_STATED "(stated)" /* a text, of which it matters that it is */

/* The words for whose calendar counts and for what is not in a record, in the
 * order of enum icj_whose and of enum icj_unsaid; up to NULL. */
extern const char *const decision_whose[], *const decision_unsaid[];

/* The sum of what is in the files, one after another, as sha256sum(1) has it;
 * "" of none.  False after a message. */
bool decision_sum(const struct tool *t, char *const *names, size_t count,
    char hex[KEYED_HEX]);

/* Opens the file of --log.  -1: go on; else a status. */
int decision_open(struct tool *t);
/* The line of the record at hand, before it is answered.  False when the run
 * has to stop. */
bool decision_put(struct tool *t);
void decision_free(struct tool *t);

#endif
