/* SPDX-License-Identifier: MIT */
/*
 * answer.h - what the areas share: rows judged one by one, of which an answer
 * is composed that is not a plain AND of them, and the day of a step.
 */
#ifndef ICJ_ANSWER_H
#define ICJ_ANSWER_H

#include "icj.h"
#include "judge/rule.h"
#include "judge/snapshot.h"

/* The rows, in rulebook order; NULL beyond. */
const struct icj_rule *icj__permit_rule(size_t i);
const struct icj_rule *icj__return_rule(size_t i);

/* The value a row was judged to have. */
static inline enum icj_tri value_of(const struct icj_finding *f)
{
	return f->status == ICJ_NOT_APPLICABLE ? ICJ_NO :
	    (enum icj_tri)f->status;
}

static inline void add_notes(struct notes *to, const struct notes *from)
{
	for (uint8_t i = 0; i < from->count; i++)
		icj__note(to, (enum field_id)from->field[i]);
}

/* Whether the day of an event is known and has come; nobody notes it. */
static inline bool icj__has_come(const struct eval *e, enum field_id f)
{
	return icj__fact_known(e->c, f) &&
	    icj__fact_day(e->c, f) <= e->ctx->as_of.date;
}

/* What a condition read on the way to deciding whether it is asked at all. */
static inline void drop_notes(struct eval *e)
{
	e->missing.count = e->assumed.count = e->used.count = 0;
}

/* A row that has nothing to say in this case. */
static inline void set_aside(struct icj_finding *f)
{
	f->status = ICJ_NOT_APPLICABLE;
	f->aside = true;
	f->missing.count = f->assumed.count = 0;
}

/* A row that is not asked, because it has nothing to say in this case. */
static inline void pass_over(struct icj_report *r, const struct rule_row *row,
    struct icj_finding *f)
{
	const struct wording *w;

	f->row = row;
	f->wording = NULL;
	if (icj__book_has(icj__book_on(r->office, row->p, r->on, &w)))
		f->wording = w;
	f->value = ICJ_NO;
	f->used.count = 0;
	set_aside(f);
}

/* Judges all rows of a table for a question, but those that are idle: what is
 * on file leaves them nothing to say.  Gives their findings in order, and in
 * v[], if there is one, the values, which is_idle() sees as they come.  Inline,
 * so that is_idle() is a part of the loop. */
static inline struct icj_finding *icj__judge_all(struct eval *e,
    const struct table *t, struct icj_report *r, uint8_t *v,
    bool (*is_idle)(void *question, const struct rule_row *row),
    void *question)
{
	struct icj_finding *first = &r->finding[r->findings];

	for (size_t i = 0; i < t->n; i++) {
		const struct rule_row *row = &t->rows[i];
		enum icj_tri value = ICJ_NO;

		if (is_idle && is_idle(question, row))
			pass_over(r, row, icj__next_finding(r));
		else
			value = value_of(icj__judge(e, row, r));
		if (v)
			v[i] = (uint8_t)value;
	}
	return first;
}

/* A sentence into the report of a question q, each '#' a provision's number. */
#define SAY(sentence, ...) \
	icj__note_cited(q->r, sentence, CITES_OF(__VA_ARGS__))

/* An undecided row: it is cited and what it lacks is asked for. */
static inline void leave_open(struct icj_report *r,
    const struct icj_finding *f)
{
	icj__cite(r, f->wording);
	add_notes(&r->own.missing, &f->missing);
}

#endif
