/* SPDX-License-Identifier: MIT */
/*
 * test_eligible.c - Rule 4-101: the cases of tests/rules/eligible.tsv, and laws
 * that hold for every combination of facts, tried exhaustively.
 */
#include "answer_help.h"

#include <stdio.h>
#include <string.h>

#include "icj.h"
#include "facts/fact.h"
#include "judge/rule.h"

static struct icj_case *c, *scratch;
static struct icj_report *r;
static struct icj_context ctx;

static icj_date day(const char *text)
{
	icj_date d;

	ck_assert_int_eq(icj_date_parse(text, strlen(text), NULL, &d), ICJ_OK);
	return d;
}

static const char *serves(const struct icj_field *f)
{
	return icj_field_rule(f, NULL, ICJ_DATE_NONE);
}

static void set_up(void)
{
	c = icj_case_new();
	scratch = icj_case_new();
	r = icj_report_new();
	memset(&ctx, 0, sizeof(ctx));
	ctx.edition = ICJ_DATE_NONE;
	ctx.as_of.date = day("2015-06-01");
	ctx.as_of.second = ICJ_NO_CLOCK;
	ctx.as_of.offset = ICJ_NO_OFFSET;
}

static void tear_down(void)
{
	icj_case_free(c);
	icj_case_free(scratch);
	icj_report_free(r);
}

static void set(enum field_id f, const char *text)
{
	ck_assert_msg(icj_case_set(c, icj_field_at(f), text, strlen(text)) ==
	    ICJ_OK, "%s=%s", icj_field_at(f)->name, text);
}

/* As the lines of tests/rules/eligible.tsv have them. */
static void set_all(const char *facts)
{
	help_facts(c, facts);
}

static const char *facts(enum icj_role role)
{
	static char buf[512];
	const struct icj_field *f;

	buf[0] = '\0';
	for (size_t i = 0; (f = icj_report_fact(r, role, i)); i++) {
		strcat(buf, i ? "; " : "");
		strcat(buf, f->name);
	}
	return buf;
}

/* -- The table ---------------------------------------------------------- */

static void expect(struct help_asked *a, void *arg)
{
	(void)arg;
	help_expect(a, icj_tri_name(icj_eligible(a->c, &a->ctx, a->r)), NULL,
	    NULL);
}

START_TEST(table)
{
	help_with(_i, 5, expect, NULL);
}
END_TEST

/* -- Domains ------------------------------------------------------------ */

/* A fact and the values that it is tried with; none of them: not known. */
struct dim {
	enum field_id field;
	const char *value[4];
	const char *contrary; /* to the presumption; NULL: none is made */
};

static const struct dim limbs[] = {
	{F_juvenile_in_sending_state, {"no", "yes", NULL}, NULL},
	{F_plan_days, {"90", "91", NULL}, NULL},
	{F_supervision_days_left, {"90", "91", NULL}, NULL},
	{F_residence, {"residential-facility", "parent", NULL}, NULL},
	{F_incarcerated, {"no", "yes", NULL}, "yes"},
	{F_full_time_student, {"no", "yes", NULL}, NULL},
	{F_school, {"other", "accredited-college", NULL}, NULL},
	{F_proof_of_acceptance, {"no", "yes", NULL}, NULL},
	{F_proof_of_enrollment, {"no", "yes", NULL}, NULL},
	{F_only_restitution, {"no", "yes", NULL}, "yes"},
};

static const struct dim parties[] = {
	{F_sending_state, {"TX", "PR", "GA", NULL}, "PR"},
	{F_receiving_state, {"OK", "PR", "GA", NULL}, "PR"},
	{F_transfer_requested, {"2014-06-30", "2014-07-01", NULL}, NULL},
	{F_supervision_ends, {"2014-09-28", "2014-09-29", "indefinite", NULL},
	 NULL},
	{F_supervision_days_left, {"90", "91", "indefinite", NULL}, NULL},
	{F_adjudication, {"accused-delinquent", "deferred-adjudication", NULL},
	 NULL},
	{F_only_restitution, {"no", "yes", NULL}, "yes"},
	{F_icpc, {"no", "yes", NULL}, "yes"},
};

