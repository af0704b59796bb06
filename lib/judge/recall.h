/* SPDX-License-Identifier: MIT */
/* recall.h - answers remembered by what was asked. */
#ifndef ICJ_JUDGE_RECALL_H
#define ICJ_JUDGE_RECALL_H

#include "judge/rule.h"

/* What goes with the answer recalled, at any address; NULL if there is none. */
const void *icj__recalled(struct eval *e, struct icj_report *r,
    const char *question);

/*
 * Whether a question was answered before for a case of which all that was asked
 * then has the same answers now: then the report holds that answer and out,
 * size bytes, what goes with it.  If not, the report is started, and if it has
 * a memory, what is asked from now on is traced.  The name tells questions
 * apart; the eval has just been started.
 */
static inline bool icj__recall(struct eval *e, struct icj_report *r,
    const char *question, void *out, size_t size)
{
	const void *found = icj__recalled(e, r, question);

	if (found)
		memcpy(out, found, size);
	return found;
}

/* Remembers the answer that the report and out hold, if all that it rests on
 * was asked. */
void icj__remember(struct eval *e, struct icj_report *r, const void *out,
    size_t size);

/* Makes the report's answer its own, to add what a day alone decides. */
void icj__own_answer(struct icj_report *r, icj_date day);

void icj__memory_free(struct memory *m);

#endif
