/* SPDX-License-Identifier: MIT */
/*
 * supervise.c - a juvenile under supervision, Rules 2-104 and 5-101 to 5-104:
 * the rows, and the answers about communication, reports, retaking, conditions
 * and costs.  The conditions are in supervise_limb.c and supervise_close.c.
 */
#include "supervise.h"

#include <string.h>

#include "return.h"
#include "guard.h"

/* -- Rows --------------------------------------------------------------- */

static const struct rule_row rows[S_COUNT] = {
	[S_OFFICES] = {{"2-104(1)", ED_2010, ED_NEXT,
	  "The states communicate through their ICJ Offices, or local offices "
	  "do so with the prior approval of both."},
	 icj__through_offices, MUST, 0},
	[S_COPY] = {{"2-104(2)", ED_2010, ED_NEXT,
	  "The ICJ Administrator's Offices of both states got an e-mail copy "
	  "of what passed between local offices."},
	 icj__copied_to_both, MUST, 0},
	[S_CONDITION] = {{"5-101(2)", ED_2014, ED_NEXT,
	  "The receiving state adds only such conditions as it would impose "
	  "on its own juveniles."},
	 icj__condition_allowed, MUST, 0},
	[S_FEE] = {{"5-101(5)", ED_2014, ED_NEXT,
	  "Neither state imposes a supervision fee."},
	 icj__no_fee, MUST, 0},
	[S_TREATMENT] = {{"5-101(6)", ED_2014, ED_NEXT,
	  "The sending state pays for treatment that it ordered, where neither "
	  "the supervising agency has it nor anybody else pays."},
	 icj__sending_pays_treatment, MUST, 0},
	[S_RESTITUTION] = {{"5-101(9)", ED_2014, ED_NEXT,
	  "Collecting restitution is not the only purpose."},
	 icj__more_than_restitution, MUST, 0},
	[S_RESIDENCE] = {{"5-102(1)(a)", ED_2013, ED_NEXT,
	  "The last known residence was visited."},
	 icj__went_to_residence, MUST, 0},
	[S_SCHOOL] = {{"5-102(1)(b)", ED_2013, ED_NEXT,
	  "The last known school or employer, if any, was asked."},
	 icj__asked_school, MUST, 0},
	[S_FAMILY] = {{"5-102(1)(c)", ED_2013, ED_NEXT,
	  "Known family and other contacts were asked."},
	 icj__asked_family, MUST, 0},
	[S_ADDRESS] = {{"5-102(2)(a)", ED_2013, ED_NEXT,
	  "The absconder report has the last known address and telephone "
	  "number."},
	 icj__has_address_and_telephone, MUST, 0},
	[S_LAST_CONTACT] = {{"5-102(2)(b)", ED_2013, ED_NEXT,
	  "The absconder report has the date of the last personal contact."},
	 icj__has_last_contact, MUST, 0},
	[S_HOW] = {{"5-102(2)(c)", ED_2013, ED_NEXT,
	  "The absconder report says how the absconding was determined."},
	 icj__has_how, MUST, 0},
	[S_CHARGES] = {{"5-102(2)(d)", ED_2013, ED_NEXT,
	  "The absconder report has the charges pending in the receiving "
	  "state, if any."},
	 icj__has_charges, MUST, 0},
	[S_ABSCONDER] = {{"5-102(3)", ED_2013, ED_NEXT,
	  "The receiving state may close on notice of the sending state's "
	  "warrant, or after 10 business days of absconding."},
	 icj__absconder_closes, MUST, 0},
	[S_DATE] = {{"5-103(1)(a)", ED_2014, ED_NEXT,
	  "The violation report has the date of the citation or violation."},
	 icj__has_date, MUST, 0},
	[S_DESCRIPTION] = {{"5-103(1)(b)", ED_2014, ED_NEXT,
	  "The violation report describes it."},
	 icj__has_description, MUST, 0},
	[S_STATUS] = {{"5-103(1)(c)", ED_2014, ED_NEXT,
	  "The violation report has its status and disposition, if any."},
	 icj__has_status, MUST, 0},
	[S_DOCUMENTS] = {{"5-103(1)(d)", ED_2014, ED_NEXT,
	  "Supporting documents come with the violation report."},
	 icj__has_papers, MUST, 0},
	[S_EFFORTS] = {{"5-103(1)(e)", ED_2014, ED_NEXT,
	  "The violation report has the efforts made to redirect the "
	  "behavior."},
	 icj__has_efforts, MUST, 0},
	[S_SANCTIONS] = {{"5-103(1)(f)", ED_2014, ED_NEXT,
	  "The violation report has the sanctions, if they apply."},
	 icj__has_sanctions, MUST, 0},
	[S_RECOMMENDATION] = {{"5-103(1)(g)", ED_2014, ED_NEXT,
	  "The violation report has the receiving state's recommendation."},
	 icj__has_recommendation, MUST, 0},
	[S_ACTION] = {{"5-103(2)", ED_2014, ED_NEXT,
	  "The reply has the action that the sending state takes."},
	 icj__has_action, MUST, 0},
	[S_ACTION_DATE] = {{"5-103(2)", ED_2014, ED_NEXT,
	  "The reply has the date of that action."},
	 icj__has_action_date, MUST, 0},
	[S_OFFENSE] = {{"5-103(3)(a)", ED_2014, ED_NEXT,
	  "An offense in the receiving state is suspected, and that state has "
	  "not consented to the retaking."},
	 icj__offense_forbids, MUST, 0},
	[S_WAIVER] = {{"5-103(3)(b)", ED_2014, ED_NEXT,
	  "Form IA/VI is signed, so that a return needs no further court "
	  "step."},
	 icj__form_signed, MUST, 0},
	[S_ADULT] = {{"5-104(1)(a)", ED_2013, ED_NEXT,
	  "The receiving state may close where an adult court there passed a "
	  "sentence longer than the juvenile one, once it has told the "
	  "sending state in writing and sent the order."},
	 icj__adult_sentence_closes, MUST, 0},
	[S_EXPIRY] = {{"5-104(1)(b)", ED_2013, ED_NEXT,
	  "The receiving state may close 5 business days after its notice "
	  "that the order expires, unless notified otherwise."},
	 icj__expiry_closes, MUST, 0},
	[S_PLACEMENT] = {{"5-104(2)", ED_2013, ED_NEXT,
	  "The receiving state may close, with written notice, where the "
	  "juvenile is not placed within 90 calendar days of acceptance."},
	 icj__late_placement_closes, MUST, 0},
	[S_ABSCONDER_AGAIN] = {{"5-104(4)", ED_2013, ED_NEXT,
	  "The receiving state may close on notice of the sending state's "
	  "warrant, or after 10 business days of absconding."},
	 icj__absconder_closes, MUST, 0},
	[S_PENDING] = {{"7-103", ED_2010, ED_NEXT,
	  "Charges are pending where the juvenile is, and that state has not "
	  "consented to the return."},
	 icj__charges_forbid, MUST, 0},
};

