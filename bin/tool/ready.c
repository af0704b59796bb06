/* SPDX-License-Identifier: MIT */
/*
 * ready.c - the texts of answers that come again and again, as they stand
 * behind a record.  Knows no column and no rule.
 */
#include <stdlib.h>

#include "tool/tool.h"

void ready_begin(struct tool *t)
{
	if (t->plain || !t->kind->cells || !rec_takes_tail(t->sink, input_reader(t)) ||
	    !icj_report_remember(t->report))
		return;
	t->ready = calloc(1, sizeof(*t->ready));
}

const struct rec_tail *ready_make(struct tool *t, struct ready_text *text,
    void (*fill)(struct tool *t))
{
	size_t n;

	fill(t);
	tool_columns(t, &n);
	text->same = 0;
	if (!rec_tail_make(&text->tail, t->cells->at, n))
		return NULL;
	text->same = t->same;
	return &text->tail;
}

void ready_free(struct ready *r)
{
	for (size_t i = 0; r && i < READY_TEXTS; i++)
		rec_tail_free(&r->text[i].tail);
	free(r);
}
