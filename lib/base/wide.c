/* SPDX-License-Identifier: MIT */
/*
 * wide.c - exact arithmetic on whole numbers of 128 bits.  It divides, reduces
 * and writes them, and must not know what they count.
 */
#include "base/wide.h"

#include "base/base.h"
#include "base/guard.h"

#define DECIMALS 12

static wide greatest_common(wide a, wide b)
{
	while (b != 0) {
		wide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static wide wide_whole(const uint64_t half[2])
{
	return (wide)half[0] << 64 | half[1];
}

struct icj_ratio icj__ratio(wide num, wide den)
{
	wide common = greatest_common(num, den);

	num /= common;
	den /= common;
	return (struct icj_ratio){
		{ (uint64_t)(num >> 64), (uint64_t)num },
		{ (uint64_t)(den >> 64), (uint64_t)den },
	};
}

wide icj__ratio_num(const struct icj_ratio *r)
{
	return wide_whole(r->num);
}

wide icj__ratio_den(const struct icj_ratio *r)
{
	return wide_whole(r->den);
}

/* Long division, a digit at a time: a product by 10^places would need far
 * more than 128 bits. */
wide icj__wide_shift(wide num, wide den, int places, wide *rest)
{
	wide shifted = num / den;

	num %= den;
	for (; places > 0; places--) {
		num *= 10;
		shifted = shifted * 10 + num / den;
		num %= den;
	}
	*rest = num;
	return shifted;
}

char *icj__wide_format(wide n, int digits, char *buf)
{
	char reversed[WIDE_SIZE];
	int count = 0;

	while (n != 0 || count < digits) {
		reversed[count++] = (char)('0' + (int)(n % 10));
		n /= 10;
	}
	while (count > 0)
		*buf++ = reversed[--count];
	*buf = '\0';
	return buf;
}

ICJ_API char *icj_ratio_format(const struct icj_ratio *r,
    char buf[ICJ_RATIO_SIZE])
{
	if (!r || !buf)
		return icj__no_text(buf);

	char *end = icj__wide_format(wide_whole(r->num), 1, buf);

	*end++ = '/';
	icj__wide_format(wide_whole(r->den), 1, end);
	return buf;
}

/* Half to even, so that no column of shares leans upwards. */
ICJ_API char *icj_ratio_decimal(const struct icj_ratio *r,
    char buf[ICJ_DECIMAL_SIZE])
{
	if (!r || !buf)
		return icj__no_text(buf);

	wide den = wide_whole(r->den);
	wide rest;
	wide n = icj__wide_shift(wide_whole(r->num), den, DECIMALS, &rest);
	wide unit = 1;
	char *end;

	if (rest > den - rest || (rest == den - rest && (n & 1)))
		n++;
	for (int i = 0; i < DECIMALS; i++)
		unit *= 10;
	end = icj__wide_format(n / unit, 1, buf);
	*end++ = '.';
	icj__wide_format(n % unit, DECIMALS, end);
	return buf;
}
