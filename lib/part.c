/* SPDX-License-Identifier: MIT */
/* part.c - decides one part of an answer into the report of the whole. */
#include "part.h"

#include "answer.h"

static void add_findings(struct icj_report *r, const struct icj_report *part)
{
	for (size_t i = 0; i < part->findings && r->findings < FINDINGS; i++)
		r->finding[r->findings++] = part->finding[i];
}

enum icj_tri icj__decide_part(struct eval *e, const struct rule_row *rows,
    size_t n, struct icj_report *r)
{
	struct icj_report part = {.plan.rows = NULL};
	enum icj_tri v;

	icj__report_start(&part);
	v = icj__decide(e, rows, n, &part);
	add_findings(r, &part);
	for (size_t i = 0; i < part.cites; i++)
		icj__cite(r, part.cite[i]);
	add_notes(&r->missing, &part.missing);
	add_notes(&r->assumed, &part.assumed);
	add_notes(&r->used, &part.used);
	if (r->edition == ICJ_DATE_NONE ||
	    (r->edition_held && !part.edition_held)) {
		r->edition = part.edition;
		r->edition_held = part.edition_held;
	}
	return v;
}
