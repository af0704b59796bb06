/* SPDX-License-Identifier: MIT */
/*
 * rec.h - records in and out.  CSV is read by libcsv, YAML and JSON by
 * libyaml; nothing here knows a rule, a field of the compact or a date.
 *
 * A reader hands out one record at a time and keeps the bytes it came in, so
 * that a writer of the same format can pass them through untouched.  All
 * pointers in a record live until the next rec_next() on its reader.  Nothing
 * here prints: what is wrong is described in a struct rec_error.
 */
#ifndef REC_H
#define REC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum rec_format {
	REC_AUTO,    /* recognised from the first bytes; readers only */
	REC_CSV,
	REC_YAML,
	REC_JSON,    /* out: one object a line */
	REC_TABLE,   /* writers only: aligned text, kept until rec_flush() */
	REC_CARD,    /* writers only: a field a line */
	REC_HTML,    /* writers only: one page, of a table or more */
	REC_SHEET    /* writers only: CSV of which a spreadsheet runs nothing */
};

/* Limits, as the manual states them. */
#define REC_MAX_RECORD (1024 * 1024)
#define REC_MAX_COLUMNS 4096
#define REC_MAX_DEPTH 8

/* What went wrong, without any value of the record. */
struct rec_error {
	int code;              /* stable, 201.. */
	unsigned long line;    /* where the record or its quote began, or 0 */
	unsigned field;        /* 1-based; 0: the record as a whole */
	int sys;               /* errno of REC_E_READ and REC_E_WRITE, else 0 */
	char text[160];        /* a clause: "a quote opened here ..." */
};

enum rec_code {
	REC_E_READ = 201,      /* the system refused to read: text says why */
	REC_E_QUOTE = 202,     /* a quote never closes */
	REC_E_TOO_LONG = 203,  /* record over REC_MAX_RECORD */
	REC_E_COLUMNS = 204,   /* more than REC_MAX_COLUMNS */
	REC_E_RAGGED = 205,    /* other number of fields than the header */
	REC_E_HEADER = 206,    /* two columns that place() puts into one slot */
	REC_E_UTF16 = 207,     /* looks like UTF-16 */
	REC_E_SYNTAX = 208,    /* YAML or JSON that cannot be parsed */
	REC_E_DEPTH = 209,     /* nested deeper than REC_MAX_DEPTH */
	REC_E_ALIAS = 210,
	REC_E_DUPLICATE = 211, /* a key twice in one record */
	REC_E_SHAPE = 212,     /* a document that is not a mapping */
	REC_E_WRITE = 213,     /* the system refused to write */
	REC_E_MEMORY = 214,
	REC_E_NEW_KEY = 215,   /* out as CSV: a key the first record lacks */
	REC_E_BEHIND = 216,    /* text behind a closing quote */
	REC_E_VOID = 217,      /* a row of separators alone, which is no record */
	REC_E_FOREIGN = 218,   /* a spreadsheet, an archive, a page: no text */
	REC_W_BYTES = 226      /* out as YAML or JSON: bytes that are no UTF-8 */
};

struct rec_text {
	const char *text;
	size_t len;
};

/* A field of a record, its value decoded: quotes and escapes resolved, a
 * sequence joined by ";".  Of a CSV, 32 bytes from text on may be read, however
 * few belong to the value. */
struct rec_value {
	const char *text; /* NULL: the record has no such field */
	size_t len;
	unsigned field;     /* 1-based number of the field in its record */
	bool token;         /* JSON or YAML: one without quotes */
	unsigned long line; /* where it began; 0: where its record did */
};

struct rec {
	const struct rec_value *value; /* by slot, rec_options.slots of them */
	unsigned long line;            /* where the record began */
	/* Malformed, but readable on: ragged, a key twice, an alias, a list of
	 * lists where values are due, a row of separators alone.  NULL: none. */
	const struct rec_error *fault;
	/* With rec_options.all: every field in order, dropped ones left out.  A
	 * field of a ragged record that has no name is called field_23. */
	const struct rec_text *names;
	const struct rec_value *all;
	size_t count;
};

#define REC_PASS (-1) /* no slot: pass the field through */
#define REC_DROP (-2) /* no slot, and leave the field out of the output */
#define REC_ERASE (-3) /* of a CSV: the same, also of what is put untouched; one
			 column only */

struct rec_options {
	enum rec_format format;
	/* CSV without a header line: these are its names; else NULL, 0. */
	const struct rec_text *columns;
	size_t column_count;
	bool all; /* decode every field: needed when the output is of another
	             format */
	/* Where a field of this name goes: a slot >= 0, REC_PASS or REC_DROP.
	 * Called once a column for CSV, at least once a new key otherwise.  The
	 * name comes without the blanks around it. */
	int (*place)(void *arg, const char *name, size_t len, unsigned field);
	/* Whether a name is known, without any more: a line with such names is
	 * the header of a CSV that has others above it.  NULL: the first line
	 * with any text is the header. */
	bool (*knows)(void *arg, const char *name, size_t len);
	void *arg;
	size_t slots;
	size_t block; /* bytes a read; 0: the default */
	char joint;   /* between outer and inner names; 0: '_' */
	bool plain;   /* CSV by libcsv alone, for comparison */
	/* Called before each read(2), which may wait: the moment to rec_pause()
	 * the output.  NULL: nothing to do. */
	void (*before_read)(void *arg);
	void *before_read_arg;
};

