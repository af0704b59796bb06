/* SPDX-License-Identifier: MIT */
/*
 * test_rule.c - three values, how rows combine to a verdict, which wording of
 * a row is judged, and what a report keeps of it.  The rows are made up.
 */
#include "suite.h"

#include <string.h>

#include "icj.h"
#include "judge/rule.h"

/* -- Three values ------------------------------------------------------- */

START_TEST(three_values)
{
	static const char *const names[] = {"no", "unknown", "yes"};

	for (int a = 0; a < 3; a++) {
		enum icj_tri x = (enum icj_tri)a;

		ck_assert_str_eq(icj_tri_name(x), names[a]);
		ck_assert_int_eq(not_(x), 2 - a);
		ck_assert_int_eq(not_(not_(x)), x);
		for (int b = 0; b < 3; b++) {
			enum icj_tri y = (enum icj_tri)b;

			ck_assert_int_eq(and_(x, y), a < b ? a : b);
			ck_assert_int_eq(or_(x, y), a > b ? a : b);
			ck_assert_int_eq(and_(x, y), and_(y, x));
			ck_assert_int_eq(or_(x, y), or_(y, x));
			ck_assert_int_eq(not_(and_(x, y)),
			    or_(not_(x), not_(y)));
		}
	}
	ck_assert_int_eq(tri(true), ICJ_YES);
	ck_assert_int_eq(tri(false), ICJ_NO);
}
END_TEST

/* UNKNOWN is exactly "either could come out": the values of the operators
 * follow from NO and YES alone. */
START_TEST(unknown_is_either)
{
	for (int a = 0; a < 3; a++)
		for (int b = 0; b < 3; b++) {
			unsigned both = 0, either = 0;

			for (int i = 0; i < 3; i += 2)
				for (int k = 0; k < 3; k += 2) {
					if ((a != 1 && a != i) ||
					    (b != 1 && b != k))
						continue;
					both |= 1u << (i && k);
					either |= 1u << (i || k);
				}
			ck_assert_int_eq(and_((enum icj_tri)a, (enum icj_tri)b),
			    both == 3 ? 1 : both == 2 ? 2 : 0);
			ck_assert_int_eq(or_((enum icj_tri)a, (enum icj_tri)b),
			    either == 3 ? 1 : either == 2 ? 2 : 0);
		}
}
END_TEST

/* -- Rows that combine -------------------------------------------------- */

#define D1 ED_2010
#define D2 ED_2015

/* Four facts, as the conditions read them. */
static enum icj_tri icpc(struct eval *e) /* presumed absent */
{
	return need_presumed(e, F_icpc);
}

static enum icj_tri student(struct eval *e)
{
	return need_said(e, F_full_time_student);
}

static enum icj_tri jurisdiction(struct eval *e)
{
	return need_said(e, F_under_jurisdiction);
}

static enum icj_tri plans(struct eval *e)
{
	return need_more(e, F_plan_days, e->number);
}

static enum icj_tri no_restitution(struct eval *e)
{
	return not_(need_presumed(e, F_only_restitution));
}

static struct icj_case *c;
static struct icj_report *r;
static struct icj_context ctx;

static void set_up(void)
{
	c = icj_case_new();
	r = icj_report_new();
	memset(&ctx, 0, sizeof(ctx));
	ctx.edition = ICJ_DATE_NONE;
	ctx.as_of.date = D2;
	ctx.as_of.second = ICJ_NO_CLOCK;
	ctx.as_of.offset = ICJ_NO_OFFSET;
}

static void tear_down(void)
{
	icj_case_free(c);
	icj_report_free(r);
}

static void set(enum field_id f, const char *text)
{
	ck_assert_int_eq(icj_case_set(c, icj_field_at(f), text, strlen(text)),
	    ICJ_OK);
}

static enum icj_tri decide(const struct rule_row *rows, size_t n, icj_date on)
{
	struct eval e;

	icj__report_start(r, icj__edition_day(&ctx, on), NULL);
	icj__eval_start(&e, c, &ctx, on);
	return icj__decide(&e, rows, n, r);
}

/* "a; b" of the citations, or of the facts in a role. */
static const char *cites(void)
{
	static char buf[256];

	buf[0] = '\0';
	for (size_t i = 0; icj_report_cite(r, i); i++) {
		strcat(buf, i ? "; " : "");
		strcat(buf, icj_report_cite(r, i));
	}
	return buf;
}

