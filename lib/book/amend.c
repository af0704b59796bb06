/* SPDX-License-Identifier: MIT */
/*
 * amend.c - what an office states of a provision, put into a wording: number,
 * unit, owner, extension and the texts that say the same in words.  Knows no
 * duty, no day and no file.
 */
#include "book/amend.h"

#include "base/base.h"

#include <string.h>

static const char *const unit_words[] = {
	[CALENDAR] = "calendar-days", [BUSINESS] = "business-days",
	[OPEN_HOURS] = "open-hours", [HOURS] = "hours", [YEARS] = "years",
};

/* What a limit says behind its number. */
static const char *const unit_texts[] = {
	[CALENDAR] = "calendar day", [BUSINESS] = "business day",
	[OPEN_HOURS] = "hour", [HOURS] = "hour", [YEARS] = "year",
};

static const char *const owner_words[] = {
	[BY_sending] = "sending", [BY_receiving] = "receiving",
	[BY_holding] = "holding", [BY_home] = "home",
	[BY_commission] = "commission", [BY_either] = "either",
	[BY_both] = "both", [BY_any] = "any",
};

_Static_assert(COUNT_OF(unit_words) == YEARS + 1 &&
    COUNT_OF(unit_texts) == YEARS + 1, "each unit has words");
_Static_assert(COUNT_OF(owner_words) == BY_any + 1, "and each owner");

size_t icj__provision_named(const char *name)
{
	size_t i = 0;

	while (i < P_COUNT && strcmp(icj__book[i].id, name) != 0)
		i++;
	return i;
}

const char *icj__unit_word(const struct terms *t)
{
	return t->text.limit && t->count > 0 ? unit_words[t->unit] : NULL;
}

/* NULL also where it is not known whether there is one. */
const char *icj__extension_word(const struct terms *t)
{
	static const char *const words[] = {
		[NOT_EXTENDED] = "none", [BOTH_OFFICES] = "both-offices",
		[BOTH_CAPPED] = "both-offices",
		[BOTH_PERHAPS_CAPPED] = "both-offices",
		[ONE_OFFICE] = "on-request", [NOT_TOLD] = NULL,
	};
	_Static_assert(COUNT_OF(words) == NOT_TOLD + 1, "each has a word");

	return t->text.limit ? words[t->extension] : NULL;
}

bool icj__is_owner(unsigned owed, const char *word)
{
	return strcmp(owner_words[owed], word) == 0;
}

/* The index of a word; n: it is none of them. */
static size_t amend_word(const char *word, const char *const *words, size_t n)
{
	size_t i = 0;

	while (i < n && strcmp(words[i], word) != 0)
		i++;
	return i;
}

/* -- Texts -------------------------------------------------------------- */

