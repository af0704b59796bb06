/* SPDX-License-Identifier: MIT */
/*
 * rule.c - judges rows of rules and keeps the report of it.  Knows how rows
 * combine to a verdict, and no row.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "judge/recall.h"

/* -- Reports ------------------------------------------------------------ */

ICJ_API struct icj_report *icj_report_new(void)
{
	struct icj_report *r = malloc(sizeof(*r));

	if (!r)
		return NULL;
	icj__report_blank(r);
	r->memory = NULL;
	icj__report_start(r, ICJ_DATE_NONE, NULL);
	return r;
}

ICJ_API void icj_report_free(struct icj_report *r)
{
	if (r)
		icj__memory_free(r->memory);
	free(r);
}

const struct icj_case *icj__report_watched(struct icj_report *r,
    const struct icj_case *c, struct case_room *room)
{
	r->watched = true;
	memset(r->row_watch, 0, sizeof(r->row_watch));
	return icj__watched(room, c, &r->watch);
}

static void were_asked(struct watch *w, const struct notes *n)
{
	for (uint8_t i = 0; i < n->count; i++)
		w->silent[n->field[i]]++;
}

void icj__open_rows_were_asked(struct icj_report *r)
{
	for (size_t i = 0; i < r->findings; i++)
		if (!(r->finding[i].row->part & ASIDE))
			were_asked(&r->watch, &r->finding[i].missing);
}

void icj__rows_were_asked(struct icj_report *r)
{
	for (size_t i = 0; i < r->findings; i++) {
		were_asked(&r->watch, &r->finding[i].missing);
		were_asked(&r->watch, &r->finding[i].assumed);
	}
}

ICJ_API void icj_report_brief(struct icj_report *r)
{
	if (r)
		r->brief = true;
}

void icj__report_blank(struct icj_report *r)
{
	for (unsigned i = 0; i < PLANS; i++)
		r->plans.at[i].rows = NULL;
	r->plans.last = r->plans.next = 0;
	r->brief = false;
	r->watched = false;
}

void icj__report_start(struct icj_report *r, icj_date on,
    const struct icj_amendments *office)
{
	r->findings = 0;
	r->on = on;
	r->office = office;
	r->own.cites = 0;
	r->own.missing.count = r->own.assumed.count = r->own.used.count = 0;
	r->own.edition = ICJ_DATE_NONE;
	r->own.basis = ICJ_BASIS_TEXT;
	r->own.changed = NULL;
	r->own.note_len = 0;
	r->own.note[0] = '\0';
	r->packed = NULL;
	r->number = 0;
}

ICJ_API const struct icj_finding *icj_report_next(const struct icj_report *r,
    const struct icj_finding *prev)
{
	if (!r)
		return NULL;

	const struct icj_finding *next = prev ? prev + 1 : r->finding;

	while (next < r->finding + r->findings && !next->wording)
		next++;
	return next < r->finding + r->findings ? next : NULL;
}

ICJ_API const char *icj_report_cite(const struct icj_report *r, size_t i)
{
	return r && i < icj__said(r)->cites ? r->own.cite[i] : NULL;
}

static const struct icj_field *noted(const struct notes *n, size_t i)
{
	return i < n->count ? icj_field_at(n->field[i]) : NULL;
}

ICJ_API const struct icj_field *icj_report_fact(const struct icj_report *r,
    enum icj_role role, size_t i)
{
	if (!r)
		return NULL;

	const struct summary *s = icj__said(r);

	return noted(role == ICJ_USED ? &s->used :
	    role == ICJ_MISSING ? &s->missing : &s->assumed, i);
}

ICJ_API const struct icj_field *icj_finding_fact(const struct icj_finding *f,
    enum icj_role role, size_t i)
{
	if (!f)
		return NULL;

	return noted(role == ICJ_USED ? &f->used :
	    role == ICJ_MISSING ? &f->missing : &f->assumed, i);
}

ICJ_API const struct icj_rule *icj_finding_rule(const struct icj_finding *f)
{
	return f ? &f->wording->rule : NULL;
}

