#!/bin/sh
# SPDX-License-Identifier: MIT
# deadline.sh - icj-deadline: its rows, what it selects and keeps, and its
# arithmetic.  The dates themselves are tested in tests/unit.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

A='-a 2015-07-10'
own=duty,rule,standard,kind,owed_by,owed_by_state,trigger,start,limit,due
own=$own,extended_to,done,days_left,status,as_of,edition,basis,note

cat >cases.csv <<'END'
case_id,form_iii_received,referral_received,home_evaluation_sent,charges_pending,home_state,Remark,returned,home_evaluation_done
A,2015-06-29,,,no,TX,"one, two",,
B,,2015-05-11,2015-06-25,,,,,
C,,,,,,,,
D,2015-07-08,,,no,OK,,,
END
cut='cut -d, -f1,2,11,13,14,15'

# -- Rows -------------------------------------------------------------------

t 'one row a duty, the case in front' 0 "icj-deadline $A cases.csv | head -2" <<END
case_id,$own
A,voluntary-return,6-102(8),B-01,duty,home,TX,form_iii_received,2015-06-29,5 business days,2015-07-07,,,-3,overdue,2015-07-10,2015-01-01,text,skipped 2015-07-03 Independence Day (observed); 2015-07-04..05 weekend
END
t 'cases in their order, duties in that of the rules' 0 \
	"icj-deadline $A <cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
A,voluntary-return,2015-07-07,,-3,overdue
B,local-home-evaluation,2015-06-10,,-30,unknown
B,home-evaluation,2015-06-25,2015-06-25,0,met
D,voluntary-return,2015-07-15,,5,due
END
t 'facts as operands give a table' 0 \
	"icj-deadline $A case_id=X charges_pending=no form_iii_received=2015-07-08 |
	    cut -c1-48" <<'END'
case_id  duty              rule      standard  k
X        voluntary-return  6-102(8)  B-01      d
END
t 'a header alone is a header alone' 0 \
	"head -1 cases.csv | icj-deadline $A" <<END
case_id,$own
END
t 'no bytes' 0 "icj-deadline $A </dev/null" <<'END'
--- stderr
icj-deadline: <stdin>: warning: no input [ICJ320]
END
t 'a record that cannot be read has one row, and the others theirs' 3 \
	"sed s/2015-05-11/2015-05-32/ cases.csv >bad.csv
	icj-deadline $A --only due bad.csv >rows; status=\$?
	cut -d, -f1,2,15- rows; exit \$status" <<'END'
case_id,duty,status,as_of,edition,basis,note
B,,invalid,2015-07-10,,,"referral_received: no such day; not judged: local-home-evaluation, home-evaluation"
D,voluntary-return,due,2015-07-10,2015-01-01,text,skipped 2015-07-11..12 weekend
--- stderr
icj-deadline: bad.csv:3:3: referral_received: no such day [ICJ105]
END
t 'or none with --on-error skip' 3 \
	"icj-deadline $A --on-error skip --only due bad.csv 2>/dev/null |
	    cut -d, -f1,2
	icj-deadline $A --on-error skip bad.csv >rows 2>&1" <<'END'
