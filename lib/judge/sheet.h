/* SPDX-License-Identifier: MIT */
/*
 * sheet.h - a question whose rows are judged one by one: each when it is first
 * looked at, or all of them in their order where somebody reads the findings.
 */
#ifndef ICJ_JUDGE_SHEET_H
#define ICJ_JUDGE_SHEET_H

#include "judge/answer.h"

struct sheet {
	struct eval *e;
	struct icj_report *r;
	const struct rule_row *rows;
	struct icj_finding *f;   /* one each, in their order */
	uint64_t judged, aside;  /* of the rows, as bits */
};

/* For a report just started; e has no notes whenever a row is looked at. */
static inline void icj__sheet_start(struct sheet *s, struct eval *e,
    struct icj_report *r, const struct rule_row *rows)
{
	*s = (struct sheet){e, r, rows, r->finding, 0, 0};
}

/* Judges n rows, if anybody reads their findings, but for those that are aside
 * already. */
void icj__sheet_fill(struct sheet *s, size_t n);
void icj__row_judge(struct sheet *s, size_t i);
void icj__judged_aside(struct sheet *s, uint64_t rows);

/* What these rows came to, or will, has nothing to say in this case. */
static inline void icj__rows_aside(struct sheet *s, size_t first, size_t last)
{
	uint64_t rows = ~(uint64_t)0 >> (63 - last) >> first << first;

	s->aside |= rows;
	if (rows & s->judged)
		icj__judged_aside(s, rows & s->judged);
}

static inline void icj__row_aside(struct sheet *s, size_t i)
{
	icj__rows_aside(s, i, i);
}

static inline bool icj__row_is_aside(const struct sheet *s, size_t i)
{
	return s->aside >> i & 1;
}

/* Which of n rows are not, as bits. */
static inline uint64_t icj__rows_in_play(const struct sheet *s, size_t n)
{
	return ~s->aside & (((uint64_t)1 << n) - 1);
}

static inline const struct icj_finding *icj__row(struct sheet *s, size_t i)
{
	if (!(s->judged >> i & 1))
		icj__row_judge(s, i);
	return &s->f[i];
}

/* What it came to, whether it has something to say or not. */
static inline enum icj_tri icj__row_value(struct sheet *s, size_t i)
{
	return icj__row(s, i)->value;
}

#endif
