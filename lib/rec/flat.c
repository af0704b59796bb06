/* SPDX-License-Identifier: MIT */
/*
 * flat.c - the fields of a YAML or JSON record: what is nested gets the name
 * outer_inner, a list becomes one value with ";" between.  It must not know
 * which of the two formats the events came from.
 *
 * A list that holds more than scalars is read as outer_1, outer_2 and so on.
 */
#include "rec_internal.h"

#include <stdio.h>
#include <stdlib.h>

/* So many names are remembered; then the table starts anew, for a stream may
 * hold any number of them. */
#define KEYS_MAX (4 * REC_MAX_COLUMNS)

#define DIRECT SIZE_MAX /* rec_value.text is right already */

struct rec_flat {
	struct rec_keys keys;
	struct rec_value *value;
	struct rec_text *names;
	size_t *key;  /* numbers of the names */
	size_t *at;   /* in rec_in.text, or DIRECT */
	size_t count; /* fields of this record */
	size_t cap;
	struct rec_buf name; /* the nested name being built */
	unsigned long record;
	unsigned long line_base;
};

struct rec_flat *rec_flat_new(void)
{
	return calloc(1, sizeof(struct rec_flat));
}

void rec_flat_free(struct rec_flat *flat)
{
	if (!flat)
		return;
	rec_keys_free(&flat->keys);
	rec_buf_free(&flat->name);
	free(flat->value);
	free(flat->names);
	free(flat->key);
	free(flat->at);
	free(flat);
}

static bool room(struct rec_flat *flat)
{
	size_t cap[4] = { flat->cap, flat->cap, flat->cap, flat->cap };
	size_t want = flat->count + 1;
	void *more;

	if (want <= flat->cap)
		return true;
	more = rec_grow(flat->value, &cap[0], want, sizeof(*flat->value));
	if (!more)
		return false;
	flat->value = more;
	more = rec_grow(flat->names, &cap[1], want, sizeof(*flat->names));
	if (!more)
		return false;
	flat->names = more;
	more = rec_grow(flat->key, &cap[2], want, sizeof(*flat->key));
	if (!more)
		return false;
	flat->key = more;
	more = rec_grow(flat->at, &cap[3], want, sizeof(*flat->at));
	if (!more)
		return false;
	flat->at = more;
	flat->cap = cap[0];
	return true;
}

static unsigned long line_of(const struct rec_flat *flat,
    const struct rec_event *event)
{
	return flat->line_base + event->line + 1;
}

static bool flat_is_end(const struct rec_event *event)
{
	return event->type == YAML_MAPPING_END_EVENT ||
	    event->type == YAML_SEQUENCE_END_EVENT;
}

static bool is_start(const struct rec_event *event)
{
	return event->type == YAML_MAPPING_START_EVENT ||
	    event->type == YAML_SEQUENCE_START_EVENT;
}

/* One past the node that begins at i. */
static size_t flat_skip(const struct rec_in *in, size_t i)
{
	int depth = 0;

	do {
		const struct rec_event *event = &in->events[i++];

		depth += is_start(event) ? 1 : flat_is_end(event) ? -1 : 0;
	} while (depth > 0);
	return i;
}

/* What has a name for the first time, or twice in one record. */
static void note_key(struct rec_flat *flat, struct rec_in *in,
    struct rec_key *key, bool known, struct rec_text name,
    const struct rec_value *value)
{
	if (!known && in->options.place)
		key->place = in->options.place(in->options.arg, name.text,
		    name.len, value->field);
	if (key->seen == flat->record)
		rec_fault(in, REC_E_DUPLICATE, value->line, value->field,
		    "a key twice in one record");
	key->seen = flat->record;
}

/* Adds a field of the name of that number; there is room. */
static inline struct rec_value *flat_add(struct rec_flat *flat, size_t number,
    const struct rec_event *event)
{
	size_t count = flat->count++;
	struct rec_value *value = &flat->value[count];

	value->text = NULL;
	value->len = 0;
	value->field = (unsigned)count + 1;
	value->token = false;
	value->line = line_of(flat, event);
	flat->at[count] = DIRECT;
	flat->key[count] = number;
	return value;
}

/* A new field of that name, not yet with a value; NULL: no memory. */
static struct rec_value *field_new(struct rec_flat *flat, struct rec_in *in,
    const struct rec_event *event, struct rec_text name)
{
	size_t known = flat->keys.count;
	struct rec_value *value;
	size_t number;

	name = rec_trim(name.text, name.len);
	number = rec_keys_get(&flat->keys, name.text, name.len);
	if (number == REC_NO_KEY || !room(flat))
		return NULL;
	value = flat_add(flat, number, event);
	note_key(flat, in, &flat->keys.key[number],
	    flat->keys.count == known, name, value);
	return value;
}

