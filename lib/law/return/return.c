/* SPDX-License-Identifier: MIT */
/*
 * return.c - how a juvenile is returned: the rows of Rules 5-103(3) and 6-101
 * to 7-105, the order in which the methods are tried, and the answer made of
 * them.  The conditions are in return_type.c and return_limb.c.
 */
#include "law/return/return.h"
#include "base/guard.h"

#include <string.h>
#include "judge/recall.h"

/* -- Rows --------------------------------------------------------------- */

#define RELEASED(juvenile) \
	IN_TURN(CALL(icj__found_and_detained), CALL_NOT(icj__detained_beyond), \
	CALL(juvenile), NOT(abuse_suspected), SAID(guardian_present))
/* Reading: 6-102 serves any out-of-state juvenile found and detained, although
 * 1-101 names fewer under voluntary return. */
#define VOLUNTARY \
	BOTH(CALL(icj__was_detained), CALL(icj__agrees_to_return))

static const struct rule_row rows[R_COUNT] = {
	[R_ABSCONDER] = {P(return_absconder), ASIDE, {CALL(icj__is_absconder)}},
	[R_ACCUSED_DELINQUENT] = {P(return_accused_delinquent), ASIDE,
	 {CALL(icj__is_accused_delinquent)}},
	[R_ACCUSED_STATUS] = {P(return_accused_status), ASIDE,
	 {CALL(icj__is_accused_status_offender)}},
	[R_PARTIES] = {P(return_parties), MUST,
	 {CALL(icj__states_are_parties)}},
	[R_ESCAPEE] = {P(return_escapee), ASIDE, {CALL(icj__is_escapee)}},
	[R_RUNAWAY] = {P(return_runaway), ASIDE,
	 {CALL(icj__is_runaway), CALL(icj__is_runaway)}},
	[R_DECIDED] = {P(return_decided), MUST, {CALL(icj__retaking_decided)}},
	[R_OFFENSE] = {P(offense_suspected), MUST,
	 {CALL(icj__offense_forbids)}},
	[R_WAIVER] = {P(return_waiver), MUST, {CALL(icj__waiver_signed)}},
	/* Since 2016 of those who are no delinquents.  Reading: abuse that is
	 * suspected is so in the residence that the juvenile would go back
	 * to. */
	[R_RELEASE] = {P(return_release), MUST,
	 {RELEASED(icj__is_runaway), RELEASED(icj__is_non_delinquent_runaway)}},
	/* Since 2018 from the first hour.  Reading: whom 6-102(2) names is held
	 * by it alone, whatever else he or she is. */
	[R_SECURE] = {P(return_secure), MUST,
	 {IN_TURN(CALL(icj__kept_until_return), CALL(icj__is_runaway),
	  SAID(endangering), CALL(icj__detained_beyond)),
	 IN_TURN(CALL(icj__kept_until_return),
	  EITHER(CALL(icj__is_runaway), CALL(icj__is_accused_status_offender)),
	  CALL_NOT(icj__is_for_form_ii), SAID(endangering))}},
	[R_WARRANTED] = {P(return_warranted), MUST,
	 {IN_TURN(CALL(icj__kept_until_return), CALL(icj__is_for_form_ii),
	  CALL(icj__has_active_warrant))}},
	[R_CHOICE] = {P(return_detention_choice), ASIDE, {CALL(icj__always)}},
	[R_VOLUNTARY] = {P(return_voluntary), MUST, {VOLUNTARY}},
	[R_ADULT] = {P(return_adult), MUST,
	 {BOTH(VOLUNTARY, PRESUMED(adult_in_holding_state),
	  PRESUMED(adult_court))}},
	[R_SITUATION] = {P(return_situation), MUST,
	 {CALL(icj__requisition_applies), CALL(icj__requisition_or_leave)}},
	[R_FORM_I] = {P(return_form_i), MUST, {CALL(icj__is_for_form_i)}},
	[R_FORM_II] = {P(return_form_ii), MUST, {CALL(icj__is_for_form_ii)}},
	[R_ACCOMPANIED] = {P(return_accompanied), MUST,
	 {NOT(escort_waived_by_both)}},
	[R_ICPC] = {P(return_icpc), MUST,
	 {IN_TURN(PRESUMED(icpc), CALL_NOT(icj__detained_securely))}},
	[R_RISK] = {P(return_risk), MUST, {SAID(risk)}},
	[R_CHARGES] = {P(pending_charges), MUST, {CALL(icj__charges_forbid),
	 CALL(icj__charges_forbid), CALL(icj__charges_forbid)}},
	[R_BOND] = {P(return_bond), MUST,
	 {BOTH(SAID(warrant_no_bond), SAID(holding_law_allows_bond)),
	 CALL(icj__always), ANY(warrant_issued_by, OF_JUVENILE_COURT)}},
	[R_ADULT_WARRANT] = {P(return_adult_warrant), MUST,
	 {ANY(warrant_issued_by, OF_ADULT_COURT)}},
	[R_COSTS] = {P(return_costs), MUST, {CALL(icj__home_state_failed)}},
	[R_GROUND] = {P(commercial_ground), MUST,
	 {CALL(icj__ground_forbidden)}},
};

