/* SPDX-License-Identifier: MIT */
/*
 * dues_source.c - the files of icj-dues, which are read twice, and its output.
 * What cannot be wound back is copied first.  It looks into no record.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dues/dues.h"

#include "tool/map.h"
#include "tool/trailer.h"

/* A row for every state, each as long as a record may be. */
#define SPOOL_MAX ((size_t)(ICJ_STATES + 2) * REC_MAX_RECORD)
#define SPOOL_BLOCK 65536

static bool source_write_all(int fd, const char *from, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, from, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			from += n;
			len -= (size_t)n;
		}
	}
	return true;
}

/* Copies a pipe into a file without a name; false with errno. */
static bool copy_all(int from, int to)
{
	static char block[SPOOL_BLOCK];
	size_t copied = 0;
	ssize_t n;

	while ((n = read(from, block, sizeof(block))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || !source_write_all(to, block, (size_t)n))
			return false;
		copied += (size_t)n;
		if (copied > SPOOL_MAX) {
			errno = EFBIG;
			return false;
		}
	}
	return lseek(to, 0, SEEK_SET) == 0;
}

static int spool(int from)
{
	FILE *file = tmpfile();
	int fd = file ? fcntl(fileno(file), F_DUPFD_CLOEXEC, 3) : -1;

	if (fd >= 0 && !copy_all(from, fd)) {
		int error = errno;

		close(fd);
		fd = -1;
		errno = error;
	}
	if (file)
		fclose(file);
	return fd;
}

static int say_system(const struct dues *d, const char *name, int status)
{
	tool_error(&d->tool, NULL, TOOL_E_OPEN, "%s: %s", name,
	    strerror(errno));
	return status;
}

/* Counting reads once, and as it comes. */
static int open_source(struct dues *d, struct dues_source *s,
    const char *name)
{
	bool std = strcmp(name, "-") == 0;

	s->dues = d;
	s->name = std ? "<stdin>" : name;
	s->fd = std ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0)
		return say_system(d, s->name, TOOL_USAGE);
	s->start = d->count ? 0 : lseek(s->fd, 0, SEEK_CUR);
	if (s->start < 0) {
		int copy = spool(s->fd);

		if (copy < 0)
			return say_system(d, s->name, TOOL_STOPPED);
		if (!std)
			close(s->fd);
		s->fd = copy;
		s->start = 0;
	}
	return -1;
}

