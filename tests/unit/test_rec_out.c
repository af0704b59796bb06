/* SPDX-License-Identifier: MIT */
/*
 * test_rec_out.c - from one format into another, records made anew, tables, raw
 * records for --rejects, and a descriptor that will not take them.
 */
#include "suite.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>

#include "rec_help.h"

static const char csv[] = "a,drop,b c\n1,x,\"two\nlines\"\n,y,~\n5\n6,7,8,9\n";
static const char yaml[] = "a: 1\nd: {e: no}\n---\nd: {e: 'x,y'}\na: 2\n"
    "---\na: ~\n";
static const char json[] = "{\"a\": \"x\\ny\"}\n{\"list\": [1, 2]}\n";

static const struct {
	const char *in;
	enum rec_format to;
	const char *out;
	int code;
} converted[] = {
	{ csv, REC_JSON, "{\"a\": \"1\", \"b c\": \"two\\nlines\", "
	  "\"v\": \"yes\"}\n{\"a\": \"\", \"b c\": \"~\", \"v\": \"yes\"}\n"
	  "{\"a\": \"5\", \"v\": \"yes\"}\n{\"a\": \"6\", \"b c\": \"8\", "
	  "\"field_4\": \"9\", \"v\": \"yes\"}\n", 0 },
	{ csv, REC_YAML, "---\na: 1\nb c: \"two\\nlines\"\nv: 'yes'\n---\na:\n"
	  "b c: '~'\nv: 'yes'\n---\na: 5\nv: 'yes'\n---\na: 6\nb c: 8\n"
	  "field_4: 9\nv: 'yes'\n", 0 },
	{ csv, REC_TABLE, "a  b c        field_4  v\n"
	  "1  two lines           yes\n"
	  "   ~                   yes\n5                      yes\n"
	  "6  8          9        yes\n", 0 },
	{ yaml, REC_CSV, "a,d_e,v\n1,no,yes\n2,\"x,y\",yes\n,,yes\n", 0 },
	{ yaml, REC_JSON, "{\"a\": \"1\", \"d_e\": \"no\", \"v\": \"yes\"}\n"
	  "{\"d_e\": \"x,y\", \"a\": \"2\", \"v\": \"yes\"}\n"
	  "{\"a\": \"\", \"v\": \"yes\"}\n", 0 },
	{ yaml, REC_TABLE, "a  d_e  v\n1  no   yes\n2  x,y  yes\n        yes\n",
	  0 },
	{ json, REC_CSV, "a,v\n\"x\ny\",yes\n,yes\n", 0 },
	{ json, REC_TABLE, "a    list  v\n"
	  "x y        yes\n     1;2   yes\n", 0 },
	{ json, REC_YAML, "---\na: \"x\\ny\"\nv: 'yes'\n---\nlist: 1;2\nv: 'yes'\n",
	  0 },
	{ "{\"a\": \"\xc3\xa9\xe2\x82\xac\\u0007\"}\n{\"a\": \"abcd\"}",
	  REC_TABLE, "a     v\n\xc3\xa9\xe2\x82\xac?   yes\nabcd  yes\n", 0 },
	{ "a,b\n\xff\xc3\xa9,\"\"\"\\\x01\"\n", REC_JSON,
	  "{\"a\": \"\\ufffd\xc3\xa9\", "
	  "\"b\": \"\\\"\\\\\\u0001\", \"v\": \"yes\"}\n", 0 },
	{ "a,b\n\xff,x: y\n", REC_YAML, "---\na: \xef\xbf\xbd\nb: 'x: y'\n"
	  "v: 'yes'\n", 0 },
	{ "[]", REC_CSV, "v\n", 0 },
	{ "a,b\n", REC_TABLE, "", 0 },
	{ "a\n\x1b[0m\xc2\x9b\xd8\x9c\xe2\x80\x8b\xe2\x80\xae\n"
	  "\xe2\x81\xa6\xef\xbb\xbf\xf3\xa0\x81\x81\xc2\xad"
	  "\xe1\xa0\x8e\xef\xbf\xb9\xe2\x80\xa8\n", REC_TABLE,
	  "a         v\n?[0m????  yes\n???????   yes\n", 0 },
	{ "a\n\xc2\xa0\xd8\x9b\xe2\x80\x90\xe2\x82\xac\n", REC_TABLE,
	  "a     v\n\xc2\xa0\xd8\x9b\xe2\x80\x90\xe2\x82\xac  yes\n",
	  0 },
};

