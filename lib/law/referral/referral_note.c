/* SPDX-License-Identifier: MIT */
/*
 * referral_note.c - what a reader should know besides the answers about a
 * referral: whose judgement it is, what is late, where the text is silent.
 * Decides nothing.
 */
#include "law/referral/referral.h"
#include "facts/nothing.h"

static bool has_any(const struct referral_eval *q, enum field_id f,
    uint32_t bits)
{
	return icj__fact_any(q->e.c, f, bits);
}

/* A list of documents is given and has none of these. */
static bool referral_note_lacks(
    const struct referral_eval *q, uint32_t documents)
{
	return icj__fact_known(q->e.c, F_documents) &&
	    !has_any(q, F_documents, documents);
}

/* -- The packet --------------------------------------------------------- */

static void note_packet(struct referral_eval *q)
{
	bool incomplete = q->out->packet == ICJ_PACKET_INCOMPLETE;

	if (has_any(q, F_documents, UNLISTED_DOCUMENT))
		icj__report_note(q->r, ICJ__UNLISTED);
	if (incomplete && icj__has_come(&q->e, F_referral_sent))
		icj__report_note(q->r, "the referral was sent incomplete");
	if (incomplete && icj__has_come(&q->e, F_referral_received))
		SAY("the receiving state does not delay its evaluation for "
		    "documents that it asks for besides (#)",
		    P(more_documents));
	if (q->out->packet != ICJ_PACKET_NOT_APPLICABLE &&
	    icj__row_value(&q->rows, L_SEX_OFFENDER) == ICJ_UNKNOWN)
		SAY("# expects more of the packet of a juvenile sex offender, "
		    "and whether this is one is not known",
		    P(referral_expected));
	if (icj__fact_no(q->e.c, F_treatment_payer_stated))
		SAY("the referral does not say who buys treatment services (#)",
		    P(referral_payer));
}

/* The label of the standard by which the Commission audits a packet that is not
 * whole. */
static void note_standard(struct referral_eval *q, size_t row)
{
	const struct wording *w = icj__wording(q->r->office,
	    q->rows.rows[row].p, q->r->on);
	char buf[64];
	struct text t;

	if (!w->terms.standard ||
	    icj__row(&q->rows, row)->status != ICJ_NOT_MET)
		return;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "standard ");
	icj__text_add(&t, w->terms.standard);
	icj__text_add(&t, " asks for the whole packet (");
	icj__text_add(&t, w->rule.cite);
	icj__text_add(&t, ")");
	icj__report_note(q->r, buf);
}

static void note_later(struct referral_eval *q)
{
	bool parole = has_any(q, F_supervision, PAROLE);
	bool moves = parole || (has_any(q, F_supervision, PROBATION) &&
	    icj__fact_no(q->e.c, F_already_residing));

	if (moves && icj__has_come(&q->e, F_arrived) &&
	    referral_note_lacks(q, FORM_V))
		icj__report_note(q->r, "form-v was owed before the placement");
	if (parole && icj__has_come(&q->e, F_institution_released) &&
	    referral_note_lacks(q, PAROLE_CONDITIONS)) icj__report_note(q->r,
	    "parole-conditions were owed on release");
}

/* -- Placement and responsibility --------------------------------------- */

static void note_judgement(struct referral_eval *q)
{
	if (q->out->early > ICJ_EARLY_CLOSED && has_any(q, F_decision, DENY))
		icj__report_note(q->r,
		    "a denial is on file, and placement before acceptance "
		    "is for where one is still sought");
	if (q->out->early != ICJ_EARLY_JUDGEMENT)
		return;
	if (icj__row_value(&q->rows, L_TRAVEL) == ICJ_YES)
		icj__report_note(q->r,
		    "the rules neither provide for nor forbid the early "
		    "placement of a probationer: travel is the judgement of "
		    "the supervising person");
	else
		icj__report_note(q->r,
		    "whether a travel permit is justified is the judgement "
		    "of the sending state");
}

static void note_responsible(struct referral_eval *q)
{
	if (q->out->responsible == ICJ_SIDE_SENDING &&
	    icj__row_value(&q->rows, L_SEX_OFFENDER) == ICJ_YES &&
	    icj__row_value(&q->rows, L_INSTRUCTED) == ICJ_YES)
		SAY("the receiving state may supervise under its reporting "
		    "instructions, the sending state staying responsible (#)",
		    P(responsible_until));
	if (icj__has_come(&q->e, F_closed))
		icj__report_note(q->r, "the case was closed");
	else if (icj__has_come(&q->e, F_withdrawn))
		icj__report_note(q->r, "the request was withdrawn");
}

/* -- The decision ------------------------------------------------------- */

/* What the law of the day says of who decides. */
static void say_by_whom(struct referral_eval *q, const char *administrator,
    const char *staff)
{
	const struct wording *w = icj__row(&q->rows, L_DECIDED_BY)->wording;

	SAY(w && w->ground ? staff : administrator, P(referral_decided_by));
}

