/* SPDX-License-Identifier: MIT */
/*
 * test_paragraph.c - the table of paragraphs: order, families, dispositions,
 * that nothing cites what does not exist, and the ways to name one.
 */
#include "suite.h"

#include <string.h>

#include "book/paragraph.h"
#include "time/text.h"

/* -- The rows ----------------------------------------------------------- */

/* The provision whose sentence it has is one with its number. */
static void says_what_bears_it(const struct icj_paragraph *p)
{
	struct icj_wording w;
	bool bears = p->provision == 0;

	for (size_t k = 0; !bears && icj_wording_at(p->provision - 1, k, NULL,
	    &w); k++)
		bears = icj_cites(w.rule->cite, p->cite, strlen(p->cite),
		    false) || strcmp(w.rule->cite, p->cite) == 0;
	ck_assert_msg(bears, "%s", p->cite);
}

START_TEST(rows_are_whole)
{
	const struct icj_paragraph *p;
	size_t i;

	for (i = 0; (p = icj_paragraph_at(i)); i++) {
		const char *says;
		size_t len;

		says = icj_paragraph_says(p);
		ck_assert(p->cite && says && p->history && p->kinds);
		len = strlen(says);
		ck_assert_msg(len > 8 && strchr(".?", says[len - 1]) &&
		    !strstr(says, "  "), "%s", p->cite);
		ck_assert_msg(!p->says != !p->provision, "%s", p->cite);
		says_what_bears_it(p);
		ck_assert_msg(p->until == ICJ_DATE_NONE || p->from < p->until,
		    "%s", p->cite);
		ck_assert_msg(icj_paragraph_disposition(p) != 0, "%s",
		    p->cite);
		ck_assert_msg(!p->instead == !p->because, "%s", p->cite);
		ck_assert_msg(!(icj_paragraph_disposition(p) & ICJ_JUDGED) ==
		    !p->who, "%s", p->cite);
		ck_assert_msg(!(p->kinds & RES) == !(p->until != ICJ_DATE_NONE
		    && p->until <= icj_date_of(2015, 1, 1)), "%s", p->cite);
	}
	ck_assert_uint_eq(i, 369);
}
END_TEST

/* The first and last day of a number, as the provision's wordings have it. */
START_TEST(later_rows_have_the_days_of_the_book)
{
	const struct icj_paragraph *p;
	struct icj_wording w;
	size_t i;

	for (i = 0; (p = icj_paragraph_later_at(i)); i++) {
		icj_date from = ICJ_DATE_NONE, until = ICJ_DATE_NONE;

		for (size_t k = 0; icj_wording_at(p->provision - 1, k, NULL,
		    &w); k++) {
			if (strcmp(w.rule->cite, p->cite) != 0)
				continue;
			if (from == ICJ_DATE_NONE)
				from = w.rule->from;
			until = w.rule->until;
		}
		ck_assert_msg(p->from == from && p->until == until, "%s",
		    p->cite);
		ck_assert(p->from >= ED_2016 && icj_paragraph_says(p));
		ck_assert_uint_eq(icj_paragraph_on(p, p->from - 1), 0);
		ck_assert_uint_eq(icj_paragraph_on(p, p->from),
		    icj_paragraph_disposition(p));
		if (until != ICJ_DATE_NONE)
			ck_assert(icj_paragraph_on(p, until) &
			    (ICJ_RESCINDED | ICJ_NOT_SEEN));
		ck_assert_msg(!(icj_paragraph_disposition(p) & ICJ_JUDGED) ==
		    !p->who, "%s", p->cite);
	}
	ck_assert_uint_eq(i, 40);
}
END_TEST

/* What is new since 2015 is a row. */
START_TEST(all_that_is_new_is_there)
{
	const struct icj_paragraph *p;
	enum icj_standing was;
	struct icj_wording w;

	for (size_t i = 0; icj_provision_on(i, ED_2016 - 1, NULL, &was, &w);
	    i++) {
		bool there = was != ICJ_STANDING_NOT_YET;

		for (size_t k = 0; !there && (p = icj_paragraph_later_at(k));
		    k++)
			there = p->provision == i + 1;
		ck_assert_msg(there, "%s", w.provision);
	}
}
END_TEST

START_TEST(each_stands_there_once)
{
	const struct icj_paragraph *p;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		ck_assert_ptr_eq(icj__paragraph(p->cite), p);
}
END_TEST

