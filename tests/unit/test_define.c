/* SPDX-License-Identifier: MIT */
/*
 * test_define.c - the terms of Rule 1-101: the cases of tests/rules/define.tsv,
 * that every computed term has one of each value, and that a fact more never
 * overturns what is decided.
 */
#include "answer_help.h"

#include "law/define/define.h"

static struct icj_case *c;
static struct icj_context ctx;

static void set_up(void)
{
	c = icj_case_new();
	ctx = help_context();
}

static void tear_down(void)
{
	icj_case_free(c);
	icj_calendar_free((struct icj_calendar *)ctx.calendar);
}

/* -- The table of cases ------------------------------------------------- */

enum { TERM, FACTS, AS_OF, HOW, VALUE, MISSING, ASSUMED, CELLS };

#define TERMS 64

static unsigned seen[TERMS]; /* values, as bits, by term */

static size_t number_of(const char *name)
{
	struct icj_term term;
	size_t i;

	for (i = 0; icj_term(c, &ctx, i, &term); i++)
		if (strcmp(term.paragraph->title, name) == 0)
			return i;
	ck_abort_msg("no term %s", name);
	return 0;
}

static void facts_are_read(void)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_field_at(i)); i++)
		ck_assert_msg(!icj_case_has(c, f) ||
		    f->read_by & ICJ_AREA_RULE ||
		    strcmp(f->name, "plan_days") == 0, "%s is not read",
		    f->name);
}

static void names(const char *what, const struct icj_field *const *fields,
    const char *want, int line)
{
	char got[HELP_SIZE] = "";

	for (size_t i = 0; fields[i]; i++)
		help_add(got, fields[i]->name);
	help_same(what, got, want, line);
}

static void one_case(int number)
{
	int line = help_line[number].number;
	char *cell[CELLS], text[HELP_SIZE];
	struct icj_term term;
	size_t i;

	strcpy(text, help_line[number].text);
	help_split(text, cell, CELLS);
	icj_case_reset(c);
	help_facts(c, cell[FACTS]);
	facts_are_read();
	ctx.strict = strcmp(cell[HOW], "strict") == 0;
	ctx.as_of = help_time(cell[AS_OF]);
	i = number_of(cell[TERM]);
	icj_term(c, &ctx, i, &term);
	help_same(cell[TERM], icj_tri_name(term.holds), cell[VALUE], line);
	names("missing", term.missing, cell[MISSING], line);
	names("assumed", term.assumed, cell[ASSUMED], line);
	seen[i] |= 1u << term.holds;
}

START_TEST(cases)
{
	one_case(_i);
}
END_TEST

/* What is no state cannot be read, so that State is never NO. */
START_TEST(every_value_is_seen)
{
	struct icj_term term;

	for (int i = 0; i < help_count; i++)
		one_case(i);
	for (size_t i = 0; icj_term(c, &ctx, i, &term); i++) {
		unsigned all = strcmp(term.paragraph->title, "State") == 0 ?
		    6 : 5;

		ck_assert_msg((seen[i] & all) == all, "%s",
		    term.paragraph->title);
	}
}
END_TEST

/* -- Rows --------------------------------------------------------------- */

/* The next row of another term than the one before. */
static const struct icj_rule *next_term(size_t *i)
{
	const struct icj_rule *rule = icj__define_rule(*i), *next;

	while (rule && (next = icj__define_rule(++*i)) &&
	    strcmp(next->cite, rule->cite) == 0)
		continue;
	return rule;
}

static bool goes_on(const struct icj_rule *rule, size_t next)
{
	const struct icj_rule *then = icj__define_rule(next - 1);

	return then && then != rule && strcmp(then->says, rule->says) == 0;
}

/* The paragraph has the days of the words of 2015. */
START_TEST(rows_are_the_computed_terms)
{
	const struct icj_paragraph *p;
	const struct icj_rule *rule;
	size_t rows = 0;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++) {
		if (!strchr(p->cite, ' ') ||
		    !(icj_paragraph_disposition(p) & ICJ_COMPUTED))
			continue;
		rule = next_term(&rows);
		ck_assert_msg(rule != NULL, "%s", p->cite);
		ck_assert_str_eq(rule->cite, p->cite);
		ck_assert_int_eq(rule->from, p->from);
		if (!goes_on(rule, rows))
			ck_assert_int_eq(rule->until, p->until);
	}
	ck_assert_ptr_null(icj__define_rule(rows));
	ck_assert(icj_rule_at(ICJ_AREA_RULE, 0) == icj__define_rule(0));
}
END_TEST

