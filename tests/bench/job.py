# SPDX-License-Identifier: MIT
"""The limbs of Rule 4-101 that tests/bench/caseload makes facts for, as one
would write them with Python's csv."""
import csv
import sys
from datetime import date

day = date.fromisoformat
rows = csv.reader(sys.stdin)
out = csv.writer(sys.stdout, lineterminator="\n")
head = next(rows)
out.writerow(head + ["eligible"])
here, adjudication, under, days, asked, ends, home, student = map(head.index, (
    "juvenile_in_sending_state", "adjudication", "under_jurisdiction",
    "plan_days", "transfer_requested", "supervision_ends", "residence",
    "full_time_student"))
heard = {"adjudicated-delinquent", "adjudicated-status-offender",
         "deferred-adjudication"}
homes = {"parent", "legal-guardian", "relative", "non-relative", "independent"}
for r in rows:
    if (r[here] != "yes" or r[adjudication] not in heard or
            r[under] != "yes" or int(r[days]) <= 90 or
            (day(r[ends]) - day(r[asked])).days <= 90):
        r.append("no")
    elif r[home] in homes:
        r.append("yes")
    else:
        r.append("unknown" if r[student] == "yes" else "no")
    out.writerow(r)
