/* SPDX-License-Identifier: MIT */
/*
 * ask.c - the interview: which question comes next is the library's affair,
 * how to put it and read the answer is ours.
 */
#include "tool/ask.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/brief.h"
#include "tool/mask.h"
#include "tool/same.h"
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
	char *kept[ASKED_MOST]; /* texts, which a case keeps by reference */
	size_t kept_count;
	bool ordered; /* how dates are written was asked */
	char *line;
	size_t room;
	bool ended;
};

/* -- Questions ------------------------------------------------------------ */

/* How an answer may look. */
static const char *ask_form(const struct icj_field *f)
{
	switch (f->type) {
	case ICJ_YES_NO:
		return "yes or no";
	case ICJ_DATE:
		return "a date, such as 2026-03-31";
	case ICJ_DATE_OR_INDEFINITE:
		return "a date, such as 2026-03-31, or indefinite";
	case ICJ_TIME:
	case ICJ_TIME_OR_DATE:
		return "day and time, such as 2026-03-31T16:00";
	case ICJ_DATES:
		return "dates, with ; between them";
	case ICJ_STATE:
		return "a state, such as TX or Texas";
	case ICJ_COUNT:
		return "a whole number";
	case ICJ_COUNT_OR_INDEFINITE:
		return "a whole number, or indefinite";
	case ICJ_CHOICE:
		return "one of these, or its number";
	case ICJ_LIST:
		return "any of these, or their numbers, with ; between";
	case ICJ_TEXT:
		break;
	}
	return "a few words";
}

/* One to a line, so that their numbers are found. */
static void ask_put_choices(const struct icj_field *f)
{
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		fprintf(stderr, "  %zu %s\n", i + 1, f->choices[i]);
}

/* The paragraph that a field serves by the law asked for; "" if none. */
static const char *ask_rule(const struct tool *t, const struct icj_field *f)
{
	const struct icj_context *ctx = &t->ctx;

	return icj_field_rule(f, ctx->amendments,
	    ctx->edition == ICJ_DATE_NONE ? ctx->as_of.date : ctx->edition);
}

static void put_question(const struct tool *t, const struct icj_field *f)
{
	const char *rule = ask_rule(t, f);
	char text[600];

	snprintf(text, sizeof(text), "%.*s%s%s%s [%s]",
	    (int)strcspn(f->meaning, ";"), f->meaning,
	    *rule ? " (" : "", rule, *rule ? ")" : "", f->name);
	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	fputc('\n', stderr);
	explain_wrap(stderr, text, 2);
	ask_put_choices(f);
	fprintf(stderr, "  %s; empty if not known: ", ask_form(f));
}

