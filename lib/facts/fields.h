/* SPDX-License-Identifier: MIT */
/*
 * fields.h - the one dictionary of fields, as a list of rows.  Each row is
 *
 *   X(name, TYPE, values, marks, read by, serves, meaning)
 *
 * values: the list of a choice, NONE otherwise.  marks: CONF confidential,
 * ABSENT presumed absent when nobody mentions it, FIXED nobody can change it,
 * PLAN a day that may lie ahead and be known: any other day is of an act, which
 * has not happened before it.
 * read by: E eligible, D deadline, P permit, R return, C classify, L referral,
 * S supervision, V vote, T tally, G training, U dues, N lint, as letters; lint
 * reads whatever deadlines do.
 * serves: the provision of the book it is a fact of, figures those of the
 * counts, none.  Its number on a day is lib/book/serves.c's to say.
 * The enum of fields, the names, the parser, --fields and the manual's table
 * all come from here.  Add rows where a provision needs one; never rename.
 */
#ifndef ICJ_FIELDS_H
#define ICJ_FIELDS_H

#define ICJ_FIELDS(X) \
X(case_id, TEXT, NONE, 0, D|L|S, none, "key of the event's record") \
X(case_type, CHOICE, case_type, 0, T|U|N, none, "which kind of event this is") \
X(juvenile, TEXT, NONE, CONF|FIXED, N, none, "name or reference; no rule needs it") \
X(date_of_birth, DATE, NONE, CONF|FIXED|PLAN, N, none, "no rule needs it") \
X(worker, TEXT, NONE, 0, D|L|S, none, "who is responsible in the office") \
X(zone, TEXT, NONE, 0, 0, none, "part of the state or office, to group by; no rule needs it") \
X(case_opened, DATE, NONE, 0, 0, none, "the case was opened in the system; no rule counts from it") \
X(sending_state, STATE, NONE, FIXED, E|D|P|R|L|S|C|T|U, definitions, "state that sends the juvenile") \
X(receiving_state, STATE, NONE, FIXED, E|D|P|R|L|S|C|T|U, definitions, "state the juvenile is sent to") \
X(holding_state, STATE, NONE, FIXED, D|R|C|T, definitions, "state that has custody of the juvenile") \
X(home_state, STATE, NONE, FIXED, D|R|C|T, definitions, "home or demanding state") \
X(destination_state, STATE, NONE, FIXED, P|C|N, travel_over_24_hours, "state travelled to") \
X(withdrawn, DATE, NONE, 0, D|P|R|L|S|T|U, none, "the request was withdrawn; nothing is overdue after it") \
X(closed, DATE, NONE, 0, D|P|R|L|S|T, discharge, "the case was closed; nothing is overdue after it") \
X(juvenile_in_sending_state, YES_NO, NONE, FIXED, E|C, classified_juvenile, "classified as a juvenile in the sending state") \
X(adjudication, CHOICE, adjudication, 0, E|D|P|R|C|T, adjudicated_or_deferred, "what the court has found or been asked to find") \
X(under_jurisdiction, YES_NO, NONE, 0, E|C, under_jurisdiction, "under a court or appropriate authority of the sending state") \
X(supervision, CHOICE, supervision, 0, D|P|R|L|C|T, definitions, "kind of supervision; parole is State Committed") \
X(sex_offender, YES_NO, NONE, 0, D|P|L|C|T, definitions, "a Juvenile Sex Offender") \
X(adjudicated_sex_offense, YES_NO, NONE, 0, D|P|L|C|T, definitions, "adjudicated for a sexual offense, as the sending state sees it") \
X(must_register_sending, YES_NO, NONE, 0, D|P|L|C|T, definitions, "may have to register in the sending state") \
X(must_register_receiving, YES_NO, NONE, 0, D|P|L|C|T, definitions, "may have to register in the receiving state") \
X(plan_days, COUNT_OR_INDEFINITE, NONE, 0, E, stay_over_90_days, "planned consecutive days in the other state within 12 months") \
X(transfer_requested, DATE, NONE, FIXED|PLAN, E|L|C|T|N, supervision_left, "the sending state submitted the transfer request") \
X(supervision_ends, DATE_OR_INDEFINITE, NONE, 0, E|D|S, supervision_left, "last day of supervision") \
X(supervision_days_left, COUNT_OR_INDEFINITE, NONE, 0, E, supervision_left, "days of supervision left at submission; used instead of the two dates") \
X(residence, CHOICE, residence, 0, E|D|P|L|C, joins_household, "where the juvenile will live") \
X(full_time_student, YES_NO, NONE, 0, E|D|R|S, full_time_student, "will be a full-time student") \
X(school, CHOICE, school, 0, E, full_time_student, "kind of school") \
X(proof_of_acceptance, YES_NO, NONE, 0, E, full_time_student, "the school has accepted, with proof") \
X(proof_of_enrollment, YES_NO, NONE, 0, E, full_time_student, "the school has enrolled, with proof") \
X(only_restitution, YES_NO, NONE, ABSENT, E|S|C, sole_restitution, "collecting restitution is the sole purpose") \
X(icpc, YES_NO, NONE, ABSENT, E|R, icpc_too, "also under the Interstate Compact on the Placement of Children") \
X(incarcerated, YES_NO, NONE, ABSENT, E, joins_household, "in custody in the other state, not in the community") \
X(subject_to_compact, YES_NO, NONE, 0, P, permit_testing, "subject to the terms of the compact") \
X(guardian_in_sending_state, YES_NO, NONE, 0, D|P|R|L|S, referral_exception, "a custodial parent or legal guardian remains in the sending state") \
X(guardian_in_receiving_state, YES_NO, NONE, 0, D|P|L, referral_exception, "a custodial parent or legal guardian resides in the receiving state") \
X(custodian_in_sending_state, YES_NO, NONE, 0, D|R|S, failed_placement_return, "a legal custodian, also an agency, remains in the sending state") \
X(already_residing, YES_NO, NONE, 0, D|L|S, departure_notice, "already lives in the receiving state") \
X(case_received, DATE, NONE, 0, D|L, forward_case, "an ICJ Office received the case") \
X(case_forwarded, DATE, NONE, 0, D|L, forward_case, "that office forwarded it") \
X(packet_received, DATE, NONE, 0, D|L, probation_referral, "the sending ICJ Office received the packet from its local office") \
X(referral_sent, DATE, NONE, 0, D|P|L|C|T, referral_kinds, "the complete referral was sent") \
X(referral_received, DATE, NONE, 0, D|P|L|T, home_evaluation, "the receiving ICJ Office received the referral") \
X(anticipated_arrival, DATE, NONE, PLAN, D|L, parole_referral, "expected arrival in the receiving state") \
X(departure, DATE, NONE, PLAN, D|L|T, departure_notice, "the juvenile departs") \
X(arrived, DATE, NONE, 0, D|L|S|T, placement, "the juvenile arrived; placement is complete") \
X(documents, LIST, document, 0, P|L, referral_kinds, "documents in the packet") \
X(victim_assistance_needed, YES_NO, NONE, 0, L, referral_victim_form, "the supervising person has to help notify victims") \
X(treatment_payer_stated, YES_NO, NONE, 0, L, referral_payer, "the referral says who buys treatment services") \
X(institution_released, DATE, NONE, 0, L, parole_referral, "release of the parolee from the institution") \
X(home_evaluation_done, DATE, NONE, 0, D|L, local_home_evaluation, "the local office finished the home evaluation") \
X(home_evaluation_sent, DATE, NONE, 0, D|L, home_evaluation, "the home evaluation went to the sending state") \
X(delay_explained, DATE, NONE, 0, D|L, home_evaluation, "the delay was explained to the sending state") \
X(home_evaluation, CHOICE, home_evaluation, 0, L|N, referral_unsuitable, "what the evaluation found") \
X(substantial_compliance, YES_NO, NONE, 0, L|C, referral_not_compliant, "in substantial compliance with the terms of supervision") \
X(recommendation, CHOICE, recommendation, 0, 0, referral_decided_by, "what the field officer recommends; decides nothing alone") \
X(decision, CHOICE, decision, 0, D|P|L|U, referral_decided_by, "the receiving state's decision") \
X(decision_date, DATE, NONE, 0, D|P|L, home_evaluation, "day of the decision") \
X(accepted, DATE, NONE, 0, D|P|L|S|C|T, placement, "day of an approval") \
X(decided_by, CHOICE, decided_by, 0, L, referral_decided_by, "who decided") \
X(decision_signed, YES_NO, NONE, 0, L, referral_signed, "the decision is signed") \
X(denial_grounds, LIST, denial_ground, 0, L|N, referral_not_solely, "grounds of a denial") \
X(denial_justified, YES_NO, NONE, 0, L, referral_justified, "a denial says why in detail; asked for since 2024") \
X(referral_updated, DATE, NONE, 0, D|L, denied_residing, "an updated referral was sent after a denial") \
X(registration_advised, DATE, NONE, 0, D|L, registration_advice, "registration requirements were advised") \
X(reporting_instructions, DATE, NONE, 0, P|L, referral_instructed, "the receiving state issued reporting instructions") \
X(departure_instructions, DATE, NONE, 0, D|L, departure_notice, "reporting instructions were given to the juvenile") \
X(departure_notified, DATE, NONE, 0, D|L, departure_notice, "the receiving state was told of the departure") \
X(placement_failed, DATE, NONE, 0, D|R|S|T, failed_placement_return, "notice of the failed placement") \
X(last_progress_report, DATE, NONE, 0, D|S, progress_report, "the last written progress report") \
X(communication, CHOICE, communication, 0, S, supervise_offices, "who in the two states communicate with one another") \
X(communication_approved_by, CHOICE, approved_by, 0, S, supervise_copy, "how many of the two offices approved that beforehand") \
X(communication_summary_sent, YES_NO, NONE, 0, S, supervise_copy, "a summary of what passed locally went to the ICJ Office") \
X(communication_summary_documented, YES_NO, NONE, 0, S, supervise_copy, "and is documented in the electronic system") \
X(communication_copied_to, CHOICE, copied_to, 0, S, supervise_copy, "how many of the two Administrators' offices got an e-mail copy") \
X(condition_imposed_by, CHOICE, imposed_by, 0, S, supervise_condition, "which state imposed a condition during supervision") \
X(would_impose_on_own, YES_NO, NONE, 0, S, supervise_condition, "the receiving state would impose that on its own juveniles") \
X(sanction_imposed_by, CHOICE, imposed_by, 0, S, enforcement, "which state imposes a sanction") \
X(fee_imposed, YES_NO, NONE, 0, S, supervise_fee, "either state imposes a supervision fee") \
X(treatment_ordered_by, CHOICE, imposed_by, 0, S, supervise_treatment, "which state ordered the treatment") \
X(treatment_available_through_agency, YES_NO, NONE, 0, S, supervise_treatment, "the supervising agency can provide the treatment") \
X(treatment_other_payor, YES_NO, NONE, 0, S, supervise_treatment, "Medicaid, insurance or another payor covers the treatment") \
X(locate_efforts, LIST, locate_effort, 0, S, absconder_search, "what was done to find the juvenile") \
X(school_or_employer_known, YES_NO, NONE, 0, S, supervise_school, "a last school or employer is known") \
X(absconder_report_items, LIST, absconder_report_item, 0, S, absconder_report, "what the report of the absconding contains") \
X(violation_discovered, DATE, NONE, 0, D|S, violation_notice, "the violation was discovered") \
X(violation_reported, DATE, NONE, 0, D|S, violation_notice, "the sending state was notified of it") \
X(violation_report_received, DATE, NONE, 0, D|S, violation_reply, "the sending state received the report") \
X(report_items, LIST, report_item, 0, S, violation_report, "what the violation report contains") \
X(violation_disposition, YES_NO, NONE, 0, S, supervise_status, "there is a status or disposition to report") \
X(sanctions_apply, YES_NO, NONE, 0, S, supervise_sanctions, "there are sanctions to report") \
X(violation_replied, DATE, NONE, 0, D|S, violation_reply, "the sending state replied") \
X(violation_action, TEXT, NONE, 0, D|S, supervise_action, "the action announced in the reply") \
X(violation_action_date, DATE, NONE, PLAN, D|S, supervise_action_date, "the date of that action") \
X(violation_recommends, CHOICE, violation_recommends, 0, D|S, violation_reply, "what the violation report recommends; decides since 2024 whether a reply is owed") \
X(reply_items, LIST, reply_item, 0, S, violation_reply, "what the reply contains") \
X(absconder_since, DATE, NONE, 0, D|S, supervise_absconder, "first day on absconder status") \
X(warrant_notified, DATE, NONE, 0, D|S, supervise_absconder, "notice that the sending state issued a warrant") \
X(retake_decided, DATE, NONE, 0, D|R|S|C, retake, "the sending state decided to retake") \
X(offense_suspected, YES_NO, NONE, 0, D|R|S, offense_suspected, "suspected of an offense in the receiving state") \
X(receiving_state_consents, YES_NO, NONE, 0, D|R|S, offense_suspected, "the receiving state consents to the retaking") \
X(removal_requested, DATE, NONE, 0, D|S, host_removal, "a person with whom the juvenile lives, no legal guardian, asked for the removal") \
X(alternative_arranged, DATE, NONE, 0, D|L|S, host_removal, "other living arrangements were secured") \
X(efforts_documented, YES_NO, NONE, 0, S, failure, "efforts to redirect the behavior are documented, and did not help") \
X(left_approved_residence, YES_NO, NONE, 0, S, failure_guardian, "for documented violations the juvenile is out of the approved residence") \
X(no_viable_residence, YES_NO, NONE, 0, S, failure_guardian, "for documented violations another residence is best, and none viable was found in the receiving state") \
X(serious_threat, YES_NO, NONE, 0, S, failure_guardian, "there is an immediate and serious threat to the juvenile or others") \
X(violations_documented, YES_NO, NONE, 0, S, failure_alone, "the juvenile fails the supervision by documented violations") \
X(failed_supervision_report_received, DATE, NONE, 0, D|S, failed_supervision_reply, "the sending state received the report of the failed supervision") \
X(failed_supervision_report_items, LIST, failed_report_item, 0, S, failed_supervision_report, "what the report of the failed supervision contains") \
X(failed_supervision_replied, DATE, NONE, 0, D|S, failed_supervision_reply, "the sending state replied to that report") \
X(expiry_noticed, DATE, NONE, 0, D|S, expiry_closure, "notice that the case closes because the order expires") \
X(early_release_requested, DATE, NONE, 0, D|S, early_release_answer, "early release was requested") \
X(early_release_answered, DATE, NONE, 0, D|S, early_release_answer, "the sending state answered it") \
X(expiry_objected, YES_NO, NONE, ABSENT, D|S, expiry_closure, "the sending state notified otherwise") \
X(adult_sentence_longer, YES_NO, NONE, 0, S, supervise_adult, "an adult sentence is longer than the juvenile one") \
X(adult_order_sent, YES_NO, NONE, 0, S, supervise_adult, "a copy of the adult order was sent") \
X(adult_sentence_notified, YES_NO, NONE, 0, S, supervise_adult, "the sending state was told of the sentence in writing") \
X(return_type, CHOICE, return_type, 0, D|R|C|T, return_situation, "what the juvenile is for the purpose of return") \
X(ran_away, YES_NO, NONE, 0, D|R|C|T, definitions, "ran away from the residence without consent") \
X(absconded, YES_NO, NONE, 0, D|R|S|C|T, definitions, "on probation or parole, absent to avoid control") \
X(fled_custody, YES_NO, NONE, 0, D|R|C|T, definitions, "fled from a facility's or agency's custody") \
X(committed_by_court, YES_NO, NONE, 0, D|R|C|T, definitions, "a court had committed the juvenile there") \
X(returning_refused_after_leave, YES_NO, NONE, 0, D|R|C|T, definitions, "left with permission and refuses to return") \
X(in_custody, YES_NO, NONE, 0, D|R|C, return_situation, "in custody; detained_at without released_at means yes") \
X(detained_at, TIME_OR_DATE, NONE, 0, D|R|C|T, runaway_release, "taken into custody") \
X(released_at, TIME_OR_DATE, NONE, 0, D|R|C, runaway_release, "released from custody") \
X(office_contacted, TIME_OR_DATE, NONE, 0, D|R, office_contact, "the holding ICJ Office was contacted") \
X(whereabouts_known, YES_NO, NONE, 0, R, return_situation, "the whereabouts are known") \
X(agrees_to_return, YES_NO, NONE, 0, D|R|C, return_voluntary, "the juvenile agrees to return") \
X(refusal_notified, DATE, NONE, 0, D|R, requisition_form_i, "the home state was told of the refusal to return voluntarily") \
X(abuse_suspected, YES_NO, NONE, 0, D|R, runaway_release, "abuse or neglect is suspected") \
X(endangering, YES_NO, NONE, 0, R, return_secure, "endangers self or others") \
X(risk, YES_NO, NONE, 0, R, return_risk, "the home state's office finds a risk of harm to self or others") \
X(secure_facility, YES_NO, NONE, 0, R|C, return_icpc, "held in a secure facility") \
X(guardian_present, YES_NO, NONE, 0, R, return_release, "a parent or legal guardian is there to take the runaway") \
X(petitioner_willing, YES_NO, NONE, 0, R, requisition_form_i, "parent, guardian or custodial agency will petition") \
X(form_iii_signed_by, LIST, form_iii_signer, 0, D|R, form_iii, "who signed Form III") \
X(adult_in_holding_state, YES_NO, NONE, ABSENT, R, return_adult, "of age by the law of the holding state") \
X(adult_court, YES_NO, NONE, ABSENT, R, return_adult, "brought before an adult court") \
X(adult_waiver_signed, YES_NO, NONE, 0, R, return_adult, "the adult waiver is signed by the juvenile and the judge") \
X(returning_to_guardian, YES_NO, NONE, 0, R, responsibility_named, "will return to a parent or legal guardian") \
X(form_iii_received, DATE, NONE, 0, D|R|C, voluntary_return, "the home state received the completed Form III or adult waiver") \
X(petition_filed, DATE, NONE, 0, D|R|C, requisition_form_i, "the petition or requisition was presented") \
X(requisition_received, DATE, NONE, 0, D|R|C|T, requisition_hearing_form_i, "the ICJ Office where the juvenile is received the requisition") \
X(hearing_held, DATE, NONE, 0, D|R, requisition_hearing_form_i, "the hearing on the requisition was held") \
X(order_received, DATE, NONE, 0, D|R, requisition_return_form_i, "the order granting the requisition was received") \
X(requisition_in_order, YES_NO, NONE, 0, D|R, in_order_form_i, "the court found the requisition in order") \
X(ia_vi_signed, YES_NO, NONE, ABSENT, R|S, return_waiver, "Form IA/VI is signed") \
X(due_process_notified, DATE, NONE, 0, D|R, return_in_time, "notice that due process is met") \
X(returned, DATE, NONE, 0, D|R|S|T, due_process_return, "the juvenile was returned") \
X(warrant_custody, DATE, NONE, 0, D|R|C, warrant_custody_notice, "placed in custody on a warrant") \
X(warrant_custody_notified, DATE, NONE, 0, D|R, warrant_custody_notice, "the home state was told of that custody") \
X(warrant_answered, DATE, NONE, 0, D|R, warrant_answer, "the home state said whether it wants the return") \
X(warrant_no_bond, YES_NO, NONE, 0, R, return_bond, "the warrant is entered as no bond") \
X(holding_law_allows_bond, YES_NO, NONE, 0, R, return_bond, "the holding state's law allows bond on juvenile warrants") \
X(warrant_issued_by, CHOICE, warrant_issuer, 0, D|R, return_adult_warrant, "kind of court that issued the warrant; asked for since 2022") \
X(active_warrant, YES_NO, NONE, 0, R, return_warranted, "there is an active warrant; asked for since 2018") \
X(charges_pending, YES_NO, NONE, ABSENT, D|R|S, pending_charges, "charges are pending in the holding or receiving state") \
X(holding_state_consents, YES_NO, NONE, 0, D|R|S, pending_charges, "the holding or receiving state consents to the return") \
X(holding_court_consents, YES_NO, NONE, 0, D|R|S, pending_charges, "the court of the holding or receiving state consents to the return") \
X(home_court_consents, YES_NO, NONE, 0, D|R|S, pending_charges, "the court of the home or sending state consents to the return") \
X(home_office_consents, YES_NO, NONE, 0, D|R|S, pending_charges, "the ICJ Office of the home or sending state consents to the return") \
X(charges_resolved, DATE, NONE, 0, D|R|S, pending_charges, "the charges were resolved") \
X(escort_waived_by_both, YES_NO, NONE, 0, R, return_accompanied, "both ICJ Offices determined that no escort is needed") \
X(detention_hearing_held, DATE, NONE, 0, D|R, detention_hearing, "the hearing on the detention was held") \
X(airport_arrival, TIME, NONE, PLAN, D|R|T, airport_notice, "arrival at the intermediate airport") \
X(airport_notice, TIME, NONE, 0, D|R, airport_notice, "the state of that airport was told") \
X(airport_exception_approved, YES_NO, NONE, ABSENT, D, airport_notice, "the airport's state approved an exception; there are such since 2024") \
X(commercial_ground, YES_NO, NONE, 0, R, commercial_ground, "travels by commercial ground transport") \
X(other_options_considered, YES_NO, NONE, 0, R, commercial_ground, "all other ways to travel were considered") \
X(escorted, YES_NO, NONE, ABSENT, D|R, airport_notice, "travels with an escort") \
X(return_extension_requested, DATE, NONE, 0, D, voluntary_return, "an extension of the return was asked for") \
X(return_extended_to, DATE, NONE, PLAN, D|R|S, voluntary_return, "day to which the return was extended") \
X(hearing_extended_to, DATE, NONE, PLAN, D|R, requisition_hearing_form_i, "day to which the hearing was extended") \
X(placement_extended_to, DATE, NONE, PLAN, D|L|S, placement, "day to which the placement was extended") \
X(return_extension_approved_by, CHOICE, approved_by, 0, D|R|S, voluntary_return, "how many of the two offices approved") \
X(hearing_extension_approved_by, CHOICE, approved_by, 0, D|R, requisition_hearing_form_i, "how many of the two offices approved") \
X(placement_extension_approved_by, CHOICE, approved_by, 0, D|L|S, placement, "how many of the two offices approved") \
X(travel_starts, TIME_OR_DATE, NONE, PLAN, P|C|N, travel_over_24_hours, "the travel starts") \
X(travel_ends, TIME_OR_DATE, NONE, PLAN, P|N, travel_over_24_hours, "the travel ends") \
X(travel_hours, COUNT, NONE, 0, P, travel_over_24_hours, "length of the travel in hours; used instead of its start and end") \
X(permit_purpose, CHOICE, permit_purpose, 0, D|P|L, travel_over_24_hours, "what the permit is for") \
X(sex_related_offense, YES_NO, NONE, 0, P, permit_sex_offense, "a sex-related offense, committed, adjudicated or in the circumstances") \
X(violent_offense_with_injury, YES_NO, NONE, 0, P, permit_violent_offense, "a violent offense that resulted in injury or death") \
X(weapon_offense, YES_NO, NONE, 0, P, permit_weapon, "an offense with a weapon") \
X(transferred, YES_NO, NONE, 0, P|R|S|C|N, permit_victim_law, "supervised in the receiving state under the compact") \
X(subsequent_state_approved, YES_NO, NONE, 0, P, permit_subsequent_state, "the first sending state approved the onward move") \
X(victim_notification_required, YES_NO, NONE, 0, P, permit_victim_law, "law of either state requires victim notification") \
X(permit_submitted, DATE, NONE, 0, P, permit_submitted, "the permit was submitted to the other state, before the travel since 2024") \
X(permit_issued, DATE, NONE, 0, D|P|L, parole_permit_referral, "the travel permit was issued") \
X(permit_received, DATE, NONE, 0, D|P|L, registration_advice, "the receiving state received the permit") \
X(permit_effective, DATE, NONE, PLAN, D|P, permit_90_days, "first day of the permit") \
X(permit_expires, DATE, NONE, PLAN, D|P, permit_end, "last day of the permit") \
X(contact_instructions, YES_NO, NONE, 0, P, permit_contact, "instructions for keeping contact were given") \
X(change_instructions, YES_NO, NONE, 0, P, permit_changes, "told to report any change at once") \
X(sending_state_reserves_approval, YES_NO, NONE, 0, P, permit_approval, "the sending state gave notice that it approves travel itself") \
X(proposal_submitted, DATE, NONE, 0, D, committee_draft, "a rule was proposed") \
X(final_draft_ready, DATE, NONE, 0, D, committee_draft, "the Rules Committee's final draft was ready") \
X(commission_meeting, DATE, NONE, PLAN, D|V, rule_publication, "meeting of the Commission") \
X(dues_notice_given, DATE, NONE, 0, D|V, dues_notice, "public notice of the dues revision was given") \
X(rule_published, DATE, NONE, 0, D|V, rule_publication, "the text of the rule was published") \
X(rule_adopted, DATE, NONE, 0, D, judicial_review, "the rule was adopted") \
X(review_petition_filed, DATE, NONE, 0, D, judicial_review, "a petition for judicial review was filed") \
X(emergency_rule_effective, DATE, NONE, PLAN, D, emergency_procedure, "an emergency rule took effect") \
X(usual_procedure_done, DATE, NONE, 0, D, emergency_procedure, "the usual procedure was applied to it") \
X(revision_posted, DATE, NONE, 0, D, revision_challenge, "a clerical revision was posted") \
X(revision_challenged, DATE, NONE, 0, D, revision_challenge, "the revision was challenged") \
X(annual_meetings, DATES, NONE, 0, D, committee_draft, "dates of annual meetings") \
X(rule_vote, YES_NO, NONE, 0, D, rule_publication, "the meeting votes on a rule") \
X(dues_revision, YES_NO, NONE, 0, D, vote_dues_vote, "the meeting considers a revision of the dues formula") \
X(dispute_request_received, DATE, NONE, 0, D, dispute_answer, "a written request for help in a dispute was received") \
X(dispute_answered, DATE, NONE, 0, D, dispute_answer, "it was answered in writing") \
X(termination_effective, DATE, NONE, PLAN, D|V, termination_notice, "a state's termination took effect") \
X(officials_notified, DATE, NONE, 0, D|V, termination_told_in_time, "the state's officials were notified") \
X(withdrawal_notice_received, DATE, NONE, 0, D|V, withdrawal_notice, "notice of a withdrawal bill was received") \
X(stays, DATES, NONE, FIXED, C, definitions, "first and last days in another state, in turn; an odd one is the first of a stay that goes on") \
X(juvenile_in_some_state, YES_NO, NONE, FIXED, C, definitions, "a juvenile by some member state's law") \
X(caretaker, LIST, caretaker, 0, C, definitions, "what makes somebody answerable for the juvenile") \
X(emancipated, YES_NO, NONE, FIXED, C, definitions, "independent of parents and guardians by the home state's law") \
X(facility, LIST, facility, 0, C, definitions, "what the facility is and does") \
X(statement, LIST, statement, 0, C, definitions, "how a statement of facts was made") \
X(taken_by_sending_state, YES_NO, NONE, 0, C, definitions, "the sending state takes the juvenile out of the receiving state") \
X(sanction_imposed, YES_NO, NONE, 0, C, definitions, "something was imposed for not keeping to the terms of supervision") \
X(revocation_started, YES_NO, NONE, 0, C, definitions, "either state started to revoke the supervision") \
X(discharged, YES_NO, NONE, 0, C, definitions, "the proper authority discharged the juvenile from supervision") \
X(states_notified, DATE, NONE, 0, D|V, vote_states_told, "the other states were notified") \
X(matter, CHOICE, matter, 0, V, vote_majority_of_all, "what the Commission or a part of it decides") \
X(vote_date, DATE, NONE, PLAN, V, vote_majority_of_all, "day of the vote; else commission_meeting") \
X(votes_for, COUNT, NONE, 0, V, vote_adoption, "votes in favor") \
X(votes_against, COUNT, NONE, 0, V, vote_adoption, "votes against") \
X(votes_abstained, COUNT, NONE, 0, V, vote_adoption, "present without a vote either way") \
X(votes_needed, COUNT, NONE, 0, V, vote_dues_vote, "votes the by-laws ask for, where no rule names a majority") \
X(members, COUNT, NONE, 0, V, vote_majority_of_all, "members of the Commission, committee or region that votes") \
X(members_present, COUNT, NONE, 0, V, vote_proposal, "of them, those present") \
X(quorum_present, YES_NO, NONE, 0, V, vote_adoption, "as many as the by-laws ask for are present") \
X(notice_items, LIST, notice_item, 0, V, vote_notice_hearing, "what the notice states") \
X(transcript_requested, YES_NO, NONE, ABSENT, V, vote_transcript, "somebody asked in writing for a transcript of the hearing") \
X(emergency_grounds, LIST, emergency_ground, 0, V, emergency_procedure, "why a rule must take effect at once") \
X(direct_attempt_documented, YES_NO, NONE, 0, V, dispute_attempt, "an unsuccessful attempt to settle it directly is documented") \
X(informal_process_done, YES_NO, NONE, 0, V, dispute_informal, "the informal process was gone through") \
X(dispute_resolved, YES_NO, NONE, 0, V, dispute_unresolved, "the dispute was resolved informally") \
X(interested_took_part, YES_NO, NONE, ABSENT, V, dispute_impartial, "somebody whose state is a party took part in the decision") \
X(arbitrators, COUNT, NONE, 0, V, arbitrators_at_most, "arbitrators appointed") \
X(arbitrators_neutral, COUNT, NONE, 0, V, arbitrator_neutral, "of them, those who are neutral") \
X(arbitrators_from_list, YES_NO, NONE, 0, V, arbitrators_from_list, "all were selected from the Commission's list") \
X(aaa_demanded, YES_NO, NONE, ABSENT, V, arbitration_association, "a party demands the American Arbitration Association") \
X(default_determined, YES_NO, NONE, 0, V|C, default_determined, "the Commission determined that the state is in default") \
X(penalties_exhausted, LIST, penalty, 0, V, vote_suspension_told, "other means that were tried without success") \
X(cure_period_ends, DATE, NONE, PLAN, V, default_uncured, "last day to cure the default") \
X(default_cured, YES_NO, NONE, 0, V, default_uncured, "the default was cured in that time") \
X(officials_told, LIST, official, 0, V, vote_suspension_told, "who was told of the suspension or termination") \
X(repeal_effective, DATE, NONE, PLAN, V, vote_leaver_pays, "the repeal of the compact's statute takes effect") \
X(members_left, COUNT, NONE, 0, V, vote_dissolution, "compacting states left afterwards") \
X(left_by, CHOICE, left_by, 0, V, vote_back_vote, "how the state had left the compact") \
X(reenacted, YES_NO, NONE, 0, V, vote_back_terminated, "the state enacted the compact again") \
X(commission_approved, YES_NO, NONE, 0, V, vote_back_either_way, "the Commission approved") \
X(reinstated_from, DATE, NONE, ABSENT|PLAN, V, vote_back_withdrawn, "later day of the reinstatement that the Commission determined") \
X(failure_reason, CHOICE, failure_reason, 0, T, figures, "why a placement failed") \
X(not_returned_because, CHOICE, not_returned, 0, T, figures, "why a juvenile who was requisitioned was not returned") \
X(airport_state, STATE, NONE, 0, T, figures, "state of the intermediate airport") \
X(airport_supervised, YES_NO, NONE, 0, T, figures, "the request to supervise at that airport was met") \
X(role, CHOICE, role, 0, G, none, "what the person does, whose training it is") \
X(role_since, DATE, NONE, FIXED|PLAN, G, none, "first day in that role") \
X(training_request, CHOICE, training_request, 0, G, none, "what is asked of the National Office") \
X(training_session, CHOICE, training_session, 0, G, none, "which online session") \
X(training_state, STATE, NONE, 0, G, none, "state whose office gave a training") \
X(training_date, DATE, NONE, PLAN, G, none, "day of that training") \
X(training_hours, COUNT, NONE, 0, G, none, "length of that training in hours") \
X(training_attendees, COUNT, NONE, 0, G, none, "how many attended it")

