/* SPDX-License-Identifier: MIT */
/* case.h - the facts of one case, as only facts/ and judge/ see them. */
#ifndef ICJ_FACTS_CASE_H
#define ICJ_FACTS_CASE_H

#include "icj.h"
#include "facts/fields.h"

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

/* The length of a number without a point and zeros behind it. */
size_t icj__without_zeros(const char *text, size_t len);

/* Who looks at a case with a cell that cannot be read (judge/watch.h). */
struct watch;

/* Fields as bits. */
#define FIELD_WORDS ((FIELD_COUNT + 63) / 64)

#define FIELD_BIT(id) ((uint64_t)1 << (id) % 64)

struct icj_case {
	struct fact fact[FIELD_COUNT];
	uint64_t listed[FIELD_WORDS]; /* has all that are set, for a quick reset */
	struct icj_date_form form;
	bool spoiled;                /* some value could not be read */
	struct watch *watch;         /* and the one who sees it judged, or NULL */
	enum icj_unsaid unsaid;      /* of what is neither set nor said */
	uint64_t said[FIELD_WORDS];  /* the record has a place for it */
	const char *const *null_words; /* more of them, borrowed */
	size_t null_count;
	const struct icj_field *clock_dropped; /* see icj.h */
	bool has_offset; /* a time since the last reset had one */
};

#endif