/* One line, in which something stands. */
static bool amend_is_text(const char *text, size_t most)
{
	bool any = false;
	size_t n = 0;

	for (; n <= most && text[n]; n++) {
		if ((unsigned char)text[n] < ' ' || text[n] == 0x7f)
			return false;
		any |= text[n] != ' ';
	}
	return any && n <= most;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "6-103(4); 6-103A(4)": each begins with the number of a rule. */
static bool cites_paragraphs(const char *cite)
{
	for (;;) {
		const char *at = cite;

		while (is_digit(*at))
			at++;
		if (at == cite || *at != '-' || !is_digit(at[1]))
			return false;
		cite = strchr(at, ';');
		if (!cite)
			return true;
		if (*++cite == ' ')
			cite++;
	}
}

/* Where a number stands in a sentence by itself, no part of another one nor of
 * a citation such as 6-103(7); NULL if nowhere. */
static const char *number_in(const char *from, const char *text,
    const char *number)
{
	size_t n = strlen(number);

	for (const char *at = from; (at = strstr(at, number)); at++)
		if ((at == text || at[-1] == ' ') && !is_digit(at[n]) &&
		    at[n] != '-')
			return at;
	return NULL;
}

/* A sentence that names the number once names the new one. */
static enum icj_err rename_number(struct draft *d, int32_t old, int32_t new)
{
	const char *says = d->w.rule.says, *at;
	char was[12], made[sizeof(d->says)];
	struct text t;

	icj__text_start(&t, was, sizeof(was));
	icj__text_add_int(&t, old);
	at = number_in(says, says, was);
	/* The limit of a duty says it; a sentence alone has to. */
	if (!at)
		return icj__is_counted(&d->w) ? ICJ_OK : ICJ_E_SENTENCE;
	if (number_in(at + 1, says, was))
		return ICJ_E_SENTENCE;
	icj__text_start(&t, made, sizeof(made));
	icj__text_add_n(&t, says, (size_t)(at - says));
	icj__text_add_int(&t, new);
	icj__text_add(&t, at + strlen(was));
	memcpy(d->says, made, sizeof(made));
	d->w.rule.says = d->says;
	return ICJ_OK;
}

/* The limit in words. */
static void say_limit(struct draft *d)
{
	const struct terms *terms = &d->w.terms;
	struct text t;

	icj__text_start(&t, d->limit, sizeof(d->limit));
	if (terms->direction == WINDOW)
		icj__text_add(&t, "within ");
	icj__text_add_int(&t, terms->count);
	icj__text_add(&t, " ");
	icj__text_add(&t, unit_texts[terms->unit]);
	if (terms->count != 1)
		icj__text_add(&t, "s");
	if (terms->unit == OPEN_HOURS)
		icj__text_add(&t, " excluding weekends and holidays");
	if (terms->direction == LENGTH)
		icj__text_add(&t, " counting the first");
	if (terms->direction == BEFORE || terms->direction == WINDOW)
		icj__text_add(&t, " before");
	d->w.terms.text.limit = d->limit;
}

/* The extension in words. */
static void say_extension(struct draft *d)
{
	static const char *const texts[] = {
		[NOT_EXTENDED] = NULL, [BOTH_OFFICES] = "both offices",
		[ONE_OFFICE] = "on request",
	};
	struct terms *terms = &d->w.terms;
	struct text t;

	if (terms->extension != BOTH_CAPPED) {
		terms->text.extension = texts[terms->extension];
		return;
	}
	icj__text_start(&t, d->extension, sizeof(d->extension));
	icj__text_add(&t, "both offices, up to ");
	icj__text_add_int(&t, terms->cap);
	icj__text_add(&t, terms->cap == 1 ? " business day more" :
	    " business days more");
	terms->text.extension = d->extension;
}

/* -- What is stated ----------------------------------------------------- */

/* Days of one kind or the other can be counted from a start on; all else is
 * counted as it is. */
static bool can_be_counted_in(const struct terms *t, size_t unit)
{
	return unit == t->unit || (t->direction == AFTER &&
	    t->unit <= BUSINESS && unit <= BUSINESS);
}

static enum icj_err amend_number(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	int32_t old = icj__amendable_number(&d->w);

	if (to->number == 0)
		return ICJ_OK;
	*member = "number";
	if (old == 0)
		return ICJ_E_NO_NUMBER;
	if (to->number < 1 || to->number > 9999)
		return ICJ_E_RANGE;
	if (to->number == old)
		return ICJ_OK;
	if (!to->sentence) {
		enum icj_err err = rename_number(d, old, to->number);

		if (err != ICJ_OK)
			return err;
	}
	if (!icj__is_counted(&d->w)) {
		d->w.number = (int16_t)to->number;
		return ICJ_OK;
	}
	d->w.terms.count = (int16_t)to->number;
	say_limit(d);
	return ICJ_OK;
}

static enum icj_err amend_unit(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	struct terms *terms = &d->w.terms;
	size_t unit;

	if (!to->unit)
		return ICJ_OK;
	*member = "unit";
	if (!icj__is_counted(&d->w))
		return ICJ_E_NO_DUTY;
	unit = amend_word(to->unit, unit_words, COUNT_OF(unit_words));
	if (unit == COUNT_OF(unit_words) || !can_be_counted_in(terms, unit))
		return ICJ_E_UNIT;
	if (unit == terms->unit)
		return ICJ_OK;
	if (!to->sentence && strstr(d->w.rule.says,
	    unit_texts[terms->unit]))
		return ICJ_E_SENTENCE;
	terms->unit = (uint8_t)unit;
	say_limit(d);
	return ICJ_OK;
}

static enum icj_err amend_owner(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	size_t owner;

	if (!to->owed_by)
		return ICJ_OK;
	*member = "owed_by";
	if (!d->w.terms.text.limit)
		return ICJ_E_NO_DUTY;
	owner = amend_word(to->owed_by, owner_words, COUNT_OF(owner_words));
	if (owner == COUNT_OF(owner_words))
		return ICJ_E_OWNER;
	d->w.terms.owed = (uint8_t)owner;
	d->w.terms.text.owed_by = owner_words[owner];
	return ICJ_OK;
}

static bool by_both(unsigned extension)
{
	return extension == BOTH_OFFICES || extension == BOTH_CAPPED ||
	    extension == BOTH_PERHAPS_CAPPED;
}

static enum icj_err amend_extension(struct draft *d,
    const struct icj_amend *to, const char **member)
{
	static const char *const words[] = {
		[NOT_EXTENDED] = "none", [BOTH_OFFICES] = "both-offices",
		[BOTH_CAPPED] = "", [BOTH_PERHAPS_CAPPED] = "",
		[ONE_OFFICE] = "on-request",
	};
	struct terms *terms = &d->w.terms;
	size_t how;

	if (!to->extension)
		return ICJ_OK;
	*member = "extension";
	if (!terms->text.limit)
		return ICJ_E_NO_DUTY;
	how = *to->extension ?
	    amend_word(to->extension, words, COUNT_OF(words)) :
	    COUNT_OF(words);
	if (how == COUNT_OF(words))
		return ICJ_E_EXTENSION;
	/* A cap that there was stays unless another is stated. */
	if (how == BOTH_OFFICES && by_both(terms->extension))
		return ICJ_OK;
	terms->extension = (uint8_t)how;
	terms->cap = 0;
	say_extension(d);
	return ICJ_OK;
}

static enum icj_err amend_cap(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	struct terms *terms = &d->w.terms;

	if (to->cap == 0)
		return ICJ_OK;
	*member = "cap";
	if (!terms->text.limit)
		return ICJ_E_NO_DUTY;
	if (!by_both(terms->extension))
		return ICJ_E_CAP;
	if (to->cap < -1 || to->cap > 9999)
		return ICJ_E_RANGE;
	terms->extension = to->cap < 0 ? BOTH_OFFICES : BOTH_CAPPED;
	terms->cap = to->cap < 0 ? 0 : (int16_t)to->cap;
	say_extension(d);
	return ICJ_OK;
}

static enum icj_err amend_texts(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	*member = "cite";
	if (d->gone && !to->cite)
		return ICJ_E_IS_GONE;
	if (to->cite && !amend_is_text(to->cite, AMEND_CITE))
		return ICJ_E_WORDING;
	if (to->cite && !cites_paragraphs(to->cite))
		return ICJ_E_CITE;
	*member = "sentence";
	if (to->sentence && !amend_is_text(to->sentence, AMEND_SENTENCE))
		return ICJ_E_WORDING;
	if (to->cite) {
		memcpy(d->cite, to->cite, strlen(to->cite) + 1);
		d->w.rule.cite = d->cite;
	}
	if (to->sentence) {
		memcpy(d->says, to->sentence, strlen(to->sentence) + 1);
		d->w.rule.says = d->says;
	}
	return ICJ_OK;
}

static enum icj_err amend_all(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	typedef enum icj_err amending(struct draft *d,
	    const struct icj_amend *to, const char **member);
	static amending *const all[] = {
		amend_texts, amend_number, amend_unit, amend_extension,
		amend_cap, amend_owner,
	};
	enum icj_err err = ICJ_OK;

	for (size_t i = 0; i < COUNT_OF(all) && err == ICJ_OK; i++)
		err = all[i](d, to, member);
	return err;
}

enum icj_err icj__amend(struct draft *d, const struct icj_amend *to,
    const char **member)
{
	*member = "source";
	if (!to->source || !amend_is_text(to->source, AMEND_SOURCE))
		return ICJ_E_WORDING;
	if (to->to == ICJ_AMEND_CHANGED) {
		enum icj_err err = amend_all(d, to, member);

		if (err != ICJ_OK)
			return err;
	}
	d->gone = to->to == ICJ_AMEND_GONE ||
	    (d->gone && to->to == ICJ_AMEND_SAME);
	d->w.rule.from = to->from;
	d->w.rule.until = ICJ_DATE_NONE;
	d->w.rule.end = ICJ_END_STANDS;
	d->w.rule.basis = ICJ_BASIS_OFFICE;
	memcpy(d->source, to->source, strlen(to->source) + 1);
	d->w.rule.source = d->source;
	d->w.rule.change = NULL;
	d->w.gone = 0;
	return ICJ_OK;
}
