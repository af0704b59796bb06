/* SPDX-License-Identifier: MIT */
/*
 * test_amend.c - an office's own rulebook: what it states holds from its day on
 * and not a day before, what is held stays as it is, and what no data can say
 * is refused.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "book/amend.h"
#include "icj_caseload.h"
#include "judge/rule.h"
#include "suite.h"

#define LAST_DAY ICJ_DAY(2030, 1, 1)
#define LATER ICJ_DAY(2026, 10, 1)

static struct icj_amend stated(const char *provision, enum icj_amend_to to)
{
	return (struct icj_amend){.provision = provision, .from = ED_2026,
	    .to = to, .source = "the office's copy"};
}

static struct icj_amend changed(const char *provision)
{
	return stated(provision, ICJ_AMEND_CHANGED);
}

static struct icj_amendments *made(const struct icj_amend *amend, size_t n)
{
	struct icj_amendments *a;
	const char *member = "";

	for (size_t i = 0; i < n; i++)
		ck_assert_msg(icj_amend_check(amend, n, i, &member) == ICJ_OK,
		    "%s.%s cannot be made", amend[i].provision, member);
	a = icj_amendments_new(amend, n);
	ck_assert_ptr_nonnull(a);
	return a;
}

static const struct wording *on_day(const struct icj_amendments *a,
    enum provision_id p, icj_date day, enum book_on want)
{
	const struct wording *w;

	ck_assert_int_eq(icj__book_on(a, P_COUNT > p ? &icj__book[p] : NULL,
	    day, &w), want);
	return w;
}

/* -- The whole book ----------------------------------------------------- */

static size_t all_same(struct icj_amend *amend, icj_date day)
{
	size_t n = 0;

	for (size_t i = 0; i < P_COUNT; i++)
		if (icj_amend_form(i, day, &amend[n])) {
			amend[n] = stated(icj__book[i].id, ICJ_AMEND_SAME);
			amend[n++].from = day;
		}
	return n;
}

static bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

/* Equal texts are one only where the compiler makes them one. */
static bool same_terms(const struct terms *a, const struct terms *b)
{
	return same_text(a->text.owed_by, b->text.owed_by) &&
	    same_text(a->text.limit, b->text.limit) &&
	    same_text(a->text.extension, b->text.extension) &&
	    same_text(a->standard, b->standard) && a->owed == b->owed &&
	    a->unit == b->unit && a->direction == b->direction &&
	    a->extension == b->extension && a->count == b->count &&
	    a->cap == b->cap;
}

/* Days are many, and each assertion is written to a file: one for all. */
static bool alike(const struct wording *a, const struct wording *b)
{
	return strcmp(a->rule.cite, b->rule.cite) == 0 &&
	    strcmp(a->rule.says, b->rule.says) == 0 &&
	    a->number == b->number && a->ground == b->ground &&
	    same_terms(&a->terms, &b->terms);
}

/* Before its first day nothing is other than without it, on any day. */
static void same_before(const struct icj_amendments *a, size_t p,
    icj_date first)
{
	bool fine = true;

	for (icj_date day = ED_2010 - 400; day < first; day += 7) {
		const struct wording *held, *w;

		fine &= icj__book_on(NULL, &icj__book[p], day, &held) ==
		    icj__book_on(a, &icj__book[p], day, &w) &&
		    alike(held, w) && held->rule.basis == w->rule.basis &&
		    held->rule.from == w->rule.from &&
		    held->rule.source == w->rule.source;
	}
	ck_assert_msg(fine, "%s", icj__book[p].id);
}

