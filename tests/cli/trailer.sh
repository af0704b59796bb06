#!/bin/sh
# SPDX-License-Identifier: MIT
# trailer.sh - --trailer: a last line that shows whether a CSV is whole.
# shellcheck disable=SC2016 # commands are expanded by t, like and sed
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

# fits FILE: whether its last line is that of the lines above it
fits() {
	rows=$(($(wc -l <"$1") - 2))
	sum=$(sed '$d' "$1" | sha256sum | cut -d' ' -f1)
	[ "$(tail -n 1 "$1" | tr -d ,)" = "$rows sha256=$sum" ] &&
		head -n 1 "$1" | tr -d '\r' | grep -q ',icj_trailer$'
}

DAY=2015-04-20
cat >cases.csv <<'EOF'
case_id,case_type,transfer_requested,plan_days,arrived,sending_state,receiving_state
C-1,transfer,2015-03-01,90,2015-01-02,OH,TX
C-2,transfer,2015-03-02,91,2015-03-02,TX,OH
C-3,transfer,2015-03-02,,,TX,OH
EOF
printf 'state,population,sent,received\nOH,2,1,1\nTX,2,1,1\n' >dues.csv

# A mark of the byte order is among the bytes above the line.
{ printf '\357\273\277'; cat cases.csv; } >marked.csv
icj-eligible -a $DAY --trailer marked.csv >whole.csv
fits whole.csv
report $? 'a mark of the byte order'
t 'and it fits for who reads it' 0 'icj-permit -q -a 2015-04-20 whole.csv | wc -l' <<'EOF'
4
EOF

# -- Written ----------------------------------------------------------------

icj-eligible -a $DAY cases.csv >plain.csv
for tool in eligible permit referral return supervise training lint deadline tally; do
	case $tool in
	tally) set -- ;;
	*) set -- -a $DAY ;;
	esac
	"icj-$tool" "$@" --trailer cases.csv >"$tool.csv" 2>err
	report $? "icj-$tool --trailer"
	fits "$tool.csv"
	report $? "its last line fits"
	"icj-$tool" "$@" cases.csv 2>/dev/null >want
	sed '$d; s/,[^,]*$//' "$tool.csv" >got
	same 'and nothing else of it is new' want got
done
icj-dues --trailer dues.csv >dues-out.csv 2>/dev/null
fits dues-out.csv
report $? 'that of icj-dues fits'
icj-dues --count --trailer cases.csv >count.csv 2>/dev/null
fits count.csv
report $? 'that of icj-dues --count, too'
icj-deadline -a $DAY --sort --trailer cases.csv >sorted.csv
fits sorted.csv
report $? 'of sorted rows'
icj-deadline -a $DAY --keep all --trailer eligible.csv >kept.csv
fits kept.csv && [ "$(head -n 1 kept.csv | grep -o icj_trailer | wc -l)" = 1 ]
report $? 'and of all columns kept'
icj-deadline -a $DAY --only exceeded --trailer cases.csv >none.csv
fits none.csv
report $? 'of no row at all'
head -n 1 cases.csv | icj-eligible -a $DAY --trailer >none.csv
fits none.csv && tail -n 1 none.csv | grep -q ',0 sha256='
report $? 'of no record'
icj-eligible -a $DAY --trailer -o csv plan_days=90 transfer_requested=2015-03-01 >one.csv
fits one.csv
report $? 'of facts as operands'
{ printf '\357\273\277'; sed 's/$/\r/' cases.csv; printf '\r\nC-4,transfer,2015-03-01,91,,,'; } >odd.csv
icj-eligible -a $DAY --trailer odd.csv >odd-out.csv 2>/dev/null
sum=$(sed '$d' odd-out.csv | sha256sum | cut -d' ' -f1)
[ "$(tail -n 1 odd-out.csv | tr -d ,)" = "4 sha256=$sum" ]
report $? 'with a mark, CRLF, a blank line and no end of the last line'
printf '{"plan_days": 90, "case_id": "x"}\n{"plan_days": 91}\n' >two.json
icj-eligible -a $DAY -o csv --trailer two.json >json.csv
fits json.csv
report $? 'of JSON written as CSV'

if [ -x "$BUILD/bench/caseload" ]; then
	"$BUILD/bench/caseload" 10 3000 >many.csv
else
	{ head -n 1 cases.csv; for i in 1 2 3 4 5 6 7 8 9; do
		sed "1d; s/^C-/C-$i/" cases.csv; done; } >many.csv
