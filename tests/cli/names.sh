#!/bin/sh
# SPDX-License-Identifier: MIT
# What a column may be called: our names however written, the labels that
# offices have on screen, an office's own through --map, and near misses.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note

# verdict HEADER VALUE: the record with 90 days planned as of 2015-01-01
verdict() {
	printf '%s,plan_days\n%s,91\n' "$1" "$2" |
		icj-eligible -a 2015-01-01 -o csv 2>err | tail -1
}

# -- Our names --------------------------------------------------------------

for name in plan_days PLAN_DAYS Plan-Days 'plan days' ' plan_days ' '"plan_days"' \
	'"Plan days"'; do
	like "'$name' is plan_days" 0 \
		"printf '%s\n90\n' '$name' | icj-eligible -a 2015-01-01" \
		'^90,no,4-101(2)(d),'
done
like 'after a byte-order mark' 0 \
	"printf '\357\273\277plan_days\n90\n' | icj-eligible -a 2015-01-01" \
	'^90,no,4-101(2)(d),'
like 'in JSON' 0 "echo '{\"PLAN days\": 90}' | icj-eligible -a 2015-01-01" \
	'"eligible": "no"'
like 'in YAML' 0 "echo 'Plan-Days: 90' | icj-eligible -a 2015-01-01" '^eligible: .no.$'

# -- Labels -----------------------------------------------------------------

for label in 'Maximum Parole/Probation Expiration Date' \
	'Maximum Parole Expiration Date' 'Maximum Probation Expiration Date' \
	'maximum expiration date' max_expiration supervision_ends; do
	verdict "transfer_requested,$label" 2015-01-01,2015-04-01 |
		grep -q ',no,4-101(2)(e),'
	report $? "$label is supervision_ends"
done
for label in 'To Receiving State or Holding State' to_state \
	'From Sending State or Home/Demanding State' from_state; do
	for type in transfer travel TRANSFER; do
		verdict "case_type,$label" $type,PR | grep -q ',no,4-101(1),'
		report $? "$label in a case of $type"
	done
	verdict "Type,$label" transfer,PR | grep -q ',no,4-101(1),'
	report $? "$label with the label of the type"
	verdict "case_type,$label" return,PR | grep -q ',unknown,'
	report $? "$label in a return is another state"
	verdict "$label" PR | grep -q ',unknown,'
	report $? "$label without a type is passed through"
	[ "$(grep -c ICJ323 err)" -eq 1 ]
	report $? "with one warning"
	printf '%s,plan_days\n%s,91\n' "$label" PR |
		icj-eligible -a 2015-01-01 --set case_type=transfer |
		grep -q ',no,4-101(1),'
	report $? "$label and --set case_type"
done
t 'one warning, however many records' 0 \
	'printf "%s\n" to_state,plan_days PR,90 PR,90 PR,90 |
	icj-eligible -a 2015-01-01 | cut -d, -f 1-4' <<'EOF'
to_state,plan_days,eligible,eligible_rule
PR,90,no,4-101(2)(d)
PR,90,no,4-101(2)(d)
PR,90,no,4-101(2)(d)
--- stderr
icj-eligible: <stdin>:2:1: warning: this column has two meanings; without case_type it is only passed through [ICJ323]
EOF
like 'the label and the field, both given' 3 \
	'printf "%s\n" case_type,to_state,receiving_state,plan_days transfer,TX,TX,90 |
	icj-eligible' 'receiving_state: given in two columns'
like 'the label over a field that is set: not read' 0 \
	'printf "%s\n" case_type,to_state,plan_days transfer,Atlantis,90 |
	icj-eligible -a 2015-01-01 -s receiving_state=TX' ',90,no,4-101(2)(d),'
like 'a type that is none of ours does not matter by itself' 0 \
	'printf "%s\n" type,plan_days probation,90 | icj-eligible -a 2015-01-01' \
	'^probation,90,no,'
like 'but does where it has to tell two meanings apart' 3 \
	'printf "%s\n" type,to_state,plan_days probation,TX,90 | icj-eligible' \
	'case_type: not one of'

# -- An office's own names --------------------------------------------------

