#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-referral: its columns, its verdicts and its status.  The cases of the
# rules are tested in tests/unit.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=referral,referral_rule,referral_missing_documents
H=$H,referral_expected_documents,referral_later_documents,referral_early
H=$H,referral_early_rule,referral_responsible,referral_responsible_state
H=$H,referral_decision,denial,denial_rule,referral_missing,referral_assumed
H=$H,referral_edition,referral_basis,referral_note
IN=case_id,supervision,sex_offender,victim_assistance_needed,documents
IN=$IN,already_residing,guardian_in_sending_state,transfer_requested,Remark

cat >packets.csv <<EOF
$IN
A,probation,no,no,form-iv;form-ia-vi;order-of-adjudication-and-disposition;conditions-of-probation;arrest-report,yes,yes,2015-06-01,"one, two"
B,parole,no,no,form-iv;form-ia-vi,no,yes,2015-06-01,
C,probation,yes,yes,,no,no,2015-06-01,
D,none,,,,,,2015-06-01,
E,detention,no,no,form-iv;form-xx,,,2015-06-01,
F,,,,,,,2015-06-01,
EOF

# -- Rows -------------------------------------------------------------------

t 'a row of each kind' 3 'icj-referral -a 2015-06-10 packets.csv' <<EOF
case_id,supervision,sex_offender,victim_assistance_needed,documents,already_residing,guardian_in_sending_state,transfer_requested,Remark,referral,referral_rule,referral_missing_documents,referral_expected_documents,referral_later_documents,referral_early,referral_early_rule,referral_responsible,referral_responsible_state,referral_decision,denial,denial_rule,referral_missing,referral_assumed,referral_edition,referral_basis,referral_note
A,probation,no,no,form-iv;form-ia-vi;order-of-adjudication-and-disposition;conditions-of-probation;arrest-report,yes,yes,2015-06-01,"one, two",complete,4-102(3)(b),,legal-and-social-history,,judgement,8-101(4),sending,,,,,,accepted,2015-01-01,text,the rules neither provide for nor forbid the early placement of a probationer: travel is the judgement of the supervising person
B,parole,no,no,form-iv;form-ia-vi,no,yes,2015-06-01,,incomplete,4-102(3)(a),order-of-commitment,petition or arrest-report; legal-and-social-history,parole-conditions on release; form-v before placement,closed,4-102(3)(a),sending,,,,,,accepted,2015-01-01,text,
C,probation,yes,yes,,no,no,2015-06-01,,unknown,2-105(2); 4-102(3)(b),,,form-v before placement,unknown,4-103(1); 4-103(2),sending,,,,,documents; guardian_in_receiving_state; residence,accepted,2015-01-01,text,
D,none,,,,,,2015-06-01,,not-applicable,4-102(3),,,,,,sending,,,,,,accepted,2015-01-01,text,
E,detention,no,no,form-iv;form-xx,,,2015-06-01,,invalid,,,,,,,,,,,,,,,,supervision: not one of the field's values
F,,,,,,,2015-06-01,,unknown,2-105(2); 4-102(3)(a); 4-102(3)(b),,,,unknown,4-102(3)(a); 4-103(1); 4-103(2); 8-101(4),sending,,,,,supervision; documents; victim_assistance_needed; sex_offender; guardian_in_sending_state; guardian_in_receiving_state; residence,accepted,2015-01-01,text,"4-103(3) expects more of the packet of a juvenile sex offender, and whether this is one is not known"
--- stderr
icj-referral: packets.csv:6:2: supervision: not one of the field's values: probation, parole, none [ICJ102]
EOF

icj-referral -a 2015-06-10 packets.csv 2>/dev/null |
    awk 'NR == FNR { line[NR] = $0; next }
	index($0, line[FNR] ",") == 1 { print line[FNR] }' packets.csv - >back
same 'what came in goes out as it was' packets.csv back

# -- Status -----------------------------------------------------------------

C='icj-referral -c -a 2015-06-10 >out'
t 'check: complete' 0 "sed -n '1p;2p' packets.csv | $C" </dev/null
t 'check: incomplete' 1 "sed -n '1p;3p' packets.csv | $C" </dev/null
t 'check: unknown' 1 "sed -n '1p;4p' packets.csv | $C" </dev/null
t 'check: not applicable' 0 "sed -n '1p;5p' packets.csv | $C" </dev/null
t 'without it the verdicts do not matter' 0 \
	"sed -n '1p;3,4p' packets.csv | icj-referral -a 2015-06-10 >out" \
	</dev/null
t 'a column of ours is refused' 2 \
	"icj-referral -a 2015-06-10 --on-error skip packets.csv 2>/dev/null |
	icj-referral" <<'EOF'
--- stderr
icj-referral: <stdin>:1: a column of icj-referral is already there; --replace replaces it [ICJ304]
EOF
like 'an unknown fact' 2 'icj-referral documentz=form-iv' documents

# -- Facts ------------------------------------------------------------------

P='supervision=probation sex_offender=no victim_assistance_needed=no'
L=documents=form-iv\;form-ia-vi\;order-of-adjudication-and-disposition
L="'$L;conditions-of-probation;petition'"

t 'prose' 0 "icj-referral -a 2015-06-10 $P sending_state=TX \
	    receiving_state=OK already_residing=no \
	    anticipated_arrival=2015-07-06 packet_received=2015-06-01 \
	    transfer_requested=2015-06-05 guardian_in_sending_state=yes \
	    denial_grounds=age decision=deny decided_by=designee $L" <<'EOF'
