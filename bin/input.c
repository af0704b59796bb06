/* SPDX-License-Identifier: MIT */
/*
 * input.c - from files to facts: opens what is to be read, finds out which
 * column is which field, and sets the facts of each record.  Knows the
 * dictionary, and no rule.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tool.h"

#include "map.h"
#include "same.h"

/* What a slot of the records holds: a field, or a label with two meanings. */
struct slot {
	const struct icj_field *field;
	int two;
	enum { SET, SET_ONCE, IDLE } use; /* of its values: see settle() */
	char *name; /* of the column */
	size_t len;
};

struct tool_input {
	struct tool *t;
	const char *name;
	int fd;
	struct rec_in *in;
	struct slot *slot;
	size_t slots, room;
	bool telling;  /* a column is known that can decide something */
	bool strange;  /* a column is not known at all */
	bool ours;     /* a column of ours is already there */
	bool two;      /* a label with two meanings is there */
	bool two_warned;
	bool lost;     /* no memory for a slot */
	struct rec_text *columns; /* of --columns */
	struct tool_input *next;
};

/* -- Which column is which field ---------------------------------------- */

static bool overridden(const struct tool *t, const struct icj_field *f)
{
	for (size_t i = 0; i < t->set_count; i++)
		if (t->sets[i].field == f)
			return true;
	return false;
}

static bool is_in_group(const char *group, const char *name, size_t len)
{
	const struct column *c;

	for (size_t i = 0; group && (c = column_at(group, i)); i++)
		if (name_same(c->name, name, len))
			return true;
	return false;
}

/* Also a column that only an option adds: left behind, it would contradict
 * the new ones. */
static bool is_ours(const struct tool *t, const char *name, size_t len)
{
	return is_in_group(t->kind->columns, name, len) ||
	    is_in_group(t->kind->optional, name, len);
}

/* A reader of YAML may ask for the same name again. */
static int slot_of(struct tool_input *in, const char *name, size_t len)
{
	for (size_t i = 0; i < in->slots; i++)
		if (in->slot[i].len == len &&
		    name_same(in->slot[i].name, name, len))
			return (int)i;
	return REC_PASS;
}

/* A value that no question of this tool reads must not spoil the record.
 * Where a column has two meanings, it may yet give what another column does;
 * and two columns can give one field. */
static void settle(const struct tool_input *in, struct slot *slot)
{
	slot->use = SET;
	if (slot->two || (!in->two && slot->field->type != ICJ_TEXT &&
	    !(slot->field->read_by & in->t->kind->area)))
		slot->use = IDLE;
	for (const struct slot *s = in->slot;
	    s < slot && slot->use != IDLE; s++)
		if (s->field == slot->field)
			slot->use = SET_ONCE;
}

/* Another column can change what the others are used for. */
static void settle_all(struct tool_input *in)
{
	for (size_t i = 0; i < in->slots; i++)
		settle(in, &in->slot[i]);
}

static int new_slot(struct tool_input *in, const char *name, size_t len,
    const struct icj_field *f, int two)
{
	int known = slot_of(in, name, len);
	struct slot *slot = &in->slot[in->slots];

	if (known != REC_PASS)
		return known;
	slot->name = in->slots < in->room ? strndup(name, len) : NULL;
	if (!slot->name) {
		in->lost = true;
		return REC_PASS;
	}
	slot->len = strlen(slot->name);
	slot->field = f;
	slot->two = two;
	in->two |= two != 0;
	in->slots++;
	settle_all(in);
	return (int)(slot - in->slot);
}

static void warn_near(struct tool_input *in, const char *name, size_t len,
    unsigned field)
{
	bool csv = rec_in_format(in->in) == REC_CSV;
	struct tool_place at = {in->name, csv, csv ? field : 0, NULL};
	const struct icj_field *near = name_near(name, len);

	if (near && near->read_by & in->t->kind->area &&
	    !column_is_known(name, len))
		tool_warn(in->t, &at, TOOL_W_NEAR,
		    "column %.*s is not known; %s is", (int)len, name,
		    near->name);
}

/* A text names a record and a state places it: neither decides anything. */
static bool tells(const struct icj_field *f)
{
	return f->type != ICJ_TEXT && f->type != ICJ_STATE;
}

