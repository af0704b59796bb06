/* SPDX-License-Identifier: MIT */
/*
 * test_rec_csv.c - CSV in and out: what is a record, which bytes come back, and
 * what stops the reader.  Random files are in test_rec_hybrid.c.
 */
#include "suite.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

#include "rec_help.h"
#include "facts/fields.h"

static const struct {
	const char *in;
	const char *out;
	int code;
} filtered[] = {
	/* Line ends, blank lines and marks stay as they are. */
	{ "a,b\n1,2\n", "a,b,v\n1,2,yes\n", 0 },
	{ "a,b\r\n1,2\r\n", "a,b,v\r\n1,2,yes\r\n", 0 },
	{ "a,b\r\n1,2\n", "a,b,v\r\n1,2,yes\n", 0 },
	{ "a,b\n1,2", "a,b,v\n1,2,yes", 0 },
	{ "a,b\n1,2\r", "a,b,v\n1,2,yes\r", 0 },
	{ "a,b", "a,b,v", 0 },
	{ "\xef\xbb\xbf" "a,b\n1,2\n", "\xef\xbb\xbf" "a,b,v\n1,2,yes\n", 0 },
	{ "\n\r\na,b\n\n1,2\n\n\r\n", "\n\r\na,b,v\n\n1,2,yes\n\n\r\n", 0 },
	{ "\n\n", "\n\n", 0 },
	{ "a,b\n1,2\n\n\r", "a,b,v\n1,2,yes\n\n\r", 0 },
	/* Quotes. */
	{ "a,b\n\"1,\"\"\n\",2\n", "a,b,v\n\"1,\"\"\n\",2,yes\n", 0 },
	{ "a,b\n1\"x\",2\n", "a,b,v\n1\"x\",2,yes\n", 0 },
	{ "\"a\",\"b\"\n1,\"\"\n", "\"a\",\"b\",v\n1,\"\",yes\n", 0 },
	{ "a,b\n1,\"2\"\r\n", "a,b,v\n1,\"2\",yes\r\n", 0 },
	/* Blanks, bad UTF-8, ragged rows. */
	{ "a,b\n 1 , 2\t\n", "a,b,v\n 1 , 2\t,yes\n", 0 },
	{ "a,b\n\xff,\xc3\n", "a,b,v\n\xff,\xc3,yes\n", 0 },
	{ "a,b\n1\n1,2,3\n", "a,b,v\n1,yes\n1,2,3,yes\n", 0 },
	{ "a,b\n,\n", "a,b,v\n,,yes\n", 0 },
	{ "a\n\"\"\n1\n", "a,v\n\"\",yes\n1,yes\n", 0 },
	/* A lone CR is text. */
	{ "a,b\n1\r2,3\n", "a,b,v\n1\r2,3,yes\n", 0 },
	/* A dropped column takes a comma with it. */
	{ "a,drop,b\n1,\"x,\n\"\"\",2\n", "a,b,v\n1,2,yes\n", 0 },
	{ "drop,a\nx,1\n", "a,v\n1,yes\n", 0 },
	{ "a,drop\r\n1,x\r\n", "a,v\r\n1,yes\r\n", 0 },
	{ "drop\nx\n\n", "v\nyes\n\n", 0 },
	{ "a,drop,b\n1\n1,2\n1,2,3,4\n",
	  "a,b,v\n1,yes\n1,yes\n1,3,4,yes\n", 0 },
	{ "a,\"drop\"\n1,\"x\"\r,3\n", "a,v\n1,3,yes\n", 0 },
	{ "a,drop,b\n1,\"x\"y\",2\",3\n", "a,b,v\n", REC_E_BEHIND },
	{ "a,drop,b\n1, \"x,\"\t,3\n", "a,b,v\n1,3,yes\n", 0 },
	/* What comes before an error is there. */
	{ "a,b\n1,2\n3,\"4\n", "a,b,v\n1,2,yes\n", REC_E_QUOTE },
	{ "a,b\n\"", "a,b,v\n", REC_E_QUOTE },
	{ "a,b,a\n1,2,3\n", "", REC_E_HEADER },
	/* Names that nobody reads may be there twice. */
	{ "x-y,X y\n1,2\n", "x-y,X y,v\n1,2,yes\n", 0 },
	/* What stands above the header stays there. */
	{ "sep=,\r\na,b\n1,2\n", "sep=,\r\na,b,v\n1,2,yes\n", 0 },
	{ "\"sep=,\"\n\n,,\na\n1\n", "\"sep=,\"\n\n,,\na,v\n1,yes\n", 0 },
	{ "sep=;\na;b\n", "", REC_E_HEADER },
	{ ",,\n\" \",\t\na,b\n1,2", ",,\n\" \",\t\na,b,v\n1,2,yes", 0 },
	{ ",,\n", ",,\n", 0 },
	{ "a,,\n1,2,3\n", "a,,,v\n1,2,3,yes\n", 0 },
	{ "\xff\xfe" "a\0,\0", "", REC_E_UTF16 },
	{ "", "", 0 },
};

