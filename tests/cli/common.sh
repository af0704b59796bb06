#!/bin/sh
# SPDX-License-Identifier: MIT
# The options and operands that mean the same in every tool.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

H=eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
NO='no,4-101(2)(d),,,2015-01-01,text,'
HEAD=case_id,transfer_requested,plan_days

printf '%s\n' $HEAD C-1,2015-03-01,90 C-2,2015-03-02,30 >two.csv
printf 'case_id: C-1\ntransfer_requested: 2015-03-01\nplan_days: 90\n' >one.yaml
printf '{"case_id":"C-1","transfer_requested":"2015-03-01","plan_days":90}\n' \
	>one.json

# -- Input and output -------------------------------------------------------

t 'CSV in, CSV out' 0 'icj-eligible two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF

t 'stdin without operands' 0 'icj-eligible <two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF

t 'stdin as -' 0 'icj-eligible - <two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF

t 'YAML is recognised' 0 'icj-eligible one.yaml' <<'EOF'
case_id: C-1
transfer_requested: 2015-03-01
plan_days: 90
eligible: 'no'
eligible_rule: 4-101(2)(d)
eligible_missing:
eligible_assumed:
eligible_edition: '2015-01-01'
eligible_basis: text
eligible_note:
EOF

t 'JSON is recognised' 0 'icj-eligible one.json' <<'EOF'
{"case_id":"C-1","transfer_requested":"2015-03-01","plan_days":90, "eligible": "no", "eligible_rule": "4-101(2)(d)", "eligible_missing": "", "eligible_assumed": "", "eligible_edition": "2015-01-01", "eligible_basis": "text", "eligible_note": ""}
EOF

for f in two.csv one.yaml one.json; do
	case $f in
	*.csv) i=csv ;;
	*.yaml) i=yaml ;;
	*.json) i=json ;;
	esac
	icj-eligible $f >auto
	icj-eligible -i "$i" $f >forced
	same "-i $i says what is recognised" auto forced
	icj-eligible --input="$i" <$f >forced
	same "--input=$i on stdin" auto forced
	for o in csv yaml json table explain; do
		like "$i to $o" 0 "icj-eligible -o $o $f" '4-101(2)(d)'
	done
	icj-eligible --explain $f >a
	icj-eligible -o explain $f >b
	icj-eligible --output explain $f >c
	same "--explain is -o explain, $i" a b
	same "--output explain, $i" a c
done

t 'YAML to CSV' 0 'icj-eligible -o csv one.yaml' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
EOF
t 'JSON to CSV' 0 'icj-eligible -o csv one.json' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
EOF
t 'CSV to JSON' 0 'icj-eligible -o json two.csv' <<'EOF'
{"case_id": "C-1", "transfer_requested": "2015-03-01", "plan_days": "90", "eligible": "no", "eligible_rule": "4-101(2)(d)", "eligible_missing": "", "eligible_assumed": "", "eligible_edition": "2015-01-01", "eligible_basis": "text", "eligible_note": ""}
{"case_id": "C-2", "transfer_requested": "2015-03-02", "plan_days": "30", "eligible": "no", "eligible_rule": "4-101(2)(d)", "eligible_missing": "", "eligible_assumed": "", "eligible_edition": "2015-01-01", "eligible_basis": "text", "eligible_note": ""}
EOF
t 'CSV to a table' 0 'icj-eligible -o table two.csv | cut -c 1-50' <<'EOF'
case_id  transfer_requested  plan_days  eligible  
C-1      2015-03-01          90         no        
C-2      2015-03-02          30         no        
EOF
t 'prose, with the name of each case' 0 \
	"icj-eligible --explain two.csv | grep -e '^Case' -e '^Eligible' -e '^\$'" \
	<<'EOF'
Case C-1
Eligible for transfer of supervision (Rule 4-101): no


Case C-2
Eligible for transfer of supervision (Rule 4-101): no

EOF
for i in yaml xml '' CSV table; do
	[ "$i" = yaml ] || like "-i '$i' is refused" 2 \
		"icj-eligible -i '$i' two.csv" 'unusable argument of --input'
done
like '-o xml is refused' 2 'icj-eligible -o xml two.csv' 'argument of --output'

# -- Operands ---------------------------------------------------------------

t 'facts as operands, as CSV' 0 \
	'icj-eligible -o csv case_id=C-1 transfer_requested=2015-03-01 plan_days=90' \
	<<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
