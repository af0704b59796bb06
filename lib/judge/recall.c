/* SPDX-License-Identifier: MIT */
/*
 * recall.c - answers that a report remembers.  Knows no rule and no fact.
 *
 * The records of a caseload differ in their dates and names, and hardly in what
 * decides them.  A judgement learns of a case only by asking looks; so what it
 * asked and how that was answered decide what it came to, and another case
 * with the same answers to the same questions need not be judged again.
 *
 * The questions are kept as a tree.  Each node asks up to 24 at once; their
 * answers together lead on to another node, in the end to what was judged.  A
 * node may ask what a judgement did not: then the way is narrower than it had
 * to be, and still right.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "judge/fact.h"
#include "judge/recall.h"

#define ASKED 128    /* in one judgement */
#define PLACES 256   /* to find one of them again, a power of two */
#define ASKS 16384    /* in all nodes */
#define NODES 4096
#define ANSWERS 1024 /* that differ, a power of two */
#define WAYS 65536   /* from nodes to others, a power of two */
#define TRIED 4096   /* misses after which the hits are looked at */
#define DAYS 256     /* whose answers have a number, a power of two */
#define AT_ONCE 24   /* two bits each and that of a node make a key */

/* The looks that are asked most stand here themselves, for they are cheap, and
 * a node asks all of one kind in a row.  Any other is asked by a node of its
 * own. */
enum kind {
	IS_SET, IS_SAID, IS_AMONG, IS_MORE, IS_INDEFINITE, IS_LATER, IS_SAME,
	IS_PARTY, HAS_HAPPENED, IS_WITHIN, BY_CALL, KINDS
};

struct questions {
	struct trace head;
	bool whole; /* nothing was learned but by asking */
	unsigned count;
	uint8_t place[PLACES]; /* the number of an ask, from 1 on */
	struct asked {
		struct ask ask;
		uint8_t kind; /* enum kind */
		bool placed;  /* it stands in the tree */
	} at[ASKED];
};

struct node {
	uint16_t first;      /* of its asks */
	uint8_t end[KINDS];  /* of the asks of each kind, from the first on */
};

/* An ask of such a look: where in a case its facts stand. */
struct cheap {
	uint16_t f, g;
	int32_t n;
};

_Static_assert(NODES <= 1 << 16 && AT_ONCE * 2 + 16 <= 64,
    "a key has room for all");
_Static_assert(FIELD_COUNT * sizeof(struct fact) <= UINT16_MAX,
    "cheap asks hold places in two bytes");

/* Where answers lead: NOWHERE yet, to a node, or to LEAF + an answer. */
enum { NOWHERE = 0, LEAF = 0x8000 };


/* An answer and what goes with it, which stands behind the note. */
struct remembered {
	const void *with;
	uint64_t hash;
	unsigned number;
	struct summary answer;
};

struct memory {
	const char *question;
	struct icj_context ctx; /* of all answers */
	bool off;               /* the tree does not pay */
	unsigned last;          /* number given */
	unsigned hits, misses;  /* since it was last emptied */
	unsigned asks, nodes, ways, count;
	uint16_t root;
	struct questions trace;
	struct node node[NODES]; /* the first of them is no node: NOWHERE */
	struct ask ask[ASKS];
	struct cheap cheap[ASKS]; /* the same */
	uint64_t way[WAYS];  /* the keys of all ways, and */
	uint16_t to[WAYS];   /* where they lead */
	struct remembered *at[ANSWERS];
	uint16_t found[2 * ANSWERS]; /* answers by their hash, from 1 on */
	struct numbered {
		icj_date day;
		unsigned of, number; /* of an answer, and when it says more */
	} named[DAYS];
};

/* -- Asking ------------------------------------------------------------- */

static bool same_ask(const struct ask *a, const struct ask *b)
{
	return a->look == b->look && a->f == b->f && a->g == b->g &&
	    a->n == b->n && a->m == b->m;
}

static enum kind recall_kind_of(look *what)
{
	static look *const kinds[BY_CALL] = {
		[IS_SET] = icj__look_known, [IS_SAID] = icj__look_said,
		[IS_AMONG] = icj__look_any, [IS_MORE] = icj__look_more,
		[IS_INDEFINITE] = icj__look_indefinite,
		[IS_LATER] = icj__look_later, [IS_SAME] = icj__look_same,
		[IS_PARTY] = icj__look_party,
		[HAS_HAPPENED] = icj__look_happened,
		[IS_WITHIN] = icj__look_within,
	};
	unsigned kind = 0;

