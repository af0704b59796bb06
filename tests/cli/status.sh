#!/bin/sh
# SPDX-License-Identifier: MIT
# The exit statuses, a test a cell, and what else is promised with them.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
NO='no,4-101(2)(d),,,2015-01-01,text,'
HEAD=transfer_requested,plan_days
YES='transfer_requested=2015-01-01 juvenile_in_sending_state=yes'
YES="$YES adjudication=adjudicated-delinquent under_jurisdiction=yes"
YES="$YES plan_days=91 supervision_days_left=91 residence=parent"

printf '%s\n' $HEAD 2015-03-01,90 >no.csv
printf '%s\n' $HEAD 2015-03-01,x 2015-03-01,90 >bad.csv
printf '%s\n' $HEAD 2015-03-01,90 2015-03-02,90 '2015-03-03,"9' >torn.csv
# shellcheck disable=SC2086
icj-eligible -o csv $YES | cut -d, -f1-7 >yes.csv
: >empty

quiet() { # quiet TITLE STATUS COMMAND: nothing on stderr
	(eval "$3") >out 2>err </dev/null
	got=$?
	[ "$got" -eq "$2" ] && [ ! -s err ]
	report $? "$1"
}

# -- 0 ----------------------------------------------------------------------

quiet '0: a yes' 0 'icj-eligible yes.csv'
quiet '0: a no' 0 'icj-eligible no.csv'
quiet '0: an unknown' 0 'echo plan_days | cat - yes.csv >/dev/null;
	printf "plan_days,transfer_requested\n,2015-01-01\n" | icj-eligible'
t '0: empty input, with a warning' 0 'icj-eligible empty' <<'EOF'
--- stderr
icj-eligible: empty: warning: no input [ICJ320]
EOF
t '0: empty stdin' 0 'icj-eligible -o json </dev/null' <<'EOF'
--- stderr
icj-eligible: <stdin>: warning: no input [ICJ320]
EOF
t '0: a header alone' 0 'head -1 no.csv | icj-eligible' <<EOF
$HEAD,$H
EOF
t '0: a header alone, without its line end' 0 \
	"printf $HEAD | icj-eligible; echo" <<EOF
$HEAD,$H
EOF
t '0: a header alone, as JSON' 0 'head -1 no.csv | icj-eligible -o json' </dev/null
t '0: an empty array' 0 'echo "[]" | icj-eligible' </dev/null
quiet '0: --check and yes' 0 'icj-eligible --check yes.csv'
quiet '0: --check and nothing' 0 'head -1 no.csv | icj-eligible -c'
quiet '0: help' 0 'icj-eligible --help'

# -- 1 ----------------------------------------------------------------------

quiet '1: --check and a no' 1 'icj-eligible --check no.csv'
quiet '1: -c and an unknown' 1 \
	'printf "plan_days,transfer_requested\n,2015-01-01\n" | icj-eligible -c'
quiet '1: -c and one no among yes' 1 \
	'cat yes.csv yes.csv | grep -v ^t >two; { head -1 yes.csv; cat two;
	tail -1 yes.csv | sed s/91/90/; } | icj-eligible -c'
quiet '1: -c with facts as operands' 1 'icj-eligible -c plan_days=90 -a 2015-03-01'
like '1: the records are written all the same' 1 'icj-eligible -c no.csv' \
	'^2015-03-01,90,no,'
quiet '0: -c with facts as operands that make a yes' 0 "icj-eligible -c $YES"

# -- 2: nothing is written --------------------------------------------------

nothing() { # nothing TITLE COMMAND
	(eval "$2") >out 2>err </dev/null
	got=$?
	[ "$got" -eq 2 ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ]
	report $? "$1"
	[ "$got" -eq 2 ] || { echo "# status $got"; sed 's/^/# /' out err; }
}

nothing '2: a bad option' 'icj-eligible --nonsense no.csv'
nothing '2: a bad argument' 'icj-eligible -o nonsense no.csv'
nothing '2: an unknown field' 'icj-eligible nonsense=1'
nothing '2: an unknown field in --set' 'icj-eligible -s nonsense=1 no.csv'
nothing '2: a file that is not there' 'icj-eligible nowhere.csv'
nothing '2: the second file is not there' 'icj-eligible no.csv nowhere.csv'
nothing '2: a folder' 'icj-eligible .'
nothing '2: the second is a folder' 'icj-eligible no.csv .'
nothing '2: a folder on stdin' 'icj-eligible <.'
if [ "$(id -u)" = 0 ]; then
	skip '2: a file that may not be read' 'root reads everything'
