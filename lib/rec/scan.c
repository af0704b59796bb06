/* SPDX-License-Identifier: MIT */
/*
 * scan.c - cuts CSV records that no reader could read in two ways: plain fields
 * and well-formed quoted ones, with LF or CRLF behind them.  Whatever else it
 * meets it leaves whole to libcsv (referee.c) and must not judge itself.
 */
#include "rec_csv.h"

/* A record cut off at the end of what is held is looked at again when more has
 * come, unless it is longer than this: then libcsv goes on from there, and no
 * byte is looked at more than a few times. */
#define AGAIN 4096

enum { NOT_WHOLE, ODD, CUT };

/* Marks what is held, unless that is done; and passes over the marks of
 * records that libcsv has read. */
static bool ready(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	const struct rec_source *source = &in->source;
	const struct rec_marks *marks = &scan->marks;
	size_t held = rec_source_len(source);

	if (scan->reads != source->reads) {
		if (!rec_marks_room(&scan->marks, held))
			return false;
		rec_marks_fill(&scan->marks, rec_source_at(source), held);
		scan->reads = source->reads;
		scan->base = source->start;
		scan->mark = 0;
		scan->odd = 0;
	}
	scan->start = source->start - scan->base;
	while (scan->mark < marks->count &&
	    marks->at[scan->mark] < scan->start)
		scan->mark++;
	while (scan->odd < marks->odds && marks->odd[scan->odd] < scan->mark)
		scan->odd++;
	return true;
}

static inline char mark_byte(const struct rec_scan *scan, size_t mark)
{
	return scan->text[scan->marks.at[mark]];
}

/* Whether a CR at a mark is the first half of a line end. */
static int crlf(const struct rec_scan *scan, size_t mark)
{
	const struct rec_marks *marks = &scan->marks;

	if (marks->at[mark] + 1 == scan->held)
		return NOT_WHOLE;
	return mark + 1 < marks->count &&
	    marks->at[mark + 1] == marks->at[mark] + 1 &&
	    mark_byte(scan, mark + 1) == '\n' ? CUT : ODD;
}

/* A record without quotes and of the right width: nothing to walk over. */
static int cut_plain(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	uint32_t *at;
	size_t last, end;
	char byte;

	if (scan->odd >= scan->marks.odds)
		return NOT_WHOLE;
	at = scan->marks.at + scan->mark;
	last = scan->marks.odd[scan->odd];
	if (last - scan->mark + 1 != in->columns)
		return ODD;
	byte = mark_byte(scan, last);
	end = last;
	if (byte == '\r' && crlf(scan, last) == CUT)
		end = last + 1;
	else if (byte != '\n')
		return ODD;
	at[-1] = (uint32_t)scan->start - 1;
	if (at[last - scan->mark] == scan->start)
		return ODD; /* a blank line */
	csv->fields = (unsigned)in->columns;
	csv->plain = at;
	scan->line_end = end - last + 1;
	scan->odd += scan->line_end;
	scan->mark = end + 1;
	scan->end = scan->marks.at[end] + 1;
	return CUT;
}

/* A field being cut. */
struct field {
	size_t first; /* where its text begins and ends */
	size_t end;
	bool doubled; /* it has doubled quotes */
	size_t mark;  /* what ends it */
};

/* From the mark of an opening quote to what stands behind the closing one. */
static int cut_quoted(struct rec_scan *scan, struct field *field)
{
	const struct rec_marks *marks = &scan->marks;
	size_t mark = field->mark + 1;

	field->first++;
	for (; mark < marks->count; mark++) {
		char byte = mark_byte(scan, mark);

		scan->lines += byte == '\n';
		if (byte != '"')
			continue;
		field->end = marks->at[mark];
		if (field->end + 1 == scan->held)
			return NOT_WHOLE;
		if (scan->text[field->end + 1] != '"')
			break;
		field->doubled = true;
		mark++;
	}
	field->mark = mark + 1;
	if (field->mark >= marks->count)
		return mark >= marks->count ? NOT_WHOLE : ODD;
	return marks->at[field->mark] == field->end + 1 ? CUT : ODD;
}

