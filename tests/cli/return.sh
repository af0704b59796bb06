#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-return: its columns, its verdicts, its steps and its status.
# shellcheck source=tests/lib.sh disable=SC2317
. "$(dirname -- "$0")/../lib.sh"

H=return_procedure,return_rule,return_forms,return_detention,return_escort,return_hold,return_bond,return_pays,return_detention_pays,return_missing,return_assumed,return_as_of,return_edition,return_basis,return_note
LAW='where a juvenile who is no runaway is held is the judgement of the holding court under its law (5-101(7))'
ESCORT="the escort is the judgement of the home state's ICJ Office (7-102(1))"

cat >held.csv <<'EOF'
case_id,home_state,holding_state,return_type,detained_at,abuse_suspected,guardian_present,agrees_to_return,endangering,risk,icpc,ia_vi_signed,charges_pending,adult_court,escort_waived_by_both
R-1,TX,OK,runaway,2015-07-02T20:00,no,yes,no,no,no,no,no,no,no,
R-2,TX,OK,runaway,2015-07-01T20:00,no,yes,yes,yes,no,no,no,no,no,
R-3,TX,OK,runaway,2015-07-01T20:00,no,yes,no,no,no,no,no,yes,no,
R-4,TX,OK,absconder,2015-07-01T20:00,no,yes,no,no,yes,no,no,no,no,
R-5,TX,OK,absconder,2015-07-01T20:00,no,yes,,no,yes,no,no,no,no,
R-6,PR,OK,absconder,2015-07-01T20:00,no,yes,no,no,yes,no,no,no,no,
EOF

t 'a row of each kind' 0 'icj-return -s released_at= -a 2015-07-06T20:00 held.csv' <<EOF
$(head -1 held.csv),$H
R-1,TX,OK,runaway,2015-07-02T20:00,no,yes,no,no,no,no,no,no,no,,release-to-parent,6-101(1)(a),,not-required,,,,,OK,,,2015-07-06T20:00,2015-01-01,text,the juvenile authorities of the holding state may release; they need not (6-101(1)(a))
R-2,TX,OK,runaway,2015-07-01T20:00,no,yes,yes,yes,no,no,no,no,no,,voluntary,6-102(4),form-iii; juvenile-rights-form,secure,judgement,,,TX,OK,,,2015-07-06T20:00,2015-01-01,text,$ESCORT
R-3,TX,OK,runaway,2015-07-01T20:00,no,yes,no,no,no,no,no,yes,no,,requisition-form-i,6-103(2),form-i; form-a,not-required,judgement,7-103,,TX,OK,holding_state_consents,,2015-07-06T20:00,2015-01-01,text,$ESCORT; whether the holding state consents is not known; without that no return (7-103)
R-4,TX,OK,absconder,2015-07-01T20:00,no,yes,no,no,yes,no,no,no,no,,requisition-form-ii,6-103A(2),form-ii,judgement,required,,,TX,OK,,,2015-07-06T20:00,2015-01-01,text,$LAW
R-5,TX,OK,absconder,2015-07-01T20:00,no,yes,,no,yes,no,no,no,no,,unknown,6-102(4); 6-103,,judgement,required,,,TX,OK,agrees_to_return,,2015-07-06T20:00,2015-01-01,text,$LAW
R-6,PR,OK,absconder,2015-07-01T20:00,no,yes,no,no,yes,no,no,no,no,,unclassified,1-101,,judgement,,,,,OK,,,2015-07-06T20:00,2015-01-01,text,one of the two states is not a compacting state: these rules do not bind it; $LAW
EOF

A='icj-return -s released_at= -c -a 2015-07-06T20:00 >out'
t 'check: released' 0 "sed -n '1p;2p' held.csv | $A" </dev/null
t 'check: voluntary' 0 "sed -n '1p;3p' held.csv | $A" </dev/null
t 'check: held' 1 "sed -n '1p;4p' held.csv | $A" </dev/null
t 'check: unknown' 1 "sed -n '1p;6p' held.csv | $A" </dev/null
t 'check: unclassified' 1 "sed -n '1p;7p' held.csv | $A" </dev/null

t 'a file that could not tell of a release' 0 \
	"sed -n '1p;4p' held.csv | icj-return -a 2015-07-06T20:00 -j 2 | cut -d, -f16
	printf 'detained_at,released_at\n2015-07-02,\n' | icj-return -a 2015-07-06 >out
	printf 'Detained On,In-Custody\n2015-07-02,yes\n' | icj-return -a 2015-07-06 >out
	printf '{\"detained_at\": \"2015-07-02\"}\n' | icj-return -a 2015-07-06 >out" <<'EOF'
return_procedure
unknown
--- stderr
icj-return: <stdin>:1: warning: no column released_at or in_custody: whether those detained are in custody is unknown; --map names a column, and --set released_at= says that all its cells are empty [ICJ351]
EOF

# custody HEADER ROW OPTION...: the method and what is missing, as of a Monday
custody() {
	printf '%s\n%s\n' "$1" "$2" >custody.csv
	shift 2
	icj-return -a 2015-07-06T20:00 "$@" -o json custody.csv 2>/dev/null |
		sed 's/.*return_procedure": "\([^"]*\).*return_missing": "\([^"]*\).*/\1: \2/'
}
C=detained_at,refusal_notified,return_type,holding_state,home_state,abuse_suspected
V=2015-07-01T20:00,2015-07-02,runaway,TX,OK,no
t 'detained, and no column of releases' 0 \
	"custody $C $V; custody $C $V -s released_at=
	custody $C,released_at $V,; custody $C,released_at $V,2015-07-02
	custody $C,in_custody $V,yes; custody $C,in_custody $V,no
	custody $C,in_custody $V," <<'EOF'