/* Besides what the tool reads: what settles a label with two meanings, and
 * what a page of prose begins with. */
static bool is_wanted(const struct tool *t, const struct icj_field *f)
{
	return f->read_by & t->kind->area ||
	    strcmp(f->name, "case_type") == 0 ||
	    (t->explain && strcmp(f->name, "case_id") == 0);
}

static int place(void *arg, const char *name, size_t len, unsigned field)
{
	struct tool_input *in = arg;
	const struct tool *t = in->t;
	const struct icj_field *f;
	int two;

	if (!t->kind->own_rows && is_ours(t, name, len)) {
		in->ours |= !t->replace;
		return REC_DROP;
	}
	f = name_find(t, name, len, &two);
	if (!f && !two) {
		in->strange = true;
		warn_near(in, name, len, field);
		return REC_PASS;
	}
	if (two)
		return new_slot(in, name, len, NULL, two);
	/* Also what only another tool reads: files pass through many. */
	if (tells(f))
		in->telling = true;
	if (overridden(t, f))
		return REC_PASS;
	return is_wanted(t, f) ? new_slot(in, name, len, f, 0) : REC_PASS;
}

/* -- Opening ------------------------------------------------------------ */

static int split_columns(struct tool_input *in, const char *list,
    struct rec_options *options)
{
	size_t n = 1;

	for (const char *p = list; *p; p++)
		n += *p == ',';
	in->columns = calloc(n, sizeof(*in->columns));
	if (!in->columns)
		return -1;
	for (size_t i = 0; i < n; i++) {
		in->columns[i].text = list;
		in->columns[i].len = strcspn(list, ",");
		list += in->columns[i].len + 1;
	}
	options->columns = in->columns;
	options->column_count = n;
	return 0;
}

/* Each field under its name, under labels and under an office's own names. */
static size_t room_for(const struct tool *t)
{
	const char *field;
	size_t labels = 0;

	while (name_label(labels, &field))
		labels++;
	return icj_field_count() + labels + map_size(t);
}

/* Whoever feeds us slowly wants to see each answer.  A failure shows with the
 * next record. */
static void let_go(void *arg)
{
	struct tool *t = arg;

	if (t->sink)
		rec_pause(t->sink);
}

static bool make_reader(struct tool_input *in)
{
	struct tool *t = in->t;
	struct rec_options options = {
		.format = t->in, .place = place, .arg = in,
		.all = t->out != REC_AUTO || t->explain || t->want_all,
		.before_read = let_go, .before_read_arg = t,
	};

	in->room = room_for(t);
	in->slot = calloc(in->room + 1, sizeof(*in->slot));
	if (t->columns && split_columns(in, t->columns, &options) != 0)
		return false;
	if (t->columns)
		options.format = REC_CSV;
	options.slots = in->room;
	in->in = in->slot ? rec_in_new(in->fd, &options) : NULL;
	return in->in != NULL;
}

static void say_stop(const struct tool_input *in, const struct rec_error *e)
{
	struct tool_place at = {in->name, e->line, e->field, NULL};

	tool_error(in->t, &at, e->code, "%s", e->text);
}

static int add_input(struct tool *t, const char *name,
    struct tool_input ***tail)
{
	struct tool_input *in = calloc(1, sizeof(*in));
	bool std = !name || strcmp(name, "-") == 0;

