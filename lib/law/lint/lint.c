/* SPDX-License-Identifier: MIT */
/*
 * lint.c - data maintenance: what in a record cannot be so, or waits for
 * somebody.  What starts and ends an act is the table of duties'; here stands
 * what else must follow upon what, and which facts exclude one another.
 *
 * A fact that is not known is at fault in nothing.
 */
#include "law/lint/lint.h"
#include "base/guard.h"
#include "duties/deadline.h"
#include "judge/answer.h"

/* -- The checks --------------------------------------------------------- */

/* What the Commission has coordinators look through by the month, since 2023;
 * the last two are what it says of files and profiles at all times. */
#define TASK_MAXIMUM "cases past their maximum date"
#define TASK_EVALUATIONS "pending home evaluations"
#define TASK_REPORTS "pending progress reports"
#define TASK_PERMITS "review of permits"
#define TASK_FILES "a new file for each event"
#define TASK_PROFILES "one profile for a juvenile"

static const struct icj_lint_kind kinds[ICJ_LINT_KINDS] = {
	[ICJ_LINT_PAST_END] = {"past-end",
		"supervision is past its last day and the case is open",
		"close the case or enter the new last day", TASK_MAXIMUM},
	[ICJ_LINT_EVALUATION_PENDING] = {"evaluation-pending",
		"a home evaluation is past its date",
		"send it or enter the day on which it was sent",
		TASK_EVALUATIONS},
	[ICJ_LINT_REPORT_PENDING] = {"report-pending",
		"a progress report is past its date",
		"send it or enter the day of the last one", TASK_REPORTS},
	[ICJ_LINT_PERMIT_PAST_END] = {"permit-past-end",
		"a permit is past its last day, and the juvenile not back",
		"enter the return or the acceptance or close the case",
		TASK_PERMITS},
	[ICJ_LINT_ACT_IN_FUTURE] = {"act-in-future",
		"an act has a day that is yet to come",
		"correct the day", ""},
	[ICJ_LINT_ACT_BEFORE_TRIGGER] = {"act-before-trigger",
		"an act came before what it answers",
		"correct the day that is wrong", ""},
	[ICJ_LINT_OUT_OF_ORDER] = {"out-of-order",
		"what follows came before what it follows upon",
		"correct the day that is wrong", ""},
	[ICJ_LINT_END_BEFORE_START] = {"end-before-start",
		"supervision ended before it could begin",
		"correct the day that is wrong", TASK_MAXIMUM},
	[ICJ_LINT_ACT_AFTER_END] = {"act-after-end",
		"a case that was closed or withdrawn went on",
		"correct the day that is wrong or make a new file",
		TASK_FILES},
	[ICJ_LINT_BORN_AFTER_ACT] = {"born-after-act",
		"the juvenile was not yet born", "correct the date of birth",
		TASK_PROFILES},
	[ICJ_LINT_SAME_STATES] = {"same-states",
		"both states are the same one",
		"correct the state that is wrong", TASK_FILES},
	[ICJ_LINT_CONTRADICTION] = {"contradiction",
		"two fields exclude one another",
		"correct the one that is wrong", ""},
	[ICJ_LINT_EVENT_TWICE] = {"event-twice",
		"another record is of the same event",
		"keep one of the two", TASK_FILES},
	[ICJ_LINT_TWO_BIRTH_DATES] = {"two-birth-dates",
		"the same juvenile has another date of birth elsewhere",
		"correct one or tell two persons of one name apart",
		TASK_PROFILES},
};

ICJ_API const struct icj_lint_kind *icj_lint_kind_at(size_t i)
{
	return i < COUNT_OF(kinds) ? &kinds[i] : NULL;
}

/* One record being looked at. */
struct linting {
	const struct icj_case *c; /* as of the day */
	const struct icj_context *ctx;
	struct icj_lint *found;
	size_t n;
};

static void lint_add(struct linting *l, enum icj_lint_check check,
    enum field_id f, enum field_id other, const char *rule)
{
	struct icj_lint one = {check, &icj__fields[f],
		other == NO_FIELD ? NULL : &icj__fields[other], rule};

	for (size_t i = 0; i < l->n; i++)
		if (l->found[i].check == check &&
		    l->found[i].field == one.field &&
		    l->found[i].other == one.other)
			return;
	if (l->n < ICJ_LINT_MOST)
		l->found[l->n++] = one;
}

