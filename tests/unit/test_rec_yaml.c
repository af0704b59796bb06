/* SPDX-License-Identifier: MIT */
/*
 * test_rec_yaml.c - YAML in and out: which documents are records, how nested
 * keys are named, what is a fault and what stops the reader.
 */
#include "suite.h"

#include <stdlib.h>
#include <time.h>

#include "rec_help.h"

static const struct {
	const char *in;
	const char *out;
	int code;
} filtered[] = {
	{ "a: 1\n", "a: 1\nv: 'yes'\n", 0 },
	{ "a: 1", "a: 1\nv: 'yes'\n", 0 },
	{ "---\na: 1\n---\na: 2\n", "---\na: 1\nv: 'yes'\n---\na: 2\nv: 'yes'\n",
	  0 },
	{ "a: 1\n---\na: 2\n", "a: 1\nv: 'yes'\n---\na: 2\nv: 'yes'\n", 0 },
	{ "- a: 1\n- {a: 2}\n", "- a: 1\n  v: 'yes'\n- {a: 2, v: 'yes'}\n", 0 },
	{ "{a: 'x', b: \"y\"}\n", "{a: 'x', b: \"y\", v: 'yes'}\n", 0 },
	{ "z: 1\na:\n  b: [x, 'y']\n  c: no\n",
	  "z: 1\na:\n  b: [x, 'y']\n  c: no\nv: 'yes'\n", 0 },
	{ "a: |\n  two\n  lines\nb: |+\n  x\n\n",
	  "a: |\n  two\n  lines\nb: |+\n  x\n\nv: 'yes'\n", 0 },
	{ "a: ~\nb:\nc: ''\n", "a: ~\nb:\nc: ''\nv: 'yes'\n", 0 },
	{ "a: &x 1\nb: *x\n", "a: &x 1\nb: *x\nv: 'yes'\n", 0 },
	{ "a: 1\na: 2\n", "a: 1\na: 2\nv: 'yes'\n", 0 },
	{ "a: !t 1\n", "a: !t 1\nv: 'yes'\n", 0 },
	{ "a: 1\ndrop: {x: [1]}\n", "a: 1\ndrop: {x: [1]}\nv: 'yes'\n", 0 },
	{ "drop: [1, 2]\na: 1\n", "a: 1\nv: 'yes'\n", 0 },
	{ "a: 1\ndrop: x\n", "a: 1\nv: 'yes'\n", 0 },
	/* Documents with nothing in them. */
	{ "---\n---\na: 1\n", "---\na: 1\nv: 'yes'\n", 0 },
	{ "# nothing\n", "", 0 },
	{ "[]\n", "", 0 },
	/* What is no record. */
	{ "a: 1\n---\nx\n", "a: 1\nv: 'yes'\n", REC_E_SHAPE },
	{ "- a: 1\n- 2\n", "- a: 1\n  v: 'yes'\n", REC_E_SHAPE },
	{ "a: 1\n---\n- a: 2\n", "a: 1\nv: 'yes'\n", REC_E_SHAPE },
	{ "- &r\n  a: 1\n- *r\n", "- &r\n  a: 1\n  v: 'yes'\n", REC_E_ALIAS },
	{ "? {a: 1}\n: 2\n", "", REC_E_SHAPE },
	{ "&k a: 1\n*k : 2\n", "", REC_E_ALIAS },
	{ "a: 1\n---\na: [1\n", "a: 1\nv: 'yes'\n", REC_E_SYNTAX },
	{ "a: 1\n---\na: \xff\n", "a: 1\nv: 'yes'\n", REC_E_SYNTAX },
	{ "a: {a: {a: {a: {a: {a: {a: []}}}}}}\n",
	  "a: {a: {a: {a: {a: {a: {a: []}}}}}}\nv: 'yes'\n", 0 },
	{ "a: {a: {a: {a: {a: {a: {a: [[]]}}}}}}\n", "", REC_E_DEPTH },
};

START_TEST(filters)
{
	struct rec_options options = help_options(REC_YAML);
	enum rec_got got;
	int code;

	for (options.block = 0; options.block < 4; options.block++) {
		const char *out = help_filter(filtered[_i].in,
		    strlen(filtered[_i].in), options, REC_YAML, &got, &code);

		ck_assert_str_eq(out, filtered[_i].out);
		ck_assert_int_eq(code, filtered[_i].code);
		ck_assert_int_eq(got, code ? REC_STOP : REC_END);
	}
}
END_TEST

static struct rec_in *open_on(const char *text, size_t len)
{
	static struct rec_options options;

	options = help_options(REC_YAML);
	return rec_in_new(help_file(text, len), &options);
}

