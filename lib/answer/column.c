/* SPDX-License-Identifier: MIT */
/*
 * column.c - what stands in the columns of an answer, for whoever writes them:
 * as cells, as JSON or as prose.  Decides nothing.
 */
#include "answer/column.h"

#include <string.h>

#include "base/base.h"
#include "book/book.h"

#define LIST 64 /* more than any report has of citations or facts */

/* -- One column --------------------------------------------------------- */

static void column_text(const struct icj_columns_to *to, size_t i,
    const char *text)
{
	to->text(to->own, i, text);
}

static void column_items(const struct icj_columns_to *to, size_t i,
    const char *const *item)
{
	size_t n = 0;

	while (item[n])
		n++;
	to->list(to->own, i, item, n);
}

static void column_cites(const struct icj_columns_to *to, size_t i,
    const struct icj_report *r)
{
	const char *cite[LIST];
	size_t n = 0;

	while (n < LIST && (cite[n] = icj_report_cite(r, n)))
		n++;
	to->list(to->own, i, cite, n);
}

static void column_fields(const struct icj_columns_to *to, size_t i,
    const struct icj_report *r, enum icj_role role)
{
	const struct icj_field *f;
	const char *name[LIST];
	size_t n = 0;

	while (n < LIST && (f = icj_report_fact(r, role, n)))
		name[n++] = f->name;
	to->list(to->own, i, name, n);
}

/* Edition, basis and note, which end all of them. */
static void columns_of_law(const struct icj_columns_to *to, size_t i,
    const struct icj_report *r)
{
	icj_date edition = icj_report_edition(r);

	to->day(to->own, i, edition);
	column_text(to, i + 1, edition == ICJ_DATE_NONE ? "" :
	    icj_basis_name(icj_report_basis(r)));
	column_text(to, i + 2, icj_report_note(r));
}

static void columns_of_report(const struct icj_columns_to *to, size_t i,
    const struct icj_report *r)
{
	column_fields(to, i, r, ICJ_MISSING);
	column_fields(to, i + 1, r, ICJ_ASSUMED);
	columns_of_law(to, i + 2, r);
}

/* -- Questions ---------------------------------------------------------- */

ICJ_API void icj_eligible_columns(const struct icj_columns_to *to,
    const struct icj_report *r, enum icj_tri verdict)
{
	if (!to || !r)
		return;
	column_text(to, 0, icj_tri_name(verdict));
	column_cites(to, 1, r);
	columns_of_report(to, 2, r);
}

ICJ_API void icj_permit_columns(const struct icj_columns_to *to,
    const struct icj_report *r, const struct icj_permit *answer)
{
	if (!to || !r || !answer)
		return;
	column_text(to, 0, icj_permit_need_name(answer->need));
	column_cites(to, 1, r);
	to->day(to->own, 2, answer->last_day);
	column_items(to, 3, answer->problem);
	columns_of_report(to, 4, r);
}

ICJ_API void icj_return_columns(const struct icj_columns_to *to,
    const struct icj_report *r, const struct icj_return *answer)
{
	const char *form[32];
	size_t forms = 0;

	if (!to || !r || !answer)
		return;
	for (size_t i = 0; answer->forms && icj_form_name(i); i++)
		if (answer->forms & 1u << i)
			form[forms++] = icj_form_name(i);
	column_text(to, 0, icj_procedure_name(answer->procedure));
	column_cites(to, 1, r);
	to->list(to->own, 2, form, forms);
	column_text(to, 3, icj_detention_name(answer->detention));
	column_text(to, 4, icj_escort_name(answer->escort));
	column_items(to, 5, answer->hold);
	column_text(to, 6, icj_bond_name(answer->bond));
	column_text(to, 7, icj_state_code(answer->pays));
	column_text(to, 8, icj_state_code(answer->detention_pays));
	column_fields(to, 9, r, ICJ_MISSING);
	column_fields(to, 10, r, ICJ_ASSUMED);
	to->now(to->own, 11);
	columns_of_law(to, 12, r);
}

