/* SPDX-License-Identifier: MIT */
/*
 * counts.c - counts that were made, to be found again: in a caseload the same
 * duty begins on the same day many times, and where no calendar of a state
 * differs the end and the days skipped are then the same.  Knows no duty.
 */
#include <stdlib.h>

#include "icj_caseload.h"
#include "duties/deadline.h"
#include "time/calendar.h"

#define SIZE (COUNT_ENTRIES * sizeof(struct entry))

/* The entries stand where cache lines begin: else each is in three of them. */
ICJ_API struct icj_counts *icj_counts_new(void)
{
	struct icj_counts *n = calloc(1, sizeof(*n) + SIZE +
	    sizeof(struct entry));
	char *at;

	if (!n)
		return NULL;
	at = (char *)(n + 1);
	n->entry = (struct entry *)(void *)(at +
	    (0 - (uintptr_t)at) % sizeof(struct entry));
	return n;
}

ICJ_API void icj_counts_free(struct icj_counts *n)
{
	free(n);
}

void icj__counts_of(struct icj_counts *n, const struct icj_context *ctx)
{
	if (n->calendar) /* else it is new, and half a megabyte */
		memset(n->entry, 0, SIZE);
	n->calendar = ctx->calendar;
	n->whose = ctx->whose;
	n->one = icj__calendar_is_one(ctx->calendar);
}

void icj__counts_amended(struct icj_counts *n,
    const struct icj_amendments *office)
{
	memset(n->law, 0, sizeof(n->law));
	if (n->calendar)
		memset(n->entry, 0, SIZE);
	n->office = office;
}

void icj__remember_count(struct dating *d)
{
	struct entry *e = d->kept;

	if (!e || d->note.len > COUNT_TEXT)
		return;
	e->key = d->key;
	e->counted = d->counted;
	e->due = d->due->due.date;
	e->list_ended = d->due->list_ended;
	e->len = (uint8_t)d->note.len;
	memcpy(e->text, d->note.at, d->note.len);
}
