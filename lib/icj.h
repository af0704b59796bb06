/* SPDX-License-Identifier: MIT */
/*
 * icj.h - the Rules of the Interstate Commission for Juveniles, computed.
 *
 * libicj is a pure function of (facts, edition, as-of moment, calendar).  It
 * opens no file, reads no clock, locale or environment, prints nothing and
 * never exits.  It has no global state: objects may be used by one thread
 * each, constant tables and calendars by any number at once.
 *
 * A null pointer where something is needed is an error, never a crash: a text
 * gives ICJ_E_NULL, a question "unknown" and, in its report, a note that says
 * what was missing; lists and look-ups give NULL, false or nothing.  So does a
 * context that nobody filled, which begins with ICJ_CONTEXT_INIT.
 *
 * The groups below stand in the order of work: dates, states, calendars,
 * fields, cases, editions, rules and findings, the questions, the duties,
 * dues.  Pointers to constant structures point into the library and live as
 * long as it does.  "Never fails" is said where it is true.
 */
#ifndef ICJ_H
#define ICJ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* -- Versions ----------------------------------------------------------- */

#define ICJ_VERSION "0.1.0"

/* The library's version, "major.minor.patch".  Never fails. */
const char *icj_version(void);

/* The newest edition of the rules held, and the day its rows were last
 * checked against the text: "2015-01-01, checked 2026-11-21".  Never fails. */
const char *icj_rules_version(void);

/* -- Errors in a value -------------------------------------------------- */

/* Why a text could not be read as a value of its type.  Append only. */
enum icj_err {
	ICJ_OK = 0,
	ICJ_EMPTY_WORD = 1,      /* no error: a word was read as nothing */
	ICJ_E_YES_NO = 101,      /* not yes or no */
	ICJ_E_CHOICE = 102,      /* not one of the field's values */
	ICJ_E_COUNT = 103,       /* not a whole number, or above 999,999,999 */
	ICJ_E_DATE = 104,        /* not a date */
	ICJ_E_NO_SUCH_DAY = 105, /* shaped like a date, but no such day */
	ICJ_E_AMBIGUOUS = 106,   /* the month or the day may come first */
	ICJ_E_TIME = 107,        /* not a time or a date */
	ICJ_E_STATE = 108,       /* not one of the 56 states of Rule 1-101 */
	ICJ_E_LIST = 109,        /* an item of the list is none of its values */
	ICJ_E_NUL = 110,         /* a NUL byte inside the value */
	ICJ_E_NEEDS_CLOCK = 111, /* a date where a time of day is needed */
	ICJ_E_YEAR = 112,        /* a year of two digits */
	ICJ_E_FORMAT = 113,      /* a date format that cannot be used */
	ICJ_E_NULL = 140,        /* an argument of a function is null */
	ICJ_E_NAME = 141,        /* no field has that name */
	/* Of an amendment: */
	ICJ_E_PROVISION = 150,   /* no such provision */
	ICJ_E_HELD = 151,        /* one is held of the day, or none before */
	ICJ_E_TWICE = 152,       /* amended twice for one day */
	ICJ_E_WORDING = 153,     /* no text, or too long, or more than a line */
	ICJ_E_NO_NUMBER = 154,   /* the provision has no number */
	ICJ_E_RANGE = 155,       /* not a number from 1 to 9999 */
	ICJ_E_UNIT = 156,        /* the duty cannot be counted in it */
	ICJ_E_OWNER = 157,       /* nobody who can owe the duty */
	ICJ_E_EXTENSION = 158,   /* not a way to extend it */
	ICJ_E_NOT_EXTENDABLE = 159, /* no field says until when it was */
	ICJ_E_CAP = 160,         /* a cap of what is not by both offices */
	ICJ_E_NO_DUTY = 161,     /* it has no unit, owner or extension */
	ICJ_E_SENTENCE = 162,    /* the number is part of the sentence */
	ICJ_E_IS_GONE = 163,     /* to be there again it needs a citation */
	ICJ_E_TOO_MANY = 164,    /* too many wordings of one provision */
	ICJ_E_NEEDED = 165,      /* there is no answer without it */
	ICJ_E_CITE = 166,        /* not the number of a paragraph */
	/* Dates that a form would read, or that no form can: */
	ICJ_E_MONTH_FIRST = 120, /* month, day, year: the form mdy */
	ICJ_E_DAY_FIRST = 121,   /* day, month, year: the form dmy */
	ICJ_E_YEAR_FIRST = 122,  /* year, month, day: the form ymd */
	ICJ_E_GLUED = 123,       /* eight digits: the form %Y%m%d */
	ICJ_E_SERIAL = 124,      /* a spreadsheet's number of a day */
	ICJ_E_MONTH_NAME = 125,  /* the name of a month: a form with %b */
	ICJ_E_AM_PM = 126,       /* AM or PM without a form */
	ICJ_E_CLOCK = 127        /* a time of day where a date is needed */
};

/* One neutral clause for an error, without the value: "not a date".  Never
 * fails; an unknown number gives "cannot be read". */
const char *icj_strerror(enum icj_err err);

/* -- Cells that say nothing --------------------------------------------- */

/* The text without the blanks at its ends, those of Unicode and what has no
 * width among them; the length becomes what is left.  Never fails. */
const char *icj_trim(const char *text, size_t *len);

/* Whether there are but blanks, or a word for what is not known: "unknown",
 * "unk", "n/a", "na", "#n/a", "null", "\\N", "nil", "tbd", "tba", "?", one dash
 * or two, without regard to case.  Never fails. */
bool icj_says_nothing(const char *text, size_t len);

/* -- Dates and times ---------------------------------------------------- */

/* A day: days since 1970-01-01 in the proleptic Gregorian calendar. */
typedef int32_t icj_date;

#define ICJ_DATE_NONE INT32_MIN
#define ICJ_DATE_MIN (-719162) /* 0001-01-01 */
#define ICJ_DATE_MAX 2932896   /* 9999-12-31 */

/* A moment of wall time where the clock runs. */
struct icj_time {
	icj_date date;  /* ICJ_DATE_NONE: no time at all */
	int32_t second; /* of the day, 0..86399; ICJ_NO_CLOCK: a date only */
	int32_t offset; /* minutes east of UTC, -1439..1439; ICJ_NO_OFFSET */
};

#define ICJ_NO_CLOCK (-1)
#define ICJ_NO_OFFSET INT32_MIN

/* The most orders that one form can have. */
#define ICJ_DATE_ORDERS 4

/* How a record writes its dates, in orders that are tried in turn.  ISO 8601 is
 * read before them.  Zero-initialised: ISO 8601 only. */
struct icj_date_form {
	struct icj_date_order {
		char part[3];    /* 'y', 'm', 'd' as written, 'b': the month
				  * by its name; 0: no order */
		char between[2]; /* separators of a pattern; 0: any of '/', '-',
				  * '.' and blank */
	} order[ICJ_DATE_ORDERS];
};

/* Reads "mdy", "dmy", "ymd" or a pattern of %Y %m %d and separators, such as
 * "%d.%m.%Y", into a form of this order alone.  %b in the place of %m is an
 * English name of a month, whole or of three letters and more: "%b %d, %Y".
 * Returns ICJ_OK or ICJ_E_FORMAT. */
enum icj_err icj_date_form_parse(const char *text, struct icj_date_form *out);

/* Adds an order, to be tried after those the form has.  ICJ_E_FORMAT also when
 * it has ICJ_DATE_ORDERS. */
enum icj_err icj_date_form_add(struct icj_date_form *form, const char *text);

/* Reads "2015-07-02", or with a form also dates in its orders, perhaps with a
 * midnight behind it: "2015-07-02 00:00:00".  Any other time of day is
 * ICJ_E_CLOCK.  Blanks at the ends are not accepted.  form may be NULL.  Years
 * 0001 to 9999. */
enum icj_err icj_date_parse(const char *text, size_t len,
    const struct icj_date_form *form, icj_date *out);

/* Reads a date or "2015-07-02T16:00", with ":SS", a fraction of a second, which
 * is dropped, and "Z", "-05:00", "-0500" or "-05" if wanted; a blank may stand
 * for the T.  With a form also "4:00 PM". */
enum icj_err icj_time_parse(const char *text, size_t len,
    const struct icj_date_form *form, struct icj_time *out);

/* Writes "2015-07-02" and a NUL into buf (11 bytes).  Never fails for a date
 * in range; ICJ_DATE_NONE and dates out of range write "". */
char *icj_date_format(icj_date day, char buf[11]);

/* Writes a date, or "2015-07-02T16:00", seconds only if not zero, offset if
 * there is one, into buf (32 bytes). */
char *icj_time_format(const struct icj_time *t, char buf[32]);

/* The day of a civil date, or ICJ_DATE_NONE if there is no such day. */
icj_date icj_date_of(int year, int month, int day);

/* The parts of a day; day must be in range. */
void icj_date_parts(icj_date day, int *year, int *month, int *mday);

/* 0 = Monday .. 6 = Sunday.  Never fails. */
int icj_weekday(icj_date day);

/* The day `months` calendar months later (or earlier), clamped to the end of
 * the month: 31 January and one month is 28 or 29 February. */
icj_date icj_date_add_months(icj_date day, int months);

/* -- States ------------------------------------------------------------- */

/* A state of Rule 1-101: 1..56 in the order of the codes, 0 for none. */
typedef int icj_state;

#define ICJ_STATES 56

/* Reads a two-letter code or a full name, without regard to case; 0 if it is
 * neither. */
icj_state icj_state_find(const char *text, size_t len);

/* The code or the name of a state 1..56, "" for 0. */
const char *icj_state_code(icj_state s);
const char *icj_state_name(icj_state s);

/* Whether the state was a compacting state (Rule 1-101) on the day. */
bool icj_state_is_member(icj_state s, icj_date day);

/* -- Calendars ---------------------------------------------------------- */

/* The first and last day that business days are counted over. */
#define ICJ_CALENDAR_FIRST 365  /* 1971-01-01 */
#define ICJ_CALENDAR_LAST 84005 /* 2199-12-31 */

/* One line of a holiday file. */
struct icj_closure {
	icj_date date;
	icj_state state;  /* 0: everywhere */
	bool open;        /* the state works, a federal holiday or not */
	const char *name; /* such as "Texas Independence Day"; may be NULL */
};

/* "The list of this state is complete through this day." */
struct icj_vouch {
	icj_state state; /* 0: everywhere */
	icj_date through;
};

struct icj_calendar;

/* The federal holidays as observed, 1971 to 2199, with the given closures.
 * A state's own line outweighs one for everywhere.  Copies what it is given.
 * Returns NULL when memory is short.  Constant once made: any number of
 * threads may read it. */
