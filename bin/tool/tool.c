/* SPDX-License-Identifier: MIT */
/*
 * tool.c - the run of a tool: options, header, the loop over records, the end.
 * No rule, no day count and no comparison of dates stands here.
 */
#include "tool/tool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/amend.h"
#include "tool/ask.h"
#include "tool/brief.h"
#include "tool/complete.h"
#include "tool/decision.h"
#include "tool/input.h"
#include "tool/map.h"
#include "tool/screen.h"
#include "tool/show.h"
#include "tool/trailer.h"
#include "tool/mask.h"

void tool_status(struct tool *t, int status)
{
	if (status > t->status)
		t->status = status;
}

const struct column *tool_column(const struct tool *t, size_t i)
{
	const struct column *c = column_at(t->kind->columns, i);
	size_t n = 0;

	if (c || !t->more_columns)
		return c;
	while (column_at(t->kind->columns, n))
		n++;
	return column_at(t->more_columns, i - n);
}

static void name_columns(struct tool *t, const char *group)
{
	const struct column *c = column_at(group, 0);

	for (; c; c = column_after(c)) {
		t->names[t->name_count].text = c->name;
		t->names[t->name_count++].len = strlen(c->name);
	}
}

const struct rec_text *tool_columns(struct tool *t, size_t *count)
{
	if (t->name_count == 0) {
		name_columns(t, t->kind->columns);
		if (t->more_columns)
			name_columns(t, t->more_columns);
	}
	*count = t->name_count;
	return t->names;
}

/* -- Cells of a report -------------------------------------------------- */

/* More than any report holds of citations or facts. */
#define LIST_MAX 64

/* The facts of the report in a role. */
static void tool_list_cell(struct tool *t, size_t i, enum icj_role role)
{
	const char *name[LIST_MAX];
	const struct icj_field *f;
	size_t n = 0;

	while (n < LIST_MAX && (f = icj_report_fact(t->report, role, n)))
		name[n++] = f->name;
	cells_list(t->cells, i, name, n);
}

void tool_cite_cells(struct tool *t, size_t i)
{
	const char *cite[LIST_MAX];
	size_t n = 0;

	while (n < LIST_MAX && (cite[n] = icj_report_cite(t->report, n)))
		n++;
	cells_list(t->cells, i, cite, n);
}

/* One edition follows itself nearly always. */
void tool_edition_cell(struct tool *t, size_t i, icj_date edition)
{
	if (edition != t->edition || !*t->edition_text) {
		t->edition = edition;
		icj_date_format(edition, t->edition_text);
	}
	cells_put(t->cells, i, t->edition_text);
}

void tool_as_of_cell(struct tool *t, size_t i)
{
	if (!*t->as_of_text)
		icj_time_format(&t->ctx.as_of, t->as_of_text);
	cells_put(t->cells, i, t->as_of_text);
}

/* How surely the law of the answer is that of its day. */
static void tool_basis_cell(struct tool *t, size_t i)
{
	if (icj_report_edition(t->report) != ICJ_DATE_NONE)
		cells_put(t->cells, i,
		    icj_basis_name(icj_report_basis(t->report)));
}

void tool_report_cells(struct tool *t, size_t i)
{
	tool_list_cell(t, i, ICJ_MISSING);
	tool_list_cell(t, i + 1, ICJ_ASSUMED);
	tool_edition_cell(t, i + 2, icj_report_edition(t->report));
	tool_basis_cell(t, i + 3);
	cells_put(t->cells, i + 4, icj_report_note(t->report));
	tool_law(t, icj_report_basis(t->report));
}

static void put_text_cell(void *own, size_t i, const char *text)
{
	struct tool *t = own;

	cells_put(t->cells, i, text);
}

static void put_list_cell(void *own, size_t i, const char *const *item,
    size_t count)
{
	struct tool *t = own;

	cells_list(t->cells, i, item, count);
}

static void put_day_cell(void *own, size_t i, icj_date day)
{
	struct tool *t = own;

	cells_date(t->cells, i, day);
}

