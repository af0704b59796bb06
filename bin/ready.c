/* SPDX-License-Identifier: MIT */
/*
 * ready.c - the texts of answers that come again and again, as they stand
 * behind a record.  Knows no column and no rule.
 */
#include <stdlib.h>

#include "tool.h"

/* Texts kept, a power of two: a text is found again by its number. */
#define TEXTS 1024

struct ready {
	struct {
		uint64_t same;
		struct rec_tail tail;
	} text[TEXTS];
};

uint64_t tool_same(const struct tool *t, uint32_t besides)
{
	uint64_t number = icj_report_number(t->report);

	return number ? number << 32 | besides : 0;
}

void ready_begin(struct tool *t)
{
	if (!t->kind->cells || !rec_takes_tail(t->sink, input_reader(t)) ||
	    !icj_report_remember(t->report))
		return;
	t->ready = calloc(1, sizeof(*t->ready));
}

/* Neighbouring numbers lie apart, whatever else is in them. */
static size_t place(uint64_t same)
{
	return (same >> 32 ^ same * 37) % TEXTS;
}

const struct rec_tail *ready_tail(struct tool *t,
    void (*fill)(struct tool *t))
{
	struct rec_tail *tail;
	size_t i, n;

	if (!t->ready || !t->same)
		return NULL;
	i = place(t->same);
	tail = &t->ready->text[i].tail;
	if (t->ready->text[i].same == t->same)
		return tail;
	fill(t);
	tool_columns(t, &n);
	if (!rec_tail_make(tail, t->cells->at, n))
		return NULL;
	t->ready->text[i].same = t->same;
	return tail;
}

void ready_free(struct ready *r)
{
	for (size_t i = 0; r && i < TEXTS; i++)
		rec_tail_free(&r->text[i].tail);
	free(r);
}
