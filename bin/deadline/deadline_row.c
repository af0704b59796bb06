/* SPDX-License-Identifier: MIT */
/*
 * deadline_row.c - the rows of icj-deadline: the cells of a dated duty, and
 * their way out, at once or sorted by due date.
 */
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"

enum { STATUS = 13, AS_OF = 14, NOTE = 17 }; /* of OWN_COLUMNS */

#define NO_KEY INT64_MAX /* no due date: last when sorted */

/* -- Cells -------------------------------------------------------------- */

static void duty_row_fill_cells(struct tool *t, const struct icj_due *due)
{
	struct icj_columns_to to = tool_columns_to(t);

	cells_clear_first(t->cells, OWN_COLUMNS);
	icj_due_columns(&to, due);
}

/* A record that could not be judged: nothing is known of the duties that asked
 * for what cannot be read. */
static void fill_invalid(struct tool *t)
{
	const struct deadline *d = t->own;

	cells_clear(t->cells);
	cells_put(t->cells, STATUS, "invalid");
	tool_as_of_cell(t, AS_OF);
	cells_copy(t->cells, NOTE, t->why);
	for (size_t i = 0; t->judged && i < d->withheld_count; i++) {
		cells_add(t->cells, NOTE, i ? ", " : "; not judged: ");
		cells_add(t->cells, NOTE, d->withheld[i]);
	}
}

/* -- Out ---------------------------------------------------------------- */

static bool duty_row_make_room(struct deadline *d)
{
	size_t need = d->keep.count + OWN_COLUMNS;
	struct rec_text *names, *cells;

	if (need <= d->room)
		return true;
	names = realloc(d->names, need * sizeof(*names));
	if (names)
		d->names = names;
	cells = realloc(d->cells, need * sizeof(*cells));
	if (cells)
		d->cells = cells;
	if (!names || !cells)
		return false;
	d->room = need;
	return true;
}

static void fill_names(struct tool *t, size_t kept)
{
	struct deadline *d = t->own;
	size_t n;

	if (kept > 0)
		memcpy(d->names, d->keep.name, kept * sizeof(*d->names));
	memcpy(d->names + kept, tool_columns(t, &n),
	    OWN_COLUMNS * sizeof(*d->names));
}

/* CSV and tables have a header; all rows have its columns. */
static int duty_row_put_header(struct tool *t)
{
	struct deadline *d = t->own;

	if (d->header_done)
		return 0;
	d->header_done = true;
	if (t->no_header)
		return 0;
	fill_names(t, d->keep.count);
	return rec_put_header(t->sink, NULL, d->names,
	    d->keep.count + OWN_COLUMNS);
}

/* Where each row has its own names, kept cells that are empty are left out. */
static size_t drop_empty(struct tool *t, size_t kept)
{
	struct deadline *d = t->own;
	size_t to = 0;

	for (size_t i = 0; i < kept + OWN_COLUMNS; i++) {
		if (i < kept && d->cells[i].len == 0)
			continue;
		d->names[to] = d->names[i];
		d->cells[to++] = d->cells[i];
	}
	return to;
}

static int write_row(struct tool *t, size_t kept)
{
	struct deadline *d = t->own;
	size_t n = kept + OWN_COLUMNS;

	if (duty_row_put_header(t) != 0)
		return -1;
	fill_names(t, kept);
	if (t->out == REC_YAML || t->out == REC_JSON)
		n = drop_empty(t, kept);
	return rec_put_row(t->sink, d->names, d->cells, n);
}

/* -- Held rows ---------------------------------------------------------- */

static bool sorted_grow(struct deadline *d)
{
	size_t room = d->sorted_room ? 2 * d->sorted_room : 64;
	struct sorted_row *more;

	if (d->sorted_count < d->sorted_room)
		return true;
	more = realloc(d->sorted, room * sizeof(*more));
	if (!more)
		return false;
	d->sorted = more;
	d->sorted_room = room;
	return true;
}

/* The cells and their texts in one block. */
static struct rec_text *copy_cells(const struct rec_text *cell, size_t n)
{
	size_t size = n * sizeof(*cell);
	struct rec_text *copy;
	char *text;

	for (size_t i = 0; i < n; i++)
		size += cell[i].len;
	copy = malloc(size);
	if (!copy)
		return NULL;
	text = (char *)(copy + n);
	for (size_t i = 0; i < n; i++) {
		copy[i].text = text;
		copy[i].len = cell[i].len;
		if (cell[i].len > 0)
			memcpy(text, cell[i].text, cell[i].len);
		text += cell[i].len;
	}
	return copy;
}

static int store_row(struct tool *t, size_t kept, int64_t key)
{
	struct deadline *d = t->own;
	struct sorted_row *row;

	if (!sorted_grow(d))
		return -1;
	row = &d->sorted[d->sorted_count];
	row->cell = copy_cells(d->cells, kept + OWN_COLUMNS);
	row->kept = kept;
	row->key = key;
	row->number = d->sorted_count;
	if (!row->cell)
		return -1;
	d->sorted_count++;
	return 0;
}

