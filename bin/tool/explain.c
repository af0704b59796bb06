/* SPDX-License-Identifier: MIT */
/*
 * explain.c - a report as prose for one person's file: every limb with its
 * citation, what it rests on, what was assumed.  Knows no rule.
 */
#include <stdio.h>
#include <string.h>

#include "tool/tool.h"

#include "tool/mask.h"
#include "tool/screen.h"

/* Characters of the next word; *bytes of it. */
static int word_width(const char *text, size_t *bytes)
{
	int n = 0;

	*bytes = strcspn(text, " ");
	for (size_t i = 0; i < *bytes; i++)
		n += ((unsigned char)text[i] & 0xc0) != 0x80;
	return n;
}

static void put_words(FILE *out, const char *from, const char *end)
{
	if (out)
		mask_put(out, from, (size_t)(end - from));
}

/* Between words: the line goes on, or another one begins. */
static void part_words(FILE *out, bool full, int indent)
{
	if (out && full)
		fprintf(out, "\n%*s", indent, "");
	else if (out)
		fputc(' ', out);
}

/* Words with one blank between them go out together.  Facts and notes have
 * texts of others in them. */
int explain_wrap(FILE *out, const char *text, int indent)
{
	const char *from = text, *end = text;
	int at = 0, lines = 1, width = screen_width() - 2;
	size_t bytes;

	for (; *text; text += strspn(text, " ")) {
		int word = word_width(text, &bytes);
		bool full = at > 0 && at + 1 + word > width;

		if (full || at == 0 || text - end != 1) {
			put_words(out, from, end);
			from = text;
			if (at > 0)
				part_words(out, full, indent);
		}
		at = full ? indent + word : at + (at > 0) + word;
		lines += full;
		text += bytes;
		end = text;
	}
	put_words(out, from, end);
	if (out)
		fputc('\n', out);
	return lines;
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

void explain_finding(const struct tool *t, const struct icj_finding *f,
    char *buf, size_t size)
{
	const struct icj_rule *rule = icj_finding_rule(f);

	snprintf(buf, size, "%s, %s: %s", rule->cite,
	    icj_status_name(icj_finding_status(f)), rule->says);
	add_facts(t, f, buf, size);
}

/* Those that do not apply are told from the others at a glance. */
static void fold_findings(const struct tool *t, FILE *out)
{
	const struct icj_finding *f = NULL;
	const char *last = "";
	char buf[2048] = "";

	while ((f = icj_report_next(t->report, f))) {
		const char *cite = icj_finding_rule(f)->cite;

		if (icj_finding_status(f) != ICJ_NOT_APPLICABLE ||
		    strcmp(cite, last) == 0)
			continue;
		explain_add(buf, sizeof(buf), *buf ? ", " :
		    "Not applicable: ");
		explain_add(buf, sizeof(buf), cite);
		last = cite;
	}
	if (*buf) {
		explain_add(buf, sizeof(buf), ".");
		explain_wrap(out, buf, 4);
	}
}

void explain_findings(const struct tool *t, FILE *out)
{
	const struct icj_finding *f = NULL;
	char buf[2048];

	while ((f = icj_report_next(t->report, f))) {
		if (icj_finding_status(f) == ICJ_NOT_APPLICABLE)
			continue;
		explain_finding(t, f, buf, sizeof(buf));
		add_names(f, ICJ_MISSING, " Not known: ", buf, sizeof(buf));
		add_names(f, ICJ_ASSUMED, " Presumed absent: ", buf,
		    sizeof(buf));
		explain_wrap(out, buf, 4);
	}
	fold_findings(t, out);
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