ICJ_API enum icj_status icj_finding_status(const struct icj_finding *f)
{
	return f ? f->status : ICJ_UNDECIDED;
}

ICJ_API icj_date icj_report_edition(const struct icj_report *r)
{
	return r ? r->own.edition : ICJ_DATE_NONE;
}

ICJ_API enum icj_basis icj_report_basis(const struct icj_report *r)
{
	return r ? r->own.basis : ICJ_BASIS_NEAREST;
}

ICJ_API const char *icj_report_note(const struct icj_report *r)
{
	return r ? icj__said(r)->note : "";
}

ICJ_API const char *icj_tri_name(enum icj_tri t)
{
	return t == ICJ_YES ? "yes" : t == ICJ_NO ? "no" : "unknown";
}

NAMES(icj_status_name, enum icj_status, "",
	[ICJ_NOT_MET] = "not met", [ICJ_UNDECIDED] = "unknown",
	[ICJ_MET] = "met", [ICJ_NOT_APPLICABLE] = "not applicable")

/* -- What an answer rests on --------------------------------------------- */

/* The weakest decides what is named: of two that are stretched to the day the
 * older, of other equals the first. */
void icj__rest_on(struct icj_report *r, const struct wording *w)
{
	bool first = r->own.edition == ICJ_DATE_NONE;
	enum icj_basis basis;
	icj_date edition;

	if (!w || w->rule.from == ICJ_DATE_NONE)
		return; /* of no edition of the rules */
	basis = icj__basis_on(w, r->on);
	if (!first && (basis < r->own.basis || (basis == r->own.basis &&
	    (basis != ICJ_BASIS_NEAREST || r->on < w->rule.from))))
		return;
	edition = icj__edition_by(w, r->on);
	if (!first && basis == r->own.basis && edition >= r->own.edition)
		return;
	r->own.edition = edition;
	r->own.basis = basis;
	r->own.changed = basis == ICJ_BASIS_NEAREST && w->rule.change &&
	    r->on >= w->rule.from ? &w->rule : NULL;
}

void icj__rest_on_since(struct icj_report *r, const struct wording *w)
{
	if (w && r->on >= w->rule.from)
		icj__rest_on(r, w);
}

/* Of two wordings with one number one is cited. */
void icj__add_cite(struct icj_report *r, const char *cite)
{
	size_t i = 0;

	while (i < r->own.cites && r->own.cite[i] != cite &&
	    strcmp(r->own.cite[i], cite) != 0)
		i++;
	if (i == r->own.cites && i < CITES)
		r->own.cite[r->own.cites++] = cite;
}

void icj__cite(struct icj_report *r, const struct wording *w)
{
	icj__rest_on(r, w);
	if (w)
		icj__add_cite(r, w->rule.cite);
}

void icj__cite_provision(struct icj_report *r, const struct provision *p)
{
	icj__cite(r, icj__wording(r->office, p, r->on));
}

/* "5-103: since 2016-02-01 no number of days" */
static bool add_known_change(const struct icj_report *r, struct text *t)
{
	const struct icj_rule *rule = r->own.changed;

	if (!rule)
		return false;
	icj__text_add(t, rule->cite);
	icj__text_add(t, ": ");
	icj__text_add(t, rule->change);
	return true;
}

ICJ_API bool icj_report_law(const struct icj_report *r, size_t i,
    char buf[ICJ_LAW_NOTE])
{
	char latest[ICJ_LATEST_NOTE];
	struct text t;

	if (!r || !buf || r->own.basis != ICJ_BASIS_NEAREST)
		return false;
	icj__text_start(&t, buf, ICJ_LAW_NOTE);
	if (add_known_change(r, &t) && i-- == 0)
		return true;
	icj__text_start(&t, buf, ICJ_LAW_NOTE);
	if (i > 0 || !icj__latest_note(r->on, r->own.edition, latest))
		return false;
	icj__text_add(&t, latest);
	return true;
}

void icj__note_change(struct icj_report *r)
{
	char buf[ICJ_LAW_NOTE];

	for (size_t i = 0; icj_report_law(r, i, buf); i++)
		icj__report_note(r, buf);
}

