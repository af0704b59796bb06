/* SPDX-License-Identifier: MIT */
/*
 * tool.h - what the tools share: options, reading records into cases, cells,
 * messages and the loop.  No rule, no day count and no comparison of dates
 * stands in here or in what implements it.
 */
#ifndef TOOL_H
#define TOOL_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>

#include "icj.h"
#include "icj_caseload.h"
#include "rec.h"

#include "tool/column.h"

/* Exit statuses; the higher one wins. */
enum {
	TOOL_FINE = 0,
	TOOL_FOUND = 1,   /* with --check: some record is not as wished */
	TOOL_USAGE = 2,   /* nothing was written */
	TOOL_INVALID = 3, /* some records could not be judged */
	TOOL_STOPPED = 4  /* stopped early; only whole records were written */
};

/* Codes of the messages that are not about a value (1xx) or a stream (2xx). */
enum {
	TOOL_E_OPTION = 301,
	TOOL_E_FIELD = 302,    /* unknown field name */
	TOOL_E_OPEN = 303,
	TOOL_E_COLUMN = 304,   /* a column of ours is already there */
	TOOL_E_NO_KNOWN = 305, /* no column is known */
	TOOL_E_OPERANDS = 306,
	TOOL_E_HEADERS = 307,  /* the files' headers differ */
	TOOL_E_MAP = 308,
	TOOL_E_HOLIDAYS = 309,
	TOOL_E_MEMORY = 310,
	TOOL_E_CURRENT = 311,  /* --require-current: the wording is not held */
	TOOL_E_TWICE = 312,    /* two columns for one field */
	TOOL_E_LIST_ENDED = 313, /* a count runs past a vouched-for list */
	TOOL_W_EMPTY = 320,
	TOOL_W_NEAR = 321,     /* a column is a near miss of a known field */
	TOOL_W_EDITION = 322,
	TOOL_W_TWO_MEANINGS = 323,
	TOOL_W_ABOVE = 330,    /* the header is not the first line */
	TOOL_W_VOID = 331,     /* a row of separators alone */
	TOOL_E_TRAILER = 332,  /* the last line announced is not there, or unfit */
	TOOL_W_LOOKS_LIKE = 340, /* a column looks like a field, and is not read */
	TOOL_W_CLAIMS = 341,   /* two columns claim a field */
	TOOL_W_MAP_UNMET = 342, /* a line of a map that meets no column */
	TOOL_N_UNREAD = 343,   /* --unread: a column that is not read */
	TOOL_E_NO_START = 344, /* no column begins anything */
	TOOL_W_NOT_ASKED = 345, /* no column is there that the tool asks for */
	TOOL_W_KEPT_AS = 346,  /* a column is kept under another name */
	TOOL_W_MAP_EMPTY = 347, /* a map that says nothing */
	TOOL_W_KEPT_FIRST = 348, /* --keep names one of several columns */
	TOOL_W_EMPTY_WORD = 350, /* a word is read as an empty cell */
	TOOL_W_NO_COLUMN = 351,  /* that would say whether a duty was done */
	TOOL_W_CLOCK = 355,    /* a time of day in a field of dates */
	TOOL_N_SUM = 365,      /* the last line: what was read and said */
	TOOL_E_OLD = 367,      /* --max-age: a file that is older, or no file */
	TOOL_E_LOG = 368,      /* --log: a file that cannot be used */
	TOOL_E_SHOW = 327,  /* --show names no column */
	TOOL_N_TABLE = 329, /* on a terminal: there is -o table */
	TOOL_E_REJECTS = 366,  /* --rejects is a file of the run, or a link */
	TOOL_W_NO_CLOSURE = 380, /* a holiday file that says nothing */
	TOOL_W_STAYS_CLOSED = 381, /* a line that opens no day */
	TOOL_E_AMEND = 390,      /* --amend: what a file states is not usable */
	TOOL_W_AMEND_EMPTY = 391, /* or it states nothing, */
	TOOL_W_NOT_AMENDED = 392 /* or nothing that counts in this tool */
};

/* -- Cells: the texts of the columns of one record ---------------------- */

#define CELLS_MAX 40
#define CELLS_SPACE 32768