static const struct table table = {rows, R_COUNT};

const struct icj_rule *icj__return_rule(size_t i)
{
	return icj__table_rule(&table, 1, i);
}

/* -- Judging ------------------------------------------------------------ */

static bool warrant_mentioned(struct return_eval *q)
{
	return peek_known(&q->e, F_warrant_custody) ||
	    peek_known(&q->e, F_warrant_custody_notified) ||
	    peek_known(&q->e, F_warrant_answered) ||
	    peek_known(&q->e, F_warrant_no_bond) ||
	    peek_known(&q->e, F_warrant_issued_by) ||
	    says_yes(&q->e, F_active_warrant);
}

static bool return_is_idle(void *question, const struct rule_row *row)
{
	return (row == &rows[R_BOND] || row == &rows[R_ADULT_WARRANT]) &&
	    !warrant_mentioned(question);
}

#define ROW(row) ((uint32_t)1 << (row))

/* The rows that could still decide: what goes with the method is asked for
 * once the method is known. */
static uint32_t rows_wanted(const struct outcome *o, const uint8_t *v)
{
	uint32_t wanted = 0;

	if (icj__only_method(o->possible) == ICJ_RETURN_UNKNOWN)
		return o->open;
	if (o->detention == ICJ_DETENTION_UNKNOWN)
		wanted |= ROW(R_SECURE) | ROW(v[R_CHOICE] == ICJ_YES ?
		    R_WARRANTED : R_RUNAWAY);
	if (o->escort == ICJ_ESCORT_UNKNOWN)
		wanted |= ROW(R_PARTIES) | ROW(R_RISK);
	if (o->escort == ICJ_ESCORT_UNKNOWN &&
	    o->possible == BIT(ICJ_RETURN_FORM_II))
		wanted |= ROW(R_ACCOMPANIED);
	if (o->offense == ICJ_UNKNOWN)
		wanted |= ROW(R_OFFENSE);
	if (o->waiver == ICJ_UNKNOWN)
		wanted |= ROW(R_WAIVER);
	if (o->charges == ICJ_UNKNOWN)
		wanted |= ROW(R_CHARGES);
	return wanted;
}

static bool return_differs(const struct outcome *a, const struct outcome *b)
{
	return a->possible != b->possible || a->detention != b->detention ||
	    a->escort != b->escort || a->offense != b->offense ||
	    a->charges != b->charges || a->waiver != b->waiver;
}

static size_t lowest_bit(uint32_t bits)
{
	return (size_t)__builtin_ctz(bits);
}

/* The facts that can be presumed here are about a dozen. */
#define PRESUMPTIONS 16

