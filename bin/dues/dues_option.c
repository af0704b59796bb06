/* SPDX-License-Identifier: MIT */
/*
 * dues_option.c - the command line of icj-dues: its own options, and those of
 * all tools that mean something here.  It knows no row.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "dues/dues.h"

#include "tool/column.h"
#include "tool/map.h"

enum {
	OPT_US = 1000, OPT_BUDGET, OPT_TIERS, OPT_READING, OPT_SCALE,
	OPT_COUNT, OPT_EXPLAIN, OPT_DATE_FORMAT, OPT_REPLACE, OPT_NO_HEADER,
	OPT_COLUMNS, OPT_TRAILER, OPT_DIAGNOSTICS, OPT_FIELDS, OPT_RULES
};

static const struct tool_option options[] = {
	{OPT_US, "us-population", "N", "the denominator; else the sum of rows"},
	{OPT_BUDGET, "budget", "N", "whole dollars to divide"},
	{OPT_TIERS, "tiers", "FILE", "amounts by tier: tier,from,below,amount"},
	{OPT_READING, "reading", "HOW", "mean (default) or literal"},
	{OPT_SCALE, "scale", NULL, "divide although the sum is not 1"},
	{OPT_COUNT, "count", NULL, "count cases by state instead"},
	{'i', "input", "FORMAT", "csv, yaml or json; else recognised"},
	{'o', "output", "FORMAT", "csv, yaml, json, table or explain"},
	{OPT_EXPLAIN, "explain", NULL, "the same as -o explain: prose"},
	{'a', "as-of", "DATE", "whose members; default the latest known"},
	{'E', "edition", "DATE|auto", "accepted: the wording never changed"},
	{'m', "map", "FILE", "an office's column names, as YAML"},
	{OPT_DATE_FORMAT, "date-format", "F", "with --count: mdy, dmy, ..."},
	{OPT_REPLACE, "replace", NULL, "replace our columns if already there"},
	{OPT_NO_HEADER, "no-header", NULL, "no header line; needs --columns"},
	{OPT_COLUMNS, "columns", "A,B,C", "the names of those columns"},
	{OPT_TRAILER, "trailer", NULL, "a last line that shows the output whole"},
	{OPT_DIAGNOSTICS, "diagnostics", "HOW", "text, text-all or json"},
	{'q', "quiet", NULL, "no warnings and no notes"},
	{'j', "jobs", "N", "threads (this version: 1)"},
	{OPT_FIELDS, "fields", NULL, "list the columns this tool reads"},
	{OPT_RULES, "rules", NULL, "list the rows of the rules it applies"},
	{'h', "help", NULL, "this text"},
	{'V', "version", NULL, "versions of program, library and rules"},
};

#define OPTIONS (sizeof(options) / sizeof(options[0]))

/* -- What is only printed ----------------------------------------------- */

#define SYNOPSIS "icj-dues [OPTION]... [FILE]...\n" \
	"       icj-dues --count [OPTION]... [FILE]..."
#define JOB "Divides the dues of Rule 2-101 among the states of the input."

static int print_help(void)
{
	const struct column *c;
	char left[40];

	printf("usage: " SYNOPSIS "\n" JOB "\n\n");
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct tool_option *o = &options[i];
		bool letter = o->letter < 256;

		snprintf(left, sizeof(left), "%c%c%s--%s%s%s",
		    letter ? '-' : ' ', letter ? o->letter : ' ',
		    letter ? ", " : "  ", o->name, o->argument ? " " : "",
		    o->argument ? o->argument : "");
		printf("  %-28s  %s\n", left, o->help);
	}
	printf("\ncolumns added:\n");
	for (size_t i = 0; (c = column_at("dues", i)); i++)
		printf("  %-24s  %s\n", c->name, c->meaning);
	return TOOL_FINE;
}

static int dues_option_print_version(void)
{
	printf("icj-dues %s\nlibicj %s\nrules %s\n", ICJ_VERSION,
	    icj_version(), icj_rules_version());
	return TOOL_FINE;
}

