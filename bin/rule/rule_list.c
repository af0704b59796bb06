/* SPDX-License-Identifier: MIT */
/*
 * rule_list.c - the paragraphs as rows: what becomes of each, by which tool,
 * resting on what.  The rows are the library's.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rule/rule.h"

#include "tool/screen.h"

/* -- Texts made of bits and lists --------------------------------------- */

static const char *list_join(unsigned bits, const char *(*name)(unsigned),
    char *buf, size_t size)
{
	size_t len = 0;

	buf[0] = '\0';
	for (unsigned bit = 1; bit && bit <= bits; bit <<= 1)
		if ((bits & bit) && len < size)
			len += (size_t)snprintf(buf + len, size - len, "%s%s",
			    len ? "; " : "", name(bit));
	return buf;
}

const char *rule_dispositions(const struct icj_paragraph *p, char *buf,
    size_t size)
{
	return list_join(
	    icj_paragraph_disposition(p), icj_disposition_name, buf, size);
}

/* -- The later editions ------------------------------------------------- */

/* The i-th edition after the one whose text the paragraphs are. */
static const struct icj_edition *list_edition(size_t i)
{
	const struct icj_edition *e;
	bool later = false;

	for (size_t k = 0; (e = icj_edition_at(k)); k++) {
		if (later && i-- == 0)
			return e;
		later |= e->held;
	}
	return NULL;
}

/* What left the rules is gone, whether or not somebody rescinded it. */
static const char *list_later_name(unsigned disposition)
{
	return disposition == ICJ_RESCINDED ? "gone" :
	    icj_disposition_name(disposition);
}

static const char *list_by(const struct icj_paragraph *p, icj_date day,
    char *buf, size_t size)
{
	return list_join(icj_paragraph_on(p, day), list_later_name, buf, size);
}

const char *rule_kinds(const struct icj_paragraph *p, char *buf, size_t size)
{
	return list_join(p->kinds, icj_kind_name, buf, size);
}

/* A second wording of a duty has the same name. */
static bool seen_before(size_t i)
{
	struct icj_duty d, before;

	icj_duty_at(i, &d);
	for (size_t k = 0; k < i && icj_duty_at(k, &before); k++)
		if (strcmp(before.id, d.id) == 0)
			return true;
	return false;
}

bool rule_duty(const struct icj_paragraph *p, size_t i, struct icj_duty *out)
{
	for (size_t k = 0; icj_duty_at(k, out); k++)
		if (icj_paragraph_cited(p, out->rule->cite) &&
		    !seen_before(k) && i-- == 0)
			return true;
	return false;
}

static const char *duties(const struct icj_paragraph *p, char *buf,
    size_t size)
{
	struct icj_duty d;
	size_t len = 0;

	buf[0] = '\0';
	for (size_t i = 0; rule_duty(p, i, &d) && len < size; i++)
		len += (size_t)snprintf(buf + len, size - len, "%s%s",
		    len ? "; " : "", d.id);
	return buf;
}

/* -- Rows --------------------------------------------------------------- */

enum {
	CITE, DISPOSITION, KINDS, WHO, TOOL, ROW, DUTIES, SHORT,
	TITLE = SHORT, FROM, UNTIL, CHANGE, LATER, HISTORY, FORMER, FORMS,
	READING, BECAUSE, SAYS, EDITIONS, COLUMNS = EDITIONS + 7
};

static const char *const names[EDITIONS] = {
	"cite", "disposition", "kinds", "who", "tool", "row", "duties",
	"title", "from", "until", "change_known", "later",
	"history", "before_2014", "forms", "reading", "because", "says",
};

struct row {
	char disposition[160], kinds[80], duties[200];
	char from[11], until[11], by[COLUMNS - EDITIONS][160];
	struct rec_text cell[COLUMNS];
};

static void list_put(struct row *row, int i, const char *text)
{
	row->cell[i].text = text ? text : "";
	row->cell[i].len = strlen(row->cell[i].text);
}

static void fill_short(struct row *row, const struct icj_paragraph *p)
{
	list_put(row, CITE, p->cite);
	list_put(row, DISPOSITION, rule_dispositions(p, row->disposition,
	    sizeof(row->disposition)));
	list_put(row, KINDS, rule_kinds(p, row->kinds, sizeof(row->kinds)));
	list_put(row, WHO, p->who);
	list_put(row, TOOL, p->tool);
	list_put(row, ROW, !p->tool || p->row ? p->row : p->cite);
	list_put(row, DUTIES, duties(p, row->duties, sizeof(row->duties)));
}

static void list_fill(struct row *row, const struct icj_paragraph *p)
{
	fill_short(row, p);
	list_put(row, TITLE, p->title);
	list_put(row, FROM, icj_date_format(p->from, row->from));
	list_put(row, UNTIL, icj_date_format(p->until, row->until));
	list_put(row, CHANGE, p->change_known ? "yes" : "no");
	list_put(row, LATER, p->later);
	list_put(row, HISTORY, p->history);
	list_put(row, FORMER, p->former);
	list_put(row, FORMS, p->forms);
	list_put(row, READING, p->reading);
	list_put(row, BECAUSE, p->because);
	list_put(row, SAYS, icj_paragraph_says(p));
	for (int i = EDITIONS; i < COLUMNS; i++) {
		size_t k = (size_t)(i - EDITIONS);

		list_put(row, i, list_by(p, list_edition(k)->effective,
		    row->by[k], sizeof(row->by[k])));
	}
}

