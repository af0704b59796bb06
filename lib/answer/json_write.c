/* SPDX-License-Identifier: MIT */
/* json_write.c - JSON into a bounded buffer, whose length is counted on. */
#include "answer/json.h"

#include <string.h>

static void json_put_n(struct json_out *o, const char *text, size_t len)
{
	if (o->len + 1 < o->size) {
		size_t room = o->size - 1 - o->len;
		size_t n = len < room ? len : room;

		memcpy(o->at + o->len, text, n);
		o->at[o->len + n] = '\0';
	}
	o->len += len;
}

struct json_out icj__json_start(char *out, size_t size)
{
	if (out && size > 0)
		out[0] = '\0';
	return (struct json_out){.at = out, .size = out ? size : 0,
	    .first = true};
}

void icj__json_put(struct json_out *o, const char *text)
{
	json_put_n(o, text, strlen(text));
}

/* Control characters never leave as they are; other bytes pass. */
void icj__json_string(struct json_out *o, const char *text, size_t len)
{
	static const char hex[] = "0123456789abcdef";

	json_put_n(o, "\"", 1);
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c < 0x20 || c == 0x7f) {
			const char escape[6] = {'\\', 'u', '0', '0',
			    hex[c >> 4], hex[c & 15]};

			json_put_n(o, escape, sizeof(escape));
			continue;
		}
		if (c == '"' || c == '\\')
			json_put_n(o, "\\", 1);
		json_put_n(o, text + i, 1);
	}
	json_put_n(o, "\"", 1);
}

void icj__json_name(struct json_out *o, const char *name)
{
	if (!o->first)
		icj__json_put(o, ", ");
	o->first = false;
	if (name) {
		icj__json_string(o, name, strlen(name));
		icj__json_put(o, ": ");
	}
}

void icj__json_text(struct json_out *o, const char *name, const char *text)
{
	icj__json_name(o, name);
	icj__json_string(o, text, strlen(text));
}

void icj__json_open(struct json_out *o, const char *name, char bracket)
{
	char text[2] = {bracket, '\0'};

	icj__json_name(o, name);
	icj__json_put(o, text);
	o->first = true;
}

void icj__json_close(struct json_out *o, char bracket)
{
	char text[2] = {bracket, '\0'};

	icj__json_put(o, text);
	o->first = false;
}

void icj__json_whole(struct json_out *o, int64_t n)
{
	char text[24], *at = text + sizeof(text) - 1;
	uint64_t left = n < 0 ? -(uint64_t)n : (uint64_t)n;

	*at = '\0';
	do
		*--at = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		*--at = '-';
	icj__json_put(o, at);
}
