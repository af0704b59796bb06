/* SPDX-License-Identifier: MIT */
/*
 * test_witness.c - each wording of each row has witnesses among the judged
 * cases of tests/rules: one in which it holds and one in which it does not.  A
 * wording that nobody shows to hold could say anything.
 */
#include "answer_help.h"

typedef void asker(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r);

static void ask_eligible(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	icj_eligible(c, ctx, r);
}

static void ask_permit(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_permit a;

	icj_permit(c, ctx, r, &a);
}

static void ask_return(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_return a;

	icj_return(c, ctx, r, &a);
}

static void ask_referral(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_referral a;

	icj_referral(c, ctx, r, &a);
}

static void ask_supervise(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_supervise a;

	icj_supervise(c, ctx, r, &a);
}

static void ask_vote(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r)
{
	struct icj_vote a;

	icj_vote(c, ctx, r, &a);
}

static const struct {
	const char *cases;
	int parts;
	enum icj_area area;
	asker *ask;
	const char *never_fails[6]; /* what is said of every case */
	const char *never_open[4];  /* what is on file; "": not asked here */
} area[] = {
	{"eligible.tsv", 5, ICJ_AREA_ELIGIBLE, ask_eligible, {NULL}, {""}},
	{"permit.tsv", 5, ICJ_AREA_PERMIT, ask_permit, {NULL},
	    {"The permit has a last day"}},
	{"return.tsv", 5, ICJ_AREA_RETURN, ask_return, {NULL},
	    {"The sending state decided to retake",
	    "Where no secure facility is asked for",
	    "One held on a warrant is never released"}},
	{"referral.tsv", 5, ICJ_AREA_REFERRAL, ask_referral, {NULL},
	    {"@", "A juvenile sex offender who is not accepted may go where"}},
	{"supervise.tsv", 5, ICJ_AREA_SUPERVISE, ask_supervise, {NULL},
	    {"@", "The last known residence", "Known family and other"}},
	{"vote.tsv", 3, ICJ_AREA_VOTE, ask_vote,
	    {"A Commissioner or Designee submits a proposal", "The party that ",
	    "The state in default answers for", "The withdrawing state answers "
	    "for", "The Commission bears no costs of that state"}, {""}},
};

/* Rows of which each way was seen. */
struct seen {
	asker *ask;
	enum icj_area of;
	unsigned ways[400];
};

static void see(struct help_asked *a, void *arg)
{
	struct seen *seen = arg;

	seen->ask(a->c, &a->ctx, a->r);
	help_witness(a->r, seen->of, seen->ways);
}

START_TEST(every_wording_has_witnesses)
{
	struct seen seen = {area[_i].ask, area[_i].area, {0}};

	help_count = 0;
	help_read(area[_i].cases);
	ck_assert_int_gt(help_count, 20);
	ck_assert_ptr_null(icj_rule_at(area[_i].area, 400));
	for (int i = 0; i < help_count; i++)
		help_with(i, area[_i].parts, see, &seen);
	help_all_witnessed(area[_i].area, seen.ways, area[_i].never_fails,
	    area[_i].never_open);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("witness");
	TCase *cases = tcase_create("cases");

	tcase_add_loop_test(cases, every_wording_has_witnesses, 0,
	    (int)(sizeof(area) / sizeof(area[0])));
	suite_add_tcase(s, cases);
	return s;
}
