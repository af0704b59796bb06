/* SPDX-License-Identifier: MIT */
/* tell.c - answers as prose, made of the same columns. */
#include <stdlib.h>
#include <string.h>

#include "answer/asking.h"
#include "answer/prose.h"
#include "base/base.h"
#include "duties/deadline.h"

#define CELLS 20

/* The columns as texts. */
struct told {
	struct asking *asking;
	struct icj_cell cell[CELLS];
	struct text text; /* of those that are no text of their own */
	char space[8192];
	const void *answer;
	enum icj_tri verdict;
	struct icj_report *scratch;
};

static void tell_text(void *own, size_t i, const char *text)
{
	struct told *told = own;

	told->cell[i] = (struct icj_cell){text, strlen(text)};
}

static void tell_list(void *own, size_t i, const char *const *item,
    size_t count)
{
	struct told *told = own;
	struct text *t = &told->text;
	size_t from = t->len;

	for (size_t k = 0; k < count; k++)
		TEXTS(t, k ? "; " : "", item[k]);
	told->cell[i] = (struct icj_cell){t->at + from, t->len - from};
}

static void tell_date(void *own, size_t i, icj_date day)
{
	char text[11];
	const char *item = icj_date_format(day, text);

	tell_list(own, i, &item, 1);
}

static void tell_now(void *own, size_t i)
{
	struct told *told = own;
	char text[32];
	const char *item = icj_time_format(&told->asking->ctx.as_of, text);

	tell_list(own, i, &item, 1);
}

static struct icj_columns_to columns_told(struct told *told, struct asking *a)
{
	told->asking = a;
	memset(told->cell, 0, sizeof(told->cell));
	icj__text_start(&told->text, told->space, sizeof(told->space));
	return (struct icj_columns_to){told, tell_text, tell_list, tell_date,
	    NULL, NULL, tell_now};
}

/* The column whose name ends so. */
static struct icj_cell told_cell(const struct told *told, const char *end)
{
	const char *const *name = told->asking->names;

	for (size_t i = 0; name[i]; i++) {
		size_t len = strlen(name[i]), n = strlen(end);

		if (len > n && strcmp(name[i] + len - n, end) == 0)
			return told->cell[i];
	}
	return (struct icj_cell){NULL, 0};
}

/* What cannot be read.  Where the answer did not ask for it, there is one. */
static void tell_errors(const struct asking *a, const struct icj_report *r)
{
	char buf[400];
	struct text t;

	for (size_t i = 0; i < a->bads; i++) {
		icj__text_start(&t, buf, sizeof(buf));
		TEXTS(&t,
		    r && icj_report_asked(r, a->bad[i]) ?
		    "Cannot be judged: " : "Cannot be read: ",
		    a->bad[i]->name, ": ", icj_strerror(a->why[i]), ".");
		icj_page_put(a->page, buf, 4);
	}
}

static void tell_told(const struct asking *a, const struct told *told,
    const char *question,
    bool (*step)(const void *of, size_t i, struct icj_step *out))
{
	struct icj_head head[CELLS];
	struct icj_prose p = {.facts = a->facts, .report = a->report,
		.head = head, .rule = icj_answer_rule(question),
		.step = step, .of = told, .brief = a->brief,
		.missing = told_cell(told, "_missing"),
		.assumed = told_cell(told, "_assumed"),
		.edition = told_cell(told, "_edition"),
		.basis = told_cell(told, "_basis"),
		.note = told_cell(told, "_note")};

	const struct icj_part *part = icj_answer_parts(question);

	tell_errors(a, a->report);
	if (icj__asking_is_invalid(a))
		return;
	for (; part->lead; part++)
		head[p.heads++] = (struct icj_head){part->lead,
		    told->cell[part->column], part->cites == part->column ?
		    (struct icj_cell){NULL, 0} : told->cell[part->cites]};
	icj_prose_answer(&p, a->page);
	if (a->brief)
		return;
	icj_prose_steps(&p, a->page);
	icj_page_put(a->page, "", 0);
	icj_prose_limbs(&p, a->page);
}

static bool step_of_eligible(const void *of, size_t i, struct icj_step *out)
{
	const struct told *told = of;

	return told->scratch && icj_eligible_step(told->asking->facts,
	    &told->asking->ctx, told->verdict, told->scratch, i, out);
}

static bool step_of_permit(const void *of, size_t i, struct icj_step *out)
{
	const struct told *told = of;

	return icj_due_step(told->asking->facts, &told->asking->ctx,
	    ICJ_AREA_PERMIT, i, out);
}

static bool step_of_return(const void *of, size_t i, struct icj_step *out)
{
	const struct told *told = of;

	return icj_return_step(told->asking->facts, &told->asking->ctx,
	    told->answer, i, out);
}

void icj__tell_eligible(struct asking *a)
{
	struct told told = {.scratch = icj_report_new()};
	struct icj_columns_to to = columns_told(&told, a);

	told.verdict = icj_eligible(a->facts, &a->ctx, a->report);
	icj_eligible_columns(&to, a->report, told.verdict);
	tell_told(a, &told, "eligible", step_of_eligible);
	icj_report_free(told.scratch);
}

void icj__tell_permit(struct asking *a)
{
	struct icj_permit permit;
	struct told told = {.answer = &permit};
	struct icj_columns_to to = columns_told(&told, a);

	icj_permit(a->facts, &a->ctx, a->report, &permit);
	icj_permit_columns(&to, a->report, &permit);
	tell_told(a, &told, "permit", step_of_permit);
}

void icj__tell_return(struct asking *a)
{
	struct icj_return answer;
	struct told told = {.answer = &answer};
	struct icj_columns_to to = columns_told(&told, a);

	icj_return(a->facts, &a->ctx, a->report, &answer);
	icj_return_columns(&to, a->report, &answer);
	tell_told(a, &told, "return", step_of_return);
	if (!a->brief && !icj__asking_is_invalid(a))
		icj_papers_prose(a->facts, &answer, a->page);
}

static void tell_withheld(const struct asking *a, const struct icj_due *due)
{
	char buf[120];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	TEXTS(&t, "Not judged, as it asks for that: ", due->duty.id, ".");
	icj_page_put(a->page, buf, 4);
}

/* The rows that are shown, of which there are not more than duties. */
static size_t dues_shown(struct asking *a, struct icj_due *due, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; n < room && icj_due(a->facts, &a->ctx, i, &due[n]);
	    i++) {
		if (icj__due_is_withheld(a, i))
			tell_withheld(a, &due[n]);
		else if (icj__due_is_shown(&due[n]))
			n++;
	}
	return n;
}

void icj__tell_deadline(struct asking *a)
{
	struct icj_duty duty;
	struct icj_due *due;
	size_t all = 0, n;

	while (icj_duty_at(all, &duty))
		all++;
	due = malloc((all + 1) * sizeof(*due));
	if (!due)
		return;
	tell_errors(a, NULL);
	n = dues_shown(a, due, all);
	icj_dues_answer(a->facts, &a->ctx, due, n, a->brief, a->page);
	if (!a->brief && n > 0) {
		icj_page_put(a->page, "", 0);
		icj_dues_prose(due, n, a->page);
	}
	free(due);
}
