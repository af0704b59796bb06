/* SPDX-License-Identifier: MIT */
/*
 * test_training.c - who may be mentored, ask for training and attend, with the
 * ends of the first year, and the length of a session.
 */
#include "suite.h"

#include <string.h>

#include "icj.h"

struct training_case {
	const char *facts, *as_of;
	enum icj_status mentoring, request, session;
	const char *form, *missing;
};

#define NO ICJ_NOT_MET
#define OPEN ICJ_UNDECIDED
#define YES ICJ_MET
#define NONE ICJ_NOT_APPLICABLE
#define ASK "training-and-technical-assistance-request-form"

static const struct training_case cases[] = {
	/* The first year, both ends. */
	{"role=commissioner role_since=2015-06-10", "2015-06-09", NO, NONE,
	 NONE, "", ""},
	{"role=commissioner role_since=2015-06-10", "2015-06-10", YES, NONE,
	 NONE, "", ""},
	{"role=commissioner role_since=2015-06-10", "2016-06-09", YES, NONE,
	 NONE, "", ""},
	{"role=commissioner role_since=2015-06-10", "2016-06-10", NO, NONE,
	 NONE, "", ""},
	{"role=commissioner role_since=2016-02-29", "2017-02-27", YES, NONE,
	 NONE, "", ""},
	{"role=commissioner role_since=2016-02-29", "2017-02-28", NO, NONE,
	 NONE, "", ""},

	/* The roles. */
	{"role=compact-administrator role_since=2015-06-10", "2015-07-01",
	 YES, NONE, NONE, "", ""},
	{"role=deputy-compact-administrator role_since=2015-06-10",
	 "2015-07-01", YES, NONE, NONE, "", ""},
	{"role=compact-office-staff role_since=2015-06-10", "2015-07-01",
	 YES, NONE, NONE, "", ""},
	{"role=field-officer role_since=2015-06-10", "2015-07-01", NO, NONE,
	 NONE, "", ""},
	{"role=judge", "2015-07-01", NO, NONE, NONE, "", ""},
	{"role=commissioner", "2015-07-01", OPEN, NONE, NONE, "",
	 "role_since"},
	{"role_since=2015-06-10", "2015-07-01", OPEN, NONE, NONE, "", "role"},
	{"role_since=2013-06-10", "2015-07-01", NO, NONE, NONE, "", ""},
	{"", "2005-07-01", OPEN, NONE, NONE, "", "role,role_since"},

	/* Requests. */
	{"training_request=mentoring role=commissioner "
	 "role_since=2015-06-10", "2015-07-01", YES, YES, NONE,
	 "mentor-request-form", ""},
	{"training_request=mentoring role=judge", "2015-07-01", NO, NO, NONE,
	 "mentor-request-form", ""},
	{"training_request=on-site-training role=commissioner "
	 "role_since=2013-06-10", "2015-07-01", NO, YES, NONE, ASK, ""},
	{"training_request=specialized-curriculum role=compact-administrator",
	 "2015-07-01", OPEN, NO, NONE, ASK, "role_since"},
	{"training_request=technical-assistance role_since=2013-06-10",
	 "2015-07-01", NO, OPEN, NONE, ASK, "role"},

	/* Sessions. */
	{"training_session=part-1 role=court-personnel", "2015-07-01", NO,
	 NONE, YES, "", ""},
	{"training_session=part-2 role=supervisor", "2015-07-01", NO, NONE,
	 YES, "", ""},
	{"training_session=part-1 role=field-officer", "2015-07-01", NO,
	 NONE, YES, "", ""},
	{"training_session=part-1 role=state-field-staff", "2015-07-01", NO,
	 NONE, YES, "", ""},
	{"training_session=part-1 role=judge", "2015-07-01", NO, NONE, YES,
	 "", ""},
	{"training_session=part-2 role=attorney", "2015-07-01", NO, NONE, NO,
	 "", ""},
	{"training_session=part-2 role_since=2013-06-10", "2015-07-01", NO,
	 NONE, OPEN, "", "role"},
};

static void set_facts(struct icj_case *c, const char *facts)
{
	while (*facts) {
		size_t len = strcspn(facts, " ");
		size_t name = strcspn(facts, "=");

		ck_assert_int_eq(icj_case_set(c, icj_field_find(facts, name),
		    facts + name + 1, len - name - 1), ICJ_OK);
		facts += len;
		facts += *facts == ' ';
	}
}

static void list_missing(const struct icj_report *r, char *got)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_report_fact(r, ICJ_MISSING, i)); i++) {
		strcat(got, i ? "," : "");
		strcat(got, f->name);
	}
}

static struct icj_context context(const char *as_of)
{
	struct icj_context ctx = {.edition = ICJ_DATE_NONE};

	ck_assert_int_eq(icj_time_parse(as_of, strlen(as_of), NULL,
	    &ctx.as_of), ICJ_OK);
	return ctx;
}

START_TEST(one_case)
{
	const struct training_case *t = &cases[_i];
	struct icj_context ctx = context(t->as_of);
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_training a;
	char missing[200] = "";

	set_facts(c, t->facts);
	ck_assert_int_eq(icj_training(c, &ctx, r, &a), t->mentoring);
	ck_assert_int_eq(a.request, t->request);
	ck_assert_int_eq(a.session, t->session);
	ck_assert_int_eq(a.hours, t->session == NONE ? -1 : 2);
	ck_assert_str_eq(a.form, t->form);
	list_missing(r, missing);
	ck_assert_str_eq(missing, t->missing);
	ck_assert_int_eq(icj_report_edition(r), ICJ_DATE_NONE);
	ck_assert_ptr_nonnull(strstr(icj_report_note(r), "no edition"));
	icj_report_free(r);
	icj_case_free(c);
}
END_TEST

START_TEST(last_day_of_the_first_year)
{
	struct icj_context ctx = context("2015-07-01");
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_training a;
	char day[11];

	set_facts(c, "role=commissioner role_since=2015-06-10");
	icj_training(c, &ctx, r, &a);
	ck_assert_str_eq(icj_date_format(a.mentoring_until, day),
	    "2016-06-09");
	icj_report_free(r);
	icj_case_free(c);
}
END_TEST

START_TEST(hours)
{
	struct icj_case *c = icj_case_new();

	ck_assert_int_eq(icj_training_hours(c), -1);
	set_facts(c, "training_session=part-2");
	ck_assert_int_eq(icj_training_hours(c), 2);
	set_facts(c, "training_hours=3");
	ck_assert_int_eq(icj_training_hours(c), 3);
	icj_case_free(c);
}
END_TEST

/* The first year may end beyond the last day there is. */
START_TEST(a_role_at_the_end_of_days)
{
	struct icj_context ctx = context("9999-07-01");
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_training t;

	set_facts(c, "role=commissioner role_since=9999-06-01");
	icj_training(c, &ctx, r, &t);
	ck_assert_int_eq(t.mentoring_until, ICJ_DATE_NONE);
	ck_assert_int_eq(t.mentoring, ICJ_MET);
	icj_report_free(r);
	icj_case_free(c);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("training");
	TCase *tc = tcase_create("training");

	tcase_add_loop_test(tc, one_case, 0,
	    (int)(sizeof(cases) / sizeof(cases[0])));
	tcase_add_test(tc, last_day_of_the_first_year);
	tcase_add_test(tc, hours);
	tcase_add_test(tc, a_role_at_the_end_of_days);
	suite_add_tcase(s, tc);
	return s;
}
