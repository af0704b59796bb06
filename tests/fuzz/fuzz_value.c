/* SPDX-License-Identifier: MIT */
/*
 * fuzz_value.c - field values, and every question put to them.  An input has
 * a fact a line, "plan_days=91"; a line "form=mdy" says how dates are written
 * from there on, "as_of=", "edition=" and "strict" are the context.
 */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "icj.h"

static struct icj_case *facts, *scratch;
static struct icj_report *report;
static struct icj_context ctx;
static struct icj_date_form form;

/* What was read, written as the manual writes it, is read as the same. */
static void check_round(const struct icj_field *f)
{
	/* A list of all choices is short; a text may be as long as it likes. */
	char first[FUZZ_MOST * 2], second[FUZZ_MOST * 2];
	size_t n = icj_case_get(facts, f, first, sizeof(first)), m;

	CHECK(n < sizeof(first) && strlen(first) <= n);
	CHECK((n > 0) == icj_case_has(facts, f) || f->type == ICJ_TEXT);
	if (n == 0 || strlen(first) < n)
		return;
	icj_case_reset(scratch);
	CHECK(icj_case_set(scratch, f, first, n) == ICJ_OK);
	m = icj_case_get(scratch, f, second, sizeof(second));
	CHECK(m == n && strcmp(first, second) == 0);
}

static void set(const struct icj_field *f, const char *text, size_t len)
{
	char small[8];
	enum icj_err err = icj_case_set(facts, f, text, len);

	CHECK(icj_strerror(err)[0]);
	CHECK(!fuzz_shows(icj_strerror(err), strlen(icj_strerror(err)),
	    text, len));
	if (err == ICJ_OK)
		check_round(f);
	else
		CHECK(!icj_case_has(facts, f));
	icj_case_get(facts, f, small, sizeof(small));
	CHECK(memchr(small, '\0', sizeof(small)));
}

static void take_context(const char *key, size_t n, const char *text,
    size_t len)
{
	char word[64] = "";
	struct icj_time as_of;

	if (n == 4 && !memcmp(key, "form", 4) && len < sizeof(word)) {
		memcpy(word, text, len);
		if (icj_date_form_parse(word, &form) == ICJ_OK)
			icj_case_date_form(facts, &form);
	}
	if (n == 5 && !memcmp(key, "as_of", 5) &&
	    icj_time_parse(text, len, NULL, &as_of) == ICJ_OK)
		ctx.as_of = as_of;
	if (n == 7 && !memcmp(key, "edition", 7) &&
	    icj_date_parse(text, len, NULL, &ctx.edition) != ICJ_OK)
		ctx.edition = ICJ_DATE_NONE;
	if (n == 5 && !memcmp(key, "whose", 5) && len == 1)
		ctx.whose = *text == '1' ? ICJ_BOTH : *text == '2' ?
		    ICJ_FEDERAL : ICJ_OWNER;
}

static void take_line(const char *line, size_t len)
{
	const char *sign = memchr(line, '=', len);
	size_t n = sign ? (size_t)(sign - line) : len;
	const struct icj_field *f = icj_field_find(line, n);

	ctx.strict |= len == 6 && !memcmp(line, "strict", 6);
	if (f && sign)
		set(f, sign + 1, len - n - 1);
	else if (sign)
		take_context(line, n, sign + 1, len - n - 1);
}

/* -- The questions ------------------------------------------------------ */

static void check_findings(void)
{
	const struct icj_finding *f = NULL;
	size_t n = 0;

	while ((f = icj_report_next(report, f))) {
		CHECK(icj_finding_rule(f)->cite[0]);
		CHECK(icj_status_name(icj_finding_status(f))[0]);
		CHECK(++n < 1000);
	}
	CHECK(!ctx.strict || !icj_report_fact(report, ICJ_ASSUMED, 0));
	CHECK(icj_report_note(report));
}

