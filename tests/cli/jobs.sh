#!/bin/sh
# SPDX-License-Identifier: MIT
# --jobs: what several threads write is what one writes, byte for byte, on
# stdout and stderr and in the file for bad records, with the same status.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# run JOBS FILE COMMAND: all that a command leaves behind
run() {
	rm -f rejects
	(eval "$3 -j $1") >"$2" 2>"$2.err"
	echo "status $?" >>"$2.err"
	[ ! -e rejects ] || cat rejects >>"$2.err"
}

# equal TITLE COMMAND
equal() {
	run 1 one "$2"
	run 2 two "$2"
	run 3 three "$2"
	cmp one two && cmp one.err two.err && cmp one three &&
		cmp one.err three.err
	report $? "$1"
}

TOOLS='eligible permit return deadline referral supervise'
at='-a 2015-04-20'

# -- Files ------------------------------------------------------------------

if [ -x "$BUILD/bench/caseload" ]; then
	for seed in 1 3 4; do
		"$BUILD/bench/caseload" $seed 3000 >$seed.csv
		for tool in $TOOLS; do
			equal "icj-$tool, caseload $seed" \
			    "icj-$tool $at $seed.csv"
		done
	done
	"$BUILD/bench/caseload" 1 3000 yaml >cases.yaml
	equal 'YAML, on one thread' "icj-eligible $at cases.yaml"
else
	skip 'generated files' 'the generator is not built'
fi

# All that a CSV can have: quoted line breaks, values that cannot be read,
# blank lines, a field too many, no line end at the end.
cat >odd.py <<'EOF'
import random, sys
random.seed(int(sys.argv[1]))
head = ("case_id,sending_state,receiving_state,transfer_requested,plan_days,"
        "residence,supervision,referral_received,home_evaluation_sent,"
        "accepted,arrived,detained_at,travel_hours,remarks")
texts = ["", "plain", '"a, b"', '"said ""so"""', '"two\nlines"', '"\r\n"',
         '"three\n\n""lines"""', '"x\n,"']
dates = ["", "2015-03-02", "2015-07-01", "2024-02-29", "2013-01-05"]
bad = ["2015-02-30", "soon", "3/4/2015"]
def date():
    return random.choice(bad) if random.random() < 0.01 else random.choice(dates)
out = [head]
for i in range(int(sys.argv[2])):
    row = ["C-%d" % i, random.choice(["OH", "GA", "PR", "Texas", ""]),
           random.choice(["AL", "NY", ""]), date(),
           random.choice(["", "30", "90", "91", "indefinite"]),
           random.choice(["parent", "Legal Guardian", "", "other"]),
           random.choice(["parole", "probation", ""]), date(), date(), date(),
           date(), date(), random.choice(["", "24", "25"]),
           random.choice(texts)]
    if random.random() < 0.005:
        row.append("more")
    out.append(",".join(row))
    if random.random() < 0.01:
        out.append("")
sys.stdout.write("\n".join(out) + random.choice(["", "\n", "\n\n"]))
EOF
for seed in 1 2 3; do
	python3 odd.py $seed 4000 >odd$seed.csv
	for tool in $TOOLS; do
		equal "icj-$tool, odd records $seed" "icj-$tool $at odd$seed.csv"
	done
done

# -- Options ----------------------------------------------------------------

for tool in $TOOLS; do
	for option in --strict --check '--on-error skip' '--on-error stop' \
		'--rejects rejects' --no-header '--diagnostics json' \
		'-E 2014-06-01' --require-current '-o json' '-o table' \
		'--set case_type=transfer'; do
		equal "icj-$tool $option" \
			"icj-$tool $at $option <odd1.csv"
	done
