#!/bin/sh
# SPDX-License-Identifier: MIT
# Rows of icj-deadline as CSV are put together from pieces, unless they are
# sorted: then cell by cell.  Both ways must come to the same bytes, whatever
# is in the records.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# Records with some of all the fields there are, and odd values among them.
icj-deadline --fields >fields
awk -v records="${DEADLINE_RECORDS:-1500}" '
	# pick: 0 .. n-1, the same in every awk
	function pick(n) { seed = (seed * 16807) % 2147483647; return seed % n }
	function date(  y) {
		y = pick(12) ? 2015 : 2009 + pick(14)
		if (pick(60) == 0)
			y = substr("19702199220000019999", 4 * pick(5) + 1, 4)
		return sprintf("%04d-%02d-%02d", y, 1 + pick(pick(4) ? 6 : 12),
		    1 + pick(28))
	}
	function clock() {
		return sprintf("T%02d:%02d%s", pick(24), 30 * pick(2),
		    pick(4) ? "" : pick(2) ? "Z" : "-05:00")
	}
	function text(  which) {
		which = pick(6)
		if (which == 4)
			return substr("0123456789abcdefghijklmnopqrstuvwxyz",
			    1, pick(37))
		return which == 5 ? "worker-" pick(10) : texts[which]
	}
	function value(i) {
		if (type[i] ~ /^(choice|list)/)
			return word[i, 1 + pick(words[i])]
		if (type[i] ~ /^yes/)
			return pick(2) ? "yes" : "no"
		if (type[i] ~ /^state/)
			return substr("TXLAOKNYCAPRGA", 2 * pick(7) + 1, 2)
		if (type[i] ~ /^text/)
			return text()
		if (type[i] ~ /^time$/ || (type[i] ~ /^time/ && pick(2)))
			return date() clock()
		if (type[i] ~ /dates/)
			return date() "; " date()
		return type[i] ~ /date/ ? date() : pick(100)
	}
	/^ / {
		words[n] = split($0, list, ", *")
		for (i = 1; i <= words[n]; i++) {
			gsub(/ /, "", list[i])
			word[n, i] = list[i]
		}
		next
	}
	{
		name[++n] = $1
		type[n] = $0
		sub(/^[^ ]+ +/, "", type[n])
		sub(/:.*/, "", type[n])
		sub(/ \([cx]\)/, "", type[n])
	}
	END {
		seed = 20150101
		texts[0] = "\"a, b\""
		texts[1] = "\"say \"\"x\"\"\""
		texts[2] = "\"two\nlines\""
		texts[3] = " blank "
		for (i = 1; i <= n; i++)
			printf "%s%s", name[i], i < n ? "," : ",own column\n"
		for (r = 0; r < records; r++) {
			few = 2 + pick(8)
			for (i = 1; i <= n; i++) {
				one_of = few
				if (name[i] ~ /^(withdrawn|closed)$/)
					one_of = 12
				if (name[i] ~ /_state$/)
					one_of = 1 + pick(2)
				printf "%s,", pick(one_of) ? "" : value(i)
			}
			print pick(9) ? "7" : "\"c,d\""
		}
	}' fields >cases.csv

cat >closed.csv <<'EOT'
# valid-through: 2016-12-31
date,state,name,kind
2015-03-02,TX,Texas Independence Day,
2015-02-17,LA,"Mardi Gras, ""Fat"" Tuesday",
2015-11-27,,,
2015-10-12,CA,,open
EOT

# both_ways TITLE OPTION...
both_ways() {
	title=$1
	shift
	icj-deadline -a 2015-04-20 "$@" cases.csv >one.csv 2>err
	one=$?
	icj-deadline -a 2015-04-20 --sort "$@" cases.csv >two.csv 2>>err
	[ $one -eq $? ] && [ "$(head -n 1 one.csv)" = "$(head -n 1 two.csv)" ] &&
		[ "$(wc -l <one.csv)" -gt 100 ] &&
		sort one.csv >one && sort two.csv >two && cmp -s one two
	report $? "$title"
}

both_ways 'rows in pieces and cell by cell'
both_ways 'all duties' --all
both_ways 'closures of states' -H closed.csv
both_ways 'two calendars, strictly' -H closed.csv --calendar both --strict
both_ways 'another edition' -E 2013-06-01
both_ways 'a moment' -a 2015-04-20T12:00-05:00
both_ways 'all columns kept' --keep all
both_ways 'columns kept' --keep 'own column,worker,case_id'
both_ways 'some duties' --duty retake,placement,departure-notice
both_ways 'some statuses' --only overdue,invalid,met

icj-deadline -a 2015-04-20 cases.csv >one.csv 2>/dev/null
icj-deadline -a 2015-04-20 -j 3 cases.csv >two.csv 2>/dev/null
same 'with threads' one.csv two.csv


# Texts of days are kept by their place among 512: these share one.
cat >cases.csv <<'EOT'
home_state,due_process_notified,charges_pending,charges_resolved,returned
TX,2019-04-06,yes,2022-01-17,
TX,2019-04-06,yes,2022-01-17,2020-08-30
TX,2020-08-30,yes,2022-01-17,2019-04-06
EOT
icj-deadline -a 2022-02-01 cases.csv 2>/dev/null | sort >one
icj-deadline -a 2022-02-01 --sort cases.csv 2>/dev/null | sort >two
grep -q 2019-04-06,5.business.days,2022-01-24 one && cmp -s one two
report $? 'days that are a multiple of 512 apart'

# A duty that the law of its day has not: no row, and the reason with --all.
printf 'case_received\n2022-03-01\n' >cases.csv
icj-deadline -a 2022-03-01 --duty forward-case cases.csv | tail -n +2 >one
[ ! -s one ]
report $? 'no row of a duty that is gone'
icj-deadline -a 2022-03-01 --all --duty forward-case cases.csv |
	grep -q 'not-in-force,.*no such duty since 2022-03-01'
report $? 'not-in-force with --all'

finish
