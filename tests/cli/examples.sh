#!/bin/sh
# SPDX-License-Identifier: MIT
# examples.sh - every example and the README do what they say.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

PATH=$EX:$PATH
AS_OF='-a 2015-04-20'
cases=$EX/caseload.csv
transfers='grep -E "^case_id|^T-" $cases'

# some COLUMN...: those columns of the CSV on stdin.
some() {
	awk -f "$TOP/tests/columns.awk" -v want="$*"
}
# values COLUMN: what stands in it, each once, lists taken apart.
values() {
	some "$1" | sed 1d | tr ';' '\n' | sed -e 's/^ *//' -e '/^$/d' | sort -u
}

# -- The caseload -----------------------------------------------------------

t 'the caseload is large enough' 0 \
	'test "$(wc -l <$cases)" -gt 70 &&
	    test "$(cut -d, -f4-7 $cases | tr , "\n" | sort -u | wc -l)" -gt 12' \
	</dev/null
t 'no example names a juvenile' 0 \
	'sed -n 1p "$EX/caseload.csv" "$EX/office-export.csv" | tr , "\n" |
	    sed -n -e "/^[Jj]uvenile$/p" -e "/[Bb]irth/p" -e "/DOB/p" -e /Name/p' \
	</dev/null
t 'no case of it stands there twice' 0 \
	'cut -d, -f1 $cases $EX/commission.csv | grep -v ^case_id | sort | uniq -d' \
	</dev/null
for tool in icj-eligible icj-referral icj-supervise icj-permit icj-return \
    icj-deadline; do
	t "$tool reads every case of it" 0 \
		"$tool $AS_OF --rejects bad.csv $cases >/dev/null; cat bad.csv" \
		</dev/null
done

icj-eligible -a 2015-04-20 "$cases" >eligible.csv
t 'every verdict on eligibility occurs' 0 'values eligible <eligible.csv' <<'END'
no
unknown
yes
END
t 'every limb of 4-101 makes a no' 0 \
	'some eligible eligible_rule <eligible.csv | sed -n "s/^no  *//p" |
	    tr -s "; " "\n" | sort -u' <<'END'
4-101(1)
4-101(2)(a)
4-101(2)(b)
4-101(2)(c)
4-101(2)(d)
4-101(2)(e)
4-101(2)(f)(1)
4-101(2)(f)(2)
5-101(9)
END

icj-deadline --list -o csv | values duty >catalogue
icj-deadline -a 2015-04-20 "$cases" >duties.csv
icj-deadline -a 2015-04-20 "$EX/commission.csv" >business.csv
icj-deadline -a 2025-04-21 "$EX/since-2016.csv" >since.csv
for file in duties.csv business.csv since.csv; do values duty <$file; done | sort -u >occur
t 'every duty occurs, once or more' 0 \
	'test -s catalogue && comm -3 catalogue occur' </dev/null
t 'every status of a duty occurs' 0 \
	'{ icj-deadline $AS_OF --all $cases; icj-deadline -a 2025-04-21 --all \
	    $EX/since-2016.csv | sed 1d; } | values status' <<'END'
allowed
closed
due
exceeded
expired
held
late
met
no-start
not-applicable
not-in-force
open
overdue
unknown
waiting
withdrawn
within
END

# occurs TOOL COLUMN: what stands in the column is what stdin has.
occurs() {
	if [ -x "$BUILD/bin/$1" ]; then
		t "every value of $2 occurs" 0 "$1 $AS_OF \$cases | values $2"
	else
		skip "every value of $2 occurs" "no $1"
	fi
}
occurs icj-permit permit <<'END'
excluded
mandatory
not-mandatory
unknown
END
occurs icj-permit permit_rule <<'END'
8-101(1)
8-101(1)(a)
8-101(1)(b)
8-101(1)(c)
8-101(1)(d)
8-101(1)(e)
8-101(1)(f)
8-101(1)(g)
8-101(1)(h)
8-101(2)
END
occurs icj-permit permit_problems <<'END'
4-102(3)(a)
4-103(2)
4-103(2)(a)
4-103(2)(b)
8-101(3)
8-101(3)(a)
8-101(4)
END
occurs icj-return return_procedure <<'END'
adult-waiver
icpc
none
release-to-parent
requisition-form-i
requisition-form-ii
retaking
unclassified
unknown
voluntary
END