START_TEST(the_same_goes_on)
{
	static struct icj_amend amend[P_COUNT];
	size_t n = all_same(amend, ED_2026), confirmed = 0;
	struct icj_amendments *a = made(amend, n);

	for (size_t p = 0; p < P_COUNT; p++) {
		const struct wording *held, *w;
		enum book_on before = icj__book_on(NULL, &icj__book[p],
		    ED_2026, &held), on = icj__book_on(a, &icj__book[p],
		    ED_2026, &w);

		same_before(a, p, ED_2026);
		ck_assert(alike(held, w));
		if (before != GAP) {
			ck_assert_int_eq(before, on);
			continue;
		}
		confirmed++;
		ck_assert_int_eq(on, IN_FORCE);
		ck_assert_int_eq(w->rule.from, ED_2026);
		ck_assert_int_eq(w->rule.basis, ICJ_BASIS_OFFICE);
		ck_assert_str_eq(w->rule.source, "the office's copy");
		ck_assert_int_eq(icj__book_on(a, &icj__book[p], LAST_DAY, &w),
		    IN_FORCE);
	}
	ck_assert_uint_gt(confirmed, 250);
	icj_amendments_free(a);
}
END_TEST

START_TEST(all_can_go)
{
	static struct icj_amend amend[P_COUNT];
	size_t n = all_same(amend, LATER), needed = 0;
	struct icj_amendments *a;

	for (size_t i = 0; i < n; i++) {
		amend[i].to = ICJ_AMEND_GONE;
		if (icj_amend_check(&amend[i], 1, 0, NULL) == ICJ_OK)
			continue;
		ck_assert_int_eq(icj_amend_check(&amend[i], 1, 0, NULL),
		    ICJ_E_NEEDED);
		amend[i].to = ICJ_AMEND_SAME;
		needed++;
	}
	ck_assert_uint_lt(needed, 12);
	a = made(amend, n);
	for (size_t p = 0; p < P_COUNT; p++) {
		const struct wording *held, *w;
		enum book_on before = icj__book_on(NULL, &icj__book[p],
		    LATER, &held);

		if (icj__book_on(a, &icj__book[p], LATER, &w) == IN_FORCE)
			continue; /* one of those needed */
		same_before(a, p, LATER);
		ck_assert_int_eq(icj__book_on(a, &icj__book[p], LATER, &w),
		    before == GAP ? GONE : before);
		if (before == GAP)
			ck_assert_int_eq(icj__gone_since(w), LATER);
	}
	icj_amendments_free(a);
}
END_TEST

/* Whatever the form says can be said: nothing changes by it. */
static void fill_form(size_t p)
{
	struct icj_amend form;
	const char *member;

	if (!icj_amend_form(p, ED_2026, &form))
		return;
	form.to = ICJ_AMEND_CHANGED;
	form.source = "a form";
	ck_assert_msg(icj_amend_check(&form, 1, 0, &member) == ICJ_OK ||
	    (strcmp(member, "extension") == 0 && form.extension),
	    "%s.%s", form.provision, member);
	form.extension = NULL;
	form.cap = 0;

	struct icj_amendments *a = made(&form, 1);
	const struct wording *held, *w;

	icj__book_on(NULL, &icj__book[p], ED_2026, &held);
	ck_assert_int_eq(icj__book_on(a, &icj__book[p], ED_2026, &w),
	    IN_FORCE);
	ck_assert(alike(held, w));
	icj_amendments_free(a);
}

START_TEST(the_form_changes_nothing)
{
	for (size_t p = 0; p < P_COUNT; p++)
		fill_form(p);
}
END_TEST

/* The limit is said as the book has it: another number, and back. */
static bool change_limit(size_t p)
{
	struct icj_amend amend[2];
	const struct wording *held, *w;
	struct icj_amendments *a;

	if (!icj_amend_form(p, ED_2026, &amend[0]) ||
	    amend[0].to == ICJ_AMEND_GONE || !amend[0].unit)
		return false;
	amend[0] = changed(icj__book[p].id);
	amend[1] = changed(icj__book[p].id);
	amend[1].from = LATER;
	icj__book_on(NULL, &icj__book[p], ED_2026, &held);
	amend[0].number = held->terms.count + 1;
	amend[1].number = held->terms.count;
	a = made(amend, 2);
	w = on_day(a, (enum provision_id)p, ED_2026, IN_FORCE);
	ck_assert_int_eq(w->terms.count, held->terms.count + 1);
	ck_assert_str_ne(w->terms.text.limit, held->terms.text.limit);
	w = on_day(a, (enum provision_id)p, LATER, IN_FORCE);
	if (strcmp(held->terms.text.limit, "next business day") == 0)
		ck_assert_str_eq(w->terms.text.limit, "1 business day");
	else
		ck_assert_str_eq(w->terms.text.limit,
		    held->terms.text.limit);
	ck_assert_str_eq(w->rule.says, held->rule.says);
	icj_amendments_free(a);
	return true;
}

