/* SPDX-License-Identifier: MIT */
/*
 * test_referral.c - Rules 4-102 to 4-104: the cases of
 * tests/rules/referral.tsv, the tables of rows, documents and steps, and that
 * a fact supplied never overturns an answer.
 */
#include "answer_help.h"

#include "law/referral/referral.h"

/* -- The cases ---------------------------------------------------------- */

/* What is owed if there is one is expected, too. */
static enum icj_demand cell_of(enum icj_demand demand)
{
	return demand == ICJ_IF_AVAILABLE ? ICJ_SHOULD : demand;
}

/* Documents of a demand: those not there, of what is owed later all that are
 * not known to be there, with the event and its day. */
static void list_documents(const struct help_asked *a,
    const struct icj_referral *answer, enum icj_demand demand, char *buf)
{
	struct icj_document d;
	char item[256], day[11];

	for (size_t i = 0; icj_referral_document(a->c, answer, i, &d); i++) {
		if (cell_of(d.demand) != demand || d.there == ICJ_YES ||
		    (d.there == ICJ_UNKNOWN && demand != ICJ_LATER))
			continue;
		icj_date_format(d.day, day);
		snprintf(item, sizeof(item), "%s%s%s%s%s", d.name,
		    *d.when ? " " : "", d.when, *day ? " " : "", day);
		help_add(buf, item);
	}
}

static bool detail(const struct help_asked *a, const void *answer,
    const char *key, char *got)
{
	const struct icj_referral *r = answer;

	if (strcmp(key, "lacks") == 0)
		list_documents(a, r, ICJ_SHALL, got);
	else if (strcmp(key, "expected") == 0)
		list_documents(a, r, ICJ_SHOULD, got);
	else if (strcmp(key, "later") == 0)
		list_documents(a, r, ICJ_LATER, got);
	else if (strcmp(key, "early") == 0)
		help_add(got, icj_early_name(r->early));
	else if (strcmp(key, "early_rule") == 0)
		help_add_all(got, r->early_rule);
	else if (strcmp(key, "responsible") == 0)
		help_add(got, icj_side_name(r->responsible));
	else if (strcmp(key, "state") == 0)
		help_add(got, icj_state_code(r->responsible_state));
	else if (strcmp(key, "decision") == 0)
		help_add(got, icj_decision_name(r->decision));
	else if (strcmp(key, "denial") == 0)
		help_add(got, icj_denial_name(r->denial));
	else if (strcmp(key, "denial_rule") == 0)
		help_add_all(got, r->denial_rule);
	else
		return false;
	return true;
}

static void expect(struct help_asked *a, void *arg)
{
	struct icj_referral r;

	(void)arg;
	icj_referral(a->c, &a->ctx, a->r, &r);
	help_expect(a, icj_packet_name(r.packet), detail, &r);
}

START_TEST(one_case)
{
	help_with(_i, 5, expect, NULL);
}
END_TEST

/* -- Tables ------------------------------------------------------------- */

/* Rows stand in the order of the rulebook of 2015, and each is a sentence. */
START_TEST(rows_are_in_order)
{
	const struct icj_rule *row, *before = NULL;
	size_t n = 0;

	for (size_t i = 0; (row = icj_rule_at(ICJ_AREA_REFERRAL, i)); i++) {
		size_t len = strlen(row->says);

		ck_assert_int_eq(row->says[len - 1], '.');
		ck_assert_int_lt(row->from, row->until);
		if (row->from > ED_2015)
			continue; /* a later wording has a later number */
		n++;
		if (before)
			ck_assert_msg(strcmp(before->cite, row->cite) <= 0,
			    "%s before %s", before->cite, row->cite);
		before = row;
	}
	/* A row has several wordings; one is new since. */
	ck_assert_uint_ge(n, L_COUNT - 1);
}
END_TEST

/* The steps of a case: rule, day and status of each. */
static void list_steps(const char *facts, const char *as_of, char *got)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_referral a;
	struct icj_step s;
	char item[128], due[32];

	got[0] = '\0';
	help_facts(c, facts);
	ctx.as_of = help_time(as_of);
	icj_referral(c, &ctx, r, &a);
	for (size_t i = 0; icj_referral_step(c, &ctx, &a, i, &s); i++) {
		icj_time_format(&s.due, due);
		snprintf(item, sizeof(item), "%s %s %s%s%s", s.rule,
		    s.state ? icj_state_code(s.state) : "-",
		    s.duty.id ? icj_due_status_name(s.status) : "-",
		    *due ? " " : "", due);
		help_add(got, item);
	}
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}