if [ -x "$BUILD/bin/icj-permit" ] && [ -x "$BUILD/bin/icj-return" ]; then
	t 'the filters chain and leave the caseload as it was' 0 \
		'icj-eligible $AS_OF <$cases | icj-permit $AS_OF |
		    icj-return $AS_OF >chain.csv
		    n=$(head -n 1 $cases | wc -c)
		    head -n 1 chain.csv | cut -c1-$((n - 1)) >chain.head
		    head -n 1 $cases | cmp - chain.head && wc -l <chain.csv |
		    tr -d " "' <<'END'
143
END
fi

# -- overdue-report ---------------------------------------------------------

t 'who has seen enough of it is told of nothing' 0 \
	"overdue-report $AS_OF $cases $cases $cases $cases | head -n 1 | cut -c1-3" <<'END'
due
END
t 'overdue-report lists what is overdue, by due date' 0 \
	'overdue-report $AS_OF $cases' <<'END'
due               extended_to  days_left  case_id  duty                     rule                owed_by_state  worker     status    note
2015-03-19                     -32        T-0054   local-home-evaluation    4-102(5)            KS             Marchetti  unknown   past due: home_evaluation_done is not known
2015-03-26                     -25        V-0025   registration-advice      4-103(2)(c)         ID             Pruitt     overdue   skipped 2015-03-21..22 weekend
2015-03-29                     -22        T-0002   progress-report          5-101(4)            CO             Lindqvist  overdue   due on 2015-03-29 weekend, not moved; reading: a quarter is 90 calendar days
2015-03-29                     -22        T-0004   local-home-evaluation    4-102(5)            CO             Okafor     overdue   due on 2015-03-29 weekend, not moved
2015-03-30                     -21        T-0029   violation-reply          5-103(2)            CO             Marchetti  overdue   skipped 2015-03-21..22 weekend; 2015-03-28..29 weekend
2015-03-30                     -21        R-0015   due-process-return       7-101; 7-105(1)     CO             Pruitt     overdue   skipped 2015-03-28..29 weekend; presumed absent: charges_pending
2015-03-31                     -20        T-0008   parole-referral          4-102(3)(a)         CO             Marchetti  overdue
2015-04-01                     -19        V-0025   sex-offender-referral    4-103(2)(b)         CO             Pruitt     overdue   skipped 2015-03-21..22 weekend; 2015-03-28..29 weekend
2015-04-02                     -18        R-0009   requisition-hearing      6-103(4)            CO             Yazzie     overdue
2015-04-04                     -16        V-0019   permit-end               8-101(3)            CO             Yazzie     exceeded  due on 2015-04-04 weekend, not moved; reading: the first day of the permit counts
2015-04-06                     -14        T-0022   departure-notice         4-104(5)            CO             Okafor     overdue   skipped 2015-04-04..05 weekend; the window opens 2015-03-30
2015-04-06                     -14        T-0038   retake                   5-103(3)(d)         CO             Lindqvist  overdue   skipped 2015-04-04..05 weekend; extension refused, one office alone approved; presumed absent: charges_pending; reading: counted from the decision to retake
2015-04-06                     -14        R-0005   voluntary-return         6-102(8)            CO             Pruitt     overdue   skipped 2015-04-04..05 weekend; extension refused, past 2015-04-13, the latest the rule allows; presumed absent: charges_pending
2015-04-08                     -12        R-0011   requisition-return       6-103A(8)           CO             Okafor     overdue   skipped 2015-04-04..05 weekend; presumed absent: charges_pending
2015-04-09                     -11        R-0016   due-process-return       7-101; 7-105(1)     TN             Okafor     overdue   skipped 2015-04-04..05 weekend; presumed absent: charges_pending
2015-04-10T12:30               -10        R-0035   office-contact           6-101(1)(b)         CO             Pruitt     overdue   not known: fled_custody, committed_by_court, absconded, supervision, adjudication; reading: the same clock as 6-101(1)(a)
2015-04-11                     -9         T-0047   early-release-answer     5-104(3)            NH             Okafor     overdue   due on 2015-04-11 weekend, not moved; reading: counted from the request, whatever the answer
2015-04-11                     -9         R-0013   detention-limit          6-103A(7)           CO             Marchetti  exceeded  due on 2015-04-11 weekend, not moved; reading: the first day of detention counts
2015-04-12                     -8         T-0031   progress-report          5-101(4)            KY             Pruitt     overdue   due on 2015-04-12 weekend, not moved; reading: a quarter is 90 calendar days
2015-04-12                     -8         T-0043   progress-report          5-101(4)            CT             Lindqvist  overdue   due on 2015-04-12 weekend, not moved; reading: a quarter is 90 calendar days
2015-04-12                     -8         T-0043   placement                5-104(2)            CO             Lindqvist  overdue   due on 2015-04-12 weekend, not moved
2015-04-13                     -7         T-0004   home-evaluation          4-102(6)            CO             Okafor     overdue
2015-04-13                     -7         T-0016   forward-case             4-102                              Pruitt     overdue   skipped 2015-04-11..12 weekend
2015-04-13                     -7         T-0016   probation-referral       4-102(3)(b)         CO             Pruitt     overdue   skipped 2015-04-11..12 weekend
2015-04-13                     -7         R-0015   detention-hearing        7-105(3)            GA             Pruitt     overdue   skipped 2015-04-04..05 weekend; 2015-04-11..12 weekend; presumed absent: charges_pending; reading: day 0 is the missed due date
2015-04-14                     -6         T-0044   progress-report          5-101(4)            ME             Marchetti  overdue   reading: a quarter is 90 calendar days
2015-04-14                     -1         V-0016   permit-end               8-101(3)            CO             Okafor     exceeded  reading: the first day of the permit counts
2015-04-15                     -5         T-0011   parole-permit-referral   4-102(3)(a)         CO             Pruitt     overdue   skipped 2015-04-04..05 weekend; 2015-04-11..12 weekend
2015-04-15                     -5         T-0027   violation-notice         5-103               CO             Okafor     overdue   skipped 2015-04-04..05 weekend; 2015-04-11..12 weekend
2015-04-15                     -5         V-0005   testing-referral         8-101(3)            CO             Pruitt     overdue
2015-04-16                     -4         T-0012   registration-advice      4-103(2)(c)         WA             Lindqvist  overdue   skipped 2015-04-11..12 weekend
2015-04-16                     -4         T-0023   failed-placement-return  4-104(6); 5-103(4)  CO             Lindqvist  overdue   skipped 2015-04-11..12 weekend; not known: offense_suspected; presumed absent: charges_pending; reading: counted from the notice of the failed placement
2015-04-16                     -4         R-0020   warrant-answer           7-104(1)            OH             Pruitt     overdue
2015-04-17T13:00               -3         R-0026   office-contact           6-101(1)(b)         CO             Okafor     overdue   reading: the same clock as 6-101(1)(a)
2015-04-18                     -2         R-0008   requisition              6-103(2)            CA             Marchetti  overdue   due on 2015-04-18 weekend, not moved; the hearing may then be as late as 2015-05-18, past the last day of detention 2015-05-14
2015-04-19                     -1         T-0038   progress-report          5-101(4)            NY             Lindqvist  overdue   due on 2015-04-19 weekend, not moved; reading: a quarter is 90 calendar days
2015-04-20T14:10               -1         R-0022   airport-notice           7-107(3)            CO             Lindqvist  overdue
                               -1         R-0029   office-contact           6-101(1)(b)         CO             Yazzie     unknown   not known: the time of day of detained_at, runs out at 2015-04-18T00:00 at the earliest; past due: the time of day of detained_at is not known; reading: the same clock as 6-101(1)(a)