START_TEST(limbs_stand_behind_their_rule)
{
	const struct icj_paragraph *p, *q, *before = NULL;

	for (size_t i = 0; (p = icj_paragraph_at(i)); before = p, i++) {
		int depth = icj_paragraph_depth(p);

		q = icj_paragraph_parent(p);
		ck_assert_msg((depth == 0) == (q == NULL), "%s", p->cite);
		if (!q)
			continue;
		ck_assert_msg(icj_paragraph_depth(q) == depth - 1, "%s in %s",
		    p->cite, q->cite);
		ck_assert_msg(depth <= icj_paragraph_depth(before) + 1, "%s",
		    p->cite);
	}
}
END_TEST

START_TEST(seventy_two_terms)
{
	const struct icj_paragraph *p, *rule = icj__paragraph("1-101");
	size_t n = 0;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (icj_paragraph_parent(p) == rule) {
			ck_assert_ptr_nonnull(p->title);
			n++;
		}
	ck_assert_uint_eq(n, 72);
}
END_TEST

/* -- What cites them ---------------------------------------------------- */

static void exists(const char *cites)
{
	char one[64];

	/* A policy of the Commission's is no rule. */
	while (*cites >= '0' && *cites <= '9') {
		size_t n = strcspn(cites, ";");

		ck_assert(n < sizeof(one));
		memcpy(one, cites, n);
		one[n] = '\0';
		ck_assert_msg(icj__paragraph(one) != NULL, "%s", one);
		cites += n;
		cites += strspn(cites, "; ");
	}
}

/* The table is that of the text of 2015: of a later number it knows nothing. */
START_TEST(rows_cite_what_exists)
{
	const struct icj_paragraph *p;
	const struct icj_rule *rule;

	for (unsigned area = 1; area < 1u << 16; area <<= 1)
		for (size_t i = 0; (rule = icj_rule_at((enum icj_area)area,
		    i)); i++)
			if (rule->from < ED_2016)
				exists(rule->cite);
	for (size_t i = 0; (rule = icj_dues_rule_at(i)); i++)
		exists(rule->cite);
	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (p->row)
			exists(p->row);
}
END_TEST

/* A duty holds no longer than the paragraph that it rests on. */
START_TEST(duties_agree_on_the_dates)
{
	const struct icj_paragraph *p;
	struct icj_duty d;

	for (size_t k = 0; icj_duty_at(k, &d); k++)
		for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
			if (icj_paragraph_cited(p, d.rule->cite))
				ck_assert_msg(d.rule->from >= p->from ||
				    strchr(d.rule->cite, ';'), "%s, %s",
				    d.id, p->cite);
}
END_TEST

START_TEST(cited)
{
	const struct icj_paragraph *p = icj__paragraph("7-105(1)");

	ck_assert(icj_paragraph_cited(p, "7-101; 7-105(1)"));
	ck_assert(icj_paragraph_cited(p, "7-105(1); 7-101"));
	ck_assert(!icj_paragraph_cited(p, "7-105(2)"));
	ck_assert(!icj_paragraph_cited(p, "7-105"));
	ck_assert(!icj_paragraph_cited(p, ""));
}
END_TEST

/* -- Finding ------------------------------------------------------------ */

static size_t find(const char *text, const struct icj_paragraph **out)
{
	return icj_paragraph_find(text, strlen(text), out, 8);
}

START_TEST(citations)
{
	static const char *const ways[][2] = {
		{"4-101(2)(d)", "4-101(2)(d)"},
		{"4-101 (2)(d)", "4-101(2)(d)"},
		{"4-101.2.d", "4-101(2)(d)"},
		{"4-101(2)D", "4-101(2)(d)"},
		{"Rule 4-101, 2 d", "4-101(2)(d)"},
		{"ICJ Rule 4-101", "4-101"},
		{"rule 4\xe2\x80\x93" "101", "4-101"},
		{"4-101(2)f1", "4-101(2)(f)(1)"},
		{"6-103a(8)", "6-103A(8)"},
		{"6-103A", "6-103A"},
		{"  6-103(2)(a)(1)  ", "6-103(2)(a)(1)"},
		{"9-102(1)(b)5", "9-102(1)(b)(5)"},
		{"section 600", "600"},
		{"600", "600"},
		{"6-104[rescinded](3)", "6-104[rescinded](3)"},
		{"6-104 rescinded 3", "6-104[rescinded](3)"},
		{"6-104(3)", "6-104[rescinded](3)"},
		{"9-101[expired]", "9-101[expired]"},
		{"1-101 absconder", "1-101 Absconder"},
		{"1-101: Absconder", "1-101 Absconder"},
		{"Rule 1-101 state committed",
		 "1-101 State Committed (Parole)"},
	};
	const struct icj_paragraph *found[8];

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		ck_assert_msg(find(ways[i][0], found) >= 1, "%s", ways[i][0]);
		ck_assert_str_eq(found[0]->cite, ways[i][1]);
	}
}
END_TEST

