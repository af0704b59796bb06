#!/bin/sh
# SPDX-License-Identifier: MIT
# tests/unit/test_null.c calls every function that the library gives.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

nm -D --defined-only "$BUILD/lib/libicj.so" |
	awk '$2 == "T" { sub(/@.*/, "", $3); print $3 }' >"$DIR/given"
[ "$(grep -c '^icj_' "$DIR/given")" -gt 100 ]
report $? 'the library gives functions'
while read -r name; do
	grep -q "[^a-z_]$name(" "$TOP/tests/unit/test_null.c" || echo "# $name()"
done <"$DIR/given" >"$DIR/left"
[ ! -s "$DIR/left" ]
report $? 'each is called without what it needs'
cat "$DIR/left"
finish
