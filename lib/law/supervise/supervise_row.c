/* SPDX-License-Identifier: MIT */
/*
 * supervise_row.c - the rows of Rules 2-104 and 5-101 to 5-104, in rulebook
 * order, and those of their conditions that are more than facts: but for those
 * of closing a case, which are in supervise_close.c.
 */
#include "law/supervise/supervise.h"

#include "law/return/return.h"

/* -- 5-102(2) ----------------------------------------------------------- */

/* Charges are presumed absent, and so is the need to report them. */
static enum icj_tri has_charges(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_absconder_report_items,
	    SAYS_PENDING_CHARGES);

	if (v != ICJ_NO)
		return v;
	return settled(e, mark, not_(need_presumed(e, F_charges_pending)));
}

/* -- 5-103(2) ----------------------------------------------------------- */

/* Recorded itself, or listed among what the reply has. */
static enum icj_tri recorded_or(struct eval *e, enum field_id f, uint32_t bit)
{
	if (use_known(e, f))
		return ICJ_YES;
	if (icj__fact_known(e->c, F_reply_items))
		return need_any(e, F_reply_items, bit);
	icj__note(&e->missing, f);
	return ICJ_UNKNOWN;
}

static enum icj_tri has_action(struct eval *e)
{
	return recorded_or(e, F_violation_action, REPLIES_ACTION);
}

static enum icj_tri has_action_date(struct eval *e)
{
	return recorded_or(e, F_violation_action_date, REPLIES_ACTION_DATE);
}

/* -- 5-103(4) of 2020, 5-103A(1) ---------------------------------------- */

/* Whoever asks is no guardian, so that one who lives with a guardian is not
 * meant. */
static enum icj_tri failed_by_removal(struct eval *e)
{
	if (peek_any(e, F_residence, WITH_PARENT | WITH_LEGAL_GUARDIAN) ==
	    ICJ_YES)
		return ICJ_NO;
	return icj__event_happened(e, F_removal_requested);
}

/* What is on file is asked first. */
static enum icj_tri removal_on_file(struct eval *e)
{
	return peek_known(e, F_removal_requested) ? failed_by_removal(e) :
	    ICJ_NO;
}

/* -- Rows --------------------------------------------------------------- */

#define IN_SPITE_OF_EFFORTS IN_TURN(EITHER(SAID(left_approved_residence), \
	SAID(no_viable_residence), SAID(serious_threat)), \
	SAID(efforts_documented))
#define FAILED_WITH_GUARDIAN \
	IN_TURN(SAID(guardian_in_sending_state), IN_SPITE_OF_EFFORTS)
/* Reading: who lives in student housing is a student. */
#define FAILED_ALONE IN_TURN(EITHER(ANY(residence, \
	INDEPENDENT | STUDENT_HOUSING), SAID(full_time_student)), \
	SAID(violations_documented), SAID(efforts_documented))

