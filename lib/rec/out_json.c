/* SPDX-License-Identifier: MIT */
/*
 * out_json.c - JSON written, one object a line.  Values of other formats become
 * strings; a byte that is not UTF-8 becomes \ufffd there, the only place where
 * a byte is not kept, since JSON cannot hold it.
 */
#include "rec_internal.h"

#include <stdio.h>

static bool put_escape(struct rec_buf *buf, unsigned char byte)
{
	static const char short_of[] = "\bb\ff\nn\rr\tt\"\"\\\\";
	char text[8];

	for (size_t i = 0; short_of[i]; i += 2)
		if ((unsigned char)short_of[i] == byte)
			return rec_buf_byte(buf, '\\') &&
			    rec_buf_byte(buf, short_of[i + 1]);
	snprintf(text, sizeof(text), "\\u%04x", (unsigned)byte);
	return rec_buf_add(buf, text, 6);
}

/* Bytes that can stand as they are. */
static size_t json_out_plain_run(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len) {
		unsigned char byte = (unsigned char)text[i];
		size_t one = byte < 0x80 ? 1 : rec_utf8(text + i, len - i);

		if (byte < 0x20 || byte == '"' || byte == '\\' || one == 0)
			break;
		i += one;
	}
	return i;
}

/* *lost: a byte was no UTF-8. */
static bool json_out_put_string(
    struct rec_buf *buf, const char *text, size_t len, bool *lost)
{
	bool good = rec_buf_byte(buf, '"');

	for (size_t i = 0; i < len && good;) {
		size_t run = json_out_plain_run(text + i, len - i);

		good = rec_buf_add(buf, text + i, run);
		i += run;
		if (i == len || !good)
			break;
		*lost |= (unsigned char)text[i] >= 0x80;
		good = (unsigned char)text[i] >= 0x80 ?
		    rec_buf_add(buf, "\\ufffd", 6) :
		    put_escape(buf, (unsigned char)text[i]);
		i++;
	}
	return good && rec_buf_byte(buf, '"');
}

static bool put_member(struct rec_out *out, const struct rec_text *name,
    const struct rec_text *cell, const struct rec_value *value, bool comma)
{
	struct rec_buf *buf = &out->buf;
	bool lost = false;
	bool good = (!comma || rec_buf_add(buf, ", ", 2)) &&
	    json_out_put_string(buf, name->text, name->len, &lost) &&
	    rec_buf_add(buf, ": ", 2) &&
	    (out->tokens && value && value->token && cell->len ?
	    rec_buf_add(buf, cell->text, cell->len) :
	    json_out_put_string(buf, cell->text, cell->len, &lost));

	if (lost)
		rec_out_lost_bytes(out, name, value);
	return good;
}

static bool json_out_put_cells(struct rec_out *out,
    const struct rec_text *names, const struct rec_text *cells, size_t count,
    bool comma)
{
	for (size_t i = 0; i < count; i++)
		if (!put_member(out, &names[i], &cells[i], NULL, comma || i))
			return false;
	return rec_buf_add(&out->buf, "}\n", 2);
}

static int json_out_end_put(struct rec_out *out, size_t mark, bool good)
{
	if (good)
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

int rec_json_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	size_t mark = out->buf.len;
	bool good = rec_buf_byte(&out->buf, '{');

	for (size_t i = 0; i < count && good; i++) {
		struct rec_text cell = { values[i].text, values[i].len };

		good = put_member(out, &names[i], &cell, &values[i], i > 0);
	}
	return json_out_end_put(out, mark, good &&
	    json_out_put_cells(out, then, cells, cell_count, count > 0));
}

/* Of an object, all of which is UTF-8. */
static bool json_out_put_scalar(
    struct rec_buf *buf, const struct rec_event *event)
{
	bool lost = false;

	if (event->style == YAML_PLAIN_SCALAR_STYLE)
		return rec_buf_add(buf, event->text, event->len);
	return json_out_put_string(buf, event->text, event->len, &lost);
}

/* What stands between two events of an object or array. */
static bool put_between(struct rec_buf *buf, bool first, bool value)
{
	if (first)
		return true;
	return rec_buf_add(buf, value ? ": " : ", ", 2);
}

struct level {
	bool mapping;
	bool value;  /* a key was written last */
	bool first;
};

static bool put_event(struct rec_buf *buf, const struct rec_event *event,
    struct level *level, int *depth)
{
	bool start = event->type == YAML_MAPPING_START_EVENT ||
	    event->type == YAML_SEQUENCE_START_EVENT;
	bool mapping = event->type == YAML_MAPPING_START_EVENT;
	struct level *outer = &level[*depth];

	if (event->type == YAML_MAPPING_END_EVENT ||
	    event->type == YAML_SEQUENCE_END_EVENT) {
		--*depth;
		return rec_buf_byte(buf, outer->mapping ? '}' : ']');
	}
	if (!put_between(buf, outer->first, outer->value))
		return false;
	outer->first = false;
	outer->value = outer->mapping && !outer->value;
	if (!start)
		return json_out_put_scalar(buf, event);
	level[++*depth] = (struct level){ .mapping = mapping, .first = true };
	return rec_buf_byte(buf, mapping ? '{' : '[');
}

/* The object made anew without what is dropped, its last brace left off. */
static bool json_out_put_kept(struct rec_buf *buf, const struct rec_in *in)
{
	struct level level[REC_MAX_DEPTH + 2] = { { .first = true } };
	int depth = 0;

	for (size_t i = 0; i + 1 < in->event_count; i++)
		if (!in->events[i].dropped && !put_event(buf,
		    &in->events[i], level, &depth))
			return false;
	return true;
}

int rec_json_put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	struct rec_buf *buf = &out->buf;
	size_t mark = buf->len;
	bool good;

	if (!count)
		return json_out_end_put(out, mark,
		    rec_buf_add(buf, in->raw.text, in->raw.len) &&
		    rec_buf_byte(buf, '\n'));
	if (in->dropped)
		good = json_out_put_kept(buf, in);
	else
		good = rec_buf_add(buf, in->raw.text, in->raw.len - 1);
	while (good && (buf->at[buf->len - 1] == ' ' ||
	    buf->at[buf->len - 1] == '\t'))
		buf->len--;
	return json_out_end_put(out, mark,
	    good &&
		json_out_put_cells(
		    out, names, cells, count, buf->at[buf->len - 1] != '{'));
}
