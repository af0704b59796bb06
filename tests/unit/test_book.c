/* SPDX-License-Identifier: MIT */
/*
 * test_book.c - the book by itself: wordings follow one another, gaps are
 * allowed and overlaps are not, and how a provision stands on a day is what a
 * plain walk over its wordings says.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "judge/rule.h"
#include "suite.h"

#define FIRST_DAY ICJ_DAY(2009, 12, 1)
#define LAST_DAY ICJ_DAY(2027, 2, 1)

/* -- Each provision ----------------------------------------------------- */

START_TEST(is_whole)
{
	const struct provision *p = &icj__book[_i];

	ck_assert_msg(p->id && p->wordings > 0 && p->wording,
	    "provision %d has no wording", _i);
	ck_assert_uint_gt(strlen(p->id), 3);
	ck_assert_uint_eq(strspn(p->id, "abcdefghijklmnopqrstuvwxyz-0123456789"),
	    strlen(p->id));
	for (int k = 0; k < _i; k++)
		ck_assert_str_ne(p->id, icj__book[k].id);
}
END_TEST

/* One sentence, a number, a source, and days that editions begin on. */
START_TEST(wordings_are_whole)
{
	const struct provision *p = &icj__book[_i];

	for (size_t k = 0; k < p->wordings; k++) {
		const struct icj_rule *rule = &p->wording[k].rule;
		size_t len = rule->says ? strlen(rule->says) : 0;

		ck_assert_msg(rule->cite && rule->cite[0], "%s", p->id);
		ck_assert_msg(len > 8 && rule->says[len - 1] == '.',
		    "%s: %s", p->id, rule->says);
		ck_assert_msg(!strstr(rule->says, "  "), "%s", p->id);
		ck_assert_msg(rule->source && rule->source[0], "%s", p->id);
		ck_assert_msg(rule->basis != ICJ_BASIS_NEAREST &&
		    rule->basis != ICJ_BASIS_OFFICE, "%s", p->id);
		ck_assert_msg(p->wording[k].ground < GROUNDS, "%s", p->id);
	}
}
END_TEST

static bool begins_an_edition(icj_date day)
{
	const struct icj_edition *e = icj_edition_on(day);

	/* The list of 2-102 was cut the day it was decided; standards begin
	 * with a year; the emergency rule was last seen on a day of its own. */
	return (e && e->effective == day) || day == ED_2014_OCT ||
	    day == ED_2016_OCT || day == ICJ_DAY(2019, 1, 1) ||
	    day == ICJ_DAY(2020, 7, 28);
}

START_TEST(wordings_follow)
{
	const struct provision *p = &icj__book[_i];

	for (size_t k = 0; k < p->wordings; k++) {
		const struct icj_rule *rule = &p->wording[k].rule;
		bool last = k + 1 == p->wordings;

		if (rule->from == ICJ_DATE_NONE)
			continue; /* of no edition */
		ck_assert_msg(begins_an_edition(rule->from), "%s", p->id);
		if (rule->until == ICJ_DATE_NONE) {
			ck_assert_msg(last && rule->end == ICJ_END_STANDS,
			    "%s: more follows what stands", p->id);
			continue;
		}
		ck_assert_msg(begins_an_edition(rule->until), "%s", p->id);
		ck_assert_msg(rule->from < rule->until, "%s", p->id);
		ck_assert_msg(rule->end != ICJ_END_STANDS, "%s", p->id);
		ck_assert_msg(last || rule->until <= p->wording[k + 1].rule.from,
		    "%s: two wordings on one day", p->id);
		ck_assert_msg(last || rule->end != ICJ_END_GONE,
		    "%s: came back", p->id);
		/* A remembered note serves an edition, and so does what a
		 * condition of it asked the book. */
		ck_assert_msg(k == 0 || p->wording[k].ground ==
		    p->wording[k - 1].ground || icj_edition_on(
		    rule->from)->effective == rule->from,
		    "%s: asked otherwise within an edition", p->id);
		ck_assert_msg(k == 0 || strcmp(rule->cite,
		    p->wording[k - 1].rule.cite) == 0 || icj_edition_on(
		    rule->from)->effective == rule->from,
		    "%s: another number within an edition", p->id);
		if (!p->wording[k].gone)
			continue;
		ck_assert_msg(begins_an_edition(p->wording[k].gone), "%s",
		    p->id);
		ck_assert_msg(last && p->wording[k].gone > rule->until &&
		    rule->end == ICJ_END_NOT_KNOWN, "%s: gone by a day, of "
		    "what ended then or did not", p->id);
	}
}
END_TEST

