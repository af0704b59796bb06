#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317 # functions are called by name
# What a person sees: on terminals of several widths, and that files and pipes
# see nothing of it.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

on() { # on COLUMNSxROWS COMMAND...: on a terminal
	TERM=dumb python3 "$TOP/tests/terminal.py" "$@" </dev/null
}

if ! command -v python3 >/dev/null; then
	skip 'terminals' 'no python3'
	finish
fi

# -- An answer on one screen -------------------------------------------------

t 'a one-off question is answered in brief' 0 \
	'on 80x24 icj-eligible -a 2015-04-20 plan_days=90' <<'EOF'
Eligible for transfer of supervision (Rule 4-101): no
4-101(2)(d), not met: The plan is to live in the other state for more than 90
    consecutive days within 12 months. (plan_days is 90)
Rules as effective 2015-01-01.
Note: judged as of 2015-04-20.
Every limb, with its citation: the same with --explain.
EOF

t 'and so is what is due' 0 \
	'on 80x24 icj-deadline -a 2015-04-20 referral_received=2015-03-01 \
	    receiving_state=KS accepted=2015-04-01' <<'EOF'
Duties as of 2015-04-20: 2 overdue, 2 due.
2015-03-31 overdue, 20 days late: The local office completes the home
    evaluation. (4-102(5), owed by receiving KS)
2015-04-15 overdue, 5 days late: Home evaluation and decision go out, or the
    delay is explained. (4-102(6), A-01, owed by receiving KS)
2015-06-30 due, 71 days left: A written progress report goes out; each starts
    the next. (5-101(4), A-02, owed by receiving KS)
2015-06-30 due, 71 days left: The placement is complete, or the case may be
    closed. (5-104(2), owed by sending)
Presumed, as nobody said otherwise: not yet: the juvenile arrived (arrived);
    and 4 more.
Rules as effective 2015-01-01.
Every date, with its note: the same with --explain; as rows: -o table.
EOF

like 'what is missing is said in words' 0 \
	'icj-eligible -o brief plan_days=120' \
	'^- classified as a juvenile in the sending state (juvenile_in_sending_state)$'
like 'what comes next has its date' 0 \
	'icj-return -o brief -a 2015-04-20 return_type=runaway \
	    detained_at=2015-04-17T10:00 home_state=KS holding_state=NE \
	    agrees_to_return=yes' '2015-04-20T10:00: overdue'
like 'the law, and how surely' 0 \
	'icj-eligible -q -o brief -a 2026-06-01 plan_days=90' \
	'^Rules as effective .*, the last known. The latest edition, of'

# Of all cases of the examples, by all tools.
for tool in eligible permit return referral supervise deadline vote training; do
	icj-$tool -q -a 2015-04-20 -o brief "$EX/caseload.csv" >all
	awk -v most=15 'BEGIN { RS = ""; FS = "\n" }
		{ n++ }
		NF > most { print "case of " NF " lines: " $1 }
		{ for (i = 1; i <= NF; i++) if (length($i) > 80)
			print "wide: " $i }
		END { if (n < 60) print n " cases" }' all >found
	[ ! -s found ]
	report $? "icj-$tool -o brief: at most 15 lines of 80 columns"
	sed 's/^/# /' found | head -5
	icj-$tool -q -a 2015-04-20 --explain "$EX/caseload.csv" >all
	like "icj-$tool --explain begins with the answer" 0 \
		'sed -n 2p all' '^[A-Z].*:'
done

# -- Pipes and files see no terminal ----------------------------------------

icj-eligible -a 2015-04-20 plan_days=90 >piped
COLUMNS=40 icj-eligible -a 2015-04-20 plan_days=90 >narrow
same 'a pipe has 80 columns, whatever COLUMNS says' piped narrow
like 'a pipe gets all of the prose' 0 'cat piped' '^5-101(9), met: '
like 'icj-deadline gives a pipe its table' 0 \
	'icj-deadline -a 2015-04-20 case_received=2015-04-01' '^duty  '

# -- Widths ------------------------------------------------------------------

widest() { # widest FILE: the length of its longest line
	awk '{ if (length > n) n = length } END { print n + 0 }' "$1"
}
for width in 40 80 133 200 300; do
	on ${width}x24 icj-eligible -a 2015-04-20 --explain plan_days=120 >shown
	fits=$((width > 200 ? 200 : width))
	[ "$(widest shown)" -le $fits ] && [ "$(widest shown)" -gt $((fits / 2)) ]
	report $? "prose fits $width columns: $(widest shown)"
done
like 'COLUMNS wins over the terminal' 0 \
	'COLUMNS=50 on 120x24 icj-eligible -q plan_days=120 >shown
	widest shown' \
	'^4[0-9]$\|^50$'
