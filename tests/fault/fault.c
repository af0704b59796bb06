/* SPDX-License-Identifier: MIT */
/*
 * fault.c - runs a command again and again under shim.c, each time with
 * another fault, and checks how it ends.
 *
 *	fault SHIM KIND INPUT COMMAND [ARGUMENT ...]
 *
 * alloc, read, write: the first such call fails, then the second, and so on
 * until a run passes untouched.  full: the disk is full after so many bytes,
 * which the system itself sees to, as stdio writes past the shim.  short,
 * eintr, eagain: nothing may change.  It prints how many runs there were, how
 * many of them met a fault, and a line for each that went wrong; none that met
 * one is wrong, too.  live: only says how much memory a run holds at its end.
 *
 * $SIDE names a file that the command writes besides: what a run leaves there is
 * all of it, or a beginning of whole lines if the run says that it failed.
 *
 * A run that fails has to end by itself with a status of a failure and one
 * line at least on stderr, write nothing but a beginning of whole records, and
 * hold no more memory at its end than a run that passes.
 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REPORT = 9, STEPS = 60, MOST_BAD = 5 };

struct result {
	int status;
	char *out, *err;
	size_t out_len, err_len;
	char *side; /* of $SIDE */
	size_t side_len;
	long failed, live;
};

static const char *shim, *kind, *input, *side;
static char **command;
static int bad;
static long met_by; /* runs that met a fault */
static bool is_table, is_prose;

static _Noreturn void stop(const char *what)
{
	perror(what);
	exit(2);
}

static int memory_file(void)
{
	int fd = memfd_create("fault", 0);

	if (fd < 0)
		stop("memfd_create");
	return fd;
}

/* What a file of such a size takes a pipe takes without a reader. */
static char *drained(int fd, size_t *len)
{
	char *text = malloc(65537);
	ssize_t n;

	*len = 0;
	while (text && (n = read(fd, text + *len, 65536 - *len)) > 0)
		*len += (size_t)n;
	if (!text || n < 0)
		stop("read");
	text[*len] = '\0';
	close(fd);
	return text;
}

static char *contents(int fd, size_t *len)
{
	off_t end = lseek(fd, 0, SEEK_END);
	char *text = malloc((size_t)end + 1);

	if (!text || pread(fd, text, (size_t)end, 0) != end)
		stop("pread");
	text[end] = '\0';
	*len = (size_t)end;
	close(fd);
	return text;
}

/* Files, not pipes: stdout alone. */
static void fill_disk(const char *fault)
{
	struct rlimit most;

	if (strncmp(fault, "full:", 5))
		return;
	most.rlim_cur = most.rlim_max = (rlim_t)atol(fault + 5);
	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &most))
		_exit(126);
}

static void become(const char *fault, const int fd[3])
{
	int from = open(input, O_RDONLY);

	if (from < 0)
		_exit(126);
	fill_disk(fault);
	/* Above those that are set up one by one. */
	dup2(fd[0], 21);
	dup2(fd[1], 22);
	dup2(fd[2], 23);
	dup2(from, STDIN_FILENO);
	dup2(21, STDOUT_FILENO);
	dup2(22, STDERR_FILENO);
	dup2(23, REPORT);
	for (int i = 3; i < 30; i++)
		if (i != REPORT)
			close(i);
	setenv("LD_PRELOAD", shim, 1);
	setenv("FAULT", fault, 1);
	execvp(command[0], command);
	_exit(127);
}

static void read_side(struct result *r)
{
	int fd = side ? open(side, O_RDONLY) : -1;

	r->side_len = 0;
	r->side = fd < 0 ? NULL : contents(fd, &r->side_len);
}

static struct result run(const char *fault)
{
	int err[2], report[2], out = memory_file();
	long allocs, reads, writes;
	struct result r;
	char *told;
	size_t len;
	pid_t pid;

	if (side)
		unlink(side);
	if (pipe(err) || pipe(report))
		stop("pipe");
	pid = fork();
	if (pid < 0)
		stop("fork");
	if (pid == 0)
		become(fault, (int[]){ out, err[1], report[1] });
	close(err[1]);
	close(report[1]);
	if (waitpid(pid, &r.status, 0) != pid)
		stop("waitpid");
	r.out = contents(out, &r.out_len);
	r.err = drained(err[0], &r.err_len);
	read_side(&r);
	told = drained(report[0], &len);
	if (sscanf(told, "%ld %ld %ld %ld %ld", &allocs, &reads, &writes,
	    &r.failed, &r.live) != 5) {
		r.failed = 1;
		r.live = 0;
	}
	free(told);
	return r;
}

static void drop(struct result *r)
{
	free(r->out);
	free(r->err);
	free(r->side);
}

/* Of the file besides: all, or the lines before a failure that was told. */
static bool is_side_whole(const struct result *r, const struct result *base)
{
	if (r->status == base->status && r->side_len != base->side_len)
		return false;
	if (r->side_len > base->side_len ||
	    (r->side_len && memcmp(r->side, base->side, r->side_len)))
		return false;
	return r->side_len == 0 || r->side[r->side_len - 1] == '\n';
}