#define DIMS_MAX 10

static int values_of(const struct dim *d)
{
	int n = 0;

	while (n < 4 && d->value[n])
		n++;
	return n;
}

/* An assignment: the number of a value, or -1 for not known. */
static bool next_assignment(const struct dim *dims, int n, int at[DIMS_MAX])
{
	for (int i = 0; i < n; i++) {
		if (++at[i] < values_of(&dims[i]))
			return true;
		at[i] = -1;
	}
	return false;
}

static void assign(const struct dim *dims, int i, int value)
{
	const struct icj_field *f = icj_field_at(dims[i].field);

	if (value < 0)
		icj_case_unset(c, f);
	else
		set(dims[i].field, dims[i].value[value]);
}

static void assign_all(const struct dim *dims, int n, const int at[DIMS_MAX])
{
	for (int i = 0; i < n; i++)
		assign(dims, i, at[i]);
}

static bool in_role(enum icj_role role, enum field_id field)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_report_fact(r, role, i)); i++)
		if (icj__field_id(f) == field)
			return true;
	return false;
}

/* -- A fact supplied overturns nothing ---------------------------------- */

/* Days left are used instead of dates already given: another statement, not
 * another fact. */
static bool is_restated(enum field_id f)
{
	return f == F_supervision_days_left &&
	    icj_case_has(c, icj_field_at(F_supervision_ends));
}

static void check_supplied(const struct dim *dims, int i, enum icj_tri verdict,
    bool assumed)
{
	for (int k = 0; k < values_of(&dims[i]); k++) {
		enum icj_tri v;

		assign(dims, i, k);
		v = icj_eligible(c, &ctx, r);
		ck_assert_msg(v == verdict || assumed ||
		    is_restated(dims[i].field), "%s=%s turns %s into %s",
		    icj_field_at(dims[i].field)->name, dims[i].value[k],
		    icj_tri_name(verdict), icj_tri_name(v));
	}
	assign(dims, i, -1);
}

static void monotone(const struct dim *dims, int n)
{
	int at[DIMS_MAX];

	for (int i = 0; i < DIMS_MAX; i++)
		at[i] = -1;
	do {
		bool assumed[DIMS_MAX];
		enum icj_tri verdict;

		assign_all(dims, n, at);
		verdict = icj_eligible(c, &ctx, r);
		if (verdict == ICJ_UNKNOWN)
			continue;
		ck_assert_str_eq(facts(ICJ_MISSING), "");
		if (ctx.strict)
			ck_assert_str_eq(facts(ICJ_ASSUMED), "");
		for (int i = 0; i < n; i++)
			assumed[i] = in_role(ICJ_ASSUMED, dims[i].field);
		for (int i = 0; i < n; i++)
			if (at[i] < 0)
				check_supplied(dims, i, verdict, assumed[i]);
	} while (next_assignment(dims, n, at));
}

/* What the domain leaves out holds. */
START_TEST(nothing_is_overturned)
{
	ctx.strict = _i % 2;
	if (_i / 2 == 0) {
		/* (a) is of the same kind as the next */
		set_all("base surely incarcerated=unknown");
		monotone(limbs + 1, (int)COUNT_OF(limbs) - 1);
	} else {
		ctx.as_of.date = day(_i / 2 == 1 ? "2014-06-30" :
		    "2014-07-01");
		set_all("base surely icpc=unknown");
		monotone(parties, (int)COUNT_OF(parties));
	}
}
END_TEST

/* -- What is missing, what was assumed ---------------------------------- */

/* The verdicts of all complete assignments of two values each. */
static uint8_t complete[1 << DIMS_MAX];

static void judge_complete(const struct dim *dims, int n)
{
	for (int bits = 0; bits < 1 << n; bits++) {
		for (int i = 0; i < n; i++)
			assign(dims, i, bits >> i & 1);
		complete[bits] = (uint8_t)icj_eligible(c, &ctx, r);
		ck_assert_int_ne(complete[bits], ICJ_UNKNOWN);
	}
}

/* By brute force: which of the open facts can matter, as bits, and whether
 * both verdicts can come out. */
