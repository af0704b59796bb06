/* SPDX-License-Identifier: MIT */
/*
 * test_score.c - where duties count, shares against plain fractions, targets
 * against every way in which the unknown ones can turn out; and what a digest
 * tells of a duty on every day around its date.
 */
#include "suite.h"

#include <string.h>

#include "icj.h"

/* -- Scorecards --------------------------------------------------------- */

START_TEST(each_status_has_its_column)
{
	static const struct {
		const char *status;
		enum icj_score_column column;
	} rows[] = {
		{"met", ICJ_SCORE_IN_TIME}, {"late", ICJ_SCORE_LATE},
		{"due", ICJ_SCORE_OPEN}, {"held", ICJ_SCORE_OPEN},
		{"overdue", ICJ_SCORE_OVERDUE},
		{"unknown", ICJ_SCORE_UNKNOWN},
		{"withdrawn", ICJ_SCORE_COLUMNS},
		{"closed", ICJ_SCORE_COLUMNS},
		{"not-in-force", ICJ_SCORE_COLUMNS},
		{"future", ICJ_SCORE_COLUMNS}, {"exceeded", ICJ_SCORE_COLUMNS},
		{"no-start", ICJ_SCORE_COLUMNS},
	};
	enum icj_due_status status;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ck_assert(icj_due_status_find(rows[i].status,
		    strlen(rows[i].status), &status));
		ck_assert_str_eq(icj_due_status_name(status), rows[i].status);
		ck_assert_int_eq(icj_score_column_of(status), rows[i].column);
	}
	ck_assert(!icj_due_status_find("mets", 4, &status));
	ck_assert(!icj_due_status_find("me", 2, &status));
	ck_assert(!icj_due_status_find("", 0, &status));
}
END_TEST

START_TEST(the_weakest_basis_is_kept)
{
	struct icj_score s = {.basis = ICJ_BASIS_TEXT};
	enum icj_basis basis;

	ck_assert(icj_score_add(&s, ICJ_SCORE_LATE, ICJ_BASIS_NEAREST));
	ck_assert(icj_score_add(&s, ICJ_SCORE_LATE, ICJ_BASIS_RESTATED));
	ck_assert_int_eq(s.count[ICJ_SCORE_LATE], 2);
	ck_assert_int_eq(s.basis, ICJ_BASIS_NEAREST);
	s.count[ICJ_SCORE_LATE] = ICJ_SCORE_MAX;
	ck_assert(!icj_score_add(&s, ICJ_SCORE_LATE, ICJ_BASIS_TEXT));
	ck_assert(!icj_score_add(&s, ICJ_SCORE_COLUMNS, ICJ_BASIS_TEXT));
	ck_assert(icj_basis_find("undated", 7, &basis));
	ck_assert_int_eq(basis, ICJ_BASIS_UNDATED);
	ck_assert(!icj_basis_find("undate", 6, &basis));
}
END_TEST

/* The nearest hundredth, of two the even one: no other is nearer. */
START_TEST(shares_are_rounded_half_to_even)
{
	for (int64_t n = 1; n < 90; n++)
		for (int64_t good = 0; good <= n; good++) {
			struct icj_score s = {{good, (n - good) / 2, 7,
			    n - good - (n - good) / 2, 3}, ICJ_BASIS_TEXT,
			    false};
			int64_t twice = icj_score_share(&s) * 2 * n;
			int64_t off = twice - 2 * 10000 * good;

			ck_assert(off >= -n && off <= n);
			ck_assert((off != n && off != -n) ||
			    icj_score_share(&s) % 2 == 0);
		}
}
END_TEST

START_TEST(nothing_has_no_share)
{
	struct icj_score s = {.count = {0, 0, 5, 0, 0}};

	ck_assert_int_eq(icj_score_share(&s), -1);
	ck_assert_int_eq(icj_score_meets(&s, 0), ICJ_UNKNOWN);
	s.count[ICJ_SCORE_UNKNOWN] = 4;
	ck_assert_int_eq(icj_score_share(&s), -1);
	ck_assert_int_eq(icj_score_meets(&s, 9000), ICJ_UNKNOWN);
	s.snapshot = true;
	ck_assert_int_eq(icj_score_share(&s), 10000);
	s.count[ICJ_SCORE_OVERDUE] = 5;
	s.count[ICJ_SCORE_IN_TIME] = 100; /* does not matter there */
	ck_assert_int_eq(icj_score_share(&s), 5000);
	s.count[0] = s.count[1] = s.count[2] = s.count[3] = ICJ_SCORE_MAX;
	ck_assert_int_eq(icj_score_share(&s), 5000);
	s.snapshot = false;
	ck_assert_int_eq(icj_score_share(&s), 3333);
	s.count[0] = -1;
	ck_assert_int_eq(icj_score_share(&s), -1);
}
END_TEST

/* So many of the unknown in time, so many late, the others not yet due. */
static void note_outcomes(const struct icj_score *s, int32_t target,
    bool seen[2])
{
	int64_t unknown = s->count[ICJ_SCORE_UNKNOWN];

	for (int64_t good = 0; good <= unknown; good++)
		for (int64_t late = 0; good + late <= unknown; late++) {
			struct icj_score o = *s;
			int64_t n;

			o.count[ICJ_SCORE_IN_TIME] += good;
			o.count[ICJ_SCORE_LATE] += late;
			n = o.count[0] + o.count[1] + o.count[3];
			if (n > 0)
				seen[o.count[0] * 10000 >= target * n] = true;
		}
}