START_TEST(converts)
{
	struct rec_options options = help_options(REC_AUTO);
	enum rec_got got;
	int code;

	options.all = true;
	ck_assert_str_eq(help_filter(converted[_i].in, strlen(converted[_i].in),
	    options, converted[_i].to, &got, &code), converted[_i].out);
	ck_assert_int_eq(code, converted[_i].code);
}
END_TEST

static const char *rows(enum rec_format format)
{
	static char output[1 << 16];
	struct rec_text names[] = { help_text("n"), help_text("m") };
	struct rec_text cells[] = { help_text("a\"b"), help_text("") };
	FILE *file = tmpfile();
	struct rec_out *out = rec_out_new(fileno(file), format);

	ck_assert_int_eq(rec_put_header(out, NULL, names, 2), 0);
	for (int i = 0; i < 2; i++)
		ck_assert_int_eq(rec_put_row(out, names, cells, 2), 0);
	ck_assert_int_eq(rec_put_end(out, NULL), 0);
	ck_assert_int_eq(rec_flush(out), 0);
	help_read(fileno(file), output, sizeof(output));
	rec_out_free(out);
	fclose(file);
	return output;
}

START_TEST(rows_of_their_own)
{
	ck_assert_str_eq(rows(REC_CSV), "n,m\n\"a\"\"b\",\n\"a\"\"b\",\n");
	ck_assert_str_eq(rows(REC_JSON), "{\"n\": \"a\\\"b\", \"m\": \"\"}\n"
	    "{\"n\": \"a\\\"b\", \"m\": \"\"}\n");
	ck_assert_str_eq(rows(REC_YAML),
	    "---\n'n': a\"b\nm:\n---\n'n': a\"b\nm:\n");
	ck_assert_str_eq(rows(REC_TABLE), "n    m\na\"b\na\"b\n");
	ck_assert_str_eq(rows(REC_CARD), "n: a\"b\n\nn: a\"b\n");
}
END_TEST

/* Two inputs into one output: what the tools do with several files. */
static const char *joined(const char *one, const char *two, bool raw)
{
	static char output[1 << 16];
	struct rec_options options = help_options(REC_AUTO);
	struct rec_text name = help_text("v"), cell = help_text("yes");
	const char *text[] = { one, two };
	const struct rec *record;
	FILE *file = tmpfile();
	struct rec_out *out = NULL;

	for (int i = 0; i < 2; i++) {
		struct rec_in *in = rec_in_new(help_file(text[i],
		    strlen(text[i])), &options);

		ck_assert_int_eq(rec_start(in), REC_RECORD);
		if (!out)
			out = rec_out_new(fileno(file), rec_in_format(in));
		if (!raw)
			rec_put_header(out, in, &name, 1);
		while (rec_next(in, &record) == REC_RECORD)
			ck_assert_int_eq(raw ? rec_put_raw(out, in) :
			    rec_put_record(out, in, &name, &cell, 1), 0);
		ck_assert_int_eq(raw || rec_put_end(out, in) == 0, 1);
		rec_in_free(in);
	}
	ck_assert_int_eq(rec_flush(out), 0);
	help_read(fileno(file), output, sizeof(output));
	rec_out_free(out);
	fclose(file);
	return output;
}

START_TEST(two_inputs)
{
	ck_assert_str_eq(joined("a\n1", "\xef\xbb\xbf" "a\n2\n\n", false),
	    "a,v\n1,yes\n2,yes\n\n");
	ck_assert_str_eq(joined("a,drop\n1,x", "a,drop\n\n2,y\n", true),
	    "a,drop\n1,x\n2,y\n");
	ck_assert_str_eq(joined("- a: 1\n", "- a: 2\n", false),
	    "- a: 1\n  v: 'yes'\n- a: 2\n  v: 'yes'\n");
	ck_assert_str_eq(joined("a: 1\n", "a: 2\n", false),
	    "a: 1\nv: 'yes'\n---\na: 2\nv: 'yes'\n");
	ck_assert_str_eq(joined("a: 1\ndrop: 2\n", "a: 2\n", true),
	    "a: 1\ndrop: 2\n---\na: 2\n");
	ck_assert_str_eq(joined("{\"drop\": \n1}", "{}", true),
	    "{\"drop\": 1}\n{}\n");
}
END_TEST