/* -- Judging ------------------------------------------------------------ */

static enum icj_status row_status_of(const struct rule_row *row, enum icj_tri v)
{
	if (row->part & ASIDE && v == ICJ_NO)
		return ICJ_NOT_APPLICABLE;
	return (enum icj_status)v;
}

/* A row rarely notes more than what is copied with the count. */
#define WITH_COUNT 7

_Static_assert(offsetof(struct notes, field[WITH_COUNT]) == 16,
    "the count and the first notes are copied at once");

static inline void row_take(struct notes *to, struct notes *from)
{
	memcpy(to, from, offsetof(struct notes, field[WITH_COUNT]));
	if (from->count > WITH_COUNT)
		memcpy(to->field + WITH_COUNT, from->field + WITH_COUNT,
		    (from->count - (size_t)WITH_COUNT) * sizeof(*to->field));
	from->count = 0;
}

enum icj_tri icj__always(struct eval *e)
{
	(void)e;
	return ICJ_YES;
}

/* These stand apart: most tests call a condition, which costs least so. */
__attribute__((noinline))
static enum icj_tri test_look(struct eval *e, const struct test *t)
{
	enum icj_tri v = icj__noted(e, (enum field_id)t->look.f,
	    icj__look(e, &t->look));

	return t->turned ? not_(v) : v;
}

__attribute__((noinline))
static enum icj_tri test_other(struct eval *e, const struct test *t,
    int32_t number)
{
	enum field_id f = (enum field_id)t->look.f;
	enum icj_tri v = t->kind == ASK_MORE ? need_more(e, f, number) :
	    need_presumed(e, f);

	return t->turned ? not_(v) : v;
}

__attribute__((noinline))
static enum icj_tri test_composed(struct eval *e, const struct test *t,
    int32_t number)
{
	const struct test *one = t->of;
	uint8_t mark = e->missing.count;
	enum icj_tri v = ICJ_YES;

	switch ((enum ask_kind)t->kind) {
	case ASK_BOTH:
		for (; one->kind; one++)
			v = and_(v, icj__ask_test(e, one, number));
		break;
	case ASK_IN_TURN:
		for (; one->kind && v != ICJ_NO; one++)
			v = and_(v, icj__ask_test(e, one, number));
		break;
	default: /* ASK_EITHER, ASK_IF_THEN */
		v = t->kind == ASK_EITHER ? ICJ_NO :
		    not_(icj__ask_test(e, one++, number));
		for (; one->kind && v != ICJ_YES; one++)
			v = or_(v, icj__ask_test(e, one, number));
	}
	return settled(e, mark, v);
}

enum icj_tri icj__ask_test(struct eval *e, const struct test *t,
    int32_t number)
{
	if (t->kind == ASK_CALL) {
		e->number = t->n ? t->n : number;
		return t->turned ? not_(t->call(e)) : t->call(e);
	}
	return t->kind == ASK_LOOK ? test_look(e, t) :
	    t->kind < ASK_BOTH ? test_other(e, t, number) :
	    test_composed(e, t, number);
}

enum icj_tri icj__test(struct eval *e, const struct rule_row *row,
    const struct wording *w)
{
	return icj__ask_test(e, &row->test[w->ground], w->number);
}

static inline enum icj_tri row_judge(struct eval *e, const struct rule_row *row,
    const struct wording *w, struct icj_finding *f)
{
	enum icj_tri v = icj__test(e, row, w);

	f->row = row;
	f->wording = w;
	f->status = row_status_of(row, v);
	f->value = v;
	if (v != ICJ_UNKNOWN)
		e->missing.count = 0;
	row_take(&f->missing, &e->missing);
	row_take(&f->assumed, &e->assumed);
	row_take(&f->used, &e->used);
	return v;
}

