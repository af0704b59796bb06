/* SPDX-License-Identifier: MIT */
/*
 * answer.c - a question about one record, for a program that knows no struct of
 * C: the record is JSON, the answer JSON or prose.
 */
#include <stdlib.h>
#include <string.h>

#include "answer/asking.h"
#include "answer/column.h"
#include "base/base.h"
#include "time/text.h"

/* -- The record --------------------------------------------------------- */

/* What is no field is named. */
static void asking_unread(const struct asking *a, const struct json_member *m)
{
	static const char lead[] = "Not read, as no field has the name: ";
	char buf[400];
	struct text t;

	if (a->out) {
		icj__json_name(a->out, NULL);
		icj__json_string(a->out, m->name, m->name_len);
		return;
	}
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, lead);
	icj__text_add_n(&t, m->name, m->name_len);
	icj_page_put(a->page, buf, 4);
}

static void asking_take(void *to, const struct json_member *m)
{
	struct asking *a = to;
	const struct icj_field *f = icj_field_find(m->name, m->name_len);
	enum icj_err err;

	if (!f) {
		asking_unread(a, m);
		return;
	}
	err = icj_case_set(a->facts, f, m->text, m->len);
	if (err == ICJ_OK || err == ICJ_EMPTY_WORD) {
		icj_case_said(a->facts, f);
		if (!icj_case_has(a->facts, f) && a->skips < ASKING_SKIP)
			a->skip[a->skips++] = f;
		return;
	}
	icj_case_spoil(a->facts);
	if (a->bads < ASKING_BAD) {
		a->bad[a->bads] = f;
		a->why[a->bads++] = err;
	}
}

static void asking_errors(struct asking *a)
{
	icj__json_open(a->out, "errors", '[');
	for (size_t i = 0; i < a->bads; i++) {
		icj__json_open(a->out, NULL, '{');
		icj__json_text(a->out, "field", a->bad[i]->name);
		icj__json_text(a->out, "reason", icj_strerror(a->why[i]));
		icj__json_close(a->out, '}');
	}
	icj__json_close(a->out, ']');
}

/* Only a field that the answer asked for makes it invalid. */
bool icj__asking_is_invalid(const struct asking *a)
{
	for (size_t i = 0; i < a->bads; i++)
		if (icj_report_asked(a->report, a->bad[i]))
			return true;
	return false;
}

/* A duty that asked for what cannot be read is withheld, and named: also one
 * that nothing else begins, for that it has begun may be what cannot be
 * read. */
bool icj__due_is_withheld(const struct asking *a, size_t i)
{
	for (size_t k = 0; k < a->bads; k++)
		if (icj_due_asks(a->facts, &a->ctx, i, a->bad[k]))
			return true;
	return false;
}

/* -- One call ----------------------------------------------------------- */

static const struct question {
	const char *name;
	void (*answer)(struct asking *a);
	void (*tell)(struct asking *a);
} questions[] = {
	{"eligible", icj__answer_eligible, icj__tell_eligible},
	{"permit", icj__answer_permit, icj__tell_permit},
	{"return", icj__answer_return, icj__tell_return},
	{"deadline", icj__answer_deadline, icj__tell_deadline},
};

static const struct question *question_find(const char *name)
{
	for (size_t i = 0; name && i < COUNT_OF(questions); i++)
		if (strcmp(questions[i].name, name) == 0)
			return &questions[i];
	return NULL;
}

static bool moment_read(const char *text, struct icj_time *out)
{
	return text && icj_time_parse(text, strlen(text), NULL, out) == ICJ_OK;
}

static const char *asking_context(struct icj_context *ctx, const char *as_of,
    const char *edition)
{
	struct icj_time day;

	*ctx = icj_context_default();
	if (as_of && !moment_read(as_of, &ctx->as_of))
		return "as_of is not a date or a time";
	if (edition && strcmp(edition, "auto") != 0) {
		if (!moment_read(edition, &day))
			return "edition is not a date";
		ctx->edition = day.date;
	}
	return NULL;
}

