#!/bin/sh
# SPDX-License-Identifier: MIT
# dues.sh - icj-dues: columns, amounts, tiers, and what it refuses.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

cat >two.csv <<'END'
state,population,sent,received,note
TX,"7,000",4,3,"a, b"
Ohio,3000,1,2,
END
cat >tiers.csv <<'END'
tier,from,below,amount,state
low,0,0.3,"12,000",
high,0.3,,17000,
island,,,6000,VI
END
ground='icj-dues: warning: 50 compacting states have no row [ICJ442]
icj-dues: population of the United States: 10000, the sum of the 2 states here [ICJ430]
icj-dues: juveniles sent and received: 10 [ICJ430]'

t 'shares behind the rows' 0 'icj-dues two.csv' <<END
state,population,sent,received,note,dues_population_share,dues_transfer_share,dues_share,dues_fraction
TX,"7,000",4,3,"a, b",0.700000000000,0.700000000000,0.700000000000,7/10
Ohio,3000,1,2,,0.300000000000,0.300000000000,0.300000000000,3/10
--- stderr
$ground
icj-dues: the shares sum to exactly 1 [ICJ431]
END
t 'an exact 63' 0 'icj-dues --budget 90 <two.csv | sed "s/.*,dues/dues/
    s/.*0,//"' <<END
dues_amount
63
27
--- stderr
$ground
icj-dues: the shares sum to exactly 1 [ICJ431]
icj-dues: the amounts sum to the budget, 90 dollars [ICJ432]
END
t 'tiers, bounds exact' 0 'icj-dues --tiers tiers.csv two.csv 2>/dev/null |
    sed "s/.*10,//"' <<'END'
state,population,sent,received,note,dues_population_share,dues_transfer_share,dues_share,dues_fraction,dues_tier,dues_amount
high,17000
high,17000
END
t 'a rate of its own' 0 'printf "%s\n" state,pop,transfers TX,6,6 VI,4,4 |
    icj-dues --tiers tiers.csv 2>&1 | grep -v 442' <<'END'
icj-dues: population of the United States: 10, the sum of the 2 states here [ICJ430]
icj-dues: juveniles sent and received: 10 [ICJ430]
icj-dues: the shares sum to exactly 1 [ICJ431]
icj-dues: VI has a rate of its own [ICJ433]
icj-dues: the amounts sum to 23000 dollars [ICJ432]
state,pop,transfers,dues_population_share,dues_transfer_share,dues_share,dues_fraction,dues_tier,dues_amount
TX,6,6,0.600000000000,0.600000000000,0.600000000000,3/5,high,17000
VI,4,4,0.400000000000,0.400000000000,0.400000000000,2/5,island,6000
END
t 'literal' 0 'icj-dues --reading literal two.csv | sed "s/.*00000,//"' <<END
state,population,sent,received,note,dues_population_share,dues_transfer_share,dues_share,dues_fraction
21/20
9/20
--- stderr
$ground
icj-dues: the shares, read literally, sum to 3/2 (1.500000000000) [ICJ431]
END
t 'another denominator needs --scale' 2 \
	'icj-dues --us-population 20,000 --budget 10 two.csv' <<'END'
--- stderr
icj-dues: warning: 50 compacting states have no row [ICJ442]
icj-dues: population of the United States: 20000 as given; the 2 states here have 10000 [ICJ430]
icj-dues: juveniles sent and received: 10 [ICJ430]
icj-dues: the shares sum to 3/4 (0.750000000000) [ICJ431]
icj-dues: a budget, but the shares do not sum to 1; --scale divides it in proportion to them [ICJ411]
END
t 'scaled' 0 'icj-dues --us-population 20000 --budget 10 --scale two.csv \
    2>/dev/null | sed "s/.*,//"' <<'END'
dues_amount
7
3
END
t 'prose' 0 'icj-dues --explain --budget 90 two.csv 2>/dev/null' <<'END'
Texas
  population  7000 of 10000 = 0.700000000000
  transfers   7 of 10 = 0.700000000000
  share       (population + transfers) / 2 = 7/10 = 0.700000000000, 2-101(4)
  amount      $63 of $90

