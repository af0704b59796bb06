#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-permit: its columns, its verdicts and its status.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=permit,permit_rule,permit_last_day,permit_problems,permit_missing,permit_assumed,permit_edition,permit_basis,permit_note

cat >travel.csv <<'EOF'
case_id,residence,travel_starts,travel_ends,weapon_offense,permit_effective,permit_expires,change_instructions,contact_instructions,sending_state_reserves_approval
P-1,parent,2015-03-01T10:00,2015-03-02T10:00,yes,,,,,
P-2,parent,2015-03-01T10:00,2015-03-02T10:01,yes,2015-03-01,2015-05-29,yes,yes,no
P-3,parent,2015-03-01T10:00,2015-03-02T10:01,yes,2015-03-01,2015-05-30,yes,no,yes
P-4,residential-facility,2015-03-01,2015-06-30,yes,,,,,
P-5,parent,2015-03-01,2015-03-02,yes,,,,,
P-6,,2015-03-01,2015-03-09,yes,,,,,
P-7,parent,2015-02-30,2015-03-09,yes,,,,,
EOF

t 'a row of each kind' 3 'icj-permit -a 2015-06-10 travel.csv' <<EOF
$(head -1 travel.csv),$H
P-1,parent,2015-03-01T10:00,2015-03-02T10:00,yes,,,,,,not-mandatory,8-101(1),,,,,2015-01-01,text,
P-2,parent,2015-03-01T10:00,2015-03-02T10:01,yes,2015-03-01,2015-05-29,yes,yes,no,mandatory,8-101(1)(c),2015-05-29,,,,2015-01-01,text,"approval is judgement: the supervising person (8-101(4)); the permit on file cannot be checked in full without permit_purpose, permit_issued; whether a second permit may follow straight after, the 2015 text does not say; later wordings forbid it"
P-3,parent,2015-03-01T10:00,2015-03-02T10:01,yes,2015-03-01,2015-05-30,yes,no,yes,mandatory,8-101(1)(c),2015-05-29,8-101(3); 8-101(3)(a),,,2015-01-01,text,"approval is judgement: the sending state's authority (8-101(4)); the permit on file covers more than 90 days; instructions for keeping in contact are due; the permit on file cannot be checked in full without permit_purpose, permit_issued"
P-4,residential-facility,2015-03-01,2015-06-30,yes,,,,,,excluded,8-101(2),,,,,2015-01-01,text,
P-5,parent,2015-03-01,2015-03-02,yes,,,,,,unknown,8-101(1),,,travel_starts; travel_ends,,2015-01-01,text,
P-6,,2015-03-01,2015-03-09,yes,,,,,,mandatory,8-101(1)(c),,,,residence,2015-01-01,text,"approval is judgement: the supervising person, or the sending state's authority if it reserved that (8-101(4)); no permit is on file"
P-7,parent,2015-02-30,2015-03-09,yes,,,,,,invalid,,,,,,,,travel_starts: no such day
--- stderr
icj-permit: travel.csv:8:3: travel_starts: no such day [ICJ105]
EOF

C='icj-permit -c -a 2015-06-10 >out'
t 'check: no permit needed' 0 "sed -n '1p;2p' travel.csv | $C" </dev/null
t 'check: a permit in order' 0 "sed -n '1p;3p' travel.csv | $C" </dev/null
t 'check: a problem' 1 "sed -n '1p;4p' travel.csv | $C" </dev/null
t 'check: excluded' 0 "sed -n '1p;5p' travel.csv | $C" </dev/null
t 'check: unknown' 1 "sed -n '1p;6p' travel.csv | $C" </dev/null

T='travel_hours=25 weapon_offense=yes'
like 'strict: a residence not known' 0 "icj-permit -a 2015-04-20 -o csv --strict $T" \
	'^25,yes,unknown,8-101(2),,,residence,'
like 'a fact of 24 hours' 0 \
	'icj-permit -o csv travel_hours=24 weapon_offense=yes residence=parent' \
	'not-mandatory,8-101(1),'
like 'prose' 0 "icj-permit -a 2015-04-20 $T" '^Travel permit (Rule 8-101): mandatory'
like 'prose names every limb' 0 "icj-permit -a 2015-04-20 $T" '^8-101(1)(h), unknown'
S="$T residence=parent travel_starts=2016-02-01"
like 'the edition of the travel' 0 "icj-permit -o csv $S" ',2015-01-01,nearest,'
like 'only current wordings' 3 "icj-permit -o csv --require-current $S" invalid
like 'rules' 0 'icj-permit --rules' '8-101(1)(g)'
like 'fields' 0 'icj-permit --fields' 'subsequent_state_approved'
like 'last day of a permit' 0 'icj-permit -o csv permit_effective=2015-01-01' \
	',2015-03-31,'

