#!/bin/sh
# SPDX-License-Identifier: MIT
# What a cell means: words for what is not known, blanks, columns that are not
# there, cells that cannot be read.
# shellcheck source=tests/lib.sh disable=SC2016
. "$(dirname -- "$0")/../lib.sh"

# -- Words for what is not known -----------------------------------------

nbsp=$(printf '\302\240')
zwsp=$(printf '\342\200\213')

for word in unk N/A na '#N/A' NULL '\N' nil - -- '?' TBD tba; do
	printf 'violation_report_received,violation_replied\n2015-06-25,%s\n' \
		"$word" >word.csv
	t "$word in a date is not known" 0 \
		'icj-deadline -a 2015-07-15 word.csv | cut -d, -f1,10,12,14' <<-'END'
		duty,due,done,status
		violation-reply,2015-07-10,,overdue
		--- stderr
		icj-deadline: word.csv:2:2: violation_replied: warning: a word for what is not known is read as an empty cell [ICJ350]
	END
	printf '[{"plan_days":"60","residence":"%s"}]\n' \
		"$(printf '%s' "$word" | sed 's/\\/\\\\/')" >word.json
	like "$word in JSON" 0 'icj-eligible -a 2015-04-20 word.json' \
		'"eligible": "no"'
done

t 'one warning a run, of several words and with threads' 0 \
	'{ echo plan_days,residence; for i in $(seq 3000); do
	echo 60,n/a; echo tbd,parent; done; } >many.csv
	icj-eligible -a 2015-04-20 many.csv >one
	icj-eligible -a 2015-04-20 -j 3 many.csv | cmp - one' <<'EOF'
--- stderr
icj-eligible: many.csv:2:2: residence: warning: a word for what is not known is read as an empty cell [ICJ350]
icj-eligible: many.csv:2:2: residence: warning: a word for what is not known is read as an empty cell [ICJ350]
EOF

t 'as an operand and in --set' 0 \
	'icj-eligible -a 2015-04-20 -o csv -s residence=NA plan_days=60 \
	school=tbd | tail -n 1 | cut -d, -f1-4' <<'EOF'
60,tbd,no,4-101(2)(d)
--- stderr
icj-eligible: operands:2: school: warning: a word for what is not known is read as an empty cell [ICJ350]
EOF

t 'unknown and the words of --null need no warning' 0 \
	'printf "plan_days,residence,school\n60,pending,Unknown\nnot yet,parent,\n" |
	icj-eligible -a 2015-04-20 --null pending --null x,Not-Yet | cut -d, -f4' \
	<<'EOF'
eligible
no
unknown
EOF

t 'quoted, too' 0 \
	'printf "plan_days,residence\n\"60\",\"pending\"\n" |
	icj-eligible -a 2015-04-20 --null pending | cut -d, -f3' <<'EOF'
eligible
no
EOF

t 'a word of --null that is a value stays one' 0 \
	'printf "referral_sent,packet_received,supervision\n,2015-03-02,none\n" |
	icj-deadline -a 2015-03-03 --null none --duty probation-referral --all |
	cut -d, -f1,14' <<'EOF'
duty,status
probation-referral,not-applicable
EOF

t 'an office that writes 1900-01-01 for never' 0 \
	'printf "violation_report_received,violation_replied\n2015-06-25,1900-01-01\n" |
	icj-deadline -a 2015-07-15 --null 1900-01-01 | cut -d, -f12,14' <<'EOF'
done,status
,overdue
EOF

for word in none '(null)' '<none>' '[NULL]' '#VALUE!' '#REF!' '#DIV/0!' NaN \
	'not available' Pending n.a. NaT --- '??' 0000-00-00 '0000-00-00 00:00:00' \
	00/00/0000 1900-01-00 1/0/1900; do
	like "$word: --null may be meant" 3 \
		"printf 'plan_days\n%s\n' '$word' | icj-eligible -a 2015-04-20" \
		'plan_days: not a whole number .*; if the word stands for an empty cell, --null says so \[ICJ103\]'
	t "$word as a word of --null" 0 "printf 'plan_days\n%s\n' '$word' |
		icj-eligible -a 2015-04-20 --null '$word' | tail -n 1 |
		grep -o unknown" <<'END'
unknown
END
done
t 'another word has no such hint, and it is shown by none' 3 \
	"printf 'plan_days,residence\nsoon,none\n' |
	icj-eligible -a 2015-04-20 >out 2>err; s=\$?; grep -c -- --null err
	grep -c soon err; exit \$s" <<'END'
