/* SPDX-License-Identifier: MIT */
/*
 * return.h - what the files of returns share: the rows by name, in rulebook
 * order, and the answer composed of them.
 *
 * return_type.c says what the juvenile is, return_custody.c whether there is
 * custody, return_limb.c holds the other conditions, return.c the rows and the
 * answer, return_choice.c the order of the methods, return_note.c what a reader
 * should know besides, return_step.c what is to be done.  What an answer rests
 * on is learned by asking alone (see recall.c): return_look.c has the looks.
 */
#ifndef ICJ_RETURN_H
#define ICJ_RETURN_H

#include "judge/answer.h"

/* The rows of return.c, in its order. */
enum {
	R_ABSCONDER, R_ACCUSED_DELINQUENT, R_ACCUSED_STATUS, R_PARTIES,
	R_ESCAPEE, R_RUNAWAY, /* 1-101 */
	R_DECIDED, R_OFFENSE, R_WAIVER, /* 5-103(3) */
	R_RELEASE, R_SECURE,  /* 6-101 */
	R_WARRANTED, R_CHOICE, /* 6-102(2) since 2018 */
	R_VOLUNTARY, R_ADULT, /* 6-102 */
	R_SITUATION, R_FORM_I, /* 6-103 */
	R_FORM_II, R_ACCOMPANIED, /* 6-103A */
	R_ICPC,               /* 6-104 */
	R_RISK, R_CHARGES, R_BOND, R_ADULT_WARRANT,
	R_COSTS,              /* 7-102 to 7-105 */
	R_GROUND,             /* 7-106(6) */
	R_COUNT
};
_Static_assert(R_COUNT <= 32 && R_COUNT < FINDINGS,
    "rows are bits of a word, and have findings");

/* The facts that name the states which bear the costs, enum field_id. */
#define NO_STATE FIELD_COUNT

struct payers {
	uint16_t of_return, of_detention;
};

/* One question about a return being answered. */
struct return_eval {
	struct eval e;
	struct icj_report *r;
	struct icj_return *out;
	struct payers *payers;
	struct icj_finding *f;    /* R_COUNT of them */
	uint8_t v[R_COUNT];       /* their values, enum icj_tri */
	bool in_custody;          /* known to be in custody */
};

/* Methods as bits. */
#define BIT(procedure) (1u << (procedure))
#define OF_THIS_COMPACT (~(BIT(ICJ_RETURN_ICPC) | BIT(ICJ_RETURN_NONE)))

/* What the values of the rows come to. */
struct outcome {
	unsigned possible; /* methods, as bits */
	uint32_t reached;  /* rows that were asked for the method */
	uint32_t open;     /* those of them that leave it undecided */
	enum icj_detention detention;
	enum icj_escort escort;
	enum icj_tri offense, charges;
	enum icj_tri waiver; /* of a retaking: Form IA/VI is signed */
};

/* -- Asking ------------------------------------------------------------- */

/* What a fact says, without any note. */
static inline bool says_yes(struct eval *e, enum field_id f)
{
	return peek_said(e, f) == ICJ_YES;
}

static inline bool says_no(struct eval *e, enum field_id f)
{
	return peek_said(e, f) == ICJ_NO;
}

/* Whether a choice is one of the bits, or a list has any of them; and whether
 * it is known and is not, or has none. */
static inline bool has(struct eval *e, enum field_id f, uint32_t bits)
{
	return peek_any(e, f, bits) == ICJ_YES;
}

static inline bool lacks(struct eval *e, enum field_id f, uint32_t bits)
{
	return peek_any(e, f, bits) == ICJ_NO;
}

static inline bool is_named(struct eval *e, enum field_id state)
{
	return icj__ask_of(e, icj__look_party, state) != ICJ_UNNAMED;
}

/* Whether the state named is a party on the day of the step. */
static inline bool is_member(struct eval *e, enum field_id state)
{
	unsigned party = icj__ask_of(e, icj__look_party, state);

	return party == ICJ_LATE_PARTY ?
	    icj__ask_of(e, icj__look_member, state) : party == ICJ_PARTY;
}