END
t 'it passes options on' 0 \
	'overdue-report $AS_OF --duty home-evaluation,retake $cases' <<'END'
due         extended_to  days_left  case_id  duty             rule         owed_by_state  worker     status   note
2015-04-06               -14        T-0038   retake           5-103(3)(d)  CO             Lindqvist  overdue  skipped 2015-04-04..05 weekend; extension refused, one office alone approved; presumed absent: charges_pending; reading: counted from the decision to retake
2015-04-13               -7         T-0004   home-evaluation  4-102(6)     CO             Okafor     overdue
END
t 'it reads stdin, and takes an office export as it is' 0 \
	'overdue-report $AS_OF --map $EX/office-map.yaml --date-format mdy \
	    <$EX/office-export.csv' <<'END'
due         extended_to  days_left  case_id    duty                   rule         owed_by_state  worker     status   note
2015-03-29               -22        2015-0188  local-home-evaluation  4-102(5)     CO             Lindqvist  overdue  due on 2015-03-29 weekend, not moved
2015-04-05               -15        2015-0203  local-home-evaluation  4-102(5)     CA             Okafor     overdue  due on 2015-04-05 weekend, not moved
2015-04-13               -7         2015-0188  home-evaluation        4-102(6)     CO             Lindqvist  overdue  presumed absent: delay_explained
2015-04-13               -7         2015-0214  voluntary-return       6-102(8)     CO             Lindqvist  overdue  skipped 2015-04-11..12 weekend; presumed absent: charges_pending
2015-04-07  2015-04-14   -6         2015-0211  voluntary-return       6-102(8)     UT             Marchetti  overdue  skipped 2015-04-04..05 weekend; reading: extension approved without a date, it reaches the latest the rule allows; it was asked for after the due date; presumed absent: charges_pending
                         -21        2015-0211  office-contact         6-101(1)(b)  CO             Marchetti  unknown  not known: the time of day of detained_at, runs out at 2015-03-31T00:00 at the earliest; past due: the time of day of detained_at is not known; not known: released_at; reading: the same clock as 6-101(1)(a)
