/* SPDX-License-Identifier: MIT */
/*
 * field.c - the dictionary of fields as a table to look things up in.  The
 * rows themselves stand in fields.h.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/text.h"
#include "facts/field.h"

#define V(list, ...) \
	static const char *const list##_values[] = {__VA_ARGS__, NULL};
ICJ_VALUES(V)
#undef V

#define NONE_values NULL
#define E ICJ_AREA_ELIGIBLE
#define D ICJ_AREA_DEADLINE
#undef P
#define P ICJ_AREA_PERMIT
#define R ICJ_AREA_RETURN
#define C ICJ_AREA_RULE
#define L ICJ_AREA_REFERRAL
#define S ICJ_AREA_SUPERVISE
#define V ICJ_AREA_VOTE
#define T ICJ_AREA_TALLY
#define G ICJ_AREA_TRAINING
#define U ICJ_AREA_DUES
#define N ICJ_AREA_LINT
#define CONF 1
#define ABSENT 2
#define FIXED 4
#define PLAN 8

const struct icj_field icj__fields[FIELD_COUNT] = {
#define X(id, type_, values, marks, read_by_, serves, meaning_) \
	{.name = #id, .type = ICJ_##type_, .number = F_##id, \
	 .choices = values##_values, \
	 .read_by = (read_by_) | ((read_by_) & D ? N : 0), \
	 .confidential = ((marks) & CONF) != 0, \
	 .presumed = ((marks) & ABSENT) != 0, .fixed = ((marks) & FIXED) != 0, \
	 .meaning = meaning_},
	ICJ_FIELDS(X)
#undef X
};

ICJ_API size_t icj_field_count(void)
{
	return FIELD_COUNT;
}

ICJ_API const struct icj_field *icj_field_at(size_t i)
{
	return i < FIELD_COUNT ? &icj__fields[i] : NULL;
}

bool icj__same_word(const char *word, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (word[i] == '\0' || (word[i] != text[i] &&
		    icj__fold(word[i]) != icj__fold(text[i])))
			return false;
	return word[len] == '\0';
}

ICJ_API const struct icj_field *icj_field_find(const char *name, size_t len)
{
	if (!name)
		return NULL;

	char first = len > 0 ? icj__fold(*name) : '\0';

	for (size_t i = 0; i < FIELD_COUNT; i++)
		if (*icj__fields[i].name == first &&
		    icj__same_word(icj__fields[i].name, name, len))
			return &icj__fields[i];
	return NULL;
}

NAMES(icj_type_name, enum icj_type, "",
	[ICJ_TEXT] = "text", [ICJ_YES_NO] = "yes/no",
	[ICJ_DATE] = "date", [ICJ_TIME] = "time",
	[ICJ_TIME_OR_DATE] = "time or date", [ICJ_STATE] = "state",
	[ICJ_COUNT] = "count",
	[ICJ_COUNT_OR_INDEFINITE] = "count or indefinite",
	[ICJ_DATE_OR_INDEFINITE] = "date or indefinite",
	[ICJ_CHOICE] = "choice", [ICJ_LIST] = "list",
	[ICJ_DATES] = "list of dates")