struct cells {
	struct rec_text at[CELLS_MAX];
	size_t used;
	char space[CELLS_SPACE]; /* the last: it is never cleared */
};

struct cells *cells_new(void);
void cells_free(struct cells *c);
void cells_clear(struct cells *c);
/* Where only the first of them are ever filled. */
void cells_clear_first(struct cells *c, size_t count);
/* A list of texts that live on, separated by "; ".  Lists repeat from record
 * to record, so that their texts are kept: 30 instead of 100 instructions. */
void cells_list(struct cells *c, size_t i, const char *const *item,
    size_t count);
/* A text that lives on, such as a constant. */
void cells_put(struct cells *c, size_t i, const char *text);
/* A text that must be copied. */
void cells_copy(struct cells *c, size_t i, const char *text);
void cells_date(struct cells *c, size_t i, icj_date day);
void cells_time(struct cells *c, size_t i, const struct icj_time *t);
void cells_number(struct cells *c, size_t i, long long n);
/* More text behind the last cell begun. */
void cells_add(struct cells *c, size_t i, const char *text);
/* Another item of a cell's list, after "; ".  Only for the last cell begun. */
void cells_item(struct cells *c, size_t i, const char *text);

/* -- A tool ------------------------------------------------------------- */

/* Kept apart from what each record goes through. */
#define RARE __attribute__((noinline, cold))

struct tool;

/* A cell that cannot be read.  Whether that matters is known once the record
 * is judged without it. */
struct bad_cell {
	const struct icj_field *field;
	unsigned long line;
	unsigned column;
	enum icj_err err; /* ICJ_OK: given in two columns */
	bool wordy;  /* by --null it could say nothing */
	bool needed; /* whatever is asked */
	bool asked;  /* for the tool */
};

#define BAD_CELLS 32 /* with more a record is not judged */

/* One option, as getopt and --help see it. */
struct tool_option {
	int letter;           /* a letter, or a number above 255 for long only */
	const char *name;
	const char *argument; /* NULL: takes none */
	const char *help;
};

/* An option of tools whose answer can be had by the law of two days. */
#define TOOL_OPT_COMPARE 1999
#define TOOL_COMPARE {TOOL_OPT_COMPARE, "compare", "DATE,DATE", \
	"what differs by the rules of two days"}

/* One of tools that can ask for the facts. */
#define TOOL_OPT_ASK 1998
#define TOOL_ASK {TOOL_OPT_ASK, "ask", NULL, \
	"ask for the facts on the terminal"}

/* Of tools whose decisions can be logged. */
#define TOOL_OPT_LOG 1997
#define TOOL_LOG {TOOL_OPT_LOG, "log", "FILE", \
	"a line for each decision, to be replayed"}
#define TOOL_OPT_PSEUDONYM 1996
#define TOOL_PSEUDONYM {TOOL_OPT_PSEUDONYM, "pseudonym-key", "FILE", \
	"of --log: what hides the case"}

/* A dictionary of its own, of a tool whose records are no cases: fields, and
 * what others call them. */
struct tool_names {
	const struct icj_field *field;
	size_t fields;
	const struct label *label;
	size_t labels;
};

