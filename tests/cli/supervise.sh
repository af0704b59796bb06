#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-supervise: its columns, its verdicts and its status.  The cases of the
# rules are tested in tests/unit.
# shellcheck source=tests/lib.sh disable=SC2317
. "$(dirname -- "$0")/../lib.sh"

cat >cases.csv <<'EOF'
case_id,report_items,violation_disposition,sanctions_apply,violation_replied,reply_items,offense_suspected,violation_discovered
A,date;description;documents;efforts;recommendation,no,no,2015-06-09,action;action-date,no,2015-06-01
B,date;documents;efforts;recommendation,no,no,,,no,2015-06-01
C,date;description;documents;efforts;recommendation,,no,,,no,2015-06-01
D,,,,2015-06-09,action,,2015-06-01
E,,,,,,no,2015-06-01
F,date,no,perhaps,,,no,2015-06-01
EOF
cat >absent.csv <<'EOF'
case_id,absconder_since,absconder_report_items,locate_efforts,warrant_notified,adult_sentence_longer,offense_suspected,receiving_state_consents
G,2015-05-27,address;telephone;last-contact;how-determined,residence;school-or-employer;family-and-contacts,,no,no,
H,2015-05-28,address;last-contact;how-determined,residence;family-and-contacts,,no,yes,no
I,2015-06-09,,,2015-06-10,,yes,
EOF

# -- Rows -------------------------------------------------------------------

t 'reports and replies' 3 'icj-supervise -a 2015-06-10 cases.csv' <<'EOF'
case_id,report_items,violation_disposition,sanctions_apply,violation_replied,reply_items,offense_suspected,violation_discovered,supervise_report,supervise_absconder_report,supervise_search,supervise_reply,supervise_lacking,supervise_retake,supervise_retake_rule,supervise_close,supervise_close_rule,supervise_close_from,supervise_condition,supervise_condition_cost,supervise_sanction_cost,supervise_treatment_cost,supervise_problems,supervise_missing,supervise_assumed,supervise_edition,supervise_basis,supervise_note
A,date;description;documents;efforts;recommendation,no,no,2015-06-09,action;action-date,no,2015-06-01,complete,,,complete,,yes,5-103(3),,,,,,,,,,charges_pending,2015-01-01,text,"whether to retake is the sending state's decision, which the receiving state does not review (5-103(3))"
B,date;documents;efforts;recommendation,no,no,,,no,2015-06-01,incomplete,,,,description,yes,5-103(3),,,,,,,,,,charges_pending,2015-01-01,text,"whether to retake is the sending state's decision, which the receiving state does not review (5-103(3))"
C,date;description;documents;efforts;recommendation,,no,,,no,2015-06-01,unknown,,,,,yes,5-103(3),,,,,,,,,violation_disposition,charges_pending,2015-01-01,text,"whether to retake is the sending state's decision, which the receiving state does not review (5-103(3))"
D,,,,2015-06-09,action,,2015-06-01,,,,incomplete,action-date,unknown,5-103(3)(a),,,,,,,,,offense_suspected; receiving_state_consents,,2015-01-01,text,
E,,,,,,no,2015-06-01,,,,,,yes,5-103(3),,,,,,,,,,charges_pending,2015-01-01,text,"whether to retake is the sending state's decision, which the receiving state does not review (5-103(3))"
F,date,no,perhaps,,,no,2015-06-01,invalid,,,,,,,,,,,,,,,,,,,sanctions_apply: not yes or no
--- stderr
icj-supervise: cases.csv:7:4: sanctions_apply: not yes or no [ICJ101]
EOF
t 'absconders' 0 'icj-supervise -a 2015-06-10 absent.csv' <<'EOF'
case_id,absconder_since,absconder_report_items,locate_efforts,warrant_notified,adult_sentence_longer,offense_suspected,receiving_state_consents,supervise_report,supervise_absconder_report,supervise_search,supervise_reply,supervise_lacking,supervise_retake,supervise_retake_rule,supervise_close,supervise_close_rule,supervise_close_from,supervise_condition,supervise_condition_cost,supervise_sanction_cost,supervise_treatment_cost,supervise_problems,supervise_missing,supervise_assumed,supervise_edition,supervise_basis,supervise_note
G,2015-05-27,address;telephone;last-contact;how-determined,residence;school-or-employer;family-and-contacts,,no,no,,,complete,complete,,,yes,5-103(3),may,5-102(3); 5-104(4),,,,,,,,charges_pending,2015-01-01,text,"the absconder report is measured by 5-102(2) alone; 5-102(2) calls it a violation report, for which 5-103(1) has a list of its own; whether to retake is the sending state's decision, which the receiving state does not review (5-103(3)); judged as of 2015-06-10"
H,2015-05-28,address;last-contact;how-determined,residence;family-and-contacts,,no,yes,no,,incomplete,unknown,,telephone,no,5-103(3)(a),may-not,5-102(3); 5-104(1)(a); 5-104(4),2015-06-11,,,,,,school_or_employer_known,expiry_noticed; accepted,2015-01-01,text,"the absconder report is measured by 5-102(2) alone; 5-102(2) calls it a violation report, for which 5-103(1) has a list of its own; on what is on file now, the receiving state may close from 2015-06-11; judged as of 2015-06-10"
I,2015-06-09,,,2015-06-10,,yes,,,,,,,unknown,5-103(3)(a),may,5-102(3); 5-104(4),,,,,,,receiving_state_consents,,2015-01-01,text,judged as of 2015-06-10
EOF
icj-supervise -a 2015-06-10 absent.csv 2>/dev/null |
    awk 'NR == FNR { line[NR] = $0; next }
	index($0, line[FNR] ",") == 1 { print line[FNR] }' absent.csv - >back
