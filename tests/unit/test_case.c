/* SPDX-License-Identifier: MIT */
/* test_case.c - texts into typed facts and back, for every type. */
#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "base/base.h"
#include "time/text.h"
#include "facts/case.h"

static struct icj_case *c;

static void set_up(void)
{
	c = icj_case_new();
	ck_assert_ptr_nonnull(c);
}

static void tear_down(void)
{
	icj_case_free(c);
}

static const struct icj_field *field(const char *name)
{
	const struct icj_field *f = icj_field_find(name, strlen(name));

	ck_assert_msg(f != NULL, "%s", name);
	return f;
}

static enum icj_err set(const char *name, const char *text)
{
	return icj_case_set(c, field(name), text, strlen(text));
}

static const char *get(const char *name)
{
	static char buf[512];

	if (icj_case_get(c, field(name), buf, sizeof(buf)) == 0)
		buf[0] = '\0';
	return buf;
}

/* -- One value of each kind --------------------------------------------- */

static const struct {
	const char *field, *text;
	enum icj_err err;
	const char *reads; /* "": not known */
} values[] = {
	/* nothing known */
	{"plan_days", "", ICJ_OK, ""},
	{"plan_days", "   ", ICJ_OK, ""},
	{"plan_days", "\t", ICJ_OK, ""},
	{"plan_days", "unknown", ICJ_OK, ""},
	{"plan_days", " UnKnown ", ICJ_OK, ""},
	{"icpc", "unknown", ICJ_OK, ""},
	{"residence", "Unknown", ICJ_OK, ""},
	{"transfer_requested", "UNKNOWN", ICJ_OK, ""},
	{"sending_state", "unknown", ICJ_OK, ""},
	{"documents", "unknown", ICJ_OK, ""},
	{"case_id", "unknown", ICJ_OK, ""},
	{"icpc", "unknow", ICJ_E_YES_NO, ""},
	{"icpc", "unknown.", ICJ_E_YES_NO, ""},
	/* yes/no */
	{"icpc", "yes", ICJ_OK, "yes"}, {"icpc", "y", ICJ_OK, "yes"},
	{"icpc", "true", ICJ_OK, "yes"}, {"icpc", "1", ICJ_OK, "yes"},
	{"icpc", "no", ICJ_OK, "no"}, {"icpc", "n", ICJ_OK, "no"},
	{"icpc", "false", ICJ_OK, "no"}, {"icpc", "0", ICJ_OK, "no"},
	{"icpc", " YES\t", ICJ_OK, "yes"}, {"icpc", "False", ICJ_OK, "no"},
	{"icpc", "N", ICJ_OK, "no"}, {"icpc", "2", ICJ_E_YES_NO, ""},
	{"icpc", "01", ICJ_E_YES_NO, ""}, {"icpc", "nope", ICJ_E_YES_NO, ""},
	{"icpc", "ye", ICJ_E_YES_NO, ""}, {"icpc", "y es", ICJ_E_YES_NO, ""},
	{"icpc", "yes\n", ICJ_OK, "yes"}, {"icpc", "n a", ICJ_E_YES_NO, ""},
	/* words for what is not known, but where they are a value */
	{"icpc", "n/a", ICJ_OK, ""}, {"icpc", "-", ICJ_OK, ""},
	{"icpc", "?", ICJ_OK, ""}, {"icpc", "??", ICJ_E_YES_NO, ""},
	{"plan_days", "UNK", ICJ_OK, ""}, {"plan_days", "N/A", ICJ_OK, ""},
	{"plan_days", "NA", ICJ_OK, ""}, {"plan_days", "#N/A", ICJ_OK, ""},
	{"plan_days", "Null", ICJ_OK, ""}, {"plan_days", "\\N", ICJ_OK, ""},
	{"plan_days", "nil", ICJ_OK, ""}, {"plan_days", "--", ICJ_OK, ""},
	{"plan_days", "TBD", ICJ_OK, ""}, {"plan_days", "tba", ICJ_OK, ""},
	{"plan_days", "\xe2\x80\x94", ICJ_OK, ""},
	{"plan_days", "---", ICJ_E_COUNT, ""},
	{"plan_days", "none", ICJ_E_COUNT, ""},
	{"plan_days", "n/a n/a", ICJ_E_COUNT, ""},
	{"transfer_requested", "\xc2\xa0tbd ", ICJ_OK, ""},
	{"sending_state", "na", ICJ_OK, ""}, {"documents", "n/a", ICJ_OK, ""},
	{"annual_meetings", "TBA", ICJ_OK, ""},
	{"violation_action", "n/a", ICJ_OK, ""},
	{"violation_action", "na sorry", ICJ_OK, "na sorry"},
	{"case_id", "NA", ICJ_OK, "NA"}, {"worker", "Nil", ICJ_OK, "Nil"},
	{"worker", "-", ICJ_OK, "-"}, {"worker", "unk", ICJ_OK, "unk"},
	/* blanks of any kind */
	{"plan_days", "\xc2\xa0", ICJ_OK, ""}, {"plan_days", "\xa0", ICJ_OK, ""},
	{"plan_days", "\xc2\xa0" "91\xc2\xa0 ", ICJ_OK, "91"},
	{"plan_days", "91\xa0", ICJ_OK, "91"},
	{"plan_days", "\xe2\x80\xaf" "91\xe3\x80\x80", ICJ_OK, "91"},
	{"plan_days", "\xef\xbb\xbf" "91\xe2\x80\x8b", ICJ_OK, "91"},
	{"plan_days", "\xe1\x9a\x80" "91\xe2\x81\x9f", ICJ_OK, "91"},
	{"plan_days", "\r\n91\v\f", ICJ_OK, "91"},
	{"plan_days", "9\xc2\xa0" "1", ICJ_E_COUNT, ""},
	{"transfer_requested", "2015-07-02\xc2\xa0", ICJ_OK, "2015-07-02"},
	{"sending_state", "\xe2\x80\x8fTX", ICJ_OK, "TX"},
	{"documents", "form-iv;\xc2\xa0petition", ICJ_OK, "form-iv; petition"},
	{"worker", "\xc2\xa0Voil\xc3\xa0", ICJ_OK, "Voil\xc3\xa0"},
	{"worker", "\xe2\x80\x93\xa0", ICJ_OK, "\xe2\x80\x93\xa0"},
	/* choices: case, blank, '-' and '_' */
	{"residence", "legal-guardian", ICJ_OK, "legal-guardian"},
	{"residence", "Legal Guardian", ICJ_OK, "legal-guardian"},
	{"residence", "LEGAL_GUARDIAN", ICJ_OK, "legal-guardian"},
	{"residence", "legalguardian", ICJ_E_CHOICE, ""},
	{"residence", "legal--guardian", ICJ_E_CHOICE, ""},
	{"residence", "legal", ICJ_E_CHOICE, ""},
	{"residence", "parent;relative", ICJ_E_CHOICE, ""},
	{"residence", "par\xc3\xa9nt", ICJ_E_CHOICE, ""},
	{"adjudication", "Non Offender", ICJ_OK, "non-offender"},
	{"adjudication", "delinquent", ICJ_E_CHOICE, ""},
	{"supervision", "none", ICJ_OK, "none"},
	/* counts */
	{"travel_hours", "0", ICJ_OK, "0"},
	{"travel_hours", "007", ICJ_OK, "7"},
	{"travel_hours", "999999999", ICJ_OK, "999999999"},
	{"travel_hours", "1000000000", ICJ_E_COUNT, ""},
	{"travel_hours", "99999999999999999999999", ICJ_E_COUNT, ""},
	{"travel_hours", "-1", ICJ_E_COUNT, ""},
	{"travel_hours", "+1", ICJ_E_COUNT, ""},
	{"travel_hours", "1.0", ICJ_OK, "1"},
	{"travel_hours", "60.", ICJ_OK, "60"},
	{"travel_hours", "60.000", ICJ_OK, "60"},
	{"travel_hours", "60.5", ICJ_E_COUNT, ""},
	{"travel_hours", "60.0.0", ICJ_E_COUNT, ""},
	{"travel_hours", "6.01", ICJ_E_COUNT, ""},
	{"travel_hours", ".0", ICJ_E_COUNT, ""},
	{"travel_hours", ".", ICJ_E_COUNT, ""},
	{"travel_hours", "60,0", ICJ_E_COUNT, ""},
	{"travel_hours", "1,000", ICJ_E_COUNT, ""},
	{"travel_hours", "1e3", ICJ_E_COUNT, ""},
	{"travel_hours", "0x10", ICJ_E_COUNT, ""},
	{"travel_hours", "9 1", ICJ_E_COUNT, ""},
	{"travel_hours", "indefinite", ICJ_E_COUNT, ""},
	{"plan_days", "indefinite", ICJ_OK, "indefinite"},
	{"plan_days", " Indefinite ", ICJ_OK, "indefinite"},
	{"plan_days", "91", ICJ_OK, "91"},
	{"plan_days", "91 days", ICJ_E_COUNT, ""},
	{"plan_days", "indefinitely", ICJ_E_COUNT, ""},
	/* dates */
	{"transfer_requested", "2015-07-02", ICJ_OK, "2015-07-02"},
	{"transfer_requested", " 2015-07-02 ", ICJ_OK, "2015-07-02"},
	{"transfer_requested", "2016-02-29", ICJ_OK, "2016-02-29"},
	{"transfer_requested", "2015-02-29", ICJ_E_NO_SUCH_DAY, ""},
	{"transfer_requested", "2015-02-30", ICJ_E_NO_SUCH_DAY, ""},
	{"transfer_requested", "2015-13-01", ICJ_E_NO_SUCH_DAY, ""},
	{"transfer_requested", "03/04/2015", ICJ_E_AMBIGUOUS, ""},
	{"transfer_requested", "July 2, 2015", ICJ_E_MONTH_NAME, ""},
	{"transfer_requested", "indefinite", ICJ_E_DATE, ""},
	{"supervision_ends", "indefinite", ICJ_OK, "indefinite"},
	{"supervision_ends", "2015-04-02", ICJ_OK, "2015-04-02"},
	{"supervision_ends", "forever", ICJ_E_DATE, ""},
	/* times */
	{"airport_arrival", "2015-07-02T16:00", ICJ_OK, "2015-07-02T16:00"},
	{"airport_arrival", "2015-07-02 16:00", ICJ_OK, "2015-07-02T16:00"},
	{"airport_arrival", "2015-07-02T16:00Z", ICJ_OK, "2015-07-02T16:00Z"},
	{"airport_arrival", "2015-07-02T16:00-05:00", ICJ_OK,
	 "2015-07-02T16:00-05:00"},
	{"airport_arrival", "2015-07-02", ICJ_E_NEEDS_CLOCK, ""},
	{"detained_at", "2015-07-02", ICJ_OK, "2015-07-02"},
	{"detained_at", "2015-07-02T16:00", ICJ_OK, "2015-07-02T16:00"},
	{"detained_at", "yesterday", ICJ_E_TIME, ""},
	/* states */
	{"sending_state", "tx", ICJ_OK, "TX"},
	{"sending_state", "Texas", ICJ_OK, "TX"},
	{"sending_state", " new york ", ICJ_OK, "NY"},
	{"sending_state", "DC", ICJ_OK, "DC"},
	{"sending_state", "Ontario", ICJ_E_STATE, ""},
	{"sending_state", "XX", ICJ_E_STATE, ""},
	{"sending_state", "T", ICJ_E_STATE, ""},
	/* lists */
	{"documents", "form-iv", ICJ_OK, "form-iv"},
	{"documents", "petition; Form IV ;form_iv", ICJ_OK,
	 "form-iv; petition"},
	{"documents", ";form-v;;", ICJ_OK, "form-v"},
	{"documents", ";", ICJ_OK, ""},
	{"documents", " ; ;\t", ICJ_OK, ""},
	/* any paper may be in a packet */
	{"documents", "form-iv;form-x", ICJ_OK, "form-iv; other"},
	{"documents", "form-iv,form-v", ICJ_OK, "other"},
	{"documents", "form-iv;unknown", ICJ_OK, "form-iv; other"},
	{"documents", "Form IA/VI", ICJ_OK, "form-ia-vi"},
	{"documents", "Form VI; Form VII", ICJ_OK, "travel-permit; form-vi"},
	{"documents", "Victim Supplement Notification Form", ICJ_OK,
	 "victim-supplement-notification-form"},
	{"documents", "Photo;Supervision Summary", ICJ_OK,
	 "photograph; supervision-summary"},
	{"documents", "Arrest Report(s);Conditions of Parole", ICJ_OK,
	 "parole-conditions; arrest-report"},
	{"documents", "Cover Letter;School Records", ICJ_OK, "other"},
	{"denial_grounds", "age;form-x", ICJ_E_LIST, ""},
	{"denial_grounds", "age,offense", ICJ_E_LIST, ""},
	{"denial_grounds", "age;unknown", ICJ_E_LIST, ""},
	/* as the Commission's systems show them */
	{"return_type", "Probation/Parole Absconder", ICJ_OK, "absconder"},
	{"return_type", "Parole Absconder", ICJ_OK, "absconder"},
	{"return_type", "Accused Status Offender", ICJ_OK,
	 "accused-status-offender"},
	{"return_type", "Accused", ICJ_E_CHOICE, ""},
	{"supervision", "Parole (State Committed)", ICJ_OK, "parole"},
	{"decision", "Approved", ICJ_OK, "approve"},
	{"decision", "ACCEPTED", ICJ_OK, "approve"},
	{"decision", "Denies", ICJ_OK, "deny"},
	{"decision", "Rejected", ICJ_OK, "deny"},
	{"decision", "Pending", ICJ_E_CHOICE, ""},
	{"decision", "Not Approved", ICJ_E_CHOICE, ""},
	{"recommendation", "Not Recommended", ICJ_OK, "not-recommended"},
	{"home_evaluation", "Recommended", ICJ_E_CHOICE, ""},
	{"return_extension_approved_by", "Approved", ICJ_OK, "both"},
	{"return_extension_approved_by", "Denied", ICJ_OK, "one"},
	{"return_extension_approved_by", "Yes", ICJ_OK, "both"},
	{"return_extension_approved_by", "no", ICJ_OK, "one"},
	{"return_extension_approved_by", "Not Granted", ICJ_OK, "one"},
	{"placement_extension_approved_by", "Approved", ICJ_E_CHOICE, ""},
	{"annual_meetings", "2015-09-01;2016-09-01", ICJ_OK,
	 "2015-09-01;2016-09-01"},
	{"annual_meetings", "2015-09-01", ICJ_OK, "2015-09-01"},
	{"annual_meetings", ";;", ICJ_OK, ""},
	{"annual_meetings", "2015-09-01;2016-09-31", ICJ_E_NO_SUCH_DAY, ""},
	{"annual_meetings", "2015-09-01;soon", ICJ_E_DATE, ""},
	/* texts */
	{"case_id", "  C-1 \t", ICJ_OK, "C-1"},
	{"case_id", "a;b \"c\" 'd'", ICJ_OK, "a;b \"c\" 'd'"},
	{"worker", "\xc3\x89lodie", ICJ_OK, "\xc3\x89lodie"},
};

