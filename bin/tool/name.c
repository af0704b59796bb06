/* SPDX-License-Identifier: MIT */
/*
 * name.c - what the column of a file is called and which field it is: the
 * dictionary's names and the labels offices have on screen.
 */
#include <string.h>

#include "tool/tool.h"

#include "tool/map.h"
#include "tool/same.h"
#include "tool/words.h"

/* The labels of the case systems. */
static const struct label labels[] = {
	{"Juvenile DOB", "date_of_birth", 0},
	{"DOB", "date_of_birth", 0},
	{"juvenile_ref", "juvenile", 0},
	{"Type", "case_type", 0},
	{"Status", NULL, NAME_STATUS},
	{"Sex Related Offense", "sex_related_offense", 0},
	{"sex_offense", "sex_related_offense", 0},
	{"Maximum Parole/Probation Expiration Date", "supervision_ends", 0},
	{"Maximum Parole Expiration Date", "supervision_ends", 0},
	{"Maximum Probation Expiration Date", "supervision_ends", 0},
	{"Maximum Expiration Date", "supervision_ends", 0},
	{"Maximum Probation / Parole Date", "supervision_ends", 0},
	{"Maximum Probation/Parole Date", "supervision_ends", 0},
	{"Maximum Parole/Probation Date", "supervision_ends", 0},
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
	{"5 Bus-Day Ext", "return_extension_requested", 0},
	{"Granted", "return_extension_approved_by", 0},
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
	{"Assigned To", "worker", 0},
	{"Detailed Justification If Supervision Not Recommended", NULL,
	 NAME_FILLED},
};

/* Columns of the same systems that are nobody's fields, however much their
 * names look so. */
static const char *const passed[] = {
	"Case Status", "Workflow Status", "JIDS Date File Entered",
	"Minimum Parole/Probation Expiration Date",
	"Minimum Parole Expiration Date", "Minimum Probation Expiration Date",
	"Minimum Expiration Date", "min_expiration",
	"Sending State Compact Office Assign",
	"Receiving State Compact Office Assign", "Pickup by H/D Due",
	"pickup_due", "he_due", "Home Evaluation Due", "next_qpr_due", "reply_due", "referral_due",
	"Juvenile's First Name", "Juvenile's Last Name", "Sex", "Race",
};

#define LABELS (sizeof(labels) / sizeof(labels[0]))

/* Whether the plain form of the label is this one. */
static bool name_plainly(const char *label, const char *plain, size_t len)
{
	size_t i = 0;

	for (; *label && i < len; label++) {
		if (name_fold(*label) != plain[i++])
			return false;
		while (plain[i - 1] == '_' && name_fold(label[1]) == '_')
			label++;
	}
	return !*label && i == len;
}

const char *name_label(size_t i, const char **field)
{
	if (i >= LABELS)
		return NULL;
	*field = labels[i].field ? labels[i].field :
	    labels[i].two == NAME_TO ? "receiving_state or holding_state" :
	    labels[i].two == NAME_FROM ? "sending_state or home_state" :
	    labels[i].two == NAME_FILLED ? "denial_justified" :
	    "supervision or return_type";
	return labels[i].label;
}

/* -- Dictionaries ------------------------------------------------------- */

const struct icj_field *name_field_at(const struct tool *t, size_t i)
{
	const struct tool_names *own = t->kind->names;

	if (!own)
		return icj_field_at(i);
	return i < own->fields ? &own->field[i] : NULL;
}

static size_t name_fields(const struct tool *t)
{
	return t->kind->names ? t->kind->names->fields : icj_field_count();
}

static const struct label *name_label_at(const struct tool *t, size_t i)
{
	const struct tool_names *own = t->kind->names;

	if (i >= (own ? own->labels : LABELS))
		return NULL;
	return own ? &own->label[i] : &labels[i];
}

const struct icj_field *name_own(const struct tool *t, const char *plain,
    size_t len)
{
	const struct tool_names *own = t->kind->names;

	for (size_t i = 0; own && i < own->fields; i++)
		if (name_plainly(own->field[i].name, plain, len))
			return &own->field[i];
	for (size_t i = 0; own && i < own->labels; i++)
		if (name_plainly(own->label[i].label, plain, len))
			return name_own(t, own->label[i].field,
			    strlen(own->label[i].field));
	return NULL;
}

