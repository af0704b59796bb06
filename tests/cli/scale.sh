#!/bin/sh
# SPDX-License-Identifier: MIT
# Many processes, and engines that run a filter: each recipe of the manual that
# can run here is run, and compared with one process.
# shellcheck disable=SC2016,SC2181 # programs in quotes; statuses of long commands
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

has() {
	command -v "$1" >/dev/null
}

A='-a 2015-08-01'
N=${SCALE_RECORDS:-20000}
awk -v n="$N" 'BEGIN {
	print "case_id,worker,transfer_requested,plan_days,permit_effective"
	for (i = 0; i < n; i++)
		printf "C-%d,W%d,2015-%02d-%02d,%d,%s\n", i, i % 7, i % 12 + 1,
		    i % 28 + 1, i % 200, i % 3 ? "2015-03-01" : ""
}' >cases.csv
head -1 cases.csv >head.csv
tail -n +2 cases.csv >body.csv
COLUMNS=$(cat head.csv)
# shellcheck disable=SC2086
icj-eligible $A cases.csv >want.csv

# The same with commas, doubled quotes and line breaks inside of quotes.
awk -F, 'NR == 1 { print; next }
	NR % 5 == 0 { $2 = "\"one\nline, \"\"and\"\" more\n\"" } { print }' OFS=, \
	cases.csv >quoted.csv
tail -n +2 quoted.csv >quoted-body.csv
# shellcheck disable=SC2086
icj-eligible $A quoted.csv >quoted-want.csv

# One value that an engine takes for a number and the rules do not.
BAD='100s/^\([^,]*,[^,]*,[^,]*\),[^,]*/\1,-1/'

# -- Without a header -------------------------------------------------------

# shellcheck disable=SC2086
{
	icj-eligible $A head.csv
	split -l 3000 body.csv part.
	for part in part.*; do
		icj-eligible $A --no-header --columns "$COLUMNS" $part
	done
} >got.csv
same 'parts one after another' want.csv got.csv
icj-eligible --no-header --columns "$COLUMNS" </dev/null >out 2>err
[ $? -eq 0 ] && [ ! -s out ] && [ ! -s err ]
report $? 'an empty part is nothing, without a word'

# -- As the manual has them -------------------------------------------------

mkdir ../manual
awk -v dir=../manual -v section=ENGINES -f "$TOP/tests/man_examples.awk" \
	"$TOP/man/icj.7" >blocks
cp "$TOP/examples/split-records.awk" .

manual_recipes() { # manual_recipes ENGINE
	found=0
	for block in ../manual/*.sh; do
		grep -q "$1" "$block" || continue
		# Those are for tests/cli/hosts.sh.
		! grep -q sshloginfile "$block" || continue
		found=1
		want=${block%.sh}.want
		rm -f part.* decided.csv
		sh "$block" >got 2>&1
		same "icj(7), $1, example $(basename "$block" .sh)" "$want" got
	done
	[ $found -eq 1 ]
	report $? "icj(7) has an example of $1"
}

# -- GNU parallel -----------------------------------------------------------

# shellcheck disable=SC2086
parallel_recipes() {
	{
		icj-eligible $A head.csv
		parallel -k --will-cite --pipepart --block 100k -a body.csv \
			icj-eligible $A --no-header --columns "$COLUMNS"
	} >got.csv
	same 'parallel --pipepart' want.csv got.csv
	{
		icj-eligible $A head.csv
		parallel -k --will-cite --pipe --block 100k \
			icj-eligible $A --no-header --columns "$COLUMNS" <body.csv
	} >got.csv
	same 'parallel --pipe' want.csv got.csv
	# --pipepart knows lines only: with quoted line breaks it cuts records.
	parallel -k --will-cite --pipepart --block 100k -a quoted-body.csv \
		icj-eligible $A --no-header --columns "$COLUMNS" >got.csv 2>err
	[ $? -ne 0 ]
	report $? 'parallel --pipepart with quoted line breaks is no success'
	# JSON has no line break inside of an object a line.
	icj-eligible $A -o json cases.csv | sed 's/, "eligible": .*/}/' >cases.json
	icj-eligible $A cases.json >want.json
	parallel -k --will-cite --pipepart --block 100k -a cases.json \
		icj-eligible $A -i json >got.json
	same 'parallel --pipepart, JSON' want.json got.json
	sed "$BAD" body.csv >bad-body.csv
	parallel -k --will-cite --pipepart --block 100k -a bad-body.csv \
		icj-eligible $A --no-header --columns "$COLUMNS" >got.csv 2>err
	# It leaves with the number of jobs that failed.
	[ $? -eq 1 ] && [ "$(grep -c ICJ103 err)" -eq 1 ] && [ "$(wc -l <got.csv)" -eq "$N" ]
	report $? 'parallel tells of one part that had a bad record'
}
# Who has never used it is asked to cite it, on stderr, which is compared.
HOME=$PWD
export HOME
mkdir -p .parallel
: >.parallel/will-cite
if has parallel; then
	parallel_recipes
	manual_recipes parallel