START_TEST(value)
{
	const char *name = values[_i].field;

	ck_assert_msg(set(name, values[_i].text) == values[_i].err,
	    "%s=%s", name, values[_i].text);
	ck_assert_str_eq(get(name), values[_i].reads);
	ck_assert_int_eq(icj_case_has(c, field(name)),
	    values[_i].reads[0] != '\0');
	/* A value that cannot be read leaves nothing of an earlier one. */
	icj_case_reset(c);
	ck_assert_int_eq(set("case_type", "travel"), ICJ_OK);
	set(name, values[_i].text);
	ck_assert_int_eq(icj_case_has(c, field(name)),
	    values[_i].reads[0] != '\0');
	ck_assert_str_eq(get("case_type"), "travel");
}
END_TEST

START_TEST(bad_value_forgets)
{
	ck_assert_int_eq(set("plan_days", "120"), ICJ_OK);
	ck_assert_int_eq(set("plan_days", "many"), ICJ_E_COUNT);
	ck_assert(!icj_case_has(c, field("plan_days")));
	ck_assert_int_eq(set("documents", "form-iv"), ICJ_OK);
	ck_assert_int_eq(set("documents", "form-v"), ICJ_OK);
	ck_assert_str_eq(get("documents"), "form-v");
	ck_assert_int_eq(set("plan_days", "indefinite"), ICJ_OK);
	ck_assert_int_eq(set("plan_days", "5"), ICJ_OK);
	ck_assert_str_eq(get("plan_days"), "5");
}
END_TEST

