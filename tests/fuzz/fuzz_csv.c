/* SPDX-License-Identifier: MIT */
/*
 * fuzz_csv.c - CSV in and out: the quick reader and libcsv alone agree, any
 * block size gives the same, and the appended cells cut off give the input.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"

/* In no input, and never quoted. */
static const char cell[] = "ZqvJx";

static bool same(const struct fuzz_run *a, const struct fuzz_run *b)
{
	return a->end == b->end && a->records == b->records &&
	    a->error.code == b->error.code && a->error.line == b->error.line &&
	    a->error.field == b->error.field &&
	    a->seen_len == b->seen_len && a->out_len == b->out_len &&
	    !memcmp(a->seen, b->seen, a->seen_len) &&
	    !memcmp(a->out, b->out, a->out_len);
}

static bool holds(const uint8_t *data, size_t size, const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i + len <= size; i++)
		if (!memcmp(data + i, text, len))
			return true;
	return false;
}

/* Takes every ",ZqvJx" out of the output: the input has to be left, or the
 * part of it before a record that could not be read. */
static void check_cut(const struct fuzz_run *run, const uint8_t *data,
    size_t size)
{
	size_t n = strlen(cell), at = 0, left = 0;

	while (at < run->out_len) {
		if (run->out[at] == ',' && run->out_len - at > n &&
		    !memcmp(run->out + at + 1, cell, n)) {
			at += n + 1;
			continue;
		}
		CHECK(left < size && data[left] == (uint8_t)run->out[at]);
		left++, at++;
	}
	CHECK(run->end != REC_END || run->records == 0 || left == size);
}

/* A copy read again says what the original said. */
static void check_copy(struct fuzz_how how, const struct fuzz_run *run)
{
	struct fuzz_run copy, again;

	how.from = how.to = REC_CSV;
	how.cell = NULL;
	fuzz_run(&copy, &how, run->out, run->out_len);
	CHECK(copy.end == REC_END && copy.records == run->records);
	fuzz_run(&again, &how, copy.out, copy.out_len);
	CHECK(same(&copy, &again));
	fuzz_run_free(&copy);
	fuzz_run_free(&again);
}

/* Longer keys, six bytes for each of theirs, are more than libyaml reads. */
#define KEY_MOST 170

/* Into another format: no record is lost, whatever is in it. */
static void check_foreign(const struct fuzz_run *run, const uint8_t *data,
    size_t size)
{
	static const enum rec_format formats[] = { REC_YAML, REC_JSON,
		REC_TABLE };

	for (size_t i = 0; i < 3; i++) {
		struct fuzz_how how = { .from = REC_CSV, .to = formats[i],
			.all = true, .cell = cell };
		struct fuzz_run other, again;

		fuzz_run(&other, &how, data, size);
		CHECK(other.records == run->records);
		how = (struct fuzz_how){ .from = formats[i], .all = true };
		if (formats[i] != REC_TABLE && other.records > 0 &&
		    size <= KEY_MOST) {
			fuzz_run(&again, &how, other.out, other.out_len);
			CHECK(again.end == REC_END);
			CHECK(again.records == other.records);
			fuzz_run_free(&again);
		}
		fuzz_run_free(&other);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t hash = fuzz_hash(data, size);
	struct fuzz_how how = { .from = REC_CSV, .cell = cell,
		.all = hash & 1 };
	struct fuzz_run run, other;

	if (size > FUZZ_MOST || holds(data, size, cell))
		return 0;
	fuzz_run(&run, &how, data, size);
	how.block = 1 + (hash >> 8) % 40;
	fuzz_run(&other, &how, data, size);
	CHECK(same(&run, &other));
	fuzz_run_free(&other);
	how.plain = true;
	fuzz_run(&other, &how, data, size);
	CHECK(same(&run, &other));
	fuzz_run_free(&other);
	CHECK(run.end != REC_STOP || !fuzz_shows(run.error.text,
	    strlen(run.error.text), (const char *)data, size));
	if (run.format == REC_CSV)
		check_cut(&run, data, size);
	if (run.end == REC_END && run.records > 0) {
		check_copy(how, &run);
		check_foreign(&run, data, size);
	}
	fuzz_run_free(&run);
	return 0;
}
