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
	unsigned column;
	unsigned slot;
};

/* mark.c: offsets of all commas, quotes, CRs and LFs, in order, and which of
 * these (by number) are not commas.  at[-1] may be written. */
struct rec_marks {
	uint32_t *block; /* what at is part of */
	uint32_t *at;
	size_t count;
	uint32_t *odd;
	size_t odds;
	size_t cap;
};

/* Room for the marks of len bytes; what was marked is lost. */
bool rec_marks_room(struct rec_marks *marks, size_t len);
void rec_marks_free(struct rec_marks *marks);
void rec_marks_fill(struct rec_marks *marks, const char *text, size_t len);
/* The same without any machine's own instructions. */
void rec_marks_portable(struct rec_marks *marks, const char *text, size_t len);

/* scan.c: what it holds of the source.  Offsets are from base. */
struct rec_scan {
	struct rec_marks marks;
	unsigned long reads; /* of the source, when the marks were made */
	size_t base;         /* in source.bytes */
	const char *text;    /* there */
	size_t held;
	size_t mark;         /* the next mark and the next that is odd */
	size_t odd;
	size_t start;        /* of the record, and its end */
	size_t end;
	size_t line_end;     /* bytes of it */
	unsigned long lines; /* LFs inside the record */
};

struct rec_csv {
	struct csv_parser parser;
	bool parser_ready;

	/* Offsets from source.start; what is before blank are blank lines,
	 * from there on the record, of which libcsv has seen fed. */
	size_t blank;
	size_t fed;
	unsigned long fed_line; /* the line of the byte at fed */

	bool row;       /* libcsv has ended the record */
	bool no_memory;
	unsigned fields;
	bool keep_all;  /* decode fields that nobody asked for */
	struct rec_cell *cell; /* by column */
	size_t cell_cap;

	struct rec_scan scan;
	const uint32_t *plain; /* marks of a record that has only commas */

	struct rec_keys keys;      /* names of the columns, for duplicates */
	struct rec_text *names;
	struct rec_buf name_text;
	int *place;
	bool *keep;                /* columns with a slot, or all */
	struct rec_want *want;
	size_t wants;
	struct rec_buf header;

	struct rec_text *all_names;
	struct rec_value *all;
	size_t all_cap;
	struct rec_buf extra;      /* names of fields without one */
};

/* csv.c */
bool rec_cells_room(struct rec_csv *csv, size_t count);
/* Lets go of the record given out last. */
void rec_csv_step(struct rec_in *in, struct rec_csv *csv);

/* Whether anybody asked for the field of a column. */
static inline bool rec_csv_keeps(const struct rec_in *in,
    const struct rec_csv *csv, unsigned column)
{
	return column < in->columns ? csv->keep[column] : csv->keep_all;
}

/* The record that begins at source.start, if it is one of those that scan.c
 * cuts: 1, 0 when libcsv shall read it, -1. */
int rec_scan_next(struct rec_in *in, struct rec_csv *csv);

/* referee.c: the record that begins at blank, by libcsv: 1 with row set and
 * fed at its end, 0 when only blank lines were left, -1. */
int rec_referee_next(struct rec_in *in, struct rec_csv *csv);
int rec_referee_new(struct rec_csv *csv);
void rec_referee_free(struct rec_csv *csv);

#endif
