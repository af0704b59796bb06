/* SPDX-License-Identifier: MIT */
/*
 * rule_replay.c - judges again the decisions that --log of a filter wrote, from
 * the facts of each line, and prints what differs.
 *
 * Reading: a fact that is masked is one that cannot be read.  Where the answer
 * asks for it, or is another one without it, nobody can tell whether the
 * decision stands: it is counted as such, never as the same.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rule/rule.h"
#include "tool/decision.h"
#include "tool/mask.h"

/* A piece of a line. */
struct piece {
	const char *at;
	size_t len;
};

enum part {
	PART_LOG, PART_QUESTION, PART_CASE, PART_PROGRAM, PART_LIBRARY,
	PART_RULES, PART_CALENDAR, PART_AMENDMENTS, PART_AS_OF, PART_EDITION,
	PART_WHOSE, PART_STRICT, PART_UNSAID, PART_FACTS, PART_ANSWER,
	PART_SEAL, PARTS
};

static const char *const part_names[PARTS] = {
	"log", "question", "case", "program", "library", "rules", "calendar",
	"amendments", "as_of", "edition", "whose", "strict", "unsaid", "facts",
	"answer", "seal"
};

#define RULED_FIRST PART_PROGRAM /* what a decision rests on but its facts */
#define RULED_LAST PART_AMENDMENTS

enum result { SAME, DIFFERS, CANNOT, UNREADABLE, RESULTS };

struct replay {
	struct tool *t;
	const char *file;
	unsigned long line;
	struct piece of[PARTS];
	bool sealed;                  /* there is a key */
	uint8_t key[KEYED_KEY];
	char calendar[KEYED_HEX], amendments[KEYED_HEX];
	struct {
		bool other;
		char text[80];
	} rested[PARTS];              /* what the line before rested on */
	bool head_put;                /* of this line's differences */
	unsigned long results[RESULTS], others;
};

/* -- JSON, as the log has it ----------------------------------------------- */

static const char *replay_blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

/* The end of the string that begins there; NULL: it has none. */
static const char *replay_string(const char *s)
{
	for (s++; *s && *s != '"'; s++)
		if (*s == '\\' && !*++s)
			return NULL;
	return *s ? s + 1 : NULL;
}

/* The end of the value that begins there; NULL: it has none. */
static const char *replay_value(const char *s)
{
	size_t depth = 0;

	do {
		if (*s == '"') {
			if (!(s = replay_string(s)))
				return NULL;
			continue;
		}
		if (!*s)
			return NULL;
		if (*s == '{' || *s == '[')
			depth++;
		else if ((*s == '}' || *s == ']') && depth-- == 0)
			return NULL;
		s++;
	} while (depth > 0 || (*s && !strchr(",]} ", *s)));
	return s;
}

/* The next member of an object, or item of an array, and where to look on:
 * behind the bracket at first.  False at the end, or where there is none. */
static bool replay_next(const char **at, struct piece *name,
    struct piece *value)
{
	const char *s = replay_blanks(*at), *end;

	if (*s == ',')
		s = replay_blanks(s + 1);
	if (name) {
		if (*s != '"' || !(end = replay_string(s)))
			return false;
		*name = (struct piece){s + 1, (size_t)(end - s) - 2};
		s = replay_blanks(end);
		if (*s != ':')
			return false;
		s = replay_blanks(s + 1);
	}
	if (!*s || strchr(",]}", *s) || !(end = replay_value(s)))
		return false;
	*value = (struct piece){s, (size_t)(end - s)};
	*at = end;
	return true;
}