const struct icj_field *name_filled(void)
{
	return icj_field_find("denial_justified", strlen("denial_justified"));
}

const struct icj_field *name_find(const struct tool *t, const char *name,
    size_t len, int *two)
{
	/* as nearly all are written */
	const struct icj_field *f = t->map || t->kind->names ? NULL :
	    icj_field_find(name, len);
	char plain[WORDS_ROOM];
	size_t n;

	*two = 0;
	if (f)
		return f;
	n = words_plain(name, len, plain);
	f = map_find(t, plain, n);
	if (!f && map_ignores(t, name, len))
		return NULL;
	if (t->kind->names)
		return f ? f : name_own(t, plain, n);
	/* A name that is plain was looked for above. */
	if (!f && (t->map || n != len || memcmp(plain, name, n) != 0))
		f = icj_field_find(plain, n);
	for (size_t i = 0; i < LABELS && !f && !*two && n > 0; i++)
		if (name_plainly(labels[i].label, plain, n)) {
			*two = labels[i].two;
			if (labels[i].field)
				f = icj_field_find(labels[i].field,
				    strlen(labels[i].field));
		}
	return f;
}

/* -- Names that look like a field's ------------------------------------- */

static bool has_date(const struct icj_field *f)
{
	return f->type == ICJ_DATE || f->type == ICJ_TIME ||
	    f->type == ICJ_TIME_OR_DATE || f->type == ICJ_DATE_OR_INDEFINITE;
}

static bool name_has_time(const struct icj_field *f)
{
	return f->type == ICJ_TIME || f->type == ICJ_TIME_OR_DATE;
}

/* The i-th name of any field: those of the dictionary, then the labels.  NULL
 * beyond. */
static const char *any_name(const struct tool *t, size_t i)
{
	const struct label *label;

	if (i < name_fields(t))
		return name_field_at(t, i)->name;
	label = name_label_at(t, i - name_fields(t));
	return label ? label->label : NULL;
}

/* Its field, NULL for a label of two meanings. */
static const struct icj_field *field_of(const struct tool *t, size_t i)
{
	const char *name;

	if (i < name_fields(t))
		return name_field_at(t, i);
	name = name_label_at(t, i - name_fields(t))->field;
	if (!name)
		return NULL;
	return t->kind->names ? name_own(t, name, strlen(name)) :
	    icj_field_find(name, strlen(name));
}

static bool has_neutral(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (words_is_neutral(w->at[i], true))
			return true;
	return false;
}

const struct icj_field *name_dated(const struct tool *t, const char *name,
    size_t len)
{
	const char *ours;
	struct words more, words;

	words_of(&more, name, len);
	if (!has_neutral(&more))
		return NULL;
	for (size_t i = 0; (ours = any_name(t, i)); i++) {
		const struct icj_field *f;

		words_of(&words, ours, strlen(ours));
		if (!words_more_neutral(&words, &more, true))
			continue;
		f = field_of(t, i);
		if (f && has_date(f) &&
		    words_more_neutral(&words, &more, name_has_time(f)))
			return f;
	}
	return NULL;
}

static bool name_is_one_of(const char *word, const char *const *list)
{
	while (*list && strcmp(*list, word) != 0)
		list++;
	return *list;
}

/* Words that stand in the name of some field and in many columns of an office
 * that are no field of ours. */
static bool is_common(const char *word)
{
	static const char *const common[] = {
		"state", "status", "type", "name", "case", "id", "no", "number",
		"juvenile", "sex", "home", "offense", "school", "court",
		"office", "adult", "law", "members", "form", "notice", "report",
		"plan", "days", "hours", "age", "county", "list", "items",
		"other", "first", "last", "rule", "vote", "votes", "length",
		"commission", "training", "session", "full", "student", "left",
		"ref", "sentence", "kind", "instructions", "officials", "text",
		"reason", "charges", "agency", "contact", "in", "by", "to",
		"for", "from", "or", "not", "is", "if", "max", "maximum",
		"h", "d", "hs", "ss", "rs", "new", "action", "family",
		"location", "weapon", "some", "risk", "due", "end", "type",
		NULL
	};

	return name_is_one_of(word, common);
}

/* A column that has this beside the one word of a field is about somebody's
 * name or address. */
