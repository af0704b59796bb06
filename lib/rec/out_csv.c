/* SPDX-License-Identifier: MIT */
/*
 * out_csv.c - CSV written: the input's own bytes with cells behind them, or
 * lines made anew.  It quotes only where it must and never touches a byte that
 * it did not add.
 */
#include "rec_internal.h"

/* Bytes looked at in one go, also behind the end of a cell. */
#define STEP 16

#ifdef __SSE2__
#include <emmintrin.h>

/* Which of STEP bytes are quotes, as bits. */
static inline unsigned quote_bytes(const char *text)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes,
	    _mm_set1_epi8('"')));
}

/* Which of STEP bytes make quotes necessary, as bits. */
static inline unsigned odd_bytes(const char *text)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)text);
	__m128i comma = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(','));
	__m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
	__m128i cr = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r'));
	__m128i lf = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n'));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(
	    _mm_or_si128(comma, quote), _mm_or_si128(cr, lf)));
}
#else
static inline unsigned quote_bytes(const char *text)
{
	unsigned bits = 0;

	for (int i = 0; i < STEP; i++)
		bits |= (unsigned)(text[i] == '"') << i;
	return bits;
}

static inline unsigned odd_bytes(const char *text)
{
	unsigned bits = 0;

	for (int i = 0; i < STEP; i++)
		bits |= (unsigned)(text[i] == ',' || text[i] == '"' ||
		    text[i] == '\r' || text[i] == '\n') << i;
	return bits;
}
#endif

/* STEP bytes may be read from the last one on. */
static inline bool needs_quotes(const char *text, size_t len)
{
	for (; len > STEP; text += STEP, len -= STEP)
		if (odd_bytes(text))
			return true;
	return odd_bytes(text) & ((1u << len) - 1);
}

/* STEP bytes may be read behind the text, and written where it goes. */
static inline char *copy_steps(char *to, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i += STEP)
		memcpy(to + i, text + i, STEP);
	return to + len;
}

static char *quote(char *to, const char *text, size_t len)
{
	*to++ = '"';
	for (;;) {
		const char *next = memchr(text, '"', len);
		size_t n = next ? (size_t)(next - text) + 1 : len;

		memcpy(to, text, n);
		to += n;
		if (!next)
			break;
		*to++ = '"';
		text += n;
		len -= n;
	}
	*to++ = '"';
	return to;
}

/* What a cell can take: quotes around it, all of it quotes, and a comma. */
static inline size_t cell_room(size_t len)
{
	return 2 * len + 3;
}

/* A cell to where there is room for it and for STEP bytes more: it is looked
 * at where it was copied to, for there whole steps can be read. */
static inline char *copy_cell(char *to, const struct rec_text *cell)
{
	if (cell->len == 0)
		return to;
	memcpy(to, cell->text, cell->len);
	if (needs_quotes(to, cell->len))
		return quote(to, cell->text, cell->len);
	return to + cell->len;
}

/* Room is made once for all cells: asking for each byte was half the cost. */
bool rec_csv_put_cells(struct rec_buf *buf, const struct rec_text *cells,
    size_t count, bool comma)
{
	size_t room = STEP;
	char *to;

	for (size_t i = 0; i < count; i++)
		room += cell_room(cells[i].len);
	if (!rec_buf_room(buf, room))
		return false;
	to = buf->at + buf->len;
	for (size_t i = 0; i < count; i++) {
		if (comma || i)
			*to++ = ',';
		to = copy_cell(to, &cells[i]);
	}
	buf->len = (size_t)(to - buf->at);
	return true;
}

/* A record before this one came without a line end, from another input. */
static bool close_line(struct rec_out *out)
{
	bool open = out->line_open;

	out->line_open = false;
	return !open || rec_buf_byte(&out->buf, '\n');
}

/* The mark of a row is an empty cell. */
static bool put_mark(struct rec_out *out)
{
	if (!out->mark)
		return true;
	out->rows++;
	return rec_buf_byte(&out->buf, ',');
}

/* That of a header is its name, behind so many columns. */
static bool put_mark_name(struct rec_out *out, size_t columns)
{
	struct rec_text name = { out->mark, out->mark ? strlen(out->mark) : 0 };

	if (!out->mark)
		return true;
	out->columns = columns + 1;
	return rec_csv_put_cells(&out->buf, &name, 1, columns > 0);
}

