/* SPDX-License-Identifier: MIT */
/* cites.h - lists of citations inside of an answer, which end in a NULL. */
#ifndef ICJ_CITES_H
#define ICJ_CITES_H

#include <string.h>

/* Adds a citation once; a list of `most` has room for the NULL behind. */
static inline void add_cite(const char **list, size_t most, const char *cite)
{
	size_t i = 0;

	if (!cite)
		return; /* the rules have no such thing */
	while (i < most && list[i]) {
		if (strcmp(list[i], cite) == 0)
			return;
		i++;
	}
	if (i < most)
		list[i] = cite;
}

#endif
