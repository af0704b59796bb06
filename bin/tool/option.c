/* SPDX-License-Identifier: MIT */
/*
 * option.c - the command line: one table of the options that mean the same in
 * every tool, from which getopt and --help are made.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "tool/tool.h"

#include "tool/amend.h"
#include "tool/complete.h"
#include "tool/map.h"
#include "tool/screen.h"

enum {
	OPT_DATE_FORMAT = 1000, OPT_STRICT, OPT_ON_ERROR, OPT_REJECTS,
	OPT_REPLACE, OPT_NO_HEADER, OPT_COLUMNS, OPT_DIAGNOSTICS, OPT_FIELDS,
	OPT_RULES, OPT_REQUIRE_CURRENT, OPT_BASIS, OPT_EXPLAIN, OPT_INVALID_OK,
	OPT_NULL, OPT_TRAILER, OPT_UNREAD, OPT_AMEND, OPT_MAX_AGE, OPT_SHOW,
	OPT_WIDE, OPT_SPREADSHEET, OPT_HELP_ALL
};

static const struct tool_option common[] = {
	{'i', "input", "FORMAT", "csv, yaml or json; else recognised"},
	{'o', "output", "FORMAT", "csv, yaml, json, table, card, html, explain, brief"},
	{OPT_SHOW, "show", "A,B,C", "only these columns, in this order"},
	{OPT_WIDE, "wide", NULL, "all columns, on a terminal and in a page"},
	{OPT_SPREADSHEET, "spreadsheet", NULL, "CSV that a spreadsheet opens as it stands"},
	{OPT_EXPLAIN, "explain", NULL, "the same as -o explain: prose"},
	{'a', "as-of", "DATE|TIME", "now (default), today, or ISO: 2015-04-20T16:00"},
	{'E', "edition", "DATE|auto", "edition of the rules by a day, ISO: 2015-01-01"},
	{OPT_REQUIRE_CURRENT, "require-current", NULL,
	 "a record whose wording is not held is invalid"},
	{OPT_BASIS, "basis", "LIST",
	 "accept only law that is known so: text, restated, ..."},
	{OPT_AMEND, "amend", "FILE",
	 "the office's own rulebook, as YAML (repeatable)"},
	{'H', "holidays", "FILE", "closed days (repeatable)"},
	{'s', "set", "FIELD=VALUE", "what if: overrides a field everywhere"},
	{'m', "map", "FILE", "an office's names and values, as YAML"},
	{OPT_UNREAD, "unread", NULL, "list the columns that are not read"},
	{OPT_MAX_AGE, "max-age", "AGE", "refuse older files, such as 1d or 36h"},
	{OPT_DATE_FORMAT, "date-format", "F", "mdy, dmy, ymd or %m/%d/%Y (repeatable)"},
	{OPT_NULL, "null", "WORD,...", "more words that say nothing"},
	{'c', "check", NULL, "exit 1 if any record is not as wished"},
	{OPT_STRICT, "strict", NULL, "presume nothing"},
	{OPT_ON_ERROR, "on-error", "WHAT", "bad records: mark, skip or stop"},
	{OPT_REJECTS, "rejects", "FILE", "bad records go there too, untouched"},
	{OPT_REPLACE, "replace", NULL, "replace our columns if already there"},
	{OPT_NO_HEADER, "no-header", NULL, "no header line; needs --columns"},
	{OPT_COLUMNS, "columns", "A,B,C", "the names of those columns"},
	{OPT_TRAILER, "trailer", NULL, "a last line that shows the output whole"},
	{OPT_INVALID_OK, "invalid-ok", NULL, "invalid records are no status 3"},
	{OPT_DIAGNOSTICS, "diagnostics", "HOW", "text, text-all or json"},
	{'q', "quiet", NULL, "no warnings"},
	{'j', "jobs", "N", "threads that read a CSV, 1 to 99"},
	{OPT_FIELDS, "fields", NULL, "the fields this tool reads; those with a WORD"},
	{OPT_RULES, "rules", NULL, "list the rows of the rules it applies"},
	{'h', "help", NULL, "the job, examples, options of this tool alone"},
	{OPT_HELP_ALL, "help-all", NULL, "this text"},
	{'V', "version", NULL, "versions of program, library and rules"},
	{0, NULL, NULL, NULL}
};

/* -- Help --------------------------------------------------------------- */

