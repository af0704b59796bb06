/* SPDX-License-Identifier: MIT */
/* icj - the front door: which tool answers what, and where a word occurs. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/ask.h"
#include "tool/complete.h"
#include "tool/mask.h"
#include "tool/screen.h"
#include "tool/seek.h"

static const struct tool_kind kind = {.name = "icj"};

/* In the order in which an office meets them. */
static const struct door {
	const char *name, *job;
} doors[] = {
	{"eligible", "may supervision be transferred? (4-101)"},
	{"referral", "what does the packet lack, does a denial stand?"},
	{"deadline", "what is owed, by whom, by when?"},
	{"permit", "must there be a travel permit, is it in order?"},
	{"return", "how is a runaway or another juvenile returned?"},
	{"supervise", "are reports complete; who may retake, close?"},
	{"rule", "what does a paragraph say, what changed when?"},
	{"digest", "what should a person see this morning?"},
	{"lint", "what in the records contradicts itself?"},
	{"score", "how often was a duty done in time?"},
	{"tally", "how many moved, how many were returned?"},
	{"dues", "what share of the dues does each state bear?"},
	{"vote", "is a motion carried, a notice in order?"},
	{"training", "who may be mentored, ask for training?"},
	{NULL, NULL}
};

#define NARROW 60 /* columns on which two things do not stand side by side */

/* What is said beside a thing, or behind it. */
static void put_beside(const char *thing, int left, const char *text)
{
	char buf[200];

	snprintf(buf, sizeof(buf), "%s%s%s", thing, *text ? ": " : "", text);
	if (screen_width() < NARROW)
		explain_wrap(stdout, buf, 4);
	else
		printf("  %-*s%s%s\n", *text ? left : 0, thing,
		    *text ? "  " : "", text);
}

static int put_doors(void)
{
	char name[40];

	explain_wrap(stdout, "icj - the Rules of the Interstate Commission for "
	    "Juveniles, computed", 4);
	putchar('\n');
	for (const struct door *d = doors; d->name; d++) {
		snprintf(name, sizeof(name), "icj %s", d->name);
		put_beside(name, 13, d->job);
	}
	putchar('\n');
	put_beside("icj eligible plan_days=120 residence=parent", 0, "");
	put_beside("icj deadline --only overdue --sort cases.csv", 0, "");
	put_beside("icj return --ask", 18, "asks for the facts one by one");
	put_beside("icj help runaway", 18,
	    "finds tools, fields, duties, paragraphs");
	putchar('\n');
	explain_wrap(stdout, "'icj TOOL --help' says more; the manual is "
	    "icj(7).", 4);
	return TOOL_FINE;
}

/* -- Finding ------------------------------------------------------------ */

#define HITS 5 /* of a kind, before the others are counted */

struct hits {
	const char *title, *more; /* NULL: the same with --all */
	size_t n;
	bool all;
};

/* On a line of its own; --all has the whole text. */
static void put_hit(struct hits *h, const char *name, const char *text)
{
	char buf[2400];
	size_t len, room = (size_t)screen_width() - 6;

	if (h->n++ == 0)
		printf("%s:\n", h->title);
	if (h->n > HITS && !h->all)
		return;
	len = (size_t)snprintf(buf, sizeof(buf), "- %s: %s", name, text);
	if (len > room && !h->all) {
		while (room > 1 && buf[room] != ' ')
			room--;
		strcpy(buf + room, " ...");
	}
	explain_wrap(stdout, buf, 4);
}

static size_t end_hits(const struct hits *h, char *const *words)
{
	if (h->n <= HITS || h->all)
		return h->n;
	printf("- and %zu more: %s", h->n - HITS,
	    h->more ? h->more : "icj help --all");
	for (; !h->more && *words; words++) {
		putchar(' ');
		mask_puts(stdout, *words);
	}
	putchar('\n');
	return h->n;
}

