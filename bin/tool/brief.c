/* SPDX-License-Identifier: MIT */
/*
 * brief.c - an answer on one screen: the verdict, what decides it, what is
 * missing or presumed in words, what comes next, and by which law.  Knows no
 * rule: all of it comes from the cells, the report and the dictionary.
 */
#include "tool/brief.h"

#include <string.h>

#include "tool/next.h"
#include "tool/screen.h"

#define ITEMS 64
#define ITEM 300

/* -- Words -------------------------------------------------------------- */

/* What it means that a fact is presumed absent. */
static const char *presumption(const struct icj_field *f)
{
	switch (f->type) {
	case ICJ_STATE:
		return "members of the compact: ";
	case ICJ_YES_NO:
		return "not so: ";
	case ICJ_DATE:
	case ICJ_TIME:
	case ICJ_TIME_OR_DATE:
		return "not yet: ";
	default:
		return "nothing out of the ordinary: ";
	}
}

/* One that is like the fact before it does not repeat the lead. */
void brief_presume(const struct icj_field *f, const struct icj_field *before,
    char *buf, size_t size)
{
	const char *lead = presumption(f);

	if (before && presumption(before) == lead)
		lead = "";
	if (f->type == ICJ_STATE)
		snprintf(buf, size, "%s%s", lead, f->name);
	else
		snprintf(buf, size, "%s%s (%s)", lead, f->meaning, f->name);
}

/* The cell of the column whose name ends so; NULL without one. */
static const struct rec_text *brief_cell(const struct tool *t, const char *end)
{
	const struct column *c;

	for (size_t i = 0; (c = tool_column(t, i)); i++) {
		size_t len = strlen(c->name), n = strlen(end);

		if (len > n && strcmp(c->name + len - n, end) == 0)
			return t->cells->at[i].len ? &t->cells->at[i] : NULL;
	}
	return NULL;
}

/* The facts that a cell lists, in words. */
static size_t facts_of(const struct tool *t, const char *end, bool presumed,
    char item[][ITEM])
{
	const struct rec_text *cell = brief_cell(t, end);
	const char *at = cell ? cell->text : "";
	const char *stop = at + (cell ? cell->len : 0);
	const struct icj_field *before = NULL;
	size_t n = 0;

	while (at < stop && n < ITEMS) {
		const char *semi = memchr(at, ';', (size_t)(stop - at));
		size_t len = (size_t)((semi ? semi : stop) - at);
		const struct icj_field *f = icj_field_find(at, len);

		if (f && presumed)
			brief_presume(f, before, item[n], ITEM);
		else if (f)
			snprintf(item[n], ITEM, "- %s (%s)", f->meaning,
			    f->name);
		else
			snprintf(item[n], ITEM, "- %.*s", (int)len, at);
		before = f;
		n++;
		at += len + 2;
	}
	return n;
}

/* -- Parts -------------------------------------------------------------- */

/* "Forms: form-iii (cites)", "" if there is nothing to say. */
static void head_text(const struct tool *t, const struct tool_head *h,
    char item[2400])
{
	const struct rec_text *text = &t->cells->at[h->cell];
	const struct rec_text *cites = &t->cells->at[h->beside];
	bool cited = h->beside != h->cell && cites->len > 0;

	item[0] = '\0';
	if (text->len > 0)
		snprintf(item, 2400, "%s: %.*s%s%.*s%s", h->lead,
		    (int)text->len, text->text, cited ? " (" : "",
		    cited ? (int)cites->len : 0, cited ? cites->text : "",
		    cited ? ")" : "");
}

/* The answer itself: of what is said, the first. */
static const struct tool_head *answer_of(const struct tool *t, char item[2400])
{
	const struct tool_head *h = t->kind->heads;

	do {
		head_text(t, h, item);
	} while (!*item && (++h)->lead);
	if (!*item)
		snprintf(item, 2400, "%s: none", t->kind->heads->lead);
	return *item && h->lead ? h : h - 1;
}

/* A text too long for so many lines ends with dots. */
static void clip(char *text, int most)
{
	size_t len = strlen(text);

	while (len > 0 && explain_wrap(NULL, text, 4) > most) {
		while (len > 0 && text[--len] != ' ')
			;
		strcpy(text + len, " ...");
	}
}

static void join_items(const char *lead, const char *joint, char item[][ITEM],
    size_t n, size_t all, char *buf, size_t size)
{
	size_t at = (size_t)snprintf(buf, size, "%s", lead);

	for (size_t i = 0; i < n && at < size; i++)
		at += (size_t)snprintf(buf + at, size - at, "%s%s",
		    i || *joint == '.' ? joint : " ", item[i]);
	if (n < all && at < size)
		at += (size_t)snprintf(buf + at, size - at, "%sand %zu more",
		    joint, all - n);
	if (at < size)
		snprintf(buf + at, size - at, ".");
}

