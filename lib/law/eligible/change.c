/* SPDX-License-Identifier: MIT */
/*
 * change.c - what would change the answer of Rule 4-101: the fewest facts that
 * would make it a yes, and the fact to ask for next.  It tries facts and asks
 * eligible.c; it states no condition itself.
 */
#include <string.h>

#include "icj.h"
#include "judge/rule.h"
#include "base/guard.h"

/* -- Why not ------------------------------------------------------------ */

/* Values that favour eligibility, in rulebook order.  An empty value is
 * worked out for the case: one more than the number in the rule. */
struct remedy {
	enum field_id field;
	const char *value;
};

static const struct remedy remedies[ICJ_CHANGES] = {
	{F_juvenile_in_sending_state, "yes"},
	{F_adjudication, "adjudicated-delinquent"},
	{F_under_jurisdiction, "yes"},
	{F_plan_days, ""},
	{F_supervision_days_left, ""}, /* or supervision_ends */
	{F_residence, "parent"},
	{F_incarcerated, "no"},
	{F_full_time_student, "yes"},
	{F_school, "accredited-secondary-school"},
	{F_proof_of_acceptance, "yes"},
	{F_proof_of_enrollment, "yes"},
	{F_only_restitution, "no"},
};

static void change_fill(
    struct icj_change *change, enum field_id f, const char *value)
{
	struct text t;

	change->field = icj_field_at(f);
	icj__text_start(&t, change->value, sizeof(change->value));
	icj__text_add(&t, value);
}

static void fill_number(struct icj_change *change, enum field_id f, int32_t n)
{
	struct text t;

	change->field = icj_field_at(f);
	icj__text_start(&t, change->value, sizeof(change->value));
	icj__text_add_int(&t, n);
}

/* More supervision: as a later last day where the case states it by dates. */
static void more_supervision(const struct icj_case *c,
    const struct icj_context *ctx, icj_date on, struct icj_change *change)
{
	icj_date asked = icj__fact_day(c, F_transfer_requested);
	int32_t enough = icj__wording(ctx->amendments, P(supervision_left),
	    on)->number + 1;
	char day[11];

	if (asked != ICJ_DATE_NONE &&
	    !icj__fact_known(c, F_supervision_days_left))
		change_fill(change, F_supervision_ends,
		    icj_date_format(asked + enough, day));
	else
		fill_number(change, F_supervision_days_left, enough);
}

/* An accusation is best answered by its own adjudication. */
static const char *adjudication_for(const struct icj_case *c)
{
	return icj__fact_is(c, F_adjudication, ACCUSED_STATUS_OFFENDER) ?
	    "adjudicated-status-offender" : "adjudicated-delinquent";
}

static void propose(const struct icj_case *c,
    const struct icj_context *ctx, icj_date on,
    const struct remedy *remedy, struct icj_change *change)
{
	if (remedy->field == F_plan_days)
		fill_number(change, F_plan_days,
		    icj__wording(ctx->amendments, P(stay_over_90_days),
		    on)->number + 1);
	else if (remedy->field == F_supervision_days_left)
		more_supervision(c, ctx, on, change);
	else if (remedy->field == F_adjudication)
		change_fill(change, F_adjudication, adjudication_for(c));
	else
		change_fill(change, remedy->field, remedy->value);
}

static void apply(struct icj_case *c, const struct icj_change *change)
{
	struct icj_date_form form = *icj__case_form(c);

	icj_case_date_form(c, NULL);
	icj_case_set(c, change->field, change->value, strlen(change->value));
	icj_case_date_form(c, &form);
}

/* Facts that read the same after the change change nothing. */
static bool changes_something(const struct icj_case *c,
    const struct icj_change *change)
{
	char now[64];

	if (!icj_case_has(c, change->field))
		return true;
	if (change->field->fixed)
		return false;
	icj_case_get(c, change->field, now, sizeof(now));
	return strcmp(now, change->value) != 0;
}

struct search {
	const struct icj_case *c;
	const struct icj_context *ctx;
	struct icj_case *scratch;
	struct icj_report *r;
	struct icj_change offer[ICJ_CHANGES];
	int offers;
};

/* Tries every set of offers written as bits. */
static bool serves(struct search *s, unsigned set)
{
	icj__case_assign(s->scratch, s->c);
	for (int i = 0; i < s->offers; i++)
		if (set & 1u << i)
			apply(s->scratch, &s->offer[i]);
	return icj_eligible(s->scratch, s->ctx, s->r) == ICJ_YES;
}

