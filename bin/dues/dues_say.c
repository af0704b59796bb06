/* SPDX-License-Identifier: MIT */
/*
 * dues_say.c - what the user has to know about an answer: the denominators
 * used, what the shares sum to, who is missing.  It changes no answer.
 */
#include <inttypes.h>
#include <string.h>

#include "dues/dues.h"

static void say_denominators(const struct tool *t)
{
	const struct dues *d = t->own;
	const struct icj_dues_total *all = &d->total;

	if (d->options.us_population > 0)
		tool_note(t, DUES_N_DENOMINATOR, "population of the United States: "
		    "%" PRId64 " as given; the %zu states here have %" PRId64,
		    all->us_population, d->rows, all->population);
	else
		tool_note(t, DUES_N_DENOMINATOR, "population of the United States: "
		    "%" PRId64 ", the sum of the %zu states here",
		    all->us_population, d->rows);
	tool_note(t, DUES_N_DENOMINATOR,
	    "juveniles sent and received: %" PRId64, all->transfers);
}

static void say_sum(const struct tool *t)
{
	const struct dues *d = t->own;
	char fraction[ICJ_RATIO_SIZE], decimal[ICJ_DECIMAL_SIZE];
	const char *reading = d->options.reading == ICJ_LITERAL ?
	    ", read literally," : "";

	if (d->total.not_one)
		tool_note(t, DUES_N_SUM, "the shares%s sum to %s (%s)", reading,
		    icj_ratio_format(&d->total.sum, fraction),
		    icj_ratio_decimal(&d->total.sum, decimal));
	else
		tool_note(t, DUES_N_SUM, "the shares%s sum to exactly 1", reading);
}

static void say_amounts(const struct tool *t)
{
	const struct dues *d = t->own;
	int64_t sum = 0, amount;
	const char *name;

	if (d->options.budget > 0) {
		tool_note(t, DUES_N_AMOUNT, "the amounts sum to the budget, %"
		    PRId64 " dollars%s", d->options.budget, d->total.not_one ?
		    ", divided in proportion to the shares" : "");
		return;
	}
	for (size_t i = 0; i < d->rows; i++) {
		icj_state s = d->row[i].state;

		dues_tier_of(d, i, &name, &amount);
		sum += amount;
		if (d->tiers.rate[s] >= 0)
			tool_note(t, DUES_N_RATE, "%s has a rate of its own",
			    icj_state_code(s));
	}
	tool_note(t, DUES_N_AMOUNT, "the amounts sum to %" PRId64 " dollars", sum);
}

/* -- Warnings ----------------------------------------------------------- */

static void warn_uneven(const struct tool *t)
{
	const struct dues *d = t->own;
	int64_t sent = d->total.sent, received = d->total.received;

	if (d->total.uneven)
		tool_warn(t, NULL, DUES_W_UNEVEN, "%" PRId64 " sent "
		    "and %" PRId64 " received differ by %" PRId64 ": the other "
		    "end was no state here, or a count is wrong", sent,
		    received, sent > received ? sent - received :
		    received - sent);
}

static bool has_row(const struct dues *d, icj_state s)
{
	return d->at[s].file != NULL;
}

/* The codes of the states that have a row and are no members, or are members
 * and have none; returns how many. */
static int list_states(const struct tool *t, bool row, char *buf, size_t size)
{
	const struct dues *d = t->own;
	int count = 0;

	buf[0] = '\0';
	for (icj_state s = 1; s <= ICJ_STATES; s++) {
		size_t len = strlen(buf);

		if (has_row(d, s) != row ||
		    icj_state_is_member(s, t->ctx.as_of.date) == row)
			continue;
		snprintf(buf + len, size - len, "%s%s", count > 0 ? ", " : "",
		    icj_state_code(s));
		count++;
	}
	return count;
}

/* A join loses the states that one of its files lacks without a word. */
static void warn_members(const struct tool *t)
{
	char codes[ICJ_STATES * 4 + 1];
	int count = list_states(t, true, codes, sizeof(codes));

	if (count > 0)
		tool_warn(t, NULL, DUES_W_MEMBER,
		    "not a compacting state, but divided among: %s", codes);
	count = list_states(t, false, codes, sizeof(codes));
	if (count > 10)
		tool_warn(t, NULL, DUES_W_NO_ROW,
		    "%d compacting states have no row", count);
	else if (count > 0)
		tool_warn(t, NULL, DUES_W_NO_ROW,
		    "compacting states without a row: %s", codes);
}

void dues_say_ground(const struct tool *t)
{
	warn_members(t);
	warn_uneven(t);
	say_denominators(t);
	say_sum(t);
}

void dues_say_all(const struct tool *t)
{
	const struct dues *d = t->own;

	dues_say_ground(t);
	if (d->options.budget > 0 || d->tiers_name)
		say_amounts(t);
}
