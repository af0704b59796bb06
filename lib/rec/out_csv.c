/* SPDX-License-Identifier: MIT */
/*
 * out_csv.c - CSV written: the input's own bytes with cells behind them, or
 * lines made anew.  It quotes only where it must and never touches a byte that
 * it did not add.
 */
#include "rec_internal.h"

static bool needs_quotes(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == ',' || text[i] == '"' || text[i] == '\r' ||
		    text[i] == '\n')
			return true;
	return false;
}

static bool put_quoted(struct rec_buf *buf, const char *text, size_t len)
{
	bool good = rec_buf_byte(buf, '"');

	for (size_t i = 0; i < len && good; i++)
		good = (text[i] != '"' || rec_buf_byte(buf, '"')) &&
		    rec_buf_byte(buf, text[i]);
	return good && rec_buf_byte(buf, '"');
}

static bool put_cell(struct rec_buf *buf, const char *text, size_t len)
{
	return needs_quotes(text, len) ? put_quoted(buf, text, len) :
	    rec_buf_add(buf, text, len);
}

static bool put_cells(struct rec_buf *buf, const struct rec_text *cells,
    size_t count, bool comma)
{
	for (size_t i = 0; i < count; i++) {
		if ((comma || i) && !rec_buf_byte(buf, ','))
			return false;
		if (!put_cell(buf, cells[i].text, cells[i].len))
			return false;
	}
	return true;
}

/* A record before this one came without a line end, from another input. */
static bool close_line(struct rec_out *out)
{
	bool open = out->line_open;

	out->line_open = false;
	return !open || rec_buf_byte(&out->buf, '\n');
}

/* The fields that stay, each with the comma before it.  *any: some did. */
static bool put_kept(struct rec_buf *buf, const struct rec_in *in,
    const char *text, size_t len, bool *any)
{
	struct rec_cut cut;

	rec_cut_start(&cut, text, len);
	for (size_t i = 0; rec_cut_next(&cut); i++) {
		if (i < in->columns && in->place[i] == REC_DROP)
			continue;
		if ((*any && !rec_buf_byte(buf, ',')) ||
		    !rec_buf_add(buf, cut.field, cut.len))
			return false;
		*any = true;
	}
	return true;
}

/* A raw record with cells before its line end. */
static bool put_raw(struct rec_out *out, struct rec_in *in,
    const struct rec_raw *raw, const struct rec_text *cells, size_t count)
{
	struct rec_buf *buf = &out->buf;
	size_t len = raw->len - raw->end;
	bool any = true;

	if (!in->drops || !count) {
		if (!rec_buf_add(buf, raw->text, len))
			return false;
	} else {
		any = false;
		if (!put_kept(buf, in, raw->text, len, &any))
			return false;
	}
	out->line_open = !raw->end || raw->text[raw->len - 1] != '\n';
	return put_cells(buf, cells, count, any) &&
	    rec_buf_add(buf, raw->text + len, raw->end);
}

static bool put_start(struct rec_out *out, const struct rec_in *in,
    const struct rec_raw *raw)
{
	bool bom = in->bom && !out->bom_done;

	out->bom_done = true;
	return (!bom || rec_buf_add(&out->buf, "\xef\xbb\xbf", 3)) &&
	    close_line(out) &&
	    (!raw || rec_buf_add(&out->buf, raw->blank, raw->blank_len));
}

