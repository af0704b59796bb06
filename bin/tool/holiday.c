/* SPDX-License-Identifier: MIT */
/*
 * holiday.c - reads --holidays files into a calendar: CSV with the columns
 * date, state, name and perhaps kind and valid_through.  Counts no day.
 *
 * What such a file says moves due dates, so that nothing of it is passed over:
 * a column, a kind or a comment that is not known is refused.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tool/tool.h"

#include "tool/same.h"

enum { COL_DATE, COL_STATE, COL_NAME, COL_KIND, COL_THROUGH, COLS };

static const char *const col_names[COLS] = {
	"date", "state", "name", "kind", "valid_through"
};

/* What offices call the columns besides. */
static const struct { const char *name; int col; } aliases[] = {
	{"holiday_date", COL_DATE}, {"closure_date", COL_DATE},
	{"jurisdiction", COL_STATE}, {"state_code", COL_STATE},
	{"holiday", COL_NAME}, {"holiday_name", COL_NAME},
	{"description", COL_NAME}, {"type", COL_KIND},
	{"valid_thru", COL_THROUGH}, {"valid_until", COL_THROUGH},
	{"valid_till", COL_THROUGH}, {"valid_to", COL_THROUGH},
	{"complete_through", COL_THROUGH}, {"complete_thru", COL_THROUGH},
	{"complete_until", COL_THROUGH},
};

#define ALIASES (sizeof(aliases) / sizeof(aliases[0]))

/* Where a line stood, for what can be told only once all are read. */
struct spot {
	const char *file;
	unsigned long line;
	unsigned field;
};

/* What has been read so far.  Names are kept in pieces of their own. */
struct book {
	struct tool *t;
	const char *file;
	struct icj_closure *closures;
	struct spot *spots; /* of the closures */
	struct icj_vouch *vouches;
	size_t closure_count, vouch_count;
	unsigned long header; /* the line of this file's header */
	icj_date through;     /* what a comment of this file vouches for */
	bool fine;
};

static int col_find(const char *name, size_t len)
{
	for (int i = 0; i < COLS; i++)
		if (name_same(col_names[i], name, len))
			return i;
	for (size_t i = 0; i < ALIASES; i++)
		if (name_same(aliases[i].name, name, len))
			return aliases[i].col;
	return REC_PASS;
}

static int holiday_place(
    void *arg, const char *name, size_t len, unsigned field)
{
	(void)arg;
	(void)field;
	return col_find(name, len);
}

static void holiday_complain(struct book *b, unsigned long line,
    unsigned column, const char *field, int code, const char *why)
{
	struct tool_place at = {b->file, line, column, field};

	tool_error(b->t, &at, code, "%s", why);
	b->fine = false;
}

/* -- One line ----------------------------------------------------------- */

