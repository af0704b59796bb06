#!/bin/sh
# SPDX-License-Identifier: MIT
# coverage.sh - every paragraph of the rules is accounted for, the table that
# says so is the one checked in, and the check finds what it looks for.
# shellcheck disable=SC1091
. "$(dirname -- "$0")/../lib.sh"

check=$TOP/tests/coverage-of-law
if ! command -v python3 >/dev/null; then
	skip 'every paragraph is accounted for' 'no python3'
	finish
fi

"$check" --tree >"$DIR/covered" 2>&1
report $? 'every paragraph is accounted for'
sed 's/^/# /' "$DIR/covered"

n=$(grep -c . "$TOP/tests/coverage-of-law.tsv")
[ "$n" -gt 300 ]
report $? 'the table of coverage has all paragraphs'
[ "$(cut -f 1 "$TOP/tests/coverage-of-law.tsv" | sort | uniq -d | wc -l)" -eq 0 ]
report $? 'each of them once'
for rule in $(icj-rule --list -o csv | cut -d , -f 1 |
	grep '^[4-8]-[0-9]*A\?$'); do
	grep -q "^- *scenario\|rule: $rule" "$TOP"/tests/scenarios/*.yaml &&
		grep -q "rule: $rule" "$TOP"/tests/scenarios/*.yaml ||
		echo "$rule"
done >"$DIR/without"
# 7-108 is rescinded and merged into 7-107.
grep -v -x 7-108 "$DIR/without" >"$DIR/found"
[ ! -s "$DIR/found" ]
report $? 'every rule of Sections 400 to 800 has a scenario'
sed 's/^/# /' "$DIR/found"

# -- A table that is not right ----------------------------------------------

# doctored TITLE SED PATTERN: a build whose icj-rule lists something else
doctored() {
	tree=$DIR/tree
	rm -rf "$tree"
	mkdir -p "$tree/bin"
	for tool in "$BUILD"/bin/icj-*; do
		case ${tool##*/} in *.*) ;; *) ln -s "$tool" "$tree/bin" ;; esac
	done
	rm "$tree/bin/icj-rule"
	cat >"$tree/bin/icj-rule" <<-END
		#!/bin/sh
		case \$1 in
		--list | --scenarios) "$BUILD/bin/icj-rule" "\$@" | sed '$2' ;;
		*) exec "$BUILD/bin/icj-rule" "\$@" ;;
		esac
	END
	chmod +x "$tree/bin/icj-rule"
	BUILD=$tree "$check" >"$DIR/covered" 2>&1
	[ $? -eq 1 ] && grep -q "$3" "$DIR/covered"
	report $? "$1"
	grep -q "$3" "$DIR/covered" || head -5 "$DIR/covered" | sed 's/^/# /'
}

doctored 'a paragraph without a disposition is found' \
	's/^4-101(2)(d),computed,/4-101(2)(d),,/' '4-101(2)(d): no disposition'
doctored 'a deviation without a reason is found' \
	's/^4-101(2)(d),computed,/4-101(2)(d),judgement,/' \
	'4-101(2)(d): deviates from its kinds without a reason'
doctored 'a row that cites what does not exist is found' \
	'/^4-101(2)(d),/d' '4-101(2)(d): cited by .* no such paragraph'
doctored 'a tool without a row is found' \
	's/^\(4-101(2)(d),.*\)icj-eligible/\1icj-permit/' \
	'4-101(2)(d): icj-permit has no row for it'
doctored 'a computed limb without a test is found' \
	'/^# evidence: 4-101(2)(d) fails$/d' \
	'4-101(2)(d): no test in which it fails'
doctored 'a scenario that does not hold is found' \
	's/^ok 1 /not ok 1 /' 'scenario: not ok 1 '

finish
