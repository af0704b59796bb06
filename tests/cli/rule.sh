#!/bin/sh
# SPDX-License-Identifier: MIT
# rule.sh - icj-rule: reading, listing, classifying, and scenarios.
# shellcheck disable=SC1091,SC2016
. "$(dirname -- "$0")/../lib.sh"

# -- Reading ----------------------------------------------------------------

t 'a paragraph' 0 "icj-rule '5-104(5)'" <<'EOF'
Rule 5-104(5): Closure of Cases
  The ICJ Office keeps a closed file for a year before it may be destroyed.
  In force: since 2013-04-01, at least until 2016-02-01
  Wordings: 2010-03-01; 2011-01-01; 2012-03-01; 2013-04-01
  Here: dated duty (DUR)
  See: icj-deadline
  Duty: file-retention (keep, 1 year): The ICJ Office keeps the file of a
      closed case.
  Reading: through the anniversary; of 29 February, the 28th
  Held of file-retention:
    5-104(5), from 2013-04-01 to 2016-02-01, text, ICJ Rules effective January
        1, 2015: The ICJ Office keeps the file of a closed case. (1 year)
    From 2016-02-01 on not known.
EOF
t 'a term that is gone says since when' 0 "icj-rule Relocate | sed -n '/Held/,\$p'" <<'EOF'
  Held of term-relocate:
    1-101 Relocate, from 2011-01-01 to 2024-04-01, text, ICJ Rules effective
        January 1, 2015: A stay of more than 90 consecutive days in another
        state.
    Gone since 2024-04-01: the word has its ordinary meaning.
EOF
t 'a number of a later wording' 0 "icj-rule 'rule 8-101.1.b.v'" <<'EOF'
Rule 8-101(1)(b)(v): Travel Permits
  No paragraph of the text of 2015 has this number; later wordings do.
  Held of permit-victim-law:
    8-101(1)(h), from 2014-04-01 to 2016-02-01, text, ICJ Rules effective
        January 1, 2015: The juvenile was transferred and either state's law
        requires that victims be notified.
    8-101(1)(b), from 2020-03-01 to 2024-04-01, deduced, the wordings before
        and after: the same.
    8-101(1)(b)(v), from 2024-04-01 to 2026-04-01, restated, bench book 11.0,
        2024: the same.
    From 2026-04-01 on not known.
EOF
t 'a rule that is new later' 0 'icj-rule 2-107 2-108 | grep "^Rule\|Held"' <<'EOF'
Rule 2-107
  Held of council-meeting:
  Held of council-report:
Rule 2-108
  Held of emergency-suspension:
  Held of suspension-grounds:
  Held of suspension-ends:
  Held of suspension-limits:
EOF
t 'the limbs of a number that is new later' 0 "icj-rule '9-103(3)(d)' '9-102(2)(b)(ii)' | grep '^Rule\|Held of'" <<'EOF'
Rule 9-103(3)(d): Enforcement Actions Against a Defaulting State
  Held of vote-suspension-vote:
  Held of vote-suspension-told:
Rule 9-102(2)(b)(ii): Formal Resolution of Disputes and Controversies
  Held of arbitrator-there:
  Held of arbitrators-at-most:
  Held of arbitrator-neutral:
  Held of arbitrators-from-list:
EOF

# -- Terms that are gone ----------------------------------------------------

S='--term Relocate stays="2024-05-01;2024-09-30"'
t 'the last day of a term' 0 "icj-rule --classify -a 2024-03-31 -o csv $S | cut -d, -f2-7" <<'EOF'
terms,terms_unknown,terms_missing,terms_assumed,terms_edition,terms_basis
Relocate,,,,2022-03-01,text
EOF
t 'the day on which it is gone' 0 "icj-rule --classify -a 2024-04-01 -o csv $S | cut -d, -f2-7" <<'EOF'
terms,terms_unknown,terms_missing,terms_assumed,terms_edition,terms_basis
,,,,,
EOF
like 'prose says so' 0 "icj-rule --classify -a 2024-04-01 --explain $S" \
	'^1-101 Relocate, not in force'

# -- Two days ---------------------------------------------------------------

t 'what became of it between two days' 0 "icj-rule --compare 2024-03-31,2024-04-01 |
	sed -n '/^  permit-weapon/,/^  permit-testing/p'" <<'EOF'
  permit-weapon
    was 8-101(1)(a): The juvenile was adjudicated and is on supervision for an
        offense with a weapon.
    is 8-101(1)(a)(iii): The juvenile was adjudicated, or that is deferred,
        and is on supervision for an offense with a weapon.
  permit-testing
