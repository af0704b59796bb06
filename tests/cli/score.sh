#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317 # functions are called by name
# icj-score: duty records counted, held against SQL, and what is no duty record.
# shellcheck disable=SC2016
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

HEAD=case_id,worker,zone,duty,rule,standard,owed_by_state,due,extended_to,status,as_of,basis

# -- Against SQL ------------------------------------------------------------

# Random duty records, drawn by a linear congruence of awk's own integers.
many=$((10000 / ${SHARE:-1}))
awk -v head="$HEAD" -v many="$many" 'function die(n) {
		x = (x * 1103515245 + 12345) % 2147483648
		return int(x / 65536) % n
	}
	BEGIN {
		x = 4711
		split("A-01 A-02 A-03 A-04 A-06 A-07 B-01 B-02 B-03", standard, " ")
		split("home-evaluation progress-report violation-reply testing-referral parole-permit-referral parole-permit-referral voluntary-return requisition-return retake", duty, " ")
		split("met late due overdue unknown held met met late overdue withdrawn closed not-in-force future", status, " ")
		split("text restated undated deduced nearest", basis, " ")
		split("TX,OK,CO,KS,", state, ","); split("Okafor,Pruitt,\"Ortiz, J.\",", worker, ",")
		w[1] = "Okafor"; w[2] = "Pruitt"; w[3] = "\"Ortiz, J.\""; w[4] = ""
		print head
		for (i = 0; i < many; i++) {
			d = die(10) + 1; s = status[die(14) + 1]
			# The tenth is a duty that no standard has.
			id = d > 9 ? "forward-case" : duty[d]; l = d > 9 ? "" : standard[d]
			if (id == "progress-report" && (s == "met" || s == "late")) s = "due"
			day = sprintf("20%02d-%02d-%02d", 14 + die(3), 1 + die(12), 1 + die(28))
			ext = die(8) ? "" : sprintf("20%02d-%02d-%02d", 15 + die(2), 1 + die(12), 1 + die(28))
			printf "T-%d,%s,%d,%s,4-102,%s,%s,%s,%s,%s,2016-06-30,%s\n", i, w[die(4) + 1],
			    die(3), id, l, state[die(5) + 1], s == "unknown" && !die(2) ? "" : day, ext, s,
			    basis[die(die(40) ? 3 : 5) + 1]
		}
	}' >duties.csv
report $(($(wc -l <duties.csv) != many + 1)) "random records: $many"

# sql KEYS NAMES GROUPS: the scorecards, a share by whole numbers, half to even
sql() {
	sqlite3 :memory: >want.sql <<EOF
.mode csv
.import duties.csv d
create table c as select *, coalesce(nullif(extended_to, ''), due) as day,
	status = 'met' as a, status = 'late' as b, status in ('due', 'held') as c,
	status = 'overdue' as e, status = 'unknown' as u,
	instr('text    restatedoffice  undated deduced nearest', basis) as weak
	from d where status in ('met', 'late', 'due', 'held', 'overdue', 'unknown')
	and standard <> '';
create table g as select standard, duty$1, sum(a) as a, sum(b) as b, sum(c) as c,
	sum(e) as e, sum(u) as u, max(weak) as weak,
	case when duty = 'progress-report' then sum(c) else sum(a) end as good,
	case when duty = 'progress-report' then sum(c) + sum(e)
		else sum(a) + sum(b) + sum(e) end as n
	from c group by standard, duty$2;
select standard, duty$3, a, b, c, e, u,
	case when n = 0 then '' else (select printf('%d.%02d', h / 100, h % 100) from
		(select 10000 * good / n + (2 * (10000 * good % n) > n or
		(2 * (10000 * good % n) = n and (10000 * good / n) % 2 = 1)) as h)) end,
	trim(substr('text    restatedoffice  undated deduced nearest', weak, 8))
	from g;
EOF
	# It quotes what it need not.
	tr -d '\r' <want.sql | sed 's/"\([^," ]*\)"/\1/g' | LC_ALL=C sort >want
}

equal() { # equal TITLE OPTIONS
	eval "icj-score -q --snapshot ${2:-} duties.csv" >got.csv
	status=$?
	sed 1d got.csv | LC_ALL=C sort >got
	cmp -s want got && [ "$status" -eq 0 ] && [ -s got ]
	report $? "$1: as SQL counts ($(wc -l <got) rows)"
	cmp -s want got || diff want got | head -4 | sed 's/^/# /'
}

if ! command -v sqlite3 >/dev/null; then
	skip 'as SQL counts' 'no sqlite3'
