#!/bin/sh
# SPDX-License-Identifier: MIT
# Replays the corpora of the fuzzers: each file is a case that was worth
# keeping, or one that once went wrong.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

for corpus in "$TOP"/tests/fuzz/corpus/*; do
	kind=${corpus##*/}
	files=$(find "$corpus" -type f | wc -l)
	"$BUILD/fuzz/fuzz_$kind" "$corpus" >out 2>&1
	got=$?
	[ "$got" -eq 0 ] && grep -q "^$files replayed\$" out
	report $? "$kind: $files inputs replayed"
	[ "$got" -eq 0 ] || { echo "# status $got"; tail -3 out | sed 's/^/# /'; }
done

finish
