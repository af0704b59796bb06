#!/bin/sh
# SPDX-License-Identifier: MIT
# What a record costs, counted in instructions: no noise, so that a step back
# shows at once.  tests/bench/run has the times.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# costs TOOL MOST DAY: instructions a byte of input as of that day, by callgrind
costs() {
	title="$1 as of $3 takes at most $2 instructions a byte"
	refs=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
	    "$1" -a "$3" <cases.csv 2>&1 >/dev/null |
	    sed -n 's/.*refs: *//p' | tr -d ,)
	# Built with sanitizers it cannot run there.
	if [ -z "$refs" ]; then
		skip "$title" 'not under valgrind'
		return
	fi
	[ "$refs" -le $(($2 * bytes)) ]
	report $? "$title"
	[ "$refs" -le $(($2 * bytes)) ] ||
		echo "# it takes $((refs / bytes))"
}

# Well above what gcc 12 -O2 reaches, for other compilers and libraries:
# 11, 11, 12 and 23, of which a fifth is what it takes to begin.
if ! command -v valgrind >/dev/null 2>&1; then
	skip 'instructions a byte' 'valgrind is not installed'
elif [ ! -x "$BUILD/bench/generate" ]; then
	skip 'instructions a byte' 'the generator is not built'
else
	"$BUILD/bench/generate" 5000 some >cases.csv
	bytes=$(wc -c <cases.csv)
	costs icj-eligible 13 2015-04-20
	costs icj-permit 14 2015-04-20
	costs icj-return 15 2015-04-20
	costs icj-deadline 28 2015-04-20
	# The wording of that day is not held, which each answer says.
	costs icj-return 20 2026-11-20
fi

finish
