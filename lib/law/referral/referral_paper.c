/* SPDX-License-Identifier: MIT */
/*
 * referral_paper.c - the documents of Rules 2-105, 4-102(3) and 4-103: which
 * the packet must have, which are expected in it, which are owed later.
 */
#include "law/referral/referral.h"

#include <string.h>

/* -- The table ---------------------------------------------------------- */

struct paper_row {
	const struct provision *p;
	unsigned of;     /* enum paper_kind bits, any of which asks for it */
	unsigned unless; /* those that ask for it in a row of their own */
	uint32_t any_of; /* documents, one of which will do */
	uint16_t day[2]; /* fields of the event, in order of preference */
};

#define EITHER_KIND (OF_PAROLE | OF_PROBATION)
#define NO_DAY F_case_id
#define PAPER(of, p, bits) {P(p), of, 0, bits, {NO_DAY, NO_DAY}}
#define PAPER_UNLESS(of, unless, p, bits) \
	{P(p), of, unless, bits, {NO_DAY, NO_DAY}}
#define PAPER_BY(of, p, bits, ...) {P(p), of, 0, bits, {__VA_ARGS__}}
#define PLACED F_arrived, F_anticipated_arrival
#define RELEASED F_institution_released, NO_DAY
#define PERMITTED F_permit_issued, NO_DAY
/* One paper under two names. */
#define FORM_VI_OR_OLD (FORM_IA_VI | FORM_VI)

/* Reading: the conditions of probation, which 4-103(3) expects of any sex
 * offender, are not expected of a parolee, who has others. */
static const struct paper_row papers[] = {
	PAPER(OF_VICTIM, referral_victim_form,
	    VICTIM_NOTIFICATION_FORM | VICTIM_SUPPLEMENT_FORM),

	PAPER(OF_PAROLE, parole_form_iv, FORM_IV),
	PAPER(OF_PAROLE, parole_form_vi, FORM_VI_OR_OLD),
	PAPER(OF_PAROLE, parole_commitment, ORDER_OF_COMMITMENT),
	PAPER(OF_PAROLE, parole_petition, PETITION | ARREST_REPORT),
	PAPER(OF_PAROLE, parole_history, LEGAL_AND_SOCIAL_HISTORY),
	PAPER(OF_PAROLE, parole_summary, SUPERVISION_SUMMARY),
	PAPER(OF_PAROLE, parole_photograph, PHOTOGRAPH),
	PAPER_BY(OF_PAROLE, parole_conditions, PAROLE_CONDITIONS, RELEASED),
	PAPER_BY(OF_PAROLE, parole_form_v, FORM_V, PLACED),
	PAPER_BY(OF_EARLY_PAROLE, parole_permit, TRAVEL_PERMIT, PERMITTED),
	PAPER_BY(OF_EARLY_PAROLE, parole_explanation, WRITTEN_EXPLANATION,
	    PERMITTED),

	PAPER(OF_PROBATION, probation_form_iv, FORM_IV),
	PAPER(OF_PROBATION, probation_form_vi, FORM_VI_OR_OLD),
	PAPER(OF_PROBATION, probation_order, ORDER_OF_ADJUDICATION),
	PAPER(OF_PROBATION, probation_conditions, CONDITIONS_OF_PROBATION),
	PAPER(OF_PROBATION, probation_petition, PETITION | ARREST_REPORT),
	PAPER(OF_PROBATION, probation_history, LEGAL_AND_SOCIAL_HISTORY),
	PAPER_BY(OF_PROBATION, probation_form_v, FORM_V, PLACED),

	PAPER_BY(OF_EARLY_SEX_OFFENDER, offender_permit, TRAVEL_PERMIT,
	    PERMITTED),
	PAPER_BY(OF_EARLY_SEX_OFFENDER, offender_explanation,
	    WRITTEN_EXPLANATION, PERMITTED),
	PAPER_UNLESS(OF_SEX_OFFENDER, EITHER_KIND, offender_form_vi,
	    FORM_VI_OR_OLD),
	PAPER_UNLESS(OF_SEX_OFFENDER, EITHER_KIND, offender_form_iv, FORM_IV),
	PAPER(OF_SEX_OFFENDER, offender_form_v, FORM_V),
	PAPER_UNLESS(OF_SEX_OFFENDER, OF_PROBATION, offender_order,
	    ORDER_OF_ADJUDICATION),
	PAPER_UNLESS(OF_SEX_OFFENDER, EITHER_KIND, offender_conditions,
	    CONDITIONS_OF_PROBATION),
	PAPER_UNLESS(OF_SEX_OFFENDER, EITHER_KIND, offender_petition,
	    PETITION | ARREST_REPORT),
	PAPER(OF_SEX_OFFENDER, offender_risk, RISK_ASSESSMENT),
	PAPER(OF_SEX_OFFENDER, offender_safety_plan, SAFETY_PLAN),
	PAPER_UNLESS(OF_SEX_OFFENDER, EITHER_KIND, offender_history,
	    LEGAL_AND_SOCIAL_HISTORY),
	PAPER(OF_SEX_OFFENDER, offender_victim, VICTIM_INFORMATION),
	PAPER(OF_SEX_OFFENDER, offender_treatment, TREATMENT_PLAN),
	{P(offender_parole), OF_SEX_OFFENDER, EITHER_KIND, PAROLE_CONDITIONS,
	 {RELEASED}},
};

