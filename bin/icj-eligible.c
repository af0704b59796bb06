/* SPDX-License-Identifier: MIT */
/* icj-eligible - who is eligible for transfer of supervision (Rule 4-101). */
#include <stdlib.h>

#include "tool/tool.h"


enum { OPT_WHY_NOT = 2000 };

enum { ELIGIBLE, WHY_NOT = 7 }; /* behind the library's columns */

struct own {
	bool why_not;
	enum icj_tri verdict;
	struct icj_case *scratch;
	struct icj_report *tried; /* the search leaves t->report alone */
};

static void put_changes(struct tool *t)
{
	struct own *own = t->own;
	struct icj_change changes[ICJ_CHANGES];
	int n = icj_eligible_why_not(t->facts, &t->ctx, own->scratch,
	    own->tried, changes);

	for (int i = 0; i < n; i++) {
		cells_item(t->cells, WHY_NOT, changes[i].field->name);
		cells_add(t->cells, WHY_NOT, "=");
		cells_add(t->cells, WHY_NOT, changes[i].value);
	}
}

static void eligible_judge(struct tool *t)
{
	struct own *own = t->own;

	own->verdict = icj_eligible(t->facts, &t->ctx, t->report);
	t->found |= own->verdict != ICJ_YES;
	t->same = own->why_not ? 0 : tool_same(t, 0);
	tool_law(t, icj_report_basis(t->report));
}

static void eligible_put_cells(struct tool *t)
{
	struct icj_columns_to to = tool_columns_to(t);
	struct own *own = t->own;

	icj_eligible_columns(&to, t->report, own->verdict);
	if (own->why_not)
		put_changes(t);
}

static const struct icj_part parts[] = {
	{"Eligible for transfer of supervision", ELIGIBLE, ELIGIBLE},
	{"The fewest changes that make it a yes", WHY_NOT, WHY_NOT},
	{NULL, 0, 0}
};

static bool eligible_step(const struct tool *t, size_t i, struct icj_step *out)
{
	struct own *own = t->own;

	return icj_eligible_step(t->facts, &t->ctx, own->verdict, own->tried, i,
	    out);
}

static bool eligible_take(struct tool *t, int letter, const char *argument)
{
	struct own *own = t->own;

	(void)argument;
	own->why_not |= letter == OPT_WHY_NOT;
	return true;
}

/* The search for changes, and for questions, needs a case and a report of its
 * own, what comes next the report. */
static bool make_scratch(struct own *own, bool prose, bool tries)
{
	if (prose || tries)
		own->tried = icj_report_new();
	if (tries)
		own->scratch = icj_case_new();
	return (own->tried || !(prose || tries)) && (own->scratch || !tries);
}

static int eligible_begin(struct tool *t)
{
	struct own *own = t->own;

	if (!make_scratch(own, t->explain || t->fact_count || t->interview,
	    own->why_not || t->interview)) {
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
		return TOOL_STOPPED;
	}
	if (own->why_not)
		t->more_columns = "why_not";
	return -1;
}

/* The fact whose answers settle most, tried out on another case. */
static const struct icj_field *eligible_question(struct tool *t,
    const struct icj_field *const *skip, size_t count)
{
	struct own *own = t->own;

	return icj_eligible_ask(t->facts, &t->ctx, own->scratch, t->report,
	    skip, count);
}

/* What would make it a yes can hang on any fact. */
static bool eligible_asks(struct tool *t, const struct bad_cell *bad)
{
	const struct own *own = t->own;

	return own->why_not || icj_report_asked(t->report, bad->field);
}

static const struct tool_option options[] = {
	{OPT_WHY_NOT, "why-not", NULL, "add the fewest changes that make it a yes"},
	TOOL_COMPARE,
	TOOL_ASK,
	TOOL_LOG,
	TOOL_PSEUDONYM,
	{0, NULL, NULL, NULL}
};

static void eligible_drop_own(void *p)
{
	struct own *own = p;

	icj_case_free(own->scratch);
	icj_report_free(own->tried);
	free(own);
}

static void *eligible_fork_own(struct tool *t)
{
	const struct own *of = t->own;
	struct own *own = malloc(sizeof(*own));

	if (!own)
		return NULL;
	*own = *of;
	if (make_scratch(own, false, own->why_not))
		return own;
	eligible_drop_own(own);
	return NULL;
}

static const struct tool_kind kind = {
	.name = "icj-eligible",
	.examples =
	    "  icj-eligible plan_days=120 residence=parent\n"
	    "  icj-eligible --show case_id,eligible,eligible_rule cases.csv\n"
	    "  icj-eligible --why-not -o table cases.csv\n",
	.synopsis = "icj-eligible [options] [FILE ... | field=value ...]",
	.job = "Is the juvenile eligible for transfer of supervision? (Rule 4-101)",
	.area = ICJ_AREA_ELIGIBLE,
	.columns = "eligible",
	.logged = "eligible",
	.optional = "why_not",
	.no_days = true,
	.threads = true,
	.fork = eligible_fork_own,
	.drop = eligible_drop_own,
	.options = options,
	.take = eligible_take,
	.begin = eligible_begin,
	.judge = eligible_judge,
	.asks = eligible_asks,
	.question = eligible_question,
	.cells = eligible_put_cells,
	.short_list = "case_id,worker,eligible,eligible_rule,eligible_missing,"
	    "eligible_note",
	.parts = parts,
	.step = eligible_step,
	.explain = explain_findings,
};

int main(int argc, char **argv)
{
	struct own own = {.why_not = false};
	int status = tool_run(&kind, &own, argc, argv);

	icj_case_free(own.scratch);
	icj_report_free(own.tried);
	return status;
}