EOF
t 'what is gone' 0 "icj-rule --compare=2024-03-31,2024-04-01 |
	sed -n '/^  term-relocate/,/Gone/p'" <<'EOF'
  term-relocate
    1-101 Relocate: A stay of more than 90 consecutive days in another state.
    Gone since 2024-04-01: the word has its ordinary meaning.
EOF
t 'what is new' 0 "icj-rule --compare 2020-02-29,2020-03-01 | sed -n '/^New/,/^Gone/p' | grep -A 2 council-m" <<'EOF'
  council-meeting
    2-107: Each member has a State Council that meets at least once a year.
  council-report
EOF
t 'time runs forward, whichever is named first' 0 'icj-rule --compare 2014-05-01,2015-06-01 >there
	icj-rule --compare 2015-06-01,2014-05-01 | cmp - there' </dev/null
t 'one day' 0 'icj-rule --compare 2015-06-01,2015-06-01 | grep -c "^Renumbered\|^Changed\|^New\|^Gone"; true' <<'EOF'
0
EOF
for days in 2015-06-01 '2015-06-01,' 2015-02-30,2016-01-01 x,y ''; do
	like "no two days: $days" 2 "icj-rule --compare '$days'" \
		'two days are asked for'
done
# -- Between two days, held against what is known of them --------------------

# Provision, what became of it, its number and limit before and after ("-":
# none), and since when it is gone.
cat >became <<'EOF'
adjudicated-or-deferred same 4-101(2)(b) 4-101(2)(b) - - -
airport-notice changed 7-107(3) 7-107(3) 48_hours_before 48_hours_before -
commercial-ground new - 7-106(6) - - -
committee-draft not-known 2-103(2) - next_annual_meeting_in_an_odd_year - -
council-meeting new - 2-107 - - -
council-report new - 2-107 - - -
denied-residing new - 4-104(7) - 5_business_days -
departure-notice changed 4-104(5) 4-104(6) within_5_business_days_before before_the_day -
detention-hearing gone 7-105(3) - 10_business_days - 2016-02-01
due-process-return changed 7-101;_7-105(1) 7-101(1) 5_business_days 5_business_days -
early-release-answer not-known 5-104(3) - 60_calendar_days - -
emergency-procedure not-known 2-103(10) - 90_calendar_days - -
failed-placement-return gone 4-104(6);_5-103(4) - 5_business_days - 2020-03-01
failed-supervision-reply new - 5-103A(3) - 10_business_days -
file-retention not-known 5-104(5) - 1_year - -
forward-case gone 4-102 - 5_business_days - 2022-03-01
home-evaluation renumbered 4-102(6) 4-102(4) 45_calendar_days 45_calendar_days -
joins-household changed 4-101(2)(f)(1) 4-101(2)(f)(i) - - -
judicial-review not-known 2-103(9) - 60_calendar_days - -
local-home-evaluation gone 4-102(5) - 30_calendar_days - 2018-03-01
not-eligible renumbered 4-101(4) 4-101(5) - - -
parole-form-vi changed 4-102(3)(a) 4-102(2)(a)(i) - - -
parole-photograph new - 4-102(2)(a)(i) - - -
parole-referral renumbered 4-102(3)(a) 4-102(2)(a)(i) 45_calendar_days_before 45_calendar_days_before -
permit-end same 8-101(3) 8-101(3) 90_calendar_days_counting_the_first 90_calendar_days_counting_the_first -
permit-weapon changed 8-101(1)(c) 8-101(1)(a)(iii) - - -
probation-referral not-known 4-102(3)(b) - 5_business_days - -
referral-justified new - 4-104(4) - - -
registration-advice renumbered 4-103(2)(c) 4-103(3)(c) 5_business_days 5_business_days -
requisition-hearing not-known 6-103(4);_6-103A(4) - 30_calendar_days - -
retake changed 5-103(3)(d) 5-103(3)(d) 5_business_days 5_business_days -
return-bond changed 7-104(2) 7-104(4) - - -
return-runaway changed 1-101 1-101 - - -
revision-challenge not-known 2-103(11) - 30_calendar_days - -
sole-restitution changed 5-101(9) 4-101(4) - - -
stay-over-90-days changed 4-101(2)(d) 4-101(2)(d) - - -
term-non-adjudicated gone 1-101_Non-Adjudicated_Juveniles - - - 2018-03-01
term-relocate gone 1-101_Relocate - - - 2024-04-01
termination-notice not-known 9-103(4) - 60_calendar_days - -
violation-notice gone 5-103 - 10_business_days - 2016-02-01
voluntary-return renumbered 6-102(8) 6-102(10) 5_business_days 5_business_days -
withdrawal-notice not-known 9-105(2) - 60_calendar_days - -
EOF
icj-rule --compare 2015-06-01,2024-06-01 -o csv | awk '
	{
		out = ""
		quoted = 0
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			if (c == "\"")
				quoted = !quoted
			else if (c == "," && !quoted)
				out = out "\t"
			else
				out = out c
		}
		print out
	}' >rows
