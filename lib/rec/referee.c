/* SPDX-License-Identifier: MIT */
/*
 * referee.c - libcsv as we use it: it alone decodes what is not plain.  Lines
 * are fed to it and decoded fields kept; what they are for is not known here.
 *
 * Left to itself libcsv would take text behind a closing quote for more of the
 * quoted field, and the next records with it; told to be strict it would refuse
 * a quote in the middle of a field, too.  So what it is fed is looked at first.
 */
#include "rec_csv.h"

/* Only CR is a blank and only LF ends a record: this is RFC 4180 with either
 * line end, and blanks around values stay what they are. */
static int is_space(unsigned char byte)
{
	return byte == CSV_CR;
}

static int referee_is_end(unsigned char byte)
{
	return byte == CSV_LF;
}

int rec_referee_new(struct rec_csv *csv)
{
	if (csv_init(&csv->parser, CSV_REPALL_NL))
		return -1;
	csv_set_blk_size(&csv->parser, 4096);
	csv_set_space_func(&csv->parser, is_space);
	csv_set_term_func(&csv->parser, referee_is_end);
	csv->parser_ready = true;
	return 0;
}

void rec_referee_free(struct rec_csv *csv)
{
	if (csv->parser_ready)
		csv_free(&csv->parser);
}

/* There is room: a record's text is no longer than the record. */
static inline void referee_keep(
    struct rec_buf *buf, const char *text, size_t len)
{
	char *to = buf->at + buf->len;

	buf->len += len;
	rec_copy(to, text, len);
}

/* Of a record whose fields are all asked for. */
static void on_any(void *text, size_t len, void *data)
{
	struct rec_in *in = data;
	struct rec_csv *csv = in->state;
	unsigned column = csv->fields++;

	if (column >= REC_MAX_COLUMNS)
		return;
	if (column >= csv->cell_cap && !rec_cells_room(csv, column + 1)) {
		csv->no_memory = true;
		return;
	}
	csv->cell[column] = (struct rec_cell){ .at = in->text.len, .len = len };
	referee_keep(&in->text, text, len);
}

static void referee_take(
    struct rec_in *in, struct rec_csv *csv, const char *text, size_t len)
{
	const struct rec_want *want = csv->next++;

	want->value->text = in->text.at + in->text.len;
	want->value->len = len;
	referee_keep(&in->text, text, len);
}

