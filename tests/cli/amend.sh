#!/bin/sh
# SPDX-License-Identifier: MIT
# amend.sh - --amend: an office's own rulebook, from its form to the answers of
# all tools, the first day and the day before.
# shellcheck disable=SC1091,SC2016,SC2034
. "$(dirname "$0")/../lib.sh"

# -- The form ---------------------------------------------------------------

icj-rule --amend-template 2026-04-01 >form.yaml
# Every line of the form set to same, source and signature filled in.
sed -e 's/^\([a-z0-9-]*\):$/\1: same/' -e 's/^source: same/source: ours/' \
	-e 's/^signed: same/signed: nobody/' form.yaml >same.yaml

t 'a form has every provision once, and keys behind # only' 0 \
	'grep -c "^[a-z0-9-]*:$" form.yaml | awk "{ print (\$1 > 300) }"
	    grep "^[a-z]" form.yaml | sort | uniq -d
	    sed -e "/^$/d" -e "/^#/d" -e "/^[a-z0-9-]*:/d" form.yaml' <<'END'
1
END
t 'each names what is held of it' 0 \
	'sed -n "/^home-evaluation:/,/^$/p" form.yaml' <<'END'
home-evaluation:
#  cite: '4-102(4)'
#  number: 45
#  unit: calendar-days
#  extension: none
#  owed_by: receiving
#  sentence: 'Home evaluation and decision go out, or the delay is explained.'

END
t 'what is gone stands there as gone' 0 \
	'grep -B1 "^violation-notice:" form.yaml' <<'END'
# gone since 2016-02-01
violation-notice:
END
like 'a form that nobody filled in states nothing' 0 \
	'icj-rule --amend-check form.yaml' 'nothing is stated of any provision \[ICJ391\]'
# A '#' taken off leaves what can be read, and changes nothing.
sed -e 's/^source:/source: ours/' -e 's/^#  \([a-z]\)/  \1/' \
	-e '/^  extension:/d' -e '/^  cap:/d' form.yaml >filled.yaml
t 'a form with every # taken off is read, and changes nothing' 0 \
	'icj-rule --amend-check filled.yaml |
	    sed -n -e /^Changed/p -e /^Renumbered/p -e /^Gone/p -e /^Signed/p' \
	</dev/null
like 'all confirmed leaves nothing unsaid' 0 'icj-rule --amend-check same.yaml' \
	'^Not stated of 2026-04-01: 0 of '
t 'and changes nothing' 0 'icj-rule --amend-check same.yaml |
    grep -e Changed -e Renumbered -e Gone -e again -e Signed' <<'END'
Signed: nobody
END
t 'of a day of which all is held there is no form' 2 \
	'icj-rule --amend-template 2009-06-01' <<'END'
--- stderr
icj-rule: --amend-template: of that day every wording is held, or none before it [ICJ301]
END
like 'a form wants a day' 2 'icj-rule --amend-template soon' 'a day is asked for'
t 'of an earlier edition the form has what is not held of it' 0 \
	'icj-rule --amend-template 2018-03-01 >f18.yaml
	    grep -c "^probation-referral:" f18.yaml
	    sed -n "/^home-evaluation:/p" f18.yaml' <<'END'
1
END

# -- Round trip: all the same is the law of 2024, and the office's ------------

# later FILE: every date 4500 days on, from 2015 into 2027.
later() {
	awk '
		function days(s,   y, m, d) {
			y = substr(s, 1, 4) + 0; m = substr(s, 6, 2) + 0
			d = substr(s, 9, 2) + 0
			if (m < 3) { y--; m += 12 }
			return 365 * y + int(y / 4) - int(y / 100) + \
			    int(y / 400) + int((153 * m - 457) / 5) + d
		}
		function date(n,   y, m, d, s) {
			y = int(n / 365.2425) + 1
			while (days(sprintf("%04d-03-01", y)) > n)
				y--
			m = 3
			while (m < 14) {
				s = m + 1 > 12 ? sprintf("%04d-%02d-01", y + 1, \
				    m - 11) : sprintf("%04d-%02d-01", y, m + 1)
				if (days(s) > n)
					break
				m++
			}
			s = m > 12 ? sprintf("%04d-%02d-01", y + 1, m - 12) : \
			    sprintf("%04d-%02d-01", y, m)
			d = n - days(s) + 1
			return substr(s, 1, 8) sprintf("%02d", d)
		}
		{
			out = ""
			while (match($0, /20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]/)) {
				out = out substr($0, 1, RSTART - 1) \
				    date(days(substr($0, RSTART, 10)) + 4500)
				$0 = substr($0, RSTART + 10)
			}
			print out $0
		}' "$1"
}
# some COLUMN...: those columns, blanks between them squeezed.
some() {
	awk -f "$TOP/tests/columns.awk" -v want="$*" | tr -s ' '
}