/* By due date, then as they came; rows without one come last. */
static int by_due(const void *a, const void *b)
{
	const struct sorted_row *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

/* -- Room --------------------------------------------------------------- */

/* The wordings of a duty stand together and have one trigger. */
static void find_triggers(struct deadline *d)
{
	struct icj_duty duty;

	d->triggers = 0;
	for (size_t i = 0; d->trigger && icj_duty_at(i, &duty); i++)
		if (d->triggers == 0 ||
		    d->trigger[d->triggers - 1] != duty.trigger)
			d->trigger[d->triggers++] = duty.trigger;
}

bool dues_make(struct deadline *d)
{
	struct icj_duty duty;

	d->duties = 0;
	while (icj_duty_at(d->duties, &duty))
		d->duties++; /* more than duties: each wording is one here */
	d->trigger = calloc(d->duties, sizeof(*d->trigger));
	find_triggers(d);
	/* Twice, for --compare. */
	d->due = calloc(2 * d->duties, sizeof(*d->due));
	d->which = calloc(2 * d->duties, sizeof(*d->which));
	d->begun = calloc(d->duties, sizeof(*d->begun));
	d->withheld = calloc(d->duties, sizeof(*d->withheld));
	d->withheld_count = 0;
	d->usual = malloc(KEEP_USUAL * KEEP_SIZE);
	d->lines = NULL;
	d->ics = NULL;
	d->counts = NULL;
	d->judged = 0;
	return d->due && d->which && d->begun && d->withheld && d->usual &&
	    d->trigger;
}

static void dues_free(struct deadline *d)
{
	free(d->trigger);
	free(d->due);
	free(d->which);
	free(d->begun);
	free(d->withheld);
	free(d->usual);
	icj_counts_free(d->counts);
	lines_free(d->lines);
}

/* -- Rows of a record --------------------------------------------------- */

/* Whether writing a row closes the gaps of empty cells. */
static bool closes_gaps(const struct tool *t)
{
	return t->out == REC_YAML || t->out == REC_JSON;
}

void rows_fill_kept(struct tool *t)
{
	struct deadline *d = t->own;

	for (size_t i = 0; i < d->keep.count; i++)
		d->cells[i] = keep_value(&d->keep, t, i,
		    d->usual + i % KEEP_USUAL * KEEP_SIZE, KEEP_SIZE);
}

static int duty_row_put_cells(struct tool *t, int64_t key)
{
	struct deadline *d = t->own;
	size_t kept = d->keep.count;

	if (closes_gaps(t))
		rows_fill_kept(t); /* for each row anew */
	memcpy(d->cells + kept, t->cells->at,
	    OWN_COLUMNS * sizeof(*d->cells));
	return d->sort ? store_row(t, kept, key) : write_row(t, kept);
}

/* The last moment in time, in seconds; a day lasts to its end. */
static int64_t duty_row_key_of(const struct icj_due *due)
{
	const struct icj_time *t = due->extended_to.date != ICJ_DATE_NONE ?
	    &due->extended_to : &due->due;

	if (t->date == ICJ_DATE_NONE)
		return NO_KEY;
	return t->date * INT64_C(86400) +
	    (t->second == ICJ_NO_CLOCK ? 86400 : t->second);
}

int rows_put(struct tool *t)
{
	struct deadline *d = t->own;
	int failed = 0;

	if (t->ics)
		return ics_put(t, d->ics);
	if (!keep_settle(&d->keep, t) || !duty_row_make_room(d))
		return -1; /* no memory, which is said by whoever asked */
	if (!t->invalid && lines_wanted(t))
		return d->dues > 0 &&
			(duty_row_put_header(t) != 0 || lines_put(t) != 0)
		    ? -1
		    : 0;
	rows_fill_kept(t);
	if (t->invalid) {
		fill_invalid(t);
		failed = duty_row_put_cells(t, NO_KEY);
		if (!t->judged)
			return failed;
	}
	for (size_t i = 0; i < d->dues && !failed; i++) {
		duty_row_fill_cells(t, &d->due[i]);
		failed = duty_row_put_cells(t, duty_row_key_of(&d->due[i]));
	}
	return failed;
}

int rows_end(struct tool *t)
{
	struct deadline *d = t->own;
	int failed = 0;

	if (t->explain || (!t->input && !t->fact_count))
		return 0;
	if (t->ics)
		return ics_end(t, d->ics);
	if (!keep_settle(&d->keep, t) || !duty_row_make_room(d))
		return -1; /* no memory, which is said by whoever asked */
	if (d->sorted_count > 0)
		qsort(d->sorted, d->sorted_count, sizeof(*d->sorted), by_due);
	for (size_t i = 0; i < d->sorted_count && !failed; i++) {
		const struct sorted_row *row = &d->sorted[i];

		memcpy(d->cells, row->cell,
		    (row->kept + OWN_COLUMNS) * sizeof(*d->cells));
		failed = write_row(t, row->kept);
	}
	return failed ? failed : duty_row_put_header(t);
}

/* Rows kept for sorting stay with one thread; so do names, with the first. */
struct deadline *rows_fork(struct tool *t)
{
	struct deadline *of = t->own, *d = NULL;

	if (!of->sort && keep_settle(&of->keep, t))
		d = malloc(sizeof(*d));
	if (!d)
		return NULL;
	*d = *of;
	d->names = d->cells = NULL;
	d->room = 0;
	d->header_done = true;
	if (dues_make(d) && duty_row_make_room(d))
		return d;
	rows_drop(d);
	return NULL;
}

void rows_drop(struct deadline *d)
{
	free(d->names);
	free(d->cells);
	dues_free(d);
	free(d);
}

int rows_lead(struct tool *t)
{
	struct deadline *d = t->own;

	if (t->ics)
		return 0;
	return duty_row_make_room(d) ? duty_row_put_header(t) : -1;
}

void rows_free(struct deadline *d)
{
	while (d->sorted_count > 0)
		free(d->sorted[--d->sorted_count].cell);
	free(d->sorted);
	free(d->names);
	free(d->cells);
	dues_free(d);
	ics_free(d->ics);
	keep_free(&d->keep);
	free(d->kept);
}
