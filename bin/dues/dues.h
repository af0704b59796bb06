/* SPDX-License-Identifier: MIT */
/*
 * dues.h - what the files of icj-dues share: the states that were read and what
 * comes of them.
 */
#ifndef DUES_H
#define DUES_H

#include "tool/tool.h"

/* Codes of messages beside those of the library (401..). */
enum {
	DUES_E_TOTAL_ROW = 421, /* a nation, a region or a total among states */
	DUES_E_NO_COLUMN = 422, /* a column that is needed is not there */
	DUES_E_NO_NAME = 423,   /* a row or a tier without its name */
	DUES_E_TIERS = 425,     /* too many tiers, or one state's rate twice */
	DUES_N_DENOMINATOR = 430,
	DUES_N_SUM = 431,
	DUES_N_AMOUNT = 432,
	DUES_N_RATE = 433,      /* a special rate was applied */
	DUES_W_UNEVEN = 440,    /* sent and received differ */
	DUES_W_MEMBER = 441,    /* a state that is not a compacting one */
	DUES_W_NO_ROW = 442,    /* compacting states without a row */
	DUES_W_SCALE = 443,     /* --scale without --budget */
	DUES_W_WITHDRAWN = 444, /* --count: left out */
	DUES_W_OTHER = 445,     /* --count: no transfers, left out */
	DUES_W_DENIED = 446     /* --count: denied, counted all the same */
};

#define DUES_TIERS 64
#define DUES_TIER_NAME 64

struct dues_tier_name {
	char text[DUES_TIER_NAME];
	unsigned long line;
};

/* What --tiers says; the rate of a state outweighs its tier. */
struct dues_tiers {
	struct icj_dues_tier tier[DUES_TIERS];
	struct dues_tier_name name[DUES_TIERS];
	size_t count;
	struct dues_tier_name rate_name[ICJ_STATES + 1];
	int64_t rate[ICJ_STATES + 1]; /* below 0: none */
};

struct dues {
	struct icj_dues_options options;
	const char *tiers_name; /* NULL: none */
	struct dues_tiers tiers;

	struct icj_dues_row row[ICJ_STATES];
	size_t rows, answered;
	/* where a state stood first; file NULL: nowhere */
	struct { const char *file; unsigned long line; } at[ICJ_STATES + 1];
	struct icj_dues_share share[ICJ_STATES];
	struct icj_dues_total total;

	/* --count */
	long long sent[ICJ_STATES + 1], received[ICJ_STATES + 1];
	long long others, denied;
};

/* -- dues_row.c: one record into one row -------------------------------- */

extern const struct tool_names dues_names;
/* Whether the columns that are needed are there: -1 or a status. */
int dues_columns(struct tool *t);
void dues_take(struct tool *t);

/* -- dues_tiers.c: the --tiers file ------------------------------------- */

/* -1 or a status. */
int dues_tiers_read(struct tool *t);
/* The tier's name and amount of row i; false if no tier holds the share. */
bool dues_tier_of(const struct dues *d, size_t i, const char **name,
    int64_t *amount);

/* -- dues_say.c: what goes to stderr beside errors ---------------------- */

void dues_say_ground(const struct tool *t);
/* The same, and the amounts. */
void dues_say_all(const struct tool *t);

/* -- dues_count.c: cases into rows -------------------------------------- */

int dues_count_columns(struct tool *t);
void dues_count_judge(struct tool *t);
int dues_count_record(struct tool *t);
int dues_count_end(struct tool *t);

#endif
