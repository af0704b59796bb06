#!/bin/sh
# SPDX-License-Identifier: MIT
# The system fails: no memory, reads and writes that fail, are short, are
# interrupted or would block, full disks, readers that leave, files that change
# while they are read, and a kill at any moment.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

CC=${CC:-cc}
AS_OF='-a 2015-08-01'
# Those that judge a record at a time, those that have threads, and all that
# take records.
JUDGES='eligible permit return deadline referral supervise vote training'
THREADED='eligible permit return deadline'
TOOLS="$JUDGES tally"

cat >in.csv <<'EOT'
case_id,transfer_requested,plan_days,detained_at,return_type,permit_effective,form_iii_received,holding_state,home_state,returned,violation_reported,matter,votes_for,role,role_since,documents
C1,2015-03-01,91,2015-07-02T16:00,runaway,2015-03-01,2015-07-02,TX,OK,2015-07-06,2015-06-01,rule-adoption,30,judge,2015-03-01,form-iv;petition
C2,2015-03-02,90,,,,,,,,,,,,,
C3,2015-03-01,x,,,2015-03-01,,TX,,x,,x,x,x,x,x
EOT
# shellcheck disable=SC2086
for o in yaml json; do
	icj-eligible $AS_OF -o $o in.csv 2>/dev/null
done | sed 's/, "eligible": .*}/}/; /^eligible/d' >both
sed -n '/^{/!p' both >in.yaml
sed -n '/^{/p' both >in.json
# Several blocks, for several threads; and one that is not plain.
awk 'NR == 1 { print } NR == 2 { for (i = 0; i < 2500; i++) print }
	NR == 3' in.csv >blocks.csv
awk 'NR == 2000 { sub(/C1/, "C\"1") } { print }' blocks.csv >stray.csv
printf '%s\n' sending_state,receiving_state,accepted OH,TX,2015-03-01 TX,OH,2015-04-01 >moved.csv
printf '{"sending_state":"%s","receiving_state":"%s","accepted":"2015-03-01"}\n' \
	OH TX TX OH >moved.json
printf -- '---\nsending_state: %s\nreceiving_state: %s\naccepted: 2015-03-01\n' \
	OH TX TX OH >moved.yaml
printf '%s\n' state,population,sent,received TX,25145561,100,50 OH,11536504,20,70 >dues.csv
cat >scenario.yaml <<'EOT'
- background: {plan_days: 90, transfer_requested: 2015-03-01}
  ask: icj-eligible
- scenario: a short stay
  rule: 4-101(2)(d)
  expect: {eligible: no}
  fails: 4-101(2)(d)
  because: ninety days are not more than ninety
EOT
printf '%s\n' tier,from,below,amount A,0,0.5,12000 B,0.5,,17000 >tiers.csv
printf '%s\n' date,state,name 2015-07-06,TX,Somewhere 2015-07-07,, >holidays.csv
printf '%s\n' 'Their Days: plan_days' 'Court: order_received' >map.yaml
printf '%s\n' 'Folk: population' >dues.yaml

# -- Calls that fail --------------------------------------------------------

faulty() { # faulty TITLE KIND INPUT COMMAND...
	title=$1
	shift
	"$DIR/fault" "$DIR/shim.so" "$@" >out 2>&1
	report $? "$title: $(tail -1 out)"
	grep -q ', 0 bad$' out || sed '$d; /^$/d; s/^/# /' out
}

# all TITLE INPUT COMMAND...: every kind of fault
all() {
	what=$1
	shift
	for kind in alloc read write full short eintr eagain; do
		faulty "$what, $kind" $kind "$@"
	done
}

# shellcheck disable=SC2086
calls() {
	for tool in $TOOLS; do
		for i in csv yaml json; do
			all "icj-$tool, $i" in.$i "icj-$tool" $AS_OF
		done
	done
	for i in csv yaml json; do
		all "icj-rule --classify, $i" in.$i icj-rule --classify $AS_OF
		all "icj-dues --count, $i" moved.$i icj-dues --count
	done
	all 'icj-dues' dues.csv icj-dues --budget 1000000
	all 'icj-dues --tiers' dues.csv icj-dues --tiers tiers.csv
	all 'icj-lint' in.csv icj-lint $AS_OF
	all 'icj-training --totals' in.csv icj-training --totals
	all 'icj-tally --small-cells' in.csv icj-tally --totals --small-cells 5
	# Threads: which of them meets it is chance.
	for tool in $THREADED; do
		all "icj-$tool -j 2" blocks.csv "icj-$tool" $AS_OF -j 2
	done
	faulty 'icj-eligible -j 3, what is not plain' alloc stray.csv \
		icj-eligible $AS_OF -j 3
	for tool in $TOOLS; do
		for kind in alloc full; do
			faulty "icj-$tool --explain, $kind" $kind in.csv \
				icj-$tool $AS_OF --explain
			faulty "icj-$tool -o table, $kind" $kind in.csv \
				icj-$tool $AS_OF -o table
		done
	done
	for o in yaml json; do
		faulty "-o $o, alloc" alloc in.csv icj-return $AS_OF -o $o
		faulty "-o $o, full" full in.csv icj-return $AS_OF -o $o
	done
	for kind in alloc read; do
		faulty "holidays and a map, $kind" $kind in.csv icj-deadline $AS_OF \
			-H holidays.csv -m map.yaml --sort -s worker=w
		SIDE=rejects faulty "--why-not and --rejects, $kind" $kind in.csv \
			icj-eligible $AS_OF --why-not --rejects rejects
		faulty "scenarios, $kind" $kind scenario.yaml icj-rule --scenarios -
	done
	# Files that options name are read as patiently as records.
	for kind in short eintr; do
		faulty "holidays and a map, $kind" $kind in.csv icj-deadline $AS_OF \
			-H holidays.csv -m map.yaml
		faulty "tiers, $kind" $kind dues.csv icj-dues --tiers tiers.csv
		faulty "scenarios, $kind" $kind scenario.yaml icj-rule --scenarios -
	done
	SIDE=rejects faulty '--rejects, write' write in.csv icj-eligible $AS_OF \
		--rejects rejects
	for kind in short eintr; do
		SIDE=rejects faulty "--rejects, $kind" $kind in.csv icj-eligible $AS_OF \
			--rejects rejects
	done
	holding
	words
}

