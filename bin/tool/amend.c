/* SPDX-License-Identifier: MIT */
/*
 * amend.c - reads --amend files: YAML, a document an edition.  Its keys are
 * edition, source, signed and the names of provisions, each with same, gone or
 * a mapping of what changed.  Knows no rule: the library says what can be.
 *
 * A file either is taken whole or not at all, for what it says moves due dates.
 */
#include "tool/amend.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Between a provision's name and what of it is said. */
#define AMEND_JOINT '\x1f'

/* What can be said of a provision; the library calls them the same. */
enum key {
	KEY_CITE, KEY_NUMBER, KEY_UNIT, KEY_EXTENSION, KEY_CAP, KEY_OWED_BY,
	KEY_SENTENCE, KEY_FROM, KEY_SOURCE, KEYS
};

static const char *const key_names[KEYS + 1] = {
	"cite", "number", "unit", "extension", "cap", "owed_by", "sentence",
	"from", "source", NULL
};

/* A text that lives as long as the book. */
struct amend_text {
	struct amend_text *next;
	char text[];
};

/* Where an amendment stands: its file, and the lines of its keys. */
struct amend_spot {
	const char *file;
	unsigned long line, of[KEYS];
};

struct amend_book {
	struct icj_amend *amend;
	struct amend_spot *spot;
	size_t count;
	const char **names; /* who signed */
	size_t name_count;
	struct amend_text *texts;
	struct icj_amendments *rulebook;
};

/* A document while it is read. */
struct amend_document {
	struct tool *t;
	struct amend_book *b;
	const char *file;
	size_t first;       /* of its amendments */
	icj_date edition;   /* ICJ_DATE_NONE: not said */
	const char *source; /* NULL: not said */
	bool fine;
};

/* -- Messages ----------------------------------------------------------- */

#define AMEND_FIELD 80

/* The place of a key in a file; key NULL: the provision itself. */
static void amend_field(char field[AMEND_FIELD], const char *provision,
    const char *key)
{
	snprintf(field, AMEND_FIELD, "%.40s%s%.30s", provision,
	    key ? "." : "", key ? key : "");
}

static void amend_complain(struct amend_document *d, unsigned long line,
    const char *field, const char *why, const char *more)
{
	struct tool_place at = {d->file, line, 0, field};

	tool_error(d->t, &at, TOOL_E_AMEND, "%s%s", why, more);
	d->fine = false;
}

static void amend_no_memory(struct amend_document *d)
{
	tool_error(d->t, NULL, TOOL_E_MEMORY, "out of memory");
	d->fine = false;
}

/* -- Values ------------------------------------------------------------- */

/* Nothing, as a form has it that is not filled in. */
static bool amend_says_nothing(const struct rec_value *v)
{
	return !v->text || v->len == 0 || (v->token &&
	    ((v->len == 1 && *v->text == '~') ||
	    (v->len == 4 && memcmp(v->text, "null", 4) == 0)));
}

/* One line: breaks, as folded text has them, are blanks. */
static const char *amend_keep(struct amend_document *d,
    const struct rec_value *v)
{
	struct amend_text *kept = malloc(sizeof(*kept) + v->len + 1);
	size_t n = 0;

	if (!kept) {
		amend_no_memory(d);
		return NULL;
	}
	for (size_t i = 0; i < v->len; i++) {
		bool blank = strchr(" \t\r\n", v->text[i]) && v->text[i];

		if (blank && (n == 0 || kept->text[n - 1] == ' '))
			continue;
		kept->text[n++] = v->text[i] == '\0' ? '\x01' :
		    blank ? ' ' : v->text[i];
	}
	while (n > 0 && kept->text[n - 1] == ' ')
		n--;
	kept->text[n] = '\0';
	kept->next = d->b->texts;
	d->b->texts = kept;
	return kept->text;
}

/* A whole number; one that the library refuses if it is none. */
static int32_t amend_number_of(const struct rec_value *v)
{
	int32_t n = 0;

	for (size_t i = 0; i < v->len; i++)
		if (v->text[i] < '0' || v->text[i] > '9' || i > 8)
			return INT32_MIN;
		else
			n = 10 * n + (v->text[i] - '0');
	return n > 0 ? n : INT32_MIN;
}