struct rec_in;

/* A reader on an open descriptor, which it does not close.  NULL when memory
 * is short. */
struct rec_in *rec_in_new(int fd, const struct rec_options *options);
/* A reader on a copy of a text. */
struct rec_in *rec_in_memory(const char *text, size_t len,
    const struct rec_options *options);
void rec_in_free(struct rec_in *in);

/* Reads all there is, up to so many bytes, before rec_start(): these can be
 * kept for another reader.  False: rec_in_error() says why. */
bool rec_in_whole(struct rec_in *in, size_t most, struct rec_text *bytes);

enum rec_got {
	REC_RECORD = 1,
	REC_END = 0,
	REC_STOP = -1 /* stopped early: rec_in_error() says why */
};

/* Recognises the format and reads the header of a CSV.  REC_RECORD: ready
 * (a header alone is ready, too); REC_END: no byte at all; REC_STOP. */
enum rec_got rec_start(struct rec_in *in);

/* The format found (CSV if there was no byte to tell), and the names of a CSV's
 * columns (count 0 otherwise). */
enum rec_format rec_in_format(const struct rec_in *in);
const struct rec_text *rec_in_header(const struct rec_in *in, size_t *count);

/* The line of a CSV's header, and whether rows above it were skipped that are
 * not blank: a writer of CSV puts them above the header again. */
unsigned long rec_in_header_line(const struct rec_in *in, bool *skipped);

/* The next record. */
enum rec_got rec_next(struct rec_in *in, const struct rec **record);

/* Where the record at hand began; also while its keys are placed. */
unsigned long rec_in_line(const struct rec_in *in);

/* Bytes looked at ahead at most. */
#define REC_MAX_AHEAD (16 * 1024 * 1024)

/* Reads YAML or JSON, right after rec_start(), up to the first record after
 * which enough() is true, and goes back: rec_next() will give all of it again.
 * The names of keys are placed by then.  REC_RECORD: enough() was true, or
 * REC_MAX_AHEAD is reached; REC_END: the input has ended; REC_STOP: something
 * is wrong, which rec_next() will come to. */
enum rec_got rec_look_ahead(struct rec_in *in, bool (*enough)(const void *arg),
    const void *arg);

const struct rec_error *rec_in_error(const struct rec_in *in);

/* Whether the next rec_next() has to read(2) first, as far as can be told
 * from what is there: a line that is there whole counts as a record.  Exact is
 * rec_options.before_read. */
bool rec_in_would_wait(const struct rec_in *in);

/* Several readers on one CSV (share.c).  A reader like another, to be started
 * and with no record to read yet; NULL when memory is short, or for lack of a
 * header line. */
struct rec_in *rec_in_like(const struct rec_in *in,
    const struct rec_options *options);
/* Takes a block of records out of an input for such a reader: 1, or 0 when the
 * input itself has to be read on. */
int rec_share(struct rec_in *in, struct rec_in *to);
/* Once that reader was read to its end: whether the block ended with a record.
 * If not, it and those taken after it have to go back, in their order. */
bool rec_was_whole(const struct rec_in *in);
/* False when memory is short: then the input has lost the block. */
bool rec_give_back(struct rec_in *in, const struct rec_in *from);

struct rec_out;

/* A writer on an open descriptor, which it does not close.  REC_AUTO is not
 * allowed.  NULL when memory is short.  What cannot be UTF-8 is U+FFFD in YAML
 * and JSON, and control characters are "?" in a table; all else is kept. */
struct rec_out *rec_out_new(int fd, enum rec_format format);
void rec_out_free(struct rec_out *out);

/* What the format written cannot hold.  In CSV: a field whose name the first
 * record lacks, which is left out; told for each of so many names, and once
 * without a name for all others.  In YAML and JSON: bytes that are no UTF-8;
 * told once. */
#define REC_LOSSES 100

struct rec_loss {
	int code;
	struct rec_text name; /* of the field; no text: others are lost, too */
	unsigned field;       /* as in struct rec_value; 0: no record's */
	unsigned long line;
};

void rec_out_on_loss(struct rec_out *out,
    void (*tell)(void *arg, const struct rec_loss *loss), void *arg);
/* A writer of CSV without a header that keeps all it is given, until it is
 * put, record by record, into another one or dropped. */
struct rec_out *rec_out_pending(void);
int rec_put_pending(struct rec_out *out, struct rec_out *pending);
void rec_drop_pending(struct rec_out *pending);

/* Only the columns of these names are written, in this order, of all that is
 * put: of records, for which rec_options.all is needed, and of cells and rows.
 * To be said before anything is put; 0 or -1. */
int rec_out_pick(struct rec_out *out, const struct rec_text *names,
    size_t count);
