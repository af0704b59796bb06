#!/bin/sh
# SPDX-License-Identifier: MIT
# Input as it should not be: refused or marked at the right place, in little
# time and memory, and never with the value of a field in a message.
# shellcheck disable=SC2016 # commands are expanded by t and like
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
NO='no,4-101(2)(d),,,2015-01-01,text,'
HEAD=transfer_requested,plan_days

# Runs with 300 MiB of memory and 20 seconds.  Checkers of memory need more.
giant=1073741824
if checked; then
	giant=67108864
	small() {
		timeout 200 "$@"
	}
else
	small() {
		# shellcheck disable=SC3045 # dash and bash have it
		(ulimit -v 300000; exec timeout 20 "$@")
	}
fi

# -- CSV --------------------------------------------------------------------

t 'the line is that where the quote began' 4 \
	'printf "$HEAD\n2015-03-01,90\n2015-03-02,\"9\n0\n0\n" | icj-eligible' <<EOF
$HEAD,$H
2015-03-01,90,$NO
--- stderr
icj-eligible: <stdin>:3:2: a quote opened here never closes [ICJ202]
EOF
t 'a quoted line break counts as a line' 3 \
	'printf "worker,%s\n\"a\nb\",2015-03-01,90\nc,2015-03-01,x\n" $HEAD | icj-eligible' \
	<<EOF
worker,$HEAD,$H
"a
b",2015-03-01,90,$NO
c,2015-03-01,x,invalid,,,,,,plan_days: not a whole number from 0 to 999999999
--- stderr
icj-eligible: <stdin>:4:3: plan_days: not a whole number from 0 to 999999999 [ICJ103]
EOF
t 'a quote in the header that never closes' 4 'printf "plan_days,\"wor\n90,x\n" |
	icj-eligible' <<'EOF'
--- stderr
icj-eligible: <stdin>:1:2: a quote opened here never closes [ICJ202]
EOF
t 'text behind a closing quote joins no records' 4 \
	'printf "worker,$HEAD\nx,2015-03-01,90\n\"Ann\" Lee,2015-03-02,170\n\"Bo\",2015-03-03,90\n" |
	icj-eligible' <<EOF
worker,$HEAD,$H
x,2015-03-01,90,$NO
--- stderr
icj-eligible: <stdin>:3:1: text behind a closing quote; a quote inside of quotes is written twice [ICJ216]
EOF
t 'the same where the field began lines before' 4 \
	'printf "worker,$HEAD\nx,2015-03-01,90\n\"Ann,2015-03-02,170\n\"Bo\",2015-03-03,90\n" |
	icj-eligible' <<EOF
worker,$HEAD,$H
x,2015-03-01,90,$NO
--- stderr
icj-eligible: <stdin>:3:1: a quote opened here, and text is behind the next one on line 4; a quote inside of quotes is written twice [ICJ216]
EOF
printf 'date,state,name\n2015-03-02,TX,"Texas" day\n2015-03-03,TX,"y"\n' >holidays.csv
printf 'tier,from,below,amount\n"one" of,0,0.5,1\n"two",0.5,,2\n' >tiers.csv
printf 'state,population,sent,received\n"OH" x,1,2,3\n"TX",1,3,2\n' >dues.csv
like 'text behind a quote in a holiday file' 2 \
	'icj-deadline --add 1b --state TX -H holidays.csv 2015-03-01' \
	'holidays.csv:2.*text behind a closing quote'
like 'in a tier file' 2 'printf "state,population,sent,received\nOH,1,2,3\n" |
	icj-dues --tiers tiers.csv' 'tiers.csv:2.*text behind a closing quote'
like 'in dues' 4 'icj-dues dues.csv' 'dues.csv:2:1: text behind a closing quote'
like 'in a tally' 4 'printf "case_id,arrived\n\"A\" b,2015-01-01\n\"c\",2015-01-01\n" |
	icj-tally' ':2:1: text behind a closing quote'