static unsigned matters(int n, unsigned known, unsigned values, bool *open)
{
	unsigned free_bits = ~known & ((1u << n) - 1), sub = 0, found = 0;
	bool seen[3] = {false, false, false};

	do {
		unsigned bits = values | sub;

		seen[complete[bits]] = true;
		for (int i = 0; i < n; i++)
			if (free_bits & 1u << i &&
			    complete[bits] != complete[bits ^ 1u << i])
				found |= 1u << i;
		sub = (sub - free_bits) & free_bits;
	} while (sub);
	*open = seen[ICJ_NO] && seen[ICJ_YES];
	return found;
}

/* UNKNOWN exactly when both answers are possible, and then it names exactly
 * the facts that can matter, those presumed left aside. */
START_TEST(missing_is_exact)
{
	int n = (int)COUNT_OF(limbs), at[DIMS_MAX];

	ctx.strict = _i;
	set_all("base surely transfer_requested=unknown");
	judge_complete(limbs, n);
	for (int i = 0; i < n; i++)
		at[i] = -1;
	do {
		unsigned known = 0, values = 0, named = 0, can;
		bool open;

		for (int i = 0; i < n; i++) {
			bool presumed = at[i] < 0 && !ctx.strict &&
			    limbs[i].contrary;

			known |= (unsigned)(at[i] >= 0 || presumed) << i;
			values |= (unsigned)(at[i] == 1) << i;
		}
		assign_all(limbs, n, at);
		can = matters(n, known, values, &open);
		ck_assert_int_eq(icj_eligible(c, &ctx, r), open ? ICJ_UNKNOWN :
		    (enum icj_tri)complete[values]);
		for (int i = 0; i < n; i++)
			named |= (unsigned)in_role(ICJ_MISSING,
			    limbs[i].field) << i;
		ck_assert_msg(named == can, "%x named, %x can matter: %s",
		    named, can, facts(ICJ_MISSING));
	} while (next_assignment(limbs, n, at));
}
END_TEST

static void assumed_exactly(const struct dim *dims, int n)
{
	int at[DIMS_MAX];

	for (int i = 0; i < DIMS_MAX; i++)
		at[i] = -1;
	do {
		bool named[DIMS_MAX];
		enum icj_tri verdict;

		assign_all(dims, n, at);
		verdict = icj_eligible(c, &ctx, r);
		for (int i = 0; i < n; i++)
			named[i] = in_role(ICJ_ASSUMED, dims[i].field);
		for (int i = 0; i < n; i++) {
			const struct icj_field *f =
			    icj_field_at(dims[i].field);

			if (!dims[i].contrary || at[i] >= 0) {
				ck_assert(!named[i] || dims[i].field ==
				    F_transfer_requested);
				continue;
			}
			set(dims[i].field, dims[i].contrary);
			ck_assert_msg((icj_eligible(c, &ctx, r) != verdict) ==
			    named[i], "%s", f->name);
			icj_case_unset(c, f);
		}
	} while (next_assignment(dims, n, at));
}

/* Assumed are exactly the facts whose being true would change the verdict. */
START_TEST(assumed_is_exact)
{
	set_all(_i ? "base" : "base sending_state=unknown");
	if (_i)
		assumed_exactly(limbs, (int)COUNT_OF(limbs));
	else
		assumed_exactly(parties, (int)COUNT_OF(parties));
}
END_TEST

/* The day that stands in for that of the request, the same for Georgia. */
START_TEST(assumed_day)
{
	static const char *const days[] = {"2014-06-30", "2014-07-01"};

	for (int today = 0; today < 2; today++)
		for (int real = 0; real < 2; real++) {
			enum icj_tri v;

			icj_case_reset(c);
			set_all("base receiving_state=GA "
			    "transfer_requested=unknown");
			ctx.as_of.date = day(days[today]);
			v = icj_eligible(c, &ctx, r);
			ck_assert_int_eq(v, today ? ICJ_YES : ICJ_NO);
			ck_assert(in_role(ICJ_ASSUMED, F_transfer_requested));
			set(F_transfer_requested, days[real]);
			v = icj_eligible(c, &ctx, r);
			ck_assert_int_eq(v, real ? ICJ_YES : ICJ_NO);
			ck_assert(!in_role(ICJ_ASSUMED,
			    F_transfer_requested));
		}
}
END_TEST