static bool seek_all(char *const *words, const char *a, const char *b,
    const char *c)
{
	for (; *words; words++)
		if (!seek_in(a, *words) && !seek_in(b, *words) &&
		    !seek_in(c, *words))
			return false;
	return true;
}

static size_t seek_doors(char *const *words, bool all)
{
	struct hits h = {"Tools", "icj", 0, all};

	for (const struct door *d = doors; d->name; d++)
		if (seek_all(words, d->name, d->job, ""))
			put_hit(&h, d->name, d->job);
	return end_hits(&h, words);
}

static size_t seek_fields(char *const *words, bool all)
{
	struct hits h = {"Fields", NULL, 0, all};
	const struct icj_field *f;
	char text[2200];

	for (size_t i = 0; (f = icj_field_at(i)); i++) {
		const char *value = ask_everyday(f, words[0], strlen(words[0]));
		char name[128];
		size_t at;

		if (!seek_field(f, words))
			continue;
		snprintf(name, sizeof(name), "%s%s%s", f->name,
		    value ? "=" : "", value ? value : "");
		at = (size_t)snprintf(text, sizeof(text), "%s (%s)",
		    f->meaning, icj_type_name(f->type));
		for (size_t k = 0; f->choices && f->choices[k] &&
		    at < sizeof(text); k++)
			at += (size_t)snprintf(text + at, sizeof(text) - at,
			    "%s%s", k ? ", " : ": ", f->choices[k]);
		put_hit(&h, name, text);
	}
	return end_hits(&h, words);
}

/* The last wording of each: what it says now. */
static size_t seek_duties(char *const *words, bool all)
{
	struct hits h = {"Duties", "icj deadline --list", 0, all};
	struct icj_duty duty, next;
	char text[1200];

	for (size_t i = 0; icj_duty_at(i, &duty); i++) {
		if (icj_duty_at(i + 1, &next) &&
		    strcmp(next.id, duty.id) == 0)
			continue;
		if (!seek_all(words, duty.id, duty.rule->says, duty.trigger))
			continue;
		snprintf(text, sizeof(text), "%s (%s, %s)", duty.rule->says,
		    duty.rule->cite, duty.terms->limit);
		put_hit(&h, duty.id, text);
	}
	return end_hits(&h, words);
}

/* One that is called so, or one that only speaks of it. */
static void seek_paragraph(struct hits *h, char *const *words, bool called,
    const struct icj_paragraph *p)
{
	const char *says = icj_paragraph_says(p);
	bool titled = p->title && !strchr(p->cite, ' '); /* a term is named */
	char text[1200];

	if (seek_all(words, p->cite, p->title, "") != called ||
	    !seek_all(words, p->cite, p->title, says))
		return;
	snprintf(text, sizeof(text), "%s%s%s", titled ? p->title : "",
	    titled ? ". " : "", says);
	put_hit(h, p->cite, text);
}

static size_t seek_paragraphs(char *const *words, bool all)
{
	struct hits h = {"Paragraphs", NULL, 0, all};
	const struct icj_paragraph *p;

	for (int called = 1; called >= 0; called--) {
		for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
			seek_paragraph(&h, words, called, p);
		for (size_t i = 0; (p = icj_paragraph_later_at(i)); i++)
			seek_paragraph(&h, words, called, p);
	}
	return end_hits(&h, words);
}

static int say_nothing_found(char *const *words)
{
	const struct icj_field *near = name_near(&(struct tool){.kind = &kind},
	    words[0], strlen(words[0]));

	tool_error(&(struct tool){.kind = &kind}, NULL, TOOL_E_OPERANDS,
	    "nothing has %s%s%s%s", words[0], words[1] ? " ..." : "",
	    near ? "; did you mean " : "", near ? near->name : "");
	return TOOL_USAGE;
}

static int put_help(char **words)
{
	bool all = words[0] && strcmp(words[0], "--all") == 0;
	size_t n;

	words += all;
	if (!words[0])
		return put_doors();
	n = seek_doors(words, all);
	n += seek_fields(words, all);
	n += seek_duties(words, all);
	n += seek_paragraphs(words, all);
	return n > 0 ? TOOL_FINE : say_nothing_found(words);
}

