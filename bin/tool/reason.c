/* SPDX-License-Identifier: MIT */
/* reason.c - why a value is refused, with the words that are allowed: they are
 * ours, and the value itself is never shown. */
#include <stdio.h>
#include <string.h>

#include "tool/tool.h"

static void list(const struct icj_field *f, char *why, size_t put)
{
	for (size_t i = 0; f->choices[i] && put < TOOL_REASON; i++)
		put += (size_t)snprintf(why + put, TOOL_REASON - put, "%s%s",
		    i ? ", " : ": ", f->choices[i]);
}

const char *tool_reason(const struct icj_field *f, enum icj_err err,
    char why[TOOL_REASON])
{
	int put = snprintf(why, TOOL_REASON, "%s", icj_strerror(err));

	if ((err == ICJ_E_CHOICE || err == ICJ_E_LIST) && f->choices)
		list(f, why, (size_t)put);
	else if (err == ICJ_E_STATE)
		snprintf(why + put, TOOL_REASON - (size_t)put, ": a code of "
		    "two letters or a full name is one");
	return why;
}