static void copy_facts(void)
{
	static char text[1 << 20];
	size_t used = 0;

	icj_case_reset(scratch);
	for (size_t i = 0; i < icj_field_count(); i++) {
		size_t n = icj_case_get(facts, icj_field_at(i), text + used,
		    sizeof(text) - used);

		if (n > 0)
			icj_case_set(scratch, icj_field_at(i), text + used, n);
		used += n + 1;
		CHECK(used + FUZZ_MOST < sizeof(text));
	}
}

static void check_eligible(void)
{
	enum icj_tri verdict = icj_eligible(facts, &ctx, report);

	CHECK(icj_report_cite(report, 0));
	CHECK((verdict == ICJ_UNKNOWN) ==
	    (icj_report_fact(report, ICJ_MISSING, 0) != NULL));
	check_findings();
}

static void check_why_not(void)
{
	struct icj_change change[ICJ_CHANGES];
	enum icj_tri verdict = icj_eligible(facts, &ctx, report);
	int n = icj_eligible_why_not(facts, &ctx, scratch, report, change);

	CHECK(n >= -1 && n <= ICJ_CHANGES);
	CHECK((n == 0) == (verdict == ICJ_YES));
	if (n < 0)
		return;
	CHECK(icj_eligible(scratch, &ctx, report) == ICJ_YES);
	for (int i = 0; i < n; i++)
		CHECK(change[i].field && change[i].value[0]);
}

/* A copy of the facts by their written values gets the same answer. */
static void check_ask(void)
{
	copy_facts();
	CHECK(icj_eligible(facts, &ctx, report) ==
	    icj_eligible(scratch, &ctx, report));
	icj_eligible_ask(facts, &ctx, scratch, report, NULL, 0);
}

static void check_due(const struct icj_due *due)
{
	char text[32];

	CHECK(due->duty.id && icj_due_status_name(due->status)[0]);
	CHECK(memchr(due->note, '\0', sizeof(due->note)));
	icj_time_format(&due->start, text);
	icj_time_format(&due->due, text);
	icj_time_format(&due->extended_to, text);
	icj_time_format(&due->done, text);
	CHECK(due->owed_by_state >= 0 && due->owed_by_state <= ICJ_STATES);
	if (due->status == ICJ_DUE_NO_START)
		CHECK(due->edition == ICJ_DATE_NONE);
}

static void check_duties(void)
{
	static struct icj_due due;
	size_t n = 0;

	while (icj_due(facts, &ctx, n, &due)) {
		check_due(&due);
		CHECK(++n < 1000);
	}
	CHECK(n > 0);
}

static void check_permit(void)
{
	struct icj_permit out;
	enum icj_permit_need need = icj_permit(facts, &ctx, report, &out);

	CHECK(need == out.need && icj_permit_need_name(need)[0]);
	CHECK(icj_report_cite(report, 0));
	CHECK((need == ICJ_PERMIT_UNKNOWN) ==
	    (icj_report_fact(report, ICJ_MISSING, 0) != NULL));
	check_findings();
}

static void check_return(void)
{
	struct icj_return out;
	struct icj_paper paper;
	struct icj_step step;
	size_t n = 0;

	CHECK(icj_return(facts, &ctx, report, &out) == out.procedure);
	CHECK(icj_procedure_name(out.procedure)[0]);
	check_findings();
	while (icj_return_step(facts, &ctx, &out, n, &step)) {
		CHECK(step.text && step.text[0] && step.rule);
		CHECK(++n < 1000);
	}
	for (n = 0; icj_return_paper(facts, &out, n, &paper); n++)
		CHECK(n < 1000);
}

static void check_referral(void)
{
	struct icj_referral out;
	struct icj_document document;
	struct icj_step step;
	size_t n = 0;

	icj_referral(facts, &ctx, report, &out);
	check_findings();
	while (icj_referral_document(facts, &out, n, &document)) {
		CHECK(document.name && document.rule);
		CHECK(++n < 1000);
	}
	for (n = 0; icj_referral_step(facts, &ctx, &out, n, &step); n++)
		CHECK(step.text && n < 1000);
}

