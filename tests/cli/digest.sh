#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317 # functions are called by name
# icj-digest: an office's week, what is told and to whom, and the file that
# remembers it.
# shellcheck disable=SC2016
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

icj-deadline --as-of 2015-04-20 "$EX/caseload.csv" >d.csv

# -- A week -------------------------------------------------------------------

# day DATE: the caseload of stdin, through both tools
day() {
	{
		echo case_id,worker,sending_state,receiving_state,violation_report_received,violation_replied,violation_action,violation_action_date
		cat
	} | icj-deadline --as-of "$1" -o csv | icj-digest --state week
}
cat >mon <<'EOF'
T-1,Okafor,CO,TX,2015-04-01,,,
T-2,Pruitt,CO,TX,2015-04-13,,,
EOF
t 'Monday: what is overdue and what will be' 0 'day 2015-04-20 <mon' <<'EOF'
ICJ duties as of 2015-04-20

Okafor: 1 overdue

Overdue
  2015-04-15  T-1: violation-reply, 5-103(2), owed by CO, 5 days late [new]

Pruitt: 1 due within 7 days

Due within 7 days
  2015-04-27  T-2: violation-reply, 5-103(2), owed by CO, 7 days left [new]
EOF
t 'the second run of the day is silent' 0 'day 2015-04-20 <mon' <<'EOF'
EOF
t 'Tuesday, nothing has changed: silent' 0 'day 2015-04-21 <mon' <<'EOF'
EOF
cat >wed <<'EOF'
T-1,Okafor,CO,TX,2015-04-01,,,
T-2,Pruitt,CO,TX,2015-04-13,2015-04-21,revocation,2015-04-21
T-3,Okafor,CO,TX,2015-04-09,,,
EOF
t 'Wednesday: one is done, one is new' 0 'day 2015-04-22 <wed' <<'EOF'
ICJ duties as of 2015-04-22

Okafor: 1 due within 7 days

Due within 7 days
  2015-04-23  T-3: violation-reply, 5-103(2), owed by CO, 1 day left [new]

1 more was told before and has not changed.
EOF
sed 's/T-3,Okafor/T-3,Yazzie/; s/^T-1.*/T-1,Okafor,CO,TX,2015-04-01,2015-04-22,revocation,2015-04-22/' wed >thu
t 'Thursday: one has another worker, who has not been told' 0 'day 2015-04-23 <thu' <<'EOF'
ICJ duties as of 2015-04-23

Yazzie: 1 due within 7 days

Due within 7 days
  2015-04-23  T-3: violation-reply, 5-103(2), owed by CO, today [changed]
EOF
t 'Friday: it is overdue now' 0 'day 2015-04-24 <thu' <<'EOF'
ICJ duties as of 2015-04-24

Yazzie: 1 overdue

Overdue
  2015-04-23  T-3: violation-reply, 5-103(2), owed by CO, 1 day late [changed]
EOF
t 'Monday after: not again without --remind' 0 'day 2015-04-27 <thu' <<'EOF'
EOF
grep -v T-3 thu >closed
t 'it is closed: nothing' 0 'day 2015-04-28 <closed' <<'EOF'
EOF
t 'and open again, as an old record shows: news' 0 'day 2015-04-28 <thu | tail -n 2' <<'EOF'
Overdue
  2015-04-23  T-3: violation-reply, 5-103(2), owed by CO, 5 days late [new]
EOF
t 'it is due at another day, which is corrected' 0 \
	'sed /^T-3/s/2015-04-09/2015-04-10/ thu | day 2015-04-29 | tail -n 1' <<'EOF'
  2015-04-24  T-3: violation-reply, 5-103(2), owed by CO, 5 days late [moved]
EOF
t 'and told so once' 0 'sed /^T-3/s/2015-04-09/2015-04-10/ thu | day 2015-04-30' <<'EOF'
EOF

# -- What is told --------------------------------------------------------------

