/* SPDX-License-Identifier: MIT */
/*
 * dues_count.c - icj-dues --count: transfers sent and received by state, from
 * case records.  It divides nothing; its rows are what the division reads.
 */
#include <string.h>

#include "dues/dues.h"

#include "tool/same.h"
#include "tool/trailer.h"

enum {
	COUNT_TYPE, COUNT_SENDING, COUNT_RECEIVING, COUNT_WITHDRAWN,
	COUNT_DECISION, COUNT_FIELDS,
	/* labels with two meanings, which the kind of case decides */
	COUNT_TO = COUNT_FIELDS, COUNT_FROM, COUNT_SLOTS
};

_Static_assert((int)COUNT_SLOTS <= (int)DUES_SLOTS, "slots fit");

static const char *const field_names[COUNT_FIELDS] = {
	"case_type", "sending_state", "receiving_state", "withdrawn",
	"decision"
};

struct counting {
	struct dues *d;
	const struct dues_source *source;
	const struct rec *rec;
	struct icj_case *facts;
	long long sent[ICJ_STATES + 1], received[ICJ_STATES + 1];
	long long others, denied;
	bool bad;
};

static const struct icj_field *field_at(int slot)
{
	return icj_field_find(field_names[slot], strlen(field_names[slot]));
}

int dues_count_place(void *source, const char *name, size_t len,
    unsigned field)
{
	struct dues_source *s = source;
	int two, slot = REC_PASS;
	const struct icj_field *f = name_find(&s->dues->tool, name, len, &two);

	if (!f && !two)
		f = name_dated(name, len);

	if (name_same(TRAILER_NAME, name, len)) {
		s->last_field = field;
		return REC_ERASE;
	}
	for (int i = 0; f && i < COUNT_FIELDS; i++)
		if (f == field_at(i))
			slot = i;
	if (two)
		slot = two == NAME_TO ? COUNT_TO : COUNT_FROM;
	if (slot >= 0)
		s->seen[slot] = true;
	return slot;
}

/* A column that would take a case out of the count, or put it in, is not to be
 * missed for its name. */
static void dues_count_say_like(struct dues_source *s)
{
	const char *unmet[COUNT_FIELDS + 1];
	size_t n = 0;

	for (int i = 0; i < COUNT_FIELDS; i++)
		if (!s->seen[i] && !(i == COUNT_SENDING && s->seen[COUNT_FROM]) &&
		    !(i == COUNT_RECEIVING && s->seen[COUNT_TO]))
			unmet[n++] = field_names[i];
	unmet[n] = NULL;
	dues_say_like(s, unmet);
}

int dues_count_check(const struct dues *d, struct dues_source *s)
{
	struct tool_place at = { s->name, 1, 0, NULL };
	bool sending = s->seen[COUNT_SENDING] || s->seen[COUNT_FROM];
	bool receiving = s->seen[COUNT_RECEIVING] || s->seen[COUNT_TO];

	dues_count_say_like(s);
	if (sending && receiving)
		return -1;
	tool_error(&d->tool, &at, sending || receiving ? DUES_E_NO_COLUMN :
	    TOOL_E_NO_KNOWN, "no column %s%s; --map names an office's own "
	    "columns", sending ? "receiving_state" : "sending_state",
	    separator_hint(s->in));
	return TOOL_USAGE;
}

/* -- One case ----------------------------------------------------------- */

static void dues_count_complain(
    struct counting *c, int slot, int code, const char *why)
{
	const struct rec_value *v = &c->rec->value[slot];
	struct tool_place at = {
		c->source->name, v->text && v->line ? v->line : c->rec->line,
		v->text ? v->field : 0,
		slot < COUNT_FIELDS ? field_names[slot] : NULL
	};

	tool_error(&c->d->tool, &at, code, "%s", why);
	c->bad = true;
}

static void set_fact(struct counting *c, int slot, const struct icj_field *f)
{
	const struct rec_value *v = &c->rec->value[slot];
	enum icj_err err;

	if (!f || !v->text || v->len == 0)
		return;
	err = icj_case_set(c->facts, f, v->text, v->len);
	if (err != ICJ_OK)
		dues_count_complain(c, slot, (int)err, icj_strerror(err));
}

/* Without a case_type a case is taken for a transfer, and so is its label. */
static void set_two(struct counting *c, int slot, int two, int plain)
{
	const struct icj_field *f = field_at(plain);

	if (icj_case_has(c->facts, field_at(COUNT_TYPE)))
		f = name_resolve(c->facts, two, "", 0);
	if (f == field_at(plain) && !icj_case_has(c->facts, f))
		set_fact(c, slot, f);
}

static void set_facts(struct counting *c)
{
	icj_case_reset(c->facts);
	for (int i = 0; i < COUNT_FIELDS; i++)
		set_fact(c, i, field_at(i));
	set_two(c, COUNT_TO, NAME_TO, COUNT_RECEIVING);
	set_two(c, COUNT_FROM, NAME_FROM, COUNT_SENDING);
	tool_warn_clock(&c->d->tool, c->facts, &(struct tool_place){
	    c->source->name, c->rec->line, 0, NULL});
}