t 'blanks around quotes are read' 0 \
	'printf "\"worker\" , \"transfer_requested\",\t\"plan_days\"\n \"a,b\", \"2015-03-01\" ,\t\"90\"\t\n" |
	icj-eligible' <<EOF
"worker" , "transfer_requested",	"plan_days",$H
 "a,b", "2015-03-01" ,	"90"	,$NO
EOF
t 'a quote inside of a plain field is a quote' 0 \
	'printf "worker,$HEAD\n5\" Bo \"x\",2015-03-01,90\n" | icj-eligible' <<EOF
worker,$HEAD,$H
5" Bo "x",2015-03-01,90,$NO
EOF
printf 'worker,%s\n\351\377,2015-03-01,90\n' $HEAD | icj-eligible >got
printf 'worker,%s,%s\n\351\377,2015-03-01,90,%s\n' $HEAD $H "$NO" >want
same 'bytes that are no UTF-8 pass through' want got
like 'a NUL in a field that is read' 3 \
	'printf "plan_days,worker\n9\0000,x\n" | icj-eligible' \
	'plan_days: .*NUL'
printf 'worker,%s\na\0b,2015-03-01,90\n' $HEAD >nul.csv
icj-eligible nul.csv | tail -1 >got
printf 'a\0b,2015-03-01,90,%s\n' "$NO" >want
same 'a NUL in one that is not' want got
t 'two columns for one field' 3 \
	'printf "%s\n" supervision_ends,Maximum\ Expiration\ Date,plan_days \
	2015-01-01,2015-01-01,90 ,2015-01-01,90 unknown,2015-01-01,90 \
	2015-01-01,\ ,90 2015-01-01,unknown,90 |
	icj-eligible -a 2015-02-01 | cut -d, -f 1-4,10; exit 3' <<'EOF'
supervision_ends,Maximum Expiration Date,plan_days,eligible,eligible_note
2015-01-01,2015-01-01,90,invalid,supervision_ends: given in two columns
,2015-01-01,90,no,judged as of 2015-02-01
unknown,2015-01-01,90,no,judged as of 2015-02-01
2015-01-01, ,90,no,judged as of 2015-02-01
2015-01-01,unknown,90,no,judged as of 2015-02-01
--- stderr
icj-eligible: <stdin>:2:2: supervision_ends: given in two columns [ICJ312]
EOF

# -- Limits -----------------------------------------------------------------

field() { # field BYTES: so many x
	head -c "$1" /dev/zero | tr '\0' x
}

# A record of 1 MiB, with its line end.
{ printf 'plan_days,worker,transfer_requested\n90,'
	field $((1048576 - 15)); printf ',2015-03-01\n'; } >mib.csv
icj-eligible mib.csv >out && tail -1 out | grep -q ',no,4-101(2)(d),,,2015-01-01,text,$'
report $? 'a record of 1 MiB'
{ printf 'plan_days,worker,transfer_requested\n1,w,2015-03-01\n90,'
	field 1048577; printf ',2015-03-01\n'; } >more.csv
t 'a record over 1 MiB' 4 'icj-eligible more.csv | tail -1 | cut -d, -f 1-4
	icj-eligible more.csv >/dev/null 2>&1' <<'EOF'
1,w,2015-03-01,no
--- stderr
icj-eligible: more.csv:3: a record over 1 MiB begins here [ICJ203]
EOF
for lead in '90,' '90,"' 'plan_days: "' '{"plan_days": "' '{"plan_days": ' 'worker: ' \
	'- worker: |\n  '; do
	{ case $lead in 90*) echo plan_days,worker ;; esac
		printf '%b' "$lead"; field $giant; } 2>/dev/null |
		small icj-eligible >out 2>err
	got=$?
	{ [ "$got" -eq 4 ] || [ "$got" -eq 2 ]; } && [ "$(wc -l <err)" -eq 1 ] &&
		[ "$(wc -c <err)" -lt 300 ]
	report $? "1 GiB in one field after $lead"
	[ "$(wc -l <err)" -eq 1 ] || { echo "# status $got"; head -c 300 err; }