F="travel_hours=72 travel_starts=2015-05-01 supervision=parole \
permit_issued=2015-04-20 permit_effective=2015-05-01 \
permit_expires=2015-05-20 permit_purpose=transfer-pending \
change_instructions=yes guardian_in_sending_state=no \
guardian_in_receiving_state=yes documents=written-explanation"
like 'prose says from when a referral is judged' 0 \
	"icj-permit -a 2015-05-05 $F | tr -s '\\n ' '  '" \
	'judged as of 2015-05-05'
like 'prose leaves out what does not concern it' 0 \
	'icj-permit permit_effective=2015-05-01 permit_purpose=visit' \
	'^Not applicable: 4-102(3)(a), '

printf 'date,state,name\n2015-04-20,OH,x\n# valid-through: 2015-04-24\n' \
	>ended.csv
like 'a count past the list vouched for' 0 \
	"icj-permit -H ended.csv -a 2015-05-05 -o yaml sending_state=OH \
	    $F" 'runs past the last day'
like 'which strict does not rely on' 0 \
	"icj-permit -H ended.csv --strict -a 2015-05-05 -o yaml \
	    sending_state=OH sex_offender=no $F" '^permit_problems:$'

# -- Which permit is a placement before acceptance, both tools say alike ------

parolee='supervision=parole guardian_in_sending_state=no permit_issued=2015-05-15 guardian_in_receiving_state=yes documents=written-explanation'
alike() {
	t "both tools on $1" 0 "icj-deadline -a 2015-07-01 -o csv $parolee $2 \
	    --duty parole-permit-referral | grep -c overdue
	    icj-permit -a 2015-07-01 -o csv $parolee $2 | grep -c '4-102(3)(a): the referral is late'
	    true" <<END
$3
$3
END
}

alike 'a pending transfer' 'permit_purpose=transfer-pending' 1
alike 'a placement tested' 'permit_purpose=testing-placement' 0
alike 'a visit' 'permit_purpose=visit' 0
alike 'another purpose' 'permit_purpose=other' 0
alike 'a permit after acceptance' \
	'permit_purpose=transfer-pending accepted=2015-05-14' 0
alike 'a permit after approval' 'permit_purpose=transfer-pending decision=approve decision_date=2015-05-14' 0
alike 'a permit on the day of acceptance' \
	'permit_purpose=transfer-pending accepted=2015-05-15' 1

# -- What the as-of date hides, and what a file cannot say --------------------

offender="icj-permit -o yaml sex_offender=yes guardian_in_sending_state=yes \
permit_purpose=transfer-pending permit_issued=2015-02-01 \
permit_effective=2015-02-12 reporting_instructions=2015-02-11"
like 'instructions in time' 0 "$offender -a 2015-02-11" '^permit_problems: 8-101(3)$'
like 'instructions after the as-of date' 0 "$offender -a 2015-02-10" \
	'^permit_problems: 4-103(2); 8-101(3)$'
like 'and the note says so' 0 "$offender -a 2015-02-10" \
	'reporting_instructions lies after the as-of date, so not yet'
like 'of a permit that is planned, too' 0 "$offender -a 2015-01-31" \
	'^permit_problems: 8-101(3)$'

printf 'supervision,permit_purpose,permit_issued,permit_effective,permit_expires,guardian_in_sending_state\nparole,transfer-pending,2015-02-01,2015-02-02,2015-03-01,yes\n' >early.csv
# shellcheck disable=SC2317 # like() and t() call it
problems() { icj-permit -a 2015-04-20 "$@" -o yaml early.csv |
	grep -e ^permit_problems -e 'full without'; }
like 'no column tells of an acceptance' 0 problems 'full without accepted'
t 'an empty one does' 0 "problems -s accepted= | grep -c 'problems:.*4-102(3)(a)'
	problems -s decision= | grep -c 'problems:.*4-102(3)(a)'
	problems | grep -c 'problems:.*4-102(3)(a)'; true" <<'EOF'
1
1
0
EOF

t 'what decides is that no limb is met' 0 \
	'icj-permit -q -o brief -a 2024-06-01 travel_hours=72 sex_related_offense=no \
	    violent_offense_with_injury=no weapon_offense=no supervision=probation \
	    permit_purpose=visit transferred=no subsequent_state_approved=no |
	    sed -n 1,3p' <<'END'
Travel permit (Rule 8-101): not-mandatory
8-101(1), met: The juvenile travels out of state for more than 24 consecutive
    hours. (travel_hours is 72) But none of 8-101(1)(a)(i) to (b)(v) is met.
END

finish
