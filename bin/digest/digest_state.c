/* SPDX-License-Identifier: MIT */
/*
 * digest_state.c - what was told before: a file of sums under a key of its own,
 * without a name or a case in it.
 *
 *	icj-digest 2
 *	key 64 digits
 *	as-of 2015-04-20
 *	2015-04-20 32 digits 32 digits 32 digits
 *	end 1 64 digits
 *
 * A line a duty: the day it was told, the sum of which duty of which case it
 * is, that of by when it was due, and that of all that was told of it.  The
 * last line counts them and has the sum of all lines above it, so that a file
 * that is torn, or another's, is known.  The key is in the file: whoever can
 * read it can try out guesses.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "digest/digesting.h"
#include "tool/keyed.h"

#define LOCK_SECONDS 60
#define STATE_MOST (64 * 1024 * 1024)
#define HEAD "icj-digest 2\nkey "
#define DAY_SIZE 10

struct state_line {
	icj_date day;
	char id[DIGEST_SUM], when[DIGEST_SUM], whole[DIGEST_SUM];
	bool used; /* another row is that one */
};

struct digest_state {
	char *path, *lock_path;
	int lock;
	uint8_t key[KEYED_KEY];
	struct icj_time as_of; /* date NONE: nothing was ever told */
	struct state_line *line; /* by whole */
	const char **id, **when; /* of these, in order */
	size_t lines;
};

/* -- Keyed sums ---------------------------------------------------------- */

static void sum_texts(const uint8_t key[KEYED_KEY], const struct rec_text *text,
    size_t count, char out[DIGEST_SUM])
{
	char hex[KEYED_HEX];

	keyed_texts(key, text, count, hex);
	memcpy(out, hex, DIGEST_SUM - 1);
	out[DIGEST_SUM - 1] = '\0';
}

static void sum_row(const struct digest_state *s, struct digest_row *row)
{
	char due[32] = "", why[2] = {(char)('0' + row->why), '\0'};
	struct rec_text text[] = {row->case_id, row->duty, {due, 0},
	    row->state, {why, 1}, row->group, row->missing};

	if (row->dated)
		icj_time_format(&row->due, due);
	text[2].len = strlen(due);
	sum_texts(s->key, text, 2, row->id);
	sum_texts(s->key, text, 3, row->when);
	sum_texts(s->key, text, sizeof(text) / sizeof(text[0]), row->whole);
}

/* -- Messages ------------------------------------------------------------ */

static int state_say_system(const struct tool *t, const char *what,
    const char *path, int status)
{
	tool_error(t, &(struct tool_place){path, 0, 0, NULL}, DIGEST_E_SYSTEM,
	    "%s: %s", what, strerror(errno));
	return status;
}

static int state_say_foreign(const struct tool *t)
{
	const struct digesting *d = t->own;

	tool_error(t, &(struct tool_place){d->state_name, 0, 0, NULL},
	    DIGEST_E_STATE, "no state of this icj-digest, or a torn one; it is "
	    "left as it is.  Moved away, all is told anew");
	return TOOL_USAGE;
}

/* -- Reading ------------------------------------------------------------- */

static bool take_text(const char **at, const char *end, const char *text)
{
	size_t len = strlen(text);

	if ((size_t)(end - *at) < len || memcmp(*at, text, len) != 0)
		return false;
	*at += len;
	return true;
}

static bool take_hex(const char **at, const char *end, size_t digits,
    char *out)
{
	if ((size_t)(end - *at) < digits ||
	    strspn(*at, "0123456789abcdef") < digits)
		return false;
	memcpy(out, *at, digits);
	out[digits] = '\0';
	*at += digits;
	return true;
}

static bool take_day(const char **at, const char *end, icj_date *day)
{
	if (end - *at < DAY_SIZE || icj_date_parse(*at, DAY_SIZE, NULL, day) !=
	    ICJ_OK)
		return false;
	*at += DAY_SIZE;
	return true;
}

