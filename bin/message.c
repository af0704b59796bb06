/* SPDX-License-Identifier: MIT */
/*
 * message.c - what goes to stderr: one line each, never with a value of a
 * record in it.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool.h"

/* Room for the longest path, each byte of it escaped. */
#define LINE 10240

/* A line grows in a buffer and is written at once, so that the lines of
 * several processes on one stderr do not mix. */
struct line {
	char at[LINE];
	size_t len;
};

__attribute__((format(printf, 2, 3)))
static void add(struct line *l, const char *format, ...)
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

/* How many bytes the character at s has: 0 if it is not UTF-8, or one that a
 * terminal would obey. */
static size_t character(const char *s)
{
	const unsigned char *c = (const unsigned char *)s;
	size_t n = *c < 0x80 ? 1 : *c < 0xe0 ? 2 : *c < 0xf0 ? 3 : 4;

	if (*c < 0x20 || *c == 0x7f || (*c >= 0x80 && *c < 0xc2) || *c > 0xf4)
		return 0;
	for (size_t i = 1; i < n; i++)
		if ((c[i] & 0xc0) != 0x80)
			return 0;
	/* controls, overlong forms, surrogates, beyond the last */
	if ((*c == 0xc2 && c[1] < 0xa0) || (*c == 0xe0 && c[1] < 0xa0) ||
	    (*c == 0xed && c[1] > 0x9f) || (*c == 0xf0 && c[1] < 0x90) ||
	    (*c == 0xf4 && c[1] > 0x8f))
		return 0;
	return n;
}

/* Names of files and columns, with what cannot be shown replaced. */
static void add_plain(struct line *l, const char *s, bool json)
{
	while (*s) {
		size_t n = character(s);

		if (json && (*s == '"' || *s == '\\'))
			add(l, "\\");
		add(l, "%.*s", n ? (int)n : 1, n ? s : "?");
		s += n ? n : 1;
	}
}

static void add_json(struct line *l, const char *key, const char *value)
{
	add(l, ",\"%s\":\"", key);
	add_plain(l, value, true);
	add(l, "\"");
}

static void say_json(struct line *l, const struct tool *t, const char *level,
    const struct tool_place *at, int code, const char *text)
{
	add(l, "{\"tool\":\"%s\"", t->kind->name);
	add_json(l, "level", level);
	if (at && at->file)
		add_json(l, "file", at->file);
	if (at && at->line)
		add(l, ",\"line\":%lu", at->line);
	if (at && at->column)
		add(l, ",\"column\":%u", at->column);
	if (at && at->field)
		add_json(l, "field", at->field);
	add_json(l, "message", text);
	add(l, ",\"code\":\"ICJ%d\"}\n", code);
}

static void say_text(struct line *l, const struct tool *t, const char *level,
    const struct tool_place *at, int code, const char *text)
{
	add(l, "%s: ", t->kind->name);
	if (at && at->file) {
		add_plain(l, at->file, false);
		if (at->line)
			add(l, ":%lu", at->line);
		if (at->column)
			add(l, ":%u", at->column);
		add(l, ": ");
	}
	if (at && at->field) {
		add_plain(l, at->field, false);
		add(l, ": ");
	}
	if (strcmp(level, "warning") == 0)
		add(l, "warning: ");
	add_plain(l, text, false);
	add(l, " [ICJ%d]\n", code);
}

static void keep(struct tool_say *s, const char *line, size_t len)
{
	if (s->room - s->len < len) {
		size_t room = 2 * s->room + len;
		char *more = realloc(s->at, room);

		if (!more) {
			s->lost = true;
			return;
		}
		s->at = more;
		s->room = room;
	}
	memcpy(s->at + s->len, line, len);
	s->len += len;
}

__attribute__((format(printf, 5, 0)))
static void say(const struct tool *t, const char *level,
    const struct tool_place *at, int code, const char *format, va_list args)
{
	struct line l = {.len = 0};
	char text[512];

	vsnprintf(text, sizeof(text), format, args);
	if (t->json_messages)
		say_json(&l, t, level, at, code, text);
	else
		say_text(&l, t, level, at, code, text);
	l.at[l.len - 1] = '\n'; /* also when the line was cut */
	if (t->say)
		keep(t->say, l.at, l.len);
	else
		fwrite(l.at, 1, l.len, stderr);
}

void tool_error(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(t, "error", at, code, format, args);
	va_end(args);
}

void tool_warn(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(t, "warning", at, code, format, args);
	va_end(args);
}
