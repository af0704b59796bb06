/* SPDX-License-Identifier: MIT */
/*
 * measure - times commands as whole processes, in turn, and prints for each
 * the median of its ratios to the first, taken round by round: a machine that
 * drifts moves both.
 *
 *   measure ROUNDS NAME COMMAND [NAME COMMAND ...]
 *
 * Commands are given to sh; their output goes where they send it.  The first
 * round is not counted.
 */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MOST 16
#define ROUNDS 64

static double seconds[MOST][ROUNDS], ratio[ROUNDS];
static long peak[MOST];

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double run(const char *command, long *most)
{
	double start = now();
	struct rusage used;
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &used) != pid || status != 0) {
		fprintf(stderr, "failed: %s\n", command);
		exit(1);
	}
	if (used.ru_maxrss > *most)
		*most = used.ru_maxrss;
	return now() - start;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return x < y ? -1 : x > y;
}

static double median(double *list, int n)
{
	qsort(list, (size_t)n, sizeof(*list), compare);
	return list[n / 2];
}

int main(int argc, char **argv)
{
	int rounds = argc > 1 ? atoi(argv[1]) : 0;
	int n = (argc - 2) / 2;

	if (rounds < 1 || rounds >= ROUNDS || n < 1 || n > MOST) {
		fputs("usage: measure ROUNDS NAME COMMAND ...\n", stderr);
		return 2;
	}
	for (int r = -1; r < rounds; r++)
		for (int i = 0; i < n; i++)
			seconds[i][r < 0 ? 0 : r] =
			    run(argv[3 + 2 * i], &peak[i]);
	printf("%-34s %9s %9s %9s\n", "", "x first", "seconds", "peak MB");
	for (int i = 0; i < n; i++) {
		for (int r = 0; r < rounds; r++)
			ratio[r] = seconds[0][r] / seconds[i][r];
		printf("%-34s %9.2f", argv[2 + 2 * i], median(ratio, rounds));
		for (int r = 0; r < rounds; r++)
			ratio[r] = seconds[i][r];
		printf(" %9.3f %9.1f\n", median(ratio, rounds),
		    (double)peak[i] / 1024);
	}
	return 0;
}
