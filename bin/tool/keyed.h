/* SPDX-License-Identifier: MIT */
/* keyed.h - sums under a key (HMAC with SHA-256 of libmd): what stands for a
 * case where its name must not. */
#ifndef KEYED_H
#define KEYED_H

#include <stddef.h>
#include <stdint.h>

#include "rec.h"
#include "tool/tool.h"

enum { /* of --pseudonym-key */
	KEYED_E_KEY = 580, /* a file that is no key */
	KEYED_W_OPEN = 582 /* one that others may read or change */
};

#define KEYED_KEY 32
#define KEYED_HEX 65 /* a whole sum as digits, and a NUL */

/* Of bytes as they stand. */
void keyed_bytes(const uint8_t key[KEYED_KEY], const char *text, size_t len,
    char hex[KEYED_HEX]);
/* Of texts, each behind its length, so that none can pass for two. */
void keyed_texts(const uint8_t key[KEYED_KEY], const struct rec_text *text,
    size_t count, char hex[KEYED_HEX]);
/* The key of --pseudonym-key, by what is in its file.  False after a
 * message. */
bool keyed_take(const struct tool *t, uint8_t key[KEYED_KEY]);

#endif