	while (kind < BY_CALL && kinds[kind] != what)
		kind++;
	return (enum kind)kind;
}

/* The place of an ask, or the free one for it: fewer are asked than there are
 * places. */
static uint8_t *recall_place_of(struct questions *t, const struct ask *a)
{
	unsigned at = (unsigned)((uintptr_t)a->look >> 4) + a->f * 5u + a->g +
	    (unsigned)a->n * 17u;

	for (;; at++) {
		uint8_t *place = &t->place[at % PLACES];

		if (*place == 0 || same_ask(&t->at[*place - 1].ask, a))
			return place;
	}
}

/* The judgement's own questions, NULL where somebody only watches. */
static struct questions *questions_of(struct trace *head)
{
	return head->watch ? NULL : (struct questions *)(void *)head;
}

/* Looks that read but the fields of their ask. */
static bool reads_its_fields(look *what)
{
	return recall_kind_of(what) != BY_CALL || what == icj__look_all ||
	    what == icj__look_member || what == icj__look_joined ||
	    what == icj__look_lacking;
}

void icj__was_asked(struct trace *head, enum field_id f)
{
	if (head->watch)
		head->watch->silent[f]++;
}

void icj__was_noted(struct trace *head, enum field_id f)
{
	if (head->watch)
		head->watch->silent[f]--;
}

/* What another look read it was seen to read. */
static void watch(struct watch *w, const struct ask *a)
{
	if (!reads_its_fields(a->look))
		return;
	w->silent[a->f]++;
	if (a->g != a->f)
		w->silent[a->g]++;
}

void icj__traced(struct trace *head, struct ask a, unsigned answer)
{
	struct questions *t = questions_of(head);

	uint8_t *place;

	if (!t) {
		watch(head->watch, &a);
		return;
	}
	place = recall_place_of(t, &a);
	if (*place)
		return;
	if (t->count == ASKED || answer >= LOOKS) {
		t->whole = false;
		return;
	}
	t->at[t->count++] =
	    (struct asked){a, (uint8_t)recall_kind_of(a.look), false};
	*place = (uint8_t)t->count;
}

void icj__not_asked(struct eval *e)
{
	struct questions *t = e->trace ? questions_of(e->trace) : NULL;

	if (t)
		t->whole = false;
}

/* -- Keys --------------------------------------------------------------- */

static inline const struct fact *fact_at(const struct fact *facts, uint16_t at)
{
	return (const struct fact *)(const void *)((const char *)facts + at);
}

/* As fact_if_known(), but for another number for each: no branch that nobody
 * could predict. */
static inline unsigned if_set(const struct fact *f, bool holds)
{
	return f->set + 2u * (f->set & holds);
}

/* What the asks of one kind add to a key. */
#define ADD(kind, answer) do { \
	for (unsigned end = node->end[kind]; i < end; i++) { \
		const struct cheap *a = &asks[i]; \
		const struct fact *f = fact_at(facts, a->f); \
		key = key << 2 | (answer); \
	} \
} while (0)

/* What the case answers to a node. */
static inline uint64_t recall_key_of(
    const struct memory *m, unsigned number, const struct eval *e)
{
	const struct node *node = &m->node[number];
	const struct cheap *asks = &m->cheap[node->first];
	const struct fact *facts = e->c->fact;
	uint64_t key = 0;
	unsigned i = 0;

	ADD(IS_SET, f->set);
	ADD(IS_SAID, f->set + 2u * (f->set & (unsigned)f->count));
	ADD(IS_AMONG, if_set(f, f->bits & (uint32_t)a->n));
	ADD(IS_MORE, if_set(f, f->indefinite | (f->count > a->n)));
	ADD(IS_INDEFINITE, fact_indefinite(f));
	ADD(IS_LATER, fact_later(f, fact_at(facts, a->g), a->n));
	ADD(IS_SAME, fact_same(f, fact_at(facts, a->g)));
	ADD(IS_PARTY, fact_party(f));
	ADD(HAS_HAPPENED, fact_happened(e, f));
	for (; i < node->end[BY_CALL]; i++) {
		const struct ask *ask = &m->ask[node->first + i];

		key = key << 2 | ask->look(e, ask);
	}
	return key | (uint64_t)number << 2 * AT_ONCE;
}

