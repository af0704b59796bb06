/* SPDX-License-Identifier: MIT */
/*
 * amendments.c - an office's own rulebook: which amendments can be made, and
 * the provisions with them.  What the words change is book/amend.c's.
 */
#include "book/amend.h"

#include "base/base.h"
#include "base/guard.h"
#include "duties/deadline.h"

#include <stdlib.h>
#include <string.h>

/* More would not be told apart by what remembers counts. */
#define WORDINGS_MOST 60

/* -- What stands on the day --------------------------------------------- */

/* What is held of a provision where an amendment begins. */
struct found {
	const struct provision *p;
	const struct wording *w; /* the last one held */
	enum book_on on;
};

static bool amend_find(size_t i, icj_date day, struct found *out)
{
	if (i >= P_COUNT || !icj__is_day(day))
		return false;
	out->p = &icj__book[i];
	out->on = icj__book_on(NULL, out->p, day, &out->w);
	return (out->on == GAP || out->on == GONE) &&
	    day > out->w->rule.from;
}

/* Whether two amendments begin in the same days of which nothing is held: the
 * earlier one is then what the later one finds. */
static bool same_gap(const struct found *a, const struct found *b)
{
	return a->w == b->w && a->on == b->on;
}

static void amend_start(struct draft *d, const struct found *f)
{
	d->w = *f->w;
	d->gone = f->on == GONE;
}

/* The next amendment of a provision in the gap, after one day and before
 * another; count if there is none. */
static size_t next_amend(const struct icj_amend *amend, size_t count,
    const struct found *gap, icj_date after, icj_date before)
{
	size_t next = count;

	for (size_t i = 0; i < count; i++) {
		struct found f;

		if (amend[i].provision && amend[i].from > after &&
		    amend[i].from < before &&
		    strcmp(amend[i].provision, gap->p->id) == 0 &&
		    amend_find((size_t)(gap->p - icj__book), amend[i].from,
		    &f) && same_gap(&f, gap)) {
			next = i;
			before = amend[i].from;
		}
	}
	return next;
}

/* -- Whether it can be made --------------------------------------------- */

/* What no data can say: an extension of which no field tells, or somebody whose
 * calendar nobody would know to take.  Section 700 has two parties. */
static enum icj_err check_duty(const struct found *f,
    const struct icj_amend *a, const char **member)
{
	const struct duty_row *row = icj__duty_rows;

	while (row->which < DUTY_IDS && row->p != f->p)
		row++;
	if (row->which >= DUTY_IDS)
		return ICJ_OK;
	row = icj__duty_row_of(row, f->w);
	*member = a->cap ? "cap" : "extension";
	if ((a->cap || (a->extension && strcmp(a->extension, "none") != 0)) &&
	    (row->extended_to == NO_FIELD || row->approved_by == NO_FIELD))
		return ICJ_E_NOT_EXTENDABLE;
	*member = "owed_by";
	if (a->owed_by && row->of_supervised &&
	    strcmp(a->owed_by, "home") != 0 &&
	    strcmp(a->owed_by, "holding") != 0)
		return ICJ_E_OWNER;
	return ICJ_OK;
}

/* What a question is composed around: the absence of these would not leave a
 * limb out, it would be another procedure, or turn a yes into a no. */
static bool is_needed(const struct provision *p)
{
	static const struct provision *const needed[] = {
		P(return_parties), P(referral_accepted),
		P(referral_decided_by), P(referral_signed),
		P(referral_not_solely), P(return_voluntary),
		P(return_situation), P(return_form_i), P(return_form_ii),
		P(travel_over_24_hours),
	};
	size_t i = 0;

	while (i < COUNT_OF(needed) && needed[i] != p)
		i++;
	return i < COUNT_OF(needed);
}

static bool is_twice(const struct icj_amend *amend, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (amend[k].provision && amend[k].from == amend[i].from &&
		    strcmp(amend[k].provision, amend[i].provision) == 0)
			return true;
	return false;
}