START_TEST(limits_are_said_alike)
{
	size_t changed_all = 0;

	for (size_t p = 0; p < P_COUNT; p++)
		changed_all += change_limit(p);
	ck_assert_uint_gt(changed_all, 25);
}
END_TEST

/* -- One provision ------------------------------------------------------ */

START_TEST(all_that_can_change)
{
	struct icj_amend one = changed("voluntary-return");
	struct icj_amendments *a;
	const struct wording *w;

	one.cite = "6-102(11)";
	one.sentence = "The home state brings the juvenile home.";
	one.number = 7;
	one.unit = "calendar-days";
	one.cap = 3;
	one.owed_by = "holding";
	a = made(&one, 1);
	w = on_day(a, P_voluntary_return, ED_2026, IN_FORCE);
	ck_assert_str_eq(w->rule.cite, "6-102(11)");
	ck_assert_str_eq(w->rule.says, one.sentence);
	ck_assert_int_eq(w->terms.count, 7);
	ck_assert_int_eq(w->terms.unit, CALENDAR);
	ck_assert_str_eq(w->terms.text.limit, "7 calendar days");
	ck_assert_int_eq(w->terms.extension, BOTH_CAPPED);
	ck_assert_int_eq(w->terms.cap, 3);
	ck_assert_str_eq(w->terms.text.extension,
	    "both offices, up to 3 business days more");
	ck_assert_int_eq(w->terms.owed, BY_holding);
	ck_assert_str_eq(w->terms.text.owed_by, "holding");
	ck_assert_str_eq(w->terms.standard, "B-01");
	w = on_day(a, P_voluntary_return, ED_2026 - 1, IN_FORCE);
	ck_assert_str_eq(w->rule.cite, "6-102(10)");
	ck_assert_int_eq(w->terms.count, 5);
	icj_amendments_free(a);
}
END_TEST

START_TEST(extensions)
{
	static const struct {
		const char *provision, *extension;
		int32_t cap;
		enum extension want;
		const char *text;
	} cases[] = {
		{"voluntary-return", "none", 0, NOT_EXTENDED, NULL},
		{"voluntary-return", "on-request", 0, ONE_OFFICE, "on request"},
		{"voluntary-return", "both-offices", 0, BOTH_CAPPED,
		    "both offices, up to 5 business days more"},
		{"voluntary-return", NULL, -1, BOTH_OFFICES, "both offices"},
		{"voluntary-return", "both-offices", 1, BOTH_CAPPED,
		    "both offices, up to 1 business day more"},
		{"placement", "both-offices", 0, BOTH_OFFICES, "both offices"},
		{"placement", "both-offices", 9, BOTH_CAPPED,
		    "both offices, up to 9 business days more"},
		{"requisition-return", "both-offices", 0, BOTH_OFFICES,
		    "both offices"},
		{"due-process-return", NULL, 6, BOTH_CAPPED,
		    "both offices, up to 6 business days more"},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct icj_amend one = changed(cases[i].provision);
		struct icj_amendments *a;
		const struct wording *w;

		one.extension = cases[i].extension;
		one.cap = cases[i].cap;
		a = made(&one, 1);
		w = on_day(a, (enum provision_id)
		    icj__provision_named(one.provision), ED_2026, IN_FORCE);
		ck_assert_msg(w->terms.extension == cases[i].want, "case %zu",
		    i);
		ck_assert_pstr_eq(w->terms.text.extension, cases[i].text);
		icj_amendments_free(a);
	}
}
END_TEST

