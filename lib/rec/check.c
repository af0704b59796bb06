/* SPDX-License-Identifier: MIT */
/*
 * check.c - whether a text is one JSON object, strictly, for libyaml would take
 * much that is not JSON.  It writes the object twice, on one line and as
 * libyaml can read it, and decodes nothing else.
 */
#include "rec_internal.h"

#include <stdio.h>

struct check {
	const char *at;
	const char *end;
	struct rec_json_text *text;
	const char *why;
};

static const char no_memory[] = "out of memory";

static bool check_value(struct check *check);

static bool no(struct check *check, const char *why)
{
	if (!check->why)
		check->why = why;
	return false;
}

static bool check_put(struct check *check, const char *text, size_t len)
{
	return (rec_buf_add(&check->text->own, text, len) &&
	    rec_buf_add(&check->text->yaml, text, len)) ||
	    no(check, no_memory);
}

/* Passes bytes on to both texts. */
static bool check_pass(struct check *check, size_t len)
{
	if (!check_put(check, check->at, len))
		return false;
	check->at += len;
	return true;
}

static bool is_next(const struct check *check, char byte)
{
	return check->at < check->end && *check->at == byte;
}

static bool check_take(struct check *check, char byte, const char *why)
{
	return is_next(check, byte) ? check_pass(check, 1) : no(check, why);
}

enum blank { KEEP, CLOSE_UP, NONE }; /* NONE: nothing for libyaml, either */

/* Blanks between tokens: line breaks go, one blank stays for them if any. */
static bool space(struct check *check, enum blank how)
{
	struct rec_json_text *text = check->text;
	const char *from = check->at;
	bool broken = false;
	bool good = true;

	for (; check->at < check->end && strchr(" \t\r\n", *check->at) &&
	    *check->at && good; check->at++) {
		broken |= *check->at == '\n' || *check->at == '\r';
		if (how != NONE)
			good = rec_buf_byte(&text->yaml,
			    *check->at == '\n' ? '\n' : ' ');
	}
	if (!broken)
		good &= rec_buf_add(&text->own, from,
		    (size_t)(check->at - from));
	else if (how == KEEP)
		good &= rec_buf_byte(&text->own, ' ');
	return good || no(check, no_memory);
}

static int hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

/* The number in \uXXXX at at, or -1. */
static long escape_u(const char *at, const char *end)
{
	long code = 0;

	if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		if (hex_digit(at[i]) < 0)
			return -1;
		code = code * 16 + hex_digit(at[i]);
	}
	return code;
}

/* Own bytes to the one text, other words for them to the other. */
static bool reword(struct check *check, size_t len, const char *words)
{
	if (!rec_buf_add(&check->text->own, check->at, len) ||
	    !rec_buf_add(&check->text->yaml, words, strlen(words)))
		return no(check, no_memory);
	check->at += len;
	return true;
}

