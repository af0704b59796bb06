/* SPDX-License-Identifier: MIT */
/*
 * map.c - reads --map files: YAML.  A line "their name: our_name" names a
 * column, one "our_field: {their value: our value}" values.  Knows the
 * dictionary's names, and no record.
 */
#include "tool/map.h"
#include "tool/same.h"
#include "tool/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Between the names of a mapping and of what is inside of it. */
#define JOINT '\x1f'

/* A name of a column; field NULL: it is not to be read. */
struct map_entry {
	struct map_entry *next;
	const struct icj_field *field;
	const char *file;
	unsigned long line;
	bool met;
	size_t plain; /* length of the name as names are compared, */
	char *name;   /* which stands behind the one in the file */
	char text[];
};

struct map_value {
	struct map_value *next;
	const struct icj_field *field;
	size_t len, ours_len;
	const char *ours; /* behind theirs */
	char text[];
};

struct map {
	struct map_entry *first;
	struct map_value *values;
	struct icj_case *tried; /* for values to be read */
};

static struct map_entry *entry_of(const struct tool *t, const char *plain,
    size_t len)
{
	struct map_entry *e = t->map && len > 0 ? t->map->first : NULL;

	while (e && (e->plain != len || memcmp(e->name, plain, len) != 0))
		e = e->next;
	return e;
}

const struct icj_field *map_find(const struct tool *t, const char *plain,
    size_t len)
{
	const struct map_entry *e = entry_of(t, plain, len);

	return e ? e->field : NULL;
}

bool map_ignores(const struct tool *t, const char *name, size_t len)
{
	char plain[WORDS_ROOM];
	const struct map_entry *e;

	if (!t->map)
		return false;
	e = entry_of(t, plain, words_plain(name, len, plain));
	return e && !e->field;
}

void map_meets(const struct tool *t, const char *name, size_t len)
{
	char plain[WORDS_ROOM];
	size_t n = t->map ? words_plain(name, len, plain) : 0;

	for (struct map_entry *e = t->map ? t->map->first : NULL; e; e = e->next)
		if (e->plain == n && memcmp(e->name, plain, n) == 0)
			e->met = true;
}

/* Lines of fields that the tool does not read are many where one map serves
 * all tools, and must not hide the others. */
static bool is_aside(const struct tool *t, const struct map_entry *e)
{
	return e->field && !(e->field->read_by & t->kind->area);
}

/* The i-th line of the file: the list runs backwards. */
static const struct map_entry *entry_at(const struct map *map, size_t i,
    size_t count)
{
	const struct map_entry *e = map->first;

	while (++i < count)
		e = e->next;
	return e;
}

__attribute__((format(printf, 4, 5)))
static void say_unmet(const struct tool *t, const struct map_entry *e,
    bool refuse, const char *format, ...)
{
	struct tool_place at = {e->file, e->line, 0, NULL};
	char said[TOOL_TEXT / 2];
	va_list args;

	va_start(args, format);
	vsnprintf(said, sizeof(said), format, args);
	va_end(args);
	if (refuse)
		tool_error(t, &at, TOOL_W_MAP_UNMET, "%s", said);
	else
		tool_warn(t, &at, TOOL_W_MAP_UNMET, "%s", said);
}

int map_unmet(const struct tool *t, bool refuse)
{
	const struct map_entry *aside = NULL;
	size_t count = map_size(t), asides = 0;
	bool all = true;

	for (size_t i = 0; i < count; i++) {
		const struct map_entry *e = entry_at(t->map, i, count);

		if (e->met)
			continue;
		all = false;
		if (!is_aside(t, e)) {
			say_unmet(t, e, refuse, "%s: no input has this column",
			    e->text);
			continue;
		}
		aside = aside ? aside : e;
		asides++;
	}
	if (asides == 1)
		say_unmet(t, aside, refuse, "%s: no input has this column, for "
		    "whose field %s does not ask", aside->text, t->kind->name);
	else if (asides > 1)
		say_unmet(t, aside, refuse, "%s and %zu more: no input has "
		    "these columns, for whose fields %s does not ask",
		    aside->text, asides - 1, t->kind->name);
	return all || !refuse ? -1 : TOOL_USAGE;
}

size_t map_size(const struct tool *t)
{
	const struct map_entry *e = t->map ? t->map->first : NULL;
	size_t n = 0;

	for (; e; e = e->next)
		n++;
	return n;
}

/* -- Values ------------------------------------------------------------- */

