#!/bin/sh
# SPDX-License-Identifier: MIT
# What is there for speed alone changes no byte: caseloads that nobody knows
# before, with it and with ICJ_PLAIN, which goes without.  SEED=N repeats a run.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

CASELOAD=$BUILD/bench/caseload
TOOLS='eligible permit return deadline referral supervise'
seed=${SEED:-$(od -An -N3 -tu4 /dev/urandom | tr -d ' ')}

# both TOOL FORMAT INPUT ARGUMENT ...: the same with and without, and something
both() {
	title="icj-$1 of $2, seed $seed: the same without devices ($*)"
	judge=icj-$1 input=$3
	shift 3
	"$judge" "$@" -a "$day" <"$input" >with 2>with.err
	status=$?
	ICJ_PLAIN=1 "$judge" "$@" -a "$day" <"$input" >without 2>without.err
	[ $? -eq $status ] && [ -s with ] && cmp with without &&
		cmp with.err without.err
	report $? "$title"
}

rows=1200
checked && rows=200
if [ ! -x "$CASELOAD" ]; then
	skip 'with and without devices' 'the caseloads are not built'
	finish
fi
echo "# SEED=$seed"
for more in 0 1; do
	seed=$((seed + more))
	day=$("$CASELOAD" $seed 0 day)
	for format in csv json; do
		"$CASELOAD" $seed $rows $format >in.$format
	done
	head -n $((rows / 6)) in.csv >part.csv
	for tool in $TOOLS; do
		both "$tool" csv in.csv
		both "$tool" json in.json
		both "$tool" csv part.csv -o json
	done
done

# Else nothing was compared: what is remembered need not be judged.
refs() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null icj-permit \
	    -a "$day" <in.csv 2>&1 >/dev/null | sed -n 's/.*refs: *//p' |
	    tr -d ,
}
title='without devices a caseload costs far more'
if ! command -v valgrind >/dev/null 2>&1 || checked; then
	skip "$title" 'no valgrind, or not under it'
else
	seed=110 day=2016-12-15
	"$CASELOAD" $seed 2000 >in.csv
	with=$(refs)
	without=$(export ICJ_PLAIN=1; refs)
	[ "$without" -gt $((2 * with)) ]
	report $? "$title"
	echo "# $with and $without instructions"
fi

finish