static const struct own_field {
	const char *name, *type, *meaning, *rule;
} own_fields[] = {
	{"state", "state", "the state by code or name", "2-101(4)"},
	{"population", "count", "its population", "2-101(4)"},
	{"sent", "count", "juveniles it sent", "2-101(4)"},
	{"received", "count", "juveniles it received", "2-101(4)"},
	{"transfers", "count",
	    "sent and received together, instead of the two", ""},
	{"case_type", "choice", "counted if transfer or not known", ""},
	{"sending_state", "state", "state that sends the juvenile", ""},
	{"receiving_state", "state", "state the juvenile is sent to", ""},
	{"withdrawn", "date", "left out if there is one", ""},
	{"decision", "choice", "denied ones are counted, with a warning", ""},
};

#define FOR_COUNT 5 /* the first that is read with --count */

static int print_fields(const struct tool *t)
{
	struct rec_out *out = list_begin(t);

	for (size_t i = 0; i < sizeof(own_fields) / sizeof(*own_fields); i++) {
		const struct own_field *f = &own_fields[i];

		if (out) {
			list_field_row(out, f->name, f->type, f->meaning,
			    f->rule, NULL);
			continue;
		}
		if (t->out != REC_AUTO && !t->explain)
			break;
		printf("%s%-16s  %s: %s%s%s\n", i == FOR_COUNT ?
		    "with --count:\n" : "", f->name, f->type, f->meaning,
		    *f->rule ? ", " : "", f->rule);
	}
	return list_end(t, out);
}

static const struct icj_rule *rule_at(enum icj_area area, size_t i)
{
	(void)area;
	return icj_dues_rule_at(i);
}

static int print_rules(const struct tool *t)
{
	return list_rules_of(t, rule_at);
}

/* -- Reading one -------------------------------------------------------- */

static bool take_money(const char *text, int64_t max, int64_t *out)
{
	return icj_whole_parse(text, strlen(text), max, out) == ICJ_OK &&
	    *out > 0;
}

static bool take_reading(struct dues *d, const char *word)
{
	static const char *const words[] = {"mean", "literal", NULL};
	int i = start_one_of(&d->tool, word, words);

	d->options.reading = i == 1 ? ICJ_LITERAL : ICJ_MEAN;
	return i >= 0;
}

static bool take_as_of(struct dues *d, const char *text)
{
	struct icj_time t;

	if (!start_take_as_of(text, &t))
		return false;
	d->as_of = t.date;
	return true;
}

/* Rule 2-101 has stood unamended since the first edition. */
static bool dues_option_take_edition(const char *text)
{
	icj_date day;

	return strcmp(text, "auto") == 0 ||
	    icj_date_parse(text, strlen(text), NULL, &day) == ICJ_OK;
}

static bool take_map(struct tool *t, char *name)
{
	char **more = realloc(t->map_names,
	    (t->map_count + 1) * sizeof(*more));

	if (!more)
		return false;
	more[t->map_count++] = name;
	t->map_names = more;
	return true;
}

static bool dues_option_take_valued(struct dues *d, int letter, char *arg)
{
	switch (letter) {
	case OPT_US:
		return take_money(arg, ICJ_DUES_MAX_US,
		    &d->options.us_population);
	case OPT_BUDGET:
		return take_money(arg, ICJ_DUES_MAX_MONEY, &d->options.budget);
	case OPT_TIERS:
		d->tiers_name = arg;
		return true;
	case OPT_READING:
		return take_reading(d, arg);
	case 'i':
	case 'o':
		return start_take_format(&d->tool, arg, letter == 'o');
	case 'a':
		return take_as_of(d, arg);
	case 'E':
		return dues_option_take_edition(arg);
	case 'j':
		return strcmp(arg, "1") == 0;
	case 'm':
		return take_map(&d->tool, arg);
	case OPT_DATE_FORMAT:
		return icj_date_form_add(&d->tool.date_form, arg) == ICJ_OK;
	case OPT_COLUMNS:
		d->tool.columns = arg;
		return true;
	default:
		return tool_take_diagnostics(&d->tool, arg);
	}
}

