#!/bin/sh
# SPDX-License-Identifier: MIT
# What must not hang on the format a record comes in, on the records before it
# or on the format it is written in.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

day='-a 2015-04-20'

# -- Whether any key is known --------------------------------------------------

printf '{"case_id":"1","plan_days":60}\n' >known.json
printf '{"case_id":"2","remark":"x"}\n' >sparse.json
printf '{"case_id":"3"}\n' >bare.json
cat sparse.json bare.json known.json >late.json
cat known.json sparse.json bare.json >early.json

for tool in icj-eligible icj-permit icj-return icj-deadline icj-tally; do
	for f in late early; do
		like "$tool: a key is known, $f" 0 "$tool $day $f.json; echo \$?" \
			'^0$'
	done
	for files in sparse.json 'bare.json sparse.json' \
		'sparse.json bare.json'; do
		for o in csv json yaml table explain; do
			t "$tool -o $o: no key is known in $files" 2 \
				"cat $files | $tool $day -o $o 2>err; s=\$?;
				grep -c ICJ305 err; exit \$s" <<'EOF'
1
EOF
		done
	done
done
like 'several files are refused together' 2 \
	"icj-eligible $day sparse.json sparse.json" \
	'^icj-eligible: sparse.json: no column is known'
like 'no key at all is sparse, not strange' 0 \
	"icj-eligible $day -o csv bare.json" '^3,unknown,'
sed 's/.*/---\n&/' sparse.json >sparse.yaml
like 'the same in YAML' 2 "icj-eligible $day -i yaml sparse.yaml" ICJ305
sed 's/.*/- &/' late.json >late.yaml
icj-eligible -a 2015-04-20 -o csv late.json >a 2>/dev/null
icj-eligible -a 2015-04-20 -i yaml -o csv late.yaml >b 2>/dev/null
same 'and for a sequence' a b
(
	echo '['
	sed '$!s/$/,/' late.json
	echo ']'
) >array.json
icj-eligible -a 2015-04-20 array.json >a
icj-eligible -a 2015-04-20 late.json >b
same 'and for an array' a b
(
	cat sparse.json
	printf '{"a":'
) >broken.json
like 'what breaks off before a key is known is stopped' 4 \
	"icj-eligible $day broken.json" 'ICJ208'
printf '[{"plan_days":1},\n {"plan_days":2},,{"plan_days":3}]' >broken.json
like 'where a line is not JSON' 4 "icj-eligible $day broken.json" \
	'^icj-eligible: broken.json:2: byte 18: not JSON \[ICJ208\]$'
printf '{"plan_days":1,\n "residence":none}' >broken.json
like 'and where an object is not' 4 "icj-eligible $day broken.json" \
	'^icj-eligible: broken.json:2: byte 14: not a JSON value \[ICJ208\]$'
awk 'BEGIN { x = sprintf("%60s", ""); for (i = 0; i < 300000; i++)
	print "{\"remark\":\"" x "\"}"; print "{\"plan_days\":60}" }' >long.json
like 'there is an end to looking' 2 "icj-eligible $day long.json" ICJ305
printf '{"cases":[{"case_id":"1","plan_days":60}]}\n' >wrapped.json
t 'records in a list inside' 2 \
	"icj-eligible $day -o csv wrapped.json 2>err; s=\$?; grep ICJ305 err; exit \$s" <<'EOF'
icj-eligible: wrapped.json: no key is known that could decide anything: the records stand in a list, cases; take them out, as jq '.cases[]' does [ICJ305]
EOF
cat >nested.json <<'EOF'
{"plan_days":60}
{"plan_days":60,"receiving_state":{"code":"TX"}}
{"receiving_state":{"code":"TX"}}
EOF
printf -- '---\nplan_days: 60\n---\nreceiving_state: {code: TX}\n' >nested.yaml
for f in nested.json nested.yaml; do
	t "a nested key is named where it first comes, $f" 0 \
		"icj-eligible -a 2015-04-20 $f 2>err >out; grep -c code err;
		grep -c '^icj-eligible: $f:[24]: .*receiving_state_code' err" <<'EOF'
1
1
EOF
done

