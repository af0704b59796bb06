/* SPDX-License-Identifier: MIT */
/*
 * cells.c - the texts of the columns of one record, in a space that is used
 * anew for each record.  Knows no column.
 */
#include <stdio.h>
#include <string.h>

#include "tool.h"

void cells_clear(struct cells *c)
{
	memset(c->at, 0, sizeof(c->at));
	c->used = 0;
}

void cells_put(struct cells *c, size_t i, const char *text)
{
	c->at[i].text = text;
	c->at[i].len = strlen(text);
}

/* Appends to the space; what does not fit is left out, which the sizes of
 * reports and notes do not allow to happen. */
static char *keep(struct cells *c, const char *text, size_t len)
{
	char *at = c->space + c->used;

	if (len > CELLS_SPACE - c->used)
		len = CELLS_SPACE - c->used;
	memcpy(at, text, len);
	c->used += len;
	return at;
}

void cells_copy(struct cells *c, size_t i, const char *text)
{
	char *start = c->space + c->used;

	c->at[i].text = keep(c, text, strlen(text));
	c->at[i].len = (size_t)(c->space + c->used - start);
}

void cells_add(struct cells *c, size_t i, const char *text)
{
	struct rec_text *cell = &c->at[i];

	if (cell->len == 0)
		cell->text = c->space + c->used;
	keep(c, text, strlen(text));
	cell->len = (size_t)(c->space + c->used - cell->text);
}

void cells_item(struct cells *c, size_t i, const char *text)
{
	if (c->at[i].len > 0)
		cells_add(c, i, "; ");
	cells_add(c, i, text);
}

void cells_date(struct cells *c, size_t i, icj_date day)
{
	char buf[11];

	cells_copy(c, i, icj_date_format(day, buf));
}

void cells_time(struct cells *c, size_t i, const struct icj_time *t)
{
	char buf[32];

	cells_copy(c, i, icj_time_format(t, buf));
}

void cells_number(struct cells *c, size_t i, long long n)
{
	char buf[24];

	snprintf(buf, sizeof(buf), "%lld", n);
	cells_copy(c, i, buf);
}