/* -- The tree ----------------------------------------------------------- */

static void empty(struct memory *m)
{
	if (m->count > 0)
		memset(m->found, 0, sizeof(m->found));
	while (m->count > 0)
		free(m->at[--m->count]);
	if (m->ways > 0)
		memset(m->to, 0, sizeof(m->to));
	m->asks = m->ways = m->hits = m->misses = 0;
	m->nodes = 1;
	m->root = NOWHERE;
}

/* The way that a key leads, or the free place for it. */
static inline unsigned recall_way_of(const struct memory *m, uint64_t key)
{
	unsigned at = (unsigned)(key * UINT64_C(0x9e3779b97f4a7c15) >> 48) %
	    WAYS;

	while (m->to[at] != NOWHERE && m->way[at] != key)
		at = (at + 1) % WAYS;
	return at;
}

static const struct remembered *walk(struct memory *m, const struct eval *e)
{
	unsigned at = m->root;

	while (at != NOWHERE && at < NODES)
		at = m->to[recall_way_of(m, recall_key_of(m, at, e))];
	return at >= LEAF ? m->at[at - LEAF] : NULL;
}

/* The next asks of the trace that one node can ask; they are placed. */
static unsigned recall_take(struct questions *t, const struct asked **asks)
{
	unsigned n = 0;

	for (unsigned i = 0; i < t->count && n < AT_ONCE; i++) {
		bool by_call = t->at[i].kind == BY_CALL;

		if (t->at[i].placed)
			continue;
		if (by_call && n > 0)
			break;
		t->at[i].placed = true;
		asks[n++] = &t->at[i];
		if (by_call)
			break;
	}
	return n;
}

static void put_ask(struct memory *m, unsigned at, const struct ask *a)
{
	m->ask[at] = *a;
	m->cheap[at] = (struct cheap){
		(uint16_t)(a->f * sizeof(struct fact)),
		(uint16_t)(a->g * sizeof(struct fact)), a->n
	};
}

/* A node for what was asked next, its asks sorted by their kinds; NOWHERE when
 * all is asked. */
static uint16_t add_node(struct memory *m)
{
	struct node *node = &m->node[m->nodes];
	const struct asked *asks[AT_ONCE];
	unsigned n = recall_take(&m->trace, asks), put = 0;

	if (n == 0)
		return NOWHERE;
	node->first = (uint16_t)m->asks;
	for (unsigned kind = 0; kind < KINDS; kind++) {
		for (unsigned i = 0; i < n; i++)
			if (asks[i]->kind == kind)
				put_ask(m, m->asks + put++, &asks[i]->ask);
		node->end[kind] = (uint8_t)put;
	}
	m->asks += n;
	return (uint16_t)m->nodes++;
}

static void recall_place(struct questions *t, const struct ask *a)
{
	uint8_t number = *recall_place_of(t, a);

	if (number)
		t->at[number - 1].placed = true;
}

/* Asks what a node asks: gives where the answers lead. */
static uint16_t *recall_step(
    struct memory *m, unsigned at, const struct eval *e)
{
	const struct node *node = &m->node[at];
	const struct ask *a = &m->ask[node->first];
	uint64_t key = recall_key_of(m, at, e);
	unsigned way = recall_way_of(m, key);

	for (; a < &m->ask[node->first + node->end[KINDS - 1]]; a++)
		recall_place(&m->trace, a);
	if (m->to[way] == NOWHERE) {
		m->ways++;
		m->way[way] = key;
	}
	return &m->to[way];
}

/* Where the answer of this case is to stand: at the end of its way, which is
 * made longer until all that was asked lies on it. */
static uint16_t *end_of_way(struct memory *m, const struct eval *e)
{
	uint16_t *to = &m->root;

	while (*to < LEAF) {
		if (*to == NOWHERE && !(*to = add_node(m)))
			return to;
		to = recall_step(m, *to, e);
	}
	return to;
}

