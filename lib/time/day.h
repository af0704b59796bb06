/* SPDX-License-Identifier: MIT */
/* day.h - a civil date as a constant expression, for tables. */
#ifndef ICJ_TIME_DAY_H
#define ICJ_TIME_DAY_H

#define ICJ_DAY(y, m, d) ((icj_date)( \
	365 * ICJ_DAY_Y(y, m) + ICJ_DAY_Y(y, m) / 4 - ICJ_DAY_Y(y, m) / 100 + \
	ICJ_DAY_Y(y, m) / 400 + (153 * ((m) + ((m) > 2 ? -3 : 9)) + 2) / 5 + \
	(d) - 1 - 719468))
#define ICJ_DAY_Y(y, m) ((y) - ((m) <= 2))

#endif