/* What a row comes to now; one that there is not on the day comes to NO. */
static enum icj_tri test(struct return_eval *q, size_t i)
{
	return q->f[i].wording ?
	    icj__test(&q->e, &rows[i], q->f[i].wording) : ICJ_NO;
}

/* Whether the answer would be another were the presumption wrong, on which
 * these rows rest. */
static bool matters(struct return_eval *q, const struct outcome *o, uint16_t f,
    uint32_t resting)
{
	uint8_t v[R_COUNT];
	struct outcome other;

	memcpy(v, q->v, sizeof(v));
	q->e.flipped = f;
	for (; resting; resting &= resting - 1) {
		size_t i = lowest_bit(resting);

		v[i] = (uint8_t)test(q, i);
		drop_notes(&q->e);
	}
	q->e.flipped = -1;
	if (memcmp(v, q->v, sizeof(v)) == 0)
		return false;
	if (icj__return_methods(v, q->in_custody) != o->possible)
		return true;
	other = icj__return_outcome(v, q->in_custody);
	return return_differs(o, &other);
}

static bool has_note(const struct notes *n, uint16_t f)
{
	uint8_t k = 0;

	while (k < n->count && n->field[k] != f)
		k++;
	return k < n->count;
}

/* Notes what stands in both. */
static void add_those_among(struct notes *to, const struct notes *a,
    const struct notes *b)
{
	for (uint8_t k = 0; k < a->count; k++)
		if (has_note(b, a->field[k]))
			icj__note(to, (enum field_id)a->field[k]);
}

static uint8_t return_place_of(struct notes *all, uint16_t f)
{
	uint8_t k = 0;

	while (k < all->count && all->field[k] != f)
		k++;
	if (k == all->count && k < PRESUMPTIONS - 1)
		all->field[all->count++] = f;
	return k;
}

/*
 * Two presumptions may rule a method out each by itself, as those of 6-102(5)
 * do: the answer would be another only were both wrong.  What is undecided
 * once nothing is presumed rests on them all the same.
 */
static void keep_what_strict_asks(struct return_eval *q,
    const struct outcome *o, const struct notes *all, uint32_t resting)
{
	const struct icj_context *usual = q->e.ctx;
	struct icj_context strict = *usual;
	struct notes missing[R_COUNT];
	struct outcome other;
	uint8_t v[R_COUNT];

	memcpy(v, q->v, sizeof(v));
	strict.strict = true;
	q->e.ctx = &strict;
	for (uint32_t left = resting; left; left &= left - 1) {
		size_t i = lowest_bit(left);

		v[i] = (uint8_t)test(q, i);
		missing[i] = q->e.missing;
		drop_notes(&q->e);
	}
	q->e.ctx = usual;
	other = icj__return_outcome(v, q->in_custody);
	if (!return_differs(o, &other))
		return;
	resting &= rows_wanted(&other, q->v);
	for (; resting; resting &= resting - 1)
		add_those_among(&q->r->own.assumed, all,
		    &missing[lowest_bit(resting)]);
}

static void return_keep_what_mattered(
    struct return_eval *q, const struct outcome *o)
{
	uint32_t resting[PRESUMPTIONS] = {0}, any = 0;
	struct notes all;

	all.count = 0;
	for (size_t i = 0; i < R_COUNT; i++) {
		const struct notes *n = &q->f[i].assumed;

		for (uint8_t k = 0; k < n->count; k++)
			resting[return_place_of(&all, n->field[k])] |= ROW(i);
		any |= n->count ? ROW(i) : 0;
	}
	for (uint8_t k = 0; k < all.count; k++)
		if (matters(q, o, all.field[k], resting[k]))
			icj__note(&q->r->own.assumed,
			    (enum field_id)all.field[k]);
	if (any)
		keep_what_strict_asks(q, o, &all, any);
}

/* -- Citations and what is missing -------------------------------------- */

static void cite(struct return_eval *q, int row)
{
	icj__cite_provision(q->r, rows[row].p);
}