same 'what came in goes out as it was' absent.csv back

# -- Status -----------------------------------------------------------------

C='icj-supervise -c -a 2015-06-10 >out'
t 'check: complete' 0 "sed -n '1p;2p' cases.csv | $C" </dev/null
t 'check: an incomplete report' 1 "sed -n '1p;3p' cases.csv | $C" </dev/null
t 'check: a report not known' 1 "sed -n '1p;4p' cases.csv | $C" </dev/null
t 'check: an incomplete reply' 1 "sed -n '1p;5p' cases.csv | $C" </dev/null
t 'check: nothing on file' 0 "sed -n '1p;6p' cases.csv | $C" </dev/null
t 'check: an incomplete absconder report' 1 \
	"sed -n '1p;3p' absent.csv | $C" </dev/null
t 'check: that a case may be closed is no reason' 0 \
	"sed -n '1p;2p' absent.csv | $C" </dev/null
t 'without it the verdicts do not matter' 0 \
	"sed -n '1p;3p' cases.csv | icj-supervise -a 2015-06-10 >out" </dev/null

# -- Facts ------------------------------------------------------------------

t 'prose' 0 'icj-supervise -a 2015-06-10 sending_state=TX receiving_state=OK \
	    absconder_since=2015-06-01 fee_imposed=yes \
	    condition_imposed_by=receiving would_impose_on_own=no \
	    "absconder_report_items=address;last-contact;how-determined"' \
	    <<'EOF'
Absconder report: incomplete
Lacking: telephone
May the sending state retake now: unknown (5-103(3)(a))
May the receiving state close now: unknown (5-104(1)(a))
It may from: 2015-06-15
Condition: barred
Cost of the condition: not-sending
Wrong with the supervision: 5-101(2); 5-101(5)
What could still decide it:
- suspected of an offense in the receiving state (offense_suspected)
- the receiving state consents to the retaking (receiving_state_consents)
- an adult sentence is longer than the juvenile one (adult_sentence_longer)
- the sending state was told of the sentence in writing
    (adult_sentence_notified)
- a copy of the adult order was sent (adult_order_sent)
Presumed, as nobody said otherwise: not yet: notice that the case closes
    because the order expires (expiry_noticed); day of an approval (accepted).