/* libyaml takes no surrogates; half a pair is U+FFFD to it. */
static bool unicode(struct check *check)
{
	long high = escape_u(check->at, check->end);
	long low = high < 0 ? -1 : escape_u(check->at + 6, check->end);
	char words[12];

	if (high < 0)
		return no(check, "a bad \\u escape");
	if (high < 0xd800 || high > 0xdfff)
		return check_pass(check, 6);
	if (high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return reword(check, 6, "\\ufffd");
	snprintf(words, sizeof(words), "\\U%08lx",
	    (unsigned long)(0x10000 + ((high - 0xd800) << 10) +
	        (low - 0xdc00)));
	return reword(check, 12, words);
}

static bool escape(struct check *check)
{
	if (check->end - check->at < 2)
		return no(check, "a string that does not end");
	if (check->at[1] == 'u')
		return unicode(check);
	if (check->at[1] == '/')
		return reword(check, 2, "/");
	if (!check->at[1] || !strchr("\"\\bfnrt", check->at[1]))
		return no(check, "an unknown escape");
	return check_pass(check, 2);
}

/* Characters that libyaml takes for line breaks or refuses unescaped. */
static bool check_wide(struct check *check)
{
	const unsigned char *at = (const unsigned char *)check->at;
	size_t len = rec_utf8(check->at, (size_t)(check->end - check->at));
	char words[8];
	unsigned code = 0;

	if (len == 0)
		return no(check, "not UTF-8");
	if (len == 1)
		code = at[0];
	else if (len == 2)
		code = (at[0] & 0x1fu) << 6 | (at[1] & 0x3fu);
	else if (len == 3)
		code = (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 |
		    (at[2] & 0x3fu);
	if (!(code >= 0x7f && code <= 0x9f) && code != 0x2028 &&
	    code != 0x2029 && code != 0xfeff && code < 0xfffe)
		return check_pass(check, len);
	snprintf(words, sizeof(words), "\\u%04x", code & 0xffff);
	return reword(check, len, words);
}

/* Bytes that stand for themselves. */
static size_t check_plain_run(const struct check *check)
{
	const char *at = check->at;

	while (at < check->end && (unsigned char)*at >= 0x20 &&
	    (unsigned char)*at < 0x7f && *at != '"' && *at != '\\')
		at++;
	return (size_t)(at - check->at);
}

static bool string(struct check *check, const char *why)
{
	bool good = check_take(check, '"', why);

	while (good && !is_next(check, '"')) {
		size_t run = check_plain_run(check);

		if (run)
			good = check_pass(check, run);
		else if (check->at == check->end)
			good = no(check, "a string that does not end");
		else if (*check->at == '\\')
			good = escape(check);
		else if ((unsigned char)*check->at < 0x20)
			good = no(check, "a control character in a string");
		else
			good = check_wide(check);
	}
	return good && check_pass(check, 1);
}

static size_t check_digits(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return (size_t)(at - from);
}

/* A fraction or an exponent: its length, 0 when none, -1 when cut short. */
static long number_part(const char *at, const char *end, bool exponent)
{
	const char *from = at;
	size_t len;

	if (at == end || (exponent ? *at != 'e' && *at != 'E' : *at != '.'))
		return 0;
	at++;
	if (exponent && at < end && (*at == '+' || *at == '-'))
		at++;
	len = check_digits(at, end);
	return len ? at - from + (long)len : -1;
}

static bool check_number(struct check *check)
{
	const char *at = check->at + is_next(check, '-');
	size_t len = check_digits(at, check->end);

	if (len == 0 || (len > 1 && *at == '0'))
		return no(check, "not a JSON value");
	at += len;
	for (int exponent = 0; exponent < 2; exponent++) {
		long part = number_part(at, check->end, exponent);

		if (part < 0)
			return no(check, "a number that does not end");
		at += part;
	}
	return check_pass(check, (size_t)(at - check->at));
}

static bool word(struct check *check, const char *text)
{
	size_t len = strlen(text);

	return (size_t)(check->end - check->at) >= len &&
	    !memcmp(check->at, text, len) && check_pass(check, len);
}

static bool check_member(struct check *check)
{
	return string(check,
		   "a key that is not a string in quotes; "
		   "-i yaml reads YAML") &&
	    space(check, NONE) &&
	    check_take(check, ':', "no ':' after a key") &&
	    space(check, KEEP) && check_value(check);
}

/* The members between two brackets. */
static bool members(struct check *check, char close,
    bool (*one)(struct check *))
{
	if (!check_pass(check, 1) || !space(check, CLOSE_UP))
		return false;
	if (is_next(check, close))
		return check_pass(check, 1);
	while (one(check) && space(check, CLOSE_UP)) {
		if (is_next(check, close))
			return check_pass(check, 1);
		if (!check_take(check, ',', "no ',' where one is due") ||
		    !space(check, KEEP))
			return false;
	}
	return false;
}

static bool check_value(struct check *check)
{
	if (is_next(check, '{'))
		return members(check, '}', check_member);
	if (is_next(check, '['))
		return members(check, ']', check_value);
	if (is_next(check, '"'))
		return string(check, "");
	if (word(check, "true") || word(check, "false") || word(check, "null"))
		return true;
	return check_number(check);
}

int rec_json_check(struct rec_json_text *text, const char *object, size_t len,
    size_t *offset, const char **why)
{
	struct check check = { .at = object, .end = object + len,
		.text = text };
	bool good;

	text->own.len = 0;
	text->yaml.len = 0;
	good = check_value(&check);
	if (good && check.at < check.end)
		good = no(&check, "brackets that do not match");
	*offset = (size_t)(check.at - object);
	*why = check.why ? check.why : "not a JSON value";
	if (check.why == no_memory)
		return -2;
	return good ? 0 : -1;
}
