/* SPDX-License-Identifier: MIT */
/*
 * mask.c - text of others (values, names of columns and files) as it may stand
 * where a terminal reads it: with a '?' for each byte that is no UTF-8 and each
 * character that would steer the terminal or turn the direction of the text.
 * Letters of all languages stay.
 */
#include <string.h>

#include "tool/mask.h"

/* Whether three bytes turn or part the text: U+061C, U+200E, U+200F, U+2028 to
 * U+202E, U+2066 to U+2069. */
static bool mask_turns(const unsigned char *c, size_t n)
{
	if (n == 2)
		return c[0] == 0xd8 && c[1] == 0x9c;
	if (n != 3 || c[0] != 0xe2)
		return false;
	return (c[1] == 0x80 && (c[2] == 0x8e || c[2] == 0x8f ||
	    (c[2] >= 0xa8 && c[2] <= 0xae))) ||
	    (c[1] == 0x81 && c[2] >= 0xa6 && c[2] <= 0xa9);
}

/* Controls of both sets, overlong forms, surrogates, beyond the last. */
static bool is_barred(const unsigned char *c, size_t n)
{
	if (n == 1)
		return *c < 0x20 || *c == 0x7f;
	return *c < 0xc2 || *c > 0xf4 || (*c == 0xc2 && c[1] < 0xa0) ||
	    (*c == 0xe0 && c[1] < 0xa0) || (*c == 0xed && c[1] > 0x9f) ||
	    (*c == 0xf0 && c[1] < 0x90) || (*c == 0xf4 && c[1] > 0x8f);
}

size_t mask_character(const char *s, size_t len, bool *shown)
{
	const unsigned char *c = (const unsigned char *)s;
	size_t n = *c < 0x80 ? 1 : *c < 0xe0 ? 2 : *c < 0xf0 ? 3 : 4;

	*shown = false;
	if (n > len)
		return 1;
	for (size_t i = 1; i < n; i++)
		if ((c[i] & 0xc0) != 0x80)
			return 1;
	*shown = !is_barred(c, n) && !mask_turns(c, n);
	return *shown || mask_turns(c, n) ? n : 1;
}

/* How many bytes from s on can be shown. */
static size_t mask_length(const char *s, size_t len)
{
	size_t at = 0;
	bool shown = true;

	while (at < len) {
		size_t n = mask_character(s + at, len - at, &shown);

		if (!shown)
			break;
		at += n;
	}
	return at;
}

void mask_put(FILE *out, const char *s, size_t len)
{
	bool shown;

	while (len > 0) {
		size_t n = mask_length(s, len);

		fwrite(s, 1, n, out);
		s += n;
		len -= n;
		if (len == 0)
			return;
		putc('?', out);
		n = mask_character(s, len, &shown);
		s += n;
		len -= n;
	}
}

void mask_puts(FILE *out, const char *s)
{
	mask_put(out, s, strlen(s));
}
