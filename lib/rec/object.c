/* SPDX-License-Identifier: MIT */
/*
 * object.c - the events of one JSON object, of the kinds that libyaml has.  It
 * is strict, for libyaml would take much that is not JSON.
 */
#include "rec_internal.h"

struct object {
	struct rec_in *in;
	const char *at, *end;
	const char *from;    /* what own has is before it */
	struct rec_buf *own; /* the bytes, once a line break is left out */
	size_t line;         /* at at, from 0 */
	const char *why;
	struct rec_event over; /* what is one too many */
};

static const char no_memory[] = "out of memory";

static bool no(struct object *o, const char *why)
{
	if (!o->why)
		o->why = why;
	return false;
}

static bool is_next(const struct object *o, char byte)
{
	return o->at < o->end && *o->at == byte;
}

static bool object_take(struct object *o, char byte, const char *why)
{
	if (!is_next(o, byte))
		return no(o, why);
	o->at++;
	return true;
}

/* Whoever counts them sees that there are too many. */
static struct rec_event *event_new(struct object *o, yaml_event_type_t type)
{
	struct rec_in *in = o->in;
	struct rec_event *event = &o->over;

	if (in->event_count <= REC_MAX_EVENTS) {
		if (!rec_events_room(in)) {
			no(o, no_memory);
			return NULL;
		}
		event = &in->events[in->event_count++];
	}
	*event = (struct rec_event){ .type = type, .line = o->line };
	return event;
}

/* -- Blanks --------------------------------------------------------------- */

enum blank { KEEP, NONE }; /* what stands for line breaks */

/* What is passed over so far goes into the text of one line. */
static bool put_text(struct object *o, const char *to)
{
	bool good = rec_buf_add(o->own, o->from, (size_t)(to - o->from));

	o->from = o->at;
	return good || no(o, no_memory);
}

/* Blanks between tokens: line breaks go, one blank stays for them if any. */
static bool space(struct object *o, enum blank how)
{
	const char *from = o->at;
	bool broken = false;

	for (; o->at < o->end && (*o->at == ' ' || *o->at == '\t' ||
	    *o->at == '\r' || *o->at == '\n'); o->at++) {
		broken |= *o->at == '\n' || *o->at == '\r';
		o->line += *o->at == '\n';
	}
	if (!broken)
		return true;
	return put_text(o, from) &&
	    (how == NONE || rec_buf_byte(o->own, ' ') || no(o, no_memory));
}

/* -- Strings -------------------------------------------------------------- */

static int hex_digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

/* The number in \uXXXX at at, or -1. */
static long escape_u(const char *at, const char *end)
{
	long code = 0;

	if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		if (hex_digit(at[i]) < 0)
			return -1;
		code = code * 16 + hex_digit(at[i]);
	}
	return code;
}

/* Adds bytes to the texts that are put together, for which there is room: none
 * is longer than what stands for it. */
static bool put_made(struct object *o, const char *bytes, size_t len)
{
	return rec_buf_add(&o->in->scalars, bytes, len) || no(o, no_memory);
}

/* As UTF-8. */
static bool put_code(struct object *o, long code)
{
	static const int first[] = { 0, 0xc0, 0xe0, 0xf0 };
	int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
	char bytes[4];

	bytes[0] = (char)(first[more] | code >> 6 * more);
	for (int i = 1; i <= more; i++)
		bytes[i] = (char)(0x80 | (code >> 6 * (more - i) & 0x3f));
	return put_made(o, bytes, (size_t)more + 1);
}