# Whatever an option had read or made is given back: a run with it holds no
# more at its end than one without.
# shellcheck disable=SC2086
holding() {
	for tool in eligible deadline permit; do
		plain=$("$DIR/fault" "$DIR/shim.so" live in.csv icj-$tool $AS_OF)
		for o in '-m map.yaml' '-H holidays.csv' '-s plan_days=90' \
			'-m map.yaml -m map.yaml -H holidays.csv -H holidays.csv' \
			'--rejects rejects' '--date-format mdy' '--on-error skip'; do
			got=$("$DIR/fault" "$DIR/shim.so" live in.csv icj-$tool $AS_OF $o)
			[ -n "$plain" ] && [ "$got" = "$plain" ]
			report $? "icj-$tool $o gives its memory back: $got"
		done
	done
	plain=$("$DIR/fault" "$DIR/shim.so" live dues.csv icj-dues)
	for o in '--tiers tiers.csv' '-m dues.yaml' '--budget 100'; do
		got=$("$DIR/fault" "$DIR/shim.so" live dues.csv icj-dues $o)
		[ -n "$plain" ] && [ "$got" = "$plain" ]
		report $? "icj-dues $o gives its memory back: $got"
	done
}

# No records at all.
words() {
	for kind in alloc full; do
		faulty "operands, $kind" $kind /dev/null icj-eligible plan_days=90 \
			-a 2015-08-01
		faulty "operands as CSV, $kind" $kind /dev/null icj-eligible \
			plan_days=90 -a 2015-08-01 -o csv
		faulty "--add, $kind" $kind /dev/null icj-deadline --add 5b 2015-07-02
		faulty "icj-deadline --list, $kind" $kind /dev/null icj-deadline --list
		faulty "icj-rule --list, $kind" $kind /dev/null icj-rule --list 4-101
		faulty "icj-rule 4-101, $kind" $kind /dev/null icj-rule 4-101
		for word in --fields --rules --help -V; do
			for tool in tally dues rule deadline; do
				faulty "icj-$tool $word, $kind" $kind /dev/null \
					icj-$tool $word
			done
		done
	done
}

# What they put in the place of malloc() cannot be put aside.
if checked; then
	skip 'calls that fail' 'checkers of memory have an allocator of their own'
elif $CC -shared -fPIC -o "$DIR/shim.so" "$TOP/tests/fault/shim.c" -ldl 2>err &&
	$CC -o "$DIR/fault" "$TOP/tests/fault/fault.c" 2>>err &&
	LD_PRELOAD="$DIR/shim.so" true 2>>err; then
	calls
else
	skip 'calls that fail' 'the shim is for gcc or clang with glibc'
	sed 's/^/# /' err
fi

# -- The output goes --------------------------------------------------------

awk 'NR == 1 { print } NR == 2 { for (i = 0; i < 20000; i++) print }' in.csv >many.csv
# shellcheck disable=SC2086
for tool in $TOOLS; do
	icj-$tool $AS_OF many.csv 2>err >&-
	got=$?
	[ "$got" -eq 4 ] && grep -q 'cannot write' err
	report $? "icj-$tool: stdout is closed"
	if [ -w /dev/full ]; then
		icj-$tool $AS_OF many.csv 2>err >/dev/full
		got=$?
		[ "$got" -eq 4 ] && grep -q 'No space left' err
		report $? "icj-$tool: a full disk"
	fi
	[ $tool != tally ] || continue # it writes a few rows at its end
	{ icj-$tool $AS_OF many.csv; echo $? >status; } 2>err | head -1 >out
	# Of columns that are not there each warns at its start.
	grep -v ': warning: ' err >said
	[ -s out ] && [ ! -s said ] && [ "$(cat status)" -ne 0 ]
	report $? "icj-$tool: a reader that leaves"
