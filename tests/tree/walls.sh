#!/bin/sh
# SPDX-License-Identifier: MIT
# walls.sh - each enumerator of the public header has a name of its own, where a
# function names its enum: one that is added without is red.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

cd "$TOP" || exit 1

# A call of each function that names an enum, for each of its enumerators.
calls() {
	${CC:-cc} -E -P lib/icj_caseload.h | tr -s '[:space:]' ' ' | awk '{
		while (match($0, /enum icj_[a-z_]+ \{[^}]*\}/)) {
			text = substr($0, RSTART, RLENGTH)
			$0 = substr($0, 1, RSTART - 1) "," \
			    substr($0, RSTART + RLENGTH)
			split(text, head, /[ {]+/)
			members[head[2]] = substr(text, index(text, "{") + 1)
		}
		n = split($0, part, ";")
		for (i = 1; i <= n; i++) {
			if (!match(part[i], /const char \*icj_[a-z_]+\(enum icj_[a-z_]+ [a-z]+\)$/))
				continue
			split(substr(part[i], RSTART), word, /[*( ]+/)
			m = split(members[word[5]], one, ",")
			for (k = 1; k <= m; k++) {
				gsub(/[ }]|=.*/, "", one[k])
				if (one[k] != "")
					printf "NAME(%s, %s)\n", word[3], one[k]
			}
		}
	}'
}

calls >"$DIR/calls"
[ "$(cut -d, -f1 "$DIR/calls" | sort -u | wc -l)" -ge 25 ]
report $? "functions that name an enum: $(cut -d, -f1 "$DIR/calls" | sort -u | wc -l)"
cat >"$DIR/names.c" <<'END'
#include <stdio.h>
#include "icj.h"
#define NAME(f, value) printf("%s\t%s\t%s\n", #f, #value, f(value));
int main(void)
{
#include "calls"
	return 0;
}
END
${CC:-cc} -std=c11 -Ilib -I"$DIR" "$DIR/names.c" -L"$BUILD/lib" -licj \
	-o "$DIR/names" && LD_LIBRARY_PATH=$BUILD/lib "$DIR/names" >"$DIR/said"
[ "$(grep -c . "$DIR/said")" -gt 150 ]
report $? "their enumerators: $(grep -c . "$DIR/said")"
# One of each may be nothing: what is not asked.
awk -F '\t' 'seen[$1 "\t" $3]++ { print }' "$DIR/said" >"$DIR/found"
[ ! -s "$DIR/found" ]
report $? 'each has a name of its own'
sed 's/^/# /' "$DIR/found"

finish
