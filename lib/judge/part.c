/* SPDX-License-Identifier: MIT */
/* part.c - decides one part of an answer into the report of the whole. */
#include "judge/part.h"

#include "judge/answer.h"

static void add_findings(struct icj_report *r, const struct icj_report *part)
{
	for (size_t i = 0; i < part->findings && r->findings < FINDINGS; i++)
		r->finding[r->findings++] = part->finding[i];
}

enum icj_tri icj__decide_part(struct eval *e, const struct rule_row *rows,
    size_t n, struct icj_report *r)
{
	struct icj_report part;
	enum icj_tri v;

	icj__report_blank(&part);
	part.memory = NULL;
	icj__report_start(&part, r->on, r->office);
	v = icj__decide(e, rows, n, &part);
	add_findings(r, &part);
	for (size_t i = 0; i < part.own.cites && r->own.cites < CITES; i++)
		icj__add_cite(r, part.own.cite[i]);
	add_notes(&r->own.missing, &part.own.missing);
	add_notes(&r->own.assumed, &part.own.assumed);
	add_notes(&r->own.used, &part.own.used);
	if (part.own.edition != ICJ_DATE_NONE &&
	    (r->own.edition == ICJ_DATE_NONE ||
	    part.own.basis > r->own.basis)) {
		r->own.edition = part.own.edition;
		r->own.basis = part.own.basis;
		r->own.changed = part.own.changed;
	}
	return v;
}
