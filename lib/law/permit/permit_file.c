/* SPDX-License-Identifier: MIT */
/*
 * permit_file.c - the permit on file, Rule 8-101(3) to (5).  A row here is met
 * when the permit is in order.
 */
#include "law/permit/permit.h"

/* -- Conditions on the permit itself ------------------------------------ */

/* Reading: a permit whose last day nobody recorded has no end: it cannot be
 * held to any length. */
static enum icj_tri has_an_end(struct eval *e)
{
	return tri(use_known(e, F_permit_expires));
}

/* Whether a permit covers more days than n, both ends being counted; that it
 * ends before it begins is for n below 1. */
static bool covers_more(struct eval *e, int32_t n)
{
	return is_later(e, F_permit_effective, F_permit_expires, n - 1);
}

static enum icj_tri both_ends_given(struct eval *e)
{
	enum icj_tri v = need_known(e, F_permit_effective);

	return and_(v, need_known(e, F_permit_expires));
}

static enum icj_tri length_in_order(struct eval *e)
{
	enum icj_tri v = both_ends_given(e);

	return v == ICJ_YES ?
	    tri(covers_more(e, 0) && !covers_more(e, e->number)) : v;
}

static enum icj_tri is_short(struct eval *e, int32_t days)
{
	enum icj_tri v = both_ends_given(e);

	return v == ICJ_YES ? tri(!covers_more(e, days)) : v;
}

static enum icj_tri contact_in_order(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = is_short(e, e->number);

	return settled(e, mark,
	    or_(v, need_said(e, F_contact_instructions)));
}

static enum icj_tri tested(struct eval *e)
{
	return need_any(e, F_permit_purpose, TESTING_PLACEMENT);
}

static enum icj_tri testing_referral_in_order(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = not_(tested(e));

	if (v == ICJ_YES)
		return v;
	return settled(e, mark, or_(v, icj__duty_in_order(e, TESTING_REFERRAL,
	    F_permit_effective)));
}

/* A permit is a permission beforehand; on the day itself the hour is not
 * recorded, and the permit is given the benefit. */
static enum icj_tri before_travel(struct eval *e, enum field_id f)
{
	enum icj_tri v = need_known(e, f);

	v = and_(v, need_known(e, F_travel_starts));
	return v == ICJ_YES ? tri(!is_later(e, F_travel_starts, f, 0)) : v;
}

static enum icj_tri issued_before_travel(struct eval *e)
{
	return before_travel(e, F_permit_issued);
}

static enum icj_tri submitted_before_travel(struct eval *e)
{
	return before_travel(e, F_permit_submitted);
}

/* -- Rows --------------------------------------------------------------- */

enum { HAS_END, NOT_TOO_LONG, REFERRAL, CHANGES, CONTACT, BEFOREHAND,
	SUBMITTED, APPROVAL, VICTIMS };

static const struct rule_row file[] = {
	[HAS_END] = {P(permit_has_end), MUST, {CALL(has_an_end)}},
	[NOT_TOO_LONG] = {P(permit_90_days), MUST, {CALL(length_in_order)}},
	[REFERRAL] = {P(permit_testing_referral), MUST,
	 {CALL(testing_referral_in_order)}},
	[CHANGES] = {P(permit_changes), MUST, {SAID(change_instructions)}},
	[CONTACT] = {P(permit_contact), MUST, {CALL(contact_in_order)}},
	[BEFOREHAND] = {P(permit_beforehand), MUST,
	 {CALL(issued_before_travel)}},
	[SUBMITTED] = {P(permit_submitted), MUST,
	 {CALL(submitted_before_travel)}},
	[APPROVAL] = {P(permit_approval), ASIDE,
	 {SAID(sending_state_reserves_approval)}},
	[VICTIMS] = {P(permit_victims), ASIDE,
	 {SAID(victim_notification_required)}},
};

_Static_assert(COUNT_OF(file) == VICTIMS + 1, "a row each");

const struct table icj__permit_file_table = TABLE(file);

/* -- Notes -------------------------------------------------------------- */

