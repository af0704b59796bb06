/* SPDX-License-Identifier: MIT */
/* icj-rule - the rulebook: reads, lists, classifies, runs scenarios. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "rule/rule.h"
#include "tool/amend.h"
#include "tool/complete.h"
#include "tool/screen.h"

static const struct tool_kind reader = {
	.name = "icj-rule",
	.job = "What does a paragraph of the rules say, and who computes it?",
};

static const char help[] =
"usage: icj-rule [-o csv|json|yaml|table] CITATION|TERM ...\n"
"       icj-rule --list [-o csv|json|yaml|table] [CITATION ...]\n"
"       icj-rule --figures\n"
"       icj-rule --compare DATE,DATE [-o csv|json|yaml|table] [--amend FILE]\n"
"       icj-rule --amend-template DATE\n"
"       icj-rule --amend-check FILE\n"
"       icj-rule --classify [options] [FILE ... | field=value ...]\n"
"       icj-rule --scenarios [--evidence] FILE ...\n"
"       icj-rule --replay [--pseudonym-key FILE] [-H FILE] FILE ...\n"
"What does a paragraph of the rules say, and who computes it?\n"
"\n"
"  icj-rule '4-101(2)(d)'\n"
"  icj-rule --compare 2015-06-01,2024-06-01\n"
"  icj-rule --classify ran_away=yes adjudication=non-offender\n"
"\n";

/* They are read one by one, below. */
#define LONG 1000
static const struct tool_option options[] = {
	{'o', "output", "FORMAT", "rows instead of prose"},
	{LONG, "list", NULL, "what becomes of every paragraph"},
	{LONG, "figures", NULL, "how many of them, edition by edition"},
	{LONG, "compare", "DATE,DATE",
	 "what became of each provision between two days"},
	{LONG, "amend", "FILE", "with the office's own rulebook (repeatable)"},
	{LONG, "amend-template", "DATE",
	 "a form for one, of all that is not held"},
	{LONG, "amend-check", "FILE", "what one changes, in words (repeatable)"},
	{LONG, "classify", NULL,
	 "which defined terms the facts satisfy"},
	{LONG, "scenarios", NULL, "run scenarios through the tools, print TAP"},
	{LONG, "evidence", NULL, "with it, which limbs held and failed"},
	{LONG, "replay", NULL, "judge again what --log of a filter wrote"},
	{LONG, "pseudonym-key", "FILE", "with it, look at the seals"},
	{'H', "holidays", "FILE", "with it, closed days (repeatable)"},
	{'h', "help", NULL, "this text"},
	{'V', "version", NULL, "versions of program, library and rules"},
	{0, NULL, NULL, NULL}
};

static const char *const formats[] = {"csv", "yaml", "json", "table", NULL};

enum mode { READ, LIST, SCENARIOS, REPLAY };

struct line {
	enum mode mode;
	const char *compare; /* the two days, or NULL */
	const char *template; /* the day of a form, or NULL */
	bool amend_check;
	bool evidence, ended, figures;
	char **words;
	size_t count;
};

static bool rule_has(int argc, char **argv, const char *option)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], option) == 0)
			return true;
	return false;
}

static bool take_format(struct tool *t, const char *word)
{
	int i = start_one_of(t, word, formats);

	if (i < 0) {
		tool_misuse(t, "unusable argument of --", "output", t->hint);
		return false;
	}
	t->out = (enum rec_format)(REC_CSV + i);
	return true;
}

/* The argument of -o, in one of the four ways to write it; NULL: none. */
static const char *format_of(char **argv, int *i)
{
	const char *a = argv[*i];

	if (strcmp(a, "-o") == 0 || strcmp(a, "--output") == 0)
		return argv[++*i] ? argv[*i] : "";
	if (strncmp(a, "-o", 2) == 0)
		return a + 2;
	return strncmp(a, "--output=", 9) == 0 ? a + 9 : NULL;
}

/* The argument of a long option, in one of the two ways to write it; NULL: it
 * is another one. */
