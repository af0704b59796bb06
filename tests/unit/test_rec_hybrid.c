/* SPDX-License-Identifier: MIT */
/*
 * test_rec_hybrid.c - records cut by us are the records libcsv makes: on random
 * odd files, with blocks of all sizes, both ways are compared in every byte.
 */
#include "suite.h"

#include <stdint.h>

#include "../../lib/rec/rec_csv.h"
#include "rec_help.h"

static uint64_t state;

static void seed(int number)
{
	state = 88172645463325252u * (2 * (uint64_t)number + 1);
}

static unsigned roll(unsigned below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 20) % below;
}

static size_t add(char *to, const char *text)
{
	memcpy(to, text, strlen(text));
	return strlen(text);
}

/* A field, mostly well-formed. */
static size_t add_field(char *to, unsigned oddity)
{
	static const char *const fine[] = { "", "a", "bc", " x ", "2015-07-02",
		"\"q\"", "\"a,b\"", "\"say \"\"x\"\"\"", "\"two\nlines\"",
		"\"two\r\nlines\"", "\"\"", "\xc3\xa9",
		"long text in a field" };
	static const char *const odd[] = { "a\"b", "\"a\"b", "\"a\"\r", "\r",
		"\"a\" ", "\"\r\"", "\"a\"\rb\"", " \"a\"", " \t\"a,b\" ",
		"  \"a\nb\"", "\"a\" \"b\"", " \r\"a", "   ", "\"a\"\t,", "a\rb", "\"",
		"\"\"\"", "\"a\r\"\r\"\"", "\xff\xfe", "\r\r", "\"\"a\"\"" };

	if (roll(100) < oddity)
		return add(to, odd[roll(sizeof(odd) / sizeof(*odd))]);
	if (roll(200) == 0) {
		*to = '\0';
		return 1;
	}
	return add(to, fine[roll(sizeof(fine) / sizeof(*fine))]);
}

static size_t add_record(char *to, unsigned oddity)
{
	unsigned fields = roll(8) ? 4 : roll(7) + 1;
	size_t len = 0;

	if (roll(12) == 0)
		return add(to, roll(2) ? "\n" : "\r\n");
	for (unsigned i = 0; i < fields; i++) {
		if (i)
			to[len++] = ',';
		len += add_field(to + len, oddity);
	}
	return len + add(to + len, roll(3) ? "\n" : "\r\n");
}

static size_t make_file(char *to)
{
	static const unsigned oddities[] = { 0, 0, 1, 5, 30 };
	unsigned oddity = oddities[roll(5)];
	unsigned records = roll(12);
	size_t len = roll(8) ? 0 : add(to, "\xef\xbb\xbf");

	len += add(to + len, roll(2) ? "a,b,drop,c\n" : "a,b,drop,c\r\n");
	for (unsigned i = 0; i < records; i++)
		len += add_record(to + len, oddity);
	if (roll(4) == 0 && len > 12)
		len -= roll(3) + 1; /* no line end, or half a record */
	return len;
}

struct sum {
	char text[1 << 16];
	size_t len;
};

static void note(struct sum *sum, const void *bytes, size_t len)
{
	ck_assert(sum->len + len + 1 < sizeof(sum->text));
	memcpy(sum->text + sum->len, bytes, len);
	sum->len += len;
	sum->text[sum->len++] = '|';
}

static void note_error(struct sum *sum, const struct rec_error *error)
{
	note(sum, &error->code, sizeof(error->code));
	note(sum, &error->line, sizeof(error->line));
	note(sum, &error->field, sizeof(error->field));
	note(sum, error->text, strlen(error->text));
}

static void note_values(struct sum *sum, const struct rec_value *value,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool there = value[i].text != NULL;

		note(sum, &there, sizeof(there));
		note(sum, there ? value[i].text : "", value[i].len);
		note(sum, &value[i].field, sizeof(value[i].field));
		if (there)
			note(sum, &value[i].line, sizeof(value[i].line));
	}
}