EOF
t 'facts as operands, as JSON' 0 \
	'icj-eligible -o json plan_days=90 -a 2015-03-01' <<'EOF'
{"plan_days": "90", "eligible": "no", "eligible_rule": "4-101(2)(d)", "eligible_missing": "", "eligible_assumed": "", "eligible_edition": "2015-01-01", "eligible_basis": "text", "eligible_note": "judged as of 2015-03-01"}
EOF
t 'facts as operands, as YAML' 0 \
	'icj-eligible -o yaml plan_days=90 -a 2015-03-01 | head -3' <<'EOF'
---
plan_days: 90
eligible: 'no'
EOF
like 'facts as operands, as a table' 0 \
	'icj-eligible -o table plan_days=90 -a 2015-03-01' '^90   '
like 'facts as operands are explained' 0 'icj-eligible plan_days=90' \
	'^Eligible for transfer of supervision (Rule 4-101): no$'
like 'facts as operands do not read stdin' 0 \
	'yes | icj-eligible -o csv plan_days=90' '^90,no,'
like 'names of facts are folded' 0 'icj-eligible -o csv Plan-Days=90' \
	'^plan_days,'
like 'an option after operands' 0 \
	'icj-eligible plan_days=90 -o csv residence=parent' '^90,parent,no,'
like 'an option after files' 0 'icj-eligible two.csv -o json' '^{"case_id"'
cp two.csv a=b
cp two.csv ./-o
like 'a file with = in its name' 0 'icj-eligible ./a=b' '^C-2,2015-03-02,30,no,'
like 'without ./ it is a fact' 2 'icj-eligible a=b' 'a: no such field'
like 'a file called -o, after --' 0 'icj-eligible -- -o' '^C-1,2015-03-01,90,no,'
like 'facts after --' 0 'icj-eligible -o csv -- plan_days=90' '^90,no,'
t 'facts and files do not mix' 2 'icj-eligible plan_days=90 two.csv' <<'EOF'
--- stderr
icj-eligible: facts and files cannot be mixed; use --set [ICJ306]
EOF
t 'a fact given twice' 2 'icj-eligible plan_days=90 Plan-Days=91' <<'EOF'
--- stderr
icj-eligible: plan_days: given twice [ICJ306]
EOF
t 'stdin given twice' 2 'icj-eligible - - <two.csv' <<'EOF'
--- stderr
icj-eligible: stdin can be read only once [ICJ306]
EOF
like 'an unknown fact, with the nearest name' 2 'icj-eligible plan_dayz=90' \
	'plan_dayz: no such field; did you mean plan_days'
like 'an unknown fact, with none near' 2 'icj-eligible shoe_size=9' \
	"shoe_size: no such field; 'icj-eligible --fields' lists them \[ICJ302\]$"
like 'one that is a word of some fields' 2 'icj-return custody=yes' \
	'custody: no such field; did you mean fled_custody, in_custody, '
like 'one that is a word of many' 2 'icj-return state=TX' \
	"state: no such field; 'icj-return --fields state' lists those with the word"
like 'one that is a value' 2 'icj-return runaway=yes' \
	'runaway: no such field; did you mean return_type=runaway \[ICJ302\]$'
like 'a value that is near' 2 'icj-eligible -s residence=parrent plan_days=9' \
	'other; did you mean parent \[ICJ102\]$'
like 'a value by an everyday word' 3 'icj-eligible residence=grandmother' \
	'other; did you mean relative \[ICJ102\]$'
printf 'residence\nparrent\n' >near.csv
t 'nothing is said of what a record has' 3 \
	'icj-eligible near.csv 2>&1 | grep -c "did you mean"; icj-eligible near.csv 2>&1 \
	    >/dev/null | grep -o "residence: not.*values"; icj-eligible -q near.csv >/dev/null 2>&1' <<'END'
0
residence: not one of the field's values
END
like 'a fact with blanks' 2 'icj-eligible plan_days 90' \
	'plan_days: No such file or directory; a fact is given as plan_days=VALUE,'
like 'and more of them' 2 'icj-eligible plan_days = 90' \
	'plan_days: No such file\|a fact is given as field=value, without blanks'
like 'a fact with dashes' 2 'icj-eligible --plan-days=90' \
	'no such option.*; a fact is given as plan-days=VALUE, without dashes'