/* As need_presumed(), of a fact that is known not to be mentioned. */
static inline enum icj_tri presumed(struct eval *e, enum field_id f)
{
	if (e->flipped == (int)f)
		return ICJ_YES;
	if (e->ctx->strict)
		return icj__noted(e, f, ICJ_UNKNOWN);
	icj__note(&e->assumed, f);
	return ICJ_NO;
}

/* -- return_look.c ------------------------------------------------------ */

/* Where detained_at is known: whether custody has gone on for more than n
 * hours, enum icj_tri, by the clock that stands still on weekends and holidays
 * or by plain hours; what clock times would tell, as bits; whether its time is
 * there and the place of the clock is not; and whether such hours run past the
 * last day that a holiday list is vouched for. */
look icj__look_beyond, icj__look_beyond_plain, icj__look_clocks,
    icj__look_placeless, icj__look_unvouched;
enum { RELEASE_CLOCK = 1, DETENTION_CLOCK = 2 };

/* Whether the home state missed the time of 7-105(1), enum icj_tri, n saying
 * whether strict is asked for.  Where a holiday list ends before that time
 * only the second says. */
look icj__look_missed, icj__look_missed_unvouched;
#define LIST_ENDED 3u

/* -- return_type.c ------------------------------------------------------ */

/* Whether the juvenile is what 1-101 calls so. */
condition icj__is_absconder, icj__is_accused_delinquent,
    icj__is_accused_status_offender, icj__is_escapee;
/* Ran away, and is none of those whom 6-103A serves. */
enum icj_tri icj__is_runaway(struct eval *e);
/* The same who is no adjudicated delinquent. */
enum icj_tri icj__is_non_delinquent_runaway(struct eval *e);

/* Whether 6-103, or 6-103A, is written for the juvenile. */
condition icj__is_for_form_i, icj__is_for_form_ii;

/* What the juvenile is for the purpose of return, NULL if undecided. */
const char *icj__return_type(const struct return_eval *q);

/* Says where the facts and a type given do not agree. */
void icj__note_type(struct return_eval *q);

/* -- return_custody.c --------------------------------------------------- */

/* Reading: a date has no value for "did not happen"; what is not recorded, or
 * lies after the as-of date, has not happened so far. */
bool icj__happened(struct eval *e, enum field_id f);

enum icj_tri icj__in_custody(struct eval *e);

/* Whether the juvenile was found and detained, whatever came after. */
enum icj_tri icj__was_detained(struct eval *e);

/* Whether more than the row's hours of custody have run: by the clock that
 * stands still on weekends and holidays, or by plain hours. */
condition icj__detained_beyond, icj__detained_beyond_plain;

/* Whether the first of the two counts on days past the last one that a holiday
 * list is vouched for: strict does not rely on them. */
bool icj__hours_unvouched(struct eval *e);

/* -- return_limb.c ------------------------------------------------------ */

condition icj__states_are_parties, icj__retaking_decided, icj__offense_forbids,
    icj__waiver_signed, icj__found_and_detained, icj__kept_until_return,
    icj__has_active_warrant, icj__agrees_to_return, icj__requisition_applies,
    icj__requisition_or_leave, icj__detained_securely, icj__charges_forbid,
    icj__ground_forbidden, icj__home_state_failed;

/* Whether the juvenile agreed by what was received or signed. */
bool icj__consent_on_file(struct eval *e);

/* Whether the agreement was not stated but inferred from an event. */
bool icj__agreement_inferred(struct eval *e);

/* Whether the time that the home state has runs past the last day that a
 * holiday list is vouched for. */
bool icj__return_unvouched(struct eval *e);

/* -- return_choice.c ---------------------------------------------------- */

/* What the values come to, for a juvenile known to be in custody or not. */
unsigned icj__return_methods(const uint8_t *v, bool in_custody);
struct outcome icj__return_outcome(const uint8_t *v, bool in_custody);

/* The one method that is possible, else UNKNOWN. */
enum icj_procedure icj__only_method(unsigned possible);

/* -- return_note.c ------------------------------------------------------ */

void icj__return_notes(struct return_eval *q, const struct outcome *o);

#endif
