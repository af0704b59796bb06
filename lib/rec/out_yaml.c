/* SPDX-License-Identifier: MIT */
/*
 * out_yaml.c - YAML written by libyaml's emitter: the events a record came in,
 * with keys behind them, or a mapping made of fields.  It must not know where a
 * record came from; a byte that is not UTF-8 becomes U+FFFD, as in JSON.
 */
#include "rec_internal.h"

#include <stdlib.h>

struct rec_yaml_out {
	yaml_emitter_t emitter;
	bool ready;
	bool sequence;    /* one document that is a sequence is open */
	bool ended;       /* we wrote a line end that the emitter will */
	char last;        /* byte written */
	struct rec_out *out;
	struct rec_buf clean;
};

void rec_yaml_out_free(struct rec_yaml_out *yaml)
{
	if (!yaml)
		return;
	if (yaml->ready)
		yaml_emitter_delete(&yaml->emitter);
	rec_buf_free(&yaml->clean);
	free(yaml);
}

/* The emitter writes a line end when the next line begins; we write it when
 * the record ends and leave that one out. */
static int on_write(void *data, unsigned char *text, size_t len)
{
	struct rec_yaml_out *yaml = data;

	if (len && yaml->ended && *text == '\n') {
		text++;
		len--;
	}
	yaml->ended = false;
	if (!len)
		return 1;
	yaml->last = (char)text[len - 1];
	return rec_buf_add(&yaml->out->buf, (const char *)text, len);
}

static bool emit(struct rec_yaml_out *yaml, yaml_event_t *event, int made)
{
	return made && yaml_emitter_emit(&yaml->emitter, event);
}

static struct rec_yaml_out *yaml_new(struct rec_out *out)
{
	struct rec_yaml_out *yaml = calloc(1, sizeof(*yaml));
	yaml_event_t event;

	if (!yaml)
		return NULL;
	yaml->out = out;
	out->yaml = yaml;
	yaml->ready = yaml_emitter_initialize(&yaml->emitter);
	if (!yaml->ready)
		return NULL;
	yaml_emitter_set_output(&yaml->emitter, on_write, yaml);
	yaml_emitter_set_unicode(&yaml->emitter, 1);
	yaml_emitter_set_width(&yaml->emitter, -1);
	if (!emit(yaml, &event, yaml_stream_start_event_initialize(&event,
	    YAML_UTF8_ENCODING)))
		return NULL;
	return yaml;
}

static bool start_document(struct rec_yaml_out *yaml, bool bare)
{
	yaml_event_t event;

	return emit(yaml, &event, yaml_document_start_event_initialize(&event,
	    NULL, NULL, NULL, bare));
}

static bool end_document(struct rec_yaml_out *yaml)
{
	yaml_event_t event;

	return emit(yaml, &event, yaml_document_end_event_initialize(&event,
	    1));
}

/* Opens what a record stands in. */
static bool start_record(struct rec_yaml_out *yaml, const struct rec_in *in)
{
	yaml_event_t event;

	if (yaml->sequence)
		return true;
	if (!start_document(yaml, in && in->bare))
		return false;
	if (!in || !in->sequence)
		return true;
	yaml->sequence = true;
	return emit(yaml, &event, yaml_sequence_start_event_initialize(&event,
	    NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE));
}

static bool end_record(struct rec_yaml_out *yaml)
{
	if (!yaml->sequence && !end_document(yaml))
		return false;
	if (!yaml_emitter_flush(&yaml->emitter))
		return false;
	if (yaml->last == '\n')
		return true;
	yaml->last = '\n';
	yaml->ended = true;
	return rec_buf_byte(&yaml->out->buf, '\n');
}

/* Copies text with U+FFFD in place of what is not UTF-8. */
static bool clean(struct rec_buf *buf, const char *text, size_t len)
{
	buf->len = 0;
	for (size_t i = 0; i < len;) {
		size_t one = rec_utf8(text + i, len - i);

		if (!(one ? rec_buf_add(buf, text + i, one) :
		    rec_buf_add(buf, "\xef\xbf\xbd", 3)))
			return false;
		i += one ? one : 1;
	}
	return rec_buf_room(buf, 1);
}

/* As plain as can be: the emitter quotes what would not come back. */
static yaml_scalar_style_t style_for(const char *text, size_t len)
{
	if (len && rec_is_null(text, len))
		return YAML_SINGLE_QUOTED_SCALAR_STYLE;
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20)
			return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	return YAML_PLAIN_SCALAR_STYLE;
}

