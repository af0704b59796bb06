/* SPDX-License-Identifier: MIT */
/*
 * place.c - which column of a file is which field, and which is one of ours.
 * Reads no record and sets no fact.
 */
#include "tool/input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/map.h"
#include "tool/same.h"
#include "tool/trailer.h"

bool place_is_overridden(const struct tool *t, const struct icj_field *f)
{
	for (size_t i = 0; i < t->set_count; i++)
		if (t->sets[i].field == f)
			return true;
	return false;
}

static bool is_in_group(const char *group, const char *name, size_t len)
{
	const struct column *c = group ? column_at(group, 0) : NULL;

	for (; c; c = column_after(c))
		if (name_same(c->name, name, len))
			return true;
	return false;
}

/* Also a column that only an option adds: left behind, it would contradict
 * the new ones. */
static bool place_is_ours(const struct tool *t, const char *name, size_t len)
{
	return is_in_group(t->kind->columns, name, len) ||
	    is_in_group(t->kind->optional, name, len);
}

/* A reader of YAML may ask for the same name again.  Of a dictionary of its own
 * a tool wants each field once. */
static int slot_of(const struct tool_input *in, const char *name, size_t len,
    const struct icj_field *f)
{
	for (size_t i = 0; i < in->slots; i++)
		if (in->t->kind->names ? in->slot[i].field == f :
		    in->slot[i].len == len &&
		    name_same(in->slot[i].name, name, len))
			return (int)i;
	return REC_PASS;
}

/* A value that no question of this tool reads must not spoil the record.
 * Where a column has two meanings, it may yet give what another column does;
 * and two columns can give one field. */
static void place_settle(const struct tool_input *in, struct slot *slot)
{
	slot->use = SET;
	if (slot->two || in->t->kind->names)
		slot->use = IDLE;
	else if (slot->field->type != ICJ_TEXT &&
	    !(slot->field->read_by & in->t->kind->area))
		slot->use = in->two ? SET_FOR_TWO : IDLE;
	for (size_t i = 0; i < in->slots && slot->use == SET; i++)
		if (&in->slot[i] != slot && in->slot[i].field == slot->field)
			slot->use = SET_ONCE;
}

/* Another column can change what the others are used for. */
static void place_settle_all(struct tool_input *in)
{
	for (size_t i = 0; i < in->slots; i++)
		place_settle(in, &in->slot[i]);
}

static int new_slot(struct tool_input *in, const char *name, size_t len,
    const struct icj_field *f, int two)
{
	int known = slot_of(in, name, len, f);
	struct slot *slot = &in->slot[in->slots];

	if (known != REC_PASS)
		return known;
	/* Keys can be written in ever so many ways. */
	if (in->slots == in->room)
		return REC_PASS;
	slot->name = strndup(name, len);
	if (!slot->name) {
		in->lost = true;
		return REC_PASS;
	}
	slot->len = strlen(slot->name);
	slot->field = f;
	slot->two = two;
	in->two |= two != 0;
	in->slots++;
	place_settle_all(in);
	return (int)(slot - in->slot);
}

static struct tool_place place_number_of(
    const struct tool_input *in, unsigned field)
{
	bool csv = rec_in_format(in->in) == REC_CSV;

	return (struct tool_place){in->name, rec_in_line(in->in),
	    csv ? field : 0, NULL};
}

/* -- Columns that are not read ------------------------------------------ */

#define LIKE 3 /* fields named, at most */

/* A name as it can stand in a map. */
static const char *quotes_of(const char *name, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (strchr("\"'#:,[]{}?&*!|>%@`-", name[i]) || name[i] < ' ')
			return "\"";
	return "";
}

static void warn_like(const struct tool_input *in, const char *name,
    size_t len, unsigned field)
{
	struct tool_place at = place_number_of(in, field);
	const struct icj_field *like[LIKE + 1];
	size_t n = name_resembled(in->t, name, len, like, LIKE + 1);
	const char *quote = quotes_of(name, len);
	char list[128] = "";

	for (size_t i = 0, put = 0; i < n && i < LIKE; i++)
		put += (size_t)snprintf(list + put, sizeof(list) - put, "%s%s",
		    i == 0 ? "" : i + 1 < n && i + 1 < LIKE ? ", " : " or ",
		    like[i]->name);
	if (n > 0)
		tool_warn(in->t, &at, TOOL_W_LOOKS_LIKE, "column %.*s is not "
		    "read; should it be %s%s, a line in a --map file says so: "
		    "%s%.*s%s: %s", (int)len, name, list, n > LIKE ?
		    " or another" : "", quote, (int)len, name, quote,
		    n == 1 ? like[0]->name : "FIELD");
}

