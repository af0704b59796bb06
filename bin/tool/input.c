/* SPDX-License-Identifier: MIT */
/*
 * input.c - the files that are read: opens them, looks at their headers and
 * gives their records one after the other.  Knows no field and no rule.
 */
#include "tool/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool/map.h"
#include "tool/trailer.h"

/* -- Opening ------------------------------------------------------------ */

#define SPELLINGS 64 /* beyond that keys are not read */

/* Each field under its name, under labels, under an office's own names, and
 * some with a word more. */
static size_t room_for(const struct tool *t)
{
	const char *field;
	size_t labels = 0;

	while (name_label(labels, &field))
		labels++;
	return icj_field_count() + labels + map_size(t) + SPELLINGS;
}

/* Whoever feeds us slowly wants to see each answer.  A failure shows with the
 * next record. */
static void let_go(void *arg)
{
	struct tool *t = arg;

	if (t->sink && !t->sharing)
		rec_pause(t->sink);
}

static bool make_reader(struct tool_input *in, const struct tool_input *like)
{
	struct tool *t = in->t;
	struct rec_options options = {
		.format = t->in, .place = place_column,
		.knows = like ? NULL : place_knows, .arg = in,
		.plain = t->plain,
		.all = like ? like->all : t->out != REC_AUTO || t->explain ||
		    t->want_all,
		.before_read = let_go, .before_read_arg = t,
	};

	in->all = options.all;
	in->like = like || t->again;
	in->room = room_for(t);
	in->slot = calloc(in->room + 1, sizeof(*in->slot));
	in->value = calloc(in->room + 1, sizeof(*in->value));
	in->value_slot = calloc(in->room + 1, sizeof(*in->value_slot));
	in->order = calloc(in->room + 1, sizeof(*in->order));
	if (!in->slot || !in->value || !in->value_slot || !in->order)
		return false;
	if (t->columns) {
		options.format = REC_CSV;
		options.columns = t->column_names;
		options.column_count = t->column_count;
	}
	options.slots = in->room;
	if (like)
		in->in = rec_in_like(like->in, &options);
	else if (t->again)
		in->in = held_reader(t, in->name, &options);
	else
		in->in = rec_in_new(in->fd, &options);
	return in->in != NULL;
}

bool input_may_share(const struct tool *t)
{
	const struct tool_input *in = t->input;

	return in && !in->two && !in->last && rec_in_format(in->in) == REC_CSV &&
	    t->out == REC_CSV && !t->columns;
}

bool input_like(struct tool *t, const struct tool_input *like)
{
	struct tool_input *in = calloc(1, sizeof(*in));

	t->input = in;
	if (!in)
		return false;
	in->t = t;
	in->name = like->name;
	in->fd = -1;
	if (!make_reader(in, like) || rec_start(in->in) != REC_RECORD ||
	    in->lost)
		return false;
	facts_columns(t, in);
	return true;
}

RARE static void say_stop(const struct tool_input *in, const struct rec_error *e)
{
	struct tool_place at = {in->name, e->line, e->field, NULL};

	tool_error(in->t, &at, e->code, "%s", e->text);
}

/* --max-age: an export that is no longer made looks like a quiet day. */
static int check_age(const struct tool_input *in)
{
	struct tool_place at = {in->name, 0, 0, NULL};
	struct stat st;

	if (!in->t->max_age || in->t->again)
		return -1;
	if (fstat(in->fd, &st) != 0 || !S_ISREG(st.st_mode))
		tool_error(in->t, &at, TOOL_E_OLD, "no file, so that --max-age "
		    "cannot say how old it is");
	else if (start_is_older(&st, in->t->max_age))
		tool_error(in->t, &at, TOOL_E_OLD, "last written longer ago "
		    "than --max-age says; is the export still made?");
	else
		return -1;
	return TOOL_USAGE;
}

/* Who knows no tools yet types fields and words like files. */
static int say_no_file(const struct tool *t, const char *name)
{
	struct tool_place at = {name, 0, 0, NULL};
	const char *why = strerror(errno);
	int two;

	if (errno == ENOENT && name_find(t, name, strlen(name), &two))
		tool_error(t, &at, TOOL_E_OPEN, "%s; a fact is given as "
		    "%s=VALUE, without blanks", why, name);
	else if (errno == ENOENT && strcmp(name, "help") == 0)
		tool_error(t, &at, TOOL_E_OPEN, "%s; try '%s --help'", why,
		    t->kind->name);
	else
		tool_error(t, &at, TOOL_E_OPEN, "%s", why);
	return TOOL_USAGE;
}

