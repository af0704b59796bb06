/* SPDX-License-Identifier: MIT */
/*
 * out_sheet.c - CSV for a spreadsheet: a byte-order mark, CR and LF, and no
 * cell that it would run as a formula.
 */
#include "rec_internal.h"

/* A number is one whatever its sign. */
static bool sheet_is_number(const char *text, size_t len)
{
	size_t i = len > 0 && (text[0] == '-' || text[0] == '+'), digits = 0;

	for (; i < len && ((text[i] >= '0' && text[i] <= '9') ||
	    (text[i] == '.' && digits > 0)); i++)
		digits++;
	return i == len && digits > 0 && text[len - 1] != '.';
}

static bool sheet_would_run(const char *text, size_t len)
{
	return len > 0 && text[0] && strchr("=+-@\t\r\n", text[0]) &&
	    !sheet_is_number(text, len);
}

/* An apostrophe makes it a text, and all that begins so is quoted. */
static bool sheet_cell(struct rec_out *out, const char *text, size_t len,
    bool comma)
{
	struct rec_text cell = {text, len};
	struct rec_buf as_text = {0};
	bool good = true;

	if (sheet_would_run(text, len)) {
		good = rec_buf_byte(&as_text, '\'') &&
		    rec_buf_add(&as_text, text, len);
		cell = (struct rec_text){as_text.at, as_text.len};
	}
	good = good && rec_csv_put_cells(&out->buf, &cell, 1, comma);
	rec_buf_free(&as_text);
	return good;
}

static bool sheet_header(struct rec_out *out, const struct rec_text *names,
    size_t count, const struct rec_text *then, size_t then_count)
{
	bool good = rec_buf_add(&out->buf, "\xef\xbb\xbf", 3);

	for (size_t i = 0; i < count + then_count && good; i++) {
		const struct rec_text *name =
		    i < count ? &names[i] : &then[i - count];

		good = rec_keys_get(&out->own, name->text, name->len) !=
			REC_NO_KEY &&
		    sheet_cell(out, name->text, name->len, i > 0);
	}
	return good && rec_buf_add(&out->buf, "\r\n", 2);
}

/* The cells in the columns of the header; one without a column is told of. */
static int sheet_sort(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count)
{
	void *cell = rec_grow(out->cell, &out->cell_cap, out->own.count + 1,
	    sizeof(*out->cell));

	if (!cell)
		return rec_out_memory(out);
	out->cell = cell;
	memset(cell, 0, out->own.count * sizeof(*out->cell));
	for (size_t i = 0; i < count; i++) {
		size_t column = rec_keys_find(&out->own, names[i].text,
		    names[i].len);

		if (column != REC_NO_KEY) {
			out->cell[column] = &values[i];
			continue;
		}
		/* Each name once. */
		if (rec_keys_find(&out->keys, names[i].text, names[i].len) !=
		    REC_NO_KEY)
			continue;
		if (rec_keys_get(&out->keys, names[i].text, names[i].len) ==
		    REC_NO_KEY)
			return rec_out_memory(out);
		rec_out_lost(out, REC_E_NEW_KEY, &names[i], &values[i]);
	}
	return 0;
}

int rec_sheet_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	size_t mark = out->buf.len, own;
	bool good = out->header_done ||
	    sheet_header(out, names, count, then, cell_count);

	out->header_done = true;
	if (!good)
		return rec_out_memory(out);
	if (sheet_sort(out, names, values, count) < 0)
		return -1;
	own = out->own.count - cell_count;
	for (size_t i = 0; i < own && good; i++) {
		const struct rec_value *v = out->cell[i];

		good = v ? sheet_cell(out, v->text, v->len, i > 0) :
		    sheet_cell(out, "", 0, i > 0);
	}
	for (size_t i = 0; i < cell_count && good; i++)
		good = sheet_cell(out, cells[i].text, cells[i].len,
		    own + i > 0);
	if (good && rec_buf_add(&out->buf, "\r\n", 2))
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}
