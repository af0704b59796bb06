/* SPDX-License-Identifier: MIT */
/* deadline_say.c - the duties of one case as prose, and the catalogue. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "deadline/duties.h"

#include "tool/brief.h"
#include "tool/screen.h"

/* -- Prose -------------------------------------------------------------- */

static void say_days(const struct icj_due *due, char *buf, size_t size)
{
	int32_t n = due->days_left < 0 ? -due->days_left : due->days_left;

	buf[0] = '\0';
	if (due->has_days_left)
		snprintf(buf, size, ", %ld day%s %s", (long)n,
		    n == 1 ? "" : "s", due->days_left < 0 ? "late" : "left");
}

static void say_dates(const struct icj_due *due, FILE *out)
{
	char start[32], end[32], days[40];

	if (!due->trigger)
		return;
	say_days(due, days, sizeof(days));
	fprintf(out, "  %s, %s %s\n", due->duty.terms->limit, due->trigger->name,
	    icj_time_format(&due->start, start));
	if (due->due.date != ICJ_DATE_NONE)
		fprintf(out, "  due %s%s\n", icj_time_format(&due->due, end),
		    due->extended_to.date == ICJ_DATE_NONE ? days : "");
	if (due->extended_to.date != ICJ_DATE_NONE)
		fprintf(out, "  extended to %s%s\n",
		    icj_time_format(&due->extended_to, end), days);
	if (due->done.date != ICJ_DATE_NONE)
		fprintf(out, "  done %s\n", icj_time_format(&due->done, end));
}

static void say_duty(const struct icj_due *due, FILE *out)
{
	char line[ICJ_DUE_NOTE + 16], edition[11];

	fprintf(out, "%s, %s%s%s: %s\n", due->duty.id, due->rule,
	    *due->duty.standard ? ", " : "", due->duty.standard,
	    icj_due_status_name(due->status));
	fprintf(out, "  %s\n", due->duty.rule->says);
	fprintf(out, "  owed by %s%s%s\n", due->duty.terms->owed_by,
	    due->owed_by_state ? ": " : "",
	    icj_state_name(due->owed_by_state));
	say_dates(due, out);
	if (due->edition != ICJ_DATE_NONE)
		fprintf(out, "  edition of %s%s\n",
		    icj_date_format(due->edition, edition),
		    explain_basis(due->basis));
	snprintf(line, sizeof(line), "note: %s", due->note);
	if (*due->note) {
		fputs("  ", out);
		explain_wrap(out, line, 4);
	}
}

void rows_explain(struct tool *t, FILE *out)
{
	const struct deadline *d = t->own;

	for (size_t i = 0; i < d->dues; i++) {
		if (i > 0)
			fputc('\n', out);
		say_duty(&d->due[i], out);
	}
}

/* -- On one screen ------------------------------------------------------ */

/* In the order in which they matter. */
static const struct {
	enum icj_due_status status;
	const char *word;
} groups[] = {
	{ICJ_DUE_OVERDUE, "overdue"}, {ICJ_DUE_EXCEEDED, "exceeded"},
	{ICJ_DUE_UNKNOWN, "unknown"}, {ICJ_DUE_HELD, "held"},
	{ICJ_DUE_DUE, "due"}, {ICJ_DUE_WITHIN, "within"},
	{ICJ_DUE_WAITING, "waiting"}, {ICJ_DUE_ALLOWED, "allowed"},
	{ICJ_DUE_OPEN, "open"}, {ICJ_DUE_FUTURE, "future"},
	{ICJ_DUE_LATE, "late"}, {ICJ_DUE_EXPIRED, "expired"},
	{ICJ_DUE_MET, "met"}, {ICJ_DUE_CLOSED, "closed"},
	{ICJ_DUE_WITHDRAWN, "withdrawn"},
	{ICJ_DUE_NOT_APPLICABLE, "not applicable"},
	{ICJ_DUE_NO_START, "not begun"}, {ICJ_DUE_NOT_IN_FORCE, "not in force"},
};

#define GROUPS (sizeof(groups) / sizeof(groups[0]))

