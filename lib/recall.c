/* SPDX-License-Identifier: MIT */
/*
 * recall.c - answers that a report remembers.  Knows no rule and no fact.
 *
 * The records of a caseload differ in their dates and names, and hardly in what
 * decides them.  A judgement learns of a case only by asking looks; so what it
 * asked and how that was answered decide what it came to, and another case
 * with the same answers to the same questions need not be judged again.  The
 * questions are kept as a tree: each node asks one, and the answer leads on to
 * the next, in the end to what was judged.  A walk costs a twentieth of a
 * judgement, or less.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "internal.h"

#define NODES 4096
#define ANSWERS 1024
#define ASKED 128

struct trace {
	bool whole; /* nothing was learned but by asking */
	unsigned count;
	struct asked {
		struct ask ask;
		uint8_t answer;
		bool placed; /* it stands in the tree */
	} at[ASKED];
};

/* Where an answer leads: NOWHERE yet, to a node, or to LEAF + an answer. */
enum { NOWHERE = 0, LEAF = 0x8000 };

struct node {
	struct ask ask;
	uint16_t to[LOOKS];
};

/* An answer and what goes with it, size bytes, which stand behind the note. */
struct remembered {
	size_t with;
	unsigned number;
	struct summary answer;
};

struct memory {
	const char *question;
	struct icj_context ctx; /* of all answers */
	bool off;               /* it does not pay */
	unsigned last;          /* number given */
	unsigned hits;          /* since it was last emptied */
	unsigned nodes, count;
	struct trace trace;
	struct node node[NODES];
	struct remembered *at[ANSWERS];
};

/* -- Asking ------------------------------------------------------------- */

static bool same_ask(const struct ask *a, const struct ask *b)
{
	return a->look == b->look && a->f == b->f && a->g == b->g &&
	    a->n == b->n && a->m == b->m;
}

void icj__traced(struct trace *t, const struct ask *a, unsigned answer)
{
	for (unsigned i = 0; i < t->count; i++)
		if (same_ask(&t->at[i].ask, a))
			return;
	if (t->count == ASKED || answer >= LOOKS)
		t->whole = false;
	else
		t->at[t->count++] = (struct asked){*a, (uint8_t)answer, false};
}

void icj__not_asked(struct eval *e)
{
	if (e->trace)
		e->trace->whole = false;
}

/* -- The tree ----------------------------------------------------------- */

static void empty(struct memory *m)
{
	while (m->count > 0)
		free(m->at[--m->count]);
	m->nodes = 0;
	m->hits = 0;
}

static const struct remembered *walk(const struct memory *m,
    const struct eval *e)
{
	unsigned at = 0;

	if (m->nodes == 0)
		return NULL;
	do {
		const struct node *node = &m->node[at];

		at = node->to[node->ask.look(e, &node->ask)];
	} while (at != NOWHERE && at < LEAF);
	return at != NOWHERE ? m->at[at - LEAF] : NULL;
}

static void placed(struct trace *t, const struct ask *a)
{
	for (unsigned i = 0; i < t->count; i++)
		if (same_ask(&t->at[i].ask, a))
			t->at[i].placed = true;
}

/* Where the tree ends for this case.  A node may ask what this judgement did
 * not: then the way is narrower than it had to be, and still right. */
static uint16_t *end_of(struct memory *m, const struct eval *e)
{
	unsigned at = 0;
	uint16_t *to;

	do {
		const struct node *node = &m->node[at];

		placed(&m->trace, &node->ask);
		to = &m->node[at].to[node->ask.look(e, &node->ask)];
		at = *to;
	} while (at != NOWHERE && at < LEAF);
	return to;
}

/* Adds what was asked besides; gives where the answer is to stand. */
static uint16_t *add_asked(struct memory *m, uint16_t *to)
{
	for (unsigned i = 0; i < m->trace.count; i++) {
		const struct asked *asked = &m->trace.at[i];
		struct node *node = &m->node[m->nodes];

		if (asked->placed)
			continue;
		if (to)
			*to = (uint16_t)m->nodes;
		m->nodes++;
		*node = (struct node){.ask = asked->ask};
		to = &node->to[asked->answer];
	}
	return to;
}

static struct remembered *keep(const struct summary *answer, const void *out,
    size_t size)
{
	size_t said = offsetof(struct remembered, answer.note) +
	    answer->note_len + 1;
	struct remembered *kept = malloc(said + size);

	if (!kept)
		return NULL;
	kept->with = said;
	memcpy(&kept->answer, answer, offsetof(struct summary, note) +
	    answer->note_len + 1);
	memcpy((char *)kept + said, out, size);
	return kept;
}

/* Emptied again and again it costs more than it saves. */
static void make_room(struct memory *m)
{
	if (m->nodes + m->trace.count <= NODES && m->count < ANSWERS)
		return;
	if (m->hits < 8 * ANSWERS)
		m->off = true;
	empty(m);
}

void icj__remember(struct eval *e, struct icj_report *r, const void *out,
    size_t size)
{
	struct memory *m = r->memory;
	bool whole = e->trace && e->trace->whole && e->trace->count > 0;
	uint16_t *to;

	e->trace = NULL;
	if (!whole)
		return;
	make_room(m);
	if (m->off)
		return;
	to = add_asked(m, m->nodes ? end_of(m, e) : NULL);
	m->at[m->count] = keep(&r->own, out, size);
	if (!m->at[m->count]) {
		m->off = true;
		empty(m);
		return;
	}
	r->number = m->at[m->count]->number = ++m->last;
	*to = (uint16_t)(LEAF + m->count++);
}

/* -- Recalling ---------------------------------------------------------- */

static bool same_time(const struct icj_time *a, const struct icj_time *b)
{
	return a->date == b->date && a->second == b->second &&
	    a->offset == b->offset;
}

static bool same_context(const struct icj_context *a,
    const struct icj_context *b)
{
	return a->edition == b->edition && same_time(&a->as_of, &b->as_of) &&
	    a->calendar == b->calendar && a->whose == b->whose &&
	    a->strict == b->strict;
}

static void ask_anew(struct memory *m, const char *question,
    const struct icj_context *ctx)
{
	empty(m);
	m->off = false;
	m->question = question;
	m->ctx = *ctx;
}

bool icj__recall(struct eval *e, struct icj_report *r, const char *question,
    void *out, size_t size)
{
	struct memory *m = r->memory;
	const struct remembered *found;

	if (!m)
		return false;
	if (m->question != question || !same_context(&m->ctx, e->ctx))
		ask_anew(m, question, e->ctx);
	if (m->off)
		return false;
	found = walk(m, e);
	if (!found) {
		m->trace.count = 0;
		m->trace.whole = true;
		e->trace = &m->trace;
		return false;
	}
	m->hits++;
	r->now = &found->answer;
	r->number = found->number;
	memcpy(out, (const char *)found + found->with, size);
	return true;
}

void icj__own_answer(struct icj_report *r)
{
	if (r->now != &r->own)
		memcpy(&r->own, r->now, offsetof(struct summary, note) +
		    r->now->note_len + 1);
	r->now = &r->own;
	r->number = 0;
}

void icj__memory_free(struct memory *m)
{
	if (m)
		empty(m);
	free(m);
}

ICJ_API bool icj_report_remember(struct icj_report *r)
{
	struct memory *m = r->memory ? r->memory : malloc(sizeof(*m));

	if (!m)
		return false;
	if (m == r->memory)
		empty(m);
	else
		m->count = m->last = 0;
	m->question = NULL;
	r->memory = m;
	return true;
}

ICJ_API unsigned icj_report_number(const struct icj_report *r)
{
	return r->number;
}