/* What a row asks for matters where it is not set aside in the end. */
__attribute__((noinline, cold))
static void row_judge_watched(struct eval *e, const struct rule_row *row,
    const struct wording *w, struct icj_finding *f, uint64_t *seen)
{
	struct watch *now = e->trace->watch, before = *now;

	row_judge(e, row, w, f);
	f->aside = false;
	memset(seen, 0, FIELD_WORDS * sizeof(*seen));
	for (unsigned i = 0; i < FIELD_COUNT; i++)
		if (now->silent[i] > before.silent[i])
			seen[i / 64] |= FIELD_BIT(i);
	*now = before;
}

/* A row that there is not on the day. */
static void judge_nothing(const struct rule_row *row, struct icj_finding *f)
{
	f->row = row;
	f->aside = true;
	f->wording = NULL;
	f->status = ICJ_NOT_APPLICABLE;
	f->value = ICJ_NO;
	f->missing.count = f->assumed.count = f->used.count = 0;
}

void icj__judge_as(struct eval *e, const struct rule_row *row,
    struct icj_report *r, struct icj_finding *f)
{
	const struct wording *w;

	if (!icj__book_has(icj__book_on(r->office, row->p, r->on, &w)))
		judge_nothing(row, f);
	else if (e->trace && e->trace->watch)
		row_judge_watched(e, row, w, f,
		    r->row_watch[f - r->finding]);
	else
		row_judge(e, row, w, f);
}

const struct icj_rule *icj__table_rule(const struct table *t, size_t n,
    size_t i)
{
	for (; n > 0; n--, t++)
		for (size_t k = 0; k < t->n; k++) {
			const struct provision *p = t->rows[k].p;

			if (i < p->wordings)
				return &p->wording[i].rule;
			i -= p->wordings;
		}
	return NULL;
}

static void merge(struct notes *to, const struct notes *from)
{
	for (uint8_t i = 0; i < from->count; i++)
		icj__note(to, (enum field_id)from->field[i]);
}

/* -- Plans -------------------------------------------------------------- */

/* Narrows a span of days to those on which no wording of a table changes. */
static void narrow(const struct rule_row *rows, size_t n,
    const struct icj_amendments *office, icj_date on, icj_date *from,
    icj_date *until)
{
	icj__law_span(office, on, from, until);
	for (size_t i = 0; i < n; i++)
		icj__book_span(office, rows[i].p, on, from, until);
}

static void ask_span(struct eval *e, icj_date from, icj_date until)
{
	struct ask a = {icj__look_within, from, until, 0, 0};

	if (e->trace)
		icj__traced(e->trace, a, icj__is_within(e, &a));
}

static bool plan_fits(const struct plan *p, const struct rule_row *rows,
    size_t n, const struct icj_amendments *office, icj_date on)
{
	return p->rows == rows && p->n == n && p->office == office &&
	    p->from <= on && on < p->until;
}

/* The plan for a day; one with n of 0 is to be made. */
static struct plan *plan_find(struct plans *p, const struct rule_row *rows,
    size_t n, const struct icj_amendments *office, icj_date on)
{
	struct plan *made;

	if (plan_fits(&p->at[p->last], rows, n, office, on))
		return &p->at[p->last];
	for (unsigned i = 0; i < PLANS; i++)
		if (plan_fits(&p->at[i], rows, n, office, on)) {
			p->last = i;
			return &p->at[i];
		}
	p->last = p->next;
	p->next = (p->next + 1) % PLANS;
	made = &p->at[p->last];
	made->rows = rows;
	made->office = office;
	made->n = 0;
	made->from = INT32_MIN;
	made->until = INT32_MAX;
	return made;
}

/* As of any plan, the span is kept for other records. */
void icj__ask_day(struct eval *e, struct icj_report *r,
    const struct table *tables, size_t n)
{
	struct plan *p = plan_find(&r->plans, tables->rows, tables->n,
	    r->office, r->on);

	if (p->n == 0)
		for (size_t i = 0; i < n; i++)
			narrow(tables[i].rows, tables[i].n, r->office, r->on,
			    &p->from, &p->until);
	p->n = tables->n;
	ask_span(e, p->from, p->until);
}