struct tool_kind {
	const char *name;    /* "icj-eligible" */
	const char *job;     /* one line for --help */
	const char *synopsis;
	const char *examples; /* three lines for --help */
	enum icj_area area;
	const char *columns; /* the tool's group in the table of columns */
	const char *optional; /* another group, which an option adds; or NULL */
	const struct tool_option *options; /* its own, up to a NULL name */
	/* Takes one of its own options; false: the argument is no good. */
	bool (*take)(struct tool *t, int letter, const char *argument);
	/* With --ask, the fact to ask for next but those of skip, or NULL. */
	const struct icj_field *(*question)(struct tool *t,
	    const struct icj_field *const *skip, size_t count);
	/* With --ask, before the facts: puts a question, line NULL, or takes its
	 * answer; true: no more of these.  And what it came to, as options. */
	bool (*topic)(struct tool *t, const char *line);
	void (*put_topic)(const struct tool *t, FILE *out);
	/* With --ask, the i-th fact that is presumed; NULL: the report's. */
	const struct icj_field *(*presumed)(struct tool *t, size_t i);
	/* Before anything is read, once the options are known: 0 or a status. */
	int (*begin)(struct tool *t);
	/* Once the inputs are open and nothing is written: -1 or a status. */
	int (*opened)(struct tool *t);
	/* Judges t->facts, into t->cells unless there is cells(). */
	void (*judge)(struct tool *t);
	/* Writes what judge() found into t->cells.  Not called where a text is
	 * ready: judge() says in t->same what tells answers apart. */
	void (*cells)(struct tool *t);
	/* The names of the cells that stand before those of its own in its rows,
	 * once inputs are open; NULL: those of the input. */
	const struct rec_text *(*rows)(const struct tool *t, size_t *count);
	/* The columns of a table on a terminal and of a page; NULL: all. */
	const char *short_list;
	/* What the answer says, in the order that matters, up to a NULL lead;
	 * NULL: as the library has it for the columns, or there is none. */
	const struct icj_part *parts;
	/* All of the prose before explain(), instead. */
	void (*brief)(struct tool *t, FILE *out);
	/* The i-th thing to do next, in order; false beyond the last. */
	bool (*step)(const struct tool *t, size_t i, struct icj_step *out);
	/* Prints the rest of the answer as prose: limbs, lists. */
	void (*explain)(struct tool *t, FILE *out);
	/* Writes what is owed for one record; the default appends t->cells. */
	int (*record)(struct tool *t);
	/* Writes what is owed at the end (sorted rows, say), or NULL. */
	int (*end)(struct tool *t);
	enum rec_format alone; /* output for facts as operands; AUTO: explain */
	/* Whether the answer judge() found asked for the field of a cell that
	 * cannot be read.  NULL: the report tells. */
	bool (*asks)(struct tool *t, const struct bad_cell *bad);
	const char *logged;    /* the question of --log; NULL: has none */
	bool threads;          /* judge() and record() keep to t */
	/* What a thread has as its own: so many bytes, or what fork makes, NULL
	 * if there can be none, and drop ends.  Neither: own is not used. */
	size_t own_size;
	void *(*fork)(struct tool *t);
	void (*drop)(void *own);
	/* Writes what stands before the first row, if that is not yet done. */
	int (*lead)(struct tool *t);
	bool no_days;          /* it counts no business days: no calendar */
	const char *not_amended; /* why --amend changes nothing; NULL: it does */
	bool ics;            /* can write a calendar */
	bool own_rows;         /* its rows are not the input's records */
	/* Where an empty report says "nothing": whether a field begins what it
	 * would report; and which do, for a message. */
	bool (*begins)(const struct tool *t, const struct icj_field *field);
	const char *begun_by; /* without begins: which column would be known */
	/* NULL: that of cases.  Values are then input_text()s, and no facts. */
	const struct tool_names *names;
	bool by_state;         /* which state it is decides something */
	/* What a case without case_type is taken for; or NULL. */
	const char *untyped;
	/* One bad record, and nothing is answered: status 2. */
	bool whole;
	/* Takes each record before any is answered, and then whatever they are
	 * together: -1 or a status.  Where there is such, all inputs are read
	 * twice, out of memory.  NULL: once, as they come. */
	void (*first)(struct tool *t);
	int (*together)(struct tool *t);
};

/* The most that is read twice. */
#define TOOL_HELD ((size_t)64 * REC_MAX_RECORD)

enum tool_on_error { ON_ERROR_MARK, ON_ERROR_SKIP, ON_ERROR_STOP };

/* A fact given as field=value. */
struct tool_fact {
	const struct icj_field *field;
	const char *value;
};

struct tool_input; /* a file being read: input.c */
struct tool_held;  /* a file that is read twice: held.c */

#define TOOL_TEXT 2048 /* of a message, at most */

struct tool {
	const struct tool_kind *kind;
	void *own; /* whatever the tool keeps for itself */
	const char *more_columns; /* another group, added by an option; or NULL */