/* The values of the choices, in the order of their bits. */
#define ICJ_VALUES(V) \
V(case_type, "transfer", "return", "travel") \
V(adjudication, "adjudicated-delinquent", "adjudicated-status-offender", \
  "deferred-adjudication", "accused-delinquent", "accused-status-offender", \
  "non-adjudicated", "non-offender") \
V(supervision, "probation", "parole", "none") \
V(residence, "parent", "legal-guardian", "relative", "non-relative", \
  "independent", "student-housing", "residential-facility", "other") \
V(school, "accredited-secondary-school", "accredited-college", \
  "accredited-university", "licensed-training-program", "other") \
V(document, "form-ia-vi", "form-iv", "form-v", "order-of-commitment", \
  "order-of-adjudication-and-disposition", "conditions-of-probation", \
  "parole-conditions", "petition", "arrest-report", \
  "legal-and-social-history", "risk-assessment", "safety-plan", \
  "victim-information", "treatment-plan", "victim-notification-form", \
  "travel-permit", "written-explanation", "form-vi", \
  "victim-supplement-notification-form", "photograph", \
  "supervision-summary", "other") \
V(home_evaluation, "suitable", "unsuitable") \
V(recommendation, "recommended", "not-recommended") \
V(decision, "approve", "deny") \
V(decided_by, "compact-administrator", "designee", \
  "compact-office-staff", "other") \