like 'an option as others call it' 2 'icj-deadline --format table' \
	'did you mean --output;'
like 'but only where there is one' 2 'icj-tally --where x' \
	'such option, or not with an argument: --where; try'
like 'help as a word' 2 'icj-permit help' "directory; try 'icj-permit --help'"
like 'a part of several words' 2 'icj-deadline --duty violation' \
	'of --duty; did you mean violation-notice or violation-reply; it takes'
like 'a list without words' 2 'icj-lint --list x' 'no words behind it'
like 'an option of the door' 2 'icj --list' "no such option: --list; 'icj' lists"
like 'a number mistyped' 2 'icj-rule 4-1O1' "no such paragraph; 'icj-rule --list'"
t 'duties that have a word' 0 'icj-deadline --list hearing -o csv | cut -d, -f1
	icj-deadline --list A-02 -o csv | cut -d, -f1 | sort -u' <<'END'
duty
requisition-hearing
detention-hearing
duty
progress-report
END
like 'and that none has' 2 'icj-deadline --list overdue' 'no duty has overdue'
like 'a fact without a name' 2 'icj-eligible =9' 'a fact is given as field=value'
like 'a fact with = in its value' 0 'icj-eligible case_id=a=b -o csv' '^a=b,'

# -- Several files ----------------------------------------------------------

printf '%s\n' $HEAD C-3,2015-03-03,20 >three.csv
printf '%s\n%s' $HEAD C-0,2015-03-01,10 >open.csv
printf 'plan_days,case_id,transfer_requested\n90,C-4,2015-01-01\n' >other.csv
printf '%s\r\n' $HEAD C-5,2015-03-05,50 >crlf.csv
: >empty
t 'the header is written once' 0 'icj-eligible two.csv three.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
C-3,2015-03-03,20,$NO
EOF
t 'a last line without its end is not glued to the next' 0 \
	'icj-eligible open.csv two.csv' <<EOF
$HEAD,$H
C-0,2015-03-01,10,$NO
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF
printf '%s\r\n%s\r\n%s' "$HEAD,$H" "C-5,2015-03-05,50,$NO" \
	"C-0,2015-03-01,10,$NO" >want
icj-eligible crlf.csv open.csv >got
same 'each file keeps its line ends' want got
printf '%s\n%s\n\n\n' $HEAD C-6,2015-03-01,10 >blank.csv
printf '%s\n' "$HEAD,$H" "C-6,2015-03-01,10,$NO" '' '' \
	"C-3,2015-03-03,20,$NO" >want
icj-eligible blank.csv three.csv >got
same 'blank lines between two files stay' want got
t 'files with different headers' 2 'icj-eligible two.csv other.csv' <<'EOF'
--- stderr
icj-eligible: other.csv:1: its header or format is not that of two.csv [ICJ307]
EOF
like 'files of different formats' 2 'icj-eligible two.csv one.yaml' 'ICJ307'
t 'all files are opened before anything is written' 2 \
	'icj-eligible two.csv nowhere.csv' <<'EOF'
--- stderr
icj-eligible: nowhere.csv: No such file or directory [ICJ303]
EOF
t 'an empty file among others' 0 'icj-eligible empty two.csv empty' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
--- stderr
icj-eligible: empty: warning: no input [ICJ320]
icj-eligible: empty: warning: no input [ICJ320]
EOF
t 'two files of YAML' 0 'icj-eligible one.yaml one.yaml | grep -c "^eligible: .no.$"' \
	<<'EOF'
2
EOF
icj-eligible -o csv one.json one.json | tail -n +2 | sort -u >got
echo "C-1,2015-03-01,90,$NO" >want
same 'two files of JSON, as CSV' want got

# -- As of, editions --------------------------------------------------------

echo 'plan_days
90' >bare.csv
t '-a' 0 'icj-eligible -a 2015-06-01 bare.csv' <<EOF
plan_days,$H
90,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-06-01
EOF
t '-a with a time' 0 'icj-eligible --as-of 2014-06-01T12:00-05:00 bare.csv' <<EOF
plan_days,$H
90,no,4-101(2)(d),,,2014-04-01,text,judged as of 2014-06-01
EOF
like '-a that is no date' 2 'icj-eligible -a soon bare.csv' 'argument of --as-of'
like '-a in another order' 2 'icj-eligible --date-format=mdy -a 03/01/2015 bare.csv' \
	'argument of --as-of'
