/* SPDX-License-Identifier: MIT */
/* ask.h - the interview that --ask holds. */
#ifndef ASK_H
#define ASK_H

#include "tool/tool.h"

/* Asks on stderr, reads answers from stdin, only for what can still change
 * the answer; then prints the answer and the command line that reproduces it.
 * Returns the exit status. */
int ask_run(struct tool *t);
/* Whether a fact is among those to skip. */
bool ask_is_skipped(const struct icj_field *f,
    const struct icj_field *const *skip, size_t count);
/* The first fact that could still decide the answer and is not among those to
 * skip; NULL if there is none.  For struct tool_kind. */
const struct icj_field *ask_missing(struct tool *t,
    const struct icj_field *const *skip, size_t count);
/* -- Words (ask_words.c) -------------------------------------------------- */

#define ASK_ROOM 1000 /* for what an answer stands for */

/* The value that an everyday word stands for, NULL if it is none. */
const char *ask_everyday(const struct icj_field *f, const char *word,
    size_t len);
bool ask_is_dated(const struct icj_field *f);
/* What an answer stands for: the choices of numbers or of an everyday word, a
 * date with the name of a month, in buf perhaps; else the line itself. */
const char *ask_meant(const struct icj_field *f, const char *line,
    char buf[ASK_ROOM]);

#endif
