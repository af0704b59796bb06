/* SPDX-License-Identifier: MIT */
/*
 * test_recall.c - what a report remembers is what it would have judged: random
 * cases, each put to a report that remembers and to one that does not; and what
 * is told in brief is what is told with findings.
 */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"

#define CASES 20000
#define TEXT 8192

static uint64_t state;

static unsigned pick(unsigned n)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

/* -- Facts -------------------------------------------------------------- */

/* Days on which something can change, as distances from the as-of date; every
 * other one is a day or a weekend away. */
static icj_date some_day(icj_date as_of)
{
	static const int32_t away[] = {
		-1200, -400, -366, -120, -92, -91, -90, -89, -60, -46, -45,
		-32, -31, -30, -29, -12, -11, -10, -8, -7, -6, -5, -4, -3, -2,
		-1, 0, 0, 0, 1, 2, 3, 5, 10, 29, 30, 31, 60, 89, 90, 91, 92,
		120, 365, 400, 1200, 4000,
	};

	if (pick(2))
		return as_of + 1 - (icj_date)pick(6);
	return as_of + away[pick(sizeof(away) / sizeof(away[0]))];
}

static void some_date(icj_date as_of, char *buf)
{
	icj_date_format(some_day(as_of), buf);
}

static void some_time(icj_date as_of, char *buf)
{
	static const char *const clock[] = {
		"T00:00", "T00:01", "T08:30", "T08:31", "T23:59", "T12:00Z",
		"T08:30-05:00", "T17:00+02:00",
	};

	some_date(as_of, buf);
	strcat(buf, clock[pick(8)]);
}

static void some_count(char *buf)
{
	static const char *const counts[] = {
		"0", "1", "23", "24", "25", "30", "31", "48", "89", "90", "91",
		"92", "365", "400",
	};

	strcpy(buf, counts[pick(14)]);
}

static void some_value(const struct icj_field *f, icj_date as_of, char *buf)
{
	static const char *const states[] = {
		"TX", "OK", "GA", "GA", "PR", "CA", "VI", "NY",
	};
	unsigned n = 0;

	switch (f->type) {
	case ICJ_YES_NO:
		strcpy(buf, pick(2) ? "yes" : "no");
		break;
	case ICJ_STATE:
		strcpy(buf, states[pick(8)]);
		break;
	case ICJ_COUNT_OR_INDEFINITE:
	case ICJ_COUNT:
		some_count(buf);
		if (f->type == ICJ_COUNT_OR_INDEFINITE && pick(8) == 0)
			strcpy(buf, "indefinite");
		break;
	case ICJ_CHOICE:
	case ICJ_LIST:
		while (f->choices[n])
			n++;
		strcpy(buf, f->choices[pick(n)]);
		if (f->type == ICJ_LIST && pick(2)) {
			strcat(buf, ";");
			strcat(buf, f->choices[pick(n)]);
		}
		break;
	case ICJ_TIME:
		some_time(as_of, buf);
		break;
	case ICJ_TIME_OR_DATE:
		if (pick(2)) {
			some_time(as_of, buf);
			break;
		}
		/* fall through */
	case ICJ_DATE:
	case ICJ_DATE_OR_INDEFINITE:
		some_date(as_of, buf);
		if (f->type == ICJ_DATE_OR_INDEFINITE && pick(8) == 0)
			strcpy(buf, "indefinite");
		break;
	default:
		buf[0] = '\0';
	}
}

/* What one office writes: few fields, few values in each, and most of them
 * always the same, so that answers come again. */
#define FIELDS 300

struct office {
	size_t fields;
	struct habit {
		const struct icj_field *field;
		bool steady;
		char value[2][128];
	} habit[FIELDS];
};

/* Any of these alone settles most returns, whatever else is known. */
static bool is_overruling(const struct icj_field *f)
{
	static const char *const names[] = {
		"icpc", "retake_decided", "ia_vi_signed",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(f->name, names[i]) == 0)
			return true;
	return false;
}

