/* SPDX-License-Identifier: MIT */
/* ical.c - a calendar on stdin through libical: counts its events, and fails
 * where libical finds anything wrong. */
#include <libical/ical.h>
#include <stdio.h>

int main(void)
{
	static char text[1 << 22];
	size_t len = fread(text, 1, sizeof(text) - 1, stdin);
	icalcomponent *calendar;
	int wrong;

	text[len] = '\0';
	calendar = icalparser_parse_string(text);
	if (!calendar)
		return 1;
	wrong = icalcomponent_count_errors(calendar) +
	    !icalrestriction_check(calendar);
	printf("%d events, %d wrong\n",
	    icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT),
	    wrong);
	icalcomponent_free(calendar);
	return wrong != 0;
}
