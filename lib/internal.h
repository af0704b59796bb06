/* SPDX-License-Identifier: MIT */
/*
 * internal.h - what the files of libicj share with one another, one section
 * a file.  Nothing outside lib/ includes it, but for the unit tests.
 */
#ifndef ICJ_INTERNAL_H
#define ICJ_INTERNAL_H

#include <stdint.h>
#if UINTPTR_MAX < UINT64_MAX
#error "icj needs a 64-bit machine: its facts and memories are laid out for one"
#endif

#include <string.h>

#include "fields.h"
#include "icj.h"

#include "base/base.h"
#include "book/book.h"

/* -- time.c ------------------------------------------------------------- */

/* The date of a date or a time; *clock, where it is not NULL, becomes true if
 * there is a time of day other than midnight. */
enum icj_err icj__day_parse(const char *text, size_t len,
    const struct icj_date_form *form, icj_date *out, bool *clock);

/* -- calendar.c --------------------------------------------------------- */

/* Whether it is the same in all states, and no list is vouched for. */
bool icj__calendar_is_one(const struct icj_calendar *cal);

/* The first closed day from one to the end, NONE if all are open. */
icj_date icj__next_closed(const struct icj_calendar *cal, icj_state state,
    icj_date day, icj_date end);

/* -- The day whose law is applied --------------------------------------- */

/* Which edition date governs: the context's, else the date of the step, else
 * the as-of date. */
static inline icj_date icj__edition_day(const struct icj_context *ctx,
    icj_date step)
{
	if (ctx->edition != ICJ_DATE_NONE)
		return ctx->edition;
	return step != ICJ_DATE_NONE ? step : ctx->as_of.date;
}

/* -- field.c ------------------------------------------------------------ */

/* A character of a name or a choice, so that case does not matter and '-',
 * '_' and blank are the same.  ASCII only: no locale. */
static inline char icj__fold(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == '-' || c == ' ' ? '_' : c;
}

/* Whether text is the word, folded as above. */
bool icj__same_word(const char *word, const char *text, size_t len);

extern const struct icj_field icj__fields[FIELD_COUNT];

/* The identifier of a field of the dictionary. */
static inline enum field_id icj__field_id(const struct icj_field *field)
{
	return (enum field_id)field->number;
}

/* -- alias.c ------------------------------------------------------------ */

/* Adds the bit of a choice that is written as the Commission's systems show
 * it; false: there is none. */
bool icj__value_shown(const struct icj_field *field, const char *text,
    size_t len, uint32_t *bits);

/* -- state.c ------------------------------------------------------------ */

/* The state of each two letters, by their places in the alphabet from 1 on; 0
 * for none. */
extern const uint8_t icj__by_code[32][32];

/* Whether a state ever was a compacting one, and whether from a day on. */
enum party { ICJ_PARTY, ICJ_NO_PARTY, ICJ_LATE_PARTY, ICJ_UNNAMED };

/* An enum party for each state. */
extern const uint8_t icj__parties[ICJ_STATES + 1];

/* The state of a full name, 0 for none. */
icj_state icj__state_named(const char *text, size_t len);

/* The same of a name as offices write it (state_name.c). */
icj_state icj__state_written(const char *text, size_t len);

/* Letters, and a few signs beside them for which there is no state, are the
 * characters from 64 to 127. */
static inline icj_state icj__state_of_code(const char *two)
{
	uint16_t both;

	memcpy(&both, two, 2);
	return (both & 0xc0c0) == 0x4040 ?
	    icj__by_code[two[0] & 31][two[1] & 31] : 0;
}

/* -- zone.c ------------------------------------------------------------- */

/* Zones are numbers, sets of them bits. */
#define ZONES 12

struct icj__zone {
	int8_t hours; /* east of UTC, in standard time */
	bool saves;   /* daylight */
};

