/* SPDX-License-Identifier: MIT */
/*
 * digesting.h - what the files of icj-digest share: the duties to be told of,
 * what was told before, and who is to be told.
 */
#ifndef DIGESTING_H
#define DIGESTING_H

#include <stdint.h>

#include "tool/duty_record.h"

enum {
	DIGEST_E_STATE = 560,    /* a state file that is torn or somebody else's */
	DIGEST_E_SYSTEM = 561,   /* the system refused something about it */
	DIGEST_E_LOCKED = 562,   /* another run has it */
	DIGEST_E_EARLIER = 563,  /* records of an earlier day than the state */
	DIGEST_E_MOMENTS = 564,  /* a record of another moment than the first */
	DIGEST_E_ADDRESS = 565,  /* a file of addresses that cannot be used */
	DIGEST_E_SEND = 566,     /* the command that sends failed */
	DIGEST_W_UNKNOWN = 570,  /* workers without an address */
	DIGEST_W_NO_CASE = 571   /* records without case_id, told each time */
};

/* Why a person is told: enum icj_digest, and what could not be judged. */
#define DIGEST_INVALID (ICJ_DIGEST_NO_DATE + 1)
#define DIGEST_WHYS (DIGEST_INVALID + 1)

/* Of a duty: 128 bits of a keyed sum, as hexadecimal digits. */
#define DIGEST_SUM 33

/* Moved: it is due at another time. */
enum digest_mark {
	TOLD_BEFORE, TOLD_NEW, TOLD_MOVED, TOLD_CHANGED, TOLD_AGAIN
};

/* A duty to be told of. */
struct digest_row {
	unsigned why;
	struct rec_text group, case_id, duty, rule, state, missing;
	char *texts; /* of these */
	struct icj_time due;
	bool dated;  /* the due date is stated, not only how many days are left */
	int32_t days;
	bool nearest;
	size_t number;
	enum digest_mark mark;
	bool sent;
	icj_date told; /* the day it was told before */
	char id[DIGEST_SUM], when[DIGEST_SUM], whole[DIGEST_SUM];
};

/* Whose duties they are, in a message. */
struct digest_group {
	size_t from, to; /* rows */
};

struct digest_state; /* digest_state.c */
struct digest_post;  /* digest_mail.c */

struct digesting {
	enum duty_column by;
	int32_t within, remind; /* days; remind 0: never */
	bool page;              /* as HTML */
	const char *state_name, *mail_name, *sendmail, *from;

	struct digest_row *row;
	size_t rows, room;
	struct icj_time as_of; /* of the first record */
	unsigned now;          /* why, of the record at hand */
	struct duty_record record;

	struct digest_group *group;
	size_t groups;
	struct digest_state *state;
	struct digest_post *post;
};

/* -- digest_take.c: records into rows ------------------------------------ */

#define DIGEST_NEEDS (1u << DUTY_DUTY | 1u << DUTY_STATUS | 1u << DUTY_AS_OF)

void digest_judge(struct tool *t);
/* Keeps the record at hand, if it is to be told; -1 for want of memory. */
int digest_keep(struct tool *t);
/* Puts the rows in order, and makes the groups of those that have one to be
 * told now.  False for want of memory. */
bool digest_sort(struct digesting *d);
void digest_free(struct digesting *d);

/* -- digest_state.c: what was told before -------------------------------- */

/* Locks and reads the state file.  -1: go on; else a status. */
int state_open(struct tool *t);
/* Marks the rows by it; what need not be told again is TOLD_BEFORE.  -1, or a
 * status where the records are older than the state. */
int state_mark(struct tool *t);
/* Remembers what was sent; the old file stays if the new one cannot be. */
void state_save(struct tool *t);
void state_free(struct digest_state *s);

/* -- digest_mail.c: who is to be told ------------------------------------ */

/* Reads the file of addresses.  -1: go on; else a status. */
int post_open(struct tool *t);
/* Sends or prints all groups, and notes which rows were. */
void post_all(struct tool *t);
/* Whether a text is one address. */
bool post_knows(const char *address);
void post_free(struct digest_post *p);

/* -- digest_write.c: what is told ------------------------------------ */

/* "2 overdue, 1 due within 7 days", of the rows to be told in these groups. */
#define DIGEST_SUMMARY 300
char *digest_summary(const struct digesting *d,
    const struct digest_group *group, size_t groups,
    char text[DIGEST_SUMMARY]);
/* Writes groups of rows out, as text or as a page.  False if that failed, and
 * errno says why. */
bool digest_print(const struct digesting *d, const struct digest_group *group,
    size_t groups, FILE *out);

#endif