static void on_field(void *text, size_t len, void *data)
{
	struct rec_in *in = data;
	struct rec_csv *csv = in->state;

	if (csv->fields++ == csv->next->column)
		referee_take(in, csv, text, len);
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

/* What separates the names of a header instead of commas, if its first one is
 * quoted: then that stands behind the quote. */
static const char *other_separator(const struct rec_in *in,
    const struct rec_csv *csv)
{
	const char *text = rec_source_at(&in->source) + csv->fed;

	if (in->columns > 0 || rec_source_len(&in->source) == csv->fed)
		return NULL;
	return *text == ';' ? "semicolons" : *text == '\t' ? "tabs" :
	    *text == '|' ? "bars" : NULL;
}

/* The text begins where feeding has come to.  The field may have begun on a
 * line before it: that is where a quote is too many. */
static int fail_behind(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_error place = { .line = in->record.line };
	const char *other = other_separator(in, csv);

	open_quote(in, csv, &place);
	if (other)
		rec_fail(&in->error, REC_E_HEADER, place.line, "it is "
		    "separated by %s; save it separated by commas", other);
	else if (place.line == csv->fed_line)
		rec_fail(&in->error, REC_E_BEHIND, place.line,
		    "text behind a closing quote; a quote inside of quotes "
		    "is written twice");
	else
		rec_fail(&in->error, REC_E_BEHIND, place.line,
		    "a quote opened here, and text is behind the next one on "
		    "line %lu; a quote inside of quotes is written twice",
		    csv->fed_line);
	in->error.field = place.field;
	return -1;
}

static int referee_check_columns(struct rec_in *in, const struct rec_csv *csv)
{
	if (csv->fields <= REC_MAX_COLUMNS)
		return 1;
	return rec_fail(&in->error, REC_E_COLUMNS, in->record.line,
	    "more than %d fields", REC_MAX_COLUMNS);
}

/* The text of values moves when there is no room for more. */
static bool referee_make_room(
    struct rec_in *in, struct rec_csv *csv, size_t more)
{
	size_t count = (size_t)(csv->next - csv->want);

	if (in->text.cap - in->text.len >= more)
		return true;
	if (csv->keep_all)
		return rec_buf_room(&in->text, more);
	for (size_t i = 0; i < count; i++)
		csv->cell[i].at = (size_t)(csv->want[i].value->text -
		    in->text.at);
	if (!rec_buf_room(&in->text, more))
		return false;
	for (size_t i = 0; i < count; i++)
		csv->want[i].value->text = in->text.at + csv->cell[i].at;
	return true;
}

/* Feeds bytes of one line. */
static bool feed_part(struct rec_in *in, struct rec_csv *csv, const char *text,
    size_t len)
{
	return csv_parse(&csv->parser, text, len,
	    csv->keep_all ? on_any : on_field, on_record, in) == len &&
	    !csv->no_memory;
}

static size_t blanks(const char *text, size_t len)
{
	size_t n = 0;

	while (n < len && (text[n] == ' ' || text[n] == '\t' ||
	    text[n] == '\r'))
		n++;
	return n;
}

/* Bytes up to and with the first that is a or b, or all. */
static size_t up_to(const char *text, size_t len, char a, char b)
{
	size_t n = 0;

	while (n < len && text[n] != a && text[n] != b)
		n++;
	return n < len ? n + 1 : len;
}

/* A line being looked at: what is from from on is yet to be fed up to at. */
struct line {
	const char *from;
	const char *at;
	const char *end;
	bool last; /* nothing is behind it */
};

/* Blanks around quotes are not fed. */
static bool leave_out(struct rec_in *in, struct rec_csv *csv,
    struct line *line, size_t len)
{
	bool good = feed_part(in, csv, line->from,
	    (size_t)(line->at - line->from));

	line->at += len;
	line->from = line->at;
	return good;
}

/* The beginning of a field: 1, 0 when it takes more to tell, -1. */
static int field_start(struct rec_in *in, struct rec_csv *csv,
    struct line *line)
{
	size_t left = (size_t)(line->end - line->at);
	size_t n = blanks(line->at, left);

	if (n == left && !line->last)
		return 0;
	csv->where = REC_IN_PLAIN;
	if (n == left || line->at[n] != '"') {
		line->at += n;
		return 1;
	}
	csv->where = REC_IN_QUOTES;
	if (n && !leave_out(in, csv, line, n))
		return -1;
	line->at++;
	return 1;
}

/* Behind a quote that may be a closing one: 1, 0 when it is followed by text,
 * -1. */
static int field_closed(struct rec_in *in, struct rec_csv *csv,
    struct line *line)
{
	size_t n = blanks(line->at, (size_t)(line->end - line->at));

	if (n) {
		csv->where = REC_BEHIND_BLANK;
		return leave_out(in, csv, line, n) ? 1 : -1;
	}
	if (*line->at == '"' && csv->where == REC_BEHIND_QUOTE)
		csv->where = REC_IN_QUOTES;
	else if (*line->at == ',' || *line->at == '\n')
		csv->where = REC_AT_START;
	else
		return 0;
	line->at++;
	return 1;
}

/* One step through a line: 1, or 0 with what has to be said set, or -1. */
static int referee_step(
    struct rec_in *in, struct rec_csv *csv, struct line *line)
{
	size_t left = (size_t)(line->end - line->at);

	switch (csv->where) {
	case REC_AT_START:
		return field_start(in, csv, line);
	case REC_IN_PLAIN:
		line->at += up_to(line->at, left, ',', '\n');
		if (line->at[-1] == ',' || line->at[-1] == '\n')
			csv->where = REC_AT_START;
		return 1;
	case REC_IN_QUOTES:
		line->at += up_to(line->at, left, '"', '"');
		if (line->at[-1] == '"')
			csv->where = REC_BEHIND_QUOTE;
		return 1;
	default:
		return field_closed(in, csv, line);
	}
}

/* Feeds what is buffered, but no further than the next LF. */
static int feed(struct rec_in *in, struct rec_csv *csv)
{
	const char *at = rec_source_at(&in->source) + csv->fed;
	size_t buffered = rec_source_len(&in->source) - csv->fed;
	const char *lf = memchr(at, '\n', buffered);
	struct line line = { at, at, lf ? lf + 1 : at + buffered,
		lf || in->source.ended };
	int going = 1;

	if (!referee_make_room(in, csv, csv->fed + (size_t)(line.end - at) -
	    csv->blank + 1 + REC_SLACK))
		return rec_fail_memory(&in->error);
	while (line.at < line.end && going > 0)
		going = referee_step(in, csv, &line);
	if (going < 0 || !leave_out(in, csv, &line, 0))
		return rec_fail_memory(&in->error);
	csv->fed += (size_t)(line.at - at);
	csv->stuck = going == 0;
	if (going == 0 && csv->where != REC_AT_START)
		return fail_behind(in, csv);
	csv->fed_line += lf != NULL && !csv->stuck;
	return referee_check_columns(in, csv);
}

/* The input has ended: 1 when that ended a record. */
static int referee_finish(struct rec_in *in, struct rec_csv *csv)
{
	if (csv->fed == csv->blank)
		return 0;
	/* Only with these will csv_fini() own up to an open quote. */
	csv_set_opts(&csv->parser, CSV_STRICT | CSV_STRICT_FINI);
	if (csv_fini(&csv->parser, csv->keep_all ? on_any : on_field,
	    on_record, in) < 0)
		return fail_quote(in, csv);
	if (csv->no_memory)
		return rec_fail_memory(&in->error);
	if (csv->row)
		return referee_check_columns(in, csv);
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

/* Blanks that nobody knows what to make of are part of the record, too. */
static size_t read_of(const struct rec_in *in, const struct rec_csv *csv)
{
	return csv->stuck ? rec_source_len(&in->source) : csv->fed;
}

/* More to feed: 1, 0 when all was fed, -1. */
static int more_buffered(struct rec_in *in, struct rec_csv *csv)
{
	int more = rec_source_more(&in->source, &in->error);

	csv->stuck = false;
	if (more == 0 && csv->fed < rec_source_len(&in->source))
		return 1;
	return more;
}

int rec_referee_next(struct rec_in *in, struct rec_csv *csv)
{
	csv->row = false;
	csv->fields = 0;
	csv->next = csv->want;
	in->text.len = 0;
	while (!csv->row) {
		if (csv->stuck || csv->fed == rec_source_len(&in->source)) {
			int more = more_buffered(in, csv);

			if (more <= 0)
				return more < 0 ? -1 : referee_finish(in, csv);
		}
		if (feed(in, csv) < 0)
			return -1;
		if (csv->row && csv->fields == 0 && pass_blank(in, csv) < 0)
			return -1;
		if (read_of(in, csv) - csv->blank > REC_MAX_RECORD)
			return fail_long(in, csv);
	}
	return 1;
}
