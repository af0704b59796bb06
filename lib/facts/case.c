/* SPDX-License-Identifier: MIT */
/*
 * case.c - the facts of one event: texts read as typed values, and written
 * again.  Knows the types of fields and nothing of rules.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "icj_caseload.h"
#include "facts/usual.h"
#include "base/base.h"
#include "time/time.h"
#include "facts/field.h"
#include "facts/nothing.h"

#define COUNT_MAX 999999999

ICJ_API struct icj_case *icj_case_new(void)
{
	return calloc(1, sizeof(struct icj_case));
}

ICJ_API void icj_case_free(struct icj_case *c)
{
	free(c);
}

ICJ_API void icj_case_reset(struct icj_case *c)
{
	if (!c)
		return;

	for (unsigned w = 0; w < FIELD_WORDS; w++) {
		for (uint64_t left = c->listed[w]; left; left &= left - 1)
			c->fact[64 * w + (unsigned)__builtin_ctzll(left)].set =
			    false;
		c->listed[w] = 0;
	}
	c->has_clock = false;
	c->has_offset = false;
	c->spoiled = false;
}

ICJ_API void icj_case_date_form(struct icj_case *c,
    const struct icj_date_form *form)
{
	static const struct icj_date_form iso;

	if (c)
		c->form = form ? *form : iso;
}

ICJ_API void icj_case_spoil(struct icj_case *c)
{
	if (c)
		c->spoiled = true;
}

ICJ_API void icj_case_unsaid(struct icj_case *c, enum icj_unsaid how)
{
	if (!c)
		return;

	c->unsaid = how;
	memset(c->said, 0, sizeof(c->said));
}

ICJ_API void icj_case_said(struct icj_case *c, const struct icj_field *field)
{
	if (!c || !field)
		return;

	c->said[field->number / 64] |= FIELD_BIT(field->number);
}

ICJ_API void icj_case_unset(struct icj_case *c, const struct icj_field *field)
{
	if (!c || !field)
		return;

	c->fact[icj__field_id(field)].set = false;
}

ICJ_API bool icj_case_has(const struct icj_case *c,
    const struct icj_field *field)
{
	if (!c || !field)
		return false;

	return c->fact[icj__field_id(field)].set;
}

ICJ_API bool icj_case_mentions(const struct icj_case *c,
    const struct icj_field *field)
{
	return c && field &&
	    icj__fact_unsaid(c, icj__field_id(field)) == ICJ_EMPTY;
}

ICJ_API const struct icj_field *icj_case_clock_dropped(struct icj_case *c)
{
	if (!c)
		return NULL;

	const struct icj_field *field = c->clock_dropped;

	c->clock_dropped = NULL;
	return field;
}

/* -- Reading ------------------------------------------------------------ */

static enum icj_err read_yes_no(const char *text, size_t len, struct fact *f)
{
	static const char *const words[][4] = {
		{"no", "n", "false", "0"}, {"yes", "y", "true", "1"},
	};

	if (len == 3 && memcmp(text, "yes", 3) == 0) {
		f->count = 1;
		return ICJ_OK;
	}
	for (int value = 0; value < 2; value++)
		for (int i = 0; i < 4; i++)
			if (words[value][i][0] == icj__fold(*text) &&
			    icj__same_word(words[value][i], text, len)) {
				f->count = value;
				return ICJ_OK;
			}
	return ICJ_E_YES_NO;
}

/* Spreadsheets write whole numbers as "60.0": the same number. */
size_t icj__without_zeros(const char *text, size_t len)
{
	const char *point = len > 0 ? memchr(text, '.', len) : NULL;
	size_t whole = point ? (size_t)(point - text) : len;

	for (size_t i = whole + 1; i < len; i++)
		if (text[i] != '0')
			return len;
	return whole > 0 ? whole : len;
}

static enum icj_err read_count(const char *text, size_t len, struct fact *f)
{
	int64_t n = 0;

	len = icj__without_zeros(text, len);
	for (size_t i = 0; i < len; i++) {
		if (text[i] < '0' || text[i] > '9')
			return ICJ_E_COUNT;
		n = n * 10 + (text[i] - '0');
		if (n > COUNT_MAX)
			return ICJ_E_COUNT;
	}
	f->count = (int32_t)n;
	return ICJ_OK;
}