START_TEST(numbers_in_sentences)
{
	struct icj_amend one = changed("stay-over-90-days");
	struct icj_amendments *a;
	const struct wording *w;

	one.number = 60;
	a = made(&one, 1);
	w = on_day(a, P_stay_over_90_days, ED_2026, IN_FORCE);
	ck_assert_int_eq(w->number, 60);
	ck_assert_ptr_nonnull(strstr(w->rule.says, " 60 "));
	ck_assert_ptr_null(strstr(w->rule.says, "90"));
	icj_amendments_free(a);
	/* Written in words. */
	one = changed("vote-dissolution");
	one.number = 2;
	ck_assert_int_eq(icj_amend_check(&one, 1, 0, NULL), ICJ_E_SENTENCE);
	one.sentence = "Two are left.";
	ck_assert_int_eq(icj_amend_check(&one, 1, 0, NULL), ICJ_OK);
}
END_TEST

/* In whatever order they come, each rests on the one before. */
START_TEST(one_after_the_other)
{
	struct icj_amend two[4];

	two[0] = changed("home-evaluation");
	two[0].from = LATER;
	two[0].cite = "4-102(9)";
	two[1] = changed("home-evaluation");
	two[1].number = 30;
	two[2] = stated("home-evaluation", ICJ_AMEND_GONE);
	two[2].from = LATER + 100;
	two[3] = changed("home-evaluation");
	two[3].from = LATER + 200;
	two[3].cite = "4-200";
	for (int turn = 0; turn < 4; turn++) {
		struct icj_amendments *a = made(two, 4);
		const struct wording *w;
		struct icj_amend first = two[0];

		w = on_day(a, P_home_evaluation, LATER - 1, IN_FORCE);
		ck_assert_str_eq(w->rule.cite, "4-102(4)");
		ck_assert_int_eq(w->terms.count, 30);
		ck_assert_int_eq(w->rule.until, LATER);
		w = on_day(a, P_home_evaluation, LATER, IN_FORCE);
		ck_assert_str_eq(w->rule.cite, "4-102(9)");
		ck_assert_int_eq(w->terms.count, 30);
		on_day(a, P_home_evaluation, LATER + 99, IN_FORCE);
		on_day(a, P_home_evaluation, LATER + 100, GONE);
		on_day(a, P_home_evaluation, LATER + 199, GONE);
		w = on_day(a, P_home_evaluation, LATER + 200, IN_FORCE);
		ck_assert_str_eq(w->rule.cite, "4-200");
		icj_amendments_free(a);
		memmove(two, two + 1, 3 * sizeof(*two));
		two[3] = first;
	}
}
END_TEST

/* Who states what an edition says states nothing of the one after it. */
START_TEST(until_the_next_edition)
{
	static const struct {
		icj_date from, until;
	} spans[] = {
		{ED_2016, ED_2018}, {ED_2016_OCT, ED_2018},
		{ED_2018, ED_2020}, {ED_2020, ED_2022},
		{ED_2020_APR, ED_2022}, {ED_2022, ED_2024},
		{ED_2024, ED_2026}, {ED_2026 - 1, ED_2026},
	};
	struct icj_amend one = changed("requisition-hearing");
	struct icj_amendments *a;

	one.number = 20;
	for (size_t i = 0; i < sizeof(spans) / sizeof(*spans); i++) {
		one.from = spans[i].from;
		ck_assert_int_eq(icj_edition_after(one.from), spans[i].until);
		a = made(&one, 1);
		on_day(a, P_requisition_hearing, one.from - 1,
		    one.from == ED_2016 ? IN_FORCE : GAP);
		on_day(a, P_requisition_hearing, one.from, IN_FORCE);
		on_day(a, P_requisition_hearing, spans[i].until - 1, IN_FORCE);
		ck_assert_int_eq(on_day(a, P_requisition_hearing,
		    spans[i].until, GAP)->terms.count, 20);
		on_day(a, P_requisition_hearing, LATER, GAP);
		icj_amendments_free(a);
	}
	/* Of the latest edition known of it lasts, and what is gone does. */
	ck_assert_int_eq(icj_edition_after(ED_2026), ICJ_DATE_NONE);
	one.from = ED_2026;
	a = made(&one, 1);
	on_day(a, P_requisition_hearing, LATER, IN_FORCE);
	icj_amendments_free(a);
	one = stated("requisition-hearing", ICJ_AMEND_GONE);
	one.from = ED_2018;
	a = made(&one, 1);
	on_day(a, P_requisition_hearing, LATER, GONE);
	icj_amendments_free(a);
}
END_TEST

