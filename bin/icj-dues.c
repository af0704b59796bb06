/* SPDX-License-Identifier: MIT */
/*
 * icj-dues - what share of the dues each state bears (Rule 2-101), and with
 * --count how many transfers each sent and received.
 */
#include <inttypes.h>
#include <string.h>

#include "dues/dues.h"
#include "tool/mask.h"

enum {
	OPT_US = 2000, OPT_BUDGET, OPT_TIERS, OPT_READING, OPT_SCALE, OPT_COUNT
};

enum { POPULATION, TRANSFER, SHARE, FRACTION, AMOUNT, TIER = AMOUNT };

/* -- Dividing ----------------------------------------------------------- */

/* Errors of one row name its state; the others are of all rows. */
static int dues_say_error(const struct tool *t, size_t row,
    enum icj_dues_err err)
{
	const struct dues *d = t->own;
	const char *why = icj_dues_strerror(err);

	if (err == ICJ_DUES_E_NOT_ONE) {
		dues_say_ground(t);
		tool_error(t, NULL, (int)err, "a budget, but %s; "
		    "--scale divides it in proportion to them", why);
	} else if (row < d->rows) {
		icj_state s = d->row[row].state;
		struct tool_place at = {d->at[s].file, d->at[s].line, 0, NULL};

		tool_error(t, &at, (int)err, "%s: %s", icj_state_code(s), why);
	} else {
		tool_error(t, NULL, (int)err, "%s", why);
	}
	return TOOL_USAGE;
}

static int dues_divide(struct tool *t)
{
	struct dues *d = t->own;
	enum icj_dues_err err;
	const char *name;
	int64_t amount;
	int status = -1;

	/* No row at all is an empty answer, unless there is money to divide. */
	if (d->rows == 0 && d->options.budget == 0) {
		tool_warn(t, NULL, TOOL_W_EMPTY, "no states");
		return -1;
	}
	err = icj_dues(d->row, d->rows, &d->options, d->share, &d->total);
	if (err != ICJ_DUES_OK)
		return dues_say_error(t, d->total.row, err);
	for (size_t i = 0; d->tiers_name && i < d->rows; i++)
		if (!dues_tier_of(d, i, &name, &amount))
			status = dues_say_error(t, i, ICJ_DUES_E_TIER_NONE);
	if (status < 0)
		dues_say_all(t);
	return status;
}

/* -- Answers ------------------------------------------------------------ */

/* The record at hand is the next row. */
static void dues_judge(struct tool *t)
{
	struct dues *d = t->own;
	size_t row = d->answered++;
	const struct icj_dues_share *s = &d->share[row];
	char text[ICJ_RATIO_SIZE];
	struct cells *c = t->cells;
	int64_t amount;
	const char *tier;

	cells_copy(c, POPULATION, icj_ratio_decimal(&s->population, text));
	cells_copy(c, TRANSFER, icj_ratio_decimal(&s->transfers, text));
	cells_copy(c, SHARE, icj_ratio_decimal(&s->share, text));
	cells_copy(c, FRACTION, icj_ratio_format(&s->share, text));
	if (d->tiers_name) {
		dues_tier_of(d, row, &tier, &amount);
		cells_put(c, TIER, tier);
		cells_number(c, TIER + 1, amount);
	} else if (d->options.budget > 0) {
		cells_number(c, AMOUNT, s->amount);
	}
}

static void explain_amount(const struct dues *d, size_t row, FILE *out)
{
	int64_t amount = d->share[row].amount;
	const char *tier;

	if (d->tiers_name) {
		dues_tier_of(d, row, &tier, &amount);
		fprintf(out, "  amount      $%" PRId64 " (", amount);
		mask_puts(out, tier);
		fputs(")\n", out);
	} else if (d->options.budget > 0) {
		fprintf(out, "  amount      $%" PRId64 " of $%" PRId64 "\n",
		    amount, d->options.budget);
	}
}

static void dues_explain(struct tool *t, FILE *out)
{
	const struct dues *d = t->own;
	size_t row = d->answered - 1;
	const struct icj_dues_share *s = &d->share[row];
	const struct icj_dues_row *r = &d->row[row];
	char decimal[ICJ_DECIMAL_SIZE], fraction[ICJ_RATIO_SIZE];
	int64_t ends = r->transfers >= 0 ? r->transfers :
	    r->sent + r->received;

	fprintf(out, "%s\n", icj_state_name(r->state));
	fprintf(out, "  population  %" PRId64 " of %" PRId64 " = %s\n",
	    r->population, d->total.us_population,
	    icj_ratio_decimal(&s->population, decimal));
	fprintf(out, "  transfers   %" PRId64 " of %" PRId64 " = %s\n", ends,
	    d->total.transfers, icj_ratio_decimal(&s->transfers, decimal));
	fprintf(out, "  share       %s = %s = %s, %s\n",
	    d->options.reading == ICJ_LITERAL ?
	    "population + transfers / 2" : "(population + transfers) / 2",
	    icj_ratio_format(&s->share, fraction),
	    icj_ratio_decimal(&s->share, decimal), icj_field_rule(
	    dues_names.field, t->ctx.amendments, ICJ_DATE_NONE));
	explain_amount(d, row, out);
}

