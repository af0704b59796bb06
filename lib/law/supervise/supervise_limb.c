/* SPDX-License-Identifier: MIT */
/*
 * supervise_limb.c - the conditions of Rules 2-104 and 5-101 to 5-103: who
 * communicates, what is allowed, who pays, what reports, search and reply
 * have to contain.  In rulebook order; supervise.c has the rows.
 */
#include "law/supervise/supervise.h"

/* -- 2-104 -------------------------------------------------------------- */

enum icj_tri icj__through_offices(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_communication, BETWEEN_OFFICES);

	if (v == ICJ_YES)
		return v;
	return settled(e, mark, or_(v, need_any(e,
	    F_communication_approved_by, APPROVED_BY_BOTH)));
}

/* Since 2016 a summary in place of copies. */
enum icj_tri icj__summed_up(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_communication_summary_sent);

	return settled(e, mark,
	    and_(v, need_said(e, F_communication_summary_documented)));
}

/* -- 5-101 -------------------------------------------------------------- */

enum icj_tri icj__condition_allowed(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_condition_imposed_by,
	    IMPOSED_BY_SENDING);

	if (v == ICJ_YES)
		return v;
	return settled(e, mark, or_(v, need_said(e, F_would_impose_on_own)));
}

/* Reading: the sending state is the payor of last resort. */
enum icj_tri icj__sending_pays_treatment(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_treatment_ordered_by,
	    IMPOSED_BY_SENDING);

	if (v == ICJ_NO)
		return v;
	v = and_(v, not_(need_said(e, F_treatment_available_through_agency)));
	v = and_(v, not_(need_said(e, F_treatment_other_payor)));
	return settled(e, mark, v);
}

/* -- 5-102(1) ----------------------------------------------------------- */

/* An item of a list; where it is not there, it may not be called for. */
static enum icj_tri item_if(struct eval *e, enum field_id list, uint32_t bit,
    enum field_id called_for)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, list, bit);

	if (v == ICJ_YES)
		return v;
	return settled(e, mark, or_(v, not_(need_said(e, called_for))));
}

enum icj_tri icj__asked_school(struct eval *e)
{
	return item_if(e, F_locate_efforts, ASKED_SCHOOL_OR_EMPLOYER,
	    F_school_or_employer_known);
}

/* -- 5-102(2) ----------------------------------------------------------- */

/* Charges are presumed absent, and so is the need to report them. */
enum icj_tri icj__has_charges(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_absconder_report_items,
	    SAYS_PENDING_CHARGES);

	if (v != ICJ_NO)
		return v;
	return settled(e, mark, not_(need_presumed(e, F_charges_pending)));
}

/* -- 5-103(1) ----------------------------------------------------------- */

enum icj_tri icj__has_status(struct eval *e)
{
	return item_if(e, F_report_items, REPORTS_STATUS,
	    F_violation_disposition);
}

enum icj_tri icj__has_sanctions(struct eval *e)
{
	return item_if(e, F_report_items, REPORTS_SANCTIONS,
	    F_sanctions_apply);
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

enum icj_tri icj__has_action(struct eval *e)
{
	return recorded_or(e, F_violation_action, REPLIES_ACTION);
}

enum icj_tri icj__has_action_date(struct eval *e)
{
	return recorded_or(e, F_violation_action_date, REPLIES_ACTION_DATE);
}

/* -- 5-103(4) of 2020, 5-103A(1) ---------------------------------------- */

enum icj_tri icj__failed_in_spite_of_efforts(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_left_approved_residence);

	if (v != ICJ_YES)
		v = or_(v, need_said(e, F_no_viable_residence));
	if (v != ICJ_YES)
		v = or_(v, need_said(e, F_serious_threat));
	if (v != ICJ_NO)
		v = and_(v, need_said(e, F_efforts_documented));
	return settled(e, mark, v);
}

enum icj_tri icj__failed_with_guardian(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_guardian_in_sending_state);

	if (v != ICJ_NO)
		v = and_(v, icj__failed_in_spite_of_efforts(e));
	return settled(e, mark, v);
}

enum icj_tri icj__failed_by_removal(struct eval *e)
{
	return icj__event_happened(e, F_removal_requested);
}

/* Reading: who lives in student housing is a student. */
enum icj_tri icj__failed_alone(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_any(e, F_residence,
	    INDEPENDENT | STUDENT_HOUSING);

	if (v != ICJ_YES)
		v = or_(v, need_said(e, F_full_time_student));
	if (v != ICJ_NO)
		v = and_(v, need_said(e, F_violations_documented));
	if (v != ICJ_NO)
		v = and_(v, need_said(e, F_efforts_documented));
	return settled(e, mark, v);
}
