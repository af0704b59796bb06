/* SPDX-License-Identifier: MIT */
/*
 * deadline.h - what the files of the duties share: the rows of the table and
 * the dating of one of them.
 */
#ifndef ICJ_DEADLINE_H
#define ICJ_DEADLINE_H

#include "icj.h"
#include "icj_caseload.h"
#include "judge/rule.h"
#include "judge/snapshot.h"
#include "time/zone.h"

/* -- Rows (duty.c) ------------------------------------------------------ */

/* The duties in rulebook order.  A row for each wording of a duty, the older
 * first; the wordings of one duty stand together. */
enum duty_id {
	DUES_NOTICE, COMMITTEE_DRAFT, RULE_PUBLICATION, JUDICIAL_REVIEW,
	EMERGENCY_PROCEDURE, REVISION_CHALLENGE,
	FORWARD_CASE, PAROLE_REFERRAL, PAROLE_PERMIT_REFERRAL,
	PROBATION_REFERRAL, LOCAL_HOME_EVALUATION, HOME_EVALUATION,
	SEX_OFFENDER_REFERRAL, REGISTRATION_ADVICE, DEPARTURE_NOTICE,
	DENIED_RESIDING,
	FAILED_PLACEMENT_RETURN, PROGRESS_REPORT, ABSCONDER_CLOSURE,
	VIOLATION_NOTICE, VIOLATION_REPLY, RETAKE, HOST_REMOVAL,
	FAILED_SUPERVISION_REPLY,
	EXPIRY_CLOSURE, PLACEMENT,
	EARLY_RELEASE_ANSWER, FILE_RETENTION,
	RUNAWAY_RELEASE, OFFICE_CONTACT, VOLUNTARY_RETURN, REQUISITION,
	REQUISITION_HEARING, DETENTION_LIMIT, REQUISITION_RETURN,
	DUE_PROCESS_RETURN, WARRANT_CUSTODY_NOTICE, WARRANT_ANSWER,
	DETENTION_HEARING, AIRPORT_NOTICE, TESTING_REFERRAL, PERMIT_END,
	DISPUTE_ANSWER, TERMINATION_NOTICE, WITHDRAWAL_NOTICE,
	DUTY_IDS
};

/* What forbids moving the juvenile, as bits. */
enum hold {
	PENDING_CHARGES = 1,  /* 7-103 */
	SUSPECTED_OFFENSE = 2 /* 5-103(3)(a) */
};

/* Fields of a row that are not used: no duty hangs on the key of a record. */
#define NO_FIELD F_case_id

struct dating;
typedef enum icj_tri only_if(struct dating *d);
typedef bool hook(struct dating *d);
typedef void remark(struct dating *d);

struct duty_row {
	const struct provision *p;
	uint8_t which;     /* enum duty_id */
	uint8_t ground;    /* of the wordings it serves */
	uint8_t kind;      /* enum icj_duty_kind */
	uint8_t holds;     /* enum hold bits */
	/* Section 700 serves the retakings of Section 500 too: there the
	 * sending state demands and the receiving state holds. */
	bool of_supervised;
	/* Its act may lawfully have been done before what starts it. */
	bool may_precede;
	uint16_t on[3];    /* fields that start it, in order of preference */
	uint16_t done;     /* field that ends it */
	uint16_t and_done; /* where it is given, the later of the two counts */
	uint16_t or_done;  /* ends it too, if it is earlier */
	uint16_t extended_to, approved_by;
	/* Whom it concerns, if not all that it begins for: what facts say, or
	 * else a condition. */
	struct test asks;
	only_if *only_if;
	hook *start;  /* finds d->start; false: it has not begun */
	hook *date;   /* finds d->due; false: it cannot be dated */
	remark *remark; /* what is peculiar to it, before it is judged */
	/* What of it is of 6-103, 6-103A; NULL: it has no parts. */
	const struct provision *part[2];
	const char *reading; /* the reading it rests on */
	const struct provision *reading_of; /* what it cites, or NULL */
	/* What SUSPECTED_OFFENSE cites, if not the rule of retaking. */
	const struct provision *offense;
	const char *trigger, *done_text, *only_if_text;
};