static const char *facts(enum icj_role role)
{
	static char buf[256];
	const struct icj_field *f;

	buf[0] = '\0';
	for (size_t i = 0; (f = icj_report_fact(r, role, i)); i++) {
		strcat(buf, i ? "; " : "");
		strcat(buf, f->name);
	}
	return buf;
}

static const char *const tri_texts[] = {"no", "unknown", "yes"};

/* A provision of the test's own, with a number in its one wording. */
#define ONE(name, cite, n) \
	static const struct provision name = {cite, false, WORDINGS( \
	    {W(cite, D1, ED_OPEN, STANDS, TEXT, "a test"), NUMBER(n), \
	     SAYS("It is so.")})}

ONE(one, "1", 0);
ONE(two, "2", 0);
ONE(three, "3", 0);
ONE(ninety, "3", 90);
ONE(by_the_way, "aside", 0);

/* (1 or 2) and 3, with an aside between. */
START_TEST(groups)
{
	static const struct rule_row rows[] = {
		{&one, OR_NEXT, {CALL(student)}},
		{&two, MUST, {CALL(jurisdiction)}},
		{&by_the_way, ASIDE, {CALL(icpc)}},
		{&three, MUST, {CALL(no_restitution)}},
	};

	ctx.strict = true;
	for (int a = 0; a < 3; a++)
		for (int b = 0; b < 3; b++)
			for (int d = 0; d < 3; d++) {
				enum icj_tri want = and_(or_((enum icj_tri)a,
				    (enum icj_tri)b), not_((enum icj_tri)d));

				set(F_full_time_student, tri_texts[a]);
				set(F_under_jurisdiction, tri_texts[b]);
				set(F_only_restitution, tri_texts[d]);
				ck_assert_int_eq(decide(rows, 4, D2), want);
			}
}
END_TEST

START_TEST(what_decides)
{
	static const struct rule_row rows[] = {
		{&one, OR_NEXT, {CALL(student)}},
		{&two, MUST, {CALL(jurisdiction)}},
		{&ninety, MUST, {CALL(plans)}},
	};

	ck_assert_int_eq(decide(rows, 3, D2), ICJ_UNKNOWN);
	ck_assert_str_eq(cites(), "1; 2; 3");
	ck_assert_str_eq(facts(ICJ_MISSING),
	    "full_time_student; under_jurisdiction; plan_days");
	/* what a decided group lacks can change nothing */
	set(F_under_jurisdiction, "yes");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_UNKNOWN);
	ck_assert_str_eq(cites(), "3");
	ck_assert_str_eq(facts(ICJ_MISSING), "plan_days");
	/* nor can what is undecided beside a row that fails */
	set(F_under_jurisdiction, "unknown");
	set(F_plan_days, "90");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_NO);
	ck_assert_str_eq(cites(), "3");
	ck_assert_str_eq(facts(ICJ_MISSING), "");
	/* all that fails is cited */
	set(F_full_time_student, "no");
	set(F_under_jurisdiction, "no");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_NO);
	ck_assert_str_eq(cites(), "1; 2; 3");
	set(F_plan_days, "91");
	set(F_full_time_student, "yes");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_YES);
	ck_assert_str_eq(cites(), "");
}
END_TEST

START_TEST(what_was_presumed)
{
	static const struct rule_row rows[] = {
		{&one, MUST, {CALL(no_restitution)}},
		{&two, MUST, {CALL(jurisdiction)}},
		{&by_the_way, ASIDE, {CALL(icpc)}},
	};

	set(F_under_jurisdiction, "yes");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_YES);
	ck_assert_str_eq(facts(ICJ_ASSUMED), "only_restitution");
	set(F_under_jurisdiction, "unknown");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_UNKNOWN);
	ck_assert_str_eq(facts(ICJ_ASSUMED), "only_restitution");
	set(F_under_jurisdiction, "no");
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_NO);
	ck_assert_str_eq(facts(ICJ_ASSUMED), "");
	set(F_under_jurisdiction, "yes");
	ctx.strict = true;
	ck_assert_int_eq(decide(rows, 3, D2), ICJ_UNKNOWN);
	ck_assert_str_eq(facts(ICJ_ASSUMED), "");
	ck_assert_str_eq(facts(ICJ_MISSING), "only_restitution");
}
END_TEST

