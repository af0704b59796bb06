/* SPDX-License-Identifier: MIT */
/* text.h - notes, built in a bounded buffer. */
#ifndef ICJ_TIME_TEXT_H
#define ICJ_TIME_TEXT_H

#include <string.h>
#include "icj.h"

struct text {
	char *at;
	size_t size; /* with room for the NUL; once cut, for no more */
	size_t len;
	bool cut;    /* something did not fit; the text ends in "..." */
};

static inline void icj__text_start(struct text *t, char *buf, size_t size)
{
	*t = (struct text){buf, size, 0, false};
	buf[0] = '\0';
}

/* What does not fit, or no more. */
void icj__text_cut(struct text *t, const char *s);

/* To be inlined: of a constant the length is one, too. */
static inline void icj__text_add_n(struct text *t, const char *s, size_t n)
{
	if (n > t->size - 1 - t->len) {
		icj__text_cut(t, s);
		return;
	}
	memcpy(t->at + t->len, s, n);
	t->len += n;
	t->at[t->len] = '\0';
}

static inline void icj__text_add(struct text *t, const char *s)
{
	icj__text_add_n(t, s, strlen(s));
}

/* Several, one after the other. */
void icj__text_all(struct text *t, const char *const *add);
#define TEXTS(t, ...) \
	icj__text_all(t, (const char *const[]){__VA_ARGS__, NULL})

void icj__text_add_int(struct text *t, int64_t n);
void icj__text_add_date(struct text *t, icj_date d);
/* Begins another sentence: "; " unless the text is empty. */
static inline void icj__text_next(struct text *t)
{
	if (t->len > 0)
		icj__text_add_n(t, "; ", 2);
}

#endif