/* -- Every field -------------------------------------------------------- */

static const char *const *samples_of(const struct icj_field *f)
{
	static const char *const samples[][4] = {
		[ICJ_TEXT] = {"x", "two words", "a;b", NULL},
		[ICJ_YES_NO] = {"yes", "no", NULL},
		[ICJ_DATE] = {"0001-01-01", "2015-07-02", "9999-12-31", NULL},
		[ICJ_TIME] = {"2015-07-02T00:00", "2015-07-02T23:59:59",
		    "2015-07-02T16:00+05:30", NULL},
		[ICJ_TIME_OR_DATE] = {"2015-07-02", "2015-07-02T16:00Z", NULL},
		[ICJ_STATE] = {"AL", "PR", "WY", NULL},
		[ICJ_COUNT] = {"0", "91", "999999999", NULL},
		[ICJ_COUNT_OR_INDEFINITE] = {"0", "91", "indefinite", NULL},
		[ICJ_DATE_OR_INDEFINITE] = {"2015-07-02", "indefinite", NULL},
		[ICJ_DATES] = {"2015-07-02", "2015-07-02;2016-07-02", NULL},
	};

	return f->choices ? f->choices : samples[f->type];
}

START_TEST(round_trip)
{
	const struct icj_field *f = icj_field_at((size_t)_i);
	const char *const *text = samples_of(f);
	struct icj_case *other = icj_case_new();
	char once[256], twice[256];

	ck_assert_ptr_nonnull(text[0]);
	for (; *text; text++) {
		size_t len;

		ck_assert_int_eq(icj_case_set(c, f, *text, strlen(*text)),
		    ICJ_OK);
		len = icj_case_get(c, f, once, sizeof(once));
		ck_assert_uint_eq(len, strlen(once));
		ck_assert_str_eq(once, *text);
		ck_assert_int_eq(icj_case_set(other, f, once, len), ICJ_OK);
		icj_case_get(other, f, twice, sizeof(twice));
		ck_assert_str_eq(twice, once);
	}
	icj_case_unset(c, f);
	ck_assert(!icj_case_has(c, f));
	ck_assert_uint_eq(icj_case_get(c, f, once, sizeof(once)), 0);
	icj_case_unset(c, f);
	icj_case_free(other);
}
END_TEST

