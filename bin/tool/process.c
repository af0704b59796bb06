/* SPDX-License-Identifier: MIT */
/* process.c - descriptors and signals of a run, before anything is opened. */
#include "tool/tool.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* A descriptor that is closed must not be given to a file we open; and what
 * is there instead refuses to be read, or written, as a closed one does. */
static void keep_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			return;
}

/* What the signal does by itself, once the call it came into is done. */
static void leave(int sig)
{
	raise(sig);
}

/* A signal that kills cuts a write to a file in two between pages; one that is
 * caught lets it finish.  Whoever ignores it still does. */
static void finish_writes(void)
{
	static const int signals[] = {SIGTERM, SIGINT, SIGHUP};
	struct sigaction act = {.sa_handler = leave,
		.sa_flags = (int)(SA_RESETHAND | SA_NODEFER)}, old;

	sigemptyset(&act.sa_mask);
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		if (sigaction(signals[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			sigaction(signals[i], &act, NULL);
}

/* A file that may grow no more is an error of write(2), after which there is
 * something to be said and to be left whole. */
void start_process(void)
{
	keep_descriptors();
	finish_writes();
	signal(SIGXFSZ, SIG_IGN);
}
