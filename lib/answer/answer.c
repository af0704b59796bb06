/* SPDX-License-Identifier: MIT */
/*
 * answer.c - a question about one record and its answer, both as JSON, for a
 * program that knows no struct of C.  The columns are those of the tools.
 */
#include <stdlib.h>
#include <string.h>

#include "answer/json.h"
#include "base/base.h"
#include "icj.h"

#define BAD 16  /* fields that are listed as unreadable */
#define SKIP 64 /* fields that are not asked for again */

struct asking {
	struct icj_case *facts;
	struct icj_report *report;
	struct icj_context ctx;
	struct json_out *out;
	const struct icj_field *bad[BAD];
	enum icj_err why[BAD];
	size_t bads;
	const struct icj_field *skip[SKIP]; /* said to be not known */
	size_t skips;
	const char *area; /* what the names of its columns begin with */
};

/* -- The record --------------------------------------------------------- */

static void answer_take(void *to, const struct json_member *m)
{
	struct asking *a = to;
	const struct icj_field *f = icj_field_find(m->name, m->name_len);
	enum icj_err err;

	if (!f) {
		icj__json_name(a->out, NULL);
		icj__json_string(a->out, m->name, m->name_len);
		return;
	}
	err = icj_case_set(a->facts, f, m->text, m->len);
	if (err == ICJ_OK || err == ICJ_EMPTY_WORD) {
		icj_case_said(a->facts, f);
		if (!icj_case_has(a->facts, f) && a->skips < SKIP)
			a->skip[a->skips++] = f;
		return;
	}
	icj_case_spoil(a->facts);
	if (a->bads < BAD) {
		a->bad[a->bads] = f;
		a->why[a->bads++] = err;
	}
}

static void answer_errors(struct asking *a)
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
static bool answer_is_invalid(const struct asking *a)
{
	for (size_t i = 0; i < a->bads; i++)
		if (icj_report_asked(a->report, a->bad[i]))
			return true;
	return false;
}

/* -- Columns ------------------------------------------------------------ */

static void column_name(const struct asking *a, const char *name)
{
	char whole[64] = "";

	strncat(whole, a->area, 20);
	strncat(whole, name, 40);
	icj__json_name(a->out, whole);
}

static void column_text(const struct asking *a, const char *name,
    const char *text)
{
	column_name(a, name);
	icj__json_string(a->out, text, strlen(text));
}

static void column_date(const struct asking *a, const char *name, icj_date day)
{
	char text[11];

	column_text(a, name, icj_date_format(day, text));
}

/* A list in one text, as a cell has it. */
static void column_list(const struct asking *a, const char *name,
    const char *const *item)
{
	column_name(a, name);
	icj__json_put(a->out, "\"");
	for (size_t i = 0; item[i]; i++) {
		icj__json_put(a->out, i ? "; " : "");
		icj__json_put(a->out, item[i]); /* our words: nothing to escape */
	}
	icj__json_put(a->out, "\"");
}

#define LIST 64 /* more than any report has of citations or facts */

static void column_cites(const struct asking *a, const char *name)
{
	const char *cite[LIST + 1] = {NULL};

	for (size_t n = 0; n < LIST; n++)
		if (!(cite[n] = icj_report_cite(a->report, n)))
			break;
	column_list(a, name, cite);
}

static void column_fields(const struct asking *a, const char *name,
    enum icj_role role)
{
	const char *field[LIST + 1] = {NULL};
	const struct icj_field *f;

	for (size_t n = 0; n < LIST; n++) {
		f = icj_report_fact(a->report, role, n);
		if (!f)
			break;
		field[n] = f->name;
	}
	column_list(a, name, field);
}

static void columns_of_report(const struct asking *a)
{
	icj_date edition = icj_report_edition(a->report);

	column_fields(a, "_missing", ICJ_MISSING);
	column_fields(a, "_assumed", ICJ_ASSUMED);
	if (strcmp(a->area, "return") == 0) {
		char as_of[32];

		column_text(a, "_as_of", icj_time_format(&a->ctx.as_of, as_of));
	}
	column_date(a, "_edition", edition);
	column_text(a, "_basis", edition == ICJ_DATE_NONE ? "" :
	    icj_basis_name(icj_report_basis(a->report)));
	column_text(a, "_note", icj_report_note(a->report));
}

