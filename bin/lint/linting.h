/* SPDX-License-Identifier: MIT */
/*
 * linting.h - what the files of icj-lint share: what was found in the record at
 * hand, and the index of records before it.
 */
#ifndef LINTING_H
#define LINTING_H

#include "tool/tool.h"

enum { LINT_W_FULL = 590 /* the index takes no more records in */ };

/* Of one record, those of more than one record behind the others. */
struct lint_found {
	struct icj_lint what;
	const char *file; /* of the record before; NULL: there is none */
	unsigned long line;
};

struct lint_index;

struct linting {
	struct lint_found found[ICJ_LINT_MOST + 2];
	size_t n;
	icj_date today;
	bool alone; /* each record: --no-duplicates */
	const char *only; /* codes whose records are written; NULL: all are */
	struct lint_index *index;
};

/* -- duplicates.c: records of one event, juveniles of two birth dates ---- */

/* NULL: no memory. */
struct lint_index *lint_index_new(void);
void lint_index_free(struct lint_index *x);
/* Adds what the record at hand has in common with one before it. */
void lint_index_look(struct tool *t);

#endif
