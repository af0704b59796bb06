/* SPDX-License-Identifier: MIT */
/*
 * coverage.c - what becomes of the paragraphs of 2015 by the law of a later
 * day: by the provisions that bore their numbers.  Knows no case.
 */
#include "book/book.h"

#include <string.h>

#include "book/paragraph.h"

/* How the provisions stand that bore a number. */
struct standings {
	size_t all, there, gone;
};

static void coverage_add(const struct provision *p, icj_date day,
    struct standings *s)
{
	const struct wording *w;

	s->all++;
	switch (icj__book_on(NULL, p, day, &w)) {
	case IN_FORCE:
		s->there++;
		break;
	case GONE:
		s->gone++;
		break;
	case NOT_YET:
	case GAP:
		break;
	}
}

static void coverage_count(const char *cite, bool below, icj_date day,
    struct standings *s)
{
	const struct wording *w;

	for (size_t i = 0; i < P_COUNT; i++) {
		const struct provision *p = &icj__book[i];

		if (icj__book_on(NULL, p, ED_2016 - 1, &w) != NOT_YET &&
		    icj_cites(w->rule.cite, cite, strlen(cite), below))
			coverage_add(p, day, s);
	}
}

/* The paragraphs whose rows show this one, set apart by "; ". */
static void coverage_count_rows(const char *rows, icj_date day,
    struct standings *s)
{
	char cite[64];

	while (rows && *rows) {
		size_t n = strcspn(rows, ";");

		if (n < sizeof(cite)) {
			memcpy(cite, rows, n);
			cite[n] = '\0';
			coverage_count(cite, false, day, s);
		}
		rows += n;
		rows += strspn(rows, "; ");
	}
}

ICJ_API const char *icj_paragraph_says(const struct icj_paragraph *p)
{
	const struct wording *w;

	if (!p || p->says)
		return p ? p->says : NULL;
	w = icj__wording(NULL, &icj__book[p->provision - 1],
	    p->from < ED_2016 ? ED_2016 - 1 : p->from);
	return w->rule.says;
}

/* Of what came later: the number, too, has to be that of the day. */
static unsigned later_on(const struct icj_paragraph *p, icj_date day)
{
	const struct wording *w;
	enum book_on on = icj__book_on(NULL, &icj__book[p->provision - 1], day,
	    &w);

	if (on == NOT_YET || day < p->from)
		return 0;
	if (on == GONE || strcmp(w->rule.cite, p->cite) != 0)
		return ICJ_RESCINDED;
	return on == IN_FORCE ? icj_paragraph_disposition(p) : ICJ_NOT_SEEN;
}

ICJ_API unsigned icj_paragraph_on(const struct icj_paragraph *p, icj_date day)
{
	unsigned does = icj_paragraph_disposition(p);
	struct standings s = {0, 0, 0};

	if (p && p->from >= ED_2016)
		return later_on(p, day);
	if (!p || day < ED_2016 || does & (ICJ_RESCINDED | ICJ_TITLE))
		return does;
	coverage_count(p->cite, false, day, &s);
	if (s.all == 0 && p->goes_with)
		coverage_add(&icj__book[p->goes_with - 1], day, &s);
	if (s.all == 0)
		coverage_count_rows(p->row, day, &s);
	if (s.all == 0)
		coverage_count(p->cite, true, day, &s);
	if (s.there > 0)
		return does;
	return s.all > 0 && s.gone == s.all ? ICJ_RESCINDED : ICJ_NOT_SEEN;
}