const struct icj_rule *icj__supervise_rule(size_t i)
{
	return i < COUNT_OF(rows) ? &rows[i].rule : NULL;
}

/* -- Judging ------------------------------------------------------------ */

/* A row about communication, of which there is none on file. */
static bool is_silent(const struct icj_case *c, size_t i)
{
	return i <= S_COPY && !is_known(c, F_communication);
}

static void judge_all(struct supervise_eval *q, icj_date on)
{
	q->f = &q->r->finding[q->r->findings];
	for (size_t i = 0; i < S_COUNT; i++) {
		if (is_silent(q->e.c, i)) {
			pass_over(q->r, &rows[i]);
			q->v[i] = ICJ_NO;
			continue;
		}
		icj__answer_edition(q->r, &rows[i].rule, on);
		q->v[i] = value_of(icj__judge(&q->e, &rows[i], q->r));
	}
}

bool icj__has_come(const struct eval *e, enum field_id f)
{
	return is_known(e->c, f) && day_of(e->c, f) <= e->ctx->as_of.date;
}

bool icj__ends_supervision(const struct icj_case *c, enum field_id end)
{
	static const uint16_t raised_on[] = {
		F_accepted, F_absconder_since, F_warrant_notified,
		F_expiry_noticed,
	};

	for (size_t i = 0; i < COUNT_OF(raised_on); i++)
		if (is_known(c, raised_on[i]) &&
		    day_of(c, end) < day_of(c, raised_on[i]))
			return false;
	return is_known(c, end);
}

bool icj__absconding_on_file(const struct icj_case *c)
{
	return is_known(c, F_absconder_report_items) ||
	    is_known(c, F_absconder_since) || said_yes(c, F_absconded);
}

static void set_rows_aside(struct supervise_eval *q, size_t first,
    size_t last)
{
	for (size_t i = first; i <= last; i++)
		set_aside(&q->f[i]);
}

/* -- Communication ------------------------------------------------------ */

