/* SPDX-License-Identifier: MIT */
/*
 * duty_record.c - duty records read back: which columns they have, and what
 * their texts say.  Counts nothing and tells nobody.
 */
#include "tool/duty_record.h"

#include <string.h>

#include "tool/same.h"

const char *const duty_columns[DUTY_COLUMNS + 1] = {
	[DUTY_CASE_ID] = "case_id", [DUTY_WORKER] = "worker",
	[DUTY_ZONE] = "zone", [DUTY_DUTY] = "duty", [DUTY_RULE] = "rule",
	[DUTY_STANDARD] = "standard", [DUTY_KIND] = "kind",
	[DUTY_STATE] = "owed_by_state", [DUTY_START] = "start",
	[DUTY_DUE] = "due", [DUTY_EXTENDED_TO] = "extended_to",
	[DUTY_DONE] = "done", [DUTY_DAYS_LEFT] = "days_left",
	 [DUTY_STATUS] = "status", [DUTY_AS_OF] = "as_of",
	[DUTY_BASIS] = "basis", [DUTY_NOTE] = "note",
};

int duty_record_begin(struct tool *t)
{
	const char *option = t->as_of_given ? "as-of" :
	    t->ctx.edition != ICJ_DATE_NONE ? "edition" :
	    t->ctx.strict ? "strict" : t->holiday_count ? "holidays" :
	    t->set_count ? "set" : *t->date_form.order[0].part ?
	    "date-format" : NULL;

	if (option) {
		tool_error(t, NULL, TOOL_E_OPTION, "--%s: the duties are "
		    "judged already; it is for icj-deadline", option);
		return TOOL_USAGE;
	}
	if (t->fact_count) {
		tool_error(t, NULL, TOOL_E_OPERANDS, "it reads duty records, "
		    "which icj-deadline writes, and no facts");
		return TOOL_USAGE;
	}
	return -1;
}

int duty_record_opened(struct tool *t, unsigned needed)
{
	struct tool_place at = {input_name(t), 1, 0, NULL};
	char list[200];
	size_t len = 0;

	if (!t->input || rec_in_format(input_reader(t)) != REC_CSV)
		return -1;
	for (size_t i = 0; i < DUTY_COLUMNS; i++)
		if (needed >> i & 1 && !input_has(t, i))
			len += (size_t)snprintf(list + len, sizeof(list) - len,
			    "%s%s", len ? ", " : "", duty_columns[i]);
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
	const struct rec_value *v = &t->rec->value[column];
	struct tool_place at = {input_name(t), v->text && v->line ? v->line :
		t->rec->line, v->text ? v->field : 0, duty_columns[column]};

	tool_error(t, &at, code, "%s", why);
	snprintf(t->why, sizeof(t->why), "%s: %s", duty_columns[column], why);
	t->invalid = true;
	return false;
}

static bool take_moment(struct tool *t, size_t column, struct icj_time *out)
{
	struct rec_text cell = tool_cell(t, column);
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
	struct rec_text status = tool_cell(t, DUTY_STATUS);
	struct rec_text basis = tool_cell(t, DUTY_BASIS);

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
	    (tool_cell(t, DUTY_STATUS).len > 0 && !take_words(t, out)))
		return false;
	for (size_t i = 0; i < DUTY_COLUMNS; i++)
		if (needed >> i & 1 && tool_cell(t, i).len == 0)
			return duty_record_spoil(t, i, DUTY_E_LACKS,
			    "missing from a duty record");
	return take_moments(t, out);
}