else
	sql '' '' ''
	equal 'by standard'
	sql ', owed_by_state' ', owed_by_state' ', owed_by_state'
	equal 'by state' '--by state'
	sql ', worker, zone' ', worker, zone' ', worker, zone'
	equal 'by worker and zone' '--by zone,worker'
	sql ", substr(case when duty = 'progress-report' then as_of else day end, 1, 7) as m" ', m' ', m'
	equal 'by month' '--by month'
	sql ", owed_by_state, substr(case when duty = 'progress-report' then as_of else day end, 1, 4) as m" \
		', owed_by_state, m' ', owed_by_state, m'
	equal 'by state and year' '--by year,state'
fi
icj-score -q --snapshot --by worker,zone duties.csv | sed 1d >got
sort -t, -k1,2 -s got | cmp -s - got
report $? 'scorecards stand in the order of standards and duties'
awk -F, -v OFS=, 'NR > 1 { gsub(/"[^"]*"/, "X"); n[$10]++ } END {
	print n["met"] + n["late"] + n["due"] + n["held"] + n["overdue"] + n["unknown"],
	n["withdrawn"], n["closed"], n["future"], n["not-in-force"] }' duties.csv >want
icj-score --all duties.csv 2>err | awk -F, 'NR > 1 { n += $3 + $4 + $5 + $6 + $7 } END { printf "%d,", n }' >got
sed -n 's/.*in no column: \([0-9]*\) withdrawn, \([0-9]*\) closed, \([0-9]*\) future, \([0-9]*\) not-in-force .*/\1,\2,\3,\4/p' err >>got
same 'each record is in one column, or counted on stderr' want got

# -- Shares and targets ------------------------------------------------------

# card STATUS...: a record of each status
card() {
	echo "$HEAD"
	for status; do
		echo "T,O,,home-evaluation,4-102(6),A-01,CO,2015-04-01,,$status,2015-04-20,${BASIS:-text}"
	done
}
score() { # score OPTIONS: the last columns of one scorecard
	# shellcheck disable=SC2086
	icj-score -q $1 | sed -n '2s/^A-01,home-evaluation,//p'
}
card due due unknown >n0.csv
t 'nothing done or overdue has no share, and may miss a target' 0 \
	'score "--target 90 n0.csv"' <<'EOF'
0,0,2,0,1,,90.00,unknown,text
EOF
card due due >n0.csv
t 'nothing at all meets and misses no target' 0 \
	'score "--target 90 --check n0.csv"' <<'EOF'
0,0,2,0,0,,90.00,,text
EOF
card met met met met met met met met met late >nine.csv
for target in 90 90% 90.0 90.00% 5; do
	like "--target $target is met" 0 \
		"icj-score -q --check --target $target nine.csv" ',90.00,.*,yes,text'
done
like '--target 90.01 is not' 1 'icj-score -q --check --target 90.01 nine.csv' ',90.01,no,text'
card met met met met met met met met met late unknown >unk.csv
like 'one unknown can change it' 1 'icj-score -q --check --target 90 unk.csv' ',90.00,90.00,unknown,text'
like 'but not below what it can do' 0 'icj-score -q --check --target 81.8 unk.csv' ',81.80,yes,'
like 'nor above' 1 'icj-score -q --check --target 91 unk.csv' ',91.00,no,'
for target in 101 100.01 -5 x 5.123 5. 9%% '' 1000; do
	like "--target '$target' is none" 2 "icj-score '--target=$target' nine.csv" 'it takes N%'
done
like '--check needs a target' 2 'icj-score --check nine.csv' 'asks whether a --target is met'
card overdue met met >od.csv
t 'what is overdue is part of the share' 0 'score od.csv' <<'EOF'
2,0,0,1,0,66.67,text
EOF
{ card met met met; BASIS=nearest card late | sed 1d; } >near.csv
t 'a score that rests on nearest says so, in its column and on stderr' 0 'icj-score near.csv' <<EOF
standard,duty,in_time,late,open,overdue,unknown,share,basis
A-01,home-evaluation,3,1,0,0,0,75.00,nearest
--- stderr
icj-score: warning: 1 answer rests on a wording that is not known to be that of its day; the last edition known of is that of 2026-04-01 (rules $(icj-score -V | sed -n 's/^rules //p')) [ICJ322]
EOF
t '--basis: what rests on another is unknown' 0 'icj-score -q --basis text near.csv' <<'EOF'
standard,duty,in_time,late,open,overdue,unknown,share,basis
A-01,home-evaluation,3,0,0,0,1,100.00,nearest
EOF
like '--require-current: it is invalid, and in no column' 3 \
	'icj-score --require-current near.csv' '^A-01,home-evaluation,3,0,0,0,0,100.00,text'

