/* SPDX-License-Identifier: MIT */
/*
 * mark.c - where the separators of a CSV stand: commas and line ends that are
 * not in quotes.  Portable; the faster ways are in mark_x86.c.
 *
 * Two lists are made in one pass: the separators, and which of them end
 * records.  The fields of a record are then found by looking at two entries of
 * the first list each, whether they are quoted or not.
 */
#include "mark_block.h"

#include <stdlib.h>

bool rec_marks_room(struct rec_marks *marks, size_t len)
{
	if (len <= marks->cap)
		return true;
	rec_marks_free(marks);
	if (len > UINT32_MAX / 4)
		return false;
	/* One before the first, for where the first record starts, and behind
	 * the last what a whole step may write. */
	marks->block = malloc((len + 1 + REC_MARK_STEP) *
	    sizeof(*marks->block));
	marks->line = malloc(len * sizeof(*marks->line));
	if (!marks->block || !marks->line) {
		rec_marks_free(marks);
		return false;
	}
	marks->at = marks->block + 1;
	marks->cap = len;
	return true;
}

void rec_marks_free(struct rec_marks *marks)
{
	free(marks->block);
	free(marks->line);
	*marks = (struct rec_marks){ 0 };
}

/* -- Eight bytes at a time ---------------------------------------------- */

/* The first one lowest; compilers know this for one load. */
static inline uint64_t eight(const char *text)
{
	const unsigned char *byte = (const unsigned char *)text;

	return (uint64_t)byte[0] | (uint64_t)byte[1] << 8 |
	    (uint64_t)byte[2] << 16 | (uint64_t)byte[3] << 24 |
	    (uint64_t)byte[4] << 32 | (uint64_t)byte[5] << 40 |
	    (uint64_t)byte[6] << 48 | (uint64_t)byte[7] << 56;
}

/* The top bit of each byte that is not the one sought. */
static inline uint64_t mark_differs(uint64_t word, unsigned char byte)
{
	const uint64_t low = 0x7f7f7f7f7f7f7f7fu;
	uint64_t off = word ^ byte * 0x0101010101010101u;

	return ((off & low) + low) | off;
}

/* The bytes whose top bits are not set, as eight bits. */
static inline uint64_t mark_clear(uint64_t tops)
{
	uint64_t ones = ~tops >> 7 & 0x0101010101010101u;

	return ones * 0x0102040810204080u >> 56;
}

static inline uint64_t any(const char *text, uint64_t *comma)
{
	uint64_t bits = 0;

	*comma = 0;
	for (int i = 0; i < MARK_BLOCK; i += 8) {
		uint64_t word = eight(text + i);
		uint64_t no_comma = mark_differs(word, ',');
		uint64_t none = no_comma & mark_differs(word, '"') &
		    mark_differs(word, '\r') & mark_differs(word, '\n');

		*comma |= mark_clear(no_comma) << i;
		bits |= mark_clear(none) << i;
	}
	return bits;
}

static inline uint64_t equal(const char *text, char byte)
{
	uint64_t bits = 0;

	for (int i = 0; i < MARK_BLOCK; i += 8)
		bits |= mark_clear(mark_differs(eight(text + i),
		    (unsigned char)byte)) << i;
	return bits;
}

/* The number of a bit alone, by a number whose pieces of six bits differ. */
static inline uint32_t mark_number(uint64_t bit)
{
	static const unsigned char of[64] = {
		0, 1, 2, 53, 3, 7, 54, 27, 4, 38, 41, 8, 34, 55, 48, 28,
		62, 5, 39, 46, 44, 42, 22, 9, 24, 35, 59, 56, 49, 18, 29, 11,
		63, 52, 6, 26, 37, 40, 33, 47, 61, 45, 43, 21, 23, 58, 17, 10,
		51, 25, 36, 32, 60, 20, 57, 16, 50, 31, 19, 15, 30, 14, 13, 12,
	};

	return of[bit * 0x022fdd63cc95386du >> 58];
}

static inline uint32_t *mark_put(uint32_t *to, uint64_t bits, uint32_t from)
{
	for (; bits; bits &= bits - 1)
		*to++ = from + mark_number(bits & -bits);
	return to;
}

MARK_APART uint64_t quoted(struct mark_run *run, uint64_t any_of,
    uint64_t comma, uint64_t lf, uint64_t quote)
{
	struct mark_seps seps = mark_judge(run,
	    (struct mark_bits){ any_of, comma, lf, quote },
	    mark_within(quote));

	run->at = mark_put(run->at, seps.all, run->from);
	return seps.odd;
}

void rec_marks_portable(struct rec_marks *marks, const char *text, size_t len)
{
	mark_all(marks, text, len,
	    (struct mark_way){ any, equal, mark_put, quoted });
}

/* ----------------------------------------------------------------------- */

rec_marks_fn *rec_marks_best(void)
{
	rec_marks_fn *best = rec_marks_portable;

	for (unsigned i = 0; i < REC_MARKS_X86; i++)
		if (rec_marks_x86(i))
			best = rec_marks_x86(i);
	return best;
}
