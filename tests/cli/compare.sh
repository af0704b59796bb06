#!/bin/sh
# SPDX-License-Identifier: MIT
# compare.sh - --compare: what differs by the rules of two days, held against
# two runs, each by the rules of one.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

# own TOOL: the columns of the answer, whatever law it rests on.
own() {
	awk -v tool="$1" '
		BEGIN { FS = "\t" }
		NR == 1 {
			for (i = 1; i <= NF; i++) {
				if (tool == "icj-deadline" ? \
				    $i ~ /^(case_id|duty|rule|trigger|start|limit|due|extended_to|status|owed_by)$/ : \
				    $i == "case_id" || ($i ~ "^" substr(tool, 5) && \
				    $i !~ /_(missing|assumed|as_of|edition|basis|note)$/))
					take[++n] = i
			}
			if (n < 4)
				exit 1
		}
		NR > 1 {
			row = ""
			for (k = 1; k <= n; k++)
				row = row "\t" $take[k]
			print row
		}'
}

# No cell of the answers has a tab or a comma in quotes but for notes, lists
# and those of the case, which the columns named are not.
tabs() {
	awk '{
		out = ""
		quoted = 0
		for (i = 1; i <= length($0); i++) {
			c = substr($0, i, 1)
			if (c == "\"")
				quoted = !quoted
			else
				out = out (c == "," && !quoted ? "\t" : c)
		}
		print out
	}'
}

total=0
for tool in icj-eligible icj-permit icj-return icj-deadline; do
	for days in 2010-03-01,2015-01-01 2012-03-01,2014-04-01 \
		2015-01-01,2024-04-01 2024-04-01,2024-04-01; do
		for d in "${days%,*}" "${days#*,}"; do
			$tool -a 2024-05-01 -E "$d" "$EX/caseload.csv" 2>/dev/null |
				tabs | own $tool >"by.$d"
		done
		sort "by.${days%,*}" >one
		sort "by.${days#*,}" >two
		{
			comm -23 one two
			comm -13 one two
		} | sort >want
		$tool -a 2024-05-01 --compare "$days" "$EX/caseload.csv" \
			2>/dev/null | tabs | own $tool | sort >got
		same "$tool: $days, as two runs tell" want got
		total=$((total + $(wc -l <want)))
	done
done
report "$([ "$total" -gt 5 ]; echo $?)" "and they differ"

late='case_id=A placement_failed=2015-04-06 returned=2015-04-09 offense_suspected=no charges_pending=no custodian_in_sending_state=yes full_time_student=no'
t 'which rows are by which rules' 0 \
	"icj-deadline -a 2015-05-01 --compare 2010-03-01,2015-01-01 -o csv $late | cut -d, -f2,3,11,15,19-" <<'END'
duty,rule,due,status,note
failed-placement-return,4-104(6); 6-104[rescinded](3),2015-04-13,met,by the rules of 2010-03-01; skipped 2015-04-11..12 weekend; reading: counted from the notice of the failed placement
failed-placement-return,4-104(6); 5-103(4),2015-04-13,met,by the rules of 2015-01-01; skipped 2015-04-11..12 weekend; reading: counted from the notice of the failed placement
END

t 'the same by both says so, where somebody asks' 0 \
	'icj-permit --compare 2015-01-01,2015-03-01 travel_starts=2015-05-01' <<'END'
The answer is the same by the rules of both days.
END
t 'and of a file nothing' 0 \
	"icj-permit -q --compare 2015-01-01,2015-03-01 <$EX/caseload.csv | wc -l" <<'END'
1
END
t 'to --check a difference is a finding' 1 \
	"icj-deadline -q -a 2015-05-01 --check --compare 2010-03-01,2015-01-01 $EX/caseload.csv >/dev/null" <<'END'
END
t 'and none is none' 0 \
	"icj-deadline -q -a 2015-05-01 --check --compare 2015-01-01,2015-03-01 $EX/caseload.csv >/dev/null" <<'END'
END
t 'a record that cannot be judged is said once' 3 \
	"printf 'case_id,travel_starts\\nA,sometime\\n' >bad && icj-permit -q --compare 2010-03-01,2015-01-01 bad >got; s=\$?; cut -d, -f1-3 got; exit \$s" <<'END'
case_id,travel_starts,permit
A,sometime,invalid
--- stderr
icj-permit: bad:2:2: travel_starts: not a time or a date: yyyy-mm-ddThh:mm or yyyy-mm-dd is one [ICJ107]
END
for days in 2015-01-01 '2015-01-01,' ',2015-01-01' 2015-01-01,soon; do
	t "no two days: $days" 2 "icj-permit --compare $days" <<'END'
--- stderr
icj-permit: unusable argument of --compare; it takes DATE,DATE: what differs by the rules of two days; try 'icj-permit --help' [ICJ301]
END
done
t 'not with --edition' 2 \
	'icj-permit --compare 2015-01-01,2024-04-01 -E 2015-01-01' <<'END'
--- stderr
icj-permit: --compare and --edition exclude each other; try 'icj-permit --help' [ICJ301]
END

finish