/* The i-th of those asked for, or of all, those of 2015 first; NULL beyond. */
static const struct icj_paragraph *list_row(
    const struct icj_paragraph *const *only, size_t count, size_t i)
{
	const struct icj_paragraph *p;
	size_t of_2015 = 0;

	if (only)
		return i < count ? only[i] : NULL;
	if ((p = icj_paragraph_at(i)))
		return p;
	while (icj_paragraph_at(of_2015))
		of_2015++;
	return icj_paragraph_later_at(i - of_2015);
}

static bool write_rows(struct rec_out *out, const struct rec_text *head,
    const struct icj_paragraph *const *only, size_t count, size_t columns)
{
	const struct icj_paragraph *p;
	struct row row;

	if (rec_put_header(out, NULL, head, columns) != 0)
		return false;
	for (size_t i = 0; (p = list_row(only, count, i)); i++) {
		list_fill(&row, p);
		if (rec_put_row(out, head, row.cell, columns) != 0)
			return false;
	}
	return rec_flush(out) == 0;
}

/* -- Figures ------------------------------------------------------------ */

/* A paragraph counts once, by what comes first. */
static size_t figure_of(unsigned does)
{
	size_t i = 0;

	while (does && !(does & 1u << i))
		i++;
	return i;
}

static bool figures_hold(const struct icj_paragraph *p, icj_date day)
{
	unsigned does = icj_paragraph_on(p, day);

	return does && !(does & (ICJ_RESCINDED | ICJ_NOT_SEEN));
}

/* How many numbers those have that came later and are held on a day; rows of
 * one number stand together. */
static size_t figures_count_later(icj_date day)
{
	const struct icj_paragraph *p;
	const char *before = "";
	size_t n = 0;

	for (size_t i = 0; (p = icj_paragraph_later_at(i)); i++) {
		if (!figures_hold(p, day))
			continue;
		n += strcmp(p->cite, before) != 0;
		before = p->cite;
	}
	return n;
}

static void figures_of_day(icj_date day)
{
	size_t of[10] = {0};
	const struct icj_paragraph *p;
	char text[11];

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		of[figure_of(icj_paragraph_on(p, day))]++;
	printf("%s", icj_date_format(day, text));
	for (size_t i = 0; i < 9; i++)
		printf(",%zu", of[i]);
	printf(",%zu\n", figures_count_later(day));
}

int rule_figures(void)
{
	const struct icj_edition *e;

	printf("edition");
	for (unsigned i = 0; i < 9; i++)
		printf(",%s", list_later_name(1u << i));
	printf(",new\n");
	for (size_t i = 0; (e = icj_edition_at(i)); i++)
		if (e->held)
			figures_of_day(e->effective);
	for (size_t i = 0; (e = list_edition(i)); i++)
		figures_of_day(e->effective);
	return TOOL_FINE;
}

static int list_no_memory(const struct tool *t)
{
	tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return TOOL_STOPPED;
}

/* On a terminal, without a format asked for. */
int rule_list_on_screen(const struct icj_paragraph *const *only, size_t count)
{
	const struct icj_paragraph *p;
	struct row row;
	char text[1600];

	for (size_t i = 0; (p = list_row(only, count, i)); i++) {
		list_fill(&row, p);
		snprintf(text, sizeof(text), "%s%s%s%s%s%s%s", p->title ?
		    p->title : "", p->title ? ". " : "", row.disposition,
		    p->tool ? ", " : "", p->tool ? p->tool : "",
		    *row.duties ? ": " : "", row.duties);
		list_entry(p->cite, text);
	}
	return TOOL_FINE;
}

/* A table for the eye has no sentences in it. */
int rule_list(const struct tool *t, const struct icj_paragraph *const *only,
    size_t count, enum rec_format format)
{
	struct rec_out *out = rec_out_new(STDOUT_FILENO, format);
	struct rec_text head[COLUMNS];
	char days[COLUMNS - EDITIONS][11];
	bool written;
	int sys;

	if (!out)
		return list_no_memory(t);
	if (format == REC_TABLE && screen_is_there())
		rec_out_fit(out, (size_t)screen_width());
	for (size_t i = 0; i < COLUMNS; i++) {
		const char *name = i < EDITIONS ? names[i] : icj_date_format(
		    list_edition(i - EDITIONS)->effective,
		    days[i - EDITIONS]);

		head[i] = (struct rec_text){name, strlen(name)};
	}
	written = write_rows(out, head, only, count,
	    format == REC_TABLE ? SHORT : COLUMNS);
	sys = rec_out_error(out)->sys;
	rec_out_free(out);
	if (!written && !sys)
		return list_no_memory(t);
	if (!written && sys != EPIPE)
		tool_error(t, NULL, REC_E_WRITE, "cannot write: %s",
		    strerror(sys));
	return written ? TOOL_FINE : TOOL_STOPPED;
}
