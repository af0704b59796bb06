/* SPDX-License-Identifier: MIT */
/*
 * referee.c - libcsv as we use it: it alone decides what a CSV record is.  It
 * feeds lines and keeps decoded fields, and must not know what they are for.
 */
#include "rec_csv.h"

/* Only CR is a blank and only LF ends a record: this is RFC 4180 with either
 * line end, and blanks around values stay what they are. */
static int is_space(unsigned char byte)
{
	return byte == CSV_CR;
}

static int is_end(unsigned char byte)
{
	return byte == CSV_LF;
}

int rec_referee_new(struct rec_csv *csv)
{
	if (csv_init(&csv->parser, CSV_REPALL_NL))
		return -1;
	csv_set_space_func(&csv->parser, is_space);
	csv_set_term_func(&csv->parser, is_end);
	csv_set_blk_size(&csv->parser, 4096);
	csv->parser_ready = true;
	return 0;
}

void rec_referee_free(struct rec_csv *csv)
{
	if (csv->parser_ready)
		csv_free(&csv->parser);
}

/* There is room: a record's text is no longer than the record. */
static void on_field(void *text, size_t len, void *data)
{
	struct rec_in *in = data;
	struct rec_csv *csv = in->state;
	unsigned column = csv->fields++;

	if (!rec_csv_keeps(in, csv, column) || column >= REC_MAX_COLUMNS)
		return;
	if (column >= csv->cell_cap && !rec_cells_room(csv, column + 1)) {
		csv->no_memory = true;
		return;
	}
	csv->cell[column] = (struct rec_cell){ .at = in->text.len, .len = len };
	if (len)
		memcpy(in->text.at + in->text.len, text, len);
	in->text.len += len;
}

static void on_record(int end, void *data)
{
	struct rec_in *in = data;
	struct rec_csv *csv = in->state;

	(void)end;
	csv->row = true;
	memset(in->text.at + in->text.len, 0, REC_SLACK);
}

/* Where the last field began, and whether it is a quote that is open. */
static bool open_quote(const struct rec_in *in, const struct rec_csv *csv,
    struct rec_error *error)
{
	struct rec_cut cut;
	const char *record = rec_source_at(&in->source) + csv->blank;

	rec_cut_start(&cut, record, csv->fed - csv->blank);
	while (rec_cut_next(&cut))
		error->field++;
	for (const char *at = record; at < cut.field; at++)
		error->line += *at == '\n';
	return cut.open;
}

static int fail_long(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_error place = { .line = in->record.line };
	bool quoted = open_quote(in, csv, &place);

	rec_fail(&in->error, REC_E_TOO_LONG,
	    quoted ? place.line : in->record.line, quoted ?
	    "a record over 1 MiB, in a quote that opened here" :
	    "a record over 1 MiB begins here");
	in->error.field = quoted ? place.field : 0;
	return -1;
}

static int fail_quote(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_error place = { .line = in->record.line };

	open_quote(in, csv, &place);
	rec_fail(&in->error, REC_E_QUOTE, place.line,
	    "a quote opened here never closes");
	in->error.field = place.field;
	return -1;
}

static int check_columns(struct rec_in *in, const struct rec_csv *csv)
{
	if (csv->fields <= REC_MAX_COLUMNS)
		return 1;
	return rec_fail(&in->error, REC_E_COLUMNS, in->record.line,
	    "more than %d fields", REC_MAX_COLUMNS);
}

/* Feeds what is held, but no further than the next LF. */
static int feed(struct rec_in *in, struct rec_csv *csv)
{
	const char *at = rec_source_at(&in->source) + csv->fed;
	size_t len = rec_source_len(&in->source) - csv->fed;
	const char *lf = memchr(at, '\n', len);

	if (lf)
		len = (size_t)(lf - at) + 1;
	if (!rec_buf_room(&in->text, csv->fed + len - csv->blank + 1 +
	    REC_SLACK))
		return rec_fail_memory(&in->error);
	if (csv_parse(&csv->parser, at, len, on_field, on_record, in) != len)
		csv->no_memory = true;
	if (csv->no_memory)
		return rec_fail_memory(&in->error);
	csv->fed += len;
	csv->fed_line += lf != NULL;
	return check_columns(in, csv);
}

/* The input has ended: 1 when that ended a record. */
static int finish(struct rec_in *in, struct rec_csv *csv)
{
	if (csv->fed == csv->blank)
		return 0;
	/* Only with these will csv_fini() own up to an open quote. */
	csv_set_opts(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
	if (csv_fini(&csv->parser, on_field, on_record, in) < 0)
		return fail_quote(in, csv);
	if (csv->no_memory)
		return rec_fail_memory(&in->error);
	if (csv->row)
		return check_columns(in, csv);
	csv->blank = csv->fed;
	return 0;
}

/* A line without a field is no record; it goes with the one behind it. */
static int pass_blank(struct rec_in *in, struct rec_csv *csv)
{
	csv->row = false;
	csv->blank = csv->fed;
	in->record.line = csv->fed_line;
	if (csv->blank > REC_MAX_RECORD)
		return rec_fail(&in->error, REC_E_TOO_LONG, in->line,
		    "over 1 MiB of blank lines");
	return 1;
}

int rec_referee_next(struct rec_in *in, struct rec_csv *csv)
{
	csv->row = false;
	csv->fields = 0;
	in->text.len = 0;
	while (!csv->row) {
		if (csv->fed == rec_source_len(&in->source)) {
			int more = rec_source_more(&in->source, &in->error);

			if (more <= 0)
				return more < 0 ? -1 : finish(in, csv);
		}
		if (feed(in, csv) < 0)
			return -1;
		if (csv->row && csv->fields == 0 && pass_blank(in, csv) < 0)
			return -1;
		if (csv->fed - csv->blank > REC_MAX_RECORD)
			return fail_long(in, csv);
	}
	return 1;
}
