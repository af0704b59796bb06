/* SPDX-License-Identifier: MIT */
/*
 * test_vouched.c - hours of custody that run up to the last day of a list of
 * holidays and past it.  Hours that are over at midnight end with the day
 * before.
 */
#include "answer_help.h"

static const struct {
	const char *facts;
	bool ended;
} cases[] = {
	{"detained_at=2015-03-04T10:00", false},
	{"detained_at=2015-03-05T00:00", false},
	{"detained_at=2015-03-05T00:01", true},
	{"detained_at=2015-03-06T00:00", true},
};

START_TEST(list_ends_on_a_thursday)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	char how[] = "vouched=2015-03-05";
	static struct icj_due due;
	size_t i = 0;

	help_how(&ctx, how);
	help_facts(c, cases[_i].facts);
	while (icj_due(c, &ctx, i, &due) &&
	    strcmp(due.duty->id, "runaway-release") != 0)
		i++;
	ck_assert_int_eq(due.list_ended, cases[_i].ended);
	ck_assert_int_eq(strstr(due.note, "vouched for") != NULL,
	    cases[_i].ended);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("vouched");
	TCase *t = tcase_create("cases");

	tcase_add_loop_test(t, list_ends_on_a_thursday, 0,
	    sizeof(cases) / sizeof(cases[0]));
	suite_add_tcase(s, t);
	return s;
}
