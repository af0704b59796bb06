/* SPDX-License-Identifier: MIT */
/*
 * table.c - rows kept until they can be laid out in columns for a terminal.
 * It owns copies of all it shows, and no other writer keeps more than a record.
 */
#include "rec_internal.h"

#include <stdlib.h>

struct cell {
	size_t column; /* an own one: OWN + its number */
	size_t at;     /* in text, already fit to show */
	size_t len;
	size_t width;
};

#define OWN (SIZE_MAX / 2)

struct rec_table {
	struct rec_keys names;
	struct rec_keys own;   /* columns that stand last */
	struct rec_buf text;
	struct cell *cell;
	size_t cells;
	size_t cell_cap;
	size_t *row;           /* where each row's cells begin */
	size_t rows;
	size_t row_cap;
	size_t *width;         /* of all columns; never less than last time */
	size_t widths;
	const struct cell **line; /* the row being shown */
	enum { IN_LINE, BELOW, HIDDEN } *where; /* of all columns */
	bool header_shown;
};

struct rec_table *rec_table_new(void)
{
	return calloc(1, sizeof(struct rec_table));
}

void rec_table_free(struct rec_table *table)
{
	if (!table)
		return;
	rec_keys_free(&table->names);
	rec_keys_free(&table->own);
	rec_buf_free(&table->text);
	free(table->cell);
	free(table->row);
	free(table->width);
	free(table->line);
	free(table->where);
	free(table);
}

/* Characters that take no room and steer the terminal, turn the direction of
 * the text or hide in it. */
static bool is_unseen(const char *text, size_t len)
{
	static const struct {
		unsigned long from, to;
	} ranges[] = {
		{0x80, 0x9f}, {0xad, 0xad}, {0x61c, 0x61c}, {0x180e, 0x180e},
		{0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f},
		{0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
	};
	const unsigned char *byte = (const unsigned char *)text;
	unsigned long code = len == 1 ? *byte : *byte & (0x7fu >> len);

	for (size_t i = 1; i < len; i++)
		code = code << 6 | (byte[i] & 0x3f);
	if (code < 0x20 || code == 0x7f)
		return true;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges); i++)
		if (code >= ranges[i].from && code <= ranges[i].to)
			return true;
	return false;
}

/* One character as it is shown: a line break is a blank, what cannot be shown
 * a question mark.  Its bytes in *len. */
static const char *table_shown(const char *text, size_t *len)
{
	unsigned char byte = (unsigned char)*text;
	size_t one = rec_utf8(text, *len);

	*len = 1;
	if (byte == '\n' || byte == '\t')
		return " ";
	if (one == 0 || is_unseen(text, one)) {
		*len = one ? one : 1;
		return "?";
	}
	*len = one;
	return text;
}

/* How many bytes are shown as they are, one column each. */
static size_t table_plain_run(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && text[n] >= ' ' && text[n] < 0x7f)
		n++;
	return n;
}

/* Adds text as it is shown, and counts its width. */
bool rec_put_shown(struct rec_buf *buf, const char *text, size_t len,
    size_t *width)
{
	size_t i = table_plain_run(text, len);

	if (!rec_buf_add(buf, text, i))
		return false;
	for (*width = i; i < len; ++*width) {
		size_t one = len - i;
		const char *as = table_shown(text + i, &one);

		if (text[i] == '\r' && one < len - i && text[i + 1] == '\n')
			i++;
		else if (!rec_buf_add(buf, as, as == text + i ? one : 1))
			return false;
		else
			i += one;
	}
	return true;
}

static bool add_cell(struct rec_table *table, size_t column, const char *text,
    size_t len)
{
	struct cell *cell = rec_grow(table->cell, &table->cell_cap,
	    table->cells + 1, sizeof(*cell));
	size_t at = table->text.len;
	size_t width;

	if (!cell)
		return false;
	table->cell = cell;
	if (!rec_put_shown(&table->text, text, len, &width))
		return false;
	cell[table->cells++] = (struct cell){ .column = column, .at = at,
		.len = table->text.len - at, .width = width };
	return true;
}

int rec_table_header(struct rec_table *table, const struct rec_text *names,
    size_t count, const int *place, bool own)
{
	struct rec_keys *keys = own ? &table->own : &table->names;

	for (size_t i = 0; i < count; i++)
		if (!(place && place[i] == REC_DROP) && rec_keys_get(keys,
		    names[i].text, names[i].len) == REC_NO_KEY)
			return -1;
	return 0;
}

