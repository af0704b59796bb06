/* SPDX-License-Identifier: MIT */
/* column.c - the table of columns to look things up in. */
#include "tool/column.h"

#include <string.h>

#include "tool/tool.h"

static const struct column columns[] = {
#define C(group, name, meaning) {#group, name, meaning},
	ICJ_COLUMNS(C)
#undef C
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* The columns of a group stand together. */
const struct column *column_at(const char *group, size_t i)
{
	size_t k = 0;

	while (k < COLUMNS && strcmp(columns[k].group, group) != 0)
		k++;
	k += i;
	return k < COLUMNS && strcmp(columns[k].group, group) == 0 ?
	    &columns[k] : NULL;
}

const struct column *column_after(const struct column *c)
{
	const struct column *next = c + 1;

	return next < columns + COLUMNS && strcmp(next->group, c->group) == 0 ?
	    next : NULL;
}

bool column_is_known(const char *name, size_t len)
{
	for (size_t k = 0; k < COLUMNS; k++)
		if (strlen(columns[k].name) == len &&
		    memcmp(columns[k].name, name, len) == 0)
			return true;
	return false;
}
