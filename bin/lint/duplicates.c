/* SPDX-License-Identifier: MIT */
/*
 * duplicates.c - records that are of one event, and juveniles who have two
 * dates of birth.  Kept are digests and places, no name and no key; at most
 * LINT_KEYS of them, so that memory is bounded.
 */
#include <sha256.h>
#include <stdlib.h>
#include <string.h>

#include "lint/linting.h"
#include "tool/words.h"

#define LINT_SLOTS ((size_t)1 << 20)
#define LINT_KEYS (LINT_SLOTS / 4 * 3)
#define LINT_DIGEST 16 /* bytes; of two texts they are never the same */

/* A key and where it stood first. */
struct kept {
	uint8_t digest[LINT_DIGEST];
	const char *file; /* NULL: nothing is kept here */
	uint32_t line;
	icj_date born;
};

struct lint_index {
	size_t keys;
	bool full;
	struct kept slot[LINT_SLOTS];
};

struct lint_index *lint_index_new(void)
{
	return calloc(1, sizeof(struct lint_index));
}

void lint_index_free(struct lint_index *x)
{
	free(x);
}

/* -- Keys --------------------------------------------------------------- */

static const struct icj_field *lint_field(const char *name)
{
	return icj_field_find(name, strlen(name));
}

static void key_add(SHA256_CTX *key, const char *text, size_t len)
{
	SHA256Update(key, (const uint8_t *)text, len);
	SHA256Update(key, (const uint8_t *)"\n", 1);
}

/* Adds a field and its value; false if it is not known. */
static bool key_add_fact(SHA256_CTX *key, const struct tool *t,
    const char *name)
{
	char text[WORDS_ROOM];
	size_t len = icj_case_get(t->facts, lint_field(name), text,
	    sizeof(text));

	if (len == 0 || len >= sizeof(text))
		return false;
	key_add(key, name, strlen(name));
	key_add(key, text, len);
	return true;
}

/* The juvenile, however the name is spaced and capitalized. */
static bool key_add_juvenile(SHA256_CTX *key, const struct tool *t)
{
	char text[WORDS_ROOM], plain[WORDS_ROOM];
	size_t len = icj_case_get(t->facts, lint_field("juvenile"), text,
	    sizeof(text));

	len = len < sizeof(text) ? words_plain(text, len, plain) : 0;
	key_add(key, "juvenile", 8);
	key_add(key, plain, len);
	return len > 0;
}

static bool key_of_case(SHA256_CTX *key, const struct tool *t)
{
	return key_add_fact(key, t, "case_id");
}

static bool key_of_person(SHA256_CTX *key, const struct tool *t)
{
	return key_add_juvenile(key, t) &&
	    icj_case_has(t->facts, lint_field("date_of_birth"));
}

/* Reading: an event is of one juvenile, one kind, the same states, and the same
 * day on which it begins. */
static bool key_of_event(SHA256_CTX *key, const struct tool *t)
{
	static const char *const same[] = {
		"case_type", "sending_state", "receiving_state",
		"holding_state", "home_state", "destination_state"
	};
	static const char *const begins[] = {
		"transfer_requested", "referral_sent", "referral_received",
		"detained_at", "form_iii_received", "travel_starts",
		"permit_effective"
	};

	if (!key_add_juvenile(key, t))
		return false;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		key_add_fact(key, t, same[i]);
	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		if (key_add_fact(key, t, begins[i]))
			return true;
	return false;
}

/* -- The index ---------------------------------------------------------- */

static void say_full(const struct tool *t, struct lint_index *x)
{
	if (!x->full)
		tool_warn(t, &(struct tool_place){input_name(t), t->rec->line,
		    0, NULL}, LINT_W_FULL, "the index of duplicates is full: "
		    "from here on records are compared with those before this "
		    "one only");
	x->full = true;
}

/* What the key stood for first; NULL if it is new, and now kept. */
static const struct kept *index_find(const struct tool *t,
    struct lint_index *x, SHA256_CTX *key, icj_date born)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	size_t at;

	SHA256Final(digest, key);
	memcpy(&at, digest, sizeof(at));
	for (at %= LINT_SLOTS; x->slot[at].file; at = (at + 1) % LINT_SLOTS)
		if (memcmp(x->slot[at].digest, digest, LINT_DIGEST) == 0)
			return &x->slot[at];
	if (x->keys == LINT_KEYS) {
		say_full(t, x);
		return NULL;
	}
	x->keys++;
	memcpy(x->slot[at].digest, digest, LINT_DIGEST);
	x->slot[at].file = input_name(t);
	x->slot[at].line = (uint32_t)t->rec->line;
	x->slot[at].born = born;
	return NULL;
}

static void index_add(struct linting *l, enum icj_lint_check check,
    const char *field, const struct kept *first)
{
	l->found[l->n++] = (struct lint_found){
	    {check, lint_field(field), NULL, ""}, first->file, first->line};
}

static const struct kept *index_look(const struct tool *t,
    struct lint_index *x, bool (*make)(SHA256_CTX *, const struct tool *),
    icj_date born)
{
	SHA256_CTX key;

	SHA256Init(&key);
	return make(&key, t) ? index_find(t, x, &key, born) : NULL;
}

static icj_date index_born(const struct tool *t)
{
	char text[32] = "";
	icj_date day = ICJ_DATE_NONE;

	icj_case_get(t->facts, lint_field("date_of_birth"), text,
	    sizeof(text));
	icj_date_parse(text, strlen(text), NULL, &day);
	return day;
}

void lint_index_look(struct tool *t)
{
	struct linting *l = t->own;
	icj_date born = index_born(t);
	const struct kept *same = index_look(t, l->index, key_of_case, born);
	const struct kept *event = index_look(t, l->index, key_of_event, born);
	const struct kept *person = index_look(t, l->index, key_of_person,
	    born);

	if (same)
		index_add(l, ICJ_LINT_EVENT_TWICE, "case_id", same);
	else if (event)
		index_add(l, ICJ_LINT_EVENT_TWICE, "juvenile", event);
	if (person && person->born != born)
		index_add(l, ICJ_LINT_TWO_BIRTH_DATES, "date_of_birth",
		    person);
}