V(caretaker, "parent", "court-ordered", "responsible-for-person", \
  "responsible-for-estate") \
V(facility, "staffed", "custodial-care", "approved", "staff-secured", \
  "locked", "keeps-in") \
V(statement, "written", "voluntary", "sworn", "before-officer") \
V(denial_ground, "age", "offense", "unsuitable-placement", \
  "not-in-compliance", "other") \
V(communication, "icj-offices", "local") \
V(copied_to, "both", "one", "none") \
V(imposed_by, "sending", "receiving") \
V(locate_effort, "residence", "school-or-employer", "family-and-contacts") \
V(absconder_report_item, "address", "telephone", "last-contact", \
  "how-determined", "pending-charges") \
V(report_item, "date", "description", "status", "documents", "efforts", \
  "sanctions", "recommendation") \
V(violation_recommends, "revocation", "discharge", "continue", "other") \
V(failed_report_item, "how-determined", "efforts", "pending-charges") \
V(reply_item, "action", "action-date") \
V(return_type, "runaway", "absconder", "escapee", "accused-delinquent", \
  "accused-status-offender") \
V(form_iii_signer, "juvenile", "judge") \
V(approved_by, "both", "one", "none") \
V(warrant_issuer, "juvenile-court", "adult-court") \
V(permit_purpose, "visit", "testing-placement", "transfer-pending", "other") \
V(matter, "rule-proposal", "committee-proposal", "region-proposal", \
  "rule-adoption", "emergency-rule", "revision-approval", "dues-revision", \
  "dispute", "suspension", "termination", "legal-action", "withdrawal", \
  "reinstatement") \