--- stderr
icj-deadline: <stdin>:1: warning: no column released_at, office_contacted: duties that end with one are unknown, not overdue; --map names a column, and --set FIELD= says that all its cells are empty [ICJ351]
END
t 'it reads several caseloads' 0 \
	'overdue-report $AS_OF $cases $cases | wc -l | tr -d " "' <<'END'
77
END
like 'with --check it says so by its status' 1 \
	'overdue-report $AS_OF --check --duty retake $cases' 'T-0038'
t 'nothing overdue: not a byte, as of an early day' 0 \
	"$transfers | overdue-report -a 2014-01-01" </dev/null
t 'nothing overdue: not a byte, for a header alone' 0 \
	'head -n 1 $cases | overdue-report' </dev/null
t 'nothing overdue: not a byte, today' 0 \
	'sed -n "1p;/^T-0052/p" $cases | overdue-report' </dev/null
t 'an export that failed is loud' 4 'false | overdue-report' <<'END'
--- stderr
icj-deadline: <stdin>: warning: no input [ICJ320]
overdue-report: no input, not even a header
END
t 'a file that is not there is loud' 2 'overdue-report $cases nosuch.csv' <<'END'
--- stderr
icj-deadline: nosuch.csv: No such file or directory [ICJ303]
overdue-report: icj-deadline left with status 2; the report may lack cases
END
printf 'case_id,referral_received,home_evaluation_done,home_evaluation_sent,worker\nT-1,2015-02-27,,,"Roe, ""R."""\nT-2,lately,,,Poe\n' >bad.csv
t 'a record that cannot be judged is loud' 3 'overdue-report $AS_OF bad.csv' <<'END'
due         extended_to  days_left  case_id  duty                   rule      owed_by_state  worker     status   note
2015-03-29               -22        T-1      local-home-evaluation  4-102(5)                 Roe, "R."  overdue  due on 2015-03-29 weekend, not moved
2015-04-13               -7         T-1      home-evaluation        4-102(6)                 Roe, "R."  overdue  presumed absent: delay_explained
                                    T-2                                                      Poe        invalid  referral_received: not a date; not judged: local-home-evaluation, home-evaluation