/* Where what goes with an answer stands, behind it. */
static size_t recall_size(const struct summary *answer)
{
	return offsetof(struct remembered, answer.note) + answer->note_len + 1;
}

static struct remembered *recall_keep(
    const struct summary *answer, const void *out, size_t size)
{
	size_t said = recall_size(answer);
	struct remembered *kept;

	kept = malloc(said + size);
	if (!kept)
		return NULL;
	memcpy(&kept->answer, answer, offsetof(struct summary, note) +
	    answer->note_len + 1);
	memcpy((char *)kept + said, out, size);
	kept->with = (char *)kept + said;
	return kept;
}

static uint64_t hash_bytes(uint64_t hash, const void *bytes, size_t len)
{
	const char *at = bytes;
	uint64_t word;

	for (; len >= sizeof(word); at += sizeof(word), len -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
		hash ^= hash >> 32;
	}
	word = len;
	memcpy(&word, at, len);
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

static uint64_t hash_notes(uint64_t hash, const struct notes *n)
{
	return hash_bytes(hash, n->field, n->count * sizeof(*n->field));
}

static uint64_t hash_answer(const struct summary *s, const void *out,
    size_t size)
{
	uint64_t hash = hash_bytes((uint32_t)s->edition, s->cite,
	    s->cites * sizeof(*s->cite));

	hash = hash_notes(hash_notes(hash_notes(hash, &s->missing),
	    &s->assumed), &s->used);
	return hash_bytes(hash_bytes(hash, s->note, s->note_len), out, size);
}

static bool same_notes(const struct notes *a, const struct notes *b)
{
	return a->count == b->count &&
	    memcmp(a->field, b->field, a->count * sizeof(*a->field)) == 0;
}

static bool same_answer(const struct remembered *x, const struct summary *b,
    const void *out, size_t size)
{
	const struct summary *a = &x->answer;

	return a->cites == b->cites && a->basis == b->basis &&
	    a->edition == b->edition && a->changed == b->changed &&
	    a->note_len == b->note_len &&
	    memcmp(a->cite, b->cite, a->cites * sizeof(*a->cite)) == 0 &&
	    same_notes(&a->missing, &b->missing) &&
	    same_notes(&a->assumed, &b->assumed) &&
	    same_notes(&a->used, &b->used) &&
	    memcmp(a->note, b->note, a->note_len) == 0 &&
	    memcmp(x->with, out, size) == 0;
}

/* None comes twice, whatever is forgotten meanwhile; then there are no more. */
static unsigned next_number(struct memory *m)
{
	return m->last < UINT_MAX ? ++m->last : 0;
}

/* The place of an answer among those kept, which is made where it is a new one;
 * ANSWERS when there is no room. */
static unsigned recall_answer(struct memory *m, const struct summary *answer,
    const void *out, size_t size)
{
	uint64_t hash = hash_answer(answer, out, size);
	unsigned at = (unsigned)hash % (2 * ANSWERS);

	for (; m->found[at]; at = (at + 1) % (2 * ANSWERS)) {
		struct remembered *x = m->at[m->found[at] - 1];

		if (x->hash == hash && same_answer(x, answer, out, size))
			return m->found[at] - 1u;
	}
	if (m->count == ANSWERS)
		return ANSWERS;
	m->at[m->count] = recall_keep(answer, out, size);
	if (!m->at[m->count])
		return ANSWERS;
	m->at[m->count]->hash = hash;
	m->at[m->count]->number = next_number(m);
	m->found[at] = (uint16_t)++m->count;
	return m->count - 1;
}

/* Emptied again and again, or hardly ever asked what it knows, the tree costs
 * more than it saves. */
static void recall_make_room(struct memory *m)
{
	bool full = m->asks + ASKED > ASKS || m->nodes + ASKED > NODES ||
	    m->ways + ASKED > WAYS / 2 || m->count == ANSWERS;

	if (full)
		m->off = m->hits < 2 * m->misses;
	else if (m->misses % TRIED == 0)
		m->off = m->hits < m->misses / 8;
	if (full && !m->off)
		empty(m);
}

void icj__remember(struct eval *e, struct icj_report *r, const void *out,
    size_t size)
{
	struct memory *m = r->memory;
	struct questions *t = e->trace ? questions_of(e->trace) : NULL;
	bool whole = t && t->whole;
	unsigned at;

	e->trace = NULL;
	if (!m || r->watched)
		return;
	if (whole) {
		m->misses++;
		recall_make_room(m);
	}
	at = recall_answer(m, &r->own, out, size);
	if (at == ANSWERS)
		return;
	r->number = m->at[at]->number;
	if (whole && !m->off)
		*end_of_way(m, e) = (uint16_t)(LEAF + at);
}

/* -- Recalling ---------------------------------------------------------- */

static bool recall_same_time(const struct icj_time *a, const struct icj_time *b)
{
	return a->date == b->date && a->second == b->second &&
	    a->offset == b->offset;
}

static bool same_context(const struct icj_context *a,
    const struct icj_context *b)
{
	return a->edition == b->edition &&
	    recall_same_time(&a->as_of, &b->as_of) &&
	    a->calendar == b->calendar && a->whose == b->whose &&
	    a->strict == b->strict && a->amendments == b->amendments;
}

__attribute__((noinline))
static void ask_anew(struct memory *m, const char *question,
    const struct icj_context *ctx)
{
	empty(m);
	m->off = false;
	m->question = question;
	m->ctx = *ctx;
}

static void trace(struct memory *m, struct eval *e)
{
	m->trace.count = 0;
	m->trace.whole = true;
	memset(m->trace.place, 0, sizeof(m->trace.place));
	e->trace = &m->trace.head;
}


static bool lists(const struct notes *n, enum field_id f)
{
	for (uint8_t i = 0; i < n->count; i++)
		if (n->field[i] == f)
			return true;
	return false;
}

/* By a row judged by itself; those of a plan note what they ask for. */
static bool row_asks(const struct icj_report *r, enum field_id f)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->row_watch[i][f / 64] & FIELD_BIT(f) &&
		    !r->finding[i].aside)
			return true;
	return false;
}

