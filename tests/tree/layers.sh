#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may know whom: what the layers include, what the library needs and gives,
# and that its header stands alone.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

so=$BUILD/lib/libicj.so
archive=$BUILD/lib/libicj.a
cd "$TOP" || exit 1

# none TITLE: $DIR/found names what is not allowed
none() {
	[ ! -s "$DIR/found" ]
	report $? "$1"
	sed 's/^/# /' "$DIR/found"
}

includes() { # includes FILE...: "file header", the system's in angle brackets
	grep -H '^[[:blank:]]*#[[:blank:]]*include' "$@" |
		sed 's/:[[:blank:]]*#[[:blank:]]*include[[:blank:]]*/ /; s/"//g'
}

# -- Includes ---------------------------------------------------------------

# The rooms of libicj, lowest first: a file includes headers of its own room and
# of those before it, by the room's name.
# Left are four places that ask what a juvenile is for the purpose of return.
rooms='base time facts book judge terms duties law answer'
files=$(find lib -path lib/rec -prune -o -name '*.[ch]' -print | grep -v '^lib/icj[_a-z]*\.h$')
seen=$(echo "$files" | wc -l)
[ "$seen" -gt 100 ]
report $? "the rooms of libicj have files: $seen seen"
# shellcheck disable=SC2086
includes $files | awk '$2 ~ /^</ &&
	$2 !~ /^<(stdbool|stddef|stdint|stdlib|string|limits)\.h>$/' >"$DIR/found"
none 'libicj includes headers of plain C, no streams, no clock'
# shellcheck disable=SC2086
includes $files | awk -v rooms="$rooms" '
	BEGIN { n = split(rooms, r, " "); for (i = 1; i <= n; i++) at[r[i]] = i }
	$2 ~ /^</ || $2 ~ /^icj(_caseload)?\.h$/ { next }
	{
		deep = split($1, from, "/"); parts = split($2, to, "/")
		bad = parts < 2 || !(to[1] in at) || at[to[1]] > at[from[2]]
		# One question does not look into another; the list of all does.
		bad = bad || (deep > 3 && to[1] == "law" && to[2] != from[3])
		if (bad) print
	}' | grep -v -x -e 'lib/duties/duty_return.c law/return/return.h' \
	-e 'lib/law/commission/tally_row.c law/re\(ferral\|turn\)/re\(ferral\|turn\).h' \
	-e 'lib/law/supervise/supervise_row.c law/return/return.h' >"$DIR/found"
none 'a room of libicj includes only itself and the rooms below it'
# What a case is inside, facts/ and the sources of judge/ know: to all others it
# is an incomplete type, and the compiler keeps them from raw facts.
# shellcheck disable=SC2086
includes $files | grep ' \(facts\|judge\)/fact.h$' >"$DIR/raw"
[ "$(wc -l <"$DIR/raw")" -gt 4 ]
report $? "files that see the inside of a case: $(wc -l <"$DIR/raw")"
grep -v -e '^lib/facts/' -e '^lib/judge/[a-z]*\.c ' -e '^lib/judge/fact.h ' \
	"$DIR/raw" >"$DIR/found"
none 'only facts/ and the sources of judge/ see the inside of a case'
includes lib/icj.h | grep -v -e '<stdbool.h>' -e '<stddef.h>' -e '<stdint.h>' >"$DIR/found"
none 'the public header needs types only'
sed -n 's/^\t\(icj_[a-z0-9_]*\);$/\1/p' lib/libicj.map | sort >"$DIR/mapped"
includes lib/rec/*.c lib/rec/*.h | awk '$2 !~ /^</ {
	if (system("test -f lib/rec/" $2)) print }' >"$DIR/found"
none 'the record layer includes its own headers only'
includes lib/rec/*.c lib/rec/*.h | grep -e '<time.h>' -e '<locale.h>' >"$DIR/found"
none 'the record layer knows no clock and no locale'
tools=$(find bin -name '*.[ch]')
seen=$(echo "$tools" | wc -l)
[ "$seen" -gt 60 ]
report $? "the tools have files: $seen seen"
# shellcheck disable=SC2086
includes $tools | awk '
	$2 ~ /^<(csv|yaml)\.h>$/ { print; next }
	$2 ~ /^</ || $2 ~ /^icj(_caseload)?\.h$/ || $2 == "rec.h" { next }
	{
		deep = split($1, from, "/"); split($2, to, "/")
		if (system("test -f bin/" $2) || (deep > 2 &&
		    to[1] != "tool" && to[1] != from[2])) print
	}' >"$DIR/found"
none 'the tools include icj.h, rec.h, what all share and what is their own'
includes examples/*.c >"$DIR/own"
seen=$(grep -c ' <\{0,1\}icj.h>\{0,1\}$' "$DIR/own")
[ "$seen" -gt 0 ]
report $? "examples include icj.h: $seen seen"
awk '$2 !~ /^</ && $2 != "icj.h"' "$DIR/own" >"$DIR/found"
none 'the examples include the public header only'
for h in lib/icj.h lib/rec/rec.h; do
	grep -l '^#ifndef [A-Z_]*_H$' $h | grep -q .
	report $? "$h is guarded"
done
for h in lib/*.h lib/*/*.h lib/law/*/*.h bin/*/*.h; do
	echo "#include \"$(pwd)/$h\"" |
		${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -Ibin \
			-Ilib -Ilib/rec -fsyntax-only -x c - 2>&1 | head -2
done >"$DIR/found"
none 'every header stands alone'
# shellcheck disable=SC2086
grep -L 'SPDX-License-Identifier: MIT' $files lib/icj.h lib/*/*.inc lib/rec/*.[ch] $tools \
	tests/*.sh tests/*/*.sh tests/unit/*.[ch] tests/run Makefile >"$DIR/found"
none 'every file states its license'

# -- What the library needs and gives ---------------------------------------

if nm "$archive" 2>/dev/null | grep -q -e __asan -e __ubsan; then
	skip 'what the library needs' 'sanitizers need more'
	skip 'no state of its own' 'sanitizers have some'
else
	nm -D --undefined-only "$so" | awk '{ sub(/@.*/, "", $2); print $2 }' |
		grep -v -x -e 'mem\(chr\|cmp\|cpy\|move\|set\)' \
			-e 'str\(chr\|cmp\|cspn\|len\|ncmp\|nlen\|rchr\|spn\|str\)' \
			-e '\(c\|m\|re\)alloc' -e free -e qsort -e bsearch -e abs \
			-e '_ITM_.*' -e __gmon_start__ -e __cxa_finalize \
			-e '__stack_chk_.*' -e '__\(mem\|str\)[a-z]*_chk' >"$DIR/found"