static void next_office(struct office *o, unsigned area, icj_date as_of,
    unsigned known)
{
	bool overruled = pick(4) == 0;

	o->fields = 0;
	for (size_t i = 0; icj_field_at(i); i++) {
		struct habit *h = &o->habit[o->fields];

		h->field = icj_field_at(i);
		if (!(h->field->read_by & area) || pick(10) >= known ||
		    (is_overruling(h->field) && !overruled))
			continue;
		h->steady = pick(3) > 0;
		some_value(h->field, as_of, h->value[0]);
		some_value(h->field, as_of, h->value[1]);
		o->fields += h->value[0][0] != '\0';
	}
}

static bool is_day(const struct icj_field *f)
{
	return f->type == ICJ_DATE || f->type == ICJ_DATE_OR_INDEFINITE ||
	    f->type == ICJ_TIME_OR_DATE;
}

static void next_case(const struct office *o, struct icj_case *c,
    icj_date as_of)
{
	char buf[128];

	icj_case_reset(c);
	for (size_t i = 0; i < o->fields; i++) {
		const struct habit *h = &o->habit[i];

		if (!h->steady && pick(6) == 0)
			continue;
		strcpy(buf, h->value[!h->steady && pick(3) == 0]);
		if (!h->steady && is_day(h->field))
			some_value(h->field, as_of, buf);
		ck_assert_int_eq(icj_case_set(c, h->field, buf, strlen(buf)),
		    ICJ_OK);
	}
}

/* -- Answers ------------------------------------------------------------ */

static void add(char *text, const char *more)
{
	ck_assert(strlen(text) + strlen(more) + 2 < TEXT);
	strcat(text, more);
	strcat(text, "|");
}

static void add_number(char *text, long long n)
{
	char buf[32];

	snprintf(buf, sizeof(buf), "%lld", n);
	add(text, buf);
}

static void add_report(char *text, const struct icj_report *r)
{
	static const enum icj_role roles[] = {ICJ_MISSING, ICJ_ASSUMED};

	for (size_t i = 0; icj_report_cite(r, i); i++)
		add(text, icj_report_cite(r, i));
	for (int k = 0; k < 2; k++) {
		add(text, "-");
		for (size_t i = 0; icj_report_fact(r, roles[k], i); i++)
			add(text, icj_report_fact(r, roles[k], i)->name);
	}
	add_number(text, icj_report_edition(r));
	add_number(text, icj_report_basis(r));
	add(text, icj_report_note(r));
}

/* Puts the whole answer into the text, and returns its first word. */
typedef unsigned question(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, char *text);

static unsigned eligible(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, char *text)
{
	enum icj_tri verdict = icj_eligible(c, ctx, r);

	add(text, icj_tri_name(verdict));
	add_report(text, r);
	return verdict;
}

static unsigned permit(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, char *text)
{
	struct icj_permit p;
	enum icj_permit_need need = icj_permit(c, ctx, r, &p);

	add_number(text, p.need);
	add_number(text, p.last_day);
	for (size_t i = 0; i < ICJ_PERMIT_PROBLEMS && p.problem[i]; i++)
		add(text, p.problem[i]);
	add_number(text, p.as_of_mattered);
	add_number(text, p.on_file);
	add_number(text, p.excluded);
	add_number(text, p.approval);
	add_report(text, r);
	return need;
}

static unsigned back(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, char *text)
{
	struct icj_return q;

	add_number(text, icj_return(c, ctx, r, &q));
	add_number(text, q.detention);
	add_number(text, q.escort);
	add_number(text, q.bond);
	add_number(text, q.forms);
	add(text, q.type ? q.type : "");
	for (size_t i = 0; i < 2; i++)
		add(text, q.hold[i] ? q.hold[i] : "");
	add_number(text, q.hold_unknown);
	add_number(text, q.pays);
	add_number(text, q.detention_pays);
	add_number(text, q.parties);
	add_number(text, q.home_failed);
	add_report(text, r);
	return q.procedure;
}

static void add_cites(char *text, const char *const *cite)
{
	for (; *cite; cite++)
		add(text, *cite);
	add(text, "-");
}

