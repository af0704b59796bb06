#!/bin/sh
# SPDX-License-Identifier: MIT
# Columns as offices call them: how a name is written, which words more it may
# have, what only looks like a field, what a map says of names and values.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# -- How a name is written ---------------------------------------------------

# deadline HEADER VALUE: what icj-deadline says of a referral received there
deadline() {
	printf '%s\n%s\n' "$1" "$2" |
		icj-deadline -a 2015-07-15 --duty local-home-evaluation \
		-s home_evaluation_done= 2>err | tail -n +2
}
for name in '"referral
received"' '"Referral
 Received"' 'Referral  Received' "$(printf 'Referral\302\240Received')" \
	"$(printf 'Referral\tReceived')" "$(printf 'Referral\342\200\223Received')" \
	"$(printf 'Referral\342\210\222received')" \
	"$(printf '\342\200\216Referral \342\200\213Received\357\273\277')" \
	"$(printf 'referral_received\342\200\254')" 'Referral - Received'; do
	deadline "$name" 2015-03-02 | grep -q '^local-home-evaluation,'
	report $? "$(printf '%s' "$name" | tr '\n' ' ') is referral_received"
	[ ! -s err ]
	report $? "and nothing is said of it"
done
like 'the same in a label' 0 "printf 'Case  Closure\302\240Date,referral_received\n2015-03-20,2015-03-02\n' |
	icj-deadline -a 2015-07-15" ',closed,'
like 'and in a map' 0 "printf '\"Got \302\240It\": referral_received\n' >m
	printf 'got it\n2015-03-02\n' | icj-deadline -m m -a 2015-07-15" '^local-home'
like 'and in JSON' 0 "printf '{\"Referral\342\200\257Received\": \"2015-03-02\"}\n' |
	icj-deadline -a 2015-07-15" 'local-home'

# -- A neutral word more ------------------------------------------------------

for name in 'Referral Received Date' 'Date Referral Received' 'referral_received_dt' \
	'Referral Received On' 'Day Referral Received' 'Referral Received (Date)'; do
	deadline "$name" 2015-03-02 | grep -q '^local-home-evaluation,' && [ ! -s err ]
	report $? "$name is referral_received"
	printf '{"%s": "2015-03-02"}\n' "$name" | icj-deadline -a 2015-07-15 2>err |
		grep -q local-home-evaluation && [ ! -s err ]
	report $? "$name is in JSON, too"
done
for pair in 'Date Closed:closed' 'Closed Dt:closed' \
	'Last QPR Date:last_progress_report' 'Detained At Time:detained_at' \
	'Detained At Date/Time:detained_at' 'Departed On:departure'; do
	like "$pair" 3 "printf 'accepted,%s\n,x\n' '${pair%:*}' | icj-deadline" \
		"<stdin>:2:2: ${pair#*:}: "
done
like 'HE Sent Date' 3 "printf 'referral_received,HE Sent Date\n2015-03-02,x\n' |
	icj-deadline" '<stdin>:2:2: home_evaluation_sent: '
like 'no time field, no time' 0 "printf 'Closed Time,accepted\nx,\n' | icj-deadline" \
	'column Closed Time is not read'
like 'a question is no date' 0 "printf 'Closed? Date,accepted\nx,\n' |
	icj-deadline" 'column Closed? Date is not read'
t 'the very name goes before' 0 \
	"printf '%s\n' 'Date Referral Received,referral_received' 2015-01-01,2015-03-02 |
	icj-deadline -a 2015-07-15 --duty home-evaluation -s home_evaluation_sent= |
	cut -d, -f 1,8 | tail -1" <<'EOF'
home-evaluation,2015-03-02
--- stderr
icj-deadline: <stdin>:1:1: warning: columns Date Referral Received and referral_received could both be referral_received: only the second is read; a line in a --map file says which one is [ICJ341]
EOF
t 'two such: neither' 0 \
	"printf '%s\n' 'Date Closed,Closed Day,home_evaluation_sent,referral_received' 2015-03-03,2015-03-04,,2015-03-02 |
	icj-deadline -a 2015-07-15 --duty home-evaluation | cut -d, -f 1,14 | tail -1" <<'EOF'
