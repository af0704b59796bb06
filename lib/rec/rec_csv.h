/* SPDX-License-Identifier: MIT */
/*
 * rec_csv.h - what the files of the CSV reader share: csv.c (header, columns),
 * referee.c (libcsv) and scan.c (plain records).  Only they include it.
 */
#ifndef REC_CSV_H
#define REC_CSV_H

#include <csv.h>

#include "rec_internal.h"

/* A decoded field: in the record's own bytes or, text being NULL, in
 * rec_in.text, which moves while it grows. */
struct rec_cell {
	const char *text;
	size_t at;
	size_t len;
};

/* A column whose values are asked for. */
struct rec_want {
	size_t column;
	struct rec_value *value;
};

#define REC_NO_COLUMN SIZE_MAX

/* mark.c: offsets of all separators, in order, and an entry for each of them
 * that is the LF at the end of a record.  at[-1] may be written. */
struct rec_marks {
	uint32_t *block; /* what at is part of */
	uint32_t *at;
	size_t count;
	uint64_t *line;
	size_t lines;
	size_t cap;
	bool odd;        /* stopped where only libcsv knows how to go on */
};

/* Such an entry: the number of the separator, whether the record has quotes and
 * whether these have LFs in them, and above that where the first two quotes for
 * one stand, or all ones. */
#define REC_LINE_QUOTES 1u
#define REC_LINE_BREAKS 2u
#define REC_LINE_BITS 2

static inline size_t rec_line_last(uint64_t line)
{
	return (uint32_t)line >> REC_LINE_BITS;
}

static inline uint32_t rec_line_twice(uint64_t line)
{
	return (uint32_t)(line >> 32);
}

/* So many offsets may be written at once, also behind the last one. */
#define REC_MARK_STEP 4

/* Room for the marks of len bytes; what was marked is lost. */
bool rec_marks_room(struct rec_marks *marks, size_t len);
void rec_marks_free(struct rec_marks *marks);

/* Marks a text that begins with a record, up to its end or to something odd.
 * All ways of doing it come to the same. */
typedef void rec_marks_fn(struct rec_marks *marks, const char *text,
    size_t len);

rec_marks_fn rec_marks_portable;
/* The fastest one here. */
rec_marks_fn *rec_marks_best(void);
/* mark_x86.c: ways of that machine, better ones last; NULL: not on this one. */
#define REC_MARKS_X86 2
rec_marks_fn *rec_marks_x86(unsigned number);

/* scan.c: what it holds of the source. */
struct rec_scan {
	rec_marks_fn *fill;  /* NULL: libcsv alone reads */
	struct rec_marks marks;
	unsigned long reads; /* of the source, when the marks were made */
	const char *text;    /* from where on */
	size_t base;         /* its offset in source.bytes */
	/* The entry of the next record in marks.line and the end of them.  They
	 * are the same while it is not known where the next record begins. */
	const uint64_t *line;
	const uint64_t *line_end;
	uint32_t *at;        /* its first separator */
	size_t start;        /* in text */
};

/* Where the next byte that libcsv has not seen stands: at the beginning of a
 * field, in one, or behind a quote that may have closed it. */
enum rec_where {
	REC_AT_START, REC_IN_PLAIN, REC_IN_QUOTES, REC_BEHIND_QUOTE,
	REC_BEHIND_BLANK /* and a blank behind that */
};

struct rec_csv {
	struct csv_parser parser;
	bool parser_ready;

	/* Offsets from source.start; what is before blank are blank lines,
	 * from there on the record, of which libcsv has seen fed. */
	size_t blank;
	size_t fed;
	unsigned long fed_line; /* the line of the byte at fed */
	enum rec_where where;
	bool stuck;     /* what is there behind fed are blanks of some kind */

	bool row;       /* libcsv has ended the record */
	bool no_memory;
	unsigned fields;
	bool keep_all;  /* decode fields that nobody asked for */
	struct rec_cell *cell;       /* by column */
	size_t cell_cap;
	const struct rec_want *next; /* to be decoded, if not all are */

	struct rec_scan scan;
	/* Where the separators of a record stand that scan.c has cut, in
	 * scan.text, and its entry in scan.marks.line. */
	const uint32_t *at;
	uint64_t line;

	struct rec_keys keys;      /* names of the columns */
	struct rec_text *names;
	struct rec_buf name_text;
	struct rec_buf again;      /* names of those that had one twice */
	int *place;
	struct rec_want *want;     /* by column, and one without behind them */
	size_t wants;
	struct rec_buf header;

	struct rec_text *all_names;
	struct rec_value *all;
	size_t all_cap;
	struct rec_buf extra;      /* names of fields without one */
};

/* csv.c */
bool rec_cells_room(struct rec_csv *csv, size_t count);
/* Lets go of a record that libcsv has read; scan.c is already past its own. */
static inline void rec_csv_step(struct rec_in *in, struct rec_csv *csv)
{
	in->source.start += csv->fed;
	if (csv->fed)
		in->line = csv->fed_line;
	csv->fed = 0;
	csv->blank = 0;
}

/* scan.c: looks for the record that begins at source.start: 1 when it is to be
 * cut, 0 when libcsv shall read it, -1. */
int rec_scan_find(struct rec_in *in, struct rec_csv *csv);
/* LFs in a record but the last one. */
unsigned long rec_scan_breaks(const char *text, size_t len);

/* No more than marks say: one field more than there are columns may be one too
 * many, and a record so long that it is none. */
static inline bool rec_scan_refuses(const struct rec_in *in, size_t len,
    size_t fields)
{
	return len >= REC_MAX_RECORD ||
	    (fields != in->columns && fields > REC_MAX_COLUMNS);
}

/* The record up to the next LF that is marked, if it is known where it begins,
 * and no blank line or row of separators alone: with at, line, fields and
 * in->raw set. */
static inline __attribute__((always_inline))
bool rec_scan_cut(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_scan *scan = &csv->scan;
	uint32_t *at = scan->at, *last;
	const char *text;
	size_t len, end = 1;

	if (scan->line == scan->line_end || scan->reads != in->source.reads)
		return false;
	last = scan->marks.at + rec_line_last(*scan->line);
	text = scan->text + scan->start;
	len = *last - scan->start;
	csv->fields = (unsigned)(last - at) + 1;
	if (len == 0 || rec_scan_refuses(in, len, csv->fields))
		return false;
	/* Hardly any other record begins so. */
	if ((unsigned char)*text <= ',' && rec_is_void(text, len))
		return false;
	/* There the record before has its own end, which may be a CR. */
	at[-1] = (uint32_t)scan->start - 1;
	if (text[len - 1] == '\r') {
		if (len == 1)
			return false;
		end = 2;
		--*last;
	}
	csv->at = at;
	csv->line = *scan->line++;
	in->record.line = in->line++;
	if (csv->line & REC_LINE_BREAKS)
		in->line += rec_scan_breaks(text, len);
	in->raw = (struct rec_raw){ .blank = text, .text = text,
		.len = len + 1, .end = end };
	in->source.start += len + 1;
	scan->start += len + 1;
	scan->at = last + 1;
	return true;
}

/* referee.c: the record that begins at blank, by libcsv: 1 with row set and
 * fed at its end, 0 when only blank lines were left, -1. */
int rec_referee_next(struct rec_in *in, struct rec_csv *csv);
int rec_referee_new(struct rec_csv *csv);
void rec_referee_free(struct rec_csv *csv);

#endif
