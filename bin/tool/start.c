/* SPDX-License-Identifier: MIT */
/*
 * start.c - what every run begins with, whoever has the loop: the day it is,
 * words of options, names of columns, headers.  Knows no record and no field.
 */
#include "tool/screen.h"
#include "tool/tool.h"

#include "tool/trailer.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "tool/same.h"
#include "tool/seek.h"

/* Reading: the rules know no second, so that now is the minute that began.  Its
 * offset is kept: the machine need not stand where the juvenile is. */
void start_now(struct icj_time *t)
{
	time_t now = time(NULL);
	struct tm tm;
	char text[32];
	size_t len;

	localtime_r(&now, &tm);
	len = strftime(text, sizeof(text), "%Y-%m-%dT%H:%M%z", &tm);
	icj_time_parse(text, len, NULL, t);
}

bool start_take_age(const char *word, long *seconds)
{
	size_t len = strspn(word, "0123456789");

	if (len == 0 || len > 5 || !word[len] || word[len + 1])
		return false;
	*seconds = atol(word) * (word[len] == 'd' ? 86400 :
	    word[len] == 'h' ? 3600 : 0);
	return *seconds > 0;
}

bool start_is_older(const struct stat *file, long seconds)
{
	return file->st_mtime < time(NULL) - seconds;
}

bool start_take_as_of(const char *word, struct icj_time *out)
{
	bool today = strcmp(word, "today") == 0;

	if (!today && strcmp(word, "now") != 0)
		return icj_time_parse(word, strlen(word), NULL, out) == ICJ_OK;
	start_now(out);
	if (today)
		out->second = ICJ_NO_CLOCK, out->offset = ICJ_NO_OFFSET;
	return true;
}

/* How many words have the one that was given in them; and these, with "or"
 * between them. */
static size_t start_alike(const char *word, size_t len,
    const char *const *words, char *out, size_t size)
{
	char part[40];
	size_t n = 0, at = 0;

	snprintf(part, sizeof(part), "%.*s", (int)len, word);
	for (; len > 2 && len < sizeof(part) && *words; words++) {
		if (!seek_in(*words, part))
			continue;
		if (at < size)
			at += (size_t)snprintf(out + at, size - at, "%s%s",
			    n > 0 ? " or " : "", *words);
		n++;
	}
	return n;
}

void start_hint(struct tool *t, const char *why, const char *word, size_t len,
    const char *const *words)
{
	const char *near = name_near_word(word, len, words);
	char alike[200] = "";
	size_t n = near ? 0 : start_alike(word, len, words, alike,
	    sizeof(alike)), at;

	if (!near && n > 0 && n < 7)
		near = alike;
	at = (size_t)snprintf(t->hint, sizeof(t->hint), "%s%s%s%s",
	    why, near ? "; did you mean " : "", near ? near : "",
	    "; it takes ");

	for (size_t i = 0; words[i] && at < sizeof(t->hint); i++)
		at += (size_t)snprintf(t->hint + at, sizeof(t->hint) - at,
		    "%s%s", i ? ", " : "", words[i]);
}

int start_one_of(struct tool *t, const char *word, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	start_hint(t, "", word, strlen(word), words);
	return -1;
}

bool start_is_among(const char *word, size_t len, const char *const *words)
{
	while (*words && !name_same(*words, word, len))
		words++;
	return *words != NULL;
}

bool start_all_of(struct tool *t, const char *list, const char *const *words)
{
	for (;;) {
		size_t len = strcspn(list, ",");

		if (!start_is_among(list, len, words)) {
			start_hint(t, "", list, len, words);
			return false;
		}
		list += len;
		if (*list++ == '\0')
			return true;
	}
}

bool start_take_format(struct tool *t, const char *word, bool out)
{
	static const char *const all_words[] = {
		"ics", "csv", "yaml", "json", "table", "card", "html",
		"explain", "brief", NULL
	};
	const char *const *words = t->kind->ics ? all_words : all_words + 1;
	static const char *const in_words[] = {"csv", "yaml", "json", NULL};
	int i = start_one_of(t, word, out ? words : in_words);

	if (i < 0)
		return false;
	if (out && words == all_words)
		t->ics = i-- == 0;
	if (out && t->ics)
		i = 0; /* its lines go out as rows of a CSV do */
	if (!out)
		t->in = (enum rec_format)(REC_CSV + i);
	else if (i < 6)
		t->out = (enum rec_format)(REC_CSV + i);
	if (out)
		t->explain = i >= 6, t->brief = i == 7;
	return true;
}

