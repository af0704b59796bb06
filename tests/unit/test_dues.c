/* SPDX-License-Identifier: MIT */
/*
 * test_dues.c - the division of the dues: numbers read and written, worked
 * answers, errors and tiers.  test_dues_laws.c has what holds for any input.
 */
#include <limits.h>
#include <string.h>

#include "icj.h"
#include "suite.h"
#include "base/wide.h"
#include "judge/eval.h"

/* Thousandths as bounds of tiers. */
#define DECIMALS(n) (UINT64_C(n) * 1000000000000000)

struct answer {
	struct icj_dues_share share[ICJ_STATES];
	struct icj_dues_total total;
};

static enum icj_dues_err ask(const struct icj_dues_row *row, size_t count,
    int64_t us, int64_t budget, struct answer *a)
{
	struct icj_dues_options options = { us, budget, ICJ_MEAN, false };

	return icj_dues(row, count, &options, a->share, &a->total);
}

static void divide(const struct icj_dues_row *row, size_t count,
    int64_t budget, struct answer *a)
{
	ck_assert_int_eq(ask(row, count, 0, budget, a), ICJ_DUES_OK);
}

static void expect_text(const struct icj_ratio *r, const char *fraction,
    const char *decimal)
{
	char buf[ICJ_RATIO_SIZE];

	ck_assert_str_eq(icj_ratio_format(r, buf), fraction);
	ck_assert_str_eq(icj_ratio_decimal(r, buf), decimal);
}

/* -- Reading ------------------------------------------------------------ */

static const struct {
	const char *text;
	int64_t n; /* below 0: refused */
} wholes[] = {
	{ "0", 0 }, { "7", 7 }, { "007", 7 }, { "1234", 1234 },
	{ "1,234", 1234 }, { "12,345,678", 12345678 },
	{ "999,999,999", 999999999 }, { "999999999", 999999999 },
	{ "1000000000", -1 }, { "99999999999999999999999", -1 },
	{ "", -1 }, { ",", -1 }, { "1,", -1 }, { ",123", -1 },
	{ "1,23", -1 }, { "1234,567", -1 }, { "1,2345", -1 },
	{ "12,34,567", -1 }, { "1,,234", -1 }, { "1,234,5678", -1 },
	{ "-1", -1 }, { "+1", -1 }, { "1.0", 1 }, { "1 234", -1 },
	{ "1,234.00", 1234 }, { "60.", 60 }, { "60.5", -1 }, { ".0", -1 },
	{ "1.000,0", -1 }, { "1.", 1 },
	{ " 1", -1 }, { "1,234[2]", -1 }, { "1234*", -1 }, { "1e3", -1 },
	{ "0x10", -1 }, { "1'234", -1 }, { "nan", -1 },
};

START_TEST(whole_numbers)
{
	const char *text = wholes[_i].text;
	int64_t n = -1;
	enum icj_err err = icj_whole_parse(text, strlen(text),
	    ICJ_DUES_MAX_COUNT, &n);

	ck_assert_int_eq(err, wholes[_i].n < 0 ? ICJ_E_COUNT : ICJ_OK);
	ck_assert_int_eq(n, wholes[_i].n);
}
END_TEST

static const struct {
	const char *text;
	uint64_t n;
} bounds[] = {
	{ "0", 0 }, { "0.02", DECIMALS(20) }, { ".02", DECIMALS(20) },
	{ "1", DECIMALS(1000) }, { "1.", DECIMALS(1000) },
	{ "00.5", DECIMALS(500) },
	{ "0.000000000000000001", 1 },
	{ "9.999999999999999999", UINT64_C(9999999999999999999) },
	{ "0.0000000000000000001", ICJ_NO_BOUND }, { "10", ICJ_NO_BOUND },
	{ "", ICJ_NO_BOUND }, { ".", ICJ_NO_BOUND },
	{ "0.0.2", ICJ_NO_BOUND }, { "0,02", ICJ_NO_BOUND },
	{ "2%", ICJ_NO_BOUND }, { "-0.1", ICJ_NO_BOUND },
	{ "1e-2", ICJ_NO_BOUND },
	{ "99999999999999999999999", ICJ_NO_BOUND },
};