home-evaluation,overdue
--- stderr
icj-deadline: <stdin>:1:1: warning: columns Date Closed and Closed Day could both be closed: neither is read; a line in a --map file says which one is [ICJ341]
EOF
t 'two such and the very name, which stands last' 0 \
	"printf '%s\n' 'Date Closed,Closed Day,closed,home_evaluation_sent,referral_received' 2015-03-03,2015-03-04,,,2015-03-02 |
	icj-deadline -a 2015-07-15 --duty home-evaluation | cut -d, -f 1,14 | tail -1" <<'EOF'
home-evaluation,overdue
--- stderr
icj-deadline: <stdin>:1:1: warning: columns Date Closed and closed could both be closed: only the second is read; a line in a --map file says which one is [ICJ341]
icj-deadline: <stdin>:1:2: warning: columns Closed Day and closed could both be closed: only the second is read; a line in a --map file says which one is [ICJ341]
EOF
t 'and a map settles it' 0 \
	"echo 'Closed Day: closed' >m
	printf '%s\n' 'Date Closed,Closed Day,home_evaluation_sent,referral_received' 2015-03-03,2015-03-04,,2015-03-02 |
	icj-deadline -m m -a 2015-07-15 2>/dev/null | cut -d, -f 1,14 | sed -n 3p" <<'EOF'
home-evaluation,closed
EOF
like 'in JSON a record that gives both is invalid' 3 \
	'echo "{\"closed\": \"2015-03-03\", \"Date Closed\": \"2015-03-04\"}" | icj-deadline' \
	'closed: given in two columns'

# -- Names that look like a field's -------------------------------------------

# looks COLUMN FIELD: not read, and one warning names the field and the line
looks() {
	printf '"%s",accepted\nx,\n' "$1" |
		icj-deadline -a 2015-01-01 --duty progress-report -s last_progress_report= >out 2>err
	s=$?
	case $2 in
	-) [ $s -eq 0 ] && [ ! -s err ] ;;
	*) [ $s -eq 0 ] && [ "$(wc -l <err)" -eq 1 ] &&
		grep -q -F -e "column $1 is not" err && grep -q -F -e "$2" err ;;
	esac
	report $? "$1: $2"
}
while IFS=: read -r name field; do
	looks "$name" "$field"
done <<'EOF'
Ref. Received:referral_received
RefReceived:referral_received
Ref Pkt Rec'd:packet_received or referral_received
Close Date:closed
Case Closing Date:closed
Withdrew:withdrawn
Depart Date:departure
Violation Rept Date:violation_report_received
Form 3 Received:form_iii_received
Ext Req:return_extension_requested
FT Student:full_time_student
Ref #:case_id
Ref:case_id
Ref No.:case_id
Phone Ext.:-
Closed By:closed
Returned To:returned
Referral Received (RS): Referral Received (RS): referral_received
Referral Received Notes:referral_received
Referral Rec'd:referral_received
Referral Recd by RS:referral_received
ReferralReceivedDate:referral_received
Received:packet_received
Received Date:referral_received
Sent:referral_sent
Evaluation Sent:home_evaluation_sent
Sending:sending_state
Sending State Code:sending_state
receiving_state_code:receiving_state
Detained:detained_at
Date Detained:detained_at
Released:released_at
Return Date:returned
Arrival Date:arrived
Closure Date:closed
Departure Place:departure
Supervision Type:supervision
Type of Supervision:supervision
Requisition:requisition_received
Requisition Received Time:requisition_received
Permit Expiration Date:permit_expires
QPR:last_progress_report
Violation Report Date:violation_report_received
Decision By:decision
Date of Decision:decision
Case Worker:worker
Date Withdrawn By Court:withdrawn
Referral Received; RS:referral_received
Closed | By:closed
guardianinreceivingstate:guardian_in_receiving_state
HearingExtensionApprovedBy:hearing_extension_approved_by
Closed.:closed
Closed*:closed
State:-
Date:-
Date/Time:-
Name:-
Case Number:case_id
Case No.:case_id
Case Status:-
Workflow Status:-
Minimum Parole/Probation Expiration Date:-
Sending State Compact Office Assign:-
Pickup by H/D Due:-
Juvenile's First Name:-
Juvenile Name:-
Last Name:-
Sex:-
Race:-
Gender:-
County:-
Notes:-
Date Notes:-
Comments:-
Officer:-
Officer Name:-
Worker Phone:-
Supervision Officer:-
Supervision Level:-
Departure City:-
Home Address:-
Offense:-
Offense Type:-
School Name:-
Due Date:-
Days Left:-
Created By:-
Last Updated:-
Home Evaluation Due:-
Next QPR Due:-
ID:case_id
DOB:-
Zone:-
EOF
t 'a colon at the end, in the first column, too' 0 \
	"printf 'Closed:,Withdrawn:,accepted\n,,2015-01-02\n' |
	icj-deadline --duty placement -s arrived= -o json --only met" <<'EOF'
