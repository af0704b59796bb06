/* SPDX-License-Identifier: MIT */
/*
 * trailer.c - a CSV that shows when it was cut off.  Its header announces a last
 * line, which says how many rows stand above it and what the bytes of all lines
 * above it come to.  A reader that was promised one does without none.
 *
 * A column announces it, not a comment: so the file is a table like any other,
 * for every program that reads CSV, and the promise cannot come off unseen.
 */
#include "tool/trailer.h"

#include <stdlib.h>
#include <string.h>

#include <sha2.h>

#include "tool/tool.h"

/* A count, a blank, the name of the sum, the sum. */
#define TEXT_SIZE (24 + 8 + SHA256_DIGEST_STRING_LENGTH)

struct trailer {
	SHA2_CTX sum;
	unsigned long rows;
	unsigned field;
	bool came;
};

struct trailer *trailer_new(void)
{
	struct trailer *x = calloc(1, sizeof(*x));

	if (x)
		SHA256Init(&x->sum);
	return x;
}

void trailer_free(struct trailer *x)
{
	free(x);
}

static void trailer_add(void *arg, const char *bytes, size_t len)
{
	struct trailer *x = arg;

	SHA256Update(&x->sum, (const uint8_t *)bytes, len);
}

/* The cell of the last line.  Nothing more can be added then. */
static void make_text(struct trailer *x, char text[TEXT_SIZE])
{
	char sum[SHA256_DIGEST_STRING_LENGTH];

	snprintf(text, TEXT_SIZE, "%lu sha256=%s", x->rows,
	    SHA256End(&x->sum, sum));
}

/* -- Read --------------------------------------------------------------- */

void trailer_begin(struct trailer *x, const struct rec_in *in, unsigned field)
{
	bool bom;
	struct rec_text header = rec_in_header_bytes(in, &bom);

	x->field = field;
	if (bom)
		trailer_add(x, "\xef\xbb\xbf", 3);
	if (header.len)
		trailer_add(x, header.text, header.len);
}

static bool trailer_is(const struct rec_in *in, unsigned field)
{
	struct rec_text cell = rec_in_field(in, field);

	for (size_t i = 0; i < cell.len; i++)
		if (!strchr(" \t\r\"", cell.text[i]))
			return true;
	return false;
}

static int trailer_say(
    const struct tool *t, const char *file, unsigned long line, const char *why)
{
	tool_error(t, &(struct tool_place){file, line, 0, NULL},
	    TOOL_E_TRAILER, "%s", why);
	return -1;
}

static int check_last(struct trailer *x, const struct tool *t,
    const char *file, const struct rec_in *in, unsigned long line)
{
	struct rec_text cell = rec_in_field(in, x->field);
	char want[TEXT_SIZE], why[160];
	unsigned long rows = 0;
	size_t digits = 0;

	for (; digits < cell.len && digits < 9 && cell.text[digits] >= '0' &&
	    cell.text[digits] <= '9'; digits++)
		rows = 10 * rows + (unsigned long)(cell.text[digits] - '0');
	make_text(x, want);
	x->came = true;
	if (cell.len == strlen(want) &&
	    memcmp(cell.text, want, cell.len) == 0)
		return 1;
	if (digits == 0 || rows == x->rows)
		return trailer_say(t, file, line,
		    "the last line is not that of the "
		    "lines above it: something has changed them");
	snprintf(why, sizeof(why), "the last line is for %lu rows, but %lu "
	    "came: the file is not whole", rows, x->rows);
	return trailer_say(t, file, line, why);
}

int trailer_take(struct trailer *x, const struct tool *t, const char *file,
    const struct rec_in *in, unsigned long line)
{
	size_t blank;
	struct rec_text bytes = rec_in_bytes(in, &blank);

	if (x->came)
		return trailer_say(t, file, line,
		    "a row behind the last line, which " TRAILER_NAME
		    " is to be");
	if (!trailer_is(in, x->field)) {
		x->rows++;
		trailer_add(x, bytes.text, bytes.len);
		return 0;
	}
	if (blank)
		trailer_add(x, bytes.text, blank);
	return check_last(x, t, file, in, line);
}

bool trailer_came(const struct trailer *x, const struct tool *t,
    const char *file)
{
	return x->came ||
	    trailer_say(t, file, 0,
		"the last line that " TRAILER_NAME
		" announces is missing: what wrote this stopped early") == 0;
}

/* -- Written ------------------------------------------------------------ */

void trailer_watch(struct trailer *x, struct rec_out *out)
{
	rec_out_mark(out, TRAILER_NAME, trailer_add, x);
}

int trailer_put(struct trailer *x, struct rec_out *out)
{
	char text[TEXT_SIZE];

	if (rec_put_line_end(out) < 0 || rec_pause(out) < 0)
		return -1;
	x->rows = rec_out_rows(out);
	make_text(x, text);
	rec_out_mark(out, NULL, NULL, NULL);
	return rec_put_last(out, text) < 0 ? -1 : rec_pause(out);
}
