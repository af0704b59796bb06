/* SPDX-License-Identifier: MIT */
/*
 * paragraph.c - the table of all paragraphs, put together from its parts:
 * order, families, and the words for kinds and dispositions.  The rows are in
 * paragraph_100.c to paragraph_900.c; finding one is paragraph_find.c's.
 */
#include "book/paragraph.h"

#include <string.h>

static const struct paragraph_part *const parts[] = {
	&icj__paragraphs_100, &icj__paragraphs_200, &icj__paragraphs_300,
	&icj__paragraphs_400, &icj__paragraphs_500, &icj__paragraphs_600,
	&icj__paragraphs_700, &icj__paragraphs_800, &icj__paragraphs_900,
};

ICJ_API const struct icj_paragraph *icj_paragraph_at(size_t i)
{
	for (size_t k = 0; k < COUNT_OF(parts); k++) {
		if (i < parts[k]->count)
			return &parts[k]->rows[i];
		i -= parts[k]->count;
	}
	return NULL;
}

const struct icj_paragraph *icj__paragraph(const char *cite)
{
	const struct icj_paragraph *p;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (strcmp(p->cite, cite) == 0)
			return p;
	return NULL;
}

/* -- Families ----------------------------------------------------------- */

static bool is_section(const struct icj_paragraph *p)
{
	return p->cite[1] != '-';
}

static bool belongs_to(const char *cite, const char *to)
{
	size_t len = strlen(to);

	return !strchr(to, ' ') && strncmp(cite, to, len) == 0 &&
	    (cite[len] == '(' || cite[len] == ' ');
}

/* The parent with the longest citation is the next of kin. */
ICJ_API const struct icj_paragraph *icj_paragraph_parent(
    const struct icj_paragraph *p)
{
	if (!p)
		return NULL;

	const struct icj_paragraph *q, *best = NULL;

	if (is_section(p))
		return NULL;
	for (size_t i = 0; (q = icj_paragraph_at(i)); i++) {
		bool kin = is_section(q) ? q->cite[0] == p->cite[0] :
		    belongs_to(p->cite, q->cite);

		if (kin && (!best || is_section(best) ||
		    strlen(q->cite) > strlen(best->cite)))
			best = q;
	}
	return best;
}

ICJ_API int icj_paragraph_depth(const struct icj_paragraph *p)
{
	if (!p)
		return 0;

	int depth = 1;

	if (is_section(p))
		return 0;
	if (strchr(p->cite, ' '))
		return 2;
	for (const char *at = p->cite; *at; at++)
		depth += *at == '(';
	return depth;
}

ICJ_API bool icj_paragraph_cited(const struct icj_paragraph *p,
    const char *cites)
{
	if (!p || !cites)
		return false;

	size_t len = strlen(p->cite);

	while (*cites) {
		size_t n = strcspn(cites, ";");

		if (n == len && memcmp(cites, p->cite, len) == 0)
			return true;
		cites += n;
		cites += strspn(cites, "; ");
	}
	return false;
}

/* -- Kinds and dispositions --------------------------------------------- */

ICJ_API const char *icj_kind_name(unsigned kind)
{
	static const char *const names[] = {
		"DL", "PRE", "WIN", "DUR", "PRED", "LIST", "AUTH", "BAN",
		"COST", "DUTY", "NC", "RES", "FORMULA", "role", "paper",
		"name", "heading",
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (kind == 1u << i)
			return names[i];
	return "";
}

ICJ_API const char *icj_disposition_name(unsigned disposition)
{
	static const char *const names[] = {
		"computed", "dated duty", "document list", "judgement",
		"duty without a measure", "rescinded", "definition",
		"heading", "not known",
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (disposition == 1u << i)
			return names[i];
	return "";
}

ICJ_API unsigned icj_paragraph_disposition(const struct icj_paragraph *p)
{
	if (!p)
		return 0;

	static const struct {
		unsigned kinds, disposition;
	} of[] = {
		{PRED | BAN | COST | FORMULA | ROLE, ICJ_COMPUTED},
		{DL | PRE | WIN | DUR, ICJ_DATED},
		{LIST, ICJ_LISTED},
		{AUTH, ICJ_JUDGED},
		{DUTY | NC, ICJ_UNMEASURED},
		{RES, ICJ_RESCINDED},
		{PAPER | NAME, ICJ_DEFINED},
		{TITLE, ICJ_TITLE},
	};
	unsigned all = 0;

	if (p->instead)
		return p->instead;
	for (size_t i = 0; i < COUNT_OF(of); i++)
		if (p->kinds & of[i].kinds)
			all |= of[i].disposition;
	return all;
}
