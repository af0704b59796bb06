/* SPDX-License-Identifier: MIT */
/*
 * referral.c - a referral under Rules 2-105 and 4-102 to 4-104: the rows,
 * whether the packet is complete, and who is responsible meanwhile.  The
 * conditions are in referral_limb.c.
 */
#include "referral.h"
#include "guard.h"

#include <string.h>

/* -- Rows --------------------------------------------------------------- */

static const struct rule_row rows[L_COUNT] = {
	[L_SEX_OFFENDER] = {{"1-101", ED_2014, ED_NEXT,
	  "Juvenile sex offender: adjudicated for what the sending state sees "
	  "as a sexual offense, or one who may have to register in either "
	  "state."},
	 icj__is_sex_offender, MUST, 0},
	[L_VICTIM_FORM] = {{"2-105(2)", ED_2012, ED_NEXT,
	  "Where the supervising person is to help notify victims, the packet "
	  "has the Victim Notification Form."},
	 icj__victim_form_in_order, MUST, 0},
	[L_ACCEPTED] = {{"4-102", ED_2014, ED_NEXT,
	  "Supervision is accepted; until then the sending state is "
	  "responsible and no supervision is provided."},
	 icj__supervision_accepted, MUST, 0},
	[L_PAROLE] = {{"4-102(3)(a)", ED_2014, ED_NEXT,
	  "The packet of a parolee has Form IV, Form IA/VI and the order of "
	  "commitment."},
	 icj__parole_documents, MUST, 0},
	[L_PAROLE_EARLY] = {{"4-102(3)(a)", ED_2014, ED_NEXT,
	  "A parolee with a custodial parent or legal guardian only in the "
	  "receiving state may be placed before acceptance, if the sending "
	  "state finds that a travel permit is justified."},
	 icj__parolee_may_go_early, MUST, 0},
	[L_PROBATION] = {{"4-102(3)(b)", ED_2014, ED_NEXT,
	  "The packet of a probationer has Form IV, Form IA/VI, the order of "
	  "adjudication and disposition, the conditions of probation, and the "
	  "petition or the arrest report."},
	 icj__probation_documents, MUST, 0},
	[L_INSTRUCTED] = {{"4-103(1)", ED_2014, ED_NEXT,
	  "A juvenile sex offender who is not accepted may go where the "
	  "receiving state issued reporting instructions."},
	 icj__instructions_issued, MUST, 0},
	[L_EARLY] = {{"4-103(2)", ED_2014, ED_NEXT,
	  "A juvenile sex offender may be placed with a custodial parent or "
	  "legal guardian before acceptance, there being none in the sending "
	  "state, if that state finds that a travel permit is justified."},
	 icj__sex_offender_may_go_early, MUST, 0},
	[L_EXPECTED] = {{"4-103(3)", ED_2014, ED_NEXT,
	  "The packet of a juvenile sex offender has what is expected of it "
	  "beyond the rest."},
	 icj__sex_offender_documents, MUST, 0},
	[L_MAY_DENY] = {{"4-103(4)", ED_2014, ED_NEXT,
	  "An unsuitable placement is a ground to deny a juvenile sex "
	  "offender, as 4-104(4) has it."},
	 icj__sex_offender_may_be_denied, ASIDE, 0},
	[L_DECIDED_BY] = {{"4-104(1)", ED_2012, ED_NEXT,
	  "The receiving state's compact administrator or designee decided."},
	 icj__decided_by_office, MUST, 0},
	[L_SIGNED] = {{"4-104(2)", ED_2012, ED_NEXT,
	  "The decision is signed on or with the home evaluation."},
	 icj__decision_is_signed, MUST, 0},
	[L_NOT_SOLELY] = {{"4-104(3)", ED_2012, ED_NEXT,
	  "The denial rests on more than age and offense."},
	 icj__not_solely_age_or_offense, MUST, 0},
	[L_UNSUITABLE] = {{"4-104(4)", ED_2012, ED_NEXT,
	  "A ground to deny: the home evaluation finds the placement "
	  "unsuitable."},
	 icj__unsuitable_ground, MUST, 0},
	[L_NOT_COMPLIANT] = {{"4-104(4)", ED_2012, ED_NEXT,
	  "A ground to deny: the juvenile is not in substantial compliance "
	  "with the terms of either state."},
	 icj__compliance_ground, MUST, 0},
	[L_EXCEPTION] = {{"4-104(4)", ED_2012, ED_NEXT,
	  "The exception that defeats both grounds: a custodial parent or "
	  "legal guardian resides in the receiving state and none remains in "
	  "the sending state."},
	 icj__guardian_only_there, MUST, 0},
	[L_PAYER] = {{"5-101(6)", ED_2014, ED_NEXT,
	  "The referral says who buys treatment services."},
	 icj__payer_stated, MUST, 0},
	[L_TRAVEL] = {{"8-101(4)", ED_2014, ED_NEXT,
	  "For a probationer who is no sex offender the rules have no early "
	  "placement; travel is at the supervising person's discretion."},
	 icj__neither_rule_applies, ASIDE, 0},
};