static bool too_many(const struct icj_amend *amend, size_t count,
    const struct found *f)
{
	size_t n = f->p->wordings;

	for (size_t i = 0; i < count; i++)
		n += amend[i].provision &&
		    strcmp(amend[i].provision, f->p->id) == 0;
	return n > WORDINGS_MOST;
}

/* Amendments before it that cannot be made are complained of by themselves. */
static enum icj_err check_words(const struct icj_amend *amend, size_t count,
    size_t i, const struct found *f, const char **member)
{
	icj_date after = INT32_MIN;
	struct draft d;
	size_t k;

	amend_start(&d, f);
	while ((k = next_amend(amend, count, f, after, amend[i].from)) <
	    count) {
		icj__amend(&d, &amend[k], member);
		after = amend[k].from;
	}
	return icj__amend(&d, &amend[i], member);
}

static enum icj_err check_one(const struct icj_amend *amend, size_t count,
    size_t i, const char **member)
{
	const struct icj_amend *a = &amend[i];
	struct found f;
	size_t p = a->provision ? icj__provision_named(a->provision) : P_COUNT;
	enum icj_err err;

	*member = "provision";
	if (p == P_COUNT)
		return ICJ_E_PROVISION;
	*member = "from";
	if (!amend_find(p, a->from, &f))
		return ICJ_E_HELD;
	if (is_twice(amend, i))
		return ICJ_E_TWICE;
	if (too_many(amend, count, &f))
		return ICJ_E_TOO_MANY;
	if (a->to == ICJ_AMEND_GONE && f.on != GONE && is_needed(f.p)) {
		*member = "provision";
		return ICJ_E_NEEDED;
	}
	err = check_words(amend, count, i, &f, member);
	return err == ICJ_OK && a->to == ICJ_AMEND_CHANGED ?
	    check_duty(&f, a, member) : err;
}

ICJ_API enum icj_err icj_amend_check(const struct icj_amend *amend,
    size_t count, size_t i, const char **member)
{
	const char *nobody;

	if (!amend || i >= count)
		return ICJ_E_NULL;
	return check_one(amend, count, i, member ? member : &nobody);
}

/* -- The form ----------------------------------------------------------- */

ICJ_API bool icj_amend_form(size_t i, icj_date day, struct icj_amend *out)
{
	const struct terms *terms;
	struct found f;

	if (!out || !amend_find(i, day, &f))
		return false;
	terms = &f.w->terms;
	*out = (struct icj_amend){
		.provision = f.p->id, .from = day,
		.to = f.on == GONE ? ICJ_AMEND_GONE : ICJ_AMEND_SAME,
		.source = f.w->rule.source, .cite = f.w->rule.cite,
		.sentence = f.w->rule.says,
		.number = icj__amendable_number(f.w),
		.unit = icj__unit_word(terms),
		.extension = icj__extension_word(terms),
		.cap = terms->extension == BOTH_CAPPED ? terms->cap : 0,
		.owed_by = terms->text.limit ? terms->text.owed_by : NULL,
	};
	return true;
}

/* -- The rulebook ------------------------------------------------------- */

/* A provision while the office's wordings are put among its own. */
struct mending {
	struct wording *w;
	size_t count;
};

/* Ends what went before, unless it had ended. */
static void mend_end(struct wording *before, icj_date day, enum icj_end how)
{
	if (before->rule.until == ICJ_DATE_NONE || before->rule.until >= day) {
		before->rule.until = day;
		before->rule.end = how;
	} else if (how == ICJ_END_GONE && before->rule.end != ICJ_END_GONE &&
	    (before->gone == 0 || before->gone > day)) {
		before->gone = day;
	}
}

/* It lasts until the next wording known, or until the one that is held is known
 * to be gone.  Reading: who states what an edition says states nothing of the
 * one after it. */