START_TEST(filters)
{
	struct rec_options options = help_options(REC_CSV);
	enum rec_got got;
	int code;
	size_t len = strlen(filtered[_i].in);

	if (filtered[_i].code == REC_E_UTF16)
		len += 2;
	for (int plain = 0; plain < 2; plain++) {
		options.plain = plain;
		for (options.block = 0; options.block < 4; options.block++) {
			const char *out = help_filter(filtered[_i].in, len,
			    options, REC_CSV, &got, &code);

			ck_assert_str_eq(out, filtered[_i].out);
			ck_assert_int_eq(code, filtered[_i].code);
			ck_assert_int_eq(got, code ? REC_STOP : REC_END);
		}
	}
}
END_TEST

static struct rec_in *open_on(const char *text, size_t len)
{
	static struct rec_options options;

	options = help_options(REC_CSV);
	return rec_in_new(help_file(text, len), &options);
}

START_TEST(values)
{
	static const char text[] =
	    "\xef\xbb\xbf a ,c,\"b\"\n1,\"x \"\"y\"\"\nz\", 3 \n\n,\"\",\n";
	struct rec_in *in = open_on(text, sizeof(text) - 1);
	const struct rec *record;
	const struct rec_text *names;
	size_t count;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_in_format(in), REC_CSV);
	names = rec_in_header(in, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_uint_eq(names[0].len, 1);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->line, 2);
	ck_assert_uint_eq(record->value[2].len, 7);
	ck_assert(!memcmp(record->value[2].text, "x \"y\"\nz", 7));
	ck_assert_uint_eq(record->value[2].field, 2);
	ck_assert(!memcmp(record->value[1].text, " 3 ", 3));
	ck_assert_ptr_null(record->value[3].text);
	ck_assert_ptr_null(record->fault);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->line, 5);
	for (int i = 0; i < 3; i++) {
		ck_assert_ptr_nonnull(record->value[i].text);
		ck_assert_uint_eq(record->value[i].len, 0);
	}
	ck_assert_int_eq(rec_next(in, &record), REC_END);
	ck_assert_int_eq(rec_next(in, &record), REC_END);
	rec_in_free(in);
}
END_TEST

START_TEST(ragged_is_a_fault)
{
	struct rec_in *in = open_on("a,b,c\n1,2\n1,2,3,4\n5,6,7\n", 24);
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_int_eq(record->fault->code, REC_E_RAGGED);
	ck_assert_uint_eq(record->fault->line, 2);
	ck_assert_str_eq(record->fault->text,
	    "2 fields where the header has 3");
	ck_assert_ptr_null(record->value[2].text);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_str_eq(record->fault->text,
	    "4 fields where the header has 3");
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_ptr_null(record->fault);
	rec_in_free(in);
}
END_TEST

START_TEST(quote_is_named_where_it_opened)
{
	struct rec_in *in = open_on("a,b\n1,2\n3,\"\n\"\"\n\n", 17);
	const struct rec *record;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_int_eq(rec_next(in, &record), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_QUOTE);
	ck_assert_uint_eq(rec_in_error(in)->line, 3);
	ck_assert_uint_eq(rec_in_error(in)->field, 2);
	ck_assert_int_eq(rec_next(in, &record), REC_STOP);
	rec_in_free(in);
}
END_TEST