/* Choices in another dress: upper case, blanks for '-'. */
START_TEST(folding)
{
	const struct icj_field *f = icj_field_at((size_t)_i);

	for (size_t k = 0; f->choices && f->choices[k]; k++) {
		char text[64], back[64];
		size_t n = strlen(f->choices[k]);

		for (size_t i = 0; i < n; i++) {
			char ch = f->choices[k][i];

			text[i] = ch == '-' ? (i % 2 ? ' ' : '_') :
			    ch >= 'a' && ch <= 'z' && i % 3 ?
			    (char)(ch - 32) : ch;
		}
		ck_assert_int_eq(icj_case_set(c, f, text, n), ICJ_OK);
		icj_case_get(c, f, back, sizeof(back));
		ck_assert_str_eq(back, f->choices[k]);
	}
}
END_TEST

START_TEST(nul)
{
	const struct icj_field *f = icj_field_at((size_t)_i);
	static const char *const texts[] = {"yes\0no", "\0yes ", "a\0bcdef"};

	for (size_t k = 0; k < COUNT_OF(texts); k++) {
		ck_assert_int_eq(icj_case_set(c, f, texts[k], 5), ICJ_E_NUL);
		ck_assert(!icj_case_has(c, f));
	}
}
END_TEST

START_TEST(names)
{
	const struct icj_field *f = icj_field_at((size_t)_i);
	char name[64];

	snprintf(name, sizeof(name), "%s", f->name);
	for (size_t i = 0; name[i]; i++)
		name[i] = name[i] == '_' ? (i % 2 ? '-' : ' ') :
		    (char)(name[i] - 32);
	ck_assert_ptr_eq(icj_field_find(name, strlen(name)), f);
	ck_assert(icj_field_find(name, strlen(name) - 1) != f);
	ck_assert_ptr_null(icj_field_find("", 0));
	ck_assert(*f->meaning && strlen(icj_type_name(f->type)) > 0);
	for (size_t i = 0; f->choices && f->choices[i]; i++)
		ck_assert_uint_lt(i, 32);
}
END_TEST

