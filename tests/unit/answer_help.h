/* SPDX-License-Identifier: MIT */
/*
 * answer_help.h - the judged cases of tests/rules: lines of
 *
 *   facts, how, answer, rules cited, checks
 *
 * set apart by tabs; vote.tsv has neither answer nor rules, and edition.tsv,
 * deadline.tsv and define.tsv have columns of their own.  facts are
 * field=value, or a word that the file says once, in a line "@word facts".  how
 * is "-" or some of strict, federal, both, as_of=TIME, edition=DATE,
 * closed=STATE:DATE and vouched=DATE, the last day of the list of holidays, set
 * apart by blanks.  Checks are key=value set apart by "; ", lists in them by
 * commas; "note" is a part of the note, "aside" a citation whose rows do not
 * apply, "judged" one that has a row which does, "holds" one that has a row
 * which is met, "fails" one that is not.  "@expect checks" is checked of each
 * line that has no such key itself.
 */
#ifndef ANSWER_HELP_H
#define ANSWER_HELP_H

#include <stdio.h>
#include <string.h>

#include "icj.h"
#include "suite.h"

#define HELP_LINES 1000
#define HELP_SIZE 1000

struct help_line {
	char text[HELP_SIZE];
	int number;
};

static struct help_line help_line[HELP_LINES];
static int help_count;
static struct help_line help_word[8]; /* "@word facts", without the @ */
static int help_words;

/* What a file says once under a word; NULL: it does not. */
static const char *help_meant(const char *word, size_t len)
{
	for (int i = 0; i < help_words; i++)
		if (strncmp(help_word[i].text, word, len) == 0 &&
		    strchr(" ", help_word[i].text[len]))
			return help_word[i].text + len;
	return NULL;
}

static inline void help_read(const char *name)
{
	const char *top = getenv("TOP");
	char path[4096];
	int number = 0;
	FILE *f;

	snprintf(path, sizeof(path), "%s/tests/rules/%s", top ? top : ".",
	    name);
	f = fopen(path, "r");
	if (!f)
		exit(EXIT_FAILURE);
	while (help_count < HELP_LINES &&
	    fgets(help_line[help_count].text, HELP_SIZE, f)) {
		char *line = help_line[help_count].text;

		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '@')
			strcpy(help_word[help_words++].text, line + 1);
		else if (line[0] != '\0' && line[0] != '#')
			help_line[help_count++].number = number;
	}
	fclose(f);
}

static inline void help_split(char *line, char **part, int want)
{
	int n = 0;

	for (part[n++] = line; n < want && (line = strchr(line, '\t')); n++) {
		*line++ = '\0';
		part[n] = line;
	}
	ck_assert_int_eq(n, want);
}

static void help_fact(struct icj_case *c, const char *fact, size_t len)
{
	const char *value = memchr(fact, '=', len);
	const struct icj_field *field;
	size_t name;

	ck_assert_msg(value != NULL, "no value: %s", fact);
	name = (size_t)(value++ - fact);
	field = icj_field_find(fact, name);
	ck_assert_msg(field != NULL, "no such field: %s", fact);
	ck_assert_msg(icj_case_set(c, field, value, len - name - 1) == ICJ_OK,
	    "cannot be read: %s", fact);
}

/* The case has its texts where the facts stand. */
static inline void help_facts(struct icj_case *c, const char *facts)
{
	size_t len;

	for (const char *f = strcmp(facts, "-") ? facts : ""; *f; f += len) {
		f += strspn(f, " ");
		len = strcspn(f, " ");
		if (help_meant(f, len))
			help_facts(c, help_meant(f, len));
		else if (len)
			help_fact(c, f, len);
	}
}

static struct icj_time help_time(const char *text)
{
	struct icj_time t;

	ck_assert_msg(icj_time_parse(text, strlen(text), NULL, &t) == ICJ_OK,
	    "cannot be read: %s", text);
	return t;
}

/* "OK:2015-03-06" */
static inline struct icj_closure help_closure(const char *text)
{
	return (struct icj_closure){
		.date = help_time(text + 3).date,
		.state = icj_state_find(text, 2), .name = "closed by the case",
	};
}

/* What a case says of the holidays. */
struct help_list {
	struct icj_closure closed;
	struct icj_vouch vouch;
	bool given;
};

static inline bool help_listed(struct help_list *l, const char *word)
{
	if (strncmp(word, "closed=", 7) == 0)
		l->closed = help_closure(word + 7);
	else if (strncmp(word, "vouched=", 8) == 0)
		l->vouch.through = help_time(word + 8).date;
	else
		return false;
	return l->given = true;
}

static inline void help_calendar(struct icj_context *ctx,
    const struct help_list *l)
{
	if (!l->given)
		return;
	icj_calendar_free((struct icj_calendar *)ctx->calendar);
	ctx->calendar = icj_calendar_new(&l->closed, l->closed.state != 0,
	    &l->vouch, l->vouch.through != ICJ_DATE_NONE);
}

