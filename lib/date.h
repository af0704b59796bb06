/* SPDX-License-Identifier: MIT */
/* date.h - what date.c, date_form.c, time.c and holiday.c share. */
#ifndef ICJ_DATE_H
#define ICJ_DATE_H

#include <string.h>

#include "icj.h"
#include "internal.h"

/* between[] of a pattern without a separator there, as in "%Y%m%d". */
#define GLUED '%'

/* Days of the year before each month, in years of 365 and of 366 days. */
extern const int16_t icj__month_starts[2][13];

/* Two digits as a number, or a negative one. */
static inline int two_digits(const char *s)
{
	unsigned tens = (unsigned)(unsigned char)s[0] - '0';
	unsigned ones = (unsigned)(unsigned char)s[1] - '0';

	return ((tens > 9) | (ones > 9)) ? -1 : (int)(tens * 10 + ones);
}

/* "00" to "99", one after the other. */
extern const char icj__pairs[200];

/* A number below a hundred. */
static inline char *put_two(char *p, unsigned n)
{
	memcpy(p, icj__pairs + 2 * (size_t)n, 2);
	return p + 2;
}

/* A date at the start of a text, ISO or in the form; *used is its length. */
enum icj_err icj__scan_date(const char *s, size_t len,
    const struct icj_date_form *form, icj_date *out, size_t *used);

/* Writes a date and a NUL, nothing for one out of range; returns its end. */
char *icj__put_date(char *p, icj_date day);

#endif
