/* SPDX-License-Identifier: MIT */
/*
 * snapshot.c - a case as it stood at the as-of moment: acts that lie after it
 * have not happened.  Knows which fields are acts, and no rule.
 */
#include "judge/snapshot.h"

#include "facts/fact.h"
#include "time/time.h"

/* -- Acts and plans ----------------------------------------------------- */

#define IS_TEXT false
#define IS_YES_NO false
#define IS_DATE true
#define IS_TIME true
#define IS_TIME_OR_DATE true
#define IS_STATE false
#define IS_COUNT false
#define IS_COUNT_OR_INDEFINITE false
#define IS_DATE_OR_INDEFINITE false
#define IS_CHOICE false
#define IS_LIST false
#define IS_DATES false

#define CONF 1
#define ABSENT 2
#define FIXED 4
#define PLAN 8

/* Reading: the submission of a transfer, of which planning asks, is none.  An
 * extension has the day it leads to, and none of its approval. */
#define ACT_OF(w, id, type, marks) \
	| (F_##id / 64 == w && IS_##type && !((marks) & PLAN) ? \
	    FIELD_BIT(F_##id) : 0)
#define X_0(id, type, values, marks, ...) ACT_OF(0, id, type, marks)
#define X_1(id, type, values, marks, ...) ACT_OF(1, id, type, marks)
#define X_2(id, type, values, marks, ...) ACT_OF(2, id, type, marks)
#define X_3(id, type, values, marks, ...) ACT_OF(3, id, type, marks)
#define X_4(id, type, values, marks, ...) ACT_OF(4, id, type, marks)

_Static_assert(FIELD_WORDS <= 5, "acts are bits of five words");

const uint64_t icj__acts[] = {
	0 ICJ_FIELDS(X_0), 0 ICJ_FIELDS(X_1), 0 ICJ_FIELDS(X_2),
	0 ICJ_FIELDS(X_3), 0 ICJ_FIELDS(X_4),
};

/* A day is over at its end: an act on the as-of day has happened, unless the
 * clocks of both say otherwise. */
bool icj__clock_ahead(const struct icj_time *t, const struct icj_time *as_of)
{
	bool unsure = false;

	/* Clocks of which one has an offset need not be of one place. */
	if ((t->offset == ICJ_NO_OFFSET) != (as_of->offset == ICJ_NO_OFFSET))
		return t->date > as_of->date;
	return icj__clock_against(t, as_of, &unsure) > 0;
}

/* -- The whole case ----------------------------------------------------- */

/* A decision that is dated was not made before that day; an approval without
 * a date of its own has that of the acceptance. */
bool icj__decided_by(const struct icj_case *c, const struct icj_time *as_of)
{
	if (!icj__fact_known(c, F_decision) ||
	    icj__not_yet(c, F_decision_date, as_of))
		return false;
	return icj__fact_known(c, F_decision_date) ||
	    !icj__fact_any(c, F_decision, APPROVE) ||
	    !icj__fact_known(c, F_accepted) ||
	    !icj__not_yet(c, F_accepted, as_of);
}

const struct icj_case *icj__snapshot(const struct icj_case *c,
    const struct icj_context *ctx, struct case_room *room, struct notes *ahead)
{
	struct icj_case *then;

	ahead->count = 0;
	if (c->watch) /* who sees what is looked at sees that of the decision */
		icj__decided_by(c, &ctx->as_of);
	for (unsigned w = 0; w < FIELD_WORDS; w++)
		for (uint64_t left = c->listed[w] & icj__acts[w]; left;
		    left &= left - 1) {
			unsigned f = 64 * w + (unsigned)__builtin_ctzll(left);

			if (c->fact[f].set &&
			    icj__is_ahead(&c->fact[f].time, &ctx->as_of))
				icj__note(ahead, (enum field_id)f);
		}
	if (ahead->count == 0)
		return c;
	then = icj__case_copy(room, c);
	for (uint8_t i = 0; i < ahead->count; i++)
		then->fact[ahead->field[i]].set = false;
	then->fact[F_decision].set = icj__decided_by(c, &ctx->as_of);
	return then;
}

void icj__note_ahead(struct icj_report *r, const struct notes *ahead,
    uint32_t area)
{
	char buf[512];
	struct text t;
	bool any = false;

	icj__text_start(&t, buf, sizeof(buf));
	for (uint8_t i = 0; i < ahead->count; i++) {
		const struct icj_field *f = icj_field_at(ahead->field[i]);

		if (!(f->read_by & area))
			continue;
		icj__text_add(&t, any ? ", " :
		    "after the as-of date, so not yet: ");
		icj__text_add(&t, f->name);
		any = true;
	}
	if (any)
		icj__report_note(r, buf);
}