/* The rows; the last one, of DUTY_IDS, is no duty. */
extern const struct duty_row icj__duty_rows[];

/* The first row of a duty. */
static inline const struct duty_row *icj__row_of_duty(enum duty_id which)
{
	const struct duty_row *row = icj__duty_rows + which;

	while (row->which < which)
		row++; /* second wordings only push a row down */
	return row;
}

/* The same, NULL beyond the last. */
static inline const struct duty_row *icj__duty_row(size_t which)
{
	return which < DUTY_IDS ? icj__row_of_duty((enum duty_id)which) : NULL;
}

/* The row that asks as a wording does, out of those of a duty. */
static inline const struct duty_row *icj__duty_row_of(
    const struct duty_row *first, const struct wording *w)
{
	while (first->ground < w->ground && first[1].which == first->which)
		first++;
	return first;
}

/* Whether the status of a duty hangs on what was done. */
static inline bool icj__hangs_on_done(const struct duty_row *row)
{
	return row->done != NO_FIELD && row->kind != ICJ_MAY &&
	    row->kind != ICJ_KEEP;
}

/* Says in public what a row is under a wording. */
static inline void icj__put_duty(const struct duty_row *row,
    const struct wording *w, struct icj_duty *out)
{
	out->id = row->p->id;
	out->rule = &w->rule;
	out->terms = &w->terms.text;
	out->standard = w->terms.standard ? w->terms.standard : "";
	out->kind = (enum icj_duty_kind)row->kind;
	out->trigger = row->trigger;
	out->done = row->done_text;
	out->only_if = row->only_if_text;
}

/* The duties that may have begun, as bits. */
uint64_t icj__duties_begun(const struct icj_case *c);

/* The i-th row's rule, NULL beyond. */
const struct icj_rule *icj__duty_rule(size_t i);

/* -- What is irregular (duty_transfer.c, duty_return.c) ----------------- */

only_if icj__if_ordinary_parole, icj__if_accepted_to_move,
    icj__if_releasable, icj__if_non_delinquent_releasable,
    icj__if_runaway_kept, icj__if_form_iii_complete, icj__if_in_custody,
    icj__if_non_voluntary, icj__if_in_order, icj__if_no_facility,
    icj__if_host_no_guardian,
    icj__if_no_placement, icj__if_not_returned;
hook icj__draft_due, icj__absconder_due, icj__return_failed;
remark icj__remark_local_evaluation, icj__remark_departure,
    icj__remark_departure_accepted, icj__remark_reply,
    icj__remark_reply_owed, icj__remark_report, icj__remark_rescinded_return,
    icj__remark_return_failed, icj__remark_cite_return,
    icj__remark_requisition, icj__remark_abuse,
    icj__remark_requisition_return, icj__remark_hearing;

/* -- Dating (deadline.c) ------------------------------------------------ */

/* How business days or open hours were counted, for the notes. */
struct counted {
	icj_date from, end;   /* end NONE: nothing was counted */
	icj_state by;         /* the calendar that gave the end, 0: federal */
	icj_date earlier;     /* what the other one gave, NONE: the same */
	icj_state earlier_by;
};

/* What the rules say of a duty on the days [from, until). */
struct law {
	icj_date from, until; /* none yet: both 0 */
	enum book_on has;
	enum icj_basis basis;
	icj_date edition;
	uint32_t number; /* of the wording, among those of the duty */
	const struct wording *wording;
	const struct duty_row *row;
	struct icj_duty duty;
	char latest[ICJ_LATEST_NOTE]; /* "" unless a later edition is known */
};

/* One row being dated for one case. */
struct dating {
	const struct duty_row *row;
	const struct terms *terms; /* of the wording applied */
	const struct law *law;
	struct icj_due *due;
	struct eval e;
	struct text note;
	icj_state owner, other; /* 0: not known, or nobody in particular */
	icj_date day_0;         /* where the count begins */
	struct counted counted;
	bool undecided;     /* a deciding fact is missing */
	icj_date ahead_from; /* what may lie ahead, does not before this day */
	bool *hidden;        /* to be set: an act ahead was asked for */
	bool later;          /* it starts after the as-of moment */
	bool withdrawn, closed; /* by then, and not before it began */
	icj_date offered;   /* an extension whose approval is not known, NONE */
	bool clock_missing; /* the start is a date where a time is needed */
	struct icj_counts *counts; /* looked up before, or NULL */
};

