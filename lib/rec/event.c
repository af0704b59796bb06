/* SPDX-License-Identifier: MIT */
/*
 * event.c - collects the libyaml events of one record and refuses what is too
 * deep or too much while it is still cheap.  It reads no meaning into them.
 */
#include "rec_internal.h"

#include <stdlib.h>
#include <string.h>

static void forget(yaml_event_t *whole)
{
	if (whole)
		yaml_event_delete(whole);
	free(whole);
}

void rec_events_clear(struct rec_in *in)
{
	for (size_t i = 0; in->whole_events && i < in->event_count; i++)
		forget(in->events[i].whole);
	in->event_count = 0;
	in->scalars.len = 0;
	in->whole_events = false;
	in->dropped = false;
}

/* libyaml's own words, which are constant and never hold a value. */
int rec_events_fail(struct rec_in *in, const yaml_parser_t *parser,
    unsigned long line_base)
{
	size_t line = parser->problem_mark.line;

	/* Set already: reading failed, or the record was too long. */
	if (in->error.code)
		return -1;
	if (parser->error == YAML_MEMORY_ERROR)
		return rec_fail_memory(&in->error);
	if (parser->error == YAML_READER_ERROR)
		line = parser->mark.line;
	return rec_fail(&in->error, REC_E_SYNTAX, line_base + line + 1, "%s%s",
	    parser->problem ? parser->problem : "not well-formed",
	    parser->problem && strstr(parser->problem, "start any token") ?
	    ": tabs do not indent, and some signs need quotes" : "");
}

/* The texts move when there is no room for more. */
static bool scalars_room(struct rec_in *in, size_t more)
{
	struct rec_buf moved = { 0 };

	if (in->scalars.cap - in->scalars.len >= more)
		return true;
	if (!rec_buf_room(&moved, more + in->scalars.cap) ||
	    !rec_buf_add(&moved, in->scalars.at, in->scalars.len))
		return false;
	for (size_t i = 0; i < in->event_count; i++)
		if (in->events[i].text && !in->events[i].whole)
			in->events[i].text = moved.at +
			    (in->events[i].text - in->scalars.at);
	rec_buf_free(&in->scalars);
	in->scalars = moved;
	return true;
}

/* There is room. */
static inline const char *keep_text(struct rec_buf *buf, const char *text,
    size_t len)
{
	char *at = buf->at + buf->len;

	rec_copy(at, text, len);
	at[len] = '\0';
	buf->len += len + 1;
	return at;
}

/* Field by field, for this is done for nearly every event there is. */
static inline void event_set_scalar(
    struct rec_event *to, const yaml_event_t *event)
{
	to->type = YAML_SCALAR_EVENT;
	to->style = (int)event->data.scalar.style;
	to->text = (const char *)event->data.scalar.value;
	to->len = event->data.scalar.length;
	to->line = event->start_mark.line;
	to->implicit = event->data.scalar.plain_implicit;
	to->quoted_implicit = event->data.scalar.quoted_implicit;
	to->one_line = event->start_mark.line == event->end_mark.line;
	to->dropped = false;
	to->whole = NULL;
}

/* What is no scalar. */
static void set_other(struct rec_event *to, const yaml_event_t *event)
{
	*to = (struct rec_event){ .type = event->type,
		.line = event->start_mark.line };
	if (event->type == YAML_MAPPING_START_EVENT) {
		to->style = (int)event->data.mapping_start.style;
		to->implicit = event->data.mapping_start.implicit;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		to->style = (int)event->data.sequence_start.style;
		to->implicit = event->data.sequence_start.implicit;
	}
}

/* Whether there is more to an event than struct rec_event takes. */
static bool has_more(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor || event->data.scalar.tag;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor ||
		    event->data.mapping_start.tag;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor ||
		    event->data.sequence_start.tag;
	default:
		return event->type == YAML_ALIAS_EVENT;
	}
}

/* The texts of a whole event are its own. */
static bool keep_whole(struct rec_in *in, struct rec_event *to,
    const yaml_event_t *event)
{
	to->whole = malloc(sizeof(*to->whole));
	if (!to->whole)
		return false;
	*to->whole = *event;
	in->whole_events = true;
	return true;
}

bool rec_events_room(struct rec_in *in)
{
	struct rec_event *events = rec_grow(in->events, &in->event_cap,
	    in->event_count + 1, sizeof(*events));

	if (events)
		in->events = events;
	return events;
}

static bool note(struct rec_in *in, const yaml_event_t *event)
{
	struct rec_event *to;

	if (in->event_count == in->event_cap && !rec_events_room(in))
		return false;
	to = &in->events[in->event_count];
	if (event->type == YAML_SCALAR_EVENT)
		event_set_scalar(to, event);
	else
		set_other(to, event);
	if (has_more(event)) {
		if (!keep_whole(in, to, event))
			return false;
	} else if (to->text) {
		if (!scalars_room(in, to->len + 1))
			return false;
		to->text = keep_text(&in->scalars, to->text, to->len);
	}
	in->event_count++;
	return true;
}

/* Takes the event over, or what it has to say, and deletes it. */
static int event_keep(struct rec_in *in, yaml_event_t *event)
{
	bool good = note(in, event);

	if (!good || !in->events[in->event_count - 1].whole)
		yaml_event_delete(event);
	return good ? 0 : rec_fail_memory(&in->error);
}

/* The same for nearly all there are; false: it is not one of them. */
static inline bool keep_easy(struct rec_in *in, yaml_event_t *event)
{
	struct rec_buf *buf = &in->scalars;
	struct rec_event *to = &in->events[in->event_count];

	if (event->type != YAML_SCALAR_EVENT || event->data.scalar.anchor ||
	    event->data.scalar.tag || in->event_count == in->event_cap ||
	    buf->cap - buf->len <= event->data.scalar.length)
		return false;
	event_set_scalar(to, event);
	to->text = keep_text(buf, to->text, to->len);
	in->event_count++;
	yaml_event_delete(event);
	return true;
}

int rec_events_many(struct rec_in *in)
{
	return rec_fail(&in->error, REC_E_COLUMNS, in->record.line,
	    "too many fields and list items");
}

static int depth_change(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_MAPPING_START_EVENT:
	case YAML_SEQUENCE_START_EVENT:
		return 1;
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		return -1;
	default:
		return 0;
	}
}

static inline int check_limits(struct rec_in *in, int depth, unsigned long line)
{
	if (depth > REC_MAX_DEPTH)
		return rec_fail(&in->error, REC_E_DEPTH, line,
		    "nested deeper than %d", REC_MAX_DEPTH);
	return in->event_count > REC_MAX_EVENTS ? rec_events_many(in) : 0;
}

int rec_events_take(struct rec_in *in, yaml_parser_t *parser,
    yaml_event_t *first, unsigned long line_base)
{
	size_t start = first->start_mark.index, end = start;
	yaml_event_t event;
	size_t line;
	int depth = 1;

	if (event_keep(in, first) < 0)
		return -1;
	while (depth > 0) {
		if (!yaml_parser_parse(parser, &event))
			return rec_events_fail(in, parser, line_base);
		line = event.start_mark.line;
		end = event.end_mark.index;
		if (!keep_easy(in, &event)) {
			depth += depth_change(&event);
			if (event_keep(in, &event) < 0)
				return -1;
		}
		if (check_limits(in, depth, line_base + line + 1) < 0)
			return -1;
	}
	in->event_span = end - start;
	return 0;
}