static void note_form(struct referral_eval *q)
{
	if (!icj__decision_on_file(q->e.c))
		return;
	if (icj__row_value(&q->rows, L_DECIDED_BY) == ICJ_NO)
		say_by_whom(q, "only the receiving state's compact "
		    "administrator or designee may decide (#)",
		    "only authorized staff of the receiving state's compact "
		    "office may decide (#)");
	if (icj__row_value(&q->rows, L_SIGNED) == ICJ_NO)
		SAY("the decision lacks the signature (#)", P(referral_signed));
}

static void note_grounds(struct referral_eval *q)
{
	if (has_any(q, F_denial_grounds, GROUND_OTHER) &&
	    icj__denial_stated(q->e.c))
		SAY("# names no other ground, and does not say whether one "
		    "could carry a denial", P(accept_or_deny));
	if (has_any(q, F_denial_grounds, GROUND_UNSUITABLE) &&
	    has_any(q, F_home_evaluation, SUITABLE))
		icj__report_note(q->r,
		    "the ground unsuitable-placement is given, yet the "
		    "evaluation found the placement suitable");
	if (has_any(q, F_denial_grounds, GROUND_NOT_IN_COMPLIANCE) &&
	    icj__fact_yes(q->e.c, F_substantial_compliance))
		icj__report_note(q->r,
		    "the ground not-in-compliance is given, yet the "
		    "juvenile is in substantial compliance");
}

static void note_denial(struct referral_eval *q)
{
	if (q->out->denial == ICJ_DENIAL_MAY)
		say_by_whom(q, "whether to deny is the judgement of the "
		    "receiving state's compact administrator or designee (#)",
		    "whether to deny is the judgement of the authorized staff "
		    "of the receiving state's compact office (#)");
	if (q->out->denial == ICJ_DENIAL_BARRED &&
	    icj__row_value(&q->rows, L_EXCEPTION) == ICJ_YES)
		icj__report_note(q->r,
		    "the receiving state may not deny: what it may decline "
		    "is to expedite");
	if (icj__fact_known(q->e.c, F_accepted) && has_any(q, F_decision, DENY))
		icj__report_note(q->r,
		    "a denial and an acceptance are on file; the "
		    "acceptance is used");
}

/* -- States and days ---------------------------------------------------- */

/* Reading: a decision is judged by the law of the request, as the packet is.
 * Where it was made under other words that is said. */
static void note_decided_later(struct referral_eval *q)
{
	static const struct provision *const turned_on[] = {
		P(referral_unsuitable), P(referral_exception),
		P(referral_justified), P(referral_decided_by),
	};
	icj_date day = icj__fact_day(q->e.c, F_decision_date);
	size_t i = 0;

	if (day == ICJ_DATE_NONE || q->e.ctx->edition != ICJ_DATE_NONE ||
	    !icj__decision_on_file(q->e.c) ||
	    !icj__has_come(&q->e, F_decision_date))
		return;
	while (i < COUNT_OF(turned_on) && (day <= q->r->on ||
	    icj__wording(q->r->office, turned_on[i], day) ==
	    icj__wording(q->r->office, turned_on[i], q->r->on)))
		i++;
	if (i < COUNT_OF(turned_on))
		SAY("the decision is of a day on which # was worded "
		    "otherwise; the law of the request is applied",
		    turned_on[i]);
}

static void referral_note_strangers(struct referral_eval *q)
{
	static const uint16_t parties[] = {
		F_sending_state, F_receiving_state
	};

	for (size_t i = 0; i < COUNT_OF(parties); i++) {
		icj_state s = icj__fact_state(q->e.c, parties[i]);

		if (s && !icj_state_is_member(s, q->e.on))
			icj__note_stranger(q->r, s, P(return_parties));
	}
}

/* The as-of date is worth a note where it picked the edition, or where an
 * acceptance on file has not come. */
static void referral_note_as_of(struct referral_eval *q)
{
	const struct icj_case *c = q->e.c;
	bool dated = icj__fact_known(c, F_transfer_requested) ||
	    icj__fact_known(c, F_referral_sent) ||
	    icj__fact_known(c, F_referral_received);

	if ((dated || q->e.ctx->edition != ICJ_DATE_NONE) &&
	    !icj__fact_known(c, F_accepted))
		return;
	icj__note_judged_as_of(q->r, q->e.ctx);
}

void icj__referral_notes(struct referral_eval *q)
{
	note_packet(q);
	note_standard(q, L_PROBATION);
	note_standard(q, L_EXPECTED);
	note_later(q);
	note_judgement(q);
	note_responsible(q);
	note_form(q);
	note_grounds(q);
	note_denial(q);
	note_decided_later(q);
	referral_note_strangers(q);
	referral_note_as_of(q);
}