t 'the day of the request outweighs -a' 0 'icj-eligible -a 2024-01-01 two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF
WARN='icj-eligible: warning: 2 answers rest on a wording that is not known to be that of its day; the last edition known of is that of 2026-04-01'
printf '%s\n' transfer_requested,plan_days 2012-01-01,90 2014-03-31,90 >late.csv
t 'an edition not held: noted on the row, once on stderr' 0 \
	'icj-eligible late.csv 2>err; sed "s/ (rules.*//" err >&2' <<EOF
transfer_requested,plan_days,$H
2012-01-01,90,no,4-101(2)(d),,,2014-04-01,nearest,
2014-03-31,90,no,4-101(2)(d),,,2014-04-01,nearest,
--- stderr
$WARN
EOF
t '-E: the edition named, without a warning' 0 'icj-eligible -E 2015-06-01 late.csv' \
	<<EOF
transfer_requested,plan_days,$H
2012-01-01,90,no,4-101(2)(d),,,2015-01-01,text,
2014-03-31,90,no,4-101(2)(d),,,2015-01-01,text,
EOF
t '-E not held: noted, without a warning' 0 \
	'icj-eligible --edition=2012-01-01 two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,no,4-101(2)(d),,,2014-04-01,nearest,
C-2,2015-03-02,30,no,4-101(2)(d),,,2014-04-01,nearest,
EOF
icj-eligible late.csv >a 2>/dev/null
icj-eligible -E auto late.csv >b 2>/dev/null
same '-E auto is the default' a b
like '-E that is no date' 2 'icj-eligible -E latest two.csv' 'argument of --edition'
t '--require-current makes such a record invalid' 3 \
	'icj-eligible --require-current late.csv' <<EOF
transfer_requested,plan_days,$H
2012-01-01,90,invalid,,,,,,the wording in force is not held
2014-03-31,90,invalid,,,,,,the wording in force is not held
--- stderr
icj-eligible: late.csv:2: the wording in force is not held [ICJ311]
icj-eligible: late.csv:3: the wording in force is not held [ICJ311]
EOF
like '--require-current leaves the others alone' 0 \
	'icj-eligible --require-current two.csv' '^C-2,2015-03-02,30,no,'

# -- Holidays ---------------------------------------------------------------

printf '# valid-through: 2026-12-31\ndate,state,name\n2015-03-02,TX,Independence\n' \
	>hol.csv
like '-H' 0 'icj-eligible -H hol.csv two.csv' '^C-1,'
like '-H twice' 0 'icj-eligible -H hol.csv --holidays=hol.csv two.csv' '^C-1,'
t '-H: a file that is not there' 2 'icj-eligible -H gone.csv two.csv' <<'EOF'
--- stderr
icj-eligible: gone.csv: No such file or directory [ICJ303]
EOF
like '-H: a folder' 2 'icj-eligible -H . two.csv' '^icj-eligible: \.: '
printf 'date,state,name\n2015-02-30,TX,x\n2015-03-01,ZZ,x\n2015-03-02,TX,x,y\n' \
	>bad-hol.csv
t '-H: all that is wrong is said' 2 'icj-eligible -H bad-hol.csv two.csv' <<'EOF'
--- stderr
icj-eligible: bad-hol.csv:2:1: date: no such day [ICJ105]
icj-eligible: bad-hol.csv:3:2: state: not a state: a code of two letters or a full name is one [ICJ108]
icj-eligible: bad-hol.csv:4: 4 fields where the header has 3 [ICJ205]
EOF
printf 'date,state,name,kind\n2015-03-02,TX,x,shut\n' >bad-hol.csv
like '-H: an unknown kind' 2 'icj-eligible -H bad-hol.csv two.csv' \
	':2:4: kind: not closed, open or half'
printf '# valid-through: soon\ndate,state,name\n' >bad-hol.csv
like '-H: an unusable comment' 2 'icj-eligible -H bad-hol.csv two.csv' \
	'bad-hol.csv:1: valid-through: not a date: yyyy-mm-dd is one'
printf 'day,where\n2015-03-02,TX\n' >bad-hol.csv
like '-H: no column date' 2 'icj-eligible -H bad-hol.csv two.csv' \
	'bad-hol.csv:1: no column date'
