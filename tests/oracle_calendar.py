#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare the calendar of libicj with one made in another way.

usage: oracle_calendar.py [LIBICJ.SO]

The library is loaded as a program would load it.  The holidays here come from
Python's own month tables, the counts from lists of open days.  TAP on stdout.
"""

import bisect
import calendar
import ctypes
import datetime
import os
import random
import sys

EPOCH = datetime.date(1970, 1, 1)
FIRST, LAST = datetime.date(1971, 1, 1), datetime.date(2199, 12, 31)
DAY = datetime.timedelta(1)
NONE = -2**31


class Closure(ctypes.Structure):
    _fields_ = [("date", ctypes.c_int32), ("state", ctypes.c_int),
                ("open", ctypes.c_bool), ("name", ctypes.c_char_p)]


def load(path):
    lib = ctypes.CDLL(path)
    lib.icj_calendar_new.restype = ctypes.c_void_p
    lib.icj_calendar_new.argtypes = [ctypes.POINTER(Closure), ctypes.c_size_t,
                                     ctypes.c_void_p, ctypes.c_size_t]
    lib.icj_calendar_free.argtypes = [ctypes.c_void_p]
    lib.icj_closed_because.restype = ctypes.c_char_p
    lib.icj_closed_because.argtypes = [ctypes.c_void_p, ctypes.c_int,
                                       ctypes.c_int32]
    lib.icj_add_business_days.restype = ctypes.c_int32
    lib.icj_add_business_days.argtypes = [ctypes.c_void_p, ctypes.c_int,
                                          ctypes.c_int32, ctypes.c_int32]
    lib.icj_count_business_days.restype = ctypes.c_int32
    lib.icj_count_business_days.argtypes = [ctypes.c_void_p, ctypes.c_int,
                                            ctypes.c_int32, ctypes.c_int32]
    lib.icj_weekday.argtypes = [ctypes.c_int32]
    return lib


def number(day):
    return (day - EPOCH).days


def weekdays_of_month(year, month, weekday):
    """All Mondays (or such) of a month, first to last."""
    weeks = calendar.monthcalendar(year, month)
    return [datetime.date(year, month, w[weekday]) for w in weeks
            if w[weekday]]


def holidays(year):
    """(date proper, name) of the federal holidays of a year."""
    mon, thu = calendar.MONDAY, calendar.THURSDAY
    yield datetime.date(year, 1, 1), "New Year's Day"
    if year >= 1986:
        yield (weekdays_of_month(year, 1, mon)[2],
               "Birthday of Martin Luther King, Jr.")
    yield weekdays_of_month(year, 2, mon)[2], "Washington's Birthday"
    yield weekdays_of_month(year, 5, mon)[-1], "Memorial Day"
    if year >= 2021:
        yield (datetime.date(year, 6, 19),
               "Juneteenth National Independence Day")
    yield datetime.date(year, 7, 4), "Independence Day"
    yield weekdays_of_month(year, 9, mon)[0], "Labor Day"
    yield weekdays_of_month(year, 10, mon)[1], "Columbus Day"
    if year <= 1977:
        yield weekdays_of_month(year, 10, mon)[3], "Veterans Day"
    else:
        yield datetime.date(year, 11, 11), "Veterans Day"
    yield weekdays_of_month(year, 11, thu)[3], "Thanksgiving Day"
    yield datetime.date(year, 12, 25), "Christmas Day"


def observed():
    """{day observed: name} over the whole calendar and a little beyond."""
    shift = {calendar.SATURDAY: -DAY, calendar.SUNDAY: DAY}
    days = {}
    for year in range(FIRST.year, LAST.year + 2):
        for day, name in holidays(year):
            by = shift.get(day.weekday())
            days[day + by if by else day] = name + (" (observed)" if by else "")
    return days


def all_days():
    day = FIRST
    while day <= LAST:
        yield day
        day += DAY


def check_holidays(lib, federal):
    cal = lib.icj_calendar_new(None, 0, None, 0)
    wrong = []
    for day in all_days():
        want = federal.get(day)
        if want is None and day.weekday() > 4:
            want = "weekend"
        got = lib.icj_closed_because(cal, 0, number(day))
        if (got and got.decode()) != want:
            wrong.append("%s: %s, not %s" % (day, got, want))
        if lib.icj_weekday(number(day)) != day.weekday():
            wrong.append("%s: weekday" % day)
    lib.icj_calendar_free(cal)
    return wrong


def random_lines(rng, count):
    return [(number(FIRST) + rng.randrange(-5, (LAST - FIRST).days + 6),
             rng.choice([0, 0, 3, 48]), rng.random() < 0.3)
            for _ in range(count)]


def open_days(federal, lines, state):
    """The open days in order: a state's last line, else the last for all."""
    lines_of = {s: {d: o for d, of, o in lines if of == s} for s in (0, state)}
    found = []
    for day in all_days():
        if day.weekday() > 4:
            continue
        n = number(day)
        is_open = lines_of[0].get(n, day not in federal)
        if lines_of[state].get(n, is_open):
            found.append(n)
    return found


def want_add(days, day, n):
    if n == 0:
        return day
    if n > 0:
        at = bisect.bisect_right(days, day) + n - 1
    else:
        at = bisect.bisect_left(days, day) + n
    return days[at] if 0 <= at < len(days) else NONE


def want_count(days, a, b):
    if b >= a:
        return bisect.bisect_right(days, b) - bisect.bisect_right(days, a)
    return bisect.bisect_left(days, b) - bisect.bisect_left(days, a)


def check_counts(lib, federal, rng, count, tries):
    lines = random_lines(rng, count)
    array = (Closure * max(count, 1))(*[(d, s, o, None) for d, s, o in lines])
    cal = lib.icj_calendar_new(array, count, None, 0)
    wrong = []
    for state in (0, 3, 7, 48):
        days = open_days(federal, lines, state)
        for _ in range(tries):
            a = rng.randint(number(FIRST), number(LAST))
            b = rng.randint(number(FIRST), number(LAST))
            n = rng.choice([1, 2, 5, 10, rng.randint(-60000, 60000)])
            if lib.icj_add_business_days(cal, state, a, n) != \
                    want_add(days, a, n):
                wrong.append("state %d: %d %+d" % (state, a, n))
            if lib.icj_count_business_days(cal, state, a, b) != \
                    want_count(days, a, b):
                wrong.append("state %d: from %d to %d" % (state, a, b))
    lib.icj_calendar_free(cal)
    return wrong


def main(argv):
    build = os.environ.get("BUILD", "build")
    path = argv[1] if len(argv) > 1 else build + "/lib/libicj.so"
    with open(path, "rb") as library:
        sanitized = b"__asan_init" in library.read()
    if sanitized:
        # Python would have to carry the sanitizer's runtime, too.
        print("1..1\nok 1 - calendar # SKIP built with a sanitizer")
        return 0
    lib = load(path)
    federal = observed()
    rng = random.Random(2015)
    tests = [("holidays 1971 to 2199", lambda: check_holidays(lib, federal))]
    for count in (0, 50, 2000):
        tests.append(("counts with %d closures" % count,
                      lambda count=count: check_counts(lib, federal, rng,
                                                       count, 4000)))
    failed = 0
    print("1..%d" % len(tests))
    for i, (name, test) in enumerate(tests, 1):
        wrong = test()
        for line in wrong[:10]:
            print("# " + line)
        failed += bool(wrong)
        print("%sok %d - %s" % ("not " if wrong else "", i, name))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
