/* SPDX-License-Identifier: MIT */
/*
 * deadline_ask.c - what the interview of icj-deadline asks: which duty, by a
 * word of it or of what happened, and then only the facts it hangs on.
 */
#include <stdlib.h>
#include <string.h>

#include "deadline/duties.h"
#include "tool/ask.h"
#include "tool/seek.h"

/* -- Which duty --------------------------------------------------------- */

/* What people say for what the catalogue has under another word. */
static const struct {
	const char *word, *meant;
} everyday[] = {
	{"quarterly", "progress"}, {"arrested", "detained"},
	{"custody", "detained"}, {"jail", "detained"}, {"caught", "detained"},
	{"located", "detained"}, {"ran", "runaway"}, {"running", "runaway"},
	{"moved", "relocate"}, {"moving", "departure"},
	{"study", "evaluation"}, {"investigation", "evaluation"},
	{"consent", "voluntary"}, {"agreed", "voluntary"},
	{"refused", "requisition"}, {"refuses", "requisition"},
	{"court", "hearing"}, {"judge", "hearing"}, {"flight", "airport"},
	{"plane", "airport"}, {"warning", "violation"},
	{"accepted", "placement"}, {"approved", "placement"},
	{"transfer", "referral"}, {"packet", "referral"},
	{"travel", "permit"}, {"archive", "retention"},
};

static const char *ask_duty_word(const char *word)
{
	for (size_t i = 0; i < sizeof(everyday) / sizeof(everyday[0]); i++)
		if (strcmp(everyday[i].word, word) == 0)
			return everyday[i].meant;
	return word;
}

/* Whether one of the fields of a list has the word in what it means. */
static bool ask_in_fields(const char *list, const char *word)
{
	while (list && *list) {
		size_t len = strcspn(list, "; ");
		const struct icj_field *f = icj_field_find(list, len);

		if (f && (seek_in(f->name, word) || seek_in(f->meaning, word)))
			return true;
		list += len;
		list += strspn(list, "; ");
	}
	return false;
}

static bool ask_has_word(const struct icj_duty *duty, const char *word)
{
	const char *meant = ask_duty_word(word);

	if (strspn(word, "0123456789") > 0)
		return strchr(word, '-') && seek_in(duty->rule->cite, word);
	return seek_in(duty->id, word) || seek_in(duty->rule->says, word) ||
	    (strchr(word, '-') && seek_in(duty->standard, word)) ||
	    ask_in_fields(duty->trigger, word) ||
	    (meant != word && (seek_in(duty->id, meant) ||
	    ask_in_fields(duty->trigger, meant)));
}

static bool ask_tells_nothing(const char *word)
{
	static const char *const words[] = {
		"a", "an", "the", "is", "was", "were", "of", "to", "for", "by",
		"in", "has", "have", "due", "when", "and", "on", "we", "i",
		"juvenile", "child", "kid", NULL
	};

	return start_is_among(word, strlen(word), words);
}

/* How many words of the line the duty has; each must be there, or one. */
static bool ask_finds(const struct icj_duty *duty, const char *line, bool each)
{
	char word[40];
	size_t found = 0, told = 0;

	while (*(line += strspn(line, " ,.?!"))) {
		size_t len = strcspn(line, " ,.?!");

		snprintf(word, sizeof(word), "%.*s", (int)len, line);
		line += len;
		for (char *c = word; *c; c++)
			*c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
		if (ask_tells_nothing(word))
			continue;
		told++;
		found += ask_has_word(duty, word);
	}
	return each ? found == told && told > 0 : found > 0;
}

/* The i-th duty as the law of the day has it. */
static bool ask_duty_at(const struct tool *t, size_t i, struct icj_due *out)
{
	return icj_due(t->facts, &t->ctx, i, out);
}

/* Fills d->begun, which is not in use yet, with the duties a line finds. */
static size_t ask_matches(struct tool *t, const char *line, bool each)
{
	struct deadline *d = t->own;
	struct icj_due due;
	size_t n = 0;

	for (size_t i = 0; ask_duty_at(t, i, &due); i++)
		if (ask_finds(&due.duty, line, each))
			d->begun[n++] = i;
	return n;
}

/* -- All of them: a screen has room for the sections of the rules -------- */

