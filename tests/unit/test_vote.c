/* SPDX-License-Identifier: MIT */
/*
 * test_vote.c - votes and other acts of the Commission: the cases of
 * tests/rules/vote.tsv, every small vote, and that a fact supplied never
 * overturns an answer.
 */
#include "answer_help.h"

#define V ICJ_VOTE_ITSELF

/* -- The cases ---------------------------------------------------------- */

static const char *const part_names[ICJ_VOTE_PARTS] = {
	"vote", "notice", "emergency", "dispute", "panel", "suspension",
	"told", "withdrawal", "dissolution", "reinstatement",
};

static bool is_part(const struct icj_vote *v, const char *key, char *got)
{
	for (int i = 0; i < ICJ_VOTE_PARTS; i++)
		if (strcmp(key, part_names[i]) == 0) {
			help_add(got, icj_vote_name((enum icj_vote_part)i,
			    v->part[i]));
			return true;
		}
	return false;
}

static bool detail(const struct help_asked *a, const void *answer,
    const char *key, char *got)
{
	const struct icj_vote *v = answer;

	if (is_part(v, key, got))
		return true;
	if (strcmp(key, "rule") == 0)
		help_cites(a->r, got);
	else if (strcmp(key, "needed") == 0)
		snprintf(got, HELP_SIZE, "%d", (int)v->needed);
	else if (strcmp(key, "lacks") == 0)
		help_add_all(got, v->lacks);
	else if (strcmp(key, "steps") == 0)
		help_add_all(got, v->steps);
	else if (strcmp(key, "pays") == 0)
		help_add(got, v->pays);
	else
		return false;
	return true;
}

static void expect(struct help_asked *a, void *arg)
{
	struct icj_vote v;

	(void)arg;
	ck_assert_int_eq(icj_vote(a->c, &a->ctx, a->r, &v), v.part[V]);
	ck_assert_ptr_null(v.impossible);
	help_checks(a, a->part[2], detail, &v);
}

START_TEST(one_case)
{
	help_with(_i, 3, expect, NULL);
}
END_TEST

/* -- Numbers that contradict -------------------------------------------- */

static const struct {
	const char *facts;
	bool impossible;
} numbers[] = {
	{"votes_for=3 votes_against=2 members_present=4", true},
	{"votes_for=3 votes_against=1 members_present=4", false},
	{"votes_abstained=5 members_present=4", true},
	{"members_present=5 members=4", true},
	{"members_present=4 members=4", false},
	{"votes_for=5 members=4", true},
	{"arbitrators=2 arbitrators_neutral=3", true},
	{"arbitrators=2 arbitrators_neutral=2", false},
	{"members=52 members_left=52", true},
	{"members=52 members_left=51", false},
};

