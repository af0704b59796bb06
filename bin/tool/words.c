/* SPDX-License-Identifier: MIT */
/*
 * words.c - the words that a name is made of, however it is written.  Knows no
 * name of ours.
 */
#include "tool/words.h"

#include <string.h>

#include "tool/same.h"

/* -- Characters --------------------------------------------------------- */

enum kind { LETTER, BLANK, NOTHING };

static bool within(unsigned c, unsigned first, unsigned last)
{
	return c >= first && c <= last;
}

/* The character of two or three bytes that begins here, 0 for another one. */
static unsigned words_wide(const unsigned char *c, size_t len, size_t *bytes)
{
	if (len >= 2 && c[0] == 0xc2 && (c[1] & 0xc0) == 0x80) {
		*bytes = 2;
		return 0x80u | (c[1] & 0x3fu);
	}
	if (len >= 3 && (c[0] & 0xf0) == 0xe0 && (c[1] & 0xc0) == 0x80 &&
	    (c[2] & 0xc0) == 0x80) {
		*bytes = 3;
		return (c[0] & 0x0fu) << 12 | (c[1] & 0x3fu) << 6 |
		    (c[2] & 0x3fu);
	}
	return 0;
}

/* Blanks and dashes; marks of direction, of where a line may break and of the
 * order of bytes, which nobody sees. */
static enum kind words_kind_of(unsigned c)
{
	if (c == 0xa0 || within(c, 0x2000, 0x200a) || c == 0x2028 ||
	    c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000)
		return BLANK;
	if (within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0x2043 ||
	    c == 0xfe58 || c == 0xfe63 || c == 0xff0d)
		return BLANK;
	if (c == 0xad || within(c, 0x200b, 0x200f) ||
	    within(c, 0x202a, 0x202e) || within(c, 0x2060, 0x206f) ||
	    c == 0xfeff)
		return NOTHING;
	return LETTER;
}

static enum kind words_next(const char *name, size_t len, size_t *bytes)
{
	unsigned char c = (unsigned char)*name;

	*bytes = 1;
	if (c == ' ' || c == '-' || c == '_' || within(c, '\t', '\r'))
		return BLANK;
	return c < 0x80 ? LETTER :
	    words_kind_of(words_wide((const unsigned char *)name, len, bytes));
}

size_t words_plain(const char *name, size_t len, char out[WORDS_ROOM])
{
	size_t n = 0, bytes;
	bool gap = false;

	for (size_t i = 0; i < len; i += bytes) {
		enum kind kind = words_next(name + i, len - i, &bytes);

		if (kind == BLANK)
			gap = n > 0;
		if (kind != LETTER)
			continue;
		if (n + 1 + bytes >= WORDS_ROOM)
			return 0;
		if (gap)
			out[n++] = '_';
		gap = false;
		for (size_t k = 0; k < bytes; k++)
			out[n++] = name_fold(name[i + k]);
	}
	out[n] = '\0';
	return n;
}

/* -- Words -------------------------------------------------------------- */

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool in_word(char c)
{
	return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9') ||
	    (unsigned char)c >= 0x80;
}

/* Where ReferralReceived and HESent have a word end. */
static bool words_turns(const char *word, size_t i, size_t len)
{
	return is_upper(word[i]) && (is_lower(word[i - 1]) ||
	    (is_upper(word[i - 1]) && i + 1 < len && is_lower(word[i + 1])));
}

static void words_add(
    struct words *w, size_t *used, const char *word, size_t len)
{
	char *to = w->room + *used;

	if (w->count == WORDS_MAX || *used + len + 1 > sizeof(w->room))
		return;
	for (size_t i = 0; i < len; i++)
		to[i] = name_fold(word[i]);
	to[len] = '\0';
	w->at[w->count++] = to;
	*used += len + 1;
}

/* What is written short, and forms of one word: the words they count as. */
static const char *const in_full[][3] = {
	{"recd", "received", NULL}, {"recvd", "received", NULL},
	{"rcvd", "received", NULL}, {"recv", "received", NULL},
	{"rec'd", "received", NULL}, {"eval", "evaluation", NULL},
	{"he", "home", "evaluation"}, {"qpr", "progress", "report"},
	{"tp", "permit", NULL}, {"exp", "expiration", NULL},
	{"expires", "expiration", NULL}, {"expiry", "expiration", NULL},
	{"expired", "expiration", NULL}, {"ends", "end", NULL},
	{"ended", "end", NULL}, {"issue", "issued", NULL},
	{"acceptance", "accepted", NULL}, {"release", "released", NULL},
	{"return", "returned", NULL}, {"arrival", "arrived", NULL},
	{"departed", "departure", NULL}, {"closure", "closed", NULL},
	{"detention", "detained", NULL}, {"withdrawal", "withdrawn", NULL},
	{"request", "requested", NULL}, {"extension", "extended", NULL},
	{"starts", "start", NULL}, {"started", "start", NULL},
	{"eff", "effective", NULL}, {"receipt", "received", NULL},
	{"recieved", "received", NULL}, {"viol", "violation", NULL},
	{"rpt", "report", NULL}, {"supv", "supervision", NULL},
	{"rept", "report", NULL}, {"close", "closed", NULL},
	{"closing", "closed", NULL}, {"withdrew", "withdrawn", NULL},
	{"depart", "departure", NULL}, {"ref", "referral", NULL},
	{"pkt", "packet", NULL}, {"instr", "instructions", NULL},
	{"req", "requested", NULL}, {"ext", "extended", NULL},
	{"birthdate", "birth", NULL}, {"birthday", "birth", NULL},
	{"ft", "full", "time"}, {"2", "ii", NULL}, {"3", "iii", NULL},
};

