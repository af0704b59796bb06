/* SPDX-License-Identifier: MIT */
/*
 * measure - times commands as whole processes, in turn, and prints for each
 * the median of its ratios to the first, taken round by round: a machine that
 * drifts moves both.
 *
 *   measure ROUNDS TIMES NAME COMMAND [NAME COMMAND ...]
 *
 * Each round runs each command TIMES times; a first round is not counted.  A
 * line has the ratios of processor time and of time (above 1: faster than the
 * first command), the seconds of a round, the peak memory in MB and the name.
 * With 0 TIMES the time is that until the first byte of output.
 *
 * No shell stands between, for its own start would hide theirs: a command is
 * words between blanks, "<FILE" among them is its input, and its output goes
 * to /dev/null.
 */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 24
#define ROUNDS 64
#define WORDS 32

extern char **environ;

static struct command {
	const char *name;
	char *word[WORDS], *input;
	double used[ROUNDS], seconds[ROUNDS]; /* of processors, and passed */
	long peak; /* kB */
} commands[MOST];

static void split(struct command *c, char *text)
{
	size_t n = 0;

	c->input = "/dev/null";
	for (char *w = strtok(text, " "); w; w = strtok(NULL, " "))
		if (*w == '<')
			c->input = w + 1;
		else if (n < WORDS - 1)
			c->word[n++] = w;
}

static void fail(const struct command *c)
{
	fprintf(stderr, "measure: %s failed: %s\n", c->name, c->word[0]);
	exit(1);
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static pid_t begin(struct command *c, int out)
{
	posix_spawn_file_actions_t files;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, c->input, O_RDONLY, 0);
	if (out < 0)
		posix_spawn_file_actions_addopen(&files, 1, "/dev/null",
		    O_WRONLY, 0);
	else
		posix_spawn_file_actions_adddup2(&files, out, 1);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&pid, c->word[0], &files, NULL, c->word, environ))
		fail(c);
	posix_spawn_file_actions_destroy(&files);
	return pid;
}

/* Gives the seconds that processors worked for it.  Records that cannot be read
 * are told by status 3. */
static double end(struct command *c, pid_t pid)
{
	struct rusage used;
	int status;

	if (wait4(pid, &status, 0, &used) != pid || !WIFEXITED(status) ||
	    (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != 3))
		fail(c);
	if (used.ru_maxrss > c->peak)
		c->peak = used.ru_maxrss;
	return seconds_of(used.ru_utime) + seconds_of(used.ru_stime);
}

static double time_first(struct command *c)
{
	static char block[65536];
	double from = now(), first;
	int ends[2];
	pid_t pid;

	if (pipe(ends) != 0)
		fail(c);
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	pid = begin(c, ends[1]);
	close(ends[1]);
	if (read(ends[0], block, 1) < 0)
		fail(c);
	first = now() - from;
	while (read(ends[0], block, sizeof(block)) > 0)
		;
	close(ends[0]);
	end(c, pid);
	return first;
}

static void run(struct command *c, int round, int times)
{
	double from = now();

	c->used[round] = 0;
	if (times == 0) {
		c->used[round] = c->seconds[round] = time_first(c);
		return;
	}
	while (times-- > 0)
		c->used[round] += end(c, begin(c, -1));
	c->seconds[round] = now() - from;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(const double *list, int n)
{
	double sorted[ROUNDS];

	memcpy(sorted, list, (size_t)n * sizeof(*list));
	qsort(sorted, (size_t)n, sizeof(*sorted), compare);
	return sorted[n / 2];
}

static double ratio_of(const double *first, const double *list, int rounds)
{
	double ratio[ROUNDS];

	for (int r = 0; r < rounds; r++)
		ratio[r] = first[r] / list[r];
	return median(ratio, rounds);
}

static void print(const struct command *c, int rounds)
{
	printf("%.3f %.3f %.4f %.1f %s\n",
	    ratio_of(commands[0].used, c->used, rounds),
	    ratio_of(commands[0].seconds, c->seconds, rounds),
	    median(c->seconds, rounds), (double)c->peak / 1024, c->name);
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0;
	int times = argc > 2 ? atoi(argv[2]) : 0;
	int n = (argc - 3) / 2;

	if (rounds < 1 || rounds >= ROUNDS || times < 0 || n < 1 || n > MOST) {
		fputs("usage: measure ROUNDS TIMES NAME COMMAND ...\n", stderr);
		return 2;
	}
	for (int i = 0; i < n; i++) {
		commands[i].name = argv[3 + 2 * i];
		split(&commands[i], argv[4 + 2 * i]);
	}
	for (int r = -1; r < rounds; r++)
		for (int i = 0; i < n; i++)
			run(&commands[i], r < 0 ? 0 : r, times);
	for (int i = 0; i < n; i++)
		print(&commands[i], rounds);
	return 0;
}
