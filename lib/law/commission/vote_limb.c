/* SPDX-License-Identifier: MIT */
/*
 * vote_limb.c - the conditions of Rules 2-101(1), 2-103 and 9-101 to 9-105
 * but for majorities.  Which of them a matter has to meet is vote_row.c's.
 */
#include "duties/deadline.h"
#include "law/commission/vote.h"

/* -- Notices ------------------------------------------------------------ */

/* Acts that have a time; asked is what the matter itself says, whether the
 * record repeats it or not. */
static const struct {
	enum duty_id which;
	enum field_id trigger, done, asked;
} acts[] = {
	[DUES_TOLD] = {DUES_NOTICE, F_commission_meeting, F_dues_notice_given,
	    F_dues_revision},
	[RULE_PUBLISHED] = {RULE_PUBLICATION, F_commission_meeting,
	    F_rule_published, F_rule_vote},
	[OFFICIALS_TOLD] = {TERMINATION_NOTICE, F_termination_effective,
	    F_officials_notified, F_rule_vote},
	[STATES_TOLD] = {WITHDRAWAL_NOTICE, F_withdrawal_notice_received,
	    F_states_notified, F_rule_vote},
};

/* Whether the act e->number was done in the time of the catalogue of duties.
 * One that is not recorded is not known, also after its time. */
enum icj_tri icj__vote_in_time(struct eval *e)
{
	enum field_id done = acts[e->number].done;
	struct case_room room;
	struct icj_case *c = icj__case_copy(&room, e->c);
	struct icj_context ctx = *e->ctx;
	struct icj_due due;
	icj_date day;
	/* What is missing is listed in this order, by any compiler. */
	enum icj_tri acted = need_date(e, done, &day);
	enum icj_tri begun = need_date(e, acts[e->number].trigger, &day);

	if (and_(begun, acted) != ICJ_YES)
		return ICJ_UNKNOWN;
	icj_case_set(c, &icj__fields[acts[e->number].asked], "yes", 3);
	icj_case_unset(c, &icj__fields[F_withdrawn]);
	icj_case_unset(c, &icj__fields[F_closed]);
	/* A vote that lies ahead is judged as of its day. */
	if (has_time(&ctx.as_of) && e->on > ctx.as_of.date)
		ctx.as_of = on_day(e->on);
	if (icj__not_yet(c, done, &ctx.as_of)) {
		icj__note(&e->missing, done);
		return ICJ_UNKNOWN;
	}
	icj__date_duty(c, &ctx, acts[e->number].which, &due);
	return due.status == ICJ_DUE_MET ? ICJ_YES :
	    due.status == ICJ_DUE_LATE ? ICJ_NO : ICJ_UNKNOWN;
}

/* -- Default ------------------------------------------------------------ */

static enum icj_tri cure_period_over(struct eval *e)
{
	icj_date last = 0;
	enum icj_tri v = need_date(e, F_cure_period_ends, &last);

	return v == ICJ_YES ? tri(e->ctx->as_of.date > last) : v;
}

/* Only a termination waits for it. */
enum icj_tri icj__vote_uncured(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = not_(need_said(e, F_default_cured));

	v = settled(e, mark, and_(v, cure_period_over(e)));
	return settled(e, mark,
	    or_(v, not_(need_any(e, F_matter, TERMINATION))));
}

/* -- Leaving and coming back -------------------------------------------- */

enum icj_tri icj__vote_repeal_effective(struct eval *e)
{
	return need_come(e, F_repeal_effective);
}

/* The number left, else the members of before less the one that goes; those
 * are counted where nobody gives them, which --strict does not take. */
static enum icj_tri few_are_left(struct eval *e)
{
	if (icj__fact_known(e->c, F_members_left))
		return not_(need_more(e, F_members_left, e->number));
	if (icj__fact_known(e->c, F_members))
		return not_(need_more(e, F_members, e->number + 1));
	if (e->ctx->strict)
		return not_(need_more(e, F_members_left, e->number));
	return tri(icj__member_count(e->on) - 1 <= e->number);
}

/* A withdrawal and a termination both take a state out. */
static enum icj_tri state_is_out(struct eval *e)
{
	if (icj__fact_known(e->c, F_termination_effective) &&
	    !icj__fact_known(e->c, F_repeal_effective))
		return need_come(e, F_termination_effective);
	if (icj__fact_known(e->c, F_matter) &&
	    !icj__fact_known(e->c, F_repeal_effective) &&
	    need_any(e, F_matter, TERMINATION) == ICJ_YES)
		return need_come(e, F_termination_effective);
	return need_come(e, F_repeal_effective);
}

enum icj_tri icj__vote_dissolves(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = few_are_left(e);

	return settled(e, mark, and_(v, state_is_out(e)));
}

enum icj_tri icj__vote_back_after_termination(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_reenacted);

	return settled(e, mark, and_(v, need_said(e, F_commission_approved)));
}

/* A later day that the Commission determined, and that has not come. */
static enum icj_tri put_off(struct eval *e)
{
	if (icj__fact_known(e->c, F_reinstated_from))
		return not_(need_come(e, F_reinstated_from));
	return need_presumed(e, F_reinstated_from);
}

enum icj_tri icj__vote_back_after_withdrawal(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = need_said(e, F_reenacted);

	return settled(e, mark, and_(v, not_(put_off(e))));
}

/* How the state had left is not known: both ways must come to the same. */
enum icj_tri icj__vote_back_either_way(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri a = icj__vote_back_after_termination(e);
	enum icj_tri b = icj__vote_back_after_withdrawal(e);
	enum icj_tri way = need_any(e, F_left_by, LEFT_BY_TERMINATION);

	if (way != ICJ_UNKNOWN)
		return settled(e, mark, way == ICJ_YES ? a : b);
	return settled(e, mark, a == b ? a : ICJ_UNKNOWN);
}