/* Half a pair of surrogates is U+FFFD. */
static bool unicode(struct object *o)
{
	long high = escape_u(o->at, o->end);
	long low = high < 0 ? -1 : escape_u(o->at + 6, o->end);

	if (high < 0)
		return no(o, "a bad \\u escape");
	o->at += 6;
	if (high < 0xd800 || high > 0xdfff)
		return put_code(o, high);
	if (high > 0xdbff || low < 0xdc00 || low > 0xdfff)
		return put_code(o, 0xfffd);
	o->at += 6;
	return put_code(o, 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
}

static bool escape(struct object *o)
{
	static const char names[] = "\"\\/bfnrt", bytes[] = "\"\\/\b\f\n\r\t";
	const char *name;

	if (o->end - o->at < 2)
		return no(o, "a string that does not end");
	if (o->at[1] == 'u')
		return unicode(o);
	name = o->at[1] ? strchr(names, o->at[1]) : NULL;
	if (!name)
		return no(o, "an unknown escape");
	o->at += 2;
	return put_made(o, &bytes[name - names], 1);
}

/* Passes over bytes that stand for themselves. */
static bool object_run(struct object *o)
{
	for (;;) {
		unsigned char byte = o->at < o->end ? (unsigned char)*o->at : 0;
		size_t len = 1;

		if (byte < 0x20)
			return no(o, o->at == o->end ?
			    "a string that does not end" :
			    "a control character in a string");
		if (byte == '"' || byte == '\\')
			return true;
		if (byte >= 0x80 && !(len = rec_utf8(o->at,
		    (size_t)(o->end - o->at))))
			return no(o, "not UTF-8");
		o->at += len;
	}
}

/* Its text stands in the source, or is put together where there is an escape. */
static bool string(struct object *o, const char *why)
{
	struct rec_event *event = event_new(o, YAML_SCALAR_EVENT);
	struct rec_buf *made = &o->in->scalars;
	size_t start = made->len;
	const char *from = o->at + 1;

	if (!event || !object_take(o, '"', why) || !object_run(o))
		return false;
	event->style = YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	event->text = from;
	event->len = (size_t)(o->at - from);
	while (*o->at == '\\') {
		if (!put_made(o, from, (size_t)(o->at - from)) || !escape(o))
			return false;
		from = o->at;
		if (!object_run(o))
			return false;
	}
	if (from != event->text) {
		if (!put_made(o, from, (size_t)(o->at - from)))
			return false;
		event->text = made->at + start;
		event->len = made->len - start;
	}
	o->at++;
	return true;
}

/* -- Numbers and words ---------------------------------------------------- */

static size_t object_digits(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return (size_t)(at - from);
}

/* A fraction or an exponent: its length, 0 when none, -1 when cut short. */
static long number_part(const char *at, const char *end, bool exponent)
{
	const char *from = at;
	size_t len;

	if (at == end || (exponent ? *at != 'e' && *at != 'E' : *at != '.'))
		return 0;
	at++;
	if (exponent && at < end && (*at == '+' || *at == '-'))
		at++;
	len = object_digits(at, end);
	return len ? at - from + (long)len : -1;
}

static bool object_plain(struct object *o, size_t len)
{
	struct rec_event *event = event_new(o, YAML_SCALAR_EVENT);

	if (!event)
		return false;
	event->style = YAML_PLAIN_SCALAR_STYLE;
	event->text = o->at;
	event->len = len;
	o->at += len;
	return true;
}

static bool object_number(struct object *o)
{
	const char *at = o->at + is_next(o, '-');
	size_t len = object_digits(at, o->end);

	if (len == 0 || (len > 1 && *at == '0'))
		return no(o, "not a JSON value");
	at += len;
	for (int exponent = 0; exponent < 2; exponent++) {
		long part = number_part(at, o->end, exponent);

		if (part < 0)
			return no(o, "a number that does not end");
		at += part;
	}
	return object_plain(o, (size_t)(at - o->at));
}

static bool word(struct object *o, const char *text)
{
	size_t len = strlen(text);

	return (size_t)(o->end - o->at) >= len && !memcmp(o->at, text, len) &&
	    object_plain(o, len);
}

/* -- What holds others ---------------------------------------------------- */

static bool object_value(struct object *o);

static bool object_member(struct object *o)
{
	return string(o, "a key that is not a string in quotes; "
	    "-i yaml reads YAML") && space(o, NONE) &&
	    object_take(o, ':', "no ':' after a key") && space(o, KEEP) &&
	    object_value(o);
}

/* From one bracket to the other. */
static bool members(struct object *o, yaml_event_type_t start,
    yaml_event_type_t end, char close, bool (*one)(struct object *))
{
	if (!event_new(o, start))
		return false;
	o->at++;
	if (!space(o, NONE))
		return false;
	for (bool first = true; !first || !is_next(o, close); first = false) {
		if (!one(o) || !space(o, NONE))
			return false;
		if (is_next(o, close))
			break;
		if (!object_take(o, ',', "no ',' where one is due") ||
		    !space(o, KEEP))
			return false;
	}
	o->at++;
	return event_new(o, end);
}

static bool object_value(struct object *o)
{
	if (is_next(o, '{'))
		return members(o, YAML_MAPPING_START_EVENT,
		    YAML_MAPPING_END_EVENT, '}', object_member);
	if (is_next(o, '['))
		return members(o, YAML_SEQUENCE_START_EVENT,
		    YAML_SEQUENCE_END_EVENT, ']', object_value);
	if (is_next(o, '"'))
		return string(o, "");
	return word(o, "true") || word(o, "false") || word(o, "null") ||
	    (!o->why && object_number(o));
}

int rec_json_object(struct rec_in *in, struct rec_buf *own, const char *object,
    size_t len, size_t *offset, const char **why)
{
	struct object o = { .in = in, .at = object, .end = object + len,
		.from = object, .own = own };
	bool good = rec_buf_room(&in->scalars, len + REC_SLACK) ||
	    no(&o, no_memory);

	own->len = 0;
	good = good && object_value(&o);
	if (good && o.at < o.end)
		good = no(&o, "brackets that do not match");
	if (good && own->len)
		good = put_text(&o, o.end);
	*offset = (size_t)(o.at - object);
	*why = o.why;
	if (good)
		in->raw = own->len ?
		    (struct rec_raw){ .text = own->at, .len = own->len } :
		    (struct rec_raw){ .text = object, .len = len };
	return good ? 0 : o.why == no_memory ? -2 : -1;
}
