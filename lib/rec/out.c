/* SPDX-License-Identifier: MIT */
/*
 * out.c - a writer: one buffer of whole records, and which format they are
 * written in.  It must not know how a format looks.
 */
#include "rec_internal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A pipe takes so much (PIPE_BUF) whole or not at all, and a file nearly always
 * does: a kill at any moment leaves whole records. */
#define PIECE 4096

struct rec_out *rec_out_new(int fd, enum rec_format format)
{
	struct rec_out *out = calloc(1, sizeof(*out));

	if (!out)
		return NULL;
	out->fd = fd;
	out->format = format;
	if (format == REC_TABLE && !(out->table = rec_table_new())) {
		free(out);
		return NULL;
	}
	return out;
}

void rec_out_free(struct rec_out *out)
{
	if (!out)
		return;
	rec_buf_free(&out->buf);
	rec_buf_free(&out->html_worker);
	rec_keys_free(&out->keys);
	rec_keys_free(&out->own);
	rec_keys_free(&out->plain);
	rec_table_free(out->table);
	rec_pick_free(out);
	free(out->cell);
	free(out->cut);
	free(out);
}

int rec_out_fail(struct rec_out *out)
{
	out->failed = true;
	return -1;
}

int rec_out_memory(struct rec_out *out)
{
	rec_fail_memory(&out->error);
	return rec_out_fail(out);
}

void rec_out_on_loss(struct rec_out *out,
    void (*tell)(void *arg, const struct rec_loss *loss), void *arg)
{
	out->tell = tell;
	out->tell_arg = arg;
}

void rec_out_lost(struct rec_out *out, int code, const struct rec_text *name,
    const struct rec_value *value)
{
	struct rec_loss loss = { .code = code, .name = *name };

	if (value) {
		loss.field = value->field;
		loss.line = value->line;
	}
	if (out->tell)
		out->tell(out->tell_arg, &loss);
}

static void nothing_pending(struct rec_out *out)
{
	out->buf.len = out->cuts = out->whole = out->easy = 0;
}

static int fail_write(struct rec_out *out, int sys)
{
	rec_fail(&out->error, REC_E_WRITE, 0, "%s", strerror(sys));
	out->error.sys = sys;
	nothing_pending(out);
	return rec_out_fail(out);
}

/* write(2) that is neither interrupted nor impatient. */
static ssize_t write_some(int fd, const char *from, size_t len)
{
	struct pollfd one = { .fd = fd, .events = POLLOUT };

	for (;;) {
		ssize_t got = write(fd, from, len);

		if (got >= 0)
			return got;
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			poll(&one, 1, -1);
		else if (errno != EINTR)
			return -1;
	}
}

/* The rows of a table are lines. */
static size_t line_end(const struct rec_buf *buf, size_t done)
{
	size_t end = done, to = buf->len;

	while (end < to) {
		const char *stop = memchr(buf->at + end, '\n', to - end);
		size_t next = stop ? (size_t)(stop - buf->at) + 1 : to;

		if (next - done > PIECE && end > done)
			return end;
		end = next;
	}
	return end;
}

/* A disk that filled up in the middle of a record: what is there of it goes.
 * A pipe keeps it, but takes a piece whole. */