/* Behind what stands to its left, so wide; below it on a narrow screen. */
static void help_text(const char *text, size_t left, FILE *out)
{
	size_t at = left, width = (size_t)screen_width() - 2;

	if (width > 78)
		width = 78;
	if (width < 2 * left) {
		at = left = 8;
		fprintf(out, "\n%*s", (int)left, "");
	}

	while (*text) {
		size_t len = strcspn(text, " ");

		if (at > left && at + 1 + len > width) {
			fprintf(out, "\n%*s", (int)left, "");
			at = left;
		}
		at += (size_t)fprintf(out, "%s%.*s", at > left ? " " : "",
		    (int)len, text);
		text += len;
		text += *text == ' ';
	}
	fputc('\n', out);
}

void help_option(const struct tool_option *o, FILE *out)
{
	char left[40];

	if (o->letter < 256)
		snprintf(left, sizeof(left), "-%c, --%s%s%s", o->letter, o->name,
		    o->argument ? " " : "", o->argument ? o->argument : "");
	else
		snprintf(left, sizeof(left), "    --%s%s%s", o->name,
		    o->argument ? " " : "", o->argument ? o->argument : "");
	fprintf(out, "  %-28s  ", left);
	help_text(o->help, 32, out);
}

static void help_columns(const char *group, FILE *out)
{
	const struct column *c;

	for (size_t i = 0; group && (c = column_at(group, i)); i++) {
		fprintf(out, "  %-24s  ", c->name);
		help_text(c->meaning, strlen(c->name) > 24 ?
		    strlen(c->name) + 4 : 28, out);
	}
}

/* Nobody types records: who starts a tool without any wants to know how. */
int tool_usage(const struct tool *t)
{
	fprintf(stderr, "usage: %s\n%s\n'%s --help' lists the options.\n",
	    t->kind->synopsis, t->kind->job, t->kind->name);
	return TOOL_USAGE;
}

void tool_help(const struct tool *t, bool all, FILE *out)
{
	fprintf(out, "usage: %s\n", t->kind->synopsis);
	explain_wrap(out, t->kind->job, 0);
	if (t->kind->examples)
		fprintf(out, "\n%s", t->kind->examples);
	fputc('\n', out);
	for (const struct tool_option *o = t->kind->options; o && o->name; o++)
		help_option(o, out);
	if (!all) {
		explain_wrap(out, "All tools: -o FORMAT, --show A,B,C, "
		    "--explain, -a DATE, -s FIELD=VALUE, -c, -q, -m MAP, "
		    "--fields WORD; --help-all says what these and the others "
		    "do, and which columns are added.", 2);
		return;
	}
	for (const struct tool_option *o = common; o->name; o++)
		help_option(o, out);
	fprintf(out, "\ncolumns added:\n");
	help_columns(t->kind->columns, out);
	help_columns(t->kind->optional, out);
}

static void option_print_version(const struct tool *t)
{
	printf("%s %s\nlibicj %s\nrules %s\n", t->kind->name, ICJ_VERSION,
	    icj_version(), icj_rules_version());
}

/* -- Reading one -------------------------------------------------------- */

static bool option_take_edition(struct tool *t, const char *word)
{
	if (strcmp(word, "auto") == 0) {
		t->ctx.edition = ICJ_DATE_NONE;
		return true;
	}
	return icj_date_parse(word, strlen(word), NULL, &t->ctx.edition) ==
	    ICJ_OK;
}

static bool take_bases(struct tool *t, const char *list)
{
	const char *words[ICJ_BASIS_NEAREST + 2] = {NULL};

	for (unsigned b = 0; b <= ICJ_BASIS_NEAREST; b++)
		words[b] = icj_basis_name((enum icj_basis)b);
	if (!start_all_of(t, list, words))
		return false;
	t->bases = 0;
	for (unsigned b = 0; b <= ICJ_BASIS_NEAREST; b++)
		if (name_among(list, words[b]))
			t->bases |= 1u << b;
	return true;
}

static bool take_on_error(struct tool *t, const char *word)
{
	static const char *const words[] = {"mark", "skip", "stop", NULL};
	int i = start_one_of(t, word, words);

	if (i >= 0)
		t->on_error = (enum tool_on_error)i;
	return i >= 0;
}

static bool take_diagnostics(struct tool *t, const char *word)
{
	static const char *const words[] = {"text", "text-all", "json", NULL};
	int i = start_one_of(t, word, words);

	t->json_messages = i == 2;
	t->say_all = i > 0;
	return i >= 0;
}