t 'nothing is nothing' 0 'icj-deadline --as-of 2014-01-01 --duty violation-reply $EX/caseload.csv | icj-digest --within 0' <<'EOF'
EOF
icj-digest d.csv >text
[ -s text ] && [ "$(awk 'length > 80' text | wc -l)" -eq 0 ]
report $? 'no line is longer than 80 columns'
# Whose, and how many, by another reader of the same records.
cat >count.py <<'EOF'
import csv, datetime, sys
as_of = datetime.date(2015, 4, 20)
for row in csv.DictReader(open("d.csv")):
    status, kind = row["status"], row["kind"]
    due = row["extended_to"] or row["due"]
    if kind not in ("duty", "cap"):
        continue
    left = int(row["days_left"]) if row["days_left"] else None
    if status in ("overdue", "exceeded"):
        why = 1
    elif status == "unknown" and left is not None and left < 0:
        why = 2
    elif due and (status in ("due", "unknown") or status == "within" and not row["done"]) and (
            datetime.date.fromisoformat(due[:10]) - as_of).days <= 7:
        why = 3
    elif status == "unknown" and not due:
        why = 4
    else:
        continue
    print(row["worker"], why, row["case_id"], row["duty"])
EOF
if command -v python3 >/dev/null; then
	python3 count.py | sort >want
	awk '/: [0-9]/ && !/^ / { who = substr($0, 1, index($0, ":") - 1) }
		/^Overdue/ { why = 1 } /^Past due/ { why = 2 } /^Due/ { why = 3 } /^Not known/ { why = 4 }
		/^  (20|no date)/ { sub(/^  no date/, "  -"); sub(":", "", $2); sub(",", "", $3); print who, why, $2, $3 }' text |
		sort >got
	same "all that is to be told, and nothing else ($(wc -l <got) duties)" want got
else
	skip 'all that is to be told' 'no python3'
fi
awk '/^$/ { last = "" } /^  20/ { at = $1 (length($1) > 10 ? "" : "T99")
	if (at < last) bad = 1; last = at } END { exit bad || !last }' text
report $? 'the oldest first'
like 'what is missing is named' 0 'icj-digest d.csv' \
	'^              ago; past due: home_evaluation_done is not known$'
like 'and what is wrong with a record that could not be judged' 3 \
	'printf "case_id,worker,referral_received\nT-9,Okafor,2015-02-30\n" | icj-deadline --as-of 2015-04-20 -o csv | icj-digest' \
	'^              T-9; referral_received: no such day'
{ head -n 3 d.csv; echo 'bad,row'; } >bad.csv
like 'a line that is no record is told by its number' 3 'icj-digest bad.csv' '^              no case_id; line 4: 2 fields where the header has'
sed '/^case/!s/,text,/,nearest,/' d.csv >near.csv
like 'a law that is not known to be that of the day' 0 'icj-digest near.csv' \
	'^[0-9]* of these rest on a law that is not$\|of these rest on a law that is not known'
like '--within 0' 0 'icj-digest --within 0 d.csv' '^Due today$'
like '--by zone wants one' 2 'icj-digest --by zone d.csv' 'no column zone'
like '--by state' 0 'icj-digest --by state d.csv' '^CO: [0-9]* overdue, '
like '--check: something is overdue' 1 'icj-digest --check d.csv' '^Overdue$'
like '--check: nothing is' 0 'icj-deadline --as-of 2015-04-20 --only due d.csv -q $EX/caseload.csv >/dev/null 2>&1;
	icj-deadline --as-of 2015-04-20 --only due $EX/caseload.csv | icj-digest --check' '^Due within'
# What is not known of a duty is told, of a permission not.
kinds() { # kinds KIND: unknown rows of it, past, soon and without a date
	printf '%s\n' 'case_id,worker,duty,kind,due,extended_to,done,days_left,status,as_of,basis,note' \
		"A,w,x,$1,2015-04-10,,,-10,unknown,2015-04-20,text," \
		"B,w,x,$1,2015-04-22,,,2,unknown,2015-04-20,text," \
		"C,w,x,$1,,,,,unknown,2015-04-20,text,"
}
for kind in may may-until keep; do
	t "what is not known of a permission binds nobody: $kind" 0 \
		'kinds "$kind" | icj-digest --check' </dev/null
done
for kind in duty cap; do
	t "of a $kind it is told, and past due is found" 1 \
		'kinds "$kind" | icj-digest --check' <<'EOF'
ICJ duties as of 2015-04-20

w: 1 perhaps overdue, 1 due within 7 days, 1 without a known date

Past due, and not known whether it was done
  2015-04-10  A: x, 10 days ago

Due within 7 days
  2015-04-22  B: x, 2 days left

Not known by when
  no date     C: x
