/* SPDX-License-Identifier: MIT */
/* fact.h - what the looks that are asked most do, for recall.c asks them in a
 * row. */
#ifndef ICJ_JUDGE_FACT_H
#define ICJ_JUDGE_FACT_H

#include "facts/fact.h"
#include "judge/eval.h"

static inline unsigned fact_if_known(const struct fact *f, bool holds)
{
	return f->set ? (unsigned)holds * ICJ_YES : ICJ_UNKNOWN;
}

static inline unsigned fact_said(const struct fact *f)
{
	return fact_if_known(f, f->count);
}

static inline unsigned fact_any(const struct fact *f, int32_t bits)
{
	return fact_if_known(f, f->bits & (uint32_t)bits);
}

static inline unsigned fact_more(const struct fact *f, int32_t n)
{
	return fact_if_known(f, f->indefinite || f->count > n);
}

static inline unsigned fact_indefinite(const struct fact *f)
{
	return f->set && f->indefinite;
}

static inline unsigned fact_happened(const struct eval *e,
    const struct fact *f)
{
	icj_date as_of = e->ctx->as_of.date;

	return f->set && (as_of == ICJ_DATE_NONE || f->time.date <= as_of);
}

/* An indefinite end has no date, and recall.c asks before it is ruled out. */
static inline unsigned fact_later(const struct fact *f,
    const struct fact *g, int32_t n)
{
	return f->set && g->set &&
	    (int64_t)g->time.date - f->time.date > n;
}

static inline unsigned fact_same(const struct fact *f,
    const struct fact *g)
{
	return f->set && g->set && f->count == g->count;
}

static inline unsigned fact_party(const struct fact *f)
{
	return f->set ? icj__parties[f->count] : ICJ_UNNAMED;
}

#endif