	/* options */
	enum rec_format in, out;
	bool out_given;  /* --output */
	bool explain;
	bool brief;      /* explain, but on one screen */
	bool ics;        /* a calendar, written as rows of CSV are */
	int (*list)(const struct tool *t); /* a list to print instead */
	char *const *sought;   /* the words that --fields looks for, up to NULL */
	bool check, replace, no_header, require_current, json_messages;
	bool say_all;    /* messages: no end after ten of a code */
	bool quiet;      /* no warnings and no notes */
	bool as_of_given; /* --as-of */
	long max_age;     /* --max-age, in seconds; 0: any */
	bool invalid_ok; /* invalid records are no status 3 */
	bool list_unread; /* --unread */
	bool keys_late;   /* which keys there are shows at the end */
	bool begun;       /* one of them begins what would be reported */
	bool want_all; /* every field of a record is needed, decoded */
	const char *kept; /* of the input, which a short list has, too; NULL */
	enum tool_on_error on_error;
	bool trailer;          /* --trailer */
	const char *columns, *rejects_name;
	const char *log_name, *key_name; /* --log, --pseudonym-key */
	struct decisions *decisions;     /* of --log (decision.c) */
	char title[160];       /* of a page; empty: the kind's job */
	const char *show;      /* --show; or NULL */
	bool wide;             /* --wide */
	bool spreadsheet;      /* --spreadsheet */
	struct rec_text *shown; /* the columns that are written, */
	size_t shown_count;    /* 0: all */
	const char *own_names[4]; /* files that options of its own use */
	size_t own_name_count;
	struct rec_text *column_names; /* of columns; to be freed */
	size_t column_count;
	char **holiday_names;
	size_t holiday_count;
	char **map_names;
	size_t map_count;
	char **amend_names;
	size_t amend_count;
	struct amend_book *amend; /* what these state; or NULL */
	unsigned jobs;         /* --jobs */
	struct map *map;
	struct tool_fact *sets; /* --set */
	size_t set_count;
	char **files;
	size_t file_count;
	struct tool_fact *facts_given; /* operands */
	size_t fact_count;
	struct icj_date_form date_form;
	const char **null_words; /* --null */
	size_t null_count;
	struct icj_context ctx;
	struct icj_calendar *calendar;

	/* the record at hand */
	struct tool_input *input;
	struct tool_held *held; /* all of them, where they are read twice */
	bool again;            /* they are being so */
	const struct tool_input *shared; /* the last that threads have read */
	bool sharing;          /* they do */
	bool plain;            /* ICJ_PLAIN: without what is there for speed */
	struct tool_say *say;  /* where a thread's messages wait; or NULL */
	struct tool_told *told; /* what was said; NULL: nobody counts */
	const struct rec *rec;
	struct icj_case *facts;
	struct icj_report *report;
	struct cells *cells;
	uint64_t same;       /* answers of one number have the same cells */
	struct ready *ready; /* texts of such answers */
	const struct rec_tail *tail; /* of the one at hand; NULL: cells */
	struct bad_cell bad[BAD_CELLS];
	size_t bad_count;
	bool invalid;        /* a value could not be read */
	bool judged;         /* what did not ask for it is answered */
	bool is_void;        /* and that because the row is no record */
	bool void_warned;
	char why[200];       /* the first reason, for the note */

	/* what came of it */
	struct rec_out *sink;
	struct trailer *last;  /* of the output, with --trailer */
	struct rec_out *rejects;
	int rejects_fd;      /* -1: not open */
	int status;
	unsigned long records, invalids; /* judged, and of them invalid */
	bool found;          /* for --check */
	char hint[TOOL_TEXT - 200]; /* what an option's argument may be */
	unsigned bases;        /* --basis, as bits; 0: all */
	bool interview;        /* --ask, */
	bool presume_asked;    /* and what is presumed is asked, too */
	char *const *words;    /* of the command line, up to NULL */
	icj_date compare[2];   /* --compare, */
	char *compared;        /* and the answers by both; NULL: without */
	bool doubted;          /* the answer of the record is on none of them */
	bool left_out;         /* judge() has it that nothing is written */
	unsigned missed;       /* answers of the record on another day's law */
	unsigned long nearest; /* those of the run */
	bool word_warned;    /* of a word read as an empty cell */
	icj_date edition;      /* of the last answer, */
	char edition_text[11]; /* written out */
	char as_of_text[32];
	bool header_put;     /* before the row of facts given */
	bool wrote;          /* something reached the output */
	struct rec_text names[CELLS_MAX]; /* of tool_columns() */
	size_t name_count;
};

