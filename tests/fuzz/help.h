/* SPDX-License-Identifier: MIT */
/*
 * help.h - what the fuzzers share: a check that aborts, files that live in
 * memory, and a record layer run from bytes to bytes.
 */
#ifndef HELP_H
#define HELP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "rec.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Inputs above this length find nothing that shorter ones do not. */
#define FUZZ_MOST 4096

#define CHECK(what) ((what) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #what))

_Noreturn void fuzz_fail(const char *file, int line, const char *what);

/* A file in memory, for whoever insists on a descriptor. */
struct fuzz_file {
	int fd;
	char name[40]; /* that opens it anew */
};

void fuzz_file_open(struct fuzz_file *f);
/* Puts these bytes there and goes to the start. */
void fuzz_file_set(struct fuzz_file *f, const void *bytes, size_t len);
/* What is there, with a NUL behind it; to be freed. */
char *fuzz_file_get(const struct fuzz_file *f, size_t *len);

/* Bytes that tell variants of a run apart without a place in the input. */
uint32_t fuzz_hash(const uint8_t *data, size_t size);

/* Whether eight letters and digits in a row of the value, some of both, stand
 * in the message: not by chance, and not a word of ours. */
bool fuzz_shows(const char *message, size_t whole, const char *value,
    size_t len);

/* Sends what the tools say to a file instead, which fuzz_said() gives and
 * empties. */
void fuzz_listen(void);
char *fuzz_said(size_t *len);

/* -- The record layer --------------------------------------------------- */

/* One run: what was read, what was written, how it ended. */
struct fuzz_run {
	char *out;       /* what was written */
	size_t out_len;
	char *seen;      /* each record: line, fault, names and values */
	size_t seen_len;
	size_t records;
	enum rec_format format;
	enum rec_got end;
	struct rec_error error; /* of the reader, else of the writer */
};

enum { FUZZ_SLOTS = 8 };

struct fuzz_how {
	enum rec_format from, to; /* to AUTO: the format found */
	size_t block;
	bool plain, all, raw, no_lines;
	bool unplaced; /* no name has a slot */
	const char *cell; /* appended, in a column of this name; NULL: none */
};

void fuzz_run(struct fuzz_run *run, const struct fuzz_how *how,
    const void *bytes, size_t len);
void fuzz_run_free(struct fuzz_run *run);

#endif
