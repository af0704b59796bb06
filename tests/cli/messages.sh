#!/bin/sh
# SPDX-License-Identifier: MIT
# What is said and how often: the last line, quiet runs, threads, words that an
# option does not take, and what a terminal would obey.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# -- Ten of a kind ----------------------------------------------------------

bad() { # bad N FILE: N records that cannot be read, one that can
	awk -v n="$1" 'BEGIN { print "transfer_requested,plan_days"
		for (i = 0; i < n; i++) print "2015-02-30,91"
		print "2015-03-01,90" }' >"$2"
}
lines() { # lines N FROM: what is said of N of them
	awk -v n="$1" 'BEGIN { for (i = 2; i < n + 2; i++) print "icj-eligible: " \
		"bad.csv:" i ":1: transfer_requested: no such day [ICJ105]" }'
}

bad 10 bad.csv
icj-eligible bad.csv >out 2>err
[ $? -eq 3 ] && lines 10 | cmp -s - err
report $? 'ten of a code are all written, and no last line'
bad 11 bad.csv
icj-eligible bad.csv >out 2>err
{ lines 10
	echo 'icj-eligible: 12 records read, 11 invalid: ICJ105 11 (1 not shown); --diagnostics text-all shows all [ICJ365]'; } >want
same 'the eleventh is counted, and a last line sums up' want err
icj-eligible --diagnostics text-all bad.csv >out 2>err
{ lines 11
	echo 'icj-eligible: 12 records read, 11 invalid: ICJ105 11 [ICJ365]'; } >want
same '--diagnostics text-all writes all' want err
icj-eligible --diagnostics json bad.csv >out 2>err
[ "$(grep -c '"code":"ICJ105"' err)" -eq 11 ] &&
	tail -n 1 err | grep -q '^{"tool":"icj-eligible","level":"summary","records":12,"invalid":11,"codes":{"ICJ105":11},'
report $? '--diagnostics json writes all, and the last line has the counts'
awk 'BEGIN { print "transfer_requested,plan_days"
	for (i = 0; i < 12; i++) print "2015-02-30,x" }' >two.csv
like 'two codes are counted apart' 3 'icj-eligible two.csv' \
	'^icj-eligible: 12 records read, 12 invalid: ICJ103 12 (2 not shown), ICJ105 12 (2 not shown);'
like 'icj-deadline counts records, not rows' 3 'sed s/^transfer_requested/case_received/ two.csv | icj-deadline -a 2015-05-01' \
	'^icj-deadline: 12 records read, 12 invalid: '
awk 'BEGIN { print "state,population,sent,received"
	for (i = 0; i < 12; i++) print "TX,x,1,1" }' >dues.csv
like 'icj-dues too' 2 'icj-dues dues.csv' '^icj-dues: 12 records read, 12 invalid: ICJ103 1, ICJ402 11 (1 not shown)'
icj-dues --diagnostics text-all dues.csv >out 2>err
[ "$(grep -c 'earlier row.*ICJ402' err)" -eq 11 ]
report $? 'icj-dues --diagnostics text-all'
awk 'BEGIN { print "date,state"; for (i = 0; i < 12; i++) print "2015-02-30,TX" }' >h.csv
like 'a file of holidays too' 2 'icj-eligible -H h.csv bad.csv' \
	'^icj-eligible: 0 records read, 0 invalid: ICJ105 12 (2 not shown)'
like 'other words of --diagnostics' 2 'icj-eligible --diagnostics txt bad.csv' \
	'did you mean text; it takes text, text-all, json;'

# -- Statuses ---------------------------------------------------------------

bad 1 bad.csv
t '--invalid-ok: status 0, and the last line counts them' 0 \
	'icj-eligible --invalid-ok bad.csv | cut -d, -f 1-3; icj-eligible --invalid-ok bad.csv >/dev/null 2>&1' <<'EOF'
