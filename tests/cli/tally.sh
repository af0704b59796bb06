#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-tally: counts by state and period, and small ones hidden.
# shellcheck disable=SC2016
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

cat >cases.csv <<'END'
case_id,case_type,sending_state,receiving_state,home_state,holding_state,supervision,sex_offender,arrived,referral_received,return_type,detained_at,returned,withdrawn
T-1,transfer,TX,OK,,,probation,no,2015-03-01,2015-01-10,,,,
T-2,transfer,TX,OK,,,parole,yes,2015-07-01,2015-02-10,,,,
T-3,transfer,TX,CA,,,probation,yes,2015-04-01,2015-03-10,,,,2015-04-02
R-1,return,,,TX,OK,,,,,runaway,2015-05-01,2015-05-06,
R-2,return,,,OK,TX,,,,,absconder,2015-05-01,2015-06-06,
R-3,return,,,OK,TX,,,,,,2015-05-01,2015-06-06,
X-1,travel,TX,OK,,,,,,,,,,
END

t 'by state and year' 0 'icj-tally cases.csv' <<'END'
state,period,measure,count,undecided,rule,edition
OK,2015,transfers-out,0,0,2-102(1),2015-01-01
OK,2015,transfers-in,2,0,2-102(1),2015-01-01
OK,2015,runaways-returned-out,0,1,2-102(1),2015-01-01
OK,2015,runaways-returned-in,1,0,2-102(1),2015-01-01
OK,2015,absconders-returned-out,1,1,2-102(1),2015-01-01
OK,2015,absconders-returned-in,0,0,2-102(1),2015-01-01
OK,2015,escapees-returned-out,0,1,2-102(1),2015-01-01
OK,2015,escapees-returned-in,0,0,2-102(1),2015-01-01
OK,2015,accused-returned-out,0,1,2-102(1),2015-01-01
OK,2015,accused-returned-in,0,0,2-102(1),2015-01-01
TX,2015,transfers-out,2,0,2-102(1),2015-01-01
TX,2015,transfers-in,0,0,2-102(1),2015-01-01
TX,2015,runaways-returned-out,1,0,2-102(1),2015-01-01
TX,2015,runaways-returned-in,0,1,2-102(1),2015-01-01
TX,2015,absconders-returned-out,0,0,2-102(1),2015-01-01
TX,2015,absconders-returned-in,1,1,2-102(1),2015-01-01
TX,2015,escapees-returned-out,0,0,2-102(1),2015-01-01
TX,2015,escapees-returned-in,0,1,2-102(1),2015-01-01
TX,2015,accused-returned-out,0,0,2-102(1),2015-01-01
TX,2015,accused-returned-in,0,1,2-102(1),2015-01-01
--- stderr
icj-tally: warning: withdrawn records, left out: 1 [ICJ520]
icj-tally: warning: records without an event that is counted here: 1 [ICJ521]
icj-tally: warning: records that may count, but lack return_type: 1 [ICJ522]
END
t 'the summary, by fiscal year' 0 'icj-tally --layout annual --by fiscal-year cases.csv 2>/dev/null |
	grep -v ",0,0,"' <<'END'
