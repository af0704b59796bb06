/* SPDX-License-Identifier: MIT */
/*
 * screen.c - how wide the terminal is.  What goes to a file or a pipe never
 * depends on it.
 */
#define _DEFAULT_SOURCE /* TIOCGWINSZ */
#include "tool/screen.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define SCREEN_LEAST 40
#define SCREEN_MOST 200
#define SCREEN_USUAL 80

bool screen_is_there(void)
{
	return isatty(STDOUT_FILENO) == 1;
}

static int screen_columns(void)
{
	const char *said = getenv("COLUMNS");
	int n = said ? atoi(said) : 0;
	struct winsize size;

	if (n > 0)
		return n;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return SCREEN_USUAL;
}

int screen_width(void)
{
	int n = screen_is_there() ? screen_columns() : SCREEN_USUAL;

	return n < SCREEN_LEAST ? SCREEN_LEAST :
	    n > SCREEN_MOST ? SCREEN_MOST : n;
}