static bool start_row(struct rec_table *table)
{
	size_t *row = rec_grow(table->row, &table->row_cap, table->rows + 1,
	    sizeof(*row));

	if (!row)
		return false;
	table->row = row;
	row[table->rows++] = table->cells;
	return true;
}

int rec_table_row(struct rec_table *table, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	if (!start_row(table))
		return -1;
	for (size_t i = 0; i < count; i++) {
		size_t column = rec_keys_get(&table->names, names[i].text,
		    names[i].len);

		if (column == REC_NO_KEY ||
		    !add_cell(table, column, values[i].text, values[i].len))
			return -1;
	}
	for (size_t i = 0; i < cell_count; i++) {
		size_t column = rec_keys_get(&table->own, then[i].text,
		    then[i].len);

		if (column == REC_NO_KEY || !add_cell(table, OWN + column,
		    cells[i].text, cells[i].len))
			return -1;
	}
	return 0;
}

static size_t table_column_of(
    const struct rec_table *table, const struct cell *cell)
{
	return cell->column < OWN ? cell->column :
	    cell->column - OWN + table->names.count;
}

static bool measure(struct rec_table *table)
{
	size_t columns = table->names.count + table->own.count;
	size_t *width = calloc(columns + 1, sizeof(*width));
	const struct cell **line = calloc(columns + 1, sizeof(*line));

	free(table->where);
	table->where = calloc(columns + 1, sizeof(*table->where));
	for (size_t i = 0; width && i < columns && i < table->widths; i++)
		width[i] = table->width[i];
	free(table->width);
	free(table->line);
	table->width = width;
	table->line = line;
	table->widths = columns;
	for (size_t i = 0; width && i < table->cells; i++) {
		size_t column = table_column_of(table, &table->cell[i]);

		if (table->cell[i].width > width[column])
			width[column] = table->cell[i].width;
	}
	return width && line && table->where;
}

/* The names are a row of their own, the last one made. */
static bool add_header(struct rec_table *table)
{
	bool good = start_row(table);

	for (size_t i = 0; i < table->names.count && good; i++) {
		struct rec_text name = rec_keys_name(&table->names, i);

		good = add_cell(table, i, name.text, name.len);
	}
	for (size_t i = 0; i < table->own.count && good; i++) {
		struct rec_text name = rec_keys_name(&table->own, i);

		good = add_cell(table, OWN + i, name.text, name.len);
	}
	return good;
}

static bool put_blanks(struct rec_buf *buf, size_t count)
{
	if (!rec_buf_room(buf, count))
		return false;
	memset(buf->at + buf->len, ' ', count);
	buf->len += count;
	return true;
}

/* The cells of a row by their columns. */
static void line_up(struct rec_table *table, size_t row)
{
	size_t end = row + 1 < table->rows ? table->row[row + 1] :
	    table->cells;

	memset(table->line, 0, table->widths * sizeof(*table->line));
	for (size_t i = table->row[row]; i < end; i++)
		table->line[table_column_of(table, &table->cell[i])] =
		    &table->cell[i];
}

/* Blanks are written before a cell, so that none stand at the end. */
static bool rec_table_put_row(
    struct rec_table *table, size_t row, struct rec_buf *buf)
{
	size_t due = 0;

	line_up(table, row);
	for (size_t i = 0; i < table->widths; i++) {
		const struct cell *cell = table->line[i];

		if (table->where[i] != IN_LINE)
			continue;
		if (cell && cell->width > table->width[i])
			cell = NULL; /* it has no room */
		if (cell && cell->len) {
			if (!put_blanks(buf, due) || !rec_buf_add(buf,
			    table->text.at + cell->at, cell->len))
				return false;
			due = 0;
		}
		due += table->width[i] + 2 - (cell ? cell->width : 0);
	}
	return rec_buf_byte(buf, '\n');
}

/* -- On a screen -------------------------------------------------------- */

static struct rec_text name_of(const struct rec_table *table, size_t column)
{
	return column < table->names.count ?
	    rec_keys_name(&table->names, column) :
	    rec_keys_name(&table->own, column - table->names.count);
}

/* A sentence is read below its row. */
static bool is_note(const struct rec_table *table, size_t column)
{
	static const char note[] = "note";
	struct rec_text name = name_of(table, column);
	size_t len = sizeof(note) - 1;

	return name.len >= len &&
	    memcmp(name.text + name.len - len, note, len) == 0;
}

/* Of a column that is wider than this, wide cells stand below their rows. */
#define COLUMN_MOST 24