static enum icj_err read_choice(const struct icj_field *field,
    const char *text, size_t len, uint32_t *bits)
{
	const char *const *choices = field->choices;

	for (uint32_t i = 0; choices[i]; i++)
		if (strlen(choices[i]) == len &&
		    (memcmp(choices[i], text, len) == 0 ||
		    icj__same_word(choices[i], text, len))) {
			*bits |= (uint32_t)1 << i;
			return ICJ_OK;
		}
	return icj__value_shown(field, text, len, bits) ? ICJ_OK :
	    ICJ_E_CHOICE;
}

/* A list without any item says nothing: it is as good as empty. */
static bool is_empty_list(const struct icj_field *field, const char *text,
    size_t len)
{
	bool list = field->type == ICJ_LIST || field->type == ICJ_DATES;

	for (size_t i = 0; list && i < len; i++)
		if (text[i] != ';' && text[i] != ' ' && text[i] != '\t')
			return false;
	return list;
}

/* Calls item for each part between semicolons that is not blank. */
static enum icj_err each_item(const char *text, size_t len,
    enum icj_err (*item)(void *arg, const char *text, size_t len), void *arg)
{
	const char *end = text + len;
	enum icj_err err = ICJ_OK;

	while (text < end && err == ICJ_OK) {
		const char *stop = memchr(text, ';', (size_t)(end - text));
		const char *part = text;
		size_t n = (size_t)((stop ? stop : end) - text);

		part = icj_trim(part, &n);
		if (n > 0)
			err = item(arg, part, n);
		text = stop ? stop + 1 : end;
	}
	return err;
}

struct choices {
	const struct icj_field *field;
	uint32_t bits;
};

/* Reading: a packet may hold any paper.  One that no rule names counts as
 * another document; whoever uses the list notes it. */
static enum icj_err list_item(void *arg, const char *text, size_t len)
{
	struct choices *list = arg;

	if (read_choice(list->field, text, len, &list->bits) == ICJ_OK)
		return ICJ_OK;
	if (icj__field_id(list->field) != F_documents ||
	    memchr(text, '\0', len))
		return ICJ_E_LIST;
	list->bits |= OTHER_DOCUMENT | UNLISTED_DOCUMENT;
	return ICJ_OK;
}

static enum icj_err read_list(const struct icj_field *field, const char *text,
    size_t len, struct fact *f)
{
	struct choices list = {field, 0};
	enum icj_err err = each_item(text, len, list_item, &list);

	f->bits = list.bits;
	return err;
}

/* Reading: of a time of day in a field of dates, with an offset or without, the
 * date is taken as it is written; whoever asks is told. */
static enum icj_err case_read_day(struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len,
    icj_date *out)
{
	bool clock = false;
	enum icj_err err = icj__day_parse(text, len, &c->form, out, &clock);

	if (clock)
		c->clock_dropped = field;
	return err;
}

struct dates {
	struct icj_case *c;
	const struct icj_field *field;
};

static enum icj_err date_item(void *arg, const char *text, size_t len)
{
	const struct dates *list = arg;
	icj_date day;

	return case_read_day(list->c, list->field, text, len, &day);
}

static enum icj_err read_dates(struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len,
    struct fact *f)
{
	struct dates list = {c, field};

	f->text.at = text;
	f->text.len = len;
	return each_item(text, len, date_item, &list);
}

static enum icj_err read_date(struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len,
    struct fact *f)
{
	f->time.second = ICJ_NO_CLOCK;
	f->time.offset = ICJ_NO_OFFSET;
	return case_read_day(c, field, text, len, &f->time.date);
}

static enum icj_err case_read_time(struct icj_case *c, bool clock,
    const char *text, size_t len, struct fact *f)
{
	enum icj_err err = icj_time_parse(text, len, &c->form, &f->time);

	if (err == ICJ_OK && clock && f->time.second == ICJ_NO_CLOCK)
		return ICJ_E_NEEDS_CLOCK;
	c->has_clock |= f->time.second != ICJ_NO_CLOCK;
	c->has_offset |= f->time.offset != ICJ_NO_OFFSET;
	return err;
}

static enum icj_err case_read_state(
    const char *text, size_t len, struct fact *f)
{
	f->count = icj_state_find(text, len);
	return f->count ? ICJ_OK : ICJ_E_STATE;
}

static enum icj_err read_one_choice(const struct icj_field *field,
    const char *text, size_t len, struct fact *f)
{
	f->bits = 0;
	return read_choice(field, text, len, &f->bits);
}

static enum icj_err read_value(struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len,
    struct fact *f)
{
	bool may_be_indefinite = field->type == ICJ_COUNT_OR_INDEFINITE ||
	    field->type == ICJ_DATE_OR_INDEFINITE;

