/* SPDX-License-Identifier: MIT */
/* calendar.h - what else the library asks of a calendar. */
#ifndef ICJ_TIME_CALENDAR_H
#define ICJ_TIME_CALENDAR_H

#include "icj.h"

/* The first closed day from one to the end, NONE if all are open. */
icj_date icj__next_closed(const struct icj_calendar *cal, icj_state state,
    icj_date day, icj_date end);

#endif