/* -- The case as a whole ------------------------------------------------ */

START_TEST(all_at_once)
{
	size_t n = icj_field_count();
	char buf[64];

	ck_assert_ptr_null(icj_field_at(n));
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < n; i++) {
			const struct icj_field *f = icj_field_at(i);
			const char *text = samples_of(f)[0];

			ck_assert_int_eq(icj_case_set(c, f, text,
			    strlen(text)), ICJ_OK);
		}
		for (size_t i = (size_t)round; i < n; i += 3)
			icj_case_unset(c, icj_field_at(i));
		for (size_t i = 0; i < n; i++)
			ck_assert_int_eq(icj_case_has(c, icj_field_at(i)),
			    i % 3 != (size_t)round);
		icj_case_reset(c);
		for (size_t i = 0; i < n; i++)
			ck_assert_uint_eq(icj_case_get(c, icj_field_at(i),
			    buf, sizeof(buf)), 0);
	}
}
END_TEST

START_TEST(several)
{
	static const struct {
		const char *field, *text;
	} given[] = {
		{"plan_days", "91"}, {"icpc", ""}, {"residence", "parent"},
		{"sending_state", "tx"}, {"receiving_state", "XX"},
		{"supervision", "nun"}, {"transfer_requested", "2015-07-02"},
		{"full_time_student", " no "}, {"plan_days", "92"},
	};
	struct icj_value v[COUNT_OF(given)];
	enum icj_err err = ICJ_OK;
	size_t i;

	for (i = 0; i < COUNT_OF(given); i++)
		v[i] = (struct icj_value){field(given[i].field), given[i].text,
			strlen(given[i].text)};
	i = icj_case_set_all(c, v, COUNT_OF(given), &err);
	ck_assert_uint_eq(i, 4);
	ck_assert_int_eq(err, ICJ_E_STATE);
	ck_assert_str_eq(get("sending_state"), "TX");
	ck_assert(!icj_case_has(c, field("icpc")));
	ck_assert_uint_eq(icj_case_set_all(c, v + 5, 4, &err), 0);
	ck_assert_int_eq(err, ICJ_E_CHOICE);
	ck_assert_uint_eq(icj_case_set_all(c, v + 6, 3, &err), 3);
	ck_assert_str_eq(get("full_time_student"), "no");
	ck_assert_str_eq(get("plan_days"), "92");
	ck_assert_uint_eq(icj_case_set_all(c, v, 0, &err), 0);
}
END_TEST

