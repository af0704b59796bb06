/* SPDX-License-Identifier: MIT */
/*
 * local.c - dates a duty by the clocks of the place where it is owed, where a
 * time carries an offset that this place cannot have: Z, say, tells nothing of
 * the day there.  It tries each zone of the state (see zone.c) and knows no
 * duty by name.
 *
 * Reading: where the zones do not agree the earlier end of a duty or a cap is
 * given, and the later end of a permission; an offset that the place can have
 * says what its clocks show.
 */
#include "icj_caseload.h"
#include "duties/deadline.h"
#include "time/zone.h"

/* The times that a place has: that which holds the juvenile, or the airport on
 * the way, whose state no field names. */
static const uint16_t detention[] = {
	F_detained_at, F_released_at, F_office_contacted
};
static const uint16_t airport[] = {F_airport_arrival, F_airport_notice};

struct local {
	const struct icj_case *c;
	const struct icj_context *ctx;
	struct icj_counts *counts;
	struct trace *trace;   /* or NULL */
	enum duty_id which;
	const struct duty_row *row;
	const struct terms *terms; /* by the law of the start */
	const uint16_t *times;  /* fields */
	size_t count;
	icj_state owner, place; /* 0: not known */
	bool facts;            /* one of the times is of no local day, */
	bool as_of;            /* or the moment judged from is not */
};

/* One attempt: all of it in the wall time of a zone. */
struct attempt {
	unsigned zone;
	struct case_room room;
	const struct icj_case *c;
	struct icj_context ctx;
	struct icj_due *due;
};

/* -- Whether it is asked for -------------------------------------------- */

static icj_state local_state_in(const struct icj_case *c, enum field_id f)
{
	return f != NO_FIELD && icj__fact_when(c, f) ?
	    icj__fact_state(c, f) : 0;
}

/* As icj__stand_in() has it. */
static icj_state owner_of(const struct icj_case *c, const struct duty_row *row,
    unsigned owed)
{
	enum field_id f = icj__owner_of((enum owed_by)owed);

	if (owed == BY_either || owed == BY_both)
		return 0;
	if (row->of_supervised && !local_state_in(c, f))
		f = f == F_home_state ? F_sending_state : F_receiving_state;
	return local_state_in(c, f);
}

static const struct icj_time *time_in(const struct local *l, size_t i)
{
	const struct icj_time *t = icj__fact_when(l->c, l->times[i]);

	return t && icj__has_offset(t) ? t : NULL;
}

static bool local_is_strange(const struct icj_time *t, icj_state state)
{
	return t && icj__has_offset(t) && !icj__is_local(t, state);
}

/* Whether some of the times of an airport carry an offset and some do not: if
 * all do they are compared as they are. */
static bool is_mixed(const struct local *l)
{
	size_t with = icj__has_offset(&l->ctx->as_of), times = 1;

	for (size_t i = 0; i < l->count; i++) {
		times += icj__fact_when(l->c, l->times[i]) != NULL;
		with += time_in(l, i) != NULL;
	}
	return with != times;
}

/* The moment judged from is the same for all duties of all cases. */
static bool as_of_is_strange(const struct local *l)
{
	const struct icj_time *t = &l->ctx->as_of;
	struct icj_counts *n = l->counts;

	if (!icj__has_offset(t))
		return false;
	if (!n)
		return local_is_strange(t, l->owner);
	if (n->as_of.date != t->date || n->as_of.second != t->second ||
	    n->as_of.offset != t->offset) {
		n->as_of = *t;
		n->zones = icj__zones_with(icj__zones_of(0), icj__utc(t),
		    t->offset);
		for (unsigned z = 0; z < ZONES; z++)
			n->as_of_in[z] = icj__zone_local(z, t);
	}
	return !(icj__zones_of(l->owner) & n->zones);
}

/* By the clocks of a zone, after as_of_is_strange(). */
static struct icj_time as_of_in(const struct local *l, unsigned zone)
{
	return l->counts ? l->counts->as_of_in[zone] :
	    icj__zone_local(zone, &l->ctx->as_of);
}