int rec_csv_put_header(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, size_t count)
{
	size_t mark = out->buf.len;

	out->header_done = true;
	if (!in->header.text)
		return 0;
	if (put_start(out, in, &in->header) &&
	    put_raw(out, in, &in->header, names, count))
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

/* Undoes a half record when memory is short. */
static int end_put(struct rec_out *out, size_t mark, bool good)
{
	if (good)
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

int rec_csv_put_names(struct rec_out *out, const struct rec_text *names,
    size_t count)
{
	out->header_done = true;
	return rec_csv_put_row(out, names, count);
}

int rec_csv_put_row(struct rec_out *out, const struct rec_text *cells,
    size_t count)
{
	size_t mark = out->buf.len;

	out->bom_done = true;
	return end_put(out, mark, close_line(out) &&
	    put_cells(&out->buf, cells, count, false) &&
	    rec_buf_byte(&out->buf, '\n'));
}

int rec_csv_put_record(struct rec_out *out, struct rec_in *in,
    const struct rec_text *cells, size_t count)
{
	size_t mark = out->buf.len;

	return end_put(out, mark, put_start(out, in, &in->raw) &&
	    put_raw(out, in, &in->raw, cells, count));
}

int rec_csv_put_raw(struct rec_out *out, struct rec_in *in)
{
	size_t mark = out->buf.len;
	bool header = !out->header_done && in->header.text;

	out->header_done = true;
	return end_put(out, mark, put_start(out, in, NULL) &&
	    (!header || put_raw(out, in, &in->header, NULL, 0)) &&
	    close_line(out) && put_raw(out, in, &in->raw, NULL, 0));
}

int rec_csv_put_blank(struct rec_out *out, struct rec_in *in)
{
	size_t mark = out->buf.len;

	if (!in->raw.blank_len)
		return 0;
	return end_put(out, mark, put_start(out, in, &in->raw));
}

/* The header promised, with the keys of the first record before our names. */
static int put_due_header(struct rec_out *out, const struct rec *record,
    const struct rec_text *names, size_t count)
{
	size_t mark = out->buf.len;
	bool good = close_line(out);

	out->header_done = true;
	for (size_t i = 0; i < record->count && good; i++) {
		struct rec_text name = record->names[i];

		good = rec_keys_get(&out->keys, name.text, name.len) !=
		    REC_NO_KEY;
	}
	for (size_t i = 0; i < out->keys.count && good; i++) {
		struct rec_text name = rec_keys_name(&out->keys, i);

		good = put_cells(&out->buf, &name, 1, i > 0);
	}
	return end_put(out, mark, good && put_cells(&out->buf, names, count,
	    out->keys.count > 0) && rec_buf_byte(&out->buf, '\n'));
}

int rec_csv_put_own_header(struct rec_out *out)
{
	size_t mark = out->buf.len;
	bool good = close_line(out);

	out->header_done = true;
	for (size_t i = 0; i < out->own.count && good; i++) {
		struct rec_text name = rec_keys_name(&out->own, i);

		good = put_cells(&out->buf, &name, 1, i > 0);
	}
	return end_put(out, mark, good && rec_buf_byte(&out->buf, '\n'));
}

static int fail_new_key(struct rec_out *out, const struct rec_value *value)
{
	rec_fail(&out->error, REC_E_NEW_KEY, value->line,
	    "a key that the first record lacks has no column");
	out->error.field = value->field;
	return rec_out_fail(out);
}

/* Puts the record's values into their columns. */
static int sort_cells(struct rec_out *out, const struct rec *record)
{
	size_t columns = out->keys.count;
	void *cell = rec_grow(out->cell, &out->cell_cap, columns + 1,
	    sizeof(*out->cell));

	if (!cell)
		return rec_out_memory(out);
	out->cell = cell;
	memset(cell, 0, columns * sizeof(*out->cell));
	for (size_t i = 0; i < record->count; i++) {
		size_t column = rec_keys_get(&out->keys,
		    record->names[i].text, record->names[i].len);

		if (column == REC_NO_KEY)
			return rec_out_memory(out);
		if (column >= columns)
			return fail_new_key(out, &record->all[i]);
		out->cell[column] = &record->all[i];
	}
	return 0;
}

int rec_csv_put_fields(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	size_t mark;
	bool good;

	if (!out->header_done &&
	    put_due_header(out, &in->record, names, count) < 0)
		return -1;
	if (sort_cells(out, &in->record) < 0)
		return -1;
	mark = out->buf.len;
	good = close_line(out);
	for (size_t i = 0; i < out->keys.count && good; i++) {
		const struct rec_value *value = out->cell[i];

		good = (i == 0 || rec_buf_byte(&out->buf, ',')) &&
		    (!value || put_cell(&out->buf, value->text, value->len));
	}
	return end_put(out, mark, good && put_cells(&out->buf, cells, count,
	    out->keys.count > 0) && rec_buf_byte(&out->buf, '\n'));
}