static inline void help_how(struct icj_context *ctx, char *how)
{
	struct help_list list = {.vouch = {0, ICJ_DATE_NONE}};
	char *save = NULL;

	if (strcmp(how, "-") == 0)
		return;
	for (char *w = strtok_r(how, " ", &save); w;
	    w = strtok_r(NULL, " ", &save)) {
		if (strcmp(w, "strict") == 0)
			ctx->strict = true;
		else if (strcmp(w, "federal") == 0)
			ctx->whose = ICJ_FEDERAL;
		else if (strcmp(w, "both") == 0)
			ctx->whose = ICJ_BOTH;
		else if (strncmp(w, "as_of=", 6) == 0)
			ctx->as_of = help_time(w + 6);
		else if (strncmp(w, "edition=", 8) == 0)
			ctx->edition = help_time(w + 8).date;
		else if (!help_listed(&list, w))
			ck_abort_msg("how: %s", w);
	}
	help_calendar(ctx, &list);
}

/* Judged as of Wednesday 2015-06-10 unless said otherwise. */
static inline struct icj_context help_context(void)
{
	return (struct icj_context){
		.edition = ICJ_DATE_NONE, .as_of = help_time("2015-06-10"),
		.calendar = icj_calendar_new(NULL, 0, NULL, 0),
	};
}

static inline void help_add(char *buf, const char *item)
{
	if (buf[0] != '\0')
		strncat(buf, ",", HELP_SIZE - strlen(buf) - 1);
	strncat(buf, item, HELP_SIZE - strlen(buf) - 1);
}

static inline void help_add_all(char *buf, const char *const *list)
{
	for (; *list; list++)
		help_add(buf, *list);
}

static inline void help_cites(const struct icj_report *r, char *buf)
{
	buf[0] = '\0';
	for (size_t i = 0; icj_report_cite(r, i); i++)
		help_add(buf, icj_report_cite(r, i));
}

static inline void help_list(const struct icj_report *r, enum icj_role role,
    char *buf)
{
	buf[0] = '\0';
	for (size_t i = 0; icj_report_fact(r, role, i); i++)
		help_add(buf, icj_report_fact(r, role, i)->name);
}

static inline void help_same(const char *what, const char *got, const char *want,
    int line)
{
	if (strcmp(want, "-") == 0)
		want = "";
	ck_assert_msg(strcmp(got, want) == 0, "line %d: %s is \"%s\", not "
	    "\"%s\"", line, what, got, want);
}

/* The statuses of the rows of one citation, as bits. */
static inline unsigned help_statuses(const struct icj_report *r,
    const char *cite)
{
	const struct icj_finding *f = NULL;
	unsigned seen = 0;

	while ((f = icj_report_next(r, f)))
		if (strcmp(icj_finding_rule(f)->cite, cite) == 0)
			seen |= 1u << icj_finding_status(f);
	return seen;
}

static inline bool help_status_checked(const struct icj_report *r,
    const char *key, const char *cite, int line)
{
	unsigned aside = 1u << ICJ_NOT_APPLICABLE;
	unsigned seen = help_statuses(r, cite);
	bool so;

	if (strcmp(key, "judged") == 0)
		so = seen & ~aside;
	else if (strcmp(key, "aside") == 0)
		so = seen == aside;
	else if (strcmp(key, "holds") == 0)
		so = seen & 1u << ICJ_MET;
	else if (strcmp(key, "fails") == 0)
		so = seen & 1u << ICJ_NOT_MET;
	else
		return false;
	ck_assert_msg(so, "line %d: not so: %s=%s", line, key, cite);
	return true;
}

/* Checks of a report that both questions know; false: not one of them. */
static inline bool help_checked(const struct icj_report *r, const char *key,
    const char *want, int line)
{
	char got[HELP_SIZE] = "";

	if (strcmp(key, "missing") == 0) {
		help_list(r, ICJ_MISSING, got);
	} else if (strcmp(key, "assumed") == 0) {
		help_list(r, ICJ_ASSUMED, got);
	} else if (strcmp(key, "edition") == 0) {
		icj_date_format(icj_report_edition(r), got);
	} else if (strcmp(key, "basis") == 0) {
		strcpy(got, icj_basis_name(icj_report_basis(r)));
	} else if (help_status_checked(r, key, want, line)) {
		return true;
	} else if (strcmp(key, "note") == 0) {
		const char *note = icj_report_note(r);

		ck_assert_msg(strcmp(want, "-") == 0 ? note[0] == '\0' :
		    strstr(note, want) != NULL, "line %d: the note is \"%s\", "
		    "without \"%s\"", line, note, want);
		return true;
	} else if (strcmp(key, "no-note") == 0) {
		ck_assert_msg(!strstr(icj_report_note(r), want),
		    "line %d: the note is \"%s\"", line, icj_report_note(r));
		return true;
	} else {
		return false;
	}
	help_same(key, got, want, line);
	return true;
}