/* -- Editions ----------------------------------------------------------- */

#define PLANNED "transfer_requested lies after the as-of date: judged as of " \
	"its day"

START_TEST(editions)
{
	static const struct {
		const char *requested, *edition, *applied;
		bool held;
		const char *note;
	} cases[] = {
		{"2015-01-01", NULL, "2015-01-01", true, ""},
		{"2014-04-01", NULL, "2014-04-01", true, ""},
		{"2014-03-31", NULL, "2014-04-01", false, ""},
		{"2016-01-31", NULL, "2015-01-01", true, PLANNED},
		{"2016-02-01", NULL, "2016-02-01", true, PLANNED},
		{"2024-06-01", "2015-06-01", "2015-01-01", true, PLANNED},
		{"2015-06-01", "2022-03-01", "2022-03-01", true, ""},
		{"unknown", NULL, "2015-01-01", true,
		 "judged as of 2015-06-01"},
		{"unknown", "2014-05-01", "2014-04-01", true, ""},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		char buf[11];

		set_all("base");
		set(F_transfer_requested, cases[i].requested);
		ctx.edition = cases[i].edition ? day(cases[i].edition) :
		    ICJ_DATE_NONE;
		ck_assert_int_eq(icj_eligible(c, &ctx, r), ICJ_YES);
		ck_assert_str_eq(icj_date_format(icj_report_edition(r), buf),
		    cases[i].applied);
		ck_assert_int_eq(icj_report_basis(r) != ICJ_BASIS_NEAREST,
		    cases[i].held);
		ck_assert_str_eq(icj_report_note(r), cases[i].note);
	}
}
END_TEST

/* -- Why not ------------------------------------------------------------ */

static const struct icj_change offers[] = {
	{NULL, "yes"}, {NULL, "adjudicated-delinquent"}, {NULL, "yes"},
	{NULL, "91"}, {NULL, "91"}, {NULL, "parent"}, {NULL, "no"},
	{NULL, "yes"}, {NULL, "accredited-college"}, {NULL, "yes"},
	{NULL, "yes"}, {NULL, "no"},
};

static const enum field_id offer_field[] = {
	F_juvenile_in_sending_state, F_adjudication, F_under_jurisdiction,
	F_plan_days, F_supervision_days_left, F_residence, F_incarcerated,
	F_full_time_student, F_school, F_proof_of_acceptance,
	F_proof_of_enrollment, F_only_restitution,
};

#define OFFERS ((int)COUNT_OF(offer_field))

/* Whether some set of as many offers makes it a yes. */
static bool any_set(int size, int start)
{
	if (size == 0)
		return icj_eligible(scratch, &ctx, r) == ICJ_YES;
	for (int i = start; i <= OFFERS - size; i++) {
		const struct icj_field *f = icj_field_at(offer_field[i]);
		struct fact was = scratch->fact[offer_field[i]];
		bool found;

		if (f->fixed && was.set)
			continue;
		icj_case_set(scratch, f, offers[i].value,
		    strlen(offers[i].value));
		found = any_set(size - 1, i + 1);
		icj_case_unset(scratch, f);
		if (was.set) { /* as it was, whatever its type */
			char text[64];

			scratch->fact[offer_field[i]] = was;
			icj_case_get(scratch, f, text, sizeof(text));
			scratch->fact[offer_field[i]].set = false;
			icj_case_set(scratch, f, text, strlen(text));
		}
		if (found)
			return true;
	}
	return false;
}

static int fewest_by_force(void)
{
	*scratch = *c;
	for (int size = 0; size <= OFFERS; size++)
		if (any_set(size, 0))
			return size;
	return -1;
}

static uint32_t random_state = 20150101;

static int random_below(int n)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (int)((random_state >> 16) % (uint32_t)n);
}

