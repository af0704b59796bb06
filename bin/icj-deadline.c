/* SPDX-License-Identifier: MIT */
/* icj-deadline - what is due, when, by whom: one row a duty. */
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"

#include "tool/show.h"

enum {
	OPT_ONLY = 2000, OPT_WITHIN, OPT_DUTY, OPT_STANDARD, OPT_SORT, OPT_ALL,
	OPT_LIST, OPT_KEEP, OPT_CALENDAR, OPT_ADD, OPT_COUNT, OPT_STATE,
	OPT_SHOW_CASE
};

/* -- Judging ------------------------------------------------------------ */

/* Under --strict a count past the list of holidays is no answer. */
static void refuse_ended_list(struct tool *t, const struct icj_due *due)
{
	struct tool_place at = {input_name(t), t->rec ? t->rec->line : 0, 0,
	    NULL};

	snprintf(t->why, sizeof(t->why), "%s: the count runs past the last "
	    "day vouched for in a list of holidays", due->duty.id);
	tool_error(t, &at, TOOL_E_LIST_ENDED, "%s", t->why);
	t->invalid = true;
}

/* Whether the duty asks for a cell that cannot be read: then its row would
 * rest on what is not known, and is withheld. */
static bool is_spoiled(struct tool *t, size_t which, const struct icj_due *due)
{
	struct deadline *d = t->own;
	bool spoiled = false;

	if (!pick_lists(&d->pick, &due->duty))
		return false;
	for (size_t i = 0; i < t->bad_count; i++)
		if (icj_due_asks(t->facts, &t->ctx, which, t->bad[i].field))
			spoiled = t->bad[i].asked = true;
	if (spoiled)
		d->withheld[d->withheld_count++] = due->duty.id;
	return spoiled;
}

/* Of some forty duties a case has begun a handful; the others are looked at
 * only where they are shown. */
static size_t duties_to_judge(const struct tool *t)
{
	const struct deadline *d = t->own;
	size_t n = 0;

	if (!d->pick.all && t->bad_count == 0)
		return icj_dues_begun(t->facts, d->begun, d->duties);
	while (n < d->duties) {
		d->begun[n] = n;
		n++;
	}
	return n;
}

/* Puts a text before the note; the end of a note that is full goes for it. */
static void lead_note(struct icj_due *due, const char *text)
{
	char note[ICJ_DUE_NOTE];
	int room = (int)(sizeof(note) - strlen(text) - 3);

	memcpy(note, due->note, due->note_len + 1);
	snprintf(due->note, sizeof(due->note), "%s%s%.*s", text,
	    due->note_len > 0 ? "; " : "", room, note);
	due->note_len = strlen(due->note);
}

/* A duty by a law that --basis does not accept: what is late may be, so that no
 * report is silent of it. */
static void dues_doubt(struct icj_due *due)
{
	due->past_due |= due->status == ICJ_DUE_OVERDUE ||
	    due->status == ICJ_DUE_EXCEEDED;
	due->status = ICJ_DUE_UNKNOWN;
	lead_note(due, "not known: law");
}

/* Whether its row is shown. */
static bool take_due(struct tool *t, struct icj_due *due)
{
	const struct deadline *d = t->own;

	if (!pick_looks_at(&d->pick, due))
		return false;
	if (due->list_ended && t->ctx.strict && !t->invalid)
		refuse_ended_list(t, due);
	if (!tool_believes(t, due->basis) && due->edition != ICJ_DATE_NONE)
		dues_doubt(due);
	t->found |= due->status == ICJ_DUE_OVERDUE ||
	    due->status == ICJ_DUE_EXCEEDED || due->past_due;
	if (!pick_shows(&d->pick, due))
		return false;
	tool_law(t, due->basis);
	return true;
}

/* Judges what is shown into d->due, from a place on; gives the end. */
static size_t judge_from(struct tool *t, size_t shown)
{
	struct deadline *d = t->own;
	size_t n = duties_to_judge(t);

	for (size_t i = 0; i < n; i++) {
		struct icj_due *due = &d->due[shown];

		if (!icj_due_counted(t->facts, &t->ctx, d->counts,
		    d->begun[i], due) ||
		    (t->bad_count > 0 && is_spoiled(t, d->begun[i], due)) ||
		    !take_due(t, due))
			continue;
		d->which[shown++] = d->begun[i];
	}
	return shown;
}

