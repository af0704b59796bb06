/* SPDX-License-Identifier: MIT */
/*
 * permit.c - Rule 8-101(1) and (2): when a travel permit is mandatory.  Owns
 * the eight limbs, the length of the travel and the exclusion; what is wrong
 * with a permit on file is permit_file.c's.
 */
#include "permit.h"

#include <string.h>

/* -- Length of the travel ----------------------------------------------- */

#define HOUR 3600
#define DAY_SECONDS 86400

/* Seconds of wall time, the earliest and the latest that a fact allows: a
 * date without a clock is any moment of that day. */
static int64_t earliest(const struct icj_time *t)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? 0 : t->second);
}

static int64_t latest(const struct icj_time *t)
{
	return (int64_t)t->date * DAY_SECONDS +
	    (t->second == ICJ_NO_CLOCK ? DAY_SECONDS - 1 : t->second);
}

/* Two moments that both carry an offset are compared exactly. */
static int64_t gained(const struct icj_time *from, const struct icj_time *to)
{
	if (from->offset == ICJ_NO_OFFSET || to->offset == ICJ_NO_OFFSET)
		return 0;
	return (int64_t)(from->offset - to->offset) * 60;
}

/* The shortest and the longest the travel can have been. */
struct span {
	int64_t least, most;
};

static struct span span_of(const struct icj_time *from,
    const struct icj_time *to)
{
	int64_t zones = gained(from, to);

	return (struct span){earliest(to) - latest(from) + zones,
	    latest(to) - earliest(from) + zones};
}

/* What could still tell the length: the times of day of bare dates, or, where
 * the travel ends before it starts, the hours. */
static enum icj_tri undecided_span(struct eval *e, const struct span *s)
{
	if (s->most < 0) {
		icj__note(&e->missing, F_travel_hours);
		return ICJ_UNKNOWN;
	}
	if (fact_of(e->c, F_travel_starts)->time.second == ICJ_NO_CLOCK)
		icj__note(&e->missing, F_travel_starts);
	if (fact_of(e->c, F_travel_ends)->time.second == ICJ_NO_CLOCK)
		icj__note(&e->missing, F_travel_ends);
	return ICJ_UNKNOWN;
}

/* Hours outweigh the two times; of the two ways the one begun is asked for,
 * else the shorter. */
static enum icj_tri longer_than_hours(struct eval *e)
{
	int64_t limit = (int64_t)e->number * HOUR;
	struct icj_time from, to;
	struct span s;

	if (is_known(e->c, F_travel_hours) ||
	    (!is_known(e->c, F_travel_starts) &&
	    !is_known(e->c, F_travel_ends)))
		return icj__more_than(e, F_travel_hours, e->number);
	if (and_(icj__time(e, F_travel_starts, &from),
	    icj__time(e, F_travel_ends, &to)) == ICJ_UNKNOWN)
		return ICJ_UNKNOWN;
	s = span_of(&from, &to);
	if (s.most >= 0 && (s.least > limit || s.most <= limit))
		return tri(s.least > limit);
	return undecided_span(e, &s);
}

/* -- The eight limbs ---------------------------------------------------- */

/* An adjudication for a sexual offense is one of the limb's; a duty to register
 * may rest on something else. */
static enum icj_tri sex_related(struct eval *e)
{
	if (said_yes(e->c, F_adjudicated_sex_offense))
		return icj__said(e, F_adjudicated_sex_offense);
	return icj__said(e, F_sex_related_offense);
}

static enum icj_tri violent_with_injury(struct eval *e)
{
	return icj__said(e, F_violent_offense_with_injury);
}

static enum icj_tri with_a_weapon(struct eval *e)
{
	return icj__said(e, F_weapon_offense);
}

static enum icj_tri state_committed(struct eval *e)
{
	return icj__among(e, F_supervision, PAROLE);
}

static enum icj_tri testing_placement(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__among(e, F_permit_purpose, TESTING_PLACEMENT);

	return settled(e, mark, and_(v, icj__said(e, F_subject_to_compact)));
}

