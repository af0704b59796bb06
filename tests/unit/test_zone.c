/* SPDX-License-Identifier: MIT */
/* test_zone.c - what clocks show: offsets of the states, the Sundays on which
 * clocks were put forward and back, as almanacs have them. */
#include <stdio.h>
#include <string.h>

#include "base/base.h"
#include "time/zone.h"
#include "time/text.h"
#include "suite.h"

static icj_state state(const char *code)
{
	return icj_state_find(code, 2);
}

static struct icj_time at(const char *text)
{
	struct icj_time t;

	ck_assert_int_eq(icj_time_parse(text, strlen(text), NULL, &t), ICJ_OK);
	return t;
}

/* The last minute before a change and the first after it; both ways. */
static const struct {
	const char *state, *utc, *local;
} rows[] = {
	{"NY", "1966-07-01T04:00Z", "1966-06-30T23:00"},
	{"NY", "1967-04-30T06:59Z", "1967-04-30T01:59"},
	{"NY", "1967-04-30T07:00Z", "1967-04-30T03:00"},
	{"NY", "1967-10-29T05:59Z", "1967-10-29T01:59"},
	{"NY", "1967-10-29T06:00Z", "1967-10-29T01:00"},
	{"IL", "1974-01-06T07:59Z", "1974-01-06T01:59"},
	{"IL", "1974-01-06T08:00Z", "1974-01-06T03:00"},
	{"IL", "1974-10-27T07:00Z", "1974-10-27T01:00"},
	{"IL", "1975-02-23T07:59Z", "1975-02-23T01:59"},
	{"IL", "1975-02-23T08:00Z", "1975-02-23T03:00"},
	{"IL", "1976-04-25T08:00Z", "1976-04-25T03:00"},
	{"IL", "1986-04-27T07:59Z", "1986-04-27T01:59"},
	{"IL", "1986-04-27T08:00Z", "1986-04-27T03:00"},
	{"CA", "1987-04-05T10:00Z", "1987-04-05T03:00"},
	{"CA", "2006-04-02T09:59Z", "2006-04-02T01:59"},
	{"CA", "2006-10-29T09:00Z", "2006-10-29T01:00"},
	{"CA", "2007-03-11T09:59Z", "2007-03-11T01:59"},
	{"CA", "2007-03-11T10:00Z", "2007-03-11T03:00"},
	{"CA", "2007-11-04T08:59Z", "2007-11-04T01:59"},
	{"CA", "2007-11-04T09:00Z", "2007-11-04T01:00"},
	{"OH", "2015-07-03T03:59Z", "2015-07-02T23:59"},
	{"HI", "2015-07-03T09:59Z", "2015-07-02T23:59"},
	{"PR", "2015-07-03T04:00Z", "2015-07-03T00:00"},
	{"AS", "2015-07-03T10:59Z", "2015-07-02T23:59"},
	{"GU", "2015-07-03T14:00Z", "2015-07-04T00:00"},
	{"OH", "2015-07-02T22:00-06:00", "2015-07-03T00:00"},
};

START_TEST(local_times)
{
	struct icj_time t = at(rows[_i].utc);
	unsigned zones = icj__zones_of(state(rows[_i].state));
	char buf[32];

	ck_assert_int_eq(__builtin_popcount(zones), 1);
	t = icj__zone_local((unsigned)__builtin_ctz(zones), &t);
	ck_assert_str_eq(icj_time_format(&t, buf), rows[_i].local);
}
END_TEST

/* Wall time and back, away from the hour that comes twice. */
START_TEST(there_and_back)
{
	for (unsigned z = 0; z < ZONES; z++)
		for (int64_t utc = -40000000; utc < 2000000000;
		    utc += 1234567) {
			int32_t offset = icj__zone_offset(z, utc);

			if (icj__zone_offset(z, utc - 7200) != offset ||
			    icj__zone_offset(z, utc + 7200) != offset)
				continue;
			ck_assert_int_eq(icj__zone_offset_at(z,
			    utc + offset * 60), offset);
		}
}
END_TEST