/* Of 2016 to 2022 nothing is held of it: what is stated there ends where the
 * next wording begins, or it is seen to be gone. */
START_TEST(within_a_gap)
{
	struct icj_amend two[2];
	struct icj_amendments *a;
	const struct wording *w;

	two[0] = changed("early-parolee");
	two[0].from = ED_2018;
	two[0].cite = "4-102(7)";
	two[1] = stated("early-parolee", ICJ_AMEND_GONE);
	two[1].from = ED_2020;
	a = made(two, 2);
	on_day(a, P_early_parolee, ED_2018 - 1, GAP);
	w = on_day(a, P_early_parolee, ED_2018, IN_FORCE);
	ck_assert_str_eq(w->rule.cite, "4-102(7)");
	on_day(a, P_early_parolee, ED_2020, GONE);
	w = on_day(a, P_early_parolee, ED_2022, IN_FORCE);
	ck_assert_int_eq(w->rule.basis, ICJ_BASIS_UNDATED);
	on_day(a, P_early_parolee, ED_2026, GAP);
	icj_amendments_free(a);
	/* Seen to be gone by 2022, whatever an office states before. */
	two[0] = changed("forward-case");
	two[0].from = ED_2018;
	two[0].number = 9;
	a = made(two, 1);
	w = on_day(a, P_forward_case, ED_2020 - 1, IN_FORCE);
	ck_assert_int_eq(w->terms.count, 9);
	w = on_day(a, P_forward_case, ED_2020, GAP);
	ck_assert_int_eq(w->terms.count, 9);
	on_day(a, P_forward_case, ED_2022 - 1, GAP);
	on_day(a, P_forward_case, ED_2022, GONE);
	icj_amendments_free(a);
	/* And later it has to be made anew. */
	two[1] = changed("forward-case");
	two[1].number = 3;
	ck_assert_int_eq(icj_amend_check(two, 2, 1, NULL), ICJ_E_IS_GONE);
	two[1].cite = "4-102";
	a = made(two, 2);
	on_day(a, P_forward_case, ED_2026 - 1, GONE);
	w = on_day(a, P_forward_case, ED_2026, IN_FORCE);
	ck_assert_int_eq(w->terms.count, 3);
	icj_amendments_free(a);
}
END_TEST

/* -- What is refused ---------------------------------------------------- */

static void refused(const struct icj_amend *a, enum icj_err err,
    const char *member)
{
	const char *got = "";

	ck_assert_msg(icj_amend_check(a, 1, 0, &got) == err,
	    "%s: %s instead of %s", a->provision,
	    icj_strerror(icj_amend_check(a, 1, 0, NULL)), icj_strerror(err));
	ck_assert_str_eq(got, member);
	ck_assert_ptr_null(icj_amendments_new(a, 1));
}

