/* SPDX-License-Identifier: MIT */
/* date_form.c - reads how a record writes its dates: "mdy", "%d.%m.%Y",
 * "%b %d, %Y". */
#include <string.h>

#include "time/date.h"
#include "base/base.h"
#include "time/text.h"

static char part_of_letter(char letter)
{
	switch (letter) {
	case 'Y':
		return 'y';
	case 'm':
		return 'm';
	case 'd':
	case 'e':
		return 'd';
	case 'b':
	case 'B':
	case 'h':
		return MONTH_NAME;
	default: /* %y among them: two digits do not say the century */
		return 0;
	}
}

/* A separator is one printable ASCII byte that is no part of a number, a
 * word, a time of day or a list. */
static bool may_separate(char c)
{
	return c >= ' ' && c <= '~' && !(c >= '0' && c <= '9') &&
	    !((c | 0x20) >= 'a' && (c | 0x20) <= 'z') &&
	    !strchr("%:;+\"'", c);
}

/* A month is one whether it has a number or a name. */
static bool is_same_part(char a, char b)
{
	return a == b || (a == 'm' && b == MONTH_NAME) ||
	    (a == MONTH_NAME && b == 'm');
}

static enum icj_err scan_pattern(const char *s, struct icj_date_order *order)
{
	int i, j;

	for (i = 0; i < 3; i++) {
		if (s[0] != '%')
			return ICJ_E_FORMAT;
		order->part[i] = part_of_letter(s[1]);
		for (j = 0; j < i; j++) {
			if (is_same_part(order->part[j], order->part[i]))
				return ICJ_E_FORMAT;
		}
		if (!order->part[i])
			return ICJ_E_FORMAT;
		s += 2;
		if (i == 2)
			continue;
		order->between[i] = GLUED;
		if (*s && may_separate(*s))
			order->between[i] = *s++;
		while (*s == ' ')
			s++;
	}
	return *s ? ICJ_E_FORMAT : ICJ_OK;
}

/* Reading: ISO is accepted beside any form, so year-day-month with hyphens
 * cannot be, or 2015-07-02 would have two meanings. */
static bool is_like_iso(const struct icj_date_order *order)
{
	return !memcmp(order->part, "ydm", 3) &&
	    order->between[0] == '-' && order->between[1] == '-';
}

static enum icj_err scan_order(const char *text, struct icj_date_order *order)
{
	if (!strcmp(text, "mdy") || !strcmp(text, "dmy") ||
	    !strcmp(text, "ymd"))
		memcpy(order->part, text, 3);
	else if (scan_pattern(text, order) || is_like_iso(order))
		return ICJ_E_FORMAT;
	return ICJ_OK;
}

ICJ_API enum icj_err icj_date_form_add(struct icj_date_form *form,
    const char *text)
{
	if (!form || !text)
		return ICJ_E_NULL;

	struct icj_date_order order = {{0, 0, 0}, {0, 0}};
	size_t i = 0;

	while (i < ICJ_DATE_ORDERS && form->order[i].part[0])
		i++;
	if (i == ICJ_DATE_ORDERS || scan_order(text, &order))
		return ICJ_E_FORMAT;
	form->order[i] = order;
	return ICJ_OK;
}

ICJ_API enum icj_err icj_date_form_parse(const char *text,
    struct icj_date_form *out)
{
	if (!text || !out)
		return ICJ_E_NULL;

	static const struct icj_date_form none;

	*out = none;
	return icj_date_form_add(out, text);
}
