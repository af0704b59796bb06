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

enum icj_tri icj__has_all(struct eval *e, enum field_id f, uint32_t bits)
{
	const struct fact *fact = icj__read(e, f);

	return fact ? tri((fact->bits & bits) == bits) : ICJ_UNKNOWN;
}

enum icj_tri icj__time(struct eval *e, enum field_id f, struct icj_time *out)
{
	const struct fact *fact = icj__read(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->time;
	return ICJ_YES;
}