struct icj_calendar *icj_calendar_new(const struct icj_closure *closures,
    size_t count, const struct icj_vouch *vouches, size_t vouch_count);
void icj_calendar_free(struct icj_calendar *cal);

/* Monday to Friday and no closure.  state 0: the federal calendar with the
 * closures that hold everywhere.  False outside 1971..2199. */
bool icj_is_business_day(const struct icj_calendar *cal, icj_state state,
    icj_date day);

/* The n-th business day after (n > 0) or before (n < 0) day, which itself is
 * never counted; n = 0 gives day.  ICJ_DATE_NONE when the count leaves
 * 1971..2199. */
icj_date icj_add_business_days(const struct icj_calendar *cal, icj_state state,
    icj_date day, int32_t n);

/* How many business days lie in (from, to]; negative when to < from, then
 * those in [to, from).  Both must lie in 1971..2199.  INT32_MIN without a
 * calendar. */
int32_t icj_count_business_days(const struct icj_calendar *cal,
    icj_state state, icj_date from, icj_date to);

/* The moment at which `hours` of a clock have run that stands still from
 * midnight to midnight on days that are not business days (Rules 6-101,
 * 6-104).  start must carry a clock time.  The end of a day is 00:00 of the
 * next.  date is ICJ_DATE_NONE when the count leaves 1971..2199. */
struct icj_time icj_add_open_hours(const struct icj_calendar *cal,
    icj_state state, struct icj_time start, int32_t hours);

/* Why a day is closed: "Independence Day (observed)", "weekend", the name in
 * a holiday file, "closed" for a closure without one; NULL when it is open. */
const char *icj_closed_because(const struct icj_calendar *cal,
    icj_state state, icj_date day);

/* The last day through which the list used for the state is vouched for, or
 * ICJ_DATE_NONE when nobody vouches for an end (the built-in list is right
 * for any year). */
icj_date icj_calendar_vouched(const struct icj_calendar *cal, icj_state state);

/* -- Fields ------------------------------------------------------------- */

enum icj_type {
	ICJ_TEXT,
	ICJ_YES_NO,
	ICJ_DATE,
	ICJ_TIME,         /* a time of day is needed */
	ICJ_TIME_OR_DATE,
	ICJ_STATE,
	ICJ_COUNT,        /* whole number 0..999999999 */
	ICJ_COUNT_OR_INDEFINITE,
	ICJ_DATE_OR_INDEFINITE,
	ICJ_CHOICE,
	ICJ_LIST,         /* of choices, separated by ';' */
	ICJ_DATES         /* list of dates, separated by ';' */
};

/* Which question reads a field, as bits of icj_field.read_by. */
enum icj_area {
	ICJ_AREA_ELIGIBLE = 1,
	ICJ_AREA_DEADLINE = 2,
	ICJ_AREA_PERMIT = 4,
	ICJ_AREA_RETURN = 8,
	ICJ_AREA_RULE = 16,
	ICJ_AREA_REFERRAL = 32,
	ICJ_AREA_SUPERVISE = 64,
	ICJ_AREA_VOTE = 128,
	ICJ_AREA_TALLY = 256,
	ICJ_AREA_TRAINING = 512,
	ICJ_AREA_DUES = 1024,
	ICJ_AREA_LINT = 2048
};

struct icj_field {
	const char *name;
	enum icj_type type;
	unsigned number;            /* icj_field_at(number) is this one */
	const char *const *choices; /* NULL-terminated, for CHOICE and LIST */
	unsigned read_by;           /* icj_area bits */
	bool confidential;
	bool presumed;              /* marked (x): presumed absent */
	bool fixed;                 /* a fact that nobody can change */
	const char *meaning;        /* in words; behind the first ";" a remark */
};

/* The dictionary: icj_field_at(0) .. icj_field_at(icj_field_count() - 1), in
 * the order of the manual; NULL beyond.  Never fails. */
size_t icj_field_count(void);
const struct icj_field *icj_field_at(size_t i);

/* The field of a name, without regard to case, '-', '_' and blank being the
 * same; NULL if there is none. */
const struct icj_field *icj_field_find(const char *name, size_t len);

/* The name of a type as the manual writes it: "yes/no".  Never fails. */
const char *icj_type_name(enum icj_type type);

/* -- Cases -------------------------------------------------------------- */

/* The facts of one event.  A fact that is not set is not known. */
struct icj_case;

/* What it means that a fact is not set: that nobody knows of it, or less.
 * Whether an act is on file decides whether it is overdue. */
enum icj_unsaid {
	ICJ_EMPTY = 0,      /* the record has a place for it, which is empty */
	ICJ_NOT_MENTIONED,  /* it could have been said and was not: an act is
	                       presumed not to have been done */
	ICJ_NO_COLUMN       /* the record could not say it: not known */
};

/* A case without facts; NULL when memory is short. */
struct icj_case *icj_case_new(void);
void icj_case_free(struct icj_case *c);

/* Forgets every fact.  Never fails. */
void icj_case_reset(struct icj_case *c);

/* How texts set from now on write dates; NULL: ISO only.  Never fails. */
void icj_case_date_form(struct icj_case *c, const struct icj_date_form *form);

/* The last field of dates whose value had a time of day other than midnight,
 * which was dropped; NULL if there was none since this was last asked. */
const struct icj_field *icj_case_clock_dropped(struct icj_case *c);

/* Words that say nothing besides those of icj_says_nothing(), for texts set
 * from now on; kept by reference, over resets. */
void icj_case_null_words(struct icj_case *c, const char *const *words,
    size_t n);

/* What it means from now on, over resets, that a fact is not set; ICJ_EMPTY to
 * begin with.  icj_case_said() makes it ICJ_EMPTY for one field. */
void icj_case_unsaid(struct icj_case *c, enum icj_unsaid how);
void icj_case_said(struct icj_case *c, const struct icj_field *field);

/* Reads text as a value of the field.  Blanks at the ends are dropped; what
 * says nothing (see icj_says_nothing()) leaves the fact unknown.  A text and a
 * list of dates are kept by reference: they must live until the reset.  On an
 * error the fact is unknown and the caller should treat the record as invalid,
 * which is not the same thing. */
enum icj_err icj_case_set(struct icj_case *c, const struct icj_field *field,
    const char *text, size_t len);

/* As icj_case_set() by the name of a field, both texts up to their NUL.
 * ICJ_E_NAME if no field has it. */
enum icj_err icj_case_set_name(struct icj_case *c, const char *name,
    const char *value);

/* Whether a text leaves a fact unknown, unread: as icj_says_nothing(), with the
 * case's own words, but for a word that is a value of the field, and for names
 * and keys, which may be any word but "unknown". */
bool icj_case_says_nothing(const struct icj_case *c,
    const struct icj_field *field, const char *text, size_t len);

/* A text to be read as a value of a field. */
struct icj_value {
	const struct icj_field *field;
	const char *text;
	size_t len;
};

/* As icj_case_set() for n texts of different fields, in their order.  Returns
 * n, or the index of a text that cannot be read, with the error in *err; those
 * before it are set.  Where n is returned, *err is left alone, or is
 * ICJ_EMPTY_WORD if a word other than "unknown" and the case's own was read as
 * nothing. */
size_t icj_case_set_all(struct icj_case *c, const struct icj_value *v, size_t n,
    enum icj_err *err);

/* Marks a case that has a cell which cannot be read, until the reset: the fact
 * itself is not known.  Then icj_report_asked() tells whether an answer asked
 * for a field, and nothing is remembered of it. */
void icj_case_spoil(struct icj_case *c);

/* Forgets one fact.  Never fails. */
void icj_case_unset(struct icj_case *c, const struct icj_field *field);

bool icj_case_has(const struct icj_case *c, const struct icj_field *field);

/* Whether the fact is known, or the record has a place for it. */
bool icj_case_mentions(const struct icj_case *c,
    const struct icj_field *field);

/* Writes the fact as the manual writes values ("yes", "2015-07-02", "TX",
 * "form-iv; form-v") into buf of at least 8 bytes; what does not fit ends
 * in "...".  Returns the length written; 0 for a fact that is not known. */
size_t icj_case_get(const struct icj_case *c, const struct icj_field *field,
    char *buf, size_t size);

/* -- Three values ------------------------------------------------------- */

/* Strong Kleene logic: AND is the smaller, OR the larger, NOT is 2 minus. */
enum icj_tri { ICJ_NO = 0, ICJ_UNKNOWN = 1, ICJ_YES = 2 };

const char *icj_tri_name(enum icj_tri t);

/* -- Editions ----------------------------------------------------------- */

struct icj_edition {
	icj_date effective;
	icj_date adopted; /* ICJ_DATE_NONE where it is not known */
	bool held;        /* the complete text is held */
	const char *what;
};

/* The editions known to have been in force, oldest first; NULL beyond. */
const struct icj_edition *icj_edition_at(size_t i);

/* The day of the first edition after this one that may have changed any rule,
 * as neither clerical revisions nor emergency rules do; ICJ_DATE_NONE: none is
 * known of. */
icj_date icj_edition_after(icj_date day);

/* The edition in force on a day, NULL before the first. */
const struct icj_edition *icj_edition_on(icj_date day);

/* -- What an answer depends on besides the facts ------------------------ */

enum icj_whose {
	ICJ_OWNER = 0,  /* the calendar of the state that owes the act */
	ICJ_BOTH = 1,   /* the later of the two states' dates */
	ICJ_FEDERAL = 2 /* no state's own closures */
};

struct icj_amendments; /* see "An office's own rulebook" */

struct icj_context {
	icj_date edition; /* ICJ_DATE_NONE: the one in force at the step */
	struct icj_time as_of; /* a date only means the whole of that day; one
				* that is out of range is none: what hangs on
				* it is unknown */
	const struct icj_calendar *calendar; /* needed by duties and returns */
	enum icj_whose whose;
	bool strict; /* nothing is presumed */
	const struct icj_amendments *amendments; /* an office's, or NULL */
};

/* A context to fill: no edition chosen, no moment, no calendar.  A question
 * that needs a moment or a calendar is not answered from it; neither is any
 * from a context of zeros, which would mean 1970. */
#define ICJ_CONTEXT_INIT { \
	ICJ_DATE_NONE, {ICJ_DATE_NONE, ICJ_NO_CLOCK, ICJ_NO_OFFSET}, \
	NULL, ICJ_OWNER, false, NULL \
}

/* The same, as a value. */
struct icj_context icj_context_default(void);