static unsigned packet(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, char *text)
{
	struct icj_referral a;
	struct icj_document d;

	add_number(text, icj_referral(c, ctx, r, &a));
	add_number(text, a.early);
	add_number(text, a.early_by);
	add_cites(text, a.early_rule);
	add_number(text, a.responsible);
	add_number(text, a.responsible_state);
	add_number(text, a.decision);
	add_number(text, a.denial);
	add_cites(text, a.denial_rule);
	for (size_t i = 0; icj_referral_document(c, &a, i, &d); i++) {
		add(text, d.rule);
		add_number(text, d.there);
	}
	add_report(text, r);
	return a.packet;
}

static unsigned supervised(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r, char *text)
{
	struct icj_supervise a;
	struct icj_item item;

	icj_supervise(c, ctx, r, &a);
	add_number(text, a.report);
	add_number(text, a.absconder_report);
	add_number(text, a.search);
	add_number(text, a.reply);
	add_number(text, a.retake);
	add_cites(text, a.retake_rule);
	add_number(text, a.close);
	add_cites(text, a.close_rule);
	add_number(text, a.close_from);
	add_number(text, a.condition);
	add_number(text, a.condition_cost);
	add_number(text, a.sanction_cost);
	add_number(text, a.treatment_cost);
	add_cites(text, a.problem);
	for (size_t i = 0; icj_supervise_item(c, ctx, &a, i, &item); i++) {
		add(text, item.rule);
		add_number(text, item.there);
	}
	add_report(text, r);
	return a.close;
}

/* -- The law ------------------------------------------------------------ */

static struct icj_calendar *closures(void)
{
	const struct icj_closure days[] = {
		{icj_date_of(2015, 4, 21), icj_state_find("TX", 2), false, NULL},
		{icj_date_of(2015, 5, 4), 0, false, NULL},
	};
	const struct icj_vouch until[] = {{0, icj_date_of(2015, 4, 15)}};
	struct icj_calendar *c = icj_calendar_new(days, 2, until, 1);

	ck_assert_ptr_nonnull(c);
	return c;
}

static const struct {
	question *ask;
	unsigned area;
	unsigned words; /* first words that chance reaches, as bits */
} questions[] = {
	{eligible, ICJ_AREA_ELIGIBLE, 0x3},
	{permit, ICJ_AREA_PERMIT, 0xf},
	{back, ICJ_AREA_RETURN, 0x3ff},
	/* These remember nothing. */
	{packet, ICJ_AREA_REFERRAL, 0xb},
	{supervised, ICJ_AREA_SUPERVISE, 0xf},
};

#define QUESTIONS 3
#define ALL (sizeof(questions) / sizeof(questions[0]))
#define HOWS 8 /* strict or not, an earlier day, an edition, many facts */
#define PLAIN_MANY 6

/* Numbered answers are kept to see that a number always means one answer. */
#define NUMBERS 4096

struct seen {
	char *text[NUMBERS];
	unsigned again;
	unsigned words; /* of remembered answers */
};

static void look_at(struct seen *seen, unsigned number, const char *text)
{
	char **kept = &seen->text[number % NUMBERS];

	if (number == 0 || number >= NUMBERS)
		return;
	if (*kept)
		seen->again++;
	else
		*kept = strdup(text);
	ck_assert_str_eq(*kept, text);
}

static struct seen compare(size_t which, const struct icj_context *ctx,
    unsigned known, int cases)
{
	struct icj_case *c = icj_case_new();
	struct icj_report *fresh = icj_report_new(), *r = icj_report_new();
	static char expected[TEXT], got[TEXT], fixed[TEXT];
	static struct office office;
	struct seen seen = {.again = 0};

	for (int i = 0; i < help_times(cases); i++) {
		unsigned word;

		if (i % 200 == 0) {
			next_office(&office, questions[which].area,
			    ctx->as_of.date, known);
			ck_assert(icj_report_remember(r));
		}
		next_case(&office, c, ctx->as_of.date);
		expected[0] = got[0] = fixed[0] = '\0';
		questions[which].ask(c, ctx, fresh, expected);
		word = questions[which].ask(c, ctx, r, got);
		ck_assert_msg(strcmp(expected, got) == 0,
		    "case %d: judged %s, remembered %s", i, expected, got);
		add_report(fixed, r);
		look_at(&seen, icj_report_number(r), fixed);
		if (icj_report_number(r))
			seen.words |= 1u << word;
		ck_assert_int_eq(icj_report_number(fresh), 0);
	}
	for (unsigned i = 0; i < NUMBERS; i++)
		free(seen.text[i]);
	icj_case_free(c);
	icj_report_free(fresh);
	icj_report_free(r);
	return seen;
}

