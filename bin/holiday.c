/* SPDX-License-Identifier: MIT */
/*
 * holiday.c - reads --holidays files into a calendar: CSV with the columns
 * date, state, name and perhaps kind and valid_through.  Counts no day.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool.h"

#include "same.h"

enum { COL_DATE, COL_STATE, COL_NAME, COL_KIND, COL_THROUGH, COLS };

static const char *const col_names[COLS] = {
	"date", "state", "name", "kind", "valid_through"
};

/* What has been read so far.  Names are kept in pieces of their own. */
struct book {
	struct tool *t;
	const char *file;
	struct icj_closure *closures;
	struct icj_vouch *vouches;
	size_t closure_count, vouch_count;
	icj_date through; /* what a comment of this file vouches for */
	bool dated;       /* this file has a column of dates */
	bool fine;
};

static int place(void *arg, const char *name, size_t len, unsigned field)
{
	struct book *b = arg;

	(void)field;
	for (int i = 0; i < COLS; i++)
		if (name_same(col_names[i], name, len)) {
			b->dated |= i == COL_DATE;
			return i;
		}
	return REC_PASS;
}

static void complain(struct book *b, unsigned long line, unsigned column,
    const char *field, int code, const char *why)
{
	struct tool_place at = {b->file, line, column, field};

	tool_error(b->t, &at, code, "%s", why);
	b->fine = false;
}

/* -- One line ----------------------------------------------------------- */

static void trimmed(const struct rec_value *v, const char **text, size_t *len)
{
	*text = v->text ? v->text : "";
	*len = v->text ? v->len : 0;
	while (*len > 0 && **text == ' ')
		(*text)++, (*len)--;
	while (*len > 0 && (*text)[*len - 1] == ' ')
		(*len)--;
}

static bool read_day(struct book *b, const struct rec *rec, int col,
    icj_date *out)
{
	const struct rec_value *v = &rec->value[col];
	enum icj_err err;
	const char *text;
	size_t len;

	trimmed(v, &text, &len);
	err = icj_date_parse(text, len, NULL, out);
	if (err != ICJ_OK)
		complain(b, rec->line, v->field, col_names[col], (int)err,
		    icj_strerror(err));
	return err == ICJ_OK;
}

static bool read_state(struct book *b, const struct rec *rec, icj_state *out)
{
	const struct rec_value *v = &rec->value[COL_STATE];
	const char *text;
	size_t len;

	trimmed(v, &text, &len);
	*out = icj_state_find(text, len);
	if (len > 0 && *out == 0) {
		complain(b, rec->line, v->field, "state", ICJ_E_STATE,
		    icj_strerror(ICJ_E_STATE));
		return false;
	}
	return true;
}

/* "closed", nothing or a half day, which is worked; "open" re-opens. */
static bool read_kind(struct book *b, const struct rec *rec, bool *open,
    bool *half)
{
	const struct rec_value *v = &rec->value[COL_KIND];
	const char *text;
	size_t len;

	trimmed(v, &text, &len);
	*open = name_same("open", text, len);
	*half = name_same("half", text, len);
	if (*open || *half || len == 0 || name_same("closed", text, len))
		return true;
	complain(b, rec->line, v->field, "kind", TOOL_E_HOLIDAYS,
	    "not closed, open or half");
	return false;
}

static char *copy(const char *text, size_t len)
{
	char *s = malloc(len + 1);

	if (s) {
		memcpy(s, text, len);
		s[len] = '\0';
	}
	return s;
}

static void add_closure(struct book *b, const struct icj_closure *c)
{
	struct icj_closure *more = realloc(b->closures,
	    (b->closure_count + 1) * sizeof(*more));

	if (!more) {
		complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
		free((char *)c->name);
		return;
	}
	more[b->closure_count++] = *c;
	b->closures = more;
}

static void add_vouch(struct book *b, icj_state state, icj_date through)
{
	struct icj_vouch *more;

	for (size_t i = 0; i < b->vouch_count; i++)
		if (b->vouches[i].state == state) {
			b->vouches[i].through = through;
			return;
		}
	more = realloc(b->vouches, (b->vouch_count + 1) * sizeof(*more));
	if (!more) {
		complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
		return;
	}
	more[b->vouch_count].state = state;
	more[b->vouch_count++].through = through;
	b->vouches = more;
}

static void take_line(struct book *b, const struct rec *rec)
{
	struct icj_closure c = {.open = false};
	const char *name;
	size_t len;
	icj_date through;
	bool half;

	if (!read_day(b, rec, COL_DATE, &c.date) ||
	    !read_state(b, rec, &c.state) || !read_kind(b, rec, &c.open, &half))
		return;
	trimmed(&rec->value[COL_THROUGH], &name, &len);
	if (len > 0 && read_day(b, rec, COL_THROUGH, &through))
		add_vouch(b, c.state, through);
	if (half)
		return;
	trimmed(&rec->value[COL_NAME], &name, &len);
	c.name = len > 0 ? copy(name, len) : NULL;
	if (len > 0 && !c.name)
		complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
	else
		add_closure(b, &c);
}

