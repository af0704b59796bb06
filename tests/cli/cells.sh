#!/bin/sh
# SPDX-License-Identifier: MIT
# What a cell means: words for what is not known, blanks, columns that are not
# there, cells that cannot be read.
# shellcheck source=tests/lib.sh
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
	'printf "referral_received,packet_received,supervision\n2015-03-02,2015-03-02,none\n" |
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

finish