/* The number on a day of the rule that a field serves, "" where it serves none;
 * its last number for ICJ_DATE_NONE.  Never fails. */
const char *icj_field_rule(const struct icj_field *field,
    const struct icj_amendments *office, icj_date day);

/* -- Rules and findings ------------------------------------------------- */

/* How a wording is known, the surest first. */
enum icj_basis {
	ICJ_BASIS_TEXT,     /* the words were seen, with their days */
	ICJ_BASIS_RESTATED, /* the Commission's own dated restatement was */
	ICJ_BASIS_OFFICE,   /* an office states it in a rulebook of its own */
	ICJ_BASIS_UNDATED,  /* the words were seen on a page without a date */
	ICJ_BASIS_DEDUCED,  /* inferred from the wordings before and after */
	ICJ_BASIS_NEAREST   /* not known: the wording before is applied */
};

/* "text", "restated" and so on; "" for anything else.  Never fails. */
const char *icj_basis_name(enum icj_basis b);

/* What is at the end of a wording's days. */
enum icj_end {
	ICJ_END_STANDS,   /* no end is known */
	ICJ_END_CHANGED,  /* it was changed; the new words may not be known */
	ICJ_END_GONE,     /* it left the rules */
	ICJ_END_NOT_KNOWN /* what became of it is not known */
};

/* A wording of a provision. */
struct icj_rule {
	const char *cite;  /* its number: "4-101(2)(d)" */
	icj_date from;     /* first day of this wording */
	icj_date until;    /* first day it no longer holds as held here, or
	                      ICJ_DATE_NONE while no later wording is known */
	const char *says;  /* one sentence */
	enum icj_end end;  /* what is at until */
	enum icj_basis basis;
	const char *source; /* where it was seen */
	const char *change; /* what is known of the time after it, or NULL */
};

enum icj_status {
	ICJ_NOT_MET = 0,
	ICJ_UNDECIDED = 1,
	ICJ_MET = 2,
	ICJ_NOT_APPLICABLE = 3
};

const char *icj_status_name(enum icj_status s);

/* Which facts of a finding or an answer to list. */
enum icj_role { ICJ_USED, ICJ_MISSING, ICJ_ASSUMED };

/* One limb judged.  Lives until the next question put to its report. */
struct icj_finding;
const struct icj_rule *icj_finding_rule(const struct icj_finding *f);
enum icj_status icj_finding_status(const struct icj_finding *f);
/* The i-th fact in that role, NULL beyond the last. */
const struct icj_field *icj_finding_fact(const struct icj_finding *f,
    enum icj_role role, size_t i);

/* The answer to one question, with its findings. */
struct icj_report;
struct icj_report *icj_report_new(void); /* NULL when memory is short */
void icj_report_free(struct icj_report *r);

/* The findings in rulebook order: NULL gives the first, the last gives NULL. */
const struct icj_finding *icj_report_next(const struct icj_report *r,
    const struct icj_finding *prev);
/* The citations that decide, in rulebook order; NULL beyond. */
const char *icj_report_cite(const struct icj_report *r, size_t i);
/* Facts that could still decide it, facts presumed that mattered. */
const struct icj_field *icj_report_fact(const struct icj_report *r,
    enum icj_role role, size_t i);
/* How surely the wordings that decided are those of the day of the step: the
 * weakest of them; and the effective date of the edition it belongs to. */
enum icj_basis icj_report_basis(const struct icj_report *r);
icj_date icj_report_edition(const struct icj_report *r);
#define ICJ_LAW_NOTE 320

/* The i-th sentence of the note that says what is known to have become of the
 * law applied: a later change, that of the latest edition no text is held.
 * False beyond the last. */
bool icj_report_law(const struct icj_report *r, size_t i,
    char buf[ICJ_LAW_NOTE]);
/* Sentences separated by "; ", "" when there is nothing to note. */
const char *icj_report_note(const struct icj_report *r);

/* Whether the answer of a marked case (icj_case_spoil()) asked for a field that
 * is not known, so that its value could have made another answer; of steps that
 * come next it does not tell.  True where that cannot be told: of a case
 * without the mark. */
bool icj_report_asked(const struct icj_report *r,
    const struct icj_field *field);

/* The rows of an area, in rulebook order; NULL beyond. */
const struct icj_rule *icj_rule_at(enum icj_area area, size_t i);

/* -- Eligibility, Rule 4-101 -------------------------------------------- */

/* Whether the juvenile is eligible for transfer of supervision.  NO cites the
 * limbs that fail, UNKNOWN those undecided, YES 4-101(2). */
enum icj_tri icj_eligible(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r);

/* One fact changed. */
struct icj_change {
	const struct icj_field *field;
	char value[32];
};

#define ICJ_CHANGES 12

/* The fewest facts to change or supply so that the answer is YES, in rulebook
 * order, leaving alone what nobody can change.  Returns how many, 0 when it
 * is YES already, -1 when no change of such facts makes it so.  scratch is a
 * case to try on; it is left as c with the changes made. */
int icj_eligible_why_not(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_case *scratch,
    struct icj_report *r, struct icj_change changes[ICJ_CHANGES]);

/* The unknown fact to ask for next: the one whose answers settle most, leaving
 * out the fields of skip.  NULL when the answer is settled or nothing is left
 * to ask.  scratch is a case to try on. */
const struct icj_field *icj_eligible_ask(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_case *scratch,
    struct icj_report *r, const struct icj_field *const *skip, size_t count);

/* -- Duties ------------------------------------------------------------- */

enum icj_duty_kind {
	ICJ_DUTY,      /* must be done by */
	ICJ_MAY,       /* becomes allowed */
	ICJ_MAY_UNTIL, /* is allowed until */
	ICJ_CAP,       /* may not last beyond */
	ICJ_KEEP       /* must be kept through */
};

/* What a wording of a duty sets. */
struct icj_terms {
	const char *owed_by;   /* sending, receiving, holding, home, ... */
	const char *limit;     /* "5 business days" */
	const char *extension; /* NULL: none */
};

/* A duty of the catalogue under one of its wordings. */
struct icj_duty {
	const char *id;        /* "voluntary-return" */
	const struct icj_rule *rule; /* several citations stand between "; " */
	const struct icj_terms *terms;
	const char *standard;  /* the Commission's audit label, or "" */
	enum icj_duty_kind kind;
	const char *trigger;   /* fields, first known one starts it */
	const char *done;      /* fields that end it; NULL: nothing does */
	const char *only_if;   /* NULL: always */
};

/* The duties in rulebook order, each under all its wordings; false beyond the
 * last. */
bool icj_duty_at(size_t i, struct icj_duty *out);
const char *icj_duty_kind_name(enum icj_duty_kind k);

enum icj_due_status {
	ICJ_DUE_WITHDRAWN, ICJ_DUE_MET, ICJ_DUE_LATE, ICJ_DUE_CLOSED,
	ICJ_DUE_HELD, ICJ_DUE_DUE, ICJ_DUE_OVERDUE, ICJ_DUE_WAITING,
	ICJ_DUE_ALLOWED, ICJ_DUE_OPEN, ICJ_DUE_EXPIRED, ICJ_DUE_WITHIN,
	ICJ_DUE_EXCEEDED, ICJ_DUE_FUTURE, /* it starts after the as-of date */
	ICJ_DUE_UNKNOWN, ICJ_DUE_NOT_APPLICABLE, ICJ_DUE_NO_START,
	ICJ_DUE_NOT_IN_FORCE
};

const char *icj_due_status_name(enum icj_due_status s);

#define ICJ_DUE_NOTE 4096

/* A duty of one case, dated. */
struct icj_due {
	struct icj_duty duty; /* under the wording applied */
	const char *rule;                /* the citations that apply to it */
	enum icj_due_status status;
	icj_state owed_by_state;         /* 0: not known */
	const struct icj_field *trigger; /* what started it, or NULL */
	struct icj_time start, due, extended_to, done; /* date NONE: empty */
	int32_t days_left;
	bool has_days_left;
	icj_date edition; /* ICJ_DATE_NONE for NO_START and NOT_IN_FORCE */
	enum icj_basis basis; /* of the wording, for the day of the start */
	bool list_ended; /* the count runs past a list vouched for */
	/* UNKNOWN and not done: were the missing fact to ask for it, it would
	 * be OVERDUE, of a cap EXCEEDED. */
	bool past_due;
	size_t note_len; /* bytes of the note */
	char note[ICJ_DUE_NOTE]; /* sentences separated by "; " */
};

/* Dates the i-th duty of the catalogue for a case.  Returns false beyond the
 * last.  Rows without a trigger date have status NO_START, rows whose only-if
 * is known to fail NOT_APPLICABLE; the caller shows them or not. */
bool icj_due(const struct icj_case *c, const struct icj_context *ctx, size_t i,
    struct icj_due *out);

/* Whether the i-th duty of a case asked for a field that is not known, so that
 * its value could have made another row.  Beyond the last: false. */
bool icj_due_asks(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, const struct icj_field *field);

/* The n-th field for want of whose column it cannot be known whether the i-th
 * duty was done, though a column can start it; NULL beyond the last. */
const struct icj_field *icj_due_lacks(const struct icj_case *c, size_t i,
    size_t n);

/* The first duty from the i-th on that may have begun in a case, for all
 * before it have no trigger date; beyond the last if there is none. */
size_t icj_due_next(const struct icj_case *c, size_t i);

/* -- Travel permits, Rule 8-101 ----------------------------------------- */

enum icj_permit_need {
	ICJ_PERMIT_UNKNOWN = 0,
	ICJ_PERMIT_NOT_MANDATORY = 1,
	ICJ_PERMIT_MANDATORY = 2,
	ICJ_PERMIT_EXCLUDED = 3 /* a residential facility, 8-101(2) */
};

/* "not-mandatory" and so on.  Never fails. */
const char *icj_permit_need_name(enum icj_permit_need need);

/* Whose judgement it is to approve the travel, 8-101(4). */
enum icj_approval {
	ICJ_APPROVAL_UNKNOWN = 0,
	ICJ_APPROVAL_SUPERVISING_PERSON = 1,
	ICJ_APPROVAL_SENDING_STATE = 2
};

#define ICJ_PERMIT_PROBLEMS 8

/* What else is known of a permit. */
struct icj_permit {
	enum icj_permit_need need;
	enum icj_approval approval;
	icj_date last_day; /* that it may cover, or ICJ_DATE_NONE */
	bool on_file;      /* some date of a permit is known */
	bool excluded;     /* known to be placed in a residential facility */
	bool as_of_mattered;
	/* Citations of what is wrong with the permit on file, in rulebook
	 * order, up to a NULL; they live as long as the library. */
	const char *problem[ICJ_PERMIT_PROBLEMS + 1];
};