/* -- Rows --------------------------------------------------------------- */

#define SOME_FIELDS 24

static unsigned pick(unsigned n)
{
	static uint64_t state = 20150101;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (unsigned)(state >> 33) % n;
}

/* Any text that the table above reads or refuses, or nothing. */
static const char *some_text(const struct icj_field *f)
{
	const char *const *samples = samples_of(f);
	size_t n = 0;

	if (pick(4) == 0)
		return "";
	if (pick(12) == 0)
		return values[pick(COUNT_OF(values))].text;
	while (samples[n])
		n++;
	return samples[pick((unsigned)n)];
}

static void ck_same_case(const struct icj_case *a, const struct icj_case *b)
{
	char one[256], two[256];

	for (size_t i = 0; icj_field_at(i); i++) {
		size_t n = icj_case_get(a, icj_field_at(i), one, sizeof(one));

		ck_assert_uint_eq(icj_case_get(b, icj_field_at(i), two,
		    sizeof(two)), n);
		ck_assert(memcmp(one, two, n) == 0);
		ck_assert_int_eq(icj_case_has(a, icj_field_at(i)), n > 0);
	}
}

/* Values as they are mostly spelled are read a shorter way, which comes to what
 * the careful one does: that is taken where a user has words for nothing. */
START_TEST(shorter_way)
{
	static const char *const none[] = {"no such word"};
	struct icj_case *careful = icj_case_new();
	struct icj_value v[SOME_FIELDS];

	icj_case_null_words(careful, none, 1);
	for (int k = 0; k < 2000; k++) {
		enum icj_err err = ICJ_OK, want = ICJ_OK;
		size_t n, m;

		for (unsigned i = 0; i < SOME_FIELDS; i++) {
			v[i].field = icj_field_at(((size_t)_i * SOME_FIELDS + i)
			    % icj_field_count());
			v[i].text = some_text(v[i].field);
			v[i].len = strlen(v[i].text);
		}
		icj_case_reset(c);
		icj_case_reset(careful);
		n = icj_case_set_all(c, v, SOME_FIELDS, &err);
		m = icj_case_set_all(careful, v, SOME_FIELDS, &want);
		ck_assert_uint_eq(n, m);
		ck_assert_int_eq(err, want);
		ck_same_case(c, careful);
	}
	icj_case_free(careful);
}
END_TEST