state,period,measure,count,undecided,rule,edition
OK,FY2015,runaways-located-out,0,1,2-102(1),2015-01-01
OK,FY2015,runaways-located-in,1,0,2-102(1),2015-01-01
OK,FY2015,escapees-located-out,0,1,2-102(1),2015-01-01
OK,FY2015,absconders-located-out,1,1,2-102(1),2015-01-01
OK,FY2015,accused-delinquents-located-out,0,1,2-102(1),2015-01-01
OK,FY2015,parole-in,1,0,2-102(1),2015-01-01
OK,FY2015,parole-sex-offense-in,1,0,2-102(1),2015-01-01
OK,FY2015,probation-in,1,0,2-102(1),2015-01-01
TX,FY2015,runaways-located-out,1,0,2-102(1),2015-01-01
TX,FY2015,runaways-located-in,0,1,2-102(1),2015-01-01
TX,FY2015,escapees-located-in,0,1,2-102(1),2015-01-01
TX,FY2015,absconders-located-in,1,1,2-102(1),2015-01-01
TX,FY2015,accused-delinquents-located-in,0,1,2-102(1),2015-01-01
TX,FY2015,parole-out,1,0,2-102(1),2015-01-01
TX,FY2015,parole-sex-offense-out,1,0,2-102(1),2015-01-01
TX,FY2015,probation-out,1,0,2-102(1),2015-01-01
END
t 'every period of a range has its rows' 0 'icj-tally --by quarter --period 2015-01-01..2015-12-31 cases.csv \
	2>/dev/null | grep "^TX.*transfers-out"' <<'END'
TX,2015-Q1,transfers-out,1,0,2-102(1),2015-01-01
TX,2015-Q2,transfers-out,0,0,2-102(1),2015-01-01
TX,2015-Q3,transfers-out,1,0,2-102(1),2015-01-01
TX,2015-Q4,transfers-out,0,0,2-102(1),2015-01-01
END
t 'days beyond a range do not count' 0 'icj-tally --period 2015-03-02..2015-07-01 cases.csv 2>/dev/null |
	grep "^TX.*transfers-out"
	icj-tally --period 2015-03-01..2015-06-30 cases.csv 2>/dev/null | grep "^TX.*transfers-out"' <<'END'
TX,2015,transfers-out,1,0,2-102(1),2015-01-01
TX,2015,transfers-out,1,0,2-102(1),2015-01-01
END
t 'totals' 0 'icj-tally --by month --totals cases.csv 2>/dev/null | grep "transfers-out" | cut -d, -f1-4' <<'END'
OK,2015-03,transfers-out,0
OK,2015-05,transfers-out,0
OK,2015-06,transfers-out,0
OK,2015-07,transfers-out,0
OK,all,transfers-out,0
TX,2015-03,transfers-out,1
TX,2015-05,transfers-out,0
TX,2015-06,transfers-out,0
TX,2015-07,transfers-out,1
TX,all,transfers-out,2
all,2015-03,transfers-out,1
all,2015-05,transfers-out,0
all,2015-06,transfers-out,0
all,2015-07,transfers-out,1
all,all,transfers-out,2
END
t 'where one record counts' 0 'icj-tally case_type=transfer sending_state=TX arrived=2015-05-01 \
	referral_received=2015-03-01' <<'END'
Counts: where it counts
  TX, 2015, transfers-out: counts (2-102(1), 2015-05-01)
  state not known, 2015, transfers-in: undecided, lacks receiving_state (2-102(1), 2015-05-01)
END
t 'explained with another layout' 0 'icj-tally --explain --layout annual cases.csv | head -5' <<'END'
Case T-1
Counts: where it counts
  TX, 2015, probation-out: counts (2-102(1), 2015-01-10)
  OK, 2015, probation-in: counts (2-102(1), 2015-01-10)

END
t 'a withdrawal from before the event is a slip' 0 \
	"printf '%s\n' case_type,sending_state,receiving_state,arrived,withdrawn \
	    transfer,TX,OK,2015-05-01,1900-01-01 transfer,TX,OK,2015-05-01,2015-05-02 |
	icj-tally | grep -c 'TX.*transfers-out,1,'
	icj-tally case_type=transfer sending_state=TX receiving_state=OK \
	    arrived=2015-05-01 withdrawn=1900-01-01 -o explain | head -n 1" <<'END'