awk -F '\t' 'NR > 1 {
		for (i = 1; i <= NF; i++) {
			gsub(" ", "_", $i)
			if ($i == "")
				$i = "-"
		}
		print $1, $2, $3, $7, $5, $9, $11
	}' rows | sort >is
cut -d ' ' -f 1 became | sort | join - is >found
same 'what became of each provision is what is known of it' became found
t 'as rows, none of them twice' 0 'cut -f 1 rows | sort | uniq -d' </dev/null
rows=$(($(wc -l <rows) - 1))
t 'in each format as many' 0 \
	"for f in json yaml; do
		icj-rule --compare 2015-06-01,2024-06-01 -o \$f |
			grep -c 'provision\"*: '
	done; icj-rule --compare 2015-06-01,2024-06-01 -o table | sed 1d |
		grep -c '^[a-z]'" <<EOF
$rows
$rows
$rows
EOF
icj-rule --compare 2015-06-01,2024-06-01 >prose
t 'the prose has as many of a kind' 0 \
	"sed -n '/^New:/,/^Gone:/p' prose | grep -c '^  [a-z]'
	sed -n '/^Gone:/,/^Not known/p' prose | grep -c '^  [a-z]'" <<EOF
$(awk -F '\t' '$2 == "new"' rows | grep -c .)
$(awk -F '\t' '$2 == "gone"' rows | grep -c .)
EOF
t 'what came and is gone again' 0 \
	"icj-rule --compare 2015-06-01,2021-06-01 -o csv | grep -c '^host-removal,new,'
	icj-rule --compare 2015-06-01,2024-06-01 -o csv | grep -c '^host-removal,'; true" <<'EOF'
1
0
EOF
like 'a full disk under it' 4 \
	'icj-rule --compare 2015-06-01,2024-06-01 -o csv >/dev/full' 'cannot write'

# -- Edition by edition --------------------------------------------------------

# How often a word comes first among what becomes of a paragraph of 2015, in the last
# column but one.
first() {
	icj-rule --list -o csv | sed '370q' | sed 's/,[^,]*$//' | grep -c ",\"*$1[^,]*\"*\$"
}
t 'items of a list, and questions, are known no longer than what names them' 0 \
	"icj-rule --list -o csv | sed -n '/^6-103(2)(b)(4),/p
		/^6-103A(2)(a)(1),/p; /^6-103(2)(d),/p' | awk -F, '{ print \$1, \$(NF - 1) }'" <<'EOF'
6-103(2)(b)(4) not known
6-103(2)(d) not known
6-103A(2)(a)(1) not known
EOF
t 'what was said otherwise in 2015 is changed, not new to us' 0 \
	"icj-rule --compare 2015-01-01,2024-04-01 | awk '/^[A-Z]/ { under = \$0 }
		/^  (default-sanctions|electronic-system)\$/ { print under \$1 }'" <<'EOF'
Changed:electronic-system
Changed:default-sanctions
EOF
t 'the figures are those of the list' 0 \
	"icj-rule --figures | sed -n '1p; /^2024/p' | cut -d , -f 1-10" <<EOF
edition,computed,dated duty,document list,judgement,duty without a measure,gone,definition,heading,not known
2024-04-01,$(first computed),$(first 'dated duty'),$(first 'document list'),$(first judgement),$(first 'duty without'),$(first gone),$(first definition),$(first heading),$(first 'not known')
EOF
t 'what becomes of a paragraph by each edition' 0 \
	"for c in '5-103(2)' '4-102(5)' '4-101(4)' '5-104(3)' '7-105(3)' 7-108; do
		icj-rule --list -o csv \"\$c\" | sed -n 2p |
			awk -F, '{ print \$1 \": \" \$(NF-6) \", \" \$(NF-5) \", \" \$(NF-1) \", \" \$NF }'
	done" <<'EOF'
