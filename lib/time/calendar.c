/* SPDX-License-Identifier: MIT */
/*
 * calendar.c - business days and the clock that runs on them only.  It owns
 * which days are open in which state, and must not know of any rule's limits.
 */
#include <stdlib.h>
#include <string.h>

#include "icj.h"
#include "base/base.h"
#include "time/day.h"
#include "time/calendar.h"
#include "time/text.h"
#include "time/holiday.h"

#define FIRST_YEAR 1971
#define LAST_YEAR 2199
#define YEARS (LAST_YEAR - FIRST_YEAR + 1)
#define DAYS (ICJ_CALENDAR_LAST - ICJ_CALENDAR_FIRST + 1)
#define BLOCKS (DAYS / 64 + 1)
#define DAY_SECONDS 86400
#define NO_LINE (-1)
#define NEAR 20 /* business days that are less than 64 days, but for closures */

/* The open days of a year: a bit for each day from 1 January on and, for each
 * word, how many days before it are open.  Years that are open on the same
 * days share one: of the calendar's 229 some forty differ. */
#define YEAR_WORDS 6

struct year {
	uint64_t open[YEAR_WORDS];
	uint16_t before[YEAR_WORDS];
	uint16_t days; /* that are open, in all */
	uint8_t view;  /* the one it was changed for, 0: the lines did not */
};

/* The years under one set of closures, by their places among the calendar's,
 * and how many days before each are open.  How many days are open before any
 * day is then a sum of three numbers, and all counting is made of that.  The
 * year after the last is there to be counted up to. */
struct view {
	uint16_t year[YEARS + 1];
	uint16_t before[YEARS + 1];
};

/* A line of a holiday file, chained to the line before it about a day of the
 * same block of 64, so that the last line is found first. */
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
	struct year *years;
	size_t year_count;
	struct line *lines;
	size_t line_count;
	int32_t *newest; /* line of each block */
	struct view views[]; /* then the years, lines and all else */
};

/* -- Days and years ----------------------------------------------------- */

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

/* Where the bit of a day is. */
struct place {
	unsigned year; /* 0 is the calendar's first */
	unsigned day;  /* 0 is 1 January */
};

/* Every fourth year is taken for a leap year: 2100, which is none, ends with
 * a day that never comes.  Counted from 1969, so that a leap year is the last
 * of its four. */
static inline struct place calendar_place_of(icj_date day)
{
	unsigned n = (unsigned)(day - ICJ_DAY(1969, 1, 1)) +
	    (day >= ICJ_DAY(2101, 1, 1));
	unsigned year = (4 * n + 3) / 1461;

	return (struct place){year - (FIRST_YEAR - 1969),
	    n - 365 * year - year / 4};
}

static void set_open(struct year *y, unsigned day, bool open)
{
	uint64_t bit = (uint64_t)1 << day % 64;

	if (open)
		y->open[day / 64] |= bit;
	else
		y->open[day / 64] &= ~bit;
}

static void count_open(struct year *y)
{
	unsigned count = 0;

	for (size_t i = 0; i < YEAR_WORDS; i++) {
		y->before[i] = (uint16_t)count;
		count += count_bits(y->open[i]);
	}
	y->days = (uint16_t)count;
}

/* -- Making ------------------------------------------------------------- */

/* 64 days from a weekday on, Monday to Friday as bits. */
static uint64_t weekdays_from(int weekday)
{
	const uint64_t monday = 0x9f3e7cf9f3e7cf9f; /* 63 days are nine weeks */

	return monday >> weekday | monday << (63 - weekday);
}

/* A year without closures but for the federal holidays. */
static void make_year(struct year *y, int year, int days, int weekday)
{
	int16_t holiday[ICJ__HOLIDAYS];
	size_t n = icj__holidays(year, days, weekday, holiday);

	y->view = 0;
	for (int i = 0; i < YEAR_WORDS; i++) /* 64 days: nine weeks and one */
		y->open[i] = weekdays_from((weekday + i) % 7);
	y->open[YEAR_WORDS - 1] &=
	    ((uint64_t)1 << (days - 64 * (YEAR_WORDS - 1))) - 1;
	while (n--)
		set_open(y, (unsigned)holiday[n], false);
	count_open(y);
}

