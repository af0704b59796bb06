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
static bool easy_is_strange(const char *text, size_t len)
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

/* With neither of two bytes in it. */
static bool fits_quotes(const char *text, size_t len, char one, char other)
{
	for (size_t i = 0; i < len;) {
		bool ascii = text[i] >= 0x20 && text[i] < 0x7f;

		if (text[i] == one || text[i] == other || (!ascii &&
		    easy_is_strange(text + i, len - i)))
			return false;
		i += ascii ? 1 : rec_utf8(text + i, len - i);
	}
	return true;
}

static bool put_single(struct rec_buf *buf, const char *text, size_t len)
{
	bool good = fits_quotes(text, len, 0, 0) && rec_buf_byte(buf, '\'');

	for (size_t i = 0; i < len && good; i++)
		good = (text[i] != '\'' || rec_buf_byte(buf, '\'')) &&
		    rec_buf_byte(buf, text[i]);
	return good && rec_buf_byte(buf, '\'');
}

static bool put_double(struct rec_buf *buf, const char *text, size_t len)
{
	return fits_quotes(text, len, '"', '\\') && rec_buf_byte(buf, '"') &&
	    rec_buf_add(buf, text, len) && rec_buf_byte(buf, '"');
}

/* A scalar as it came: what was plain on one line can be so again. */
static bool easy_put_scalar(struct rec_buf *buf, const struct rec_event *event)
{
	const char *text = event->text;
	size_t len = event->len;

	if (event->whole)
		return false;
	switch (event->style) {
	case YAML_PLAIN_SCALAR_STYLE:
		/* 0xef may begin a mark of the byte order. */
		return (event->one_line || !memchr(text, '\n', len)) &&
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

static const struct rec_event *easy_next(struct writer *writer)
{
	while (writer->drop && writer->event[writer->at].dropped)
		writer->at++;
	return &writer->event[writer->at++];
}

/* [a, 'b'] of which nothing is empty. */
static bool put_flow_list(struct writer *writer)
{
	const struct rec_event *event = easy_next(writer);
	bool good = rec_buf_byte(writer->buf, '[');

	for (bool first = true; good && event->type == YAML_SCALAR_EVENT;
	    first = false) {
		good = event->len &&
		    (first || rec_buf_add(writer->buf, ", ", 2)) &&
		    easy_put_scalar(writer->buf, event);
		event = easy_next(writer);
	}
	return good && event->type == YAML_SEQUENCE_END_EVENT &&
	    rec_buf_add(writer->buf, "]\n", 2);
}

/* Lines of "- a", as deep as their key. */
static bool put_block_list(struct writer *writer, int indent)
{
	const struct rec_event *event = easy_next(writer);
	bool good = event->type == YAML_SCALAR_EVENT &&
	    rec_buf_byte(writer->buf, '\n');

	while (good && event->type == YAML_SCALAR_EVENT) {
		good = event->len &&
		    put_indent(writer->buf, indent) &&
		    rec_buf_add(writer->buf, "- ", 2) &&
		    easy_put_scalar(writer->buf, event) &&
		    rec_buf_byte(writer->buf, '\n');
		event = easy_next(writer);
	}
	return good && event->type == YAML_SEQUENCE_END_EVENT;
}

static bool easy_put_list(struct writer *writer, const struct rec_event *start,
    int indent)
{
	if (start->whole)
		return false;
	if (start->style != YAML_FLOW_SEQUENCE_STYLE)
		return put_block_list(writer, indent);
	return rec_buf_byte(writer->buf, ' ') && put_flow_list(writer);
}

static bool is_block(const struct rec_event *start)
{
	return start->type == YAML_MAPPING_START_EVENT &&
	    start->style != YAML_FLOW_MAPPING_STYLE && !start->whole;
}

static bool put_key(struct rec_buf *buf, const struct rec_event *event)
{
	return event->type == YAML_SCALAR_EVENT && event->len &&
	    event->len <= KEY_MAX && easy_put_scalar(buf, event) &&
	    rec_buf_byte(buf, ':');
}

static bool put_mapping(struct writer *writer, int indent, bool inner);

static bool easy_put_value(struct writer *writer, int indent)
{
	const struct rec_event *event = easy_next(writer);

	if (event->type == YAML_SEQUENCE_START_EVENT)
		return easy_put_list(writer, event, indent);
	if (event->type != YAML_SCALAR_EVENT)
		return is_block(event) && rec_buf_byte(writer->buf, '\n') &&
		    put_mapping(writer, indent + 2, true);
	if (!event->len &&
	    event->style == YAML_PLAIN_SCALAR_STYLE)
		return !event->whole && rec_buf_byte(writer->buf, '\n');
	return rec_buf_byte(writer->buf, ' ') &&
	    easy_put_scalar(writer->buf, event) &&
	    rec_buf_byte(writer->buf, '\n');
}

/* A scalar that can be copied as it is. */
static inline bool easy_is_bare(const struct rec_event *event)
{
	return event->type == YAML_SCALAR_EVENT &&
	    event->style == YAML_PLAIN_SCALAR_STYLE && event->one_line &&
	    event->len && !event->whole && (unsigned char)*event->text != 0xef;
}

/* Most lines: a key and a value that can be copied. */
static inline bool put_bare_pair(struct rec_buf *buf,
    const struct rec_event *key, const struct rec_event *value, int indent)
{
	size_t room = (size_t)indent + key->len + value->len + 3;
	char *to;

	if (buf->cap - buf->len < room && !rec_buf_room(buf, room))
		return false;
	to = buf->at + buf->len;
	buf->len += room;
	for (; indent > 0; indent--)
		*to++ = ' ';
	rec_copy(to, key->text, key->len);
	to += key->len;
	*to++ = ':';
	*to++ = ' ';
	rec_copy(to, value->text, value->len);
	to[value->len] = '\n';
	return true;
}

static bool put_pair(struct writer *writer, const struct rec_event *key,
    int width, int indent)
{
	return put_indent(writer->buf, width) &&
	    put_key(writer->buf, key) && easy_put_value(writer, indent);
}

/* Up to the end of the mapping; an inner one may not be empty. */
static bool put_mapping(struct writer *writer, int indent, bool inner)
{
	const struct rec_event *event = easy_next(writer);
	bool first = true;

	for (; event->type != YAML_MAPPING_END_EVENT;
	     event = easy_next(writer)) {
		int width = inner || !first ? indent : 0;
		const struct rec_event *value = &writer->event[writer->at];

		/* What is dropped is so together with its key. */
		if (easy_is_bare(event) && event->len <= KEY_MAX &&
		    easy_is_bare(value)) {
			if (!put_bare_pair(writer->buf, event, value, width))
				return false;
			writer->at++;
		} else if (!put_pair(writer, event, width, indent)) {
			return false;
		}
		first = false;
	}
	return !first;
}

bool rec_easy_events(struct rec_buf *buf, const struct rec_in *in, bool drop,
    int indent)
{
	struct writer writer = { .buf = buf, .event = in->events, .at = 1,
		.drop = drop };

	return is_block(&in->events[0]) &&
	    put_mapping(&writer, indent, false);
}

/* What a byte may be in a plain scalar: nothing (or no ASCII), anything,
 * anything but the first, or that with no blank and no end behind it. */
enum { NEVER, ANYWHERE, INSIDE, BETWEEN };

#define A ANYWHERE
#define I INSIDE
#define B BETWEEN
static const unsigned char may_be[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/* blank to slash */
	B, I, I, 0, I, I, I, I, I, I, I, I, 0, I, I, I,
	A, A, A, A, A, A, A, A, A, A, B, I, I, I, I, I,
	/* at sign, letters, brackets */
	I, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
	A, A, A, A, A, A, A, A, A, A, A, 0, 0, 0, I, I,
	0, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
	A, A, A, A, A, A, A, A, A, A, A, 0, I, 0, I, 0,
};
#undef A
#undef I
#undef B

/* Bytes at text that may stand in a plain scalar; 0: they may not. */
static inline size_t plain_part(const char *text, size_t len, bool first)
{
	unsigned char byte = (unsigned char)*text;

	if (byte >= 0x80)
		return easy_is_strange(text, len) ? 0 : rec_utf8(text, len);
	switch (may_be[byte]) {
	case ANYWHERE:
		return 1;
	case INSIDE:
		return !first;
	case BETWEEN:
		return !first && len > 1 && text[1] != ' ';
	default:
		return 0;
	}
}

static inline bool is_easy_inside(char byte)
{
	unsigned kind = may_be[(unsigned char)byte];

	return kind == ANYWHERE || kind == INSIDE;
}

/* Whether text stays what it is without quotes.  Stricter than YAML. */
static bool easy_is_plain(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		size_t part = plain_part(text + i, len - i, i == 0);

		if (!part)
			return false;
		for (i += part; i < len && is_easy_inside(text[i]);)
			i++;
	}
	return len > 0 && !rec_is_typed(text, len);
}

static bool easy_put_text(struct rec_buf *buf, const char *text, size_t len)
{
	return easy_is_plain(text, len) ? rec_buf_add(buf, text, len) :
	    put_single(buf, text, len);
}

/* So many names are remembered. */
#define NAMES_MAX REC_MAX_COLUMNS

/* The same for a name, which comes again with every record. */
static bool put_name(struct rec_out *out, const struct rec_text *name)
{
	const char *text = name->text;
	size_t len = name->len;

	if (rec_keys_guess(&out->plain, text, len) == REC_NO_KEY) {
		if (!easy_is_plain(text, len))
			return put_single(&out->buf, text, len);
		if (out->plain.count < NAMES_MAX &&
		    rec_keys_get(&out->plain, text, len) == REC_NO_KEY)
			return false;
	}
	return rec_buf_add(&out->buf, text, len);
}

static bool easy_put_start(struct rec_out *out, const struct rec_text *name,
    bool any)
{
	return name->len && name->len <= KEY_MAX && put_name(out, name) &&
	    rec_buf_add(&out->buf, ": ", any ? 2 : 1);
}

bool rec_easy_pair(struct rec_out *out, const struct rec_text *name,
    const char *text, size_t len)
{
	return easy_put_start(out, name, len > 0) &&
	    (!len || easy_put_text(&out->buf, text, len)) &&
	    rec_buf_byte(&out->buf, '\n');
}

bool rec_easy_token(struct rec_out *out, const struct rec_text *name,
    const char *text, size_t len)
{
	return easy_put_start(out, name, len > 0) &&
	    rec_buf_add(&out->buf, text, len) &&
	    rec_buf_byte(&out->buf, '\n');
}