START_TEST(names_given)
{
	static const char text[] = "1,2\n3,4\n";
	struct rec_text columns[] = { help_text("a"), help_text("b") };
	struct rec_options options = help_options(REC_CSV);
	enum rec_got got;
	int code;

	options.columns = columns;
	options.column_count = 2;
	ck_assert_str_eq(help_filter(text, 8, options, REC_CSV, &got, &code),
	    "1,2,yes\n3,4,yes\n");
	ck_assert_int_eq(got, REC_END);
	ck_assert_str_eq(help_filter("\xef\xbb\xbf\n1,2", 7, options, REC_CSV,
	    &got, &code), "\xef\xbb\xbf\n1,2,yes");
	ck_assert_str_eq(help_filter("", 0, options, REC_CSV, &got, &code), "");
	ck_assert_int_eq(got, REC_END);
}
END_TEST

static const struct {
	const char *head;
	char byte;
	size_t count;
	int code;
	unsigned long line;
} limits[] = {
	{ "a,b\n1,2\n3,", 'x', REC_MAX_RECORD - 2, 0, 0 },
	{ "a,b\n1,2\n3,", 'x', REC_MAX_RECORD - 1, REC_E_TOO_LONG, 3 },
	{ "a,b\n1,2\n\"\n\",\"\n", 'x', 3 << 20, REC_E_TOO_LONG, 4 },
	{ "a,b\n1,2\n", '\n', 3 << 20, REC_E_TOO_LONG, 3 },
	{ "a,b\n1,2\n", ',', REC_MAX_COLUMNS - 1, 0, 0 },
	{ "a,b\n1,2\n", ',', REC_MAX_COLUMNS, REC_E_COLUMNS, 3 },
	{ "a,b,c", ',', REC_MAX_COLUMNS, REC_E_COLUMNS, 1 },
};

START_TEST(limits_hold)
{
	size_t head = strlen(limits[_i].head);
	char *text = malloc(head + limits[_i].count);

	memcpy(text, limits[_i].head, head);
	memset(text + head, limits[_i].byte, limits[_i].count);
	for (int plain = 0; plain < 2; plain++) {
		struct rec_options options = help_options(REC_CSV);
		const struct rec *record;
		struct rec_in *in;
		enum rec_got got;

		options.plain = plain;
		in = rec_in_new(help_file(text, head + limits[_i].count),
		    &options);
		got = rec_start(in);

		while (got == REC_RECORD)
			got = rec_next(in, &record);
		ck_assert_int_eq(rec_in_error(in)->code, limits[_i].code);
		ck_assert_uint_eq(rec_in_error(in)->line, limits[_i].line);
		rec_in_free(in);
	}
	free(text);
}
END_TEST

START_TEST(same_slot_twice_is_no_header)
{
	struct rec_in *in = open_on("a,b\n", 4);

	rec_in_free(in);
	in = open_on("d_e,d_e\n", 8);
	ck_assert_int_eq(rec_start(in), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_HEADER);
	ck_assert_uint_eq(rec_in_error(in)->field, 2);
	ck_assert_str_eq(rec_in_error(in)->text,
	    "fields 1 and 2 have the same name");
	rec_in_free(in);
}
END_TEST

START_TEST(names_that_come_again)
{
	static const char text[] = "x,a,X,,x_2,,x\n";
	static const char *const want[] = { "x", "a", "X_3", "", "x_2",
		"field_6", "x_4" };
	struct rec_in *in = open_on(text, sizeof(text) - 1);
	const struct rec_text *names;
	size_t count;

	ck_assert_int_eq(rec_start(in), REC_RECORD);
	names = rec_in_header(in, &count);
	ck_assert_uint_eq(count, 7);
	for (size_t i = 0; i < count; i++) {
		ck_assert_uint_eq(names[i].len, strlen(want[i]));
		ck_assert(!memcmp(names[i].text, want[i], names[i].len));
	}
	rec_in_free(in);
}
END_TEST

/* Known are a to h. */
static bool knows(void *arg, const char *name, size_t len)
{
	(void)arg;
	return len == 1 && *name >= 'a' && *name <= 'h';
}

