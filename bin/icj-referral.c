/* SPDX-License-Identifier: MIT */
/* icj-referral - what a referral lacks, who decides on it (4-102 to 4-104). */
#include "tool/tool.h"

enum { PACKET, RULE, LACKING, EXPECTED, LATER, EARLY, EARLY_RULE, RESPONSIBLE,
	RESPONSIBLE_STATE, DECISION, DENIAL, DENIAL_RULE, MISSING };

#define DOCUMENTS 40 /* more than the rules know */

struct own {
	struct icj_referral answer;
	struct icj_document document[DOCUMENTS];
	size_t documents;
};

/* -- Cells -------------------------------------------------------------- */

static void find_documents(struct tool *t)
{
	struct own *own = t->own;
	size_t n = 0;

	while (n < DOCUMENTS && icj_referral_document(t->facts, &own->answer,
	    n, &own->document[n]))
		n++;
	own->documents = n;
}

static void put_later(struct tool *t, const struct icj_document *d)
{
	char day[11];

	cells_item(t->cells, LATER, d->name);
	cells_add(t->cells, LATER, " ");
	cells_add(t->cells, LATER, d->when);
	if (*icj_date_format(d->day, day)) {
		cells_add(t->cells, LATER, " ");
		cells_add(t->cells, LATER, day);
	}
}

/* The cell in which a document is named that is not there. */
static size_t cell_of(enum icj_demand demand)
{
	return demand == ICJ_SHALL ? LACKING : demand == ICJ_LATER ? LATER :
	    EXPECTED;
}

/* The documents of a cell that are not there; what is owed later is shown
 * unless it is known to be there. */
static void put_documents(struct tool *t, size_t cell)
{
	const struct own *own = t->own;

	for (size_t i = 0; i < own->documents; i++) {
		const struct icj_document *d = &own->document[i];

		if (cell_of(d->demand) != cell || d->there == ICJ_YES)
			continue;
		if (cell == LATER)
			put_later(t, d);
		else if (d->there == ICJ_NO)
			cells_item(t->cells, cell, d->name);
	}
}

static void referral_put_rules(
    struct tool *t, size_t cell, const char *const *rule)
{
	for (; *rule; rule++)
		cells_item(t->cells, cell, *rule);
}

static void referral_judge(struct tool *t)
{
	struct own *own = t->own;
	struct icj_referral *a = &own->answer;
	enum icj_packet p = icj_referral(t->facts, &t->ctx, t->report, a);

	t->found |= p == ICJ_PACKET_INCOMPLETE || p == ICJ_PACKET_UNKNOWN;
	cells_put(t->cells, PACKET, icj_packet_name(p));
	tool_cite_cells(t, RULE);
	find_documents(t);
	put_documents(t, LACKING);
	put_documents(t, EXPECTED);
	put_documents(t, LATER);
	cells_put(t->cells, EARLY, icj_early_name(a->early));
	referral_put_rules(t, EARLY_RULE, a->early_rule);
	cells_put(t->cells, RESPONSIBLE, icj_side_name(a->responsible));
	cells_put(t->cells, RESPONSIBLE_STATE,
	    icj_state_code(a->responsible_state));
	cells_put(t->cells, DECISION, icj_decision_name(a->decision));
	cells_put(t->cells, DENIAL, icj_denial_name(a->denial));
	referral_put_rules(t, DENIAL_RULE, a->denial_rule);
	tool_report_cells(t, MISSING);
}

/* -- Prose -------------------------------------------------------------- */

static void print_document(FILE *out, const struct icj_document *d)
{
	static const char *const demand[] = {
		[ICJ_SHALL] = "demanded", [ICJ_SHOULD] = "expected",
		[ICJ_LATER] = "owed ", [ICJ_IF_AVAILABLE] = "owed ",
	};
	static const char *const there[] = {
		[ICJ_NO] = "not there", [ICJ_UNKNOWN] = "not known",
		[ICJ_YES] = "there",
	};
	char day[11], buf[256];

	icj_date_format(d->day, day);
	snprintf(buf, sizeof(buf), "%s: %s, %s%s%s%s: %s", d->rule, d->name,
	    demand[d->demand], d->when, *day ? " " : "", day,
	    there[d->there]);
	explain_wrap(out, buf, 4);
}

static void print_documents(const struct tool *t, FILE *out)
{
	const struct own *own = t->own;

	if (own->documents > 0)
		fputs("\nDocuments:\n", out);
	for (size_t i = 0; i < own->documents; i++)
		print_document(out, &own->document[i]);
}

static bool referral_next_step(
    const struct tool *t, size_t i, struct icj_step *out)
{
	const struct own *own = t->own;

	return icj_referral_step(t->facts, &t->ctx, &own->answer, i, out);
}

static const struct icj_part parts[] = {
	{"The packet of the referral", PACKET, RULE},
	{"Placement before acceptance", EARLY, EARLY_RULE},
	{"Responsible now", RESPONSIBLE, RESPONSIBLE_STATE},
	{"Form of the decision", DECISION, DECISION},
	{"Denial", DENIAL, DENIAL_RULE},
	{NULL, 0, 0}
};

static void referral_explain(struct tool *t, FILE *out)
{
	explain_findings(t, out);
	print_documents(t, out);
}

static const struct tool_kind kind = {
	.name = "icj-referral",
	.examples =
	    "  icj-referral supervision=probation documents=form-iv\n"
	    "  icj-referral --show case_id,referral_missing_documents cases.csv\n"
	    "  icj-referral --explain supervision=parole\n",
	.synopsis = "icj-referral [options] [FILE ... | field=value ...]",
	.job = "What does a referral lack, and does a denial stand? "
	    "(Rules 4-102 to 4-104)",
	.area = ICJ_AREA_REFERRAL,
	.columns = "referral",
	.threads = true,
	.own_size = sizeof(struct own),
	.judge = referral_judge,
	.asks = tool_asks_with_steps,
	.short_list = "case_id,worker,referral,referral_missing_documents,"
	    "denial,referral_missing,referral_note",
	.parts = parts,
	.step = referral_next_step,
	.explain = referral_explain,
};

int main(int argc, char **argv)
{
	struct own own = {.documents = 0};

	return tool_run(&kind, &own, argc, argv);
}
