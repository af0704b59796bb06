/* SPDX-License-Identifier: MIT */
/*
 * test_return.c - the return of juveniles: the cases of tests/rules/return.tsv,
 * that a fact supplied never overturns an answer, and the steps.
 */
#include "answer_help.h"

/* -- The cases ---------------------------------------------------------- */

static void list_forms(const struct icj_return *ret, char *got)
{
	for (size_t i = 0; icj_form_name(i); i++)
		if (ret->forms & 1u << i)
			help_add(got, icj_form_name(i));
}

static bool detail(const struct help_asked *a, const void *answer,
    const char *key, char *got)
{
	const struct icj_return *ret = answer;
	const struct {
		const char *key, *word;
	} words[] = {
		{"detention", icj_detention_name(ret->detention)},
		{"escort", icj_escort_name(ret->escort)},
		{"bond", icj_bond_name(ret->bond)},
		{"pays", icj_state_code(ret->pays)},
		{"holding", icj_state_code(ret->detention_pays)},
		{"hold-open", ret->hold_unknown ? "yes" : "no"},
		{"type", ret->type ? ret->type : ""},
	};

	(void)a;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(key, words[i].key) == 0) {
			help_add(got, words[i].word);
			return true;
		}
	if (strcmp(key, "forms") == 0)
		list_forms(ret, got);
	else if (strcmp(key, "hold") == 0)
		help_add_all(got, ret->hold);
	else
		return false;
	return true;
}

static void expect(struct help_asked *a, void *arg)
{
	struct icj_return ret;

	(void)arg;
	icj_return(a->c, &a->ctx, a->r, &ret);
	help_expect(a, icj_procedure_name(ret.procedure), detail, &ret);
}

START_TEST(one_case)
{
	help_with(_i, 5, expect, NULL);
}
END_TEST

/* -- Steps -------------------------------------------------------------- */

#define HELD "home_state=TX holding_state=OK in_custody=yes " \
	"abuse_suspected=yes "
#define LEFT "home_state=TX holding_state=OK in_custody=no "

static const struct {
	const char *facts;
	size_t steps, papers;
} packets[] = {
	{LEFT "icpc=yes", 2, 0},
	{"sending_state=TX receiving_state=OK retake_decided=2015-06-01", 8, 1},
	{"sending_state=TX receiving_state=OK transferred=yes ia_vi_signed=yes "
	 "offense_suspected=no escorted=yes placement_failed=2015-06-01 "
	 "guardian_in_sending_state=yes", 8, 2},
	{"home_state=TX holding_state=OK detained_at=2015-06-10T08:00 "
	 "abuse_suspected=no guardian_present=yes return_type=runaway", 2, 0},
	{HELD "agrees_to_return=yes return_type=runaway", 15, 4},
	{HELD "agrees_to_return=yes return_type=runaway "
	 "returning_to_guardian=yes risk=yes", 14, 3},
	{HELD "agrees_to_return=yes adult_court=yes "
	 "adult_in_holding_state=yes", 15, 4},
	{HELD "agrees_to_return=no return_type=runaway", 22, 7},
	{HELD "agrees_to_return=no return_type=absconder charges_pending=yes "
	 "warrant_custody=2015-06-05", 21, 6},
	{LEFT "whereabouts_known=yes return_type=escapee", 15, 6},
	{HELD "agrees_to_return=no return_type=absconder "
	 "requisition_in_order=no", 12, 6},
	{LEFT "whereabouts_known=no", 1, 0},
	{"home_state=PR holding_state=OK in_custody=yes", 1, 0},
	{HELD "agrees_to_return=no adjudication=adjudicated-delinquent "
	 "ran_away=yes absconded=no fled_custody=no", 7, 0},
	{"in_custody=yes", 0, 0},
};

static void expect_step(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_step *step)
{
	static struct icj_due due;

	ck_assert_msg(step->text[0] && step->who[0] && step->rule[0],
	    "%s", step->text);
	if (!step->duty.id)
		return;
	for (size_t i = 0; icj_due(c, ctx, i, &due); i++)
		if (due.duty.terms == step->duty.terms)
			break;
	ck_assert_ptr_eq(due.duty.terms, step->duty.terms);
	ck_assert_int_eq(due.status, step->status);
	ck_assert_int_eq(step->due.date, due.extended_to.date !=
	    ICJ_DATE_NONE ? due.extended_to.date : due.due.date);
}