/* The offices themselves have nobody to ask and nobody to send a copy. */
static void judge_communication(struct supervise_eval *q)
{
	const struct fact *who = fact_of(q->e.c, F_communication);

	if (who->set && who->bits == BETWEEN_OFFICES)
		set_rows_aside(q, S_COPY, S_COPY);
	for (size_t i = S_OFFICES; i <= S_COPY; i++)
		if (q->f[i].status == ICJ_UNDECIDED)
			add_notes(&q->r->own.missing, &q->f[i].missing);
}

/* -- Contents ----------------------------------------------------------- */

/* AND over rows, or set aside where nothing of the kind is on file. */
static enum icj_contents contents_of(struct supervise_eval *q, bool on_file,
    size_t first, size_t last)
{
	enum icj_tri v = ICJ_YES;

	if (!on_file) {
		set_rows_aside(q, first, last);
		return ICJ_CONTENTS_NONE;
	}
	for (size_t i = first; i <= last; i++)
		v = and_(v, q->v[i]);
	for (size_t i = first; i <= last; i++) {
		if (v == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing, &q->f[i].missing);
		/* Present, what was presumed absent would be called for. */
		if (v != ICJ_NO)
			add_notes(&q->r->own.assumed, &q->f[i].assumed);
	}
	return v == ICJ_YES ? ICJ_CONTENTS_COMPLETE :
	    v == ICJ_NO ? ICJ_CONTENTS_INCOMPLETE : ICJ_CONTENTS_UNKNOWN;
}

/* Reading: the report of an absconding is measured by 5-102(2) alone, unless
 * what it has under 5-103(1) is listed, too. */
static void judge_contents(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;
	bool reported = is_known(c, F_violation_reported) ||
	    is_known(c, F_violation_report_received);
	bool absconding = icj__absconding_on_file(c);
	bool listed = is_known(c, F_report_items);

	q->out->search = contents_of(q, is_known(c, F_locate_efforts),
	    S_RESIDENCE, S_FAMILY);
	q->out->absconder_report = contents_of(q,
	    is_known(c, F_absconder_report_items) ||
	    (absconding && reported && !listed), S_ADDRESS, S_CHARGES);
	q->out->report = contents_of(q, listed || (reported && !absconding),
	    S_DATE, S_RECOMMENDATION);
	q->out->reply = contents_of(q, is_known(c, F_violation_replied) ||
	    is_known(c, F_reply_items), S_ACTION, S_ACTION_DATE);
}

/* -- Retaking ----------------------------------------------------------- */

static const uint8_t bars[] = {S_OFFENSE, S_PENDING};

static void cite_bars(struct supervise_eval *q, enum icj_tri forbidden)
{
	for (size_t i = 0; i < COUNT_OF(bars); i++) {
		if (q->v[bars[i]] != forbidden || forbidden == ICJ_NO)
			continue;
		add_cite(q->out->retake_rule, ICJ_SUPERVISE_RULES,
		    rows[bars[i]].rule.cite);
		if (forbidden == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing, &q->f[bars[i]].missing);
	}
	if (forbidden == ICJ_NO)
		add_cite(q->out->retake_rule, ICJ_SUPERVISE_RULES, "5-103(3)");
}

/* Whether the answer would be another were charges pending after all. */
static bool charges_matter(const struct supervise_eval *q,
    enum icj_tri forbidden)
{
	const struct icj_case *c = q->e.c;
	enum icj_tri then = said_yes(c, F_holding_state_consents) ? ICJ_NO :
	    said_no(c, F_holding_state_consents) ? ICJ_YES : ICJ_UNKNOWN;

	return or_(q->v[S_OFFENSE], then) != forbidden;
}

static void judge_retaking(struct supervise_eval *q)
{
	static const enum icj_retake retake[] = {
		[ICJ_NO] = ICJ_RETAKE_YES, [ICJ_UNKNOWN] = ICJ_RETAKE_UNKNOWN,
		[ICJ_YES] = ICJ_RETAKE_NO,
	};
	enum icj_tri forbidden = or_(q->v[S_OFFENSE], q->v[S_PENDING]);

	if (icj__has_come(&q->e, F_returned) ||
	    said_no(q->e.c, F_transferred)) {
		set_rows_aside(q, S_OFFENSE, S_WAIVER);
		set_rows_aside(q, S_PENDING, S_PENDING);
		return;
	}
	q->out->retake = retake[forbidden];
	cite_bars(q, forbidden);
	if (charges_matter(q, forbidden))
		add_notes(&q->r->own.assumed, &q->f[S_PENDING].assumed);
}

