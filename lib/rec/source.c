/* SPDX-License-Identifier: MIT */
/*
 * source.c - bytes from a descriptor, as many as there are at the moment.  It
 * owns the read buffer and must not know what the bytes mean.
 */
#include "rec_internal.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

static void wait_for(int fd)
{
	struct pollfd one = { .fd = fd, .events = POLLIN };

	poll(&one, 1, -1);
}

/* read(2) that is neither interrupted nor impatient. */
static ssize_t read_some(int fd, char *to, size_t len)
{
	for (;;) {
		ssize_t got = read(fd, to, len);

		if (got >= 0)
			return got;
		if (errno == EAGAIN || errno == EWOULDBLOCK)
			wait_for(fd);
		else if (errno != EINTR)
			return -1;
	}
}

static void drop_done(struct rec_source *source)
{
	size_t left = rec_source_len(source);

	if (source->stays)
		return;
	if (source->start && left)
		memmove(source->bytes.at, rec_source_at(source), left);
	source->start = 0;
	source->bytes.len = left;
}

int rec_source_more(struct rec_source *source, struct rec_error *error)
{
	ssize_t got;

	if (source->ended)
		return 0;
	drop_done(source);
	source->reads++;
	if (!rec_buf_room(&source->bytes, source->block + REC_SLACK))
		return rec_fail_memory(error);
	if (source->before_read)
		source->before_read(source->arg);
	got = read_some(source->fd, source->bytes.at + source->bytes.len,
	    source->block);
	if (got < 0) {
		int sys = errno;

		rec_fail(error, REC_E_READ, 0, "%s", strerror(sys));
		error->sys = sys;
		return -1;
	}
	source->bytes.len += (size_t)got;
	memset(source->bytes.at + source->bytes.len, 0, REC_SLACK);
	source->ended = got == 0;
	return got > 0;
}