/* Copies a quoted text with one quote for two. */
static bool undouble(struct rec_in *in, struct rec_cell *cell,
    const char *text, size_t len)
{
	char *to;

	if (!rec_buf_room(&in->text, len + REC_SLACK))
		return false;
	cell->at = in->text.len;
	cell->text = NULL;
	to = in->text.at + in->text.len;
	for (size_t i = 0; i < len; i++) {
		*to++ = text[i];
		i += text[i] == '"';
	}
	cell->len = (size_t)(to - in->text.at) - cell->at;
	in->text.len += cell->len;
	memset(in->text.at + in->text.len, 0, REC_SLACK);
	return true;
}

static bool keep(struct rec_in *in, struct rec_csv *csv, unsigned column,
    const struct field *field)
{
	const char *text = csv->scan.text + field->first;
	size_t len = field->end - field->first;
	struct rec_cell *cell;

	if (column >= csv->cell_cap && !rec_cells_room(csv, column + 1))
		return false;
	cell = &csv->cell[column];
	if (field->doubled)
		return undouble(in, cell, text, len);
	*cell = (struct rec_cell){ .text = text, .len = len };
	return true;
}

/* Cuts the field that begins at field->first: then field->mark ends it. */
static int cut_field(struct rec_scan *scan, struct field *field)
{
	const struct rec_marks *marks = &scan->marks;
	char byte;

	field->doubled = false;
	if (field->mark >= marks->count)
		return NOT_WHOLE;
	field->end = marks->at[field->mark];
	byte = mark_byte(scan, field->mark);
	if (byte == '"') {
		int got = field->end == field->first ?
		    cut_quoted(scan, field) : ODD;

		if (got != CUT)
			return got;
		byte = mark_byte(scan, field->mark);
	}
	return byte == '\r' ? crlf(scan, field->mark) : CUT;
}

/* The same for nearly all fields: plain, or with nothing in the quotes that
 * has a mark, and a comma behind. */
static inline bool cut_simple(const struct rec_scan *scan, struct field *field)
{
	const uint32_t *at = scan->marks.at + field->mark;
	const char *text = scan->text;

	if (field->mark + 2 >= scan->marks.count)
		return false;
	field->end = at[0];
	if (text[at[0]] == ',')
		return true;
	if (at[0] != field->first || text[at[0]] != '"' ||
	    text[at[1]] != '"' || at[2] != at[1] + 1 || text[at[2]] != ',')
		return false;
	field->first++;
	field->end = at[1];
	field->mark += 2;
	return true;
}

static bool is_blank_line(const struct rec_scan *scan,
    const struct rec_csv *csv, const struct field *field)
{
	return csv->fields == 1 && field->end == scan->start &&
	    scan->text[scan->start] != '"';
}

/* Walks over a record field by field. */
static int cut_walk(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	struct field field = { .first = scan->start, .mark = scan->mark };
	unsigned column = 0;
	char byte = ',';

	in->text.len = 0;
	while (byte == ',') {
		field.doubled = false;
		if (!cut_simple(scan, &field)) {
			int got = cut_field(scan, &field);

			if (got != CUT)
				return got;
			byte = mark_byte(scan, field.mark);
		}
		if (rec_csv_keeps(in, csv, column) &&
		    !keep(in, csv, column, &field))
			return ODD;
		if (++column > REC_MAX_COLUMNS)
			return ODD;
		field.first = scan->marks.at[field.mark++] + 1;
	}
	csv->fields = column;
	if (is_blank_line(scan, csv, &field))
		return ODD;
	scan->line_end = byte == '\r' ? 2 : 1;
	scan->mark = field.mark + (byte == '\r');
	scan->end = field.first + (byte == '\r');
	return CUT;
}

static int cut(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	int got;

	scan->lines = 0;
	scan->text = in->source.bytes.at + scan->base;
	scan->held = in->source.bytes.len - scan->base;
	csv->plain = NULL;
	got = cut_plain(in, csv);
	if (got == ODD)
		got = cut_walk(in, csv);
	if (got == CUT && scan->end - scan->start > REC_MAX_RECORD)
		return ODD;
	return got;
}

int rec_scan_next(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	int got;

	for (;;) {
		if (!ready(in, csv))
			return rec_fail_memory(&in->error);
		got = cut(in, csv);
		if (got != NOT_WHOLE || in->source.ended ||
		    rec_source_len(&in->source) > AGAIN)
			break;
		if (rec_source_more(&in->source, &in->error) < 0)
			return -1;
	}
	if (got != CUT)
		return 0;
	csv->fed = scan->end - scan->start;
	csv->fed_line += scan->lines + 1;
	return 1;
}