V(notice_item, "text", "reason", "place", "time", "date", \
  "how-to-attend", "how-to-comment", "contact-name", "contact-position", \
  "contact-address", "contact-email", "contact-telephone", \
  "contact-telefax", "default", "cure-period", "potential-penalty") \
V(emergency_ground, "public-threat", "loss-of-funds", "federal-deadline", \
  "health-and-environment", "other") \
V(penalty, "remedial-training", "dispute-resolution", "fines") \
V(official, "governor", "chief-justice", "majority-leader", \
  "minority-leader", "state-council") \
V(left_by, "termination", "withdrawal") \
V(failure_reason, "violation", "other") \
V(not_returned, "not-located", "requisition-denied", "charges-pending", \
  "requisition-withdrawn", "other") \
V(role, "commissioner", "compact-administrator", \
  "deputy-compact-administrator", "compact-office-staff", "supervisor", \
  "field-officer", "state-field-staff", "judge", "court-personnel", \
  "attorney", "state-council-member", "other") \
V(training_request, "mentoring", "on-site-training", \
  "specialized-curriculum", "technical-assistance") \
V(training_session, "part-1", "part-2")

/* How many each has. */
enum {
#define V(list, ...) \
	list##_COUNT = sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *),
	ICJ_VALUES(V)
#undef V
};