enum book_on icj__ask_book(struct eval *e, const struct icj_report *r,
    const struct provision *p, const struct wording **wording)
{
	const struct plan *plan = &r->plans.at[r->plans.last];
	icj_date from = plan->from, until = plan->until;

	icj__book_span(r->office, p, r->on, &from, &until);
	if (from != plan->from || until != plan->until)
		ask_span(e, from, until);
	return icj__book_on(r->office, p, r->on, wording);
}

/* Puts the rows of one group into a plan; gives the index behind it. */
static size_t plan_group(struct plan *p, size_t i, icj_date on)
{
	struct group *g = &p->group[p->groups];
	bool more = true;

	*g = (struct group){.start = p->chosen};
	for (; i < p->n && more; i++) {
		const struct rule_row *row = &p->rows[i];
		const struct wording *w;

		more = row->part & OR_NEXT;
		if (!icj__book_has(icj__book_on(p->office, row->p, on, &w)))
			continue;
		g->aside = row->part & ASIDE;
		p->wording[p->chosen] = w;
		p->row[p->chosen++] = row;
	}
	g->end = p->chosen;
	if (g->end > g->start)
		p->groups++;
	return i;
}

static struct plan *plan_for(const struct rule_row *rows, size_t n,
    const struct icj_amendments *office, icj_date on, struct plans *plans)
{
	struct plan *p = plan_find(plans, rows, n, office, on);

	if (p->n > 0)
		return p;
	p->n = n;
	p->groups = p->chosen = 0;
	for (size_t i = 0; i < n; )
		i = plan_group(p, i, on);
	narrow(rows, n, office, on, &p->from, &p->until);
	return p;
}

/* -- Deciding ----------------------------------------------------------- */

/* How many of the groups that count have each value. */
struct tally {
	unsigned of[3];
};

/* What all groups but one come to. */
static enum icj_tri rest_of(const struct tally *t, const struct group *one)
{
	for (int v = ICJ_NO; v < ICJ_YES; v++)
		if (t->of[v] > (v == (int)one->value))
			return (enum icj_tri)v;
	return ICJ_YES;
}

static enum icj_tri verdict_of(const struct tally *t)
{
	return t->of[ICJ_NO] ? ICJ_NO : t->of[ICJ_UNKNOWN] ? ICJ_UNKNOWN :
	    ICJ_YES;
}

static bool rests_on(const struct icj_finding *f, enum field_id presumed)
{
	for (uint8_t i = 0; i < f->assumed.count; i++)
		if (f->assumed.field[i] == presumed)
			return true;
	return false;
}

/* What a group would be were a fact, presumed absent in some of its rows,
 * present.  The other rows never read it. */
static enum icj_tri group_if(struct eval *e, const struct icj_report *r,
    const struct group *g, enum field_id presumed)
{
	enum icj_tri value = ICJ_NO;

	e->flipped = (int)presumed;
	for (size_t i = g->start; i < g->end; i++) {
		const struct icj_finding *f = &r->finding[i];

		value = or_(value, rests_on(f, presumed) ?
		    icj__test(e, f->row, f->wording) : f->value);
	}
	e->flipped = -1;
	e->missing.count = e->assumed.count = e->used.count = 0;
	return value;
}

/* A presumption mattered if the opposite would change the verdict. */
static void row_keep_what_mattered(struct eval *e, struct icj_report *r,
    const struct group *g, enum icj_tri rest)
{
	enum icj_tri verdict = and_(g->value, rest);

	for (size_t i = g->start; i < g->end && rest != ICJ_NO; i++) {
		const struct notes *n = &r->finding[i].assumed;

		for (uint8_t k = 0; k < n->count; k++) {
			enum field_id f = (enum field_id)n->field[k];

			if (and_(group_if(e, r, g, f), rest) != verdict)
				icj__note(&r->own.assumed, f);
		}
	}
}

/* The undecided or failing rows of a group decide with it. */
static void cite_group(struct icj_report *r, const struct group *g)
{
	for (size_t i = g->start; i < g->end; i++) {
		const struct icj_finding *f = &r->finding[i];

		if (f->status != (enum icj_status)g->value)
			continue;
		icj__cite(r, f->wording);
		merge(&r->own.missing, &f->missing);
	}
}

