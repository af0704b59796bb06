/* SPDX-License-Identifier: MIT */
/*
 * permit_early.c - what 4-102(3)(a) and 4-103(2) ask of a placement before
 * acceptance that rests on a travel permit, and what makes a problem of a
 * permit.  A row here is met when the placement is in order.
 */
#include "law/permit/permit.h"
#include "facts/nothing.h"
#include "terms/terms.h"

/* -- Dates of the duties ------------------------------------------------ */

static unsigned duty(struct eval *e, look *what, enum duty_id which)
{
	return icj__ask(e, what, F_permit_issued, F_permit_issued,
	    (int32_t)which);
}

/* A date that the table of duties works out: missed or not. */
enum icj_tri icj__duty_in_order(struct eval *e, enum duty_id which,
    enum field_id trigger)
{
	unsigned v;

	if (need_known(e, trigger) == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	v = duty(e, icj__look_duty, which);
	if (v != LIST_ENDED)
		return (enum icj_tri)v;
	/* Strict does not rely on days for which no list is vouched. */
	return e->ctx->strict ? ICJ_UNKNOWN :
	    (enum icj_tri)duty(e, icj__look_duty_unvouched, which);
}

/* -- Conditions on an early placement ----------------------------------- */

static enum icj_tri parole_referral_follows(struct eval *e)
{
	return icj__duty_in_order(e, PAROLE_PERMIT_REFERRAL, F_permit_issued);
}

static bool comes_later(struct eval *e, enum field_id f)
{
	return peek_known(e, f) && !icj__ask_of(e, icj__look_happened, f);
}

/* Instructions after the as-of date were not issued then, unless the permit is
 * only planned, too. */
static bool early_is_ahead(struct eval *e)
{
	return comes_later(e, F_reporting_instructions) &&
	    !comes_later(e, F_permit_issued);
}

/* 4-103(1): "shall not allow" the move "until" they have been issued.  Reading:
 * a permit allows it from its first day, unless the travel is known to have
 * started on another; on the day itself they are in time. */
static enum icj_tri instructed_before(struct eval *e)
{
	enum field_id move = F_travel_starts;
	enum icj_tri v;