/* -- Cases one by one --------------------------------------------------- */

/* A case that is being asked. */
struct help_asked {
	struct icj_case *c;
	struct icj_context ctx;
	struct icj_report *r;
	char *part[5];
	int line;
};

/* What a check of an answer finds, into got; false: there is no such check. */
typedef bool help_detail(const struct help_asked *a, const void *answer,
    const char *key, char *got);

static inline void help_check(const struct help_asked *a, const char *key,
    const char *want, help_detail *detail, const void *answer)
{
	char got[HELP_SIZE] = "";

	if (help_checked(a->r, key, want, a->line))
		return;
	ck_assert_msg(detail && detail(a, answer, key, got),
	    "line %d: no such check: %s", a->line, key);
	help_same(key, got, want, a->line);
}

/* The key of a check, and its value; what follows it. */
static inline char *help_next_check(char *checks, char **value)
{
	char *next = strstr(checks, "; ");

	if (next) {
		*next = '\0';
		next += 2;
	}
	*value = strchr(checks, '=');
	ck_assert_msg(*value != NULL, "no value: %s", checks);
	*(*value)++ = '\0';
	return next;
}

static inline bool help_has_key(const char *checks, const char *key)
{
	size_t len = strlen(key);

	for (const char *at = checks; (at = strstr(at, key)); at += len)
		if (at[len] == '=' && (at == checks || at[-1] == ' '))
			return true;
	return false;
}

/* The checks of a line, and those of the file whose keys it does not have. */
static inline void help_checks(const struct help_asked *a, const char *checks,
    help_detail *detail, const void *answer)
{
	const char *all = help_meant("expect", 6);
	char own[HELP_SIZE], common[HELP_SIZE], *value;

	snprintf(common, sizeof(common), "%s", all ? all + 1 : "");
	for (char *next, *c = all ? common : NULL; c; c = next) {
		next = help_next_check(c, &value);
		if (!help_has_key(checks, c))
			help_check(a, c, value, detail, answer);
	}
	snprintf(own, sizeof(own), "%s", checks);
	for (char *next, *c = strcmp(own, "-") ? own : NULL; c; c = next) {
		next = help_next_check(c, &value);
		help_check(a, c, value, detail, answer);
	}
}

/* Compares an answer with its line: the first word of it, the rules cited, the
 * checks. */
static inline void help_expect(const struct help_asked *a, const char *said,
    help_detail *detail, const void *answer)
{
	char got[HELP_SIZE];

	help_same("answer", said, a->part[2], a->line);
	help_cites(a->r, got);
	help_same("rule", got, a->part[3], a->line);
	help_checks(a, a->part[4], detail, answer);
}

/* Opens the i-th case, of so many parts, for fn. */
static inline void help_with(int i, int parts,
    void (*fn)(struct help_asked *a, void *arg), void *arg)
{
	struct help_asked a = {.c = icj_case_new(), .ctx = help_context(),
	    .r = icj_report_new(), .line = help_line[i].number};
	char line[HELP_SIZE];

	strcpy(line, help_line[i].text);
	help_split(line, a.part, parts);
	help_facts(a.c, a.part[0]);
	help_how(&a.ctx, a.part[1]);
	fn(&a, arg);
	icj_report_free(a.r);
	icj_case_free(a.c);
	icj_calendar_free((struct icj_calendar *)a.ctx.calendar);
}

/* -- Every row has its witnesses ---------------------------------------- */

/* Which statuses the findings of a report show, by row of the area. */
static inline void help_witness(const struct icj_report *r,
    enum icj_area area, unsigned *seen)
{
	const struct icj_finding *f = NULL;

	while ((f = icj_report_next(r, f)))
		for (size_t i = 0; icj_rule_at(area, i); i++)
			if (icj_rule_at(area, i) == icj_finding_rule(f))
				seen[i] |= 1u << icj_finding_status(f);
}

static inline bool help_begins_as_one(const char *says,
    const char *const *beginnings)
{
	for (; *beginnings; beginnings++)
		if (strncmp(says, *beginnings, strlen(*beginnings)) == 0)
			return true;
	return false;
}

/* "@" among the beginnings stands for all wordings since 2016. */
static inline bool help_never_opens(const struct icj_rule *rule,
    const char *const *beginnings)
{
	return help_begins_as_one(rule->says, beginnings) ||
	    (rule->from >= icj_date_of(2016, 2, 1) &&
	    help_begins_as_one("@", beginnings));
}