done
awk 'BEGIN { printf "plan_days"; for (i = 1; i < 4096; i++) printf ",c%d", i
	printf "\n90"; for (i = 1; i < 4096; i++) printf ","; print "" }' >wide.csv
like '4,096 columns' 0 'icj-eligible -a 2015-01-01 wide.csv | tail -1' ',no,4-101(2)(d),'
sed 's/^plan_days/&,one_more/; s/^90/&,/' wide.csv >wider.csv
like '4,097 columns' 4 'icj-eligible wider.csv' 'ICJ204'
python3 -c '
import json
print(json.dumps({"plan_days": 90, **{"c%d" % i: 1 for i in range(4096)}}))' >wider.json
like '4,097 keys' 4 'icj-eligible wider.json' 'ICJ204'

# Memory does not grow with the length of the input.
{ echo "$HEAD"; yes 2015-03-01,90 | head -1000000; } |
	small icj-eligible | tail -1 >got
echo "2015-03-01,90,$NO" >want
same 'a million records in little memory' want got
python3 -c '
for i in range(20000):
    print("{\"plan_days\":90,\"k%d\":1,\"transfer_requested\":\"2015-03-01\"}" % i)' \
	>keys.json
small icj-eligible keys.json | grep -c '"eligible": "no"' >got
echo 20000 >want
same 'twenty thousand different keys: each record is still read' want got

# -- YAML and JSON ----------------------------------------------------------

deep() { # deep OPEN CLOSE: 100,000 of each
	awk -v o="$1" -v c="$2" 'BEGIN { printf "plan_days: "
		for (i = 0; i < 100000; i++) printf "%s", o
		for (i = 0; i < 100000; i++) printf "%s", c; print "" }'
}
for pair in '[ ]' '{a: }' '? ~' '-\040 ~'; do
	deep "$(printf '%b' "${pair% *}")" "${pair#* }" |
		small icj-eligible >out 2>err
	got=$?
	[ "$got" -ge 2 ] && [ "$got" -le 4 ] && [ "$(wc -l <err)" -eq 1 ]
	report $? "YAML nested 100,000 deep: $pair"
	[ "$(wc -l <err)" -eq 1 ] || { echo "# status $got"; head -c 300 err; }
done
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "["; print "" }' |
	small icj-eligible >out 2>err
got=$?
[ "$got" -eq 4 ] && [ "$(wc -l <err)" -eq 1 ]
report $? 'JSON nested 100,000 deep'
key() { # key LENGTH: a record with such a key, in YAML and in JSON
	printf 'plan_days: 90\n%s: 1\n' "$(field "$1")" >key.yaml
	printf '{"plan_days": 90, "%s": 1}\n' "$(field $(($1 - 2)))" >key.json
}
key 1024
like 'a key of 1,024 characters' 0 'icj-eligible key.yaml && icj-eligible key.json' xxx
key 1025
like 'a longer one, YAML' 4 'icj-eligible key.yaml' ICJ208
like 'a longer one, JSON, which has no such limit' 0 'icj-eligible key.json' xxx
like 'nine levels' 4 \
	'echo "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":1}}}}}}}}}" |
	icj-eligible' ICJ209
t 'an alias is not followed' 3 'printf "worker: &a 90\nplan_days: *a\n" |
	icj-eligible | grep -e ^elig.*inv -e note; exit 3' <<'EOF'
eligible: invalid
eligible_note: an alias, which is not followed
--- stderr
icj-eligible: <stdin>:2:2: an alias, which is not followed [ICJ210]
EOF
like 'the billion laughs' 3 'printf "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nplan_days: 9\n" |
	icj-eligible' ICJ210
