/* SPDX-License-Identifier: MIT */
/*
 * paragraph_find.c - finds the paragraph that somebody means: by a citation
 * in any of the ways people write one, or by the words of a term or title.
 * Knows no row.
 */
#include "book/paragraph.h"

#include <string.h>
#include "time/text.h"

/* -- Characters, without a locale --------------------------------------- */

static char find_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool find_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool find_is_letter(char c)
{
	return find_lower(c) >= 'a' && find_lower(c) <= 'z';
}

static bool is_alnum(char c)
{
	return find_is_digit(c) || find_is_letter(c);
}

/* A stretch of text; what is read is cut off its front. */
struct span {
	const char *at;
	size_t len;
};

static char first(const struct span *s)
{
	return s->len ? s->at[0] : '\0';
}

static void find_skip(struct span *s, size_t n)
{
	s->at += n;
	s->len -= n;
}

/* The next run of letters and digits; empty at the end. */
static struct span next_word(struct span *s)
{
	struct span word;

	while (s->len && !is_alnum(first(s)))
		find_skip(s, 1);
	word = *s;
	while (s->len && is_alnum(first(s)))
		find_skip(s, 1);
	word.len -= s->len;
	return word;
}

static bool find_same(const struct span *a, const char *b)
{
	size_t i = 0;

	while (i < a->len && b[i] && find_lower(a->at[i]) == find_lower(b[i]))
		i++;
	return i == a->len && !b[i];
}

/* -- Citations ---------------------------------------------------------- */

#define KEY 40

/* A citation in the one form in which two are compared: "4-101.2.d". */
struct key {
	char at[KEY];
	size_t len;
	char which; /* 'r' rescinded, 'e' expired, 0 not said */
	bool cut;
};

static void find_add(struct key *k, char c)
{
	k->cut |= k->len + 1 >= KEY;
	if (!k->cut)
		k->at[k->len++] = find_lower(c);
	k->at[k->len] = '\0';
}

/* "Rule", "ICJ rules", "Section", ... in front of a number. */
static void skip_lead(struct span *s)
{
	static const char *const leads[] = {
		"icj", "rule", "rules", "section", "sec", "paragraph", "para",
		"definition", "def",
	};

	for (;;) {
		struct span rest = *s, word = next_word(&rest);
		bool lead = false;

		for (size_t i = 0; i < COUNT_OF(leads); i++)
			lead |= find_same(&word, leads[i]);
		if (!lead)
			break;
		*s = rest;
	}
	while (s->len && !is_alnum(first(s)))
		find_skip(s, 1);
}

/* A hyphen, or one of the dashes that word processors make of it. */
static size_t hyphen(const struct span *s)
{
	if (first(s) == '-')
		return 1;
	return s->len > 2 && memcmp(s->at, "\xe2\x80", 2) == 0 &&
	    (unsigned char)s->at[2] >= 0x90 &&
	    (unsigned char)s->at[2] <= 0x95 ? 3 : 0;
}

static bool find_digits(struct span *s, size_t n, struct key *k)
{
	for (size_t i = 0; i < n; i++)
		if (i >= s->len || !find_is_digit(s->at[i]))
			return false;
	if (s->len > n && find_is_digit(s->at[n]))
		return false;
	for (size_t i = 0; i < n; i++)
		find_add(k, s->at[i]);
	find_skip(s, n);
	return true;
}

/* "4-101", "4-101A" or "400"; false if the text is no citation. */
static bool find_number(struct span *s, struct key *k)
{
	struct span rest = *s;
	size_t dash;

	if (find_digits(s, 3, k))
		return true;
	if (!find_digits(&rest, 1, k) || !(dash = hyphen(&rest)))
		return false;
	find_skip(&rest, dash);
	find_add(k, '-');
	if (!find_digits(&rest, 3, k))
		return false;
	if (find_is_letter(first(&rest)) &&
	    (rest.len == 1 || !is_alnum(rest.at[1]))) {
		find_add(k, first(&rest));
		find_skip(&rest, 1);
	}
	*s = rest;
	return true;
}

/* "f1" is two limbs, f and 1. */
static void add_limbs(struct key *k, const struct span *word)
{
	for (size_t i = 0; i < word->len; i++) {
		if (i == 0 ||
		    find_is_digit(word->at[i]) !=
			find_is_digit(word->at[i - 1]))
			find_add(k, '.');
		find_add(k, word->at[i]);
	}
}

