/* SPDX-License-Identifier: MIT */
/* icj-return - how a juvenile is returned (Rules 6-101 to 7-107, 5-103(3)). */
#include "tool/ask.h"
#include "tool/brief.h"
#include "tool/tool.h"

static void return_put_cells(struct tool *t)
{
	struct icj_columns_to to = tool_columns_to(t);

	icj_return_columns(&to, t->report, t->own);
}

static void return_judge(struct tool *t)
{
	struct icj_return *a = t->own;

	icj_return(t->facts, &t->ctx, t->report, a);
	t->found |= a->procedure == ICJ_RETURN_UNKNOWN ||
	    a->procedure == ICJ_RETURN_UNCLASSIFIED || a->hold[0];
	t->same = tool_same(t, (uint32_t)a->pays << 8 |
	    (uint32_t)a->detention_pays);
	tool_law(t, icj_report_basis(t->report));
}

/* -- Columns ------------------------------------------------------------ */

/* Whoever is detained and not released is in custody, which a file that could
 * not tell of a release leaves unknown. */
static int return_opened(struct tool *t)
{
	if (t->input && !input_lacks(t, "detained_at") &&
	    input_lacks(t, "in_custody") && input_lacks(t, "released_at"))
		tool_warn(t, &(struct tool_place){input_name(t),
		    input_header_line(t), 0, NULL},
		    TOOL_W_NO_COLUMN, "no column released_at or in_custody: "
		    "whether those detained are in custody is unknown; --map "
		    "names a column, and --set released_at= says that all its "
		    "cells are empty");
	return -1;
}

/* -- Prose -------------------------------------------------------------- */

static bool return_step(const struct tool *t, size_t i, struct icj_step *out)
{
	return icj_return_step(t->facts, &t->ctx, t->own, i, out);
}

static void return_explain(struct tool *t, FILE *out)
{
	struct icj_page page = brief_page(out);

	explain_findings(t, out);
	icj_papers_prose(t->facts, t->own, &page);
}

static const struct tool_option options[] = {
	TOOL_COMPARE,
	TOOL_ASK,
	TOOL_LOG,
	TOOL_PSEUDONYM,
	{0, NULL, NULL, NULL}
};

static const struct tool_kind kind = {
	.name = "icj-return",
	.examples =
	    "  icj-return return_type=runaway detained_at=2026-03-06T21:30\n"
	    "  icj-return --show case_id,return_procedure,return_hold cases.csv\n"
	    "  icj-return --explain home_state=KS in_custody=yes\n",
	.synopsis = "icj-return [options] [FILE ... | field=value ...]",
	.job = "How is the juvenile returned, by whom, and at whose charge? "
	    "(Rules 6-101 to 7-107)",
	.area = ICJ_AREA_RETURN,
	.columns = "return",
	.logged = "return",
	.options = options,
	.threads = true,
	.own_size = sizeof(struct icj_return),
	.opened = return_opened,
	.judge = return_judge,
	.question = ask_missing,
	.asks = tool_asks_with_steps,
	.cells = return_put_cells,
	.short_list = "case_id,worker,return_procedure,return_rule,return_hold,"
	    "return_detention,return_escort,return_missing,"
	    "return_note",
	.step = return_step,
	.explain = return_explain,
};

int main(int argc, char **argv)
{
	struct icj_return answer;

	return tool_run(&kind, &answer, argc, argv);
}
