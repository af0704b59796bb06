/* SPDX-License-Identifier: MIT */
/* seek.c - finding fields by a word, whatever part of them has it. */
#include "tool/seek.h"

#include <string.h>

#include "tool/ask.h"
#include "tool/same.h"

bool seek_in(const char *text, const char *word)
{
	for (; text && *text; text++) {
		size_t i = 0;

		while (word[i] && name_fold(text[i]) == name_fold(word[i]))
			i++;
		if (word[i] == '\0')
			return true;
	}
	return false;
}

static bool seek_label(const struct icj_field *f, const char *word)
{
	const char *field, *label;

	for (size_t i = 0; (label = name_label(i, &field)); i++)
		if (strcmp(field, f->name) == 0 && seek_in(label, word))
			return true;
	return false;
}

static bool seek_value(const struct icj_field *f, const char *word)
{
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		if (seek_in(f->choices[i], word))
			return true;
	return ask_everyday(f, word, strlen(word)) != NULL;
}

/* Under any of its numbers. */
static bool seek_rule(const struct icj_field *f, const char *word)
{
	const struct icj_edition *e;

	for (size_t i = 0; (e = icj_edition_at(i)); i++)
		if (seek_in(icj_field_rule(f, NULL, e->effective), word))
			return true;
	return false;
}

bool seek_field(const struct icj_field *f, char *const *words)
{
	for (; *words; words++)
		if (!seek_in(f->name, *words) && !seek_in(f->meaning, *words) &&
		    !seek_rule(f, *words) && !seek_value(f, *words) &&
		    !seek_label(f, *words))
			return false;
	return true;
}