static bool amend_is(const struct rec_value *v, const char *word)
{
	return v->len == strlen(word) && memcmp(v->text, word, v->len) == 0;
}

static icj_date amend_day_of(struct amend_document *d,
    const struct rec_value *v, const char *field)
{
	icj_date day = ICJ_DATE_NONE;
	enum icj_err err = icj_date_parse(v->text, v->len, NULL, &day);

	if (err == ICJ_OK)
		return day;
	amend_complain(d, v->line, field, "not a day as 2026-04-01", "");
	return ICJ_DATE_NONE;
}

/* -- Their names -------------------------------------------------------- */

/* Names of provisions, for whoever misspelt one; to be freed. */
static const char *amend_near(const char *name)
{
	const char **words = NULL, *near = NULL;
	struct icj_wording w;
	size_t n = 0;

	while (icj_wording_at(n, 0, NULL, &w))
		n++;
	words = calloc(n + 1, sizeof(*words));
	for (size_t i = 0; words && i < n && icj_wording_at(i, 0, NULL, &w); i++)
		words[i] = w.provision;
	if (words)
		near = name_near_word(name, strlen(name), words);
	free(words);
	return near;
}

static bool amend_provision(const char *name, struct icj_wording *w, size_t *i)
{
	for (*i = 0; icj_wording_at(*i, 0, NULL, w); ++*i)
		if (strcmp(w->provision, name) == 0)
			return true;
	return false;
}

/* Whether there is such a provision; said, as by the library, if not. */
static bool amend_is_provision(struct amend_document *d,
    const struct rec_text *name, unsigned long line)
{
	char field[AMEND_FIELD];
	const char *near;
	struct icj_wording w;
	size_t i;

	snprintf(field, sizeof(field), "%.*s", (int)name->len, name->text);
	if (amend_provision(field, &w, &i))
		return true;
	near = amend_near(field);
	tool_error(d->t, &(struct tool_place){d->file, line, 0, field},
	    (int)ICJ_E_PROVISION, "%s%s%s", icj_strerror(ICJ_E_PROVISION),
	    near ? "; did you mean " : "", near ? near : "");
	d->fine = false;
	return false;
}

/* -- Provisions --------------------------------------------------------- */

static struct icj_amend *amend_add(struct amend_document *d, const char *name,
    unsigned long line)
{
	struct amend_book *b = d->b;
	size_t n = b->count + 1;
	struct icj_amend *amend = realloc(b->amend, n * sizeof(*amend));
	struct amend_spot *spot;

	if (amend)
		b->amend = amend;
	spot = amend ? realloc(b->spot, n * sizeof(*spot)) : NULL;
	if (!spot) {
		amend_no_memory(d);
		return NULL;
	}
	b->spot = spot;
	spot[b->count] = (struct amend_spot){.file = d->file, .line = line};
	amend[b->count] = (struct icj_amend){
		.provision = name, .from = ICJ_DATE_NONE,
	};
	return &amend[b->count++];
}

/* The last one begun if it is the same provision, whose keys stand together. */
static struct icj_amend *amend_begun(struct amend_document *d,
    const struct rec_text *name, unsigned long line)
{
	struct amend_book *b = d->b;
	struct icj_amend *last = b->count > d->first ?
	    &b->amend[b->count - 1] : NULL;
	const char *kept;

	if (last && last->to == ICJ_AMEND_CHANGED &&
	    strlen(last->provision) == name->len &&
	    memcmp(last->provision, name->text, name->len) == 0)
		return last;
	kept = amend_keep(d, &(struct rec_value){name->text, name->len, 0,
	    false, line});
	last = kept ? amend_add(d, kept, line) : NULL;
	if (last)
		last->to = ICJ_AMEND_CHANGED;
	return last;
}

static void amend_say(struct amend_document *d, struct icj_amend *a,
    enum key key, const struct rec_value *v)
{
	const char **const texts[KEYS] = {
		[KEY_CITE] = &a->cite, [KEY_UNIT] = &a->unit,
		[KEY_EXTENSION] = &a->extension, [KEY_OWED_BY] = &a->owed_by,
		[KEY_SENTENCE] = &a->sentence, [KEY_SOURCE] = &a->source,
	};
	char field[AMEND_FIELD];

