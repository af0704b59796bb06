/* SPDX-License-Identifier: MIT */
/* same.h - how names compare. */
#ifndef SAME_H
#define SAME_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text is the word, without regard to case, '-', '_' and blank being
 * the same. */
bool name_same(const char *word, const char *text, size_t len);

/* A character as name_same() compares it. */
static inline char name_fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '-' || c == ' ' ? '_' : c;
}

/* Whether the word begins with a name, so long, compared like that. */
bool name_begins(const char *word, const char *name, size_t len);

#endif
