/* SPDX-License-Identifier: MIT */
/*
 * duty.c - the duties of the rules in rulebook order: what starts each, what
 * ends it, whom it concerns.
 *
 * Its number, its days, who owes it and for how long are the book's: a
 * regular duty is a row without code.  The conditions and the few irregular
 * beginnings and ends, in duty_transfer.c and duty_return.c, stand in the same
 * order.  Where a later wording asks the facts otherwise it has a ground of
 * its own, and a row below the first.  What a new field starts is said once
 * more, below the rows, where a test misses it.  deadline.c dates the rows;
 * nothing here counts.
 */
#include "duties/deadline.h"
#include "terms/terms.h"

/* -- The table ---------------------------------------------------------- */

#define ROW(name, provision, kind_of) \
	.which = (name), .p = (provision), .kind = (kind_of)
#define DUTY(name, provision) ROW(name, provision, ICJ_DUTY)
#define MAY(name, provision) ROW(name, provision, ICJ_MAY)
#define MAY_UNTIL(name, provision) ROW(name, provision, ICJ_MAY_UNTIL)
#define CAP(name, provision) ROW(name, provision, ICJ_CAP)
#define KEEP(name, provision) ROW(name, provision, ICJ_KEEP)

#define ON(f) .on = {F_##f}, .trigger = #f
#define ON_2(f, g) .on = {F_##f, F_##g}, .trigger = #f "; " #g
#define ON_3(f, g, h) .on = {F_##f, F_##g, F_##h}, \
	.trigger = #f "; " #g "; " #h

#define DONE(f) .done = F_##f, .done_text = #f
#define DONE_WITH(f, g) .done = F_##f, .and_done = F_##g, \
	.done_text = #f " with " #g
#define DONE_OR(f, g) .done = F_##f, .or_done = F_##g, .done_text = #f "; " #g
#define DONE_WITH_OR(f, g, h) .done = F_##f, .and_done = F_##g, \
	.or_done = F_##h, .done_text = #f " with " #g "; " #h

/* The facts of an extension, whether the wording allows one or not. */
#define EXTENSION(step) .extended_to = F_##step##_extended_to, \
	.approved_by = F_##step##_extension_approved_by
#define REFUSED(step) .extended_to = F_##step##_extended_to

#define ONLY_IF(condition, text) .only_if = icj__if_##condition, \
	.only_if_text = (text)
#define ASKS(text, ...) .asks = __VA_ARGS__, .only_if_text = (text)
#define REMARK(what) .remark = icj__remark_##what
#define PART_OF(form_i, form_ii) .part = {form_i, form_ii}

#define EARLY "no guardian in the sending state, one in the receiving; " \
	"permit_purpose transfer-pending or not stated; " \
	"not accepted before permit_issued"

