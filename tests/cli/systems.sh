#!/bin/sh
# SPDX-License-Identifier: MIT
# systems.sh - each label and value of the Commission's systems is read as ours:
# a record that has it is answered as one with our own word, and otherwise than
# one without.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# answer NAME VALUE OTHER,... VALUE,...: the columns behind the record
answer() {
	printf '%s,%s\n%s,%s\n' "$1" "$3" "$2" "$4" |
		$tool -q -a 2025-03-10 -o csv 2>/dev/null | sed 1d |
		if [ "${tool%% *}" = icj-deadline ]; then
			cat
		else
			cut -d, -f "$((2 + $(echo "$3" | tr -cd , | wc -c)))-" |
				sed 's/^[^,]*,//'
		fi
}

# reads LABEL VALUE FIELD OURS OTHER,... VALUE,...
reads() {
	answer "$1" "$2" "$5" "$6" >theirs
	answer "$3" "$4" "$5" "$6" >ours
	answer remark '' "$5" "$6" >without
	same "$tool: $1: $2" ours theirs
	[ -s ours ] && ! cmp -s ours without
	report $? "$tool: it matters, $3"
}

# -- Which kind of case, of what type -----------------------------------------

tool=icj-eligible
for word in 'Transfer of Supervision' Transfer; do
	reads Type "$word" case_type transfer \
		'To Receiving State or Holding State,plan_days' PR,120
done
tool=icj-return
reads 'Case Type' Return case_type return \
	'To Receiving State or Holding State,From Sending State or Home/Demanding State,return_type,detained_at,agrees_to_return,form_iii_received' \
	PR,TX,runaway,2025-03-02,yes,2025-03-03
tool=icj-eligible
reads 'Case Type' Travel case_type travel \
	'To Receiving State or Holding State,plan_days' PR,120

tool=icj-return
while IFS=: read -r theirs ours; do
	reads 'Return Type' "$theirs" return_type "$ours" \
		in_custody,agrees_to_return,abuse_suspected,detained_at \
		yes,no,no,2025-03-02
done <<'END'
Absconder:absconder
Probation/Parole Absconder:absconder
Accused Delinquent:accused-delinquent
Accused Status Offender:accused-status-offender
Escapee:escapee
Runaway:runaway
END

# -- The decision --------------------------------------------------------------

tool=icj-referral
for word in Approve Approved Accept Accepted; do
	reads Decision "$word" decision approve supervision,arrived \
		probation,2025-03-02
done
for word in Deny Denies Denied Rejected; do
	reads Decision "$word" decision deny \
		supervision,denial_grounds,home_evaluation \
		probation,unsuitable-placement,unsuitable
done
reads 'Detailed Justification If Supervision Not Recommended' 'The house burned down.' \
	denial_justified yes \
	supervision,decision,denial_grounds,home_evaluation,decided_by,decision_signed,guardian_in_sending_state,transfer_requested \
	probation,deny,unsuitable-placement,unsuitable,designee,yes,yes,2024-05-01
# What the field officer recommends decides nothing alone.
for word in Recommended 'Not Recommended' recommended not-recommended; do
	answer Recommendation "$word" supervision,decision probation,deny >theirs
	answer remark '' supervision,decision probation,deny >without
	same "$tool: a recommendation decides nothing: $word" without theirs
done

# -- Returns ---------------------------------------------------------------------

tool='icj-deadline --duty voluntary-return'
reads 'Submit Form III to H/D' 2025-03-03 form_iii_received 2025-03-03 \
	home_state,returned TX,2025-03-05
reads 'Pickup from HS' 2025-03-05 returned 2025-03-05 \
	home_state,form_iii_received TX,2025-02-24
for word in Granted Approved; do
	reads Granted "$word" return_extension_approved_by both \
		form_iii_received,return_extension_requested,returned \
		2025-02-03,2025-02-07,
done
reads Granted Denied return_extension_approved_by one \
	form_iii_received,return_extension_requested,returned \
	2025-02-03,2025-02-07,
reads '5 Bus-Day Ext' 2025-02-12 return_extension_requested 2025-02-12 \
	form_iii_received,return_extension_approved_by,returned \
	2025-02-03,both,
t 'an approved one without a date is as long as it may be' 0 \
	"printf 'Submit Form III to H/D,5 Bus-Day Ext,Granted,Pickup by H/D Due,Pickup from HS\n2025-02-03,2025-02-07,Granted,2025-02-11,2025-02-18\n' |
	$tool -a 2025-03-10 | cut -d, -f 10,11,14" <<'END'
due,extended_to,status
2025-02-10,2025-02-18,met
END
t 'the due date of the system is passed through' 0 \
	"printf 'Submit Form III to H/D,Pickup by H/D Due,returned\n2025-02-03,2025-02-11,\n' |
	$tool -a 2025-03-10 --keep 'Pickup by H/D Due' | cut -d, -f 1,11" <<'END'
Pickup by H/D Due,due
2025-02-11,2025-02-10
END

# -- Days, people, papers --------------------------------------------------------

tool=icj-eligible
for label in 'Maximum Probation / Parole Date' \
	'Maximum Parole/Probation Expiration Date' \
	'Maximum Parole Expiration Date' 'Maximum Probation Expiration Date'; do
	reads "$label" 2025-04-01 supervision_ends 2025-04-01 \
		transfer_requested 2025-03-01
done
t 'who is responsible, where, and when the case was opened' 0 \
	"printf 'Assigned To,Zone,Case Opened,accepted,last_progress_report\nLin,North,2025-01-02,2025-01-09,\n' |
	icj-deadline -q -a 2025-03-10 --duty progress-report \
	    --keep worker,zone,case_opened | cut -d, -f 1-4" <<'END'
worker,zone,case_opened,duty
Lin,North,2025-01-02,progress-report
END

tool=icj-referral
papers=supervision,sex_offender,victim_assistance_needed,transfer_requested
while IFS=: read -r theirs ours; do
	reads Documents "$theirs" documents "$ours" "$papers" \
		parole,no,yes,2024-05-01
done <<'END'
Form IA/VI:form-ia-vi
Form VI:form-vi
Form VI:form-ia-vi
Arrest Report(s):arrest-report
Arrest Reports:arrest-report
Conditions of Parole:parole-conditions
Victim Supplement Notification Form:victim-supplement-notification-form
Victim Notification Form:victim-supplement-notification-form
Photograph:photograph
Supervision Summary:supervision-summary
Cover Letter:other
School Records:other
END
reads Documents 'Form VII' documents travel-permit \
	supervision,sex_offender,guardian_in_sending_state,guardian_in_receiving_state,permit_issued,permit_purpose,transfer_requested \
	parole,no,no,yes,2024-05-01,transfer-pending,2024-05-01
like 'a paper of no list is another, with a note' 0 \
	"icj-referral -q -o csv supervision=parole 'documents=Birth Record'" \
	'a document that is not in the list counts as other'

finish