transfer_requested,plan_days,eligible
2015-02-30,91,invalid
2015-03-01,90,no
--- stderr
icj-eligible: bad.csv:2:1: transfer_requested: no such day [ICJ105]
icj-eligible: 2 records read, 1 invalid: ICJ105 1 [ICJ365]
EOF
icj-eligible --invalid-ok --check bad.csv >out 2>err
report $(($? != 1)) '--invalid-ok --check: what is not as wished is still status 1'
icj-eligible --invalid-ok two.csv -E 2015-01-01 >/dev/full 2>err
report $(($? != 4)) '--invalid-ok: a full disk is still status 4'
like '--invalid-ok --on-error skip' 0 'icj-eligible --invalid-ok --on-error skip bad.csv' \
	'1 invalid'
like '--invalid-ok --on-error stop' 2 'icj-eligible --invalid-ok --on-error stop bad.csv' \
	'contradicts'
icj-eligible --invalid-ok bad.csv 2>err >a
icj-eligible bad.csv 2>/dev/null >b
same '--invalid-ok changes no answer' a b
sed 1d bad.csv >good.csv
echo transfer_requested,plan_days | cat - good.csv | sed 2d >fine.csv
t '--invalid-ok: nothing invalid, no last line' 0 \
	'icj-eligible --invalid-ok fine.csv | cut -d, -f 3' <<'EOF'
eligible
no
EOF

# -- Quiet ------------------------------------------------------------------

printf 'plan_dayz,plan_days\n1,90\n1,x\n' >near.csv
t '-q: no warnings, errors stay' 3 'icj-eligible -q near.csv -a 2024-05-01 >/dev/null' <<'EOF'
--- stderr
icj-eligible: near.csv:3:2: plan_days: not a whole number from 0 to 999999999 [ICJ103]
EOF
t '--quiet: input of no bytes' 0 'icj-eligible --quiet </dev/null' </dev/null
printf 'state,population,sent,received\nTX,10,1,2\nOH,10,1,2\n' >dues.csv
icj-dues dues.csv >a 2>err
icj-dues -q dues.csv >b 2>err2
same 'icj-dues -q: the same answer' a b
[ -s err ] && [ ! -s err2 ]
report $? 'icj-dues -q: no notes and no warnings'
like 'icj-dues -q: errors stay' 2 'icj-dues -q two.csv' 'icj-dues: two.csv'
for tool in eligible deadline permit return referral supervise tally vote training lint dues; do
	like "icj-$tool --help-all has -q" 0 "icj-$tool --help-all" '^  -q, --quiet '
done

# -- Threads ----------------------------------------------------------------

# Several blocks with errors and with what is warned about once, first late.
awk 'BEGIN { print "transfer_requested,plan_days,case_id"
	for (i = 0; i < 60000; i++)
		print (i > 40000 ? "2026-05-01," : "2015-03-01,") \
		    (i % 9000 == 8999 ? "x" : i % 2) ",C" i }' >many.csv
for how in text text-all json; do
	for tool in eligible deadline permit return; do
		icj-$tool -a 2015-05-01 --diagnostics $how many.csv >a 2>err1
		one=$?
		icj-$tool -a 2015-05-01 --diagnostics $how -j 3 many.csv >b 2>err3
		[ $? -eq $one ] && cmp -s a b && cmp -s err1 err3
		report $? "icj-$tool -j 3 says what one thread says, as $how"
	done
done
icj-eligible many.csv >a 2>err1
[ "$(grep -c ICJ322 err1)" -eq 1 ] && [ "$(grep -c ICJ103 err1)" -eq 6 ]
report $? 'there is something to say in several blocks'
sed 's/,[01],/,x,/' many.csv >worse.csv
icj-eligible worse.csv >a 2>err1
icj-eligible -j 3 worse.csv >b 2>err3
same 'nothing but errors: the same bytes' err1 err3
[ "$(wc -l <err1)" -eq 11 ]
report $? 'nothing but errors: eleven lines'
for o in '' '-q' '--invalid-ok'; do
	# shellcheck disable=SC2086
	icj-eligible $o many.csv >a 2>err1
	one=$?
	# shellcheck disable=SC2086
	icj-eligible $o -j 2 many.csv >b 2>err3
	[ $? -eq $one ] && cmp -s err1 err3
	report $? "the same with '$o'"
done

# -- Words that an option does not take -------------------------------------