/* Bits of the values, for the conditions.  Lists whose last value no condition
 * asks for are not named to their end. */
#define ENDS_WITH(list, last) \
	_Static_assert((last) == 1 << (list##_COUNT - 1), \
	    "the bits are those of the values")
enum {
	ADJUDICATED_DELINQUENT = 1, ADJUDICATED_STATUS_OFFENDER = 2,
	DEFERRED_ADJUDICATION = 4, ACCUSED_DELINQUENT = 8,
	ACCUSED_STATUS_OFFENDER = 16, NON_ADJUDICATED = 32, NON_OFFENDER = 64
};
ENDS_WITH(adjudication, NON_OFFENDER);
enum { PROBATION = 1, PAROLE = 2, NO_SUPERVISION = 4 };
ENDS_WITH(supervision, NO_SUPERVISION);
enum {
	WITH_PARENT = 1, WITH_LEGAL_GUARDIAN = 2, WITH_RELATIVE = 4,
	WITH_NON_RELATIVE = 8, INDEPENDENT = 16, STUDENT_HOUSING = 32,
	RESIDENTIAL_FACILITY = 64, OTHER_RESIDENCE = 128
};
ENDS_WITH(residence, OTHER_RESIDENCE);
enum {
	ACCREDITED_SECONDARY_SCHOOL = 1, ACCREDITED_COLLEGE = 2,
	ACCREDITED_UNIVERSITY = 4, LICENSED_TRAINING_PROGRAM = 8,
	OTHER_SCHOOL = 16
};
ENDS_WITH(school, OTHER_SCHOOL);
enum {
	FORM_IA_VI = 1, FORM_IV = 2, FORM_V = 4, ORDER_OF_COMMITMENT = 8,
	ORDER_OF_ADJUDICATION = 16, CONDITIONS_OF_PROBATION = 32,
	PAROLE_CONDITIONS = 64, PETITION = 128, ARREST_REPORT = 256,
	LEGAL_AND_SOCIAL_HISTORY = 512, RISK_ASSESSMENT = 1024,
	SAFETY_PLAN = 2048, VICTIM_INFORMATION = 4096, TREATMENT_PLAN = 8192,
	VICTIM_NOTIFICATION_FORM = 1 << 14, TRAVEL_PERMIT = 1 << 15,
	WRITTEN_EXPLANATION = 1 << 16, FORM_VI = 1 << 17,
	VICTIM_SUPPLEMENT_FORM = 1 << 18, PHOTOGRAPH = 1 << 19,
	SUPERVISION_SUMMARY = 1 << 20, OTHER_DOCUMENT = 1 << 21,
	UNLISTED_DOCUMENT = 1 << 30 /* and therefore an OTHER_DOCUMENT */
};
ENDS_WITH(document, OTHER_DOCUMENT);
enum { SUITABLE = 1, UNSUITABLE = 2 };
ENDS_WITH(home_evaluation, UNSUITABLE);
enum { APPROVE = 1, DENY = 2 };
ENDS_WITH(decision, DENY);
enum { BY_ADMINISTRATOR = 1, BY_DESIGNEE = 2, BY_OFFICE_STAFF = 4 };
enum {
	GROUND_AGE = 1, GROUND_OFFENSE = 2, GROUND_UNSUITABLE = 4,
	GROUND_NOT_IN_COMPLIANCE = 8, GROUND_OTHER = 16
};
ENDS_WITH(denial_ground, GROUND_OTHER);
enum { BETWEEN_OFFICES = 1, BETWEEN_LOCALS = 2 };
ENDS_WITH(communication, BETWEEN_LOCALS);
enum { COPIED_TO_BOTH = 1, COPIED_TO_ONE = 2, COPIED_TO_NONE = 4 };
ENDS_WITH(copied_to, COPIED_TO_NONE);
enum { IMPOSED_BY_SENDING = 1, IMPOSED_BY_RECEIVING = 2 };
ENDS_WITH(imposed_by, IMPOSED_BY_RECEIVING);
enum {
	WENT_TO_RESIDENCE = 1, ASKED_SCHOOL_OR_EMPLOYER = 2,
	ASKED_FAMILY_AND_CONTACTS = 4
};
ENDS_WITH(locate_effort, ASKED_FAMILY_AND_CONTACTS);
enum {
	SAYS_ADDRESS = 1, SAYS_TELEPHONE = 2, SAYS_LAST_CONTACT = 4,
	SAYS_HOW_DETERMINED = 8, SAYS_PENDING_CHARGES = 16
};
ENDS_WITH(absconder_report_item, SAYS_PENDING_CHARGES);
enum {
	REPORTS_DATE = 1, REPORTS_DESCRIPTION = 2, REPORTS_STATUS = 4,
	REPORTS_DOCUMENTS = 8, REPORTS_EFFORTS = 16, REPORTS_SANCTIONS = 32,
	REPORTS_RECOMMENDATION = 64
};
ENDS_WITH(report_item, REPORTS_RECOMMENDATION);
enum {
	RECOMMENDS_REVOCATION = 1, RECOMMENDS_DISCHARGE = 2
};
enum {
	FAILED_HOW_DETERMINED = 1, FAILED_EFFORTS = 2, FAILED_CHARGES = 4
};
ENDS_WITH(failed_report_item, FAILED_CHARGES);
enum { REPLIES_ACTION = 1, REPLIES_ACTION_DATE = 2 };
ENDS_WITH(reply_item, REPLIES_ACTION_DATE);
enum {
	RUNAWAY = 1, ABSCONDER = 2, ESCAPEE = 4, RETURN_ACCUSED_DELINQUENT = 8,
	RETURN_ACCUSED_STATUS_OFFENDER = 16
};
ENDS_WITH(return_type, RETURN_ACCUSED_STATUS_OFFENDER);
enum { OF_JUVENILE_COURT = 1, OF_ADULT_COURT = 2 };
ENDS_WITH(warrant_issuer, OF_ADULT_COURT);
enum { SIGNED_BY_JUVENILE = 1, SIGNED_BY_JUDGE = 2 };
ENDS_WITH(form_iii_signer, SIGNED_BY_JUDGE);
enum { APPROVED_BY_BOTH = 1, APPROVED_BY_ONE = 2, APPROVED_BY_NONE = 4 };
ENDS_WITH(approved_by, APPROVED_BY_NONE);
enum {
	VISIT = 1, TESTING_PLACEMENT = 2, TRANSFER_PENDING = 4,
	OTHER_PURPOSE = 8
};
ENDS_WITH(permit_purpose, OTHER_PURPOSE);

enum {
	PARENT = 1, BY_COURT_ORDER = 2, RESPONSIBLE_FOR_PERSON = 4,
	RESPONSIBLE_FOR_ESTATE = 8
};
ENDS_WITH(caretaker, RESPONSIBLE_FOR_ESTATE);
enum {
	STAFFED = 1, CUSTODIAL_CARE = 2, APPROVED_FACILITY = 4,
	STAFF_SECURED = 8, LOCKED = 16, KEEPS_IN = 32
};
ENDS_WITH(facility, KEEPS_IN);
enum { WRITTEN = 1, VOLUNTARY_STATEMENT = 2, SWORN = 4, BEFORE_OFFICER = 8 };
ENDS_WITH(statement, BEFORE_OFFICER);

enum field_id {
#define X(name, type, values, marks, read_by, serves, meaning) F_##name,
	ICJ_FIELDS(X)
#undef X
	FIELD_COUNT
};

#endif