static void find_out(struct local *l)
{
	const struct duty_row *row = l->row;
	bool in_air = l->terms->unit == HOURS;

	l->times = in_air ? airport : detention;
	l->count = in_air ? COUNT_OF(airport) : COUNT_OF(detention);
	l->owner = owner_of(l->c, row, l->terms->owed);
	l->place = in_air ? 0 : local_state_in(l->c, F_holding_state);
	if (in_air)
		l->owner = 0;
	l->facts = false;
	if (icj__case_has_offset(l->c) && (!in_air || is_mixed(l)))
		for (size_t i = 0; i < l->count; i++)
			l->facts |= local_is_strange(time_in(l, i), l->place);
	l->as_of = as_of_is_strange(l) && (!in_air || is_mixed(l));
}

/* -- One zone ----------------------------------------------------------- */

/* The zones that can be meant: those which have what offsets of theirs the
 * times carry. */
static unsigned zones_meant(const struct local *l)
{
	unsigned all = icj__zones_of(l->place), meant = all;

	for (size_t i = 0; i < l->count; i++) {
		const struct icj_time *t = time_in(l, i);

		if (t && icj__is_local(t, l->place))
			meant &= icj__zones_with(all, icj__utc(t), t->offset);
	}
	return meant ? meant : all;
}

static unsigned first_of(unsigned zones)
{
	return (unsigned)__builtin_ctz(zones);
}

static const struct icj_case *with_times_moved(const struct local *l,
    struct case_room *room, unsigned zone)
{
	struct icj_case *c = icj__case_copy(room, l->c);

	for (size_t i = 0; i < l->count; i++)
		if (time_in(l, i))
			icj__fact_move(c, l->times[i],
			    icj__zone_local(zone, time_in(l, i)));
	return c;
}

/* What was moved is shown as it came: the start with a clock, and an end of
 * hours with the offset of the start. */
static void show_as_given(const struct local *l, struct attempt *a)
{
	struct icj_due *due = a->due;

	for (size_t i = 0; i < l->count; i++) {
		const struct icj_time *t = time_in(l, i);
		struct icj_time moved = icj__fact_time(a->c, l->times[i]);

		if (!t)
			continue;
		if (due->done.date == moved.date &&
		    due->done.second == moved.second)
			due->done = *t;
		if (due->start.second == ICJ_NO_CLOCK || !due->trigger ||
		    icj__field_id(due->trigger) != l->times[i])
			continue;
		due->start = *t;
		if (has_time(&due->due) && due->due.second != ICJ_NO_CLOCK) {
			int64_t wall = icj__wall(&due->due);
			int64_t utc = wall - icj__zone_offset_at(a->zone,
			    wall) * INT64_C(60);

			due->due = icj__from_seconds(utc + t->offset *
			    INT64_C(60), t->offset);
		}
	}
}

/* The time left, in seconds of wall time, by which attempts are compared. */
static int64_t time_left(const struct attempt *a)
{
	const struct icj_due *due = a->due;
	const struct icj_time *from = has_time(&due->done) ? &due->done :
	    &a->ctx.as_of;
	const struct icj_time *to = in_effect(due);

	if (!has_time(to) || !has_time(from))
		return 0;
	return (int64_t)(to->date - from->date) * 86400 +
	    (to->second == ICJ_NO_CLOCK ? 86400 : to->second) -
	    (from->second == ICJ_NO_CLOCK ? 86400 : from->second);
}

static int64_t try_zone(const struct local *l, struct attempt *a,
    unsigned zone)
{
	bool there = l->owner == l->place;
	int64_t left;

	a->zone = zone;
	a->c = l->facts ? with_times_moved(l, &a->room,
	    there ? zone : first_of(zones_meant(l))) : l->c;
	a->ctx = *l->ctx;
	if (icj__has_offset(&a->ctx.as_of) && (l->as_of || there))
		a->ctx.as_of = as_of_in(l, zone);
	icj__date_plainly(a->c, &a->ctx, l->counts, l->trace, l->which,
	    a->due);
	left = time_left(a);
	if (l->facts)
		show_as_given(l, a);
	return left;
}

