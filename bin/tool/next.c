/* SPDX-License-Identifier: MIT */
/*
 * next.c - the steps of a case as prose, one paragraph each, with the dates
 * that the library gives.  Knows no step.
 */
#include "tool/next.h"

/* " By 2015-07-02; due." or nothing, where no duty has begun. */
static void put_date(char *buf, size_t size, const struct icj_step *s)
{
	char due[32], done[11];
	const char *lead = " Now ";

	buf[0] = '\0';
	if (!s->duty.id || s->status == ICJ_DUE_NO_START)
		return;
	icj_time_format(&s->due, due);
	icj_date_format(s->done, done);
	if (*due)
		lead = s->duty.kind == ICJ_MAY ? " From " : " By ";
	snprintf(buf, size, "%s%s%s%s%s%s.", lead, due, *due ? "; " : "",
	    icj_due_status_name(s->status), *done ? ", done " : "", done);
}

static void print_step(FILE *out, const struct icj_step *s)
{
	char date[96], buf[1024];

	put_date(date, sizeof(date), s);
	snprintf(buf, sizeof(buf), "%s: %s%s%s%s: %s%s", s->rule, s->who,
	    s->state ? " (" : "", icj_state_code(s->state),
	    s->state ? ")" : "", s->text, date);
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