# of WORKER STATUS BASIS...: records of them
of() {
	while [ $# -gt 0 ]; do
		echo "T,$1,,home-evaluation,4-102(6),A-01,CO,2015-04-01,,$2,2015-04-20,$3"
		shift 3
	done
}
{ echo "$HEAD"; of Anne met text '' met text Ann late restated Annette met text \
	Ann met text Anne met nearest; } >names.csv
t 'names that begin alike, and none; a total rests on the weakest basis' 0 \
	'sed 1d names.csv | icj-score -q --no-header --columns "$HEAD" --totals \
	    --by worker' <<'EOF'
A-01,home-evaluation,Ann,1,1,0,0,0,50.00,restated
A-01,home-evaluation,Anne,2,0,0,0,0,100.00,nearest
A-01,home-evaluation,Annette,1,0,0,0,0,100.00,text
A-01,home-evaluation,,1,0,0,0,0,100.00,text
A-01,home-evaluation,all,5,1,0,0,0,83.33,nearest
EOF
{ card met withdrawn; of O withdrawn text | sed s/A-01//; } >out.csv
t 'what no standard has is left out, and in no list of statuses' 0 \
	'icj-score out.csv | tail -n 1' <<'EOF'
A-01,home-evaluation,1,0,0,0,0,100.00,text
--- stderr
icj-score: warning: duty records in no column: 1 withdrawn [ICJ551]
icj-score: warning: duty records of duties that no standard has, left out: 1; --all counts them [ICJ552]
EOF

# -- Snapshots ----------------------------------------------------------------

{ echo "$HEAD"
for status in due due overdue unknown; do
	echo "T,O,,progress-report,5-101(4),A-02,CO,2015-03-01,,$status,2015-04-20,text"
done; } >a02.csv
t 'A-02 has no share in time' 0 'icj-score --target 90 a02.csv' <<'EOF'
standard,duty,in_time,late,open,overdue,unknown,share,target,target_met,basis
A-02,progress-report,0,0,2,1,1,,90.00,,text
--- stderr
icj-score: warning: progress-report (A-02) has no share in time, for it comes again and again; --snapshot gives that of the day [ICJ553]
EOF
t '--snapshot: the cases without an overdue report' 0 \
	'icj-score --snapshot --target 50 --by month a02.csv' <<'EOF'
standard,duty,period,in_time,late,open,overdue,unknown,share,target,target_met,basis
A-02,progress-report,2015-04,0,0,2,1,1,66.67,50.00,yes,text
EOF
sed 's/2015-04-20/2015-05-20/; 1d' a02.csv | cat a02.csv - >two.csv
like 'records of two moments' 0 'icj-score two.csv' 'several as_of.*ICJ554'

# -- Small counts --------------------------------------------------------------

for worker in O O O O P P P P P P; do
	echo "T,$worker,,home-evaluation,4-102(6),A-01,CO,2015-04-01,,met,2015-04-20,text"
done >rows
{ echo "$HEAD"; cat rows; sed -n '1p; 6,8p' rows | sed s/met/late/; } >small.csv
t '--small-cells hides counts, and shares that would tell of them' 0 \
	'icj-score --by worker --small-cells 3 --target 90 small.csv' <<'EOF'
standard,duty,worker,in_time,late,open,overdue,unknown,share,target,target_met,basis
A-01,home-evaluation,O,4,<3,0,0,0,hidden,90.00,hidden,text
A-01,home-evaluation,P,6,3,0,0,0,66.67,90.00,no,text
EOF
t '--totals: what a total would tell of is hidden, too' 0 \
	'icj-score --by worker --small-cells 3 --totals small.csv' <<'EOF'
standard,duty,worker,in_time,late,open,overdue,unknown,share,basis
A-01,home-evaluation,O,4,<3,0,0,0,hidden,text
A-01,home-evaluation,P,6,3,0,0,0,66.67,text
A-01,home-evaluation,all,10,hidden,0,0,0,hidden,text
EOF
{ card met met met met unknown; of O met text; } >few.csv
t 'whether a target is met would tell of what is unknown' 0 \
	'icj-score --small-cells 3 --target 90 few.csv | tail -n 1' <<'EOF'
A-01,home-evaluation,5,0,0,0,<3,100.00,90.00,hidden,text
EOF
like '--small-cells 2 would hide nothing' 2 'icj-score --small-cells 2 small.csv' 'it takes N'
# No number that is written, and no difference of two, is small.
icj-score -q --snapshot --by state,worker,year --totals --small-cells 7 duties.csv >small
awk -F, 'NR > 1 { gsub(/"[^"]*"/, "X"); for (i = 6; i <= 10; i++) if ($i ~ /^[1-6]$/) bad++
	if ($0 ~ /<7/) hidden++ } END { exit bad > 0 || hidden < 50 }' small
report $? '--small-cells: no small count is written'

# -- What is read ---------------------------------------------------------------

icj-deadline --as-of 2015-04-20 "$EX/caseload.csv" >d.csv
icj-score -q --by worker,month --snapshot d.csv >want
for format in json yaml; do
	icj-deadline --as-of 2015-04-20 -o $format "$EX/caseload.csv" |
		icj-score -q --by worker,month --snapshot -o csv >got
	same "$format in is as CSV in" want got
done
icj-deadline --as-of 2015-04-20 --trailer "$EX/caseload.csv" | icj-score -q --by worker,month --snapshot >got
same 'a last line that shows the input whole is no record' want got
like 'an input that was cut is refused' 4 \
	'icj-deadline --as-of 2015-04-20 --trailer $EX/caseload.csv | head -100 | icj-score' 'ICJ332'
t 'case records are no duty records' 2 'icj-score "$EX/caseload.csv"' <<EOF
--- stderr
icj-score: $EX/caseload.csv:1: no column of a duty record is there: icj-deadline writes them, with duty, standard, due, status, as_of, basis; --map names an office's own columns, --fields lists ours [ICJ305]
EOF
like 'a column that --by needs is named' 2 'icj-score --by zone d.csv' 'no column zone: '
like 'and kept by --keep' 0 'echo "zone,case_id,referral_received
North,T-1,2015-03-01" | icj-deadline --as-of 2015-04-20 --keep case_id,zone -q |
	icj-score -q --by zone' '^A-01,home-evaluation,North,'
sed '1s/worker/Caseworker/' d.csv >other.csv
echo 'Caseworker: worker' >map.yaml
icj-score -q --map map.yaml --by worker,month --snapshot other.csv >got
same 'an office may call the column otherwise' want got
sed '1s/worker/Assigned To/' d.csv | icj-score -q --by worker,month --snapshot >got
same 'or as the labels on screen have it' want got
like 'no record at all' 0 "echo $HEAD | icj-score" '^standard,duty,in_time'
like 'no byte at all' 0 'icj-score </dev/null' 'no input'
for option in --as-of=2015-04-20 --edition=2015-01-01 --strict --date-format=mdy; do
	like "$option is for icj-deadline" 2 "icj-score $option d.csv" 'it is for icj-deadline'
done
like '--explain' 2 'icj-score --explain d.csv' 'has no prose'
for option in worker=X '--set worker=X'; do
	like "$option" 2 "icj-score $option" 'facts cannot be given here'
done
like 'a version without a column' 2 "cut -d, -f2- d.csv | sed '1s/status/state/' | icj-score" \
	':1: no column status: duty records have it, as icj-deadline writes them; .*ICJ540'
like 'a name that is nearly one' 2 "sed '1s/,status,/,stattus,/' d.csv | icj-score" 'column stattus is not known; status is'
like 'one period only' 2 'icj-score --by month,year d.csv' 'one of the periods only'
like 'a word of --by' 2 'icj-score --by wroker d.csv' 'did you mean worker; it takes month, quarter'
{ card met; echo 'T,O,,home-evaluation,x,A-01,CO,2015-04-01,,meet,2015-04-20,text'
	echo 'T,O,,,x,A-01,CO,2015-04-01,,met,2015-04-20,text'
	echo 'T,O,,home-evaluation,x,A-01,CO,04/01/2015,,met,2015-04-20,text'
	echo 'T,O,,home-evaluation,x,A-01,CO,2015-04-01,,met,2015-04-20,sure'
	echo 'T,O,,,,,,,,invalid,2015-04-20,'
	echo 'T,O,,home-evaluation,x,A-01,CO,2015-04-01,,,2015-04-20,text'
	echo 'T,O'; } >bad.csv
t 'bad records are in no column, each with one line' 3 'icj-score bad.csv' <<'EOF'
standard,duty,in_time,late,open,overdue,unknown,share,basis
A-01,home-evaluation,1,0,0,0,0,100.00,text
--- stderr
icj-score: bad.csv:3:10: status: no status that icj-deadline writes [ICJ541]
icj-score: bad.csv:4:4: duty: missing from a duty record [ICJ543]
icj-score: bad.csv:5:8: due: no date as icj-deadline writes it [ICJ106]
icj-score: bad.csv:6:12: basis: no basis that icj-deadline writes [ICJ542]
icj-score: bad.csv:7:10: status: a record that icj-deadline could not judge; nothing is known of its duties [ICJ544]
icj-score: bad.csv:8:10: status: missing from a duty record [ICJ543]
icj-score: bad.csv:9: 2 fields where the header has 12 [ICJ205]
EOF
like 'a full disk' 4 'icj-score -q d.csv >/dev/full' 'cannot write'
card due met >page.csv
like 'a page says of which day it is' 0 'icj-score -o html page.csv' 'As of 2015-04-20</h1>'
sed '3s/,2015-04-20,/,2015-04-21,/' page.csv >moments.csv
like 'unless it is of several' 0 'icj-score -q -o html moments.csv' 'by standard?</h1>'
finish
