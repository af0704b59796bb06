/* SPDX-License-Identifier: MIT */
/*
 * mark_block.h - from what stands where in 64 bytes to the separators among
 * them: all that is quoted is masked out, and what is not well-formed is found,
 * by a few operations on whole words.  Shared by mark.c and mark_x86.c, which
 * look at the bytes each in its way; everything here is inlined into them.
 *
 * Inside of quotes is where the count of quotes so far is odd.  That is a guess
 * which a stray quote upsets; so it is checked, too, that a quote opens behind
 * a separator only (or another quote), that one stands behind where it closes,
 * and that a CR outside has its LF.  Up to the first place where this does not
 * hold there is one way only to read the text; behind it nothing is marked.
 */
#ifndef MARK_BLOCK_H
#define MARK_BLOCK_H

#include "rec_csv.h"

#define MARK_INLINE static inline __attribute__((always_inline))
#define MARK_APART static __attribute__((noinline))

#define MARK_BLOCK 64

/* What stands where, a bit a byte; any: one of these, or a CR. */
struct mark_bits {
	uint64_t any, comma, lf, quote;
};

/* What the text before a block means for it.  Of the words but inside the top
 * bit counts, which stands for the byte right before. */
struct mark_before {
	uint64_t inside; /* all ones: in quotes */
	uint64_t mark;   /* any of the bytes, or a quoted one; so is the start */
	uint64_t close;  /* closing quotes */
	uint64_t cr;     /* outside of quotes */
	uint64_t busy;   /* inside or any of the last two */
	uint64_t found;  /* in the record so far, as its entry will have it */
};

/* What a block comes down to. */
struct mark_seps {
	uint64_t all;    /* separators */
	uint64_t lf;     /* those of them that end records */
	uint64_t breaks; /* LFs in quotes */
	uint64_t twice;  /* second ones of two quotes */
	uint64_t odd;    /* what is not well-formed; behind it is nothing */
};

/* No quotes, let alone two for one. */
#define MARK_NONE ((uint64_t)UINT32_MAX << 32)

#define MARK_START { .mark = UINT64_MAX, .found = MARK_NONE }

/* The bits of each byte said of the one behind it. */
MARK_INLINE uint64_t mark_next(uint64_t bits, uint64_t before)
{
	return bits << 1 | before >> 63;
}

/* The quotes up to a byte are odd. */
MARK_INLINE uint64_t mark_within(uint64_t quote)
{
	for (int shift = 1; shift < MARK_BLOCK; shift *= 2)
		quote ^= quote << shift;
	return quote;
}

/* Bytes that are no marks stand neither before a quote that opens nor behind
 * one that closes, and nothing but LFs behind CRs. */
MARK_INLINE struct mark_seps mark_split(struct mark_before *before,
    const struct mark_bits *bits, uint64_t within)
{
	uint64_t inside = within ^ before->inside;
	uint64_t open = bits->quote & inside;
	uint64_t close = bits->quote ^ open;
	uint64_t closed = mark_next(close, before->close);
	uint64_t mark = bits->any | inside;
	uint64_t cr = (bits->any ^ bits->comma ^ bits->lf ^ bits->quote) &
	    ~inside;
	struct mark_seps seps = {
		.all = (bits->comma | bits->lf) & ~inside,
		.lf = bits->lf & ~inside,
		.breaks = bits->lf & inside,
		.twice = open & closed,
		.odd = (open & ~mark_next(mark, before->mark)) |
		    (closed & ~mark),
	};

	if (cr | before->cr)
		seps.odd |= mark_next(cr, before->cr) & ~seps.lf;
	before->inside = -(inside >> 63);
	before->mark = mark;
	before->close = close;
	before->cr = cr;
	before->busy = (inside | close | cr) >> 63;
	if (seps.odd) {
		uint64_t good = (seps.odd & -seps.odd) - 1;

		seps.all &= good;
		seps.lf &= good;
	}
	return seps;
}

