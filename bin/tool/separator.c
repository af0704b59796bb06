/* SPDX-License-Identifier: MIT */
/*
 * separator.c - what a table is separated by when it is not by commas, or is
 * when it is none.  Knows the look of a header, and no name of a column.
 */
#include <string.h>

#include "tool/tool.h"

static bool begins_with(const struct rec_text *cell, const char *with)
{
	size_t len = strlen(with);

	return cell->len >= len && memcmp(cell->text, with, len) == 0;
}

/* "name: value", or "name:" alone. */
static bool is_key(const struct rec_text *cell)
{
	const char *colon = memchr(cell->text, ':', cell->len);
	const char *end = cell->text + cell->len;

	return colon && (colon + 1 == end || colon[1] == ' ');
}

/* Records may come so, and other files may not. */
static const char *other_format(const struct rec_text *first)
{
	if (begins_with(first, "---") || begins_with(first, "- ") ||
	    is_key(first))
		return "; this is YAML: save it as CSV, with the names of the "
		    "columns in its first line";
	return "";
}

const char *separator_hint(const struct rec_in *in)
{
	size_t n;
	const struct rec_text *header = rec_in_header(in, &n);

	if (n > 0 && *other_format(&header[0]))
		return other_format(&header[0]);
	if (n != 1)
		return "";
	if (memchr(header->text, ';', header->len))
		return "; it is separated by semicolons: save it separated by "
		    "commas";
	if (memchr(header->text, '\t', header->len))
		return "; it is separated by tabs: save it separated by commas";
	if (memchr(header->text, '|', header->len))
		return "; it is separated by bars: save it separated by commas";
	return "";
}
