/* SPDX-License-Identifier: MIT */
/*
 * cells.c - the texts of the columns of one record, in a space that is used
 * anew for each record.  Knows no column.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/tool.h"

void cells_clear(struct cells *c)
{
	cells_clear_first(c, CELLS_MAX);
}

void cells_clear_first(struct cells *c, size_t count)
{
	for (size_t i = 0; i < count; i++)
		c->at[i] = (struct rec_text){NULL, 0};
	c->used = 0;
}

void cells_put(struct cells *c, size_t i, const char *text)
{
	c->at[i].text = text;
	c->at[i].len = strlen(text);
}

/* Appends to the space; what does not fit is left out, which the sizes of
 * reports and notes do not allow to happen. */
static char *cells_keep(struct cells *c, const char *text, size_t len)
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

	c->at[i].text = cells_keep(c, text, strlen(text));
	c->at[i].len = (size_t)(c->space + c->used - start);
}

void cells_add(struct cells *c, size_t i, const char *text)
{
	struct rec_text *cell = &c->at[i];

	if (cell->len == 0)
		cell->text = c->space + c->used;
	cells_keep(c, text, strlen(text));
	cell->len = (size_t)(c->space + c->used - cell->text);
}

void cells_item(struct cells *c, size_t i, const char *text)
{
	if (c->at[i].len > 0)
		cells_keep(c, "; ", 2);
	cells_add(c, i, text);
}

/* -- Lists -------------------------------------------------------------- */

void cells_list(struct cells *c, size_t i, const char *const *item,
    size_t count)
{
	for (size_t k = 0; k < count; k++)
		cells_item(c, i, item[k]);
}

struct cells *cells_new(void)
{
	struct cells *c = malloc(sizeof(*c));

	if (c)
		memset(c, 0, offsetof(struct cells, space));
	return c;
}

void cells_free(struct cells *c)
{
	free(c);
}

/* -- Dates and numbers -------------------------------------------------- */

void cells_date(struct cells *c, size_t i, icj_date day)
{
	char buf[11];

	if (day != ICJ_DATE_NONE)
		cells_copy(c, i, icj_date_format(day, buf));
}

void cells_time(struct cells *c, size_t i, const struct icj_time *t)
{
	char buf[32];

	if (t->date != ICJ_DATE_NONE)
		cells_copy(c, i, icj_time_format(t, buf));
}

void cells_number(struct cells *c, size_t i, long long n)
{
	char buf[24], *at = buf + sizeof(buf);
	unsigned long long left = n < 0 ? 0 - (unsigned long long)n :
	    (unsigned long long)n;

	*--at = '\0';
	do
		*--at = (char)('0' + left % 10);
	while (left /= 10);
	if (n < 0)
		*--at = '-';
	cells_copy(c, i, at);
}
