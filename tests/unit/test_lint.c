/* SPDX-License-Identifier: MIT */
/*
 * test_lint.c - every act of every duty a day before what starts it, at it and
 * after it; and what is said of each check.
 */
#include "suite.h"

#include <stdbool.h>
#include <string.h>

#include "icj.h"

static const struct icj_field *field(const char *name, size_t len)
{
	return icj_field_find(name, len);
}

/* Whether one of the acts was found to have come before the other. */
static bool found(const struct icj_case *c, const struct icj_field *act,
    const struct icj_field *trigger)
{
	struct icj_context ctx = icj_context_default();
	struct icj_calendar *days = icj_calendar_new(NULL, 0, NULL, 0);
	struct icj_lint all[ICJ_LINT_MOST];
	bool is = false;
	size_t n;

	ctx.as_of.date = icj_date_of(2026, 1, 1);
	ctx.as_of.second = ICJ_NO_CLOCK;
	ctx.as_of.offset = ICJ_NO_OFFSET;
	ctx.calendar = days;
	n = icj_lint(c, &ctx, ICJ_DATE_NONE, all);
	for (size_t i = 0; i < n; i++)
		is |= all[i].check == ICJ_LINT_ACT_BEFORE_TRIGGER &&
		    all[i].field == act && all[i].other == trigger;
	icj_calendar_free(days);
	return is;
}

/* These acts may come first, or are to. */
static bool may_come_first(const struct icj_duty *d)
{
	static const char *const ids[] = {
		"parole-permit-referral", "sex-offender-referral",
		"registration-advice", "denied-residing", "placement",
		"requisition", "testing-referral", "termination-notice",
		"departure-notice", /* since 2024 on the day before */
		NULL
	};

	for (size_t i = 0; ids[i]; i++)
		if (strcmp(d->id, ids[i]) == 0)
			return true;
	return strstr(d->terms->limit, "before") || d->kind == ICJ_MAY ||
	    d->kind == ICJ_KEEP;
}

static int try_act(const struct icj_duty *d, const char *name, size_t len)
{
	static const char *const days[] = {
		"2015-03-09", "2015-03-10", "2015-03-11"
	};
	const struct icj_field *trigger = field(d->trigger,
	    strlen(d->trigger)), *act = field(name, len);
	struct icj_case *c = icj_case_new();

	ck_assert_ptr_nonnull(act);
	for (int i = 0; i < 3; i++) {
		icj_case_reset(c);
		ck_assert_int_eq(icj_case_set(c, trigger, days[1], 10),
		    ICJ_OK);
		ck_assert_int_eq(icj_case_set(c, act, days[i], 10), ICJ_OK);
		ck_assert_msg(found(c, act, trigger) ==
		    (i == 0 && !may_come_first(d)), "%s: %.*s on day %d",
		    d->id, (int)len, name, i);
	}
	icj_case_free(c);
	return 1;
}

START_TEST(acts_follow_what_starts_them)
{
	struct icj_duty d;
	int seen = 0;

	for (size_t i = 0; icj_duty_at(i, &d); i++) {
		const char *act = d.done;

		if (!act || !field(d.trigger, strlen(d.trigger)))
			continue;
		/* Times need a clock; both of that duty lie ahead of it. */
		if (strcmp(d.id, "airport-notice") == 0)
			continue;
		while (*act) {
			size_t len = strcspn(act, " ;");

			seen += try_act(&d, act, len);
			act += len;
			act += strspn(act, " ;");
			if (strncmp(act, "with ", 5) == 0)
				act += 5;
		}
	}
	ck_assert_int_gt(seen, 50);
}
END_TEST

START_TEST(each_check_says_what_to_do)
{
	const struct icj_lint_kind *k;
	size_t n = 0;

	for (; (k = icj_lint_kind_at(n)); n++) {
		ck_assert(*k->code && *k->meaning && *k->todo && k->task);
		ck_assert_ptr_null(strpbrk(k->todo, ";,"));
		for (size_t i = 0; i < n; i++)
			ck_assert_str_ne(icj_lint_kind_at(i)->code, k->code);
	}
	ck_assert_uint_eq(n, ICJ_LINT_KINDS);
}
END_TEST

START_TEST(a_column_that_is_lacking)
{
	struct icj_case *c = icj_case_new();
	const struct icj_field *f;

	icj_case_unsaid(c, ICJ_NO_COLUMN);
	ck_assert_ptr_null(icj_lint_lacks(c, 0));
	icj_case_said(c, field("supervision_ends", 16));
	icj_case_said(c, field("permit_expires", 14));
	f = icj_lint_lacks(c, 0);
	ck_assert(f && strcmp(f->name, "closed") == 0);
	ck_assert_ptr_null(icj_lint_lacks(c, 1));
	icj_case_said(c, field("referral_received", 17));
	icj_case_said(c, field("accepted", 8));
	icj_case_said(c, field("arrived", 7));
	ck_assert_str_eq(icj_lint_lacks(c, 1)->name, "home_evaluation_sent");
	ck_assert_str_eq(icj_lint_lacks(c, 2)->name, "last_progress_report");
	ck_assert_ptr_null(icj_lint_lacks(c, 3));
	icj_case_free(c);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("lint");
	TCase *t = tcase_create("lint");

	tcase_add_test(t, acts_follow_what_starts_them);
	tcase_add_test(t, each_check_says_what_to_do);
	tcase_add_test(t, a_column_that_is_lacking);
	suite_add_tcase(s, t);
	return s;
}
