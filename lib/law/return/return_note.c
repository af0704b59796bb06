/* SPDX-License-Identifier: MIT */
/*
 * return_note.c - what a reader should know besides the method of return:
 * who may or must, where the text is silent or disputed, and which facts do
 * not go together.  Decides nothing.
 */
#include "law/return/return.h"
#include "terms/terms.h"

/* -- By method ---------------------------------------------------------- */

static void note_icpc(struct return_eval *q)
{
	if (says_yes(&q->e, F_icpc) && q->v[R_ICPC] == ICJ_NO)
		icj__note_number(q->r, "also under the ICPC, but held in a "
		    "secure facility beyond % hours: these rules apply (#)",
		    icj__limit(&q->f[R_ICPC]), CITES_OF(P(return_icpc)));
}

/* Whether both states are named and are, or are not, the same. */
static bool both_named(struct eval *e, enum field_id a, enum field_id b,
    bool same)
{
	return is_named(e, a) && is_named(e, b) &&
	    icj__ask(e, icj__look_same, a, b, 0) == same;
}

static void return_note_strangers(struct return_eval *q)
{
	if (q->out->procedure == ICJ_RETURN_UNCLASSIFIED &&
	    q->v[R_PARTIES] == ICJ_NO)
		icj__report_note(q->r,
		    "one of the two states is not a compacting state: these "
		    "rules do not bind it");
	if (both_named(&q->e, F_home_state, F_holding_state, true))
		SAY("the home state and the holding state are the same, yet "
		    "a return is one to another state (#)", P(out_of_state));
}

static void return_note_retaking(struct return_eval *q)
{
	if (q->v[R_WAIVER] == ICJ_UNKNOWN)
		SAY("whether Form IA/VI is signed is not known; if it is, "
		    "no further court step is needed (#)", P(return_waiver));
	else if (q->v[R_WAIVER] == ICJ_NO)
		SAY("without a signed Form IA/VI # does not spare court "
		    "steps; which ones are needed it does not say",
		    P(return_waiver));
	if (both_named(&q->e, F_holding_state, F_receiving_state, false))
		SAY("held outside the receiving state: # speaks of retaking "
		    "from there only, and whether Form IA/VI serves elsewhere "
		    "is not said", P(definitions));
	if (says_no(&q->e, F_transferred))
		icj__report_note(q->r,
		    "retaking was decided, yet the juvenile is not "
		    "supervised in the receiving state");
}

static void note_adult_waiver(struct return_eval *q)
{
	if (says_no(&q->e, F_adult_waiver_signed))
		SAY("the adult waiver is not signed by both the juvenile "
		    "and the judge (#)", P(return_adult));
}

static void note_form_iii(struct return_eval *q)
{
	if (lacks(&q->e, F_form_iii_signed_by, SIGNED_BY_JUVENILE))
		SAY("Form III lacks the juvenile's signature (#)", P(form_iii));
	if (lacks(&q->e, F_form_iii_signed_by, SIGNED_BY_JUDGE))
		SAY("Form III lacks the judge's signature (#)", P(form_iii));
	if (q->v[R_RUNAWAY] != ICJ_NO &&
	    says_yes(&q->e, F_abuse_suspected) &&
	    !says_yes(&q->e, F_returning_to_guardian))
		SAY("unless the juvenile returns to a parent or legal "
		    "guardian, Form III says who assumes responsibility (#)",
		    P(responsibility_named));
	if (q->v[R_ACCUSED_STATUS] == ICJ_YES ||
	    (says_yes(&q->e, F_returning_refused_after_leave) &&
	    !icj__refusing_is_running_away(&q->e)))
		SAY("# does not name this juvenile under voluntary return; # "
		    "speaks of any out-of-state juvenile, and is followed",
		    P(definitions), P(out_of_state));
}

static void note_requisition(struct return_eval *q)
{
	bool form_i = q->out->procedure == ICJ_RETURN_FORM_I;

	if (says_no(&q->e, F_requisition_in_order))
		icj__report_note(q->r,
		    "the requisition was not found in order: the judge "
		    "gives written reasons, and what follows the text does not "
		    "say");
	if (form_i && q->v[R_RUNAWAY] != ICJ_NO &&
	    says_yes(&q->e, F_abuse_suspected) &&
	    says_no(&q->e, F_returning_to_guardian))
		SAY("abuse is alleged and the juvenile is not to return to "
		    "a parent or legal guardian: the home state's authority or "
		    "court starts the requisition (#)", P(abuse_requisition));
	else if (form_i && says_no(&q->e, F_petitioner_willing))
		SAY("nobody entitled petitions: the home state's "
		    "appropriate authority starts the requisition (#)",
		    P(authority_starts));
	if (says_no(&q->e, F_in_custody))
		SAY("the court orders the juvenile held pending the hearing "
		    "(#, #)", P(requisition_hearing_form_i),
		    P(requisition_hearing_form_ii));
}

