/* SPDX-License-Identifier: MIT */
/*
 * test_rec_row.c - a row written by hand is the row of its cells, byte for
 * byte, wherever it stands.
 */
#include "suite.h"

#include "rec_help.h"

#define CELLS 6
#define LONGEST 70

static uint32_t seed = 20150101;

static uint32_t roll(uint32_t n)
{
	seed = seed * 1664525 + 1013904223;
	return (seed >> 8) % n;
}

/* Mostly plain; each odd byte on its own, at all places of all lengths. */
static size_t some_cell(char *to)
{
	static const char odd[] = ",\"\r\n;' \xc3";
	size_t len = roll(LONGEST);

	for (size_t i = 0; i < len; i++)
		to[i] = (char)('a' + roll(26));
	for (uint32_t n = roll(3); n > 0 && len > 0; n--)
		to[roll((uint32_t)len)] = odd[roll(sizeof(odd) - 1)];
	return len;
}

static int put_by_hand(struct rec_out *out, const struct rec_text *cell,
    size_t n)
{
	size_t room = 0;
	char *to;

	for (size_t i = 0; i < n; i++)
		room += REC_CELL_ROOM(cell[i].len) + 1;
	to = rec_row_start(out, room);
	if (!to)
		return -1;
	for (size_t i = 0; i < n; i++) {
		char spare[LONGEST + REC_SPARE];
		bool plain;

		memcpy(spare, cell[i].text, cell[i].len);
		plain = rec_cell_is_plain(spare, cell[i].len);
		if (i > 0)
			*to++ = ',';
		if (i % 2) { /* a text with something odd behind it */
			memset(spare + cell[i].len, '"', REC_SPARE);
			to = rec_row_padded(to, spare, cell[i].len);
			continue;
		}
		if (!plain) {
			to = rec_row_cell(to, cell[i].text, cell[i].len);
			ck_assert_int_eq(to[-1], '"');
			continue;
		}
		/* What is beyond the end may be touched. */
		memset(to, ',', cell[i].len + REC_SPARE);
		memcpy(to, cell[i].text, cell[i].len);
		to += cell[i].len;
	}
	return rec_row_end(out, to);
}

/* Rows into a file, by hand or not; between them, now and then, a record that
 * has no line end. */
static size_t rows(bool by_hand, bool held, int count, char *to, size_t size)
{
	struct rec_options options = help_options(REC_CSV);
	FILE *file = tmpfile();
	struct rec_out *out = rec_out_new(fileno(file), REC_CSV);
	struct rec_out *into = held ? rec_out_pending() : out;
	size_t len;

	seed = 20150101;
	for (int i = 0; i < count; i++) {
		char text[CELLS][LONGEST];
		struct rec_text cell[CELLS];
		size_t n = 1 + roll(CELLS);

		for (size_t k = 0; k < n; k++)
			cell[k] = (struct rec_text){text[k],
			    some_cell(text[k])};
		ck_assert_int_eq(by_hand ? put_by_hand(into, cell, n) :
		    rec_put_row(into, NULL, cell, n), 0);
		if (roll(50) == 0) {
			struct rec_in *in = rec_in_memory("a\n1", 3,
			    &options);
			const struct rec *record;

			ck_assert_int_eq(rec_start(in), REC_RECORD);
			ck_assert_int_eq(rec_next(in, &record), REC_RECORD);
			ck_assert_int_eq(rec_put_record(into, in, NULL, NULL,
			    0), 0);
			rec_in_free(in);
		}
	}
	if (held) {
		ck_assert_int_eq(rec_put_pending(out, into), 0);
		rec_out_free(into);
	}
	ck_assert_int_eq(rec_flush(out), 0);
	len = help_read(fileno(file), to, size);
	rec_out_free(out);
	fclose(file);
	return len;
}

START_TEST(equal_to_cells)
{
	static char one[1 << 20], two[1 << 20];
	size_t len = rows(false, _i, 3000, one, sizeof(one));

	ck_assert_uint_gt(len, 300000); /* more than is held at once */
	ck_assert_uint_eq(rows(true, _i, 3000, two, sizeof(two)), len);
	ck_assert(!memcmp(one, two, len));
}
END_TEST

START_TEST(quotes_at_any_place)
{
	for (size_t len = 0; len < LONGEST; len++) {
		char text[LONGEST + REC_SPARE];

		/* Beyond the end everything is odd. */
		memset(text, ',', sizeof(text));
		memset(text, 'x', len);
		ck_assert(rec_cell_is_plain(text, len));
		for (size_t i = 0; i < len; i++) {
			text[i] = ",\"\r\n"[i % 4];
			ck_assert(!rec_cell_is_plain(text, len));
			text[i] = 'x';
		}
	}
}
END_TEST

START_TEST(no_room_is_said)
{
	struct rec_out *out = rec_out_new(-1, REC_CSV);
	struct rec_text cell = help_text("1");
	char *to = rec_row_start(out, 10);

	ck_assert_ptr_nonnull(to);
	ck_assert_int_eq(rec_row_end(out, rec_row_cell(to, "1", 1)), 0);
	ck_assert_int_ne(rec_flush(out), 0); /* it is no descriptor */
	ck_assert_ptr_null(rec_row_start(out, 10));
	ck_assert_int_ne(rec_put_row(out, NULL, &cell, 1), 0);
	rec_out_free(out);
	out = rec_out_new(-1, REC_CSV);
	ck_assert_ptr_null(rec_row_start(out, SIZE_MAX / 2));
	ck_assert_int_eq(rec_out_error(out)->code, REC_E_MEMORY);
	rec_out_free(out);
}
END_TEST

static Suite *suite(void)
{
	Suite *all = suite_create("rec_row");
	TCase *tests = tcase_create("row");

	tcase_set_timeout(tests, 60);
	tcase_add_loop_test(tests, equal_to_cells, 0, 2);
	tcase_add_test(tests, quotes_at_any_place);
	tcase_add_test(tests, no_room_is_said);
	suite_add_tcase(all, tests);
	return all;
}