--- stderr
icj-deadline: <stdin>:1:1: warning: column Closed: is not known; closed is [ICJ321]
icj-deadline: <stdin>:1:2: warning: column Withdrawn: is not known; withdrawn is [ICJ321]
EOF
like 'no word of the key where it is there, or kept' 0 \
	"printf 'ID,case_id,accepted\n1,2,\n' | icj-deadline --duty progress-report -s last_progress_report=
	printf 'ID,accepted\n1,\n' | icj-deadline --duty progress-report -s last_progress_report= --keep ID
	printf 'ID,accepted\n1,\n' | icj-deadline --duty progress-report -s last_progress_report= -s case_id=x
	echo none" '^none'
[ "$(grep -c ICJ340 "$DIR/got.out")" -eq 0 ]
report $? 'none indeed'
# shellcheck disable=SC2016 # for the shell that runs it
t 'a key of JSON once, wherever it comes' 0 \
	'for i in 1 2 3; do echo "{\"accepted\": \"2015-01-0$i\", \"Closed By\": \"x\"}"; done |
	icj-deadline -a 2015-01-01 --only late' <<'EOF'
--- stderr
icj-deadline: <stdin>:1: warning: column Closed By is not read; should it be closed, a line in a --map file says so: Closed By: closed [ICJ340]
EOF
like 'a key inside of another' 0 \
	'echo "{\"plan_days\": 90, \"receiving_state\": {\"code\": \"TX\"}}" | icj-eligible -a 2015-01-01' \
	'column receiving_state_code is not read; should it be receiving_state,'
like 'what another tool reads is not named' 0 \
	"printf 'Plan Days Planned,accepted\n9,\n' | icj-deadline; echo none" '^none'

# -- What is not read ---------------------------------------------------------

t 'a header that is not the first line is where its messages are' 0 \
	"printf 'Cases,,,\n\nreferral_received,Sent HE,Date Closed,Closed On\n2015-01-02,,,\n' |
	icj-deadline -a 2015-03-01 2>&1 >/dev/null | cut -d: -f3 | uniq -c |
	tr -s ' '
	printf 'Cases,,\n\nreferral_received,case_id,duty\n2015-01-02,a,b\n' |
	icj-return -a 2015-03-01 2>&1 >/dev/null | cut -d: -f3" <<'EOF'
 4 3
3
3
EOF
t '--unread' 0 "printf 'plan_days,Race,accepted,worker\n90,x,,y\n' |
	icj-eligible -a 2015-01-01 --unread -s plan_days=90 | tail -1 | cut -d, -f 5" <<'EOF'