/* -- Findings and steps ------------------------------------------------- */

static void finding_fields(const struct asking *a, const struct icj_finding *f,
    const char *name, enum icj_role role)
{
	const struct icj_field *field;

	icj__json_open(a->out, name, '[');
	for (size_t i = 0; (field = icj_finding_fact(f, role, i)); i++)
		icj__json_text(a->out, NULL, field->name);
	icj__json_close(a->out, ']');
}

static void answer_findings(const struct asking *a)
{
	const struct icj_finding *f = NULL;

	icj__json_open(a->out, "findings", '[');
	while ((f = icj_report_next(a->report, f))) {
		const struct icj_rule *rule = icj_finding_rule(f);

		icj__json_open(a->out, NULL, '{');
		icj__json_text(a->out, "rule", rule->cite);
		icj__json_text(a->out, "status",
		    icj_status_name(icj_finding_status(f)));
		icj__json_text(a->out, "says", rule->says);
		icj__json_text(a->out, "basis", icj_basis_name(rule->basis));
		finding_fields(a, f, "used", ICJ_USED);
		finding_fields(a, f, "missing", ICJ_MISSING);
		finding_fields(a, f, "assumed", ICJ_ASSUMED);
		icj__json_close(a->out, '}');
	}
	icj__json_close(a->out, ']');
}

static void answer_step(const struct asking *a, const struct icj_step *s)
{
	bool dated = s->duty.id && s->status != ICJ_DUE_NO_START;
	char due[32], done[11];

	icj__json_open(a->out, NULL, '{');
	icj__json_text(a->out, "rule", s->rule);
	icj__json_text(a->out, "who", s->who);
	icj__json_text(a->out, "state", icj_state_code(s->state));
	icj__json_text(a->out, "says", s->text);
	icj__json_text(a->out, "duty", s->duty.id ? s->duty.id : "");
	icj__json_text(a->out, "limit", s->duty.id && s->duty.terms->limit ?
	    s->duty.terms->limit : "");
	icj__json_text(a->out, "due", icj_time_format(&s->due, due));
	icj__json_text(a->out, "status",
	    dated ? icj_due_status_name(s->status) : "");
	icj__json_text(a->out, "done", icj_date_format(s->done, done));
	icj__json_close(a->out, '}');
}

/* -- What to ask for next ----------------------------------------------- */

static bool is_skipped(const struct asking *a, const struct icj_field *f)
{
	for (size_t i = 0; i < a->skips; i++)
		if (a->skip[i] == f)
			return true;
	return false;
}

/* The first fact that could still decide it and was not said to be unknown. */
static const struct icj_field *answer_first_missing(const struct asking *a)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_report_fact(a->report, ICJ_MISSING, i)); i++)
		if (!is_skipped(a, f))
			return f;
	return NULL;
}

static void answer_ask(const struct asking *a, const struct icj_field *f)
{
	icj__json_text(a->out, "ask", f ? f->name : "");
}

/* The order of questions that settles most is tried out on another case. */
static const struct icj_field *eligible_next(const struct asking *a)
{
	struct icj_case *scratch = icj_case_new();
	struct icj_report *tried = icj_report_new();
	const struct icj_field *f = NULL;

	if (scratch && tried)
		f = icj_eligible_ask(a->facts, &a->ctx, scratch, tried,
		    a->skip, a->skips);
	icj_report_free(tried);
	icj_case_free(scratch);
	return f;
}

/* -- Questions ---------------------------------------------------------- */

static void answer_eligible(struct asking *a)
{
	enum icj_tri verdict = icj_eligible(a->facts, &a->ctx, a->report);

	column_text(a, "", answer_is_invalid(a) ? "invalid" :
	    icj_tri_name(verdict));
	column_cites(a, "_rule");
	columns_of_report(a);
	answer_ask(a, eligible_next(a));
	answer_findings(a);
}

