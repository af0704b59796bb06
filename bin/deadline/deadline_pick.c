/* SPDX-License-Identifier: MIT */
/* deadline_pick.c - which rows of icj-deadline are looked at and shown. */
#include <string.h>

#include "deadline/duties.h"

#include "tool/same.h"

/* -- Lists with commas -------------------------------------------------- */

static bool has_item(const char *list, const char *word)
{
	for (;;) {
		size_t len = strcspn(list, ",");

		if (name_same(word, list, len))
			return true;
		list += len;
		if (*list++ == '\0')
			return false;
	}
}

bool pick_knows_statuses(struct tool *t, const char *list)
{
	const char *words[ICJ_DUE_NOT_IN_FORCE + 3];
	size_t n = 0;

	for (; n <= ICJ_DUE_NOT_IN_FORCE; n++)
		words[n] = icj_due_status_name((enum icj_due_status)n);
	words[n++] = "invalid";
	words[n] = NULL;
	return start_all_of(t, list, words);
}

#define WORDS 128

static bool pick_is_among(const char *const *words, size_t n, const char *word)
{
	while (n > 0)
		if (strcmp(words[--n], word) == 0)
			return true;
	return false;
}

/* Of the rows of a duty, and the duties of a standard, each once. */
static bool knows(struct tool *t, const char *list, bool standards)
{
	const char *words[WORDS];
	struct icj_duty duty;
	size_t n = 0;

	for (size_t i = 0; icj_duty_at(i, &duty) && n < WORDS - 1; i++) {
		const char *word = standards ? duty.standard : duty.id;

		if (*word && !pick_is_among(words, n, word))
			words[n++] = word;
	}
	words[n] = NULL;
	return start_all_of(t, list, words);
}

bool pick_knows_duties(struct tool *t, const char *list)
{
	return knows(t, list, false);
}

bool pick_knows_standards(struct tool *t, const char *list)
{
	return knows(t, list, true);
}

/* -- Rows --------------------------------------------------------------- */

bool pick_lists(const struct pick *p, const struct icj_duty *duty)
{
	if (p->duty && !has_item(p->duty, duty->id))
		return false;
	return !p->standard || has_item(p->standard, duty->standard);
}

/* Neither done nor past: what --within thins out. */
static bool pick_is_ahead(const struct icj_due *due)
{
	switch (due->status) {
	case ICJ_DUE_DUE:
	case ICJ_DUE_OPEN:
	case ICJ_DUE_WITHIN:
	case ICJ_DUE_WAITING:
		return true;
	default:
		return false;
	}
}

/* A status that is asked for.  What is undecided and past due is among what is
 * late, so that no report of it is silent. */
static bool is_asked_for(const char *only, const struct icj_due *due)
{
	enum icj_due_status late = due->duty.kind == ICJ_CAP ?
	    ICJ_DUE_EXCEEDED : ICJ_DUE_OVERDUE;

	return has_item(only, icj_due_status_name(due->status)) ||
	    (due->past_due && has_item(only, icj_due_status_name(late)));
}

/* What falls due and is undecided is among what falls due. */
static bool falls_due(const struct icj_due *due)
{
	return due->status == ICJ_DUE_DUE ||
	    (due->status == ICJ_DUE_UNKNOWN && due->has_days_left &&
	    !due->past_due && due->done.date == ICJ_DATE_NONE &&
	    due->duty.kind == ICJ_DUTY);
}

/* --within alone asks for what is due. */
bool pick_asks(const struct pick *p, const struct icj_due *due)
{
	if (p->only && !is_asked_for(p->only, due))
		return false;
	if (p->within < 0)
		return true;
	if (!p->only && !falls_due(due))
		return false;
	return !(pick_is_ahead(due) || falls_due(due)) ||
	    due->days_left <= p->within;
}