t 'a key twice' 3 'printf "plan_days: 90\nplan_days: 91\n" | icj-eligible |
	grep -e ^elig.*inv -e note; exit 3' <<'EOF'
eligible: invalid
eligible_note: a key twice in one record
--- stderr
icj-eligible: <stdin>:2:2: a key twice in one record [ICJ211]
EOF
like 'a key twice in JSON, folded' 3 'echo "{\"plan_days\":90,\"Plan Days\":91}" |
	icj-eligible' ICJ211
like 'a scalar is no record' 4 'echo "{\"plan_days\":9} 7" | icj-eligible' ICJ
like 'a list of scalars is none' 4 'echo "[1,2]" | icj-eligible' 'ICJ2'
like 'a list where one value belongs' 3 'echo "{\"plan_days\":[{\"a\":1}]}" | icj-eligible' \
	ICJ212
like 'two choices where one belongs' 3 \
	'echo "{\"residence\":[\"parent\",\"relative\"]}" | icj-eligible' \
	'residence: not one of'
like 'no known key, nothing written' 2 'echo "{\"a\":1}" | icj-eligible' ICJ305
like 'the same as CSV' 2 'echo "{\"a\":1}" | icj-eligible -o csv' '^icj-eligible'
t 'a sparse record is no foreign one' 0 \
	'printf "{\"case_id\":1}\n{}\n{\"sending_state\":\"TX\",\"receiving_state\":\"PR\"}\n" |
	icj-eligible -a 2015-01-01 | grep -o "\"eligible\": \"[a-z]*\""' <<'EOF'
"eligible": "unknown"
"eligible": "unknown"
"eligible": "no"
EOF
like 'a later record of foreign keys' 0 'printf "{\"plan_days\":90}\n{\"x\":1}\n" |
	icj-eligible -a 2015-01-01' '"x":1, "eligible": "unknown"'
t 'null, nothing and a blank are not known' 0 \
	'printf "plan_days: %s\n---\n" null "~" "" "\" \"" unknown |
	icj-eligible -a 2015-01-01 | grep -c "^eligible: unknown"' <<'EOF'
5
EOF
t 'JSON as an array over lines, pairs and escapes' 0 \
	'printf "[\n  {\n    \"worker\": \"\\ud83d\\ude00 \\u00e9\\\\n\",\n    \"Plan Days\": 90\n  },\n  {\"plan_days\": \"9\\u0030\"}\n]\n" |
	icj-eligible -a 2015-01-01 -o csv | cut -d, -f 1-4' <<'EOF'
worker,Plan Days,eligible,eligible_rule
"😀 é
",90,no,4-101(2)(d)
,90,no,4-101(2)(d)
EOF
t 'JSON: one object a line' 0 \
	'printf "[\n{\n\"plan_days\"\n:\n90}\n,{\"plan_days\":91}]" |
	icj-eligible -a 2015-01-01 | wc -l' <<'EOF'
2
EOF
like 'half a surrogate pair' 3 'printf "{\"plan_days\":\"\\\\ud83d\"}\n" | icj-eligible; exit 3' \
	'ICJ'
t 'nested mappings are outer_inner' 0 \
	'printf "plan:\n  days: 90\ntransfer: {requested: 2015-03-01}\n" |
	icj-eligible | grep ^eligible_[re]' <<'EOF'
eligible_rule: 4-101(2)(d)
eligible_edition: '2015-01-01'
EOF

# -- No value in any message ------------------------------------------------

# Each field with a value that could identify a child, and one that cannot be
# read where it should; then in all four ways, as operands and in --set.
icj-eligible --fields | awk '/^[a-z]/ { print $1 }' >fields
echo case_id >>fields
echo worker >>fields
python3 - <<'EOF'
import json, subprocess, sys

MARK = "Zqxj" # in every value
fields = open("fields").read().split()
bad = 0
runs = 0