/* The most is never passed on the way to a number. */
START_TEST(whole_numbers_at_the_edge)
{
	int64_t n = -1;

	ck_assert_int_eq(icj_whole_parse("9223372036854775807", 19, INT64_MAX,
	    &n), ICJ_OK);
	ck_assert_int_eq(n, INT64_MAX);
	ck_assert_int_eq(icj_whole_parse("9223372036854775808", 19, INT64_MAX,
	    &n), ICJ_E_COUNT);
	ck_assert_int_eq(icj_whole_parse("99999999999999999999", 20, INT64_MAX,
	    &n), ICJ_E_COUNT);
	ck_assert_int_eq(icj_whole_parse("7", 1, 5, &n), ICJ_E_COUNT);
	ck_assert_int_eq(icj_whole_parse("5", 1, 5, &n), ICJ_OK);
	ck_assert_int_eq(icj_whole_parse("0", 1, INT64_MIN, &n), ICJ_E_COUNT);
	ck_assert_str_eq(icj_dues_strerror((enum icj_dues_err)INT_MIN),
	    "cannot be read");
	ck_assert_str_eq(icj_dues_strerror((enum icj_dues_err)INT_MAX),
	    "cannot be read");
}
END_TEST

START_TEST(bounds_of_tiers)
{
	const char *text = bounds[_i].text;
	uint64_t n = ICJ_NO_BOUND;
	enum icj_dues_err err = icj_bound_parse(text, strlen(text), &n);

	ck_assert_int_eq(err, bounds[_i].n == ICJ_NO_BOUND ? ICJ_DUES_E_BOUND
	    : ICJ_DUES_OK);
	ck_assert(n == bounds[_i].n);
}
END_TEST

static const struct {
	uint64_t num, den;
	const char *fraction, *decimal;
} ratios[] = {
	{ 0, 7, "0/1", "0.000000000000" },
	{ 1, 1, "1/1", "1.000000000000" },
	{ 3, 2, "3/2", "1.500000000000" },
	{ 300, 4000, "3/40", "0.075000000000" },
	{ 1, 3, "1/3", "0.333333333333" },
	{ 2, 3, "2/3", "0.666666666667" },
	/* halves go to the even neighbour */
	{ 1, 2000000000000, "1/2000000000000", "0.000000000000" },
	{ 3, 2000000000000, "3/2000000000000", "0.000000000002" },
	{ 5, 2000000000000, "1/400000000000", "0.000000000002" },
	{ 1999999999999, 2000000000000, "1999999999999/2000000000000",
	  "1.000000000000" },
	{ UINT64_MAX, 1, "18446744073709551615/1",
	  "18446744073709551615.000000000000" },
};

START_TEST(ratios_as_text)
{
	struct icj_ratio r = icj__ratio(ratios[_i].num, ratios[_i].den);

	expect_text(&r, ratios[_i].fraction, ratios[_i].decimal);
}
END_TEST

/* -- Worked answers ----------------------------------------------------- */

/* 5 of 100 people and 30 of 1000 ends: 4 %, literally 6.5 %. */
START_TEST(worked_example)
{
	const struct icj_dues_row row[] = {
		{ 1, 5, 20, 10, -1 }, { 2, 95, -1, -1, 970 },
	};
	struct icj_dues_options literal = { 0, 0, ICJ_LITERAL, false };
	struct answer a;

	divide(row, 2, 0, &a);
	expect_text(&a.share[0].population, "1/20", "0.050000000000");
	expect_text(&a.share[0].transfers, "3/100", "0.030000000000");
	expect_text(&a.share[0].share, "1/25", "0.040000000000");
	expect_text(&a.total.sum, "1/1", "1.000000000000");
	ck_assert(!a.total.not_one && !a.total.uneven);
	ck_assert_int_eq(a.total.sent, -1);
	ck_assert_int_eq(icj_dues(row, 2, &literal, a.share, &a.total),
	    ICJ_DUES_OK);
	expect_text(&a.share[0].share, "13/200", "0.065000000000");
	expect_text(&a.total.sum, "3/2", "1.500000000000");
	ck_assert(a.total.not_one);
}
END_TEST