Ohio
  population  3000 of 10000 = 0.300000000000
  transfers   3 of 10 = 0.300000000000
  share       (population + transfers) / 2 = 3/10 = 0.300000000000, 2-101(4)
  amount      $27 of $90
END
t 'YAML in, JSON out' 0 'printf "%s\n" "state: TX" "population: 1" "sent: 1" \
    "received: 1" | icj-dues -o json 2>/dev/null' <<'END'
{"state": "TX", "population": "1", "sent": "1", "received": "1", "dues_population_share": "1.000000000000", "dues_transfer_share": "1.000000000000", "dues_share": "1.000000000000", "dues_fraction": "1/1"}
END
t 'sent and received differ' 0 'printf "%s\n" state,pop,sent,received TX,6,6,1 |
    icj-dues 2>&1 >/dev/null | grep 440' <<'END'
icj-dues: warning: 6 sent and 1 received differ by 5: the other end was no state here, or a count is wrong [ICJ440]
END
t 'members' 0 'icj-dues -a 2012-01-01 $EX/census-2010.csv 2>&1 >/dev/null |
    grep 44' <<'END'
icj-dues: warning: not a compacting state, but divided among: AS, GA, GU, MP, PR [ICJ441]
END

# -- What it refuses --------------------------------------------------------

cat >bad.csv <<'END'
code,name,population,sent,received
TX,Texas,1,1,1
,Texas,1,1,1
US,United States,9,9,9
,Northeast Region,9,9,9
CA,,"1,234[2]",1,1
NY,,,1,1
WA,,5,,1
ZZ,,5,1,1
VT,Maine,5,1,1
OR,,1,1
,,1,1,1
OH,,1,-1,1
END
t 'every bad row, at once' 2 'icj-dues bad.csv' <<'END'
--- stderr
icj-dues: bad.csv:3: state: TX: the state was in an earlier row, bad.csv:2 [ICJ402]
icj-dues: bad.csv:4:1: code: 'us' is the nation, not a state; leave its row out [ICJ421]
icj-dues: bad.csv:5:2: name: 'northeast region' is a region, not a state; leave its row out [ICJ421]
icj-dues: bad.csv:6:3: population: CA: not a whole number from 0 to 999999999 [ICJ103]
icj-dues: bad.csv:7:3: population: NY: the population is missing [ICJ403]
icj-dues: bad.csv:8:4: sent: WA: the count of juveniles sent or received is missing; write a zero [ICJ404]
icj-dues: bad.csv:9:1: code: not one of the 56 states of the rules [ICJ401]
icj-dues: bad.csv:10:2: name: VT: another column of the row says another state [ICJ401]
icj-dues: bad.csv:11: 4 fields where the header has 5 [ICJ205]
icj-dues: bad.csv:12: state: the row does not say which state [ICJ423]
icj-dues: bad.csv:13:4: sent: OH: not a whole number from 0 to 999999999 [ICJ103]
END
t 'no transfers' 2 'printf "%s\n" state,pop,sent,received TX,6,0,0 |
    icj-dues' <<'END'
--- stderr
icj-dues: no transfers at all [ICJ408]
END
t 'the United States smaller than a state' 2 \
	'icj-dues --us-population 5000 two.csv' <<'END'
--- stderr
icj-dues: two.csv:2: TX: the population of the United States is smaller than the state's [ICJ410]
END
t 'a column is missing' 2 'printf "%s\n" state,pop,sent TX,6,0 |
    icj-dues' <<'END'
--- stderr
icj-dues: <stdin>:1: no column received; --map names an office's own columns [ICJ422]
END
t 'no column is known' 2 'printf "%s\n" "state;pop;sent" "TX;6;0" |
    icj-dues' <<'END'
