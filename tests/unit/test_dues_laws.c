/* SPDX-License-Identifier: MIT */
/*
 * test_dues_laws.c - what holds for the dues of any membership, tried on many.
 * dues_oracle.py asks the same of the tool in another language.
 */
#include <string.h>

#include "icj.h"
#include "suite.h"
#include "base/wide.h"
#include "judge/eval.h"

#define ROUNDS 500

/* -- Inputs ------------------------------------------------------------- */

static uint64_t seed; /* splitmix64, the same numbers every run */

static uint64_t next(void)
{
	uint64_t z = seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* 0..most, with small numbers and the ends as likely as large ones. */
static int64_t any(int64_t most)
{
	switch (next() % 6) {
	case 0:
		return 0;
	case 1:
		return most;
	case 2:
		return (int64_t)(next() % 10);
	default:
		return (int64_t)(next() % (uint64_t)(most + 1));
	}
}

/* A membership whose transfers all have both ends in it. */
static size_t membership(struct icj_dues_row *row, int64_t most)
{
	size_t count = 2 + next() % (ICJ_STATES - 1);
	int64_t moved = 1 + any(most / ICJ_STATES - 1);

	for (size_t i = 0; i < count; i++)
		row[i] = (struct icj_dues_row){ (icj_state)(i + 1),
			any(most), any(most / ICJ_STATES), 0, -1 };
	for (size_t i = 0; i < count; i++)
		row[(i + 1 + next() % 3) % count].received += row[i].sent;
	row[0].sent += moved;
	row[1].received += moved;
	row[0].population++;
	return count;
}

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

static bool equal(const struct icj_ratio *a, const struct icj_ratio *b)
{
	return memcmp(a, b, sizeof(*a)) == 0;
}

/* The denominator that all shares have in common, and a share over it. */
static wide common(const struct answer *a)
{
	return 2 * (wide)a->total.us_population * (wide)a->total.transfers;
}

static wide over(const struct answer *a, size_t i)
{
	wide den = icj__ratio_den(&a->share[i].share);

	ck_assert(common(a) % den == 0);
	return icj__ratio_num(&a->share[i].share) * (common(a) / den);
}

/* -- Properties, of any closed membership ------------------------------- */

START_TEST(shares_sum_to_one)
{
	struct icj_dues_row row[ICJ_STATES];
	struct answer a;

	for (int round = 0; round < ROUNDS; round++) {
		size_t count = membership(row, ICJ_DUES_MAX_COUNT - 1);
		wide sum = 0;

		divide(row, count, 0, &a);
		for (size_t i = 0; i < count; i++)
			sum += over(&a, i);
		ck_assert(sum == common(&a));
		ck_assert(!a.total.not_one && !a.total.uneven);
		ck_assert_int_eq(a.total.sent + a.total.received,
		    a.total.transfers);
	}
}
END_TEST

START_TEST(dollars_sum_and_lie_within_one)
{
	struct icj_dues_row row[ICJ_STATES];
	struct answer a;

	for (int round = 0; round < ROUNDS; round++) {
		size_t count = membership(row, ICJ_DUES_MAX_COUNT - 1);
		int64_t budget = 1 + any(ICJ_DUES_MAX_MONEY - 1);
		int64_t sum = 0;
		wide whole;

		divide(row, count, budget, &a);
		whole = common(&a);
		for (size_t i = 0; i < count; i++) {
			wide quota = (wide)budget * over(&a, i);
			wide bill = (wide)a.share[i].amount * whole;

			sum += a.share[i].amount;
			ck_assert(bill < quota + whole);
			ck_assert(quota < bill + whole);
		}
		ck_assert_int_eq(sum, budget);
	}
}
END_TEST

static void expect_same(const struct answer *a, const struct answer *b,
    size_t count)
{
	bool same = true;

	for (size_t i = 0; i < count; i++)
		same &= equal(&a->share[i].share, &b->share[i].share) &&
		    a->share[i].amount == b->share[i].amount;
	ck_assert(same);
}

START_TEST(doubling_or_swapping_changes_nothing)
{
	struct icj_dues_row row[ICJ_STATES];
	struct answer a, b;

	for (int round = 0; round < ROUNDS / 2; round++) {
		size_t count = membership(row, ICJ_DUES_MAX_COUNT / 2 - 1);
		int64_t budget = 1 + any(1000000);

		divide(row, count, budget, &a);
		for (size_t i = 0; i < count; i++)
			row[i].population *= 2;
		divide(row, count, budget, &b);
		expect_same(&a, &b, count);
		for (size_t i = 0; i < count; i++) {
			int64_t sent = row[i].sent;

			row[i].sent = 2 * row[i].received;
			row[i].received = 2 * sent;
		}
		divide(row, count, budget, &b);
		expect_same(&a, &b, count);
		for (size_t i = 0; i < count; i++)
			row[i].transfers = row[i].sent + row[i].received;
		divide(row, count, budget, &b);
		expect_same(&a, &b, count);
	}
}
END_TEST

START_TEST(merged_states_add_their_shares)
{
	struct icj_dues_row row[ICJ_STATES];
	struct answer a, b;

	for (int round = 0; round < ROUNDS; round++) {
		size_t count = membership(row, ICJ_DUES_MAX_COUNT / 2 - 1);
		size_t last = count - 1;

		divide(row, count, 0, &a);
		row[0].population += row[last].population;
		row[0].sent += row[last].sent;
		row[0].received += row[last].received;
		divide(row, last, 0, &b);
		ck_assert(over(&b, 0) == over(&a, 0) + over(&a, last));
		for (size_t i = 1; i < last; i++)
			ck_assert(equal(&a.share[i].share, &b.share[i].share));
	}
}
END_TEST

START_TEST(larger_states_never_pay_less)
{
	struct icj_dues_row row[ICJ_STATES];
	wide share[ICJ_STATES];
	struct answer a;
	size_t less = 0;

	for (int round = 0; round < ROUNDS; round++) {
		size_t count = membership(row, 2000);

		divide(row, count, 1 + any(100000), &a);
		for (size_t i = 0; i < count; i++)
			share[i] = over(&a, i);
		for (size_t i = 0; i < count; i++)
			for (size_t j = 0; j < count; j++)
				less += share[i] > share[j] &&
				    a.share[i].amount < a.share[j].amount;
	}
	ck_assert_uint_eq(less, 0);
}
END_TEST

/* The order of the rows must not show, ties included. */
START_TEST(order_does_not_matter)
{
	struct icj_dues_row row[ICJ_STATES], back[ICJ_STATES];
	struct answer a, b;

	for (int round = 0; round < ROUNDS; round++) {
		size_t count = membership(row, 200);
		int64_t budget = 1 + any(1000);

		for (size_t i = 0; i < count; i++)
			back[count - 1 - i] = row[i];
		divide(row, count, budget, &a);
		divide(back, count, budget, &b);
		for (size_t i = 0; i < count; i++)
			ck_assert_int_eq(a.share[i].amount,
			    b.share[count - 1 - i].amount);
	}
}
END_TEST

/* Everything at its bound: the products are the largest there are. */
START_TEST(nothing_wraps)
{
	struct icj_dues_row row[ICJ_STATES];
	struct icj_dues_options options = { ICJ_DUES_MAX_US,
		ICJ_DUES_MAX_MONEY, _i ? ICJ_LITERAL : ICJ_MEAN, true };
	struct answer a;
	int64_t sum = 0;

	for (int i = 0; i < ICJ_STATES; i++)
		row[i] = (struct icj_dues_row){ i + 1, ICJ_DUES_MAX_COUNT,
			ICJ_DUES_MAX_COUNT, ICJ_DUES_MAX_COUNT, -1 };
	ck_assert_int_eq(icj_dues(row, ICJ_STATES, &options, a.share,
	    &a.total), ICJ_DUES_OK);
	for (int i = 0; i < ICJ_STATES; i++) {
		int64_t low = ICJ_DUES_MAX_MONEY / ICJ_STATES;

		ck_assert_int_ge(a.share[i].amount, low);
		ck_assert_int_le(a.share[i].amount, low + 1);
		sum += a.share[i].amount;
	}
	ck_assert_int_eq(sum, ICJ_DUES_MAX_MONEY);
}
END_TEST

/* Against cross multiplication, with bounds near the share. */
START_TEST(tiers_agree_with_products)
{
	const uint64_t unit = UINT64_C(1000000000000000000);

	for (int round = 0; round < 40 * ROUNDS; round++) {
		uint64_t den = 1 + next() % UINT32_MAX;
		uint64_t num = next() % den;
		uint64_t near = (uint64_t)((wide)num * unit / den);
		struct icj_dues_tier t = { 0, near + next() % 3, 0 };
		struct icj_ratio r = icj__ratio(num, den);
		bool below = (wide)num * unit < (wide)t.below * den;

		ck_assert_uint_eq(icj_dues_tier_find(&t, 1, &r), !below);
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("dues");
	TCase *t = tcase_create("laws");

	tcase_add_test(t, tiers_agree_with_products);
	tcase_add_test(t, shares_sum_to_one);
	tcase_add_test(t, dollars_sum_and_lie_within_one);
	tcase_add_test(t, doubling_or_swapping_changes_nothing);
	tcase_add_test(t, merged_states_add_their_shares);
	tcase_add_test(t, larger_states_never_pay_less);
	tcase_add_test(t, order_does_not_matter);
	tcase_add_loop_test(t, nothing_wraps, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