START_TEST(refusals)
{
	static const struct {
		struct icj_amend a;
		enum icj_err err;
		const char *member;
	} cases[] = {
		{{.provision = "no-such-thing"}, ICJ_E_PROVISION, "provision"},
		{{.provision = "home-evaluation", .from = ED_2026 - 1},
		    ICJ_E_HELD, "from"},
		{{.provision = "home-evaluation", .from = ED_2010 - 1},
		    ICJ_E_HELD, "from"},
		{{.provision = "denied-residing", .from = ED_2020},
		    ICJ_E_HELD, "from"},
		{{.provision = "training-mentoring"}, ICJ_E_HELD, "from"},
		{{.provision = "home-evaluation", .source = ""},
		    ICJ_E_WORDING, "source"},
		{{.provision = "home-evaluation", .cite = " "},
		    ICJ_E_WORDING, "cite"},
		{{.provision = "home-evaluation", .sentence = "a\nb"},
		    ICJ_E_WORDING, "sentence"},
		{{.provision = "joins-household", .number = 3},
		    ICJ_E_NO_NUMBER, "number"},
		{{.provision = "committee-draft", .number = 3},
		    ICJ_E_NO_NUMBER, "number"},
		{{.provision = "home-evaluation", .number = 10000},
		    ICJ_E_RANGE, "number"},
		{{.provision = "home-evaluation", .number = -1},
		    ICJ_E_RANGE, "number"},
		{{.provision = "home-evaluation", .unit = "weeks"},
		    ICJ_E_UNIT, "unit"},
		{{.provision = "home-evaluation", .unit = "hours"},
		    ICJ_E_UNIT, "unit"},
		{{.provision = "parole-referral", .unit = "business-days"},
		    ICJ_E_UNIT, "unit"},
		{{.provision = "airport-notice", .unit = "calendar-days"},
		    ICJ_E_UNIT, "unit"},
		{{.provision = "stay-over-90-days", .unit = "calendar-days"},
		    ICJ_E_NO_DUTY, "unit"},
		{{.provision = "stay-over-90-days", .owed_by = "sending"},
		    ICJ_E_NO_DUTY, "owed_by"},
		{{.provision = "stay-over-90-days", .extension = "none"},
		    ICJ_E_NO_DUTY, "extension"},
		{{.provision = "stay-over-90-days", .cap = 3},
		    ICJ_E_NO_DUTY, "cap"},
		{{.provision = "home-evaluation", .owed_by = "nobody"},
		    ICJ_E_OWNER, "owed_by"},
		{{.provision = "due-process-return", .owed_by = "sending"},
		    ICJ_E_OWNER, "owed_by"},
		{{.provision = "voluntary-return", .extension = "ask"},
		    ICJ_E_EXTENSION, "extension"},
		{{.provision = "voluntary-return", .extension = ""},
		    ICJ_E_EXTENSION, "extension"},
		{{.provision = "home-evaluation",
		    .extension = "both-offices"}, ICJ_E_NOT_EXTENDABLE,
		    "extension"},
		{{.provision = "placement", .cap = 3}, ICJ_E_CAP, "cap"},
		{{.provision = "voluntary-return", .cap = -2}, ICJ_E_RANGE,
		    "cap"},
		{{.provision = "forward-case", .number = 3}, ICJ_E_IS_GONE,
		    "cite"},
	};
	static char text[AMEND_SENTENCE + 2];
	struct icj_amend one, twice[2];

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		one = cases[i].a;
		one.from = one.from ? one.from : ED_2026;
		one.source = one.source ? one.source : "ours";
		one.to = ICJ_AMEND_CHANGED;
		refused(&one, cases[i].err, cases[i].member);
	}
	memset(text, 'x', sizeof(text) - 1);
	one = changed("home-evaluation");
	one.sentence = text;
	refused(&one, ICJ_E_WORDING, "sentence");
	text[AMEND_SENTENCE] = '\0';
	ck_assert_int_eq(icj_amend_check(&one, 1, 0, NULL), ICJ_OK);
	twice[0] = twice[1] = one;
	twice[1].to = ICJ_AMEND_GONE;
	ck_assert_int_eq(icj_amend_check(twice, 2, 0, NULL), ICJ_OK);
	ck_assert_int_eq(icj_amend_check(twice, 2, 1, NULL), ICJ_E_TWICE);
	ck_assert_ptr_null(icj_amendments_new(twice, 2));
}
END_TEST

START_TEST(not_without_end)
{
	static struct icj_amend amend[80];
	struct icj_amendments *a;

	for (size_t i = 0; i < COUNT_OF(amend); i++) {
		amend[i] = stated("home-evaluation", ICJ_AMEND_SAME);
		amend[i].from += (icj_date)i;
	}
	ck_assert_int_eq(icj_amend_check(amend, 80, 3, NULL), ICJ_E_TOO_MANY);
	a = made(amend, 50);
	on_day(a, P_home_evaluation, ED_2026 + 60, IN_FORCE);
	icj_amendments_free(a);
	a = made(NULL, 0);
	on_day(a, P_home_evaluation, ED_2026, GAP);
	icj_amendments_free(a);
}
END_TEST