# -- An answer is that of its record alone -------------------------------------

# alone TITLE TOOL FILE: the answers of a file are those of its lines.
alone() {
	"$2" -a 2015-04-20 "$3" >whole 2>whole.err
	: >parts
	: >parts.err
	while IFS= read -r line; do
		printf '%s\n' "$line" | "$2" -a 2015-04-20 >>parts 2>>parts.err
	done <"$3"
	same "$1" whole parts
	sed -n '/warning/!s/^[^:]*:[^:]*:[0-9]*//p' whole.err >a
	sed -n '/warning/!s/^[^:]*:[^:]*:[0-9]*//p' parts.err >b
	same "$1: messages" a b
}
cat >neighbours.json <<'EOF'
{"case_id":"0","ran_away":"yes","plan_days":1}
{"case_id":"1","receiving_state_consents":"?","ran_away":"?"}
{"case_id":"2","ran_away":"?","receiving_state_consents":"?"}
{"plan_days":"x","supervision_days_left":"y","case_id":"3"}
{"supervision_days_left":"y","plan_days":"x","case_id":"4"}
{"case_id":"5","supervision_ends":"2015-09-01","max_expiration":"2015-10-01"}
{"case_id":"6","max_expiration":"2015-10-01","supervision_ends":"2015-09-01"}
{"case_id":"7","max_expiration":"?","plan_days":120}
{"case_id":"8","case_type":"?","plan_days":120}
{"case_id":"9","to_state":"TX","case_type":"return","holding_state":"OH","plan_days":1}
{"case_id":"10","case_type":"?","plan_days":120}
{"case_id":"11","to_state":"TX","case_type":"?","plan_days":120}
{"holding_state":"OH","case_id":"12","case_type":"return","to_state":"TX","plan_days":1}
EOF
sed '1!G;h;$!d' neighbours.json >back.json
for tool in icj-eligible icj-return icj-permit; do
	alone "$tool: each record by itself" "$tool" neighbours.json
	alone "$tool: backwards" "$tool" back.json
	"$tool" -a 2015-04-20 neighbours.json 2>/dev/null | sort >a
	"$tool" -a 2015-04-20 back.json 2>/dev/null | sort >b
	same "$tool: in any order" a b
done

# -- YAML ------------------------------------------------------------------------

printf '%s\n' case_id,worker,plan_days 0012,no,60 12:30:00,0x1F,60 '~,<<,60' |
	icj-eligible -a 2015-04-20 -o yaml >typed.yaml
t 'what other readers of YAML would change is quoted' 0 \
	'grep -e case_id -e worker -e plan_days -e "^eligible:" typed.yaml' <<'EOF'
case_id: '0012'
worker: 'no'
plan_days: 60
eligible: 'no'
case_id: '12:30:00'
worker: '0x1F'
plan_days: 60
eligible: 'no'
case_id: '~'
worker: '<<'
plan_days: 60
eligible: 'no'
EOF
t 'strings and numbers of JSON stay what they are' 0 \
	'printf "%s" "{\"case_id\":\"0012\",\"plan_days\":60,\"a\":1.50,\"b\":true,
	\"c\":null,\"d\":\"60\",\"e\":9224851642388483123456,\"f\":\"true\"}" |
	icj-eligible -a 2015-04-20 -o yaml | head -n 9' <<'EOF'
---
case_id: '0012'
plan_days: 60
a: 1.50
b: true
c:
d: 60
e: 9224851642388483123456
f: 'true'
EOF
for text in '{case_id: A, plan_days: 60}' '[{case_id: A, plan_days: 60}]' \
	'{ "case_id": A, plan_days: 60}' "{'case_id': A, plan_days: 60}" '{
  case_id: A,
  plan_days: 60}'; do
	printf '%s\n' "$text" >flow
	case $text in
	*'"'*) like 'a quote behind a brace says JSON' 4 \
		'icj-eligible -a 2015-04-20 flow' 'ICJ208' ;;
	*) like "$text is YAML" 0 'icj-eligible -a 2015-04-20 flow' \
		"eligible: 'no'" ;;
	esac