/* Runs a tool and gives its exit status. */
int tool_run(const struct tool_kind *kind, void *own, int argc, char **argv);

/* Judges t->facts and prints the answer as prose.  0, or -1 for a failure to
 * write. */
int tool_explain(struct tool *t);

/* Where the report does not tell all: any cell was asked for; judge() marked
 * the cell; and the steps that prose lists ask for any field. */
bool tool_asks_all(struct tool *t, const struct bad_cell *bad);
bool tool_asks_as_told(struct tool *t, const struct bad_cell *bad);
bool tool_asks_with_steps(struct tool *t, const struct bad_cell *bad);

/* Raises the status; the higher wins. */
void tool_status(struct tool *t, int status);

/* The i-th column this run adds, NULL beyond. */
const struct column *tool_column(const struct tool *t, size_t i);
/* Their names, as a header takes them. */
const struct rec_text *tool_columns(struct tool *t, size_t *count);

/* The cells at hand, for what the library answered. */
struct icj_columns_to tool_columns_to(struct tool *t);
/* Puts verdict-independent cells of a report in the order of the columns:
 * missing, assumed, edition, basis, note, starting at cell i. */
void tool_report_cells(struct tool *t, size_t i);
/* The citations that decide. */
void tool_cite_cells(struct tool *t, size_t i);
/* The moment judged from, the same for all records. */
void tool_as_of_cell(struct tool *t, size_t i);
/* The day of an edition, or nothing. */
void tool_edition_cell(struct tool *t, size_t i, icj_date edition);
/* Whether --basis accepts an answer that is known so surely. */
static inline bool tool_believes(const struct tool *t, enum icj_basis basis)
{
	return !t->bases || t->bases >> basis & 1;
}

/* An answer was given by a law that is known so surely to be that of its day. */
static inline void tool_law(struct tool *t, enum icj_basis basis)
{
	t->doubted = !tool_believes(t, basis);
	t->missed += basis == ICJ_BASIS_NEAREST && !t->doubted;
}


/* --compare: "DATE,DATE". */
bool tool_take_compare(struct tool *t, const char *days);
/* The text that leads the note of an answer by the i-th of them. */
const char *tool_compared_by(const struct tool *t, size_t i, char text[48]);

/* What tells apart the answers of the report: its number, if it is remembered,
 * and whatever the cells show besides; 0 if nothing does. */
static inline uint64_t tool_same(const struct tool *t, uint32_t besides)
{
	uint64_t number = icj_report_number(t->report);

	return number ? number << 32 | besides : 0;
}

/* -- Ready answers (ready.c) -------------------------------------------- */

/* Texts kept, a power of two: a text is found again by its number. */
#define READY_TEXTS 512

struct ready {
	struct ready_text {
		uint64_t same;
		struct rec_tail tail;
	} text[READY_TEXTS];
};

/* A text made of what fill() puts into the cells; NULL when memory is short. */
const struct rec_tail *ready_make(struct tool *t, struct ready_text *text,
    void (*fill)(struct tool *t));

/* The text of the cells if there is one ready, or one can be made; else NULL.
 * Neighbouring numbers lie apart, whatever else is in them. */
static inline const struct rec_tail *ready_tail(struct tool *t,
    void (*fill)(struct tool *t))
{
	struct ready_text *text;

	if (!t->ready || !t->same)
		return NULL;
	text = &t->ready->text[(t->same >> 32 ^ t->same * 37) % READY_TEXTS];
	return text->same == t->same ? &text->tail :
	    ready_make(t, text, fill);
}

/* Lets the report remember answers, so that texts can be ready. */
void ready_begin(struct tool *t);
void ready_free(struct ready *r);

/* -- Messages (message.c) ----------------------------------------------- */

struct tool_place {
	const char *file;   /* NULL: none */
	unsigned long line; /* 0: none */
	unsigned column;    /* 1-based number of the field; 0: none */
	const char *field;  /* its name; NULL: none */
};

__attribute__((format(printf, 4, 5)))
void tool_error(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...);
__attribute__((format(printf, 4, 5)))
void tool_warn(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...);
/* Only the first with this code and key is written in a run, whatever the
 * number of threads. */
