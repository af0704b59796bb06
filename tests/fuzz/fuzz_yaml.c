/* SPDX-License-Identifier: MIT */
/*
 * fuzz_yaml.c - YAML and JSON in and out: any block size gives the same, what
 * was written is read as what was meant, also in the other format.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"

static const char cell[] = "ZqvJx";

static bool same(const struct fuzz_run *a, const struct fuzz_run *b)
{
	return a->end == b->end && a->records == b->records &&
	    a->seen_len == b->seen_len &&
	    !memcmp(a->seen, b->seen, a->seen_len);
}

/* Faults (a key twice, an alias) do not survive a copy. */
static bool is_faulty(const struct fuzz_run *run)
{
	for (size_t i = 0; i + 2 < run->seen_len; i++)
		if (run->seen[i] == '0' && run->seen[i + 1] == ' ' &&
		    run->seen[i + 2] == '[')
			return true;
	return false;
}

static void check_way(enum rec_format from, enum rec_format to,
    const uint8_t *data, size_t size)
{
	struct fuzz_how how = { .from = from, .to = to, .all = true,
		.no_lines = true };
	struct fuzz_run first, second;

	fuzz_run(&first, &how, data, size);
	if (first.end == REC_END && first.records > 0 && !is_faulty(&first)) {
		how.from = how.to;
		fuzz_run(&second, &how, first.out, first.out_len);
		CHECK(same(&first, &second));
		fuzz_run_free(&second);
	}
	fuzz_run_free(&first);
}

/* libyaml looks at all the bytes it is given, whatever comes before a bad one,
 * so that with smaller reads more records may come out first. */
static void check_prefix(const struct fuzz_run *a, const struct fuzz_run *b)
{
	size_t n = a->seen_len < b->seen_len ? a->seen_len : b->seen_len;

	CHECK(!memcmp(a->seen, b->seen, n));
	n = a->out_len < b->out_len ? a->out_len : b->out_len;
	CHECK(!memcmp(a->out, b->out, n));
}

static void check_blocks(enum rec_format from, const uint8_t *data,
    size_t size)
{
	struct fuzz_how how = { .from = from, .all = true, .cell = cell };
	struct fuzz_run whole, bits;

	fuzz_run(&whole, &how, data, size);
	how.block = 1 + fuzz_hash(data, size) % 40;
	fuzz_run(&bits, &how, data, size);
	if (whole.end == REC_STOP && whole.error.code == REC_E_SYNTAX)
		check_prefix(&whole, &bits);
	else
		CHECK(same(&whole, &bits) &&
		    whole.error.code == bits.error.code &&
		    whole.out_len == bits.out_len &&
		    !memcmp(whole.out, bits.out, whole.out_len));
	CHECK(whole.end != REC_STOP || !fuzz_shows(whole.error.text,
	    strlen(whole.error.text), (const char *)data, size));
	fuzz_run_free(&whole);
	fuzz_run_free(&bits);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size > FUZZ_MOST)
		return 0;
	check_blocks(REC_AUTO, data, size);
	check_blocks(REC_YAML, data, size);
	check_blocks(REC_JSON, data, size);
	check_way(REC_YAML, REC_YAML, data, size);
	check_way(REC_YAML, REC_JSON, data, size);
	check_way(REC_JSON, REC_JSON, data, size);
	check_way(REC_JSON, REC_YAML, data, size);
	return 0;
}
