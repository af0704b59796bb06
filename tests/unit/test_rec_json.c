/* SPDX-License-Identifier: MIT */
/*
 * test_rec_json.c - JSON in and out: one object a line or an array of them, and
 * nothing that is not JSON, however well libyaml would read it.
 */
#include "suite.h"

#include <stdlib.h>

#include "rec_help.h"

static const struct {
	const char *in;
	const char *out;
	int code;
} filtered[] = {
	{ "{\"a\":1}\n", "{\"a\":1, \"v\": \"yes\"}\n", 0 },
	{ "{\"a\":1} {\"a\":2}{\"a\":3}", "{\"a\":1, \"v\": \"yes\"}\n"
	  "{\"a\":2, \"v\": \"yes\"}\n{\"a\":3, \"v\": \"yes\"}\n", 0 },
	{ "[\n{\"a\":1},\n{\"a\":2}\n]\n", "{\"a\":1, \"v\": \"yes\"}\n"
	  "{\"a\":2, \"v\": \"yes\"}\n", 0 },
	{ "[]", "", 0 },
	{ "{}", "{\"v\": \"yes\"}\n", 0 },
	{ "{ }", "{\"v\": \"yes\"}\n", 0 },
	{ "{\n  \"a\" : 1,\r\n\t\"d\": {\n\"e\"\n: [\n1, 2 ]\n}\n}\n",
	  "{\"a\" : 1, \"d\": {\"e\": [1, 2 ]}, \"v\": \"yes\"}\n", 0 },
	{ "{\"a\":\"\\ud83d\\ude00 \\/ \\u00e9 \\\" }{\"}",
	  "{\"a\":\"\\ud83d\\ude00 \\/ \\u00e9 \\\" }{\", \"v\": \"yes\"}\n",
	  0 },
	{ "{\"a\":-1.5e+3,\"b\":true,\"c\":null,\"f\":0}",
	  "{\"a\":-1.5e+3,\"b\":true,\"c\":null,\"f\":0, \"v\": \"yes\"}\n",
	  0 },
	{ "{\"drop\": [1, {\"x\": \"\\n\"}], \"a\": \"\\\"\"}",
	  "{\"drop\": [1, {\"x\": \"\\n\"}], \"a\": \"\\\"\", "
	  "\"v\": \"yes\"}\n",
	  0 },
	{ "{\"drop\": [1, 2], \"a\":\"\\\"\",\"b\":[true,{\"x\":null}]}",
	  "{\"a\": \"\\\"\", \"b\": [true, {\"x\": null}], \"v\": \"yes\"}\n",
	  0 },
	{ "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2, \"v\": \"yes\"}\n", 0 },
	/* YAML, but not JSON. */
	{ "{a: 1}", "", REC_E_SYNTAX },
	{ "{\"a\": x}", "", REC_E_SYNTAX },
	{ "{\"a\": 'x'}", "", REC_E_SYNTAX },
	{ "{\"a\": 1,}", "", REC_E_SYNTAX },
	{ "{\"a\": [1,]}", "", REC_E_SYNTAX },
	{ "{\"a\"}", "", REC_E_SYNTAX },
	{ "{\"a\": 01}", "", REC_E_SYNTAX },
	{ "{\"a\": 1.}", "", REC_E_SYNTAX },
	{ "{\"a\": True}", "", REC_E_SYNTAX },
	{ "{\"a\": \"\\x41\"}", "", REC_E_SYNTAX },
	{ "{\"a\": \"\t\"}", "", REC_E_SYNTAX },
	{ "{\"a\": \"\xff\"}", "", REC_E_SYNTAX },
	{ "{\"a\": 1 # x\n}", "", REC_E_SYNTAX },
	{ "{\"a\": 1]", "", REC_E_SYNTAX },
	{ "{\"a\": [1}", "", REC_E_SYNTAX },
	{ "{\"a\": ", "", REC_E_SYNTAX },
	{ "[{\"a\":1}", "{\"a\":1, \"v\": \"yes\"}\n", REC_E_SYNTAX },
	{ "[{\"a\":1} {\"a\":1}]", "{\"a\":1, \"v\": \"yes\"}\n",
	  REC_E_SYNTAX },
	{ "[{\"a\":1}] x", "{\"a\":1, \"v\": \"yes\"}\n", REC_E_SYNTAX },
	{ "{\"a\":1},{\"a\":1}", "{\"a\":1, \"v\": \"yes\"}\n",
	  REC_E_SYNTAX },
	{ "[{\"a\":1},]", "{\"a\":1, \"v\": \"yes\"}\n", REC_E_SYNTAX },
	{ "[1]", "", REC_E_SHAPE },
	{ "\"x\"", "", REC_E_SHAPE },
	{ "{\"a\":[[[[[[[[1]]]]]]]]}", "", REC_E_DEPTH },
};

