#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-training: mentoring, requests, sessions and totals.
# shellcheck disable=SC2016
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

A='-a 2026-06-10'

cat >people.csv <<'END'
case_id,role,role_since,training_request,training_session
P-1,commissioner,2025-06-11,on-site-training,
P-2,Compact Office Staff,2025-06-10,mentoring,
P-3,deputy-compact-administrator,2026-01-05,technical-assistance,
P-4,judge,,,part-1
P-5,attorney,,,part-2
P-6,,2026-01-05,mentoring,part-2
P-7,commisioner,2026-01-05,,
END
t 'one person a record' 3 "icj-training $A people.csv" <<'END'
case_id,role,role_since,training_request,training_session,training_mentoring,training_mentoring_until,training_allowed,training_form,training_open,training_length,training_source,training_missing,training_note
P-1,commissioner,2025-06-11,on-site-training,,yes,2026-06-10,allowed,training-and-technical-assistance-request-form,,,Administrative Policy 01-2019; training page,,the Training and Technical Assistance Policy governs the request; the National Office reviews it; judged as of 2026-06-10; not from the rules: no edition
P-2,Compact Office Staff,2025-06-10,mentoring,,no,2026-06-09,not-allowed,mentor-request-form,,,Administrative Policy 01-2019,,judged as of 2026-06-10; not from the rules: no edition
P-3,deputy-compact-administrator,2026-01-05,technical-assistance,,yes,2027-01-04,not-allowed,training-and-technical-assistance-request-form,,,Administrative Policy 01-2019; training page,,the Training and Technical Assistance Policy governs the request; the National Office reviews it; judged as of 2026-06-10; not from the rules: no edition
P-4,judge,,,part-1,no,,,,open,2,Administrative Policy 01-2019; training page,,judged as of 2026-06-10; not from the rules: no edition
P-5,attorney,,,part-2,no,,,,not-listed,2,Administrative Policy 01-2019; training page,,judged as of 2026-06-10; not from the rules: no edition
P-6,,2026-01-05,mentoring,part-2,unknown,2027-01-04,unknown,mentor-request-form,unknown,2,Administrative Policy 01-2019; training page,role,judged as of 2026-06-10; not from the rules: no edition
P-7,commisioner,2026-01-05,,,invalid,,,,,,,,role: not one of the field's values
--- stderr
icj-training: people.csv:8:2: role: not one of the field's values: commissioner, compact-administrator, deputy-compact-administrator, compact-office-staff, supervisor, field-officer, state-field-staff, judge, court-personnel, attorney, state-council-member, other [ICJ102]
END
t 'explained' 0 "icj-training $A role=commissioner role_since=2025-06-11 training_request=specialized-curriculum \
	training_session=part-2" <<'END'
May be mentored: yes
Last day of the first year: 2026-06-10
The request: allowed
By the form: training-and-technical-assistance-request-form
The session: open
Hours of it: 2
Administrative Policy 01-2019, met: The person is a Commissioner, Compact
    Administrator, Deputy Compact Administrator or other staff of an ICJ
    Office. (role is commissioner)
Note: the Training and Technical Assistance Policy governs the request; the
    National Office reviews it; judged as of 2026-06-10; not from the rules:
    no edition.

Administrative Policy 01-2019, met: The person is a Commissioner, Compact
    Administrator, Deputy Compact Administrator or other staff of an ICJ
    Office. (role is commissioner)
Administrative Policy 01-2019, met: It is the first year in the role.
    (role_since is 2025-06-11)
training page, met: Commissioners ask for on-site training, a specialized
    curriculum or technical assistance. (role is commissioner)
training page, met: The sessions are open to compact office staff,
    supervisors, field officers, state field staff, and judicial and court
    personnel. (role is commissioner)
END
t '--check' 1 "icj-training $A --check -o csv role=judge >out; s=\$?; tail -1 out; exit \$s" <<'END'
judge,no,,,,,,Administrative Policy 01-2019,,judged as of 2026-06-10; not from the rules: no edition
END
t '--check asks what was asked' 0 "icj-training $A --check -o csv role=judge training_session=part-1 | tail -1" <<'END'
judge,part-1,no,,,,open,2,Administrative Policy 01-2019; training page,,judged as of 2026-06-10; not from the rules: no edition
END
t 'no edition is named, none is missed' 0 "icj-training $A --require-current -o csv role=judge | tail -1" <<'END'
judge,no,,,,,,Administrative Policy 01-2019,,judged as of 2026-06-10; not from the rules: no edition
END
t '--rules' 0 'icj-training --rules | cut -c1-13 | uniq' <<'END'
Administrativ
training page
END

cat >reports.csv <<'END'
training_state,training_date,training_session,training_hours,training_attendees
TX,2026-01-02,part-1,,12
TX,2025-08-02,,3,
Oklahoma,2025-06-30,part-2,4,5
TX,2026-02-01,,,8
END
t 'totals by year' 0 'icj-training --totals reports.csv' <<'END'
state,period,trainings,hours,attendees,undecided
OK,2025,1,4,5,0
TX,2025,1,3,0,1
TX,2026,2,2,20,1
END
t 'totals by fiscal year' 0 'icj-training --totals --by fiscal-year -o table reports.csv' <<'END'
state  period  trainings  hours  attendees  undecided
OK     FY2025  1          4      5          0
TX     FY2026  3          5      20         2
END
t 'a report of no state' 3 'printf "%s\n" training_state,training_date,training_hours ,2026-01-02,2 TX,,2 \
	TX,2026-01-02,2 | icj-training --totals' <<'END'
state,period,trainings,hours,attendees,undecided
TX,2026,1,2,0,1
--- stderr
icj-training: <stdin>:2: training_state: missing from a training report [ICJ530]
icj-training: <stdin>:3: training_date: missing from a training report [ICJ530]
END
t 'bad reports aside' 3 'printf "%s\n" training_state,training_date,training_hours TX,2026-02-30,2 |
	icj-training --totals --rejects bad.csv; s=$?; cat bad.csv; exit $s' <<'END'
state,period,trainings,hours,attendees,undecided
training_state,training_date,training_hours
TX,2026-02-30,2
--- stderr
icj-training: <stdin>:2:2: training_date: no such day [ICJ105]
END
t 'undecided ones are found' 1 'icj-training --totals --check reports.csv >/dev/null' <<'END'
END
like 'no prose of totals' 2 'icj-training --totals --explain reports.csv' ICJ301
like 'no such period' 2 'icj-training --totals --by week reports.csv' ICJ301
[ ! -e /dev/full ] || like 'a full disk' 4 'icj-training --totals reports.csv 2>&1 >/dev/full' 'cannot write'

finish