static int add_input(struct tool *t, const char *name,
    struct tool_input ***tail)
{
	struct tool_input *in = calloc(1, sizeof(*in));
	int status;
	bool std = !name || strcmp(name, "-") == 0;

	if (!in) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	**tail = in;
	*tail = &in->next;
	in->t = t;
	in->name = std ? "<stdin>" : name;
	in->fd = std || t->again ? STDIN_FILENO :
	    open(name, O_RDONLY | O_CLOEXEC);
	if (in->fd < 0) {
		return say_no_file(t, name);
	}
	if (!make_reader(in, NULL)) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	status = check_age(in);
	return status < 0 && t->kind->first && !t->again ? held_take(in) :
	    status;
}

bool input_reads(const struct tool *t, const struct stat *file)
{
	struct stat st;

	for (const struct tool_input *in = t->input; in; in = in->next)
		if (fstat(in->fd, &st) == 0 && S_ISREG(st.st_mode) &&
		    st.st_dev == file->st_dev && st.st_ino == file->st_ino)
			return true;
	return false;
}

/* -- Headers ------------------------------------------------------------ */

/* The first line where a CSV has none. */
static struct tool_place input_header_place(const struct tool_input *in)
{
	bool skipped, csv = in->in && rec_in_format(in->in) == REC_CSV;
	unsigned long line = csv ? rec_in_header_line(in->in, &skipped) : 0;

	return (struct tool_place){in->name, csv && !line ? 1 : line, 0, NULL};
}

static int say_unknown(const struct tool_input *in)
{
	const struct tool_kind *kind = in->t->kind;
	struct tool_place at = input_header_place(in);

	if (in->inside.text) {
		at.line = 0;
		tool_error(in->t, &at, TOOL_E_NO_KNOWN, "no key is known that "
		    "could decide anything: the records stand in a list, %s; "
		    "take them out, as jq '.%s[]' does", in->inside.text,
		    in->inside.text);
		return TOOL_USAGE;
	}
	tool_error(in->t, &at, TOOL_E_NO_KNOWN, "no column %s%s; "
	    "--map names an office's own columns, --fields lists ours",
	    !kind->begins && kind->begun_by ? kind->begun_by :
	    "is known that could decide anything", separator_hint(in->in));
	return TOOL_USAGE;
}

static int say_ours(const struct tool_input *in)
{
	struct tool_place at = input_header_place(in);

	tool_error(in->t, &at, TOOL_E_COLUMN,
	    "a column of %s is already there; --replace replaces it",
	    in->t->kind->name);
	return TOOL_USAGE;
}

static bool set_begins(const struct tool *t)
{
	for (size_t i = 0; i < t->set_count; i++)
		if (t->kind->begins(t, t->sets[i].field))
			return true;
	return false;
}

/* Where an empty report says "nothing", a file of another tool's columns must
 * not look like one; whoever answers each record says so once. */
static int check_asked(const struct tool_input *in)
{
	const struct tool *t = in->t;
	struct tool_place at = input_header_place(in);

	if (t->kind->begins && !in->begins && !set_begins(t)) {
		tool_error(t, &at, TOOL_E_NO_START, "no column %s; --map "
		    "names an office's own columns", t->kind->begun_by);
		return TOOL_USAGE;
	}
	if (!in->asked && t->set_count == 0 && !in->like)
		tool_warn_once(t, &at, TOOL_W_NOT_ASKED, 0, "no column is "
		    "there that %s asks for; --fields lists them",
		    t->kind->name);
	return -1;
}

/* A header tells at once whether the file is any good; a record of YAML or
 * JSON may just be sparse. */
