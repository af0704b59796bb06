/* SPDX-License-Identifier: MIT */
/*
 * test_rec_tail.c - a record with a ready-made tail is the record with cells,
 * byte for byte, however odd the input is; and what may be read behind values.
 */
#include "suite.h"

#include "rec_help.h"

static const char *const inputs[] = {
	"a,b\n1,2\n3,4\n",
	"a,b\r\n1,2\r\n3,4\r\n",
	"a,b\n1,2\n3,4",            /* no line end at the end */
	"a,b\n1,2\r",
	"a,b\n1,2\n3,4\r",
	"a,b\n\n\n1,2\n\r\n3,4\n\n", /* blank lines */
	"\xef\xbb\xbf" "a,b\n1,2\n",
	"\xef\xbb\xbf" "a,b\r\n\r\n1,2",
	"a,b\n\"1,2\",\"two\nlines\"\n\"say \"\"x\"\"\",\"\"\n",
	"a,b\n\"1\",\"2\"\r\n,\r\n",
	"a,b\n1\n1,2,3\n,\n",        /* ragged */
	"a,b\n1\"2,x\n\"a\"b,\r\n",  /* odd quotes */
	"a\n1\n\n\"\"\n",
	"a,b\n",
	"a,b",
};

static const char *const cells[][3] = {
	{ NULL, NULL, NULL },
	{ "yes", NULL, NULL },
	{ "", "", "2015-07-02" },
	{ "a,b", "say \"x\"", "two\nlines" },
	{ "a cell that is much longer than what is copied in one go", "\r",
	  "\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"" },
};

struct run {
	const char *one, *two; /* two may be NULL */
	size_t block;
	bool tail, held;
	struct rec_text cell[3];
	size_t count;
};

static int put(const struct run *run, struct rec_out *out, struct rec_in *in)
{
	struct rec_tail tail = { 0 };
	int bad;

	if (!run->tail)
		return rec_put_record(out, in, NULL, run->cell, run->count);
	/* Made twice: a tail is made anew when the answer changes. */
	ck_assert(rec_tail_make(&tail, run->cell, 1));
	ck_assert(rec_tail_make(&tail, run->cell, run->count));
	ck_assert(rec_takes_tail(out, in));
	bad = rec_put_tail(out, in, &tail);
	rec_tail_free(&tail);
	ck_assert(!tail.text && !tail.cap);
	return bad;
}

static void copy(const struct run *run, struct rec_out *out, const char *text)
{
	struct rec_options options = help_options(REC_CSV);
	struct rec_out *pending = run->held ? rec_out_pending() : NULL;
	struct rec_text names[] = { help_text("v"), help_text("w"),
		help_text("x") };
	const struct rec *record;
	struct rec_in *in;

	options.block = run->block;
	in = rec_in_new(help_file(text, strlen(text)), &options);
	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_put_header(out, in, names, run->count), 0);
	while (rec_next(in, &record) == REC_RECORD)
		ck_assert_int_eq(put(run, pending ? pending : out, in), 0);
	if (pending)
		ck_assert_int_eq(rec_put_pending(out, pending), 0);
	ck_assert_int_eq(rec_put_end(out, in), 0);
	rec_out_free(pending);
	rec_in_free(in);
}

static size_t output(const struct run *run, char *to, size_t size)
{
	FILE *file = tmpfile();
	struct rec_out *out = rec_out_new(fileno(file), REC_CSV);
	size_t len;

	copy(run, out, run->one);
	if (run->two)
		copy(run, out, run->two);
	ck_assert_int_eq(rec_flush(out), 0);
	len = help_read(fileno(file), to, size);
	rec_out_free(out);
	fclose(file);
	return len;
}