static void put_time_cell(void *own, size_t i, const struct icj_time *time)
{
	struct tool *t = own;

	cells_time(t->cells, i, time);
}

static void put_number_cell(void *own, size_t i, const int32_t *number)
{
	struct tool *t = own;

	if (number)
		cells_number(t->cells, i, *number);
}

static void put_now_cell(void *own, size_t i)
{
	tool_as_of_cell(own, i);
}

struct icj_columns_to tool_columns_to(struct tool *t)
{
	return (struct icj_columns_to){t, put_text_cell, put_list_cell,
	    put_day_cell, put_time_cell, put_number_cell, put_now_cell};
}

/* Said once, at the end of a run; not where one edition was asked for. */
static void say_nearest(struct tool *t)
{
	const struct icj_edition *last = icj_edition_at(0), *e;
	char day[11];

	if (t->nearest == 0 || t->compared || t->ctx.edition != ICJ_DATE_NONE)
		return;
	/* On one screen the answer says so itself. */
	if (t->brief && t->fact_count)
		return;
	for (size_t i = 1; (e = icj_edition_at(i)); i++)
		last = e;
	tool_warn(t, NULL, TOOL_W_EDITION, "%lu answer%s on a wording that "
	    "is not known to be that of its day; the last edition known of "
	    "is that of %s (rules %s)", t->nearest,
	    t->nearest == 1 ? " rests" : "s rest",
	    icj_date_format(last->effective, day), icj_rules_version());
}

/* -- One record --------------------------------------------------------- */

RARE static void invalidate(struct tool *t)
{
	size_t last = 0;

	cells_clear(t->cells);
	if (t->is_void)
		return;
	t->invalids++;
	tool_status(t, t->kind->whole ? TOOL_USAGE : TOOL_INVALID);
	while (column_at(t->kind->columns, last + 1))
		last++;
	cells_put(t->cells, 0, "invalid");
	cells_copy(t->cells, last, t->why);
}

__attribute__((noinline))
static void run_clear(struct tool *t)
{
	size_t columns;

	tool_columns(t, &columns);
	cells_clear_first(t->cells, columns);
}

__attribute__((noinline))
static void run_fill(struct tool *t)
{
	run_clear(t);
	t->kind->cells(t);
}

RARE static void refuse(struct tool *t)
{
	struct tool_place at = {input_name(t), t->rec ? t->rec->line : 0, 0,
		NULL};

	snprintf(t->why, sizeof(t->why), "the wording in force is not held");
	tool_error(t, &at, TOOL_E_CURRENT, "%s", t->why);
	t->invalid = true;
	t->judged = false;
}

static bool run_is_asked(struct tool *t, const struct bad_cell *bad)
{
	if (bad->needed)
		return true;
	if (!(bad->field->read_by & t->kind->area))
		return false;
	if (t->compared)
		return true;
	return t->kind->asks ? t->kind->asks(t, bad) :
	    icj_report_asked(t->report, bad->field);
}

bool tool_asks_all(struct tool *t, const struct bad_cell *bad)
{
	(void)t, (void)bad;
	return true;
}

bool tool_asks_as_told(struct tool *t, const struct bad_cell *bad)
{
	(void)t;
	return bad->asked;
}

bool tool_asks_with_steps(struct tool *t, const struct bad_cell *bad)
{
	return t->explain || icj_report_asked(t->report, bad->field);
}

/* An answer that did not ask for the cell stands, with a warning. */
RARE static void weigh_bad_cells(struct tool *t)
{
	for (size_t i = 0; i < t->bad_count; i++)
		facts_tell_bad(t, &t->bad[i], run_is_asked(t, &t->bad[i]));
	t->bad_count = 0;
}

RARE static void judge_spoiled(struct tool *t)
{
	if (t->compared)
		weigh_bad_cells(t);
	if (!t->invalid)
		t->kind->judge(t);
	t->judged = !t->invalid;
	weigh_bad_cells(t);
}

