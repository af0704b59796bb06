/* SPDX-License-Identifier: MIT */
/*
 * define.c - the terms of Rule 1-101 that facts can satisfy: the rows, in
 * rulebook order, and what is made of one.  The conditions are in
 * define_who.c and define_what.c.
 */
#include "define.h"
#include "guard.h"

#include <string.h>

#define TERM(name, first, end, condition_, n, says) \
	{{"1-101 " name, first, end, says}, icj__term_##condition_, ASIDE, n}

/* The dates are those of paragraph_100.c. */
static const struct rule_row rows[] = {
	TERM("Absconder", ED_2010, ED_2022, absconder, 0,
	    "On probation or parole and away on purpose, to avoid process or "
	    "control."),
	TERM("Accused Delinquent", ED_2010, ED_NEXT, accused_delinquent, 0,
	    "Charged with what would be a crime for an adult."),
	TERM("Accused Status Offender", ED_2010, ED_NEXT,
	    accused_status_offender, 0,
	    "Charged with what would be no crime for an adult."),
	TERM("Adjudicated", ED_2012, ED_NEXT, adjudicated, 0,
	    "Found by a court to be a delinquent or a status offender."),
	TERM("Adjudicated Delinquent", ED_2010, ED_NEXT,
	    adjudicated_delinquent, 0,
	    "Found to have done what would be a crime for an adult."),
	TERM("Adjudicated Status Offender", ED_2014, ED_NEXT,
	    adjudicated_status_offender, 0,
	    "Found to have done what would be no crime for an adult."),
	TERM("Affidavit", ED_2010, ED_NEXT, affidavit, 0,
	    "Written, voluntary, sworn, before an officer who may take oaths."),
	TERM("Compacting State", ED_2010, ED_NEXT, compacting_state, 0,
	    "Every state named has enacted the compact."),
	TERM("Defaulting State", ED_2010, ED_NEXT, defaulting_state, 0,
	    "The Commission found that a state failed in an obligation."),
	TERM("Deferred Adjudication", ED_2011, ED_2018,
	    deferred_adjudication, 0,
	    "Judgment is withheld or deferred on terms of supervision."),
	TERM("Demanding State", ED_2010, ED_2016, demanding_state, 0,
	    "A home state is named and has taken a step to get the juvenile "
	    "back."),
	TERM("Emancipation", ED_2010, ED_2016, emancipation, 0,
	    "Independent of parents and guardians by the home state's law."),
	TERM("Escapee", ED_2010, ED_2016, escapee, 0,
	    "Fled the custody of a facility or agency that a court had "
	    "committed the juvenile to."),
	TERM("Holding State", ED_2012, ED_2016, holding_state, 0,
	    "A holding state is named and has the juvenile in custody."),
	TERM("Juvenile", ED_2010, ED_2016, juvenile, 0,
	    "A juvenile by some member state's law or by these rules."),
	TERM("Juvenile Sex Offender", ED_2014, ED_OPEN,
	    juvenile_sex_offender, 0,
	    "Adjudicated for a sexual offense, or may have to register in "
	    "either state."),
	TERM("Legal Custodian", ED_2010, ED_NEXT, legal_custodian, 0,
	    "A court ordered or authorized the care of the juvenile."),
	TERM("Legal Guardian", ED_2010, ED_NEXT, legal_guardian, 0,
	    "Legally responsible for the child's person or estate."),
	TERM("Non-Adjudicated Juveniles", ED_2010, ED_2018,
	    non_adjudicated, 0,
	    "Under a juvenile court with terms of supervision, but not "
	    "adjudicated."),
	TERM("Non-Compacting State", ED_2010, ED_2016,
	    non_compacting_state, 0,
	    "Some state named has not enacted the compact."),
	TERM("Non-Delinquent Juvenile", ED_2010, ED_NEXT, non_delinquent, 0,
	    "Not adjudicated delinquent."),
	TERM("Non-Offender", ED_2010, ED_NEXT, non_offender, 0,
	    "In need of supervision, neither accused nor adjudicated."),
	TERM("Physical Custody", ED_2010, ED_NEXT, physical_custody, 0,
	    "Detained."),
	TERM("Probation/Parole", ED_2011, ED_NEXT, probation_parole, 0,
	    "Under supervision or conditional release."),
	TERM("Receiving State", ED_2010, ED_NEXT, receiving_state, 0,
	    "A receiving state is named, and the juvenile is sent there for "
	    "supervision."),
	TERM("Relocate", ED_2011, ED_2024, relocate, 90,
	    "A stay of more than 90 consecutive days in another state."),
	TERM("Residence", ED_2012, ED_2016, residence, 0,
	    "The household of a parent or legal guardian."),
	TERM("Residential Facility", ED_2014, ED_NEXT,
	    residential_facility, 0,
	    "A program with staff, custodial care and supervision."),
	TERM("Retaking", ED_2011, ED_NEXT, retaking, 0,
	    "The sending state takes the juvenile out of the receiving "
	    "state."),
	TERM("Runaway", ED_2010, ED_NEXT, runaway, 0,
	    "A child who ran away from home without the custodian's "
	    "consent."),
	TERM("Sanction", ED_2015, ED_NEXT, sanction, 0,
	    "Something was imposed for not keeping to the terms."),
	TERM("Secure Facility", ED_2010, ED_NEXT, secure_facility, 0,
	    "Approved, locked or secured by staff, and kept from leaving."),
	TERM("Sending State", ED_2010, ED_NEXT, sending_state, 0,
	    "A sending state is named and sends the juvenile for "
	    "supervision."),
	TERM("State", ED_2010, ED_NEXT, state, 0,
	    "One of the 56 is named."),
	TERM("State Committed (Parole)", ED_2010, ED_NEXT,
	    state_committed, 0,
	    "Conditionally released after a commitment."),
	TERM("Status Offense", ED_2012, ED_2016, status_offense, 0,
	    "The offense is one for juveniles only."),
	TERM("Substantial Compliance", ED_2013, ED_NEXT,
	    substantial_compliance, 0,
	    "Neither state started to revoke the supervision."),
	TERM("Supervision", ED_2010, ED_NEXT, supervision, 0,
	    "Supervised, and not for money alone."),
	TERM("Termination", ED_2012, ED_NEXT, termination, 0,
	    "Discharged from supervision by the proper authority."),
	TERM("Voluntary Return", ED_2012, ED_NEXT, voluntary_return, 0,
	    "A runaway, escapee, absconder or accused delinquent who agrees "
	    "to return."),
};

const struct icj_rule *icj__define_rule(size_t i)
{
	return i < COUNT_OF(rows) ? &rows[i].rule : NULL;
}

/* -- Judging one -------------------------------------------------------- */

static icj_date day_of_step(const struct icj_case *c,
    const struct icj_context *ctx)
{
	static const uint16_t steps[] = {
		F_transfer_requested, F_detained_at, F_travel_starts,
	};

	for (size_t i = 0; i < COUNT_OF(steps); i++)
		if (c->fact[steps[i]].set)
			return c->fact[steps[i]].time.date;
	return ctx->as_of.date;
}

static void put_facts(const struct icj_field **to, const struct notes *from)
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
		return icj__no_term(i < COUNT_OF(rows) ? &rows[i].rule : NULL,
		    out);

	const struct rule_row *row;
	struct eval e;
	icj_date on;

	if (i >= COUNT_OF(rows))
		return false;
	row = &rows[i];
	icj__eval_start(&e, c, ctx, day_of_step(c, ctx));
	e.number = row->number;
	on = icj__edition_day(ctx, e.on);
	out->paragraph = icj__paragraph(row->rule.cite);
	out->says = row->rule.says;
	out->holds = row->holds(&e);
	if (out->holds != ICJ_UNKNOWN)
		e.missing.count = 0;
	put_facts(out->used, &e.used);
	put_facts(out->missing, &e.missing);
	put_facts(out->assumed, &e.assumed);
	out->edition = icj__edition_applied(row->rule.from, row->rule.until,
	    on);
	out->edition_held = icj__in_force(row->rule.from, row->rule.until, on);
	return true;
}