/* The zones that a state has, those of all for 0. */
unsigned icj__zones_of(icj_state state);
/* The offset of a zone, in minutes, at a moment in seconds since 1970. */
int32_t icj__zone_offset(unsigned zone, int64_t utc);
/* The same at a moment of its own wall time. */
int32_t icj__zone_offset_at(unsigned zone, int64_t wall);
/* Those among zones whose clocks have an offset at a moment. */
unsigned icj__zones_with(unsigned of, int64_t utc, int32_t offset);
/* What the clocks of a zone show at a time with an offset; without one. */
struct icj_time icj__zone_local(unsigned zone, const struct icj_time *t);
struct icj_time icj__from_seconds(int64_t wall, int32_t offset);
/* Gives a later time of the same wall clock the offset that the state's clocks
 * have by then, where the offset of the first one tells. */
void icj__zone_carry(icj_state state, const struct icj_time *from,
    struct icj_time *to);

/* Seconds of wall time since 1970 of a time with a clock, or of UTC. */
static inline int64_t icj__wall(const struct icj_time *t)
{
	return t->date * INT64_C(86400) + t->second;
}

static inline int64_t icj__utc(const struct icj_time *t)
{
	return icj__wall(t) - t->offset * INT64_C(60);
}

static inline bool icj__has_offset(const struct icj_time *t)
{
	return t->offset != ICJ_NO_OFFSET && t->second != ICJ_NO_CLOCK &&
	    t->date != ICJ_DATE_NONE;
}

/* Whether the offset of a time is one that the state can have then. */
static inline bool icj__is_local(const struct icj_time *t, icj_state state)
{
	return icj__zones_with(icj__zones_of(state), icj__utc(t), t->offset);
}

/* -- case.c ------------------------------------------------------------- */

struct fact {
	bool set;
	bool indefinite;
	union {
		int32_t count;      /* counts, states, yes/no (0, 1) */
		uint32_t bits;      /* choices and lists */
		struct icj_time time; /* times and dates */
		struct {
			const char *at;
			size_t len;
		} text;             /* texts and lists of dates, borrowed */
	};
};

/* The length of a number without a point and zeros behind it. */
size_t icj__without_zeros(const char *text, size_t len);

/* Fields as bits. */
#define FIELD_WORDS ((FIELD_COUNT + 63) / 64)

#define FIELD_BIT(id) ((uint64_t)1 << (id) % 64)

struct icj_case {
	struct fact fact[FIELD_COUNT];
	uint64_t listed[FIELD_WORDS]; /* has all that are set, for a quick reset */
	struct icj_date_form form;
	bool spoiled;                /* some value could not be read */
	enum icj_unsaid unsaid;      /* of what is neither set nor said */
	uint64_t said[FIELD_WORDS];  /* the record has a place for it */
	const char *const *null_words; /* more of them, borrowed */
	size_t null_count;
	const struct icj_field *clock_dropped; /* see icj.h */
	bool has_offset; /* a time since the last reset had one */
};

/* -- nothing.c ---------------------------------------------------------- */

/* Whether a text without blanks at its ends says that nothing is known. */
bool icj__is_empty_word(const char *text, size_t len);

/* Said by whoever uses the list of documents. */
#define ICJ__UNLISTED "a document that is not in the list counts as other"

/* -- eval.c: reading facts ---------------------------------------------- */

/*
 * One question being decided.  A condition can read a fact only through the
 * accessors below, and they note what is missing, presumed and used: no
 * condition can forget to report.  The notes are stacks; a condition that is
 * decided drops what it noted as missing on the way (see settled()).
 */
#define NOTES 64

struct notes {
	uint8_t count;
	uint16_t field[NOTES]; /* enum field_id */
};

_Static_assert(FIELD_COUNT <= UINT16_MAX, "notes hold fields in two bytes");

/* Of a case with a cell that cannot be read: how often a judgement asked for a
 * field that is not known without noting it as missing or presumed.  What is
 * noted decides only where it is named in the end. */
struct watch {
	bool all; /* a look may have read any field */
	int16_t silent[FIELD_COUNT];
};

/* What was asked is remembered (see recall.c) unless somebody watches. */
struct trace {
	struct watch *watch; /* or NULL */
};