MARK_INLINE unsigned mark_ones(uint64_t bits)
{
	bits -= bits >> 1 & 0x5555555555555555u;
	bits = (bits & 0x3333333333333333u) + (bits >> 2 & 0x3333333333333333u);
	bits = (bits + (bits >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return (unsigned)((bits * 0x0101010101010101u) >> 56);
}

/* A run over a text: what it has made and what it must know to go on. */
struct mark_run {
	struct mark_before before;
	uint32_t *at;    /* where the next separator goes */
	uint64_t *line;  /* where the next entry goes */
	uint32_t from;   /* the block's offset */
	size_t count;    /* of separators before it */
};

/* The entry of the LF that is the lowest bit of lf. */
MARK_INLINE void mark_line(struct mark_run *run, uint64_t all, uint64_t lf,
    uint64_t found)
{
	size_t number = run->count + mark_ones(all & ((lf & -lf) - 1));

	*run->line++ = found + ((uint32_t)number << REC_LINE_BITS);
}

/* Which separators of a block are LFs, when nothing but quotes is to be said of
 * it; that may be said of more records than have them. */
MARK_INLINE void mark_lines(struct mark_run *run, uint64_t all, uint64_t lf,
    uint64_t quotes)
{
	uint64_t found = run->before.found | quotes;

	for (; lf; lf &= lf - 1) {
		mark_line(run, all, lf, found);
		found = MARK_NONE | quotes;
	}
	run->before.found = found;
}

/* Adds what is in a part of the block to what was found before. */
MARK_INLINE void mark_found(struct mark_run *run, const struct mark_seps *seps,
    uint64_t part)
{
	uint64_t twice = seps->twice & part;
	uint64_t found = run->before.found | REC_LINE_QUOTES |
	    (seps->breaks & part ? REC_LINE_BREAKS : 0);

	if (twice && rec_line_twice(found) == UINT32_MAX) {
		uint32_t at = run->from + mark_ones((twice & -twice) - 1);

		found = (uint64_t)at << 32 | (uint32_t)found;
	}
	run->before.found = found;
}

/* The same for any block. */
MARK_INLINE void mark_lines_quoted(struct mark_run *run,
    const struct mark_seps *seps)
{
	uint64_t part = UINT64_MAX;

	for (uint64_t lf = seps->lf; lf; lf &= lf - 1) {
		uint64_t above = -((lf & -lf) << 1);

		mark_found(run, seps, part & ~above);
		mark_line(run, seps->all, lf, run->before.found);
		run->before.found = MARK_NONE;
		part = above;
	}
	mark_found(run, seps, part);
}

/* All that there is to a block with quotes but noting its separators. */
MARK_INLINE struct mark_seps mark_judge(struct mark_run *run,
    const struct mark_bits bits, uint64_t within)
{
	struct mark_seps seps = mark_split(&run->before, &bits, within);

	if (seps.breaks | seps.twice)
		mark_lines_quoted(run, &seps);
	else
		mark_lines(run, seps.all, seps.lf,
		    bits.quote ? REC_LINE_QUOTES : 0);
	return seps;
}

/* A walk over a text in blocks, the last of which is a copy with nothing behind
 * the end of the text. */
struct mark_walk {
	const char *at;
	const char *end;  /* of the whole blocks */
	size_t rest;      /* bytes behind them */
	uint32_t from;    /* offset of at */
};

MARK_INLINE void mark_walk(struct mark_walk *walk, const char *text, size_t len)
{
	walk->rest = len % MARK_BLOCK;
	walk->at = text;
	walk->end = text + (len - walk->rest);
	walk->from = 0;
}

MARK_INLINE bool mark_walk_rest(struct mark_walk *walk, char copy[MARK_BLOCK])
{
	if (!walk->rest)
		return false;
	memset(copy, 0, MARK_BLOCK);
	memcpy(copy, walk->end, walk->rest);
	walk->rest = 0;
	walk->at = copy;
	walk->end = copy + MARK_BLOCK;
	return true;
}

MARK_INLINE void mark_walk_on(struct mark_walk *walk)
{
	walk->at += MARK_BLOCK;
	walk->from += MARK_BLOCK;
}

/* A way of looking at a block.  All of it is inlined but quoted(), which is
 * kept apart so that what most blocks need is left in registers. */
struct mark_way {
	uint64_t (*any)(const char *text, uint64_t *comma);
	uint64_t (*equal)(const char *text, char byte);
	uint32_t *(*put)(uint32_t *to, uint64_t bits, uint32_t from);
	uint64_t (*quoted)(struct mark_run *run, uint64_t any, uint64_t comma,
	    uint64_t lf, uint64_t quote);
};

/* Most blocks have only commas; in few there is more than LFs beside them.
 * What is odd in the last block may be the text's end, cut off. */
MARK_INLINE void mark_all(struct rec_marks *marks, const char *text, size_t len,
    const struct mark_way way)
{
	struct mark_run run = { .before = MARK_START, .at = marks->at,
		.line = marks->line };
	struct mark_walk walk;
	char copy[MARK_BLOCK];
	uint64_t odd = 0;

	mark_walk(&walk, text, len);
	for (; !odd; mark_walk_on(&walk)) {
		uint64_t any, comma, lf;

		if (walk.at == walk.end && !mark_walk_rest(&walk, copy))
			break;
		any = way.any(walk.at, &comma);
		if (any == comma && !run.before.busy) {
			run.before.mark = any;
			run.at = way.put(run.at, any, walk.from);
			continue;
		}
		run.from = walk.from;
		run.count = (size_t)(run.at - marks->at);
		lf = way.equal(walk.at, '\n');
		if (any == (comma | lf) && !run.before.busy) {
			run.before.mark = any;
			mark_lines(&run, any, lf, 0);
			run.at = way.put(run.at, any, walk.from);
			continue;
		}
		odd = way.quoted(&run, any, comma, lf,
		    way.equal(walk.at, '"'));
	}
	marks->count = (size_t)(run.at - marks->at);
	marks->lines = (size_t)(run.line - marks->line);
	marks->odd = odd && run.from + mark_ones((odd & -odd) - 1) < len;
}

#endif