1
0
END
t 'names and keys are kept whatever the word' 0 \
	'printf "case_id,worker,violation_report_received,violation_replied\nNA,Nil,2015-06-25,2015-06-26\n" |
	icj-deadline -a 2015-07-15 | cut -d, -f1,2,16' <<'EOF'
case_id,worker,status
NA,Nil,met
EOF

t 'a reply without an action: n/a is none' 0 \
	'icj-deadline -a 2015-07-15 -o json violation_report_received=2015-06-25 \
	violation_replied=2015-06-26 violation_action=n/a \
	violation_action_date=2015-06-26 | grep -o "the reply lacks [a-z_]*"' \
	<<'EOF'
the reply lacks violation_action
--- stderr
icj-deadline: operands:3: violation_action: warning: a word for what is not known is read as an empty cell [ICJ350]
EOF

t 'two columns for one field, one of them n/a' 0 \
	'printf "home_evaluation_sent,he_sent,referral_received\n2015-03-03,n/a,2015-03-02\n" |
	icj-deadline -a 2015-04-20 --duty home-evaluation | cut -d, -f1,12,14' <<'EOF'
duty,done,status
home-evaluation,2015-03-03,met
EOF

printf 'violation_report_received,violation_replied\n2015-06-25%s,%s\n%s2015-06-25,2015-06-26%s\n' \
	"$nbsp " "$nbsp" "$zwsp" "$nbsp" >blanks.csv
t 'blanks beside a value' 0 \
	'icj-deadline -a 2015-07-15 blanks.csv | cut -d, -f8,12,14' <<'EOF'
start,done,status
2015-06-25,,overdue
2015-06-25,2015-06-26,met
EOF

printf 'plan_days\n60.0\n60.\n60.5\n' >float.csv
t 'a count with a point and zeros' 3 \
	'icj-eligible -a 2015-04-20 float.csv >float.out; s=$?
	cut -d, -f1,2 float.out; exit $s' <<'EOF'
plan_days,eligible
60.0,no
60.,no
60.5,invalid
--- stderr
icj-eligible: float.csv:4:1: plan_days: not a whole number from 0 to 999999999 [ICJ103]
EOF

printf 'state,population,sent,received\nTX,60.0,3,4\nOK,40.,1.00,0\n' >dues.csv
t 'in dues' 0 'icj-dues dues.csv 2>/dev/null | cut -d, -f1,7' <<'EOF'
state,dues_share
TX,0.737500000000
OK,0.262500000000
EOF

printf 'state,population,sent,received\nTX,n/a,3,4\n' >lacks.csv
t 'dues: a word is a number that is missing' 2 'icj-dues lacks.csv' <<'EOF'
--- stderr
icj-dues: lacks.csv:2:2: population: TX: the population is missing [ICJ403]
EOF

# -- Columns that are not there --------------------------------------------

# Of an export with and without the column, how many evaluations are overdue.
{
	echo 'case_id,Referral Received,HE Sent,delay_explained,HE Done'
	for i in $(seq 200); do
		sent=
		[ $((i % 8)) -eq 0 ] || sent=2015-03-20
		echo "E-$i,2015-03-02,$sent,,2015-03-18"
	done
} >export.csv
printf 'HE Done: home_evaluation_done\nReferral Received: referral_received\n' >map.yaml
cut -d, -f1,2,4,5 export.csv >lacks-sent.csv
lacks='warning: no column home_evaluation_sent: duties that end with one are unknown, not overdue; --map names a column, and --set FIELD= says that all its cells are empty [ICJ351]'
run='icj-deadline -a 2015-06-01 -m map.yaml --duty home-evaluation'

t 'overdue home evaluations of an export' 0 \
	"$run export.csv | cut -d, -f15 | sort | uniq -c | tr -s ' '" <<'END'
 175 met
 25 overdue
 1 status
END
t 'none of one that lacks the column is overdue, and it is said' 0 \
	"$run lacks-sent.csv | cut -d, -f15 | sort | uniq -c | tr -s ' '" <<END
 1 status
 200 unknown
--- stderr
icj-deadline: lacks-sent.csv:1: $lacks
END
t '--set with an empty value says that no cell has one' 0 \
	"$run -s home_evaluation_sent= lacks-sent.csv |
	cut -d, -f15 | sort | uniq -c | tr -s ' '" <<'END'
 200 overdue
 1 status
END
t 'one warning, of several files and with threads' 0 \
	"$run lacks-sent.csv lacks-sent.csv >two; $run -j 3 lacks-sent.csv \
	    lacks-sent.csv 2>/dev/null | cmp - two" <<END