/* Years of one length that begin on one weekday are the same as long as the
 * holidays are. */
static void make_years(struct icj_calendar *cal, struct view *v)
{
	int weekday = icj_weekday(ICJ_CALENDAR_FIRST);
	int16_t made[2][7];
	int same_until = 0;

	for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
		bool leap = year % 4 == 0 && year != 2100;
		int days = leap ? 366 : 365;
		int16_t *place = &made[leap][weekday];

		if (year > same_until) {
			same_until = icj__same_holidays_until(year);
			memset(made, -1, sizeof(made));
		}
		if (*place < 0) {
			*place = (int16_t)cal->year_count++;
			make_year(&cal->years[*place], year, days, weekday);
		}
		v->year[year - FIRST_YEAR] = (uint16_t)*place;
		weekday = (weekday + days) % 7;
	}
	v->year[YEARS] = v->year[0]; /* nothing in it is counted */
}

static void calendar_count_years(const struct icj_calendar *cal, struct view *v)
{
	unsigned count = 0;

	for (size_t i = 0; i <= YEARS; i++) {
		v->before[i] = (uint16_t)count;
		count += cal->years[v->year[i]].days;
	}
}

/* A year of a view that may be changed: of its own. */
static struct year *own_year(struct icj_calendar *cal, size_t view,
    unsigned year)
{
	uint16_t *place = &cal->views[view].year[year];
	struct year *own = &cal->years[cal->year_count];

	if (cal->years[*place].view == view + 1)
		return &cal->years[*place];
	*own = cal->years[*place];
	own->view = (uint8_t)(view + 1);
	*place = (uint16_t)cal->year_count++;
	return own;
}

/* Reading: of two lines for one state and day the last one stands.  A weekend
 * is not opened by a line: a business day is one of Monday to Friday. */