static const char *asking_record(struct asking *a, const struct question *q,
    const char *record, enum icj_unsaid unsaid)
{
	size_t len = strlen(record), bad;
	char *space = malloc(2 * len + 1);

	if (!space)
		return "out of memory";
	icj_case_unsaid(a->facts, unsaid);
	if (a->out)
		icj__json_open(a->out, "unread", '[');
	bad = icj__json_read(record, len, space, asking_take, a);
	if (a->out)
		icj__json_close(a->out, ']');
	free(space);
	if (bad)
		return "the record is not one JSON object";
	if (a->out) {
		asking_errors(a);
		q->answer(a);
	} else {
		q->tell(a);
	}
	return NULL;
}

/* What is asked, as the functions below take it. */
struct asked {
	const char *question, *record;
	enum icj_unsaid unsaid;
	struct icj_context ctx;
	const char *wrong; /* why there is no context, or NULL */
};

static struct asked asked_of(const char *question, const char *record,
    const char *as_of, const char *edition, const struct icj_calendar *calendar)
{
	struct asked of = {question, record, ICJ_NOT_MENTIONED,
	    ICJ_CONTEXT_INIT, NULL};

	of.wrong = asking_context(&of.ctx, as_of, edition);
	of.ctx.calendar = calendar;
	return of;
}

/* Why there is no answer; NULL: there is one. */
static const char *asking_run(struct asking *a, const struct asked *of)
{
	const struct question *q = question_find(of->question);
	struct icj_calendar *federal = NULL;
	const char *error = of->wrong;

	a->ctx = of->ctx;
	if (!a->ctx.calendar)
		a->ctx.calendar = federal = icj_calendar_new(NULL, 0, NULL, 0);
	a->facts = icj_case_new();
	a->report = icj_report_new();
	a->names = icj__column_names(of->question);
	if (!a->ctx.calendar || !a->facts || !a->report)
		error = "out of memory";
	else if (!of->record || !q)
		error = "no such question, or no record";
	if (!error)
		error = asking_record(a, q, of->record, of->unsaid);
	icj_report_free(a->report);
	icj_case_free(a->facts);
	icj_calendar_free(federal);
	return error;
}

static size_t asking_json(const struct asked *of, char *out, size_t size)
{
	struct json_out o = icj__json_start(out, size);
	struct asking a = {.out = &o};
	const char *error;

	icj__json_open(&o, NULL, '{');
	error = asking_run(&a, of);
	if (error)
		icj__json_text(&o, "error", error);
	icj__json_close(&o, '}');
	return o.len;
}

ICJ_API size_t icj_answer_json(const char *question, const char *record,
    const char *as_of, const char *edition,
    const struct icj_calendar *calendar, char *out, size_t size)
{
	struct asked of = asked_of(question, record, as_of, edition, calendar);

	return asking_json(&of, out, size);
}

ICJ_API size_t icj_answer_json_by(const char *question, const char *record,
    enum icj_unsaid unsaid, const struct icj_context *ctx, char *out,
    size_t size)
{
	struct asked of = {question, record, unsaid,
	    ctx ? *ctx : icj_context_default(), ctx ? NULL : "no context"};

	return asking_json(&of, out, size);
}

/* Control characters never leave as they are. */
static void prose_words(void *to, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)text[i];
		char shown[2] = {c < 0x20 || c == 0x7f ? '?' : text[i], '\0'};

		icj__json_put(to, shown);
	}
}

static void prose_line(void *to, int indent)
{
	icj__json_put(to, "\n");
	while (indent-- > 0)
		icj__json_put(to, " ");
}

ICJ_API size_t icj_answer_prose(const char *question, const char *record,
    const char *as_of, const char *edition,
    const struct icj_calendar *calendar, bool brief, int width, char *out,
    size_t size)
{
	struct json_out o = icj__json_start(out, size);
	struct icj_page page = {&o, width, prose_words, prose_line};
	struct asking a = {.page = &page, .brief = brief};
	struct asked of = asked_of(question, record, as_of, edition, calendar);
	const char *error = asking_run(&a, &of);

	if (error) {
		prose_words(&o, "There is no answer: ", 20);
		icj_page_put(&page, error, 4);
	}
	return o.len;
}