static bool take_key(struct digest_state *s, const char **at, const char *end)
{
	char hex[2 * KEYED_KEY + 1];

	if (!take_hex(at, end, 2 * KEYED_KEY, hex))
		return false;
	for (size_t i = 0; i < KEYED_KEY; i++) {
		char byte[3] = {hex[2 * i], hex[2 * i + 1], '\0'};

		s->key[i] = (uint8_t)strtoul(byte, NULL, 16);
	}
	return true;
}

static bool state_take_line(struct state_line *line, const char **at,
    const char *end)
{
	return take_day(at, end, &line->day) && take_text(at, end, " ") &&
	    take_hex(at, end, DIGEST_SUM - 1, line->id) &&
	    take_text(at, end, " ") &&
	    take_hex(at, end, DIGEST_SUM - 1, line->when) &&
	    take_text(at, end, " ") &&
	    take_hex(at, end, DIGEST_SUM - 1, line->whole) &&
	    take_text(at, end, "\n");
}

/* The last line, which vouches for all from the first on. */
static bool take_end(const struct digest_state *s, const char *text,
    const char *at, const char *end)
{
	char want[40 + KEYED_HEX], hex[KEYED_HEX];

	keyed_bytes(s->key, text, (size_t)(at - text), hex);
	snprintf(want, sizeof(want), "end %zu %s\n", s->lines, hex);
	return take_text(&at, end, want) && at == end;
}

static int by_sum(const void *a, const void *b)
{
	const char *const *x = a, *const *y = b;

	return strcmp(*x, *y);
}

static int by_whole(const void *a, const void *b)
{
	const struct state_line *x = a, *y = b;

	return strcmp(x->whole, y->whole);
}

/* The text ends with a NUL, which is no byte of the file. */
static bool parse_state(struct digest_state *s, const char *text, size_t len)
{
	const char *at = text, *end = text + len;

	if (!take_text(&at, end, HEAD) || !take_key(s, &at, end) ||
	    !take_text(&at, end, "\nas-of ") ||
	    !take_day(&at, end, &s->as_of.date) || !take_text(&at, end, "\n"))
		return false;
	/* No line of a duty is shorter. */
	s->line = calloc(len / (DAY_SIZE + 3 * DIGEST_SUM) + 1,
	    sizeof(*s->line));
	while (s->line && state_take_line(&s->line[s->lines], &at, end))
		s->lines++;
	if (!s->line || !take_end(s, text, at, end))
		return false;
	qsort(s->line, s->lines, sizeof(*s->line), by_whole);
	s->id = calloc(2 * s->lines + 1, sizeof(*s->id));
	if (!s->id)
		return false;
	s->when = s->id + s->lines;
	for (size_t i = 0; i < s->lines; i++) {
		s->id[i] = s->line[i].id;
		s->when[i] = s->line[i].when;
	}
	qsort(s->id, s->lines, sizeof(*s->id), by_sum);
	qsort(s->when, s->lines, sizeof(*s->when), by_sum);
	return true;
}

/* A whole file with a NUL behind it; NULL with errno, 0: it is too long. */
static char *slurp(int fd, size_t *len)
{
	struct stat st;
	ssize_t n = 1;
	char *text;

	errno = 0;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) ||
	    st.st_size > STATE_MOST)
		return NULL;
	text = calloc(1, (size_t)st.st_size + 1);
	for (*len = 0; text && *len < (size_t)st.st_size && n > 0;) {
		n = read(fd, text + *len, (size_t)st.st_size - *len);
		*len += n > 0 ? (size_t)n : 0;
	}
	if (n >= 0)
		return text;
	free(text);
	return NULL;
}

static int read_state(struct tool *t, int fd)
{
	const struct digesting *d = t->own;
	size_t len;
	char *text = slurp(fd, &len);
	int status = -1;

	if (!text && errno)
		status = state_say_system(t, "cannot be read", d->state_name,
		    TOOL_USAGE);
	else if (!text || !parse_state(d->state, text, len))
		status = state_say_foreign(t);
	free(text);
	return status;
}

/* -- Opening ------------------------------------------------------------- */

/* The state is locked beside it, for another file takes its place.  A run that
 * has it is waited for: what it tells, this one need not. */
