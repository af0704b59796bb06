/* SPDX-License-Identifier: MIT */
/*
 * dues_row.c - one record into the numbers of one state, and what is wrong
 * with it, named by state.  It adds nothing up.
 */
#include <string.h>

#include "dues/dues.h"
#include "tool/same.h"

/* The columns that are read. */
enum dues_slot {
	DUES_STATE, DUES_CODE, DUES_NAME, DUES_POPULATION, DUES_SENT,
	DUES_RECEIVED, DUES_TRANSFERS, DUES_SLOTS
};

#define F(slot, name_, type_, meaning_) \
	[slot] = {.name = name_, .type = type_, .read_by = ICJ_AREA_DUES, \
	    .meaning = meaning_}

static const struct icj_field fields[DUES_SLOTS] = {
	F(DUES_STATE, "state", ICJ_STATE, "the state by code or name"),
	F(DUES_CODE, "code", ICJ_STATE, "the state by code"),
	F(DUES_NAME, "name", ICJ_STATE, "the state by name"),
	F(DUES_POPULATION, "population", ICJ_COUNT, "its population"),
	F(DUES_SENT, "sent", ICJ_COUNT, "juveniles it sent"),
	F(DUES_RECEIVED, "received", ICJ_COUNT, "juveniles it received"),
	F(DUES_TRANSFERS, "transfers", ICJ_COUNT,
	    "sent and received together, instead of the two"),
};
#undef F

static const struct label labels[] = {
	{"jurisdiction", "state", 0}, {"state_code", "code", 0},
	{"abbreviation", "code", 0}, {"postal_code", "code", 0},
	{"state_name", "name", 0}, {"pop", "population", 0},
	{"resident_population", "population", 0},
	{"juveniles_sent", "sent", 0}, {"transfers_sent", "sent", 0},
	{"outgoing", "sent", 0}, {"juveniles_received", "received", 0},
	{"transfers_received", "received", 0}, {"incoming", "received", 0},
	{"sent_and_received", "transfers", 0},
};

const struct tool_names dues_names = {
	fields, DUES_SLOTS, labels, sizeof(labels) / sizeof(labels[0])
};

/* The record at hand. */
struct reading {
	struct tool *t;
	struct dues *d;
	icj_state state; /* 0: not known yet */
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
	struct tool_place at;

	input_text(r->t, &fields[slot], &at);
	tool_error(r->t, &at, code, "%s%s%s", icj_state_code(r->state),
	    r->state ? ": " : "", why);
	r->t->invalid = true;
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
		struct rec_text t = input_text(r->t, &fields[slot], NULL);
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
		r->d->at[r->state].file = input_name(r->t);
		r->d->at[r->state].line = r->t->rec->line;
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
	struct rec_text t = input_text(r->t, &fields[slot], NULL);
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
	if (r->t->invalid)
		return;
	err = icj_dues_row_check(r->d->row, r->d->rows);
	if (err == ICJ_DUES_OK)
		r->d->rows++;
	else
		complain_row(r, row, err);
}

void dues_take(struct tool *t)
{
	struct reading r = {.t = t, .d = t->own};

	find_state(&r);
	if (!t->invalid)
		check_twice(&r);
	if (!t->invalid)
		dues_row_take_row(&r);
}

/* -- Columns ------------------------------------------------------------ */

static bool dues_row_has(const struct tool *t, enum dues_slot slot)
{
	return input_has_field(t, &fields[slot], 0);
}

static const char *missing_column(const struct tool *t)
{
	bool sent = dues_row_has(t, DUES_SENT);
	bool received = dues_row_has(t, DUES_RECEIVED);

	if (!dues_row_has(t, DUES_STATE) && !dues_row_has(t, DUES_CODE) &&
	    !dues_row_has(t, DUES_NAME))
		return "state";
	if (!dues_row_has(t, DUES_POPULATION))
		return "population";
	if (dues_row_has(t, DUES_TRANSFERS) || (sent && received))
		return NULL;
	return sent ? "received" : received ? "sent" : "sent and received";
}

int dues_columns(struct tool *t)
{
	bool csv = t->input && rec_in_format(input_reader(t)) == REC_CSV, above;
	const char *missing = csv ? missing_column(t) : NULL;

	if (!missing)
		return -1;
	tool_error(t, &(struct tool_place){input_name(t),
	    rec_in_header_line(input_reader(t), &above), 0, NULL},
	    DUES_E_NO_COLUMN, "no column %s; --map names an office's own "
	    "columns", missing);
	return TOOL_USAGE;
}