/* -- Options ------------------------------------------------------------ */

static const struct tool_kind counting;

static bool take_money(const char *text, int64_t max, int64_t *out)
{
	return icj_whole_parse(text, strlen(text), max, out) == ICJ_OK &&
	    *out > 0;
}

static bool take_reading(struct tool *t, const char *word)
{
	static const char *const words[] = {"mean", "literal", NULL};
	struct dues *d = t->own;
	int i = start_one_of(t, word, words);

	d->options.reading = i == 1 ? ICJ_LITERAL : ICJ_MEAN;
	return i >= 0;
}

static bool dues_take_option(struct tool *t, int letter, const char *argument)
{
	struct dues *d = t->own;

	switch (letter) {
	case OPT_US:
		return take_money(argument, ICJ_DUES_MAX_US,
		    &d->options.us_population);
	case OPT_BUDGET:
		t->more_columns = "amount";
		return take_money(argument, ICJ_DUES_MAX_MONEY,
		    &d->options.budget);
	case OPT_TIERS:
		t->more_columns = "tier";
		d->tiers_name = argument;
		rejects_spare(t, argument);
		return true;
	case OPT_READING:
		return take_reading(t, argument);
	case OPT_SCALE:
		return d->options.scale = true;
	case OPT_COUNT:
		t->kind = &counting;
		return true;
	}
	return false;
}

/* Options that cannot work together. */
static int dues_begin(struct tool *t)
{
	const struct dues *d = t->own;

	if (d->options.budget > 0 && d->tiers_name)
		return tool_misuse(t, "--budget and --tiers both set "
		    "dues_amount", "", "");
	if (t->kind == &counting && (d->options.budget > 0 || d->tiers_name ||
	    t->explain || d->options.us_population > 0))
		return tool_misuse(t, "--count only counts", "", "");
	if (d->options.scale && d->options.budget == 0)
		tool_warn(t, NULL, DUES_W_SCALE,
		    "--scale does nothing without --budget");
	return dues_tiers_read(t);
}

static const struct tool_option options[] = {
	{OPT_US, "us-population", "N", "the denominator; else the sum of rows"},
	{OPT_BUDGET, "budget", "N", "whole dollars to divide"},
	{OPT_TIERS, "tiers", "FILE", "amounts by tier: tier,from,below,amount"},
	{OPT_READING, "reading", "HOW", "mean (default) or literal"},
	{OPT_SCALE, "scale", NULL, "divide although the sum is not 1"},
	{OPT_COUNT, "count", NULL, "count cases by state instead"},
	{0, NULL, NULL, NULL}
};

#define SYNOPSIS "icj-dues [options] [FILE ...]\n" \
	"       icj-dues --count [options] [FILE ... | field=value ...]"
#define JOB "What share of the dues does each state bear? (2-101)"

static const struct tool_kind kind = {
	.name = "icj-dues",
	.examples =
	    "  icj-dues census-2010.csv\n"
	    "  icj-dues --budget 1000000 -o table census-2010.csv\n"
	    "  icj-dues --show state,dues_share census-2010.csv\n",
	.synopsis = SYNOPSIS,
	.job = JOB,
	.area = ICJ_AREA_DUES,
	.columns = "dues",
	.short_list = "state,population,sent,received,transfers,dues_share,"
	    "dues_tier,dues_amount",
	.optional = "tier",
	.options = options,
	.take = dues_take_option,
	.begin = dues_begin,
	.opened = dues_columns,
	.first = dues_take,
	.together = dues_divide,
	.judge = dues_judge,
	.explain = dues_explain,
	.names = &dues_names,
	.by_state = true,
	.whole = true,
	.no_days = true,
};

static const struct tool_kind counting = {
	.name = "icj-dues",
	.synopsis = SYNOPSIS,
	.job = JOB,
	.area = ICJ_AREA_DUES,
	.columns = "",
	.options = options,
	.take = dues_take_option,
	.begin = dues_begin,
	.opened = dues_count_columns,
	.judge = dues_count_judge,
	.record = dues_count_record,
	.end = dues_count_end,
	.asks = tool_asks_all,
	.own_rows = true,
	.alone = REC_CSV,
	.by_state = true,
	.untyped = "transfer",
	.whole = true,
	.no_days = true,
};

int main(int argc, char **argv)
{
	struct dues d = {.rows = 0};

	return tool_run(&kind, &d, argc, argv);
}