static enum icj_tri to_the_sending_state(struct eval *e)
{
	icj_state sending = 0, to = 0;
	enum icj_tri v = icj__state(e, F_sending_state, &sending);

	v = and_(v, icj__state(e, F_destination_state, &to));
	return v == ICJ_YES ? tri(sending == to) : v;
}

static enum icj_tri visit_back(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__said(e, F_transferred);

	v = and_(v, icj__among(e, F_permit_purpose, VISIT));
	return settled(e, mark, and_(v, to_the_sending_state(e)));
}

/* Reading: the approval of an onward move says that there is one; that the
 * destination named is not a third state is noted, not decided upon. */
static enum icj_tri subsequent_state(struct eval *e)
{
	return icj__said(e, F_subsequent_state_approved);
}

static enum icj_tri victim_to_be_told(struct eval *e)
{
	uint8_t mark = e->missing.count;
	enum icj_tri v = icj__said(e, F_transferred);

	return settled(e, mark,
	    and_(v, icj__said(e, F_victim_notification_required)));
}

/* -- The exclusion ------------------------------------------------------ */

/* A residence that nobody mentions is presumed to be no facility. */
static enum icj_tri in_a_facility(struct eval *e)
{
	if (is_known(e->c, F_residence))
		return icj__among(e, F_residence, RESIDENTIAL_FACILITY);
	return icj__presumed_no(e, F_residence);
}

/* -- Rows --------------------------------------------------------------- */

enum {
	DURATION, LIMBS, VISIT_BACK = LIMBS + 5, VICTIMS = LIMBS + 7,
	EXCLUSION
};

static const struct rule_row rows[] = {
	{{"8-101(1)", ED_2014, ED_NEXT,
	  "The juvenile travels out of state for more than 24 consecutive "
	  "hours."},
	 longer_than_hours, MUST, 24},
	{{"8-101(1)(a)", ED_2014, ED_NEXT,
	  "There is a sex-related offense, committed, adjudicated or in the "
	  "circumstances of the case."},
	 sex_related, OR_NEXT, 0},
	{{"8-101(1)(b)", ED_2014, ED_NEXT,
	  "There is a violent offense that led to injury or death."},
	 violent_with_injury, OR_NEXT, 0},
	{{"8-101(1)(c)", ED_2014, ED_NEXT,
	  "There is an offense with a weapon."},
	 with_a_weapon, OR_NEXT, 0},
	{{"8-101(1)(d)", ED_2014, ED_NEXT,
	  "The juvenile is state committed (parole)."},
	 state_committed, OR_NEXT, 0},
	{{"8-101(1)(e)", ED_2014, ED_NEXT,
	  "A placement is being tested and the juvenile is subject to the "
	  "Compact."},
	 testing_placement, OR_NEXT, 0},
	{{"8-101(1)(f)", ED_2014, ED_NEXT,
	  "A transferred juvenile visits the state of the transfer."},
	 visit_back, OR_NEXT, 0},
	{{"8-101(1)(g)", ED_2014, ED_NEXT,
	  "The juvenile moves on to another state and the first sending state "
	  "approved it."},
	 subsequent_state, OR_NEXT, 0},
	{{"8-101(1)(h)", ED_2014, ED_NEXT,
	  "The juvenile was transferred and either state's law requires that "
	  "victims be notified."},
	 victim_to_be_told, MUST, 0},
	{{"8-101(2)", ED_2014, ED_NEXT,
	  "The juvenile is placed in a residential facility, which the rule "
	  "excludes."},
	 in_a_facility, ASIDE, 0},
};

const struct icj_rule *icj__permit_rule(size_t i)
{
	const struct icj_rule *early = icj__permit_early_rule(i);
	size_t earlier = 0;

	if (early)
		return early;
	while (icj__permit_early_rule(earlier))
		earlier++;
	i -= earlier;
	return i < COUNT_OF(rows) ? &rows[i].rule :
	    icj__permit_file_rule(i - COUNT_OF(rows));
}

/* -- The question ------------------------------------------------------- */

