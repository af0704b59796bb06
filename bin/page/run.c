/* SPDX-License-Identifier: MIT */
/*
 * run.c - a tool as the page calls it: its name and its arguments, each behind a
 * NUL, in a module that runs one tool once.
 */
#include <stddef.h>
#include <string.h>

/* What main() is of each tool. */
int tool_eligible(int argc, char **argv);
int tool_permit(int argc, char **argv);
int tool_return(int argc, char **argv);
int tool_deadline(int argc, char **argv);
int icj_page_run(char *words, size_t len);

#define WORDS 500

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
} tools[] = {
	{"icj-eligible", tool_eligible}, {"icj-permit", tool_permit},
	{"icj-return", tool_return}, {"icj-deadline", tool_deadline},
};

/* The status of the tool; 2 for none of them, or too many words. */
int icj_page_run(char *words, size_t len)
{
	char *argv[WORDS + 1];
	int argc = 0;

	for (char *at = words; at < words + len; at += strlen(at) + 1) {
		if (argc == WORDS)
			return 2;
		argv[argc++] = at;
	}
	argv[argc] = NULL;
	for (size_t i = 0; argc && i < sizeof(tools) / sizeof(tools[0]); i++)
		if (strcmp(tools[i].name, argv[0]) == 0)
			return tools[i].run(argc, argv);
	return 2;
}