printf '\357\273\277# valid-through: 2026-12-31\r\ndate,state,name\r\n2015-03-02,TX,x\r\n' \
	>bom-hol.csv
like '-H: byte-order mark, comment, CRLF' 0 'icj-eligible -H bom-hol.csv two.csv' \
	'^C-1,'
like '-H: an empty file' 0 'icj-eligible -H empty two.csv' '^C-1,'

# -- What if ----------------------------------------------------------------

t '--set overrides in every record' 0 'icj-eligible --set plan_days=89 two.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF
like '--set decides, the column stays' 0 \
	'icj-eligible -s plan_days=120 -s only_restitution=yes two.csv' \
	'^C-1,2015-03-01,90,no,5-101(9),'
like '--set over a value that cannot be read' 0 \
	'sed s/90/many/ two.csv | icj-eligible -s Plan-Days=90' \
	'^C-1,2015-03-01,many,no,4-101(2)(d)'
like '--set field=unknown forgets' 0 'icj-eligible -s plan_days=unknown two.csv' \
	'^C-1,2015-03-01,90,unknown,.*plan_days; '
like '--set with facts as operands' 0 \
	'icj-eligible -o csv plan_days=120 -s plan_days=90' '^120,no,4-101(2)(d),'
like '--set is ISO whatever --date-format says' 0 \
	'sed s/2015-03-01/3.1.2015/ two.csv |
	icj-eligible --date-format=%m.%d.%Y -s supervision_ends=2015-03-02' \
	'^C-1,3.1.2015,90,no,4-101(2)(d); 4-101(2)(e),'
t '--set: the last one counts' 0 \
	'icj-eligible -s plan_days=120 -s plan_days=90 two.csv | cut -d, -f4,5' <<'EOF'
eligible,eligible_rule
no,4-101(2)(d)
no,4-101(2)(d)
EOF
like '--set: unknown field' 2 'icj-eligible --set plan_day=1 two.csv' \
	'plan_day: no such field; did you mean plan_days'
like '--set: no value' 2 'icj-eligible --set plan_days two.csv' 'given as field=value'
like '--set: nothing' 2 'icj-eligible two.csv --set' \
	'argument is missing after --set'

# -- Date formats -----------------------------------------------------------

for f in mdy:03/01/2015 dmy:01/03/2015 mdy:3/1/2015 dmy:1-3-2015 'mdy:3 1 2015' \
	%d.%m.%Y:01.03.2015 mdy:2015-03-01; do
	printf '%s\n%s,90\n' transfer_requested,plan_days "${f#*:}" >dates.csv
	like "--date-format ${f%%:*} of ${f#*:}" 0 \
		"icj-eligible --date-format='${f%%:*}' dates.csv" \
		'90,no,4-101(2)(d),,,2015-01-01,text,$'
done
printf '%s\n%s,90\n' transfer_requested,plan_days 03/04/2015 >dates.csv
like 'an order that is not said is not guessed' 3 'icj-eligible dates.csv' \
	'dates.csv:2:1: transfer_requested: .*mdy.*dmy'
like '--date-format that is none' 2 'icj-eligible --date-format=ymdx dates.csv' \
	'argument of --date-format'

# -- Bad records ------------------------------------------------------------

printf '%s\n' $HEAD C-1,2015-03-01,90 C-2,2015-02-30,x C-3,2015-03-03,y \
	C-4,2015-03-04,40 >bad.csv
ERR='icj-eligible: bad.csv:3:2: transfer_requested: no such day [ICJ105]
icj-eligible: bad.csv:3:3: plan_days: not a whole number from 0 to 999999999 [ICJ103]'
ERR2='icj-eligible: bad.csv:4:3: plan_days: not a whole number from 0 to 999999999 [ICJ103]'
WHY='invalid,,,,,,plan_days: not a whole number from 0 to 999999999'
t '--on-error mark is the default' 3 'icj-eligible bad.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-2,2015-02-30,x,invalid,,,,,,transfer_requested: no such day
C-3,2015-03-03,y,$WHY
C-4,2015-03-04,40,$NO
--- stderr
$ERR
$ERR2
EOF
icj-eligible bad.csv >a 2>/dev/null
icj-eligible --on-error=mark bad.csv >b 2>/dev/null
same '--on-error mark' a b
t '--on-error skip' 3 'icj-eligible --on-error skip bad.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
C-4,2015-03-04,40,$NO
--- stderr
$ERR
$ERR2
EOF
t '--on-error stop' 3 'icj-eligible --on-error=stop bad.csv' <<EOF
$HEAD,$H
C-1,2015-03-01,90,$NO
--- stderr
$ERR
EOF
like '--on-error sulk' 2 'icj-eligible --on-error sulk bad.csv' \
	'argument of --on-error'
