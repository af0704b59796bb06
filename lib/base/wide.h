/* SPDX-License-Identifier: MIT */
/*
 * wide.h - exact arithmetic on whole numbers of 128 bits.  It divides, reduces
 * and writes them, and must not know what they count.
 */
#ifndef ICJ_WIDE_H
#define ICJ_WIDE_H

#include "icj.h"

__extension__ typedef unsigned __int128 wide;

/* Room for the 39 digits of the largest one and a NUL. */
#define WIDE_SIZE 40

/* num / den in lowest terms; den must not be 0. */
struct icj_ratio icj__ratio(wide num, wide den);

wide icj__ratio_num(const struct icj_ratio *r);
wide icj__ratio_den(const struct icj_ratio *r);

/* The whole part of num / den * 10^places, and what remains over den.  den
 * must be below 2^124, and the result must fit. */
wide icj__wide_shift(wide num, wide den, int places, wide *rest);

/* Writes n with at least `digits` digits and a NUL; returns where it ends. */
char *icj__wide_format(wide n, int digits, char *buf);

#endif