/* -- Passing on --------------------------------------------------------- */

/* The folder this program stands in, with a slash, else "". */
static void own_folder(char folder[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	char *slash;

	folder[n > 0 ? n : 0] = '\0';
	slash = strrchr(folder, '/');
	folder[slash ? slash - folder + 1 : 0] = '\0';
}

static int say_no_tool(const char *name)
{
	const char *words[sizeof(doors) / sizeof(doors[0])], *near;
	size_t n = 0;

	for (; doors[n].name; n++)
		words[n] = doors[n].name;
	words[n] = NULL;
	near = name_near_word(name, strlen(name), words);
	tool_error(&(struct tool){.kind = &kind}, NULL, TOOL_E_OPERANDS,
	    "there is no tool icj-%s%s%s; 'icj' lists them, 'icj help %s' "
	    "looks for the word", name, near ? "; did you mean " : "",
	    near ? near : "", name);
	return TOOL_USAGE;
}

/* Becomes the tool, from where this program stands, else from PATH. */
static int run_tool(char **argv)
{
	char path[PATH_MAX + 80], folder[PATH_MAX], name[80];
	const char *bare = strncmp(argv[0], "icj-", 4) == 0 ? argv[0] + 4 :
	    argv[0];

	if (strlen(bare) > 60 || strchr(bare, '/'))
		return say_no_tool(bare);
	own_folder(folder);
	snprintf(name, sizeof(name), "icj-%s", bare);
	snprintf(path, sizeof(path), "%s%s", folder, name);
	argv[0] = name;
	execv(path, argv);
	execvp(name, argv);
	if (errno == ENOENT)
		return say_no_tool(bare);
	tool_error(&(struct tool){.kind = &kind}, NULL, TOOL_E_OPEN, "%s: %s",
	    name, strerror(errno));
	return TOOL_USAGE;
}

static int finish_icj(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno != EPIPE) /* a reader that has seen enough */
		tool_error(&(struct tool){.kind = &kind}, NULL, REC_E_WRITE,
		    "cannot write: %s", strerror(errno));
	return TOOL_STOPPED;
}

/* -- What a shell may offer ---------------------------------------------- */

/* Tools, and behind help the words that it is sure to find. */
static int icj_complete(const struct complete *c)
{
	const struct icj_field *f;
	struct icj_duty duty, before = {.id = ""};

	if (strcmp(c->before, "help") != 0) {
		for (const struct door *d = doors; d->name; d++)
			complete_offer(c, d->name, "", d->job);
		complete_offer(c, "help", "", "what has a word");
		complete_offer(c, "--version", "", "");
		return TOOL_FINE;
	}
	for (size_t i = 0; icj_duty_at(i, &duty); i++) {
		if (strcmp(duty.id, before.id) != 0)
			complete_offer(c, duty.id, "", duty.rule->says);
		before = duty;
	}
	for (size_t i = 0; (f = icj_field_at(i)); i++)
		complete_offer(c, f->name, "", f->meaning);
	return TOOL_FINE;
}

int main(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "help";
	struct complete asked;

	start_process();
	if (complete_is_asked(argc, argv, &asked))
		return finish_icj(icj_complete(&asked));
	if (strcmp(word, "help") == 0 || strcmp(word, "--help") == 0 ||
	    strcmp(word, "-h") == 0)
		return finish_icj(put_help(argv + (argc > 1 ? 2 : 1)));
	if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0) {
		printf("icj %s\nlibicj %s\nrules %s\n", ICJ_VERSION,
		    icj_version(), icj_rules_version());
		return finish_icj(TOOL_FINE);
	}
	if (word[0] == '-' || word[0] == '\0') {
		tool_error(&(struct tool){.kind = &kind}, NULL, TOOL_E_OPTION,
		    "no such option: %s; 'icj' lists the tools", word);
		return TOOL_USAGE;
	}
	return run_tool(argv + 1);
}