static bool deadline_same_time(
    const struct icj_time *a, const struct icj_time *b)
{
	return a->date == b->date && a->second == b->second;
}

/* Whether two days' rules say the same of a duty. */
static bool same_due(const struct icj_due *a, const struct icj_due *b)
{
	return strcmp(a->duty.id, b->duty.id) == 0 &&
	    strcmp(a->rule, b->rule) == 0 && a->trigger == b->trigger &&
	    deadline_same_time(&a->start, &b->start) &&
	    deadline_same_time(&a->due, &b->due) &&
	    deadline_same_time(&a->extended_to, &b->extended_to) &&
	    a->status == b->status &&
	    strcmp(a->duty.terms->limit, b->duty.terms->limit) == 0 &&
	    strcmp(a->duty.terms->owed_by, b->duty.terms->owed_by) == 0;
}

static void drop_due(struct deadline *d, size_t i)
{
	d->dues--;
	memmove(&d->due[i], &d->due[i + 1],
	    (d->dues - i) * sizeof(*d->due));
	memmove(&d->which[i], &d->which[i + 1],
	    (d->dues - i) * sizeof(*d->which));
}

static void move_due(struct deadline *d, size_t from, size_t to)
{
	struct icj_due due = d->due[from];
	size_t which = d->which[from];

	memmove(&d->due[to + 1], &d->due[to], (from - to) * sizeof(*d->due));
	memmove(&d->which[to + 1], &d->which[to],
	    (from - to) * sizeof(*d->which));
	d->due[to] = due;
	d->which[to] = which;
}

/* Of the rows by two days' rules, the first ones and then the others, leaves
 * those that differ, each other one behind the first of its duty. */
static void leave_differences(struct deadline *d, size_t first)
{
	for (size_t i = 0; i < first;) {
		size_t k = first;

		while (k < d->dues && !same_due(&d->due[i], &d->due[k]))
			k++;
		if (k == d->dues) {
			i++;
			continue;
		}
		drop_due(d, k);
		drop_due(d, i);
		first--;
	}
	for (size_t k = first; k < d->dues; k++)
		for (size_t i = k; i-- > 0;)
			if (strcmp(d->due[i].duty.id, d->due[k].duty.id) == 0) {
				move_due(d, k, i + 1);
				break;
			}
}

static void judge_both(struct tool *t)
{
	struct deadline *d = t->own;
	bool found = t->found;
	size_t first = 0;
	char by[48];

	d->dues = 0;
	for (size_t i = 0; i < 2; i++) {
		t->ctx.edition = t->compare[i];
		first = d->dues;
		d->dues = judge_from(t, first);
		for (size_t k = first; k < d->dues; k++)
			lead_note(&d->due[k], tool_compared_by(t, i, by));
	}
	leave_differences(d, first);
	t->found = found || d->dues > 0;
}

static void deadline_judge(struct tool *t)
{
	struct deadline *d = t->own;

	d->withheld_count = 0;
	if (t->compared) {
		judge_both(t);
		return;
	}
	if (!d->counts && !t->plain && d->judged++ > 0)
		d->counts = icj_counts_new();
	d->dues = judge_from(t, 0);
}

/* -- Options ------------------------------------------------------------ */

static bool take_calendar(struct tool *t, const char *word)
{
	static const char *const words[] = {"owner", "both", "federal", NULL};
	int i = start_one_of(t, word, words);

	if (i >= 0)
		t->ctx.whose = (enum icj_whose)i;
	return i >= 0;
}

static bool take_days(const char *text, int32_t *out)
{
	size_t len = strspn(text, "0123456789");

	if (len == 0 || len > 6 || text[len])
		return false;
	*out = (int32_t)atol(text);
	return true;
}

static bool deadline_take_valued(
    struct tool *t, int letter, const char *argument)
{
	struct deadline *d = t->own;

	switch (letter) {
	case OPT_ONLY:
		d->pick.only = argument;
		return pick_knows_statuses(t, argument);
	case OPT_WITHIN:
		return take_days(argument, &d->pick.within);
	case OPT_DUTY:
		d->pick.duty = argument;
		return pick_knows_duties(t, argument);
	case OPT_STANDARD:
		d->pick.standard = argument;
		return pick_knows_standards(t, argument);
	case OPT_CALENDAR:
		return take_calendar(t, argument);
	case OPT_STATE:
		d->state = icj_state_find(argument, strlen(argument));
		return d->state != 0;
	}
	return false;
}

