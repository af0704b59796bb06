/* SPDX-License-Identifier: MIT */
/*
 * trainings.h - what the files of icj-training share: the sums of training
 * reports by state and period.
 */
#ifndef TRAININGS_H
#define TRAININGS_H

#include "tool/tool.h"

enum {
	TRAINING_E_PLACE = 530, /* a report without its state or day */
	TRAINING_E_ROWS = 531   /* more states and periods than are kept */
};

#define TRAINING_SUMS 65536

struct training_sum {
	icj_state state;
	int32_t period;
	long long trainings, hours, attendees, undecided;
};

struct trainings {
	struct icj_training now;
	bool totals;
	enum icj_by by;
	struct training_sum *sum; /* by state, then period */
	size_t sums, room;
};

/* -- training_total.c --------------------------------------------------- */

/* Takes the place of the questions, for --totals. */
extern const struct tool_kind training_totals;

#endif
