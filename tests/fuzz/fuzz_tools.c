/* SPDX-License-Identifier: MIT */
/*
 * fuzz_tools.c - the tools from end to end, in this process.  The first line
 * of an input is a command, "eligible -o json --strict", of which only the
 * words below are taken; the rest is stdin.  Threads write what one writes.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "tool/tool.h"

int icj_eligible_main(int argc, char **argv);
int icj_deadline_main(int argc, char **argv);
int icj_dues_main(int argc, char **argv);
int icj_lint_main(int argc, char **argv);
int icj_permit_main(int argc, char **argv);
int icj_return_main(int argc, char **argv);
int icj_referral_main(int argc, char **argv);
int icj_supervise_main(int argc, char **argv);
int icj_rule_main(int argc, char **argv);
int icj_tally_main(int argc, char **argv);
int icj_training_main(int argc, char **argv);
int icj_vote_main(int argc, char **argv);
int icj_score_main(int argc, char **argv);
int icj_digest_main(int argc, char **argv);

static const struct {
	const char *name;
	int (*main)(int argc, char **argv);
	bool judges;  /* one record in, one out */
	bool threads; /* takes --jobs */
} tools[] = {
	{ "eligible", icj_eligible_main, true, true },
	{ "deadline", icj_deadline_main, false, true },
	{ "permit", icj_permit_main, true, true },
	{ "lint", icj_lint_main, true, false },
	{ "return", icj_return_main, true, true },
	{ "referral", icj_referral_main, true, false },
	{ "supervise", icj_supervise_main, true, false },
	{ "vote", icj_vote_main, true, false },
	{ "training", icj_training_main, true, false },
	{ "tally", icj_tally_main, false, false },
	{ "rule", icj_rule_main, false, false },
	{ "dues", icj_dues_main, false, false },
	{ "score", icj_score_main, false, false },
	{ "digest", icj_digest_main, false, false }
};

/* Nothing that opens a file by name, starts a program or asks. */
static const char *const words[] = {
	"-i", "-o", "csv", "yaml", "json", "table", "explain", "--explain",
	"--strict", "--check", "--replace", "--no-header",
	"--on-error=mark", "--on-error=skip", "--on-error=stop",
	"--diagnostics=json", "--require-current", "--why-not", "--sort",
	"--all", "--scale", "--count", "--classify", "--fields", "--rules",
	"--list", "--no-duplicates", "-c", "-V", "--help", "--calendar=both",
	"--calendar=federal", "--reading=literal", "--totals", "--by=month",
	"--by=quarter", "--by=fiscal-year", "--layout=annual",
	"--snapshot", "--by=worker,year", "--target=90", "--by=state",
	"--scenarios", "--evidence", "-", NULL
};

static const char *const begins[] = {
	"--set=", "--as-of=", "--edition=", "--columns=", "--date-format=",
	"--only=", "--within=", "--duty=", "--standard=", "--keep=",
	"--budget=", "--us-population=", "--period=", "--small-cells=", NULL
};

static bool is_allowed(const char *word)
{
	for (size_t i = 0; words[i]; i++)
		if (!strcmp(word, words[i]))
			return true;
	for (size_t i = 0; begins[i]; i++)
		if (!strncmp(word, begins[i], strlen(begins[i])))
			return true;
	return false;
}

#define WORDS 14

struct command {
	size_t tool;
	char line[200];
	char as_of[24], name[24];
	char *argv[WORDS + 3];
	int argc;
	bool plain; /* nothing that changes what comes out of what goes in */
};

/* False if the line is no command. */
static bool read_command(struct command *c, const uint8_t *data, size_t len)
{
	char *word;

	if (len >= sizeof(c->line))
		return false;
	memcpy(c->line, data, len);
	c->line[len] = '\0';
	word = strtok(c->line, " ");
	for (c->tool = 0; word && strcmp(word, tools[c->tool].name);)
		if (++c->tool == sizeof(tools) / sizeof(tools[0]))
			return false;
	snprintf(c->name, sizeof(c->name), "icj-%s", tools[c->tool].name);
	snprintf(c->as_of, sizeof(c->as_of), "--as-of=2015-06-01");
	c->argc = 0;
	c->argv[c->argc++] = c->name;
	if (strcmp(tools[c->tool].name, "rule"))
		c->argv[c->argc++] = c->as_of;
	c->plain = tools[c->tool].judges;
	while (word && (word = strtok(NULL, " ")) && c->argc < WORDS)
		if (is_allowed(word)) {
			c->argv[c->argc++] = word;
			c->plain &= !strcmp(word, "--strict") ||
			    !strcmp(word, "--check") ||
			    !strncmp(word, "--set=", 6);
		}
	c->argv[c->argc] = NULL;
	return word || c->argc > 0;
}