/* Likewise with the duties of a section, "600". */
static size_t ask_section_duties(struct tool *t, const char *section)
{
	struct deadline *d = t->own;
	struct icj_due due;
	size_t n = 0;

	for (size_t i = 0; ask_duty_at(t, i, &due); i++)
		if (due.duty.rule->cite[0] == section[0])
			d->begun[n++] = i;
	return n;
}

/* The i-th section that has duties, from 0 on; NULL beyond. */
static const struct icj_paragraph *ask_section(struct tool *t, size_t i)
{
	const struct icj_paragraph *p;

	for (size_t at = 0; (p = icj_paragraph_at(at)); at++)
		if (strspn(p->cite, "0123456789") == strlen(p->cite) &&
		    ask_section_duties(t, p->cite) > 0 && i-- == 0)
			return p;
	return NULL;
}

static void ask_list_sections(struct tool *t)
{
	const struct icj_paragraph *p;
	char text[400];

	for (size_t i = 0; (p = ask_section(t, i)); i++) {
		const char *says = icj_paragraph_says(p);

		snprintf(text, sizeof(text), "  %zu %s: %.*s. (%s)", i + 1,
		    p->title, (int)strcspn(says, "."), says, p->cite);
		explain_wrap(stderr, text, 6);
	}
}

/* The duties of the section with that number; 0: there is none. */
static size_t ask_take_section(struct tool *t, const char *line)
{
	size_t n = line[strspn(line, "0123456789")] ? 0 : (size_t)atol(line);
	const struct icj_paragraph *p = n > 0 ? ask_section(t, n - 1) : NULL;

	return p ? ask_section_duties(t, p->cite) : 0;
}

static void ask_list_duties(const struct tool *t)
{
	const struct deadline *d = t->own;
	struct icj_due due;
	char text[400];

	for (size_t i = 0; i < d->asked; i++) {
		ask_duty_at(t, d->begun[i], &due);
		snprintf(text, sizeof(text), "  %zu %s (%s, %s)", i + 1,
		    due.duty.rule->says, due.duty.id, due.duty.rule->cite);
		explain_wrap(stderr, text, 6);
	}
}

/* The duties of a line of numbers; false if it is none. */
static bool ask_take_numbers(struct tool *t, const char *line)
{
	struct deadline *d = t->own;
	size_t len = strspn(line, "0123456789 ,"), at = 0;
	struct icj_due due;

	if (line[len] || strspn(line, " ,") == len)
		return false;
	while (*(line += strspn(line, " ,"))) {
		size_t n = (size_t)atol(line);

		line += strspn(line, "0123456789");
		if (n == 0 || n > d->asked || at + 40 > sizeof(d->chosen))
			return false;
		ask_duty_at(t, d->begun[n - 1], &due);
		at += (size_t)snprintf(d->chosen + at, sizeof(d->chosen) - at,
		    "%s%s", at ? "," : "", due.duty.id);
	}
	d->pick.duty = d->chosen;
	/* Who asks for a duty is told why there is none. */
	return d->pick.all = true;
}

static bool ask_take_topic(struct tool *t, const char *line)
{
	struct deadline *d = t->own;

	if (d->asked > 0 && ask_take_numbers(t, line))
		return true;
	d->asked = d->sections ? ask_take_section(t, line) : 0;
	d->sections = d->asked == 0 && (!*line || strcmp(line, "?") == 0);
	if (d->sections || strcmp(line, "<") == 0)
		return false;
	if (d->asked == 0)
		d->asked = ask_matches(t, line, true);
	if (d->asked == 0)
		d->asked = ask_matches(t, line, false);
	if (d->asked == 1)
		return ask_take_numbers(t, "1");
	if (d->asked == 0)
		fputs("  No duty has that word.\n", stderr);
	return false;
}

bool deadline_topic(struct tool *t, const char *line)
{
	struct deadline *d = t->own;
	struct icj_due due;

	if (line)
		return ask_take_topic(t, line);
	if (d->pick.duty || d->pick.standard ||
	    ask_duty_at(t, icj_due_next(t->facts, 0), &due))
		return true;
	if (d->sections) {
		fputs("Of which section of the rules?\n", stderr);
		ask_list_sections(t);
		fputs("  its number; or a word: ", stderr);
		return false;
	}
	if (d->asked == 0) {
		fputs("What happened, or what is owed?\n  a word or two, such "
		    "as runaway or A-02; ? leads to all: ",
		    stderr);
		return false;
	}
	fputs("Which of these?\n", stderr);
	ask_list_duties(t);
	fputs("  its number, or several; or another word; < goes back: ", stderr);
	return false;
}

