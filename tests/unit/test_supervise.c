/* SPDX-License-Identifier: MIT */
/*
 * test_supervise.c - Rules 2-104 and 5-101 to 5-104: the cases of
 * tests/rules/supervise.tsv, the tables of rows and steps, and that a fact
 * supplied never overturns an answer.
 */
#include "answer_help.h"

#include "law/supervise/supervise.h"

/* -- The cases ---------------------------------------------------------- */

static void list_lacking(const struct help_asked *a,
    const struct icj_supervise *answer, char *buf)
{
	struct icj_item item;

	for (size_t i = 0; icj_supervise_item(a->c, &a->ctx, answer, i, &item);
	    i++)
		if (item.there == ICJ_NO)
			help_add(buf, item.name);
}

/* The answers that are a word. */
static const char *word_of(const struct icj_supervise *a, const char *key)
{
	const struct {
		const char *key, *word;
	} words[] = {
		{"absconder", icj_contents_name(a->absconder_report)},
		{"search", icj_contents_name(a->search)},
		{"reply", icj_contents_name(a->reply)},
		{"retake", icj_retake_name(a->retake)},
		{"failure", icj_failure_name(a->failure)},
		{"close", icj_close_name(a->close)},
		{"condition", icj_condition_name(a->condition)},
		{"condition_cost", icj_cost_name(a->condition_cost)},
		{"sanction_cost", icj_cost_name(a->sanction_cost)},
		{"treatment_cost", icj_cost_name(a->treatment_cost)},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].key, key) == 0)
			return words[i].word;
	return NULL;
}

static bool detail(const struct help_asked *a, const void *answer,
    const char *key, char *got)
{
	const struct icj_supervise *s = answer;

	if (word_of(s, key))
		help_add(got, word_of(s, key));
	else if (strcmp(key, "lacks") == 0)
		list_lacking(a, s, got);
	else if (strcmp(key, "failure_rule") == 0)
		help_add_all(got, s->failure_rule);
	else if (strcmp(key, "retake_rule") == 0)
		help_add_all(got, s->retake_rule);
	else if (strcmp(key, "close_rule") == 0)
		help_add_all(got, s->close_rule);
	else if (strcmp(key, "problems") == 0)
		help_add_all(got, s->problem);
	else if (strcmp(key, "from") == 0)
		icj_date_format(s->close_from, got);
	else
		return false;
	return true;
}

static void expect(struct help_asked *a, void *arg)
{
	struct icj_supervise s;

	(void)arg;
	icj_supervise(a->c, &a->ctx, a->r, &s);
	help_expect(a, icj_contents_name(s.report), detail, &s);
}

START_TEST(one_case)
{
	help_with(_i, 5, expect, NULL);
}
END_TEST

/* -- Tables ------------------------------------------------------------- */

START_TEST(rows_are_in_order)
{
	const struct icj_rule *row, *before = NULL;
	size_t n = 0;

	for (; (row = icj_rule_at(ICJ_AREA_SUPERVISE, n)); n++) {
		size_t len = strlen(row->says);

		ck_assert_int_eq(row->says[len - 1], '.');
		ck_assert_int_lt(row->from, row->until);
		if (row->from > ED_2015 || row->until <= ED_2015)
			continue; /* numbered anew */
		if (before)
			ck_assert_msg(strcmp(before->cite, row->cite) <= 0,
			    "%s before %s", before->cite, row->cite);
		before = row;
	}
	ck_assert_uint_ge(n, S_COUNT); /* a row has several wordings */
	ck_assert_uint_lt(S_COUNT, FINDINGS);
}
END_TEST

START_TEST(every_matter_is_decided_by_somebody)
{
	struct icj_competence m, before = {.rule = ""};
	size_t n = 0;

	for (; icj_competence_at(n, ED_2015, NULL, &m); n++) {
		ck_assert_int_ge(m.side, ICJ_SIDE_SENDING);
		ck_assert(m.matter[0] && !strchr(m.matter, '#'));
		ck_assert_int_le(strcmp(before.rule, m.rule), 0);
		before = m;
	}
	ck_assert_uint_gt(n, 10);
}
END_TEST

START_TEST(names_never_fail)
{
	ck_assert_str_eq(icj_contents_name((enum icj_contents)99), "unknown");
	ck_assert_str_eq(icj_retake_name((enum icj_retake)99), "unknown");
	ck_assert_str_eq(icj_failure_name((enum icj_failure)99), "unknown");
	ck_assert_str_eq(icj_close_name((enum icj_close)99), "unknown");
	ck_assert_str_eq(icj_condition_name((enum icj_condition)99),
	    "unknown");
	ck_assert_str_eq(icj_cost_name((enum icj_cost)99), "unknown");
	ck_assert_ptr_null(icj_rule_at(ICJ_AREA_SUPERVISE, 99));
}
END_TEST

