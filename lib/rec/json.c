/* SPDX-License-Identifier: MIT */
/*
 * json.c - records out of JSON: one object after the other, or the elements of
 * one array.  It finds where each object ends and has it read.
 */
#include "rec_internal.h"

#include <stdlib.h>

struct reader {
	struct rec_flat *flat;
	struct rec_buf own; /* of an object that has line breaks */
	size_t len;    /* of the object given out last */
	size_t column; /* bytes of the line before source.start */
	bool begun;
	bool array;
	bool closed;   /* the array has ended */
};

#define AT_END (-1)
#define FAILED (-2)

static void json_reader_free(struct rec_in *in)
{
	struct reader *json = in->state;

	if (!json)
		return;
	rec_flat_free(json->flat);
	rec_buf_free(&json->own);
	free(json);
}

static enum rec_got json_reader_start(struct rec_in *in)
{
	struct reader *json = calloc(1, sizeof(*json));

	in->state = json;
	if (json)
		json->flat = rec_flat_new();
	if (!json || !json->flat) {
		rec_fail_memory(&in->error);
		return rec_stop(in);
	}
	return REC_RECORD;
}

static enum rec_got json_reader_again(struct rec_in *in)
{
	struct reader *json = in->state;

	json->len = json->column = 0;
	json->begun = json->array = json->closed = false;
	return REC_RECORD;
}

/* Steps over bytes and counts their lines. */
static void json_step(struct rec_in *in, size_t len)
{
	struct reader *json = in->state;
	const char *from = rec_source_at(&in->source), *at = from;
	const char *end = from + len;

	for (; (at = memchr(at, '\n', (size_t)(end - at))); from = ++at) {
		in->line++;
		json->column = 0;
	}
	json->column += (size_t)(end - from);
	in->source.start += len;
}

/* The next byte that is not blank, not yet stepped over. */
static int peek(struct rec_in *in)
{
	for (;;) {
		const char *at = rec_source_at(&in->source);
		size_t len = rec_source_len(&in->source);
		size_t i = 0;
		int more;

		while (i < len && (at[i] == ' ' || at[i] == '\t' ||
		    at[i] == '\r' || at[i] == '\n'))
			i++;
		json_step(in, i);
		if (i < len)
			return (unsigned char)at[i];
		more = rec_source_more(&in->source, &in->error);
		if (more <= 0)
			return more < 0 ? FAILED : AT_END;
	}
}

/* A file may be one line. */
static int fail_syntax(struct rec_in *in, const char *why)
{
	const struct reader *json = in->state;

	rec_fail(&in->error, REC_E_SYNTAX, in->line, "byte %zu: %s",
	    json->column + 1, why);
	return FAILED;
}

/* Steps over what stands before an object in an array. */
static int peek_element(struct rec_in *in, struct reader *json)
{
	int byte = peek(in);
	bool first = !json->begun;

	json->begun = true;
	if (byte == ',' && !first) {
		json_step(in, 1);
		byte = peek(in);
	} else if (byte == ']') {
		json_step(in, 1);
		json->closed = true;
		return peek(in);
	} else if (!first && byte >= 0) {
		return fail_syntax(in, "no ',' where one is due");
	}
	return byte == AT_END ? fail_syntax(in, "an array that does not end") :
	    byte;
}

/* The first byte of the next object, AT_END or FAILED. */
static int peek_object(struct rec_in *in, struct reader *json)
{
	int byte;

	if (!json->begun && peek(in) == '[') {
		json->array = true;
		json_step(in, 1);
	}
	byte = json->array && !json->closed ? peek_element(in, json) : peek(in);
	json->begun = true;
	if (byte < 0)
		return byte;
	if (json->closed)
		return fail_syntax(in, "something behind the array");
	if (byte == '{')
		return byte;
	if (!byte || !strchr("[\"-0123456789tfn", byte))
		return fail_syntax(in, "not JSON");
	rec_fail(&in->error, REC_E_SHAPE, in->line,
	    "not a record: each value must be an object");
	return FAILED;
}