static void apply_line(struct icj_calendar *cal, size_t view,
    const struct icj_closure *c)
{
	struct place at;

	if (!in_calendar(c->date))
		return;
	at = calendar_place_of(c->date);
	set_open(own_year(cal, view, at.year), at.day,
	    c->open && !is_weekend(c->date));
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
static void make_views(struct icj_calendar *cal, size_t views,
    const struct icj_closure *closures, size_t count)
{
	size_t i;

	cal->year_count = 0;
	make_years(cal, &cal->views[0]);
	for (i = 0; i < count; i++)
		if (closures[i].state == 0)
			apply_line(cal, 0, &closures[i]);
	for (i = 1; i < views; i++)
		cal->views[i] = cal->views[0];
	for (i = 0; i < count; i++)
		if (closures[i].state > 0 && closures[i].state <= ICJ_STATES)
			apply_line(cal, cal->view_of[closures[i].state],
			    &closures[i]);
	for (i = 0; i < cal->year_count; i++)
		if (cal->years[i].view)
			count_open(&cal->years[i]);
	for (i = 0; i < views; i++)
		calendar_count_years(cal, &cal->views[i]);
}

static void make_lines(struct icj_calendar *cal,
    const struct icj_closure *closures, size_t count)
{
	char *text = (char *)(cal->newest + BLOCKS);
	size_t i;

	cal->line_count = count;
	if (count > 0)
		memset(cal->newest, -1, BLOCKS * sizeof(*cal->newest));
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
	size_t size = BLOCKS * sizeof(int32_t), i;

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

/* The most years there can be: a line changes one of one view. */
static size_t most_years(size_t views, size_t count)
{
	return YEARS + (count < views * YEARS ? count : views * YEARS);
}

/* An empty calendar with room for so many views, years and lines. */
static struct icj_calendar *calendar_room(size_t views, size_t years,
    size_t lines, size_t lines_size)
{
	struct icj_calendar *cal = NULL;
	size_t size = sizeof(*cal) + views * sizeof(struct view);

	size += (0 - size) % _Alignof(struct year);
	if (lines_size)
		cal = malloc(size + years * sizeof(struct year) + lines_size);
	if (!cal)
		return NULL;
	cal->years = (struct year *)(void *)((char *)cal + size);
	cal->lines = (struct line *)(void *)(cal->years + years);
	cal->newest = (int32_t *)(void *)(cal->lines + lines);
	return cal;
}

ICJ_API struct icj_calendar *icj_calendar_new(
    const struct icj_closure *closures, size_t count,
    const struct icj_vouch *vouches, size_t vouch_count)
{
	if ((!closures && count) || (!vouches && vouch_count))
		return NULL;

	uint8_t view_of[ICJ_STATES + 1];
	size_t views = number_views(view_of, closures, count);
	struct icj_calendar *cal = calendar_room(views,
	    most_years(views, count), count, size_of_lines(closures, count));

	if (!cal)
		return NULL;
	memcpy(cal->view_of, view_of, sizeof(view_of));
	make_views(cal, views, closures, count);
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

static inline const struct year *year_at(const struct icj_calendar *cal,
    const struct view *v, struct place at)
{
	return &cal->years[v->year[at.year]];
}

static bool day_is_open(const struct icj_calendar *cal, const struct view *v,
    icj_date day)
{
	struct place at = calendar_place_of(day);

	return year_at(cal, v, at)->open[at.day / 64] >> at.day % 64 & 1;
}

/* Open days from the first of the calendar to the one before day, which may
 * be the first day after the calendar. */
static int32_t open_before(const struct icj_calendar *cal,
    const struct view *v, icj_date day)
{
	struct place at = calendar_place_of(day);
	const struct year *y = year_at(cal, v, at);
	uint64_t below = ((uint64_t)1 << at.day % 64) - 1;

	return v->before[at.year] + y->before[at.day / 64] +
	    (int32_t)count_bits(y->open[at.day / 64] & below);
}

/* The fewest days that n > 0 weekdays can take: two more a full week. */
static int32_t least_days(int32_t n)
{
	return n + (n - 1) / 5 * 2;
}

/* Each step is as long as the open days still missing take at the least, so
 * the day sought is never passed; two or three steps do for small n. */
static icj_date step_forward(const struct icj_calendar *cal,
    const struct view *v, icj_date day, int32_t n)
{
	int32_t sought = open_before(cal, v, day + 1), left = n;

	if (n > open_before(cal, v, ICJ_CALENDAR_LAST + 1) - sought)
		return ICJ_DATE_NONE;
	for (sought += n; left > 0; left = sought -
	    open_before(cal, v, day + 1))
		day += least_days(left);
	return day;
}

/* The same where it is near and in the same year, as nearly always: the n-th
 * bit of a word or two.  NONE: not so near. */
static inline icj_date find_near(const struct icj_calendar *cal,
    const struct view *v, icj_date day, int32_t n)
{
	struct place at = calendar_place_of(day + 1);
	const uint64_t *open = &year_at(cal, v, at)->open[at.day / 64];
	uint64_t days = *open >> at.day % 64;

	if (at.day / 64 < YEAR_WORDS - 1)
		days |= open[1] << 1 << (63 - at.day % 64);
	while (--n > 0)
		days &= days - 1;
	return days ? day + 1 + __builtin_ctzll(days) : ICJ_DATE_NONE;
}

static inline icj_date find_near_back(const struct icj_calendar *cal,
    const struct view *v, icj_date day, int32_t n)
{
	struct place at = calendar_place_of(day - 1);
	const uint64_t *open = &year_at(cal, v, at)->open[at.day / 64];
	uint64_t days = *open << (63 - at.day % 64);

	if (at.day / 64 > 0)
		days |= open[-1] >> 1 >> at.day % 64;
	while (--n > 0 && days)
		days ^= (uint64_t)1 << (63 - __builtin_clzll(days));
	return days ? day - 1 - __builtin_clzll(days) : ICJ_DATE_NONE;
}

/* Day by day is dear, but so is counting all: what is near is looked for. */
static icj_date step_near(const struct icj_calendar *cal,
    const struct view *v, icj_date day, int32_t n)
{
	if (n > 0 && n <= NEAR && day < ICJ_CALENDAR_LAST)
		return find_near(cal, v, day, n);
	if (n < 0 && n >= -NEAR && day > ICJ_CALENDAR_FIRST)
		return find_near_back(cal, v, day, -n);
	return ICJ_DATE_NONE;
}

static icj_date step_back(const struct icj_calendar *cal,
    const struct view *v, icj_date day, int32_t n)
{
	int32_t sought = open_before(cal, v, day), left = n;

	if (n > sought)
		return ICJ_DATE_NONE;
	for (sought -= n; left > 0; left = open_before(cal, v, day) - sought)
		day -= least_days(left);
	return day;
}

ICJ_API bool icj_is_business_day(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	if (!cal)
		return false;

	return in_calendar(day) && day_is_open(cal, view_for(cal, state), day);
}

/* Reading: the day that starts a count is never counted, and from a closed
 * day the count begins with the next business day. */
ICJ_API icj_date icj_add_business_days(const struct icj_calendar *cal,
    icj_state state, icj_date day, int32_t n)
{
	if (!cal)
		return ICJ_DATE_NONE;

	const struct view *v = view_for(cal, state);
	icj_date near;

	if (n == 0)
		return day;
	if (!in_calendar(day) || n == INT32_MIN)
		return ICJ_DATE_NONE;
	near = step_near(cal, v, day, n);
	if (near != ICJ_DATE_NONE)
		return near;
	return n > 0 ? step_forward(cal, v, day, n) :
	    step_back(cal, v, day, -n);
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
	if (!cal)
		return INT32_MIN;

	const struct view *v = view_for(cal, state);

	from = clamp(from);
	to = clamp(to);
	if (to < from)
		return open_before(cal, v, to) - open_before(cal, v, from);
	return open_before(cal, v, to + 1) - open_before(cal, v, from + 1);
}

/* Reading: "twenty-four (24) hours (excluding weekends and holidays)" (Rules
 * 6-101, 6-104) stops the clock from midnight to midnight on closed days.  It
 * is wall time, so an offset is handed on as it came. */
ICJ_API struct icj_time icj_add_open_hours(const struct icj_calendar *cal,
    icj_state state, struct icj_time start, int32_t hours)
{
	if (!cal)
		return (struct icj_time){ICJ_DATE_NONE, ICJ_NO_CLOCK,
		    ICJ_NO_OFFSET};

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

/* No holiday is observed on a weekend. */
static const char *why_closed(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	const char *name = NULL;

	if (cal->line_count > 0)
		name = closing_name(find_line(cal, state, day));
	if (!name && cal->line_count > 0)
		name = closing_name(find_line(cal, 0, day));
	if (!name && is_weekend(day))
		return "weekend";
	if (!name)
		name = icj__holiday_name(day);
	return name ? name : "closed";
}

ICJ_API const char *icj_closed_because(const struct icj_calendar *cal,
    icj_state state, icj_date day)
{
	if (!cal)
		return "no calendar";

	if (!in_calendar(day))
		return "outside the calendar of 1971 to 2199";
	return day_is_open(cal, view_for(cal, state), day) ? NULL :
	    why_closed(cal, state, day);
}

/* The days of a word are looked at in one go. */
static icj_date first_closed(const struct icj_calendar *cal,
    const struct view *v, icj_date day, icj_date end)
{
	while (day <= end && in_calendar(day)) {
		struct place at = calendar_place_of(day);
		const struct year *y = year_at(cal, v, at);
		uint64_t closed = ~(y->open[at.day / 64] >> at.day % 64);

		if (closed & 1)
			return day;
		day += __builtin_ctzll(closed);
	}
	return day <= end ? day : ICJ_DATE_NONE;
}

static bool calendar_same_name(const char *a, const char *b)
{
	return a == b || strcmp(a, b) == 0;
}

const char *icj__next_closed(const struct icj_calendar *cal, icj_state state,
    icj_date end, icj_date *first, icj_date *last)
{
	const struct view *v = view_for(cal, state);
	icj_date day = first_closed(cal, v, *first, end);
	const char *why;

	if (day == ICJ_DATE_NONE)
		return NULL;
	*first = day;
	why = icj_closed_because(cal, state, day);
	while (day < end && in_calendar(day + 1) &&
	    !day_is_open(cal, v, day + 1) &&
	    calendar_same_name(why, why_closed(cal, state, day + 1)))
		day++;
	*last = day;
	return why;
}

ICJ_API icj_date icj_calendar_vouched(const struct icj_calendar *cal,
    icj_state state)
{
	if (!cal)
		return ICJ_DATE_NONE;

	if (is_state_or_all(state) && cal->vouched[state] != ICJ_DATE_NONE)
		return cal->vouched[state];
	return cal->vouched[0];
}
