/* SPDX-License-Identifier: MIT */
/*
 * rec_help.h - what the tests of the record layer share: bytes in, a reader on
 * them, and bytes out.  Only tests/unit/test_rec_*.c include it.
 */
#ifndef REC_HELP_H
#define REC_HELP_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "rec.h"

#define SLOTS 8

/* Names a slot each, "drop" is dropped, all else passes. */
static int help_place(void *arg, const char *name, size_t len, unsigned field)
{
	static const char *const known[SLOTS] = { "a", "b", "c", "d_e",
		"list", "f", "g", "h" };

	(void)arg;
	(void)field;
	if (len == 4 && !memcmp(name, "drop", 4))
		return REC_DROP;
	for (int i = 0; i < SLOTS; i++)
		if (strlen(known[i]) == len && !memcmp(name, known[i], len))
			return i;
	return REC_PASS;
}

static inline struct rec_options help_options(enum rec_format format)
{
	return (struct rec_options){ .format = format, .place = help_place,
		.slots = SLOTS };
}

/* A file at its start that holds these bytes. */
static inline int help_file(const char *text, size_t len)
{
	static FILE *file;

	if (!file)
		file = tmpfile();
	ck_assert(file && ftruncate(fileno(file), 0) == 0);
	ck_assert(pwrite(fileno(file), text, len, 0) == (ssize_t)len);
	ck_assert(lseek(fileno(file), 0, SEEK_SET) == 0);
	return fileno(file);
}

static inline size_t help_read(int fd, char *to, size_t size)
{
	ssize_t got = pread(fd, to, size - 1, 0);

	ck_assert(got >= 0);
	to[got] = '\0';
	return (size_t)got;
}

static inline struct rec_text help_text(const char *text)
{
	return (struct rec_text){ text, strlen(text) };
}

/* Reads text, appends the cell v=yes to each record and returns the output;
 * the last answer in *got, the error's code in *code. */
static inline const char *help_filter(const char *text, size_t len,
    struct rec_options options, enum rec_format to, enum rec_got *got,
    int *code)
{
	static char output[1 << 20];
	struct rec_text name = help_text("v"), cell = help_text("yes");
	struct rec_in *in = rec_in_new(help_file(text, len), &options);
	const struct rec *record;
	FILE *file = tmpfile();
	struct rec_out *out;
	int bad = 0;

	*got = rec_start(in);
	out = rec_out_new(fileno(file), to ? to : rec_in_format(in));
	if (*got == REC_RECORD)
		bad = rec_put_header(out, in, &name, 1);
	while (!bad && *got == REC_RECORD &&
	    (*got = rec_next(in, &record)) == REC_RECORD)
		bad = rec_put_record(out, in, &name, &cell, 1);
	if (!bad && *got == REC_END)
		bad = rec_put_end(out, in);
	ck_assert(rec_flush(out) == (bad ? -1 : 0));
	*code = bad ? rec_out_error(out)->code : rec_in_error(in)->code;
	help_read(fileno(file), output, sizeof(output));
	rec_in_free(in);
	rec_out_free(out);
	fclose(file);
	return output;
}

#endif
