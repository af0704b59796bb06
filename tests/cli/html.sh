#!/bin/sh
# SPDX-License-Identifier: MIT
# html.sh - answers as a page for a mail, and as a CSV for a spreadsheet.
# shellcheck disable=SC1091,SC2016,SC2154
. "$(dirname "$0")/../lib.sh"

printf '%s\n' 'case_id,worker,plan_days,remark' \
	'"T</td><script>1",Ann & Co,=1+1,"a' 'b"' 'T-2,Ann & Co,120,-5' \
	'T-3,Bo,5,@SUM(A1)' 'T-4,,5,+4' >cases.csv
show='--show case_id,worker,plan_days,remark,eligible'

# -- A page -----------------------------------------------------------------

t 'rows of a worker stand together, and every value is text' 3 \
	"icj-eligible -q -o html $show cases.csv 2>/dev/null |
	    sed -n '/<tbody>/,\$p'; icj-eligible -q -o html cases.csv >/dev/null 2>&1" \
	<<'END'
<tbody>
<tr><th scope="rowgroup" colspan="5">Ann &amp; Co</th></tr>
<tr><th scope="row">T&lt;/td&gt;&lt;script&gt;1</th><td>Ann &amp; Co</td><td>=1+1</td><td>a b</td><td>invalid</td></tr>
<tr><th scope="row">T-2</th><td>Ann &amp; Co</td><td>120</td><td>-5</td><td>unknown</td></tr>
</tbody>
<tbody>
<tr><th scope="rowgroup" colspan="5">Bo</th></tr>
<tr><th scope="row">T-3</th><td>Bo</td><td>5</td><td>@SUM(A1)</td><td>no</td></tr>
</tbody>
<tbody>
<tr><th scope="row">T-4</th><td></td><td>5</td><td>+4</td><td>no</td></tr>
</tbody>
</table>
</div>
</main>
</body>
</html>
END
t 'it needs nothing else: no script, no address' 0 \
	'icj-deadline -q -o html "$EX/caseload.csv" >page.html
	grep -c -i -e "<script" -e "http:" -e "https:" -e "src=" -e "url(" page.html
	grep -c "<caption>" page.html' <<'END'
0
1
END
t 'records of other names have a table of their own, and lose nothing' 0 \
	'printf "{\"plan_days\":5,\"a\":1}\n{\"plan_days\":5,\"b\":\"x<y\"}\n" |
	    icj-eligible -o html --wide 2>/dev/null | grep -c -e "<table>" -e "x&lt;y"' <<'END'
3
END
t 'names of columns are text as well; a heading is as wide as the table' 0 \
	"printf 'plan_days,a<b>&,worker\n5,\"x\"\"y\",W\n' |
	    icj-eligible -q -a 2015-04-20 -o html --wide | sed -n '/^<tr>/p' |
	    sed 's/<th[^>]*>eligible.*//; s/<td>no<.*//'" <<'END'
<tr><th scope="col">plan_days</th><th scope="col">a&lt;b&gt;&amp;</th><th scope="col">worker</th>
<tr><th scope="rowgroup" colspan="10">W</th></tr>
<tr><th scope="row">5</th><td>x&quot;y</td><td>W</td>
END
heads="grep -o '<th scope=\"col\">[a-z_]*' | sed 's/.*>//' | paste -sd,"
t 'a day is not parted at its hyphens, a long key may be' 0 \
	"printf 'case_id,plan_days\nT-1,5\nT-%030d,5\n' 1 | icj-eligible -q -o html |
	    grep -o -e '<th scope=\"row\"[^>]*>' \
	    -e '^.*th.scope=row. { white-space: nowrap; }'" <<'END'
