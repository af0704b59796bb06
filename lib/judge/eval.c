/* SPDX-License-Identifier: MIT */
/*
 * eval.c - how a condition reads a fact: by accessors that note what is
 * missing, presumed and used, and ask looks.  Knows no rule.
 */
#include <string.h>

#include "icj.h"
#include "judge/fact.h"

void icj__eval_start(struct eval *e, const struct icj_case *c,
    const struct icj_context *ctx, icj_date step)
{
	e->c = c;
	e->ctx = ctx;
	e->on = step != ICJ_DATE_NONE ? step : ctx->as_of.date;
	e->trace = c->watch ? &c->watch->trace : NULL;
	e->flipped = -1;
	e->missing.count = e->assumed.count = e->used.count = 0;
}

void icj__were_asked(struct eval *e, const struct notes *n)
{
	for (uint8_t i = 0; e->trace && i < n->count; i++)
		icj__was_asked(e->trace, (enum field_id)n->field[i]);
}

const struct icj_case *icj__watched(struct case_room *room,
    const struct icj_case *c, struct watch *w)
{
	struct icj_case *copy = icj__case_copy(room, c);

	copy->watch = w;
	memset(w, 0, sizeof(*w));
	w->trace.watch = w;
	return copy;
}

/* -- Looks -------------------------------------------------------------- */

unsigned icj__look_known(const struct eval *e, const struct ask *a)
{
	return e->c->fact[a->f].set;
}

unsigned icj__look_said(const struct eval *e, const struct ask *a)
{
	return fact_said(&e->c->fact[a->f]);
}

unsigned icj__look_any(const struct eval *e, const struct ask *a)
{
	return fact_any(&e->c->fact[a->f], a->n);
}

unsigned icj__look_all(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];

	return fact_if_known(f, (f->bits & (uint32_t)a->n) == (uint32_t)a->n);
}

unsigned icj__look_more(const struct eval *e, const struct ask *a)
{
	return fact_more(&e->c->fact[a->f], a->n);
}

unsigned icj__look_indefinite(const struct eval *e, const struct ask *a)
{
	return fact_indefinite(&e->c->fact[a->f]);
}

unsigned icj__look_later(const struct eval *e, const struct ask *a)
{
	return fact_later(&e->c->fact[a->f], &e->c->fact[a->g], a->n);
}

unsigned icj__look_same(const struct eval *e, const struct ask *a)
{
	return fact_same(&e->c->fact[a->f], &e->c->fact[a->g]);
}

unsigned icj__look_member(const struct eval *e, const struct ask *a)
{
	return icj_state_is_member(e->c->fact[a->f].count, e->on);
}

unsigned icj__look_joined(const struct eval *e, const struct ask *a)
{
	return fact_party(&e->c->fact[a->f]) == ICJ_LATE_PARTY;
}

unsigned icj__look_party(const struct eval *e, const struct ask *a)
{
	return fact_party(&e->c->fact[a->f]);
}

unsigned icj__look_happened(const struct eval *e, const struct ask *a)
{
	return fact_happened(e, &e->c->fact[a->f]);
}

unsigned icj__look_lacking(const struct eval *e, const struct ask *a)
{
	return icj__fact_unsaid(e->c, (enum field_id)a->f) == ICJ_NO_COLUMN;
}

unsigned icj__look_within(const struct eval *e, const struct ask *a)
{
	return icj__is_within(e, a);
}