static char *argument_of(const char *option, char **argv, int *i)
{
	static char none[] = "";
	size_t n = strlen(option);
	char *a = argv[*i];

	if (strncmp(a, option, n) != 0)
		return NULL;
	if (a[n] == '=')
		return a + n + 1;
	if (a[n] != '\0')
		return NULL;
	return argv[*i + 1] ? argv[++*i] : none;
}

static bool take_valued(struct tool *t, struct line *l, char **argv, int *i)
{
	char *file = argument_of("--amend-check", argv, i);
	const char *days;

	if (file)
		l->amend_check = true;
	else
		file = argument_of("--amend", argv, i);
	if (file) {
		t->amend_names[t->amend_count++] = file;
		return true;
	}
	if ((file = argument_of("-H", argv, i)) ||
	    (file = argument_of("--holidays", argv, i))) {
		t->holiday_names[t->holiday_count++] = file;
		return true;
	}
	if ((file = argument_of("--pseudonym-key", argv, i))) {
		t->key_name = file;
		return true;
	}
	if ((days = argument_of("--compare", argv, i)))
		l->compare = days;
	else if ((days = argument_of("--amend-template", argv, i)))
		l->template = days;
	return days;
}

static bool no_option(struct tool *t, const char *given)
{
	const char *words[sizeof(options) / sizeof(options[0])], *near;
	size_t n = 0;

	for (; options[n].name; n++)
		words[n] = options[n].name;
	words[n] = NULL;
	given += strspn(given, "-");
	near = name_near_word(given, strlen(given), words);
	tool_error(t, NULL, TOOL_E_OPTION, "no such option: %s%s%s%s; try "
	    "'icj-rule --help'", strlen(given) > 1 ? "--" : "-", given,
	    near ? "; did you mean --" : "", near ? near : "");
	return false;
}

static bool take_word(struct tool *t, struct line *l, char **argv, int *i)
{
	char *a = argv[*i];
	const char *format;

	if (l->ended || a[0] != '-' || a[1] == '\0') {
		l->words[l->count++] = a;
		return true;
	}
	if ((format = format_of(argv, i)))
		return take_format(t, format);
	if (take_valued(t, l, argv, i))
		return true;
	if (strcmp(a, "--") == 0)
		return l->ended = true;
	if (strcmp(a, "--evidence") == 0)
		return l->evidence = true;
	if (strcmp(a, "--figures") == 0)
		return l->figures = true;
	if (strcmp(a, "--replay") == 0) {
		l->mode = REPLAY;
		return true;
	}
	if (strcmp(a, "--list") == 0 || strcmp(a, "--scenarios") == 0) {
		l->mode = a[2] == 'l' ? LIST : SCENARIOS;
		return true;
	}
	return no_option(t, a);
}

/* What a word means, of 2015 and of later, into room for so many; how many. */
static size_t find_all(const char *word, const struct icj_paragraph **found,
    size_t room)
{
	size_t n = icj_paragraph_find(word, strlen(word), found, room);
	const struct icj_paragraph *p;

	n = n < room ? n : room;
	for (size_t i = 0; n < room && (p = icj_paragraph_later_at(i)); i++)
		if (icj_cites(p->cite, word, strlen(word), false))
			found[n++] = p;
	return n;
}

static int find_rows(struct tool *t, const struct line *l,
    enum rec_format format)
{
	const struct icj_paragraph *found[512];
	size_t n = 0;

	for (size_t i = 0; i < l->count; i++) {
		size_t more = find_all(l->words[i], found + n,
		    sizeof(found) / sizeof(found[0]) - n);

		if (more == 0)
			return rule_read(t, &l->words[i], 1);
		n += more;
	}
	if (t->out == REC_AUTO && screen_is_there())
		return rule_list_on_screen(l->count ? found : NULL, n);
	return rule_list(t, l->count ? found : NULL, n, format);
}

