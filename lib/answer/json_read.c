/* SPDX-License-Identifier: MIT */
/*
 * json_read.c - the scalars of one JSON object, by the names that lead to them.
 * An object inside is read as outer_inner, an array as a list.
 */
#include "answer/json.h"

#include <stdint.h>
#include <string.h>

#define DEPTH 8
#define NAME 256

struct json_reader {
	const char *at, *end;
	char *space; /* where the next text goes */
	char name[NAME];
	size_t name_len;
	void (*take)(void *to, const struct json_member *m);
	void *to;
};

static bool json_blank(struct json_reader *r)
{
	while (r->at < r->end && strchr(" \t\r\n", *r->at) && *r->at)
		r->at++;
	return r->at < r->end;
}

/* The character, after blanks, if it is the next one. */
static bool json_meets(struct json_reader *r, char c)
{
	if (!json_blank(r) || *r->at != c)
		return false;
	r->at++;
	return true;
}

static bool json_hex(struct json_reader *r, uint32_t *out)
{
	*out = 0;
	for (int i = 0; i < 4; i++) {
		static const char digits[] = "0123456789abcdef0123456789ABCDEF";
		const char *d = r->at < r->end && *r->at ?
		    memchr(digits, *r->at, sizeof(digits) - 1) : NULL;

		if (!d)
			return false;
		*out = *out << 4 | (uint32_t)((d - digits) & 15);
		r->at++;
	}
	return true;
}

static void json_utf8(struct json_reader *r, uint32_t c)
{
	char *to = r->space;

	if (c < 0x80) {
		*to++ = (char)c;
	} else if (c < 0x800) {
		*to++ = (char)(0xc0 | c >> 6);
		*to++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*to++ = (char)(0xe0 | c >> 12);
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*to++ = (char)(0xf0 | c >> 18);
		*to++ = (char)(0x80 | (c >> 12 & 0x3f));
		*to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*to++ = (char)(0x80 | (c & 0x3f));
	}
	r->space = to;
}

/* Behind \u: a character, of two halves if it is beyond the first plane. */
static bool json_unicode(struct json_reader *r)
{
	uint32_t c, low;

	if (!json_hex(r, &c))
		return false;
	if (c >= 0xdc00 && c < 0xe000)
		return false;
	if (c >= 0xd800 && c < 0xdc00) {
		if (r->end - r->at < 6 || memcmp(r->at, "\\u", 2) != 0)
			return false;
		r->at += 2;
		if (!json_hex(r, &low) || low < 0xdc00 || low >= 0xe000)
			return false;
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
	}
	json_utf8(r, c);
	return true;
}

static bool json_escape(struct json_reader *r)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *f;
	char c;

	if (r->at == r->end)
		return false;
	c = *r->at++;
	if (c == 'u')
		return json_unicode(r);
	f = c ? strchr(from, c) : NULL;
	if (!f) {
		r->at--;
		return false;
	}
	*r->space++ = to[f - from];
	return true;
}

/* A string, decoded into the space.  A NUL in it is no end of a value that
 * somebody else would read on from. */
static bool json_string(struct json_reader *r)
{
	if (!json_meets(r, '"'))
		return false;
	while (r->at < r->end && *r->at != '"') {
		unsigned char c = (unsigned char)*r->at;

		if (c < 0x20)
			return false;
		r->at++;
		if (c != '\\')
			*r->space++ = (char)c;
		else if (!json_escape(r))
			return false;
	}
	return json_meets(r, '"');
}

/* A number or one of the three words; null is an empty text. */
static bool json_plain(struct json_reader *r)
{
	const char *from = r->at;
	size_t len;

	while (r->at < r->end && *r->at &&
	    strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzE", *r->at))
		r->at++;
	len = (size_t)(r->at - from);
	if (len == 4 && memcmp(from, "null", 4) == 0)
		return true;
	if (len > 0 && (strchr("-0123456789", *from) ||
	    (len == 4 && memcmp(from, "true", 4) == 0) ||
	    (len == 5 && memcmp(from, "false", 5) == 0))) {
		memcpy(r->space, from, len);
		r->space += len;
		return true;
	}
	r->at = from;
	return false;
}

static bool json_scalar(struct json_reader *r)
{
	if (!json_blank(r))
		return false;
	return *r->at == '"' ? json_string(r) : json_plain(r);
}

static bool json_list(struct json_reader *r)
{
	if (json_meets(r, ']'))
		return true;
	for (bool more = false; ; more = true) {
		if (more) {
			memcpy(r->space, "; ", 2);
			r->space += 2;
		}
		if (!json_scalar(r))
			return false;
		if (json_meets(r, ']'))
			return true;
		if (!json_meets(r, ','))
			return false;
	}
}

static bool json_object(struct json_reader *r, int depth);

static bool json_value(struct json_reader *r, int depth)
{
	char *text = r->space;
	bool read;

	if (json_meets(r, '{'))
		return json_object(r, depth + 1);
	read = json_meets(r, '[') ? json_list(r) : json_scalar(r);
	if (read) {
		struct json_member m = {r->name, text, r->name_len,
		    (size_t)(r->space - text)};

		r->take(r->to, &m);
	}
	return read;
}

/* The name of a member behind those of the objects around it.  A name that
 * does not fit is no field's. */
static bool json_member_name(struct json_reader *r)
{
	char *text = r->space;
	size_t len;

	if (!json_string(r))
		return false;
	len = (size_t)(r->space - text);
	r->space = text;
	if (r->name_len > 0 && r->name_len < NAME)
		r->name[r->name_len++] = '_';
	if (len > NAME - r->name_len)
		len = NAME - r->name_len;
	memcpy(r->name + r->name_len, text, len);
	r->name_len += len;
	return true;
}

static bool json_object(struct json_reader *r, int depth)
{
	size_t outer = r->name_len;

	if (depth > DEPTH)
		return false;
	if (json_meets(r, '}'))
		return true;
	do {
		r->name_len = outer;
		if (!json_member_name(r) || !json_meets(r, ':') ||
		    !json_value(r, depth))
			return false;
	} while (json_meets(r, ','));
	r->name_len = outer;
	return json_meets(r, '}');
}

size_t icj__json_read(const char *text, size_t len, char *space,
    void (*take)(void *to, const struct json_member *m), void *to)
{
	struct json_reader r = {.at = text, .end = text + len,
	    .space = space, .take = take, .to = to};

	if (json_meets(&r, '{') && json_object(&r, 1) && !json_blank(&r))
		return 0;
	return (size_t)(r.at - text) + 1;
}