__attribute__((format(printf, 5, 6)))
void tool_warn_once(const struct tool *t, const struct tool_place *at,
    int code, unsigned key, const char *format, ...);
/* A line of a list that was asked for: all of them are written. */
__attribute__((format(printf, 4, 5)))
void tool_list(const struct tool *t, const struct tool_place *at, int code,
    const char *format, ...);
/* Why a value is refused, with what is allowed: of the field, if it is not NULL
 * (reason.c). */
#define TOOL_REASON 800
const char *tool_reason(const struct icj_field *f, enum icj_err err,
    char why[TOOL_REASON]);
/* The same of what was typed on the command line, with the value it is near. */
const char *tool_reason_typed(const struct icj_field *f, enum icj_err err,
    const char *value, char why[TOOL_REASON]);
/* Whether people and programs write such a value for none. */
bool tool_means_nothing(const char *text, size_t len);
/* Neither an error nor a warning. */
__attribute__((format(printf, 3, 4)))
void tool_note(const struct tool *t, int code, const char *format, ...);
/* The last line: records read, invalid, and how often each code came. */
void tool_sum_up(const struct tool *t);

/* How often each code came, and what is said once. */
#define TOLD_FIRST 100
#define TOLD_CODES 500
#define TOLD_ONCES 256

struct tool_told {
	unsigned long times[TOLD_CODES];
	struct { int code; unsigned key; } once[TOLD_ONCES];
	size_t onces;
};

/* A thread's messages of one block, which wait for their turn. */
struct tool_say {
	char *at;
	size_t len, room;
	struct tool_told told;
	bool lost; /* memory was short */
};

void tool_say_start(struct tool_say *s);
void tool_say_end(const struct tool *t, struct tool_say *s);

/* What the output cannot hold, of the record that begins there. */
void tool_say_loss(const struct tool *t, const char *file,
    unsigned long record, const struct rec_loss *loss);

/* -- Threads (jobs.c) --------------------------------------------------- */

/* Whether threads shall read the input at hand. */
bool jobs_wanted(const struct tool *t);
/* Lets them, as far as they can.  False when the run has to stop. */
bool jobs_run(struct tool *t);
/* Judges the record at hand and writes the answer; false when the run has to
 * stop (tool.c). */
bool tool_record(struct tool *t);
void tool_say_write(struct tool *t, const struct rec_out *out, int sys);

/* -- Beginnings (start.c) ----------------------------------------------- */

/* Descriptors and signals, before anything is opened (process.c). */
void start_process(void);
/* The minute it is here, and how far from UTC, which costs the reading of a
 * file. */
void start_now(struct icj_time *t);
/* Takes the word of --max-age: "1d", "36h". */
bool start_take_age(const char *word, long *seconds);
/* Whether a file was last written so long ago. */
bool start_is_older(const struct stat *file, long seconds);
/* Whether what is written goes to the file that this one reads; and refuses
 * that. */
bool start_is_output(int fd);
int start_say_output(const struct tool *t);
/* Takes the word of --as-of: a date, a time, "now" or "today". */
bool start_take_as_of(const char *word, struct icj_time *out);
/* Makes t->hint: why, the nearest of the words, and all of them. */
void start_hint(struct tool *t, const char *why, const char *word, size_t len,
    const char *const *words);
/* The place of a word in a list of words, or -1: then t->hint has the nearest
 * of them, and all. */
int start_one_of(struct tool *t, const char *word, const char *const *words);
/* Whether a word is one of them, without regard to case, blank, '-' and '_'
 * being the same. */
bool start_is_among(const char *word, size_t len, const char *const *words);
/* Whether each item of a list with commas is one of the words, without regard
 * to case, blank, '-' and '_' being the same; else t->hint is made. */
bool start_all_of(struct tool *t, const char *list, const char *const *words);
/* Takes the word of --input or --output. */
bool start_take_format(struct tool *t, const char *word, bool out);
/* How facts given as operands are answered, if no option says so: on a terminal
 * in brief, elsewhere never by surprise. */
void start_alone(struct tool *t);
/* Has what is written end with a last line that says so, if --trailer asks for
 * it; and writes that line.  -1: go on, else a status; 0 or -1. */
