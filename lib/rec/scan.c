/* SPDX-License-Identifier: MIT */
/*
 * scan.c - cuts CSV records that no reader could read in two ways: plain fields
 * and well-formed quoted ones, with LF or CRLF behind them.  Whatever else it
 * meets it leaves whole to libcsv (referee.c) and must not judge itself.
 *
 * All that is there is marked at once (mark.c), up to the first thing that is
 * odd.  What is before that is beyond doubt, so libcsv ends the odd record
 * behind it, and the marks are made anew from where it has ended: no byte is
 * looked at more than a few times, whatever the input.
 */
#include "rec_csv.h"

/* A record cut off at the end of what is there is looked at again when more has
 * come, unless it is longer than this: then libcsv goes on from there. */
#define AGAIN 4096

static bool mark(const struct rec_source *source, struct rec_scan *scan)
{
	struct rec_marks *marks = &scan->marks;
	size_t buffered = rec_source_len(source);

	/* As much as there is room for bytes, so that it is rarely made. */
	if (!rec_marks_room(marks, source->bytes.cap))
		return false;
	scan->reads = source->reads;
	scan->base = source->start;
	scan->text = rec_source_at(source);
	scan->start = 0;
	scan->fill(marks, scan->text, buffered);
	scan->at = marks->at;
	scan->line = marks->line;
	scan->line_end = marks->line + marks->lines;
	return true;
}

/* Passes over the marks of what libcsv has read; whether a record is left, and
 * begins where it shall. */
static bool scan_pass_over(struct rec_scan *scan, size_t start)
{
	const struct rec_marks *marks = &scan->marks;

	start -= scan->base;
	scan->line_end = marks->line + marks->lines;
	for (; scan->line < scan->line_end; scan->line++) {
		uint32_t *last = marks->at + rec_line_last(*scan->line);

		if (*last >= start)
			break;
		scan->start = *last + (size_t)1;
		scan->at = last + 1;
	}
	return scan->line < scan->line_end && scan->start == start;
}

/* Marks what is buffered or more, until there is a record. */
int rec_scan_find(struct rec_in *in, struct rec_csv *csv)
{
	struct rec_source *source = &in->source;
	struct rec_scan *scan = &csv->scan;

	if (!scan->fill)
		return 0;
	if (scan->text && scan->reads == source->reads &&
	    scan_pass_over(scan, source->start))
		return 1;
	for (;;) {
		if (!mark(source, scan))
			return rec_fail_memory(&in->error);
		if (scan->marks.lines)
			return 1;
		if (scan->marks.odd || source->ended ||
		    rec_source_len(source) > AGAIN)
			return 0;
		if (rec_source_more(source, &in->error) < 0)
			return -1;
	}
}

unsigned long rec_scan_breaks(const char *text, size_t len)
{
	const char *end = text + len;
	unsigned long count = 0;

	while ((text = memchr(text, '\n', (size_t)(end - text)))) {
		text++;
		count++;
	}
	return count;
}
