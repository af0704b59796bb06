/* SPDX-License-Identifier: MIT */
/*
 * out_yaml.c - YAML written: the events a record came in with keys behind them,
 * or a mapping made of fields.  What yaml_easy.c will not write, libyaml's
 * emitter does; a byte that is not UTF-8 becomes U+FFFD, as in JSON.
 */
#include "rec_internal.h"

/* One record is one emitter's work. */
struct hard {
	yaml_emitter_t emitter;
	struct rec_buf *buf;
	struct rec_out *out;
	struct rec_buf clean;
	bool lost; /* a byte was no UTF-8 */
};

static int on_write(void *data, unsigned char *text, size_t len)
{
	struct hard *hard = data;

	return rec_buf_add(hard->buf, (const char *)text, len);
}

static bool emit(struct hard *hard, yaml_event_t *event, int made)
{
	return made && yaml_emitter_emit(&hard->emitter, event);
}

static bool start_sequence(struct hard *hard)
{
	yaml_event_t event;

	return emit(hard, &event, yaml_sequence_start_event_initialize(&event,
	    NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE));
}

static bool end_sequence(struct hard *hard)
{
	yaml_event_t event;

	return emit(hard, &event, yaml_sequence_end_event_initialize(&event));
}

/* A record of a sequence is written as a sequence of one. */
static bool start_record(struct hard *hard, const struct rec_out *out,
    bool bare)
{
	yaml_event_t event;

	yaml_emitter_set_output(&hard->emitter, on_write, hard);
	yaml_emitter_set_unicode(&hard->emitter, 1);
	yaml_emitter_set_width(&hard->emitter, -1);
	return emit(hard, &event, yaml_stream_start_event_initialize(&event,
	    YAML_UTF8_ENCODING)) &&
	    emit(hard, &event, yaml_document_start_event_initialize(&event,
	        NULL, NULL, NULL, bare || out->sequence)) &&
	    (!out->sequence || start_sequence(hard));
}

static bool end_record(struct hard *hard, const struct rec_out *out)
{
	yaml_event_t event;

	return (!out->sequence || end_sequence(hard)) &&
	    emit(hard, &event, yaml_document_end_event_initialize(&event, 1)) &&
	    yaml_emitter_flush(&hard->emitter);
}

/* Copies text with U+FFFD in place of what is not UTF-8. */
static bool clean(struct hard *hard, const char *text, size_t len)
{
	struct rec_buf *buf = &hard->clean;

	buf->len = 0;
	for (size_t i = 0; i < len;) {
		size_t one = rec_utf8(text + i, len - i);

		if (!(one ? rec_buf_add(buf, text + i, one) :
		    rec_buf_add(buf, "\xef\xbf\xbd", 3)))
			return false;
		hard->lost |= one == 0;
		i += one ? one : 1;
	}
	return rec_buf_room(buf, 1);
}

/* As plain as can be: the emitter quotes what would not come back. */
static yaml_scalar_style_t style_for(const char *text, size_t len)
{
	if (len && rec_is_typed(text, len))
		return YAML_SINGLE_QUOTED_SCALAR_STYLE;
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20)
			return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	return YAML_PLAIN_SCALAR_STYLE;
}

static bool yaml_out_put_text(struct hard *hard, const char *text, size_t len)
{
	yaml_event_t event;

	if (!clean(hard, text, len))
		return false;
	text = hard->clean.at;
	len = hard->clean.len;
	return emit(hard, &event, yaml_scalar_event_initialize(&event, NULL,
	    NULL, (const yaml_char_t *)text, (int)len, 1, 1,
	    style_for(text, len)));
}

/* A token of JSON that is no string is the same to YAML. */
static bool put_token(struct hard *hard, const struct rec_value *value)
{
	yaml_event_t event;

	return emit(hard, &event, yaml_scalar_event_initialize(&event, NULL,
	    NULL, (const yaml_char_t *)value->text, (int)value->len, 1, 1,
	    YAML_PLAIN_SCALAR_STYLE));
}

/* value is NULL where the pair is none of a record's. */
static void tell_lost(struct hard *hard, const struct rec_text *name,
    const struct rec_value *value)
{
	if (hard->lost)
		rec_out_lost_bytes(hard->out, name, value);
	hard->lost = false;
}

static bool yaml_out_put_cells(struct hard *hard, const struct rec_text *names,
    const struct rec_text *cells, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!yaml_out_put_text(hard, names[i].text, names[i].len) ||
		    !yaml_out_put_text(hard, cells[i].text, cells[i].len))
			return false;
		tell_lost(hard, &names[i], NULL);
	}
	return true;
}

static bool put_fields(struct hard *hard, const struct rec_text *names,
    const struct rec_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!yaml_out_put_text(hard, names[i].text, names[i].len) ||
		    !(values[i].token ? put_token(hard, &values[i]) :
		    yaml_out_put_text(hard, values[i].text, values[i].len)))
			return false;
		tell_lost(hard, &names[i], &values[i]);
	}
	return true;
}