START_TEST(a_target_is_met_whatever_the_unknown_are)
{
	for (int c = 0; c < 4 * 4 * 4 * 4; c++)
		for (int32_t target = 0; target <= 10000; target += 1250) {
			struct icj_score s = {{c % 4, c / 4 % 4, 2,
			    c / 16 % 4, c / 64 % 4}, ICJ_BASIS_TEXT, false};
			bool seen[2] = {false, false};
			enum icj_tri met = icj_score_meets(&s, target);

			note_outcomes(&s, target, seen);
			ck_assert_int_eq(met, seen[0] == seen[1] ?
			    ICJ_UNKNOWN : seen[1] ? ICJ_YES : ICJ_NO);
		}
}
END_TEST

START_TEST(only_the_progress_report_recurs)
{
	struct icj_duty duty;

	for (size_t i = 0; icj_duty_at(i, &duty); i++)
		ck_assert_int_eq(icj_duty_recurs(duty.id),
		    strcmp(duty.standard, "A-02") == 0);
	ck_assert(!icj_duty_recurs("progress"));
}
END_TEST

/* -- Digests ------------------------------------------------------------ */

static struct icj_time moment(const char *text)
{
	struct icj_time t = {ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET};

	if (*text)
		ck_assert_int_eq(icj_time_parse(text, strlen(text), NULL, &t),
		    ICJ_OK);
	return t;
}

static const struct {
	const char *status, *due, *as_of;
	int32_t within;
	enum icj_digest told;
} told[] = {
	{"overdue", "2015-04-19", "2015-04-20", 7, ICJ_DIGEST_OVERDUE},
	{"exceeded", "2015-04-19", "2015-04-20", 7, ICJ_DIGEST_OVERDUE},
	{"overdue", "", "2015-04-20", 7, ICJ_DIGEST_OVERDUE},
	{"due", "2015-04-20", "2015-04-20", 0, ICJ_DIGEST_SOON},
	{"due", "2015-04-21", "2015-04-20", 0, ICJ_DIGEST_NONE},
	{"due", "2015-04-27", "2015-04-20", 7, ICJ_DIGEST_SOON},
	{"due", "2015-04-28", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"due", "2015-04-20", "2015-04-20", -1, ICJ_DIGEST_NONE},
	{"within", "2015-04-22", "2015-04-20", 7, ICJ_DIGEST_SOON},
	{"unknown", "2015-04-19", "2015-04-20", 7, ICJ_DIGEST_PAST},
	{"unknown", "2015-04-20", "2015-04-20", 7, ICJ_DIGEST_SOON},
	{"unknown", "2015-04-20", "2015-04-20T23:59", 7, ICJ_DIGEST_SOON},
	{"unknown", "2015-04-20T16:00", "2015-04-20", 7, ICJ_DIGEST_PAST},
	{"unknown", "2015-04-20T16:00", "2015-04-20T15:59", 7,
	 ICJ_DIGEST_SOON},
	{"unknown", "2015-04-20T16:00", "2015-04-20T16:00", 7,
	 ICJ_DIGEST_PAST},
	{"unknown", "2015-06-20", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"unknown", "", "2015-04-20", 7, ICJ_DIGEST_NO_DATE},
	{"unknown", "", "2015-04-20", -1, ICJ_DIGEST_NO_DATE},
	{"due", "", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"met", "2015-04-19", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"held", "2015-04-19", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"open", "2015-04-21", "2015-04-20", 7, ICJ_DIGEST_NONE},
	{"overdue", "2015-04-19", "", 7, ICJ_DIGEST_NONE},
};

START_TEST(what_is_told)
{
	struct icj_time due = moment(told[_i].due);
	struct icj_time as_of = moment(told[_i].as_of);
	enum icj_due_status status;

	ck_assert(icj_due_status_find(told[_i].status,
	    strlen(told[_i].status), &status));
	ck_assert_int_eq(icj_digest_of(status, false, &due, &as_of,
	    told[_i].within), told[_i].told);
	/* A cap that was kept binds no more. */
	ck_assert_int_eq(icj_digest_of(status, true, &due, &as_of,
	    told[_i].within), status == ICJ_DUE_WITHIN ? ICJ_DIGEST_NONE :
	    told[_i].told);
}
END_TEST

START_TEST(when_it_is_told_again)
{
	ck_assert(icj_digest_again(100, 107, 7));
	ck_assert(!icj_digest_again(100, 106, 7));
	ck_assert(!icj_digest_again(100, 107, 0));
	ck_assert(!icj_digest_again(ICJ_DATE_NONE, 107, 7));
}
END_TEST

START_TEST(the_oldest_comes_first)
{
	struct icj_time morning = moment("2015-04-20T08:00");
	struct icj_time day = moment("2015-04-20");
	struct icj_time night = moment("2015-04-21T00:00");

	ck_assert_int_lt(icj_digest_order(&morning, &day), 0);
	ck_assert_int_gt(icj_digest_order(&day, &morning), 0);
	ck_assert_int_eq(icj_digest_order(&day, &night), 0);
	ck_assert_int_eq(icj_digest_days(&morning, &night), -1);
	ck_assert_int_eq(icj_digest_days(&night, &morning), 1);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("score");
	TCase *scores = tcase_create("scorecards");
	TCase *digests = tcase_create("digests");

	tcase_add_test(scores, each_status_has_its_column);
	tcase_add_test(scores, the_weakest_basis_is_kept);
	tcase_add_test(scores, shares_are_rounded_half_to_even);
	tcase_add_test(scores, nothing_has_no_share);
	tcase_add_test(scores, a_target_is_met_whatever_the_unknown_are);
	tcase_add_test(scores, only_the_progress_report_recurs);
	tcase_add_loop_test(digests, what_is_told, 0,
	    sizeof(told) / sizeof(told[0]));
	tcase_add_test(digests, when_it_is_told_again);
	tcase_add_test(digests, the_oldest_comes_first);
	suite_add_tcase(s, scores);
	suite_add_tcase(s, digests);
	return s;
}
