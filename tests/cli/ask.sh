#!/bin/sh
# SPDX-License-Identifier: MIT
# ask.sh - the interview of icj-permit, icj-return and icj-deadline; that of
# icj-eligible is tried in eligible.sh.
# shellcheck disable=SC1091,SC2016,SC2034
. "$(dirname "$0")/../lib.sh"

# asked: the fields of the questions on stdin
asked='sed -n "s/.*\[\([a-z_]*\)\]$/\1/p"'

t 'a permit: what settles it ends the questions' 0 \
	'echo 20 | icj-permit --ask -a 2024-06-01 2>err | head -n 1; eval "$asked" <err' <<'END'
Travel permit (Rule 8-101): not-mandatory
travel_hours
END
t 'a choice by its number, and the command that says the same' 0 \
	'printf "yes\n1\nno\n" | icj-return --ask -a 2024-06-01 \
	    detained_at=2024-05-03T20:00 2>/dev/null >out
	head -n 1 out; tail -n 1 out >cmd; cat cmd
	sh -c "$(cat cmd)" | head -n 1' <<'END'
Return of the juvenile: voluntary
  icj-return -a 2024-06-01 detained_at=2024-05-03T20:00 agrees_to_return=yes return_type=runaway endangering=no
Return of the juvenile: voluntary
END
t 'an answer can be taken back' 0 \
	'printf "no\n<\nyes\n1\nno\n" | icj-return --ask -a 2024-06-01 \
	    detained_at=2024-05-03T20:00 2>/dev/null | grep -o "agrees_to_return=.*"' <<'END'
agrees_to_return=yes return_type=runaway endangering=no
END
t 'there is nothing before the first question' 0 \
	'printf "<\n20\n" | icj-permit --ask -a 2024-06-01 2>&1 >/dev/null |
	    grep -c "this is the first question"' <<'END'
1
END
t 'a question mark explains, and the question stands' 0 \
	'printf "?\n20\n" | icj-permit --ask -a 2024-06-01 2>&1 >/dev/null |
	    grep -c -e "\[travel_hours\]" -e "Empty: not known"' <<'END'
3
END
t 'an everyday word for who a juvenile will live with' 0 \
	'echo Grandmother | icj-eligible --ask -a 2024-06-01 plan_days=120 \
	    juvenile_in_sending_state=yes adjudication=adjudicated-delinquent \
	    under_jurisdiction=yes supervision_days_left=200 full_time_student=no \
	    2>/dev/null | grep -o "residence=.*"' <<'END'
residence=relative
END
t 'what nobody knows is asked once' 0 \
	'yes "" | head -n 60 | icj-return --ask -a 2024-06-01 2>err >/dev/null
	eval "$asked" <err | sort | uniq -d; eval "$asked" <err | wc -l |
	    awk "{ print (\$1 > 3) }"' <<'END'
1
END
like 'a file is refused' 2 'icj-permit --ask cases.csv' 'no files'

# -- Words ------------------------------------------------------------------

# eligible ANSWERS...: what the command says of the facts answered
eligible() {
	printf '%s\n' "$@" | icj-eligible --ask -a 2024-06-01 plan_days=120 \
		juvenile_in_sending_state=yes adjudication=adjudicated-delinquent \
		under_jurisdiction=yes full_time_student=no "$HOME_OF" 2>err |
		sed -n 's/.*full_time_student=no [^ ]* //p'
}
HOME_OF=residence=parent
t 'the order of a date is asked once, whatever else is' 0 \
	'eligible "" 3/4/2025 1 4/5/2024; grep -c "which comes first" err' <<'END'
supervision_ends=2025-03-04 transfer_requested=2024-04-05
1
END
t 'who does not say it is not asked again' 0 \
	'eligible "" 3/4/2025 x 3/4/2025 "" 4/5/2024 ""; grep -c "which comes first" err' <<'END'
1
END
t 'day first' 0 'eligible "" 3/4/2025 2 4/5/2024' <<'END'
supervision_ends=2025-04-03 transfer_requested=2024-05-04
END
t 'a date with the name of a month, and others that are none' 0 'for day in \
	"March 3, 2025" "3rd of March 2025" "3 Mar. 2025" "2025 march 3" \
	"March 2025" "Marsh 3, 2025" "March 3 4 2025" "March 32, 2025"; do
	eligible "" "$day" "" ""; done' <<'END'
supervision_ends=2025-03-03
supervision_ends=2025-03-03
supervision_ends=2025-03-03
supervision_ends=2025-03-03
END
t 'a time as people write it' 0 'for time in "June 3, 2024 4:00 pm" "6/3/2024 4:00 PM" \
	"3rd of June 2024 at 12:15am" "June 3 2024 16:05" "June 3 2024 13:00 pm" \
	"June 3 2024 4:99" "June 3 2024 4:00 5:00" "June 3 2024 4:00 pm pm" "pm June 3 2024"; do
	printf "%s\n" "$time" 1 | icj-deadline -q --ask -a 2024-06-10 \
	    --duty office-contact 2>/dev/null | grep -o "detained_at=2[^ ]*"; done
	echo "June 3 2024 4:00 pm" | icj-deadline -q --ask -a 2024-06-10 \
	    --duty home-evaluation 2>/dev/null | grep -c "referral_received=2"; true' <<'END'
