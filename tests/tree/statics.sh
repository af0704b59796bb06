#!/bin/sh
# SPDX-License-Identifier: MIT
# A function's name means one thing in the whole tree: a static function shares
# its name with no other, so that a search finds the one that is meant.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

cd "$TOP" || exit 1

find lib bin -name '*.c' | sort >"$DIR/files"
# A file may declare its own function ahead, or have two of it behind an #if.
xargs grep -HoE '^static [A-Za-z_][A-Za-z0-9_ *]*\(' <"$DIR/files" |
	sed 's/($//; s/:.*[ *]/ /' | sort -u | sed 's/.* //' | sort >"$DIR/names"
seen=$(wc -l <"$DIR/names")
[ "$seen" -gt 1500 ]
report $? "static functions are seen: $seen"
uniq -d "$DIR/names" >"$DIR/found"
[ ! -s "$DIR/found" ]
report $? 'no two static functions share a name'
sed 's/^/# /' "$DIR/found"
finish