/* -- All of them -------------------------------------------------------- */

/* What the zones do not agree on: the first and the last of each. */
struct span {
	struct icj_time start[2], due[2], as_of[2];
	enum icj_due_status status[2];
};

static int64_t order_of(const struct icj_time *t)
{
	return t->date == ICJ_DATE_NONE ? INT64_MIN : t->date *
	    INT64_C(86400) + (t->second == ICJ_NO_CLOCK ? 0 : t->second);
}

static void local_widen(struct icj_time span[2], const struct icj_time *t,
    bool first)
{
	if (first || order_of(t) < order_of(&span[0]))
		span[0] = *t;
	if (first || order_of(t) > order_of(&span[1]))
		span[1] = *t;
}

static void note_attempt(struct span *s, const struct attempt *a, bool first)
{
	const struct icj_due *due = a->due;
	struct icj_time start = due->trigger ?
	    icj__fact_time(a->c, icj__field_id(due->trigger)) : due->start;

	local_widen(s->start, &(struct icj_time){start.date, ICJ_NO_CLOCK,
	    ICJ_NO_OFFSET}, first);
	local_widen(s->due, &due->due, first);
	local_widen(s->as_of,
	    &(struct icj_time){a->ctx.as_of.date, ICJ_NO_CLOCK, ICJ_NO_OFFSET},
	    first);
	if (first)
		s->status[0] = s->status[1] = due->status;
	else if (due->status != s->status[0])
		s->status[1] = due->status;
}

static void add_times(struct text *note, const struct icj_time span[2])
{
	char buf[32];

	icj__text_add(note, icj_time_format(&span[0], buf));
	if (order_of(&span[0]) == order_of(&span[1]))
		return;
	TEXTS(note, " or ", icj_time_format(&span[1], buf));
}

static bool is_moved(const struct local *l, const struct icj_due *due)
{
	if (l->terms->unit == HOURS) /* these run through all days alike */
		return false;
	for (size_t i = 0; l->facts && due->trigger && i < l->count; i++)
		if (icj__field_id(due->trigger) == l->times[i] &&
		    local_is_strange(time_in(l, i), l->place))
			return true;
	return false;
}

static void local_say(const struct local *l, struct icj_due *due,
    const struct span *s)
{
	icj_state state = l->facts ? l->place : l->owner;
	const char *where = state ? icj_state_code(state) : "any state";
	bool early = l->row->kind == ICJ_DUTY ||
	    l->row->kind == ICJ_CAP;
	struct text note = {due->note, sizeof(due->note), due->note_len,
	    false};

	if (is_moved(l, due)) {
		icj__text_next(&note);
		TEXTS(&note, "local day of ", due->trigger->name, " in ", where,
		    ": ");
		add_times(&note, s->start);
	}
	if (order_of(&s->due[0]) != order_of(&s->due[1])) {
		icj__text_next(&note);
		icj__text_add(&note, "due ");
		add_times(&note, s->due);
		icj__text_add(&note, early ? " by its zones, the earlier is "
		    "given" : " by its zones, the later is given");
	}
	if (s->status[0] != s->status[1]) {
		icj__text_next(&note);
		TEXTS(&note, "by the local time of ", where);
		if (l->as_of) {
			icj__text_add(&note, ", as of ");
			add_times(&note, s->as_of);
		}
		TEXTS(&note, ": ", icj_due_status_name(s->status[0]), " or ",
		    icj_due_status_name(s->status[1]));
	}
	due->note_len = note.len;
}

/* The attempt that counts: the one that ends first, or last for a permission;
 * of two the one with the least time left, or the most. */
static bool outweighs(const struct attempt *a, int64_t left,
    const struct icj_due *than, int64_t than_left)
{
	enum icj_duty_kind kind = a->due->duty.kind;
	int64_t end = order_of(in_effect(a->due));
	int64_t than_end = order_of(in_effect(than));

	if (kind == ICJ_DUTY || kind == ICJ_CAP)
		return end < than_end || (end == than_end && left < than_left);
	return end > than_end || (end == than_end && left > than_left);
}