/* The day or time of a fact, NULL where it is not known or has none. */
static const struct icj_time *lint_when(const struct icj_case *c,
    enum field_id f)
{
	return icj__fact_indefinite(c, f) ? NULL : icj__fact_when(c, f);
}

static const char *rule_on(const struct linting *l, const struct provision *p,
    icj_date day)
{
	return icj__number_of(l->ctx->amendments, p, day);
}

/* The rule that a field serves, on the day that it tells or, of no day, the one
 * of the look. */
static const char *rule_of_field(const struct linting *l, enum field_id f)
{
	const struct icj_time *at = lint_when(l->c, f);

	return icj_field_rule(&icj__fields[f], l->ctx->amendments,
	    at ? at->date : l->ctx->as_of.date);
}

/* Whether both are days, and the first lies after the other. */
static bool comes_after(const struct icj_case *c, enum field_id f,
    enum field_id g)
{
	const struct icj_time *t = lint_when(c, f), *u = lint_when(c, g);

	return t && u && icj__is_ahead(t, u);
}

/* -- What waits for somebody -------------------------------------------- */

/* Whether neither a closing nor a withdrawal is on file, and could be. */
static bool lint_is_open(const struct icj_case *c)
{
	return !icj__fact_known(c, F_closed) &&
	    !icj__fact_known(c, F_withdrawn) &&
	    icj__fact_unsaid(c, F_closed) != ICJ_NO_COLUMN;
}

/* Whether a last day is over. */
static bool is_over(const struct linting *l, enum field_id f)
{
	const struct icj_time *t = lint_when(l->c, f);

	return t && l->ctx->as_of.date != ICJ_DATE_NONE &&
	    t->date < l->ctx->as_of.date;
}

static void lint_pending(struct linting *l, enum icj_lint_check check,
    enum duty_id which, enum field_id waits_for)
{
	struct icj_due due;

	if (!(icj__duties_begun(l->c) >> which & 1) ||
	    icj__fact_unsaid(l->c, waits_for) == ICJ_NO_COLUMN)
		return;
	icj__date_duty(l->c, l->ctx, which, &due);
	if (due.status == ICJ_DUE_OVERDUE)
		lint_add(l, check, waits_for, NO_FIELD, due.rule);
}

/* Reading: a record without its kind may be of a transfer. */
static bool may_be_transfer(const struct icj_case *c)
{
	enum { TRANSFER = 1 };

	return !icj__fact_known(c, F_case_type) ||
	    icj__fact_any(c, F_case_type, TRANSFER);
}

/* Reading: a permit ends with the return or with the acceptance that it was
 * given to wait for; other permits are over when the case is closed. */
static void lint_waiting(struct linting *l)
{
	icj_date day = l->ctx->as_of.date;

	if (is_over(l, F_supervision_ends) && may_be_transfer(l->c) &&
	    lint_is_open(l->c))
		lint_add(l, ICJ_LINT_PAST_END, F_supervision_ends, NO_FIELD,
		    rule_on(l, P(expiry_closure), day));
	lint_pending(l, ICJ_LINT_EVALUATION_PENDING, HOME_EVALUATION,
	    F_home_evaluation_sent);
	lint_pending(l, ICJ_LINT_REPORT_PENDING, PROGRESS_REPORT,
	    F_last_progress_report);
	if (is_over(l, F_permit_expires) && lint_is_open(l->c) &&
	    !icj__fact_known(l->c, F_returned) &&
	    !icj__fact_known(l->c, F_accepted))
		lint_add(l, ICJ_LINT_PERMIT_PAST_END, F_permit_expires,
		    NO_FIELD, rule_on(l, P(permit_end), day));
}

ICJ_API const struct icj_field *icj_lint_lacks(const struct icj_case *c,
    size_t n)
{
	static const struct { uint16_t begins, lacks; } pairs[] = {
		{F_supervision_ends, F_closed}, {F_permit_expires, F_closed},
		{F_referral_received, F_home_evaluation_sent},
		{F_accepted, F_last_progress_report},
		{F_arrived, F_last_progress_report},
	};
	enum field_id last = NO_FIELD;

	for (size_t i = 0; c && i < COUNT_OF(pairs); i++) {
		enum field_id f = (enum field_id)pairs[i].lacks;

		if (f == last || icj__fact_unsaid(c, f) != ICJ_NO_COLUMN ||
		    icj__fact_unsaid(c, (enum field_id)pairs[i].begins) ==
		    ICJ_NO_COLUMN)
			continue;
		last = f;
		if (n-- == 0)
			return &icj__fields[f];
	}
	return NULL;
}