static bool is_about(const struct words *w)
{
	static const char *const about[] = {
		"name", "phone", "telephone", "address", "email", "mail", "fax",
		"city", "county", "zip", "street", "number", "no", "id",
		"comment", "comments", "note", "notes", "remarks", "count",
		"level", "score", "officer", "reason", "year", "month", "quarter", NULL
	};

	for (size_t i = 0; i < w->count; i++)
		if (name_is_one_of(w->at[i], about))
			return true;
	return false;
}

static bool all_common(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (!is_common(w->at[i]) && !words_is_neutral(w->at[i], true))
			return false;
	return true;
}

/* How well a column resembles a name: 0 not at all; more for each word of the
 * name that the column has, and least for a part of the name. */
static int likeness(const struct words *column, const struct words *name,
    bool label)
{
	size_t ours = words_telling(name), theirs = words_telling(column);

	if (ours == 0 || theirs == 0)
		return 0;
	if (words_within(name, column) &&
	    (ours > 1 || (!label && !is_about(column))) &&
	    (!label || !all_common(name)))
		return 100 + (int)ours;
	if (words_within(column, name) && !all_common(column))
		return 50 - (int)ours;
	return 0;
}

static size_t add_once(const struct icj_field **found, size_t n, size_t most,
    const struct icj_field *f)
{
	for (size_t i = 0; i < n; i++)
		if (found[i] == f)
			return n;
	if (n < most)
		found[n++] = f;
	return n;
}

bool name_is_passed(const char *name, size_t len)
{
	char plain[WORDS_ROOM];
	size_t n = words_plain(name, len, plain);

	for (size_t i = 0; i < sizeof(passed) / sizeof(passed[0]); i++)
		if (name_plainly(passed[i], plain, n))
			return true;
	return false;
}

#define HEAD 3 /* letters of a word that its forms have in common */

/* Whether a name may have one of the words; most names have none. */
static bool may_share(const struct words *w, const char *name)
{
	uint32_t firsts = 0; /* by the five bits that letters differ in */

	for (size_t i = 0; i < w->count; i++)
		firsts |= (uint32_t)1 << (*w->at[i] & 31);
	for (const char *at = name; *at; at++)
		for (size_t i = 0; firsts >> (*at & 31) & 1 &&
		    i < w->count; i++) {
			size_t k = 0;

			while (k < HEAD && w->at[i][k] &&
			    name_fold(at[k]) == w->at[i][k])
				k++;
			if (k == HEAD || !w->at[i][k])
				return true;
		}
	return false;
}

size_t name_resembled(const struct tool *t, const char *name, size_t len,
    const struct icj_field **found, size_t most)
{
	size_t n = 0, fields = name_fields(t);
	unsigned area = t->kind->area;
	const char *ours;
	struct words column, words;
	int best = 0;

	words_in_full(&column, name, len);
	for (size_t i = 0; (ours = any_name(t, i)); i++) {
		const struct icj_field *f;
		int like;

		if ((i < fields && !(name_field_at(t, i)->read_by & area)) ||
		    !may_share(&column, ours))
			continue;
		words_in_full(&words, ours, strlen(ours));
		like = likeness(&column, &words, i >= fields);
		f = like >= best && like > 0 ? field_of(t, i) : NULL;
		if (!f || !(f->read_by & area))
			continue;
		n = add_once(found, like > best ? 0 : n, most, f);
		best = like;
	}
	return n;
}

static bool is_of_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
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
const struct icj_field *name_resolve(const struct tool *t, int two,
    const char *text, size_t len)
{
	const struct icj_field *type = icj_field_find("case_type", 9);
	const char *name;
	char buf[16] = "";

	if (two == NAME_STATUS)
		return status_of(text, len);
	if (icj_case_get(t->facts, type, buf, sizeof(buf)) == 0 &&
	    !t->kind->untyped)
		return NULL;
	if (strcmp(*buf ? buf : t->kind->untyped, "return") == 0)
		name = two == NAME_TO ? "holding_state" : "home_state";
	else
		name = two == NAME_TO ? "receiving_state" : "sending_state";
	return icj_field_find(name, strlen(name));
}

bool name_among(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at += len) {
		bool begins = at == list || !is_of_name(at[-1]);

		if (begins && !is_of_name(at[len]))
			return true;
	}
	return false;
}