bool map_has_values(const struct tool *t, const struct icj_field *field)
{
	const struct map_value *v = t->map ? t->map->values : NULL;

	while (v && v->field != field)
		v = v->next;
	return v;
}

/* Ours for one of theirs, or theirs again. */
static struct rec_text ours_for(const struct tool *t,
    const struct icj_field *field, struct rec_text theirs)
{
	char plain[WORDS_ROOM];
	size_t n = words_plain(theirs.text, theirs.len, plain);

	for (const struct map_value *v = t->map->values; v; v = v->next)
		if (v->field == field && v->len == n &&
		    memcmp(v->text, plain, n) == 0)
			return (struct rec_text){v->ours, v->ours_len};
	return theirs;
}

struct rec_text map_value(const struct tool *t, const struct icj_field *field,
    struct rec_text theirs, char *room, size_t size)
{
	const char *end = theirs.text + theirs.len, *at = theirs.text;
	size_t len = 0;

	if (field->type != ICJ_LIST)
		return ours_for(t, field, theirs);
	while (at < end) {
		const char *stop = memchr(at, ';', (size_t)(end - at));
		struct rec_text item = ours_for(t, field, (struct rec_text){at,
		    (size_t)((stop ? stop : end) - at)});

		if (len + item.len + 1 > size)
			return theirs; /* which is then refused */
		memcpy(room + len, item.text, item.len);
		len += item.len;
		if (stop)
			room[len++] = ';';
		at = stop ? stop + 1 : end;
	}
	return (struct rec_text){room, len};
}

/* -- Reading ------------------------------------------------------------ */

void map_free(struct map *map)
{
	while (map && map->first) {
		struct map_entry *e = map->first;

		map->first = e->next;
		free(e);
	}
	while (map && map->values) {
		struct map_value *v = map->values;

		map->values = v->next;
		free(v);
	}
	if (map)
		icj_case_free(map->tried);
	free(map);
}

static bool add_entry(struct map *map, const struct tool_place *at,
    const struct rec_text *name, const struct icj_field *field)
{
	char plain[WORDS_ROOM];
	size_t n = words_plain(name->text, name->len, plain);
	struct map_entry *e = malloc(sizeof(*e) + name->len + n + 2);

	if (!e)
		return false;
	*e = (struct map_entry){map->first, field, at->file, at->line, false,
	    n, e->text + name->len + 1};
	memcpy(e->text, name->text, name->len);
	e->text[name->len] = '\0';
	memcpy(e->name, plain, n);
	map->first = e;
	return true;
}

static bool add_value(struct map *map, const struct icj_field *field,
    const struct rec_text *theirs, const struct rec_value *ours)
{
	char plain[WORDS_ROOM];
	size_t n = words_plain(theirs->text, theirs->len, plain);
	struct map_value *v = malloc(sizeof(*v) + n + ours->len + 2);

	if (!v)
		return false;
	*v = (struct map_value){map->values, field, n, ours->len,
	    v->text + n + 1};
	memcpy(v->text, plain, n);
	memcpy(v->text + n + 1, ours->text, ours->len);
	map->values = v;
	return true;
}

/* A field of the tool, or of cases: one map serves all of an office. */
static const struct icj_field *map_field(const struct tool *t,
    const char *name, size_t len)
{
	char plain[WORDS_ROOM];
	const struct icj_field *own = t->kind->names ?
	    name_own(t, plain, words_plain(name, len, plain)) : NULL;

	return own ? own : icj_field_find(name, len);
}

static bool map_no_memory(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return false;
}

/* Names the place and the keys only: should this be a file of records by
 * mistake, what stands behind a key is a value. */
static bool map_take_value(struct tool *t, const struct tool_place *at,
    const struct rec_text *outer, const struct rec_text *theirs,
    const struct rec_value *value)
{
	const struct icj_field *f = map_field(t, outer->text, outer->len);
	struct rec_value ours = *value;
	enum icj_err err;

	if (!ours.text)
		ours.text = "";
	if (memchr(theirs->text, JOINT, theirs->len)) {
		tool_error(t, at, TOOL_E_MAP, "%.*s: a value of theirs leads "
		    "to one of ours, not to a mapping", (int)outer->len,
		    outer->text);
		return false;
	}
	if (!f) {
		const struct icj_field *near = name_near(t, outer->text,
		    outer->len);

		tool_error(t, at, TOOL_E_MAP, "%.*s: values can be given for "
		    "a field of ours only%s%s", (int)outer->len, outer->text,
		    near ? "; did you mean " : "", near ? near->name : "");
		return false;
	}
	err = t->kind->names ? ICJ_OK :
	    icj_case_set(t->map->tried, f, ours.text, ours.len);
	if (err != ICJ_OK && err != ICJ_EMPTY_WORD) {
		char why[TOOL_REASON];

		tool_error(t, at, TOOL_E_MAP, "%.*s: %.*s: mapped to no value "
		    "of ours: %s", (int)outer->len, outer->text,
		    (int)theirs->len, theirs->text, tool_reason(f, err, why));
		return false;
	}
	return add_value(t->map, f, theirs, &ours) || map_no_memory(t);
}