static size_t count_records(const char *text, size_t len)
{
	/* Which names may not come twice is for the tool to say. */
	struct fuzz_how how = { .from = REC_AUTO, .all = true,
		.unplaced = true };
	struct fuzz_run r;
	size_t n;

	fuzz_run(&r, &how, text, len);
	CHECK(r.end == REC_END);
	n = r.records;
	fuzz_run_free(&r);
	return n;
}

/* The lines above the header of a CSV: those that a message says are not read,
 * or blank ones. */
static size_t count_above(const char *said, const char *text, size_t size)
{
	const char *told = strstr(said, "this line is the header");
	size_t above = 0;

	/* Its number stands before it, in any form of a message. */
	while (told && told > said && !isdigit((unsigned char)told[-1]))
		told--;
	while (told && told > said && isdigit((unsigned char)told[-1]))
		told--;
	if (told)
		return strtoul(told, NULL, 10) - 1;
	for (size_t i = 0; i < size && strchr("\r\n", text[i]) && text[i]; i++)
		above += text[i] == '\n';
	return above;
}

/* A message may quote the header. */
static void check_privacy(const char *said, size_t len, const char *text,
    size_t size)
{
	const char *stop = size ? memchr(text, '\n', size) : NULL;

	for (size_t above = count_above(said, text, size); above > 0 && stop;
	    above--) {
		size -= (size_t)(stop + 1 - text);
		text = stop + 1;
		stop = size ? memchr(text, '\n', size) : NULL;
	}
	if (size && (*text == '{' || *text == '[' || *text == '-' ||
	    (stop && memchr(text, ':', (size_t)(stop - text)))))
		return; /* keys and values: tests/cli/privacy.sh has those */
	if (!stop)
		return;
	/* A word that is also a name may be shown as one. */
	len = fuzz_shows(text, (size_t)(stop - text), stop,
	    size - (size_t)(stop - text)) ? 0 : len;
	CHECK(!fuzz_shows(said, len, stop, size - (size_t)(stop - text)));
}

static struct fuzz_file in, out;

static void start(void)
{
	if (in.name[0])
		return;
	fuzz_file_open(&in);
	fuzz_file_open(&out);
	CHECK(dup2(in.fd, STDIN_FILENO) == STDIN_FILENO);
	CHECK(dup2(out.fd, STDOUT_FILENO) == STDOUT_FILENO);
	fuzz_listen();
}

/* What a run leaves behind. */
struct left {
	int status;
	char *said, *wrote;
	size_t said_len, wrote_len;
};

static struct left run_tool(struct command *c, const char *text, size_t len)
{
	struct left l;

	fflush(stdout);
	fuzz_file_set(&in, text, len);
	fuzz_file_set(&out, NULL, 0);
	clearerr(stdout);
	optind = 0; /* starts glibc's getopt anew */
	l.status = tools[c->tool].main(c->argc, c->argv);
	fflush(stdout);
	l.said = fuzz_said(&l.said_len);
	l.wrote = fuzz_file_get(&out, &l.wrote_len);
	return l;
}

static void drop(struct left *l)
{
	free(l->said);
	free(l->wrote);
}

/* The same by threads. */
static void check_jobs(struct command *c, const struct left *one,
    const char *text, size_t len)
{
	static char jobs[] = "--jobs=3";
	struct left l;

	memmove(c->argv + 2, c->argv + 1,
	    (size_t)c->argc * sizeof(c->argv[0]));
	c->argv[1] = jobs;
	c->argc++;
	l = run_tool(c, text, len);
	CHECK(l.status == one->status && l.said_len == one->said_len &&
	    l.wrote_len == one->wrote_len);
	CHECK(!memcmp(l.said, one->said, l.said_len));
	CHECK(!memcmp(l.wrote, one->wrote, l.wrote_len));
	drop(&l);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *stop = size ? memchr(data, '\n', size) : NULL;
	size_t head = stop ? (size_t)(stop - data) : size;
	size_t body = stop ? size - head - 1 : 0;
	const char *text = (const char *)data + size - body;
	struct command c;
	struct left l;

	if (size > FUZZ_MOST || !read_command(&c, data, head))
		return 0;
	start();
	l = run_tool(&c, text, body);
	CHECK(l.status >= TOOL_FINE && l.status <= TOOL_STOPPED);
	CHECK(l.status != TOOL_USAGE || l.wrote_len == 0);
	CHECK(l.status == TOOL_FINE || l.status == TOOL_FOUND ||
	    l.said_len > 0);
	if (strcmp(tools[c.tool].name, "dues"))
		check_privacy(l.said, l.said_len, text, body);
	if (c.plain && body > 0 && (l.status == TOOL_FINE ||
	    l.status == TOOL_INVALID))
		CHECK(count_records(text, body) ==
		    count_records(l.wrote, l.wrote_len));
	if (tools[c.tool].threads && fuzz_hash(data, size) % 4 == 0)
		check_jobs(&c, &l, text, body);
	drop(&l);
	return 0;
}
