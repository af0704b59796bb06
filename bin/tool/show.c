/* SPDX-License-Identifier: MIT */
/*
 * show.c - which columns are written: those of --show, by the names of the
 * input, of ours and of the dictionary; on a terminal and a page a short list of
 * a tool.
 */
#include "tool/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/same.h"
#include "tool/screen.h"

/* -- Names that there are ------------------------------------------------ */

static struct rec_text text_of_name(const char *name)
{
	return (struct rec_text){name, strlen(name)};
}

/* The i-th column of the input, false beyond. */
static bool input_column(const struct tool *t, size_t i, struct rec_text *name)
{
	const struct rec_text *header;
	size_t n = 0;

	if (t->fact_count) {
		if (i < t->fact_count)
			*name = text_of_name(t->facts_given[i].field->name);
		return i < t->fact_count;
	}
	header = t->input ? rec_in_header(input_reader(t), &n) : NULL;
	if (i < n)
		*name = header[i];
	return i < n;
}

/* The i-th column that stands before ours in the output, false beyond. */
static bool before_ours(const struct tool *t, size_t i, struct rec_text *name)
{
	const struct rec_text *rows;
	size_t n = 0;

	if (!t->kind->rows)
		return !t->kind->own_rows && input_column(t, i, name);
	rows = t->kind->rows(t, &n);
	if (rows && i < n)
		*name = rows[i];
	return rows && i < n;
}

/* The i-th column that can be written, false beyond. */
static bool show_column(struct tool *t, size_t i, struct rec_text *name)
{
	size_t n = 0, ours;
	const struct rec_text *columns = tool_columns(t, &ours);

	if (before_ours(t, i, name))
		return true;
	while (before_ours(t, n, name))
		n++;
	if (i < n + ours)
		*name = columns[i - n];
	return i < n + ours;
}

