#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether a cell that cannot be read spoils what asks for it, and no more.

asked.py TOOL RECORDS SEED: judges random records with one of their cells
spoilt, or two, and the same records with what these cells may say instead.  An
answer that is given in spite of the cell has to be that of all of them.  Prints
how many records were judged all the same, and how many were invalid.
"""
import csv
import datetime
import io
import itertools
import json
import random
import re
import subprocess
import sys

GARBAGE = "@@@"
# What an answer adds to, the more of a record is known.
GROWS = ("_rule", "_assumed", "_edition", "_basis", "_missing", "_source")
AS_OF = datetime.date(2018, 6, 1)
FAR = [-400, -91, -90, -61, -46, -31, -11, -6, -2, -1, 0, 1, 2, 3, 5, 6, 10,
       11, 15, 30, 31, 45, 46, 60, 61, 89, 90, 91, 400]
# Any word is a document; names and keys cannot be bad.
NEVER_BAD = ("documents",)


def run(tool, *options, text=""):
    return subprocess.run([tool, *options], input=text, text=True,
                          capture_output=True, check=False).stdout


def day(base, days):
    return (base + datetime.timedelta(days=days)).isoformat()


def words(field):
    return [w for w in re.split("[;,] *", field["values"]) if w]


def value(field, base, rng):
    """One that the field may have."""
    kind, named = field["type"], words(field)
    when = day(base, rng.choice([0, 1, 3, 5, 10, 14, 30, 46, 60, 90, 91]))
    if kind.startswith("yes/no"):
        return rng.choice(["yes", "no"])
    if kind.startswith("state"):
        return rng.choice(["TX", "CA", "NC", "GA", "PR", "VI"])
    if kind.startswith(("count", "whole")):
        return rng.choice(["0", "1", "23", "25", "90", "91"])
    if kind.startswith(("dates", "list of dates")):
        return "2017-09-01;2015-10-01"
    if kind.startswith("time"):
        return when + rng.choice(["", "T16:00"])
    if kind.startswith("date"):
        return when
    if kind.startswith("list"):
        return ";".join(rng.sample(named, min(len(named), rng.randrange(1, 4))))
    return rng.choice(named) if named else "x"


def readings(field, record, rng):
    """What the cell may say, nothing first."""
    kind, named = field["type"], words(field)
    days = [c[:10] for c in record.values() if re.match(r"\d{4}-\d\d-\d\d", c)]
    if kind.startswith("yes/no"):
        return ["", "yes", "no"]
    if kind.startswith("state"):
        return ["", "TX", "CA", "NC", "GA", "PR", "VI"]
    if kind.startswith(("count", "whole")):
        return ["", "0", "1", "2", "22", "24", "25", "26", "90", "91", "999"]
    if kind.startswith("list"):
        return ["", ";".join(named), *named]
    if kind.startswith(("date", "time")):
        near = {day(datetime.date.fromisoformat(d), n)
                for d in days + [AS_OF.isoformat()] for n in FAR}
        return ["", *rng.sample(sorted(near), min(24, len(near))), *days]
    return ["", *named]


def of_duties(tool, count, rng, fields):
    """The same for the rows of each record: those withheld are named."""
    names = ["case_id"] + [n for n in fields if n != "case_id"]
    sheet = io.StringIO()
    out = csv.DictWriter(sheet, names)
    out.writeheader()
    cases = []
    for i in range(count):
        base = AS_OF - datetime.timedelta(days=rng.randrange(-20, 1500))
        share = rng.choice([0.1, 0.3, 0.6])
        record = {n: value(f, base, rng) if rng.random() < share else ""
                  for n, f in fields.items()}
        bad = rng.choice([n for n, f in fields.items()
                          if f["type"] != "text" and n not in NEVER_BAD])
        ways = readings(fields[bad], record, rng) + [GARBAGE]
        for k, way in enumerate(ways):
            out.writerow({**record, bad: way, "case_id": f"{i}-{k}"})
        cases.append((bad, ways))
    rows = {}
    for row in csv.DictReader(io.StringIO(run(
            tool, "-q", "-a", AS_OF.isoformat(), "--keep", "case_id",
            text=sheet.getvalue()))):
        rows.setdefault(row["case_id"], {})[row["duty"]] = {
            n: row[n] for n in ("start", "due", "extended_to", "done",
                                "days_left", "status", "note")}
    same = withheld = wrong = 0
    for i, (bad, ways) in enumerate(cases):
        spoilt = rows.get(f"{i}-{len(ways) - 1}", {})
        note = spoilt.pop("", {"note": ""})["note"]
        held = note.split("not judged: ")[-1].split(", ") if note else []
        withheld += bool(held)
        for k, way in enumerate(ways[:-1]):
            answer = rows.get(f"{i}-{k}", {})
            for duty in (set(answer) | set(spoilt)) - set(held) - {""}:
                facts = [{n: c for n, c in rows_of.get(duty, {}).items()
                          if n != "note"} for rows_of in (answer, spoilt)]
                same += facts[0] == facts[1]
                if facts[0] != facts[1]:
                    wrong += 1
                    print("not the", duty, "of", {bad: way}, *facts)
    print(f"{same} {withheld}")
    return wrong > 0


def main():
    tool, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    rng = random.Random(seed)
    fields = {f["name"]: f for f in map(
        json.loads, run(tool, "--fields", "-o", "json").splitlines())}
    if tool.endswith("icj-deadline"):
        return of_duties(tool, count, rng, fields)
    sheet = io.StringIO()
    out = csv.DictWriter(sheet, fields)
    out.writeheader()
    cases = []
    for _ in range(count):
        base = AS_OF - datetime.timedelta(days=rng.randrange(-20, 1500))
        share = rng.choice([0.2, 0.5, 0.8])
        record = {n: value(f, base, rng) if rng.random() < share else ""
                  for n, f in fields.items()}
        record[next(iter(fields))] = "x"
        able = [n for n, f in fields.items()
                if f["type"] != "text" and n not in NEVER_BAD]
        bad = rng.sample(able, rng.choice([1, 1, 1, 2]))
        said = [readings(fields[n], record, rng) for n in bad]
        if len(bad) > 1:
            said = [[s[0], *rng.sample(s[1:], min(5, len(s) - 1))]
                    for s in said]
        ways = [*itertools.product(*said), (GARBAGE,) * len(bad)]
        for way in ways:
            out.writerow({**record, **dict(zip(bad, way))})
        cases.append((bad, record, ways))
    rows = list(csv.DictReader(io.StringIO(
        run(tool, "-a", AS_OF.isoformat(), text=sheet.getvalue()))))
    first = list(rows[0])[len(fields)]
    judged = invalid = wrong = at = 0
    for bad, record, ways in cases:
        answers = [{n: re.sub(r"after the as-of date, so not yet: [^;]*(; )?",
                              "", c).rstrip("; ")
                    for n, c in row.items()
                    if n not in fields and not n.endswith(GROWS)}
                   for row in rows[at:at + len(ways)]]
        at += len(ways)
        spoilt = answers.pop()
        if answers[0][first] == "invalid":
            continue  # a contradiction of other cells
        if spoilt[first] == "invalid":
            invalid += 1
            continue
        judged += 1
        for way, answer in zip(ways, answers):
            if answer != spoilt:
                wrong += 1
                print("not the answer of", dict(zip(bad, way)), "in",
                      {n: c for n, c in record.items() if c})
                print("   ", {n: (spoilt[n], answer[n]) for n in answer
                              if answer[n] != spoilt[n]})
                break
    print(f"{judged} {invalid}")
    return wrong > 0 or at != len(rows)


if __name__ == "__main__":
    sys.exit(main())
