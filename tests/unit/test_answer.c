/* SPDX-License-Identifier: MIT */
/*
 * test_answer.c - answers as JSON and as prose: what they are asked by counts,
 * and what does not fit is cut.  What they say is what the tools say:
 * tests/cli/languages.sh.
 */
#include <string.h>

#include "icj.h"
#include "suite.h"

#define ROOM 32768

static const char consents[] = "{\"form_iii_received\": \"2015-07-06\", "
	"\"home_state\": \"TX\", \"charges_pending\": \"no\"}";

/* Both of a record, one behind the other. */
static const char *answer_both(const char *question, const char *record,
    const char *as_of, const char *edition, const struct icj_calendar *calendar)
{
	static char text[2 * ROOM];
	size_t len = icj_answer_json(question, record, as_of, edition, calendar,
	    text, ROOM);

	ck_assert_uint_eq(len, strlen(text));
	text[len++] = '\n';
	icj_answer_prose(question, record, as_of, edition, calendar, false, 78,
	    text + len, ROOM);
	return text;
}

static void ck_both_have(const char *text, const char *json, const char *prose)
{
	const char *end = strchr(text, '\n');
	const char *found = strstr(text, json);

	ck_assert_msg(found && found < end, "no %s in %s", json, text);
	ck_assert_msg(strstr(end, prose), "no %s in %s", prose, end);
}

START_TEST(closures_count)
{
	struct icj_closure closed = {icj_date_of(2015, 7, 8),
	    icj_state_find("TX", 2), false, "x"};
	struct icj_calendar *calendar = icj_calendar_new(&closed, 1, NULL, 0);

	ck_both_have(answer_both("deadline", consents, "2015-07-07", NULL,
	    NULL), "\"due\": \"2015-07-13\"", "2015-07-13");
	ck_both_have(answer_both("deadline", consents, "2015-07-07", NULL,
	    calendar), "\"due\": \"2015-07-14\"", "2015-07-14");
	icj_calendar_free(calendar);
}
END_TEST

START_TEST(moment_and_edition_count)
{
	ck_both_have(answer_both("deadline", consents, "2015-07-14", NULL,
	    NULL), "\"status\": \"overdue\"", "overdue");
	ck_both_have(answer_both("deadline", consents, "2015-07-13", "auto",
	    NULL), "\"status\": \"due\"", "due");
	ck_both_have(answer_both("permit", "{\"travel_hours\": 48}",
	    "2015-07-13", "2024-04-01", NULL),
	    "\"permit_edition\": \"2024-04-01\"",
	    "Rules as effective 2024-04-01");
	ck_both_have(answer_both("permit", "{\"travel_hours\": 48}",
	    "2015-07-13", NULL, NULL), "\"permit_edition\": \"2015-01-01\"",
	    "Rules as effective 2015-01-01");
}
END_TEST

START_TEST(refusals_say_why)
{
	static const struct {
		const char *question, *record, *as_of, *edition, *why;
	} bad[] = {
		{"eligible", "{}", "soon", NULL, "as_of is not a date or a time"},
		{"eligible", "{}", NULL, "soon", "edition is not a date"},
		{"eligible", "{}", NULL, "", "edition is not a date"},
		{"dues", "{}", NULL, NULL, "no such question, or no record"},
		{"eligible", NULL, NULL, NULL, "no such question, or no record"},
		{"eligible", "{", NULL, NULL, "the record is not one JSON object"},
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_both_have(answer_both(bad[i].question, bad[i].record,
		    bad[i].as_of, bad[i].edition, NULL), bad[i].why,
		    bad[i].why);
}
END_TEST

/* Control characters of a name never reach a terminal. */
START_TEST(prose_is_masked)
{
	char text[ROOM];

	icj_answer_prose("eligible", "{\"plan_days\": 91, "
	    "\"shoe\\u001b[31m\\u007fsize\": 9}", "2015-07-13", NULL, NULL,
	    true, 78, text, sizeof(text));
	ck_assert_msg(strstr(text, "shoe?[31m?size"), "%s", text);
	for (const char *at = text; *at; at++)
		ck_assert_msg((unsigned char)*at >= ' ' || *at == '\n', "%s",
		    text);
	ck_assert_ptr_null(strchr(text, 0x7f));
}
END_TEST

START_TEST(what_does_not_fit_is_cut)
{
	static char whole[2][ROOM], part[ROOM];
	const size_t sizes[] = {1, 2, 77, 900};
	size_t len[2];

	len[0] = icj_answer_json("deadline", consents, "2015-07-07", NULL,
	    NULL, whole[0], ROOM);
	len[1] = icj_answer_prose("deadline", consents, "2015-07-07", NULL,
	    NULL, false, 0, whole[1], ROOM);
	for (size_t i = 0; i < 4; i++) {
		size_t n = sizes[i];

		memset(part, '#', sizeof(part));
		ck_assert_uint_eq(icj_answer_json("deadline", consents,
		    "2015-07-07", NULL, NULL, part, n), len[0]);
		ck_assert_int_eq(strncmp(part, whole[0], n - 1), 0);
		ck_assert(part[n < len[0] ? n - 1 : len[0]] == '\0' &&
		    part[n] == '#');
		memset(part, '#', sizeof(part));
		ck_assert_uint_eq(icj_answer_prose("deadline", consents,
		    "2015-07-07", NULL, NULL, false, 0, part, n), len[1]);
		ck_assert_int_eq(strncmp(part, whole[1], n - 1), 0);
		ck_assert(part[n < len[1] ? n - 1 : len[1]] == '\0' &&
		    part[n] == '#');
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("answer");
	TCase *tc = tcase_create("asked");

	tcase_add_test(tc, closures_count);
	tcase_add_test(tc, moment_and_edition_count);
	tcase_add_test(tc, refusals_say_why);
	tcase_add_test(tc, prose_is_masked);
	tcase_add_test(tc, what_does_not_fit_is_cut);
	suite_add_tcase(s, tc);
	return s;
}