word() { # word TITLE COMMAND PATTERN
	like "$1" 2 "$2 bad.csv" "$3.*ICJ301"
}
word 'an option nearly' 'icj-deadline --onlly due' 'did you mean --only;'
word 'an option nearly, of all tools' 'icj-eligible --rejcets x' 'did you mean --rejects;'
word 'an option cut short' 'icj-eligible --re' \
	'did you mean --require-current or --rejects or --replace;'
word 'an option near nothing' 'icj-eligible --zebra' \
	"argument: --zebra; try 'icj-eligible --help'"
word 'an option nearly, icj-dues' 'icj-dues --budgit 3' 'did you mean --budget;'
word 'an option nearly, icj-rule' 'icj-rule --scenarois' 'did you mean --scenarios;'
like 'what follows = is not shown' 2 'icj-eligible --juvenile=Ann bad.csv' '--juvenile;'
icj-eligible --juvenile=Ann bad.csv 2>&1 | grep -q Ann
report $(($? == 0)) 'not a letter of it'
word '--only' 'icj-deadline --only overdu' \
	'argument of --only; did you mean overdue; it takes .*due, overdue, .*invalid;'
word '--only, the second' 'icj-deadline --only due,lat' 'did you mean late;'
word '--duty' 'icj-deadline --duty home-evalution' \
	'argument of --duty; did you mean home-evaluation; it takes .*retake.*withdrawal-notice;'
word '--standard' 'icj-deadline --standard A1' 'it takes .*A-01.*B-03'
word '--calendar' 'icj-deadline --calendar bth' 'did you mean both; it takes owner, both, federal;'
word '--on-error' 'icj-eligible --on-error skp' 'did you mean skip; it takes mark, skip, stop;'
word '--input' 'icj-eligible -i table' 'it takes csv, yaml, json;'
word '--output' 'icj-eligible -o jsn' 'did you mean json; it takes csv, yaml, json, table'
word '--by' 'icj-tally --by week' 'it takes month, quarter, year, fiscal-year;'
word '--by of training' 'icj-training --totals --by years' 'did you mean year; it takes'
word '--layout' 'icj-tally --layout anual' 'did you mean annual; it takes rule, annual;'
word '--reading' 'icj-dues --reading litral' 'did you mean literal; it takes mean, literal;'
word '--output of icj-rule' 'icj-rule -o cvs' 'did you mean csv; it takes csv, yaml, json, table;'
word '--term' 'icj-rule --classify --term runawy' \
	'no term that facts can satisfy; did you mean Runaway; it takes Absconder, '
word 'not a choice: what it is' 'icj-eligible -a soon' 'argument of --as-of; it takes DATE'
word 'not a choice: a number' 'icj-deadline --within soon' 'argument of --within; it takes DAYS'
like '--keep nearly' 0 'icj-deadline -a 2015-05-01 --all --keep plan_day fine.csv' \
	'--keep plan_day: there is no such column; did you mean plan_days \[ICJ321\]'

# -- What a terminal would obey ---------------------------------------------

