/* SPDX-License-Identifier: MIT */
/* fact.h - what a case is inside: for facts/ and the sources of judge/, and for
 * nobody else (tests/tree/layers.sh).  Whoever asks of a case asks case.h. */
#ifndef ICJ_FACTS_FACT_H
#define ICJ_FACTS_FACT_H

#include "facts/case.h"
#include "facts/watch.h"

struct fact {
	bool set;
	bool indefinite;
	union {
		int32_t count;      /* counts, states, yes/no (0, 1) */
		uint32_t bits;      /* choices and lists */
		struct icj_time time; /* times and dates */
		struct {
			const char *at;
			size_t len;
		} text;             /* texts and lists of dates, borrowed */
	};
};

struct icj_case {
	struct fact fact[FIELD_COUNT];
	uint64_t listed[FIELD_WORDS]; /* all that are set, to reset quickly */
	struct icj_date_form form;
	bool spoiled;                /* some value could not be read */
	struct watch *watch;         /* and who sees it judged, or NULL */
	enum icj_unsaid unsaid;      /* of what is neither set nor said */
	uint64_t said[FIELD_WORDS];  /* the record has a place for it */
	const char *const *null_words; /* more of them, borrowed */
	size_t null_count;
	const struct icj_field *clock_dropped; /* see icj.h */
	bool has_clock;  /* a time since the last reset had one, */
	bool has_offset; /* or an offset */
};

/* A fact as whoever watches sees it read. */
static inline const struct fact *fact_of(const struct icj_case *c,
    enum field_id f)
{
	if (__builtin_expect(c->watch != NULL, 0) && !c->fact[f].set)
		c->watch->silent[f]++;
	return &c->fact[f];
}

_Static_assert(sizeof(struct icj_case) <= CASE_ROOM, "a case has room");

#endif
