/* SPDX-License-Identifier: MIT */
/*
 * provisions.h - the provisions of the rulebook by name, in rulebook order.  An
 * identifier never changes, whatever becomes of the number.
 */
#ifndef ICJ_BOOK_PROVISIONS_H
#define ICJ_BOOK_PROVISIONS_H

enum provision_id {
	/* Section 100 */
	P_return_absconder, P_return_accused_delinquent, P_return_accused_status,
	P_return_parties, P_return_escapee, P_return_runaway,
	P_referral_sex_offender, P_term_absconder, P_term_accused_delinquent,
	P_term_accused_status_offender, P_term_adjudicated,
	P_term_adjudicated_delinquent, P_term_adjudicated_status_offender,
	P_term_affidavit, P_term_compacting_state, P_term_defaulting_state,
	P_term_deferred_adjudication, P_term_demanding_state, P_term_emancipation,
	P_term_escapee, P_term_holding_state, P_term_juvenile,
	P_term_juvenile_sex_offender, P_term_legal_custodian, P_term_legal_guardian,
	P_term_non_adjudicated, P_term_non_compacting_state, P_term_non_delinquent,
	P_term_non_offender, P_term_physical_custody, P_term_probation_parole,
	P_term_receiving_state, P_term_relocate, P_term_residence,
	P_term_residential_facility, P_term_retaking, P_term_runaway,
	P_term_sanction, P_term_secure_facility, P_term_sending_state, P_term_state,
	P_term_state_committed, P_term_status_offense,
	P_term_substantial_compliance, P_term_supervision, P_term_termination,
	P_term_voluntary_return,
	/* Section 200 */
	P_vote_dues_notice, P_vote_dues_vote, P_dues_notice, P_dues_parts,
	P_dues_formula, P_vote_majority_of_all, P_vote_proposal, P_vote_committee,
	P_vote_region, P_committee_draft, P_vote_published_in_time,
	P_vote_notice_text, P_rule_publication, P_vote_notice_hearing,
	P_vote_notice_comments, P_vote_notice_contact, P_vote_transcript,
	P_vote_adoption, P_judicial_review, P_emergency_procedure,
	P_emergency_threat, P_emergency_funds, P_emergency_federal_deadline,
	P_emergency_health, P_vote_revision_vote, P_revision_challenge,
	P_supervise_offices, P_supervise_copy, P_referral_victim_form,
	/* Section 400 */
	P_compacting_states, P_eligibility, P_classified_juvenile,
	P_adjudicated_or_deferred, P_under_jurisdiction, P_stay_over_90_days,
	P_supervision_left, P_joins_household, P_full_time_student, P_icpc_too,
	P_referral_accepted, P_forward_case, P_referral_kinds, P_early_parolee,
	P_referral_parole, P_referral_parole_early, P_parole_referral,
	P_parole_permit_referral, P_referral_probation, P_probation_referral,
	P_local_home_evaluation, P_home_evaluation, P_referral_instructed,
	P_early_sex_offender, P_referral_early, P_early_explanation,
	P_early_referral, P_sex_offender_referral, P_registration_advice,
	P_referral_expected, P_referral_may_deny, P_referral_decided_by,
	P_referral_signed, P_referral_not_solely, P_referral_unsuitable,
	P_referral_not_compliant, P_referral_exception, P_departure_notice,
	P_failed_placement_return,
	/* Section 500 */
	P_supervise_condition, P_progress_report, P_supervise_fee, P_referral_payer,
	P_supervise_treatment, P_sole_restitution, P_supervise_residence,
	P_supervise_school, P_supervise_family, P_supervise_address,
	P_supervise_last_contact, P_supervise_how, P_supervise_charges,
	P_supervise_absconder, P_absconder_closure, P_violation_notice,
	P_supervise_date, P_supervise_description, P_supervise_status,
	P_supervise_documents, P_supervise_efforts, P_supervise_sanctions,
	P_supervise_recommendation, P_supervise_action, P_supervise_action_date,
	P_violation_reply, P_return_decided, P_offense_suspected, P_return_waiver,
	P_supervise_waiver, P_retake, P_supervise_adult, P_supervise_expiry,
	P_expiry_closure, P_supervise_placement, P_placement,
	P_early_release_answer, P_supervise_absconder_again, P_file_retention,
	/* Section 600 */
	P_return_release, P_runaway_release, P_office_contact, P_return_secure,
	P_return_voluntary, P_return_adult, P_voluntary_return, P_return_situation,
	P_return_form_i, P_requisition, P_requisition_form_i, P_requisition_hearing,
	P_requisition_hearing_form_i, P_detention_limit, P_detention_limit_form_i,
	P_requisition_return, P_requisition_return_form_i, P_return_form_ii,
	P_requisition_form_ii, P_requisition_hearing_form_ii,
	P_detention_limit_form_ii, P_return_accompanied,
	P_requisition_return_form_ii, P_return_icpc,
	/* Section 700 */
	P_due_process_return, P_return_risk, P_pending_charges,
	P_warrant_custody_notice, P_warrant_answer, P_return_bond, P_return_costs,
	P_detention_hearing, P_airport_notice,
	/* Section 800 */
	P_travel_over_24_hours, P_permit_sex_offense, P_permit_violent_offense,
	P_permit_weapon, P_permit_state_committed, P_permit_testing,
	P_permit_visit_back, P_permit_subsequent_state, P_permit_victim_law,
	P_permit_facility, P_permit_has_end, P_permit_90_days,
	P_permit_testing_referral, P_permit_changes, P_testing_referral,
	P_permit_end, P_permit_contact, P_permit_beforehand, P_permit_approval,
	P_referral_travel, P_permit_victims,
	/* Section 900 */
	P_dispute_attempt, P_dispute_informal, P_dispute_answer,
	P_dispute_impartial, P_dispute_unresolved, P_arbitrator_there,
	P_arbitrators_at_most, P_arbitrator_neutral, P_arbitrators_from_list,
	P_arbitration_association, P_arbitration_costs, P_default_determined,
	P_default_training, P_default_alternatives, P_default_fines,
	P_vote_suspension_vote, P_vote_suspension_told, P_default_uncured,
	P_vote_default_notice, P_vote_termination_vote, P_termination_told_in_time,
	P_termination_told_all, P_termination_notice, P_defaulter_liable,
	P_default_costs, P_vote_back_vote, P_vote_back_terminated,
	P_vote_back_either_way, P_vote_legal_vote, P_vote_court_costs,
	P_vote_dissolution, P_vote_leaving, P_vote_states_told, P_vote_leaver_pays,
	P_vote_back_withdrawn, P_withdrawal_notice,
	/* What rests on a page of the Commission */
	P_training_mentoring, P_training_first_year, P_training_requesting,
	P_training_attending,
	P_COUNT
};

#endif
