/* SPDX-License-Identifier: MIT */
/* icj-permit - whether a travel permit is mandatory (Rule 8-101). */
#include "tool/ask.h"
#include "tool/tool.h"

static void permit_judge(struct tool *t)
{
	struct icj_permit *permit = t->own;

	icj_permit(t->facts, &t->ctx, t->report, permit);
	t->found |= permit->need == ICJ_PERMIT_UNKNOWN || permit->problem[0];
	t->same = tool_same(t, (uint32_t)permit->last_day);
	tool_law(t, icj_report_basis(t->report));
}

static void permit_put_cells(struct tool *t)
{
	struct icj_columns_to to = tool_columns_to(t);

	icj_permit_columns(&to, t->report, t->own);
}

static bool permit_step(const struct tool *t, size_t i, struct icj_step *out)
{
	return icj_due_step(t->facts, &t->ctx, t->kind->area, i, out);
}

static const struct tool_option options[] = {
	TOOL_COMPARE,
	TOOL_ASK,
	TOOL_LOG,
	TOOL_PSEUDONYM,
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-permit",
	.examples =
	    "  icj-permit travel_hours=72 transferred=yes permit_purpose=visit\n"
	    "  icj-permit --show case_id,permit,permit_problems cases.csv\n"
	    "  icj-permit -o card cases.csv\n",
	.synopsis = "icj-permit [options] [FILE ... | field=value ...]",
	.job = "Is a travel permit mandatory, and is the one on file in order? "
	    "(Rule 8-101)",
	.area = ICJ_AREA_PERMIT,
	.columns = "permit",
	.logged = "permit",
	.options = options,
	.threads = true,
	.own_size = sizeof(struct icj_permit),
	.judge = permit_judge,
	.question = ask_missing,
	.cells = permit_put_cells,
	.short_list = "case_id,worker,permit,permit_rule,permit_last_day,"
	    "permit_problems,permit_missing,permit_note",
	.step = permit_step,
	.explain = explain_findings,
};

int main(int argc, char **argv)
{
	struct icj_permit answer;

	return tool_run(&kind, &answer, argc, argv);
}
