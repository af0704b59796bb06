/* SPDX-License-Identifier: MIT */
/*
 * supervise_note.c - what a reader should know besides the answers about
 * supervision: what is read otherwise, what must go with a closure, where
 * the text is silent.  Decides nothing.
 */
#include "law/supervise/supervise.h"

static void say_day(struct supervise_eval *q, const char *before,
    icj_date day)
{
	char buf[96];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, before);
	icj__text_add_date(&t, day);
	icj__report_note(q->r, buf);
}

/* -- Costs -------------------------------------------------------------- */

/* The two lacks are joined by "or": read literally, one is enough. */
static void note_treatment(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;

	if (icj__fact_is(c, F_treatment_ordered_by, IMPOSED_BY_SENDING) &&
	    ((icj__fact_no(c, F_treatment_available_through_agency) &&
	    icj__fact_yes(c, F_treatment_other_payor)) ||
	    (icj__fact_yes(c, F_treatment_available_through_agency) &&
	    icj__fact_no(c, F_treatment_other_payor))))
		SAY("read literally, # has the sending state pay where either "
		    "the agency lacks the treatment or nobody else pays",
		    P(supervise_treatment));
	if (icj__fact_is(c, F_treatment_ordered_by, IMPOSED_BY_RECEIVING))
		SAY("# has the sending state pay only for treatment that it "
		    "ordered", P(supervise_treatment));
}

/* -- Reports ------------------------------------------------------------ */

/* The standard is wider than the rule. */
static void note_reply_not_owed(struct supervise_eval *q)
{
	if (icj__wording(q->r->office, P(violation_reply),
	    q->r->on)->ground == 0 ||
	    !icj__fact_known(q->e.c, F_violation_report_received) ||
	    !icj__fact_known(q->e.c, F_violation_recommends) ||
	    icj__fact_any(q->e.c, F_violation_recommends,
	    RECOMMENDS_REVOCATION | RECOMMENDS_DISCHARGE))
		return;
	SAY("# asks for a reply to a report that recommends revocation or "
	    "discharge; standard A-03 asks it of every report",
	    P(violation_reply));
}

static void note_reports(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;

	if (q->out->absconder_report != ICJ_CONTENTS_NONE &&
	    q->out->report == ICJ_CONTENTS_NONE)
		SAY("the absconder report is measured by # alone; # calls it a "
		    "violation report, for which # has a list of its own",
		    P(absconder_report), P(absconder_report),
		    P(violation_report));
	if (q->out->search == ICJ_CONTENTS_INCOMPLETE &&
	    q->out->absconder_report != ICJ_CONTENTS_NONE)
		SAY("the absconding was reported before the search was "
		    "complete (#)", P(absconder_search));
	note_reply_not_owed(q);
	if (icj__fact_known(c, F_violation_replied) &&
	    icj__fact_known(c, F_violation_report_received) &&
	    icj__fact_day(c, F_violation_replied) <
	    icj__fact_day(c, F_violation_report_received))
		icj__report_note(q->r,
		    "the reply is dated before the receipt of the report");
}

/* "; the facts allow it (5-103A(1)(a), 5-103A(1)(c))" */
static void note_what_facts_allow(struct supervise_eval *q)
{
	static const char *const says[] = {
		[ICJ_FAILURE_MAY] = "the facts on file allow it (",
		[ICJ_FAILURE_NO] = "the facts on file do not allow it (",
		[ICJ_FAILURE_UNKNOWN] = "whether the facts allow it is not "
		    "known (",
	};
	const char *const *cite = q->out->failure_rule;
	char buf[200];
	struct text t;

	if (q->out->failure == ICJ_FAILURE_NONE)
		return;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, says[q->out->failure]);
	for (size_t i = 0; cite[i]; i++) {
		icj__text_add(&t, i ? ", " : "");
		icj__text_add(&t, cite[i]);
	}
	icj__text_add(&t, ")");
	icj__report_note(q->r, buf);
}