--- stderr
icj-dues: <stdin>:1: no column is known that could decide anything; it is separated by semicolons: save it separated by commas; --map names an office's own columns, --fields lists ours [ICJ305]
END
tiers() { # tiers TITLE CODE ROW...: a table of tiers that is refused
	title=$1 code=$2
	shift 2
	{ echo tier,from,below,amount && printf '%s\n' "$@"; } >bad-tiers.csv
	like "$title" 2 'icj-dues --tiers bad-tiers.csv two.csv' "$code"
}
tiers 'tiers that do not start at 0' ICJ413 a,0.1,0.2,1
tiers 'tiers with a gap' ':3: .*ICJ415' a,0,0.1,1 b,0.2,,1
tiers 'tiers that overlap' ':3: .*ICJ415' a,0,0.2,1 b,0.1,,1
tiers 'a tier that ends where it starts' ':3: .*ICJ414' a,0,0.2,1 b,0.2,0.2,1
tiers 'a bound that is no decimal' ':2:3: below: .*ICJ412' a,0,2%,1
tiers 'no tier for a share' ':2: TX: .*ICJ416' a,0,0.5,1
tiers 'cents' ':2:4: amount: .*ICJ103' a,0,,12480.50
like 'a budget and tiers' 2 'icj-dues --budget 9 --tiers tiers.csv two.csv' \
	ICJ301
like 'a budget that is none' 2 'icj-dues --budget 0 two.csv' ICJ301
like 'a fact as operand' 2 'icj-dues state=TX' ICJ306
like 'no such file' 2 'icj-dues none.csv' ICJ303
like 'our columns are there' 2 'icj-dues two.csv 2>/dev/null | icj-dues' ICJ304
like 'two columns for one' 2 'printf "pop,population,state\n" | icj-dues' \
	'mean the same'
t 'nothing to read' 0 'icj-dues' <<'END'
--- stderr
icj-dues: <stdin>: warning: no input [ICJ320]
END
like 'a header alone' 0 'head -1 two.csv | icj-dues' 'no states'
like 'a header alone has no budget' 2 'head -1 two.csv | icj-dues --budget 9' \
	ICJ407
if [ -w /dev/full ]; then
	like 'a full disk' 4 'icj-dues two.csv >/dev/full' ICJ213
else
	skip 'a full disk' 'no /dev/full'
fi
like 'stdout closed' 4 'icj-dues two.csv >&-' ICJ213
like 'a quote that never closes' 4 \
	'printf "state,pop,transfers\nTX,1,\"2\n" | icj-dues' ICJ202

# -- Bytes ------------------------------------------------------------------

printf '\357\273\277state,x,population,transfers\r\nTX,"a\r\nb",1,1\r\n\r\n' \
	>crlf.csv
icj-dues crlf.csv 2>/dev/null |
	sed 's/,dues_[^\r]*//; s/^\(b",1,1\),[^\r]*/\1/' >cut.csv
same 'cutting our columns off gives the input back' cut.csv crlf.csv
icj-dues two.csv >once.csv 2>/dev/null
icj-dues --replace once.csv >twice.csv 2>/dev/null
same '--replace is repeatable' twice.csv once.csv
icj-dues <two.csv >file.csv 2>/dev/null
# shellcheck disable=SC2002
cat two.csv | icj-dues >pipe.csv 2>/dev/null
same 'a pipe and a file are the same' pipe.csv file.csv
printf 'their: population\nwho: state\nboth: transfers\nc: case_id\n' >map.yaml
printf 'who,their,both,c\nTX,1,1,9\n' | icj-dues --map map.yaml 2>/dev/null |
	sed -n '2s/.*,//p' >mapped
printf '1/1\n' >want
same '--map' mapped want


# -- Separators and columns -------------------------------------------------

NOT='; --map names an office.s own columns'
HINT='it is separated by semicolons: save it separated by commas'
like 'semicolons' 2 'printf "%s\n" "state;population;sent;received" "OH;1;2;3" | icj-dues' \
	"^icj-dues: <stdin>:1: no column is known that could decide anything; $HINT$NOT"
like 'tabs' 2 'printf "state\tpopulation\tsent\treceived\nOH\t1\t2\t3\n" | icj-dues' \
	'it is separated by tabs: save it separated by commas'
like 'neither' 2 'printf "%s\n" "one" "two" | icj-dues' \
	'^icj-dues: <stdin>:1: no column is known that could decide anything; --map'
