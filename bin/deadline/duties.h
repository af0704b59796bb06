/* SPDX-License-Identifier: MIT */
/*
 * duties.h - what the files of icj-deadline share: which rows are shown,
 * what of the record is kept before them, and how they are written.
 */
#ifndef DUTIES_H
#define DUTIES_H

#include "deadline/ics.h"
#include "tool/tool.h"

struct lines;

/* -- Which rows are shown (deadline_pick.c) ----------------------------- */

struct pick {
	const char *only, *duty, *standard; /* lists with commas, or NULL */
	int32_t within;                     /* days, below 0: any */
	bool all;                           /* also rows without a start */
};

/* Whether each item of a list names something there is; t->hint if not. */
bool pick_knows_statuses(struct tool *t, const char *list);
bool pick_knows_duties(struct tool *t, const char *list);
bool pick_knows_standards(struct tool *t, const char *list);

/* Whether the lists have the duty; and whether its row is among the statuses
 * and days asked for. */
bool pick_lists(const struct pick *p, const struct icj_duty *duty);
bool pick_asks(const struct pick *p, const struct icj_due *due);

/* Whether a duty concerns the case by the law of its day, and has begun. */
static inline bool pick_is_begun(const struct icj_due *due)
{
	return due->status != ICJ_DUE_NO_START &&
	    due->status != ICJ_DUE_NOT_APPLICABLE &&
	    due->status != ICJ_DUE_NOT_IN_FORCE;
}

/* Whether a duty is looked at; and whether its row is shown. */
static inline bool pick_looks_at(const struct pick *p,
    const struct icj_due *due)
{
	if (!p->all && !pick_is_begun(due))
		return false;
	return (!p->duty && !p->standard) || pick_lists(p, &due->duty);
}

static inline bool pick_shows(const struct pick *p, const struct icj_due *due)
{
	return (!p->only && p->within < 0) || pick_asks(p, due);
}

/* -- What is kept of the record (deadline_keep.c) ----------------------- */

#define KEEP_USUAL 4
#define KEEP_LOSSES 20 /* keys left out that are named */
#define KEEP_SIZE 8192 /* of a value: what is longer is cut */

struct keep {
	const char *list;      /* --keep; NULL: the four of each case */
	struct rec_text *name; /* the columns kept, in their order, */
	struct rec_text *source; /* as the record calls them */
	const struct icj_field **field; /* each one's, NULL: none */
	size_t count, room;
	bool settled;          /* the names are known */
	bool open;             /* keys come as the records have them */
	bool begun;            /* a record was seen */
	bool renamed;          /* a column got another name, and that was said */
	struct rec_text lost[KEEP_LOSSES + 1]; /* keys left out, and more */
	size_t losses;
};

/* Finds out the names, once a header or a record is there.  False when
 * memory is short. */
bool keep_settle_now(struct keep *k, struct tool *t);
static inline bool keep_settle(struct keep *k, struct tool *t)
{
	return (k->settled && !k->open) || keep_settle_now(k, t);
}

/* The i-th kept value of the record at hand; buf is for values not in it. */
struct rec_text keep_value(const struct keep *k, const struct tool *t,
    size_t i, char *buf, size_t size);
void keep_free(struct keep *k);

/* -- Rows (deadline_row.c) ---------------------------------------------- */

#define OWN_COLUMNS 18

/* A row kept for sorting: its cells in one block. */
struct sorted_row {
	struct rec_text *cell;
	size_t kept;
	int64_t key;
	size_t number;
};

struct deadline {
	struct pick pick;
	struct keep keep;
	char *kept;         /* of the case, what --show names */
	bool sort, list;
	const char *add;    /* --add */
	bool count;         /* --count */
	icj_state state;    /* --state, for the two */
	size_t duties;       /* how many there are */
	const char **trigger; /* what starts each of them, each once */
	size_t triggers;
	struct icj_counts *counts; /* from the second record on; or NULL */
	size_t judged;
	size_t *begun;       /* those of the record at hand */
	struct icj_due *due; /* the ones of them that are shown, */
	size_t *which;       /* their places among all, */
	size_t dues;         /* how many */
	const char **withheld; /* duties that ask for an unreadable cell */
	size_t withheld_count;
	bool header_done;
	struct rec_text *names, *cells; /* room for a row */
	char *usual;         /* for kept values that are facts, each KEEP_SIZE */
	size_t room;
	struct sorted_row *sorted;
	size_t sorted_count, sorted_room;
	struct lines *lines;
	struct ics *ics;     /* -o ics */
	size_t asked;        /* --ask: how many duties there are to choose of, */
	bool sections;       /* or that it is of sections, */
	char chosen[400];    /* and those chosen; "" without */
};

/* Writes the rows of the record at hand, or keeps them for sorting; 0 or -1. */
int rows_put(struct tool *t);
/* Writes what was kept for sorting, and the header if there was no row. */
int rows_end(struct tool *t);
void rows_free(struct deadline *d);
/* The kept cells of the record at hand, to the start of d->cells. */
void rows_fill_kept(struct tool *t);
/* Makes room for all that can be due in one case, false for want of memory. */
bool dues_make(struct deadline *d);
/* Another one for a thread, NULL if there can be none; and its end. */
struct deadline *rows_fork(struct tool *t);
void rows_drop(struct deadline *d);
/* The header, if it is not yet there. */
int rows_lead(struct tool *t);

/* -- Rows of a CSV (deadline_csv.c) ------------------------------------- */

/* Whether rows can be put so. */
bool lines_wanted(const struct tool *t);
/* The rows of the record at hand; 0 or -1. */
int lines_put(struct tool *t);
void lines_free(struct lines *l);

/* -- Prose (deadline_say.c) --------------------------------------------- */

/* Prints the duties of the record as prose. */
void rows_explain(struct tool *t, FILE *out);
/* On one screen. */
void rows_brief(struct tool *t, FILE *out);

/* -- The interview (deadline_ask.c) ------------------------------------- */

/* As struct tool_kind has them. */
bool deadline_topic(struct tool *t, const char *line);
void deadline_put_topic(const struct tool *t, FILE *out);
const struct icj_field *deadline_question(struct tool *t,
    const struct icj_field *const *skip, size_t count);
const struct icj_field *deadline_presumed(struct tool *t, size_t i);

/* -- Without records ---------------------------------------------------- */

/* The catalogue of duties; gives the exit status (deadline_say.c). */
int duties_list(struct tool *t);
/* --add and --count on the operands or stdin; gives the status (arith.c). */
int arith_add(struct tool *t, const char *what, icj_state state);
int arith_count(struct tool *t, icj_state state);

#endif