	d->b->spot[d->b->count - 1].of[key] = v->line;
	if (texts[key]) {
		*texts[key] = amend_keep(d, v);
		return;
	}
	amend_field(field, a->provision, key_names[key]);
	if (key != KEY_FROM && v->len > 1 && v->text[0] == '0')
		amend_complain(d, v->line, field, "a number with a zero in "
		    "front, which some read as octal", "");
	else if (key == KEY_FROM)
		a->from = amend_day_of(d, v, field);
	else if (key == KEY_NUMBER)
		a->number = amend_number_of(v);
	else
		a->cap = amend_is(v, "none") ? -1 : amend_number_of(v);
}

/* "home-evaluation", "number": 30. */
static void amend_take_inner(struct amend_document *d,
    const struct rec_text *outer, const struct rec_text *inner,
    const struct rec_value *v)
{
	char field[AMEND_FIELD], name[AMEND_FIELD], key[AMEND_FIELD];
	struct icj_amend *a;
	const char *near;
	size_t i = 0;

	snprintf(name, sizeof(name), "%.*s", (int)outer->len, outer->text);
	snprintf(key, sizeof(key), "%.*s", (int)inner->len, inner->text);
	key[strcspn(key, "\x1f")] = '\0';
	amend_field(field, name, key);
	while (i < KEYS && strcmp(key_names[i], key) != 0)
		i++;
	if (i == KEYS) {
		if (!amend_is_provision(d, outer, v->line))
			return;
		near = name_near_word(key, strlen(key), key_names);
		amend_complain(d, v->line, field, near ?
		    "no such key; did you mean " : "no such key: what can be "
		    "said is cite, number, unit, extension, cap, owed_by, "
		    "sentence, from and source", near ? near : "");
		return;
	}
	if (memchr(inner->text, AMEND_JOINT, inner->len)) {
		amend_complain(d, v->line, field,
		    "one text or number, not a mapping", "");
		return;
	}
	if (amend_says_nothing(v))
		return;
	a = amend_begun(d, outer, v->line);
	if (a)
		amend_say(d, a, (enum key)i, v);
}

/* "home-evaluation": same. */
static void amend_take_word(struct amend_document *d,
    const struct rec_text *name, const struct rec_value *v)
{
	char field[AMEND_FIELD];
	struct icj_amend *a;
	const char *kept;

	if (amend_says_nothing(v))
		return; /* a line of a form that is not filled in */
	if (!amend_is(v, "same") && !amend_is(v, "gone")) {
		if (!amend_is_provision(d, name, v->line))
			return;
		snprintf(field, sizeof(field), "%.*s", (int)name->len,
		    name->text);
		amend_complain(d, v->line, field, "neither same nor gone; "
		    "what changed stands below it, as in number: 30", "");
		return;
	}
	kept = amend_keep(d, &(struct rec_value){name->text, name->len, 0,
	    false, v->line});
	a = kept ? amend_add(d, kept, v->line) : NULL;
	if (a)
		a->to = amend_is(v, "gone") ? ICJ_AMEND_GONE : ICJ_AMEND_SAME;
}

static bool amend_named(const struct rec_text *name, const char *key)
{
	return name->len == strlen(key) &&
	    memcmp(name->text, key, name->len) == 0;
}

static void amend_take_signed(struct amend_document *d,
    const struct rec_value *v)
{
	const char *text = amend_keep(d, v);
	const char **more = realloc(d->b->names,
	    (d->b->name_count + 1) * sizeof(*more));

	if (!more) {
		amend_no_memory(d);
		return;
	}
	d->b->names = more;
	if (text)
		more[d->b->name_count++] = text;
}

static void amend_take(struct amend_document *d, const struct rec_text *name,
    const struct rec_value *v)
{
	const char *joint = memchr(name->text, AMEND_JOINT, name->len);

	if (joint) {
		struct rec_text outer = {name->text,
		    (size_t)(joint - name->text)};
		struct rec_text inner = {joint + 1,
		    name->len - outer.len - 1};

		amend_take_inner(d, &outer, &inner, v);
	} else if (!amend_named(name, "edition") &&
	    !amend_named(name, "source") && !amend_named(name, "signed")) {
		amend_take_word(d, name, v);
	} else if (amend_says_nothing(v)) {
		return;
	} else if (amend_named(name, "edition")) {
		d->edition = amend_day_of(d, v, "edition");
	} else if (amend_named(name, "source")) {
		d->source = amend_keep(d, v);
	} else {
		amend_take_signed(d, v);
	}
}