const struct duty_row icj__duty_rows[] = {
	/* Section 200 */
	{
		DUTY(DUES_NOTICE, P(dues_notice)), ON(commission_meeting),
		DONE(dues_notice_given),
		ASKS("dues_revision", SAID(dues_revision)),
	}, {
		DUTY(COMMITTEE_DRAFT, P(committee_draft)),
		ON(proposal_submitted), .date = icj__draft_due,
		DONE(final_draft_ready),
	}, {
		DUTY(RULE_PUBLICATION, P(rule_publication)),
		ON(commission_meeting), DONE(rule_published),
		ASKS("rule_vote", SAID(rule_vote)),
	}, {
		MAY_UNTIL(JUDICIAL_REVIEW, P(judicial_review)),
		ON(rule_adopted), DONE(review_petition_filed),
	}, {
		DUTY(EMERGENCY_PROCEDURE, P(emergency_procedure)),
		ON(emergency_rule_effective), DONE(usual_procedure_done),
	}, {
		MAY_UNTIL(REVISION_CHALLENGE, P(revision_challenge)),
		ON(revision_posted), DONE(revision_challenged),
	},

	/* Section 400 */
	{
		DUTY(FORWARD_CASE, P(forward_case)), ON(case_received),
		DONE(case_forwarded),
	}, {
		DUTY(PAROLE_REFERRAL, P(parole_referral)),
		ON(anticipated_arrival), DONE(referral_sent),
		ONLY_IF(ordinary_parole, "supervision=parole; not an early "
		    "placement"),
	}, {
		DUTY(PAROLE_PERMIT_REFERRAL, P(parole_permit_referral)),
		ON(permit_issued), DONE(referral_sent), .may_precede = true,
		ASKS("supervision=parole; " EARLY,
		    BOTH(ANY(supervision, PAROLE), CALL(icj__placed_early))),
	}, {
		DUTY(PROBATION_REFERRAL, P(probation_referral)),
		ON(packet_received), DONE(referral_sent),
		ASKS("supervision=probation", ANY(supervision, PROBATION)),
	}, {
		DUTY(LOCAL_HOME_EVALUATION, P(local_home_evaluation)),
		ON(referral_received), DONE(home_evaluation_done),
		REMARK(local_evaluation),
	}, {
		DUTY(HOME_EVALUATION, P(home_evaluation)),
		ON(referral_received),
		DONE_WITH_OR(home_evaluation_sent, decision_date,
		    delay_explained),
	}, {
		DUTY(SEX_OFFENDER_REFERRAL, P(sex_offender_referral)),
		ON(permit_issued), DONE(referral_sent), .may_precede = true,
		ASKS("sex_offender; " EARLY,
		    BOTH(CALL(icj__is_sex_offender), CALL(icj__placed_early))),
	}, {
		DUTY(REGISTRATION_ADVICE, P(registration_advice)),
		ON(permit_received), DONE(registration_advised),
		.may_precede = true,
		ASKS("sex_offender; " EARLY,
		    BOTH(CALL(icj__is_sex_offender), CALL(icj__placed_early))),
	}, {
		DUTY(DEPARTURE_NOTICE, P(departure_notice)), ON(departure),
		DONE_WITH(departure_notified, departure_instructions),
		REMARK(departure),
		ONLY_IF(accepted_to_move, "accepted; not already_residing"),
	}, {
		DUTY(DEPARTURE_NOTICE, P(departure_notice)), .ground = 1,
		ON(departure),
		DONE_WITH(departure_notified, departure_instructions),
		REMARK(departure_accepted),
		ONLY_IF(accepted_to_move, "accepted; not already_residing"),
		.reading = "on the day of the departure there is time yet",
	}, {
		/* The rule names no day from which the time runs.  Reading: an
		 * updated referral names the other arrangement. */
		DUTY(DENIED_RESIDING, P(denied_residing)), ON(decision_date),
		DONE_WITH_OR(referral_updated, alternative_arranged, returned),
		EXTENSION(return), .may_precede = true,
		ASKS("decision=deny; already_residing",
		    BOTH(SAID(already_residing), ANY(decision, DENY))),
		.reading = "counted from the decision",
	}, {
		/* 5-103 replaced the rescinded rule on 2014-04-01.  That one
		 * had no condition, and let both offices extend the time; its
		 * wording before that of 4-104 is not held. */
		DUTY(FAILED_PLACEMENT_RETURN, P(failed_placement_return)),
		ON(placement_failed), DONE(returned), EXTENSION(return),
		.holds = PENDING_CHARGES | SUSPECTED_OFFENSE,
		.offense = P(rescinded_offense),
		REMARK(rescinded_return),
		.reading = "counted from the notice of the failed placement",
	}, {
		DUTY(FAILED_PLACEMENT_RETURN, P(failed_placement_return)),
		.ground = 1, ON(placement_failed), DONE(returned),
		REFUSED(return),
		.holds = PENDING_CHARGES | SUSPECTED_OFFENSE,
		/* Reading: a full-time student stands for a student
		 * placement. */
		ASKS("guardian_in_sending_state or "
		    "custodian_in_sending_state or full_time_student",
		    EITHER(SAID(guardian_in_sending_state),
		    SAID(custodian_in_sending_state), SAID(full_time_student))),
		.reading = "counted from the notice of the failed placement",
	},

	/* Section 500 */
	{
		DUTY(PROGRESS_REPORT, P(progress_report)),
		ON_3(last_progress_report, arrived, accepted),
		REMARK(report),
		.reading = "a quarter is 90 calendar days",
	}, {
		MAY(ABSCONDER_CLOSURE, P(absconder_closure)),
		ON_2(absconder_since, warrant_notified),
		.date = icj__absconder_due, DONE(closed),
	}, {
		DUTY(VIOLATION_NOTICE, P(violation_notice)),
		ON(violation_discovered), DONE(violation_reported),
	}, {
		DUTY(VIOLATION_REPLY, P(violation_reply)),
		ON(violation_report_received), DONE(violation_replied),
		REMARK(reply),
	}, {
		/* Since 2024 the rule asks for one only sometimes.  An unknown
		 * recommendation leaves the duty standing. */
		DUTY(VIOLATION_REPLY, P(violation_reply)), .ground = 1,
		ON(violation_report_received), DONE(violation_replied),
		ASKS("violation_recommends revocation or discharge",
		    ANY(violation_recommends,
		    RECOMMENDS_REVOCATION | RECOMMENDS_DISCHARGE)),
		REMARK(reply_owed),
	}, {
		DUTY(RETAKE, P(retake)), ON(retake_decided), DONE(returned),
		EXTENSION(return),
		.holds = PENDING_CHARGES | SUSPECTED_OFFENSE,
		.reading = "counted from the decision to retake",
	}, {
		/* No hold: another arrangement is always open. */
		DUTY(HOST_REMOVAL, P(host_removal)), ON(removal_requested),
		ONLY_IF(host_no_guardian, "residence not with a parent or "
		    "legal guardian"),
		DONE_OR(returned, alternative_arranged), EXTENSION(return),
		.reading = "counted from the request",
	}, {
		DUTY(FAILED_SUPERVISION_REPLY, P(failed_supervision_reply)),
		ON(failed_supervision_report_received),
		DONE(failed_supervision_replied),
	}, {
		MAY(EXPIRY_CLOSURE, P(expiry_closure)), ON(expiry_noticed),
		DONE(closed), ASKS("not expiry_objected",
		    UNLESS(expiry_objected)),
	}, {
		DUTY(PLACEMENT, P(placement)), ON(accepted), DONE(arrived),
		EXTENSION(placement), .may_precede = true,
		ASKS("not already_residing", NOT(already_residing)),
	}, {
		DUTY(EARLY_RELEASE_ANSWER, P(early_release_answer)),
		ON(early_release_requested), DONE(early_release_answered),
		.reading = "counted from the request, whatever the answer",
	}, {
		KEEP(FILE_RETENTION, P(file_retention)), ON(closed),
	},

	/* Section 600 */
	{
		MAY_UNTIL(RUNAWAY_RELEASE, P(runaway_release)),
		ON(detained_at), DONE(released_at),
		ONLY_IF(releasable, "runaway; not abuse_suspected"),
	}, {
		MAY_UNTIL(RUNAWAY_RELEASE, P(runaway_release)),
		.ground = 1, ON(detained_at), DONE(released_at),
		ONLY_IF(non_delinquent_releasable, "non-delinquent runaway; "
		    "not abuse_suspected"),
	}, {
		DUTY(OFFICE_CONTACT, P(office_contact)), ON(detained_at),
		DONE(office_contacted),
		ONLY_IF(runaway_kept, "runaway; not released before"),
		.reading = "the same clock as #",
		.reading_of = P(runaway_release),
	}, {
		DUTY(VOLUNTARY_RETURN, P(voluntary_return)),
		ON(form_iii_received), DONE(returned), EXTENSION(return),
		.holds = PENDING_CHARGES, REMARK(abuse),
		ONLY_IF(form_iii_complete, "form_iii_signed_by, where "
		    "given, names both"),
	}, {
		DUTY(REQUISITION, P(requisition)), ON(refusal_notified),
		DONE(petition_filed), REMARK(requisition), .may_precede = true,
		PART_OF(P(requisition_form_i),
		    P(requisition_form_ii)),
		ONLY_IF(in_custody, "in_custody"),
	}, {
		DUTY(REQUISITION_HEARING, P(requisition_hearing)),
		ON(requisition_received), DONE(hearing_held),
		EXTENSION(hearing), REMARK(hearing),
		PART_OF(P(requisition_hearing_form_i),
		    P(requisition_hearing_form_ii)),
	}, {
		CAP(DETENTION_LIMIT, P(detention_limit)), ON(detained_at),
		DONE_OR(returned, released_at), REMARK(cite_return),
		PART_OF(P(detention_limit_form_i),
		    P(detention_limit_form_ii)),
		ONLY_IF(non_voluntary, "refusal_notified or "
		    "agrees_to_return=no or requisition_received"),
		.reading = "the first day of detention counts",
	}, {
		DUTY(REQUISITION_RETURN, P(requisition_return)),
		ON(order_received), DONE(returned), EXTENSION(return),
		.holds = PENDING_CHARGES, REMARK(requisition_return),
		PART_OF(P(requisition_return_form_i),
		    P(requisition_return_form_ii)),
		ONLY_IF(in_order, "requisition_in_order not no"),
	},

	/* Section 700 */
	{
		DUTY(DUE_PROCESS_RETURN, P(due_process_return)),
		ON(due_process_notified), DONE(returned), EXTENSION(return),
		.holds = PENDING_CHARGES, .of_supervised = true, REMARK(abuse),
	}, {
		DUTY(WARRANT_CUSTODY_NOTICE, P(warrant_custody_notice)),
		ON(warrant_custody), DONE(warrant_custody_notified),
		.of_supervised = true,
	}, {
		DUTY(WARRANT_CUSTODY_NOTICE, P(warrant_custody_notice)),
		.ground = 1, ON(warrant_custody),
		DONE(warrant_custody_notified), .of_supervised = true,
		ASKS("warrant_issued_by=juvenile-court",
		    ANY(warrant_issued_by, OF_JUVENILE_COURT)),
	}, {
		DUTY(WARRANT_ANSWER, P(warrant_answer)),
		ON(warrant_custody_notified), DONE(warrant_answered),
		.of_supervised = true,
	}, {
		DUTY(DETENTION_HEARING, P(detention_hearing)),
		.start = icj__return_failed,
		.trigger = "missed due date of due-process-return",
		DONE(detention_hearing_held),
		ONLY_IF(not_returned, "not returned in time"),
		REMARK(return_failed),
		.of_supervised = true,
		.reading = "day 0 is the missed due date",
	}, {
		DUTY(AIRPORT_NOTICE, P(airport_notice)), ON(airport_arrival),
		DONE(airport_notice), .of_supervised = true,
		ASKS("not escorted", UNLESS(escorted)),
	}, {
		DUTY(AIRPORT_NOTICE, P(airport_notice)), .ground = 1,
		ON(airport_arrival), DONE(airport_notice),
		.of_supervised = true,
		ASKS("not escorted; not airport_exception_approved",
		    BOTH(UNLESS(airport_exception_approved),
		    UNLESS(escorted))),
	},

	/* Section 800 */
	{
		DUTY(TESTING_REFERRAL, P(testing_referral)),
		ON(permit_effective), DONE(referral_received),
		.may_precede = true,
		ASKS("permit_purpose=testing-placement",
		    ANY(permit_purpose, TESTING_PLACEMENT)),
	}, {
		CAP(PERMIT_END, P(permit_end)), ON(permit_effective),
		DONE(permit_expires),
		ONLY_IF(no_facility, "residence not residential-facility"),
		.reading = "the first day of the permit counts",
	}, {
		CAP(PERMIT_END, P(permit_end)), .ground = 1,
		ON(permit_effective), DONE(permit_expires),
		ONLY_IF(no_placement, "residence not residential-facility, "
		    "or permit_purpose=visit"),
		.reading = "the first day of the permit counts",
	},

	/* Section 900 */
	{
		DUTY(DISPUTE_ANSWER, P(dispute_answer)),
		ON(dispute_request_received), DONE(dispute_answered),
	}, {
		DUTY(TERMINATION_NOTICE, P(termination_notice)),
		ON(termination_effective), DONE(officials_notified),
		.may_precede = true,
	}, {
		DUTY(WITHDRAWAL_NOTICE, P(withdrawal_notice)),
		ON(withdrawal_notice_received), DONE(states_notified),
	}, {
		.which = DUTY_IDS
	},
};

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
	S(decision_date, STARTS(DENIED_RESIDING)) \
	S(placement_failed, STARTS(FAILED_PLACEMENT_RETURN)) \
	S(last_progress_report, STARTS(PROGRESS_REPORT)) \
	S(arrived, STARTS(PROGRESS_REPORT)) \
	S(accepted, STARTS(PROGRESS_REPORT) | STARTS(PLACEMENT)) \
	S(absconder_since, STARTS(ABSCONDER_CLOSURE)) \
	S(warrant_notified, STARTS(ABSCONDER_CLOSURE)) \
	S(violation_discovered, STARTS(VIOLATION_NOTICE)) \
	S(violation_report_received, STARTS(VIOLATION_REPLY)) \
	S(retake_decided, STARTS(RETAKE)) \
	S(removal_requested, STARTS(HOST_REMOVAL)) \
	S(failed_supervision_report_received, \
	    STARTS(FAILED_SUPERVISION_REPLY)) \
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
#define BIT_4(field, duties) BIT_OF(4, field)