	f->indefinite = may_be_indefinite && icj__fold(*text) == 'i' &&
	    icj__same_word("indefinite", text, len);
	if (f->indefinite)
		return ICJ_OK;
	switch (field->type) {
	case ICJ_YES_NO:
		return read_yes_no(text, len, f);
	case ICJ_DATE:
	case ICJ_DATE_OR_INDEFINITE:
		return read_date(c, field, text, len, f);
	case ICJ_TIME:
		return case_read_time(c, true, text, len, f);
	case ICJ_TIME_OR_DATE:
		return case_read_time(c, false, text, len, f);
	case ICJ_STATE:
		return case_read_state(text, len, f);
	case ICJ_COUNT:
	case ICJ_COUNT_OR_INDEFINITE:
		return read_count(text, len, f);
	case ICJ_CHOICE:
		return read_one_choice(field, text, len, f);
	case ICJ_LIST:
		return read_list(field, text, len, f);
	case ICJ_DATES:
		return read_dates(c, field, text, len, f);
	case ICJ_TEXT:
		break;
	}
	f->text.at = text;
	f->text.len = len;
	return memchr(text, '\0', len) ? ICJ_E_NUL : ICJ_OK;
}

/* -- Any value ---------------------------------------------------------- */

ICJ_API void icj_case_null_words(struct icj_case *c, const char *const *words,
    size_t n)
{
	if (!c || (!words && n))
		return;

	c->null_words = words;
	c->null_count = n;
}

static bool is_null_word(const struct icj_case *c, const char *text,
    size_t len)
{
	for (size_t i = 0; i < c->null_count; i++)
		if (icj__same_word(c->null_words[i], text, len))
			return true;
	return icj__is_empty_word(text, len);
}

/* Whether a word is one of those that the field may have. */
static bool is_own_word(const struct icj_field *field, const char *text,
    size_t len)
{
	struct fact f = {.bits = 0};

	switch (field->type) {
	case ICJ_YES_NO:
		return read_yes_no(text, len, &f) == ICJ_OK;
	case ICJ_STATE:
		return icj_state_find(text, len) != 0;
	case ICJ_CHOICE:
	case ICJ_LIST:
		return read_choice(field, text, len, &f.bits) == ICJ_OK;
	default:
		return false;
	}
}

/* Of a text without blanks at its ends.  Reading: a text that no rule asks
 * for is a name or a key, and any word may be one: there only "unknown" says
 * nothing. */
static bool says_nothing(const struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len)
{
	if (len == 0 || is_empty_list(field, text, len))
		return true;
	if (field->type == ICJ_TEXT && field->number != F_violation_action)
		return icj__same_word("unknown", text, len);
	return is_null_word(c, text, len) && !is_own_word(field, text, len);
}

/* A word that its writer may have meant otherwise: not "unknown", nor one that
 * the user named. */
static bool is_read_so(const struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len)
{
	if (len == 0 || is_empty_list(field, text, len) ||
	    icj__same_word("unknown", text, len))
		return false;
	for (size_t i = 0; i < c->null_count; i++)
		if (icj__same_word(c->null_words[i], text, len))
			return false;
	return true;
}

ICJ_API bool icj_case_says_nothing(const struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len)
{
	if (!c || !field || !text)
		return true;

	text = icj_trim(text, &len);
	return says_nothing(c, field, text, len);
}

static inline void now_known(struct icj_case *c, unsigned id)
{
	c->fact[id].set = true;
	c->listed[id / 64] |= FIELD_BIT(id);
}

/* Kept apart, so that usual values pay for none of its registers and none of
 * its protected stack: that halved what a value costs. */
__attribute__((noinline))
static enum icj_err set_any(struct icj_case *c, const struct icj_field *field,
    const char *text, size_t len)
{
	struct fact *f = &c->fact[icj__field_id(field)];
	enum icj_err err;

	if (f->set)
		icj_case_unset(c, field);
	text = icj_trim(text, &len);
	if (says_nothing(c, field, text, len))
		return is_read_so(c, field, text, len) ? ICJ_EMPTY_WORD :
		    ICJ_OK;
	err = read_value(c, field, text, len, f);
	if (err != ICJ_OK)
		return memchr(text, '\0', len) ? ICJ_E_NUL : err;
	now_known(c, icj__field_id(field));
	return ICJ_OK;
}