else
	cp no.csv secret.csv && chmod 000 secret.csv
	nothing '2: a file that may not be read' 'icj-eligible secret.csv'
fi
nothing '2: no holiday file' 'icj-eligible -H nowhere.csv no.csv'
nothing '2: no map file' 'icj-eligible -m nowhere.yaml no.csv'
nothing '2: a column of ours is there' 'icj-eligible no.csv | icj-eligible'
nothing '2: no column is known' 'echo a,b,c | icj-eligible'
# The answers of the first record are the same, so that none was written yet.
printf '%s\n' '{"plan_days": 60}' '{"plan_days": 60, "eligible": "no"}' >late.json
for o in csv table json yaml html; do
	nothing "2: a column of ours in the second record, -o $o" \
		"icj-eligible --compare 2015-01-01,2015-02-01 -o $o late.json"
done
nothing '2: semicolons' 'tr , \; <no.csv | icj-eligible'
nothing '2: tabs' 'tr , "\t" <no.csv | icj-eligible'
nothing '2: UTF-16' 'iconv -t UTF-16 no.csv | icj-eligible'
nothing '2: UTF-16 without its mark' 'iconv -t UTF-16LE no.csv | icj-eligible'
nothing '2: two columns of one name' 'echo plan_days,plan_days | icj-eligible'
nothing '2: two columns of one folded name' 'echo plan_days,Plan-Days | icj-eligible'
nothing '2: facts and files' 'icj-eligible plan_days=1 no.csv'
nothing '2: a file that cannot be created for --rejects' \
	'icj-eligible --rejects nowhere/r no.csv'
like '2: the hint at semicolons' 2 'tr , \; <no.csv | icj-eligible' \
	'semicolons.*--map'
like '2: the hint at UTF-16' 2 'iconv -t UTF-16 no.csv | icj-eligible' 'UTF-8'
like '2: the hint at --map' 2 'echo a,b,c | icj-eligible' '\-\-map'

# -- 3 ----------------------------------------------------------------------

like '3: a value that cannot be read' 3 'icj-eligible bad.csv' '^2015-03-01,x,invalid,'
like '3: the others are judged' 3 'icj-eligible bad.csv' '^2015-03-01,90,no,'
like '3: --on-error skip' 3 'icj-eligible --on-error skip bad.csv' '^2015-03-01,90,no,'
like '3: --on-error stop' 3 'icj-eligible --on-error stop bad.csv' 'ICJ103'
like '3: outweighs 1' 3 'icj-eligible -c bad.csv' '^2015-03-01,90,no,'
like '3: --require-current' 3 \
	'icj-eligible --require-current -s transfer_requested=2026-05-01 no.csv' \
	'90,invalid,'
like '3: an operand that cannot be read' 3 'icj-eligible plan_days=x' \
	'^Cannot be judged: plan_days: not a whole number'
like '3: the same as CSV' 3 'icj-eligible -o csv plan_days=x' '^x,invalid,'
t '3: a ragged record is passed on as it came' 3 \
	'printf "%s\n" plan_days,worker "90" "90, a ,b" "90,w" |
	icj-eligible -a 2015-01-01' <<EOF
plan_days,worker,$H
90,invalid,,,,,,1 field where the header has 2
90, a ,b,invalid,,,,,,3 fields where the header has 2
90,w,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-01-01
--- stderr
icj-eligible: <stdin>:2: 1 field where the header has 2 [ICJ205]
icj-eligible: <stdin>:3: 3 fields where the header has 2 [ICJ205]
EOF

# -- 4 ----------------------------------------------------------------------

t '4: a quote that never closes: what came before is written' 4 \
	'icj-eligible torn.csv' <<EOF
$HEAD,$H
2015-03-01,90,$NO
2015-03-02,90,$NO
--- stderr
icj-eligible: torn.csv:4:2: a quote opened here never closes [ICJ202]
EOF
like '4: outweighs 3' 4 'sed "s/01,90/01,x/" torn.csv | icj-eligible' ',x,invalid,'
like '4: outweighs 1' 4 'icj-eligible -c torn.csv' ICJ202
like '4: JSON that breaks off' 4 'printf "{\"plan_days\":90}\n{\"plan" | icj-eligible' \
	'"eligible": "no"'
like '4: YAML that breaks off' 4 'printf -- "plan_days: 90\n---\nplan_days: [1\n" |
	icj-eligible' '^eligible: .no.$'
