/* SPDX-License-Identifier: MIT */
/*
 * tail.c - records of a CSV copied with a ready-made tail.  Whoever appends
 * the same few answers to many records pays here for the copying alone.
 */
#include "rec_internal.h"

/* A short tail is copied whole, with bytes to spare: its length then needs no
 * look. */
#define STEP 32

bool rec_tail_make(struct rec_tail *tail, const struct rec_text *cells,
    size_t count)
{
	struct rec_buf buf = { tail->text, 0, tail->cap };
	bool good = rec_csv_put_cells(&buf, cells, count, true) &&
	    rec_buf_room(&buf, STEP);

	if (good)
		memset(buf.at + buf.len, 0, STEP);
	*tail = (struct rec_tail){ buf.at, good ? buf.len : 0, buf.cap };
	return good;
}

void rec_tail_free(struct rec_tail *tail)
{
	struct rec_buf buf = { tail->text, tail->len, tail->cap };

	rec_buf_free(&buf);
	*tail = (struct rec_tail){ 0 };
}

bool rec_takes_tail(const struct rec_out *out, const struct rec_in *in)
{
	return in && in->format == REC_CSV && out->format == REC_CSV &&
	    !in->drops && !out->picks;
}

/* A byte order mark is due, or the end of another input's last line. */
static int tail_put_start(struct rec_out *out, const struct rec_in *in)
{
	size_t mark = out->buf.len;

	if (rec_csv_put_start(out, in, NULL))
		return 0;
	out->buf.len = mark;
	return rec_out_memory(out);
}

static inline char *put_end(char *to, const struct rec_raw *raw,
    const char *end)
{
	if (raw->end == 1) {
		*to = *end;
		return to + 1;
	}
	memcpy(to, end, raw->end);
	return to + raw->end;
}

int rec_put_tail(struct rec_out *out, struct rec_in *in,
    const struct rec_tail *tail)
{
	const struct rec_raw *raw = &in->raw;
	struct rec_buf *buf = &out->buf;
	size_t len = raw->blank_len + raw->len - raw->end;
	char *to;

	if (out->failed)
		return -1;
	if ((!out->bom_done || out->line_open) && tail_put_start(out, in) < 0)
		return -1;
	if (buf->cap - buf->len < len + tail->len + STEP &&
	    !rec_buf_room(buf, len + tail->len + STEP))
		return rec_out_memory(out);
	to = buf->at + buf->len;
	/* Blank lines stand right before the record. */
	memcpy(to, raw->blank, len);
	to += len;
	if (tail->len <= STEP)
		memcpy(to, tail->text, STEP);
	else
		memcpy(to, tail->text, tail->len);
	to += tail->len;
	if (out->mark) {
		*to++ = ',';
		out->rows++;
	}
	to = put_end(to, raw, raw->blank + len);
	buf->len = (size_t)(to - buf->at);
	out->line_open = !raw->end || to[-1] != '\n';
	return rec_out_put(out);
}
