/* SPDX-License-Identifier: MIT */
/*
 * digest_take.c - duty records into the rows of a digest, and those into the
 * order in which they are told.  What is told of a duty is for the library to
 * say.
 */
#include <stdlib.h>
#include <string.h>

#include "digest/digesting.h"
#include "tool/same.h"

/* -- The record at hand -------------------------------------------------- */

/* Permissions bind nobody, whatever is not known of them. */
static bool is_permission(const struct tool *t)
{
	struct rec_text kind = duty_cell(t, DUTY_KIND);

	return name_same(icj_duty_kind_name(ICJ_MAY), kind.text, kind.len) ||
	    name_same(icj_duty_kind_name(ICJ_MAY_UNTIL), kind.text,
	    kind.len) ||
	    name_same(icj_duty_kind_name(ICJ_KEEP), kind.text, kind.len);
}

/* All days left and all sections are counted from one moment. */
static bool check_moment(struct tool *t)
{
	struct digesting *d = t->own;
	struct tool_place at = {input_name(t), t->rec->line, 0,
	    duty_column_name(DUTY_AS_OF)};

	if (icj_digest_order(&d->as_of, &d->record.as_of) == 0)
		return true;
	snprintf(t->why, sizeof(t->why), "%s: another moment than that of the "
	    "first record", at.field);
	tool_error(t, &at, DIGEST_E_MOMENTS, "another moment than that of the "
	    "first record");
	t->invalid = true;
	return false;
}

void digest_judge(struct tool *t)
{
	struct digesting *d = t->own;

	bool taken = duty_record_take(t, DIGEST_NEEDS, &d->record);

	if (d->as_of.date == ICJ_DATE_NONE)
		d->as_of = d->record.as_of;
	if (!taken || !check_moment(t))
		return;
	d->now = is_permission(t) ? ICJ_DIGEST_NONE :
	    icj_digest_of(d->record.status, duty_cell(t, DUTY_DONE).len > 0,
	    &d->record.due, &d->record.as_of, d->within);
	t->found |= d->now == ICJ_DIGEST_OVERDUE || d->now == ICJ_DIGEST_PAST;
}

/* -- Rows ---------------------------------------------------------------- */

#define TEXTS 6
#define MISSING_SIZE 1024

/* The sentences of a note that say what is not known. */
static struct rec_text missing_of(struct rec_text note,
    char text[MISSING_SIZE])
{
	static const char *const leads[] = {"not known: ", "past due: "};
	size_t put = 0;

	for (size_t at = 0, end; at < note.len; at = end + 2) {
		const char *from = note.text + at;

		for (end = at; end < note.len && (note.text[end] != ';' ||
		    end + 1 == note.len || note.text[end + 1] != ' '); end++)
			;
		for (size_t i = 0; i < 2; i++) {
			size_t len = strlen(leads[i]);

			if (end - at > len && memcmp(from, leads[i], len) == 0)
				put += (size_t)snprintf(text + put,
				    MISSING_SIZE - put, "%s%.*s",
				    put ? "; " : "", (int)(end - at), from);
			if (put >= MISSING_SIZE)
				put = MISSING_SIZE - 1;
		}
	}
	return (struct rec_text){text, put};
}

static bool keep_texts(struct digest_row *row)
{
	struct rec_text *text[TEXTS] = {&row->group, &row->case_id, &row->duty,
	    &row->rule, &row->state, &row->missing};
	size_t size = 1;
	char *to;

	for (size_t i = 0; i < TEXTS; i++)
		size += text[i]->len;
	to = row->texts = malloc(size);
	for (size_t i = 0; to && i < TEXTS; i++) {
		if (text[i]->len > 0)
			memcpy(to, text[i]->text, text[i]->len);
		text[i]->text = to;
		to += text[i]->len;
	}
	return to != NULL;
}

static bool digest_more_room(struct digesting *d)
{
	size_t room = d->room ? 2 * d->room : 64;
	struct digest_row *more;

	if (d->rows < d->room)
		return true;
	more = realloc(d->row, room * sizeof(*more));
	if (!more)
		return false;
	d->row = more;
	d->room = room;
	return true;
}