static bool put_mapping_start(struct hard *hard)
{
	yaml_event_t event;

	return emit(hard, &event, yaml_mapping_start_event_initialize(&event,
	    NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
}

static bool put_mapping_end(struct hard *hard)
{
	yaml_event_t event;

	return emit(hard, &event, yaml_mapping_end_event_initialize(&event));
}

struct props {
	yaml_char_t *anchor, *tag;
};

static struct props props_of(const struct rec_event *event)
{
	const yaml_event_t *whole = event->whole;

	if (!whole)
		return (struct props){ NULL, NULL };
	switch (whole->type) {
	case YAML_SCALAR_EVENT:
		return (struct props){ whole->data.scalar.anchor,
			whole->data.scalar.tag };
	case YAML_MAPPING_START_EVENT:
		return (struct props){ whole->data.mapping_start.anchor,
			whole->data.mapping_start.tag };
	case YAML_SEQUENCE_START_EVENT:
		return (struct props){ whole->data.sequence_start.anchor,
			whole->data.sequence_start.tag };
	default:
		return (struct props){ whole->data.alias.anchor, NULL };
	}
}

/* An event for the emitter, which frees what it is given. */
static int make(yaml_event_t *to, const struct rec_event *from)
{
	struct props props = props_of(from);

	switch (from->type) {
	case YAML_SCALAR_EVENT:
		return yaml_scalar_event_initialize(to, props.anchor,
		    props.tag, (const yaml_char_t *)from->text,
		    (int)from->len, from->implicit, from->quoted_implicit,
		    (yaml_scalar_style_t)from->style);
	case YAML_ALIAS_EVENT:
		return yaml_alias_event_initialize(to, props.anchor);
	case YAML_MAPPING_START_EVENT:
		return yaml_mapping_start_event_initialize(to, props.anchor,
		    props.tag, from->implicit,
		    (yaml_mapping_style_t)from->style);
	case YAML_MAPPING_END_EVENT:
		return yaml_mapping_end_event_initialize(to);
	case YAML_SEQUENCE_START_EVENT:
		return yaml_sequence_start_event_initialize(to, props.anchor,
		    props.tag, from->implicit,
		    (yaml_sequence_style_t)from->style);
	default:
		return yaml_sequence_end_event_initialize(to);
	}
}

/* Every event of the record but its last, the end of the mapping. */
static bool put_events(struct hard *hard, const struct rec_in *in,
    bool drop)
{
	yaml_event_t event;

	for (size_t i = 0; i + 1 < in->event_count; i++)
		if (!(drop && in->events[i].dropped) &&
		    !emit(hard, &event, make(&event, &in->events[i])))
			return false;
	return true;
}

/* Which layout the output has is decided by its first record.  Whether this
 * one begins without "---". */
static bool yaml_out_begin(struct rec_out *out, const struct rec_in *in)
{
	bool bare = !out->yaml_begun && in && in->bare;

	if (!out->yaml_begun)
		out->sequence = in && in->sequence;
	out->yaml_begun = true;
	return bare;
}

static bool put_prefix(struct rec_out *out, bool bare)
{
	if (out->sequence)
		return rec_buf_add(&out->buf, "- ", 2);
	return bare || rec_buf_add(&out->buf, "---\n", 4);
}

static bool easy_start(struct rec_out *out, bool first)
{
	return !out->sequence || first || rec_buf_add(&out->buf, "  ", 2);
}

/* The pairs of a mapping that is open, all but the first on new lines. */
static bool easy_cells(struct rec_out *out, const struct rec_text *names,
    const struct rec_text *cells, size_t count, bool first)
{
	for (size_t i = 0; i < count; i++)
		if (!easy_start(out, first && i == 0) ||
		    !rec_easy_pair(out, &names[i], cells[i].text,
		        cells[i].len))
			return false;
	return true;
}

static bool easy_fields(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct rec_value *value = &values[i];

		if (!easy_start(out, i == 0) || !(value->token ?
		    rec_easy_token : rec_easy_pair)(out, &names[i],
		    value->text, value->len))
			return false;
	}
	return true;
}

/* What libyaml made of it; undoes what it wrote in vain. */
static int end_hard(struct rec_out *out, struct hard *hard, size_t mark,
    bool good)
{
	bool refused = hard->emitter.error == YAML_EMITTER_ERROR;

	yaml_emitter_delete(&hard->emitter);
	rec_buf_free(&hard->clean);
	if (good)
		return 0;
	out->buf.len = mark;
	if (!refused)
		return rec_out_memory(out);
	rec_fail(&out->error, REC_E_WRITE, 0, "cannot be written as YAML");
	return rec_out_fail(out);
}

int rec_yaml_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	struct hard hard = { .buf = &out->buf, .out = out };
	size_t mark = out->buf.len;
	bool bare = yaml_out_begin(out, NULL);

	if (count + cell_count && put_prefix(out, bare) &&
	    easy_fields(out, names, values, count) &&
	    easy_cells(out, then, cells, cell_count, count == 0))
		return 0;
	out->buf.len = mark;
	if (!yaml_emitter_initialize(&hard.emitter))
		return rec_out_memory(out);
	return end_hard(out, &hard, mark, start_record(&hard, out, bare) &&
	    put_mapping_start(&hard) &&
	    put_fields(&hard, names, values, count) &&
	    yaml_out_put_cells(&hard, then, cells, cell_count) &&
	    put_mapping_end(&hard) && end_record(&hard, out));
}

int rec_yaml_put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	struct hard hard = { .buf = &out->buf, .out = out };
	size_t mark = out->buf.len;
	bool bare = yaml_out_begin(out, in);

	if (put_prefix(out, bare) && rec_easy_events(&out->buf, in, count > 0,
	    out->sequence ? 2 : 0) &&
	    easy_cells(out, names, cells, count, false))
		return 0;
	out->buf.len = mark;
	if (!yaml_emitter_initialize(&hard.emitter))
		return rec_out_memory(out);
	return end_hard(out, &hard, mark, start_record(&hard, out, bare) &&
	    put_events(&hard, in, count > 0) &&
	    yaml_out_put_cells(&hard, names, cells, count) &&
	    put_mapping_end(&hard) && end_record(&hard, out));
}
