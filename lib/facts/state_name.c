/* SPDX-License-Identifier: MIT */
/*
 * state_name.c - the names of states as offices write them: abbreviated, with
 * points, with what kind of state it is, or beside their code.  It must not
 * guess: what could mean two states means none.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/text.h"
#include "facts/state.h"

#define NAME_MAX 64

/* Lower-case words with one blank between two. */
struct words_of_name {
	char at[NAME_MAX];
	size_t len;
};

static const struct abbreviation {
	const char *name, *code;
} abbreviations[] = {
	{ "ala", "AL" }, { "am samoa", "AS" },
	{ "amer samoa", "AS" }, { "ariz", "AZ" }, { "ark", "AR" },
	{ "cal", "CA" }, { "calif", "CA" }, { "cnmi", "MP" },
	{ "colo", "CO" }, { "conn", "CT" }, { "dela", "DE" }, { "del", "DE" },
	{ "dist of columbia", "DC" }, { "fla", "FL" },
	{ "hawai i", "HI" }, { "ida", "ID" },
	{ "ill", "IL" }, { "ind", "IN" }, { "kan", "KS" }, { "kans", "KS" },
	{ "mariana islands", "MP" }, { "mass", "MA" }, { "mich", "MI" },
	{ "minn", "MN" }, { "miss", "MS" }, { "mont", "MT" },
	{ "n car", "NC" }, { "n dak", "ND" }, { "n hamp", "NH" },
	{ "n mariana islands", "MP" }, { "n mex", "NM" }, { "neb", "NE" },
	{ "nebr", "NE" }, { "nev", "NV" }, { "no dak", "ND" },
	{ "northern marianas", "MP" },
	{ "okla", "OK" }, { "ore", "OR" }, { "oreg", "OR" }, { "penn", "PA" },
	{ "penna", "PA" }, { "rhode island and providence plantations", "RI" },
	{ "s car", "SC" }, { "s dak", "SD" }, { "so dak", "SD" },
	{ "tenn", "TN" },
	{ "tex", "TX" }, { "us vi", "VI" }, { "usvi", "VI" },
	{ "virgin islands of the us", "VI" },
	{ "virgin islands of the united states", "VI" },
	{ "united states virgin islands", "VI" }, { "w va", "WV" },
	{ "wash", "WA" }, { "wash dc", "DC" }, { "wis", "WI" },
	{ "wisc", "WI" }, { "wyo", "WY" },
};

static const struct point {
	const char *shortened, *whole;
} points[] = {
	{ "n ", "north " }, { "no ", "north " }, { "s ", "south " },
	{ "so ", "south " }, { "w ", "west " },
};

/* Longer ones first. */
static const char *const kinds[] = {
	"the state of ", "state of ", "the commonwealth of the ",
	"the commonwealth of ", "commonwealth of the ", "commonwealth of ",
	"the territory of ", "territory of ", "the ",
};

/* -- Words -------------------------------------------------------------- */

static bool state_is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Signs that part words; what is neither one nor a letter is no name. */
static bool parts_words(char c)
{
	return c && strchr(" \t-_.,/:;()[]'", c) != NULL;
}

/* Initials stand together: "D. C." is "dc", "W. Va." stays "w va". */
static void state_put_word(
    struct words_of_name *w, const char *word, size_t len, bool *initials)
{
	bool initial = len == 1;

	if (w->len > 0 && !(initial && *initials))
		w->at[w->len++] = ' ';
	for (size_t i = 0; i < len; i++)
		w->at[w->len++] = (char)(word[i] | 0x20);
	*initials = initial;
}

/* False: too long, or no name of anything.  A blank at an end is the caller's
 * to take off. */
static bool words_of_name(const char *text, size_t len, struct words_of_name *w)
{
	bool initials = false;

	w->len = 0;
	if (len < 3 || len >= NAME_MAX || *text == ' ' ||
	    text[len - 1] == ' ')
		return false;
	for (size_t i = 0; i < len;) {
		size_t word = 0;

		while (i + word < len && state_is_letter(text[i + word]))
			word++;
		if (word == 0 && !parts_words(text[i]))
			return false;
		if (word > 0)
			state_put_word(w, text + i, word, &initials);
		i += word ? word : 1;
	}
	return w->len >= 2;
}

/* -- Names -------------------------------------------------------------- */

static icj_state of_code(const char *code)
{
	return icj__state_of_code(code);
}

static icj_state abbreviated(const char *name, size_t len)
{
	for (size_t i = 0; i < COUNT_OF(abbreviations); i++)
		if (strlen(abbreviations[i].name) == len &&
		    memcmp(abbreviations[i].name, name, len) == 0)
			return of_code(abbreviations[i].code);
	return 0;
}

/* "N. Carolina": the rest must make a full name. */
static icj_state with_point(const char *name, size_t len)
{
	char whole[NAME_MAX + 8];

	for (size_t i = 0; i < COUNT_OF(points); i++) {
		size_t head = strlen(points[i].shortened);
		size_t put = strlen(points[i].whole);

		if (len <= head || memcmp(name, points[i].shortened, head) != 0)
			continue;
		memcpy(whole, points[i].whole, put);
		memcpy(whole + put, name + head, len - head);
		return icj__state_named(whole, put + len - head);
	}
	return 0;
}

/* A full name, with "State of" before it or "State" behind. */
static icj_state with_kind(const char *name, size_t len)
{
	static const char behind[] = " state";
	size_t tail = sizeof(behind) - 1;

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		size_t head = strlen(kinds[i]);

		if (len > head && memcmp(name, kinds[i], head) == 0)
			return icj__state_named(name + head, len - head);
	}
	if (len > tail && memcmp(name + len - tail, behind, tail) == 0)
		return icj__state_named(name, len - tail);
	return 0;
}

static icj_state one_name(const char *name, size_t len)
{
	icj_state s = len == 2 ? of_code(name) : icj__state_named(name, len);

	if (!s)
		s = abbreviated(name, len);
	if (!s)
		s = with_point(name, len);
	return s ? s : with_kind(name, len);
}

/* "TX - Texas", "Texas (TX)": only where both mean the same state. */
static icj_state beside_code(const char *name, size_t len)
{
	icj_state s = 0;

	if (len > 3 && name[2] == ' ')
		s = of_code(name);
	if (s && one_name(name + 3, len - 3) == s)
		return s;
	s = len > 3 && name[len - 3] == ' ' ? of_code(name + len - 2) : 0;
	return s && one_name(name, len - 3) == s ? s : 0;
}

/* "US-TX", as ISO 3166-2 has it, and "Texas, USA". */
static icj_state of_nation(const char *name, size_t len)
{
	static const char *const behind[] = {" us", " usa"};

	if (len > 3 && memcmp(name, "us ", 3) == 0)
		return one_name(name + 3, len - 3);
	for (size_t i = 0; i < COUNT_OF(behind); i++) {
		size_t tail = strlen(behind[i]);

		if (len > tail &&
		    memcmp(name + len - tail, behind[i], tail) == 0)
			return one_name(name, len - tail);
	}
	return 0;
}

icj_state icj__state_written(const char *text, size_t len)
{
	struct words_of_name w;
	icj_state s;

	if (!words_of_name(text, len, &w))
		return 0;
	s = one_name(w.at, w.len);
	if (!s)
		s = beside_code(w.at, w.len);
	return s ? s : of_nation(w.at, w.len);
}
