/* SPDX-License-Identifier: MIT */
/* deadline_say.c - the duties of one case as prose, and the catalogue. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "deadline/duties.h"

#include "tool/brief.h"
#include "tool/screen.h"
#include "tool/seek.h"

/* -- Prose -------------------------------------------------------------- */

void rows_explain(struct tool *t, FILE *out)
{
	struct icj_page page = brief_page(out);
	const struct deadline *d = t->own;

	icj_dues_prose(d->due, d->dues, &page);
}

void rows_brief(struct tool *t, FILE *out)
{
	struct icj_page page = brief_page(out);
	const struct deadline *d = t->own;

	icj_dues_answer(t->facts, &t->ctx, d->due, d->dues, t->brief, &page);
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

/* Whether a duty has all the words that were given to --list. */
static bool is_sought(const struct tool *t, const struct icj_duty *duty)
{
	for (size_t i = 0; i < t->file_count; i++)
		if (!seek_in(duty->id, t->files[i]) &&
		    !seek_in(duty->rule->says, t->files[i]) &&
		    !seek_in(duty->rule->cite, t->files[i]) &&
		    !seek_in(duty->standard, t->files[i]) &&
		    !seek_in(duty->trigger, t->files[i]))
			return false;
	return true;
}

static int say_none_sought(const struct tool *t)
{
	struct icj_duty duty;
	size_t i = 0;

	while (icj_duty_at(i, &duty) && !is_sought(t, &duty))
		i++;
	if (icj_duty_at(i, &duty))
		return -1;
	tool_error(t, NULL, TOOL_E_OPERANDS, "no duty has %s%s; 'icj help %s' "
	    "looks everywhere", t->files[0], t->file_count > 1 ? " ..." : "",
	    t->files[0]);
	return TOOL_USAGE;
}

static int put_catalogue(const struct tool *t, struct rec_out *out)
{
	struct rec_text names[LIST_COLUMNS];
	struct icj_duty duty;
	int failed = 0;

	for (size_t i = 0; i < LIST_COLUMNS; i++) {
		names[i].text = list_names[i];
		names[i].len = strlen(list_names[i]);
	}
	if (!t->no_header)
		failed = rec_put_header(out, NULL, names, LIST_COLUMNS);
	for (size_t i = 0; !failed && icj_duty_at(i, &duty); i++)
		if (is_sought(t, &duty))
			failed = put_duty(out, names, &duty);
	return failed ? failed : rec_flush(out);
}

/* On a terminal, without a format asked for. */
static int duties_on_screen(const struct tool *t)
{
	struct icj_duty duty;
	char text[1600], from[11], until[11];

	for (size_t i = 0; icj_duty_at(i, &duty); i++) {
		if (!is_sought(t, &duty))
			continue;
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
	struct rec_out *out;
	int failed = say_none_sought(t), sys;

	if (failed >= 0)
		return failed;
	out = rec_out_new(STDOUT_FILENO, format);

	if (t->out == REC_AUTO && screen_is_there()) {
		rec_out_free(out);
		return duties_on_screen(t);
	}
	if (out && format == REC_TABLE && screen_is_there())
		rec_out_fit(out, (size_t)screen_width());
	failed = !out || put_catalogue(t, out) != 0;
	sys = out ? rec_out_error(out)->sys : 0;

	rec_out_free(out);
	if (failed && !sys)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	else if (failed && sys != EPIPE)
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(sys));
	return failed ? TOOL_STOPPED : TOOL_FINE;
}