done

# shellcheck disable=SC2086
for tool in $TOOLS dues; do
	case $tool in dues) set -- --count ;; *) set -- $AS_OF ;; esac
	icj-$tool "$@" >out 2>err <&-
	got=$?
	[ "$got" -eq 2 ] && [ ! -s out ] && grep -q 'Bad file descriptor.*ICJ201' err
	report $? "icj-$tool: stdin is closed"
done

# -- The input changes ------------------------------------------------------

# The reader does not read until the file has changed, so that the tool is in
# the middle of it.
# shellcheck disable=SC2086
changing() { # changing TITLE COMMAND: COMMAND changes the file "changing"
	awk 'NR == 1 { print } NR == 2 { for (i = 0; i < 20000; i++) print }' in.csv >changing
	rm -f pipe
	mkfifo pipe
	icj-eligible $AS_OF changing >pipe 2>err &
	pid=$!
	{ head -c 1000 && sleep 0.2 && eval "$2" && cat; } <pipe >out
	wait $pid
	got=$?
	# What is cut in two is a record of its own: ragged, and said to be.
	awk -F, '$(NF - 6) !~ /^(eligible|yes|no|unknown|invalid)$/ { bad++ }
		END { exit bad > 0 || NR < 2 }' out
	whole=$?
	[ "$whole" -eq 0 ] && { [ "$got" -eq 0 ] || [ "$got" -eq 3 ] || [ "$got" -eq 4 ]; }
	report $? "$1: status $got, $(wc -l <out) lines"
}
changing 'a file that grows' 'tail -n 1000 many.csv >>changing'
changing 'a file that is cut' 'head -c 200000 many.csv >shorter; cat shorter >changing'
changing 'a file that is emptied' ': >changing'
changing 'a file that is removed' 'rm changing'

# -- A kill at any moment ---------------------------------------------------

# The reader takes some, the tool is killed, the reader takes what is left.
# shellcheck disable=SC2086
killed() { # killed TITLE TOOL FORMAT [OPTION...]
	title=$1 tool=$2 format=$3
	shift 3
	torn=0
	for bytes in 1 1000 4097 10000 50001 70000 99999 131073 200000 333333; do
		rm -f pipe
		mkfifo pipe
		icj-$tool $AS_OF -o $format "$@" many.csv >pipe 2>err &
		pid=$!
		{ head -c $bytes; sleep 0.02; kill -9 $pid; cat; } <pipe >out
		wait $pid 2>/dev/null
		[ "$(tail -c 1 out | od -An -c | tr -d ' ')" = '\n' ] || torn=$((torn + 1))
		# A record of YAML ends with its note.
		[ $format != yaml ] || tail -1 out | grep -q '_note:' || torn=$((torn + 1))
	done
	report $torn "$title: whole records only"
}
for o in csv json yaml; do
	killed "icj-eligible -o $o is killed" eligible $o
done
for tool in deadline supervise; do
	killed "icj-$tool is killed" $tool csv
done
for tool in eligible deadline; do
	killed "icj-$tool -j 2 is killed" $tool csv -j 2
done

# -- Descriptors that do not wait -------------------------------------------

cat >unready.py <<'EOT'
import os, subprocess, sys, threading, time
data = open("many.csv", "rb").read()[:400000]
data = data[:data.rindex(b"\n") + 1]
want = subprocess.run(sys.argv[1:], input=data, stdout=subprocess.PIPE).stdout
tool_in, us_out = os.pipe()
us_in, tool_out = os.pipe()
os.set_blocking(tool_in, False)
os.set_blocking(tool_out, False)
p = subprocess.Popen(sys.argv[1:], stdin=tool_in, stdout=tool_out)
os.close(tool_in)
os.close(tool_out)
def give():
    for at in range(0, len(data), 20011):
        os.write(us_out, data[at:at + 20011])
        time.sleep(0.001)
    os.close(us_out)
giver = threading.Thread(target=give)
giver.start()
time.sleep(0.1)  # both pipes are full by now, or empty
got = b""
while True:
    some = os.read(us_in, 30011)
    if not some:
        break
    got += some
giver.join()
sys.exit(p.wait() != 0 or got != want)
EOT
if command -v python3 >/dev/null; then
	for tool in eligible deadline 'eligible -j 2' 'rule --classify' \
		'dues --count' 'eligible -o yaml'; do
		case $tool in
		dues*) set -- icj-dues --count ;;
		*) # shellcheck disable=SC2086
			set -- icj-$tool $AS_OF ;;
		esac
		awk 'NR == 1 { print $0 ",sending_state,receiving_state,accepted" }
			NR > 1 { print $0 ",OH,TX,2015-03-01" }' in.csv |
			awk 'NR == 1 { print } NR == 2 { for (i = 0; i < 9000; i++) print }' >many.csv
		python3 unready.py "$@" 2>err
		report $? "icj-$tool: nonblocking stdin and stdout"
	done
else
	skip 'nonblocking stdin and stdout' 'no python3'
fi

finish