static void list_steps(const char *facts, const char *as_of, char *got)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	struct icj_step s;
	char item[128], due[32];

	got[0] = '\0';
	help_facts(c, facts);
	ctx.as_of = help_time(as_of);
	for (size_t i = 0; icj_supervise_step(c, &ctx, i, &s); i++) {
		icj_time_format(&s.due, due);
		snprintf(item, sizeof(item), "%s %s %s%s%s", s.rule,
		    s.state ? icj_state_code(s.state) : "-",
		    s.duty.id ? icj_due_status_name(s.status) : "-",
		    *due ? " " : "", due);
		help_add(got, item);
	}
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}

static const struct {
	const char *facts, *as_of, *steps;
} step_cases[] = {
	{"-", "2015-06-10", "5-101(4) - no-start"},
	{"receiving_state=OK sending_state=TX last_progress_report=2015-03-02",
	 "2015-06-01", "5-101(4) OK overdue 2015-05-31"},
	{"absconder_since=2015-03-02 receiving_state=OK", "2015-03-15",
	 "5-101(4) OK no-start,5-102(1) OK -,5-102(2) OK -,"
	 "5-102(3); 5-104(4) OK waiting 2015-03-16,5-102(4) - -"},
	{"violation_discovered=2015-03-02 violation_reported=2015-03-16 "
	 "violation_report_received=2015-03-16 retake_decided=2015-03-20 "
	 "charges_pending=no offense_suspected=no", "2015-03-27",
	 "5-101(4) - no-start,5-103 - met 2015-03-16,"
	 "5-103(2) - due 2015-03-30,5-103(3)(d) - due 2015-03-27"},
	{"accepted=2015-03-02 already_residing=no expiry_noticed=2015-03-02 "
	 "early_release_requested=2015-03-02 adult_sentence_longer=yes",
	 "2015-05-31", "5-101(4) - due 2015-05-31,5-104(1)(a) - -,"
	 "5-104(1)(b) - -,5-104(1)(b) - allowed 2015-03-09,"
	 "5-104(2) - due 2015-05-31,5-104(3) - overdue 2015-05-01"},
	{"closed=2015-03-02 placement_failed=2015-03-02 "
	 "guardian_in_sending_state=yes returned=2015-03-09", "2015-04-01",
	 "4-104(6); 5-103(4) - met 2015-03-09,5-104(5) - waiting 2016-03-02"},
};

START_TEST(steps_have_the_dates_of_the_duties)
{
	char got[HELP_SIZE];

	list_steps(step_cases[_i].facts, step_cases[_i].as_of, got);
	ck_assert_str_eq(got, step_cases[_i].steps);
}
END_TEST

/* -- A fact supplied overturns nothing ---------------------------------- */

static struct icj_supervise asked(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_supervise a;

	icj_supervise(c, ctx, r, &a);
	return a;
}

static void ask_close(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_close_name(asked(c, ctx, r).close);
}

static void ask_retake(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_retake_name(asked(c, ctx, r).retake);
}

static void ask_report(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_contents_name(asked(c, ctx, r).report);
}

static void ask_absconder(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_contents_name(asked(c, ctx, r).absconder_report);
}

static void ask_reply(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_contents_name(asked(c, ctx, r).reply);
}

static void ask_treatment(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_cost_name(asked(c, ctx, r).treatment_cost);
}

static void ask_condition(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	answer[0] = icj_condition_name(asked(c, ctx, r).condition);
}

/* The status of a row: what it does to the problems. */
static const char *status_of(const struct icj_report *r, size_t row)
{
	return icj_status_name(r->finding[row].status);
}

static void ask_communication(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	asked(c, ctx, r);
	answer[0] = status_of(r, S_OFFICES);
}

static void ask_copy(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	asked(c, ctx, r);
	answer[0] = status_of(r, S_COPY);
}

static help_trial closings[] = {
	{"adult_sentence_longer=no", "adult_sentence_longer=yes", NULL},
	{"adult_sentence_notified=no", "adult_sentence_notified=yes", NULL},
	{"adult_order_sent=no", "adult_order_sent=yes", NULL},
	{"expiry_noticed=2015-06-03", "expiry_noticed=2015-06-04", NULL},
	{"expiry_objected=no", "expiry_objected=yes", NULL},
	{"accepted=2015-03-11", "accepted=2015-03-12", NULL},
	{"already_residing=no", "already_residing=yes", NULL},
	{"absconded=no", "absconded=yes", NULL},
};