/* The plain way: the wording whose days have it, else the last before it. */
static enum book_on walk(const struct provision *p, icj_date day,
    const struct wording **w)
{
	*w = NULL;
	for (size_t k = 0; k < p->wordings; k++) {
		const struct icj_rule *rule = &p->wording[k].rule;

		if (rule->from > day)
			continue;
		*w = &p->wording[k];
		if (rule->until == ICJ_DATE_NONE || day < rule->until)
			return IN_FORCE;
	}
	if (*w && (*w)->gone && day >= (*w)->gone)
		return GONE;
	if (*w)
		return (*w)->rule.end == ICJ_END_GONE ? GONE : GAP;
	*w = p->wording;
	return p->is_new ? NOT_YET : GAP;
}

START_TEST(stands_on_each_day)
{
	const struct provision *p = &icj__book[_i];

	for (icj_date day = FIRST_DAY; day < LAST_DAY; day++) {
		const struct wording *w, *want;
		enum book_on on = walk(p, day, &want);
		icj_date from = INT32_MIN, until = INT32_MAX;

		ck_assert_int_eq(icj__book_on(NULL, p, day, &w), on);
		ck_assert_ptr_eq(w, want);
		ck_assert_int_eq(icj__basis_on(w, day), on == IN_FORCE ?
		    want->rule.basis : ICJ_BASIS_NEAREST);
		icj__book_span(NULL, p, day, &from, &until);
		ck_assert(from <= day && day < until);
		/* On the days of a span it stands alike. */
		if (from > FIRST_DAY) {
			ck_assert_int_eq(walk(p, from, &want), on);
			ck_assert_ptr_eq(w, want);
		}
		if (until < LAST_DAY) {
			ck_assert_int_eq(walk(p, until - 1, &want), on);
			ck_assert_ptr_eq(w, want);
			day = until - 1;
		}
	}
}
END_TEST

/* Of an edition of which no text is held nothing is said to be known. */
START_TEST(nothing_is_held_of_2026)
{
	const struct provision *p = &icj__book[_i];

	for (size_t k = 0; k < p->wordings; k++)
		ck_assert_msg(p->wording[k].rule.from < ED_2026 ||
		    icj_edition_on(p->wording[k].rule.from)->effective >
		    ED_2026, "%s", p->id);
}
END_TEST

/* -- What readers are told ---------------------------------------------- */

static enum icj_amendment amended(enum provision_id p, icj_date a, icj_date b)
{
	enum icj_amendment what;
	struct icj_wording before, after;

	ck_assert(icj_provision_amended(p, a, b, NULL, &what, &before, &after));
	ck_assert_str_eq(before.provision, icj__book[p].id);
	return what;
}

START_TEST(amendments)
{
	icj_date was = ICJ_DAY(2015, 6, 1);

	ck_assert_int_eq(amended(P_dues_notice, was, ED_2024),
	    ICJ_AMENDMENT_NONE);
	ck_assert_int_eq(amended(P_default_costs, was, ED_2024),
	    ICJ_AMENDMENT_RENUMBERED);
	ck_assert_int_eq(amended(P_default_costs, ED_2024, was),
	    ICJ_AMENDMENT_RENUMBERED);
	ck_assert_int_eq(amended(P_permit_weapon, was, ED_2024),
	    ICJ_AMENDMENT_CHANGED);
	ck_assert_int_eq(amended(P_permit_submitted, was, ED_2024),
	    ICJ_AMENDMENT_NEW);
	ck_assert_int_eq(amended(P_permit_submitted, was, ED_2024 - 1),
	    ICJ_AMENDMENT_ABSENT);
	ck_assert_int_eq(amended(P_term_relocate, was, ED_2024),
	    ICJ_AMENDMENT_GONE);
	ck_assert_int_eq(amended(P_permit_weapon, was, ED_2018),
	    ICJ_AMENDMENT_NOT_KNOWN);
	ck_assert_str_eq(icj_amendment_name(ICJ_AMENDMENT_NEW), "new");
	ck_assert_str_eq(icj_amendment_name((enum icj_amendment)99), "");
}
END_TEST

