/* SPDX-License-Identifier: MIT */
/*
 * deadline_keep.c - the columns of the case that stand before each of its
 * duties: the four of every case, those of --keep, or all.
 */
#include <stdlib.h>
#include <string.h>

#include "duties.h"

#include "same.h"
#include "trailer.h"

static const char *const usual[KEEP_USUAL] = {
	"case_id", "sending_state", "receiving_state", "worker",
};

static const struct icj_field *field_named(const char *name)
{
	return icj_field_find(name, strlen(name));
}

static struct rec_text text_of(const char *s)
{
	return (struct rec_text){s, strlen(s)};
}

/* -- Names -------------------------------------------------------------- */

static bool same_name(const struct rec_text *a, const char *name, size_t len)
{
	if (a->len != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (name_fold(a->text[i]) != name_fold(name[i]))
			return false;
	return true;
}

/* A column of ours stands for itself: one of the same name is not kept. */
static bool is_own(const struct tool *t, const char *name, size_t len)
{
	const struct column *c;

	for (size_t i = 0; (c = tool_column(t, i)); i++)
		if (name_same(c->name, name, len))
			return true;
	return false;
}

/* Takes a copy: a header lives no longer than its file. */
static bool add_name(struct keep *k, const char *name, size_t len)
{
	char *copy = malloc(len + 1);

	if (copy && k->count == k->room) {
		size_t room = k->room ? 2 * k->room : 16;
		struct rec_text *more = realloc(k->name,
		    room * sizeof(*more));
		const struct icj_field **fields = realloc(k->field,
		    room * sizeof(*fields));

		if (more)
			k->name = more;
		if (fields)
			k->field = fields;
		if (!more || !fields) {
			free(copy);
			return false;
		}
		k->room = room;
	}
	if (!copy)
		return false;
	memcpy(copy, name, len);
	copy[len] = '\0';
	k->field[k->count] = icj_field_find(name, len);
	k->name[k->count].text = copy;
	k->name[k->count++].len = len;
	return true;
}

/* Whether a header has a column for the field, or may have one. */
static bool in_header(const struct tool *t, const struct icj_field *field)
{
	size_t n;
	const struct rec_text *header = rec_in_header(input_reader(t), &n);
	bool state = field->type == ICJ_STATE;

	for (size_t i = 0; i < n; i++) {
		int two;

		if (name_find(t, header[i].text, header[i].len, &two) == field)
			return true;
		if (two && state)
			return true;
	}
	return false;
}

static bool among(const struct tool_fact *list, size_t n,
    const struct icj_field *field)
{
	while (n > 0)
		if (list[--n].field == field)
			return true;
	return false;
}

static bool is_present(const struct tool *t, const struct icj_field *field)
{
	if (among(t->sets, t->set_count, field))
		return true;
	if (t->fact_count)
		return among(t->facts_given, t->fact_count, field);
	if (rec_in_format(input_reader(t)) != REC_CSV)
		return true;
	return in_header(t, field);
}

static bool settle_usual(struct keep *k, const struct tool *t)
{
	for (size_t i = 0; i < KEEP_USUAL; i++)
		if (is_present(t, field_named(usual[i])) &&
		    !add_name(k, usual[i], strlen(usual[i])))
			return false;
	return true;
}

static bool lists_name(const char *list, const struct rec_text *name)
{
	for (const char *at = list; *at; at += *at == ',') {
		size_t len = strcspn(at, ",");

		if (same_name(name, at, len))
			return true;
		at += len;
	}
	return false;
}

static bool has_column(const struct tool *t, const char *name, size_t len)
{
	size_t n;
	const struct rec_text *header;

	if (!t->input || rec_in_format(input_reader(t)) != REC_CSV)
		return true;
	header = rec_in_header(input_reader(t), &n);
	for (size_t i = 0; i < n; i++)
		if (same_name(&header[i], name, len))
			return true;
	return false;
}

/* A column of ours that the input has, too: kept beside ours it would be
 * ambiguous, left out without a word it would be lost. */
static const struct rec_text *clash(const struct keep *k, const struct tool *t)
{
	bool all = k->list && strcmp(k->list, "all") == 0;
	const struct rec_text *header;
	size_t n;

	if (!k->list || !t->input || t->replace)
		return NULL;
	header = rec_in_header(input_reader(t), &n);
	for (size_t i = 0; i < n; i++)
		if (is_own(t, header[i].text, header[i].len) &&
		    (all || lists_name(k->list, &header[i])))
			return &header[i];
	return NULL;
}

int keep_check(const struct keep *k, const struct tool *t)
{
	const struct rec_text *own = clash(k, t);

	if (!own)
		return -1;
	tool_error(t, &(struct tool_place){input_name(t), 1, 0, NULL},
	    TOOL_E_COLUMN, "--keep: a column %.*s of %s is already there; "
	    "--replace replaces it", (int)own->len, own->text, t->kind->name);
	return TOOL_USAGE;
}

#define HEAD 64 /* names among which a near one is looked for, */
#define HEAD_NAME 49 /* none of which is longer */

static void say_no_column(const struct tool *t, const char *name, size_t len)
{
	char room[HEAD][HEAD_NAME];
	const char *words[HEAD + 1] = {NULL}, *near;
	size_t n;
	const struct rec_text *header = rec_in_header(input_reader(t), &n);

	for (size_t i = 0, k = 0; i < n && k < HEAD; i++) {
		if (header[i].len >= HEAD_NAME)
			continue;
		snprintf(room[k], HEAD_NAME, "%.*s", (int)header[i].len,
		    header[i].text);
		words[k] = room[k];
		k++;
	}
	near = name_near_word(name, len, words);
	tool_warn(t, NULL, TOOL_W_NEAR, "--keep %.*s: there is no such "
	    "column%s%s", (int)len, name, near ? "; did you mean " : "",
	    near ? near : "");
}

static bool settle_list(struct keep *k, const struct tool *t)
{
	const char *at = k->list;

	while (*at) {
		size_t len = strcspn(at, ",");

		if (!has_column(t, at, len))
			say_no_column(t, at, len);
		if (len > 0 && !is_own(t, at, len) && !add_name(k, at, len))
			return false;
		at += len;
		at += *at == ',';
	}
	return true;
}

static bool has_name(const struct keep *k, const struct rec_text *name)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->name[i].len == name->len && memcmp(k->name[i].text,
		    name->text, name->len) == 0)
			return true;
	return false;
}

