/* SPDX-License-Identifier: MIT */
/* mask.h - text of others as a terminal may read it. */
#ifndef MASK_H
#define MASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* How many bytes the character at s has; whether it can be shown. */
size_t mask_character(const char *s, size_t len, bool *shown);
/* Writes a text, with '?' for what cannot be shown. */
void mask_put(FILE *out, const char *s, size_t len);
void mask_puts(FILE *out, const char *s);

#endif