/* The row that says yes to a method, or no to all. */
static void cite_method(struct return_eval *q, enum icj_procedure p)
{
	static const uint8_t row[] = {
		[ICJ_RETURN_ICPC] = R_ICPC, [ICJ_RETURN_RELEASE] = R_RELEASE,
		[ICJ_RETURN_RETAKING] = R_DECIDED,
		[ICJ_RETURN_ADULT_WAIVER] = R_ADULT,
		[ICJ_RETURN_VOLUNTARY] = R_VOLUNTARY,
		[ICJ_RETURN_FORM_I] = R_FORM_I,
		[ICJ_RETURN_FORM_II] = R_FORM_II,
		[ICJ_RETURN_NONE] = R_SITUATION,
		[ICJ_RETURN_UNCLASSIFIED] = R_FORM_I,
	};

	if (p == ICJ_RETURN_UNCLASSIFIED && q->v[R_PARTIES] == ICJ_NO) {
		cite(q, R_PARTIES);
		return;
	}
	if (p != ICJ_RETURN_RETAKING || q->v[R_DECIDED] == ICJ_YES)
		cite(q, row[p]);
	if (p == ICJ_RETURN_RETAKING && q->v[R_WAIVER] == ICJ_YES)
		cite(q, R_WAIVER);
	if (p == ICJ_RETURN_UNCLASSIFIED)
		cite(q, R_FORM_II);
}

static void return_want(struct return_eval *q, size_t row)
{
	if (q->v[row] == ICJ_UNKNOWN)
		add_notes(&q->r->own.missing, &q->f[row].missing);
}

static void return_decide(struct return_eval *q, const struct outcome *o)
{
	q->out->procedure = icj__only_method(o->possible);
	if (q->out->procedure != ICJ_RETURN_UNKNOWN) {
		cite_method(q, q->out->procedure);
		for (uint32_t w = rows_wanted(o, q->v); w; w &= w - 1)
			return_want(q, lowest_bit(w));
	} else {
		for (uint32_t open = o->open; open; open &= open - 1)
			leave_open(q->r, &q->f[lowest_bit(open)]);
	}
	if (q->out->bond == ICJ_BOND_UNKNOWN)
		return_want(q, R_BOND);
}

/* 5-103(3)(b) is a method of its own, and besides says what a retaking that
 * was decided still needs. */
static bool goes_with_retaking(const struct outcome *o, uint8_t row)
{
	return row == R_WAIVER && (o->possible & BIT(ICJ_RETURN_RETAKING));
}

/* Methods that come after the one found were not asked for. */
static void set_others_aside(struct return_eval *q, const struct outcome *o)
{
	static const uint8_t methods[] = {
		R_PARTIES, R_DECIDED, R_WAIVER, R_RELEASE, R_VOLUNTARY,
		R_ADULT, R_SITUATION, R_FORM_I, R_FORM_II,
	};

	for (size_t i = 0; i < COUNT_OF(methods); i++)
		if (!(o->reached & ROW(methods[i])) &&
		    !goes_with_retaking(o, methods[i]))
			set_aside(&q->f[methods[i]]);
	if (!(o->possible & BIT(ICJ_RETURN_FORM_II)))
		set_aside(&q->f[R_ACCOMPANIED]);
	if (!(o->possible & BIT(ICJ_RETURN_RETAKING)))
		set_aside(&q->f[R_OFFENSE]);
	if (o->escort == ICJ_ESCORT_NONE &&
	    o->possible == BIT(ICJ_RETURN_UNCLASSIFIED))
		set_aside(&q->f[R_RISK]);
	if (!(o->possible & OF_THIS_COMPACT)) {
		set_aside(&q->f[R_SECURE]);
		set_aside(&q->f[R_WARRANTED]);
		set_aside(&q->f[R_CHOICE]);
		set_aside(&q->f[R_RISK]);
		set_aside(&q->f[R_CHARGES]);
	}
}