The packet of the referral: complete (4-102(3)(b))
Placement before acceptance: judgement (8-101(4))
Responsible now: sending (TX)
Form of the decision: unknown
Denial: barred (4-104(3))
4-102(3)(b), met: The packet of a probationer has Form IV, Form IA/VI, the
    order of adjudication and disposition, the conditions of probation, and
    the petition or the arrest report. (supervision is probation, documents is
    form-ia-vi; form-iv; order-of-adjudication-and-disposition;
    conditions-of-probation; petition)
What could still decide it:
- the decision is signed (decision_signed)
Next: ICJ Office of the sending state (TX): Send the complete referral.
    (4-102(3)(b)) By 2015-06-08: overdue.
Rules as effective 2015-01-01.
Note: a denial is on file, and placement before acceptance is for where one is
    still sought; the rules neither provide for nor forbid the early placement
    of a probationer: travel is the judgement of the supervising person.

What comes next, in order:
1. ICJ Office of the sending state (TX): Send the complete referral.
   (4-102(3)(b)) By 2015-06-08: overdue.
2. local office in the receiving state (OK): Complete the home evaluation.
   (4-102(5)) Limit: 30 calendar days.
3. ICJ Office of the receiving state (OK): Send home evaluation and decision,
   or explain the delay. (4-102(6)) Limit: 45 calendar days.

1-101, not met: Juvenile sex offender: adjudicated for what the sending state
    sees as a sexual offense, or one who may have to register in either state.
    (sex_offender is no)
2-105(2), met: Where the supervising person is to help notify victims, the
    packet has the Victim Notification Form. (documents is form-ia-vi;
    form-iv; order-of-adjudication-and-disposition; conditions-of-probation;
    petition, victim_assistance_needed is no)
4-102, not met: Supervision is accepted; until then the sending state is
    responsible and no supervision is provided. (decision is deny)
4-102(3)(b), met: The packet of a probationer has Form IV, Form IA/VI, the
    order of adjudication and disposition, the conditions of probation, and
    the petition or the arrest report. (supervision is probation, documents is
    form-ia-vi; form-iv; order-of-adjudication-and-disposition;
    conditions-of-probation; petition)
4-104(1), met: The receiving state's compact administrator or designee
    decided. (decided_by is designee)
4-104(2), unknown: The decision is signed on or with the home evaluation. Not
    known: decision_signed
4-104(3), not met: The denial rests on more than age and offense.
    (denial_grounds is age)
4-104(4), not met: A ground to deny: the home evaluation finds the placement
    unsuitable. (denial_grounds is age)
4-104(4), not met: A ground to deny: the juvenile is not in substantial
    compliance with the terms of either state. (denial_grounds is age)
4-104(4), not met: The exception that defeats both grounds: a custodial parent
    or legal guardian resides in the receiving state and none remains in the
    sending state. (guardian_in_sending_state is yes)
5-101(6), unknown: The referral says who buys treatment services. Not known:
    treatment_payer_stated
8-101(4), met: For a probationer who is no sex offender the rules have no
    early placement; travel is at the supervising person's discretion.
    (supervision is probation, sex_offender is no)
Not applicable: 4-102(3)(a), 4-103(1), 4-103(2), 4-103(3), 4-103(4).

Documents:
4-102(3)(b): form-iv, demanded: there
4-102(3)(b): form-ia-vi, demanded: there
4-102(3)(b): order-of-adjudication-and-disposition, demanded: there
4-102(3)(b): conditions-of-probation, demanded: there
4-102(3)(b): petition or arrest-report, demanded: there
4-102(3)(b): legal-and-social-history, expected: not there
4-102(3)(b): form-v, owed before placement 2015-07-06: not there
EOF

like 'or: one of two will do' 0 "icj-referral -o csv $P $L" ',complete,'
like 'or: neither' 0 "icj-referral -o csv $P documents=form-iv" \
	'petition or arrest-report,'
like 'a fact in place of all records' 0 \
	'icj-referral -o csv -s documents=other --on-error skip packets.csv \
	    2>/dev/null || :' 'A,.*incomplete,'
like 'strict: an acceptance not on file' 0 \
	"icj-referral -a 2015-06-10 -o csv --strict $P $L" \
	',complete,.*,unknown,,,,,accepted,,'
like 'and of an arrival, since 2022' 0 \
	"icj-referral -a 2022-03-01 -o csv --strict $P $L" \
	',complete,.*,unknown,,,,,accepted; arrived,,'
like 'the edition of the request' 0 \
	"icj-referral -o csv $P $L transfer_requested=2016-02-01" ',2015-01-01,nearest,'
like 'only current wordings' 3 "icj-referral -o csv --require-current $P $L \
	    transfer_requested=2016-02-01" invalid
like 'closed days move a step' 0 "
	printf 'date,state,name\n2015-06-08,TX,flood\n' >closed.csv
	icj-referral -a 2015-06-08 -H closed.csv $P sending_state=TX \
	    packet_received=2015-06-01" 'By 2015-06-09: due'
like 'rules' 0 'icj-referral --rules' '^4-104(3) .*2012-03-01  2016-02-01'
like 'fields' 0 'icj-referral --fields' '^victim_assistance_needed .*2-105(2)'
like 'help has the columns' 0 'icj-referral --help-all' 'referral_later_documents'

finish
