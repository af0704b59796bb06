/* SPDX-License-Identifier: MIT */
/*
 * ask.c - the interview: which question comes next is the library's affair,
 * how to put it and read the answer is ours.
 */
#include "eligible/ask.h"
#include "tool/mask.h"

#include <stdlib.h>
#include <string.h>

/* A program that answers wrong for ever is not asked for ever. */
#define PATIENCE 10

struct interview {
	struct tool *t;
	struct icj_case *scratch;
	const struct icj_field *given[64]; /* in the order answered */
	const struct icj_field *skip[64];  /* left unknown */
	size_t given_count, skip_count;
	char *line;
	size_t room;
	bool ended;
};

static void put_question(const struct icj_field *f)
{
	fprintf(stderr, "%s: %s", f->name, f->meaning);
	if (*f->rule)
		fprintf(stderr, " (%s)", f->rule);
	fprintf(stderr, "\n  ");
	if (!f->choices)
		fprintf(stderr, "%s", icj_type_name(f->type));
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		fprintf(stderr, "%s%s", i ? ", " : "", f->choices[i]);
	fprintf(stderr, "; empty if not known: ");
}

/* Reads one line; false at the end of the answers. */
static bool ask_read_line(struct interview *iv)
{
	ssize_t n = getline(&iv->line, &iv->room, stdin);

	if (n < 0) {
		iv->ended = true;
		return false;
	}
	while (n > 0 && (iv->line[n - 1] == '\n' || iv->line[n - 1] == '\r'))
		iv->line[--n] = '\0';
	return true;
}

/* Asks until the answer can be read, is left empty or the answers end. */
static void ask_question(struct interview *iv, const struct icj_field *f)
{
	enum icj_err err = ICJ_E_YES_NO;

	for (int times = 0; times < PATIENCE && err != ICJ_OK; times++) {
		put_question(f);
		if (!ask_read_line(iv))
			return;
		err = icj_case_set(iv->t->facts, f, iv->line,
		    strlen(iv->line));
		if (err != ICJ_OK)
			fprintf(stderr, "  %s\n", icj_strerror(err));
	}
	if (err != ICJ_OK)
		fprintf(stderr, "  left as not known\n");
	if (icj_case_has(iv->t->facts, f))
		iv->given[iv->given_count++] = f;
	else
		iv->skip[iv->skip_count++] = f;
}

/* One word of a command line, as a shell reads it. */
static void ask_put_word(const char *name, const char *value)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/+,@%";

	if (value[strspn(value, plain)] == '\0') {
		printf(" %s=%s", name, value);
		return;
	}
	printf(" '%s=", name);
	for (size_t n; *value; value += n) {
		n = strcspn(value, "'");
		mask_put(stdout, value, n);
		if (value[n] && ++n)
			fputs("'\\''", stdout);
	}
	putchar('\'');
}

static void put_fact(const struct icj_case *c, const struct icj_field *f)
{
	char value[256];

	icj_case_get(c, f, value, sizeof(value));
	ask_put_word(f->name, value);
}

static void put_command(const struct interview *iv)
{
	const struct tool *t = iv->t;
	char day[32];

	printf("\nThe same again:\n  %s -a %s", t->kind->name,
	    icj_time_format(&t->ctx.as_of, day));
	if (t->ctx.edition != ICJ_DATE_NONE)
		printf(" -E %s", icj_date_format(t->ctx.edition, day));
	if (t->ctx.strict)
		printf(" --strict");
	if (t->require_current)
		printf(" --require-current");
	for (size_t i = 0; i < t->set_count; i++) {
		printf(" --set");
		ask_put_word(t->sets[i].field->name, t->sets[i].value);
	}
	for (size_t i = 0; i < t->fact_count; i++)
		ask_put_word(t->facts_given[i].field->name,
		    t->facts_given[i].value);
	for (size_t i = 0; i < iv->given_count; i++)
		put_fact(t->facts, iv->given[i]);
	/* Without any operand it would read stdin. */
	if (t->fact_count + iv->given_count == 0)
		printf(" plan_days=unknown");
	putchar('\n');
}

static int start_facts(struct tool *t, const struct tool_fact *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct tool_fact *f = &list[i];
		enum icj_err err = icj_case_set(t->facts, f->field, f->value,
		    strlen(f->value));

		if (err != ICJ_OK) {
			struct tool_place at = {"operands", 0, 0,
			    f->field->name};

			char why[TOOL_REASON];

			tool_error(t, &at, (int)err, "%s",
			    tool_reason(f->field, err, why));
			return TOOL_USAGE;
		}
	}
	return -1;
}

static void interview(struct interview *iv)
{
	struct tool *t = iv->t;
	const struct icj_field *f;

	while (!iv->ended && iv->given_count < 64 && iv->skip_count < 64 &&
	    (f = icj_eligible_ask(t->facts, &t->ctx, iv->scratch, t->report,
	    iv->skip, iv->skip_count)))
		ask_question(iv, f);
	fputc('\n', stderr);
	/* A failure to write shows at the end of the run. */
	if (tool_explain(t) == 0)
		put_command(iv);
}

int ask_run(struct tool *t)
{
	struct interview iv = {.t = t, .scratch = icj_case_new()};
	int status;

	if (t->file_count) {
		tool_error(t, NULL, TOOL_E_OPERANDS,
		    "--ask reads answers from stdin, no files");
		icj_case_free(iv.scratch);
		return TOOL_USAGE;
	}
	if (!iv.scratch) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	status = start_facts(t, t->facts_given, t->fact_count);
	if (status < 0)
		status = start_facts(t, t->sets, t->set_count);
	if (status < 0) {
		interview(&iv);
		status = TOOL_FINE;
	}
	free(iv.line);
	icj_case_free(iv.scratch);
	return status;
}
