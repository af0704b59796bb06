/* SPDX-License-Identifier: MIT */
/*
 * csv.c - a CSV as columns: the header, which column goes where, and a record
 * made of decoded fields.  Splitting and decoding are not done here.
 */
#include "rec_csv.h"

#include <stdio.h>
#include <stdlib.h>

/* What a column's name grows by to have one of its own. */
#define NAME_MORE 32

static void csv_done(struct rec_in *in)
{
	struct rec_csv *csv = in->state;

	if (!csv)
		return;
	rec_referee_free(csv);
	rec_keys_free(&csv->keys);
	rec_marks_free(&csv->scan.marks);
	rec_buf_free(&csv->name_text);
	rec_buf_free(&csv->again);
	rec_buf_free(&csv->header);
	rec_buf_free(&csv->extra);
	free(csv->cell);
	free(csv->names);
	free(csv->place);
	free(csv->want);
	free(csv->all_names);
	free(csv->all);
	free(csv);
}

bool rec_cells_room(struct rec_csv *csv, size_t count)
{
	void *cell;

	if (count <= csv->cell_cap)
		return true;
	cell = rec_grow(csv->cell, &csv->cell_cap, count, sizeof(*csv->cell));
	if (!cell)
		return false;
	csv->cell = cell;
	return true;
}

/* Of what libcsv has read. */
static void note_raw(struct rec_in *in, const struct rec_csv *csv)
{
	const char *at = rec_source_at(&in->source);

	in->raw.blank = at;
	in->raw.blank_len = csv->blank;
	in->raw.text = at + csv->blank;
	in->raw.len = csv->fed - csv->blank;
	in->raw.end = rec_line_end(in->raw.text, in->raw.len);
}

/* The first column of each name; those that come after it in *again. */
static int name_all(struct rec_in *in, struct rec_csv *csv, size_t *again)
{
	for (size_t i = 0; i < in->columns; i++) {
		struct rec_text name = csv->names[i];
		size_t number = rec_keys_get(&csv->keys, name.text, name.len);

		if (number == REC_NO_KEY)
			return rec_fail_memory(&in->error);
		if (!csv->keys.key[number].seen)
			csv->keys.key[number].seen = i + 1;
		else
			*again += name.len + NAME_MORE;
	}
	return 0;
}

/* A name of its own for a column: "Notes_2". */
static bool rename_one(struct rec_csv *csv, struct rec_text *name, size_t i)
{
	char *at = csv->again.at + csv->again.len;
	size_t len = name->len, known, number;

	memcpy(at, name->text, len);
	if (!len)
		len = (size_t)snprintf(at, NAME_MORE, "field");
	name->text = at;
	for (size_t n = len == name->len ? 2 : i + 1;; n++) {
		name->len = len + (size_t)snprintf(at + len,
		    NAME_MORE - 5, "_%zu", n);
		known = csv->keys.count;
		number = rec_keys_get(&csv->keys, at, name->len);
		if (number == REC_NO_KEY)
			return false;
		if (csv->keys.count > known)
			break;
	}
	csv->keys.key[number].seen = i + 1;
	csv->again.len += name->len;
	return true;
}

/* Two columns of one name that nobody reads: in another format a key must not
 * be there twice.  The bytes of the header stay what they are. */
static int rename_again(struct rec_in *in, struct rec_csv *csv)
{
	size_t again = 0;

	/* Who asks for the names alone will have them read as they stand. */
	if (!in->options.place)
		return 0;
	if (name_all(in, csv, &again) < 0)
		return -1;
	if (again && !rec_buf_room(&csv->again, again))
		return rec_fail_memory(&in->error);
	for (size_t i = 0; again && i < in->columns; i++) {
		struct rec_text *name = &csv->names[i];
		size_t number = rec_keys_get(&csv->keys, name->text, name->len);

		if (number == REC_NO_KEY ||
		    (csv->keys.key[number].seen != i + 1 &&
		    !rename_one(csv, name, i)))
			return rec_fail_memory(&in->error);
	}
	return 0;
}

