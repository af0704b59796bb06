/* SPDX-License-Identifier: MIT */
/*
 * vote.c - what became of a matter before the Commission: which questions it
 * raises, and the answer to each.  The rows are vote_row.c's.
 */
#include <string.h>

#include "judge/part.h"
#include "law/commission/vote.h"
#include "base/guard.h"

/* One matter being judged. */
struct matter {
	struct eval e;
	struct icj_report *r;
	struct icj_vote *out;
	uint32_t bits; /* which, 0: not known */
};

/* -- Names -------------------------------------------------------------- */

ICJ_API const char *icj_vote_name(enum icj_vote_part part,
    enum icj_status status)
{
	static const char *const names[ICJ_VOTE_PARTS][4] = {
		[ICJ_VOTE_ITSELF] = {"lost", "unknown", "carried",
		    "not-applicable"},
		[ICJ_VOTE_NOTICE] = {"incomplete", "unknown", "complete", ""},
		[ICJ_VOTE_EMERGENCY] = {"no-ground", "unknown", "ground", ""},
		[ICJ_VOTE_DISPUTE] = {"not-ready", "unknown", "ready", ""},
		[ICJ_VOTE_PANEL] = {"not-in-order", "unknown", "in-order", ""},
		[ICJ_VOTE_SUSPENSION] = {"barred", "unknown", "allowed", ""},
		[ICJ_VOTE_TOLD] = {"incomplete", "unknown", "complete", ""},
		[ICJ_VOTE_WITHDRAWAL] = {"pending", "unknown", "effective",
		    ""},
		[ICJ_VOTE_DISSOLUTION] = {"stands", "unknown", "dissolved",
		    ""},
		[ICJ_VOTE_REINSTATEMENT] = {"not-reinstated", "unknown",
		    "reinstated", ""},
	};

	return (size_t)part < ICJ_VOTE_PARTS && (size_t)status < 4 ?
	    names[part][status] : "";
}

/* -- Which questions are raised ----------------------------------------- */

/* Facts that raise a question of themselves, and the matter they belong to:
 * a record that states them is answered whatever else it is about. */
static const struct {
	enum icj_vote_part part;
	uint32_t matter;
	uint16_t fact[3];
} raised_by[] = {
	{ICJ_VOTE_EMERGENCY, EMERGENCY_RULE, {F_emergency_grounds,
	    F_emergency_grounds, F_emergency_grounds}},
	{ICJ_VOTE_DISPUTE, DISPUTE, {F_direct_attempt_documented,
	    F_informal_process_done, F_dispute_resolved}},
	{ICJ_VOTE_PANEL, DISPUTE, {F_arbitrators, F_arbitrators_neutral,
	    F_arbitrators_from_list}},
	{ICJ_VOTE_SUSPENSION, SUSPENSION, {F_penalties_exhausted,
	    F_default_determined, F_penalties_exhausted}},
	{ICJ_VOTE_WITHDRAWAL, WITHDRAWAL, {F_repeal_effective,
	    F_repeal_effective, F_repeal_effective}},
	{ICJ_VOTE_DISSOLUTION, WITHDRAWAL, {F_members_left, F_members_left,
	    F_members_left}},
	{ICJ_VOTE_REINSTATEMENT, REINSTATEMENT, {F_reenacted, F_left_by,
	    F_reinstated_from}},
};

static uint32_t raised_by_facts(const struct matter *m,
    enum icj_vote_part part)
{
	for (size_t i = 0; i < COUNT_OF(raised_by); i++)
		for (int k = 0; raised_by[i].part == part && k < 3; k++)
			if (icj__fact_known(m->e.c, raised_by[i].fact[k]))
				return raised_by[i].matter;
	return 0;
}

/* Whether a suspension or a termination is meant is not known: the row that
 * only a termination is asked stays in. */
static struct table vote_table_of(const struct matter *m,
    enum icj_vote_part part)
{
	struct table t = icj__vote_table(part, m->bits);
	uint32_t bits = t.n ? 0 : raised_by_facts(m, part);

