/* SPDX-License-Identifier: MIT */
/*
 * deadline_keep.c - the columns of the case that stand before each of its
 * duties: the four of every case, those of --keep, or all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"

#include "tool/same.h"
#include "tool/words.h"
#include "tool/trailer.h"

static const char *const usual[KEEP_USUAL] = {
	"case_id", "sending_state", "receiving_state", "worker",
};

static const struct icj_field *field_named(const char *name)
{
	return icj_field_find(name, strlen(name));
}

static struct rec_text keep_text_of(const char *s)
{
	return (struct rec_text){s, strlen(s)};
}

/* -- Names -------------------------------------------------------------- */

static bool keep_same_name(
    const struct rec_text *a, const char *name, size_t len)
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

static bool keep_make_room(struct keep *k)
{
	size_t room = k->room ? 2 * k->room : 16;
	struct rec_text *names, *sources;
	const struct icj_field **fields;

	if (k->count < k->room)
		return true;
	names = realloc(k->name, room * sizeof(*names));
	if (names)
		k->name = names;
	sources = realloc(k->source, room * sizeof(*sources));
	if (sources)
		k->source = sources;
	fields = realloc(k->field, room * sizeof(*fields));
	if (fields)
		k->field = fields;
	if (!names || !sources || !fields)
		return false;
	k->room = room;
	return true;
}

/* Takes copies: a header lives no longer than its file. */
static bool add_from(struct keep *k, const char *name, size_t len,
    const struct rec_text *source)
{
	char *copy = malloc(len + source->len + 2), *other;

	if (!copy || !keep_make_room(k)) {
		free(copy);
		return false;
	}
	other = copy + len + 1;
	memcpy(copy, name, len);
	copy[len] = '\0';
	memcpy(other, source->text, source->len);
	other[source->len] = '\0';
	k->field[k->count] = icj_field_find(name, len);
	k->source[k->count] = (struct rec_text){other, source->len};
	k->name[k->count++] = (struct rec_text){copy, len};
	return true;
}