static void take_back(const struct rec_out *out, size_t len)
{
	off_t at = lseek(out->fd, 0, SEEK_CUR);
	struct stat st;

	if (len && at >= (off_t)len && fstat(out->fd, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_size == at &&
	    ftruncate(out->fd, at - (off_t)len) == 0)
		lseek(out->fd, at - (off_t)len, SEEK_SET);
}

static int put_piece(struct rec_out *out, const struct rec_buf *buf,
    size_t from, size_t end)
{
	for (size_t done = from; done < end;) {
		ssize_t got = write_some(out->fd, buf->at + done, end - done);

		if (got < 0) {
			int sys = errno;

			take_back(out, done - from);
			return fail_write(out, sys);
		}
		if (out->wrote)
			out->wrote(out->wrote_arg, buf->at + done,
			    (size_t)got);
		done += (size_t)got;
	}
	return 0;
}

static int put_lines(struct rec_out *out, const struct rec_buf *buf)
{
	for (size_t done = 0, end; done < buf->len; done = end) {
		end = line_end(buf, done);
		if (put_piece(out, buf, done, end) < 0)
			return -1;
	}
	return 0;
}

/* What a writer holds, itself or another. */
static int put_pieces(struct rec_out *out, const struct rec_out *from)
{
	size_t done = 0;

	for (size_t i = 0; i < from->cuts; i++) {
		if (put_piece(out, &from->buf, done, from->cut[i]) < 0)
			return -1;
		done = from->cut[i];
	}
	return put_piece(out, &from->buf, done, from->buf.len);
}

/* Also after a failure: the records before it are whole. */
int rec_pause(struct rec_out *out)
{
	if ((out->table ? put_lines(out, &out->buf) :
	    put_pieces(out, out)) < 0)
		return -1;
	nothing_pending(out);
	return out->failed ? -1 : 0;
}

/* -- Held ---------------------------------------------------------------- */

struct rec_out *rec_out_pending(void)
{
	struct rec_out *out = rec_out_new(-1, REC_CSV);

	if (out)
		out->pending = out->header_done = out->bom_done = true;
	return out;
}

void rec_drop_pending(struct rec_out *pending)
{
	nothing_pending(pending);
	pending->rows = 0;
}

int rec_put_pending(struct rec_out *out, struct rec_out *pending)
{
	if (rec_pause(out) < 0 || put_pieces(out, pending) < 0)
		return -1;
	nothing_pending(pending);
	out->rows += pending->rows;
	pending->rows = 0;
	return 0;
}

void rec_out_mark(struct rec_out *out, const char *name,
    void (*wrote)(void *arg, const char *bytes, size_t len), void *arg)
{
	out->mark = name;
	out->wrote = wrote;
	out->wrote_arg = arg;
}

unsigned long rec_out_rows(const struct rec_out *out)
{
	return out->rows;
}

/* -- Writing ------------------------------------------------------------ */

/* The piece ends before the record that is too much for it. */
static int out_cut(struct rec_out *out)
{
	size_t *more = rec_grow(out->cut, &out->cut_cap, out->cuts + 1,
	    sizeof(*more));

	if (!more)
		return rec_out_memory(out);
	out->cut = more;
	more[out->cuts++] = out->whole;
	return 0;
}

/* A piece is full, or all is, or nobody has counted yet. */
int rec_out_full(struct rec_out *out)
{
	size_t from = out->cuts ? out->cut[out->cuts - 1] : 0;

	if (out->buf.len - from > PIECE && out->whole > from) {
		if (out_cut(out) < 0)
			return -1;
		from = out->whole;
	}
	out->whole = out->buf.len;
	out->easy = from + PIECE;
	if (out->pending)
		return 0;
	if (out->easy >= REC_FULL)
		out->easy = REC_FULL - 1;
	return out->buf.len >= REC_FULL ? rec_pause(out) : 0;
}

static int put_done(struct rec_out *out, int put)
{
	return put < 0 ? -1 : rec_out_put(out);
}

int rec_flush(struct rec_out *out)
{
	if (out->table && !rec_table_print(out->table, &out->buf, out->fit))
		return rec_out_memory(out);
	return rec_pause(out);
}

const struct rec_error *rec_out_error(const struct rec_out *out)
{
	return &out->error;
}

static bool out_is_same(const struct rec_out *out, const struct rec_in *in)
{
	return in && in->format == out->format;
}

/* The input's keys come with its first record: until then only ours. */
static int promise_header(struct rec_out *out, const struct rec_text *names,
    size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (rec_keys_get(&out->own, names[i].text, names[i].len) ==
		    REC_NO_KEY)
			return rec_out_memory(out);
	out->header_due = true;
	return 0;
}

static int put_table_header(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, size_t count)
{
	if (in && rec_table_header(out->table, in->names, in->columns,
	    in->place, false) < 0)
		return rec_out_memory(out);
	if (rec_table_header(out->table, names, count, NULL, !out->picks) < 0)
		return rec_out_memory(out);
	return 0;
}

int rec_put_header(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, size_t count)
{
	if (out->failed)
		return -1;
	if (out->header_done || out->header_due)
		return 0;
	if (out->picks) {
		in = NULL;
		names = out->pick_name;
		count = out->picks;
	}
	if (out->format == REC_TABLE)
		return put_table_header(out, in, names, count);
	if (out->format != REC_CSV)
		return 0;
	if (out_is_same(out, in))
		return put_done(out, rec_csv_put_header(out, in, names, count));
	if (in)
		return promise_header(out, names, count);
	return put_done(out, rec_csv_put_names(out, names, count));
}

/* Fields by their names, those of a record and then those added: as every
 * format takes them that is not the record's own bytes.  A CSV has them by
 * columns. */
static int put_named(struct rec_out *out, const struct rec_text *names,
    const struct rec_value *values, size_t count,
    const struct rec_text *then, const struct rec_text *cells,
    size_t cell_count)
{
	switch (out->format) {
	case REC_TABLE:
		if (rec_table_row(out->table, names, values, count, then,
		    cells, cell_count) < 0)
			return rec_out_memory(out);
		return 0;
	case REC_CARD:
		return rec_card_put(out, names, values, count, then, cells,
		    cell_count);
	case REC_HTML:
		return rec_html_put(out, names, values, count, then, cells,
		    cell_count);
	case REC_SHEET:
		return rec_sheet_put(out, names, values, count, then, cells,
		    cell_count);
	case REC_YAML:
		return rec_yaml_put(out, names, values, count, then, cells,
		    cell_count);
	default:
		return rec_json_put(out, names, values, count, then, cells,
		    cell_count);
	}
}

static int put_foreign(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	const struct rec *record = &in->record;

	if (out->format == REC_CSV)
		return rec_csv_put_fields(out, in, names, cells, count);
	return put_named(out, record->names, record->all, record->count, names,
	    cells, count);
}

static int put_own(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	switch (out->format) {
	case REC_CSV:
		return rec_csv_put_record(out, in, cells, count);
	case REC_YAML:
		return rec_yaml_put_own(out, in, names, cells, count);
	default:
		return rec_json_put_own(out, in, names, cells, count);
	}
}

/* What was picked. */
static int put_picked(struct rec_out *out)
{
	if (out->format == REC_CSV)
		return put_done(out, rec_csv_put_row(out, out->pick_cell,
		    out->picks));
	return put_done(out, put_named(out, out->pick_name, out->picked,
	    out->picks, NULL, NULL, 0));
}

bool rec_out_picks(const struct rec_out *out)
{
	return out->picks > 0;
}

void rec_out_title(struct rec_out *out, const char *title)
{
	out->title = title;
}

void rec_out_fit(struct rec_out *out, size_t width)
{
	out->fit = width;
}

int rec_put_record(struct rec_out *out, struct rec_in *in,
    const struct rec_text *names, const struct rec_text *cells, size_t count)
{
	if (out->failed)
		return -1;
	if (out->picks) {
		rec_pick(out, &in->record, names, cells, count);
		out->tokens = in->format == REC_JSON;
		return put_picked(out);
	}
	if (out_is_same(out, in))
		return put_done(out, put_own(out, in, names, cells, count));
	return put_done(out, put_foreign(out, in, names, cells, count));
}

int rec_put_row(struct rec_out *out, const struct rec_text *names,
    const struct rec_text *cells, size_t count)
{
	if (out->failed)
		return -1;
	if (out->picks) {
		rec_pick(out, NULL, names, cells, count);
		return put_picked(out);
	}
	if (out->format == REC_CSV)
		return put_done(out, rec_csv_put_row(out, cells, count));
	return put_done(out, put_named(out, NULL, NULL, 0, names, cells,
	    count));
}

int rec_put_raw(struct rec_out *out, struct rec_in *in)
{
	if (out->failed)
		return -1;
	if (out->format == REC_CSV && out_is_same(out, in))
		return put_done(out, rec_csv_put_raw(out, in));
	return rec_put_record(out, in, NULL, NULL, 0);
}

int rec_put_line_end(struct rec_out *out)
{
	if (out->failed)
		return -1;
	return out->format == REC_CSV ? rec_csv_put_line_end(out) : 0;
}

int rec_put_last(struct rec_out *out, const char *cell)
{
	if (out->failed)
		return -1;
	return out->columns ? put_done(out, rec_csv_put_last(out, cell)) : 1;
}

int rec_put_rest(struct rec_out *out, struct rec_in *in)
{
	if (out->failed)
		return -1;
	return out->format == REC_CSV && out_is_same(out, in) ?
	    rec_csv_put_rest(out, in) : 0;
}

int rec_put_end(struct rec_out *out, struct rec_in *in)
{
	if (out->failed)
		return -1;
	if (out->format == REC_CSV && out->header_due && !out->header_done)
		return put_done(out, rec_csv_put_own_header(out));
	if (out->format == REC_CSV && out_is_same(out, in) && !out->picks)
		return put_done(out, rec_csv_put_blank(out, in));
	if (out->format == REC_HTML)
		return put_done(out, rec_html_end(out));
	return 0;
}
