/* SPDX-License-Identifier: MIT */
/*
 * cut.c - where the fields of one raw CSV record begin and end, for leaving
 * columns out and for naming the line of a quote.  It must split exactly as
 * the referee does, and it decodes nothing.
 */
#include "rec_internal.h"

void rec_cut_start(struct rec_cut *cut, const char *record, size_t len)
{
	*cut = (struct rec_cut){ .at = record, .end = record + len,
		.more = true };
}

static const char *cut_skip_blank(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t' || *at == '\r'))
		at++;
	return at;
}

/* The end of a quoted field whose text begins at at. */
static const char *quoted_end(struct rec_cut *cut, const char *at)
{
	const char *comma;

	for (;; at++) {
		at = memchr(at, '"', (size_t)(cut->end - at));
		if (!at) {
			cut->open = true;
			return cut->end;
		}
		if (++at == cut->end || *at != '"')
			break;
	}
	comma = memchr(at, ',', (size_t)(cut->end - at));
	return comma ? comma : cut->end;
}

bool rec_cut_next(struct rec_cut *cut)
{
	const char *first = cut_skip_blank(cut->at, cut->end);
	const char *end;

	if (!cut->more)
		return false;
	cut->field = cut->at;
	if (first < cut->end && *first == '"') {
		end = quoted_end(cut, first + 1);
	} else {
		end = memchr(first, ',', (size_t)(cut->end - first));
		if (!end)
			end = cut->end;
	}
	cut->len = (size_t)(end - cut->field);
	cut->more = end < cut->end;
	cut->at = cut->more ? end + 1 : end;
	return true;
}

bool rec_is_void(const char *record, size_t len)
{
	const char *at = record, *end = record + len;
	bool comma = false;

	for (;; at++) {
		at = cut_skip_blank(at, end);
		if (at < end && *at == '"') {
			at = cut_skip_blank(at + 1, end);
			if (at == end || *at != '"')
				return false;
			at = cut_skip_blank(at + 1, end);
		}
		if (at == end)
			return comma;
		if (*at != ',')
			return false;
		comma = true;
	}
}

size_t rec_line_end(const char *record, size_t len)
{
	size_t end = len && record[len - 1] == '\n';

	/* At the end of the input a CR alone is a CRLF cut short. */
	if (len > end && record[len - end - 1] == '\r')
		end++;
	return end;
}
