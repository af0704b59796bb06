#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold icj-lint against generated caseloads with planted faults.

usage: lint_caseload.py [ICJ-LINT [SEED...]]

A caseload is in order as it is made.  Then some records get one fault each, of
every kind that a record can have, at random.  What icj-lint finds has to be
these, at these records, and nothing else.  TAP on stdout, the seeds with it.
"""

import csv
import datetime
import io
import random
import subprocess
import sys

STATES = "TX CO NY WY OH KS NJ CT ME UT WA FL".split()
AS_OF = datetime.date(2015, 6, 30)
RECORDS = 900
DAY = datetime.timedelta(1)

FIELDS = """case_id case_type juvenile date_of_birth sending_state
receiving_state holding_state home_state destination_state supervision
sex_offender must_register_sending case_received case_forwarded packet_received
transfer_requested supervision_ends referral_sent referral_received
home_evaluation_done home_evaluation_sent home_evaluation decision
decision_date denial_grounds accepted departure departure_notified arrived
last_progress_report violation_discovered violation_reported
violation_report_received violation_replied early_release_requested
early_release_answered placement_failed retake_decided closed withdrawn
return_type ran_away absconded fled_custody in_custody detained_at released_at
office_contacted form_iii_received refusal_notified petition_filed
requisition_received hearing_held order_received returned due_process_notified
warrant_custody warrant_custody_notified warrant_answered permit_purpose
permit_issued permit_received permit_effective permit_expires travel_starts
travel_ends""".split()


class Case(dict):
    """Days run on from one act to the next."""

    def __init__(self, rng, number, kind, start):
        super().__init__(case_id="C-%05d" % number, case_type=kind,
                         juvenile="Person %d" % number)
        self.rng, self.at = rng, start
        birth = start - DAY * rng.randrange(13 * 365, 17 * 365)
        self["date_of_birth"] = birth.isoformat()

    def act(self, name, least=0, most=9):
        self.at += DAY * self.rng.randrange(least, most + 1)
        self[name] = self.at.isoformat()

    def day(self, name):
        return datetime.date.fromisoformat(self[name])


def transfer(rng, number):
    start = AS_OF - DAY * rng.randrange(250, 700)
    c = Case(rng, number, "transfer", start)
    c["sending_state"], c["receiving_state"] = rng.sample(STATES, 2)
    c["supervision"] = rng.choice(["probation", "parole"])
    c["sex_offender"] = "no"
    c["must_register_sending"] = "no"
    c.act("case_received")
    c.act("case_forwarded", 0, 4)
    c.act("packet_received", 0, 4)
    c.act("transfer_requested", 0, 3)
    c["referral_sent"] = c["transfer_requested"]
    c.act("referral_received", 0, 3)
    c.act("home_evaluation_done", 5, 20)
    c.act("home_evaluation_sent", 0, 10)
    c["decision_date"] = c["home_evaluation_sent"]
    c["supervision_ends"] = (AS_OF + DAY * rng.randrange(30, 600)).isoformat()
    if rng.random() < 0.2:
        c["decision"], c["home_evaluation"] = "deny", "unsuitable"
        c["denial_grounds"] = "unsuitable-placement"
        c.act("closed", 1, 30)
        return c
    c["decision"], c["home_evaluation"] = "approve", "suitable"
    c["accepted"] = c["decision_date"]
    if rng.random() < 0.3:
        c.act("permit_issued", 0, 3)
        c["permit_purpose"] = "transfer-pending"
        c.act("permit_received", 0, 3)
        c["permit_effective"] = c["permit_received"]
        c["permit_expires"] = (c.at + DAY * rng.randrange(5, 80)).isoformat()
    c.act("departure", 1, 20)
    c["departure_notified"] = c["departure"]
    c.act("arrived", 0, 3)
    if rng.random() < 0.4:
        c.act("violation_discovered", 5, 30)
        c.act("violation_reported", 0, 9)
        c.act("violation_report_received", 0, 3)
        c.act("violation_replied", 0, 9)
    if rng.random() < 0.2:
        c.act("early_release_requested", 5, 20)
        c.act("early_release_answered", 0, 30)
    c.at = max(c.at, AS_OF - DAY * rng.randrange(5, 85))
    c["last_progress_report"] = c.at.isoformat()
    if rng.random() < 0.3:
        c.at = max(c.at, AS_OF - DAY * 20)
        c["last_progress_report"] = c.at.isoformat()
        c["closed"] = (c.at + DAY * rng.randrange(0, 5)).isoformat()
        if rng.random() < 0.5:
            # past its last day, but closed
            c["supervision_ends"] = c["closed"]
    return c


def back(rng, number):
    c = Case(rng, number, "return", AS_OF - DAY * rng.randrange(120, 600))
    c["home_state"], c["holding_state"] = rng.sample(STATES, 2)
    c["return_type"], own = rng.choice([("runaway", "ran_away"),
                                        ("absconder", "absconded"),
                                        ("escapee", "fled_custody")])
    c[own] = "yes"
    c.act("detained_at")
    c.act("office_contacted", 0, 1)
    if rng.random() < 0.5:
        c.act("form_iii_received", 1, 9)
    else:
        c.act("petition_filed", 1, 9)
        c.act("requisition_received", 1, 9)
        c.act("hearing_held", 1, 20)
        c.act("order_received", 1, 9)
    c.act("released_at", 1, 4)
    c["returned"] = c["released_at"]
    if rng.random() < 0.5:
        c.act("closed", 0, 9)
    return c


def travel(rng, number):
    c = Case(rng, number, "travel", AS_OF - DAY * rng.randrange(0, 300))
    c["sending_state"], c["receiving_state"] = rng.sample(STATES, 2)
    c["destination_state"] = c["receiving_state"]
    c["permit_purpose"] = "visit"
    c.at = min(c.at, AS_OF - DAY * 4)
    c["permit_issued"] = c.at.isoformat()
    c.act("permit_received", 0, 3)
    c.act("permit_effective", 1, 20)
    c["travel_starts"] = c["permit_effective"]
    c.act("permit_expires", 1, 60)
    c["travel_ends"] = c["permit_expires"]
    if c.at < AS_OF:
        c[rng.choice(["returned", "closed"])] = c["permit_expires"]
    return c


# -- Faults: each gives the code that is to be found ---------------------------

def before(c, act, trigger, rng):
    c[act] = (c.day(trigger) - DAY * rng.randrange(1, 4)).isoformat()


def pick_pair(c, rng, pairs):
    there = [p for p in pairs if c.get(p[0]) and c.get(p[1])]
    return rng.choice(there) if there else None


ANSWERS = [("case_forwarded", "case_received"),
           ("home_evaluation_done", "referral_received"),
           ("violation_reported", "violation_discovered"),
           ("violation_replied", "violation_report_received"),
           ("early_release_answered", "early_release_requested"),
           ("office_contacted", "detained_at"),
           ("hearing_held", "requisition_received"),
           ("permit_expires", "permit_effective")]
ORDERS = [("arrived", "departure"), ("permit_received", "permit_issued"),
          ("order_received", "petition_filed"),
          ("order_received", "hearing_held"),
          ("home_evaluation_sent", "home_evaluation_done"),
          ("accepted", "decision_date"),
          ("permit_expires", "permit_issued"),
          ("last_progress_report", "arrived"),
          ("violation_report_received", "violation_discovered"),
          ("violation_report_received", "violation_reported")]


def is_open(c):
    return not c.get("closed") and not c.get("withdrawn")


def past_end(c, rng):
    if c["case_type"] != "transfer" or not is_open(c):
        return None
    c["supervision_ends"] = (AS_OF - DAY * rng.randrange(1, 5)).isoformat()
    c["last_progress_report"] = (AS_OF - DAY * 30).isoformat()
    return "past-end"


def evaluation(c, rng):
    if c["case_type"] != "transfer" or not is_open(c):
        return None
    for f in FIELDS[FIELDS.index("home_evaluation_done"):
                    FIELDS.index("withdrawn")]:
        c.pop(f, None)
    for f in [f for f in c if f.startswith("permit")]:
        del c[f]
    return "evaluation-pending"


def report(c, rng):
    if not c.get("last_progress_report") or not is_open(c):
        return None
    if c.day("arrived") > AS_OF - DAY * 120:
        return None
    c["last_progress_report"] = (AS_OF - DAY * rng.randrange(91, 119)
                                 ).isoformat()
    return "report-pending"


def permit(c, rng):
    if c["case_type"] != "travel" or c.day("permit_expires") >= AS_OF:
        return None
    c.pop("returned", None)
    c.pop("closed", None)
    return "permit-past-end"


def future(c, rng):
    if c["case_type"] != "return" or c.get("closed"):
        return None
    c["returned"] = "2%d" % rng.randrange(100, 999) + c["returned"][4:]
    return "act-in-future"


def answered(c, rng):
    pair = pick_pair(c, rng, ANSWERS)
    if not pair or pair[0] == "permit_expires" and c["case_type"] != "transfer":
        return None
    before(c, *pair, rng)
    # Before the permit was issued is another fault.
    if pair[0] == "permit_expires" and (c.day("permit_expires") <
                                        c.day("permit_issued")):
        return None
    return "act-before-trigger"


def ordered(c, rng):
    pair = pick_pair(c, rng, ORDERS)
    if not pair or c["case_type"] == "travel" and pair[0] != "permit_received":
        return None
    if pair[0] == "last_progress_report" and is_open(c):
        return None
    # Else it came before that day, too, which is another fault.
    if pair[0] == "permit_expires":
        c.pop("permit_effective")
    before(c, *pair, rng)
    return "out-of-order"


def ends_first(c, rng):
    if c["case_type"] != "transfer" or not c.get("closed"):
        return None
    c["supervision_ends"] = (c.day("transfer_requested") - DAY).isoformat()
    return "end-before-start"


def after_end(c, rng):
    if c["case_type"] != "transfer" or not is_open(c):
        return None
    c["withdrawn"] = (c.day("last_progress_report") - DAY).isoformat()
    if c["withdrawn"] < max(v for k, v in c.items()
                            if k in ("arrived", "early_release_requested",
                                     "violation_report_received")):
        return None
    return "act-after-end"


def born(c, rng):
    c["date_of_birth"] = (AS_OF - DAY * rng.randrange(1, 3)).isoformat()
    return "born-after-act"


def alike(c, rng):
    if c["case_type"] == "return":
        c["holding_state"] = c["home_state"]
    else:
        c["receiving_state"] = c["sending_state"]
    return "same-states"


def clash(c, rng):
    if c["case_type"] == "return":
        c[{"runaway": "ran_away", "absconder": "absconded",
           "escapee": "fled_custody"}[c["return_type"]]] = "no"
    elif c["case_type"] == "transfer":
        how = rng.randrange(3)
        if how == 0:
            c["must_register_sending"] = "yes"
        elif c["decision"] == "deny":
            c["home_evaluation"] = "suitable"
        else:
            c["denial_grounds"] = "other"
    else:
        return None
    return "contradiction"


SINGLE = [past_end, evaluation, report, permit, future, answered, ordered,
          ends_first, after_end, born, alike, clash]


def caseload(rng):
    cases, want = [], {}
    for n in range(RECORDS):
        cases.append(rng.choice([transfer, transfer, back, travel])(rng, n))
    for n in rng.sample(range(RECORDS), RECORDS // 3):
        for fault in rng.sample(SINGLE, len(SINGLE)):
            c = Case(rng, n, cases[n]["case_type"], AS_OF)
            c.clear()
            c.update(cases[n])
            code = fault(c, rng)
            if code:
                cases[n] = c
                want[n] = code
                break
    # Of one event: its key again, or the same juvenile and day under another.
    clean = [n for n in range(RECORDS) if n not in want]
    for n in rng.sample(clean, 30):
        twin = dict(cases[n])
        if rng.random() < 0.5:
            twin["case_id"] = "C-%05d" % len(cases)
            twin["juvenile"] = "  person  %s " % n
        else:
            twin["juvenile"] = "Person %d" % len(cases)
        want[len(cases)] = "event-twice"
        cases.append(twin)
    for n in rng.sample(clean, 30):
        other = travel(rng, len(cases))
        other["juvenile"] = cases[n]["juvenile"]
        other["date_of_birth"] = cases[n]["date_of_birth"]
        if rng.random() < 0.5:
            other["date_of_birth"] = (other.day("date_of_birth") +
                                      DAY * rng.randrange(1, 9)).isoformat()
            want[len(cases)] = "two-birth-dates"
        cases.append(other)
    return cases, want


def hold(tool, seed, test):
    cases, want = caseload(random.Random(seed))
    text = io.StringIO()
    out = csv.DictWriter(text, FIELDS, restval="", lineterminator="\n")
    out.writeheader()
    out.writerows(cases)
    run = subprocess.run([tool, "-a", AS_OF.isoformat()], input=text.getvalue(),
                         capture_output=True, text=True, check=False)
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    bad = [(n, rows[n]["case_id"], rows[n]["lint"], want.get(n, ""),
            rows[n]["lint_note"]) for n in range(len(rows))
           if rows[n]["lint"] != want.get(n, "")]
    kinds = len(set(want.values()))
    fine = (not bad and len(rows) == len(cases) and kinds == 14 and
            run.returncode == 0 and run.stderr == "")
    print("%sok %d - seed %d: %d records, %d faults of %d kinds, %d wrong" %
          ("" if fine else "not ", test, seed, len(rows), len(want), kinds,
           len(bad)))
    for b in bad[:10]:
        print("# record %d, %s: found '%s', planted '%s'; %s" % b)
    if run.stderr:
        print("# " + run.stderr[:300].replace("\n", "\n# "))
    return fine


def main():
    tool = sys.argv[1] if len(sys.argv) > 1 else "icj-lint"
    seeds = [int(s) for s in sys.argv[2:]] or list(range(1, 9))
    fine = [hold(tool, seed, i + 1) for i, seed in enumerate(seeds)]
    print("1..%d" % len(fine))
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