const struct rule_row icj__supervise_rows[S_COUNT] = {
	[S_OFFICES] = {P(supervise_offices), MUST,
	 {EITHER(ANY(communication, BETWEEN_OFFICES),
	  ANY(communication_approved_by, APPROVED_BY_BOTH))}},
	[S_COPY] = {P(supervise_copy), MUST,
	 {ANY(communication_copied_to, COPIED_TO_BOTH),
	 BOTH(SAID(communication_summary_sent),
	  SAID(communication_summary_documented))}},
	[S_CONDITION] = {P(supervise_condition), MUST,
	 {EITHER(ANY(condition_imposed_by, IMPOSED_BY_SENDING),
	  SAID(would_impose_on_own))}},
	[S_FEE] = {P(supervise_fee), MUST, {NOT(fee_imposed)}},
	/* Reading: the sending state is the payor of last resort. */
	[S_TREATMENT] = {P(supervise_treatment), MUST,
	 {IN_TURN(ANY(treatment_ordered_by, IMPOSED_BY_SENDING),
	  BOTH(NOT(treatment_available_through_agency),
	  NOT(treatment_other_payor)))}},
	[S_RESTITUTION] = {P(sole_restitution), MUST,
	 {UNLESS(only_restitution)}},
	[S_RESIDENCE] = {P(supervise_residence), MUST,
	 {ANY(locate_efforts, WENT_TO_RESIDENCE)}},
	[S_SCHOOL] = {P(supervise_school), MUST,
	 {EITHER(ANY(locate_efforts, ASKED_SCHOOL_OR_EMPLOYER),
	  NOT(school_or_employer_known))}},
	[S_FAMILY] = {P(supervise_family), MUST,
	 {ANY(locate_efforts, ASKED_FAMILY_AND_CONTACTS)}},
	[S_ADDRESS] = {P(supervise_address), MUST,
	 {ALL(absconder_report_items, SAYS_ADDRESS | SAYS_TELEPHONE)}},
	[S_LAST_CONTACT] = {P(supervise_last_contact), MUST,
	 {ANY(absconder_report_items, SAYS_LAST_CONTACT)}},
	[S_HOW] = {P(supervise_how), MUST,
	 {ANY(absconder_report_items, SAYS_HOW_DETERMINED)}},
	[S_CHARGES] = {P(supervise_charges), MUST, {CALL(has_charges)}},
	[S_ABSCONDER] = {P(supervise_absconder), MUST,
	 {CALL(icj__absconder_closes)}},
	[S_DATE] = {P(supervise_date), MUST, {ANY(report_items, REPORTS_DATE)}},
	[S_DESCRIPTION] = {P(supervise_description), MUST,
	 {ANY(report_items, REPORTS_DESCRIPTION)}},
	[S_STATUS] = {P(supervise_status), MUST,
	 {EITHER(ANY(report_items, REPORTS_STATUS),
	  NOT(violation_disposition))}},
	[S_DOCUMENTS] = {P(supervise_documents), MUST,
	 {ANY(report_items, REPORTS_DOCUMENTS)}},
	/* Since 2024.  Reading: graduated sanctions are one of the kinds of
	 * efforts that it names, and no item of their own any more. */
	[S_EFFORTS] = {P(supervise_efforts), MUST,
	 {ANY(report_items, REPORTS_EFFORTS),
	 ANY(report_items, REPORTS_EFFORTS | REPORTS_SANCTIONS)}},
	[S_SANCTIONS] = {P(supervise_sanctions), MUST,
	 {EITHER(ANY(report_items, REPORTS_SANCTIONS), NOT(sanctions_apply))}},
	[S_RECOMMENDATION] = {P(supervise_recommendation), MUST,
	 {ANY(report_items, REPORTS_RECOMMENDATION)}},
	[S_ACTION] = {P(supervise_action), MUST, {CALL(has_action)}},
	[S_ACTION_DATE] = {P(supervise_action_date), MUST,
	 {CALL(has_action_date)}},
	[S_OFFENSE] = {P(offense_suspected), MUST,
	 {CALL(icj__offense_forbids)}},
	[S_WAIVER] = {P(supervise_waiver), MUST, {PRESUMED(ia_vi_signed)}},
	/* Since 2024 who is not detained, in one of three situations. */
	[S_FAILURE] = {P(failure), MUST,
	 {IN_SPITE_OF_EFFORTS,
	 IN_TURN(EITHER(CALL(removal_on_file), FAILED_WITH_GUARDIAN,
	  FAILED_ALONE, CALL(failed_by_removal)), CALL_NOT(icj__in_custody))}},
	[S_FAILED_WITH_GUARDIAN] = {P(failure_guardian), MUST,
	 {FAILED_WITH_GUARDIAN}},
	[S_FAILED_BY_REMOVAL] = {P(failure_removal), MUST,
	 {CALL(failed_by_removal)}},
	[S_FAILED_ALONE] = {P(failure_alone), MUST, {FAILED_ALONE}},
	[S_ADULT] = {P(supervise_adult), MUST,
	 {IN_TURN(SAID(adult_sentence_longer),
	  BOTH(SAID(adult_sentence_notified), SAID(adult_order_sent)))}},
	[S_EXPIRY] = {P(supervise_expiry), MUST, {CALL(icj__expiry_closes)}},
	[S_PLACEMENT] = {P(supervise_placement), MUST,
	 {CALL(icj__late_placement_closes)}},
	[S_ABSCONDER_AGAIN] = {P(supervise_absconder_again), MUST,
	 {CALL(icj__absconder_closes)}},
	[S_PENDING] = {P(pending_charges), MUST,
	 {CALL(icj__charges_forbid), CALL(icj__charges_forbid),
	 CALL(icj__charges_forbid)}},
};

const struct icj_rule *icj__supervise_rule(size_t i)
{
	static const struct table table = TABLE(icj__supervise_rows);

	return icj__table_rule(&table, 1, i);
}