/* When something was that is on file, though it may be an act that lies ahead;
 * NULL where nothing is, and of what is no date only whether it is. */
static inline const struct icj_time *peek_on_file(const struct dating *d,
    enum field_id f)
{
	const struct icj_time *t = f != NO_FIELD ? icj__fact_when(d->e.c, f) :
	    NULL;

	if (!t && d->e.trace && f != NO_FIELD)
		icj__was_asked(d->e.trace, f);
	return t;
}

/* Whether what is on file is an act that lies ahead: what is no date is none,
 * whatever it looks like here. */
static inline bool lies_ahead(const struct dating *d, enum field_id f,
    const struct icj_time *t)
{
	return t->date >= d->ahead_from && icj__is_act(f) &&
	    icj__is_ahead(t, &d->e.ctx->as_of);
}

/* The same without acts after the as-of moment, which have not happened. */
static inline const struct icj_time *peek_by_now(const struct dating *d,
    enum field_id f)
{
	const struct icj_time *t = peek_on_file(d, f);

	if (t && lies_ahead(d, f, t)) {
		*d->hidden = true;
		return NULL;
	}
	return t;
}

/* A state that is named, 0 if it is not. */
static inline icj_state peek_state(const struct dating *d, enum field_id f)
{
	return peek_on_file(d, f) ? icj__fact_state(d->e.c, f) : 0;
}

/* Whether the record could not say it: noted as missing then. */
static inline bool need_lacking(struct dating *d, enum field_id f)
{
	if (icj__fact_unsaid(d->e.c, f) != ICJ_NO_COLUMN)
		return false;
	icj__note(&d->e.missing, f);
	return true;
}

/* That an act is not on file mattered: it is presumed not to have been done
 * where the record could have said so, and leaves the duty undecided where it
 * could not. */
void icj__weigh_unsaid(struct dating *d, enum field_id act, bool presumable);

/* The last day or moment in time, extended or not. */
static inline const struct icj_time *in_effect(const struct icj_due *due)
{
	return due->extended_to.date != ICJ_DATE_NONE ?
	    &due->extended_to : &due->due;
}

/* Whether it has begun, concerns the case and is one of the day's rules. */
static inline bool icj__due_is_shown(const struct icj_due *due)
{
	return due->status != ICJ_DUE_NO_START &&
	    due->status != ICJ_DUE_NOT_APPLICABLE &&
	    due->status != ICJ_DUE_NOT_IN_FORCE;
}

static inline bool has_time(const struct icj_time *t)
{
	return t->date != ICJ_DATE_NONE;
}

/* The day whose law a step has: that on which its duty begins, else that of
 * the answer. */
static inline icj_date icj__day_of_step(const struct icj_context *ctx,
    const struct icj_due *due, icj_date answered)
{
	return has_time(&due->start) ?
	    icj__edition_day(ctx, due->start.date) : answered;
}

static inline struct icj_time on_day(icj_date day)
{
	return (struct icj_time){day, ICJ_NO_CLOCK, ICJ_NO_OFFSET};
}

/* Dates a duty by the texts as they are, whatever offsets they carry. */
void icj__date_plainly(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_counts *counts, struct trace *trace, enum duty_id which,
    struct icj_due *out);

/* The same by the clocks of the place (local.c), for times with an offset and
 * as-of days that no calendar has. */
void icj__date_locally(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_counts *counts, struct trace *trace, enum duty_id which,
    struct icj_due *out);

/* The field of the state that owes an act, NO_FIELD for nobody in
 * particular. */
enum field_id icj__owner_of(enum owed_by owed);

/* What the law of the day on which a duty starts sets; where nothing starts it,
 * the law of the context. */