th { background: #f2f5f8; } td, th[scope=row] { white-space: nowrap; }
<th scope="row">
<th scope="row" class="long">
END
t 'it has what a telephone has room for, and the law; --wide has all' 0 \
	"icj-eligible -q -o html \"\$EX/caseload.csv\" | $heads
	icj-deadline -q -o html \"\$EX/caseload.csv\" | $heads
	for tool in permit return referral supervise training; do
		icj-\$tool -q -o html \"\$EX/caseload.csv\" | $heads | tr , '\\n' |
		    awk 'END { print (NR > 5 && NR < 13) }'
	done
	test \$(icj-eligible -q -o html --wide \"\$EX/caseload.csv\" |
	    grep -c '<th scope=\"col\">') = 1
	icj-eligible -q -o html --wide \"\$EX/caseload.csv\" | $heads >wide
	icj-eligible -q \"\$EX/caseload.csv\" | head -n 1 | diff - wide
	icj-deadline -q -o html --keep plan_days \"\$EX/caseload.csv\" | $heads" <<'END'
case_id,worker,eligible,eligible_rule,eligible_missing,eligible_note,eligible_edition,eligible_basis
due,days_left,status,case_id,duty,worker,rule,owed_by_state,extended_to,note,edition,basis
1
1
1
1
1
plan_days,duty,rule,standard,kind,owed_by,owed_by_state,trigger,start,limit,due,extended_to,done,days_left,status,as_of,edition,basis,note
END
t 'nothing is written where there is no row' 0 \
	'printf "case_id,detained_at\nT,\n" | icj-deadline -q -o html' </dev/null
for tool in eligible permit return referral supervise deadline; do
	if command -v tidy >/dev/null; then
		t "tidy finds nothing in a page of icj-$tool" 0 \
			"icj-$tool -q -o html \"\$EX/caseload.csv\" | tidy -q -e" \
			</dev/null
	else
		skip "tidy on a page of icj-$tool" 'tidy is not there'
	fi
done
if ! checked; then
	awk 'BEGIN { print "case_id,plan_days"
		for (i = 0; i < 100000; i++) print "T-" i ",5" }' >many.csv
	t '100,000 rows take no more memory' 0 \
		'(ulimit -v 60000; icj-eligible -q -o html many.csv) |
		    grep -c "<tr><th scope=\"row\">"' <<'END'
100000
END
fi

# -- A spreadsheet ------------------------------------------------------------

t 'a mark, CR and LF, and nothing that runs; numbers stay numbers' 3 \
	"icj-eligible -q --spreadsheet $show cases.csv 2>/dev/null | od -c | head -n 1 |
	    cut -c1-30
	icj-eligible -q --spreadsheet $show cases.csv 2>/dev/null" <<END
0000000 357 273 277   c   a   
$(printf '\357\273\277')case_id,worker,plan_days,remark,eligible$(printf '\r')
T</td><script>1,Ann & Co,'=1+1,"a
b",invalid$(printf '\r')
T-2,Ann & Co,120,-5,unknown$(printf '\r')
T-3,Bo,5,'@SUM(A1),no$(printf '\r')
T-4,,5,+4,no$(printf '\r')
END
t 'a key that the header lacks is told of, once' 0 \
	'printf "{\"plan_days\":5}\n{\"plan_days\":5,\"b\":2}\n{\"plan_days\":5,\"b\":2}\n" |
	    icj-eligible -q --spreadsheet --show plan_days,eligible |
	    tr -d "\r" | tail -n +2
	printf "{\"plan_days\":5}\n{\"plan_days\":5,\"b\":2}\n{\"plan_days\":5,\"b\":2}\n" |
	    icj-eligible --spreadsheet 2>&1 | grep -c "ICJ2.*"' <<'END'
5,no
5,no
5,no
1
END
t 'names of columns do not run either' 0 \
	"printf 'plan_days,=b\n5,\n' |
	    icj-eligible -q --spreadsheet --show plan_days,=b | tr -d '\r' | sed 1q" <<END
$(printf '\357\273\277')plan_days,'=b
END
t 'what is a number, and what a spreadsheet would take for a formula' 0 \
	'{ echo plan_days,x
	    for cell in +5 -5.25 -5. +.5 - 5-5 -5-5 "\t5" "\r5" "\n5" " 5" @5; do
		printf "5,\"$cell\"\n"
	    done; } | icj-eligible -q --spreadsheet --show x | sed 1d |
	    tr "\t\r" "^#"' <<'END'
+5#
-5.25#
'-5.#
'+.5#
'-#
5-5#
'-5-5#
'^5#
"'#5"#
"'
5"#
 5#
'@5#
END
t 'it is CSV, and no other format' 2 'icj-eligible --spreadsheet -o json cases.csv' <<'END'
--- stderr
icj-eligible: --spreadsheet is for CSV, without a trailer; try 'icj-eligible --help' [ICJ301]
END
if command -v ssconvert >/dev/null; then
	icj-deadline -q --spreadsheet --keep all "$EX/caseload.csv" >sheet.csv
	# A formula has no type of value there; the same cells as plain CSV have one.
	t 'ssconvert finds no formula in it' 0 \
		'icj-eligible -q --spreadsheet cases.csv >bad.csv 2>/dev/null
		icj-eligible -q cases.csv >plain.csv 2>/dev/null
		for f in sheet bad plain; do
			ssconvert $f.csv $f.gnumeric >/dev/null 2>&1
			zcat $f.gnumeric | grep -c "<gnm:Cell [^V>]*>[=+@]"
			zcat $f.gnumeric | grep -c "<gnm:Cell " |
			    awk "{ print (\$1 > 10) }"
		done' <<'END'
0
1
0
1
1
1
END
else
	skip 'ssconvert' 'gnumeric is not there'
fi

finish
