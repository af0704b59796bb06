#!/bin/sh
# SPDX-License-Identifier: MIT
# What a record costs, counted in instructions: no noise, so that a step back
# shows at once.  The caseloads are of three kinds that tests/bench/caseload
# draws; tests/bench/run has the times, on others each time.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# costs TOOL SEED MOST: instructions a byte of that caseload, by callgrind
costs() {
	title="icj-$1 takes at most $3 instructions a byte of caseload $2"
	bytes=$(wc -c <"$2.csv")
	refs=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
	    "icj-$1" -q -a "$(cat "$2.day")" <"$2.csv" 2>&1 >/dev/null |
	    sed -n 's/.*refs: *//p' | tr -d ,)
	# Built with sanitizers it cannot run there.
	if [ -z "$refs" ]; then
		skip "$title" 'not under valgrind'
		return
	fi
	[ "$refs" -le $(($3 * bytes)) ]
	report $? "$title"
	[ "$refs" -le $(($3 * bytes)) ] ||
		echo "# it takes $((refs / bytes))"
}

if ! command -v valgrind >/dev/null 2>&1; then
	skip 'instructions a byte' 'valgrind is not installed'
elif [ ! -x "$BUILD/bench/caseload" ]; then
	skip 'instructions a byte' 'the caseloads are not built'
else
	# 101: 100 situations of eight years, long texts; 110: 1000 of four, many
	# columns; 102: each its own, of one year.
	for seed in 101 110 102; do
		"$BUILD/bench/caseload" $seed 5000 >$seed.csv
		"$BUILD/bench/caseload" $seed 0 day >$seed.day
	done
	# Somewhat above what gcc 12 -O2 reaches.  A field more in the
	# dictionary draws other columns: then they are measured anew.
	costs eligible 101 9
	costs eligible 110 19
	costs eligible 102 27
	costs permit 101 8
	costs permit 110 28
	costs permit 102 24
	costs return 101 10
	costs return 110 40
	costs return 102 57
	costs deadline 101 20
	costs deadline 110 71
	costs deadline 102 34
	costs referral 101 31
	costs referral 110 65
	costs referral 102 67
	costs supervise 101 21
	costs supervise 110 35
	costs supervise 102 33
fi

finish
