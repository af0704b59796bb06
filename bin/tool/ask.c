/* SPDX-License-Identifier: MIT */
/*
 * ask.c - the interview: which question comes next is the library's affair,
 * how to put it and read the answer is ours.
 */
#include "tool/ask.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/mask.h"
#include "tool/screen.h"

/* A program that answers wrong for ever is not asked for ever. */
#define PATIENCE 10
#define ASKED_MOST 64

struct interview {
	struct tool *t;
	const struct icj_field *done[ASKED_MOST]; /* in the order answered */
	const struct icj_field *skip[ASKED_MOST]; /* of them, left unknown */
	size_t done_count, skip_count;
	const struct icj_field *again; /* what "<" went back to */
	char *line;
	size_t room;
	bool ended;
};

/* -- Questions ------------------------------------------------------------ */

static void put_question(const struct tool *t, const struct icj_field *f)
{
	const struct icj_context *ctx = &t->ctx;
	const char *rule = icj_field_rule(f, ctx->amendments,
	    ctx->edition == ICJ_DATE_NONE ? ctx->as_of.date : ctx->edition);

	fprintf(stderr, "%s: %s", f->name, f->meaning);
	if (*rule)
		fprintf(stderr, " (%s)", rule);
	fprintf(stderr, "\n  ");
	if (!f->choices)
		fprintf(stderr, "%s", icj_type_name(f->type));
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		fprintf(stderr, "%s%zu %s", i ? ", " : "", i + 1,
		    f->choices[i]);
	fprintf(stderr, "; empty if not known: ");
}

