/* SPDX-License-Identifier: MIT */
/*
 * amend.h - how an office's words change a wording.  Knows what a wording can
 * say, and not what a duty can be dated by.
 */
#ifndef ICJ_BOOK_AMEND_H
#define ICJ_BOOK_AMEND_H

#include "book/book.h"

#define AMEND_CITE 60
#define AMEND_SENTENCE 500
#define AMEND_SOURCE 200

/* A wording as it is amended, beside the texts that are the office's. */
struct draft {
	struct wording w;
	bool gone;
	char cite[AMEND_CITE + 1], says[AMEND_SENTENCE + 8];
	char source[AMEND_SOURCE + 1];
	char limit[80], extension[80];
};

/* The i-th provision of a name; P_COUNT: there is none. */
size_t icj__provision_named(const char *name);

/* Makes of what a draft says what is stated.  If that cannot be, member is what
 * is wrong with it. */
enum icj_err icj__amend(struct draft *d, const struct icj_amend *to,
    const char **member);

/* The words for what the terms of a duty set; NULL where nothing is. */
const char *icj__unit_word(const struct terms *t);
const char *icj__extension_word(const struct terms *t);
/* Whether a word is that for somebody who owes a duty, enum owed_by. */
bool icj__is_owner(unsigned owed, const char *word);

/* Whether a wording is one of a duty with a limit that is counted. */
static inline bool icj__is_counted(const struct wording *w)
{
	return w->terms.text.limit && w->terms.count > 0;
}

/* The number that can be changed; 0: none. */
static inline int32_t icj__amendable_number(const struct wording *w)
{
	return icj__is_counted(w) ? w->terms.count : w->number;
}

#endif
