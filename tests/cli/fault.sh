#!/bin/sh
# SPDX-License-Identifier: MIT
# The system fails: no memory, reads and writes that fail, are short, are
# interrupted or would block, full disks, readers that leave, files that change
# while they are read, and a kill at any moment.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

CC=${CC:-cc}
AS_OF='-a 2015-08-01'
TOOLS='eligible permit return deadline'

cat >in.csv <<'EOT'
case_id,transfer_requested,plan_days,detained_at,return_type,permit_effective,form_iii_received,holding_state,home_state
C1,2015-03-01,91,2015-07-02T16:00,runaway,2015-03-01,2015-07-02,TX,OK
C2,2015-03-02,90,,,,,,
C3,2015-03-01,x,,,2015-03-01,,TX,
EOT
# shellcheck disable=SC2086
for o in yaml json; do
	icj-eligible $AS_OF -o $o in.csv 2>/dev/null
done | sed 's/, "eligible": .*}/}/; /^eligible/d' >both
sed -n '/^{/!p' both >in.yaml
sed -n '/^{/p' both >in.json
printf '%s\n' state,population,sent,received TX,25145561,100,50 OH,11536504,20,70 >dues.csv
printf '%s\n' tier,from,below,amount A,0,0.5,12000 B,0.5,,17000 >tiers.csv
printf '%s\n' date,state,name 2015-07-06,TX,Somewhere 2015-07-07,, >holidays.csv
printf '%s\n' 'Their Days: plan_days' 'Court: order_received' >map.yaml

# -- Calls that fail --------------------------------------------------------

faulty() { # faulty TITLE KIND INPUT COMMAND...
	title=$1
	shift
	"$DIR/fault" "$DIR/shim.so" "$@" >out 2>&1
	report $? "$title: $(tail -1 out)"
	grep -q ', 0 bad$' out || sed '$d; /^$/d; s/^/# /' out
}

# shellcheck disable=SC2086
calls() {
	for tool in $TOOLS; do
		for i in csv yaml json; do
			for kind in alloc read write full short eintr eagain; do
				faulty "icj-$tool, $i, $kind" $kind in.$i "icj-$tool" $AS_OF
			done
		done
	done
	for o in yaml json table explain; do
		faulty "-o $o, alloc" alloc in.csv icj-return $AS_OF -o $o
		faulty "-o $o, full" full in.csv icj-return $AS_OF -o $o
	done
	for kind in alloc read write full short eintr eagain; do
		faulty "icj-dues, $kind" $kind dues.csv icj-dues --tiers tiers.csv
	done
	for kind in alloc read; do
		faulty "holidays and a map, $kind" $kind in.csv icj-deadline $AS_OF \
			-H holidays.csv -m map.yaml --sort -s worker=w
		faulty "--why-not and --rejects, $kind" $kind in.csv icj-eligible $AS_OF \
			--why-not --rejects rejects
	done
	faulty 'operands, alloc' alloc /dev/null icj-eligible plan_days=90 $AS_OF
	faulty 'operands as CSV, alloc' alloc /dev/null icj-eligible plan_days=90 $AS_OF -o csv
	faulty '--add, alloc' alloc /dev/null icj-deadline --add 5b 2015-07-02
	faulty '--list, alloc' alloc /dev/null icj-deadline --list
}

# What the sanitizers put in the place of malloc() cannot be put aside.
if grep -q __asan_init "$BUILD/bin/icj-eligible"; then
	skip 'calls that fail' 'the sanitizers have an allocator of their own'
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
	{ icj-$tool $AS_OF many.csv; echo $? >status; } 2>err | head -1 >out
	[ -s out ] && [ ! -s err ] && [ "$(cat status)" -ne 0 ]
	report $? "icj-$tool: a reader that leaves"
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
	awk -F, '$(NF - 5) !~ /^(eligible|yes|no|unknown|invalid)$/ { bad++ }
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
killed() { # killed TITLE TOOL FORMAT
	torn=0
	for bytes in 1 1000 4097 10000 50001 70000 99999 131073 200000 333333; do
		rm -f pipe
		mkfifo pipe
		icj-$2 $AS_OF -o $3 many.csv >pipe 2>err &
		pid=$!
		{ head -c $bytes; sleep 0.02; kill -9 $pid; cat; } <pipe >out
		wait $pid 2>/dev/null
		[ "$(tail -c 1 out | od -An -c | tr -d ' ')" = '\n' ] || torn=$((torn + 1))
		# A record of YAML ends with its note.
		[ $3 != yaml ] || tail -1 out | grep -q '_note:' || torn=$((torn + 1))
	done
	report $torn "$1: whole records only"
}
for o in csv json yaml; do
	killed "icj-eligible -o $o is killed" eligible $o
done
killed 'icj-deadline is killed' deadline csv

finish