static bool option_no_memory(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return false;
}

static bool add_fact(const struct tool *t, struct tool_fact **list, size_t *n,
    const struct tool_fact *fact)
{
	struct tool_fact *more = realloc(*list, (*n + 1) * sizeof(**list));

	if (!more)
		return option_no_memory(t);
	more[(*n)++] = *fact;
	*list = more;
	return true;
}

/* Reads "field=value".  False after a message. */
static bool tool_read_fact(const struct tool *t, const char *text,
    struct tool_fact *out)
{
	const char *eq = strchr(text, '=');
	size_t len = eq ? (size_t)(eq - text) : strlen(text);
	char meant[TOOL_NAMES];
	unsigned hits;
	int two;

	out->field = name_find(t, text, len, &two);
	out->value = eq ? eq + 1 : "";
	if (out->field && eq)
		return true;
	hits = name_meant(t, text, len, meant);
	if (!eq || len == 0)
		tool_error(t, NULL, TOOL_E_OPERANDS, "a fact is given as "
		    "field=value, without blanks; --fields lists the fields");
	else if (hits > NAMES_MEANT)
		tool_error(t, NULL, TOOL_E_FIELD, "%.*s: no such field; "
		    "'%s --fields %.*s' lists those with the word", (int)len,
		    text, t->kind->name, (int)len, text);
	else if (hits > 0)
		tool_error(t, NULL, TOOL_E_FIELD, "%.*s: no such field; did "
		    "you mean %s", (int)len, text, meant);
	else
		tool_error(t, NULL, TOOL_E_FIELD, "%.*s: no such field; "
		    "'%s --fields' lists them", (int)len, text,
		    t->kind->name);
	return false;
}

/* Which fields there are may hang on an option that follows. */
static bool take_set(struct tool *t, const char *text)
{
	return add_fact(t, &t->sets, &t->set_count,
	    &(struct tool_fact){NULL, text});
}

static bool option_take_name(
    const struct tool *t, char ***list, size_t *n, char *name)
{
	char **more = realloc(*list, (*n + 1) * sizeof(**list));

	if (!more)
		return option_no_memory(t);
	more[(*n)++] = name;
	*list = more;
	return true;
}

static bool take_jobs(struct tool *t, const char *arg)
{
	size_t len = strspn(arg, "0123456789");

	if (len == 0 || len > 2 || arg[len])
		return false;
	t->jobs = (unsigned)atoi(arg);
	return t->jobs > 0;
}

/* The words stay where they are, each ended in place. */
static bool take_null(struct tool *t, char *arg)
{
	for (char *word = arg; *word;) {
		size_t len = strcspn(word, ",");
		const char **more = realloc(t->null_words,
		    (t->null_count + 1) * sizeof(*more));
		char *next = word + len + (word[len] == ',');

		if (!more)
			return option_no_memory(t);
		t->null_words = more;
		word[len] = '\0';
		if (len > 0)
			more[t->null_count++] = word;
		word = next;
	}
	return true;
}

bool option_take_valued(struct tool *t, int letter, char *arg)
{
	switch (letter) {
	case 'i':
		return start_take_format(t, arg, false);
	case 'o':
		t->out_given = true;
		return start_take_format(t, arg, true);
	case 'a':
		t->as_of_given = true;
		return start_take_as_of(arg, &t->ctx.as_of);
	case 'E':
		return option_take_edition(t, arg);
	case 'H':
		return option_take_name(
		    t, &t->holiday_names, &t->holiday_count, arg);
	case 'm':
		return option_take_name(t, &t->map_names, &t->map_count, arg);
	case OPT_AMEND:
		return option_take_name(
		    t, &t->amend_names, &t->amend_count, arg);
	case 's':
		return take_set(t, arg);
	case 'j':
		return take_jobs(t, arg);
	case OPT_MAX_AGE:
		return start_take_age(arg, &t->max_age);
	case OPT_DATE_FORMAT:
		return icj_date_form_add(&t->date_form, arg) == ICJ_OK;
	case OPT_BASIS:
		return take_bases(t, arg);
	case TOOL_OPT_COMPARE:
		return tool_take_compare(t, arg);
	case OPT_ON_ERROR:
		return take_on_error(t, arg);
	case OPT_DIAGNOSTICS:
		return take_diagnostics(t, arg);
	case TOOL_OPT_LOG:
		t->log_name = arg;
		return *arg != '\0';
	case TOOL_OPT_PSEUDONYM:
		t->key_name = arg;
		rejects_spare(t, arg);
		return true;
	case OPT_REJECTS:
		t->rejects_name = arg;
		return *arg != '\0';
	case OPT_COLUMNS:
		t->columns = arg;
		return true;
	case OPT_SHOW:
		t->show = arg;
		return t->want_all = arg[strspn(arg, ", ")] != '\0';
	case OPT_NULL:
		return take_null(t, arg);
	}
	return t->kind->take && t->kind->take(t, letter, arg);
}