/* A yes rests on all rows that hold. */
static void rest_on_group(struct icj_report *r, const struct group *g)
{
	for (size_t i = g->start; i < g->end; i++)
		if (r->finding[i].value == ICJ_YES)
			icj__rest_on(r, r->finding[i].wording);
}

/* What the groups that count come to, in their order. */
static void gather(struct eval *e, struct icj_report *r, const struct plan *p,
    const struct tally *t)
{
	enum icj_tri verdict = verdict_of(t);

	for (const struct group *g = p->group; g < p->group + p->groups; g++) {
		if (g->aside)
			continue;
		if (g->presumes)
			row_keep_what_mattered(e, r, g, rest_of(t, g));
		if (verdict == ICJ_YES)
			rest_on_group(r, g);
		else if (g->value == verdict)
			cite_group(r, g);
	}
}

/* What a decided group still lacks can change nothing. */
static void drop_missing(struct icj_report *r, const struct group *g)
{
	for (size_t i = g->start; i < g->end; i++)
		r->finding[i].missing.count = 0;
}

static void judge_group(struct eval *e, const struct plan *p,
    struct icj_report *r, struct group *g)
{
	size_t i = g->start;
	unsigned presumed = 0;
	enum icj_tri value = ICJ_NO;

	do {
		value = or_(value, row_judge(e, p->row[i], p->wording[i],
		    &r->finding[i]));
		presumed |= r->finding[i].assumed.count;
	} while (++i < g->end);
	g->value = value;
	g->presumes = presumed;
	if (i - g->start > 1 && value != ICJ_UNKNOWN && !g->aside)
		drop_missing(r, g);
}

enum icj_tri icj__decide(struct eval *e, const struct rule_row *rows, size_t n,
    struct icj_report *r)
{
	struct plan *p = plan_for(rows, n, r->office, r->on, &r->plans);
	struct tally t = {{0, 0, 0}};

	ask_span(e, p->from, p->until);
	for (struct group *g = p->group; g < p->group + p->groups; g++) {
		judge_group(e, p, r, g);
		if (!g->aside)
			t.of[g->value]++;
	}
	r->findings = p->chosen;
	gather(e, r, p, &t);
	return verdict_of(&t);
}

/* -- Notes -------------------------------------------------------------- */

void icj__report_note(struct icj_report *r, const char *sentence)
{
	struct text t = {r->own.note, sizeof(r->own.note), r->own.note_len,
	    false};

	icj__text_next(&t);
	icj__text_add(&t, sentence);
	r->own.note_len = t.len;
}

void icj__note_judged_as_of(struct icj_report *r,
    const struct icj_context *ctx)
{
	char buf[32];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "judged as of ");
	icj__text_add_date(&t, ctx->as_of.date);
	icj__report_note(r, buf);
}

void icj__note_stranger(struct icj_report *r, icj_state s,
    const struct provision *p)
{
	char buf[64];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, icj_state_code(s));
	icj__text_add(&t, " is not a compacting state (#)");
	icj__note_cited(r, buf, &p);
}

void icj__note_cited(struct icj_report *r, const char *sentence,
    const struct provision *const *cites)
{
	struct text t = {r->own.note, sizeof(r->own.note), r->own.note_len,
	    false};

	icj__text_next(&t);
	icj__text_cited(&t, sentence, cites, r->office, r->on);
	r->own.note_len = t.len;
}

void icj__note_number(struct icj_report *r, const char *sentence, int32_t n,
    const struct provision *const *cites)
{
	struct text t = {r->own.note, sizeof(r->own.note), r->own.note_len,
	    false};
	const char *mark = strchr(sentence, '%');

	icj__text_next(&t);
	icj__text_add_n(&t, sentence, (size_t)(mark - sentence));
	icj__text_add_int(&t, n);
	icj__text_cited(&t, mark + 1, cites, r->office, r->on);
	r->own.note_len = t.len;
}