static const struct {
	const char *text;
	unsigned long line; /* of the header */
	bool skipped;
	size_t columns;
} headers[] = {
	{ "a,b\n1,2\n", 1, false, 2 },
	{ "\n\na,b\n1,2\n", 3, false, 2 },
	{ "x,y\n1,2\n", 1, false, 2 },
	{ "Report,\nPrinted,today\n\na,b\n1,2\n", 4, true, 2 },
	{ "Report\n,,\n\"of\ntwo lines\",x\na,b\n1,2\n", 5, true, 2 },
	{ "a,,,\n1,2\na,b,c,x\n", 3, true, 4 },
	{ "a,,,\n1,2\n", 1, false, 4 },
	{ "a,x\n1,b\nc,d\n", 1, false, 2 },
	{ "x,y\n1,a\n2,b\n", 1, false, 2 },
	{ "x\n1,a\n2,b,\"\n", 1, false, 1 },
	{ "x\n1,\"a\"b\nc,d\n", 1, false, 1 },
	{ "x\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n"
	  "18\na,b\n", 20, true, 2 },
	{ "x\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n"
	  "18\n19\na,b\n", 1, false, 1 },
	{ "sep=,\nx\n1,2\n", 2, true, 1 },
};

START_TEST(header_is_found)
{
	for (size_t block = 0; block < 4; block++) {
		struct rec_options options = help_options(REC_CSV);
		const char *text = headers[_i].text;
		struct rec_in *in;
		const struct rec *record;
		bool skipped;
		size_t count;

		options.knows = knows;
		options.block = block;
		in = rec_in_new(help_file(text, strlen(text)), &options);
		ck_assert_int_eq(rec_start(in), REC_RECORD);
		ck_assert_uint_eq(rec_in_header_line(in, &skipped),
		    headers[_i].line);
		ck_assert_int_eq(skipped, headers[_i].skipped);
		rec_in_header(in, &count);
		ck_assert_uint_eq(count, headers[_i].columns);
		if (rec_next(in, &record) == REC_RECORD)
			ck_assert_uint_gt(record->line, headers[_i].line);
		rec_in_free(in);
	}
}
END_TEST

static const struct {
	const char *text;
	bool empty;
} rows[] = {
	{ ",", true }, { ",,,", true }, { "\"\",\" \"\t,", true },
	{ " , ", true }, { ",\"\"\"\"", false }, { ",x", false },
	{ ",\"a\"", false }, { "\"\"", false }, { " ", false },
	{ ",,,,,,", true },
};

START_TEST(rows_of_separators)
{
	for (int plain = 0; plain < 2; plain++) {
		struct rec_options options = help_options(REC_CSV);
		char text[64];
		struct rec_in *in;
		const struct rec *record;
		int len = snprintf(text, sizeof(text), "a,b\n%s%s\n1,2\n",
		    rows[_i].text, plain ? "" : "\r");

		options.plain = plain;
		in = rec_in_new(help_file(text, (size_t)len), &options);
		ck_assert_int_eq(rec_start(in), REC_RECORD);
		ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
		ck_assert_int_eq(record->fault &&
		    record->fault->code == REC_E_VOID, rows[_i].empty);
		ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
		ck_assert_ptr_null(record->fault);
		rec_in_free(in);
	}
}
END_TEST

