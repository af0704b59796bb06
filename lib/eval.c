/* SPDX-License-Identifier: MIT */
/*
 * eval.c - how a condition reads a fact: by accessors that note what is
 * missing, presumed and used.  Knows no rule.
 */
#include "icj.h"
#include "internal.h"

void icj__eval_start(struct eval *e, const struct icj_case *c,
    const struct icj_context *ctx, icj_date on)
{
	e->c = c;
	e->ctx = ctx;
	e->on = on;
	e->flipped = -1;
	e->missing.count = e->assumed.count = e->used.count = 0;
}

/* The fact if it is known; notes it as used or as missing. */
static const struct fact *read_fact(struct eval *e, enum field_id f)
{
	const struct fact *fact = &e->c->fact[f];

	icj__note(fact->set ? &e->used : &e->missing, f);
	return fact->set ? fact : NULL;
}

enum icj_tri icj__said(struct eval *e, enum field_id f)
{
	const struct fact *fact = read_fact(e, f);

	return fact ? tri(fact->count) : ICJ_UNKNOWN;
}

enum icj_tri icj__presumed_no(struct eval *e, enum field_id f)
{
	if (e->flipped == (int)f)
		return ICJ_YES;
	if (e->c->fact[f].set || e->ctx->strict)
		return icj__said(e, f);
	icj__note(&e->assumed, f);
	return ICJ_NO;
}

enum icj_tri icj__among(struct eval *e, enum field_id f, uint32_t bits)
{
	const struct fact *fact = read_fact(e, f);

	return fact ? tri(fact->bits & bits) : ICJ_UNKNOWN;
}

enum icj_tri icj__has_all(struct eval *e, enum field_id f, uint32_t bits)
{
	const struct fact *fact = read_fact(e, f);

	return fact ? tri((fact->bits & bits) == bits) : ICJ_UNKNOWN;
}

enum icj_tri icj__more_than(struct eval *e, enum field_id f, int32_t n)
{
	const struct fact *fact = read_fact(e, f);

	return fact ? tri(fact->indefinite || fact->count > n) : ICJ_UNKNOWN;
}

enum icj_tri icj__time(struct eval *e, enum field_id f, struct icj_time *out)
{
	const struct fact *fact = read_fact(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->time;
	return ICJ_YES;
}

enum icj_tri icj__date(struct eval *e, enum field_id f, icj_date *out)
{
	const struct fact *fact = read_fact(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->time.date;
	return ICJ_YES;
}

enum icj_tri icj__state(struct eval *e, enum field_id f, icj_state *out)
{
	const struct fact *fact = read_fact(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->count;
	return ICJ_YES;
}

bool icj__known(struct eval *e, enum field_id f)
{
	if (!e->c->fact[f].set)
		return false;
	icj__note(&e->used, f);
	return true;
}