icj-eligible --rejects rej bad.csv >got 2>/dev/null
same '--rejects does not change the output' a got
printf '%s\n' $HEAD C-2,2015-02-30,x C-3,2015-03-03,y >want
same '--rejects: header and bad records, untouched' want rej
icj-eligible --rejects rej two.csv >/dev/null
printf '' >want
same '--rejects: empty when nothing is bad' want rej
icj-eligible --rejects=rej --on-error skip <bad.csv >got 2>/dev/null
printf '%s\n' $HEAD C-2,2015-02-30,x C-3,2015-03-03,y >want
same '--rejects with skip' want rej
cp bad.csv keep.csv
like '--rejects must not be a file that is read' 2 \
	'icj-eligible --rejects bad.csv keep.csv bad.csv' 'bad.csv: is being read'
same 'it is left as it was' keep.csv bad.csv
like '--rejects in a folder that is not there' 2 \
	'icj-eligible --rejects no/rej bad.csv' 'no/rej: No such file'
printf '{"case_id":"J-1","plan_days":"x"}\n{"plan_days":90}\n' >bad.json
icj-eligible --rejects rej bad.json >/dev/null 2>&1
printf '{"case_id":"J-1","plan_days":"x"}\n' >want
same '--rejects of JSON' want rej

# -- Our columns ------------------------------------------------------------

icj-eligible two.csv >done.csv
t 'a column of ours is already there' 2 'icj-eligible done.csv' <<'EOF'
--- stderr
icj-eligible: done.csv:1: a column of icj-eligible is already there; --replace replaces it [ICJ304]
EOF
icj-eligible --replace done.csv >got
same '--replace with the same answer' done.csv got
icj-eligible --why-not two.csv >full.csv
icj-eligible --replace full.csv >got
same '--replace also removes what only an option adds' done.csv got
t '--replace in the middle: removed there, appended here' 0 \
	'printf "plan_days,Eligible,worker\n90,stale,W\n" |
	icj-eligible --replace -a 2015-03-01' <<EOF
plan_days,worker,$H
90,W,no,4-101(2)(d),,,2015-01-01,text,judged as of 2015-03-01
EOF
like 'the same in JSON' 2 'icj-eligible one.json | icj-eligible' 'already there'
icj-eligible one.json >a
icj-eligible --replace a | sed 's/": /":/g; s/, "/,"/g' >b
sed -i 's/": /":/g; s/, "/,"/g' a
same '--replace in JSON' a b
icj-eligible one.yaml >a
icj-eligible --replace a >b
same '--replace in YAML' a b

# -- Without a header -------------------------------------------------------

t '--no-header --columns' 0 'tail -n +2 two.csv |
	icj-eligible --no-header --columns case_id,transfer_requested,plan_days' <<EOF
C-1,2015-03-01,90,$NO
C-2,2015-03-02,30,$NO
EOF
t '--no-header: empty parts are silent' 0 \
	'icj-eligible --no-header --columns plan_days <empty' </dev/null
like '--no-header alone' 2 'icj-eligible --no-header two.csv' 'need each other'
like '--columns alone' 2 'icj-eligible --columns a two.csv' 'need each other'
like '--no-header is for CSV' 2 \
	'icj-eligible --no-header --columns a -i json two.csv' 'is for CSV'
like '--columns without any of ours' 2 \
	'icj-eligible --no-header --columns a,b,c two.csv' 'no column is known'
like '--columns one short' 3 'tail -n +2 two.csv |
	icj-eligible --no-header --columns case_id,plan_days' 'ICJ205'
{ printf '\357\273\277"Plan, days" , "juvenile ""J""",%s\r\n' $HEAD
	printf 'x,60,C-1,2015-03-01,90\r\n'; } >named.csv
printf 'x,60,C-1,2015-03-01,90,%s\r\n' "$NO" >want
tail -n +2 named.csv | icj-eligible --no-header \
	--columns "$(head -n 1 named.csv)" >got