/* Options without an argument.  -1: go on; else the status to leave with. */
static int option_take_flag(struct tool *t, int letter)
{
	switch (letter) {
	case 'c':
		t->check = true;
		return -1;
	case OPT_EXPLAIN:
		t->explain = true;
		return -1;
	case OPT_REQUIRE_CURRENT:
		t->require_current = true;
		return -1;
	case OPT_STRICT:
		t->ctx.strict = true;
		return -1;
	case OPT_REPLACE:
		t->replace = true;
		return -1;
	case OPT_NO_HEADER:
		t->no_header = true;
		return -1;
	case OPT_TRAILER:
		t->trailer = true;
		return -1;
	case TOOL_OPT_ASK:
		t->interview = true;
		return -1;
	case OPT_WIDE:
		t->wide = true;
		return -1;
	case OPT_SPREADSHEET:
		t->spreadsheet = true;
		return -1;
	case OPT_UNREAD:
		t->list_unread = true;
		return -1;
	case OPT_INVALID_OK:
		t->invalid_ok = true;
		return -1;
	case 'q':
		t->quiet = true;
		return -1;
	case 'h':
		tool_help(t, false, stdout);
		return TOOL_FINE;
	case OPT_HELP_ALL:
		tool_help(t, true, stdout);
		return TOOL_FINE;
	case 'V':
		option_print_version(t);
		return TOOL_FINE;
	case OPT_FIELDS:
		t->list = list_fields;
		return -1;
	case OPT_RULES:
		t->list = list_rules;
		return -1;
	}
	return t->kind->take && t->kind->take(t, letter, NULL) ? -1 :
	    TOOL_USAGE;
}

/* -- The whole line ----------------------------------------------------- */

#define OPTIONS_MAX 64

struct table {
	struct option longs[OPTIONS_MAX];
	char shorts[2 * OPTIONS_MAX];
	const struct tool_option *row[OPTIONS_MAX];
	size_t n, letters;
};

static void option_add_options(struct table *table, const struct tool_option *o)
{
	for (; o && o->name && table->n < OPTIONS_MAX - 1; o++) {
		struct option *l = &table->longs[table->n];

		l->name = o->name;
		l->has_arg = o->argument ? required_argument : no_argument;
		l->val = o->letter;
		table->row[table->n++] = o;
		if (o->letter > 255)
			continue;
		table->shorts[table->letters++] = (char)o->letter;
		if (o->argument)
			table->shorts[table->letters++] = ':';
	}
}

static const struct tool_option *row_of(const struct table *table, int letter)
{
	for (size_t i = 0; i < table->n; i++)
		if (table->row[i]->letter == letter)
			return table->row[i];
	return NULL;
}

int tool_misuse(const struct tool *t, const char *what, const char *name,
    const char *hint)
{
	tool_error(t, NULL, TOOL_E_OPTION, "%s%s%s; try '%s --help'", what,
	    name, hint, t->kind->name);
	return TOOL_USAGE;
}

static int option_misuse(
    const struct tool *t, const char *what, const char *name)
{
	return tool_misuse(t, what, name, "");
}

static int bad_argument(struct tool *t, const struct tool_option *o)
{
	if (!*t->hint)
		snprintf(t->hint, sizeof(t->hint), "; it takes %s: %s",
		    o->argument, o->help);
	return tool_misuse(t, "unusable argument of --", o->name, t->hint);
}

/* What other programs call it. */
static const char *option_elsewhere(const char *given, size_t len)
{
	static const char *const names[][2] = {
		{"format", "output"}, {"to", "output"}, {"from", "input"},
		{"verbose", "explain"}, {"why", "explain"},
		{"select", "show"}, {"cut", "show"}, {"fields-shown", "show"},
		{"where", "only"}, {"filter", "only"}, {"status", "only"},
		{"today", "as-of"}, {"now", "as-of"}, {"date", "as-of"},
		{"silent", "quiet"}, {"threads", "jobs"}, {"law", "edition"},
		{"interactive", "ask"}, {"usage", "help"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i][0]) == len &&
		    strncmp(names[i][0], given, len) == 0)
			return names[i][1];
	return NULL;
}

