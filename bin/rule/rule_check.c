/* SPDX-License-Identifier: MIT */
/*
 * rule_check.c - puts the question of a scenario to the real tool and
 * compares the answer.  Knows columns and citations, and no rule.
 */
#include <stdlib.h>
#include <string.h>

#include "rule/scenario.h"

#include "tool/mask.h"
#include "tool/quote.h"
#include "tool/same.h"

#define ARGUMENTS 24

/* -- The question ------------------------------------------------------- */

struct question {
	char *argument[ARGUMENTS];
	size_t count;
	char tool[32];
	const char *duty; /* of icj-deadline, or NULL */
	char *facts;      /* one line of JSON */
	size_t len;
};

static void verify_add(struct question *q, const char *text)
{
	if (q->count < ARGUMENTS - 1)
		q->argument[q->count++] = (char *)(uintptr_t)text;
}

/* "icj-deadline voluntary-return": the tool, and what to ask it about. */
static bool read_ask(struct question *q, const char *ask)
{
	size_t n = ask ? strcspn(ask, " ") : 0;

	if (n < 5 || n >= sizeof(q->tool) || strncmp(ask, "icj-", 4) != 0)
		return false;
	for (size_t i = 4; i < n; i++)
		if (ask[i] < 'a' || ask[i] > 'z')
			return false;
	memcpy(q->tool, ask, n);
	q->tool[n] = '\0';
	q->duty = ask + n + strspn(ask + n, " ");
	if (!*q->duty)
		q->duty = NULL;
	return true;
}

static void add_option(struct question *q, const struct scenario *s,
    const char *key, const char *option)
{
	const char *value = pairs_get(&s->head, key);

	if (!value)
		return;
	verify_add(q, option);
	verify_add(q, value);
}

static void verify_add_options(struct question *q, const struct scenario *s,
    const char *format)
{
	const char *strict = pairs_get(&s->head, "strict");

	q->count = 0;
	verify_add(q, q->tool);
	if (strcmp(q->tool, "icj-rule") == 0)
		verify_add(q, "--classify");
	if (strcmp(q->tool, "icj-deadline") == 0)
		verify_add(q, "--all");
	if (q->duty)
		verify_add(
		    q, strcmp(q->tool, "icj-rule") == 0 ? "--term" : "--duty");
	if (q->duty)
		verify_add(q, q->duty);
	verify_add(q, "--input");
	verify_add(q, "json");
	verify_add(q, "--output");
	verify_add(q, format);
	add_option(q, s, "as_of", "--as-of");
	add_option(q, s, "edition", "--edition");
	add_option(q, s, "calendar", "--calendar");
	if (strict && strcmp(strict, "yes") == 0)
		verify_add(q, "--strict");
	q->argument[q->count] = NULL;
}

/* -- The facts, as JSON ------------------------------------------------- */

static bool verify_put_facts(struct question *q, const struct pairs *given)
{
	FILE *out = open_memstream(&q->facts, &q->len);
	const char *lead = "";

	if (!out)
		return false;
	putc('{', out);
	for (size_t i = 0; i < given->count; i++) {
		fputs(lead, out);
		quote_put(out, given->at[i].name);
		putc(':', out);
		quote_put(out, given->at[i].value);
		lead = ",";
	}
	fputs("}\n", out);
	return fclose(out) == 0;
}

/* -- The answer --------------------------------------------------------- */

/* The next item of a list in a cell; false at its end. */
static bool next_item(const char **at, const char *end, struct rec_text *item)
{
	while (*at < end && (**at == ' ' || **at == ';'))
		(*at)++;
	item->text = *at;
	while (*at < end && **at != ';')
		(*at)++;
	item->len = (size_t)(*at - item->text);
	while (item->len && item->text[item->len - 1] == ' ')
		item->len--;
	return item->len > 0;
}

static bool same_items(const char *want, const char *got, size_t len)
{
	const char *end = want + strlen(want), *stop = got + len;
	struct rec_text a, b;

	for (;;) {
		bool one = next_item(&want, end, &a);
		bool two = next_item(&got, stop, &b);

		if (!one || !two)
			return one == two;
		if (a.len != b.len || memcmp(a.text, b.text, a.len) != 0)
			return false;
	}
}

