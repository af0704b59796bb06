/* SPDX-License-Identifier: MIT */
/*
 * permit.c - Rule 8-101(1) and (2): when a travel permit is mandatory.  Owns
 * the limbs, the length of the travel and the exclusion; what is wrong
 * with a permit on file is permit_file.c's.
 */
#include "law/permit/permit.h"
#include "base/guard.h"

#include <string.h>
#include "judge/recall.h"

/* -- Length of the travel ----------------------------------------------- */

static bool both_times_known(struct eval *e)
{
	return peek_known(e, F_travel_starts) && peek_known(e, F_travel_ends);
}

static unsigned permit_travel(struct eval *e, int32_t hours)
{
	return icj__ask(e, icj__look_travel, F_travel_starts, F_travel_ends,
	    hours);
}

/* What could still tell the length: the times of day of bare dates, or, where
 * the travel ends before it starts, the hours. */
static enum icj_tri undecided_length(struct eval *e, unsigned found)
{
	unsigned bare;

	if (found == ENDS_BEFORE_IT_STARTS) {
		icj__note(&e->missing, F_travel_hours);
		return ICJ_UNKNOWN;
	}
	bare = icj__ask_of(e, icj__look_bare, F_travel_starts);
	if (bare & START_IS_BARE)
		icj__note(&e->missing, F_travel_starts);
	if (bare & END_IS_BARE)
		icj__note(&e->missing, F_travel_ends);
	return ICJ_UNKNOWN;
}

/* Hours outweigh the two times; of the two ways the one begun is asked for,
 * else the shorter. */
static enum icj_tri longer_than_hours(struct eval *e)
{
	unsigned found = icj__ask(e, icj__look_more, F_travel_hours,
	    F_travel_hours, e->number);
	enum icj_tri v;

	if (found != ICJ_UNKNOWN || (!peek_known(e, F_travel_starts) &&
	    !peek_known(e, F_travel_ends)))
		return icj__noted(e, F_travel_hours, found);
	v = need_known(e, F_travel_ends);
	v = and_(v, need_known(e, F_travel_starts));
	if (v == ICJ_UNKNOWN)
		return v;
	found = permit_travel(e, e->number);
	return found == ICJ_NO || found == ICJ_YES ? (enum icj_tri)found :
	    undecided_length(e, found);
}

/* -- The limbs ---------------------------------------------------------- */

/* An adjudication for a sexual offense is one of the limb's; a duty to register
 * may rest on something else. */
static enum icj_tri sex_related(struct eval *e)
{
	if (peek_said(e, F_adjudicated_sex_offense) == ICJ_YES)
		return icj__noted(e, F_adjudicated_sex_offense, ICJ_YES);
	return need_said(e, F_sex_related_offense);
}

/* YES when a state is named; asked as the notes on strangers do, for they are
 * asked anyway. */
static enum icj_tri permit_named(struct eval *e, enum field_id state)
{
	unsigned party = icj__ask_of(e, icj__look_party, state);

	return icj__noted(e, state,
	    party == ICJ_UNNAMED ? ICJ_UNKNOWN : ICJ_YES);
}

static enum icj_tri to_the_sending_state(struct eval *e)
{
	enum icj_tri v = permit_named(e, F_sending_state);

	v = and_(v, permit_named(e, F_destination_state));
	return v == ICJ_YES ? tri(icj__ask(e, icj__look_same, F_sending_state,
	    F_destination_state, 0)) : v;
}

/* -- The exclusion ------------------------------------------------------ */

static enum icj_tri known_in_a_facility(struct eval *e)
{
	return peek_any(e, F_residence, RESIDENTIAL_FACILITY);
}

/* A residence that nobody mentions is presumed to be no facility. */
static enum icj_tri in_a_facility(struct eval *e)
{
	enum icj_tri v = known_in_a_facility(e);