case_id,duty
D,voluntary-return
END
t 'json leaves out what a case does not have' 0 \
	"icj-deadline $A -o json --only due cases.csv | cut -c1-60" <<'END'
{"case_id": "D", "duty": "voluntary-return", "rule": "6-102(
END
t 'json in, csv out' 0 \
	'echo "{\"case_id\": \"Z\", \"case_received\": \"2015-07-06\"}" |
	    icj-deadline -a 2015-07-10 -o csv | cut -d, -f1-5,14,18' <<'END'
case_id,sending_state,receiving_state,worker,duty,due,status
Z,,,,forward-case,2015-07-13,due
END
t 'prose' 0 "icj-deadline $A --explain case_id=X charges_pending=no \
	return_extension_approved_by=both return_extended_to=2015-07-14 \
	home_state=TX form_iii_received=2015-06-29" <<'END'
Case X
Duties as of 2015-07-10: 1 due.
2015-07-14 due, 4 days left, extended: The home state returns a juvenile who
    consents. (6-102(8), B-01, owed by home TX)
Presumed, as nobody said otherwise: not yet: the juvenile was returned
    (returned).
Rules as effective 2015-01-01.

voluntary-return, 6-102(8), B-01: due
  The home state returns a juvenile who consents.
  owed by home: Texas
  5 business days, form_iii_received 2015-06-29
  due 2015-07-07
  extended to 2015-07-14, 4 days left
  edition of 2015-01-01
  note: skipped 2015-07-03 Independence Day (observed); 2015-07-04..05 weekend;
    presumed absent: returned
END
t 'an edition that is not held is said once' 0 \
	"icj-deadline -a 2016-05-03 case_received=2016-05-02 -o csv | cut -d, -f16- | sed 1d" <<'END'
2015-01-01,nearest,skipped 2016-05-07..08 weekend; presumed absent: case_forwarded; no such duty since 2022-03-01
--- stderr
icj-deadline: warning: 1 answer rests on a wording that is not known to be that of its day; the last edition known of is that of 2026-04-01 (rules 2015-01-01, checked 2026-11-21) [ICJ322]
END
like 'or refused' 3 'icj-deadline -a 2016-05-03 --require-current -o csv case_received=2016-05-02' \
	',,,,,,,,,,,,,invalid,'
t '-E picks it' 0 "icj-deadline -E 2015-01-01 -a 2016-05-03 case_received=2016-05-02 -o csv | cut -d, -f16- | sed 1d" <<'END'
2015-01-01,text,skipped 2016-05-07..08 weekend; presumed absent: case_forwarded
END

# -- What is shown ----------------------------------------------------------

t '--only' 0 "icj-deadline $A --only met,overdue cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
A,voluntary-return,2015-07-07,,-3,overdue
B,local-home-evaluation,2015-06-10,,-30,unknown
B,home-evaluation,2015-06-25,2015-06-25,0,met
END
t '--within' 0 "icj-deadline $A --within 5 cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
D,voluntary-return,2015-07-15,,5,due
END
t '--within a day less' 0 "icj-deadline $A --within 4 cases.csv | sed 1d" </dev/null
t '--within with --only' 0 "icj-deadline $A --only overdue,due --within 4 cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
A,voluntary-return,2015-07-07,,-3,overdue
B,local-home-evaluation,2015-06-10,,-30,unknown
END
t '--duty and --standard' 0 \
	"icj-deadline $A --duty home-evaluation,forward-case cases.csv | $cut
	icj-deadline $A --standard B-01,A-02 cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
B,home-evaluation,2015-06-25,2015-06-25,0,met
case_id,duty,due,done,days_left,status
A,voluntary-return,2015-07-07,,-3,overdue
D,voluntary-return,2015-07-15,,5,due
END
t '--sort' 0 "icj-deadline $A --sort cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
B,local-home-evaluation,2015-06-10,,-30,unknown
B,home-evaluation,2015-06-25,2015-06-25,0,met
A,voluntary-return,2015-07-07,,-3,overdue
D,voluntary-return,2015-07-15,,5,due
END
t '--all has a row for each duty of each case' 0 \
	"rows=\$(icj-deadline $A --all cases.csv | sed 1d | cut -d, -f1,2 | sort -u | wc -l)
	duties=\$(icj-deadline --list -o csv | sed 1d | cut -d, -f1 | sort -u | wc -l)
	echo \$((rows % duties)) \$((rows / duties))" <<'END'
0 4
END
t '--all shows why not' 0 "icj-deadline $A --all --duty requisition -o csv \
	refusal_notified=2015-07-01 in_custody=no | cut -d, -f1,14" <<'END'
duty,status
requisition,not-applicable
END
t '--keep' 0 "icj-deadline $A --keep remark,case_id --only overdue cases.csv | cut -d, -f1-4" <<'END'
remark,case_id,duty,rule
"one, two",A,voluntary-return
,B,local-home-evaluation,4-102(5)
END
t '--keep all' 0 "icj-deadline $A --keep all --only overdue cases.csv | cut -d, -f1-12" <<'END'
case_id,form_iii_received,referral_received,home_evaluation_sent,charges_pending,home_state,Remark,returned,home_evaluation_done,duty,rule,standard
A,2015-06-29,,,no,TX,"one, two",,,voluntary-return,6-102(8)
B,,2015-05-11,2015-06-25,,,,,,local-home-evaluation,4-102(5),
END
# Ours stand under our names, theirs beside them.
t '--keep all: a column of ours is already there' 0 \
	"printf 'case_received,Duty,STATUS,Case Status,note\n2015-01-02,x,probation,z,w\n' | icj-deadline $A -s case_forwarded= --keep all | cut -d, -f1-6,19" <<'END'
case_received,case_duty,case_status_2,Case Status,case_note,duty,status
2015-01-02,x,probation,z,w,forward-case,overdue
--- stderr
icj-deadline: <stdin>:1: warning: --keep: the input has a column Duty as icj-deadline does; it is kept as case_duty, and so are others of this kind [ICJ346]
END
t '--keep of a column that ours is called like' 0 \
	"printf 'case_received,Status\n2015-01-02,y\n' | icj-deadline $A --keep status 2>/dev/null | cut -d, -f1,2" <<'END'
case_status,duty
y,forward-case
END
like '--keep all in JSON' 0 \
	"echo '{\"case_received\": \"2015-01-02\", \"Status\": \"y\"}' | icj-deadline $A --keep all" \
	'"case_status": "y", "duty": "forward-case"'
like 'a key that comes later is told of, though it is called like ours' 0 \
	"printf '%s\n' '{\"case_received\": \"2015-01-02\"}' '{\"case_received\": \"2015-01-02\", \"Note\": \"y\"}' | icj-deadline $A -o csv --keep all" \
	'Note: warning: a key that the first record lacks is left out'
printf 'File No: case_id\nGot: case_received\n' >keep.yaml
for of in 'csv:File No,Got\nA,2015-01-02\n' 'json:{"File No": "A", "Got": "2015-01-02"}\n'; do
	t "--keep and --map, ${of%%:*}" 0 \
		"printf '${of#*:}' | icj-deadline $A -o csv -s case_forwarded= -m keep.yaml --keep case_id,case_received | cut -d, -f1-3" <<'END'
case_id,case_received,duty
A,2015-01-02,forward-case
END
done
t '--keep of a field under its label' 0 \
	"printf 'Case Closure Date,Maximum Expiration Date,case_received\n,2016-01-02,2015-01-02\n' | icj-deadline $A -s case_forwarded= --keep supervision_ends,closed | cut -d, -f1-3" <<'END'
supervision_ends,closed,duty
2016-01-02,,forward-case
END
t '--state is for arithmetic' 2 "printf 'case_received\n2015-01-02\n' | icj-deadline --state TX" <<'END'
--- stderr
icj-deadline: --state is for --add and --count; the calendar of a record is that of the state that owes the act; try 'icj-deadline --help' [ICJ301]
END
t 'no column starts a duty' 2 \
	"printf 'plan_days,case_id\n60,1\n' | icj-deadline $A --check" <<'END'
--- stderr
icj-deadline: <stdin>:1: no column starts a duty, such as referral_received, packet_received, permit_issued, accepted, arrived, violation_report_received, form_iii_received or detained_at; --list has the triggers of all; --map names an office's own columns [ICJ344]
END
like 'but --set does' 0 \
	"printf 'plan_days,case_id\n60,1\n' | icj-deadline $A -s case_received=2015-01-02" '^1,forward-case'
like 'with --all there are rows all the same' 0 \
	"printf 'plan_days,case_id\n60,1\n' | icj-deadline $A --all" '^1,forward-case'
like 'a sparse record starts nothing' 0 \
	"echo 'plan_days: 60' | icj-deadline $A; echo none" none
t '--keep all --replace' 0 \
	"printf 'case_received,duty,case_forwarded\n2015-01-02,x,\n' | icj-deadline $A --keep all --replace | cut -d, -f1-3" <<'END'
case_received,case_forwarded,duty
2015-01-02,,forward-case
END
t '--keep of no such column is warned about' 0 \
	"icj-deadline $A --keep case --only overdue cases.csv | cut -d, -f1,2" <<'END'
case,duty
,voluntary-return
,local-home-evaluation
--- stderr
icj-deadline: warning: --keep case: there is no such column; did you mean case_id [ICJ321]
END
like '--check finds what is overdue' 1 "icj-deadline $A -c --only met cases.csv" ',met,'
like '--check finds what is past due and undecided' 1 \
	"icj-deadline $A -c --duty local-home-evaluation cases.csv" ',unknown,'
cat >undecided.csv <<'END'
case_id,retake_decided,charges_pending,holding_state_consents,detained_at,refusal_notified,permit_effective,permit_purpose,returned,released_at,office_contacted,petition_filed,referral_received,permit_expires,home_evaluation_done,home_evaluation_sent
E,2015-07-01,yes,,,,,,,,,,,,,
F,2015-07-06,yes,,,,,,,,,,,,,
G,,,,,,2015-04-02,visit,,,,,,,,
END
strict="icj-deadline --strict $A undecided.csv"
t 'past due and undecided is among what is overdue' 0 \
	"$strict --only overdue | cut -d, -f1,2,14,15" <<'END'
case_id,duty,days_left,status
E,retake,-1,unknown
END
t 'and a cap among what is exceeded' 0 \
	"$strict --only exceeded | cut -d, -f1,2,14,15" <<'END'
case_id,duty,days_left,status
G,permit-end,-10,unknown
END
like 'with the fact that is missing' 0 "$strict --only overdue" \
	'past due: holding_state_consents, offense_suspected are not known'
t '--within has what falls due undecided' 0 \
	"$strict --within 3 | cut -d, -f1,2,14,15" <<'END'
case_id,duty,days_left,status
F,retake,3,unknown
END
t 'a start ahead is future, and not due' 0 \
	"icj-deadline -a 2015-06-30 undecided.csv --only due,overdue,future |
	    cut -d, -f1,2,14,15" <<'END'
case_id,duty,days_left,status
E,retake,9,future
F,retake,13,future
END
t '--within is silent on it' 0 \
	"icj-deadline -a 2015-06-30 undecided.csv --within 30 | sed 1d" </dev/null
t 'an earlier day shows what was overdue then' 0 \
	"icj-deadline -a 2015-06-24 --only due,overdue cases.csv | $cut" <<'END'
case_id,duty,due,done,days_left,status
B,local-home-evaluation,2015-06-10,,-14,overdue
B,home-evaluation,2015-06-25,,1,due
END
like '--check of what is not' 0 "icj-deadline $A -c --duty home-evaluation cases.csv" ',met,'
like '--check finds a cap exceeded' 1 \
	"icj-deadline -a 2015-04-05 -c detained_at=2015-01-05 agrees_to_return=no" exceeded
for wrong in '--only late,never' '--duty no-such' '--standard Z-99' \
	'--within soon' '--calendar mine' '--state XX' '--add 5w' '--add -24h'; do
	like "refused: $wrong" 2 "icj-deadline $wrong 2015-07-02" 'unusable argument'
done

# -- Calendars --------------------------------------------------------------

cat >tx.csv <<'END'
# valid-through: 2015-12-31
date,state,name
2015-03-02,TX,Texas Independence Day
END
facts='-a 2015-03-01 violation_discovered=2015-02-27 receiving_state=TX sending_state=OK'
due='cut -d, -f12'
t 'the calendar of the state that owes it' 0 \
	"icj-deadline -H tx.csv -o csv $facts | cut -d, -f3,8,12
	icj-deadline -H tx.csv --calendar federal -o csv $facts | sed 1d | $due
	icj-deadline -H tx.csv --calendar both -o csv $facts | sed 1d | $due
	icj-deadline -H tx.csv --calendar both -o csv -s receiving_state=OK -s sending_state=TX $facts |
	    grep -o '2015-03-13 by.* of TX'" <<'END'
duty,owed_by_state,due
violation-notice,TX,2015-03-16
2015-03-13
2015-03-16
2015-03-13 by the calendar of OK, split by 2015-03-02 Texas Independence Day of TX
END
late='-H tx.csv -a 2015-12-22 violation_discovered=2015-12-21 receiving_state=TX -o csv'
like 'a count past the list is noted' 0 "icj-deadline $late" \
	'the count runs past 2015-12-31, the last day vouched for in the list of TX'
like 'and an error under --strict' 3 "icj-deadline --strict $late" 'ICJ313'

# -- Arithmetic -------------------------------------------------------------

t '--add on operands' 0 'icj-deadline --add 5b 2015-06-29 2015-12-23
	icj-deadline --add -5b 2015-03-16
	icj-deadline --add 30d 2015-01-01
	icj-deadline --add 24h 2015-07-02T20:00
	icj-deadline --add 1y 2016-02-29' <<'END'
2015-07-07
2015-12-31
2015-03-09
2015-01-31
2015-07-06T20:00
2017-02-28
END
t '--add on lines' 3 'printf "2015-06-29\r\n2015-02-30\n2015-07-03\n" | icj-deadline --add 1b' <<'END'
2015-06-30
invalid
2015-07-06
--- stderr
icj-deadline: <stdin>:2: no such day [ICJ105]
END
# More than is read at once, and lines longer than that.
awk 'BEGIN { for (i = 0; i < 20000; i++) {
	printf "2015-%02d-%02d%s\n", i % 12 + 1, i % 28 + 1,
	    i % 9 ? "" : i % 2 ? "T10:30" : "\r"
	if (i % 5000 == 4999) {
		for (j = 0; j < 20000; j++) printf "2015-"
		print ""
	}
} printf "2015-07-03" }' >lines
tr -d '\r' <lines | awk 'length > 20 { print "invalid"; next }
	{ print }' >dates