detained_at=2024-06-03T16:00
detained_at=2024-06-03T16:00
detained_at=2024-06-03T00:15
detained_at=2024-06-03T16:05
0
END
t 'the half of the day behind an hour' 0 'for time in "6/3/2024 4pm" "2024-06-03 4 p.m." \
	"June 3, 2024 12 am" "June 3, 2024 at 4:30 P.M." "6/3/2024 13pm" "6/3/2024 0 am" "4pm" \
	"June 3, 2024 4xpm" "today" "now"; do
	printf "%s\n" "$time" 1 | icj-deadline -q --ask -a 2024-06-10T09:30 \
	    --duty office-contact 2>/dev/null | grep -o "detained_at=2[^ ]*"; done
	echo now | icj-deadline -q --ask -a 2024-06-10T09:30 --duty home-evaluation \
	    2>/dev/null | grep -o "referral_received=2[^ ]*"' <<'END'
detained_at=2024-06-03T16:00
detained_at=2024-06-03T16:00
detained_at=2024-06-03T00:00
detained_at=2024-06-03T16:30
detained_at=2024-06-10
detained_at=2024-06-10T09:30
referral_received=2024-06-10
END
t 'values that are near are named' 0 'HOME_OF=supervision_days_left=100; eligible relatve relative
	grep "did you mean" err' <<'END'
residence=relative
  one of these, or its number; empty if not known:   not one of the field's values; did you mean relative
END
t 'a list by its numbers' 0 'printf "%s\n" no "2, 1" | icj-deadline --ask \
	-a 2024-06-01 form_iii_received=2024-05-20 2>/dev/null | tail -n 1' <<'END'
  icj-deadline -a 2024-06-01 form_iii_received=2024-05-20 abuse_suspected=no 'form_iii_signed_by=juvenile; judge'
END
t 'options that were given are in the command' 0 \
	'icj-return --ask -a 2024-06-01 -H "$EX/holidays.csv" -q --basis text,restated \
	    detained_at=2024-05-03T20:00 </dev/null 2>/dev/null | tail -n 1 |
	    sed "s|-H [^ ]*|-H FILE|"' <<'END'
  icj-return -a 2024-06-01 -H FILE -q --basis text,restated detained_at=2024-05-03T20:00
END

# -- Duties -----------------------------------------------------------------

t 'a duty by words of it, then only its facts' 0 \
	'printf "%s\n" "home study" 2 2024-03-04 | icj-deadline --ask -q \
	    -a 2024-04-30 -o brief 2>err; eval "$asked" <err; grep "^[12]" err' <<'END'
Duties as of 2024-04-30: 1 overdue.
2024-04-18 overdue, 12 days late: Home evaluation and decision go out, or the
    delay is explained. (4-102(4), A-01, owed by receiving)
Presumed, as nobody said otherwise: not yet: the home evaluation went to the
    sending state (home_evaluation_sent); and 2 more.
Rules as effective 2022-03-01, as the Commission restated them.
Every date, with its note: the same with --explain; as rows: -o table.

The same again:
  icj-deadline --all --duty home-evaluation -q -a 2024-04-30 -o brief referral_received=2024-03-04