/* The zones of each state, in another order than the library's. */
static const struct {
	const char *states, *january, *july;
} offsets[] = {
	{"CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV", "-300",
	 "-240"},
	{"AL AR IA IL LA MN MO MS OK WI", "-360", "-300"},
	{"CO MT NM UT WY", "-420", "-360"}, {"CA WA", "-480", "-420"},
	{"AZ", "-420", "-360 -420"}, {"AK", "-600 -540", "-540 -480"},
	{"HI", "-600", "-600"}, {"PR VI", "-240", "-240"},
	{"GU MP", "600", "600"}, {"AS", "-660", "-660"},
	{"FL IN KY MI TN", "-360 -300", "-300 -240"},
	{"KS ND NE SD TX", "-420 -360", "-360 -300"},
	{"ID NV OR", "-480 -420", "-420 -360"},
};

static bool is_listed(const char *list, int32_t offset)
{
	char buf[16];
	size_t len = (size_t)snprintf(buf, sizeof(buf), "%d", (int)offset);
	const char *p = list;

	while (p && *p) {
		if (strncmp(p, buf, len) == 0 && (!p[len] || p[len] == ' '))
			return true;
		p = strchr(p, ' ');
		p += p != NULL;
	}
	return false;
}

static int listed(const char *list)
{
	int n = 1;

	for (; *list; list++)
		n += *list == ' ';
	return n;
}

static void agrees(icj_state s, const char *day, const char *list)
{
	int64_t utc = icj__utc(&(struct icj_time){at(day).date, 0, 0});
	int found = 0;

	for (int32_t offset = -720; offset <= 720; offset += 30) {
		bool has = icj__zones_with(icj__zones_of(s), utc, offset);

		ck_assert_msg(has == is_listed(list, offset), "%s %s %d",
		    icj_state_code(s), day, (int)offset);
		found += has;
	}
	ck_assert_int_eq(found, listed(list));
}

START_TEST(offsets_of_states)
{
	int states = 0;

	for (size_t i = 0; i < COUNT_OF(offsets); i++)
		for (const char *s = offsets[i].states; *s; s += s[2] ? 3 : 2) {
			agrees(state(s), "2015-01-15", offsets[i].january);
			agrees(state(s), "2015-07-15", offsets[i].july);
			states++;
		}
	ck_assert_int_eq(states, ICJ_STATES);
	ck_assert_int_eq(__builtin_popcount(icj__zones_of(0)), ZONES);
	ck_assert_uint_eq(icj__zones_of(57), icj__zones_of(0));
	ck_assert_uint_eq(icj__zones_of(-1), icj__zones_of(0));
}
END_TEST

/* Over the night of a change the wall clock goes on, the offset does not. */
static const struct {
	const char *state, *from, *to, *want;
} carried[] = {
	{"OH", "2015-10-30T21:00-04:00", "2015-11-02T21:00-04:00",
	 "2015-11-02T21:00-05:00"},
	{"OH", "2015-03-06T21:00-05:00", "2015-03-09T21:00-05:00",
	 "2015-03-09T21:00-04:00"},
	{"OH", "2015-07-02T21:00-04:00", "2015-07-06T21:00-04:00",
	 "2015-07-06T21:00-04:00"},
	{"OH", "2015-10-30T21:00Z", "2015-11-02T21:00Z", "2015-11-02T21:00Z"},
	/* The Navajo Nation goes forward, the rest of the state does not. */
	{"AZ", "2015-03-06T21:00-07:00", "2015-03-09T21:00-07:00",
	 "2015-03-09T21:00-07:00"},
	{"HI", "2015-03-06T21:00-10:00", "2015-03-09T21:00-10:00",
	 "2015-03-09T21:00-10:00"},
};

START_TEST(offsets_are_carried)
{
	struct icj_time from = at(carried[_i].from), to = at(carried[_i].to);
	char buf[32];

	icj__zone_carry(state(carried[_i].state), &from, &to);
	ck_assert_str_eq(icj_time_format(&to, buf), carried[_i].want);
}
END_TEST

static Suite *suite(void)
{
	Suite *s = suite_create("zone");
	TCase *t = tcase_create("zone");

	tcase_add_loop_test(t, local_times, 0, (int)COUNT_OF(rows));
	tcase_add_test(t, there_and_back);
	tcase_add_test(t, offsets_of_states);
	tcase_add_loop_test(t, offsets_are_carried, 0, (int)COUNT_OF(carried));
	suite_add_tcase(s, t);
	return s;
}