/* Where only the days left are known, they are. */
static void date_row(const struct tool *t, struct digest_row *row)
{
	const struct digesting *d = t->own;
	struct rec_text left = duty_cell(t, DUTY_DAYS_LEFT);
	char text[16];

	row->due = d->record.due;
	row->dated = row->due.date != ICJ_DATE_NONE;
	row->days = icj_digest_days(&row->due, &d->record.as_of);
	if (row->dated || left.len == 0)
		return;
	snprintf(text, sizeof(text), "%.*s", (int)left.len, left.text);
	row->days = (int32_t)strtol(text, NULL, 10);
	if (row->days < 0 && row->why == ICJ_DIGEST_NO_DATE)
		row->why = ICJ_DIGEST_PAST;
}

/* A record is known by its key, else by where it stands. */
static struct rec_text what_is_wrong(const struct tool *t,
    const struct digest_row *row, char text[MISSING_SIZE])
{
	if (row->case_id.len > 0)
		return (struct rec_text){t->why, strlen(t->why)};
	return (struct rec_text){text, (size_t)snprintf(text, MISSING_SIZE,
	    "line %lu: %s", t->rec->line, t->why)};
}

/* What is wrong with a record is said in the place of what is missing. */
static void fill_row(const struct tool *t, struct digest_row *row,
    char missing[MISSING_SIZE])
{
	const struct digesting *d = t->own;
	struct rec_text note = duty_cell(t, DUTY_NOTE);
	struct rec_text status = duty_cell(t, DUTY_STATUS);

	row->why = d->now;
	row->group = duty_cell(t, d->by);
	row->case_id = duty_cell(t, DUTY_CASE_ID);
	row->duty = duty_cell(t, DUTY_DUTY);
	row->rule = duty_cell(t, DUTY_RULE);
	row->state = duty_cell(t, DUTY_STATE);
	row->due.date = ICJ_DATE_NONE;
	if (row->why == DIGEST_INVALID) {
		if (name_same("invalid", status.text, status.len))
			row->missing = note;
		else
			row->missing = what_is_wrong(t, row, missing);
		return;
	}
	row->nearest = d->record.basis == ICJ_BASIS_NEAREST;
	date_row(t, row);
	if (d->record.status == ICJ_DUE_UNKNOWN)
		row->missing = missing_of(note, missing);
}

int digest_keep(struct tool *t)
{
	struct digesting *d = t->own;
	struct digest_row row = {.mark = TOLD_NEW, .number = d->rows};
	char missing[MISSING_SIZE];

	if (t->invalid)
		d->now = DIGEST_INVALID;
	if (d->now == ICJ_DIGEST_NONE)
		return 0;
	fill_row(t, &row, missing);
	if (!digest_more_room(d) || !keep_texts(&row))
		return -1;
	d->row[d->rows++] = row;
	return 0;
}

void digest_free(struct digesting *d)
{
	while (d->rows > 0)
		free(d->row[--d->rows].texts);
	free(d->row);
	free(d->group);
}

/* -- Order --------------------------------------------------------------- */

static int order_of_groups(struct rec_text a, struct rec_text b)
{
	int order;

	if (a.len == 0 || b.len == 0)
		return (a.len == 0) - (b.len == 0);
	order = memcmp(a.text, b.text, a.len < b.len ? a.len : b.len);
	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* By group, then what presses most, then the oldest. */
static int order_of_rows(const void *a, const void *b)
{
	const struct digest_row *x = a, *y = b;
	int order = order_of_groups(x->group, y->group);

	if (!order && x->why != y->why)
		order = x->why < y->why ? -1 : 1;
	if (!order && x->dated && y->dated)
		order = icj_digest_order(&x->due, &y->due);
	if (!order && x->days != y->days)
		order = x->days < y->days ? -1 : 1;
	return order ? order : (x->number > y->number) -
	    (x->number < y->number);
}

bool digest_sort(struct digesting *d)
{
	size_t from = 0;

	if (d->rows > 0)
		qsort(d->row, d->rows, sizeof(*d->row), order_of_rows);
	d->group = calloc(d->rows + 1, sizeof(*d->group));
	for (size_t i = 0; d->group && i < d->rows; i++) {
		struct digest_group *g = &d->group[d->groups];

		if (d->row[i].mark != TOLD_BEFORE && g->to == 0)
			g->to = 1;
		if (i + 1 < d->rows && order_of_groups(d->row[i].group,
		    d->row[i + 1].group) == 0)
			continue;
		if (g->to) {
			g->from = from;
			g->to = i + 1;
			d->groups++;
		}
		from = i + 1;
	}
	return d->group != NULL;
}