--- stderr
icj-deadline: bad.csv:3:2: referral_received: not a date: yyyy-mm-dd is one [ICJ104]
overdue-report: icj-deadline left with status 3; the report may lack cases
END
printf 'case_id,referral_received\nT-1,2015-02-27\nT-2,"2015-02-27\n' >cut.csv
like 'an export that breaks off is loud' 4 'overdue-report $AS_OF cut.csv' \
	'^overdue-report: icj-deadline left with status 4'
like 'a tool that is not there is loud' 127 \
	'PATH=/usr/bin:/bin $EX/overdue-report $cases' 'status 127'
like 'overdue-report --help shows its usage' 0 'overdue-report --help' \
	'^  overdue-report '

# -- batch-check ------------------------------------------------------------

t 'batch-check lists what is not a yes' 1 "$transfers | batch-check $AS_OF" <<'END'
eligible  case_id  eligible_rule                          eligible_missing     eligible_why_not
no        T-0055   4-101(1)
no        T-0056   4-101(2)(a)
no        T-0057   4-101(2)(b)                                                 adjudication=adjudicated-delinquent
no        T-0058   4-101(2)(c)                                                 under_jurisdiction=yes
no        T-0059   4-101(2)(d)                                                 plan_days=91
no        T-0060   4-101(2)(e)                                                 supervision_ends=2015-07-01
no        T-0061   4-101(2)(f)(1); 4-101(2)(f)(2)                              residence=parent
no        T-0062   5-101(9)                                                    only_restitution=no
no        T-0063   4-101(2)(b); 4-101(2)(d); 4-101(2)(e)                       adjudication=adjudicated-delinquent; plan_days=91; supervision_ends=2015-06-30
unknown   T-0064   4-101(2)(d)                            plan_days            plan_days=91
unknown   T-0065   4-101(2)(f)(2)                         proof_of_enrollment  residence=parent
unknown   T-0066   4-101(2)(e)                            supervision_ends     supervision_ends=2015-07-13
no        T-0069   4-101(2)(f)(1); 4-101(2)(f)(2)                              incarcerated=no
no        T-0071   4-101(1); 4-101(2)(b)
END
t 'it is silent when all are eligible' 0 \
	'batch-check $EX/cases/eligible.yaml' </dev/null
t 'it passes options on' 0 \
	"$transfers | batch-check $AS_OF -s plan_days=91 -s residence=parent \
	    -s adjudication=deferred-adjudication -s supervision_days_left=91 \
	    -s only_restitution=no -s under_jurisdiction=yes -s incarcerated=no \
	    -s juvenile_in_sending_state=yes -s receiving_state=TX" </dev/null
like 'a file that is not there is loud' 2 'batch-check nosuch.csv' \
	'nosuch.csv: No such file'
like 'an invalid record is listed and has its status' 3 \
	'printf "case_id,plan_days\nT-9,much\n" | batch-check' '^invalid *T-9'
like 'a tool that is not there is loud' 127 \
	'PATH=/usr/bin:/bin $EX/batch-check $cases' 'icj-eligible'
t 'a reader that goes away is told nothing' 0 \
	"$transfers | batch-check $AS_OF | head -n 1 | cut -c1-7" <<'END'
eligibl
END
like 'batch-check --help shows its usage' 0 'batch-check --help' \
	'^  batch-check '

# -- Columns ----------------------------------------------------------------

printf 'a,"b ""c""",d\r\n1,"x, y",\r\n"2\n3",,"""4"""\r\n' >quoted.csv
t 'columns.awk takes quotes, line breaks and CRLF' 0 \
	'some d a "b \"c\"" <quoted.csv; some d a <quoted.csv' <<'END'
d    a
     1
"4"  2 3
d    a
     1
"4"  2 3
END
t 'columns.awk wants its first column' 2 'some z a <quoted.csv' <<'END'
--- stderr
columns.awk: no column z
END

# -- Single cases, holidays -------------------------------------------------

t 'single cases: eligibility' 0 \
	'cd $EX/cases && for f in eligible not-eligible student; do
	    icj-eligible -o csv $f.yaml | some eligible eligible_rule | sed 1d
	done' <<'END'