/* What others call the field says most of what it is. */
static void ask_put_help(const struct tool *t, const struct icj_field *f)
{
	const char *rule = ask_rule(t, f);
	char text[800];
	const char *field, *label;
	size_t at = (size_t)snprintf(text, sizeof(text), "  On screens and "
	    "forms:"), begun = at;

	for (size_t i = 0; (label = name_label(i, &field)); i++)
		if (strcmp(field, f->name) == 0 && at < sizeof(text))
			at += (size_t)snprintf(text + at, sizeof(text) - at,
			    "%s %s", at > begun ? ";" : "", label);
	if (at > begun)
		explain_wrap(stderr, text, 4);
	if (strchr(f->meaning, ';')) {
		snprintf(text, sizeof(text), "  In full: %s.", f->meaning);
		explain_wrap(stderr, text, 4);
	}
	explain_wrap(stderr, "  Empty: not known, and the answer says what it "
	    "hangs on. <: back to the question before. End of input (Ctrl-D): "
	    "no more questions.", 4);
	if (*rule) {
		snprintf(text, sizeof(text), "  The paragraph: icj rule '%s'",
		    rule);
		explain_wrap(stderr, text, 4);
	}
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

/* Which part of a date comes first is asked once, not guessed. */
static bool ask_order(struct interview *iv, enum icj_err err)
{
	static const char *const month[] = {"1", "month", "mdy", NULL};
	static const char *const day[] = {"2", "day", "dmy", NULL};
	size_t len;
	const char *form;

	if (iv->ordered || (err != ICJ_E_AMBIGUOUS &&
	    err != ICJ_E_MONTH_FIRST && err != ICJ_E_DAY_FIRST &&
	    err != ICJ_E_AM_PM))
		return false;
	fputs("  In the dates you write, which comes first?  1 month, 2 day: ",
	    stderr);
	iv->ordered = true;
	if (!ask_read_line(iv))
		return false;
	len = strlen(iv->line);
	form = start_is_among(iv->line, len, month) ? "mdy" :
	    start_is_among(iv->line, len, day) ? "dmy" : NULL;
	if (!form || icj_date_form_add(&iv->t->date_form, form) != ICJ_OK)
		return false;
	icj_case_date_form(iv->t->facts, &iv->t->date_form);
	return true;
}

/* What was typed, for as long as the case. */
static const char *ask_keep(struct interview *iv, const char *text)
{
	char *kept = iv->kept_count < ASKED_MOST ? strdup(text) : NULL;

	if (kept)
		iv->kept[iv->kept_count++] = kept;
	return kept ? kept : "";
}

/* "today" and "now" are those of the answer; NULL for any other line. */
static const char *ask_now(const struct interview *iv,
    const struct icj_field *f, char buf[ASK_ROOM])
{
	struct icj_time now = iv->t->ctx.as_of;
	bool today = name_same("today", iv->line, strlen(iv->line));

	if (!ask_is_dated(f) ||
	    (!today && !name_same("now", iv->line, strlen(iv->line))))
		return NULL;
	if (today || f->type == ICJ_DATE || f->type == ICJ_DATE_OR_INDEFINITE)
		now.second = ICJ_NO_CLOCK;
	return icj_time_format(&now, buf);
}

static enum icj_err ask_set(struct interview *iv, const struct icj_field *f)
{
	char buf[ASK_ROOM], typed[ASK_ROOM], why[TOOL_REASON];
	const char *meant = ask_now(iv, f, buf), *near;
	enum icj_err err;

	meant = meant ? meant : ask_meant(f, iv->line, buf);
	if (f->type == ICJ_TEXT || f->type == ICJ_DATES)
		meant = ask_keep(iv, meant);
	err = icj_case_set(iv->t->facts, f, meant, strlen(meant));
	snprintf(typed, sizeof(typed), "%s", meant);
	if (err != ICJ_OK && ask_order(iv, err))
		err = icj_case_set(iv->t->facts, f, typed, strlen(typed));
	if (err == ICJ_OK)
		return err;
	near = f->choices ? name_near_word(typed, strlen(typed), f->choices) :
	    NULL;
	fprintf(stderr, "  %s%s%s\n", tool_reason(NULL, err, why),
	    near ? "; did you mean " : "", near ? near : "");
	return err;
}

/* Asks until the answer can be read, is left empty or the answers end. */
static void ask_question(struct interview *iv, const struct icj_field *f)
{
	enum icj_err err = ICJ_E_YES_NO;

	for (int times = 0; times < PATIENCE && err != ICJ_OK; times++) {
		put_question(iv->t, f);
		if (!ask_read_line(iv))
			return;
		if (strcmp(iv->line, "?") == 0) {
			ask_put_help(iv->t, f);
			continue;
		}
		if (strcmp(iv->line, "<") == 0) {
			ask_back(iv);
			if (iv->again)
				return;
			continue;
		}
		err = ask_set(iv, f);
	}
	if (err != ICJ_OK)
		fprintf(stderr, "  left as not known\n");
	iv->done[iv->done_count++] = f;
	if (!icj_case_has(iv->t->facts, f))
		iv->skip[iv->skip_count++] = f;
}

/* What the questions are about, where the tool has to know that first. */
static void ask_topic(struct interview *iv)
{
	struct tool *t = iv->t;

	if (!t->kind->topic)
		return;
	for (int times = 0; times < PATIENCE; times++) {
		if (t->kind->topic(t, NULL) || !ask_read_line(iv) ||
		    t->kind->topic(t, iv->line))
			return;
	}
}

/* -- Which comes next ------------------------------------------------------- */

bool ask_is_skipped(const struct icj_field *f,
    const struct icj_field *const *skip, size_t count)
{
	while (count > 0)
		if (skip[--count] == f)
			return true;
	return false;
}

const struct icj_field *ask_missing(struct tool *t,
    const struct icj_field *const *skip, size_t count)
{
	const struct icj_field *f;

	t->kind->judge(t);
	for (size_t i = 0; (f = icj_report_fact(t->report, ICJ_MISSING, i)); i++)
		if (!ask_is_skipped(f, skip, count))
			return f;
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
	char words[ICJ_PRESUMPTION], text[ICJ_PRESUMPTION + 40];
	size_t n = 0, chosen;

	if (iv->ended || iv->done_count == ASKED_MOST)
		return NULL;
	iv->t->kind->judge(iv->t);
	while (n < ASKED_MOST && (f = iv->t->kind->presumed ?
	    iv->t->kind->presumed(iv->t, n) :
	    icj_report_fact(iv->t->report, ICJ_ASSUMED, n)))
		presumed[n++] = f;
	if (n == 0)
		return NULL;
	fprintf(stderr, "\nPresumed, as nobody said otherwise:\n");
	for (size_t i = 0; i < n; i++) {
		snprintf(text, sizeof(text), "  %zu %s", i + 1,
		    icj_presumption(presumed[i], NULL, words));
		explain_wrap(stderr, text, 4);
	}
	fprintf(stderr, "  the number of one to state; empty if all is so: ");
	if (!ask_read_line(iv) || strspn(iv->line, "0123456789") == 0)
		return NULL;
	chosen = (size_t)atoi(iv->line);
	return chosen > 0 && chosen <= n ? presumed[chosen - 1] : NULL;
}

/* -- The command that says the same ----------------------------------------- */

/* A word of a command line, or the rest of one, as a shell reads it. */
static void ask_put_word(const char *word)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/+,@%=";

	if (*word && word[strspn(word, plain)] == '\0') {
		printf(" %s", word);
		return;
	}
	fputs(" '", stdout);
	for (size_t n; *word; word += n) {
		n = strcspn(word, "'");
		mask_put(stdout, word, n);
		if (word[n] && ++n)
			fputs("'\\''", stdout);
	}
	putchar('\'');
}