/* Words of ours, then those of a scenario or of its answer. */
static void verify_say(const char *lead, const char *text, size_t len)
{
	fputs(lead, stdout);
	mask_put(stdout, text, len);
}

static bool expect_one(const struct pair *want, const struct rec *got)
{
	for (size_t i = 0; i < got->count; i++) {
		const struct rec_value *v = &got->all[i];

		if (!name_same(want->name, got->names[i].text,
		    got->names[i].len))
			continue;
		if (same_items(want->value, v->text, v->len))
			return true;
		verify_say("# ", want->name, strlen(want->name));
		verify_say(" is \"", v->text, v->len);
		verify_say("\", not \"", want->value, strlen(want->value));
		puts("\"");
		return false;
	}
	verify_say("# there is no column ", want->name, strlen(want->name));
	putchar('\n');
	return false;
}

static bool contains(const struct rec *got, const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i < got->count; i++)
		for (size_t k = 0; k + len <= got->all[i].len; k++)
			if (memcmp(got->all[i].text + k, text, len) == 0)
				return true;
	verify_say("# nothing mentions \"", text, len);
	puts("\"");
	return false;
}

static bool expected(const struct scenario *s, const struct rec *got)
{
	const char *mentions = pairs_get(&s->head, "mentions");
	bool good = true;

	for (size_t i = 0; i < s->expect.count; i++)
		good &= expect_one(&s->expect.at[i], got);
	return good & (!mentions || contains(got, mentions));
}

/* -- Limbs -------------------------------------------------------------- */

static const char *const in_time[] = {
	"met", "due", "allowed", "open", "within", NULL
};
static const char *const too_late[] = {
	"late", "overdue", "waiting", "expired", "exceeded", NULL
};

/* A duty holds when it is kept, fails when it is not. */
static bool status_is(const struct rec *got, const char *const *words)
{
	for (size_t i = 0; i < got->count; i++) {
		const struct rec_value *v = &got->all[i];

		if (!name_same("status", got->names[i].text,
		    got->names[i].len))
			continue;
		for (; *words; words++)
			if (strlen(*words) == v->len &&
			    memcmp(*words, v->text, v->len) == 0)
				return true;
		return false;
	}
	return false;
}

/* What a scenario can say of a limb: the key, the words behind the citation
 * that show it in the tool's explanation, what it is evidence of. */
static const struct claim {
	const char *key, *word, *evidence;
	bool absent;
} claims[] = {
	{"holds", "met", "holds", false},
	{"fails", "not met", "fails", false},
	{"names", NULL, "holds", false},
	{"omits", NULL, "fails", true},
};

static bool has_text(const char *at, const char *end, const char *text,
    size_t n)
{
	return (size_t)(end - at) >= n && memcmp(at, text, n) == 0;
}

/* ", met:" behind a citation. */
static bool says(const char *at, const char *end, const char *word)
{
	size_t n = strlen(word);

	return has_text(at, end, ", ", 2) && has_text(at + 2, end, word, n) &&
	    has_text(at + 2 + n, end, ":", 1);
}

/* "4-101(2)(d), met:" begins a line. */
static bool judged(const struct answer *a, const struct rec_text *cite,
    const char *word)
{
	const char *at = a->text, *end = at + a->len;

	while (word && at < end) {
		if (has_text(at, end, cite->text, cite->len) &&
		    says(at + cite->len, end, word))
			return true;
		while (at < end && *at++ != '\n')
			;
	}
	return false;
}

/* The citation is among those of the paragraph of limbs that do not apply; its
 * further lines are indented. */
static bool is_folded(const struct answer *a, const struct rec_text *cite)
{
	static const char lead[] = "Not applicable:";
	const char *at = a->text, *end = at + a->len;
	bool inside = false;

	for (; at + cite->len < end; at++) {
		if (at == a->text || at[-1] == '\n')
			inside = has_text(at, end, lead, strlen(lead)) ||
			    (inside && *at == ' ');
		if (inside && at > a->text && at[-1] == ' ' &&
		    has_text(at, end, cite->text, cite->len) &&
		    strchr(",.", at[cite->len]))
			return true;
	}
	return false;
}

/* The citation stands in a list of citations, as in "(6-103(2)(c))" or
 * "4-102(3)(b): form-iv", not in front of a limb that is judged. */
