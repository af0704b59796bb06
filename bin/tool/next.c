/* SPDX-License-Identifier: MIT */
/*
 * next.c - the steps of a case as prose, one paragraph each, with the dates
 * that the library gives.  Knows no step.
 */
#include "tool/next.h"

#include <string.h>

/* " By 2015-07-02: due." or the limit, where no duty has begun. */
static void put_date(char *buf, size_t size, const struct icj_step *s)
{
	char due[32], done[11];

	buf[0] = '\0';
	icj_time_format(&s->due, due);
	icj_date_format(s->done, done);
	if (*due)
		snprintf(buf, size, " %s %s: %s%s%s.",
		    s->duty.kind == ICJ_MAY ? "From" : "By", due,
		    icj_due_status_name(s->status), *done ? " " : "", done);
	else if (s->duty.id && s->status != ICJ_DUE_NO_START)
		snprintf(buf, size, " Now %s%s%s.",
		    icj_due_status_name(s->status), *done ? ", done " : "",
		    done);
	else if (s->duty.id && s->duty.terms->limit)
		snprintf(buf, size, " Limit: %s.", s->duty.terms->limit);
}

void next_text(const struct icj_step *s, char *buf, size_t size)
{
	char date[160];

	put_date(date, sizeof(date), s);
	snprintf(buf, size, "%s%s%s%s: %s (%s)%s", s->who,
	    s->state ? " (" : "", icj_state_code(s->state),
	    s->state ? ")" : "", s->text, s->rule, date);
}

void next_explain(const struct tool *t, FILE *out)
{
	struct icj_step s;
	char text[1024], buf[1060];

	for (size_t i = 0; t->kind->step && t->kind->step(t, i, &s); i++) {
		if (i == 0)
			fputs("\nWhat comes next, in order:\n", out);
		next_text(&s, text, sizeof(text));
		snprintf(buf, sizeof(buf), "%zu. %s", i + 1, text);
		explain_wrap(out, buf, i < 9 ? 3 : 4);
	}
}

static bool has_day(const struct icj_step *s)
{
	return s->due.date != ICJ_DATE_NONE;
}

bool next_first(const struct tool *t, struct icj_step *out)
{
	struct icj_step s;
	bool found = false, dated = false;

	for (size_t i = 0; t->kind->step && t->kind->step(t, i, &s); i++) {
		/* What stands before a thing done is behind it. */
		if (s.done != ICJ_DATE_NONE) {
			found = dated = false;
		} else if (!found || (!dated && has_day(&s))) {
			*out = s;
			found = true;
			dated = has_day(&s);
		}
	}
	return found;
}

/* -- Of any case -------------------------------------------------------- */

/* Late: what ought to have been done.  Else: what is still to come. */
static bool next_is_open(const struct tool *t, const struct icj_due *due,
    bool late)
{
	bool is_late = due->status == ICJ_DUE_OVERDUE ||
	    due->status == ICJ_DUE_EXCEEDED;
	bool open = is_late || due->status == ICJ_DUE_DUE ||
	    due->status == ICJ_DUE_HELD || due->status == ICJ_DUE_WITHIN;

	return open && is_late == late && due->trigger &&
	    due->trigger->read_by & t->kind->area;
}

static const char *next_who(const char *owed_by)
{
	static const char *const who[][2] = {
		{"sending", "sending state"}, {"receiving", "receiving state"},
		{"holding", "holding state"}, {"home", "home state"},
		{"commission", "Commission"}, {"either", "either office"},
		{"both", "both states"}, {"any", "anybody"},
	};

	for (size_t i = 0; i < sizeof(who) / sizeof(who[0]); i++)
		if (strcmp(who[i][0], owed_by) == 0)
			return who[i][1];
	return owed_by;
}

static void step_of_due(const struct icj_due *due, struct icj_step *out)
{
	*out = (struct icj_step){
		.text = due->duty.rule->says,
		.who = next_who(due->duty.terms->owed_by),
		.rule = due->rule,
		.state = due->owed_by_state,
		.duty = due->duty,
		.status = due->status,
		.due = due->extended_to.date != ICJ_DATE_NONE ?
		    due->extended_to : due->due,
		.done = due->done.date,
	};
}

/* What is late comes first; both as the catalogue has them. */
bool next_due(const struct tool *t, size_t i, struct icj_step *out)
{
	struct icj_due due;
	size_t skip = i;

	for (int late = 1; late >= 0; late--)
		for (size_t k = 0; icj_due(t->facts, &t->ctx, k, &due); k++)
			if (next_is_open(t, &due, late) && skip-- == 0) {
				step_of_due(&due, out);
				return true;
			}
	return false;
}