int dues_open(struct dues *d)
{
	size_t n = d->tool.file_count > 0 ? d->tool.file_count : 1;
	int status = -1;

	if (d->tool.file_count == 0 && isatty(STDIN_FILENO))
		return tool_usage(&d->tool);
	d->source = calloc(n, sizeof(*d->source));
	if (!d->source) {
		tool_error(&d->tool, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	for (size_t i = 0; i < n && status < 0; i++) {
		d->sources++;
		status = open_source(d, &d->source[i],
		    d->tool.file_count > 0 ? d->tool.files[i] : "-");
	}
	return status;
}

void dues_close(struct dues *d)
{
	for (size_t i = 0; i < d->sources; i++) {
		rec_in_free(d->source[i].in);
		trailer_free(d->source[i].last);
		if (d->source[i].fd > STDERR_FILENO)
			close(d->source[i].fd);
	}
	free(d->source);
	free(d->tool.column_names);
	trailer_free(d->tool.last);
	free(d->tool.map_names);
	map_free(d->tool.map);
	dues_map_free(d);
}

/* -- Readers ------------------------------------------------------------ */

int dues_say_stop(const struct dues *d, const struct dues_source *s)
{
	const struct rec_error *e = rec_in_error(s->in);
	struct tool_place at = { s->name, e->line, e->field, NULL };

	tool_error(&d->tool, &at, e->code, "%s", e->text);
	return start_status(e);
}

bool dues_knows(void *source, const char *name, size_t len)
{
	/* What it would set is set in a copy. */
	struct dues_source s = *(const struct dues_source *)source;

	return (s.dues->count ? dues_count_place : dues_place)(&s, name, len,
	    0) != REC_PASS;
}

/* The files are read twice; a last line is asked for the first time. */
static int source_expect_last(struct dues *d, struct dues_source *s)
{
	if (!s->last_field || s->last)
		return -1;
	if (d->tool.columns) {
		tool_error(&d->tool, &(struct tool_place){ s->name, 1, 0,
		    NULL }, TOOL_E_TRAILER, "a part of a file cannot be "
		    "checked by its last line; take the column " TRAILER_NAME
		    " and that line off first");
		return TOOL_USAGE;
	}
	s->last = trailer_new();
	if (!s->last) {
		tool_error(&d->tool, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	trailer_begin(s->last, s->in, s->last_field);
	return -1;
}

enum rec_got dues_next(struct dues *d, struct dues_source *s,
    const struct rec **rec, int *status)
{
	enum rec_got got;
	int last = 1;

	while ((got = rec_next(s->in, rec)) == REC_RECORD && s->last &&
	    (last = trailer_take(s->last, &d->tool, s->name, s->in,
	        (*rec)->line)) > 0)
		;
	if (got == REC_STOP)
		*status = dues_say_stop(d, s);
	else if (last < 0 || (got == REC_END && s->last &&
	    !trailer_came(s->last, &d->tool, s->name)))
		*status = TOOL_STOPPED;
	return *status < 0 ? got : REC_STOP;
}

static int start_source(struct dues *d, struct dues_source *s)
{
	int status;

	struct rec_options options = {
		.format = d->tool.columns ? REC_CSV : d->tool.in,
		.columns = d->tool.column_names,
		.column_count = d->tool.column_count,
		.all = d->tool.out != REC_AUTO, .arg = s, .slots = DUES_SLOTS,
		.place = d->count ? dues_count_place : dues_place,
		.knows = dues_knows,
	};

	rec_in_free(s->in);
	s->in = rec_in_new(s->fd, &options);
	if (!s->in) {
		tool_error(&d->tool, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (!d->count && lseek(s->fd, s->start, SEEK_SET) < 0)
		return say_system(d, s->name, TOOL_STOPPED);
	switch (rec_start(s->in)) {
	case REC_STOP:
		return dues_say_stop(d, s);
	case REC_END:
		rec_in_free(s->in);
		s->in = NULL;
		return -1;
	default:
		break;
	}
	if (rec_in_format(s->in) != REC_CSV)
		return -1;
	if (!d->header_said)
		start_say_header(&d->tool, s->name, s->in);
	status = source_expect_last(d, s);
	if (status >= 0)
		return status;
	return d->count ? dues_count_check(d, s) : dues_columns_check(d, s);
}

static int check_trailer(const struct dues *d)
{
	const struct tool *t = &d->tool;
	bool csv = t->out == REC_CSV || (t->out == REC_AUTO &&
	    (!d->source->in || rec_in_format(d->source->in) == REC_CSV));

	if (!t->trailer || (csv && !t->explain))
		return -1;
	tool_error(t, NULL, TOOL_E_OPTION, "--trailer is for CSV out, which "
	    "-o csv writes");
	return TOOL_USAGE;
}

int dues_start(struct dues *d)
{
	const struct dues_source *first = NULL;

	for (size_t i = 0; i < d->sources; i++) {
		struct dues_source *s = &d->source[i];
		int status = start_source(d, s);

		if (status >= 0)
			return status;
		if (!first && s->in)
			first = s;
		if (!s->in || start_same_header(first->in, s->in))
			continue;
		tool_error(&d->tool, &(struct tool_place){ s->name, 1, 0,
		    NULL }, TOOL_E_HEADERS, "its header or format is not that "
		    "of %s", first->name);
		return TOOL_USAGE;
	}
	d->header_said = true;
	return check_trailer(d);
}

bool dues_is_empty(const struct dues *d)
{
	for (size_t i = 0; i < d->sources; i++)
		if (d->source[i].in)
			return false;
	return true;
}

/* -- Output ------------------------------------------------------------- */

static void source_say_loss(void *arg, const struct rec_loss *loss)
{
	const struct dues *d = arg;

	tool_say_loss(&d->tool, d->writing ? d->writing->name : NULL, d->line,
	    loss);
}

struct rec_out *dues_sink(struct dues *d)
{
	enum rec_format format = d->tool.out;
	struct rec_out *out;

	for (size_t i = 0; format == REC_AUTO && i < d->sources; i++)
		if (d->source[i].in)
			format = rec_in_format(d->source[i].in);
	out = rec_out_new(STDOUT_FILENO, format == REC_AUTO ? REC_CSV :
	    format);
	if (out)
		rec_out_on_loss(out, source_say_loss, d);
	if (!out) {
		tool_error(&d->tool, NULL, TOOL_E_MEMORY, "out of memory");
	} else if (start_trailer(&d->tool, out) >= 0) {
		rec_out_free(out);
		return NULL;
	}
	return out;
}

int dues_finish(struct dues *d, struct rec_out *out, bool fine)
{
	const struct rec_error *e = rec_out_error(out);

	fine = fine && rec_flush(out) == 0 &&
	    start_put_trailer(&d->tool, out) == 0;
	if (!fine && e->sys != EPIPE) /* a reader that has seen enough */
		tool_error(&d->tool, NULL, e->code, "cannot write: %s",
		    e->text);
	rec_out_free(out);
	return fine ? TOOL_FINE : TOOL_STOPPED;
}