	if (part == ICJ_VOTE_REINSTATEMENT)
		return (m->bits | bits) & REINSTATEMENT ?
		    icj__vote_back(m->e.c) : t;
	if (bits == SUSPENSION && m->bits == 0)
		bits = TERMINATION;
	return bits ? icj__vote_table(part, bits) : t;
}

/* -- Judging ------------------------------------------------------------ */

static void cite_met(struct icj_report *r, size_t first)
{
	for (size_t i = first; i < r->findings; i++)
		if (r->finding[i].status == ICJ_MET &&
		    !(r->finding[i].row->part & ASIDE))
			icj__cite(r, r->finding[i].wording);
}

/* Whether the rules ask anything of a part on the day. */
static bool vote_is_asked(const struct icj_report *r, size_t first)
{
	for (size_t i = first; i < r->findings; i++)
		if (!(r->finding[i].row->part & ASIDE))
			return true;
	return false;
}

/* What stands where nothing is asked any more. */
static void cite_aside(struct icj_report *r, size_t first)
{
	for (size_t i = first; i < r->findings; i++)
		if (r->finding[i].wording)
			icj__cite(r, r->finding[i].wording);
}

static void judge_part(struct matter *m, enum icj_vote_part part)
{
	struct table t = vote_table_of(m, part);
	size_t first = m->r->findings;
	enum icj_tri v;

	if (t.n == 0)
		return;
	v = icj__decide_part(&m->e, t.rows, t.n, m->r);
	if (!vote_is_asked(m->r, first)) {
		cite_aside(m->r, first);
		return;
	}
	if (v == ICJ_YES)
		cite_met(m->r, first);
	m->out->part[part] = (enum icj_status)v;
}

/* The condition of the row that decides the vote. */
static condition *majority_of(const struct matter *m)
{
	struct table t = icj__vote_table(ICJ_VOTE_ITSELF, m->bits);

	const struct rule_row *last = t.n ? &t.rows[t.n - 1] : NULL;
	const struct wording *w;

	return last && icj__book_has(icj__book_on(m->r->office,
	    last->p, m->r->on, &w)) ?
	    last->test[0].call : NULL;
}

/* The approval of 9-103(7) is for states that were terminated: whoever
 * withdrew comes back without. */
static bool needs_no_vote(const struct matter *m)
{
	return m->bits == REINSTATEMENT &&
	    icj__fact_is(m->e.c, F_left_by, LEFT_BY_WITHDRAWAL);
}

/* The lead of 2-103 decides nothing here, but it is met or not. */
static void show_lead(struct icj_report *r)
{
	for (size_t i = 0; i < r->findings; i++) {
		struct icj_finding *f = &r->finding[i];

		if (f->row->test[0].call == icj__majority_of_commission &&
		    f->status == ICJ_NOT_APPLICABLE)
			f->status = ICJ_NOT_MET;
	}
}

static void judge_vote(struct matter *m)
{
	enum field_id lacks = m->bits == 0 ? F_matter : F_left_by;

	if (needs_no_vote(m))
		return;
	if (!icj__fact_known(m->e.c, lacks) && (m->bits == 0 ||
	    m->bits == REINSTATEMENT)) {
		icj__note(&m->r->own.missing, lacks);
		m->out->part[ICJ_VOTE_ITSELF] = ICJ_UNDECIDED;
		return;
	}
	judge_part(m, ICJ_VOTE_ITSELF);
	show_lead(m->r);
	if (majority_of(m))
		m->out->needed = icj__votes_needed(&m->e, majority_of(m));
}

/* A row that no part of the answer counts says something all the same. */
static void shows_in_answer(struct matter *m, const struct icj_finding *f)
{
	icj__were_asked(&m->e, &f->missing);
	icj__were_asked(&m->e, &f->assumed);
}

static void vote_judge_costs(struct matter *m)
{
	const struct vote_cost *cost = icj__vote_cost(m->bits);
	size_t first = m->r->findings;

	if (!cost)
		return;
	icj__decide_part(&m->e, cost->rows.rows, cost->rows.n, m->r);
	shows_in_answer(m, &m->r->finding[first]);
	if (m->r->finding[first].status == ICJ_MET)
		m->out->pays = cost->who;
}