/* -- What goes with the method ------------------------------------------ */

static enum icj_bond bond_of(struct return_eval *q)
{
	static const enum icj_bond of[] = {
		[ICJ_NO] = ICJ_BOND_NOT_BARRED,
		[ICJ_UNKNOWN] = ICJ_BOND_UNKNOWN, [ICJ_YES] = ICJ_BOND_BARRED,
	};

	if (!warrant_mentioned(q))
		return ICJ_BOND_NONE;
	/* Extradition law, unless the authority that issued it chooses. */
	if (q->v[R_ADULT_WARRANT] == ICJ_YES)
		return ICJ_BOND_JUDGEMENT;
	return of[q->v[R_BOND]];
}

static unsigned forms_of(const struct return_eval *q)
{
	switch (q->out->procedure) {
	case ICJ_RETURN_RETAKING:
		return q->v[R_WAIVER] == ICJ_YES ? ICJ_FORM_IA_VI : 0;
	case ICJ_RETURN_ADULT_WAIVER:
		return ICJ_FORM_ADULT_WAIVER | ICJ_FORM_JUVENILE_RIGHTS;
	case ICJ_RETURN_VOLUNTARY:
		return ICJ_FORM_III | ICJ_FORM_JUVENILE_RIGHTS;
	case ICJ_RETURN_FORM_I:
		return ICJ_FORM_I | ICJ_FORM_A;
	case ICJ_RETURN_FORM_II:
		return ICJ_FORM_II;
	default:
		return 0;
	}
}

/* Where the cause is known the prohibition stands until consent is known: the
 * juvenile moves only with consent. */
static bool forbids(struct return_eval *q, enum icj_tri v, enum field_id cause)
{
	return v == ICJ_YES ||
	    (v == ICJ_UNKNOWN && peek_said(&q->e, cause) != ICJ_UNKNOWN);
}

/* Whose consent lifts a hold may be less surely known than the method.  Before
 * the first wording that is held the hold was another rule's. */
static void rest_on_consent(struct return_eval *q, size_t row,
    enum field_id cause)
{
	const struct wording *w = q->f[row].wording;

	if (w && peek_said(&q->e, cause) == ICJ_YES)
		icj__rest_on_since(q->r, w);
}

static void find_holds(struct return_eval *q, const struct outcome *o)
{
	struct icj_return *out = q->out;
	size_t n = 0;

	if (forbids(q, o->offense, F_offense_suspected))
		out->hold[n++] = icj__cite_of(&q->f[R_OFFENSE]);
	if (forbids(q, o->charges, F_charges_pending))
		out->hold[n++] = icj__cite_of(&q->f[R_CHARGES]);
	out->hold_unknown = o->offense == ICJ_UNKNOWN ||
	    o->charges == ICJ_UNKNOWN;
	if (o->possible & BIT(ICJ_RETURN_RETAKING))
		rest_on_consent(q, R_OFFENSE, F_offense_suspected);
	if (o->possible & OF_THIS_COMPACT)
		rest_on_consent(q, R_CHARGES, F_charges_pending);
}

static uint16_t return_named(struct return_eval *q, enum field_id f,
    enum field_id stand_in)
{
	if (is_named(&q->e, f))
		return (uint16_t)f;
	return q->out->procedure == ICJ_RETURN_RETAKING &&
	    is_named(&q->e, stand_in) ? (uint16_t)stand_in : NO_STATE;
}

/* The rules lay costs only on a state that they bind. */
static uint16_t bound(struct return_eval *q, uint16_t state)
{
	return state != NO_STATE && is_member(&q->e, (enum field_id)state) ?
	    state : NO_STATE;
}

