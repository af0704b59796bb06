/* SPDX-License-Identifier: MIT */
/*
 * tally_count.c - records into counts.  Where a record counts is for the
 * library to say; here it is added up.
 */
#include <stdlib.h>
#include <string.h>

#include "tally/tallying.h"

bool tally_start(struct tallying *y)
{
	while (icj_measure_at(y->measures))
		y->measures++;
	y->now = calloc(y->measures, sizeof(*y->now));
	y->lacking = calloc(icj_field_count(), sizeof(*y->lacking));
	y->hidden = calloc(y->measures, sizeof(*y->hidden));
	return y->now && y->lacking && y->hidden;
}

void tally_free(struct tallying *y)
{
	for (size_t i = 0; y->hidden && i < y->measures; i++)
		free(y->hidden[i]);
	while (y->blocks > 0)
		free(y->block[--y->blocks].count);
	free(y->block);
	free(y->now);
	free(y->lacking);
	free(y->hidden);
}

/* -- One record --------------------------------------------------------- */

static bool tally_count_in_range(const struct tallying *y, icj_date day)
{
	return day != ICJ_DATE_NONE &&
	    (y->from == ICJ_DATE_NONE || (day >= y->from && day <= y->to));
}

/* Withdrawn by the as-of date. */
static bool is_withdrawn(const struct tool *t)
{
	char day[16];
	size_t len = icj_case_get(t->facts, icj_field_find("withdrawn", 9),
	    day, sizeof(day));
	icj_date withdrawn;

	return len > 0 &&
	    icj_date_parse(day, len, NULL, &withdrawn) == ICJ_OK &&
	    withdrawn <= t->ctx.as_of.date;
}

/* Whether a count asks for a cell that cannot be read: it goes without this
 * record. */
static bool tally_is_spoiled(struct tool *t, size_t i,
    const struct icj_tally *n)
{
	bool spoiled = false;

	if (n->day != ICJ_DATE_NONE && !tally_count_in_range(t->own, n->day))
		return false;
	for (size_t k = 0; k < t->bad_count; k++)
		if (icj_tally_asks(t->facts, &t->ctx, i, t->bad[k].field))
			spoiled = t->bad[k].asked = true;
	return spoiled;
}

void tally_judge(struct tool *t)
{
	struct tallying *y = t->own;
	struct icj_tally *n = y->now;

	y->withdrawn = is_withdrawn(t);
	y->later = false;
	for (size_t i = 0; icj_tally(t->facts, &t->ctx, i, n); i++) {
		if (n->measure->layout != y->layout ||
		    (t->bad_count > 0 && tally_is_spoiled(t, i, n)))
			continue;
		y->later |= n->later;
		if (n->counts == ICJ_NO || !tally_count_in_range(y, n->day))
			continue;
		tool_law(t, n->basis);
		if (!tool_believes(t, n->basis))
			n->counts = ICJ_UNKNOWN;
		t->found |= n->counts == ICJ_UNKNOWN;
		n++;
		if (n == y->now + y->measures)
			break;
	}
	y->now_count = (size_t)(n - y->now);
	y->later &= y->now_count == 0;
	y->early = y->withdrawn && y->now_count > 0;
	y->withdrawn &= !y->early;
}

/* -- Periods ------------------------------------------------------------ */

static size_t cells_of(const struct tallying *y)
{
	return y->measures * (ICJ_STATES + 1);
}

