/* SPDX-License-Identifier: MIT */
/*
 * dues_count.c - icj-dues --count: transfers sent and received by state, from
 * case records.  It divides nothing; its rows are what the division reads.
 */
#include <string.h>

#include "dues/dues.h"

static const struct icj_field *count_field(const char *name)
{
	return icj_field_find(name, strlen(name));
}

int dues_count_columns(struct tool *t)
{
	const char *missing = NULL;

	if (!t->input || rec_in_format(input_reader(t)) != REC_CSV)
		return -1;
	if (!input_has_field(t, count_field("receiving_state"), 0) &&
	    !input_has_field(t, NULL, NAME_TO))
		missing = "receiving_state";
	if (!input_has_field(t, count_field("sending_state"), 0) &&
	    !input_has_field(t, NULL, NAME_FROM))
		missing = "sending_state";
	if (!missing)
		return -1;
	tool_error(t, &(struct tool_place){input_name(t),
	    input_header_line(t), 0, NULL},
	    DUES_E_NO_COLUMN, "no column %s; --map names an office's own "
	    "columns", missing);
	return TOOL_USAGE;
}

/* -- One case ----------------------------------------------------------- */

static void count_complain(struct tool *t, const char *name, int code,
    const char *why)
{
	struct tool_place at = {"operands", 0, 0, name};

	if (t->rec)
		input_text(t, count_field(name), &at);
	tool_error(t, &at, code, "%s", why);
	t->invalid = true;
}

/* Whether a choice is known and is the word. */
static bool is_said(const struct tool *t, const char *name, const char *word)
{
	char buf[16];

	return icj_case_get(t->facts, count_field(name), buf, sizeof(buf)) >
	    0 && strcmp(buf, word) == 0;
}

static icj_state count_state(struct tool *t, const char *name)
{
	char code[16];
	size_t len = icj_case_get(t->facts, count_field(name), code,
	    sizeof(code));

	if (len == 0 && !facts_spoilt(t, count_field(name)))
		count_complain(t, name, DUES_E_NO_NAME,
		    "missing from a transfer");
	return len == 0 ? 0 : icj_state_find(code, len);
}

/* Rule 2-101(2) speaks of transfers.  Reading: one that was withdrawn never
 * took place, one still undecided or denied is a transfer asked for.  Without a
 * case_type a case is taken for a transfer. */
static bool is_counted(struct tool *t)
{
	struct dues *d = t->own;
	struct tool_place at = {input_name(t), t->rec ? t->rec->line : 0, 0,
		"withdrawn"};

	if (icj_case_has(t->facts, count_field("case_type")) &&
	    !is_said(t, "case_type", "transfer")) {
		d->others++;
		return false;
	}
	if (icj_case_has(t->facts, count_field("withdrawn"))) {
		tool_warn(t, &at, DUES_W_WITHDRAWN, "left out of the count");
		return false;
	}
	return true;
}

void dues_count_judge(struct tool *t)
{
	struct dues *d = t->own;
	icj_state sending, receiving;

	if (t->bad_count > 0 || !is_counted(t))
		return;
	sending = count_state(t, "sending_state");
	receiving = count_state(t, "receiving_state");
	if (sending && sending == receiving)
		count_complain(t, "receiving_state", ICJ_DUES_E_STATE,
		    "the state that sends also receives");
	d->denied += is_said(t, "decision", "deny");
	d->sent[sending]++;
	d->received[receiving]++;
}

/* -- All of them -------------------------------------------------------- */

int dues_count_record(struct tool *t)
{
	(void)t;
	return 0;
}

static void count_warn(const struct tool *t)
{
	const struct dues *d = t->own;

	if (d->others > 0)
		tool_warn(t, NULL, DUES_W_OTHER,
		    "cases that are no transfers, left out: %lld", d->others);
	if (d->denied > 0)
		tool_warn(t, NULL, DUES_W_DENIED,
		    "transfers that were denied, counted: %lld", d->denied);
}

/* Every state has a row: a zero must be written to be one, and join(1) would
 * drop the states that are not here. */
int dues_count_end(struct tool *t)
{
	static const struct rec_text names[] = {
		{"state", 5}, {"sent", 4}, {"received", 8}
	};
	const struct dues *d = t->own;
	int put = 0;

	count_warn(t);
	if (t->status != TOOL_FINE || (!t->input && !t->fact_count))
		return 0;
	if (!t->no_header)
		put = rec_put_header(t->sink, NULL, names, 3);
	for (icj_state s = 1; s <= ICJ_STATES && put == 0; s++) {
		cells_clear(t->cells);
		cells_put(t->cells, 0, icj_state_code(s));
		cells_number(t->cells, 1, d->sent[s]);
		cells_number(t->cells, 2, d->received[s]);
		put = rec_put_row(t->sink, names, t->cells->at, 3);
	}
	return put;
}
