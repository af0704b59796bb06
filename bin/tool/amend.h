/* SPDX-License-Identifier: MIT */
/* amend.h - an office's own rulebook (--amend). */
#ifndef AMEND_H
#define AMEND_H

#include "tool/tool.h"

struct amend_book; /* what the --amend files state */

/* Reads the --amend files into t->ctx.amendments.  False after a message. */
bool amend_read(struct tool *t);
void amend_free(struct tool *t);

/* The i-th provision stated, in the order of the files; NULL beyond. */
const struct icj_amend *amend_at(const struct tool *t, size_t i);
/* What stands behind `signed` in the documents; NULL beyond. */
const char *amend_signed(const struct tool *t, size_t i);

#endif
