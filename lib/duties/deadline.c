/* SPDX-License-Identifier: MIT */
/*
 * deadline.c - dates a row of the table of duties for a case: start, end,
 * what was done, and the order of what the note says.  Knows no duty by name.
 */
#include "icj_caseload.h"
#include "duties/deadline.h"
#include "base/guard.h"
#include "time/time.h"

/* -- Names -------------------------------------------------------------- */

NAMES(icj_duty_kind_name, enum icj_duty_kind, "",
	"duty", "may", "may-until", "cap", "keep")

NAMES(icj_due_status_name, enum icj_due_status, "",
	"withdrawn", "met", "late", "closed", "held", "due", "overdue",
	"waiting", "allowed", "open", "expired", "within", "exceeded",
	"future", "unknown", "not-applicable", "no-start",
	"not-in-force")

ICJ_API bool icj_due_status_find(const char *name, size_t len,
    enum icj_due_status *out)
{
	const char *known;

	for (unsigned s = 0; name && out &&
	    *(known = icj_due_status_name((enum icj_due_status)s)); s++)
		if (strlen(known) == len && memcmp(known, name, len) == 0) {
			*out = (enum icj_due_status)s;
			return true;
		}
	return false;
}

/* -- Start, end and what was done --------------------------------------- */

static void start_on(struct dating *d, enum field_id f,
    const struct icj_time *t)
{
	d->due->trigger = &icj__fields[f];
	d->due->start = *t;
}

/* The first that has happened, else the first that will. */
static bool find_start(struct dating *d, const struct duty_row *row)
{
	const struct icj_time *first = NULL;

	if (row->start)
		return row->start(d);
	for (size_t i = 0; i < COUNT_OF(row->on) && row->on[i] != NO_FIELD;
	    i++) {
		enum field_id f = (enum field_id)row->on[i];
		const struct icj_time *t = peek_on_file(d, f);

		if (!t)
			continue;
		if (!lies_ahead(d, f, t)) {
			start_on(d, f, t);
			return true;
		}
		*d->hidden = true;
		if (!first) {
			first = t;
			start_on(d, f, t);
		}
	}
	return first;
}

static bool runs_from_start(const struct dating *d)
{
	return d->terms->direction == AFTER || d->terms->direction == LENGTH;
}

/* What is owed ahead of a day is owed before that day comes. */
static bool starts_later(const struct dating *d)
{
	return d->due->start.date >= d->ahead_from && runs_from_start(d) &&
	    icj__is_ahead(&d->due->start, &d->e.ctx->as_of);
}

/* Reading: what is owed ahead of a day has no first day of its own; it was
 * ended by nothing that lies more than a year before that day. */
#define AHEAD_AT_MOST 366

/* Whether a day on file lies before the duty began: a slip, or the end of
 * something else.  On the day itself it may have come after. */
static bool is_before_start(const struct dating *d, const struct icj_time *day)
{
	return day->date < d->due->start.date -
	    (runs_from_start(d) ? 0 : AHEAD_AT_MOST);
}

static void take_later(struct icj_time *t, const struct icj_time *f)
{
	if (f && f->date > t->date)
		*t = *f;
}

static inline icj_state duty_state_of(
    const struct dating *d, enum field_id party)
{
	icj_state named = peek_state(d, party);

	return named || !d->row->of_supervised ? named :
	    icj__stand_in(d, party);
}

/* Whose calendars could matter: the owner's and that of the other party. */
static const struct {
	uint16_t owner, other;
} parties[] = {
	[BY_sending] = {F_sending_state, F_receiving_state},
	[BY_receiving] = {F_receiving_state, F_sending_state},
	[BY_home] = {F_home_state, F_holding_state},
	[BY_holding] = {F_holding_state, F_home_state},
	[BY_either] = {F_sending_state, F_receiving_state},
	[BY_both] = {F_sending_state, F_receiving_state},
	[BY_commission] = {NO_FIELD, NO_FIELD},
	[BY_any] = {NO_FIELD, NO_FIELD},
};

enum field_id icj__owner_of(enum owed_by owed)
{
	return (enum field_id)parties[owed].owner;
}