static const struct {
	const char *text;
	size_t len;
	const char *says;
} foreign[] = {
	{ "PK\3\4\x14\0\6\0\b\0\0\0!\0[Content_Types].xml", 33, "spreadsheet" },
	{ "PK\3\4\x14\0\0mimetypeapplication/vnd.oasis.opendocument."
	  "spreadsheet", 60, "spreadsheet" },
	{ "PK\3\4\x14\0\0\0notes.txt", 17, "zip archive" },
	{ "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "spreadsheet" },
	{ "\x1f\x8b\x08\0", 4, "gzip -dc" },
	{ "BZh91AY&SYx", 11, "bzip2" },
	{ "%PDF-1.7\n", 9, "PDF" },
	{ "<!DOCTYPE html>\n", 16, "web page" },
	{ "\xef\xbb\xbf \r\n<HTML><body>", 18, "web page" },
	{ "<table><tr>", 11, "web page" },
	{ "<?xml version=\"1.0\"?>", 21, "XML" },
	{ "{\\rtf1\\ansi", 12, "RTF" },
	{ "SQLite format 3\0", 16, "sqlite3 -csv" },
};

START_TEST(what_is_no_text)
{
	struct rec_options options = help_options(_i % 2 ? REC_AUTO : REC_CSV);
	struct rec_in *in = rec_in_new(help_file(foreign[_i].text,
	    foreign[_i].len), &options);

	ck_assert_int_eq(rec_start(in), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_FOREIGN);
	ck_assert(strstr(rec_in_error(in)->text, foreign[_i].says));
	rec_in_free(in);
}
END_TEST

START_TEST(pipe_gives_each_record_at_once)
{
	struct rec_options options = help_options(REC_AUTO);
	const struct rec *record;
	struct rec_in *in;
	int ends[2];

	ck_assert(pipe(ends) == 0);
	in = rec_in_new(ends[0], &options);
	ck_assert(write(ends[1], "a,b\n1,2\n3,", 10) == 10);
	ck_assert_int_eq(rec_start(in), REC_RECORD);
	ck_assert(!rec_in_would_wait(in));
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert(rec_in_would_wait(in));
	ck_assert(write(ends[1], "4\n", 2) == 2);
	ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
	ck_assert_uint_eq(record->value[1].len, 1);
	close(ends[1]);
	ck_assert_int_eq(rec_next(in, &record), REC_END);
	rec_in_free(in);
	close(ends[0]);
}
END_TEST

static void on_alarm(int number)
{
	(void)number;
}

/* A slow writer, a descriptor that does not wait, and signals in between. */
START_TEST(neither_interrupted_nor_impatient)
{
	struct itimerval often = { { 0, 2000 }, { 0, 2000 } };
	struct itimerval never = { { 0, 0 }, { 0, 0 } };
	struct rec_options options = help_options(REC_CSV);
	struct sigaction action = { .sa_handler = on_alarm };
	const struct rec *record;
	struct rec_in *in;
	int ends[2], records = 0;

	ck_assert(pipe(ends) == 0);
	if (fork() == 0) {
		struct timespec nap = { 0, 5000000 };

		for (const char *at = "a,b\n1,2\n3,4\n"; *at; at++) {
			nanosleep(&nap, NULL);
			if (write(ends[1], at, 1) != 1)
				_exit(1);
		}
		_exit(0);
	}
	close(ends[1]);
	if (_i)
		fcntl(ends[0], F_SETFL, O_NONBLOCK);
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	in = rec_in_new(ends[0], &options);
	ck_assert_int_eq(rec_start(in), REC_RECORD);
	while (rec_next(in, &record) == REC_RECORD)
		records++;
	setitimer(ITIMER_REAL, &never, NULL);
	ck_assert_int_eq(records, 2);
	ck_assert_int_eq(rec_in_error(in)->code, 0);
	rec_in_free(in);
	close(ends[0]);
}
END_TEST

START_TEST(what_cannot_be_read)
{
	struct rec_options options = help_options(REC_AUTO);
	struct rec_in *in = rec_in_new(-1, &options);

	ck_assert_int_eq(rec_start(in), REC_STOP);
	ck_assert_int_eq(rec_in_error(in)->code, REC_E_READ);
	ck_assert_int_ne(rec_in_error(in)->sys, 0);
	rec_in_free(in);
}
END_TEST

#define COUNT(table) ((int)(sizeof(table) / sizeof(*(table))))

static Suite *suite(void)
{
	Suite *all = suite_create("rec_csv");
	TCase *tests = tcase_create("csv");

	tcase_add_loop_test(tests, filters, 0, COUNT(filtered));
	tcase_add_test(tests, values);
	tcase_add_test(tests, ragged_is_a_fault);
	tcase_add_test(tests, quote_is_named_where_it_opened);
	tcase_add_test(tests, names_given);
	tcase_add_loop_test(tests, limits_hold, 0, COUNT(limits));
	tcase_add_test(tests, same_slot_twice_is_no_header);
	tcase_add_test(tests, names_that_come_again);
	tcase_add_loop_test(tests, header_is_found, 0, COUNT(headers));
	tcase_add_loop_test(tests, rows_of_separators, 0, COUNT(rows));
	tcase_add_loop_test(tests, what_is_no_text, 0, COUNT(foreign));
	tcase_add_test(tests, pipe_gives_each_record_at_once);
	tcase_add_loop_test(tests, neither_interrupted_nor_impatient, 0, 2);
	tcase_add_test(tests, what_cannot_be_read);
	suite_add_tcase(all, tests);
	return all;
}