static bool option_is_there(const struct option *longs, const char *name)
{
	while (name && longs->name && strcmp(longs->name, name) != 0)
		longs++;
	return name && longs->name;
}

/* A long option that is none, or of which several begin so. */
static void hint_options(struct tool *t, const char *given, size_t len,
    const struct option *longs)
{
	const char *words[OPTIONS_MAX], *near = option_elsewhere(given, len);
	size_t n = 0, at = 0;
	int two;

	for (; n < OPTIONS_MAX - 1 && longs[n].name; n++) {
		words[n] = longs[n].name;
		if (len > 0 && strncmp(words[n], given, len) == 0 &&
		    at < sizeof(t->hint))
			at += (size_t)snprintf(t->hint + at,
			    sizeof(t->hint) - at, "%s--%s", at ? " or " :
			    "; did you mean ", words[n]);
	}
	words[n] = NULL;
	if (at > 0)
		return;
	if (!option_is_there(longs, near))
		near = name_near_word(given, len, words);
	if (near)
		snprintf(t->hint, sizeof(t->hint), "; did you mean --%s",
		    near);
	else if (!t->kind->names && name_find(t, given, len, &two))
		snprintf(t->hint, sizeof(t->hint), "; a fact is given as "
		    "%.*s=VALUE, without dashes", (int)len, given);
}

/* Shows the name only: what follows '=' may be a value. */
static int option_unknown(struct tool *t, const char *given,
    const struct option *longs)
{
	char name[40];
	size_t len = strcspn(given, "=");

	if (strncmp(given, "--", 2) != 0 && optopt > 0 && optopt < 256) {
		snprintf(name, sizeof(name), "-%c", optopt);
	} else {
		snprintf(name, sizeof(name), "%.*s",
		    len < 32 ? (int)len : 32, given);
		if (len > 2)
			hint_options(t, given + 2, len - 2, longs);
	}
	return tool_misuse(t, "no such option, or not with an argument: ",
	    name, t->hint);
}

static int option_take_option(
    struct tool *t, const struct table *table, int letter, char **argv)
{
	const struct tool_option *o = row_of(table, letter);
	const char *given = argv[optind - 1];
	int status;

	t->hint[0] = '\0';
	if (letter == ':')
		return option_misuse(t, "an argument is missing after ", given);
	if (!o)
		return option_unknown(t, given, table->longs);
	if (!o->argument) {
		status = option_take_flag(t, letter);
		return status == TOOL_USAGE
		    ? option_misuse(t, "cannot be used here: --", o->name)
		    : status;
	}
	if (option_take_valued(t, letter, optarg))
		return -1;
	return bad_argument(t, o);
}

static int say_no_facts(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_OPERANDS, "facts cannot be given here: the "
	    "answer is of all records at once");
	return TOOL_USAGE;
}

/* An operand is a fact if it has a '=' outside of a path, else a file. */
static int take_operand(struct tool *t, char *text)
{
	const char *eq = strchr(text, '=');
	const char *slash = strchr(text, '/');
	struct tool_fact fact;

	if (!eq || (slash && slash < eq))
		return option_take_name(t, &t->files, &t->file_count, text)
		    ? -1
		    : TOOL_STOPPED;
	if (t->kind->names)
		return say_no_facts(t);
	if (!tool_read_fact(t, text, &fact))
		return TOOL_USAGE;
	for (size_t i = 0; i < t->fact_count; i++)
		if (t->facts_given[i].field == fact.field) {
			tool_error(t, NULL, TOOL_E_OPERANDS,
			    "%s: given twice", fact.field->name);
			return TOOL_USAGE;
		}
	return add_fact(t, &t->facts_given, &t->fact_count, &fact) ? -1 :
	    TOOL_STOPPED;
}

static int take_operands(struct tool *t, int argc, char **argv)
{
	for (int i = optind; i < argc; i++) {
		int status = take_operand(t, argv[i]);

		if (status >= 0)
			return status;
	}
	if (t->file_count && t->fact_count) {
		tool_error(t, NULL, TOOL_E_OPERANDS,
		    "facts and files cannot be mixed; use --set");
		return TOOL_USAGE;
	}
	return -1;
}

