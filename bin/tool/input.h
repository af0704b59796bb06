/* SPDX-License-Identifier: MIT */
/*
 * input.h - what input.c, place.c and facts.c share: a file being read, and
 * which of its columns is which field.
 */
#ifndef INPUT_H
#define INPUT_H

#include "tool/tool.h"

/* What a slot of the records holds: a field, or a label with two meanings. */
struct slot {
	const struct icj_field *field;
	int two;
	enum { SET, SET_ONCE, SET_FOR_TWO, IDLE } use; /* of its values: see settle() */
	char *name; /* of the column */
	size_t len;
};

struct tool_input {
	struct tool *t;
	const char *name;
	int fd;
	struct rec_in *in;
	struct slot *slot;
	size_t slots, room;
	/* What the slots give where none has to look at another: their texts,
	 * in order, and where they come from. */
	struct icj_value *value;
	uint16_t *value_slot;
	size_t values;
	size_t values_of; /* slots that were looked at for this */
	uint16_t *order;  /* slots, as their values stand in the record */
	bool apart;       /* none has to */
	bool telling;  /* a column is known that can decide something */
	bool strange;  /* a column is not known at all */
	struct rec_text inside; /* a list that has columns that are known */
	bool unread;   /* it could not be read to where one is */
	bool asked;    /* a column is there that this tool asks for */
	bool begins;   /* one is there without which its report is empty */
	bool like;     /* of a thread: everything was said of its columns */
	struct claim *claim; /* of the columns of a CSV; NULL: none is needed */
	bool ours;     /* a column of ours is already there */
	bool two;      /* a label with two meanings is there */
	bool two_warned;
	bool all;      /* every field is decoded */
	bool lost;     /* no memory for a slot */
	unsigned last_field;   /* the column that announces a last line, or 0 */
	struct trailer *last;  /* what it is to be */
	bool last_bad;         /* it does not come, or does not fit */
	struct tool_input *next;
};

/* -- What is read twice (held.c) ---------------------------------------- */

/* Reads a file in whole, and keeps it: -1 or a status. */
int held_take(const struct tool_input *in);
/* A reader on what was taken; NULL when memory is short. */
struct rec_in *held_reader(const struct tool *t, const char *name,
    const struct rec_options *options);
void held_free(struct tool *t);

/* -- Which column is which field (place.c) ------------------------------ */

/* Where a column of this name goes, as rec_options.place wants it; arg is the
 * struct tool_input. */
int place_column(void *arg, const char *name, size_t len, unsigned field);
/* Whether it would go anywhere; arg is the same. */
bool place_knows(void *arg, const char *name, size_t len);
/* Whether --set gives the field. */
bool place_is_overridden(const struct tool *t, const struct icj_field *f);

/* -- From values to facts (facts.c) ------------------------------------- */

/* Forgets all facts but those that the command line gives for each record. */
void facts_start(struct tool *t);
/* The values of the record at hand, and nothing of the one before. */
void facts_take(struct tool *t, struct tool_input *in);
/* The record cannot be judged: says so, and keeps the first reason. */
void facts_spoil(struct tool *t, const struct tool_place *at, int code,
    const char *why);
/* Tells the library which facts the records of a CSV have a place for. */
void facts_columns(struct tool *t, const struct tool_input *in);
/* The one record of the operands. */
void facts_take_operands(struct tool *t);
/* Facts from the command line. */
void facts_take_given(struct tool *t, const struct tool_fact *list, size_t n);

#endif