START_TEST(steps_and_papers)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_return ret;
	struct icj_paper paper;
	struct icj_step step;
	size_t steps = 0, papers = 0;

	help_facts(c, packets[_i].facts);
	icj_return(c, &ctx, r, &ret);
	for (; icj_return_step(c, &ctx, &ret, steps, &step); steps++)
		expect_step(c, &ctx, &step);
	for (; icj_return_paper(c, &ret, papers, &paper); papers++)
		ck_assert(paper.name[0] && paper.rule[0]);
	ck_assert_uint_eq(steps, packets[_i].steps);
	ck_assert_uint_eq(papers, packets[_i].papers);
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

/* -- A fact supplied overturns nothing ---------------------------------- */

static help_trial types[] = {
	{"ran_away=no", "ran_away=yes", NULL},
	{"absconded=no", "absconded=yes", NULL},
	{"fled_custody=no", "fled_custody=yes", NULL},
	{"committed_by_court=no", "committed_by_court=yes", NULL},
	{"returning_refused_after_leave=no",
	 "returning_refused_after_leave=yes", NULL},
	{"adjudication=accused-delinquent",
	 "adjudication=adjudicated-delinquent",
	 "adjudication=accused-status-offender",
	 "adjudication=non-offender"},
	{"supervision=none", "supervision=parole", NULL},
	{"endangering=no", "endangering=yes", NULL},
};

static help_trial methods[] = {
	{"icpc=no", "icpc=yes", NULL},
	{"secure_facility=no", "secure_facility=yes", NULL},
	{"transferred=no", "transferred=yes", NULL},
	{"ia_vi_signed=no", "ia_vi_signed=yes", NULL},
	{"agrees_to_return=no", "agrees_to_return=yes", NULL},
	{"whereabouts_known=no", "whereabouts_known=yes", NULL},
	{"abuse_suspected=no", "abuse_suspected=yes", NULL},
	{"adult_court=no", "adult_court=yes", NULL},
	{"return_type=runaway", "return_type=absconder", NULL},
	/* Left out where detained_at says it. */
	{"in_custody=no", "in_custody=yes", NULL},
};

static help_trial details[] = {
	{"return_type=runaway", "return_type=absconder", NULL},
	{"agrees_to_return=no", "agrees_to_return=yes", NULL},
	{"endangering=no", "endangering=yes", NULL},
	{"risk=no", "risk=yes", NULL},
	{"escort_waived_by_both=no", "escort_waived_by_both=yes", NULL},
	{"warrant_no_bond=no", "warrant_no_bond=yes", NULL},
	{"holding_law_allows_bond=no", "holding_law_allows_bond=yes", NULL},
	{"guardian_present=no", "guardian_present=yes", NULL},
	{"home_state=TX", "home_state=PR", NULL},
};

/* The presumptions of which two or more work together. */
static help_trial adults[] = {
	{"adult_in_holding_state=no", "adult_in_holding_state=yes", NULL},
	{"adult_court=no", "adult_court=yes", NULL},
	{"agrees_to_return=no", "agrees_to_return=yes", NULL},
	{"icpc=no", "icpc=yes", NULL},
	{"ia_vi_signed=no", "ia_vi_signed=yes", NULL},
	{"transferred=no", "transferred=yes", NULL},
	{"supervision=none", "supervision=parole", NULL},
	{"returning_refused_after_leave=no",
	 "returning_refused_after_leave=yes", NULL},
};

static void ask(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, const char **answer)
{
	struct icj_return ret;

	answer[0] = icj_procedure_name(icj_return(c, ctx, r, &ret));
	answer[1] = icj_detention_name(ret.detention);
	answer[2] = icj_escort_name(ret.escort);
	/* Whether there is a warrant is an event, not a fact. */
	answer[3] = ret.bond == ICJ_BOND_NONE ? "unknown" :
	    icj_bond_name(ret.bond);
}

