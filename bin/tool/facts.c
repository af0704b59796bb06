/* SPDX-License-Identifier: MIT */
/*
 * facts.c - from the values of a record to the facts of a case.  Knows the
 * dictionary, and neither files nor rules.
 */
#include "tool/input.h"

#include <stdio.h>
#include <string.h>

#include "tool/map.h"

#define MAPPED 4096 /* of a list whose items a map has */

/* Says what there is to say, and keeps the short form of it for the note. */
static void spoil(struct tool *t, const struct tool_place *at, int code,
    const char *said, const char *why)
{
	tool_error(t, at, code, "%s", said);
	if (!t->invalid)
		snprintf(t->why, sizeof(t->why), "%s%s%s",
		    at->field ? at->field : "", at->field ? ": " : "", why);
	t->invalid = true;
}

void facts_spoil(struct tool *t, const struct tool_place *at, int code,
    const char *why)
{
	spoil(t, at, code, why, why);
}

/* What was given for a field on the command line; NULL: nothing. */
static const char *facts_typed(const struct tool *t, const struct icj_field *f)
{
	for (size_t i = 0; i < t->fact_count; i++)
		if (t->facts_given[i].field == f)
			return t->facts_given[i].value;
	return NULL;
}

void facts_tell_bad(struct tool *t, const struct bad_cell *bad, bool asked)
{
	struct tool_place at = {
		t->fact_count ? "operands" : input_name(t), bad->line,
		bad->column, bad->field->name
	};
	char room[TOOL_REASON];
	const char *why = bad->err == ICJ_OK ? "given in two columns" :
	    icj_strerror(bad->err);
	const char *typed = facts_typed(t, bad->field);
	const char *said = bad->err == ICJ_OK ? why : typed ?
	    tool_reason_typed(bad->field, bad->err, typed, room) :
	    tool_reason(bad->field, bad->err, room);
	int code = bad->err == ICJ_OK ? (int)TOOL_E_TWICE : (int)bad->err;
	char hinted[TOOL_REASON + 80];

	if (bad->wordy && bad->err != ICJ_OK) {
		snprintf(hinted, sizeof(hinted), "%s; if the word stands for "
		    "an empty cell, --null says so", said);
		said = hinted;
	}
	if (asked)
		spoil(t, &at, code, said, why);
	else
		tool_warn(t, &at, code, "%s; no answer here asks for it",
		    said);
}

RARE static void facts_bad(struct tool *t, const struct bad_cell *bad)
{
	icj_case_spoil(t->facts);
	if (t->bad_count == BAD_CELLS)
		facts_tell_bad(t, bad, true);
	else
		t->bad[t->bad_count++] = *bad;
}

/* What no question of the tool reads was read for its own sake, to tell what a
 * label with two meanings means. */
static void spoil_by(struct tool *t, const struct icj_field *f,
    const struct rec_value *v, enum icj_err err)
{
	facts_bad(t, &(struct bad_cell){f, v->line ? v->line : t->rec->line,
	    v->field, err, tool_means_nothing(v->text, v->len),
	    !(f->read_by & t->kind->area), false});
}

static void spoil_twice(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	/* neither of the two is known to be meant */
	icj_case_unset(t->facts, f);
	spoil_by(t, f, v, ICJ_OK);
}

RARE static void say_empty_word(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	struct tool_place at = {
		input_name(t), v->line ? v->line : t->rec->line, v->field,
		f->name
	};

	t->word_warned = true;
	tool_warn_once(t, &at, TOOL_W_EMPTY_WORD, 0, "%s",
	    icj_strerror(ICJ_EMPTY_WORD));
}

/* A list is put together anew, item by item. */
RARE static void take_mapped(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	char room[MAPPED];
	struct rec_text ours = map_value(t, f,
	    (struct rec_text){v->text, v->len}, room, sizeof(room));
	struct icj_value value = {f, ours.text, ours.len};
	enum icj_err err = ICJ_OK;

	if (icj_case_set_all(t->facts, &value, 1, &err) == 0)
		spoil_by(t, f, v, err);
	else if (err == ICJ_EMPTY_WORD)
		say_empty_word(t, f, v);
}

static inline void facts_take_value(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	struct icj_value value = {f, v->text, v->len};
	enum icj_err err = ICJ_OK;

	if (t->map && map_has_values(t, f)) {
		take_mapped(t, f, v);
		return;
	}
	if (icj_case_set_all(t->facts, &value, 1, &err) == 0)
		spoil_by(t, f, v, err);
	else if (err == ICJ_EMPTY_WORD)
		say_empty_word(t, f, v);
}

bool facts_spoilt(const struct tool *t, const struct icj_field *f)
{
	for (size_t i = 0; i < t->bad_count; i++)
		if (t->bad[i].field == f)
			return true;
	return false;
}

/* Of a field that more than one column can give. */
static void take_shared(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	if (t->bad_count > 0 && facts_spoilt(t, f))
		return;
	if (!icj_case_has(t->facts, f))
		facts_take_value(t, f, v);
	else if (!icj_case_says_nothing(t->facts, f, v->text, v->len))
		spoil_twice(t, f, v);
}