/* What a provision does not say for itself, its document says. */
static void amend_fill(struct amend_document *d, size_t i)
{
	struct icj_amend *a = &d->b->amend[i];
	const struct amend_spot *spot = &d->b->spot[i];
	char field[AMEND_FIELD];

	if (!a->source)
		a->source = d->source;
	if (spot->of[KEY_FROM] == 0) {
		a->from = d->edition;
	} else if (a->from < d->edition && d->edition != ICJ_DATE_NONE &&
	    a->from != ICJ_DATE_NONE) {
		amend_field(field, a->provision, "from");
		amend_complain(d, spot->of[KEY_FROM], field,
		    "before the edition of this document", "");
	}
}

static void amend_take_document(struct amend_document *d,
    const struct rec *rec)
{
	bool fine = d->fine;

	d->first = d->b->count;
	d->edition = ICJ_DATE_NONE;
	d->source = NULL;
	if (rec->fault) {
		tool_error(d->t, &(struct tool_place){d->file,
		    rec->fault->line, 0, NULL}, rec->fault->code, "%s",
		    rec->fault->text);
		d->fine = false;
		return;
	}
	d->fine = true;
	for (size_t i = 0; i < rec->count; i++)
		amend_take(d, &rec->names[i], &rec->all[i]);
	if (d->fine && d->b->count > d->first) {
		if (d->edition == ICJ_DATE_NONE)
			amend_complain(d, rec->line, "edition", "missing: the "
			    "day on which the edition takes effect", "");
		if (!d->source)
			amend_complain(d, rec->line, "source", "missing: "
			    "where the office saw what it states", "");
	}
	for (size_t i = d->first; d->fine && i < d->b->count; i++)
		amend_fill(d, i);
	d->fine &= fine;
}

/* -- What the library says ---------------------------------------------- */

/* What more helps whoever has to mend it. */
static void amend_hint(const struct amend_book *b, size_t i, enum icj_err err,
    char hint[TOOL_TEXT / 4])
{
	const struct icj_amend *a = &b->amend[i];
	const char *near = err == ICJ_E_PROVISION ? amend_near(a->provision) :
	    NULL;
	struct icj_amend form;
	struct icj_wording w;
	enum icj_standing on;
	char day[11];
	size_t p, k = 0;

	*hint = '\0';
	if (near)
		snprintf(hint, TOOL_TEXT / 4, "; did you mean %s", near);
	if (!amend_provision(a->provision, &w, &p))
		return;
	if (err == ICJ_E_UNIT && icj_amend_form(p, a->from, &form) &&
	    form.unit)
		snprintf(hint, TOOL_TEXT / 4, "; it was counted in %s",
		    form.unit);
	if (err == ICJ_E_OWNER)
		snprintf(hint, TOOL_TEXT / 4, ": sending, receiving, "
		    "holding, home, commission, either, both or any");
	if (err == ICJ_E_HELD && icj_provision_on(p, a->from, NULL, &on, &w) &&
	    w.rule->until != ICJ_DATE_NONE && w.rule->until > a->from)
		snprintf(hint, TOOL_TEXT / 4, "; nothing is held from %s on",
		    icj_date_format(w.rule->until, day));
	while (err == ICJ_E_TWICE && k < i && (b->amend[k].from != a->from ||
	    strcmp(b->amend[k].provision, a->provision) != 0))
		k++;
	if (err == ICJ_E_TWICE && k < i)
		snprintf(hint, TOOL_TEXT / 4, "; also in %.200s line %lu",
		    b->spot[k].file, b->spot[k].line);
}