static help_trial retakings[] = {
	{"offense_suspected=no", "offense_suspected=yes", NULL},
	{"receiving_state_consents=no", "receiving_state_consents=yes", NULL},
	{"charges_pending=no", "charges_pending=yes", NULL},
	{"holding_state_consents=no", "holding_state_consents=yes", NULL},
	{"ia_vi_signed=no", "ia_vi_signed=yes", NULL},
};

static help_trial reports[] = {
	{"report_items=date; description; documents; efforts; recommendation",
	 "report_items=date; description; status; documents; efforts; "
	 "recommendation", "report_items=date", NULL},
	{"violation_disposition=no", "violation_disposition=yes", NULL},
	{"sanctions_apply=no", "sanctions_apply=yes", NULL},
};

static help_trial absconders[] = {
	{"absconder_report_items=address; telephone; last-contact; "
	 "how-determined", "absconder_report_items=address; telephone; "
	 "last-contact; how-determined; pending-charges",
	 "absconder_report_items=address", NULL},
	{"charges_pending=no", "charges_pending=yes", NULL},
};

static help_trial replies[] = {
	{"violation_action=continue", NULL},
	{"violation_action_date=2015-06-15", NULL},
};

static help_trial treatments[] = {
	{"treatment_ordered_by=sending", "treatment_ordered_by=receiving",
	 NULL},
	{"treatment_available_through_agency=no",
	 "treatment_available_through_agency=yes", NULL},
};

static help_trial payors[] = {
	{"treatment_available_through_agency=no",
	 "treatment_available_through_agency=yes", NULL},
	{"treatment_other_payor=no", "treatment_other_payor=yes", NULL},
};

static help_trial conditions[] = {
	{"would_impose_on_own=no", "would_impose_on_own=yes", NULL},
	{"sanction_imposed_by=sending", NULL},
};

static help_trial communications[] = {
	{"communication_approved_by=both", "communication_approved_by=one",
	 "communication_approved_by=none", NULL},
	{"communication_copied_to=both", "communication_copied_to=one",
	 "communication_copied_to=none", NULL},
};

#define WALK(list, known, ask_) {.trial = (list), \
	.trials = sizeof(list) / sizeof((list)[0]), .always = (known), \
	.ask = (ask_), .answers = 1}

static struct help_walk walks[] = {
	WALK(communications, "communication=local", ask_communication),
	WALK(communications, "communication=local", ask_copy),
	WALK(communications, "communication=icj-offices", ask_communication),
	WALK(communications, "communication=icj-offices", ask_copy),
	WALK(communications, "-", ask_copy),
	WALK(closings, "warrant_notified=2015-06-01", ask_close),
	WALK(closings, "absconder_since=2015-06-01", ask_close),
	WALK(retakings, "-", ask_retake),
	WALK(reports, "violation_reported=2015-06-01", ask_report),
	WALK(absconders, "violation_reported=2015-06-01 "
	    "absconder_since=2015-05-01", ask_absconder),
	WALK(replies, "violation_replied=2015-06-01", ask_reply),
	WALK(treatments, "treatment_other_payor=no", ask_treatment),
	WALK(payors, "treatment_ordered_by=sending", ask_treatment),
	WALK(conditions, "condition_imposed_by=receiving", ask_condition),
};

#define WALKS ((int)(sizeof(walks) / sizeof(walks[0])))

START_TEST(supplied_facts_overturn_nothing)
{
	struct help_walk w = walks[_i / 2];

	w.ctx = help_context();
	w.ctx.strict = _i % 2;
	help_walk_all(&w);
	icj_calendar_free((struct icj_calendar *)w.ctx.calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("supervise");
	TCase *cases = tcase_create("cases");
	TCase *tables = tcase_create("tables");
	TCase *laws = tcase_create("laws");

	help_read("supervise.tsv");
	tcase_add_loop_test(cases, one_case, 0, help_count);
	suite_add_tcase(s, cases);
	tcase_add_test(tables, rows_are_in_order);
	tcase_add_test(tables, every_matter_is_decided_by_somebody);
	tcase_add_test(tables, names_never_fail);
	tcase_add_loop_test(tables, steps_have_the_dates_of_the_duties, 0,
	    (int)(sizeof(step_cases) / sizeof(step_cases[0])));
	suite_add_tcase(s, tables);
	tcase_set_timeout(laws, 120);
	tcase_add_loop_test(laws, supplied_facts_overturn_nothing, 0,
	    2 * WALKS);
	suite_add_tcase(s, laws);
	return s;
}
