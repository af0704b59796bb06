/* SPDX-License-Identifier: MIT */
/* eval.h - reading facts. */
#ifndef ICJ_JUDGE_EVAL_H
#define ICJ_JUDGE_EVAL_H

#include "base/base.h"
#include "book/book.h"
#include "facts/case.h"
#include "facts/field.h"
#include "facts/state.h"
#include "facts/watch.h"

/* Which edition date governs: the context's, else the date of the step, else
 * the as-of date. */
static inline icj_date icj__edition_day(const struct icj_context *ctx,
    icj_date step)
{
	if (ctx->edition != ICJ_DATE_NONE)
		return ctx->edition;
	return step != ICJ_DATE_NONE ? step : ctx->as_of.date;
}

/*
 * One question being decided.  A condition asks of the facts in two families:
 * need_... notes what is missing, presumed and used, so that no condition can
 * forget to report; peek_... notes nothing.  Both leave a trace.  What has
 * fact_ in its name reads a case raw, and leaves none.  The notes are stacks; a
 * condition that is decided drops what it noted as missing on the way (see
 * settled()).
 */
#define NOTES 64

struct notes {
	uint8_t count;
	uint16_t field[NOTES]; /* enum field_id */
};

_Static_assert(FIELD_COUNT <= UINT16_MAX, "notes hold fields in two bytes");

struct eval {
	const struct icj_case *c;
	const struct icj_context *ctx;
	icj_date on;    /* the date of the step, for what changes with time */
	struct trace *trace; /* what was asked; NULL: nobody wants to know */
	int32_t number; /* of the row being judged */
	int flipped;    /* field whose presumption is tried the other way */
	struct notes missing, assumed, used;
};

typedef enum icj_tri condition(struct eval *e);

/* For the date of a step, which is the as-of date where none is known. */
void icj__eval_start(struct eval *e, const struct icj_case *c,
    const struct icj_context *ctx, icj_date step);

/* Notes a field once. */
static inline void icj__note(struct notes *n, enum field_id f)
{
	for (uint8_t i = 0; i < n->count; i++)
		if (n->field[i] == f)
			return;
	if (n->count < NOTES)
		n->field[n->count++] = (uint16_t)f;
}

/*
 * A look: a question about a case with fewer than LOOKS answers, which are the
 * same whenever the case and the context are.  All that a condition learns of
 * the facts it asks of a look, so that what was asked, and answered, decides
 * what the condition came to (see recall.c).  Only looks read facts.
 */
#define LOOKS 4

struct ask;
typedef unsigned look(const struct eval *e, const struct ask *a);

struct ask {
	look *look;
	int32_t n, m;  /* what the look makes of them; 0 if nothing */
	uint16_t f, g; /* enum field_id */
};

/* Which fields are known: 0 or 1. */
look icj__look_known;
/* Answers that are an enum icj_tri: UNKNOWN where f is not known. */
look icj__look_said;     /* yes/no */
look icj__look_any;      /* a choice or a list has any of the bits n */
look icj__look_all;      /* a list has all of the bits n */
look icj__look_more;     /* a count is more than n; indefinite is */
/* 0 or 1, 0 where a field is not known: */
look icj__look_indefinite;
look icj__look_later;    /* the date g is more than n days after the date f */
look icj__look_same;     /* the states f and g are the same one */
/* Where the state f is known: whether it is a member on e->on, or on some days
 * only. */
look icj__look_member, icj__look_joined;
/* Whether the state f is a compacting one: an enum party, UNNAMED where it is
 * not known; icj__look_member tells of a LATE_PARTY. */
look icj__look_party;
/* Whether the fact's date has come by the as-of date, which is not known to
 * have passed: 0 also where there is no such fact. */
look icj__look_happened;

/* Whether the record has no place where the fact f could stand. */
look icj__look_lacking;

look icj__look_within;   /* the day of the edition is n, m - 1 or between */

static inline unsigned icj__is_within(const struct eval *e,
    const struct ask *a)
{
	icj_date on = icj__edition_day(e->ctx, e->on);

	return on >= a->n && on < a->m;
}

/* That a field was asked for that is not known, and that this was noted: for
 * whoever watches. */
void icj__was_asked(struct trace *trace, enum field_id f);
void icj__was_noted(struct trace *trace, enum field_id f);
void icj__traced(struct trace *trace, struct ask a, unsigned answer);

/* What the question is among those of which one trace is enough. */
static inline uint8_t icj__asked_as(look *what)
{
	return what == icj__look_said ? ASKED_SAID :
	    what == icj__look_known ? ASKED_KNOWN : 0;
}

/* The answer to a question, noted for whoever wants to remember. */
static inline unsigned icj__look(struct eval *e, const struct ask *a)
{
	unsigned answer = a->look(e, a);

	if (e->trace && !(e->trace->asked[a->f] & icj__asked_as(a->look)))
		icj__traced(e->trace, *a, answer);
	return answer;
}

static inline unsigned icj__ask(struct eval *e, look *what, enum field_id f,
    enum field_id g, int32_t n)
{
	struct ask a = {what, n, 0, (uint16_t)f, (uint16_t)g};

	return icj__look(e, &a);
}

static inline unsigned icj__ask_of(struct eval *e, look *what,
    enum field_id f)
{
	return icj__ask(e, what, f, f, 0);
}