def run(args, data=b""):
    p = subprocess.run(["icj-eligible"] + args, input=data,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return p.returncode, p.stderr

def check(what, args, data=b"", want=None):
    global bad, runs
    runs += 1
    status, err = run(args + ["--diagnostics=" + ("text", "json")[runs % 2]],
                      data)
    if MARK.lower().encode() in err.lower() or (want and status not in want):
        bad += 1
        print("# %s: status %d: %s" % (what, status, err.decode()))

def yaml(rec):
    return "".join("%s: %s\n" % (k, json.dumps(v)) for k, v in rec.items())

def csv(rec):
    return ",".join(rec) + "\n" + ",".join(
        '"%s"' % v.replace('"', '""') for v in rec.values()) + "\n"

for f in fields:
    runs += 1 # the other way round from the last field
    for value in (MARK, "2015-02-30" + MARK, MARK + "\n" + MARK, MARK + '"x',
                  "03/04/2015 " + MARK, "yes" + MARK):
        rec = {"plan_days": "90"}
        rec[f] = value
        check(f, [], csv(rec).encode())
        check(f, ["--explain"], csv(rec).encode())
        check(f, [], json.dumps(rec).encode())
        check(f, [], yaml(rec).encode())
        check(f, [f + "=" + value])
        check(f, ["-s", f + "=" + value, "plan_days=90"])
        check(f, ["--set=" + f + "=" + value], b"plan_days\n1\n")
# where names, options and files are wrong instead
rec = {"plan_days": "90", "juvenile": MARK}
check("ragged", [], (csv(rec) + MARK + "\n").encode(), (3,))
check("quote", [], (csv(rec) + '"' + MARK).encode(), (4,))
check("broken JSON", [], b'{"plan_days": 1}\n{"juvenile": "%s" ' % MARK.encode())
check("bare word", [], b'{"plan_days": %s}' % MARK.encode())
check("broken YAML", [], b"plan_days: 1\njuvenile: [%s\n" % MARK.encode())
check("tag", [], b"plan_days: !%s 1\n" % MARK.encode())
check("anchor", [], b"plan_days: *%s\n" % MARK.encode())
check("key twice", [], b"plan_days: 1\njuvenile: %s\njuvenile: %s\n"
      % (MARK.encode(), MARK.encode()))
check("unknown field", ["childs_nam=" + MARK], want=(2,))
check("nearly a field", ["juvenil=" + MARK], want=(2,))
check("nearly, in --set", ["--set", "juvenil=" + MARK], want=(2,))
check("no field", ["--set", "=" + MARK], want=(2,))
check("no such option", ["--juvenile=" + MARK], want=(2,))
check("not with an argument", ["--strict=" + MARK], want=(2,))
check("a bad argument", ["--as-of", MARK], want=(2,))
check("another", ["--date-format=" + MARK], want=(2,))
check("letters", ["-j" + MARK], want=(2,))
check("given twice", ["juvenile=" + MARK, "juvenile=" + MARK], want=(2,))
open("case.yaml", "w").write(yaml(rec))
check("a case as --map", ["--map", "case.yaml", "plan_days=1"], want=(2,))
open("case.csv", "w").write(csv(rec))
check("a case as --map", ["--map", "case.csv", "plan_days=1"], want=(2,))
check("a case as --holidays", ["-H", "case.csv", "plan_days=1"], want=(2,))
open("hol.csv", "w").write("date,state,name\n%s,%s,%s\n" % ((MARK,) * 3))
check("a bad holiday", ["-H", "hol.csv", "plan_days=1"], want=(2,))
sys.exit(bad > 0)
EOF
report $? 'no value is shown in any message'

# -- What is no record ------------------------------------------------------

CH=case_id,$HEAD
printf 'Interstate cases,,\n"Printed 04/20/2015",,\n\n%s\nC-1,2015-03-01,90\n' \
	$CH >titled.csv
t 'titles above the header' 0 'icj-eligible titled.csv' <<EOF
Interstate cases,,
"Printed 04/20/2015",,

$CH,$H
C-1,2015-03-01,90,$NO
--- stderr
icj-eligible: titled.csv:4: warning: this line is the header; what stands above it is not read [ICJ330]
EOF
icj-eligible titled.csv 2>/dev/null >got
icj-eligible -j 2 titled.csv 2>/dev/null | cmp -s - got
report $? 'titles, with threads'
like 'the next tool of a pipe finds it again' 0 \
	'icj-permit got | sed -n 4p' "^$CH,eligible,.*permit_note$"
like 'titles are not in another format' 0 'icj-eligible -o json titled.csv' \
	'^{"case_id": "C-1"'
t 'a first line for spreadsheets' 0 \
	'printf "sep=,\r\n%s\r\nC-1,2015-03-01,90\r\n" $CH | icj-eligible |
	tr -d "\r"' <<EOF
sep=,
$CH,$H
C-1,2015-03-01,90,$NO
--- stderr
icj-eligible: <stdin>:2: warning: this line is the header; what stands above it is not read [ICJ330]
EOF
t 'however little of the header is known' 0 \
	'printf "sep=,\na,plan_days,b\n1,90,2\n" |
	icj-eligible -a 2015-04-20 --show a,eligible' <<'EOF'
a,eligible
1,no
--- stderr
icj-eligible: <stdin>:2: warning: this line is the header; what stands above it is not read [ICJ330]
EOF
t 'one that says semicolons' 2 \
	'printf "sep=;\n%s\n1;2\n" $CH | icj-eligible' <<'EOF'
--- stderr
icj-eligible: <stdin>:1: the first line says that fields are separated by semicolons; commas are needed [ICJ206]
EOF
t 'bars instead of commas, with and without quotes' 2 \
	'printf "case_id|plan_days\nA|60\n" | icj-eligible
	printf "\"case_id\"|\"plan_days\"\nA|60\n" | icj-eligible' <<'EOF'
--- stderr
icj-eligible: <stdin>:1: no column is known that could decide anything; it is separated by bars: save it separated by commas; --map names an office's own columns, --fields lists ours [ICJ305]
icj-eligible: <stdin>:1:1: it is separated by bars; save it separated by commas [ICJ206]
EOF
like 'words of ours in a record make no header of it' 2 \
	'printf "a,b\nx,closed\narrived,y\n" | icj-eligible' \
	':1: no column is known'
printf '%s\nC-1,2015-03-01,90\n,,\n"", ,\nC-2,2015-03-01,90\n,,,,\n' $CH >rows.csv
t 'rows of separators alone are not judged' 0 'icj-eligible rows.csv' <<EOF
$CH,$H
C-1,2015-03-01,90,$NO
,,,,,,,,,
"", ,,,,,,,,
C-2,2015-03-01,90,$NO
,,,,,,,,,,,
--- stderr
icj-eligible: rows.csv:3: warning: an empty row, of separators alone, is no record and not judged; so are all others like it [ICJ331]
EOF
icj-eligible rows.csv >got 2>/dev/null
for n in 2 5; do
	icj-eligible -j $n rows.csv 2>err | cmp -s - got
	report $? "such rows, with $n threads"
	[ "$(grep -c ICJ331 err)" = 1 ]
	report $? "said once by $n threads"
done
icj-eligible --check --on-error stop --rejects bad rows.csv >all 2>/dev/null
same 'they are no bad records' all got
[ ! -s bad ]
report $? 'and none is rejected'
cut -d, -f-3 got | sed -n '1,5p' >cut.csv
head -n 5 rows.csv >want
same 'cutting our columns off gives them back' want cut.csv
like 'they are nothing in another format' 0 \
	'icj-eligible -o json rows.csv 2>/dev/null | wc -l' '^ *2$'
like 'and no case to owe anything for' 0 \
	'printf "case_id,arrived\n,\nx,2015-01-01\n" | icj-deadline -a 2015-06-01 |
	cut -d, -f1 | sort -u | tr "\n" " "' '^case_id x $'
t 'icj-dues passes them' 0 'printf "state,population,sent,received\nOH,2,1,1\n,,,\nTX,2,1,1\n" |
	icj-dues 2>/dev/null | cut -d, -f-4,7' <<'EOF'
state,population,sent,received,dues_share
OH,2,1,1,0.500000000000
,,,,
TX,2,1,1,0.500000000000
EOF
t 'two columns of one name that nobody reads' 0 \
	'printf "Notes,%s,notes\nx,C-1,2015-03-01,90,y\n" $CH | icj-eligible' <<EOF
Notes,$CH,notes,$H
x,C-1,2015-03-01,90,y,$NO
EOF
like 'both are kept in another format' 0 \
	'printf "Notes,%s,notes\nx,C-1,2015-03-01,90,y\n" $CH | icj-eligible -o json' \
	'"Notes": "x".*"notes_2": "y"'
t 'two of one that is read' 2 \
	'printf "%s,plan-days\nC-1,2015-03-01,90,91\n" $CH | icj-eligible' <<'EOF'
--- stderr
icj-eligible: <stdin>:1:4: fields 3 and 4 have the same name [ICJ206]
EOF
printf 'PK\003\004\024\000\006\000[Content_Types].xml xl/workbook.xml' >book.xlsx
t 'a spreadsheet' 2 'icj-eligible book.xlsx' <<'EOF'
--- stderr
icj-eligible: book.xlsx:1: this is a spreadsheet; open it and save it as CSV (UTF-8) [ICJ218]
EOF
like 'one for icj-dues' 2 'icj-dues book.xlsx' 'spreadsheet.*ICJ218'
like 'a compressed file' 2 "printf '\\037\\213\\010\\000' | icj-deadline" \
	'gzip -dc'
like 'a page' 2 'printf "\n<!DOCTYPE html>\n<html>" | icj-deadline' 'web page'

# -- What is left unread ----------------------------------------------------

{ echo "$HEAD,worker"; echo 2015-03-01,90,a; echo 2015-03-01,x,b; echo
	printf '2015-03-01,90,"never\n'; awk 'BEGIN {
		for (i = 0; i < 9000; i++) print "2015-03-02,91,line " i }'
	printf '2015-03-01,90,c'; } >open.csv