static void ask_put_help(const struct icj_field *f)
{
	fprintf(stderr, "  %s of a list is named or given by its number; "
	    "a date is 2015-04-20.\n  Empty: not known.  <: the question "
	    "before.  The end of the input ends the questions.\n",
	    f->type == ICJ_LIST ? "Each item" : "What is chosen out");
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

/* -- Answers --------------------------------------------------------------- */

/* The choice that a number stands for, or what an office calls it. */
static const char *ask_meant(const struct icj_field *f, const char *line)
{
	static const char *const kin[] = {
		"grandmother", "grandfather", "grandparent", "aunt", "uncle",
		"cousin", "brother", "sister", "sibling", NULL
	};
	static const char *const parents[] = {
		"mother", "father", "mom", "dad", NULL
	};
	size_t len = strlen(line), n = 0, count = 0;

	while (f->choices && f->choices[count])
		count++;
	if (count > 0 && len > 0 && len < 3 &&
	    strspn(line, "0123456789") == len)
		n = (size_t)atoi(line);
	if (n > 0 && n <= count)
		return f->choices[n - 1];
	if (strcmp(f->name, "residence") != 0)
		return line;
	return start_is_among(line, len, kin) ? "relative" :
	    start_is_among(line, len, parents) ? "parent" : line;
}

/* Back to the question before, which is asked anew. */
static void ask_back(struct interview *iv)
{
	const struct icj_field *f;

	if (iv->done_count == 0) {
		fprintf(stderr, "  this is the first question\n");
		return;
	}
	f = iv->done[--iv->done_count];
	if (iv->skip_count > 0 && iv->skip[iv->skip_count - 1] == f)
		iv->skip_count--;
	icj_case_unset(iv->t->facts, f);
	iv->again = f;
}

/* Asks until the answer can be read, is left empty or the answers end. */
static void ask_question(struct interview *iv, const struct icj_field *f)
{
	enum icj_err err = ICJ_E_YES_NO;

	for (int times = 0; times < PATIENCE && err != ICJ_OK; times++) {
		const char *meant;

		put_question(iv->t, f);
		if (!ask_read_line(iv))
			return;
		if (strcmp(iv->line, "?") == 0) {
			ask_put_help(f);
			continue;
		}
		if (strcmp(iv->line, "<") == 0) {
			ask_back(iv);
			if (iv->again)
				return;
			continue;
		}
		meant = ask_meant(f, iv->line);
		err = icj_case_set(iv->t->facts, f, meant, strlen(meant));
		if (err != ICJ_OK)
			fprintf(stderr, "  %s\n", icj_strerror(err));
	}
	if (err != ICJ_OK)
		fprintf(stderr, "  left as not known\n");
	iv->done[iv->done_count++] = f;
	if (!icj_case_has(iv->t->facts, f))
		iv->skip[iv->skip_count++] = f;
}

/* -- Which comes next ------------------------------------------------------- */

const struct icj_field *ask_missing(struct tool *t,
    const struct icj_field *const *skip, size_t count)
{
	const struct icj_field *f;

	t->kind->judge(t);
	for (size_t i = 0; (f = icj_report_fact(t->report, ICJ_MISSING, i)); i++) {
		size_t k = 0;

		while (k < count && skip[k] != f)
			k++;
		if (k == count)
			return f;
	}
	return NULL;
}

static const struct icj_field *ask_next(struct interview *iv)
{
	const struct icj_field *f = iv->again;

	iv->again = NULL;
	if (iv->ended || iv->done_count == ASKED_MOST)
		return NULL;
	return f ? f : iv->t->kind->question(iv->t, iv->skip, iv->skip_count);
}

/* What would be presumed is asked last, in one question: a number takes one of
 * it up, anything else leaves all as it is. */
static const struct icj_field *ask_presumed(struct interview *iv)
{
	const struct icj_field *presumed[ASKED_MOST], *f;
	size_t n = 0, chosen;

	if (iv->ended || iv->done_count == ASKED_MOST)
		return NULL;
	iv->t->kind->judge(iv->t);
	for (size_t i = 0; n < ASKED_MOST &&
	    (f = icj_report_fact(iv->t->report, ICJ_ASSUMED, i)); i++)
		presumed[n++] = f;
	if (n == 0)
		return NULL;
	fprintf(stderr, "Presumed, as nobody said otherwise:\n");
	for (size_t i = 0; i < n; i++)
		fprintf(stderr, "  %zu %s\n", i + 1, presumed[i]->meaning);
	fprintf(stderr, "  the number of one to state; empty if all is so: ");
	if (!ask_read_line(iv) || strspn(iv->line, "0123456789") == 0)
		return NULL;
	chosen = (size_t)atoi(iv->line);
	return chosen > 0 && chosen <= n ? presumed[chosen - 1] : NULL;
}

/* -- The command that says the same ----------------------------------------- */

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
	for (size_t i = 0; i < iv->done_count; i++)
		if (icj_case_has(t->facts, iv->done[i]))
			put_fact(t->facts, iv->done[i]);
	/* Without any operand it would read stdin. */
	if (t->fact_count + iv->done_count - iv->skip_count == 0)
		printf(" plan_days=unknown");
	putchar('\n');
}

/* -- A run ------------------------------------------------------------------- */

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
	const struct icj_field *f;

	do {
		while ((f = ask_next(iv)))
			ask_question(iv, f);
		f = iv->t->presume_asked ? ask_presumed(iv) : NULL;
		if (f)
			ask_question(iv, f);
	} while (f);
	fputc('\n', stderr);
	/* A failure to write shows at the end of the run. */
	if (tool_explain(iv->t) == 0)
		put_command(iv);
}

int ask_run(struct tool *t)
{
	struct interview iv = {.t = t};
	int status;

	if (t->file_count) {
		tool_error(t, NULL, TOOL_E_OPERANDS,
		    "--ask reads answers from stdin, no files");
		return TOOL_USAGE;
	}
	t->explain = true;
	t->brief = screen_is_there();
	icj_case_unsaid(t->facts, ICJ_NOT_MENTIONED);
	t->presume_asked = isatty(STDIN_FILENO);
	status = start_facts(t, t->facts_given, t->fact_count);
	if (status < 0)
		status = start_facts(t, t->sets, t->set_count);
	if (status < 0) {
		interview(&iv);
		status = TOOL_FINE;
	}
	free(iv.line);
	return status;
}
