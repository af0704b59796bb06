/* SPDX-License-Identifier: MIT */
/*
 * deadline_csv.c - the rows of icj-deadline as CSV, the way nearly all are
 * written.  Most cells of a row are constants of its duty, kept as they stand
 * in a line with gaps for the state and two dates; the texts of days come
 * again, and the columns of the case are the same for each of its duties.
 * deadline_row.c writes the same rows cell by cell.
 */
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"

#define STATUSES (ICJ_DUE_NOT_IN_FORCE + 1)
#define WAYS 4    /* a duty is begun by one of three fields, or cited so */
#define DAYS 2048 /* whose texts are kept, a power of two */
#define DATE 10   /* characters of a day */

/* The cells of a duty from its name to the due date, and where they end. */
enum { NAME, CITE, LABEL, KIND, OWED_BY, STATE, TRIGGER, START, LIMIT, DUE,
	FRONT };

struct lines_duty {
	const struct icj_terms *terms;
	const char *rule;
	const struct icj_field *trigger;
	struct rec_tail front;
	size_t end[FRONT];
};

/* The cells status, as_of, edition and basis, and a comma. */
#define LAWS 8    /* of a status: editions and bases */
struct lines_status {
	struct rec_tail cells;
	icj_date edition;
	enum icj_basis basis;
};

struct lines_day {
	icj_date day;
	char text[11];
	uint8_t len;
};

/* The usual columns of a case, at their longest, with quotes and commas. */
#define USUAL_ROOM (KEEP_USUAL * (KEEP_SIZE + REC_CELL_ROOM(KEEP_SIZE) + 1))

struct lines {
	struct lines_status status[STATUSES][LAWS];
	size_t oldest_law;    /* to be replaced next */
	char state[ICJ_STATES + 1][2];
	const char *kept;     /* of the record at hand */
	size_t kept_len;
	size_t skip;          /* the comma after them, where there are none */
	struct rec_tail list; /* where --keep says which */
	char usual[USUAL_ROOM + REC_SPARE];
	struct lines_day day[DAYS];
	size_t duties;        /* times WAYS */
	size_t oldest;        /* the way to be replaced next */
	struct lines_duty duty[];
};

/* -- Cells that come again ---------------------------------------------- */

static struct rec_text line_text_of(const char *s)
{
	return (struct rec_text){s, strlen(s)};
}

/* All of it, cell by cell, to learn where each one ends. */
static bool make_front(struct lines_duty *x, const struct icj_due *due)
{
	const struct icj_duty *duty = &due->duty;
	const struct rec_text cells[FRONT] = {
	    line_text_of(duty->id),
	    line_text_of(due->rule),
	    line_text_of(duty->standard),
	    line_text_of(icj_duty_kind_name(duty->kind)),
	    line_text_of(duty->terms->owed_by),
	    line_text_of("--"),
	    line_text_of(due->trigger ? due->trigger->name : ""),
	    line_text_of("0000-00-00"),
	    line_text_of(duty->terms->limit),
	    line_text_of("0000-00-00"),
	};

	x->terms = NULL; /* until it is whole */
	for (size_t i = 0; i < FRONT; i++) {
		if (!rec_tail_make(&x->front, cells, i + 1))
			return false;
		x->end[i] = x->front.len;
	}
	x->terms = duty->terms;
	x->rule = due->rule;
	x->trigger = due->trigger;
	return true;
}

/* The cells of a duty, made where they are not among the last ones. */
static const struct lines_duty *duty_cells(struct lines *l,
    const struct icj_due *due, size_t which)
{
	struct lines_duty *way = l->duty + WAYS * which;

	for (struct lines_duty *x = way; x < way + WAYS; x++)
		if (x->terms == due->duty.terms && x->rule == due->rule &&
		    x->trigger == due->trigger)
			return x;
	/* Most have one way only, which is then the first. */
	way += way->front.len > 0 ? l->oldest++ % WAYS : 0;
	return make_front(way, due) ? way : NULL;
}

static bool make_status(struct tool *t, struct lines_status *x,
    const struct icj_due *due)
{
	cells_put(t->cells, 0, icj_due_status_name(due->status));
	tool_as_of_cell(t, 1);
	tool_edition_cell(t, 2, due->edition);
	cells_put(t->cells, 3, due->edition == ICJ_DATE_NONE ? "" :
	    icj_basis_name(due->basis));
	cells_put(t->cells, 4, "");
	x->edition = due->edition;
	x->basis = due->basis;
	return rec_tail_make(&x->cells, t->cells->at, 5);
}

/* The cells of a status by a law, made where they are not among the last. */
static const struct lines_status *status_cells(struct tool *t,
    struct lines *l, const struct icj_due *due)
{
	struct lines_status *laws = l->status[due->status], *x = laws;

