/* SPDX-License-Identifier: MIT */
/*
 * define.c - the terms of Rule 1-101 that facts can satisfy: the rows, in
 * rulebook order, and what is made of one.  The conditions are in
 * define_who.c and define_what.c.
 */
#include "law/define/define.h"
#include "base/guard.h"

#include <string.h>
#include "judge/answer.h"
#include "terms/terms.h"

#define ADJUDICATED (ADJUDICATED_DELINQUENT | ADJUDICATED_STATUS_OFFENDER)

static const struct rule_row rows[] = {
	{P(term_absconder), ASIDE, {CALL(icj__term_absconder)}},
	{P(term_accused_delinquent), ASIDE,
	 {CALL(icj__term_accused_delinquent)}},
	{P(term_accused_status_offender), ASIDE,
	 {CALL(icj__term_accused_status_offender)}},
	{P(term_adjudicated), ASIDE, {ANY(adjudication, ADJUDICATED)}},
	{P(term_adjudicated_delinquent), ASIDE,
	 {ANY(adjudication, ADJUDICATED_DELINQUENT)}},
	{P(term_adjudicated_status_offender), ASIDE,
	 {ANY(adjudication, ADJUDICATED_STATUS_OFFENDER)}},
	{P(term_affidavit), ASIDE,
	 {ALL(statement, WRITTEN | VOLUNTARY_STATEMENT | SWORN |
	  BEFORE_OFFICER)}},
	{P(term_compacting_state), ASIDE, {CALL(icj__term_compacting_state)}},
	{P(term_defaulting_state), ASIDE, {SAID(default_determined)}},
	{P(term_deferred_adjudication), ASIDE,
	 {ANY(adjudication, DEFERRED_ADJUDICATION)}},
	{P(term_demanding_state), ASIDE, {CALL(icj__term_demanding_state)}},
	{P(term_emancipation), ASIDE, {SAID(emancipated)}},
	{P(term_escapee), ASIDE, {CALL(icj__term_escapee)}},
	{P(term_holding_state), ASIDE, {CALL(icj__term_holding_state)}},
	{P(term_juvenile), ASIDE, {CALL(icj__term_juvenile)}},
	{P(term_juvenile_sex_offender), ASIDE,
	 {CALL(icj__is_sex_offender)}},
	{P(term_legal_custodian), ASIDE, {ANY(caretaker, BY_COURT_ORDER)}},
	/* Reading: being a parent does not of itself make a legal guardian in
	 * this wording; since 2016 the biological parent is one of them. */
	{P(term_legal_guardian), ASIDE,
	 {ANY(caretaker, RESPONSIBLE_FOR_PERSON | RESPONSIBLE_FOR_ESTATE),
	  ANY(caretaker, PARENT | RESPONSIBLE_FOR_PERSON |
	  RESPONSIBLE_FOR_ESTATE)}},
	/* Reading: literally adjudicated juveniles under supervision fit as
	 * well; the term's name leaves them out. */
	{P(term_non_adjudicated), ASIDE,
	 {BOTH(SAID(under_jurisdiction), ANY(supervision, PROBATION | PAROLE),
	  LACKS(adjudication, ADJUDICATED))}},
	{P(term_non_compacting_state), ASIDE,
	 {CALL_NOT(icj__term_compacting_state)}},
	/* Reading: an accused delinquent has not been adjudicated one. */
	{P(term_non_delinquent), ASIDE,
	 {LACKS(adjudication, ADJUDICATED_DELINQUENT)}},
	{P(term_non_offender), ASIDE, {ANY(adjudication, NON_OFFENDER)}},
	{P(term_physical_custody), ASIDE, {CALL(icj__term_physical_custody)}},
	{P(term_probation_parole), ASIDE,
	 {ANY(supervision, PROBATION | PAROLE)}},
	{P(term_receiving_state), ASIDE, {CALL(icj__term_receiving_state)}},
	{P(term_relocate), ASIDE, {CALL(icj__term_relocate)}},
	{P(term_residence), ASIDE,
	 {ANY(residence, WITH_PARENT | WITH_LEGAL_GUARDIAN)}},
	{P(term_residential_facility), ASIDE,
	 {CALL(icj__term_residential_facility)}},
	{P(term_retaking), ASIDE, {SAID(taken_by_sending_state)}},
	{P(term_runaway), ASIDE,
	 {CALL(icj__term_runaway), CALL(icj__term_runaway)}},
	{P(term_sanction), ASIDE, {SAID(sanction_imposed)}},
	{P(term_secure_facility), ASIDE, {CALL(icj__term_secure_facility)}},
	{P(term_sending_state), ASIDE, {CALL(icj__term_sending_state)}},
	{P(term_state), ASIDE, {CALL(icj__term_state)}},
	{P(term_state_committed), ASIDE, {ANY(supervision, PAROLE)}},
	{P(term_status_offense), ASIDE,
	 {ANY(adjudication, ADJUDICATED_STATUS_OFFENDER |
	  ACCUSED_STATUS_OFFENDER)}},
	{P(term_substantial_compliance), ASIDE,
	 {CALL(icj__term_substantial_compliance)}},
	{P(term_supervision), ASIDE,
	 {IN_TURN(ANY(supervision, PROBATION | PAROLE),
	  UNLESS(only_restitution))}},
	{P(term_termination), ASIDE, {SAID(discharged)}},
	{P(term_voluntary_return), ASIDE, {CALL(icj__term_voluntary_return)}},
};

static const struct table table = TABLE(rows);

const struct icj_rule *icj__define_rule(size_t i)
{
	return icj__table_rule(&table, 1, i);
}

/* -- Judging one -------------------------------------------------------- */

static icj_date define_day_of_step(const struct icj_case *c)
{
	static const uint16_t steps[] = {
		F_transfer_requested, F_detained_at, F_travel_starts,
	};

	return icj__fact_first_day(c, steps, COUNT_OF(steps));
}

static void define_put_facts(
    const struct icj_field **to, const struct notes *from)
{
	size_t n = from->count < ICJ_TERM_FACTS ? from->count :
	    ICJ_TERM_FACTS;

	for (size_t i = 0; i < n; i++)
		to[i] = icj_field_at(from->field[i]);
	to[n] = NULL;
}

ICJ_API bool icj_term(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, struct icj_term *out)
{
	if (!out)
		return false;
	if (!c || !icj__is_filled(ctx))
		return icj__no_term(i < COUNT_OF(rows) ?
		    &rows[i].p->wording->rule : NULL,
		    out);

	const struct rule_row *row;
	const struct wording *w;
	struct eval e;
	icj_date on;

	if (i >= COUNT_OF(rows))
		return false;
	row = &rows[i];
	icj__eval_start(&e, c, ctx, define_day_of_step(c));
	on = icj__edition_day(ctx, e.on);
	out->in_force = icj__book_has(icj__book_on(ctx->amendments, row->p, on,
	    &w));
	out->paragraph = icj__paragraph(row->p->wording->rule.cite);
	out->says = w->rule.says;
	out->holds = out->in_force ? icj__test(&e, row, w) : ICJ_NO;
	if (out->holds != ICJ_UNKNOWN)
		e.missing.count = 0;
	define_put_facts(out->used, &e.used);
	define_put_facts(out->missing, &e.missing);
	define_put_facts(out->assumed, &e.assumed);
	out->edition = icj__edition_by(w, on);
	out->basis = icj__basis_on(w, on);
	return true;
}
