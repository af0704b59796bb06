/* SPDX-License-Identifier: MIT */
/*
 * book.h - what the rulebook says, since when, and how that is known.
 *
 * A provision is one thing that the rules say, under a name that never
 * changes; a wording is how they said it for a time, with its number then.  A
 * row of a question, a duty, a step, a document names a provision and never a
 * citation.  Knows no case.
 */
#ifndef ICJ_BOOK_H
#define ICJ_BOOK_H

#include "icj.h"

#include "book/edition.h"
#include "book/provisions.h"
#include "book/sources.h"
#include "time/text.h"

/* -- Terms of a duty ----------------------------------------------------- */

enum owed_by {
	BY_sending, BY_receiving, BY_holding, BY_home, BY_commission,
	BY_either, BY_both, BY_any
};

enum unit {
	CALENDAR,   /* calendar days, and plain "days" */
	BUSINESS,   /* business days */
	OPEN_HOURS, /* hours of the clock that stands still on closed days */
	HOURS,      /* plain hours */
	YEARS
};

enum direction {
	AFTER,  /* the start is day 0, the last day counts */
	BEFORE, /* at least so long before the start */
	WINDOW, /* from so long before the start until the start itself */
	LENGTH  /* the start is day 1 */
};

enum extension {
	NOT_EXTENDED,   /* an extension on file is refused */
	BOTH_OFFICES,   /* with the approval of both offices */
	BOTH_CAPPED,    /* the same, for at most `cap` business days more */
	BOTH_PERHAPS_CAPPED, /* whether `cap` is a cap is not known */
	ONE_OFFICE,     /* one of them is enough */
	NOT_TOLD        /* whether there is one is not known of this wording */
};

/* What a wording of a duty sets, besides its sentence. */
struct terms {
	struct icj_terms text; /* the same in words */
	const char *standard;  /* the Commission's audit label; NULL: none */
	uint8_t owed;          /* enum owed_by */
	uint8_t unit, direction, extension;
	int16_t count;
	int16_t cap;
};

/* What a wording of a paper of the packet sets, besides its sentence. */
struct paper {
	const char *name; /* as the field of documents has it; NULL: no paper */
	const char *when; /* "before placement", or "" */
	enum icj_demand demand;
};

/* -- Wordings ------------------------------------------------------------ */

struct wording {
	struct icj_rule rule;
	struct terms terms;
	struct paper paper;
	icj_date gone;  /* seen to be gone from this day on, while the time
	                 * since its end is not known; 0: not seen */
	int16_t number; /* the limit that the sentence names, 0: none */
	uint8_t ground; /* which of the tests of its row is asked */
};

/* Wordings stand oldest first; gaps between them are allowed, overlaps not. */
struct provision {
	const char *id;  /* "voluntary-return" */
	bool is_new;     /* there was none before its first wording */
	uint8_t wordings;
	const struct wording *wording;
};

extern const struct provision icj__book[P_COUNT];

/* The same as an office has them that holds a later text: the wordings it
 * states stand among those held, which stay as they are.  Constant once
 * made. */
struct icj_amendments {
	struct provision book[P_COUNT];
	size_t days;
	icj_date *day; /* on which the office's wordings begin, or some end */
	struct wording *wordings; /* of the provisions amended */
	struct draft *drafts;     /* which hold the office's texts (amend.h) */
};

#define P(name) &icj__book[P_##name]

/* -- The words of the sections' tables ----------------------------------- */

#define WORDINGS(...) \
	sizeof((struct wording[]){__VA_ARGS__}) / sizeof(struct wording), \
	(const struct wording[]){__VA_ARGS__}

/* A number, the days [from, until), what is at the end, how it is known. */
#define W(number_, from_, until_, end_, basis_, source_) \
	.rule.cite = (number_), .rule.from = (from_), .rule.until = (until_), \
	.rule.end = ICJ_END_##end_, .rule.basis = ICJ_BASIS_##basis_, \
	.rule.source = (source_)
#define SAYS(text) .rule.says = (text)
/* What is known of the time after it: "since 2016 no number of days". */
#define AFTERWARDS(text) .rule.change = (text)
/* A later text without it, where the end itself is not known. */
#define GONE_BY(day) .gone = (day)
#define NUMBER(n) .number = (n)
#define GROUND(n) .ground = (n)

#define BY(role) .terms.owed = BY_##role, .terms.text.owed_by = #role
#define STANDARD(label) .terms.standard = (label)
#define LIMIT(n, u, way, words) .terms.count = (n), .terms.unit = (u), \
	.terms.direction = (way), .terms.text.limit = (words)
