/* SPDX-License-Identifier: MIT */
/*
 * referral_denial.c - Rule 4-104: whether a denial on file stands, and where
 * there is none, whether the receiving state may deny supervision.
 */
#include "law/referral/referral.h"

/* The facts that it turns on, and the rows that say them. */
enum { BY_OFFICE, SIGNED, NOT_SOLELY, IS_UNSUITABLE, NOT_COMPLIANT, EXCEPTED,
	JUSTIFIED, FACTS };

static const uint8_t row_of[FACTS] = {
	[BY_OFFICE] = L_DECIDED_BY, [SIGNED] = L_SIGNED,
	[NOT_SOLELY] = L_NOT_SOLELY, [IS_UNSUITABLE] = L_UNSUITABLE,
	[NOT_COMPLIANT] = L_NOT_COMPLIANT, [EXCEPTED] = L_EXCEPTION,
	[JUSTIFIED] = L_JUSTIFIED,
};

_Static_assert((int)FACTS <= ATOMS, "a choice holds its facts");

/* Reading: the exception defeats both grounds of 4-104(4), and so any denial
 * under it. */
static enum icj_denial may_be_denied(const uint8_t *v)
{
	if (v[EXCEPTED] == ICJ_YES || v[NOT_SOLELY] == ICJ_NO)
		return ICJ_DENIAL_BARRED;
	if (or_(v[IS_UNSUITABLE], v[NOT_COMPLIANT]) == ICJ_NO)
		return ICJ_DENIAL_NO_GROUND;
	return ICJ_DENIAL_MAY;
}

static unsigned if_denied(const uint8_t *v)
{
	return 1u << may_be_denied(v);
}

static unsigned was_denied(const uint8_t *v)
{
	enum icj_denial d = may_be_denied(v);

	if (d == ICJ_DENIAL_MAY)
		d = and_(and_(v[BY_OFFICE], v[SIGNED]), v[JUSTIFIED]) ==
		    ICJ_YES ? ICJ_DENIAL_VALID : ICJ_DENIAL_DEFECTIVE;
	return 1u << d;
}

static enum icj_denial denial_only_one(unsigned possible)
{
	for (unsigned d = ICJ_DENIAL_BARRED; d <= ICJ_DENIAL_VALID; d++)
		if (possible == 1u << d)
			return (enum icj_denial)d;
	return ICJ_DENIAL_UNKNOWN;
}

/* -- What is asked ------------------------------------------------------ */

static bool denial_approved(const struct icj_case *c)
{
	if (icj__fact_known(c, F_decision))
		return icj__fact_is(c, F_decision, APPROVE);
	return icj__fact_known(c, F_accepted);
}

/* The question is raised by a denial, by what could be a ground of one, and
 * by the exception, which answers it beforehand. */
static bool denial_is_raised(struct referral_eval *q)
{
	const struct icj_case *c = q->e.c;

	if (denial_approved(c))
		return false;
	return icj__denial_stated(c) || icj__fact_known(c, F_home_evaluation) ||
	    icj__fact_known(c, F_substantial_compliance) ||
	    icj__row_value(&q->rows, L_EXCEPTION) == ICJ_YES;
}

bool icj__decision_on_file(const struct icj_case *c)
{
	return icj__fact_known(c, F_decision) ||
	    icj__fact_known(c, F_decided_by) ||
	    icj__fact_known(c, F_decision_signed);
}

static void denial_set_rows_aside(struct referral_eval *q)
{
	bool raised = q->out->denial != ICJ_DENIAL_NONE;

	if (!icj__decision_on_file(q->e.c))
		icj__rows_aside(&q->rows, L_DECIDED_BY, L_SIGNED);
	if (!raised || !icj__denial_stated(q->e.c))
		icj__row_aside(&q->rows, L_NOT_SOLELY);
	if (!raised || !icj__fact_is(q->e.c, F_decision, DENY))
		icj__row_aside(&q->rows, L_JUSTIFIED);
	if (!raised)
		icj__rows_aside(&q->rows, L_UNSUITABLE, L_NOT_COMPLIANT);
	if (!raised || icj__row_value(&q->rows, L_SEX_OFFENDER) == ICJ_NO)
		icj__row_aside(&q->rows, L_MAY_DENY);
}

/* -- The decision itself ------------------------------------------------ */