unknown: released_at; guardian_present; whereabouts_known
requisition-form-i: endangering; risk
requisition-form-i: endangering; risk
unknown: released_at; guardian_present; whereabouts_known
requisition-form-i: endangering; risk
unknown: released_at; guardian_present; whereabouts_known
unknown: released_at; guardian_present; whereabouts_known
EOF

like 'a minute later' 0 \
	"sed -n '1p;2p' held.csv | icj-return -s released_at= -a 2015-07-06T20:01" \
	',requisition-form-i,'
printf 'date,state,name\n2015-07-06,OK,Flood\n' >closed.csv
like 'a closed day of the holding state' 0 \
	"sed -n '1p;2p' held.csv | icj-return -H closed.csv -a 2015-07-07T20:00" \
	',release-to-parent,'

R='icj-return -a 2015-03-20 home_state=TX holding_state=OK'
F="$R return_type=runaway detained_at=2015-03-02T08:00 agrees_to_return=no \
abuse_suspected=no endangering=no refusal_notified=2015-03-04"
N='ran_away=yes fled_custody=no absconded=no adjudication=adjudicated-delinquent'
like 'prose' 0 "$F" '^Return of the juvenile: requisition-form-i'
like 'steps in order' 0 "$F" '^1\. whoever holds the juvenile (OK): Contact'
like 'who petitions' 0 "$F" 'legal guardian or custodial agency (TX): Petition'
like 'who petitions in their place' 0 "$F petitioner_willing=no" \
	'appropriate authority of the home state (TX): Start'
like 'the packet' 0 "$F" '^- affidavit verifying the petition (6-103(2)(a)(1))'
like 'what the court may examine' 0 "$F" 'Examine only whether the requisition'
like 'retaking' 0 "$R transferred=yes ia_vi_signed=yes" \
	'Show the signed Form IA/VI'
like 'no rule fits' 0 "$R in_custody=yes agrees_to_return=no \
abuse_suspected=yes $N" 'Ask the Commission in writing'

like 'a date of the duties' 0 "$F" '2015-05-03: due\|By$'
like 'which icj-deadline has too' 0 'icj-deadline -a 2015-03-20 -o csv \
	return_type=runaway in_custody=yes refusal_notified=2015-03-04' \
	'^requisition,6-103(2),.*,2015-05-03,'
W="sending_state=OH receiving_state=TX retake_decided=2015-06-01"
like 'retaking with a signed form' 0 \
	"icj-return -a 2015-07-06 $W ia_vi_signed=yes" '^5-103(3)(b), met'
like 'strict: a form nobody mentions' 0 \
	"icj-return --strict -a 2015-07-06 -o yaml $W icpc=no" \
	'^return_missing: .*ia_vi_signed'
N="icj-return -a 2015-07-15 home_state=OH holding_state=TX risk=no in_custody=no \
whereabouts_known=yes"
for type in escapee runaway; do
	like "no limit for a petition without custody: $type" 0 \
		"! $N return_type=$type | grep Limit:.60 && echo none" \
		'^none'
	like "and the step is there: $type" 0 \
		"$N return_type=$type" '^2\..*(OH):'
done
like 'a limit where there is custody' 0 \
	'icj-return -a 2015-07-15 home_state=OH holding_state=TX in_custody=yes \
	    agrees_to_return=no return_type=escapee' 'Limit: 60'
like 'a hearing where bond is barred' 0 \
	"$R return_type=absconder in_custody=yes agrees_to_return=no \
	    warrant_no_bond=yes holding_law_allows_bond=yes" '(7-104(2); 7-105'
cat >ended.csv <<'EOF'
date,state,name
2015-03-02,TX,x
2015-03-02,OH,x
# valid-through: 2015-03-04
EOF
L="icj-return -o json -H ended.csv home_state=OH holding_state=TX \
return_type=runaway agrees_to_return=yes risk=no abuse_suspected=no \
icpc=no ia_vi_signed=no adult_court=no charges_pending=no"
P=due_process_notified=2015-03-03
like 'a count past the list vouched for' 0 \
	"$L -a 2015-03-20 in_custody=yes $P" '7-105(1) runs past the'
like 'which strict does not rely on' 0 \
	"$L -a 2015-03-20 in_custody=yes $P --strict" \
	'detention_pays": ""'
like 'a list that goes far enough' 0 \
	"! $L -a 2015-02-20 in_custody=yes \
	    due_process_notified=2015-02-16 | grep 'runs past' && echo none" \
	'^none'
like 'the 24 hours past it' 0 \
	"$L -a 2015-03-08 detained_at=2015-03-05T10:00 \
	    guardian_present=yes" '24 hours run past the'
like 'and strict' 0 \
	"$L -a 2015-03-08 detained_at=2015-03-05T10:00 \
	    guardian_present=yes --strict" 'procedure": "unknown"'
like 'rules' 0 'icj-return --rules' '6-103A(8)'
like 'fields' 0 'icj-return --fields' 'returning_refused_after_leave'
like 'strict' 0 'icj-return --strict -o csv in_custody=yes \
	agrees_to_return=yes abuse_suspected=yes' '; icpc; '

# shellcheck disable=SC2016
t 'a time whose place is not known: the place is missing, not the time' 0 \
	'for more in "" holding_state=KS detained_at=2026-11-27; do
	    set -- detained_at=2026-11-28T20:00 $more; [ "$more" = "${more#d}" ] || shift
	    icj-return -q -a 2026-11-30T23:09Z -o csv --show return_missing \
	        return_type=runaway agrees_to_return=yes "$@" | tail -n 1; done' <<'END'
holding_state; abuse_suspected; guardian_present
abuse_suspected; guardian_present
detained_at; abuse_suspected; guardian_present
END

finish