/* -- Orders of days ----------------------------------------------------- */

/* What follows upon what, besides the acts of duties. */
static const struct { uint16_t first, then; } orders[] = {
	{F_referral_sent, F_referral_received}, {F_departure, F_arrived},
	{F_permit_issued, F_permit_received},
	{F_permit_issued, F_permit_expires},
	{F_home_evaluation_done, F_home_evaluation_sent},
	{F_decision_date, F_accepted}, {F_arrived, F_last_progress_report},
	{F_violation_discovered, F_violation_report_received},
	{F_violation_reported, F_violation_report_received},
	{F_petition_filed, F_order_received},
	{F_hearing_held, F_order_received},
	{F_travel_starts, F_travel_ends},
};

/* Reading: a duty to do something beforehand has its act before its start. */
static bool is_answer(const struct duty_row *row)
{
	uint8_t way = row->p->wording[0].terms.direction;

	return !row->may_precede && row->on[0] != NO_FIELD &&
	    row->kind != ICJ_MAY && row->kind != ICJ_KEEP &&
	    (way == AFTER || way == LENGTH);
}

static void lint_acts(struct linting *l, const struct duty_row *row)
{
	const uint16_t acts[] = {row->done, row->and_done, row->or_done};
	enum field_id start = (enum field_id)row->on[0];

	for (size_t i = 0; i < COUNT_OF(acts); i++) {
		enum field_id act = (enum field_id)acts[i];

		if (act != NO_FIELD && comes_after(l->c, start, act))
			lint_add(l, ICJ_LINT_ACT_BEFORE_TRIGGER, act, start,
			    rule_on(l, row->p, icj__fact_day(l->c, start)));
	}
}

/* Reading: a closed case is over for what Sections 400 and 500 have done in it;
 * an absconder may be retaken after that. */
static void lint_after_end(struct linting *l, const struct duty_row *row)
{
	static const enum field_id ends[] = {F_closed, F_withdrawn};

	if (row->which < FORWARD_CASE || row->which > EARLY_RELEASE_ANSWER ||
	    row->which == RETAKE)
		return;
	for (size_t i = 0; i < COUNT_OF(row->on); i++)
		for (size_t k = 0; k < COUNT_OF(ends); k++) {
			enum field_id f = (enum field_id)row->on[i];

			if (icj__is_act(f) && comes_after(l->c, f, ends[k]))
				lint_add(l, ICJ_LINT_ACT_AFTER_END, f,
				    ends[k], "");
		}
}

static void lint_orders(struct linting *l)
{
	uint64_t begun = icj__duties_begun(l->c);

	for (const struct duty_row *row = icj__duty_rows;
	    row->which < DUTY_IDS; row++) {
		if (!(begun >> row->which & 1))
			continue;
		if (is_answer(row))
			lint_acts(l, row);
		lint_after_end(l, row);
	}
	for (size_t i = 0; i < COUNT_OF(orders); i++) {
		enum field_id f = (enum field_id)orders[i].then;
		enum field_id g = (enum field_id)orders[i].first;

		if (comes_after(l->c, g, f))
			lint_add(l, ICJ_LINT_OUT_OF_ORDER, f, g,
			    rule_of_field(l, f));
	}
}

/* -- Lives -------------------------------------------------------------- */

static void lint_ends(struct linting *l)
{
	static const enum field_id starts[] = {
		F_transfer_requested, F_referral_sent, F_accepted, F_arrived
	};

	for (size_t i = 0; i < COUNT_OF(starts); i++)
		if (comes_after(l->c, starts[i], F_supervision_ends)) {
			lint_add(l, ICJ_LINT_END_BEFORE_START,
			    F_supervision_ends, starts[i],
			    rule_of_field(l, F_supervision_ends));
			return;
		}
}

static void lint_birth(struct linting *l, icj_date today)
{
	const struct icj_time *born = lint_when(l->c, F_date_of_birth);

	if (born && icj__is_day(today) && born->date > today)
		lint_add(l, ICJ_LINT_BORN_AFTER_ACT, F_date_of_birth,
		    NO_FIELD, "");
	for (unsigned f = 0; icj__fact_known(l->c, F_date_of_birth) &&
	    f < FIELD_COUNT; f++)
		if (icj__is_act((enum field_id)f) &&
		    comes_after(l->c, F_date_of_birth,
		    (enum field_id)f)) {
			lint_add(l, ICJ_LINT_BORN_AFTER_ACT, F_date_of_birth,
			    (enum field_id)f, "");
			return;
		}
}

