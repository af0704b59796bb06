/* SPDX-License-Identifier: MIT */
/* ask.h - the interview of icj-eligible --ask. */
#ifndef ASK_H
#define ASK_H

#include "tool/tool.h"

/* Asks on stderr, reads answers from stdin, only for what can still change
 * the answer; then prints the answer and the command line that reproduces it.
 * Returns the exit status. */
int ask_run(struct tool *t);

#endif
