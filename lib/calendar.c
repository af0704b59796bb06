/* SPDX-License-Identifier: MIT */
/*
 * calendar.c - business days and the clock that runs on them only.  It owns
 * which days are open in which state, and must not know of any rule's limits.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "internal.h"
#include "holiday.h"

#define FIRST_YEAR 1971
#define LAST_YEAR 2199
#define DAYS (ICJ_CALENDAR_LAST - ICJ_CALENDAR_FIRST + 1)
#define WORDS (DAYS / 64 + 1)
#define DAY_SECONDS 86400
#define NO_LINE (-1)

/* The open days under one set of closures: a bit for each day and, for each
 * word, how many days before it are open.  How many days are open before any
 * day is then a sum of two numbers, and all counting is made of that. */
struct view {
	uint64_t open[WORDS];
	uint16_t before[WORDS];
};

/* A line of a holiday file, chained to the line before it about a day of the
 * same word, so that the last line is found first. */
struct line {
	const char *name; /* NULL if it has none */
	icj_date date;
	int32_t next;
	icj_state state;
	bool open;
};

struct icj_calendar {
	icj_date vouched[ICJ_STATES + 1];
	uint8_t view_of[ICJ_STATES + 1]; /* 0: the view for everywhere */
	struct line *lines;
	int32_t newest[WORDS];
	struct view views[]; /* then the lines, then their names */
};

/* -- Making ------------------------------------------------------------- */

static bool in_calendar(icj_date day)
{
	return day >= ICJ_CALENDAR_FIRST && day <= ICJ_CALENDAR_LAST;
}

static bool is_weekend(icj_date day)
{
	return icj_weekday(day) > 4;
}

static unsigned count_bits(uint64_t w)
{
	w -= w >> 1 & 0x5555555555555555;
	w = (w & 0x3333333333333333) + (w >> 2 & 0x3333333333333333);
	w = (w + (w >> 4)) & 0x0f0f0f0f0f0f0f0f;
	return (unsigned)(w * 0x0101010101010101 >> 56);
}

static void set_open(struct view *v, icj_date day, bool open)
{
	unsigned i = (unsigned)(day - ICJ_CALENDAR_FIRST);
	uint64_t bit = (uint64_t)1 << i % 64;

	if (open)
		v->open[i / 64] |= bit;
	else
		v->open[i / 64] &= ~bit;
}

/* 64 days are nine weeks and a day, so the words repeat after seven. */
static void open_weekdays(struct view *v)
{
	icj_date day = ICJ_CALENDAR_FIRST;
	size_t i;

	memset(v->open, 0, sizeof(v->open));
	for (; day < ICJ_CALENDAR_FIRST + 7 * 64; day++)
		set_open(v, day, !is_weekend(day));
	for (i = 7; i < WORDS; i++)
		v->open[i] = v->open[i - 7];
	for (day = ICJ_CALENDAR_LAST + 1;
	    day < ICJ_CALENDAR_FIRST + WORDS * 64; day++)
		set_open(v, day, false);
}

/* The holidays of one kind of year, as days after its first. */
struct kind {
	int from; /* the year they were made for */
	size_t n;
	icj_date days[ICJ__HOLIDAYS];
};

static void make_kind(struct kind *k, int year, icj_date first)
{
	size_t i;

	k->from = year;
	k->n = icj__holidays(year, k->days);
	for (i = 0; i < k->n; i++)
		k->days[i] -= first;
}

/* Years that begin on the same weekday and are as long have the same holidays,
 * once the list of them is settled.  The year after the last is asked for its
 * New Year's Day, which may be observed on 31 December. */
static void close_holidays(struct view *v)
{
	struct kind kinds[7][2] = { { { .from = 0 } } };
	icj_date first = ICJ_CALENDAR_FIRST, next;
	int year;

	for (year = FIRST_YEAR; year <= LAST_YEAR + 1; year++, first = next) {
		struct kind *k;
		size_t i;

		next = icj_date_of(year + 1, 1, 1);
		k = &kinds[icj_weekday(first)][next - first == 366];
		if (k->from < ICJ__HOLIDAYS_SETTLED)
			make_kind(k, year, first);
		for (i = 0; i < k->n; i++)
			if (in_calendar(first + k->days[i]))
				set_open(v, first + k->days[i], false);
	}
}

static void count_open(struct view *v)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < WORDS; i++) {
		v->before[i] = (uint16_t)count;
		count += count_bits(v->open[i]);
	}
}

/* Reading: of two lines for one state and day the last one stands.  A weekend
 * is not opened by a line: a business day is one of Monday to Friday. */
static void apply_lines(struct view *v, icj_state state,
    const struct icj_closure *closures, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		const struct icj_closure *c = &closures[i];

		if (c->state == state && in_calendar(c->date))
			set_open(v, c->date, c->open && !is_weekend(c->date));
	}
}

