/* SPDX-License-Identifier: MIT */
/*
 * text.c - letters, blanks and names.  It knows no format and keeps nothing.
 */
#include "rec_internal.h"

static bool is_tail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* Bytes that a first byte promises; 0: it begins nothing. */
static size_t promised(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first < 0xe0)
		return 2;
	if (first >= 0xe0 && first < 0xf0)
		return 3;
	if (first >= 0xf0 && first < 0xf5)
		return 4;
	return 0;
}

/* Overlong forms, surrogates and what lies above U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second)
{
	switch (first) {
	case 0xe0:
		return second >= 0xa0;
	case 0xed:
		return second < 0xa0;
	case 0xf0:
		return second >= 0x90;
	case 0xf4:
		return second < 0x90;
	default:
		return true;
	}
}

size_t rec_utf8(const char *text, size_t len)
{
	const unsigned char *byte = (const unsigned char *)text;
	size_t want = len ? promised(byte[0]) : 0;

	if (want == 0 || want > len)
		return 0;
	for (size_t i = 1; i < want; i++)
		if (!is_tail(byte[i]))
			return 0;
	if (want > 1 && !second_fits(byte[0], byte[1]))
		return 0;
	return want;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

struct rec_text rec_trim(const char *text, size_t len)
{
	while (len && is_blank(text[len - 1]))
		len--;
	while (len && is_blank(*text)) {
		text++;
		len--;
	}
	return (struct rec_text){ text, len };
}

unsigned char rec_fold(unsigned char byte)
{
	if (byte >= 'A' && byte <= 'Z')
		return (unsigned char)(byte - 'A' + 'a');
	if (byte == ' ' || byte == '-')
		return '_';
	return byte;
}

static bool is_word(const char *text, size_t len, const char *word)
{
	for (size_t i = 0; i < len; i++)
		if (!word[i] || /* a NUL in the text is no end */
		    rec_fold((unsigned char)text[i]) != (unsigned char)word[i])
			return false;
	return word[len] == '\0';
}

/* Words that are a boolean or nothing to YAML 1.1 or to YAML 1.2, in capitals
 * or not, and what merges or stands for a default value. */
static bool is_typed_word(const char *text, size_t len)
{
	static const char *const words[] = {
		"y", "n", "yes", "no", "on", "off", "true", "false", "null",
		"~", "=", "<<", NULL
	};

	for (size_t i = 0; len <= 5 && words[i]; i++)
		if (is_word(text, len, words[i]))
			return true;
	return false;
}

/* Digits that every reader gives back as they are: no zero before them, and
 * not so many that a floating point number would lose some. */
static bool is_short_count(const char *text, size_t len)
{
	if (len > 15 || (len > 1 && *text == '0'))
		return false;
	for (size_t i = 0; i < len; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return len > 0;
}

/* What numbers, times of day and dates of any reader are made of: octal and
 * hexadecimal ones, those to base 60, and with underscores. */
static bool is_typed_number(const char *text, size_t len)
{
	if (!strchr("+-.0123456789", *text) || is_short_count(text, len))
		return false;
	if ((len > 3 && is_word(text + len - 4, 4, ".inf")) ||
	    (len > 3 && is_word(text + len - 4, 4, ".nan")))
		return true;
	for (size_t i = 0; i < len; i++)
		if (!text[i] || !strchr("0123456789abcdefABCDEFxXoO_.:+-tTzZ ",
		    text[i]))
			return false;
	return true;
}

bool rec_is_typed(const char *text, size_t len)
{
	return len == 0 || is_typed_word(text, len) ||
	    (*text && is_typed_number(text, len));
}

bool rec_is_null(const char *text, size_t len)
{
	if (len == 0)
		return true;
	if (len == 1)
		return *text == '~';
	return len == 4 && (!memcmp(text, "null", 4) ||
	    !memcmp(text, "Null", 4) || !memcmp(text, "NULL", 4));
}
