/* SPDX-License-Identifier: MIT */
/*
 * return_step.c - what is to be done, by whom and by when, once the method of
 * return is known, and what the packet must hold.  Tables in order of work;
 * the dates are those of the duties.
 */
#include "law/return/return.h"

#include <string.h>

#include "book/amend.h"
#include "duties/deadline.h"
#include "base/guard.h"

/* -- When a step or a document is wanted -------------------------------- */

typedef bool wanted(const struct icj_case *c, const struct icj_return *a);

/* A runaway, or one of whom that is not known not to be. */
static bool return_step_runaway(
    const struct icj_case *c, const struct icj_return *a)
{
	(void)c;
	return !a->type || strcmp(a->type, "runaway") == 0;
}

/* 6-101(3) to (6) speak of runaways. */
static bool abuse(const struct icj_case *c, const struct icj_return *a)
{
	return return_step_runaway(c, a) && icj__fact_yes(c, F_abuse_suspected);
}

/* 6-102 is for those found and detained. */
static bool detained(const struct icj_case *c, const struct icj_return *a)
{
	(void)a;
	return icj__fact_known(c, F_detained_at) ||
	    !icj__fact_no(c, F_in_custody);
}

static bool other_than_guardian(const struct icj_case *c,
    const struct icj_return *a)
{
	return abuse(c, a) && !icj__fact_yes(c, F_returning_to_guardian);
}

/* 6-101(6) and 6-103(2)(b): the state starts the requisition itself. */
static bool authority_starts(const struct icj_case *c,
    const struct icj_return *a)
{
	return icj__fact_no(c, F_petitioner_willing) ||
	    (abuse(c, a) && icj__fact_no(c, F_returning_to_guardian));
}

static bool guardian_starts(const struct icj_case *c,
    const struct icj_return *a)
{
	return !authority_starts(c, a);
}

static bool charges(const struct icj_case *c, const struct icj_return *a)
{
	(void)a;
	return icj__fact_yes(c, F_charges_pending);
}

static bool offense(const struct icj_case *c, const struct icj_return *a)
{
	(void)a;
	return !icj__fact_no(c, F_offense_suspected);
}

static bool waived(const struct icj_case *c, const struct icj_return *a)
{
	(void)c;
	return (a->forms & ICJ_FORM_IA_VI) != 0;
}

static bool placement_failed(const struct icj_case *c,
    const struct icj_return *a)
{
	(void)a;
	return icj__fact_known(c, F_placement_failed);
}

static bool on_warrant(const struct icj_case *c, const struct icj_return *a)
{
	(void)a;
	return icj__fact_known(c, F_warrant_custody) ||
	    icj__fact_known(c, F_warrant_custody_notified);
}

static bool accompanied(const struct icj_case *c, const struct icj_return *a)
{
	(void)c;
	return a->escort == ICJ_ESCORT_REQUIRED;
}

static bool unescorted(const struct icj_case *c, const struct icj_return *a)
{
	return a->escort != ICJ_ESCORT_REQUIRED &&
	    !icj__fact_yes(c, F_escorted);
}

static bool return_step_denied(
    const struct icj_case *c, const struct icj_return *a)
{
	(void)a;
	return icj__fact_no(c, F_requisition_in_order);
}

static bool return_step_not_denied(
    const struct icj_case *c, const struct icj_return *a)
{
	return !return_step_denied(c, a);
}

static bool bond_barred(const struct icj_case *c, const struct icj_return *a)
{
	(void)c;
	return a->bond == ICJ_BOND_BARRED;
}

static bool return_step_failed(
    const struct icj_case *c, const struct icj_return *a)
{
	(void)c;
	return a->home_failed != ICJ_NO;
}

/* -- Methods, as sets --------------------------------------------------- */

