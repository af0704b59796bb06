/* SPDX-License-Identifier: MIT */
/*
 * usual.h - values as nearly all of them are spelled, read fast: a word as in
 * the dictionary, an ISO date, two letters, some digits.  Whatever else there
 * is case.c reads with care.
 */
#ifndef ICJ_USUAL_H
#define ICJ_USUAL_H

#include <string.h>

#include "icj.h"
#include "time/text.h"
#include "facts/state.h"
#include "facts/fact.h"

/* -- The words of the choices, to be compared eight bytes at a time ------ */

#define WORD_SIZE 40

/* Padded with NULs. */
typedef char icj__word[WORD_SIZE];

#define WORDS_OF(...) (sizeof((const char *const[]){__VA_ARGS__}) / \
	sizeof(const char *))

struct words {
	icj__word NONE[1];
#define V(list, ...) icj__word list[WORDS_OF(__VA_ARGS__)];
	ICJ_VALUES(V)
#undef V
};

/* Where the words of a field stand in struct words, and how many there are. */
struct words_of {
	uint16_t at, count;
};

extern const struct words icj__words;
extern const struct words_of icj__words_of[FIELD_COUNT];

/* The first eight bytes of a text, NULs where it is shorter, as they stand in
 * memory; no byte beyond the text is read. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
static inline uint64_t icj__head(const char *text, size_t len)
{
	uint64_t head;
	uint32_t low, high;

	if (len >= 8) {
		memcpy(&head, text, 8);
		return head;
	}
	if (len >= 4) {
		memcpy(&low, text, 4);
		memcpy(&high, text + len - 4, 4);
		return low | (uint64_t)high << 8 * (len - 4);
	}
	return (uint64_t)(unsigned char)text[0] |
	    (uint64_t)(unsigned char)text[len / 2] << 8 * (len / 2) |
	    (uint64_t)(unsigned char)text[len - 1] << 8 * (len - 1);
}
#else
static inline uint64_t icj__head(const char *text, size_t len)
{
	uint64_t head = 0;

	memcpy(&head, text, len < 8 ? len : 8);
	return head;
}
#endif

static inline uint64_t icj__word_head(const char *word)
{
	uint64_t head;

	memcpy(&head, word, 8);
	return head;
}

/* -- Values ------------------------------------------------------------- */

static inline bool icj__usual_yes_no(const char *text, size_t len,
    struct fact *f)
{
	f->count = len == 3;
	return len == 3 ? memcmp(text, "yes", 3) == 0 :
	    len == 2 && memcmp(text, "no", 2) == 0;
}

static inline bool icj__usual_state(const char *text, size_t len,
    struct fact *f)
{
	f->count = len == 2 ? icj__state_of_code(text) : 0;
	return f->count != 0;
}

bool icj__usual_date(const char *text, size_t len, struct fact *f);

static inline bool icj__usual_count(const char *text, size_t len,
    struct fact *f)
{
	uint32_t n = 0;
	bool digits = len < 9;

	for (size_t i = 0; i < len && digits; i++) {
		unsigned digit = (unsigned)(unsigned char)text[i] - '0';

		digits = digit < 10;
		n = n * 10 + digit;
	}
	f->count = (int32_t)n;
	return digits;
}

/* Eight bytes are compared at a time, the last eight of a longer word for the
 * second time where they overlap those before. */
static inline bool icj__same_rest(const char *word, const char *text,
    size_t len)
{
	for (size_t i = 8; i + 8 < len; i += 8)
		if (icj__word_head(word + i) != icj__word_head(text + i))
			return false;
	return len <= 8 || icj__word_head(word + len - 8) ==
	    icj__word_head(text + len - 8);
}

/* Whether a word begins with this head and is the text. */
static inline bool icj__is_word(const char *word, uint64_t head,
    const char *text, size_t len)
{
	return icj__word_head(word) == head && word[len] == '\0' &&
	    icj__same_rest(word, text, len);
}

static inline bool icj__usual_choice(const struct icj_field *field,
    const char *text, size_t len, struct fact *f)
{
	const struct words_of *of = &icj__words_of[field->number];
	const char *word = (const char *)&icj__words + of->at;
	const char *end = word + of->count * WORD_SIZE;
	uint64_t head = icj__head(text, len);
	uint32_t bit = 1;

	if (len >= WORD_SIZE)
		return false;
	while (word < end && !icj__is_word(word, head, text, len)) {
		word += WORD_SIZE;
		bit <<= 1;
	}
	f->bits = bit;
	return word < end;
}

/* No blank at its ends, no NUL in it, and no word that says nothing: those have
 * up to four bytes but for "unknown". */
static inline bool icj__usual_text(const char *text, size_t len,
    struct fact *f)
{
	char first = text[0], last = text[len - 1];

	f->text.at = text;
	f->text.len = len;
	return first > ' ' && last > ' ' && (first | 0x20) != 'u' && len > 4 &&
	    !memchr(text, '\0', len);
}

/* False: to be read with care.  The text is not empty.  Measured: 20 to 60
 * instructions instead of 100 to 200 a value. */
__attribute__((always_inline))
static inline bool icj__read_usual(const struct icj_field *field,
    const char *text, size_t len, struct fact *f)
{
	f->indefinite = false;
	switch (field->type) {
	case ICJ_YES_NO:
		return icj__usual_yes_no(text, len, f);
	case ICJ_DATE:
	case ICJ_DATE_OR_INDEFINITE:
	case ICJ_TIME_OR_DATE:
		return icj__usual_date(text, len, f);
	case ICJ_STATE:
		return icj__usual_state(text, len, f);
	case ICJ_COUNT:
	case ICJ_COUNT_OR_INDEFINITE:
		return icj__usual_count(text, len, f);
	case ICJ_CHOICE:
		return icj__usual_choice(field, text, len, f);
	case ICJ_TEXT:
		return icj__usual_text(text, len, f);
	default:
		return false;
	}
}

#endif
