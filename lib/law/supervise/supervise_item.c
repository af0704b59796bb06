/* SPDX-License-Identifier: MIT */
/*
 * supervise_item.c - what reports, search and reply have to contain, one by
 * one, and whose law decides what.  Tables in rulebook order.
 */
#include "law/supervise/supervise.h"
#include "base/guard.h"

/* -- Items -------------------------------------------------------------- */

enum kind { SEARCH, ABSCONDER_REPORT, VIOLATION_REPORT, REPLY, FAILED_REPORT };

/* Of an address and a telephone number there is one row, and two items. */
struct item_row {
	enum kind of;
	const char *name;
	struct rule_row row;
};

static const struct item_row items[] = {
	{SEARCH, "residence", {P(supervise_residence), MUST,
	 {CALL(icj__went_to_residence)}}},
	{SEARCH, "school-or-employer", {P(supervise_school), MUST,
	 {CALL(icj__asked_school)}}},
	{SEARCH, "family-and-contacts", {P(supervise_family), MUST,
	 {CALL(icj__asked_family)}}},
	{ABSCONDER_REPORT, "address", {P(supervise_address), MUST,
	 {CALL(icj__has_address)}}},
	{ABSCONDER_REPORT, "telephone", {P(supervise_address), MUST,
	 {CALL(icj__has_telephone)}}},
	{ABSCONDER_REPORT, "last-contact", {P(supervise_last_contact), MUST,
	 {CALL(icj__has_last_contact)}}},
	{ABSCONDER_REPORT, "how-determined", {P(supervise_how), MUST,
	 {CALL(icj__has_how)}}},
	{ABSCONDER_REPORT, "pending-charges", {P(supervise_charges), MUST,
	 {CALL(icj__has_charges)}}},
	{VIOLATION_REPORT, "date", {P(supervise_date), MUST,
	 {CALL(icj__has_date)}}},
	{VIOLATION_REPORT, "description", {P(supervise_description), MUST,
	 {CALL(icj__has_description)}}},
	{VIOLATION_REPORT, "status", {P(supervise_status), MUST,
	 {CALL(icj__has_status)}}},
	{VIOLATION_REPORT, "documents", {P(supervise_documents), MUST,
	 {CALL(icj__has_papers)}}},
	{VIOLATION_REPORT, "efforts", {P(supervise_efforts), MUST,
	 {CALL(icj__has_efforts), CALL(icj__has_efforts_or_sanctions)}}},
	{VIOLATION_REPORT, "sanctions", {P(supervise_sanctions), MUST,
	 {CALL(icj__has_sanctions)}}},
	{VIOLATION_REPORT, "recommendation", {P(supervise_recommendation), MUST,
	 {CALL(icj__has_recommendation)}}},
	{REPLY, "action", {P(supervise_action), MUST,
	 {CALL(icj__has_action)}}},
	{REPLY, "action-date", {P(supervise_action_date), MUST,
	 {CALL(icj__has_action_date)}}},
	{FAILED_REPORT, "how-determined", {P(failed_how), MUST,
	 {ANY(failed_supervision_report_items, FAILED_HOW_DETERMINED)}}},
	{FAILED_REPORT, "efforts", {P(failed_efforts), MUST,
	 {ANY(failed_supervision_report_items, FAILED_EFFORTS)}}},
	{FAILED_REPORT, "pending-charges", {P(failed_charges), MUST,
	 {ANY(failed_supervision_report_items, FAILED_CHARGES)}}},
};

static bool item_is_asked(const struct item_row *row,
    const struct icj_case *c, const struct icj_supervise *a)
{
	const bool failed =
	    icj__fact_known(c, F_failed_supervision_report_received) ||
	    icj__fact_known(c, F_failed_supervision_report_items);
	const enum icj_contents on_file[] = {
		[SEARCH] = a->search, [ABSCONDER_REPORT] = a->absconder_report,
		[VIOLATION_REPORT] = a->report, [REPLY] = a->reply,
		[FAILED_REPORT] = failed ? ICJ_CONTENTS_UNKNOWN :
		    ICJ_CONTENTS_NONE,
	};

	return on_file[row->of] != ICJ_CONTENTS_NONE;
}