static void find_parties(struct dating *d)
{
	unsigned owed = d->terms->owed;

	d->owner = duty_state_of(d, (enum field_id)parties[owed].owner);
	d->other = duty_state_of(d, (enum field_id)parties[owed].other);
	if (owed != BY_either && owed != BY_both)
		d->due->owed_by_state = d->owner;
}

/* A closure before the case could have been closed for this is another's. */
static const struct icj_time *done_on(const struct dating *d, enum field_id f)
{
	const struct icj_time *done = peek_by_now(d, f);

	return done && f == F_closed && is_before_start(d, done) ? NULL : done;
}

static void find_done(struct dating *d)
{
	const struct icj_time *done = done_on(d, (enum field_id)d->row->done);
	const struct icj_time *other = peek_by_now(d, d->row->or_done);

	if (done) {
		d->due->done = *done;
		take_later(&d->due->done, peek_by_now(d, d->row->and_done));
	}
	if (other && (!done || icj__apart(other, &d->due->done) < 0))
		d->due->done = *other;
}

static void duty_date_row(struct dating *d)
{
	hook *date = d->row->date ? d->row->date : icj__count;

	d->day_0 = d->due->start.date;
	if (d->terms->unit != OPEN_HOURS && d->terms->unit != HOURS)
		d->due->start = on_day(d->day_0);
	find_parties(d);
	if (d->row->holds)
		icj__count_anew(d);
	if (!date(d)) {
		d->due->due = on_day(ICJ_DATE_NONE);
		d->undecided = true;
	}
}

/* -- One duty ----------------------------------------------------------- */

static void note_done(struct dating *d)
{
	const struct icj_time *done = &d->due->done;

	if (!has_time(done))
		return;
	if (runs_from_start(d) && done->date < d->due->start.date)
		icj__note_text(d, "done before the start");
	if (d->row->kind == ICJ_MAY && has_time(&d->due->due) &&
	    done->date < d->due->due.date)
		icj__note_text(d, "closed before the first day allowed");
}

/* Whether a withdrawal or a closure has come that ends the duty: one before
 * it began does not. */
static bool ended_by(struct dating *d, enum field_id f)
{
	const struct icj_time *day = peek_by_now(d, f);

	if (!day || !has_time(&d->e.ctx->as_of))
		return false;
	if (!is_before_start(d, day))
		return true;
	icj__note_text(d, icj_field_at(f)->name);
	icj__text_add(&d->note, runs_from_start(d) ?
	    " lies before the start and ends nothing" :
	    " lies long before that day and ends nothing");
	return false;
}

/* Reading: a file is kept after a withdrawal too. */
static void find_ends(struct dating *d)
{
	d->withdrawn = d->closed = false;
	if (d->row->kind == ICJ_KEEP ||
	    !icj__fact_either(d->e.c, F_withdrawn, F_closed))
		return;
	d->withdrawn = ended_by(d, F_withdrawn);
	d->closed = ended_by(d, F_closed);
}

static void note_no_end(struct dating *d)
{
	if (d->clock_missing)
		icj__note_clock(d);
	else if (d->e.missing.count == 0 && d->note.len == 0)
		icj__note_text(d, "the count leaves the years 1971 to 2199");
}

static void note_end(struct dating *d)
{
	if (!has_time(&d->due->due)) {
		note_no_end(d);
		return;
	}
	if (d->counted.end != ICJ_DATE_NONE)
		icj__note_counted(d);
	if (d->terms->unit == CALENDAR)
		icj__note_closed_due(d);
	if (d->day_0 != d->due->start.date)
		icj__note_day(d, "counted anew from charges_resolved ",
		    d->day_0, "");
}

/* What is known of the time after a wording that has run out, and that there is
 * a later edition. */
static void note_law(struct dating *d, icj_date on)
{
	const struct icj_rule *rule = d->due->duty.rule;
	char buf[ICJ_LATEST_NOTE];

	if (rule->change && rule->until != ICJ_DATE_NONE && on >= rule->until)
		icj__note_text(d, rule->change);
	if (icj__latest_note(on, d->due->edition, buf))
		icj__note_text(d, buf);
}