/* Sets of `size` out of the offers from `start` on, earliest offers first. */
static unsigned first_that_serves(struct search *s, unsigned set, int start,
    int size)
{
	if (size == 0)
		return serves(s, set) ? set : 0;
	for (int i = start; i <= s->offers - size; i++) {
		unsigned found = first_that_serves(s, set | 1u << i, i + 1,
		    size - 1);

		if (found)
			return found;
	}
	return 0;
}

static int change_keep(const struct search *s, unsigned set,
    struct icj_change changes[ICJ_CHANGES])
{
	int n = 0;

	for (int i = 0; i < s->offers; i++)
		if (set & 1u << i)
			changes[n++] = s->offer[i];
	return n;
}

static void gather_offers(struct search *s)
{
	icj_date on = icj__edition_day(s->ctx,
	    icj__fact_day(s->c, F_transfer_requested));

	for (int i = 0; i < ICJ_CHANGES; i++) {
		struct icj_change *offer = &s->offer[s->offers];

		propose(s->c, s->ctx, on, &remedies[i], offer);
		if (changes_something(s->c, offer))
			s->offers++;
	}
}

ICJ_API int icj_eligible_why_not(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_case *scratch,
    struct icj_report *r, struct icj_change changes[ICJ_CHANGES])
{
	if (icj__cannot_ask(c, ctx, r, false) || !scratch || !changes)
		return -1;

	struct search s = {.c = c, .ctx = ctx, .scratch = scratch, .r = r};

	if (serves(&s, 0))
		return 0;
	gather_offers(&s);
	for (int size = 1; size <= s.offers; size++) {
		unsigned set = first_that_serves(&s, 0, 0, size);

		if (set)
			return change_keep(&s, set, changes);
	}
	return -1;
}

/* -- What to ask -------------------------------------------------------- */

/* Answers to try for a type: the ends of its range settle what any can. */
static const char *const *answers_for(const struct icj_field *f)
{
	static const char *const yes_no[] = {"no", "yes", NULL};
	static const char *const counts[] = {"0", "indefinite", NULL};
	static const char *const dates[] = {"0001-01-01", "9999-12-31", NULL};
	static const char *const states[] = {"AL", "PR", NULL};

	if (f->choices)
		return f->choices;
	return f->type == ICJ_YES_NO ? yes_no : f->type == ICJ_STATE ? states :
	    f->type == ICJ_COUNT_OR_INDEFINITE ? counts : dates;
}

/* Of 1000, how many of the answers settle the question. */
static int settles(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_case *scratch, struct icj_report *r, const struct icj_field *f)
{
	const char *const *answers = answers_for(f);
	int settled_by = 0, n = 0;

	for (; answers[n]; n++) {
		icj__case_assign(scratch, c);
		icj_case_set(scratch, f, answers[n], strlen(answers[n]));
		settled_by += icj_eligible(scratch, ctx, r) != ICJ_UNKNOWN;
	}
	return n > 0 ? settled_by * 1000 / n : 0;
}

static bool among_fields(const struct icj_field *f,
    const struct icj_field *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (list[i] == f)
			return true;
	return false;
}

/* Who cannot say how many days are left may know the last day, and the other
 * way round: the field to ask for instead of one that was left open. */
static const struct icj_field *stand_in(const struct icj_field *f,
    const struct icj_field *const *skip, size_t count)
{
	enum field_id id = icj__field_id(f);

	if (!among_fields(f, skip, count))
		return f;
	if (id == F_supervision_days_left)
		f = icj_field_at(F_supervision_ends);
	else if (id == F_supervision_ends)
		f = icj_field_at(F_supervision_days_left);
	return among_fields(f, skip, count) ? NULL : f;
}

ICJ_API const struct icj_field *icj_eligible_ask(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_case *scratch,
    struct icj_report *r, const struct icj_field *const *skip, size_t count)
{
	if (icj__cannot_ask(c, ctx, r, false) || !scratch || (!skip && count))
		return NULL;

	const struct icj_field *best = NULL;
	struct notes missing;
	int most = -1;

	if (icj_eligible(c, ctx, r) != ICJ_UNKNOWN)
		return NULL;
	missing = icj__said(r)->missing;
	for (uint8_t i = 0; i < missing.count; i++) {
		const struct icj_field *f = stand_in(
		    icj_field_at(missing.field[i]), skip, count);
		int n = f ? settles(c, ctx, scratch, r, f) : -1;

		if (n > most) {
			most = n;
			best = f;
		}
	}
	icj_eligible(c, ctx, r);
	return best;
}