static bool verify_named(const struct answer *a, const struct rec_text *cite)
{
	const char *at = a->text, *end = at + a->len;

	for (; at + cite->len < end; at++) {
		char before = at > a->text ? at[-1] : '\n';

		if (memcmp(at, cite->text, cite->len) == 0 &&
		    strchr("\n( ", before) &&
		    strchr(");: ", at[cite->len]))
			return true;
	}
	return false;
}

/* A record that cannot be judged fails every limb. */
static bool verify_shown(const struct claim *claim, const struct answer *a,
    const struct rec *row, const struct rec_text *cite)
{
	if (row)
		return status_is(row, claim->key[0] == 'h' ? in_time :
		    too_late);
	if (claim->absent)
		return !verify_named(a, cite) && !judged(a, cite, "met");
	if (!claim->word)
		return verify_named(a, cite);
	return judged(a, cite, claim->word) || (claim->key[0] == 'f' &&
	    (is_folded(a, cite) ||
	    has_text(a->text, a->text + a->len, "Cannot be judged", 16)));
}

static bool check_claim(const struct claim *claim, const struct scenario *s,
    const struct answer *a, const struct rec *row, bool evidence)
{
	const char *list = pairs_get(&s->head, claim->key);
	const char *end = list ? list + strlen(list) : NULL;
	struct rec_text cite;
	bool good = true;

	while (list && next_item(&list, end, &cite)) {
		bool seen = verify_shown(claim, a, row, &cite);

		if (!seen) {
			printf("# %s is not shown", claim->key);
			verify_say(": ", cite.text, cite.len);
			putchar('\n');
		} else if (evidence) {
			verify_say("# evidence: ", cite.text, cite.len);
			printf(" %s\n", claim->evidence);
		}
		good &= seen;
	}
	return good;
}

static bool check_claims(const struct scenario *s, const struct answer *a,
    const struct rec *row, bool evidence)
{
	bool good = true;

	for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++)
		good &= check_claim(&claims[i], s, a, row, evidence);
	return good;
}

static bool makes_claims(const struct scenario *s)
{
	for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++)
		if (pairs_get(&s->head, claims[i].key))
			return true;
	return false;
}

/* -- Putting it --------------------------------------------------------- */

static bool verify_ask(struct question *q, const struct scenario *s,
    const char *format, struct answer *out)
{
	verify_add_options(q, s, format);
	if (rule_ask(q->argument, q->facts, q->len, out) &&
	    (out->status == TOOL_FINE || out->status == TOOL_INVALID))
		return true;
	if (out->status < 0)
		printf("# %s cannot be run\n", q->tool);
	else
		printf("# %s ended with status %d\n", q->tool, out->status);
	return false;
}

static bool check_limbs(struct question *q, const struct scenario *s,
    const struct rec *got, bool evidence)
{
	struct answer a = {.text = NULL};
	bool good;

	if (!makes_claims(s))
		return true;
	if (strcmp(q->tool, "icj-deadline") == 0)
		return check_claims(s, &a, got, evidence);
	good = verify_ask(q, s, "explain", &a) &&
	    check_claims(s, &a, NULL, evidence);
	free(a.text);
	return good;
}

static bool check_answer(struct question *q, const struct scenario *s,
    const struct answer *a, bool evidence)
{
	static const struct rec_options options = {
		.format = REC_JSON, .all = true
	};
	struct rec_in *in = rec_in_memory(a->text, a->len, &options);
	const struct rec *got;
	bool good = false;

	if (in && rec_start(in) == REC_RECORD &&
	    rec_next(in, &got) == REC_RECORD) {
		good = expected(s, got);
		good = check_limbs(q, s, got, evidence) && good;
	} else {
		printf("# %s wrote no record\n", q->tool);
	}
	rec_in_free(in);
	return good;
}

bool scenario_check(const struct scenario *s, bool evidence)
{
	struct question q = {.count = 0};
	struct answer a = {.text = NULL};
	bool good;

	if (!read_ask(&q, pairs_get(&s->head, "ask"))) {
		printf("# ask: not the name of a tool\n");
		return false;
	}
	if (s->expect.count == 0 && !pairs_get(&s->head, "mentions")) {
		printf("# nothing is expected\n");
		return false;
	}
	good = verify_put_facts(&q, &s->given) &&
	    verify_ask(&q, s, "json", &a) && check_answer(&q, s, &a, evidence);
	free(q.facts);
	free(a.text);
	return good;
}