#define LIMIT_TEXT(words) .terms.text.limit = (words)
#define CALENDAR_DAYS(n) LIMIT(n, CALENDAR, AFTER, #n " calendar days")
#define CALENDAR_DAYS_BEFORE(n) \
	LIMIT(n, CALENDAR, BEFORE, #n " calendar days before")
#define CALENDAR_DAYS_IN_ALL(n) \
	LIMIT(n, CALENDAR, LENGTH, #n " calendar days counting the first")
#define BUSINESS_DAYS(n) LIMIT(n, BUSINESS, AFTER, #n " business days")
#define NEXT_BUSINESS_DAY LIMIT(1, BUSINESS, AFTER, "next business day")
#define WITHIN_BUSINESS_DAYS_BEFORE(n) \
	LIMIT(n, BUSINESS, WINDOW, "within " #n " business days before")
#define BEFORE_THE_DAY LIMIT(0, CALENDAR, BEFORE, "before the day")
#define OPEN_HOURS_OF(n) LIMIT(n, OPEN_HOURS, AFTER, \
	#n " hours excluding weekends and holidays")
#define HOURS_BEFORE(n) LIMIT(n, HOURS, BEFORE, #n " hours before")
#define ONE_YEAR LIMIT(1, YEARS, AFTER, "1 year")

#define EXTENDED_BY(how, words) .terms.extension = (how), \
	.terms.text.extension = (words)
#define BY_BOTH_OFFICES EXTENDED_BY(BOTH_OFFICES, "both offices")
#define BY_BOTH_OFFICES_UP_TO(n) .terms.cap = (n), EXTENDED_BY(BOTH_CAPPED, \
	"both offices, up to " #n " business days more")
#define BY_BOTH_OFFICES_PERHAPS_UP_TO(n) .terms.cap = (n), \
	EXTENDED_BY(BOTH_PERHAPS_CAPPED, "both offices, whether for more " \
	"than " #n " business days is not known")
#define ON_REQUEST EXTENDED_BY(ONE_OFFICE, "on request")
#define EXTENSION_NOT_KNOWN EXTENDED_BY(NOT_TOLD, "not known")

#define SHALL_HAVE(name) .paper = {name, "", ICJ_SHALL}
#define SHOULD_HAVE(name) .paper = {name, "", ICJ_SHOULD}
#define HAS_IF(name, when) .paper = {name, when, ICJ_IF_AVAILABLE}
#define HAS_IF_THERE(name) HAS_IF(name, "if available")
#define HAS_LATER(name, when) .paper = {name, when, ICJ_LATER}

/* The rule that has figures gathered, of which each says what it counts. */
#define RULE_OF_FIGURES(text) {"2-102(1)", ED_2014_OCT, ED_2016, text, \
	ICJ_END_NOT_KNOWN, ICJ_BASIS_TEXT, RULES_2015, NULL}

/* -- Asking -------------------------------------------------------------- */

enum book_on {
	IN_FORCE,
	NOT_YET, /* the rules had no such thing yet */
	GONE,    /* nor any more */
	GAP      /* what they said that day is not known */
};

/* A provision as the office has it; NULL: as it is held. */
static inline const struct provision *icj__amended(
    const struct icj_amendments *office, const struct provision *p)
{
	return office ? &office->book[p - icj__book] : p;
}

/* How a provision stands on a day.  The wording is the one in force; of what
 * is gone or not known the one before, never one after, but for days before
 * the first held; of what is not yet, the first. */
static inline enum book_on icj__book_on(const struct icj_amendments *office,
    const struct provision *p, icj_date day, const struct wording **wording)
{
	const struct provision *x = icj__amended(office, p);
	const struct wording *w = &x->wording[x->wordings - 1];

	while (w > x->wording && day < w->rule.from)
		w--;
	*wording = w;
	if (day < w->rule.from)
		return x->is_new ? NOT_YET : GAP;
	if (w->rule.until == ICJ_DATE_NONE || day < w->rule.until)
		return IN_FORCE;
	return w->rule.end == ICJ_END_GONE || (w->gone && day >= w->gone) ?
	    GONE : GAP;
}

/* The day from which a wording, and what it said, is known to be gone. */
static inline icj_date icj__gone_since(const struct wording *w)
{
	return w->rule.end == ICJ_END_GONE ? w->rule.until : w->gone;
}

/* Whether the rules have it on a day, as far as is known. */
static inline bool icj__book_has(enum book_on on)
{
	return on == IN_FORCE || on == GAP;
}

/* The wording applied on a day, whatever becomes of it. */
static inline const struct wording *icj__wording(
    const struct icj_amendments *office, const struct provision *p,
    icj_date day)
{
	const struct wording *w;

	icj__book_on(office, p, day, &w);
	return w;
}

/* Its number on a day. */
static inline const char *icj__number_of(const struct icj_amendments *office,
    const struct provision *p, icj_date day)
{
	return icj__wording(office, p, day)->rule.cite;
}

/* The same, NULL where the rules have no such thing that day. */
static inline const char *icj__number_if_any(
    const struct icj_amendments *office, const struct provision *p,
    icj_date day)
{
	const struct wording *w;

	return icj__book_has(icj__book_on(office, p, day, &w)) ?
	    w->rule.cite : NULL;
}

/* How surely a wording is the one of a day: NEAREST where it is not known. */
static inline enum icj_basis icj__basis_on(const struct wording *w,
    icj_date day)
{
	return day >= w->rule.from && (w->rule.until == ICJ_DATE_NONE ||
	    day < w->rule.until) ? w->rule.basis : ICJ_BASIS_NEAREST;
}

/* The effective date of the edition to name where a wording is applied on a
 * day.  What an office states takes effect as an edition of its own does. */
static inline icj_date icj__edition_by(const struct wording *w, icj_date day)
{
	return w->rule.basis == ICJ_BASIS_OFFICE ? w->rule.from :
	    icj__edition_applied(w->rule.from, w->rule.until, day);
}

/* Narrows the days [*from, *until) around a day to those on which no wording
 * of the provision begins or ends. */
void icj__book_span(const struct icj_amendments *office,
    const struct provision *p, icj_date day, icj_date *from,
    icj_date *until);
/* The same for those of one edition, and of no other day of the office's. */
void icj__law_span(const struct icj_amendments *office, icj_date day,
    icj_date *from, icj_date *until);

/* The provisions that a sentence cites, in turn. */
#define CITES_OF(...) (const struct provision *const []){__VA_ARGS__}

/* A sentence in which each '#' stands for the number of a provision on a day,
 * in the order in which they are given. */
void icj__text_cited(struct text *t, const char *sentence,
    const struct provision *const *cites,
    const struct icj_amendments *office, icj_date day);

#endif