static bool is_state_or_all(icj_state s)
{
	return s >= 0 && s <= ICJ_STATES;
}

/* Numbers the views: one for everywhere, one for each state with lines. */
static size_t number_views(uint8_t view_of[ICJ_STATES + 1],
    const struct icj_closure *closures, size_t count)
{
	size_t views = 1, i;

	memset(view_of, 0, ICJ_STATES + 1);
	for (i = 0; i < count; i++) {
		icj_state s = closures[i].state;

		if (s > 0 && s <= ICJ_STATES && !view_of[s])
			view_of[s] = (uint8_t)views++;
	}
	return views;
}

/* States come after everywhere, so that their lines outweigh it. */
static void make_views(struct icj_calendar *cal,
    const struct icj_closure *closures, size_t count)
{
	struct view *all = &cal->views[0];
	icj_state s;

	open_weekdays(all);
	close_holidays(all);
	apply_lines(all, 0, closures, count);
	for (s = 1; s <= ICJ_STATES; s++) {
		struct view *own = &cal->views[cal->view_of[s]];

		if (own == all)
			continue;
		*own = *all;
		apply_lines(own, s, closures, count);
		count_open(own);
	}
	count_open(all);
}

static void make_lines(struct icj_calendar *cal,
    const struct icj_closure *closures, size_t count)
{
	char *text = (char *)(cal->lines + count);
	size_t i;

	for (i = 0; i < WORDS; i++)
		cal->newest[i] = NO_LINE;
	for (i = 0; i < count; i++) {
		const struct icj_closure *c = &closures[i];
		struct line *l = &cal->lines[i];
		size_t len = c->name ? strlen(c->name) : 0;
		int32_t *newest;

		*l = (struct line){ NULL, c->date, NO_LINE, c->state, c->open };
		if (len) {
			l->name = memcpy(text, c->name, len + 1);
			text += len + 1;
		}
		if (!in_calendar(c->date) || !is_state_or_all(c->state))
			continue;
		newest = &cal->newest[(c->date - ICJ_CALENDAR_FIRST) / 64];
		l->next = *newest;
		*newest = (int32_t)i;
	}
}

/* Reading: of two vouches for one state the later day holds. */
static void make_vouches(struct icj_calendar *cal,
    const struct icj_vouch *vouches, size_t count)
{
	size_t i;

	for (i = 0; i <= ICJ_STATES; i++)
		cal->vouched[i] = ICJ_DATE_NONE;
	for (i = 0; i < count; i++) {
		const struct icj_vouch *v = &vouches[i];

		if (is_state_or_all(v->state) &&
		    v->through > cal->vouched[v->state])
			cal->vouched[v->state] = v->through;
	}
}

/* Bytes for the lines and their names, 0 if they are too many. */
static size_t size_of_lines(const struct icj_closure *closures, size_t count)
{
	size_t size = 1, i;

	if (count > INT32_MAX / sizeof(struct line))
		return 0;
	size += count * sizeof(struct line);
	for (i = 0; i < count; i++) {
		size += closures[i].name ? strlen(closures[i].name) + 1 : 0;
		if (size > INT32_MAX)
			return 0;
	}
	return size;
}

ICJ_API struct icj_calendar *icj_calendar_new(
    const struct icj_closure *closures, size_t count,
    const struct icj_vouch *vouches, size_t vouch_count)
{
	uint8_t view_of[ICJ_STATES + 1];
	size_t views = number_views(view_of, closures, count);
	size_t size = size_of_lines(closures, count);
	struct icj_calendar *cal = NULL;

	if (size)
		cal = malloc(sizeof(*cal) + views * sizeof(struct view) + size);
	if (!cal)
		return NULL;
	memcpy(cal->view_of, view_of, sizeof(view_of));
	cal->lines = (struct line *)(void *)(cal->views + views);
	make_views(cal, closures, count);
	make_lines(cal, closures, count);
	make_vouches(cal, vouches, vouch_count);
	return cal;
}

ICJ_API void icj_calendar_free(struct icj_calendar *cal)
{
	free(cal);
}

/* -- Counting ----------------------------------------------------------- */

static const struct view *view_for(const struct icj_calendar *cal,
    icj_state state)
{
	return &cal->views[is_state_or_all(state) ? cal->view_of[state] : 0];
}

static bool day_is_open(const struct view *v, icj_date day)
{
	unsigned i = (unsigned)(day - ICJ_CALENDAR_FIRST);

	return v->open[i / 64] >> i % 64 & 1;
}

/* Open days from the first of the calendar to the one before day, which may
 * be the first day after the calendar. */
static int32_t open_before(const struct view *v, icj_date day)
{
	unsigned i = (unsigned)(day - ICJ_CALENDAR_FIRST);
	uint64_t below = ((uint64_t)1 << i % 64) - 1;

	return v->before[i / 64] + (int32_t)count_bits(v->open[i / 64] & below);
}

