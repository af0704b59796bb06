#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Try to recover small counts from what icj-tally --small-cells writes.

usage: oracle_small_cells.py

Random events are counted by the tool.  A reader who has its table, and knows
that each event joins two different states, asks for each hidden small count
whether it could be 1, and whether it could be the limit less one: a linear
program in fractions, solved here by the simplex method, over all events that
there could have been.  A solution of whole numbers is taken for proof only
after it was held against the table, line by line.  TAP on stdout.
"""

import csv
import io
import os
import random
import subprocess
import sys
from fractions import Fraction

BIN = os.path.join(os.environ.get("BUILD", "build"), "bin", "icj-tally")
SHARE = int(os.environ.get("SHARE", "1"))
CODES = ["OH", "TX", "CA", "KY", "OK"]


def solve(rows, wanted, columns):
    """x >= 0 with rows (coefficients by column, constant) = wanted, or None.

    Phase one of the simplex method, by Bland's rule, which never goes around
    in a circle."""
    table = []
    for coefficients, right in zip(rows, wanted):
        sign = -1 if right < 0 else 1
        line = [Fraction(0)] * (columns + 1)
        for column, value in coefficients.items():
            line[column] = Fraction(sign * value)
        line[columns] = Fraction(sign * right)
        table.append(line)
    basis = [None] * len(table)  # None: the line's artificial variable
    goal = [sum(line[i] for line in table) for i in range(columns + 1)]
    while goal[columns] > 0:
        enter = next((i for i in range(columns) if goal[i] > 0), None)
        if enter is None:
            return None
        best = None
        for i, line in enumerate(table):
            if line[enter] > 0:
                key = (line[columns] / line[enter],
                       -1 if basis[i] is None else basis[i])
                if best is None or key < best[0]:
                    best = (key, i)
        at = best[1]
        pivot = table[at][enter]
        table[at] = [v / pivot for v in table[at]]
        for i, line in enumerate(table):
            if i != at and line[enter] != 0:
                f = line[enter]
                table[i] = [v - f * w if w else v
                            for v, w in zip(line, table[at])]
        f = goal[enter]
        goal = [v - f * w if w else v for v, w in zip(goal, table[at])]
        basis[at] = enter
    found = [Fraction(0)] * columns
    for i, column in enumerate(basis):
        if column is not None:
            found[column] = table[i][columns]
    return found


class Table:
    """What the tool wrote of a measure and its other side, and of a share."""

    def __init__(self, text, measures, limit):
        self.limit = limit
        self.cell = {}
        for row in csv.DictReader(io.StringIO(text)):
            if row["measure"] in measures:
                self.cell[row["measure"], row["state"], row["period"]] = \
                    row["count"]
        self.measures = measures
        self.states = sorted({k[1] for k in self.cell} - {"all"})
        self.periods = sorted({k[2] for k in self.cell} - {"all"})
        # One column for each kind of event: whether it is of the share, from,
        # to, when.
        kinds = [0, 1] if len(measures) == 4 else [0]
        self.events = [(k, a, b, p) for k in kinds for a in self.states
                       for b in self.states for p in self.periods if a != b]

    def counted(self, event, cell):
        """Whether an event counts in a cell."""
        share, out, into, when = event
        measure, state, period = cell
        side = out if measure.endswith("-out") else into
        if measure in self.measures[2:] and not share:
            return False
        return state in ("all", side) and period in ("all", when)

    def holds(self, cell, number):
        """Whether what is written of a cell can be this number."""
        text = self.cell[cell]
        if text == "hidden":
            return "all" in cell or number == 0 or number >= self.limit
        if text.startswith("<"):
            return 1 <= number < self.limit
        return number == int(text)

    def could_be(self, small, number):
        rows, wanted, columns = [], [], len(self.events)
        for cell, text in self.cell.items():
            terms = {i: 1 for i, e in enumerate(self.events)
                     if self.counted(e, cell)}
            if cell == small:
                rows.append(terms)
                wanted.append(number)
            elif text.startswith("<"):
                rows.append({**terms, columns: -1})
                rows.append({**terms, columns + 1: 1})
                wanted += [1, self.limit - 1]
                columns += 2
            elif text != "hidden":
                rows.append(terms)
                wanted.append(int(text))
            elif "all" not in cell and text == "hidden" and \
                    not self.withheld(cell):
                rows.append({**terms, columns: -1})
                wanted.append(self.limit)
                columns += 1
        found = solve(rows, wanted, columns)
        if found is None:
            return False
        sums = {cell: sum(found[i] for i, e in enumerate(self.events)
                          if self.counted(e, cell)) for cell in self.cell}
        return all(v.denominator == 1 for v in sums.values()) and all(
            self.withheld(c) or self.holds(c, v) for c, v in sums.items())

    def withheld(self, cell):
        """Whether all of a period is hidden: then nothing is known of it."""
        return all(text == "hidden" for c, text in self.cell.items()
                   if c[2] == cell[2] and "all" not in c)

    def smalls(self):
        return [c for c, text in self.cell.items() if text.startswith("<")]


def run(lines, options):
    done = subprocess.run([BIN, *options], input="\n".join(lines) + "\n",
                          capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"icj-tally: {done.stderr}")
    return done.stdout


def events_of(rng, states, years, most):
    """Some events for some pairs of states, few or many."""
    chosen = []
    for out in states:
        for into in states:
            for year in years:
                if out != into and rng.random() < 0.6:
                    n = rng.choice([1, 2, 3, rng.randint(1, most)])
                    chosen += [(out, into, year)] * n
    return chosen


def transfers(rng, states, years, most):
    return ["case_type,sending_state,receiving_state,arrived"] + [
        f"transfer,{a},{b},{y}-05-01"
        for a, b, y in events_of(rng, states, years, most)]


def paroles(rng, states, years, most):
    return ["case_type,sending_state,receiving_state,referral_received,"
            "supervision,sex_offender"] + [
        f"transfer,{a},{b},{y}-05-01,parole,"
        f"{'yes' if rng.random() < 0.4 else 'no'}"
        for a, b, y in events_of(rng, states, years, most)]


def attack(title, number, rounds, most, make, measures, layout):
    rng = random.Random(number)
    smalls = bad = 0
    for turn in range(max(1, rounds // SHARE)):
        limit = rng.choice([3, 4, 5])
        states = CODES[:rng.randint(2, most)]
        years = range(2012, 2012 + rng.randint(1, 2))
        lines = make(rng, states, years, rng.choice([4, 9, 30]))
        options = ["--layout", layout, "--small-cells", str(limit)]
        if turn % 2:
            options.append("--totals")
        table = Table(run(lines, options), measures, limit)
        for cell in table.smalls():
            for n in (1, limit - 1):
                smalls += 1
                if not table.could_be(cell, n):
                    bad += 1
                    print(f"# {cell} below {limit} cannot be {n}: "
                          f"{table.cell}")
    print(f"{'not ok' if bad or not smalls else 'ok'} {number} - "
          f"{title}: {smalls} numbers tried")
    return bad == 0


def main():
    print("1..3")
    fine = attack("transfers", 1, 70, 4, transfers,
                  ["transfers-out", "transfers-in"], "rule")
    fine &= attack("a share of a measure", 2, 24, 5, paroles,
                   ["parole-out", "parole-in", "parole-sex-offense-out",
                    "parole-sex-offense-in"], "annual")

    # The solver itself: a table that tells of a small count is seen.
    told = Table("state,period,measure,count\n"
                 "OH,2015,transfers-out,<5\nTX,2015,transfers-out,20\n"
                 "OH,2015,transfers-in,20\nTX,2015,transfers-in,<5\n"
                 "CA,2015,transfers-out,0\nCA,2015,transfers-in,2\n",
                 ["transfers-out", "transfers-in"], 5)
    seen = not told.could_be(("transfers-out", "OH", "2015"), 1)
    print(f"{'ok' if seen else 'not ok'} 3 - what is told is seen")
    return 0 if fine and seen else 1


sys.exit(main())