static void note_status_absconder(struct return_eval *q)
{
	if (q->v[R_ABSCONDER] == ICJ_YES &&
	    has(&q->e, F_adjudication, ADJUDICATED_STATUS_OFFENDER))
		SAY("whether # or # serves an absconder supervised for a "
		    "status offense has been disputed; supervision decides "
		    "here", P(return_situation), P(situation_form_ii));
}

static void note_unclassified(struct return_eval *q)
{
	if (q->v[R_PARTIES] == ICJ_NO)
		return;
	if (says_yes(&q->e, F_returning_refused_after_leave) &&
	    !icj__refusing_is_running_away(&q->e))
		SAY("left with permission and refuses to return: no runaway "
		    "of # in 2015, as later wordings have it", P(definitions));
	else if (q->v[R_RUNAWAY] == ICJ_YES)
		SAY("an adjudicated delinquent who ran away and has not "
		    "absconded: neither # nor # is written for that",
		    P(return_situation), P(situation_form_ii));
	else
		SAY("neither # nor # is written for such a juvenile",
		    P(return_situation), P(situation_form_ii));
}

static void note_method(struct return_eval *q)
{
	switch (q->out->procedure) {
	case ICJ_RETURN_RETAKING:
		return_note_retaking(q);
		break;
	case ICJ_RETURN_RELEASE:
		SAY("the juvenile authorities of the holding state may "
		    "release; they need not (#)", P(return_release));
		break;
	case ICJ_RETURN_ADULT_WAIVER:
		note_adult_waiver(q);
		break;
	case ICJ_RETURN_VOLUNTARY:
		note_form_iii(q);
		break;
	case ICJ_RETURN_FORM_I:
		note_requisition(q);
		break;
	case ICJ_RETURN_FORM_II:
		note_requisition(q);
		note_status_absconder(q);
		break;
	case ICJ_RETURN_UNCLASSIFIED:
		note_unclassified(q);
		break;
	default:
		break;
	}
}

/* -- What goes with the method ------------------------------------------ */

/* 6-101(2) does not repeat the exclusion of weekends and holidays; 6-102(1),
 * which took its place, has no hours. */
static void note_plain_hours(struct return_eval *q)
{
	enum icj_tri plain;

	if (q->out->detention != ICJ_DETENTION_NOT_REQUIRED ||
	    !says_yes(&q->e, F_endangering))
		return;
	q->e.number = icj__limit(&q->f[R_SECURE]);
	if (q->e.number == 0)
		return;
	plain = icj__detained_beyond_plain(&q->e);
	drop_notes(&q->e);
	if (plain == ICJ_YES)
		icj__note_number(q->r, "by plain hours the % of # have run; "
		    "read like #, without weekends and holidays, they have "
		    "not", q->e.number,
		    CITES_OF(P(return_secure), P(return_release)));
}

static void note_detention(struct return_eval *q)
{
	if (q->out->detention == ICJ_DETENTION_JUDGEMENT &&
	    q->v[R_CHOICE] == ICJ_YES)
		SAY("how the juvenile is held is the choice of the holding "
		    "state (#)", P(return_detention_choice));
	else if (q->out->detention == ICJ_DETENTION_JUDGEMENT)
		SAY("where a juvenile who is no runaway is held is the "
		    "judgement of the holding court under its law (#)",
		    P(majority));
	note_plain_hours(q);
}

static void note_escort(struct return_eval *q)
{
	if (q->out->escort == ICJ_ESCORT_JUDGEMENT)
		SAY("the escort is the judgement of the home state's ICJ "
		    "Office (#)", P(transport_needs));
	if (q->out->escort == ICJ_ESCORT_REQUIRED &&
	    says_yes(&q->e, F_escort_waived_by_both))
		SAY("a finding of risk outweighs the waiver of the escort (#)",
		    P(return_risk));
	if (q->out->escort == ICJ_ESCORT_REQUIRED &&
	    says_no(&q->e, F_escorted))
		SAY("the juvenile was not escorted, yet has to be "
		    "accompanied (#, #)", P(return_risk),
		    P(return_accompanied));
}