static int say_counts(const struct tool *t, FILE *out)
{
	const struct deadline *d = t->own;
	char buf[400], as_of[32];
	size_t at = (size_t)snprintf(buf, sizeof(buf), "Duties as of %s:",
	    icj_time_format(&t->ctx.as_of, as_of));
	const char *comma = " ";

	for (size_t g = 0; g < GROUPS; g++) {
		size_t n = 0;

		for (size_t i = 0; i < d->dues; i++)
			n += d->due[i].status == groups[g].status;
		if (n > 0 && at < sizeof(buf))
			at += (size_t)snprintf(buf + at, sizeof(buf) - at,
			    "%s%zu %s", comma, n, groups[g].word);
		if (n > 0)
			comma = ", ";
	}
	if (at < sizeof(buf))
		snprintf(buf + at, sizeof(buf) - at, "%s",
		    d->dues ? "." : " none.");
	return explain_wrap(out, buf, 4);
}

/* Date, status, what is owed by whom under which rule. */
static int say_briefly(const struct icj_due *due, FILE *out)
{
	char buf[ICJ_DUE_NOTE + 400], end[32], days[40], state[8] = "";
	bool longer = due->extended_to.date != ICJ_DATE_NONE;
	size_t at;

	icj_time_format(longer ? &due->extended_to : &due->due, end);
	say_days(due, days, sizeof(days));
	if (due->owed_by_state)
		snprintf(state, sizeof(state), " %s",
		    icj_state_code(due->owed_by_state));
	at = (size_t)snprintf(buf, sizeof(buf), "%s%s%s%s%s: %s (%s%s%s, "
	    "owed by %s%s)", end, *end ? " " : "",
	    icj_due_status_name(due->status), days,
	    longer ? ", extended" : "", due->duty.rule->says, due->rule,
	    *due->duty.standard ? ", " : "", due->duty.standard,
	    due->duty.terms->owed_by, state);
	/* What it hangs on is the answer then. */
	if (due->status == ICJ_DUE_NOT_APPLICABLE && due->duty.only_if &&
	    at < sizeof(buf))
		snprintf(buf + at, sizeof(buf) - at, ": only if %s",
		    due->duty.only_if);
	else if ((due->status == ICJ_DUE_UNKNOWN ||
	    due->status == ICJ_DUE_NOT_IN_FORCE) && at < sizeof(buf))
		snprintf(buf + at, sizeof(buf) - at, ": %s", due->note);
	return explain_wrap(out, buf, 4);
}

/* What is presumed not to have been done, as nobody mentions it. */
static size_t presumed_of(const struct tool *t, char item[][300])
{
	const struct deadline *d = t->own;
	const struct icj_field *f, *before = NULL;
	size_t n = 0;

	for (size_t i = 0; (f = icj_field_at(i)) && n < 20; i++) {
		bool said = icj_case_has(t->facts, f), ends = false;

		for (size_t k = 0; k < d->dues && !said; k++)
			ends |= d->due[k].done.date == ICJ_DATE_NONE &&
			    d->due[k].duty.done &&
			    strstr(d->due[k].note, "presumed absent") &&
			    name_among(d->due[k].duty.done, f->name);
		if (!ends)
			continue;
		brief_presume(f, before, item[n++], 300);
		before = f;
	}
	return n;
}

/* The law of all of them: the least sure. */
static int say_laws(const struct deadline *d, FILE *out)
{
	const struct icj_due *least = NULL;
	const char *change;
	char buf[600], edition[11];

	for (size_t i = 0; i < d->dues; i++)
		if (d->due[i].edition != ICJ_DATE_NONE &&
		    (!least || d->due[i].basis > least->basis))
			least = &d->due[i];
	if (!least)
		return 0;
	change = least->basis == ICJ_BASIS_NEAREST ?
	    least->duty.rule->change : NULL;
	snprintf(buf, sizeof(buf), "Rules as effective %s%s%s%s.",
	    icj_date_format(least->edition, edition),
	    explain_basis(least->basis), change ? "; " : "",
	    change ? change : "");
	return explain_wrap(out, buf, 4);
}

/* Those of a group, as long as there is room; the others are counted. */
static int say_group(const struct deadline *d, enum icj_due_status status,
    FILE *out, int room, size_t *left)
{
	int lines = 0;

	for (size_t i = 0; i < d->dues; i++) {
		const struct icj_due *due = &d->due[i];

		if (due->status != status)
			continue;
		if (*left > 0 || lines + say_briefly(due, NULL) > room)
			++*left;
		else
			lines += say_briefly(due, out);
	}
	return lines;
}

