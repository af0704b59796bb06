/* SPDX-License-Identifier: MIT */
/*
 * mark_x86.c - the separators of a CSV by SSE2, which every x86-64 has, or by
 * AVX2, which the machine is asked for.  Must mark what mark.c marks.
 */
#include "mark_block.h"

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>

/* -- SSE2 --------------------------------------------------------------- */

static inline __m128i sse2_load(const char *text)
{
	return _mm_loadu_si128((const __m128i *)(const void *)text);
}

static inline __m128i sse2_is(__m128i in, char byte)
{
	return _mm_cmpeq_epi8(in, _mm_set1_epi8(byte));
}

static inline uint64_t sse2_mask(__m128i is, int shift)
{
	return (uint64_t)(unsigned)_mm_movemask_epi8(is) << shift;
}

static inline uint64_t sse2_any(const char *text, uint64_t *comma)
{
	uint64_t any = 0;

	*comma = 0;
	for (int i = 0; i < MARK_BLOCK; i += 16) {
		__m128i in = sse2_load(text + i), is = sse2_is(in, ',');

		*comma |= sse2_mask(is, i);
		is = _mm_or_si128(_mm_or_si128(is, sse2_is(in, '"')),
		    _mm_or_si128(sse2_is(in, '\r'), sse2_is(in, '\n')));
		any |= sse2_mask(is, i);
	}
	return any;
}

static inline uint64_t sse2_equal(const char *text, char byte)
{
	uint64_t bits = 0;

	for (int i = 0; i < MARK_BLOCK; i += 16)
		bits |= sse2_mask(sse2_is(sse2_load(text + i), byte), i);
	return bits;
}

static inline uint32_t *sse2_put(uint32_t *to, uint64_t bits, uint32_t from)
{
	for (; bits; bits &= bits - 1)
		*to++ = from + (uint32_t)__builtin_ctzll(bits);
	return to;
}

MARK_APART uint64_t sse2_quoted(struct mark_run *run, uint64_t any,
    uint64_t comma, uint64_t lf, uint64_t quote)
{
	struct mark_seps seps = mark_judge(run,
	    (struct mark_bits){ any, comma, lf, quote }, mark_within(quote));

	run->at = sse2_put(run->at, seps.all, run->from);
	return seps.odd;
}

static void sse2_marks(struct rec_marks *marks, const char *text, size_t len)
{
	mark_all(marks, text, len, (struct mark_way){ sse2_any, sse2_equal,
	    sse2_put, sse2_quoted });
}

/* -- AVX2 --------------------------------------------------------------- */

#define AVX2 __attribute__((target("avx2,bmi,popcnt,pclmul")))

AVX2 static inline __m256i avx2_load(const char *text)
{
	return _mm256_loadu_si256((const __m256i *)(const void *)text);
}

AVX2 static inline uint64_t avx2_same(__m256i low, __m256i high, __m256i as_low,
    __m256i as_high)
{
	__m256i is_low = _mm256_cmpeq_epi8(low, as_low);
	__m256i is_high = _mm256_cmpeq_epi8(high, as_high);

	return (uint64_t)(uint32_t)_mm256_movemask_epi8(is_high) << 32 |
	    (uint32_t)_mm256_movemask_epi8(is_low);
}

AVX2 static inline uint64_t avx2_equal(const char *text, char byte)
{
	__m256i as = _mm256_set1_epi8(byte);

	return avx2_same(avx2_load(text), avx2_load(text + 32), as, as);
}

/* The four bytes differ in their low halves, by which a table gives the one of
 * them that a byte can be. */
AVX2 static inline uint64_t avx2_any(const char *text, uint64_t *comma)
{
	const __m256i only = _mm256_setr_epi8(
	    -1, 0, '"', 0, 0, 0, 0, 0, 0, 0, '\n', 0, ',', '\r', 0, 0,
	    -1, 0, '"', 0, 0, 0, 0, 0, 0, 0, '\n', 0, ',', '\r', 0, 0);
	__m256i low = avx2_load(text), high = avx2_load(text + 32);

	*comma = avx2_equal(text, ',');
	return avx2_same(low, high, _mm256_shuffle_epi8(only, low),
	    _mm256_shuffle_epi8(only, high));
}

AVX2 static inline uint64_t avx2_within(uint64_t quote)
{
	__m128i all = _mm_set1_epi8(-1);
	__m128i sum = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)quote),
	    all, 0);

	return (uint64_t)_mm_cvtsi128_si64(sum);
}

/* The number of the lowest bit, 64 when there is none.  Said in assembler, as
 * gcc clears the register first for the sake of machines that are gone. */
AVX2 static inline uint32_t avx2_lowest(uint64_t bits)
{
	uint64_t lowest;

	__asm__("tzcnt %1, %0" : "=r"(lowest) : "r"(bits) : "cc");
	return (uint32_t)lowest;
}

/* Some at a time, of which those beyond the last are written over: to ask for
 * each whether it is there costs more.  Volatile, or gcc makes a vector out of
 * single numbers, which costs more, too. */
AVX2 static inline uint32_t *avx2_put(uint32_t *to, uint64_t bits,
    uint32_t from)
{
	uint32_t *end = to + _mm_popcnt_u64(bits);

	for (volatile uint32_t *at = to; at < end; at += REC_MARK_STEP) {
		at[0] = from + avx2_lowest(bits);
		bits = _blsr_u64(bits);
		at[1] = from + avx2_lowest(bits);
		bits = _blsr_u64(bits);
		at[2] = from + avx2_lowest(bits);
		bits = _blsr_u64(bits);
		at[3] = from + avx2_lowest(bits);
		bits = _blsr_u64(bits);
	}
	return end;
}

AVX2 MARK_APART uint64_t avx2_quoted(struct mark_run *run, uint64_t any,
    uint64_t comma, uint64_t lf, uint64_t quote)
{
	struct mark_seps seps = mark_judge(run,
	    (struct mark_bits){ any, comma, lf, quote }, avx2_within(quote));

	run->at = avx2_put(run->at, seps.all, run->from);
	return seps.odd;
}

AVX2 static void avx2_marks(struct rec_marks *marks, const char *text,
    size_t len)
{
	mark_all(marks, text, len, (struct mark_way){ avx2_any, avx2_equal,
	    avx2_put, avx2_quoted });
}

static bool has_avx2(void)
{
	return __builtin_cpu_supports("avx2") &&
	    __builtin_cpu_supports("bmi") &&
	    __builtin_cpu_supports("popcnt") &&
	    __builtin_cpu_supports("pclmul");
}

rec_marks_fn *rec_marks_x86(unsigned number)
{
	if (number == 0)
		return sse2_marks;
	return number == 1 && has_avx2() ? avx2_marks : NULL;
}

#else

rec_marks_fn *rec_marks_x86(unsigned number)
{
	(void)number;
	return NULL;
}

#endif