/* Who owes it, which facts it rests on, the reading, the law. */
static void duty_note_ground(struct dating *d, icj_date on)
{
	icj_state owner = d->due->owed_by_state;

	if (owner && (d->row->of_supervised ||
	    !icj_state_is_member(owner, d->due->start.date)))
		icj__note_owner(d);
	if (d->e.missing.count + d->e.assumed.count > 0 || d->due->past_due)
		icj__note_facts(d);
	if (d->row->reading)
		icj__note_reading(d);
	if (d->due->basis == ICJ_BASIS_NEAREST)
		note_law(d, on);
}

static void clear_start(struct icj_due *out)
{
	out->trigger = NULL;
	out->start = on_day(ICJ_DATE_NONE);
}

/* All but its start, which tells the wording. */
static void duty_clear(struct icj_due *out, const struct law *law)
{
	const struct icj_time none = on_day(ICJ_DATE_NONE);

	out->duty = law->duty;
	out->rule = law->wording->rule.cite;
	out->status = ICJ_DUE_NO_START;
	out->owed_by_state = 0;
	out->due = out->extended_to = out->done = none;
	out->days_left = 0;
	out->has_days_left = false;
	out->edition = ICJ_DATE_NONE;
	out->basis = ICJ_BASIS_TEXT;
	out->list_ended = out->past_due = false;
	out->note_len = 0;
	out->note[0] = '\0';
}

__attribute__((always_inline))
static inline enum icj_tri duty_applies(struct dating *d)
{
	uint8_t mark = d->e.missing.count;

	return settled(&d->e, mark, d->row->only_if ? d->row->only_if(d) :
	    icj__ask_test(&d->e, &d->row->asks, 0));
}

/* Of a duty that does not concern the case only this matters: what made it so
 * without being noted. */
__attribute__((noinline, cold))
static enum icj_tri applies_watched(struct dating *d)
{
	struct watch *w = d->e.trace->watch, before = *w;
	enum icj_tri v;

	memset(w->silent, 0, sizeof(w->silent));
	v = duty_applies(d);
	for (unsigned f = 0; f < FIELD_COUNT && v != ICJ_NO; f++)
		w->silent[f] = (int16_t)(w->silent[f] + before.silent[f]);
	return v;
}

/* The row that begins is known; d->e and d->due->start are set. */
static void date_begun(struct dating *d, icj_date on)
{
	struct icj_due *due = d->due;
	enum icj_tri applies = ICJ_YES;

	icj__text_start(&d->note, due->note, sizeof(due->note));
	due->edition = d->law->edition;
	due->basis = d->law->basis;
	d->later = starts_later(d);
	duty_date_row(d);
	if (d->row->only_if_text)
		applies = d->e.trace ? applies_watched(d) : duty_applies(d);
	if (applies == ICJ_NO) {
		due->status = ICJ_DUE_NOT_APPLICABLE;
		due->note[0] = '\0';
		return;
	}
	note_end(d);
	find_done(d);
	if (has_time(&due->due)) {
		if (d->row->extended_to != NO_FIELD)
			icj__extend(d);
		if (d->row->remark)
			d->row->remark(d);
	}
	note_done(d);
	find_ends(d);
	if (d->later || *d->hidden)
		icj__note_ahead_of(d);
	icj__judge_due(d, applies);
	duty_note_ground(d, on);
	due->note_len = d->note.len;
}

/* What the row names as not known or presumed was asked for, and so were the
 * ends of all. */
static void watch_notes(struct dating *d)
{
	const struct notes *notes[] = {&d->e.missing, &d->e.assumed};

	for (size_t n = 0; n < COUNT_OF(notes); n++)
		for (uint8_t i = 0; i < notes[n]->count; i++)
			icj__was_asked(d->e.trace,
			    (enum field_id)notes[n]->field[i]);
	if (d->row->kind == ICJ_KEEP)
		return;
	peek_on_file(d, F_withdrawn);
	peek_on_file(d, F_closed);
}

static bool is_gone_by_office(const struct dating *d,
    const struct duty_row *row)
{
	const struct wording *w;

	return icj__book_on(NULL, row->p, icj__gone_since(d->law->wording),
	    &w) != GONE;
}

/* A duty that the rules do not have on the day: since when, or from when. */
static void note_not_in_force(struct dating *d, const struct duty_row *row,
    enum book_on on)
{
	const struct wording *w = d->law->wording;