/* Whether a travel permit is mandatory, and what is wrong with the one on
 * file.  MANDATORY cites the limbs met, NOT_MANDATORY 8-101(1), EXCLUDED
 * 8-101(2), UNKNOWN what is undecided; only what could decide the need is
 * listed as missing.  The context's calendar is needed. */
enum icj_permit_need icj_permit(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_permit *out);

/* -- Returns, Rules 6-101 to 7-107, 5-103(3), 4-104(6) ------------------ */

/* The methods, in the order in which they are tried. */
enum icj_procedure {
	ICJ_RETURN_UNKNOWN = 0,
	ICJ_RETURN_ICPC = 1,         /* left to the other compact, 6-104 */
	ICJ_RETURN_RETAKING = 2,     /* 5-103(3) */
	ICJ_RETURN_RELEASE = 3,      /* to a parent, 6-101(1)(a) */
	ICJ_RETURN_ADULT_WAIVER = 4, /* 6-102(5) */
	ICJ_RETURN_VOLUNTARY = 5,    /* 6-102 */
	ICJ_RETURN_FORM_I = 6,       /* requisition, 6-103 */
	ICJ_RETURN_FORM_II = 7,      /* requisition, 6-103A */
	ICJ_RETURN_NONE = 8,         /* neither in custody nor found */
	ICJ_RETURN_UNCLASSIFIED = 9  /* the wording covers nobody such */
};

/* NONE is an empty text: the question does not arise. */
enum icj_detention {
	ICJ_DETENTION_NONE = 0,
	ICJ_DETENTION_UNKNOWN = 1,
	ICJ_DETENTION_SECURE = 2,       /* in a secure facility, 6-101(2) */
	ICJ_DETENTION_NOT_REQUIRED = 3, /* no secure facility is required */
	ICJ_DETENTION_JUDGEMENT = 4     /* the holding state's law decides */
};

enum icj_escort {
	ICJ_ESCORT_NONE = 0,
	ICJ_ESCORT_UNKNOWN = 1,
	ICJ_ESCORT_REQUIRED = 2,
	ICJ_ESCORT_WAIVED = 3,
	ICJ_ESCORT_JUDGEMENT = 4 /* the home state's office decides, 7-102(1) */
};

enum icj_bond {
	ICJ_BOND_NONE = 0, /* no fact of a warrant is given */
	ICJ_BOND_UNKNOWN = 1,
	ICJ_BOND_BARRED = 2,
	ICJ_BOND_NOT_BARRED = 3,
	ICJ_BOND_JUDGEMENT = 4 /* an adult court's warrant, 7-104(5) */
};

/* "requisition-form-i", "not-required", ...  Never fail. */
const char *icj_procedure_name(enum icj_procedure p);
const char *icj_detention_name(enum icj_detention d);
const char *icj_escort_name(enum icj_escort e);
const char *icj_bond_name(enum icj_bond b);

/* Forms, as bits; A and the rights form are optional. */
enum icj_form {
	ICJ_FORM_I = 1, ICJ_FORM_II = 2, ICJ_FORM_III = 4, ICJ_FORM_A = 8,
	ICJ_FORM_IA_VI = 16, ICJ_FORM_ADULT_WAIVER = 32,
	ICJ_FORM_JUVENILE_RIGHTS = 64
};

/* The name of the i-th bit, "form-i" first; NULL beyond. */
const char *icj_form_name(size_t i);

#define ICJ_HOLDS 2

/* How a juvenile is returned. */
struct icj_return {
	icj_date on;                /* the day whose law was applied, */
	const struct icj_amendments *amendments; /* and by whose wordings */
	enum icj_procedure procedure;
	enum icj_detention detention;
	enum icj_escort escort;
	enum icj_bond bond;
	unsigned forms;             /* enum icj_form bits */
	icj_state pays;             /* bears the return; 0: not known, none */
	icj_state detention_pays;   /* bears the detention, 7-105(2) */
	enum icj_tri home_failed;   /* the time of 7-105(1) was missed */
	enum icj_tri parties;       /* both states are compacting states */
	const char *type;           /* as return_type has it, or NULL */
	/* Citations of what forbids moving the juvenile now, up to a NULL. */
	const char *hold[ICJ_HOLDS + 1];
	bool hold_unknown;          /* whether something forbids is not known */
};

/* The method of return and what goes with it, as of ctx->as_of.  The report
 * has the citations that decide and the facts that could still decide what is
 * unknown.  The context's calendar is needed. */
enum icj_procedure icj_return(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_return *out);

/* One thing to do.  All texts live as long as the library. */
struct icj_step {
	const char *text; /* a sentence */
	const char *who;  /* "judge in the holding state" */
	const char *rule;
	icj_state state;  /* of whoever owes it, 0: not known */
	struct icj_duty duty; /* that dates it; id NULL: it has no number */
	enum icj_due_status status;  /* of the duty */
	struct icj_time due; /* extended or not; date NONE: none yet */
	icj_date done;       /* ICJ_DATE_NONE: not recorded */
};

/* The i-th step of the method answered for the case, in order; false beyond
 * the last.  Dates are those of icj_due(). */
bool icj_return_step(const struct icj_case *c, const struct icj_context *ctx,
    const struct icj_return *answer, size_t i, struct icj_step *out);

/* One document of the packet. */
struct icj_paper {
	const char *name;
	const char *rule;
	bool required; /* else it may be added */
};

/* The i-th document the method answered needs, false beyond the last. */
bool icj_return_paper(const struct icj_case *c,
    const struct icj_return *answer, size_t i, struct icj_paper *out);

/* -- Dues, Rule 2-101 --------------------------------------------------- */

/* A state's share is the mean of its share of the population and its share
 * of the juveniles sent and received.  All of it is exact: shares are
 * fractions, amounts whole dollars.  Nothing is allocated, the caller owns
 * every array.  A number below 0 is one that was not given. */

/* The most that is taken of anything; within these no product can wrap. */
#define ICJ_DUES_MAX_COUNT 999999999 /* people, juveniles */
#define ICJ_DUES_MAX_US INT64_C(99999999999)
#define ICJ_DUES_MAX_MONEY INT64_C(999999999999999) /* dollars */

/* A fraction in lowest terms, each number as its upper and lower 64 bits. */
struct icj_ratio {
	uint64_t num[2], den[2];
};

#define ICJ_RATIO_SIZE 80
#define ICJ_DECIMAL_SIZE 56

/* Writes "3/40" and a NUL.  Never fails. */
char *icj_ratio_format(const struct icj_ratio *r, char buf[ICJ_RATIO_SIZE]);

/* Writes 12 decimals, half to even: "0.075000000000".  Never fails for a
 * share or a sum of shares. */
char *icj_ratio_decimal(const struct icj_ratio *r, char buf[ICJ_DECIMAL_SIZE]);

/* Reads "1234567" or "1,234,567", from 0 to max, which is ICJ_DUES_MAX_MONEY at
 * the most; nothing else may stand there but a point and zeros.  ICJ_OK or
 * ICJ_E_COUNT. */
enum icj_err icj_whole_parse(const char *text, size_t len, int64_t max,
    int64_t *out);

enum icj_dues_err {
	ICJ_DUES_OK = 0,
	ICJ_DUES_E_STATE = 401,         /* not one of the 56 states */
	ICJ_DUES_E_TWICE = 402,         /* a state that stood there before */
	ICJ_DUES_E_POPULATION = 403,    /* population not given */
	ICJ_DUES_E_TRANSFERS = 404,     /* sent, received not both given */
	ICJ_DUES_E_RANGE = 405,         /* above the most that is taken */
	ICJ_DUES_E_DISAGREE = 406,      /* transfers is not sent + received */
	ICJ_DUES_E_NO_STATE = 407,      /* no row at all, or more than 56 */
	ICJ_DUES_E_NO_TRANSFERS = 408,  /* nobody was sent or received */
	ICJ_DUES_E_NO_POPULATION = 409, /* nobody lives there */
	ICJ_DUES_E_US = 410,            /* the US smaller than a state of it */
	ICJ_DUES_E_NOT_ONE = 411,       /* a budget, shares not summing to 1 */
	ICJ_DUES_E_BOUND = 412,         /* not a decimal that is taken */
	ICJ_DUES_E_TIER_START = 413,    /* the first tier is not from 0 */
	ICJ_DUES_E_TIER_RISE = 414,     /* a tier that ends before it starts */
	ICJ_DUES_E_TIER_GAP = 415,      /* not from where the last tier ended */
	ICJ_DUES_E_TIER_NONE = 416,     /* a share that no tier holds */
	ICJ_DUES_E_NULL = 417           /* an argument of a function is null */
};

/* One clause: "the state was in an earlier row".  Never fails. */
const char *icj_dues_strerror(enum icj_dues_err err);

/* What is known of one state.  transfers may stand for sent and received. */
struct icj_dues_row {
	icj_state state;
	int64_t population;
	int64_t sent, received, transfers;
};

/* The rule says "a plus b divided by two": the mean of both, or literally
 * the half of b only, which makes all shares sum to 3/2. */
enum icj_reading { ICJ_MEAN = 0, ICJ_LITERAL = 1 };

/* Zero-initialised: the mean, over the population of the rows given. */
struct icj_dues_options {
	int64_t us_population; /* 0: the sum of the rows */
	int64_t budget;        /* dollars to divide; 0: none */
	enum icj_reading reading;
	bool scale; /* divide the budget in proportion, whatever the sum is */
};

struct icj_dues_share {
	struct icj_ratio population, transfers, share;
	int64_t amount; /* 0 without a budget */
};

/* What holds for all rows together. */
struct icj_dues_total {
	size_t row;            /* of an error: the row, or the count of rows */
	int64_t population;    /* of the rows */
	int64_t us_population; /* the denominator used */
	int64_t transfers;     /* the denominator used: each has two ends */
	int64_t sent, received; /* -1: some row does not tell them apart */
	struct icj_ratio sum;  /* of the shares */
	bool not_one;          /* a warning: the sum is not 1 */
	bool uneven;           /* a warning: sent and received differ */
};

/* What is wrong with row i in itself and after the rows before it. */
enum icj_dues_err icj_dues_row_check(const struct icj_dues_row *row, size_t i);

/* Divides the dues among count rows, 1 to 56, share[i] for row[i].  With a
 * budget the amounts sum to it and each is within a dollar of its quota: what
 * is left over the whole dollars goes to the largest remainders, of equal
 * ones to the larger share, then to the earlier code.  On an error only
 * total->row is meant, but after ICJ_DUES_E_NOT_ONE all but the amounts. */
