/* SPDX-License-Identifier: MIT */
/* json.h - a record read from JSON, an answer written as JSON.  Knows no
 * rule. */
#ifndef ICJ_ANSWER_JSON_H
#define ICJ_ANSWER_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is written, and how long it would have been. */
struct json_out {
	char *at;
	size_t size, len;
	bool first; /* no comma is due before the next member or item */
};

/* An empty text; out may be NULL, and size is then 0. */
struct json_out icj__json_start(char *out, size_t size);
void icj__json_put(struct json_out *o, const char *text);
void icj__json_string(struct json_out *o, const char *text, size_t len);
/* A member of an object or an item of an array, after a comma where one is
 * due; name NULL: an item. */
void icj__json_name(struct json_out *o, const char *name);
void icj__json_text(struct json_out *o, const char *name, const char *text);
void icj__json_whole(struct json_out *o, int64_t n);
/* Begins an object or an array, '{' or '[', as a member or an item. */
void icj__json_open(struct json_out *o, const char *name, char bracket);
void icj__json_close(struct json_out *o, char bracket);

/* One scalar of a record: the names that lead to it joined by '_', an array
 * as its items joined by "; ". */
struct json_member {
	const char *name, *text;
	size_t name_len, len;
};

/* Calls take() for each scalar of the one object in the text.  The texts live
 * in space, of at least twice len bytes.  Returns the number of the byte at
 * which the text is not JSON, or is no object, counted from 1; 0 if all was
 * read. */
size_t icj__json_read(const char *text, size_t len, char *space,
    void (*take)(void *to, const struct json_member *m), void *to);

#endif
