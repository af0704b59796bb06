#!/bin/sh
# SPDX-License-Identifier: MIT
# log.sh - --log of the filters: a line for each decision, and icj-rule --replay,
# which judges them again.
# shellcheck disable=SC2016,SC2086 # commands that like expands; several options
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

A='-a 2015-04-20'
K='--pseudonym-key key'
head -c 32 /dev/urandom >key
head -c 32 /dev/urandom >key2
chmod 600 key key2
cp "$EX/caseload.csv" "$EX/since-2016.csv" "$EX/holidays.csv" \
	"$EX/amendments.yaml" "$EX"/cases/*.yaml .
cat >cases.csv <<'END'
case_id,worker,juvenile,date_of_birth,case_type,transfer_requested,plan_days,referral_received,receiving_state
SECRET-1,Okafor,Jane Roe,2001-02-03,transfer,2015-03-01,365,2015-03-02,TX
SECRET-2,Okafor,,,transfer,2015-03-02,30,2015-03-03,OH
SECRET-3,Perez,,,transfer,2015-03-03,,,
END

replay() {
	icj-rule --replay $K "$@" >out 2>err
}

# all_same TITLE N [OPTION...]: N decisions, all of them the same
all_same() {
	title=$1 want=$2
	shift 2
	replay "$@" log && [ "$(cat out)" = \
		"$want decisions: $want the same, 0 different, 0 that cannot be replayed, 0 that cannot be read" ]
	report $? "$title"
}

# -- Written ----------------------------------------------------------------

for tool in eligible permit return deadline; do
	rm -f log
	icj-$tool $A cases.csv >want 2>/dev/null
	icj-$tool $A --log log $K cases.csv >got 2>/dev/null
	same "icj-$tool answers the same with --log" want got
	[ "$(stat -c %a log)" = 600 ] && [ "$(wc -l <log)" -eq 3 ]
	report $? 'a line for each record, for its owner alone'
	! grep -q 'SECRET\|Okafor\|Perez\|Roe\|2001' log
	report $? 'no case, worker, name or birth is in it'
	all_same 'and the decisions stand' 3
done
id=$(sed -n '1s/.*"case": "\(........\).*/\1/p' log)
icj-deadline $A -o ics $K cases.csv 2>/dev/null | grep -q "Case $id"
report $? 'the case is known by what a calendar calls it'
icj-deadline $A --log log2 --pseudonym-key key2 cases.csv >/dev/null 2>&1
! grep -q "$id" log2
report $? 'under another key by another word'

# What a tool answered is what its log has: column by column.
cat >compare.py <<'END'
import json, sys
question, log, rows = sys.argv[1:]
rows = [json.loads(line) for line in open(rows)]
answers = [json.loads(line)["answer"] for line in open(log)]
area = {"deadline": ""}.get(question, question)
if not area:
    answers = [row for a in answers for row in a["duties"]]
else:
    assert all(a["findings"] for a in answers)
assert len(rows) == len(answers) > 10, (len(rows), len(answers))
seen = 0
for row, answer in zip(rows, answers):
    for name, value in row.items():
        if name in answer and (not area or name.startswith(area)):
            assert answer[name] == value, (name, value, answer[name])
            seen += 1
print("same" if seen > 60 else seen)
END
for options in '' '--strict' '-E 2024-04-01' '-H holidays.csv' '--amend amendments.yaml' \
	'--date-format mdy --null Pending --set escorted=yes'; do
	for tool in eligible permit return deadline; do
		rm -f log
		icj-$tool $A $options --log log $K -o json caseload.csv since-2016.csv \
			>rows 2>/dev/null || icj-$tool $A $options --log log $K -o json \
			caseload.csv >rows 2>/dev/null
		[ "$(python3 compare.py $tool log rows 2>&1)" = same ]
		report $? "icj-$tool $options: the log has what was answered"
		n=$(wc -l <log)
		case $options in
		-H* | --amend*)
				all_same 'and it stands' "$n" $options ;;
		*) all_same 'and it stands' "$n" ;;
		esac
	done
done
rm -f log
icj-deadline $A --calendar both -H holidays.csv --log log $K -o json caseload.csv \
	>rows 2>/dev/null