like 'semicolons and quotes' 2 \
	'printf "%s\n" "\"state\";\"population\"" "\"OH\";1" | icj-dues' \
	'<stdin>:1:1: it is separated by semicolons; save it separated by commas \[ICJ206\]'
like 'semicolons, with --count' 2 \
	'printf "%s\n" "sending_state;receiving_state" "OH;TX" | icj-dues --count' \
	"no column is known that could decide anything; $HINT"
refused() { # refused TITLE PATTERN LINE...: a table of tiers
	title=$1 pattern=$2
	shift 2
	printf '%s\n' "$@" >bad-tiers.csv
	like "$title" 2 'icj-dues --tiers bad-tiers.csv two.csv' "$pattern"
}
refused 'tiers with semicolons' "bad-tiers.csv:1: no column tier; $HINT" \
	'tier;from;below;amount' 'a;0;;1'
refused 'a column that tiers do not have' \
	'bad-tiers.csv:1:5: region: not a column of --tiers, which are tier, from, below, amount and state \[ICJ425\]' \
	tier,from,below,amount,region a,0,,1,south
for row in x,,,5,VI:'5: state: the state has a rate already' \
	x,0,,5,GU:'5: state: the rate of one state has no bounds' \
	x,,1,5,GU:'5: state: the rate of one state has no bounds' \
	x,,,5,Gondor:'5: state: .*' x,,,,GU:'4: amount: not a whole number of dollars' \
	,,,5,GU:'1: tier: the tier has no name'; do
	refused "a rate: ${row%%:*}" "^icj-dues: bad-tiers.csv:4:${row#*:} \[ICJ" \
		tier,from,below,amount,state a,0,,1, own,,,9,VI "${row%%:*}"
	[ "$(wc -l <"$DIR/got.out")" -eq 1 ]
	report $? 'and nothing else'
done
refused 'the same in YAML' 'bad-tiers.csv:1:.*region: not a column of --tiers' \
	'- {tier: a, from: 0, amount: 1, region: south}'
refused 'text behind a closing quote in tiers' 'bad-tiers.csv:2:1: text behind a closing quote' \
	tier,from,below,amount '"low" tier,0,0.1,1' 'high,0.1,,2' 'x","' 
printf '%s\n' 'Tier Name,at least,less than,dues,Jurisdiction' \
	'low,	0	,0.3,"12,000",' high,0.3,,17000, island,,,6000,VI >named.csv
icj-dues --tiers tiers.csv two.csv >want 2>&1
icj-dues --tiers named.csv two.csv >got 2>&1
same 'other names of the columns of tiers, and tabs' want got
printf '%s\n' state,population,sent,received TX,7000,4,3 ,,, OH,3000,1,2 ,,, >blank.csv
like 'an empty row is no state' 0 'icj-dues blank.csv' '^TX,7000,4,3,.*,7/10$'
like 'text behind a closing quote' 4 \
	'printf "%s\n" state,population,sent,received "\"OH\" x,1,2,3" "TX,1,2,\"3" | icj-dues' \
	'<stdin>:2:1: text behind a closing quote'

# -- Columns that look like ours ----------------------------------------------

t 'columns of states that are nearly ours' 2 \
	"printf 'State,Populaton,Sent (2014),Recvd\nTX,6,1,1\n' | icj-dues" <<'EOF'
--- stderr
icj-dues: <stdin>:1:2: warning: column Populaton is not known; population is [ICJ321]
icj-dues: <stdin>:1:3: warning: column Sent (2014) is not read; should it be sent, a line in a --map file says so: Sent (2014): sent [ICJ340]
icj-dues: <stdin>:1:4: warning: column Recvd is not read; should it be received, a line in a --map file says so: Recvd: received [ICJ340]
icj-dues: <stdin>:1: no column population; --map names an office's own columns [ICJ422]
EOF
t 'nothing is said where none is missing' 0 \
	"printf 'State,Population,Sent,Received,Sent last year\nTX,6,1,1,7\n' |
	icj-dues 2>&1 >/dev/null | grep -c 'not read'; true" <<'EOF'
