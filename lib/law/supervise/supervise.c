/* SPDX-License-Identifier: MIT */
/*
 * supervise.c - a juvenile under supervision, Rules 2-104 and 5-101 to 5-104:
 * the answers about communication, reports, retaking, conditions and costs.
 */
#include "law/supervise/supervise.h"

#include <string.h>

#include "terms/terms.h"
#include "base/guard.h"

/* -- What is on file ----------------------------------------------------- */

bool icj__ends_supervision(const struct icj_case *c, enum field_id end)
{
	static const uint16_t raised_on[] = {
		F_accepted, F_absconder_since, F_warrant_notified,
		F_expiry_noticed,
	};

	if (!icj__fact_known(c, end))
		return false;
	for (size_t i = 0; i < COUNT_OF(raised_on); i++)
		if (icj__fact_known(c, raised_on[i]) &&
		    icj__fact_day(c, end) < icj__fact_day(c, raised_on[i]))
			return false;
	return true;
}

bool icj__absconding_on_file(const struct icj_case *c)
{
	return icj__fact_known(c, F_absconder_report_items) ||
	    icj__fact_known(c, F_absconder_since) ||
	    icj__fact_yes(c, F_absconded);
}

/* -- Communication ------------------------------------------------------ */

/* The offices themselves have nobody to ask and nobody to send a copy. */
static void judge_communication(struct supervise_eval *q)
{
	if (icj__fact_is(q->e.c, F_communication, BETWEEN_OFFICES))
		icj__row_aside(&q->rows, S_COPY);
	for (size_t i = S_OFFICES; i <= S_COPY; i++)
		if (!icj__row_is_aside(&q->rows, i))
			add_notes(&q->r->own.missing,
			    &icj__row(&q->rows, i)->missing);
}

/* -- Contents ----------------------------------------------------------- */

/* AND over rows, or set aside where nothing of the kind is on file. */
static enum icj_contents contents_of(struct supervise_eval *q, bool on_file,
    size_t first, size_t last)
{
	enum icj_tri v = ICJ_YES;

	if (!on_file) {
		icj__rows_aside(&q->rows, first, last);
		return ICJ_CONTENTS_NONE;
	}
	for (size_t i = first; i <= last; i++)
		if (icj__row(&q->rows, i)->wording)
			v = and_(v, icj__row_value(&q->rows, i));
	for (size_t i = first; i <= last; i++) {
		const struct icj_finding *f = icj__row(&q->rows, i);

		if (v == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing, &f->missing);
		/* Present, what was presumed absent would be called for. */
		if (v != ICJ_NO)
			add_notes(&q->r->own.assumed, &f->assumed);
	}
	return v == ICJ_YES ? ICJ_CONTENTS_COMPLETE :
	    v == ICJ_NO ? ICJ_CONTENTS_INCOMPLETE : ICJ_CONTENTS_UNKNOWN;
}

/* Reading: the report of an absconding is measured by 5-102(2) alone, unless
 * what it has under 5-103(1) is listed, too. */
static void find_on_file(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;
	bool reported = icj__fact_known(c, F_violation_reported) ||
	    icj__fact_known(c, F_violation_report_received);
	bool absconding = icj__absconding_on_file(c);
	bool listed = icj__fact_known(c, F_report_items);

	q->on_file.search = icj__fact_known(c, F_locate_efforts);
	q->on_file.absconder_report =
	    icj__fact_known(c, F_absconder_report_items) ||
	    (absconding && reported && !listed);
	q->on_file.report = listed || (reported && !absconding);
	q->on_file.reply = icj__fact_known(c, F_violation_replied) ||
	    icj__fact_known(c, F_reply_items);
}

static void judge_contents(struct supervise_eval *q)
{
	q->out->search =
	    contents_of(q, q->on_file.search, S_RESIDENCE, S_FAMILY);
	q->out->absconder_report = contents_of(q, q->on_file.absconder_report,
	    S_ADDRESS, S_CHARGES);
	q->out->report =
	    contents_of(q, q->on_file.report, S_DATE, S_RECOMMENDATION);
	q->out->reply =
	    contents_of(q, q->on_file.reply, S_ACTION, S_ACTION_DATE);
}