enum icj_dues_err icj_dues(const struct icj_dues_row *row, size_t count,
    const struct icj_dues_options *options, struct icj_dues_share *share,
    struct icj_dues_total *total);

/* One tier of a table: shares from the lower bound, which is in it, to below
 * the upper, which is not.  Bounds count 10^-18. */
struct icj_dues_tier {
	uint64_t from, below;
	int64_t amount;
};

#define ICJ_NO_BOUND UINT64_MAX /* as below, in the last tier */

/* Reads "0.02" exactly: below 10, at most 18 decimals, no sign. */
enum icj_dues_err icj_bound_parse(const char *text, size_t len, uint64_t *out);

/* Whether the tiers start at 0 and rise without a gap; if not, *bad is the
 * tier that is wrong. */
enum icj_dues_err icj_dues_tiers_check(const struct icj_dues_tier *tier,
    size_t count, size_t *bad);

/* The tier that holds a share, compared exactly; count if none does. */
size_t icj_dues_tier_find(const struct icj_dues_tier *tier, size_t count,
    const struct icj_ratio *share);

/* The rows of Rule 2-101 that are applied, the parts, then the formula; NULL
 * beyond. */
const struct icj_rule *icj_dues_rule_at(size_t i);

/* -- Referrals, Rules 2-105, 4-102 to 4-104 ----------------------------- */

/* Which of the two states. */
enum icj_side {
	ICJ_SIDE_NONE = 0,
	ICJ_SIDE_UNKNOWN = 1,
	ICJ_SIDE_SENDING = 2,
	ICJ_SIDE_RECEIVING = 3,
	ICJ_SIDE_BOTH = 4
};

/* Whether the packet has the documents that the rules demand of it. */
enum icj_packet {
	ICJ_PACKET_UNKNOWN = 0,
	ICJ_PACKET_INCOMPLETE = 1,
	ICJ_PACKET_COMPLETE = 2,
	ICJ_PACKET_NOT_APPLICABLE = 3 /* neither probation nor parole */
};

/* Placement before supervision is accepted.  NONE: it is accepted. */
enum icj_early {
	ICJ_EARLY_NONE = 0,
	ICJ_EARLY_UNKNOWN = 1,
	ICJ_EARLY_CLOSED = 2,
	ICJ_EARLY_JUDGEMENT = 3, /* open if the sending state finds it right */
	ICJ_EARLY_OPEN = 4       /* and it did, or was given instructions */
};

/* A decision on file: who made it and whether it is signed. */
enum icj_form_of_decision {
	ICJ_DECISION_NONE = 0,
	ICJ_DECISION_UNKNOWN = 1,
	ICJ_DECISION_DEFECTIVE = 2,
	ICJ_DECISION_IN_ORDER = 3
};

/* A denial on file, or one that could be.  NONE: the question is not raised. */
enum icj_denial {
	ICJ_DENIAL_NONE = 0,
	ICJ_DENIAL_UNKNOWN = 1,
	ICJ_DENIAL_BARRED = 2,    /* by 4-104(3), or the exception of (4) */
	ICJ_DENIAL_NO_GROUND = 3, /* no ground that the rule names is there */
	ICJ_DENIAL_MAY = 4,       /* none on file; the receiving state may */
	ICJ_DENIAL_DEFECTIVE = 5, /* the ground is there, the form is not */
	ICJ_DENIAL_VALID = 6      /* the denial on file stands */
};

/* "complete", "no-ground", ...; "" for NONE.  Never fail. */
const char *icj_side_name(enum icj_side s);
const char *icj_packet_name(enum icj_packet p);
const char *icj_early_name(enum icj_early e);
const char *icj_decision_name(enum icj_form_of_decision d);
const char *icj_denial_name(enum icj_denial d);

#define ICJ_REFERRAL_RULES 4

/* What may let a juvenile be placed before acceptance, as bits. */
enum icj_early_by {
	ICJ_EARLY_BY_PAROLE_PERMIT = 1,   /* a permit for a parolee */
	ICJ_EARLY_BY_INSTRUCTIONS = 2,    /* reporting instructions */
	ICJ_EARLY_BY_OFFENDER_PERMIT = 4, /* a juvenile sex offender's */
	ICJ_EARLY_BY_TRAVEL_PERMIT = 8    /* any other */
};

/* What else is known of a referral.  Citations run up to a NULL and live as
 * long as the library. */
struct icj_referral {
	icj_date on; /* the day whose law was applied, */
	const struct icj_amendments *amendments; /* and by whose wordings */
	enum icj_packet packet;
	enum icj_early early;
	unsigned early_by; /* enum icj_early_by bits: by what it may be so */
	const char *early_rule[ICJ_REFERRAL_RULES + 1];
	enum icj_side responsible;
	icj_state responsible_state; /* 0: not named */
	enum icj_form_of_decision decision;
	enum icj_denial denial;
	const char *denial_rule[ICJ_REFERRAL_RULES + 1];
	uint64_t documents; /* that are asked, for icj_referral_document() */
};

/* Whether the packet is complete, and what goes with a referral: placement
 * before acceptance, who is responsible, and a denial.  COMPLETE cites what
 * demands the documents, INCOMPLETE what is not met, UNKNOWN what is
 * undecided.  The report's missing facts are those of all the answers. */
enum icj_packet icj_referral(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_referral *out);

enum icj_demand {
	ICJ_SHALL,  /* the packet must have it */
	ICJ_SHOULD, /* it is expected, if there is one */
	ICJ_LATER,  /* it is owed by an event after the packet */
	ICJ_IF_AVAILABLE /* it is owed with the packet, if there is one */
};

/* One document, or the choice of one out of several. */
struct icj_document {
	const char *name; /* "form-iv", "petition or arrest-report" */
	const char *rule;
	enum icj_demand demand;
	enum icj_tri there; /* UNKNOWN: no list of documents is given */
	const char *when;   /* "before placement", "if available" or "" */
	icj_date day;       /* of that event, ICJ_DATE_NONE: not known */
};

/* The i-th document that is asked of the case, in rulebook order; false
 * beyond the last.  Only demands that are known to apply. */
bool icj_referral_document(const struct icj_case *c,
    const struct icj_referral *answer, size_t i, struct icj_document *out);

/* The i-th step of a referral, as icj_return_step() has them.  The context's
 * calendar is needed. */
bool icj_referral_step(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_referral *answer,
    size_t i, struct icj_step *out);

/* -- Supervision, Rules 2-104 and 5-101 to 5-104 ------------------------ */

/* Whether a report or reply on file has what the rules ask of it.  NONE:
 * there is none on file. */
enum icj_contents {
	ICJ_CONTENTS_NONE = 0,
	ICJ_CONTENTS_UNKNOWN = 1,
	ICJ_CONTENTS_INCOMPLETE = 2,
	ICJ_CONTENTS_COMPLETE = 3
};

/* May the sending state retake now?  NONE: the question is not raised. */
enum icj_retake {
	ICJ_RETAKE_NONE = 0,
	ICJ_RETAKE_UNKNOWN = 1,
	ICJ_RETAKE_NO = 2,
	ICJ_RETAKE_YES = 3
};

/* May the receiving state close?  NONE: nothing on file raises it. */
enum icj_close {
	ICJ_CLOSE_NONE = 0,
	ICJ_CLOSE_UNKNOWN = 1,
	ICJ_CLOSE_MAY_NOT = 2,
	ICJ_CLOSE_MAY = 3
};

/* May the receiving state determine that the supervision failed?  NONE: nothing
 * on file raises it, or the rules of the day have no such thing.  The
 * determination itself is that state's judgement. */
enum icj_failure {
	ICJ_FAILURE_NONE = 0,
	ICJ_FAILURE_UNKNOWN = 1,
	ICJ_FAILURE_NO = 2,
	ICJ_FAILURE_MAY = 3
};

/* A condition added to the supervision.  NONE: there is none on file. */
enum icj_condition {
	ICJ_CONDITION_NONE = 0,
	ICJ_CONDITION_UNKNOWN = 1,
	ICJ_CONDITION_BARRED = 2,
	ICJ_CONDITION_ALLOWED = 3
};

/* Whose cost something is.  The rules often say only whose it is not. */
enum icj_cost {
	ICJ_COST_NONE = 0,
	ICJ_COST_UNKNOWN = 1,
	ICJ_COST_SENDING = 2,
	ICJ_COST_RECEIVING = 3,
	ICJ_COST_NOT_SENDING = 4
};

/* "complete", "may-not", ...; "" for NONE.  Never fail. */
const char *icj_contents_name(enum icj_contents c);
const char *icj_retake_name(enum icj_retake r);
const char *icj_failure_name(enum icj_failure f);
const char *icj_close_name(enum icj_close c);
const char *icj_condition_name(enum icj_condition c);
const char *icj_cost_name(enum icj_cost c);

#define ICJ_SUPERVISE_RULES 6

/* What the rules say of a juvenile under supervision.  Citations run up to a
 * NULL and live as long as the library. */
struct icj_supervise {
	icj_date on; /* the day whose law was applied, */
	const struct icj_amendments *amendments; /* and by whose wordings */
	enum icj_contents report, absconder_report, search, reply;
	enum icj_retake retake;
	const char *retake_rule[ICJ_SUPERVISE_RULES + 1];
	enum icj_close close;
	const char *close_rule[ICJ_SUPERVISE_RULES + 1];
	icj_date close_from; /* first day to come on which it may, or NONE */
	enum icj_condition condition;
	enum icj_cost condition_cost, sanction_cost, treatment_cost;
	const char *problem[ICJ_SUPERVISE_RULES + 1];
	enum icj_failure failure;
	const char *failure_rule[ICJ_SUPERVISE_RULES + 1];
	uint32_t items; /* that are asked, for icj_supervise_item() */
};

/* Answers all of these as of ctx->as_of.  The report cites nothing; its
 * missing facts are those of all the answers.  The context's calendar is
 * needed. */
void icj_supervise(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_report *r, struct icj_supervise *out);

/* One thing that a report, the search or a reply on file has to have. */
struct icj_item {
	const char *of;   /* "violation report" */
	const char *name; /* as the fields write it: "recommendation" */
	const char *rule;
	enum icj_tri there; /* YES also where it is not called for */
};

/* The i-th item asked of what is on file, in rulebook order; false beyond
 * the last. */
bool icj_supervise_item(const struct icj_case *c,
    const struct icj_context *ctx, const struct icj_supervise *answer,
    size_t i, struct icj_item *out);

/* The i-th step of a supervision, as icj_referral_step() has them. */
bool icj_supervise_step(const struct icj_case *c,
    const struct icj_context *ctx, size_t i, struct icj_step *out);