/* Efforts and threats are weighed, not counted. */
static void note_failure(struct supervise_eval *q)
{
	const struct icj_case *c = q->e.c;
	const struct wording *w;

	if (icj__book_has(icj__book_on(q->r->office, P(failure), q->r->on,
	    &w)) && (q->out->failure != ICJ_FAILURE_NONE ||
	    icj__fact_known(c, F_removal_requested) ||
	    icj__fact_known(c, F_failed_supervision_report_received)))
		SAY("whether the supervision failed is the receiving state's "
		    "to determine (#)", P(failure));
	note_what_facts_allow(q);
}

/* -- Retaking ----------------------------------------------------------- */

static void supervise_note_retaking(struct supervise_eval *q)
{
	if (q->out->retake != ICJ_RETAKE_YES)
		return;
	SAY("whether to retake is the sending state's decision, which the "
	    "receiving state does not review (#)", P(return_decided));
	if (icj__row_value(&q->rows, S_WAIVER) == ICJ_YES)
		SAY(q->r->on < ED_2024 ?
		    "Form IA/VI is signed: no further court step is needed "
		    "(#)" :
		    "Form VI is signed: no further court step is needed (#)",
		    P(supervise_waiver));
}

/* -- Closing ------------------------------------------------------------ */

/* The end of the order closes nothing.  Reading: once the case is accepted the
 * sending state alone discharges, but for the two exceptions. */
static void supervise_note_supervision_ended(struct supervise_eval *q)
{
	const struct icj_time *ends =
	    icj__fact_when(q->e.c, F_supervision_ends);

	/* The first of these is seen to be asked for. */
	if (icj__fact_indefinite(q->e.c, F_supervision_ends) || !ends ||
	    !icj__is_ahead(&q->e.ctx->as_of, ends) ||
	    icj__ends_supervision(q->e.c, F_withdrawn))
		return;
	say_day(q, "supervision ended on ", ends->date);
	SAY("reports are owed until the case is closed; the receiving state "
	    "closes it for the expiry under #, by a summary report and "
	    "written notice", P(supervise_expiry));
	if (icj__fact_known(q->e.c, F_accepted))
		SAY("the case being accepted, the exceptions of #, (a) and "
		    "(b), are the only ways to close it without the sending "
		    "state's discharge", P(discharge));
}

/* A slip, or the end of something else. */
static void note_end_before(struct supervise_eval *q, enum field_id end)
{
	char buf[96];
	struct text t;

	if (!icj__fact_known(q->e.c, end) || icj__ends_supervision(q->e.c, end))
		return;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, icj_field_at(end)->name);
	icj__text_add(&t, " lies before what is on file, and ends nothing");
	icj__report_note(q->r, buf);
}

static void note_closing(struct supervise_eval *q)
{
	note_end_before(q, F_withdrawn);
	note_end_before(q, F_closed);
	if (icj__ends_supervision(q->e.c, F_closed)) {
		say_day(q, "the case was closed on ",
		    icj__fact_day(q->e.c, F_closed));
		return;
	}
	supervise_note_supervision_ended(q);
	if (q->out->close_from != ICJ_DATE_NONE)
		say_day(q, "on what is on file now, the receiving state may "
		    "close from ", q->out->close_from);
	if (q->out->close != ICJ_CLOSE_MAY)
		return;
	if (icj__row_value(&q->rows, S_PLACEMENT) == ICJ_YES)
		SAY("closing goes with written notice, and the referral may "
		    "be made again (#)", P(supervise_placement));
	if (icj__row_value(&q->rows, S_EXPIRY) == ICJ_YES)
		SAY("a summary report goes to the sending state (#)",
		    P(supervise_expiry));
}

void icj__supervise_notes(struct supervise_eval *q)
{
	note_treatment(q);
	if (icj__fact_yes(q->e.c, F_fee_imposed))
		SAY("a supervision fee is barred for either state (#)",
		    P(supervise_fee));
	note_reports(q);
	note_failure(q);
	supervise_note_retaking(q);
	note_closing(q);
	if (q->out->close != ICJ_CLOSE_NONE)
		say_day(q, "judged as of ", q->e.ctx->as_of.date);
}