/* Mostly facts that hold, so that few changes are needed. */
static void random_case(void)
{
	icj_case_reset(c);
	if (random_below(4))
		set_all("base");
	for (int i = 0; i < (int)COUNT_OF(limbs); i++)
		if (random_below(3) == 0)
			assign(limbs, i, random_below(3) - 1);
	for (int i = 0; i < (int)COUNT_OF(parties); i++)
		if (random_below(4) == 0)
			assign(parties, i, random_below(values_of(&parties[i])
			    + 1) - 1);
	if (random_below(3))
		set(F_receiving_state, "OK");
}

/* Made a yes by the changes; by no fewer; by no fact that nobody can change. */
START_TEST(why_not)
{
	ctx.strict = _i;
	for (int round = 0; round < 400; round++) {
		struct icj_change changes[ICJ_CHANGES];
		int n, fewest;

		random_case();
		fewest = fewest_by_force();
		n = icj_eligible_why_not(c, &ctx, scratch, r, changes);
		ck_assert_int_eq(n, fewest);
		for (int i = 0; i < n; i++) {
			const struct icj_field *f = changes[i].field;

			ck_assert(!f->fixed || !icj_case_has(c, f));
			ck_assert_int_eq(icj_case_set(c, f, changes[i].value,
			    strlen(changes[i].value)), ICJ_OK);
		}
		if (n >= 0)
			ck_assert_int_eq(icj_eligible(c, &ctx, r), ICJ_YES);
	}
}
END_TEST

static const char *why_not_text(const char *with)
{
	static char text[512];
	struct icj_change changes[ICJ_CHANGES];
	int n;

	icj_case_reset(c);
	set_all(with);
	n = icj_eligible_why_not(c, &ctx, scratch, r, changes);
	snprintf(text, sizeof(text), "%d", n);
	for (int i = 0; i < n; i++) {
		strcat(text, " ");
		strcat(text, changes[i].field->name);
		strcat(text, "=");
		strcat(text, changes[i].value);
	}
	return text;
}

