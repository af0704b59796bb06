/* SPDX-License-Identifier: MIT */
/*
 * digest_write.c - a digest: who, what and by when, in lines of at most 80
 * columns, or as a page.
 */
#include <errno.h>
#include <string.h>

#include "digest/digesting.h"
#include "tool/mask.h"
#include "tool/screen.h"

/* -- How many ------------------------------------------------------------ */

static bool row_is_told(const struct digest_row *row)
{
	return row->mark != TOLD_BEFORE;
}

/* What stands behind a number of rows, and above them. */
static const char *const counted[DIGEST_WHYS] = {
	[ICJ_DIGEST_OVERDUE] = "overdue",
	[ICJ_DIGEST_PAST] = "perhaps overdue",
	[ICJ_DIGEST_NO_DATE] = "without a known date",
	[DIGEST_INVALID] = "not judged",
};
static const char *const headings[DIGEST_WHYS] = {
	[ICJ_DIGEST_OVERDUE] = "Overdue",
	[ICJ_DIGEST_PAST] = "Past due, and not known whether it was done",
	[ICJ_DIGEST_NO_DATE] = "Not known by when",
	[DIGEST_INVALID] = "Not judged, for a value that cannot be read",
};

static void name_why(const struct digesting *d, unsigned why,
    const char *const *names, char text[64])
{
	if (why != ICJ_DIGEST_SOON)
		snprintf(text, 64, "%s", names[why]);
	else if (d->within == 0)
		snprintf(text, 64, "due today");
	else
		snprintf(text, 64, "due within %d day%s", d->within,
		    d->within == 1 ? "" : "s");
}

/* The same as a heading. */
static void name_heading(const struct digesting *d, unsigned why, char text[64])
{
	name_why(d, why, headings, text);
	if (why == ICJ_DIGEST_SOON)
		text[0] = 'D';
}

static size_t count_why(const struct digesting *d,
    const struct digest_group *group, size_t groups, unsigned why)
{
	size_t n = 0;

	for (size_t g = 0; g < groups; g++)
		for (size_t i = group[g].from; i < group[g].to; i++)
			n += d->row[i].why == why && row_is_told(&d->row[i]);
	return n;
}

char *digest_summary(const struct digesting *d,
    const struct digest_group *group, size_t groups, char text[DIGEST_SUMMARY])
{
	size_t put = 0;
	char name[64];

	text[0] = '\0';
	for (unsigned why = ICJ_DIGEST_OVERDUE; why < DIGEST_WHYS; why++) {
		size_t n = count_why(d, group, groups, why);

		if (n == 0)
			continue;
		name_why(d, why, counted, name);
		put += (size_t)snprintf(text + put, DIGEST_SUMMARY - put,
		    "%s%zu %s", put ? ", " : "", n, name);
	}
	return text;
}

/* -- One duty ------------------------------------------------------------ */

#define WIDTH 78 /* of a mail */
#define INDENT 14
#define LONGEST 60 /* of a name or a key; what is longer is cut */

/* How many bytes of a text are shown, whole characters. */
static int shown_of(struct rec_text text)
{
	size_t len = text.len;

	if (len <= LONGEST)
		return (int)len;
	for (len = LONGEST; len > 0 &&
	    ((unsigned char)text.text[len] & 0xc0) == 0x80; len--)
		;
	return (int)len;
}

static void put_days(char *text, size_t size, int32_t days, const char *late)
{
	int32_t n = days < 0 ? -days : days;

	if (days == 0)
		snprintf(text, size, "today");
	else
		snprintf(text, size, "%d day%s %s", n, n == 1 ? "" : "s",
		    days < 0 ? late : "left");
}

/* A permit that lasts too long has exceeded its cap before that day; what may
 * have been done is not called late. */
static void put_row_days(const struct digest_row *row, char text[40])
{
	text[0] = '\0';
	if (row->why == ICJ_DIGEST_OVERDUE && row->days > 0)
		snprintf(text, 40, "exceeded");
	else if (row->dated || row->days)
		put_days(text, 40, row->days, row->why == ICJ_DIGEST_PAST ?
		    "ago" : "late");
}

