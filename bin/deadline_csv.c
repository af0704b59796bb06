/* SPDX-License-Identifier: MIT */
/*
 * deadline_csv.c - the rows of icj-deadline as CSV, the way nearly all are
 * written.  Most cells of a row are constants of its duty, kept as they stand
 * in a line; dates come again, and the columns of the case are the same for
 * each of its duties.  deadline_row.c writes the same rows cell by cell.
 */
#include <stdlib.h>
#include <string.h>

#include "duties.h"

#define STATUSES (ICJ_DUE_NO_START + 1)
#define DAYS 512 /* whose texts are kept, a power of two */

/* Cells of one duty, neighbours together, and what they were made of. */
struct lines_duty {
	const struct icj_duty *duty;
	const char *rule;
	const struct icj_field *trigger;
	struct rec_tail head;    /* duty, rule, standard, kind, owed_by */
	struct rec_tail trigger_cell;
	struct rec_tail limit;
};

struct lines_day {
	icj_date day;
	char text[11];
	uint8_t len; /* 0: none is kept */
};

/* The usual columns of a case, at their longest, with quotes and commas. */
#define USUAL_ROOM (KEEP_USUAL * (KEEP_SIZE + REC_CELL_ROOM(KEEP_SIZE) + 1))

struct lines {
	struct rec_tail status[STATUSES]; /* status, as_of */
	const char *kept;     /* of the record at hand, from its comma on */
	size_t kept_len;
	struct rec_tail list; /* where --keep says which */
	char usual[USUAL_ROOM + REC_SPARE];
	struct lines_day day[DAYS];
	size_t duties;
	struct lines_duty duty[];
};

/* -- Cells that come again ---------------------------------------------- */

static struct rec_text text_of(const char *s)
{
	return (struct rec_text){s, strlen(s)};
}

static bool make_head(struct lines_duty *x, const struct icj_due *due)
{
	const struct icj_duty *duty = due->duty;
	const struct rec_text cells[] = {
		text_of(duty->id), text_of(due->rule), text_of(duty->standard),
		text_of(icj_duty_kind_name(duty->kind)),
		text_of(duty->owed_by),
	};
	const struct rec_text limit = text_of(duty->limit);

	x->duty = NULL; /* until it is whole */
	if (!rec_tail_make(&x->head, cells, 5) ||
	    !rec_tail_make(&x->limit, &limit, 1))
		return false;
	x->duty = duty;
	x->rule = due->rule;
	return true;
}

static bool make_trigger(struct lines_duty *x, const struct icj_due *due)
{
	const struct rec_text cell = text_of(due->trigger ?
	    due->trigger->name : "");

	x->trigger = due->trigger;
	return rec_tail_make(&x->trigger_cell, &cell, 1);
}

static bool make_status(struct tool *t, struct rec_tail *tail,
    enum icj_due_status status)
{
	tool_as_of_cell(t, 1);
	cells_put(t->cells, 0, icj_due_status_name(status));
	return rec_tail_make(tail, t->cells->at, 2);
}

/* The cells of a duty, made anew where they are not the last ones. */
static const struct lines_duty *duty_cells(struct lines *l,
    const struct icj_due *due, size_t which)
{
	struct lines_duty *x = &l->duty[which];

	if ((x->duty != due->duty || x->rule != due->rule) &&
	    !make_head(x, due))
		return NULL;
	if ((x->trigger != due->trigger || !x->trigger_cell.text) &&
	    !make_trigger(x, due))
		return NULL;
	return x;
}

/* -- Into a line -------------------------------------------------------- */

/* Bytes that REC_SPARE more follow, to where as many may be written. */
static inline char *put(char *to, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i += REC_SPARE)
		memcpy(to + i, text + i, REC_SPARE);
	return to + len;
}

static inline char *put_tail(char *to, const struct rec_tail *tail)
{
	return put(to, tail->text, tail->len);
}

static inline char *put_day(struct lines *l, char *to, icj_date day)
{
	struct lines_day *x = &l->day[(uint32_t)day % DAYS];

	if (day == ICJ_DATE_NONE)
		return to;
	if (x->day != day || !x->len) {
		x->len = (uint8_t)strlen(icj_date_format(day, x->text));
		x->day = day;
	}
	memcpy(to, x->text, 10);
	return to + x->len;
}

/* The day, and the time where there is one; after a comma. */
static inline char *put_time(struct lines *l, char *to,
    const struct icj_time *t)
{
	*to++ = ',';
	if (t->second == ICJ_NO_CLOCK || t->date == ICJ_DATE_NONE)
		return put_day(l, to, t->date);
	return to + strlen(icj_time_format(t, to));
}

static char *put_number(char *to, int32_t n)
{
	uint32_t left = n < 0 ? 0 - (uint32_t)n : (uint32_t)n;

	if (n < 0)
		*to++ = '-';
	if (left >= 1000)
		return to + sprintf(to, "%lu", (unsigned long)left);
	if (left >= 100)
		*to++ = (char)('0' + left / 100);
	if (left >= 10)
		*to++ = (char)('0' + left / 10 % 10);
	*to++ = (char)('0' + left % 10);
	return to;
}