static bool put_text(struct rec_yaml_out *yaml, const char *text, size_t len)
{
	yaml_event_t event;

	if (!clean(&yaml->clean, text, len))
		return false;
	text = yaml->clean.at;
	len = yaml->clean.len;
	return emit(yaml, &event, yaml_scalar_event_initialize(&event, NULL,
	    NULL, (const yaml_char_t *)text, (int)len, 1, 1,
	    style_for(text, len)));
}

static bool put_cells(struct rec_yaml_out *yaml, const struct rec_text *names,
    const struct rec_text *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!put_text(yaml, names[i].text, names[i].len) ||
		    !put_text(yaml, cells[i].text, cells[i].len))
			return false;
	return true;
}

static bool put_fields(struct rec_yaml_out *yaml, const struct rec_text *names,
    const struct rec_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!put_text(yaml, names[i].text, names[i].len) ||
		    !put_text(yaml, values[i].text, values[i].len))
			return false;
	return true;
}

static bool put_mapping_start(struct rec_yaml_out *yaml)
{
	yaml_event_t event;

	return emit(yaml, &event, yaml_mapping_start_event_initialize(&event,
	    NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
}

static bool put_mapping_end(struct rec_yaml_out *yaml)
{
	yaml_event_t event;

	return emit(yaml, &event, yaml_mapping_end_event_initialize(&event));
}

static int copy_scalar(yaml_event_t *to, const yaml_event_t *from)
{
	return yaml_scalar_event_initialize(to, from->data.scalar.anchor,
	    from->data.scalar.tag, from->data.scalar.value,
	    (int)from->data.scalar.length, from->data.scalar.plain_implicit,
	    from->data.scalar.quoted_implicit, from->data.scalar.style);
}

/* The emitter frees what it is given, and the record is still needed. */
static int copy(yaml_event_t *to, const yaml_event_t *from)
{
	switch (from->type) {
	case YAML_SCALAR_EVENT:
		return copy_scalar(to, from);
	case YAML_ALIAS_EVENT:
		return yaml_alias_event_initialize(to,
		    from->data.alias.anchor);
	case YAML_MAPPING_START_EVENT:
		return yaml_mapping_start_event_initialize(to,
		    from->data.mapping_start.anchor,
		    from->data.mapping_start.tag,
		    from->data.mapping_start.implicit,
		    from->data.mapping_start.style);
	case YAML_MAPPING_END_EVENT:
		return yaml_mapping_end_event_initialize(to);
	case YAML_SEQUENCE_START_EVENT:
		return yaml_sequence_start_event_initialize(to,
		    from->data.sequence_start.anchor,
		    from->data.sequence_start.tag,
		    from->data.sequence_start.implicit,
		    from->data.sequence_start.style);
	default:
		return yaml_sequence_end_event_initialize(to);
	}
}

/* Every event of the record but its last, the end of the mapping. */
static bool put_events(struct rec_yaml_out *yaml, const struct rec_in *in,
    bool drop)
{
	yaml_event_t event;

	for (size_t i = 0; i + 1 < in->event_count; i++)
		if (!(drop && in->events[i].dropped) &&
		    !emit(yaml, &event, copy(&event, &in->events[i].event)))
			return false;
	return true;
}

static int fail_emit(struct rec_out *out)
{
	if (!out->yaml || out->yaml->emitter.error != YAML_EMITTER_ERROR)
		return rec_out_memory(out);
	rec_fail(&out->error, REC_E_WRITE, 0, "cannot be written as YAML");
	return rec_out_fail(out);
}

int rec_yaml_put(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells, size_t cell_count)
{
	struct rec_yaml_out *yaml = out->yaml ? out->yaml : yaml_new(out);
	size_t mark = out->buf.len;

	if (yaml && start_record(yaml, NULL) && put_mapping_start(yaml) &&
	    put_fields(yaml, names, values, count) &&
	    put_cells(yaml, then, cells, cell_count) &&
	    put_mapping_end(yaml) && end_record(yaml))
		return 0;
	out->buf.len = mark;
	return fail_emit(out);
}

int rec_yaml_put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	struct rec_yaml_out *yaml = out->yaml ? out->yaml : yaml_new(out);
	size_t mark = out->buf.len;

	if (yaml && start_record(yaml, in) && put_events(yaml, in, count > 0) &&
	    put_cells(yaml, names, cells, count) && put_mapping_end(yaml) &&
	    end_record(yaml))
		return 0;
	out->buf.len = mark;
	return fail_emit(out);
}
