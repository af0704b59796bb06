/* SPDX-License-Identifier: MIT */
/*
 * referee.c - libcsv as we use it: it alone decides what a CSV record is.  It
 * feeds lines and keeps decoded fields, and must not know what they are for.
 */
#include "rec_csv.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/* Left to itself libcsv takes blanks and tabs for such as well, and CRs for
 * ends.  Where that comes to the same it need not ask us about each byte. */
enum { ASK_SPACE = 1, ASK_END = 2 };

static void ask(struct rec_csv *csv, unsigned asks)
{
	if ((csv->asks ^ asks) & ASK_SPACE)
		csv_set_space_func(&csv->parser,
		    asks & ASK_SPACE ? is_space : NULL);
	if ((csv->asks ^ asks) & ASK_END)
		csv_set_term_func(&csv->parser, asks & ASK_END ? is_end : NULL);
	csv->asks = asks;
}

int rec_referee_new(struct rec_csv *csv)
{
	if (csv_init(&csv->parser, CSV_REPALL_NL))
		return -1;
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
static inline void keep(struct rec_buf *buf, const char *text, size_t len)
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
	keep(&in->text, text, len);
}

static void take(struct rec_in *in, struct rec_csv *csv, const char *text,
    size_t len)
{
	const struct rec_want *want = csv->next++;

	want->value->text = in->text.at + in->text.len;
	want->value->len = len;
	keep(&in->text, text, len);
}

static void on_field(void *text, size_t len, void *data)
{
	struct rec_in *in = data;
	struct rec_csv *csv = in->state;

	if (csv->fields++ == csv->next->column)
		take(in, csv, text, len);
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

/* Which of 32 bytes are blanks, line ends or controls, a bit a byte. */
#ifdef __SSE2__
static inline unsigned sparse_16(const char *text)
{
	__m128i in = _mm_loadu_si128((const __m128i *)(const void *)text);

	return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(in,
	    _mm_min_epu8(in, _mm_set1_epi8(' '))));
}

static inline uint32_t sparse(const char *text)
{
	return sparse_16(text) | sparse_16(text + 16) << 16;
}
#else
static inline uint32_t sparse(const char *text)
{
	uint32_t bits = 0;

	for (int i = 0; i < 32; i++)
		bits |= (uint32_t)((unsigned char)text[i] <= ' ') << i;
	return bits;
}
#endif

/* The text of values moves when there is no room for more. */
static bool make_room(struct rec_in *in, struct rec_csv *csv, size_t more)
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

static inline bool is_edge(char byte)
{
	return byte == ',' || byte == '"' || byte == '\r' || byte == '\n';
}

/* A blank or tab that is not next to where a field may begin or end is text to
 * libcsv in any case.  What is next to the last byte held is not known. */
static inline bool is_text(const char *text, size_t at, size_t len)
{
	if (text[at] != ' ' && text[at] != '\t')
		return text[at] != '\r';
	return at > 0 && at + 1 < len && !is_edge(text[at - 1]) &&
	    !is_edge(text[at + 1]);
}

/* Bytes, up to a line end, that libcsv reads as we do by itself.  Of the source
 * REC_SLACK bytes more may be looked at. */
static size_t agreed(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i += 32) {
		for (uint32_t bits = sparse(text + i); bits; bits &= bits - 1) {
			size_t at = i + (size_t)__builtin_ctz(bits);

			if (at >= len)
				return len;
			if (text[at] == '\n')
				return at + 1;
			if (!is_text(text, at, len))
				return at;
		}
	}
	return len;
}

static bool parse(struct rec_in *in, struct rec_csv *csv, const char *text,
    size_t len, unsigned asks)
{
	if (csv->asks != asks)
		ask(csv, asks);
	return csv_parse(&csv->parser, text, len,
	    csv->keep_all ? on_any : on_field, on_record, in) == len &&
	    !csv->no_memory;
}

/* Feeds what is held, but no further than the next LF. */
static int feed(struct rec_in *in, struct rec_csv *csv)
{
	const char *at = rec_source_at(&in->source) + csv->fed;
	size_t held = rec_source_len(&in->source) - csv->fed;
	size_t easy = agreed(at, held), len = easy;
	const char *lf = at + easy - 1;

	if (!easy || *lf != '\n') {
		lf = memchr(at + easy, '\n', held - easy);
		len = lf ? (size_t)(lf - at) + 1 : held;
	}
	if (!make_room(in, csv, csv->fed + len - csv->blank + 1 + REC_SLACK))
		return rec_fail_memory(&in->error);
	if (easy && !parse(in, csv, at, easy, 0))
		return rec_fail_memory(&in->error);
	if (easy < len && !parse(in, csv, at + easy, len - easy, ASK_SPACE |
	    (memchr(at + easy, '\r', len - easy) ? ASK_END : 0)))
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
	if (csv_fini(&csv->parser, csv->keep_all ? on_any : on_field,
	    on_record, in) < 0)
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
	csv->next = csv->want;
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