/* The fields that stay, each with the comma before it.  *any: some did. */
static bool csv_out_put_kept(struct rec_buf *buf, const struct rec_in *in,
    const char *text, size_t len, bool *any, bool erase)
{
	struct rec_cut cut;

	rec_cut_start(&cut, text, len);
	for (size_t i = 0; rec_cut_next(&cut); i++) {
		if (erase ? i + 1 == in->erase :
		    i < in->columns && in->place[i] == REC_DROP)
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

	if (count ? !in->drops : !in->erase) {
		if (!rec_buf_add(buf, raw->text, len))
			return false;
	} else {
		any = false;
		if (!csv_out_put_kept(buf, in, raw->text, len, &any, !count))
			return false;
	}
	out->line_open = !raw->end || raw->text[raw->len - 1] != '\n';
	return rec_csv_put_cells(buf, cells, count, any) &&
	    (raw == &in->header ? put_mark_name(out, in->columns - in->drops +
	        count) : put_mark(out)) &&
	    rec_buf_add(buf, raw->text + len, raw->end);
}

bool rec_csv_put_start(struct rec_out *out, const struct rec_in *in,
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
	if (rec_csv_put_start(out, in, &in->header) &&
	    put_raw(out, in, &in->header, names, count))
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

/* Undoes a half record when memory is short. */
static int csv_out_end_put(struct rec_out *out, size_t mark, bool good)
{
	if (good)
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

int rec_csv_put_names(struct rec_out *out, const struct rec_text *names,
    size_t count)
{
	size_t mark = out->buf.len;

	out->header_done = out->bom_done = true;
	return csv_out_end_put(out, mark, close_line(out) &&
	    rec_csv_put_cells(&out->buf, names, count, false) &&
	    put_mark_name(out, count) && rec_buf_byte(&out->buf, '\n'));
}

int rec_csv_put_row(struct rec_out *out, const struct rec_text *cells,
    size_t count)
{
	size_t mark = out->buf.len;

	out->bom_done = true;
	return csv_out_end_put(out, mark, close_line(out) &&
	    rec_csv_put_cells(&out->buf, cells, count, false) &&
	    put_mark(out) && rec_buf_byte(&out->buf, '\n'));
}

int rec_csv_put_line_end(struct rec_out *out)
{
	return close_line(out) ? 0 : rec_out_memory(out);
}

int rec_csv_put_last(struct rec_out *out, const char *cell)
{
	struct rec_text last = { cell, strlen(cell) };
	size_t mark = out->buf.len;
	bool good = true;

	for (size_t i = 1; i < out->columns && good; i++)
		good = rec_buf_byte(&out->buf, ',');
	return csv_out_end_put(out, mark,
	    good && rec_csv_put_cells(&out->buf, &last, 1, false) &&
		rec_buf_byte(&out->buf, '\n'));
}

char *rec_row_start(struct rec_out *out, size_t room)
{
	struct rec_buf *buf = &out->buf;
	size_t mark = buf->len;

	if (out->failed)
		return NULL;
	out->bom_done = true;
	room += 1 + REC_SPARE;
	if ((!out->line_open || close_line(out)) &&
	    (buf->cap - buf->len >= room || rec_buf_room(buf, room)))
		return buf->at + buf->len;
	csv_out_end_put(out, mark, false);
	return NULL;
}

char *rec_row_padded(char *to, const char *text, size_t len)
{
	if (len == 0 || !needs_quotes(text, len))
		return copy_steps(to, text, len);
	for (size_t i = 0; i < len; i += STEP)
		if (quote_bytes(text + i))
			return quote(to, text, len); /* or right behind it */
	*to++ = '"';
	to = copy_steps(to, text, len);
	*to++ = '"';
	return to;
}

bool rec_cell_is_plain(const char *text, size_t len)
{
	return len == 0 || !needs_quotes(text, len);
}

char *rec_row_cell(char *to, const char *text, size_t len)
{
	return copy_cell(to, &(struct rec_text){ text, len });
}

int rec_row_end(struct rec_out *out, char *end)
{
	if (out->mark) {
		*end++ = ',';
		out->rows++;
	}
	*end++ = '\n';
	out->buf.len = (size_t)(end - out->buf.at);
	return rec_out_put(out);
}

int rec_csv_put_record(struct rec_out *out, struct rec_in *in,
    const struct rec_text *cells, size_t count)
{
	size_t mark = out->buf.len;

	return csv_out_end_put(out, mark,
	    rec_csv_put_start(out, in, &in->raw) &&
		put_raw(out, in, &in->raw, cells, count));
}

/* What stands before a record that is put as it was. */
static bool put_before_raw(struct rec_out *out, struct rec_in *in)
{
	bool header = !out->header_done && in->header.text;

	out->header_done = true;
	return rec_csv_put_start(out, in, NULL) &&
	    (!header || put_raw(out, in, &in->header, NULL, 0)) &&
	    close_line(out);
}

int rec_csv_put_raw(struct rec_out *out, struct rec_in *in)
{
	size_t mark = out->buf.len;

	return csv_out_end_put(out, mark, put_before_raw(out, in) &&
	    put_raw(out, in, &in->raw, NULL, 0));
}

/* What is buffered goes; then what there is to be read takes its place. */
int rec_csv_put_rest(struct rec_out *out, struct rec_in *in)
{
	struct rec_source *source = &in->source;
	size_t mark = out->buf.len;
	int more;

	if (csv_out_end_put(out, mark, put_before_raw(out, in)) < 0)
		return -1;
	source->start += in->raw.blank_len;
	do {
		if (!rec_buf_add(&out->buf, rec_source_at(source),
		    rec_source_len(source)))
			return rec_out_memory(out);
		if (rec_pause(out) < 0)
			return -1;
		source->start = source->bytes.len;
		more = rec_source_more(source, &out->error);
	} while (more > 0);
	return more < 0 ? rec_out_fail(out) : 0;
}

int rec_csv_put_blank(struct rec_out *out, struct rec_in *in)
{
	size_t mark = out->buf.len;

	if (!in->raw.blank_len)
		return 0;
	return csv_out_end_put(out, mark, rec_csv_put_start(out, in, &in->raw));
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

		good = rec_csv_put_cells(&out->buf, &name, 1, i > 0);
	}
	out->key_columns = out->keys.count;
	return csv_out_end_put(out, mark,
	    good &&
		rec_csv_put_cells(
		    &out->buf, names, count, out->keys.count > 0) &&
		put_mark_name(out, out->keys.count + count) &&
		rec_buf_byte(&out->buf, '\n'));
}

int rec_csv_put_own_header(struct rec_out *out)
{
	size_t mark = out->buf.len;
	bool good = close_line(out);

	out->header_done = true;
	for (size_t i = 0; i < out->own.count && good; i++) {
		struct rec_text name = rec_keys_name(&out->own, i);

		good = rec_csv_put_cells(&out->buf, &name, 1, i > 0);
	}
	return csv_out_end_put(out, mark,
	    good && put_mark_name(out, out->own.count) &&
		rec_buf_byte(&out->buf, '\n'));
}

/* A header cannot grow: what the first record lacks is left out, and said once
 * for each name. */
static int lose(struct rec_out *out, const struct rec_text *name,
    const struct rec_value *value)
{
	static const struct rec_text none = { NULL, 0 };

	if (rec_keys_find(&out->keys, name->text, name->len) != REC_NO_KEY ||
	    out->lost_more)
		return 0;
	if (out->keys.count - out->key_columns == REC_LOSSES) {
		out->lost_more = true;
		rec_out_lost(out, REC_E_NEW_KEY, &none, value);
		return 0;
	}
	if (rec_keys_get(&out->keys, name->text, name->len) == REC_NO_KEY)
		return rec_out_memory(out);
	rec_out_lost(out, REC_E_NEW_KEY, name, value);
	return 0;
}

/* The column of a name, REC_NO_KEY if it has none. */
static size_t csv_out_column_of(
    struct rec_out *out, const struct rec_text *name)
{
	size_t column = rec_keys_guess(&out->keys, name->text, name->len);

	if (column == REC_NO_KEY)
		column = rec_keys_find(&out->keys, name->text, name->len);
	if (column != REC_NO_KEY && column < out->key_columns)
		column = rec_keys_get(&out->keys, name->text, name->len);
	return column < out->key_columns ? column : REC_NO_KEY;
}

/* Puts the record's values into their columns. */
static int sort_cells(struct rec_out *out, const struct rec *record)
{
	size_t columns = out->key_columns;
	void *cell = rec_grow(out->cell, &out->cell_cap, columns + 1,
	    sizeof(*out->cell));

	if (!cell)
		return rec_out_memory(out);
	out->cell = cell;
	memset(cell, 0, columns * sizeof(*out->cell));
	for (size_t i = 0; i < record->count; i++) {
		size_t column = csv_out_column_of(out, &record->names[i]);

		if (column != REC_NO_KEY)
			out->cell[column] = &record->all[i];
		else if (lose(out, &record->names[i], &record->all[i]) < 0)
			return -1;
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
	for (size_t i = 0; i < out->key_columns && good; i++) {
		const struct rec_value *value = out->cell[i];
		struct rec_text cell = {NULL, 0};

		if (value)
			cell = (struct rec_text){value->text, value->len};
		good = rec_csv_put_cells(&out->buf, &cell, 1, i > 0);
	}
	return csv_out_end_put(out, mark,
	    good &&
		rec_csv_put_cells(
		    &out->buf, cells, count, out->key_columns > 0) &&
		put_mark(out) && rec_buf_byte(&out->buf, '\n'));
}