/* Rows that decide nothing are not applicable when they fail; those that state
 * what is on file are never open. */
static inline void help_all_witnessed(enum icj_area area, const unsigned *seen,
    const char *const *never_fails, const char *const *never_open)
{
	const unsigned fails = 1u << ICJ_NOT_MET | 1u << ICJ_NOT_APPLICABLE;
	const struct icj_rule *rule;
	char from[11];

	for (size_t i = 0; (rule = icj_rule_at(area, i)); i++) {
		icj_date_format(rule->from, from);
		ck_assert_msg(seen[i] & 1u << ICJ_MET,
		    "%s of %s: no case in which it is met: %s", rule->cite,
		    from, rule->says);
		ck_assert_msg(seen[i] & fails ||
		    help_begins_as_one(rule->says, never_fails),
		    "%s of %s: no case in which it fails: %s", rule->cite,
		    from, rule->says);
		ck_assert_msg(seen[i] & 1u << ICJ_UNDECIDED ||
		    help_never_opens(rule, never_open),
		    "%s of %s: no case in which it is undecided: %s",
		    rule->cite, from, rule->says);
	}
}

/* -- A fact supplied overturns nothing ---------------------------------- */

/* Facts to try: the values of one field, then a NULL. */
typedef const char *const help_trial[5];

struct help_walk {
	help_trial *trial;
	int trials;
	const char *always; /* facts of every case */
	struct icj_context ctx;
	struct icj_case *c;
	struct icj_report *r, *other;
	/* Asks, and gives the answers as names: columns of them. */
	void (*ask)(const struct icj_case *c, const struct icj_context *ctx,
	    struct icj_report *r, const char **answer);
	int answers;
};

#define HELP_ANSWERS 6

static inline bool help_names(const struct icj_report *r, enum icj_role role,
    const char *fact)
{
	const struct icj_field *f;

	for (size_t i = 0; (f = icj_report_fact(r, role, i)); i++)
		if (strncmp(fact, f->name, strlen(f->name)) == 0 &&
		    fact[strlen(f->name)] == '=')
			return true;
	return false;
}

/* Named itself, or by the shorter fact that stands for it. */
static inline bool help_is_asked_for(const struct icj_report *r,
    const char *fact)
{
	return help_names(r, ICJ_MISSING, fact) ||
	    help_names(r, ICJ_MISSING, "return_type=") ||
	    /* Who is present is a member, and alone can be in favor. */
	    (strncmp(fact, "members_present=", 16) == 0 &&
	    (help_names(r, ICJ_MISSING, "members=") ||
	    help_names(r, ICJ_MISSING, "votes_for=")));
}

/* One more fact: what is decided stays unless the fact was assumed, and what
 * the first answer leaves undecided is moved by a fact that it named. */
static inline void help_supply(struct help_walk *w, int i,
    const char *const *before)
{
	const char *after[HELP_ANSWERS] = {NULL};

	for (int k = 0; w->trial[i][k]; k++) {
		const char *fact = w->trial[i][k];

		help_fact(w->c, fact, strlen(fact));
		w->ask(w->c, &w->ctx, w->other, after);
		if (help_names(w->r, ICJ_ASSUMED, fact))
			continue;
		for (int n = 0; n < w->answers; n++) {
			bool open = strcmp(before[n], "unknown") == 0;

			ck_assert_msg(strcmp(before[n], after[n]) == 0 ||
			    (open && (n > 0 || help_is_asked_for(w->r, fact))),
			    "%s makes %s %s", fact, before[n], after[n]);
		}
	}
	icj_case_unset(w->c, icj_field_find(w->trial[i][0],
	    strcspn(w->trial[i][0], "=")));
}

static inline void help_walk_at(struct help_walk *w, const int *at)
{
	const char *before[HELP_ANSWERS] = {NULL};

	icj_case_reset(w->c);
	help_facts(w->c, w->always);
	for (int i = 0; i < w->trials; i++)
		if (at[i])
			help_fact(w->c, w->trial[i][at[i] - 1],
			    strlen(w->trial[i][at[i] - 1]));
	w->ask(w->c, &w->ctx, w->r, before);
	for (int i = 0; i < w->trials; i++)
		if (!at[i])
			help_supply(w, i, before);
}

/* Every case of the facts, each known or not. */
static inline void help_walk_all(struct help_walk *w)
{
	int at[16] = {0}, i = 0;

	w->c = icj_case_new();
	w->r = icj_report_new();
	w->other = icj_report_new();
	while (i < w->trials) {
		help_walk_at(w, at);
		for (i = 0; i < w->trials && at[i] &&
		    !w->trial[i][at[i]]; i++)
			at[i] = 0;
		if (i < w->trials)
			at[i]++;
	}
	icj_case_free(w->c);
	icj_report_free(w->r);
	icj_report_free(w->other);
}

#endif
