/* SPDX-License-Identifier: MIT */
/*
 * event.c - collects the libyaml events of one record and refuses what is too
 * deep or too much while it is still cheap.  It reads no meaning into them.
 */
#include "rec_internal.h"

#include <stdlib.h>

void rec_events_clear(struct rec_in *in)
{
	for (size_t i = 0; i < in->event_count; i++)
		yaml_event_delete(&in->events[i].event);
	in->event_count = 0;
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
	return rec_fail(&in->error, REC_E_SYNTAX, line_base + line + 1, "%s",
	    parser->problem ? parser->problem : "not well-formed");
}

/* Takes the event over, or deletes it. */
static int keep(struct rec_in *in, yaml_event_t *event)
{
	struct rec_event *events = in->events;

	if (in->event_count == in->event_cap)
		events = rec_grow(in->events, &in->event_cap,
		    in->event_count + 1, sizeof(*events));
	if (!events) {
		yaml_event_delete(event);
		return rec_fail_memory(&in->error);
	}
	in->events = events;
	events[in->event_count].event = *event;
	events[in->event_count++].dropped = false;
	return 0;
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

static int check_limits(struct rec_in *in, int depth, unsigned long line)
{
	if (depth > REC_MAX_DEPTH)
		return rec_fail(&in->error, REC_E_DEPTH, line,
		    "nested deeper than %d", REC_MAX_DEPTH);
	/* A field is a key and a value; a list counts by its items. */
	if (in->event_count > 4 * REC_MAX_COLUMNS)
		return rec_fail(&in->error, REC_E_COLUMNS, in->record.line,
		    "too many fields and list items");
	return 0;
}

int rec_events_take(struct rec_in *in, yaml_parser_t *parser,
    yaml_event_t *first, unsigned long line_base)
{
	int depth = 1;

	if (keep(in, first) < 0)
		return -1;
	while (depth > 0) {
		yaml_event_t event;
		unsigned long line;

		if (!yaml_parser_parse(parser, &event))
			return rec_events_fail(in, parser, line_base);
		depth += depth_change(&event);
		line = line_base + event.start_mark.line + 1;
		if (keep(in, &event) < 0 || check_limits(in, depth, line) < 0)
			return -1;
	}
	return 0;
}