/* -- What is left out --------------------------------------------------- */

static size_t vote_add_lacking(const char **list, size_t n, enum field_id f,
    uint32_t bits)
{
	const char *const *names = icj_field_at((size_t)f)->choices;

	for (size_t i = 0; names[i]; i++)
		if (bits & (uint32_t)1 << i)
			list[n++] = names[i];
	return n;
}

/* Of a list that rows ask for, the bits that a record's list has not. */
static uint32_t lacking(const struct matter *m, enum icj_vote_part part,
    enum field_id f)
{
	struct table t = vote_table_of(m, part);
	uint32_t bits = 0;

	for (size_t i = 0; i < t.n; i++) {
		const struct test *asks = &t.rows[i].test[0];

		if (asks->kind == ASK_LOOK && asks->look.f == f &&
		    asks->look.look == icj__look_all)
			bits |= (uint32_t)asks->look.n;
	}
	return icj__fact_known(m->e.c, f) ? bits & ~icj__fact_bits(m->e.c, f) :
	    0;
}

static void list_lacking(struct matter *m)
{
	size_t n = vote_add_lacking(m->out->lacks, 0, F_notice_items,
	    lacking(m, ICJ_VOTE_NOTICE, F_notice_items));

	vote_add_lacking(m->out->lacks, n, F_officials_told,
	    lacking(m, ICJ_VOTE_TOLD, F_officials_told));
	vote_add_lacking(m->out->steps, 0, F_penalties_exhausted,
	    lacking(m, ICJ_VOTE_SUSPENSION, F_penalties_exhausted));
}

/* -- Notes -------------------------------------------------------------- */

static const struct icj_finding *vote_finding(const struct icj_report *r,
    const struct provision *p)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].row->p == p)
			return &r->finding[i];
	return NULL;
}

static const struct icj_finding *finding_of(const struct icj_report *r,
    condition *holds)
{
	for (size_t i = 0; i < r->findings; i++)
		if (r->finding[i].row->test[0].call == holds)
			return &r->finding[i];
	return NULL;
}

/* Reading: 2-103(8) outweighs the lead of the rule; whether the stricter test
 * of the lead fails is said. */
static bool lead_fails(const struct matter *m)
{
	const struct icj_finding *f = finding_of(m->r,
	    icj__majority_of_commission);

	return f && f->row->part & ASIDE && f->status == ICJ_NOT_MET &&
	    m->out->part[ICJ_VOTE_ITSELF] != ICJ_NOT_MET;
}

/* The fact that a count of the members stood in for where it decided. */
static enum field_id counted_for(const struct matter *m)
{
	const struct icj_finding *f = finding_of(m->r,
	    icj__majority_of_commission);

	if (f && !(f->row->part & ASIDE))
		return F_members;
	return m->out->part[ICJ_VOTE_DISSOLUTION] != ICJ_NOT_APPLICABLE &&
	    !icj__fact_known(m->e.c, F_members_left) ? F_members_left :
	    FIELD_COUNT;
}

/* Members that were counted: a presumption, where it decided. */
static void note_members(struct matter *m)
{
	enum field_id f = counted_for(m);
	char buf[80];
	struct text t;

	if (icj__fact_known(m->e.c, F_members) || m->e.ctx->strict ||
	    (f == FIELD_COUNT && !lead_fails(m)))
		return;
	if (f != FIELD_COUNT)
		icj__note(&m->r->own.assumed, f);
	if (f == F_members && finding_of(m->r, icj__vote_dissolves) &&
	    !icj__fact_known(m->e.c, F_members_left))
		icj__note(&m->r->own.assumed, F_members_left);
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "members counted: ");
	icj__text_add_int(&t, icj__member_count(m->e.on));
	icj__text_add(&t, " compacting states on ");
	icj__text_add_date(&t, m->e.on);
	icj__report_note(m->r, buf);
}

/* Where nothing is asked any more of the vote itself. */
static void note_no_vote(struct matter *m)
{
	const struct icj_finding *f = vote_finding(m->r, P(vote_submission));

	if (f && f->wording)
		icj__report_note(m->r, "a proposal is submitted for future "
		    "consideration, without a vote");
}