[ "$(python3 compare.py deadline log rows)" = same ]
report $? 'the calendars of both states'
all_same 'and it stands' "$(wc -l <log)" -H holidays.csv
# Where a column is not there, nobody knows of it.
grep -v '"' caseload.csv | cut -d, -f1-43 >narrow.csv
for tool in deadline return; do
	rm -f log
	icj-$tool $A --log log $K -o json narrow.csv >rows 2>/dev/null
	[ "$(python3 compare.py $tool log rows 2>&1)" = same ]
	report $? "icj-$tool, columns that are not there"
	all_same 'and it stands' "$(wc -l <log)"
done
rm -f log
for file in *.yaml; do
	[ "$file" = amendments.yaml ] && continue
	icj-eligible $A --log log $K -o json "$file" && icj-return $A --log log $K \
		-o explain "$file" && icj-deadline $A --log log $K "$file"
done >/dev/null 2>&1
icj-eligible -a 2015-04-20T16:00 --log log $K plan_days=90 date_of_birth=2001-02-03 \
	>/dev/null 2>&1
grep -q '"date_of_birth": "(masked)"' log && ! grep -q 2001 log
report $? 'what is confidential is masked'
all_same 'YAML and operands stand' "$(wc -l <log)"
rm -f log
icj-eligible $A --log log $K caseload.csv 2>/dev/null | icj-permit $A --log log $K |
	icj-deadline $A --log log $K >/dev/null 2>&1
all_same 'the tools of a pipe share a file' "$((3 * $(wc -l <caseload.csv) - 3))"
rm -f one log
{ cat caseload.csv; for _ in 1 2 3 4 5 6 7 8 9; do sed 1d caseload.csv; done; } >many.csv
icj-eligible $A --log one $K many.csv >want 2>/dev/null
icj-eligible $A -j 3 --log log $K many.csv >got 2>/dev/null
same 'threads log the same' one log
same 'and answer the same' want got

# -- Not judged, or not all --------------------------------------------------

sed '2s/,365,/,x,/; 3s/,2015-03-03,/,soon,/; 4s/$/,more/' cases.csv >bad.csv
rm -f log
icj-eligible $A --log log $K bad.csv >got 2>/dev/null
[ $? -eq 3 ] && [ "$(wc -l <log)" -eq 2 ] &&
	grep -q '"plan_days": "(unreadable)"' log && grep -q '"eligible": "invalid"' log
report $? 'a cell that cannot be read is none in the log, a torn record has no line'
icj-deadline $A --log log $K bad.csv >got 2>/dev/null
[ "$(wc -l <log)" -eq 4 ]
report $? 'a log goes on'
sed -n 's/.*not judged: \(.*\)"$/\1/p' got | sed 's/.*/"withheld": ["&"]/; s/, /", "/g' >want
sed -n '4s/.*\("withheld": [^]]*\]\).*/\1/p' log >got
[ -s want ]
report $? 'duties are not judged that a cell began which cannot be read'
same 'and named' want got
all_same 'and that stands as well' 4

# -- Refused -----------------------------------------------------------------

like 'without a key' 2 "icj-eligible $A --log new cases.csv" \
	'log wants --pseudonym-key.*ICJ301'
[ ! -e new ]
report $? 'makes no file'
like 'a short key' 2 "printf short >short
	icj-eligible $A --log new --pseudonym-key short cases.csv" 'a key has 16.*ICJ580'
like '--compare' 2 "icj-eligible $A --log new $K --compare 2015-01-01,2024-01-01 cases.csv" \
	'no --compare'
like '--require-current' 2 "icj-eligible $A --log new $K --require-current cases.csv" \
	'no --compare'
like 'another tool has none' 2 "icj-supervise $A --log new $K cases.csv" 'no such option'
refused() { # refused TITLE COMMAND PATTERN: and the file is as it was
	like "$1" 2 "$2" "$3.*ICJ368"
}
ln -s log link
refused 'a link' "icj-eligible $A --log link $K cases.csv" 'symbolic link'
refused 'a link to nothing' "ln -s nothing lost; icj-eligible $A --log lost $K cases.csv" \
	'symbolic link'
