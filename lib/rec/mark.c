/* SPDX-License-Identifier: MIT */
/*
 * mark.c - where the bytes stand that can mean something in a CSV: the commas,
 * and apart from them quotes and line ends.  It does not know what they mean
 * there; that is decided in scan.c.
 *
 * Two lists are made in one pass without a branch a byte: the marks, and which
 * of them are not commas.  A record without quotes is then found by looking at
 * one entry of the second list, and any of its fields by two of the first.
 */
#include "rec_csv.h"

#include <stdlib.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

bool rec_marks_room(struct rec_marks *marks, size_t len)
{
	if (len <= marks->cap)
		return true;
	rec_marks_free(marks);
	if (len > UINT32_MAX / 2)
		return false;
	/* One before the first, for where a record starts. */
	marks->block = malloc((len + 1) * sizeof(*marks->block));
	marks->odd = malloc(len * sizeof(*marks->odd));
	if (!marks->block || !marks->odd)
		return false;
	marks->at = marks->block + 1;
	marks->cap = len;
	return true;
}

void rec_marks_free(struct rec_marks *marks)
{
	free(marks->block);
	free(marks->odd);
	*marks = (struct rec_marks){ 0 };
}

enum { MARK = 1, ODD = 2 };

static const unsigned char kind[256] = {
	[','] = MARK, ['"'] = MARK | ODD, ['\r'] = MARK | ODD,
	['\n'] = MARK | ODD,
};

/* Goes on behind what is marked, over text[from..len). */
static void mark_bytes(struct rec_marks *marks, const char *text, size_t from,
    size_t len)
{
	size_t count = marks->count;
	size_t odds = marks->odds;

	for (size_t i = from; i < len; i++) {
		unsigned is = kind[(unsigned char)text[i]];

		marks->at[count] = (uint32_t)i;
		marks->odd[odds] = (uint32_t)count;
		count += is & MARK;
		odds += is >> 1;
	}
	marks->count = count;
	marks->odds = odds;
}

void rec_marks_portable(struct rec_marks *marks, const char *text, size_t len)
{
	marks->count = 0;
	marks->odds = 0;
	mark_bytes(marks, text, 0, len);
}

#ifdef __SSE2__

struct bits {
	uint64_t mark;
	uint64_t odd;
};

static inline void look_at_16(const char *text, unsigned shift,
    struct bits *bits)
{
	__m128i in = _mm_loadu_si128((const __m128i *)(const void *)text);
	__m128i odd = _mm_or_si128(
	    _mm_cmpeq_epi8(in, _mm_set1_epi8('"')),
	    _mm_or_si128(_mm_cmpeq_epi8(in, _mm_set1_epi8('\n')),
	        _mm_cmpeq_epi8(in, _mm_set1_epi8('\r'))));
	__m128i mark = _mm_or_si128(odd,
	    _mm_cmpeq_epi8(in, _mm_set1_epi8(',')));

	bits->odd |= (uint64_t)(unsigned)_mm_movemask_epi8(odd) << shift;
	bits->mark |= (uint64_t)(unsigned)_mm_movemask_epi8(mark) << shift;
}

static inline unsigned ones(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return (unsigned)((bits * 0x0101010101010101u) >> 56);
}

static inline void put_marks(struct rec_marks *marks, uint64_t mark,
    size_t from)
{
	uint32_t *to = marks->at + marks->count;

	for (; mark; mark &= mark - 1)
		*to++ = (uint32_t)from + (uint32_t)__builtin_ctzll(mark);
	marks->count = (size_t)(to - marks->at);
}

/* With several odd ones, counting on beats counting the bits before each. */
static inline void put_both(struct rec_marks *marks, struct bits bits,
    size_t from)
{
	size_t count = marks->count;
	size_t odds = marks->odds;

	for (; bits.mark; bits.mark &= bits.mark - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(bits.mark);

		marks->at[count] = (uint32_t)from + bit;
		marks->odd[odds] = (uint32_t)count++;
		odds += bits.odd >> bit & 1;
	}
	marks->count = count;
	marks->odds = odds;
}

static inline void put_bits(struct rec_marks *marks, struct bits bits,
    size_t from)
{
	uint64_t before = (bits.odd & -bits.odd) - 1;

	if (bits.odd & (bits.odd - 1)) {
		put_both(marks, bits, from);
		return;
	}
	if (bits.odd)
		marks->odd[marks->odds++] = (uint32_t)marks->count +
		    ones(bits.mark & before);
	put_marks(marks, bits.mark, from);
}

void rec_marks_fill(struct rec_marks *marks, const char *text, size_t len)
{
	struct rec_marks to = *marks; /* in registers */
	size_t from;

	to.count = 0;
	to.odds = 0;
	for (from = 0; len - from >= 64; from += 64) {
		struct bits bits = { 0, 0 };

		look_at_16(text + from, 0, &bits);
		look_at_16(text + from + 16, 16, &bits);
		look_at_16(text + from + 32, 32, &bits);
		look_at_16(text + from + 48, 48, &bits);
		put_bits(&to, bits, from);
	}
	mark_bytes(&to, text, from, len);
	*marks = to;
}

#else

void rec_marks_fill(struct rec_marks *marks, const char *text, size_t len)
{
	rec_marks_portable(marks, text, len);
}

#endif
