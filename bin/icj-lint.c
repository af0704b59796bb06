/* SPDX-License-Identifier: MIT */
/*
 * icj-lint - data maintenance: what in case records cannot be so, or waits for
 * somebody, each with its field, its paragraph or task and what to do.
 */
#include <string.h>

#include "lint/linting.h"

enum { OPT_ONLY = 2000, OPT_NO_DUPLICATES, OPT_LIST };

enum { CODES, NOTE };

/* -- Answers ------------------------------------------------------------ */

static void put_codes(struct tool *t)
{
	const struct linting *l = t->own;
	unsigned seen = 0;

	for (size_t i = 0; i < l->n; i++) {
		enum icj_lint_check check = l->found[i].what.check;

		if (!(seen >> check & 1))
			cells_item(t->cells, CODES,
			    icj_lint_kind_at(check)->code);
		seen |= 1u << check;
	}
}

/* "past-end: supervision_ends (5-104(1)(b)): what to do". */
static void lint_note_of(const struct lint_found *f, char *out, size_t size)
{
	const struct icj_lint *w = &f->what;
	const struct icj_lint_kind *k = icj_lint_kind_at(w->check);
	const char *source = *w->rule ? w->rule : k->task;
	char place[160] = "";

	if (f->file)
		snprintf(place, sizeof(place), ", as %.120s:%lu", f->file,
		    f->line);
	snprintf(out, size, "%s: %s%s%s%s%s%s%s: %s", k->code, w->field->name,
	    w->other ? ", " : "", w->other ? w->other->name : "", place,
	    *source ? " (" : "", source, *source ? ")" : "", k->todo);
}

/* Whether --only asks for something that was found. */
static bool lint_is_wanted(const struct linting *l)
{
	const char *codes[ICJ_LINT_MOST + 4];

	if (l->n == 0)
		return false;
	for (size_t i = 0; i < l->n; i++)
		codes[i] = icj_lint_kind_at(l->found[i].what.check)->code;
	codes[l->n] = "any";
	codes[l->n + 1] = NULL;
	for (const char *at = l->only; *at; at += *at == ',') {
		size_t len = strcspn(at, ",");

		if (start_is_among(at, len, codes))
			return true;
		at += len;
	}
	return false;
}

static void lint_judge(struct tool *t)
{
	struct linting *l = t->own;
	struct icj_lint found[ICJ_LINT_MOST];
	char note[480];

	l->n = icj_lint(t->facts, &t->ctx, l->today, found);
	for (size_t i = 0; i < l->n; i++)
		l->found[i] = (struct lint_found){found[i], NULL, 0};
	if (l->index && t->rec)
		lint_index_look(t);
	t->found |= l->n > 0;
	t->left_out = l->only && !lint_is_wanted(l);
	put_codes(t);
	for (size_t i = 0; i < l->n; i++) {
		lint_note_of(&l->found[i], note, sizeof(note));
		cells_item(t->cells, NOTE, note);
	}
}

static void lint_explain(struct tool *t, FILE *out)
{
	const struct linting *l = t->own;
	char note[480], text[800];

	if (l->n == 0)
		fputs("Nothing was found.\n", out);
	for (size_t i = 0; i < l->n; i++) {
		const struct icj_lint_kind *k =
		    icj_lint_kind_at(l->found[i].what.check);

		lint_note_of(&l->found[i], note, sizeof(note));
		snprintf(text, sizeof(text), "%s. That is: %s.", note,
		    k->meaning);
		explain_wrap(out, text, 2);
	}
}

/* -- The list ----------------------------------------------------------- */