/* 7 of 10 times 90 is 63; in doubles 62.99999999999999. */
START_TEST(exact_where_doubles_are_not)
{
	const struct icj_dues_row row[] = {
		{ 1, 7, 7, 7, -1 }, { 2, 3, 3, 3, -1 },
	};
	struct answer a;

	divide(row, 2, 90, &a);
	ck_assert_int_eq(a.share[0].amount, 63);
	ck_assert_int_eq(a.share[1].amount, 27);
}
END_TEST

/* Equal remainders: the larger share, then the earlier code. */
START_TEST(ties)
{
	const struct icj_dues_row three[] = {
		{ 9, 1, 1, 1, -1 }, { 5, 1, 1, 1, -1 }, { 7, 1, 1, 1, -1 },
	};
	/* 1/6 and 5/6 of 3 are 0.5 and 2.5 */
	const struct icj_dues_row unlike[] = {
		{ 1, 1, 1, 1, -1 }, { 2, 5, 5, 5, -1 },
	};
	struct answer a;

	divide(three, 3, 2, &a);
	ck_assert_int_eq(a.share[0].amount, 0);
	ck_assert_int_eq(a.share[1].amount, 1);
	ck_assert_int_eq(a.share[2].amount, 1);
	divide(unlike, 2, 3, &a);
	ck_assert_int_eq(a.share[0].amount, 0);
	ck_assert_int_eq(a.share[1].amount, 3);
}
END_TEST

/* The members of the census of 2010 over the Bureau's total, which leaves the
 * Virgin Islands' 106,405 outside: the shares exceed 1 by half of them. */
START_TEST(denominator_of_the_bureau)
{
	const struct icj_dues_row row[] = {
		{ 1, 308745538, 10, 20, -1 }, { 2, 106405, 20, 11, -1 },
	};
	struct icj_dues_options scaled = { 308745538, 1000000, ICJ_MEAN, true };
	struct answer a;

	ck_assert_int_eq(ask(row, 2, 308745538, 0, &a), ICJ_DUES_OK);
	expect_text(&a.total.sum, "617597481/617491076", "1.000172318280");
	ck_assert(a.total.not_one && a.total.uneven);
	ck_assert_int_eq(a.total.sent, 30);
	ck_assert_int_eq(a.total.received, 31);
	ck_assert_int_eq(a.total.population, 308851943);
	ck_assert_int_eq(ask(row, 2, 308745538, 1000000, &a),
	    ICJ_DUES_E_NOT_ONE);
	expect_text(&a.total.sum, "617597481/617491076", "1.000172318280");
	ck_assert_int_eq(icj_dues(row, 2, &scaled, a.share, &a.total),
	    ICJ_DUES_OK);
	ck_assert_int_eq(a.share[0].amount + a.share[1].amount, 1000000);
}
END_TEST

/* -- Errors ------------------------------------------------------------- */

