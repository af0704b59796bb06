/* SPDX-License-Identifier: MIT */
/*
 * state.c - the 56 states of Rule 1-101 and who of them has joined.  It owns
 * codes, names and membership, and must not know holidays or cases.
 */
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/day.h"
#include "time/text.h"
#include "facts/state.h"

/* Every state, in the order of the codes. */
#define STATES(X) \
	X(AK, 'A', 'K', "Alaska") \
	X(AL, 'A', 'L', "Alabama") \
	X(AR, 'A', 'R', "Arkansas") \
	X(AS, 'A', 'S', "American Samoa") \
	X(AZ, 'A', 'Z', "Arizona") \
	X(CA, 'C', 'A', "California") \
	X(CO, 'C', 'O', "Colorado") \
	X(CT, 'C', 'T', "Connecticut") \
	X(DC, 'D', 'C', "District of Columbia") \
	X(DE, 'D', 'E', "Delaware") \
	X(FL, 'F', 'L', "Florida") \
	X(GA, 'G', 'A', "Georgia") \
	X(GU, 'G', 'U', "Guam") \
	X(HI, 'H', 'I', "Hawaii") \
	X(IA, 'I', 'A', "Iowa") \
	X(ID, 'I', 'D', "Idaho") \
	X(IL, 'I', 'L', "Illinois") \
	X(IN, 'I', 'N', "Indiana") \
	X(KS, 'K', 'S', "Kansas") \
	X(KY, 'K', 'Y', "Kentucky") \
	X(LA, 'L', 'A', "Louisiana") \
	X(MA, 'M', 'A', "Massachusetts") \
	X(MD, 'M', 'D', "Maryland") \
	X(ME, 'M', 'E', "Maine") \
	X(MI, 'M', 'I', "Michigan") \
	X(MN, 'M', 'N', "Minnesota") \
	X(MO, 'M', 'O', "Missouri") \
	X(MP, 'M', 'P', "Northern Mariana Islands") \
	X(MS, 'M', 'S', "Mississippi") \
	X(MT, 'M', 'T', "Montana") \
	X(NC, 'N', 'C', "North Carolina") \
	X(ND, 'N', 'D', "North Dakota") \
	X(NE, 'N', 'E', "Nebraska") \
	X(NH, 'N', 'H', "New Hampshire") \
	X(NJ, 'N', 'J', "New Jersey") \
	X(NM, 'N', 'M', "New Mexico") \
	X(NV, 'N', 'V', "Nevada") \
	X(NY, 'N', 'Y', "New York") \
	X(OH, 'O', 'H', "Ohio") \
	X(OK, 'O', 'K', "Oklahoma") \
	X(OR, 'O', 'R', "Oregon") \
	X(PA, 'P', 'A', "Pennsylvania") \
	X(PR, 'P', 'R', "Puerto Rico") \
	X(RI, 'R', 'I', "Rhode Island") \
	X(SC, 'S', 'C', "South Carolina") \
	X(SD, 'S', 'D', "South Dakota") \
	X(TN, 'T', 'N', "Tennessee") \
	X(TX, 'T', 'X', "Texas") \
	X(UT, 'U', 'T', "Utah") \
	X(VA, 'V', 'A', "Virginia") \
	X(VI, 'V', 'I', "U.S. Virgin Islands") \
	X(VT, 'V', 'T', "Vermont") \
	X(WA, 'W', 'A', "Washington") \
	X(WI, 'W', 'I', "Wisconsin") \
	X(WV, 'W', 'V', "West Virginia") \
	X(WY, 'W', 'Y', "Wyoming")

#define AS_ENUM(code, a, b, name) S_##code,
enum { S_NONE, STATES(AS_ENUM) S_END };
_Static_assert(S_END == ICJ_STATES + 1, "icj.h counts the states");

#define AS_CODE(code, a, b, name) #code,
static const char codes[S_END][3] = { "", STATES(AS_CODE) };

#define AS_NAME(code, a, b, name) name,
static const char *const names[S_END] = { "", STATES(AS_NAME) };

/* The state of two letters; every record asks, often five times. */
#define AS_CELL(code, a, b, name) [(a) & 31][(b) & 31] = S_##code,
const uint8_t icj__by_code[32][32] = { STATES(AS_CELL) };

/* Other names in use, the first that of Rule 1-101, and the two names that do
 * not begin with the letter of their code. */
static const struct alias {
	const char *name;
	icj_state state;
} aliases[] = {
	{ "Northern Marianas Islands", S_MP },
	{ "Northern Mariana Islands", S_MP },
	{ "U.S. Virgin Islands", S_VI },
	{ "US Virgin Islands", S_VI },
	{ "Virgin Islands", S_VI },
	{ "Washington DC", S_DC },
	{ "Washington, DC", S_DC },
	{ "Washington D.C.", S_DC },
	{ "Washington, D.C.", S_DC },
};

static bool is_gap(char c)
{
	return c == ' ' || c == '\t' || c == '-' || c == '_';
}

static char state_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Whether text is the name, in any case, a run of gaps for each blank. */
static bool is_name(const char *text, size_t len, const char *name)
{
	size_t i = 0;

	while (i < len && *name) {
		if (*name == ' ') {
			if (!is_gap(text[i]))
				return false;
			while (i < len && is_gap(text[i]))
				i++;
		} else if (state_lower(text[i++]) != state_lower(*name)) {
			return false;
		}
		name++;
	}
	return i == len && !*name;
}

static icj_state find_alias(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < COUNT_OF(aliases); i++) {
		if (is_name(text, len, aliases[i].name))
			return aliases[i].state;
	}
	return 0;
}

/* A name begins with the first letter of its code, so one row of the table
 * holds all that it could be; the exceptions are among the aliases. */
icj_state icj__state_named(const char *text, size_t len)
{
	const uint8_t *row = icj__by_code[len ? *text & 31 : 0];

	for (unsigned b = 0; b < 32; b++) {
		icj_state s = row[b];

		if (s && is_name(text, len, names[s]))
			return s;
	}
	return find_alias(text, len);
}

ICJ_API icj_state icj_state_find(const char *text, size_t len)
{
	if (!text)
		return 0;

	icj_state s;

	if (len == 2)
		return icj__state_of_code(text);
	s = icj__state_named(text, len);
	return s ? s : icj__state_written(text, len);
}

static bool is_state(icj_state s)
{
	return s > 0 && s <= ICJ_STATES;
}

ICJ_API const char *icj_state_code(icj_state s)
{
	return codes[is_state(s) ? s : 0];
}

ICJ_API const char *icj_state_name(icj_state s)
{
	return names[is_state(s) ? s : 0];
}

/* Reading: the days on which the others joined, all before the middle of
 * 2011, are not held, so they count as members on any day; no edition of the
 * rules held here is older than most of them. */
/* All but these are ICJ_PARTY. */
const uint8_t icj__parties[S_END] = {
	[S_NONE] = ICJ_NO_PARTY,
	/* states of Rule 1-101 that never enacted the compact */
	[S_AS] = ICJ_NO_PARTY, [S_GU] = ICJ_NO_PARTY, [S_MP] = ICJ_NO_PARTY,
	[S_PR] = ICJ_NO_PARTY,
	[S_GA] = ICJ_LATE_PARTY,
};

ICJ_API bool icj_state_is_member(icj_state s, icj_date day)
{
	enum party party = is_state(s) ? (enum party)icj__parties[s] :
	    ICJ_NO_PARTY;

	/* Georgia joined on 2014-07-01. */
	return party == ICJ_PARTY ||
	    (party == ICJ_LATE_PARTY && day >= ICJ_DAY(2014, 7, 1));
}