START_TEST(aside_decides_nothing)
{
	static const struct rule_row rows[] = {
		{&by_the_way, ASIDE, {CALL(icpc)}},
		{&one, MUST, {CALL(jurisdiction)}},
	};
	static const enum icj_status seen[] = {
		ICJ_NOT_APPLICABLE, ICJ_NOT_APPLICABLE, ICJ_MET
	};

	set(F_under_jurisdiction, "yes");
	for (int a = 0; a < 3; a++) {
		const struct icj_finding *f;

		set(F_icpc, tri_texts[a]);
		ck_assert_int_eq(decide(rows, 2, D2), ICJ_YES);
		f = icj_report_next(r, NULL);
		ck_assert_int_eq(icj_finding_status(f), seen[a]);
		ck_assert_str_eq(icj_finding_rule(f)->cite, "aside");
		f = icj_report_next(r, f);
		ck_assert_int_eq(icj_finding_status(f), ICJ_MET);
		ck_assert_str_eq(icj_finding_fact(f, ICJ_USED, 0)->name,
		    "under_jurisdiction");
		ck_assert_ptr_null(icj_report_next(r, f));
	}
}
END_TEST

/* -- Wordings ----------------------------------------------------------- */

/* 90 days until the end of 2014, 60 from then on, in each part of a group;
 * a thing that is new, one that is gone, and one not known for a year. */
static const struct provision days = {"days", false, WORDINGS(
	{W("1", D1, D2, CHANGED, TEXT, "a test"), NUMBER(90),
	 SAYS("More than 90.")},
	{W("1", D2, ED_2016, NOT_KNOWN, UNDATED, "a test"), NUMBER(60),
	 SAYS("More than 60.")})};
static const struct provision ground = {"ground", false, WORDINGS(
	{W("2", D1, D2, CHANGED, TEXT, "a test"), SAYS("Jurisdiction.")},
	{W("2", D2, ED_2016, NOT_KNOWN, TEXT, "a test"), GROUND(1),
	 SAYS("A student.")})};
static const struct provision both = {"both", false, WORDINGS(
	{W("3", D1, ED_2016, NOT_KNOWN, TEXT, "a test"),
	 SAYS("Not for restitution.")})};
static const struct provision fresh = {"fresh", true, WORDINGS(
	{W("4", ED_2016, ED_2018, NOT_KNOWN, DEDUCED, "a test"),
	 SAYS("Under jurisdiction.")})};
static const struct provision lost = {"lost", false, WORDINGS(
	{W("5", D1, ED_2016, GONE, TEXT, "a test"),
	 SAYS("Under jurisdiction.")})};
static const struct provision gap = {"gap", false, WORDINGS(
	{W("6", D1, D2, NOT_KNOWN, TEXT, "a test"), NUMBER(90),
	 SAYS("More than 90.")},
	{W("7", ED_2016, ED_OPEN, STANDS, TEXT, "a test"), NUMBER(60),
	 SAYS("More than 60.")})};

static const struct rule_row wordings[] = {
	{&days, OR_NEXT, {CALL(plans)}},
	{&ground, MUST, {CALL(jurisdiction), SAID(full_time_student)}},
	{&both, MUST, {CALL(no_restitution)}},
};

static const struct rule_row ends[] = {
	{&fresh, MUST, {SAID(under_jurisdiction)}},
	{&lost, MUST, {SAID(under_jurisdiction)}},
	{&gap, MUST, {MORE(plan_days)}},
};

static size_t found(void)
{
	const struct icj_finding *f = NULL;
	size_t n = 0;

	while ((f = icj_report_next(r, f)))
		n++;
	return n;
}

/* What is not yet, or gone, does not exist for the answer; what is not known
 * is by the wording before, never by one after. */
START_TEST(not_yet_gone_and_not_known)
{
	static const struct {
		icj_date on;
		const char *under, *days, *cites;
		enum icj_tri want;
		size_t rows;
		enum icj_basis basis;
	} cases[] = {
		{D1, "yes", "91", "", ICJ_YES, 2, ICJ_BASIS_TEXT},
		{D1, "no", "91", "5", ICJ_NO, 2, ICJ_BASIS_TEXT},
		{D2, "yes", "75", "6", ICJ_NO, 2, ICJ_BASIS_NEAREST},
		{ED_2016 - 1, "yes", "75", "6", ICJ_NO, 2, ICJ_BASIS_NEAREST},
		{ED_2016 - 1, "no", "75", "5; 6", ICJ_NO, 2,
		 ICJ_BASIS_NEAREST},
		{ED_2016, "yes", "75", "", ICJ_YES, 2, ICJ_BASIS_DEDUCED},
		{ED_2016, "no", "75", "4", ICJ_NO, 2, ICJ_BASIS_DEDUCED},
		{ED_2018, "no", "75", "4", ICJ_NO, 2, ICJ_BASIS_NEAREST},
		{ED_2018, "yes", "60", "7", ICJ_NO, 2, ICJ_BASIS_TEXT},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		set(F_under_jurisdiction, cases[i].under);
		set(F_plan_days, cases[i].days);
		ck_assert_int_eq(decide(ends, COUNT_OF(ends), cases[i].on),
		    cases[i].want);
		ck_assert_str_eq(cites(), cases[i].cites);
		ck_assert_uint_eq(found(), cases[i].rows);
		ck_assert_msg(icj_report_basis(r) == cases[i].basis,
		    "case %zu", i);
	}
}
END_TEST