	while (x < laws + LAWS && x->cells.text &&
	    (x->edition != due->edition || x->basis != due->basis))
		x++;
	if (x == laws + LAWS)
		x = &laws[l->oldest_law++ % LAWS];
	else if (x->cells.text)
		return x;
	return make_status(t, x, due) ? x : NULL;
}

/* -- Into a line -------------------------------------------------------- */

/* Bytes that REC_SPARE more follow, to where as many may be written. */
static inline char *line_put(char *to, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i += REC_SPARE)
		memcpy(to + i, text + i, REC_SPARE);
	return to + len;
}

static inline char *put_tail(char *to, const struct rec_tail *tail)
{
	return line_put(to, tail->text, tail->len);
}

/* A day's text, kept for when it comes again.  That of no day is among them:
 * whether there is one, nobody could guess. */
static inline const struct lines_day *day_text(struct lines *l, icj_date day)
{
	struct lines_day *x = &l->day[(uint32_t)day % DAYS];

	if (x->day != day) {
		x->len = (uint8_t)strlen(icj_date_format(day, x->text));
		x->day = day;
	}
	return x;
}

/* The day, and the time where there is one; after a comma. */
static inline char *line_put_time(struct lines *l, char *to,
    const struct icj_time *t)
{
	const struct lines_day *x;

	*to++ = ',';
	if (t->second != ICJ_NO_CLOCK)
		return to + strlen(icj_time_format(t, to));
	x = day_text(l, t->date);
	memcpy(to, x->text, DATE);
	return to + x->len;
}

/* What is not to be seen of it is written over. */
static char *put_number(char *to, int32_t n)
{
	uint32_t left = n < 0 ? 0 - (uint32_t)n : (uint32_t)n;

	*to = '-';
	to += n < 0;
	if (left >= 1000) {
		to = put_number(to, (int32_t)(left / 1000));
		left %= 1000;
		*to++ = (char)('0' + left / 100);
		*to++ = (char)('0' + left % 100 / 10);
		*to++ = (char)('0' + left % 10);
		return to;
	}
	*to = (char)('0' + left / 100);
	to += left >= 100;
	*to = (char)('0' + left % 100 / 10);
	to += left >= 10;
	*to = (char)('0' + left % 100 % 10);
	return to + 1;
}

/* From the name of the duty to its due date: whatever is there. */
static char *put_front(struct lines *l, char *to, const struct lines_duty *x,
    const struct icj_due *due)
{
	const char *text = x->front.text;

	to = line_put(to, text + l->skip, x->end[OWED_BY] - l->skip);
	*to++ = ',';
	memcpy(to, l->state[due->owed_by_state], 2);
	to += due->owed_by_state ? 2 : 0;
	to =
	    line_put(to, text + x->end[STATE], x->end[TRIGGER] - x->end[STATE]);
	to = line_put_time(l, to, &due->start);
	to = line_put(to, text + x->end[START], x->end[LIMIT] - x->end[START]);
	return line_put_time(l, to, &due->due);
}

static inline bool line_is_day(const struct icj_time *t)
{
	return t->second == ICJ_NO_CLOCK && t->date >= ICJ_DATE_MIN &&
	    t->date <= ICJ_DATE_MAX;
}

/* The same of a state and two days, which nearly all have: in one piece, in
 * which they are then filled in, each before the next is looked for. */
static inline char *put_front_of(struct lines *l, char *to,
    const struct lines_duty *x, const struct icj_due *due)
{
	size_t skip = l->skip;

	if (!line_is_day(&due->start) || !line_is_day(&due->due) ||
	    !due->owed_by_state)
		return put_front(l, to, x, due);
	line_put(to, x->front.text + skip, x->front.len - skip);
	memcpy(to + x->end[STATE] - 2 - skip, l->state[due->owed_by_state], 2);
	memcpy(to + x->end[START] - DATE - skip,
	    day_text(l, due->start.date)->text, DATE);
	memcpy(to + x->end[DUE] - DATE - skip,
	    day_text(l, due->due.date)->text, DATE);
	return to + x->front.len - skip;
}

/* From the extension to the last comma. */
static inline char *put_back(struct lines *l, char *to,
    const struct lines_status *status, const struct icj_due *due)
{
	if (due->extended_to.date != ICJ_DATE_NONE)
		to = line_put_time(l, to, &due->extended_to);
	else
		*to++ = ','; /* as nearly always */
	to = line_put_time(l, to, &due->done);
	*to++ = ',';
	if (due->has_days_left)
		to = put_number(to, due->days_left);
	return put_tail(to, &status->cells);
}

/* More than all dates, numbers and commas of a row, the state and steps. */
#define OTHER_ROOM (5 * 32 + 12 + 32 + 2 + REC_SPARE)