static const struct {
	const char *facts, *as_of, *steps;
} step_cases[] = {
	{"supervision=probation sending_state=TX receiving_state=OK "
	 "packet_received=2015-03-02 referral_sent=2015-03-09 "
	 "referral_received=2015-01-02 already_residing=yes", "2015-03-10",
	 "4-102(3)(b) TX met 2015-03-09,4-102(4) TX -,"
	 "4-102(5) OK overdue 2015-02-01,4-102(6) OK overdue 2015-02-16,"
	 "4-104(1); 4-104(2) OK -,4-104(5) TX no-start,5-104(2) TX no-start"},
	{"supervision=parole anticipated_arrival=2015-06-15 "
	 "case_received=2015-04-20", "2015-05-01",
	 "4-102 - overdue 2015-04-27,4-102(3)(a) - due 2015-05-01,"
	 "4-102(4) - -,4-102(5) - no-start,4-102(6) - no-start,"
	 "4-104(1); 4-104(2) - -,4-104(5) - no-start,5-104(2) - no-start"},
	{"supervision=parole permit_issued=2015-05-15 "
	 "permit_purpose=transfer-pending guardian_in_sending_state=no "
	 "guardian_in_receiving_state=yes sex_offender=yes "
	 "permit_received=2015-05-18 victim_assistance_needed=yes "
	 "registration_advised=2015-05-27 "
	 "anticipated_arrival=2015-05-20", "2015-06-01",
	 "4-102(3)(a) - due 2015-06-01,4-103(2)(b) - due 2015-06-01,"
	 "4-103(2)(c) - late 2015-05-26,4-103(2)(c) - -,4-102(4) - -,"
	 "4-102(5) - no-start,"
	 "4-102(6) - no-start,4-104(1); 4-104(2) - -,4-104(5) - no-start,"
	 "5-104(2) - no-start,2-105(4) - -"},
	{"supervision=probation decision=deny decision_date=2015-03-02",
	 "2015-03-10", "4-102(3)(b) - no-start,4-102(5) - no-start,"
	 "4-102(6) - no-start"},
	{"supervision=none", "2015-03-10", ""},
};

START_TEST(steps_have_the_dates_of_the_duties)
{
	char got[HELP_SIZE];

	list_steps(step_cases[_i].facts, step_cases[_i].as_of, got);
	ck_assert_str_eq(got, step_cases[_i].steps);
}
END_TEST

/* -- Each paper has its witnesses ---------------------------------------- */

#define PAPERS 64

/* Lines by whose law a paper is listed under a wording: any day, the first and
 * the one before it, on which it is not listed so. */
enum { ANY_DAY = 1, FIRST_DAY = 2, DAY_BEFORE = 4 };

static bool paper_is_listed(const struct help_asked *a,
    const struct icj_referral *answer, const struct wording *w)
{
	struct icj_document d;

	for (size_t i = 0; icj_referral_document(a->c, answer, i, &d); i++)
		if (strcmp(d.name, w->paper.name) == 0 &&
		    strcmp(d.rule, w->rule.cite) == 0)
			return true;
	return false;
}

static void note_paper(const struct help_asked *a,
    const struct icj_referral *answer, const struct provision *p,
    unsigned *seen)
{
	const struct wording *on;

	icj__book_on(NULL, p, answer->on, &on);
	for (size_t k = 0; k < p->wordings; k++) {
		const struct wording *w = &p->wording[k];

		if (answer->on == w->rule.from - 1)
			seen[k] |= DAY_BEFORE;
		if (w == on && paper_is_listed(a, answer, w))
			seen[k] |= answer->on == w->rule.from ?
			    ANY_DAY | FIRST_DAY : ANY_DAY;
	}
}

static void note_papers(struct help_asked *a, void *arg)
{
	unsigned (*seen)[4] = arg;
	struct icj_referral answer;

	icj_referral(a->c, &a->ctx, a->r, &answer);
	for (size_t i = 0; icj__paper_provision(i); i++)
		note_paper(a, &answer, icj__paper_provision(i), seen[i]);
}

START_TEST(every_paper_has_its_witnesses)
{
	unsigned seen[PAPERS][4] = {{0}};
	size_t n = 0;

	for (int i = 0; i < help_count; i++)
		help_with(i, 5, note_papers, seen);
	for (; icj__paper_provision(n); n++) {
		const struct provision *p = icj__paper_provision(n);

		ck_assert_uint_le(p->wordings, 4);
		for (size_t k = 0; k < p->wordings; k++) {
			const struct wording *w = &p->wording[k];

			ck_assert_msg(w->paper.name, "%s", p->id);
			/* The victim form is older than its packet. */
			ck_assert_msg(seen[n][k] & ANY_DAY, "%s, %zu", p->id, k);
			ck_assert_msg(w->rule.from < ED_2014 || seen[n][k] ==
			    (ANY_DAY | FIRST_DAY | DAY_BEFORE),
			    "%s, %zu: %u", p->id, k, seen[n][k]);
		}
	}
	ck_assert_uint_ge(n, 31);
}
END_TEST

START_TEST(names_never_fail)
{
	ck_assert_str_eq(icj_packet_name((enum icj_packet)99), "unknown");
	ck_assert_str_eq(icj_early_name((enum icj_early)99), "unknown");
	ck_assert_str_eq(icj_side_name((enum icj_side)99), "unknown");
	ck_assert_str_eq(icj_side_name(ICJ_SIDE_BOTH), "both");
	ck_assert_str_eq(icj_denial_name((enum icj_denial)99), "unknown");
	ck_assert_str_eq(icj_decision_name((enum icj_form_of_decision)99),
	    "unknown");
	ck_assert_ptr_null(icj_rule_at(ICJ_AREA_REFERRAL, 99));
}
END_TEST

