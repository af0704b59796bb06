/* SPDX-License-Identifier: MIT */
/*
 * map.c - reads --map files: YAML, one "their name: our_name" a line.  Knows
 * the dictionary's names, and no record.
 */
#include "map.h"
#include "same.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct map_entry {
	struct map_entry *next;
	const struct icj_field *field;
	char name[];
};

struct map {
	struct map_entry *first;
};

const struct icj_field *map_find(const struct tool *t, const char *name,
    size_t len)
{
	const struct map_entry *e = t->map ? t->map->first : NULL;

	for (; e; e = e->next)
		if (name_same(e->name, name, len))
			return e->field;
	return NULL;
}

size_t map_size(const struct tool *t)
{
	const struct map_entry *e = t->map ? t->map->first : NULL;
	size_t n = 0;

	for (; e; e = e->next)
		n++;
	return n;
}

void map_free(struct map *map)
{
	while (map && map->first) {
		struct map_entry *e = map->first;

		map->first = e->next;
		free(e);
	}
	free(map);
}

static bool add_entry(struct map *map, const struct rec_text *name,
    const struct icj_field *field)
{
	struct map_entry *e = malloc(sizeof(*e) + name->len + 1);

	if (!e)
		return false;
	memcpy(e->name, name->text, name->len);
	e->name[name->len] = '\0';
	e->field = field;
	e->next = map->first;
	map->first = e;
	return true;
}

/* Names the place and the key only: should this be a file of records by
 * mistake, what stands behind the key is a value. */
static bool take_entry(struct tool *t, const char *file,
    const struct rec_text *name, const struct rec_value *value)
{
	struct tool_place at = {file, value->line, 0, NULL};
	const char *text = value->text ? value->text : "";
	const struct icj_field *f = icj_field_find(text, value->len);
	const struct icj_field *near;

	if (f && add_entry(t->map, name, f))
		return true;
	near = f ? NULL : name_near(text, value->len);
	if (f)
		tool_error(t, &at, TOOL_E_MEMORY, "out of memory");
	else
		tool_error(t, &at, TOOL_E_MAP, "%.*s: mapped to no field of "
		    "ours%s%s", (int)name->len, name->text,
		    near ? "; did you mean " : "", near ? near->name : "");
	return false;
}

static int pass_all(void *arg, const char *name, size_t len, unsigned field)
{
	(void)arg, (void)name, (void)len, (void)field;
	return REC_PASS;
}

static bool read_entries(struct tool *t, const char *file, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got;
	bool fine = true;

	got = rec_start(in);
	if (got == REC_RECORD)
		while ((got = rec_next(in, &rec)) == REC_RECORD)
			for (size_t i = 0; i < rec->count; i++)
				fine &= take_entry(t, file, &rec->names[i],
				    &rec->all[i]);
	if (got == REC_STOP) {
		struct tool_place at = {file, rec_in_error(in)->line, 0, NULL};

		tool_error(t, &at, rec_in_error(in)->code, "%s",
		    rec_in_error(in)->text);
	}
	return fine && got != REC_STOP;
}

static bool read_file(struct tool *t, const char *file)
{
	struct rec_options options = {
		.format = REC_YAML, .all = true, .place = pass_all,
	};
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct rec_in *in;
	bool fine;

	if (fd < 0) {
		tool_error(t, &(struct tool_place){file, 0, 0, NULL},
		    TOOL_E_OPEN, "%s", strerror(errno));
		return false;
	}
	in = rec_in_new(fd, &options);
	fine = in && read_entries(t, file, in);
	if (!in)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	rec_in_free(in);
	close(fd);
	return fine;
}

bool map_read(struct tool *t)
{
	if (t->map_count == 0)
		return true;
	t->map = calloc(1, sizeof(*t->map));
	if (!t->map) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return false;
	}
	for (size_t i = 0; i < t->map_count; i++)
		if (!read_file(t, t->map_names[i]))
			return false;
	return true;
}
