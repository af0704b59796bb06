/* SPDX-License-Identifier: MIT */
/*
 * fuzz_holidays.c - holiday files: one is taken whole or refused with a
 * message that shows none of its names, and the calendar still counts.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "tool.h"

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

/* A header is no secret: the lines behind it are. */
static void check_messages(const char *said, size_t len, const char *text,
    size_t size)
{
	const char *stop = size ? memchr(text, '\n', size) : NULL;

	if (stop)
		CHECK(!fuzz_shows(said, len, stop,
		    size - (size_t)(stop - text)));
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
	CHECK((status == -1) == (len == 0));
	CHECK((status == -1) == (t.calendar != NULL));
	check_messages(said, len, (const char *)data, size);
	if (t.calendar)
		check_calendar(t.calendar);
	icj_calendar_free(t.calendar);
	free(said);
	return 0;
}
