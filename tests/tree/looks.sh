#!/bin/sh
# SPDX-License-Identifier: MIT
# What a remembered answer rests on is learned by asking looks (see recall.c):
# where facts may be read in the files whose answers are remembered, and what a
# look may not know.
# Lists of files are split.
# shellcheck disable=SC2086 source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

cd "$TOP" || exit 1

# The steps of a return are found anew each time, and the times of a travel are
# moved to local ones before anything is asked.
asking=
for file in lib/law/eligible/eligible.c lib/law/permit/*.c lib/law/return/*.c \
	lib/terms/*.c; do
	case $file in
	*/return_step.c | */permit_local.c) ;;
	*) asking="$asking $file" ;;
	esac
done
# shellcheck disable=SC2086
set -- $asking
[ $# -gt 12 ] && [ -f "$1" ]
report $? "files whose answers are remembered: $# seen"
looks=$(echo lib/law/*/*_look.c)
all=$(find lib -path lib/rec -prune -o -name '*.c' -print)
seen=$(echo "$all" | wc -l)
[ -f "${looks%% *}" ] && [ "$seen" -gt 70 ]
report $? "files of looks, $looks, among $seen of the library"
# These find what differs from record to record: the day of the step, before
# anything is asked or to ask for the span around it, what is filled into a
# remembered answer, and whoever hands a case on to be watched.
own='day_of_request|permit_day_of_step|last_day|name_edition|return_state_in'
own="$own|[a-z]*_watched"

none() { # none TITLE: $DIR/found names what is not allowed
	[ ! -s "$DIR/found" ]
	report $? "$1"
	sed 's/^/# /' "$DIR/found"
}

# of_functions PATTERN KIND FILE...: lines that have the pattern, in looks and
# what serves them (KIND 1) or in all other functions but those above (KIND 0)
of_functions() {
	pattern=$1 kind=$2
	shift 2
	awk -v pattern="$pattern" -v kind="$kind" -v own="$own" '
		function judged() {
			if (kind)
				return look
			return !look && head !~ /ICJ_API/ &&
				head !~ "(^|[ *])(" own ")\\("
		}
		FNR == 1 { body = 0; head = "" }
		!body && /^[^ \t{}#\/]/ { head = /;$/ ? "" : head " " $0; at = FNR }
		!body && /^[ \t]/ && head != "" { head = head " " $0 }
		/^\{/ && head ~ /\(/ {
			body = 1
			look = head ~ /const struct ask \*/ ||
				(FILENAME ~ /_look\.c$/ && head ~ /const struct eval \*/)
			if (judged() && head ~ pattern)
				print FILENAME ":" at ":" head
		}
		body && judged() && $0 ~ pattern { print FILENAME ":" FNR ":" $0 }
		/^}/ { body = 0; head = "" }' "$@"
}

# The inside of a case they do not see (facts/fact.h, layers.sh).
of_functions '[a-z](->|\.)(c|on)[^a-z_]|icj_(_fact|_case|case)_' 0 \
	$asking >"$DIR/found"
none 'only looks read facts, and what differs from record to record'
of_functions '(->|\.)(flipped|number|trace|missing|assumed|used)[^a-z_]|ctx->strict' 1 \
	$all >"$DIR/found"
none 'looks know nothing but the case, the context and the question'
grep -H '^[a-z].*[(*]struct eval \*' $looks >"$DIR/found"
none 'what serves looks asks nothing'
# Whatever a file of looks gives is a look.
grep -h -A1 '^[a-z].* icj__[a-z_]*(' $looks | tr '\n' ' ' |
	grep -o 'icj__[a-z_]*([^)]*)' | grep -v 'const struct ask \*' >"$DIR/found"
none 'a file of looks gives looks only'

finish
