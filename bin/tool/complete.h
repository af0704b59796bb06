/* SPDX-License-Identifier: MIT */
/*
 * complete.h - the words that a shell may offer next.  Shells start
 *
 *   TOOL --complete BEFORE WORD
 *
 * and get what may stand where WORD is begun, behind BEFORE: one to a line,
 * with a tab and what it means; the line ":files" where a file may stand.
 */
#ifndef COMPLETE_H
#define COMPLETE_H

#include "tool/tool.h"

struct complete {
	const char *before, *word;
};

/* Whether a command line is a shell's question; and which. */
bool complete_is_asked(int argc, char **argv, struct complete *c);
/* Offers a word, with an ending of its own, if it is begun so. */
void complete_offer(const struct complete *c, const char *word, const char *end,
    const char *meaning);
void complete_offer_files(void);
/* The options of a list that begin so, if the word begins one; and what the
 * argument of one may be, if BEFORE or the word is one.  False: neither. */
bool complete_options(struct tool *t, const struct complete *c,
    const struct tool_option *own, const struct tool_option *more);
/* Fields with their '=', the values of one behind it, and files. */
void complete_operands(const struct tool *t, const struct complete *c);
/* A tool's answer (option.c). */
int option_complete(struct tool *t, const struct complete *c);
/* Takes an option with an argument; false, and perhaps t->hint: it is no good
 * (option.c). */
bool option_take_valued(struct tool *t, int letter, char *arg);

#endif
