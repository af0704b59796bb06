/* SPDX-License-Identifier: MIT */
/*
 * permit.h - what permit.c, which says whether a travel permit is mandatory,
 * permit_early.c and permit_file.c, which check one on file, share.  What an
 * answer rests on is learned by asking alone (see recall.c): permit_look.c has
 * the looks, and permit_local.c moves the travel to local time beforehand.
 */
#ifndef ICJ_PERMIT_H
#define ICJ_PERMIT_H

#include "judge/answer.h"
#include "duties/deadline.h"

/* One question about a travel permit being answered. */
struct permit_eval {
	struct eval e;
	struct icj_report *r;
	struct icj_permit *out;
	bool checked; /* there is a permit on file to be held to the rules */
	const struct icj_finding *early; /* of the rows below */
};

/* -- permit_look.c ------------------------------------------------------ */

/* Where travel_starts and travel_ends are known: whether the travel is longer
 * than n hours, enum icj_tri, or ends before it starts; and which of the two
 * lack a clock, as bits. */
look icj__look_travel, icj__look_bare;
#define ENDS_BEFORE_IT_STARTS 3u
enum { START_IS_BARE = 1, END_IS_BARE = 2 };

/* Where travel_hours is known too: whether it differs by an hour or more. */
look icj__look_disagree;

/* Whether the duty n is not missed, enum icj_tri.  Where a holiday list ends
 * before it is due only the second says. */
look icj__look_duty, icj__look_duty_unvouched;
#define LIST_ENDED 3u

/* Two bits of the state f that is known, from bit n on. */
look icj__look_state_bits;

/* -- permit_local.c ----------------------------------------------------- */

/* Whether a time of the travel has an offset that the sending state cannot
 * have; the answer of icj_permit() for such a case, by local time. */
bool icj__travels_elsewhere(const struct icj_case *c);
enum icj_permit_need icj__permit_locally(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_permit *out);

/* -- Asking ------------------------------------------------------------- */

/* Whether both days are known and g lies more than n days after f, without any
 * note. */
static inline bool is_later(struct eval *e, enum field_id f, enum field_id g,
    int32_t n)
{
	return icj__ask(e, icj__look_later, f, g, n);
}

/* -- Judging ------------------------------------------------------------ */

/* The rows of 4-102(3)(a) and 4-103(2), and those of 8-101(3) to (5). */
extern const struct table icj__permit_early_table, icj__permit_file_table;

/* Rows on the permit on file where there is none to speak of. */
bool icj__permit_is_idle(void *question, const struct rule_row *row);

/* Placing before acceptance, by the permit on file. */
void icj__permit_early(struct permit_eval *p);
/* What is wrong with such a placement, and whether the as-of date told. */
void icj__permit_early_notes(struct permit_eval *p);
/* What such a placement could not be checked without. */
void icj__permit_early_missing(struct permit_eval *p, struct notes *to);

/* Whether the table of duties says that this one is not missed; its trigger
 * is asked for where it is not known. */
enum icj_tri icj__duty_in_order(struct eval *e, enum duty_id which,
    enum field_id trigger);

/* Cites what fails. */
void icj__take_problems(struct permit_eval *p, struct icj_finding *f,
    size_t n);

/* The permit on file itself: problems, notes. */
void icj__permit_file(struct permit_eval *p);

/* The most calendar days that a permit may cover. */
int32_t icj__permit_days(void);

#endif
