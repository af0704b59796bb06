/* SPDX-License-Identifier: MIT */
/*
 * separator.c - what a table is separated by when it is not by commas.  Knows
 * the look of a header, and no name of a column.
 */
#include <string.h>

#include "tool/tool.h"

const char *separator_hint(const struct rec_in *in)
{
	size_t n;
	const struct rec_text *header = rec_in_header(in, &n);

	if (n != 1)
		return "";
	if (memchr(header->text, ';', header->len))
		return "; it is separated by semicolons: save it separated by "
		    "commas";
	if (memchr(header->text, '\t', header->len))
		return "; it is separated by tabs: save it separated by commas";
	return "";
}
