/* SPDX-License-Identifier: MIT */
/*
 * eval.c - how a condition reads a fact: by accessors that note what is
 * missing, presumed and used, and ask looks.  Knows no rule.
 */
#include "icj.h"
#include "internal.h"

void icj__eval_start(struct eval *e, const struct icj_case *c,
    const struct icj_context *ctx, icj_date on)
{
	e->c = c;
	e->ctx = ctx;
	e->on = on;
	e->trace = NULL;
	e->flipped = -1;
	e->missing.count = e->assumed.count = e->used.count = 0;
}

enum icj_tri icj__time(struct eval *e, enum field_id f, struct icj_time *out)
{
	const struct fact *fact = icj__read(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->time;
	return ICJ_YES;
}

/* -- Looks -------------------------------------------------------------- */

static inline unsigned if_set(const struct fact *f, bool holds)
{
	return f->set ? (unsigned)tri(holds) : ICJ_UNKNOWN;
}

unsigned icj__look_set(const struct eval *e, const struct ask *a)
{
	return e->c->fact[a->f].set;
}

unsigned icj__look_said(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];

	return if_set(f, f->count);
}

unsigned icj__look_among(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];

	return if_set(f, f->bits & (uint32_t)a->n);
}

unsigned icj__look_all(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];

	return if_set(f, (f->bits & (uint32_t)a->n) == (uint32_t)a->n);
}

unsigned icj__look_more(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];

	return if_set(f, f->indefinite || f->count > a->n);
}

unsigned icj__look_indefinite(const struct eval *e, const struct ask *a)
{
	return e->c->fact[a->f].indefinite;
}

unsigned icj__look_later(const struct eval *e, const struct ask *a)
{
	return e->c->fact[a->g].time.date - e->c->fact[a->f].time.date > a->n;
}

unsigned icj__look_same(const struct eval *e, const struct ask *a)
{
	return e->c->fact[a->f].count == e->c->fact[a->g].count;
}

unsigned icj__look_member(const struct eval *e, const struct ask *a)
{
	return icj_state_is_member(e->c->fact[a->f].count, e->on);
}

unsigned icj__look_joined(const struct eval *e, const struct ask *a)
{
	icj_state s = e->c->fact[a->f].count;

	return icj_state_is_member(s, ICJ_DATE_MIN) !=
	    icj_state_is_member(s, ICJ_DATE_MAX);
}

unsigned icj__look_happened(const struct eval *e, const struct ask *a)
{
	const struct fact *f = &e->c->fact[a->f];
	icj_date as_of = e->ctx->as_of.date;

	return f->set && (as_of == ICJ_DATE_NONE || f->time.date <= as_of);
}