#define ICPC BIT(ICJ_RETURN_ICPC)
#define RETAKE_ BIT(ICJ_RETURN_RETAKING)
#define RELEASE BIT(ICJ_RETURN_RELEASE)
#define ADULT BIT(ICJ_RETURN_ADULT_WAIVER)
#define BY_FORM_III BIT(ICJ_RETURN_VOLUNTARY)
#define BY_FORM_I BIT(ICJ_RETURN_FORM_I)
#define BY_FORM_II BIT(ICJ_RETURN_FORM_II)
#define NOBODY BIT(ICJ_RETURN_NONE)
#define UNCLASSIFIED BIT(ICJ_RETURN_UNCLASSIFIED)
#define CONSENT (ADULT | BY_FORM_III)
#define REQUISITIONED (BY_FORM_I | BY_FORM_II)
#define RETURNED (RETAKE_ | CONSENT | REQUISITIONED)

/* -- Steps -------------------------------------------------------------- */

#define NO_DUTY DUTY_IDS
#define ALWAYS NULL

struct step_row {
	unsigned of; /* methods */
	uint8_t duty;
	uint8_t by;  /* enum owed_by: whose state */
	/* The second for Form II, NULL: it is the same. */
	const struct provision *p, *p_ii;
	wanted *only_if;
	const char *who;
	const char *text;
};