static void answer_permit(struct asking *a)
{
	struct icj_permit permit;

	icj_permit(a->facts, &a->ctx, a->report, &permit);
	column_text(a, "", answer_is_invalid(a) ? "invalid" :
	    icj_permit_need_name(permit.need));
	column_cites(a, "_rule");
	column_date(a, "_last_day", permit.last_day);
	column_list(a, "_problems", permit.problem);
	columns_of_report(a);
	answer_ask(a, answer_first_missing(a));
	answer_findings(a);
}

static void answer_return(struct asking *a)
{
	const char *form[32 + 1] = {NULL};
	struct icj_return answer;
	struct icj_paper paper;
	struct icj_step step;
	size_t forms = 0;

	icj_return(a->facts, &a->ctx, a->report, &answer);
	for (size_t i = 0; icj_form_name(i); i++)
		if (answer.forms & 1u << i)
			form[forms++] = icj_form_name(i);
	column_text(a, "_procedure", answer_is_invalid(a) ? "invalid" :
	    icj_procedure_name(answer.procedure));
	column_cites(a, "_rule");
	column_list(a, "_forms", form);
	column_text(a, "_detention", icj_detention_name(answer.detention));
	column_text(a, "_escort", icj_escort_name(answer.escort));
	column_list(a, "_hold", answer.hold);
	column_text(a, "_bond", icj_bond_name(answer.bond));
	column_text(a, "_pays", icj_state_code(answer.pays));
	column_text(a, "_detention_pays",
	    icj_state_code(answer.detention_pays));
	columns_of_report(a);
	answer_ask(a, answer_first_missing(a));
	icj__json_open(a->out, "steps", '[');
	for (size_t i = 0; icj_return_step(a->facts, &a->ctx, &answer, i,
	    &step); i++)
		answer_step(a, &step);
	icj__json_close(a->out, ']');
	icj__json_open(a->out, "papers", '[');
	for (size_t i = 0; icj_return_paper(a->facts, &answer, i, &paper);
	    i++) {
		icj__json_open(a->out, NULL, '{');
		icj__json_text(a->out, "rule", paper.rule);
		icj__json_text(a->out, "paper", paper.name);
		icj__json_text(a->out, "required", paper.required ? "yes" : "no");
		icj__json_close(a->out, '}');
	}
	icj__json_close(a->out, ']');
	answer_findings(a);
}

static void answer_due(const struct asking *a, const struct icj_due *due)
{
	const struct icj_duty *duty = &due->duty;
	char text[32];

	icj__json_open(a->out, NULL, '{');
	column_text(a, "duty", duty->id);
	column_text(a, "rule", due->rule);
	column_text(a, "standard", duty->standard);
	column_text(a, "kind", icj_duty_kind_name(duty->kind));
	column_text(a, "owed_by", duty->terms->owed_by);
	column_text(a, "owed_by_state", icj_state_code(due->owed_by_state));
	column_text(a, "trigger", due->trigger ? due->trigger->name : "");
	column_text(a, "start", icj_time_format(&due->start, text));
	column_text(a, "limit", duty->terms->limit);
	column_text(a, "due", icj_time_format(&due->due, text));
	column_text(a, "extended_to", icj_time_format(&due->extended_to, text));
	column_text(a, "done", icj_time_format(&due->done, text));
	column_name(a, "days_left");
	icj__json_put(a->out, "\"");
	if (due->has_days_left)
		icj__json_whole(a->out, due->days_left);
	icj__json_put(a->out, "\"");
	column_text(a, "status", icj_due_status_name(due->status));
	column_text(a, "as_of", icj_time_format(&a->ctx.as_of, text));
	column_date(a, "edition", due->edition);
	column_text(a, "basis", due->edition == ICJ_DATE_NONE ? "" :
	    icj_basis_name(due->basis));
	column_text(a, "note", due->note);
	icj__json_text(a->out, "says", duty->rule->says);
	icj__json_close(a->out, '}');
}

/* A duty that asked for what cannot be read is withheld, and named. */
static bool due_is_withheld(const struct asking *a, size_t i)
{
	for (size_t k = 0; k < a->bads; k++)
		if (icj_due_asks(a->facts, &a->ctx, i, a->bad[k]))
			return true;
	return false;
}

