/* SPDX-License-Identifier: MIT */
/* usual.c - the words of all choices once more, side by side. */
#include "usual.h"

#include <stddef.h>

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