icj-eligible --rejects bad open.csv >got 2>/dev/null
[ $? = 4 ]
report $? 'a quote that never closes stops the run'
{ sed -n '1p; 3p' open.csv; tail -n +5 open.csv; } >want
same 'and the tail is in the file of --rejects' want bad
icj-eligible --rejects bad <open.csv >got 2>/dev/null
same 'that of a pipe, too' want bad
printf '%s,worker\n2015-03-01,90,"a"b\n2015-03-01,90,c\n' $HEAD >behind.csv
icj-eligible --rejects bad behind.csv >got 2>/dev/null
same 'where text is behind a quote, too' behind.csv bad
head -c 1500000 /dev/zero | tr '\0' x >long
{ echo "$HEAD"; cat long; } >long.csv
icj-eligible --rejects bad long.csv >got 2>/dev/null
same 'and where a record is too long' long.csv bad
t 'a row of commas in a holiday file' 0 \
	'printf "date,state,name\n,,\n2015-03-02,TX,x\n" >h.csv
	icj-deadline --add 1b --state TX -H h.csv 2015-02-27' <<'EOF'
2015-03-03
EOF

t 'line ends of CR alone' 2 "printf 'plan_days,a\\r91,x\\r' | icj-eligible" <<'EOF'
--- stderr
icj-eligible: <stdin>:1: a line ends in CR alone; LF or CRLF is needed [ICJ206]
EOF
like 'an empty row, in prose' 0 \
	'printf "plan_days,case_id\n60,1\n,\n" | icj-eligible -a 2015-04-20 --explain' \
	'^Eligible for transfer'

finish