	if (v != ICJ_UNKNOWN || e->ctx->strict)
		return icj__noted(e, F_residence, v);
	icj__note(&e->assumed, F_residence);
	return ICJ_NO;
}

static bool is_a_visit(struct eval *e)
{
	return peek_any(e, F_permit_purpose, VISIT) == ICJ_YES;
}

/* Reading: the residence on file is the one travelled to for placement, unless
 * the travel is known to be a visit. */
static enum icj_tri placed_in_a_facility(struct eval *e)
{
	if (is_a_visit(e))
		return not_(icj__noted(e, F_permit_purpose, ICJ_YES));
	return in_a_facility(e);
}

/* Whether the exclusion is known to apply by the law of the day. */
static bool known_excluded(struct eval *e, const struct icj_report *r)
{
	const struct wording *w;

	icj__ask_book(e, r, P(permit_facility), &w);
	return known_in_a_facility(e) == ICJ_YES &&
	    (!w->ground || !is_a_visit(e));
}

/* -- Rows --------------------------------------------------------------- */

enum {
	DURATION, LIMBS, VISIT_BACK = LIMBS + 5, VICTIMS = LIMBS + 7,
	EXCLUSION
};

#define FOUND (ADJUDICATED_DELINQUENT | ADJUDICATED_STATUS_OFFENDER)

/* Reading: supervision and such an offense, both on file, belong together. */
#define SUPERVISED_FOR(found, ...) BOTH(__VA_ARGS__, \
	ANY(adjudication, found), ANY(supervision, PROBATION | PAROLE))
#define OFFENSE(...) {__VA_ARGS__, SUPERVISED_FOR(FOUND, __VA_ARGS__), \
	SUPERVISED_FOR(FOUND | DEFERRED_ADJUDICATION, __VA_ARGS__)}

static const struct rule_row rows[] = {
	{P(travel_over_24_hours), MUST, {CALL(longer_than_hours)}},
	{P(permit_sex_offense), OR_NEXT, OFFENSE(CALL(sex_related))},
	{P(permit_violent_offense), OR_NEXT,
	 OFFENSE(SAID(violent_offense_with_injury))},
	{P(permit_weapon), OR_NEXT, OFFENSE(SAID(weapon_offense))},
	{P(permit_state_committed), OR_NEXT, {ANY(supervision, PAROLE)}},
	/* Reading: a placement is tested while a request for transfer is
	 * pending, for (3) still has its referral. */
	{P(permit_testing), OR_NEXT,
	 {BOTH(ANY(permit_purpose, TESTING_PLACEMENT),
	  SAID(subject_to_compact)),
	 BOTH(ANY(permit_purpose, TESTING_PLACEMENT | TRANSFER_PENDING),
	  SAID(subject_to_compact))}},
	{P(permit_visit_back), OR_NEXT,
	 {BOTH(SAID(transferred), ANY(permit_purpose, VISIT),
	  CALL(to_the_sending_state))}},
	/* Reading: the approval of an onward move says that there is one; that
	 * the destination named is not a third state is noted, not decided
	 * upon. */
	{P(permit_subsequent_state), OR_NEXT,
	 {SAID(subsequent_state_approved)}},
	{P(permit_victim_law), MUST,
	 {BOTH(SAID(transferred), SAID(victim_notification_required))}},
	{P(permit_facility), ASIDE,
	 {CALL(in_a_facility), CALL(placed_in_a_facility)}},
};

/* All tables, in rulebook order. */
enum { EARLY, NEED, FILED, TABLES };

static void list_tables(struct table *t)
{
	t[EARLY] = icj__permit_early_table;
	t[NEED] = (struct table)TABLE(rows);
	t[FILED] = icj__permit_file_table;
}

const struct icj_rule *icj__permit_rule(size_t i)
{
	struct table t[TABLES];

	list_tables(t);
	return icj__table_rule(t, TABLES, i);
}

/* -- Judging ------------------------------------------------------------ */

