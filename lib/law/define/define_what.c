/* SPDX-License-Identifier: MIT */
/*
 * define_what.c - terms of Rule 1-101 for states and their parts in a case,
 * places and acts.
 */
#include "law/define/define.h"
#include "time/time.h"

static bool any_known(struct eval *e, const uint16_t *fields, size_t n)
{
	bool any = false;

	for (size_t i = 0; i < n; i++)
		any |= use_known(e, (enum field_id)fields[i]);
	return any;
}

/* -- States ------------------------------------------------------------- */

static const uint16_t states[] = {
	F_sending_state, F_receiving_state, F_holding_state, F_home_state,
	F_destination_state,
};

/* What is not one of the 56 cannot be read as a state at all. */
enum icj_tri icj__term_state(struct eval *e)
{
	if (any_known(e, states, COUNT_OF(states)))
		return ICJ_YES;
	icj__note(&e->missing, F_sending_state);
	return ICJ_UNKNOWN;
}

enum icj_tri icj__term_compacting_state(struct eval *e)
{
	enum icj_tri all = icj__term_state(e);

	for (size_t i = 0; i < COUNT_OF(states); i++)
		if (icj__fact_known(e->c, (enum field_id)states[i]))
			all = and_(all, tri(icj_state_is_member(
			    icj__fact_state(e->c, states[i]), e->on)));
	return all;
}

static enum icj_tri what_named(struct eval *e, enum field_id f)
{
	icj_state s;

	return need_state(e, f, &s);
}

/* -- Parts in a case ---------------------------------------------------- */

/* Reading: a state that takes a step to get the juvenile back claims the
 * jurisdiction, unless that is said to be wanting. */
enum icj_tri icj__term_demanding_state(struct eval *e)
{
	static const uint16_t steps[] = {
		F_petition_filed, F_requisition_received, F_warrant_custody,
		F_retake_decided,
	};
	uint8_t mark = e->missing.count;
	enum icj_tri v = what_named(e, F_home_state);

	if (!any_known(e, steps, COUNT_OF(steps))) {
		icj__note(&e->missing, F_petition_filed);
		v = ICJ_UNKNOWN;
	}
	if (icj__fact_known(e->c, F_under_jurisdiction))
		v = and_(v, need_said(e, F_under_jurisdiction));
	return settled(e, mark, v);
}

enum icj_tri icj__term_holding_state(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = what_named(e, F_holding_state);

	return settled(e, mark, and_(v, icj__term_physical_custody(e)));
}

/* Sent, or about to be, for supervision: not who is under none. */
static enum icj_tri in_a_transfer(struct eval *e, enum field_id state)
{
	static const uint16_t steps[] = {
		F_transfer_requested, F_referral_sent, F_accepted,
	};
	uint8_t mark = e->missing.count;
	enum icj_tri v = what_named(e, state);
	enum icj_tri sent = ICJ_YES;

	if (!any_known(e, steps, COUNT_OF(steps)))
		sent = need_said(e, F_transferred);
	if (icj__fact_known(e->c, F_supervision))
		sent = and_(sent,
		    need_any(e, F_supervision, PROBATION | PAROLE));
	return settled(e, mark, and_(v, sent));
}

enum icj_tri icj__term_receiving_state(struct eval *e)
{
	return in_a_transfer(e, F_receiving_state);
}

enum icj_tri icj__term_sending_state(struct eval *e)
{
	return in_a_transfer(e, F_sending_state);
}

/* -- Supervision -------------------------------------------------------- */

enum icj_tri icj__term_substantial_compliance(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = ICJ_YES;

	if (icj__fact_known(e->c, F_substantial_compliance))
		v = need_said(e, F_substantial_compliance);
	if (icj__fact_known(e->c, F_revocation_started) ||
	    !icj__fact_known(e->c, F_substantial_compliance))
		v = and_(v, not_(need_said(e, F_revocation_started)));
	return settled(e, mark, v);
}

/* -- Returns ------------------------------------------------------------ */

