/* SPDX-License-Identifier: MIT */
/*
 * referral.c - a referral under Rules 2-105 and 4-102 to 4-104: the rows,
 * whether the packet is complete, and who is responsible meanwhile.  The
 * conditions are in referral_limb.c.
 */
#include "law/referral/referral.h"
#include "base/guard.h"

#include <string.h>
#include "terms/terms.h"

/* -- Rows --------------------------------------------------------------- */

#define UNSUITABLE_GROUND \
	IN_TURN(CALL_WITH(icj__ground_given, GROUND_UNSUITABLE), \
	ANY(home_evaluation, UNSUITABLE))

static const struct rule_row rows[L_COUNT] = {
	[L_SEX_OFFENDER] = {P(referral_sex_offender), MUST,
	 {CALL(icj__is_sex_offender)}},
	/* The form does no harm where no help is needed. */
	[L_VICTIM_FORM] = {P(referral_victim_form), MUST,
	 {EITHER(CALL_WITH(icj__shall_have, OF_VICTIM),
	  NOT(victim_assistance_needed))}},
	[L_ACCEPTED] = {P(referral_accepted), MUST,
	 {CALL(icj__supervision_accepted),
	 IN_TURN(CALL(icj__supervision_accepted), CALL(icj__is_there))}},
	[L_PAROLE] = {P(referral_parole), MUST,
	 {IF_THEN(ANY(supervision, PAROLE),
	  CALL_WITH(icj__shall_have, OF_PAROLE))}},
	[L_PAROLE_EARLY] = {P(referral_parole_early), MUST,
	 {IN_TURN(ANY(supervision, PAROLE), CALL(icj__guardian_only_there))}},
	[L_PROBATION] = {P(referral_probation), MUST,
	 {IF_THEN(ANY(supervision, PROBATION),
	  CALL_WITH(icj__shall_have, OF_PROBATION))}},
	[L_INSTRUCTED] = {P(referral_instructed), MUST,
	 {CALL(icj__instructions_issued)}},
	[L_EARLY] = {P(referral_early), MUST,
	 {IN_TURN(CALL(icj__is_sex_offender),
	  IN_TURN(CALL(icj__guardian_only_there), JOINS_GUARDIAN))}},
	[L_EXPECTED] = {P(referral_expected), MUST,
	 {IN_TURN(CALL(icj__is_sex_offender),
	  CALL_WITH(icj__should_have, OF_SEX_OFFENDER))}},
	[L_MAY_DENY] = {P(referral_may_deny), ASIDE,
	 {IN_TURN(CALL(icj__is_sex_offender), UNSUITABLE_GROUND)}},
	[L_DECIDED_BY] = {P(referral_decided_by), MUST,
	 {CALL(icj__decided_by_office),
	 ANY(decided_by, BY_ADMINISTRATOR | BY_DESIGNEE | BY_OFFICE_STAFF)}},
	[L_SIGNED] = {P(referral_signed), MUST, {SAID(decision_signed)}},
	/* Reading: age and offense together are not more than either alone. */
	[L_NOT_SOLELY] = {P(referral_not_solely), MUST,
	 {ANY(denial_grounds, GROUND_UNSUITABLE | GROUND_NOT_IN_COMPLIANCE |
	  GROUND_OTHER)}},
	[L_UNSUITABLE] = {P(referral_unsuitable), MUST, {UNSUITABLE_GROUND}},
	[L_NOT_COMPLIANT] = {P(referral_not_compliant), MUST,
	 {IN_TURN(CALL_WITH(icj__ground_given, GROUND_NOT_IN_COMPLIANCE),
	  NOT(substantial_compliance))}},
	[L_EXCEPTION] = {P(referral_exception), MUST,
	 {CALL(icj__guardian_only_there)}},
	[L_JUSTIFIED] = {P(referral_justified), MUST, {SAID(denial_justified)}},
	[L_PAYER] = {P(referral_payer), MUST, {SAID(treatment_payer_stated)}},
	[L_TRAVEL] = {P(referral_travel), ASIDE,
	 {IN_TURN(ANY(supervision, PROBATION),
	  CALL_NOT(icj__is_sex_offender))}},
};

static const struct table table = TABLE(rows);

const struct icj_rule *icj__referral_rule(size_t i)
{
	return icj__table_rule(&table, 1, i);
}

/* -- Judging ------------------------------------------------------------ */

/* What concerns another kind of juvenile has nothing to say. */
static void set_kinds_aside(struct referral_eval *q)
{
	uint32_t kind = icj__fact_bits(q->e.c, F_supervision);

	if (kind && kind != PAROLE)
		icj__rows_aside(&q->rows, L_PAROLE, L_PAROLE_EARLY);
	if (kind && kind != PROBATION)
		icj__row_aside(&q->rows, L_PROBATION);
	if (kind == NO_SUPERVISION)
		icj__row_aside(&q->rows, L_VICTIM_FORM);
	if (icj__row_value(&q->rows, L_SEX_OFFENDER) == ICJ_NO)
		icj__rows_aside(&q->rows, L_INSTRUCTED, L_MAY_DENY);
}

/* -- The packet --------------------------------------------------------- */

static const uint8_t packet_rows[] = {L_VICTIM_FORM, L_PAROLE, L_PROBATION};
static const unsigned packet_kinds[COUNT_OF(packet_rows)] = {
	OF_VICTIM, OF_PAROLE, OF_PROBATION,
};