/* The same for most of them; NULL: it is not so easy. */
static inline struct rec_value *field_again(struct rec_flat *flat,
    const struct rec_event *event, const struct rec_event *key)
{
	size_t number;

	if (flat->count == flat->cap)
		return NULL;
	number = rec_keys_guess(&flat->keys, key->text, key->len);
	if (number == REC_NO_KEY ||
	    flat->keys.key[number].seen == flat->record)
		return NULL;
	flat->keys.key[number].seen = flat->record;
	return flat_add(flat, number, event);
}

static struct rec_text flat_name_of(const struct rec_flat *flat)
{
	return (struct rec_text){ flat->name.at, flat->name.len };
}

static int flat_place_of(const struct rec_flat *flat, size_t field)
{
	return flat->keys.key[flat->key[field]].place;
}

/* Leaves the events from key to end out of the output. */
static void drop(struct rec_in *in, size_t key, size_t end)
{
	for (in->dropped = true; key < end; key++)
		in->events[key].dropped = true;
}

static void flat_set_scalar(
    struct rec_value *value, const struct rec_event *event)
{
	value->text = event->text;
	value->len = event->len;
	value->token = event->style == YAML_PLAIN_SCALAR_STYLE;
	if (value->token && value->len <= 4 &&
	    rec_is_null(value->text, value->len))
		value->len = 0;
}

static void fault_alias(const struct rec_flat *flat, struct rec_in *in,
    const struct rec_event *event, unsigned field)
{
	rec_fault(in, REC_E_ALIAS, line_of(flat, event), field,
	    "an alias, which is not followed");
}

static bool is_list(const struct rec_in *in, size_t i)
{
	size_t end = flat_skip(in, i);

	if (in->events[i].type != YAML_SEQUENCE_START_EVENT)
		return false;
	for (i++; i + 1 < end; i++)
		if (is_start(&in->events[i]))
			return false;
	return true;
}

/* The scalars of the list at i, joined. */
static int flat_join(struct rec_flat *flat, struct rec_in *in, size_t i)
{
	size_t field = flat->count - 1;
	size_t at = in->text.len;
	size_t first = i + 1;

	for (i = first; !flat_is_end(&in->events[i]); i++) {
		const struct rec_event *event = &in->events[i];
		struct rec_value one = { .text = "" };

		if (event->type == YAML_ALIAS_EVENT)
			fault_alias(flat, in, event, (unsigned)field + 1);
		else
			flat_set_scalar(&one, event);
		if ((i > first && !rec_buf_byte(&in->text, ';')) ||
		    !rec_buf_add(&in->text, one.text, one.len))
			return -1;
	}
	if (!rec_buf_room(&in->text, 1))
		return -1;
	flat->at[field] = at;
	flat->value[field].len = in->text.len - at;
	return 0;
}

/* A field out of the scalar, alias, list or empty mapping at i. */
static int leaf(struct rec_flat *flat, struct rec_in *in, size_t key, size_t i)
{
	const struct rec_event *event = &in->events[i];
	struct rec_value *value =
	    field_new(flat, in, event, flat_name_of(flat));
	size_t field = flat->count - 1;

	if (!value)
		return -1;
	if (event->type == YAML_SCALAR_EVENT)
		flat_set_scalar(value, event);
	else if (event->type == YAML_ALIAS_EVENT)
		fault_alias(flat, in, event, value->field);
	else if (event->type == YAML_SEQUENCE_START_EVENT &&
	    flat_join(flat, in, i) < 0)
		return -1;
	else if (event->type == YAML_MAPPING_START_EVENT)
		value->text = "";
	if (flat_place_of(flat, field) == REC_DROP)
		drop(in, key, flat_skip(in, i));
	return 0;
}

static int node(struct rec_flat *flat, struct rec_in *in, size_t key, size_t i);

/* Makes flat->name outer_inner, and the outer name again by its length. */
static bool name_inner(struct rec_flat *flat, const struct rec_in *in,
    size_t outer, const char *inner, size_t len)
{
	char joint = in->options.joint ? in->options.joint : '_';

	flat->name.len = outer;
	return (!outer || rec_buf_byte(&flat->name, joint)) &&
	    rec_buf_add(&flat->name, inner, len);
}

static int bad_key(const struct rec_flat *flat, struct rec_in *in,
    const struct rec_event *event)
{
	bool alias = event->type == YAML_ALIAS_EVENT;

	rec_fail(&in->error, alias ? REC_E_ALIAS : REC_E_SHAPE,
	    line_of(flat, event), alias ? "an alias in place of a key" :
	    "a key that is not plain text");
	return -1;
}

/* Most fields: a key that is not nested, and a scalar.  The same as leaf(). */
static inline int pair(struct rec_flat *flat, struct rec_in *in, size_t i)
{
	const struct rec_event *key = &in->events[i];
	struct rec_value *value = field_again(flat, key + 1, key);

	if (!value)
		value = field_new(flat, in, key + 1,
		    (struct rec_text){ key->text, key->len });
	if (!value)
		return rec_fail_memory(&in->error);
	flat_set_scalar(value, key + 1);
	if (flat_place_of(flat, flat->count - 1) == REC_DROP)
		drop(in, i, i + 2);
	return 0;
}

