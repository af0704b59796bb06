/* SPDX-License-Identifier: MIT */
/*
 * trailer.h - the last line of a CSV that says how many rows stand above it and
 * what their bytes come to.
 */
#ifndef TRAILER_H
#define TRAILER_H

#include "rec.h"

struct tool;

/* The column that announces it: empty in every row but the last one. */
#define TRAILER_NAME "icj_trailer"

/* What has been read, or written, so far. */
struct trailer;

/* NULL: no memory. */
struct trailer *trailer_new(void);
void trailer_free(struct trailer *x);

/* -- Read --------------------------------------------------------------- */

/* The header was read; field is the number of the column that announces. */
void trailer_begin(struct trailer *x, const struct rec_in *in, unsigned field);
/* The record at hand: 0, 1 when it is the last line and fits, -1 after a
 * message. */
int trailer_take(struct trailer *x, const struct tool *t, const char *file,
    const struct rec_in *in, unsigned long line);
/* Whether the last line came; false after a message. */
bool trailer_came(const struct trailer *x, const struct tool *t,
    const char *file);

/* -- Written ------------------------------------------------------------ */

/* All that is written from now on is for the last line. */
void trailer_watch(struct trailer *x, struct rec_out *out);
/* Writes it: 0 or -1, as the writing calls do. */
int trailer_put(struct trailer *x, struct rec_out *out);

#endif
