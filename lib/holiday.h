/* SPDX-License-Identifier: MIT */
/* holiday.h - what calendar.c may ask of holiday.c. */
#ifndef HOLIDAY_H
#define HOLIDAY_H

#include "icj.h"

/* The most federal holidays that one year has. */
#define ICJ__HOLIDAYS 11

/* The year from which on their list is the same. */
#define ICJ__HOLIDAYS_SETTLED 2021

/* Fills days with those on which the holidays of a year are observed and
 * returns how many there are.  New Year's Day may be observed on the last day
 * of the year before. */
size_t icj__holidays(int year, icj_date days[ICJ__HOLIDAYS]);

/* The name of the holiday observed on a day, NULL if there is none. */
const char *icj__holiday_name(icj_date day);

#endif
