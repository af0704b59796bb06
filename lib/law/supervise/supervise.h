/* SPDX-License-Identifier: MIT */
/*
 * supervise.h - what the files of supervision share: the rows by name, in
 * rulebook order, and the answers composed of them.
 *
 * supervise_row.c has the rows, supervise.c the order of the questions,
 * supervise_close.c the closing of a case, supervise_item.c the contents one by
 * one, supervise_note.c what a reader should know besides, supervise_step.c
 * what comes next.
 */
#ifndef ICJ_SUPERVISE_H
#define ICJ_SUPERVISE_H

#include "judge/answer.h"
#include "judge/cites.h"
#include "judge/sheet.h"

/* The rows of supervise.c, in its order. */
enum {
	S_OFFICES, S_COPY,                      /* 2-104 */
	S_CONDITION, S_FEE, S_TREATMENT, S_RESTITUTION, /* 5-101 */
	S_RESIDENCE, S_SCHOOL, S_FAMILY,        /* 5-102(1) */
	S_ADDRESS, S_LAST_CONTACT, S_HOW, S_CHARGES, /* 5-102(2) */
	S_ABSCONDER,                            /* 5-102(3) */
	S_DATE, S_DESCRIPTION, S_STATUS, S_DOCUMENTS, S_EFFORTS, S_SANCTIONS,
	S_RECOMMENDATION,                       /* 5-103(1) */
	S_ACTION, S_ACTION_DATE,                /* 5-103(2) */
	S_OFFENSE, S_WAIVER,                    /* 5-103(3) */
	S_FAILURE, S_FAILED_WITH_GUARDIAN, S_FAILED_BY_REMOVAL,
	S_FAILED_ALONE,                         /* 5-103(4), 5-103A(1) */
	S_ADULT, S_EXPIRY, S_PLACEMENT, S_ABSCONDER_AGAIN, /* 5-104 */
	S_PENDING,                              /* 7-103 */
	S_COUNT
};
_Static_assert(S_COUNT < FINDINGS, "rows have findings");

/* The questions about supervision being answered. */
struct supervise_eval {
	struct eval e;
	struct icj_report *r;
	struct icj_supervise *out;
	struct sheet rows; /* S_COUNT of them */
	struct {
		bool search, absconder_report, report, reply;
	} on_file;         /* contents to be measured */
};

/* -- supervise_row.c ---------------------------------------------------- */

extern const struct rule_row icj__supervise_rows[S_COUNT];

const struct icj_rule *icj__supervise_rule(size_t i);

/* -- supervise.c -------------------------------------------------------- */

/* The day whose law is applied, NONE where the context alone says it. */
icj_date icj__supervise_day(const struct icj_case *c);

/* A closure or a withdrawal is on file, and not before what speaks for
 * closing the case; of a snapshot, which has no later ones. */
bool icj__ends_supervision(const struct icj_case *c, enum field_id end);

/* An absconding is on file. */
bool icj__absconding_on_file(const struct icj_case *c);

/* -- supervise_close.c -------------------------------------------------- */

condition icj__expiry_closes, icj__late_placement_closes,
    icj__absconder_closes;

/* An event of which no date is on file is presumed not to have been. */
enum icj_tri icj__event_happened(struct eval *e, enum field_id f);

void icj__supervise_close(struct supervise_eval *q);

/* -- supervise_item.c --------------------------------------------------- */

/* What has to be in what is on file, as bits, once that is known; of the case
 * as it is given, not as it stood. */
uint32_t icj__items_asked(const struct icj_case *c,
    const struct icj_supervise *answer);

/* -- supervise_note.c --------------------------------------------------- */

void icj__supervise_notes(struct supervise_eval *q);

#endif