else
	skip 'GNU parallel' 'it is not installed (make deps-test)'
fi

# -- sqlite3 ----------------------------------------------------------------

sqlite_recipes() {
	sqlite3 a.db ".mode csv" ".import '|icj-eligible $A cases.csv' decided" \
		"select eligible, count(*) from decided group by 1 order by 1;" >got
	cut -d, -f6 want.csv | tail -n +2 | sort | uniq -c |
		awk '{ printf "%s,%d\n", $2, $1 }' >want
	same "sqlite3 .import '|icj-eligible'" want got
	# The trap: nobody asks the command behind the bar how it ended.
	{ head -50 cases.csv; echo '"never closed'; } >torn.csv
	sqlite3 b.db ".mode csv" ".import '|icj-eligible $A torn.csv' decided" 2>err
	[ $? -eq 0 ] && grep -q ICJ202 err &&
		[ "$(sqlite3 b.db 'select count(*) from decided')" -eq 49 ]
	report $? 'sqlite3 .import of a command that failed is a success: the trap'
	# So let the shell ask, before anything is loaded.
	load() {
		# shellcheck disable=SC2086
		icj-eligible $A "$1" >decided.csv 2>err &&
			sqlite3 "$2" ".import --csv decided.csv decided"
	}
	load cases.csv d.db && [ "$(sqlite3 d.db 'select count(*) from decided')" -eq "$N" ]
	report $? 'sqlite3: loaded after a success'
	sed "$BAD" cases.csv >bad.csv
	load bad.csv e.db
	[ $? -eq 3 ] && [ ! -e e.db ]
	report $? 'sqlite3: not loaded after a failure'
	# Or keep the status where it can be asked for.
	# shellcheck disable=SC2086
	sqlite3 f.db ".mode csv" \
		".import '|icj-eligible $A bad.csv 2>/dev/null; echo \$? >status' decided"
	[ "$(cat status)" -eq 3 ]
	report $? 'sqlite3: the status kept in a file'
	sqlite3 -csv -header d.db 'select case_id, transfer_requested, plan_days
		from decided order by rowid' >out
	# shellcheck disable=SC2086
	icj-eligible $A out >got 2>err && [ "$(wc -l <got)" -eq $((N + 1)) ]
	report $? 'sqlite3 into icj-eligible'
}
if has sqlite3; then
	sqlite_recipes
	manual_recipes sqlite3
else
	skip 'sqlite3' 'it is not installed (make deps-test)'
fi

# -- PostgreSQL -------------------------------------------------------------