static bool add_all(struct keep *k, const struct tool *t,
    const struct rec_text *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!is_own(t, names[i].text, names[i].len) &&
		    !name_same(TRAILER_NAME, names[i].text, names[i].len) &&
		    !has_name(k, &names[i]) &&
		    !add_name(k, names[i].text, names[i].len))
			return false;
	return true;
}

/* The columns of a CSV are known from its header, other keys as they come. */
static bool settle_all(struct keep *k, const struct tool *t)
{
	const struct rec_text *names;
	size_t n;

	if (t->fact_count) {
		for (size_t i = 0; i < t->fact_count; i++) {
			struct rec_text name =
			    text_of(t->facts_given[i].field->name);

			if (!add_all(k, t, &name, 1))
				return false;
		}
		return true;
	}
	names = rec_in_header(input_reader(t), &n);
	k->open = n == 0;
	return add_all(k, t, names, n);
}

static bool was_said(const struct keep *k, const struct rec_text *name)
{
	for (size_t i = 0; i < k->losses; i++)
		if (same_name(&k->lost[i], name->text, name->len))
			return true;
	return k->losses > KEEP_LOSSES;
}

/* A header cannot grow: what the first record lacks is left out, and said once
 * for each key, up to so many. */
static void say_left_out(struct keep *k, const struct tool *t)
{
	for (size_t i = 0; i < t->rec->count; i++) {
		const struct rec_text *name = &t->rec->names[i];
		const struct rec_value *v = &t->rec->all[i];
		struct rec_loss loss = {REC_E_NEW_KEY, *name, v->field,
		    v->line};
		bool more = k->losses == KEEP_LOSSES;

		if (is_own(t, name->text, name->len) || has_name(k, name) ||
		    was_said(k, name))
			continue;
		if (more)
			loss.name.text = NULL;
		else
			k->lost[k->losses].text = strndup(name->text,
			    name->len);
		k->lost[k->losses].len = !more && k->lost[k->losses].text ?
		    name->len : 0;
		k->losses++;
		tool_say_loss(t, input_name(t), t->rec->line, &loss);
	}
}

static void forget_names(struct keep *k)
{
	while (k->count > 0)
		free((void *)(uintptr_t)k->name[--k->count].text);
}

/* All or nothing: who is short of memory may try again with less. */
static bool settle(struct keep *k, struct tool *t)
{
	if (!k->settled)
		k->settled = !k->list ? settle_usual(k, t) :
		    strcmp(k->list, "all") != 0 ? settle_list(k, t) :
		    settle_all(k, t);
	if (!k->settled)
		forget_names(k);
	return k->settled;
}

bool keep_settle_now(struct keep *k, struct tool *t)
{
	bool fixed = t->out == REC_CSV || t->out == REC_TABLE;

	if (!settle(k, t))
		return false;
	if (!k->open || !t->rec)
		return true;
	if (fixed && k->begun) {
		say_left_out(k, t);
		return true;
	}
	k->begun = true;
	return add_all(k, t, t->rec->names, t->rec->count);
}

/* -- Values ------------------------------------------------------------- */

static struct rec_text value_of(const struct rec_value *v)
{
	return (struct rec_text){v->text, v->len};
}

/* Of an office's own column: as it stands in the record. */
static struct rec_text from_record(const struct rec *rec,
    const struct rec_text *name, size_t hint)
{
	if (hint < rec->count && rec->names[hint].len == name->len &&
	    memcmp(rec->names[hint].text, name->text, name->len) == 0)
		return value_of(&rec->all[hint]);
	for (size_t i = 0; i < rec->count; i++)
		if (same_name(&rec->names[i], name->text, name->len))
			return value_of(&rec->all[i]);
	return (struct rec_text){NULL, 0};
}

static struct rec_text from_operands(const struct tool *t,
    const struct rec_text *name)
{
	for (size_t i = 0; i < t->fact_count; i++) {
		const struct tool_fact *fact = &t->facts_given[i];

		if (same_name(name, fact->field->name,
		    strlen(fact->field->name)))
			return text_of(fact->value);
	}
	return text_of("");
}

/* A text is as long as it likes; it is cut to the size of the buffer. */
static struct rec_text from_facts(const struct tool *t,
    const struct icj_field *f, char *buf, size_t size)
{
	size_t len = f ? icj_case_get(t->facts, f, buf, size) : 0;

	return (struct rec_text){buf, len < size ? len : size - 1};
}

struct rec_text keep_value(const struct keep *k, const struct tool *t,
    size_t i, char *buf, size_t size)
{
	if (!k->list)
		return from_facts(t, k->field[i], buf, size);
	if (t->fact_count)
		return from_operands(t, &k->name[i]);
	return from_record(t->rec, &k->name[i], i);
}

void keep_free(struct keep *k)
{
	forget_names(k);
	for (size_t i = 0; i < k->losses; i++)
		free((void *)(uintptr_t)k->lost[i].text);
	free(k->name);
	free(k->field);
}