static const uint64_t started_by[FIELD_COUNT] = {STARTERS(ENTRY)};

_Static_assert(FIELD_WORDS <= 5, "starters are bits of five words");

static const uint64_t starters[] = {
	0 STARTERS(BIT_0), 0 STARTERS(BIT_1), 0 STARTERS(BIT_2),
	0 STARTERS(BIT_3), 0 STARTERS(BIT_4),
};

uint64_t icj__duties_begun(const struct icj_case *c)
{
	uint64_t begun = 0, known[FIELD_WORDS];

	icj__facts_among(c, starters, known);
	for (unsigned w = 0; w < FIELD_WORDS; w++)
		for (uint64_t left = known[w]; left; left &= left - 1)
			begun |= started_by[64 * w +
			    (unsigned)__builtin_ctzll(left)];
	return begun;
}

/* The wording of the i-th line of the catalogue, and its row; NULL beyond. */
static const struct wording *line(size_t i, const struct duty_row **row)
{
	const struct duty_row *first = icj__duty_rows;

	while (first->which < DUTY_IDS && i >= first->p->wordings) {
		unsigned which = first->which;

		i -= first->p->wordings;
		while (first->which == which)
			first++;
	}
	if (first->which >= DUTY_IDS)
		return NULL;
	*row = icj__duty_row_of(first, &first->p->wording[i]);
	return &first->p->wording[i];
}

ICJ_API bool icj_duty_at(size_t i, struct icj_duty *out)
{
	const struct duty_row *row;
	const struct wording *w = line(i, &row);

	if (!w || !out)
		return false;
	icj__put_duty(row, w, out);
	return true;
}

const struct icj_rule *icj__duty_rule(size_t i)
{
	const struct duty_row *row;
	const struct wording *w = line(i, &row);

	return w ? &w->rule : NULL;
}