ICJ_API void icj_due_columns(const struct icj_columns_to *to,
    const struct icj_due *due)
{
	const struct icj_duty *duty;

	if (!to || !due)
		return;
	duty = &due->duty;
	column_text(to, 0, duty->id);
	column_text(to, 1, due->rule);
	column_text(to, 2, duty->standard);
	column_text(to, 3, icj_duty_kind_name(duty->kind));
	column_text(to, 4, duty->terms->owed_by);
	column_text(to, 5, icj_state_code(due->owed_by_state));
	column_text(to, 6, due->trigger ? due->trigger->name : "");
	to->time(to->own, 7, &due->start);
	column_text(to, 8, duty->terms->limit);
	to->time(to->own, 9, &due->due);
	to->time(to->own, 10, &due->extended_to);
	to->time(to->own, 11, &due->done);
	to->number(to->own, 12, due->has_days_left ? &due->days_left : NULL);
	column_text(to, 13, icj_due_status_name(due->status));
	to->now(to->own, 14);
	to->day(to->own, 15, due->edition);
	column_text(to, 16, due->edition == ICJ_DATE_NONE ? "" :
	    icj_basis_name(due->basis));
	column_text(to, 17, due->note);
}

/* -- Names -------------------------------------------------------------- */

static const char *const names_of_eligible[] = {
	"eligible", "eligible_rule", "eligible_missing", "eligible_assumed",
	"eligible_edition", "eligible_basis", "eligible_note", NULL
};
static const char *const names_of_permit[] = {
	"permit", "permit_rule", "permit_last_day", "permit_problems",
	"permit_missing", "permit_assumed", "permit_edition", "permit_basis",
	"permit_note", NULL
};
static const char *const names_of_return[] = {
	"return_procedure", "return_rule", "return_forms", "return_detention",
	"return_escort", "return_hold", "return_bond", "return_pays",
	"return_detention_pays", "return_missing", "return_assumed",
	"return_as_of", "return_edition", "return_basis", "return_note", NULL
};
static const char *const names_of_due[] = {
	"duty", "rule", "standard", "kind", "owed_by", "owed_by_state",
	"trigger", "start", "limit", "due", "extended_to", "done", "days_left",
	"status", "as_of", "edition", "basis", "note", NULL
};

/* What the answer says, in the order that matters. */
static const struct icj_part parts_of_eligible[] = {
	{"Eligible for transfer of supervision", 0, 0},
	{NULL, 0, 0}
};
static const struct icj_part parts_of_permit[] = {
	{"Travel permit", 0, 0},
	{"Last day it may cover", 2, 2},
	{"Wrong with the permit on file", 3, 3},
	{NULL, 0, 0}
};
static const struct icj_part parts_of_return[] = {
	{"Return of the juvenile", 0, 0}, {"May not be moved now", 5, 5},
	{"Forms", 2, 2}, {"Secure detention", 3, 3}, {"Escort", 4, 4},
	{"Release on bond", 6, 6}, {"Bears the return", 7, 7},
	{"Bears the detention", 8, 8}, {NULL, 0, 0}
};

static const struct columns {
	const char *question;
	const char *const *names;
	const struct icj_part *parts;
	const struct provision *of; /* one of the one rule that answers it */
} columns[] = {
	{"eligible", names_of_eligible, parts_of_eligible,
	 P(compacting_states)},
	{"permit", names_of_permit, parts_of_permit, P(travel_over_24_hours)},
	{"return", names_of_return, parts_of_return, NULL},
	{"deadline", names_of_due, NULL, NULL},
};

static const struct columns *columns_find(const char *question)
{
	for (size_t i = 0; question && i < COUNT_OF(columns); i++)
		if (strcmp(columns[i].question, question) == 0)
			return &columns[i];
	return NULL;
}

const char *const *icj__column_names(const char *question)
{
	const struct columns *c = columns_find(question);

	return c ? c->names : NULL;
}

ICJ_API const struct icj_part *icj_answer_parts(const char *question)
{
	const struct columns *c = columns_find(question);

	return c ? c->parts : NULL;
}

/* The number of a rule stands before its first bracket. */
ICJ_API struct icj_cell icj_answer_rule(const char *question)
{
	const struct columns *c = columns_find(question);
	const char *cite;

	if (!c || !c->of)
		return (struct icj_cell){NULL, 0};
	cite = c->of->wording[0].rule.cite;
	return (struct icj_cell){cite, strcspn(cite, "(")};
}