START_TEST(standings)
{
	enum icj_standing standing;
	struct icj_wording w;

	ck_assert(icj_provision_on(P_term_relocate, ED_2024, NULL, &standing, &w));
	ck_assert_int_eq(standing, ICJ_STANDING_GONE);
	ck_assert_int_eq(w.gone, ED_2024);
	ck_assert(icj_provision_on(P_dues_notice, ED_2024, NULL, &standing, &w));
	ck_assert_int_eq(standing, ICJ_STANDING_HELD);
	ck_assert_int_eq(w.gone, ICJ_DATE_NONE);
	ck_assert_str_eq(w.terms->limit, "30 calendar days before");
	ck_assert(!icj_provision_on(P_COUNT, ED_2024, NULL, &standing, &w));
	ck_assert(!icj_provision_on(0, ED_2024, NULL, NULL, &w));
	ck_assert(!icj_provision_on(0, ED_2024, NULL, &standing, NULL));
	ck_assert(!icj_wording_at(P_COUNT, 0, NULL, &w));
	ck_assert(!icj_wording_at(0, 99, NULL, &w));
	ck_assert(!icj_wording_at(0, 0, NULL, NULL));
	ck_assert(icj_wording_same(&w, &w));
	ck_assert(!icj_wording_same(&w, NULL));
	ck_assert(!icj_provision_amended(P_COUNT, 0, 0, NULL, NULL, &w, &w));
}
END_TEST

START_TEST(cites)
{
	ck_assert(icj_cites("7-101; 7-105(1)", "Rule 7-105.1", 12, false));
	ck_assert(!icj_cites("7-101; 7-105(1)", "7-105", 5, false));
	ck_assert(icj_cites("7-101; 7-105(1)", "7-105", 5, true));
	ck_assert(!icj_cites("7-105(10)", "7-105(1)", 8, true));
	ck_assert(!icj_cites("6-104[rescinded](3)", "6-104(3)", 8, false));
	ck_assert(icj_cites("1-101 Relocate", "1-101 Relocate", 14, false));
	ck_assert(!icj_cites("1-101 Relocate", "1-101 Residence", 15, true));
	ck_assert(!icj_cites("7-101", "relocate", 8, true));
	ck_assert(!icj_cites(NULL, "7-101", 5, true));
	ck_assert(!icj_cites("7-101", NULL, 5, true));
}
END_TEST

/* -- Names -------------------------------------------------------------- */

static const char *rule_of(const char *name, icj_date day)
{
	return icj_field_rule(icj_field_find(name, strlen(name)), NULL, day);
}

/* A field is of a provision, whose number is that of the day. */
START_TEST(fields_serve)
{
	static const struct icj_field dues = {.read_by = ICJ_AREA_DUES};

	ck_assert_str_eq(rule_of("form_iii_received", ICJ_DAY(2015, 6, 1)),
	    "6-102(8)");
	ck_assert_str_eq(rule_of("form_iii_received", ICJ_DAY(2024, 6, 1)),
	    "6-102(10)");
	ck_assert_str_eq(rule_of("form_iii_received", ICJ_DATE_NONE),
	    "6-102(10)");
	ck_assert_str_eq(rule_of("failure_reason", ICJ_DATE_NONE), "2-102(1)");
	ck_assert_str_eq(rule_of("zone", ICJ_DATE_NONE), "");
	ck_assert_str_eq(icj_field_rule(&dues, NULL, ICJ_DATE_NONE), "2-101(4)");
}
END_TEST

START_TEST(bases_have_names)
{
	static const char *const names[] = {
		"text", "restated", "office", "undated", "deduced", "nearest",
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		ck_assert_str_eq(icj_basis_name((enum icj_basis)i), names[i]);
	ck_assert_str_eq(icj_basis_name((enum icj_basis)99), "");
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("book");
	TCase *t = tcase_create("provisions");

	tcase_set_timeout(t, 60);
	tcase_add_loop_test(t, is_whole, 0, P_COUNT);
	tcase_add_loop_test(t, wordings_are_whole, 0, P_COUNT);
	tcase_add_loop_test(t, wordings_follow, 0, P_COUNT);
	tcase_add_loop_test(t, stands_on_each_day, 0, P_COUNT);
	tcase_add_loop_test(t, nothing_is_held_of_2026, 0, P_COUNT);
	tcase_add_test(t, amendments);
	tcase_add_test(t, standings);
	tcase_add_test(t, cites);
	tcase_add_test(t, fields_serve);
	tcase_add_test(t, bases_have_names);
	suite_add_tcase(s, t);
	return s;
}