--- stderr
icj-deadline: lacks-sent.csv:1: $lacks
END
t 'past due as they are, --only overdue and --check tell of them' 1 \
	"$run --only overdue --check lacks-sent.csv >rows; s=\$?
	sed -n 2p rows | cut -d, -f1,15,19; wc -l <rows; exit \$s" <<END
E-1,unknown,past due: home_evaluation_sent is not known
201
--- stderr
icj-deadline: lacks-sent.csv:1: $lacks
END
t 'with --columns' 0 \
	"printf 'x,2015-03-02\n' | icj-deadline -a 2015-06-01 --no-header \
	    --columns case_id,referral_received --duty home-evaluation |
	    cut -d, -f1,15,19" <<END
x,unknown,past due: home_evaluation_sent is not known; presumed absent: delay_explained
--- stderr
icj-deadline: <stdin>:1: $lacks
END
t 'with --keep: a column that is only kept is not read' 0 \
	"$run --keep case_id lacks-sent.csv | sed -n 2p | cut -d, -f1,15" <<END
E-1,unknown
--- stderr
icj-deadline: lacks-sent.csv:1: $lacks
END
t 'an explanation in time is enough' 0 \
	"printf 'referral_received,delay_explained\n2015-03-02,2015-04-16\n2015-03-02,2015-04-17\n2015-03-02,\n' |
	icj-deadline -a 2015-06-01 --duty home-evaluation | cut -d, -f14,18" <<END
status,note
met,
unknown,not known: home_evaluation_sent
unknown,past due: home_evaluation_sent is not known
--- stderr
icj-deadline: <stdin>:1: $lacks
END
t 'a file without a column for explanations presumes none, and says so' 0 \
	"printf 'referral_received,home_evaluation_sent\n2015-03-02,\n2015-03-02,2015-04-17\n2015-03-02,2015-04-16\n' |
	icj-deadline -a 2015-06-01 --duty home-evaluation | cut -d, -f14,18" <<'END'
status,note
overdue,presumed absent: delay_explained
late,presumed absent: delay_explained
met,
END
t 'which nothing is under --strict' 0 \
	"printf 'referral_received,home_evaluation_sent\n2015-03-02,\n' |
	icj-deadline -a 2015-06-01 --duty home-evaluation --strict |
	cut -d, -f14,18" <<'END'
status,note
unknown,past due: delay_explained is not known
END
t 'an evaluation sent in time was done' 0 \
	"printf 'referral_received,home_evaluation_sent\n2015-03-02,2015-04-01\n2015-03-02,\n' |
	icj-deadline -a 2015-06-01 --duty local-home-evaluation 2>/dev/null |
	cut -d, -f14,18" <<'END'
status,note
met,done by the day of home_evaluation_sent
unknown,past due: home_evaluation_done is not known
END
t 'a detention ends in one of two ways: both columns are needed' 0 \
	"for c in released_at returned returned,released_at; do
	printf 'detained_at,refusal_notified,%s\n2015-01-01,2015-01-05,%s\n' \
	    \$c \$(echo \$c | tr -cd ,) >d.csv
	icj-deadline -a 2015-06-01 --duty detention-limit d.csv 2>/dev/null |
	    sed 1d | cut -d, -f14; done" <<'END'
unknown
unknown
exceeded
END
t 'a hearing after a return of which nothing is known' 0 \
	"printf 'due_process_notified,detention_hearing_held,charges_pending\n2015-06-01,,no\n' |
	icj-deadline -a 2015-07-15 2>/dev/null | sed 1d | cut -d, -f1,14" <<'END'
due-process-return,unknown
detention-hearing,unknown
END
t 'a permission that ran out unused, and one that begins' 0 \
	"printf 'rule_adopted,absconder_since\n2015-01-02,2015-01-02\n' |
	icj-deadline -a 2015-06-01 2>/dev/null | sed 1d | cut -d, -f1,14" <<'END'
judicial-review,unknown
absconder-closure,allowed
END
t 'withdrawn, closed and held need no column' 0 \
	"printf 'form_iii_received,withdrawn,closed,charges_pending,holding_state_consents\n2015-06-01,2015-06-02,,,\n2015-06-01,,2015-06-02,,\n2015-06-01,,,yes,no\n' |
	icj-deadline -a 2015-07-15 --duty voluntary-return 2>/dev/null |
	sed 1d | cut -d, -f14" <<'END'
withdrawn
closed
held
END
t 'what recurs has no end to lack' 0 \
	"printf 'last_progress_report\n2015-01-02\n' |
	icj-deadline -a 2015-06-01 | cut -d, -f1,14" <<'END'