static void warn_unknown(const struct tool_input *in, const char *name,
    size_t len, unsigned field)
{
	struct tool_place at = place_number_of(in, field);
	const struct icj_field *near = name_near(in->t, name, len);
	size_t columns;

	if (column_is_known(name, len) || name_is_passed(name, len))
		return;
	/* What a case has is not read where no cases are. */
	if (in->t->kind->names && icj_field_find(name, len))
		return;
	/* A whole header: the file is refused with a hint at its separator. */
	rec_in_header(in->in, &columns);
	if (columns == 1 && *separator_hint(in->in))
		return;
	if (near && near->read_by & in->t->kind->area)
		tool_warn(in->t, &at, TOOL_W_NEAR,
		    "column %.*s is not known; %s is", (int)len, name,
		    near->name);
	else
		warn_like(in, name, len, field);
}

/* --unread wants each of them on a line of its own. */
static int place_pass(const struct tool_input *in, const char *name, size_t len,
    unsigned field, const char *why)
{
	struct tool_place at = place_number_of(in, field);

	if (in->t->list_unread && !in->like)
		tool_list(in->t, &at, TOOL_N_UNREAD, "column %.*s is not "
		    "read: %s", (int)len, name, why);
	return REC_PASS;
}

/* -- Columns that claim a field ----------------------------------------- */

/* What each column of a CSV claims: by its name, or by its name but for a word
 * such as "date". */
struct claim {
	const struct icj_field *field;
	bool dated;
};

static bool make_claims(struct tool_input *in)
{
	size_t n;
	const struct rec_text *header = rec_in_header(in->in, &n);

	in->claim = calloc(n + 1, sizeof(*in->claim));
	for (size_t i = 0; in->claim && i < n; i++) {
		struct claim *c = &in->claim[i];
		int two;

		c->field = name_find(in->t, header[i].text, header[i].len,
		    &two);
		if (c->field || two ||
		    map_ignores(in->t, header[i].text, header[i].len))
			continue;
		c->field = name_dated(in->t, header[i].text,
		    header[i].len);
		c->dated = c->field;
	}
	return in->claim;
}

/* The number of another column that claims the field, by its very name if
 * there is one; 0: none does. */
static size_t other_claim(const struct tool_input *in,
    const struct icj_field *f, unsigned field)
{
	size_t n, other = 0;

	rec_in_header(in->in, &n);
	for (size_t i = 0; i < n; i++) {
		if (in->claim[i].field != f || i + 1 == field)
			continue;
		if (!in->claim[i].dated)
			return i + 1;
		if (!other)
			other = i + 1;
	}
	return other;
}

/* A column with a neutral word more is read where no other claims the field.
 * The keys of YAML and JSON are not known beforehand: there a record that
 * gives a field twice is invalid. */