START_TEST(contradictions)
{
	struct icj_context ctx = help_context();
	struct icj_report *r = icj_report_new();
	struct icj_case *c = icj_case_new();
	struct icj_vote v;

	help_facts(c, numbers[_i].facts);
	icj_vote(c, &ctx, r, &v);
	ck_assert_int_eq(v.impossible != NULL, numbers[_i].impossible);
	icj_report_free(r);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

/* -- Every vote there can be -------------------------------------------- */

/* Against the plain words: more than half of those present. */
static void check_vote(const struct icj_context *ctx, int yes, int no,
    int silent)
{
	struct icj_report *r = icj_report_new();
	struct icj_case *c = icj_case_new();
	struct icj_vote v;
	char facts[200];

	snprintf(facts, sizeof(facts), "matter=rule-adoption "
	    "quorum_present=yes votes_for=%d votes_against=%d "
	    "votes_abstained=%d", yes, no, silent);
	help_facts(c, facts);
	icj_vote(c, ctx, r, &v);
	ck_assert_int_eq(v.part[V],
	    yes > no + silent ? ICJ_MET : ICJ_NOT_MET);
	ck_assert_int_eq(v.part[V] == ICJ_MET, yes >= v.needed);
	icj_report_free(r);
	icj_case_free(c);
}

START_TEST(every_vote)
{
	struct icj_context ctx = help_context();

	for (int there = 1; there <= 9; there++)
		for (int yes = 0; yes <= there; yes++)
			for (int no = 0; yes + no <= there; no++)
				check_vote(&ctx, yes, no, there - yes - no);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

/* -- A fact supplied overturns nothing ---------------------------------- */

static void ask_parts(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, const char **answer, const enum icj_vote_part *part)
{
	struct icj_vote v;

	icj_vote(c, ctx, r, &v);
	for (int i = 0; i < HELP_ANSWERS; i++) {
		answer[i] = icj_vote_name(part[i], v.part[part[i]]);
		if (!*answer[i]) /* not raised yet */
			answer[i] = "unknown";
	}
}

static void ask_first(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, const char **answer)
{
	static const enum icj_vote_part part[HELP_ANSWERS] = {
		V, ICJ_VOTE_NOTICE, ICJ_VOTE_EMERGENCY, ICJ_VOTE_TOLD,
		ICJ_VOTE_WITHDRAWAL, ICJ_VOTE_DISSOLUTION,
	};

	ask_parts(c, ctx, r, answer, part);
}

static void ask_second(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, const char **answer)
{
	static const enum icj_vote_part part[HELP_ANSWERS] = {
		V, ICJ_VOTE_DISPUTE, ICJ_VOTE_PANEL, ICJ_VOTE_SUSPENSION,
		ICJ_VOTE_REINSTATEMENT, ICJ_VOTE_DISSOLUTION,
	};

	ask_parts(c, ctx, r, answer, part);
}

static help_trial ballots[] = {
	{"matter=rule-adoption", "matter=committee-proposal",
	 "matter=termination", "matter=dues-revision", NULL},
	{"votes_for=2", "votes_for=3", NULL},
	{"members_present=4", "members_present=5", NULL},
	{"members=5", "members=7", NULL},
	{"quorum_present=no", "quorum_present=yes", NULL},
	{"votes_needed=3", NULL},
	{"emergency_grounds=other", "emergency_grounds=federal-deadline",
	 NULL},
};

static help_trial counts[] = {
	{"matter=rule-adoption", "matter=rule-proposal", NULL},
	{"votes_for=2", "votes_for=3", NULL},
	{"votes_abstained=0", "votes_abstained=1", NULL},
	{"quorum_present=no", "quorum_present=yes", NULL},
};

static help_trial defaults[] = {
	{"matter=suspension", "matter=termination", "matter=withdrawal",
	 "matter=reinstatement", NULL},
	{"default_determined=no", "default_determined=yes", NULL},
	{"penalties_exhausted=fines", "penalties_exhausted=fines;"
	 "remedial-training;dispute-resolution", NULL},
	{"default_cured=no", "default_cured=yes", NULL},
	{"cure_period_ends=2015-06-01", "cure_period_ends=2015-07-01", NULL},
	{"commission_approved=no", "commission_approved=yes", NULL},
	{"left_by=termination", "left_by=withdrawal", NULL},
	{"reenacted=no", "reenacted=yes", NULL},
};

static help_trial leaving[] = {
	{"matter=termination", "matter=withdrawal", NULL},
	{"repeal_effective=2015-06-01", "repeal_effective=2015-07-01", NULL},
	{"members_left=1", "members_left=2", NULL},
	{"withdrawal_notice_received=2015-01-01", NULL},
	{"states_notified=2015-03-02", "states_notified=2015-03-03", NULL},
	{"reinstated_from=2015-06-01", "reinstated_from=2015-07-01", NULL},
};

static help_trial disputes[] = {
	{"matter=dispute", "matter=legal-action", NULL},
	{"direct_attempt_documented=no", "direct_attempt_documented=yes",
	 NULL},
	{"informal_process_done=no", "informal_process_done=yes", NULL},
	{"dispute_resolved=no", "dispute_resolved=yes", NULL},
	{"interested_took_part=no", "interested_took_part=yes", NULL},
	{"arbitrators=3", "arbitrators=4", NULL},
	{"arbitrators_neutral=0", "arbitrators_neutral=1", NULL},
	{"arbitrators_from_list=no", "arbitrators_from_list=yes", NULL},
};

#define WALK(trials_, always_, ask_) {.trial = trials_, \
	.trials = sizeof(trials_) / sizeof(trials_[0]), .always = always_, \
	.ask = ask_}

static const struct help_walk walks[] = {
	WALK(ballots, "-", ask_first),
	WALK(counts, "votes_against=2", ask_first),
	WALK(defaults, "members=52 members_left=51", ask_second),
	WALK(leaving, "votes_for=1", ask_first),
	WALK(disputes, "votes_for=30", ask_second),
};

#define WALKS ((int)(sizeof(walks) / sizeof(walks[0])))

START_TEST(supplied_facts_overturn_nothing)
{
	struct help_walk w = walks[_i / 2];

	w.answers = HELP_ANSWERS;
	w.ctx = help_context();
	w.ctx.strict = _i % 2;
	help_walk_all(&w);
	icj_calendar_free((struct icj_calendar *)w.ctx.calendar);
}
END_TEST

/* -- Every way that unknown counts can turn out ------------------------- */

enum { FOR, AGAINST, SILENT, THERE, ALL, COUNTS };

static const char *const count_names[COUNTS] = {
	"votes_for", "votes_against", "votes_abstained", "members_present",
	"members",
};

/* More than any count below, so that more make no difference. */
static const int most[COUNTS] = {8, 8, 8, 18, 20};

/* Those present are the votes, where these are given and no number is. */
static bool is_possible(const int *n, bool by_votes)
{
	int votes = n[FOR] + n[AGAINST] + n[SILENT];

	return votes <= n[THERE] && n[THERE] <= n[ALL] &&
	    (!by_votes || votes == n[THERE]);
}

/* Which of "lost", as 1, and "carried", as 2, they can come to. */
static int ways(const int *known, int *n, int k, bool by_votes, int whole)
{
	int found = 0;

	if (k == COUNTS)
		return !is_possible(n, by_votes) ? 0 :
		    2 * n[FOR] > n[whole] ? 2 : 1;
	if (known[k] >= 0) {
		n[k] = known[k];
		return ways(known, n, k + 1, by_votes, whole);
	}
	for (n[k] = 0; n[k] <= most[k] && found != 3; n[k]++)
		found |= ways(known, n, k + 1, by_votes, whole);
	return found;
}

static void check_counts(const int *known, bool quorum)
{
	static const char *const says[] = {NULL, "lost", "carried", "unknown"};
	bool by_votes = quorum && known[THERE] < 0 &&
	    (known[AGAINST] >= 0 || known[SILENT] >= 0);
	struct icj_context ctx = help_context();
	struct icj_report *r = icj_report_new();
	struct icj_case *c = icj_case_new();
	char facts[160] = "";
	struct icj_vote v;
	int n[COUNTS], found;

	found = ways(known, n, 0, by_votes, quorum ? THERE : ALL);
	strcpy(facts, quorum ? "matter=rule-adoption quorum_present=yes" :
	    "matter=committee-proposal");
	for (int k = 0; k < COUNTS; k++)
		if (known[k] >= 0)
			sprintf(facts + strlen(facts), " %s=%d",
			    count_names[k], known[k]);
	help_facts(c, facts);
	icj_vote(c, &ctx, r, &v);
	if (found)
		ck_assert_msg(strcmp(icj_vote_name(ICJ_VOTE_ITSELF,
		    v.part[ICJ_VOTE_ITSELF]), says[found]) == 0,
		    "%s is not %s", facts, says[found]);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
	icj_report_free(r);
	icj_case_free(c);
}

/* What is left of counts that agree, some of them taken away. */
START_TEST(known_counts_settle_it)
{
	uint64_t seed = 1;

	for (int i = 0; i < help_times(1500); i++) {
		int known[COUNTS];

		for (int k = 0; k < COUNTS; k++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			known[k] = (int)(seed >> 40) % 4;
		}
		known[THERE] += known[FOR] + known[AGAINST] + known[SILENT];
		known[ALL] += known[THERE];
		for (int k = 0; k < COUNTS; k++)
			known[k] = seed >> (20 + k) & 1 ? known[k] : -1;
		check_counts(known, seed >> 30 & 1);
	}
}
END_TEST

/* -- The rows ----------------------------------------------------------- */

START_TEST(rows_have_all)
{
	const struct icj_rule *rule;
	size_t n = 0;

	for (; (rule = icj_rule_at(ICJ_AREA_VOTE, n)); n++) {
		ck_assert_msg(icj_edition_on(rule->from) != NULL, "%s",
		    rule->cite);
		ck_assert_str_eq(rule->says + strlen(rule->says) - 1, ".");
	}
	ck_assert_uint_gt(n, 45);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("vote");
	TCase *cases = tcase_create("cases");
	TCase *laws = tcase_create("laws");

	help_read("vote.tsv");
	tcase_add_loop_test(cases, one_case, 0, help_count);
	tcase_add_loop_test(cases, contradictions, 0,
	    (int)(sizeof(numbers) / sizeof(numbers[0])));
	tcase_add_test(cases, every_vote);
	tcase_add_test(cases, rows_have_all);
	suite_add_tcase(s, cases);
	tcase_set_timeout(laws, 120);
	tcase_add_loop_test(laws, supplied_facts_overturn_nothing, 0,
	    2 * WALKS);
	tcase_add_test(laws, known_counts_settle_it);
	suite_add_tcase(s, laws);
	return s;
}