/* Whose law or authority decides a matter. */
struct icj_competence {
	char matter[80];
	enum icj_side side;
	const char *rule;
};

/* The matters by the law of a day, as an office has it or, NULL, as it is held;
 * in rulebook order; false beyond. */
bool icj_competence_at(size_t i, icj_date on,
    const struct icj_amendments *amendments, struct icj_competence *out);

/* -- The rulebook ------------------------------------------------------- */

/* What a paragraph is, as bits: what it sets, or how a term is defined. */
enum icj_kind {
	ICJ_KIND_DEADLINE = 1,    /* due some time after a trigger */
	ICJ_KIND_BEFORE = 2,      /* due some time before an event */
	ICJ_KIND_WINDOW = 4,      /* allowed or due within a window */
	ICJ_KIND_LENGTH = 8,      /* a limit on a length of time */
	ICJ_KIND_PREDICATE = 16,  /* decided by facts */
	ICJ_KIND_LIST = 32,       /* what a document or packet contains */
	ICJ_KIND_AUTHORITY = 64,  /* who alone may act or decide */
	ICJ_KIND_BAN = 128,       /* a prohibition */
	ICJ_KIND_COST = 256,      /* who pays */
	ICJ_KIND_DUTY = 512,      /* an obligation without a number */
	ICJ_KIND_OPEN = 1024,     /* nothing that could be measured */
	ICJ_KIND_GONE = 2048,     /* rescinded or expired */
	ICJ_KIND_FORMULA = 4096,
	ICJ_KIND_ROLE = 8192,     /* a term for a part somebody has in a case */
	ICJ_KIND_PAPER = 16384,   /* a term for a kind of document or act */
	ICJ_KIND_NAME = 32768,    /* a term for an institution or a notion */
	ICJ_KIND_HEADING = 65536  /* a title, or a text that only leads in */
};

/* What becomes of a paragraph here, as bits. */
enum icj_disposition {
	ICJ_COMPUTED = 1,
	ICJ_DATED = 2,      /* a duty, permission or limit with dates */
	ICJ_LISTED = 4,     /* a list of documents or contents */
	ICJ_JUDGED = 8,     /* left to somebody, who is named */
	ICJ_UNMEASURED = 16, /* a duty without a measure */
	ICJ_RESCINDED = 32,
	ICJ_DEFINED = 64,   /* a word explained, nothing to decide */
	ICJ_TITLE = 128,
	ICJ_NOT_SEEN = 256  /* what it says by a later edition is not known */
};

/* A section, a rule, a numbered paragraph or a term of Rule 1-101.  Texts
 * that may be NULL say so; lists are separated by "; ". */
struct icj_paragraph {
	const char *cite;    /* "6-102(8)", "1-101 Absconder", "600" */
	const char *title;   /* of a section, a rule, a term; NULL for a limb */
	const char *says;    /* in a sentence or two, not the rule's words; NULL
	                        where a wording has it: icj_paragraph_says() */
	unsigned provision;  /* then 1 + the index of its provision; else 0 */
	unsigned goes_with;  /* the same of one of another number, with which
	                        it is known or not; 0: those of its own */
	icj_date from;       /* first day of the wording summarised */
	icj_date until;      /* first day it no longer holds as held here, NONE
	                        while no later wording is known */
	bool change_known;   /* until is the day of a change; else the wording
	                        stood at least until then */
	const char *later;   /* what is known of the change; NULL */
	const char *history; /* days on which a wording took effect */
	const char *former;  /* number before 2014-04-01; NULL */
	unsigned kinds;      /* enum icj_kind bits */
	unsigned instead;    /* enum icj_disposition bits, if not what the kinds
	                        say; 0 */
	const char *because; /* then why; else NULL */
	const char *who;     /* to whom it is left; NULL */
	const char *tool;    /* the tools that compute or list it; NULL */
	const char *row;     /* where their rows cite another paragraph; NULL */
	const char *forms;   /* NULL */
	const char *reading; /* the reading taken; NULL */
};

/* The paragraphs of the text of 2015 in rulebook order; NULL beyond.  Never
 * fails. */
const struct icj_paragraph *icj_paragraph_at(size_t i);

/* What later editions brought, in rulebook order; NULL beyond.  One number can
 * stand there more than once, and be that of another paragraph of 2015. */
const struct icj_paragraph *icj_paragraph_later_at(size_t i);

/* What it says, in a sentence or two; NULL for NULL. */
const char *icj_paragraph_says(const struct icj_paragraph *p);

/* What the kinds come to, or what is said to hold instead. */
unsigned icj_paragraph_disposition(const struct icj_paragraph *p);

/* The name of one bit: "PRED", "dated duty"; "" for anything else. */
const char *icj_kind_name(unsigned kind);
const char *icj_disposition_name(unsigned disposition);
/* The same by the law of a day, whatever the number of a paragraph of 2015
 * then: RESCINDED if all that is held of it is gone, NOT_SEEN if no wording of
 * that day is held; 0 before the first of what came later. */
unsigned icj_paragraph_on(const struct icj_paragraph *p, icj_date day);

/* How far below a section it stands: 0 a section, 1 a rule, 2 and more its
 * limbs and the terms. */
int icj_paragraph_depth(const struct icj_paragraph *p);

/* The section, rule or paragraph it belongs to, NULL for a section. */
const struct icj_paragraph *icj_paragraph_parent(
    const struct icj_paragraph *p);

/* Looks up a citation, however it is written ("Rule 4-101.2.d"), a term or
 * words of a term or title.  A citation gives the paragraph, and both where a
 * number stands for two; a term gives the term, then what else bears the
 * word.  Returns how many there are, the first max of them in out. */
size_t icj_paragraph_find(const char *text, size_t len,
    const struct icj_paragraph **out, size_t max);

/* The one most like a text that finds nothing.  Never NULL. */
const struct icj_paragraph *icj_paragraph_near(const char *text, size_t len);

/* Whether a list of citations ("7-101; 7-105(1)") names the paragraph. */
bool icj_paragraph_cited(const struct icj_paragraph *p, const char *cites);

/* -- Provisions under all their wordings --------------------------------- */

/* A wording of a provision. */
struct icj_wording {
	const char *provision;         /* a name that never changes */
	const struct icj_rule *rule;
	const struct icj_terms *terms; /* of a duty; else NULL */
	icj_date gone; /* from when it is known to be gone, ICJ_DATE_NONE */
};

/* The k-th wording of the i-th provision, oldest first, with those of an office
 * or, NULL, without; false beyond the last, of wordings and, for k = 0, of
 * provisions. */
bool icj_wording_at(size_t i, size_t k,
    const struct icj_amendments *amendments, struct icj_wording *out);

/* Whether two wordings say the same, whatever their numbers. */
bool icj_wording_same(const struct icj_wording *a,
    const struct icj_wording *b);

enum icj_standing {
	ICJ_STANDING_HELD,    /* its wording of that day is held */
	ICJ_STANDING_NOT_YET, /* the rules had no such thing yet */
	ICJ_STANDING_GONE,    /* nor any more */
	ICJ_STANDING_NOT_KNOWN /* what they said that day is not known */
};

/* How the i-th provision stands on a day, with the wording applied; of what is
 * gone the last, of what is not yet the first.  As an office has it; NULL: as
 * it is held.  False beyond the last. */
bool icj_provision_on(size_t i, icj_date day,
    const struct icj_amendments *amendments, enum icj_standing *standing,
    struct icj_wording *out);

enum icj_amendment {
	ICJ_AMENDMENT_NONE,
	ICJ_AMENDMENT_ABSENT, /* on neither day */
	ICJ_AMENDMENT_RENUMBERED, ICJ_AMENDMENT_CHANGED, ICJ_AMENDMENT_NEW,
	ICJ_AMENDMENT_GONE,
	ICJ_AMENDMENT_NOT_KNOWN /* of one of the days, or of both */
};

/* What became of the i-th provision from the earlier of two days to the later,
 * as an office has it or, NULL, as it is held; false beyond the last. */
bool icj_provision_amended(size_t i, icj_date a, icj_date b,
    const struct icj_amendments *amendments, enum icj_amendment *change,
    struct icj_wording *before, struct icj_wording *after);
/* "renumbered" and so on; "" for anything else.  Never fails. */
const char *icj_amendment_name(enum icj_amendment c);

/* -- An office's own rulebook -------------------------------------------- */

/* What an office states of a provision. */
enum icj_amend_to {
	ICJ_AMEND_SAME,   /* the last wording held goes on */
	ICJ_AMEND_GONE,   /* it has left the rules */
	ICJ_AMEND_CHANGED /* it goes on, but for what is said */
};

/* One provision as an office reads it in a text that is not held here.  What is
 * NULL, or 0, stays as it was. */
struct icj_amend {
	const char *provision; /* its name, as struct icj_wording has it */
	icj_date from;         /* on which a wording of it is not held */
	enum icj_amend_to to;
	const char *source;    /* where the office saw it; needed */
	/* Of CHANGED only: */
	const char *cite;
	const char *sentence;
	int32_t number;        /* of days or hours: 1 to 9999 */
	const char *unit;      /* "calendar-days", "business-days", ... */
	const char *extension; /* "none", "both-offices", "on-request" */
	int32_t cap;           /* business days more at most; -1: no cap */
	const char *owed_by;   /* "sending", ... as struct icj_terms has it */
};

/* What the i-th provision is on a day before anything is amended, as a form to
 * be filled in: number, unit, extension and so on where there are any; cap is 0
 * also where it is not known.  False beyond the last, or where a wording is
 * held of that day, or none before it. */
bool icj_amend_form(size_t i, icj_date day, struct icj_amend *out);

/* Whether the i-th of so many amendments can be made, together with those that
 * have an earlier day.  If not, member names what of it is wrong, as the struct
 * has it; member may be NULL. */
enum icj_err icj_amend_check(const struct icj_amend *amend, size_t count,
    size_t i, const char **member);

/* The rulebook with amendments, for icj_context and whoever reads wordings.  In
 * any order.  They apply from their own days, until the next day on which a
 * wording is known or the next edition takes effect, of which they say nothing;
 * what is gone stays so.  Wordings that are held stay as they are.  Copies what it is
 * given.  NULL when memory is short, or when one of them cannot be made.
 * Constant once made: any number of threads may read it.  It must outlive all
 * reports, counts and answers made by it. */
struct icj_amendments *icj_amendments_new(const struct icj_amend *amend,
    size_t count);
void icj_amendments_free(struct icj_amendments *a);

