/* SPDX-License-Identifier: MIT */
/*
 * test_vouched.c - what a list of holidays says to a duty: hours of custody
 * that run up to its last day and past it, where hours that are over at
 * midnight end with the day before; and a closure of one state, which a count
 * that is found again must not give to another.
 */
#include "icj_caseload.h"
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
	    strcmp(due.duty.id, "runaway-release") != 0)
		i++;
	ck_assert_int_eq(due.list_ended, cases[_i].ended);
	ck_assert_int_eq(strstr(due.note, "vouched for") != NULL,
	    cases[_i].ended);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

/* -- Counts found again ------------------------------------------------- */

static const struct {
	const char *facts, *due;
} states[] = {
	{"sending_state=TX retake_decided=2015-03-02", "2015-03-10"},
	{"sending_state=OK retake_decided=2015-03-02", "2015-03-09"},
	{"sending_state=TX retake_decided=2015-03-02", "2015-03-10"},
};

START_TEST(each_state_has_its_own)
{
	struct icj_context ctx = help_context();
	struct icj_counts *n = icj_counts_new();
	struct icj_case *c = icj_case_new();
	char how[] = "closed=TX:2015-03-06", got[11];
	static struct icj_due due;

	help_how(&ctx, how);
	for (size_t k = 0; k < sizeof(states) / sizeof(states[0]); k++) {
		size_t i = 0;

		icj_case_reset(c);
		help_facts(c, states[k].facts);
		while (icj_due_counted(c, &ctx, n, i, &due) &&
		    strcmp(due.duty.id, "retake") != 0)
			i++;
		ck_assert_str_eq(icj_date_format(due.due.date, got),
		    states[k].due);
	}
	icj_counts_free(n);
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
	tcase_add_test(t, each_state_has_its_own);
	suite_add_tcase(s, t);
	return s;
}