/* -- Retaking ----------------------------------------------------------- */

static const uint8_t bars[] = {S_OFFENSE, S_PENDING};

static void cite_bars(struct supervise_eval *q, enum icj_tri forbidden)
{
	for (size_t i = 0; i < COUNT_OF(bars); i++) {
		const struct icj_finding *f = icj__row(&q->rows, bars[i]);

		if (f->value != forbidden || forbidden == ICJ_NO)
			continue;
		add_cite(q->out->retake_rule, ICJ_SUPERVISE_RULES,
		    icj__cite_of(f));
		if (forbidden == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing, &f->missing);
	}
	if (forbidden == ICJ_NO)
		add_cite(q->out->retake_rule, ICJ_SUPERVISE_RULES,
		    icj__number_of(q->r->office, P(return_decided),
		    q->r->on));
}

/* Whether the answer would be another were charges pending after all. */
static bool charges_matter(struct supervise_eval *q, enum icj_tri forbidden)
{
	enum icj_tri then = not_(icj__consent_to_return(&q->e));

	drop_notes(&q->e);
	return or_(icj__row_value(&q->rows, S_OFFENSE), then) != forbidden;
}

static void judge_retaking(struct supervise_eval *q)
{
	static const enum icj_retake retake[] = {
		[ICJ_NO] = ICJ_RETAKE_YES, [ICJ_UNKNOWN] = ICJ_RETAKE_UNKNOWN,
		[ICJ_YES] = ICJ_RETAKE_NO,
	};
	enum icj_tri forbidden;

	if (icj__has_come(&q->e, F_returned) ||
	    icj__fact_no(q->e.c, F_transferred)) {
		icj__rows_aside(&q->rows, S_OFFENSE, S_WAIVER);
		icj__rows_aside(&q->rows, S_PENDING, S_PENDING);
		return;
	}
	forbidden = or_(icj__row_value(&q->rows, S_OFFENSE),
	    icj__row_value(&q->rows, S_PENDING));
	q->out->retake = retake[forbidden];
	cite_bars(q, forbidden);
	if (charges_matter(q, forbidden))
		add_notes(&q->r->own.assumed,
		    &icj__row(&q->rows, S_PENDING)->assumed);
}

/* -- Failure ------------------------------------------------------------ */

/* Facts that say that it failed.  A request for the removal is one since 2024:
 * before, it starts a duty. */
static bool failure_on_file(const struct supervise_eval *q)
{
	static const uint16_t facts[] = {
		F_efforts_documented, F_left_approved_residence,
		F_no_viable_residence, F_serious_threat,
		F_violations_documented,
	};

	for (size_t i = 0; i < COUNT_OF(facts); i++)
		if (icj__fact_known(q->e.c, facts[i]))
			return true;
	return icj__fact_known(q->e.c, F_removal_requested) &&
	    icj__ground(&q->e, P(failure)) == 1;
}

/* The situations that are there or, where none is known to be, could be; else
 * the rule, which also asks that nobody detains the juvenile. */
static void cite_failure(struct supervise_eval *q, enum icj_tri v)
{
	const struct icj_finding *f;
	enum icj_tri best = ICJ_NO;
	size_t cited = 0;

	for (size_t i = S_FAILED_WITH_GUARDIAN; i <= S_FAILED_ALONE; i++)
		if (icj__row(&q->rows, i)->wording)
			best = or_(best, icj__row_value(&q->rows, i));
	for (size_t i = S_FAILED_WITH_GUARDIAN; i <= S_FAILED_ALONE; i++) {
		f = icj__row(&q->rows, i);
		if (best != v || v == ICJ_NO || !f->wording || f->value != v)
			continue;
		add_cite(q->out->failure_rule, ICJ_SUPERVISE_RULES,
		    icj__cite_of(f));
		cited++;
	}
	if (cited == 0)
		add_cite(q->out->failure_rule, ICJ_SUPERVISE_RULES,
		    icj__cite_of(icj__row(&q->rows, S_FAILURE)));
}

