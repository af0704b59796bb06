/* SPDX-License-Identifier: MIT */
/* keyed.c - sums under a key, by the SHA-256 of libmd. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* The header of libmd wants the types of the first. */
#include <sys/types.h>
#include <sys/stat.h>

#include <sha2.h>

#include "tool/keyed.h"

#define KEY_LEAST 16
#define KEY_MOST 4096

static void keyed_pad(SHA2_CTX *sum, const uint8_t key[KEYED_KEY], uint8_t with)
{
	uint8_t block[SHA256_BLOCK_LENGTH];

	memset(block, with, sizeof(block));
	for (size_t i = 0; i < KEYED_KEY; i++)
		block[i] ^= key[i];
	SHA256Init(sum);
	SHA256Update(sum, block, sizeof(block));
}

static void keyed_end(SHA2_CTX *sum, const uint8_t key[KEYED_KEY],
    char hex[KEYED_HEX])
{
	uint8_t inner[SHA256_DIGEST_LENGTH];

	SHA256Final(inner, sum);
	keyed_pad(sum, key, 0x5c);
	SHA256Update(sum, inner, sizeof(inner));
	SHA256End(sum, hex);
}

void keyed_bytes(const uint8_t key[KEYED_KEY], const char *text, size_t len,
    char hex[KEYED_HEX])
{
	SHA2_CTX sum;

	keyed_pad(&sum, key, 0x36);
	SHA256Update(&sum, (const uint8_t *)text, len);
	keyed_end(&sum, key, hex);
}

void keyed_texts(const uint8_t key[KEYED_KEY], const struct rec_text *text,
    size_t count, char hex[KEYED_HEX])
{
	SHA2_CTX sum;

	keyed_pad(&sum, key, 0x36);
	for (size_t i = 0; i < count; i++) {
		uint8_t len[4] = {(uint8_t)(text[i].len >> 24),
		    (uint8_t)(text[i].len >> 16), (uint8_t)(text[i].len >> 8),
		    (uint8_t)text[i].len};

		SHA256Update(&sum, len, sizeof(len));
		SHA256Update(&sum, (const uint8_t *)text[i].text, text[i].len);
	}
	keyed_end(&sum, key, hex);
}

/* 0, an errno, or -1 for fewer or more bytes than a key has; open tells of a
 * file that others may read, who could try cases out then. */
static int keyed_read(const char *path, uint8_t key[KEYED_KEY], bool *open)
{
	char text[KEY_MOST + 1];
	FILE *in = fopen(path, "rb");
	struct stat st;
	SHA2_CTX sum;
	size_t len;
	int err;

	if (!in)
		return errno;
	len = fread(text, 1, sizeof(text), in);
	err = ferror(in) ? EIO : 0;
	*open = fstat(fileno(in), &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_mode & (S_IRWXG | S_IRWXO);
	fclose(in);
	if (err || len < KEY_LEAST || len > KEY_MOST)
		return err ? err : -1;
	SHA256Init(&sum);
	SHA256Update(&sum, (const uint8_t *)text, len);
	SHA256Final(key, &sum);
	return 0;
}

bool keyed_take(const struct tool *t, uint8_t key[KEYED_KEY])
{
	const struct tool_place at = {t->key_name, 0, 0, NULL};
	bool open = false;
	int err = keyed_read(t->key_name, key, &open);

	if (err == 0 && open)
		tool_warn(t, &at, KEYED_W_OPEN, "others may read or change "
		    "this key, and then tell cases by it: chmod 600 it");
	if (err == 0)
		return true;
	tool_error(t, &at, KEYED_E_KEY, "%s", err > 0 ? strerror(err) :
	    "a key has 16 to 4096 bytes; head -c 32 /dev/urandom makes one");
	return false;
}
