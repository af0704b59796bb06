/* SPDX-License-Identifier: MIT */
/*
 * in.c - a reader: it recognises the format and hands on to the reader of that
 * format.  It must not know how any of them is parsed.
 */
#include "rec_internal.h"

#include <stdlib.h>

#define BLOCK 65536
#define BLOCK_MAX (1024 * 1024)

static const char bom[] = "\xef\xbb\xbf";

static size_t block_of(const struct rec_options *options)
{
	if (!options->block)
		return BLOCK;
	return options->block < BLOCK_MAX ? options->block : BLOCK_MAX;
}

struct rec_in *rec_in_new(int fd, const struct rec_options *options)
{
	struct rec_in *in = calloc(1, sizeof(*in));

	if (!in)
		return NULL;
	in->options = *options;
	in->format = options->format;
	in->last = REC_RECORD;
	in->line = 1;
	in->source = (struct rec_source){ .fd = fd,
		.block = block_of(options),
		.before_read = options->before_read,
		.arg = options->before_read_arg };
	in->value = calloc(options->slots + 1, sizeof(*in->value));
	if (!in->value) {
		free(in);
		return NULL;
	}
	in->record.value = in->value;
	return in;
}

struct rec_in *rec_in_memory(const char *text, size_t len,
    const struct rec_options *options)
{
	struct rec_in *in = rec_in_new(-1, options);

	if (!in)
		return NULL;
	in->source.ended = true;
	if (!rec_buf_add(&in->source.bytes, text, len) ||
	    !rec_buf_slack(&in->source.bytes)) {
		rec_in_free(in);
		return NULL;
	}
	return in;
}

bool rec_in_whole(struct rec_in *in, size_t most, struct rec_text *bytes)
{
	int got;

	while ((got = rec_source_more(&in->source, &in->error)) > 0)
		if (rec_source_len(&in->source) > most) {
			rec_fail(&in->error, REC_E_TOO_LONG, 0, "more than "
			    "%zu bytes, which are read in one go", most);
			got = -1;
			break;
		}
	*bytes = (struct rec_text){rec_source_at(&in->source),
		rec_source_len(&in->source)};
	return got == 0;
}

void rec_in_free(struct rec_in *in)
{
	if (!in)
		return;
	if (in->reader)
		in->reader->free(in);
	rec_events_clear(in);
	free(in->events);
	rec_buf_free(&in->scalars);
	rec_buf_free(&in->source.bytes);
	rec_buf_free(&in->text);
	free(in->value);
	free(in);
}

enum rec_got rec_stop(struct rec_in *in)
{
	in->last = REC_STOP;
	return REC_STOP;
}

enum rec_got rec_end(struct rec_in *in)
{
	in->last = REC_END;
	return REC_END;
}

void rec_fault(struct rec_in *in, enum rec_code code, unsigned long line,
    unsigned field, const char *text)
{
	if (in->record.fault)
		return;
	rec_fail(&in->fault, code, line, "%s", text);
	in->fault.field = field;
	in->record.fault = &in->fault;
}

/* At least want bytes, unless the input ends before: 1 or -1. */
static int look_ahead(struct rec_in *in, size_t want)
{
	while (rec_source_len(&in->source) < want && !in->source.ended)
		if (rec_source_more(&in->source, &in->error) < 0)
			return -1;
	return 1;
}

static bool skip_bom(struct rec_in *in)
{
	size_t len = rec_source_len(&in->source);

	if (len < 3 || memcmp(rec_source_at(&in->source), bom, 3))
		return false;
	in->source.start += 3;
	return true;
}

static int recognise(struct rec_in *in)
{
	struct rec_source *source = &in->source;

	while (!rec_sniff(rec_source_at(source), rec_source_len(source),
	    source->ended, &in->format))
		if (rec_source_more(source, &in->error) < 0)
			return -1;
	return 1;
}

static const struct rec_reader *reader_for(enum rec_format format)
{
	if (format == REC_YAML)
		return &rec_yaml_reader;
	return format == REC_JSON ? &rec_json_reader : &rec_csv_reader;
}

