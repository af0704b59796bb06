/* SPDX-License-Identifier: MIT */
/* date_form.c - reads how a record writes its dates: "mdy", "%d.%m.%Y". */
#include <string.h>

#include "date.h"

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

static enum icj_err scan_pattern(const char *s, struct icj_date_form *form)
{
	int i, j;

	for (i = 0; i < 3; i++) {
		if (s[0] != '%')
			return ICJ_E_FORMAT;
		form->part[i] = part_of_letter(s[1]);
		for (j = 0; j < i; j++) {
			if (form->part[j] == form->part[i])
				return ICJ_E_FORMAT;
		}
		if (!form->part[i])
			return ICJ_E_FORMAT;
		s += 2;
		if (i == 2)
			continue;
		form->between[i] = GLUED;
		if (*s && may_separate(*s))
			form->between[i] = *s++;
	}
	return *s ? ICJ_E_FORMAT : ICJ_OK;
}

/* Reading: ISO is accepted beside any form, so year-day-month with hyphens
 * cannot be, or 2015-07-02 would have two meanings. */
static bool form_is_like_iso(const struct icj_date_form *form)
{
	return !memcmp(form->part, "ydm", 3) &&
	    form->between[0] == '-' && form->between[1] == '-';
}

ICJ_API enum icj_err icj_date_form_parse(const char *text,
    struct icj_date_form *out)
{
	static const struct icj_date_form none;
	struct icj_date_form form = none;

	*out = none;
	if (!strcmp(text, "mdy") || !strcmp(text, "dmy") ||
	    !strcmp(text, "ymd"))
		memcpy(form.part, text, 3);
	else if (scan_pattern(text, &form) || form_is_like_iso(&form))
		return ICJ_E_FORMAT;
	*out = form;
	return ICJ_OK;
}
