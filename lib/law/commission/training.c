/* SPDX-License-Identifier: MIT */
/*
 * training.c - who may be mentored, who may ask for training and by which
 * form, what a session is.  It all rests on a page of the Commission and its
 * Administrative Policy 01-2019, not on the rules: no row has an edition.
 */
#include "law/commission/training.h"
#include "base/guard.h"

#include <string.h>

/* Bits of the choices, in their order in fields.h. */
enum {
	COMMISSIONER = 1, ADMINISTRATOR = 2, DEPUTY = 4, OFFICE_STAFF = 8,
	SUPERVISOR = 16, FIELD_OFFICER = 32, FIELD_STAFF = 64, JUDGE = 128,
	COURT_PERSONNEL = 256
};
enum { MENTORING = 1, ON_SITE = 2, CURRICULUM = 4, ASSISTANCE = 8 };
ENDS_WITH(training_request, ASSISTANCE);

#define SESSION_HOURS 2

/* -- Conditions --------------------------------------------------------- */

/* The day after the first year, which may lie beyond all days. */
static icj_date first_year_end(icj_date since)
{
	icj_date end = icj_date_add_months(since, 12);

	return end != ICJ_DATE_NONE ? end : ICJ_DATE_MAX + 1;
}

/* Reading: the first year ends before the anniversary; whoever is to begin
 * is not yet in transition.  After a February 29 the anniversary is
 * February 28. */
static enum icj_tri in_first_year(struct eval *e)
{
	icj_date since = 0, on = e->ctx->as_of.date;
	enum icj_tri v = need_date(e, F_role_since, &since);

	return v == ICJ_YES ?
	    tri(on >= since && on < first_year_end(since)) : v;
}

/* -- Rows --------------------------------------------------------------- */

/* Reading: whoever leads a compact office is of its staff. */
#define OFFICE (COMMISSIONER | ADMINISTRATOR | DEPUTY | OFFICE_STAFF)

static const struct rule_row mentoring[] = {
	{P(training_mentoring), MUST, {ANY(role, OFFICE)}},
	{P(training_first_year), MUST, {CALL(in_first_year)}},
};

/* Reading: only a Commissioner asks, for the form is the Commissioner's; the
 * alternative lets an office ask for a curriculum itself. */
static const struct rule_row requesting[] = {
	{P(training_requesting), MUST, {ANY(role, COMMISSIONER)}},
};

static const struct rule_row attending[] = {
	{P(training_attending), MUST,
	 {ANY(role, OFFICE | SUPERVISOR | FIELD_OFFICER |
	 FIELD_STAFF | JUDGE | COURT_PERSONNEL)}},
};

static const struct table all[] = {
	TABLE(mentoring), TABLE(requesting), TABLE(attending),
};

const struct icj_rule *icj__training_rule(size_t i)
{
	return icj__table_rule(all, COUNT_OF(all), i);
}

/* -- The question ------------------------------------------------------- */

/* All rows have to be met; cites those that decide.  Undated rows are of no
 * edition: none is looked for. */
static enum icj_status training_decide(
    struct eval *e, const struct rule_row *rows, size_t n, struct icj_report *r)
{
	size_t first = r->findings;
	enum icj_tri v = ICJ_YES;

	for (size_t i = 0; i < n; i++)
		v = and_(v, value_of(icj__judge(e, &rows[i], r)));
	for (size_t i = first; i < r->findings; i++)
		if (r->finding[i].status == (enum icj_status)v)
			leave_open(r, &r->finding[i]);
	return (enum icj_status)v;
}

static void judge_request(struct eval *e, struct icj_report *r,
    struct icj_training *out)
{
	if (!icj__fact_known(e->c, F_training_request))
		return;
	if (icj__fact_any(e->c, F_training_request, MENTORING)) {
		out->request = out->mentoring;
		out->form = "mentor-request-form";
		return;
	}
	out->form = "training-and-technical-assistance-request-form";
	out->request = training_decide(e, requesting, COUNT_OF(requesting), r);
	icj__report_note(r, "the Training and Technical Assistance Policy "
	    "governs the request; the National Office reviews it");
}

static void judge_session(struct eval *e, struct icj_report *r,
    struct icj_training *out)
{
	if (!icj__fact_known(e->c, F_training_session))
		return;
	out->hours = SESSION_HOURS;
	out->session = training_decide(e, attending, COUNT_OF(attending), r);
}

static void note_source(const struct icj_context *ctx, struct icj_report *r)
{
	char buf[96];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "judged as of ");
	icj__text_add_date(&t, ctx->as_of.date);
	icj__text_next(&t);
	icj__text_add(&t, "not from the rules: no edition");
	icj__report_note(r, buf);
}

ICJ_API enum icj_status icj_training(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_training *out)
{
	if (icj__cannot_ask(c, ctx, r, false) || !out)
		return icj__no_training(out);

	struct case_room room;
	struct eval e;

	if (icj__is_unwatched(c))
		c = icj__report_watched(r, c, &room);
	*out = (struct icj_training){.mentoring_until = ICJ_DATE_NONE,
	    .request = ICJ_NOT_APPLICABLE, .form = "",
	    .session = ICJ_NOT_APPLICABLE, .hours = -1};
	r->watched = icj__case_watch(c);
	icj__report_start(r, ctx->as_of.date, NULL);
	icj__eval_start(&e, c, ctx, ctx->as_of.date);
	out->mentoring = training_decide(&e, mentoring, COUNT_OF(mentoring), r);
	if (icj__fact_known(c, F_role_since) &&
	    first_year_end(icj__fact_day(c, F_role_since)) <= ICJ_DATE_MAX)
		out->mentoring_until =
		    first_year_end(icj__fact_day(c, F_role_since)) - 1;
	judge_request(&e, r, out);
	judge_session(&e, r, out);
	note_source(ctx, r);
	return out->mentoring;
}

ICJ_API int32_t icj_training_hours(const struct icj_case *c)
{
	if (!c)
		return -1;

	if (icj__fact_known(c, F_training_hours))
		return icj__fact_count(c, F_training_hours);
	return icj__fact_known(c, F_training_session) ? SESSION_HOURS : -1;
}