/* No byte behind a text is read: each here ends where its memory does. */
START_TEST(no_further)
{
	const struct icj_field *f = icj_field_at((size_t)_i);

	for (const char *const *text = samples_of(f); *text; text++)
		for (size_t len = 1; len <= strlen(*text); len++) {
			char *tight = malloc(len), buf[64];

			memcpy(tight, *text, len);
			if (icj_case_set(c, f, tight, len) == ICJ_OK)
				ck_assert(icj_case_get(c, f, buf,
				    sizeof(buf)) > 0);
			else
				ck_assert(!icj_case_has(c, f));
			icj_case_reset(c);
			free(tight);
		}
}
END_TEST

START_TEST(date_forms)
{
	static const struct {
		const char *form, *text;
		enum icj_err err;
		const char *reads;
	} forms[] = {
		{"mdy", "03/04/2015", ICJ_OK, "2015-03-04"},
		{"dmy", "03/04/2015", ICJ_OK, "2015-04-03"},
		{"mdy", "3-4-2015", ICJ_OK, "2015-03-04"},
		{"mdy", "3 4 2015", ICJ_OK, "2015-03-04"},
		{"mdy", "2015-03-04", ICJ_OK, "2015-03-04"},
		{"mdy", "13/04/2015", ICJ_E_DAY_FIRST, ""},
		{"mdy", "13/31/2015", ICJ_E_NO_SUCH_DAY, ""},
		{"mdy", "03/04/15", ICJ_E_YEAR, ""},
		{"%d.%m.%Y", "03.04.2015", ICJ_OK, "2015-04-03"},
	};

	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct icj_date_form form;

		ck_assert_int_eq(icj_date_form_parse(forms[i].form, &form),
		    ICJ_OK);
		icj_case_date_form(c, &form);
		ck_assert_msg(set("transfer_requested", forms[i].text) ==
		    forms[i].err, "%s", forms[i].text);
		ck_assert_str_eq(get("transfer_requested"), forms[i].reads);
		/* also where "indefinite" may stand, and in lists */
		ck_assert_int_eq(set("supervision_ends", forms[i].text),
		    forms[i].err);
		ck_assert_int_eq(set("supervision_ends", "indefinite"),
		    ICJ_OK);
		ck_assert_int_eq(set("annual_meetings", forms[i].text),
		    forms[i].err);
	}
}
END_TEST

