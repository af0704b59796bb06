#!/bin/sh
# SPDX-License-Identifier: MIT
# What an office lets run by itself: the digest of the morning and the report of
# the month, from cron and systemd; an export that is old; and last month's
# report from today's export.
# shellcheck disable=SC2016
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

PATH=$PATH:$EX
export PATH
cp "$EX/caseload.csv" cases.csv

# -- --max-age -----------------------------------------------------------------

for tool in icj-eligible icj-deadline icj-tally; do
	like "$tool takes a fresh file" 0 "$tool --max-age 1d cases.csv" ','
done
touch -d '25 hours ago' cases.csv
t 'and refuses one that is older' 2 'icj-deadline --max-age 1d cases.csv' <<'EOF'
--- stderr
icj-deadline: cases.csv: last written longer ago than --max-age says; is the export still made? [ICJ367]
EOF
like '--max-age 26h' 0 'icj-deadline --max-age 26h cases.csv' '^case_id,'
like 'standard input that is a file' 2 'icj-deadline --max-age 1d <cases.csv' 'ICJ367'
like 'and one that is none' 2 'cat cases.csv | icj-deadline --max-age 1d' 'no file, so that'
for age in '' 1 0d d 1w 1dd 1.5d -1d 123456d; do
	like "--max-age '$age' is none" 2 "icj-deadline '--max-age=$age' cases.csv" 'such as 1d or 36h'
done
touch cases.csv

# -- From cron -------------------------------------------------------------------

# cron LINE: runs the n-th line of the crontab as cron does, for cases.csv; what
# it says is the mail.
cron() {
	grep '^[0-9]' "$EX/crontab" | sed -n "$1p" | awk -F '\t' '{ print $2 }' |
		sed "s|/srv/icj/cases.csv|cases.csv|; s| --max-age| ${2:-}&|" >line
	[ -s line ]
	env -i PATH="$PATH" HOME="$DIR/work" LC_ALL=C /bin/sh -c "$(cat line)" >mail 2>&1
}
cron 1 '--as-of 2015-04-20'
report $? 'a morning with something overdue'
grep -q '^ICJ duties as of 2015-04-20$' mail && grep -q ' T-0004: home-evaluation.*\[new\]$' mail &&
	! grep -q ICJ3 mail
report $? 'its mail has the duties and no warning'
cron 1 '--as-of 2015-04-20' && [ ! -s mail ]
report $? 'a quiet one sends none'
cron 1 '--as-of 2015-04-21'
[ "$(grep -c '\[new\]$\|\[changed\]$' mail)" -lt 10 ] && grep -A1 'T-0034: ' mail | grep -q '\[changed\]$'
report $? 'the next morning only what is new'
touch -d '2 days ago' cases.csv
cron 1 '--as-of 2015-04-22'
[ $? -eq 2 ] && grep -q 'is the export still made' mail && grep -q 'nothing was told' mail && [ "$(wc -l <mail)" -eq 2 ]
report $? 'an export that is older than a day: a mail that says so'
: >cases.csv
cron 1 '--as-of 2015-04-22'
[ $? -eq 4 ] && grep -q 'no input, not even a header' mail
report $? 'one that failed: a mail that says so'
{ cat "$EX/caseload.csv"; echo 'T-9999,"transfer'; } >cases.csv
cron 1 '--as-of 2015-04-22'
[ $? -eq 4 ] && grep -q 'icj-deadline left with status 4; nothing was told' mail && ! grep -q 'ICJ duties' mail
report $? 'one that was cut: a mail that says so, and no part of a digest'
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "referral_received") at = i }
	$1 == "T-0004" { $at = "2015-02-30" } 1' "$EX/caseload.csv" >cases.csv
cron 1 '--as-of 2015-04-22'
[ $? -eq 3 ] && grep -q 'T-0004; referral_received: no such day' mail && grep -q '^Not judged' mail
report $? 'a record that cannot be judged is told as that, and the status is 3'
cp "$EX/caseload.csv" cases.csv
cron 2 '--month 2015-03'
report $? 'the report of the month'
grep -q '^Standards in 2015-03, as of 2015-03-31, against 2015-02$' mail && grep -q '^A-02 progress-report ' mail
report $? 'has its standards'
cron 3 '--as-of 2015-04-20' && grep -q '^T-0041  *Pruitt  *past-end  *past-end: supervision_ends ' mail &&
	[ "$(grep -c '^[RTV]-' mail)" -eq 12 ]
report $? 'what is to be corrected, and nothing else'
sed '/^[TV]/d' "$EX/caseload.csv" >cases.csv
cron 3 '--as-of 2015-04-20' && [ ! -s mail ]
report $? 'no mail where nothing is'
cp "$EX/caseload.csv" cases.csv
like 'morning-digest without "--"' 0 'morning-digest --as-of 2015-04-20 --duty retake cases.csv' 'T-0038: retake'
like 'with options for both' 0 'morning-digest --within 0 --by state -- --as-of 2015-04-20 --duty retake cases.csv' '^CO: 1 overdue$'
like 'morning-digest --check' 1 'morning-digest --check -- --as-of 2015-04-20 cases.csv' 'ICJ duties'
like 'morning-digest --help' 0 'morning-digest --help' '^  morning-digest '

