/* SPDX-License-Identifier: MIT */
/* show.h - which columns are written, and how they fit a screen. */
#ifndef SHOW_H
#define SHOW_H

#include "tool/tool.h"

/* Has out write the columns that --show names, or on a terminal those of the
 * tool's short list; once the inputs are open.  -1: go on; else a status. */
int show_begin(struct tool *t, struct rec_out *out);
/* The same of another writer for the same output; false after a message. */
bool show_pick(const struct tool *t, struct rec_out *out);
/* Of the names of --show those that are columns of the input and none of ours, as
 * a list with commas; to be freed, NULL when memory is short. */
char *show_of_input(const struct tool *t);

#endif
