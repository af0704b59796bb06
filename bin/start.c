/* SPDX-License-Identifier: MIT */
/*
 * start.c - what every run begins with, whoever has the loop: descriptors, the
 * day it is, words of options, names of columns, headers.  Knows no record and
 * no field.
 */
#include "tool.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* A descriptor that is closed must not be given to a file we open; and what
 * is there instead refuses to be read, or written, as a closed one does. */
void start_keep_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null",
		    fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			return;
}

void start_today(struct icj_time *t)
{
	time_t now = time(NULL);
	struct tm tm;

	localtime_r(&now, &tm);
	t->date = icj_date_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
	t->second = ICJ_NO_CLOCK;
	t->offset = ICJ_NO_OFFSET;
}

int start_one_of(const char *word, const char *const *words)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return -1;
}

bool start_take_format(struct tool *t, const char *word, bool out)
{
	static const char *const words[] = {
		"csv", "yaml", "json", "table", "explain", NULL
	};
	int i = start_one_of(word, words);

	if (i < 0 || (!out && i > 2))
		return false;
	if (!out)
		t->in = (enum rec_format)(REC_CSV + i);
	else if (i < 4)
		t->out = (enum rec_format)(REC_CSV + i);
	if (out)
		t->explain = i == 4;
	return true;
}

struct rec_text *start_split_columns(const char *list, size_t *count)
{
	struct rec_text *columns;
	size_t n = 1;

	for (const char *p = list; *p; p++)
		n += *p == ',';
	columns = calloc(n, sizeof(*columns));
	for (size_t i = 0; columns && i < n; i++) {
		columns[i].text = list;
		columns[i].len = strcspn(list, ",");
		list += columns[i].len + 1;
	}
	*count = n;
	return columns;
}

bool start_same_header(const struct rec_in *a, const struct rec_in *b)
{
	size_t na, nb;
	const struct rec_text *ha = rec_in_header(a, &na);
	const struct rec_text *hb = rec_in_header(b, &nb);

	if (na != nb || rec_in_format(a) != rec_in_format(b))
		return false;
	for (size_t i = 0; i < na; i++)
		if (ha[i].len != hb[i].len ||
		    memcmp(ha[i].text, hb[i].text, ha[i].len) != 0)
			return false;
	return true;
}

/* What cannot even be begun is a wrong file; what breaks off in the middle
 * is a stream that stopped. */
int start_status(const struct rec_error *e)
{
	return e->code == REC_E_READ || e->code == REC_E_HEADER ||
	    e->code == REC_E_UTF16 ? TOOL_USAGE : TOOL_STOPPED;
}
