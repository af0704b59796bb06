/* SPDX-License-Identifier: MIT */
/* holiday.h - what calendar.c may ask of holiday.c. */
#ifndef HOLIDAY_H
#define HOLIDAY_H

#include "icj.h"

/* The most federal holidays that one year has, and one of the next. */
#define ICJ__HOLIDAYS 12

/* Fills days with those of a year on which a holiday is observed, counted from
 * 1 January, and returns how many there are.  The last day may be the New
 * Year's Day of the next year.  The year has that many days and begins on the
 * weekday, 0 being Monday. */
size_t icj__holidays(int year, int length, int weekday,
    int16_t days[ICJ__HOLIDAYS]);

/* The last year that has the same holidays by law as this one and those
 * between; years of these that begin on one weekday and are as long as one
 * another observe them on the same days. */
int icj__same_holidays_until(int year);

/* The name of the holiday observed on a day, NULL if there is none. */
const char *icj__holiday_name(icj_date day);

#endif