/* The widest column that can be made narrower, or 0: none. */
static size_t widest(const struct rec_table *table)
{
	size_t at = 0, most = COLUMN_MOST;

	for (size_t i = 1; i < table->widths; i++)
		if (table->where[i] == IN_LINE && table->width[i] > most &&
		    table->width[i] > name_of(table, i).len) {
			most = table->width[i];
			at = i;
		}
	return at;
}

static size_t narrow_column(struct rec_table *table)
{
	size_t at = widest(table), was = table->width[at];
	size_t name = name_of(table, at).len;

	if (at > 0) {
		table->width[at] = name > COLUMN_MOST ? name : COLUMN_MOST;
		return was - table->width[at];
	}
	for (size_t i = table->widths; i-- > 1;)
		if (table->where[i] == IN_LINE) {
			table->where[i] = BELOW;
			return table->width[i] + 2;
		}
	return 0;
}

/* From the widths of the cells alone: what is empty is hidden; while there is
 * no room, wide columns become narrower, and the last one goes below. */
static void settle_columns(struct rec_table *table, size_t fit)
{
	size_t sum = 0, less = 1;

	for (size_t i = 0; i < table->widths; i++) {
		size_t name = name_of(table, i).len;

		table->where[i] = table->width[i] == 0 ? HIDDEN :
		    is_note(table, i) ? BELOW : IN_LINE;
		if (table->width[i] < name)
			table->width[i] = name;
		if (table->where[i] == IN_LINE)
			sum += table->width[i] + 2;
	}
	for (; sum > fit + 2 && less > 0; sum -= less)
		less = narrow_column(table);
}

bool rec_wrap(struct rec_buf *buf, size_t from, size_t width)
{
	static const char indent[] = "\n    ";
	size_t at = 0, blank = 0;

	for (size_t i = from; i < buf->len; i++) {
		at += ((unsigned char)buf->at[i] & 0xc0) != 0x80;
		if (buf->at[i] == ' ' && i > from + 4)
			blank = i;
		if (at <= width || blank == 0)
			continue;
		if (!rec_buf_room(buf, 4))
			return false;
		memmove(buf->at + blank + 5, buf->at + blank + 1,
		    buf->len - blank - 1);
		memcpy(buf->at + blank, indent, 5);
		buf->len += 4;
		i = blank + 4;
		at = 4;
		blank = 0;
	}
	return true;
}

static bool stands_below(const struct rec_table *table, size_t column)
{
	const struct cell *cell = table->line[column];

	return cell && cell->len && (table->where[column] == BELOW ||
	    (table->where[column] == IN_LINE &&
	    cell->width > table->width[column]));
}

static bool add_below(struct rec_table *table, struct rec_buf *buf, size_t i,
    bool first)
{
	const struct cell *cell = table->line[i];
	struct rec_text name = name_of(table, i);

	return rec_buf_add(buf, first ? "    " : "; ", first ? 4 : 2) &&
	    (is_note(table, i) || (rec_buf_add(buf, name.text, name.len) &&
	    rec_buf_add(buf, ": ", 2))) &&
	    rec_buf_add(buf, table->text.at + cell->at, cell->len);
}

/* What stands below the row just put: cells, then notes. */
static bool put_below(struct rec_table *table, struct rec_buf *buf, size_t fit)
{
	bool good = true;

	for (int notes = 0; notes < 2; notes++) {
		size_t from = buf->len;

		for (size_t i = 0; i < table->widths && good; i++)
			if (stands_below(table, i) &&
			    is_note(table, i) == (notes == 1))
				good = add_below(table, buf, i,
				    buf->len == from);
		if (buf->len > from)
			good = good && rec_wrap(buf, from, fit) &&
			    rec_buf_byte(buf, '\n');
	}
	return good;
}

/* Without a row there is nothing to show, not even a header. */
bool rec_table_print(struct rec_table *table, struct rec_buf *buf, size_t fit)
{
	size_t rows = table->rows;
	bool header = rows > 0 && !table->header_shown &&
	    table->names.count + table->own.count > 0;
	bool good = !fit || measure(table);

	if (good && fit)
		settle_columns(table, fit);
	good = good && (!header || add_header(table));
	if (!fit)
		good = good && measure(table);
	good = good && (!header || rec_table_put_row(table, rows, buf));
	for (size_t i = 0; i < rows && good; i++)
		good = rec_table_put_row(table, i, buf) &&
		    (!fit || put_below(table, buf, fit));
	table->header_shown |= header;
	table->rows = 0;
	table->cells = 0;
	table->text.len = 0;
	return good;
}