static struct icj_context context(const struct icj_calendar *calendar)
{
	struct icj_context ctx = {
		.edition = ICJ_DATE_NONE, .calendar = calendar,
		.as_of = {icj_date_of(2015, 4, 20), ICJ_NO_CLOCK, ICJ_NO_OFFSET},
	};

	return ctx;
}

START_TEST(remembered)
{
	struct icj_calendar *calendar = closures();
	struct icj_context ctx = context(calendar);
	size_t which = (size_t)_i / HOWS;
	int how = _i % HOWS;
	struct seen seen;

	state = 20150101 + (unsigned)how;
	ctx.strict = how % 2;
	if (how / 2 % 2)
		ctx.as_of.date = icj_date_of(2014, 7, 1);
	if (how / 2 == 2)
		ctx.edition = icj_date_of(2015, 1, 1);
	seen = compare(which, &ctx, how / 2 == 3 ? 8 : 4, CASES);
	ck_assert_uint_gt(seen.again, (unsigned)help_times(CASES) / 20);
	if (how == PLAIN_MANY && help_times(CASES) == CASES)
		ck_assert_uint_eq(questions[which].words & ~seen.words, 0);
	icj_calendar_free(calendar);
}
END_TEST

/* An office states most of all provisions anew, most from one day on, and some
 * from days on which no edition begins. */
static struct icj_amendments *office_law(icj_date as_of)
{
	static struct icj_amend amend[1000];
	struct icj_wording w;
	struct icj_amendments *a;
	size_t n = 0;

	for (size_t i = 0; icj_wording_at(i, 0, NULL, &w); i++) {
		struct icj_amend form;
		icj_date day = pick(2) ? icj_date_of(2026, 4, 1) :
		    as_of - (icj_date)pick(40);

		if (pick(4) == 0 || !icj_amend_form(i, day, &form))
			continue;
		amend[n] = (struct icj_amend){.provision = w.provision,
		    .from = day, .source = "an office", .cite = "9-999",
		    .to = pick(4) ? ICJ_AMEND_CHANGED : ICJ_AMEND_GONE,
		    .number = form.number ? form.number + 2 : 0,
		    .sentence = "It is said anew."};
		/* Some cannot go. */
		if (icj_amend_check(&amend[n], 1, 0, NULL) != ICJ_OK)
			amend[n].to = ICJ_AMEND_CHANGED;
		n++;
	}
	ck_assert_uint_gt(n, 100);
	a = icj_amendments_new(amend, n);
	ck_assert_ptr_nonnull(a);
	return a;
}

START_TEST(amended)
{
	struct icj_calendar *calendar = closures();
	struct icj_context ctx = context(calendar);
	struct icj_amendments *a;
	struct seen seen;

	state = 20260520 + (unsigned)_i;
	ctx.as_of.date = icj_date_of(2026, 5, 20);
	a = office_law(ctx.as_of.date);
	ctx.amendments = a;
	seen = compare((size_t)_i % QUESTIONS, &ctx, _i % 2 ? 8 : 4, 4000);
	ck_assert_uint_gt(seen.again, (unsigned)help_times(4000) / 40);
	icj_amendments_free(a);
	icj_calendar_free(calendar);
}
END_TEST