static int rule_run(struct tool *t, const struct line *l)
{
	enum rec_format format = t->out == REC_AUTO ? REC_TABLE : t->out;

	if (l->template)
		return rule_amend_template(t, l->template);
	if (l->amend_check)
		return rule_amend_check(t);
	if (l->figures)
		return rule_figures();
	if (l->compare)
		return rule_compare(t, l->compare);
	if (l->mode == LIST || (t->out != REC_AUTO && l->count))
		return find_rows(t, l, format);
	if (l->count == 0) {
		tool_error(t, NULL, TOOL_E_OPERANDS,
		    "a citation, a term or a file is missing; try "
		    "'icj-rule --help'");
		return TOOL_USAGE;
	}
	if (l->mode == REPLAY)
		return rule_replay(t, l->words, l->count);
	if (l->mode == SCENARIOS)
		return rule_scenarios(t, l->words, l->count, l->evidence);
	return rule_read(t, l->words, l->count);
}

static int rule_finish(const struct tool *t, int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno != EPIPE) /* a reader that has seen enough */
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(errno));
	return TOOL_STOPPED;
}

static int rule_read_line(int argc, char **argv)
{
	struct tool t = {.kind = &reader};
	struct line l = {.mode = READ};
	int status = TOOL_FINE;

	l.words = calloc((size_t)argc + 1, sizeof(*l.words));
	t.amend_names = calloc((size_t)argc + 1, sizeof(*t.amend_names));
	t.holiday_names = calloc((size_t)argc + 1, sizeof(*t.holiday_names));
	t.ctx = icj_context_default();
	if (!l.words || !t.amend_names || !t.holiday_names) {
		tool_error(&t, NULL, TOOL_E_MEMORY, "out of memory");
		free(l.words);
		free(t.amend_names);
		free(t.holiday_names);
		return TOOL_STOPPED;
	}
	for (int i = 1; i < argc && status == TOOL_FINE; i++)
		if (!take_word(&t, &l, argv, &i))
			status = TOOL_USAGE;
	if (status == TOOL_FINE && !amend_read(&t))
		status = TOOL_USAGE;
	if (status == TOOL_FINE)
		status = rule_finish(&t, rule_run(&t, &l));
	amend_free(&t);
	icj_calendar_free(t.calendar);
	free(t.holiday_names);
	free(l.words);
	return status;
}

/* -- What a shell may offer ------------------------------------------------ */

static void complete_numbers(const struct complete *c)
{
	const struct icj_paragraph *p;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (strchr(p->cite, ' ') == NULL)
			complete_offer(c, p->cite, "", p->title ? p->title : "");
		else if (p->title)
			complete_offer(c, p->title, "", p->cite);
}

static int rule_complete(const struct complete *c)
{
	static const struct tool_kind classify = {.area = ICJ_AREA_RULE};
	struct tool t = {.kind = &reader};

	if (strcmp(c->before, "-o") == 0 || strcmp(c->before, "--output") == 0)
		for (size_t i = 0; formats[i]; i++)
			complete_offer(c, formats[i], "", "");
	else if (complete_options(&t, c, options, NULL))
		return TOOL_FINE;
	else if (strcmp(c->before, "--classify") == 0 ||
	    strchr(c->before, '=') || strchr(c->word, '='))
		complete_operands(&(struct tool){.kind = &classify}, c);
	else if (strcmp(c->before, "--scenarios") == 0 ||
	    strcmp(c->before, "--evidence") == 0)
		complete_offer_files();
	else
		complete_numbers(c);
	return TOOL_FINE;
}

int main(int argc, char **argv)
{
	const struct tool t = {.kind = &reader};
	struct complete asked;

	start_process();
	if (complete_is_asked(argc, argv, &asked))
		return rule_finish(&t, rule_complete(&asked));
	if (rule_has(argc, argv, "--classify") ||
	    rule_has(argc, argv, "--fields") || rule_has(argc, argv, "--rules"))
		return rule_classify(argc, argv);
	if (rule_has(argc, argv, "--help") || rule_has(argc, argv, "-h")) {
		fputs(help, stdout);
		for (size_t i = 0; options[i].name; i++)
			help_option(&options[i], stdout);
		return rule_finish(&t, TOOL_FINE);
	}
	if (rule_has(argc, argv, "--version") || rule_has(argc, argv, "-V")) {
		printf("icj-rule %s\nlibicj %s\nrules %s\n", ICJ_VERSION,
		    icj_version(), icj_rules_version());
		return rule_finish(&t, TOOL_FINE);
	}
	return rule_read_line(argc, argv);
}
