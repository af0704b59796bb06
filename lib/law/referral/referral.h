/* SPDX-License-Identifier: MIT */
/*
 * referral.h - what the files of referrals share: the rows by name, in
 * rulebook order, and the answer composed of them.
 *
 * referral.c says what the packet lacks and who is responsible,
 * referral_limb.c holds the conditions, referral_early.c placement before
 * acceptance, referral_denial.c the decision, referral_paper.c the documents,
 * referral_note.c what a reader should know besides, referral_step.c what
 * comes next.
 */
#ifndef ICJ_REFERRAL_H
#define ICJ_REFERRAL_H

#include "judge/answer.h"
#include "judge/cites.h"
#include "judge/sheet.h"

/* The rows of referral.c, in its order. */
enum {
	L_SEX_OFFENDER,                    /* 1-101 */
	L_VICTIM_FORM,                     /* 2-105 */
	L_ACCEPTED,                        /* 4-102 */
	L_PAROLE, L_PAROLE_EARLY, L_PROBATION,
	L_INSTRUCTED, L_EARLY, L_EXPECTED, L_MAY_DENY, /* 4-103 */
	L_DECIDED_BY, L_SIGNED, L_NOT_SOLELY, /* 4-104 */
	L_UNSUITABLE, L_NOT_COMPLIANT, L_EXCEPTION, L_JUSTIFIED,
	L_PAYER,                           /* 5-101 */
	L_TRAVEL,                          /* 8-101 */
	L_COUNT
};
_Static_assert(L_COUNT < FINDINGS, "rows have findings");

/* One question about a referral being answered. */
struct referral_eval {
	struct eval e;
	struct icj_report *r;
	struct icj_referral *out;
	struct sheet rows; /* L_COUNT of them */
};

const struct icj_rule *icj__referral_rule(size_t i);

/* -- referral_limb.c ---------------------------------------------------- */

condition icj__supervision_accepted, icj__is_there, icj__instructions_issued,
    icj__decided_by_office, icj__ground_given;

/* Whether the packet has the documents of the kind e->number that it shall, or
 * should, have. */
condition icj__shall_have, icj__should_have;

/* That the juvenile will live with a parent or legal guardian. */
#define JOINS_GUARDIAN ANY(residence, WITH_PARENT | WITH_LEGAL_GUARDIAN)

/* A permit to be placed before acceptance was issued. */
enum icj_tri icj__permit_issued_early(struct eval *e);

/* A denial, or a ground of one, is on file. */
bool icj__denial_stated(const struct icj_case *c);

/* -- referral_choice.c -------------------------------------------------- */

/* A fact of a choice: its value and what could still decide it. */
struct atom {
	enum icj_tri v;
	struct notes missing;
};

#define ATOMS 8

/* What the values, all of them known, come to, as bits. */
typedef unsigned outcome_of(const uint8_t *v);

void icj__atom(struct eval *e, const struct test *t, struct atom *a);

/* What the values may come to, as bits.  What an atom lacks is noted as missing
 * where its value can make a difference to the bits that matter. */
unsigned icj__choose(const struct atom *atom, size_t n, outcome_of *outcome,
    unsigned matters, struct notes *missing);

/* -- referral_early.c, referral_denial.c, referral_note.c --------------- */

void icj__referral_early(struct referral_eval *q);
void icj__referral_denial(struct referral_eval *q);
bool icj__decision_on_file(const struct icj_case *c);
void icj__referral_notes(struct referral_eval *q);

/* -- referral_paper.c --------------------------------------------------- */

/* Which demands concern a case, as bits; what is not known does not. */
enum paper_kind {
	OF_PAROLE = 1, OF_PROBATION = 2, OF_SEX_OFFENDER = 4,
	OF_EARLY_PAROLE = 8, OF_EARLY_SEX_OFFENDER = 16, OF_VICTIM = 32
};

/* Which of the papers are asked of a case, as bits, once it is known whether
 * the juvenile may go early. */
uint64_t icj__papers_asked(const struct icj_case *c,
    const struct icj_referral *answer);

/* Whether the packet has all the documents demanded of one kind. */
enum icj_tri icj__has_documents(struct eval *e, unsigned kind,
    enum icj_demand demand);

/* The provision of the i-th paper, in rulebook order; NULL beyond. */
const struct provision *icj__paper_provision(size_t i);

/* That the answer rests on the papers demanded of one kind that are there
 * (YES), lacking (NO) or not known to be. */
void icj__rest_on_papers(struct referral_eval *q, unsigned kind,
    enum icj_tri value);
/* The same of those expected, or owed later, that the answer names. */
void icj__rest_on_papers_named(struct referral_eval *q);

#endif