static bool same_text(const struct rec_text *name, const char *word,
    size_t len)
{
	if (name->len != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (name_fold(name->text[i]) != name_fold(word[i]))
			return false;
	return true;
}

/* The column of that name, ours before the input's; else the one that is read as
 * the field of that name.  A field that the input lacks is an empty column. */
static bool show_find(struct tool *t, const char *word, size_t len,
    struct rec_text *found)
{
	struct rec_text name;
	const struct icj_field *f;
	bool any = false;
	int two;

	for (size_t i = 0; show_column(t, i, &name); i++)
		if (same_text(&name, word, len)) {
			*found = name;
			any = true;
		}
	f = any ? NULL : name_find(t, word, len, &two);
	for (size_t i = 0; f && !any && show_column(t, i, &name); i++)
		if (name_find(t, name.text, name.len, &two) == f) {
			*found = name;
			any = true;
		}
	if (f && !any)
		*found = (struct rec_text){f->name, strlen(f->name)};
	return any || f;
}

/* Keys of YAML and JSON come with the records. */
static bool keys_come_late(struct tool *t)
{
	struct rec_text name;

	return (t->input && rec_in_format(input_reader(t)) != REC_CSV) ||
	    !show_column(t, 0, &name);
}

static void hint_columns(struct tool *t, const char *word, size_t len)
{
	char *words[200];
	const char *near;
	struct rec_text name;
	size_t n = 0;

	while (n < 199 && show_column(t, n, &name) &&
	    (words[n] = strndup(name.text, name.len)))
		n++;
	words[n] = NULL;
	near = name_near_word(word, len, (const char *const *)words);
	snprintf(t->hint, sizeof(t->hint), "%s%s", near ?
	    "; did you mean " : "; there are those of the input and of "
	    "--help", near ? near : "");
	while (n > 0)
		free(words[--n]);
}

static int show_refuse(struct tool *t, const char *word, size_t len)
{
	hint_columns(t, word, len);
	tool_error(t, NULL, TOOL_E_SHOW, "--show: there is no column %.*s%s",
	    (int)len, word, t->hint);
	return TOOL_USAGE;
}

/* -- Picking ------------------------------------------------------------- */

static const char *show_next(const char **list, size_t *len)
{
	const char *word = *list;

	while (*word == ' ' || *word == ',')
		word++;
	*len = strcspn(word, ",");
	*list = word + *len;
	while (*len > 0 && word[*len - 1] == ' ')
		--*len;
	return *len > 0 ? word : NULL;
}

/* The columns of a list into t->shown; those that are not there are no matter
 * where the list is ours. */
static int show_settle(struct tool *t, const char *list, bool ours)
{
	const char *word;
	size_t len;

	t->shown = calloc(strlen(list) + 3, sizeof(*t->shown));
	if (!t->shown) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	while ((word = show_next(&list, &len))) {
		struct rec_text *name = &t->shown[t->shown_count];

		if (show_find(t, word, len, name))
			t->shown_count++;
		else if (keys_come_late(t) && !ours)
			t->shown[t->shown_count++] =
			    (struct rec_text){word, len};
		else if (!ours)
			return show_refuse(t, word, len);
	}
	return -1;
}

static bool has_screen(const struct tool *t)
{
	return screen_is_there() && (t->out == REC_TABLE ||
	    t->out == REC_CARD);
}

/* A page is read on a telephone and on paper, which have no room for 150
 * columns; the column asked for with --keep is in it. */
static bool has_short_list(const struct tool *t)
{
	if (t->kept && strcmp(t->kept, "all") == 0)
		return false;
	return !t->wide && (t->out == REC_HTML ? !t->want_all :
	    t->out == REC_TABLE && screen_is_there());
}

/* A page is filed without what was said on stderr: it has the law, too. */
static void show_law(struct tool *t)
{
	static const char *const law[] = {"edition", "basis"};
	size_t count;
	const struct rec_text *columns = tool_columns(t, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < 2; j++) {
			size_t len = strlen(law[j]);

			if (columns[i].len >= len && !memcmp(columns[i].text +
			    columns[i].len - len, law[j], len))
				t->shown[t->shown_count++] = columns[i];
		}
}

/* The short list of the tool, before it what was asked for to be kept. */
static int show_short_list(struct tool *t)
{
	const char *also = t->kept ? t->kept : "";
	size_t size = strlen(also) + strlen(t->kind->short_list) + 2;
	char *list = malloc(size);
	int status;

	if (list)
		snprintf(list, size, "%s,%s", also, t->kind->short_list);
	status = show_settle(t, list ? list : t->kind->short_list, true);
	free(list);
	if (status < 0 && t->out == REC_HTML)
		show_law(t);
	return status;
}

int show_begin(struct tool *t, struct rec_out *out)
{
	bool fits = has_screen(t) && !t->wide;
	int status = t->show ? show_settle(t, t->show, false) :
	    t->kind->short_list && has_short_list(t) ? show_short_list(t) : -1;

	if (status >= 0)
		return status;
	if (fits)
		rec_out_fit(out, (size_t)screen_width());
	return show_pick(t, out) ? -1 : TOOL_STOPPED;
}

bool show_pick(const struct tool *t, struct rec_out *out)
{
	if (t->shown_count == 0 ||
	    rec_out_pick(out, t->shown, t->shown_count) == 0)
		return true;
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return false;
}

static bool in_input(const struct tool *t, const char *word, size_t len)
{
	int two;
	const struct icj_field *f = name_find(t, word, len, &two);
	struct rec_text name;

	if (t->input && rec_in_format(input_reader(t)) != REC_CSV)
		return true;
	for (size_t i = 0; input_column(t, i, &name); i++)
		if (same_text(&name, word, len) || (f &&
		    name_find(t, name.text, name.len, &two) == f))
			return true;
	return false;
}

char *show_of_input(const struct tool *t)
{
	const char *list = t->show, *word;
	char *kept = malloc(strlen(list) + 1);
	size_t len, at = 0;

	if (!kept)
		return NULL;
	while ((word = show_next(&list, &len))) {
		const struct column *c = NULL;
		size_t i = 0;

		while ((c = tool_column(t, i)) && !name_same(c->name, word, len))
			i++;
		if (c || !in_input(t, word, len))
			continue;
		if (at > 0)
			kept[at++] = ',';
		memcpy(kept + at, word, len);
		at += len;
	}
	kept[at] = '\0';
	return kept;
}