later "$EX/caseload.csv" >later.csv
t 'the caseload lies after the edition' 0 \
	'grep -o "20[0-9][0-9]-[0-9][0-9]" later.csv | sort -u | sed -n "1p;\$p"
	    echo 2015-04-20 | later /dev/stdin' <<'END'
2026-08
2028-12
2027-08-15
END
for tool in icj-eligible:eligible,eligible_rule,eligible_missing,eligible_assumed \
    icj-permit:permit,permit_rule,permit_missing,permit_problems \
    icj-return:return_procedure,return_rule,return_missing,detention,escort \
    icj-referral:packet,packet_rule,packet_missing,denial \
    icj-supervise:retake,close,supervise_rule,supervise_missing \
    icj-deadline:duty,rule,limit,due,extended_to,days_left,status,owed_by; do
	name=${tool%%:*}
	want="case_id $(echo "${tool#*:}" | tr , ' ')"
	$name -q -a 2027-08-15 later.csv 2>/dev/null | some "$want" >plain
	$name -q -a 2027-08-15 --amend same.yaml later.csv 2>/dev/null >amended
	some "$want" <amended >confirmed
	[ "$(wc -l <plain)" -gt 70 ]
	report $? "$name answers"
	same "$name: all confirmed, the answers of 2024" plain confirmed
	col=basis
	[ "$name" = icj-deadline ] || col=${name#icj-}_basis
	some "$col" <amended | sed 1d | grep -v '^$' | sort -u >bases
	echo office >want
	same "$name: all on the office's word" want bases
	col=${col%basis}edition
	some "$col" <amended | sed 1d | grep -v '^$' | sort -u >bases
	echo 2026-04-01 >want
	same "$name: of its edition" want bases
	case $name in icj-referral | icj-supervise) continue ;; esac
	t "$name: threads answer the same" 0 "$name -q -j 3 -a 2027-08-15 \
	    --amend same.yaml later.csv 2>/dev/null | cmp - amended" </dev/null
done
t 'so is every answer of 2026 the latest' 0 \
	'icj-eligible -a 2027-08-15 --require-current --amend same.yaml later.csv |
	    some eligible | sort -u' <<'END'
eligible
no
unknown
yes
END
t 'the law as it is held is not' 0 \
	'icj-eligible -q -a 2027-08-15 --require-current later.csv 2>/dev/null |
	    some eligible | sort -u' <<'END'
eligible
invalid
END
t 'office is a basis to ask for' 0 \
	'for list in office text,office text; do
		icj-eligible -q -a 2027-08-15 --basis $list --amend same.yaml \
		    later.csv | some eligible | sort | uniq -c | wc -l
	done' <<'END'
4
4
2
END

# All that can go is gone: no row is there that an answer could take for granted.
sed -e 's/: same$/: gone/' same.yaml >gone.yaml
icj-rule --amend-check gone.yaml 2>&1 | sed -n 's/.*yaml:[0-9]*: \([a-z0-9-]*\): .*\[ICJ165\]$/\1/p' >needed
t 'few cannot go' 0 'wc -l <needed' <<'END'
10
END
while read -r id; do
	sed "s/^$id: gone/$id: same/" gone.yaml >next.yaml
	mv next.yaml gone.yaml
done <needed
later "$EX/commission.csv" >commission.csv
for tool in icj-eligible icj-permit icj-return icj-referral icj-supervise \
    icj-deadline icj-vote; do
	t "$tool answers where all is gone" 0 \
		"for file in later.csv commission.csv; do
			$tool -q -a 2027-08-15 --amend gone.yaml \$file >/dev/null &&
			$tool -q -a 2027-08-15 --amend gone.yaml -o explain \$file \
			    >/dev/null || exit
		done" </dev/null
done
t 'no duty is left' 0 \
	'icj-deadline -q -a 2027-08-15 --amend gone.yaml later.csv | sed 1d' </dev/null

# -- The first day and the day before ----------------------------------------

ours=$EX/amendments.yaml
like 'the example can be used' 0 'icj-rule --amend-check "$ours"' '^Signed: a deputy'
same_as() { # same_as STDIN: facts, a row for each of two days
	for day in 2026-03-31 2026-04-01; do
		eval "icj-deadline -q -a 2026-09-30 --amend \"\$ours\" -o csv $1" |
		    some duty rule owed_by limit due extended_to status basis |
		    sed 1d
	done
}
t 'another number, and renumbered' 0 \
	"same_as 'receiving_state=OH referral_received=\$day --duty home-evaluation'" <<'END'
home-evaluation 4-102(4) receiving 45 calendar days 2026-05-15 overdue text
home-evaluation 4-102(5) receiving 30 calendar days 2026-05-01 overdue office
END
t 'other days' 0 \
	"same_as 'sex_offender=yes guardian_in_sending_state=no guardian_in_receiving_state=yes receiving_state=OH permit_received=\$day registration_advised= --duty registration-advice'" <<'END'
registration-advice 4-103(3)(c) receiving 5 business days 2026-04-07 overdue restated
registration-advice 4-103(3)(c) receiving 7 calendar days 2026-04-08 overdue office
END
t 'a longer extension' 0 \
	"same_as 'home_state=TX form_iii_received=\$day return_extended_to=2026-04-20 return_extension_approved_by=both --duty voluntary-return'" <<'END'
voluntary-return 6-102(10) home 5 business days 2026-04-07 overdue text
voluntary-return 6-102(10) home 5 business days 2026-04-08 2026-04-20 overdue office
END
t 'another who owes it' 0 \
	"same_as 'sending_state=TX receiving_state=OH accepted=\$day arrived=\$day --duty progress-report' | cut -d ' ' -f 1-4" <<'END'
progress-report 5-101(4) receiving 90
progress-report 5-101(4) sending 90
END
t 'what is gone' 0 \
	"same_as 'violation_report_received=\$day violation_recommends=revocation --all --duty violation-reply' | sed 's/ 2026-.*overdue/ overdue/'" <<'END'
violation-reply 5-103(2) sending 10 business days overdue undated
violation-reply 5-103(2) sending 10 business days not-in-force
END
t 'has no row, and who says so is told' 0 \
	'facts="violation_report_received=2026-04-01 violation_recommends=revocation"
	    icj-deadline -q -a 2026-09-30 --amend "$ours" -o csv $facts |
	    grep -c violation-reply
	    icj-deadline -q -a 2026-09-30 --amend "$ours" -o csv --all \
	        --duty violation-reply $facts | some note | sed 1d' <<'END'
0
no such duty since 2026-04-01, as the office's rulebook has it
END
t 'a later document, from its own day' 0 \
	'for day in 2026-09-30 2026-10-01; do
		icj-deadline -q -a 2027-01-05 --amend "$ours" -o csv \
		    receiving_state=OH referral_received=$day \
		    --duty home-evaluation | some rule limit edition basis | sed 1d
	done' <<'END'
4-102(5) 30 calendar days 2026-04-01 office
4-102(5) 45 calendar days 2026-10-01 office
END
t 'eligible: the first day, the day before' 0 \
	'for day in 2026-03-31 2026-04-01; do
		icj-eligible -q -a 2026-05-01 --amend "$ours" -o csv \
		    transfer_requested=$day plan_days=61 |
		    some eligible eligible_rule | sed 1d | cut -d " " -f 1,2
		icj-eligible -q -a 2026-05-01 --amend "$ours" -o csv \
		    transfer_requested=$day plan_days=60 |
		    some eligible eligible_rule eligible_basis | sed 1d
	done' <<'END'
no 4-101(2)(d)
no 4-101(2)(d) restated
unknown 4-101(2)(a);
no 4-101(2)(d) office
END
cat >more.yaml <<'END'
edition: 2026-04-01
source: invented
travel-over-24-hours: {number: 48}
return-icpc: {number: 36}
permit-90-days: {number: 30}
permit-end: {number: 30}
office-contact: {number: 30}
requisition: {owed_by: holding}
dues-formula: same
vote-adoption: same
term-runaway: same
END
t 'permit: how long one may be' 0 \
	'for day in 2026-03-31 2026-04-01; do
		icj-permit -q -a 2026-05-01 --amend more.yaml -o csv \
		    permit_effective=$day permit_expires=2026-05-02 \
		    permit_purpose=visit adjudication=adjudicated-delinquent |
		    some permit_last_day permit_problems | sed 1d
	done' <<'END'
2026-06-28
2026-04-30 8-101(3)
END
t 'permit: the note has the number' 0 \
	'icj-permit -q -a 2026-05-01 --amend more.yaml -o csv \
	    permit_effective=2026-04-01 permit_expires=2026-05-02 \
	    permit_purpose=visit adjudication=adjudicated-delinquent |
	    grep -o "covers more than [0-9]* days"' <<'END'
covers more than 30 days
END
t 'permit: for how many hours none is needed' 0 \
	'for day in 2026-03-31 2026-04-01; do
		icj-permit -q -a 2026-05-01 --amend more.yaml --explain \
		    travel_starts=$day travel_hours=30 |
		    grep "^8-101(1), .*out of state" | sort -u
	done' <<'END'
8-101(1), met: The juvenile travels out of state for more than 24 consecutive
8-101(1), not met: The juvenile travels out of state for more than 48
END
t 'return: steps say what the office says' 0 \
	'icj-return -q -a 2026-05-10 --amend more.yaml --explain \
	    detained_at=2026-05-02T10:00 home_state=TX holding_state=OH \
	    return_type=runaway agrees_to_return=no in_custody=yes \
	    refusal_notified=2026-05-05 >steps
	    tr -s "\n " " " <steps >line
	    grep -c "after the hours of the rule" line
	    grep -o "6. holding state (OH): [^.]*" line
	    sed -n "/after 24 hours/p" line' <<'END'
1
6. holding state (OH): Petition the court of the home state for a requisition
END

# -- Of an edition before the latest ----------------------------------------

t 'what is stated of an edition is not stated of the next one' 0 \
	'printf "edition: 2024-04-01\nsource: x\nrequisition-hearing: {number: 20}\n" >h24.yaml
	    printf "requisition_received,hearing_held\n2024-03-31,\n2024-04-01,\n2026-03-31,\n2026-04-01,\n" |
	    icj-deadline -q -a 2026-12-01 --amend h24.yaml |
	    some start limit edition basis
	    icj-rule --amend-check h24.yaml | head -n 1' <<'END'
start limit edition basis
2024-03-31 30 calendar days 2015-01-01 nearest
2024-04-01 20 calendar days 2024-04-01 office
2026-03-31 20 calendar days 2024-04-01 office
2026-04-01 20 calendar days 2024-04-01 nearest
From 2024-04-01 until 2026-04-01, by x:
END

# -- Before the day comes ----------------------------------------------------

t '--compare shows what it does to a caseload' 0 \
	'printf "case_id,receiving_state,referral_received,home_evaluation_sent\nA,OH,2026-02-02,\nB,OH,2026-02-03,2026-02-05\n" >two.csv
	    icj-deadline -q -a 2026-05-20 --amend "$ours" \
	        --compare 2026-03-31,2026-04-01 two.csv |
	    some case_id rule due edition basis' <<'END'
case_id rule due edition basis
A 4-102(4) 2026-03-19 2024-04-01 text
A 4-102(5) 2026-03-04 2026-04-01 office
B 4-102(4) 2026-03-20 2024-04-01 text
B 4-102(5) 2026-03-05 2026-04-01 office
END
t 'and in the rulebook' 0 \
	'icj-rule --amend "$ours" --compare 2026-03-31,2026-04-01 |
	    sed -n "/^Changed/,/^Gone/p" | grep "^  [a-z]"' <<'END'
  stay-over-90-days
  home-evaluation
  registration-advice
  progress-report
  voluntary-return
END
t 'a paragraph is read with it' 0 \
	'icj-rule --amend "$ours" "4-102(4)" | grep -c ", office, invented"' <<'END'
2
END
t 'all that is held is the same without it' 0 \
	'icj-rule --amend "$ours" --compare 2015-06-01,2024-06-01 >a
	    icj-rule --compare 2015-06-01,2024-06-01 >b; cmp a b' </dev/null
like 'the same number elsewhere is pointed at' 0 \
	'printf "edition: 2026-04-01\nsource: x\npermit-90-days: {number: 60}\n" >p.yaml
	    icj-rule --amend-check p.yaml' '^Look at permit-end:'
t 'and not where it is stated, too' 0 \
	'icj-rule --amend-check more.yaml | sed -n "/Look at permit/p"' </dev/null

# -- What cannot be ----------------------------------------------------------

refuse() { # refuse TITLE MESSAGE: on stdin what stands behind the head
	{ printf 'edition: 2026-04-01\nsource: ours\n'; cat; } >no.yaml
	icj-eligible -a 2026-05-01 --amend no.yaml plan_days=3 >out 2>err
	[ $? -eq 2 ] && [ ! -s out ] && [ "$(cat err)" = "icj-eligible: no.yaml:$2" ]
	report $? "refused: $1"
	cmp -s out /dev/null || echo '# something was written'
	[ "$(cat err)" = "icj-eligible: no.yaml:$2" ] || sed 's/^/# /' err
}
refuse 'no such provision' \
	'3: home-evalution: no such provision; did you mean home-evaluation [ICJ150]' <<'END'
home-evalution: same
END
refuse 'no such key' \
	'5: home-evaluation.nummer: no such key; did you mean number [ICJ390]' <<'END'
home-evaluation:
  cite: 4-1
  nummer: 3
END
refuse 'a new condition' \
	'4: joins-household.only_if: no such key: what can be said is cite, number, unit, extension, cap, owed_by, sentence, from and source [ICJ390]' <<'END'
joins-household:
  only_if: plan_days
END
refuse 'a condition below a condition' \
	'5: joins-household.cite: one text or number, not a mapping [ICJ390]' <<'END'
joins-household:
  cite:
    number: 3
END
refuse 'a file of records is none of an office' \
	'3: referral_received: no such provision [ICJ150]' <<'END'
referral_received: 2026-04-02
END
refuse 'a number that some read as octal' \
	'4: home-evaluation.number: a number with a zero in front, which some read as octal [ICJ390]' <<'END'
home-evaluation:
  number: 030
END
refuse 'a citation that is none' \
	"4: home-evaluation.cite: not the number of a paragraph of a rule; between several stands '; ' [ICJ166]" <<'END'
home-evaluation:
  cite: no
END
refuse 'a citation that does not end' \
	"4: home-evaluation.cite: not the number of a paragraph of a rule; between several stands '; ' [ICJ166]" <<'END'
home-evaluation:
  cite: 4-102(4);
END
refuse 'a tab' \
	'4: found character that cannot start any token: tabs do not indent, and some signs need quotes [ICJ208]' <<'END'
home-evaluation:
	number: 30
END
refuse 'neither same nor gone' \
	'3: placement: neither same nor gone; what changed stands below it, as in number: 30 [ICJ390]' <<'END'
placement: changed
END
refuse 'a number of what has none' \
	'4: joins-household.number: the provision has no number that could be changed [ICJ154]' <<'END'
joins-household:
  number: 3
END
refuse 'no number' \
	'4: placement.number: not a whole number from 1 to 9999 [ICJ155]' <<'END'
placement:
  number: three
END
refuse 'a unit that it cannot be counted in' \
	'5: airport-notice.unit: the duty cannot be counted in this unit; it was counted in hours [ICJ156]' <<'END'
airport-notice:
  number: 24
  unit: business-days
END
refuse 'nobody who could owe it' \
	'4: placement.owed_by: not one of those who can owe this duty: sending, receiving, holding, home, commission, either, both or any [ICJ157]' <<'END'
placement:
  owed_by: court
END
refuse 'an extension that no field tells of' \
	'4: home-evaluation.extension: no field of a record says until when this duty was extended: that cannot be amended [ICJ159]' <<'END'
home-evaluation:
  extension: both-offices
END
refuse 'a cap of no such extension' \
	'4: placement.cap: a cap needs an extension by both offices [ICJ160]' <<'END'
placement:
  cap: 5
END
refuse 'a sentence that would not fit' \
	'4: vote-dissolution.number: the sentence names the number or its unit: a new one is needed [ICJ162]' <<'END'
vote-dissolution:
  number: 2
END
refuse 'a day before the edition' \
	'4: placement.from: before the edition of this document [ICJ390]' <<'END'
placement:
  from: 2026-03-31
END
refuse 'no day' '4: placement.from: not a day as 2026-04-01 [ICJ390]' <<'END'
placement:
  from: 04/01/2026
END
refuse 'twice in one document' \
	'5: a key twice in one record [ICJ211]' <<'END'
placement: same
retake: same
placement: gone
END
refuse 'twice, in another document' \
	'7: placement.from: amended twice for one day; also in no.yaml line 3 [ICJ152]' <<'END'
placement: same
---
edition: 2026-04-01
source: others
placement: gone
END
refuse 'gone, what an answer is composed around' \
	'3: travel-over-24-hours: an answer turns on it: without it the facts would be asked in another way, which no data can say [ICJ165]' <<'END'
travel-over-24-hours: gone
END
refuse 'gone, and there again without a citation' \
	'4: violation-notice.cite: the provision is gone: to be there again it needs a citation [ICJ163]' <<'END'
violation-notice:
  number: 3
END
t 'a day of which a wording is held' 2 \
	'printf "edition: 2024-04-01\nsource: x\nplacement: gone\n" >h.yaml
	    icj-deadline --amend h.yaml </dev/null' <<'END'
--- stderr
icj-deadline: h.yaml:3: placement.from: a wording of that day is held, or none before it: what is held is not amended; nothing is held from 2026-04-01 on [ICJ151]
END
t 'no edition, no source' 2 \
	'printf "placement: gone\n" >h.yaml; icj-permit --amend h.yaml </dev/null' <<'END'
--- stderr
icj-permit: h.yaml:1: edition: missing: the day on which the edition takes effect [ICJ390]
icj-permit: h.yaml:1: source: missing: where the office saw what it states [ICJ390]
END
t 'all of it is told at once, and nothing is half applied' 2 \
	'printf "edition: 2026-04-01\nsource: x\nstay-over-90-days: {number: 60}\nplacment: gone\njoins-household: {number: 2}\n" >h.yaml
	    icj-eligible -o csv --amend h.yaml plan_days=3' <<'END'
--- stderr
icj-eligible: h.yaml:4: placment: no such provision; did you mean placement [ICJ150]
icj-eligible: h.yaml:5: joins-household.number: the provision has no number that could be changed [ICJ154]
END
t 'twice in two files' 2 \
	'printf "edition: 2026-04-01\nsource: x\nplacement: gone\n" >a.yaml
	    printf "edition: 2026-04-01\nsource: y\n\nplacement: same\n" >b.yaml
	    icj-vote --amend a.yaml --amend b.yaml </dev/null' <<'END'
--- stderr
icj-vote: b.yaml:4: placement.from: amended twice for one day; also in a.yaml line 3 [ICJ152]
END
like 'no file' 2 'icj-return --amend none.yaml </dev/null' \
	'^icj-return: none.yaml: No such file or directory \[ICJ303\]$'
like 'no YAML' 2 'printf "a: [\n" >bad.yaml; icj-return --amend bad.yaml </dev/null' \
	'^icj-return: bad.yaml:[0-9]*: .*\[ICJ2'
t 'records by mistake: no value is shown' 2 \
	'printf "case_id: SECRET\njuvenile: Jane Roe\nedition: Roe\nplacement:\n  owed_by: Roe\n" >r.yaml
	    icj-eligible --amend r.yaml </dev/null 2>err; status=$?
	    grep -c -e SECRET -e Roe err; (exit $status)' <<'END'
0
END
# -- The other tools ----------------------------------------------------------

for tool in icj-training icj-score icj-digest; do
	like "$tool reads it, and says that it changes nothing there" 0 \
		"$tool --amend same.yaml </dev/null" \
		"^$tool: warning: --amend changes nothing here: [a-z].*\[ICJ392\]"
	like "$tool refuses one that cannot be used" 2 \
		"$tool --amend bad.yaml </dev/null" "^$tool: bad.yaml:[0-9]*: "
done
cat >figures.yaml <<'END'
edition: 2026-04-01
source: the rulebook
figures:
  cite: 2-109(1)
dues-formula:
  cite: 2-101(5)
END
printf '%s\n' case_id,case_type,sending_state,receiving_state,referral_sent,arrived \
	A,transfer,TX,OH,2026-03-02,2026-03-31 B,transfer,TX,OH,2026-04-02,2026-04-30 \
	>moved.csv
t 'icj-tally counts by it from its own day' 0 \
	"icj-tally -q -a 2026-09-01 --by month --amend figures.yaml moved.csv |
	    grep '^OH,.*,transfers-in,1'
	icj-tally -q -a 2026-09-01 --by month moved.csv | grep '^OH,.*,transfers-in,1'
	icj-tally -q -a 2026-09-01 --by month --basis office --amend figures.yaml moved.csv |
	    grep '^OH,.*,transfers-in,[01],[01]'" <<'END'
OH,2026-03,transfers-in,1,0,2-102(1),2015-01-01
OH,2026-04,transfers-in,1,0,2-109(1),2026-04-01
OH,2026-03,transfers-in,1,0,2-102(1),2015-01-01
OH,2026-04,transfers-in,1,0,2-102(1),2015-01-01
OH,2026-03,transfers-in,0,1,2-102(1),2015-01-01
OH,2026-04,transfers-in,1,0,2-109(1),2026-04-01
END
t 'and counts nothing once it is gone' 0 \
	"printf 'edition: 2026-04-01\nsource: x\nfigures: gone\n' >none.yml
	icj-tally -q -a 2026-09-01 --by month --amend none.yml moved.csv |
	    grep -c ',transfers-in,1'" <<'END'
1
END
like 'icj-dues cites its number' 0 \
	"printf 'state,population,sent,received\nTX,100,5,5\nOH,50,3,3\n' |
	icj-dues -q --explain --amend figures.yaml" '2-101(5)$'
cat >parts.yaml <<'EOF'
edition: 2026-04-01
source: the rulebook
requisition-hearing: {number: 20, cite: 6-103(5); 6-103A(5)}
requisition-return: {extension: both-offices, cap: 5}
EOF
t 'a number given to both of two rules is cited as it was given' 0 \
	"for type in runaway absconder; do
		icj-deadline -q -a 2026-05-01 --amend parts.yaml -o csv \
		    --duty requisition-hearing,requisition-return return_type=\$type \
		    requisition_received=2026-04-06 order_received=2026-04-20 |
		    sed 1d | cut -d , -f 1-3,9,10,16,17
	done" <<'EOF'
requisition-hearing,6-103(5); 6-103A(5),,20 calendar days,2026-04-26,2026-04-01,office
requisition-return,6-103(9),B-02,5 business days,2026-04-27,2026-04-01,office
requisition-hearing,6-103(5); 6-103A(5),,20 calendar days,2026-04-26,2026-04-01,office
requisition-return,6-103A(9),B-02,5 business days,2026-04-27,2026-04-01,office
EOF
t 'icj-vote and icj-rule --classify read it' 0 \
	'icj-vote -q -a 2026-05-01 --amend same.yaml -o csv vote_date=2026-05-01 \
	    matter=rule-adoption votes_for=40 members=52 members_present=45 quorum_present=yes 2>/dev/null |
	    some vote_basis | sed 1d
	    printf "case_id,ran_away\nA,yes\n" | icj-rule --classify -q -a 2026-05-01 \
	        --amend more.yaml --term Runaway | some terms_basis | sed 1d' <<'END'
office
office
END
t 'facts alone are answered with it, in prose' 0 \
	'icj-eligible -q -a 2026-05-01 --amend "$ours" plan_days=60 --explain |
	    grep -i "rulebook"' <<'END'
Rules as effective 2026-04-01, as the office's rulebook has them.
END

finish
