/* SPDX-License-Identifier: MIT */
/*
 * tallying.h - what the files of icj-tally share: the counts by measure, state
 * and period, which grow with the periods seen and not with the records.
 */
#ifndef TALLYING_H
#define TALLYING_H

#include "tool/tool.h"

enum {
	TALLY_E_PERIODS = 510,   /* more periods than are kept */
	TALLY_W_WITHDRAWN = 520, /* withdrawn records, left out */
	TALLY_W_NOTHING = 521,   /* records without an event of the layout */
	TALLY_W_LACKS = 522,     /* records that lack a fact, undecided */
	TALLY_W_WITHHELD = 523,  /* periods whose counts cannot be hidden */
	TALLY_W_SAME = 524,      /* records with both states the same */
	TALLY_W_EARLY = 525,     /* withdrawn before what is counted */
	TALLY_W_LATER = 526      /* events after the as-of date */
};

#define TALLY_PERIODS 1200

/* The counts of one period: by measure, then by state, 0 for no state. */
struct tally_block {
	int32_t period;
	int64_t *count, *undecided;
};

struct tallying {
	enum icj_by by;
	enum icj_layout layout;
	icj_date from, to;    /* NONE: any */
	bool totals;
	int64_t limit;        /* of --small-cells; 0: none */

	size_t measures;      /* of both layouts */
	struct icj_tally *now; /* what the record at hand counts as */
	size_t now_count;
	bool withdrawn, early, later;

	struct tally_block *block; /* by period */
	size_t blocks, room;
	bool lost;            /* more periods than are kept, or no memory */
	bool seen[ICJ_STATES + 1];
	long long withdrawn_count, nothing_count, same_count,
	    early_count, later_count;
	long long *lacking;   /* records, by field of the dictionary */
	unsigned char **hidden; /* by measure; of states and periods */
};

/* -- tally_count.c: records into counts --------------------------------- */

bool tally_start(struct tallying *y);
void tally_free(struct tallying *y);
/* What the record at hand counts as. */
void tally_judge(struct tool *t);
/* Adds it; -1 after a message. */
int tally_add(struct tool *t);
/* Takes a period in, also one in which nothing was counted; NULL when there
 * are too many, or no memory. */
struct tally_block *tally_block(struct tallying *y, int32_t period);
/* Says what was left out. */
void tally_say(const struct tool *t);

/* -- tally_write.c: counts into rows ------------------------------------ */

int tally_write(struct tool *t);

#endif