/* -- A fact supplied overturns nothing ---------------------------------- */

/* Each question by itself as the first, whose missing facts are checked. */
static void ask_packet(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	struct icj_referral a;

	answer[0] = icj_packet_name(icj_referral(c, ctx, r, &a));
	answer[1] = icj_early_name(a.early);
	answer[2] = icj_side_name(a.responsible);
}

static void ask_early(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	struct icj_referral a;

	icj_referral(c, ctx, r, &a);
	answer[0] = icj_early_name(a.early);
	answer[1] = icj_side_name(a.responsible);
}

static void ask_denial(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	struct icj_referral a;

	icj_referral(c, ctx, r, &a);
	answer[0] = icj_denial_name(a.denial);
	answer[1] = icj_decision_name(a.decision);
}

static help_trial packets[] = {
	{"supervision=probation", "supervision=parole", "supervision=none",
	 NULL},
	{"documents=form-iv; form-ia-vi; order-of-commitment; other",
	 "documents=form-iv",
	 "documents=form-iv; form-ia-vi; conditions-of-probation; petition; "
	 "order-of-adjudication-and-disposition; victim-notification-form",
	 "documents=form-iv; form-ia-vi; conditions-of-probation; "
	 "order-of-adjudication-and-disposition; order-of-commitment"},
	{"victim_assistance_needed=no", "victim_assistance_needed=yes", NULL},
	{"sex_offender=no", "sex_offender=yes", NULL},
	{"treatment_payer_stated=no", "treatment_payer_stated=yes", NULL},
	{"accepted=2015-03-02", "accepted=2015-07-01", NULL},
};

static help_trial placements[] = {
	{"supervision=probation", "supervision=parole", "supervision=none",
	 NULL},
	{"sex_offender=no", "sex_offender=yes", NULL},
	{"guardian_in_sending_state=no", "guardian_in_sending_state=yes",
	 NULL},
	{"guardian_in_receiving_state=no", "guardian_in_receiving_state=yes",
	 NULL},
	{"residence=parent", "residence=relative", "residence=legal-guardian",
	 NULL},
	{"permit_purpose=transfer-pending", "permit_purpose=visit", NULL},
	{"accepted=2015-03-02", "accepted=2015-07-01", NULL},
};

static help_trial offenders[] = {
	{"supervision=probation", "supervision=parole", NULL},
	{"adjudicated_sex_offense=no", "adjudicated_sex_offense=yes", NULL},
	{"must_register_sending=no", "must_register_sending=yes", NULL},
	{"guardian_in_sending_state=no", "guardian_in_sending_state=yes",
	 NULL},
	{"residence=parent", "residence=relative", NULL},
};

static help_trial denials[] = {
	{"denial_grounds=age", "denial_grounds=age; offense",
	 "denial_grounds=unsuitable-placement; age",
	 "denial_grounds=not-in-compliance; other"},
	{"home_evaluation=suitable", "home_evaluation=unsuitable", NULL},
	{"substantial_compliance=no", "substantial_compliance=yes", NULL},
	{"guardian_in_sending_state=no", "guardian_in_sending_state=yes",
	 NULL},
	{"guardian_in_receiving_state=no", "guardian_in_receiving_state=yes",
	 NULL},
	{"decided_by=designee", "decided_by=other", NULL},
	{"decision_signed=no", "decision_signed=yes", NULL},
	{"sex_offender=no", "sex_offender=yes", NULL},
};

#define WALK(list, known, ask_, n) {.trial = (list), \
	.trials = sizeof(list) / sizeof((list)[0]), .always = (known), \
	.ask = (ask_), .answers = (n)}

static struct help_walk walks[] = {
	WALK(packets, "guardian_in_sending_state=yes", ask_packet, 3),
	WALK(placements, "-", ask_early, 2),
	WALK(placements, "permit_issued=2015-03-02", ask_early, 2),
	WALK(placements, "reporting_instructions=2015-03-02", ask_early, 2),
	WALK(offenders, "guardian_in_receiving_state=yes decision=deny "
	    "must_register_receiving=no", ask_early, 2),
	WALK(denials, "decision=deny", ask_denial, 2),
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
	Suite *s = suite_create("referral");
	TCase *cases = tcase_create("cases");
	TCase *tables = tcase_create("tables");
	TCase *laws = tcase_create("laws");

	help_read("referral.tsv");
	tcase_add_loop_test(cases, one_case, 0, help_count);
	suite_add_tcase(s, cases);
	tcase_add_test(tables, rows_are_in_order);
	tcase_add_test(tables, names_never_fail);
	tcase_add_test(tables, every_paper_has_its_witnesses);
	tcase_add_loop_test(tables, steps_have_the_dates_of_the_duties, 0,
	    (int)(sizeof(step_cases) / sizeof(step_cases[0])));
	suite_add_tcase(s, tables);
	tcase_set_timeout(laws, 120);
	tcase_add_loop_test(laws, supplied_facts_overturn_nothing, 0,
	    2 * WALKS);
	suite_add_tcase(s, laws);
	return s;
}