static const struct {
	struct icj_dues_row row; /* put second, after AK with 10 and 1, 1 */
	int64_t us, budget;
	enum icj_dues_err err;
	size_t at;
} errors[] = {
	{ { 2, 5, 1, 1, -1 }, 0, 0, ICJ_DUES_OK, 2 },
	{ { 2, 5, 1, 1, 2 }, 0, 0, ICJ_DUES_OK, 2 },
	{ { 2, 0, 0, 0, -1 }, 0, 0, ICJ_DUES_OK, 2 },
	{ { 0, 5, 1, 1, -1 }, 0, 0, ICJ_DUES_E_STATE, 1 },
	{ { 57, 5, 1, 1, -1 }, 0, 0, ICJ_DUES_E_STATE, 1 },
	{ { -1, 5, 1, 1, -1 }, 0, 0, ICJ_DUES_E_STATE, 1 },
	{ { 1, 5, 1, 1, -1 }, 0, 0, ICJ_DUES_E_TWICE, 1 },
	{ { 2, -1, 1, 1, -1 }, 0, 0, ICJ_DUES_E_POPULATION, 1 },
	{ { 2, 5, -1, 1, -1 }, 0, 0, ICJ_DUES_E_TRANSFERS, 1 },
	{ { 2, 5, 1, -1, -1 }, 0, 0, ICJ_DUES_E_TRANSFERS, 1 },
	{ { 2, 5, 1, 1, 3 }, 0, 0, ICJ_DUES_E_DISAGREE, 1 },
	{ { 2, 5, 4, -1, 3 }, 0, 0, ICJ_DUES_E_DISAGREE, 1 },
	{ { 2, 5, -1, 4, 3 }, 0, 0, ICJ_DUES_E_DISAGREE, 1 },
	{ { 2, 5, 3, -1, 3 }, 0, 0, ICJ_DUES_OK, 2 },
	{ { 2, 1000000000, 1, 1, -1 }, 0, 0, ICJ_DUES_E_RANGE, 1 },
	{ { 2, 5, 1000000000, 1, -1 }, 0, 0, ICJ_DUES_E_RANGE, 1 },
	{ { 2, 5, 1, 1000000000, -1 }, 0, 0, ICJ_DUES_E_RANGE, 1 },
	{ { 2, 5, -1, -1, 1999999999 }, 0, 0, ICJ_DUES_E_RANGE, 1 },
	{ { 2, 5, 1, INT64_MAX, INT64_MAX }, 0, 0, ICJ_DUES_E_RANGE, 1 },
	{ { 2, 5, 1, 1, -1 }, 4, 0, ICJ_DUES_E_US, 0 },
	{ { 2, 50, 1, 1, -1 }, 10, 0, ICJ_DUES_E_US, 1 },
	{ { 2, 5, 1, 1, -1 }, -1, 0, ICJ_DUES_E_RANGE, 2 },
	{ { 2, 5, 1, 1, -1 }, INT64_C(100000000000), 0, ICJ_DUES_E_RANGE, 2 },
	{ { 2, 5, 1, 1, -1 }, 0, -1, ICJ_DUES_E_RANGE, 2 },
	{ { 2, 5, 1, 1, -1 }, 0, INT64_MAX, ICJ_DUES_E_RANGE, 2 },
	{ { 2, 5, 1, 1, -1 }, 16, 100, ICJ_DUES_E_NOT_ONE, 2 },
};

START_TEST(errors_name_the_row)
{
	const struct icj_dues_row row[] = {
		{ 1, 10, 1, 1, -1 }, errors[_i].row,
	};
	struct answer a;

	ck_assert_int_eq(ask(row, 2, errors[_i].us, errors[_i].budget, &a),
	    errors[_i].err);
	ck_assert_uint_eq(a.total.row, errors[_i].at);
}
END_TEST

START_TEST(nothing_to_divide)
{
	struct icj_dues_row row[ICJ_STATES + 1] = { { 1, 5, 0, 0, -1 },
		{ 2, 5, -1, -1, 0 } };
	struct answer a;

	ck_assert_int_eq(ask(row, 2, 0, 0, &a), ICJ_DUES_E_NO_TRANSFERS);
	ck_assert_int_eq(ask(row, 0, 0, 0, &a), ICJ_DUES_E_NO_STATE);
	ck_assert_int_eq(ask(row, ICJ_STATES + 1, 0, 0, &a),
	    ICJ_DUES_E_NO_STATE);
	row[0] = (struct icj_dues_row){ 1, 0, 1, 1, -1 };
	ck_assert_int_eq(ask(row, 1, 0, 0, &a), ICJ_DUES_E_NO_POPULATION);
	ck_assert_int_eq(ask(row, 1, 10, 0, &a), ICJ_DUES_OK);
}
END_TEST

START_TEST(every_error_has_a_clause)
{
	for (int e = ICJ_DUES_E_STATE; e <= ICJ_DUES_E_TIER_NONE; e++)
		ck_assert_str_ne(icj_dues_strerror((enum icj_dues_err)e),
		    "cannot be read");
	ck_assert_str_eq(icj_dues_strerror((enum icj_dues_err)
	    (ICJ_DUES_E_NULL + 1)), "cannot be read");
	ck_assert_ptr_nonnull(icj_dues_rule_at(1));
	ck_assert_ptr_null(icj_dues_rule_at(2));
}
END_TEST

