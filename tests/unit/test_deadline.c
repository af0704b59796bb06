/* SPDX-License-Identifier: MIT */
/*
 * test_deadline.c - the duties dated: the cases of tests/rules/deadline.tsv,
 * one test each.  test_duty_table.c has what holds of the table and of any
 * dates.
 */
#include "answer_help.h"

enum column {
	DUTY, FACTS, AS_OF, HOW, DUE, EXTENDED, STATUS, DAYS, NOTE, COLUMNS
};

/* -- A case and its context --------------------------------------------- */

static struct icj_calendar *texas_and_louisiana(void)
{
	const icj_state tx = icj_state_find("TX", 2);
	const struct icj_closure closed[] = {
		{icj_date_of(2015, 3, 2), tx, false,
		    "Texas Independence Day"},
		{icj_date_of(2015, 2, 17), icj_state_find("LA", 2), false,
		    "Mardi Gras"},
	};
	const struct icj_vouch vouch = {tx, icj_date_of(2015, 12, 31)};

	return icj_calendar_new(closed, 2, &vouch, 1);
}

/* Opens the i-th case. */
static struct help_asked deadline_case(int i, char **part)
{
	static char line[HELP_SIZE];
	struct help_asked a = {.c = icj_case_new(), .ctx = help_context(),
	    .line = help_line[i].number};

	icj_calendar_free((struct icj_calendar *)a.ctx.calendar);
	a.ctx.calendar = texas_and_louisiana();
	strcpy(line, help_line[i].text);
	help_split(line, part, COLUMNS);
	a.ctx.as_of = strcmp(part[AS_OF], "-") ? help_time(part[AS_OF]) :
	    (struct icj_time){ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
	help_how(&a.ctx, part[HOW]);
	help_facts(a.c, part[FACTS]);
	return a;
}

static void deadline_close(struct help_asked *a)
{
	icj_case_free(a->c);
	icj_calendar_free((struct icj_calendar *)a->ctx.calendar);
}

static void find_duty(const struct icj_case *c, const struct icj_context *ctx,
    const char *id, struct icj_due *due)
{
	for (size_t i = 0; icj_due(c, ctx, i, due); i++)
		if (strcmp(due->duty.id, id) == 0)
			return;
	ck_abort_msg("no such duty: %s", id);
}

/* -- The cases ---------------------------------------------------------- */

static void expect_time(const char *what, const struct icj_time *got,
    const char *want, int line)
{
	char buf[32];

	help_same(what, icj_time_format(got, buf), want, line);
}

/* "{4-102(4) text A-01}": which wording is applied, how surely it is the one,
 * and its standard. */
static void expect_law(const struct icj_due *due, const char *want, int line)
{
	char got[128];

	snprintf(got, sizeof(got), "{%s %s %s}", due->rule,
	    icj_basis_name(due->basis), due->duty.standard);
	help_same("law", got, want, line);
}

static void expect_due(const struct icj_due *due, char **part, int line)
{
	char days[12] = "";

	ck_assert_msg(strcmp(icj_due_status_name(due->status),
	    part[STATUS]) == 0, "line %d: %s, not %s; note: %s", line,
	    icj_due_status_name(due->status), part[STATUS], due->note);
	if (strcmp(part[STATUS], "not-applicable") == 0) {
		ck_assert_str_eq(due->note, "");
		return;
	}
	expect_time("due", &due->due, part[DUE], line);
	expect_time("extended", &due->extended_to, part[EXTENDED], line);
	if (due->has_days_left)
		snprintf(days, sizeof(days), "%d", (int)due->days_left);
	help_same("days left", days, part[DAYS], line);
	if (part[NOTE][0] == '{')
		expect_law(due, part[NOTE], line);
	else if (strcmp(part[NOTE], "-") != 0)
		ck_assert_msg(strstr(due->note, part[NOTE]) != NULL,
		    "line %d: not in the note: %s", line, due->note);
}

START_TEST(case_of_the_table)
{
	static struct icj_due due;
	char *part[COLUMNS];
	struct help_asked a = deadline_case(_i, part);

	find_duty(a.c, &a.ctx, part[DUTY], &due);
	expect_due(&due, part, a.line);
	deadline_close(&a);
}
END_TEST

/* Each wording of each duty has a case that is dated by it. */
START_TEST(every_wording_is_witnessed)
{
	static bool seen[200];
	static struct icj_due due;
	struct icj_duty duty;

	ck_assert(!icj_duty_at(200, &duty));
	for (int k = 0; k < help_count; k++) {
		char *part[COLUMNS];
		struct help_asked a = deadline_case(k, part);

		find_duty(a.c, &a.ctx, part[DUTY], &due);
		for (size_t i = 0; icj_duty_at(i, &duty); i++)
			seen[i] |= duty.rule == due.duty.rule &&
			    due.due.date != ICJ_DATE_NONE;
		deadline_close(&a);
	}
	for (size_t i = 0; icj_duty_at(i, &duty); i++)
		ck_assert_msg(seen[i], "%s by %s: no case has its date",
		    duty.id, duty.rule->cite);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("deadline");
	TCase *t = tcase_create("table");

	help_read("deadline.tsv");
	tcase_add_loop_test(t, case_of_the_table, 0, help_count);
	tcase_add_test(t, every_wording_is_witnessed);
	suite_add_tcase(s, t);
	return s;
}
