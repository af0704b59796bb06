#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare the local days of icj-deadline with those of the tz database.

For random moments from 1990 to 2030 and each state, the first day of detention
must be the earliest that the clocks of its zones show, and the note must name
both where they show two.  TAP on stdout.
"""

import csv
import datetime
import io
import os
import random
import subprocess
import sys

try:
    import zoneinfo
    zoneinfo.ZoneInfo("America/Adak")
except Exception:
    print("1..0 # SKIP no tz database")
    sys.exit(0)

E, C, M, P = ("America/New_York", "America/Chicago", "America/Denver",
              "America/Los_Angeles")
INDIANA = (E, C, "America/Indiana/Indianapolis")
ZONES = {
    "AK": ("America/Anchorage", "America/Adak"),
    "AS": ("Pacific/Pago_Pago",), "GU": ("Pacific/Guam",),
    "HI": ("Pacific/Honolulu",), "MP": ("Pacific/Saipan",),
    "PR": ("America/Puerto_Rico",), "VI": ("America/St_Thomas",),
    "AZ": ("America/Phoenix", "America/Shiprock"), "IN": INDIANA,
    "MI": ("America/Detroit", "America/Menominee"),
    "KY": ("America/Kentucky/Louisville", C), "FL": (E, C), "TN": (E, C),
    "ND": (C, M, "America/North_Dakota/Center"), "SD": (C, M), "NE": (C, M),
    "KS": (C, M), "TX": (C, "America/El_Paso"), "ID": ("America/Boise", P),
    "OR": (P, "America/Boise"), "NV": (P, M),
}
for zone, states in (
        (E, "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV"),
        (C, "AL AR IA IL LA MN MO MS OK WI"), (M, "CO MT NM UT WY"),
        (P, "CA WA")):
    ZONES.update((state, (zone,)) for state in states.split())


def usable(name):
    try:
        return zoneinfo.ZoneInfo(name)
    except Exception:  # links are a package of their own on some systems
        return zoneinfo.ZoneInfo({"America/El_Paso": M,
                                  "America/Shiprock": M}[name])


def main():
    rng = random.Random(20150703)
    share = int(os.environ.get("SHARE", "1"))
    base = datetime.datetime(1990, 1, 1, tzinfo=datetime.timezone.utc)
    want, text = [], ["case_id,holding_state,detained_at,agrees_to_return"]
    zones = {s: [usable(z) for z in names] for s, names in ZONES.items()}
    for i in range(40000 // share):
        state = rng.choice(sorted(zones))
        at = base + datetime.timedelta(minutes=rng.randrange(41 * 525960))
        if i % 2:  # near midnight, where it matters
            at = at.replace(hour=(4 + rng.randrange(8)) % 24)
        days = sorted({at.astimezone(z).date() for z in zones[state]})
        want.append((state, at, days))
        text.append("%d,%s,%s,no" % (i, state, at.strftime("%Y-%m-%dT%H:%MZ")))
    tool = os.path.join(os.environ.get("BUILD", "build"), "bin/icj-deadline")
    run = subprocess.run(
        [tool, "-a", "2031-06-01", "--duty", "detention-limit"],
        input="\n".join(text) + "\n", capture_output=True, text=True)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    bad = [] if len(rows) == len(want) else ["%d rows" % len(rows)]
    two = 0
    for row, (state, at, days) in zip(rows, want):
        said = "local day of detained_at in %s: %s" % (
            state, " or ".join(str(d) for d in days))
        two += len(days) > 1
        if row["start"] != str(days[0]) or said not in row["note"]:
            bad.append("%s %s: %s, not %s" % (state, at, row["start"], days))
    print("1..3")
    print("ok 1 - all states" if len(ZONES) == 56 else "not ok 1 - states")
    print("%s 2 - local days of %d moments" % ("not ok" if bad else "ok",
                                               len(want)))
    for line in bad[:10]:
        print("#", line)
    print("%s 3 - some have two days" % ("ok" if two else "not ok"))
    return 1 if bad or not two or len(ZONES) != 56 else 0


if __name__ == "__main__":
    sys.exit(main())