like 'COLUMNS that is no number' 0 \
	'COLUMNS=x on 120x24 icj-eligible plan_days=120 | head -1' '^Eligible'
printf 'case_id: "A\\e[31mB"\nplan_days: 90\n' >steer.yaml
like 'what would steer the terminal is masked' 0 \
	'on 80x24 icj-eligible -o brief steer.yaml' '^Case A?\[31mB$'

# -- Columns -----------------------------------------------------------------

cat >two.csv <<'EOF'
Case ID,plan_days,worker,Referral Received
A,90,"Roe, R.",2015-03-01
B,120,,2015-03-02
EOF
t '--show picks and orders, of the input and of ours' 0 \
	'icj-eligible -a 2015-04-20 --show eligible,worker,case_id two.csv' <<'EOF'
eligible,worker,Case ID
no,"Roe, R.",A
unknown,,B
EOF
for f in csv json yaml table card; do
	icj-eligible -a 2015-04-20 -o $f --show eligible,plan_days two.csv >shown
	like "--show in $f" 0 'tr "\n" "," <shown' \
		'eligible.*plan_days.*no.*90\|eligible.*no.*plan_days.*90'
	t "and nothing else in $f" 1 'grep -e Roe -e 4-101 -e basis shown' </dev/null
done
like 'a field by the name it is read as' 0 \
	'icj-deadline -q -a 2015-04-20 --show due,referral_received two.csv' \
	'^2015-03-31,2015-03-01$'
t 'a name that is near' 2 'icj-eligible --show elgible two.csv' <<'EOF'
--- stderr
icj-eligible: --show: there is no column elgible; did you mean eligible [ICJ327]
EOF
t 'and one that is not' 2 'icj-deadline -q --show due,nonsense two.csv' <<'EOF'
--- stderr
icj-deadline: --show: there is no column nonsense; there are those of the input and of --help [ICJ327]
EOF
t 'a field that the file lacks is empty' 0 \
	'icj-deadline -q -a 2015-04-20 --duty home-evaluation \
	    --show duty,home_evaluation_sent two.csv' <<'EOF'
duty,home_evaluation_sent
home-evaluation,
home-evaluation,
EOF
like 'prose has no columns' 2 'icj-eligible --show eligible --explain two.csv' \
	'is for rows, not prose'
like 'a list of nothing' 2 'icj-eligible --show , two.csv' 'argument of --show'
t 'values of JSON keep their type' 0 \
	'echo "{\"a\":1,\"plan_days\":90,\"y\":true}" |
	    icj-eligible -a 2015-04-20 --show y,plan_days,eligible' <<'EOF'
{"y": true, "plan_days": 90, "eligible": "no"}
EOF
icj-eligible -a 2015-04-20 --show eligible,case_id "$EX/caseload.csv" >one
icj-eligible -a 2015-04-20 -j 4 --show eligible,case_id "$EX/caseload.csv" >four
same 'threads pick the same' one four
# Each tool: what is picked is what the whole output has there.
for tool in eligible permit return referral supervise deadline vote; do
	icj-$tool -q -a 2015-04-20 -o json "$EX/caseload.csv" >whole
	icj-$tool -q -a 2015-04-20 -o json --show \
		"$(python3 -c 'import json
print(",".join(reversed(json.loads(open("whole").readline()))))')" \
		"$EX/caseload.csv" >turned
	python3 -c 'import json
for a, b in zip(open("whole"), open("turned"), strict=True):
    a, b = json.loads(a), json.loads(b)
    if any(a.get(k, "") != v for k, v in b.items()):
        raise SystemExit("other values")
    if [k for k in b if k in a] != list(reversed(a)):
        raise SystemExit("another order")' >found 2>&1
	[ -s whole ] && [ ! -s found ]
	report $? "icj-$tool --show has the same values"
	sed 's/^/# /' found
done

# -- Tables on a terminal ----------------------------------------------------

t 'a table has a short list, the note below' 0 \
	'on 80x24 icj-eligible -a 2015-04-20 -o table two.csv' <<'EOF'
Case ID  worker   eligible  eligible_rule             eligible_missing
A        Roe, R.  no        4-101(2)(d)
    judged as of 2015-04-20
B                 unknown
    eligible_rule: 4-101(2)(a); 4-101(2)(b); 4-101(2)(c); 4-101(2)(e);
    4-101(2)(f)(1); 4-101(2)(f)(2); eligible_missing: juvenile_in_sending_state;
    adjudication; under_jurisdiction; supervision_days_left; residence;
    full_time_student; school; proof_of_acceptance; proof_of_enrollment
    judged as of 2015-04-20
EOF
# shellcheck disable=SC2016
t 'what is to be kept is in a short list, too' 0 \
	'on 80x24 icj-deadline -q -a 2015-04-20 -o table --keep case_id,case_type \
	    --duty home-evaluation --only overdue "$EX/caseload.csv" | head -n 2' <<'EOF'
