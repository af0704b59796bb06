/* SPDX-License-Identifier: MIT */
/*
 * icj-vote - votes, notices and other acts of the Commission (Rules 2-101(1),
 * 2-103, 9-101 to 9-105).
 */
#include "tool/tool.h"

#define VOTE_E_IMPOSSIBLE 501 /* numbers that contradict one another */

enum {
	VOTE, RULE, NEEDED, NOTICE, LACKS, EMERGENCY, DISPUTE, PANEL,
	SUSPENSION, STEPS, TOLD, WITHDRAWAL, DISSOLUTION, REINSTATEMENT, PAYS,
	MISSING, ASSUMED, EDITION, BASIS, NOTE
};

/* Where each part of the answer goes. */
static const size_t parts[ICJ_VOTE_PARTS] = {
	[ICJ_VOTE_ITSELF] = VOTE,
	[ICJ_VOTE_NOTICE] = NOTICE,
	[ICJ_VOTE_EMERGENCY] = EMERGENCY,
	[ICJ_VOTE_DISPUTE] = DISPUTE,
	[ICJ_VOTE_PANEL] = PANEL,
	[ICJ_VOTE_SUSPENSION] = SUSPENSION,
	[ICJ_VOTE_TOLD] = TOLD,
	[ICJ_VOTE_WITHDRAWAL] = WITHDRAWAL,
	[ICJ_VOTE_DISSOLUTION] = DISSOLUTION,
	[ICJ_VOTE_REINSTATEMENT] = REINSTATEMENT,
};

static const char *vote_name_of(const struct icj_vote *v, int part)
{
	return icj_vote_name((enum icj_vote_part)part, v->part[part]);
}

/* A compact that stands and a withdrawal to come are nothing to look at. */
static bool vote_is_trouble(const struct icj_vote *v, int part)
{
	if (part == ICJ_VOTE_DISSOLUTION)
		return v->part[part] == ICJ_MET ||
		    v->part[part] == ICJ_UNDECIDED;
	if (part == ICJ_VOTE_WITHDRAWAL)
		return v->part[part] == ICJ_UNDECIDED;
	return v->part[part] == ICJ_NOT_MET || v->part[part] == ICJ_UNDECIDED;
}

static void vote_put_list(struct tool *t, size_t cell, const char *const *item)
{
	while (*item)
		cells_item(t->cells, cell, *item++);
}

static void vote_refuse(struct tool *t, const char *why)
{
	struct tool_place at = {input_name(t), t->rec ? t->rec->line : 0, 0,
	    NULL};

	tool_error(t, &at, VOTE_E_IMPOSSIBLE, "%s", why);
	snprintf(t->why, sizeof(t->why), "%s", why);
	t->invalid = true;
}

static void vote_judge(struct tool *t)
{
	struct icj_vote *v = t->own;

	icj_vote(t->facts, &t->ctx, t->report, v);
	if (v->impossible) {
		vote_refuse(t, v->impossible);
		return;
	}
	for (int i = 0; i < ICJ_VOTE_PARTS; i++) {
		cells_put(t->cells, parts[i], vote_name_of(v, i));
		t->found |= vote_is_trouble(v, i);
	}
	tool_cite_cells(t, RULE);
	if (v->needed >= 0)
		cells_number(t->cells, NEEDED, v->needed);
	vote_put_list(t, LACKS, v->lacks);
	vote_put_list(t, STEPS, v->steps);
	cells_put(t->cells, PAYS, v->pays);
	tool_report_cells(t, MISSING);
}

static const struct icj_part said[] = {
	{"Vote", VOTE, VOTE},
	{"Notice", NOTICE, NOTICE},
	{"Emergency", EMERGENCY, EMERGENCY},
	{"Formal resolution", DISPUTE, DISPUTE},
	{"Arbitrators", PANEL, PANEL},
	{"Suspension or termination", SUSPENSION, SUSPENSION},
	{"Told afterwards", TOLD, TOLD},
	{"Withdrawal", WITHDRAWAL, WITHDRAWAL},
	{"Compact", DISSOLUTION, DISSOLUTION},
	{"Reinstatement", REINSTATEMENT, REINSTATEMENT},
	{"Votes needed", NEEDED, NEEDED},
	{"Left out", LACKS, LACKS},
	{"Still to be tried", STEPS, STEPS},
	{"Costs", PAYS, PAYS},
	{NULL, 0, 0}
};

static const struct tool_kind kind = {
	.name = "icj-vote",
	.examples =
	    "  icj-vote matter=rule-adoption members_present=40 votes_for=21\n"
	    "  icj-vote --show vote,vote_needed,vote_notice commission.csv\n"
	    "  icj-vote --explain matter=suspension\n",
	.synopsis = "icj-vote [options] [FILE ... | field=value ...]",
	.job = "Is it carried, is its notice complete, may the state be "
	    "suspended? (2-103, 9-101 to 9-105)",
	.area = ICJ_AREA_VOTE,
	.columns = "vote",
	.judge = vote_judge,
	.short_list = "case_id,vote,vote_rule,vote_needed,vote_notice,"
	    "vote_missing,vote_note",
	.parts = said,
	.explain = explain_findings,
};

int main(int argc, char **argv)
{
	struct icj_vote vote;

	return tool_run(&kind, &vote, argc, argv);
}