bool icj__permit_is_idle(void *question, const struct rule_row *row)
{
	const struct permit_eval *p = question;

	return row->part == MUST && !p->checked;
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
			icj__cite(r, f[i].wording);
	icj__rest_on(r, f[DURATION].wording);
}

/* That no permit is needed rests on the length, or on all limbs. */
static void cite_length(struct icj_report *r, const struct icj_finding *f)
{
	icj__cite(r, f[DURATION].wording);
	for (size_t i = LIMBS; i < EXCLUSION; i++)
		if (value_of(&f[DURATION]) != ICJ_NO)
			icj__rest_on(r, f[i].wording);
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
		icj__cite(r, f[EXCLUSION].wording);
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
		cite_length(r, f);
	return core == ICJ_YES ? ICJ_PERMIT_MANDATORY :
	    ICJ_PERMIT_NOT_MANDATORY;
}

/* -- Notes on the facts ------------------------------------------------- */

static bool are_the_same(struct eval *e, enum field_id f, enum field_id g)
{
	return icj__ask(e, icj__look_same, f, g, 0);
}

static void note_contradictions(struct eval *e, struct icj_report *r,
    const struct icj_finding *duration)
{
	if (peek_said(e, F_adjudicated_sex_offense) == ICJ_YES &&
	    peek_said(e, F_sex_related_offense) == ICJ_NO)
		icj__report_note(r, "sex_related_offense is no, yet an "
		    "adjudication for a sexual offense is on file, which is "
		    "followed");
	if (both_times_known(e) &&
	    permit_travel(e, icj__limit(duration)) == ENDS_BEFORE_IT_STARTS)
		icj__report_note(r, "travel_ends lies before travel_starts");
	if (peek_said(e, F_subsequent_state_approved) == ICJ_YES &&
	    (are_the_same(e, F_sending_state, F_destination_state) ||
	    are_the_same(e, F_receiving_state, F_destination_state)))
		icj__report_note(r, "subsequent_state_approved, yet the "
		    "destination is the sending or the receiving state");
}

static void note_hours(struct eval *e, struct icj_report *r)
{
	if (both_times_known(e) && peek_known(e, F_travel_hours) &&
	    icj__ask_of(e, icj__look_disagree, F_travel_hours))
		icj__report_note(r, "travel_hours and the two times disagree; "
		    "travel_hours is used");
}

static bool is_stranger(struct eval *e, enum field_id state)
{
	unsigned party = icj__ask_of(e, icj__look_party, state);

	return party == ICJ_NO_PARTY || (party == ICJ_LATE_PARTY &&
	    !icj__ask_of(e, icj__look_member, state));
}

/* Which state a fact names, by asking for two bits at a time. */
static icj_state permit_state_of(struct eval *e, enum field_id f)
{
	unsigned s = 0;

	for (int32_t n = 0; ICJ_STATES >> n > 0; n += 2)
		s |= icj__ask(e, icj__look_state_bits, f, f, n) << n;
	return (icj_state)s;
}

/* The rules bind compacting states only; a permit is still one "from one
 * state to another", of the 56. */
static void permit_note_strangers(struct eval *e, struct icj_report *r)
{
	static const uint16_t parties[] = {
		F_sending_state, F_receiving_state, F_destination_state
	};

	for (size_t i = 0; i < COUNT_OF(parties); i++) {
		enum field_id party = (enum field_id)parties[i];

		if (is_stranger(e, party))
			icj__note_stranger(r, permit_state_of(e, party),
			    P(return_parties));
	}
}

/* The as-of date stood in for the date of the travel: it picked the edition. */
static void permit_note_as_of(struct permit_eval *p)
{
	/* A permit that is only planned is judged as of its own day. */
	if (peek_known(&p->e, F_permit_issued) &&
	    !icj__ask_of(&p->e, icj__look_happened, F_permit_issued))
		icj__report_note(p->r, "permit_issued lies after the as-of "
		    "date: judged as planned");
	if (!p->out->as_of_mattered)
		return;
	icj__note_judged_as_of(p->r, p->e.ctx);
}