static int state_lock(struct tool *t)
{
	struct digesting *d = t->own;
	struct digest_state *s = d->state;
	struct timespec pause = {0, 100000000};

	s->lock = open(s->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW,
	    0600);
	if (s->lock < 0)
		return state_say_system(t, "cannot be made", s->lock_path,
		    TOOL_USAGE);
	for (int i = 0; flock(s->lock, LOCK_EX | LOCK_NB) != 0; i++) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return state_say_system(t, "cannot be locked",
			    s->lock_path, TOOL_USAGE);
		if (i == 10 * LOCK_SECONDS) {
			tool_error(t, &(struct tool_place){d->state_name, 0, 0,
			    NULL}, DIGEST_E_LOCKED, "another icj-digest has "
			    "had it for a minute; nothing was told");
			return TOOL_STOPPED;
		}
		nanosleep(&pause, NULL);
	}
	return -1;
}

static char *state_join(const char *path, const char *end)
{
	size_t size = strlen(path) + strlen(end) + 1;
	char *joined = malloc(size);

	if (joined)
		snprintf(joined, size, "%s%s", path, end);
	return joined;
}

int state_open(struct tool *t)
{
	struct digesting *d = t->own;
	struct digest_state *s = d->state = calloc(1, sizeof(*s));
	int status, fd;

	if (s) {
		s->lock = -1;
		s->as_of = (struct icj_time){ICJ_DATE_NONE, ICJ_NO_CLOCK,
		    ICJ_NO_OFFSET};
		s->lock_path = state_join(d->state_name, ".lock");
		s->path = state_join(d->state_name, ".XXXXXX");
	}
	if (!s || !s->lock_path || !s->path) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	status = state_lock(t);
	if (status >= 0)
		return status;
	fd = open(d->state_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW |
	    O_NONBLOCK);
	if (fd < 0 && errno != ENOENT)
		return state_say_system(t, "cannot be read", d->state_name,
		    TOOL_USAGE);
	if (fd < 0)
		return getrandom(s->key, KEYED_KEY, 0) == KEYED_KEY ? -1 :
		    state_say_system(t, "no random key", d->state_name,
		    TOOL_STOPPED);
	status = read_state(t, fd);
	close(fd);
	return status;
}

void state_free(struct digest_state *s)
{
	if (!s)
		return;
	if (s->lock >= 0)
		close(s->lock);
	free(s->path);
	free(s->lock_path);
	free(s->line);
	free(s->id);
	free(s);
}

/* -- What was told ------------------------------------------------------- */

/* A line that is the row, and no other row yet: what was told once and is there
 * twice is new once. */
static struct state_line *told_line(struct digest_state *s,
    const struct digest_row *row)
{
	size_t low = 0, high = s->lines;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(s->line[middle].whole, row->whole) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < s->lines && strcmp(s->line[low].whole, row->whole) == 0;
	    low++)
		if (!s->line[low].used)
			return &s->line[low];
	return NULL;
}

static bool was_told(const struct digest_state *s, const char **sums,
    const char *sum)
{
	return s->lines > 0 && bsearch(&sum, sums, s->lines, sizeof(*sums),
	    by_sum);
}

/* How a row differs from what was told of that duty. */
static enum digest_mark how_told(const struct digest_state *s,
    const struct digest_row *row)
{
	if (row->case_id.len == 0 || !was_told(s, s->id, row->id))
		return TOLD_NEW;
	return was_told(s, s->when, row->when) ? TOLD_CHANGED : TOLD_MOVED;
}

static void mark_row(const struct digesting *d, struct digest_row *row)
{
	struct state_line *line;

	sum_row(d->state, row);
	line = row->case_id.len ? told_line(d->state, row) : NULL;
	if (!line) {
		row->mark = how_told(d->state, row);
		return;
	}
	line->used = true;
	row->told = line->day;
	row->mark = icj_digest_again(line->day, d->as_of.date, d->remind) ?
	    TOLD_AGAIN : TOLD_BEFORE;
}

