/* SPDX-License-Identifier: MIT */
/* field.h - the dictionary of fields, and other names for values. */
#ifndef ICJ_FACTS_FIELD_H
#define ICJ_FACTS_FIELD_H

#include <string.h>
#include "icj.h"
#include "facts/fields.h"

/* A character of a name or a choice, so that case does not matter and '-',
 * '_' and blank are the same.  ASCII only: no locale. */
static inline char icj__fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '-' || c == ' ' ? '_' : c;
}

/* Whether text is the word, folded as above. */
bool icj__same_word(const char *word, const char *text, size_t len);

extern const struct icj_field icj__fields[FIELD_COUNT];

/* The identifier of a field of the dictionary. */
static inline enum field_id icj__field_id(const struct icj_field *field)
{
	return (enum field_id)field->number;
}

/* Adds the bit of a choice that is written as the Commission's systems show
 * it; false: there is none. */
bool icj__value_shown(const struct icj_field *field, const char *text,
    size_t len, uint32_t *bits);

#endif