1
Counts: where it counts
--- stderr
icj-tally: warning: withdrawn records, left out: 1 [ICJ520]
icj-tally: warning: records withdrawn before what is counted of them, counted all the same: 1 [ICJ525]
END
t 'an invalid record does not count where it asks for the bad cell' 3 'printf "%s\n" case_type,sending_state,receiving_state,arrived \
	transfer,TX,OK,2015-05-01 transfer,TX,OK,2015-02-30 transfer,TX,QQ,2015-05-01 | icj-tally >out
	s=$?; grep transfers out; exit $s' <<'END'
OK,2015,transfers-out,0,0,2-102(1),2015-01-01
OK,2015,transfers-in,1,0,2-102(1),2015-01-01
TX,2015,transfers-out,2,0,2-102(1),2015-01-01
TX,2015,transfers-in,0,0,2-102(1),2015-01-01
--- stderr
icj-tally: <stdin>:3:4: arrived: no such day [ICJ105]
icj-tally: <stdin>:4:3: receiving_state: not a state: a code of two letters or a full name is one [ICJ108]
END
t '--check finds what is undecided' 1 'icj-tally --check cases.csv >/dev/null 2>&1' <<'END'
END
t 'a table, JSON, YAML' 0 'for o in table json yaml; do icj-tally -o $o cases.csv 2>/dev/null | head -2; done' <<'END'
state  period  measure                  count  undecided  rule      edition
OK     2015    transfers-out            0      0          2-102(1)  2015-01-01
{"state": "OK", "period": "2015", "measure": "transfers-out", "count": "0", "undecided": "0", "rule": "2-102(1)", "edition": "2015-01-01"}
{"state": "OK", "period": "2015", "measure": "transfers-in", "count": "2", "undecided": "0", "rule": "2-102(1)", "edition": "2015-01-01"}
---
state: OK
END
t 'a header alone' 0 'sed 1q cases.csv | icj-tally' <<'END'
state,period,measure,count,undecided,rule,edition
END
t 'no input' 0 'icj-tally </dev/null' <<'END'
--- stderr
icj-tally: <stdin>: warning: no input [ICJ320]
END
like 'old and new years' 0 'icj-tally --set arrived=2023-05-01 cases.csv' ICJ322
like 'current law only' 3 'icj-tally --require-current --set arrived=2023-05-01 cases.csv' ICJ311
for bad in '--by week' '--layout x' '--period 2015' '--period 2015-02-01..2015-01-01' '--small-cells 2' \
	'--small-cells x' '--period 0001-01-01..9999-12-31 --by month'; do
	like "refused: $bad" 2 "icj-tally $bad cases.csv" 'ICJ301\|ICJ510'
done
like 'more periods than are kept' 4 "awk 'BEGIN { print \"case_type,sending_state,receiving_state,arrived\"
	for (y = 700; y < 2000; y++) printf \"transfer,TX,OK,%04d-05-01\\n\", y }' | icj-tally" ICJ510

# -- Small counts -----------------------------------------------------------