case_id  case_type  due         days_left  status   duty             rule
T-0004   transfer   2015-04-13  -7         overdue  home-evaluation  4-102(6)
EOF
for tool in eligible permit return referral supervise deadline vote training; do
	for width in 40 80 200; do
		on ${width}x24 icj-$tool -q -a 2015-04-20 -o table \
			"$EX/caseload.csv" >shown
		# But for words that are wider.
		[ -s shown ] && [ "$(sed 's/[^ ]\{36,\}/x/g' shown | widest -)" -le $width ]
		report $? "icj-$tool: the table fits $width columns"
	done
done
on 80x24 icj-deadline -q -a 2015-04-20 -o table --wide "$EX/caseload.csv" >shown
icj-deadline -q -a 2015-04-20 -o table "$EX/caseload.csv" >whole
same '--wide is the table that a file gets' whole shown
on 80x24 icj-deadline -q -a 2015-04-20 -o table --show note,due \
	"$EX/caseload.csv" >shown
like '--show on a terminal' 0 'head -1 shown' '^due$'
on 40x24 icj-eligible -q -a 2015-04-20 -o card "$EX/caseload.csv" >shown
[ "$(sed 's/[^ ]\{36,\}/x/g' shown | widest -)" -le 40 ] && grep -q '^eligible: yes$' shown
report $? 'a card fits, a field a line'
t 'a card of a file has whole lines' 0 \
	'icj-eligible -a 2015-04-20 -o card two.csv | sed -n "1,7p"' <<'EOF'
Case ID: A
plan_days: 90
worker: Roe, R.
Referral Received: 2015-03-01
eligible: no
eligible_rule: 4-101(2)(d)
eligible_edition: 2015-01-01
EOF
printf 'case_id,plan_days\n"A\033[31m\nB",90\n' >steer.csv
like 'nor does a card steer the terminal' 0 \
	'icj-eligible -a 2015-04-20 -o card steer.csv' '^case_id: A?\[31m B$'

# -- Lists -------------------------------------------------------------------

for list in 'icj-eligible --fields' 'icj-return --fields' 'icj-permit --rules' \
	'icj-deadline --list' 'icj-deadline --rules' 'icj-rule --list' \
	'icj help juvenile' 'icj'; do
	for width in 40 80; do
		# shellcheck disable=SC2086
		on ${width}x24 $list >shown
		[ -s shown ] && [ "$(sed 's/[^ ]\{36,\}/x/g' shown |
			widest -)" -le $width ]
		report $? "$list fits $width columns"
	done
done
t '--fields WORD' 0 'icj-return --fields airport | sed "s/ .*//"' <<'EOF'
airport_arrival
airport_notice
EOF
like '--fields with a word that a value has' 0 'icj-return --fields escapee' \
	'^return_type '
like '--fields with a label' 0 'icj-deadline --fields "Submit Form III"' \
	'^form_iii_received '
like '--fields as rows' 0 'icj-eligible --fields residence -o csv' \
	'^residence,choice,'
like '--fields with a word that nothing has' 2 'icj-eligible --fields zebra' \
	"no field that is read here has zebra; 'icj help zebra' looks everywhere"
t 'no file of a test is shown' 1 "{ icj-rule --list; icj-rule --list -o csv
	icj-rule 4-101; icj-deadline --list; icj help test; } |
	grep -e '[.]sh' -e '[.]tsv' -e scenarios/" </dev/null

for tool in icj icj-deadline icj-score icj-eligible; do
	on 40x24 $tool --help | grep -v -e '^  icj-' -e '^usage: ' -e '^       icj-' >shown
	[ -s shown ] && [ "$(widest shown)" -le 40 ]
	report $? "$tool --help fits 40 columns"
done

# -- Rows on a terminal ------------------------------------------------------

printf 'case_id,plan_days\nA,90\n' >one.csv
like 'who looks at rows of CSV is told of a table' 0 \
	'on 80x24 icj-eligible -a 2015-04-20 one.csv' 'o table fits the screen.*ICJ329'
for quiet in '-q' '-o csv' '-o table' '--show eligible'; do
	t "not with $quiet" 1 \
		"on 80x24 icj-eligible -a 2015-04-20 $quiet one.csv | grep -c ICJ329" <<'END'
0
END
done
icj-deadline -q -a 2015-04-20 "$EX/caseload.csv" >duties.csv
t 'nor with a digest, which is no table' 1 \
	'on 80x24 icj-digest duties.csv | grep -c ICJ329' <<'END'
0
END
t 'nor where the rows go elsewhere' 1 \
	'on 80x24 sh -c "icj-eligible -a 2015-04-20 one.csv | cat" | grep -c ICJ329' <<'END'
