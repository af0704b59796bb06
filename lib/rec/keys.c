/* SPDX-License-Identifier: MIT */
/*
 * keys.c - numbers for names, found by hash, case and word breaks disregarded.
 * It does not know what a name stands for.
 */
#include "rec_internal.h"

#include <stdlib.h>

/* FNV-1a over the folded bytes. */
static uint32_t hash_of(const char *name, size_t len)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < len; i++) {
		hash ^= rec_fold((unsigned char)name[i]);
		hash *= 16777619u;
	}
	return hash;
}

static bool keys_same(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (rec_fold((unsigned char)a[i]) !=
		    rec_fold((unsigned char)b[i]))
			return false;
	return true;
}

static void enter(struct rec_keys *keys, size_t number)
{
	size_t at = keys->key[number].hash & (keys->size - 1);

	while (keys->table[at])
		at = (at + 1) & (keys->size - 1);
	keys->table[at] = (uint32_t)(number + 1);
}

/* Keeps the table at most half full. */
static bool keys_widen(struct rec_keys *keys)
{
	size_t size = keys->size ? keys->size * 2 : 64;
	uint32_t *table;

	if (keys->count * 2 < keys->size)
		return true;
	table = calloc(size, sizeof(*table));
	if (!table)
		return false;
	free(keys->table);
	keys->table = table;
	keys->size = size;
	for (size_t i = 0; i < keys->count; i++)
		enter(keys, i);
	return true;
}

static size_t keys_add(struct rec_keys *keys, const char *name, size_t len,
    uint32_t hash)
{
	struct rec_key *key = rec_grow(keys->key, &keys->cap, keys->count + 1,
	    sizeof(*key));
	size_t text = keys->text.len;

	if (!key)
		return REC_NO_KEY;
	keys->key = key;
	if (!keys_widen(keys) || !rec_buf_add(&keys->text, name, len))
		return REC_NO_KEY;
	key[keys->count] = (struct rec_key){ .text = text, .len = len,
		.hash = hash, .place = REC_PASS };
	enter(keys, keys->count);
	return keys->count++;
}

static size_t keys_find(
    const struct rec_keys *keys, const char *name, size_t len, uint32_t hash)
{
	size_t at = keys->size ? hash & (keys->size - 1) : 0;

	while (keys->size && keys->table[at]) {
		const struct rec_key *key = &keys->key[keys->table[at] - 1];

		if (key->hash == hash && key->len == len &&
		    keys_same(keys->text.at + key->text, name, len))
			return keys->table[at] - 1;
		at = (at + 1) & (keys->size - 1);
	}
	return REC_NO_KEY;
}

size_t rec_keys_find(const struct rec_keys *keys, const char *name, size_t len)
{
	return keys_find(keys, name, len, hash_of(name, len));
}

static size_t find_or_add(struct rec_keys *keys, const char *name, size_t len)
{
	uint32_t hash = hash_of(name, len);
	size_t number = keys_find(keys, name, len, hash);

	return number != REC_NO_KEY ? number : keys_add(keys, name, len, hash);
}

static inline bool is(const struct rec_keys *keys, size_t number,
    const char *name, size_t len)
{
	return keys->key[number].len == len &&
	    rec_same(keys->text.at + keys->key[number].text, name, len);
}

/* So many names may be left out between two. */
#define GUESSES 4

/* As rec_keys_guess(), and then whatever came behind the name guessed. */
size_t rec_keys_get(struct rec_keys *keys, const char *name, size_t len)
{
	size_t guess = keys->last < keys->count ?
	    keys->key[keys->last].next : 0;

	for (int i = 0; i < GUESSES && guess < keys->count; i++) {
		if (is(keys, guess, name, len))
			return keys->last = guess;
		guess = keys->key[guess].next;
	}
	guess = find_or_add(keys, name, len);
	if (guess != REC_NO_KEY && keys->last < keys->count)
		keys->key[keys->last].next = guess;
	return keys->last = guess;
}

void rec_keys_free(struct rec_keys *keys)
{
	free(keys->key);
	free(keys->table);
	rec_buf_free(&keys->text);
	*keys = (struct rec_keys){ 0 };
}
