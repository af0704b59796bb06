/* SPDX-License-Identifier: MIT */
/*
 * tally_hide.c - hides small counts so that none follows from what is shown.
 *
 * The cells of a table and its totals are the arcs of a network in which
 * nothing is lost on the way: all -> row -> column -> all, each arc carrying
 * its count, each equation of the table being one node.  Two tables of the
 * same events by either state share the totals of their columns: all -> row ->
 * column -> column -> row -> all.  A hidden count can be another number than
 * it is exactly if something can be sent around a circle through its arc,
 * within what a reader knows: a small count lies between 1 and the limit, any
 * other hidden one is not below it, a shown one is what it is.  Where there is
 * no such circle, the cheapest that takes more hidden arcs is hidden, too;
 * more freedom undoes no circle found before.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "internal.h"

#define MANY (INT64_C(1) << 60)
#define NOWHERE SIZE_MAX

struct arc {
	size_t from, to;
	int64_t count;
	int64_t least, most;      /* what a reader knows if it is hidden */
	unsigned char *hidden;    /* enum icj_hidden; NULL: it is not shown */
	unsigned char *hidden_too; /* the same total in the other table */
};

struct net {
	struct arc *arc;
	size_t arcs;
	size_t *first, *link; /* arcs of a node: link[first[n]..first[n + 1]] */
	size_t nodes;
	int64_t *cost;        /* of the cheapest way to a node */
	size_t *by;           /* the arc it comes by */
	bool *done;
	int64_t limit;
};

/* -- Building ----------------------------------------------------------- */

static void add_arc(struct net *net, size_t from, size_t to, int64_t count,
    unsigned char *hidden)
{
	struct arc *a = &net->arc[net->arcs++];
	bool small = count > 0 && count < net->limit;

	*a = (struct arc){from, to, count, 0, MANY, hidden, NULL};
	if (!hidden)
		return;
	*hidden = small ? ICJ_HIDDEN_SMALL : ICJ_SHOWN;
	a->least = small ? 1 : net->limit;
	a->most = small ? net->limit - 1 : MANY;
}

/* What other tables tell of a cell. */
static void narrow(struct arc *a, const struct icj_grid *g, size_t i)
{
	if (g->least && g->least[i] > a->least)
		a->least = g->least[i];
	if (g->most && g->most[i] < a->most)
		a->most = g->most[i];
}

static int64_t sum_of(const struct icj_grid *g, size_t from, size_t n,
    size_t step)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += g->count[from + i * step];
	return sum;
}

/* The totals of a table that is not to show any are free. */
static unsigned char *total_at(struct icj_grid *g, size_t row, size_t column,
    bool totals)
{
	return totals ? &g->hidden[row * (g->columns + 1) + column] : NULL;
}

/* Cells and totals by row, from or to the node `all`. */
static void add_rows(struct net *net, struct icj_grid *g, size_t all,
    size_t row, size_t column, bool totals, bool back)
{
	for (size_t r = 0; r < g->rows; r++) {
		for (size_t c = 0; c < g->columns; c++) {
			size_t i = r * g->columns + c;

			add_arc(net, back ? column + c : row + r,
			    back ? row + r : column + c, g->count[i],
			    &g->hidden[r * (g->columns + 1) + c]);
			narrow(&net->arc[net->arcs - 1], g, i);
		}
		add_arc(net, back ? row + r : all, back ? all : row + r,
		    sum_of(g, r * g->columns, g->columns, 1),
		    total_at(g, r, g->columns, totals));
	}
}

/* The totals by column, and of all; shared with the other table if any. */
static void add_totals(struct net *net, struct icj_grid *a, struct icj_grid *b,
    size_t from, size_t to, size_t all, bool totals)
{
	for (size_t c = 0; c <= a->columns; c++) {
		bool grand = c == a->columns;

		add_arc(net, grand ? all : from + c,
		    grand ? 0 : b ? to + c : all, grand ?
		    sum_of(a, 0, a->rows * a->columns, 1) :
		    sum_of(a, c, a->rows, a->columns),
		    total_at(a, a->rows, c, totals));
		if (!b || !totals)
			continue;
		net->arc[net->arcs - 1].hidden_too = total_at(b, b->rows, c,
		    totals);
		*net->arc[net->arcs - 1].hidden_too =
		    *net->arc[net->arcs - 1].hidden;
	}
}

/* Nodes: 0 all, 1 all again (before the grand total), then rows, columns. */
static void build(struct net *net, struct icj_grid *a, struct icj_grid *b,
    bool totals)
{
	size_t row = 2, column = row + a->rows;
	size_t column_b = column + a->columns;

	add_rows(net, a, 0, row, column, totals, false);
	if (b)
		add_rows(net, b, 1, column_b + b->columns, column_b, totals,
		    true);
	add_totals(net, a, b, column, column_b, 1, totals);
}

/* -- Arcs of a node ----------------------------------------------------- */

static void index_arcs(struct net *net)
{
	for (size_t i = 0; i < net->arcs; i++) {
		net->first[net->arc[i].from + 1]++;
		net->first[net->arc[i].to + 1]++;
	}
	for (size_t n = 0; n < net->nodes; n++)
		net->first[n + 1] += net->first[n];
	for (size_t i = 0; i < net->arcs; i++) {
		net->link[net->first[net->arc[i].from]++] = i;
		net->link[net->first[net->arc[i].to]++] = i;
	}
	memmove(net->first + 1, net->first, net->nodes * sizeof(*net->first));
	net->first[0] = 0;
}

static void *room(size_t n, size_t size)
{
	return calloc(n ? n : 1, size);
}

