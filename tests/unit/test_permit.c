/* SPDX-License-Identifier: MIT */
/*
 * test_permit.c - Rule 8-101: the cases of tests/rules/permit.tsv, that a fact
 * supplied never overturns an answer, and that a report which was asked before,
 * or remembers, gives the same answers.
 */
#include "icj_caseload.h"
#include "answer_help.h"

/* -- The cases ---------------------------------------------------------- */

static bool detail(const struct help_asked *a, const void *answer,
    const char *key, char *got)
{
	static const char *const by[] = {"unknown", "person", "state"};
	const struct icj_permit *permit = answer;

	(void)a;
	if (strcmp(key, "problems") == 0)
		help_add_all(got, permit->problem);
	else if (strcmp(key, "last") == 0)
		icj_date_format(permit->last_day, got);
	else if (strcmp(key, "approval") == 0)
		help_add(got, by[permit->approval]);
	else
		return false;
	return true;
}

static void expect(struct help_asked *a, void *arg)
{
	struct icj_permit permit;

	(void)arg;
	icj_permit(a->c, &a->ctx, a->r, &permit);
	help_expect(a, icj_permit_need_name(permit.need), detail, &permit);
}

START_TEST(one_case)
{
	help_with(_i, 5, expect, NULL);
}
END_TEST

/* -- Limbs that do not concern the record ------------------------------- */

#define ON_FILE "travel_hours=72 permit_effective=2015-05-01 " \
	"permit_expires=2015-05-20 "

static const struct {
	const char *facts, *says;
} idle[] = {
	{ON_FILE "permit_purpose=transfer-pending supervision=probation",
	 "A parolee placed"},
	{ON_FILE "permit_purpose=visit supervision=parole",
	 "A parolee placed"},
	{ON_FILE "permit_purpose=visit sex_offender=yes",
	 "A juvenile sex offender is placed"},
	{ON_FILE "permit_purpose=transfer-pending sex_offender=no",
	 "The permit of a juvenile sex offender"},
	{ON_FILE "permit_purpose=transfer-pending sex_offender=no",
	 "The referral of a juvenile sex offender"},
	{ON_FILE "permit_purpose=visit", "Where a placement is tested"},
	{ON_FILE, "A permit of more than 30"},
	{"permit_effective=2015-05-01 permit_expires=2015-05-30",
	 "A permit of more than 30"},
};

START_TEST(limbs_that_do_not_concern_it)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	const struct icj_finding *f = NULL;
	const char *says = idle[_i].says;
	struct icj_permit permit;

	help_facts(c, idle[_i].facts);
	icj_permit(c, &ctx, r, &permit);
	while ((f = icj_report_next(r, f)))
		if (!strncmp(icj_finding_rule(f)->says, says, strlen(says)))
			break;
	ck_assert_ptr_nonnull(f);
	ck_assert_int_eq(icj_finding_status(f), ICJ_NOT_APPLICABLE);
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

/* -- A fact supplied overturns nothing ---------------------------------- */

static help_trial trials[] = {
	{"travel_hours=24", "travel_hours=25", NULL},
	{"residence=parent", "residence=residential-facility", NULL},
	{"supervision=probation", "supervision=parole", NULL},
	{"permit_purpose=visit", "permit_purpose=testing-placement",
	 "permit_purpose=other", NULL},
	{"subject_to_compact=no", "subject_to_compact=yes", NULL},
	{"transferred=no", "transferred=yes", NULL},
	{"destination_state=TX", "destination_state=OK", NULL},
	{"victim_notification_required=no",
	 "victim_notification_required=yes", NULL},
	{"subsequent_state_approved=no", "subsequent_state_approved=yes",
	 NULL},
};

static help_trial times[] = {
	{"travel_starts=2015-03-01", "travel_starts=2015-03-01T08:00", NULL},
	{"travel_ends=2015-03-02", "travel_ends=2015-03-02T08:00",
	 "travel_ends=2015-03-02T08:01", "travel_ends=2015-03-03"},
	{"weapon_offense=yes", NULL},
};

static void ask(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, const char **answer)
{
	struct icj_permit permit;

	answer[0] = icj_permit_need_name(icj_permit(c, ctx, r, &permit));
}

