/* SPDX-License-Identifier: MIT */
/*
 * yaml_easy.c - the YAML that nearly all records are, written as libyaml would
 * but four times as fast: one-line scalars, block mappings, short lists.  It
 * must give up whatever it is not sure of; out_yaml.c then asks libyaml.
 */
#include "rec_internal.h"

/* Keys any longer would need a "?" before them. */
#define KEY_MAX 120

/* Characters that are line breaks or nothing to YAML, which need escapes. */
static bool is_strange(const char *text, size_t len)
{
	const unsigned char *at = (const unsigned char *)text;

	if (at[0] < 0x20 || at[0] == 0x7f)
		return true;
	if (at[0] < 0x80)
		return false;
	if (rec_utf8(text, len) == 0)
		return true;
	if (at[0] == 0xc2)
		return at[1] < 0xa0;
	if (at[0] == 0xe2)
		return at[1] == 0x80 && (at[2] == 0xa8 || at[2] == 0xa9);
	return at[0] == 0xef && (at[1] == 0xbb || at[1] == 0xbf);
}

static bool fits_quotes(const char *text, size_t len, const char *without)
{
	for (size_t i = 0; i < len; i += rec_utf8(text + i, len - i))
		if (is_strange(text + i, len - i) || strchr(without, text[i]))
			return false;
	return true;
}

static bool put_single(struct rec_buf *buf, const char *text, size_t len)
{
	bool good = fits_quotes(text, len, "") && rec_buf_byte(buf, '\'');

	for (size_t i = 0; i < len && good; i++)
		good = (text[i] != '\'' || rec_buf_byte(buf, '\'')) &&
		    rec_buf_byte(buf, text[i]);
	return good && rec_buf_byte(buf, '\'');
}

static bool put_double(struct rec_buf *buf, const char *text, size_t len)
{
	return fits_quotes(text, len, "\"\\") && rec_buf_byte(buf, '"') &&
	    rec_buf_add(buf, text, len) && rec_buf_byte(buf, '"');
}

/* A scalar as it came: what was plain on one line can be so again. */
static bool put_scalar(struct rec_buf *buf, const yaml_event_t *event)
{
	const char *text = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;

	if (event->data.scalar.anchor || event->data.scalar.tag)
		return false;
	switch (event->data.scalar.style) {
	case YAML_PLAIN_SCALAR_STYLE:
		/* 0xef may begin a mark of the byte order. */
		return !memchr(text, '\n', len) &&
		    (unsigned char)*text != 0xef && rec_buf_add(buf, text, len);
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
		return put_single(buf, text, len);
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return put_double(buf, text, len);
	default:
		return false;
	}
}

static bool put_indent(struct rec_buf *buf, int indent)
{
	return rec_buf_add(buf, "                    ", (size_t)indent);
}

struct writer {
	struct rec_buf *buf;
	const struct rec_event *event;
	size_t at;
	bool drop;
};

static const yaml_event_t *next(struct writer *writer)
{
	while (writer->drop && writer->event[writer->at].dropped)
		writer->at++;
	return &writer->event[writer->at++].event;
}

/* [a, 'b'] of which nothing is empty. */
static bool put_flow_list(struct writer *writer)
{
	const yaml_event_t *event = next(writer);
	bool good = rec_buf_byte(writer->buf, '[');

	for (bool first = true; good && event->type == YAML_SCALAR_EVENT;
	    first = false) {
		good = event->data.scalar.length &&
		    (first || rec_buf_add(writer->buf, ", ", 2)) &&
		    put_scalar(writer->buf, event);
		event = next(writer);
	}
	return good && event->type == YAML_SEQUENCE_END_EVENT &&
	    rec_buf_add(writer->buf, "]\n", 2);
}

/* Lines of "- a", as deep as their key. */
static bool put_block_list(struct writer *writer, int indent)
{
	const yaml_event_t *event = next(writer);
	bool good = event->type == YAML_SCALAR_EVENT &&
	    rec_buf_byte(writer->buf, '\n');

	while (good && event->type == YAML_SCALAR_EVENT) {
		good = event->data.scalar.length &&
		    put_indent(writer->buf, indent) &&
		    rec_buf_add(writer->buf, "- ", 2) &&
		    put_scalar(writer->buf, event) &&
		    rec_buf_byte(writer->buf, '\n');
		event = next(writer);
	}
	return good && event->type == YAML_SEQUENCE_END_EVENT;
}