static bool due_is_shown(const struct icj_due *due)
{
	return due->status != ICJ_DUE_NO_START &&
	    due->status != ICJ_DUE_NOT_APPLICABLE &&
	    due->status != ICJ_DUE_NOT_IN_FORCE;
}

static void answer_deadline(struct asking *a)
{
	struct icj_due *due = malloc(sizeof(*due)); /* its note is long */

	icj__json_open(a->out, "duties", '[');
	for (size_t i = 0; due && icj_due(a->facts, &a->ctx, i, due); i++)
		if (due_is_shown(due) && !due_is_withheld(a, i))
			answer_due(a, due);
	icj__json_close(a->out, ']');
	icj__json_open(a->out, "withheld", '[');
	for (size_t i = 0; due && a->bads > 0 &&
	    icj_due(a->facts, &a->ctx, i, due); i++)
		if (due_is_shown(due) && due_is_withheld(a, i))
			icj__json_text(a->out, NULL, due->duty.id);
	icj__json_close(a->out, ']');
	free(due);
}

static const struct question {
	const char *name, *area;
	void (*answer)(struct asking *a);
} questions[] = {
	{"eligible", "eligible", answer_eligible},
	{"permit", "permit", answer_permit},
	{"return", "return", answer_return},
	{"deadline", "", answer_deadline},
};

static const struct question *question_find(const char *name)
{
	for (size_t i = 0; name && i < COUNT_OF(questions); i++)
		if (strcmp(questions[i].name, name) == 0)
			return &questions[i];
	return NULL;
}

/* -- One call ----------------------------------------------------------- */

static bool moment_read(const char *text, struct icj_time *out)
{
	return text && icj_time_parse(text, strlen(text), NULL, out) == ICJ_OK;
}

static const char *answer_context(struct asking *a, const char *as_of,
    const char *edition)
{
	struct icj_time day;

	a->ctx = icj_context_default();
	if (as_of && !moment_read(as_of, &a->ctx.as_of))
		return "as_of is not a date or a time";
	if (edition && strcmp(edition, "auto") != 0) {
		if (!moment_read(edition, &day))
			return "edition is not a date";
		a->ctx.edition = day.date;
	}
	return NULL;
}

static const char *answer_record(struct asking *a, const char *record)
{
	size_t len = strlen(record);
	char *space = malloc(2 * len + 1);
	const struct question *q = question_find(a->area);
	size_t bad;

	if (!space)
		return "out of memory";
	icj_case_unsaid(a->facts, ICJ_NOT_MENTIONED);
	icj__json_open(a->out, "unread", '[');
	bad = icj__json_read(record, len, space, answer_take, a);
	icj__json_close(a->out, ']');
	if (!bad) {
		answer_errors(a);
		a->area = q->area;
		q->answer(a);
	}
	free(space);
	return bad ? "the record is not one JSON object" : NULL;
}

ICJ_API size_t icj_answer_json(const char *question, const char *record,
    const char *as_of, const char *edition,
    const struct icj_calendar *calendar, char *out, size_t size)
{
	struct json_out o = icj__json_start(out, size);
	struct icj_calendar *federal = NULL;
	struct asking a = {.out = &o, .area = question};
	const char *error = NULL;

	if (!calendar)
		calendar = federal = icj_calendar_new(NULL, 0, NULL, 0);
	a.facts = icj_case_new();
	a.report = icj_report_new();
	icj__json_open(&o, NULL, '{');
	if (!calendar || !a.facts || !a.report)
		error = "out of memory";
	else if (!record || !question_find(question))
		error = "no such question, or no record";
	else
		error = answer_context(&a, as_of, edition);
	a.ctx.calendar = calendar;
	if (!error)
		error = answer_record(&a, record);
	if (error)
		icj__json_text(&o, "error", error);
	icj__json_close(&o, '}');
	icj_report_free(a.report);
	icj_case_free(a.facts);
	icj_calendar_free(federal);
	return o.len;
}