void rows_brief(struct tool *t, FILE *out)
{
	const struct deadline *d = t->own;
	char item[20][300];
	size_t n = presumed_of(t, item), left = 0;
	int room = (t->brief ? BRIEF_LINES - 5 : 1000) - say_counts(t, out);

	for (size_t g = 0; g < GROUPS; g++)
		room -= say_group(d, groups[g].status, out, room, &left);
	if (left > 0)
		fprintf(out, "and %zu more\n", left);
	if (n > 0)
		brief_list(out, "Presumed, as nobody said otherwise:", item, n,
		    t->brief ? 2 : 1000);
	say_laws(d, out);
	if (t->brief)
		explain_wrap(out, "Every date, with its note: the same with "
		    "--explain; as rows: -o table.", 4);
}

/* -- The catalogue ------------------------------------------------------ */

static const char *const list_names[] = {
	"duty", "rule", "standard", "kind", "owed_by", "trigger", "limit",
	"done", "extension", "only_if", "from", "until", "says",
};

#define LIST_COLUMNS (sizeof(list_names) / sizeof(list_names[0]))

static int put_duty(struct rec_out *out, const struct rec_text *names,
    const struct icj_duty *duty)
{
	char from[11], until[11];
	const char *const texts[LIST_COLUMNS] = {
		duty->id, duty->rule->cite, duty->standard,
		icj_duty_kind_name(duty->kind), duty->terms->owed_by, duty->trigger,
		duty->terms->limit, duty->done ? duty->done : "",
		duty->terms->extension ? duty->terms->extension : "none",
		duty->only_if ? duty->only_if : "",
		icj_date_format(duty->rule->from, from),
		icj_date_format(duty->rule->until, until), duty->rule->says,
	};
	struct rec_text cells[LIST_COLUMNS];

	for (size_t i = 0; i < LIST_COLUMNS; i++) {
		cells[i].text = texts[i];
		cells[i].len = strlen(texts[i]);
	}
	return rec_put_row(out, names, cells, LIST_COLUMNS);
}

static int put_catalogue(struct rec_out *out, bool header)
{
	struct rec_text names[LIST_COLUMNS];
	struct icj_duty duty;
	int failed = 0;

	for (size_t i = 0; i < LIST_COLUMNS; i++) {
		names[i].text = list_names[i];
		names[i].len = strlen(list_names[i]);
	}
	if (header)
		failed = rec_put_header(out, NULL, names, LIST_COLUMNS);
	for (size_t i = 0; !failed && icj_duty_at(i, &duty); i++)
		failed = put_duty(out, names, &duty);
	return failed ? failed : rec_flush(out);
}

/* On a terminal, without a format asked for. */
static int duties_on_screen(void)
{
	struct icj_duty duty;
	char text[1600], from[11], until[11];

	for (size_t i = 0; icj_duty_at(i, &duty); i++) {
		icj_date_format(duty.rule->from, from);
		icj_date_format(duty.rule->until, until);
		snprintf(text, sizeof(text), "%s (%s%s%s; %s; %s, %s; %s%s%s "
		    "%s %s)", duty.rule->says, duty.rule->cite,
		    *duty.standard ? ", " : "", duty.standard,
		    duty.terms->owed_by, duty.terms->limit, duty.trigger,
		    duty.done ? "ends with " : "", duty.done ? duty.done : "",
		    duty.done ? "; from" : "from", from, *until ? "to" : "on");
		if (*until)
			snprintf(text + strlen(text) - 1, sizeof(text) -
			    strlen(text) + 1, " %s)", until);
		list_entry(duty.id, text);
	}
	return TOOL_FINE;
}

int duties_list(struct tool *t)
{
	enum rec_format format = t->out == REC_AUTO ? REC_TABLE : t->out;
	struct rec_out *out = rec_out_new(STDOUT_FILENO, format);
	int failed, sys;

	if (t->out == REC_AUTO && screen_is_there()) {
		rec_out_free(out);
		return duties_on_screen();
	}
	if (out && format == REC_TABLE && screen_is_there())
		rec_out_fit(out, (size_t)screen_width());
	failed = !out || put_catalogue(out, !t->no_header) != 0;
	sys = out ? rec_out_error(out)->sys : 0;

	rec_out_free(out);
	if (failed && !sys)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	else if (failed && sys != EPIPE)
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(sys));
	return failed ? TOOL_STOPPED : TOOL_FINE;
}