/* -- Random rulebooks --------------------------------------------------- */

static uint64_t amend_seed = 20260401;

static unsigned pick_amend(unsigned n)
{
	amend_seed ^= amend_seed << 13;
	amend_seed ^= amend_seed >> 7;
	amend_seed ^= amend_seed << 17;
	return (unsigned)(amend_seed >> 33) % n;
}

static struct icj_amend some_amend(void)
{
	static const char *const units[] = {
		NULL, NULL, "calendar-days", "business-days", "hours"
	};
	static const char *const ways[] = {
		NULL, NULL, "none", "both-offices", "on-request"
	};
	static const char *const owners[] = {
		NULL, NULL, "sending", "home", "either"
	};
	size_t p = pick_amend(4) ? P_forward_case + pick_amend(30) :
	    pick_amend(P_COUNT);
	struct icj_amend a = stated(icj__book[p].id,
	    (enum icj_amend_to)pick_amend(3));

	a.from = ED_2016 + (icj_date)pick_amend(4600);
	a.number = (int32_t)pick_amend(3) * 17;
	a.unit = units[pick_amend(5)];
	a.extension = ways[pick_amend(5)];
	a.cap = pick_amend(3) ? 0 : 4;
	a.owed_by = owners[pick_amend(5)];
	a.cite = pick_amend(2) ? "9-999" : NULL;
	a.sentence = pick_amend(3) ? NULL : "It is said anew.";
	return a;
}

/* Wordings follow one another without overlaps, and on each day stands what the
 * last amendment before it stated, unless a wording is held or another edition
 * took effect since. */
static bool check_random(const struct icj_amendments *a,
    const struct icj_amend *amend, size_t n, size_t p)
{
	const struct provision *x = &a->book[p];
	bool fine = true;

	for (size_t k = 1; k < x->wordings; k++) {
		const struct icj_rule *before = &x->wording[k - 1].rule;

		fine &= before->from < x->wording[k].rule.from &&
		    before->until != ICJ_DATE_NONE &&
		    before->until <= x->wording[k].rule.from;
	}
	for (icj_date day = ED_2014; day < LAST_DAY; day += 5) {
		const struct wording *held, *w;
		enum book_on was = icj__book_on(NULL, &icj__book[p], day,
		    &held), on = icj__book_on(a, &icj__book[p], day, &w);
		const struct icj_amend *last = NULL;

		for (size_t i = 0; i < n; i++)
			if (strcmp(amend[i].provision, x->id) == 0 &&
			    amend[i].from <= day && amend[i].from >=
			    held->rule.until && (!last ||
			    amend[i].from > last->from))
				last = &amend[i];
		if (was == IN_FORCE || was == NOT_YET || !last) {
			fine &= was == on && alike(held, w);
		} else if (was == GONE && last->from < icj__gone_since(held)) {
			fine &= was == on;
		} else if (last->to == ICJ_AMEND_GONE) {
			fine &= on == GONE;
		} else if (last->to == ICJ_AMEND_CHANGED) {
			icj_date next = icj_edition_after(last->from);

			fine &= on == (next != ICJ_DATE_NONE && day >= next ?
			    GAP : IN_FORCE) &&
			    w->rule.from == last->from &&
			    w->rule.basis == ICJ_BASIS_OFFICE;
		}
	}
	return fine;
}

START_TEST(random_rulebooks)
{
	struct icj_amend amend[40];
	size_t made_all = 0;

	for (int i = 0; i < help_times(300); i++) {
		size_t n = 0;
		struct icj_amendments *a;

		while (n < 3 + (size_t)i % 30) {
			amend[n] = some_amend();
			if (icj_amend_check(amend, n + 1, n, NULL) == ICJ_OK)
				made_all++;
			else
				amend[n].to = ICJ_AMEND_SAME;
			if (icj_amend_check(amend, n + 1, n, NULL) == ICJ_OK)
				n++;
		}
		/* One can be spoilt by a later one with an earlier day. */
		a = icj_amendments_new(amend, n);
		for (size_t k = 0; a && k < n; k++)
			ck_assert_msg(check_random(a, amend, n,
			    icj__provision_named(amend[k].provision)),
			    "rulebook %d, %s", i, amend[k].provision);
		icj_amendments_free(a);
	}
	ck_assert_uint_gt(made_all, (size_t)help_times(300));
}
END_TEST