/* Line ends of a CR alone make one long header of the whole file. */
static int check_line_ends(struct rec_in *in, const struct rec_csv *csv)
{
	for (size_t i = 0; i < in->columns; i++) {
		const char *text = csv->names[i].text;
		const char *cr = csv->names[i].len ?
		    memchr(text, '\r', csv->names[i].len) : NULL;

		if (!cr || (cr + 1 < text + csv->names[i].len && cr[1] == '\n'))
			continue;
		rec_fail(&in->error, REC_E_HEADER, in->record.line,
		    "a line ends in CR alone; LF or CRLF is needed");
		return -1;
	}
	return 0;
}

static bool csv_same_name(const struct rec_csv *csv, size_t a, size_t b)
{
	const struct rec_text *one = &csv->names[a], *other = &csv->names[b];

	if (one->len != other->len)
		return false;
	for (size_t i = 0; i < one->len; i++)
		if (rec_fold((unsigned char)one->text[i]) !=
		    rec_fold((unsigned char)other->text[i]))
			return false;
	return true;
}

static int csv_want(struct rec_in *in, struct rec_csv *csv, size_t column)
{
	size_t slot = (size_t)csv->place[column];

	if (slot >= in->options.slots)
		return 0;
	if (in->value[slot].field) {
		rec_fail(&in->error, REC_E_HEADER, in->record.line,
		    csv_same_name(csv, in->value[slot].field - 1, column) ?
		    "fields %u and %zu have the same name" :
		    "fields %u and %zu mean the same",
		    in->value[slot].field, column + 1);
		in->error.field = (unsigned)column + 1;
		return -1;
	}
	in->value[slot].field = (unsigned)column + 1;
	csv->want[csv->wants++] = (struct rec_want){ column, &in->value[slot] };
	return 0;
}

/* Asks where each column goes. */
static int csv_place(struct rec_in *in, struct rec_csv *csv)
{
	for (size_t i = 0; i < in->columns; i++) {
		csv->place[i] = !in->options.place ? REC_PASS :
		    in->options.place(in->options.arg, csv->names[i].text,
		        csv->names[i].len, (unsigned)i + 1);
		if (csv->place[i] == REC_ERASE) {
			csv->place[i] = REC_DROP;
			in->erase = (unsigned)i + 1;
		}
		if (csv->place[i] == REC_DROP)
			in->drops++;
		if (csv->place[i] >= 0 && csv_want(in, csv, i) < 0)
			return -1;
	}
	if (!csv->want)
		return 0; /* nothing but blank lines */
	csv->want[csv->wants].column = REC_NO_COLUMN;
	if (!rec_cells_room(csv, csv->wants))
		return rec_fail_memory(&in->error);
	return 0;
}

static int columns_new(struct rec_in *in, struct rec_csv *csv, size_t count)
{
	csv->names = calloc(count + 1, sizeof(*csv->names));
	csv->place = calloc(count + 1, sizeof(*csv->place));
	csv->want = calloc(count + 1, sizeof(*csv->want));
	in->names = csv->names;
	in->place = csv->place;
	if (!csv->names || !csv->place || !csv->want)
		return rec_fail_memory(&in->error);
	in->columns = count;
	return 0;
}

static int names_given(struct rec_in *in, struct rec_csv *csv)
{
	if (in->options.column_count > REC_MAX_COLUMNS)
		return rec_fail(&in->error, REC_E_COLUMNS, 0,
		    "more than %d columns", REC_MAX_COLUMNS);
	if (columns_new(in, csv, in->options.column_count) < 0)
		return -1;
	for (size_t i = 0; i < in->columns; i++)
		csv->names[i] = in->options.columns[i];
	return 0;
}