/* -- Tiers -------------------------------------------------------------- */

START_TEST(tier_tables)
{
	struct icj_dues_tier good[] = {
		{ 0, DECIMALS(10), 1 }, { DECIMALS(10), DECIMALS(20), 2 },
		{ DECIMALS(20), ICJ_NO_BOUND, 3 },
	};
	struct icj_dues_tier t[3];
	size_t bad;

	ck_assert_int_eq(icj_dues_tiers_check(good, 3, &bad), ICJ_DUES_OK);
	ck_assert_int_eq(icj_dues_tiers_check(good, 0, &bad),
	    ICJ_DUES_E_TIER_START);
	ck_assert_int_eq(icj_dues_tiers_check(good + 1, 2, &bad),
	    ICJ_DUES_E_TIER_START);
	memcpy(t, good, sizeof(t));
	t[1].from++;
	ck_assert_int_eq(icj_dues_tiers_check(t, 3, &bad),
	    ICJ_DUES_E_TIER_GAP);
	ck_assert_uint_eq(bad, 1);
	t[1].from -= 2; /* overlaps */
	ck_assert_int_eq(icj_dues_tiers_check(t, 3, &bad),
	    ICJ_DUES_E_TIER_GAP);
	memcpy(t, good, sizeof(t));
	t[1].below = t[1].from;
	ck_assert_int_eq(icj_dues_tiers_check(t, 3, &bad),
	    ICJ_DUES_E_TIER_RISE);
	memcpy(t, good, sizeof(t));
	t[1].below = ICJ_NO_BOUND; /* open before the last */
	ck_assert_int_eq(icj_dues_tiers_check(t, 3, &bad),
	    ICJ_DUES_E_TIER_GAP);
	ck_assert_uint_eq(bad, 2);
}
END_TEST

static size_t tier_of(uint64_t num, uint64_t den)
{
	static const struct icj_dues_tier tier[] = {
		{ 0, DECIMALS(10), 1 }, { DECIMALS(10), DECIMALS(20), 2 },
		{ DECIMALS(20), DECIMALS(1000), 3 },
	};
	struct icj_ratio r = icj__ratio(num, den);

	return icj_dues_tier_find(tier, 3, &r);
}

START_TEST(tiers_compare_exactly)
{
	ck_assert_uint_eq(tier_of(0, 1), 0);
	ck_assert_uint_eq(tier_of(1, 100), 1); /* the lower bound is in it */
	ck_assert_uint_eq(tier_of(1, 50), 2);  /* the upper is not */
	ck_assert_uint_eq(tier_of(1999999999, 100000000000), 1);
	ck_assert_uint_eq(tier_of(UINT64_C(199999999999999999),
	    UINT64_C(10000000000000000000)), 1);
	ck_assert_uint_eq(tier_of(999, 1000), 2);
	ck_assert_uint_eq(tier_of(1, 1), 3); /* none */
}
END_TEST

#define COUNT(array) (int)(sizeof(array) / sizeof((array)[0]))

static Suite *suite(void)
{
	Suite *s = suite_create("dues");
	TCase *t = tcase_create("answers");

	tcase_add_loop_test(t, whole_numbers, 0, COUNT(wholes));
	tcase_add_test(t, whole_numbers_at_the_edge);
	tcase_add_loop_test(t, bounds_of_tiers, 0, COUNT(bounds));
	tcase_add_loop_test(t, ratios_as_text, 0, COUNT(ratios));
	tcase_add_test(t, worked_example);
	tcase_add_test(t, exact_where_doubles_are_not);
	tcase_add_test(t, ties);
	tcase_add_test(t, denominator_of_the_bureau);
	tcase_add_loop_test(t, errors_name_the_row, 0, COUNT(errors));
	tcase_add_test(t, nothing_to_divide);
	tcase_add_test(t, every_error_has_a_clause);
	tcase_add_test(t, tier_tables);
	tcase_add_test(t, tiers_compare_exactly);
	suite_add_tcase(s, t);
	return s;
}
