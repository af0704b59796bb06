/* SPDX-License-Identifier: MIT */
/*
 * scoring.h - what the files of icj-score share: one scorecard for each duty of
 * a standard and whatever it is split by.
 */
#ifndef SCORING_H
#define SCORING_H

#include "tool/duty_record.h"

enum {
	SCORE_E_CARDS = 550,      /* more scorecards than can be hidden */
	SCORE_W_NOWHERE = 551,    /* records that are in no column */
	SCORE_W_UNLABELLED = 552, /* records of duties without a standard */
	SCORE_W_SNAPSHOT = 553,   /* a share that only --snapshot has */
	SCORE_W_MOMENTS = 554     /* records judged from several moments */
};

/* What tells scorecards apart, in the order of the columns. */
enum score_key {
	KEY_STANDARD, KEY_DUTY, KEY_STATE, KEY_WORKER, KEY_ZONE, KEY_PERIOD,
	SCORE_KEYS
};

struct scorecard {
	struct rec_text key[SCORE_KEYS];
	char *texts; /* of the keys */
	struct icj_score score;
	bool recurs;
};

struct scoring {
	bool by[SCORE_KEYS];
	enum icj_by period;
	bool snapshot, all, totals;
	int64_t limit;        /* of --small-cells; 0: none */
	int32_t target;       /* in hundredths of a percent; below 0: none */

	enum icj_score_column now; /* of the record at hand */
	enum icj_basis basis;
	bool left_out;        /* it is of no standard */
	char now_period[ICJ_PERIOD_SIZE];

	struct scorecard *card; /* in order */
	size_t cards, room;
	long long nowhere[ICJ_DUE_NOT_IN_FORCE + 1]; /* by status */
	long long unlabelled;
	struct icj_time as_of; /* of the first record */
	bool moments;         /* another record has another */
};

/* -- score_count.c: records into scorecards ------------------------------ */

/* The columns without which there is nothing to count. */
unsigned score_needs(const struct scoring *s);
/* Where the record at hand counts. */
void score_judge(struct tool *t);
/* Counts it; -1 for want of memory. */
int score_count(struct tool *t);
void score_free(struct scoring *s);

/* -- score_write.c: scorecards into rows --------------------------------- */

int score_write(struct tool *t);

#endif
