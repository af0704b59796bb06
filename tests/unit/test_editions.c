/* SPDX-License-Identifier: MIT */
/*
 * test_editions.c - from which day until which the wordings stand that an
 * answer applies: the lines of tests/rules/edition.tsv, each asked on the
 * first day, the day before it, the last day and the day after it.
 */
#include "answer_help.h"

enum column { QUESTION, FACTS, FROM, UNTIL, LAST, COLUMNS };

/* What an answer says of the edition it applied. */
struct named {
	icj_date edition;
	enum icj_basis basis;
};

/* -- Asking ------------------------------------------------------------- */

static struct named ask_report(const char *question, const struct icj_case *c,
    const struct icj_context *ctx)
{
	struct icj_report *r = icj_report_new();
	struct icj_permit permit;
	struct icj_return back;
	struct icj_referral referral;
	struct icj_supervise supervise;
	struct icj_vote vote;
	struct named n;

	if (strcmp(question, "eligible") == 0)
		icj_eligible(c, ctx, r);
	else if (strcmp(question, "permit") == 0)
		icj_permit(c, ctx, r, &permit);
	else if (strcmp(question, "return") == 0)
		icj_return(c, ctx, r, &back);
	else if (strcmp(question, "referral") == 0)
		icj_referral(c, ctx, r, &referral);
	else if (strcmp(question, "supervise") == 0)
		icj_supervise(c, ctx, r, &supervise);
	else if (strcmp(question, "vote") == 0)
		icj_vote(c, ctx, r, &vote);
	else
		ck_abort_msg("no such question: %s", question);
	n = (struct named){icj_report_edition(r), icj_report_basis(r)};
	icj_report_free(r);
	return n;
}

static struct named ask_duty(const char *id, const struct icj_case *c,
    const struct icj_context *ctx)
{
	static struct icj_due due;

	for (size_t i = 0; icj_due(c, ctx, i, &due); i++) {
		if (strcmp(due.duty.id, id) != 0)
			continue;
		if (due.status == ICJ_DUE_NOT_IN_FORCE)
			return (struct named){ICJ_DATE_NONE,
			    ICJ_BASIS_NEAREST};
		return (struct named){due.edition, due.basis};
	}
	ck_abort_msg("no such duty: %s", id);
}

static struct named ask_measure(const char *id, const struct icj_case *c,
    const struct icj_context *ctx)
{
	struct icj_tally tally;

	for (size_t i = 0; icj_tally(c, ctx, i, &tally); i++)
		if (strcmp(tally.measure->id, id) == 0)
			return (struct named){tally.edition,
			    tally.basis};
	ck_abort_msg("no such measure: %s", id);
}

/* -- The lines ---------------------------------------------------------- */

/* The facts with the day where an @ stands; without one it is the edition that
 * is asked for. */
static void set_day(char *facts, icj_date day, struct icj_context *ctx)
{
	char text[11], *at = strchr(facts, '@');

	icj_date_format(day, text);
	if (at)
		ctx->as_of.date = day;
	else
		ctx->edition = day;
	for (; at; at = strchr(at, '@')) {
		memmove(at + 10, at + 1, strlen(at));
		memcpy(at, text, 10);
	}
}

static void expect(char **part, icj_date day, const char *edition, bool held)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	char facts[HELP_SIZE], got[11];
	struct named n;

	strcpy(facts, part[FACTS]);
	set_day(facts, day, &ctx);
	help_facts(c, facts);
	if (strncmp(part[QUESTION], "duty ", 5) == 0)
		n = ask_duty(part[QUESTION] + 5, c, &ctx);
	else if (strncmp(part[QUESTION], "tally ", 6) == 0)
		n = ask_measure(part[QUESTION] + 6, c, &ctx);
	else
		n = ask_report(part[QUESTION], c, &ctx);
	ck_assert_str_eq(icj_date_format(n.edition, got), edition);
	ck_assert_int_eq(n.basis != ICJ_BASIS_NEAREST, held);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}

/* Whether a day has the mark that beyond it there is nothing; takes it off. */
static bool is_marked(char *day)
{
	size_t len = strlen(day);
	bool marked = len > 0 && day[len - 1] == '!';

	if (marked)
		day[len - 1] = '\0';
	return marked;
}

START_TEST(one_line)
{
	char line[HELP_SIZE], *part[COLUMNS];
	icj_date from, until;
	bool is_new, is_gone;

	strcpy(line, help_line[_i].text);
	help_split(line, part, COLUMNS);
	is_new = is_marked(part[FROM]);
	is_gone = is_marked(part[UNTIL]);
	from = help_time(part[FROM]).date;
	expect(part, from - 1, is_new ? "" : part[FROM], false);
	expect(part, from, part[FROM], true);
	if (strcmp(part[UNTIL], "-") == 0) {
		expect(part, icj_date_of(2099, 12, 31), part[LAST], true);
		return;
	}
	until = help_time(part[UNTIL]).date;
	expect(part, until - 1, part[LAST], true);
	expect(part, until, is_gone ? "" : part[LAST], false);
}
END_TEST

/* -- A wording that follows another ------------------------------------- */

static const struct {
	const char *facts, *edition, *rule;
} followed[] = {
	{"placement_failed=2014-03-31", "2013-04-01",
	    "4-104(6); 6-104[rescinded](3)"},
	{"placement_failed=2014-04-01", "2014-04-01", "4-104(6); 5-103(4)"},
};

START_TEST(one_follows_another)
{
	struct icj_context ctx = help_context();
	struct icj_case *c = icj_case_new();
	static struct icj_due due;
	char got[11];
	size_t i = 0;

	help_facts(c, followed[_i].facts);
	while (icj_due(c, &ctx, i, &due) &&
	    strcmp(due.duty.id, "failed-placement-return") != 0)
		i++;
	ck_assert_str_eq(due.rule, followed[_i].rule);
	ck_assert_str_eq(icj_date_format(due.edition, got),
	    followed[_i].edition);
	ck_assert_int_eq(due.basis, ICJ_BASIS_TEXT);
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("editions");
	TCase *t = tcase_create("cases");

	help_read("edition.tsv");
	tcase_add_loop_test(t, one_line, 0, help_count);
	tcase_add_loop_test(t, one_follows_another, 0,
	    sizeof(followed) / sizeof(followed[0]));
	suite_add_tcase(s, t);
	return s;
}
