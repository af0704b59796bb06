/* SPDX-License-Identifier: MIT */
/*
 * brief.c - an answer as prose: the cells at hand, told by the library on a page
 * that is this terminal.  Knows no rule.
 */
#include "tool/brief.h"

#include <string.h>

#include "tool/mask.h"
#include "tool/screen.h"

/* -- Lines -------------------------------------------------------------- */

/* Facts and notes have texts of others in them. */
static void brief_words(void *to, const char *text, size_t len)
{
	mask_put(to, text, len);
}

static void brief_line(void *to, int indent)
{
	fprintf(to, "\n%*s", indent, "");
}

struct icj_page brief_page(FILE *out)
{
	return (struct icj_page){out, screen_width() - 2, brief_words,
	    brief_line};
}

int explain_wrap(FILE *out, const char *text, int indent)
{
	struct icj_page page = brief_page(out);

	return icj_page_put(&page, text, indent);
}

/* -- Columns ------------------------------------------------------------ */

static struct icj_cell brief_cell(const struct tool *t, size_t i)
{
	return (struct icj_cell){t->cells->at[i].text, t->cells->at[i].len};
}

/* The cell of the column whose name ends so. */
static struct icj_cell brief_ending(const struct tool *t, const char *end)
{
	const struct column *c;

	for (size_t i = 0; (c = tool_column(t, i)); i++) {
		size_t len = strlen(c->name), n = strlen(end);

		if (len > n && strcmp(c->name + len - n, end) == 0)
			return brief_cell(t, i);
	}
	return (struct icj_cell){NULL, 0};
}

static const struct icj_part *brief_parts(const struct tool *t)
{
	return t->kind->parts ? t->kind->parts :
	    icj_answer_parts(t->kind->columns);
}

bool brief_can(const struct tool *t)
{
	return t->kind->brief || brief_parts(t);
}

static size_t brief_heads(const struct tool *t, struct icj_head head[CELLS_MAX])
{
	const struct icj_part *part = brief_parts(t);
	size_t n = 0;

	for (; part->lead && n < CELLS_MAX; part++, n++) {
		head[n] = (struct icj_head){part->lead,
		    brief_cell(t, part->column), {NULL, 0}};
		if (part->cites != part->column)
			head[n].cites = brief_cell(t, part->cites);
	}
	return n;
}

static bool brief_step(const void *of, size_t i, struct icj_step *out)
{
	const struct tool *t = of;

	return t->kind->step && t->kind->step(t, i, out);
}

/* -- The whole ---------------------------------------------------------- */

static void brief_answer(struct tool *t, FILE *out)
{
	struct icj_page page = brief_page(out);
	struct icj_head head[CELLS_MAX];
	struct icj_prose p = {.facts = t->facts, .report = t->report,
		.head = head, .heads = brief_heads(t, head),
		.rule = icj_answer_rule(t->kind->columns),
		.missing = brief_ending(t, "_missing"),
		.assumed = brief_ending(t, "_assumed"),
		.edition = brief_ending(t, "_edition"),
		.basis = brief_ending(t, "_basis"),
		.note = brief_ending(t, "_note"),
		.step = brief_step, .of = t, .brief = t->brief};

	icj_prose_answer(&p, &page);
	if (t->brief)
		explain_wrap(out, "Every limb, with its citation: the same "
		    "with --explain.", 4);
	else
		icj_prose_steps(&p, &page);
}

void brief_put(struct tool *t, FILE *out)
{
	if (t->kind->brief)
		t->kind->brief(t, out);
	else
		brief_answer(t, out);
}

void explain_findings(struct tool *t, FILE *out)
{
	struct icj_page page = brief_page(out);
	struct icj_prose p = {.facts = t->facts, .report = t->report};

	icj_prose_limbs(&p, &page);
}