static int lint_list(const struct tool *t)
{
	static const char *const heads[] = {"code", "meaning", "todo", "task"};
	struct rec_out *out = t->sought[0] ? NULL : list_begin(t);
	const struct icj_lint_kind *k;
	struct rec_text names[4], cells[4];
	bool put = true;

	if (t->sought[0])
		return tool_misuse(t, "--list has no words behind it", "", "");
	for (size_t i = 0; put && (k = icj_lint_kind_at(i)); i++) {
		const char *const texts[] = {k->code, k->meaning, k->todo,
			k->task};

		for (size_t n = 0; n < 4; n++) {
			names[n] = (struct rec_text){heads[n],
				strlen(heads[n])};
			cells[n] = (struct rec_text){texts[n],
				strlen(texts[n])};
		}
		if (out)
			put = rec_put_header(out, NULL, names, 4) == 0 &&
			    rec_put_row(out, names, cells, 4) == 0;
		else if (t->out == REC_AUTO || t->explain)
			printf("%-20s  %s: %s%s%s\n", k->code, k->meaning,
			    k->todo, *k->task ? ", " : "", k->task);
	}
	return list_end(t, out);
}

/* -- Options ------------------------------------------------------------ */

static bool lint_knows_codes(struct tool *t, const char *list)
{
	const char *words[ICJ_LINT_KINDS + 2];
	const struct icj_lint_kind *k;
	size_t n = 0;

	while ((k = icj_lint_kind_at(n)))
		words[n++] = k->code;
	words[n++] = "any";
	words[n] = NULL;
	return start_all_of(t, list, words);
}

static bool lint_take(struct tool *t, int letter, const char *argument)
{
	struct linting *l = t->own;

	if (letter == OPT_ONLY) {
		l->only = argument;
		return lint_knows_codes(t, argument);
	}
	if (letter == OPT_LIST)
		t->list = lint_list;
	else
		l->alone = true;
	return true;
}

/* Whoever looks back to a day before today knows of days since. */
static int lint_begin(struct tool *t)
{
	struct linting *l = t->own;
	struct icj_time now;
	char day[11];

	start_now(&now);
	l->today = now.date > t->ctx.as_of.date ? now.date :
	    t->ctx.as_of.date;
	snprintf(t->title, sizeof(t->title), "%s  As of %s", t->kind->job,
	    icj_date_format(t->ctx.as_of.date, day));
	if (l->alone || t->fact_count)
		return -1;
	l->index = lint_index_new();
	if (l->index)
		return -1;
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return TOOL_STOPPED;
}

/* What cannot be found for want of a column is not left to speak for itself. */
static int lint_opened(struct tool *t)
{
	const struct icj_field *f;
	char names[200] = "";
	size_t len = 0;

	for (size_t i = 0; t->input && (f = icj_lint_lacks(t->facts, i)); i++)
		len += (size_t)snprintf(names + len, sizeof(names) - len,
		    "%s%s", i ? ", " : "", f->name);
	if (len)
		tool_warn(t, &(struct tool_place){input_name(t), 1, 0, NULL},
		    TOOL_W_NO_COLUMN, "no column %s: what is open or pending "
		    "for want of one is not looked for; --map names a column, "
		    "and --set FIELD= says that all its cells are empty",
		    names);
	return -1;
}

static const struct tool_option options[] = {
	{OPT_ONLY, "only", "CODE,...", "only records with these; any: with any"},
	{OPT_NO_DUPLICATES, "no-duplicates", NULL,
	 "compare no record with those before it"},
	{OPT_LIST, "list", NULL, "list the codes and what to do about each"},
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-lint",
	.examples =
	    "  icj-lint cases.csv\n"
	    "  icj-lint --only any --show case_id,lint cases.csv\n"
	    "  icj-lint --only any -o card cases.csv\n",
	.synopsis = "icj-lint [options] [FILE ... | field=value ...]",
	.job = "What in these records cannot be so, or waits for somebody?",
	.area = ICJ_AREA_LINT,
	.columns = "lint",
	.short_list = "case_id,worker,lint,lint_note",
	.options = options,
	.take = lint_take,
	.begin = lint_begin,
	.opened = lint_opened,
	.judge = lint_judge,
	.explain = lint_explain,
	.asks = tool_asks_all,
};

int main(int argc, char **argv)
{
	struct linting l = {.n = 0};
	int status = tool_run(&kind, &l, argc, argv);

	lint_index_free(l.index);
	return status;
}