static bool deadline_take(struct tool *t, int letter, const char *argument)
{
	struct deadline *d = t->own;

	switch (letter) {
	case OPT_SORT:
		return d->sort = true;
	case OPT_ALL:
		return d->pick.all = true;
	case OPT_LIST:
		return d->list = true;
	case OPT_COUNT:
		return d->count = true;
	case OPT_KEEP:
		d->keep.list = argument;
		t->kept = argument;
		return t->want_all = true;
	case OPT_SHOW_CASE:
		return ics_show_case(d->ics);
	case OPT_ADD:
		d->add = argument;
		return true;
	}
	return deadline_take_valued(t, letter, argument);
}

/* -- Columns that are not there ------------------------------------------ */

struct lacking {
	bool *seen; /* by the number of the field */
	char names[300];
	size_t len, more;
};

static void deadline_add_lacking(struct lacking *l, const struct icj_field *f)
{
	size_t room = sizeof(l->names) - l->len;
	const char *comma = l->len ? ", " : "";

	if (l->seen[f->number])
		return;
	l->seen[f->number] = true;
	if (l->more || strlen(f->name) + 2 >= room)
		l->more++;
	else
		l->len += (size_t)snprintf(l->names + l->len, room, "%s%s",
		    comma, f->name);
}

/* One warning a run, for the columns of a file are known from its header. */
static void say_lacking(struct tool *t)
{
	struct deadline *d = t->own;
	struct icj_due *due = &d->due[0];
	const struct icj_field *f;
	struct lacking l = {.len = 0};
	size_t fields = 0;
	char more[40] = "";

	if (rec_in_format(input_reader(t)) != REC_CSV)
		return;
	while (icj_field_at(fields))
		fields++;
	l.seen = calloc(
	    fields + 1, sizeof(*l.seen)); /* one more: never of no bytes */
	if (!l.seen)
		return; /* a shortage that the first record will meet, too */
	for (size_t i = 0; icj_due(t->facts, &t->ctx, i, due); i++)
		for (size_t n = 0; due->status != ICJ_DUE_NOT_IN_FORCE &&
		    pick_lists(&d->pick, &due->duty) &&
		    (f = icj_due_lacks(t->facts, i, n)); n++)
			deadline_add_lacking(&l, f);
	free(l.seen);
	if (l.more)
		snprintf(more, sizeof(more), " and %zu more", l.more);
	if (l.len)
		tool_warn(t, &(struct tool_place){input_name(t),
		    input_header_line(t), 0, NULL},
		    TOOL_W_NO_COLUMN, "no column %s%s: duties that end with "
		    "one are unknown, not overdue; --map names a column, and "
		    "--set FIELD= says that all its cells are empty", l.names,
		    more);
}

/* What there is to say of --keep is said before the first record, whoever
 * reads it. */
static int deadline_opened(struct tool *t)
{
	struct deadline *d = t->own;
	int status;

	if (t->ics && (status = ics_opened(t, d->ics)) >= 0)
		return status;
	if (t->input)
		say_lacking(t);
	if (t->show && !d->keep.list) {
		d->kept = show_of_input(t);
		if (!d->kept || *d->kept)
			d->keep.list = d->kept;
	}
	if (t->explain || t->ics || (!t->input && !t->fact_count) ||
	    keep_settle(&d->keep, t))
		return -1;
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return TOOL_STOPPED;
}

/* What needs no record is done before one is looked for. */
static int deadline_begin(struct tool *t)
{
	struct deadline *d = t->own;

	if (d->list)
		return duties_list(t);
	if (d->add)
		return arith_add(t, d->add, d->state);
	if (d->count)
		return arith_count(t, d->state);
	if (!d->state)
		return -1;
	return tool_misuse(t, "--state is for --add and --count; the calendar "
	    "of a record is that of the state that owes the act", "", "");
}