Next: receiving state (OK): May close the case. (5-102(3); 5-104(4)) From
    2015-06-15: waiting.
Rules as effective 2015-01-01.
Note: a supervision fee is barred for either state (5-101(5)); the absconder
    report is measured by 5-102(2) alone; 5-102(2) calls it a violation
    report, for which 5-103(1) has a list of its own; on what is on file now,
    the receiving state may close from 2015-06-15; judged as of 2015-06-10.

What comes next, in order:
1. receiving state (OK): Send the next written progress report; sooner where
   there is a concern or the placement changes. (5-101(4)) Limit: 90 calendar
   days.
2. receiving state (OK): May close the case. (5-102(3); 5-104(4)) From
   2015-06-15: waiting.
3. sending state (TX): Once the juvenile is found, decide on the return, or
   ask that supervision resume. (5-102(4))

5-101(2), not met: The receiving state adds only such conditions as it would
    impose on its own juveniles. (condition_imposed_by is receiving,
    would_impose_on_own is no)
5-101(5), not met: Neither state imposes a supervision fee. (fee_imposed is
    yes)
5-101(9), met: Collecting restitution is not the only purpose. Presumed
    absent: only_restitution
5-102(2)(a), not met: The absconder report has the last known address and
    telephone number. (absconder_report_items is address; last-contact;
    how-determined)
5-102(2)(b), met: The absconder report has the date of the last personal
    contact. (absconder_report_items is address; last-contact; how-determined)
5-102(2)(c), met: The absconder report says how the absconding was determined.
    (absconder_report_items is address; last-contact; how-determined)
5-102(2)(d), met: The absconder report has the charges pending in the
    receiving state, if any. (absconder_report_items is address; last-contact;
    how-determined) Presumed absent: charges_pending
5-102(3), not met: The receiving state may close on notice of the sending
    state's warrant, or after 10 business days of absconding. (absconder_since
    is 2015-06-01)
5-103(3)(a), unknown: An offense in the receiving state is suspected, and that
    state has not consented to the retaking. Not known: offense_suspected,
    receiving_state_consents
5-103(3)(b), not met: Form IA/VI is signed, so that a return needs no further
    court step. Presumed absent: ia_vi_signed
5-104(1)(a), unknown: The receiving state may close where an adult court there
    passed a sentence longer than the juvenile one, once it has told the
    sending state in writing and sent the order. Not known:
    adult_sentence_longer, adult_sentence_notified, adult_order_sent
5-104(1)(b), not met: The receiving state may close 5 business days after its
    notice that the order expires, unless notified otherwise. Presumed absent:
    expiry_noticed
5-104(2), not met: The receiving state may close, with written notice, where
    the juvenile is not placed within 90 calendar days of acceptance. Presumed
    absent: accepted
5-104(4), not met: The receiving state may close on notice of the sending
    state's warrant, or after 10 business days of absconding. (absconder_since
    is 2015-06-01)
7-103, not met: Charges are pending where the juvenile is, and that state has
    not consented to the return. Presumed absent: charges_pending
Not applicable: 2-104(1), 2-104(2), 5-101(6), 5-102(1)(a), 5-102(1)(b),
    5-102(1)(c), 5-103(1)(a), 5-103(1)(b), 5-103(1)(c), 5-103(1)(d),
    5-103(1)(e), 5-103(1)(f), 5-103(1)(g), 5-103(2).

Contents:
5-102(2)(a): absconder report, address: there or not called for
5-102(2)(a): absconder report, telephone: not there
5-102(2)(b): absconder report, last-contact: there or not called for
5-102(2)(c): absconder report, how-determined: there or not called for
5-102(2)(d): absconder report, pending-charges: there or not called for