static bool map_take_entry(struct tool *t, const char *file,
    const struct rec_text *name, const struct rec_value *value)
{
	struct tool_place at = {file, value->line, 0, NULL};
	const char *text = value->text ? value->text : "";
	const char *joint = memchr(name->text, JOINT, name->len);
	const struct icj_field *f = map_field(t, text, value->len);
	const struct icj_field *near;
	char plain[WORDS_ROOM];

	if (joint) {
		struct rec_text outer = {name->text,
		    (size_t)(joint - name->text)};
		struct rec_text inner = {joint + 1,
		    name->len - outer.len - 1};

		return map_take_value(t, &at, &outer, &inner, value);
	}
	if (words_plain(name->text, name->len, plain) == 0) {
		tool_error(t, &at, TOOL_E_MAP, "a name that is blank or longer "
		    "than %d bytes", WORDS_ROOM - 1);
		return false;
	}
	/* An empty right side: no field of ours. */
	if (f || value->len == 0)
		return add_entry(t->map, &at, name, f) || map_no_memory(t);
	near = name_near(t, text, value->len);
	tool_error(t, &at, TOOL_E_MAP, "%.*s: mapped to no field of ours%s%s",
	    (int)name->len, name->text, near ? "; did you mean " : "",
	    near ? near->name : "");
	return false;
}

static int pass_all(void *arg, const char *name, size_t len, unsigned field)
{
	(void)arg, (void)name, (void)len, (void)field;
	return REC_PASS;
}

static bool take_entries(struct tool *t, const char *file,
    const struct rec *rec)
{
	bool fine = true;

	if (rec->fault) {
		struct tool_place at = {file, rec->fault->line, 0, NULL};

		tool_error(t, &at, TOOL_E_MAP, "%s", rec->fault->text);
		return false;
	}
	for (size_t i = 0; i < rec->count; i++)
		fine &= map_take_entry(t, file, &rec->names[i], &rec->all[i]);
	return fine;
}

static bool map_read_entries(
    struct tool *t, const char *file, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got;
	bool fine = true;

	got = rec_start(in);
	if (got == REC_RECORD)
		while ((got = rec_next(in, &rec)) == REC_RECORD)
			fine &= take_entries(t, file, rec);
	if (got == REC_STOP) {
		struct tool_place at = {file, rec_in_error(in)->line, 0, NULL};

		tool_error(t, &at, rec_in_error(in)->code, "%s",
		    rec_in_error(in)->text);
	}
	return fine && got != REC_STOP;
}

static bool map_read_file(struct tool *t, const char *file)
{
	struct rec_options options = {
		.format = REC_YAML, .all = true, .place = pass_all,
		.joint = JOINT,
	};
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	const struct map_entry *before;
	const struct map_value *values;
	struct rec_in *in;
	bool fine;

	if (fd < 0) {
		tool_error(t, &(struct tool_place){file, 0, 0, NULL},
		    TOOL_E_OPEN, "%s", strerror(errno));
		return false;
	}
	in = rec_in_new(fd, &options);
	before = t->map->first;
	values = t->map->values;
	fine = in && map_read_entries(t, file, in);
	if (!in)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	else if (fine && before == t->map->first && values == t->map->values)
		tool_warn(t, &(struct tool_place){file, 0, 0, NULL},
		    TOOL_W_MAP_EMPTY, "an empty map: it names no column and "
		    "no value");
	rec_in_free(in);
	close(fd);
	return fine;
}

bool map_read(struct tool *t)
{
	if (t->map_count == 0)
		return true;
	t->map = calloc(1, sizeof(*t->map));
	if (t->map)
		t->map->tried = icj_case_new();
	if (!t->map || !t->map->tried)
		return map_no_memory(t);
	icj_case_date_form(t->map->tried, &t->date_form);
	for (size_t i = 0; i < t->map_count; i++)
		if (!map_read_file(t, t->map_names[i]))
			return false;
	return true;
}