static bool header_keep(struct rec_in *in, struct rec_csv *csv)
{
	if (!rec_buf_add(&csv->header, in->raw.blank,
	    in->raw.blank_len + in->raw.len) ||
	    !rec_buf_add(&csv->name_text, in->text.at, in->text.len))
		return false;
	in->header = in->raw;
	in->header.blank = csv->header.at;
	in->header.text = csv->header.at + in->raw.blank_len;
	return true;
}

/* -- Which line is the header ------------------------------------------- */

/* How far down it is looked for. */
#define HEADER_LINES 20

static struct rec_text row_name(const struct rec_in *in,
    const struct rec_csv *csv, size_t i)
{
	return rec_trim(in->text.at + csv->cell[i].at, csv->cell[i].len);
}

/* A row that may be the header: what of it has text, and is known. */
struct title {
	size_t blank; /* where it begins */
	unsigned long line;
	size_t fields, filled, known;
};

static void look_at(const struct rec_in *in, const struct rec_csv *csv,
    struct title *row)
{
	*row = (struct title){ .blank = csv->blank, .line = in->record.line,
		.fields = csv->fields };
	for (size_t i = 0; i < csv->fields; i++) {
		struct rec_text name = row_name(in, csv, i);

		row->filled += name.len > 0;
		row->known += name.len > 0 && in->options.knows &&
		    in->options.knows(in->options.arg, name.text, name.len);
	}
}

/* Reading: the first row is the header if most of it has text and anything is
 * known; a row below it must be known for the most part, for a value may be a
 * known word, too. */
static bool is_header(const struct title *row, bool first)
{
	if (first && row->known && 2 * row->filled > row->fields)
		return true;
	return row->known >= 3 ||
	    (row->known == 2 && (first || row->filled <= 4));
}

/* "sep=,", which a spreadsheet is told by: 1, 0 when it is none, -1. */
static int check_sep(struct rec_in *in, const struct rec_csv *csv)
{
	const char *text = rec_source_at(&in->source) + csv->blank;
	size_t len = csv->fed - csv->blank;

	len -= rec_line_end(text, len);
	if (len == 7 && *text == '"' && text[6] == '"')
		text++, len -= 2;
	if (len != 5 || (memcmp(text, "sep=", 4) && memcmp(text, "SEP=", 4) &&
	    memcmp(text, "Sep=", 4)))
		return 0;
	if (text[4] == ',')
		return 1;
	rec_fail(&in->error, REC_E_HEADER, in->record.line,
	    "the first line says that fields are separated by %s; commas are "
	    "needed", text[4] == ';' ? "semicolons" : text[4] == '\t' ?
	    "tabs" : "something else");
	return -1;
}

/* The row at hand goes with what stands before the header. */
static int skip_row(struct rec_in *in, struct rec_csv *csv)
{
	csv->blank = csv->fed;
	in->record.line = csv->fed_line;
	if (csv->blank > REC_MAX_RECORD)
		return rec_fail(&in->error, REC_E_TOO_LONG, in->line,
		    "over 1 MiB before a header");
	return rec_referee_next(in, csv);
}

/* No row was found: it is that one after all. */
static int go_back(struct rec_in *in, struct rec_csv *csv,
    const struct title *row)
{
	rec_referee_free(csv);
	csv->parser_ready = false;
	if (rec_referee_new(csv) < 0)
		return rec_fail_memory(&in->error);
	csv->where = REC_AT_START;
	csv->stuck = false;
	csv->blank = csv->fed = row->blank;
	csv->fed_line = in->record.line = row->line;
	return rec_referee_next(in, csv);
}

/* Finds the header from the row at hand on, which nothing is skipped before:
 * 1, or -1. */
static int find_header(struct rec_in *in, struct rec_csv *csv)
{
	struct title best = { 0 }, row;
	int got = 1;

	for (bool first = true; got > 0; got = skip_row(in, csv)) {
		look_at(in, csv, &row);
		if (!row.filled)
			continue;
		if (row.line > HEADER_LINES && !first)
			break;
		if (!in->options.knows || is_header(&row, first))
			return 1;
		if (first)
			best = row;
		first = false;
	}
	if (!best.fields)
		return got;
	return go_back(in, csv, &best);
}

