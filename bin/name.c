/* SPDX-License-Identifier: MIT */
/*
 * name.c - what the column of a file is called and which field it is: the
 * dictionary's names and the labels offices have on screen.
 */
#include <string.h>

#include "tool.h"

#include "map.h"
#include "same.h"

/* The labels of the case systems.  A field of NULL marks one with two
 * meanings, which the kind of case decides. */
static const struct label {
	const char *label, *field;
	int two;
} labels[] = {
	{"Juvenile DOB", "date_of_birth", 0},
	{"juvenile_ref", "juvenile", 0},
	{"Type", "case_type", 0},
	{"Status", NULL, NAME_STATUS},
	{"Sex Related Offense", "sex_related_offense", 0},
	{"sex_offense", "sex_related_offense", 0},
	{"Maximum Parole/Probation Expiration Date", "supervision_ends", 0},
	{"Maximum Parole Expiration Date", "supervision_ends", 0},
	{"Maximum Probation Expiration Date", "supervision_ends", 0},
	{"Maximum Expiration Date", "supervision_ends", 0},
	{"max_expiration", "supervision_ends", 0},
	{"To Receiving State or Holding State", NULL, NAME_TO},
	{"to_state", NULL, NAME_TO},
	{"From Sending State or Home/Demanding State", NULL, NAME_FROM},
	{"from_state", NULL, NAME_FROM},
	{"Case Closure Date", "closed", 0},
	{"closed_on", "closed", 0},
	{"Home/Demanding State (H/D)", "home_state", 0},
	{"Home/Demanding State", "home_state", 0},
	{"H/D", "home_state", 0},
	{"Holding State (HS)", "holding_state", 0},
	{"HS", "holding_state", 0},
	{"Return Type", "return_type", 0},
	{"Submit Form III to H/D", "form_iii_received", 0},
	{"Submit Form III", "form_iii_received", 0},
	{"Pickup from HS", "returned", 0},
	{"pickup_date", "returned", 0},
	{"he_sent", "home_evaluation_sent", 0},
	{"departed", "departure", 0},
	{"last_qpr", "last_progress_report", 0},
	{"violation_received", "violation_report_received", 0},
	{"reply_sent", "violation_replied", 0},
	{"absconded_on", "absconder_since", 0},
	{"warrant_notice", "warrant_notified", 0},
	{"tp_effective", "permit_effective", 0},
	{"tp_ends", "permit_expires", 0},
	{"detained_on", "detained_at", 0},
	{"refusal_notice", "refusal_notified", 0},
};

#define LABELS (sizeof(labels) / sizeof(labels[0]))

const char *name_label(size_t i, const char **field)
{
	if (i >= LABELS)
		return NULL;
	*field = labels[i].field ? labels[i].field :
	    labels[i].two == NAME_TO ? "receiving_state or holding_state" :
	    labels[i].two == NAME_FROM ? "sending_state or home_state" :
	    "supervision or return_type";
	return labels[i].label;
}

const struct icj_field *name_find(const struct tool *t, const char *name,
    size_t len, int *two)
{
	const struct icj_field *f = map_find(t, name, len);

	*two = 0;
	while (len > 0 && (*name == ' ' || *name == '\t'))
		name++, len--;
	while (len > 0 && (name[len - 1] == ' ' || name[len - 1] == '\t'))
		len--;
	if (!f)
		f = icj_field_find(name, len);
	for (size_t i = 0; i < LABELS && !f && !*two; i++)
		if (name_same(labels[i].label, name, len)) {
			*two = labels[i].two;
			if (labels[i].field)
				f = icj_field_find(labels[i].field,
				    strlen(labels[i].field));
		}
	return f;
}

static const struct icj_field *if_it_has(const char *name, const char *text,
    size_t len)
{
	const struct icj_field *f = icj_field_find(name, strlen(name));

	for (size_t i = 0; f && f->choices[i]; i++)
		if (name_same(f->choices[i], text, len))
			return f;
	return NULL;
}

/* One screen shows a kind of supervision there, another a kind of return. */
static const struct icj_field *status_of(const char *text, size_t len)
{
	const struct icj_field *f = if_it_has("supervision", text, len);

	return f ? f : if_it_has("return_type", text, len);
}

/* A travel case has the two states of a transfer. */
const struct icj_field *name_resolve(const struct icj_case *c, int two,
    const char *text, size_t len)
{
	const struct icj_field *type = icj_field_find("case_type", 9);
	const char *name;
	char buf[16];

	if (two == NAME_STATUS)
		return status_of(text, len);
	if (icj_case_get(c, type, buf, sizeof(buf)) == 0)
		return NULL;
	if (strcmp(buf, "return") == 0)
		name = two == NAME_TO ? "holding_state" : "home_state";
	else
		name = two == NAME_TO ? "receiving_state" : "sending_state";
	return icj_field_find(name, strlen(name));
}