fi
for tool in eligible deadline; do
	"icj-$tool" -a $DAY --trailer many.csv >want 2>/dev/null
	"icj-$tool" -a $DAY --trailer -j 3 many.csv >got 2>/dev/null
	same "icj-$tool with threads writes the same" want got
done

# -- Read -------------------------------------------------------------------

icj-eligible -a $DAY cases.csv | icj-permit -a $DAY >want
icj-permit -a $DAY eligible.csv >got
report $? 'a file that is whole'
same 'without --trailer it loses its last line' want got
icj-permit -a $DAY --trailer eligible.csv >got
fits got
report $? 'with it, it gets a new one'
icj-permit -a $DAY --trailer cases.csv eligible.csv >got 2>err
[ $? = 2 ] && grep -q ICJ307 err
report $? 'files with and without are not the same table'
icj-permit -a $DAY --trailer eligible.csv eligible.csv >got
fits got
report $? 'two files, one last line'
icj-permit -a $DAY -j 2 eligible.csv >got
same 'with threads' want got
icj-permit -a $DAY odd-out.csv 2>/dev/null >got
{ icj-eligible -a $DAY odd.csv 2>/dev/null; echo; } |
	icj-permit -a $DAY >want 2>/dev/null
same 'a mark, CRLF and a blank line' want got
printf '%s\n' case_id,plan_days A,60 '' | icj-eligible -q -a $DAY --trailer >blank.csv
t 'a blank line before the last one is summed up, too' 0 \
	'icj-permit -q -a 2015-04-20 blank.csv | cut -d, -f 1,2
	sed "3d" blank.csv | icj-permit -q -a 2015-04-20 >out 2>err; echo $?
	cut -d: -f 3- err' <<'EOF'
case_id,plan_days
A,60

4
3: the last line is not that of the lines above it: something has changed them [ICJ332]
EOF
icj-permit -a $DAY -o json eligible.csv >got
[ "$(wc -l <got)" = 3 ] && ! grep -q trailer got
report $? 'nothing of it is in JSON'
icj-dues dues-out.csv --replace 2>/dev/null >got
icj-dues dues.csv 2>/dev/null >want
same 'icj-dues takes it off' want got

# cut STATUS SCRIPT WHY: a damaged file, and what is said of it
cut_off() {
	sed "$2" eligible.csv >cut.csv
	like "$3" 4 'icj-permit -a 2015-04-20 cut.csv' "$4"
	"icj-permit" -a $DAY --trailer cut.csv 2>/dev/null | grep -q sha256
	[ $? = 1 ]
	report $? 'and no last line is written'
}

cut_off 4 '$d' 'the last line is missing' \
	'cut.csv: the last line that icj_trailer announces is missing.*ICJ332'
cut_off 4 '3,$d' 'all but a record is missing' 'stopped early.*ICJ332'
cut_off 4 '2,$d' 'all but the header is missing' 'stopped early.*ICJ332'
cut_off 4 '3d' 'a record is missing' \
	'cut.csv:4: the last line is for 3 rows, but 2 came.*ICJ332'
cut_off 4 's/^C-2/C-9/' 'a byte is another' 'cut.csv:5: .*something has changed.*ICJ332'
cut_off 4 '3{h;d};4G' 'records are in another order' 'something has changed'
cut_off 4 '$p' 'a line stands behind it' 'a row behind the last line'
cut_off 4 '$s/sha256=./sha256=/' 'the last line is cut short' 'something has changed'
head -c 700 eligible.csv >cut.csv
like 'cut in the middle of a line' 4 'icj-permit -a 2015-04-20 cut.csv' ICJ332
like 'in icj-deadline' 4 'sed "\$d" eligible.csv | icj-deadline -a 2015-04-20' ICJ332
like 'in icj-dues' 4 'sed "\$d" dues-out.csv | icj-dues --replace' ICJ332
like 'in the first of two files' 4 \
	'icj-permit -a 2015-04-20 cut.csv eligible.csv' 'cut.csv: .*ICJ332'
like 'no byte' 4 'icj-permit --trailer </dev/null' 'not even a header.*ICJ332'
like 'no byte for icj-dues' 4 'icj-dues --trailer </dev/null' 'ICJ332'
like 'one of two files of no byte' 4 ': >none
	icj-permit --trailer eligible.csv none' 'none: .*ICJ332'