static struct help_walk walks[] = {
	{.trial = trials, .trials = sizeof(trials) / sizeof(trials[0]),
	 .always = "sex_related_offense=no violent_offense_with_injury=no "
	    "weapon_offense=no sending_state=TX"},
	{.trial = times, .trials = sizeof(times) / sizeof(times[0]),
	 .always = "residence=parent"},
};

#define WALKS ((int)(sizeof(walks) / sizeof(walks[0])))

START_TEST(supplied_facts_overturn_nothing)
{
	struct help_walk w = walks[_i / 2];

	w.ask = ask;
	w.answers = 1;
	w.ctx = help_context();
	w.ctx.strict = _i % 2;
	help_walk_all(&w);
	icj_calendar_free((struct icj_calendar *)w.ctx.calendar);
}
END_TEST

/* -- One after another -------------------------------------------------- */

/* All that is said of a permit, in one line. */
static void say(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, char *text)
{
	struct icj_permit p;
	char part[HELP_SIZE];

	text[0] = '\0';
	help_add(text, icj_permit_need_name(icj_permit(c, ctx, r, &p)));
	snprintf(part, sizeof(part), "%d %d %d %d %d %d", (int)p.need,
	    (int)p.approval, (int)p.last_day, p.on_file, p.excluded,
	    p.as_of_mattered);
	help_add(text, part);
	for (size_t i = 0; p.problem[i]; i++)
		help_add(text, p.problem[i]);
	help_cites(r, part);
	help_add(text, part);
	help_list(r, ICJ_MISSING, part);
	help_add(text, part);
	help_list(r, ICJ_ASSUMED, part);
	help_add(text, part);
	help_add(text, icj_report_note(r));
}

static void same_as_alone(const char *facts, const struct icj_context *ctx,
    struct icj_report *r)
{
	char alone[HELP_SIZE], among_others[HELP_SIZE];
	struct icj_report *fresh = icj_report_new();
	struct icj_case *c = icj_case_new();

	help_facts(c, facts);
	say(c, ctx, fresh, alone);
	say(c, ctx, r, among_others);
	ck_assert_msg(strcmp(alone, among_others) == 0,
	    "%s: %s alone, %s among others", facts, alone, among_others);
	icj_report_free(fresh);
	icj_case_free(c);
}

/* The cases differ in little from one another: each is a neighbour whose answer
 * must not be taken for its own, by a report that remembers and by a plain one.
 * With a list of holidays that ends early, too. */
START_TEST(one_after_another)
{
	const struct icj_vouch until[] = {
		{0, icj_date_of(2015, 3, 31)},
	};
	struct icj_calendar *calendar = icj_calendar_new(NULL, 0, until,
	    (size_t)(_i / 2));
	struct icj_context ctx = help_context();
	struct icj_report *r = icj_report_new(), *plain = icj_report_new();
	char line[HELP_SIZE], *part[5];

	icj_calendar_free((struct icj_calendar *)ctx.calendar);
	ctx.calendar = calendar;
	ctx.strict = _i % 2;
	ck_assert(icj_report_remember(r));
	for (int i = 0; i < 2 * help_count; i++) {
		strcpy(line, help_line[i % help_count].text);
		help_split(line, part, 5);
		same_as_alone(part[0], &ctx, plain);
		same_as_alone(part[0], &ctx, r);
		ck_assert(i < help_count || icj_report_number(r) ||
		    icj_report_basis(r) == ICJ_BASIS_NEAREST);
	}
	icj_report_free(plain);
	icj_report_free(r);
	icj_calendar_free(calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("permit");
	TCase *cases = tcase_create("cases");
	TCase *laws = tcase_create("laws");

	help_read("permit.tsv");
	tcase_add_loop_test(cases, one_case, 0, help_count);
	tcase_add_loop_test(cases, limbs_that_do_not_concern_it, 0,
	    (int)(sizeof(idle) / sizeof(idle[0])));
	tcase_add_loop_test(cases, one_after_another, 0, 4);
	suite_add_tcase(s, cases);
	tcase_set_timeout(laws, 120);
	tcase_add_loop_test(laws, supplied_facts_overturn_nothing, 0,
	    2 * WALKS);
	suite_add_tcase(s, laws);
	return s;
}
