/* SPDX-License-Identifier: MIT */
/*
 * supervise_item.c - what reports, search and reply have to contain, one by
 * one, and whose law decides what.  Tables in rulebook order.
 */
#include "law/supervise/supervise.h"
#include "base/guard.h"

/* -- Items -------------------------------------------------------------- */

enum kind { SEARCH, ABSCONDER_REPORT, VIOLATION_REPORT, REPLY, FAILED_REPORT };

/* Of an address and a telephone number there is one row, and two items; of a
 * failed supervision no question has rows. */
struct item_row {
	enum kind of;
	const char *name;
	const struct rule_row *row;
};

#define ROW(row) &icj__supervise_rows[S_##row]
#define OWN(provision, ...) \
	&(const struct rule_row){P(provision), MUST, {__VA_ARGS__}}

static const struct item_row items[] = {
	{SEARCH, "residence", ROW(RESIDENCE)},
	{SEARCH, "school-or-employer", ROW(SCHOOL)},
	{SEARCH, "family-and-contacts", ROW(FAMILY)},
	{ABSCONDER_REPORT, "address",
	 OWN(supervise_address, ANY(absconder_report_items, SAYS_ADDRESS))},
	{ABSCONDER_REPORT, "telephone",
	 OWN(supervise_address, ANY(absconder_report_items, SAYS_TELEPHONE))},
	{ABSCONDER_REPORT, "last-contact", ROW(LAST_CONTACT)},
	{ABSCONDER_REPORT, "how-determined", ROW(HOW)},
	{ABSCONDER_REPORT, "pending-charges", ROW(CHARGES)},
	{VIOLATION_REPORT, "date", ROW(DATE)},
	{VIOLATION_REPORT, "description", ROW(DESCRIPTION)},
	{VIOLATION_REPORT, "status", ROW(STATUS)},
	{VIOLATION_REPORT, "documents", ROW(DOCUMENTS)},
	{VIOLATION_REPORT, "efforts", ROW(EFFORTS)},
	{VIOLATION_REPORT, "sanctions", ROW(SANCTIONS)},
	{VIOLATION_REPORT, "recommendation", ROW(RECOMMENDATION)},
	{REPLY, "action", ROW(ACTION)},
	{REPLY, "action-date", ROW(ACTION_DATE)},
	{FAILED_REPORT, "how-determined", OWN(failed_how,
	 ANY(failed_supervision_report_items, FAILED_HOW_DETERMINED))},
	{FAILED_REPORT, "efforts", OWN(failed_efforts,
	 ANY(failed_supervision_report_items, FAILED_EFFORTS))},
	{FAILED_REPORT, "pending-charges", OWN(failed_charges,
	 ANY(failed_supervision_report_items, FAILED_CHARGES))},
};

_Static_assert(COUNT_OF(items) <= 32, "an answer names items by bits");

#define BIT(kind, set) ((unsigned)(set) << (kind))

uint32_t icj__items_asked(const struct icj_case *c,
    const struct icj_supervise *answer)
{
	const bool failed =
	    icj__fact_known(c, F_failed_supervision_report_received) ||
	    icj__fact_known(c, F_failed_supervision_report_items);
	/* Of what there are contents, as bits. */
	const unsigned on_file =
	    BIT(SEARCH, answer->search != ICJ_CONTENTS_NONE) |
	    BIT(ABSCONDER_REPORT,
		answer->absconder_report != ICJ_CONTENTS_NONE) |
	    BIT(VIOLATION_REPORT, answer->report != ICJ_CONTENTS_NONE) |
	    BIT(REPLY, answer->reply != ICJ_CONTENTS_NONE) |
	    BIT(FAILED_REPORT, failed);
	const struct wording *w;
	uint32_t asked = 0;

	for (size_t i = 0; on_file && i < COUNT_OF(items); i++)
		if (on_file >> items[i].of & 1 &&
		    icj__book_has(icj__book_on(answer->amendments,
		    items[i].row->p, answer->on, &w)))
			asked |= (uint32_t)1 << i;
	return asked;
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
	const struct item_row *item;
	const struct wording *w;
	uint32_t left = answer->items;
	struct case_room room;
	struct notes ahead;
	struct eval e;

	while (left && i-- > 0)
		left &= left - 1;
	if (!left)
		return false;
	item = &items[__builtin_ctz(left)];
	w = icj__wording(answer->amendments, item->row->p, answer->on);
	c = icj__snapshot(c, ctx, &room, &ahead);
	icj__eval_start(&e, c, ctx, ctx->as_of.date);
	*out = (struct icj_item){of[item->of], item->name, w->rule.cite,
	    icj__test(&e, item->row, w)};
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
	{"what follows where the person lived with is another",
	 ICJ_SIDE_SENDING, P(other_household), NULL},
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