no
--- stderr
icj-eligible: <stdin>:1:1: column plan_days is not read: --set gives its field [ICJ343]
icj-eligible: <stdin>:1:2: column Race is not read: no field has this name [ICJ343]
icj-eligible: <stdin>:1:3: column accepted is not read: this tool does not ask for its field [ICJ343]
icj-eligible: <stdin>:1:4: column worker is not read: this tool does not ask for its field [ICJ343]
EOF
t 'columns of another tool' 0 "printf 'plan_days,case_id\n60,1\n' |
	icj-permit -a 2015-04-20 | tail -1 | cut -d, -f 1-3" <<'EOF'
60,1,unknown
--- stderr
icj-permit: <stdin>:1: warning: no column is there that icj-permit asks for; --fields lists them [ICJ345]
EOF
for header in worker zone,receiving_state; do
	t "what names or places a record decides nothing: $header" 2 \
		"printf '%s\n' $header TX,TX | icj-eligible -a 2015-01-01" <<'EOF'
--- stderr
icj-eligible: <stdin>:1: no column is known that could decide anything; --map names an office's own columns, --fields lists ours [ICJ305]
EOF
done
like 'a tally of nothing' 2 "printf 'plan_days,case_id\n60,1\n' | icj-tally" \
	'no column is counted: transfer_requested.*ICJ344'

# -- Maps: lines, and values --------------------------------------------------

printf 'Referral Recvd: referral_received\nFile No: case_id\nX: plan_days\n' >m
t 'a line that meets no column' 0 \
	"printf 'File No,x,accepted\nA,1,\n' | icj-deadline --duty progress-report -s last_progress_report= -m m | wc -l" <<'EOF'
1
--- stderr
icj-deadline: m:1: warning: Referral Recvd: no input has this column [ICJ342]
EOF
t 'under --strict it is refused' 2 \
	"printf 'File No,x,accepted\nA,1,\n' | icj-deadline --duty progress-report -s last_progress_report= --strict -m m" <<'EOF'
--- stderr
icj-deadline: m:1: Referral Recvd: no input has this column [ICJ342]
EOF
t 'in JSON it shows at the end' 0 \
	"echo '{\"File No\": 1, \"X\": 90}' | icj-eligible -a 2015-01-01 -m m | wc -l" <<'EOF'
1
--- stderr
icj-eligible: m:1: warning: Referral Recvd: no input has this column, for whose field icj-eligible does not ask [ICJ342]
EOF
printf 'X: plan_days\nA: referral_received\nNo: residence\nB: detained_at\nC: travel_hours\n' >all
t 'lines of the fields of other tools hide none' 0 \
	"printf 'X\n60\n' | icj-eligible -a 2015-01-01 -m all | wc -l" <<'EOF'
2
--- stderr
icj-eligible: all:3: warning: No: no input has this column [ICJ342]
icj-eligible: all:2: warning: A and 2 more: no input has these columns, for whose fields icj-eligible does not ask [ICJ342]
EOF
t 'under --strict they are refused, too' 2 \
	"printf 'X\n60\n' | icj-eligible --strict -a 2015-01-01 -m all" <<'EOF'
--- stderr
icj-eligible: all:3: No: no input has this column [ICJ342]
icj-eligible: all:2: A and 2 more: no input has these columns, for whose fields icj-eligible does not ask [ICJ342]
EOF
echo 'x: plan_days' >again
t 'two maps of one column: each has met it' 0 \
	"printf 'X,accepted\n60,\n' | icj-eligible -a 2015-01-01 -m again -m m 2>&1 |
	    grep again; echo none" <<'EOF'
none
EOF
echo '# nothing yet' >empty.yaml
t 'a map that says nothing' 0 \
	"printf 'plan_days\n60\n' | icj-permit -q -m empty.yaml >out
	printf 'plan_days\n60\n' | icj-eligible -a 2015-01-01 -m empty.yaml | wc -l" <<'EOF'
