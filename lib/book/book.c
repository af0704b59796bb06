/* SPDX-License-Identifier: MIT */
/*
 * book.c - the provisions with their wordings: one table, a file a section.  A
 * wording that was released is never edited, only ended.
 */
#include "book/book.h"

#include "base/base.h"

const struct provision icj__book[P_COUNT] = {
#include "book/section_100.inc"
#include "book/section_200.inc"
#include "book/section_400.inc"
#include "book/section_400_papers.inc"
#include "book/section_500.inc"
#include "book/section_600.inc"
#include "book/section_700.inc"
#include "book/section_800.inc"
#include "book/section_900.inc"
#include "book/page.inc"
};

_Static_assert(P_COUNT <= UINT16_MAX, "rows hold a provision in 16 bits");

static void book_split(
    icj_date on, icj_date day, icj_date *from, icj_date *until)
{
	if (day <= on && day > *from)
		*from = day;
	else if (day > on && day < *until)
		*until = day;
}

void icj__book_span(const struct icj_amendments *office,
    const struct provision *p, icj_date on, icj_date *from, icj_date *until)
{
	const struct provision *x = icj__amended(office, p);

	for (size_t i = 0; i < x->wordings; i++) {
		book_split(on, x->wording[i].rule.from, from, until);
		if (x->wording[i].rule.until != ICJ_DATE_NONE)
			book_split(on, x->wording[i].rule.until, from, until);
		if (x->wording[i].gone)
			book_split(on, x->wording[i].gone, from, until);
	}
}

void icj__law_span(const struct icj_amendments *office, icj_date on,
    icj_date *from, icj_date *until)
{
	icj__edition_span(on, from, until);
	for (size_t i = 0; office && i < office->days; i++)
		book_split(on, office->day[i], from, until);
}

void icj__text_cited(struct text *t, const char *sentence,
    const struct provision *const *cites,
    const struct icj_amendments *office, icj_date day)
{
	const char *mark;

	while ((mark = strchr(sentence, '#'))) {
		icj__text_add_n(t, sentence, (size_t)(mark - sentence));
		icj__text_add(t, icj__number_of(office, *cites++, day));
		sentence = mark + 1;
	}
	icj__text_add(t, sentence);
}

NAMES(icj_basis_name, enum icj_basis, "",
	[ICJ_BASIS_TEXT] = "text", [ICJ_BASIS_RESTATED] = "restated",
	[ICJ_BASIS_OFFICE] = "office", [ICJ_BASIS_UNDATED] = "undated",
	[ICJ_BASIS_DEDUCED] = "deduced",
	[ICJ_BASIS_NEAREST] = "nearest")

ICJ_API bool icj_basis_find(const char *name, size_t len, enum icj_basis *out)
{
	const char *known;

	for (unsigned b = 0; name && out &&
	    *(known = icj_basis_name((enum icj_basis)b)); b++)
		if (strlen(known) == len && memcmp(known, name, len) == 0) {
			*out = (enum icj_basis)b;
			return true;
		}
	return false;
}