enum icj_tri icj__term_physical_custody(struct eval *e)
{
	if (icj__fact_known(e->c, F_in_custody) ||
	    !icj__fact_known(e->c, F_detained_at))
		return need_said(e, F_in_custody);
	use_known(e, F_detained_at);
	return tri(!use_known(e, F_released_at));
}

/* Reading: accused status offenders are not named, and so are none. */
enum icj_tri icj__term_voluntary_return(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__term_runaway(e);

	v = or_(v, icj__term_escapee(e));
	v = or_(v, icj__term_absconder(e));
	v = settled(e, mark, or_(v, icj__term_accused_delinquent(e)));
	if (!icj__fact_known(e->c, F_agrees_to_return) && use_known(e,
	    F_form_iii_received))
		return v;
	return settled(e, mark, and_(v, need_said(e, F_agrees_to_return)));
}

/* -- Places and papers -------------------------------------------------- */

enum icj_tri icj__term_residential_facility(struct eval *e)
{
	if (icj__fact_known(e->c, F_facility))
		return need_all(e, F_facility, STAFFED | CUSTODIAL_CARE);
	return need_any(e, F_residence, RESIDENTIAL_FACILITY);
}

enum icj_tri icj__term_secure_facility(struct eval *e)
{
	enum icj_tri v;

	if (!icj__fact_known(e->c, F_facility))
		return need_said(e, F_secure_facility);
	v = need_all(e, F_facility, APPROVED_FACILITY | KEEPS_IN);
	return and_(v, need_any(e, F_facility, STAFF_SECURED | LOCKED));
}

/* -- Stays -------------------------------------------------------------- */

#define STAYS 128

struct stays {
	icj_date first[STAYS], last[STAYS];
	size_t count;
	bool bad;
};

/* Puts a stay where the first days stay in order. */
static void add_stay(struct stays *s, icj_date first, icj_date last)
{
	size_t i = s->count;

	if (i == STAYS || last < first) {
		s->bad = true;
		return;
	}
	for (; i > 0 && s->first[i - 1] > first; i--) {
		s->first[i] = s->first[i - 1];
		s->last[i] = s->last[i - 1];
	}
	s->first[i] = first;
	s->last[i] = last;
	s->count++;
}

static bool next_date(const struct icj_case *c, const char **at,
    const char *end, icj_date *out)
{
	const char *from = *at;
	size_t len;

	while (*at < end && **at != ';')
		(*at)++;
	len = (size_t)(*at - from);
	*at += *at < end;
	from = icj_trim(from, &len);
	return icj__day_parse(from, len, icj__case_form(c), out, NULL) ==
	    ICJ_OK;
}

/* First and last days in turn; a stay without a last day goes on. */
static void read_stays(const struct eval *e, struct stays *s)
{
	size_t len;
	const char *at = icj__fact_text(e->c, F_stays, &len), *end = at + len;
	icj_date first, last;

	*s = (struct stays){.count = 0};
	while (at < end && !s->bad) {
		s->bad |= !next_date(e->c, &at, end, &first);
		last = e->ctx->as_of.date;
		if (at < end)
			s->bad |= !next_date(e->c, &at, end, &last);
		if (!s->bad)
			add_stay(s, first, last);
	}
}

/* Reading: both ends of a stay count, and one that begins on the day after
 * another ended goes on with it.  That the days lie within 12 months adds
 * nothing to days that follow one another. */
static int32_t longest(const struct stays *s)
{
	icj_date first = s->first[0], last = s->last[0];
	int32_t most = last - first + 1;

	for (size_t i = 1; i < s->count; i++) {
		if (s->first[i] > last + 1)
			first = s->first[i];
		if (s->last[i] > last)
			last = s->last[i];
		if (last - first + 1 > most)
			most = last - first + 1;
	}
	return most;
}

/* A list that makes no sense is as good as none. */
enum icj_tri icj__term_relocate(struct eval *e)
{
	struct stays s;

	if (use_known(e, F_stays)) {
		read_stays(e, &s);
		if (!s.bad && s.count)
			return tri(longest(&s) > e->number);
	}
	icj__note(&e->missing, F_stays);
	return ICJ_UNKNOWN;
}
