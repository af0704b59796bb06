/* SPDX-License-Identifier: MIT */
/*
 * place.c - which column of a file is which field, and which is one of ours.
 * Reads no record and sets no fact.
 */
#include "input.h"

#include <stdlib.h>
#include <string.h>

#include "same.h"
#include "trailer.h"

bool place_is_overridden(const struct tool *t, const struct icj_field *f)
{
	for (size_t i = 0; i < t->set_count; i++)
		if (t->sets[i].field == f)
			return true;
	return false;
}

static bool is_in_group(const char *group, const char *name, size_t len)
{
	const struct column *c;

	for (size_t i = 0; group && (c = column_at(group, i)); i++)
		if (name_same(c->name, name, len))
			return true;
	return false;
}

/* Also a column that only an option adds: left behind, it would contradict
 * the new ones. */
static bool is_ours(const struct tool *t, const char *name, size_t len)
{
	return is_in_group(t->kind->columns, name, len) ||
	    is_in_group(t->kind->optional, name, len);
}

/* A reader of YAML may ask for the same name again. */
static int slot_of(struct tool_input *in, const char *name, size_t len)
{
	for (size_t i = 0; i < in->slots; i++)
		if (in->slot[i].len == len &&
		    name_same(in->slot[i].name, name, len))
			return (int)i;
	return REC_PASS;
}

/* A value that no question of this tool reads must not spoil the record.
 * Where a column has two meanings, it may yet give what another column does;
 * and two columns can give one field. */
static void settle(const struct tool_input *in, struct slot *slot)
{
	slot->use = SET;
	if (slot->two)
		slot->use = IDLE;
	else if (slot->field->type != ICJ_TEXT &&
	    !(slot->field->read_by & in->t->kind->area))
		slot->use = in->two ? SET_FOR_TWO : IDLE;
	for (size_t i = 0; i < in->slots && slot->use == SET; i++)
		if (&in->slot[i] != slot && in->slot[i].field == slot->field)
			slot->use = SET_ONCE;
}

/* Another column can change what the others are used for. */
static void settle_all(struct tool_input *in)
{
	for (size_t i = 0; i < in->slots; i++)
		settle(in, &in->slot[i]);
}

static int new_slot(struct tool_input *in, const char *name, size_t len,
    const struct icj_field *f, int two)
{
	int known = slot_of(in, name, len);
	struct slot *slot = &in->slot[in->slots];

	if (known != REC_PASS)
		return known;
	slot->name = in->slots < in->room ? strndup(name, len) : NULL;
	if (!slot->name) {
		in->lost = true;
		return REC_PASS;
	}
	slot->len = strlen(slot->name);
	slot->field = f;
	slot->two = two;
	in->two |= two != 0;
	in->slots++;
	settle_all(in);
	return (int)(slot - in->slot);
}

static void warn_near(struct tool_input *in, const char *name, size_t len,
    unsigned field)
{
	bool csv = rec_in_format(in->in) == REC_CSV;
	struct tool_place at = {in->name, csv ? 1 : rec_in_line(in->in),
	    csv ? field : 0, NULL};
	const struct icj_field *near = name_near(name, len);

	if (near && near->read_by & in->t->kind->area &&
	    !column_is_known(name, len))
		tool_warn(in->t, &at, TOOL_W_NEAR,
		    "column %.*s is not known; %s is", (int)len, name,
		    near->name);
}

/* The records of an object that holds a list of them are named list_1_field. */
static void note_inside(struct tool_input *in, const char *name, size_t len)
{
	int two;

	for (size_t i = 1; i + 3 < len && !in->inside.text; i++) {
		if (memcmp(name + i, "_1_", 3) != 0)
			continue;
		if (!name_find(in->t, name + i + 3, len - i - 3, &two) && !two)
			continue;
		in->inside = (struct rec_text){strndup(name, i), i};
	}
}

/* A text names a record and a state places it: neither decides anything. */
static bool tells(const struct icj_field *f)
{
	return f->type != ICJ_TEXT && f->type != ICJ_STATE;
}

/* Besides what the tool reads: what settles a label with two meanings, and
 * what a page of prose begins with. */
static bool is_wanted(const struct tool *t, const struct icj_field *f)
{
	return f->read_by & t->kind->area ||
	    strcmp(f->name, "case_type") == 0 ||
	    (t->explain && strcmp(f->name, "case_id") == 0);
}

bool place_knows(void *arg, const char *name, size_t len)
{
	const struct tool_input *in = arg;
	int two;

	return (!in->t->kind->own_rows && is_ours(in->t, name, len)) ||
	    name_find(in->t, name, len, &two) || two;
}

int place_column(void *arg, const char *name, size_t len, unsigned field)
{
	struct tool_input *in = arg;
	const struct tool *t = in->t;
	const struct icj_field *f;
	int two;

	if (rec_in_format(in->in) == REC_CSV &&
	    name_same(TRAILER_NAME, name, len)) {
		in->last_field = field;
		return REC_ERASE;
	}
	if (!t->kind->own_rows && is_ours(t, name, len)) {
		in->ours |= !t->replace;
		return REC_DROP;
	}
	f = name_find(t, name, len, &two);
	if (!f && !two) {
		in->strange = true;
		if (rec_in_format(in->in) != REC_CSV)
			note_inside(in, name, len);
		warn_near(in, name, len, field);
		return REC_PASS;
	}
	if (two)
		return new_slot(in, name, len, NULL, two);
	/* Also what only another tool reads: files pass through many. */
	if (tells(f))
		in->telling = true;
	if (place_is_overridden(t, f))
		return REC_PASS;
	return is_wanted(t, f) ? new_slot(in, name, len, f, 0) : REC_PASS;
}