void deadline_put_topic(const struct tool *t, FILE *out)
{
	const struct deadline *d = t->own;

	if (*d->chosen)
		fprintf(out, " --all --duty %s", d->chosen);
}

/* -- Which fact --------------------------------------------------------- */

/* What would start a duty, the first that may still be known. */
static const struct icj_field *ask_trigger(const struct tool *t,
    const struct icj_duty *duty, const struct icj_field *const *skip,
    size_t count)
{
	const char *list = duty->trigger;

	while (*list) {
		size_t len = strcspn(list, ";");
		const struct icj_field *f = icj_field_find(list, len);

		if (f && !icj_case_has(t->facts, f) &&
		    !ask_is_skipped(f, skip, count))
			return f;
		list += len;
		list += strspn(list, "; ");
	}
	return NULL;
}

/* Whether it says who approved an extension that nobody has stated. */
static bool ask_is_idle(const struct tool *t, const struct icj_field *f)
{
	static const char end[] = "extension_approved_by";
	size_t len = strlen(f->name), start = len - (sizeof(end) - 1);
	char name[64];

	if (len < sizeof(end) || strcmp(f->name + start, end) != 0)
		return false;
	snprintf(name, sizeof(name), "%.*sextended_to", (int)start, f->name);
	return !icj_case_has(t->facts, icj_field_find(name, strlen(name)));
}

enum ask_how { ASK_OUTRIGHT, ASK_PRESUMES, ASK_NEVER };

/* Reading: acts and extensions that nobody mentions are presumed not to be;
 * what has no date is a fact of the case, and asked for.  Whose state it is
 * moves a date only where there are closures of states. */
static enum ask_how ask_how(const struct tool *t, const struct icj_field *f)
{
	if (f->type == ICJ_STATE)
		return t->holiday_count > 0 ? ASK_OUTRIGHT : ASK_NEVER;
	if (ask_is_idle(t, f))
		return ASK_NEVER;
	return f->presumed || ask_is_dated(f) || f->type == ICJ_TEXT ?
	    ASK_PRESUMES : ASK_OUTRIGHT;
}

/* The first fact, from one of the dictionary on, that a duty which is begun
 * asks for. */
static const struct icj_field *ask_fact(struct tool *t, size_t from,
    enum ask_how how)
{
	const struct deadline *d = t->own;
	struct icj_due due;
	const struct icj_field *f;

	for (; (f = icj_field_at(from)); from++)
		for (size_t i = 0; ask_how(t, f) == how &&
		    !icj_case_has(t->facts, f) && ask_duty_at(t, i, &due); i++)
			if (pick_lists(&d->pick, &due.duty) &&
			    pick_is_begun(&due) &&
			    icj_due_asks(t->facts, &t->ctx, i, f))
				return f;
	return NULL;
}

const struct icj_field *deadline_question(struct tool *t,
    const struct icj_field *const *skip, size_t count)
{
	const struct deadline *d = t->own;
	struct icj_due due;
	const struct icj_field *f;

	for (size_t i = 0; (d->pick.duty || d->pick.standard) &&
	    ask_duty_at(t, i, &due); i++) {
		f = due.status == ICJ_DUE_NO_START &&
		    pick_lists(&d->pick, &due.duty) ?
		    ask_trigger(t, &due.duty, skip, count) : NULL;
		if (f)
			return f;
	}
	f = ask_fact(t, 0, ASK_OUTRIGHT);
	while (f && ask_is_skipped(f, skip, count))
		f = ask_fact(t, f->number + 1, ASK_OUTRIGHT);
	return f;
}

const struct icj_field *deadline_presumed(struct tool *t, size_t i)
{
	const struct icj_field *f = ask_fact(t, 0, ASK_PRESUMES);

	while (f && i-- > 0)
		f = ask_fact(t, f->number + 1, ASK_PRESUMES);
	return f;
}