	if (!in) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	**tail = in;
	*tail = &in->next;
	in->t = t;
	in->name = std ? "<stdin>" : name;
	in->fd = std ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (in->fd < 0) {
		tool_error(t, &(struct tool_place){name, 0, 0, NULL},
		    TOOL_E_OPEN, "%s", strerror(errno));
		return TOOL_USAGE;
	}
	if (!make_reader(in)) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	return -1;
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

static int say_unknown(const struct tool_input *in)
{
	struct tool_place at = {in->name, 1, 0, NULL};
	size_t n;
	const struct rec_text *header = rec_in_header(in->in, &n);
	const char *hint = "";

	if (n == 1 && memchr(header->text, ';', header->len))
		hint = " (is it separated by semicolons?)";
	else if (n == 1 && memchr(header->text, '\t', header->len))
		hint = " (is it separated by tabs?)";
	tool_error(in->t, &at, TOOL_E_NO_KNOWN,
	    "no column is known that could decide anything%s; "
	    "--map names an office's own columns, --fields lists ours", hint);
	return TOOL_USAGE;
}

static int say_ours(const struct tool_input *in)
{
	struct tool_place at = {in->name, 1, 0, NULL};

	tool_error(in->t, &at, TOOL_E_COLUMN,
	    "a column of %s is already there; --replace replaces it",
	    in->t->kind->name);
	return TOOL_USAGE;
}

/* A header tells at once whether the file is any good.  A record of YAML or
 * JSON may just be sparse: it is doubted only for a key that is not known,
 * and only the first one. */
static int check_columns(const struct tool_input *in)
{
	bool sparse = rec_in_format(in->in) != REC_CSV &&
	    (!in->strange || in->t->wrote);

	if (in->lost) {
		tool_error(in->t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (in->ours)
		return say_ours(in);
	return in->telling || sparse ? -1 : say_unknown(in);
}

static bool same_header(const struct tool_input *a, const struct tool_input *b)
{
	size_t na, nb;
	const struct rec_text *ha = rec_in_header(a->in, &na);
	const struct rec_text *hb = rec_in_header(b->in, &nb);

	if (na != nb || rec_in_format(a->in) != rec_in_format(b->in))
		return false;
	for (size_t i = 0; i < na; i++)
		if (ha[i].len != hb[i].len ||
		    memcmp(ha[i].text, hb[i].text, ha[i].len) != 0)
			return false;
	return true;
}

/* What cannot even be begun is a wrong file; what breaks off in the middle
 * is a stream that stopped. */
static int start_status(const struct rec_error *e)
{
	return e->code == REC_E_READ || e->code == REC_E_HEADER ||
	    e->code == REC_E_UTF16 ? TOOL_USAGE : TOOL_STOPPED;
}

static int start_input(struct tool_input *in)
{
	switch (rec_start(in->in)) {
	case REC_STOP:
		say_stop(in, rec_in_error(in->in));
		return start_status(rec_in_error(in->in));
	case REC_END:
		if (!in->t->no_header)
			tool_warn(in->t, &(struct tool_place){in->name, 0, 0,
			    NULL}, TOOL_W_EMPTY, "no input");
		rec_in_free(in->in);
		in->in = NULL;
		return -1;
	case REC_RECORD:
		break;
	}
	if (rec_in_format(in->in) == REC_CSV)
		return check_columns(in);
	return -1;
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
		if (!same_header(first, in)) {
			struct tool_place at = {in->name, 1, 0, NULL};

			tool_error(t, &at, TOOL_E_HEADERS, "its header or "
			    "format is not that of %s", first->name);
			return TOOL_USAGE;
		}
	}
	if (first && t->out == REC_AUTO)
		t->out = rec_in_format(first->in);
	return -1;
}

static void close_first(struct tool *t)
{
	struct tool_input *in = t->input;

	t->input = in->next;
	rec_in_free(in->in);
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	while (in->slots > 0)
		free(in->slot[--in->slots].name);
	free(in->slot);
	free(in->columns);
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

int input_open_all(struct tool *t)
{
	struct tool_input **tail = &t->input;
	int status = stdin_once(t) ? -1 : TOOL_USAGE;

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

/* -- Facts -------------------------------------------------------------- */

static void spoil(struct tool *t, const struct tool_place *at, int code,
    const char *why)
{
	tool_error(t, at, code, "%s", why);
	if (!t->invalid)
		snprintf(t->why, sizeof(t->why), "%s%s%s",
		    at->field ? at->field : "", at->field ? ": " : "", why);
	t->invalid = true;
}

/* Blank or "unknown", as the library reads them. */
static bool says_nothing(const struct rec_value *v)
{
	const char *text = v->text;
	size_t len = v->len;

	while (len > 0 && (*text == ' ' || *text == '\t'))
		text++, len--;
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\t'))
		len--;
	return len == 0 || name_same("unknown", text, len);
}

static void spoil_by(struct tool *t, const struct icj_field *f,
    const struct rec_value *v, int code, const char *why)
{
	struct tool_place at = {
		input_name(t), v->line ? v->line : t->rec->line, v->field,
		f->name
	};

	spoil(t, &at, code, why);
}

static inline void take_value(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	enum icj_err err = icj_case_set(t->facts, f, v->text, v->len);

	if (err != ICJ_OK)
		spoil_by(t, f, v, (int)err, icj_strerror(err));
}

/* Of a field that more than one column can give. */
static void take_shared(struct tool *t, const struct icj_field *f,
    const struct rec_value *v)
{
	if (!icj_case_has(t->facts, f))
		take_value(t, f, v);
	else if (!says_nothing(v))
		spoil_by(t, f, v, TOOL_E_TWICE, "given in two columns");
}

/* Labels with two meanings wait until the kind of case is known. */
static void take_two(struct tool *t, struct tool_input *in)
{
	for (size_t i = 0; i < in->slots; i++) {
		const struct rec_value *v = &t->rec->value[i];
		const struct icj_field *f;

		if (!in->slot[i].two || !v->text || v->len == 0)
			continue;
		f = name_resolve(t->facts, in->slot[i].two, v->text, v->len);
		if (f && f->read_by & t->kind->area && !overridden(t, f))
			take_shared(t, f, v);
		if (f || in->two_warned)
			continue;
		in->two_warned = true;
		tool_warn(t, &(struct tool_place){in->name, t->rec->line,
		    v->field, NULL}, TOOL_W_TWO_MEANINGS, in->slot[i].two ==
		    NAME_STATUS ? "this column has two meanings and here a "
		    "value of neither; it is only passed through" :
		    "this column has two meanings; without case_type it is "
		    "only passed through");
	}
}

static void take_values(struct tool *t, struct tool_input *in)
{
	const struct rec_value *v = t->rec->value;

	for (size_t i = 0; i < in->slots; i++, v++) {
		const struct slot *slot = &in->slot[i];

		if (!v->text || v->len == 0 || slot->use == IDLE)
			continue;
		if (slot->use == SET_ONCE)
			take_shared(t, slot->field, v);
		else
			take_value(t, slot->field, v);
	}
	if (in->two)
		take_two(t, in);
}

static void take_facts(struct tool *t, const struct tool_fact *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct tool_place at = {"operands", 0, (unsigned)i + 1,
		    list[i].field->name};
		enum icj_err err = icj_case_set(t->facts, list[i].field,
		    list[i].value, strlen(list[i].value));

		if (err != ICJ_OK)
			spoil(t, &at, (int)err, icj_strerror(err));
	}
}

static void fresh(struct tool *t)
{
	icj_case_reset(t->facts);
	t->invalid = false;
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
	status = check_columns(t->input);
	if (status >= 0)
		tool_status(t, t->wrote ? TOOL_STOPPED : status);
	return status < 0;
}

static bool next_of_files(struct tool *t)
{
	while (t->input) {
		struct tool_input *in = t->input;
		const struct rec_error *fault;

		switch (rec_next(in->in, &t->rec)) {
		case REC_STOP:
			say_stop(in, rec_in_error(in->in));
			return stop(t, TOOL_STOPPED);
		case REC_END:
			if (!in->next)
				return false;
			/* A failure shows with the next record. */
			if (t->sink && !t->kind->own_rows)
				rec_put_end(t->sink, in->in);
			close_first(t);
			skip_empty(t);
			continue;
		case REC_RECORD:
			break;
		}
		if (!keys_are_fine(t))
			return false;
		fault = t->rec->fault;
		take_facts(t, t->sets, t->set_count);
		if (fault)
			spoil(t, &(struct tool_place){in->name, fault->line ?
			    fault->line : t->rec->line, fault->field, NULL},
			    fault->code, fault->text);
		else
			take_values(t, in);
		return true;
	}
	return false;
}

bool input_next(struct tool *t)
{
	fresh(t);
	if (t->fact_count == 0)
		return next_of_files(t);
	if (t->wrote)
		return false;
	t->wrote = true;
	take_facts(t, t->facts_given, t->fact_count);
	take_facts(t, t->sets, t->set_count);
	return true;
}
