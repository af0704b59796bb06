/* SPDX-License-Identifier: MIT */
/* due_prose.c - the duties of one case as prose: on one screen, or all. */
#include <string.h>

#include "answer/prose.h"
#include "base/base.h"

#define MANY 1000

/* -- All of it ---------------------------------------------------------- */

static void add_days(struct text *t, const struct icj_due *due)
{
	int32_t n = due->days_left < 0 ? -due->days_left : due->days_left;

	if (!due->has_days_left)
		return;
	icj__text_add(t, ", ");
	icj__text_add_int(t, n);
	TEXTS(t, n == 1 ? " day " : " days ",
	    due->days_left < 0 ? "late" : "left");
}

/* A line that stays whole, however long. */
static void whole_line(const struct icj_page *page, struct text *t)
{
	if (page->words) {
		page->words(page->to, t->at, t->len);
		page->line(page->to, 0);
	}
	icj__text_start(t, t->at, t->size);
}

static void due_put_day(const struct icj_page *page, struct text *t,
    const char *lead, const struct icj_time *day, const struct icj_due *left)
{
	char text[32];

	if (day->date == ICJ_DATE_NONE)
		return;
	TEXTS(t, lead, icj_time_format(day, text));
	if (left)
		add_days(t, left);
	whole_line(page, t);
}

static void put_dates(const struct icj_page *page, struct text *t,
    const struct icj_due *due)
{
	bool longer = due->extended_to.date != ICJ_DATE_NONE;
	char start[32];

	if (!due->trigger)
		return;
	TEXTS(t, "  ", due->duty.terms->limit, ", ", due->trigger->name, " ",
	    icj_time_format(&due->start, start));
	whole_line(page, t);
	due_put_day(page, t, "  due ", &due->due, longer ? NULL : due);
	due_put_day(page, t, "  extended to ", &due->extended_to, due);
	due_put_day(page, t, "  done ", &due->done, NULL);
}

static void put_whose(const struct icj_page *page, struct text *t,
    const struct icj_due *due)
{
	TEXTS(t, "  ", due->duty.rule->says);
	whole_line(page, t);
	TEXTS(t, "  owed by ", due->duty.terms->owed_by,
	    due->owed_by_state ? ": " : "",
	    due->owed_by_state ? icj_state_name(due->owed_by_state) : "");
	whole_line(page, t);
}

static void due_put_note(const struct icj_page *page, struct text *t,
    const struct icj_due *due)
{
	if (!*due->note)
		return;
	TEXTS(t, "note: ", due->note);
	if (page->words)
		page->words(page->to, "  ", 2);
	icj_page_put(page, t->at, 4);
}

static void put_due(const struct icj_page *page, const struct icj_due *due)
{
	char buf[ICJ_DUE_NOTE + 400];
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	TEXTS(&t, due->duty.id, ", ", due->rule,
	    *due->duty.standard ? ", " : "", due->duty.standard, ": ",
	    icj_due_status_name(due->status));
	whole_line(page, &t);
	put_whose(page, &t, due);
	put_dates(page, &t, due);
	if (due->edition != ICJ_DATE_NONE) {
		icj__text_add(&t, "  edition of ");
		icj__text_add_date(&t, due->edition);
		icj__text_add(&t, icj_basis_words(due->basis));
		whole_line(page, &t);
	}
	due_put_note(page, &t, due);
}

ICJ_API void icj_dues_prose(const struct icj_due *due, size_t count,
    const struct icj_page *page)
{
	for (size_t i = 0; due && page && i < count; i++) {
		if (i > 0)
			icj_page_put(page, "", 0);
		put_due(page, &due[i]);
	}
}

/* -- On one screen ------------------------------------------------------ */

/* In the order in which they matter. */
static const struct {
	enum icj_due_status status;
	const char *word;
} groups[] = {
	{ICJ_DUE_OVERDUE, "overdue"}, {ICJ_DUE_EXCEEDED, "exceeded"},
	{ICJ_DUE_UNKNOWN, "unknown"}, {ICJ_DUE_HELD, "held"},
	{ICJ_DUE_DUE, "due"}, {ICJ_DUE_WITHIN, "within"},
	{ICJ_DUE_WAITING, "waiting"}, {ICJ_DUE_ALLOWED, "allowed"},
	{ICJ_DUE_OPEN, "open"}, {ICJ_DUE_FUTURE, "future"},
	{ICJ_DUE_LATE, "late"}, {ICJ_DUE_EXPIRED, "expired"},
	{ICJ_DUE_MET, "met"}, {ICJ_DUE_CLOSED, "closed"},
	{ICJ_DUE_WITHDRAWN, "withdrawn"},
	{ICJ_DUE_NOT_APPLICABLE, "not applicable"},
	{ICJ_DUE_NO_START, "not begun"}, {ICJ_DUE_NOT_IN_FORCE, "not in force"},
};

/* The rows at hand, and whose they are. */
struct dues {
	const struct icj_case *facts;
	const struct icj_due *due;
	size_t count;
};

static size_t dues_in(const struct dues *d, enum icj_due_status status)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++)
		n += d->due[i].status == status;
	return n;
}