/* Whether something of an invalid record is answered. */
static bool is_shown(const struct tool *t)
{
	return t->judged && t->kind->own_rows;
}

/* Of an answer by a law that --basis does not accept, what stands is which law
 * that was. */
RARE static void doubt(struct tool *t)
{
	static const char *const stands[] = {
		"_as_of", "_edition", "_basis", NULL
	};
	const struct column *c;

	if (t->kind->cells)
		run_fill(t);
	cells_put(t->cells, 0, "unknown");
	for (size_t i = 1; (c = tool_column(t, i)); i++) {
		const char *left = strstr(c->name, "_missing") ? "law" : "";

		for (size_t k = 0; left && stands[k]; k++)
			if (strstr(c->name, stands[k]))
				left = NULL;
		if (left)
			cells_put(t->cells, i, left);
	}
	t->found = true;
}

static inline void make_ready(struct tool *t)
{
	if (t->kind->cells && !(t->tail = ready_tail(t, run_fill)))
		run_fill(t);
}

/* What was judged is not simply so. */
__attribute__((noinline))
static void weigh(struct tool *t)
{
	if (t->missed && (!t->invalid || is_shown(t))) {
		if (t->require_current)
			refuse(t);
		else
			t->nearest += t->missed;
	}
	if (t->invalid)
		invalidate(t);
	else if (t->doubted && !t->kind->own_rows)
		doubt(t);
	else
		make_ready(t);
}

/* Twice in the program: once for all records, once for one to explain. */
__attribute__((always_inline))
static inline void run_judge(struct tool *t)
{
	if (!t->kind->cells && !t->kind->own_rows)
		run_clear(t);
	t->missed = 0;
	t->doubted = false;
	t->left_out = false;
	t->tail = NULL;
	if (t->bad_count > 0)
		judge_spoiled(t);
	else if (!t->invalid)
		t->kind->judge(t);
	if (t->missed | t->invalid | t->doubted)
		weigh(t);
	else
		make_ready(t);
}

static void names_of_facts(const struct tool *t, struct rec_text *names,
    struct rec_text *values)
{
	for (size_t i = 0; i < t->fact_count; i++) {
		names[i].text = t->facts_given[i].field->name;
		names[i].len = strlen(names[i].text);
		values[i].text = t->facts_given[i].value;
		values[i].len = strlen(values[i].text);
	}
}

/* Facts given as operands, with the answer behind them, as one row. */
static int put_operands(struct tool *t)
{
	size_t ours, n = t->fact_count;
	const struct rec_text *columns = tool_columns(t, &ours);
	struct rec_text *names = calloc(2 * (n + ours), sizeof(*names));
	struct rec_text *values;
	int failed;

	if (!names)
		return -1;
	values = names + n + ours;
	names_of_facts(t, names, values);
	memcpy(names + n, columns, ours * sizeof(*names));
	memcpy(values + n, t->cells->at, ours * sizeof(*names));
	failed = (!t->header_put &&
	    rec_put_header(t->sink, NULL, names, n + ours) != 0) ||
	    rec_put_row(t->sink, names, values, n + ours) != 0;
	t->header_put = true;
	free(names);
	return failed ? -1 : 0;
}

static int append_cells(struct tool *t)
{
	size_t n;
	const struct rec_text *columns = tool_columns(t, &n);

	if (t->fact_count)
		return put_operands(t);
	return rec_put_record(t->sink, input_reader(t), columns, t->cells->at,
	    n);
}

static void print_doubt(const struct tool *t)
{
	char edition[11];

	printf("Unknown: the law of the day is missing.  What is known of it, of "
	    "the edition of\n%s, is on the basis %s, which --basis does not "
	    "accept.\n", icj_date_format(icj_report_edition(t->report),
	    edition), icj_basis_name(icj_report_basis(t->report)));
}