/* Of the zones those that must be tried: where nothing else has a clock, all
 * that show the same day say the same. */
static unsigned zones_apart(const struct local *l, unsigned zones)
{
	unsigned kept = 0;

	if (l->facts || l->terms->unit == HOURS || icj__case_has_clock(l->c))
		return zones;
	for (; zones; zones &= zones - 1) {
		icj_date day = as_of_in(l, first_of(zones)).date;
		unsigned left = kept;

		while (left && as_of_in(l, first_of(left)).date != day)
			left &= left - 1;
		if (!left)
			kept |= 1u << first_of(zones);
	}
	return kept;
}

static void try_all(const struct local *l, struct icj_due *out)
{
	unsigned zones = l->facts && l->owner == l->place ? zones_meant(l) :
	    icj__zones_of(l->owner);
	struct attempt a; /* its room is large and mostly not needed */
	struct icj_due other;
	struct span s;
	int64_t best;

	zones = zones_apart(l, zones); /* every state has one */
	a.due = out;
	best = try_zone(l, &a, first_of(zones));
	if (!l->facts && !(zones & (zones - 1)))
		return;
	note_attempt(&s, &a, true);
	a.due = &other;
	while (zones &= zones - 1) {
		int64_t left = try_zone(l, &a, first_of(zones));

		note_attempt(&s, &a, false);
		if (!outweighs(&a, left, out, best))
			continue;
		*out = other;
		best = left;
	}
	if (icj__due_is_shown(out))
		local_say(l, out, &s);
}

/* Judged from another moment: what the clocks of the place show, as the times
 * of the case do, or none. */
static void date_as_of(const struct local *l, struct icj_time as_of,
    struct icj_due *out)
{
	struct icj_context ctx = *l->ctx;

	ctx.as_of = as_of;
	icj__date_plainly(l->c, &ctx, l->counts, l->trace, l->which, out);
}

/* The states whose clocks count: of a duty that nothing starts none do. */
static void watch_places(const struct local *l, const struct icj_due *out)
{
	enum field_id f = icj__owner_of((enum owed_by)l->terms->owed);

	if (!l->trace || !has_time(&out->start))
		return;
	if (f != NO_FIELD && !icj__fact_known(l->c, f))
		icj__was_asked(l->trace, f);
	if (l->row->of_supervised) {
		if (!icj__fact_known(l->c, F_sending_state))
			icj__was_asked(l->trace, F_sending_state);
		if (!icj__fact_known(l->c, F_receiving_state))
			icj__was_asked(l->trace, F_receiving_state);
	}
	for (size_t i = 0; i < l->count && icj__case_has_offset(l->c); i++)
		if (out->trigger && !icj__fact_known(l->c, F_holding_state) &&
		    icj__field_id(out->trigger) == l->times[i])
			icj__was_asked(l->trace, F_holding_state);
}

void icj__date_locally(const struct icj_case *c, const struct icj_context *ctx,
    struct icj_counts *counts, struct trace *trace, enum duty_id which,
    struct icj_due *out)
{
	struct local l = {.c = c, .ctx = ctx, .counts = counts,
	    .trace = trace, .which = which, .row = icj__row_of_duty(which)};

	struct icj_time as_of = ctx->as_of;

	/* A day that no calendar has is as good as none. */
	if (as_of.date < ICJ_DATE_MIN || as_of.date > ICJ_DATE_MAX) {
		date_as_of(&l, on_day(ICJ_DATE_NONE), out);
		return;
	}
	l.terms = icj__terms_of(c, ctx, l.row);
	find_out(&l);
	as_of.offset = ICJ_NO_OFFSET;
	if (l.facts || l.as_of)
		try_all(&l, out);
	else if (icj__case_has_offset(c))
		icj__date_plainly(c, ctx, counts, trace, which, out);
	else
		date_as_of(&l, as_of, out);
	watch_places(&l, out);
}
