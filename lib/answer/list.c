/* SPDX-License-Identifier: MIT */
/*
 * list.c - the dictionary of fields and the rulebook as JSON, for a program
 * that shows them.
 */
#include <string.h>

#include "answer/json.h"
#include "base/base.h"
#include "icj.h"

static void list_choices(struct json_out *o, const struct icj_field *f)
{
	icj__json_open(o, "choices", '[');
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		icj__json_text(o, NULL, f->choices[i]);
	icj__json_close(o, ']');
}

/* The questions that read a field. */
static void list_questions(struct json_out *o, const struct icj_field *f)
{
	static const struct {
		unsigned area;
		const char *name;
	} of[] = {
		{ICJ_AREA_ELIGIBLE, "eligible"}, {ICJ_AREA_PERMIT, "permit"},
		{ICJ_AREA_RETURN, "return"}, {ICJ_AREA_DEADLINE, "deadline"},
	};

	icj__json_open(o, "questions", '[');
	for (size_t i = 0; i < COUNT_OF(of); i++)
		if (f->read_by & of[i].area)
			icj__json_text(o, NULL, of[i].name);
	icj__json_close(o, ']');
}

ICJ_API size_t icj_fields_json(char *out, size_t size)
{
	struct json_out o = icj__json_start(out, size);
	const struct icj_field *f;

	icj__json_open(&o, NULL, '[');
	for (size_t i = 0; (f = icj_field_at(i)); i++) {
		icj__json_open(&o, NULL, '{');
		icj__json_text(&o, "name", f->name);
		icj__json_text(&o, "type", icj_type_name(f->type));
		icj__json_text(&o, "meaning", f->meaning);
		icj__json_text(&o, "rule",
		    icj_field_rule(f, NULL, ICJ_DATE_NONE));
		icj__json_text(&o, "confidential",
		    f->confidential ? "yes" : "no");
		list_choices(&o, f);
		list_questions(&o, f);
		icj__json_close(&o, '}');
	}
	icj__json_close(&o, ']');
	return o.len;
}

static void put_day(struct json_out *o, const char *name, icj_date day)
{
	char text[11];

	icj__json_text(o, name, icj_date_format(day, text));
}

static void put_wording(struct json_out *o, const struct icj_wording *w)
{
	icj__json_open(o, NULL, '{');
	icj__json_text(o, "rule", w->rule->cite);
	put_day(o, "from", w->rule->from);
	put_day(o, "until", w->rule->until);
	put_day(o, "gone", w->gone);
	icj__json_text(o, "basis", icj_basis_name(w->rule->basis));
	icj__json_text(o, "source", w->rule->source);
	icj__json_text(o, "says", w->rule->says);
	icj__json_text(o, "limit",
	    w->terms && w->terms->limit ? w->terms->limit : "");
	icj__json_text(o, "change", w->rule->change ? w->rule->change : "");
	icj__json_close(o, '}');
}

static void put_provisions(struct json_out *o)
{
	struct icj_wording w;

	icj__json_open(o, "provisions", '[');
	for (size_t i = 0; icj_wording_at(i, 0, NULL, &w); i++) {
		icj__json_open(o, NULL, '{');
		icj__json_text(o, "provision", w.provision);
		icj__json_open(o, "wordings", '[');
		for (size_t k = 0; icj_wording_at(i, k, NULL, &w);
		    k++)
			put_wording(o, &w);
		icj__json_close(o, ']');
		icj__json_close(o, '}');
	}
	icj__json_close(o, ']');
}

static void put_paragraph(struct json_out *o, const struct icj_paragraph *p)
{
	icj__json_open(o, NULL, '{');
	icj__json_text(o, "rule", p->cite);
	icj__json_text(o, "title", p->title ? p->title : "");
	icj__json_text(o, "says", icj_paragraph_says(p));
	put_day(o, "from", p->from);
	put_day(o, "until", p->until);
	icj__json_text(o, "later", p->later ? p->later : "");
	icj__json_text(o, "reading", p->reading ? p->reading : "");
	icj__json_close(o, '}');
}

static void put_paragraphs(struct json_out *o)
{
	const struct icj_paragraph *p;

	icj__json_open(o, "paragraphs", '[');
	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		put_paragraph(o, p);
	for (size_t i = 0; (p = icj_paragraph_later_at(i)); i++)
		put_paragraph(o, p);
	icj__json_close(o, ']');
}

static void put_duties(struct json_out *o)
{
	const char *before = "";
	struct icj_duty d;

	icj__json_open(o, "duties", '[');
	for (size_t i = 0; icj_duty_at(i, &d); before = d.id, i++) {
		if (strcmp(d.id, before) == 0)
			continue; /* a later wording of the same */
		icj__json_open(o, NULL, '{');
		icj__json_text(o, "duty", d.id);
		icj__json_text(o, "trigger", d.trigger);
		icj__json_text(o, "done", d.done ? d.done : "");
		icj__json_text(o, "says", d.rule->says);
		icj__json_close(o, '}');
	}
	icj__json_close(o, ']');
}

ICJ_API size_t icj_rulebook_json(char *out, size_t size)
{
	struct json_out o = icj__json_start(out, size);

	icj__json_open(&o, NULL, '{');
	icj__json_text(&o, "rules", icj_rules_version());
	put_paragraphs(&o);
	put_provisions(&o);
	put_duties(&o);
	icj__json_close(&o, '}');
	return o.len;
}
