/* SPDX-License-Identifier: MIT */
/*
 * dues.h - what the files of icj-dues share.  It needs all rows at once, so it
 * has a loop of its own; messages, names and records are those of all tools.
 */
#ifndef DUES_H
#define DUES_H

#include <stdbool.h>
#include <sys/types.h>

#include "icj.h"
#include "rec.h"
#include "tool/tool.h"

/* Codes of messages beside those of the library (401..). */
enum {
	DUES_E_TOTAL_ROW = 421, /* a nation, a region or a total among states */
	DUES_E_NO_COLUMN = 422, /* a column that is needed is not there */
	DUES_E_NO_NAME = 423,   /* a row or a tier without its name */
	DUES_E_CHANGED = 424,   /* the file changed while it was read */
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

/* The columns that are read. */
enum dues_slot {
	DUES_STATE, DUES_CODE, DUES_NAME, DUES_POPULATION, DUES_SENT,
	DUES_RECEIVED, DUES_TRANSFERS, DUES_SLOTS
};

/* A file, read twice: to judge all rows, then to write each with its share. */
struct dues_source {
	const char *name;
	int fd;
	off_t start;
	struct rec_in *in;
	bool seen[DUES_SLOTS]; /* which of our columns it has, by slot */
	bool ours;             /* a column of ours is already there */
	unsigned last_field;   /* the column that announces a last line, or 0 */
	struct trailer *last;  /* what it is to be */
	struct dues *dues;
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

struct dues_map; /* what --map says: dues_map.c */

struct dues {
	struct tool tool; /* common options, and what messages need */
	struct tool_told told;
	struct icj_dues_options options;
	const struct dues_source *writing; /* the row at hand is of this */
	unsigned long line;                /* and begins there */
	const char *tiers_name; /* NULL: none */
	icj_date as_of;
	bool count; /* count cases instead */
	struct dues_map *map;
	bool header_said;       /* where the headers stand; files are read twice */

	struct dues_source *source;
	size_t sources;
	struct icj_dues_row row[ICJ_STATES];
	size_t rows;
	/* where a state stood first; file NULL: nowhere */
	struct { const char *file; unsigned long line; } at[ICJ_STATES + 1];
	bool bad; /* some row cannot be used */

	struct dues_tiers tiers;
	struct icj_dues_share share[ICJ_STATES];
	struct icj_dues_total total;
	struct cells cells;
};

/* Most functions give -1: go on; else the exit status. */

/* dues_option.c: the command line. */
int dues_options(struct dues *d, int argc, char **argv);

/* dues_column.c: the names of columns, and the --map files. */
bool dues_map_read(struct dues *d);
void dues_map_free(struct dues *d);
/* The slot of a column name, or REC_PASS, or REC_DROP for one of ours. */
int dues_place(void *source, const char *name, size_t len, unsigned field);
const char *dues_slot_name(enum dues_slot slot);
/* Whether the columns that are needed are there. */
int dues_columns_check(const struct dues *d, struct dues_source *s);

/* dues_like.c: warns, in the first pass, of each column that is not known and
 * looks like one of the names that no column has. */
void dues_say_like(struct dues_source *s, const char *const *unmet);

/* dues_source.c: the files. */
/* Whether a column of a source is read, or one of ours. */
bool dues_knows(void *source, const char *name, size_t len);
int dues_open(struct dues *d);
/* Readers on all files, from their start. */
int dues_start(struct dues *d);
bool dues_is_empty(const struct dues *d);
void dues_close(struct dues *d);
/* The next record of a file that is read to be judged: as rec_next(), and
 * REC_STOP, said, also where the last line announced does not come or fit. */
enum rec_got dues_next(struct dues *d, struct dues_source *s,
    const struct rec **rec, int *status);
int dues_say_stop(const struct dues *d, const struct dues_source *s);
/* The output; what was wrong with it. */
struct rec_out *dues_sink(struct dues *d);
int dues_finish(struct dues *d, struct rec_out *out, bool fine);

/* dues_row.c: one record into one row. */
void dues_take(struct dues *d, const struct dues_source *s,
    const struct rec *rec);

/* dues_tiers.c: the --tiers file. */
int dues_tiers_read(struct dues *d);
/* The tier's name and amount of row i; false if no tier holds the share. */
bool dues_tier_of(const struct dues *d, size_t i, const char **name,
    int64_t *amount);

/* dues_say.c: what goes to stderr beside errors. */
void dues_say_ground(const struct dues *d);
/* The same, and the amounts. */
void dues_say_all(const struct dues *d);

/* dues_write.c: the rows with their columns, or as prose. */
int dues_write(struct dues *d);

/* dues_count.c: cases into rows. */
int dues_count_place(void *source, const char *name, size_t len,
    unsigned field);
int dues_count_check(const struct dues *d, struct dues_source *s);
int dues_count(struct dues *d);

#endif