#define STATES "holding_state=OK "

static struct help_walk walks[] = {
	{.trial = types, .trials = sizeof(types) / sizeof(types[0]),
	 .always = STATES "home_state=TX icpc=no ia_vi_signed=no "
	    "abuse_suspected=yes agrees_to_return=no "
	    "detained_at=2015-06-01"},
	{.trial = methods, .trials = sizeof(methods) / sizeof(methods[0]) - 1,
	 .always = STATES "home_state=TX detained_at=2015-06-08T10:00 "
	    "guardian_present=yes adult_in_holding_state=yes"},
	{.trial = methods, .trials = sizeof(methods) / sizeof(methods[0]),
	 .always = STATES "home_state=TX guardian_present=yes "
	    "adult_in_holding_state=yes"},
	{.trial = adults, .trials = sizeof(adults) / sizeof(adults[0]),
	 .always = STATES "home_state=TX abuse_suspected=no "
	    "detained_at=2015-06-08T20:00"},
	{.trial = details, .trials = sizeof(details) / sizeof(details[0]),
	 .always = STATES "icpc=no ia_vi_signed=no charges_pending=no "
	    "adult_court=no abuse_suspected=no "
	    "detained_at=2015-06-08T20:00"},
};

#define WALKS ((int)(sizeof(walks) / sizeof(walks[0])))

START_TEST(supplied_facts_overturn_nothing)
{
	struct help_walk w = walks[_i / 2];

	w.ask = ask;
	w.answers = 4;
	w.ctx = help_context();
	w.ctx.as_of = help_time("2015-06-09T12:00");
	w.ctx.strict = _i % 2;
	help_walk_all(&w);
	icj_calendar_free((struct icj_calendar *)w.ctx.calendar);
}
END_TEST

/* -- What the usual answer rests on is said ----------------------------- */

static bool assumes(const struct icj_report *r, const struct icj_field *field)
{
	const struct icj_field *f;
	size_t i = 0;

	while ((f = icj_report_fact(r, ICJ_ASSUMED, i)) && f != field)
		i++;
	return f != NULL;
}

/* A case answered, and once more with nothing presumed: where the methods
 * differ, all that was presumed and is then asked for is listed. */
static void compare_with_strict(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_report *other)
{
	struct icj_context strict = *ctx;
	struct icj_return ret;
	enum icj_procedure usual = icj_return(c, ctx, r, &ret);
	const struct icj_field *f;

	strict.strict = true;
	if (icj_return(c, &strict, other, &ret) == usual)
		return;
	for (size_t i = 0; (f = icj_report_fact(other, ICJ_MISSING, i)); i++)
		ck_assert_msg(!f->presumed || assumes(r, f),
		    "%s by presumption, without %s",
		    icj_procedure_name(usual), f->name);
}

static void ask_both(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, const char **answer)
{
	struct icj_report *other = icj_report_new();

	compare_with_strict(c, ctx, r, other);
	icj_report_free(other);
	answer[0] = "unknown";
}

START_TEST(presumptions_are_listed)
{
	struct help_walk w = walks[_i];

	w.ask = ask_both;
	w.answers = 0;
	w.ctx = help_context();
	w.ctx.as_of = help_time("2015-06-09T12:00");
	help_walk_all(&w);
	icj_calendar_free((struct icj_calendar *)w.ctx.calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("return");
	TCase *cases = tcase_create("cases");
	TCase *laws = tcase_create("laws");

	help_read("return.tsv");
	tcase_add_loop_test(cases, one_case, 0, help_count);
	tcase_add_loop_test(cases, steps_and_papers, 0,
	    (int)(sizeof(packets) / sizeof(packets[0])));
	suite_add_tcase(s, cases);
	tcase_set_timeout(laws, 120);
	tcase_add_loop_test(laws, supplied_facts_overturn_nothing, 0,
	    2 * WALKS);
	tcase_add_loop_test(laws, presumptions_are_listed, 0, WALKS);
	suite_add_tcase(s, laws);
	return s;
}