/* Any other field, or what is nested. */
static int flat_member(struct rec_flat *flat, struct rec_in *in, size_t outer,
    size_t i)
{
	const struct rec_event *key = &in->events[i];

	if (!name_inner(flat, in, outer, key->text, key->len))
		return rec_fail_memory(&in->error);
	return node(flat, in, i, i + 1);
}

static int mapping(struct rec_flat *flat, struct rec_in *in, size_t i)
{
	size_t outer = flat->name.len;

	for (i++; !flat_is_end(&in->events[i]);) {
		const struct rec_event *key = &in->events[i];
		bool easy = !outer && key[1].type == YAML_SCALAR_EVENT;

		if (key->type != YAML_SCALAR_EVENT)
			return bad_key(flat, in, key);
		if ((easy ? pair(flat, in, i) :
		    flat_member(flat, in, outer, i)) < 0)
			return -1;
		i = easy ? i + 2 : flat_skip(in, i + 1);
	}
	flat->name.len = outer;
	return 0;
}

/* The name of a list of other than scalars is no field, but may be known. */
static int check_list_name(struct rec_flat *flat, struct rec_in *in, size_t i)
{
	if (!field_new(flat, in, &in->events[i], flat_name_of(flat)))
		return rec_fail_memory(&in->error);
	flat->count--;
	if (flat_place_of(flat, flat->count) >= 0)
		rec_fault(in, REC_E_SHAPE,
		    line_of(flat, &in->events[i]),
		    (unsigned)flat->count + 1,
		    "a list here may hold single values only");
	return 0;
}

static int sequence(struct rec_flat *flat, struct rec_in *in, size_t i)
{
	size_t outer = flat->name.len;
	unsigned number = 0;

	if (check_list_name(flat, in, i) < 0)
		return -1;
	for (i++; !flat_is_end(&in->events[i]); i = flat_skip(in, i)) {
		char text[16];
		int len = snprintf(text, sizeof(text), "%u", ++number);

		if (!name_inner(flat, in, outer, text, (size_t)len))
			return rec_fail_memory(&in->error);
		if (node(flat, in, i, i) < 0)
			return -1;
	}
	flat->name.len = outer;
	return 0;
}

/* The node at i, whose key (or itself, in a list) is at key. */
static int node(struct rec_flat *flat, struct rec_in *in, size_t key, size_t i)
{
	const struct rec_event *event = &in->events[i];

	if (event->type == YAML_MAPPING_START_EVENT &&
	    !flat_is_end(&in->events[i + 1]))
		return mapping(flat, in, i);
	if (event->type == YAML_SEQUENCE_START_EVENT && !is_list(in, i))
		return sequence(flat, in, i);
	if (leaf(flat, in, key, i) < 0)
		return rec_fail_memory(&in->error);
	return 0;
}

/* The slots of the record before; there may be many more than keys. */
static void clear_slots(const struct rec_flat *flat, struct rec_in *in)
{
	for (size_t i = 0; i < flat->count; i++) {
		int slot = flat_place_of(flat, i);

		if (slot >= 0 && (size_t)slot < in->options.slots)
			in->value[slot] = (struct rec_value){ 0 };
	}
}

static void set_slot(struct rec_in *in, size_t slot,
    const struct rec_value *value)
{
	if (slot >= in->options.slots)
		return;
	if (in->value[slot].field) {
		rec_fault(in, REC_E_DUPLICATE, value->line, value->field,
		    "two keys of this record mean the same");
		return;
	}
	in->value[slot] = *value;
}

/* Nothing moves any more: offsets become pointers. */
static void publish(struct rec_flat *flat, struct rec_in *in)
{
	size_t count = 0;

	for (size_t i = 0; i < flat->count; i++) {
		struct rec_value *value = &flat->value[i];
		const struct rec_key *key = &flat->keys.key[flat->key[i]];

		if (flat->at[i] != DIRECT)
			value->text = in->text.at + flat->at[i];
		if (key->place >= 0)
			set_slot(in, (size_t)key->place, value);
		if (key->place == REC_DROP)
			continue;
		flat->names[count] = rec_keys_name(&flat->keys, flat->key[i]);
		if (count < i)
			flat->value[count] = *value;
		count++;
	}
	in->record.names = flat->names;
	in->record.all = flat->value;
	in->record.count = count;
}

int rec_flat_read(struct rec_flat *flat, struct rec_in *in,
    unsigned long line_base)
{
	clear_slots(flat, in);
	if (flat->keys.count > KEYS_MAX || flat->keys.text.len > REC_MAX_RECORD)
		rec_keys_free(&flat->keys);
	flat->record++;
	flat->line_base = line_base;
	flat->count = 0;
	flat->name.len = 0;
	in->text.len = 0;
	if (mapping(flat, in, 0) < 0)
		return -1;
	if (flat->count > REC_MAX_COLUMNS)
		return rec_fail(&in->error, REC_E_COLUMNS, in->record.line,
		    "more than %d fields", REC_MAX_COLUMNS);
	publish(flat, in);
	return 0;
}