static int brief_join(FILE *out, const char *lead, const char *joint,
    char item[][ITEM], size_t n, int most)
{
	char buf[ITEMS * ITEM];
	size_t k = n;

	do {
		join_items(lead, joint, item, k, n, buf, sizeof(buf));
	} while (explain_wrap(NULL, buf, 4) > most && k-- > 1);
	if (k == 0)
		clip(buf, most);
	return explain_wrap(out, buf, 4);
}

int brief_list(FILE *out, const char *lead, char item[][300], size_t n,
    int most)
{
	return brief_join(out, lead, "; ", item, n, most);
}

/* What is missing, one to a line, so that it can be asked for. */
static int brief_put_missing(FILE *out, char item[][ITEM], size_t n, int most)
{
	int lines = 1;
	size_t i = 0;

	if (out)
		fputs("What could still decide it:\n", out);
	for (; i < n; i++) {
		int more = explain_wrap(NULL, item[i], 4);

		if (i == 0 && lines + more + (n > 1) > most) {
			clip(item[0], 1);
			more = 1;
		}
		if (lines + more + (i + 1 < n) > most && i > 0)
			break;
		lines += explain_wrap(out, item[i], 4);
	}
	if (i == n)
		return lines;
	if (out)
		fprintf(out, "- and %zu more\n", n - i);
	return lines + 1;
}

/* The finding of a citation, before all one that speaks. */
static const struct icj_finding *cited(const struct tool *t, const char *cite)
{
	const struct icj_finding *f = NULL, *found = NULL;

	while ((f = icj_report_next(t->report, f))) {
		enum icj_status s = icj_finding_status(f);

		if (strcmp(icj_finding_rule(f)->cite, cite) == 0 &&
		    s != ICJ_NOT_APPLICABLE &&
		    (!found || icj_finding_status(found) ==
		    ICJ_UNDECIDED))
			found = f;
	}
	return found;
}

/* What decides, in sentences; where nothing is decided the limbs are named
 * only, for what is missing says the rest. */
static int put_reasons(const struct tool *t, FILE *out, int most)
{
	char open[ITEMS][ITEM], bare[ITEMS][ITEM], buf[2048];
	const struct icj_finding *f;
	const char *cite;
	size_t opens = 0, bares = 0, left = 0;
	int lines = 0;

	for (size_t i = 0; (cite = icj_report_cite(t->report, i)); i++) {
		f = cited(t, cite);
		if (!f && bares < ITEMS)
			snprintf(bare[bares++], ITEM, "%s", cite);
		else if (f && opens < ITEMS &&
		    icj_finding_status(f) == ICJ_UNDECIDED)
			snprintf(open[opens++], ITEM, "%s", cite);
		if (!f || icj_finding_status(f) == ICJ_UNDECIDED)
			continue;
		explain_finding(t, f, buf, sizeof(buf));
		if (lines == 0 && t->brief)
			clip(buf, most);
		if (left || (lines > 0 &&
		    lines + explain_wrap(NULL, buf, 4) > most))
			left++;
		else
			lines += explain_wrap(out, buf, 4);
	}
	if (bares > 0 && lines < most)
		lines += brief_join(out, "Decided by", ", ", bare, bares,
		    1);
	if (opens > 0 && lines < most)
		lines += brief_join(out, "Undecided:", ", ", open, opens,
		    1);
	if (left == 0 || lines >= most || !t->brief)
		return lines; /* the limbs are below */
	if (out)
		fprintf(out, "and %zu more\n", left);
	return lines + 1;
}

/* Which law was applied, how surely it was that of the day, and what is known
 * to have become of it. */
static int brief_put_law(const struct tool *t, FILE *out)
{
	const struct rec_text *edition = brief_cell(t, "_edition");
	const struct rec_text *name = brief_cell(t, "_basis");
	enum icj_basis basis = ICJ_BASIS_TEXT;
	char buf[200 + 2 * ICJ_LAW_NOTE], law[ICJ_LAW_NOTE];
	size_t n;

	if (!edition)
		return 0;
	while (name && basis < ICJ_BASIS_NEAREST &&
	    strcmp(icj_basis_name(basis), name->text) != 0)
		basis++;
	n = (size_t)snprintf(buf, sizeof(buf), "Rules as effective %.*s%s.",
	    (int)edition->len, edition->text, explain_basis(basis));
	for (size_t i = 0; icj_report_law(t->report, i, law); i++)
		n += (size_t)snprintf(buf + n, sizeof(buf) - n, " %c%s.",
		    law[0] >= 'a' && law[0] <= 'z' ? law[0] - 'a' + 'A' :
		    law[0], law + 1);
	return explain_wrap(out, buf, 4);
}

static int put_next(const struct tool *t, FILE *out)
{
	char text[1024], buf[1040];
	struct icj_step s;

	if (!next_first(t, &s))
		return 0;
	next_text(&s, text, sizeof(text));
	snprintf(buf, sizeof(buf), "Next: %s", text);
	return explain_wrap(out, buf, 4);
}

/* How much of a note there is before what the line of the law says already,
 * which stands at its end. */