const struct icj_rule *icj__referral_rule(size_t i)
{
	return i < COUNT_OF(rows) ? &rows[i].rule : NULL;
}

/* -- Judging ------------------------------------------------------------ */

static void judge_all(struct referral_eval *q, icj_date on)
{
	q->f = &q->r->finding[q->r->findings];
	for (size_t i = 0; i < L_COUNT; i++) {
		icj__answer_edition(q->r, &rows[i].rule, on);
		q->v[i] = value_of(icj__judge(&q->e, &rows[i], q->r));
	}
}

/* What concerns another kind of juvenile has nothing to say. */
static void set_kinds_aside(struct referral_eval *q)
{
	const struct fact *supervision = fact_of(q->e.c, F_supervision);

	if (supervision->set && supervision->bits != PAROLE) {
		set_aside(&q->f[L_PAROLE]);
		set_aside(&q->f[L_PAROLE_EARLY]);
	}
	if (supervision->set && supervision->bits != PROBATION)
		set_aside(&q->f[L_PROBATION]);
	if (supervision->set && supervision->bits == NO_SUPERVISION)
		set_aside(&q->f[L_VICTIM_FORM]);
	for (size_t i = L_INSTRUCTED; i <= L_MAY_DENY; i++)
		if (q->v[L_SEX_OFFENDER] == ICJ_NO)
			set_aside(&q->f[i]);
}

/* -- The packet --------------------------------------------------------- */

static const uint8_t packet_rows[] = {L_VICTIM_FORM, L_PAROLE, L_PROBATION};

/* A row met for want of any demand is not what decides. */
static bool demands(const struct referral_eval *q, size_t row)
{
	return row != L_VICTIM_FORM ||
	    said_yes(q->e.c, F_victim_assistance_needed);
}

static void cite_packet(struct referral_eval *q, enum icj_tri v)
{
	for (size_t i = 0; i < COUNT_OF(packet_rows); i++) {
		const struct icj_finding *f = &q->f[packet_rows[i]];

		if (f->status != (enum icj_status)v)
			continue;
		if (v == ICJ_UNKNOWN)
			leave_open(q->r, f);
		else if (v == ICJ_NO || demands(q, packet_rows[i]))
			icj__cite(q->r, f->row->rule.cite);
	}
}

/* A row that does not concern the case holds. */
static enum icj_packet packet_of(struct referral_eval *q)
{
	enum icj_tri kind, v = ICJ_YES;
	struct atom supervised = icj__atom(&q->e, icj__under_supervision);

	kind = supervised.v;
	if (kind == ICJ_NO) {
		icj__cite(q->r, "4-102(3)");
		return ICJ_PACKET_NOT_APPLICABLE;
	}
	for (size_t i = 0; i < COUNT_OF(packet_rows); i++)
		v = and_(v, q->v[packet_rows[i]]);
	if (kind == ICJ_UNKNOWN) {
		v = ICJ_UNKNOWN;
		add_notes(&q->r->own.missing, &supervised.missing);
	}
	cite_packet(q, v);
	if (q->r->own.cites == 0)
		icj__cite(q->r, "4-102(3)");
	return v == ICJ_YES ? ICJ_PACKET_COMPLETE :
	    v == ICJ_NO ? ICJ_PACKET_INCOMPLETE : ICJ_PACKET_UNKNOWN;
}

/* -- Who is responsible ------------------------------------------------- */

static void find_responsible(struct referral_eval *q)
{
	static const enum icj_side side[] = {
		[ICJ_NO] = ICJ_SIDE_SENDING, [ICJ_UNKNOWN] = ICJ_SIDE_UNKNOWN,
		[ICJ_YES] = ICJ_SIDE_RECEIVING,
	};
	enum icj_tri v = q->v[L_ACCEPTED];
	const struct fact *state = fact_of(q->e.c, v == ICJ_YES ?
	    F_receiving_state : F_sending_state);

	q->out->responsible = side[v];
	if (v != ICJ_UNKNOWN && state->set)
		q->out->responsible_state = state->count;
	add_notes(&q->r->own.assumed, &q->f[L_ACCEPTED].assumed);
	if (v == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &q->f[L_ACCEPTED].missing);
}

/* -- The question ------------------------------------------------------- */

/* The submission of the request, else what shows when it was. */
static icj_date day_of_step(const struct icj_case *c)
{
	static const uint16_t days[] = {
		F_transfer_requested, F_referral_sent, F_referral_received,
	};

	return first_day(c, days, COUNT_OF(days));
}

ICJ_API enum icj_packet icj_referral(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_referral *out)
{
	if (icj__cannot_ask(c, ctx, r, false) || !out)
		return icj__no_referral(out);

	struct referral_eval q = {.r = r, .out = out};
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
	set_kinds_aside(&q);
	out->packet = packet_of(&q);
	icj__referral_early(&q);
	find_responsible(&q);
	icj__referral_denial(&q);
	icj__referral_notes(&q);
	icj__note_ahead(r, &ahead, ICJ_AREA_REFERRAL);
	icj__note_edition(r, on);
	return out->packet;
}