icj-deadline --add 0b <lines >got 2>err
[ $? -eq 3 ] && cmp -s dates got && [ "$(wc -l <err)" -eq 4 ]
report $? '--add on many lines, some of them long'
(while read -r line; do
	printf '%s' "${line%?}"
	printf '%s\n' "${line#"${line%?}"}"
done) <<'END' | icj-deadline --add 1b >got
2015-06-29
2015-07-02T09:00
END
t '--add on lines that come in pieces' 0 'cat got' <<'END'
2015-06-30
2015-07-06T09:00
END
mkfifo ask
exec 3<>ask
icj-deadline --add 1b <ask >answer 3>&- &
asked=$!
echo 2015-06-29 >&3
for i in 1 2 3 4 5 6 7 8 9 10; do
	[ -s answer ] || sleep 0.$i
done
[ "$(cat answer)" = 2015-06-30 ]
report $? '--add answers before the end of its input'
exec 3>&-
wait $asked
report $? 'and ends with it'
[ ! -e /dev/full ] || like '--add on a full disk' 4 \
	'yes 2015-06-29 | head -n 100000 | icj-deadline --add 1b >/dev/full' \
	'cannot write'
like '--add on what cannot be read' 4 'icj-deadline --add 1b </' 'cannot read'
t '--add with a state' 0 'icj-deadline -H tx.csv --state TX --add 1b 2015-02-27
	icj-deadline -H tx.csv --add 1b 2015-02-27' <<'END'
