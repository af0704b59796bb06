/* SPDX-License-Identifier: MIT */
/*
 * complete.c - the words that a shell may offer next, from the tables that the
 * tools are made of.  What an argument may be, the option itself says: it is
 * given one that it refuses.
 */
#include "tool/complete.h"

#include <string.h>

#include "tool/same.h"

bool complete_is_asked(int argc, char **argv, struct complete *c)
{
	if (argc < 2 || strcmp(argv[1], "--complete") != 0)
		return false;
	c->before = argc > 2 ? argv[2] : "";
	c->word = argc > 3 ? argv[3] : "";
	return true;
}

/* -- Offering ----------------------------------------------------------- */

/* Behind what stands before the part that is begun. */
static void offer_behind(const struct complete *c, const char *part,
    const char *word, const char *meaning)
{
	if (name_begins(word, part, strlen(part)))
		printf("%.*s%s%s%s\n", (int)(part - c->word), c->word, word,
		    meaning && *meaning ? "\t" : "", meaning ? meaning : "");
}

void complete_offer(const struct complete *c, const char *word, const char *end,
    const char *meaning)
{
	if (name_begins(word, c->word, strlen(c->word)))
		printf("%s%s%s%s\n", word, end, *meaning ? "\t" : "", meaning);
}

void complete_offer_files(void)
{
	puts(":files");
}

/* -- Arguments of options ----------------------------------------------- */

static void offer_editions(const struct complete *c, const char *part)
{
	const struct icj_edition *e;
	char day[11];

	for (size_t i = 0; (e = icj_edition_at(i)); i++)
		offer_behind(c, part, icj_date_format(e->effective, day),
		    e->what);
}

static void offer_states(const struct complete *c, const char *part)
{
	for (icj_state s = 1; icj_state_code(s) && *icj_state_code(s); s++)
		offer_behind(c, part, icj_state_code(s), icj_state_name(s));
}

static void offer_fields(const struct tool *t, const struct complete *c,
    const char *part)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = name_field_at(t, i)); i++)
		if (f->read_by & t->kind->area || t->kind->names)
			offer_behind(c, part, f->name, f->meaning);
}

static void offer_columns(const struct complete *c, const char *part,
    const char *group)
{
	const struct column *col;

	for (size_t i = 0; group && (col = column_at(group, i)); i++)
		offer_behind(c, part, col->name, col->meaning);
}

/* What a duty means, for a word that is one. */
static const char *duty_meaning(const char *word)
{
	struct icj_duty duty;
	const char *says = "";

	for (size_t i = 0; icj_duty_at(i, &duty); i++)
		if (strcmp(duty.id, word) == 0 ||
		    strcmp(duty.standard, word) == 0)
			says = duty.rule->says;
	return says;
}

/* What the option says that it takes; none if it says so in other words. */
static void offer_hinted(const struct tool *t, const struct complete *c,
    const char *part)
{
	static const char lead[] = "; it takes ";
	const char *at = strstr(t->hint, lead);
	char word[60];

	for (at = at ? at + strlen(lead) : ""; *at;) {
		size_t len = strcspn(at, ",");

		if (len < sizeof(word)) {
			snprintf(word, sizeof(word), "%.*s", (int)len, at);
			offer_behind(c, part, word, duty_meaning(word));
		}
		at += len;
		at += strspn(at, ", ");
	}
}

static bool argument_is(const struct tool_option *o, const char *const *words)
{
	return start_is_among(o->argument, strlen(o->argument), words);
}

/* What is not a list of words: files, days, states, columns, fields. */
static bool offer_known(const struct tool *t, const struct complete *c,
    const struct tool_option *o, const char *part)
{
	static const char *const others[] = {
		"N", "N%", "DAYS", "AGE", "COMMAND", "ADDRESS", "FROM..TO",
		"WORD,...", "N[bdhy]", NULL
	};
	static const char *const columns[] = {"A,B,C", "A,B|all", NULL};

	if (strcmp(o->argument, "FILE") == 0) {
		complete_offer_files();
	} else if (strcmp(o->argument, "CODE") == 0) {
		offer_states(c, part);
	} else if (strcmp(o->argument, "F") == 0) {
		offer_behind(c, part, "mdy", "03/31/2026");
		offer_behind(c, part, "dmy", "31/03/2026");
		offer_behind(c, part, "ymd", "2026/03/31");
	} else if (strcmp(o->argument, "DATE|TIME") == 0) {
		offer_behind(c, part, "now", "this moment");
		offer_behind(c, part, "today", "the end of this day");
	} else if (strncmp(o->argument, "DATE", 4) == 0) {
		if (strstr(o->argument, "|auto"))
			offer_behind(c, part, "auto", "that of the step");
		offer_editions(c, part);
	} else if (argument_is(o, columns)) {
		if (strcmp(o->name, "columns") != 0)
			offer_columns(c, part, t->kind->columns);
		if (strcmp(o->name, "show") == 0)
			offer_columns(c, part, t->kind->optional);
		offer_fields(t, c, part);
	} else {
		return argument_is(o, others);
	}
	return true;
}

