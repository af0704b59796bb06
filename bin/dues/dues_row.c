/* SPDX-License-Identifier: MIT */
/*
 * dues_row.c - one record into the numbers of one state, and what is wrong
 * with it, named by state.  It adds nothing up.
 */
#include <string.h>

#include "dues/dues.h"

#include "tool/same.h"

/* The record at hand. */
struct reading {
	struct dues *d;
	const struct dues_source *source;
	const struct rec *rec;
	icj_state state; /* 0: not known yet */
	bool bad;
};

/* Rows of the Bureau's files that are sums of others. */
static const struct {
	const char *word, *what;
} sums[] = {
	{ "united states", "the nation" }, { "us", "the nation" },
	{ "united states of america", "the nation" }, { "usa", "the nation" },
	{ "u.s.", "the nation" }, { "u.s.a.", "the nation" },
	{ "nation", "the nation" },
	{ "total", "a total" }, { "all states", "a total" },
	{ "grand total", "a total" }, { "sum", "a total" },
	{ "all", "a total" }, { "totals", "a total" },
	{ "northeast", "a region" }, { "midwest", "a region" },
	{ "south", "a region" }, { "west", "a region" },
	{ "northeast region", "a region" }, { "midwest region", "a region" },
	{ "south region", "a region" }, { "west region", "a region" },
	{ "new england", "a region" }, { "middle atlantic", "a region" },
	{ "east north central", "a region" },
	{ "west north central", "a region" },
	{ "south atlantic", "a region" },
	{ "east south central", "a region" },
	{ "west south central", "a region" },
	{ "mountain", "a region" }, { "pacific", "a region" },
	{ "puerto rico and the island areas", "a region" },
};

static void dues_row_complain(struct reading *r, enum dues_slot slot, int code,
    const char *why)
{
	const struct rec_value *v = &r->rec->value[slot];
	struct tool_place at = {
		r->source->name, v->text && v->line ? v->line : r->rec->line,
		v->text ? v->field : 0, dues_slot_name(slot)
	};

	tool_error(&r->d->tool, &at, code, "%s%s%s",
	    icj_state_code(r->state), r->state ? ": " : "", why);
	r->bad = r->d->bad = true;
}

/* The value without blanks at its ends; len 0 when it is not known. */
static struct rec_text dues_row_trimmed(
    const struct reading *r, enum dues_slot slot)
{
	const struct rec_value *v = &r->rec->value[slot];
	struct rec_text t = { v->text, v->text ? v->len : 0 };

	if (t.len > 0)
		t.text = icj_trim(t.text, &t.len);
	if (icj_says_nothing(t.text, t.len))
		t.len = 0;
	return t;
}

/* -- The state ---------------------------------------------------------- */

static bool is_number(struct rec_text t)
{
	for (size_t i = 0; i < t.len; i++)
		if (t.text[i] < '0' || t.text[i] > '9')
			return false;
	return true;
}

static void complain_state(struct reading *r, enum dues_slot slot,
    struct rec_text t)
{
	char why[120];

	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++) {
		if (!name_same(sums[i].word, t.text, t.len))
			continue;
		snprintf(why, sizeof(why), "'%s' is %s, not a state; "
		    "leave its row out", sums[i].word, sums[i].what);
		dues_row_complain(r, slot, DUES_E_TOTAL_ROW, why);
		return;
	}
	dues_row_complain(r, slot, ICJ_DUES_E_STATE,
	    icj_dues_strerror(ICJ_DUES_E_STATE));
}

/* A code of digits, as the Bureau has them, is passed over if there is a
 * name; two that are known have to agree. */
static void find_state(struct reading *r)
{
	struct rec_text odd = { NULL, 0 };
	enum dues_slot odd_slot = DUES_STATE;

	for (enum dues_slot slot = DUES_STATE; slot <= DUES_NAME; slot++) {
		struct rec_text t = dues_row_trimmed(r, slot);
		icj_state s = t.len > 0 ? icj_state_find(t.text, t.len) : 0;

		if (s && r->state && s != r->state) {
			dues_row_complain(r, slot, ICJ_DUES_E_STATE,
			    "another column of the row says another state");
			return;
		}
		if (s)
			r->state = s;
		else if (t.len > 0 && (!odd.text || is_number(odd))) {
			odd = t;
			odd_slot = slot;
		}
	}
	if (odd.text && (!r->state || !is_number(odd)))
		complain_state(r, odd_slot, odd);
	else if (!r->state)
		dues_row_complain(r, DUES_STATE, DUES_E_NO_NAME,
		    "the row does not say which state");
}

static void check_twice(struct reading *r)
{
	char why[160];

	if (!r->d->at[r->state].file) {
		r->d->at[r->state].file = r->source->name;
		r->d->at[r->state].line = r->rec->line;
		return;
	}
	snprintf(why, sizeof(why), "%s, %.60s:%lu",
	    icj_dues_strerror(ICJ_DUES_E_TWICE), r->d->at[r->state].file,
	    r->d->at[r->state].line);
	dues_row_complain(r, DUES_STATE, ICJ_DUES_E_TWICE, why);
}

/* -- The numbers -------------------------------------------------------- */

static int64_t take_number(struct reading *r, enum dues_slot slot)
{
	struct rec_text t = dues_row_trimmed(r, slot);
	int64_t max = ICJ_DUES_MAX_COUNT;
	int64_t n = -1;

	if (slot == DUES_TRANSFERS)
		max *= 2;
	if (t.len > 0 && icj_whole_parse(t.text, t.len, max, &n) != ICJ_OK)
		dues_row_complain(
		    r, slot, ICJ_E_COUNT, icj_strerror(ICJ_E_COUNT));
	return n;
}

static void complain_row(struct reading *r, const struct icj_dues_row *row,
    enum icj_dues_err err)
{
	enum dues_slot slot = DUES_TRANSFERS;

	if (err == ICJ_DUES_E_POPULATION)
		slot = DUES_POPULATION;
	else if (err == ICJ_DUES_E_TRANSFERS)
		slot = row->sent < 0 ? DUES_SENT : DUES_RECEIVED;
	dues_row_complain(r, slot, (int)err, icj_dues_strerror(err));
}

static void dues_row_take_row(struct reading *r)
{
	struct icj_dues_row *row = &r->d->row[r->d->rows];
	enum icj_dues_err err;

	row->state = r->state;
	row->population = take_number(r, DUES_POPULATION);
	row->sent = take_number(r, DUES_SENT);
	row->received = take_number(r, DUES_RECEIVED);
	row->transfers = take_number(r, DUES_TRANSFERS);
	if (r->bad)
		return;
	err = icj_dues_row_check(r->d->row, r->d->rows);
	if (err == ICJ_DUES_OK)
		r->d->rows++;
	else
		complain_row(r, row, err);
}

void dues_take(struct dues *d, const struct dues_source *s,
    const struct rec *rec)
{
	struct reading r = { .d = d, .source = s, .rec = rec };
	const struct rec_error *fault = rec->fault;

	if (fault && fault->code == REC_E_VOID) {
		if (!d->tool.void_warned)
			start_say_void(&d->tool, s->name, rec->line);
		d->tool.void_warned = true;
		return;
	}
	if (fault) {
		struct tool_place at = { s->name, fault->line ? fault->line :
			rec->line, fault->field, NULL };

		tool_error(&d->tool, &at, fault->code, "%s", fault->text);
		d->bad = true;
		return;
	}
	find_state(&r);
	if (!r.bad)
		check_twice(&r);
	if (!r.bad)
		dues_row_take_row(&r);
}
