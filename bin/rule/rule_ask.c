/* SPDX-License-Identifier: MIT */
/*
 * rule_ask.c - runs a sibling tool on one record and keeps what it prints.
 * No shell is involved: the tool's path is this program's folder and a name
 * without a slash.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rule/rule.h"

extern char **environ;

/* What a pipe takes without a reader, so that nothing can wait for us. */
#define PIPE_ROOM 65536
#define ANSWER_MAX (4 * 1024 * 1024)

static bool sibling(const char *name, char *path, size_t size)
{
	ssize_t n = readlink("/proc/self/exe", path, size - 1);
	char *slash;

	if (n < 0 || strchr(name, '/'))
		return false;
	path[n] = '\0';
	slash = strrchr(path, '/');
	if (!slash || (size_t)(slash + 1 - path) + strlen(name) >= size)
		return false;
	strcpy(slash + 1, name);
	return access(path, X_OK) == 0;
}

static void become(const char *path, char *const *arguments, int in, int out)
{
	int silent = open("/dev/null", O_WRONLY);

	if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 &&
	    silent >= 0 && dup2(silent, STDERR_FILENO) >= 0)
		execve(path, arguments, environ);
	_exit(126);
}

static bool rule_ask_write_all(int fd, const char *text, size_t len)
{
	while (len) {
		ssize_t n = write(fd, text, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno == EPIPE; /* it has read enough */
		text += n;
		len -= (size_t)n;
	}
	return true;
}

static bool grow(struct answer *a, size_t *room)
{
	char *more;

	if (*room >= ANSWER_MAX)
		return false;
	*room = *room ? 2 * *room : 16384;
	more = realloc(a->text, *room);
	if (more)
		a->text = more;
	return more != NULL;
}

static bool rule_ask_read_all(int fd, struct answer *a)
{
	size_t room = 0;

	for (;;) {
		ssize_t n;

		if (a->len == room && !grow(a, &room))
			return false;
		n = read(fd, a->text + a->len, room - a->len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		a->len += (size_t)n;
	}
}

static int rule_ask_status_of(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void talk(pid_t child, int to, int from, const char *text, size_t len,
    struct answer *out)
{
	void (*before)(int) = signal(SIGPIPE, SIG_IGN);
	bool fine = rule_ask_write_all(to, text, len);

	signal(SIGPIPE, before);
	close(to);
	fine = rule_ask_read_all(from, out) && fine;
	close(from);
	out->status = rule_ask_status_of(child);
	if (!fine || out->status == 126)
		out->status = -1;
}

static bool pipes(int to[2], int from[2])
{
	if (pipe(to) != 0)
		return false;
	if (pipe(from) == 0)
		return true;
	close(to[0]);
	close(to[1]);
	return false;
}

bool rule_ask(char *const *arguments, const char *text, size_t len,
    struct answer *out)
{
	char path[4096];
	int to[2], from[2];
	pid_t child;

	*out = (struct answer){.status = -1};
	if (len > PIPE_ROOM || !sibling(arguments[0], path, sizeof(path)) ||
	    !pipes(to, from))
		return false;
	fflush(stdout);
	child = fork();
	if (child == 0) {
		close(to[1]);
		close(from[0]);
		become(path, arguments, to[0], from[1]);
	}
	close(to[0]);
	close(from[1]);
	if (child < 0) {
		close(to[1]);
		close(from[0]);
		return false;
	}
	talk(child, to[1], from[0], text, len, out);
	return out->status >= 0;
}