/* A text from a column on; a word that is too long for a line has its own. */
static void wrap_row(const char *text, int at, FILE *out)
{
	int width = out == stdout ? screen_width() - 2 : WIDTH;

	for (bool first = true; *text; first = false) {
		size_t word = strcspn(text, " ");

		if (!first && at + 1 + (int)word > width)
			fprintf(out, "\n%*s", at = INDENT, "");
		else if (!first)
			putc(' ', out), at++;
		mask_put(out, text, word);
		at += (int)word;
		text += word;
		text += strspn(text, " ");
	}
	putc('\n', out);
}

static void put_row(const struct digest_row *row, bool marks, FILE *out)
{
	static const char *const mark[] = {"", " [new]", " [moved]",
	    " [changed]", " [again]"};
	char text[4096], due[32] = "no date", days[40];

	if (row->dated)
		icj_time_format(&row->due, due);
	put_row_days(row, days);
	if (row->why == DIGEST_INVALID)
		due[0] = '\0';
	fprintf(out, "  %-10s  ", due);
	snprintf(text, sizeof(text), "%.*s%s%s%.*s%s%.*s%s%.*s%s%s%s%.*s%s",
	    row->case_id.len ? shown_of(row->case_id) : 10,
	    row->case_id.len ? row->case_id.text : "no case_id",
	    row->case_id.len > LONGEST ? "..." : "",
	    row->duty.len ? ": " : "", shown_of(row->duty), row->duty.text,
	    row->rule.len ? ", " : "", shown_of(row->rule), row->rule.text,
	    row->state.len ? ", owed by " : "", shown_of(row->state),
	    row->state.text, *days ? ", " : "", days,
	    row->missing.len ? "; " : "", (int)row->missing.len,
	    row->missing.text, marks ? mark[row->mark] : "");
	wrap_row(text, strlen(due) > 10 ? 4 + (int)strlen(due) : INDENT, out);
}

/* -- Groups -------------------------------------------------------------- */

static void print_section(const struct digesting *d,
    const struct digest_group *g, unsigned why, FILE *out)
{
	char name[64];
	bool any = false;

	for (size_t i = g->from; i < g->to; i++) {
		const struct digest_row *row = &d->row[i];

		if (row->why != why || !row_is_told(row))
			continue;
		if (!any) {
			name_heading(d, why, name);
			fprintf(out, "\n%s\n", name);
		}
		any = true;
		put_row(row, d->state, out);
	}
}

static void print_group(const struct digesting *d,
    const struct digest_group *g, FILE *out)
{
	struct rec_text name = d->row[g->from].group;
	char heading[4 * LONGEST + DIGEST_SUMMARY];
	char summary[DIGEST_SUMMARY];
	size_t before = 0;

	for (size_t i = g->from; i < g->to; i++)
		before += !row_is_told(&d->row[i]);
	snprintf(heading, sizeof(heading), "%s%.*s%s: %s",
	    name.len ? "" : "No ", name.len ? shown_of(name) :
	    (int)strlen(duty_column_name(d->by)), name.len ? name.text :
	    duty_column_name(d->by), name.len > LONGEST ? "..." : "",
	    digest_summary(d, g, 1, summary));
	fputc('\n', out);
	explain_wrap(out, heading, 2);
	for (unsigned why = ICJ_DIGEST_OVERDUE; why < DIGEST_WHYS; why++)
		print_section(d, g, why, out);
	if (before > 0)
		fprintf(out, "\n%zu more %s told before and %s not changed.\n",
		    before, before == 1 ? "was" : "were",
		    before == 1 ? "has" : "have");
}

static void print_ground(const struct digesting *d,
    const struct digest_group *group, size_t groups, FILE *out)
{
	size_t n = 0;
	char text[200];

	for (size_t g = 0; g < groups; g++)
		for (size_t i = group[g].from; i < group[g].to; i++)
			n += d->row[i].nearest && row_is_told(&d->row[i]);
	if (n == 0)
		return;
	snprintf(text, sizeof(text), "%zu of these rest%s on a law that is not "
	    "known to be that of the day (basis nearest).", n,
	    n == 1 ? "s" : "");
	fputc('\n', out);
	explain_wrap(out, text, 0);
}

static void print_text(const struct digesting *d,
    const struct digest_group *group, size_t groups, FILE *out)
{
	char as_of[32] = "";

	if (d->as_of.date != ICJ_DATE_NONE)
		icj_time_format(&d->as_of, as_of);
	fprintf(out, "ICJ duties%s%s\n", *as_of ? " as of " : "", as_of);
	for (size_t g = 0; g < groups; g++)
		print_group(d, &group[g], out);
	print_ground(d, group, groups, out);
}