same '--columns reads quotes, a mark, a CR, a comma in a name' want got
icj-eligible -o json named.csv | head -n 1 >want
tail -n +2 named.csv | icj-eligible -o json --no-header \
	--columns "$(head -n 1 named.csv)" | head -n 1 >got
same 'with the names that the file has' want got
t '--columns whose quote never closes' 2 \
	'icj-eligible --no-header --columns "a,\"plan_days" two.csv' <<'EOF'
--- stderr
icj-eligible: --columns:1:2: a quote opened here never closes [ICJ202]
EOF
# shellcheck disable=SC2016
t '--columns that give a field twice, as two columns would' 2 \
	'echo A,60,61 | icj-eligible --no-header --columns "case_id,plan_days,Plan Days"
	echo A,60,61 | icj-eligible --no-header --columns case_id,plan_days,plan_days' <<'EOF'
--- stderr
icj-eligible: <stdin>:1:3: fields 2 and 3 have the same name [ICJ206]
icj-eligible: <stdin>:1:3: fields 2 and 3 have the same name [ICJ206]
EOF
# shellcheck disable=SC2016
like '--columns of two lines' 2 \
	'icj-eligible --no-header --columns "$(cat two.csv)" two.csv' \
	'is more than a line'
like '--columns of none' 2 \
	'icj-eligible --no-header --columns "" two.csv' 'names no column'
printf '"state","population","sent, received",sent,received\nOH,9,x,1,2\nTX,9,y,2,1\n' >dues.csv
icj-dues dues.csv 2>/dev/null | tail -n +2 >want
tail -n +2 dues.csv | icj-dues --no-header --columns "$(head -n 1 dues.csv)" \
	>got 2>/dev/null
same '--columns of icj-dues' want got
split -l 1 two.csv part.
cat part.ab part.ac | icj-eligible --no-header --columns $HEAD >a
{ icj-eligible --no-header --columns $HEAD part.ab
	icj-eligible --no-header --columns $HEAD part.ac; } >b
same 'parts one by one are the whole' a b

# -- Messages ---------------------------------------------------------------

t '--diagnostics json' 3 'icj-eligible --diagnostics json bad.csv >/dev/null' <<'EOF'
--- stderr
{"tool":"icj-eligible","level":"error","file":"bad.csv","line":3,"column":2,"field":"transfer_requested","message":"no such day","code":"ICJ105"}
{"tool":"icj-eligible","level":"error","file":"bad.csv","line":3,"column":3,"field":"plan_days","message":"not a whole number from 0 to 999999999","code":"ICJ103"}
{"tool":"icj-eligible","level":"error","file":"bad.csv","line":4,"column":3,"field":"plan_days","message":"not a whole number from 0 to 999999999","code":"ICJ103"}
EOF
icj-eligible --diagnostics=text bad.csv >a 2>&1
icj-eligible bad.csv >b 2>&1
same '--diagnostics text' a b
like '--diagnostics loud' 2 'icj-eligible --diagnostics loud bad.csv' \
	'argument of --diagnostics'
odd=$(printf 'a"b\\c\td\303\251\351\033[1m.csv')
cp bad.csv "$odd"
long=$(awk 'BEGIN { for (i = 0; i < 1000; i++) printf "./././" }')
{
	icj-eligible --diagnostics=json "$odd"
	icj-eligible --diagnostics=json "$long$odd" "$odd-$long"
	icj-eligible --diagnostics=json two.csv one.yaml
	icj-eligible --diagnostics=json late.csv empty -H gone
	icj-eligible --diagnostics=json --set x=1
	icj-eligible --diagnostics=json late.csv
	icj-eligible --diagnostics=json empty
	icj-eligible --diagnostics=json x=1
	icj-eligible --diagnostics=json --nonsense
} >/dev/null 2>err
python3 -c '
import json, sys
n = 0
for line in open("err", "rb"):
    d = json.loads(line.decode("utf-8"))
    assert d["tool"] == "icj-eligible" and d["code"][:3] == "ICJ", d
    assert d["level"] in ("error", "warning") and d["message"], d
    n += 1
assert n >= 11, n
' >got 2>&1
report $? 'every message is JSON, whatever the file is called'
# shellcheck disable=SC2016
like 'a name cannot steer the terminal' 3 'icj-eligible "$odd"' \
	'^icj-eligible: a"b.c?d...[?]\?'