done
for text in '{}' '[]' '[{}]' ' { "plan_days" : 60 }' '[

{"plan_days":60}]'; do
	printf '%s\n' "$text" >json
	icj-eligible -a 2015-04-20 json >a 2>&1
	icj-eligible -a 2015-04-20 -i json json >b 2>&1
	same "$text is JSON" a b
done
printf '{"plan_days":60}\n{plan_days: 60}\n' >mixed
like 'a key without quotes in JSON' 4 'icj-eligible -a 2015-04-20 mixed' \
	'^icj-eligible: mixed:2: .*-i yaml reads YAML'

# -- What a format cannot hold ---------------------------------------------------

cat >grows.json <<'EOF'
{"case_id":"1","plan_days":60}
{"case_id":"2","plan_days":70,"remark":"x"}
{"plan_days":80,"case_id":"3","remark":"y","office":{"town":"z"}}
{"case_id":"4"}
EOF
t 'a key that the first record lacks, JSON to CSV' 0 \
	'icj-eligible -a 2015-04-20 -o csv grows.json | cut -d , -f 1-3' <<'EOF'
case_id,plan_days,eligible
1,60,no
2,70,no
3,80,no
4,,unknown
--- stderr
icj-eligible: grows.json:2:3: remark: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
icj-eligible: grows.json:3:4: office_town: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
EOF
printf -- '- case_id: 1\n  plan_days: 60\n- case_id: 2\n  remark: x\n' >grows.yaml
t 'the same of YAML' 0 \
	'icj-eligible -a 2015-04-20 -o csv grows.yaml | cut -d , -f 1-3' <<'EOF'
case_id,plan_days,eligible
1,60,no
2,,unknown
--- stderr
icj-eligible: grows.yaml:4:2: remark: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
EOF
for o in json yaml table; do
	like "-o $o keeps it" 0 "icj-eligible -a 2015-04-20 -o $o grows.json" \
		remark
	t "and says nothing, $o" 0 \
		"icj-eligible -a 2015-04-20 -o $o grows.json >/dev/null" </dev/null
done
# shellcheck disable=SC2016 # awk reads them
t 'nothing judged is lost, whatever keys come' 0 \
	'awk "BEGIN { for (i = 0; i < 3000; i++)
		printf \"{\\\"plan_days\\\":60,\\\"k%d\\\":1}\\n\", i }" |
	icj-eligible -a 2015-04-20 -o csv 2>err | wc -l; test "$(grep -c ICJ215 err)" -lt 150' <<'EOF'
3001
EOF
t 'kept columns of duties' 0 'icj-deadline -a 2015-07-15 -o csv --keep all \
	--duty home-evaluation <<X | cut -d , -f 1-3
{"case_id":"1","referral_received":"2015-07-01"}
{"case_id":"2","referral_received":"2015-07-01","a":1,"b":2}
{"case_id":"3","referral_received":"2015-07-01","b":2,"c":3}
X
' <<'EOF'
case_id,referral_received,duty
1,2015-07-01,home-evaluation
2,2015-07-01,home-evaluation
3,2015-07-01,home-evaluation
--- stderr
icj-deadline: <stdin>:2:3: a: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
icj-deadline: <stdin>:2:4: b: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
icj-deadline: <stdin>:3:4: c: warning: a key that the first record lacks is left out; -o json keeps it [ICJ215]
EOF

printf 'case_id,plan_days,worker\n1,60,x\n2,60,\377\n\351,60,\350\n' >bytes.csv
for o in json yaml; do
	t "bytes that are no UTF-8, CSV to $o" 0 \
		"icj-eligible -a 2015-04-20 -o $o bytes.csv >/dev/null" <<'EOF'
--- stderr
icj-eligible: bytes.csv:3:3: worker: warning: bytes that are no UTF-8 are written as U+FFFD; -o csv keeps them [ICJ226]
EOF
done
LC_ALL=C icj-eligible -a 2015-04-20 bytes.csv | cut -d , -f 1-3 >a
same 'CSV keeps them, byte for byte' a bytes.csv
like 'kept columns of duties, too' 0 'printf "case_id,referral_received
\351,2015-03-01\n" | icj-deadline -a 2015-07-15 -o json' \
	'^icj-deadline: <stdin>:2: case_id: warning: .*ICJ226'
