/* SPDX-License-Identifier: MIT */
/*
 * machine.c - what the tools find of a machine inside a page: no threads, no
 * signals, no terminal, no log.  It stands in for decision.c, jobs.c, process.c
 * and screen.c.
 */
#include "tool/decision.h"
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

/* -- A log, which no page asks for -------------------------------------- */

int decision_open(struct tool *t)
{
	(void)t;
	return -1;
}

bool decision_put(struct tool *t)
{
	(void)t;
	return true;
}

void decision_free(struct tool *t)
{
	(void)t;
}