static void judge_form(struct referral_eval *q)
{
	enum icj_tri v;

	if (!icj__decision_on_file(q->e.c))
		return;
	v = and_(icj__row_value(&q->rows, L_DECIDED_BY),
	    icj__row_value(&q->rows, L_SIGNED));
	q->out->decision = v == ICJ_YES ? ICJ_DECISION_IN_ORDER :
	    v == ICJ_NO ? ICJ_DECISION_DEFECTIVE : ICJ_DECISION_UNKNOWN;
	for (size_t i = L_DECIDED_BY; i <= L_SIGNED; i++)
		if (v == ICJ_UNKNOWN)
			add_notes(&q->r->own.missing,
			    &icj__row(&q->rows, i)->missing);
}

/* -- Citations ---------------------------------------------------------- */

static void add_rows(struct referral_eval *q, size_t first, size_t last,
    enum icj_tri value)
{
	for (size_t i = first; i <= last; i++) {
		const struct icj_finding *f = icj__row(&q->rows, i);

		if (f->value != value)
			continue;
		add_cite(q->out->denial_rule, ICJ_REFERRAL_RULES,
		    icj__cite_of(f));
		if (q->out->denial != ICJ_DENIAL_UNKNOWN)
			icj__rest_on_since(q->r, f->wording);
	}
}

/* Of the form of a denial: by whom, signed, and saying why. */
static void add_form(struct referral_eval *q, enum icj_tri value)
{
	add_rows(q, L_DECIDED_BY, L_SIGNED, value);
	if (icj__row(&q->rows, L_JUSTIFIED)->wording)
		add_rows(q, L_JUSTIFIED, L_JUSTIFIED, value);
}

static void cite_denial(struct referral_eval *q)
{
	switch (q->out->denial) {
	case ICJ_DENIAL_NONE:
		break;
	case ICJ_DENIAL_UNKNOWN:
		if (icj__fact_is(q->e.c, F_decision, DENY))
			add_form(q, ICJ_UNKNOWN);
		if (icj__denial_stated(q->e.c))
			add_rows(q, L_NOT_SOLELY, L_NOT_SOLELY, ICJ_UNKNOWN);
		add_rows(q, L_UNSUITABLE, L_EXCEPTION, ICJ_UNKNOWN);
		break;
	case ICJ_DENIAL_BARRED:
		if (icj__denial_stated(q->e.c))
			add_rows(q, L_NOT_SOLELY, L_NOT_SOLELY, ICJ_NO);
		add_rows(q, L_EXCEPTION, L_EXCEPTION, ICJ_YES);
		break;
	case ICJ_DENIAL_DEFECTIVE:
		add_form(q, ICJ_NO);
		break;
	case ICJ_DENIAL_MAY:
	case ICJ_DENIAL_VALID:
		add_rows(q, L_MAY_DENY, L_MAY_DENY, ICJ_YES);
		add_rows(q, L_UNSUITABLE, L_NOT_COMPLIANT, ICJ_YES);
		break;
	case ICJ_DENIAL_NO_GROUND:
		add_rows(q, L_UNSUITABLE, L_NOT_COMPLIANT, ICJ_NO);
		break;
	}
}

/* How a denial was made matters where there is one. */
static bool is_of_form(size_t fact)
{
	return fact == BY_OFFICE || fact == SIGNED || fact == JUSTIFIED;
}

static enum icj_denial denial_of(struct referral_eval *q)
{
	bool denied = icj__fact_is(q->e.c, F_decision, DENY);
	struct atom atom[FACTS];
	struct notes missing;
	enum icj_denial d;

	missing.count = 0;
	for (size_t i = 0; i < FACTS; i++) {
		const struct icj_finding *f;

		atom[i].v = ICJ_YES;
		if (is_of_form(i) && !denied)
			continue;
		f = icj__row(&q->rows, row_of[i]);
		/* Nothing is given as a ground yet; nor need reasons be. */
		if ((i == NOT_SOLELY && !icj__denial_stated(q->e.c)) ||
		    (i == JUSTIFIED && !f->wording))
			continue;
		atom[i].v = f->value;
		atom[i].missing = f->missing;
	}
	d = denial_only_one(icj__choose(atom, FACTS,
	    denied ? was_denied : if_denied, ~0u, &missing));
	if (d == ICJ_DENIAL_UNKNOWN)
		add_notes(&q->r->own.missing, &missing);
	return d;
}

void icj__referral_denial(struct referral_eval *q)
{
	if (denial_is_raised(q))
		q->out->denial = denial_of(q);
	judge_form(q);
	cite_denial(q);
	denial_set_rows_aside(q);
}