# A tool killed in the middle, as the next one of its pipe sees it.
mkfifo fifo
{ cat many.csv; sleep 20; } >fifo &
feeder=$!
icj-eligible -a $DAY --trailer <fifo >part.csv 2>/dev/null &
tool=$!
tries=0
while [ ! -s part.csv ] && [ $tries -lt 100 ]; do
	sleep 0.1
	tries=$((tries + 1))
done
kill -9 $tool
kill $feeder
wait $tool $feeder 2>/dev/null
like 'the tool before was killed' 4 \
	'icj-permit -a 2015-04-20 part.csv >/dev/null' 'stopped early.*ICJ332'

# -- What goes with it ------------------------------------------------------

sed 's/,91,/,x,/' cases.csv >bad.csv
icj-eligible -a $DAY --trailer bad.csv >got 2>/dev/null
[ $? = 3 ] && fits got
report $? 'an invalid record is in the count'
icj-eligible -a $DAY --trailer --on-error skip bad.csv >got 2>/dev/null
fits got && tail -n 1 got | grep -q ',2 sha256='
report $? 'one left out is not'
icj-eligible -a $DAY --trailer --on-error stop bad.csv 2>/dev/null | grep -q sha256
[ $? = 1 ]
report $? 'a run that stops at one writes no last line'
icj-eligible -a $DAY --trailer bad.csv 2>/dev/null >out.csv
icj-permit -a $DAY --set travel_hours=x out.csv >/dev/null 2>&1
icj-eligible -a $DAY --replace --rejects rejects.csv out.csv >/dev/null 2>&1
! grep -q icj_trailer rejects.csv && [ "$(wc -l <rejects.csv)" = 2 ]
report $? 'the file of --rejects announces none'
like 'JSON out' 2 'icj-eligible --trailer -o json cases.csv' 'trailer is for CSV'
like 'JSON in and out' 2 'icj-eligible --trailer two.json' 'trailer is for CSV'
like 'a table' 2 'icj-dues --trailer -o table dues.csv' 'trailer is for CSV'
like 'an explanation' 2 'icj-eligible --trailer plan_days=90' 'trailer is for CSV'
like 'without a header' 2 \
	'icj-eligible --trailer --no-header --columns plan_days </dev/null' \
	'trailer needs a header'
like 'a part of a file' 2 'sed 1d eligible.csv | icj-permit --no-header \
	--columns "$(head -n 1 eligible.csv)"' 'a part of a file'

if command -v sqlite3 >/dev/null 2>&1; then
	sqlite3 cases.db ".import --csv eligible.csv decided" \
		"select (select count(*) from decided where icj_trailer = '') =
		 (select cast(icj_trailer as integer) from decided
		 where icj_trailer <> '')" >got
	echo 1 >want
	same 'sqlite3 counts the rows' want got
else
	skip 'sqlite3 counts the rows' 'sqlite3 is not installed'
fi

# The recipe of icj(7) for DuckDB, as it stands there, on whole.csv.
NODE_PATH=${NODE_PATH:-$TOP/build/node/node_modules}
export NODE_PATH
sed -n '/^create table whole/,/^delete from whole/p' "$TOP/man/icj.7" |
	sed 's/\\-/-/g' >recipe.sql
cat >recipe.js <<'EOF'
const {DuckDBInstance} = require("@duckdb/node-api");
const sql = require("fs").readFileSync("recipe.sql", "utf8").split(";");
(async () => {
	const db = await (await DuckDBInstance.create()).connect();
	await db.run(sql[0]);
	const told = (await db.runAndReadAll(sql[1])).getRows()[0][0];
	await db.run(sql[2]);
	const left = await db.runAndReadAll("select count(*) from whole");
	console.log(String(told), String(left.getRows()[0][0]));
})();
EOF
if node -e 'require("@duckdb/node-api")' 2>/dev/null; then
	for part in '' 3d '$d'; do
		sed "$part" eligible.csv >whole.csv
		node recipe.js
	done >got 2>&1
	printf 'true 3\nfalse 2\nnull 3\n' >want
	same 'DuckDB counts the rows, as icj(7) says' want got
	for part in '' 3d '$d' 's/^C-2/C-9/'; do
		sed "$part" eligible.csv >whole.csv
		icj-tally whole.csv >/dev/null 2>&1 && node recipe.js
		echo $?
	done >got 2>&1
	printf 'true 3\n0\n4\n4\n4\n' >want
	same 'DuckDB loads what a tool has checked' want got
else
	skip 'DuckDB counts the rows, as icj(7) says' 'no @duckdb/node-api'
fi

finish