static void note_record(struct sum *sum, const struct rec_in *in,
    const struct rec *record)
{
	note(sum, in->raw.blank, in->raw.blank_len);
	note(sum, in->raw.text, in->raw.len);
	note(sum, &in->raw.end, sizeof(in->raw.end));
	note(sum, &record->line, sizeof(record->line));
	note_values(sum, record->value, SLOTS);
	if (record->fault)
		note_error(sum, record->fault);
	if (in->options.all) {
		note_values(sum, record->all, record->count);
		for (size_t i = 0; i < record->count; i++)
			note(sum, record->names[i].text,
			    record->names[i].len);
	}
}

static rec_marks_fn *way(unsigned number)
{
	return number == 0 ? rec_marks_portable : rec_marks_x86(number - 1);
}

/* Any way of marking that this machine has must do. */
static void any_way(struct rec_in *in)
{
	struct rec_csv *csv = in->state;
	rec_marks_fn *fill = way(roll(1 + REC_MARKS_X86));

	if (csv && csv->scan.fill && fill)
		csv->scan.fill = fill;
}

static void read_all(struct sum *sum, int fd, bool plain, bool all,
    size_t block)
{
	struct rec_options options = help_options(REC_CSV);
	const struct rec *record;
	struct rec_in *in;
	enum rec_got got;

	options.plain = plain;
	options.all = all;
	options.block = block;
	sum->len = 0;
	ck_assert(lseek(fd, 0, SEEK_SET) == 0);
	in = rec_in_new(fd, &options);
	got = rec_start(in);
	any_way(in);
	while (got == REC_RECORD &&
	    (got = rec_next(in, &record)) == REC_RECORD) {
		note_record(sum, in, record);
	}
	note(sum, &got, sizeof(got));
	note(sum, in->raw.blank, in->raw.blank_len);
	note_error(sum, rec_in_error(in));
	rec_in_free(in);
}

START_TEST(equal_to_libcsv)
{
	static struct sum ours, theirs;
	static char text[1 << 15];

	seed(_i);
	for (int i = 0; i < help_times(2500); i++) {
		size_t len = make_file(text);
		int fd = help_file(text, len);
		bool all = roll(3) == 0;
		size_t block = roll(3) ? roll(64) + 1 : roll(2) ? 300 : 0;

		read_all(&theirs, fd, true, all, 0);
		read_all(&ours, fd, false, all, block);
		ck_assert_uint_eq(ours.len, theirs.len);
		ck_assert(!memcmp(ours.text, theirs.text, ours.len));
		read_all(&ours, fd, true, all, block);
		ck_assert_uint_eq(ours.len, theirs.len);
		ck_assert(!memcmp(ours.text, theirs.text, ours.len));
	}
}
END_TEST

/* Both readers side by side, for files of many blocks. */
static void read_both(struct rec_in *ours, struct rec_in *theirs)
{
	static struct sum our_sum, their_sum;
	enum rec_got got = rec_start(ours);
	const struct rec *record;

	any_way(ours);
	ck_assert_int_eq(rec_start(theirs), got);
	while (got == REC_RECORD) {
		our_sum.len = their_sum.len = 0;
		got = rec_next(ours, &record);
		if (got == REC_RECORD)
			note_record(&our_sum, ours, record);
		ck_assert_int_eq(rec_next(theirs, &record), got);
		if (got == REC_RECORD)
			note_record(&their_sum, theirs, record);
		note_error(&our_sum, rec_in_error(ours));
		note_error(&their_sum, rec_in_error(theirs));
		ck_assert_uint_eq(our_sum.len, their_sum.len);
		ck_assert(!memcmp(our_sum.text, their_sum.text, our_sum.len));
	}
	rec_in_free(ours);
	rec_in_free(theirs);
}

START_TEST(equal_on_long_files)
{
	static const unsigned oddities[] = { 0, 1, 5 };
	static const size_t blocks[] = { 0, 5000, 70000 };
	static char text[300000];
	struct rec_options options = help_options(REC_CSV);

	seed(_i + 200);
	for (int i = 0; i < 6; i++) {
		unsigned oddity = oddities[roll(3)];
		size_t len = add(text, "a,b,drop,c\n");
		struct rec_in *theirs;

		while (len < sizeof(text) - 400)
			len += add_record(text + len, oddity);
		options.all = roll(4) == 0;
		options.block = blocks[roll(3)];
		options.plain = true;
		theirs = rec_in_memory(text, len, &options);
		options.plain = false;
		read_both(rec_in_new(help_file(text, len), &options), theirs);
	}
}
END_TEST

