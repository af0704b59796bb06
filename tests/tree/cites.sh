#!/bin/sh
# SPDX-License-Identifier: MIT
# cites.sh - no citation stands as text outside the book: what is not a comment
# names a provision.
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

# none TITLE LEAST: at least so many files, and no string of theirs but those
# of $DIR/may
none() {
	seen=$(grep -c . "$DIR/files")
	# shellcheck disable=SC2046
	cited $(cat "$DIR/files") | grep -v -x -f "$DIR/may" >"$DIR/found"
	[ "$seen" -gt "$2" ] && [ ! -s "$DIR/found" ]
	report $? "$1: $seen files seen"
	sed 's/^/# /' "$DIR/found"
}

printf '%s\n' '/* "4-102" */ const char *a = "held by 7-103";' >"$DIR/one.c"
[ "$(cited "$DIR/one.c" | wc -l)" -eq 1 ]
report $? 'a citation in a string is found, one in a comment is none'

echo 'none' >"$DIR/may"
find lib -path lib/book -prune -o -name '*.[ch]' -print -o -name '*.inc' -print \
	>"$DIR/files"
none 'no citation stands as text in the library outside the book' 130

# What a tool says of itself names whole rules, which have kept their numbers;
# an example is a command to type.
cat >"$DIR/may" <<'END'
bin/.*\.c: "[^"]*(\(Rules\? \)\?[1-9]-1[0-9][0-9][^("]*)"
bin/rule/rule_classify.c: "Terms of Rule 1-101 that the facts satisfy"
bin/icj-rule.c: "  icj-rule '4-101(2)(d)'\\n"
END
find bin -name '*.[ch]' >"$DIR/files"
none 'nor in a tool' 80

finish