START_TEST(full_disk)
{
	struct rec_text name = help_text("n");
	int fd = open("/dev/full", O_WRONLY);
	struct rec_out *out = rec_out_new(fd, REC_CSV);

	ck_assert_int_eq(rec_put_row(out, &name, &name, 1), 0);
	ck_assert_int_eq(rec_flush(out), -1);
	ck_assert_int_eq(rec_out_error(out)->code, REC_E_WRITE);
	ck_assert_int_eq(rec_out_error(out)->sys, ENOSPC);
	ck_assert_int_eq(rec_put_row(out, &name, &name, 1), -1);
	ck_assert_int_eq(rec_flush(out), -1);
	rec_out_free(out);
	close(fd);
}
END_TEST

START_TEST(reader_gone)
{
	struct rec_text name = help_text("n");
	struct rec_out *out;
	int ends[2];

	signal(SIGPIPE, SIG_IGN);
	ck_assert(pipe(ends) == 0);
	close(ends[0]);
	out = rec_out_new(ends[1], REC_JSON);
	ck_assert_int_eq(rec_put_row(out, &name, &name, 1), 0);
	ck_assert_int_eq(rec_pause(out), -1);
	ck_assert_int_eq(rec_out_error(out)->sys, EPIPE);
	rec_out_free(out);
	close(ends[1]);
}
END_TEST

START_TEST(a_table_waits)
{
	struct rec_text names[] = { help_text("n"), help_text("m") };
	struct rec_text wide[] = { help_text("wide"), help_text("x") };
	char output[256];
	FILE *file = tmpfile();
	struct rec_out *out = rec_out_new(fileno(file), REC_TABLE);

	rec_put_row(out, names, names, 2);
	rec_pause(out);
	ck_assert_uint_eq(help_read(fileno(file), output, 256), 0);
	rec_put_row(out, names, wide, 2);
	rec_flush(out);
	help_read(fileno(file), output, sizeof(output));
	ck_assert_str_eq(output, "n     m\nn     m\nwide  x\n");
	rec_out_free(out);
	fclose(file);
}
END_TEST

/* Its title is text, too, wherever it stands. */
START_TEST(a_page_has_a_title)
{
	struct rec_text name = help_text("<n>"), cell = help_text("1");
	char output[8192];
	FILE *file = tmpfile();
	struct rec_out *out = rec_out_new(fileno(file), REC_HTML);
	static const char *const want[] = {"<title>&lt;b&gt; &amp;</title>",
		"<h1>&lt;b&gt; &amp;</h1>", "<caption>&lt;b&gt; &amp;</caption>",
		"<th scope=\"col\">&lt;n&gt;</th>"};

	rec_out_title(out, "<b> &");
	ck_assert_int_eq(rec_put_row(out, &name, &cell, 1), 0);
	ck_assert_int_eq(rec_put_end(out, NULL), 0);
	ck_assert_int_eq(rec_flush(out), 0);
	output[help_read(fileno(file), output, sizeof(output) - 1)] = '\0';
	for (size_t i = 0; i < sizeof(want) / sizeof(want[0]); i++)
		ck_assert_msg(strstr(output, want[i]), "no %s", want[i]);
	ck_assert_ptr_null(strstr(output, "<b>"));
	rec_out_free(out);
	fclose(file);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

static Suite *suite(void)
{
	Suite *all = suite_create("rec_out");
	TCase *tests = tcase_create("out");

	tcase_add_loop_test(tests, converts, 0, COUNT(converted));
	tcase_add_test(tests, rows_of_their_own);
	tcase_add_test(tests, two_inputs);
	tcase_add_test(tests, full_disk);
	tcase_add_test(tests, reader_gone);
	tcase_add_test(tests, a_table_waits);
	tcase_add_test(tests, a_page_has_a_title);
	suite_add_tcase(all, tests);
	return all;
}
