/* SPDX-License-Identifier: MIT */
/* reason.c - why a value is refused, with the words that are allowed: they are
 * ours, and the value itself is never shown. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "tool/ask.h"
#include "tool/tool.h"

static void list(const struct icj_field *f, char *why, size_t put)
{
	for (size_t i = 0; f->choices[i] && put < TOOL_REASON; i++)
		put += (size_t)snprintf(why + put, TOOL_REASON - put, "%s%s",
		    i ? ", " : ": ", f->choices[i]);
}

/* What programs write that have no empty date: 0000-00-00 00:00:00. */
static bool is_zero_date(const char *text, size_t len)
{
	size_t zeros = 0;

	for (size_t i = 0; i < len; i++) {
		if (!strchr("0-/.: T", text[i]))
			return false;
		zeros += text[i] == '0';
	}
	return zeros > 3;
}

/* Not read as an empty cell by themselves, for they may be mistakes. */
bool tool_means_nothing(const char *text, size_t len)
{
	static const char *const words[] = {
		"none", "no date", "not available", "not applicable",
		"not known", "not yet", "pending", "missing", "blank", "empty",
		"nan", "nat", "n.a.", "n.a", "void", "undefined", ".", "*",
		"---", "??", "1900-01-00", "1/0/1900", "01/00/1900",
	};

	text = icj_trim(text, &len);
	if (len > 2 && (*text == '(' || *text == '<' || *text == '[')) {
		text++;
		len -= 2;
		if (tool_means_nothing(text, len) ||
		    (len == 4 && strncasecmp(text, "null", len) == 0))
			return true;
	}
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strlen(words[i]) == len &&
		    strncasecmp(text, words[i], len) == 0)
			return true;
	if (is_zero_date(text, len))
		return true;
	/* #VALUE!, #REF!, #NAME? and the like of spreadsheets. */
	return len > 2 && *text == '#' && strchr("!?A", text[len - 1]);
}

const char *tool_reason(const struct icj_field *f, enum icj_err err,
    char why[TOOL_REASON])
{
	static const struct {
		enum icj_err err;
		const char *one;
	} right[] = {
		{ICJ_E_STATE, "a code of two letters or a full name"},
		{ICJ_E_DATE, "yyyy-mm-dd"},
		{ICJ_E_TIME, "yyyy-mm-ddThh:mm or yyyy-mm-dd"},
		{ICJ_E_NEEDS_CLOCK, "yyyy-mm-ddThh:mm"},
	};
	int put = snprintf(why, TOOL_REASON, "%s", icj_strerror(err));

	if ((err == ICJ_E_CHOICE || err == ICJ_E_LIST) && f && f->choices)
		list(f, why, (size_t)put);
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++)
		if (right[i].err == err)
			snprintf(why + put, TOOL_REASON - (size_t)put,
			    ": %s is one", right[i].one);
	return why;
}

const char *tool_reason_typed(const struct icj_field *f, enum icj_err err,
    const char *value, char why[TOOL_REASON])
{
	const char *near = NULL;
	char buf[ASK_ROOM];
	size_t len;

	tool_reason(f, err, why);
	len = strlen(why);
	if (f->choices) {
		near = ask_meant(f, value, buf);
		if (near == value)
			near = name_near_word(value, strlen(value), f->choices);
	}
	if (near)
		snprintf(why + len, TOOL_REASON - len, "; did you mean %s",
		    near);
	return why;
}