const struct terms *icj__terms_of(const struct icj_case *c,
    const struct icj_context *ctx, const struct duty_row *row);

/* Dates a duty for a case, as icj_due() does. */
void icj__date_duty(const struct icj_case *c, const struct icj_context *ctx,
    enum duty_id which, struct icj_due *out);
/* The same for whoever watches what another duty asks for, or NULL. */
void icj__date_duty_for(struct trace *trace, const struct icj_case *c,
    const struct icj_context *ctx, enum duty_id which, struct icj_due *out);

/* Gives a step what its duty came to, and the day whose law it has; false where
 * the duty does not concern the case, or the law has none.  An act that an
 * office's own rulebook gives to another is said to be that one's. */
bool icj__step_dated(const struct icj_context *ctx, const struct icj_due *due,
    icj_date *day, struct icj_step *out);

/* -- The status (due_status.c) ------------------------------------------ */

/* Of a duty that is dated: its status, the days left, what is past due. */
void icj__judge_due(struct dating *d, enum icj_tri applies);

/* -- What was looked up before (counts.c) -------------------------------- */

/* Of a duty: its wordings and their editions, of the days asked for. */
#define LAWS 16

struct icj_counts {
	const struct icj_amendments *office; /* by whose law */
	struct icj_time as_of; /* what was last judged from, and */
	unsigned zones;        /* those that have its offset then */
	struct icj_time as_of_in[ZONES]; /* by the clocks of each */
	struct {
		struct law at[LAWS];
		unsigned last, next; /* asked for last; to be replaced next */
	} law[DUTY_IDS];
};

/* Forgets the wordings looked up. */
void icj__counts_amended(struct icj_counts *n,
    const struct icj_amendments *office);

/* -- Counting (count.c) ------------------------------------------------- */

/* The state of a party that is not named, by what stands for it. */
icj_state icj__stand_in(const struct dating *d, enum field_id party);

/* The n-th business day from a day by the calendar that governs: the later
 * of two where both states' are asked for.  NONE when it cannot be counted. */
icj_date icj__business_days(const struct dating *d, icj_date day, int32_t n,
    struct counted *how);

/* Finds d->due->due from d->day_0 by the row's unit and direction. */
bool icj__count(struct dating *d);

/* The moment the hours of a row run out when they begin at a time. */
struct icj_time icj__open_hours(const struct dating *d, struct icj_time start);

/* The state by whose closures a closed day is judged, 0 for federal.
 * Reading: an act that either office may owe counts by the federal calendar,
 * unless both states' are asked for. */
static inline icj_state icj__calendar_of(const struct dating *d)
{
	return d->e.ctx->whose == ICJ_FEDERAL ? 0 : d->due->owed_by_state;
}

/* -- Extensions and holds (extend.c) ------------------------------------ */

/* Of a row that can be on hold: where the count begins anew, if a hold was
 * lifted, and whether the juvenile may not be moved. */
void icj__count_anew(struct dating *d);
bool icj__on_hold(struct dating *d);
void icj__extend(struct dating *d);

/* -- Notes (remark.c) --------------------------------------------------- */

/* What was skipped in counting business days or open hours. */
void icj__note_counted(struct dating *d);
/* A calendar-day limit never rolls off a closed day. */
void icj__note_closed_due(struct dating *d);
void icj__note_clock(struct dating *d);
/* Who is meant where the owner is not named or was not a member. */
void icj__note_owner(struct dating *d);
void icj__note_facts(struct dating *d);
/* Acts of the duty and of the case's end that lie ahead, and the start. */
void icj__note_ahead_of(struct dating *d);
void icj__note_reading(struct dating *d);

/* A sentence, and one with a day in it. */
static inline void icj__note_text(struct dating *d, const char *sentence)
{
	icj__text_next(&d->note);
	icj__text_add(&d->note, sentence);
}

static inline void icj__note_day(struct dating *d, const char *before,
    icj_date day, const char *after)
{
	icj__note_text(d, before);
	icj__text_add_date(&d->note, day);
	icj__text_add(&d->note, after);
}

#endif
