/* SPDX-License-Identifier: MIT */
/* answer_json.c - answers as JSON: columns, findings, what to ask next. */
#include <stdlib.h>
#include <string.h>

#include "answer/asking.h"
#include "answer/json.h"
#include "base/base.h"
#include "duties/deadline.h"

/* -- Columns ------------------------------------------------------------ */

/* Of an answer that asked for what cannot be read, the verdict is that. */
static const char *json_put_name(const struct asking *a, size_t i,
    const char *text)
{
	icj__json_name(a->out, a->names[i]);
	return i == 0 && a->invalid ? "invalid" : text;
}

static void json_put_text(void *own, size_t i, const char *text)
{
	const struct asking *a = own;

	text = json_put_name(a, i, text);
	icj__json_string(a->out, text, strlen(text));
}

/* A list in one text, as a cell has it. */
static void json_put_list(void *own, size_t i, const char *const *item,
    size_t count)
{
	const struct asking *a = own;

	json_put_name(a, i, "");
	icj__json_put(a->out, "\"");
	for (size_t k = 0; k < count; k++) {
		icj__json_put(a->out, k ? "; " : "");
		/* Our words: there is nothing to escape. */
		icj__json_put(a->out, item[k]);
	}
	icj__json_put(a->out, "\"");
}

static void json_put_date(void *own, size_t i, icj_date day)
{
	char text[11];

	json_put_text(own, i, icj_date_format(day, text));
}

static void json_put_time(void *own, size_t i, const struct icj_time *time)
{
	char text[32];

	json_put_text(own, i, icj_time_format(time, text));
}

static void json_put_number(void *own, size_t i, const int32_t *number)
{
	const struct asking *a = own;

	json_put_name(a, i, "");
	icj__json_put(a->out, "\"");
	if (number)
		icj__json_whole(a->out, *number);
	icj__json_put(a->out, "\"");
}

static void json_put_now(void *own, size_t i)
{
	const struct asking *a = own;

	json_put_time(own, i, &a->ctx.as_of);
}

static struct icj_columns_to columns_to(struct asking *a)
{
	a->invalid = icj__asking_is_invalid(a);
	return (struct icj_columns_to){a, json_put_text, json_put_list,
	    json_put_date,
	    json_put_time, json_put_number, json_put_now};
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

	for (size_t i = 0; (f = icj_report_fact(a->report, ICJ_MISSING, i));
	    i++)
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

void icj__answer_eligible(struct asking *a)
{
	enum icj_tri verdict = icj_eligible(a->facts, &a->ctx, a->report);
	struct icj_columns_to to = columns_to(a);

	icj_eligible_columns(&to, a->report, verdict);
	answer_ask(a, eligible_next(a));
	answer_findings(a);
}

void icj__answer_permit(struct asking *a)
{
	struct icj_columns_to to;
	struct icj_permit permit;

	icj_permit(a->facts, &a->ctx, a->report, &permit);
	to = columns_to(a);
	icj_permit_columns(&to, a->report, &permit);
	answer_ask(a, answer_first_missing(a));
	answer_findings(a);
}

static void answer_papers(const struct asking *a,
    const struct icj_return *answer)
{
	struct icj_paper paper;

	icj__json_open(a->out, "papers", '[');
	for (size_t i = 0; icj_return_paper(a->facts, answer, i, &paper);
	    i++) {
		icj__json_open(a->out, NULL, '{');
		icj__json_text(a->out, "rule", paper.rule);
		icj__json_text(a->out, "paper", paper.name);
		icj__json_text(a->out, "required",
		    paper.required ? "yes" : "no");
		icj__json_close(a->out, '}');
	}
	icj__json_close(a->out, ']');
}

void icj__answer_return(struct asking *a)
{
	struct icj_columns_to to;
	struct icj_return answer;
	struct icj_step step;

	icj_return(a->facts, &a->ctx, a->report, &answer);
	to = columns_to(a);
	icj_return_columns(&to, a->report, &answer);
	answer_ask(a, answer_first_missing(a));
	icj__json_open(a->out, "steps", '[');
	for (size_t i = 0; icj_return_step(a->facts, &a->ctx, &answer, i,
	    &step); i++)
		answer_step(a, &step);
	icj__json_close(a->out, ']');
	answer_papers(a, &answer);
	answer_findings(a);
}

static void answer_due(struct asking *a, const struct icj_due *due)
{
	struct icj_columns_to to = columns_to(a);

	a->invalid = false; /* one that cannot be judged is withheld */
	icj__json_open(a->out, NULL, '{');
	icj_due_columns(&to, due);
	icj__json_text(a->out, "says", due->duty.rule->says);
	icj__json_close(a->out, '}');
}

void icj__answer_deadline(struct asking *a)
{
	struct icj_due *due = malloc(sizeof(*due)); /* its note is long */

	icj__json_open(a->out, "duties", '[');
	for (size_t i = 0; due && icj_due(a->facts, &a->ctx, i, due); i++)
		if (icj__due_is_shown(due) && !icj__due_is_withheld(a, i))
			answer_due(a, due);
	icj__json_close(a->out, ']');
	icj__json_open(a->out, "withheld", '[');
	for (size_t i = 0; due && a->bads > 0 &&
	    icj_due(a->facts, &a->ctx, i, due); i++)
		if (icj__due_is_withheld(a, i))
			icj__json_text(a->out, NULL, due->duty.id);
	icj__json_close(a->out, ']');
	free(due);
}
