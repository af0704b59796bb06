/* SPDX-License-Identifier: MIT */
/* edition.h - the effective dates of the editions; edition.c has the table. */
#ifndef ICJ_BOOK_EDITION_H
#define ICJ_BOOK_EDITION_H

#include "icj.h"
#include "time/day.h"

#define ED_2010 ICJ_DAY(2010, 3, 1)
#define ED_2011 ICJ_DAY(2011, 1, 1)
#define ED_2011_FEB ICJ_DAY(2011, 2, 4)
#define ED_2012 ICJ_DAY(2012, 3, 1)
#define ED_2012_MAY ICJ_DAY(2012, 5, 31)
#define ED_2012_NOV ICJ_DAY(2012, 11, 1)
#define ED_2013 ICJ_DAY(2013, 4, 1)
#define ED_2014 ICJ_DAY(2014, 4, 1)
#define ED_2014_OCT ICJ_DAY(2014, 10, 29)
#define ED_2015 ICJ_DAY(2015, 1, 1)
#define ED_2016 ICJ_DAY(2016, 2, 1)
#define ED_2016_OCT ICJ_DAY(2016, 10, 17)
#define ED_2018 ICJ_DAY(2018, 3, 1)
#define ED_2020 ICJ_DAY(2020, 3, 1)
#define ED_2020_APR ICJ_DAY(2020, 4, 23)
#define ED_2022 ICJ_DAY(2022, 3, 1)
#define ED_2024 ICJ_DAY(2024, 4, 1)
/* Of this one no text is held: what stood before is not known to have ended. */
#define ED_2026 ICJ_DAY(2026, 4, 1)
#define ED_OPEN ICJ_DATE_NONE

/* No edition: the Commission's compliance standards are held from then on. */
#define YEAR_2019 ICJ_DAY(2019, 1, 1)

/* The effective date of the edition to name when a wording is applied on the
 * day: the one in force if the wording is held for it, else the last, or the
 * first, that it belongs to. */
icj_date icj__edition_applied(icj_date from, icj_date until, icj_date on);

/* Narrows the days [*from, *until) around a day to those of its edition. */
void icj__edition_span(icj_date on, icj_date *from, icj_date *until);

#define ICJ_LATEST_NOTE 112

/* That the edition of a day is one of which no text is held, and which one is
 * applied; false where that is not so. */
bool icj__latest_note(icj_date on, icj_date applied,
    char buf[ICJ_LATEST_NOTE]);

#endif
