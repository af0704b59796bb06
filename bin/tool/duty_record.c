/* SPDX-License-Identifier: MIT */
/*
 * duty_record.c - duty records read back: which columns they have, and what
 * their texts say.  Counts nothing and tells nobody.
 */
#include "tool/duty_record.h"

#include <string.h>

#include "tool/same.h"

/* As icj_due_status_name() has them, and what could not be judged. */
static const char *const statuses[] = {
	"withdrawn", "met", "late", "closed", "held", "due", "overdue",
	"waiting", "allowed", "open", "expired", "within", "exceeded", "future",
	"unknown", "not-applicable", "no-start", "not-in-force", "invalid", NULL
};

static const char *const bases[] = {
	"text", "restated", "office", "undated", "deduced", "nearest", NULL
};

#define F(column, name_, type_, choices_, meaning_) \
	[column] = {.name = name_, .type = type_, .choices = choices_, \
	    .read_by = ICJ_AREA_DEADLINE, .meaning = meaning_}

static const struct icj_field fields[DUTY_COLUMNS] = {
	F(DUTY_CASE_ID, "case_id", ICJ_TEXT, NULL, "key of the event's record"),
	F(DUTY_WORKER, "worker", ICJ_TEXT, NULL,
	    "who is responsible in the office"),
	F(DUTY_ZONE, "zone", ICJ_TEXT, NULL, "part of the state or office"),
	F(DUTY_DUTY, "duty", ICJ_TEXT, NULL, "what is owed"),
	F(DUTY_RULE, "rule", ICJ_TEXT, NULL, "its citation"),
	F(DUTY_STANDARD, "standard", ICJ_TEXT, NULL,
	    "the Commission's audit label"),
	F(DUTY_KIND, "kind", ICJ_TEXT, NULL,
	    "duty, may, may-until, cap or keep"),
	F(DUTY_STATE, "owed_by_state", ICJ_STATE, NULL, "whose duty it is"),
	F(DUTY_DUE, "due", ICJ_TIME, NULL, "the last day in time"),
	F(DUTY_EXTENDED_TO, "extended_to", ICJ_TIME, NULL,
	    "the day agreed, where the rule allows it"),
	F(DUTY_DONE, "done", ICJ_TIME, NULL, "when it was done"),
	F(DUTY_DAYS_LEFT, "days_left", ICJ_TEXT, NULL, "negative: late"),
	F(DUTY_STATUS, "status", ICJ_CHOICE, statuses, "where it stands"),
	F(DUTY_AS_OF, "as_of", ICJ_TIME, NULL, "the moment judged from"),
	F(DUTY_BASIS, "basis", ICJ_CHOICE, bases,
	    "how surely it was the law of the day"),
	F(DUTY_NOTE, "note", ICJ_TEXT, NULL, "what is missing, among others"),
};
#undef F

/* What the Commission's system calls a column of the case. */
static const struct label labels[] = {
	{"assigned_to", "worker", 0},
};

const struct tool_names duty_names = {
	fields, DUTY_COLUMNS, labels, sizeof(labels) / sizeof(labels[0])
};

const char *duty_column_name(enum duty_column column)
{
	return fields[column].name;
}

struct rec_text duty_cell(const struct tool *t, size_t column)
{
	if (t->rec->fault)
		return (struct rec_text){"", 0};
	return input_text(t, &fields[column], NULL);
}

int duty_record_begin(struct tool *t)
{
	const char *option = t->as_of_given ? "as-of" :
	    t->ctx.edition != ICJ_DATE_NONE ? "edition" :
	    t->ctx.strict ? "strict" :
	    t->holiday_count ? "holidays" :
	    *t->date_form.order[0].part ? "date-format" : NULL;

	if (option) {
		tool_error(t, NULL, TOOL_E_OPTION, "--%s: the duties are "
		    "judged already; it is for icj-deadline", option);
		return TOOL_USAGE;
	}
	return -1;
}

int duty_record_opened(struct tool *t, unsigned needed)
{
	struct tool_place at = {input_name(t), input_header_line(t), 0, NULL};
	char list[200];
	size_t len = 0;

	if (!t->input || rec_in_format(input_reader(t)) != REC_CSV)
		return -1;
	for (size_t i = 0; i < DUTY_COLUMNS; i++)
		if (needed >> i & 1 && !input_has_field(t, &fields[i], 0))
			len += (size_t)snprintf(list + len, sizeof(list) - len,
			    "%s%s", len ? ", " : "", fields[i].name);
	if (!len)
		return -1;
	tool_error(t, &at, DUTY_E_COLUMNS, "no column %s: duty records have "
	    "it, as icj-deadline writes them; what they keep of a case is "
	    "said by its --keep", list);
	return TOOL_USAGE;
}

/* -- One record --------------------------------------------------------- */

RARE static bool duty_record_spoil(struct tool *t, size_t column, int code,
    const char *why)
{
	struct tool_place at;

	input_text(t, &fields[column], &at);
	tool_error(t, &at, code, "%s", why);
	snprintf(t->why, sizeof(t->why), "%s: %s", fields[column].name, why);
	t->invalid = true;
	return false;
}

static bool take_moment(struct tool *t, size_t column, struct icj_time *out)
{
	struct rec_text cell = duty_cell(t, column);
	enum icj_err err;

	out->date = ICJ_DATE_NONE;
	if (cell.len == 0)
		return true;
	err = icj_time_parse(cell.text, cell.len, NULL, out);
	return err == ICJ_OK || duty_record_spoil(t, column, (int)err,
	    "no date as icj-deadline writes it");
}

/* The day that was agreed stands for the one of the rule. */
static bool take_moments(struct tool *t, struct duty_record *out)
{
	struct icj_time extended;

	if (!take_moment(t, DUTY_DUE, &out->due) ||
	    !take_moment(t, DUTY_EXTENDED_TO, &extended))
		return false;
	if (extended.date != ICJ_DATE_NONE)
		out->due = extended;
	return true;
}

static bool take_words(struct tool *t, struct duty_record *out)
{
	struct rec_text status = duty_cell(t, DUTY_STATUS);
	struct rec_text basis = duty_cell(t, DUTY_BASIS);

	if (name_same("invalid", status.text, status.len))
		return duty_record_spoil(t, DUTY_STATUS, DUTY_E_INVALID,
		    "a record that icj-deadline could not judge; nothing is "
		    "known of its duties");
	if (!icj_due_status_find(status.text, status.len, &out->status))
		return duty_record_spoil(t, DUTY_STATUS, DUTY_E_STATUS,
		    "no status that icj-deadline writes");
	out->basis = ICJ_BASIS_TEXT;
	return basis.len == 0 ||
	    icj_basis_find(basis.text, basis.len, &out->basis) ||
	    duty_record_spoil(t, DUTY_BASIS, DUTY_E_BASIS,
	    "no basis that icj-deadline writes");
}

bool duty_record_take(struct tool *t, unsigned needed,
    struct duty_record *out)
{
	if (!take_moment(t, DUTY_AS_OF, &out->as_of) ||
	    (duty_cell(t, DUTY_STATUS).len > 0 && !take_words(t, out)))
		return false;
	for (size_t i = 0; i < DUTY_COLUMNS; i++)
		if (needed >> i & 1 && duty_cell(t, i).len == 0)
			return duty_record_spoil(t, i, DUTY_E_LACKS,
			    "missing from a duty record");
	return take_moments(t, out);
}