static void note_approval(struct permit_eval *p, const struct icj_finding *f)
{
	static const char *const by[] = {
		("approval is judgement: the supervising person, or the "
		"sending state's authority if it reserved that (#)"),
		"approval is judgement: the supervising person (#)",
		"approval is judgement: the sending state's authority (#)",
	};

	p->out->approval = f->status == ICJ_UNDECIDED ? ICJ_APPROVAL_UNKNOWN :
	    f->status == ICJ_MET ? ICJ_APPROVAL_SENDING_STATE :
	    ICJ_APPROVAL_SUPERVISING_PERSON;
	if (p->out->need != ICJ_PERMIT_MANDATORY && !p->checked)
		return;
	icj__were_asked(&p->e, &f->missing);
	icj__note_cited(p->r, by[p->out->approval],
	    CITES_OF(P(permit_approval)));
}

/* Whether the permit came before the travel is asked where one of the two is
 * there to be compared: the travel, or a permit issued after its first day. */
static bool beforehand_is_asked(struct eval *e)
{
	return peek_known(e, F_travel_starts) ||
	    is_later(e, F_permit_effective, F_permit_issued, 0);
}

static void find_unchecked(struct permit_eval *p,
    const struct icj_finding *f, struct notes *missing)
{
	icj__permit_early_missing(p, missing);
	for (size_t i = HAS_END; i < APPROVAL; i++) {
		if (f[i].status != ICJ_UNDECIDED)
			continue;
		if (i < BEFOREHAND || beforehand_is_asked(&p->e))
			add_notes(missing, &f[i].missing);
	}
}

/* Rows of the permit on file that could not be checked, by their facts. */
static void note_unchecked(struct permit_eval *p, const struct icj_finding *f)
{
	struct notes missing = {.count = 0};
	char buf[512];
	struct text t;

	find_unchecked(p, f, &missing);
	if (missing.count == 0)
		return;
	icj__were_asked(&p->e, &missing);
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "the permit on file cannot be checked in full "
	    "without ");
	for (uint8_t i = 0; i < missing.count; i++) {
		icj__text_add(&t, i > 0 ? ", " : "");
		icj__text_add(&t, icj_field_at(missing.field[i])->name);
	}
	icj__report_note(p->r, buf);
}

static void note_problems(struct permit_eval *p, const struct icj_finding *f)
{
	static const char *const says[] = {
		[HAS_END] = "the permit on file has no last day",
		[NOT_TOO_LONG] = "",
		[REFERRAL] = "the referral of the placement tested is late",
		[CHANGES] = "the juvenile was not told to report changes",
		[CONTACT] = "instructions for keeping in contact are due",
		[BEFOREHAND] = "the permit was issued after the travel started",
		[SUBMITTED] = ("the permit was submitted after the travel "
		    "started"),
	};

	for (size_t i = HAS_END; i < APPROVAL; i++) {
		if (f[i].status != ICJ_NOT_MET)
			continue;
		if (i != NOT_TOO_LONG)
			icj__report_note(p->r, says[i]);
		else if (!covers_more(&p->e, 0))
			icj__report_note(p->r, "the permit on file ends "
			    "before it begins");
		else
			icj__note_number(p->r, "the permit on file covers "
			    "more than % days", icj__limit(&f[i]), NULL);
	}
}

/* "Should" makes no problem. */
static void note_receipt(struct permit_eval *p)
{
	if (is_later(&p->e, F_travel_starts, F_permit_received, 0))
		icj__note_cited(p->r, "the permit reached the other state "
		    "after the travel started; # says it should not",
		    CITES_OF(P(permit_beforehand)));
}

static void note_coverage(struct permit_eval *p)
{
	if (is_later(&p->e, F_travel_starts, F_permit_effective, 0) ||
	    is_later(&p->e, F_permit_expires, F_travel_ends, 0))
		icj__report_note(p->r, "the permit on file does not cover all "
		    "of the travel");
}

static bool covers_exactly(struct eval *e, int32_t days)
{
	return covers_more(e, days - 1) && !covers_more(e, days);
}

/* The 2015 text neither allows nor forbids one permit straight after another;
 * later wordings forbid it, where it gets round a transfer: a judgement. */