/* Whether a list of citations ("7-101; 7-105(1)") has the one that somebody
 * writes, or with below one of its limbs. */
bool icj_cites(const char *cites, const char *text, size_t len, bool below);

#define ICJ_TERM_FACTS 16

/* A term of Rule 1-101 held against the facts of a case. */
struct icj_term {
	const struct icj_paragraph *paragraph;
	bool in_force; /* the rules have the term on the day of the step */
	enum icj_tri holds;
	/* Facts read, still missing (only where it is not decided), presumed
	 * absent; up to a NULL. */
	const struct icj_field *used[ICJ_TERM_FACTS + 1];
	const struct icj_field *missing[ICJ_TERM_FACTS + 1];
	const struct icj_field *assumed[ICJ_TERM_FACTS + 1];
	icj_date edition;
	enum icj_basis basis;
	const char *says; /* what the facts have to be */
};

/* Judges the i-th computed term, in rulebook order; false beyond the last.
 * The date of the step is that of the transfer request, the detention or the
 * travel, else the as-of date. */
bool icj_term(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, struct icj_term *out);

/* -- Votes and other acts of the Commission ----------------------------- */

/* Rules 2-101(1), 2-103 and 9-101 to 9-105, in the order of the answer. */
enum icj_vote_part {
	ICJ_VOTE_ITSELF,        /* carried or lost */
	ICJ_VOTE_NOTICE,        /* states all that it must, and in time */
	ICJ_VOTE_EMERGENCY,     /* a ground of 2-103(10) is there */
	ICJ_VOTE_DISPUTE,       /* may go to formal resolution */
	ICJ_VOTE_PANEL,         /* of arbitrators, is in order */
	ICJ_VOTE_SUSPENSION,    /* or termination, may be imposed */
	ICJ_VOTE_TOLD,          /* all who must be told afterwards were */
	ICJ_VOTE_WITHDRAWAL,    /* has taken effect */
	ICJ_VOTE_DISSOLUTION,   /* of the compact */
	ICJ_VOTE_REINSTATEMENT, /* of a state */
	ICJ_VOTE_PARTS
};

/* How a part stands: "carried", "incomplete"; "" where it is not applicable,
 * but for ICJ_VOTE_ITSELF, of which it is said.  Never fails. */
const char *icj_vote_name(enum icj_vote_part part, enum icj_status status);

#define ICJ_VOTE_LACKS 16
#define ICJ_VOTE_STEPS 3

/* What else is known of a matter.  Lists run up to a NULL, all texts live as
 * long as the library. */
struct icj_vote {
	/* NOT_APPLICABLE: the question is not raised by the matter. */
	enum icj_status part[ICJ_VOTE_PARTS];
	int32_t needed;         /* least votes that carry it; -1: not known */
	const char *lacks[ICJ_VOTE_LACKS + 1]; /* what notices leave out */
	const char *steps[ICJ_VOTE_STEPS + 1]; /* left before suspension */
	const char *pays;       /* "loser", "defaulting-state"; "": nobody */
	const char *impossible; /* numbers that contradict; NULL: none do */
};

/* What became of one matter before the Commission.  The report cites what
 * decides, in the order of the parts; members that are not given are counted
 * on the day of the vote, which strict does not allow.  The context's calendar
 * is needed. */
enum icj_status icj_vote(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_vote *out);

/* -- Counts, Rule 2-102 ------------------------------------------------- */

enum icj_by { ICJ_BY_MONTH, ICJ_BY_QUARTER, ICJ_BY_YEAR, ICJ_BY_FISCAL_YEAR };

#define ICJ_PERIOD_SIZE 12

/* The period a day lies in, as a number that rises with time.  A fiscal year
 * runs from July 1 and is named after the year it ends in. */
int32_t icj_period_of(enum icj_by by, icj_date day);
/* Its first day; ICJ_DATE_NONE beyond the calendar. */
icj_date icj_period_start(enum icj_by by, int32_t period);
/* Writes "2015-03", "2015-Q1", "2015" or "FY2015" and a NUL. */
char *icj_period_format(enum icj_by by, int32_t period,
    char buf[ICJ_PERIOD_SIZE]);

/* What the rule names, or the summary that states once had to send. */
enum icj_layout { ICJ_LAYOUT_RULE, ICJ_LAYOUT_ANNUAL };

/* One thing that is counted. */
struct icj_measure {
	const char *id;       /* "runaways-returned-out" */
	struct icj_rule rule;
	enum icj_layout layout;
	const char *event;    /* fields; the first known one dates it */
	const char *state;    /* the field that says whose count it is */
	int other;            /* the measure of the other state, -1: none */
	int part_of;          /* the measure it is a share of, -1: none */
};

/* The measures, those of the rule first; NULL beyond. */
const struct icj_measure *icj_measure_at(size_t i);

/* Whether a record counts in one measure. */
struct icj_tally {
	const struct icj_measure *measure;
	enum icj_tri counts;
	icj_state state;   /* 0: not known, then counts is UNKNOWN or NO */
	icj_date day;      /* of the event, NONE: no such event recorded */
	const struct icj_field *lacks; /* of UNKNOWN: a fact to ask for */
	icj_date edition;
	enum icj_basis basis; /* how surely it was the wording of the day */
	bool later;        /* its event lies after the as-of date: NO */
};

/* Judges the i-th measure for a record; false beyond the last.  An event that
 * is not recorded does not count, nor one after the as-of date, if there is
 * one; a record with `withdrawn` counts nowhere. */
bool icj_tally(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, struct icj_tally *out);

/* Whether where the case counts under measure i hangs on a field that is not
 * known: its value could have made another count. */
bool icj_tally_asks(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, const struct icj_field *field);

/* Effective date of the edition applied to what is counted on a day, and the
 * number of the rule then. */
icj_date icj_measure_edition(const struct icj_measure *m,
    const struct icj_context *ctx, icj_date day);
const char *icj_measure_cite(const struct icj_measure *m,
    const struct icj_context *ctx, icj_date day);

/* How a count is shown. */
enum icj_hidden {
	ICJ_SHOWN = 0,
	ICJ_HIDDEN_SMALL = 1, /* 1 to below the limit */
	/* Lest more follow of a small one: a count that is 0 or not small, or a
	 * total, of which a reader knows nothing. */
	ICJ_HIDDEN_TOO = 2,
	ICJ_WITHHELD = 3      /* all of a period, for want of what to hide */
};

/* Counts by row (state) and column (period), a row after the other. */
struct icj_grid {
	size_t rows, columns;
	const int64_t *count;
	/* enum icj_hidden: each row with its total behind it, and a last row of
	 * totals: (rows + 1) * (columns + 1). */
	unsigned char *hidden;
};

/* Hides the counts from 1 to below limit (3 at least) of one table; of two,
 * the same events by the one state and by the other, which differ; or of four,
 * the last two of which are a share of these events.  The rows are the same
 * states in all of them, the columns the same periods.  Hides others besides,
 * until each small count could be any number from 1 to limit - 1 for all that
 * is shown and known.  totals: the totals are shown, too, where they can be.
 * False, and nothing is hidden yet: the tables differ in shape, are not as many
 * as that, or hold what is no count. */
bool icj_hide_small(struct icj_grid *grid, size_t grids, int64_t limit,
    bool totals);

/* -- Scores and digests: duties that icj_due() dated ---------------------- */

/* The status of a name that icj_due_status_name() gives; false for another. */
bool icj_due_status_find(const char *name, size_t len,
    enum icj_due_status *out);
/* The basis of a name that icj_basis_name() gives; false for another. */
bool icj_basis_find(const char *name, size_t len, enum icj_basis *out);

/* Where a duty counts in a scorecard. */
enum icj_score_column {
	ICJ_SCORE_IN_TIME, ICJ_SCORE_LATE, ICJ_SCORE_OPEN, ICJ_SCORE_OVERDUE,
	ICJ_SCORE_UNKNOWN,
	ICJ_SCORE_COLUMNS /* nowhere */
};

#define ICJ_SCORE_MAX INT64_C(100000000000000) /* of each column */

/* The counts of one scorecard; zeros to begin with. */
struct icj_score {
	int64_t count[ICJ_SCORE_COLUMNS];
	enum icj_basis basis; /* the weakest of what was counted */
	/* The state of a day: in order is what is not overdue then, and what
	 * was done before does not matter. */
	bool snapshot;
};

/* Whether a duty comes again and again, so that it has no done date and is
 * scored by a snapshot.  Null or no such duty: false. */
bool icj_duty_recurs(const char *id);
enum icj_score_column icj_score_column_of(enum icj_due_status status);
/* Counts one; false, and nothing is counted: no such column, or full. */
bool icj_score_add(struct icj_score *s, enum icj_score_column column,
    enum icj_basis basis);
/* The share in time, in hundredths of a percent (0 to 10000), rounded half to
 * even: of what was done in time, done late or is overdue; of a snapshot, of
 * what is open or overdue.  -1: there is none to share. */
int32_t icj_score_share(const struct icj_score *s);
/* Whether the share reaches a target, in hundredths of a percent, whatever
 * those that are unknown turn out to be; UNKNOWN where that matters, and where
 * there is nothing. */
enum icj_tri icj_score_meets(const struct icj_score *s, int32_t target);

/* Why a person should be told of a duty, the most pressing first. */
enum icj_digest {
	ICJ_DIGEST_NONE,
	ICJ_DIGEST_OVERDUE, /* or exceeded */
	ICJ_DIGEST_PAST,    /* past its date, not known whether it was done */
	ICJ_DIGEST_SOON,
	ICJ_DIGEST_NO_DATE  /* not known, not even by when */
};

/* due: with its extension, if there is one; date NONE: none.  done: it has a
 * done date, as a cap that was kept has.  within: so many days ahead, below 0
 * none. */
enum icj_digest icj_digest_of(enum icj_due_status status, bool done,
    const struct icj_time *due, const struct icj_time *as_of, int32_t within);
/* Days from the one to the other, negative: past; 0 where one is none. */
int32_t icj_digest_days(const struct icj_time *due,
    const struct icj_time *as_of);
/* Whether it is time to tell again what was told, after so many days. */
bool icj_digest_again(icj_date told, icj_date today, int32_t remind);
/* Below 0, 0 or above, as the one is due before the other; a day lasts to its
 * end. */
int icj_digest_order(const struct icj_time *a, const struct icj_time *b);

/* -- Data maintenance: what in a record cannot be so, or waits ----------- */

