/* SPDX-License-Identifier: MIT */
/* column.c - the table of columns to look things up in. */
#include "column.h"

#include <string.h>

#include "tool.h"

static const struct column columns[] = {
#define C(group, name, meaning) {#group, name, meaning},
	ICJ_COLUMNS(C)
#undef C
};

const struct column *column_at(const char *group, size_t i)
{
	for (size_t k = 0; k < sizeof(columns) / sizeof(columns[0]); k++)
		if (strcmp(columns[k].group, group) == 0 && i-- == 0)
			return &columns[k];
	return NULL;
}

bool column_is_known(const char *name, size_t len)
{
	for (size_t k = 0; k < sizeof(columns) / sizeof(columns[0]); k++)
		if (strlen(columns[k].name) == len &&
		    memcmp(columns[k].name, name, len) == 0)
			return true;
	return false;
}