const struct provision *icj__paper_provision(size_t i)
{
	return i < COUNT_OF(papers) ? papers[i].p : NULL;
}

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
	uint32_t kind = icj__fact_bits(c, F_supervision);
	unsigned kinds = 0;

	if (kind == NO_SUPERVISION)
		return 0;
	if (kind)
		kinds = kind == PAROLE ? OF_PAROLE : OF_PROBATION;
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

static enum icj_tri paper_is_there(const struct paper_row *row,
    const struct icj_case *c)
{
	return icj__fact_known(c, F_documents) ?
	    tri(icj__fact_any(c, F_documents, row->any_of)) : ICJ_UNKNOWN;
}

/* The wording by which a paper is asked for on a day; NULL: it is not. */
static const struct wording *paper_wording(const struct paper_row *row,
    const struct icj_amendments *office, icj_date on)
{
	const struct wording *w;

	return icj__book_has(icj__book_on(office, row->p, on, &w)) ? w : NULL;
}

/* The same where it is asked with one demand, and not by a row of another
 * kind. */
static const struct wording *paper_demanded(const struct paper_row *row,
    unsigned kinds, enum icj_demand demand,
    const struct icj_amendments *office, icj_date on)
{
	const struct wording *w;

	if (row->unless & kinds)
		return NULL;
	w = paper_wording(row, office, on);
	return w && w->paper.demand == demand ? w : NULL;
}

/* Those of one kind stand together. */
static const struct paper_row *papers_of(unsigned kind,
    const struct paper_row **end)
{
	const struct paper_row *first = papers, *last;

	while (!(first->of & kind))
		first++;
	for (last = first + 1; last < papers + COUNT_OF(papers) &&
	    last->of & kind; last++)
		;
	*end = last;
	return first;
}

/* The first that is lacking decides. */
enum icj_tri icj__has_documents(struct eval *e, unsigned kind,
    enum icj_demand demand)
{
	icj_date on = icj__edition_day(e->ctx, e->on);
	uint32_t there = icj__fact_bits(e->c, F_documents);
	const struct paper_row *end, *row = papers_of(kind, &end);
	unsigned kinds = kinds_of(e->c);
	bool any = false;

	for (; row < end; row++) {
		if (!paper_demanded(row, kinds, demand, e->ctx->amendments, on))
			continue;
		any = true;
		if (!(there & row->any_of))
			return need_known(e, F_documents) == ICJ_YES ?
			    ICJ_NO : ICJ_UNKNOWN;
	}
	return any ? need_known(e, F_documents) : ICJ_YES;
}

void icj__rest_on_papers(struct referral_eval *q, unsigned kind,
    enum icj_tri value)
{
	const struct paper_row *end, *row = papers_of(kind, &end);
	unsigned kinds = kinds_of(q->e.c);

	for (; row < end; row++) {
		const struct wording *w = paper_demanded(row, kinds,
		    ICJ_SHALL, q->r->office, q->r->on);

		if (w && paper_is_there(row, q->e.c) == value)
			icj__rest_on(q->r, w);
	}
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

/* 4-102(3)(b) alone leaves out those who live there already. */
static bool is_form_v_of_probation(const struct paper_row *row)
{
	return row->p == P(probation_form_v);
}

_Static_assert(COUNT_OF(papers) <= 64, "an answer names papers by bits");

uint64_t icj__papers_asked(const struct icj_case *c,
    const struct icj_referral *answer)
{
	unsigned kinds = kinds_of(c) | kind_of_permit(answer);
	uint64_t asked = 0;

	for (size_t i = 0; kinds && i < COUNT_OF(papers); i++) {
		const struct paper_row *row = &papers[i];

		if (!(row->of & kinds) || (row->unless & kinds) ||
		    (is_form_v_of_probation(row) &&
		    icj__fact_yes(c, F_already_residing)))
			continue;
		if (paper_wording(row, answer->amendments, answer->on))
			asked |= (uint64_t)1 << i;
	}
	return asked;
}

static void paper_fill(const struct paper_row *row, const struct wording *w,
    const struct icj_case *c, struct icj_document *out)
{
	*out = (struct icj_document){
		.name = w->paper.name, .rule = w->rule.cite,
		.demand = w->paper.demand,
		.there = paper_is_there(row, c), .when = w->paper.when,
		.day = paper_day_of_event(row, c),
	};
	if (is_form_v_of_probation(row) &&
	    !icj__fact_known(c, F_already_residing))
		out->when = "before placement, unless already residing";
}

/* What the rules ask for besides, and is named as not there. */
void icj__rest_on_papers_named(struct referral_eval *q)
{
	for (uint64_t left = q->out->documents; left; left &= left - 1) {
		const struct paper_row *row = &papers[__builtin_ctzll(left)];
		const struct wording *w = paper_wording(row, q->r->office,
		    q->r->on);
		enum icj_tri there = paper_is_there(row, q->e.c);

		if (w->paper.demand == ICJ_LATER ? there != ICJ_YES :
		    w->paper.demand != ICJ_SHALL && there == ICJ_NO)
			icj__rest_on_since(q->r, w);
	}
}

ICJ_API bool icj_referral_document(const struct icj_case *c,
    const struct icj_referral *answer, size_t i, struct icj_document *out)
{
	if (!c || !answer || !out)
		return false;

	const struct paper_row *row;
	uint64_t left = answer->documents;

	while (left && i-- > 0)
		left &= left - 1;
	if (!left)
		return false;
	row = &papers[__builtin_ctzll(left)];
	paper_fill(row, paper_wording(row, answer->amendments, answer->on), c,
	    out);
	return true;
}