PG=$(for d in /usr/lib/postgresql/*/bin "$(pg_config --bindir 2>/dev/null)"; do
	[ -x "$d/initdb" ] && echo "$d"; done | tail -1)

# A server does not run as root; then it is the user postgres, or nobody.
as_server() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	elif id postgres >/dev/null 2>&1; then
		setpriv --reuid postgres --regid postgres --clear-groups "$@"
	else
		setpriv --reuid nobody --regid nogroup --clear-groups "$@"
	fi
}

sql() {
	as_server "$PG/psql" -X -q -A -t -v ON_ERROR_STOP=1 -h "$DIR/pg" -d postgres "$@"
}

# The server runs the tools: they have to be where it may look.
start_server() {
	mkdir "$DIR/pg" "$DIR/pg/icj"
	cp -R "$BUILD/bin" "$BUILD/lib" "$DIR/pg/icj/"
	cp cases.csv bad.csv head.csv body.csv "$DIR/pg/" 2>/dev/null
	chmod 755 "$DIR" "$DIR/work"
	[ "$(id -u)" -ne 0 ] || chown -R "$(as_server id -un)" "$DIR/pg"
	(cd "$DIR/pg" && as_server "$PG/initdb" -D "$DIR/pg/data" -A trust -N -E UTF8 --locale=C &&
		as_server "$PG/pg_ctl" -D "$DIR/pg/data" -w -l "$DIR/pg/log" \
			-o "-c listen_addresses= -k $DIR/pg -F" start) >"$DIR/pg.out" 2>&1
}

# shellcheck disable=SC2317 # the trap calls it
stop_server() {
	(cd "$DIR/pg" && as_server "$PG/pg_ctl" -D "$DIR/pg/data" -m immediate stop) \
		>/dev/null 2>&1
}

# The literal block of icj(7) that begins so, for the folders of this test.
manual_sql() {
	sed -n "/$1/,/^\.Ed/p" "$TOP/man/icj.7" | sed "/^\.Ed/d; s/\\\\e/\\\\/g
		s|/usr/local/bin/|$DIR/pg/icj/bin/|; s|/srv/icj/|$DIR/pg/|"
}

# The line of icj(7) that judges all partitions, with this server.
partitions() {
	mkdir -p ../psql
	{
		echo '#!/bin/sh'
		[ "$(id -u)" -ne 0 ] ||
			echo "set -- setpriv --reuid $(as_server id -u) --regid $(as_server id -g) \\
				--clear-groups '$PG/psql' \"\$@\""
		[ "$(id -u)" -eq 0 ] || echo "set -- '$PG/psql' \"\$@\""
		echo "exec \"\$@\" -X -q -h '$DIR/pg' -d postgres"
	} >../psql/psql
	chmod +x ../psql/psql
	(cd "$DIR/pg" && PGOPTIONS='-c search_path=manual' PATH=$DIR/psql:$PATH sh seq.sh)
}

postgres_recipes() {
	ICJ=$DIR/pg/icj/bin/icj-eligible
	sql -c 'create table cases (case_id text, worker text, transfer_requested date,
			plan_days int, permit_effective date)' \
		-c 'create table decided (like cases, eligible text, eligible_rule text,
			eligible_missing text, eligible_assumed text, eligible_edition date,
			eligible_basis text, eligible_note text)' >out 2>&1
	report $? 'PostgreSQL: tables'
	sql -c "copy decided from program '$ICJ $A $DIR/pg/cases.csv' (format csv, header)" \
		-c 'select eligible, count(*) from decided group by 1 order by 1' >got 2>&1
	cut -d, -f6 want.csv | tail -n +2 | sort | uniq -c |
		awk '{ printf "%s|%d\n", $2, $1 }' >want
	same 'PostgreSQL: COPY FROM PROGRAM' want got
	# A failure of the program undoes the COPY.
	sql -c 'truncate decided' \
		-c "copy decided from program '$ICJ $A $DIR/pg/bad.csv' (format csv, header)" \
		>out 2>&1
	[ $? -ne 0 ] && [ "$(sql -c 'select count(*) from decided')" -eq 0 ] &&
		grep -q 'exit code 3' out
	report $? 'PostgreSQL: COPY FROM PROGRAM that fails loads nothing'
	sql -c "copy cases from '$DIR/pg/cases.csv' (format csv, header)" \
		-c "copy (select * from cases order by substr(case_id, 3)::int) to program
			'$ICJ $A --no-header --columns $COLUMNS >$DIR/pg/out.csv' (format csv)" \
		>out 2>&1
	report $? 'PostgreSQL: COPY TO PROGRAM'
	tail -n +2 want.csv >want
	same 'PostgreSQL: what COPY TO PROGRAM wrote' want "$DIR/pg/out.csv"
	sql -c "update cases set transfer_requested = null where case_id = 'C-5'" \
		-c "copy cases to program '$ICJ $A --no-header --columns $COLUMNS | grep -q ^C-5,W5,,5,2015-03-01,no,'
			(format csv)" >out 2>&1
	report $? 'PostgreSQL: a null is an empty cell, which is not known'
	sql -c "copy cases to program '$ICJ --nonsense' (format csv)" >out 2>&1
	[ $? -ne 0 ] && grep -q 'exit code 2' out
	report $? 'PostgreSQL: COPY TO PROGRAM that fails says so'
	# Partitions and a foreign table, as icj(7) has them.
	manual_sql '^CREATE TABLE cases' >tables.sql
	manual_sql '^.eset file' >"$DIR/pg/partition.sql"
	manual_sql '^seq 0 3' >"$DIR/pg/seq.sh"
	manual_sql '^CREATE EXTENSION' >foreign.sql
	grep -q '^CREATE TABLE cases_0' tables.sql &&
		grep -q ' :part\| TO PROGRAM' "$DIR/pg/partition.sql" &&
		grep -q '"limit"' foreign.sql
	report $? 'icj(7) has partitions and a foreign table'
	{
		echo 'create schema manual; set search_path to manual;'
		cat tables.sql
		for part in 1 2 3; do
			sed -n '/^CREATE TABLE cases_0/,$p' tables.sql |
				sed "s/_0/_$part/; s/REMAINDER 0/REMAINDER $part/"
		done
		echo "copy cases from '$DIR/pg/two.csv' (format csv, header);"
	} >all.sql
	cut -d, -f1,4 cases.csv >"$DIR/pg/two.csv"
	sql -f - <all.sql >out 2>&1 &&
		partitions >>out 2>&1
	report $? 'PostgreSQL: four partitions, a session each'
	icj-eligible -a 2015-04-20 "$DIR/pg/two.csv" | tail -n +2 >want
	sql -c "copy (select * from manual.decided order by substr(case_id, 3)::int)
		to stdout (format csv)" >got 2>&1
	same 'PostgreSQL: what they hold is what one process writes' want got
	sql -c "update manual.cases_2 set plan_days = -1 where case_id =
		(select min(case_id) from manual.cases_2)" \
		-c 'truncate manual.decided' >out 2>&1
	partitions >out 2>&1
	[ $? -ne 0 ] && [ "$(sql -c 'select count(*) from manual.decided_2')" -eq 0 ] &&
		[ "$(sql -c 'select count(*) from manual.decided_1')" -gt 0 ]
	report $? 'PostgreSQL: a partition with a bad record is not loaded, and said'

	cp "$EX/caseload.csv" "$DIR/pg/cases.csv"
	PGOPTIONS='-c search_path=manual' sql -F, -f - <foreign.sql >got 2>&1
	icj-deadline -a 2015-04-20 -o json "$EX/caseload.csv" |
		sed -n 's/^{"case_id": "\([^"]*\)".*"duty": "\([^"]*\)".*"limit": "\([^"]*\)",.*"due": "\([^"]*\)".*"status": "overdue".*/\1,\2,\3,\4/p' \
			>want
	[ -s want ]
	report $? 'something is overdue'
	same 'PostgreSQL: a foreign table' want got
	[ "$(sql -c 'select 1 from manual.duties limit 1')" = 1 ]
	report $? 'PostgreSQL: a query that ends the program is no failure'
	sed '2s/,2014-09-10,/,2014-99-10,/' "$EX/caseload.csv" >"$DIR/pg/cases.csv"
	sql -c 'select count(*) from manual.duties' >out 2>&1
	[ $? -ne 0 ] && grep -q 'exit code 3' out
	report $? 'PostgreSQL: a bad record fails the query'
	cut -d, -f2- "$EX/caseload.csv" >"$DIR/pg/cases.csv"
	sql -c 'select count(*) from manual.duties' >out 2>&1
	[ $? -ne 0 ] && grep -q 'header line' out
	report $? 'PostgreSQL: other columns fail it, too'

	# What the manual says of booleans, and of the client.
	sql -c 'copy (select true, true::text) to stdout (format csv)' >got 2>&1
	echo t,true >want
	same 'PostgreSQL: a boolean is t, as text it is true' want got
	icj-return -a 2015-08-01 --no-header --columns in_custody,agrees_to_return \
		<got >out 2>err
	[ $? -eq 3 ] && [ "$(grep -c ICJ101 err)" -eq 1 ] && grep -q in_custody err
	report $? 'PostgreSQL: t is no yes, true is'
	bad="\\copy decided from program '$ICJ $A $DIR/pg/bad.csv 2>/dev/null' (format csv, header)"
	sql -c 'truncate decided' -c "$bad" >out 2>&1
	[ $? -ne 0 ] && [ "$(sql -c 'select count(*) from decided')" -eq "$N" ]
	report $? 'PostgreSQL: the copy of psql from a program has loaded before it fails: the trap'
	sql -c 'truncate decided' >out 2>&1
	sql -1 -c "$bad" >out 2>&1
	[ $? -ne 0 ] && [ "$(sql -c 'select count(*) from decided')" -eq 0 ]
	report $? 'PostgreSQL: psql -1 takes it out again'
	sed 's/^C-\([0-9]*\),/D-\1,/' body.csv >more.csv
	# shellcheck disable=SC2086
	icj-eligible $A --no-header --columns "$COLUMNS" more.csv |
		sql -c '\copy decided from pstdin (format csv)' >out 2>&1 &&
		[ "$(sql -c 'select count(*) from decided')" -eq "$N" ]
	report $? 'PostgreSQL: psql copies from a pipe'
}
if [ -z "$PG" ] || ! has psql; then
	skip 'PostgreSQL' 'its server is not installed (make deps-test)'
elif checked; then
	skip 'PostgreSQL' 'under checkers of memory the other recipes will do'
elif start_server; then
	trap 'stop_server; rm -rf "$DIR"' EXIT
	postgres_recipes
else
	skip 'PostgreSQL' 'its server does not start here'
	tail -3 "$DIR/pg.out" | sed 's/^/# /'
fi

finish