static bool make_net(struct net *net, const struct icj_grid *a,
    const struct icj_grid *b)
{
	size_t cells = a->rows * a->columns + (b ? b->rows * b->columns : 0);
	size_t lines = a->rows + a->columns + (b ? b->rows + b->columns : 0);

	net->nodes = 2 + lines;
	net->arc = room(cells + lines + 2, sizeof(*net->arc));
	net->first = room(net->nodes + 2, sizeof(*net->first));
	net->link = room(2 * (cells + lines + 2), sizeof(*net->link));
	net->cost = room(net->nodes, sizeof(*net->cost));
	net->by = room(net->nodes, sizeof(*net->by));
	net->done = room(net->nodes, sizeof(*net->done));
	return net->arc && net->first && net->link && net->cost && net->by &&
	    net->done;
}

static void free_net(struct net *net)
{
	free(net->arc);
	free(net->first);
	free(net->link);
	free(net->cost);
	free(net->by);
	free(net->done);
}

/* -- Circles ------------------------------------------------------------ */

/* Whether the count could be one more (or less) for all a reader knows, were
 * the arc hidden; and what hiding it costs, below 0 if it cannot be. */
static int64_t price(const struct net *net, const struct arc *a, bool more)
{
	int64_t then = a->count + (more ? 1 : -1);

	if (then < a->least || then > a->most)
		return -1;
	if (!a->hidden || *a->hidden != ICJ_SHOWN)
		return 0;
	return a->count >= net->limit ? a->count : -1;
}

static size_t nearest(const struct net *net)
{
	size_t best = NOWHERE;

	for (size_t n = 0; n < net->nodes; n++)
		if (!net->done[n] && net->cost[n] < MANY && (best == NOWHERE ||
		    net->cost[n] < net->cost[best]))
			best = n;
	return best;
}

static void reach(struct net *net, size_t node, size_t except)
{
	for (size_t k = net->first[node]; k < net->first[node + 1]; k++) {
		size_t i = net->link[k];
		const struct arc *a = &net->arc[i];
		size_t to = a->from == node ? a->to : a->from;
		int64_t p = i == except ? -1 :
		    price(net, a, a->from == node);

		if (p < 0 || net->cost[node] + p >= net->cost[to])
			continue;
		net->cost[to] = net->cost[node] + p;
		net->by[to] = i;
	}
}

/* The cheapest way between two nodes without an arc; its cost, or MANY. */
static int64_t find_way(struct net *net, size_t from, size_t to, size_t except)
{
	for (size_t n = 0; n < net->nodes; n++) {
		net->cost[n] = MANY;
		net->done[n] = false;
	}
	net->cost[from] = 0;
	for (size_t n; (n = nearest(net)) != NOWHERE && n != to; ) {
		net->done[n] = true;
		reach(net, n, except);
	}
	return net->cost[to];
}

static void hide_way(struct net *net, size_t from, size_t to)
{
	for (size_t n = to; n != from; ) {
		struct arc *a = &net->arc[net->by[n]];

		if (a->hidden && *a->hidden == ICJ_SHOWN)
			*a->hidden = ICJ_HIDDEN_TOO;
		if (a->hidden && a->hidden_too)
			*a->hidden_too = *a->hidden;
		n = a->from == n ? a->to : a->from;
	}
}

/* Sees to it that a hidden count could be one more, or one less. */
static bool protect(struct net *net, size_t i)
{
	const struct arc *a = &net->arc[i];
	int64_t up = MANY, down = MANY;

	if (price(net, a, true) >= 0)
		up = find_way(net, a->to, a->from, i);
	if (up > 0 && price(net, a, false) >= 0)
		down = find_way(net, a->from, a->to, i);
	if (up >= MANY && down >= MANY)
		return false;
	if (down < up)
		hide_way(net, a->from, a->to);
	else if (up > 0 && find_way(net, a->to, a->from, i) < MANY)
		hide_way(net, a->to, a->from);
	return true;
}

static bool protect_all(struct net *net)
{
	for (size_t i = 0; i < net->arcs; i++) {
		const struct arc *a = &net->arc[i];

		if (a->hidden && *a->hidden == ICJ_HIDDEN_SMALL &&
		    !protect(net, i))
			return false;
	}
	return true;
}

/* -- The question ------------------------------------------------------- */

/* Whether both tables count the same events: then no other total will do. */
static bool same_totals(const struct icj_grid *a, const struct icj_grid *b)
{
	for (size_t c = 0; c < a->columns; c++)
		if (sum_of(a, c, a->rows, a->columns) !=
		    sum_of(b, c, b->rows, b->columns))
			return false;
	return true;
}

static bool hide(struct icj_grid *a, struct icj_grid *b, int64_t limit,
    bool totals)
{
	struct net net = {.limit = limit};
	bool fine = make_net(&net, a, b);

	if (fine) {
		build(&net, a, b, totals);
		index_arcs(&net);
		fine = protect_all(&net);
	}
	free_net(&net);
	return fine;
}

ICJ_API bool icj_hide_small(struct icj_grid *a, struct icj_grid *b,
    int64_t limit, bool totals)
{
	if (limit < 3 || (b && a->columns != b->columns))
		return false;
	memset(a->hidden, ICJ_SHOWN, (a->rows + 1) * (a->columns + 1));
	if (b)
		memset(b->hidden, ICJ_SHOWN, (b->rows + 1) * (b->columns + 1));
	if (b && !same_totals(a, b))
		return hide(a, NULL, limit, totals) &&
		    hide(b, NULL, limit, totals);
	return hide(a, b, limit, totals);
}