/* An override must itself be readable: it would spoil every record. */
static bool check_sets(struct tool *t)
{
	enum icj_err err = ICJ_OK;

	facts_begin(t);
	for (size_t i = 0; i < t->set_count && err == ICJ_OK; i++) {
		struct tool_fact *fact = &t->sets[i];
		struct tool_place at = {"--set", 0, 0, NULL};
		char why[TOOL_REASON];

		if (t->kind->names) {
			say_no_facts(t);
			return false;
		}
		if (!tool_read_fact(t, fact->value, fact))
			return false;
		at.field = fact->field->name;
		err = icj_case_set(t->facts, fact->field, fact->value,
		    strlen(fact->value));
		if (err != ICJ_OK)
			tool_error(t, &at, (int)err, "%s",
			    tool_reason_typed(fact->field, err, fact->value,
			    why));
		tool_warn_clock(t, t->facts, &at);
	}
	icj_case_reset(t->facts);
	return err == ICJ_OK;
}

static int option_check_together(struct tool *t)
{
	if (t->trailer && t->no_header)
		return option_misuse(t, "--trailer needs a header", "");
	if (t->no_header != (t->columns != NULL))
		return option_misuse(
		    t, "--no-header and --columns need each other", "");
	if (t->no_header && t->in != REC_AUTO && t->in != REC_CSV)
		return option_misuse(t, "--no-header is for CSV", "");
	if (t->kind->whole && (t->invalid_ok || t->on_error == ON_ERROR_SKIP))
		return option_misuse(t, "one bad record spoils the answer: "
		    "no --invalid-ok and no --on-error skip here", "");
	if (t->show && t->explain)
		return option_misuse(t, "--show is for rows, not prose", "");
	if (t->spreadsheet && (t->explain || t->ics || t->trailer ||
	    (t->out != REC_AUTO && t->out != REC_CSV)))
		return option_misuse(t, "--spreadsheet is for CSV, without a "
		    "trailer", "");
	if (t->spreadsheet)
		t->out = REC_SHEET;
	if (t->invalid_ok && t->on_error == ON_ERROR_STOP)
		return option_misuse(t,
		    "--invalid-ok contradicts --on-error stop: "
		    "what follows was not judged",
		    "");
	if (t->log_name && !t->key_name)
		return option_misuse(t, "--log wants --pseudonym-key FILE, so "
		    "that no case can be told from its lines", "");
	if (t->log_name && (t->compared || t->bases || t->require_current))
		return option_misuse(t, "--log keeps answers as they are: no "
		    "--compare, --basis or --require-current", "");
	if (t->compared)
		t->jobs = 1;
	if (t->compared && t->ctx.edition != ICJ_DATE_NONE)
		return option_misuse(
		    t, "--compare and --edition exclude each other", "");
	if (t->jobs > 1 && !t->kind->threads)
		return option_misuse(t, "this tool has no threads: --jobs", "");
	if (t->amend_count > 0 && t->kind->not_amended)
		tool_warn(t, NULL, TOOL_W_NOT_AMENDED,
		    "--amend changes nothing here: %s", t->kind->not_amended);
	if (!check_sets(t) || !map_read(t) || !amend_read(t))
		return TOOL_USAGE;
	return start_read_columns(t);
}

int option_complete(struct tool *t, const struct complete *c)
{
	if (!complete_options(t, c, t->kind->options, common))
		complete_operands(t, c);
	return TOOL_FINE;
}

int tool_read_options(struct tool *t, int argc, char **argv)
{
	struct table table = {.n = 0};
	int letter, status;

	table.shorts[table.letters++] = ':';
	option_add_options(&table, common);
	option_add_options(&table, t->kind->options);
	opterr = 0;
	while ((letter = getopt_long(argc, argv, table.shorts, table.longs,
	    NULL)) != -1) {
		status = option_take_option(t, &table, letter, argv);
		if (status >= 0)
			return status;
	}
	t->words = argv + 1;
	/* -o may stand behind it. */
	if (t->list) {
		t->sought = argv + optind;
		return t->list(t);
	}
	if (t->ctx.as_of.date == ICJ_DATE_NONE)
		start_now(&t->ctx.as_of);
	status = take_operands(t, argc, argv);
	return status >= 0 ? status : option_check_together(t);
}