/* Reads the header line: 1, 0 when there is none, -1. */
static int names_read(struct rec_in *in, struct rec_csv *csv)
{
	size_t blank;
	int got;

	csv->keep_all = true;
	got = rec_referee_next(in, csv);
	blank = csv->blank;
	if (got > 0 && (got = check_sep(in, csv)) >= 0)
		got = got ? skip_row(in, csv) : 1;
	if (got > 0)
		got = find_header(in, csv);
	note_raw(in, csv);
	if (got <= 0)
		return got;
	in->header_line = in->record.line;
	in->header_found = csv->blank > blank;
	if (columns_new(in, csv, csv->fields) < 0)
		return -1;
	if (!header_keep(in, csv))
		return rec_fail_memory(&in->error);
	for (size_t i = 0; i < in->columns; i++)
		csv->names[i] = rec_trim(csv->name_text.at + csv->cell[i].at,
		    csv->cell[i].len);
	return 1;
}

static enum rec_got csv_start(struct rec_in *in)
{
	struct rec_csv *csv = calloc(1, sizeof(*csv));
	int got = 1;

	in->state = csv;
	if (!csv || rec_referee_new(csv) < 0) {
		rec_fail_memory(&in->error);
		return rec_stop(in);
	}
	if (!in->options.plain)
		csv->scan.fill = rec_marks_best();
	in->record.line = csv->fed_line = in->line;
	if (in->options.columns)
		got = names_given(in, csv);
	else
		got = names_read(in, csv);
	if (got < 0 || check_line_ends(in, csv) < 0 ||
	    csv_place(in, csv) < 0 || rename_again(in, csv) < 0)
		return rec_stop(in);
	csv->keep_all = in->options.all;
	if (got == 0 && !in->options.columns)
		return REC_END;
	return REC_RECORD;
}

static inline const char *cell_text(const struct rec_in *in,
    const struct rec_cell *cell)
{
	return cell->text ? cell->text : in->text.at + cell->at;
}

/* Values by slot out of cells by column. */
static void fill_slots(struct rec_in *in, const struct rec_csv *csv)
{
	for (size_t i = 0; i < csv->wants; i++) {
		struct rec_value *value = csv->want[i].value;
		size_t column = csv->want[i].column;

		value->text = NULL;
		value->len = 0;
		if (column < csv->fields) {
			value->text = cell_text(in, &csv->cell[column]);
			value->len = csv->cell[column].len;
		}
	}
}

/* Those that the record is too short to have. */
static void fill_missing(const struct rec_csv *csv)
{
	const struct rec_want *end = csv->want + csv->wants;

	for (const struct rec_want *want = csv->next; want < end; want++) {
		want->value->text = NULL;
		want->value->len = 0;
	}
}

/* -- Records that are marked -------------------------------------------- */

/* What its fields are cut by, in registers. */
struct cuts {
	const uint32_t *at;
	const char *text;
	uint32_t twice;
};

static inline struct cuts cuts_of(const struct rec_csv *csv)
{
	return (struct cuts){ csv->at, csv->scan.text,
		rec_line_twice(csv->line) };
}

static inline struct rec_text between(const struct cuts *cuts, size_t column)
{
	const uint32_t *at = cuts->at + column;
	uint32_t first = at[-1] + 1;

	return (struct rec_text){ cuts->text + first, at[0] - first };
}

/* Copies a text with one quote for two; there is room. */
static struct rec_text undouble(struct rec_in *in, struct rec_text from)
{
	char *to = in->text.at + in->text.len;
	struct rec_text made = { to, 0 };

	for (size_t i = 0; i < from.len; i++) {
		*to++ = from.text[i];
		i += from.text[i] == '"';
	}
	memset(to, 0, REC_SLACK);
	made.len = (size_t)(to - made.text);
	in->text.len += made.len;
	return made;
}