done
equal 'icj-eligible --why-not' "icj-eligible $at --why-not odd1.csv"
icj-eligible -a 2015-04-20 odd2.csv >again.csv 2>/dev/null
equal 'icj-eligible --replace' "icj-eligible $at --replace again.csv"
equal 'icj-eligible without --replace' "icj-eligible $at again.csv"
for option in --sort '--keep all' '--keep remarks,case_id' --all \
	'--only overdue' '--duty placement'; do
	equal "icj-deadline $option" "icj-deadline $at $option odd1.csv"
done

# -- Inputs -----------------------------------------------------------------

# Blocks of any size, for each is what has just come through the pipe.
cat >slowly.py <<'EOF'
import os, random, sys, time
random.seed(7)
data = open(sys.argv[1], "rb").read()
while data:
    n = random.choice([1, 7, 50, 300, 2000])
    os.write(1, data[:n])
    data = data[n:]
    if random.random() < 0.2:
        time.sleep(0.0005)
EOF

head -1 odd1.csv >empty.csv
equal 'a header alone' 'icj-eligible empty.csv'
equal 'a header alone, icj-deadline' 'icj-deadline empty.csv'
equal 'no input' 'icj-eligible </dev/null'
equal 'several files' "icj-eligible $at odd1.csv empty.csv odd2.csv odd3.csv"
equal 'several files, icj-deadline' "icj-deadline $at odd1.csv odd2.csv"
equal 'files that do not fit' "icj-eligible $at odd1.csv some.csv"

# A quote inside a field upsets the counting of quotes from there on.
awk 'NR == 1500 { sub(/C-/, "C\"") } { print }' odd1.csv >stray.csv
for tool in $TOOLS; do
	equal "icj-$tool, a stray quote" "icj-$tool $at stray.csv"
done
{ cat odd2.csv; printf '\nC-9,"OH,no end\n'; cat odd3.csv; } >open.csv
equal 'a quote that never closes' "icj-eligible $at open.csv"
{ echo 'case_id,plan_days'; printf 'C-1,"oh\nC-2,30\n'; } >first.csv
equal 'a first record that cannot be read' 'icj-eligible first.csv'
equal 'the same, icj-deadline' 'icj-deadline first.csv'
equal 'the same, with a column that is not there' \
	'icj-deadline --keep nothing first.csv'
awk 'NR == 700 { printf "%s\r\r\n", $0; next } { print }' odd1.csv >cr.csv
equal 'a bare CR' "icj-eligible $at cr.csv"

# Blank lines belong to the record behind them, also to one that is left out.
awk 'NR > 1 && NR % 3 == 0 { print ""; sub(/,/, ",nowhere") } { print }' \
	odd2.csv >blank.csv
equal 'blank lines before what is skipped' \
	"icj-eligible $at --on-error skip blank.csv"
equal 'the same, slowly' "head -c 30000 blank.csv >part.csv
	python3 slowly.py part.csv | icj-permit $at --on-error skip"

head -c 60000 odd3.csv >part.csv
for tool in eligible deadline; do
	equal "icj-$tool, a slow pipe" \
		"python3 slowly.py part.csv | icj-$tool $at"
done

# -- Ends -------------------------------------------------------------------

icj-eligible -a 2015-04-20 -j 2 odd1.csv 2>/dev/null | head -3 >some
icj-eligible -a 2015-04-20 odd1.csv 2>/dev/null | head -3 >all
same 'a reader that leaves' all some
if [ -w /dev/full ]; then
	icj-eligible -a 2015-04-20 -j 2 odd1.csv >/dev/full 2>err
	echo $? >status
	t 'a full disk' 0 'cat status; grep -c ICJ213 err' <<'EOF'
4
1
EOF
fi
like '-j 0' 2 'icj-eligible -j 0 odd1.csv' 'unusable argument of --jobs'
like '-j many' 2 'icj-eligible -j 100 odd1.csv' 'unusable argument of --jobs'

t 'a tool without threads refuses them' 2 \
	"printf 'votes_for\n26\n' | icj-vote -j 2" <<'EOF'
--- stderr
icj-vote: this tool has no threads: --jobs; try 'icj-vote --help' [ICJ301]
EOF
finish