static bool amend_check(struct tool *t, size_t i)
{
	const struct amend_book *b = t->amend;
	const struct amend_spot *spot = &b->spot[i];
	struct tool_place at = {spot->file, spot->line, 0, NULL};
	char field[AMEND_FIELD], hint[TOOL_TEXT / 4];
	const char *member = "";
	enum icj_err err = icj_amend_check(b->amend, b->count, i, &member);

	if (err == ICJ_OK)
		return true;
	for (size_t k = 0; k < KEYS; k++)
		if (strcmp(key_names[k], member) == 0 && spot->of[k])
			at.line = spot->of[k];
	amend_field(field, b->amend[i].provision,
	    strcmp(member, "provision") == 0 ? NULL : member);
	at.field = field;
	amend_hint(b, i, err, hint);
	tool_error(t, &at, (int)err, "%s%s", icj_strerror(err), hint);
	return false;
}

/* -- Files -------------------------------------------------------------- */

static int amend_pass_all(void *arg, const char *name, size_t len,
    unsigned field)
{
	(void)arg, (void)name, (void)len, (void)field;
	return REC_PASS;
}

static void amend_read_documents(struct amend_document *d, struct rec_in *in)
{
	const struct rec *rec;
	enum rec_got got = rec_start(in);

	if (got == REC_RECORD)
		while ((got = rec_next(in, &rec)) == REC_RECORD)
			amend_take_document(d, rec);
	if (got == REC_STOP) {
		struct tool_place at = {d->file, rec_in_error(in)->line, 0,
		    NULL};

		tool_error(d->t, &at, rec_in_error(in)->code, "%s",
		    rec_in_error(in)->text);
		d->fine = false;
	}
}

static bool amend_read_file(struct tool *t, const char *file)
{
	struct rec_options options = {
		.format = REC_YAML, .all = true, .place = amend_pass_all,
		.joint = AMEND_JOINT,
	};
	struct amend_document d = {.t = t, .file = file, .fine = true};
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	struct rec_in *in;
	size_t before;

	if (fd < 0) {
		tool_error(t, &(struct tool_place){file, 0, 0, NULL},
		    TOOL_E_OPEN, "%s", strerror(errno));
		return false;
	}
	if (!t->amend)
		t->amend = calloc(1, sizeof(*t->amend));
	d.b = t->amend;
	in = d.b ? rec_in_new(fd, &options) : NULL;
	if (in) {
		before = d.b->count;
		amend_read_documents(&d, in);
		if (d.fine && d.b->count == before)
			tool_warn(t, &(struct tool_place){file, 0, 0, NULL},
			    TOOL_W_AMEND_EMPTY, "nothing is stated of any "
			    "provision");
	} else {
		amend_no_memory(&d);
	}
	rec_in_free(in);
	close(fd);
	return d.fine;
}

/* Once all files are read: what one says may rest on another. */
static bool amend_settle(struct tool *t)
{
	struct amend_book *b = t->amend;
	bool fine = true;

	for (size_t i = 0; i < b->count; i++)
		fine &= amend_check(t, i);
	if (!fine)
		return false;
	b->rulebook = icj_amendments_new(b->amend, b->count);
	t->ctx.amendments = b->rulebook;
	if (!b->rulebook)
		tool_error(t, NULL, TOOL_E_MEMORY, "out of memory");
	return b->rulebook;
}

bool amend_read(struct tool *t)
{
	bool fine = true;

	if (t->amend_count == 0)
		return true;
	for (size_t i = 0; i < t->amend_count; i++)
		fine &= amend_read_file(t, t->amend_names[i]);
	return fine && amend_settle(t);
}

const struct icj_amend *amend_at(const struct tool *t, size_t i)
{
	return t->amend && i < t->amend->count ? &t->amend->amend[i] : NULL;
}

const char *amend_signed(const struct tool *t, size_t i)
{
	return t->amend && i < t->amend->name_count ? t->amend->names[i] :
	    NULL;
}

void amend_free(struct tool *t)
{
	struct amend_book *b = t->amend;

	if (b) {
		icj_amendments_free(b->rulebook);
		while (b->texts) {
			struct amend_text *text = b->texts;

			b->texts = text->next;
			free(text);
		}
		free(b->amend);
		free(b->spot);
		free(b->names);
	}
	free(b);
	free(t->amend_names);
	t->amend = NULL;
	t->amend_names = NULL;
	t->ctx.amendments = NULL;
}
