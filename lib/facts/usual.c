/* SPDX-License-Identifier: MIT */
/* usual.c - the words of all choices once more, side by side; and dates. */
#include "facts/usual.h"

#include <stddef.h>

#include "time/date.h"

const struct words icj__words = {
	.NONE = {""},
#define V(list, ...) .list = {__VA_ARGS__},
	ICJ_VALUES(V)
#undef V
};

const struct words_of icj__words_of[FIELD_COUNT] = {
#define X(id, type, values, marks, read_by, rule, meaning) \
	{(uint16_t)offsetof(struct words, values), \
	 sizeof(icj__words.values) / WORD_SIZE},
	ICJ_FIELDS(X)
#undef X
};

bool icj__usual_date(const char *text, size_t len, struct fact *f)
{
	f->time.second = ICJ_NO_CLOCK;
	f->time.offset = ICJ_NO_OFFSET;
	return len == 10 && icj__iso_date(text, &f->time.date) == ICJ_OK;
}
