/* SPDX-License-Identifier: MIT */
/* date.h - what date.c, date_form.c, time.c and holiday.c share. */
#ifndef ICJ_DATE_H
#define ICJ_DATE_H

#include <string.h>

#include "icj.h"

/* between[] of a pattern without a separator there, as in "%Y%m%d". */
#define GLUED '%'
/* A part of an order: the month by its English name. */
#define MONTH_NAME 'b'

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

/* -- A day of the calendar ---------------------------------------------- */

/* Days from 0001-01-01 to 1970-01-01. */
#define BEFORE_1970 719162

static inline unsigned icj__month_length(unsigned leap, unsigned month)
{
	const int16_t *starts = &icj__month_starts[leap][month - 1];

	return (unsigned)(starts[1] - starts[0]);
}

/* Without branches on the year or the month: dates in files are in no order
 * that a processor could guess.  A century is a leap year when it divides by
 * four; a number below the least wraps to a huge one. */
static inline icj_date icj__day_of(unsigned century, unsigned of_century,
    unsigned month, unsigned mday)
{
	unsigned year = century * 100 + of_century;
	unsigned leap, days;

	if (year - 1 >= 9999 || month - 1 >= 12)
		return ICJ_DATE_NONE;
	leap = ((of_century ? of_century : century) & 3) == 0;
	if (mday - 1 >= icj__month_length(leap, month))
		return ICJ_DATE_NONE;
	days = 365 * year + year / 4 - century + century / 4 - leap;
	days += (unsigned)icj__month_starts[leap][month - 1] + mday;
	return (icj_date)days - 366 - BEFORE_1970;
}

/* -- ISO dates ----------------------------------------------------------- */

/* The four pairs of digits in YYYY-MM-DD; false where the ten bytes have
 * another shape.  They are tested as they stand in memory, eight and two at
 * once. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline bool icj__iso_pairs(const char *s, unsigned pair[4])
{
	uint64_t word, zeros;
	uint16_t two;
	uint32_t day;

	memcpy(&word, s, 8);
	memcpy(&zeros, "0000-00-", 8);
	memcpy(&two, s + 8, 2);
	word ^= zeros;
	day = two ^ 0x3030u;
	/* No byte of a digit is above 9 now, and none of a hyphen above 0. */
	if (((word | (word + UINT64_C(0x7f76767f76767676))) &
	    UINT64_C(0x8080808080808080)) |
	    ((day | (day + 0x7676)) & 0x8080))
		return false;
	word = word * 10 + (word >> 8);
	pair[0] = word & 0xff;
	pair[1] = word >> 16 & 0xff;
	pair[2] = word >> 40 & 0xff;
	pair[3] = (day * 10 + (day >> 8)) & 0xff;
	return true;
}
#else
static inline bool icj__iso_pairs(const char *s, unsigned pair[4])
{
	static const uint8_t at[4] = {0, 2, 5, 8};

	for (int i = 0; i < 4; i++) {
		pair[i] = (unsigned)two_digits(s + at[i]);
		if (pair[i] > 99)
			return false;
	}
	return s[4] == '-' && s[7] == '-';
}
#endif

/* The ten bytes as YYYY-MM-DD; ICJ_E_DATE if they have another shape. */
static inline enum icj_err icj__iso_date(const char *s, icj_date *out)
{
	unsigned pair[4];

	*out = ICJ_DATE_NONE;
	if (!icj__iso_pairs(s, pair))
		return ICJ_E_DATE;
	*out = icj__day_of(pair[0], pair[1], pair[2], pair[3]);
	return *out == ICJ_DATE_NONE ? ICJ_E_NO_SUCH_DAY : ICJ_OK;
}

/* A date at the start of a text, ISO or in the form, which is not NULL; *used
 * is its length. */
enum icj_err icj__scan_date(const char *s, size_t len,
    const struct icj_date_form *form, icj_date *out, size_t *used);

/* Writes a date and a NUL, nothing for one out of range; returns its end. */
char *icj__put_date(char *p, icj_date day);

#endif
