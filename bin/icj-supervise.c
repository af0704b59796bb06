/* SPDX-License-Identifier: MIT */
/* icj-supervise - reports, retaking, closing, costs, communication. */
#include "tool/tool.h"

enum { REPORT, ABSCONDER_REPORT, SEARCH, REPLY, LACKING, RETAKE, RETAKE_RULE,
	CLOSE, CLOSE_RULE, CLOSE_FROM, CONDITION, CONDITION_COST,
	SANCTION_COST, TREATMENT_COST, PROBLEMS, MISSING };

struct own {
	struct icj_supervise answer;
};

/* -- Cells -------------------------------------------------------------- */

static void put_lacking(struct tool *t)
{
	struct own *own = t->own;
	struct icj_item item;

	for (size_t i = 0; icj_supervise_item(t->facts, &t->ctx, &own->answer,
	    i, &item); i++)
		if (item.there == ICJ_NO)
			cells_item(t->cells, LACKING, item.name);
}

static void supervise_put_rules(
    struct tool *t, size_t cell, const char *const *rule)
{
	for (; *rule; rule++)
		cells_item(t->cells, cell, *rule);
}

static bool supervise_is_wanting(enum icj_contents c)
{
	return c == ICJ_CONTENTS_INCOMPLETE || c == ICJ_CONTENTS_UNKNOWN;
}

static void put_contents(struct tool *t, size_t cell, enum icj_contents c)
{
	t->found |= supervise_is_wanting(c);
	cells_put(t->cells, cell, icj_contents_name(c));
}

static void supervise_judge(struct tool *t)
{
	struct own *own = t->own;
	struct icj_supervise *a = &own->answer;

	icj_supervise(t->facts, &t->ctx, t->report, a);
	put_contents(t, REPORT, a->report);
	put_contents(t, ABSCONDER_REPORT, a->absconder_report);
	put_contents(t, SEARCH, a->search);
	put_contents(t, REPLY, a->reply);
	put_lacking(t);
	cells_put(t->cells, RETAKE, icj_retake_name(a->retake));
	supervise_put_rules(t, RETAKE_RULE, a->retake_rule);
	cells_put(t->cells, CLOSE, icj_close_name(a->close));
	supervise_put_rules(t, CLOSE_RULE, a->close_rule);
	cells_date(t->cells, CLOSE_FROM, a->close_from);
	cells_put(t->cells, CONDITION, icj_condition_name(a->condition));
	cells_put(t->cells, CONDITION_COST, icj_cost_name(a->condition_cost));
	cells_put(t->cells, SANCTION_COST, icj_cost_name(a->sanction_cost));
	cells_put(t->cells, TREATMENT_COST, icj_cost_name(a->treatment_cost));
	supervise_put_rules(t, PROBLEMS, a->problem);
	tool_report_cells(t, MISSING);
}

/* -- Prose -------------------------------------------------------------- */

static const struct icj_part parts[] = {
	{"Violation report", REPORT, REPORT},
	{"Absconder report", ABSCONDER_REPORT, ABSCONDER_REPORT},
	{"Search for the juvenile", SEARCH, SEARCH},
	{"Reply to the report", REPLY, REPLY},
	{"Lacking", LACKING, LACKING},
	{"May the sending state retake now", RETAKE, RETAKE_RULE},
	{"May the receiving state close now", CLOSE, CLOSE_RULE},
	{"It may from", CLOSE_FROM, CLOSE_FROM},
	{"Condition", CONDITION, CONDITION},
	{"Cost of the condition", CONDITION_COST, CONDITION_COST},
	{"Cost of the sanction", SANCTION_COST, SANCTION_COST},
	{"Cost of the treatment", TREATMENT_COST, TREATMENT_COST},
	{"Wrong with the supervision", PROBLEMS, PROBLEMS},
	{NULL, 0, 0}
};

static void print_items(const struct tool *t, FILE *out)
{
	static const char *const there[] = {
		[ICJ_NO] = "not there", [ICJ_UNKNOWN] = "not known",
		[ICJ_YES] = "there or not called for",
	};
	const struct own *own = t->own;
	struct icj_item item;

	for (size_t i = 0; icj_supervise_item(t->facts, &t->ctx, &own->answer,
	    i, &item); i++) {
		if (i == 0)
			fputs("\nContents:\n", out);
		fprintf(out, "%s: %s, %s: %s\n", item.rule, item.of,
		    item.name, there[item.there]);
	}
}

static void print_competences(const struct tool *t, FILE *out)
{
	const struct own *own = t->own;
	struct icj_competence m;
	char buf[160];

	fputs("\nWho decides:\n", out);
	for (size_t i = 0; icj_competence_at(i, own->answer.on,
	    own->answer.amendments, &m); i++) {
		snprintf(buf, sizeof(buf), "%s: %s: %s", m.rule, m.matter,
		    icj_side_name(m.side));
		explain_wrap(out, buf, 4);
	}
}

static bool supervise_next_step(
    const struct tool *t, size_t i, struct icj_step *out)
{
	return icj_supervise_step(t->facts, &t->ctx, i, out);
}

static void supervise_explain(struct tool *t, FILE *out)
{
	explain_findings(t, out);
	print_items(t, out);
	print_competences(t, out);
}

/* A placement that is late may be closed, which a file that could not tell of the
 * arrival leaves unknown. */
static int supervise_opened(struct tool *t)
{
	if (t->input && !input_lacks(t, "accepted") &&
	    input_lacks(t, "arrived"))
		tool_warn(t, &(struct tool_place){input_name(t),
		    input_header_line(t), 0, NULL}, TOOL_W_NO_COLUMN,
		    "no column arrived: whether a placement is late is "
		    "unknown; --map names a column, and --set arrived= says "
		    "that all its cells are empty");
	return -1;
}

static const struct tool_kind kind = {
	.name = "icj-supervise",
	.examples =
	    "  icj-supervise violation_discovered=2026-03-02\n"
	    "  icj-supervise --show case_id,supervise_report,supervise_close cases.csv\n"
	    "  icj-supervise --explain absconder_since=2026-03-02\n",
	.synopsis = "icj-supervise [options] [FILE ... | field=value ...]",
	.job = "Are the reports complete; may a state retake, close, impose? "
	    "(Rules 2-104, 5-101 to 5-104)",
	.area = ICJ_AREA_SUPERVISE,
	.columns = "supervise",
	.opened = supervise_opened,
	.threads = true,
	.own_size = sizeof(struct own),
	.judge = supervise_judge,
	.asks = tool_asks_with_steps,
	.short_list = "case_id,worker,supervise_report,supervise_retake,"
	    "supervise_close,supervise_problems,supervise_missing,"
	    "supervise_note",
	.parts = parts,
	.step = supervise_next_step,
	.explain = supervise_explain,
};

int main(int argc, char **argv)
{
	struct own own = {.answer = {.report = ICJ_CONTENTS_NONE}};

	return tool_run(&kind, &own, argc, argv);
}