/* What was learned from here on, no look would know: the answer to come
 * cannot be remembered. */
void icj__not_asked(struct eval *e);

/* Whether a fact is known, without any note. */
static inline bool peek_known(struct eval *e, enum field_id f)
{
	return icj__ask_of(e, icj__look_known, f);
}

/* What the looks of these names find, an enum icj_tri, without any note. */
static inline enum icj_tri peek_said(struct eval *e, enum field_id f)
{
	return (enum icj_tri)icj__ask_of(e, icj__look_said, f);
}

static inline enum icj_tri peek_any(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return (enum icj_tri)icj__ask(e, icj__look_any, f, f, (int32_t)bits);
}

/* Whether that a fact is not known tells nothing of it: the file has no column
 * for it. */
static inline bool peek_lacking(struct eval *e, enum field_id f)
{
	return icj__ask_of(e, icj__look_lacking, f);
}

static inline enum icj_tri tri(bool b)
{
	return b ? ICJ_YES : ICJ_NO;
}

/* What a look found, with the note that a fact was used or is missing. */
static inline enum icj_tri icj__noted(struct eval *e, enum field_id f,
    unsigned found)
{
	icj__note(found == ICJ_UNKNOWN ? &e->missing : &e->used, f);
	if (e->trace && found == ICJ_UNKNOWN)
		icj__was_noted(e->trace, f);
	return (enum icj_tri)found;
}

/* YES when a fact is known, UNKNOWN and noted when not. */
static inline enum icj_tri need_known(struct eval *e, enum field_id f)
{
	return icj__noted(e, f, peek_known(e, f) ? ICJ_YES : ICJ_UNKNOWN);
}

/* Yes/no facts.  An unknown one is UNKNOWN and noted as missing. */
static inline enum icj_tri need_said(struct eval *e, enum field_id f)
{
	return icj__noted(e, f, peek_said(e, f));
}

/* A fact marked (x): NO and noted as assumed when nobody mentions it; under
 * strict like need_said(). */
static inline enum icj_tri need_presumed(struct eval *e, enum field_id f)
{
	enum icj_tri found;

	if (e->flipped == (int)f)
		return ICJ_YES;
	found = peek_said(e, f);
	if (e->ctx->strict || found != ICJ_UNKNOWN)
		return icj__noted(e, f, found);
	icj__note(&e->assumed, f);
	if (e->trace)
		icj__was_noted(e->trace, f);
	return ICJ_NO;
}

/* Whether a choice is one of the bits, or a list has any of them. */
static inline enum icj_tri need_any(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return icj__noted(e, f, peek_any(e, f, bits));
}

/* Whether a list has all of the bits. */
static inline enum icj_tri need_all(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return icj__noted(e, f,
	    icj__ask(e, icj__look_all, f, f, (int32_t)bits));
}

/* Whether a count is more than n; indefinite is more than any. */
static inline enum icj_tri need_more(struct eval *e, enum field_id f,
    int32_t n)
{
	return icj__noted(e, f, icj__ask(e, icj__look_more, f, f, n));
}

/* YES and the value when known, UNKNOWN and noted when not.  An answer that
 * rests on these is not remembered. */
static inline enum icj_tri need_date(struct eval *e, enum field_id f,
    icj_date *out)
{
	icj__not_asked(e);
	if (need_known(e, f) != ICJ_YES)
		return ICJ_UNKNOWN;
	*out = icj__fact_day(e->c, f);
	return ICJ_YES;
}

/* Whether the day of an event has come. */
static inline enum icj_tri need_come(struct eval *e, enum field_id f)
{
	icj_date day;

	if (need_date(e, f, &day) != ICJ_YES)
		return ICJ_UNKNOWN;
	return tri(day <= e->ctx->as_of.date);
}

static inline enum icj_tri need_state(struct eval *e, enum field_id f,
    icj_state *out)
{
	icj__not_asked(e);
	if (need_known(e, f) != ICJ_YES)
		return ICJ_UNKNOWN;
	*out = icj__fact_state(e->c, f);
	return ICJ_YES;
}

/* Whether the fact is known; notes it as used if so, as nothing if not. */
static inline bool use_known(struct eval *e, enum field_id f)
{
	if (!peek_known(e, f))
		return false;
	icj__note(&e->used, f);
	return true;
}

/* That what these name shows in the answer, in another way than by the report's
 * own lists. */
void icj__were_asked(struct eval *e, const struct notes *n);

/* A copy of the case, in room; what is looked at from then on is w's. */
const struct icj_case *icj__watched(struct case_room *room,
    const struct icj_case *c, struct watch *w);

static inline enum icj_tri and_(enum icj_tri a, enum icj_tri b)
{
	return a < b ? a : b;
}

static inline enum icj_tri or_(enum icj_tri a, enum icj_tri b)
{
	return a > b ? a : b;
}

static inline enum icj_tri not_(enum icj_tri a)
{
	return (enum icj_tri)(ICJ_YES - a);
}

/* Ends a condition with more than one way to be decided: what it noted as
 * missing since `mark` (e->missing.count at its start) is dropped unless it is
 * still undecided. */
static inline enum icj_tri settled(struct eval *e, uint8_t mark,
    enum icj_tri value)
{
	if (value != ICJ_UNKNOWN)
		e->missing.count = mark;
	return value;
}

#endif
