/* SPDX-License-Identifier: MIT */
/*
 * permit.h - what permit.c, which says whether a travel permit is mandatory,
 * permit_early.c and permit_file.c, which check one on file, share.
 */
#ifndef ICJ_PERMIT_H
#define ICJ_PERMIT_H

#include "answer.h"
#include "deadline.h"

/* One question about a travel permit being answered. */
struct permit_eval {
	struct eval e;
	struct icj_report *r;
	struct icj_permit *out;
	icj_date on; /* whose edition governs */
	const struct icj_finding *early; /* of the rows below */
};

/* Judges rows of one table in order into findings; returns the first.  Rows on
 * the permit on file are passed over where there is none to speak of. */
struct icj_finding *icj__permit_judge(struct permit_eval *p,
    const struct rule_row *rows, size_t n);

/* The rows of 4-102(3)(a) and 4-103(2), and those of 8-101(3) to (5). */
const struct icj_rule *icj__permit_early_rule(size_t i);
const struct icj_rule *icj__permit_file_rule(size_t i);

/* Placing before acceptance, by the permit on file. */
void icj__permit_early(struct permit_eval *p);
/* What is wrong with such a placement, and whether the as-of date told. */
void icj__permit_early_notes(struct permit_eval *p);
/* What such a placement could not be checked without. */
void icj__permit_early_missing(const struct permit_eval *p, struct notes *to);

/* Whether the table of duties says that this one is not missed; its trigger
 * is asked for where it is not known. */
enum icj_tri icj__duty_in_order(struct eval *e, enum duty_id which,
    enum field_id trigger);

/* Cites what fails. */
void icj__take_problems(struct permit_eval *p, struct icj_finding *f,
    size_t n);

/* The permit on file itself: problems, notes. */
void icj__permit_file(struct permit_eval *p);

#endif
