/* SPDX-License-Identifier: MIT */
/*
 * near.c - the field, or the word of an option, that a misspelt one nearly is.
 * Knows names, and not where they come from.
 */
#include <stdio.h>
#include <string.h>

#include "tool/tool.h"

#include "tool/same.h"
#include "tool/words.h"

#define NEAR_LEN 48

static bool same_at(const char *a, size_t i, const char *b, size_t j)
{
	return a[i - 1] == b[j - 1];
}

static void near_fold(const char *text, size_t len, char out[NEAR_LEN])
{
	for (size_t i = 0; i < len; i++)
		out[i] = name_fold(text[i]);
}

/* Edits (insert, delete, replace, swap of neighbours) from a to b, at most
 * NEAR_LEN characters each; `most` or more once there are so many. */
static int near_edits(
    const char *one_name, size_t la, const char *other, size_t lb, int most)
{
	int row[3][NEAR_LEN + 1];
	char a[NEAR_LEN], b[NEAR_LEN];

	near_fold(one_name, la, a);
	near_fold(other, lb, b);
	for (size_t i = 0; i <= la; i++) {
		int *cur = row[i % 3], least = most;
		const int *one = row[(i + 2) % 3];
		const int *two = row[(i + 1) % 3];

		for (size_t j = 0; j <= lb; j++) {
			bool same = i && j && same_at(a, i, b, j);
			int best = i ? one[j] + 1 : (int)j;

			if (j && cur[j - 1] + 1 < best)
				best = cur[j - 1] + 1;
			if (i && j && one[j - 1] + !same < best)
				best = one[j - 1] + !same;
			if (i > 1 && j > 1 && same_at(a, i, b, j - 1) &&
			    same_at(a, i - 1, b, j) && two[j - 2] + 1 < best)
				best = two[j - 2] + 1;
			cur[j] = best;
			if (best < least)
				least = best;
		}
		/* A swap reaches back two rows, and adds one. */
		if (least == most)
			return most;
	}
	return row[la % 3][lb];
}

/* "guardianinreceivingstate": the words of a name without what parts them. */
static bool runs_together(const char *name, size_t len, const char *field)
{
	size_t i = 0;

	for (; *field; field++)
		if (*field != '_' && (i == len || name_fold(name[i++]) !=
		    *field))
			return false;
	return i == len;
}

const struct icj_field *name_near(const struct tool *t, const char *name,
    size_t len)
{
	const struct icj_field *best = NULL, *f;
	int least = len > 8 ? 3 : 2; /* one more than is near enough */

	if (len < 4 || len > NEAR_LEN)
		return NULL;
	for (size_t i = 0; (f = name_field_at(t, i)); i++) {
		size_t lf = strlen(f->name);
		int n = least;

		if (runs_together(name, len, f->name))
			return f;
		/* each character too many is an edit */
		if (lf <= NEAR_LEN && lf < len + (size_t)least &&
		    len < lf + (size_t)least)
			n = near_edits(name, len, f->name, lf, least);
		if (n < least) {
			least = n;
			best = f;
		}
	}
	return best;
}

/* Whether one of the words of a field's name is this. */
static bool near_has_word(const char *field, const char *word, size_t len)
{
	struct words w;
	size_t i = 0;

	words_of(&w, field, strlen(field));
	while (i < w.count && !name_same(w.at[i], word, len))
		i++;
	return i < w.count;
}

unsigned name_meant(const struct tool *t, const char *name, size_t len,
    char out[TOOL_NAMES])
{
	const struct icj_field *near = name_near(t, name, len), *f;
	size_t at = 0;
	unsigned hits = near != NULL;

	snprintf(out, TOOL_NAMES, "%s", near ? near->name : "");
	for (size_t i = 0; !near && (f = name_field_at(t, i)); i++) {
		bool word = near_has_word(f->name, name, len);
		bool choice = !word && f->choices &&
		    start_is_among(name, len, f->choices);

		if ((!word && !choice) || !(f->read_by & t->kind->area))
			continue;
		if (++hits > NAMES_MEANT || at >= TOOL_NAMES)
			continue;
		at += (size_t)snprintf(out + at, TOOL_NAMES - at, "%s%s%s%.*s",
		    hits > 1 ? ", " : "", f->name, choice ? "=" : "",
		    choice ? (int)len : 0, name);
	}
	return at < TOOL_NAMES ? hits : NAMES_MEANT + 1;
}

bool name_begins(const char *word, const char *name, size_t len)
{
	for (size_t i = 1; i <= len; i++)
		if (word[i - 1] == '\0' ||
		    name_fold(word[i - 1]) != name_fold(name[i - 1]))
			return false;
	return true;
}

const char *name_near_word(const char *name, size_t len,
    const char *const *words)
{
	const char *best = NULL, *longer = NULL;
	int least = len > 8 ? 3 : 2; /* one more than is near enough */
	size_t beginning = 0;

	if (len < 2 || len > NEAR_LEN)
		return NULL;
	for (size_t i = 0; words[i]; i++) {
		size_t room = strlen(words[i]);
		int n = len > 2 && room <= NEAR_LEN ?
		    near_edits(name, len, words[i], room, least) : least;

		if (name_begins(words[i], name, len)) {
			longer = words[i];
			beginning++;
		}
		if (n < least) {
			least = n;
			best = words[i];
		}
	}
	return best || beginning != 1 ? best : longer;
}