/* -- Comments ----------------------------------------------------------- */

/* "# valid-through: 2026-12-31" */
static void take_comment(struct book *b, unsigned long line, const char *text,
    size_t len)
{
	static const char key[] = "valid-through:";
	enum icj_err err;

	while (len > 0 && (*text == '#' || *text == ' '))
		text++, len--;
	if (len < sizeof(key) || memcmp(text, key, sizeof(key) - 1) != 0)
		return;
	text += sizeof(key) - 1;
	len -= sizeof(key) - 1;
	while (len > 0 && *text == ' ')
		text++, len--;
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\r'))
		len--;
	err = icj_date_parse(text, len, NULL, &b->through);
	if (err != ICJ_OK)
		complain(b, line, 0, "valid-through", (int)err,
		    icj_strerror(err));
}

/* Comment lines are no CSV.  They are emptied before the reader sees the
 * rest, which keeps its line numbers true.  Returns the new length. */
static size_t take_comments(struct book *b, char *text, size_t len)
{
	char *to = text, *from = text, *end = text + len;

	for (unsigned long line = 1; from < end; line++) {
		char *stop = memchr(from, '\n', (size_t)(end - from));
		size_t n = (size_t)((stop ? stop + 1 : end) - from);

		if (*from == '#') {
			take_comment(b, line, from, n - (stop != NULL));
			*to++ = '\n';
		} else {
			memmove(to, from, n);
			to += n;
		}
		from += n;
	}
	return (size_t)(to - text);
}

/* A comment vouches for every state the file names. */
static void vouch_for_file(struct book *b, size_t first)
{
	if (b->through == ICJ_DATE_NONE)
		return;
	if (first == b->closure_count)
		add_vouch(b, 0, b->through);
	for (size_t i = first; i < b->closure_count; i++)
		add_vouch(b, b->closures[i].state, b->through);
}

/* -- Files -------------------------------------------------------------- */

static void read_lines(struct book *b, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got = rec_start(in);

	if (got == REC_RECORD && !b->dated)
		complain(b, 1, 0, NULL, TOOL_E_HOLIDAYS, "no column date");
	else if (got == REC_RECORD)
		while ((got = rec_next(in, &rec)) == REC_RECORD) {
			if (rec->fault)
				complain(b, rec->line, rec->fault->field, NULL,
				    rec->fault->code, rec->fault->text);
			else
				take_line(b, rec);
		}
	if (got == REC_STOP)
		complain(b, rec_in_error(in)->line, 0, NULL,
		    rec_in_error(in)->code, rec_in_error(in)->text);
}

static void read_text(struct book *b, char *text, size_t len)
{
	struct rec_options options = {
		.format = REC_CSV, .place = place, .slots = COLS, .arg = b,
	};
	size_t first = b->closure_count;
	struct rec_in *in;

	b->through = ICJ_DATE_NONE;
	b->dated = false;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3, len -= 3;
	in = rec_in_memory(text, take_comments(b, text, len), &options);
	if (in)
		read_lines(b, in);
	else
		complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
	rec_in_free(in);
	vouch_for_file(b, first);
}

/* A year of closures for every state is some 50 KB. */
#define FILE_MAX (1024 * 1024)

static bool read_whole(struct book *b, int fd, char *text, size_t *len)
{
	ssize_t got = 1;

	*len = 0;
	while (*len < FILE_MAX && got != 0) {
		got = read(fd, text + *len, FILE_MAX - *len);
		if (got > 0)
			*len += (size_t)got;
		else if (got < 0 && errno != EINTR)
			break;
	}
	if (got == 0)
		return true;
	complain(b, 0, 0, NULL, TOOL_E_OPEN,
	    got < 0 ? strerror(errno) : "larger than 1 MiB");
	return false;
}

static void read_file(struct book *b, const char *file)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	char *text;
	size_t len;

	b->file = file;
	if (fd < 0) {
		complain(b, 0, 0, NULL, TOOL_E_OPEN, strerror(errno));
		return;
	}
	text = malloc(FILE_MAX);
	if (!text)
		complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
	else if (read_whole(b, fd, text, &len))
		read_text(b, text, len);
	free(text);
	close(fd);
}

static void book_free(struct book *b)
{
	for (size_t i = 0; i < b->closure_count; i++)
		free((char *)b->closures[i].name);
	free(b->closures);
	free(b->vouches);
}

int holiday_read_all(struct tool *t)
{
	struct book b = {.t = t, .fine = true};

	for (size_t i = 0; i < t->holiday_count; i++)
		read_file(&b, t->holiday_names[i]);
	/* Making one is a third of what a single question takes. */
	if (b.fine && (b.closure_count || !t->kind->no_days)) {
		t->calendar = icj_calendar_new(b.closures, b.closure_count,
		    b.vouches, b.vouch_count);
		if (!t->calendar)
			complain(&b, 0, 0, NULL, TOOL_E_MEMORY,
			    "out of memory");
	}
	t->ctx.calendar = t->calendar;
	book_free(&b);
	return b.fine ? -1 : TOOL_USAGE;
}