static void compare(struct run run)
{
	static char with[1 << 20], without[1 << 20];
	size_t len;

	run.tail = false;
	len = output(&run, without, sizeof(without));
	run.tail = true;
	ck_assert_uint_eq(output(&run, with, sizeof(with)), len);
	ck_assert(!memcmp(with, without, len));
}

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void set_cells(struct run *run, size_t set)
{
	static const size_t blocks[] = { 0, 1, 7 };

	run->block = blocks[set % 3];
	run->held = set % 2;
	for (run->count = 0; run->count < 3 && cells[set][run->count];
	    run->count++)
		run->cell[run->count] = help_text(cells[set][run->count]);
}

START_TEST(equal_to_cells)
{
	struct run run = { .one = inputs[_i] };

	for (size_t set = 0; set < COUNT(cells); set++) {
		set_cells(&run, set);
		run.two = NULL;
		compare(run);
		for (size_t two = 0; two < COUNT(inputs); two++) {
			run.two = inputs[two];
			compare(run);
		}
	}
}
END_TEST

/* More than the writer holds, so that it writes out in pieces. */
START_TEST(equal_when_long)
{
	static char text[300000];
	struct run run = { .one = text };
	size_t len = 0;

	len += (size_t)sprintf(text, "a,b\n");
	for (int i = 0; len < sizeof(text) - 9000; i++)
		len += (size_t)sprintf(text + len, "%d,%0*d%s", i,
		    i % 50 ? i % 300 + 1 : 8000, i, i % 7 ? "\n" : "\r\n\n");
	for (size_t set = 0; set < COUNT(cells); set++) {
		set_cells(&run, set);
		run.block = 0;
		compare(run);
	}
}
END_TEST

START_TEST(not_for_all)
{
	struct rec_options options = help_options(REC_AUTO);
	static const struct {
		const char *text;
		enum rec_format to;
		bool takes;
	} is[] = {
		{ "a,b\n", REC_CSV, true }, { "a,drop\n", REC_CSV, false },
		{ "a,b\n", REC_JSON, false }, { "a: 1\n", REC_CSV, false },
		{ "a: 1\n", REC_YAML, false },
	};

	for (size_t i = 0; i < COUNT(is); i++) {
		struct rec_in *in = rec_in_memory(is[i].text,
		    strlen(is[i].text), &options);
		struct rec_out *out = rec_out_new(1, is[i].to);

		ck_assert_int_eq(rec_start(in), REC_RECORD);
		ck_assert_int_eq(rec_takes_tail(out, in), is[i].takes);
		ck_assert(!rec_takes_tail(out, NULL));
		rec_in_free(in);
		rec_out_free(out);
	}
}
END_TEST

/* What the sanitizers and valgrind see: no byte of the 32 is out of bounds or
 * without a value. */
static unsigned look_behind(const struct rec *record)
{
	unsigned sum = 0;

	for (size_t i = 0; i < SLOTS; i++)
		for (int at = 0; record->value[i].text && at < 32; at++)
			sum += (unsigned char)record->value[i].text[at] == 'x';
	return sum;
}

START_TEST(readable_behind)
{
	struct rec_options options = help_options(REC_CSV);
	const struct rec *record;
	size_t len = strlen(inputs[_i]);

	for (int way = 0; way < 8; way++) {
		struct rec_in *in;

		options.plain = way & 1;
		options.block = way & 2 ? 3 : 0;
		in = way & 4 ? rec_in_memory(inputs[_i], len, &options) :
		    rec_in_new(help_file(inputs[_i], len), &options);
		ck_assert_int_eq(rec_start(in), REC_RECORD);
		while (rec_next(in, &record) == REC_RECORD)
			ck_assert_uint_lt(look_behind(record), 8 * 32);
		rec_in_free(in);
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *all = suite_create("rec_tail");
	TCase *tests = tcase_create("tail");

	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, equal_to_cells, 0, (int)COUNT(inputs));
	tcase_add_test(tests, equal_when_long);
	tcase_add_test(tests, not_for_all);
	tcase_add_loop_test(tests, readable_behind, 0, (int)COUNT(inputs));
	suite_add_tcase(all, tests);
	return all;
}