none 'the library calls memory and string functions only'
	size -A "$archive" |
		awk '/\.o *\(|:$/ { o = $1 } $1 ~ /^\.(t?data|t?bss)$/ && $2 > 0 { print o, $0 }' >"$DIR/found"
none 'the library has no state of its own'
fi
nm -D --defined-only "$so" | awk '{ print $3 }' | sed 's/@.*//' |
	grep -v '^LIBICJ_' | sort >"$DIR/gives"
grep -v '^icj_[a-z]' "$DIR/gives" >"$DIR/found"
none 'only icj_ names are exported'
grep '^icj__' "$DIR/gives" >"$DIR/found"
none 'no name private to the library is exported'
# The functions declared, from the header as the compiler sees it.
${CC:-cc} -E -P lib/icj_caseload.h 2>/dev/null | tr '\n' ' ' | tr ';{}' '[\n*]' |
	grep -v typedef | grep -o 'icj_[a-z0-9_]* *(' | tr -d ' (' |
	sort -u >"$DIR/declared"
diff "$DIR/declared" "$DIR/gives" >"$DIR/found"
none 'what is declared is exported, and no more'
diff "$DIR/declared" "$DIR/mapped" >"$DIR/found"
none 'each by its name in libicj.map'
nm -D --defined-only "$so" | grep ' T ' | grep -v '@@LIBICJ_' >"$DIR/found"
none 'every name has a version'
grep -A1 '^local:' lib/libicj.map | grep -q '^	\*;$' &&
	! grep -q 'icj_.*\*' lib/libicj.map
report $? 'the map keeps all else local'
nm -g --defined-only "$archive" | awk 'NF == 3 && $3 !~ /^icj_/ { print $3 }' |
	grep -v -e '^__odr_asan' >"$DIR/found"
none 'the archive has no other global names'
nm -g --defined-only "$BUILD/librec.a" 2>/dev/null |
	awk 'NF == 3 && $3 !~ /^rec_/ { print $3 }' | grep -v -e '^__odr_asan' >"$DIR/found"
none 'the record layer has no other global names'
for tool in "$BUILD"/bin/icj-*; do
	case ${tool##*/} in *.*) continue ;; esac
	echo "$tool" >>"$DIR/tools"
	nm -u "$tool" | grep -q ' icj_' || echo "$tool"
done >"$DIR/found"
[ "$(grep -c . "$DIR/tools")" -gt 10 ]
report $? "the tools are built: $(grep -c . "$DIR/tools") seen"
none 'the tools use the shared library'

# -- The header alone -------------------------------------------------------

for std in c11 c17; do
	echo '#include "icj.h"' |
		${CC:-cc} -std=$std -Wall -Wextra -Wpedantic -Wconversion -Werror \
			-Ilib -fsyntax-only -x c - >"$DIR/found" 2>&1
	none "the header compiles alone as $std"
done
if command -v "${CXX:-c++}" >/dev/null; then
	echo '#include "icj.h"' |
		${CXX:-c++} -std=c++17 -Wall -Wextra -Wpedantic -Werror -Ilib \
			-fsyntax-only -x c++ - >"$DIR/found" 2>&1
	none 'the header compiles alone as C++'
else
	skip 'the header compiles alone as C++' 'no C++ compiler'
fi

# What stands at the top is what a stranger sees first.
if git rev-parse --git-dir >/dev/null 2>&1; then
	git ls-files | sed 's,/.*,,' | sort -u >"$DIR/top"
	t 'at the top nothing else' 0 "cat '$DIR/top'" <<'EOF'
.ci
.gitignore
LICENSE
Makefile
README.md
bin
examples
lib
man
tests
EOF
else
	skip 'at the top nothing else' 'a tarball has no index'
fi

finish
