/* SPDX-License-Identifier: MIT */
/*
 * duty_record.h - duty records, as icj-deadline writes them, read back: what
 * the tools share that count or tell duties.
 */
#ifndef DUTY_RECORD_H
#define DUTY_RECORD_H

#include "tool/tool.h"

enum {
	DUTY_E_COLUMNS = 540, /* columns of a duty record are not there */
	DUTY_E_STATUS = 541,  /* a status that icj-deadline does not write */
	DUTY_E_BASIS = 542,   /* the same of a basis */
	DUTY_E_LACKS = 543,   /* a record without what it must have */
	DUTY_E_INVALID = 544  /* a record that icj-deadline could not judge */
};

/* The columns that are read. */
enum duty_column {
	DUTY_CASE_ID, DUTY_WORKER, DUTY_ZONE, DUTY_DUTY, DUTY_RULE,
	DUTY_STANDARD, DUTY_KIND, DUTY_STATE, DUTY_DUE,
	DUTY_EXTENDED_TO, DUTY_DONE, DUTY_DAYS_LEFT, DUTY_STATUS, DUTY_AS_OF,
	DUTY_BASIS, DUTY_NOTE,
	DUTY_COLUMNS
};

/* These, for tool_kind.names; and which would, for tool_kind.begun_by. */
#define DUTY_WOULD "of a duty record is there: icj-deadline writes them, " \
	"with duty, standard, due, status, as_of, basis"
extern const struct tool_names duty_names;
const char *duty_column_name(enum duty_column column);
/* What the record at hand has there, without blanks around it; len 0: none. */
struct rec_text duty_cell(const struct tool *t, size_t column);

/* What a record says; the other columns are mere texts. */
struct duty_record {
	enum icj_due_status status;
	enum icj_basis basis;
	struct icj_time due; /* extended or not; date NONE: none */
	struct icj_time as_of;
};

/* Refuses options that are for whoever judged the duties.  -1: go on; else a
 * status. */
int duty_record_begin(struct tool *t);
/* The same for an input whose header lacks one of these columns, as bits. */
int duty_record_opened(struct tool *t, unsigned needed);
/* Reads the record at hand, which must have something in each column needed;
 * else t->invalid is set, and said why, and only as_of may be known. */
bool duty_record_take(struct tool *t, unsigned needed,
    struct duty_record *out);

#endif