static int input_check_columns(const struct tool_input *in)
{
	bool csv = rec_in_format(in->in) == REC_CSV;

	if (in->lost) {
		tool_error(in->t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (in->ours)
		return say_ours(in);
	if (!csv)
		return -1;
	return in->telling ? check_asked(in) : say_unknown(in);
}

static bool input_is_telling(const void *arg)
{
	const struct tool_input *in = arg;

	return in->telling || in->ours || in->lost;
}

/* Keys are looked for before anything is written, in as many records as it
 * takes: which record comes first must not decide what is refused. */
static int look_for_keys(struct tool_input *in)
{
	in->unread = rec_look_ahead(in->in, input_is_telling, in) == REC_STOP;
	return input_check_columns(in);
}

/* Reading: YAML and JSON have no header, so that what a header would show is
 * asked of all records together.  Where some key is not known and none that
 * could decide anything is, in any record of any file, nothing is answered.  A
 * record without such keys among others that have some is merely sparse. */
static int check_keys(const struct tool *t)
{
	const struct tool_input *strange = NULL;

	for (const struct tool_input *in = t->input; in; in = in->next) {
		if (!in->in)
			continue;
		if (rec_in_format(in->in) == REC_CSV || in->telling ||
		    in->unread)
			return -1;
		if (in->strange && !strange)
			strange = in;
	}
	return strange ? say_unknown(strange) : -1;
}

/* What a header announces can only be found in a whole file. */
static int input_expect_last(struct tool_input *in)
{
	struct tool_place at = input_header_place(in);

	if (!in->last_field)
		return -1;
	if (in->t->columns) {
		tool_error(in->t, &at, TOOL_E_TRAILER, "a part of a file "
		    "cannot be checked by its last line; take the column "
		    TRAILER_NAME " and that line off first");
		return TOOL_USAGE;
	}
	in->last = trailer_new();
	if (!in->last) {
		tool_error(in->t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	trailer_begin(in->last, in->in, in->last_field);
	return -1;
}

/* With --trailer whoever writes at all writes a header. */
static int say_empty(const struct tool_input *in)
{
	struct tool_place at = {in->name, 0, 0, NULL};

	if (in->t->trailer) {
		tool_error(in->t, &at, TOOL_E_TRAILER, "no input, not even a "
		    "header: what was to write it stopped early");
		return TOOL_STOPPED;
	}
	if (!in->t->no_header)
		tool_warn(in->t, &at, TOOL_W_EMPTY, "no input");
	return -1;
}

static int start_input(struct tool_input *in)
{
	int status;

	switch (rec_start(in->in)) {
	case REC_STOP:
		say_stop(in, rec_in_error(in->in));
		return start_status(rec_in_error(in->in));
	case REC_END:
		rec_in_free(in->in);
		in->in = NULL;
		return say_empty(in);
	case REC_RECORD:
		break;
	}
	start_say_header(in->t, in->name, in->in);
	status = input_expect_last(in);
	if (status >= 0)
		return status;
	if (rec_in_format(in->in) != REC_CSV)
		return look_for_keys(in);
	facts_columns(in->t, in);
	return input_check_columns(in);
}

static int start_all(struct tool *t)
{
	const struct tool_input *first = NULL;

	for (struct tool_input *in = t->input; in; in = in->next) {
		int status = start_input(in);

		if (status >= 0)
			return status;
		if (!in->in)
			continue;
		if (!first)
			first = in;
		if (!start_same_header(first->in, in->in)) {
			struct tool_place at = input_header_place(in);

			tool_error(t, &at, TOOL_E_HEADERS, "its header or "
			    "format is not that of %s", first->name);
			return TOOL_USAGE;
		}
	}
	if (first && t->out == REC_AUTO)
		t->out = rec_in_format(first->in);
	if (first && rec_in_format(first->in) == REC_CSV)
		return map_unmet(t, t->ctx.strict);
	t->keys_late = first;
	return check_keys(t);
}

bool input_begins(const struct tool *t)
{
	bool begins = t->begun;

	for (const struct tool_input *in = t->input; in; in = in->next)
		begins |= in->begins;
	return begins;
}

static void close_first(struct tool *t)
{
	struct tool_input *in = t->input;

	t->begun |= in->begins;
	t->input = in->next;
	rec_in_free(in->in);
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	while (in->slots > 0)
		free(in->slot[--in->slots].name);
	free(in->slot);
	free(in->value);
	trailer_free(in->last);
	free(in->value_slot);
	free(in->order);
	free((void *)(uintptr_t)in->inside.text);
	free(in->claim);
	free(in);
}

/* Files that were empty are done with. */
static void skip_empty(struct tool *t)
{
	while (t->input && !t->input->in)
		close_first(t);
}

static bool stdin_once(const struct tool *t)
{
	int times = 0;

	for (size_t i = 0; i < t->file_count; i++)
		times += strcmp(t->files[i], "-") == 0;
	if (times > 1)
		tool_error(t, NULL, TOOL_E_OPERANDS,
		    "stdin can be read only once");
	return times <= 1;
}

static int open_each(struct tool *t)
{
	struct tool_input **tail = &t->input;
	int status = -1;

	if (t->file_count == 0)
		status = add_input(t, NULL, &tail);
	for (size_t i = 0; i < t->file_count && status < 0; i++)
		status = add_input(t, t->files[i], &tail);
	if (status < 0)
		status = start_all(t);
	if (status < 0)
		skip_empty(t);
	return status;
}

int input_open_all(struct tool *t)
{
	if (!stdin_once(t))
		return TOOL_USAGE;
	if (t->file_count == 0 && isatty(STDIN_FILENO))
		return tool_usage(t);
	return open_each(t);
}

/* What there is to say of columns was said. */
int input_again(struct tool *t)
{
	bool quiet = t->quiet;
	int status;

	input_close_all(t);
	t->again = t->quiet = true;
	status = open_each(t);
	t->quiet = quiet;
	return status;
}

void input_close_all(struct tool *t)
{
	while (t->input)
		close_first(t);
}

struct rec_in *input_reader(const struct tool *t)
{
	return t->input ? t->input->in : NULL;
}

const char *input_name(const struct tool *t)
{
	return t->input ? t->input->name : "operands";
}

bool input_lacks(const struct tool *t, const char *name)
{
	const struct icj_field *f = icj_field_find(name, strlen(name));

	if (!t->input || rec_in_format(input_reader(t)) != REC_CSV)
		return false;
	for (size_t i = 0; i < t->set_count; i++)
		if (t->sets[i].field == f)
			return false;
	return !input_has_field(t, f, 0);
}

unsigned long input_header_line(const struct tool *t)
{
	return t->input ? input_header_place(t->input).line : 0;
}

/* -- Records ------------------------------------------------------------ */

static void fresh(struct tool *t)
{
	t->invalid = t->judged = false;
	t->bad_count = 0;
	t->why[0] = '\0';
}

static bool stop(struct tool *t, int status)
{
	tool_status(t, status);
	return false;
}

/* The keys of YAML and JSON are known only once a record is read. */
static bool keys_are_fine(struct tool *t)
{
	int status;

	if (rec_in_format(t->input->in) == REC_CSV)
		return true;
	status = input_check_columns(t->input);
	if (status >= 0)
		tool_status(t, t->wrote || t->status > TOOL_USAGE ?
		    TOOL_STOPPED : status);
	return status < 0;
}

/* After the last record of a file: whether there is another file. */
RARE static bool next_file(struct tool *t)
{
	struct tool_input *in = t->input;

	if (!in->next)
		return false;
	/* A failure shows with the next record. */
	if (t->sink && !t->kind->own_rows)
		rec_put_end(t->sink, in->in);
	close_first(t);
	skip_empty(t);
	return t->input;
}

RARE static void spoil(struct tool *t, struct tool_input *in,
    const struct rec_error *fault)
{
	struct tool_place at = {in->name, fault->line ? fault->line :
		t->rec->line, fault->field, NULL};

	facts_start(t);
	t->is_void = fault->code == REC_E_VOID;
	if (!t->is_void) {
		facts_spoil(t, &at, fault->code, fault->text);
		return;
	}
	t->invalid = true;
	if (!t->void_warned)
		start_say_void(t, in->name, t->rec->line);
	t->void_warned = true;
}

/* The same as rec_next() of a file that announced a last line, which is no
 * record. */
RARE static enum rec_got next_to_last(struct tool *t)
{
	struct tool_input *in = t->input;
	enum rec_got got;
	int last = 0;

	while ((got = rec_next(in->in, &t->rec)) == REC_RECORD &&
	    (last = trailer_take(in->last, t, in->name, in->in,
	        t->rec->line)) > 0)
		/* Blank lines before it; a failure shows with what follows. */
		if (t->sink && !t->kind->own_rows)
			rec_put_end(t->sink, in->in);
	in->last_bad = last < 0 || (got == REC_END &&
	    !trailer_came(in->last, t, in->name));
	return in->last_bad ? REC_STOP : got;
}

/* An input that cannot be read on. */
RARE static bool say_broken(struct tool *t)
{
	say_stop(t->input, rec_in_error(t->input->in));
	rejects_put_rest(t);
	return stop(t, TOOL_STOPPED);
}

static bool next_of_files(struct tool *t)
{
	enum rec_got got = REC_END;

	while (t->input && (got = t->input->last ? next_to_last(t) :
	    rec_next(t->input->in, &t->rec)) == REC_END)
		if (!next_file(t))
			return false;
	if (!t->input)
		return false;
	if (got == REC_STOP)
		return t->input->last_bad ? stop(t, TOOL_STOPPED) :
		    say_broken(t);
	if (!keys_are_fine(t))
		return false;
	if (t->rec->fault)
		spoil(t, t->input, t->rec->fault);
	else
		facts_take(t, t->input);
	return true;
}

bool input_next(struct tool *t)
{
	fresh(t);
	if (t->fact_count == 0)
		return next_of_files(t);
	if (t->wrote)
		return false;
	t->wrote = true;
	facts_take_operands(t);
	return true;
}