/* -- The question ------------------------------------------------------- */

static bool is_submitted(struct eval *e, const struct icj_report *r)
{
	const struct wording *w;

	return peek_known(e, F_permit_submitted) &&
	    icj__book_has(icj__ask_book(e, r, P(permit_submitted), &w));
}

static bool is_on_file(struct eval *e, const struct icj_report *r)
{
	return is_submitted(e, r) || peek_known(e, F_permit_issued) ||
	    peek_known(e, F_permit_received) ||
	    peek_known(e, F_permit_effective) ||
	    peek_known(e, F_permit_expires);
}

/* The first of these days that is known picks the edition and the members. */
static icj_date permit_day_of_step(const struct icj_case *c)
{
	icj_date day = icj__fact_day(c, F_travel_starts);

	return day != ICJ_DATE_NONE ? day :
	    icj__fact_day(c, F_permit_effective);
}

static bool lacks_a_step(struct eval *e)
{
	return !peek_known(e, F_travel_starts) &&
	    !peek_known(e, F_permit_effective);
}

/* The last day that a permit may cover, which differs from record to record: it
 * is no part of what is remembered. */
static icj_date last_day(const struct icj_case *c,
    const struct icj_context *ctx)
{
	icj_date last = icj__fact_day(c, F_permit_effective);
	const struct wording *w;

	if (last == ICJ_DATE_NONE || !icj__book_has(icj__book_on(
	    ctx->amendments, P(permit_90_days), last, &w)))
		return ICJ_DATE_NONE;
	last += w->number - 1;
	return last <= ICJ_DATE_MAX ? last : ICJ_DATE_NONE;
}

static void permission_judge(struct permit_eval *p)
{
	struct icj_permit *out = p->out;
	const struct icj_finding *f;
	struct table t[TABLES];

	list_tables(t);
	icj__ask_day(&p->e, p->r, t, TABLES);
	out->on_file = is_on_file(&p->e, p->r);
	out->excluded = known_excluded(&p->e, p->r);
	out->as_of_mattered = p->e.ctx->edition == ICJ_DATE_NONE &&
	    lacks_a_step(&p->e);
	p->checked = out->on_file && !out->excluded;
	icj__permit_early(p);
	f = icj__judge_all(&p->e, &(struct table)TABLE(rows), p->r,
	    NULL, NULL, NULL);
	out->need = need_of(p->r, f);
	icj__permit_file(p);
	note_contradictions(&p->e, p->r, &f[DURATION]);
	note_hours(&p->e, p->r);
	permit_note_strangers(&p->e, p->r);
	permit_note_as_of(p);
	icj__note_change(p->r);
}

static void permit_judge_anew(struct permit_eval *p, struct icj_report *r,
    struct icj_permit *out)
{
	memset(out, 0, sizeof(*out));
	p->r = r;
	p->out = out;
	permission_judge(p);
	icj__remember(&p->e, r, out, sizeof(*out));
}

ICJ_API enum icj_permit_need icj_permit(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_permit *out)
{
	static const char question[] = "permit";
	struct case_room room;
	struct permit_eval p;
	icj_date step;

	if (icj__cannot_ask(c, ctx, r, true) || !out)
		return icj__no_permit(out);
	if (icj__is_unwatched(c))
		c = icj__report_watched(r, c, &room);
	if (icj__case_has_offset(c) && icj__travels_elsewhere(c))
		return icj__permit_locally(c, ctx, r, out);
	step = permit_day_of_step(c);
	icj__eval_start(&p.e, c, ctx, step);
	if (!icj__recall(&p.e, r, question, out, sizeof(*out)))
		permit_judge_anew(&p, r, out);
	out->last_day = out->excluded ? ICJ_DATE_NONE : last_day(c, ctx);
	return out->need;
}