static void check_supervise(void)
{
	struct icj_supervise out;
	struct icj_item item;
	struct icj_step step;
	size_t n = 0;

	icj_supervise(facts, &ctx, report, &out);
	check_findings();
	while (icj_supervise_item(facts, &ctx, &out, n, &item)) {
		CHECK(item.of && item.name && item.rule);
		CHECK(++n < 1000);
	}
	for (n = 0; icj_supervise_step(facts, &ctx, n, &step); n++)
		CHECK(step.text && n < 1000);
}

static void check_vote(void)
{
	struct icj_vote out;

	icj_vote(facts, &ctx, report, &out);
	check_findings();
	CHECK(out.needed >= -1 && out.pays);
	for (int i = 0; i < ICJ_VOTE_PARTS; i++)
		CHECK(icj_vote_name((enum icj_vote_part)i, out.part[i]));
}

/* A count that is not decided names what to ask for, and one that counts is
 * of a state and a day. */
static void check_tally(void)
{
	struct icj_tally out;
	char text[ICJ_PERIOD_SIZE];

	for (size_t i = 0; icj_tally(facts, &ctx, i, &out); i++) {
		CHECK(out.measure == icj_measure_at(i));
		CHECK((out.counts == ICJ_UNKNOWN) == (out.lacks != NULL));
		CHECK(out.counts != ICJ_YES || out.state);
		CHECK(out.counts == ICJ_NO || out.day != ICJ_DATE_NONE);
		if (out.day == ICJ_DATE_NONE)
			continue;
		for (int by = ICJ_BY_MONTH; by <= ICJ_BY_FISCAL_YEAR; by++) {
			int32_t p = icj_period_of((enum icj_by)by, out.day);
			icj_date first = icj_period_start((enum icj_by)by, p);

			CHECK(icj_period_format((enum icj_by)by, p, text)[0]);
			CHECK(first == ICJ_DATE_NONE || first <= out.day);
		}
	}
}

static void check_training(void)
{
	struct icj_training out;

	icj_training(facts, &ctx, report, &out);
	check_findings();
	CHECK(out.form && out.hours >= -1 && icj_training_hours(facts) >= -1);
	CHECK(out.mentoring != ICJ_MET || out.mentoring_until == ICJ_DATE_NONE ||
	    out.mentoring_until >= ctx.as_of.date);
}

static void check_terms(void)
{
	struct icj_term out;

	for (size_t i = 0; icj_term(facts, &ctx, i, &out); i++) {
		CHECK(out.paragraph && out.says && i < 1000);
		CHECK((out.holds == ICJ_UNKNOWN) == (out.missing[0] != NULL));
		CHECK(!ctx.strict || !out.assumed[0]);
	}
}

static void start(void)
{
	static struct icj_calendar *cal;

	if (!cal) {
		cal = icj_calendar_new(NULL, 0, NULL, 0);
		facts = icj_case_new();
		scratch = icj_case_new();
		report = icj_report_new();
	}
	CHECK(cal && facts && scratch && report);
	icj_case_reset(facts);
	memset(&ctx, 0, sizeof(ctx));
	memset(&form, 0, sizeof(form));
	icj_case_date_form(facts, &form);
	ctx.edition = ICJ_DATE_NONE;
	ctx.as_of = (struct icj_time){ icj_date_of(2015, 6, 1), ICJ_NO_CLOCK,
		ICJ_NO_OFFSET };
	ctx.calendar = cal;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char text[FUZZ_MOST];

	if (size > FUZZ_MOST)
		return 0;
	start();
	memcpy(text, data, size);
	for (size_t at = 0, end; at < size; at = end + 1) {
		const char *stop = memchr(text + at, '\n', size - at);

		end = stop ? (size_t)(stop - text) : size;
		take_line(text + at, end - at);
	}
	check_eligible();
	/* These two try changes of facts by the hundred. */
	if (fuzz_hash(data, size) % 16 == 0)
		check_why_not();
	if (fuzz_hash(data, size) % 16 == 1)
		check_ask();
	check_permit();
	check_return();
	check_referral();
	check_supervise();
	check_vote();
	check_tally();
	check_training();
	check_terms();
	check_duties();
	return 0;
}