struct eval {
	const struct icj_case *c;
	const struct icj_context *ctx;
	icj_date on;    /* the date of the step, for what changes with time */
	struct trace *trace; /* what was asked; NULL: nobody wants to know */
	int32_t number; /* of the row being judged */
	int flipped;    /* field whose presumption is being tried the other way */
	struct notes missing, assumed, used;
};

void icj__eval_start(struct eval *e, const struct icj_case *c,
    const struct icj_context *ctx, icj_date on);

/* Notes a field once. */
static inline void icj__note(struct notes *n, enum field_id f)
{
	for (uint8_t i = 0; i < n->count; i++)
		if (n->field[i] == f)
			return;
	if (n->count < NOTES)
		n->field[n->count++] = (uint16_t)f;
}

/*
 * A look: a question about a case with fewer than LOOKS answers, which are the
 * same whenever the case and the context are.  All that a condition learns of
 * the facts it asks of a look, so that what was asked, and answered, decides
 * what the condition came to (see recall.c).  Only looks read facts.
 */
#define LOOKS 4

struct ask;
typedef unsigned look(const struct eval *e, const struct ask *a);

struct ask {
	look *look;
	int32_t n, m;  /* what the look makes of them; 0 if nothing */
	uint16_t f, g; /* enum field_id */
};

/* Which fields are known: 0 or 1. */
look icj__look_set;
/* Answers that are an enum icj_tri: UNKNOWN where f is not known. */
look icj__look_said;     /* yes/no */
look icj__look_among;    /* a choice or a list has any of the bits n */
look icj__look_all;      /* a list has all of the bits n */
look icj__look_more;     /* a count is more than n; indefinite is */
/* 0 or 1, 0 where a field is not known: */
look icj__look_indefinite;
look icj__look_later;    /* the date g is more than n days after the date f */
look icj__look_same;     /* the states f and g are the same one */
/* Where the state f is known: whether it is a member on e->on, or on some days
 * only. */
look icj__look_member, icj__look_joined;
/* Whether the state f is a compacting one: an enum party, UNNAMED where it is
 * not known; icj__look_member tells of a LATE_PARTY. */
look icj__look_party;
/* Whether the fact's date has come by the as-of date, which is not known to
 * have passed: 0 also where there is no such fact. */
look icj__look_happened;

look icj__look_within;   /* the day of the edition is n, m - 1 or between */

/* What the looks that are asked most do, for recall.c asks them in a row. */
static inline unsigned icj__if_set(const struct fact *f, bool holds)
{
	return f->set ? (unsigned)holds * ICJ_YES : ICJ_UNKNOWN;
}

static inline unsigned icj__is_said(const struct fact *f)
{
	return icj__if_set(f, f->count);
}

static inline unsigned icj__is_among(const struct fact *f, int32_t bits)
{
	return icj__if_set(f, f->bits & (uint32_t)bits);
}

static inline unsigned icj__is_more(const struct fact *f, int32_t n)
{
	return icj__if_set(f, f->indefinite || f->count > n);
}

static inline unsigned icj__is_indefinite(const struct fact *f)
{
	return f->set && f->indefinite;
}

static inline unsigned icj__has_happened(const struct eval *e,
    const struct fact *f)
{
	icj_date as_of = e->ctx->as_of.date;

	return f->set && (as_of == ICJ_DATE_NONE || f->time.date <= as_of);
}

/* An indefinite end has no date, and recall.c asks before it is ruled out. */
static inline unsigned icj__is_later(const struct fact *f,
    const struct fact *g, int32_t n)
{
	return f->set && g->set &&
	    (int64_t)g->time.date - f->time.date > n;
}

static inline unsigned icj__is_same(const struct fact *f,
    const struct fact *g)
{
	return f->set && g->set && f->count == g->count;
}

static inline unsigned icj__is_party(const struct fact *f)
{
	return f->set ? icj__parties[f->count] : ICJ_UNNAMED;
}

static inline unsigned icj__is_within(const struct eval *e,
    const struct ask *a)
{
	icj_date on = icj__edition_day(e->ctx, e->on);

	return on >= a->n && on < a->m;
}