if [ -w /dev/full ]; then
	for o in csv yaml json table explain; do
		like "4: a full disk, $o" 4 "icj-eligible -o $o no.csv >/dev/full" \
			'cannot write: No space left on device \[ICJ213\]'
		like "4: a full disk, $o of operands" 4 \
			"icj-eligible -o $o plan_days=90 >/dev/full" 'cannot write: '
	done
	for o in --help --version --fields --rules; do
		like "4: a full disk, $o" 4 "icj-eligible $o >/dev/full" 'cannot write: '
	done
	like '4: a full disk, a header alone' 4 'head -1 no.csv | icj-eligible >/dev/full' \
		'cannot write: '
	like '4: a full disk, many records' 4 'awk "BEGIN { print \"plan_days\";
		for (;;) print 90 }" 2>/dev/null | icj-eligible >/dev/full' 'cannot write: '
	like '4: a full disk for --rejects' 4 \
		'icj-eligible --rejects /dev/full bad.csv' 'cannot write: '
	like '4: a full disk for --ask' 4 \
		'icj-eligible --ask plan_days=90 >/dev/full' 'cannot write: '
	like '2: outweighed by 4? no: nothing was to be written' 2 \
		'icj-eligible --nonsense >/dev/full' 'no such option'
fi
for o in csv yaml json table explain; do
	like "4: stdout is closed, $o" 4 "icj-eligible -o $o no.csv >&-" \
		'cannot write: Bad file descriptor'
done
like '4: stdout is closed, operands' 4 'icj-eligible plan_days=90 >&-' 'cannot write: '
like '4: stdout is closed, --help' 4 'icj-eligible --help >&-' 'cannot write: '
icj-eligible no.csv >want
(exec 2>&-; icj-eligible bad.csv >got)
report $(($? != 3)) '3: stderr is closed'
(exec 0<&-; icj-eligible no.csv >got)
report $? '0: stdin is closed and not wanted'
same 'what was written with stdin closed' want got

# -- Readers that go away ---------------------------------------------------

awk 'BEGIN { print "transfer_requested,plan_days"
	for (i = 0; i < 40000; i++) print "2015-03-01,90" }' >many.csv
for o in csv yaml json explain; do
	{ icj-eligible -o $o many.csv; echo $? >status; } 2>err | head -1 >out
	[ -s out ] && [ ! -s err ] && [ "$(cat status)" -ne 0 ]
	report $? "a reader that leaves is no complaint, $o"
done
{ (trap '' PIPE; icj-eligible many.csv; echo $? >status); } 2>err | head -1 >out
[ ! -s err ] && [ "$(cat status)" -eq 4 ]
report $? 'the same where the signal is ignored: 4, silent'

# -- Answers are not held back ----------------------------------------------

mkfifo in
: >out
(printf '%s\n2015-03-01,90\n2015-03-02,"9' $HEAD
	tries=0
	while [ "$tries" -lt 50 ] && [ "$(wc -l <out)" -lt 2 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	wc -l <out >seen
	printf '0"\n') >in &
icj-eligible in >out
wait
[ "$(tr -d ' ' <seen)" -eq 2 ] && [ "$(wc -l <out)" -eq 3 ]
report $? 'an answer is out before the next record is whole'

# -- A report that is empty for want of facts ---------------------------------

for facts in 'icj-deadline plan_days=3' \
	"echo 'plan_days: 3' | icj-deadline" \
	"printf '{\"plan_days\": 3}\n{\"case_id\": 1}\n' | icj-deadline"; do
	like "nothing begins a duty: $facts" 0 "$facts" \
		'warning: no fact starts a duty, such as referral_received'
done
t 'one record of two does' 0 \
	"printf '{\"plan_days\": 3}\n{\"closed\": \"2015-03-02\"}\n' |
	icj-deadline -a 2015-04-20 -o csv | wc -l
	icj-deadline -a 2015-04-20 --only overdue closed=2015-03-02
	echo 'plan_days: 3' | icj-deadline -a 2015-04-20 -s closed=2015-03-02 |
	grep -c duty:" <<'EOF'
2
1
EOF
like 'what a moment looks like' 2 'icj-deadline -a 4/20/2015 closed=2015-03-02' \
	'ISO: 2015-04-20T16:00'
like 'what an edition looks like' 2 'icj-permit -E 1/1/2015 travel_hours=4' \
	'ISO: 2015-01-01'
like 'how many threads there may be' 2 'icj-permit -j 0' '1 to 99'

finish