2
--- stderr
icj-eligible: empty.yaml: warning: an empty map: it names no column and no value [ICJ347]
EOF
for name in 'Travel Start Date:travel_starts' 'Permit Eff. Date:permit_effective' \
	'Permit Receipt Date:permit_received' 'Permit Recieved:permit_received'; do
	like "not read: $name" 0 "printf 'travel_hours,%s\n' '${name%:*}' |
		icj-permit" "column ${name%:*} is not .*${name#*:}"
done
t 'two columns of one name, of which one is kept' 0 \
	"printf 'x,x,case_id,closed\n1,2,A,2015-03-02\n' >two
	icj-deadline -a 2015-07-15 --keep x two | cut -d, -f1,2
	icj-deadline -a 2015-07-15 --keep x,x_2 two | cut -d, -f1-3" <<'EOF'
x,duty
1,file-retention
x,x_2,duty
1,2,file-retention
--- stderr
icj-deadline: two:1:2: warning: --keep x: there is x_2 as well, as a second column of one name is called; it is not kept [ICJ348]
EOF
cat >values.yaml <<'EOF'
Lives With: residence
Docs: documents
residence: {Mother: parent, "Aunt / Uncle": relative}
supervision: {JP: parole}
documents: {Packet Letter: other, Face Sheet: petition}
sex_offender: {S: yes, X: }
receiving_state: {Lone Star: TX}
EOF
t 'values of a map' 0 \
	"printf 'lives with\nmother\nAunt / uncle\nparent\n' |
	icj-eligible -a 2015-01-01 -m values.yaml -o yaml 2>/dev/null | grep -c 'eligible: unknown'" <<'EOF'
3
EOF
like 'in a list, too' 0 \
	"printf 'supervision,Docs\nJP,Face Sheet; form-iv\n' |
	icj-referral -a 2015-01-01 -m values.yaml 2>/dev/null" ',incomplete,4-102(3)(a),form-ia-vi; order-of-commitment,'
t 'each item of it' 0 \
	"printf 'supervision,Docs\nJP,form-iv;packet letter;FACE  SHEET\n' |
	icj-referral -a 2015-01-01 -m values.yaml -o card 2>/dev/null |
	grep -e expected -e 'not in the list'" <<'EOF'
referral_expected_documents: legal-and-social-history
EOF
printf 'closed: {Never: , Shut: 03/20/2015}\n' >days.yaml
t 'a day, in the order of --date-format' 0 \
	"printf 'closed,referral_received,home_evaluation_sent\nshut,03/02/2015,\nnever,03/02/2015,\n' |
	icj-deadline -a 2015-07-15 -m days.yaml --date-format mdy --duty home-evaluation |
	cut -d, -f 1,14" <<'EOF'
duty,status
home-evaluation,closed
home-evaluation,overdue
EOF
like 'and in JSON' 0 \
	"echo '{\"Docs\": [\"Face Sheet\"], \"supervision\": \"JP\", \"receiving_state\": \"lone star\"}' |
	icj-referral -a 2015-01-01 -m values.yaml 2>/dev/null" '"incomplete"'
like 'a value that neither has' 3 \
	"printf 'lives with\nuncle\n' | icj-eligible -m values.yaml 2>&1" \
	'residence: not one of the field.s values: parent, '
for bad in 'residense: {Mother: parent}|bad.yaml:1: residense: values can be given for a field of ours only; did you mean residence' \
	'residence: {Mother: mom}|bad.yaml:1: residence: Mother: mapped to no value of ours: not one of the field.s values: parent' \
	'residence: {Mother: {a: parent}}|bad.yaml:1: residence: a value of theirs leads to one of ours' \
	'plan_days: {Many: lots}|bad.yaml:1: plan_days: Many: mapped to no value of ours: not a whole number'; do
	printf '%s\n' "${bad%%|*}" >bad.yaml
	like "${bad%%|*}" 2 'printf "plan_days\n9\n" | icj-eligible -m bad.yaml' \
		"${bad#*|}"
done
printf 'A: plan_days\nA: worker\n' >bad.yaml
like 'a name twice' 2 'printf "plan_days\n9\n" | icj-eligible -m bad.yaml' \
	'bad.yaml:2: a key twice in one record'
t 'nothing on the right: no field of ours' 0 \
	"echo 'Closed By:' >m; printf 'Closed By,accepted\nx,\n' | icj-deadline --duty progress-report -s last_progress_report= -m m | wc -l" <<'EOF'
1
EOF
t 'a map of a field of another tool is fine' 0 \
	"echo 'Days: plan_days' >m; printf 'Days,accepted\n9,\n' | icj-deadline --duty progress-report -s last_progress_report= -m m | wc -l" <<'EOF'
1
EOF

# -- Labels and values of the Commission's systems ----------------------------

for type in 'Transfer of Supervision' Transfer Travel; do
	printf 'Type,to_state,plan_days\n%s,PR,91\n' "$type" |
		icj-eligible -a 2015-01-01 | grep -q ',no,4-101(1),'
	report $? "a type: $type"
done
t 'the report of voluntary returns' 0 \
	"printf '%s\n' 'Home/Demanding State (H/D),Holding State (HS),Return Type,Case Opened,Submit Form III to H/D,5 Bus-Day Ext,Granted,Pickup by H/D Due,Pickup from HS' \
	ID,UT,Runaway,03/02/2015,03/03/2015,03/09/2015,Approved,03/10/2015,03/17/2015 \
	ID,UT,Runaway,03/02/2015,03/03/2015,03/09/2015,Denied,03/10/2015,03/17/2015 |
	icj-deadline -a 2015-04-01 --date-format mdy --duty voluntary-return | cut -d, -f 1,8,10,11,13,14" <<'EOF'
duty,start,due,extended_to,days_left,status
voluntary-return,2015-03-03,2015-03-10,2015-03-17,0,met
voluntary-return,2015-03-03,2015-03-10,,-7,late
EOF
for state in 'W. Va.' 'TX - Texas' 'Commonwealth of Puerto Rico' USVI .Alabama; do
	printf 'receiving_state,plan_days\n%s,91\n' "$state" |
		icj-eligible -a 2015-01-01 >out
	report $? "a state: $state"
done
like 'never one of two' 3 "printf 'receiving_state,plan_days\nTX - Oklahoma,90\n' | icj-eligible" 'not a state'
like 'the values of a choice, of an operand' 3 'icj-eligible residence=Mother' \
	'residence: not one of the field.s values: parent, legal-guardian'
like 'and of --set' 2 "printf 'plan_days\n9\n' | icj-eligible -s residence=Mother" \
	'residence: not one of the field.s values: parent, legal-guardian'

# -- Whose a row is ------------------------------------------------------------

key() { # key NAME ROWS: so many times a column of that name is said not to be kept
	printf '%s,referral_received,home_evaluation_sent\n7,2024-05-06,\n' "$1" |
		icj-deadline -a 2024-06-03 2>&1 >/dev/null |
		grep -c '^icj-deadline: <stdin>:1:1: warning: column .* is not kept, so that rows do not say of which case they are; .* \[ICJ340\]$' >found
	[ "$(cat found)" = "$2" ]
	report $? "$1: $2"
}
for name in ID '#' Case 'Case #' 'Case No.' 'UNITY ID' JIDS_ID CaseNo 'ICJ File Number' \
	'Youth ID'; do
	key "$name" 1
done
like 'of JSON, too' 0 'echo "{\"id\": 7, \"referral_received\": \"2024-05-06\"}" |
	icj-deadline -a 2024-06-03' 'column id is not kept'
like 'and of YAML' 0 'printf "id: 7\nreferral_received: 2024-05-06\n" |
	icj-deadline -a 2024-06-03' 'column id is not kept'
for name in case_id 'Case ID' 'Worker ID' 'Sending State ID' No 'Zip No'; do
	key "$name" 0
done

finish