/* The fewest days that n > 0 weekdays can take: two more a full week. */
static int32_t least_days(int32_t n)
{
	return n + (n - 1) / 5 * 2;
}

/* Each step is as long as the open days still missing take at the least, so
 * the day sought is never passed; two or three steps do for small n. */
static icj_date step_forward(const struct view *v, icj_date day, int32_t n)
{
	int32_t sought = open_before(v, day + 1), left = n;

	if (n > open_before(v, ICJ_CALENDAR_LAST + 1) - sought)
		return ICJ_DATE_NONE;
	for (sought += n; left > 0; left = sought - open_before(v, day + 1))
		day += least_days(left);
	return day;
}

static icj_date step_back(const struct view *v, icj_date day, int32_t n)
{
	int32_t sought = open_before(v, day), left = n;

	if (n > sought)
		return ICJ_DATE_NONE;
	for (sought -= n; left > 0; left = open_before(v, day) - sought)
		day -= least_days(left);
	return day;
}

ICJ_API bool icj_is_business_day(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	return in_calendar(day) && day_is_open(view_for(cal, state), day);
}

/* Reading: the day that starts a count is never counted, and from a closed
 * day the count begins with the next business day. */
ICJ_API icj_date icj_add_business_days(const struct icj_calendar *cal,
    icj_state state, icj_date day, int32_t n)
{
	const struct view *v = view_for(cal, state);

	if (n == 0)
		return day;
	if (!in_calendar(day) || n == INT32_MIN)
		return ICJ_DATE_NONE;
	return n > 0 ? step_forward(v, day, n) : step_back(v, day, -n);
}

static icj_date clamp(icj_date day)
{
	if (day < ICJ_CALENDAR_FIRST)
		return ICJ_CALENDAR_FIRST;
	return day > ICJ_CALENDAR_LAST ? ICJ_CALENDAR_LAST : day;
}

ICJ_API int32_t icj_count_business_days(const struct icj_calendar *cal,
    icj_state state, icj_date from, icj_date to)
{
	const struct view *v = view_for(cal, state);

	from = clamp(from);
	to = clamp(to);
	if (to < from)
		return open_before(v, to) - open_before(v, from);
	return open_before(v, to + 1) - open_before(v, from + 1);
}

/* Reading: "twenty-four (24) hours (excluding weekends and holidays)" (Rules
 * 6-101, 6-104) stops the clock from midnight to midnight on closed days.  It
 * is wall time, so an offset is handed on as it came. */
ICJ_API struct icj_time icj_add_open_hours(const struct icj_calendar *cal,
    icj_state state, struct icj_time start, int32_t hours)
{
	int64_t seconds = (int64_t)hours * 3600 + start.second;
	int32_t days;

	if (start.second == ICJ_NO_CLOCK)
		start.date = ICJ_DATE_NONE;
	if (hours <= 0 || start.date == ICJ_DATE_NONE)
		return start;
	if (!icj_is_business_day(cal, state, start.date)) {
		start.date = icj_add_business_days(cal, state, start.date, 1);
		seconds -= start.second;
	}
	/* The end of a day is reached on that day, not on the next open one. */
	days = (int32_t)((seconds - 1) / DAY_SECONDS);
	start.date = icj_add_business_days(cal, state, start.date, days);
	start.second = (int32_t)(seconds % DAY_SECONDS);
	if (start.date != ICJ_DATE_NONE && start.second == 0)
		start.date++;
	return start;
}

/* -- Reasons ------------------------------------------------------------ */

/* The last line for just this state, or for everywhere, about a day. */
static const struct line *find_line(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	int32_t i = cal->newest[(day - ICJ_CALENDAR_FIRST) / 64];

	for (; i != NO_LINE; i = cal->lines[i].next) {
		const struct line *l = &cal->lines[i];

		if (l->date == day && l->state == state)
			return l;
	}
	return NULL;
}

static const char *closing_name(const struct line *l)
{
	return l && !l->open ? l->name : NULL;
}

ICJ_API const char *icj_closed_because(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	const char *name;

	if (!in_calendar(day))
		return "outside the calendar of 1971 to 2199";
	if (icj_is_business_day(cal, state, day))
		return NULL;
	name = closing_name(find_line(cal, state, day));
	if (!name)
		name = closing_name(find_line(cal, 0, day));
	if (!name)
		name = icj__holiday_name(day);
	if (!name)
		name = is_weekend(day) ? "weekend" : "closed";
	return name;
}

ICJ_API icj_date icj_calendar_vouched(const struct icj_calendar *cal,
    icj_state state)
{
	if (is_state_or_all(state) && cal->vouched[state] != ICJ_DATE_NONE)
		return cal->vouched[state];
	return cal->vouched[0];
}
