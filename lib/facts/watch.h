/* SPDX-License-Identifier: MIT */
/* watch.h - what is looked at in a case that has a cell which cannot be
 * read. */
#ifndef ICJ_FACTS_WATCH_H
#define ICJ_FACTS_WATCH_H

#include <stdint.h>
#include "facts/fields.h"

/* What was asked is remembered (see recall.c) unless somebody watches.  Most of
 * it is asked again and again: of these questions each needs a trace once. */
enum { ASKED_KNOWN = 1, ASKED_SAID = 2 };

struct trace {
	struct watch *watch; /* or NULL; then nothing is marked as asked */
	uint8_t asked[FIELD_COUNT];
};

/* How often a judgement asked for a field that is not known without noting it
 * as missing or presumed.  What is noted decides only where it is named in the
 * end. */
struct watch {
	struct trace trace; /* of this watch */
	int16_t silent[FIELD_COUNT];
};

#endif
