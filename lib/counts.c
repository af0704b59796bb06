/* SPDX-License-Identifier: MIT */
/*
 * counts.c - counts that were made, to be found again: in a caseload the same
 * duty begins on the same day many times, and where no calendar of a state
 * differs the end and the days skipped are then the same.  Knows no duty.
 */
#include <stdlib.h>

#include "deadline.h"

#define ENTRIES 4096 /* a power of two */
#define TEXT 94

struct entry {
	uint64_t key; /* 0: none yet */
	struct counted counted;
	icj_date due;
	uint8_t len;
	bool list_ended;
	char text[TEXT]; /* of the note, as far as it tells of the count */
};

struct icj_counts {
	const struct icj_calendar *calendar; /* by which all was counted */
	enum icj_whose whose;
	struct entry entry[ENTRIES];
};

ICJ_API struct icj_counts *icj_counts_new(void)
{
	return calloc(1, sizeof(struct icj_counts));
}

ICJ_API void icj_counts_free(struct icj_counts *n)
{
	free(n);
}

/* Another calendar, or another choice among them, counts otherwise. */
static void keep_to(struct icj_counts *n, const struct icj_context *ctx)
{
	if (n->calendar == ctx->calendar && n->whose == ctx->whose)
		return;
	if (n->calendar) /* else it is new, and half a megabyte */
		memset(n->entry, 0, sizeof(n->entry));
	n->calendar = ctx->calendar;
	n->whose = ctx->whose;
}

/* The states whose calendars were asked, where they can differ. */
static inline uint64_t states_of(const struct dating *d)
{
	return icj__calendar_is_one(d->e.ctx->calendar) ? 0 :
	    (uint64_t)d->owner << 8 | (uint64_t)d->other;
}

/* All that a count rests on. */
static inline uint64_t key_of(const struct dating *d, uint64_t states)
{
	return (uint64_t)1 << 63 | states << 40 |
	    (uint64_t)(d->row - icj__duty_rows) << 32 | (uint32_t)d->day_0;
}

/* Neighbouring days of one duty are neighbours here. */
static inline struct entry *place(const struct dating *d, uint64_t states)
{
	uint32_t row = (uint32_t)(d->row - icj__duty_rows);

	return &d->counts->entry[((uint32_t)d->day_0 + 389 * row +
	    61 * (uint32_t)states) % ENTRIES];
}

/* Only where nothing but the day and the states decides. */
static inline bool can_be_kept(const struct dating *d)
{
	return d->counts && !d->row->date && d->row->unit <= BUSINESS &&
	    d->day_0 == d->due->start.date;
}

bool icj__recall_count(struct dating *d)
{
	uint64_t states;
	const struct entry *e;

	d->kept = NULL;
	if (!can_be_kept(d))
		return false;
	keep_to(d->counts, d->e.ctx);
	states = states_of(d);
	d->key = key_of(d, states);
	e = d->kept = place(d, states);
	if (e->key != d->key)
		return false;
	d->counted = e->counted;
	d->due->due = on_day(e->due);
	d->due->list_ended = e->list_ended;
	memcpy(d->note.at, e->text, TEXT);
	d->note.len = e->len;
	d->note.at[e->len] = '\0';
	return true;
}

void icj__remember_count(struct dating *d)
{
	struct entry *e = d->kept;

	if (!e || d->note.len > TEXT)
		return;
	e->key = d->key;
	e->counted = d->counted;
	e->due = d->due->due.date;
	e->list_ended = d->due->list_ended;
	e->len = (uint8_t)d->note.len;
	memcpy(e->text, d->note.at, d->note.len);
}