static int say_earlier(const struct tool *t)
{
	const struct digesting *d = t->own;
	char day[11];

	tool_error(t, &(struct tool_place){d->state_name, 0, 0, NULL},
	    DIGEST_E_EARLIER, "it is of %s, and the records are of a day "
	    "before: an old file, or a clock that was set back?  Nothing was "
	    "told", icj_date_format(d->state->as_of.date, day));
	return TOOL_USAGE;
}

int state_mark(struct tool *t)
{
	struct digesting *d = t->own;
	size_t nameless = 0;

	if (!d->state)
		return -1;
	if (icj_digest_days(&d->as_of, &d->state->as_of) < 0)
		return say_earlier(t);
	for (size_t i = 0; i < d->rows; i++) {
		mark_row(d, &d->row[i]);
		nameless += d->row[i].case_id.len == 0;
	}
	if (nameless > 0)
		tool_warn(t, NULL, DIGEST_W_NO_CASE, "duty records without "
		    "case_id, which cannot be told apart and are told each "
		    "time: %zu", nameless);
	return -1;
}

/* -- Saving -------------------------------------------------------------- */

/* A row that has been told, now or before. */
static bool state_put_line(FILE *out, const struct digesting *d,
    const struct digest_row *row)
{
	bool now = row->mark != TOLD_BEFORE && row->sent;
	icj_date told = now ? d->as_of.date : row->told;
	char day[11];

	if (row->case_id.len == 0 || (!now && row->mark != TOLD_BEFORE &&
	    row->mark != TOLD_AGAIN))
		return false;
	fprintf(out, "%s %s %s %s\n", icj_date_format(told, day), row->id,
	    row->when, row->whole);
	return true;
}

/* All lines but the last, in memory. */
static char *state_make_text(const struct digesting *d, size_t *len)
{
	const struct digest_state *s = d->state;
	char *text = NULL, day[11];
	FILE *out = open_memstream(&text, len);
	size_t lines = 0;

	if (!out)
		return NULL;
	fputs(HEAD, out);
	for (size_t i = 0; i < KEYED_KEY; i++)
		fprintf(out, "%02x", s->key[i]);
	fprintf(out, "\nas-of %s\n", icj_date_format(d->as_of.date, day));
	for (size_t i = 0; i < d->rows; i++)
		lines += state_put_line(out, d, &d->row[i]);
	if (fflush(out) == 0) {
		char hex[KEYED_HEX];

		keyed_bytes(s->key, text, *len, hex);
		fprintf(out, "end %zu %s\n", lines, hex);
	}
	if (fclose(out) == 0)
		return text;
	free(text);
	return NULL;
}

static bool state_write_all(int fd, const char *text, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno != EINTR)
			return false;
		text += n > 0 ? n : 0;
		len -= n > 0 ? (size_t)n : 0;
	}
	return fsync(fd) == 0;
}

/* The new name is on the disk, too.  A file system that cannot say so has done
 * what it can. */
static void sync_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? strndup(path, (size_t)(slash - path) + 1) :
	    strdup(".");
	int fd = folder ? open(folder, O_RDONLY | O_CLOEXEC) : -1;

	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

static bool replace_state(struct digest_state *s, const char *name,
    const char *text, size_t len)
{
	int fd = mkstemp(s->path), sys;

	if (fd < 0)
		return false;
	if (state_write_all(fd, text, len) && close(fd) == 0) {
		if (rename(s->path, name) == 0) {
			sync_folder(name);
			return true;
		}
		fd = -1;
	}
	sys = errno;
	if (fd >= 0)
		close(fd);
	unlink(s->path);
	errno = sys;
	return false;
}

void state_save(struct tool *t)
{
	struct digesting *d = t->own;
	size_t len;
	char *text;

	/* Of no record no moment is known: nothing was asked. */
	if (!d->state || d->as_of.date == ICJ_DATE_NONE)
		return;
	text = state_make_text(d, &len);
	if (!text || !replace_state(d->state, d->state_name, text, len)) {
		if (!text)
			errno = ENOMEM;
		tool_status(t, state_say_system(t, "cannot be written, and "
		    "stays as it was; what was told now will be told again",
		    d->state_name, TOOL_STOPPED));
	}
	free(text);
}