static size_t tally_count_place_of(const struct tallying *y, int32_t period)
{
	size_t low = 0, high = y->blocks;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (y->block[middle].period < period)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool tally_count_more_room(struct tallying *y)
{
	size_t room = y->room ? 2 * y->room : 32;
	struct tally_block *more;

	if (y->blocks < y->room)
		return true;
	more = realloc(y->block, room * sizeof(*more));
	if (!more)
		return false;
	y->block = more;
	y->room = room;
	return true;
}

struct tally_block *tally_block(struct tallying *y, int32_t period)
{
	size_t at = tally_count_place_of(y, period);
	struct tally_block b = {.period = period};

	if (at < y->blocks && y->block[at].period == period)
		return &y->block[at];
	if (y->blocks == TALLY_PERIODS || !tally_count_more_room(y))
		return NULL;
	b.count = calloc(2 * cells_of(y), sizeof(*b.count));
	if (!b.count)
		return NULL;
	b.undecided = b.count + cells_of(y);
	memmove(&y->block[at + 1], &y->block[at],
	    (y->blocks - at) * sizeof(*y->block));
	y->block[at] = b;
	y->blocks++;
	return &y->block[at];
}

/* -- Adding ------------------------------------------------------------- */

static size_t index_of(const struct icj_measure *m)
{
	size_t i = 0;

	while (icj_measure_at(i) != m)
		i++;
	return i;
}

static bool add_one(struct tallying *y, const struct icj_tally *n)
{
	struct tally_block *b = tally_block(y, icj_period_of(y->by, n->day));
	size_t cell = index_of(n->measure) * (ICJ_STATES + 1) +
	    (size_t)n->state;

	if (!b)
		return false;
	if (n->counts == ICJ_YES)
		b->count[cell]++;
	else
		b->undecided[cell]++;
	y->seen[n->state] = true;
	return true;
}

/* Each fact that a record lacks once, however many counts wait for it. */
static void note_lacking(struct tallying *y)
{
	for (size_t i = 0; i < y->now_count; i++) {
		const struct icj_field *f = y->now[i].lacks;
		bool first = f != NULL;

		for (size_t k = 0; k < i; k++)
			first &= y->now[k].lacks != f;
		if (first)
			y->lacking[f - icj_field_at(0)]++;
	}
}

/* Whether a state moved or returned a juvenile to itself. */
static bool has_one_state(const struct tallying *y)
{
	for (size_t i = 0; i + 1 < y->now_count; i++)
		for (size_t k = i + 1; y->now[i].state && k < y->now_count; k++)
			if (y->now[k].state == y->now[i].state &&
			    y->now[k].measure == icj_measure_at((size_t)
			    y->now[i].measure->other))
				return true;
	return false;
}

int tally_add(struct tool *t)
{
	struct tallying *y = t->own;

	if (t->invalid && !t->judged)
		return 0;
	y->withdrawn_count += y->withdrawn;
	y->early_count += y->early;
	y->later_count += y->later;
	y->nothing_count += !y->withdrawn && !y->later && !t->invalid &&
	    y->now_count == 0;
	y->same_count += has_one_state(y);
	note_lacking(y);
	for (size_t i = 0; i < y->now_count; i++)
		y->lost |= !add_one(y, &y->now[i]);
	return 0;
}

/* -- What was left out -------------------------------------------------- */

void tally_say(const struct tool *t)
{
	const struct tallying *y = t->own;

	if (y->withdrawn_count > 0)
		tool_warn(t, NULL, TALLY_W_WITHDRAWN,
		    "withdrawn records, left out: %lld", y->withdrawn_count);
	if (y->early_count > 0)
		tool_warn(t, NULL, TALLY_W_EARLY, "records withdrawn before "
		    "what is counted of them, counted all the same: %lld",
		    y->early_count);
	if (y->later_count > 0)
		tool_warn(t, NULL, TALLY_W_LATER, "records whose event lies "
		    "after the as-of date, not counted: %lld", y->later_count);
	if (y->nothing_count > 0)
		tool_warn(t, NULL, TALLY_W_NOTHING, "records without an event "
		    "that is counted here: %lld", y->nothing_count);
	if (y->same_count > 0)
		tool_warn(t, NULL, TALLY_W_SAME, "records with both states "
		    "the same, counted all the same: %lld", y->same_count);
	for (size_t i = 0; i < icj_field_count(); i++)
		if (y->lacking[i] > 0)
			tool_warn(t, NULL, TALLY_W_LACKS, "records that may "
			    "count, but lack %s: %lld", icj_field_at(i)->name,
			    y->lacking[i]);
}
