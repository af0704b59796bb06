/* SPDX-License-Identifier: MIT */
/*
 * dues_write.c - the rows once more, each with its share behind it, or the
 * shares as prose.  It reads no number.
 */
#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "dues/dues.h"

#include "tool/mask.h"

#include "tool/column.h"
#include "tool/trailer.h"

enum {
	COL_POPULATION, COL_TRANSFER, COL_SHARE, COL_FRACTION, COL_TIER,
	COL_AMOUNT, COLS
};

static bool dues_write_is_wanted(const struct dues *d, int column)
{
	if (column == COL_TIER)
		return d->tiers_name != NULL;
	if (column == COL_AMOUNT)
		return d->tiers_name || d->options.budget > 0;
	return true;
}

static size_t columns(const struct dues *d, struct rec_text *names)
{
	size_t n = 0;

	for (int i = 0; i < COLS; i++) {
		const struct column *c = column_at("dues", (size_t)i);

		if (!dues_write_is_wanted(d, i))
			continue;
		names[n].text = c->name;
		names[n++].len = strlen(c->name);
	}
	return n;
}

static void dues_write_fill_cells(struct dues *d, size_t row)
{
	const struct icj_dues_share *s = &d->share[row];
	char text[ICJ_RATIO_SIZE];
	struct cells *c = &d->cells;
	int64_t amount = s->amount;
	const char *tier;

	cells_clear(c);
	cells_copy(c, COL_POPULATION, icj_ratio_decimal(&s->population, text));
	cells_copy(c, COL_TRANSFER, icj_ratio_decimal(&s->transfers, text));
	cells_copy(c, COL_SHARE, icj_ratio_decimal(&s->share, text));
	cells_copy(c, COL_FRACTION, icj_ratio_format(&s->share, text));
	if (d->tiers_name) {
		dues_tier_of(d, row, &tier, &amount);
		cells_put(c, COL_TIER, tier);
		cells_number(c, COL_AMOUNT, amount);
	} else if (d->options.budget > 0) {
		cells_number(c, COL_TIER, amount);
	}
}

/* -- Prose -------------------------------------------------------------- */

static void explain_amount(const struct dues *d, size_t row)
{
	int64_t amount = d->share[row].amount;
	const char *tier;

	if (d->tiers_name) {
		dues_tier_of(d, row, &tier, &amount);
		printf("  amount      $%" PRId64 " (", amount);
		mask_puts(stdout, tier);
		puts(")");
	} else if (d->options.budget > 0) {
		printf("  amount      $%" PRId64 " of $%" PRId64 "\n", amount,
		    d->options.budget);
	}
}

static void dues_write_explain(const struct dues *d, size_t row)
{
	const struct icj_dues_share *s = &d->share[row];
	const struct icj_dues_row *r = &d->row[row];
	char decimal[ICJ_DECIMAL_SIZE], fraction[ICJ_RATIO_SIZE];
	int64_t ends = r->transfers >= 0 ? r->transfers :
	    r->sent + r->received;

	printf("%s%s\n", row > 0 ? "\n" : "", icj_state_name(r->state));
	printf("  population  %" PRId64 " of %" PRId64 " = %s\n",
	    r->population, d->total.us_population,
	    icj_ratio_decimal(&s->population, decimal));
	printf("  transfers   %" PRId64 " of %" PRId64 " = %s\n", ends,
	    d->total.transfers, icj_ratio_decimal(&s->transfers, decimal));
	printf("  share       %s = %s = %s, 2-101(4)\n",
	    d->options.reading == ICJ_LITERAL ?
	    "population + transfers / 2" : "(population + transfers) / 2",
	    icj_ratio_format(&s->share, fraction),
	    icj_ratio_decimal(&s->share, decimal));
	explain_amount(d, row);
}

static int explain_all(struct dues *d)
{
	for (size_t i = 0; i < d->rows; i++)
		dues_write_explain(d, i);
	return TOOL_FINE;
}

/* -- Rows --------------------------------------------------------------- */

/* A row of separators alone passes, with empty cells. */
static int dues_write_put_void(struct dues *d, struct rec_out *out,
    struct dues_source *s, const struct rec_text *names, size_t n)
{
	cells_clear(&d->cells);
	if (d->tool.out != REC_AUTO && d->tool.out != REC_CSV)
		return 0;
	return rec_put_record(out, s->in, names, d->cells.at, n);
}

/* The rows of one file; -1 when one cannot be written, 1 when the file is not
 * what it was. */
static int put_source(struct dues *d, struct rec_out *out,
    struct dues_source *s, size_t *row)
{
	struct rec_text names[COLS];
	size_t n = columns(d, names);
	enum rec_got got = REC_END;
	const struct rec *rec;

	d->writing = s;
	while (s->in && (got = rec_next(s->in, &rec)) == REC_RECORD) {
		if (s->last && trailer_is(s->in, s->last_field))
			continue;
		if (rec->fault && rec->fault->code == REC_E_VOID) {
			if (dues_write_put_void(d, out, s, names, n) != 0)
				return -1;
			continue;
		}
		if (*row == d->rows || rec->fault)
			return 1;
		d->line = rec->line;
		dues_write_fill_cells(d, (*row)++);
		if (rec_put_record(out, s->in, names, d->cells.at, n) != 0)
			return -1;
	}
	if (got == REC_STOP)
		return 1;
	return s->in ? rec_put_end(out, s->in) : 0;
}

static int dues_write_put_header(struct dues *d, struct rec_out *out)
{
	struct rec_text names[COLS];
	size_t n = columns(d, names);

	for (size_t i = 0; !d->tool.no_header && i < d->sources; i++)
		if (d->source[i].in)
			return rec_put_header(out, d->source[i].in, names, n);
	return 0;
}

int dues_write(struct dues *d)
{
	struct rec_out *out = d->tool.explain ? NULL : dues_sink(d);
	size_t row = 0;
	int put;

	if (d->tool.explain)
		return explain_all(d);
	if (!out)
		return TOOL_STOPPED;
	put = dues_write_put_header(d, out);
	for (size_t i = 0; put == 0 && i < d->sources; i++)
		put = put_source(d, out, &d->source[i], &row);
	if (put <= 0 && row == d->rows)
		return dues_finish(d, out, put == 0);
	if (put < 0)
		return dues_finish(d, out, false);
	rec_out_free(out);
	tool_error(&d->tool, NULL, DUES_E_CHANGED,
	    "the input changed while it was read");
	return TOOL_STOPPED;
}