	if (!use_known(e, F_reporting_instructions) || early_is_ahead(e))
		return ICJ_NO;
	if (!peek_known(e, F_travel_starts) &&
	    peek_known(e, F_permit_effective))
		move = F_permit_effective;
	v = need_known(e, move);
	return v == ICJ_YES ?
	    tri(!is_later(e, move, F_reporting_instructions, 0)) : v;
}

/* Reporting instructions of the receiving state serve as well. */
static enum icj_tri may_be_placed(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = instructed_before(e);

	if (v == ICJ_YES)
		return v;
	return settled(e, mark, or_(v, icj__guardian_only_there(e)));
}

static enum icj_tri referral_follows(struct eval *e)
{
	return icj__duty_in_order(e, SEX_OFFENDER_REFERRAL, F_permit_issued);
}

/* -- Rows --------------------------------------------------------------- */

enum { PAROLEE, PLACED, EXPLAINED, REFERRED };

#define PLACED_OFFENDER \
	BOTH(CALL(icj__placed_by_permit), CALL(icj__is_sex_offender))
#define EXPLANATION_GIVEN ANY(documents, WRITTEN_EXPLANATION)

static const struct rule_row early[] = {
	[PAROLEE] = {P(early_parolee), MUST,
	 {IF_THEN(BOTH(CALL(icj__placed_by_permit), ANY(supervision, PAROLE)),
	  BOTH(CALL(icj__guardian_only_there), EXPLANATION_GIVEN,
	  CALL(parole_referral_follows)))}},
	[PLACED] = {P(early_sex_offender), MUST,
	 {IF_THEN(PLACED_OFFENDER, CALL(may_be_placed))}},
	[EXPLAINED] = {P(early_explanation), MUST,
	 {IF_THEN(PLACED_OFFENDER, EXPLANATION_GIVEN)}},
	[REFERRED] = {P(early_referral), MUST,
	 {IF_THEN(PLACED_OFFENDER, CALL(referral_follows))}},
};

_Static_assert(COUNT_OF(early) == REFERRED + 1, "a row each");

const struct table icj__permit_early_table = TABLE(early);

/* -- Problems ----------------------------------------------------------- */

static void add_problem(struct icj_permit *out, const char *cite)
{
	size_t i = 0;

	while (i < ICJ_PERMIT_PROBLEMS && out->problem[i]) {
		if (out->problem[i] == cite)
			return;
		i++;
	}
	if (i < ICJ_PERMIT_PROBLEMS)
		out->problem[i] = cite;
}

void icj__take_problems(struct permit_eval *p, struct icj_finding *f,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (f[i].status == ICJ_NOT_MET)
			add_problem(p->out, icj__cite_of(&f[i]));
}

/* A row has nothing to say of who is not placed before acceptance, or is not
 * of the kind that it is written for. */
static void set_strangers_aside(struct permit_eval *p, struct icj_finding *f)
{
	enum icj_tri parolee = icj__placed_by_permit(&p->e), offender = parolee;

	if (parolee != ICJ_NO) {
		parolee = and_(parolee,
		    need_any(&p->e, F_supervision, PAROLE));
		offender = and_(offender, icj__is_sex_offender(&p->e));
	}
	drop_notes(&p->e);
	for (size_t i = 0; i < COUNT_OF(early); i++)
		if ((i == PAROLEE ? parolee : offender) == ICJ_NO)
			set_aside(&f[i]);
}

void icj__permit_early(struct permit_eval *p)
{
	struct icj_finding *f;

	f = icj__judge_all(&p->e, &icj__permit_early_table,
	    p->r, NULL, icj__permit_is_idle, p);
	if (p->checked) {
		set_strangers_aside(p, f);
		icj__take_problems(p, f, COUNT_OF(early));
	}
	p->early = f;
}

/* -- Notes -------------------------------------------------------------- */

static enum icj_tri not_instructed_late(struct eval *e)
{
	return peek_known(e, F_reporting_instructions) ?
	    instructed_before(e) : ICJ_YES;
}

/* NO where there are some that lie ahead. */
static enum icj_tri not_instructed_yet(struct eval *e)
{
	return tri(!early_is_ahead(e));
}

#define LEFT "a custodial parent or legal guardian is left in the sending state"
#define NONE_THERE "no custodial parent or legal guardian is in the " \
	"receiving state"

/* Why a row fails: a part of it that does.  The number is that of its own. */
static const struct {
	uint8_t row;
	struct test holds;
	const char *says;
} reasons[] = {
	{PAROLEE, NOT(guardian_in_sending_state), "#: " LEFT},
	{PAROLEE, SAID(guardian_in_receiving_state), "#: " NONE_THERE},
	{PAROLEE, EXPLANATION_GIVEN,
	 "#: no written explanation came with the permit"},
	{PAROLEE, LACKS(documents, UNLISTED_DOCUMENT), ICJ__UNLISTED},
	{PAROLEE, CALL(parole_referral_follows), "#: the referral is late"},
	{PLACED, NOT(guardian_in_sending_state), "#: " LEFT},
	{PLACED, SAID(guardian_in_receiving_state), "#: " NONE_THERE},
	{PLACED, CALL(not_instructed_late),
	 "#: reporting instructions came only after the move"},
	{EXPLAINED, EXPLANATION_GIVEN,
	 "#: no written explanation came with the permit"},
	{EXPLAINED, LACKS(documents, UNLISTED_DOCUMENT), ICJ__UNLISTED},
	{PLACED, CALL(not_instructed_yet),
	 "reporting_instructions lies after the as-of date, so not yet"},
	{REFERRED, CALL(referral_follows), "#: the referral is late"},
};

static void note_reasons(struct permit_eval *p)
{
	for (size_t i = 0; i < COUNT_OF(reasons); i++) {
		if (p->early[reasons[i].row].status != ICJ_NOT_MET)
			continue;
		if (icj__ask_test(&p->e, &reasons[i].holds, 0) == ICJ_NO)
			icj__note_cited(p->r, reasons[i].says,
			    CITES_OF(early[reasons[i].row].p));
		icj__were_asked(&p->e, &p->e.missing);
		drop_notes(&p->e);
	}
}

/* A referral that is owed and was not sent yet is late or not as of a day: that
 * mattered to a row that holds, or that fails for being late. */
static bool rests_on_today(struct permit_eval *p, size_t row,
    condition *follows)
{
	enum icj_status status = p->early[row].status;
	enum icj_tri owed, in_time;

	if ((status != ICJ_MET && status != ICJ_NOT_MET) ||
	    peek_known(&p->e, F_referral_sent))
		return false;
	owed = icj__guardian_only_there(&p->e);
	in_time = owed == ICJ_NO ? ICJ_UNKNOWN : follows(&p->e);
	drop_notes(&p->e);
	return in_time == (status == ICJ_MET ? ICJ_YES : ICJ_NO);
}

static bool past_the_list(struct permit_eval *p, size_t row,
    enum duty_id which)
{
	return p->early[row].status != ICJ_NOT_APPLICABLE &&
	    duty(&p->e, icj__look_duty, which) == LIST_ENDED;
}

void icj__permit_early_notes(struct permit_eval *p)
{
	note_reasons(p);
	if (past_the_list(p, PAROLEE, PAROLE_PERMIT_REFERRAL) ||
	    past_the_list(p, REFERRED, SEX_OFFENDER_REFERRAL))
		icj__report_note(p->r, "the time of the referral runs past "
		    "the last day that a holiday list is vouched for");
	p->out->as_of_mattered |=
	    rests_on_today(p, PAROLEE, parole_referral_follows) ||
	    rests_on_today(p, REFERRED, referral_follows);
}

/* Where it is not known what the permit is for, that is asked first. */
void icj__permit_early_missing(struct permit_eval *p, struct notes *to)
{
	for (size_t i = 0; i < COUNT_OF(early); i++)
		if (p->early[i].status == ICJ_UNDECIDED &&
		    peek_known(&p->e, F_permit_purpose))
			add_notes(to, &p->early[i].missing);
}