static bool add_name(struct keep *k, const char *name, size_t len)
{
	return add_from(k, name, len, &(struct rec_text){name, len});
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

/* What offices call the key of a case: "Case #", "UNITY ID", "ICJ File No.".  It
 * is not guessed: any of them may be that of a person. */
static bool keep_is_key(const struct rec_text *name)
{
	static const char *const whose[] = {
		"case", "caseid", "docket", "event", "file", "icj", "jids",
		"juvenile", "record", "referral", "unity", "youth", NULL
	}, *const keys[] = {
		"id", "key", "no", "nr", "num", "number", "ref", "reference",
		NULL
	}, *const alone[] = {
		"case", "caseid", "file", "id", "ref", "reference", NULL
	};
	struct words w;
	size_t i = 0;

	words_in_full(&w, name->text, name->len);
	if (w.count < 2)
		return w.count ? words_among(w.at[0], alone) :
		    name->len == 1 && *name->text == '#';
	while (i + 1 < w.count && words_among(w.at[i], whose))
		i++;
	return i + 1 == w.count && words_among(w.at[i], keys);
}

/* Rows that do not say of which case they are help nobody.  Of YAML and JSON
 * the record at hand is an example. */
static void say_no_key(const struct tool *t)
{
	const struct icj_field *key = field_named("case_id");
	const struct rec_text *names, *like = NULL;
	unsigned long line = 1;
	size_t n;
	int two;

	if (among(t->sets, t->set_count, key))
		return;
	names = rec_in_header(input_reader(t), &n);
	if (n == 0 && t->rec) {
		names = t->rec->names;
		n = t->rec->count;
		line = t->rec->line;
	}
	for (size_t i = 0; i < n; i++) {
		if (name_find(t, names[i].text, names[i].len, &two) == key)
			return;
		if (!like && keep_is_key(&names[i]))
			like = &names[i];
	}
	if (like)
		tool_warn(t, &(struct tool_place){input_name(t), line,
		    (unsigned)(like - names) + 1, NULL}, TOOL_W_LOOKS_LIKE,
		    "column %.*s is not kept, so that rows do not say of which "
		    "case they are; should it be case_id, a line in a --map "
		    "file says so, \"%.*s\": case_id, or --keep names it",
		    (int)like->len, like->text, (int)like->len, like->text);
}

static bool settle_usual(struct keep *k, const struct tool *t)
{
	k->open = t->input && rec_in_format(input_reader(t)) != REC_CSV;
	if (t->input && !k->open)
		say_no_key(t);
	for (size_t i = 0; i < KEEP_USUAL; i++)
		if (is_present(t, field_named(usual[i])) &&
		    !add_name(k, usual[i], strlen(usual[i])))
			return false;
	return true;
}

/* The column of the header that has the name, else the one that is read as
 * the field of this name; NULL: none. */
static const struct rec_text *column_of(const struct tool *t,
    const char *name, size_t len)
{
	size_t n;
	const struct rec_text *header = rec_in_header(input_reader(t), &n);
	const struct icj_field *field;
	int two;

	for (size_t i = 0; i < n; i++)
		if (keep_same_name(&header[i], name, len)) {
			return &header[i];
		}
	field = name_find(t, name, len, &two);
	for (size_t i = 0; field && i < n; i++)
		if (place_reads(t, &header[i], i) == field)
			return &header[i];
	return NULL;
}

/* -- Columns that are called as one of ours ----------------------------- */

#define OURS_MAX 64

static bool is_taken(const struct keep *k, const struct tool *t,
    const char *name, size_t len)
{
	size_t n = 0;
	const struct rec_text *header = NULL;

	if (t->input)
		header = rec_in_header(input_reader(t), &n);
	for (size_t i = 0; i < n; i++)
		if (keep_same_name(&header[i], name, len))
			return true;
	for (size_t i = 0; i < k->count; i++)
		if (keep_same_name(&k->name[i], name, len))
			return true;
	return is_own(t, name, len);
}

/* Ours stand under our names, theirs beside them: the status of the case is
 * kept as case_status. */
static bool add_beside(struct keep *k, const struct tool *t,
    const struct rec_text *theirs)
{
	char name[OURS_MAX];
	int len;

	if (t->replace)
		return true;
	len = snprintf(name, sizeof(name), "case_%.*s", (int)theirs->len,
	    theirs->text);
	for (int i = 0, end = len; i < end; i++)
		name[i] = name_fold(name[i]);
	for (int n = 2, end = len; is_taken(k, t, name, (size_t)len); n++)
		len = end + snprintf(name + end, sizeof(name) - (size_t)end,
		    "_%d", n);
	if (!k->renamed)
		tool_warn(t, &(struct tool_place){input_name(t), t->rec ?
		    t->rec->line : 1, 0, NULL}, TOOL_W_KEPT_AS, "--keep: the "
		    "input has a column %.*s as %s does; it is kept as %s, and "
		    "so are others of this kind", (int)theirs->len,
		    theirs->text, t->kind->name, name);
	k->renamed = true;
	return add_from(k, name, (size_t)len, theirs);
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

/* Whether --keep lists a name. */
static bool is_listed(const char *list, const struct rec_text *name)
{
	for (size_t n; *list; list += n + (list[n] != '\0')) {
		n = strcspn(list, ",");
		if (keep_same_name(name, list, n))
			return true;
	}
	return false;
}

/* A second column x of a CSV is called x_2: --keep x is the first alone. */
static void say_doubled(const struct tool *t, const struct rec_text *name,
    const char *list)
{
	size_t n;
	const struct rec_text *header = rec_in_header(input_reader(t), &n);

	for (size_t i = 0; i < n; i++)
		if (header[i].len == name->len + 2 &&
		    memcmp(header[i].text, name->text, name->len) == 0 &&
		    memcmp(header[i].text + name->len, "_2", 2) == 0 &&
		    !is_listed(list, &header[i]))
			tool_warn(t, &(struct tool_place){input_name(t), 1,
			    (unsigned)i + 1, NULL}, TOOL_W_KEPT_FIRST, "--keep "
			    "%.*s: there is %.*s as well, as a second column "
			    "of one name is called; it is not kept",
			    (int)name->len, name->text, (int)header[i].len,
			    header[i].text);
}

/* One of --keep; only the header of a CSV says what there is. */
static bool add_listed(struct keep *k, const struct tool *t, const char *name,
    size_t len)
{
	struct rec_text own = {name, len};
	bool csv = t->input && rec_in_format(input_reader(t)) == REC_CSV;
	const struct rec_text *column = csv ? column_of(t, name, len) : NULL;

	if (csv && !column)
		say_no_column(t, name, len);
	else if (csv)
		say_doubled(t, &own, k->list);
	if (!column)
		column = &own;
	if (len == 0)
		return true;
	if (!is_own(t, name, len))
		return add_from(k, name, len, column);
	return column != &own || (t->input && !csv) ?
	    add_beside(k, t, column) : true;
}

static bool settle_list(struct keep *k, const struct tool *t)
{
	const char *at = k->list;

	while (*at) {
		size_t len = strcspn(at, ",");

		if (!add_listed(k, t, at, len))
			return false;
		at += len;
		at += *at == ',';
	}
	return true;
}

static bool keep_has_name(const struct keep *k, const struct rec_text *name)
{
	for (size_t i = 0; i < k->count; i++)
		if (k->source[i].len == name->len && memcmp(k->source[i].text,
		    name->text, name->len) == 0)
			return true;
	return false;
}

static bool add_all(struct keep *k, const struct tool *t,
    const struct rec_text *names, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (keep_has_name(k, &names[i]) ||
		    name_same(TRAILER_NAME, names[i].text, names[i].len))
			continue;
		if (is_own(t, names[i].text, names[i].len) ?
		    !add_beside(k, t, &names[i]) :
		    !add_name(k, names[i].text, names[i].len))
			return false;
	}
	return true;
}

/* The columns of a CSV are known from its header, other keys as they come. */
static bool keep_settle_all(struct keep *k, const struct tool *t)
{
	const struct rec_text *names;
	size_t n;

	if (t->fact_count) {
		for (size_t i = 0; i < t->fact_count; i++) {
			struct rec_text name =
			    keep_text_of(t->facts_given[i].field->name);

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
		if (keep_same_name(&k->lost[i], name->text, name->len))
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

		if ((t->replace && is_own(t, name->text, name->len)) ||
		    keep_has_name(k, name) || was_said(k, name))
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
static bool cmd_keep_settle(struct keep *k, struct tool *t)
{
	if (!k->settled)
		k->settled = !k->list ? settle_usual(k, t) :
		    strcmp(k->list, "all") != 0 ? settle_list(k, t) :
		    keep_settle_all(k, t);
	if (!k->settled)
		forget_names(k);
	return k->settled;
}

bool keep_settle_now(struct keep *k, struct tool *t)
{
	bool fixed = t->out == REC_CSV || t->out == REC_TABLE;

	if (!cmd_keep_settle(k, t))
		return false;
	if (!k->open || !t->rec)
		return true;
	if (!k->list) {
		say_no_key(t);
		k->open = false;
		return true;
	}
	if (fixed && k->begun) {
		say_left_out(k, t);
		return true;
	}
	k->begun = true;
	return add_all(k, t, t->rec->names, t->rec->count);
}

/* -- Values ------------------------------------------------------------- */

static struct rec_text keep_value_of(const struct rec_value *v)
{
	return (struct rec_text){v->text, v->len};
}

/* Of an office's own column: as it stands in the record. */
static struct rec_text from_record(const struct rec *rec,
    const struct rec_text *name, size_t hint)
{
	if (hint < rec->count && rec->names[hint].len == name->len &&
	    memcmp(rec->names[hint].text, name->text, name->len) == 0)
		return keep_value_of(&rec->all[hint]);
	for (size_t i = 0; i < rec->count; i++)
		if (keep_same_name(&rec->names[i], name->text, name->len))
			return keep_value_of(&rec->all[i]);
	return (struct rec_text){NULL, 0};
}

/* A key of YAML or JSON that is read as the field. */
static struct rec_text from_field(const struct tool *t,
    const struct icj_field *field)
{
	int two;

	for (size_t i = 0; field && i < t->rec->count; i++) {
		const struct rec_text *name = &t->rec->names[i];

		if (name_find(t, name->text, name->len, &two) == field)
			return keep_value_of(&t->rec->all[i]);
	}
	return (struct rec_text){NULL, 0};
}

static struct rec_text from_operands(const struct tool *t,
    const struct rec_text *name)
{
	for (size_t i = 0; i < t->fact_count; i++) {
		const struct tool_fact *fact = &t->facts_given[i];

		if (keep_same_name(name, fact->field->name,
		    strlen(fact->field->name)))
			return keep_text_of(fact->value);
	}
	return keep_text_of("");
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
	struct rec_text found;

	if (!k->list)
		return from_facts(t, k->field[i], buf, size);
	if (t->fact_count)
		return from_operands(t, &k->name[i]);
	found = from_record(t->rec, &k->source[i], i);
	if (found.text || k->open || rec_in_format(input_reader(t)) == REC_CSV)
		return found;
	return from_field(t, k->field[i]);
}

void keep_free(struct keep *k)
{
	forget_names(k);
	for (size_t i = 0; i < k->losses; i++)
		free((void *)(uintptr_t)k->lost[i].text);
	free(k->name);
	free(k->source);
	free(k->field);
}