/* A row met for want of any demand is not what decides. */
static bool demands(const struct referral_eval *q, size_t row)
{
	return row != L_VICTIM_FORM ||
	    icj__fact_yes(q->e.c, F_victim_assistance_needed);
}

static void cite_packet(struct referral_eval *q, enum icj_tri v)
{
	for (size_t i = 0; i < COUNT_OF(packet_rows); i++) {
		size_t row = packet_rows[i];
		const struct icj_finding *f = icj__row(&q->rows, row);

		if (f->status != (enum icj_status)v ||
		    (v == ICJ_YES && !demands(q, row)))
			continue;
		if (icj__fact_known(q->e.c, F_supervision) ||
		    row == L_VICTIM_FORM) /* else no list is asked for yet */
			icj__rest_on_papers(q, packet_kinds[i], v);
		if (v == ICJ_UNKNOWN)
			leave_open(q->r, f);
		else
			icj__cite(q->r, f->wording);
	}
}

/* A row that does not concern the case holds. */
static enum icj_packet packet_of(struct referral_eval *q)
{
	static const struct test under_supervision =
	    ANY(supervision, PROBATION | PAROLE);
	enum icj_tri kind, v = ICJ_YES;
	struct atom supervised;

	icj__atom(&q->e, &under_supervision, &supervised);
	kind = supervised.v;
	if (kind == ICJ_NO) {
		icj__cite_provision(q->r, P(referral_kinds));
		return ICJ_PACKET_NOT_APPLICABLE;
	}
	for (size_t i = 0; i < COUNT_OF(packet_rows); i++)
		v = and_(v, icj__row_value(&q->rows, packet_rows[i]));
	if (kind == ICJ_UNKNOWN) {
		v = ICJ_UNKNOWN;
		add_notes(&q->r->own.missing, &supervised.missing);
	}
	cite_packet(q, v);
	if (q->r->own.cites == 0)
		icj__cite_provision(q->r, P(referral_kinds));
	return v == ICJ_YES ? ICJ_PACKET_COMPLETE :
	    v == ICJ_NO ? ICJ_PACKET_INCOMPLETE : ICJ_PACKET_UNKNOWN;
}

/* -- Who is responsible ------------------------------------------------- */

static bool accepted_is_on_file(const struct icj_case *c)
{
	return icj__fact_known(c, F_accepted) ||
	    icj__fact_is(c, F_decision, APPROVE);
}

/* Reading: that the sending state is responsible before the acceptance rests on
 * no wording of a certain edition; all that are held say so. */
static void find_responsible(struct referral_eval *q)
{
	static const enum icj_side side[] = {
		[ICJ_NO] = ICJ_SIDE_SENDING, [ICJ_UNKNOWN] = ICJ_SIDE_UNKNOWN,
		[ICJ_YES] = ICJ_SIDE_RECEIVING,
	};
	const struct icj_finding *f = icj__row(&q->rows, L_ACCEPTED);
	enum icj_tri v = f->value;

	q->out->responsible = side[v];
	if (v != ICJ_UNKNOWN)
		q->out->responsible_state = icj__fact_state(q->e.c,
		    v == ICJ_YES ? F_receiving_state : F_sending_state);
	if (v != ICJ_UNKNOWN && accepted_is_on_file(q->e.c))
		icj__rest_on_since(q->r, f->wording);
	add_notes(&q->r->own.assumed, &f->assumed);
	if (v == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &f->missing);
}

/* -- The question ------------------------------------------------------- */

/* The submission of the request, else what shows when it was. */
static icj_date referral_day_of_step(const struct icj_case *c)
{
	static const uint16_t days[] = {
		F_transfer_requested, F_referral_sent, F_referral_received,
	};

	return icj__fact_first_day(c, days, COUNT_OF(days));
}

/* The documents are part of the answer. */
__attribute__((noinline, cold))
static enum icj_packet referral_watched(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_referral *out)
{
	struct case_room room;
	struct icj_document d;

	c = icj__report_watched(r, c, &room);
	icj_referral(c, ctx, r, out);
	for (size_t i = 0; icj_referral_document(c, out, i, &d); i++)
		;
	icj__rows_were_asked(r);
	return out->packet;
}

ICJ_API enum icj_packet icj_referral(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_referral *out)
{
	if (icj__cannot_ask(c, ctx, r, false) || !out)
		return icj__no_referral(out);
	if (icj__is_unwatched(c))
		return referral_watched(c, ctx, r, out);

	struct referral_eval q;
	struct case_room room;
	struct notes ahead;
	/* A step that lies ahead is judged by the law of its own day. */
	icj_date step = referral_day_of_step(c);

	c = icj__snapshot(c, ctx, &room, &ahead);
	memset(out, 0, sizeof(*out));
	q.r = r;
	q.out = out;
	r->watched = icj__case_watch(c);
	out->on = icj__edition_day(ctx, step);
	out->amendments = ctx->amendments;
	icj__report_start(r, out->on, ctx->amendments);
	icj__eval_start(&q.e, c, ctx, step);
	icj__sheet_start(&q.rows, &q.e, r, rows);
	icj__sheet_fill(&q.rows, L_COUNT);
	set_kinds_aside(&q);
	out->packet = packet_of(&q);
	icj__referral_early(&q);
	out->documents = icj__papers_asked(c, out);
	icj__rest_on_papers_named(&q);
	find_responsible(&q);
	icj__referral_denial(&q);
	icj__referral_notes(&q);
	icj__note_ahead(r, &ahead, ICJ_AREA_REFERRAL);
	icj__note_change(r);
	return out->packet;
}