struct icj_finding *icj__permit_judge(struct permit_eval *p,
    const struct rule_row *table, size_t n)
{
	struct icj_finding *first = &p->r->finding[p->r->findings];
	bool nothing = !p->out->on_file || p->out->excluded;

	for (size_t i = 0; i < n; i++) {
		icj__answer_edition(p->r, &table[i].rule, p->on);
		if (table[i].part == MUST && table != rows && nothing)
			pass_over(p->r, &table[i]);
		else
			icj__judge(&p->e, &table[i], p->r);
	}
	return first;
}

static enum icj_tri any_limb(const struct icj_finding *f)
{
	enum icj_tri any = ICJ_NO;

	for (size_t i = LIMBS; i < EXCLUSION; i++)
		any = or_(any, value_of(&f[i]));
	return any;
}

static void cite_limbs(struct icj_report *r, const struct icj_finding *f)
{
	for (size_t i = LIMBS; i < EXCLUSION; i++)
		if (f[i].status == ICJ_MET)
			icj__cite(r, f[i].row->rule.cite);
}

static bool lacks_only(const struct icj_finding *f, enum field_id field)
{
	return f->status == ICJ_UNDECIDED && f->missing.count == 1 &&
	    f->missing.field[0] == field;
}

/* Limbs (f) and (h) rest on the transfer both: where one of them lacks only
 * that, the rest of the other cannot matter. */
static bool is_idle(const struct icj_finding *f, size_t i)
{
	size_t other = i == VISIT_BACK ? VICTIMS : VISIT_BACK;

	return (i == VISIT_BACK || i == VICTIMS) &&
	    !lacks_only(&f[i], F_transferred) &&
	    lacks_only(&f[other], F_transferred);
}

/* Only what could still make a difference is left open: where one of length
 * and limbs fails, or a limb holds, the other limbs cannot. */
static void leave_undecided(struct icj_report *r, const struct icj_finding *f,
    enum icj_tri core)
{
	enum icj_tri any = any_limb(f);

	for (size_t i = 0; i <= EXCLUSION; i++) {
		bool limb = i >= LIMBS && i < EXCLUSION;

		if (f[i].status != ICJ_UNDECIDED || is_idle(f, i))
			continue;
		if (i == EXCLUSION || (core == ICJ_UNKNOWN &&
		    (!limb || any == ICJ_UNKNOWN)))
			leave_open(r, &f[i]);
	}
}

static enum icj_permit_need need_of(struct icj_report *r,
    const struct icj_finding *f)
{
	enum icj_tri excluded = value_of(&f[EXCLUSION]);
	enum icj_tri core = and_(value_of(&f[DURATION]), any_limb(f));

	if (excluded == ICJ_YES) {
		icj__cite(r, f[EXCLUSION].row->rule.cite);
		return ICJ_PERMIT_EXCLUDED;
	}
	/* Were the juvenile in a facility, any other answer would change. */
	add_notes(&r->own.assumed, &f[EXCLUSION].assumed);
	if (excluded == ICJ_UNKNOWN || core == ICJ_UNKNOWN) {
		leave_undecided(r, f, core);
		return ICJ_PERMIT_UNKNOWN;
	}
	if (core == ICJ_YES)
		cite_limbs(r, f);
	else
		icj__cite(r, f[DURATION].row->rule.cite);
	return core == ICJ_YES ? ICJ_PERMIT_MANDATORY :
	    ICJ_PERMIT_NOT_MANDATORY;
}

/* -- Notes on the facts ------------------------------------------------- */

static void note_contradictions(const struct icj_case *c,
    struct icj_report *r)
{
	const struct fact *to = fact_of(c, F_destination_state);
	const struct fact *from = fact_of(c, F_travel_starts);
	const struct fact *until = fact_of(c, F_travel_ends);
	const struct fact *onward = fact_of(c, F_subsequent_state_approved);
	const struct fact *home = fact_of(c, F_sending_state);
	const struct fact *host = fact_of(c, F_receiving_state);