static void offer_argument(struct tool *t, const struct complete *c,
    const struct tool_option *o, const char *part)
{
	static char refused[] = "?";
	const char *comma = strrchr(part, ',');

	if (strcmp(o->argument, "FIELD=VALUE") == 0) {
		complete_operands(t, c);
		return;
	}
	if (comma)
		part = comma + 1;
	t->hint[0] = '\0';
	if (!offer_known(t, c, o, part) &&
	    !option_take_valued(t, o->letter, refused))
		offer_hinted(t, c, part);
}

/* -- Options ------------------------------------------------------------ */

/* Whether the text, so long, is the option. */
static bool is_option(const struct tool_option *o, const char *text, size_t len)
{
	if (len == 2 && text[0] == '-' && o->letter < 256)
		return text[1] == o->letter;
	return len > 2 && strncmp(text, "--", 2) == 0 &&
	    len - 2 == strlen(o->name) &&
	    strncmp(text + 2, o->name, len - 2) == 0;
}

static const struct tool_option *option_of(const char *text, size_t len,
    const struct tool_option *own, const struct tool_option *more)
{
	for (; own && own->name; own++)
		if (own->argument && is_option(own, text, len))
			return own;
	return more ? option_of(text, len, more, NULL) : NULL;
}

static void offer_options(const struct complete *c,
    const struct tool_option *o)
{
	char name[60];

	for (; o && o->name; o++) {
		snprintf(name, sizeof(name), "--%s", o->name);
		complete_offer(c, name, "", o->help);
		snprintf(name, sizeof(name), "-%c", o->letter);
		if (o->letter < 256 && strlen(c->word) == 1)
			complete_offer(c, name, "", o->help);
	}
}

bool complete_options(struct tool *t, const struct complete *c,
    const struct tool_option *own, const struct tool_option *more)
{
	const struct tool_option *o = option_of(c->before, strlen(c->before),
	    own, more);
	size_t len = strcspn(c->word, "=");

	if (!o && c->word[0] != '-')
		return false;
	if (o) {
		offer_argument(t, c, o, c->word);
		return true;
	}
	if (c->word[len] == '=' && (o = option_of(c->word, len, own, more)))
		offer_argument(t, c, o, c->word + len + 1);
	else if (c->word[len] != '=')
		offer_options(c, own), offer_options(c, more);
	return true;
}

/* -- Operands ----------------------------------------------------------- */

static void offer_values(const struct complete *c, const struct icj_field *f,
    const char *part)
{
	static const char *const bools[] = {"yes", "no", NULL};
	const char *const *value = f->type == ICJ_YES_NO ? bools : f->choices;

	if (f->type == ICJ_STATE)
		offer_states(c, part);
	for (; value && *value; value++)
		offer_behind(c, part, *value, "");
	if (f->type == ICJ_COUNT_OR_INDEFINITE ||
	    f->type == ICJ_DATE_OR_INDEFINITE)
		offer_behind(c, part, "indefinite", "");
	offer_behind(c, part, "unknown", "");
}

void complete_operands(const struct tool *t, const struct complete *c)
{
	const char *eq = strchr(c->word, '=');
	const struct icj_field *f;

	if (t->kind->names) {
		complete_offer_files();
		return;
	}
	if (eq) {
		f = icj_field_find(c->word, (size_t)(eq - c->word));
		if (f)
			offer_values(c, f, eq + 1);
		return;
	}
	for (size_t i = 0; (f = icj_field_at(i)); i++)
		if (f->read_by & t->kind->area)
			complete_offer(c, f->name, "=", f->meaning);
	complete_offer_files();
}
