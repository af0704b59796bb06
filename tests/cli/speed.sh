#!/bin/sh
# SPDX-License-Identifier: MIT
# What a record costs, counted in instructions: no noise, so that a step back
# shows at once.  tests/bench/run has the times.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# costs TOOL MOST DAY FILE: instructions a byte of it as of that day, by
# callgrind
costs() {
	title="$1 of $4 as of $3 takes at most $2 instructions a byte"
	bytes=$(wc -c <"$4")
	refs=$(valgrind --tool=callgrind --callgrind-out-file=/dev/null \
	    "$1" -a "$3" <"$4" 2>&1 >/dev/null |
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

# Somewhat above what gcc 12 -O2 reaches: 12.3, 12.1, 12.3 and 26.7, of which a
# tenth is what it takes to begin.
if ! command -v valgrind >/dev/null 2>&1; then
	skip 'instructions a byte' 'valgrind is not installed'
elif [ ! -x "$BUILD/bench/generate" ]; then
	skip 'instructions a byte' 'the generator is not built'
else
	"$BUILD/bench/generate" 5000 some >cases.csv
	# Columns for what ends its duties, lest most are unknown for want of them.
	sed -e '1s/$/,home_evaluation_done,departure_notified,delay_explained/' \
	    -e '1!s/$/,,,/' cases.csv >ends.csv
	# The same cases under the editions of four years.
	awk -F, 'BEGIN { OFS = "," } NR > 1 { for (i = 1; i <= NF; i++)
		if ($i ~ /^201[5-7]-[0-9][0-9]-[0-9][0-9]$/)
			$i = substr($i, 1, 4) + 4 + NR % 4 substr($i, 5)
	} { print }' cases.csv >later.csv
	# As of a day after all requests, which answers would note else.
	costs icj-eligible 13 2016-01-31 cases.csv
	costs icj-permit 13 2016-01-31 cases.csv
	costs icj-return 13 2016-01-31 cases.csv
	costs icj-deadline 28 2016-01-31 ends.csv
	# The wording of that day is not held, which each answer says.
	costs icj-return 14 2026-11-20 cases.csv
	# Answers are remembered, whatever the edition.
	costs icj-eligible 16 2024-06-30 later.csv
	costs icj-permit 14 2024-06-30 later.csv
fi

finish