static bool is_same(const struct result *a, const struct result *b)
{
	return a->status == b->status && a->out_len == b->out_len &&
	    memcmp(a->out, b->out, a->out_len) == 0;
}

/* Short of memory, YAML may be quoted where it need not be. */
static bool is_like(const struct result *a, const struct result *b)
{
	const char *p = a->out, *q = b->out;

	while (*p || *q) {
		p += strspn(p, "'");
		q += strspn(q, "'");
		if (*p != *q)
			return false;
		p += *p != '\0';
		q += *q != '\0';
	}
	return a->status == b->status;
}

/* Records of YAML begin with "---"; all others are lines. */
static bool is_whole(const struct result *r, const struct result *base)
{
	const char *rest = base->out + r->out_len;
	bool yaml = strncmp(base->out, "---\n", 4) == 0 ||
	    strstr(base->out, "\n---\n");

	/* As much of a table as there is has widths of its own. */
	if (is_table)
		return r->out_len == 0 || r->out[r->out_len - 1] == '\n';
	if (is_prose)
		return true;
	if (r->out_len > base->out_len ||
	    memcmp(r->out, base->out, r->out_len) != 0)
		return false;
	if (r->out_len == 0 || *rest == '\0')
		return true;
	return rest[-1] == '\n' && (!yaml || strncmp(rest, "---", 3) == 0);
}

static void complain(const char *fault, const struct result *r,
    const char *what)
{
	bad++;
	if (bad > MOST_BAD)
		return;
	printf("%s: %s (status %d, signal %d, %zu bytes, %ld live): %s\n",
	    fault, what, WEXITSTATUS(r->status),
	    WIFSIGNALED(r->status) ? WTERMSIG(r->status) : 0, r->out_len,
	    r->live, r->err_len ? r->err : "silent\n");
}

static void check(const char *fault, const struct result *r,
    const struct result *base)
{
	int status = WEXITSTATUS(r->status);

	if (!WIFEXITED(r->status))
		complain(fault, r, "killed by a signal");
	else if (r->live > base->live)
		complain(fault, r, "memory is lost");
	else if (!is_side_whole(r, base))
		complain(fault, r, "the file besides is not whole");
	else if (is_like(r, base))
		return; /* it got by without */
	else if (status == 1 && strstr(r->out, "not ok"))
		return; /* a scenario that could not be asked */
	else if (status < 2 || status > 4)
		complain(fault, r, "the status is not that of a failure");
	else if (r->err_len == 0)
		complain(fault, r, "no word about it");
	else if (strstr(r->err, ":  [") || strstr(r->err, "Success"))
		complain(fault, r, "no reason in the message");
	else if (status == 2 && r->out_len > 0)
		complain(fault, r, "something written with status 2");
	else if (!is_whole(r, base))
		complain(fault, r, "not whole records");
}

/* One more run; false once the fault was not met. */
static bool try(long n, const struct result *base)
{
	struct result r;
	char fault[40];
	bool met;

	snprintf(fault, sizeof(fault), "%s:%ld", kind, n);
	r = run(fault);
	met = r.failed > 0 || strcmp(kind, "full") == 0;
	met_by += met;
	if (met)
		check(fault, &r, base);
	else if (!is_same(&r, base))
		complain(fault, &r, "another answer without a fault");
	drop(&r);
	return met;
}

static long try_all(const struct result *base)
{
	long n = 0;

	if (strcmp(kind, "full") == 0) {
		long step = (long)base->out_len / STEPS + 1, runs = 0;

		for (; n < (long)base->out_len; n += step, runs++)
			try(n, base);
		return runs;
	}
	/* Each allocation in turn, as each is another place; of many reads and
	 * writes some. */
	while (try(++n, base) && n < 100000)
		if (strcmp(kind, "alloc") && n > STEPS)
			n += n / 10;
	return n;
}

static long try_once(const struct result *base)
{
	struct result r = run(kind);

	if (!is_same(&r, base))
		complain(kind, &r, "another answer");
	drop(&r);
	return 1;
}

int main(int argc, char **argv)
{
	struct result base;
	long runs;

	if (argc < 5)
		return 2;
	shim = argv[1];
	kind = argv[2];
	input = argv[3];
	side = getenv("SIDE");
	command = argv + 4;
	/* What is for people, or reads no records, has none. */
	is_prose = strcmp(input, "/dev/null") == 0;
	for (int i = 4; i < argc; i++) {
		is_table |= strcmp(argv[i], "table") == 0;
		is_prose |= strcmp(argv[i], "--explain") == 0 ||
		    strcmp(argv[i], "--scenarios") == 0;
	}
	base = run("");
	if (!WIFEXITED(base.status) || WEXITSTATUS(base.status) == 127 ||
	    base.out_len == 0) {
		printf("does not run: %s", base.err);
		return 2;
	}
	if (strcmp(kind, "live") == 0) {
		printf("%ld live\n", base.live);
		return 0;
	}
	runs = strcmp(kind, "short") && strcmp(kind, "eintr") &&
	    strcmp(kind, "eagain") ? try_all(&base) : try_once(&base);
	printf("%ld runs, %ld met, %d bad\n", runs, met_by, bad);
	drop(&base);
	return bad > 0 || (runs > 1 && met_by == 0);
}