/* More than all dates, numbers and commas of a row, the state and steps. */
#define OTHER_ROOM (5 * 32 + 12 + 16 + 2 + REC_SPARE)

static size_t room_of(const struct lines *l, const struct lines_duty *x,
    const struct rec_tail *status, size_t note)
{
	return l->kept_len + x->head.len + x->trigger_cell.len + x->limit.len +
	    status->len + REC_CELL_ROOM(note) + OTHER_ROOM;
}

static char *put_cells(struct lines *l, char *to, const struct lines_duty *x,
    const struct icj_due *due)
{
	*to++ = ',';
	if (due->owed_by_state) {
		memcpy(to, icj_state_code(due->owed_by_state), 2);
		to += 2;
	}
	to = put_tail(to, &x->trigger_cell);
	to = put_time(l, to, &due->start);
	to = put_tail(to, &x->limit);
	to = put_time(l, to, &due->due);
	to = put_time(l, to, &due->extended_to);
	to = put_time(l, to, &due->done);
	*to++ = ',';
	return due->has_days_left ? put_number(to, due->days_left) : to;
}

/* A tail begins with a comma, a line does not. */
static inline char *put_front(char *to, const struct lines *l,
    const struct rec_tail *head)
{
	if (l->kept_len == 0)
		return put(to, head->text + 1, head->len - 1);
	return put_tail(put(to, l->kept + 1, l->kept_len - 1), head);
}

static int put_line(struct tool *t, const struct icj_due *due, size_t which)
{
	struct lines *l = ((struct deadline *)t->own)->lines;
	struct rec_tail *status = &l->status[due->status];
	const struct lines_duty *x = duty_cells(l, due, which);
	size_t note = *due->note ? strlen(due->note) : 0;
	char *to = NULL;

	if (x && (status->text || make_status(t, status, due->status)))
		to = rec_row_start(t->sink, room_of(l, x, status, note));
	if (!to)
		return -1;
	to = put_front(to, l, &x->head);
	to = put_cells(l, to, x, due);
	to = put_tail(to, status);
	*to++ = ',';
	to = put_day(l, to, due->edition);
	*to++ = ',';
	if (note > 0)
		to = rec_row_cell(to, due->note, note);
	return rec_row_end(t->sink, to);
}

/* -- A record ----------------------------------------------------------- */

bool lines_wanted(const struct tool *t)
{
	const struct deadline *d = t->own;

	return !d->sort && (t->out == REC_CSV || t->out == REC_AUTO);
}

static struct lines *lines_new(size_t duties)
{
	struct lines *l = malloc(sizeof(*l) + duties * sizeof(*l->duty));

	if (!l)
		return NULL;
	memset(l->status, 0, sizeof(l->status));
	memset(l->day, 0, sizeof(l->day));
	memset(l->duty, 0, duties * sizeof(*l->duty));
	l->list = (struct rec_tail){0};
	l->duties = duties;
	return l;
}

/* Each value to where it stands, unless it wants quotes: a state does not. */
static void keep_usual(struct tool *t, struct lines *l)
{
	const struct keep *k = &((struct deadline *)t->own)->keep;
	char *to = l->usual;

	for (size_t i = 0; i < k->count; i++) {
		size_t len;

		*to++ = ',';
		len = icj_case_get(t->facts, k->field[i], to, KEEP_SIZE);
		if (k->field[i]->type == ICJ_STATE ||
		    rec_cell_is_plain(to, len)) {
			to += len;
			continue;
		}
		memmove(to + REC_CELL_ROOM(len), to, len);
		to = rec_row_cell(to, to + REC_CELL_ROOM(len), len);
	}
	l->kept = l->usual;
	l->kept_len = (size_t)(to - l->usual);
}

static bool keep_list(struct tool *t, struct lines *l)
{
	struct deadline *d = t->own;

	rows_fill_kept(t);
	if (!rec_tail_make(&l->list, d->cells, d->keep.count))
		return false;
	l->kept = l->list.text;
	l->kept_len = l->list.len;
	return true;
}

int lines_put(struct tool *t)
{
	struct deadline *d = t->own;

	if (!d->lines && !(d->lines = lines_new(d->duties)))
		return -1;
	if (!d->keep.list)
		keep_usual(t, d->lines);
	else if (!keep_list(t, d->lines))
		return -1;
	for (size_t i = 0; i < d->dues; i++)
		if (put_line(t, &d->due[i], d->which[i]) != 0)
			return -1;
	return 0;
}

void lines_free(struct lines *l)
{
	for (size_t i = 0; l && i < l->duties; i++) {
		rec_tail_free(&l->duty[i].head);
		rec_tail_free(&l->duty[i].trigger_cell);
		rec_tail_free(&l->duty[i].limit);
	}
	for (size_t i = 0; l && i < STATUSES; i++)
		rec_tail_free(&l->status[i]);
	if (l)
		rec_tail_free(&l->list);
	free(l);
}
