/* SPDX-License-Identifier: MIT */
/*
 * measure - times commands as whole processes, in turn, and prints for each
 * the median of its ratios to the first, taken round by round: a machine that
 * drifts moves both.
 *
 *   measure ROUNDS TIMES NAME COMMAND [NAME COMMAND ...]
 *
 * Each round runs each command TIMES times; a first round is not counted.  A
 * line has the ratio (above 1: faster than the first command), the seconds of
 * a round, the peak memory in MB and the name.
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

#define MOST 16
#define ROUNDS 64
#define WORDS 32

extern char **environ;

static struct command {
	const char *name;
	char *word[WORDS], *input;
	double seconds[ROUNDS];
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

static void run(struct command *c)
{
	posix_spawn_file_actions_t files;
	struct rusage used;
	int status;
	pid_t pid;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, c->input, O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	if (posix_spawnp(&pid, c->word[0], &files, NULL, c->word, environ) ||
	    wait4(pid, &status, 0, &used) != pid || status != 0)
		fail(c);
	posix_spawn_file_actions_destroy(&files);
	if (used.ru_maxrss > c->peak)
		c->peak = used.ru_maxrss;
}

static double seconds_of(struct command *c, int times)
{
	struct timespec a, b;

	clock_gettime(CLOCK_MONOTONIC, &a);
	while (times--)
		run(c);
	clock_gettime(CLOCK_MONOTONIC, &b);
	return (double)(b.tv_sec - a.tv_sec) +
	    (double)(b.tv_nsec - a.tv_nsec) / 1e9;
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

static void print(const struct command *c, int rounds)
{
	double ratio[ROUNDS];

	for (int r = 0; r < rounds; r++)
		ratio[r] = commands[0].seconds[r] / c->seconds[r];
	printf("%.3f %.4f %.1f %s\n", median(ratio, rounds),
	    median(c->seconds, rounds), (double)c->peak / 1024, c->name);
}

int main(int argc, char **argv)
{
	int rounds = argc > 2 ? atoi(argv[1]) : 0;
	int times = argc > 2 ? atoi(argv[2]) : 0;
	int n = (argc - 3) / 2;

	if (rounds < 1 || rounds >= ROUNDS || times < 1 || n < 1 || n > MOST) {
		fputs("usage: measure ROUNDS TIMES NAME COMMAND ...\n", stderr);
		return 2;
	}
	for (int i = 0; i < n; i++) {
		commands[i].name = argv[3 + 2 * i];
		split(&commands[i], argv[4 + 2 * i]);
	}
	for (int r = -1; r < rounds; r++)
		for (int i = 0; i < n; i++)
			commands[i].seconds[r < 0 ? 0 : r] =
			    seconds_of(&commands[i], times);
	for (int i = 0; i < n; i++)
		print(&commands[i], rounds);
	return 0;
}
