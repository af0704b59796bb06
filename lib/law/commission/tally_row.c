/* SPDX-License-Identifier: MIT */
/*
 * tally_row.c - what is counted: the movements and returns that Rule 2-102
 * names, and the summary that states had to send under an earlier wording of
 * it, now only a layout.  A measure out is of a state's own juveniles, one in
 * of those of other states.
 */
#include "law/referral/referral.h"
#include "law/return/return.h"
#include "law/commission/tally.h"
#include "terms/terms.h"

enum { VIOLATION = 1, OTHER_FAILURE = 2 };
ENDS_WITH(failure_reason, OTHER_FAILURE);
enum {
	NOT_LOCATED = 1, REQUISITION_DENIED = 2, STILL_CHARGED = 4,
	REQUISITION_WITHDRAWN = 8, OTHER_REASON = 16
};
ENDS_WITH(not_returned, OTHER_REASON);

/* -- Conditions, besides the kind of event ------------------------------ */

/* Reading: to flee to avoid prosecution is to flee from any charge that a
 * return is asked for; the summary counted accused delinquents. */
static enum icj_tri is_accused(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__is_accused_delinquent(e);

	return settled(e, mark, or_(v, icj__is_accused_status_offender(e)));
}

/* A reason is recorded only of juveniles who were not returned, and only
 * requisitions are meant. */
static enum icj_tri has_reason(struct eval *e)
{
	if (!use_known(e, F_not_returned_because) ||
	    !use_known(e, F_requisition_received))
		return ICJ_NO;
	return need_any(e, F_not_returned_because, (uint32_t)e->number);
}

static enum icj_tri failed_and_returned(struct eval *e)
{
	return use_known(e, F_returned) ?
	    need_any(e, F_failure_reason, (uint32_t)e->number) : ICJ_NO;
}

/* -- Rows --------------------------------------------------------------- */

/* The places of the measures of the state's own juveniles; that of the others
 * follows each. */
enum {
	TRANSFERS = 0, RUNAWAYS_RETURNED = 2, ABSCONDERS_RETURNED = 4,
	ESCAPEES_RETURNED = 6, ACCUSED_RETURNED = 8,
	RUNAWAYS = 10, ESCAPEES = 12, ABSCONDERS = 14, ACCUSED = 16,
	FORM_I = 18, FORM_II = 20, UNLOCATED = 22, DENIED = 24, CHARGED = 26,
	RECALLED = 28, UNRETURNED = 30, ON_PAROLE = 32, PAROLE_OFFENDERS = 34,
	ON_PROBATION = 36, PROBATION_OFFENDERS = 38, TERMINATED = 40,
	VIOLATED = 42, VIOLATED_RETURNED = 44, FAILED = 46,
	FAILED_RETURNED = 48, AIRPORT = 50
};

/* Reading: the rules do not say which day counts.  A movement is dated by the
 * arrival, a case by the referral; both states count it on the same day. */
#define DAYS_moved "arrived; departure; accepted"
#define IDS_moved {F_arrived, F_departure, F_accepted}
#define DAYS_referred "referral_received; referral_sent; transfer_requested"
#define IDS_referred \
	{F_referral_received, F_referral_sent, F_transfer_requested}
#define DAYS_returned "returned"
#define IDS_returned {F_returned, F_returned, F_returned}
#define DAYS_located "detained_at"
#define IDS_located {F_detained_at, F_detained_at, F_detained_at}
#define DAYS_requisition "requisition_received"
#define IDS_requisition \
	{F_requisition_received, F_requisition_received, F_requisition_received}
#define DAYS_closed "closed"
#define IDS_closed {F_closed, F_closed, F_closed}
#define DAYS_failed "placement_failed"
#define IDS_failed {F_placement_failed, F_placement_failed, F_placement_failed}
#define DAYS_airport "airport_arrival"
#define IDS_airport {F_airport_arrival, F_airport_arrival, F_airport_arrival}

/* The summary is only a layout since the list was cut from the rule on
 * 2014-10-29; the duty to gather data, which it serves, is as old as that. */
#define ROW(id_, layout_, says_, day, whose, other_, whole, kind_, ...) { \
	.m = {.id = (id_), .layout = ICJ_LAYOUT_##layout_, \
	    .rule = RULE_OF_FIGURES(id_ ": " says_ "."), \
	    .event = DAYS_##day, .state = #whose, .other = (other_), \
	    .part_of = (whole)}, \
	.event = IDS_##day, .state = F_##whose, .kind = (kind_), \
	.asks = __VA_ARGS__ }
#define PAIR(at, id, layout, says, day, own, host, whole, kind, ...) \
	[at] = ROW(id "-out", layout, says ", its own", day, own, (at) + 1, \
	    whole, kind, __VA_ARGS__), \
	[at + 1] = ROW(id "-in", layout, says ", of other states", day, host, \
	    at, (whole) < 0 ? -1 : (whole) + 1, kind, __VA_ARGS__)

#define MOVED(at, id, layout, says, day, ...) \
	PAIR(at, id, layout, says, day, sending_state, receiving_state, -1, \
	    OF_TRANSFER, __VA_ARGS__)