enum rec_got rec_start(struct rec_in *in)
{
	struct rec_source *source = &in->source;
	const char *foreign;

	if (look_ahead(in, 4) < 0)
		return rec_stop(in);
	if (rec_source_len(source) == 0) {
		if (in->format == REC_AUTO)
			in->format = REC_CSV;
		return in->last = REC_END;
	}
	if (rec_is_utf16(rec_source_at(source), rec_source_len(source))) {
		rec_fail(&in->error, REC_E_UTF16, 1,
		    "this looks like UTF-16; save it as UTF-8");
		return rec_stop(in);
	}
	in->bom = skip_bom(in);
	while (!source->ended && rec_may_be_foreign(rec_source_at(source),
	    rec_source_len(source)))
		if (rec_source_more(source, &in->error) < 0)
			return rec_stop(in);
	foreign = rec_is_foreign(rec_source_at(source),
	    rec_source_len(source));
	if (foreign) {
		rec_fail(&in->error, REC_E_FOREIGN, 1, "%s", foreign);
		return rec_stop(in);
	}
	if (in->format == REC_AUTO && recognise(in) < 0)
		return rec_stop(in);
	in->reader = reader_for(in->format);
	in->last = in->reader->start(in);
	return in->last;
}

enum rec_format rec_in_format(const struct rec_in *in)
{
	return in->format;
}

const struct rec_text *rec_in_header(const struct rec_in *in, size_t *count)
{
	*count = in->columns;
	return in->names;
}

unsigned long rec_in_header_line(const struct rec_in *in, bool *skipped)
{
	*skipped = in->header_found;
	return in->header_line;
}

static struct rec_text in_whole(const struct rec_raw *raw)
{
	return (struct rec_text){ raw->blank, raw->blank_len + raw->len };
}

struct rec_text rec_in_header_bytes(const struct rec_in *in, bool *has_bom)
{
	*has_bom = in->bom;
	return in_whole(&in->header);
}

struct rec_text rec_in_bytes(const struct rec_in *in, size_t *blank)
{
	*blank = in->raw.blank_len;
	return in_whole(&in->raw);
}

struct rec_text rec_in_field(const struct rec_in *in, unsigned field)
{
	struct rec_cut cut;

	rec_cut_start(&cut, in->raw.text, in->raw.len - in->raw.end);
	while (rec_cut_next(&cut))
		if (--field == 0)
			return (struct rec_text){ cut.field, cut.len };
	return (struct rec_text){ "", 0 };
}

enum rec_got rec_next(struct rec_in *in, const struct rec **record)
{
	if (in->last != REC_RECORD)
		return in->last;
	in->record.fault = NULL;
	return in->reader->next(in, record);
}

/* What was found out about the stream is forgotten, but for the keys. */
enum rec_got rec_look_ahead(struct rec_in *in, bool (*enough)(const void *arg),
    const void *arg)
{
	size_t start = in->source.start;
	unsigned long line = in->line;
	const struct rec *record;
	enum rec_got got;

	if (!in->reader->again)
		return REC_STOP;
	in->source.stays = true;
	do {
		got = rec_next(in, &record);
	} while (got == REC_RECORD && !enough(arg) &&
	    in->source.start - start <= REC_MAX_AHEAD);
	in->source.stays = false;
	/* A key may be known by then and not placed. */
	if (got == REC_STOP && in->error.code == REC_E_MEMORY)
		return got;
	in->source.start = start;
	in->line = line;
	in->error = (struct rec_error){ 0 };
	in->last = in->reader->again(in);
	return got;
}

unsigned long rec_in_line(const struct rec_in *in)
{
	return in->record.line;
}

const struct rec_error *rec_in_error(const struct rec_in *in)
{
	return &in->error;
}

bool rec_in_would_wait(const struct rec_in *in)
{
	if (in->source.ended || in->last != REC_RECORD || !in->reader)
		return false;
	return in->reader->waits(in);
}