/* With --all there are rows all the same. */
static bool deadline_begins(const struct tool *t, const struct icj_field *field)
{
	const struct deadline *d = t->own;

	for (size_t i = 0; i < d->triggers; i++)
		if (name_among(d->trigger[i], field->name))
			return true;
	return d->pick.all;
}

static const struct tool_option options[] = {
	{OPT_ONLY, "only", "STATUS,...", "only rows of these statuses"},
	{OPT_WITHIN, "within", "DAYS", "of what is due, so many days ahead"},
	{OPT_DUTY, "duty", "ID,...", "only these duties"},
	{OPT_STANDARD, "standard", "A-01,...", "only these audit standards"},
	{OPT_SORT, "sort", NULL, "by due date"},
	{OPT_ALL, "all", NULL, "also duties not begun or not applicable"},
	{OPT_KEEP, "keep", "A,B|all", "columns of the case to keep"},
	TOOL_COMPARE,
	TOOL_ASK,
	TOOL_LOG,
	{OPT_CALENDAR, "calendar", "WHOSE", "owner, both or federal"},
	{OPT_LIST, "list", NULL, "the catalogue of duties; those with a WORD"},
	{OPT_ADD, "add", "N[bdhy]", "add to dates, operands or on stdin"},
	{OPT_COUNT, "count", NULL, "business days between two dates"},
	{OPT_STATE, "state", "CODE", "whose closures --add and --count know"},
	{TOOL_OPT_PSEUDONYM, "pseudonym-key", "FILE",
	 "of -o ics and --log: what hides the case"},
	{OPT_SHOW_CASE, "show-case-id", NULL, "of -o ics: the case is named"},
	{0, NULL, NULL, NULL}
};

/* What is kept of the case stands first. */
static const struct rec_text *deadline_rows(const struct tool *t, size_t *count)
{
	const struct deadline *d = t->own;

	*count = d->keep.count;
	return d->keep.name;
}

static void *deadline_fork_own(struct tool *t)
{
	return rows_fork(t);
}

static void deadline_drop_own(void *own)
{
	rows_drop(own);
}

static const struct tool_kind kind = {
	.name = "icj-deadline",
	.examples =
	    "  icj-deadline referral_received=2026-03-02 receiving_state=KS\n"
	    "  icj-deadline --only overdue,unknown --sort -o table cases.csv\n"
	    "  icj-deadline --within 7 --show due,case_id,duty,worker cases.csv\n",
	.synopsis = "icj-deadline [options] [FILE ... | field=value ...]\n"
	    "       icj-deadline -o ics --pseudonym-key FILE [FILE ...]\n"
	    "       icj-deadline --list [WORD ...]\n"
	    "       icj-deadline --add N[bdhy] [DATE ...] | --count DATE DATE",
	.job = "What is due, when, by whom, under which rule?",
	.area = ICJ_AREA_DEADLINE,
	.columns = "deadline",
	.logged = "deadline",
	.options = options,
	.take = deadline_take,
	.begin = deadline_begin,
	.opened = deadline_opened,
	.judge = deadline_judge,
	.asks = tool_asks_as_told,
	.topic = deadline_topic,
	.put_topic = deadline_put_topic,
	.question = deadline_question,
	.presumed = deadline_presumed,
	.brief = rows_brief,
	.explain = rows_explain,
	.record = rows_put,
	.end = rows_end,
	.threads = true,
	.fork = deadline_fork_own,
	.drop = deadline_drop_own,
	.lead = rows_lead,
	.alone = REC_TABLE,
	.rows = deadline_rows,
	.short_list = "due,days_left,status,case_id,duty,worker,rule,"
	    "owed_by_state,extended_to,note",
	.ics = true,
	.own_rows = true,
	.begins = deadline_begins,
	.begun_by = "starts a duty, such as referral_received, "
	    "packet_received, permit_issued, accepted, arrived, "
	    "violation_report_received, form_iii_received or detained_at; "
	    "--list has the triggers of all",
};

int main(int argc, char **argv)
{
	struct deadline d = {.pick.within = -1};
	int status = TOOL_STOPPED;

	if (!dues_make(&d) || !(d.ics = ics_new()))
		fprintf(stderr, "%s: out of memory [ICJ%d]\n", kind.name,
		    TOOL_E_MEMORY);
	else
		status = tool_run(&kind, &d, argc, argv);
	rows_free(&d);
	return status;
}