/* Reads a citation.  What follows a number and is neither a limb nor says
 * which of two rules is left in *rest: "1-101 absconder". */
static bool read_key(const char *text, size_t len, struct key *k,
    struct span *rest)
{
	struct span s = {text, len};

	*k = (struct key){.len = 0};
	skip_lead(&s);
	if (!find_number(&s, k))
		return false;
	for (;;) {
		struct span word;

		*rest = s;
		word = next_word(&s);
		if (word.len == 0)
			break;
		if (strcmp(k->at, "1-101") == 0)
			return true; /* has terms, and no limbs */
		if (find_same(&word, "rescinded") ||
		    find_same(&word, "expired"))
			k->which = find_lower(word.at[0]);
		else if (word.len <= 2)
			add_limbs(k, &word);
		else
			return true;
	}
	rest->len = 0;
	return true;
}

static bool find_key_of(const struct icj_paragraph *p, struct key *k)
{
	struct span rest;

	return !strchr(p->cite, ' ') &&
	    read_key(p->cite, strlen(p->cite), k, &rest);
}

static bool names_key(const struct span *cite, const struct key *want,
    bool below)
{
	struct span rest;
	struct key one;

	if (!read_key(cite->at, cite->len, &one, &rest) || rest.len ||
	    one.which != want->which || one.len < want->len ||
	    memcmp(one.at, want->at, want->len) != 0)
		return false;
	return one.len == want->len || (below && one.at[want->len] == '.');
}

/* A term of 1-101 is cited by its words, anything else by its key. */
ICJ_API bool icj_cites(const char *cites, const char *text, size_t len,
    bool below)
{
	struct span rest = {NULL, 0};
	struct key want;

	if (!cites || !text || !read_key(text, len, &want, &rest))
		return false;
	while (*cites) {
		struct span one = {cites, strcspn(cites, ";")};

		if (rest.len ? one.len == len &&
		    memcmp(one.at, text, len) == 0 :
		    names_key(&one, &want, below))
			return true;
		cites += one.len;
		cites += strspn(cites, "; ");
	}
	return false;
}

/* -- Words -------------------------------------------------------------- */

static bool find_begins(const struct span *word, const struct span *with)
{
	if (with->len > word->len)
		return false;
	for (size_t i = 0; i < with->len; i++)
		if (find_lower(word->at[i]) != find_lower(with->at[i]))
			return false;
	return true;
}

static bool title_has(const char *title, struct span word)
{
	struct span rest = {title, strlen(title)}, w;
	struct span singular = word;

	if (word.len > 3 && find_lower(word.at[word.len - 1]) == 's')
		singular.len--;
	while ((w = next_word(&rest)).len)
		if (find_begins(&w, &word) || find_begins(&w, &singular))
			return true;
	return false;
}

/* Each word of the text begins a word of the title. */
static bool find_bears(const struct icj_paragraph *p, struct span text)
{
	struct span word;
	bool any = false;

	while (p->title && (word = next_word(&text)).len) {
		if (!title_has(p->title, word))
			return false;
		any = true;
	}
	return any;
}

/* The text is the title, whatever stands between the words. */
static bool is_title(const struct icj_paragraph *p, struct span text)
{
	struct span rest = {p->title, p->title ? strlen(p->title) : 0};
	struct span a, b;

	do {
		a = next_word(&rest);
		b = next_word(&text);
		if (a.len != b.len || !find_begins(&a, &b))
			return false;
	} while (a.len);
	return p->title != NULL;
}

static bool find_is_term(const struct icj_paragraph *p)
{
	return strchr(p->cite, ' ') != NULL;
}

/* -- Finding ------------------------------------------------------------ */

struct found {
	const struct icj_paragraph **out;
	size_t max, count;
};

static void find_take(struct found *f, const struct icj_paragraph *p)
{
	if (f->count < f->max)
		f->out[f->count] = p;
	f->count++;
}

static void find_key(const struct key *k, struct found *f)
{
	const struct icj_paragraph *p;
	struct key other;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (find_key_of(p, &other) && strcmp(other.at, k->at) == 0 &&
		    (!k->which || k->which == other.which))
			find_take(f, p);
}