/* -- A buffer that is too small ----------------------------------------- */

START_TEST(short_buffers)
{
	static const struct {
		const char *field, *text;
		size_t size;
		const char *reads;
	} cuts[] = {
		{"case_id", "1234567", 8, "1234567"},
		{"case_id", "12345678", 8, "1234..."},
		{"transfer_requested", "2015-07-02", 11, "2015-07-02"},
		{"transfer_requested", "2015-07-02", 10, "2015-0..."},
		{"residence", "independent", 12, "independent"},
		{"residence", "independent", 8, "inde..."},
		{"documents", "form-iv;form-v", 16, "form-iv; form-v"},
		{"documents", "form-iv;form-v", 15, "form-iv; fo..."},
		/* never half a character */
		{"worker", "abc\xc3\xa9\xc3\xa9\xc3\xa9", 8, "abc..."},
		{"case_id", "1234567", 7, ""},
	};

	for (size_t i = 0; i < COUNT_OF(cuts); i++) {
		char buf[32];
		size_t len;

		memset(buf, 'x', sizeof(buf));
		ck_assert_int_eq(set(cuts[i].field, cuts[i].text), ICJ_OK);
		len = icj_case_get(c, field(cuts[i].field), buf, cuts[i].size);
		ck_assert_uint_eq(len, strlen(cuts[i].reads));
		if (len > 0)
			ck_assert_str_eq(buf, cuts[i].reads);
		ck_assert_int_eq(buf[cuts[i].size], 'x');
	}
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("case");
	TCase *tc = tcase_create("case");
	int fields = (int)icj_field_count();

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_add_loop_test(tc, value, 0, (int)COUNT_OF(values));
	tcase_add_test(tc, bad_value_forgets);
	tcase_add_loop_test(tc, round_trip, 0, fields);
	tcase_add_loop_test(tc, folding, 0, fields);
	tcase_add_loop_test(tc, nul, 0, fields);
	tcase_add_loop_test(tc, names, 0, fields);
	tcase_add_test(tc, all_at_once);
	tcase_add_test(tc, several);
	tcase_add_loop_test(tc, shorter_way, 0, fields / SOME_FIELDS + 1);
	tcase_add_loop_test(tc, no_further, 0, fields);
	tcase_add_test(tc, date_forms);
	tcase_add_test(tc, short_buffers);
	suite_add_tcase(s, tc);
	return s;
}