enum icj_lint_check {
	ICJ_LINT_PAST_END,           /* supervision is over, the case open */
	ICJ_LINT_EVALUATION_PENDING,
	ICJ_LINT_REPORT_PENDING,
	ICJ_LINT_PERMIT_PAST_END,
	ICJ_LINT_ACT_IN_FUTURE,
	ICJ_LINT_ACT_BEFORE_TRIGGER, /* of a duty */
	ICJ_LINT_OUT_OF_ORDER,       /* other days that follow on each other */
	ICJ_LINT_END_BEFORE_START,
	ICJ_LINT_ACT_AFTER_END,      /* of a case closed or withdrawn */
	ICJ_LINT_BORN_AFTER_ACT,
	ICJ_LINT_SAME_STATES,
	ICJ_LINT_CONTRADICTION,
	/* These take more than one record; icj_lint() finds none. */
	ICJ_LINT_EVENT_TWICE,
	ICJ_LINT_TWO_BIRTH_DATES,
	ICJ_LINT_KINDS
};

struct icj_lint_kind {
	const char *code;    /* "past-end" */
	const char *meaning;
	const char *todo;    /* what to do about it */
	const char *task;    /* of the Commission, or "" */
};

/* The checks, in the order of the enum; NULL beyond. */
const struct icj_lint_kind *icj_lint_kind_at(size_t i);

struct icj_lint {
	enum icj_lint_check check;
	const struct icj_field *field; /* to look at first */
	const struct icj_field *other; /* with which it does not go; or NULL */
	const char *rule;              /* citation, or "" */
};

#define ICJ_LINT_MOST 64

/* What there is to say of one record, as of ctx->as_of: acts after it have not
 * happened.  today is the last day on which an act can have been done; NONE:
 * not asked.  The context's calendar is needed.  Gives how many were found; 0
 * also for want of a case or a context. */
size_t icj_lint(const struct icj_case *c, const struct icj_context *ctx,
    icj_date today, struct icj_lint found[ICJ_LINT_MOST]);

/* The n-th field for want of whose column, see ICJ_NO_COLUMN, something is not
 * looked for, though there is a column that could show it; NULL beyond. */
const struct icj_field *icj_lint_lacks(const struct icj_case *c, size_t n);

/* -- Training (a page of the Commission, not the rules) ------------------ */

/* What is known of a person's training. */
struct icj_training {
	enum icj_status mentoring;    /* may be mentored */
	icj_date mentoring_until;     /* last day of the first year, or NONE */
	enum icj_status request;      /* may ask for it; NOT_APPLICABLE: asks
	                                 for nothing */
	const char *form;             /* by which form; "" */
	enum icj_status session;      /* the session is open to the role */
	int32_t hours;                /* of the session; -1: none */
};

/* Whether somebody may be mentored, may ask for training, and what a session
 * is.  Judged as of ctx->as_of; no edition of the rules matters. */
enum icj_status icj_training(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_report *r,
    struct icj_training *out);

/* Hours of a training given: as stated, else those of the session of the
 * page; -1: not known. */
int32_t icj_training_hours(const struct icj_case *c);

/* -- Answers as text ---------------------------------------------------- */

/* A question about one record and its answer, both as JSON, for a language that
 * wants to know no struct.  The question is "eligible", "permit", "return" or
 * "deadline"; the record one JSON object of facts by the names of their fields,
 * an object inside read as outer_inner, an array as a list; what it does not
 * mention is taken as the tools take a one-off question.  as_of is a date or a
 * time, NULL: not known, edition a date, NULL or "auto": the one of the step,
 * calendar NULL: the federal holidays alone.
 *
 * Writes one object: the columns of the tool of that name, with the same
 * values, "findings" (rule, status, says, basis, used, missing, assumed),
 * "ask", the field whose value would settle most, empty if there is none, and
 * of a return "steps" and "papers"; of deadlines "duties", one object a row,
 * and "withheld", those that asked for a value that cannot be read.  "unread"
 * names what is no field, "errors" the fields whose value cannot be read; the
 * column of the verdict is "invalid" if the answer asked for one.  "error"
 * alone says in words that there is no answer.  No value of the record is
 * written but dates.
 *
 * Returns the length of the whole object, of which size - 1 bytes and a NUL fit
 * into out; call again with more room where that is less.  out may be NULL. */
size_t icj_answer_json(const char *question, const char *record,
    const char *as_of, const char *edition,
    const struct icj_calendar *calendar, char *out, size_t size);

/* The same by a context, whose calendar may be NULL, and with what it means
 * that the record does not mention a field; one that it gives as "" is
 * mentioned. */
size_t icj_answer_json_by(const char *question, const char *record,
    enum icj_unsaid unsaid, const struct icj_context *ctx, char *out,
    size_t size);

/* The dictionary of fields as a JSON array: name, type, meaning, rule,
 * confidential, choices, and the questions that read it.  Room and length as
 * icj_answer_json() has them. */
size_t icj_fields_json(char *out, size_t size);

/* The rulebook as one JSON object: "paragraphs" in rulebook order and
 * "provisions", each with all its wordings, and "duties", each with its trigger
 * and what ends it.  Room and length likewise. */
size_t icj_rulebook_json(char *out, size_t size);

/* The same question answered as the tools answer one person: the verdict, what
 * decides it, what is missing or presumed, what comes next and by which law, at
 * most ICJ_BRIEF_LINES lines of 80 columns if it shall be brief; else in full,
 * with the steps and every limb behind it.  Lines have width characters at
 * most, 0: a paragraph is one line.  A sentence says why, where there is no
 * answer.  The values of facts that a limb used are in it.  Room and length
 * likewise. */
#define ICJ_BRIEF_LINES 15
size_t icj_answer_prose(const char *question, const char *record,
    const char *as_of, const char *edition,
    const struct icj_calendar *calendar, bool brief, int width, char *out,
    size_t size);

/* -- Columns of an answer ----------------------------------------------- */

/* Where the columns of an answer go, by their number; own is handed back.
 * Texts live as long as the answer does; a day or time of ICJ_DATE_NONE and a
 * number of NULL are an empty column. */
struct icj_columns_to {
	void *own;
	void (*text)(void *own, size_t i, const char *text);
	void (*list)(void *own, size_t i, const char *const *item,
	    size_t count);
	void (*day)(void *own, size_t i, icj_date day);
	void (*time)(void *own, size_t i, const struct icj_time *time);
	void (*number)(void *own, size_t i, const int32_t *number);
	/* The moment judged from. */
	void (*now)(void *own, size_t i);
};

/* What icj_eligible(), icj_permit(), icj_return() or icj_due() answered, in the
 * order of the columns that the tool of that name adds. */
void icj_eligible_columns(const struct icj_columns_to *to,
    const struct icj_report *r, enum icj_tri verdict);
void icj_permit_columns(const struct icj_columns_to *to,
    const struct icj_report *r, const struct icj_permit *answer);
void icj_return_columns(const struct icj_columns_to *to,
    const struct icj_report *r, const struct icj_return *answer);
void icj_due_columns(const struct icj_columns_to *to,
    const struct icj_due *due);

/* -- Prose -------------------------------------------------------------- */

/* Where prose goes: words, and the ends of lines between them. */
struct icj_page {
	void *to;
	int width; /* of a line in characters; 0: lines are not broken */
	/* NULL: nothing goes anywhere, lines are counted only. */
	void (*words)(void *to, const char *text, size_t len);
	/* A line ends; the next one begins with so many blanks. */
	void (*line)(void *to, int indent);
};

/* A paragraph, all lines of it but the first indented.  Gives their number. */
int icj_page_put(const struct icj_page *page, const char *text, int indent);

struct icj_cell {
	const char *text;
	size_t len;
};

/* The one rule that answers such a question, of length 0 where there are
 * more. */
struct icj_cell icj_answer_rule(const char *question);

/* A part of an answer: what it is called, its column, and the column of the
 * citations that go with it, or the same column. */
struct icj_part {
	const char *lead;
	size_t column, cites;
};

/* The parts of what "eligible", "permit" or "return" is answered with, up to a
 * NULL lead; NULL for any other question. */
const struct icj_part *icj_answer_parts(const char *question);

struct icj_head {
	const char *lead;
	struct icj_cell says, cites; /* of length 0: nothing */
};

/* An answer that is to be told. */
struct icj_prose {
	const struct icj_case *facts;
	const struct icj_report *report;
	const struct icj_head *head; /* what it says, the verdict first */
	size_t heads;
	struct icj_cell rule; /* named with the verdict; of length 0: none */
	struct icj_cell missing, assumed, edition, basis, note; /* columns */
	/* The i-th step, false beyond the last; NULL: there is none. */
	bool (*step)(const void *of, size_t i, struct icj_step *out);
	const void *of;
	bool brief; /* in ICJ_BRIEF_LINES lines, less two for other words */
};

/* The answer itself; its steps, with a blank line before them; every limb,
 * those that do not apply in one paragraph. */
void icj_prose_answer(const struct icj_prose *p, const struct icj_page *page);
void icj_prose_steps(const struct icj_prose *p, const struct icj_page *page);
void icj_prose_limbs(const struct icj_prose *p, const struct icj_page *page);
/* The first step that is not done, one with a day before one without; false
 * without any. */
bool icj_prose_next(const struct icj_prose *p, struct icj_step *out);
/* "not yet: the decision is signed (decision_signed)" and the like of a fact
 * that is presumed absent; before is the one named before it in a list, or
 * NULL.  Gives buf. */
#define ICJ_PRESUMPTION 300
const char *icj_presumption(const struct icj_field *f,
    const struct icj_field *before, char buf[ICJ_PRESUMPTION]);
/* Behind the day of an edition: how surely it was the law of the day. */
const char *icj_basis_words(enum icj_basis basis);

/* The steps of questions whose rules have none: the duties begun that are read
 * by the area, those that are late before the others. */
bool icj_due_step(const struct icj_case *c, const struct icj_context *ctx,
    enum icj_area area, size_t i, struct icj_step *out);
/* Of whoever is eligible: those of the referral.  The report is written
 * over. */
bool icj_eligible_step(const struct icj_case *c, const struct icj_context *ctx,
    enum icj_tri verdict, struct icj_report *scratch, size_t i,
    struct icj_step *out);
/* What the packet of a return holds, with a blank line before it. */
void icj_papers_prose(const struct icj_case *c,
    const struct icj_return *answer, const struct icj_page *page);

/* Duties that were judged as of ctx: on one screen, the first that matter
 * first; and each in full. */
void icj_dues_answer(const struct icj_case *c, const struct icj_context *ctx,
    const struct icj_due *due, size_t count, bool brief,
    const struct icj_page *page);
void icj_dues_prose(const struct icj_due *due, size_t count,
    const struct icj_page *page);

#ifdef __cplusplus
}
#endif

#endif