static void note_succession(struct permit_eval *p, const struct icj_finding *f)
{
	int32_t days = icj__limit(&f[NOT_TOO_LONG]);
	const struct wording *w;

	if (f[NOT_TOO_LONG].status == ICJ_NOT_APPLICABLE ||
	    (!covers_exactly(&p->e, days) && !is_later(&p->e,
	    F_permit_effective, F_travel_ends, days - 1)))
		return;
	if (icj__ask_book(&p->e, p->r, P(permit_chain), &w) == NOT_YET)
		icj__report_note(p->r, "whether a second permit may follow "
		    "straight after, the 2015 text does not say; later "
		    "wordings forbid it");
	else
		icj__note_number(p->r, "a second permit straight after one "
		    "of % days must not get round a transfer; what it is for "
		    "is a judgement (#)", days, CITES_OF(P(permit_chain)));
}

/* Deferred adjudication counts since 2024 for sure: whether the edition of 2022
 * brought it is not known, as its wording says. */
static void note_deferred(struct permit_eval *p)
{
	static const uint16_t offenses[] = {
		F_sex_related_offense, F_violent_offense_with_injury,
		F_weapon_offense,
	};
	const struct wording *w;
	bool committed = false;

	if (p->out->need != ICJ_PERMIT_NOT_MANDATORY ||
	    icj__ask_book(&p->e, p->r, P(permit_sex_offense), &w) != IN_FORCE ||
	    w->ground != 1 || !w->rule.change ||
	    peek_any(&p->e, F_adjudication, DEFERRED_ADJUDICATION) != ICJ_YES)
		return;
	for (size_t i = 0; i < COUNT_OF(offenses); i++)
		committed |= peek_said(&p->e, (enum field_id)offenses[i]) ==
		    ICJ_YES;
	if (committed)
		icj__report_note(p->r, w->rule.change);
}

static void note_victims(struct permit_eval *p, const struct icj_finding *f)
{
	if (p->out->need != ICJ_PERMIT_EXCLUDED)
		icj__were_asked(&p->e, &f->missing);
	if (f->status == ICJ_MET && p->out->need != ICJ_PERMIT_EXCLUDED)
		icj__note_cited(p->r, "notifying victims stays with the "
		    "sending state (#)", CITES_OF(P(permit_victims)));
}

/* A referral that is not there yet is late or not as of a day. */
static void mark_as_of(struct permit_eval *p, const struct icj_finding *f)
{
	if (f->status != ICJ_NOT_APPLICABLE && tested(&p->e) == ICJ_YES &&
	    !peek_known(&p->e, F_referral_received))
		p->out->as_of_mattered = true;
	drop_notes(&p->e);
}

/* Limbs on a kind of permit that this one is known not to be. */
static void set_idle_aside(struct permit_eval *p, struct icj_finding *f)
{
	if (tested(&p->e) == ICJ_NO)
		set_aside(&f[REFERRAL]);
	if (is_short(&p->e, icj__limit(&f[CONTACT])) == ICJ_YES)
		set_aside(&f[CONTACT]);
	drop_notes(&p->e);
}

/* What is said of a permit that is held to the rules. */
static void note_checked(struct permit_eval *p, const struct icj_finding *f)
{
	icj__permit_early_notes(p);
	note_problems(p, f);
	note_unchecked(p, f);
}

void icj__permit_file(struct permit_eval *p)
{
	struct icj_finding *f = icj__judge_all(&p->e, &icj__permit_file_table,
	    p->r, NULL, icj__permit_is_idle, p);

	if (p->checked) {
		set_idle_aside(p, f);
		icj__take_problems(p, f, APPROVAL);
		mark_as_of(p, &f[REFERRAL]);
	}
	note_approval(p, &f[APPROVAL]);
	if (p->checked)
		note_checked(p, f);
	if (p->out->on_file) {
		note_receipt(p);
		note_coverage(p);
	}
	note_succession(p, f);
	note_deferred(p);
	note_victims(p, &f[VICTIMS]);
	if (p->out->need == ICJ_PERMIT_MANDATORY && !p->out->on_file)
		icj__report_note(p->r, "no permit is on file");
}
