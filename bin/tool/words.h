/* SPDX-License-Identifier: MIT */
/* words.h - the words that a name is made of. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

#define WORDS_MAX 16
#define WORDS_ROOM 256 /* a longer name is no name of ours */

/* The name as names are compared: lower case, '_' for each run of blanks and
 * dashes of any kind, nothing for what has no width.  Gives the length, 0 for
 * a name that is too long. */
size_t words_plain(const char *name, size_t len, char out[WORDS_ROOM]);

struct words {
	size_t count;
	bool asks; /* there is a question mark */
	const char *at[WORDS_MAX];
	char room[2 * WORDS_ROOM];
};

/* The words of a name, whatever stands between them. */
void words_of(struct words *w, const char *name, size_t len);
/* The same, with what offices shorten written out, and a word for each part of
 * ReferralReceived. */
void words_in_full(struct words *w, const char *name, size_t len);

/* Whether a word says only that a date, or a time, is meant. */
bool words_is_neutral(const char *word, bool time);
/* Whether `more` is the name with such words in addition, in any place. */
bool words_more_neutral(const struct words *name, const struct words *more,
    bool time);
/* Whether a word is one of these. */
bool words_among(const char *word, const char *const *list);
/* How many words a name has that tell something, and whether the other has all
 * of them. */
size_t words_telling(const struct words *w);
bool words_within(const struct words *inner, const struct words *outer);

#endif