duty,status
progress-report,overdue
END
t 'an operand that is empty, and one that is not there' 0 \
	"icj-deadline -a 2015-06-01 -o csv referral_received=2015-03-02 \
	    home_evaluation_sent= --duty home-evaluation | sed 1d |
	    cut -d, -f14,18-
	icj-deadline -a 2015-06-01 -o csv referral_received=2015-03-02 \
	    --duty home-evaluation | sed 1d | cut -d, -f14,18-" <<'END'
overdue,presumed absent: delay_explained
overdue,"presumed absent: home_evaluation_sent, delay_explained"
END
printf '{"referral_received":"2015-03-02","home_evaluation_sent":null,"delay_explained":""}\n{"referral_received":"2015-03-02"}\n' >two.json
t 'the same in JSON, whatever came before' 0 \
	"for order in cat tac; do \$order two.json | icj-deadline -a 2015-06-01 \
	    -o csv --duty home-evaluation | sed 1d | cut -d, -f18,22-; done" <<'END'
overdue,
overdue,"presumed absent: home_evaluation_sent, delay_explained"
overdue,"presumed absent: home_evaluation_sent, delay_explained"
overdue,
END
t 'and in YAML' 0 \
	"printf -- '---\nreferral_received: 2015-03-02\n' | icj-deadline -a 2015-06-01 \
	    -o csv --duty home-evaluation | sed 1d | cut -d, -f18,22-
	printf -- 'referral_received: 2015-03-02\n' | icj-deadline -a 2015-06-01 \
	    -o csv --strict --duty home-evaluation | sed 1d | cut -d, -f18" <<'END'
overdue,"presumed absent: home_evaluation_sent, delay_explained"
unknown
END

# -- Cells that cannot be read ----------------------------------------------

printf 'case_id,referral_received,home_evaluation_sent,home_evaluation_done,violation_report_received,violation_replied\nA,2015-03-02,soon,2015-03-05,2015-03-02,\nB,2015-03-02,,2015-03-05,2015-03-02,\nC,lately,,,,\n' >cells.csv
t 'a cell spoils the duties that ask for it' 3 \
	'icj-deadline -a 2015-06-01 cells.csv >rows; s=$?; cut -d, -f1,2,15- rows |
	sed s/2015-06-01,2015-01-01,.*//; exit $s' <<'END'
case_id,duty,status,as_of,edition,basis,note
A,,invalid,2015-06-01,,,home_evaluation_sent: not a date; not judged: home-evaluation
A,local-home-evaluation,met,
A,violation-reply,overdue,
B,local-home-evaluation,met,
B,home-evaluation,overdue,
B,violation-reply,overdue,
C,,invalid,2015-06-01,,,"referral_received: not a date; not judged: local-home-evaluation, home-evaluation"
--- stderr
icj-deadline: cells.csv:2:3: home_evaluation_sent: not a date: yyyy-mm-dd is one [ICJ104]
icj-deadline: cells.csv:4:2: referral_received: not a date: yyyy-mm-dd is one [ICJ104]
END
t 'and none where no duty asked for does' 1 \
	'icj-deadline -a 2015-06-01 --duty violation-reply --check cells.csv >rows
	s=$?; cut -d, -f1,2,15 rows; exit $s' <<'END'
case_id,duty,status
A,violation-reply,overdue
B,violation-reply,overdue
--- stderr
icj-deadline: cells.csv:2:3: home_evaluation_sent: warning: not a date: yyyy-mm-dd is one; no answer here asks for it [ICJ104]
icj-deadline: cells.csv:4:2: referral_received: warning: not a date: yyyy-mm-dd is one; no answer here asks for it [ICJ104]
END
t 'whatever the threads, the format and the order' 0 \
	'icj-deadline -a 2015-06-01 cells.csv >one 2>/dev/null
	icj-deadline -j 3 -a 2015-06-01 cells.csv 2>/dev/null | cmp - one
	icj-deadline -a 2015-06-01 --sort cells.csv 2>/dev/null | sort >a
	sort one | cmp - a
	{ head -n 1 cells.csv; tail -n 1 cells.csv; sed -n 2,3p cells.csv; } |
	icj-deadline -a 2015-06-01 2>/dev/null | sort | cmp - a' </dev/null
t '--on-error skip leaves the record out, and --rejects has it' 3 \
	'icj-deadline -a 2015-06-01 --on-error skip --rejects r.csv cells.csv >rows 2>&1
	s=$?; cut -d, -f1,2 rows; cut -d, -f1 r.csv; exit $s' <<'END'