/* False for a value that cannot be read.  *err also tells of a word. */
static bool set_next(struct icj_case *c, const struct icj_field *field,
    const char *text, size_t len, enum icj_err *err)
{
	enum icj_err found = set_any(c, field, text, len);

	if (found != ICJ_OK && err)
		*err = found;
	return found == ICJ_OK || found == ICJ_EMPTY_WORD;
}

/* Nothing was given to be read: the place of what is missing. */
static size_t missing_at(size_t i, enum icj_err *err)
{
	if (err)
		*err = ICJ_E_NULL;
	return i;
}

ICJ_API size_t icj_case_set_all(struct icj_case *c, const struct icj_value *v,
    size_t n, enum icj_err *err)
{
	if (n > 0 && (!c || !v))
		return missing_at(0, err);
	for (size_t i = 0; i < n; i++) {
		const struct icj_field *field = v[i].field;
		struct fact *f;

		if (v[i].len == 0 && field)
			continue;
		if (!field || !v[i].text)
			return missing_at(i, err);
		f = &c->fact[field->number];
		if (!f->set && c->null_count == 0 &&
		    icj__read_usual(field, v[i].text, v[i].len, f)) {
			now_known(c, field->number);
			continue;
		}
		if (!set_next(c, field, v[i].text, v[i].len, err))
			return i;
	}
	return n;
}

ICJ_API enum icj_err icj_case_set(struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len)
{
	if (!c || !field || (!text && len))
		return ICJ_E_NULL;

	struct icj_value v = {field, text, len};
	enum icj_err err = ICJ_OK;

	if (len == 0)
		icj_case_unset(c, field);
	icj_case_set_all(c, &v, 1, &err);
	return err == ICJ_EMPTY_WORD ? ICJ_OK : err;
}

ICJ_API enum icj_err icj_case_set_name(struct icj_case *c, const char *name,
    const char *value)
{
	const struct icj_field *field;

	if (!c || !name || !value)
		return ICJ_E_NULL;
	field = icj_field_find(name, strlen(name));
	return field ? icj_case_set(c, field, value, strlen(value)) :
	    ICJ_E_NAME;
}

/* -- Writing ------------------------------------------------------------ */

static void put_choices(struct text *t, const struct icj_field *field,
    uint32_t bits)
{
	for (uint32_t i = 0; field->choices[i]; i++)
		if (bits & (uint32_t)1 << i) {
			icj__text_next(t);
			icj__text_add(t, field->choices[i]);
		}
}

static void case_put_value(struct text *t, const struct icj_field *field,
    const struct fact *f)
{
	char buf[32];

	switch (field->type) {
	case ICJ_YES_NO:
		icj__text_add(t, f->count ? "yes" : "no");
		break;
	case ICJ_DATE:
	case ICJ_DATE_OR_INDEFINITE:
	case ICJ_TIME:
	case ICJ_TIME_OR_DATE:
		icj__text_add(t, icj_time_format(&f->time, buf));
		break;
	case ICJ_STATE:
		icj__text_add(t, icj_state_code(f->count));
		break;
	case ICJ_COUNT:
	case ICJ_COUNT_OR_INDEFINITE:
		icj__text_add_int(t, f->count);
		break;
	case ICJ_CHOICE:
	case ICJ_LIST:
		put_choices(t, field, f->bits);
		break;
	case ICJ_TEXT:
	case ICJ_DATES:
		icj__text_add_n(t, f->text.at, f->text.len);
		break;
	}
}

/* Apart from what is asked for with each record of a caseload. */
__attribute__((noinline))
static size_t get_any(const struct icj_field *field, const struct fact *f,
    char *buf, size_t size)
{
	struct text t;

	icj__text_start(&t, buf, size);
	if (!f->set)
		return 0;
	if (f->indefinite)
		icj__text_add(&t, "indefinite");
	else
		case_put_value(&t, field, f);
	return t.len;
}

static inline size_t put_bytes(char *buf, const char *text, size_t len)
{
	memcpy(buf, text, len);
	buf[len] = '\0';
	return len;
}

ICJ_API size_t icj_case_get(const struct icj_case *c,
    const struct icj_field *field, char *buf, size_t size)
{
	if (!c || !field || !buf)
		return 0;

	const struct fact *f = &c->fact[icj__field_id(field)];

	if (size < 8) /* room for "..." at the least */
		return 0;
	if (f->set && field->type == ICJ_TEXT && f->text.len < size)
		return put_bytes(buf, f->text.at, f->text.len);
	if (f->set && field->type == ICJ_STATE)
		return put_bytes(buf, icj_state_code(f->count), 2);
	return get_any(field, f, buf, size);
}
