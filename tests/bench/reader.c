/* SPDX-License-Identifier: MIT */
/*
 * reader - the record layer alone: reads a CSV, asks for 13 of its columns and
 * adds up how long the values are, or copies the records with an answer.
 *
 *   reader [-p] [-t] < FILE
 *
 * -p libcsv alone, without cutting records ourselves; -t copy.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <unistd.h>

#include "rec.h"

#define WANTED 13

/* About what a tool asks for: neighbours and others. */
static int place(void *arg, const char *name, size_t len, unsigned field)
{
	static const unsigned wanted[WANTED] = { 2, 3, 4, 6, 7, 8, 9, 10, 11,
		12, 13, 14, 18 };

	(void)arg, (void)name, (void)len;
	for (int i = 0; i < WANTED; i++)
		if (wanted[i] == field)
			return i;
	return REC_PASS;
}

static int read_all(struct rec_in *in, struct rec_out *out)
{
	static const struct rec_text name = { "answer", 6 };
	static const struct rec_text cell = { "yes", 3 };
	struct rec_tail tail = { 0 };
	const struct rec *record;
	unsigned long count = 0, bytes = 0;
	enum rec_got got = rec_start(in);

	if (!rec_tail_make(&tail, &cell, 1) || (out && got == REC_RECORD &&
	    rec_put_header(out, in, &name, 1) != 0))
		return 1;
	while (got == REC_RECORD && (got = rec_next(in, &record)) ==
	    REC_RECORD) {
		count++;
		for (int i = 0; i < WANTED; i++)
			bytes += record->value[i].len;
		if (out && rec_put_tail(out, in, &tail) != 0)
			return 1;
	}
	rec_tail_free(&tail);
	if (!out)
		printf("%lu records, %lu bytes\n", count, bytes);
	return got != REC_END || (out && rec_flush(out) != 0);
}

int main(int argc, char **argv)
{
	struct rec_options options = { .format = REC_CSV, .place = place,
		.slots = WANTED };
	struct rec_in *in;
	struct rec_out *out = NULL;
	int option, failed;

	while ((option = getopt(argc, argv, "pt")) != -1) {
		if (option == 'p')
			options.plain = true;
		else if (option == 't')
			out = rec_out_new(1, REC_CSV);
		else
			return 2;
	}
	in = rec_in_new(0, &options);
	if (!in)
		return 1;
	failed = read_all(in, out);
	rec_in_free(in);
	rec_out_free(out);
	return failed;
}