refused 'the output' "icj-eligible $A --log - $K cases.csv" 'is the output'
umask 077
for file in cases.csv:'is being read' key:'another option' map.yaml:'of --map' \
	holidays.csv:'of --holidays' amendments.yaml:'of --amend' out.csv:'is the output'; do
	name=${file%%:*}
	echo 'Days of plan: plan_days' >map.yaml
	chmod 600 "$name" 2>/dev/null
	cp "$name" before 2>/dev/null
	refused "$name" "icj-eligible $A --log ./$name $K -m map.yaml -H holidays.csv \
		--amend amendments.yaml cases.csv >out.csv" "${file#*:}"
	[ "$name" = out.csv ] || same 'it is as it was' before "$name"
done
refused 'one that is to be made by both' \
	"icj-eligible $A --log both $K --rejects both cases.csv" 'is the file of --rejects'
: >rejects.csv
like 'one that is there for both' 2 \
	"icj-eligible $A --log ./rejects.csv $K --rejects rejects.csv cases.csv" \
	'is the file of --log.*ICJ366'
chmod 644 log
refused 'one that others may read' "icj-eligible $A --log log $K cases.csv" 'chmod 600'
chmod 600 log
refused 'a folder' "mkdir -p folder; icj-eligible $A --log folder $K cases.csv" '.'
refused 'holidays out of a pipe' "mkfifo pipe; cat holidays.csv >pipe &
	icj-eligible $A --log new $K -H pipe cases.csv" 'no regular file'
rm -f new

# -- No room -----------------------------------------------------------------

like 'a full disk' 4 "icj-eligible $A --log /dev/full $K cases.csv" \
	'/dev/full: cannot write: No space left on device .ICJ213'
[ "$(grep -c SECRET "$DIR/got.out")" -eq 0 ]
report $? 'what is not logged is not answered'
rm -f log
icj-deadline $A --log log $K caseload.csv >/dev/null 2>&1
most=$(($(wc -c <log) / 2048))
rm -f log
(trap '' XFSZ; ulimit -f $most; icj-deadline $A --log log $K caseload.csv) >got 2>err
[ $? -eq 4 ] && [ "$(tail -c 1 log)" = '' ] && grep -q 'log: cannot write' err
report $? 'a disk that fills up leaves whole lines'
all_same 'which stand' "$(wc -l <log)"

# What another program has locked is waited for.
cat >hold.py <<'END'
import fcntl, subprocess, sys, time
log = open("log", "r+")
fcntl.lockf(log, fcntl.LOCK_EX)
tool = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL,
                        stderr=subprocess.DEVNULL)
time.sleep(0.3)
print(len(log.read()), tool.poll())
fcntl.lockf(log, fcntl.LOCK_UN)
print(tool.wait(), sum(1 for line in open("log")))
END
: >log
t 'a log that is locked is waited for' 0 \
	"python3 hold.py icj-eligible $A --log log $K cases.csv" <<'END'
0 None
0 3
END

# -- Judged again ------------------------------------------------------------

rm -f log
icj-eligible $A --log log $K cases.csv >/dev/null 2>&1
icj-deadline $A --log log $K cases.csv >/dev/null 2>&1
cp log whole

# changed TITLE SED STATUS PATTERN: with the key and without it
changed() {
	sed "$2" whole >log
	cmp -s log whole && report 1 "$1: nothing was changed"
	like "$1" "$3" "icj-rule --replay log" "$4"
}

changed 'a fact' '1s/"plan_days": "365"/"plan_days": "30"/' 1 \
	'eligible_rule: was .*, is "4-101(2)(d)"'
changed 'its limb is named' '1s/"plan_days": "365"/"plan_days": "30"/' 1 \
	'findings 4-101(2)(d) status: was "met", is "not met"'
changed 'an answer' '2s/"eligible": "no"/"eligible": "yes"/' 1 \
	'eligible: was "yes", is "no"'
changed 'a duty' '4s/"due": "2015-04-01"/"due": "2015-05-01"/' 1 \
	'duties local-home-evaluation due: was "2015-05-01", is "2015-04-01"'
changed 'a duty less' '4s/"duties": \[{[^}]*}, /"duties": [/' 1 'duties .*: was'
changed 'the moment' '4s/"as_of": "2015-04-20", "edition"/"as_of": "2015-03-20", "edition"/' 1 \
	'days_left: was'
