/* SPDX-License-Identifier: MIT */
/*
 * test_deadline.c - the duties dated: the cases of tests/rules/deadline.tsv,
 * one test each.  test_duty_table.c has what holds of the table and of any
 * dates.
 */
#include <stdio.h>
#include <string.h>

#include "icj.h"
#include "suite.h"

enum column {
	DUTY, FACTS, AS_OF, HOW, DUE, EXTENDED, STATUS, DAYS, NOTE, COLUMNS
};

#define LINES_MAX 1600
#define LINE_SIZE 800

static char lines[LINES_MAX][LINE_SIZE];
static int line_number[LINES_MAX];
static int line_count;

static void read_lines(void)
{
	const char *top = getenv("TOP");
	char path[4096];
	int number = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/rules/deadline.tsv",
	    top ? top : ".");
	f = fopen(path, "r");
	if (!f)
		exit(EXIT_FAILURE);
	while (line_count < LINES_MAX &&
	    fgets(lines[line_count], LINE_SIZE, f)) {
		char *line = lines[line_count];

		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] != '\0' && line[0] != '#')
			line_number[line_count++] = number;
	}
	fclose(f);
}

static void split(char *line, char sep, char **part, int want)
{
	int n = 0;

	for (part[n++] = line; n < want && (line = strchr(line, sep)); n++) {
		*line++ = '\0';
		part[n] = line;
	}
	ck_assert_int_eq(n, want);
}

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

static struct icj_time time_of(const char *text)
{
	struct icj_time t = {ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET};

	if (strcmp(text, "-") != 0)
		ck_assert_int_eq(icj_time_parse(text, strlen(text), NULL, &t),
		    ICJ_OK);
	return t;
}

static void set_how(struct icj_context *ctx, const char *how)
{
	if (strcmp(how, "strict") == 0)
		ctx->strict = true;
	else if (strcmp(how, "both") == 0)
		ctx->whose = ICJ_BOTH;
	else if (strcmp(how, "federal") == 0)
		ctx->whose = ICJ_FEDERAL;
	else if (strncmp(how, "edition=", 8) == 0)
		ctx->edition = time_of(how + 8).date;
	else
		ck_assert_str_eq(how, "-");
}

static void set_facts(struct icj_case *c, char *facts)
{
	for (char *fact = strtok(facts, " "); fact; fact = strtok(NULL, " ")) {
		char *value = strchr(fact, '=');
		const struct icj_field *field;

		ck_assert_ptr_nonnull(value);
		field = icj_field_find(fact, (size_t)(value - fact));
		ck_assert_msg(field != NULL, "no such field: %s", fact);
		value++;
		ck_assert_int_eq(icj_case_set(c, field, value, strlen(value)),
		    ICJ_OK);
	}
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

static void expect_text(const char *got, const char *want, int line)
{
	if (strcmp(want, "-") == 0)
		want = "";
	ck_assert_msg(strcmp(got, want) == 0, "line %d: \"%s\", not \"%s\"",
	    line, got, want);
}

static void expect_time(const struct icj_time *got, const char *want, int line)
{
	char buf[32];

	expect_text(icj_time_format(got, buf), want, line);
}

/* "{4-102(4) text A-01}": which wording is applied, how surely it is the one,
 * and its standard. */
static void expect_law(const struct icj_due *due, const char *want, int line)
{
	char got[128];

	snprintf(got, sizeof(got), "{%s %s %s}", due->rule,
	    icj_basis_name(due->basis), due->duty.standard);
	ck_assert_msg(strcmp(got, want) == 0, "line %d: %s", line, got);
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
	expect_time(&due->due, part[DUE], line);
	expect_time(&due->extended_to, part[EXTENDED], line);
	if (due->has_days_left)
		snprintf(days, sizeof(days), "%d", (int)due->days_left);
	expect_text(days, part[DAYS], line);
	if (part[NOTE][0] == '{')
		expect_law(due, part[NOTE], line);
	else if (strcmp(part[NOTE], "-") != 0)
		ck_assert_msg(strstr(due->note, part[NOTE]) != NULL,
		    "line %d: not in the note: %s", line, due->note);
}

START_TEST(case_of_the_table)
{
	static struct icj_due due;
	struct icj_context ctx = {ICJ_DATE_NONE,
	    {ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET}, NULL, ICJ_OWNER,
	    false, NULL};
	struct icj_calendar *cal = texas_and_louisiana();
	struct icj_case *c = icj_case_new();
	char *part[COLUMNS], line[LINE_SIZE];

	strcpy(line, lines[_i]);
	split(line, '\t', part, COLUMNS);
	ctx.calendar = cal;
	ctx.as_of = time_of(part[AS_OF]);
	set_how(&ctx, part[HOW]);
	set_facts(c, part[FACTS]);
	find_duty(c, &ctx, part[DUTY], &due);
	expect_due(&due, part, line_number[_i]);
	icj_case_free(c);
	icj_calendar_free(cal);
}
END_TEST

/* Each wording of each duty has a case that is dated by it. */
START_TEST(every_wording_is_witnessed)
{
	static bool seen[200];
	static struct icj_due due;
	struct icj_duty duty;

	ck_assert(!icj_duty_at(200, &duty));
	for (int k = 0; k < line_count; k++) {
		struct icj_calendar *cal = texas_and_louisiana();
		struct icj_context ctx = {ICJ_DATE_NONE, {ICJ_DATE_NONE,
		    ICJ_NO_CLOCK, ICJ_NO_OFFSET}, cal, ICJ_OWNER, false, NULL};
		struct icj_case *c = icj_case_new();
		char *part[COLUMNS], line[LINE_SIZE];

		strcpy(line, lines[k]);
		split(line, '\t', part, COLUMNS);
		ctx.as_of = time_of(part[AS_OF]);
		set_how(&ctx, part[HOW]);
		set_facts(c, part[FACTS]);
		find_duty(c, &ctx, part[DUTY], &due);
		for (size_t i = 0; icj_duty_at(i, &duty); i++)
			seen[i] |= duty.rule == due.duty.rule &&
			    due.due.date != ICJ_DATE_NONE;
		icj_case_free(c);
		icj_calendar_free(cal);
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

	read_lines();
	tcase_add_loop_test(t, case_of_the_table, 0, line_count);
	tcase_add_test(t, every_wording_is_witnessed);
	suite_add_tcase(s, t);
	return s;
}
