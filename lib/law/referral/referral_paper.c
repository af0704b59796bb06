/* SPDX-License-Identifier: MIT */
/*
 * referral_paper.c - the documents of Rules 2-105, 4-102(3) and 4-103: which
 * the packet must have, which are expected in it, which are owed later.
 */
#include "law/referral/referral.h"

#include <string.h>

/* -- The table ---------------------------------------------------------- */

struct paper_row {
	unsigned of;     /* enum paper_kind bits, any of which asks for it */
	unsigned unless; /* those that ask for it in a row of their own */
	uint32_t any_of; /* documents, one of which will do */
	enum icj_demand demand;
	const struct provision *p;
	const char *name, *when;
	uint16_t day[2];  /* fields of the event, in order of preference */
};

#define EITHER_KIND (OF_PAROLE | OF_PROBATION)
#define NO_DAY F_case_id
#define SHALL(of, p, bits, name) \
	{of, 0, bits, ICJ_SHALL, p, name, "", {NO_DAY, NO_DAY}}
#define SHOULD(of, unless, p, bits, name) \
	{of, unless, bits, ICJ_SHOULD, p, name, "", {NO_DAY, NO_DAY}}
#define PLACED {F_arrived, F_anticipated_arrival}

/* Reading: the conditions of probation, which 4-103(3) expects of any sex
 * offender, are not expected of a parolee, who has others. */
static const struct paper_row papers[] = {
	SHALL(OF_VICTIM, P(referral_victim_form), VICTIM_NOTIFICATION_FORM,
	    "victim-notification-form"),

	SHALL(OF_PAROLE, P(referral_parole), FORM_IV, "form-iv"),
	SHALL(OF_PAROLE, P(referral_parole), FORM_IA_VI, "form-ia-vi"),
	SHALL(OF_PAROLE, P(referral_parole), ORDER_OF_COMMITMENT,
	    "order-of-commitment"),
	SHOULD(OF_PAROLE, 0, P(referral_parole), PETITION | ARREST_REPORT,
	    "petition or arrest-report"),
	SHOULD(OF_PAROLE, 0, P(referral_parole), LEGAL_AND_SOCIAL_HISTORY,
	    "legal-and-social-history"),
	{OF_PAROLE, 0, PAROLE_CONDITIONS, ICJ_LATER, P(referral_parole),
	 "parole-conditions", "on release", {F_institution_released, NO_DAY}},
	{OF_PAROLE, 0, FORM_V, ICJ_LATER, P(referral_parole), "form-v",
	 "before placement", PLACED},
	{OF_EARLY_PAROLE, 0, TRAVEL_PERMIT, ICJ_LATER,
	 P(referral_parole_early),
	 "travel-permit", "with early placement", {F_permit_issued, NO_DAY}},
	{OF_EARLY_PAROLE, 0, WRITTEN_EXPLANATION, ICJ_LATER,
	 P(referral_parole_early),
	 "written-explanation", "with the travel permit",
	 {F_permit_issued, NO_DAY}},

	SHALL(OF_PROBATION, P(referral_probation), FORM_IV, "form-iv"),
	SHALL(OF_PROBATION, P(referral_probation), FORM_IA_VI, "form-ia-vi"),
	SHALL(OF_PROBATION, P(referral_probation), ORDER_OF_ADJUDICATION,
	    "order-of-adjudication-and-disposition"),
	SHALL(OF_PROBATION, P(referral_probation), CONDITIONS_OF_PROBATION,
	    "conditions-of-probation"),
	SHALL(OF_PROBATION, P(referral_probation), PETITION | ARREST_REPORT,
	    "petition or arrest-report"),
	SHOULD(OF_PROBATION, 0, P(referral_probation),
	    LEGAL_AND_SOCIAL_HISTORY,
	    "legal-and-social-history"),
	{OF_PROBATION, 0, FORM_V, ICJ_LATER, P(referral_probation), "form-v",
	 "before placement", PLACED},

	{OF_EARLY_SEX_OFFENDER, 0, TRAVEL_PERMIT, ICJ_LATER,
	 P(early_explanation),
	 "travel-permit", "with early placement", {F_permit_issued, NO_DAY}},
	{OF_EARLY_SEX_OFFENDER, 0, WRITTEN_EXPLANATION, ICJ_LATER,
	 P(early_explanation), "written-explanation", "with the travel permit",
	 {F_permit_issued, NO_DAY}},
	SHOULD(OF_SEX_OFFENDER, EITHER_KIND, P(referral_expected), FORM_IA_VI,
	    "form-ia-vi"),
	SHOULD(OF_SEX_OFFENDER, EITHER_KIND, P(referral_expected), FORM_IV,
	    "form-iv"),
	SHOULD(OF_SEX_OFFENDER, 0, P(referral_expected), FORM_V, "form-v"),
	SHOULD(OF_SEX_OFFENDER, OF_PROBATION, P(referral_expected),
	    ORDER_OF_ADJUDICATION, "order-of-adjudication-and-disposition"),
	SHOULD(OF_SEX_OFFENDER, EITHER_KIND, P(referral_expected),
	    CONDITIONS_OF_PROBATION, "conditions-of-probation"),
	SHOULD(OF_SEX_OFFENDER, EITHER_KIND, P(referral_expected),
	    PETITION | ARREST_REPORT, "petition or arrest-report"),
	SHOULD(OF_SEX_OFFENDER, 0, P(referral_expected), RISK_ASSESSMENT,
	    "risk-assessment"),
	SHOULD(OF_SEX_OFFENDER, 0, P(referral_expected), SAFETY_PLAN,
	    "safety-plan"),
	SHOULD(OF_SEX_OFFENDER, EITHER_KIND, P(referral_expected),
	    LEGAL_AND_SOCIAL_HISTORY, "legal-and-social-history"),
	SHOULD(OF_SEX_OFFENDER, 0, P(referral_expected), VICTIM_INFORMATION,
	    "victim-information"),
	SHOULD(OF_SEX_OFFENDER, 0, P(referral_expected), TREATMENT_PLAN,
	    "treatment-plan"),
	{OF_SEX_OFFENDER, EITHER_KIND, PAROLE_CONDITIONS, ICJ_LATER,
	 P(referral_expected), "parole-conditions", "on release, if on parole",
	 {F_institution_released, NO_DAY}},
};