/* -- The same as a page -------------------------------------------------- */

enum {
	PAGE_CASE, PAGE_WHAT, PAGE_DUE, PAGE_DAYS, PAGE_DUTY, PAGE_RULE,
	PAGE_STATE, PAGE_MISSING, PAGE_BASIS, PAGE_WHO, PAGE_TOLD, PAGE_COLUMNS
};

static struct rec_text page_text(const char *text)
{
	return (struct rec_text){text, strlen(text)};
}

/* The table's caption says how much there is, and what is not in it. */
static void put_title(const struct digesting *d,
    const struct digest_group *group, size_t groups, char title[500])
{
	char as_of[32] = "", summary[DIGEST_SUMMARY], before[64] = "";
	size_t told = 0;

	if (d->as_of.date != ICJ_DATE_NONE)
		icj_time_format(&d->as_of, as_of);
	for (size_t g = 0; g < groups; g++)
		for (size_t i = group[g].from; i < group[g].to; i++)
			told += !row_is_told(&d->row[i]);
	if (told > 0)
		snprintf(before, sizeof(before), "; %zu more told before, "
		    "not changed", told);
	snprintf(title, 500, "ICJ duties%s%s: %s%s", *as_of ? " as of " : "",
	    as_of, digest_summary(d, group, groups, summary), before);
}

static int page_row(const struct digesting *d, const struct digest_row *row,
    struct rec_out *page)
{
	static const char *const names[PAGE_COLUMNS] = {"case_id", "what",
	    "due", "days", "duty", "rule", "owed_by_state", "missing", "basis",
	    "worker", "told"};
	static const char *const told[] = {"", "new", "moved",
	    "changed", "again"};
	struct rec_text name[PAGE_COLUMNS], cell[PAGE_COLUMNS];
	char what[64], due[32] = "", days[40];

	if (row->dated && row->why != DIGEST_INVALID)
		icj_time_format(&row->due, due);
	put_row_days(row, days);
	name_heading(d, row->why, what);
	for (size_t i = 0; i < PAGE_COLUMNS; i++)
		name[i] = page_text(names[i]);
	name[PAGE_WHO] = page_text(duty_column_name(d->by));
	cell[PAGE_CASE] = row->case_id;
	cell[PAGE_WHAT] = page_text(what);
	cell[PAGE_DUE] = page_text(due);
	cell[PAGE_DAYS] = page_text(days);
	cell[PAGE_DUTY] = row->duty;
	cell[PAGE_RULE] = row->rule;
	cell[PAGE_STATE] = row->state;
	cell[PAGE_MISSING] = row->missing;
	cell[PAGE_BASIS] = page_text(row->nearest ? "nearest" : "");
	cell[PAGE_WHO] = row->group;
	cell[PAGE_TOLD] = page_text(told[row->mark]);
	/* What was told is known by a state only, and named last. */
	return rec_put_row(page, name, cell, PAGE_COLUMNS - !d->state);
}

static bool print_digest_page(const struct digesting *d,
    const struct digest_group *group, size_t groups, FILE *out)
{
	struct rec_out *page;
	char title[500];
	bool fine;

	if (fflush(out) != 0)
		return false;
	page = rec_out_new(fileno(out), REC_HTML);
	fine = page != NULL;
	errno = ENOMEM;
	put_title(d, group, groups, title);
	if (page)
		rec_out_title(page, title);
	for (size_t g = 0; g < groups; g++)
		for (unsigned why = ICJ_DIGEST_OVERDUE; why < DIGEST_WHYS; why++)
			for (size_t i = group[g].from; i < group[g].to; i++)
				fine = fine && (d->row[i].why != why ||
				    !row_is_told(&d->row[i]) ||
				    page_row(d, &d->row[i], page) == 0);
	fine = fine && rec_put_end(page, NULL) == 0 && rec_flush(page) == 0;
	if (page && !fine && rec_out_error(page)->sys)
		errno = rec_out_error(page)->sys;
	rec_out_free(page);
	return fine;
}

bool digest_print(const struct digesting *d, const struct digest_group *group,
    size_t groups, FILE *out)
{
	if (d->page)
		return print_digest_page(d, group, groups, out);
	print_text(d, group, groups, out);
	return fflush(out) == 0 && !ferror(out);
}