START_TEST(filters)
{
	struct rec_options options = help_options(REC_JSON);
	enum rec_got got;
	int code;

	for (options.block = 0; options.block < 4; options.block++) {
		const char *out = help_filter(filtered[_i].in,
		    strlen(filtered[_i].in), options, REC_JSON, &got, &code);

		ck_assert_str_eq(out, filtered[_i].out);
		ck_assert_int_eq(code, filtered[_i].code);
		ck_assert_int_eq(got, code ? REC_STOP : REC_END);
	}
}
END_TEST

static const struct {
	const char *in;
	const char *value;
} read_as[] = {
	{ "{\"a\": \"\\ud83d\\ude00\"}", "\xf0\x9f\x98\x80" },
	{ "{\"a\": \"\\ud83dx\"}", "\xef\xbf\xbdx" },
	{ "{\"a\": \"\\ude00\"}", "\xef\xbf\xbd" },
	{ "{\"a\": \"\\udbff\\udfff\\ud800\\udc00\"}",
	  "\xf4\x8f\xbf\xbf\xf0\x90\x80\x80" },
	{ "{\"a\": \"\\udbff\\ue000\"}", "\xef\xbf\xbd\xee\x80\x80" },
	{ "{\"a\": \"x\\u007f\\u0080\\u07ff\\u0800y\"}",
	  "x\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80y" },
	{ "{\"a\": \"\\/\\b\\f\\n\\r\\t\\\\\\\"\"}", "/\b\f\n\r\t\\\"" },
	{ "{\"a\": \"\xe2\x80\xa8 \xc2\x85 \x7f\"}",
	  "\xe2\x80\xa8 \xc2\x85 \x7f" },
	{ "{\"a\": \"\xef\xbb\xbf \xef\xbf\xbf\"}",
	  "\xef\xbb\xbf \xef\xbf\xbf" },
	{ "{\"a\": \" x # y: z, \"}", " x # y: z, " },
	{ "{\"a\": null}", "" },
	{ "{\"a\": \"null\"}", "null" },
	{ "{\"a\": true}", "true" },
	{ "{\"a\": -0.5E-7}", "-0.5E-7" },
	{ "{\"a\": [\"x\", 2, null]}", "x;2;" },
	{ "{\"a\": []}", "" },
	{ "{\"a\": {}}", "" },
};

START_TEST(values)
{
	struct rec_options options = help_options(REC_AUTO);
	struct rec_in *in = rec_in_new(help_file(read_as[_i].in,
	    strlen(read_as[_i].in)), &options);
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_in_format(in), REC_JSON);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_ptr_nonnull(record->value[0].text);
	ck_assert_uint_eq(record->value[0].len, strlen(read_as[_i].value));
	ck_assert(!memcmp(record->value[0].text, read_as[_i].value,
	    record->value[0].len));
	rec_in_free(in);
}
END_TEST

START_TEST(places_are_named)
{
	static const char text[] = "[\n{\"x\": 1},\n{\n\"x\":\n2,\n\"a\": 3,\n"
	    "\"A\": 4},\n{\n\"a\": \n?}]";
	struct rec_options options = help_options(REC_AUTO);
	struct rec_in *in = rec_in_new(help_file(text, strlen(text)), &options);
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->line, 2);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->line, 3);
	ck_assert_uint_eq(record->value[0].line, 6);
	ck_assert_int_eq(record->fault->code, REC_E_DUPLICATE);
	ck_assert_uint_eq(record->fault->line, 7);
	ck_assert_uint_eq(record->fault->field, 3);
	ck_assert_int_eq(rec_next(in, &record), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_SYNTAX);
	ck_assert_uint_eq(rec_in_error(in)->line, 10);
	rec_in_free(in);
}
END_TEST

START_TEST(limits_hold)
{
	size_t len = 3 << 20;
	char *text = malloc(len);
	struct rec_options options = help_options(REC_JSON);
	const struct rec *record;
	struct rec_in *in;

	memset(text, 'x', len);
	memcpy(text, "{\"a\":1}\n{\"a\":\"", 14);
	in = rec_in_new(help_file(text, len), &options);
	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_TOO_LONG);
	ck_assert_uint_eq(rec_in_error(in)->line, 2);
	rec_in_free(in);
	free(text);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

static Suite *suite(void)
{
	Suite *all = suite_create("rec_json");
	TCase *tests = tcase_create("json");

	tcase_add_loop_test(tests, filters, 0, COUNT(filtered));
	tcase_add_loop_test(tests, values, 0, COUNT(read_as));
	tcase_add_test(tests, places_are_named);
	tcase_add_test(tests, limits_hold);
	suite_add_tcase(all, tests);
	return all;
}
