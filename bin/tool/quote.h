/* SPDX-License-Identifier: MIT */
/* quote.h - a text as a string of JSON. */
#ifndef QUOTE_H
#define QUOTE_H

#include <stdio.h>

void quote_put(FILE *out, const char *text);

#endif