/* Blanks are the blank, the tab and, in UTF-8, the no-break space. */
static size_t blank_before(const char *text, size_t len)
{
	if (len > 0 && (*text == ' ' || *text == '\t' || *text == '\r'))
		return 1;
	return len > 1 && memcmp(text, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

static size_t blank_behind(const char *text, size_t len)
{
	if (len > 0 && blank_before(text + len - 1, 1))
		return 1;
	return len > 1 && blank_before(text + len - 2, 2) == 2 ? 2 : 0;
}

static void trim(const char **text, size_t *len)
{
	size_t n;

	while ((n = blank_before(*text, *len)) > 0)
		*text += n, *len -= n;
	while ((n = blank_behind(*text, *len)) > 0)
		*len -= n;
}

static void holiday_trimmed(
    const struct rec_value *v, const char **text, size_t *len)
{
	*text = v->text ? v->text : "";
	*len = v->text ? v->len : 0;
	trim(text, len);
}

static bool holiday_read_day(struct book *b, const struct rec *rec, int col,
    icj_date *out)
{
	const struct rec_value *v = &rec->value[col];
	enum icj_err err;
	char why[TOOL_REASON];
	const char *text;
	size_t len;

	holiday_trimmed(v, &text, &len);
	err = tool_day(b->t, text, len, out);
	if (err != ICJ_OK)
		holiday_complain(b, rec->line, v->field, col_names[col],
		    (int)err, tool_reason(NULL, err, why));
	return err == ICJ_OK;
}

static bool holiday_read_state(
    struct book *b, const struct rec *rec, icj_state *out)
{
	const struct rec_value *v = &rec->value[COL_STATE];
	char why[TOOL_REASON];
	const char *text;
	size_t len;

	holiday_trimmed(v, &text, &len);
	*out = icj_state_find(text, len);
	if (len > 0 && *out == 0) {
		holiday_complain(b, rec->line, v->field, "state", ICJ_E_STATE,
		    tool_reason(NULL, ICJ_E_STATE, why));
		return false;
	}
	return true;
}

/* Closed, unless the state works that day: "open", or "half" of it.  Reading:
 * a day worked by halves is a business day, as no rule speaks of hours. */
static bool read_kind(struct book *b, const struct rec *rec, bool *open)
{
	static const char *const worked[] = {"open", "half", "half_day"};
	const struct rec_value *v = &rec->value[COL_KIND];
	const char *text;
	size_t len;

	holiday_trimmed(v, &text, &len);
	*open = false;
	for (size_t i = 0; i < sizeof(worked) / sizeof(worked[0]); i++)
		*open |= name_same(worked[i], text, len);
	if (*open || len == 0 || name_same("closed", text, len))
		return true;
	holiday_complain(b, rec->line, v->field, "kind", TOOL_E_HOLIDAYS,
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

static bool holiday_more_room(struct book *b)
{
	size_t n = b->closure_count + 1;
	struct icj_closure *closures = realloc(b->closures,
	    n * sizeof(*closures));
	struct spot *spots;

	if (!closures)
		return false;
	b->closures = closures;
	spots = realloc(b->spots, n * sizeof(*spots));
	if (!spots)
		return false;
	b->spots = spots;
	return true;
}

static void add_closure(struct book *b, const struct icj_closure *c,
    const struct rec *rec)
{
	if (!holiday_more_room(b)) {
		holiday_complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
		free((char *)c->name);
		return;
	}
	b->spots[b->closure_count] = (struct spot){b->file, rec->line,
	    rec->value[COL_DATE].field};
	b->closures[b->closure_count++] = *c;
}

/* The library takes the later of two for one state. */
static void add_vouch(struct book *b, icj_state state, icj_date through)
{
	struct icj_vouch *more;

	for (size_t i = 0; i < b->vouch_count; i++)
		if (b->vouches[i].state == state &&
		    b->vouches[i].through == through)
			return;
	more = realloc(b->vouches, (b->vouch_count + 1) * sizeof(*more));
	if (!more) {
		holiday_complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
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

	if (!holiday_read_day(b, rec, COL_DATE, &c.date) ||
	    !holiday_read_state(b, rec, &c.state) ||
	    !read_kind(b, rec, &c.open))
		return;
	holiday_trimmed(&rec->value[COL_THROUGH], &name, &len);
	if (len > 0 && holiday_read_day(b, rec, COL_THROUGH, &through))
		add_vouch(b, c.state, through);
	holiday_trimmed(&rec->value[COL_NAME], &name, &len);
	c.name = len > 0 ? copy(name, len) : NULL;
	if (len > 0 && !c.name)
		holiday_complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
	else
		add_closure(b, &c, rec);
}

/* Of several columns without a name all but the first are called field_4 and
 * so on, by their places. */
static bool holiday_has_name(const struct rec_text *name, size_t i)
{
	char own[32];
	int len = snprintf(own, sizeof(own), "field_%zu", i + 1);

	return name->len > 0 && (name->len != (size_t)len ||
	    memcmp(name->text, own, name->len) != 0);
}

/* Text under a column without a name could say anything. */
static void check_nameless(struct book *b, const struct rec *rec)
{
	for (size_t i = 0; i < rec->count; i++) {
		const char *text;
		size_t len;

		holiday_trimmed(&rec->all[i], &text, &len);
		if (!holiday_has_name(&rec->names[i], i) && len > 0)
			holiday_complain(b, rec->line, (unsigned)i + 1, NULL,
			    TOOL_E_HOLIDAYS, "its column has no name");
	}
}

/* -- Comments ----------------------------------------------------------- */

#define VOUCH "valid-through"

/* What stands before the first colon or equals sign, or else before the first
 * digit, as in "valid through 2026-12-31"; and what stands behind. */
static void split_comment(const char *text, size_t len, struct rec_text *key,
    struct rec_text *said)
{
	size_t n = 0;

	while (n < len && text[n] != ':' && text[n] != '=')
		n++;
	*said = (struct rec_text){text + n + (n < len), len - n - (n < len)};
	if (n == len) {
		for (n = 0; n < len && (text[n] < '0' || text[n] > '9'); )
			n++;
		*said = (struct rec_text){text + n, len - n};
	}
	*key = (struct rec_text){text, n};
	trim(&key->text, &key->len);
	trim(&said->text, &said->len);
}

/* Whether a key is meant to vouch, however it is spelt: it has a word of those
 * of valid_through and its aliases. */
static bool speaks_of_it(const struct rec_text *key)
{
	static const char *const words[] = {"valid", "through", "thru",
	    "until", "till", "complete"};

	for (size_t at = 0, n; at < key->len; at += n + 1) {
		for (n = 0; at + n < key->len; n++)
			if (strchr(" -_\t", key->text[at + n]))
				break;
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (name_same(words[i], key->text + at, n))
				return true;
	}
	return false;
}

static void vouch_by_comment(struct book *b, unsigned long line, icj_date day)
{
	if (b->through != ICJ_DATE_NONE && b->through != day)
		holiday_complain(b, line, 0, VOUCH, TOOL_E_HOLIDAYS,
		    "said twice in one file");
	b->through = day;
}

/* "# valid-through: 2026-12-31".  Prose is free; but a comment that names a
 * day behind a word of its own, or a word of vouching, is not passed over. */
static void take_comment(struct book *b, unsigned long line, const char *text,
    size_t len)
{
	struct rec_text key, said;
	char why[TOOL_REASON];
	enum icj_err err;
	icj_date day;

	/* A spreadsheet quotes a line with a comma, and fills up with commas. */
	while (len > 0 && strchr("#\" \t", *text))
		text++, len--;
	while (len > 0 && strchr("\", \t\r\n", text[len - 1]))
		len--;
	split_comment(text, len, &key, &said);
	err = tool_day(b->t, said.text, said.len, &day);
	if (key.len > 0 && col_find(key.text, key.len) == COL_THROUGH) {
		if (err == ICJ_OK)
			vouch_by_comment(b, line, day);
		else
			holiday_complain(b, line, 0, VOUCH, (int)err,
			    tool_reason(NULL, err, why));
	} else if (err == ICJ_OK ||
	    (key.len < len && speaks_of_it(&key))) {
		holiday_complain(b, line, 0, NULL, TOOL_E_HOLIDAYS,
		    "a comment that is "
		    "not known; a list is vouched for by # " VOUCH ": DATE");
	}
}

static bool holiday_is_comment(const char *from, const char *end)
{
	while (from < end && blank_before(from, (size_t)(end - from)))
		from += blank_before(from, (size_t)(end - from));
	from += from < end && *from == '"';
	return from < end && *from == '#';
}

/* Comment lines are no CSV.  They are emptied before the reader sees the
 * rest, which keeps its line numbers true.  A line inside of quotes is none.
 * Returns the new length. */
static size_t take_comments(struct book *b, char *text, size_t len)
{
	char *to = text, *from = text, *end = text + len;
	bool quoted = false;

	b->header = 0;
	for (unsigned long line = 1; from < end; line++) {
		char *stop = memchr(from, '\n', (size_t)(end - from));
		size_t n = (size_t)((stop ? stop + 1 : end) - from);

		if (!quoted && holiday_is_comment(from, from + n)) {
			take_comment(b, line, from, n);
			*to++ = '\n';
		} else {
			if (b->header == 0 && n > strspn(from, "\r\n"))
				b->header = line;
			for (size_t i = 0; i < n; i++)
				quoted ^= from[i] == '"';
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

/* Whether the columns are those of a holiday file.  Without a date this may
 * be a file of another kind, or no header but a line: then none is named. */
static bool holiday_check_columns(struct book *b, struct rec_in *in)
{
	size_t count, dated = 0;
	const struct rec_text *names = rec_in_header(in, &count);
	char name[40];
	bool fine = true;

	for (size_t i = 0; i < count; i++)
		dated += col_find(names[i].text, names[i].len) == COL_DATE;
	if (dated == 0) {
		char why[160];

		snprintf(why, sizeof(why), "no column date%s",
		    separator_hint(in));
		holiday_complain(b, b->header, 0, NULL, TOOL_E_HOLIDAYS, why);
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (!holiday_has_name(&names[i], i) ||
		    col_find(names[i].text, names[i].len) >= 0)
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)names[i].len,
		    names[i].text);
		holiday_complain(b, b->header, (unsigned)i + 1, name,
		    TOOL_E_HOLIDAYS,
		    "not a column of a holiday file, which are date, state, "
		    "name, kind and valid_through");
		fine = false;
	}
	return fine;
}

static void read_lines(struct book *b, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got = rec_start(in);

	if (got == REC_RECORD && holiday_check_columns(b, in))
		while ((got = rec_next(in, &rec)) == REC_RECORD) {
			if (rec->fault && rec->fault->code == REC_E_VOID)
				continue; /* a row of commas closes nothing */
			if (rec->fault) {
				holiday_complain(b, rec->line,
				    rec->fault->field, NULL, rec->fault->code,
				    rec->fault->text);
				continue;
			}
			take_line(b, rec);
			check_nameless(b, rec);
		}
	if (got == REC_STOP)
		holiday_complain(b, rec_in_error(in)->line, 0, NULL,
		    rec_in_error(in)->code, rec_in_error(in)->text);
}

/* Records may come as JSON, closures not. */
static bool is_json(const char *text, size_t len)
{
	size_t i = 0;

	while (i < len && strchr(" \t\r\n", text[i]))
		i++;
	return i < len && (text[i] == '{' || text[i] == '[');
}

static void read_text(struct book *b, char *text, size_t len)
{
	struct rec_options options = {
	    .format = REC_CSV,
	    .place = holiday_place,
	    .slots = COLS,
	    .arg = b,
	    .all = true,
	};
	size_t first = b->closure_count, vouches = b->vouch_count;
	struct rec_in *in;

	b->through = ICJ_DATE_NONE;
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		text += 3, len -= 3;
	if (is_json(text, len)) {
		holiday_complain(b, 1, 0, NULL, TOOL_E_HOLIDAYS, "this is "
		    "JSON; a holiday file is CSV: date, state, name, kind and "
		    "valid_through in its first line");
		return;
	}
	in = rec_in_memory(text, take_comments(b, text, len), &options);
	if (in)
		read_lines(b, in);
	else
		holiday_complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
	rec_in_free(in);
	vouch_for_file(b, first);
	if (b->fine && first == b->closure_count && vouches == b->vouch_count)
		tool_warn(b->t, &(struct tool_place){.file = b->file},
		    TOOL_W_NO_CLOSURE, "an empty holiday file: it closes no "
		    "day and vouches for none");
}

/* A year of closures for every state is some 50 KB. */
#define FILE_MAX (1024 * 1024)

static bool read_whole(struct book *b, int fd, char *text, size_t *len)
{
	ssize_t got = 1;

	*len = 0;
	while (*len <= FILE_MAX && got != 0) {
		got = read(fd, text + *len, FILE_MAX + 1 - *len);
		if (got > 0)
			*len += (size_t)got;
		else if (got < 0 && errno != EINTR)
			break;
	}
	text[*len] = '\0';
	if (got == 0)
		return true;
	holiday_complain(b, 0, 0, NULL, TOOL_E_OPEN,
	    got < 0 ? strerror(errno) : "larger than 1 MiB");
	return false;
}

static void holiday_read_file(struct book *b, const char *file)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	char *text;
	size_t len;

	b->file = file;
	if (fd < 0) {
		holiday_complain(b, 0, 0, NULL, TOOL_E_OPEN, strerror(errno));
		return;
	}
	text = malloc(FILE_MAX + 2); /* one more to see that it is larger */
	if (!text)
		holiday_complain(b, 0, 0, NULL, TOOL_E_MEMORY, "out of memory");
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
	free(b->spots);
	free(b->vouches);
}

/* Lines that open nothing: most likely the day is a slip. */
static void warn_of_closed(const struct book *b)
{
	for (size_t i = 0; i < b->closure_count; i++) {
		const struct icj_closure *c = &b->closures[i];
		struct tool_place at = {b->spots[i].file, b->spots[i].line,
		    b->spots[i].field, col_names[COL_DATE]};

		if (c->open && !icj_is_business_day(b->t->calendar, c->state,
		    c->date))
			tool_warn(b->t, &at, TOOL_W_STAYS_CLOSED, "not opened: "
			    "a weekend, a day another line closes, or one "
			    "outside of 1971 to 2199");
	}
}

int holiday_read_all(struct tool *t)
{
	struct book b = {.t = t, .fine = true};

	for (size_t i = 0; i < t->holiday_count; i++)
		holiday_read_file(&b, t->holiday_names[i]);
	/* Making one is a third of what a single question takes. */
	if (b.fine && (b.closure_count || !t->kind->no_days || t->explain ||
	    (t->fact_count && t->out == REC_AUTO))) {
		t->calendar = icj_calendar_new(b.closures, b.closure_count,
		    b.vouches, b.vouch_count);
		if (t->calendar)
			warn_of_closed(&b);
		else
			holiday_complain(&b, 0, 0, NULL, TOOL_E_MEMORY,
			    "out of memory");
	}
	t->ctx.calendar = t->calendar;
	book_free(&b);
	return b.fine ? -1 : TOOL_USAGE;
}