0
END

# A table on a terminal has what decides, without asking.
t 'of findings the case and the codes' 0 \
	'printf "case_id,zone,permit_effective,permit_expires\nA,north,2015-05-01,2015-04-01\n" >past.csv
	on 80x24 icj-lint -q -a 2015-04-20 -o table past.csv | head -n 1' <<'END'
case_id  lint
END
# shellcheck disable=SC2016
t 'of shares what they are made of' 0 \
	'on 80x24 icj-dues -q -o table "$EX/census-2020.csv" | head -n 1' <<'END'
state  population  sent  received  dues_share
END

icj-deadline -q -a 2015-04-20 "$EX/caseload.csv" >duties.csv
on 40x24 icj-digest -q duties.csv | grep -v '^Past due, and' >shown
[ -s shown ] && [ "$(sed 's/[^ ]\{26,\}/x/g' shown | widest -)" -le 40 ]
report $? 'a digest fits 40 columns'

# -- The front door ----------------------------------------------------------

for tool in "$BUILD"/bin/icj-*; do
	tool=${tool##*/icj-}
	case $tool in *.*) continue ;; esac
	like "icj lists $tool" 0 icj "^  icj $tool  *[a-z].*[?]"
	icj-"$tool" -V >want
	icj "$tool" -V >got
	same "icj $tool is icj-$tool" want got
done
[ "$(icj | wc -l)" -le 24 ]
report $? 'icj is one screen'
like 'its status is the tool'"'"'s' 1 'icj eligible -c plan_days=90' 'Eligible'
like 'a near miss' 2 'icj elegible' 'did you mean eligible'
like 'no tool' 2 'icj frobnicate' "icj help frobnicate"
like 'no path' 2 'icj ../bin/icj-eligible' 'there is no tool'
like 'help finds fields' 0 'icj help runaway' '^- return_type: '
like 'and values' 0 'icj help escapee' '^- return_type: '
like 'and everyday words' 0 'icj help grandmother' '^- residence=relative: '
like 'so does a tool' 0 'icj-eligible --fields grandmother' '^residence '
like 'and duties' 0 'icj help airport' '^- airport-notice: '
like 'and paragraphs' 0 'icj help airport' '^- 7-107: '
t 'what is called so comes first, a line each, and how to see all' 0 \
	'on 80x24 icj help violation | sed -n "s/:.*//; 1p; 5p"
	on 80x24 icj help violation report | tail -n 1 | sed "s/[0-9]/N/g"
	on 80x24 icj help runaway | grep -A1 Paragraphs | cut -c1-20' <<'END'
Fields
- report_items
- and N more: icj help --all violation report
Paragraphs:
- 1-101 Runaway: A c
END
like 'and tools' 0 'icj help dues' '^- dues: '
like 'of two words both' 0 'icj help airport picture' '^- 7-106(5): '
like 'nothing' 2 'icj help zebra' 'nothing has zebra'
like 'a name that is near' 2 'icj help residance' 'did you mean residence'
[ "$(icj help juvenile | wc -l)" -lt "$(icj help --all juvenile | wc -l)" ]
report $? 'with --all there is more'
like 'the other folder is on PATH' 0 \
	"mkdir -p away && cp $BUILD/bin/icj away && ln -sf $BUILD/lib . &&
	    away/icj eligible -V" '^icj-eligible '
if [ -e /dev/full ]; then
	like 'a full disk' 4 'icj >/dev/full' 'cannot write'
fi

# -- Help --------------------------------------------------------------------

mkdir help && cp "$EX"/*.csv help && cp "$EX/caseload.csv" help/cases.csv
for tool in "$BUILD"/bin/icj-*; do
	tool=${tool##*/}
	case $tool in *.*) continue ;; esac
	$tool --help >shown
	[ "$tool" = icj-rule ] || $tool --help-all >>shown
	[ "$(widest shown)" -le 80 ]
	report $? "$tool --help is at most 80 columns wide"
	sed -n '/^.\{81\}/s/^/# /p' shown
	$tool --help >shown
	# Two have options for a screen of their own.
	[ "$(wc -l <shown)" -le "$(case $tool in
		icj-deadline | icj-rule) echo 30 ;; *) echo 24 ;; esac)" ]
	report $? "$tool --help is one screen: $(wc -l <shown) lines"
	grep -e '^  icj-' shown | sed -n '1,3p' >said.sh
	[ "$(wc -l <said.sh)" -eq 3 ]
	report $? "$tool --help has three examples"
	(cd help && while read -r line; do
		sh -c "$line" </dev/null >said.out 2>/dev/null && [ -s said.out ] ||
			echo "$line"
	done <../said.sh) >found
	[ ! -s found ]
	report $? "the examples of $tool --help run"
	sed 's/^/# /' found
done

finish
