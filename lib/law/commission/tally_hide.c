/* SPDX-License-Identifier: MIT */
/*
 * tally_hide.c - hides small counts so that nothing that is shown, and nothing
 * that is known of such events, tells more of one than that it is small.
 *
 * A reader knows that each event joins two different states: in a period the
 * counts of the one table and those of the other have the same sum, T, and no
 * state can have more in both than there are events.  A hidden small count has
 * to be able to be each number from 1 to below the limit, under all of that.
 *
 * Periods do not bear on one another: a total that is not the sum of shown
 * counts alone is not shown, but for T where there is enough besides to hide
 * behind.  So each period is a question of its own: are there numbers for the
 * other hidden counts, if this one is 1, or limit - 1?  Events that join two
 * states are a flow from the rows of the one table to those of the other, from
 * each to all but its own.  By Hoffman's theorem there is one within bounds
 * exactly if no set of rows is bound to more than can leave it, and as each row
 * reaches all others but its own, only single rows and all of them need to be
 * looked at: flows().  What lies between two numbers that can be can be, too.
 *
 * Where there is none, another count is hidden, which a reader then knows to be
 * 0 or not small, until there is one.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "base/guard.h"

#define UNKNOWN_TOTAL (-1)
#define MANY_ROWS 4096

struct range {
	int64_t least, most;
};

/* One period of the tables. */
struct period {
	struct icj_grid *grid;
	size_t grids, column;
	int64_t limit;
	int64_t many;  /* as good as without bound */
	int64_t total; /* T, if it is shown */
	/* A count, and the number it is tried whether it can be. */
	size_t table, row;
	int64_t number;
};

static unsigned char *label(const struct period *p, size_t table, size_t row)
{
	const struct icj_grid *g = &p->grid[table];

	return &g->hidden[row * (g->columns + 1) + p->column];
}

static int64_t hide_count(const struct period *p, size_t table, size_t row)
{
	const struct icj_grid *g = &p->grid[table];

	return g->count[row * g->columns + p->column];
}

static int64_t hide_sum(const struct period *p, size_t table)
{
	int64_t n = 0;

	for (size_t row = 0; row < p->grid->rows; row++)
		n += hide_count(p, table, row);
	return n;
}

/* -- Whether a number can be -------------------------------------------- */

/* A count that is hidden too may be 0 as well: what can be without that can
 * be. */
static struct range range_of(const struct period *p, size_t table, size_t row)
{
	int64_t n = hide_count(p, table, row);

	if (table == p->table && row == p->row)
		return (struct range){p->number, p->number};
	switch (*label(p, table, row)) {
	case ICJ_SHOWN:
		return (struct range){n, n};
	case ICJ_HIDDEN_SMALL:
		return (struct range){1, p->limit - 1};
	default:
		return (struct range){p->limit, p->many};
	}
}

static struct range range_of_all(const struct period *p, size_t table)
{
	struct range all = {0, 0};

	for (size_t row = 0; row < p->grid->rows; row++) {
		struct range r = range_of(p, table, row);

		all.least += r.least;
		all.most += r.most;
	}
	return all;
}

static bool hide_holds(const struct range *r, int64_t n)
{
	return r->least <= n && n <= r->most;
}

/* Whether there are events, each from a row of the one table to another row of
 * the other, within the ranges of all rows. */
static bool flows(const struct period *p)
{
	struct range out = range_of_all(p, 0), in = range_of_all(p, 1);
	bool known = p->total != UNKNOWN_TOTAL;

	if (out.least > in.most || in.least > out.most || (known &&
	    (!hide_holds(&out, p->total) || !hide_holds(&in, p->total))))
		return false;
	for (size_t row = 0; row < p->grid->rows; row++) {
		struct range o = range_of(p, 0, row), i = range_of(p, 1, row);
		int64_t out_of_others = out.most - o.most;
		int64_t into_others = in.most - i.most;

		if (o.least > into_others || i.least > out_of_others)
			return false;
		if (known && (o.least + i.least > p->total ||
		    p->total > out_of_others + into_others))
			return false;
	}
	return true;
}

static bool can_be(struct period *p, size_t table, size_t row, int64_t number)
{
	struct range all;
	bool fine;

	p->table = table;
	p->row = row;
	p->number = number;
	all = range_of_all(p, 0);
	fine = p->grids > 1 ? flows(p) :
	    p->total == UNKNOWN_TOTAL || hide_holds(&all, p->total);
	p->row = SIZE_MAX;
	return fine;
}

/* -- What is hidden too ------------------------------------------------- */

static size_t hidden_too(const struct period *p, size_t table)
{
	size_t n = 0;

	for (size_t row = 0; row < p->grid->rows; row++)
		n += *label(p, table, row) == ICJ_HIDDEN_TOO;
	return n;
}

/* With shares of the events there are two flows, that of the shares and that
 * of the rest.  Two rows that are hidden in all tables of a side, and two in
 * those of the other, make room for both whatever the other numbers are: take
 * these rows large enough, first in the shares, then in the rest. */
static bool is_safe(struct period *p)
{
	if (p->grids > 2)
		return hidden_too(p, 0) >= 2 && hidden_too(p, 1) >= 2;
	for (size_t table = 0; table < p->grids; table++)
		for (size_t row = 0; row < p->grid->rows; row++)
			if (*label(p, table, row) == ICJ_HIDDEN_SMALL &&
			    !(can_be(p, table, row, 1) &&
			    can_be(p, table, row, p->limit - 1)))
				return false;
	return true;
}

