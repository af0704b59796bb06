/* SPDX-License-Identifier: MIT */
/*
 * ask_words.c - what people type for what the dictionary calls otherwise:
 * everyday words for values, dates with the name of a month.  Knows words, and
 * no rule.
 */
#include "tool/ask.h"

#include <stdlib.h>
#include <string.h>

#include "tool/same.h"

/* Only words that have one meaning among the values of their field. */
static const struct {
	const char *field, *word, *value;
} everyday[] = {
	{"residence", "grandmother", "relative"},
	{"residence", "grandfather", "relative"},
	{"residence", "grandma", "relative"},
	{"residence", "grandpa", "relative"},
	{"residence", "grandparent", "relative"},
	{"residence", "grandparents", "relative"},
	{"residence", "aunt", "relative"},
	{"residence", "uncle", "relative"},
	{"residence", "cousin", "relative"},
	{"residence", "brother", "relative"},
	{"residence", "sister", "relative"},
	{"residence", "sibling", "relative"},
	{"residence", "family", "relative"},
	{"residence", "mother", "parent"},
	{"residence", "father", "parent"},
	{"residence", "mom", "parent"},
	{"residence", "mum", "parent"},
	{"residence", "dad", "parent"},
	{"residence", "parents", "parent"},
	{"residence", "guardian", "legal-guardian"},
	{"residence", "friend", "non-relative"},
	{"residence", "friends", "non-relative"},
	{"residence", "alone", "independent"},
	{"residence", "dorm", "student-housing"},
	{"residence", "dormitory", "student-housing"},
	{"residence", "campus", "student-housing"},
	{"adjudication", "delinquent", "adjudicated-delinquent"},
	{"adjudication", "status offender", "adjudicated-status-offender"},
	{"adjudication", "deferred", "deferred-adjudication"},
	{"return_type", "ran away", "runaway"},
	{"return_type", "run away", "runaway"},
	{"return_type", "absconded", "absconder"},
	{"return_type", "escaped", "escapee"},
	{"permit_purpose", "testing", "testing-placement"},
	{"permit_purpose", "trial", "testing-placement"},
	{"permit_purpose", "vacation", "visit"},
	{"permit_purpose", "holiday", "visit"},
	{"permit_purpose", "visiting", "visit"},
	{"decision", "yes", "approve"},
	{"decision", "no", "deny"},
	{"decision", "refused", "deny"},
	{"home_evaluation", "good", "suitable"},
	{"home_evaluation", "bad", "unsuitable"},
};

static const char *ask_everyday(const struct icj_field *f, const char *word,
    size_t len)
{
	for (size_t i = 0; i < sizeof(everyday) / sizeof(everyday[0]); i++)
		if (strcmp(everyday[i].field, f->name) == 0 &&
		    name_same(everyday[i].word, word, len))
			return everyday[i].value;
	return NULL;
}

/* The n-th value, counted from 1, of a field that has so many; or NULL. */
static const char *ask_nth(const struct icj_field *f, const char *word,
    size_t len)
{
	size_t n = len < 3 ? (size_t)atoi(word) : 0, i = 0;

	while (i < n && f->choices[i])
		i++;
	return n > 0 && i == n ? f->choices[n - 1] : NULL;
}

/* The choices that numbers stand for, or what an office calls them. */
static const char *ask_choice(const struct icj_field *f, const char *line,
    char buf[ASK_ROOM])
{
	size_t len = strlen(line), at = 0;
	bool numbers = strspn(line, "0123456789;, ") == len;
	const char *meant = numbers ? NULL : ask_everyday(f, line, len);

	if (meant || !numbers || !*line)
		return meant ? meant : line;
	for (const char *word = line; *word;) {
		size_t digits = strspn(word, "0123456789");
		const char *item = ask_nth(f, word, digits);

		if (!item || at + strlen(item) + 2 > ASK_ROOM ||
		    (at > 0 && f->type != ICJ_LIST))
			return line;
		at += (size_t)snprintf(buf + at, ASK_ROOM - at, "%s%s",
		    at > 0 ? ";" : "", item);
		word += digits;
		word += strspn(word, ";, ");
	}
	return buf;
}

/* The number of a month whose name a word begins with, or is cut short to. */
static unsigned ask_month(const char *word, size_t len)
{
	static const char *const names[] = {
		"january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december"
	};

	if (len > 3 && word[len - 1] == '.')
		len--;
	if (len == 4 && name_same("sept", word, len))
		return 9;
	for (unsigned m = 0; m < 12; m++)
		if (len >= 3 && len <= strlen(names[m]) &&
		    (len == 3 || len == strlen(names[m]))) {
			size_t i = 0;

			while (i < len && name_fold(word[i]) == names[m][i])
				i++;
			if (i == len)
				return m + 1;
		}
	return 0;
}

/* "March 3, 2026" and "3rd of March 2026" as ISO; false for what is not one
 * month, one day and a year of four digits. */
static bool ask_named_date(const char *line, char buf[ASK_ROOM])
{
	unsigned year = 0, month = 0, day = 0;

	while (*line) {
		size_t len = strcspn(line, " ,");
		size_t digits = strspn(line, "0123456789");
		unsigned *part = digits == 4 ? &year : digits ? &day : &month;
		unsigned n = digits ? (unsigned)atoi(line) :
		    ask_month(line, len);

		if (len > 0 && !name_same("of", line, len)) {
			if (*part > 0 || n == 0 || digits > 4 || digits == 3)
				return false;
			if (digits && digits != len && !(part == &day &&
			    digits + 2 == len && strspn(line + digits,
			    "sthndr") >= 2))
				return false;
			*part = n;
		}
		line += len;
		line += strspn(line, " ,");
	}
	snprintf(buf, ASK_ROOM, "%04u-%02u-%02u", year, month, day);
	return year && month && day;
}

bool ask_is_dated(const struct icj_field *f)
{
	return f->type == ICJ_DATE || f->type == ICJ_TIME_OR_DATE ||
	    f->type == ICJ_DATE_OR_INDEFINITE || f->type == ICJ_TIME;
}

const char *ask_meant(const struct icj_field *f, const char *line,
    char buf[ASK_ROOM])
{
	line += strspn(line, " \t");
	if (ask_is_dated(f))
		return ask_named_date(line, buf) ? buf : line;
	return f->choices ? ask_choice(f, line, buf) : line;
}