/* 7-101, 7-105(2).  Who takes a child home after a release bears it. */
static void find_payers(struct return_eval *q, const struct outcome *o)
{
	const unsigned home_bears = OF_THIS_COMPACT &
	    ~BIT(ICJ_RETURN_RELEASE);
	uint16_t home = return_named(q, F_home_state, F_sending_state);
	uint16_t holding = return_named(q, F_holding_state, F_receiving_state);
	enum icj_tri detained = icj__was_detained(&q->e);

	drop_notes(&q->e);
	q->out->home_failed = q->v[R_COSTS];
	if (!(o->possible & ~home_bears) && q->v[R_PARTIES] == ICJ_YES)
		q->payers->of_return = home;
	if (o->possible & ~OF_THIS_COMPACT || detained != ICJ_YES ||
	    q->v[R_COSTS] == ICJ_UNKNOWN)
		return;
	q->payers->of_detention = bound(q,
	    q->v[R_COSTS] == ICJ_YES ? home : holding);
}

/* -- The question ------------------------------------------------------- */

static void procedure_judge(struct return_eval *q)
{
	struct icj_return *out = q->out;
	struct outcome o;

	icj__ask_day(&q->e, q->r, &table, 1);
	q->f = icj__judge_all(&q->e, &table, q->r, q->v, return_is_idle, q);
	q->in_custody = icj__in_custody(&q->e) == ICJ_YES;
	drop_notes(&q->e);
	o = icj__return_outcome(q->v, q->in_custody);
	out->bond = bond_of(q);
	return_decide(q, &o);
	return_keep_what_mattered(q, &o);
	out->detention = o.detention;
	/* The choice since 2018 is until the return. */
	if (o.detention == ICJ_DETENTION_JUDGEMENT &&
	    q->v[R_CHOICE] == ICJ_YES && icj__happened(&q->e, F_returned))
		out->detention = ICJ_DETENTION_NOT_REQUIRED;
	out->escort = o.escort;
	out->forms = forms_of(q);
	out->type = icj__return_type(q);
	out->parties = q->v[R_PARTIES];
	find_holds(q, &o);
	find_payers(q, &o);
	set_others_aside(q, &o);
	icj__return_notes(q, &o);
	icj__note_change(q->r);
}

/* What is remembered of an answer: of the states that bear the costs, which
 * facts name them, for those differ from record to record. */
struct kept {
	struct icj_return out;
	struct payers by;
};

static void return_judge_anew(struct return_eval *q, struct icj_report *r,
    struct kept *kept)
{
	memset(kept, 0, sizeof(*kept)); /* what lies between members, too */
	kept->by = (struct payers){NO_STATE, NO_STATE};
	q->r = r;
	q->out = &kept->out;
	q->payers = &kept->by;
	procedure_judge(q);
	icj__remember(&q->e, r, kept, sizeof(*kept));
}

static icj_state return_state_in(const struct icj_case *c, uint16_t f)
{
	return f != NO_STATE ? icj__fact_state(c, f) : 0;
}

__attribute__((noinline, cold))
static enum icj_procedure return_watched(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_return *out)
{
	struct case_room room;

	icj_return(icj__report_watched(r, c, &room), ctx, r, out);
	/* What an answer leaves open it names once the method is known. */
	icj__open_rows_were_asked(r);
	return out->procedure;
}

ICJ_API enum icj_procedure icj_return(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_return *out)
{
	if (icj__cannot_ask(c, ctx, r, true) || !out)
		return icj__no_return(out);
	if (icj__is_unwatched(c))
		return return_watched(c, ctx, r, out);

	static const char question[] = "return";
	struct kept kept;
	struct return_eval q;
	icj_date step = icj__fact_day(c, F_detained_at);

	icj__eval_start(&q.e, c, ctx, step);
	if (!icj__recall(&q.e, r, question, &kept, sizeof(kept)))
		return_judge_anew(&q, r, &kept);
	*out = kept.out;
	out->on = icj__edition_day(ctx, step);
	out->amendments = ctx->amendments;
	out->pays = return_state_in(c, kept.by.of_return);
	out->detention_pays = return_state_in(c, kept.by.of_detention);
	return out->procedure;
}