/* Who reads no findings gets the same answers. */
START_TEST(told_in_brief)
{
	struct icj_calendar *calendar = closures();
	struct icj_context ctx = context(calendar);
	size_t which = (size_t)_i % ALL, turn = (size_t)_i / ALL;
	struct icj_case *c = icj_case_new();
	struct icj_report *whole = icj_report_new(), *brief = icj_report_new();
	struct icj_amendments *a = NULL;
	static char expected[TEXT], got[TEXT];
	static struct office office;
	unsigned words = 0;

	state = 20240401 + (unsigned)_i;
	ctx.strict = turn % 2;
	if (turn > 1) {
		ctx.as_of.date = icj_date_of(2026, 5, 20);
		ctx.amendments = a = office_law(ctx.as_of.date);
	}
	icj_report_brief(brief);
	for (int i = 0; i < help_times(4000); i++) {
		if (i % 50 == 0)
			next_office(&office, questions[which].area,
			    ctx.as_of.date, i % 100 ? 4 : 8);
		next_case(&office, c, ctx.as_of.date);
		expected[0] = got[0] = '\0';
		words |= 1u << questions[which].ask(c, &ctx, whole, expected);
		questions[which].ask(c, &ctx, brief, got);
		ck_assert_msg(strcmp(expected, got) == 0,
		    "case %d: in full %s, in brief %s", i, expected, got);
	}
	if (turn == 0 && help_times(4000) == 4000)
		ck_assert_uint_eq(questions[which].words & ~words, 0);
	icj_amendments_free(a);
	icj_case_free(c);
	icj_report_free(whole);
	icj_report_free(brief);
	icj_calendar_free(calendar);
}
END_TEST

/* Of one case under the law of an office and of none, in turn. */
START_TEST(offices_change)
{
	struct icj_amend one = {.provision = "stay-over-90-days",
	    .from = icj_date_of(2026, 4, 1), .to = ICJ_AMEND_CHANGED,
	    .source = "an office", .number = 60};
	struct icj_amendments *a;
	struct icj_context ctx = context(NULL);
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();

	ctx.as_of.date = icj_date_of(2026, 5, 20);
	a = icj_amendments_new(&one, 1);
	ck_assert_ptr_nonnull(a);
	ck_assert_int_eq(icj_case_set(c, icj_field_find("plan_days", 9), "70",
	    2), ICJ_OK);
	for (int i = 0; i < 8; i++) {
		if (i == 4)
			ck_assert(icj_report_remember(r));
		ctx.amendments = i % 2 ? a : NULL;
		ck_assert_int_eq(icj_eligible(c, &ctx, r), i % 2 ?
		    ICJ_UNKNOWN : ICJ_NO);
	}
	icj_case_free(c);
	icj_report_free(r);
	icj_amendments_free(a);
}
END_TEST

/* A note cites what is in no table of the question: its number changes on a day
 * on which no edition begins, and what was remembered before is another's. */
START_TEST(numbers_change_within_an_edition)
{
	struct icj_amend one = {.provision = "return-parties",
	    .from = icj_date_of(2026, 5, 10), .to = ICJ_AMEND_CHANGED,
	    .source = "an office", .cite = "1-900"};
	static const char *const facts[][2] = {
		{"travel_hours", "30"}, {"sending_state", "PR"},
		{"travel_starts", "2026-05-09"}, {"travel_starts", "2026-05-10"},
	};
	struct icj_calendar *calendar = closures();
	struct icj_amendments *a = icj_amendments_new(&one, 1);
	struct icj_context ctx = context(calendar);
	struct icj_report *r = icj_report_new();
	struct icj_case *c = icj_case_new();
	struct icj_permit p;

	ck_assert_ptr_nonnull(a);
	ctx.as_of.date = icj_date_of(2026, 6, 1);
	ctx.amendments = a;
	ck_assert(icj_report_remember(r));
	for (int i = 0; i < 8; i++) {
		int k = i < 4 ? i : 2 + i % 2;

		ck_assert_int_eq(icj_case_set_name(c, facts[k][0],
		    facts[k][1]), ICJ_OK);
		if (k < 2)
			continue;
		icj_permit(c, &ctx, r, &p);
		ck_assert_int_eq(!strstr(icj_report_note(r), "(1-900)"),
		    k == 2);
		ck_assert_int_eq(!strstr(icj_report_note(r), "(1-101)"),
		    k == 3);
	}
	icj_case_free(c);
	icj_report_free(r);
	icj_amendments_free(a);
	icj_calendar_free(calendar);
}
END_TEST

