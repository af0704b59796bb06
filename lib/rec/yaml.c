/* SPDX-License-Identifier: MIT */
/*
 * yaml.c - records out of a YAML stream: a document each, or the items of one
 * sequence.  It owns the parser; the fields of a record are read in flat.c.
 */
#include "rec_internal.h"

#include <stdlib.h>

/* What libyaml may have read ahead of the record it is at. */
#define AHEAD 65536

struct reader {
	yaml_parser_t parser;
	bool parser_ready;
	struct rec_flat *flat;
	struct rec_in *in;
	size_t handed;  /* bytes given to libyaml since the last record */
	bool begun;     /* a document with something in it was seen */
};

static void yaml_reader_free(struct rec_in *in)
{
	struct reader *yaml = in->state;

	if (!yaml)
		return;
	if (yaml->parser_ready)
		yaml_parser_delete(&yaml->parser);
	rec_flat_free(yaml->flat);
	free(yaml);
}

/* Bytes of ASCII that can be shown, and LFs. */
static size_t harmless(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && ((text[i] >= ' ' && text[i] < 0x7f) ||
	    text[i] == '\n'))
		i++;
	return i;
}

/* So much is handed on at once: one line, so that libyaml cannot stumble over
 * a bad byte long before the record that has it; or all lines that have none
 * for sure. */
static size_t to_hand(const struct rec_source *source, size_t size)
{
	const char *at = rec_source_at(source);
	size_t len = rec_source_len(source);
	size_t lines;
	const char *lf;

	if (len > size)
		len = size;
	lines = harmless(at, len);
	while (lines && at[lines - 1] != '\n')
		lines--;
	if (lines)
		return lines;
	lf = len ? memchr(at, '\n', len) : NULL;
	return lf ? (size_t)(lf - at) + 1 : len;
}

/* libyaml asks for bytes; 0 from here is an error. */
static int hand(void *data, unsigned char *to, size_t size, size_t *given)
{
	struct reader *yaml = data;
	struct rec_in *in = yaml->in;
	size_t len = rec_source_len(&in->source);

	*given = 0;
	if (!len && rec_source_more(&in->source, &in->error) < 0)
		return 0;
	if (yaml->handed > REC_MAX_RECORD + AHEAD) {
		rec_fail(&in->error, REC_E_TOO_LONG, in->record.line,
		    "a record over 1 MiB begins here");
		return 0;
	}
	len = to_hand(&in->source, size);
	if (len)
		memcpy(to, rec_source_at(&in->source), len);
	in->source.start += len;
	yaml->handed += len;
	*given = len;
	return 1;
}

static enum rec_got start_parser(struct rec_in *in, struct reader *yaml)
{
	yaml->parser_ready = yaml_parser_initialize(&yaml->parser);
	if (!yaml->parser_ready) {
		rec_fail_memory(&in->error);
		return rec_stop(in);
	}
	yaml_parser_set_encoding(&yaml->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&yaml->parser, hand, yaml);
	return REC_RECORD;
}

static enum rec_got yaml_reader_start(struct rec_in *in)
{
	struct reader *yaml = calloc(1, sizeof(*yaml));

	in->state = yaml;
	if (yaml) {
		yaml->in = in;
		yaml->flat = rec_flat_new();
	}
	if (!yaml || !yaml->flat) {
		rec_fail_memory(&in->error);
		return rec_stop(in);
	}
	return start_parser(in, yaml);
}

static enum rec_got yaml_reader_again(struct rec_in *in)
{
	struct reader *yaml = in->state;

	yaml_parser_delete(&yaml->parser);
	yaml->handed = 0;
	yaml->begun = in->sequence = in->bare = false;
	return start_parser(in, yaml);
}

static bool is_nothing(const yaml_event_t *event)
{
	return event->type == YAML_SCALAR_EVENT &&
	    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	    rec_is_null((const char *)event->data.scalar.value,
	        event->data.scalar.length);
}

static int check_length(struct rec_in *in)
{
	if (in->event_span <= REC_MAX_RECORD)
		return 0;
	return rec_fail(&in->error, REC_E_TOO_LONG, in->record.line,
	    "a record over 1 MiB begins here");
}

static int yaml_take_record(struct rec_in *in, yaml_event_t *first)
{
	struct reader *yaml = in->state;

	yaml->begun = true;
	in->record.line = first->start_mark.line + 1;
	if (rec_events_take(in, &yaml->parser, first, 0) < 0 ||
	    check_length(in) < 0 || rec_flat_read(yaml->flat, in, 0) < 0)
		return -1;
	yaml->handed = 0;
	return 1;
}

static int fail_shape(struct rec_in *in, const yaml_event_t *event)
{
	if (event->type == YAML_ALIAS_EVENT)
		return rec_fail(&in->error, REC_E_ALIAS,
		    event->start_mark.line + 1,
		    "an alias in place of a record");
	return rec_fail(&in->error, REC_E_SHAPE, event->start_mark.line + 1,
	    "not a record: each document, or each item of the one sequence, "
	    "must be a mapping");
}

/* Whether a node between records is no error, and no record. */
static bool passes(struct rec_in *in, const yaml_event_t *event)
{
	struct reader *yaml = in->state;

	if (event->type == YAML_SEQUENCE_START_EVENT && !yaml->begun) {
		in->sequence = true;
		yaml->begun = true;
		return true;
	}
	return !in->sequence && is_nothing(event);
}

/* 2: go on; else as rec_next(). */
static int next_event(struct rec_in *in)
{
	struct reader *yaml = in->state;
	yaml_event_t event;
	int got = 2;

	if (!yaml_parser_parse(&yaml->parser, &event))
		return rec_events_fail(in, &yaml->parser, 0);
	switch (event.type) {
	case YAML_MAPPING_START_EVENT:
		return yaml_take_record(in, &event);
	case YAML_STREAM_END_EVENT:
		got = 0;
		break;
	case YAML_SCALAR_EVENT:
	case YAML_ALIAS_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		if (!passes(in, &event))
			got = fail_shape(in, &event);
		break;
	case YAML_DOCUMENT_START_EVENT:
		if (!yaml->begun)
			in->bare = event.data.document_start.implicit;
		break;
	default:
		break;
	}
	yaml_event_delete(&event);
	return got;
}

static enum rec_got yaml_reader_next(
    struct rec_in *in, const struct rec **record)
{
	int got;

	rec_events_clear(in);
	do {
		got = next_event(in);
	} while (got == 2);
	if (got < 0)
		return rec_stop(in);
	if (got == 0)
		return rec_end(in);
	*record = &in->record;
	return REC_RECORD;
}

/* What libyaml holds may be a record, too. */
static bool yaml_reader_waits(const struct rec_in *in)
{
	const struct reader *yaml = in->state;

	return rec_source_len(&in->source) == 0 && yaml->parser.unread == 0;
}

const struct rec_reader rec_yaml_reader = {
	.start = yaml_reader_start,
	.next = yaml_reader_next,
	.again = yaml_reader_again,
	.free = yaml_reader_free,
	.waits = yaml_reader_waits,
};
