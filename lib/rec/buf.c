/* SPDX-License-Identifier: MIT */
/*
 * buf.c - a run of bytes that grows, and arrays that grow.  It owns memory
 * only and knows nothing of what is kept in it.
 */
#include "rec_internal.h"

#include <stdlib.h>

bool rec_buf_room(struct rec_buf *buf, size_t more)
{
	size_t cap = buf->cap ? buf->cap : 256;
	char *at;

	if (buf->at && buf->cap - buf->len >= more)
		return true;
	if (more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4)
		return false;
	while (cap - buf->len < more)
		cap *= 2;
	at = realloc(buf->at, cap);
	if (!at)
		return false;
	buf->at = at;
	buf->cap = cap;
	return true;
}

void rec_buf_free(struct rec_buf *buf)
{
	free(buf->at);
	*buf = (struct rec_buf){ 0 };
}

void *rec_grow(void *array, size_t *cap, size_t want, size_t size)
{
	size_t more = *cap ? *cap : 16;

	if (want <= *cap && array)
		return array;
	while (more < want)
		more *= 2;
	if (more > SIZE_MAX / 2 / size)
		return NULL;
	array = realloc(array, more * size);
	if (array)
		*cap = more;
	return array;
}
