/* SPDX-License-Identifier: MIT */
/*
 * test_null.c - every function of icj.h without what it needs: an error value,
 * never a crash, never an answer as of 1970.  tests/tree/nulls.sh holds this
 * file to the symbols of the library.
 */
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "suite.h"

static char buf[ICJ_RATIO_SIZE];
static const struct icj_context zeros;
static struct icj_case *c;
static struct icj_report *r;
static struct icj_calendar *cal;
static const struct icj_field *field;

static void set_up(void)
{
	c = icj_case_new();
	r = icj_report_new();
	cal = icj_calendar_new(NULL, 0, NULL, 0);
	field = icj_field_find("case_received", 13);
	icj_case_set(c, field, "2015-03-02", 10);
}

static void tear_down(void)
{
	icj_case_free(c);
	icj_report_free(r);
	icj_calendar_free(cal);
}

static struct icj_context good(void)
{
	struct icj_context ctx = ICJ_CONTEXT_INIT;

	ctx.calendar = cal;
	ctx.as_of.date = icj_date_of(2015, 4, 20);
	return ctx;
}

START_TEST(contexts_to_begin_with)
{
	struct icj_context a = ICJ_CONTEXT_INIT, b = icj_context_default();

	ck_assert_int_eq(a.edition, ICJ_DATE_NONE);
	ck_assert_int_eq(a.as_of.date, ICJ_DATE_NONE);
	ck_assert_int_eq(a.as_of.second, ICJ_NO_CLOCK);
	ck_assert_int_eq(a.as_of.offset, ICJ_NO_OFFSET);
	ck_assert_ptr_null(a.calendar);
	ck_assert_int_eq(a.whose, ICJ_OWNER);
	ck_assert(!a.strict);
	ck_assert_int_eq(a.edition, b.edition);
	ck_assert_int_eq(a.as_of.date, b.as_of.date);
	ck_assert_int_eq(a.as_of.second, b.as_of.second);
	ck_assert_int_eq(a.as_of.offset, b.as_of.offset);
	ck_assert_ptr_eq(a.calendar, b.calendar);
}
END_TEST

