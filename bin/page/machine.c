/* SPDX-License-Identifier: MIT */
/*
 * machine.c - what the tools find of a machine inside a page: no threads, no
 * signals, no terminal.  It stands in for jobs.c, process.c and screen.c.
 */
#include "tool/screen.h"
#include "tool/tool.h"

void start_process(void)
{
}

bool jobs_wanted(const struct tool *t)
{
	(void)t;
	return false;
}

bool jobs_run(struct tool *t)
{
	(void)t;
	return true;
}

bool screen_is_there(void)
{
	return false;
}

int screen_width(void)
{
	return 80;
}
