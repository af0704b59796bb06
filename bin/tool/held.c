/* SPDX-License-Identifier: MIT */
/*
 * held.c - files taken in whole, for those who answer no record before they
 * have seen all: what is answered is then what was seen.  Looks into none.
 */
#include "tool/input.h"

#include <stdlib.h>
#include <string.h>

struct tool_held {
	struct tool_held *next;
	const char *name;
	struct rec_text bytes;
	char text[];
};

static int held_stop(const struct tool_input *in, size_t len)
{
	const struct rec_error *e = rec_in_error(in->in);
	struct tool_place at = {in->name, e->line, e->field, NULL};

	tool_error(in->t, &at, e->code, "%s", e->text);
	return len ? TOOL_STOPPED : start_status(e);
}

int held_take(const struct tool_input *in)
{
	struct rec_text bytes;
	struct tool_held *h;

	if (!rec_in_whole(in->in, TOOL_HELD, &bytes))
		return held_stop(in, bytes.len);
	h = malloc(sizeof(*h) + bytes.len);
	if (!h) {
		tool_error(in->t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	*h = (struct tool_held){in->t->held, in->name, {h->text, bytes.len}};
	if (bytes.len)
		memcpy(h->text, bytes.text, bytes.len);
	in->t->held = h;
	return -1;
}

struct rec_in *held_reader(const struct tool *t, const char *name,
    const struct rec_options *options)
{
	const struct tool_held *h = t->held;

	while (h->next && h->name != name)
		h = h->next;
	return rec_in_memory(h->bytes.text, h->bytes.len, options);
}

void held_free(struct tool *t)
{
	while (t->held) {
		struct tool_held *h = t->held;

		t->held = h->next;
		free(h);
	}
}