static const struct step_row steps[] = {
	{ICPC, NO_DUTY, BY_sending, P(return_icpc), NULL, ALWAYS,
	 "authorities of the ICPC", "Return the youth under that compact."},
	{ICPC, NO_DUTY, BY_holding, P(return_icpc), NULL, ALWAYS,
	 "ICJ Office of the holding state",
	 "Apply these rules if the youth is held in a secure facility beyond "
	 "24 hours, weekends and holidays left out."},
	{RELEASE, RUNAWAY_RELEASE, BY_holding, P(runaway_release), NULL, ALWAYS,
	 "juvenile authorities of the holding state",
	 "May release the runaway to the parent or legal guardian."},
	{RELEASE | CONSENT | REQUISITIONED, OFFICE_CONTACT, BY_holding,
	 P(office_contact), NULL, return_step_runaway,
	 "whoever holds the juvenile",
	 "Contact the holding state's ICJ Office if a runaway is still in "
	 "custody after 24 hours."},
	{RETURNED | UNCLASSIFIED, WARRANT_CUSTODY_NOTICE, BY_holding,
	 P(warrant_custody_notice), NULL, on_warrant, "holding state",
	 "Tell the home state's ICJ Office of the custody on its warrant."},
	{RETURNED | UNCLASSIFIED, WARRANT_ANSWER, BY_home, P(warrant_answer),
	 NULL, on_warrant, "home state", "Say whether the return is wanted."},
	{RETURNED | UNCLASSIFIED, NO_DUTY, BY_holding, P(bond_hearing), NULL,
	 bond_barred, "court in the holding state",
	 "Give the juvenile, who is not released on bond, an opportunity for a "
	 "hearing."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_holding,
	 P(facts_of_case), NULL, detained, "ICJ Office of the holding state",
	 "Give the home state's ICJ Office the facts of the case."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_holding,
	 P(abuse_told), NULL, abuse, "ICJ Office of the holding state",
	 "Tell the home state's ICJ Office of the suspected abuse or neglect."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_home,
	 P(abuse_safe_return), NULL, abuse, "ICJ Office of the home state",
	 "Work with the authority or court there for a safe return."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_holding,
	 P(own_reporting), NULL, abuse, "each state",
	 "Follow its own procedures of reporting abuse and neglect."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_home,
	 P(residency_found), NULL, detained, "ICJ Office of the home state",
	 "Find out at once where the juvenile resides and who has "
	 "jurisdiction."},
	{CONSENT | REQUISITIONED | UNCLASSIFIED, NO_DUTY, BY_holding,
	 P(custody_hearing), NULL, detained, "judge in the holding state",
	 "Tell the juvenile at a hearing, in person or electronic, what rights "
	 "there are; counsel or a guardian ad litem may be appointed."},
	{UNCLASSIFIED, NO_DUTY, BY_holding, P(form_iii), NULL, ALWAYS,
	 "juvenile", "May still agree to return and sign Form III."},
	{UNCLASSIFIED, NO_DUTY, BY_either, P(interpretation), NULL, ALWAYS,
	 "either ICJ Office",
	 "Ask the Commission in writing how the rules are to be read: none of "
	 "their methods is written for this juvenile."},

	{RETAKE_, NO_DUTY, BY_receiving, P(offense_suspected), NULL, offense,
	 "receiving state",
	 "Consent, where an offense there is suspected, before the juvenile is "
	 "retaken."},
	{RETAKE_, NO_DUTY, BY_sending, P(return_waiver), NULL, waived,
	 "sending state",
	 "Show the signed Form IA/VI: no further court step is needed."},
	{RETAKE_, NO_DUTY, BY_sending, P(retaking_officer), NULL, ALWAYS,
	 "sending state",
	 "Send an accredited officer to take the juvenile or, if that is not "
	 "practical, issue a warrant, which the supervising state honors."},
	{RETAKE_, RETAKE, BY_sending, P(retake), NULL, ALWAYS, "sending state",
	 "Return the juvenile safely."},
	{RETURNED, FAILED_PLACEMENT_RETURN, BY_sending,
	 P(failed_placement_return), NULL, placement_failed,
	 "ICJ Office of the sending state",
	 "Arrange the transport after the failed placement."},

	{BY_FORM_III, NO_DUTY, BY_holding, P(form_iii), NULL, ALWAYS,
	 "juvenile and judge in the holding state",
	 "Sign Form III, the juvenile in the judge's presence."},
	{ADULT, NO_DUTY, BY_holding, P(return_adult), NULL, ALWAYS,
	 "juvenile and judge in the holding state",
	 "Sign the adult waiver, which the home state accepts."},
	{CONSENT, NO_DUTY, BY_home, P(responsibility_named), NULL,
	 other_than_guardian, "home state",
	 "Name on Form III, or with the adult waiver instead of it, who "
	 "assumes responsibility, unless the juvenile returns to a parent or "
	 "legal guardian."},
	{CONSENT, NO_DUTY, BY_holding, P(consent_filed), NULL, ALWAYS,
	 "compact administrator of the holding state",
	 "File the consent and send a copy to the home state."},

	{REQUISITIONED, NO_DUTY, BY_home, P(requisition_contact_form_i),
	 P(requisition_contact_form_ii), ALWAYS, "ICJ Office of the home state",
	 "Keep in regular contact with those who prepare the requisition."},
	{BY_FORM_I, REQUISITION, BY_home, P(requisition_form_i), NULL,
	 guardian_starts, "parent, legal guardian or custodial agency",
	 "Petition the court of the home state for a requisition."},
	{BY_FORM_I, REQUISITION, BY_home, P(requisition_by_authority), NULL,
	 authority_starts, "appropriate authority of the home state",
	 "Start the requisition in place of a parent or guardian."},
	{BY_FORM_I, NO_DUTY, BY_home, P(petition_determined), NULL, ALWAYS,
	 "judge in the home state",
	 "Determine whether the petitioner is entitled to custody, the "
	 "juvenile ran away without consent, is not emancipated, and the "
	 "return is in the juvenile's best interest."},
	{BY_FORM_I, NO_DUTY, BY_home, P(form_i_signed), NULL, ALWAYS,
	 "judge in the home state", "Sign Form I."},
	{BY_FORM_II, REQUISITION, BY_home, P(requisition_form_ii), NULL, ALWAYS,
	 "requisitioner in the home state",
	 "Present Form II to the court or appropriate authority."},
	{BY_FORM_II, NO_DUTY, BY_holding, P(warranted_form_ii), NULL,
	 on_warrant, "holding state",
	 "Keep a juvenile who is held on a warrant in a secure facility."},
	{BY_FORM_II, NO_DUTY, BY_home, P(form_ii_signed), NULL, ALWAYS,
	 "judge or appropriate authority in the home state", "Sign Form II."},
	{REQUISITIONED, NO_DUTY, BY_home, P(packet_form_i), P(packet_form_ii),
	 ALWAYS, "ICJ Office of the home state",
	 "See that the packet is in order and submit it to the ICJ Office "
	 "where the juvenile is."},
	{REQUISITIONED, REQUISITION_HEARING, BY_holding,
	 P(requisition_hearing_form_i), P(requisition_hearing_form_ii), ALWAYS,
	 "ICJ Office where the juvenile is",
	 "Forward the requisition to the court and ask for a hearing; a "
	 "juvenile not yet detained is ordered held."},
	{REQUISITIONED, NO_DUTY, BY_holding, P(in_order_form_i),
	 P(in_order_form_ii), ALWAYS, "court in the holding state",
	 "Examine only whether the requisition is in order: not who has "
	 "custody, nor guilt, nor the juvenile's best interest."},
	{REQUISITIONED, NO_DUTY, BY_holding, P(ordered_form_i),
	 P(ordered_form_ii), return_step_not_denied,
	 "judge in the holding state",
	 "Order the return if the requisition is in order."},
	{REQUISITIONED, NO_DUTY, BY_holding, P(denied_form_i),
	 P(denied_form_ii), return_step_denied, "judge in the holding state",
	 "Give the reasons of the denial in writing."},
	{REQUISITIONED, NO_DUTY, BY_holding, P(order_sent_form_i),
	 P(order_sent_form_ii), ALWAYS,
	 "court, then the ICJ Office of the holding state",
	 "Forward the order at once."},
	{REQUISITIONED, DETENTION_LIMIT, BY_holding, P(detention_limit_form_i),
	 P(detention_limit_form_ii), ALWAYS, "holding state",
	 "Hold the juvenile no longer than this."},

	{RETURNED | UNCLASSIFIED, NO_DUTY, BY_holding, P(pending_charges), NULL,
	 charges, "holding or receiving state",
	 "Consent to the return, or resolve the pending charges first."},
	{RETURNED, NO_DUTY, BY_home, P(transport_needs), NULL, ALWAYS,
	 "ICJ Office of the home state",
	 "Determine what makes the transport safe."},
	{RETURNED, NO_DUTY, BY_home, P(return_risk), P(accompanied_form_ii),
	 accompanied, "home state", "Have the juvenile accompanied."},
	{CONSENT, VOLUNTARY_RETURN, BY_home, P(voluntary_return), NULL, ALWAYS,
	 "home state", "Return the juvenile safely."},
	{REQUISITIONED, REQUISITION_RETURN, BY_home,
	 P(requisition_return_form_i), P(requisition_return_form_ii),
	 return_step_not_denied, "home state", "Return the juvenile."},
	{RETURNED, DUE_PROCESS_RETURN, BY_home, P(due_process_return), NULL,
	 ALWAYS, "home state",
	 "Pay for and effect the return, from the notice that due process is "
	 "met."},
	{RETURNED, NO_DUTY, BY_holding, P(kept_until_departure), NULL, ALWAYS,
	 "holding state",
	 "Bring the juvenile to the airport or other transport and keep "
	 "security until departure."},
	{RETURNED, NO_DUTY, BY_holding, P(belongings), NULL, ALWAYS,
	 "holding state",
	 "Keep back belongings that could endanger anyone and send them to the "
	 "parents or guardians."},
	{RETURNED, AIRPORT_NOTICE, BY_home, P(airport_notice), NULL, unescorted,
	 "home state",
	 "Tell the state of an intermediate airport, which supervises an "
	 "unescorted juvenile there."},
	{RETURNED, DETENTION_HEARING, BY_holding, P(detention_hearing), NULL,
	 return_step_failed, "court in the holding state",
	 "Hear the grounds for further detention after the home state failed "
	 "to return the juvenile."},
	{RETURNED, NO_DUTY, BY_holding, P(unreturned_hearing), NULL,
	 return_step_failed, "court in the holding state",
	 "Hear the case of a juvenile who is not returned within 10 business "
	 "days of the duty to return."},
	{NOBODY, NO_DUTY, BY_home, P(return_situation), P(situation_form_ii),
	 ALWAYS, "home state",
	 "Nothing yet: a requisition needs the juvenile in custody or the "
	 "whereabouts known."},
};

