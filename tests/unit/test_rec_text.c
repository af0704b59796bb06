/* SPDX-License-Identifier: MIT */
/*
 * test_rec_text.c - the small parts: UTF-8, names and their numbers, and which
 * format the first bytes are.
 */
#include "suite.h"

#include "../../lib/rec/rec_internal.h"

static const struct {
	const char *text;
	size_t len;
} characters[] = {
	{ "a", 1 }, { "\xc3\xa9", 2 }, { "\xe2\x82\xac", 3 },
	{ "\xf0\x9f\x98\x80", 4 }, { "\xef\xbf\xbf", 3 }, { "", 0 },
	{ "\xff", 0 }, { "\xc3", 0 }, { "\xc3x", 0 }, { "\x80", 0 },
	{ "\xc0\x80", 0 }, { "\xc1\xbf", 0 }, { "\xe0\x9f\xbf", 0 },
	{ "\xed\xa0\x80", 0 }, { "\xf0\x8f\xbf\xbf", 0 },
	{ "\xf4\x90\x80\x80", 0 }, { "\xf5\x80\x80\x80", 0 },
	{ "\xe2\x82", 0 }, { "\xf4\x8f\xbf\xbf", 4 },
};

START_TEST(utf8)
{
	ck_assert_uint_eq(rec_utf8(characters[_i].text,
	    strlen(characters[_i].text)), characters[_i].len);
}
END_TEST

static const struct {
	const char *text;
	enum rec_format format;
} beginnings[] = {
	{ "a,b\n1,2\n", REC_CSV }, { "a\n", REC_CSV }, { "", REC_CSV },
	{ "\n\n", REC_CSV }, { "a,b: c\n", REC_CSV },
	{ "\"a: b\",c\n", REC_CSV },
	{ "a:b,c\n", REC_CSV }, { "#,name\n", REC_CSV },
	{ "#id,name\n", REC_CSV },
	{ "-a,b\n", REC_CSV }, { "# x\na,b\n", REC_CSV }, { ": ,a\n", REC_CSV },
	{ "---\na: 1\n", REC_YAML }, { "--- {a: 1}\n", REC_YAML },
	{ "%YAML 1.1\n---\n", REC_YAML }, { "- a: 1\n", REC_YAML },
	{ "-\n a: 1\n", REC_YAML }, { "# x, y\na: 1\n", REC_YAML },
	{ "a:\n  b: 1\n", REC_YAML }, { "a: x, y\n", REC_YAML },
	{ "case id: 7\n", REC_YAML }, { "a: 1", REC_YAML },
	{ "\n a: 1\n", REC_YAML },
	{ "{\"a\": 1}", REC_JSON }, { "[\n", REC_JSON }, { " \n {", REC_JSON },
};

START_TEST(formats)
{
	enum rec_format format = REC_AUTO;

	ck_assert(rec_sniff(beginnings[_i].text, strlen(beginnings[_i].text),
	    true, &format));
	ck_assert_int_eq(format, beginnings[_i].format);
}
END_TEST

START_TEST(a_line_must_be_whole)
{
	enum rec_format format;

	ck_assert(!rec_sniff("a", 1, false, &format));
	ck_assert(!rec_sniff("# x\nab", 6, false, &format));
	/* What stands behind a brace tells JSON from YAML. */
	ck_assert(!rec_sniff("{", 1, false, &format));
	ck_assert(!rec_sniff("[{ ", 3, false, &format));
	ck_assert(rec_sniff("{", 1, true, &format) && format == REC_JSON);
	ck_assert(rec_sniff("{\"", 2, false, &format) && format == REC_JSON);
	ck_assert(rec_sniff("[ {}", 4, false, &format) && format == REC_JSON);
	ck_assert(rec_sniff("[1", 2, false, &format) && format == REC_JSON);
	ck_assert(rec_sniff("[{a", 3, false, &format) && format == REC_YAML);
	ck_assert(rec_sniff("{ 'a", 4, false, &format) && format == REC_YAML);
	ck_assert(rec_sniff("a:\n", 3, false, &format));
}
END_TEST

START_TEST(utf16)
{
	ck_assert(rec_is_utf16("\xff\xfe" "a\0", 4));
	ck_assert(rec_is_utf16("\xfe\xff\0a", 4));
	ck_assert(rec_is_utf16("a\0b\0", 4));
	ck_assert(rec_is_utf16("\0a\0b", 4));
	ck_assert(!rec_is_utf16("a,b\n", 4));
	ck_assert(!rec_is_utf16("a", 1));
	ck_assert(!rec_is_utf16("\0\0\0\0", 4));
}
END_TEST

START_TEST(names)
{
	struct rec_keys keys = { 0 };
	char name[16];

	ck_assert_uint_eq(rec_keys_get(&keys, "Plan-Days", 9), 0);
	ck_assert_uint_eq(rec_keys_get(&keys, "plan_days", 9), 0);
	ck_assert_uint_eq(rec_keys_get(&keys, "plan days", 9), 0);
	ck_assert_uint_eq(rec_keys_get(&keys, "plandays", 8), 1);
	ck_assert_uint_eq(rec_keys_get(&keys, "", 0), 2);
	for (int i = 0; i < 5000; i++) {
		int len = snprintf(name, sizeof(name), "k%d", i);

		ck_assert_uint_eq(rec_keys_get(&keys, name, (size_t)len),
		    (size_t)i + 3);
	}
	for (int i = 0; i < 5000; i++) {
		int len = snprintf(name, sizeof(name), "K%d", i);

		ck_assert_uint_eq(rec_keys_get(&keys, name, (size_t)len),
		    (size_t)i + 3);
	}
	ck_assert_uint_eq(rec_keys_name(&keys, 0).len, 9);
	rec_keys_free(&keys);
}
END_TEST

/* Each field ends at a bar. */
static const struct {
	const char *record;
	const char *fields;
} records[] = {
	{ "a,b", "a|b|" }, { "", "|" }, { ",", "||" }, { "a,", "a||" },
	{ "\"a,b\",c", "\"a,b\"|c|" }, { "\"a\"\"b,\",c", "\"a\"\"b,\"|c|" },
	{ "a\"b,c\"", "a\"b|c\"|" }, { " \"a\"\t,b", " \"a\"\t|b|" },
	{ "\r\"a,b\"\r,c", "\r\"a,b\"\r|c|" },
	{ "\"a\"\r\",b", "\"a\"\r\"|b|" },
	{ "\"a\"\"\",b", "\"a\"\"\"|b|" }, { "\"a,b", "\"a,b|" },
};

START_TEST(cuts)
{
	struct rec_cut cut;
	char fields[64];
	size_t len = 0;

	rec_cut_start(&cut, records[_i].record, strlen(records[_i].record));
	while (rec_cut_next(&cut)) {
		memcpy(fields + len, cut.field, cut.len);
		len += cut.len;
		fields[len++] = '|';
	}
	fields[len] = '\0';
	ck_assert_str_eq(fields, records[_i].fields);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

static Suite *suite(void)
{
	Suite *all = suite_create("rec_text");
	TCase *tests = tcase_create("text");

	tcase_add_loop_test(tests, utf8, 0, COUNT(characters));
	tcase_add_loop_test(tests, formats, 0, COUNT(beginnings));
	tcase_add_test(tests, a_line_must_be_whole);
	tcase_add_test(tests, utf16);
	tcase_add_test(tests, names);
	tcase_add_loop_test(tests, cuts, 0, COUNT(records));
	suite_add_tcase(all, tests);
	return all;
}