/* What a person sees first stands first. */
static void print_answer(struct tool *t)
{
	bool brief = brief_can(t);

	if (brief)
		brief_put(t, stdout);
	if (brief && t->brief)
		return;
	if (brief)
		putchar('\n');
	t->kind->explain(t, stdout);
}

static void print_page(struct tool *t)
{
	const char *id = "case_id";
	char key[128];

	if (t->wrote && !t->fact_count)
		putchar('\n');
	if (icj_case_get(t->facts, icj_field_find(id, strlen(id)), key,
	    sizeof(key)) > 0) {
		fputs("Case ", stdout);
		mask_puts(stdout, key);
		putchar('\n');
	}
	if (t->invalid) {
		fputs("Cannot be judged: ", stdout);
		mask_puts(stdout, t->why);
		puts(".");
	}
	if (t->doubted && !t->invalid && !t->kind->own_rows)
		print_doubt(t);
	else if (!t->invalid || is_shown(t))
		print_answer(t);
}

/* A disk that filled up in the middle of a page: what is there of it goes. */
static void take_back_page(off_t from)
{
	off_t at = lseek(STDOUT_FILENO, 0, SEEK_CUR);
	struct stat st;

	if (from >= 0 && at > from && fstat(STDOUT_FILENO, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_size == at &&
	    ftruncate(STDOUT_FILENO, from) == 0)
		lseek(STDOUT_FILENO, from, SEEK_SET);
}

static int print_explanation(struct tool *t)
{
	off_t from = lseek(STDOUT_FILENO, 0, SEEK_CUR);
	int sys;

	print_page(t);
	if (!ferror(stdout) && fflush(stdout) == 0)
		return 0;
	sys = errno;
	take_back_page(from);
	errno = sys;
	return -1;
}

int tool_explain(struct tool *t)
{
	run_judge(t);
	return print_explanation(t);
}

static int write_answer(struct tool *t)
{
	int failed;

	if (t->explain)
		failed = print_explanation(t);
	else if (t->kind->record)
		failed = t->kind->record(t);
	else
		failed = append_cells(t);
	return failed;
}

static int run_no_memory(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return TOOL_STOPPED;
}

void tool_say_write(struct tool *t, const struct rec_out *out, int sys)
{
	int error = out ? rec_out_error(out)->sys : sys;

	tool_status(t, TOOL_STOPPED);
	if (error == EPIPE)
		return; /* the reader has seen enough */
	if (out && !rec_out_error(out)->code) {
		run_no_memory(t); /* the writer was not even asked */
		return;
	}
	tool_error(t, NULL, out ? rec_out_error(out)->code : REC_E_WRITE,
	    "cannot write: %s", error || !out ? strerror(error) :
	    rec_out_error(out)->text);
}

static bool run_wrote(struct tool *t, int failed)
{
	t->wrote = true;
	if (failed)
		tool_say_write(t, t->explain ? NULL : t->sink, errno);
	return !failed;
}

/* A row that is no record gets no answer: its cells stay empty.  Where it would
 * be all that is written of it, it is left out. */
static bool run_put_void(struct tool *t)
{
	t->is_void = false;
	t->records--;
	return t->kind->own_rows || t->explain || t->out != REC_CSV ||
	    run_wrote(t, append_cells(t));
}

RARE static bool put_invalid(struct tool *t)
{
	if (t->is_void)
		return run_put_void(t);
	if (!rejects_put(t))
		return false;
	if (t->on_error == ON_ERROR_STOP)
		return false;
	return t->on_error == ON_ERROR_SKIP || run_wrote(t, write_answer(t));
}

/* -- The law of two days ------------------------------------------------- */

bool tool_take_compare(struct tool *t, const char *days)
{
	size_t first = strcspn(days, ",");

	if (!t->compared)
		t->compared = malloc(2 * CELLS_SPACE);
	return t->compared && days[first] == ',' &&
	    icj_date_parse(days, first, NULL, &t->compare[0]) == ICJ_OK &&
	    icj_date_parse(days + first + 1, strlen(days + first + 1), NULL,
	    &t->compare[1]) == ICJ_OK;
}

const char *tool_compared_by(const struct tool *t, size_t i, char text[48])
{
	char day[11];

	snprintf(text, 48, "by the rules of %s",
	    icj_date_format(t->compare[i], day));
	return text;
}

/* The answer and its citations.  By which law it was given, and what was asked
 * on the way, does not make another answer of it. */
static void copy_answer(const struct tool *t, char *out)
{
	static const char *const beside[] = {
		"_missing", "_assumed", "_as_of", "_edition", "_basis",
		"_note", NULL
	};
	const struct column *c;
	size_t used = 0;

	for (size_t i = 0; (c = tool_column(t, i)); i++) {
		const struct rec_text *cell = &t->cells->at[i];
		size_t k = 0;

		while (beside[k] && !strstr(c->name, beside[k]))
			k++;
		if (beside[k])
			continue;
		used += (size_t)snprintf(out + used, CELLS_SPACE - used,
		    "%.*s\n", (int)cell->len, cell->text);
		if (used >= CELLS_SPACE)
			return;
	}
}

/* Judges by the law of the i-th day, and says so in the note. */
static void judge_by(struct tool *t, size_t i)
{
	const struct column *c;
	char by[48];

	t->ctx.edition = t->compare[i];
	run_judge(t);
	tool_compared_by(t, i, by);
	for (size_t k = 0; (c = tool_column(t, k)); k++) {
		struct rec_text note = t->cells->at[k];
		char text[4096];

		if (!strstr(c->name, "_note"))
			continue;
		snprintf(text, sizeof(text), "%s%s%.*s", by,
		    note.len ? "; " : "", (int)note.len, note.text);
		cells_copy(t->cells, k, text);
	}
}

static bool put_by(struct tool *t, size_t i)
{
	char by[48];

	judge_by(t, i);
	if (t->explain)
		printf("%sAnswer %s:\n", i ? "\n" : "",
		    tool_compared_by(t, i, by));
	return run_wrote(t, write_answer(t));
}

/* Nothing is written of a record whose answer is the same by both. */
static bool compare_record(struct tool *t)
{
	char *second = t->compared + CELLS_SPACE;
	bool found = t->found;

	judge_by(t, 0);
	if (t->invalid)
		return put_invalid(t);
	copy_answer(t, t->compared);
	judge_by(t, 1);
	copy_answer(t, second);
	t->found = found || strcmp(t->compared, second) != 0;
	if (strcmp(t->compared, second) != 0)
		return put_by(t, 0) && put_by(t, 1) && (t->found = true);
	if (t->explain && t->fact_count)
		puts("The answer is the same by the rules of both days.");
	return true;
}

/* False when the run has to stop. */
bool tool_record(struct tool *t)
{
	t->records++;
	if (t->decisions && !decision_put(t))
		return false;
	if (t->compared && !t->kind->own_rows)
		return compare_record(t);
	run_judge(t);
	if (t->tail)
		return run_wrote(t, rec_put_tail(t->sink, input_reader(t),
		    t->tail));
	if (t->left_out && !t->invalid)
		return true;
	return t->invalid ? put_invalid(t) : run_wrote(t, write_answer(t));
}

/* -- The run ------------------------------------------------------------ */

static bool set_up(struct tool *t)
{
	t->facts = icj_case_new();
	t->report = icj_report_new();
	t->cells = cells_new();
	t->ctx.edition = ICJ_DATE_NONE;
	t->ctx.as_of.date = ICJ_DATE_NONE;
	t->plain = getenv("ICJ_PLAIN") != NULL;
	if (t->facts && t->report && t->cells)
		return true;
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return false;
}

/* A page goes out in one piece: a signal leaves whole ones in a file, and in a
 * pipe those it takes whole. */
static void buffer_pages(void)
{
	static char buffer[65536];

	setvbuf(stdout, buffer, _IOFBF, sizeof(buffer));
}

static void run_say_loss(void *arg, const struct rec_loss *loss)
{
	const struct tool *t = arg;

	tool_say_loss(t, input_name(t), t->rec ? t->rec->line : 0, loss);
}

static int check_output(const struct tool *t)
{
	for (const struct tool_input *in = t->input; in; in = in->next)
		if (start_is_output(in->fd))
			return start_say_output(t);
	return -1;
}

/* Whatever is to be read is open; nothing has been written. */
static int open_output(struct tool *t)
{
	int status = check_output(t);

	if (status < 0)
		status = rejects_check(t);
	if (status < 0)
		status = decision_open(t);
	if (status < 0 && t->explain)
		buffer_pages();
	if (status >= 0 || t->explain)
		return status;
	t->sink = rec_out_new(STDOUT_FILENO, t->out == REC_AUTO ? REC_CSV :
	    t->out);
	if (!t->sink)
		return run_no_memory(t);
	rec_out_on_loss(t->sink, run_say_loss, t);
	rec_out_title(t->sink, t->title[0] ? t->title : t->kind->job);
	status = show_begin(t, t->sink);
	return status < 0 ? start_trailer(t, t->sink) : status;
}

static int run_put_header(struct tool *t)
{
	size_t n;
	const struct rec_text *columns = tool_columns(t, &n);

	if (t->explain || t->no_header || t->kind->own_rows || !t->input)
		return 0;
	return rec_put_header(t->sink, input_reader(t), columns, n);
}

/* Whatever stops here has written nothing but bad records. */
static int take_all(struct tool *t)
{
	int status = rejects_check(t);

	if (status >= 0 || !t->input)
		return status;
	while (input_next(t)) {
		if (t->is_void) {
			t->is_void = false;
			continue;
		}
		t->records++;
		if (!t->invalid)
			t->kind->first(t);
		if (t->invalid)
			invalidate(t);
		if (t->invalid && (!rejects_put(t) ||
		    t->on_error == ON_ERROR_STOP))
			break;
	}
	if (t->status == TOOL_FINE)
		status = t->kind->together(t);
	tool_status(t, status < 0 ? TOOL_FINE : status);
	if (t->status != TOOL_FINE) {
		rejects_end(t);
		return t->status;
	}
	t->records = 0;
	return input_again(t);
}

static int open_all(struct tool *t)
{
	int status = -1;

	if (t->fact_count == 0)
		status = input_open_all(t);
	else
		start_alone(t);
	if (status < 0 && t->trailer && (t->explain || t->ics || (t->out != REC_CSV &&
	    t->out != REC_AUTO))) {
		tool_error(t, NULL, TOOL_E_OPTION, "--trailer is for CSV out, "
		    "which -o csv writes");
		status = TOOL_USAGE;
	}
	if (status < 0 && t->kind->opened)
		status = t->kind->opened(t);
	if (status < 0 && t->kind->first)
		status = take_all(t);
	return status >= 0 ? status : open_output(t);
}

static void run_read_all(struct tool *t)
{
	bool going = run_put_header(t) == 0;

	if (!going)
		tool_say_write(t, t->sink, 0);
	if (!t->explain && !t->plain)
		icj_report_brief(t->report);
	if (t->input && !t->explain && !t->compared)
		ready_begin(t);
	while (going) {
		if (t->jobs > 1 && jobs_wanted(t))
			going = jobs_run(t);
		going = going && input_next(t) && tool_record(t);
	}
	t->rec = NULL;
	if (t->sink && t->status != TOOL_STOPPED && t->kind->end &&
	    t->kind->end(t) != 0)
		tool_say_write(t, t->sink, 0);
}

/* Operands, and records of keys that show at the end: an empty report is not
 * left to speak for itself. */
static void say_no_start(const struct tool *t)
{
	bool begins = !t->kind->begins || input_begins(t);

	for (size_t i = 0; i < t->fact_count && !begins; i++)
		begins = t->kind->begins(t, t->facts_given[i].field);
	for (size_t i = 0; i < t->set_count && !begins; i++)
		begins = t->kind->begins(t, t->sets[i].field);
	if (!begins && (t->fact_count || t->keys_late))
		tool_warn(t, NULL, TOOL_W_NOT_ASKED, "no fact %s",
		    t->kind->begun_by);
}

/* Nothing was judged where it is not come to. */
static void run_judge_all(struct tool *t)
{
	run_read_all(t);
	if (t->status < TOOL_STOPPED)
		say_no_start(t);
	if (t->keys_late && t->status < TOOL_STOPPED)
		map_unmet(t, false);
	rejects_end(t);
}

/* Whether every record has had its answer: else there is no last line. */
static bool is_whole(const struct tool *t)
{
	return t->sink && t->status != TOOL_STOPPED &&
	    t->status != TOOL_USAGE &&
	    !(t->on_error == ON_ERROR_STOP && t->invalids);
}

/* Files keep their format wherever they go; on a terminal their rows wrap, and
 * who looks at them is told of the one that does not. */
static void run_hint_table(const struct tool *t)
{
	if (t->sink && t->input && t->out == REC_CSV && !t->out_given &&
	    !t->show && t->status != TOOL_USAGE && screen_is_there() &&
	    isatty(STDERR_FILENO))
		tool_note(t, TOOL_N_TABLE, "-o table fits the screen, "
		    "-o card has a line for each column");
}

static void run_finish(struct tool *t)
{
	struct rec_in *last = t->kind->own_rows ? NULL : input_reader(t);

	/* Where nothing is written, no header is. */
	if (t->sink && t->status != TOOL_USAGE &&
	    (rec_put_end(t->sink, last) != 0 || rec_flush(t->sink) != 0) &&
	    t->status != TOOL_STOPPED)
		tool_say_write(t, t->sink, 0);
	if (is_whole(t) && start_put_trailer(t, t->sink) != 0)
		tool_say_write(t, t->sink, 0);
	if ((fflush(stdout) || ferror(stdout)) && t->status != TOOL_STOPPED)
		tool_say_write(t, NULL, errno);
	if (t->invalid_ok && t->status == TOOL_INVALID)
		t->status = TOOL_FINE;
	if (t->check && t->found)
		tool_status(t, TOOL_FOUND);
	say_nearest(t);
	tool_sum_up(t);
	run_hint_table(t);
}

static void tear_down(struct tool *t)
{
	rejects_free(t);
	decision_free(t);
	input_close_all(t);
	held_free(t);
	rec_out_free(t->sink);
	trailer_free(t->last);
	icj_calendar_free(t->calendar);
	icj_case_free(t->facts);
	icj_report_free(t->report);
	map_free(t->map);
	amend_free(t);
	cells_free(t->cells);
	ready_free(t->ready);
	free(t->compared);
	free(t->shown);
	free(t->sets);
	free(t->column_names);
	free(t->facts_given);
	free(t->files);
	free(t->holiday_names);
	free(t->map_names);
	free(t->null_words);
}

static int prepare(struct tool *t, int argc, char **argv)
{
	int status = tool_read_options(t, argc, argv);

	if (status < 0)
		status = holiday_read_all(t);
	if (status < 0 && t->kind->begin)
		status = t->kind->begin(t);
	if (status < 0 && t->interview)
		status = ask_run(t);
	if (status < 0)
		facts_begin(t);
	return status < 0 ? open_all(t) : status;
}

int tool_run(const struct tool_kind *kind, void *own, int argc, char **argv)
{
	struct tool_told told = {.onces = 0};
	struct tool t = {.kind = kind, .own = own, .told = &told,
	    .rejects_fd = -1};
	struct complete asked;
	int status = TOOL_STOPPED;

	start_process();
	if (set_up(&t))
		status = complete_is_asked(argc, argv, &asked) ?
		    option_complete(&t, &asked) : prepare(&t, argc, argv);
	if (status >= 0)
		tool_status(&t, status);
	else
		run_judge_all(&t);
	run_finish(&t);
	tear_down(&t);
	return t.status;
}