icj-deadline: cells.csv:2:3: home_evaluation_sent: not a date: yyyy-mm-dd is one [ICJ104]
icj-deadline: cells.csv:4:2: referral_received: not a date: yyyy-mm-dd is one [ICJ104]
case_id,duty
B,local-home-evaluation
B,home-evaluation
B,violation-reply
case_id
A
C
END
t 'the end of all duties is asked for by all' 0 \
	'icj-deadline -a 2015-06-01 -o csv closed=later violation_replied= \
	    violation_report_received=2015-03-02 | tail -n 1' <<'END'
,,,,,,,,,,,,,invalid,2015-06-01,,,"closed: not a date; not judged: violation-reply, file-retention"
--- stderr
icj-deadline: operands:1: closed: not a date: yyyy-mm-dd is one [ICJ104]
END

# The moment judged from has an offset unless --as-of says otherwise.
for at in '' '-a 2015-07-15T10:00Z' '-a 2015-07-15T10:00-05:00' '-a 2015-07-15'; do
	t "one duty of two is withheld: ${at:-now}" 3 \
		"icj-deadline $at -o csv violation_report_received=xx \
		referral_received=2015-03-02 receiving_state=TX >rows; s=\$?
		cut -d, -f2,15 rows; sed 's/.*; //;2q;d' rows; exit \$s" <<'END'
duty,status
,invalid
local-home-evaluation,overdue
home-evaluation,overdue
not judged: violation-reply
--- stderr
icj-deadline: operands:1: violation_report_received: not a date: yyyy-mm-dd is one [ICJ104]
END
done
t 'a place of which the clock is asked' 3 \
	'icj-deadline -a 2015-07-15 -o csv holding_state=xx referral_received=2015-03-02 \
	detained_at=2015-07-14T03:00Z return_type=runaway abuse_suspected=no 2>/dev/null >rows
	s=$?; sed "s/.*; //;2q;d" rows; exit $s' <<'END'
not judged: runaway-release, office-contact, detention-limit"
END

t 'of two cells for one field neither counts' 3 \
	'echo "{\"closed\": \"2015-03-03\", \"Date Closed\": \"2015-03-04\", \"Closed On\": \"2015-03-05\", \"case_received\": \"2015-03-02\", \"case_forwarded\": \"2015-03-03\"}" |
	icj-deadline -a 2015-07-15 >rows; s=$?; grep -o "not judged.*\"" rows
	wc -l <rows; exit $s' <<'END'
not judged: forward-case, file-retention"
1
--- stderr
icj-deadline: <stdin>:1:2: closed: given in two columns [ICJ312]
END

printf 'case_id,plan_days,under_jurisdiction,transfer_requested\nA,60,xx,2015-03-02\nB,120,xx,2015-03-02\nC,60,,xx\n' >no.csv
t 'a no that stands whatever the cell says' 3 \
	'icj-eligible -a 2015-04-20 no.csv >rows; s=$?; cut -d, -f1,5,6 rows; exit $s' <<'END'
case_id,eligible,eligible_rule
A,no,4-101(2)(d)
B,invalid,
C,invalid,
--- stderr
icj-eligible: no.csv:2:3: under_jurisdiction: warning: not yes or no; no answer here asks for it [ICJ101]
icj-eligible: no.csv:3:3: under_jurisdiction: not yes or no [ICJ101]
icj-eligible: no.csv:4:4: transfer_requested: not a date: yyyy-mm-dd is one [ICJ104]
END
t 'an answer remembered is not that of a record like it' 0 \
	'{ head -n 1 no.csv; for i in $(seq 200); do sed -n 2,4p no.csv;
	echo x,120,,2015-03-02; echo x,60,,2015-03-02; done; } >again.csv
	icj-eligible -a 2015-04-20 again.csv 2>/dev/null | cut -d, -f3- |
	sort | uniq -c | tr -s " " | cut -d, -f1-3' <<'END'
 200 ,2015-03-02,no
 200 ,2015-03-02,unknown
 200 ,xx,invalid
 1 under_jurisdiction,transfer_requested,eligible
 200 xx,2015-03-02,invalid
 200 xx,2015-03-02,no
END
t 'an operand that is not asked for, and the same in a file' 0 \
	'icj-eligible -a 2015-04-20 -o csv plan_days=60 date_of_birth=xx | tail -n 1
	printf "plan_days,date_of_birth\n60,xx\n" | icj-eligible -a 2015-04-20 |
	tail -n 1' <<'END'
60,xx,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-04-20
60,xx,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-04-20
--- stderr
icj-eligible: operands:2: date_of_birth: warning: not a date: yyyy-mm-dd is one; no answer here asks for it [ICJ104]
END

finish