/* Another context, or another question, forgets. */
START_TEST(changes)
{
	struct icj_context ctx = context(NULL), strict = context(NULL);
	struct icj_case *c = icj_case_new();
	struct icj_report *r = icj_report_new();
	struct icj_permit p;

	ck_assert(icj_report_remember(r));
	strict.strict = true;
	for (int i = 0; i < 4; i++) {
		icj_eligible(c, &ctx, r);
		ck_assert_ptr_nonnull(icj_report_fact(r, ICJ_ASSUMED, 0));
		icj_eligible(c, &strict, r);
		ck_assert_ptr_null(icj_report_fact(r, ICJ_ASSUMED, 0));
		icj_permit(c, &strict, r, &p);
		ck_assert_ptr_null(icj_report_cite(r, 20));
	}
	icj_eligible(c, &ctx, r);
	ck_assert_ptr_nonnull(icj_report_next(r, NULL));
	icj_eligible(c, &ctx, r);
	ck_assert_ptr_null(icj_report_next(r, NULL));
	ck_assert(icj_report_remember(r));
	icj_eligible(c, &ctx, r);
	ck_assert_ptr_nonnull(icj_report_next(r, NULL));
	icj_case_free(c);
	icj_report_free(r);
}
END_TEST

/* Each part of the moment and of the law that an answer may rest on: the same
 * case under one context and then another must come to what it comes to where
 * nothing is remembered. */
START_TEST(no_context_is_taken_for_another)
{
	struct icj_calendar *calendar = closures();
	struct icj_calendar *federal = icj_calendar_new(NULL, 0, NULL, 0);
	struct icj_context ctx[6];
	struct icj_case *c = icj_case_new();
	struct icj_report *fresh = icj_report_new(), *r = icj_report_new();
	size_t which = (size_t)_i;
	static char expected[TEXT], got[TEXT];
	static struct office office;

	for (size_t k = 0; k < 6; k++)
		ctx[k] = context(k == 5 ? calendar : federal);
	ctx[1].as_of.date = icj_date_of(2015, 4, 21);
	ctx[2].as_of.date = icj_date_of(2014, 7, 1);
	ctx[3].as_of.second = 8 * 3600;
	ctx[4].edition = icj_date_of(2013, 4, 1);
	state = 77;
	for (int i = 0; i < help_times(3000); i++) {
		const struct icj_context *now = &ctx[i % 6];

		if (i % 60 == 0) {
			next_office(&office, questions[which].area,
			    ctx->as_of.date, 8);
			ck_assert(icj_report_remember(r));
		}
		if (i % 6 == 0)
			next_case(&office, c, ctx->as_of.date);
		expected[0] = got[0] = '\0';
		questions[which].ask(c, now, fresh, expected);
		questions[which].ask(c, now, r, got);
		ck_assert_msg(strcmp(expected, got) == 0,
		    "case %d: judged %s, remembered %s", i, expected, got);
	}
	icj_case_free(c);
	icj_report_free(fresh);
	icj_report_free(r);
	icj_calendar_free(federal);
	icj_calendar_free(calendar);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("recall");
	TCase *t = tcase_create("recall");

	tcase_set_timeout(t, 300);
	tcase_add_loop_test(t, remembered, 0, (int)QUESTIONS * HOWS);
	tcase_add_loop_test(t, amended, 0, 4 * (int)QUESTIONS);
	tcase_add_loop_test(t, told_in_brief, 0, 4 * (int)ALL);
	tcase_add_test(t, offices_change);
	tcase_add_test(t, numbers_change_within_an_edition);
	tcase_add_test(t, changes);
	tcase_add_loop_test(t, no_context_is_taken_for_another, 0,
	    (int)QUESTIONS);
	suite_add_tcase(s, t);
	return s;
}
