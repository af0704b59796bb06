/* SPDX-License-Identifier: MIT */
/*
 * main.c - replays inputs through a fuzzer without libFuzzer, for any
 * compiler: each operand is a file, or a folder of them.  It prints how many.
 */
#define _POSIX_C_SOURCE 200809L
#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MOST (1 << 20)

static unsigned long count;
static int say; /* stdout, which a fuzzer may use for a tool's */

static int fail(const char *name)
{
	dprintf(say, "%s: %s\n", name, strerror(errno));
	return 1;
}

static int replay_file(const char *name)
{
	FILE *f = fopen(name, "rb");
	char *all = f ? malloc(MOST) : NULL;
	uint8_t *data;
	size_t size;

	if (!all)
		return fail(name);
	size = fread(all, 1, MOST, f);
	fclose(f);
	/* Just as long as the input, for the checkers of memory. */
	data = malloc(size ? size : 1);
	if (!data)
		return fail(name);
	memcpy(data, all, size);
	free(all);
	/* A crash is to be known by its input. */
	dprintf(say, "%s\n", name);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	count++;
	return 0;
}

static int replay(const char *name)
{
	DIR *dir = opendir(name);
	const struct dirent *entry;
	char path[4096];
	int bad = 0;

	if (!dir)
		return replay_file(name);
	while ((entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", name, entry->d_name);
		bad |= replay_file(path);
	}
	closedir(dir);
	return bad;
}

int main(int argc, char **argv)
{
	int bad = 0;

	say = dup(STDOUT_FILENO);
	for (int i = 1; i < argc; i++)
		bad |= replay(argv[i]);
	dprintf(say, "%lu replayed\n", count);
	return bad;
}
