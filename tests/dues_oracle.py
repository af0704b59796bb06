#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compare icj-dues with the formula in exact rationals.

usage: dues_oracle.py [ICJ-DUES]

The tool is run as a user would run it, on made-up memberships of a fixed
seed.  TAP on stdout.
"""

import csv
import io
import os
import random
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

CODES = """AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD
ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT
VA VI VT WA WI WV WY""".split()
MOST = 999999999
MONEY = 999999999999999
TIERS = ["0", "0.0099999999999", "0.01", "0.02", "0.333333333333333333", ""]


def number(rng, most):
    return rng.choice([0, most, rng.randrange(min(10, most + 1)),
                       rng.randrange(most + 1), rng.randrange(most + 1)])


def membership(rng):
    most = rng.choice([3, 1000, MOST])
    states = rng.sample(CODES, rng.randrange(1, len(CODES) + 1))
    rows = [[s] + [number(rng, most) for _ in range(3)] for s in states]
    rows[0][1] += not any(r[1] for r in rows)
    rows[0][2] += not any(r[2] + r[3] for r in rows)
    return rows


def run(tool, rows, *options):
    text = "state,population,sent,received\n" + "".join(
        "%s,%d,%d,%d\n" % tuple(r) for r in rows)
    done = subprocess.run([tool, *options], input=text, text=True,
                          capture_output=True, check=False)
    got = list(csv.DictReader(io.StringIO(done.stdout)))
    return done.returncode, got, done.stderr


def shares(rows, us, literal):
    people = us or sum(r[1] for r in rows)
    ends = sum(r[2] + r[3] for r in rows)
    answer = []
    for r in rows:
        a, b = Fraction(r[1], people), Fraction(r[2] + r[3], ends)
        answer.append((a, b, a + b / 2 if literal else (a + b) / 2))
    return answer


def decimal(f):
    """12 decimals; round() of a fraction goes to even."""
    return "%d.%012d" % divmod(round(f * 10**12), 10**12)


def amounts(rows, parts, budget):
    """Largest remainders, ties to the larger share, then the earlier code."""
    total = sum(parts)
    quotas = [budget * p / total for p in parts]
    bill = [int(q) for q in quotas]
    order = sorted(range(len(rows)), key=lambda i: (
        bill[i] - quotas[i], -parts[i], rows[i][0]))
    for i in order[:budget - sum(bill)]:
        bill[i] += 1
    return bill


def check_shares(tool, rng, literal):
    for _ in range(60):
        rows = membership(rng)
        us = rng.choice([None, max(r[1] for r in rows) or 1, MOST * 100])
        options = ["--reading", "literal" if literal else "mean"]
        if us:
            options += ["--us-population", str(us)]
        status, got, err = run(tool, rows, *options)
        want = shares(rows, us, literal)
        total = sum(w[2] for w in want)
        if status != 0 or len(got) != len(rows):
            yield "status %d: %s" % (status, err)
            continue
        for g, w in zip(got, want):
            cells = [decimal(f) for f in w] + [
                "%d/%d" % (w[2].numerator, w[2].denominator)]
            if [g["dues_population_share"], g["dues_transfer_share"],
                    g["dues_share"], g["dues_fraction"]] != cells:
                yield "%r, not %r" % (g, cells)
        says = "sum to exactly 1 " if total == 1 else "sum to %d/%d (%s)" % (
            total.numerator, total.denominator, decimal(total))
        if says not in err:
            yield "not said: " + says
        if "%d sent and %d received differ by %d" % uneven(rows) not in err \
                and uneven(rows)[2]:
            yield "not warned: uneven"


def uneven(rows):
    sent, received = sum(r[2] for r in rows), sum(r[3] for r in rows)
    return sent, received, abs(sent - received)


def check_amounts(tool, rng, scale):
    for _ in range(60):
        rows = membership(rng)
        budget = 1 + number(rng, rng.choice([100, 10**6, MONEY - 1]))
        us = max(r[1] for r in rows) + 7 if scale else None
        options = ["--budget", str(budget)]
        if us:
            options += ["--us-population", str(us)]
        parts = [s[2] for s in shares(rows, us, False)]
        if sum(parts) != 1:
            status, got, err = run(tool, rows, *options)
            if status != 2 or got or "--scale" not in err:
                yield "divided without --scale"
            options.append("--scale")
        status, got, err = run(tool, rows, *options)
        bill = [int(g["dues_amount"]) for g in got]
        if status != 0 or bill != amounts(rows, parts, budget):
            yield "status %d: %s %r" % (status, err, bill)


def check_tiers(tool, rng):
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "tiers.csv")
        with open(name, "w", encoding="ascii") as f:
            f.write("tier,from,below,amount\n")
            for i in range(len(TIERS) - 1):
                f.write("t%d,%s,%s,%d\n" % (i, TIERS[i], TIERS[i + 1], i))
        for _ in range(40):
            rows = membership(rng)
            if rng.randrange(2):  # shares on the very bounds
                rows = [["TX", 98, 98, 98], ["WY", 1, 1, 1], ["VT", 1, 1, 1]]
            status, got, err = run(tool, rows, "--tiers", name)
            want = []
            for share in shares(rows, None, False):
                tier = sum(share[2] >= Fraction(t) for t in TIERS[1:-1])
                want.append(("t%d" % tier, str(tier)))
            if status != 0 or want != [(g["dues_tier"], g["dues_amount"])
                                       for g in got]:
                yield "status %d: %s %r" % (status, err, want)
            said = re.search(r"amounts sum to (\d+) dollars", err)
            if not said or int(said[1]) != sum(int(w[1]) for w in want):
                yield "the sum of the amounts is not said"


def main(argv):
    build = os.environ.get("BUILD", "build")
    tool = argv[1] if len(argv) > 1 else build + "/bin/icj-dues"
    rng = random.Random(2101)
    tests = [
        ("shares, the mean", check_shares(tool, rng, False)),
        ("shares, read literally", check_shares(tool, rng, True)),
        ("amounts", check_amounts(tool, rng, False)),
        ("amounts in proportion", check_amounts(tool, rng, True)),
        ("tiers", check_tiers(tool, rng)),
    ]
    failed = 0
    print("1..%d" % len(tests))
    for i, (name, test) in enumerate(tests, 1):
        wrong = list(test)
        for line in wrong[:5]:
            print("# " + line.strip().replace("\n", "\n# "))
        failed += bool(wrong)
        print("%sok %d - %s in exact rationals" % ("not " if wrong else "", i,
                                                  name))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