static void judge_failure(struct supervise_eval *q)
{
	static const enum icj_failure failure[] = {
		[ICJ_NO] = ICJ_FAILURE_NO, [ICJ_UNKNOWN] = ICJ_FAILURE_UNKNOWN,
		[ICJ_YES] = ICJ_FAILURE_MAY,
	};
	const struct icj_finding *f;

	if (icj__row_is_aside(&q->rows, S_FAILURE))
		return;
	f = icj__row(&q->rows, S_FAILURE);
	if (!f->wording)
		return;
	q->out->failure = failure[f->value];
	cite_failure(q, f->value);
	if (f->value == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &f->missing);
	else
		add_notes(&q->r->own.assumed, &f->assumed);
}

/* -- Conditions and costs ----------------------------------------------- */

static enum icj_cost cost_of_condition(const struct icj_case *c)
{
	if (!icj__fact_known(c, F_condition_imposed_by))
		return ICJ_COST_UNKNOWN;
	return icj__fact_is(c, F_condition_imposed_by, IMPOSED_BY_RECEIVING) ?
	    ICJ_COST_NOT_SENDING : ICJ_COST_NONE;
}

static void judge_condition(struct supervise_eval *q)
{
	static const enum icj_condition of[] = {
		[ICJ_NO] = ICJ_CONDITION_BARRED,
		[ICJ_UNKNOWN] = ICJ_CONDITION_UNKNOWN,
		[ICJ_YES] = ICJ_CONDITION_ALLOWED,
	};
	const struct icj_finding *f;

	if (!icj__fact_known(q->e.c, F_condition_imposed_by) &&
	    !icj__fact_known(q->e.c, F_would_impose_on_own)) {
		icj__row_aside(&q->rows, S_CONDITION);
		return;
	}
	f = icj__row(&q->rows, S_CONDITION);
	q->out->condition = of[f->value];
	q->out->condition_cost = cost_of_condition(q->e.c);
	if (q->out->condition_cost == ICJ_COST_UNKNOWN)
		icj__note(&q->r->own.missing, F_condition_imposed_by);
	if (f->value == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &f->missing);
}

static void supervise_judge_costs(struct supervise_eval *q)
{
	static const enum icj_cost cost[] = {
		[ICJ_NO] = ICJ_COST_NOT_SENDING,
		[ICJ_UNKNOWN] = ICJ_COST_UNKNOWN, [ICJ_YES] = ICJ_COST_SENDING,
	};
	const struct icj_finding *f;

	if (icj__fact_known(q->e.c, F_sanction_imposed_by))
		q->out->sanction_cost = icj__fact_is(q->e.c,
		    F_sanction_imposed_by, IMPOSED_BY_SENDING) ?
		    ICJ_COST_SENDING : ICJ_COST_RECEIVING;
	if (!icj__fact_known(q->e.c, F_treatment_ordered_by) &&
	    !icj__fact_known(q->e.c, F_treatment_available_through_agency) &&
	    !icj__fact_known(q->e.c, F_treatment_other_payor)) {
		icj__row_aside(&q->rows, S_TREATMENT);
		return;
	}
	f = icj__row(&q->rows, S_TREATMENT);
	q->out->treatment_cost = cost[f->value];
	if (f->value == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &f->missing);
}

static void find_problems(struct supervise_eval *q)
{
	static const uint8_t kept[] = {
		S_OFFICES, S_COPY, S_CONDITION, S_FEE, S_RESTITUTION,
	};

	for (size_t i = 0; i < COUNT_OF(kept); i++)
		if (!icj__row_is_aside(&q->rows, kept[i]) &&
		    icj__row(&q->rows, kept[i])->status == ICJ_NOT_MET)
			add_cite(q->out->problem, ICJ_SUPERVISE_RULES,
			    icj__cite_of(icj__row(&q->rows, kept[i])));
}

/* What ended, and is not known to have gone on, makes no answer less sure that
 * it did not decide: the fee of which nothing is said, the form not signed. */
static bool decided_nothing(const struct supervise_eval *q, size_t i,
    const struct icj_finding *f)
{
	if (i != S_FEE && i != S_WAIVER)
		return false;
	return f->used.count == 0 && q->r->on >= f->wording->rule.from &&
	    icj__basis_on(f->wording, q->r->on) == ICJ_BASIS_NEAREST;
}