/* Any bytes at all, mostly those that matter. */
START_TEST(equal_on_noise)
{
	static const char set[] = ",,,\"\"\r\n\nab ";
	static struct sum ours, theirs;
	char text[256];

	seed(_i + 10);
	for (int i = 0; i < help_times(6000); i++) {
		size_t len = 4 + roll(sizeof(text) - 4);
		size_t block = roll(2) ? roll(16) + 1 : 0;
		int fd;

		memcpy(text, "a,b\n", 4);
		for (size_t at = 4; at < len; at++)
			text[at] = set[roll(sizeof(set) - 1)];
		fd = help_file(text, len);
		read_all(&theirs, fd, true, i & 1, 0);
		read_all(&ours, fd, false, i & 1, block);
		ck_assert_uint_eq(ours.len, theirs.len);
		ck_assert(!memcmp(ours.text, theirs.text, ours.len));
	}
}
END_TEST

/* What of a text libcsv is to read, a byte at a time: no blanks around quotes,
 * and nothing from a record on that has text behind a closing quote.  Whether
 * there is one. */
static bool tidy(const char *text, size_t len, char *to, size_t *made)
{
	enum { AT_START, IN_TEXT, IN_QUOTES, MAYBE, CLOSED } at = AT_START;
	size_t first = 0;  /* of the record */
	size_t field = 0;  /* of the field, once it may begin with blanks */

	*made = 0;
	for (size_t i = 0; i < len; i++) {
		char c = text[i];
		bool blank = c == ' ' || c == '\t' || c == '\r';
		bool end = c == ',' || c == '\n';

		if (at == AT_START && c == '"')
			*made = field;
		if (at >= MAYBE && !blank && !end &&
		    (at == CLOSED || c != '"')) {
			*made = first;
			return true;
		}
		if (at < MAYBE || !blank)
			to[(*made)++] = c;
		if (at == IN_QUOTES)
			at = c == '"' ? MAYBE : IN_QUOTES;
		else if (end)
			at = AT_START;
		else if (at == MAYBE)
			at = c == '"' ? IN_QUOTES : CLOSED;
		else if (at == AT_START && !blank)
			at = c == '"' ? IN_QUOTES : IN_TEXT;
		if (at == AT_START && end)
			field = *made;
		if (at == AT_START && c == '\n')
			first = *made;
	}
	return false;
}