/* All is well-formed: a quote at the beginning has one at the end. */
static inline struct rec_text decoded(struct rec_in *in,
    const struct cuts *cuts, size_t column)
{
	struct rec_text field = between(cuts, column);

	if (*field.text != '"')
		return field;
	field.text++;
	field.len -= 2;
	if (cuts->at[column] > cuts->twice &&
	    memchr(field.text, '"', field.len))
		return undouble(in, field);
	return field;
}

static inline void csv_set(const struct rec_want *want, struct rec_text field)
{
	want->value->text = field.text;
	want->value->len = field.len;
}

/* With only commas in it. */
static inline void fill_plain(const struct rec_csv *csv)
{
	struct cuts cuts = cuts_of(csv);
	const struct rec_want *end = csv->want + csv->wants;

	for (const struct rec_want *want = csv->want; want < end; want++)
		csv_set(want, between(&cuts, want->column));
}

/* As many fields as columns. */
static inline void fill_quoted(struct rec_in *in, const struct rec_csv *csv)
{
	struct cuts cuts = cuts_of(csv);
	const struct rec_want *end = csv->want + csv->wants;

	for (const struct rec_want *want = csv->want; want < end; want++)
		csv_set(want, decoded(in, &cuts, want->column));
}

static void fill_ragged(struct rec_in *in, const struct rec_csv *csv)
{
	struct cuts cuts = cuts_of(csv);
	const struct rec_want *end = csv->want + csv->wants;

	for (const struct rec_want *want = csv->want; want < end; want++)
		csv_set(want, want->column < csv->fields ?
		    decoded(in, &cuts, want->column) :
		    (struct rec_text){ NULL, 0 });
}

static bool decode_cells(struct rec_in *in, struct rec_csv *csv)
{
	struct cuts cuts = cuts_of(csv);

	if (!rec_cells_room(csv, csv->fields))
		return false;
	for (size_t i = 0; i < csv->fields; i++) {
		struct rec_text field = decoded(in, &cuts, i);

		csv->cell[i] = (struct rec_cell){ .text = field.text,
			.len = field.len };
	}
	return true;
}

/* -- All fields --------------------------------------------------------- */

/* Names for fields beyond the header. */
static bool name_extra(struct rec_csv *csv, size_t columns)
{
	csv->extra.len = 0;
	if (csv->fields <= columns)
		return true;
	if (!rec_buf_room(&csv->extra, (csv->fields - columns) * 16))
		return false;
	for (size_t i = columns; i < csv->fields; i++) {
		char *at = csv->extra.at + csv->extra.len;
		int len = snprintf(at, 16, "field_%zu", i + 1);

		csv->all_names[i] = (struct rec_text){ at, (size_t)len };
		csv->extra.len += (size_t)len;
	}
	return true;
}

static bool all_room(struct rec_csv *csv)
{
	size_t cap = csv->all_cap;
	void *more = rec_grow(csv->all, &cap, csv->fields,
	    sizeof(*csv->all));

	if (!more)
		return false;
	csv->all = more;
	cap = csv->all_cap;
	more = rec_grow(csv->all_names, &cap, csv->fields,
	    sizeof(*csv->all_names));
	if (!more)
		return false;
	csv->all_names = more;
	csv->all_cap = cap;
	return true;
}

/* Every field with its name. */
static bool fill_all(struct rec_in *in, struct rec_csv *csv)
{
	size_t count = 0;

	if (!all_room(csv) || !name_extra(csv, in->columns))
		return false;
	for (size_t i = 0; i < csv->fields; i++) {
		bool named = i < in->columns;

		if (named && csv->place[i] == REC_DROP)
			continue;
		csv->all_names[count] = named ? csv->names[i] :
		    csv->all_names[i];
		csv->all[count++] = (struct rec_value){
			.text = cell_text(in, &csv->cell[i]),
			.len = csv->cell[i].len,
			.field = (unsigned)i + 1,
			.line = in->record.line };
	}
	in->record.names = csv->all_names;
	in->record.all = csv->all;
	in->record.count = count;
	return true;
}

