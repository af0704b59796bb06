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
awk 'BEGIN { x = sprintf("%60s", ""); for (i = 0; i < 300000; i++)
	print "{\"remark\":\"" x "\"}"; print "{\"plan_days\":60}" }' >long.json
like 'there is an end to looking' 2 "icj-eligible $day long.json" ICJ305
printf '{"cases":[{"case_id":"1","plan_days":60}]}\n' >wrapped.json
t 'records in a list inside' 2 "icj-eligible $day -o csv wrapped.json" <<'EOF'
--- stderr
icj-eligible: wrapped.json: no key is known that could decide anything: the records stand in a list, cases; take them out, as jq '.cases[]' does [ICJ305]
EOF

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

finish