/* -- Which of them concern a case --------------------------------------- */

static bool known_sex_offender(const struct icj_case *c)
{
	if (icj__fact_known(c, F_sex_offender))
		return icj__fact_yes(c, F_sex_offender);
	return icj__fact_yes(c, F_adjudicated_sex_offense) ||
	    icj__fact_yes(c, F_must_register_sending) ||
	    icj__fact_yes(c, F_must_register_receiving);
}

static unsigned kinds_of(const struct icj_case *c)
{
	const struct fact *supervision = fact_of(c, F_supervision);
	unsigned kinds = 0;

	if (supervision->set && supervision->bits == NO_SUPERVISION)
		return 0;
	if (supervision->set)
		kinds = supervision->bits == PAROLE ? OF_PAROLE : OF_PROBATION;
	if (known_sex_offender(c))
		kinds |= OF_SEX_OFFENDER;
	if (icj__fact_yes(c, F_victim_assistance_needed))
		kinds |= OF_VICTIM;
	return kinds;
}

/* The permit of a parolee or of a juvenile sex offender comes with papers of
 * its own, which are the same; what lets others go comes with none. */
static unsigned kind_of_permit(const struct icj_referral *answer)
{
	const unsigned parole = ICJ_EARLY_BY_PAROLE_PERMIT;
	const unsigned offender = ICJ_EARLY_BY_OFFENDER_PERMIT;

	if (answer->early != ICJ_EARLY_OPEN ||
	    answer->early_by & ICJ_EARLY_BY_INSTRUCTIONS)
		return 0;
	if (answer->early_by & parole)
		return answer->early_by == parole ||
		    answer->early_by & offender ? OF_EARLY_PAROLE : 0;
	return answer->early_by == offender ? OF_EARLY_SEX_OFFENDER : 0;
}

enum icj_tri icj__has_documents(struct eval *e, unsigned kind,
    enum icj_demand demand)
{
	icj_date on = icj__edition_day(e->ctx, e->on);
	unsigned kinds = kinds_of(e->c);
	enum icj_tri all = ICJ_YES;

	for (size_t i = 0; i < COUNT_OF(papers); i++)
		if ((papers[i].of & kind) && papers[i].demand == demand &&
		    !(papers[i].unless & kinds) &&
		    icj__number_if_any(papers[i].p, on))
			all = and_(all, need_any(e, F_documents,
			    papers[i].any_of));
	return all;
}

/* -- One after the other ------------------------------------------------ */

static icj_date paper_day_of_event(const struct paper_row *row,
    const struct icj_case *c)
{
	for (size_t i = 0; i < COUNT_OF(row->day); i++)
		if (row->day[i] != NO_DAY && icj__fact_known(c, row->day[i]))
			return icj__fact_day(c, row->day[i]);
	return ICJ_DATE_NONE;
}

static enum icj_tri paper_is_there(const struct paper_row *row,
    const struct icj_case *c)
{
	const struct fact *documents = fact_of(c, F_documents);

	return documents->set ? tri(documents->bits & row->any_of) :
	    ICJ_UNKNOWN;
}

/* 4-102(3)(b) alone leaves out those who live there already. */
static bool is_form_v_of_probation(const struct paper_row *row)
{
	return row->of == OF_PROBATION && row->any_of == FORM_V;
}

static bool paper_is_asked(const struct paper_row *row,
    const struct icj_case *c, unsigned kinds, icj_date on)
{
	if (!(row->of & kinds) || (row->unless & kinds) ||
	    !icj__number_if_any(row->p, on))
		return false;
	return !is_form_v_of_probation(row) ||
	    !icj__fact_yes(c, F_already_residing);
}

static void paper_fill(const struct paper_row *row, const struct icj_case *c,
    icj_date on, struct icj_document *out)
{
	*out = (struct icj_document){
		.name = row->name, .rule = icj__number_of(row->p, on),
		.demand = row->demand,
		.there = paper_is_there(row, c), .when = row->when,
		.day = paper_day_of_event(row, c),
	};
	if (is_form_v_of_probation(row) &&
	    !icj__fact_known(c, F_already_residing))
		out->when = "before placement, unless already residing";
}

ICJ_API bool icj_referral_document(const struct icj_case *c,
    const struct icj_referral *answer, size_t i, struct icj_document *out)
{
	if (!c || !answer || !out)
		return false;

	unsigned kinds = kinds_of(c) | kind_of_permit(answer);

	for (size_t k = 0; k < COUNT_OF(papers); k++) {
		if (!paper_is_asked(&papers[k], c, kinds, answer->on) ||
		    i-- > 0)
			continue;
		paper_fill(&papers[k], c, answer->on, out);
		return true;
	}
	return false;
}