/* Who was not ordered to return is not transported, and between states of
 * which one is no party there is only the question. */
static bool step_is_idle(const struct step_row *row, const struct icj_case *c,
    const struct icj_return *a)
{
	if (a->procedure == ICJ_RETURN_UNCLASSIFIED && a->parties == ICJ_NO)
		return row->of != UNCLASSIFIED || row->by != BY_either;
	return row->of == RETURNED && return_step_denied(c, a) &&
	    (REQUISITIONED & BIT(a->procedure));
}

static bool step_applies(const struct step_row *row, const struct icj_case *c,
    const struct icj_return *a)
{
	return (row->of & BIT(a->procedure)) && !step_is_idle(row, c, a) &&
	    (!row->only_if || row->only_if(c, a));
}

static icj_state return_step_state_of(const struct step_row *row,
    const struct icj_case *c, const struct icj_return *a)
{
	bool retaken = a->procedure == ICJ_RETURN_RETAKING;
	icj_state s = 0;

	if (row->by == BY_home)
		s = icj__fact_state(c, F_home_state);
	if (row->by == BY_holding)
		s = icj__fact_state(c, F_holding_state);
	if (row->by == BY_sending || (s == 0 && retaken && row->by == BY_home))
		s = icj__fact_state(c, F_sending_state);
	if (row->by == BY_receiving ||
	    (s == 0 && retaken && row->by == BY_holding))
		s = icj__fact_state(c, F_receiving_state);
	return s;
}

