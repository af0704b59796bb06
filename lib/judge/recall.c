/* SPDX-License-Identifier: MIT */
/*
 * recall.c - answers that a report remembers.  Knows no rule and no fact.
 *
 * The records of a caseload differ in their dates and names, and hardly in what
 * decides them.  A judgement learns of a case only by asking looks; so what it
 * asked and how that was answered decide what it came to, and another case
 * with the same answers to the same questions need not be judged again.
 *
 * Few different questions are asked in all.  The answers to those that are
 * cheap, two bits each, make the key of a case, which is made once.  What was
 * judged lies in a tree: a node takes some of the answers out of the key, and
 * they lead on to another node, in the end to what was judged.  A node may take
 * what a judgement did not ask: then the way is narrower than it had to be, and
 * still right.  A question that is dear is asked by a node of its own, of none
 * but cases of which the judgement asked it, too.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "judge/fact.h"
#include "judge/recall.h"

#define ASKS 256     /* that differ */
#define AT_ONCE 64   /* of them in a key, a power of two */
#define SLOWS 32     /* of these, in its upper half */
#define DEAR 64      /* other ones in one judgement */
#define NODES 0x4000
#define WAYS 32768   /* from nodes to others, a power of two; and at first: */
#define FIRST_WAYS 1024
#define ANSWERS 4096 /* that differ, a power of two */
#define KEPT 524288  /* bytes of them */
#define WINDOW 4096  /* misses after which the hits are looked at */
#define DAYS 256     /* whose answers have a number, a power of two */

/* The answers of a case, or those of them that a node takes. */
struct key {
	uint64_t half[2];
};

/* What was asked in one judgement. */
struct questions {
	struct trace head;
	bool whole;       /* nothing was learned but by asking */
	struct key asked; /* with all bits of these answers */
	unsigned dears, placed; /* so many of them stand on the way so far */
	uint8_t dear[DEAR];
};

/* Takes these answers, or asks one that is dear. */
struct node {
	struct key takes;
	uint8_t dear;
	bool asks;
};

struct way {
	struct key key;
	uint16_t from, to;
};

/* Where ways lead: NOWHERE yet, to a node, or to LEAF + an answer. */
enum { NOWHERE = 0, LEAF = 0x8000 };

/* A question of which bits a fact has: where in a case it stands. */
struct quick {
	uint16_t f;
	uint32_t bits;
};

/* A list of a report's answer, so many bytes of it. */
struct stretch {
	void *at;
	size_t size;
};

enum { PART_CITES, PART_MISSING, PART_ASSUMED, PART_USED, PART_NOTE, PARTS };

/* An answer: its lists stand one behind the other, then what goes with it. */
struct remembered {
	uint64_t hash;
	unsigned number;
	struct {
		const struct icj_rule *changed;
		enum icj_basis basis;
		icj_date edition;
		uint16_t size[PARTS];
	} head;
	size_t size; /* of all that is behind it */
	char bytes[];
};

struct memory {
	const char *question;
	struct icj_context ctx; /* of all answers */
	bool off;               /* the tree does not pay */
	bool anew;              /* it was emptied and has not paid since */
	unsigned last;          /* number given */
	unsigned hits, misses;  /* in this window */
	struct questions trace;

	unsigned asks;
	struct ask ask[ASKS];
	uint8_t bit[ASKS];         /* its place in a key, or AT_ONCE */
	uint8_t taken[ASKS];       /* of the two bits there */
	uint16_t place[2 * ASKS];  /* asks by their hash, from 1 on */
	unsigned quicks;           /* in a key, from its first place on */
	struct quick quick[AT_ONCE];
	unsigned slows;            /* the others, from its last one down */
	struct ask slow[SLOWS];
	struct key now;            /* of the case at hand */

	unsigned nodes, node_room;
	struct node *node;         /* the first of them is none: NOWHERE */
	unsigned ways, slots;      /* a power of two of these */
	struct way *way;
	uint16_t root;

	unsigned count;
	size_t kept;                 /* bytes */
	struct remembered *at[ANSWERS];
	uint16_t found[2 * ANSWERS]; /* answers by their hash, from 1 on */
	struct numbered {
		icj_date day;
		unsigned of, number; /* of an answer, and when it says more */
	} named[DAYS];
};

_Static_assert(FIELD_COUNT * sizeof(struct fact) <= UINT16_MAX,
    "quick questions hold places in two bytes");
_Static_assert(ASKS <= UINT8_MAX + 1 && NODES < LEAF && ANSWERS <= LEAF,
    "numbers have room");

