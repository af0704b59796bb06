/* SPDX-License-Identifier: MIT */
/* date.h - what date.c, date_form.c and time.c share: digits in and out. */
#ifndef ICJ_DATE_H
#define ICJ_DATE_H

#include "icj.h"
#include "internal.h"

/* between[] of a pattern without a separator there, as in "%Y%m%d". */
#define GLUED '%'

/* Two digits as a number, or a negative one. */
static inline int two_digits(const char *s)
{
	unsigned tens = (unsigned)(unsigned char)s[0] - '0';
	unsigned ones = (unsigned)(unsigned char)s[1] - '0';

	return ((tens > 9) | (ones > 9)) ? -1 : (int)(tens * 10 + ones);
}

static inline char *put_two(char *p, int n)
{
	*p++ = (char)('0' + n / 10);
	*p++ = (char)('0' + n % 10);
	return p;
}

/* A date at the start of a text, ISO or in the form; *used is its length. */
enum icj_err icj__scan_date(const char *s, size_t len,
    const struct icj_date_form *form, icj_date *out, size_t *used);

/* Writes a date and a NUL, nothing for one out of range; returns its end. */
char *icj__put_date(char *p, icj_date day);

#endif