static bool put_list(struct writer *writer, const yaml_event_t *start,
    int indent)
{
	if (start->data.sequence_start.anchor || start->data.sequence_start.tag)
		return false;
	if (start->data.sequence_start.style != YAML_FLOW_SEQUENCE_STYLE)
		return put_block_list(writer, indent);
	return rec_buf_byte(writer->buf, ' ') && put_flow_list(writer);
}

static bool is_block(const yaml_event_t *start)
{
	return start->type == YAML_MAPPING_START_EVENT &&
	    start->data.mapping_start.style != YAML_FLOW_MAPPING_STYLE &&
	    !start->data.mapping_start.anchor && !start->data.mapping_start.tag;
}

static bool put_key(struct rec_buf *buf, const yaml_event_t *event)
{
	return event->type == YAML_SCALAR_EVENT && event->data.scalar.length &&
	    event->data.scalar.length <= KEY_MAX && put_scalar(buf, event) &&
	    rec_buf_byte(buf, ':');
}

static bool put_mapping(struct writer *writer, int indent, bool inner);

static bool put_value(struct writer *writer, int indent)
{
	const yaml_event_t *event = next(writer);

	if (event->type == YAML_SEQUENCE_START_EVENT)
		return put_list(writer, event, indent);
	if (event->type != YAML_SCALAR_EVENT)
		return is_block(event) && rec_buf_byte(writer->buf, '\n') &&
		    put_mapping(writer, indent + 2, true);
	if (!event->data.scalar.length &&
	    event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
		return !event->data.scalar.anchor && !event->data.scalar.tag &&
		    rec_buf_byte(writer->buf, '\n');
	return rec_buf_byte(writer->buf, ' ') &&
	    put_scalar(writer->buf, event) && rec_buf_byte(writer->buf, '\n');
}

/* Up to the end of the mapping; an inner one may not be empty. */
static bool put_mapping(struct writer *writer, int indent, bool inner)
{
	const yaml_event_t *event = next(writer);
	bool first = true;

	while (event->type != YAML_MAPPING_END_EVENT) {
		if (((inner || !first) && !put_indent(writer->buf, indent)) ||
		    !put_key(writer->buf, event) || !put_value(writer, indent))
			return false;
		first = false;
		event = next(writer);
	}
	return !first;
}

bool rec_easy_events(struct rec_buf *buf, const struct rec_in *in, bool drop,
    int indent)
{
	struct writer writer = { .buf = buf, .event = in->events, .at = 1,
		.drop = drop };

	return is_block(&in->events[0].event) &&
	    put_mapping(&writer, indent, false);
}

/* Bytes at text that may stand in a plain scalar; 0: they may not. */
static size_t plain_part(const char *text, size_t len, bool first)
{
	unsigned char byte = (unsigned char)*text;

	if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9'))
		return 1;
	if (byte >= 0x80)
		return is_strange(text, len) ? 0 : rec_utf8(text, len);
	if (first || !byte)
		return 0;
	if (byte == ' ' || byte == ':')
		return len > 1 && text[1] != ' ';
	return strchr("_-./()+;=@\"'$%*<>~^|!?&", byte) != NULL;
}

/* Whether text stays what it is without quotes.  Stricter than YAML. */
static bool is_plain(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		size_t part = plain_part(text + i, len - i, i == 0);

		if (!part)
			return false;
		i += part;
	}
	return len > 0 && !rec_is_null(text, len);
}

static bool put_text(struct rec_buf *buf, const char *text, size_t len)
{
	return is_plain(text, len) ? rec_buf_add(buf, text, len) :
	    put_single(buf, text, len);
}

bool rec_easy_pair(struct rec_buf *buf, const char *name, size_t name_len,
    const char *text, size_t len)
{
	return name_len && name_len <= KEY_MAX &&
	    put_text(buf, name, name_len) && rec_buf_byte(buf, ':') &&
	    (!len || (rec_buf_byte(buf, ' ') && put_text(buf, text, len))) &&
	    rec_buf_byte(buf, '\n');
}