/* -- Asking ------------------------------------------------------------- */

static bool same_ask(const struct ask *a, const struct ask *b)
{
	return a->look == b->look && a->f == b->f && a->g == b->g &&
	    a->n == b->n && a->m == b->m;
}

/* Looks that find which of some bits a fact has: none, any, those asked for. */
static bool recall_is_quick(const struct ask *a, uint32_t *bits)
{
	*bits = a->look == icj__look_said ? UINT32_MAX :
	    a->look == icj__look_any ? (uint32_t)a->n : 0;
	return *bits || a->look == icj__look_known;
}

/* Others that are cheap, and may be asked of any case. */
static bool recall_is_cheap(look *what)
{
	static look *const cheap[] = {
		icj__look_more, icj__look_indefinite, icj__look_later,
		icj__look_same, icj__look_party, icj__look_happened,
		icj__look_within,
	};

	for (size_t i = 0; i < COUNT_OF(cheap); i++)
		if (cheap[i] == what)
			return true;
	return false;
}

/* The place of a quick question: whether a fact is known is the lower bit of any
 * that is asked of it. */
static unsigned recall_quick_place(struct memory *m, uint16_t f, uint32_t bits)
{
	unsigned i = 0;

	while (i < m->quicks && (m->quick[i].f != f ||
	    (bits && m->quick[i].bits)))
		i++;
	if (i == m->quicks && m->quicks + m->slows < AT_ONCE)
		m->quick[m->quicks++] = (struct quick){f, 0};
	if (i < m->quicks)
		m->quick[i].bits |= bits;
	return i;
}

/* Gives a question a place in the key, if it is to have one. */
static void recall_put_into_key(struct memory *m, unsigned number)
{
	const struct ask *a = &m->ask[number];
	uint32_t bits;

	m->bit[number] = AT_ONCE;
	m->taken[number] = 3;
	if (recall_is_quick(a, &bits)) {
		unsigned i = recall_quick_place(m,
		    (uint16_t)(a->f * sizeof(struct fact)), bits);

		m->bit[number] = (uint8_t)(i < m->quicks ? i : AT_ONCE);
		m->taken[number] = bits ? 3 : 1;
	} else if (m->quicks + m->slows == AT_ONCE) {
		return;
	} else if (recall_is_cheap(a->look) && m->slows < SLOWS) {
		m->slow[m->slows] = *a;
		m->bit[number] = (uint8_t)(AT_ONCE - ++m->slows);
	}
}

/* The number of a question; ASKS when there are too many. */
static unsigned recall_number_of(struct memory *m, const struct ask *a)
{
	uint32_t at = ((uint32_t)((uintptr_t)a->look >> 4) + a->f * 40503u +
	    (uint32_t)a->n * 17u) * UINT32_C(0x9e3779b1) >> 16;

	for (; m->place[at % (2 * ASKS)]; at++) {
		unsigned number = m->place[at % (2 * ASKS)] - 1u;

		if (same_ask(&m->ask[number], a))
			return number;
	}
	if (m->asks == ASKS)
		return ASKS;
	m->ask[m->asks] = *a;
	recall_put_into_key(m, m->asks);
	m->place[at % (2 * ASKS)] = (uint16_t)++m->asks;
	return m->asks - 1;
}

static struct memory *memory_of(struct questions *t)
{
	return (struct memory *)(void *)((char *)t -
	    offsetof(struct memory, trace));
}

/* The judgement's own questions, NULL where somebody only watches. */
static struct questions *questions_of(struct trace *head)
{
	return head->watch ? NULL : (struct questions *)(void *)head;
}