# transfers of COUNT cases: from to day count ...
cases() {
	echo case_type,sending_state,receiving_state,arrived
	while [ $# -ge 4 ]; do
		i=0
		while [ $i -lt "$4" ]; do
			echo "transfer,$1,$2,$3"
			i=$((i + 1))
		done
		shift 4
	done
}

cases TX OK 2014-05-01 7 TX OK 2015-05-01 2 CA OK 2014-05-01 9 CA OK 2015-05-01 8 CA NV 2015-05-01 6 \
	NV TX 2014-05-01 20 NV TX 2015-05-01 20 >small.csv
t 'shown as they are' 0 'icj-tally --totals small.csv 2>/dev/null | grep transfers | cut -d, -f1-4' <<'END'
CA,2014,transfers-out,9
CA,2014,transfers-in,0
CA,2015,transfers-out,14
CA,2015,transfers-in,0
CA,all,transfers-out,23
CA,all,transfers-in,0
NV,2014,transfers-out,20
NV,2014,transfers-in,0
NV,2015,transfers-out,20
NV,2015,transfers-in,6
NV,all,transfers-out,40
NV,all,transfers-in,6
OK,2014,transfers-out,0
OK,2014,transfers-in,16
OK,2015,transfers-out,0
OK,2015,transfers-in,10
OK,all,transfers-out,0
OK,all,transfers-in,26
TX,2014,transfers-out,7
TX,2014,transfers-in,20
TX,2015,transfers-out,2
TX,2015,transfers-in,20
TX,all,transfers-out,9
TX,all,transfers-in,40
all,2014,transfers-out,36
all,2014,transfers-in,36
all,2015,transfers-out,36
all,2015,transfers-in,36
all,all,transfers-out,72
all,all,transfers-in,72
END
t 'hidden, and what would tell of them' 0 'icj-tally --totals --small-cells 5 small.csv 2>/dev/null |
	grep transfers | cut -d, -f1-4' <<'END'
CA,2014,transfers-out,9
CA,2014,transfers-in,0
CA,2015,transfers-out,hidden
CA,2015,transfers-in,0
CA,all,transfers-out,hidden
CA,all,transfers-in,0
NV,2014,transfers-out,20
NV,2014,transfers-in,0
NV,2015,transfers-out,20
NV,2015,transfers-in,6
NV,all,transfers-out,40
NV,all,transfers-in,6
OK,2014,transfers-out,0
OK,2014,transfers-in,16
OK,2015,transfers-out,0
OK,2015,transfers-in,10
OK,all,transfers-out,0
OK,all,transfers-in,26
TX,2014,transfers-out,7
TX,2014,transfers-in,20
TX,2015,transfers-out,<5
TX,2015,transfers-in,20
TX,all,transfers-out,hidden
TX,all,transfers-in,40
all,2014,transfers-out,36
all,2014,transfers-in,36
all,2015,transfers-out,36
all,2015,transfers-in,36
all,all,transfers-out,72
all,all,transfers-in,72
END
t 'the sums of both sides are the same, also unseen' 0 'icj-tally --small-cells 5 small.csv 2>/dev/null |
	grep transfers | cut -d, -f1-4' <<'END'
CA,2014,transfers-out,9
CA,2014,transfers-in,0
CA,2015,transfers-out,hidden
CA,2015,transfers-in,0
NV,2014,transfers-out,20
NV,2014,transfers-in,0
NV,2015,transfers-out,20
NV,2015,transfers-in,6
OK,2014,transfers-out,0
OK,2014,transfers-in,16
OK,2015,transfers-out,0
OK,2015,transfers-in,10
TX,2014,transfers-out,7
TX,2014,transfers-in,20
TX,2015,transfers-out,<5
TX,2015,transfers-in,20
END
# Of 30 events 10 are from and 20 to one state: the other two never join.
cases NV WV 2015-05-01 15 TX WV 2015-05-01 5 WV NV 2015-05-01 3 WV TX 2015-05-01 7 >middle.csv
t 'that an event joins two states tells nothing' 0 'icj-tally --small-cells 6 middle.csv 2>/dev/null |
	grep transfers | cut -d, -f1-4' <<'END'
NV,2015,transfers-out,hidden
NV,2015,transfers-in,<6
TX,2015,transfers-out,<6
TX,2015,transfers-in,hidden
WV,2015,transfers-out,10
WV,2015,transfers-in,20
END
cases OK TX 2015-05-01 4 TX OK 2015-05-01 4 OK OK 2015-05-01 2 >one.csv
t 'both states the same' 0 'icj-tally one.csv | grep transfers' <<'END'
OK,2015,transfers-out,6,0,2-102(1),2015-01-01
OK,2015,transfers-in,6,0,2-102(1),2015-01-01
TX,2015,transfers-out,4,0,2-102(1),2015-01-01
TX,2015,transfers-in,4,0,2-102(1),2015-01-01
--- stderr
icj-tally: warning: records with both states the same, counted all the same: 2 [ICJ524]
END
cases OK OK 2015-05-01 2 TX OK 2015-05-01 6 TX OK 2014-05-01 7 >one.csv
t 'a period for which nothing helps is withheld' 0 'icj-tally --totals --small-cells 5 -E 2015-01-01 one.csv |
	grep transfers-out | cut -d, -f1-4' <<'END'
OK,2014,transfers-out,0
OK,2015,transfers-out,hidden
OK,all,transfers-out,hidden
TX,2014,transfers-out,7
TX,2015,transfers-out,hidden
TX,all,transfers-out,hidden
all,2014,transfers-out,7
all,2015,transfers-out,hidden
all,all,transfers-out,hidden
--- stderr
icj-tally: warning: records with both states the same, counted all the same: 2 [ICJ524]
icj-tally: warning: transfers-out: small counts cannot be hidden; none is shown, periods: 1 [ICJ523]
icj-tally: warning: transfers-in: small counts cannot be hidden; none is shown, periods: 1 [ICJ523]
END
t 'undecided records are not numbered' 0 'icj-tally --small-cells 3 cases.csv 2>/dev/null |
	grep "TX.*absconders"' <<'END'
TX,2015,absconders-returned-out,0,0,2-102(1),2015-01-01
TX,2015,absconders-returned-in,<3,some,2-102(1),2015-01-01
END
[ ! -e /dev/full ] || like 'a full disk' 4 'icj-tally cases.csv 2>&1 >/dev/full' 'cannot write'
like '--rules' 0 'icj-tally --rules' '^2-102(1) .* runaways-returned-out: '

# Memory is bounded by states and periods.
cases TX OK 2015-05-01 20000 CA TX 2014-05-01 20000 >many.csv
t 'many records' 0 'icj-tally many.csv 2>/dev/null | grep "transfers-out"' <<'END'
CA,2014,transfers-out,20000,0,2-102(1),2014-10-29
CA,2015,transfers-out,0,0,2-102(1),2015-01-01
OK,2014,transfers-out,0,0,2-102(1),2014-10-29
OK,2015,transfers-out,0,0,2-102(1),2015-01-01
TX,2014,transfers-out,0,0,2-102(1),2014-10-29
TX,2015,transfers-out,20000,0,2-102(1),2015-01-01
END

# -- What has not happened ----------------------------------------------------

cat >later.csv <<'EOF'
case_type,sending_state,receiving_state,accepted,arrived,withdrawn
transfer,TX,OH,,2015-03-02,
transfer,TX,OH,,2015-03-02,2015-04-01
transfer,TX,OH,2015-02-27,2015-04-02,
transfer,TX,OH,,2015-04-01,
transfer,TX,OH,2015-04-03,,
EOF
t 'as of a day, what lies after it is not counted' 0 \
	'icj-tally --by month -a 2015-03-31 --show state,period,count later.csv |
	sort -u | grep -v ",0$"' <<'EOF'
OH,2015-02,1
OH,2015-03,2
TX,2015-02,1
TX,2015-03,2
state,period,count
--- stderr
icj-tally: warning: records whose event lies after the as-of date, not counted: 2 [ICJ526]
EOF
t 'the day itself is not after it' 0 \
	'icj-tally --by month -a 2015-04-01 --show state,period,count later.csv |
	sort -u | grep -v ",0$"' <<'EOF'
OH,2015-02,1
OH,2015-03,1
OH,2015-04,1
TX,2015-02,1
TX,2015-03,1
TX,2015-04,1
state,period,count
--- stderr
icj-tally: warning: withdrawn records, left out: 1 [ICJ520]
icj-tally: warning: records whose event lies after the as-of date, not counted: 1 [ICJ526]
EOF
t 'a year that is a slip is not counted either' 0 \
	'icj-tally case_type=transfer sending_state=TX receiving_state=OH arrived=2951-03-02' <<'EOF'
Counts: its event lies after the as-of date
EOF

finish
