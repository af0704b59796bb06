/* SPDX-License-Identifier: MIT */
/*
 * share.c - several readers on one CSV: blocks of whole records go from the
 * reader of the input to others, each of which may be another thread's.
 *
 * Where a block ends is a guess, the last LF outside of quotes by counting
 * them, which a stray quote upsets.  Whoever reads a block can tell: its reader
 * comes to the end just where a record has ended, or it stops.  As a block that
 * ends with a record makes the next one begin with one, reading blocks in turn
 * until one of them does not end so reads what one reader alone would have
 * read; from there on the blocks go back, and one reader goes on.
 */
#include "rec_csv.h"

#include <stdlib.h>

/* -- Cutting ------------------------------------------------------------ */

/* So many of one byte: in pieces, whose sums a compiler can keep in vectors. */
static size_t count_byte(const char *text, size_t len, char byte)
{
	size_t n = 0, i = 0;

	for (; len - i >= 64; i += 64) {
		unsigned char some = 0;

		for (size_t k = 0; k < 64; k++)
			some = (unsigned char)(some + (text[i + k] == byte));
		n += some;
	}
	for (; i < len; i++)
		n += text[i] == byte;
	return n;
}

/* Bytes up to and with the last LF that has an even number of quotes before
 * it. */
static size_t whole_records(const char *text, size_t len)
{
	bool quoted = count_byte(text, len, '"') % 2;

	for (; len > 0 && (quoted || text[len - 1] != '\n'); len--)
		quoted ^= text[len - 1] == '"';
	return len;
}

/* Blank lines go with the record behind them, whatever becomes of it. */
static size_t without_blank(const char *text, size_t len)
{
	size_t line = len;

	while (line > 0) {
		line--; /* the LF */
		if (line > 0 && text[line - 1] == '\r')
			line--;
		if (line > 0 && text[line - 1] != '\n')
			return len;
		len = line;
	}
	return 0;
}

static size_t block_length(const struct rec_source *source)
{
	const char *text = rec_source_at(source);

	return without_blank(text, whole_records(text,
	    rec_source_len(source)));
}

/* -- Blocks ------------------------------------------------------------- */

struct rec_in *rec_in_like(const struct rec_in *in,
    const struct rec_options *options)
{
	struct rec_options own = *options;

	if (in->format != REC_CSV || !in->header.text)
		return NULL;
	own.format = REC_CSV;
	return rec_in_memory(in->header.text, in->header.len, &own);
}

static void stand_at(struct rec_in *in, unsigned long line)
{
	struct rec_csv *csv = in->state;

	in->line = in->record.line = csv->fed_line = line;
	csv->fed = csv->blank = 0;
	in->source.reads++;
}

/* The reader has the bytes that the other had, up to len, and the other has
 * those that are left.  False, and nothing happened, when memory is short. */
static bool hand_over(struct rec_source *from, struct rec_source *to,
    size_t len)
{
	struct rec_buf *rest = &to->bytes, block = from->bytes;

	rest->len = 0;
	if (!rec_buf_add(rest, rec_source_at(from) + len,
	    rec_source_len(from) - len) || !rec_buf_slack(rest))
		return false;
	block.len = from->start + len;
	memset(block.at + block.len, 0, REC_SLACK); /* as there was behind all */
	from->bytes = *rest;
	to->bytes = block;
	to->start = from->start;
	from->start = 0;
	return true;
}

int rec_share(struct rec_in *in, struct rec_in *to)
{
	struct rec_source *source = &in->source;
	unsigned long line, lines;
	size_t len;

	if (in->last != REC_RECORD)
		return 0;
	rec_csv_step(in, in->state);
	while ((len = block_length(source)) == 0)
		if (source->ended || rec_source_len(source) > REC_MAX_RECORD ||
		    rec_source_more(source, &in->error) < 0)
			return 0;
	line = in->line;
	lines = count_byte(rec_source_at(source), len, '\n');
	if (!hand_over(source, &to->source, len))
		return 0;
	to->last = REC_RECORD;
	to->block_line = line;
	to->block_start = to->source.start;
	stand_at(to, line);
	stand_at(in, line + lines);
	in->given_back = 0;
	return 1;
}

bool rec_was_whole(const struct rec_in *in)
{
	return in->last == REC_END && in->raw.blank_len == 0;
}

bool rec_give_back(struct rec_in *in, const struct rec_in *from)
{
	struct rec_source *source = &in->source;
	const char *block = from->source.bytes.at + from->block_start;
	size_t len = from->source.bytes.len - from->block_start;
	char *at;

	if (!rec_buf_room(&source->bytes, len + REC_SLACK))
		return false;
	at = source->bytes.at + source->start + in->given_back;
	memmove(at + len, at, source->bytes.len - source->start -
	    in->given_back);
	memcpy(at, block, len);
	source->bytes.len += len;
	memset(source->bytes.at + source->bytes.len, 0, REC_SLACK);
	stand_at(in, in->given_back ? in->line : from->block_line);
	in->given_back += len;
	return true;
}