static bool piece_same(const struct piece *a, const struct piece *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static struct piece piece_of(const char *text)
{
	return (struct piece){text, strlen(text)};
}

static bool piece_is(const struct piece *p, const char *text)
{
	struct piece other = piece_of(text);

	return piece_same(p, &other);
}

static bool piece_find(const struct piece *object, struct piece name,
    struct piece *out)
{
	const char *at = object->at + 1;
	struct piece member;

	while (replay_next(&at, &member, out))
		if (piece_same(&member, &name))
			return true;
	return false;
}

/* A string without its quotes; nothing else has any. */
static struct piece piece_text(const struct piece *p)
{
	if (p->len < 2 || *p->at != '"')
		return *p;
	return (struct piece){p->at + 1, p->len - 2};
}

/* -- What differs ----------------------------------------------------------- */

static void replay_put(const struct piece *p)
{
	const size_t most = 200;

	if (!p->at)
		fputs("none", stdout);
	else if (p->len > most)
		printf("%zu bytes", p->len);
	else
		mask_put(stdout, p->at, p->len);
}

static void replay_place(const struct replay *r)
{
	mask_puts(stdout, r->file);
	printf(":%lu: ", r->line);
}

static void replay_head(struct replay *r)
{
	struct piece question = piece_text(&r->of[PART_QUESTION]);
	struct piece id = piece_text(&r->of[PART_CASE]);

	if (r->head_put)
		return;
	r->head_put = true;
	replay_place(r);
	mask_put(stdout, question.at, question.len);
	fputs(" of case ", stdout);
	mask_put(stdout, id.at, id.len < 8 ? id.len : 8);
	fputs(" differs\n", stdout);
}

static void replay_say(struct replay *r, const char *path,
    const struct piece *was, const struct piece *is)
{
	replay_head(r);
	fputs("  ", stdout);
	mask_puts(stdout, path);
	fputs(": was ", stdout);
	replay_put(was);
	fputs(", is ", stdout);
	replay_put(is);
	putchar('\n');
}

/* Where in the answer; with what it is about, of an item of an array. */
struct path {
	char text[160];
};

static struct path path_of(const struct path *above, const struct piece *name)
{
	struct path p = *above;
	size_t n = strlen(p.text);

	snprintf(p.text + n, sizeof(p.text) - n, "%s%.*s",
	    n > 0 && name->len ? " " : "",
	    name->len < 60 ? (int)name->len : 60, name->at);
	return p;
}

static struct piece item_name(const struct piece *item)
{
	static const char *const about[] = {"duty", "rule", "field"};
	struct piece name;

	for (size_t i = 0; *item->at == '{' && i < 3; i++)
		if (piece_find(item, piece_of(about[i]), &name))
			return piece_text(&name);
	return (struct piece){"", 0};
}

static size_t replay_differences(struct replay *r, const struct path *path,
    const struct piece *was, const struct piece *is, bool tell);

static size_t replay_items(struct replay *r, const struct path *path,
    const struct piece *was, const struct piece *is, bool tell)
{
	const char *old = was->at + 1, *new = is->at + 1;
	size_t n = 0;

	for (;;) {
		struct piece a = {NULL, 0}, b = {NULL, 0};
		bool more = replay_next(&old, NULL, &a);
		struct piece name;
		struct path p;

		if (!replay_next(&new, NULL, &b) && !more)
			return n;
		name = item_name(more ? &a : &b);
		p = path_of(path, &name);
		n += replay_differences(r, &p, &a, &b, tell);
	}
}

/* Masked cells are those that differ of what could not be read. */
static bool replay_passes(const struct path *path, const struct piece *name,
    bool masked)
{
	return masked && !*path->text && piece_is(name, "errors");
}

static bool replay_masked(const struct replay *r);

static size_t replay_members(struct replay *r, const struct path *path,
    const struct piece *was, const struct piece *is, bool tell)
{
	const char *at = was->at + 1;
	struct piece name, a, b;
	size_t n = 0;
	struct path p;

	while (replay_next(&at, &name, &a)) {
		if (replay_passes(path, &name, replay_masked(r)))
			continue;
		if (!piece_find(is, name, &b))
			b = (struct piece){NULL, 0};
		p = path_of(path, &name);
		n += replay_differences(r, &p, &a, &b, tell);
	}
	for (at = is->at + 1; replay_next(&at, &name, &b);) {
		if (piece_find(was, name, &a))
			continue;
		a = (struct piece){NULL, 0};
		p = path_of(path, &name);
		n += replay_differences(r, &p, &a, &b, tell);
	}
	return n;
}

/* How many there are; with tell they are printed. */
static size_t replay_differences(struct replay *r, const struct path *path,
    const struct piece *was, const struct piece *is, bool tell)
{
	if (was->at && is->at) {
		if (*was->at == '{' && *is->at == '{')
			return replay_members(r, path, was, is, tell);
		if (*was->at == '[' && *is->at == '[')
			return replay_items(r, path, was, is, tell);
		if (piece_same(was, is))
			return 0;
	}
	if (tell)
		replay_say(r, path->text, was, is);
	return 1;
}

/* -- What it rested on ------------------------------------------------------ */

/* Another program, rulebook or calendar is named where it begins. */
static void replay_rested(struct replay *r)
{
	const char *here[PARTS] = {
		[PART_PROGRAM] = ICJ_VERSION, [PART_LIBRARY] = icj_version(),
		[PART_RULES] = icj_rules_version(),
		[PART_CALENDAR] = r->calendar,
		[PART_AMENDMENTS] = r->amendments
	};
	bool other = false;

	for (size_t i = RULED_FIRST; i <= RULED_LAST; i++) {
		struct piece was = piece_text(&r->of[i]);
		bool is_other = !piece_is(&was, here[i]);
		char text[80];

		snprintf(text, sizeof(text), "%.*s",
		    was.len < 79 ? (int)was.len : 79, was.at);
		if (is_other && !(r->rested[i].other &&
		    strcmp(text, r->rested[i].text) == 0)) {
			replay_place(r);
			printf("judged by other %s: ", part_names[i]);
			mask_puts(stdout, *text ? text : "none");
			printf(", not %s\n", *here[i] ? here[i] : "none");
		}
		r->rested[i].other = is_other;
		memcpy(r->rested[i].text, text, sizeof(text));
		other |= is_other;
	}
	r->others += other;
}

/* -- One line ---------------------------------------------------------------- */

/* Each part once, and nothing else. */
static bool replay_cut(struct replay *r, const char *line)
{
	const char *at = line + 1, *end;
	struct piece name, value;

	memset(r->of, 0, sizeof(r->of));
	if (*line != '{' || !(end = replay_value(line)) || *end)
		return false;
	while (replay_next(&at, &name, &value)) {
		size_t i = 0;

		while (i < PARTS && !piece_is(&name, part_names[i]))
			i++;
		if (i == PARTS || r->of[i].at)
			return false;
		r->of[i] = value;
	}
	for (size_t i = 0; i < PARTS; i++)
		if (!r->of[i].at)
			return false;
	return *replay_blanks(at) == '}' &&
	    *r->of[PART_FACTS].at == '{' && *r->of[PART_ANSWER].at == '{' &&
	    piece_is(&r->of[PART_LOG], DECISION_LINE);
}

static int replay_word(const struct piece *p, const char *const *words)
{
	struct piece text = piece_text(p);

	for (int i = 0; words[i]; i++)
		if (piece_is(&text, words[i]))
			return i;
	return -1;
}

static bool replay_context(const struct replay *r, struct icj_context *ctx,
    enum icj_unsaid *unsaid)
{
	static const char *const answers[] = {"no", "yes", NULL};
	struct piece as_of = piece_text(&r->of[PART_AS_OF]);
	struct piece edition = piece_text(&r->of[PART_EDITION]);
	int whose = replay_word(&r->of[PART_WHOSE], decision_whose);
	int strict = replay_word(&r->of[PART_STRICT], answers);
	int how = replay_word(&r->of[PART_UNSAID], decision_unsaid);

	*ctx = r->t->ctx;
	if (whose < 0 || strict < 0 || how < 0 ||
	    icj_time_parse(as_of.at, as_of.len, NULL, &ctx->as_of) != ICJ_OK)
		return false;
	ctx->whose = (enum icj_whose)whose;
	ctx->strict = strict;
	*unsaid = (enum icj_unsaid)how;
	return piece_is(&edition, "auto") || icj_date_parse(edition.at,
	    edition.len, NULL, &ctx->edition) == ICJ_OK;
}

/* The answer to the facts of the line, to be freed; NULL: it has none. */
static char *replay_ask(const struct replay *r)
{
	struct piece q = piece_text(&r->of[PART_QUESTION]), error;
	struct icj_context ctx;
	enum icj_unsaid unsaid;
	char *question = strndup(q.at, q.len), *answer = NULL;
	char *facts = strndup(r->of[PART_FACTS].at, r->of[PART_FACTS].len);

	if (question && facts && replay_context(r, &ctx, &unsaid)) {
		size_t len = icj_answer_json_by(question, facts, unsaid, &ctx,
		    NULL, 0);

		answer = malloc(len + 1);
		if (answer)
			icj_answer_json_by(question, facts, unsaid, &ctx, answer,
			    len + 1);
		if (answer && piece_find(&(struct piece){answer, len},
		    piece_of("error"), &error)) {
			free(answer);
			answer = NULL;
		}
	}
	free(question);
	free(facts);
	return answer;
}

/* Whether some fact of the line is masked. */
static bool replay_masked(const struct replay *r)
{
	const char *at = r->of[PART_FACTS].at + 1;
	struct piece name, value;

	while (replay_next(&at, &name, &value))
		if (piece_is(&value, "\"" DECISION_MASKED "\""))
			return true;
	return false;
}

/* Whether an answer asked for what could not be read. */
static bool replay_asked(const struct piece *answer)
{
	static const char *const verdicts[] = {
		"eligible", "permit", "return_procedure"
	};
	struct piece value;

	for (size_t i = 0; i < 3; i++)
		if (piece_find(answer, piece_of(verdicts[i]), &value) &&
		    piece_is(&value, "\"invalid\""))
			return true;
	return piece_find(answer, piece_of("withheld"), &value) && !piece_is(&value, "[]");
}

/* What stands before ', "seal": "..."}'. */
static bool replay_seal_fits(const struct replay *r, const char *line)
{
	static const char lead[] = ", \"seal\": ";
	struct piece seal = piece_text(&r->of[PART_SEAL]);
	ptrdiff_t len = r->of[PART_SEAL].at - line - (ptrdiff_t)strlen(lead);
	char hex[KEYED_HEX];

	if (len < 0 || memcmp(line + len, lead, strlen(lead)) != 0 ||
	    strcmp(seal.at + seal.len, "\"}") != 0)
		return false;
	keyed_bytes(r->key, line, (size_t)len, hex);
	return piece_is(&seal, hex);
}

static enum result replay_weigh(struct replay *r, const char *line,
    const char *answer)
{
	struct piece is = {answer, strlen(answer)};
	bool fits = !r->sealed || replay_seal_fits(r, line);
	bool masked = replay_masked(r);
	struct path none = {""};
	size_t n = replay_differences(r, &none, &r->of[PART_ANSWER], &is,
	    !masked);

	if (!fits) {
		replay_head(r);
		puts("  its seal does not fit: the line was changed, or is of "
		    "another key");
		return DIFFERS;
	}
	if (masked && (n > 0 || replay_asked(&is))) {
		replay_place(r);
		puts("cannot be replayed: a masked fact decides");
		return CANNOT;
	}
	return n > 0 ? DIFFERS : SAME;
}

static enum result replay_line(struct replay *r, const char *line, size_t len)
{
	struct tool_place at = {r->file, r->line, 0, NULL};
	enum result result;
	char *answer;

	r->head_put = false;
	if (strlen(line) != len || !replay_cut(r, line) ||
	    !(answer = replay_ask(r))) {
		tool_error(r->t, &at, TOOL_E_LOG, "no whole line of --log");
		return UNREADABLE;
	}
	replay_rested(r);
	result = replay_weigh(r, line, answer);
	free(answer);
	return result;
}

/* -- All lines --------------------------------------------------------------- */

static FILE *replay_open(const struct replay *r, const char *name)
{
	FILE *in = strcmp(name, "-") == 0 ? fdopen(dup(STDIN_FILENO), "rb") :
	    fopen(name, "rb");

	if (!in)
		tool_error(r->t, &(struct tool_place){name, 0, 0, NULL},
		    TOOL_E_OPEN, "%s", strerror(errno));
	return in;
}

static int replay_file(struct replay *r, const char *name)
{
	FILE *in = replay_open(r, name);
	size_t room = 0;
	char *line = NULL;
	ssize_t len;
	int status = TOOL_FINE;

	if (!in)
		return TOOL_STOPPED; /* it was there a moment ago */
	r->file = name;
	r->line = 0;
	memset(r->rested, 0, sizeof(r->rested));
	while ((len = getline(&line, &room, in)) > 0) {
		r->line++;
		if (line[len - 1] == '\n')
			line[--len] = '\0';
		r->results[replay_line(r, line, (size_t)len)]++;
	}
	if (ferror(in)) {
		tool_error(r->t, &(struct tool_place){name, r->line, 0, NULL},
		    REC_E_READ, "%s", strerror(errno));
		status = TOOL_STOPPED;
	} else if (r->line == 0) {
		tool_warn(r->t, &(struct tool_place){name, 0, 0, NULL},
		    TOOL_W_EMPTY, "no input");
	}
	free(line);
	fclose(in);
	return status;
}

static void replay_sum_up(const struct replay *r)
{
	unsigned long all = 0;

	for (size_t i = 0; i < RESULTS; i++)
		all += r->results[i];
	printf("%lu decision%s: %lu the same, %lu different, %lu that cannot be "
	    "replayed, %lu that cannot be read\n", all, all == 1 ? "" : "s",
	    r->results[SAME], r->results[DIFFERS], r->results[CANNOT],
	    r->results[UNREADABLE]);
	if (r->others)
		printf("%lu judged by another program, rulebook, calendar or "
		    "amendments\n", r->others);
	if (!r->sealed)
		puts("no seal was looked at: --pseudonym-key has the key");
}

/* -1: go on; else a status. */
static int replay_prepare(struct replay *r, char *const *files, size_t count)
{
	struct tool *t = r->t;
	int status = holiday_read_all(t);

	if (status >= 0)
		return status;
	r->sealed = t->key_name;
	if ((r->sealed && !keyed_take(t, r->key)) ||
	    !decision_sum(t, t->holiday_names, t->holiday_count, r->calendar) ||
	    !decision_sum(t, t->amend_names, t->amend_count, r->amendments))
		return TOOL_USAGE;
	for (size_t i = 0; i < count; i++) {
		FILE *in = replay_open(r, files[i]);

		if (!in)
			return TOOL_USAGE;
		fclose(in);
	}
	return -1;
}

int rule_replay(struct tool *t, char *const *files, size_t count)
{
	struct replay r = {.t = t};
	int status = replay_prepare(&r, files, count);

	if (status >= 0)
		return status;
	status = TOOL_FINE;
	for (size_t i = 0; i < count; i++) {
		int one = replay_file(&r, files[i]);

		status = one > status ? one : status;
	}
	replay_sum_up(&r);
	if (r.results[DIFFERS] && status < TOOL_FOUND)
		status = TOOL_FOUND;
	if ((r.results[CANNOT] || r.results[UNREADABLE]) &&
	    status < TOOL_INVALID)
		status = TOOL_INVALID;
	return status;
}
