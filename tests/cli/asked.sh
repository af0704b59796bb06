#!/bin/sh
# SPDX-License-Identifier: MIT
# A cell that cannot be read spoils the answers that ask for it, and no others.
# shellcheck source=tests/lib.sh disable=SC2317,SC2086
. "$(dirname -- "$0")/../lib.sh"

# Random records: what is answered in spite of a cell is the answer whatever the
# cell may say.  Of either kind there are enough to tell.
for tool in eligible permit return referral supervise vote training deadline; do
	title="icj-$tool: an answer given all the same is that of any cell"
	if ! command -v python3 >/dev/null; then
		skip "$title" 'no python3'
		continue
	fi
	python3 "$TOP/tests/asked.py" "$BUILD/bin/icj-$tool" 120 7 >out &&
		read -r judged invalid <out &&
		[ "$judged" -gt 8 ] && [ "$invalid" -gt 20 ]
	report $? "$title"
	head -n 4 out | cut -c1-900 | sed 's/^/# /'
done

# given TOOL FIELD=VALUE...: a CSV of one record, and its first cells of ours
given() {
	tool=$1 head='' row=''
	shift
	for fact; do
		head=$head${head:+,}${fact%%=*} row=$row${row:+,}${fact#*=}
	done
	printf '%s\n%s\n' "$head" "$row" >one.csv
	icj-"$tool" -a 2015-04-20 one.csv >rows
	status=$?
	cut -d, -f$(($# + 1)) rows | tail -n 1
	return $status
}

not_asked() { # not_asked NUMBER:FIELD REASON TOOL ANSWER FACT...
	place=$1 reason=$2 tool=$3 answer=$4
	shift 4
	t "icj-$tool: $answer, whatever ${place#*:} says" 0 "given $tool $*" <<END
$answer
--- stderr
icj-$tool: one.csv:2:$(echo "$place" | sed s/:/': '/): warning: $reason
END
}

no='not yes or no; no answer here asks for it [ICJ101]'
no_date='not a date: yyyy-mm-dd is one; no answer here asks for it [ICJ104]'
not_asked 2:weapon_offense "$no" permit not-mandatory travel_hours=10 \
	weapon_offense=@@ sex_related_offense=no
not_asked 3:hearing_held "$no_date" return voluntary agrees_to_return=yes \
	return_type=runaway hearing_held=@@ in_custody=yes holding_state=TX \
	home_state=OK icpc=no abuse_suspected=no secure_facility=no \
	guardian_present=no
not_asked 2:home_evaluation_done "$no_date" referral complete \
	supervision=probation home_evaluation_done=@@ \
	'documents=form-iv\;form-ia-vi\;order-of-adjudication-and-disposition\;conditions-of-probation\;petition' \
	victim_assistance_needed=no
not_asked 2:violation_action_date "$no_date" supervise '' \
	accepted=2015-02-02 violation_action_date=@@ arrived=
not_asked 3:cure_period_ends "$no_date" vote unknown matter=rule-adoption \
	votes_for=30 cure_period_ends=@@ members_present=40 members=50
not_asked 1:training_date "$no_date" training no training_date=@@ \
	role=field-officer role_since=2015-01-05

# An answer of two days' law, and steps, ask for all.
t 'with --compare every field counts' 3 \
	"printf 'travel_hours,weapon_offense\n10,@@\n' |
	icj-permit --compare 2015-06-01,2024-06-01 >rows; s=\$?
	cut -d, -f1-3 rows; exit \$s" <<'END'
travel_hours,weapon_offense,permit
10,@@,invalid
--- stderr
icj-permit: <stdin>:2:2: weapon_offense: not yes or no [ICJ101]
END
t 'and where steps are listed' 3 \
	"printf 'agrees_to_return,hearing_held\nno,@@\n' |
	icj-return -a 2015-04-20 -o explain" <<'END'
Cannot be judged: hearing_held: not a date.
--- stderr
icj-return: <stdin>:2:2: hearing_held: not a date: yyyy-mm-dd is one [ICJ104]
END

# -- Counts and sums --------------------------------------------------------

t 'a tally goes without the record where it asks for the cell' 3 \
	"printf '%s\n' case_type,sending_state,receiving_state,arrived \
	    transfer,TX,OK,2015-05-01 transfer,TX,OK,2015-02-30 \
	    transfer,TX,QQ,2015-05-01 >tally.csv
	icj-tally tally.csv >out; s=\$?; grep transfers out | cut -d, -f1-4
	exit \$s" <<'END'
OK,2015,transfers-out,0
OK,2015,transfers-in,1
TX,2015,transfers-out,2
TX,2015,transfers-in,0
--- stderr
icj-tally: tally.csv:3:4: arrived: no such day [ICJ105]
icj-tally: tally.csv:4:3: receiving_state: not a state: a code of two letters or a full name is one [ICJ108]
END
t 'a cell of days that are not counted is not asked for' 0 \
	"icj-tally --period 2014-01-01..2014-12-31 -s receiving_state=OK \
	    -s arrived=2015-05-01 tally.csv | wc -l
	printf 'sending_state,arrived,airport_state\nTX,2014-05-01,@@\n' |
	icj-tally -E 2015-01-01 -s case_type=transfer -s receiving_state=OK |
	grep -c 'TX.*transfers-out,1'" <<'END'
1
1
--- stderr
icj-tally: warning: records without an event that is counted here: 3 [ICJ521]
icj-tally: <stdin>:2:3: airport_state: warning: not a state: a code of two letters or a full name is one; no answer here asks for it [ICJ108]
END
t '--on-error skip leaves the record out of all' 3 \
	"icj-tally --on-error skip tally.csv 2>/dev/null >out; s=\$?
	grep -c 'TX.*transfers-out,1' out; exit \$s" <<'END'
1
END
t 'sums of trainings ask for what they are made of' 3 \
	"printf '%s\n' training_state,training_date,training_attendees,role_since \
	    TX,2020-03-02,10,@@ TX,2020-03-02,@@, @@,2020-03-02,3, |
	icj-training --totals -a 2020-04-01 2>err | cut -d, -f1,3,5
	grep -c 'warning.*no answer here asks' err; grep -v warning err
	exit 3" <<'END'
state,trainings,attendees
TX,1,10
1
icj-training: <stdin>:3:3: training_attendees: not a whole number from 0 to 999999999 [ICJ103]
icj-training: <stdin>:4:1: training_state: not a state: a code of two letters or a full name is one [ICJ108]
END

# -- Notes, and what an answer shows besides ---------------------------------

t 'what an answer would say besides is asked for' 3 \
	"printf '%s\n' travel_hours,permit_issued,permit_effective,permit_expires \
	    10,2015-04-01,2015-04-02,2015-04-03 10,2015-04-01,2015-04-02,@@ |
	icj-permit -a 2015-04-20 >rows; s=\$?; cut -d, -f5 rows; exit \$s" <<'END'
permit
not-mandatory
invalid
--- stderr
icj-permit: <stdin>:3:4: permit_expires: not a date: yyyy-mm-dd is one [ICJ104]
END
t 'the records around it do not matter' 0 \
	"{ echo travel_hours,weapon_offense; for i in \$(seq 300); do
	echo 10,@@; echo 30,@@; echo 10,; echo 30,; done; } >many.csv
	icj-permit -a 2015-04-20 many.csv 2>/dev/null | cut -d, -f1-3 |
	sort | uniq -c | tr -s ' '
	icj-permit -a 2015-04-20 -j 3 many.csv 2>/dev/null >threads
	icj-permit -a 2015-04-20 many.csv 2>/dev/null | cmp - threads" <<'END'
 300 10,,not-mandatory
 300 10,@@,not-mandatory
 300 30,,unknown
 300 30,@@,invalid
 1 travel_hours,weapon_offense,permit
END

finish