START_TEST(texts)
{
	struct icj_date_form form;
	struct icj_time time = {0, 0, 0};
	icj_date day = 0;
	int year = 7;
	size_t len = 0;

	ck_assert_int_eq(icj_date_form_parse(NULL, &form), ICJ_E_NULL);
	ck_assert_int_eq(icj_date_form_parse("mdy", NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_date_form_add(NULL, "mdy"), ICJ_E_NULL);
	ck_assert_int_eq(icj_date_form_add(&form, NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_date_parse(NULL, 10, NULL, &day), ICJ_E_NULL);
	ck_assert_int_eq(day, ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_parse("2015-03-02", 10, NULL, NULL),
	    ICJ_E_NULL);
	ck_assert_int_eq(icj_time_parse(NULL, 10, NULL, &time), ICJ_E_NULL);
	ck_assert_int_eq(time.date, ICJ_DATE_NONE);
	ck_assert_int_eq(icj_time_parse("2015-03-02", 10, NULL, NULL),
	    ICJ_E_NULL);
	ck_assert_ptr_null(icj_date_format(0, NULL));
	ck_assert_str_eq(icj_time_format(NULL, buf), "");
	ck_assert_ptr_null(icj_time_format(&time, NULL));
	icj_date_parts(0, &year, NULL, NULL);
	icj_date_parts(0, NULL, NULL, NULL);
	ck_assert_int_eq(icj_state_find(NULL, 2), 0);
	ck_assert_ptr_null(icj_field_find(NULL, 4));
	ck_assert_str_eq(icj_field_rule(NULL, NULL, ICJ_DATE_NONE), "");
	ck_assert_ptr_null(icj_trim(NULL, &len));
	ck_assert_ptr_nonnull(icj_trim("x", NULL));
	ck_assert(icj_says_nothing(NULL, 3));
	ck_assert_str_eq(icj_strerror(ICJ_E_NULL),
	    "nothing was given to be read");
	ck_assert_int_eq(icj_date_of(0, 0, 0), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_date_add_months(ICJ_DATE_NONE, 1), ICJ_DATE_NONE);
	ck_assert_int_ge(icj_weekday(0), 0);
	ck_assert_str_eq(icj_state_code(0), "");
	ck_assert_str_eq(icj_state_name(0), "");
	ck_assert(!icj_state_is_member(0, 0));
}
END_TEST

START_TEST(calendars)
{
	struct icj_time start = {0, 3600, ICJ_NO_OFFSET};

	ck_assert_ptr_null(icj_calendar_new(NULL, 1, NULL, 0));
	ck_assert_ptr_null(icj_calendar_new(NULL, 0, NULL, 1));
	icj_calendar_free(NULL);
	ck_assert(!icj_is_business_day(NULL, 0, 16500));
	ck_assert_int_eq(icj_add_business_days(NULL, 0, 16500, 3),
	    ICJ_DATE_NONE);
	ck_assert_int_eq(icj_count_business_days(NULL, 0, 16500, 16600),
	    INT32_MIN);
	ck_assert_int_eq(icj_add_open_hours(NULL, 0, start, 24).date,
	    ICJ_DATE_NONE);
	ck_assert_str_eq(icj_closed_because(NULL, 0, 16500), "no calendar");
	ck_assert_int_eq(icj_calendar_vouched(NULL, 0), ICJ_DATE_NONE);
}
END_TEST

START_TEST(cases)
{
	struct icj_value none = {NULL, "x", 1}, no_text = {field, NULL, 1};
	enum icj_err err = ICJ_OK;

	icj_case_free(NULL);
	icj_case_reset(NULL);
	icj_case_date_form(NULL, NULL);
	icj_case_date_form(c, NULL);
	ck_assert_ptr_null(icj_case_clock_dropped(NULL));
	icj_case_spoil(NULL);
	icj_case_unsaid(NULL, ICJ_EMPTY);
	icj_case_said(NULL, field);
	icj_case_said(c, NULL);
	icj_case_null_words(NULL, NULL, 0);
	icj_case_null_words(c, NULL, 1);
	ck_assert(icj_case_says_nothing(NULL, field, "x", 1));
	ck_assert(icj_case_says_nothing(c, NULL, "x", 1));
	ck_assert(icj_case_says_nothing(c, field, NULL, 1));
	ck_assert_int_eq(icj_case_set(NULL, field, "x", 1), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set(c, NULL, "x", 1), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set(c, field, NULL, 1), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set(c, NULL, NULL, 0), ICJ_E_NULL);
	ck_assert_uint_eq(icj_case_set_all(NULL, &none, 1, &err), 0);
	ck_assert_int_eq(err, ICJ_E_NULL);
	ck_assert_uint_eq(icj_case_set_all(c, NULL, 1, NULL), 0);
	err = ICJ_OK;
	ck_assert_uint_eq(icj_case_set_all(c, &none, 1, &err), 0);
	ck_assert_int_eq(err, ICJ_E_NULL);
	ck_assert_uint_eq(icj_case_set_all(c, &no_text, 1, NULL), 0);
	ck_assert_uint_eq(icj_case_set_all(c, NULL, 0, NULL), 0);
	icj_case_unset(NULL, field);
	icj_case_unset(c, NULL);
	ck_assert(!icj_case_has(NULL, field));
	ck_assert(!icj_case_has(c, NULL));
	ck_assert(!icj_case_mentions(NULL, field));
	ck_assert(!icj_case_mentions(c, NULL));
	ck_assert_uint_eq(icj_case_get(NULL, field, buf, sizeof(buf)), 0);
	ck_assert_uint_eq(icj_case_get(c, NULL, buf, sizeof(buf)), 0);
	ck_assert_uint_eq(icj_case_get(c, field, NULL, 20), 0);
	ck_assert_msg(icj_case_has(c, field), "none of it touched the fact");
}
END_TEST

START_TEST(answers_as_text)
{
	size_t len = icj_answer_json(NULL, NULL, NULL, NULL, NULL, NULL, 0);
	char text[200];

	ck_assert_int_eq(icj_case_set_name(NULL, "plan_days", "1"), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set_name(c, NULL, "1"), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set_name(c, "plan_days", NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_case_set_name(c, "plan", "1"), ICJ_E_NAME);
	ck_assert_int_eq(icj_case_set_name(c, "plan_days", "1"), ICJ_OK);
	ck_assert_uint_eq(icj_answer_json(NULL, NULL, NULL, NULL, NULL, text,
	    sizeof(text)), len);
	ck_assert_str_eq(text,
	    "{\"error\": \"no such question, or no record\"}");
	ck_assert_uint_eq(len, strlen(text));
	ck_assert_uint_gt(icj_fields_json(NULL, 0), 10000);
	ck_assert_uint_gt(icj_rulebook_json(NULL, 0), 10000);
	icj_answer_json("eligible", "{}", "soon", NULL, NULL, text, 12);
	ck_assert_str_eq(text, "{\"error\": \"");
	ck_assert_uint_eq(icj_answer_json_by(NULL, NULL, ICJ_EMPTY, NULL, NULL,
	    0), len);
	icj_answer_json_by("eligible", "{}", ICJ_EMPTY, NULL, text,
	    sizeof(text));
	ck_assert_str_eq(text, "{\"error\": \"no context\"}");
	icj_answer_prose(NULL, NULL, NULL, NULL, NULL, true, 0, text,
	    sizeof(text));
	ck_assert_str_eq(text,
	    "There is no answer: no such question, or no record\n");
	ck_assert_ptr_null(icj_answer_parts(NULL));
	ck_assert_ptr_null(icj_answer_parts("deadline"));
	ck_assert_uint_eq(icj_answer_rule(NULL).len, 0);
	ck_assert_uint_eq(icj_answer_rule("return").len, 0);
}
END_TEST

START_TEST(prose)
{
	static const struct icj_page nowhere = {NULL, 0, NULL, NULL};
	static const struct icj_prose nothing = {.facts = NULL};
	static const struct icj_columns_to to = {.own = NULL};
	struct icj_step step;
	char text[ICJ_PRESUMPTION];

	ck_assert_str_eq(icj_basis_words((enum icj_basis)99), "");
	ck_assert_str_eq(icj_presumption(NULL, NULL, text), "");
	ck_assert_int_eq(icj_page_put(NULL, "a", 0), 0);
	ck_assert_int_eq(icj_page_put(&nowhere, NULL, 0), 0);
	ck_assert_int_eq(icj_page_put(&nowhere, "a b", 0), 1);
	icj_prose_answer(NULL, &nowhere);
	icj_prose_answer(&nothing, NULL);
	icj_prose_answer(&nothing, &nowhere);
	icj_prose_steps(NULL, &nowhere);
	icj_prose_steps(&nothing, &nowhere);
	icj_prose_limbs(NULL, &nowhere);
	icj_prose_limbs(&nothing, &nowhere);
	ck_assert(!icj_prose_next(NULL, &step));
	ck_assert(!icj_prose_next(&nothing, &step));
	ck_assert(!icj_due_step(NULL, NULL, ICJ_AREA_PERMIT, 0, &step));
	ck_assert(!icj_due_step(c, &zeros, ICJ_AREA_PERMIT, 0, NULL));
	ck_assert(!icj_eligible_step(NULL, NULL, ICJ_YES, NULL, 0, &step));
	icj_papers_prose(NULL, NULL, &nowhere);
	icj_dues_answer(NULL, NULL, NULL, 0, true, &nowhere);
	icj_dues_prose(NULL, 1, &nowhere);
	icj_eligible_columns(NULL, r, ICJ_YES);
	icj_eligible_columns(&to, NULL, ICJ_YES);
	icj_permit_columns(&to, r, NULL);
	icj_return_columns(&to, r, NULL);
	icj_due_columns(&to, NULL);
}
END_TEST

START_TEST(reports)
{
	icj_report_free(NULL);
	ck_assert_ptr_null(icj_finding_rule(NULL));
	ck_assert_int_eq(icj_finding_status(NULL), ICJ_UNDECIDED);
	ck_assert_ptr_null(icj_finding_fact(NULL, ICJ_USED, 0));
	ck_assert_ptr_null(icj_report_next(NULL, NULL));
	ck_assert_ptr_null(icj_report_cite(NULL, 0));
	ck_assert_ptr_null(icj_report_fact(NULL, ICJ_MISSING, 0));
	ck_assert_int_eq(icj_report_edition(NULL), ICJ_DATE_NONE);
	ck_assert_int_eq(icj_report_basis(NULL), ICJ_BASIS_NEAREST);
	ck_assert_str_eq(icj_report_note(NULL), "");
	ck_assert_uint_eq(icj_paragraph_on(NULL, 0), 0);
	ck_assert_ptr_null(icj_paragraph_says(NULL));
	ck_assert_ptr_null(icj_paragraph_later_at(SIZE_MAX));
	ck_assert(!icj_report_law(NULL, 0, (char[ICJ_LAW_NOTE]){0}));
	ck_assert(icj_report_asked(NULL, field));
	ck_assert(icj_report_asked(r, NULL));
	ck_assert(!icj_report_remember(NULL));
	icj_report_brief(NULL);
	ck_assert_uint_eq(icj_report_number(NULL), 0);
	ck_assert_ptr_null(icj_rule_at((enum icj_area)0, 0));
	ck_assert_ptr_null(icj_edition_on(ICJ_DATE_NONE));
	ck_assert_int_eq(icj_edition_after(ICJ_DATE_NONE), ICJ_DATE_NONE);
	ck_assert_ptr_null(icj_edition_at(999));
}
END_TEST

/* What is wrong with a question; the last is as it should be. */
enum { NO_CASE, NO_CONTEXT, NO_REPORT, ZEROS, ALL_BUT_DATE, EMPTY, FAR, AHEAD,
	NO_CALENDAR, KINDS };

struct asked {
	const struct icj_case *c;
	const struct icj_context *ctx;
	struct icj_report *r;
	struct icj_context room;
};

static void make(struct asked *q, int kind)
{
	q->room = good();
	if (kind == ALL_BUT_DATE) {
		q->room = zeros;
		q->room.calendar = cal;
		q->room.as_of.date = icj_date_of(2015, 4, 20);
	}
	if (kind == ZEROS)
		q->room = zeros;
	if (kind == EMPTY)
		q->room = icj_context_default();
	if (kind == FAR)
		q->room.as_of.date = ICJ_DATE_MAX + 1;
	if (kind == AHEAD)
		q->room.edition = INT32_MAX;
	if (kind == NO_CALENDAR)
		q->room.calendar = NULL;
	q->c = kind == NO_CASE ? NULL : c;
	q->ctx = kind == NO_CONTEXT ? NULL : &q->room;
	q->r = kind == NO_REPORT ? NULL : r;
}

static bool is_noted(const struct asked *q)
{
	const char *note = icj_report_note(q->r);

	return !q->r || strncmp(note, "not judged: ", 12) == 0;
}

/* Those that count no business days. */
static void ask_without_days(const struct asked *q)
{
	struct icj_case *scratch = icj_case_new();
	struct icj_change changes[ICJ_CHANGES];
	struct icj_training training;
	struct icj_referral referral;

	ck_assert_int_eq(icj_eligible(q->c, q->ctx, q->r), ICJ_UNKNOWN);
	ck_assert(is_noted(q));
	ck_assert_int_eq(icj_eligible_why_not(q->c, q->ctx, scratch, q->r,
	    changes), -1);
	ck_assert_ptr_null(icj_eligible_ask(q->c, q->ctx, scratch, q->r, NULL,
	    0));
	ck_assert_int_eq(icj_training(q->c, q->ctx, q->r, &training),
	    ICJ_UNDECIDED);
	ck_assert_int_eq(training.hours, -1);
	ck_assert_int_eq(icj_training(q->c, q->ctx, q->r, NULL),
	    ICJ_UNDECIDED);
	ck_assert_int_eq(icj_referral(q->c, q->ctx, q->r, &referral),
	    ICJ_PACKET_UNKNOWN);
	ck_assert_int_eq(referral.denial, ICJ_DENIAL_UNKNOWN);
	ck_assert(is_noted(q));
	icj_case_free(scratch);
}

static void ask_with_days(const struct asked *q)
{
	struct icj_permit permit;
	struct icj_return ret;
	struct icj_supervise supervise;
	struct icj_vote vote;

	ck_assert_int_eq(icj_permit(q->c, q->ctx, q->r, &permit),
	    ICJ_PERMIT_UNKNOWN);
	ck_assert_int_eq(permit.last_day, ICJ_DATE_NONE);
	ck_assert(is_noted(q));
	ck_assert_int_eq(icj_return(q->c, q->ctx, q->r, &ret),
	    ICJ_RETURN_UNKNOWN);
	ck_assert_int_eq(ret.home_failed, ICJ_UNKNOWN);
	icj_supervise(q->c, q->ctx, q->r, &supervise);
	ck_assert_int_eq(supervise.close, ICJ_CLOSE_UNKNOWN);
	ck_assert_int_eq(icj_vote(q->c, q->ctx, q->r, &vote), ICJ_UNDECIDED);
	ck_assert_int_eq(vote.part[ICJ_VOTE_TOLD], ICJ_UNDECIDED);
	ck_assert_int_eq(vote.needed, -1);
	ck_assert(is_noted(q));
}

START_TEST(questions)
{
	struct asked q;

	make(&q, _i);
	if (_i != NO_CALENDAR)
		ask_without_days(&q);
	ask_with_days(&q);
}
END_TEST

START_TEST(questions_without_room)
{
	struct icj_context ctx = good();
	struct icj_change changes[ICJ_CHANGES];
	struct icj_case *scratch = icj_case_new();

	ck_assert_int_eq(icj_permit(c, &ctx, r, NULL), ICJ_PERMIT_UNKNOWN);
	ck_assert_int_eq(icj_return(c, &ctx, r, NULL), ICJ_RETURN_UNKNOWN);
	ck_assert_int_eq(icj_referral(c, &ctx, r, NULL), ICJ_PACKET_UNKNOWN);
	icj_supervise(c, &ctx, r, NULL);
	ck_assert_int_eq(icj_vote(c, &ctx, r, NULL), ICJ_UNDECIDED);
	ck_assert_int_eq(icj_eligible_why_not(c, &ctx, NULL, r, changes), -1);
	ck_assert_int_eq(icj_eligible_why_not(c, &ctx, scratch, r, NULL), -1);
	ck_assert_ptr_null(icj_eligible_ask(c, &ctx, NULL, r, NULL, 0));
	ck_assert_ptr_null(icj_eligible_ask(c, &ctx, scratch, r, NULL, 1));
	icj_case_free(scratch);
}
END_TEST

/* A duty of NO_REPORT is as it should be; one of EMPTY has no calendar. */
START_TEST(duties)
{
	struct icj_counts *counts = icj_counts_new();
	struct icj_due *due = malloc(sizeof(*due));
	struct asked q;
	size_t n = 0;

	make(&q, _i);
	for (; icj_due(q.c, q.ctx, n, due); n++) {
		if (_i == NO_REPORT)
			continue;
		ck_assert_ptr_nonnull(due->duty.id);
		ck_assert_int_eq(due->status, ICJ_DUE_UNKNOWN);
		ck_assert_int_eq(due->due.date, ICJ_DATE_NONE);
		ck_assert_uint_eq(due->note_len, strlen(due->note));
		ck_assert(icj_due_counted(q.c, q.ctx, counts, n, due));
		ck_assert(strncmp(due->note, "not judged: ", 12) == 0);
	}
	ck_assert_uint_gt(n, 30);
	ck_assert(!icj_due(q.c, q.ctx, 0, NULL));
	ck_assert(!icj_due_counted(q.c, q.ctx, NULL, 0, NULL));
	free(due);
	icj_counts_free(counts);
}
END_TEST

START_TEST(duties_begun)
{
	size_t which[4];

	icj_counts_free(NULL);
	struct icj_duty duty;

	ck_assert(!icj_duty_at(999, &duty));
	ck_assert(!icj_duty_at(0, NULL));
	ck_assert_uint_gt(icj_due_next(NULL, 0), 30);
	ck_assert_ptr_null(icj_due_lacks(NULL, 0, 0));
	ck_assert(!icj_due_asks(NULL, NULL, 0, field));
	ck_assert(!icj_due_asks(c, NULL, 0, NULL));
	ck_assert_uint_eq(icj_dues_begun(NULL, which, 4), 0);
	ck_assert_uint_eq(icj_dues_begun(c, NULL, 4), 0);
	ck_assert_uint_eq(icj_dues_begun(c, NULL, 0), 1);
}
END_TEST

START_TEST(steps_and_papers)
{
	static const struct icj_referral referral;
	static const struct icj_return ret;
	static const struct icj_supervise supervise;
	struct icj_document document;
	struct icj_paper paper;
	struct icj_step step;
	struct icj_item item;
	struct asked q;

	make(&q, _i);
	if (_i == NO_REPORT || _i == EMPTY)
		q.ctx = NULL;
	ck_assert(!icj_referral_step(q.c, q.ctx, &referral, 0, &step));
	ck_assert(!icj_return_step(q.c, q.ctx, &ret, 0, &step));
	ck_assert(!icj_supervise_step(q.c, q.ctx, 0, &step));
	if (_i != NO_CALENDAR)
		ck_assert(!icj_supervise_item(q.c, q.ctx, &supervise, 0,
		    &item));
	ck_assert(!icj_referral_document(NULL, &referral, 0, &document));
	ck_assert(!icj_referral_document(c, NULL, 0, &document));
	ck_assert(!icj_referral_document(c, &referral, 0, NULL));
	ck_assert(!icj_return_paper(NULL, &ret, 0, &paper));
	ck_assert(!icj_return_paper(c, NULL, 0, &paper));
	ck_assert(!icj_return_paper(c, &ret, 0, NULL));
	make(&q, KINDS);
	ck_assert(!icj_referral_step(q.c, q.ctx, NULL, 0, &step));
	ck_assert(!icj_referral_step(q.c, q.ctx, &referral, 0, NULL));
	ck_assert(!icj_return_step(q.c, q.ctx, NULL, 0, &step));
	ck_assert(!icj_return_step(q.c, q.ctx, &ret, 0, NULL));
	ck_assert(!icj_supervise_step(q.c, q.ctx, 0, NULL));
	ck_assert(!icj_supervise_item(q.c, q.ctx, NULL, 0, &item));
	ck_assert(!icj_supervise_item(q.c, q.ctx, &supervise, 0, NULL));
}
END_TEST

START_TEST(terms_and_counts)
{
	struct icj_tally tally;
	struct icj_term term;
	struct asked q;

	make(&q, _i);
	if (_i == NO_REPORT || _i == NO_CALENDAR)
		return;
	ck_assert(icj_term(q.c, q.ctx, 0, &term));
	ck_assert_int_eq(term.holds, ICJ_UNKNOWN);
	ck_assert(!icj_term(q.c, q.ctx, 0, NULL));
	ck_assert(!icj_term(q.c, q.ctx, 999, &term));
	ck_assert(!icj_tally(q.c, q.ctx, 0, NULL));
	ck_assert(!icj_tally_asks(NULL, q.ctx, 0, field));
	ck_assert(!icj_tally_asks(q.c, NULL, 0, field));
	ck_assert(!icj_tally_asks(q.c, q.ctx, 999, field));
	ck_assert(!icj_tally_asks(q.c, q.ctx, 0, NULL));
	ck_assert(!icj_tally(q.c, q.ctx, 999, &tally));
	if (_i == EMPTY || _i == FAR || _i == AHEAD)
		return; /* an event needs no moment to be counted */
	ck_assert(icj_tally(q.c, q.ctx, 0, &tally));
	ck_assert_int_eq(tally.counts, ICJ_UNKNOWN);
	ck_assert_int_eq(tally.day, ICJ_DATE_NONE);
}
END_TEST

START_TEST(measures)
{
	static const int64_t count[1];
	unsigned char hidden[4];
	struct icj_grid grid = {1, 1, count, hidden};
	struct icj_grid no_counts = {1, 1, NULL, hidden};
	struct icj_grid no_room = {1, 1, count, NULL};
	struct icj_grid second[2] = {grid, no_room};
	struct icj_context ctx = good();

	ck_assert_ptr_null(icj_measure_cite(NULL, &ctx, 16500));
	ck_assert_ptr_nonnull(icj_measure_cite(icj_measure_at(0), NULL, 16500));
	ck_assert_int_eq(icj_measure_edition(NULL, &ctx, 16500),
	    ICJ_DATE_NONE);
	ck_assert_int_eq(icj_measure_edition(icj_measure_at(0), NULL, 16500),
	    ICJ_DATE_NONE);
	ck_assert_int_eq(icj_measure_edition(icj_measure_at(0), &zeros, 16500),
	    ICJ_DATE_NONE);
	ck_assert(!icj_hide_small(NULL, 1, 5, false));
	ck_assert(!icj_hide_small(&no_counts, 1, 5, false));
	ck_assert(!icj_hide_small(&no_room, 1, 5, false));
	ck_assert(!icj_hide_small(second, 2, 5, false));
	ck_assert(icj_hide_small(&grid, 1, 5, false));
	ck_assert_ptr_null(icj_period_format(ICJ_BY_YEAR, 2015, NULL));
	ck_assert_int_eq(icj_period_start(ICJ_BY_YEAR, 2015),
	    icj_date_of(2015, 1, 1));
	ck_assert_int_eq(icj_period_of(ICJ_BY_YEAR, icj_date_of(2015, 3, 1)),
	    2015);
	ck_assert_int_eq(icj_training_hours(NULL), -1);
}
END_TEST

START_TEST(lints)
{
	struct icj_context ctx = icj_context_default();
	struct icj_case *one = icj_case_new();
	struct icj_lint found[ICJ_LINT_MOST];

	ck_assert_uint_eq(icj_lint(NULL, &ctx, 0, found), 0);
	ck_assert_uint_eq(icj_lint(one, NULL, 0, found), 0);
	ck_assert_uint_eq(icj_lint(one, &ctx, 0, NULL), 0);
	ck_assert_uint_eq(icj_lint(one, &ctx, 0, found), 0);
	ck_assert_ptr_null(icj_lint_lacks(NULL, 0));
	ck_assert_ptr_null(icj_lint_kind_at(ICJ_LINT_KINDS));
	icj_case_free(one);
}
END_TEST

START_TEST(scores)
{
	struct icj_time day = {16500, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
	enum icj_due_status status;
	enum icj_basis basis;

	ck_assert(!icj_due_status_find(NULL, 3, &status));
	ck_assert(!icj_due_status_find("met", 3, NULL));
	ck_assert(!icj_basis_find(NULL, 4, &basis));
	ck_assert(!icj_basis_find("text", 4, NULL));
	ck_assert(!icj_duty_recurs(NULL));
	ck_assert_int_eq(icj_score_column_of((enum icj_due_status)99),
	    ICJ_SCORE_COLUMNS);
	ck_assert(!icj_score_add(NULL, ICJ_SCORE_LATE, ICJ_BASIS_TEXT));
	ck_assert_int_eq(icj_score_share(NULL), -1);
	ck_assert_int_eq(icj_score_meets(NULL, 9000), ICJ_UNKNOWN);
	ck_assert_int_eq(icj_digest_of(ICJ_DUE_OVERDUE, false, NULL, &day,
	    7),
	    ICJ_DIGEST_NONE);
	ck_assert_int_eq(icj_digest_of(ICJ_DUE_OVERDUE, false, &day, NULL,
	    7),
	    ICJ_DIGEST_NONE);
	ck_assert_int_eq(icj_digest_days(NULL, &day), 0);
	ck_assert_int_eq(icj_digest_days(&day, NULL), 0);
	ck_assert(!icj_digest_again(ICJ_DATE_NONE, ICJ_DATE_NONE, 7));
	ck_assert_int_eq(icj_digest_order(NULL, NULL), 0);
}
END_TEST

START_TEST(dues)
{
	static const struct icj_dues_row row = {1, 10, 1, 1, -1};
	static const struct icj_dues_options options;
	static const struct icj_dues_tier tier = {0, ICJ_NO_BOUND, 1};
	static const struct icj_ratio ratio = {{0, 1}, {0, 2}};
	struct icj_dues_share share;
	struct icj_dues_total total;
	uint64_t bound;
	int64_t whole;
	size_t bad;

	ck_assert_str_eq(icj_ratio_format(NULL, buf), "");
	ck_assert_ptr_null(icj_ratio_format(&ratio, NULL));
	ck_assert_str_eq(icj_ratio_decimal(NULL, buf), "");
	ck_assert_ptr_null(icj_ratio_decimal(&ratio, NULL));
	ck_assert_int_eq(icj_whole_parse(NULL, 1, 9, &whole), ICJ_E_NULL);
	ck_assert_int_eq(icj_whole_parse("1", 1, 9, NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_bound_parse(NULL, 1, &bound), ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_bound_parse("1", 1, NULL), ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues_row_check(NULL, 0), ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues(NULL, 1, &options, &share, &total),
	    ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues(&row, 1, NULL, &share, &total),
	    ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues(&row, 1, &options, NULL, &total),
	    ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues(&row, 1, &options, &share, NULL),
	    ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues_tiers_check(NULL, 1, &bad), ICJ_DUES_E_NULL);
	ck_assert_int_eq(icj_dues_tiers_check(&tier, 1, NULL),
	    ICJ_DUES_E_NULL);
	ck_assert_uint_eq(icj_dues_tier_find(NULL, 1, &ratio), 1);
	ck_assert_uint_eq(icj_dues_tier_find(&tier, 1, NULL), 1);
	ck_assert_ptr_null(icj_dues_rule_at(999));
	ck_assert_str_eq(icj_dues_strerror(ICJ_DUES_E_NULL),
	    "nothing was given to be counted");
}
END_TEST

START_TEST(rulebook)
{
	const struct icj_paragraph *found;
	struct icj_competence competence;

	ck_assert_ptr_null(icj_paragraph_parent(NULL));
	ck_assert_int_eq(icj_paragraph_depth(NULL), 0);
	ck_assert_uint_eq(icj_paragraph_disposition(NULL), 0);
	ck_assert(!icj_paragraph_cited(NULL, "4-101"));
	ck_assert(!icj_paragraph_cited(icj_paragraph_at(0), NULL));
	ck_assert_uint_eq(icj_paragraph_find(NULL, 5, &found, 1), 0);
	ck_assert_uint_eq(icj_paragraph_find("4-101", 5, NULL, 1), 0);
	ck_assert_ptr_nonnull(icj_paragraph_near(NULL, 5));
	ck_assert(!icj_competence_at(999, 0, NULL, &competence));
	ck_assert(!icj_competence_at(0, 0, NULL, NULL));
}
END_TEST

START_TEST(the_book)
{
	struct icj_wording w, other;
	enum icj_standing standing;
	enum icj_amendment change;
	struct icj_amend form;
	size_t none = (size_t)-1;

	memset(&w, 0, sizeof(w));
	ck_assert(!icj_wording_at(none, 0, NULL, &w));
	ck_assert(!icj_wording_at(0, none, NULL, &w));
	ck_assert(!icj_wording_at(0, 0, NULL, NULL));
	ck_assert(!icj_wording_same(NULL, &w));
	ck_assert(!icj_wording_same(&w, NULL));
	ck_assert(!icj_wording_same(&w, &w));
	ck_assert(!icj_provision_on(none, 0, NULL, &standing, &w));
	ck_assert(!icj_provision_on(0, 0, NULL, NULL, &w));
	ck_assert(!icj_provision_on(0, 0, NULL, &standing, NULL));
	ck_assert(!icj_provision_amended(none, 0, 1, NULL, &change, &w, &other));
	ck_assert(!icj_provision_amended(0, 0, 1, NULL, NULL, &w, &other));
	ck_assert(!icj_provision_amended(0, 0, 1, NULL, &change, NULL, &other));
	ck_assert(!icj_provision_amended(0, 0, 1, NULL, &change, &w, NULL));
	ck_assert(!icj_amend_form(none, 20544, &form));
	ck_assert(!icj_amend_form(0, 20544, NULL));
	ck_assert(!icj_amend_form(0, ICJ_DATE_NONE, &form));
	ck_assert(icj_amend_form(0, 20544, &form));
	ck_assert_int_eq(icj_amend_check(NULL, 1, 0, NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_amend_check(&form, 1, 1, NULL), ICJ_E_NULL);
	ck_assert_int_eq(icj_amend_check(&form, 1, 0, NULL), ICJ_OK);
	form.provision = NULL;
	ck_assert_int_eq(icj_amend_check(&form, 1, 0, NULL), ICJ_E_PROVISION);
	ck_assert_ptr_null(icj_amendments_new(NULL, 1));
	ck_assert_ptr_null(icj_amendments_new(&form, 1));
	icj_amendments_free(NULL);
	ck_assert(!icj_cites(NULL, "4-101", 5, false));
	ck_assert(!icj_cites("4-101", NULL, 5, false));
}
END_TEST

/* Values that no enumeration has: a text, or nothing, but no crash. */
START_TEST(names)
{
	static const int odd[] = {-1, 0, 99, 1 << 20};
	unsigned seen = 0;

	for (size_t i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
		int n = odd[i];

		seen += icj_type_name((enum icj_type)n) != NULL;
		seen += icj_tri_name((enum icj_tri)n) != NULL;
		seen += icj_status_name((enum icj_status)n) != NULL;
		seen += icj_basis_name((enum icj_basis)n) != NULL;
		seen += icj_amendment_name((enum icj_amendment)n) != NULL;
		seen += icj_duty_kind_name((enum icj_duty_kind)n) != NULL;
		seen += icj_due_status_name((enum icj_due_status)n) != NULL;
		seen += icj_permit_need_name((enum icj_permit_need)n) != NULL;
		seen += icj_procedure_name((enum icj_procedure)n) != NULL;
		seen += icj_detention_name((enum icj_detention)n) != NULL;
		seen += icj_escort_name((enum icj_escort)n) != NULL;
		seen += icj_bond_name((enum icj_bond)n) != NULL;
		seen += icj_side_name((enum icj_side)n) != NULL;
		seen += icj_packet_name((enum icj_packet)n) != NULL;
		seen += icj_early_name((enum icj_early)n) != NULL;
		seen += icj_decision_name((enum icj_form_of_decision)n) !=
		    NULL;
		seen += icj_denial_name((enum icj_denial)n) != NULL;
		seen += icj_contents_name((enum icj_contents)n) != NULL;
		seen += icj_retake_name((enum icj_retake)n) != NULL;
		seen += icj_close_name((enum icj_close)n) != NULL;
		seen += icj_failure_name((enum icj_failure)n) != NULL;
		seen += icj_condition_name((enum icj_condition)n) != NULL;
		seen += icj_cost_name((enum icj_cost)n) != NULL;
		seen += icj_kind_name((unsigned)n) != NULL;
		seen += icj_disposition_name((unsigned)n) != NULL;
		seen += icj_vote_name((enum icj_vote_part)n,
		    (enum icj_status)n) != NULL;
		icj_form_name((size_t)n);
		icj_field_at(icj_field_count() + (size_t)i);
	}
	ck_assert_uint_gt(seen, 0);
	ck_assert(*icj_version() && *icj_rules_version());
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("null");
	TCase *t = tcase_create("null");

	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_add_test(t, contexts_to_begin_with);
	tcase_add_test(t, texts);
	tcase_add_test(t, calendars);
	tcase_add_test(t, cases);
	tcase_add_test(t, answers_as_text);
	tcase_add_test(t, prose);
	tcase_add_test(t, reports);
	tcase_add_test(t, the_book);
	tcase_add_loop_test(t, questions, 0, KINDS);
	tcase_add_test(t, questions_without_room);
	tcase_add_loop_test(t, duties, 0, EMPTY);
	tcase_add_test(t, duties_begun);
	tcase_add_loop_test(t, steps_and_papers, 0, KINDS);
	tcase_add_loop_test(t, terms_and_counts, 0, KINDS);
	tcase_add_test(t, measures);
	tcase_add_test(t, lints);
	tcase_add_test(t, scores);
	tcase_add_test(t, dues);
	tcase_add_test(t, rulebook);
	tcase_add_test(t, names);
	suite_add_tcase(s, t);
	return s;
}