changed 'another version is named' 's/"program": "[^"]*"/"program": "0.0.1"/' 0 \
	'log:1: judged by other program: 0.0.1, not '
changed 'and counted' 's/"rules": "[^"]*"/"rules": "1999"/' 0 \
	'^6 judged by another program, rulebook'
changed 'another line' '3s/"log": 1/"log": 2/' 3 'log:3: no whole line of --log .ICJ368'
for change in whose/owner/mine strict/no/maybe unsaid/no-column/told \
	as_of/2015-04-20/soon edition/auto/old; do
	name=${change%%/*}
	was=${change#*/}
	changed "$name: ${was#*/}" "3s/\"$name\": \"${was%/*}\"/\"$name\": \"${was#*/}\"/" 3 \
		'log:3: no whole'
done
changed 'a question that there is not' '3s/"question": "eligible"/"question": "x"/' 3 'log:3: no whole'
changed 'a key twice' '3s/"case": /"log": 1, "case": /' 3 'log:3: no whole'
changed 'text behind it' '3s/$/ {}/' 3 'log:3: no whole'
changed 'a NUL byte' '3s/owner/\x00/' 3 'log:3: no whole'
sed '2s/"case": "..../"case": "0000/' whole >log
like 'what no answer shows, without the key' 0 'icj-rule --replay log' \
	'no seal was looked at'
like 'and with it' 1 "icj-rule --replay $K log" 'log:2: eligible of case 0000.* differs'
like 'its seal' 1 "icj-rule --replay $K log" 'its seal does not fit'
like 'another key' 1 'icj-rule --replay --pseudonym-key key2 whole' '6 different'
sed '5d' whole >log
all_same 'a line that was taken out is not noticed' 5

# A fact that was masked later decides, or does not.
changed 'a masked fact that decides' '2s/"plan_days": "30"/"plan_days": "(masked)"/' 3 \
	'log:2: cannot be replayed: a masked fact decides'
changed 'is counted' '2s/"plan_days": "30"/"plan_days": "(masked)"/' 3 \
	'5 the same, 0 different, 1 that cannot be replayed'
changed 'one that starts a duty' '4s/"referral_received": "[^"]*"/"referral_received": "(masked)"/' 3 \
	'1 that cannot be replayed'
changed 'one that decides nothing' '1s/"facts": {/"facts": {"date_of_birth": "(masked)", /' 0 \
	'6 the same'
changed 'both' '1s/"plan_days": "365"/"plan_days": "30"/; 2s/"plan_days": "30"/"plan_days": "(masked)"/' 3 \
	'4 the same, 1 different, 1 that cannot be replayed'

# A calendar and amendments are named by their sums.
cp whole log
like 'another calendar' 0 'icj-rule --replay -H holidays.csv log' \
	"judged by other calendar: none, not $(sha256sum <holidays.csv | cut -c1-64)"
rm log
icj-deadline $A -H holidays.csv -H holidays.csv --log log $K cases.csv >/dev/null 2>&1
grep -q "\"calendar\": \"$(cat holidays.csv holidays.csv | sha256sum | cut -c1-64)\"" log
report $? 'the sum is that of sha256sum'
like 'without the calendar' 0 'icj-rule --replay log' 'judged by other calendar: .*, not none'

# Torn.
head -c $(($(wc -c <whole) - 40)) whole >log
like 'a torn last line' 3 'icj-rule --replay log' 'log:6: no whole line of --log'
like 'the others are judged' 3 'icj-rule --replay log' '5 the same, 0 different, 0 .* 1 that cannot be read'
icj-eligible $A --log log $K cases.csv >/dev/null 2>&1
like 'the next run begins a line' 3 'icj-rule --replay log' '8 the same, .* 1 that cannot be read'
: >log
like 'an empty log' 0 'icj-rule --replay log' 'log: warning: no input .ICJ320'
like 'no log' 2 'icj-rule --replay nowhere' 'nowhere: No such file'
like 'none named' 2 'icj-rule --replay' 'a citation, a term or a file is missing'
like 'from a pipe' 0 'cat whole | icj-rule --replay -' '6 the same'

finish