/* What hiding a row of a side tells a reader least: the smallest count that is
 * not small, and zeros only after all others.  Below 0: it cannot be hidden. */
static int64_t price(const struct period *p, size_t side, size_t row,
    bool zeros)
{
	int64_t n = hide_count(p, side, row);
	bool zero = false;

	for (size_t table = side; table < p->grids; table += 2) {
		if (*label(p, table, row) != ICJ_SHOWN)
			return -1;
		zero |= hide_count(p, table, row) == 0;
	}
	return !zero ? n : zeros ? p->many : -1;
}

static bool hide_another(struct period *p, size_t side, bool zeros)
{
	size_t best = SIZE_MAX;
	int64_t least = -1;

	for (size_t row = 0; row < p->grid->rows; row++) {
		int64_t n = price(p, side, row, zeros);

		if (n >= 0 && (best == SIZE_MAX || n < least)) {
			best = row;
			least = n;
		}
	}
	for (size_t table = side; best != SIZE_MAX && table < p->grids;
	    table += 2)
		*label(p, table, best) = ICJ_HIDDEN_TOO;
	return best != SIZE_MAX;
}

/* Hides more and more, the side with less hidden first. */
static bool hide_more(struct period *p, bool zeros)
{
	while (!is_safe(p)) {
		size_t side = p->grids > 1 &&
		    hidden_too(p, 1) < hidden_too(p, 0);

		if (!hide_another(p, side, zeros) && (p->grids == 1 ||
		    !hide_another(p, !side, zeros)))
			return false;
	}
	return true;
}

/* Shows again what turned out not to be needed. */
static void show_spare(struct period *p)
{
	for (size_t table = 0; p->grids <= 2 && table < p->grids; table++)
		for (size_t row = 0; row < p->grid->rows; row++) {
			unsigned char *l = label(p, table, row);

			if (*l != ICJ_HIDDEN_TOO)
				continue;
			*l = ICJ_SHOWN;
			if (!is_safe(p))
				*l = ICJ_HIDDEN_TOO;
		}
}

/* -- Periods ------------------------------------------------------------ */

static bool hide_smalls(struct period *p)
{
	bool any = false;

	for (size_t table = 0; table < p->grids; table++)
		for (size_t row = 0; row < p->grid->rows; row++) {
			int64_t n = hide_count(p, table, row);
			bool small = n > 0 && n < p->limit;

			*label(p, table, row) = small ? ICJ_HIDDEN_SMALL :
			    ICJ_SHOWN;
			any |= small;
		}
	return any;
}

static void withhold(struct period *p)
{
	for (size_t table = 0; table < p->grids; table++)
		for (size_t row = 0; row < p->grid->rows; row++)
			*label(p, table, row) = ICJ_WITHHELD;
}

/* Whether T is shown.  It is if its period can be hidden under it. */
static bool hide_period(struct period *p, bool totals)
{
	if (!hide_smalls(p))
		return true;
	p->total = hide_sum(p, 0);
	if (totals && p->grids <= 2 && p->total >= p->limit &&
	    p->total == hide_sum(p, p->grids - 1) && hide_more(p, false)) {
		show_spare(p);
		return true;
	}
	hide_smalls(p);
	p->total = UNKNOWN_TOTAL;
	if (hide_more(p, true))
		show_spare(p);
	else
		withhold(p);
	return false;
}

/* A state's total is shown if all it is the sum of is. */
static void hide_totals_of_rows(struct icj_grid *g)
{
	for (size_t row = 0; row < g->rows; row++) {
		unsigned char *l = &g->hidden[row * (g->columns + 1)];

		for (size_t c = 0; c < g->columns; c++)
			if (l[c] != ICJ_SHOWN)
				l[g->columns] = ICJ_HIDDEN_TOO;
	}
}

static bool is_usable(const struct icj_grid *g, const struct icj_grid *first,
    int64_t many)
{
	if (!icj__is_grid(g) || g->rows != first->rows ||
	    g->columns != first->columns)
		return false;
	for (size_t i = 0; i < g->rows * g->columns; i++)
		if (g->count[i] < 0 || g->count[i] > many)
			return false;
	return true;
}

ICJ_API bool icj_hide_small(struct icj_grid *grid, size_t grids,
    int64_t limit, bool totals)
{
	struct period p = {.grid = grid, .grids = grids, .limit = limit,
	    .many = INT64_MAX / 4 / MANY_ROWS, .row = SIZE_MAX};

	if (!grid || (grids != 1 && grids != 2 && grids != 4) || limit < 3 ||
	    limit > p.many || grid->rows > MANY_ROWS)
		return false;
	for (size_t t = 0; t < grids; t++)
		if (!is_usable(&grid[t], grid, p.many))
			return false;
	for (size_t t = 0; t < grids; t++)
		memset(grid[t].hidden, ICJ_SHOWN,
		    (grid->rows + 1) * (grid->columns + 1));
	for (; p.column < grid->columns; p.column++)
		if (!hide_period(&p, totals) && totals)
			for (size_t t = 0; t < grids; t++)
				*label(&p, t, grid->rows) = ICJ_HIDDEN_TOO;
	for (size_t t = 0; totals && t < grids; t++) {
		hide_totals_of_rows(&grid[t]);
		for (p.column = 0; p.column < grid->columns; p.column++)
			if (*label(&p, t, grid->rows) != ICJ_SHOWN)
				grid[t].hidden[(grid->rows + 1) *
				    (grid->columns + 1) - 1] = ICJ_HIDDEN_TOO;
	}
	return true;
}
