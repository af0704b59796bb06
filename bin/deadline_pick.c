/* SPDX-License-Identifier: MIT */
/* deadline_pick.c - which rows of icj-deadline are looked at and shown. */
#include <string.h>

#include "duties.h"

#include "same.h"

/* -- Lists with commas -------------------------------------------------- */

static bool each_item(const char *list, bool (*is_known)(const char *text,
    size_t len))
{
	for (;;) {
		size_t len = strcspn(list, ",");

		if (!is_known(list, len))
			return false;
		list += len;
		if (*list++ == '\0')
			return true;
	}
}

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

static bool is_status(const char *text, size_t len)
{
	if (name_same("invalid", text, len))
		return true;
	for (int s = 0; s <= ICJ_DUE_NO_START; s++)
		if (name_same(icj_due_status_name((enum icj_due_status)s),
		    text, len))
			return true;
	return false;
}

static bool is_duty(const char *text, size_t len)
{
	const struct icj_duty *duty;

	for (size_t i = 0; (duty = icj_duty_at(i)); i++)
		if (name_same(duty->id, text, len))
			return true;
	return false;
}

static bool is_standard(const char *text, size_t len)
{
	const struct icj_duty *duty;

	for (size_t i = 0; (duty = icj_duty_at(i)); i++)
		if (*duty->standard && name_same(duty->standard, text, len))
			return true;
	return false;
}

bool pick_knows_statuses(const char *list)
{
	return each_item(list, is_status);
}

bool pick_knows_duties(const char *list)
{
	return each_item(list, is_duty);
}

bool pick_knows_standards(const char *list)
{
	return each_item(list, is_standard);
}

/* -- Rows --------------------------------------------------------------- */

bool pick_lists(const struct pick *p, const struct icj_duty *duty)
{
	if (p->duty && !has_item(p->duty, duty->id))
		return false;
	return !p->standard || has_item(p->standard, duty->standard);
}

/* Neither done nor past: what --within thins out. */
static bool is_ahead(const struct icj_due *due)
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

/* --within alone asks for what is due. */
bool pick_asks(const struct pick *p, const struct icj_due *due)
{
	if (p->only && !has_item(p->only, icj_due_status_name(due->status)))
		return false;
	if (p->within < 0)
		return true;
	if (!p->only && due->status != ICJ_DUE_DUE)
		return false;
	return !is_ahead(due) || due->days_left <= p->within;
}