START_TEST(later_wording)
{
	static const struct {
		icj_date on;
		const char *days, *under, *student;
		enum icj_tri want;
	} cases[] = {
		{D1, "75", "no", "yes", ICJ_NO},
		{D1, "75", "yes", "no", ICJ_YES},
		{D1, "91", "no", "no", ICJ_YES},
		{D2 - 1, "75", "no", "yes", ICJ_NO},
		{D2, "75", "no", "no", ICJ_YES},
		{D2, "60", "yes", "no", ICJ_NO},
		{D2, "60", "no", "yes", ICJ_YES},
		{ED_2016 - 1, "60", "no", "yes", ICJ_YES},
		/* the nearest wording, before the first and after the last */
		{D1 - 1, "75", "yes", "no", ICJ_YES},
		{ED_2016 + 900, "60", "no", "yes", ICJ_YES},
		{ED_2016 + 900, "60", "yes", "no", ICJ_NO},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		set(F_plan_days, cases[i].days);
		set(F_under_jurisdiction, cases[i].under);
		set(F_full_time_student, cases[i].student);
		ck_assert_msg(decide(wordings, COUNT_OF(wordings),
		    cases[i].on) == cases[i].want, "case %zu", i);
		ck_assert_int_eq(icj_report_basis(r) != ICJ_BASIS_NEAREST,
		    cases[i].on >= D1 && cases[i].on < ED_2016);
	}
}
END_TEST

/* The number of findings is that of citations, whatever the day. */
START_TEST(one_wording_each)
{
	for (icj_date on = D1 - 2; on < ED_2016 + 2; on += 61) {
		decide(wordings, COUNT_OF(wordings), on);
		ck_assert_uint_eq(found(), 3);
	}
}
END_TEST

START_TEST(edition_given)
{
	set(F_plan_days, "75");
	set(F_under_jurisdiction, "no");
	set(F_full_time_student, "no");
	ctx.edition = D1;
	ck_assert_int_eq(decide(wordings, COUNT_OF(wordings), D2), ICJ_NO);
	ctx.edition = D2;
	ck_assert_int_eq(decide(wordings, COUNT_OF(wordings), D1), ICJ_YES);
	ctx.edition = ICJ_DATE_NONE;
	ck_assert_int_eq(decide(wordings, COUNT_OF(wordings), ICJ_DATE_NONE),
	    ICJ_YES);
	ctx.as_of.date = D1;
	ck_assert_int_eq(decide(wordings, COUNT_OF(wordings), ICJ_DATE_NONE),
	    ICJ_NO);
}
END_TEST

START_TEST(editions)
{
	const struct icj_edition *last = NULL, *e;

	ck_assert_ptr_null(icj_edition_on(ED_2010 - 1));
	for (size_t i = 0; (e = icj_edition_at(i)); i++) {
		if (last) {
			ck_assert_int_lt(last->effective, e->effective);
			ck_assert_ptr_eq(icj_edition_on(e->effective - 1),
			    last);
		}
		ck_assert_ptr_eq(icj_edition_on(e->effective), e);
		ck_assert(e->adopted == ICJ_DATE_NONE ||
		    e->adopted <= e->effective);
		ck_assert_int_eq(e->held, e->effective == ED_2015);
		last = e;
	}
	ck_assert_ptr_eq(icj_edition_on(ICJ_DATE_MAX), last);
	ck_assert_str_eq(icj_edition_on(ED_2015)->what,
	    "the complete text held");
}
END_TEST

START_TEST(edition_applied)
{
	static const struct {
		icj_date from, until, on, applied;
	} cases[] = {
		{ED_2014, ED_2016, ED_2014 - 1, ED_2014},
		{ED_2014, ED_2016, ED_2014, ED_2014},
		{ED_2014, ED_2016, ED_2015 - 1, ED_2014},
		{ED_2014, ED_2016, ED_2015, ED_2015},
		{ED_2014, ED_2016, ED_2016 - 1, ED_2015},
		{ED_2014, ED_2016, ED_2016, ED_2015},
		{ED_2014, ED_2016, ED_2022 + 500, ED_2015},
		{ED_2010, ED_OPEN, ED_2022, ED_2022},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		ck_assert_int_eq(icj__edition_applied(cases[i].from,
		    cases[i].until, cases[i].on), cases[i].applied);
	}
}
END_TEST

