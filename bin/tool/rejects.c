/* SPDX-License-Identifier: MIT */
/*
 * rejects.c - the file of --rejects: bad records, untouched.  It is no file of
 * the run and no link to one, and is opened for the first of them.
 *
 * Reading: what an earlier run left would be taken for this one's, so that a run
 * without bad records leaves the file empty; one that refuses the command line
 * or the files (status 2) has judged nothing and leaves it alone.
 */
#include "tool/tool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* -- Which file --------------------------------------------------------- */

static int rejects_refuse(const struct tool *t, const char *why)
{
	tool_error(t, &(struct tool_place){t->rejects_name, 0, 0, NULL},
	    TOOL_E_REJECTS, "%s; --rejects wants a file of its own", why);
	return TOOL_USAGE;
}

static int cannot(const struct tool *t, int sys)
{
	tool_error(t, &(struct tool_place){t->rejects_name, 0, 0, NULL},
	    TOOL_E_OPEN, "%s", strerror(sys));
	return TOOL_USAGE;
}

static bool rejects_is_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_open(int fd, const struct stat *file)
{
	struct stat st;

	return fstat(fd, &st) == 0 && rejects_is_same(&st, file);
}

static bool rejects_is_named(const char *const *names, size_t n,
    const struct stat *file)
{
	struct stat st;

	for (size_t i = 0; i < n; i++)
		if (stat(names[i], &st) == 0 && rejects_is_same(&st, file))
			return true;
	return false;
}

/* What the run does with a file; NULL: nothing.  Whatever else reads a file
 * that an option names belongs in here. */
const char *rejects_use_of(const struct tool *t, const struct stat *file)
{
	if (input_reads(t, file))
		return "is being read";
	if (rejects_is_named((const char *const *)t->holiday_names,
	    t->holiday_count, file))
		return "is a file of --holidays";
	if (rejects_is_named((const char *const *)t->map_names, t->map_count, file))
		return "is a file of --map";
	if (rejects_is_named((const char *const *)t->amend_names,
	    t->amend_count, file))
		return "is a file of --amend";
	if (rejects_is_named(t->own_names, t->own_name_count, file))
		return "is a file of another option";
	if (is_open(STDOUT_FILENO, file))
		return "is the output";
	return is_open(STDERR_FILENO, file) ? "takes the messages" : NULL;
}

/* A link to a pipe or a device is followed: nothing there can be destroyed, and
 * a shell gives its pipes as links. */
static int open_there(struct tool *t, const struct stat *name)
{
	bool link = S_ISLNK(name->st_mode);
	const char *use;
	struct stat st;

	if (link && (stat(t->rejects_name, &st) != 0 || S_ISREG(st.st_mode)))
		return rejects_refuse(t, "is a symbolic link");
	t->rejects_fd = open(t->rejects_name, O_WRONLY | O_CLOEXEC |
	    (link ? 0 : O_NOFOLLOW));
	if (t->rejects_fd < 0 || fstat(t->rejects_fd, &st) != 0)
		return cannot(t, errno);
	if (link && S_ISREG(st.st_mode))
		return rejects_refuse(t, "is a symbolic link");
	use = S_ISREG(st.st_mode) ? rejects_use_of(t, &st) : NULL;
	if (!use && t->log_name && rejects_is_named(&t->log_name, 1, &st))
		use = "is the file of --log";
	return use ? rejects_refuse(t, use) : -1;
}

void rejects_spare(struct tool *t, const char *name)
{
	const size_t most = sizeof(t->own_names) / sizeof(t->own_names[0]);

	if (t->own_name_count < most)
		t->own_names[t->own_name_count++] = name;
}

/* One that is to be made by either name. */
static bool is_to_be_made(const struct tool *t)
{
	for (size_t i = 0; i < t->own_name_count; i++)
		if (strcmp(t->own_names[i], t->rejects_name) == 0)
			return true;
	return false;
}

/* Whether it could be made, without making it. */
static int look_around(struct tool *t)
{
	char *folder = strdup(t->rejects_name);
	char *slash = folder ? strrchr(folder, '/') : NULL;
	int sys = 0;

	if (!folder)
		sys = ENOMEM;
	else if (slash)
		slash[slash == folder] = '\0';
	if (!sys && access(slash ? folder : ".", W_OK | X_OK) != 0)
		sys = errno;
	free(folder);
	return sys ? cannot(t, sys) : -1;
}

int rejects_check(struct tool *t)
{
	struct stat name;

	if (!t->rejects_name || t->fact_count || t->rejects_fd >= 0)
		return -1;
	if (strcmp(t->rejects_name, "-") == 0)
		return rejects_refuse(t, "is the output, ./- a file");
	if (is_to_be_made(t))
		return rejects_refuse(t, "is a file of another option");
	if (lstat(t->rejects_name, &name) == 0)
		return open_there(t, &name);
	return errno == ENOENT ? look_around(t) : cannot(t, errno);
}

/* -- What goes into it -------------------------------------------------- */

static bool rejects_failed(struct tool *t, int sys)
{
	tool_status(t, TOOL_STOPPED);
	if (sys != EPIPE) /* a reader that has seen enough */
		tool_error(t, &(struct tool_place){t->rejects_name, 0, 0,
		    NULL}, REC_E_WRITE, "cannot write: %s", strerror(sys));
	return false;
}

/* What was there goes now; what was not is new, whoever else may be about. */
static bool rejects_begin(struct tool *t)
{
	struct stat st;

	if (t->rejects_fd < 0)
		t->rejects_fd = open(t->rejects_name, O_WRONLY | O_CREAT |
		    O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	else if (fstat(t->rejects_fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    ftruncate(t->rejects_fd, 0) != 0)
		return rejects_failed(t, errno);
	return t->rejects_fd >= 0 || rejects_failed(t, errno);
}

static bool rejects_wrote(struct tool *t, int status)
{
	const struct rec_error *e = rec_out_error(t->rejects);

	return status == 0 || rejects_failed(t, e->sys ? e->sys : ENOMEM);
}

static bool is_begun(struct tool *t)
{
	if (t->rejects)
		return true;
	if (!rejects_begin(t))
		return false;
	t->rejects = rec_out_new(t->rejects_fd, t->in == REC_AUTO ?
	    rec_in_format(input_reader(t)) : t->in);
	return t->rejects || rejects_failed(t, ENOMEM);
}

bool rejects_put(struct tool *t)
{
	if (!t->rejects_name || t->fact_count)
		return true;
	return is_begun(t) &&
	    rejects_wrote(t, rec_put_raw(t->rejects, input_reader(t)));
}

bool rejects_put_rest(struct tool *t)
{
	int code = rec_in_error(input_reader(t))->code;

	/* What the system does not let us read cannot be written. */
	if (!t->rejects_name || code == REC_E_READ || code == REC_E_MEMORY ||
	    rec_in_format(input_reader(t)) != REC_CSV)
		return true;
	return is_begun(t) &&
	    rejects_wrote(t, rec_put_rest(t->rejects, input_reader(t)));
}

void rejects_end(struct tool *t)
{
	if (t->rejects)
		rejects_wrote(t, rec_flush(t->rejects));
	else if (t->rejects_name && !t->fact_count &&
	    t->status != TOOL_USAGE)
		rejects_begin(t);
}

void rejects_free(struct tool *t)
{
	rec_out_free(t->rejects);
	if (t->rejects_fd >= 0 && close(t->rejects_fd) != 0 && t->rejects)
		rejects_failed(t, errno);
}