/* -- Answers ------------------------------------------------------------ */

static void say(struct icj_case *c, const char *name, const char *value)
{
	ck_assert_int_eq(icj_case_set(c, icj_field_find(name, strlen(name)),
	    value, strlen(value)), ICJ_OK);
}

/* Dated by the law of an office, of nobody, of another, in turn: what was
 * looked up and counted by one is not another's. */
START_TEST(counts_are_the_offices)
{
	struct icj_amend one[2] = {changed("sex-offender-referral"),
	    changed("sex-offender-referral")};
	struct icj_amendments *office[3] = {NULL};
	struct icj_calendar *calendar = icj_calendar_new(NULL, 0, NULL, 0);
	struct icj_counts *counts = icj_counts_new();
	struct icj_context ctx = ICJ_CONTEXT_INIT;
	struct icj_case *c = icj_case_new();
	const char *names[] = {"permit_issued", "sending_state",
	    "receiving_state", "sex_offender", "guardian_in_sending_state",
	    "guardian_in_receiving_state"};
	const char *values[] = {"2026-04-01", "TX", "OH", "yes", "no", "yes"};
	size_t which = 0;

	one[0].number = 3;
	one[1].number = 4;
	one[1].unit = "calendar-days";
	office[1] = made(&one[0], 1);
	office[2] = made(&one[1], 1);
	ctx.as_of = (struct icj_time){ED_2026 + 90, ICJ_NO_CLOCK,
	    ICJ_NO_OFFSET};
	ctx.calendar = calendar;
	for (size_t i = 0; i < COUNT_OF(names); i++)
		say(c, names[i], values[i]);
	for (int i = 0; i < 9; i++) {
		struct icj_due due, alone;

		ctx.amendments = office[i % 3];
		for (which = 0; icj_due(c, &ctx, which, &alone); which++)
			if (strcmp(alone.duty.id, one[0].provision) == 0)
				break;
		ck_assert(icj_due_counted(c, &ctx, counts, which, &due));
		ck_assert_int_eq(due.due.date, alone.due.date);
		ck_assert_int_eq(due.basis, alone.basis);
		ck_assert_str_eq(due.note, alone.note);
		ck_assert_int_eq(due.basis, i % 3 ? ICJ_BASIS_OFFICE :
		    ICJ_BASIS_NEAREST);
		ck_assert_int_eq(due.due.date, i % 3 == 0 ? ED_2026 + 14 :
		    i % 3 == 1 ? ED_2026 + 5 : ED_2026 + 4);
	}
	icj_counts_free(counts);
	icj_case_free(c);
	icj_calendar_free(calendar);
	icj_amendments_free(office[1]);
	icj_amendments_free(office[2]);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("amend");
	TCase *t = tcase_create("amendments");

	tcase_set_timeout(t, 60);
	tcase_add_test(t, the_same_goes_on);
	tcase_add_test(t, all_can_go);
	tcase_add_test(t, the_form_changes_nothing);
	tcase_add_test(t, limits_are_said_alike);
	tcase_add_test(t, all_that_can_change);
	tcase_add_test(t, extensions);
	tcase_add_test(t, numbers_in_sentences);
	tcase_add_test(t, one_after_the_other);
	tcase_add_test(t, until_the_next_edition);
	tcase_add_test(t, within_a_gap);
	tcase_add_test(t, refusals);
	tcase_add_test(t, not_without_end);
	tcase_add_test(t, random_rulebooks);
	tcase_add_test(t, counts_are_the_offices);
	suite_add_tcase(s, t);
	return s;
}
