/* SPDX-License-Identifier: MIT */
/*
 * supervise_step.c - what comes next in a supervision, by whom and by when: a
 * table in rulebook order.
 */
#include "law/supervise/supervise.h"

#include "duties/next.h"
#include "base/guard.h"

/* -- When a step is wanted ---------------------------------------------- */

static bool still_open(const struct icj_case *c)
{
	return !icj__ends_supervision(c, F_closed);
}

static bool absconding(const struct icj_case *c)
{
	return still_open(c) && icj__absconding_on_file(c);
}

static bool not_reported(const struct icj_case *c)
{
	return absconding(c) && !icj__fact_known(c, F_violation_reported) &&
	    !icj__fact_known(c, F_violation_report_received) &&
	    !icj__fact_known(c, F_absconder_report_items);
}

static bool absconder_dated(const struct icj_case *c)
{
	return absconding(c) || icj__fact_known(c, F_warrant_notified);
}

static bool adult_sentence(const struct icj_case *c)
{
	return still_open(c) && icj__fact_yes(c, F_adult_sentence_longer);
}

static bool expiring(const struct icj_case *c)
{
	return still_open(c) && icj__fact_known(c, F_expiry_noticed);
}

static bool to_be_placed(const struct icj_case *c)
{
	return icj__fact_known(c, F_accepted) && !icj__fact_known(c, F_arrived);
}

/* -- Steps -------------------------------------------------------------- */

#define SENDING ICJ_SIDE_SENDING
#define RECEIVING ICJ_SIDE_RECEIVING

static const struct next_row steps[] = {
	{PROGRESS_REPORT, RECEIVING, P(progress_report), "receiving state",
	 "Send the next written progress report; sooner where there is a "
	 "concern or the placement changes.",
	 IF(still_open)},
	{NO_DUTY, RECEIVING, P(absconder_search), "receiving state",
	 "Try to find the juvenile: last residence, last school or employer, "
	 "family and other contacts.",
	 IF(not_reported)},
	{NO_DUTY, RECEIVING, P(absconder_report), "receiving state",
	 "If the juvenile is not found, report it to the sending state's ICJ "
	 "Office.",
	 IF(not_reported)},
	{ABSCONDER_CLOSURE, RECEIVING, P(absconder_closure), "receiving state",
	 "May close the case.", IF(absconder_dated)},
	{NO_DUTY, SENDING, P(absconder_found), "sending state",
	 "Once the juvenile is found, decide on the return, or ask that "
	 "supervision resume.",
	 IF(absconding)},
	{VIOLATION_NOTICE, RECEIVING, P(violation_notice), "receiving state",
	 "Tell the sending state which conditions were violated.",
	 ON_FILE(violation_discovered)},
	{VIOLATION_REPLY, SENDING, P(violation_reply), "sending state",
	 "Reply with the action and its date.",
	 ON_FILE(violation_report_received)},
	{RETAKE, SENDING, P(retake), "sending state",
	 "Return the juvenile safely.",
	 ON_FILE(retake_decided)},
	{HOST_REMOVAL, SENDING, P(host_removal), "sending state",
	 "Secure another living arrangement, or return the juvenile.",
	 ON_FILE(removal_requested)},
	{FAILED_SUPERVISION_REPLY, SENDING, P(failed_supervision_reply),
	 "sending state",
	 "Answer the report of the failed supervision with a plan to return "
	 "the juvenile or for another arrangement.",
	 ON_FILE(failed_supervision_report_received)},
	{FAILED_PLACEMENT_RETURN, SENDING, P(failed_placement_return),
	 "ICJ Office of the sending state",
	 "Arrange the transport after the failed placement.",
	 ON_FILE(placement_failed)},
	{NO_DUTY, RECEIVING, P(supervise_adult), "receiving state",
	 "Before closing for the adult sentence, tell the sending state's ICJ "
	 "Office in writing and send a copy of the order.",
	 IF(adult_sentence)},
	{NO_DUTY, RECEIVING, P(supervise_expiry), "receiving state",
	 "Send a summary report with the notice of the expiry.", IF(expiring)},
	{EXPIRY_CLOSURE, RECEIVING, P(expiry_closure), "receiving state",
	 "May close the case.", IF(expiring)},
	{PLACEMENT, SENDING, P(placement), "sending state",
	 "Complete the placement, or ask for an extension with the reason.",
	 IF(to_be_placed)},
	{EARLY_RELEASE_ANSWER, SENDING, P(early_release_answer),
	 "appropriate authority of the sending state",
	 "Decide on the early release; send the discharge report, or say in "
	 "writing why there is none.",
	 ON_FILE(early_release_requested)},
	{FILE_RETENTION, ICJ_SIDE_BOTH, P(file_retention), "both ICJ Offices",
	 "Keep the file.", ON_FILE(closed)},
};

ICJ_API bool icj_supervise_step(const struct icj_case *c,
    const struct icj_context *ctx, size_t i, struct icj_step *out)
{
	if (!icj__can_date(c, ctx) || !out)
		return false;

	return icj__next_step(steps, COUNT_OF(steps), i, c, ctx,
	    icj__edition_day(ctx, icj__supervise_day(c)), out);
}