START_TEST(nothing_known)
{
	struct icj_term term;
	size_t i;

	for (i = 0; icj_term(c, &ctx, i, &term); i++) {
		ck_assert_int_eq(term.holds, ICJ_UNKNOWN);
		ck_assert_ptr_nonnull(term.missing[0]);
		ck_assert_ptr_null(term.used[0]);
		for (size_t k = 0; term.missing[k]; k++)
			ck_assert(term.missing[k]->read_by & ICJ_AREA_RULE);
	}
	ck_assert_uint_eq(i, 40);
}
END_TEST

START_TEST(editions)
{
	struct icj_term term;

	ctx.edition = icj_date_of(2015, 1, 1);
	icj_term(c, &ctx, number_of("Relocate"), &term);
	ck_assert_int_eq(term.basis, ICJ_BASIS_TEXT);
	ck_assert_int_eq(term.edition, icj_date_of(2015, 1, 1));
	ctx.edition = icj_date_of(2024, 4, 1);
	icj_term(c, &ctx, number_of("Relocate"), &term);
	ck_assert(!term.in_force);
	ctx.edition = icj_date_of(2014, 12, 31);
	icj_term(c, &ctx, number_of("Sanction"), &term);
	ck_assert_int_eq(term.basis, ICJ_BASIS_NEAREST);
	ck_assert_int_eq(term.edition, icj_date_of(2015, 1, 1));
}
END_TEST

/* -- A fact more -------------------------------------------------------- */

/* The first value of a choice, yes, a date: anything that can be read. */
static void set_some(const struct icj_field *f, unsigned which)
{
	static const char *const plain[] = {
		[ICJ_TEXT] = "x", [ICJ_DATE] = "2015-03-02",
		[ICJ_TIME] = "2015-03-02T10:00",
		[ICJ_TIME_OR_DATE] = "2015-03-02", [ICJ_STATE] = "TX",
		[ICJ_COUNT] = "7", [ICJ_COUNT_OR_INDEFINITE] = "7",
		[ICJ_DATE_OR_INDEFINITE] = "indefinite",
		[ICJ_DATES] = "2015-01-01;2015-05-01",
	};
	const char *text = f->type == ICJ_YES_NO ? (which ? "yes" : "no") :
	    f->choices ? f->choices[which && f->choices[1] ? 1 : 0] :
	    plain[f->type];

	ck_assert_int_eq(icj_case_set(c, f, text, strlen(text)), ICJ_OK);
}

/* A type of return stands in for the facts behind it until they are known,
 * and a list of facts says more than one that sums them up. */
static bool gives_way(const struct icj_field *f)
{
	static const char *const names[] = {
		"return_type", "absconded", "ran_away", "fled_custody",
		"committed_by_court", "adjudication", "facility",
		"juvenile_in_some_state", "in_custody", "released_at",
		"sex_offender", "agrees_to_return", "supervision",
		"substantial_compliance", "revocation_started",
		"under_jurisdiction", "only_restitution",
		"returning_refused_after_leave", "sending_state",
		"receiving_state", "holding_state", "home_state",
		"destination_state", "transfer_requested", "referral_sent",
		"accepted", "transferred", "detained_at", "travel_starts",
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(f->name, names[i]) == 0)
			return true;
	return false;
}

START_TEST(a_fact_more_keeps_what_is_decided)
{
	const struct icj_field *f;
	struct icj_term before, after;

	ctx.strict = true;
	for (size_t i = 0; (f = icj_field_at(i)); i++) {
		if (!(f->read_by & ICJ_AREA_RULE))
			continue;
		icj_case_reset(c);
		set_some(f, (unsigned)(_i & 1));
		for (size_t k = 0; icj_term(c, &ctx, k, &before); k++) {
			const struct icj_field *g;

			if (before.holds == ICJ_UNKNOWN)
				continue;
			for (size_t m = 0; (g = icj_field_at(m)); m++) {
				if (icj_case_has(c, g) || gives_way(g) ||
				    !(g->read_by & ICJ_AREA_RULE))
					continue;
				set_some(g, (unsigned)(_i >> 1));
				icj_term(c, &ctx, k, &after);
				ck_assert_msg(after.holds == before.holds,
				    "%s: %s then %s",
				    before.paragraph->title, f->name,
				    g->name);
				icj_case_unset(c, g);
			}
		}
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("define");
	TCase *t = tcase_create("terms");

	tcase_add_checked_fixture(t, set_up, tear_down);
	help_read("define.tsv");
	tcase_add_loop_test(t, cases, 0, help_count);
	tcase_add_test(t, every_value_is_seen);
	tcase_add_test(t, rows_are_the_computed_terms);
	tcase_add_test(t, nothing_known);
	tcase_add_test(t, editions);
	tcase_add_loop_test(t, a_fact_more_keeps_what_is_decided, 0, 4);
	suite_add_tcase(s, t);
	return s;
}