EOF
done
t 'a limit that is exceeded before its last day' 0 \
	'kinds cap | sed "1p; /^A/!d; s/2015-04-10,,,-10,unknown/2015-04-25,,,5,exceeded/" |
	    icj-digest | tail -n 1' <<'EOF'
  2015-04-25  A: x, exceeded
EOF
t 'a long key is cut between characters, and shown as text' 0 \
	'for key in "$(printf "%059d\303\251\303\251" 0)" "$(printf "B\033[31m")"; do
		kinds duty | sed "1p; /^B/!d; s/^B/$key/" | icj-digest | tail -n +6
	done' <<EOF
  2015-04-22  $(printf '%059d' 0)...:
              x, 2 days left
  2015-04-22  B?[31m: x, 2 days left
EOF
icj-digest --explain d.csv >got
same '--explain: it is prose in any case' text got
for format in json yaml; do
	icj-deadline --as-of 2015-04-20 -o $format "$EX/caseload.csv" | icj-digest >got
	same "$format in is as CSV in" text got
done
like 'case records are no duty records' 2 'icj-digest $EX/caseload.csv' ':1: no column of a duty record is there: icj-deadline writes them, '
like 'duty records without a column' 2 "sed '1s/,kind,/,kinds of it,/' d.csv | icj-digest" ':1: no column kind: .*ICJ540'
like 'records of two moments' 3 'sed "3s/,2015-04-20,20/,2015-04-21,20/" d.csv | icj-digest' \
	'as_of: another moment than that of the first record \[ICJ564\]'
for option in '-o csv' --trailer '--show duty' --wide --spreadsheet --as-of=now '--remind 3' '--from a@b.c' '--sendmail cat' \
	'--within -1' '--within x' '--remind 0 --state s' '--by duty'; do
	like "$option" 2 "icj-digest $option d.csv" 'ICJ301'
done
like 'a full disk' 4 'icj-digest d.csv >/dev/full' 'cannot write'
icj-digest --state full d.csv >/dev/full 2>&1
icj-digest --state full d.csv >got
[ "$(grep -c '\[new\]$' got)" -gt 20 ]
report $? 'and what could not be told is news the next time'

# -- As a page -------------------------------------------------------------------

icj-digest -o html d.csv >page
icj-digest d.csv >text
[ "$(grep -c '^<tr><th scope="row">' page)" -eq "$(grep -cE '^  [^ ]' text)" ]
report $? 'a row of the page for each duty of the text'
like 'who, what and by when' 0 'cat page' \
	'<tr><th scope="row">T-0029</th><td>Overdue</td><td>2015-03-30</td><td>21 days late</td><td>violation-reply</td><td>5-103(2)</td><td>CO</td><td></td><td></td><td>Marchetti</td></tr>'
like 'what is missing' 0 'cat page' \
	'Past due, and not known whether it was done</td>.*home_evaluation_done is not known</td>'
t 'a heading for each who' 0 'grep -c rowgroup page' <<'EOF'
5
EOF
t 'by state it is headed so, and worker no more' 0 'for by in worker state; do
	    icj-digest --by $by -o html d.csv | grep -o "<th scope=.col.>[a-z_]*" |
	    tail -n 1
	done' <<'EOF'
<th scope="col">worker
<th scope="col">owed_by_state
EOF
n=$(grep -c '<td>nearest</td>' page)
[ "$n" -eq 0 ] && [ "$(icj-digest -o html near.csv | grep -c '<td>nearest</td>')" -gt 20 ]
report $? 'a law that is not known to be that of the day'
like 'values are text' 0 "sed 's/Marchetti/<b>M/' d.csv | icj-digest -o html" \
	'<td>&lt;b&gt;M</td>'
like 'a full disk under a page' 4 'icj-digest -o html d.csv >/dev/full' 'cannot write'
icj-digest --state pages -o html d.csv >page
[ "$(grep -c '<td>new</td></tr>$' page)" -gt 20 ]
report $? 'news is marked'
t 'and told once' 0 'icj-digest --state pages -o html d.csv' <<'EOF'
EOF
like 'what was told before is counted' 0 \
	'icj-digest --state pages --within 8 -o html d.csv' \
	'<caption>ICJ duties as of 2015-04-20: .*; [0-9]* more told before, not changed</caption>'
printf 'worker,address\nOkafor,o@x.example\n' >one.csv
like 'a message that is a page' 0 \
	'icj-digest -q -o html --mail-to one.csv --sendmail cat d.csv' \
	'^Content-Type: text/html; charset=utf-8$'

# -- The state -------------------------------------------------------------------

rm -f s s.lock
icj-digest --state s d.csv >first
[ "$(stat -c %a s)" = 600 ]
report $? 'only the owner reads the state'
[ "$(stat -c %a s.lock)" = 600 ]
report $? 'or locks it'
! grep -q -i -e 'T-0' -e Okafor -e report -e '4-10' s && [ "$(wc -l <s)" -gt 60 ]
report $? 'and there is no name, no case and no duty in it'
sort s >one.sorted
cp s one
rm s
icj-digest --state s d.csv >/dev/null
sort s >two.sorted
[ "$(comm -12 one.sorted two.sorted | wc -l)" -le 2 ]
report $? 'each has a key of its own'
cp s keep
broken() { # broken TITLE: s is refused and left
	cp s as-it-was
	like "$1" 2 'icj-digest --state s d.csv' '^icj-digest: s: no state of this icj-digest, or a torn one; .*ICJ560'
	same "$1: it is kept" as-it-was s
	cp keep s
}
head -c 500 keep >s
broken 'a state that is torn'
sed '$d' keep >s
broken 'one without its last line'
sed 5d keep >s
broken 'one that lacks a line'
sed '2s/^key ./key x/' keep >s
broken 'one whose key is none'
sed 2d one >rest
{ sed -n 1p keep; sed -n 2p one; sed 1,2d keep; } >s
broken 'one of another key'
: >s
broken 'an empty file'
cp d.csv s
broken 'another file'
{ cat keep; echo; } >s
broken 'one with more behind it'
rm s && mkdir s
like 'a folder' 2 'icj-digest --state s d.csv' '^icj-digest: s: '
rmdir s && ln -s keep s
like 'a symbolic link' 2 'icj-digest --state s d.csv' '^icj-digest: s: cannot be read'
rm s
like 'a folder that is not there' 2 'icj-digest --state gone/s d.csv' '^icj-digest: gone/s.lock: cannot be made: No such'
cp keep s
sed 's/,2015-04-20,\(20[0-9-]*,text\)/,2015-04-19,\1/' d.csv >earlier.csv
t 'records of a day before the state' 2 'icj-digest --state s earlier.csv' <<'EOF'
--- stderr
icj-digest: s: it is of 2015-04-20, and the records are of a day before: an old file, or a clock that was set back?  Nothing was told [ICJ563]
EOF
same 'leave it as it is' keep s
t 'an earlier hour of the day is none' 0 "sed 's/,2015-04-20,\(20[0-9-]*,text\)/,2015-04-20T07:00,\1/' d.csv | icj-digest --state s" <<'EOF'
EOF
if checked; then
	skip 'a full disk while the state is written' 'a checker writes files of its own'
else
err=$(
	ulimit -f 0
	icj-digest --state s -q near.csv --within 9 2>&1 >/dev/null
	echo "status $?"
)
echo "$err" | grep -q '^icj-digest: s: cannot be written, and stays as it was; what was told now will be told again: ' &&
	echo "$err" | grep -q '^status 4$'
report $? 'a disk that is full while the state is written is status 4'
fi
[ "$(ls s*)" = "$(printf 's\ns.lock')" ] && icj-digest --state s d.csv >got && [ ! -s got ]
report $? 'the old state stays, and nothing beside it'
rm s
icj-digest --state s d.csv >a &
icj-digest --state s d.csv >b
wait
cat a b >got
same 'of two at once one tells' first got
cp s was
icj-digest --state s </dev/null 2>/dev/null
same 'no input at all changes no state' was s
sed 1q d.csv | icj-digest --state s
same 'nor does one without a record' was s
icj-digest --state s d.csv >got && [ ! -s got ]
report $? 'and nothing is news by it'
icj-deadline --as-of 2015-04-20 --trailer "$EX/caseload.csv" | head -60 |
	icj-digest --state new 2>/dev/null >got
[ $? -eq 4 ] && [ ! -s got ] && [ ! -e new ]
report $? 'of an input that was cut nothing is told or remembered'
{ sed 1q d.csv; grep -m1 overdue d.csv; } >o.csv
like 'a state wants case_id' 2 'cut -d, -f 2- o.csv | icj-digest --state s' \
	'^icj-digest: <stdin>:1: no column case_id: .*ICJ540'
sed '/^case/!s/,text,/,nearest,/' o.csv >nearest.csv
icj-digest --state near nearest.csv >got
[ "$(grep -c '^1 of these rests on a law' got)" -eq 1 ]
report $? 'one that rests on a law which is not known to be that of the day'
sed -n '2s/^T-[0-9]*/Z-1/p' o.csv >>nearest.csv
t 'is not among these when it was told before' 0 \
	'icj-digest --state near nearest.csv | sed 1,5d' <<'EOF'
  2015-03-29  Z-1: progress-report, 5-101(4), owed by CO, 22 days late [new]

1 more was told before and has not changed.
EOF
like '--remind: not after a day' 0 'icj-digest --state r --remind 3 o.csv >/dev/null;
	sed "s/,2015-04-20,20/,2015-04-22,20/" o.csv | icj-digest --state r --remind 3; echo none' '^none$'
like 'but after three' 0 'sed "s/,2015-04-20,20/,2015-04-23,20/" o.csv | icj-digest --state r --remind 3' '\[again\]$'
like 'and then not the next day' 0 'sed "s/,2015-04-20,20/,2015-04-24,20/" o.csv | icj-digest --state r --remind 3; echo none' '^none$'
sed 's/^T-[0-9]*//' o.csv >nameless.csv
icj-digest --state n nameless.csv >a 2>/dev/null
icj-digest --state n nameless.csv >b 2>err
[ -s a ] && cmp -s a b && grep -q 'without case_id, .*: 1 \[ICJ571\]' err
report $? 'what has no case_id is told each time'
{ cat o.csv; sed 1d o.csv; } >twice.csv
icj-digest --state w o.csv >/dev/null
[ "$(icj-digest --state w twice.csv | grep -c '^  20')" -eq 1 ]
report $? 'a second record alike is news once'
[ -z "$(icj-digest --state w twice.csv)" ]
report $? 'and then known'

# -- Mail ------------------------------------------------------------------------

cat >to.csv <<'EOF'
worker,address
Okafor,okafor@example.org
yazzie,yazzie
Nobody,nobody@example.org
,office@example.org
EOF
mkdir out
cat >sendmail <<'EOF'
#!/bin/sh
# A message a file; with $FAIL in its first lines it cannot be sent.
cat >message
n=$(($(ls out | wc -l) + 1))
[ -z "${FAIL:-}" ] || ! grep -q "^To: $FAIL" message || exit 75
mv message out/$n
EOF
chmod +x sendmail
t 'a message to each, and one for those without an address' 0 \
	'icj-digest --mail-to to.csv --sendmail ./sendmail --state m d.csv; grep -h ^To: out/*; ls out' <<'EOF'
To: okafor@example.org
To: yazzie
To: office@example.org
1
2
3
--- stderr
icj-digest: warning: duties of 3 workers without an address in to.csv go to the address without a name [ICJ570]
EOF
cat >mail.py <<'EOF'
import email, email.policy, email.utils, glob, re
rows = []
for name in sorted(glob.glob("out/*")):
    raw = open(name, "rb").read()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    assert not m.defects and not any(
        m[h].defects for h in m.keys() if "@" in m[h] or h != "To"), name
    for h in ("From", "To", "Date", "Subject"):
        assert len(m.get_all(h)) == 1, h
    assert email.utils.parsedate_to_datetime(m["Date"]).tzinfo
    assert m["Auto-Submitted"] == "auto-generated"
    body = m.get_content()
    assert all(len(line) <= 80 for line in body.split("\n")), name
    found = re.findall(r"^  (?:20\S+|no date) +(\S+): (\S+),", body, re.M)
    counts = [int(n) for n in re.findall(r"(\d+) (?:overdue|perhaps|due)", m["Subject"])]
    assert sum(counts) == len(found), (m["Subject"], len(found))
    rows += found
print(len(rows))
EOF
if command -v python3 >/dev/null; then
	python3 mail.py >got
	grep -c '^  [2n]' text >want
	same 'they are mails, and nothing is lost' want got
else
	skip 'they are mails' 'no python3'
fi
! grep -h '^Subject' out/* | grep -v '^Subject: ICJ duties 2015-04-20: [0-9a-z, ]*$' | grep .
report $? 'no subject has a name'
rm -f out/*
icj-digest --mail-to to.csv --sendmail ./sendmail --state m d.csv
[ -z "$(ls out)" ]
report $? 'no mail is sent twice'
rm -f m
FAIL=okafor icj-digest --mail-to to.csv --sendmail ./sendmail --state m -q d.csv 2>err
[ $? -eq 4 ] && grep -q 'left with status 75; these duties will be told again \[ICJ566\]' err &&
	[ "$(find out -type f | wc -l)" -eq 2 ]
report $? 'a message that cannot be sent is status 4, the others are'
rm -f out/*
icj-digest --mail-to to.csv --sendmail ./sendmail --state m d.csv
[ "$(grep -h ^To: out/*)" = 'To: okafor@example.org' ]
report $? 'and the next time only that one is'
sed '$d' to.csv >some.csv
icj-digest --mail-to some.csv --sendmail cat --from office@example.org d.csv >got 2>err
grep -q '3 workers without an address in some.csv go to standard output' err &&
	grep -q '^From: office@example.org$' got && grep -q '^Lindqvist: ' got &&
	[ "$(grep -c '^  [2n]' got)" -eq "$(grep -c '^  [2n]' text)" ]
report $? 'without an address for all others they go to standard output'
like 'a command that is not there' 4 'icj-digest --mail-to to.csv --sendmail ./gone -q d.csv' 'left with status 127'
like 'one that reads nothing' 4 'icj-digest --mail-to to.csv --sendmail false -q d.csv' 'left with status 1;'
{ sed 1q o.csv; awk 'NR == 2 { for (i = 0; i < 1500; i++) print }' o.csv; } >long.csv
like 'one that reads less than there is' 4 \
	'icj-digest --mail-to to.csv --sendmail true -q long.csv' \
	'^icj-digest: the command that sends failed; these duties will be told again .ICJ566'
name=$(printf '%0242d' 0)
printf 'worker,address\n,,\nOkafor,%s@example.org\n,,\n' "$name" >most.csv
like 'an address of 254 bytes, between rows of commas' 0 \
	'icj-digest --mail-to most.csv --sendmail cat -q d.csv' "^To: $name@example.org$"
bad() { # bad TITLE PATTERN: the file of addresses
	like "$1" 2 'icj-digest --mail-to bad.csv --sendmail cat d.csv' "$2"
	! grep -q -i -e evil -e okafor "$DIR/got.out"
	report $? "$1: no value is shown"
}
printf 'worker,address\nOkafor,"a@b.c\nBcc: evil@b.c"\n' >bad.csv
bad 'two lines in an address' '^icj-digest: bad.csv:2:2: not one plain address, .*ICJ565'
printf 'worker,address\nOkafor,"a@b.c, evil@b.c"\n' >bad.csv
bad 'two addresses' 'bad.csv:2:2: not one plain address'
printf 'worker,address\nOkafor,%s@evil.example.org\n' "${name#0000}" >bad.csv
bad 'one of 255 bytes' 'bad.csv:2:2: not one plain address'
printf 'worker,address\nOkafor,-evil\n' >bad.csv
bad 'an option' 'not one plain address'
printf 'worker,address\nOkafor,\n' >bad.csv
bad 'no address' 'not one plain address'
printf 'worker,address\nOkafor,"evil@b.c\n' >bad.csv
bad 'an open quote' 'bad.csv:2: a quote opened here never closes'
printf 'worker,address\nOkafor,a\nokafor,evil\n' >bad.csv
bad 'a name twice' 'bad.csv:3: an earlier line has the same name'
printf 'who,address\nOkafor,a\n' >bad.csv
bad 'no column of names' 'it needs the columns worker'
printf 'worker,mail\nOkafor,a@b.c\n' >bad.csv
bad 'no column of addresses' 'bad.csv:1: it needs the columns worker, .*and address'
true >bad.csv
bad 'an empty file' 'it needs the columns worker'
like 'a file of addresses that is not there' 2 'icj-digest --mail-to gone.csv d.csv' 'gone.csv: No such file'
printf 'state,address\nCO,co@example.org\nTX,tx@example.org\n,rest@example.org\n' >states.csv
like '--by state' 0 'icj-digest -q --by state --mail-to states.csv --sendmail "grep ^To:" d.csv' '^To: co@example.org'
finish
