#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ten working days of an office, over a holiday and the end of a month.

usage: office_week.py BIN EXAMPLES [SEED...]

Cases happen day by day: an export has what was on file the evening before.
Each morning it is dated, and the digest goes to the workers by mail.  What
stands in the mails has to be what is reckoned here from the cases, row by row:
whose it is, in which section, by when, and what of it is new, changed or told
again.  The report of the month is held against the cases likewise.  TAP on
stdout, the seeds with it.
"""

import collections
import csv
import datetime
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

DAY = datetime.timedelta(1)
START, END = datetime.date(2015, 5, 18), datetime.date(2015, 6, 1)
HOLIDAYS = {datetime.date(2015, 1, 1), datetime.date(2015, 1, 19),
            datetime.date(2015, 2, 16), datetime.date(2015, 5, 25)}
STATES = "TX CO NY WY OH KS NJ CT".split()
WORKERS = ["Okafor", "Lindqvist", "O'Brien-Ruiz", "Nowhere", ""]
FIELDS = """case_id worker sending_state receiving_state home_state
holding_state referral_received home_evaluation_done home_evaluation_sent
violation_report_received violation_replied form_iii_received returned
return_extended_to return_extension_approved_by closed withdrawn""".split()
DUTIES = ("home-evaluation,local-home-evaluation,violation-reply,"
          "voluntary-return")
SECTIONS = {"Overdue": 0, "Past due, and not known whether it was done": 1,
            "Due within 7 days": 2}


def is_business(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def business(day, n):
    while n:
        day += DAY
        n -= is_business(day)
    return day


# -- Cases: field -> the day on which it comes on file, and its value ----------

def story(rng, number):
    day = START - DAY * rng.randrange(-12, 75)
    f = {"case_id": (day, "C-%04d" % number),
         "worker": (day, rng.choice(WORKERS))}
    one, other = rng.sample(STATES, 2)

    def act(name, on):
        f[name] = (on, on.isoformat())

    kind = rng.randrange(3)
    if kind < 2:
        f["sending_state"], f["receiving_state"] = (day, one), (day, other)
    else:
        f["home_state"], f["holding_state"] = (day, one), (day, other)
        day = max(day, START - DAY * 12)
    if kind == 0:
        act("referral_received", day)
        done = day + DAY * rng.randrange(15, 45)
        # One in five is sent, and nobody entered when it was done.
        if rng.random() < 0.8:
            act("home_evaluation_done", done)
        act("home_evaluation_sent", done + DAY * rng.randrange(0, 20))
    elif kind == 1:
        act("violation_report_received", day)
        act("violation_replied", business(day, rng.randrange(3, 16)))
    else:
        act("form_iii_received", day)
        if rng.random() < 0.4:
            agreed = business(day, rng.randrange(1, 5))
            f["return_extended_to"] = (agreed, business(
                day, rng.randrange(6, 11)).isoformat())
            f["return_extension_approved_by"] = (agreed, "both")
        act("returned", business(day, rng.randrange(2, 13)))
    if rng.random() < 0.1:
        act("closed", day + DAY * rng.randrange(20, 60))
    if rng.random() < 0.05:
        act("withdrawn", day + DAY * rng.randrange(2, 20))
    if rng.random() < 0.15:
        f["moved"] = (START + DAY * rng.randrange(14), rng.choice(WORKERS))
    return f


def on_file(cases, evening):
    for f in cases:
        if f["case_id"][0] > evening:
            continue
        row = {n: f[n][1] for n in FIELDS if n in f and f[n][0] <= evening}
        if "moved" in f and f["moved"][0] <= evening:
            row["worker"] = f["moved"][1]
        yield row


# -- What is owed, from the cases alone ----------------------------------------

def owed(row, as_of):
    """(duty, who, due, status) of a row, as of a day."""
    def day(name):
        return datetime.date.fromisoformat(row[name]) if row.get(name) else None

    def one(duty, who, start, due, done, known=True):
        if not start:
            return
        if day("withdrawn") and start <= day("withdrawn") <= as_of:
            return
        if done and done <= as_of:
            yield duty, row[who], due, "met" if done <= due else "late"
        elif not (day("closed") and start <= day("closed") <= as_of):
            yield duty, row[who], due, ("unknown" if not known else
                                        "overdue" if due < as_of else "due")

    start = day("referral_received")
    sent = day("home_evaluation_sent")
    if start:
        # What is sent has been done by then, in time if that was.
        due, done = start + 30 * DAY, day("home_evaluation_done")
        known = not sent or sent > as_of
        if not done and not known and sent <= due:
            done = sent
        yield from one("local-home-evaluation", "receiving_state", start, due,
                       done, known)
        yield from one("home-evaluation", "receiving_state", start,
                       start + 45 * DAY, sent)
    start = day("violation_report_received")
    if start:
        yield from one("violation-reply", "sending_state", start,
                       business(start, 10), day("violation_replied"))
    start = day("form_iii_received")
    if start:
        yield from one("voluntary-return", "home_state", start,
                       day("return_extended_to") or business(start, 5),
                       day("returned"))


def section(due, status, as_of):
    if status == "overdue" or status == "unknown" and due < as_of:
        return 0 if status == "overdue" else 1
    return 2 if status in ("due", "unknown") and due <= as_of + 7 * DAY else None


class Office:
    def __init__(self, seed, bins, examples, folder):
        rng = random.Random(seed)
        self.rng, self.folder, self.wrong = rng, pathlib.Path(folder), []
        self.cases = [story(rng, n) for n in range(rng.choice([12, 150]))]
        self.remind = rng.choice([0, 3])
        self.told, self.marks = {}, collections.Counter()
        self.env = dict(os.environ, LC_ALL="C", TZ="UTC",
                        PATH="%s:%s:%s" % (bins, examples, os.environ["PATH"]))
        (self.folder / "to.csv").write_text(
            "worker,address\nokafor,o@icj.test\nLindqvist,l@icj.test\n"
            "O'Brien-Ruiz,b@icj.test\n,office@icj.test\n")

    def run(self, command):
        return subprocess.run(["sh", "-c", command], cwd=self.folder,
                              env=self.env, capture_output=True, text=True,
                              check=False)

    def expect(self, rows, today):
        """The rows to be told, and the state after it."""
        want, told = set(), {}
        for row in rows:
            for duty, who, due, status in owed(row, today):
                where = section(due, status, today)
                if where is None:
                    continue
                # What differs, if only in whose it is, is told anew.
                what = row["worker"], where, who, due
                key = row["case_id"], duty
                before, on = self.told.get(key, (None, today))
                mark = ("new" if not before else
                        "moved" if before[-1] != due else
                        "changed" if before != what else
                        "again" if self.remind and
                        (today - on).days >= self.remind else None)
                told[key] = what, today if mark else on
                if mark:
                    want.add((row["worker"], where, due.isoformat()) + key +
                             (who, mark))
                    self.marks[mark] += 1
        self.told = told
        return want

    def read(self, text):
        """The rows of mails, each of them once."""
        got, order = [], []
        address = who = where = None
        for line in re.sub(r"\n {14}", " ", text).split("\n"):
            if line.startswith("To: "):
                address = line[4:]
            head = re.fullmatch(r"(\S.*): \d+ (overdue|perhaps|due) ?.*", line)
            row = re.fullmatch(r"  (\S+)  (\S+): (\S+), \S+, owed by (..), .*"
                               r" \[(new|moved|changed|again)\]", line)
            if head and not line.startswith("Subject"):
                who = "" if head[1] == "No worker" else head[1]
                named = {"Okafor": "o", "Lindqvist": "l", "O'Brien-Ruiz": "b"}
                if address != named.get(who, "office") + "@icj.test":
                    self.wrong.append("to %s for %s" % (address, who))
            elif line in SECTIONS:
                where = SECTIONS[line]
            elif row:
                got.append((who, where, row[1], row[2], row[3], row[4], row[5]))
                order.append((who, where, row[1]))
            elif line.startswith(" "):
                self.wrong.append("a row that cannot be read: " + line)
        by_who = {w: [o for o in order if o[0] == w] for w, _, _ in order}
        if any(rows != sorted(rows) for rows in by_who.values()):
            self.wrong.append("not the oldest first")
        if len(set(got)) != len(got):
            self.wrong.append("a row twice")
        return set(got)

    def morning(self, today):
        rows = list(on_file(self.cases, today - DAY))
        self.rng.shuffle(rows)
        with open(self.folder / "cases.csv", "w", encoding="utf-8") as file:
            out = csv.DictWriter(file, FIELDS, restval="")
            out.writeheader()
            out.writerows(rows)
        command = ("morning-digest --state told %s --mail-to to.csv "
                   "--sendmail 'cat >>mails' -q -- --duty %s --as-of %s "
                   "cases.csv" % ("--remind %d" % self.remind if self.remind
                                  else "", DUTIES, today))
        said = ""
        mails = self.folder / "mails"
        for again in (False, True):
            mails.write_text("")
            got = self.run(command)
            said += got.stdout + got.stderr
            if got.returncode:
                self.wrong.append("status %d" % got.returncode)
            if again:
                if mails.read_text():
                    self.wrong.append("%s: not silent" % today)
            else:
                have, want = self.read(mails.read_text()), self.expect(
                    rows, today)
                for row in sorted(have ^ want)[:3]:
                    self.wrong.append("%s: %s %s" % (
                        today, "missing" if row in want else "extra", row))
        if said:
            self.wrong.append(said)
        state = (self.folder / "told").read_text()
        if re.search("Okafor|C-0|evaluation|reply", state):
            self.wrong.append("a name in the state")

    def month(self):
        """May, on the export of June: what was entered since is not in it."""
        want = collections.Counter()
        columns = "met late due overdue unknown".split()
        labels = {"home-evaluation": "A-01", "violation-reply": "A-03",
                  "voluntary-return": "B-01"}
        for row in on_file(self.cases, END - DAY):
            for duty, _, due, status in owed(row, END - DAY):
                if duty in labels and due.strftime("%Y-%m") == "2015-05":
                    want[labels[duty], status] += 1
        got = self.run("monthly-report --month 2015-05 --folder . cases.csv")
        if got.returncode or got.stderr:
            self.wrong.append(got.stderr)
        with open(self.folder / "scores-2015-05.csv", encoding="utf-8") as file:
            have = {r["standard"]: [int(r[c]) for c in
                                    "in_time late open overdue unknown".split()]
                    for r in csv.DictReader(file) if r["standard"] != "A-02"}
        for label in labels.values():
            cells = [want[label, status] for status in columns]
            if have.get(label, [0] * 5) != cells:
                self.wrong.append("%s: %s, not %s" % (label, have.get(label),
                                                      cells))


def play(seed, test, bins, examples):
    with tempfile.TemporaryDirectory() as folder:
        office = Office(seed, bins, examples, folder)
        today, days = START, 0
        while today <= END:
            if is_business(today):
                office.morning(today)
                days += 1
            today += DAY
        office.month()
    told = ", ".join("%d %s" % (n, m) for m, n in sorted(office.marks.items()))
    fine = not office.wrong and days == 10 and office.marks["new"] > 1
    print("%sok %d - seed %d: %d cases, %d mornings, %s" % (
        "" if fine else "not ", test, seed, len(office.cases), days, told))
    for line in office.wrong[:8]:
        print("# " + line.replace("\n", "\n# "))
    return fine


def main():
    bins, examples = (os.path.abspath(p) for p in sys.argv[1:3])
    seeds = [int(s) for s in sys.argv[3:]] or [1, 5, 7, 9]
    fine = [play(seed, i + 1, bins, examples) for i, seed in enumerate(seeds)]
    print("1..%d" % len(fine))
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
