/* SPDX-License-Identifier: MIT */
/* ics.h - icj-deadline's rows as a calendar (ics.c). */
#ifndef ICS_H
#define ICS_H

#include <stdbool.h>

struct tool;
struct ics;

enum {
	ICS_W_UNDATED = 581 /* rows that have no event */
};

struct ics *ics_new(void); /* NULL for want of memory */
void ics_free(struct ics *c);
/* --show-case-id. */
bool ics_show_case(struct ics *c);
/* Before the first record: -1, or a status if there can be no calendar. */
int ics_opened(struct tool *t, struct ics *c);
/* The rows of the record at hand, and the end of all: 0 or -1. */
int ics_put(struct tool *t, struct ics *c);
int ics_end(struct tool *t, struct ics *c);

#endif
