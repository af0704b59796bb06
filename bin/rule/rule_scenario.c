/* SPDX-License-Identifier: MIT */
/*
 * rule_scenario.c - reads files of scenarios and reports on each as TAP.  A
 * background holds for the scenarios after it, until the next one.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rule/scenario.h"

#include "tool/mask.h"
#include "tool/same.h"

/* -- Pairs -------------------------------------------------------------- */

static struct pair *scenario_find(
    const struct pairs *p, const char *name, size_t len)
{
	for (size_t i = 0; i < p->count; i++)
		if (name_same(p->at[i].name, name, len))
			return &p->at[i];
	return NULL;
}

static struct pair *append(struct pairs *p, const char *name, size_t len)
{
	struct pair *more;

	if (p->count == p->room) {
		more = realloc(p->at, (p->room + 32) * sizeof(*more));
		if (!more)
			return NULL;
		p->at = more;
		p->room += 32;
	}
	more = &p->at[p->count];
	more->name = strndup(name, len);
	more->value = NULL;
	p->count += more->name != NULL;
	return more->name ? more : NULL;
}

/* Sets a name's value, a new one or not.  False: no memory. */
static bool pairs_set(struct pairs *p, const char *name, size_t len,
    const char *value, size_t value_len)
{
	struct pair *pair = scenario_find(p, name, len);

	if (!pair)
		pair = append(p, name, len);
	if (!pair)
		return false;
	free(pair->value);
	pair->value = strndup(value, value_len);
	return pair->value != NULL;
}

static bool pairs_copy(struct pairs *to, const struct pairs *from)
{
	for (size_t i = 0; i < from->count; i++)
		if (!pairs_set(to, from->at[i].name, strlen(from->at[i].name),
		    from->at[i].value, strlen(from->at[i].value)))
			return false;
	return true;
}

const char *pairs_get(const struct pairs *p, const char *name)
{
	const struct pair *pair = scenario_find(p, name, strlen(name));

	return pair && *pair->value ? pair->value : NULL;
}

static void pairs_free(struct pairs *p)
{
	for (size_t i = 0; i < p->count; i++) {
		free(p->at[i].name);
		free(p->at[i].value);
	}
	free(p->at);
	p->at = NULL;
	p->count = p->room = 0;
}

static void scenario_free(struct scenario *s)
{
	pairs_free(&s->head);
	pairs_free(&s->given);
	pairs_free(&s->expect);
}

/* -- From a record to a scenario ---------------------------------------- */