5-103(2): dated duty; document list, dated duty; document list, dated duty; document list, not known
4-102(5): not known, gone, gone, gone
4-101(4): computed, computed, computed, not known
5-104(3): not known, not known, not known, not known
7-105(3): not known, not known, not known, not known
7-108: gone, gone, gone, gone
EOF
t 'a paragraph with limbs' 0 "icj-rule 'rule 4-101.2.f'" <<'EOF'
Rule 4-101(2)(f): Eligibility Requirements for the Transfer of Supervision
  One of two ways to live there.
  In force: since 2014-04-01, until 2016-02-01
  Wordings: 2010-03-01; 2011-01-01; 2012-03-01; 2014-04-01
  Here: computed (PRED)
  See: icj-eligible
  Limbs:
    4-101(2)(f)(1): The juvenile will live with a parent, legal guardian,
        relative or non-relative, or alone, and not in a residential facility.
    4-101(2)(f)(2): The juvenile is a full-time student at an accredited
        school, college or university or a licensed training program, with
        proof of acceptance and enrollment.
EOF
t 'a term, and what else bears the word' 0 'icj-rule Absconder | sed -n "1p;/See also/,\$p"' <<'EOF'
Absconder (Rule 1-101)
See also:
  5-102: Absconder Under ICJ Supervision
  6-103A: Non-Voluntary Return of an Escapee, Absconder or Accused Delinquent
EOF
t 'words need no quotes' 0 'icj-rule sex offender | head -1' <<'EOF'
Juvenile Sex Offender (Rule 1-101)
EOF
t 'both rules of one number' 0 'icj-rule 6-104 | grep ^Rule; icj-rule 9-101 | grep ^Rule' <<'EOF'
Rule 6-104: ICPC Recognition
Rule 6-104[rescinded]: Return of Juveniles Whose ICJ Placement Has Failed
Rule 9-101: Informal Communication to Resolve Disputes or Controversies and Obtain Interpretation of the Rules
Rule 9-101[expired]: Transition Rule
EOF
t 'who judges' 0 "icj-rule '6-103(2)(b)(3)' | sed -n '/Here/,/See/p'" <<'EOF'
  Here: judgement (PRED)
  Because: the text leaves the finding to the judge
  Left to: judge in the home state
  See: icj-return