static void mend_put(struct mending *m, const struct wording *held,
    const struct draft *d)
{
	size_t at = m->count;
	struct wording *before, *w;

	while (at > 0 && m->w[at - 1].rule.from > d->w.rule.from)
		at--;
	before = &m->w[at - 1];
	if (d->gone) {
		mend_end(before, d->w.rule.from, ICJ_END_GONE);
		return;
	}
	w = &m->w[at];
	memmove(w + 1, w, (m->count - at) * sizeof(*w));
	*w = d->w;
	m->count++;
	w->rule.until = icj_edition_after(w->rule.from);
	w->rule.end = w->rule.until == ICJ_DATE_NONE ? ICJ_END_STANDS :
	    ICJ_END_NOT_KNOWN;
	if (at + 1 < m->count)
		mend_end(w, w[1].rule.from, ICJ_END_CHANGED);
	if (held->gone > d->w.rule.from)
		mend_end(w, held->gone, ICJ_END_GONE);
	if (before->rule.basis == ICJ_BASIS_OFFICE)
		mend_end(before, d->w.rule.from, ICJ_END_CHANGED);
}

/* The amendments of one provision, the earliest first, each upon what it finds;
 * gives how many wordings there are then. */
static size_t mend_all(struct icj_amendments *a, size_t p,
    const struct icj_amend *amend, size_t count, struct wording *room)
{
	struct mending m = {room, icj__book[p].wordings};
	const struct draft *last = NULL;
	icj_date after = INT32_MIN;
	struct found f, gap = {.w = NULL};

	memcpy(m.w, icj__book[p].wording, m.count * sizeof(*m.w));
	for (;;) {
		const char *member;
		size_t next = count;

		for (size_t i = 0; i < count; i++)
			if (strcmp(amend[i].provision, icj__book[p].id) == 0 &&
			    amend[i].from > after && (next == count ||
			    amend[i].from < amend[next].from))
				next = i;
		if (next == count)
			return m.count;
		after = amend[next].from;
		if (!amend_find(p, after, &f))
			return m.count; /* which was checked before */
		if (last && same_gap(&f, &gap)) {
			a->drafts[next].w = last->w;
			a->drafts[next].gone = last->gone;
		} else {
			amend_start(&a->drafts[next], &f);
		}
		icj__amend(&a->drafts[next], &amend[next], &member);
		mend_put(&m, f.w, &a->drafts[next]);
		last = &a->drafts[next];
		gap = f;
	}
}

static void mend_book(struct icj_amendments *a, const struct icj_amend *amend,
    size_t count)
{
	struct wording *room = a->wordings;

	memcpy(a->book, icj__book, sizeof(a->book));
	for (size_t i = 0; i < count; i++) {
		size_t p = icj__provision_named(amend[i].provision), n, k = 0;

		while (k < a->days && a->day[k] != amend[i].from)
			k++;
		a->day[k] = amend[i].from;
		a->days += k == a->days;
		if (a->book[p].wording != icj__book[p].wording)
			continue; /* with an earlier one of the same */
		n = mend_all(a, p, amend, count, room);
		a->book[p].wording = room;
		a->book[p].wordings = (uint8_t)n;
		room += n;
	}
}

/* Wordings of all provisions amended, at the most. */
static size_t amend_room(const struct icj_amend *amend, size_t count)
{
	size_t n = count;

	for (size_t i = 0; i < count; i++)
		n += icj__book[icj__provision_named(amend[i].provision)]
		    .wordings;
	return n;
}

ICJ_API struct icj_amendments *icj_amendments_new(
    const struct icj_amend *amend, size_t count)
{
	struct icj_amendments *a;

	if (!amend && count > 0)
		return NULL;
	for (size_t i = 0; i < count; i++)
		if (icj_amend_check(amend, count, i, NULL) != ICJ_OK)
			return NULL;
	a = calloc(1, sizeof(*a));
	if (!a)
		return NULL;
	a->day = calloc(count + 1, sizeof(*a->day));
	a->wordings = calloc(amend_room(amend, count) + 1,
	    sizeof(*a->wordings));
	a->drafts = calloc(count + 1, sizeof(*a->drafts));
	if (!a->day || !a->wordings || !a->drafts) {
		icj_amendments_free(a);
		return NULL;
	}
	mend_book(a, amend, count);
	return a;
}

ICJ_API void icj_amendments_free(struct icj_amendments *a)
{
	if (!a)
		return;
	free(a->day);
	free(a->wordings);
	free(a->drafts);
	free(a);
}