static bool scenario_is_key(const char *name, size_t len)
{
	static const char *const keys[] = {
		"scenario", "background", "rule", "ask", "given", "expect",
		"as_of", "edition", "strict", "calendar", "mentions", "holds",
		"fails", "names", "omits", "because",
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (name_same(keys[i], name, len))
			return true;
	return false;
}

static bool scenario_cut(struct rec_text *name, const char *prefix)
{
	size_t len = strlen(prefix);

	if (name->len <= len || memcmp(name->text, prefix, len) != 0)
		return false;
	name->text += len;
	name->len -= len;
	return true;
}

static void scenario_refuse(struct scenario *s, const char *what,
    const struct rec_text *name)
{
	snprintf(s->why, sizeof(s->why), "%s: %.*s", what,
	    name->len < 60 ? (int)name->len : 60, name->text);
}

/* A fact must be one of the dictionary. */
static bool scenario_set(struct scenario *s, struct rec_text name,
    const struct rec_value *value)
{
	struct pairs *to = &s->head;

	if (scenario_cut(&name, "given_") ||
	    scenario_cut(&name, "background_")) {
		to = &s->given;
		if (!icj_field_find(name.text, name.len))
			scenario_refuse(s, "no such field", &name);
	} else if (scenario_cut(&name, "expect_")) {
		to = &s->expect;
	} else if (!scenario_is_key(name.text, name.len)) {
		scenario_refuse(s, "no such key", &name);
	}
	return pairs_set(to, name.text, name.len, value->text, value->len);
}

/* False: no memory. */
static bool scenario_take_record(struct scenario *s, const struct rec *rec,
    const struct scenario *background)
{
	s->line = rec->line;
	if (background && (!pairs_copy(&s->head, &background->head) ||
	    !pairs_copy(&s->given, &background->given)))
		return false;
	if (rec->fault)
		snprintf(s->why, sizeof(s->why), "%s", rec->fault->text);
	for (size_t i = 0; i < rec->count; i++)
		if (!scenario_set(s, rec->names[i], &rec->all[i]))
			return false;
	return true;
}

static bool scenario_has(const struct rec *rec, const char *key)
{
	for (size_t i = 0; i < rec->count; i++)
		if (name_same(key, rec->names[i].text, rec->names[i].len))
			return true;
	return false;
}

/* -- TAP ---------------------------------------------------------------- */

struct run {
	const struct tool *t;
	bool evidence, stopped;
	unsigned long count, failed;
	const char *file;
	struct scenario background;
};

static void say_failure(const struct run *run, const struct scenario *s)
{
	const char *because = pairs_get(&s->head, "because");

	fputs("# ", stdout);
	mask_puts(stdout, run->file);
	printf(":%lu%s", s->line, *s->why ? ": " : "");
	mask_puts(stdout, s->why);
	if (because) {
		fputs("\n# because ", stdout);
		mask_puts(stdout, because);
	}
	putchar('\n');
}

static void report(struct run *run, const struct scenario *s)
{
	const char *title = pairs_get(&s->head, "scenario");
	const char *rule = pairs_get(&s->head, "rule");
	bool good = !*s->why && scenario_check(s, run->evidence);

	run->count++;
	run->failed += !good;
	printf("%s %lu - ", good ? "ok" : "not ok", run->count);
	mask_puts(stdout, rule ? rule : "-");
	fputs(": ", stdout);
	mask_puts(stdout, title ? title : "-");
	putchar('\n');
	if (!good)
		say_failure(run, s);
}

static void one_record(struct run *run, const struct rec *rec)
{
	bool ground = !scenario_has(rec, "scenario");
	struct scenario s = {.line = 0};

	if (!scenario_take_record(&s, rec, ground ? NULL : &run->background)) {
		tool_error(run->t, NULL, TOOL_E_MEMORY, "out of memory");
		run->stopped = true;
	} else if (!ground) {
		report(run, &s);
	} else if (*s.why) {
		report(run, &s);
	} else {
		scenario_free(&run->background);
		run->background = s;
		return;
	}
	scenario_free(&s);
}

static int say_stop(const struct run *run, struct rec_in *in)
{
	const struct rec_error *e = rec_in_error(in);
	struct tool_place at = {run->file, e->line, e->field, NULL};

	tool_error(run->t, &at, e->code, "%s", e->text);
	return TOOL_STOPPED;
}

static int scenario_read_file(struct run *run, int fd)
{
	static const struct rec_options options = {
		.format = REC_YAML, .all = true
	};
	struct rec_in *in = rec_in_new(fd, &options);
	const struct rec *rec;
	enum rec_got got = in ? rec_start(in) : REC_STOP;
	int status = TOOL_FINE;

	if (!in) {
		tool_error(run->t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	while (got == REC_RECORD && !run->stopped &&
	    (got = rec_next(in, &rec)) == REC_RECORD)
		one_record(run, rec);
	if (got == REC_STOP)
		status = say_stop(run, in);
	rec_in_free(in);
	scenario_free(&run->background);
	return run->stopped ? TOOL_STOPPED : status;
}

static int open_file(const struct run *run, const char *name)
{
	struct tool_place at = {name, 0, 0, NULL};
	int fd = strcmp(name, "-") == 0 ? dup(STDIN_FILENO) :
	    open(name, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		tool_error(run->t, &at, TOOL_E_OPEN, "%s", strerror(errno));
	return fd;
}

static int run_file(struct run *run, const char *name)
{
	int fd = open_file(run, name);
	int status;

	if (fd < 0)
		return TOOL_STOPPED; /* it was there a moment ago */
	run->file = name;
	status = scenario_read_file(run, fd);
	close(fd);
	return status;
}

int rule_scenarios(const struct tool *t, char *const *files, size_t count,
    bool evidence)
{
	struct run run = {.t = t, .evidence = evidence};
	int status = TOOL_FINE;

	/* Nothing is written before all can be opened. */
	for (size_t i = 0; i < count; i++) {
		int fd = open_file(&run, files[i]);

		if (fd < 0)
			return TOOL_USAGE;
		close(fd);
	}
	for (size_t i = 0; i < count; i++) {
		int one = run_file(&run, files[i]);

		status = one > status ? one : status;
	}
	printf("1..%lu\n", run.count);
	if (run.failed && status == TOOL_FINE)
		status = TOOL_FOUND;
	return status;
}
