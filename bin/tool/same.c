/* SPDX-License-Identifier: MIT */
/* same.c - whether two names are the same to a reader.  ASCII, no locale. */
#include "tool/same.h"

bool name_same(const char *word, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (word[i] == '\0' || name_fold(word[i]) != name_fold(text[i]))
			return false;
	return word[len] == '\0';
}