if icj-eligible "$odd" 2>&1 >/dev/null | LC_ALL=C grep -q '[[:cntrl:]]'; then
	report 1 'no control characters in messages'
else
	report 0 'no control characters in messages'
fi

# -- The rest ---------------------------------------------------------------

icj-eligible two.csv >a
icj-eligible -j 1 two.csv >b
same '-j 1' a b
icj-eligible -j 2 two.csv >b
same '-j 2' a b
like '--jobs=0 is refused' 2 'icj-eligible --jobs=0 two.csv' '\[ICJ301\]'
like '--fields' 0 'icj-eligible --fields' \
	'^plan_days  *count or indefinite: planned .*, 4-101(2)(d)$'
like '--fields marks what is confidential' 0 'icj-eligible --fields' \
	'^juvenile  *text (c): '
like '--fields marks what is presumed absent' 0 'icj-eligible --fields' \
	'^only_restitution  *yes/no (x): '
like '--fields lists the values of a choice' 0 'icj-eligible --fields' \
	'^  *parent, legal-guardian, relative, '
t '--rules' 0 'icj-eligible --rules | cut -c 1-42' <<'EOF'
4-101(1)          2014-04-01  2016-02-01  
4-101(1)          2016-02-01  2026-04-01  
4-101(2)(a)       2014-04-01  2016-02-01  
4-101(2)(a)       2016-02-01  2026-04-01  
4-101(2)(b)       2014-04-01  2016-02-01  
4-101(2)(b)       2016-02-01  2026-04-01  
4-101(2)(c)       2014-04-01  2016-02-01  
4-101(2)(c)       2016-02-01  2024-04-01  
4-101(2)(c)       2024-04-01  2026-04-01  
4-101(2)(d)       2014-04-01  2016-02-01  
4-101(2)(d)       2016-02-01  2024-04-01  
4-101(2)(d)       2024-04-01  2026-04-01  
4-101(2)(e)       2014-04-01  2016-02-01  
4-101(2)(e)       2016-02-01  2024-04-01  
4-101(2)(e)       2024-04-01  2026-04-01  
4-101(2)(f)(1)    2014-04-01  2016-02-01  
4-101(2)(f)(i)    2016-02-01  2024-04-01  
4-101(2)(f)(i)    2024-04-01  2026-04-01  
4-101(2)(f)(2)    2014-04-01  2016-02-01  
4-101(2)(f)(ii)   2016-02-01  2024-04-01  
4-101(2)(f)(ii)   2024-04-01  2026-04-01  
4-101(3)          2014-04-01  2016-02-01  
4-101(3)          2016-02-01  2026-04-01  
5-101(9)          2014-04-01  2016-02-01  
4-101(4)          2016-02-01  2024-04-01  
4-101(4)          2024-04-01  2026-04-01  
EOF
for o in -h --help; do
	like "$o" 0 "icj-eligible $o" '^usage: icj-eligible \[options\]'
done
for word in input output explain as-of edition require-current holidays set map \
	date-format check strict on-error rejects replace no-header columns \
	diagnostics jobs fields rules help version why-not ask; do
	like "--help-all names --$word" 0 'icj-eligible --help-all' "--$word\\>"
done
for o in -V --version; do
	t "$o" 0 "icj-eligible $o | sed 's/[0-9]\..*/N/; s/2015-01-01, .*/R/'" <<'EOF'
icj-eligible N
libicj N
rules R
EOF
done
like 'no such option' 2 'icj-eligible --nonsense two.csv' \
	'no such option.*--nonsense'
like 'no such letter' 2 'icj-eligible -y two.csv' 'no such option.* -y'
like 'an argument that is not wanted' 2 'icj-eligible --strict=yes two.csv' \
	'not with an argument: --strict;'
like 'letters together' 1 'icj-eligible -co json two.csv' '^{'
like '--strict' 0 'icj-eligible --strict -s plan_days=120 two.csv' \
	'5-101(9),.*only_restitution'

like '--date-format: operands' 0 \
	'icj-deadline --date-format dmy -o csv -a 2015-04-05 case_received=3/4/2015' \
	',2015-04-03,5 business days,2015-04-10,'
like '--date-format: --set, wherever it stands' 0 \
	"printf 'plan_days\n91\n' | icj-eligible -s transfer_requested=1/2/2015 --date-format mdy" \
	'no\|unknown'
finish
