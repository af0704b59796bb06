/* SPDX-License-Identifier: MIT */
/*
 * fuzz_holidays.c - holiday files: one is taken whole or refused with a
 * message that shows none of its names, and the calendar still counts.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "tool/tool.h"

static void check_calendar(const struct icj_calendar *cal)
{
	static const int days[] = { 2015, 2016, 2024 };

	for (size_t i = 0; i < 3; i++)
		for (icj_state s = 0; s <= ICJ_STATES; s += 7) {
			icj_date day = icj_date_of(days[i], 6, 28);
			icj_date there = icj_add_business_days(cal, s, day, 5);

			CHECK(there == ICJ_DATE_NONE ||
			    icj_count_business_days(cal, s, day, there) == 5);
			CHECK((icj_closed_because(cal, s, day) == NULL) ==
			    icj_is_business_day(cal, s, day));
			icj_calendar_vouched(cal, s);
		}
}

/* The end of the header: of the first line that is neither blank nor begins
 * with what may be a comment, line breaks in quotes being none. */
static size_t header_end(const char *text, size_t size)
{
	size_t at = 0;
	bool quoted = false;

	while (at < size && memchr("# \t\r\n\"\xc2\xa0\xef\xbb\xbf", text[at], 11)) {
		const char *stop = memchr(text + at, '\n', size - at);

		if (text[at] == '"' && (at + 1 == size || text[at + 1] != '#'))
			break;
		at = stop ? (size_t)(stop + 1 - text) : size;
	}
	/* A quote within a name that has none before it is one of its letters. */
	for (bool first = true; at < size && (quoted || text[at] != '\n'); at++)
		if (text[at] == '"' && (quoted || first))
			quoted = !quoted;
		else if (!quoted)
			first = text[at] == ',' || (first && text[at] == ' ');
	return at;
}

/* Takes words of ours out of a message. */
static void take_out(char *said, size_t len)
{
	static const char *const ours[] = { "a holiday file, which are date, "
		"state, name, kind and valid_through", "a comment that is not "
		"known; a list is vouched for by # valid-through: DATE",
		"separated by semicolons", "separated by tabs",
		"valid-through: ", "an empty holiday file: it closes no day "
		"and vouches for none" };

	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
		for (size_t at = 0, n = strlen(ours[i]); at + n <= len; at++)
			if (memcmp(said + at, ours[i], n) == 0)
				memset(said + at, ' ', n);
}

/* A header is no secret: the lines behind it are, unless they repeat it. */
static void check_messages(char *said, size_t len, const char *text,
    size_t size)
{
	size_t at = header_end(text, size);

	take_out(said, len);
	if (at < size && !fuzz_shows(text, at, text + at, size - at))
		CHECK(!fuzz_shows(said, len, text + at, size - at));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct fuzz_file file;
	static const struct tool_kind kind = { .name = "fuzz" };
	char *name = file.name, *said;
	struct tool t = { .kind = &kind, .holiday_names = &name,
		.holiday_count = 1 };
	size_t len;
	int status;

	if (size > FUZZ_MOST)
		return 0;
	if (!file.name[0]) {
		fuzz_file_open(&file);
		fuzz_listen();
	}
	fuzz_file_set(&file, data, size);
	status = holiday_read_all(&t);
	said = fuzz_said(&len);
	CHECK(status == -1 || status == TOOL_USAGE);
	/* A warning does not stop it. */
	CHECK(status == -1 || len > 0);
	CHECK(status != -1 || len == 0 ||
	    strstr(said, "warning: "));
	CHECK((status == -1) == (t.calendar != NULL));
	check_messages(said, len, (const char *)data, size);
	if (t.calendar)
		check_calendar(t.calendar);
	icj_calendar_free(t.calendar);
	free(said);
	return 0;
}