static void find_words(struct span text, struct found *f, bool terms_only)
{
	const struct icj_paragraph *p;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if (find_is_term(p) && is_title(p, text))
			find_take(f, p);
	for (size_t i = 0; (p = icj_paragraph_at(i)); i++)
		if ((find_is_term(p) || !terms_only) && find_bears(p, text) &&
		    !(find_is_term(p) && is_title(p, text)))
			find_take(f, p);
}

ICJ_API size_t icj_paragraph_find(const char *text, size_t len,
    const struct icj_paragraph **out, size_t max)
{
	if (!text || (!out && max))
		return 0;

	struct found f = {out, max, 0};
	struct span rest = {text, len};
	struct key k;

	if (!read_key(text, len, &k, &rest)) {
		skip_lead(&rest);
		find_words(rest, &f, false);
	} else if (rest.len == 0) {
		find_key(&k, &f);
	} else if (strcmp(k.at, "1-101") == 0) {
		find_words(rest, &f, true);
	}
	return f.count;
}

/* -- The nearest -------------------------------------------------------- */

#define NEAR 64

/* Edits from one text to the other, of at most NEAR characters each. */
static size_t find_edits(const struct span *a, const struct span *b)
{
	size_t la = a->len < NEAR ? a->len : NEAR;
	size_t lb = b->len < NEAR ? b->len : NEAR;
	size_t row[NEAR + 1];

	for (size_t j = 0; j <= lb; j++)
		row[j] = j;
	for (size_t i = 1; i <= la; i++) {
		size_t corner = row[0];

		row[0] = i;
		for (size_t j = 1; j <= lb; j++) {
			size_t above = row[j];
			size_t n = corner + (find_lower(a->at[i - 1]) !=
			    find_lower(b->at[j - 1]));

			n = row[j - 1] + 1 < n ? row[j - 1] + 1 : n;
			row[j] = above + 1 < n ? above + 1 : n;
			corner = above;
		}
	}
	return row[lb];
}

/* To the title, or to the word of it that is most like the text. */
static size_t distance(const struct span *text, const char *title)
{
	struct span all = {title, strlen(title)}, rest = all, word;
	size_t n, least = find_edits(text, &all);

	while ((word = next_word(&rest)).len)
		if (word.len > 3 && (n = find_edits(text, &word) + 1) < least)
			least = n;
	return least;
}

static const struct icj_paragraph *near_words(const struct span *text)
{
	const struct icj_paragraph *p, *best = NULL;
	size_t least = 0;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++) {
		size_t n = p->title ? distance(text, p->title) : 0;

		if (p->title && (!best || n < least)) {
			best = p;
			least = n;
		}
	}
	return best;
}

/* The rule that bore this number before 2014-04-01. */
static const struct icj_paragraph *renumbered(const struct key *k)
{
	const struct icj_paragraph *p;
	struct span number_then;

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++) {
		number_then = (struct span){k->at, strcspn(k->at, ".")};
		if (p->former && find_same(&number_then, p->former))
			return p;
	}
	return NULL;
}

/* The text of a citation up to its last limb. */
static bool shorten(struct key *k)
{
	char *dot = strrchr(k->at, '.');

	if (dot)
		*dot = '\0';
	return dot != NULL;
}

static int find_value(const char *cite)
{
	int n = 0;

	for (; *cite && *cite != '(' && *cite != ' '; cite++)
		if (find_is_digit(*cite))
			n = 10 * n + (*cite - '0');
	return n;
}

static const struct icj_paragraph *near_number(const struct key *k)
{
	const struct icj_paragraph *p, *best = NULL;
	int least = 0, wanted = find_value(k->at);

	for (size_t i = 0; (p = icj_paragraph_at(i)); i++) {
		int n = find_value(p->cite) - wanted;

		n = n < 0 ? -n : n;
		if (p->cite[1] == '-' && (!best || n < least)) {
			best = p;
			least = n;
		}
	}
	return best;
}

ICJ_API const struct icj_paragraph *icj_paragraph_near(const char *text,
    size_t len)
{
	if (!text)
		return icj_paragraph_at(0);

	struct span rest = {text, len};
	const struct icj_paragraph *p = NULL;
	struct found f = {&p, 1, 0};
	struct key k;

	if (!read_key(text, len, &k, &rest))
		return near_words(&rest);
	if (rest.len)
		return near_words(&rest);
	k.which = 0;
	while (f.count == 0 && shorten(&k))
		find_key(&k, &f);
	if (p)
		return p;
	p = renumbered(&k);
	return p ? p : near_number(&k);
}