static void note_holds(struct return_eval *q, const struct outcome *o)
{
	bool pending = says_yes(&q->e, F_charges_pending);

	/* Later more than the holding state have to consent. */
	if (o->charges == ICJ_UNKNOWN && pending &&
	    icj__ground(&q->e, P(pending_charges)) == 0)
		SAY("whether the holding state consents is not known; "
		    "without that no return (#)", P(pending_charges));
	else if (o->charges == ICJ_UNKNOWN && pending)
		SAY("whether all consent who have to is not known; without "
		    "that no return (#)", P(pending_charges));
	if (o->offense == ICJ_UNKNOWN && says_yes(&q->e, F_offense_suspected))
		SAY("whether the receiving state consents is not known; "
		    "without that no retaking (#)", P(offense_suspected));
	else if (o->offense == ICJ_UNKNOWN &&
	    q->out->procedure == ICJ_RETURN_RETAKING)
		SAY("whether an offense is suspected in the receiving state "
		    "is not known (#)", P(offense_suspected));
}

static void note_bond(struct return_eval *q)
{
	if (q->out->bond == ICJ_BOND_JUDGEMENT)
		SAY("an adult court's warrant: extradition law, unless the "
		    "authority that issued it chooses the compact (#)",
		    P(return_adult_warrant));
	if (q->out->bond == ICJ_BOND_NOT_BARRED &&
	    says_no(&q->e, F_holding_law_allows_bond))
		SAY("the holding state's own law allows no bond; # need not "
		    "bar it", P(return_bond));
}

/* 7-106(6), which decides nothing of the method. */
static void return_note_ground(struct return_eval *q)
{
	if (q->v[R_GROUND] == ICJ_YES)
		SAY("no commercial ground transport before all other options "
		    "were considered, but with an adult along (#)",
		    P(commercial_ground));
	else if (q->v[R_GROUND] == ICJ_UNKNOWN)
		SAY("commercial ground transport: whether all other options "
		    "were considered, or an adult goes along, is not known "
		    "(#)", P(commercial_ground));
}

static void note_costs(struct return_eval *q)
{
	if (q->out->home_failed == ICJ_YES)
		SAY("the home state missed the time of #: it may be charged "
		    "for the detention; from which day the text does not say",
		    P(return_in_time));
	else if (q->out->home_failed == ICJ_UNKNOWN)
		SAY("whether the home state missed the time of # is not known",
		    P(return_in_time));
}

static bool used(const struct icj_finding *f, enum field_id field)
{
	uint8_t i = 0;

	while (i < f->used.count && f->used.field[i] != field)
		i++;
	return f->status != ICJ_NOT_APPLICABLE && i < f->used.count;
}

/* Counts that run past the end of a holiday list. */
static void note_unvouched(struct return_eval *q)
{
	static const uint8_t by_the_clock[] = {R_RELEASE, R_SECURE, R_ICPC};

	q->e.number = 0;
	for (size_t i = 0; i < COUNT_OF(by_the_clock) && !q->e.number; i++)
		if (used(&q->f[by_the_clock[i]], F_detained_at))
			q->e.number = icj__limit(&q->f[by_the_clock[i]]);
	if (q->e.number && icj__hours_unvouched(&q->e))
		icj__note_number(q->r, "the % hours run past the last day "
		    "that a holiday list is vouched for", q->e.number, NULL);
	if (icj__return_unvouched(&q->e))
		SAY("the time of # runs past the last day that a holiday list "
		    "is vouched for", P(return_in_time));
	drop_notes(&q->e);
}

static void note_inference(struct return_eval *q)
{
	if (icj__agreement_inferred(&q->e))
		icj__report_note(q->r,
		    "whether the juvenile agrees is taken from what is on "
		    "file, a consent or a refusal");
	if (says_no(&q->e, F_in_custody) && peek_known(&q->e, F_detained_at) &&
	    !peek_known(&q->e, F_released_at) &&
	    !peek_lacking(&q->e, F_released_at)) icj__report_note(q->r,
	    "not in custody, yet detained_at has no released_at");
	if (says_yes(&q->e, F_in_custody) &&
	    icj__happened(&q->e, F_released_at))
		icj__report_note(q->r, "in custody, yet released_at has come");
	if (says_no(&q->e, F_agrees_to_return) &&
	    icj__consent_on_file(&q->e)) icj__report_note(q->r,
	    "does not agree, yet a consent is on file");
	drop_notes(&q->e);
}

void icj__return_notes(struct return_eval *q, const struct outcome *o)
{
	note_icpc(q);
	return_note_strangers(q);
	note_method(q);
	icj__note_type(q);
	note_inference(q);
	note_detention(q);
	note_escort(q);
	note_holds(q, o);
	note_bond(q);
	return_note_ground(q);
	note_costs(q);
	note_unvouched(q);
}