/* The answers rest on whatever was asked; where nothing was, they are by the
 * law of the day all the same. */
static void rest_on_all(struct supervise_eval *q)
{
	for (uint64_t left = icj__rows_in_play(&q->rows, S_COUNT); left;
	    left &= left - 1) {
		size_t i = (size_t)__builtin_ctzll(left);
		const struct icj_finding *f = icj__row(&q->rows, i);

		if (f->wording && !decided_nothing(q, i, f))
			icj__rest_on(q->r, f->wording);
	}
	if (q->r->own.edition == ICJ_DATE_NONE)
		icj__rest_on(q->r, icj__wording(q->r->office,
		    P(supervise_offices), q->r->on));
}

/* -- The questions ------------------------------------------------------ */

/* A failure, from the day on which the rules have such a thing. */
static icj_date day_of_failure(const struct icj_case *c)
{
	static const uint16_t days[] = {
		F_failed_supervision_report_received, F_removal_requested,
	};
	icj_date day = icj__fact_first_day(c, days, COUNT_OF(days));
	const struct wording *w;

	return day != ICJ_DATE_NONE &&
	    icj__book_on(NULL, P(failure), day, &w) != NOT_YET ? day :
	    ICJ_DATE_NONE;
}

/* The first of these on file picks the edition, else the as-of date. */
icj_date icj__supervise_day(const struct icj_case *c)
{
	static const uint16_t days[] = {
		F_violation_discovered, F_violation_reported,
		F_violation_report_received, F_absconder_since,
		F_retake_decided,
	}, others[] = {F_expiry_noticed, F_accepted};
	icj_date day = icj__fact_first_day(c, days, COUNT_OF(days));

	if (day == ICJ_DATE_NONE)
		day = day_of_failure(c);
	return day != ICJ_DATE_NONE ? day :
	    icj__fact_first_day(c, others, COUNT_OF(others));
}

/* The items of reports are part of the answer. */
__attribute__((noinline, cold))
static void supervise_watched(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_supervise *out)
{
	struct case_room room;
	struct icj_item item;

	c = icj__report_watched(r, c, &room);
	icj_supervise(c, ctx, r, out);
	for (size_t i = 0; icj_supervise_item(c, ctx, out, i, &item); i++)
		;
	icj__rows_were_asked(r);
}

ICJ_API void icj_supervise(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_supervise *out)
{
	if (icj__cannot_ask(c, ctx, r, true) || !out) {
		icj__no_supervise(out);
		return;
	}
	if (icj__is_unwatched(c)) {
		supervise_watched(c, ctx, r, out);
		return;
	}

	struct supervise_eval q;
	const struct icj_case *given = c;
	struct case_room room;
	struct notes ahead;
	/* A step that lies ahead is judged by the law of its own day. */
	icj_date step = icj__supervise_day(c);

	c = icj__snapshot(c, ctx, &room, &ahead);
	memset(out, 0, sizeof(*out));
	q.r = r;
	q.out = out;
	r->watched = icj__case_watch(c);
	out->on = icj__edition_day(ctx, step);
	out->amendments = ctx->amendments;
	icj__report_start(r, out->on, ctx->amendments);
	icj__eval_start(&q.e, c, ctx, step);
	icj__sheet_start(&q.rows, &q.e, r, icj__supervise_rows);
	if (!icj__fact_known(c, F_communication))
		icj__rows_aside(&q.rows, S_OFFICES, S_COPY);
	if (!failure_on_file(&q))
		icj__rows_aside(&q.rows, S_FAILURE, S_FAILED_ALONE);
	icj__sheet_fill(&q.rows, S_COUNT);
	find_on_file(&q);
	judge_communication(&q);
	judge_contents(&q);
	out->items = icj__items_asked(given, out);
	judge_retaking(&q);
	judge_failure(&q);
	icj__supervise_close(&q);
	judge_condition(&q);
	supervise_judge_costs(&q);
	find_problems(&q);
	rest_on_all(&q);
	icj__supervise_notes(&q);
	icj__note_ahead(r, &ahead, ICJ_AREA_SUPERVISE);
	icj__note_change(r);
}