/* Looks that read but the fields of their ask. */
static bool reads_its_fields(look *what)
{
	static look *const others[] = {
		icj__look_known, icj__look_said, icj__look_any, icj__look_all,
		icj__look_member, icj__look_joined, icj__look_lacking,
	};

	for (size_t i = 0; i < COUNT_OF(others); i++)
		if (others[i] == what)
			return true;
	return recall_is_cheap(what);
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

static void note_dear(struct questions *t, unsigned number)
{
	for (unsigned i = 0; i < t->dears; i++)
		if (t->dear[i] == number)
			return;
	if (t->dears == DEAR)
		t->whole = false;
	else
		t->dear[t->dears++] = (uint8_t)number;
}

void icj__traced(struct trace *head, struct ask a, unsigned answer)
{
	struct questions *t = questions_of(head);
	const struct memory *m;
	unsigned number;

	if (!t) {
		watch(head->watch, &a);
		return;
	}
	head->asked[a.f] |= icj__asked_as(a.look);
	m = memory_of(t);
	number = recall_number_of(memory_of(t), &a);
	if (number == ASKS || answer >= LOOKS)
		t->whole = false;
	else if (m->bit[number] == AT_ONCE)
		note_dear(t, number);
	else
		t->asked.half[m->bit[number] / 32] |=
		    (uint64_t)m->taken[number] << m->bit[number] % 32 * 2;
}

void icj__not_asked(struct eval *e)
{
	struct questions *t = e->trace ? questions_of(e->trace) : NULL;

	if (t)
		t->whole = false;
}

/* -- Keys --------------------------------------------------------------- */

/* As fact_if_known() would have it; no branch that nobody could predict. */
static inline uint64_t quick_answer(const struct fact *facts,
    const struct quick *q)
{
	const struct fact *f = (const void *)((const char *)facts + q->f);

	return f->set + 2u * (f->set & ((f->bits & q->bits) != 0));
}

static inline uint64_t slow_answer(const struct eval *e, const struct ask *a,
    icj_date edition_day)
{
	if (a->look == icj__look_within)
		return edition_day >= a->n && edition_day < a->m;
	if (a->look == icj__look_more)
		return fact_more(&e->c->fact[a->f], a->n);
	return a->look(e, a);
}

static struct key recall_key_of(const struct memory *m, const struct eval *e)
{
	const struct fact *facts = e->c->fact;
	icj_date day = icj__edition_day(e->ctx, e->on);
	struct key key = {{0, 0}};
	unsigned i = m->quicks;

	while (i > 32)
		key.half[1] = key.half[1] << 2 |
		    quick_answer(facts, &m->quick[--i]);
	while (i > 0)
		key.half[0] = key.half[0] << 2 |
		    quick_answer(facts, &m->quick[--i]);
	for (i = 0; i < m->slows; i++)
		key.half[1] |= slow_answer(e, &m->slow[i], day) << (62 - 2 * i);
	return key;
}

/* What the case answers to a node. */
static inline struct key recall_part_of(const struct memory *m,
    const struct node *node, const struct eval *e)
{
	const struct ask *a = &m->ask[node->dear];

	if (node->asks)
		return (struct key){{a->look(e, a), 0}};
	return (struct key){{m->now.half[0] & node->takes.half[0],
		m->now.half[1] & node->takes.half[1]}};
}

/* -- The tree ----------------------------------------------------------- */

static void empty(struct memory *m)
{
	memset(m->found, 0, sizeof(m->found));
	while (m->count > 0)
		free(m->at[--m->count]);
	for (unsigned i = 0; i < m->slots; i++)
		m->way[i].to = NOWHERE;
	m->ways = m->hits = m->misses = 0;
	m->kept = 0;
	m->nodes = 1;
	m->root = NOWHERE;
}

/* The way that a key leads from a node, or the free place for it. */
static inline struct way *recall_way_of(const struct memory *m, unsigned from,
    const struct key *key)
{
	uint64_t hash = key->half[0] * UINT64_C(0x9e3779b97f4a7c15) +
	    (key->half[1] ^ from) * UINT64_C(0xd1342543de82ef95);
	size_t at = (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15) >> 40;

	for (;; at++) {
		struct way *way = &m->way[at & (m->slots - 1)];

		if (way->to == NOWHERE || (way->from == from &&
		    way->key.half[0] == key->half[0] &&
		    way->key.half[1] == key->half[1]))
			return way;
	}
}

static const struct remembered *walk(struct memory *m, const struct eval *e)
{
	unsigned at = m->root;

	while (at != NOWHERE && at < LEAF) {
		struct key key = recall_part_of(m, &m->node[at], e);

		at = recall_way_of(m, at, &key)->to;
	}
	return at >= LEAF ? m->at[at - LEAF] : NULL;
}

/* Room for twice as many ways; false: there is none. */
static bool more_ways(struct memory *m)
{
	struct memory old = {.way = m->way, .slots = m->slots};
	unsigned slots = m->slots ? 2 * m->slots : FIRST_WAYS;
	struct way *way = slots > WAYS ? NULL : calloc(slots, sizeof(*way));

	if (!way)
		return false;
	m->way = way;
	m->slots = slots;
	for (unsigned i = 0; i < old.slots; i++)
		if (old.way[i].to != NOWHERE)
			*recall_way_of(m, old.way[i].from, &old.way[i].key) =
			    old.way[i];
	free(old.way);
	return true;
}

static bool more_nodes(struct memory *m)
{
	unsigned room = m->node_room ? 2 * m->node_room : 256;
	struct node *node = m->nodes + DEAR + 2 > NODES ? NULL :
	    realloc(m->node, room * sizeof(*node));

	if (!node)
		return false;
	m->node = node;
	m->node_room = room;
	return true;
}

/* Room for all that one judgement can add. */
static bool recall_room(struct memory *m)
{
	return (m->nodes + DEAR + 2 <= m->node_room || more_nodes(m)) &&
	    ((m->ways + DEAR + 2) * 4 <= m->slots * 3 || more_ways(m));
}

/* A node for what was asked and does not stand on the way so far; NOWHERE when
 * all does. */
static unsigned add_node(struct memory *m)
{
	struct node *node = &m->node[m->nodes];
	const struct questions *t = &m->trace;

	*node = (struct node){t->asked, 0, false};
	if (!(t->asked.half[0] | t->asked.half[1])) {
		if (t->placed == t->dears)
			return NOWHERE;
		node->dear = t->dear[t->placed];
		node->asks = true;
	}
	return m->nodes++;
}

/* What a node asks stands on the way.  The law looked up before, or not, can
 * make two judgements ask in another order. */
static void recall_place(struct questions *t, const struct node *node)
{
	t->asked.half[0] &= ~node->takes.half[0];
	t->asked.half[1] &= ~node->takes.half[1];
	for (unsigned i = t->placed; node->asks && i < t->dears; i++)
		if (t->dear[i] == node->dear) {
			t->dear[i] = t->dear[t->placed];
			t->dear[t->placed++] = node->dear;
		}
}

/* Where the answer of this case is to stand: at the end of its way, which is
 * made longer until all that was asked lies on it. */
static uint16_t *end_of_way(struct memory *m, const struct eval *e)
{
	uint16_t *to = &m->root;

	while (*to < LEAF) {
		const struct node *node;
		struct key key;
		struct way *way;
		unsigned at = *to;

		if (at == NOWHERE && (at = add_node(m)) == NOWHERE)
			return to;
		*to = (uint16_t)at;
		node = &m->node[at];
		recall_place(&m->trace, node);
		key = recall_part_of(m, node, e);
		way = recall_way_of(m, at, &key);
		m->ways += way->to == NOWHERE;
		way->key = key;
		way->from = (uint16_t)at;
		to = &way->to;
	}
	return to;
}

/* The lists of an answer; sized only if it is to be read. */
static void stretches_of(struct summary *s, struct stretch part[PARTS])
{
	size_t field = sizeof(*s->used.field);

	part[PART_CITES] = (struct stretch){s->cite,
		s->cites * sizeof(*s->cite)};
	part[PART_MISSING] = (struct stretch){s->missing.field,
		s->missing.count * field};
	part[PART_ASSUMED] = (struct stretch){s->assumed.field,
		s->assumed.count * field};
	part[PART_USED] = (struct stretch){s->used.field, s->used.count * field};
	part[PART_NOTE] = (struct stretch){s->note, s->note_len + 1};
}

static struct remembered *recall_pack(struct summary *s, const void *out,
    size_t size)
{
	struct stretch part[PARTS];
	struct remembered *kept;
	char *to;

	stretches_of(s, part);
	for (unsigned i = 0; i < PARTS; i++)
		size += part[i].size;
	kept = calloc(1, sizeof(*kept) + size);
	if (!kept)
		return NULL;
	kept->size = size;
	kept->head.changed = s->changed;
	kept->head.basis = s->basis;
	kept->head.edition = s->edition;
	to = kept->bytes;
	for (unsigned i = 0; i < PARTS; i++) {
		kept->head.size[i] = (uint16_t)part[i].size;
		memcpy(to, part[i].at, part[i].size);
		to += part[i].size;
		size -= part[i].size;
	}
	memcpy(to, out, size);
	return kept;
}

/* Where what goes with an answer stands. */
static const void *recall_with(const struct remembered *kept)
{
	const char *at = kept->bytes;

	for (unsigned i = 0; i < PARTS; i++)
		at += kept->head.size[i];
	return at;
}

const struct summary *icj__unpacked(struct icj_report *r)
{
	const struct remembered *kept = r->packed;
	const char *at = kept->bytes;
	struct summary *s = &r->own;
	struct stretch part[PARTS];

	stretches_of(s, part);
	for (unsigned i = 0; i < PARTS; i++) {
		memcpy(part[i].at, at, kept->head.size[i]);
		at += kept->head.size[i];
	}
	s->cites = kept->head.size[PART_CITES] / sizeof(*s->cite);
	s->missing.count = (uint8_t)(kept->head.size[PART_MISSING] / 2);
	s->assumed.count = (uint8_t)(kept->head.size[PART_ASSUMED] / 2);
	s->used.count = (uint8_t)(kept->head.size[PART_USED] / 2);
	s->note_len = kept->head.size[PART_NOTE] - 1u;
	r->packed = NULL;
	return s;
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

static uint64_t hash_answer(const struct remembered *kept)
{
	return hash_bytes(hash_bytes(0, &kept->head, sizeof(kept->head)),
	    kept->bytes, kept->size);
}

static bool same_answer(const struct remembered *a, const struct remembered *b)
{
	return a->hash == b->hash && a->size == b->size &&
	    memcmp(&a->head, &b->head, sizeof(a->head)) == 0 &&
	    memcmp(a->bytes, b->bytes, a->size) == 0;
}

/* None comes twice, whatever is forgotten meanwhile; then there are no more. */
static unsigned next_number(struct memory *m)
{
	return m->last < UINT_MAX ? ++m->last : 0;
}

/* No more answers can be kept. */
static bool recall_has_all(const struct memory *m)
{
	return m->count == ANSWERS || m->kept > KEPT;
}

/* The place of an answer among those kept, which is made where it is a new one;
 * ANSWERS when there is no room. */
static unsigned recall_answer(struct memory *m, struct summary *answer,
    const void *out, size_t size)
{
	struct remembered *made = recall_pack(answer, out, size);
	unsigned at;

	if (!made)
		return ANSWERS;
	made->hash = hash_answer(made);
	at = (unsigned)made->hash % (2 * ANSWERS);
	for (; m->found[at]; at = (at + 1) % (2 * ANSWERS))
		if (same_answer(m->at[m->found[at] - 1], made)) {
			free(made);
			return m->found[at] - 1u;
		}
	if (recall_has_all(m)) {
		free(made);
		return ANSWERS;
	}
	made->number = next_number(m);
	m->kept += sizeof(*made) + made->size;
	m->at[m->count] = made;
	m->found[at] = (uint16_t)++m->count;
	return m->count - 1;
}

/* Hardly ever asked what it knows, the tree costs more than it saves.  One that
 * is full and of little use is of another part of the caseload. */
static void recall_look_back(struct memory *m)
{
	bool full = recall_has_all(m) || !recall_room(m);

	m->off = m->hits < WINDOW / 8 ||
	    (full && m->anew && m->hits < 2 * WINDOW);
	m->anew = full && m->hits < 2 * WINDOW;
	if (m->anew && !m->off)
		empty(m);
	m->hits = m->misses = 0;
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
	if (whole && ++m->misses == WINDOW)
		recall_look_back(m);
	at = recall_answer(m, &r->own, out, size);
	if (at == ANSWERS)
		return;
	r->number = m->at[at]->number;
	if (whole && !m->off && recall_room(m)) {
		m->now = recall_key_of(m, e);
		*end_of_way(m, e) = (uint16_t)(LEAF + at);
	}
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
	memset(m->place, 0, sizeof(m->place));
	m->asks = m->quicks = m->slows = 0;
	m->off = m->anew = false;
	m->question = question;
	m->ctx = *ctx;
}

static void trace(struct memory *m, struct eval *e)
{
	memset(m->trace.head.asked, 0, sizeof(m->trace.head.asked));
	m->trace.whole = true;
	m->trace.asked = (struct key){{0, 0}};
	m->trace.dears = m->trace.placed = 0;
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
	    lists(&r->own.missing, f) || lists(&r->own.assumed, f);
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
	if (m && !m->off) {
		m->now = recall_key_of(m, e);
		found = walk(m, e);
	}
	if (!found) {
		icj__report_start(r, icj__edition_day(e->ctx, e->on),
	    e->ctx->amendments);
		if (m && !m->off)
			trace(m, e);
		return NULL;
	}
	m->hits++;
	r->packed = found;
	r->own.changed = found->head.changed;
	r->own.basis = found->head.basis;
	r->own.edition = found->head.edition;
	r->number = found->number;
	r->findings = 0;
	return recall_with(found);
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
	icj__said(r);
	if (r->number > 0)
		r->number = number_on(r->memory, r->number, day);
}

void icj__memory_free(struct memory *m)
{
	if (!m)
		return;
	empty(m);
	free(m->node);
	free(m->way);
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