referral_received
1 The local office completes the home evaluation. (local-home-evaluation,
2 Home evaluation and decision go out, or the delay is explained.
END
t 'facts that begin a duty say which it is' 0 \
	'icj-deadline --ask -q -a 2024-04-30 violation_report_received=2024-04-10 \
	    </dev/null 2>err | head -n 1; eval "$asked" <err' <<'END'
Duties as of 2024-04-30: 1 overdue.
violation_recommends
END
t 'of several triggers the next is asked for where one is not known' 0 \
	'printf "%s\n" "" 2024-01-08 | icj-deadline --ask -q -a 2024-04-30 \
	    --duty progress-report 2>err | tail -n 1; eval "$asked" <err' <<'END'
  icj-deadline -q -a 2024-04-30 --duty progress-report arrived=2024-01-08
last_progress_report
arrived
END
t 'who approved an extension is asked once there is one' 0 \
	'icj-deadline --ask -q -a 2024-04-30 --duty retake \
	    retake_decided=2024-04-10 offense_suspected=no </dev/null 2>&1 >/dev/null | eval "$asked" | grep extension
	icj-deadline --ask -q -a 2024-04-30 --duty voluntary-return abuse_suspected=no \
	    form_iii_signed_by="juvenile;judge" form_iii_received=2024-04-10 \
	    return_extended_to=2024-04-20 </dev/null 2>&1 >/dev/null | eval "$asked"' <<'END'
return_extension_approved_by
END
t 'why there is no duty' 0 \
	'printf "%s\n" "violation notice" | icj-deadline --ask -q -a 2024-04-30 \
	    -o brief 2>/dev/null | sed -n 2,3p
	printf "%s\n" A-09 2024-04-08 no no no no | icj-deadline --ask -q \
	    -a 2024-04-30 -o brief 2>/dev/null | sed -n 2,5p' <<'END'
not-in-force: The sending state is told of the conditions violated. (5-103,
    owed by receiving): no such duty since 2016-02-01
2024-04-22 not-applicable: The complete referral follows the travel permit.
    (4-103(3)(b), A-09, owed by sending): only if sex_offender; no guardian in
    the sending state, one in the receiving; permit_purpose transfer-pending
    or not stated; not accepted before permit_issued
END
t 'a word that no duty has, and none at all' 0 \
	'printf "%s\n" xyzzy "" | icj-deadline --ask -q -a 2024-04-30 2>err | head -n 1
	grep -c "No duty has that word" err; grep -c "^[0-9][0-9]* " err' <<'END'
Duties as of 2024-04-30: none.
1
7
END
for n in 1 2 3 4 5 6 7; do
	printf '%s\n' '' "$n" | icj-deadline --ask -q -a 2024-04-30 2>&1 >/dev/null |
		sed -n '/Which of these/,$p'
done >sections
t 'an empty line leads to all of them, a section of the rules at a time' 0 \
	'grep -c "^[0-9][0-9]* " sections; grep -c "Which of these" sections
	printf "%s\n" "?" 6 "<" "" 6 2 | icj-deadline --ask -q -a 2024-04-30 2>&1 |
	    grep -e "^Duties" -e "  icj-deadline"' <<'END'
45
7
Duties as of 2024-04-30: 1 not begun.
  icj-deadline --all --duty permit-end -q -a 2024-04-30 case_id=unknown
END
t 'what a field is besides is said when asked, and no more' 0 \
	'printf "%s\n" "?" "" | icj-return --ask -a 2024-06-01 2>&1 >/dev/null |
	    sed -n 2,3p' <<'END'
In custody (6-103) [in_custody]
  yes or no; empty if not known: In full: in custody; detained_at without released_at means yes.
END
for tool in eligible permit return; do
	yes '' | head -n 60 | icj-$tool --ask -q -a 2024-06-01 -o brief 2>err >out
	field=$(eval "$asked" <err | head -n 1)
	sed '/^The same again/,$d' out | sed '$d' >first
	tail -n 1 out >cmd
	grep -q "$field=unknown" cmd || echo "$tool"
	sh ./cmd -o brief 2>&1 | cmp -s - first || cat cmd
done >wrong
t 'where nothing is known the command has the first question' 0 'cat wrong' </dev/null
icj-deadline --list -o csv | sed '1d; s/,.*//' | uniq >duties
while read -r duty; do
	{
		printf '%s\n' 2024-04-08T10:00 1 2 1 no 2 yes
		yes ''
	} | head -n 40 | icj-deadline --ask -q -a 2024-06-01 --duty "$duty" -o brief \
		>out 2>/dev/null
	sed '/^The same again/,$d' out | sed '$d' >first
	tail -n 1 out >command.sh
	sh ./command.sh >second 2>&1
	cmp -s first second || echo "$duty"
	tail -n 1 out >>commands
done <duties >wrong
t 'the command of every duty says the same' 0 \
	'cat wrong; grep -c "T10:00" commands | awk "{ print (\$1 > 3) }"; wc -l <duties' <<'END'
1
45
END
if python3 -c 'import pty' 2>/dev/null; then
	printf '%s\n' referral 5 2024-03-04 3 2024-03-20 '' |
		python3 "$TOP/tests/terminal.py" 80x24 icj-deadline --ask -q \
			-a 2024-04-30 >shown 2>&1
	t 'on a terminal what is presumed is asked last, until nothing is left to say' 0 \
		'grep -e "^[1-4] not yet" -e "^2024" -e " met" shown; grep -c "number of one to state" shown
		tail -n 1 shown' <<'END'
1 not yet: the request was withdrawn (withdrawn)
2 not yet: the case was closed (closed)
3 not yet: the home evaluation went to the sending state
4 not yet: the delay was explained to the sending state (delay_explained)
1 not yet: the request was withdrawn (withdrawn)
2 not yet: the case was closed (closed)
3 not yet: the delay was explained to the sending state (delay_explained)
4 not yet: day of the decision (decision_date)
Duties as of 2024-04-30: 1 met.
2024-04-18 met, 29 days left: Home evaluation and decision go out, or the
2
  icj-deadline --all --duty home-evaluation -q -a 2024-04-30 referral_received=2024-03-04 home_evaluation_sent=2024-03-20
END
	for n in '' 1 2 3 4 5 6 7; do
		printf '%s\n' '' $n | python3 "$TOP/tests/terminal.py" 80x24 \
			icj-deadline --ask -q -a 2024-04-30 2>&1 |
			awk '/Of which section|Which of these/ { n = 0 }
				/^Duties/ { exit } ++n > 23'
	done >shown
	t 'what there is to choose of fits one screen' 0 'cat shown' </dev/null
else
	skip 'on a terminal' 'no pty module of python3'
fi

finish
