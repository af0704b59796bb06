/* SPDX-License-Identifier: MIT */
/*
 * duty.c - the duties of the rules: one row each, in rulebook order.
 *
 * A regular duty is a row without code; the conditions and the few irregular
 * beginnings and ends, in duty_transfer.c and duty_return.c, stand in the same
 * order.  For a new edition end the old row (IN_FORCE) and add one below it
 * with the same first argument; a row that was released is never changed
 * otherwise.  What a new field starts is said once more, below the rows, where
 * a test misses it.  deadline.c dates the rows; nothing here counts.
 */
#include "deadline.h"

/* -- The table ---------------------------------------------------------- */

#define ROW(kind_of, name, id_of, rule_of, label) \
	.which = (name), .duty.kind = (kind_of), .duty.id = (id_of), \
	.duty.rule.cite = (rule_of), .duty.standard = (label)
#define DUTY(name, id, rule, label) ROW(ICJ_DUTY, name, id, rule, label)
#define MAY(name, id, rule) ROW(ICJ_MAY, name, id, rule, "")
#define MAY_UNTIL(name, id, rule) ROW(ICJ_MAY_UNTIL, name, id, rule, "")
#define CAP(name, id, rule) ROW(ICJ_CAP, name, id, rule, "")
#define KEEP(name, id, rule) ROW(ICJ_KEEP, name, id, rule, "")

#define BY(role) .owed = BY_##role, .owner = OWNER_##role, \
	.other = OTHER_##role, .duty.owed_by = #role
#define ON(f) .on = {F_##f}, .duty.trigger = #f
#define ON_2(f, g) .on = {F_##f, F_##g}, .duty.trigger = #f "; " #g
#define ON_3(f, g, h) .on = {F_##f, F_##g, F_##h}, \
	.duty.trigger = #f "; " #g "; " #h

#define LIMIT(n, u, way, text) .count = (n), .unit = (u), .direction = (way), \
	.duty.limit = (text)
