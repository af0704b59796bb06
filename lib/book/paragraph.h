/* SPDX-License-Identifier: MIT */
/*
 * paragraph.h - the vocabulary of the table of paragraphs, one file a part of
 * the rulebook, and what its files share.  Knows no case.
 */
#ifndef ICJ_PARAGRAPH_H
#define ICJ_PARAGRAPH_H

#include "icj.h"
#include "base/base.h"
#include "book/edition.h"
#include "book/provisions.h"

/* -- Kinds, as the rows write them -------------------------------------- */

enum {
	DL = ICJ_KIND_DEADLINE, PRE = ICJ_KIND_BEFORE, WIN = ICJ_KIND_WINDOW,
	DUR = ICJ_KIND_LENGTH, PRED = ICJ_KIND_PREDICATE,
	LIST = ICJ_KIND_LIST, AUTH = ICJ_KIND_AUTHORITY, BAN = ICJ_KIND_BAN,
	COST = ICJ_KIND_COST, DUTY = ICJ_KIND_DUTY, NC = ICJ_KIND_OPEN,
	RES = ICJ_KIND_GONE, FORMULA = ICJ_KIND_FORMULA,
	ROLE = ICJ_KIND_ROLE, PAPER = ICJ_KIND_PAPER, NAME = ICJ_KIND_NAME,
	TITLE = ICJ_KIND_HEADING
};

/* The provision whose sentence a row has: the book's, of 2015 or, if it is new,
 * the first. */
#define OF(name) .provision = 1 + (unsigned)P_##name
/* Of a list its last item, of questions what asks them. */
#define GOES_WITH(name) .goes_with = 1 + (unsigned)P_##name

/* -- Tools -------------------------------------------------------------- */

#define ELIGIBLE "icj-eligible"
#define DEADLINE "icj-deadline"
#define PERMIT "icj-permit"
#define RETURN "icj-return"
#define DUES "icj-dues"
#define REFERRAL "icj-referral"
#define SUPERVISE "icj-supervise"
#define TALLY "icj-tally"
#define VOTE "icj-vote"
#define CLASSIFY "icj-rule"
#define AND(tool, other) tool "; " other

/* -- Spans -------------------------------------------------------------- */

/* A wording that stood at least until the next edition. */
#define SINCE(first, days) .from = (first), .until = ED_2016, .history = (days)
/* One that has not changed since, as far as is known. */
#define STANDS(first, days) .from = (first), .until = ED_OPEN, \
	.history = (days)
/* One whose change has a date. */
#define BETWEEN(first, change, days) .from = (first), .until = (change), \
	.change_known = true, .history = (days)

/* -- The parts, in rulebook order --------------------------------------- */

struct paragraph_part {
	const struct icj_paragraph *rows;
	size_t count;
};

extern const struct paragraph_part icj__paragraphs_100;
extern const struct paragraph_part icj__paragraphs_200;
extern const struct paragraph_part icj__paragraphs_300;
extern const struct paragraph_part icj__paragraphs_400;
extern const struct paragraph_part icj__paragraphs_500;
extern const struct paragraph_part icj__paragraphs_600;
extern const struct paragraph_part icj__paragraphs_700;
extern const struct paragraph_part icj__paragraphs_800;
extern const struct paragraph_part icj__paragraphs_900;

#define PART(name) \
	const struct paragraph_part icj__paragraphs_##name = \
	    {rows, COUNT_OF(rows)}

/* The paragraph of exactly this citation, NULL if there is none. */
const struct icj_paragraph *icj__paragraph(const char *cite);

#endif