	if (said_yes(c, F_adjudicated_sex_offense) &&
	    said_no(c, F_sex_related_offense))
		icj__report_note(r, "sex_related_offense is no, yet an "
		    "adjudication for a sexual offense is on file, which is "
		    "followed");
	if (from->set && until->set &&
	    span_of(&from->time, &until->time).most < 0)
		icj__report_note(r, "travel_ends lies before travel_starts");
	if (onward->set && onward->count && to->set &&
	    ((home->set && home->count == to->count) ||
	    (host->set && host->count == to->count)))
		icj__report_note(r, "subsequent_state_approved, yet the "
		    "destination is the sending or the receiving state");
}

static void note_hours(const struct icj_case *c, struct icj_report *r)
{
	const struct fact *hours = fact_of(c, F_travel_hours);
	struct span s;

	if (!hours->set || !is_known(c, F_travel_starts) ||
	    !is_known(c, F_travel_ends))
		return;
	s = span_of(&fact_of(c, F_travel_starts)->time,
	    &fact_of(c, F_travel_ends)->time);
	if ((int64_t)(hours->count + 1) * HOUR <= s.least ||
	    (int64_t)(hours->count - 1) * HOUR >= s.most)
		icj__report_note(r, "travel_hours and the two times disagree; "
		    "travel_hours is used");
}

/* The rules bind compacting states only; a permit is still one "from one
 * state to another", of the 56. */
static void note_strangers(const struct eval *e, struct icj_report *r)
{
	static const uint8_t parties[] = {
		F_sending_state, F_receiving_state, F_destination_state
	};
	char buf[64];
	struct text t;

	for (size_t i = 0; i < COUNT_OF(parties); i++) {
		const struct fact *s = &e->c->fact[parties[i]];

		if (!s->set || icj_state_is_member(s->count, e->on))
			continue;
		icj__text_start(&t, buf, sizeof(buf));
		icj__text_add(&t, icj_state_code(s->count));
		icj__text_add(&t, " is not a compacting state (1-101)");
		icj__report_note(r, buf);
	}
}

/* The as-of date stood in for the date of the travel: it picked the edition. */
static void note_as_of(const struct permit_eval *p)
{
	char buf[64];
	struct text t;

	if (!p->out->as_of_mattered)
		return;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "judged as of ");
	icj__text_add_date(&t, p->e.ctx->as_of.date);
	icj__report_note(p->r, buf);
}

static icj_date day_of_step(const struct icj_case *c)
{
	icj_date starts = day_of(c, F_travel_starts);

	return starts != ICJ_DATE_NONE ? starts : day_of(c, F_permit_effective);
}

ICJ_API enum icj_permit_need icj_permit(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_permit *out)
{
	struct permit_eval p = {.r = r, .out = out};
	icj_date step = day_of_step(c);

	memset(out, 0, sizeof(*out));
	icj__report_start(r);
	p.on = icj__edition_day(ctx, step);
	icj__eval_start(&p.e, c, ctx,
	    step != ICJ_DATE_NONE ? step : ctx->as_of.date);
	out->as_of_mattered = step == ICJ_DATE_NONE &&
	    ctx->edition == ICJ_DATE_NONE;
	out->excluded = is_known(c, F_residence) &&
	    fact_of(c, F_residence)->bits == RESIDENTIAL_FACILITY;
	icj__permit_early(&p);
	out->need = need_of(r, icj__permit_judge(&p, rows, COUNT_OF(rows)));
	icj__permit_file(&p);
	note_contradictions(c, r);
	note_hours(c, r);
	note_strangers(&p.e, r);
	note_as_of(&p);
	icj__note_edition(r, p.on);
	return out->need;
}

ICJ_API const char *icj_permit_need_name(enum icj_permit_need need)
{
	static const char *const names[] = {
		[ICJ_PERMIT_UNKNOWN] = "unknown",
		[ICJ_PERMIT_NOT_MANDATORY] = "not-mandatory",
		[ICJ_PERMIT_MANDATORY] = "mandatory",
		[ICJ_PERMIT_EXCLUDED] = "excluded",
	};

	return (size_t)need < COUNT_OF(names) ? names[need] : "unknown";
}