	icj__text_start(&d->note, d->due->note, sizeof(d->due->note));
	if (on == NOT_YET)
		icj__note_day(d, "no such duty before ", w->rule.from, "");
	else
		icj__note_day(d, "no such duty since ", icj__gone_since(w),
		    is_gone_by_office(d, row) ?
		    ", as the office's rulebook has it" : "");
	d->due->status = ICJ_DUE_NOT_IN_FORCE;
	d->due->note_len = d->note.len;
}

__attribute__((noinline))
static void look_up(struct law *law, const struct duty_row *row,
    const struct icj_amendments *office, icj_date on)
{
	const struct wording *w;

	law->has = icj__book_on(office, row->p, on, &w);
	law->wording = w;
	law->number = (uint32_t)(w - icj__amended(office, row->p)->wording);
	law->row = icj__duty_row_of(row, w);
	law->edition = icj__edition_by(w, on);
	law->basis = icj__basis_on(w, on);
	icj__put_duty(law->row, w, &law->duty);
	if (!icj__latest_note(on, law->edition, law->latest))
		*law->latest = '\0';
	law->from = INT32_MIN;
	law->until = INT32_MAX;
	icj__edition_span(on, &law->from, &law->until);
	icj__book_span(office, row->p, on, &law->from, &law->until);
}

static inline bool law_is_of(const struct law *law, icj_date on)
{
	return on >= law->from && on < law->until;
}

/* The duties of a caseload begin within some years, in any order: what was
 * looked up for others of a kind serves most. */
static inline const struct law *law_on(struct icj_counts *counts,
    const struct duty_row *row, const struct icj_amendments *office,
    icj_date on)
{
	unsigned i = counts->law[row->which].last;
	struct law *law = counts->law[row->which].at;

	if (law_is_of(&law[i], on))
		return &law[i];
	for (i = 0; i < LAWS && !law_is_of(&law[i], on); i++)
		;
	if (i == LAWS) {
		i = counts->law[row->which].next++ % LAWS;
		look_up(&law[i], row, office, on);
	}
	counts->law[row->which].last = i;
	return &law[i];
}

/* Puts in the wording that the law of a day has, and its row; false where it
 * has no such duty. */
static inline bool take_wording(struct dating *d, const struct duty_row *row,
    const struct law *law)
{
	d->law = law;
	d->row = law->row;
	d->terms = &law->wording->terms;
	duty_clear(d->due, law);
	if (icj__book_has(law->has))
		return true;
	clear_start(d->due);
	note_not_in_force(d, row, law->has);
	return false;
}

const struct terms *icj__terms_of(const struct icj_case *c,
    const struct icj_context *ctx, const struct duty_row *row)
{
	icj_date day = ICJ_DATE_NONE;

	for (size_t i = 0; i < COUNT_OF(row->on) && day == ICJ_DATE_NONE; i++)
		if (row->on[i] != NO_FIELD)
			day = icj__fact_day(c, (enum field_id)row->on[i]);
	return &icj__wording(ctx->amendments, row->p,
	    icj__edition_day(ctx, day))->terms;
}

void icj__date_plainly(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_counts *counts, struct trace *trace, enum duty_id which,
    struct icj_due *out)
{
	const struct duty_row *row = icj__duty_row(which);
	icj_date on = icj__edition_day(ctx, ICJ_DATE_NONE);
	bool begun, hidden = false;
	struct law law;
	struct dating d;

	d.due = out;
	d.hidden = &hidden;
	d.e.c = c;
	d.e.ctx = ctx;
	d.e.trace = trace;
	/* Clocks with offsets may turn days by one. */
	d.ahead_from = ctx->as_of.date == ICJ_DATE_NONE ? INT32_MAX :
	    ctx->as_of.date - 1;
	d.undecided = false;
	clear_start(out);
	if (counts && counts->office != ctx->amendments)
		icj__counts_amended(counts, ctx->amendments);
	begun = find_start(&d, row);
	if (begun)
		on = icj__edition_day(ctx, out->start.date);
	if (!counts)
		look_up(&law, row, ctx->amendments, on);
	if (!take_wording(&d, row, counts ? law_on(counts, row,
	    ctx->amendments, on) : &law))
		return;
	/* Later wordings may begin with other facts. */
	if (d.row != row) {
		clear_start(out);
		begun = find_start(&d, d.row);
	}
	if (!begun)
		return;
	icj__eval_start(&d.e, c, ctx, on);
	d.e.trace = trace;
	d.counted = (struct counted){ICJ_DATE_NONE, ICJ_DATE_NONE, 0,
	    ICJ_DATE_NONE, 0};
	d.offered = ICJ_DATE_NONE;
	d.clock_missing = false;
	d.counts = counts;
	date_begun(&d, on);
	if (trace && out->status != ICJ_DUE_NOT_APPLICABLE)
		watch_notes(&d);
}