# -- Ten working days ------------------------------------------------------------

if command -v python3 >/dev/null; then
	seeds=
	! checked || seeds=1
	# shellcheck disable=SC2086 # none, or one
	python3 "$TOP/tests/office_week.py" "$BUILD/bin" "$EX" $seeds >weeks
	report $? "the mails of ten mornings are what the cases say: $(grep -c '^ok' weeks) offices"
	sed 's/^/# /' weeks
else
	skip 'ten mornings' 'there is no python3'
fi

# -- The month ---------------------------------------------------------------------

t 'a month against the one before' 0 'monthly-report --month 2015-03 cases.csv' <<'EOF'
Standards in 2015-03, as of 2015-03-31, against 2015-02

                            in time late open overdue unknown  share  change
A-01 home-evaluation              4    0    0       0       0 100.00    0.00
A-02 progress-report              0    0   29       1       0  96.67   -3.33
A-03 violation-reply              1    1    0       1       0  33.33        
A-04 testing-referral             1    1    0       0       0  50.00        
B-01 voluntary-return             0    1    0       0       1   0.00        
B-03 retake                       1    0    0       0       0 100.00        
EOF
monthly-report --month 2015-03 cases.csv >want
# What was recorded later: acts of April, the closing of a case, a case of April.
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
	function later(name) { if ($at[name] == "" && at[name]) $at[name] = "2015-04-1" NR % 10 }
	{ later("home_evaluation_sent"); later("violation_replied"); later("last_progress_report")
		later("closed"); later("withdrawn"); later("returned"); print }
	END { $1 = "T-9999"; $at["referral_received"] = "2015-04-02"; print }' cases.csv >today.csv
monthly-report --month 2015-03 today.csv >got
[ "$(diff cases.csv today.csv | grep -c '^>')" -gt 50 ]
report $? "today's export is another one"
same "last month's report from today's export" want got
monthly-report --month 2013-06 cases.csv >got
grep -q '^Nothing was due in 2013-06\.$' got
report $? 'a month without anything'
mkdir reports
monthly-report --month 2015-03 --folder reports cases.csv >got
awk -F, 'NR > 1 { n += $3 } END { print n }' reports/scores-2015-03.csv >sums
awk -F, 'NR > 1 { n += $4 } END { print n }' reports/states-2015-03.csv >>sums
same '--folder: the report is the same' want got
printf '7\n7\n' >wanted
same 'and the scorecards are kept' wanted sums
grep -q "<h1>How often was a duty done in time, by standard?  As of 2015-03-31</h1>" reports/scores-2015-03.html && grep -q ">A-02<" reports/scores-2015-03.html
report $? 'and a page'
like 'no month' 2 'monthly-report --month March cases.csv' 'wants a month, such as 2015-03'
like 'a file that is not there' 2 'monthly-report --month 2015-03 gone.csv' 'No such file'
like 'a month of later law' 0 'sed "s/2015-/2026-/g; s/2014-/2025-/g" cases.csv >later.csv; monthly-report --month 2026-05 later.csv' \
	'^Some of it rests on a law that is not known'
like 'monthly-report --help' 0 'monthly-report --help' '^  monthly-report '

# -- systemd -----------------------------------------------------------------------

if ! command -v systemd-analyze >/dev/null; then
	skip 'the units are in order' 'no systemd-analyze'
else
	mkdir units
	for unit in icj-digest.service icj-digest.timer icj-failed@.service; do
		sed "s|/usr/local/bin/|$EX/|" "$EX/$unit" >"units/$unit"
	done
	cp units/icj-failed@.service units/icj-failed@x.service
	for unit in icj-digest.service icj-digest.timer icj-failed@x.service; do
		systemd-analyze verify --man=no "./units/$unit" >got 2>&1
		status=$?
		! grep "^.*/units/\|icj-" got | grep .
		report $((status != 0 || $? != 0)) "$unit is in order"
		[ "$status" -eq 0 ] || sed 's/^/# /' got
	done
	sed 's/^ExecStart=.*/ExecStart=gone/' units/icj-digest.service >units/bad.service
	! systemd-analyze verify --man=no ./units/bad.service >got 2>&1
	report $? 'one that is not is seen'
	# 2.0 of 10, where 10 is no hardening at all.
	systemd-analyze security --offline=yes --threshold=20 ./units/icj-digest.service >got 2>&1
	report $? 'the service may do little'
fi
# The very command of the unit, with its folders here.
sed -n 's/^ExecStart=//p' "$EX/icj-digest.service" |
	sed "s|/usr/local/bin/||; s|%S/icj-digest|.|; s|/etc/icj/|./|; s|/srv/icj/|--as-of 2015-04-20 ./|; s| -- | --sendmail cat -- |" >line
printf 'worker,address\n,office@example.org\n' >addresses.csv
rm -f told
like 'what the unit runs' 0 "$(cat line)" '^To: office@example.org$'
[ -s told ]
report $? 'and remembers'
finish