/* The slots that have a value, in the order of the record.  That of the slots
 * is another one where the keys of records before this one made them. */
static size_t facts_in_order(struct tool_input *in, const struct rec_value *v)
{
	size_t n = 0;

	for (size_t i = 0; i < in->slots; i++) {
		size_t at = n;

		if (!v[i].text || v[i].len == 0)
			continue;
		for (; at > 0 && v[in->order[at - 1]].field > v[i].field; at--)
			in->order[at] = in->order[at - 1];
		in->order[at] = (uint16_t)i;
		n++;
	}
	return n;
}

static bool has_two(const struct tool_input *in, size_t n)
{
	for (size_t i = 0; in->two && i < n; i++)
		if (in->slot[in->order[i]].two)
			return true;
	return false;
}

/* A text of which it matters that there is one; "no" is read as no. */
RARE static void take_filled(struct tool *t, const struct rec_value *v)
{
	const struct icj_field *f = name_filled();
	struct rec_value yes = *v;
	struct icj_value said = {f, v->text, v->len};
	enum icj_err err = ICJ_OK;

	if (place_is_overridden(t, f) ||
	    icj_case_says_nothing(t->facts, f, v->text, v->len))
		return;
	if (!icj_case_has(t->facts, f) &&
	    icj_case_set_all(t->facts, &said, 1, &err) == 1)
		return;
	yes.text = "yes";
	yes.len = 3;
	take_shared(t, f, &yes);
}

/* Labels with two meanings wait until the kind of case is known. */
static void take_two(struct tool *t, struct tool_input *in, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct slot *slot = &in->slot[in->order[i]];
		const struct rec_value *v = &t->rec->value[in->order[i]];
		const struct icj_field *f;

		if (slot->two == NAME_FILLED)
			take_filled(t, v);
		if (!slot->two || slot->two == NAME_FILLED)
			continue;
		f = name_resolve(t, slot->two, v->text, v->len);
		if (f && f->read_by & t->kind->area && !place_is_overridden(t, f))
			take_shared(t, f, v);
		if (f || in->two_warned)
			continue;
		in->two_warned = true;
		tool_warn(t, &(struct tool_place){in->name, t->rec->line,
		    v->field, NULL}, TOOL_W_TWO_MEANINGS, slot->two ==
		    NAME_STATUS ? "this column has two meanings and here a "
		    "value of neither; it is only passed through" :
		    "this column has two meanings; without case_type it is "
		    "only passed through");
	}
}

/* Which slots give values, and whether each by itself. */
RARE static void plan(struct tool_input *in)
{
	const struct tool *t = in->t;

	in->values = 0;
	in->values_of = in->slots;
	in->apart = !in->two;
	for (size_t i = 0; i < in->slots; i++) {
		const struct slot *slot = &in->slot[i];

		in->apart &= slot->use != SET_ONCE;
		in->apart &= slot->two || !map_has_values(t, slot->field);
		if (slot->use == IDLE)
			continue;
		in->value[in->values].field = slot->field;
		in->value_slot[in->values++] = (uint16_t)i;
	}
}

void facts_begin(const struct tool *t)
{
	icj_case_date_form(t->facts, &t->date_form);
	icj_case_null_words(t->facts, t->null_words, t->null_count);
}

static void say_given(struct tool *t, const struct tool_fact *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		icj_case_said(t->facts, list[i].field);
}

/* Once a file: it costs no record anything. */
void facts_columns(struct tool *t, const struct tool_input *in)
{
	icj_case_unsaid(t->facts, ICJ_NO_COLUMN);
	say_given(t, t->sets, t->set_count);
	for (size_t i = 0; i < in->slots && !t->kind->names; i++)
		if (in->slot[i].field)
			icj_case_said(t->facts, in->slot[i].field);
}

/* Of a record that could have other keys. */
static void facts_keys(struct tool *t, const struct tool_input *in)
{
	icj_case_unsaid(t->facts, ICJ_NOT_MENTIONED);
	say_given(t, t->sets, t->set_count);
	for (size_t i = 0; i < in->slots && !t->kind->names; i++)
		if (in->slot[i].field && t->rec->value[i].text)
			icj_case_said(t->facts, in->slot[i].field);
}

void facts_take_operands(struct tool *t)
{
	icj_case_reset(t->facts);
	icj_case_unsaid(t->facts, ICJ_NOT_MENTIONED);
	say_given(t, t->facts_given, t->fact_count);
	say_given(t, t->sets, t->set_count);
	facts_take_given(t, t->facts_given, t->fact_count);
	facts_take_given(t, t->sets, t->set_count);
}

void facts_start(struct tool *t)
{
	t->bad_count = 0;
	icj_case_reset(t->facts);
	if (t->set_count)
		facts_take_given(t, t->sets, t->set_count);
}

__attribute__((noinline))
static void take_slots(struct tool *t, struct tool_input *in)
{
	size_t n = facts_in_order(in, t->rec->value);
	bool two = has_two(in, n);

	for (size_t i = 0; i < n; i++) {
		const struct slot *slot = &in->slot[in->order[i]];
		const struct rec_value *v = &t->rec->value[in->order[i]];

		if (slot->use == SET)
			facts_take_value(t, slot->field, v);
		else if (slot->use == SET_ONCE ||
		    (slot->use == SET_FOR_TWO && two))
			take_shared(t, slot->field, v);
	}
	if (two)
		take_two(t, in, n);
}