static const struct icj_field *dated(struct tool_input *in, const char *name,
    size_t len, unsigned field, bool *claimed)
{
	const struct icj_field *f;
	const struct rec_text *header;
	size_t n, other;

	*claimed = false;
	f = name_dated(in->t, name, len);
	if (!f || rec_in_format(in->in) != REC_CSV)
		return f;
	if (!in->claim && !make_claims(in)) {
		in->lost = true;
		return NULL;
	}
	other = other_claim(in, f, field);
	if (!other)
		return f;
	*claimed = true;
	if (!(f->read_by & in->t->kind->area) || in->like ||
	    (in->claim[other - 1].dated && other < field))
		return NULL;
	header = rec_in_header(in->in, &n);
	tool_warn(in->t, &(struct tool_place){in->name,
	    rec_in_line(in->in), field, NULL},
	    TOOL_W_CLAIMS, "columns %.*s and %.*s could both be %s: %s; a "
	    "line in a --map file says which one is", (int)len, name,
	    (int)header[other - 1].len, header[other - 1].text, f->name,
	    in->claim[other - 1].dated ? "neither is read" :
	    "only the second is read");
	return NULL;
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

/* A text names a record and a state places it: neither decides anything, but
 * for who asks for states. */
static bool tells(const struct tool *t, const struct icj_field *f)
{
	return f->type != ICJ_TEXT &&
	    (f->type != ICJ_STATE || t->kind->by_state);
}

/* Besides what the tool reads: what settles a label with two meanings, and
 * what a page of prose begins with or a log has a pseudonym for. */
static bool place_is_wanted(const struct tool *t, const struct icj_field *f)
{
	if (t->kind->names)
		return f >= t->kind->names->field &&
		    f < t->kind->names->field + t->kind->names->fields;
	return f->read_by & t->kind->area ||
	    strcmp(f->name, "case_type") == 0 ||
	    ((t->explain || t->log_name) && strcmp(f->name, "case_id") == 0);
}

bool place_knows(void *arg, const char *name, size_t len)
{
	const struct tool_input *in = arg;
	int two;

	return (!in->t->kind->own_rows && place_is_ours(in->t, name, len)) ||
	    name_find(in->t, name, len, &two) || two ||
	    name_dated(in->t, name, len);
}

const struct icj_field *place_reads(const struct tool *t,
    const struct rec_text *column, size_t i)
{
	const struct tool_input *in = t->input;
	int two;

	if (!in->claim)
		return name_find(t, column->text, column->len, &two);
	if (!in->claim[i].dated)
		return in->claim[i].field;
	return other_claim(in, in->claim[i].field, (unsigned)i + 1) ? NULL :
	    in->claim[i].field;
}

/* A name that is no field's. */
static int pass_unknown(struct tool_input *in, const char *name, size_t len,
    unsigned field, bool claimed)
{
	in->strange = true;
	if (rec_in_format(in->in) != REC_CSV)
		note_inside(in, name, len);
	if (!claimed && !in->like)
		warn_unknown(in, name, len, field);
	return place_pass(in, name, len, field, claimed ?
	    "another column claims its field" : "no field has this name");
}

static int place_field(struct tool_input *in, const char *name, size_t len,
    unsigned field, const struct icj_field *f)
{
	const struct tool *t = in->t;

	/* Also what only another tool reads: files pass through many. */
	if (tells(t, f))
		in->telling = true;
	if (f->read_by & t->kind->area && tells(t, f))
		in->asked = true;
	if (t->kind->begins && t->kind->begins(t, f))
		in->begins = true;
	if (place_is_overridden(t, f))
		return place_pass(
		    in, name, len, field, "--set gives its field");
	if (!place_is_wanted(t, f))
		return place_pass(in, name, len, field,
		    "this tool does not ask for "
		    "its field");
	return new_slot(in, name, len, f, 0);
}

int place_column(void *arg, const char *name, size_t len, unsigned field)
{
	struct tool_input *in = arg;
	const struct tool *t = in->t;
	const struct icj_field *f;
	bool claimed = false;
	int two;

	if (rec_in_format(in->in) == REC_CSV &&
	    name_same(TRAILER_NAME, name, len)) {
		in->last_field = field;
		return REC_ERASE;
	}
	if (!t->kind->own_rows && place_is_ours(t, name, len)) {
		in->ours |= !t->replace;
		return REC_DROP;
	}
	if (!in->like)
		map_meets(t, name, len);
	if (map_ignores(t, name, len))
		return place_pass(in, name, len, field, "a --map file says so");
	f = name_find(t, name, len, &two);
	if (!f && !two)
		f = dated(in, name, len, field, &claimed);
	if (!f && !two)
		return pass_unknown(in, name, len, field, claimed);
	if (two == NAME_FILLED && !(name_filled()->read_by & t->kind->area))
		return place_pass(in, name, len, field,
		    "this tool does not ask for "
		    "its field");
	if (!two)
		return place_field(in, name, len, field, f);
	in->telling |= t->kind->by_state;
	in->asked |= t->kind->by_state;
	return new_slot(in, name, len, NULL, two);
}
