/* SPDX-License-Identifier: MIT */
/* sheet.c - rows judged when they are first looked at.  Knows no row. */
#include "judge/sheet.h"

_Static_assert(FINDINGS < 64, "rows are bits of a word");

void icj__row_judge(struct sheet *s, size_t i)
{
	s->judged |= (uint64_t)1 << i;
	icj__judge_as(s->e, &s->rows[i], s->r, &s->f[i]);
	if (icj__row_is_aside(s, i))
		set_aside(&s->f[i]);
}

void icj__judged_aside(struct sheet *s, uint64_t rows)
{
	for (; rows; rows &= rows - 1)
		set_aside(&s->f[__builtin_ctzll(rows)]);
}

void icj__sheet_fill(struct sheet *s, size_t n)
{
	if (s->r->brief && !s->r->watched)
		return;
	for (size_t i = 0; i < n; i++)
		if (icj__row_is_aside(s, i))
			pass_over(s->r, &s->rows[i], &s->f[i]);
		else
			icj__row_judge(s, i);
	s->judged = ((uint64_t)1 << n) - 1;
	s->r->findings = n;
}