cat >map.yaml <<'EOF'
# their name: our_name
Length of Plan: plan_days
"To State": receiving_state
EOF
for o in -m --map=; do
	t "$o FILE" 0 \
		"printf '%s\n' 'length-of-plan,TO STATE' 90,TX 91,PR |
		icj-eligible -a 2015-01-01 $o${o#--map=}map.yaml 2>/dev/null ||
		printf '%s\n' 'length-of-plan,TO STATE' 90,TX 91,PR |
		icj-eligible -a 2015-01-01 ${o%=} map.yaml" <<EOF
length-of-plan,TO STATE,$H
90,TX,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-01-01
91,PR,no,4-101(1),,,2015-01-01,text,judged as of 2015-01-01
EOF
done
echo 'Length of Plan: plan_dayz' >bad.yaml
t '--map: an unknown field, with the nearest' 2 \
	'echo plan_days | icj-eligible -m bad.yaml' <<'EOF'
--- stderr
icj-eligible: bad.yaml:1: Length of Plan: mapped to no field of ours; did you mean plan_days [ICJ308]
EOF
echo 'Length of Plan: shoe_size' >bad.yaml
t '--map: an unknown field, none near' 2 \
	'echo plan_days | icj-eligible -m bad.yaml' <<'EOF'
--- stderr
icj-eligible: bad.yaml:1: Length of Plan: mapped to no field of ours [ICJ308]
EOF
like '--map: a file that is not there' 2 'echo plan_days | icj-eligible -m gone' \
	'^icj-eligible: gone: No such file'
like '--map: a folder' 2 'echo plan_days | icj-eligible -m .' '^icj-eligible: \.: '
echo '[1, 2]' >bad.yaml
like '--map: no mapping' 2 'echo plan_days | icj-eligible -m bad.yaml' 'ICJ2'
echo '{a: [b' >bad.yaml
like '--map: no YAML' 2 'echo plan_days | icj-eligible -m bad.yaml' 'ICJ208'
: >empty.yaml
like '--map: empty' 0 'printf "plan_days\n90\n" | icj-eligible -m empty.yaml -a 2015-01-01' \
	'^90,no,'
echo 'Days: plan_days' >days.yaml
like 'two maps' 0 'printf "Days,To State\n91,PR\n" |
	icj-eligible -m map.yaml -m days.yaml -a 2015-01-01' '^91,PR,no,4-101(1),'
like 'a map outweighs a label and a name' 0 \
	'printf "to_state: plan_days\nplan_days: worker\n" >m;
	printf "to_state,plan_days\n90,X\n" | icj-eligible -m m -a 2015-01-01' \
	'^90,X,no,4-101(2)(d),'
like 'mapped twice to one field, both given' 3 \
	'printf "a: plan_days\nb: plan_days\n" >m;
	printf "a,b\n90,90\n" | icj-eligible -m m' 'plan_days: given in two columns'
awk 'BEGIN { for (i = 0; i < 400; i++) printf "n%d: plan_days\n", i }' >many.yaml
awk 'BEGIN { for (i = 0; i < 400; i++) printf "%sn%d", i ? "," : "", i
	print ""; for (i = 0; i < 399; i++) printf ","; print 90 }' >many.csv
like 'four hundred names for one field' 0 \
	'icj-eligible -m many.yaml -a 2015-01-01 many.csv' ',90,no,4-101(2)(d),'
like 'a map in JSON' 0 'echo "{\"Length of Plan\": 90}" |
	icj-eligible -m map.yaml -a 2015-01-01' '"eligible": "no"'

# -- Near misses ------------------------------------------------------------

near() { # near COLUMN FIELD
	printf '%s,plan_days\nx,90\n' "$1" |
		icj-eligible -a 2015-01-01 >out 2>err
	if [ -n "$2" ]; then
		echo "icj-eligible: <stdin>:1:1: warning: column $1 is not known; $2 is [ICJ321]" |
			cmp -s - err
		report $? "$1 is nearly $2"
	else
		[ ! -s err ]
		report $? "$1 is near nothing"
	fi
	[ "$(tail -1 out | cut -d, -f 1-3)" = x,90,no ]
	report $? "$1 is passed through"
}

near plan_day plan_days
near plan_dyas plan_days
near planned_days ''
near adjudicatoin adjudication
near supervision_end supervision_ends
near Residense residence
near receving_state receiving_state
near school_name ''
near notes ''
near id ''
# near a field, but not one that this tool reads
near permit_issue ''
t 'a near miss in YAML is warned about once' 0 \
	'printf "plan_dayz: 1\nplan_days: 90\n---\nplan_dayz: 1\nplan_days: 90\n" |
	icj-eligible -a 2015-01-01 | grep -c "^eligible: .no.$"' <<'EOF'
2
--- stderr
icj-eligible: <stdin>:1: warning: column plan_dayz is not known; plan_days is [ICJ321]
EOF
t 'the nearest of an operand' 2 'icj-eligible juvinile_in_sending_state=yes' <<'EOF'
--- stderr
icj-eligible: juvinile_in_sending_state: no such field; did you mean juvenile_in_sending_state [ICJ302]
EOF

finish
