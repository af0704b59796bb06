# SPDX-License-Identifier: MIT
# lib.sh - TAP for tests of the tools: one command, and what it must print.
#
#   t 'title' STATUS 'command' <<'EOF'
#   lines of stdout
#   --- stderr
#   lines of stderr
#   EOF
#
# The command runs in an empty folder with the tools first on PATH; $EX names
# the examples, $TOP the source.  A last line without a line end cannot be told
# from one with it here; tests of bytes use `same`.
# shellcheck shell=sh

set -u
LC_ALL=C
TZ=UTC
export LC_ALL TZ
TOP=${TOP:-$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}
BUILD=${BUILD:-$TOP/build}
EX=$TOP/examples
PATH=$BUILD/bin:$PATH
export PATH TOP BUILD EX
count=0
failures=0
DIR=$(mktemp -d)
trap 'rm -rf "$DIR"' EXIT
trap 'exit 1' INT TERM HUP
mkdir "$DIR/work"
cd "$DIR/work" || exit 1

report() { # report TRUTH TITLE
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		failures=$((failures + 1))
		echo "not ok $count - $2"
	fi
}

skip() { # skip TITLE WHY
	count=$((count + 1))
	echo "ok $count - $1 # SKIP $2"
}

# Whether the tools run under a checker of memory, which takes time and room
# of its own and has its own malloc().
checked() {
	[ -n "${UNDER_VALGRIND:-}" ] ||
		grep -q __asan_init "$BUILD/bin/icj-eligible"
}

# Splits stdin into what is wanted on stdout and stderr, runs, compares.
t() {
	awk -v out="$DIR/want.out" -v err="$DIR/want.err" '
		BEGIN { f = out; printf "" >out; printf "" >err }
		$0 == "--- stderr" { f = err; next }
		{ print >f }'
	(eval "$3") >"$DIR/got.out" 2>"$DIR/got.err" </dev/null
	got=$?
	why=
	[ "$got" -eq "$2" ] || why="status $got, not $2"
	cmp -s "$DIR/want.out" "$DIR/got.out" || why="$why stdout"
	cmp -s "$DIR/want.err" "$DIR/got.err" || why="$why stderr"
	[ -z "$why" ]
	report $? "$1"
	[ -z "$why" ] || {
		echo "# $why: $3"
		diff "$DIR/want.out" "$DIR/got.out" | sed 's/^/# /'
		diff "$DIR/want.err" "$DIR/got.err" | sed 's/^/# err /'
	}
}

# like TITLE STATUS COMMAND PATTERN: the status, and a pattern in stdout and
# stderr together.
like() {
	(eval "$3") >"$DIR/got.out" 2>&1 </dev/null
	got=$?
	if [ "$got" -eq "$2" ] && grep -q -e "$4" "$DIR/got.out"; then
		report 0 "$1"
	else
		report 1 "$1"
		echo "# status $got: $3"
		head -5 "$DIR/got.out" | sed 's/^/# /'
	fi
}

# same TITLE FILE FILE: byte for byte.
same() {
	cmp "$2" "$3" >"$DIR/got.out" 2>&1
	report $? "$1"
	[ -s "$DIR/got.out" ] && sed 's/^/# /' "$DIR/got.out"
	true
}

finish() {
	echo "1..$count"
	[ "$failures" -eq 0 ]
	exit $?
}
