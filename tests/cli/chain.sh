#!/bin/sh
# SPDX-License-Identifier: MIT
# The case tools in every order over one file: each leaves what came before it
# as it was, and what a tool says does not depend on its place in the chain.
# shellcheck source=tests/lib.sh
. "$(dirname "$0")/../lib.sh"

TOOLS="eligible permit return"
AT=2015-04-20

# chain TOOL ... : filters stdin through the tools in that order.
chain() {
	first=$1
	shift
	if [ $# -eq 0 ]; then
		icj-"$first" -a "$AT"
	else
		icj-"$first" -a "$AT" | chain "$@"
	fi
}

# A caseload that is hard on whoever rewrites it: CRLF, quoted commas, quotes
# and line breaks, blank lines, a byte-order mark, bytes that are not UTF-8, a
# ragged row, no line end at the end.
ugly() {
	printf '\357\273\277case_id,remark,plan_days,travel_hours,in_custody\r\n'
	printf 'A,"one, two",91,25,yes\r\n\r\n'
	printf 'B,"a ""word""\r\nand a line",90,24,no\r\n'
	printf 'C, blanks  ,,,\r\nD,\351t\351,120,30,unknown\r\n'
	printf 'E,ragged\r\nF,bad,x1,x2,x3\r\n\r\nG,last,91,25,yes'
}
ugly >ugly.csv
cp "$EX/caseload.csv" whole.csv

# Cuts the last N fields of each record, which hold no line break of ours.
cut_fields() {
	awk -v n="$1" 'BEGIN { RS = "\0"; ORS = "" } {
		# Ours are the fields behind the N-th comma from the end of a
		# record that is no part of a quoted field.
		len = length($0); inside = 0; start = 1; commas = 0
		for (i = 1; i <= len + 1; i++) {
			c = i > len ? "\n" : substr($0, i, 1)
			if (c == "\"")
				inside = !inside
			else if (c == "," && !inside)
				at[++commas] = i
			else if (c == "\n" && !inside) {
				tail = i > len ? "" : "\n"
				stop = i - 1
				if (stop >= start && substr($0, stop, 1) == "\r") {
					stop--
					tail = i > len ? "\r" : "\r\n"
				}
				if (commas >= n)
					stop = at[commas - n + 1] - 1
				printf "%s%s", substr($0, start, stop - start + 1), tail
				start = i + 1
				commas = 0
			}
		}
	}'
}

for file in ugly whole; do
	for x in $TOOLS; do
		for y in $TOOLS; do
			for z in $TOOLS; do
				case $x$y$z in
				*"$x$x"* | *"$y$y"* | "$x$y$x") continue ;;
				esac
				chain "$x" "$y" "$z" <$file.csv >out.csv 2>/dev/null
				cut_fields 31 <out.csv >back.csv
				same "$file: $x, $y, $z, and the input again" \
					$file.csv back.csv
			done
		done
	done
done

# What each tool adds is the same wherever it stands.
columns() { # columns TOOL FILE: the columns of a tool, by name
	python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[2], newline="", encoding="latin-1")))
keep = [i for i, n in enumerate(rows[0]) if n.split("_")[0] == sys.argv[1]]
for row in rows:
    print([row[i] for i in keep if i < len(row)])' "$1" "$2"
}
if command -v python3 >/dev/null; then
	chain eligible permit return <whole.csv >one.csv 2>/dev/null
	chain return permit eligible <whole.csv >two.csv 2>/dev/null
	for tool in $TOOLS; do
		columns "$tool" one.csv >one.txt
		columns "$tool" two.csv >two.txt
		same "$tool says the same first and last" one.txt two.txt
	done
else
	skip 'a tool says the same first and last' 'no python3'
fi

# A chain may end in the duties, and they are those of the file itself.
icj-deadline -a "$AT" <whole.csv >plain.csv 2>/dev/null
chain return eligible permit <whole.csv 2>/dev/null |
	icj-deadline -a "$AT" >ended.csv 2>ended.err
same 'the duties at the end of a chain' plain.csv ended.csv
printf '' >nothing
same 'and nothing said of our own columns' nothing ended.err
finish
