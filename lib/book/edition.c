/* SPDX-License-Identifier: MIT */
/*
 * edition.c - the editions of the rules and which of them governs a day.
 * Owns the one table of their dates; knows no rule.
 */
#include "book/edition.h"

#include "base/base.h"
#include "time/text.h"

#define NO_DATE ICJ_DATE_NONE

/*
 * What is known of the editions from the history lines of the 2015 text and
 * from later notices.  Clerical amendments that moved no wording used here
 * are left out: 2015-02-04 is inside the 2015 text.
 */
static const struct icj_edition editions[] = {
	{ED_2010, ICJ_DAY(2009, 12, 3), false, "first rules"},
	{ED_2011, ICJ_DAY(2010, 9, 15), false, "first amendments"},
	{ED_2011_FEB, ICJ_DAY(2011, 1, 5), false, "clerical"},
	{ED_2012, ICJ_DAY(2011, 10, 26), false, "amendments"},
	{ED_2012_MAY, ICJ_DAY(2012, 4, 18), false, "clerical, 6-101"},
	{ICJ_DAY(2012, 11, 1), ICJ_DAY(2012, 10, 17), false, "6-103, forms"},
	{ED_2013, ICJ_DAY(2012, 10, 17), false, "amendments"},
	{ED_2014, ICJ_DAY(2013, 10, 9), false, "rules renumbered"},
	{ED_2015, ICJ_DAY(2014, 10, 29), true, "the complete text held"},
	{ED_2016, ICJ_DAY(2015, 8, 26), false, "language edit and substance"},
	{ED_2018, ICJ_DAY(2017, 9, 27), false, "18 amendments"},
	{ED_2020, ICJ_DAY(2019, 9, 11), false, "amendments"},
	{ED_2020_APR, ICJ_DAY(2020, 4, 23), false, "emergency rule"},
	{ED_2022, ICJ_DAY(2021, 10, 7), false, "amendments"},
	{ED_2024, ICJ_DAY(2023, 9, 27), false, "amendments"},
	{ED_2026, NO_DATE, false, "no text of it is held"},
};

ICJ_API const struct icj_edition *icj_edition_at(size_t i)
{
	return i < COUNT_OF(editions) ? &editions[i] : NULL;
}

/* Clerical revisions and the emergency rule left all other rules alone. */
ICJ_API icj_date icj_edition_after(icj_date day)
{
	for (size_t i = 0; day != ICJ_DATE_NONE && i < COUNT_OF(editions);
	    i++) {
		icj_date next = editions[i].effective;

		if (next > day && next != ED_2011_FEB && next != ED_2012_MAY &&
		    next != ED_2020_APR)
			return next;
	}
	return ICJ_DATE_NONE;
}

ICJ_API const struct icj_edition *icj_edition_on(icj_date day)
{
	size_t i = COUNT_OF(editions);

	while (i > 0 && editions[i - 1].effective > day)
		i--;
	return i > 0 ? &editions[i - 1] : NULL;
}

icj_date icj__edition_applied(icj_date from, icj_date until, icj_date on)
{
	if (on < from)
		return from;
	if (until != ED_OPEN && on >= until)
		on = until - 1;
	if (on >= ED_2015 && on < ED_2016)
		return ED_2015; /* as nearly always, while it is the one held */
	return icj_edition_on(on)->effective;
}

void icj__edition_span(icj_date on, icj_date *from, icj_date *until)
{
	for (size_t i = 0; i < COUNT_OF(editions); i++) {
		icj_date day = editions[i].effective;

		if (day <= on && day > *from)
			*from = day;
		else if (day > on && day < *until)
			*until = day;
	}
}

bool icj__latest_note(icj_date on, icj_date applied,
    char buf[ICJ_LATEST_NOTE])
{
	struct text t;

	if (on < ED_2026)
		return false;
	icj__text_start(&t, buf, ICJ_LATEST_NOTE);
	icj__text_add(&t, "the latest edition, of ");
	icj__text_add_date(&t, icj_edition_on(on)->effective);
	icj__text_add(&t, ", is not held; that of ");
	icj__text_add_date(&t, applied);
	icj__text_add(&t, " is applied");
	return true;
}