int start_trailer(struct tool *t, struct rec_out *out);
int start_put_trailer(struct tool *t, struct rec_out *out);
/* Reads the names of --columns, if it is given, as the header that they are.
 * -1: go on; else a status. */
int start_read_columns(struct tool *t);
/* Whether two files can be read as one. */
bool start_same_header(const struct rec_in *a, const struct rec_in *b);
/* Warns of a header that is not the first line of its file. */
void start_say_header(const struct tool *t, const char *file,
    const struct rec_in *in);
/* Warns of the first row of separators alone. */
void start_say_void(const struct tool *t, const char *file,
    unsigned long line);
/* The status of a file that could not be begun or broke off. */
int start_status(const struct rec_error *e);

/* -- Options (option.c) ------------------------------------------------- */

/* Reads the command line.  -1: go on; else the exit status. */
int tool_read_options(struct tool *t, int argc, char **argv);
/* On one screen; all is all options, and the columns added. */
void tool_help(const struct tool *t, bool all, FILE *out);
/* A line of it, for an option. */
void help_option(const struct tool_option *o, FILE *out);
/* What a tool is for, on stderr; gives the status. */
int tool_usage(const struct tool *t);
/* Refuses a command line and gives TOOL_USAGE. */
int tool_misuse(const struct tool *t, const char *what, const char *name,
    const char *hint);

/* -- Names of columns (name.c) ------------------------------------------ */

enum name_role {
	NAME_TO = -3, NAME_FROM = -4, NAME_STATUS = -5,
	NAME_FILLED = -6 /* a text, of which it matters that there is one */
};

/* What the case systems call a field.  A field of NULL marks a label with two
 * meanings, which the kind of case decides. */
struct label {
	const char *label, *field;
	int two;
};

/* The i-th field of the dictionary that the tool reads by, NULL beyond; and the
 * one of its own that has the name, written plainly, or NULL. */
const struct icj_field *name_field_at(const struct tool *t, size_t i);
const struct icj_field *name_own(const struct tool *t, const char *plain,
    size_t len);
/* The field of the label of which it matters that it is filled. */
const struct icj_field *name_filled(void);
/* The field a column name stands for, through maps and labels; NULL if none.
 * A label with two meanings sets *two to one of name_role. */
const struct icj_field *name_find(const struct tool *t, const char *name,
    size_t len, int *two);
/* The field of dates that a name stands for, which has a word more such as
 * "date"; or NULL. */
const struct icj_field *name_dated(const struct tool *t, const char *name,
    size_t len);
/* The fields, of those the tool reads, of whose words a name has all or only
 * some: how many were found. */
size_t name_resembled(const struct tool *t, const char *name, size_t len,
    const struct icj_field **found, size_t most);
/* Whether a text that lists fields has this one. */
bool name_among(const char *list, const char *name);
/* Whether it is a column of the case systems that nobody reads. */
bool name_is_passed(const char *name, size_t len);
/* A field whose name the text nearly is, or NULL. */
const struct icj_field *name_near(const struct tool *t, const char *name,
    size_t len);
/* What may have been meant by a name that is no field's: the near one, or those
 * that the tool reads and that have the word in their name or their values.  How
 * many there are; out names them if they are NAMES_MEANT or fewer. */
#define NAMES_MEANT 4
#define TOOL_NAMES 240
unsigned name_meant(const struct tool *t, const char *name, size_t len,
    char out[TOOL_NAMES]);
/* The word that the text nearly is, or that alone begins with it; NULL. */
const char *name_near_word(const char *name, size_t len,
    const char *const *words);
/* The field a two-meaning label stands for in this case, with this value. */
const struct icj_field *name_resolve(const struct tool *t, int two,
    const char *text, size_t len);
/* The labels offices have on screen: label i and its field's name. */
const char *name_label(size_t i, const char **field);

/* -- Records (input.c) -------------------------------------------------- */

/* Says that a cell cannot be read: if it was asked for, the record cannot be
 * judged, and the first reason is kept (facts.c). */