static size_t before_the_law(const struct tool *t, const struct rec_text *note)
{
	char law[ICJ_LAW_NOTE];
	size_t left = note->len, n = 0;

	while (icj_report_law(t->report, n, law))
		n++;
	while (n > 0 && icj_report_law(t->report, --n, law)) {
		size_t len = strlen(law);

		if (left < len ||
		    strncmp(note->text + left - len, law, len) != 0)
			break;
		left -= len;
		if (left >= 2)
			left -= 2; /* "; " */
	}
	return left;
}

/* A note's sentences stand between "; ". */
static size_t note_of(const struct tool *t, char item[][ITEM])
{
	const struct rec_text *cell = brief_cell(t, "_note");
	const char *at = cell ? cell->text : "";
	size_t left = cell ? before_the_law(t, cell) : 0, n = 0;

	while (left > 0 && n < ITEMS) {
		size_t len = 0;

		while (len < left && strncmp(at + len, "; ",
		    left - len < 2 ? left - len : 2) != 0)
			len++;
		snprintf(item[n++], ITEM, "%.*s", (int)len, at);
		len += len < left ? 2 : 0;
		at += len;
		left -= len;
	}
	return n;
}

/* -- The whole ---------------------------------------------------------- */

enum part { REASONS, LACKS, PRESUMED, NOTES, PARTS };

struct brief {
	const struct tool *t;
	char lacks[ITEMS][ITEM], presumed[ITEMS][ITEM], notes[ITEMS][ITEM];
	size_t n[PARTS];
};

/* A part in so many lines at most. */
static int put_part(struct brief *b, enum part part, FILE *out, int most)
{
	if (part == REASONS)
		return put_reasons(b->t, out, most);
	if (b->n[part] == 0)
		return 0;
	if (part == LACKS)
		return brief_put_missing(out, b->lacks, b->n[part], most);
	if (part == PRESUMED)
		return brief_list(out, "Presumed, as nobody said otherwise:",
		    b->presumed, b->n[part], most);
	return brief_list(out, "Note:", b->notes, b->n[part], most);
}

/* How many lines each part gets of those left: what is presumed and the note
 * give way before what is missing. */
static void share_lines(struct brief *b, int left, int most[PARTS])
{
	static const struct {
		enum part part;
		int least;
	} order[] = {
		{PRESUMED, 2}, {NOTES, 2}, {LACKS, 5}, {REASONS, 2},
		{NOTES, 1}, {PRESUMED, 1}, {LACKS, 3}, {REASONS, 1}, {LACKS, 2},
	};
	int sum = 0;

	for (int i = 0; i < PARTS; i++)
		sum += most[i] = put_part(b, (enum part)i, NULL, 1000);
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		while (sum > left && most[order[i].part] > order[i].least) {
			most[order[i].part]--;
			sum--;
		}
}

/* What the answer says, a line each. */
static void put_heads(const struct tool *t, FILE *out)
{
	char item[2400];
	const struct tool_head *h = answer_of(t, item);

	do {
		if (*item)
			explain_wrap(out, item, 4);
		if ((++h)->lead)
			head_text(t, h, item);
	} while (h->lead);
}

/* The same on one screen: the answer itself, and the rest of it together. */
static int pack_heads(const struct tool *t, FILE *out)
{
	char item[2400], more[ITEMS][ITEM];
	const struct tool_head *h = answer_of(t, item);
	int lines = explain_wrap(out, item, 4);
	size_t n = 0;

	while ((++h)->lead && n < ITEMS) {
		head_text(t, h, item);
		if (*item)
			snprintf(more[n++], ITEM, "%.*s", ITEM - 1, item);
	}
	if (n > 0)
		lines += brief_join(out, more[0], ". ", more + 1, n - 1, 3);
	return lines;
}

void brief_put(struct tool *t, FILE *out)
{
	struct brief b = {.t = t};
	int most[PARTS] = {3, 1000, 1000, 1000}, left;

	if (t->kind->brief) {
		t->kind->brief(t, out);
		return;
	}
	b.n[LACKS] = facts_of(t, "_missing", false, b.lacks);
	b.n[PRESUMED] = facts_of(t, "_assumed", true, b.presumed);
	b.n[NOTES] = note_of(t, b.notes);
	/* A narrow screen has as much to say.  One line is that of the case,
	 * one says how to see all. */
	left = BRIEF_LINES * 80 / (screen_width() < 80 ? screen_width() : 80) -
	    2 - pack_heads(t, NULL) - put_next(t, NULL) - brief_put_law(t, NULL);
	if (t->brief) {
		share_lines(&b, left, most);
		pack_heads(t, out);
	} else {
		put_heads(t, out);
	}
	for (int i = 0; i < NOTES; i++)
		put_part(&b, (enum part)i, out, most[i]);
	put_next(t, out);
	brief_put_law(t, out);
	put_part(&b, NOTES, out, most[NOTES]);
	if (t->brief)
		explain_wrap(out, "Every limb, with its citation: the same "
		    "with --explain.", 4);
}