like 'and rows of dues' 0 'printf "state,population,transfers,note
TX,10,10,x\nOH,10,10,\351\n" | icj-dues -o json' \
	'^icj-dues: <stdin>:3:4: note: warning: .*ICJ226'

# -- Nothing to show ---------------------------------------------------------------

printf "case_id,referral_received,home_evaluation_sent,home_evaluation_done\nA,2015-07-10,,\n" >soon.csv
t 'a table without rows is no table' 0 \
	'icj-deadline -a 2015-07-15 --only overdue -o table soon.csv' </dev/null
t 'nor is one of no records' 0 \
	'printf "plan_days\n" | icj-eligible -a 2015-04-20 -o table' </dev/null
t 'a CSV keeps its header' 0 \
	'printf "plan_days\n" | icj-eligible -a 2015-04-20 | cut -d , -f 1,2' <<'EOF'
plan_days,eligible
EOF
printf '{"case_id":"1","eligible":"no","plan_days":1}\n' >ours.json
printf 'case_id,eligible,plan_days\n1,no,1\n' >ours.csv
for o in csv json yaml table explain; do
	for f in ours.json ours.csv; do
		t "status 2 writes nothing: $f to $o" 2 \
			"icj-eligible -a 2015-04-20 -o $o $f 2>/dev/null" </dev/null
	done
done

# What a table shows is fit for a terminal.
printf 'case_id,plan_days\n\033[31m\302\233\342\200\256\342\200\213x,60\n' >steer.csv
like 'a table hides what steers a terminal' 0 \
	'icj-eligible -a 2015-04-20 -o table steer.csv' '^?\[31m???x  '

# -- Lists ---------------------------------------------------------------------------

for tool in icj-eligible icj-deadline icj-tally icj-dues icj-vote icj-rule; do
	for list in --fields --rules; do
		[ "$tool $list" != 'icj-rule --rules' ] || continue
		$tool $list >text
		$tool $list -o csv >rows.csv
		$tool -o json $list >rows.json
		$tool $list -o yaml >rows.yaml
		n=$(grep -c '^{' rows.json)
		[ "$n" -gt 0 ] && [ "$(tail -n +2 rows.csv | wc -l)" -eq "$n" ] &&
			[ "$(grep -c -e '^---' rows.yaml)" -eq "$n" ] &&
			[ "$(grep -c -v -e "^ " -e ":\$" text)" -eq "$n" ]
		report $? "$tool $list in every format"
	done
done
like '--fields -o csv' 0 'icj-eligible --fields -o csv' \
	'^name,type,presumed,confidential,meaning,rule,values$'
like '--rules -o json' 0 'icj-eligible --rules -o json' \
	'^{"citation": "4-101(2)(d)", "from": "'

# -- A terminal ------------------------------------------------------------------------

cat >typist.py <<'EOF'
import os, pty, subprocess, sys
outer, inner = pty.openpty()
p = subprocess.Popen(sys.argv[1:], stdin=inner, stdout=subprocess.PIPE,
                     stderr=subprocess.PIPE, start_new_session=True)
os.close(inner)
out, err = p.communicate(timeout=20)
sys.stdout.write("%d bytes, status %d\n" % (len(out), p.returncode))
sys.stdout.write(err.decode())
EOF
for tool in icj-eligible icj-permit icj-return icj-deadline icj-referral \
	icj-supervise icj-training icj-lint icj-vote icj-tally icj-dues \
	'icj-deadline --add 5b' 'icj-rule --classify'; do
	like "$tool on a terminal says how it is used" 0 \
		"python3 typist.py $tool" "^usage: ${tool%% *}"
	like "$tool on a terminal writes nothing, status 2" 0 \
		"python3 typist.py $tool" '^0 bytes, status 2$'
done
t 'facts need no records' 0 \
	'python3 typist.py icj-eligible -a 2015-04-20 plan_days=60 | sed "s/^[0-9]*//"' <<'EOF'
 bytes, status 0
EOF

finish