START_TEST(tidied_by_hand)
{
	static const struct {
		const char *text, *to;
		bool bad;
	} cases[] = {
		{ "a, \"b\" ,c\n", "a,\"b\",c\n", false },
		{ "a\n\"b\"c\nd\n", "a\n", true },
		{ "a\n\"b\" \"c\"\n", "a\n", true },
		{ " a\"b \n\"\"\"\"\r\n", " a\"b \n\"\"\"\"\n", false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char to[64];
		size_t made;

		ck_assert_int_eq(tidy(cases[i].text, strlen(cases[i].text), to,
		    &made), cases[i].bad);
		to[made] = '\0';
		ck_assert_str_eq(to, cases[i].to);
	}
}
END_TEST

/* What libcsv makes of a text that it gets at once, with no more help than to
 * be told what a blank and a line end is. */
static int pure_space(unsigned char byte)
{
	return byte == '\r';
}

static int pure_end(unsigned char byte)
{
	return byte == '\n';
}

static void pure_field(void *text, size_t len, void *data)
{
	struct sum *sum = data;

	note(sum, text, len);
}

static void pure_record(int end, void *data)
{
	struct sum *sum = data;

	(void)end;
	if (!sum->len || sum->text[sum->len - 1] != '\n')
		sum->text[sum->len++] = '\n';
}

static void read_pure(struct sum *sum, const char *text, size_t len)
{
	struct csv_parser parser;

	sum->len = 0;
	ck_assert_int_eq(csv_init(&parser, CSV_REPALL_NL), 0);
	csv_set_space_func(&parser, pure_space);
	csv_set_term_func(&parser, pure_end);
	ck_assert_uint_eq(csv_parse(&parser, text, len, pure_field,
	    pure_record, sum), len);
	csv_fini(&parser, pure_field, pure_record, sum);
	csv_free(&parser);
}

/* The same of our records, up to where a quote never closes. */
static enum rec_got read_ours(struct sum *sum, const char *text, size_t len,
    bool plain)
{
	struct rec_text names[] = { help_text("x"), help_text("y") };
	struct rec_options options = { .format = REC_CSV, .all = true,
		.columns = names, .column_count = 2, .plain = plain };
	struct rec_in *in = rec_in_memory(text, len, &options);
	enum rec_got got = rec_start(in);
	const struct rec *record;

	sum->len = 0;
	while (got == REC_RECORD &&
	    (got = rec_next(in, &record)) == REC_RECORD) {
		for (size_t i = 0; i < record->count; i++)
			note(sum, record->all[i].text, record->all[i].len);
		sum->text[sum->len++] = '\n';
	}
	rec_in_free(in);
	return got;
}

START_TEST(equal_to_libcsv_alone)
{
	static struct sum ours, theirs;
	static char text[1 << 15], tidied[1 << 15];

	seed(_i + 300);
	for (int i = 0; i < help_times(3000); i++) {
		size_t len = make_file(text);
		size_t mark = len > 3 && *text == '\xef' ? 3 : 0;
		enum rec_got got = read_ours(&ours, text, len, i & 1);
		bool bad = tidy(text + mark, len - mark, tidied, &len);

		read_pure(&theirs, tidied, len);
		ck_assert(!bad || got == REC_STOP);
		if (got == REC_END || bad)
			ck_assert_uint_eq(ours.len, theirs.len);
		ck_assert_uint_le(ours.len, theirs.len);
		ck_assert(!memcmp(ours.text, theirs.text, ours.len));
	}
}
END_TEST

/* What is cut out of the raw record against what libcsv decoded. */
static void compare_cut(const struct rec_in *in, const struct rec *record)
{
	struct rec_cut cut;
	size_t count = 0;

	rec_cut_start(&cut, in->raw.text, in->raw.len - in->raw.end);
	for (; rec_cut_next(&cut); count++) {
		const struct rec_value *value = &record->all[count];

		ck_assert_uint_lt(count, record->count);
		if (memchr(cut.field, '"', cut.len))
			continue;
		for (; cut.len && *cut.field == '\r'; cut.len--)
			cut.field++;
		while (cut.len && cut.field[cut.len - 1] == '\r')
			cut.len--;
		ck_assert_uint_eq(cut.len, value->len);
		ck_assert(!memcmp(cut.field, value->text, cut.len));
	}
	ck_assert_uint_eq(count, record->count);
}

START_TEST(cut_as_libcsv_does)
{
	static char text[1 << 15];

	seed(50);
	for (int i = 0; i < help_times(2000); i++) {
		size_t len = make_file(text);
		struct rec_options options = { .format = REC_CSV, .all = true };
		struct rec_in *in = rec_in_new(help_file(text, len), &options);
		enum rec_got got = rec_start(in);
		const struct rec *record;

		while (got == REC_RECORD) {
			got = rec_next(in, &record);
			if (got == REC_RECORD)
				compare_cut(in, record);
		}
		rec_in_free(in);
	}
}
END_TEST

/* What marks have to be, a byte at a time. */
struct model {
	struct rec_marks marks;
	uint32_t at[4096];
	uint64_t line[4096];
};

enum where { START, PLAIN, QUOTED, CLOSED, RETURN };

static void model_separator(struct model *model, uint32_t i, bool lf,
    uint64_t found)
{
	struct rec_marks *marks = &model->marks;

	if (lf)
		model->line[marks->lines++] = found |
		    marks->count << REC_LINE_BITS;
	model->at[marks->count++] = i;
}

/* Where a byte leads; odd is set when it must not be there. */
static enum where model_step(enum where at, char byte, bool *odd)
{
	bool end = byte == ',' || byte == '\n';

	if (at == QUOTED)
		return byte == '"' ? CLOSED : QUOTED;
	if (at == CLOSED && byte == '"')
		return QUOTED;
	*odd = at == RETURN ? byte != '\n' :
	    byte == '"' ? at == PLAIN : at == CLOSED && !end && byte != '\r';
	if (byte == '"')
		return QUOTED;
	return end ? START : byte == '\r' ? RETURN : PLAIN;
}

static void make_model(struct model *model, const char *text, uint32_t len)
{
	const uint64_t none = (uint64_t)UINT32_MAX << 32;
	uint64_t found = none;
	enum where at = START;

	model->marks = (struct rec_marks){ 0 };
	for (uint32_t i = 0; i < len && !model->marks.odd; i++) {
		enum where next = model_step(at, text[i], &model->marks.odd);

		if (model->marks.odd)
			break;
		found |= next == QUOTED ? REC_LINE_QUOTES : 0;
		if (next == QUOTED && at == CLOSED && found >> 32 == UINT32_MAX)
			found = (uint64_t)i << 32 | (uint32_t)found;
		if (next == QUOTED && text[i] == '\n')
			found |= REC_LINE_BREAKS;
		at = next;
		if (next != START)
			continue;
		model_separator(model, i, text[i] == '\n', found);
		if (text[i] == '\n')
			found = none;
	}
}

/* Of an entry all but the quotes is exact, and these are there if they are. */
static void compare_marks(const struct rec_marks *ours,
    const struct model *model)
{
	const struct rec_marks *theirs = &model->marks;

	ck_assert_int_eq(ours->odd, theirs->odd);
	ck_assert_uint_eq(ours->count, theirs->count);
	ck_assert_uint_eq(ours->lines, theirs->lines);
	ck_assert(!memcmp(ours->at, model->at,
	    ours->count * sizeof(*ours->at)));
	for (size_t i = 0; i < ours->lines; i++)
		ck_assert(ours->line[i] == model->line[i] ||
		    ours->line[i] == (model->line[i] | REC_LINE_QUOTES));
}

static void compare_ways(const char *text, size_t len)
{
	static struct model model;
	struct rec_marks marks = { 0 };

	make_model(&model, text, (uint32_t)len);
	for (unsigned i = 0; i <= REC_MARKS_X86; i++) {
		/* Just so much room, for the sanitizers to see. */
		ck_assert(rec_marks_room(&marks, len + 1));
		if (!way(i))
			continue;
		way(i)(&marks, text, len);
		compare_marks(&marks, &model);
		rec_marks_free(&marks);
	}
}

START_TEST(marks_on_noise)
{
	static const char set[] = ",,,\"\"\r\n\n";

	seed(99);
	for (int i = 0; i < help_times(20000); i++) {
		size_t len = roll(400);
		unsigned sparse = roll(12) + 1;
		char *text = malloc(len + 1);

		for (size_t at = 0; at < len; at++)
			text[at] = roll(sparse) ? (char)roll(256) :
			    set[roll(sizeof(set) - 1)];
		compare_ways(text, len);
		free(text);
	}
}
END_TEST

START_TEST(marks_on_files)
{
	static char text[1 << 15];

	seed(_i + 100);
	for (int i = 0; i < help_times(5000); i++) {
		size_t len = make_file(text);
		size_t from = roll(3) ? 0 : roll((unsigned)len + 1);

		compare_ways(text + from, len - from < 4096 ? len - from :
		    4096);
	}
}
END_TEST

START_TEST(the_best_way_is_one_of_them)
{
	bool found = false;

	for (unsigned i = 0; i <= REC_MARKS_X86; i++)
		found |= way(i) && way(i) == rec_marks_best();
	ck_assert(found);
}
END_TEST

static Suite *suite(void)
{
	Suite *all = suite_create("rec_hybrid");
	TCase *tests = tcase_create("hybrid");

	tcase_set_timeout(tests, 60);
	tcase_add_test(tests, marks_on_noise);
	tcase_add_loop_test(tests, marks_on_files, 0, 2);
	tcase_add_test(tests, the_best_way_is_one_of_them);
	tcase_add_test(tests, cut_as_libcsv_does);
	tcase_add_test(tests, tidied_by_hand);
	tcase_add_loop_test(tests, equal_to_libcsv_alone, 0, 2);
	tcase_add_loop_test(tests, equal_to_libcsv, 0, 2);
	tcase_add_loop_test(tests, equal_on_noise, 0, 1);
	tcase_add_loop_test(tests, equal_on_long_files, 0, 2);
	suite_add_tcase(all, tests);
	return all;
}