START_TEST(two_rules_of_one_number)
{
	const struct icj_paragraph *found[8];

	ck_assert_uint_eq(find("6-104", found), 2);
	ck_assert_str_eq(found[0]->cite, "6-104");
	ck_assert_str_eq(found[1]->cite, "6-104[rescinded]");
	ck_assert_uint_eq(find("9-101", found), 2);
	ck_assert_str_eq(found[1]->cite, "9-101[expired]");
	ck_assert_uint_eq(find("9-101(1)", found), 2);
	ck_assert_uint_eq(find("6-104[rescinded]", found), 1);
}
END_TEST

START_TEST(words)
{
	static const struct {
		const char *text, *cite;
		size_t least;
	} ways[] = {
		{"absconder", "1-101 Absconder", 3},
		{"ABSCONDER", "1-101 Absconder", 3},
		{"sex offender", "1-101 Juvenile Sex Offender", 2},
		{"offender sex", "1-101 Juvenile Sex Offender", 2},
		{"runaways", "1-101 Runaway", 2},
		{"guardian ad litem", "1-101 Guardian ad litem", 1},
		{"by-laws", "1-101 By-laws", 1},
		{"probation/parole", "1-101 Probation/Parole", 1},
		{"airport", "7-107", 1},
		{"dues formula", "2-101", 1},
		{"adjudicated", "1-101 Adjudicated", 3},
	};
	const struct icj_paragraph *found[8];

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		ck_assert_msg(find(ways[i].text, found) >= ways[i].least,
		    "%s", ways[i].text);
		ck_assert_str_eq(found[0]->cite, ways[i].cite);
	}
}
END_TEST

START_TEST(not_found)
{
	static const char *const ways[][2] = {
		{"4-101(2)(g)", "4-101(2)"}, {"4-105", "2-104"},
		{"6-104A", "5-102"}, {"6-111", "7-107"},
		{"4-109", "4-104"}, {"6-102(88)", "6-102"},
		{"abscondar", "1-101 Absconder"},
		{"travell permit", "1-101 Travel Permit"},
		{"8-101(1)(i)", "8-101(1)"},
	};
	const struct icj_paragraph *found[8];
	char text[8] = {0};

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		ck_assert_msg(find(ways[i][0], found) == 0, "%s", ways[i][0]);
		ck_assert_str_eq(icj_paragraph_near(ways[i][0],
		    strlen(ways[i][0]))->cite, ways[i][1]);
	}
	ck_assert_uint_eq(find("jso", found), 0);
	ck_assert_uint_eq(find("", found), 0);
	ck_assert_uint_eq(find("rule", found) > 0, 0);
	/* Whatever the text, there is a nearest one. */
	for (int a = 0; a < 256; a++)
		for (int b = 0; b < 256; b += 51) {
			text[0] = (char)a;
			text[1] = (char)b;
			ck_assert_ptr_nonnull(icj_paragraph_near(text, 2));
			icj_paragraph_find(text, 2, found, 8);
		}
}
END_TEST

START_TEST(every_citation_finds_itself)
{
	const struct icj_paragraph *p, *found[8];

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++) {
		size_t n = find(p->cite, found);
		bool self = false;

		for (size_t k = 0; k < n && k < 8; k++)
			self |= found[k] == p;
		ck_assert_msg(self, "%s", p->cite);
	}
}
END_TEST

/* -- Words for bits ----------------------------------------------------- */

START_TEST(names)
{
	ck_assert_str_eq(icj_kind_name(ICJ_KIND_DEADLINE), "DL");
	ck_assert_str_eq(icj_kind_name(ICJ_KIND_HEADING), "heading");
	ck_assert_str_eq(icj_kind_name(3), "");
	ck_assert_str_eq(icj_disposition_name(ICJ_DATED), "dated duty");
	ck_assert_str_eq(icj_disposition_name(0), "");
	ck_assert_str_eq(icj_disposition_name(1u << 30), "");
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("paragraph");
	TCase *t = tcase_create("table");

	tcase_add_test(t, rows_are_whole);
	tcase_add_test(t, each_stands_there_once);
	tcase_add_test(t, later_rows_have_the_days_of_the_book);
	tcase_add_test(t, all_that_is_new_is_there);
	tcase_add_test(t, limbs_stand_behind_their_rule);
	tcase_add_test(t, seventy_two_terms);
	tcase_add_test(t, rows_cite_what_exists);
	tcase_add_test(t, duties_agree_on_the_dates);
	tcase_add_test(t, cited);
	tcase_add_test(t, citations);
	tcase_add_test(t, two_rules_of_one_number);
	tcase_add_test(t, words);
	tcase_add_test(t, not_found);
	tcase_add_test(t, every_citation_finds_itself);
	tcase_add_test(t, names);
	suite_add_tcase(s, t);
	return s;
}