esc=$(printf '\033]0;pwn\007')    # C0
csi=$(printf '\302\2332J')        # C1
lone=$(printf '\2332J')           # C1, not even UTF-8
bidi=$(printf 'a\342\200\256b\342\201\246c\342\200\217d\330\234e\342\200\250f')
plain=$(printf 'Zo\303\253 \343\201\202 \330\247\331\204 \360\237\231\202')
obeys() { # obeys FILE: whether there is anything in it that a terminal obeys
	python3 - "$1" <<'EOF'
import sys, unicodedata
# A byte that is no UTF-8 is bad, too, and must not keep this from looking.
text = open(sys.argv[1], "rb").read().decode("utf-8", "surrogateescape")
bad = [c for c in text if c != "\n" and
       (unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") or
        unicodedata.bidirectional(c) in ("LRE", "RLE", "PDF", "LRO", "RLO",
                                         "LRI", "RLI", "FSI", "PDI") or
        ord(c) in (0x200e, 0x200f, 0x61c))]
sys.exit(not bad)
EOF
}
masked() { # masked TITLE COMMAND: nothing of it in both streams, letters stay
	(eval "$2") >seen 2>&1 </dev/null
	if obeys seen; then
		report 1 "$1"
		cat -v seen | head -5 | sed 's/^/# /'
	elif ! grep -q '?' seen; then
		report 1 "$1: nothing was masked"
	else
		report 0 "$1"
	fi
}
if command -v python3 >/dev/null; then
	all="$esc$csi$lone$bidi"
	printf '%s\n' "$all" >seen
	obeys seen
	report $? 'the probe finds them'
	printf 'case_id,plan_days,worker\n"%s",90,"%s"\n' "$all" "$all" >evil.csv
	for tool in eligible permit return deadline referral supervise vote training tally; do
		[ $tool = vote ] || [ $tool = training ] || [ $tool = tally ] || [ $tool = deadline ] ||
			masked "icj-$tool --explain" "icj-$tool -a 2015-04-20 --explain evil.csv"
	done
	printf 'case_id,form_iii_received,home_state,charges_pending\n"%s",2015-12-24,TX,no\n' \
		"$all" >evil-due.csv
	printf 'date,state,name\n2015-12-28,TX,"%s"\n' "$all" >evil-hol.csv
	masked 'icj-deadline --explain, a holiday' \
		'icj-deadline -a 2015-12-30 -H evil-hol.csv --explain evil-due.csv'
	printf 'case_id,matter,votes_for\n"%s",rule-adoption,3\n' "$all" >evil-vote.csv
	masked 'icj-vote --explain' 'icj-vote -a 2015-12-30 --explain evil-vote.csv'
	masked 'operands' "icj-eligible -a 2015-04-20 plan_days=90 case_id='$all'"
	masked 'the name of a file' "cp bad.csv '$all'; icj-eligible '$all'"
	masked 'an operand' "icj-eligible '$all=1'"
	masked 'an operand that is no fact' "icj-rule '$all'"
	masked 'an option' "icj-eligible '--$all'"
	printf 'plan_days,plan_d\302\233ays\n90,1\n' >evil-col.csv
	masked 'the name of a column' 'icj-eligible -a 2015-01-01 evil-col.csv 2>&1 >/dev/null'
	printf 'x\342\200\256: zebra\n' >evil-map.yaml
	masked 'a key of a map' 'icj-eligible -m evil-map.yaml fine.csv'
	masked '--keep' "icj-deadline -a 2015-05-01 --all --keep '$all' fine.csv 2>&1 >/dev/null"
	printf 'tier,from,below,amount\n"%s",0,,12000\n' "$all" >tiers.csv
	masked 'the name of a tier' 'icj-dues --tiers tiers.csv --explain dues.csv'
	python3 - "$esc" <<'EOF'
import json, sys
odd = "\x1b]0;pwn\x07\x9b2J\u202e\u2028\u061c"
for at in ("scenario", "rule", "because", "expect", "mentions", "fails",
           "ask", "given", "key", "shown"):
    s = {"scenario": "a stay", "rule": "4-101(2)(d)", "ask": "icj-eligible",
         "given": {"plan_days": "90", "transfer_requested": "2015-03-01"},
         "expect": {"eligible": "yes"}, "because": "ninety days"}
    if at in ("scenario", "rule", "because", "mentions", "fails", "ask"):
        s[at] = odd
    elif at == "expect":
        s["expect"]["eligible"] = odd
    elif at == "given":
        s["given"][odd] = "1"
    elif at == "key":
        s[odd] = "1"
    else:
        s["given"]["case_id"] = odd
        s["expect"] = {"case_id": "C"}
    json.dump([s], open("evil-%s.json" % at, "w"))
EOF
	for at in scenario rule because expect mentions fails given key shown; do
		masked "scenarios: $at" "icj-rule --scenarios evil-$at.json"
	done
	cp evil-because.json "$all.json"
	masked 'scenarios: the file' "icj-rule --scenarios '$all.json'"
	printf 'case_id,plan_days\n"%s",90\n' "$plain" >letters.csv
	like 'letters of all languages stay' 0 \
		'icj-eligible -a 2015-04-20 --explain letters.csv' "^Case $plain\$"
	printf 'case_id,plan_days\n"%s",90\n' "$all" >evil.csv
	icj-eligible -a 2015-04-20 evil.csv | head -n 2 | cut -d, -f 1 | tail -n 1 >a
	printf '"%s"\n' "$all" >b
	same 'CSV has the bytes of the input' a b
else
	skip 'what a terminal would obey' 'no python3'
fi

finish