/* -- Notes -------------------------------------------------------------- */

START_TEST(text_bounds)
{
	static const char word[] = "0123456789";

	for (size_t size = 4; size < 40; size++) {
		char buf[64];
		struct text t;
		size_t whole = 0;

		memset(buf, 'x', sizeof(buf));
		icj__text_start(&t, buf, size);
		for (int i = 0; i < 3; i++) {
			icj__text_next(&t);
			icj__text_add(&t, word);
			whole += i ? 12 : 10;
		}
		ck_assert_uint_eq(t.len, strlen(buf));
		ck_assert_int_eq(buf[size], 'x');
		ck_assert_int_eq(t.cut, whole > size - 1);
		ck_assert_uint_eq(t.len, t.cut ? size - 1 : whole);
		if (t.cut)
			ck_assert_str_eq(buf + t.len - 3, "...");
	}
}
END_TEST

START_TEST(report_note_bounds)
{
	icj__report_start(r, D2, NULL);
	ck_assert_str_eq(icj_report_note(r), "");
	icj__report_note(r, "one");
	icj__report_note(r, "two");
	ck_assert_str_eq(icj_report_note(r), "one; two");
	for (int i = 0; i < 500; i++)
		icj__report_note(r, "a sentence that is a little longer");
	ck_assert_uint_eq(strlen(icj_report_note(r)), NOTE_SIZE - 1);
	ck_assert_str_eq(icj_report_note(r) + NOTE_SIZE - 4, "...");
}
END_TEST

START_TEST(text_numbers)
{
	static const struct {
		int64_t n;
		const char *text;
	} numbers[] = {
		{0, "0"}, {-1, "-1"}, {90, "90"},
		{INT64_MAX, "9223372036854775807"},
		{INT64_MIN, "-9223372036854775808"},
	};

	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		char buf[32];
		struct text t;

		icj__text_start(&t, buf, sizeof(buf));
		icj__text_add_int(&t, numbers[i].n);
		ck_assert_str_eq(buf, numbers[i].text);
	}
}
END_TEST

/* No name of a status or a role is missing; the tables are in order. */
START_TEST(tables)
{
	const struct icj_rule *rule;

	ck_assert_str_eq(icj_status_name(ICJ_NOT_MET), "not met");
	ck_assert_str_eq(icj_status_name(ICJ_UNDECIDED), "unknown");
	ck_assert_str_eq(icj_status_name(ICJ_MET), "met");
	ck_assert_str_eq(icj_status_name(ICJ_NOT_APPLICABLE),
	    "not applicable");
	for (unsigned area = 1; area <= 8; area *= 2)
		for (size_t i = 0;
		    (rule = icj_rule_at((enum icj_area)area, i)); i++) {
			size_t n = strlen(rule->says);

			ck_assert_uint_gt(strlen(rule->cite), 4);
			ck_assert(n > 10 && rule->says[n - 1] == '.');
			ck_assert_ptr_nonnull(icj_edition_on(rule->from));
			ck_assert(rule->until == ED_OPEN ||
			    rule->until > rule->from);
		}
	ck_assert_ptr_nonnull(icj_rule_at(ICJ_AREA_ELIGIBLE, 9));
	ck_assert_ptr_null(icj_rule_at(ICJ_AREA_ELIGIBLE, 99));
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("rule");
	TCase *tc = tcase_create("rule");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_test(tc, three_values);
	tcase_add_test(tc, unknown_is_either);
	tcase_add_test(tc, groups);
	tcase_add_test(tc, what_decides);
	tcase_add_test(tc, what_was_presumed);
	tcase_add_test(tc, aside_decides_nothing);
	tcase_add_test(tc, later_wording);
	tcase_add_test(tc, not_yet_gone_and_not_known);
	tcase_add_test(tc, one_wording_each);
	tcase_add_test(tc, edition_given);
	tcase_add_test(tc, editions);
	tcase_add_test(tc, edition_applied);
	tcase_add_test(tc, text_bounds);
	tcase_add_test(tc, report_note_bounds);
	tcase_add_test(tc, text_numbers);
	tcase_add_test(tc, tables);
	suite_add_tcase(s, tc);
	return s;
}