/* -- What excludes one another ------------------------------------------ */

/* Bits of a yes or no, besides those of choices in their order in fields.h. */
enum { NO = 1, YES = 2, KNOWN = 0 };

static bool has_value(const struct icj_case *c, enum field_id f, uint32_t bits)
{
	if (!icj__fact_known(c, f))
		return false;
	if (icj__fields[f].type == ICJ_YES_NO)
		return icj__fact_yes(c, f) ? bits & YES : bits & NO;
	return bits == KNOWN || icj__fact_any(c, f, bits);
}

static const struct {
	uint16_t field;
	uint32_t bits;
	uint16_t other;
	uint32_t other_bits;
} clashes[] = {
	{F_decision, DENY, F_accepted, KNOWN},
	{F_decision, APPROVE, F_denial_grounds, KNOWN},
	{F_denial_grounds, GROUND_UNSUITABLE, F_home_evaluation, SUITABLE},
	{F_sex_offender, NO, F_adjudicated_sex_offense, YES},
	{F_sex_offender, NO, F_must_register_sending, YES},
	{F_sex_offender, NO, F_must_register_receiving, YES},
	{F_return_type, RUNAWAY, F_ran_away, NO},
	{F_return_type, ABSCONDER, F_absconded, NO},
	{F_return_type, ESCAPEE, F_fled_custody, NO},
	{F_in_custody, YES, F_released_at, KNOWN},
};

static const struct { uint16_t one, other; } states[] = {
	{F_receiving_state, F_sending_state}, {F_holding_state, F_home_state},
};

static void lint_clashes(struct linting *l)
{
	for (size_t i = 0; i < COUNT_OF(clashes); i++) {
		enum field_id f = (enum field_id)clashes[i].field;
		enum field_id g = (enum field_id)clashes[i].other;

		if (has_value(l->c, f, clashes[i].bits) &&
		    has_value(l->c, g, clashes[i].other_bits))
			lint_add(l, ICJ_LINT_CONTRADICTION, f, g,
			    rule_of_field(l, f));
	}
	for (size_t i = 0; i < COUNT_OF(states); i++) {
		enum field_id f = (enum field_id)states[i].one;
		enum field_id g = (enum field_id)states[i].other;

		if (icj__fact_state(l->c, f) && icj__fact_state(l->c, f) ==
		    icj__fact_state(l->c, g))
			lint_add(l, ICJ_LINT_SAME_STATES, f, g,
			    rule_of_field(l, f));
	}
}

/* -- The question ------------------------------------------------------- */

static void lint_future(struct linting *l, const struct icj_case *c,
    icj_date today)
{
	struct icj_time last = on_day(today);

	for (unsigned f = 0; icj__is_day(today) && f < FIELD_COUNT; f++)
		if (icj__not_yet(c, (enum field_id)f, &last))
			lint_add(l, ICJ_LINT_ACT_IN_FUTURE, (enum field_id)f,
			    NO_FIELD, rule_of_field(l, f));
}

ICJ_API size_t icj_lint(const struct icj_case *c,
    const struct icj_context *ctx, icj_date today,
    struct icj_lint found[ICJ_LINT_MOST])
{
	struct linting l = {.ctx = ctx, .found = found};
	struct case_room room;
	struct notes ahead;

	if (!found || !icj__can_date(c, ctx))
		return 0;
	l.c = icj__snapshot(c, ctx, &room, &ahead);
	lint_waiting(&l);
	lint_future(&l, c, today);
	lint_orders(&l);
	lint_ends(&l);
	lint_birth(&l, today);
	lint_clashes(&l);
	return l.n;
}

const struct icj_rule *icj__lint_rule(size_t i)
{
	static const struct provision *const rows[] = {
		P(expiry_closure), P(permit_end),
	};
	const struct provision *const *p = rows;

	for (; p < rows + COUNT_OF(rows); p++) {
		if (i < (*p)->wordings)
			return &(*p)->wording[i].rule;
		i -= (*p)->wordings;
	}
	/* The rest are those of the duties whose acts are looked at. */
	return icj__duty_rule(i);
}