#define SHARE(at, id, whole, says, day, ...) \
	PAIR(at, id, ANNUAL, says, day, sending_state, receiving_state, \
	    whole, OF_TRANSFER, __VA_ARGS__)
#define FOUND(at, id, layout, says, day, ...) \
	PAIR(at, id, layout, says, day, home_state, holding_state, -1, \
	    OF_RETURN, __VA_ARGS__)

#define OFFENDERS(kind) BOTH(ANY(supervision, kind), CALL(icj__is_sex_offender))

static const struct measure_row rows[] = {
	MOVED(TRANSFERS, "transfers", RULE,
	    "juveniles who moved under supervision", moved, CALL(icj__always)),
	FOUND(RUNAWAYS_RETURNED, "runaways-returned", RULE,
	    "runaways who were returned", returned, CALL(icj__is_runaway)),
	FOUND(ABSCONDERS_RETURNED, "absconders-returned", RULE,
	    "absconders who were returned", returned, CALL(icj__is_absconder)),
	FOUND(ESCAPEES_RETURNED, "escapees-returned", RULE,
	    "escapees who were returned", returned, CALL(icj__is_escapee)),
	FOUND(ACCUSED_RETURNED, "accused-returned", RULE,
	    "juveniles who fled prosecution and were returned", returned,
	    CALL(is_accused)),

	FOUND(RUNAWAYS, "runaways-located", ANNUAL,
	    "runaways who were located", located, CALL(icj__is_runaway)),
	FOUND(ESCAPEES, "escapees-located", ANNUAL,
	    "escapees who were located", located, CALL(icj__is_escapee)),
	FOUND(ABSCONDERS, "absconders-located", ANNUAL,
	    "absconders who were located", located, CALL(icj__is_absconder)),
	FOUND(ACCUSED, "accused-delinquents-located", ANNUAL,
	    "accused delinquents who were located", located,
	    CALL(icj__is_accused_delinquent)),
	FOUND(FORM_I, "form-i", ANNUAL,
	    "requisitions by Form I, sent or received", requisition,
	    CALL(icj__is_for_form_i)),
	FOUND(FORM_II, "form-ii", ANNUAL,
	    "requisitions by Form II, sent or received", requisition,
	    CALL(icj__is_for_form_ii)),
	FOUND(UNLOCATED, "not-returned-not-located", ANNUAL,
	    "requisitioned, not returned: not located", closed,
	    CALL_WITH(has_reason, NOT_LOCATED)),
	FOUND(DENIED, "not-returned-requisition-denied", ANNUAL,
	    "requisitioned, not returned: requisition denied", closed,
	    CALL_WITH(has_reason, REQUISITION_DENIED)),
	FOUND(CHARGED, "not-returned-charges-pending", ANNUAL,
	    "requisitioned, not returned: charges pending", closed,
	    CALL_WITH(has_reason, STILL_CHARGED)),
	FOUND(RECALLED, "not-returned-requisition-withdrawn", ANNUAL,
	    "requisitioned, not returned: requisition withdrawn", closed,
	    CALL_WITH(has_reason, REQUISITION_WITHDRAWN)),
	FOUND(UNRETURNED, "not-returned-other", ANNUAL,
	    "requisitioned, not returned: another reason", closed,
	    CALL_WITH(has_reason, OTHER_REASON)),
	MOVED(ON_PAROLE, "parole", ANNUAL,
	    "parole cases for investigation or supervision", referred,
	    ANY(supervision, PAROLE)),
	SHARE(PAROLE_OFFENDERS, "parole-sex-offense", ON_PAROLE,
	    "of the parole cases, sex offenders", referred,
	    OFFENDERS(PAROLE)),
	MOVED(ON_PROBATION, "probation", ANNUAL,
	    "probation cases for investigation or supervision", referred,
	    ANY(supervision, PROBATION)),
	SHARE(PROBATION_OFFENDERS, "probation-sex-offense", ON_PROBATION,
	    "of the probation cases, sex offenders", referred,
	    OFFENDERS(PROBATION)),
	MOVED(TERMINATED, "terminated", ANNUAL,
	    "transfers that were closed", closed, CALL(icj__always)),
	MOVED(VIOLATED, "failed-violation", ANNUAL,
	    "placements that failed for a violation", failed,
	    ANY(failure_reason, VIOLATION)),
	SHARE(VIOLATED_RETURNED, "failed-violation-returned", VIOLATED,
	    "of those, juveniles who were returned", failed,
	    CALL_WITH(failed_and_returned, VIOLATION)),
	MOVED(FAILED, "failed-other", ANNUAL,
	    "placements that failed for another reason", failed,
	    ANY(failure_reason, OTHER_FAILURE)),
	SHARE(FAILED_RETURNED, "failed-other-returned", FAILED,
	    "of those, juveniles who were returned", failed,
	    CALL_WITH(failed_and_returned, OTHER_FAILURE)),
	[AIRPORT] = ROW("airport-requests-met", ANNUAL,
	    "requests to supervise at an airport that were met", airport,
	    airport_state, -1, -1, OF_ANY, SAID(airport_supervised)),
};

const struct measure_row *icj__measure_row(size_t i)
{
	return i < COUNT_OF(rows) ? &rows[i] : NULL;
}