yes       4-101(2)
no        4-101(2)(d); 4-101(2)(e)
unknown   4-101(2)(f)(2)
END
t 'single cases: a runaway before a long weekend' 0 \
	'icj-deadline -a 2015-07-06T09:00 -o csv $EX/cases/runaway.yaml |
	    some duty due status' <<'END'
duty             due               status
runaway-release  2015-07-06T20:00  open
office-contact   2015-07-06T20:00  due
detention-limit  2015-09-29        within
END
t 'single cases: a permit that tests a placement' 0 \
	'icj-deadline -a 2015-06-10 -o csv $EX/cases/testing-permit.yaml |
	    some duty due status' <<'END'
duty              due         status
testing-referral  2015-06-17  due
permit-end        2015-08-15  within
END
t 'the commands in their comments work' 0 \
	'cd $EX && sed -n "s/^#   //p" cases/*.yaml office-map.yaml >$DIR/said.sh
	    sh -e $DIR/said.sh >/dev/null && grep -c ^icj- $DIR/said.sh' <<'END'
6
--- stderr
icj-deadline: office-export.csv:1: warning: no column released_at, office_contacted: duties that end with one are unknown, not overdue; --map names a column, and --set FIELD= says that all its cells are empty [ICJ351]
END
t 'the holiday file moves a due date' 0 \
	'icj-deadline $AS_OF -H $EX/holidays.csv -o csv sending_state=MA \
	    supervision=probation packet_received=2015-04-15 |
	    some due note' <<'END'
due         note
2015-04-23  skipped 2015-04-18..19 weekend; 2015-04-20 Patriots' Day; presumed absent: referral_sent
END
t 'in the caseload it moves those of a state that it names' 0 \
	'icj-deadline $AS_OF -H $EX/holidays.csv $cases | cut -d, -f1-14 >with
	    icj-deadline $AS_OF $cases | cut -d, -f1-14 | diff - with |
	    sed -n "s/^> //p"' <<'END'
R-0016,,,Okafor,due-process-return,7-101; 7-105(1),,duty,home,TN,due_process_notified,2015-04-02,5 business days,2015-04-10
R-0016,,,Okafor,detention-hearing,7-105(3),,duty,holding,CO,due_process_notified,2015-04-10,10 business days,2015-04-24
END

# -- The demonstration and the README ---------------------------------------

cd "$EX" || exit 1
{
	echo '$ overdue-report --as-of 2015-04-20 caseload.csv'
	overdue-report --as-of 2015-04-20 caseload.csv
	echo
	echo '$ icj-eligible --explain cases/student.yaml'
	icj-eligible --explain cases/student.yaml
} >"$DIR/demo.want"
cd "$DIR/work" || exit 1
t 'the demonstration shows two commands and their output' 0 \
	'cd / && "$EX/demo" "$BUILD/bin"' <"$DIR/demo.want"
like 'the demonstration wants the folder of the tools' 2 'demo' 'the folder'

# The commands of the README, in its folder, and what it says they print.
awk -v cmd="$DIR/readme.sh" -v out="$DIR/readme.out" '
	/^```console$/ { on = 1; next }
	/^```/ { on = 0 }
	on && sub(/^[$>] /, "") { print >cmd; next }
	on { print >out }' "$TOP/README.md" "$TOP/lib/README.md"
[ "$(wc -l <"$TOP/README.md")" -lt 120 ]
report $? 'the README is short'
t 'the README shows what its pipe prints' 0 \
	'cd "$TOP" && sh -e "$DIR/readme.sh"' <"$DIR/readme.out"
t 'each tool that the README names is there' 0 \
	'sed -n "s/^| .\(icj-[a-z]*\).*/\1/p" "$TOP/README.md" | while read -r tool; do
	    "$BUILD/bin/$tool" -V >/dev/null || echo "$tool"
	done' </dev/null
t 'each make target that the README names is there' 0 \
	'sed -n "s/^    make \([^#]*\).*/\1/p" "$TOP/README.md" | tr " " "\n" |
	    sed -e /=/d -e "/^$/d" | sort -u | while read -r target; do
	    grep -q "^$target:" "$TOP/Makefile" || echo "$target"
	done' </dev/null

finish