static int put_counts(const struct icj_page *page, const struct dues *d,
    const struct icj_time *as_of)
{
	char buf[400], moment[32];
	const char *lead = " ";
	struct text t;

	icj__text_start(&t, buf, sizeof(buf));
	TEXTS(&t, "Duties as of ", icj_time_format(as_of, moment), ":");
	for (size_t g = 0; g < COUNT_OF(groups); g++) {
		size_t n = dues_in(d, groups[g].status);

		if (n == 0)
			continue;
		icj__text_add(&t, lead);
		icj__text_add_int(&t, (int64_t)n);
		TEXTS(&t, " ", groups[g].word);
		lead = ", ";
	}
	icj__text_add(&t, d->count ? "." : " none.");
	return icj_page_put(page, buf, 4);
}

/* Whose duty it is, under which rule. */
static void add_owner(struct text *t, const struct icj_due *due)
{
	TEXTS(t, due->duty.rule->says, " (", due->rule,
	    *due->duty.standard ? ", " : "", due->duty.standard, ", owed by ",
	    due->duty.terms->owed_by);
	if (due->owed_by_state)
		TEXTS(t, " ", icj_state_code(due->owed_by_state));
	icj__text_add(t, ")");
}

/* Date, status, what is owed by whom under which rule. */
static int put_briefly(const struct icj_page *page, const struct icj_due *due)
{
	bool longer = due->extended_to.date != ICJ_DATE_NONE;
	char buf[ICJ_DUE_NOTE + 400], end[32];
	struct text t;

	icj_time_format(longer ? &due->extended_to : &due->due, end);
	icj__text_start(&t, buf, sizeof(buf));
	TEXTS(&t, end, *end ? " " : "", icj_due_status_name(due->status));
	add_days(&t, due);
	icj__text_add(&t, longer ? ", extended: " : ": ");
	add_owner(&t, due);
	/* What it hangs on is the answer then. */
	if (due->status == ICJ_DUE_NOT_APPLICABLE && due->duty.only_if) {
		TEXTS(&t, ": only if ", due->duty.only_if);
	} else if (due->status == ICJ_DUE_UNKNOWN ||
	    due->status == ICJ_DUE_NOT_IN_FORCE) {
		TEXTS(&t, ": ", due->note);
	}
	return icj_page_put(page, buf, 4);
}

static bool is_in_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether a text that lists fields has this one. */
static bool text_lists(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at += len)
		if ((at == list || !is_in_name(at[-1])) && !is_in_name(at[len]))
			return true;
	return false;
}

/* Whether a row says that it was presumed not to have been done. */
static bool due_presumes(const struct icj_due *due, const struct icj_field *f)
{
	return due->done.date == ICJ_DATE_NONE && due->duty.done &&
	    strstr(due->note, "presumed absent") &&
	    text_lists(due->duty.done, f->name);
}

#define PRESUMED_MOST 20

/* What is presumed not to have been done, as nobody mentions it. */
static void presumed_of(const struct dues *d, struct prose_items *items)
{
	const struct icj_field *f, *before = NULL;

	items->count = 0;
	for (size_t i = 0; (f = icj_field_at(i)) &&
	    items->count < PRESUMED_MOST; i++) {
		bool presumed = false;

		for (size_t k = 0; k < d->count && !presumed &&
		    !icj_case_has(d->facts, f); k++)
			presumed = due_presumes(&d->due[k], f);
		if (!presumed)
			continue;
		icj__prose_presume(items, f, before);
		before = f;
	}
}

/* The law of all of them: the least sure. */
static void put_least_law(const struct icj_page *page, const struct dues *d)
{
	const struct icj_due *least = NULL;
	char buf[600];
	struct text t;

	for (size_t i = 0; i < d->count; i++)
		if (d->due[i].edition != ICJ_DATE_NONE &&
		    (!least || d->due[i].basis > least->basis))
			least = &d->due[i];
	if (!least)
		return;
	icj__text_start(&t, buf, sizeof(buf));
	icj__text_add(&t, "Rules as effective ");
	icj__text_add_date(&t, least->edition);
	icj__text_add(&t, icj_basis_words(least->basis));
	if (least->basis == ICJ_BASIS_NEAREST && least->duty.rule->change)
		TEXTS(&t, "; ", least->duty.rule->change);
	icj__text_add(&t, ".");
	icj_page_put(page, buf, 4);
}

/* Those of a group, as long as there is room; the others are counted. */
static int put_group(const struct icj_page *page, const struct dues *d,
    enum icj_due_status status, int room, size_t *left)
{
	struct icj_page quiet = icj__page_counted(page);
	int lines = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct icj_due *due = &d->due[i];

		if (due->status != status)
			continue;
		if (*left > 0 || lines + put_briefly(&quiet, due) > room)
			++*left;
		else
			lines += put_briefly(page, due);
	}
	return lines;
}

ICJ_API void icj_dues_answer(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_due *due, size_t count,
    bool brief, const struct icj_page *page)
{
	struct dues d = {c, due, count};
	struct prose_items presumed;
	size_t left = 0;
	int room;

	if (!c || !ctx || !page || (!due && count > 0))
		return;
	room = (brief ? ICJ_BRIEF_LINES - 5 : MANY) -
	    put_counts(page, &d, &ctx->as_of);
	presumed_of(&d, &presumed);
	for (size_t g = 0; g < COUNT_OF(groups); g++)
		room -= put_group(page, &d, groups[g].status, room, &left);
	if (left > 0)
		icj__prose_more(page, "", left);
	if (presumed.count > 0)
		icj__prose_list(page, "Presumed, as nobody said otherwise:",
		    &presumed, brief ? 2 : MANY);
	put_least_law(page, &d);
}
