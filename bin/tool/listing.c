/* SPDX-License-Identifier: MIT */
/*
 * listing.c - what --fields and --rules print, from the library's tables: lines
 * to read, or rows of the format that -o says.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tool/tool.h"

#include "tool/screen.h"
#include "tool/seek.h"

static struct rec_text listing_text_of(const char *s)
{
	return (struct rec_text){s, strlen(s)};
}

static bool wants_rows(const struct tool *t)
{
	return t->out != REC_AUTO && !t->explain;
}

struct rec_out *list_begin(const struct tool *t)
{
	return wants_rows(t) ? rec_out_new(STDOUT_FILENO, t->out) : NULL;
}

/* Rows of up to so many cells, the first of which are the names. */
#define LIST_COLUMNS 7

static void listing_put_row(struct rec_out *out, const char *const *names,
    const char *const *cells, size_t n)
{
	struct rec_text name[LIST_COLUMNS], cell[LIST_COLUMNS];

	for (size_t i = 0; i < n; i++) {
		name[i] = listing_text_of(names[i]);
		cell[i] = listing_text_of(cells[i]);
	}
	/* A failure shows at the end. */
	if (rec_put_header(out, NULL, name, n) == 0)
		rec_put_row(out, name, cell, n);
}

int list_end(const struct tool *t, struct rec_out *out)
{
	int status = TOOL_FINE;

	if (!wants_rows(t))
		return TOOL_FINE;
	if (!out) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (rec_flush(out) != 0) {
		if (rec_out_error(out)->sys != EPIPE)
			tool_error(t, NULL, rec_out_error(out)->code,
			    "cannot write: %s", rec_out_error(out)->text);
		status = TOOL_STOPPED;
	}
	rec_out_free(out);
	return status;
}

/* -- Fields ------------------------------------------------------------- */

static void list_values(const struct icj_field *f, FILE *out)
{
	fprintf(out, "%*s", 34, "");
	for (size_t i = 0; f->choices[i]; i++)
		fprintf(out, "%s%s", i ? ", " : "", f->choices[i]);
	fprintf(out, "\n");
}

/* A name, and what there is to say of it below. */
void list_entry(const char *name, const char *text)
{
	char buf[2400];

	snprintf(buf, sizeof(buf), "%s: %s", name, text);
	explain_wrap(stdout, buf, 4);
}

/* Its last number, for no day is asked for. */
static const char *listed_rule(const struct icj_field *f)
{
	return icj_field_rule(f, NULL, ICJ_DATE_NONE);
}

static void list_field_on_screen(const struct icj_field *f)
{
	const char *rule = listed_rule(f);
	char text[2200];
	size_t at = (size_t)snprintf(text, sizeof(text), "%s (%s%s%s%s%s)",
	    f->meaning, icj_type_name(f->type), f->presumed ? ", x" : "",
	    f->confidential ? ", c" : "", *rule ? ", " : "", rule);

	for (size_t i = 0; f->choices && f->choices[i] && at < sizeof(text);
	    i++)
		at += (size_t)snprintf(text + at, sizeof(text) - at, "%s%s",
		    i ? ", " : ": ", f->choices[i]);
	list_entry(f->name, text);
}

static void list_field(const struct icj_field *f, FILE *out)
{
	const char *rule = listed_rule(f);

	if (screen_is_there()) {
		list_field_on_screen(f);
		return;
	}
	fprintf(out, "%-32s  %s%s%s: %s%s%s\n", f->name,
	    icj_type_name(f->type), f->presumed ? " (x)" : "",
	    f->confidential ? " (c)" : "", f->meaning,
	    *rule ? ", " : "", rule);
	if (f->choices)
		list_values(f, out);
}

static void list_field_row(struct rec_out *out, const struct icj_field *f)
{
	static const char *const names[LIST_COLUMNS] = {
		"name", "type", "presumed", "confidential", "meaning", "rule",
		"values"
	};
	char values[2048] = "";
	const char *cells[LIST_COLUMNS] = {
		f->name, icj_type_name(f->type), f->presumed ? "yes" : "no",
		f->confidential ? "yes" : "no", f->meaning, listed_rule(f),
		values
	};
	size_t len = 0;

	for (size_t i = 0; f->choices && f->choices[i] && len < sizeof(values);
	    i++)
		len += (size_t)snprintf(values + len, sizeof(values) - len,
		    "%s%s", i ? "; " : "", f->choices[i]);
	listing_put_row(out, names, cells, LIST_COLUMNS);
}

int list_fields(const struct tool *t)
{
	struct rec_out *out = list_begin(t);
	const struct icj_field *f;
	bool found = false;

	for (size_t i = 0; (f = name_field_at(t, i)); i++) {
		if (t->sought && !seek_field(f, t->sought))
			continue;
		/* What is confidential is listed although nothing reads it. */
		if (!(f->read_by & t->kind->area) && !f->confidential)
			continue;
		found = true;
		if (out)
			list_field_row(out, f);
		else if (!wants_rows(t))
			list_field(f, stdout);
	}
	if (!found && t->sought && t->sought[0])
		tool_error(t, NULL, TOOL_E_FIELD, "no field that is read here "
		    "has %s; 'icj help %s' looks everywhere", t->sought[0],
		    t->sought[0]);
	return found || !t->sought || !t->sought[0] ? list_end(t, out) :
	    (list_end(t, out), TOOL_USAGE);
}

/* -- Rules -------------------------------------------------------------- */

static void list_rule_on_screen(const char *const cells[4])
{
	char text[1200];

	snprintf(text, sizeof(text), "%s (%s%s%s)", cells[3], cells[1],
	    *cells[2] ? " to " : " on", cells[2]);
	list_entry(cells[0], text);
}

static void put_rule(struct rec_out *out, const struct icj_rule *r)
{
	static const char *const names[] = {
		"citation", "from", "until", "meaning"
	};
	char from[11], until[11] = "";
	const char *const cells[] = {r->cite, icj_date_format(r->from, from),
		r->until == ICJ_DATE_NONE ? "" :
		icj_date_format(r->until, until), r->says};

	if (out)
		listing_put_row(out, names, cells, 4);
	else if (screen_is_there())
		list_rule_on_screen(cells);
	else
		printf("%-16s  %s  %-10s  %s\n", cells[0], cells[1],
		    *cells[2] ? cells[2] : "-", cells[3]);
}

int list_rules(const struct tool *t)
{
	struct rec_out *out = list_begin(t);
	const struct icj_rule *r;

	for (size_t i = 0; (out || !wants_rows(t)) &&
	    (r = icj_rule_at(t->kind->area, i)); i++)
		put_rule(out, r);
	return list_end(t, out);
}
