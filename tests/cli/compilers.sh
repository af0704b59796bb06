#!/bin/sh
# SPDX-License-Identifier: MIT
# compilers.sh - an answer does not depend on who compiled the tools, or how:
# random records of every tool through builds of gcc and clang, byte for byte.
#
# C leaves it open in which order the arguments of a call are evaluated, and
# compilers differ.  COMPILERS=all tries each from -O0 to -O3, which takes a
# minute or two; otherwise it is two of them.
# shellcheck disable=SC1091,SC2016,SC2153
. "$(dirname "$0")/../lib.sh"

if checked; then
	skip 'other compilers' 'slow under a checker'
	finish
fi

# records TOOL: random ones, out of what it says of its fields
records() {
	"$TOP/tests/random-records" "$BUILD/bin/$1" 250 2013 2016 "$1"
}

# answers: what the tools on PATH say of it all, into the folder given
answers() {
	bin=$1 to=$2
	mkdir -p "$to"
	for file in *.csv; do
		tool=${file%.csv}
		"$bin/$tool" -a 2015-06-01 "$file" >"$to/$tool" 2>&1
		echo "status $?" >>"$to/$tool"
		"$bin/$tool" -a 2015-06-01T10:00 --strict -o json "$file" \
			>"$to/$tool.strict" 2>&1
		head -n 40 "$file" | "$bin/$tool" -a 2015-06-01 --explain \
			>"$to/$tool.explain" 2>&1
		echo "status $?" >>"$to/$tool.explain"
		"$bin/$tool" --rules >"$to/$tool.rules" 2>&1
	done
	"$bin/icj-tally" --totals --small-cells 5 --layout annual icj-tally.csv \
		>"$to/tally.small" 2>&1
	"$bin/icj-dues" --budget 1000000 "$EX/census-2010.csv" >"$to/dues" 2>&1
	"$bin/icj-rule" --list >"$to/rule" 2>&1
}

for tool in "$TOP"/bin/icj-*.c; do
	tool=$(basename "$tool" .c)
	case $tool in
	icj-dues | icj-rule) ;; # they read no cases
	*) records "$tool" >"$tool.csv" ;;
	esac
done
answers "$BUILD/bin" "$DIR/want"
like 'there is something to compare' 0 'cat "$DIR"/want/* | wc -l' '^ *[0-9]\{5,\}$'
t 'no tool crashes' 1 'cat "$DIR"/want/* | grep "^status [4-9]\|^status 1.."' </dev/null
like 'most records are judged' 0 \
	'cut -d, -f 1-5 "$DIR/want/icj-vote" | grep -c .' '^ *[0-9]\{3,\}$'

builds='gcc-O0 clang-O2'
[ "${COMPILERS:-}" != all ] ||
	builds='gcc-O0 gcc-O1 gcc-O2 gcc-O3 clang-O0 clang-O1 clang-O2 clang-O3'
for build in $builds; do
	cc=${build%-*}
	if ! command -v "$cc" >/dev/null; then
		skip "$build says the same" "no $cc"
		continue
	fi
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL CFLAGS CPPFLAGS LDFLAGS
		make -s -j"$(nproc)" -C "$TOP" B="$DIR/$build" CC="$cc" HARDEN= \
			CFLAGS="-${build#*-}" all
	) >"$DIR/log" 2>&1 || sed 's/^/# /' "$DIR/log"
	answers "$DIR/$build/bin" "$DIR/got"
	diff -r "$DIR/want" "$DIR/got" >"$DIR/diff"
	report $? "$build says the same"
	head -4 "$DIR/diff" | cut -c1-300 | sed 's/^/# /'
	rm -rf "${DIR:?}/got" "${DIR:?}/$build"
done

finish