/* -- Conditions and costs ----------------------------------------------- */

static enum icj_cost cost_of_condition(const struct icj_case *c)
{
	const struct fact *by = fact_of(c, F_condition_imposed_by);

	if (!by->set)
		return ICJ_COST_UNKNOWN;
	return by->bits == IMPOSED_BY_RECEIVING ? ICJ_COST_NOT_SENDING :
	    ICJ_COST_NONE;
}

static void judge_condition(struct supervise_eval *q)
{
	static const enum icj_condition of[] = {
		[ICJ_NO] = ICJ_CONDITION_BARRED,
		[ICJ_UNKNOWN] = ICJ_CONDITION_UNKNOWN,
		[ICJ_YES] = ICJ_CONDITION_ALLOWED,
	};

	if (!is_known(q->e.c, F_condition_imposed_by) &&
	    !is_known(q->e.c, F_would_impose_on_own)) {
		set_aside(&q->f[S_CONDITION]);
		return;
	}
	q->out->condition = of[q->v[S_CONDITION]];
	q->out->condition_cost = cost_of_condition(q->e.c);
	if (q->out->condition_cost == ICJ_COST_UNKNOWN)
		icj__note(&q->r->own.missing, F_condition_imposed_by);
	if (q->v[S_CONDITION] == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &q->f[S_CONDITION].missing);
}

static void judge_costs(struct supervise_eval *q)
{
	static const enum icj_cost cost[] = {
		[ICJ_NO] = ICJ_COST_NOT_SENDING,
		[ICJ_UNKNOWN] = ICJ_COST_UNKNOWN, [ICJ_YES] = ICJ_COST_SENDING,
	};
	const struct fact *sanction = fact_of(q->e.c, F_sanction_imposed_by);

	if (sanction->set)
		q->out->sanction_cost = sanction->bits == IMPOSED_BY_SENDING ?
		    ICJ_COST_SENDING : ICJ_COST_RECEIVING;
	if (!is_known(q->e.c, F_treatment_ordered_by) &&
	    !is_known(q->e.c, F_treatment_available_through_agency) &&
	    !is_known(q->e.c, F_treatment_other_payor)) {
		set_aside(&q->f[S_TREATMENT]);
		return;
	}
	q->out->treatment_cost = cost[q->v[S_TREATMENT]];
	if (q->v[S_TREATMENT] == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &q->f[S_TREATMENT].missing);
}

static void find_problems(struct supervise_eval *q)
{
	static const uint8_t kept[] = {
		S_OFFICES, S_COPY, S_CONDITION, S_FEE, S_RESTITUTION,
	};

	for (size_t i = 0; i < COUNT_OF(kept); i++)
		if (q->f[kept[i]].status == ICJ_NOT_MET)
			add_cite(q->out->problem, ICJ_SUPERVISE_RULES,
			    rows[kept[i]].rule.cite);
}

/* -- The questions ------------------------------------------------------ */

/* The first of these on file picks the edition, else the as-of date. */
static icj_date day_of_step(const struct icj_case *c)
{
	static const uint16_t days[] = {
		F_violation_discovered, F_violation_reported,
		F_violation_report_received, F_absconder_since,
		F_retake_decided, F_expiry_noticed, F_accepted,
	};

	return first_day(c, days, COUNT_OF(days));
}

ICJ_API void icj_supervise(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_supervise *out)
{
	if (icj__cannot_ask(c, ctx, r, true) || !out) {
		icj__no_supervise(out);
		return;
	}

	struct supervise_eval q = {.r = r, .out = out};
	struct icj_case room;
	struct notes ahead;
	/* A step that lies ahead is judged by the law of its own day. */
	icj_date step = day_of_step(c);
	icj_date on = icj__edition_day(ctx, step);

	c = icj__snapshot(c, ctx, &room, &ahead);
	memset(out, 0, sizeof(*out));
	icj__report_start(r);
	icj__eval_start(&q.e, c, ctx,
	    step != ICJ_DATE_NONE ? step : ctx->as_of.date);
	judge_all(&q, on);
	judge_communication(&q);
	judge_contents(&q);
	judge_retaking(&q);
	icj__supervise_close(&q);
	judge_condition(&q);
	judge_costs(&q);
	find_problems(&q);
	icj__supervise_notes(&q);
	icj__note_ahead(r, &ahead, ICJ_AREA_SUPERVISE);
	icj__note_edition(r, on);
}
