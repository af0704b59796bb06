/* SPDX-License-Identifier: MIT */
/*
 * next.c - the steps of a case as prose, one paragraph each, with the dates
 * that the library gives.  Knows no step.
 */
#include "next.h"

static void print_step(FILE *out, const struct icj_step *s)
{
	char due[32], done[11], buf[1024];
	bool is_done = *icj_date_format(s->done, done) != '\0';
	bool dated = *icj_time_format(&s->due, due) != '\0';

	snprintf(buf, sizeof(buf), "%s: %s%s%s%s: %s%s%s%s%s%s%s%s", s->rule,
	    s->who, s->state ? " (" : "", icj_state_code(s->state),
	    s->state ? ")" : "", s->text,
	    dated && s->duty->kind == ICJ_MAY ? " From " :
	    dated ? " By " : "", dated ? due : "",
	    dated ? "; " : s->duty && s->status != ICJ_DUE_NO_START ?
	    " Now " : "",
	    s->duty && s->status != ICJ_DUE_NO_START ?
	    icj_due_status_name(s->status) : "",
	    is_done ? ", done " : "", done,
	    dated || (s->duty && s->status != ICJ_DUE_NO_START) ? "." : "");
	explain_wrap(out, buf, 4);
}

void next_explain(const struct tool *t, FILE *out,
    bool (*step)(const struct tool *t, size_t i, struct icj_step *out))
{
	struct icj_step s;

	for (size_t i = 0; step(t, i, &s); i++) {
		if (i == 0)
			fputs("\nWhat comes next:\n", out);
		print_step(out, &s);
	}
}