/* "When the juvenile is already in custody, this shall be done within sixty
 * (60) calendar days": else a petition has no limit. */
static bool has_no_limit(const struct step_row *row, const struct icj_case *c,
    const struct icj_context *ctx)
{
	struct eval e;

	if (row->duty != REQUISITION || icj__fact_known(c, F_refusal_notified))
		return false;
	icj__eval_start(&e, c, ctx, ctx->as_of.date);
	return icj__in_custody(&e) == ICJ_NO;
}

/* False where the duty does not concern this case.  A petition has no limit
 * when the juvenile is not in custody, and a return none while Form III is
 * incomplete; both are steps all the same. */
static bool date_step(const struct step_row *row, const struct icj_case *c,
    const struct icj_context *ctx, icj_date *day, struct icj_step *out)
{
	struct icj_due due;

	if (has_no_limit(row, c, ctx))
		return true;
	icj_due(c, ctx, row->duty, &due);
	return icj__step_dated(ctx, &due, day, out) ||
	    row->duty == REQUISITION || row->duty == VOLUNTARY_RETURN;
}

/* What a step says with a number that an office has amended, without it. */
static const char *return_step_text(const struct step_row *row,
    const struct icj_return *a, icj_date day)
{
	if (!a->amendments || !strstr(row->text, "24 hours") ||
	    icj__amendable_number(icj__wording(a->amendments, row->p, day)) ==
	    icj__amendable_number(icj__wording(NULL, row->p, day)))
		return row->text;
	return row->duty == OFFICE_CONTACT ?
	    "Contact the holding state's ICJ Office if a runaway is still in "
	    "custody after the hours of the rule." :
	    "Apply these rules if the youth is held in a secure facility "
	    "beyond the hours of the rule, weekends and holidays left out.";
}

static bool return_step_fill(const struct step_row *row,
    const struct icj_case *c, const struct icj_context *ctx,
    const struct icj_return *a, struct icj_step *out)
{
	icj_date day = a->on;

	*out = (struct icj_step){
	    .text = row->text,
	    .who = row->who,
	    .state = return_step_state_of(row, c, a),
	    .status = ICJ_DUE_NO_START,
	    .due = on_day(ICJ_DATE_NONE),
	    .done = ICJ_DATE_NONE,
	};
	if (row->duty != NO_DUTY && !date_step(row, c, ctx, &day, out))
		return false;
	out->text = return_step_text(row, a, day);
	out->rule = icj__number_if_any(a->amendments, row->p_ii &&
	    a->procedure == ICJ_RETURN_FORM_II ? row->p_ii : row->p, day);
	return out->rule;
}

