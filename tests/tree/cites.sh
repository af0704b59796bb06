#!/bin/sh
# SPDX-License-Identifier: MIT
# cites.sh - no citation stands as text outside the book: what is not a comment
# of the library's sources names a provision.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

cd "$TOP" || exit 1

# cited FILE...: "file: string" of each string with the number of a rule in it
cited() {
	for file; do
		# The compiler drops the comments and keeps the lines.
		${CC:-cc} -fpreprocessed -dD -E -P -x c "$file" 2>/dev/null |
			grep -o '"\([^"\\]\|\\.\)*"' |
			grep '[1-9]-1[0-9][0-9]' | sed "s|^|$file: |"
	done
}

printf '%s\n' '/* "4-102" */ const char *a = "held by 7-103";' >"$DIR/one.c"
[ "$(cited "$DIR/one.c" | wc -l)" -eq 1 ]
report $? 'a citation in a string is found, one in a comment is none'

find lib -path lib/book -prune -o -path lib/rec -prune -o -name '*.c' -print \
	>"$DIR/files"
seen=$(grep -c . "$DIR/files")
[ "$seen" -gt 40 ]
report $? "the library has sources: $seen files seen"
# shellcheck disable=SC2046
cited $(cat "$DIR/files") >"$DIR/found"
[ ! -s "$DIR/found" ]
report $? 'no citation stands as text outside the book'
sed 's/^/# /' "$DIR/found"

finish