static inline size_t room_of(const struct lines *l,
    const struct lines_duty *x, const struct lines_status *status, size_t note)
{
	return l->kept_len + x->front.len + status->cells.len +
	    REC_CELL_ROOM(note) + OTHER_ROOM;
}

static inline char *put_note(char *to, const struct icj_due *due)
{
	if (due->note_len + REC_SPARE <= sizeof(due->note))
		return rec_row_padded(to, due->note, due->note_len);
	return rec_row_cell(to, due->note, due->note_len);
}

static int put_line(struct tool *t, const struct icj_due *due, size_t which)
{
	struct lines *l = ((struct deadline *)t->own)->lines;
	const struct lines_status *status = status_cells(t, l, due);
	const struct lines_duty *x = duty_cells(l, due, which);
	char *to = NULL;

	if (x && status)
		to = rec_row_start(t->sink, room_of(l, x, status,
		    due->note_len));
	if (!to)
		return -1;
	to = line_put(to, l->kept, l->kept_len);
	to = put_front_of(l, to, x, due);
	to = put_back(l, to, status, due);
	return rec_row_end(t->sink, put_note(to, due));
}

/* -- A record ----------------------------------------------------------- */

bool lines_wanted(const struct tool *t)
{
	const struct deadline *d = t->own;

	return !d->sort && !t->plain && !rec_out_picks(t->sink) &&
	    (t->out == REC_CSV || t->out == REC_AUTO);
}

static struct lines *lines_new(size_t duties)
{
	struct lines *l = malloc(sizeof(*l) +
	    WAYS * duties * sizeof(*l->duty));

	if (!l)
		return NULL;
	memset(l->status, 0, sizeof(l->status));
	memset(l->duty, 0, WAYS * duties * sizeof(*l->duty));
	for (icj_state s = 0; s <= ICJ_STATES; s++)
		memcpy(l->state[s], s ? icj_state_code(s) : "--", 2);
	l->list = (struct rec_tail){0};
	for (size_t i = 0; i < DAYS; i++)
		l->day[i] = (struct lines_day){ICJ_DATE_NONE, "", 0};
	l->duties = WAYS * duties;
	l->oldest = l->oldest_law = 0;
	return l;
}

/* The columns of a case as they are, after each other.  False where one wants
 * quotes: that is looked at when all are written, since what was just stored in
 * small pieces cannot be read in a large one at once.  A state is plain. */
static bool keep_plain(struct tool *t, struct lines *l)
{
	const struct keep *k = &((struct deadline *)t->own)->keep;
	struct rec_text cell[KEEP_USUAL];
	char *to = l->usual;
	size_t looked_at = 0;

	for (size_t i = 0; i < k->count; i++) {
		size_t len;

		if (i > 0)
			*to++ = ',';
		len = icj_case_get(t->facts, k->field[i], to, KEEP_SIZE);
		if (k->field[i]->type != ICJ_STATE)
			cell[looked_at++] = (struct rec_text){to, len};
		to += len;
	}
	l->kept_len = (size_t)(to - l->usual);
	while (looked_at > 0) {
		const struct rec_text *x = &cell[--looked_at];

		if (!rec_cell_is_plain(x->text, x->len))
			return false;
	}
	return true;
}

/* The same with quotes, each value from where it is as long as it can get. */
static void keep_quoted(struct tool *t, struct lines *l)
{
	const struct keep *k = &((struct deadline *)t->own)->keep;
	char *to = l->usual;

	for (size_t i = 0; i < k->count; i++) {
		char *value;

		if (i > 0)
			*to++ = ',';
		value = to + REC_CELL_ROOM(KEEP_SIZE);
		to = rec_row_cell(to, value, icj_case_get(t->facts,
		    k->field[i], value, KEEP_SIZE));
	}
	l->kept_len = (size_t)(to - l->usual);
}

static void keep_usual(struct tool *t, struct lines *l)
{
	if (!keep_plain(t, l))
		keep_quoted(t, l);
	l->kept = l->usual;
}

static bool keep_list(struct tool *t, struct lines *l)
{
	struct deadline *d = t->own;

	rows_fill_kept(t);
	if (!rec_tail_make(&l->list, d->cells, d->keep.count))
		return false;
	/* Without the comma before them. */
	l->kept = l->list.text + !l->skip;
	l->kept_len = l->list.len - !l->skip;
	return true;
}

int lines_put(struct tool *t)
{
	struct deadline *d = t->own;

	if (!d->lines && !(d->lines = lines_new(d->duties)))
		return -1;
	d->lines->skip = d->keep.count == 0;
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
	for (size_t i = 0; l && i < l->duties; i++)
		rec_tail_free(&l->duty[i].front);
	for (size_t i = 0; l && i < STATUSES * LAWS; i++)
		rec_tail_free(&l->status[i / LAWS][i % LAWS].cells);
	if (l)
		rec_tail_free(&l->list);
	free(l);
}