Who decides:
2-105(1): notification of victims: sending
4-103(5): registration of a juvenile sex offender: receiving
5-101(1): standards of supervision: receiving
5-101(2): conditions added during supervision: receiving
5-101(3): enforcement and sanctions: both
5-101(7): age of majority: sending
5-101(7): duration of supervision: sending
5-101(7): type of incarceration, if a court there detains: receiving
5-101(8): restitution and fines, paid there on the schedule it gives: sending
5-102(4): return of an absconder who is found, or supervision resumed: sending
5-103(2): action on a violation: sending
5-103(3): retaking, not reviewed in the receiving state: sending
5-104(1): discharge, but for 5-104(1)(a) and (b): sending
5-104(3): early release: sending
EOF

like 'who pays a sanction' 0 'icj-supervise sanction_imposed_by=receiving' \
	'^Cost of the sanction: receiving$'
T='treatment_ordered_by=sending treatment_available_through_agency=no'
like 'who pays treatment' 0 "icj-supervise $T treatment_other_payor=no" \
	'^Cost of the treatment: sending$'
like 'the other reading' 0 "icj-supervise $T treatment_other_payor=yes" \
	'read literally'
L='communication=local communication_copied_to=both'
like 'local offices, not approved by both' 0 \
	"icj-supervise $L communication_approved_by=one" \
	'^Wrong with the supervision: 2-104(1)$'
like 'local offices, approved and copied' 0 \
	"icj-supervise $L communication_approved_by=both" '^2-104(1), met'
like 'local offices, approval not known' 0 "icj-supervise $L" \
	'^- how many of the two offices approved that beforehand'
like 'strict: what is not on file' 0 \
	'icj-supervise --strict -a 2015-06-10 absconder_since=2015-06-09 \
	    adult_sentence_longer=no' \
	'^May the receiving state close now: unknown (5-104(1)(b); 5-104(2))'
like 'closed days move it' 0 "
	printf 'date,state,name\n2015-06-02,OK,flood\n' >closed.csv
	icj-supervise -a 2015-06-10 -H closed.csv receiving_state=OK \
	    absconder_since=2015-05-27 adult_sentence_longer=no" \
	'^It may from: 2015-06-11'
like 'a list that is not vouched for to the end' 0 "
	printf '# valid-through: 2015-06-05\n' >closed.csv
	printf 'date,state,name\n2015-06-02,OK,flood\n' >>closed.csv
	icj-supervise -o csv -a 2015-06-10 -H closed.csv receiving_state=OK \
	    absconder_since=2015-05-27 adult_sentence_longer=no" \
	'runs past the last day that a holiday list is vouched for'
like 'the edition of the violation' 0 \
	'icj-supervise -o csv violation_discovered=2016-02-01' ',2016-02-01,deduced,'
like 'only current wordings' 3 \
	'icj-supervise --require-current -o csv \
	    violation_discovered=2026-04-01' invalid
like 'rules' 0 'icj-supervise --rules' \
	'^5-103(1)(g) .*2014-04-01  2016-02-01'
like 'fields' 0 'icj-supervise --fields' '^locate_efforts .*5-102(1)'
like 'help has the columns' 0 'icj-supervise --help-all' 'supervise_close_from'

# close HEADER ROW OPTION...: whether the receiving state may, and what is missing
close() {
	printf '%s\n%s\n' "$1" "$2" >close.csv
	shift 2
	icj-supervise -a 2015-06-01 -o json "$@" close.csv |
		sed 's/.*supervise_close": "\([^"]*\).*supervise_missing": "\([^"]*\).*/\1: \2/'
}
A=accepted,already_residing,offense_suspected,adult_sentence_longer
t 'a placement is late only where there could be an arrival' 0 \
	"close $A 2015-01-02,no,no,no; close $A 2015-01-02,no,no,no -s arrived=
	close $A 2015-01-02,yes,no,no -q; close $A,arrived 2015-01-02,no,no,no,
	close $A 2015-05-02,no,no,no -q" <<'END'
unknown: arrived
may: 
may-not: 
may: 
may-not: 
--- stderr
icj-supervise: close.csv:1: warning: no column arrived: whether a placement is late is unknown; --map names a column, and --set arrived= says that all its cells are empty [ICJ351]
END

finish
