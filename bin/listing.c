/* SPDX-License-Identifier: MIT */
/* listing.c - what --fields and --rules print, from the library's tables. */
#include <stdio.h>
#include <string.h>

#include "tool.h"

static void list_values(const struct icj_field *f, FILE *out)
{
	fprintf(out, "%*s", 34, "");
	for (size_t i = 0; f->choices[i]; i++)
		fprintf(out, "%s%s", i ? ", " : "", f->choices[i]);
	fprintf(out, "\n");
}

void list_fields(const struct tool *t, FILE *out)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_field_at(i)); i++) {
		/* What is confidential is listed although nothing reads it. */
		if (!(f->read_by & t->kind->area) && !f->confidential)
			continue;
		fprintf(out, "%-32s  %s%s%s%s: %s%s%s\n", f->name,
		    icj_type_name(f->type), f->presumed ? " (x)" : "",
		    f->confidential ? " (c)" : "", "", f->meaning,
		    *f->rule ? ", " : "", f->rule);
		if (f->choices)
			list_values(f, out);
	}
}

static void list_rule(const struct icj_rule *r, FILE *out)
{
	char from[11], until[11];

	fprintf(out, "%-16s  %s  %-10s  %s\n", r->cite,
	    icj_date_format(r->from, from),
	    r->until == ICJ_DATE_NONE ? "-" : icj_date_format(r->until, until),
	    r->says);
}

void list_rules(const struct tool *t, FILE *out)
{
	const struct icj_rule *r;

	for (size_t i = 0; (r = icj_rule_at(t->kind->area, i)); i++)
		list_rule(r, out);
}