static int dues_option_take_flag(struct dues *d, int letter)
{
	switch (letter) {
	case OPT_SCALE:
		d->options.scale = true;
		return -1;
	case OPT_COUNT:
		d->count = true;
		return -1;
	case OPT_EXPLAIN:
		d->tool.explain = true;
		return -1;
	case OPT_REPLACE:
		d->tool.replace = true;
		return -1;
	case OPT_NO_HEADER:
		d->tool.no_header = true;
		return -1;
	case OPT_TRAILER:
		d->tool.trailer = true;
		return -1;
	case 'q':
		d->tool.quiet = true;
		return -1;
	case OPT_FIELDS:
		d->tool.list = print_fields;
		return -1;
	case OPT_RULES:
		d->tool.list = print_rules;
		return -1;
	case 'V':
		return dues_option_print_version();
	default:
		return print_help();
	}
}

/* -- The whole line ----------------------------------------------------- */

static int dues_option_misuse(
    const struct dues *d, const char *what, const char *name)
{
	return tool_misuse(&d->tool, what, name, "");
}

static int dues_option_take_option(struct dues *d, int letter, char **argv,
    const struct option *longs)
{
	d->tool.hint[0] = '\0';
	for (size_t i = 0; i < OPTIONS; i++) {
		const struct tool_option *o = &options[i];

		if (o->letter != letter)
			continue;
		if (!o->argument)
			return dues_option_take_flag(d, letter);
		return dues_option_take_valued(d, letter, optarg) ? -1 :
		    tool_bad_argument(&d->tool, o);
	}
	if (letter == ':')
		return dues_option_misuse(d, "an argument is missing after ",
		    argv[optind - 1]);
	return tool_no_option(&d->tool, argv[optind - 1], longs);
}

/* Options that cannot work together. */
static int dues_option_check_together(struct dues *d)
{
	struct tool *t = &d->tool;

	if (t->trailer && t->no_header)
		return dues_option_misuse(d, "--trailer needs a header", "");
	if (t->no_header != (t->columns != NULL))
		return dues_option_misuse(
		    d, "--no-header and --columns need each other", "");
	if (d->options.budget > 0 && d->tiers_name)
		return dues_option_misuse(
		    d, "--budget and --tiers both set dues_amount", "");
	if (d->count && (d->options.budget > 0 || d->tiers_name ||
	    t->explain || t->replace || d->options.us_population > 0))
		return dues_option_misuse(d, "--count only counts", "");
	if (d->options.scale && d->options.budget == 0)
		tool_warn(t, NULL, DUES_W_SCALE,
		    "--scale does nothing without --budget");
	return start_read_columns(t);
}

static int take_files(struct dues *d, int argc, char **argv)
{
	for (int i = optind; i < argc; i++) {
		const char *eq = strchr(argv[i], '=');
		const char *slash = strchr(argv[i], '/');

		if (!eq || (slash && slash < eq))
			continue;
		tool_error(&d->tool, NULL, TOOL_E_OPERANDS, "facts cannot be "
		    "given here: the dues need every state at once");
		return TOOL_USAGE;
	}
	d->tool.files = argv + optind;
	d->tool.file_count = (size_t)(argc - optind);
	return -1;
}

int dues_options(struct dues *d, int argc, char **argv)
{
	static const struct tool_kind kind = { .name = "icj-dues",
		.synopsis = SYNOPSIS, .job = JOB };
	struct option longs[OPTIONS + 1] = { { NULL, 0, NULL, 0 } };
	int letter, status = -1;

	d->tool.kind = &kind;
	d->tool.told = &d->told;
	d->as_of = ICJ_DATE_MAX;
	for (size_t i = 0; i < OPTIONS; i++)
		longs[i] = (struct option){ options[i].name,
			options[i].argument ? required_argument : no_argument,
			NULL, options[i].letter };
	opterr = 0;
	while (status < 0 && (letter = getopt_long(argc, argv, ":i:o:a:E:m:j:qhV",
	    longs, NULL)) != -1)
		status = dues_option_take_option(d, letter, argv, longs);
	if (status < 0 && d->tool.list)
		return d->tool.list(&d->tool);
	if (status < 0)
		status = dues_option_check_together(d);
	if (status < 0)
		status = take_files(d, argc, argv);
	if (status < 0 && !(d->count ? map_read(&d->tool) : dues_map_read(d)))
		status = TOOL_USAGE;
	return status;
}
