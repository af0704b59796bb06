/* SPDX-License-Identifier: MIT */
/*
 * dues_column.c - which column of a table of states is which: our names, what
 * others call them, and an office's own (--map).  It reads no value.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dues/dues.h"

#include "tool/column.h"
#include "tool/map.h"
#include "tool/trailer.h"
#include "tool/same.h"

/* The first name of a slot is ours. */
static const struct {
	enum dues_slot slot;
	const char *name;
} names[] = {
	{ DUES_STATE, "state" }, { DUES_STATE, "jurisdiction" },
	{ DUES_CODE, "code" }, { DUES_CODE, "state_code" },
	{ DUES_CODE, "abbreviation" }, { DUES_CODE, "postal_code" },
	{ DUES_NAME, "name" }, { DUES_NAME, "state_name" },
	{ DUES_POPULATION, "population" }, { DUES_POPULATION, "pop" },
	{ DUES_POPULATION, "resident_population" },
	{ DUES_SENT, "sent" }, { DUES_SENT, "juveniles_sent" },
	{ DUES_SENT, "transfers_sent" }, { DUES_SENT, "outgoing" },
	{ DUES_RECEIVED, "received" }, { DUES_RECEIVED, "juveniles_received" },
	{ DUES_RECEIVED, "transfers_received" },
	{ DUES_RECEIVED, "incoming" },
	{ DUES_TRANSFERS, "transfers" },
	{ DUES_TRANSFERS, "sent_and_received" },
};

#define NAMES (sizeof(names) / sizeof(names[0]))

struct dues_map {
	struct dues_map *next;
	int slot;
	char name[];
};

const char *dues_slot_name(enum dues_slot slot)
{
	size_t i = 0;

	while (names[i].slot != slot)
		i++;
	return names[i].name;
}

static int column_slot_find(const char *name, size_t len)
{
	for (size_t i = 0; i < NAMES; i++)
		if (name_same(names[i].name, name, len))
			return (int)names[i].slot;
	return REC_PASS;
}

static int map_slot(const struct dues *d, const char *name, size_t len)
{
	for (const struct dues_map *m = d->map; m; m = m->next)
		if (name_same(m->name, name, len))
			return m->slot;
	return column_slot_find(name, len);
}

static bool column_is_ours(const char *name, size_t len)
{
	const struct column *c;

	for (size_t i = 0; (c = column_at("dues", i)); i++)
		if (name_same(c->name, name, len))
			return true;
	return false;
}

int dues_place(void *source, const char *name, size_t len, unsigned field)
{
	struct dues_source *s = source;
	int slot;

	if (name_same(TRAILER_NAME, name, len)) {
		s->last_field = field;
		return REC_ERASE;
	}
	if (column_is_ours(name, len)) {
		s->ours |= !s->dues->tool.replace;
		return REC_DROP;
	}
	slot = map_slot(s->dues, name, len);
	if (slot >= 0)
		s->seen[slot] = true;
	return slot;
}

/* -- Whether the columns needed are there ------------------------------- */

static const char *missing_column(const bool *seen)
{
	if (!seen[DUES_STATE] && !seen[DUES_CODE] && !seen[DUES_NAME])
		return "state";
	if (!seen[DUES_POPULATION])
		return "population";
	if (seen[DUES_TRANSFERS] || (seen[DUES_SENT] && seen[DUES_RECEIVED]))
		return NULL;
	return seen[DUES_SENT] ? "received" : seen[DUES_RECEIVED] ? "sent" :
	    "sent and received";
}

static bool knows_any(const bool *seen)
{
	for (int i = 0; i < DUES_SLOTS; i++)
		if (seen[i])
			return true;
	return false;
}

/* What a slot that no column fills would be called. */
static void column_say_like(struct dues_source *s)
{
	const char *unmet[DUES_SLOTS + 1];
	size_t n = 0;

	for (int i = 0; i < DUES_SLOTS; i++)
		if (!s->seen[i])
			unmet[n++] = dues_slot_name((enum dues_slot)i);
	unmet[n] = NULL;
	dues_say_like(s, unmet);
}

int dues_columns_check(const struct dues *d, struct dues_source *s)
{
	bool skipped;
	struct tool_place at = { s->name, rec_in_header_line(s->in, &skipped),
		0, NULL };
	const char *missing = missing_column(s->seen);

	if (!missing)
		return -1;
	column_say_like(s);
	if (knows_any(s->seen))
		tool_error(&d->tool, &at, DUES_E_NO_COLUMN, "no column %s; "
		    "--map names an office's own columns", missing);
	else
		tool_error(&d->tool, &at, TOOL_E_NO_KNOWN, "no column is "
		    "known%s; --map names an office's own columns, --fields "
		    "lists ours", separator_hint(s->in));
	return TOOL_USAGE;
}

/* -- Maps --------------------------------------------------------------- */

/* A map of the whole office also names fields of cases: they are none of
 * ours, but no mistake. */
static bool column_take_entry(struct dues *d, const char *file,
    const struct rec_text *name, const struct rec_value *value)
{
	struct tool_place at = { file, value->line, 0, NULL };
	const char *text = value->text ? value->text : "";
	int slot = column_slot_find(text, value->len);
	struct dues_map *m;

	if (slot < 0 && !icj_field_find(text, value->len)) {
		tool_error(&d->tool, &at, TOOL_E_MAP, "no such field; "
		    "--fields lists ours");
		return false;
	}
	m = malloc(sizeof(*m) + name->len + 1);
	if (!m) {
		tool_error(&d->tool, &at, TOOL_E_MEMORY, "out of memory");
		return false;
	}
	memcpy(m->name, name->text, name->len);
	m->name[name->len] = '\0';
	m->slot = slot;
	m->next = d->map;
	d->map = m;
	return true;
}

static bool column_read_entries(
    struct dues *d, const char *file, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got = rec_start(in);
	bool fine = true;

	if (got == REC_RECORD)
		while ((got = rec_next(in, &rec)) == REC_RECORD)
			for (size_t i = 0; i < rec->count; i++)
				fine &= column_take_entry(
				    d, file, &rec->names[i], &rec->all[i]);
	if (got == REC_STOP) {
		const struct rec_error *e = rec_in_error(in);
		struct tool_place at = { file, e->line, e->field, NULL };

		tool_error(&d->tool, &at, e->code, "%s", e->text);
	}
	return fine && got != REC_STOP;
}

static bool read_map(struct dues *d, const char *file)
{
	struct rec_options options = { .format = REC_YAML, .all = true };
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct rec_in *in;
	bool fine;

	if (fd < 0) {
		tool_error(&d->tool, NULL, TOOL_E_OPEN, "%s: %s", file,
		    strerror(errno));
		return false;
	}
	in = rec_in_new(fd, &options);
	fine = in && column_read_entries(d, file, in);
	rec_in_free(in);
	close(fd);
	return fine;
}

bool dues_map_read(struct dues *d)
{
	for (size_t i = 0; i < d->tool.map_count; i++)
		if (!read_map(d, d->tool.map_names[i]))
			return false;
	return true;
}

void dues_map_free(struct dues *d)
{
	while (d->map) {
		struct dues_map *next = d->map->next;

		free(d->map);
		d->map = next;
	}
}