EOF
t 'several at once' 0 'icj-rule 7-103 7-101 | grep ^Rule' <<'EOF'
Rule 7-103: Charges Pending in Holding/Receiving State
Rule 7-101: Financial Responsibility
EOF
t 'no such paragraph' 2 "icj-rule '4-101(2)(g)'" <<'EOF'
--- stderr
icj-rule: 4-101(2)(g): no such paragraph or term; the nearest is 4-101(2) [ICJ306]
EOF
t 'a number of long ago' 2 'icj-rule 4-105' <<'EOF'
--- stderr
icj-rule: 4-105: no such paragraph; until 2014-04-01 that was the number of 2-104 [ICJ306]
EOF
like 'no such term' 2 'icj-rule jso' '^icj-rule: jso: no such paragraph or term; the nearest is '
t 'a term misspelt' 2 'icj-rule abscondar' <<'EOF'
--- stderr
icj-rule: abscondar: no such paragraph or term; the nearest is 1-101 Absconder [ICJ306]
EOF
t 'one found, one not' 2 'icj-rule 7-103 4-199 | head -1; icj-rule 7-103 4-199 >/dev/null 2>&1' <<'EOF'
Rule 7-103: Charges Pending in Holding/Receiving State
--- stderr
icj-rule: 4-199: no such paragraph or term; the nearest is 4-104 [ICJ306]
EOF
t 'rows instead of prose' 0 "icj-rule -o csv '5-104(5)'" <<'EOF'
cite,disposition,kinds,who,tool,row,duties,title,from,until,change_known,later,history,before_2014,forms,reading,because,says,2016-02-01,2018-03-01,2020-03-01,2020-04-23,2022-03-01,2024-04-01,2026-04-01
5-104(5),dated duty,DUR,,icj-deadline,5-104(5),file-retention,,2013-04-01,2016-02-01,no,,2010-03-01; 2011-01-01; 2012-03-01; 2013-04-01,,,"through the anniversary; of 29 February, the 28th",,The ICJ Office keeps a closed file for a year before it may be destroyed.,not known,not known,not known,not known,not known,not known,not known
EOF
t 'an object' 0 "icj-rule --output=json 7-103 | cut -c 1-60" <<'EOF'
{"cite": "7-103", "disposition": "computed", "kinds": "BAN",
EOF
like 'nothing to read' 2 icj-rule 'a citation, a term or a file is missing'
like 'no such option' 2 'icj-rule --frob 7-103' 'no such option: --frob'
like 'no such format' 2 'icj-rule -o xml 7-103' 'unusable argument of --output'
like 'help' 0 'icj-rule --help' '^usage: icj-rule'
like 'version' 0 'icj-rule -V' '^icj-rule [0-9]'
if [ -w /dev/full ]; then
	like 'a full disk' 4 'icj-rule 7-103 >/dev/full' 'cannot write'
	like 'a full disk under a list' 4 'icj-rule --list >/dev/full' 'cannot write'
else
	skip 'a full disk' 'no /dev/full'
fi

# -- Listing ----------------------------------------------------------------

t 'all paragraphs, of 2015 and of later' 0 \
	'icj-rule --list -o csv | tail -n +2 | wc -l | tr -d " "' <<'EOF'
409
EOF
t 'what a later edition brought is a row' 0 \
	"icj-rule --list 2-107 '5-103A(1)' '7-106(6)' '5-103(4)' -o csv |
	awk -F, 'NR > 1 && \$1 != \"\" { print \$1 \"|\" \$9 \"|\" \$(NF-6) \"|\" \
	\$(NF-4) \"|\" \$(NF-1) \"|\" \$NF }'" <<'EOF'
2-107|2020-03-01||duty without a measure|duty without a measure|not known
2-107|2020-03-01||duty without a measure|duty without a measure|not known
5-103A(1)|2024-04-01|||computed; judgement|not known
7-106(6)|2016-02-01|computed|computed|computed|not known
5-103(4)|2014-04-01|not known|gone|gone|gone
5-103(4)|2020-03-01||computed; judgement|gone|gone
EOF
t 'on the first day of each, and not before' 0 \
	"icj-rule --figures | awk -F, '{ print \$1 \": \" \$NF }' | tail -n +2" <<'EOF'
2015-01-01: 0
2016-02-01: 5
2018-03-01: 7
2020-03-01: 11
2020-04-23: 12
2022-03-01: 16
2024-04-01: 32
2026-04-01: 1
EOF
t 'a part of the list' 0 "icj-rule --list 7-102 '7-102(2)' | sed 's/ *\$//; s/   */ | /g'" <<'EOF'
cite | disposition | kinds | who | tool | row | duties
7-102 | heading | heading
7-102(2) | computed | PRED | icj-return | 7-102(2)
EOF

# -- Classifying ------------------------------------------------------------

cat >cases.csv <<'EOF'
case_id,absconded,supervision,adjudication
A-1,yes,parole,adjudicated-delinquent
A-2,no,,accused-status-offender
A-3,perhaps,,
EOF
t 'a filter' 3 'icj-rule --classify --term absconder,"accused status offender" -a 2015-06-30 cases.csv' <<'EOF'
case_id,absconded,supervision,adjudication,terms,terms_unknown,terms_missing,terms_assumed,terms_edition,terms_basis,terms_note
A-1,yes,parole,adjudicated-delinquent,Absconder,,,,2015-01-01,text,
A-2,no,,accused-status-offender,Accused Status Offender,,,,2015-01-01,text,
A-3,perhaps,,,invalid,,,,,,absconded: not yes or no
--- stderr
icj-rule: cases.csv:4:2: absconded: not yes or no [ICJ101]
EOF
t 'what is not known' 0 'icj-rule --classify --term escapee -o json fled_custody=yes -a 2015-06-30' <<'EOF'
{"fled_custody": "yes", "terms": "", "terms_unknown": "Escapee", "terms_missing": "committed_by_court", "terms_assumed": "", "terms_edition": "2015-01-01", "terms_basis": "text", "terms_note": ""}
EOF
t 'prose' 0 'icj-rule --classify --term relocate stays="2015-01-01; 2015-04-01" -a 2015-06-30' <<'EOF'
Terms of Rule 1-101 that the facts satisfy: Relocate
Rules as effective 2015-01-01.

1-101 Relocate, met: A stay of more than 90 consecutive days in another state.
    Facts: stays
EOF
t 'stays as a list' 0 'printf "stays: [2015-01-01, 2015-03-31]\n" |
	icj-rule --classify --term relocate -a 2015-06-30 -o csv' <<'EOF'
stays,terms,terms_unknown,terms_missing,terms_assumed,terms_edition,terms_basis,terms_note
2015-01-01;2015-03-31,,,,,2015-01-01,text,
EOF
t 'an edition not held is said' 0 'icj-rule --classify --term sanction sanction_imposed=yes -a 2014-06-02 -o csv | tail -n 1' <<'EOF'
yes,Sanction,,,,2015-01-01,nearest,
--- stderr
icj-rule: warning: 1 answer rests on a wording that is not known to be that of its day; the last edition known of is that of 2026-04-01 (rules 2015-01-01, checked 2026-11-21) [ICJ322]
EOF
like 'with --check a term that does not hold is 1' 1 \
	'icj-rule --classify --check --term runaway ran_away=no' 'not met'
like 'no such term to classify' 2 'icj-rule --classify --term commission ran_away=no' \
	'no term that facts can satisfy'
like 'its fields' 0 'icj-rule --fields' '^stays  '
like 'its rows' 0 'icj-rule --rules' '^1-101 Absconder  '
like 'its help' 0 'icj-rule --classify --help-all' 'terms_unknown'

# -- Scenarios --------------------------------------------------------------

for f in "$TOP"/tests/scenarios/*.yaml; do
	icj-rule --scenarios "$f" >"$DIR/tap" 2>&1
	report $? "scenarios of $(basename "$f" .yaml)"
	grep -v '^ok' "$DIR/tap" | grep -v '^1\.\.[1-9]' | sed 's/^/# /'
done
[ "$(cat "$TOP"/tests/scenarios/*.yaml | grep -c '^- scenario:')" -ge 150 ]
report $? 'at least 150 of them'

cat >mine.yaml <<'EOF'
- background: {juvenile_in_sending_state: yes, adjudication: adjudicated-delinquent, under_jurisdiction: yes, supervision_days_left: 200, residence: parent}
  ask: icj-eligible
  as_of: 2015-03-02
- scenario: enough
  rule: 4-101(2)(d)
  given: {plan_days: 91}
  expect: {eligible: yes}
  holds: 4-101(2)(d)
- scenario: wrong
  rule: 4-101(2)(d)
  given: {plan_days: 90}
  expect: {eligible: yes}
  fails: 4-101(2)(e)
  because: the author misread it
- scenario: a slip of the pen
  given: {plan_dyas: 90}
  expect: {eligible: yes}
- scenario: another
  expct: {eligible: yes}
- scenario: nothing asked
  ask: sh
  expect: {eligible: yes}
- scenario: a tool that is not there
  ask: icj-nothing
  expect: {eligible: yes}
- scenario: nothing expected
  given: {plan_days: 90}
- scenario: no such column
  given: {plan_days: 91}
  expect: {elegible: yes}
EOF
t 'scenarios of a user' 1 'icj-rule --scenarios mine.yaml' <<'EOF'
ok 1 - 4-101(2)(d): enough
# eligible is "no", not "yes"
# fails is not shown: 4-101(2)(e)
not ok 2 - 4-101(2)(d): wrong
# mine.yaml:9
# because the author misread it
not ok 3 - -: a slip of the pen
# mine.yaml:15: no such field: plan_dyas
not ok 4 - -: another
# mine.yaml:18: no such key: expct_eligible
# ask: not the name of a tool
not ok 5 - -: nothing asked
# mine.yaml:20
# icj-nothing cannot be run
not ok 6 - -: a tool that is not there
# mine.yaml:23
# nothing is expected
not ok 7 - -: nothing expected
# mine.yaml:26
# there is no column elegible
not ok 8 - -: no such column
# mine.yaml:28
1..8
EOF
t 'evidence' 0 'head -n 8 mine.yaml | icj-rule --scenarios --evidence -' <<'EOF'
# evidence: 4-101(2)(d) holds
ok 1 - 4-101(2)(d): enough
1..1
EOF
t 'no such file' 2 'icj-rule --scenarios mine.yaml none.yaml' <<'EOF'
--- stderr
icj-rule: none.yaml: No such file or directory [ICJ303]
EOF
printf -- '- scenario: [\n' >broken.yaml
like 'a file that is no YAML' 4 'icj-rule --scenarios broken.yaml' 'broken.yaml:'
like 'a name that is a path' 1 'printf "scenario: x\nask: icj-../../bin/sh\nexpect: {a: b}\n" |
	icj-rule --scenarios -' 'not the name of a tool'

t 'a fact given by mistake is not shown' 2 'icj-rule juvenile=Marker' <<'EOF'
--- stderr
icj-rule: facts are for --classify; here a citation or a term is asked for [ICJ306]
EOF
finish
