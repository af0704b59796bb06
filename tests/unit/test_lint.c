/* SPDX-License-Identifier: MIT */
/*
 * test_lint.c - every act of every duty a day before what starts it, at it and
 * after it; records of one fault and their neighbours; what is said of each
 * check.
 */
#include "suite.h"

#include <stdbool.h>
#include <string.h>

#include "icj.h"

static const struct icj_field *field(const char *name, size_t len)
{
	return icj_field_find(name, len);
}

/* What is found as of the end of a day, which is today. */
static size_t lint_on(const struct icj_case *c, icj_date day,
    struct icj_lint all[ICJ_LINT_MOST])
{
	struct icj_context ctx = icj_context_default();
	struct icj_calendar *days = icj_calendar_new(NULL, 0, NULL, 0);
	size_t n;

	ctx.as_of = (struct icj_time){day, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
	ctx.calendar = days;
	n = icj_lint(c, &ctx, day, all);
	icj_calendar_free(days);
	return n;
}

/* Whether one of the acts was found to have come before the other. */
static bool found(const struct icj_case *c, const struct icj_field *act,
    const struct icj_field *trigger)
{
	struct icj_lint all[ICJ_LINT_MOST];
	size_t n = lint_on(c, icj_date_of(2026, 1, 1), all);
	bool is = false;

	for (size_t i = 0; i < n; i++)
		is |= all[i].check == ICJ_LINT_ACT_BEFORE_TRIGGER &&
		    all[i].field == act && all[i].other == trigger;
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

/* As of the end of 2015-04-20: facts, and the one code that is found, or "". */
static const struct {
	const char *facts, *code;
} cases[] = {
	{"supervision_ends=2015-04-19", "past-end"},
	{"supervision_ends=2015-04-20", ""},
	{"supervision_ends=indefinite", ""},
	{"supervision_ends=2015-04-19 closed=2015-04-01", ""},
	{"supervision_ends=2015-04-19 withdrawn=2015-04-01", ""},
	{"supervision_ends=2015-04-19 case_type=return", ""},
	{"referral_received=2015-03-06", ""},
	{"referral_received=2015-03-05", "evaluation-pending"},
	{"referral_received=2015-03-05 delay_explained=2015-04-01", ""},
	{"accepted=2015-01-20", ""},
	{"accepted=2015-01-19", "report-pending"},
	{"accepted=2014-01-19 last_progress_report=2015-02-01", ""},
	{"permit_expires=2015-04-19", "permit-past-end"},
	{"permit_expires=2015-04-20", ""},
	{"permit_expires=2015-04-19 returned=2015-04-19", ""},
	{"permit_expires=2015-04-19 accepted=2015-04-19", ""},
	{"violation_reported=9015-04-19", "act-in-future"},
	{"permit_effective=9015-04-19", ""},
	{"case_received=2015-03-05 case_forwarded=2015-03-04",
	 "act-before-trigger"},
	{"case_received=2015-03-05 case_forwarded=2015-03-05", ""},
	{"detained_at=2015-03-05T12:00 released_at=2015-03-05T11:59",
	 "act-before-trigger"},
	{"detained_at=2015-03-05T12:00 released_at=2015-03-05", ""},
	{"accepted=2015-03-05 arrived=2015-03-01", ""},
	{"permit_issued=2015-03-05 referral_sent=2015-03-01", ""},
	{"permit_effective=2015-04-30 permit_expires=2015-04-29",
	 "act-before-trigger"},
	{"referral_sent=2015-04-05 referral_received=2015-04-04",
	 "out-of-order"},
	{"departure=2015-04-05 arrived=2015-04-04", "out-of-order"},
	{"travel_starts=2015-04-05 travel_ends=2015-04-04",
	 "out-of-order"},
	{"supervision_ends=2015-03-01 closed=2015-04-01 accepted=2015-03-02",
	 "end-before-start"},
	{"closed=2015-04-01 violation_discovered=2015-04-02",
	 "act-after-end"},
	{"withdrawn=2015-04-01 accepted=2015-04-02", "act-after-end"},
	{"closed=2015-04-01 retake_decided=2015-04-02", ""},
	{"closed=2015-04-01 detained_at=2015-04-02", ""},
	{"closed=2015-04-01 violation_discovered=2015-04-01", ""},
	{"date_of_birth=2015-04-02 violation_discovered=2015-04-01",
	 "born-after-act"},
	{"sending_state=TX receiving_state=Texas", "same-states"},
	{"home_state=TX holding_state=TX", "same-states"},
	{"sending_state=TX destination_state=TX receiving_state=OH", ""},
	{"decision=deny accepted=2015-04-01", "contradiction"},
	{"decision=approve denial_grounds=age", "contradiction"},
	{"decision=deny denial_grounds=age", ""},
	{"denial_grounds=age;unsuitable-placement home_evaluation=suitable",
	 "contradiction"},
	{"sex_offender=no must_register_receiving=yes", "contradiction"},
	{"sex_offender=yes must_register_receiving=no", ""},
	{"return_type=runaway ran_away=no", "contradiction"},
	{"return_type=runaway absconded=no", ""},
	{"in_custody=yes released_at=2015-04-01 detained_at=2015-03-01",
	 "contradiction"},
	{"permit_issued=2015-04-05 permit_received=2015-04-04",
	 "out-of-order"},
	{"violation_reported=2015-04-05 violation_report_received=2015-04-04",
	 "out-of-order"},
	{"petition_filed=2015-04-05 order_received=2015-04-04",
	 "out-of-order"},
	{"hearing_held=2015-04-05 order_received=2015-04-04",
	 "out-of-order"},
	{"home_evaluation_done=2015-04-05 home_evaluation_sent=2015-04-04",
	 "out-of-order"},
	{"home_evaluation_done=2015-04-05 home_evaluation_sent=2015-04-05",
	 ""},
	{"decision_date=2015-04-05 accepted=2015-04-04", "out-of-order"},
	{"decision_date=2015-04-05 accepted=2015-04-06", ""},
	{"closed=2015-04-10 permit_issued=2015-04-05 permit_expires=2015-04-04",
	 "out-of-order"},
	{"arrived=2015-04-05 last_progress_report=2015-04-04",
	 "out-of-order"},
	{"accepted=2015-04-05 last_progress_report=2015-04-04", ""},
	{"violation_discovered=2015-04-05 violation_report_received=2015-04-04",
	 "out-of-order"},
	{"date_of_birth=9015-04-01", "born-after-act"},
	{"supervision_ends=2015-03-01 closed=2015-04-01 transfer_requested=2015-03-02",
	 "end-before-start"},
	{"supervision_ends=2015-03-01 closed=2015-04-01 referral_sent=2015-03-02",
	 "end-before-start"},
	{"supervision_ends=2015-03-01 closed=2015-04-01 arrived=2015-03-02",
	 "end-before-start"},
	{"supervision_ends=2015-03-01 closed=2015-04-01 arrived=2015-03-01",
	 ""},
	{"closed=2015-04-01 early_release_requested=2015-04-02",
	 "act-after-end"},
	{"closed=2015-04-01 case_received=2015-04-02", "act-after-end"},
	{"closed=2015-04-01 permit_effective=2015-04-02", ""},
	{"sex_offender=no adjudicated_sex_offense=yes", "contradiction"},
	{"sex_offender=no must_register_sending=yes", "contradiction"},
	{"return_type=absconder absconded=no", "contradiction"},
	{"return_type=escapee fled_custody=no", "contradiction"},
	{"return_type=escapee ran_away=no", ""},
	{"denial_grounds=unsuitable-placement home_evaluation=unsuitable", ""},
	{"in_custody=no released_at=2015-04-01 detained_at=2015-03-01",
	 ""},
	{"accepted=2015-01-19 closed=2015-04-01", ""},
	{"supervision_ends=2015-04-19 case_type=transfer", "past-end"},
	{"permit_expires=2015-04-19 closed=2015-04-19", ""},
	{"home_state=TX holding_state=OH sending_state=OH receiving_state=TX",
	 ""},
};

START_TEST(each_case)
{
	struct icj_case *c = icj_case_new();
	struct icj_lint all[ICJ_LINT_MOST];
	char text[200];
	size_t n;

	strcpy(text, cases[_i].facts);
	for (char *fact = strtok(text, " "); fact; fact = strtok(NULL, " ")) {
		char *value = strchr(fact, '=');
		size_t len = (size_t)(value++ - fact);

		ck_assert_int_eq(icj_case_set(c, field(fact, len), value,
		    strlen(value)), ICJ_OK);
	}
	n = lint_on(c, icj_date_of(2015, 4, 20), all);
	ck_assert_msg(n == (*cases[_i].code != '\0'), "%s: %zu found",
	    cases[_i].facts, n);
	if (n)
		ck_assert_str_eq(icj_lint_kind_at(all[0].check)->code,
		    cases[_i].code);
	icj_case_free(c);
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

START_TEST(what_is_cited)
{
	const struct icj_rule *rule;
	size_t n = 0, expiry = 0, permit = 0;

	for (; (rule = icj_rule_at(ICJ_AREA_LINT, n)); n++) {
		expiry += n < 4 && strcmp(rule->cite, "5-104(1)(b)") == 0;
		permit += n < 5 && strcmp(rule->cite, "8-101(3)") == 0;
	}
	ck_assert_uint_eq(expiry, 2);
	ck_assert_uint_eq(permit, 3);
	ck_assert_uint_gt(n, 50);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("lint");
	TCase *t = tcase_create("lint");

	tcase_add_test(t, acts_follow_what_starts_them);
	tcase_add_loop_test(t, each_case, 0, sizeof(cases) / sizeof(*cases));
	tcase_add_test(t, each_check_says_what_to_do);
	tcase_add_test(t, a_column_that_is_lacking);
	tcase_add_test(t, what_is_cited);
	suite_add_tcase(s, t);
	return s;
}
