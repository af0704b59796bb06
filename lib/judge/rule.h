/* SPDX-License-Identifier: MIT */
/* rule.h - rows, findings and reports. */
#ifndef ICJ_JUDGE_RULE_H
#define ICJ_JUDGE_RULE_H

#include "judge/eval.h"
#include "time/text.h"

/* What holds whatever the facts are. */
condition icj__always;

/* How the facts are asked whether a wording holds.  What is one fact and one
 * question is data, and so is what is composed of such; else a condition is
 * called. */
enum ask_kind {
	ASK_NOTHING = 0, /* the end of those that one is composed of */
	ASK_CALL,     /* the condition, with `n` as e->number if it is not 0 */
	ASK_LOOK,     /* what a look says of one fact */
	ASK_PRESUMED, /* a fact marked (x): no where nobody mentions it */
	ASK_MORE,     /* a count is more than the wording's number */
	ASK_BOTH,     /* those it is composed of hold; each of them is asked */
	ASK_IN_TURN,  /* the same; what comes after one that fails is not */
	ASK_EITHER,   /* one of them holds; what comes after it is not asked */
	ASK_IF_THEN   /* the same, the first of them turned about */
};

struct test {
	uint8_t kind;      /* enum ask_kind */
	bool turned;       /* about: yes for no */
	int32_t n;
	union {
		struct ask look;
		condition *call;
		const struct test *of;
	};
};

#define TEST(how, turned, field, what, n) {ASK_##how, turned, 0, \
	{.look = {icj__look_##what, (int32_t)(n), 0, F_##field, F_##field}}}
#define TESTS(how, ...) {ASK_##how, false, 0, {.of = (const struct test[]) \
	{__VA_ARGS__, {ASK_NOTHING, false, 0, {.of = NULL}}}}}

#define CALL(condition_) CALL_WITH(condition_, 0)
#define CALL_WITH(condition_, n) {ASK_CALL, false, n, {.call = condition_}}
#define CALL_NOT(condition_) {ASK_CALL, true, 0, {.call = condition_}}
#define SAID(field) TEST(LOOK, false, field, said, 0)
#define NOT(field) TEST(LOOK, true, field, said, 0)
#define PRESUMED(field) TEST(PRESUMED, false, field, said, 0)
#define UNLESS(field) TEST(PRESUMED, true, field, said, 0)
/* A choice or a list has any of the bits, none, all. */
#define ANY(field, bits) TEST(LOOK, false, field, any, bits)
#define LACKS(field, bits) TEST(LOOK, true, field, any, bits)
#define ALL(field, bits) TEST(LOOK, false, field, all, bits)
#define MORE(field) TEST(MORE, false, field, more, 0)
#define AT_MOST(field) TEST(MORE, true, field, more, 0)
#define SOME(field) TEST(LOOK, false, field, more, 0)
#define BOTH(...) TESTS(BOTH, __VA_ARGS__)
#define IN_TURN(...) TESTS(IN_TURN, __VA_ARGS__)
#define EITHER(...) TESTS(EITHER, __VA_ARGS__)
#define IF_THEN(...) TESTS(IF_THEN, __VA_ARGS__)

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
	bool aside; /* it has nothing to say in this case */
	struct notes missing, assumed, used;
};

/* How the facts are asked by the wording of the day.  That changes only where
 * an edition begins (test_book.c), and a remembered answer serves one
 * edition. */
static inline unsigned icj__ground(const struct eval *e,
    const struct provision *p)
{
	return icj__wording(e->ctx->amendments, p,
	    icj__edition_day(e->ctx, e->on))->ground;
}

/* The number that the wording of a finding names; 0: the rules have no such
 * thing on the day. */
static inline int32_t icj__limit(const struct icj_finding *f)
{
	return f->wording ? f->wording->number : 0;
}

/* More than any question has rows: each asserts it. */
#define FINDINGS 48
#define CITES 16
#define NOTE_SIZE 1024

/*
 * Which rows of a table are judged, and in which groups, on each day of a
 * span: between two days on which a wording begins or ends, or an edition.  A
 * row and its alternatives, or an ASIDE, are a group.  A report keeps the last
 * plans: the records of a caseload fall into few spans, but in any order.
 */
#define PLANS 16