static inline bool duty_is_plain(const struct icj_context *ctx)
{
	return ctx->as_of.offset == ICJ_NO_OFFSET &&
	    icj__is_day(ctx->as_of.date);
}

/* As nearly always: no offset, and a day of the calendar. */
static inline void date_duty(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_counts *counts,
    struct trace *trace, enum duty_id which, struct icj_due *out)
{
	if (icj__case_has_offset(c) || !duty_is_plain(ctx)) {
		icj__date_locally(c, ctx, counts, trace, which, out);
	} else {
		icj__date_plainly(c, ctx, counts, trace, which, out);
	}
}

/* What the duty asks for is asked for by whoever asks for the duty. */
__attribute__((noinline, cold))
static void date_watched(const struct icj_case *c,
    const struct icj_context *ctx, struct watch *by, enum duty_id which,
    struct icj_due *out)
{
	struct watch own = {.trace = {.watch = &own}};

	date_duty(c, ctx, NULL, &own.trace, which, out);
	for (unsigned f = 0; f < FIELD_COUNT; f++)
		by->silent[f] = (int16_t)(by->silent[f] + own.silent[f]);
}

void icj__date_duty(const struct icj_case *c, const struct icj_context *ctx,
    enum duty_id which, struct icj_due *out)
{
	struct watch *watch = icj__case_watch(c);

	if (watch)
		date_watched(c, ctx, watch, which, out);
	else
		date_duty(c, ctx, NULL, NULL, which, out);
}

void icj__date_duty_for(struct trace *trace, const struct icj_case *c,
    const struct icj_context *ctx, enum duty_id which, struct icj_due *out)
{
	date_duty(c, ctx, NULL, trace, which, out);
}

ICJ_API bool icj_due_asks(const struct icj_case *c,
    const struct icj_context *ctx, size_t i, const struct icj_field *field)
{
	struct watch watch = {.trace = {.watch = &watch}};
	struct icj_due due;

	if (i >= DUTY_IDS || !field || !icj__can_date(c, ctx))
		return false;
	date_duty(c, ctx, NULL, &watch.trace, (enum duty_id)i, &due);
	return watch.silent[icj__field_id(field)] > 0;
}

ICJ_API bool icj_due_counted(const struct icj_case *c,
    const struct icj_context *ctx, struct icj_counts *n, size_t i,
    struct icj_due *out)
{
	if (!out || i >= DUTY_IDS)
		return false;
	/* A context that is plain is filled: zeros have an offset. */
	if (c && ctx && ctx->calendar && duty_is_plain(ctx) &&
	    !icj__case_has_offset(c) && icj__has_edition(ctx))
		icj__date_plainly(c, ctx, n, NULL, (enum duty_id)i, out);
	else if (icj__can_date(c, ctx))
		date_duty(c, ctx, n, NULL, (enum duty_id)i, out);
	else
		icj__no_due(i, out);
	return true;
}

ICJ_API bool icj_due(const struct icj_case *c, const struct icj_context *ctx,
    size_t i, struct icj_due *out)
{
	return icj_due_counted(c, ctx, NULL, i, out);
}

ICJ_API size_t icj_due_next(const struct icj_case *c, size_t i)
{
	if (!c)
		return DUTY_IDS;

	uint64_t left = i < DUTY_IDS ? icj__duties_begun(c) >> i : 0;

	return left ? i + (size_t)__builtin_ctzll(left) : DUTY_IDS;
}

ICJ_API size_t icj_dues_begun(const struct icj_case *c, size_t *which,
    size_t room)
{
	if (!c || (!which && room))
		return 0;

	size_t n = 0;

	for (uint64_t left = icj__duties_begun(c); left; left &= left - 1) {
		if (n < room)
			which[n] = (size_t)__builtin_ctzll(left);
		n++;
	}
	return n;
}