void facts_tell_bad(struct tool *t, const struct bad_cell *bad, bool asked);
/* Whether a cell of the field could not be read (facts.c). */
bool facts_spoilt(const struct tool *t, const struct icj_field *field);
/* How the values of t->facts are written (facts.c). */
void facts_begin(const struct tool *t);
/* Opens all files (or stdin), reads the headers.  -1: go on; else a status. */
int input_open_all(struct tool *t);
void input_close_all(struct tool *t);
/* The next record into t->rec and t->facts; false at the end of all. */
bool input_next(struct tool *t);
struct rec_in *input_reader(const struct tool *t);
const char *input_name(const struct tool *t);
/* Where the header of the input at hand stands; 1 where there is none. */
unsigned long input_header_line(const struct tool *t);
/* Begins to read again what was held. */
int input_again(struct tool *t);
/* Whether the input at hand has a column of the field, or of the label of two
 * meanings. */
bool input_has_field(const struct tool *t, const struct icj_field *field,
    int two);
/* Whether it is a CSV without a column of the field, which --set does not give:
 * a record cannot tell. */
bool input_lacks(const struct tool *t, const char *name);
/* The value of a field in the record at hand, where it stands if at is not NULL,
 * without blanks at its ends; len 0 if it says nothing. */
struct rec_text input_text(const struct tool *t, const struct icj_field *field,
    struct tool_place *at);
/* Whether some record so far had what begins what would be reported. */
bool input_begins(const struct tool *t);
/* Whether the input at hand can be read by several threads. */
bool input_may_share(const struct tool *t);
/* Makes t->input another one with the columns of one that is open. */
bool input_like(struct tool *t, const struct tool_input *like);
/* Whether the file is among those being read. */
bool input_reads(const struct tool *t, const struct stat *file);

/* Warns once if of the facts just read a time of day was dropped (facts.c). */
void tool_warn_clock(struct tool *t, struct icj_case *facts,
    const struct tool_place *at);

/* -- Separators (separator.c) ------------------------------------------- */

/* More of a message that no column is known: what a CSV of one column seems to
 * be separated by; "" if that is none of the usual. */
const char *separator_hint(const struct rec_in *in);

/* -- Bad records (rejects.c) -------------------------------------------- */

/* A file that an option of the tool's own reads or writes, up to four. */
void rejects_spare(struct tool *t, const char *name);
/* What the run does with a file; NULL: nothing. */
const char *rejects_use_of(const struct tool *t, const struct stat *file);
/* Whether --rejects can be used.  -1: go on; else a status. */
int rejects_check(struct tool *t);
/* The bad record at hand.  False when the run has to stop. */
bool rejects_put(struct tool *t);
/* What stopped the reading of the input at hand, and all behind it. */
bool rejects_put_rest(struct tool *t);
/* Once the records were read. */
void rejects_end(struct tool *t);
void rejects_free(struct tool *t);

/* The field that the i-th column of the CSV at hand, of this name, is read as
 * (place.c); NULL: none, or one of two. */
const struct icj_field *place_reads(const struct tool *t,
    const struct rec_text *column, size_t i);

/* -- Lists (listing.c) -------------------------------------------------- */

/* Both give a status. */
int list_fields(const struct tool *t);
int list_rules(const struct tool *t);
/* For a tool with lists of its own: rows, if -o asks for a format, else NULL;
 * and what came of them. */
/* A name and what there is to say of it, as a person reads it on a terminal. */
void list_entry(const char *name, const char *text);
struct rec_out *list_begin(const struct tool *t);
int list_end(const struct tool *t, struct rec_out *out);

/* -- Prose (brief.c) ---------------------------------------------------- */

/* Whether the answer can be told in brief. */
bool brief_can(const struct tool *t);
/* The limbs of a report, one paragraph each; those that do not apply are one
 * line. */
void explain_findings(struct tool *t, FILE *out);
/* Text in lines two columns short of the screen, all but the first indented.
 * Gives the number of lines. */
int explain_wrap(FILE *out, const char *text, int indent);

/* -- Holiday files (holiday.c) ------------------------------------------ */

/* A day in ISO or in the order of --date-format. */
static inline enum icj_err tool_day(const struct tool *t, const char *text,
    size_t len, icj_date *out)
{
	return icj_date_parse(text, len, &t->date_form, out);
}

/* Makes t->calendar out of the --holidays files.  -1: go on; else a status. */
int holiday_read_all(struct tool *t);

#endif