/* Whether a choice is known and is the word. */
static bool is_said(const struct counting *c, int slot, const char *word)
{
	char buf[16];

	return icj_case_get(c->facts, field_at(slot), buf, sizeof(buf)) > 0 &&
	    strcmp(buf, word) == 0;
}

static icj_state dues_count_state_of(struct counting *c, int slot)
{
	char code[16];
	size_t len = icj_case_get(c->facts, field_at(slot), code,
	    sizeof(code));

	if (len == 0)
		dues_count_complain(
		    c, slot, DUES_E_NO_NAME, "missing from a transfer");
	return len == 0 ? 0 : icj_state_find(code, len);
}

/* Rule 2-101(2) speaks of transfers.  Reading: one that was withdrawn never
 * took place, one still undecided or denied is a transfer asked for. */
static bool is_counted(struct counting *c)
{
	struct tool_place at = { c->source->name, c->rec->line, 0,
		"withdrawn" };

	if (icj_case_has(c->facts, field_at(COUNT_TYPE)) &&
	    !is_said(c, COUNT_TYPE, "transfer")) {
		c->others++;
		return false;
	}
	if (icj_case_has(c->facts, field_at(COUNT_WITHDRAWN))) {
		tool_warn(&c->d->tool, &at, DUES_W_WITHDRAWN,
		    "left out of the count");
		return false;
	}
	return true;
}

static void count_case(struct counting *c)
{
	bool was_bad = c->bad;

	c->bad = false;
	set_facts(c);
	if (!c->bad && is_counted(c)) {
		icj_state sending = dues_count_state_of(c, COUNT_SENDING);
		icj_state receiving = dues_count_state_of(c, COUNT_RECEIVING);

		if (sending && sending == receiving)
			dues_count_complain(c, COUNT_RECEIVING,
			    ICJ_DUES_E_STATE,
			    "the state that sends also receives");
		c->denied += is_said(c, COUNT_DECISION, "deny");
		c->sent[sending]++;
		c->received[receiving]++;
	}
	c->bad |= was_bad;
}

/* -- All of them -------------------------------------------------------- */

static int count_source(struct counting *c, struct dues_source *s)
{
	int status = -1;

	c->source = s;
	while (s->in &&
	    dues_next(c->d, s, &c->rec, &status) == REC_RECORD) {
		const struct rec_error *fault = c->rec->fault;

		if (fault && fault->code == REC_E_VOID) {
			if (!c->d->tool.void_warned)
				start_say_void(&c->d->tool, s->name,
				    c->rec->line);
			c->d->tool.void_warned = true;
		} else if (fault) {
			tool_error(&c->d->tool, &(struct tool_place){ s->name,
			    c->rec->line, fault->field, NULL }, fault->code,
			    "%s", fault->text);
			c->bad = true;
		} else {
			count_case(c);
		}
	}
	return status;
}

static void dues_count_warn(const struct counting *c)
{
	if (c->others > 0)
		tool_warn(&c->d->tool, NULL, DUES_W_OTHER,
		    "cases that are no transfers, left out: %lld", c->others);
	if (c->denied > 0)
		tool_warn(&c->d->tool, NULL, DUES_W_DENIED,
		    "transfers that were denied, counted: %lld", c->denied);
}

/* Every state has a row: a zero must be written to be one, and join(1) would
 * drop the states that are not here. */
static int put_counts(const struct counting *c, struct rec_out *out)
{
	static const struct rec_text names[] = {
		{ "state", 5 }, { "sent", 4 }, { "received", 8 }
	};
	struct cells *cells = &c->d->cells;
	int put = 0;

	if (!c->d->tool.no_header)
		put = rec_put_header(out, NULL, names, 3);
	for (icj_state s = 1; s <= ICJ_STATES && put == 0; s++) {
		cells_clear(cells);
		cells_put(cells, 0, icj_state_code(s));
		cells_number(cells, 1, c->sent[s]);
		cells_number(cells, 2, c->received[s]);
		put = rec_put_row(out, names, cells->at, 3);
	}
	return put;
}

static int count_all(struct counting *c)
{
	struct rec_out *out;
	int status = -1;

	for (size_t i = 0; i < c->d->sources && status < 0; i++)
		status = count_source(c, &c->d->source[i]);
	dues_count_warn(c);
	if (status >= 0)
		return status;
	if (c->bad)
		return TOOL_USAGE;
	out = dues_sink(c->d);
	return out ? dues_finish(c->d, out, put_counts(c, out) == 0) :
	    TOOL_STOPPED;
}

int dues_count(struct dues *d)
{
	struct counting c = { .d = d, .facts = icj_case_new() };
	int status = TOOL_STOPPED;

	if (c.facts) {
		icj_case_date_form(c.facts, &d->tool.date_form);
		status = count_all(&c);
	} else {
		tool_error(&d->tool, NULL, TOOL_E_MEMORY, "out of memory");
	}
	icj_case_free(c.facts);
	return status;
}