static void fault_width(struct rec_in *in, const struct rec_csv *csv)
{
	char text[80];

	snprintf(text, sizeof(text), "%u field%s where the header has %zu",
	    csv->fields, csv->fields == 1 ? "" : "s", in->columns);
	rec_fault(in, REC_E_RAGGED, in->record.line, 0, text);
}

/* -- One record after the other ------------------------------------------ */

/* Room for what has to be copied to have one quote for two. */
static inline bool text_room(struct rec_in *in, const struct rec_csv *csv)
{
	in->text.len = 0;
	return rec_line_twice(csv->line) == UINT32_MAX ||
	    rec_buf_room(&in->text, in->raw.len + REC_SLACK);
}

/* A record that is marked, but not as plain as most are. */
static bool fill_marked(struct rec_in *in, struct rec_csv *csv)
{
	if (!text_room(in, csv))
		return false;
	if (in->options.all) {
		if (!decode_cells(in, csv))
			return false;
		fill_slots(in, csv);
		return fill_all(in, csv);
	}
	if (csv->fields == in->columns)
		fill_quoted(in, csv);
	else
		fill_ragged(in, csv);
	return true;
}

static bool fill_read(struct rec_in *in, struct rec_csv *csv)
{
	if (!in->options.all) {
		fill_missing(csv);
		return true;
	}
	fill_slots(in, csv);
	return fill_all(in, csv);
}

static enum rec_got end_fill(struct rec_in *in, const struct rec_csv *csv,
    const struct rec **record, bool good)
{
	if (!good) {
		rec_fail_memory(&in->error);
		return rec_stop(in);
	}
	if (csv->fields != in->columns)
		fault_width(in, csv);
	*record = &in->record;
	return REC_RECORD;
}

/* By libcsv; then it has to be seen where scan.c goes on. */
static enum rec_got next_read(struct rec_in *in, struct rec_csv *csv,
    const struct rec **record)
{
	int got;

	csv->scan.line_end = csv->scan.line;
	in->record.line = csv->fed_line = in->line;
	got = rec_referee_next(in, csv);
	note_raw(in, csv);
	if (got < 0)
		return rec_stop(in);
	if (got == 0)
		return rec_end(in);
	if (rec_is_void(in->raw.text, in->raw.len - in->raw.end))
		rec_fault(in, REC_E_VOID, in->record.line, 0,
		    "a row of separators alone");
	if (csv->fields != in->columns || in->options.all)
		return end_fill(in, csv, record, fill_read(in, csv));
	*record = &in->record;
	return REC_RECORD;
}

static enum rec_got next_unusual(struct rec_in *in, struct rec_csv *csv,
    const struct rec **record)
{
	int got = rec_scan_find(in, csv);

	if (got < 0)
		return rec_stop(in);
	if (got == 0 || !rec_scan_cut(in, csv))
		return next_read(in, csv, record);
	return end_fill(in, csv, record, fill_marked(in, csv));
}

static enum rec_got csv_next(struct rec_in *in, const struct rec **record)
{
	struct rec_csv *csv = in->state;

	if (csv->fed)
		rec_csv_step(in, csv);
	if (!rec_scan_cut(in, csv))
		return next_unusual(in, csv, record);
	if (csv->fields != in->columns || in->options.all)
		return end_fill(in, csv, record, fill_marked(in, csv));
	if (csv->line & REC_LINE_QUOTES)
		return end_fill(in, csv, record, fill_marked(in, csv));
	fill_plain(csv);
	*record = &in->record;
	return REC_RECORD;
}

static bool csv_waits(const struct rec_in *in)
{
	const struct rec_csv *csv = in->state;
	size_t len = rec_source_len(&in->source) - csv->fed;

	return !len || !memchr(rec_source_at(&in->source) + csv->fed, '\n',
	    len);
}

const struct rec_reader rec_csv_reader = {
	.start = csv_start,
	.next = csv_next,
	.free = csv_done,
	.waits = csv_waits,
};