/* What is appended to a file that is being read is read again, without end. */
bool start_is_output(int fd)
{
	struct stat in, out;

	return fstat(fd, &in) == 0 && fstat(STDOUT_FILENO, &out) == 0 &&
	    S_ISREG(out.st_mode) && in.st_dev == out.st_dev &&
	    in.st_ino == out.st_ino;
}

int start_say_output(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_OPERANDS, "the output is a file that is "
	    "being read: write to another one");
	return TOOL_USAGE;
}

void start_alone(struct tool *t)
{
	if (t->explain || t->out != REC_AUTO)
		return;
	if (t->show)
		t->out = REC_TABLE;
	else if (brief_can(t) && screen_is_there())
		t->explain = t->brief = true;
	else if (t->kind->alone == REC_AUTO)
		t->explain = true;
	else
		t->out = t->kind->alone;
}

int start_trailer(struct tool *t, struct rec_out *out)
{
	if (!t->trailer)
		return -1;
	t->last = trailer_new();
	if (!t->last) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	trailer_watch(t->last, out);
	return -1;
}

int start_put_trailer(struct tool *t, struct rec_out *out)
{
	return t->last ? trailer_put(t->last, out) : 0;
}

/* An array of the names and their bytes behind it, in one piece. */
static struct rec_text *copy_names(const struct rec_text *names, size_t count)
{
	struct rec_text *copy;
	size_t room = 0;
	char *to;

	for (size_t i = 0; i < count; i++)
		room += names[i].len;
	copy = malloc(count * sizeof(*copy) + room + 1);
	if (!copy)
		return NULL;
	to = (char *)(copy + count);
	for (size_t i = 0; i < count; i++) {
		memcpy(to, names[i].text, names[i].len);
		copy[i] = (struct rec_text){to, names[i].len};
		to += names[i].len;
	}
	return copy;
}

static int say_columns(const struct tool *t, int code, unsigned field,
    const char *why)
{
	tool_error(t, &(struct tool_place){"--columns", 1, field, NULL}, code,
	    "%s", why);
	return code == REC_E_MEMORY ? TOOL_STOPPED : TOOL_USAGE;
}

static int take_columns(struct tool *t, struct rec_in *in)
{
	enum rec_got got = in ? rec_start(in) : REC_STOP;
	const struct rec_text *names;
	const struct rec *more;

	if (got == REC_STOP && in)
		return say_columns(t, rec_in_error(in)->code,
		    rec_in_error(in)->field, rec_in_error(in)->text);
	if (in) {
		names = rec_in_header(in, &t->column_count);
		t->column_names = copy_names(names, t->column_count);
	}
	if (!t->column_names)
		return say_columns(t, REC_E_MEMORY, 0, "out of memory");
	if (t->column_count == 0)
		return say_columns(t, TOOL_E_OPTION, 0, "names no column");
	if (rec_next(in, &more) != REC_END)
		return say_columns(t, TOOL_E_OPTION, 0, "is more than a line");
	return -1;
}

int start_read_columns(struct tool *t)
{
	struct rec_options options = {.format = REC_CSV};
	struct rec_in *in;
	int status;

	if (!t->columns)
		return -1;
	in = rec_in_memory(t->columns, strlen(t->columns), &options);
	status = take_columns(t, in);
	rec_in_free(in);
	return status;
}

bool start_same_header(const struct rec_in *a, const struct rec_in *b)
{
	size_t na, nb;
	const struct rec_text *ha = rec_in_header(a, &na);
	const struct rec_text *hb = rec_in_header(b, &nb);

	if (na != nb || rec_in_format(a) != rec_in_format(b))
		return false;
	for (size_t i = 0; i < na; i++)
		if (ha[i].len != hb[i].len ||
		    memcmp(ha[i].text, hb[i].text, ha[i].len) != 0)
			return false;
	return true;
}

void start_say_header(const struct tool *t, const char *file,
    const struct rec_in *in)
{
	bool skipped;
	unsigned long line = rec_in_header_line(in, &skipped);

	if (skipped)
		tool_warn(t, &(struct tool_place){file, line, 0, NULL},
		    TOOL_W_ABOVE, "this line is the header; what stands above "
		    "it is not read");
}

void start_say_void(const struct tool *t, const char *file, unsigned long line)
{
	tool_warn(t, &(struct tool_place){file, line, 0, NULL}, TOOL_W_VOID,
	    "an empty row, of separators alone, is no record and not judged; "
	    "so are all others like it");
}

/* What cannot even be begun is a wrong file; what breaks off in the middle
 * is a stream that stopped. */
int start_status(const struct rec_error *e)
{
	return e->code == REC_E_READ || e->code == REC_E_HEADER ||
	    e->code == REC_E_UTF16 || e->code == REC_E_FOREIGN ?
	    TOOL_USAGE : TOOL_STOPPED;
}