struct frame {
	size_t len;
	int depth;
	bool string;
	bool escape;
};

/* Bytes of a string that say nothing of its end. */
static size_t frame_run(const char *at, size_t len)
{
	size_t i = 0;

	while (i < len && at[i] != '"' && at[i] != '\\')
		i++;
	return i;
}

static void frame_byte(struct frame *frame, char byte)
{
	if (frame->escape)
		frame->escape = false;
	else if (frame->string && byte == '\\')
		frame->escape = true;
	else if (byte == '"')
		frame->string = !frame->string;
	else if (!frame->string && (byte == '{' || byte == '['))
		frame->depth++;
	else if (!frame->string && (byte == '}' || byte == ']'))
		frame->depth--;
}

/* Goes on over what is buffered: 1 when the object ends, 0 when it goes on. */
static int frame_buffered(struct rec_in *in, struct frame *frame)
{
	const char *at = rec_source_at(&in->source);
	size_t len = rec_source_len(&in->source);

	while (frame->len < len && frame->len <= REC_MAX_RECORD) {
		if (frame->string && !frame->escape)
			frame->len += frame_run(at + frame->len,
			    len - frame->len);
		if (frame->len == len)
			break;
		frame_byte(frame, at[frame->len++]);
		if (frame->depth == 0)
			return 1;
		if (frame->depth > REC_MAX_DEPTH) {
			json_step(in, frame->len);
			return rec_fail(&in->error, REC_E_DEPTH, in->line,
			    "nested deeper than %d", REC_MAX_DEPTH);
		}
	}
	if (frame->len > REC_MAX_RECORD)
		return rec_fail(&in->error, REC_E_TOO_LONG, in->record.line,
		    "a record over 1 MiB begins here");
	return 0;
}

/* Holds one object whole: its length, or 0 on failure. */
static size_t frame_object(struct rec_in *in)
{
	struct frame frame = { 0 };
	int got;

	while ((got = frame_buffered(in, &frame)) == 0) {
		int more = rec_source_more(&in->source, &in->error);

		if (more == 0)
			rec_fail(&in->error, REC_E_SYNTAX, in->record.line,
			    "an object that does not end");
		if (more <= 0)
			return 0;
	}
	return got < 0 ? 0 : frame.len;
}

static int read_object(struct rec_in *in, struct reader *json)
{
	const char *why;
	size_t offset;
	int got = rec_json_object(in, &json->own, rec_source_at(&in->source),
	    json->len, &offset, &why);

	if (got < -1)
		return rec_fail_memory(&in->error);
	if (got < 0) {
		json_step(in, offset);
		return fail_syntax(in, why);
	}
	if (in->event_count > REC_MAX_EVENTS)
		return rec_events_many(in);
	return rec_flat_read(json->flat, in, in->line - 1);
}

static enum rec_got json_reader_next(
    struct rec_in *in, const struct rec **record)
{
	struct reader *json = in->state;
	int byte;

	rec_events_clear(in);
	json_step(in, json->len);
	json->len = 0;
	byte = peek_object(in, json);
	in->record.line = in->line;
	if (byte == AT_END)
		return rec_end(in);
	if (byte == FAILED || !(json->len = frame_object(in)) ||
	    read_object(in, json) < 0)
		return rec_stop(in);
	*record = &in->record;
	return REC_RECORD;
}

/* An object that is there whole has a brace at its end. */
static bool json_reader_waits(const struct rec_in *in)
{
	const struct reader *json = in->state;
	size_t len = rec_source_len(&in->source) - json->len;

	return !len || !memchr(rec_source_at(&in->source) + json->len, '}',
	    len);
}

const struct rec_reader rec_json_reader = {
	.start = json_reader_start,
	.next = json_reader_next,
	.again = json_reader_again,
	.free = json_reader_free,
	.waits = json_reader_waits,
};
