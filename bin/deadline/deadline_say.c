/* SPDX-License-Identifier: MIT */
/* deadline_say.c - the duties of one case as prose, and the catalogue. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "deadline/duties.h"

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
	char as_of[32];

	fprintf(out, "Duties as of %s\n",
	    icj_time_format(&t->ctx.as_of, as_of));
	for (size_t i = 0; i < d->dues; i++) {
		fputc('\n', out);
		say_duty(&d->due[i], out);
	}
	if (d->dues == 0)
		fprintf(out, "none\n");
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

int duties_list(struct tool *t)
{
	enum rec_format format = t->out == REC_AUTO ? REC_TABLE : t->out;
	struct rec_out *out = rec_out_new(STDOUT_FILENO, format);
	int failed = !out || put_catalogue(out, !t->no_header) != 0;
	int sys = out ? rec_out_error(out)->sys : 0;

	rec_out_free(out);
	if (failed && !sys)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	else if (failed && sys != EPIPE)
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(sys));
	return failed ? TOOL_STOPPED : TOOL_FINE;
}
