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

static void coverage_count(const char *cite, bool below, icj_date day,
    struct standings *s)
{
	const struct wording *w;

	for (size_t i = 0; i < P_COUNT; i++) {
		const struct provision *p = &icj__book[i];

		if (icj__book_on(NULL, p, ED_2016 - 1, &w) == NOT_YET ||
		    !icj_cites(w->rule.cite, cite, strlen(cite), below))
			continue;
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

ICJ_API unsigned icj_paragraph_on(const struct icj_paragraph *p, icj_date day)
{
	unsigned does = icj_paragraph_disposition(p);
	struct standings s = {0, 0, 0};

	if (!p || day < ED_2016 || does & (ICJ_RESCINDED | ICJ_TITLE))
		return does;
	coverage_count(p->cite, false, day, &s);
	if (s.all == 0)
		coverage_count_rows(p->row, day, &s);
	if (s.all == 0)
		coverage_count(p->cite, true, day, &s);
	if (s.there > 0)
		return does;
	return s.all > 0 && s.gone == s.all ? ICJ_RESCINDED : ICJ_NOT_SEEN;
}
