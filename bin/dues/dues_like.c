/* SPDX-License-Identifier: MIT */
/*
 * dues_like.c - columns that look like one that icj-dues reads, and are not
 * read: they are named, with the line of a map that would say so.
 */
#include <string.h>

#include "dues/dues.h"

#include "tool/words.h"

/* Whether a column has the words of a name, or is nearly spelt like it. */
static bool is_like(const struct rec_text *column, const char *name)
{
	const char *const one[] = {name, NULL};
	struct words theirs, ours;

	words_in_full(&theirs, column->text, column->len);
	words_in_full(&ours, name, strlen(name));
	return words_within(&ours, &theirs) ||
	    name_near_word(column->text, column->len, one);
}

/* A field of cases that icj-dues does not ask for is none of its columns. */
static bool like_is_strange(
    struct dues_source *s, const struct rec_text *column)
{
	int two;

	/* a whole header: the refusal has a hint at its separator */
	if (memchr(column->text, ';', column->len) ||
	    memchr(column->text, '\t', column->len))
		return false;
	return !dues_knows(s, column->text, column->len) &&
	    !name_find(&s->dues->tool, column->text, column->len, &two) &&
	    !two;
}

static void like_warn(const struct dues_source *s, size_t i,
    const struct rec_text *column, const char *name)
{
	bool skipped;
	struct tool_place at = {
		s->name, rec_in_header_line(s->in, &skipped), (unsigned)i + 1,
		NULL
	};

	tool_warn(&s->dues->tool, &at, TOOL_W_LOOKS_LIKE, "column %.*s is not "
	    "read; should it be %s, a line in a --map file says so: "
	    "\"%.*s\": %s", (int)column->len, column->text, name,
	    (int)column->len, column->text, name);
}

void dues_say_like(struct dues_source *s, const char *const *unmet)
{
	size_t n;
	const struct rec_text *header = rec_in_header(s->in, &n);

	for (size_t i = 0; i < n && !s->dues->header_said; i++) {
		size_t k = 0;

		while (unmet[k] && !is_like(&header[i], unmet[k]))
			k++;
		if (unmet[k] && like_is_strange(s, &header[i]))
			like_warn(s, i, &header[i], unmet[k]);
	}
}
