/* SPDX-License-Identifier: MIT */
/*
 * message.c - what goes to stderr: one line each, never with a value of a
 * record in it.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/tool.h"

#include "tool/mask.h"

/* Room for the longest path, each byte of it escaped. */
#define LINE 10240

/* A line grows in a buffer and is written at once, so that the lines of
 * several processes on one stderr do not mix. */
struct line {
	char at[LINE];
	size_t len;
};

__attribute__((format(printf, 2, 3)))
static void message_add(struct line *l, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(l->at + l->len, LINE - l->len, format, args);
	va_end(args);
	if (n > 0)
		l->len += (size_t)n < LINE - l->len ? (size_t)n :
		    LINE - 1 - l->len;
}

/* Names of files and columns, with what cannot be shown replaced. */
static void add_plain(struct line *l, const char *s, bool json)
{
	size_t len = strlen(s);

	while (len > 0) {
		bool shown;
		size_t n = mask_character(s, len, &shown);

		if (json && (*s == '"' || *s == '\\'))
			message_add(l, "\\");
		message_add(l, "%.*s", shown ? (int)n : 1, shown ? s : "?");
		s += n;
		len -= n;
	}
}

static void add_json(struct line *l, const char *key, const char *value)
{
	message_add(l, ",\"%s\":\"", key);
	add_plain(l, value, true);
	message_add(l, "\"");
}

static void say_json(struct line *l, const struct tool *t, const char *level,
    const struct tool_place *at, int code, const char *text)
{
	message_add(l, "{\"tool\":\"%s\"", t->kind->name);
	add_json(l, "level", level);
	if (at && at->file)
		add_json(l, "file", at->file);
	if (at && at->line)
		message_add(l, ",\"line\":%lu", at->line);
	if (at && at->column)
		message_add(l, ",\"column\":%u", at->column);
	if (at && at->field)
		add_json(l, "field", at->field);
	add_json(l, "message", text);
	message_add(l, ",\"code\":\"ICJ%d\"}\n", code);
}

static void say_text(struct line *l, const struct tool *t, const char *level,
    const struct tool_place *at, int code, const char *text)
{
	message_add(l, "%s: ", t->kind->name);
	if (at && at->file) {
		add_plain(l, at->file, false);
		if (at->line)
			message_add(l, ":%lu", at->line);
		if (at->column)
			message_add(l, ":%u", at->column);
		message_add(l, ": ");
	}
	if (at && at->field) {
		add_plain(l, at->field, false);
		message_add(l, ": ");
	}
	if (strcmp(level, "warning") == 0)
		message_add(l, "warning: ");
	add_plain(l, text, false);
	message_add(l, " [ICJ%d]\n", code);
}

/* -- What was said before ----------------------------------------------- */

#define MOST 10 /* of one code; the rest is counted */

static unsigned long *times_of(struct tool_told *told, int code)
{
	return code > TOLD_FIRST && code < TOLD_FIRST + TOLD_CODES ?
	    &told->times[code - TOLD_FIRST] : NULL;
}

/* One more of a code: whether it is to be written. */
static bool message_count(const struct tool *t, int code)
{
	unsigned long *times = t->told ? times_of(t->told, code) : NULL;

	return !times || ++*times <= MOST || t->say_all;
}

/* What is said once: whether it was not yet. */
static bool is_new(struct tool_told *told, int code, unsigned key)
{
	for (size_t i = 0; i < told->onces; i++)
		if (told->once[i].code == code && told->once[i].key == key)
			return false;
	if (told->onces == TOLD_ONCES)
		return false;
	told->once[told->onces].code = code;
	told->once[told->onces++].key = key;
	return true;
}

/* -- A thread's messages ------------------------------------------------ */

/* Before each line that waits. */
struct waiting {
	int code;
	bool once;
	unsigned key;
	size_t len;
};

static void message_keep(struct tool_say *s, const struct waiting *head,
    const char *line)
{
	size_t need = sizeof(*head) + head->len;

	if (s->room - s->len < need) {
		size_t room = 2 * s->room + need;
		char *more = realloc(s->at, room);

		if (!more) {
			s->lost = true;
			return;
		}
		s->at = more;
		s->room = room;
	}
	memcpy(s->at + s->len, head, sizeof(*head));
	memcpy(s->at + s->len + sizeof(*head), line, head->len);
	s->len += need;
}

void tool_say_start(struct tool_say *s)
{
	s->len = 0;
	memset(&s->told, 0, sizeof(s->told));
}

/* The lines that one thread would have written, and the count of all. */
void tool_say_end(const struct tool *t, struct tool_say *s)
{
	struct waiting head;

	for (size_t at = 0; at < s->len; at += sizeof(head) + head.len) {
		unsigned long *times;

		memcpy(&head, s->at + at, sizeof(head));
		if (head.once && !is_new(t->told, head.code, head.key))
			continue;
		times = head.once ? NULL : times_of(&s->told, head.code);
		if (times)
			--*times;
		if (message_count(t, head.code))
			fwrite(s->at + at + sizeof(head), 1, head.len, stderr);
	}
	for (size_t i = 0; i < TOLD_CODES; i++)
		t->told->times[i] += s->told.times[i];
}