/* A word was read as nothing: where it stands. */
RARE static void find_empty_word(struct tool *t, const struct tool_input *in)
{
	for (size_t i = 0; i < in->values; i++) {
		struct icj_value v = in->value[i];
		enum icj_err err = ICJ_OK;

		if (icj_case_set_all(t->facts, &v, 1, &err) && err ==
		    ICJ_EMPTY_WORD)
			say_empty_word(t, v.field,
			    &t->rec->value[in->value_slot[i]]);
	}
}

/* All values in one go: asking for each by itself cost half as much again.
 * Which of two bad ones is named first is settled by their order. */
__attribute__((noinline))
static void take_apart(struct tool *t, struct tool_input *in)
{
	const struct rec_value *from = t->rec->value;
	enum icj_err err = ICJ_OK;

	for (size_t i = 0; i < in->values; i++) {
		const struct rec_value *v = &from[in->value_slot[i]];

		in->value[i].text = v->text;
		in->value[i].len = v->text ? v->len : 0;
	}
	for (size_t i = 0; (i += icj_case_set_all(t->facts, in->value + i,
	    in->values - i, &err)) < in->values; i++) {
		if (rec_in_format(in->in) != REC_CSV) {
			facts_start(t);
			take_slots(t, in);
			return;
		}
		spoil_by(t, in->value[i].field, &from[in->value_slot[i]],
		    err);
	}
	if (err == ICJ_EMPTY_WORD && !t->word_warned)
		find_empty_word(t, in);
}

RARE static void say_clock(struct tool *t, const struct icj_field *f,
    const struct tool_place *at)
{
	struct tool_place of = *at;

	of.field = f->name;
	tool_warn_once(t, &of, TOOL_W_CLOCK, 0, "a time of day in a "
	    "field of dates: the date is taken as it is written, here and "
	    "wherever else there is one");
}

void tool_warn_clock(struct tool *t, struct icj_case *facts,
    const struct tool_place *at)
{
	const struct icj_field *f = icj_case_clock_dropped(facts);

	if (f)
		say_clock(t, f, at);
}

static void facts_take_record(struct tool *t, struct tool_input *in)
{
	if (in->values_of != in->slots)
		plan(in);
	facts_start(t);
	if (rec_in_format(in->in) != REC_CSV)
		facts_keys(t, in);
	if (in->apart)
		take_apart(t, in);
	else
		take_slots(t, in);
}

void facts_take(struct tool *t, struct tool_input *in)
{
	const struct icj_field *dropped;

	facts_take_record(t, in);
	dropped = icj_case_clock_dropped(t->facts);
	if (dropped)
		say_clock(t, dropped, &(struct tool_place){in->name,
		    t->rec->line, 0, NULL});
}

bool input_has_field(const struct tool *t, const struct icj_field *field,
    int two)
{
	const struct tool_input *in = t->input;

	for (size_t i = 0; i < in->slots; i++)
		if (in->slot[i].two == two && in->slot[i].field == field)
			return true;
	return false;
}

struct rec_text input_text(const struct tool *t, const struct icj_field *field,
    struct tool_place *at)
{
	const struct tool_input *in = t->input;
	struct tool_place none = {NULL, 0, 0, NULL};
	size_t i = 0;
	struct rec_text text = {NULL, 0};
	const struct rec_value *v;

	at = at ? at : &none;
	*at = (struct tool_place){in->name, t->rec->line, 0, field->name};
	while (i < in->slots && in->slot[i].field != field)
		i++;
	v = &t->rec->value[i];
	if (i == in->slots || !v->text)
		return text;
	at->line = v->line ? v->line : t->rec->line;
	at->column = v->field;
	text = (struct rec_text){v->text, v->len};
	if (map_has_values(t, field))
		text = map_value(t, field, text, NULL, 0);
	text.text = icj_trim(text.text, &text.len);
	if (icj_case_says_nothing(t->facts, field, text.text, text.len))
		text.len = 0;
	return text;
}

void facts_take_given(struct tool *t, const struct tool_fact *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct tool_place at = {"operands", 0, (unsigned)i + 1,
		    list[i].field->name};
		struct icj_value v = {
			list[i].field, list[i].value, strlen(list[i].value)
		};
		enum icj_err err = ICJ_OK;

		if (v.len == 0)
			icj_case_unset(t->facts, v.field);
		if (icj_case_set_all(t->facts, &v, 1, &err) == 1 &&
		    err == ICJ_EMPTY_WORD)
			tool_warn_once(t, &at, TOOL_W_EMPTY_WORD, 0, "%s",
			    icj_strerror(err));
		else if (err != ICJ_OK)
			facts_bad(t, &(struct bad_cell){v.field, 0, at.column,
			    err, tool_means_nothing(v.text, v.len), false,
			    false});
		tool_warn_clock(t, t->facts, &at);
	}
}
