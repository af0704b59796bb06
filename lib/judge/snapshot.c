/* SPDX-License-Identifier: MIT */
/*
 * snapshot.c - a case as it stood at the as-of moment: acts that lie after it
 * have not happened.  Knows which fields are acts, and no rule.
 */
#include "judge/snapshot.h"

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
const bool icj__acts[FIELD_COUNT] = {
#define X(id, type, values, marks, ...) \
	[F_##id] = IS_##type && !((marks) & PLAN),
	ICJ_FIELDS(X)
#undef X
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
	const struct fact *decision = fact_of(c, F_decision);

	if (!decision->set || icj__not_yet(c, F_decision_date, as_of))
		return false;
	return fact_of(c, F_decision_date)->set ||
	    !(decision->bits & APPROVE) ||
	    !fact_of(c, F_accepted)->set ||
	    !icj__not_yet(c, F_accepted, as_of);
}

const struct icj_case *icj__snapshot(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_case *room, struct notes *ahead)
{
	ahead->count = 0;
	if (c->watch) /* who sees what is looked at sees that of the decision */
		icj__decided_by(c, &ctx->as_of);
	for (unsigned f = 0; f < FIELD_COUNT; f++)
		if (icj__not_yet(c, (enum field_id)f, &ctx->as_of))
			icj__note(ahead, (enum field_id)f);
	if (ahead->count == 0)
		return c;
	*room = *c;
	for (uint8_t i = 0; i < ahead->count; i++)
		room->fact[ahead->field[i]].set = false;
	room->fact[F_decision].set = icj__decided_by(c, &ctx->as_of);
	return room;
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
