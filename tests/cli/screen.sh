#!/bin/sh
# SPDX-License-Identifier: MIT
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
Presumed, as nobody said otherwise: not yet: the juvenile arrived; placement
    is complete (arrived); and 4 more.
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
	'^Rules as effective .*, the last known; what held on the day'

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

finish
