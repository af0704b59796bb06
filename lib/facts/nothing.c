/* SPDX-License-Identifier: MIT */
/*
 * nothing.c - cells that say nothing: blanks of any kind, and the words by
 * which people and programs say that they do not know.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/text.h"
#include "facts/field.h"
#include "facts/nothing.h"

/* -- Blanks ------------------------------------------------------------- */

static bool nothing_is_one_of(const unsigned char *two, unsigned first,
    unsigned last)
{
	return two[0] == 0x80 && two[1] >= first && two[1] <= last;
}

/* Of three bytes: the spaces of typesetters, line and paragraph separators,
 * marks of direction and what has no width at all. */
static bool is_wide_blank(const unsigned char *c)
{
	switch (c[0]) {
	case 0xe1:
		return c[1] == 0x9a && c[2] == 0x80;
	case 0xe2:
		return nothing_is_one_of(c + 1, 0x80, 0x8f) ||
		    nothing_is_one_of(c + 1, 0xa8, 0xaf) ||
		    (c[1] == 0x81 && (c[2] == 0x9f || c[2] == 0xa0));
	case 0xe3:
		return c[1] == 0x80 && c[2] == 0x80;
	case 0xef:
		return c[1] == 0xbb && c[2] == 0xbf;
	}
	return false;
}

static bool is_plain_blank(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The bytes of the blank that begins the text, 0 if it is none.  A no-break
 * space may also stand as its one byte of Latin-1. */
static size_t leading(const char *text, size_t len)
{
	const unsigned char *c = (const unsigned char *)text;

	if (len == 0)
		return 0;
	if (is_plain_blank(c[0]) || c[0] == 0xa0)
		return 1;
	if (len >= 2 && c[0] == 0xc2 && (c[1] == 0xa0 || c[1] == 0x85))
		return 2;
	return len >= 3 && is_wide_blank(c) ? 3 : 0;
}

/* The same of the blank that ends it.  A last byte 0xa0 behind others of a
 * character is part of that. */
static size_t trailing(const char *text, size_t len)
{
	const unsigned char *c = (const unsigned char *)text;

	if (len == 0)
		return 0;
	if (is_plain_blank(c[len - 1]))
		return 1;
	if (len >= 2 && leading(text + len - 2, 2) == 2)
		return 2;
	if (len >= 3 && leading(text + len - 3, 3) == 3)
		return 3;
	return c[len - 1] == 0xa0 && (len == 1 || c[len - 2] < 0x80);
}

static bool may_be_blank(char c)
{
	return (unsigned char)c <= ' ' || (unsigned char)c >= 0x80;
}

ICJ_API const char *icj_trim(const char *text, size_t *len)
{
	if (!text || !len)
		return text;

	size_t n;

	if (*len > 0 && !may_be_blank(*text) && !may_be_blank(text[*len - 1]))
		return text; /* as nearly always */
	while ((n = leading(text, *len)) > 0) {
		text += n;
		*len -= n;
	}
	while ((n = trailing(text, *len)) > 0)
		*len -= n;
	return text;
}

/* -- Words -------------------------------------------------------------- */

/* Folded as icj__same_word() wants them; the last two are dashes as word
 * processors write them. */
static const char *const words[] = {
	"unknown", "unk", "n/a", "na", "#n/a", "null", "\\n", "nil", "-",
	"--", "?", "tbd", "tba", "\xe2\x80\x93", "\xe2\x80\x94",
};

#define LONGEST 7 /* of the words */

bool icj__is_empty_word(const char *text, size_t len)
{
	if (len > LONGEST)
		return false;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (icj__same_word(words[i], text, len))
			return true;
	return false;
}

ICJ_API bool icj_says_nothing(const char *text, size_t len)
{
	if (!text)
		return true;

	text = icj_trim(text, &len);
	return len == 0 || icj__is_empty_word(text, len);
}
