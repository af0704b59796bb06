/* SPDX-License-Identifier: MIT */
/*
 * explain.c - a report as prose for one person's file: every limb with its
 * citation, what it rests on, what was assumed.  Knows no rule.
 */
#include <stdio.h>
#include <string.h>

#include "tool/tool.h"

#include "tool/mask.h"

#define WIDTH 78

static int word_length(const char *text)
{
	int n = 0;

	while (text[n] && text[n] != ' ')
		n++;
	return n;
}

/* Words with one blank between them go out together.  Facts and notes have
 * texts of others in them. */
void explain_wrap(FILE *out, const char *text, int indent)
{
	const char *from = text, *end = text;
	int at = 0;

	for (; *text; text += strspn(text, " ")) {
		int word = word_length(text);
		bool full = at > 0 && at + 1 + word > WIDTH;

		if (full || at == 0 || text - end != 1) {
			mask_put(out, from, (size_t)(end - from));
			from = text;
			if (full)
				fprintf(out, "\n%*s", indent, "");
			else if (at > 0)
				fputc(' ', out);
		}
		at = full ? indent + word : at + (at > 0) + word;
		text += word;
		end = text;
	}
	mask_put(out, from, (size_t)(end - from));
	fputc('\n', out);
}

static void explain_add(char *buf, size_t size, const char *text)
{
	size_t len = strlen(buf), more = strlen(text);

	if (more > size - len - 1)
		more = size - len - 1;
	memcpy(buf + len, text, more);
	buf[len + more] = '\0';
}

/* " (plan_days is 120)" for the facts a limb used. */
static void add_facts(const struct tool *t, const struct icj_finding *f,
    char *buf, size_t size)
{
	const struct icj_field *field;
	const char *lead = " (";
	char value[128];

	for (size_t i = 0; (field = icj_finding_fact(f, ICJ_USED, i)); i++) {
		icj_case_get(t->facts, field, value, sizeof(value));
		explain_add(buf, size, lead);
		explain_add(buf, size, field->name);
		explain_add(buf, size, " is ");
		explain_add(buf, size, value);
		lead = ", ";
	}
	if (*lead == ',')
		explain_add(buf, size, ")");
}

static void add_names(const struct icj_finding *f, enum icj_role role,
    const char *lead, char *buf, size_t size)
{
	const struct icj_field *field;

	for (size_t i = 0; (field = icj_finding_fact(f, role, i)); i++) {
		explain_add(buf, size, i ? ", " : lead);
		explain_add(buf, size, field->name);
	}
}

void explain_findings(const struct tool *t, FILE *out)
{
	const struct icj_finding *f = NULL;
	char buf[2048];

	while ((f = icj_report_next(t->report, f))) {
		const struct icj_rule *rule = icj_finding_rule(f);

		snprintf(buf, sizeof(buf), "%s, %s: %s", rule->cite,
		    icj_status_name(icj_finding_status(f)), rule->says);
		add_facts(t, f, buf, sizeof(buf));
		add_names(f, ICJ_MISSING, " Not known: ", buf, sizeof(buf));
		add_names(f, ICJ_ASSUMED, " Presumed absent: ", buf,
		    sizeof(buf));
		explain_wrap(out, buf, 4);
	}
}

static void explain_list(const struct tool *t, FILE *out, enum icj_role role,
    const char *lead)
{
	const struct icj_field *f;
	char buf[2048];

	snprintf(buf, sizeof(buf), "%s", lead);
	for (size_t i = 0; (f = icj_report_fact(t->report, role, i)); i++) {
		explain_add(buf, sizeof(buf), i ? ", " : " ");
		explain_add(buf, sizeof(buf), f->name);
	}
	if (icj_report_fact(t->report, role, 0)) {
		explain_add(buf, sizeof(buf), ".");
		explain_wrap(out, buf, 0);
	}
}

const char *explain_basis(enum icj_basis basis)
{
	static const char *const how[] = {
		[ICJ_BASIS_TEXT] = "",
		[ICJ_BASIS_RESTATED] = ", as the Commission restated them",
		[ICJ_BASIS_OFFICE] = ", as the office's rulebook has them",
		[ICJ_BASIS_UNDATED] = ", as seen on a page without a date",
		[ICJ_BASIS_DEDUCED] =
		    ", inferred from the wordings before and after",
		[ICJ_BASIS_NEAREST] =
		    ", the last known; what held on the day is not known",
	};

	return how[basis];
}

/* Which law was applied, and how surely it was that of the day. */
static void say_law(const struct tool *t, FILE *out)
{
	char buf[160], edition[11];

	snprintf(buf, sizeof(buf), "Rules as effective %s%s.",
	    icj_date_format(icj_report_edition(t->report), edition),
	    explain_basis(icj_report_basis(t->report)));
	explain_wrap(out, buf, 0);
}

void explain_ground(const struct tool *t, FILE *out)
{
	const char *note = icj_report_note(t->report);
	char buf[1200];

	explain_list(t, out, ICJ_MISSING, "What could still decide it:");
	explain_list(t, out, ICJ_ASSUMED,
	    "Presumed absent because nobody mentioned it:");
	say_law(t, out);
	if (*note) {
		snprintf(buf, sizeof(buf), "Note: %s.", note);
		explain_wrap(out, buf, 0);
	}
}