0
EOF
like 'another that looks like one is named beside it' 0 \
	"printf 'State,Population,Sent,Received,Sent Out\nTX,6,1,1,7\n' | icj-dues" \
	'<stdin>:1:5: warning: column Sent Out is not read; .*ICJ340'
t 'a date of withdrawal takes a case out of the count' 0 \
	"printf 'Sending State,Receiving State,Date Withdrawn,Approval Decision,decision_date\nTX,OH,2015-03-02,x,\n' |
	icj-dues --count | grep -e TX -e OH" <<'EOF'
OH,0,0
TX,0,0
--- stderr
icj-dues: <stdin>:1:4: warning: column Approval Decision is not read; should it be decision, a line in a --map file says so: Approval Decision: decision [ICJ340]
icj-dues: <stdin>:2: withdrawn: warning: left out of the count [ICJ444]
EOF

# -- The options of all tools --------------------------------------------------

t '--null and values of a map' 0 'printf "%s\n" "state: {the lone star: TX}" >values.yaml
	printf "%s\n" state,pop,sent,received,transfers "The Lone Star,7,none,none,4" OH,3,1,2,none |
	icj-dues --null none --map values.yaml 2>/dev/null | cut -d, -f1,9' <<'END'
state,dues_fraction
The Lone Star,89/140
OH,51/140
END
printf '%s\n' state,pop,transfers TX,1,1 OH,x,1 ZZ,1,1 >half.csv
t 'bad rows go to --rejects, and nothing is written' 2 \
	'icj-dues --rejects bad half.csv 2>&1; s=$?; cat bad; exit $s' <<'END'
icj-dues: half.csv:3:2: population: OH: not a whole number from 0 to 999999999 [ICJ103]
icj-dues: half.csv:4:1: state: not one of the 56 states of the rules [ICJ401]
state,pop,transfers
OH,x,1
ZZ,1,1
END
like 'nor does a table of tiers take them' 2 \
	'icj-dues --tiers tiers.csv --rejects ./tiers.csv half.csv' 'another option.*ICJ366'
t '--on-error stop is at the first of them' 2 'icj-dues --on-error stop half.csv' <<'END'
--- stderr
icj-dues: half.csv:3:2: population: OH: not a whole number from 0 to 999999999 [ICJ103]
END
like 'none can be skipped' 2 'icj-dues --on-error skip two.csv' 'spoils the answer'
like 'nor be taken for valid' 2 'icj-dues --count --invalid-ok two.csv' 'spoils the answer'
like 'a fact cannot be set for all states' 2 'icj-dues --set sent=1 two.csv' ICJ306
t '--unread' 0 'icj-dues --unread two.csv 2>&1 >/dev/null | grep 343' <<'END'
icj-dues: two.csv:1:5: column note is not read: no field has this name [ICJ343]
END
t '--fields names what is read' 0 'icj-dues --fields | cut -d: -f1; icj-dues --count --fields -o csv | cut -d, -f1' <<'END'
state                             state
code                              state
name                              state
population                        count
sent                              count
received                          count
transfers                         count
name
case_type
juvenile
date_of_birth
sending_state
receiving_state
withdrawn
decision
END
t 'lines of a map that no column meets, once' 0 \
	"printf 'Folk: population\n' >unmet.yaml; icj-dues -m unmet.yaml two.csv 2>&1 >/dev/null | grep -c 342" <<'END'
1
END
printf 'state,population,sent,received\nOH,3000,1,2\n' >ohio.csv
t 'files in their order, stdin among them' 0 'printf "%s\n" state,population,sent,received TX,7000,4,3 >texas.csv
	icj-dues -q ohio.csv - <texas.csv | cut -d, -f1,8' <<'END'
state,dues_fraction
OH,3/10
TX,7/10
END
t 'the same file twice has each state twice' 2 'icj-dues -q ohio.csv ohio.csv' <<'END'
--- stderr
icj-dues: ohio.csv:2:1: state: OH: the state was in an earlier row, ohio.csv:2 [ICJ402]
END
like 'an input without an end' 4 'yes "state,population,transfers" | icj-dues' ICJ203

finish