/* Whether it was. */
bool rec_out_picks(const struct rec_out *out);
/* What a page is called, kept by reference. */
void rec_out_title(struct rec_out *out, const char *title);
/* A table or card is to fit a screen so wide: columns without a value are left
 * out, a note and what has no room stand below their row. */
void rec_out_fit(struct rec_out *out, size_t width);

/* All writing calls return 0, or -1 once the system refused or the record
 * cannot be written; rec_out_error() says why.  Only whole records ever reach
 * the descriptor. */

/* The header: the input's own line with names appended (same format, CSV),
 * or the input's names and these (another format into CSV or table; a CSV gets
 * it with the first record, whose keys it needs).  Without in, the names alone.
 * Does nothing for YAML and JSON, and nothing the second time. */
int rec_put_header(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, size_t count);

/* The record last read from in, with cells appended.  Same format: its own
 * bytes (CSV; JSON without line breaks) or scalars (YAML).  Another format:
 * needs rec_options.all.  names are those of rec_put_header().  Blank lines
 * before it pass through.  With count 0 REC_DROP fields stay. */
int rec_put_record(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count);

/* Bytes behind a text or a row that may be read or written, to copy and look
 * in steps, where it says so. */
#define REC_SPARE 32

/* Cells made ready to be appended to records of a CSV: for answers that many
 * records share.  Zero-initialised to begin with. */
struct rec_tail {
	char *text;
	size_t len;
	size_t cap;
};

/* The bytes that rec_put_record() would put behind a record of a CSV; behind
 * them REC_SPARE more may be read.  False when memory is short. */
bool rec_tail_make(struct rec_tail *tail, const struct rec_text *cells,
    size_t count);
void rec_tail_free(struct rec_tail *tail);
/* Whether records of in can be put so: CSV in and out, and no field dropped. */
bool rec_takes_tail(const struct rec_out *out, const struct rec_in *in);
/* The same as rec_put_record() with the cells of the tail. */
int rec_put_tail(struct rec_out *out, struct rec_in *in,
    const struct rec_tail *tail);

/* A record of its own. */
int rec_put_row(struct rec_out *out, const struct rec_text *names,
    const struct rec_text *cells, size_t count);

/* The same of a CSV, written where it will stand: for whoever knows most of
 * its bytes and that they need no quotes.
 *
 * Where to write so many bytes, and REC_SPARE more that come to nothing.  NULL
 * for want of memory, or when nothing can be written any more. */
char *rec_row_start(struct rec_out *out, size_t room);
/* A cell, quoted where it must be; returns its end.  It wants this room: */
#define REC_CELL_ROOM(len) (2 * (len) + 2)
char *rec_row_cell(char *to, const char *text, size_t len);
/* The same of a text behind which REC_SPARE bytes may be read. */
char *rec_row_padded(char *to, const char *text, size_t len);
/* Whether a cell can stand as it is; REC_SPARE bytes more may be read. */
bool rec_cell_is_plain(const char *text, size_t len);
/* The row ends here; the line end is added. */
int rec_row_end(struct rec_out *out, char *end);

/* The record last read, untouched, as --rejects wants it: the bytes of a CSV,
 * whose header comes first, once; YAML and JSON as rec_put_record(). */
int rec_put_raw(struct rec_out *out, struct rec_in *in);

/* What a reader of CSV has not read: all from the record on that stopped it to
 * the end of the input, untouched.  For the same file; the reader is at its end
 * then.  Other formats: nothing. */
int rec_put_rest(struct rec_out *out, struct rec_in *in);

/* The bytes of a CSV as they were read: of its header, with what stands above
 * it, and of the record at hand, with blank lines before it. */
struct rec_text rec_in_header_bytes(const struct rec_in *in, bool *has_bom);
struct rec_text rec_in_bytes(const struct rec_in *in, size_t *blank);
/* A field of the record at hand as it stands there, by its number from 1. */
struct rec_text rec_in_field(const struct rec_in *in, unsigned field);

/* Gives each row of a CSV one more cell, the last one, empty and called name,
 * and counts the rows; wrote() gets all bytes that were written.  To be said
 * before anything is put. */
void rec_out_mark(struct rec_out *out, const char *name,
    void (*wrote)(void *arg, const char *bytes, size_t len), void *arg);
unsigned long rec_out_rows(const struct rec_out *out);
/* Ends the last line of a CSV if its record came without an end. */
int rec_put_line_end(struct rec_out *out);
/* A last row that has only this cell; 1 when there is no header to it. */
int rec_put_last(struct rec_out *out, const char *cell);

/* What stands after the last record of in (blank lines; in may be NULL).  Once
 * for each input. */
int rec_put_end(struct rec_out *out, struct rec_in *in);

/* Writes out the whole records, but leaves a table waiting for more. */
int rec_pause(struct rec_out *out);

/* Writes everything out, a table, too.  0 or -1 as above. */
int rec_flush(struct rec_out *out);

const struct rec_error *rec_out_error(const struct rec_out *out);

#endif