struct plan {
	const struct rule_row *rows; /* of the table; NULL: no plan yet */
	size_t n;
	const struct icj_amendments *office;
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

struct plans {
	struct plan at[PLANS];
	unsigned last, next; /* used last, and to be used for another span */
};

/* What a report says besides its findings. */
struct summary {
	const char *cite[CITES];
	size_t cites;
	struct notes missing, assumed, used;
	enum icj_basis basis;   /* the weakest of what decided */
	icj_date edition;       /* and of which edition that is */
	const struct icj_rule *changed; /* of which a later change is known */
	size_t note_len;
	char note[NOTE_SIZE];
};

struct icj_report {
	struct icj_finding finding[FINDINGS];
	size_t findings;
	icj_date on;              /* the day whose law is applied, */
	const struct icj_amendments *office; /* with these amendments */
	struct summary own;
	/* A remembered answer whose lists are not in own yet; NULL: they
	 * are. */
	const struct remembered *packed;
	unsigned number;          /* of a remembered answer; 0: it is not one */
	bool brief;               /* nobody will ask for its findings */
	bool watched;             /* the case had a cell that cannot be read, */
	struct watch watch;       /* and this was looked at, */
	uint64_t row_watch[FINDINGS][FIELD_WORDS]; /* and this by each row */
	struct memory *memory;    /* NULL: nothing is remembered */
	struct plans plans;
};

/* Puts the lists of a remembered answer into the report's own. */
const struct summary *icj__unpacked(struct icj_report *r);

/* Whoever reads a report may be the first that wants more than the basis. */
static inline const struct summary *icj__said(const struct icj_report *r)
{
	return r->packed ? icj__unpacked((struct icj_report *)(uintptr_t)r) :
	    &r->own;
}

/* Judges a case with a cell that cannot be read as a copy in room, so that the
 * report can tell what was asked for. */
const struct icj_case *icj__report_watched(struct icj_report *r,
    const struct icj_case *c, struct case_room *room);

/* That an answer shows in other ways than by the report's own lists what its
 * undecided rows lack that decide something; what all lack and presume. */
void icj__open_rows_were_asked(struct icj_report *r);
void icj__rows_were_asked(struct icj_report *r);

/* That no plan is made yet. */
void icj__report_blank(struct icj_report *r);
/* Begins an answer by the law of a day, as an office has it or not. */
void icj__report_start(struct icj_report *r, icj_date on,
    const struct icj_amendments *office);

struct table {
	const struct rule_row *rows;
	size_t n;
};

#define TABLE(rows) {rows, COUNT_OF(rows)}

/* What a test comes to, and one of a row under a wording. */
enum icj_tri icj__ask_test(struct eval *e, const struct test *t,
    int32_t number);
enum icj_tri icj__test(struct eval *e, const struct rule_row *row,
    const struct wording *w);

/* Judges one row into a finding of the report, with its own notes.  The eval's
 * notes are empty before and after.  Where the rules have no such thing on the
 * day the finding has no wording and comes to NO. */
void icj__judge_as(struct eval *e, const struct rule_row *row,
    struct icj_report *r, struct icj_finding *f);

/* The place of the next finding. */
static inline struct icj_finding *icj__next_finding(struct icj_report *r)
{
	struct icj_finding *f = &r->finding[r->findings];

	if (r->findings < FINDINGS - 1)
		r->findings++;
	return f;
}

static inline struct icj_finding *icj__judge(struct eval *e,
    const struct rule_row *row, struct icj_report *r)
{
	struct icj_finding *f = icj__next_finding(r);

	icj__judge_as(e, row, r, f);
	return f;
}

/* Judges the rows in force on the day, of a table that is constant and has
 * fewer than FINDINGS rows, for a report just started: AND over the MUST rows
 * and the groups of OR_NEXT rows.  Fills findings, cites (the rows that fail or
 * are undecided; none for YES), missing, assumed, edition and basis. */
enum icj_tri icj__decide(struct eval *e, const struct rule_row *rows, size_t n,
    struct icj_report *r);

/* The i-th wording of the rows of n tables, in their order; NULL beyond. */
const struct icj_rule *icj__table_rule(const struct table *t, size_t n,
    size_t i);

/* Its number; NULL where there is no such thing. */
static inline const char *icj__cite_of(const struct icj_finding *f)
{
	return f->wording ? f->wording->rule.cite : NULL;
}

/* That the answer rests on a wording, applied on the day of the report; NULL:
 * on none. */
void icj__rest_on(struct icj_report *r, const struct wording *w);
/* The same, unless the day is before the wording began. */
void icj__rest_on_since(struct icj_report *r, const struct wording *w);
/* Adds a number to those cited, once. */
void icj__add_cite(struct icj_report *r, const char *cite);
/* That it rests on a wording and cites it; by its provision where no row was
 * judged. */
void icj__cite(struct icj_report *r, const struct wording *w);
void icj__cite_provision(struct icj_report *r, const struct provision *p);

/* What is known to have changed after the wordings that decided, as the last
 * sentence of the note. */
void icj__note_change(struct icj_report *r);

/* Asks whether the day of the report's law lies in the span around it in which
 * no wording of the tables changes.  What else an answer needs of that day it
 * has from the wordings of its findings. */
void icj__ask_day(struct eval *e, struct icj_report *r,
    const struct table *tables, size_t n);
/* How a provision, of these tables or not, stands on that day; what span of
 * days this holds for is asked then. */
enum book_on icj__ask_book(struct eval *e, const struct icj_report *r,
    const struct provision *p, const struct wording **wording);

/* A whole sentence into a report's note. */
void icj__report_note(struct icj_report *r, const char *sentence);

/* That the as-of date stood in for the day of a step. */
void icj__note_judged_as_of(struct icj_report *r,
    const struct icj_context *ctx);
/* That a state is none of those that the provision binds. */
void icj__note_stranger(struct icj_report *r, icj_state s,
    const struct provision *p);

/* A sentence into a report's note in which each '#' stands for the number that
 * a provision has by the law of its day.  A remembered note serves the days of
 * one edition, within which no number changes. */
void icj__note_cited(struct icj_report *r, const char *sentence,
    const struct provision *const *cites);
/* The same with a '%' before them, which stands for a number. */
void icj__note_number(struct icj_report *r, const char *sentence, int32_t n,
    const struct provision *const *cites);

#endif
