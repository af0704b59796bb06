/* SPDX-License-Identifier: MIT */
/*
 * cut.c - where the fields of one raw CSV record begin and end, for leaving
 * columns out and for naming the line of a quote.  It must split exactly as
 * libcsv does with our space and terminator functions, and it decodes nothing.
 */
#include "rec_internal.h"

void rec_cut_start(struct rec_cut *cut, const char *record, size_t len)
{
	*cut = (struct rec_cut){ .at = record, .end = record + len,
		.more = true };
}

/*
 * The end of a quoted field whose text begins at at.  Behind a quote the field
 * may have ended: CRs are blanks there, and a quote after such a blank is text
 * that leaves the question open.
 */
static const char *quoted_end(struct rec_cut *cut, const char *at)
{
	bool ended = false;
	bool blank = false;

	for (; at < cut->end; at++) {
		if (!ended) {
			ended = *at == '"';
			blank = false;
		} else if (*at == ',') {
			return at;
		} else if (*at == '\r') {
			blank = true;
		} else {
			ended = *at == '"' && blank;
			blank = false;
		}
	}
	cut->open = !ended;
	return cut->end;
}

static const char *skip_cr(const char *at, const char *end)
{
	while (at < end && *at == '\r')
		at++;
	return at;
}

bool rec_cut_next(struct rec_cut *cut)
{
	const char *first = skip_cr(cut->at, cut->end);
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

size_t rec_line_end(const char *record, size_t len)
{
	size_t end = len && record[len - 1] == '\n';

	/* At the end of the input a CR alone is a CRLF cut short. */
	if (len > end && record[len - end - 1] == '\r')
		end++;
	return end;
}