static void note_vote(struct matter *m)
{
	const struct icj_case *c = m->e.c;
	bool lost = m->out->part[ICJ_VOTE_ITSELF] == ICJ_NOT_MET;
	bool by_present = majority_of(m) == icj__majority_of_quorum;

	if (lost && by_present && icj__fact_no(c, F_quorum_present))
		icj__report_note(m->r, "no quorum was present");
	else if (lost && by_present && icj__fact_known(c, F_votes_for) &&
	    icj__fact_known(c, F_votes_against) &&
	    icj__fact_count(c, F_votes_for) >
	    icj__fact_count(c, F_votes_against))
		icj__report_note(m->r, "more votes for than against, but not "
		    "more than half of those present");
	if (majority_of(m) == icj__approved_by_bylaws)
		icj__report_note(m->r, "no rule names the majority; it is for "
		    "the by-laws");
}

static void note_arbitration(struct matter *m)
{
	const struct icj_finding *f = vote_finding(m->r,
	    P(arbitration_association));

	if (f)
		shows_in_answer(m, f);
	if (f && f->status == ICJ_MET)
		icj__report_note(m->r, "administered under the commercial "
		    "rules of the American Arbitration Association");
}

/* The as-of date stood in for the day of the vote, or a period ended by it. */
static void vote_note_as_of(struct matter *m, icj_date step)
{
	static condition *const dated[] = {
		icj__vote_uncured, icj__vote_repeal_effective,
		icj__vote_dissolves, icj__vote_back_after_withdrawal,
		icj__vote_back_either_way,
	};
	bool matters = step == ICJ_DATE_NONE &&
	    m->e.ctx->edition == ICJ_DATE_NONE;

	for (size_t i = 0; i < COUNT_OF(dated); i++)
		matters |= finding_of(m->r, dated[i]) != NULL;
	if (!matters)
		return;
	icj__note_judged_as_of(m->r, m->e.ctx);
}

static void note_all(struct matter *m, icj_date step)
{
	if (lead_fails(m))
		icj__note_cited(m->r, "no majority of all members, which the "
		    "lead of # asks for; # is applied",
		    CITES_OF(P(vote_majority_of_all), P(vote_adoption)));
	note_no_vote(m);
	note_vote(m);
	note_members(m);
	note_arbitration(m);
	vote_note_as_of(m, step);
	if (m->r->own.edition == ICJ_DATE_NONE)
		icj__rest_on(m->r, icj__wording(m->r->office,
		    P(vote_adoption), m->r->on));
	icj__note_change(m->r);
}

/* -- The question ------------------------------------------------------- */

static icj_date vote_day_of_step(const struct icj_case *c)
{
	icj_date vote = icj__fact_day(c, F_vote_date);

	return vote != ICJ_DATE_NONE ? vote :
	    icj__fact_day(c, F_commission_meeting);
}

ICJ_API enum icj_status icj_vote(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_vote *out)
{
	if (icj__cannot_ask(c, ctx, r, true) || !out)
		return icj__no_vote(out);

	struct matter m = {.r = r, .out = out};
	struct case_room room;
	icj_date step;

	if (icj__is_unwatched(c))
		c = icj__report_watched(r, c, &room);
	step = vote_day_of_step(c);
	memset(out, 0, sizeof(*out));
	for (int i = 0; i < ICJ_VOTE_PARTS; i++)
		out->part[i] = ICJ_NOT_APPLICABLE;
	out->needed = -1;
	out->pays = "";
	out->impossible = icj__vote_contradiction(c);
	r->watched = icj__case_watch(c);
	icj__report_start(r, icj__edition_day(ctx, step), ctx->amendments);
	icj__eval_start(&m.e, c, ctx, step);
	m.bits = icj__fact_bits(c, F_matter);
	judge_vote(&m);
	for (int i = ICJ_VOTE_ITSELF + 1; i < ICJ_VOTE_PARTS; i++)
		judge_part(&m, (enum icj_vote_part)i);
	vote_judge_costs(&m);
	list_lacking(&m);
	note_all(&m, step);
	return out->part[ICJ_VOTE_ITSELF];
}
