/* SPDX-License-Identifier: MIT */
/*
 * text.c - builds notes in a buffer of fixed size.  What does not fit is cut
 * and ends in "..."; nothing here allocates or knows what it writes.
 */
#include <string.h>

#include "time/date.h"
#include "time/text.h"

/* Fills up with what fits of s, but never with half a character. */
void icj__text_cut(struct text *t, const char *s)
{
	size_t room = t->size - 1 - t->len;
	size_t keep = t->size - 4;

	if (t->cut)
		return;
	t->cut = true;
	memcpy(t->at + t->len, s, room);
	while (keep > 0 && ((unsigned char)t->at[keep] & 0xc0) == 0x80)
		keep--;
	memcpy(t->at + keep, "...", 4);
	t->len = keep + 3;
	t->size = t->len + 1;
}

void icj__text_all(struct text *t, const char *const *add)
{
	while (*add)
		icj__text_add(t, *add++);
}

void icj__text_add_int(struct text *t, int64_t n)
{
	char digits[20];
	size_t i = sizeof(digits);
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		digits[--i] = (char)('0' + left % 10);
	while (left /= 10);
	if (n < 0)
		icj__text_add_n(t, "-", 1);
	icj__text_add_n(t, digits + i, sizeof(digits) - i);
}

void icj__text_add_date(struct text *t, icj_date d)
{
	char buf[11];

	if (t->size - 1 - t->len >= 10)
		t->len = (size_t)(icj__put_date(t->at + t->len, d) - t->at);
	else
		icj__text_add(t, icj_date_format(d, buf));
}