2015-03-03
2015-03-02
END
t '--add writes nothing when an operand is wrong' 2 'icj-deadline --add 24h 2015-07-02T20:00 2015-07-02' <<'END'
--- stderr
icj-deadline: operands:2: a date where a time of day is needed: yyyy-mm-ddThh:mm is one [ICJ111]
END
t 'a sum that leaves the calendar' 2 'icj-deadline --add 9000y 2015-07-02' <<'END'
--- stderr
icj-deadline: operands:1: the count leaves the calendar [ICJ306]
END
t '--count' 0 'icj-deadline --count 2015-06-29 2015-07-07; icj-deadline --count 2015-07-07 2015-06-29
	icj-deadline --count 2015-07-07 2015-07-07' <<'END'
5
-5
0
END
like '--count takes two' 2 'icj-deadline --count 2015-06-29' 'two dates'

# -- The catalogue ----------------------------------------------------------

like '--list' 0 'icj-deadline --list -o csv' \
	'^voluntary-return,6-102(8),B-01,duty,home,form_iii_received,5 business days,returned,"both offices, up to 5 business days more",'
t '--list -o json' 0 'icj-deadline --list -o json | head -1 | cut -c1-46' <<'END'
{"duty": "dues-notice", "rule": "2-101(1)", "s
END
[ ! -e /dev/full ] || like 'a full disk' 4 'icj-deadline --list >/dev/full' 'cannot write'
[ ! -e /dev/full ] || like 'a full disk under rows' 4 \
	"icj-deadline $A --sort cases.csv >/dev/full" 'cannot write'

# -- A column for the last report ---------------------------------------------

printf 'case_id,accepted,arrived\nA,2015-01-01,2015-01-02\nB,2015-03-01,2015-03-03\n' >reports.csv
t 'without it none is overdue, and one warning says so' 1 \
	'icj-deadline -a 2015-04-20 --duty progress-report --check \
	    --show case_id,due,status,note reports.csv' <<'END'
case_id,due,status,note
A,2015-04-02,unknown,past due: last_progress_report is not known; reading: a quarter is 90 calendar days
B,2015-06-01,due,reading: a quarter is 90 calendar days
--- stderr
icj-deadline: reports.csv:1: warning: no column last_progress_report: duties that end with one are unknown, not overdue; --map names a column, and --set FIELD= says that all its cells are empty [ICJ351]
END
t 'it is among what is overdue, and --set says that there was none' 0 \
	'icj-deadline -q -a 2015-04-20 --duty progress-report --only overdue \
	    --show case_id,status reports.csv
	icj-deadline -a 2015-04-20 --duty progress-report --only overdue \
	    -s last_progress_report= --show case_id,status reports.csv' <<'END'
case_id,status
A,unknown
case_id,status
A,overdue
END
t 'a question that does not mention it is another matter' 0 \
	'icj-deadline -a 2015-04-20 --duty progress-report -o csv --show status \
	    accepted=2015-01-01' <<'END'
status
overdue
END

# -- Whose calendar: what the Commission owes has none but the federal one ----

printf 'date,state,name\n2015-07-06,TX,x\n2015-07-07,OH,y\n' >both.csv
t 'dispute-answer knows no state, forward-case both' 0 \
	'for whose in owner both federal
	do
		icj-deadline -a 2015-07-10 -H both.csv --calendar $whose -o csv \
		    case_received=2015-07-01 dispute_request_received=2015-07-01 \
		    sending_state=TX receiving_state=OH --keep case_id |
		    cut -d, -f2,11
	done' <<'END'
duty,due
forward-case,2015-07-09
dispute-answer,2015-07-16
duty,due
forward-case,2015-07-10
dispute-answer,2015-07-16
duty,due
forward-case,2015-07-09
dispute-answer,2015-07-16
END

finish