/* The i-th of those that are asked for, with its wording; NULL beyond. */
static const struct item_row *item_asked(const struct icj_case *c,
    const struct icj_supervise *answer, size_t i, const struct wording **w)
{
	for (size_t k = 0; k < COUNT_OF(items); k++)
		if (item_is_asked(&items[k], c, answer) &&
		    icj__book_has(icj__book_on(answer->amendments,
		    items[k].row.p, answer->on, w)) && i-- == 0)
			return &items[k];
	return NULL;
}

ICJ_API bool icj_supervise_item(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_supervise *answer,
    size_t i, struct icj_item *out)
{
	if (!c || !icj__is_filled(ctx) || !answer || !out)
		return false;

	static const char *const of[] = {
		[SEARCH] = "search",
		[ABSCONDER_REPORT] = "absconder report",
		[VIOLATION_REPORT] = "violation report", [REPLY] = "reply",
		[FAILED_REPORT] = "failed supervision report",
	};
	const struct wording *w;
	const struct item_row *item = item_asked(c, answer, i, &w);
	struct case_room room;
	struct notes ahead;
	struct eval e;

	if (!item)
		return false;
	c = icj__snapshot(c, ctx, &room, &ahead);
	icj__eval_start(&e, c, ctx, ctx->as_of.date);
	*out = (struct icj_item){of[item->of], item->name, w->rule.cite,
	    icj__test(&e, &item->row, w)};
	return true;
}

/* -- Whose law decides -------------------------------------------------- */

static const struct {
	const char *matter; /* as icj__text_cited() has it, of `cited` */
	enum icj_side side;
	const struct provision *p, *cited;
} matters[] = {
	{"notification of victims", ICJ_SIDE_SENDING, P(victim_notification),
	 NULL},
	{"registration of a juvenile sex offender", ICJ_SIDE_RECEIVING,
	 P(registration), NULL},
	{"standards of supervision", ICJ_SIDE_RECEIVING,
	 P(supervision_standards), NULL},
	{"conditions added during supervision", ICJ_SIDE_RECEIVING,
	 P(supervise_condition), NULL},
	{"enforcement and sanctions", ICJ_SIDE_BOTH, P(enforcement), NULL},
	{"age of majority", ICJ_SIDE_SENDING, P(majority), NULL},
	{"duration of supervision", ICJ_SIDE_SENDING, P(majority), NULL},
	{"type of incarceration, if a court there detains",
	 ICJ_SIDE_RECEIVING, P(majority), NULL},
	{"restitution and fines, paid there on the schedule it gives",
	 ICJ_SIDE_SENDING, P(restitution_paid), NULL},
	{"return of an absconder who is found, or supervision resumed",
	 ICJ_SIDE_SENDING, P(absconder_found), NULL},
	{"action on a violation", ICJ_SIDE_SENDING, P(supervise_action), NULL},
	{"retaking, not reviewed in the receiving state", ICJ_SIDE_SENDING,
	 P(return_decided), NULL},
	{"whether supervision failed, of one who is not detained",
	 ICJ_SIDE_RECEIVING, P(failure), NULL},
	{"failure in spite of efforts, a guardian being left in the sending "
	 "state", ICJ_SIDE_RECEIVING, P(failure_guardian), NULL},
	{"failure where the person lived with asks for the removal",
	 ICJ_SIDE_RECEIVING, P(failure_removal), NULL},
	{"failure of a student, or of one who lives independently",
	 ICJ_SIDE_RECEIVING, P(failure_alone), NULL},
	{"discharge, but for # and (b)", ICJ_SIDE_SENDING, P(discharge),
	 P(supervise_adult)},
	{"early release", ICJ_SIDE_SENDING, P(early_release_answer), NULL},
};

ICJ_API bool icj_competence_at(size_t i, icj_date on,
    const struct icj_amendments *amendments, struct icj_competence *out)
{
	struct text t;

	for (size_t k = 0; out && k < COUNT_OF(matters); k++) {
		out->rule = icj__number_if_any(amendments, matters[k].p, on);
		if (!out->rule || i-- > 0)
			continue;
		icj__text_start(&t, out->matter, sizeof(out->matter));
		icj__text_cited(&t, matters[k].matter, &matters[k].cited,
		    amendments, on);
		out->side = matters[k].side;
		return true;
	}
	return false;
}
