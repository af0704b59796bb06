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

const char *ask_everyday(const struct icj_field *f, const char *word,
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

/* A date that is being read: with a month's name its parts can stand in any
 * order. */
struct named_date {
	unsigned year, month, day, hour, minute, clocks;
};

/* Makes an hour of 1 to 12 in one half of the day one of the day. */
static bool ask_whole_day(unsigned *hour, bool noon)
{
	if (*hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (noon ? 12 : 0);
	return true;
}

/* "16:00", "4:00pm", "4:00" before a word of its own, "PM"; false: none. */
static bool ask_clock(struct named_date *d, const char *word, size_t len)
{
	size_t digits = strspn(word, "0123456789"), more = 0;
	bool noon;

	if (digits > 0 && digits < 3 && word[digits] == ':' && d->clocks == 0) {
		more = strspn(word + digits + 1, "0123456789");
		d->hour = (unsigned)atoi(word);
		d->minute = (unsigned)atoi(word + digits + 1);
		d->clocks++;
		word += digits + 1 + more;
		len -= digits + 1 + more;
		if (more != 2 || d->hour > 23 || d->minute > 59)
			return false;
		if (len == 0)
			return true;
	}
	noon = name_same("pm", word, len);
	if (d->clocks != 1 || (!noon && !name_same("am", word, len)) ||
	    !ask_whole_day(&d->hour, noon))
		return false;
	d->clocks++; /* no second word of it */
	return true;
}

/* Takes a word of one: a day, a month, a year. */
static bool ask_date_part(struct named_date *d, const char *word, size_t len)
{
	size_t digits = strspn(word, "0123456789");
	unsigned *part = digits == 4 ? &d->year : digits ? &d->day : &d->month;
	unsigned n = digits ? (unsigned)atoi(word) : ask_month(word, len);
	bool th = part == &d->day && digits + 2 == len &&
	    strspn(word + digits, "sthndr") >= 2;

	if (*part > 0 || n == 0 || digits > 4 || digits == 3 ||
	    (digits && digits != len && !th))
		return false;
	*part = n;
	return true;
}

/* "March 3, 2026" and "3rd of March 2026 at 4:00 pm" as ISO; false for what is
 * not one month, one day and a year of four digits, or a time too much. */
static bool ask_named_date(const char *line, bool timed, char buf[ASK_ROOM])
{
	struct named_date d = {.year = 0};

	while (*line) {
		size_t len = strcspn(line, " ,");

		if (len > 0 && !name_same("of", line, len) &&
		    !name_same("at", line, len) && !ask_clock(&d, line, len) &&
		    !ask_date_part(&d, line, len))
			return false;
		line += len;
		line += strspn(line, " ,");
	}
	if (d.clocks)
		snprintf(buf, ASK_ROOM, "%04u-%02u-%02uT%02u:%02u", d.year,
		    d.month, d.day, d.hour, d.minute);
	else
		snprintf(buf, ASK_ROOM, "%04u-%02u-%02u", d.year, d.month,
		    d.day);
	return d.year && d.month && d.day && (timed || d.clocks == 0);
}

/* "4pm", "4:30 p.m." at the end of a line as 16:00, 16:30; false: it has no such
 * end, and buf nothing. */
static bool ask_half_day(const char *line, char buf[ASK_ROOM])
{
	size_t len = strlen(line), end = len;
	unsigned hour, minute = 0;
	bool noon;

	while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '.'))
		end--;
	if (end < 3 || len >= ASK_ROOM || name_fold(line[end - 1]) != 'm')
		return false;
	end -= line[end - 2] == '.' ? 3 : 2;
	noon = name_fold(line[end]) == 'p';
	if (!noon && name_fold(line[end]) != 'a')
		return false;
	while (end > 0 && line[end - 1] == ' ')
		end--;
	for (len = end; len > 0 && strchr("0123456789:", line[len - 1]);)
		len--;
	if (sscanf(line + len, "%2u:%2u", &hour, &minute) < 1 || minute > 59 ||
	    len == 0 || end - len > 5 || !ask_whole_day(&hour, noon))
		return false;
	snprintf(buf, ASK_ROOM, "%.*s%02u:%02u", (int)len, line, hour, minute);
	return true;
}

bool ask_is_dated(const struct icj_field *f)
{
	return f->type == ICJ_DATE || f->type == ICJ_TIME_OR_DATE ||
	    f->type == ICJ_DATE_OR_INDEFINITE || f->type == ICJ_TIME;
}

const char *ask_meant(const struct icj_field *f, const char *line,
    char buf[ASK_ROOM])
{
	bool timed = f->type == ICJ_TIME || f->type == ICJ_TIME_OR_DATE;
	char whole[ASK_ROOM];

	line += strspn(line, " \t");
	if (ask_is_dated(f)) {
		if (timed && ask_half_day(line, whole))
			return ask_named_date(whole, true, buf) ? buf :
			    strcpy(buf, whole);
		return ask_named_date(line, timed, buf) ? buf : line;
	}
	return f->choices ? ask_choice(f, line, buf) : line;
}