/* That a field was asked for that is not known, and that this was noted: for
 * whoever watches. */
void icj__was_asked(struct trace *trace, enum field_id f);
void icj__was_noted(struct trace *trace, enum field_id f);
void icj__traced(struct trace *trace, struct ask a, unsigned answer);

/* The answer to a question, noted for whoever wants to remember. */
static inline unsigned icj__ask(struct eval *e, look *what, enum field_id f,
    enum field_id g, int32_t n)
{
	struct ask a = {what, n, 0, (uint16_t)f, (uint16_t)g};
	unsigned answer = what(e, &a);

	if (e->trace)
		icj__traced(e->trace, a, answer);
	return answer;
}

static inline unsigned icj__ask_of(struct eval *e, look *what,
    enum field_id f)
{
	return icj__ask(e, what, f, f, 0);
}

/* The same where the answer is at hand: what is asked most calls no look. */
static inline unsigned icj__asked(struct eval *e, look *what, enum field_id f,
    int32_t n, unsigned answer)
{
	if (e->trace)
		icj__traced(e->trace, (struct ask){what, n, 0, (uint16_t)f,
		    (uint16_t)f}, answer);
	return answer;
}

/* What was learned from here on, no look would know: the answer to come
 * cannot be remembered. */
void icj__not_asked(struct eval *e);

/* Whether a fact is known, without any note. */
static inline bool icj__is_set(struct eval *e, enum field_id f)
{
	return icj__asked(e, icj__look_set, f, 0, e->c->fact[f].set);
}

/* What the looks of these names find, an enum icj_tri, without any note. */
static inline enum icj_tri icj__ask_said(struct eval *e, enum field_id f)
{
	return (enum icj_tri)icj__asked(e, icj__look_said, f, 0,
	    icj__is_said(&e->c->fact[f]));
}

static inline enum icj_tri icj__ask_among(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return (enum icj_tri)icj__asked(e, icj__look_among, f, (int32_t)bits,
	    icj__is_among(&e->c->fact[f], (int32_t)bits));
}

static inline enum icj_tri tri(bool b)
{
	return b ? ICJ_YES : ICJ_NO;
}

/* What a look found, with the note that a fact was used or is missing. */
static inline enum icj_tri icj__noted(struct eval *e, enum field_id f,
    unsigned found)
{
	icj__note(found == ICJ_UNKNOWN ? &e->missing : &e->used, f);
	if (e->trace && found == ICJ_UNKNOWN)
		icj__was_noted(e->trace, f);
	return (enum icj_tri)found;
}

/* YES when a fact is known, UNKNOWN and noted when not. */
static inline enum icj_tri icj__given(struct eval *e, enum field_id f)
{
	return icj__noted(e, f, icj__is_set(e, f) ? ICJ_YES : ICJ_UNKNOWN);
}

/* The fact itself if it is known; notes it as used or as missing. */
static inline const struct fact *icj__read(struct eval *e, enum field_id f)
{
	if (e->trace)
		icj__not_asked(e);
	return icj__given(e, f) == ICJ_YES ? &e->c->fact[f] : NULL;
}

/* Yes/no facts.  An unknown one is UNKNOWN and noted as missing. */
static inline enum icj_tri icj__said(struct eval *e, enum field_id f)
{
	return icj__noted(e, f, icj__ask_said(e, f));
}

/* A fact marked (x): NO and noted as assumed when nobody mentions it; under
 * strict like icj__said(). */
static inline enum icj_tri icj__presumed_no(struct eval *e, enum field_id f)
{
	enum icj_tri found;

	if (e->flipped == (int)f)
		return ICJ_YES;
	found = icj__ask_said(e, f);
	if (e->ctx->strict || found != ICJ_UNKNOWN)
		return icj__noted(e, f, found);
	icj__note(&e->assumed, f);
	if (e->trace)
		icj__was_noted(e->trace, f);
	return ICJ_NO;
}