/* -- One line ----------------------------------------------------------- */

__attribute__((format(printf, 6, 0)))
static void message_say(const struct tool *t, const char *level,
    const struct tool_place *at, struct waiting *head, bool shown,
    const char *format, va_list args)
{
	struct line l = {.len = 0};
	char text[TOOL_TEXT];

	if (!shown)
		return;
	vsnprintf(text, sizeof(text), format, args);
	if (t->json_messages)
		say_json(&l, t, level, at, head->code, text);
	else
		say_text(&l, t, level, at, head->code, text);
	l.at[l.len - 1] = '\n'; /* also when the line was cut */
	head->len = l.len;
	if (t->say)
		message_keep(t->say, head, l.at);
	else
		fwrite(l.at, 1, l.len, stderr);
}

void tool_error(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...)
{
	struct waiting head = {.code = code};
	va_list args;

	va_start(args, format);
	message_say(
	    t, "error", at, &head, message_count(t, code), format, args);
	va_end(args);
}

void tool_say_loss(const struct tool *t, const char *file,
    unsigned long record, const struct rec_loss *loss)
{
	char name[256];
	struct tool_place at = {file, loss->line ? loss->line : record,
	    loss->field, name};

	if (!loss->name.text) {
		at.field = NULL;
		tool_warn(t, &at, loss->code, "more keys that the first "
		    "record lacks are left out; -o json keeps them");
		return;
	}
	snprintf(name, sizeof(name), "%.*s", (int)loss->name.len,
	    loss->name.text);
	tool_warn(t, &at, loss->code, "%s", loss->code == REC_E_NEW_KEY ?
	    "a key that the first record lacks is left out; -o json keeps it" :
	    "bytes that are no UTF-8 are written as U+FFFD; -o csv keeps "
	    "them");
}

void tool_warn(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...)
{
	struct waiting head = {.code = code};
	va_list args;

	va_start(args, format);
	message_say(t, "warning", at, &head,
	    !t->quiet && message_count(t, code), format, args);
	va_end(args);
}

/* A thread leaves it to the one that writes to count these. */
void tool_warn_once(const struct tool *t, const struct tool_place *at,
    int code, unsigned key, const char *format, ...)
{
	struct waiting head = {.code = code, .once = true, .key = key};
	va_list args;

	va_start(args, format);
	message_say(t, "warning", at, &head, !t->quiet &&
	    (!t->told || is_new(t->told, code, key)) &&
	    (t->say || message_count(t, code)), format, args);
	va_end(args);
}

void tool_list(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...)
{
	struct waiting head = {.code = code};
	va_list args;

	va_start(args, format);
	message_say(t, "note", at, &head, true, format, args);
	va_end(args);
}

void tool_note(const struct tool *t, int code, const char *format, ...)
{
	struct waiting head = {.code = code};
	va_list args;

	va_start(args, format);
	message_say(t, "note", NULL, &head, !t->quiet, format, args);
	va_end(args);
}

/* -- The last line ------------------------------------------------------ */

static bool left_out(const struct tool_told *told)
{
	for (size_t i = 0; i < TOLD_CODES; i++)
		if (told->times[i] > MOST)
			return true;
	return false;
}

static void sum_text(struct line *l, const struct tool *t)
{
	const char *lead = ": ";

	for (int i = 0; i < TOLD_CODES; i++) {
		unsigned long n = t->told->times[i];

		if (n == 0)
			continue;
		message_add(l, "%sICJ%d %lu", lead, i + TOLD_FIRST, n);
		if (n > MOST && !t->say_all)
			message_add(l, " (%lu not shown)", n - MOST);
		lead = ", ";
	}
	if (left_out(t->told) && !t->say_all)
		message_add(l, "; --diagnostics text-all shows all");
}

static void sum_json(struct line *l, const struct tool *t, const char *text)
{
	const char *lead = "";

	message_add(l, "{\"tool\":\"%s\",\"level\":\"summary\",\"records\":%lu,"
	    "\"invalid\":%lu,\"codes\":{", t->kind->name, t->records,
	    t->invalids);
	for (int i = 0; i < TOLD_CODES; i++)
		if (t->told->times[i]) {
			message_add(l, "%s\"ICJ%d\":%lu", lead, i + TOLD_FIRST,
			    t->told->times[i]);
			lead = ",";
		}
	message_add(l, "}");
	add_json(l, "message", text);
	message_add(l, ",\"code\":\"ICJ%d\"}\n", TOOL_N_SUM);
}

void tool_sum_up(const struct tool *t)
{
	struct line sum, l;

	if (!left_out(t->told) && !(t->invalid_ok && t->invalids))
		return;
	sum.len = l.len = 0;
	message_add(&sum, "%lu record%s read, %lu invalid", t->records,
	    t->records == 1 ? "" : "s", t->invalids);
	sum_text(&sum, t);
	if (t->json_messages)
		sum_json(&l, t, sum.at);
	else
		say_text(&l, t, "note", NULL, TOOL_N_SUM, sum.at);
	fwrite(l.at, 1, l.len, stderr);
}
