/* SPDX-License-Identifier: MIT */
/*
 * icj-dues.c - the dues of Rule 2-101: reads one row a state, divides, writes
 * the rows on.  It knows rows and messages, and computes nothing itself.
 */
#include <errno.h>
#include <string.h>

#include "dues/dues.h"

static int read_rows(struct dues *d)
{
	for (size_t i = 0; i < d->sources; i++) {
		struct dues_source *s = &d->source[i];
		const struct rec *rec;
		int status = -1;

		while (s->in && dues_next(d, s, &rec, &status) == REC_RECORD) {
			d->tool.records++;
			dues_take(d, s, rec);
		}
		if (status >= 0)
			return status;
		if (s->ours) {
			struct tool_place at = { s->name, 1, 0, NULL };

			tool_error(&d->tool, &at, TOOL_E_COLUMN, "a column of "
			    "icj-dues is already there; --replace replaces it");
			d->bad = true;
		}
	}
	return d->bad ? TOOL_USAGE : -1;
}

/* Errors of one row name its state; the others are of all rows. */
static int dues_say_error(const struct dues *d, enum icj_dues_err err)
{
	const char *why = icj_dues_strerror(err);

	if (err == ICJ_DUES_E_NOT_ONE) {
		dues_say_ground(d);
		tool_error(&d->tool, NULL, (int)err, "a budget, but %s; "
		    "--scale divides it in proportion to them", why);
	} else if (d->total.row < d->rows) {
		icj_state s = d->row[d->total.row].state;
		struct tool_place at = { d->at[s].file, d->at[s].line, 0,
			NULL };

		tool_error(&d->tool, &at, (int)err, "%s: %s",
		    icj_state_code(s), why);
	} else {
		tool_error(&d->tool, NULL, (int)err, "%s", why);
	}
	return TOOL_USAGE;
}

static int divide(struct dues *d)
{
	enum icj_dues_err err = icj_dues(d->row, d->rows, &d->options,
	    d->share, &d->total);
	const char *name;
	int64_t amount;
	int status = -1;

	if (err != ICJ_DUES_OK)
		return dues_say_error(d, err);
	for (size_t i = 0; d->tiers_name && i < d->rows; i++)
		if (!dues_tier_of(d, i, &name, &amount)) {
			d->total.row = i;
			status = dues_say_error(d, ICJ_DUES_E_TIER_NONE);
		}
	return status;
}

/* No row at all is an empty answer, unless there is money to divide. */
static int answer(struct dues *d)
{
	int status = -1;

	if (d->rows > 0 || d->options.budget > 0)
		status = divide(d);
	if (status >= 0)
		return status;
	if (d->rows > 0)
		dues_say_all(d);
	else
		tool_warn(&d->tool, NULL, TOOL_W_EMPTY, "no states");
	status = dues_start(d);
	return status >= 0 ? status : dues_write(d);
}

static int dues_run(struct dues *d, int argc, char **argv)
{
	int status = dues_options(d, argc, argv);

	if (status < 0)
		status = dues_tiers_read(d);
	if (status < 0)
		status = dues_open(d);
	if (status < 0)
		status = dues_start(d);
	if (status < 0 && dues_is_empty(d) && d->tool.trailer) {
		tool_error(&d->tool, NULL, TOOL_E_TRAILER, "no input, not even "
		    "a header: what was to write it stopped early");
		return TOOL_STOPPED;
	}
	if (status < 0 && dues_is_empty(d)) {
		if (!d->tool.no_header)
			tool_warn(&d->tool, NULL, TOOL_W_EMPTY, "no input");
		return TOOL_FINE;
	}
	if (status < 0 && d->count)
		return dues_count(d);
	if (status < 0)
		status = read_rows(d);
	return status < 0 ? answer(d) : status;
}

int main(int argc, char **argv)
{
	static struct dues d;
	int status;

	start_process();
	status = dues_run(&d, argc, argv);
	dues_close(&d);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		if (errno != EPIPE)
			tool_error(&d.tool, NULL, REC_E_WRITE,
			    "cannot write: %s", strerror(errno));
		status = TOOL_STOPPED;
	}
	tool_sum_up(&d.tool);
	return status;
}