START_TEST(why_not_cases)
{
	static const char *const cases[][2] = {
		{"base", "0"},
		{"base plan_days=90", "1 plan_days=91"},
		{"base plan_days=unknown", "1 plan_days=91"},
		{"base supervision_days_left=1", "1 supervision_days_left=91"},
		{"base supervision_days_left=unknown "
		 "supervision_ends=2015-04-01",
		 "1 supervision_ends=2015-04-02"},
		{"base adjudication=accused-status-offender",
		 "1 adjudication=adjudicated-status-offender"},
		{"base residence=residential-facility", "1 residence=parent"},
		{"base incarcerated=yes", "1 incarcerated=no"},
		{"base incarcerated=yes full_time_student=yes "
		 "school=accredited-college proof_of_acceptance=yes",
		 "1 incarcerated=no"},
		{"base residence=other full_time_student=yes "
		 "school=accredited-college proof_of_acceptance=yes",
		 "1 residence=parent"},
		{"base residence=other incarcerated=yes full_time_student=yes "
		 "school=accredited-college proof_of_acceptance=yes",
		 "1 proof_of_enrollment=yes"},
		{"base only_restitution=yes plan_days=5",
		 "2 plan_days=91 only_restitution=no"},
		{"base juvenile_in_sending_state=no", "-1"},
		{"base juvenile_in_sending_state=unknown",
		 "1 juvenile_in_sending_state=yes"},
		{"base receiving_state=PR", "-1"},
		{"none", "6 juvenile_in_sending_state=yes "
		 "adjudication=adjudicated-delinquent under_jurisdiction=yes "
		 "plan_days=91 supervision_days_left=91 residence=parent"},
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		ck_assert_str_eq(why_not_text(cases[i][0]), cases[i][1]);
}
END_TEST

/* A case that writes dates another way is changed all the same. */
START_TEST(why_not_date_form)
{
	struct icj_date_form form;
	struct icj_change changes[ICJ_CHANGES];

	icj_date_form_parse("dmy", &form);
	icj_case_date_form(c, &form);
	set_all("base supervision_days_left=unknown "
	    "supervision_ends=03/02/2015");
	ck_assert_int_eq(icj_eligible_why_not(c, &ctx, scratch, r, changes),
	    1);
	ck_assert_str_eq(changes[0].value, "2015-04-02");
}
END_TEST

/* -- What to ask -------------------------------------------------------- */

static void answer(const struct icj_field *f)
{
	enum field_id id = icj__field_id(f);

	if (id == F_under_jurisdiction) {
		set(id, random_below(5) ? "yes" : "no");
		return;
	}
	for (int i = 0; i < (int)COUNT_OF(parties); i++)
		if (parties[i].field == id) {
			assign(parties, i,
			    random_below(values_of(&parties[i])));
			return;
		}
	for (int i = 0; i < (int)COUNT_OF(limbs); i++)
		if (limbs[i].field == id) {
			assign(limbs, i, random_below(2));
			return;
		}
	ck_abort_msg("%s was asked for", f->name);
}

/* Only what is missing is asked for, nothing twice, and it comes to an end:
 * with an answer, or with nothing left to ask. */
START_TEST(ask)
{
	ctx.strict = _i;
	for (int round = 0; round < 500; round++) {
		const struct icj_field *skip[40], *f;
		size_t skipped = 0, asked = 0;

		random_case();
		while ((f = icj_eligible_ask(c, &ctx, scratch, r, skip,
		    skipped))) {
			ck_assert_uint_lt(asked++, 24);
			ck_assert(!icj_case_has(c, f));
			for (size_t i = 0; i < skipped; i++)
				ck_assert_ptr_ne(skip[i], f);
			ck_assert(in_role(ICJ_MISSING, icj__field_id(f)) ||
			    strcmp(serves(f), serves(icj_field_at(
			    F_supervision_ends))) == 0);
			if (random_below(5) == 0)
				skip[skipped++] = f;
			else
				answer(f);
		}
		if (skipped == 0)
			ck_assert_int_ne(icj_eligible(c, &ctx, r),
			    ICJ_UNKNOWN);
	}
}
END_TEST

static const char *asked_first(const char *with,
    const struct icj_field *const *skip, size_t skipped)
{
	const struct icj_field *f;

	icj_case_reset(c);
	set_all(with);
	f = icj_eligible_ask(c, &ctx, scratch, r, skip, skipped);
	return f ? f->name : "nothing";
}

START_TEST(ask_cases)
{
	const struct icj_field *skip[] = {
		icj_field_at(F_supervision_days_left),
		icj_field_at(F_supervision_ends),
	};
	static const char e[] = "base supervision_days_left=unknown "
	    "transfer_requested=unknown";

	ck_assert_str_eq(asked_first("base", NULL, 0), "nothing");
	ck_assert_str_eq(asked_first("base plan_days=3 residence=unknown",
	    NULL, 0), "nothing");
	ck_assert_str_eq(asked_first("base plan_days=unknown", NULL, 0),
	    "plan_days");
	/* most of the values of an adjudication settle it, two of a yes/no
	 * settle it as often */
	ck_assert_str_eq(asked_first("base adjudication=unknown "
	    "under_jurisdiction=unknown", NULL, 0), "adjudication");
	/* who cannot say one may know the other */
	ck_assert_str_eq(asked_first(e, NULL, 0), "supervision_days_left");
	ck_assert_str_eq(asked_first(e, skip, 1), "supervision_ends");
	ck_assert_str_eq(asked_first(e, skip, 2), "nothing");
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("eligible");
	TCase *tc = tcase_create("eligible");

	help_read("eligible.tsv");
	tcase_set_timeout(tc, 120);
	tcase_add_checked_fixture(tc, set_up, tear_down);
	/* The cases of the table cut their lines. */
	tcase_add_loop_test(tc, table, 0, help_count);
	tcase_add_loop_test(tc, nothing_is_overturned, 0, 6);
	tcase_add_loop_test(tc, missing_is_exact, 0, 2);
	tcase_add_loop_test(tc, assumed_is_exact, 0, 2);
	tcase_add_test(tc, assumed_day);
	tcase_add_test(tc, editions);
	tcase_add_loop_test(tc, why_not, 0, 2);
	tcase_add_test(tc, why_not_cases);
	tcase_add_test(tc, why_not_date_form);
	tcase_add_loop_test(tc, ask, 0, 2);
	tcase_add_test(tc, ask_cases);
	suite_add_tcase(s, tc);
	return s;
}