/* Slots are a, b, c, d_e, list. */
START_TEST(values)
{
	static const char text[] = "# case\na: ~\nb: '~'\nd:\n  e: no\n"
	    "list: [x, \"y z\", ~]\nother:\n  - {x: 1}\n  - [2, 3]\n";
	static const char *const names[] = { "a", "b", "d_e", "list",
		"other_1_x", "other_2" };
	struct rec_in *in = open_on(text, strlen(text));
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->line, 2);
	ck_assert_ptr_nonnull(record->value[0].text);
	ck_assert_uint_eq(record->value[0].len, 0);
	ck_assert_uint_eq(record->value[1].len, 1);
	ck_assert_ptr_null(record->value[2].text);
	ck_assert_str_eq(record->value[3].text, "no");
	ck_assert_uint_eq(record->value[3].field, 3);
	ck_assert_uint_eq(record->value[3].line, 5);
	ck_assert_uint_eq(record->value[4].len, 6);
	ck_assert(!memcmp(record->value[4].text, "x;y z;", 6));
	ck_assert_uint_eq(record->count, 6);
	for (size_t i = 0; i < 6; i++) {
		ck_assert_uint_eq(record->names[i].len, strlen(names[i]));
		ck_assert(!memcmp(record->names[i].text, names[i],
		    strlen(names[i])));
	}
	ck_assert(!memcmp(record->all[5].text, "2;3", 3));
	ck_assert_ptr_null(record->fault);
	ck_assert_int_eq(rec_next(in, &record), REC_END);
	rec_in_free(in);
}
END_TEST

static const struct {
	const char *in;
	int code;
	unsigned long line;
	unsigned field;
} faulty[] = {
	{ "a: 1\nb: 2\nA: 3\n", REC_E_DUPLICATE, 3, 3 },
	{ "d: {e: 1}\nd-e: 2\n", REC_E_DUPLICATE, 2, 2 },
	{ "a: &x 1\nb: *x\n", REC_E_ALIAS, 2, 2 },
	{ "a: &x 1\nlist: [1,\n *x]\n", REC_E_ALIAS, 3, 2 },
	{ "a: 1\nlist: [{x: 1}]\n", REC_E_SHAPE, 2, 2 },
};

START_TEST(faults)
{
	struct rec_in *in = open_on(faulty[_i].in, strlen(faulty[_i].in));
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_ptr_nonnull(record->fault);
	ck_assert_int_eq(record->fault->code, faulty[_i].code);
	ck_assert_uint_eq(record->fault->line, faulty[_i].line);
	ck_assert_uint_eq(record->fault->field, faulty[_i].field);
	ck_assert_int_eq(rec_next(in, &record), REC_END);
	rec_in_free(in);
}
END_TEST

static int read_repeated(const char *head, const char *part, size_t count)
{
	size_t len = strlen(head), one = strlen(part);
	char *text = malloc(len + one * count);
	const struct rec *record;
	struct rec_in *in;
	enum rec_got got;
	int code;

	memcpy(text, head, len);
	for (size_t i = 0; i < count; i++)
		memcpy(text + len + i * one, part, one);
	in = open_on(text, len + one * count);
	got = rec_start(in);
	while (got == REC_RECORD)
		got = rec_next(in, &record);
	code = rec_in_error(in)->code;
	rec_in_free(in);
	free(text);
	return code;
}

START_TEST(limits_hold)
{
	clock_t from = clock();

	ck_assert_int_eq(read_repeated("a: ", "[", 100000), REC_E_DEPTH);
	ck_assert_int_eq(read_repeated("a: ", "{x: ", 100000), REC_E_DEPTH);
	ck_assert(clock() - from < CLOCKS_PER_SEC);
	ck_assert_int_eq(read_repeated("a: ", "x", 1000000), 0);
	ck_assert_int_eq(read_repeated("a: ", "x", REC_MAX_RECORD),
	    REC_E_TOO_LONG);
	ck_assert_int_eq(read_repeated("a: ", "x", 3 << 20), REC_E_TOO_LONG);
	ck_assert_int_eq(read_repeated("a: 1\n# ", "x", 3 << 20),
	    REC_E_TOO_LONG);
	ck_assert_int_eq(read_repeated("list:\n", "- x\n", 4000), 0);
	ck_assert_int_eq(read_repeated("list:\n", "- x\n", 40000),
	    REC_E_COLUMNS);
}
END_TEST

/* Keys are remembered, but not without end. */
START_TEST(names_do_not_pile_up)
{
	struct rec_options options = help_options(REC_YAML);
	const struct rec *record;
	FILE *file = tmpfile();
	struct rec_in *in;
	int records = 0;

	for (int i = 0; i < 20000; i++)
		fprintf(file, "---\na: %d\nkey%d: x\n", i, i);
	rewind(file);
	in = rec_in_new(fileno(file), &options);
	ck_assert_int_eq(rec_start(in), REC_RECORD);
	while (rec_next(in, &record) == REC_RECORD) {
		ck_assert_ptr_nonnull(record->value[0].text);
		records++;
	}
	ck_assert_int_eq(records, 20000);
	rec_in_free(in);
	fclose(file);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

static Suite *suite(void)
{
	Suite *all = suite_create("rec_yaml");
	TCase *tests = tcase_create("yaml");

	tcase_add_loop_test(tests, filters, 0, COUNT(filtered));
	tcase_add_test(tests, values);
	tcase_add_loop_test(tests, faults, 0, COUNT(faulty));
	tcase_add_test(tests, limits_hold);
	tcase_add_test(tests, names_do_not_pile_up);
	suite_add_tcase(all, tests);
	return all;
}
