/* SPDX-License-Identifier: MIT */
/* bare - the peer: a bare parse by libcsv, whose callbacks only count. */
#include <csv.h>
#include <stdio.h>
#include <unistd.h>

static char block[256 * 1024];

static void field(void *text, size_t len, void *count)
{
	(void)text, (void)len;
	((unsigned long *)count)[0]++;
}

static void row(int end, void *count)
{
	(void)end;
	((unsigned long *)count)[1]++;
}

int main(void)
{
	unsigned long count[2] = {0, 0};
	struct csv_parser parser;
	ssize_t n;

	if (csv_init(&parser, 0) != 0)
		return 1;
	while ((n = read(0, block, sizeof(block))) > 0)
		if (csv_parse(&parser, block, (size_t)n, field, row, count) !=
		    (size_t)n)
			return 1;
	csv_fini(&parser, field, row, count);
	csv_free(&parser);
	printf("%lu fields, %lu records\n", count[0], count[1]);
	return 0;
}