ICJ_API bool icj_return_step(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_return *answer, size_t i,
    struct icj_step *out)
{
	if (!icj__can_date(c, ctx) || !answer || !out)
		return false;

	for (size_t k = 0; k < COUNT_OF(steps); k++) {
		if (!step_applies(&steps[k], c, answer) ||
		    !return_step_fill(&steps[k], c, ctx, answer, out))
			continue;
		if (i-- == 0)
			return true;
	}
	return false;
}

/* -- The packet --------------------------------------------------------- */

struct paper_row {
	unsigned of;
	const struct provision *p;
	bool required;
	wanted *only_if;
	const char *name;
};

static const struct paper_row papers[] = {
	{RETAKE_, P(return_waiver), true, waived,
	 "Form IA/VI with the appropriate signatures"},
	{BY_FORM_III, P(form_iii), true, ALWAYS,
	 "Form III, signed by the juvenile in the presence of a judge and by a "
	 "judge"},
	{ADULT, P(return_adult), true, ALWAYS,
	 "adult waiver, signed by the juvenile and the judge"},
	{CONSENT, P(responsibility_named), true, other_than_guardian,
	 "on Form III, or with the adult waiver, who assumes responsibility "
	 "for the juvenile"},
	{CONSENT, P(custody_hearing), false, ALWAYS, "Juvenile Rights Form"},
	{BY_FORM_I, P(form_i_signed), true, ALWAYS,
	 "Form I, signed by the judge in the home state"},
	{BY_FORM_I, P(petition), true, ALWAYS,
	 "petition (Form A or another): name and date of birth, petitioner and "
	 "entitlement, how the juvenile ran away and where he or she is, "
	 "facts showing danger to self or others and that the juvenile is not "
	 "emancipated"},
	{BY_FORM_I, P(petition_affidavit), true, ALWAYS,
	 "affidavit verifying the petition"},
	{BY_FORM_I, P(petition_entitlement), true, ALWAYS,
	 "certified copy of what entitles the petitioner: birth certificate, "
	 "letters of guardianship, custody decree"},
	{BY_FORM_I, P(petition_other), false, ALWAYS,
	 "other affidavits and documents"},
	{BY_FORM_II, P(form_ii_signed), true, ALWAYS,
	 "Form II, signed by the judge or appropriate authority in the home "
	 "state"},
	{BY_FORM_II, P(form_ii_affidavit), true, ALWAYS,
	 "affidavit verifying the requisition"},
	{BY_FORM_II, P(form_ii_affidavit), true, ALWAYS,
	 "copies showing entitlement, such as a judgment, an order of "
	 "adjudication or of commitment, or a petition alleging delinquency"},
	{BY_FORM_II, P(form_ii_other), false, ALWAYS,
	 "other affidavits and documents"},
	{BY_FORM_I, P(packet_form_i), false, ALWAYS,
	 "originals or certified copies, if the state where the juvenile is "
	 "asks for them"},
	{BY_FORM_II, P(packet_form_ii), false, ALWAYS,
	 "originals or certified copies, if the state where the juvenile is "
	 "asks for them"},
	{RETURNED, P(identification), true, ALWAYS,
	 "when flying: picture identification, if there is one, or a copy of "
	 "the paperwork of the compact or of due process"},
};

static bool return_step_is_asked(const struct paper_row *row,
    const struct icj_case *c, const struct icj_return *a)
{
	return (row->of & BIT(a->procedure)) &&
	    icj__number_if_any(a->amendments, row->p, a->on) &&
	    (!row->only_if || row->only_if(c, a));
}

ICJ_API bool icj_return_paper(const struct icj_case *c,
    const struct icj_return *answer, size_t i, struct icj_paper *out)
{
	if (!c || !answer || !out)
		return false;

	for (size_t k = 0; k < COUNT_OF(papers); k++) {
		if (!return_step_is_asked(&papers[k], c, answer) || i-- > 0)
			continue;
		*out = (struct icj_paper){papers[k].name,
		    icj__number_of(answer->amendments, papers[k].p,
			answer->on),
		    papers[k].required};
		return true;
	}
	return false;
}