/* Alone these are as often a key or a telephone. */
static const char *const doubtful[] = {"ref", "ext", "req", NULL};

static void add_in_full(struct words *w, size_t *used, const char *word,
    size_t len)
{
	for (size_t i = 0; i < sizeof(in_full) / sizeof(in_full[0]); i++)
		if (name_same(in_full[i][0], word, len)) {
			for (size_t k = 1; k < 3 && in_full[i][k]; k++)
				words_add(w, used, in_full[i][k],
				    strlen(in_full[i][k]));
			return;
		}
	words_add(w, used, word, len);
}

static void words_split(
    struct words *w, const char *name, size_t len, bool full)
{
	size_t used = 0, from = 0, i = 0;

	w->count = 0;
	w->asks = memchr(name, '?', len) != NULL;
	while (i < len) {
		if (!in_word(name[i])) {
			i++;
			continue;
		}
		for (from = i++; i < len && (in_word(name[i]) ||
		    (full && name[i] == '\'')); i++)
			if (full && words_turns(name, i, len))
				break;
		if (full)
			add_in_full(w, &used, name + from, i - from);
		else
			words_add(w, &used, name + from, i - from);
	}
}

/* Without what has no width; the case stays, for words_in_full(). */
static size_t seen(const char *name, size_t len, char out[WORDS_ROOM])
{
	size_t n = 0, bytes;

	for (size_t i = 0; i < len; i += bytes) {
		enum kind kind = words_next(name + i, len - i, &bytes);

		if (n + bytes >= WORDS_ROOM)
			return 0;
		if (kind == BLANK)
			out[n++] = ' ';
		for (size_t k = 0; k < bytes && kind == LETTER; k++)
			out[n++] = name[i + k];
	}
	return n;
}

void words_of(struct words *w, const char *name, size_t len)
{
	char text[WORDS_ROOM] = "";
	size_t n = seen(name, len, text);

	words_split(w, text, n, false);
}

void words_in_full(struct words *w, const char *name, size_t len)
{
	char text[WORDS_ROOM] = "";
	size_t n = seen(name, len, text);

	words_split(w, text, n, false);
	if (w->count != 1 || !words_among(w->at[0], doubtful))
		words_split(w, text, n, true);
}

/* -- Comparing ---------------------------------------------------------- */

bool words_among(const char *word, const char *const *list)
{
	while (*list && strcmp(*list, word) != 0)
		list++;
	return *list;
}

bool words_is_neutral(const char *word, bool time)
{
	static const char *const neutral[] = {"date", "dt", "on", "day", NULL};

	return words_among(word, neutral) ||
	    (time && strcmp(word, "time") == 0);
}

bool words_more_neutral(const struct words *name, const struct words *more,
    bool time)
{
	size_t k = 0;

	if (more->asks || more->count <= name->count)
		return false;
	for (size_t i = 0; i < more->count; i++) {
		if (k < name->count && strcmp(name->at[k], more->at[i]) == 0)
			k++;
		else if (!words_is_neutral(more->at[i], time))
			return false;
	}
	return k == name->count;
}

/* Words that are in many names and tell nothing. */
static bool words_is_telling(const char *word)
{
	static const char *const small[] = {
		"at", "the", "of", "a", "an", "s", "is", "was", "and", NULL
	};

	return !words_is_neutral(word, true) && !words_among(word, small);
}

size_t words_telling(const struct words *w)
{
	size_t n = 0;

	for (size_t i = 0; i < w->count; i++)
		n += words_is_telling(w->at[i]);
	return n;
}

bool words_within(const struct words *inner, const struct words *outer)
{
	for (size_t i = 0; i < inner->count; i++) {
		size_t k = 0;

		while (k < outer->count &&
		    strcmp(inner->at[i], outer->at[k]) != 0)
			k++;
		if (k == outer->count && words_is_telling(inner->at[i]))
			return false;
	}
	return true;
}