ICJ_API bool icj_report_asked(const struct icj_report *r,
    const struct icj_field *field)
{
	if (!r || !field)
		return true;

	enum field_id f = icj__field_id(field);

	return !r->watched || r->watch.silent[f] > 0 || row_asks(r, f) ||
	    lists(&r->now->missing, f) || lists(&r->now->assumed, f);
}

const void *icj__recalled(struct eval *e, struct icj_report *r,
    const char *question)
{
	struct memory *m = r->memory;
	const struct remembered *found = NULL;

	r->watched = e->c->watch;
	/* What is not as it should be is judged by itself, and not remembered:
	 * whether a record before it was like it must not matter. */
	if (r->watched)
		m = NULL;
	if (m && (m->question != question || !same_context(&m->ctx, e->ctx)))
		ask_anew(m, question, e->ctx);
	if (m && !m->off)
		found = walk(m, e);
	if (!found) {
		icj__report_start(r, icj__edition_day(e->ctx, e->on),
	    e->ctx->amendments);
		if (m && !m->off)
			trace(m, e);
		return NULL;
	}
	m->hits++;
	r->now = &found->answer;
	r->number = found->number;
	r->findings = 0;
	return found->with;
}

static unsigned number_on(struct memory *m, unsigned of, icj_date day)
{
	struct numbered *x = &m->named[((unsigned)day + of * 37) % DAYS];

	if (x->of != of || x->day != day)
		*x = (struct numbered){day, of, next_number(m)};
	return x->number;
}

void icj__own_answer(struct icj_report *r, icj_date day)
{
	if (r->now != &r->own)
		memcpy(&r->own, r->now, offsetof(struct summary, note) +
		    r->now->note_len + 1);
	r->now = &r->own;
	if (r->number > 0)
		r->number = number_on(r->memory, r->number, day);
}

void icj__memory_free(struct memory *m)
{
	while (m && m->count > 0)
		free(m->at[--m->count]);
	free(m);
}

ICJ_API bool icj_report_remember(struct icj_report *r)
{
	if (!r)
		return false;

	struct memory *m = r->memory ? r->memory : calloc(1, sizeof(*m));

	if (!m)
		return false;
	empty(m);
	m->question = NULL;
	r->memory = m;
	return true;
}

ICJ_API unsigned icj_report_number(const struct icj_report *r)
{
	if (!r)
		return 0;

	return r->number;
}