/* Whether a choice is one of the bits, or a list has any of them. */
static inline enum icj_tri icj__among(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return icj__noted(e, f, icj__ask_among(e, f, bits));
}

/* Whether a list has all of the bits. */
static inline enum icj_tri icj__has_all(struct eval *e, enum field_id f,
    uint32_t bits)
{
	return icj__noted(e, f,
	    icj__ask(e, icj__look_all, f, f, (int32_t)bits));
}

/* Whether a count is more than n; indefinite is more than any. */
static inline enum icj_tri icj__more_than(struct eval *e, enum field_id f,
    int32_t n)
{
	return icj__noted(e, f, icj__ask(e, icj__look_more, f, f, n));
}

/* YES and the value when known, UNKNOWN and noted when not.  An answer that
 * rests on these is not remembered. */
static inline enum icj_tri icj__date(struct eval *e, enum field_id f,
    icj_date *out)
{
	const struct fact *fact = icj__read(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->time.date;
	return ICJ_YES;
}

static inline enum icj_tri icj__state(struct eval *e, enum field_id f,
    icj_state *out)
{
	const struct fact *fact = icj__read(e, f);

	if (!fact)
		return ICJ_UNKNOWN;
	*out = fact->count;
	return ICJ_YES;
}

/* The second is ICJ_NO_CLOCK if only the date is known. */
enum icj_tri icj__time(struct eval *e, enum field_id f, struct icj_time *out);

/* Whether the fact is known; notes it as used if so, as nothing if not. */
static inline bool icj__known(struct eval *e, enum field_id f)
{
	if (!icj__is_set(e, f))
		return false;
	icj__note(&e->used, f);
	return true;
}

/* The fact itself, without any note: for looks. */
static inline const struct fact *fact_of(const struct icj_case *c,
    enum field_id f)
{
	return &c->fact[f];
}

static inline enum icj_tri and_(enum icj_tri a, enum icj_tri b)
{
	return a < b ? a : b;
}

static inline enum icj_tri or_(enum icj_tri a, enum icj_tri b)
{
	return a > b ? a : b;
}

static inline enum icj_tri not_(enum icj_tri a)
{
	return (enum icj_tri)(ICJ_YES - a);
}

/* Ends a condition with more than one way to be decided: what it noted as
 * missing since `mark` (e->missing.count at its start) is dropped unless it is
 * still undecided. */
static inline enum icj_tri settled(struct eval *e, uint8_t mark,
    enum icj_tri value)
{
	if (value != ICJ_UNKNOWN)
		e->missing.count = mark;
	return value;
}

/* -- rule.c: rows and reports ------------------------------------------- */

typedef enum icj_tri condition(struct eval *e);

/* How the facts are asked whether a wording holds.  What is one fact and one
 * question is data; else a condition is called. */
enum ask_kind {
	ASK_CALL,     /* the condition, with `n` as e->number if it is not 0 */
	ASK_SAID,     /* a yes/no fact */
	ASK_NOT,      /* the same turned about */
	ASK_PRESUMED, /* a fact marked (x): no where nobody mentions it */
	ASK_UNLESS,   /* the same turned about */
	ASK_ANY,      /* a choice or a list has any of the bits n */
	ASK_ALL,      /* a list has all of them */
	ASK_MORE      /* a count is more than the wording's number */
};

struct test {
	uint8_t kind;      /* enum ask_kind */
	uint16_t f;        /* enum field_id */
	uint32_t n;
	condition *call;
};

#define CALL(condition_) {ASK_CALL, 0, 0, condition_}
#define CALL_WITH(condition_, bits) {ASK_CALL, 0, bits, condition_}
#define SAID(field) {ASK_SAID, F_##field, 0, NULL}
#define NOT(field) {ASK_NOT, F_##field, 0, NULL}
#define PRESUMED(field) {ASK_PRESUMED, F_##field, 0, NULL}
#define UNLESS(field) {ASK_UNLESS, F_##field, 0, NULL}
#define ANY(field, bits) {ASK_ANY, F_##field, bits, NULL}
#define ALL(field, bits) {ASK_ALL, F_##field, bits, NULL}
#define MORE(field) {ASK_MORE, F_##field, 0, NULL}

/* What part a row has in the verdict. */
enum part {
	MUST = 0,    /* has to hold */
	OR_NEXT = 1, /* this row or the next; the last of such rows is a MUST */
	ASIDE = 2    /* stated for the reader, decides nothing */
};

/* Tests that a row has room for: one a ground of its wordings. */
#define GROUNDS 3

/* A row of a question: a provision, its part in the answer, and how the facts
 * are asked under each ground that its wordings name.  A wording in force on
 * the day is judged; on a day on which the rules have no such thing there is
 * no row. */
struct rule_row {
	const struct provision *p;
	uint8_t part;  /* enum part */
	struct test test[GROUNDS];
};

struct icj_finding {
	const struct rule_row *row;
	const struct wording *wording; /* NULL: there is none on the day */
	enum icj_status status;
	enum icj_tri value;
	struct notes missing, assumed, used;
};

/* More than any question has rows: each asserts it. */
#define FINDINGS 48
#define CITES 16
#define NOTE_SIZE 1024

/*
 * Which rows of a table are judged, and in which groups, on each day of a
 * span: between two days on which a wording begins or ends, or an edition.  A
 * row and its alternatives, or an ASIDE, are a group.  A report keeps the last
 * plan, for records nearly always fall into one span.
 */
struct plan {
	const struct rule_row *rows; /* of the table; NULL: no plan yet */
	size_t n;
	icj_date from, until;        /* the days from, until - 1 and between */
	uint8_t groups, chosen;
	struct group {
		uint8_t start, end;  /* of its rows, among row[] */
		bool aside;          /* decides nothing */
		bool presumes;       /* this time: rests on a presumption, */
		enum icj_tri value;  /* and comes to this */
	} group[FINDINGS];
	const struct rule_row *row[FINDINGS];
	const struct wording *wording[FINDINGS];
};

/* What a report says besides its findings.  A remembered one ends with its
 * note. */
struct summary {
	const char *cite[CITES];
	size_t cites;
	struct notes missing, assumed, used;
	enum icj_basis basis;   /* the weakest of what decided */
	icj_date edition;       /* and of which edition that is */
	const char *change;     /* what is known to have changed since, NULL */
	size_t note_len;
	char note[NOTE_SIZE];
};

struct icj_report {
	struct plan plan;
	struct icj_finding finding[FINDINGS];
	size_t findings;
	icj_date on;              /* the day whose law is applied */
	struct summary own;
	const struct summary *now; /* own, or one of the memory's */
	unsigned number;          /* of a remembered answer; 0: it is not one */
	bool watched;             /* the case had a cell that cannot be read */
	struct watch watch;
	struct trace watching;
	struct memory *memory;    /* NULL: nothing is remembered */
};

/* Begins an answer by the law of a day. */
void icj__report_start(struct icj_report *r, icj_date on);

/* What a test comes to under a wording of its row. */
enum icj_tri icj__test(struct eval *e, const struct rule_row *row,
    const struct wording *w);

/* Judges one row into the report's next finding, with its own notes.  The
 * eval's notes are empty before and after.  Where the rules have no such thing
 * on the day the finding has no wording and comes to NO. */
struct icj_finding *icj__judge(struct eval *e, const struct rule_row *row,
    struct icj_report *r);

/* Judges the rows in force on the day, of a table that is constant and has
 * fewer than FINDINGS rows, for a report just started: AND over the MUST rows
 * and the groups of OR_NEXT rows.  Fills findings, cites (the rows that fail or
 * are undecided; none for YES), missing, assumed, edition and basis. */
enum icj_tri icj__decide(struct eval *e, const struct rule_row *rows, size_t n,
    struct icj_report *r);

/* The i-th wording of the rows of a table, in their order; NULL beyond. */
const struct icj_rule *icj__table_rule(const struct rule_row *rows, size_t n,
    size_t *i);

/* That the answer rests on a wording, applied on the day of the report. */
void icj__rest_on(struct icj_report *r, const struct wording *w);
/* Adds a number to those cited, once. */
void icj__add_cite(struct icj_report *r, const char *cite);
/* That it rests on a wording and cites it; by its provision where no row was judged. */
void icj__cite(struct icj_report *r, const struct wording *w);
void icj__cite_provision(struct icj_report *r, const struct provision *p);

/* What is known to have changed after the wordings that decided, as the last
 * sentence of the note. */
void icj__note_change(struct icj_report *r);

/* Asks whether the day of the law is from, until - 1 or between. */
void icj__ask_span(struct eval *e, icj_date from, icj_date until);
/* Narrows such a span to days on which no wording of a table changes. */
void icj__rows_span(const struct rule_row *rows, size_t n, icj_date on,
    icj_date *from, icj_date *until);

/* -- recall.c: answers remembered by what was asked --------------------- */

/* What goes with the answer recalled, at any address; NULL if there is none. */
const void *icj__recalled(struct eval *e, struct icj_report *r,
    const char *question);

/*
 * Whether a question was answered before for a case of which all that was asked
 * then has the same answers now: then the report holds that answer and out,
 * size bytes, what goes with it.  If not, the report is started, and if it has a
 * memory, what is asked from now on is traced.  The name tells questions apart;
 * the eval has just been started.
 */
static inline bool icj__recall(struct eval *e, struct icj_report *r,
    const char *question, void *out, size_t size)
{
	const void *found = icj__recalled(e, r, question);

	if (found)
		memcpy(out, found, size);
	return found;
}

/* Remembers the answer that the report and out hold, if all that it rests on
 * was asked. */
void icj__remember(struct eval *e, struct icj_report *r, const void *out,
    size_t size);

/* Makes the report's answer its own, to add what a day alone decides. */
void icj__own_answer(struct icj_report *r, icj_date day);

void icj__memory_free(struct memory *m);

/* -- eligible.c --------------------------------------------------------- */

const struct icj_rule *icj__eligible_rule(size_t i);

/* -- term.c: what the conditions of several rules turn on --------------- */

enum icj_tri icj__is_sex_offender(struct eval *e);      /* 1-101 */
enum icj_tri icj__guardian_only_there(struct eval *e);  /* 4-104(4) */
enum icj_tri icj__placed_by_permit(struct eval *e);     /* 4-102(3), 4-103 */

/* -- text.c: building notes in a bounded buffer ------------------------- */

struct text {
	char *at;
	size_t size; /* with room for the NUL; once cut, for no more */
	size_t len;
	bool cut;    /* something did not fit; the text ends in "..." */
};

static inline void icj__text_start(struct text *t, char *buf, size_t size)
{
	*t = (struct text){buf, size, 0, false};
	buf[0] = '\0';
}

/* What does not fit, or no more. */
void icj__text_cut(struct text *t, const char *s);

/* To be inlined: of a constant the length is one, too. */
static inline void icj__text_add_n(struct text *t, const char *s, size_t n)
{
	if (n > t->size - 1 - t->len) {
		icj__text_cut(t, s);
		return;
	}
	memcpy(t->at + t->len, s, n);
	t->len += n;
	t->at[t->len] = '\0';
}

static inline void icj__text_add(struct text *t, const char *s)
{
	icj__text_add_n(t, s, strlen(s));
}

void icj__text_add_int(struct text *t, int64_t n);
void icj__text_add_date(struct text *t, icj_date d);
/* Begins another sentence: "; " unless the text is empty. */
static inline void icj__text_next(struct text *t)
{
	if (t->len > 0)
		icj__text_add_n(t, "; ", 2);
}

#define ICJ_LATEST_NOTE 112

/* That the edition of a day is one of which no text is held, and which one is
 * applied; false where that is not so. */
bool icj__latest_note(icj_date on, icj_date applied,
    char buf[ICJ_LATEST_NOTE]);

/* A whole sentence into a report's note. */
void icj__report_note(struct icj_report *r, const char *sentence);

#endif