#define CALENDAR_DAYS(n) LIMIT(n, CALENDAR, AFTER, #n " calendar days")
#define CALENDAR_DAYS_BEFORE(n) \
	LIMIT(n, CALENDAR, BEFORE, #n " calendar days before")
#define CALENDAR_DAYS_IN_ALL(n) \
	LIMIT(n, CALENDAR, LENGTH, #n " calendar days counting the first")
#define BUSINESS_DAYS(n) LIMIT(n, BUSINESS, AFTER, #n " business days")
#define NEXT_BUSINESS_DAY LIMIT(1, BUSINESS, AFTER, "next business day")
#define WITHIN_BUSINESS_DAYS_BEFORE(n) \
	LIMIT(n, BUSINESS, WINDOW, "within " #n " business days before")
#define OPEN_HOURS_OF(n) LIMIT(n, OPEN_HOURS, AFTER, \
	#n " hours excluding weekends and holidays")
#define HOURS_BEFORE(n) LIMIT(n, HOURS, BEFORE, #n " hours before")
#define ONE_YEAR LIMIT(1, YEARS, AFTER, "1 year")

#define DONE(f) .done = F_##f, .duty.done = #f
#define DONE_WITH(f, g) .done = F_##f, .and_done = F_##g, \
	.duty.done = #f " with " #g
#define DONE_OR(f, g) .done = F_##f, .or_done = F_##g, .duty.done = #f "; " #g
#define DONE_WITH_OR(f, g, h) .done = F_##f, .and_done = F_##g, \
	.or_done = F_##h, .duty.done = #f " with " #g "; " #h

#define EXTENDED_BY(how, step, text) .extension = (how), \
	.extended_to = F_##step##_extended_to, \
	.approved_by = F_##step##_extension_approved_by, \
	.duty.extension = (text)
#define BY_BOTH_OFFICES(step) EXTENDED_BY(BOTH_OFFICES, step, "both offices")
#define BY_BOTH_OFFICES_UP_TO(n, step) .cap = (n), \
	EXTENDED_BY(BOTH_CAPPED, step, \
	    "both offices, up to " #n " business days more")
#define ON_REQUEST(step) EXTENDED_BY(ONE_OFFICE, step, "on request")
#define REFUSED(step) .extended_to = F_##step##_extended_to

#define ONLY_IF(condition, text) .only_if = icj__if_##condition, \
	.duty.only_if = (text)
#define REMARK(what) .remark = icj__remark_##what
#define IN_FORCE(first, end) .duty.rule.from = (first), .duty.rule.until = (end)
#define SAYS(text) .duty.rule.says = (text)

/* Whose calendars could matter: the owner's and that of the other party. */
enum {
	OWNER_sending = F_sending_state, OTHER_sending = F_receiving_state,
	OWNER_receiving = F_receiving_state, OTHER_receiving = F_sending_state,
	OWNER_home = F_home_state, OTHER_home = F_holding_state,
	OWNER_holding = F_holding_state, OTHER_holding = F_home_state,
	OWNER_either = F_sending_state, OTHER_either = F_receiving_state,
	OWNER_both = F_sending_state, OTHER_both = F_receiving_state,
	OWNER_commission = NO_FIELD, OTHER_commission = NO_FIELD,
	OWNER_any = NO_FIELD, OTHER_any = NO_FIELD
};

#define EARLY "no guardian in the sending state, one in the receiving; " \
	"permit_purpose transfer-pending or not stated; " \
	"not accepted before permit_issued"

const struct duty_row icj__duty_rows[] = {
	/* Section 200 */
	{
		DUTY(DUES_NOTICE, "dues-notice", "2-101(1)", ""),
		BY(commission), ON(commission_meeting),
		CALENDAR_DAYS_BEFORE(30), DONE(dues_notice_given),
		ONLY_IF(dues_revision, "dues_revision"),
		IN_FORCE(ED_2010, ED_OPEN),
		SAYS("The public is told of a revision of the dues formula."),
	}, {
		DUTY(COMMITTEE_DRAFT, "committee-draft", "2-103(2)", ""),
		BY(commission), ON(proposal_submitted), .date = icj__draft_due,
		.duty.limit = "next annual meeting in an odd year",
		DONE(final_draft_ready), IN_FORCE(ED_2014, ED_2022),
		SAYS("The Rules Committee has a final draft of a proposal."),
	}, {
		DUTY(RULE_PUBLICATION, "rule-publication", "2-103(3)", ""),
		BY(commission), ON(commission_meeting),
		CALENDAR_DAYS_BEFORE(30), DONE(rule_published),
		ONLY_IF(rule_vote, "rule_vote"),
		IN_FORCE(ED_2014, ED_2022),
		SAYS("A proposed rule and its reason are published."),
	}, {
		MAY_UNTIL(JUDICIAL_REVIEW, "judicial-review", "2-103(9)"),
		BY(any), ON(rule_adopted), CALENDAR_DAYS(60),
		DONE(review_petition_filed), IN_FORCE(ED_2014, ED_2022),
		SAYS("Any interested person may petition for judicial review."),
	}, {
		DUTY(EMERGENCY_PROCEDURE, "emergency-procedure", "2-103(10)",
		    ""),
		BY(commission), ON(emergency_rule_effective),
		CALENDAR_DAYS(90), DONE(usual_procedure_done),
		IN_FORCE(ED_2014, ED_2022),
		SAYS("An emergency rule goes through the usual procedure."),
	}, {
		MAY_UNTIL(REVISION_CHALLENGE, "revision-challenge",
		    "2-103(11)"),
		BY(any), ON(revision_posted), CALENDAR_DAYS(30),
		DONE(revision_challenged), IN_FORCE(ED_2014, ED_2022),
		SAYS("A Commissioner or Designee may challenge a revision."),
	},

	/* Section 400 */
	{
		DUTY(FORWARD_CASE, "forward-case", "4-102", ""),
		BY(either), ON(case_received), BUSINESS_DAYS(5),
		DONE(case_forwarded), IN_FORCE(ED_2014, ED_NEXT),
		SAYS("An ICJ Office forwards each case it receives."),
	}, {
		DUTY(PAROLE_REFERRAL, "parole-referral", "4-102(3)(a)", ""),
		BY(sending), ON(anticipated_arrival),
		CALENDAR_DAYS_BEFORE(45), DONE(referral_sent),
		ONLY_IF(ordinary_parole,
		    "supervision=parole; not an early placement"),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The complete referral of a parolee goes out."),
	}, {
		DUTY(PAROLE_PERMIT_REFERRAL, "parole-permit-referral",
		    "4-102(3)(a)", "A-07"),
		BY(sending), ON(permit_issued), BUSINESS_DAYS(10),
		DONE(referral_sent),
		ONLY_IF(early_parole, "supervision=parole; " EARLY),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The complete referral follows the travel permit."),
	}, {
		DUTY(PROBATION_REFERRAL, "probation-referral", "4-102(3)(b)",
		    ""),
		BY(sending), ON(packet_received), BUSINESS_DAYS(5),
		DONE(referral_sent),
		ONLY_IF(on_probation, "supervision=probation"),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The complete referral of a probationer goes out."),
	}, {
		DUTY(LOCAL_HOME_EVALUATION, "local-home-evaluation",
		    "4-102(5)", ""),
		BY(receiving), ON(referral_received), CALENDAR_DAYS(30),
		DONE(home_evaluation_done), REMARK(local_evaluation),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The local office completes the home evaluation."),
	}, {
		DUTY(HOME_EVALUATION, "home-evaluation", "4-102(6)", "A-01"),
		BY(receiving), ON(referral_received), CALENDAR_DAYS(45),
		DONE_WITH_OR(home_evaluation_sent, decision_date,
		    delay_explained),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("Home evaluation and decision go out, or the delay is "
		    "explained."),
	}, {
		DUTY(SEX_OFFENDER_REFERRAL, "sex-offender-referral",
		    "4-103(2)(b)", ""),
		BY(sending), ON(permit_issued), BUSINESS_DAYS(10),
		DONE(referral_sent),
		ONLY_IF(early_sex_offender, "sex_offender; " EARLY),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The complete referral follows the travel permit."),
	}, {
		DUTY(REGISTRATION_ADVICE, "registration-advice",
		    "4-103(2)(c)", ""),
		BY(receiving), ON(permit_received), BUSINESS_DAYS(5),
		DONE(registration_advised),
		ONLY_IF(early_sex_offender, "sex_offender; " EARLY),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The sending state learns what registration is required."),
	}, {
		DUTY(DEPARTURE_NOTICE, "departure-notice", "4-104(5)", ""),
		BY(sending), ON(departure), WITHIN_BUSINESS_DAYS_BEFORE(5),
		DONE_WITH(departure_notified, departure_instructions),
		REMARK(departure),
		ONLY_IF(accepted_to_move, "accepted; not already_residing"),
		IN_FORCE(ED_2012, ED_NEXT),
		SAYS("The receiving state is told of the departure, the "
		    "juvenile how to report."),
	}, {
		/* 5-103 replaced the rescinded rule on 2014-04-01.  That one
		 * had no condition, and let both offices extend the time; its
		 * wording before that of 4-104 is not held. */
		DUTY(FAILED_PLACEMENT_RETURN, "failed-placement-return",
		    "4-104(6); 6-104[rescinded](3)", ""),
		BY(sending), ON(placement_failed), BUSINESS_DAYS(5),
		DONE(returned), BY_BOTH_OFFICES(return),
		.held = PENDING_CHARGES | SUSPECTED_OFFENSE,
		.offense_cite = "held by 6-104[rescinded](4)",
		REMARK(rescinded_return),
		.reading = "counted from the notice of the failed placement",
		IN_FORCE(ED_2012, ED_2014),
		SAYS("The sending office brings the juvenile back."),
	}, {
		DUTY(FAILED_PLACEMENT_RETURN, "failed-placement-return",
		    "4-104(6); 5-103(4)", ""),
		BY(sending), ON(placement_failed), BUSINESS_DAYS(5),
		DONE(returned), REFUSED(return),
		.held = PENDING_CHARGES | SUSPECTED_OFFENSE,
		ONLY_IF(may_go_back, "guardian_in_sending_state or "
		    "custodian_in_sending_state or full_time_student"),
		.reading = "counted from the notice of the failed placement",
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The sending office brings the juvenile back."),
	},

	/* Section 500 */
	{
		DUTY(PROGRESS_REPORT, "progress-report", "5-101(4)", "A-02"),
		BY(receiving), ON_3(last_progress_report, arrived, accepted),
		CALENDAR_DAYS(90), REMARK(report),
		.reading = "a quarter is 90 calendar days",
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("A written progress report goes out; each starts the "
		    "next."),
	}, {
		MAY(ABSCONDER_CLOSURE, "absconder-closure",
		    "5-102(3); 5-104(4)"),
		BY(receiving), ON_2(absconder_since, warrant_notified),
		BUSINESS_DAYS(10), .date = icj__absconder_due, DONE(closed),
		IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The receiving state may close the case of an "
		    "absconder."),
	}, {
		DUTY(VIOLATION_NOTICE, "violation-notice", "5-103", ""),
		BY(receiving), ON(violation_discovered), BUSINESS_DAYS(10),
		DONE(violation_reported), IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The sending state is told of the conditions violated."),
	}, {
		DUTY(VIOLATION_REPLY, "violation-reply", "5-103(2)", "A-03"),
		BY(sending), ON(violation_report_received), BUSINESS_DAYS(10),
		DONE(violation_replied), REMARK(reply),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The reply names the action and its date."),
	}, {
		DUTY(RETAKE, "retake", "5-103(3)(d)", "B-03"),
		BY(sending), ON(retake_decided), BUSINESS_DAYS(5),
		DONE(returned), BY_BOTH_OFFICES(return),
		.held = PENDING_CHARGES | SUSPECTED_OFFENSE,
		.reading = "counted from the decision to retake",
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The sending state returns the juvenile it retakes."),
	}, {
		MAY(EXPIRY_CLOSURE, "expiry-closure", "5-104(1)(b)"),
		BY(receiving), ON(expiry_noticed), BUSINESS_DAYS(5),
		DONE(closed), ONLY_IF(not_objected, "not expiry_objected"),
		IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The receiving state may close a case whose order "
		    "expires."),
	}, {
		DUTY(PLACEMENT, "placement", "5-104(2)", ""),
		BY(sending), ON(accepted), CALENDAR_DAYS(90), DONE(arrived),
		ON_REQUEST(placement),
		ONLY_IF(not_residing, "not already_residing"),
		IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The placement is complete, or the case may be closed."),
	}, {
		DUTY(EARLY_RELEASE_ANSWER, "early-release-answer", "5-104(3)",
		    ""),
		BY(sending), ON(early_release_requested), CALENDAR_DAYS(60),
		DONE(early_release_answered),
		.reading = "counted from the request, whatever the answer",
		IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The discharge report goes out, or why there is none."),
	}, {
		KEEP(FILE_RETENTION, "file-retention", "5-104(5)"),
		BY(both), ON(closed), ONE_YEAR, IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The ICJ Office keeps the file of a closed case."),
	},

	/* Section 600 */
	{
		MAY_UNTIL(RUNAWAY_RELEASE, "runaway-release", "6-101(1)(a)"),
		BY(holding), ON(detained_at), OPEN_HOURS_OF(24),
		DONE(released_at),
		ONLY_IF(releasable, "runaway; not abuse_suspected"),
		IN_FORCE(ED_2012_MAY, ED_NEXT),
		SAYS("A runaway may be released to parent or guardian "
		    "without Rule 6-102."),
	}, {
		DUTY(OFFICE_CONTACT, "office-contact", "6-101(1)(b)", ""),
		BY(holding), ON(detained_at), OPEN_HOURS_OF(24),
		DONE(office_contacted),
		ONLY_IF(runaway_kept, "runaway; not released before"),
		.reading = "the same clock as 6-101(1)(a)",
		IN_FORCE(ED_2012_MAY, ED_NEXT),
		SAYS("The holding ICJ Office hears of a runaway kept in "
		    "custody."),
	}, {
		DUTY(VOLUNTARY_RETURN, "voluntary-return", "6-102(8)", "B-01"),
		BY(home), ON(form_iii_received), BUSINESS_DAYS(5),
		DONE(returned), BY_BOTH_OFFICES_UP_TO(5, return),
		.held = PENDING_CHARGES,
		ONLY_IF(form_iii_complete,
		    "form_iii_signed_by, where given, names both"),
		IN_FORCE(ED_2013, ED_NEXT),
		SAYS("The home state returns a juvenile who consents."),
	}, {
		DUTY(REQUISITION, "requisition", "6-103(2); 6-103A(2)", ""),
		BY(home), ON(refusal_notified), CALENDAR_DAYS(60),
		DONE(petition_filed), REMARK(requisition),
		.cite = {"6-103(2)", "6-103A(2)"},
		ONLY_IF(in_custody, "in_custody"),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The petition or requisition is presented to the court."),
	}, {
		DUTY(REQUISITION_HEARING, "requisition-hearing",
		    "6-103(4); 6-103A(4)", ""),
		BY(holding), ON(requisition_received), CALENDAR_DAYS(30),
		DONE(hearing_held), BY_BOTH_OFFICES(hearing),
		REMARK(hearing), .cite = {"6-103(4)", "6-103A(4)"},
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The court hears whether the requisition is in order."),
	}, {
		CAP(DETENTION_LIMIT, "detention-limit",
		    "6-103(7); 6-103A(7)"),
		BY(holding), ON(detained_at), CALENDAR_DAYS_IN_ALL(90),
		DONE_OR(returned, released_at), REMARK(cite_return),
		.cite = {"6-103(7)", "6-103A(7)"},
		ONLY_IF(non_voluntary, "refusal_notified or "
		    "agrees_to_return=no or requisition_received"),
		.reading = "the first day of detention counts",
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("Detention pending a return against the juvenile's will "
		    "ends."),
	}, {
		DUTY(REQUISITION_RETURN, "requisition-return",
		    "6-103(8); 6-103A(8)", "B-02"),
		BY(home), ON(order_received), BUSINESS_DAYS(5),
		DONE(returned), BY_BOTH_OFFICES(return),
		.held = PENDING_CHARGES, REMARK(cite_return),
		.cite = {"6-103(8)", "6-103A(8)"},
		ONLY_IF(in_order, "requisition_in_order not no"),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The home state returns a requisitioned juvenile."),
	},

	/* Section 700 */
	{
		DUTY(DUE_PROCESS_RETURN, "due-process-return",
		    "7-101; 7-105(1)", ""),
		BY(home), ON(due_process_notified), BUSINESS_DAYS(5),
		DONE(returned), BY_BOTH_OFFICES(return),
		.held = PENDING_CHARGES, .of_supervised = true,
		IN_FORCE(ED_2011_FEB, ED_NEXT),
		SAYS("The home state returns a juvenile whose due process is "
		    "met."),
	}, {
		DUTY(WARRANT_CUSTODY_NOTICE, "warrant-custody-notice",
		    "7-104(1)", ""),
		BY(holding), ON(warrant_custody), NEXT_BUSINESS_DAY,
		DONE(warrant_custody_notified), .of_supervised = true,
		IN_FORCE(ED_2011, ED_NEXT),
		SAYS("The home state is told of custody on its warrant."),
	}, {
		DUTY(WARRANT_ANSWER, "warrant-answer", "7-104(1)", ""),
		BY(home), ON(warrant_custody_notified), BUSINESS_DAYS(2),
		DONE(warrant_answered), .of_supervised = true,
		IN_FORCE(ED_2011, ED_NEXT),
		SAYS("The home state says whether it wants the return."),
	}, {
		DUTY(DETENTION_HEARING, "detention-hearing", "7-105(3)", ""),
		BY(holding), .start = icj__return_failed,
		.duty.trigger = "missed due date of due-process-return",
		BUSINESS_DAYS(10), DONE(detention_hearing_held),
		ONLY_IF(not_held, "not returned in time"),
		REMARK(return_failed),
		.of_supervised = true,
		.reading = "day 0 is the missed due date",
		IN_FORCE(ED_2011, ED_NEXT),
		SAYS("A court hears the grounds for detention after a failed "
		    "return."),
	}, {
		DUTY(AIRPORT_NOTICE, "airport-notice", "7-107(3)", ""),
		BY(home), ON(airport_arrival), HOURS_BEFORE(48),
		DONE(airport_notice), .of_supervised = true,
		ONLY_IF(unescorted, "not escorted"),
		IN_FORCE(ED_2012, ED_NEXT),
		SAYS("The state of an intermediate airport is told ahead."),
	},

	/* Section 800 */
	{
		DUTY(TESTING_REFERRAL, "testing-referral", "8-101(3)", "A-04"),
		BY(sending), ON(permit_effective), CALENDAR_DAYS(30),
		DONE(referral_received),
		ONLY_IF(testing_placement, "permit_purpose=testing-placement"),
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("The receiving office has the referral of a placement "
		    "under test."),
	}, {
		CAP(PERMIT_END, "permit-end", "8-101(3)"),
		BY(sending), ON(permit_effective), CALENDAR_DAYS_IN_ALL(90),
		DONE(permit_expires),
		ONLY_IF(no_facility, "residence not residential-facility"),
		.reading = "the first day of the permit counts",
		IN_FORCE(ED_2014, ED_NEXT),
		SAYS("A travel permit ends."),
	},

	/* Section 900 */
	{
		DUTY(DISPUTE_ANSWER, "dispute-answer", "9-101(2)(b)", ""),
		BY(commission), ON(dispute_request_received),
		BUSINESS_DAYS(10), DONE(dispute_answered),
		IN_FORCE(ED_2010, ED_NEXT),
		SAYS("The Executive Director answers a request for help."),
	}, {
		DUTY(TERMINATION_NOTICE, "termination-notice", "9-103(4)", ""),
		BY(commission), ON(termination_effective), CALENDAR_DAYS(60),
		DONE(officials_notified), IN_FORCE(ED_2010, ED_NEXT),
		SAYS("The state's officials are told of its termination."),
	}, {
		DUTY(WITHDRAWAL_NOTICE, "withdrawal-notice", "9-105(2)", ""),
		BY(commission), ON(withdrawal_notice_received),
		CALENDAR_DAYS(60), DONE(states_notified),
		IN_FORCE(ED_2010, ED_OPEN),
		SAYS("The other states are told of a withdrawal bill."),
	}, {
		.which = DUTY_IDS
	},
};

#define ROWS (COUNT_OF(icj__duty_rows) - 1)

/*
 * Which duties a field starts, as bits: the column `on` of the table turned
 * about, and what the hooks that find a start cannot do without.  A record has
 * a dozen facts, so that these are asked for, not the forty rows.
 */
#define STARTS(duty) ((uint64_t)1 << (duty))

_Static_assert(DUTY_IDS <= 64, "duties are bits of a word");

#define STARTERS(S) \
	S(commission_meeting, STARTS(DUES_NOTICE) | STARTS(RULE_PUBLICATION)) \
	S(proposal_submitted, STARTS(COMMITTEE_DRAFT)) \
	S(rule_adopted, STARTS(JUDICIAL_REVIEW)) \
	S(emergency_rule_effective, STARTS(EMERGENCY_PROCEDURE)) \
	S(revision_posted, STARTS(REVISION_CHALLENGE)) \
	S(case_received, STARTS(FORWARD_CASE)) \
	S(anticipated_arrival, STARTS(PAROLE_REFERRAL)) \
	S(permit_issued, STARTS(PAROLE_PERMIT_REFERRAL) | \
	    STARTS(SEX_OFFENDER_REFERRAL)) \
	S(packet_received, STARTS(PROBATION_REFERRAL)) \
	S(referral_received, STARTS(LOCAL_HOME_EVALUATION) | \
	    STARTS(HOME_EVALUATION)) \
	S(permit_received, STARTS(REGISTRATION_ADVICE)) \
	S(departure, STARTS(DEPARTURE_NOTICE)) \
	S(placement_failed, STARTS(FAILED_PLACEMENT_RETURN)) \
	S(last_progress_report, STARTS(PROGRESS_REPORT)) \
	S(arrived, STARTS(PROGRESS_REPORT)) \
	S(accepted, STARTS(PROGRESS_REPORT) | STARTS(PLACEMENT)) \
	S(absconder_since, STARTS(ABSCONDER_CLOSURE)) \
	S(warrant_notified, STARTS(ABSCONDER_CLOSURE)) \
	S(violation_discovered, STARTS(VIOLATION_NOTICE)) \
	S(violation_report_received, STARTS(VIOLATION_REPLY)) \
	S(retake_decided, STARTS(RETAKE)) \
	S(expiry_noticed, STARTS(EXPIRY_CLOSURE)) \
	S(early_release_requested, STARTS(EARLY_RELEASE_ANSWER)) \
	S(closed, STARTS(FILE_RETENTION)) \
	S(detained_at, STARTS(RUNAWAY_RELEASE) | STARTS(OFFICE_CONTACT) | \
	    STARTS(DETENTION_LIMIT)) \
	S(form_iii_received, STARTS(VOLUNTARY_RETURN)) \
	S(refusal_notified, STARTS(REQUISITION)) \
	S(requisition_received, STARTS(REQUISITION_HEARING)) \
	S(order_received, STARTS(REQUISITION_RETURN)) \
	S(due_process_notified, STARTS(DUE_PROCESS_RETURN) | \
	    STARTS(DETENTION_HEARING)) \
	S(warrant_custody, STARTS(WARRANT_CUSTODY_NOTICE)) \
	S(warrant_custody_notified, STARTS(WARRANT_ANSWER)) \
	S(airport_arrival, STARTS(AIRPORT_NOTICE)) \
	S(permit_effective, STARTS(TESTING_REFERRAL) | STARTS(PERMIT_END)) \
	S(dispute_request_received, STARTS(DISPUTE_ANSWER)) \
	S(termination_effective, STARTS(TERMINATION_NOTICE)) \
	S(withdrawal_notice_received, STARTS(WITHDRAWAL_NOTICE))

#define ENTRY(field, duties) [F_##field] = duties,
#define BIT_OF(w, field) | (F_##field / 64 == w ? FIELD_BIT(F_##field) : 0)
#define BIT_0(field, duties) BIT_OF(0, field)
#define BIT_1(field, duties) BIT_OF(1, field)
#define BIT_2(field, duties) BIT_OF(2, field)
#define BIT_3(field, duties) BIT_OF(3, field)

static const uint64_t started_by[FIELD_COUNT] = {STARTERS(ENTRY)};

_Static_assert(FIELD_WORDS == 4, "starters are bits of four words");

static const uint64_t starters[FIELD_WORDS] = {
	0 STARTERS(BIT_0), 0 STARTERS(BIT_1), 0 STARTERS(BIT_2),
	0 STARTERS(BIT_3),
};

uint64_t icj__duties_begun(const struct icj_case *c)
{
	uint64_t begun = 0;

	for (unsigned w = 0; w < FIELD_WORDS; w++)
		for (uint64_t left = c->listed[w] & starters[w]; left;
		    left &= left - 1) {
			unsigned id = 64 * w + (unsigned)__builtin_ctzll(left);

			begun |= c->fact[id].set ? started_by[id] : 0;
		}
	return begun;
}

ICJ_API const struct icj_duty *icj_duty_at(size_t i)
{
	return i < ROWS ? &icj__duty_rows[i].duty : NULL;
}

const struct icj_rule *icj__duty_rule(size_t i)
{
	return i < ROWS ? &icj__duty_rows[i].duty.rule : NULL;
}
