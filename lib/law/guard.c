/* SPDX-License-Identifier: MIT */
/*
 * guard.c - answers to questions that cannot be put, because a case, a report,
 * a context or a calendar is missing.  It decides nothing.
 */
#include <string.h>

#include "icj.h"
#include "judge/rule.h"
#include "duties/deadline.h"
#include "base/guard.h"
#include "book/paragraph.h"

static const struct icj_time no_time = {
	ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET
};

ICJ_API struct icj_context icj_context_default(void)
{
	struct icj_context ctx = ICJ_CONTEXT_INIT;

	return ctx;
}

void icj__say_lacking(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r)
{
	if (!r)
		return;
	icj__report_start(r, ICJ_DATE_NONE, NULL);
	icj__report_note(r, !c ? "not judged: there is no case" :
	    !ctx ? "not judged: there is no context" :
	    !icj__is_filled(ctx) ?
	    "not judged: the context has no moment or no edition to judge by" :
	    "not judged: the context has no calendar");
}

bool icj__is_grid(const struct icj_grid *g)
{
	return g && g->hidden && (g->count || g->rows * g->columns == 0);
}

enum icj_err icj__no_date(icj_date *out)
{
	if (out)
		*out = ICJ_DATE_NONE;
	return ICJ_E_NULL;
}

enum icj_err icj__no_time(struct icj_time *out)
{
	if (out)
		*out = no_time;
	return ICJ_E_NULL;
}

char *icj__no_text(char *buf)
{
	if (buf)
		buf[0] = '\0';
	return buf;
}

enum icj_permit_need icj__no_permit(struct icj_permit *out)
{
	if (out)
		*out = (struct icj_permit){.last_day = ICJ_DATE_NONE};
	return ICJ_PERMIT_UNKNOWN;
}

enum icj_procedure icj__no_return(struct icj_return *out)
{
	if (out)
		*out = (struct icj_return){
			.detention = ICJ_DETENTION_UNKNOWN,
			.escort = ICJ_ESCORT_UNKNOWN, .bond = ICJ_BOND_UNKNOWN,
			.home_failed = ICJ_UNKNOWN, .parties = ICJ_UNKNOWN,
			.hold_unknown = true,
		};
	return ICJ_RETURN_UNKNOWN;
}

enum icj_packet icj__no_referral(struct icj_referral *out)
{
	if (out)
		*out = (struct icj_referral){
			.early = ICJ_EARLY_UNKNOWN,
			.responsible = ICJ_SIDE_UNKNOWN,
			.decision = ICJ_DECISION_UNKNOWN,
			.denial = ICJ_DENIAL_UNKNOWN,
		};
	return ICJ_PACKET_UNKNOWN;
}

void icj__no_supervise(struct icj_supervise *out)
{
	if (out)
		*out = (struct icj_supervise){
			.report = ICJ_CONTENTS_UNKNOWN,
			.absconder_report = ICJ_CONTENTS_UNKNOWN,
			.search = ICJ_CONTENTS_UNKNOWN,
			.reply = ICJ_CONTENTS_UNKNOWN,
			.retake = ICJ_RETAKE_UNKNOWN,
			.close = ICJ_CLOSE_UNKNOWN,
			.close_from = ICJ_DATE_NONE,
			.condition = ICJ_CONDITION_UNKNOWN,
			.condition_cost = ICJ_COST_UNKNOWN,
			.sanction_cost = ICJ_COST_UNKNOWN,
			.treatment_cost = ICJ_COST_UNKNOWN,
		};
}

enum icj_status icj__no_vote(struct icj_vote *out)
{
	if (!out)
		return ICJ_UNDECIDED;
	*out = (struct icj_vote){.needed = -1, .pays = ""};
	for (int i = 0; i < ICJ_VOTE_PARTS; i++)
		out->part[i] = ICJ_UNDECIDED;
	return ICJ_UNDECIDED;
}

enum icj_status icj__no_training(struct icj_training *out)
{
	if (out)
		*out = (struct icj_training){
			.mentoring = ICJ_UNDECIDED,
			.mentoring_until = ICJ_DATE_NONE,
			.request = ICJ_UNDECIDED, .form = "",
			.session = ICJ_UNDECIDED, .hours = -1,
		};
	return ICJ_UNDECIDED;
}

void icj__no_due(size_t which, struct icj_due *out)
{
	static const char note[] =
	    "not judged: there is no case, or no context with a calendar";

	const struct duty_row *row = icj__duty_row(which);

	icj__put_duty(row, row->p->wording, &out->duty);
	out->rule = out->duty.rule->cite;
	out->status = ICJ_DUE_UNKNOWN;
	out->owed_by_state = 0;
	out->trigger = NULL;
	out->start = out->due = out->extended_to = out->done = no_time;
	out->days_left = 0;
	out->has_days_left = out->list_ended = out->past_due = false;
	out->edition = ICJ_DATE_NONE;
	out->basis = ICJ_BASIS_NEAREST; /* none was applied */
	out->note_len = sizeof(note) - 1;
	memcpy(out->note, note, sizeof(note));
}

bool icj__no_term(const struct icj_rule *rule, struct icj_term *out)
{
	if (!rule)
		return false;
	*out = (struct icj_term){
		.paragraph = icj__paragraph(rule->cite), .says = rule->says,
		.holds = ICJ_UNKNOWN, .edition = ICJ_DATE_NONE,
	};
	return true;
}

bool icj__no_tally(const struct icj_measure *m, struct icj_tally *out)
{
	if (!m)
		return false;
	*out = (struct icj_tally){
		.measure = m, .counts = ICJ_UNKNOWN, .day = ICJ_DATE_NONE,
		.edition = ICJ_DATE_NONE,
	};
	return true;
}