static void put_fact(const struct icj_case *c, const struct icj_field *f)
{
	char word[400];
	size_t len = (size_t)snprintf(word, sizeof(word), "%s=", f->name);

	icj_case_get(c, f, word + len, sizeof(word) - len);
	ask_put_word(word);
}

/* What was given, and what was answered since. */
static void put_command(const struct interview *iv)
{
	const struct tool *t = iv->t;
	char day[32];

	printf("\nThe same again:\n  %s", t->kind->name);
	if (!t->as_of_given)
		printf(" -a %s", icj_time_format(&t->ctx.as_of, day));
	if (t->kind->put_topic)
		t->kind->put_topic(t, stdout);
	for (char *const *word = t->words; *word; word++)
		if (strcmp(*word, "--ask") != 0)
			ask_put_word(*word);
	for (size_t i = 0; i < iv->done_count; i++)
		if (icj_case_has(t->facts, iv->done[i]))
			put_fact(t->facts, iv->done[i]);
	/* Without any operand it would read stdin. */
	if (t->fact_count + iv->done_count - iv->skip_count == 0)
		printf(" %s=unknown", iv->done_count > 0 ?
		    iv->done[0]->name : "case_id");
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
			    tool_reason_typed(f->field, err, f->value, why));
			return TOOL_USAGE;
		}
	}
	return -1;
}

static void interview(struct interview *iv)
{
	const struct icj_field *f;

	ask_topic(iv);
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
	t->brief |= !t->explain && screen_is_there();
	t->explain = true;
	icj_case_unsaid(t->facts, ICJ_NOT_MENTIONED);
	t->presume_asked = isatty(STDIN_FILENO);
	status = start_facts(t, t->facts_given, t->fact_count);
	if (status < 0)
		status = start_facts(t, t->sets, t->set_count);
	if (status < 0) {
		interview(&iv);
		status = TOOL_FINE;
	}
	while (iv.kept_count > 0)
		free(iv.kept[--iv.kept_count]);
	free(iv.line);
	return status;
}
