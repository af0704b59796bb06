/* SPDX-License-Identifier: MIT */
/* calendar.h - what else the library asks of a calendar. */
#ifndef ICJ_TIME_CALENDAR_H
#define ICJ_TIME_CALENDAR_H

#include "icj.h"

/* Why the first closed days from *first to the end are so, NULL if all are
 * open; they are *first to *last, all closed for one reason. */
const char *icj__next_closed(const struct icj_calendar *cal, icj_state state,
    icj_date end, icj_date *first, icj_date *last);

#endif
