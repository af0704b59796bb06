#!/bin/sh
# SPDX-License-Identifier: MIT
# Holiday files: what each column, kind and comment does, and that nothing of
# a file is passed over without a word.
# shellcheck source=tests/lib.sh
# shellcheck disable=SC1091,SC2317,SC2016
. "$(dirname -- "$0")/../lib.sh"

# file TEXT: the holiday file of the next test
file() {
	# shellcheck disable=SC2059
	printf "$1" >h.csv
}

# count STATE FROM TO: business days under it
count() {
	icj-deadline --count --state "$1" -H h.csv "$2" "$3"
}

# days TITLE FILE STATE FROM TO WANT: so many, and no message
days() {
	file "$2"
	t "$1" 0 "count $3 $4 $5" <<END
$6
END
}

# refused TITLE FILE MESSAGE: status 2, one line, nothing else
refused() {
	file "$2"
	t "$1" 2 'count TX 2015-07-01 2015-07-10' <<END
--- stderr
icj-deadline: h.csv:$3
END
}

# -- Columns ----------------------------------------------------------------

KNOWN='which are date, state, name, kind and valid_through [ICJ309]'
for state in state State jurisdiction 'State Code'; do
	days "$state: of Texas" "date,$state,name\n2015-07-06,TX,x\n" \
		TX 2015-07-01 2015-07-10 5
	days "$state: not of Ohio" "date,$state,name\n2015-07-06,TX,x\n" \
		OH 2015-07-01 2015-07-10 6
done
for kind in kind Type; do
	days "$kind: open" "date,state,name,$kind\n2015-10-12,TX,x,open\n" \
		TX 2015-10-09 2015-10-16 5
done
for date in Date holiday_date 'Closure Date'; do
	days "$date" "$date,state\n2015-07-06,TX\n" TX 2015-07-01 2015-07-10 5
done
for name in holiday 'Holiday Name' description; do
	days "$name" "date,$name\n2015-07-06,x\n" TX 2015-07-01 2015-07-10 5
done
for column in stat states region observed note half; do
	refused "$column is no column" "date,state,$column\n2015-07-06,TX,\n" \
		"1:3: $column: not a column of a holiday file, $KNOWN"
done
refused 'the line of the header' "# ours\n\nwhen,date\nx,2015-07-06\n" \
	"3:1: when: not a column of a holiday file, $KNOWN"
refused 'two names of one column' 'date,kind,type\n2015-07-06,,\n' \
	'1: fields 2 and 3 mean the same [ICJ206]'
refused 'no header: nothing of the line is shown' '2015-07-06,TX,Somebody\n' \
	'1: no column date [ICJ309]'
refused 'semicolons' 'date;state\n2015-07-06;TX\n' \
	'1: no column date; it is separated by semicolons: save it separated by commas [ICJ309]'
refused 'tabs' 'date\tstate\n2015-07-06\tTX\n' \
	'1: no column date; it is separated by tabs: save it separated by commas [ICJ309]'
refused 'semicolons and quotes' '"date";"state"\n2015-07-06;"TX"\n' \
	'1: it is separated by semicolons; save it separated by commas [ICJ206]'
days 'commas at the ends of all lines' 'date,state,,\n2015-07-06,TX,,\n' \
	TX 2015-07-01 2015-07-10 5
refused 'text under no name' 'date,state,,\n2015-07-06,TX,,open\n' \
	'2:4: its column has no name [ICJ309]'

days 'a row of commas closes nothing' 'date,state,name\n,,\n2015-07-06,TX,x\n,,\n' \
	TX 2015-07-01 2015-07-10 5

# -- Values -----------------------------------------------------------------

days 'a tab is a blank' 'date,state,name,kind\n\t2015-07-06\t,\tTX ,x, \topen\t\n' \
	TX 2015-07-01 2015-07-10 6
days 'a no-break space is one' \
	'date,state\n\302\2402015-07-06\302\240,\302\240TX\302\240\302\240\n' \
	TX 2015-07-01 2015-07-10 5
refused 'a date of another order' 'date,state\n2015-07-06,TX\n2015-13-07,TX\n' \
	'3:1: date: no such day [ICJ105]'
file '# valid-through: 12/31/2015\ndate,state,valid through\n7/6/2015,TX,\n7/7/2015,OH,12/31/2016\n'
t '--date-format is for holiday files, too' 0 \
	'icj-deadline --date-format mdy --count --state TX -H h.csv 2015-07-01 2015-07-10' <<'END'
5
END
like 'and not guessed' 2 'count TX 2015-07-01 2015-07-10' \
	'^icj-deadline: h.csv:1: valid-through: '
refused 'a kind that is not known' 'date,kind\n2015-07-06,closed early\n' \
	'2:2: kind: not closed, open or half [ICJ309]'

# -- Half days --------------------------------------------------------------

days 'half of a plain day is worked' 'date,state,kind\n2015-07-06,TX,half\n' \
	TX 2015-07-01 2015-07-10 6
days 'half of a federal holiday is worked' 'date,state,kind\n2015-11-11,TX,half\n' \
	TX 2015-11-10 2015-11-11 1
days 'by this state alone' 'date,state,kind\n2015-11-11,TX,Half-Day\n' \
	OH 2015-11-10 2015-11-11 0
days 'half outweighs closed everywhere' \
	'date,state,kind\n2015-03-25,,closed\n2015-03-25,TX,half\n' \
	TX 2015-03-24 2015-03-25 1
days 'and is outweighed by closed, if that is the own line' \
	'date,state,kind\n2015-03-25,,half\n2015-03-25,TX,closed\n' \
	TX 2015-03-24 2015-03-25 0
file 'date,state,kind\n2015-07-04,TX,half\n2015-07-05,,open\n2015-07-06,TX,half\n'
t 'no line opens a weekend, and that is said' 0 'count TX 2015-07-01 2015-07-07' <<'END'
3
--- stderr
icj-deadline: h.csv:2:1: date: warning: not opened: a weekend, a day another line closes, or one outside of 1971 to 2199 [ICJ381]
icj-deadline: h.csv:3:1: date: warning: not opened: a weekend, a day another line closes, or one outside of 1971 to 2199 [ICJ381]
END
file 'date,state,kind\n2015-11-11,TX,half\n'
t 'a half day is worked by the 24-hour clock, too' 0 \
	'icj-deadline -a 2015-11-13 -H h.csv -o csv return_type=runaway holding_state=TX \
	    detained_at=2015-11-10T10:00 abuse_suspected=no |
	    grep -o "runaway-release,.*" | grep -o "2015-11-11T10:00" | head -n 1' <<'END'
2015-11-11T10:00
END

# -- Vouching ---------------------------------------------------------------

# A reply within five business days of 2015-12-28 runs past the end of the year.
vouched() { # vouched TITLE FILE STATE past|within
	file "$2"
	for strict in '' --strict; do
		want=0
		[ "$4$strict" = past--strict ] && want=3
		icj-deadline -a 2015-12-29 -H h.csv $strict -o csv \
			form_iii_received=2015-12-28 home_state="$3" \
			charges_pending=no >out 2>err
		got=$?
		grep -q 'the count runs past' out err && [ "$4" = within ] && got=noted
		grep -q 'the count runs past' out err || [ "$4" = within ] || got=silent
		[ "$got" = "$want" ]
		report $? "$1${strict:+, strict}"
	done
}

END='2015-12-31'
vouched 'a comment' "# valid-through: $END\ndate,state\n2015-07-06,TX\n" TX past
vouched 'far enough' "# valid-through: 2016-12-31\ndate,state\n2015-07-06,TX\n" \
	TX within
vouched 'nothing said' 'date,state\n2015-07-06,TX\n' TX within
vouched 'another state' "# valid-through: $END\ndate,state\n2015-07-06,OH\n" \
	TX within
vouched 'a file that names no state' "# valid-through: $END\ndate,state\n" TX past
vouched 'a line for everywhere' "# valid-through: $END\ndate\n2015-07-06\n" TX past
vouched 'a column' "date,state,valid_through\n2015-07-06,TX,$END\n" TX past
vouched 'a column, of another state' "date,state,valid_through\n2015-07-06,OH,$END\n" \
	TX within
vouched 'a half day names its state' \
	"date,state,kind\n2015-12-23,OH,\n2015-12-24,TX,half\n# valid-through: $END\n" \
	TX past
vouched 'and no other' "date,state,kind\n2015-12-24,TX,half\n# valid-through: $END\n" \
	OH within
vouched 'a half day with a column' \
	"date,state,kind,valid_through\n2015-12-24,TX,half,$END\n" TX past
vouched 'an open day names its state' \
	"date,state,kind\n2015-11-11,TX,open\n# valid-through: $END\n" TX past
vouched 'of two the later' \
	"date,state,valid_through\n2015-07-06,TX,2016-12-31\n2015-07-07,TX,$END\n" \
	TX within
for spelt in 'valid-thru' 'Valid through' 'VALID_UNTIL' 'valid-to' 'complete through'; do
	vouched "# $spelt:" "# $spelt: $END\ndate,state\n2015-07-06,TX\n" TX past
done
vouched 'without a colon' "#valid through $END\ndate,state\n2015-07-06,TX\n" TX past
vouched 'with an equals sign' "#\tvalid-through = $END\t\ndate,state\n2015-07-06,TX\n" \
	TX past
vouched 'as a spreadsheet saves it' \
	"\"# valid-through: $END\",,\r\ndate,state,name\r\n2015-07-06,TX,x\r\n" TX past
vouched 'commas behind' "# valid-through: $END,,\ndate,state,name\n2015-07-06,TX,x\n" \
	TX past
vouched 'inside of quotes it is no comment' \
	"date,state,name\n2015-07-06,TX,\"a\n# valid-through: $END\"\n" TX within

file "# valid-through: $END\ndate,state\n2015-07-06,OH\n"
printf 'date,state\n2015-07-06,TX\n' >first.csv
for files in '-H first.csv -H h.csv' '-H h.csv -H first.csv'; do
	# shellcheck disable=SC2086 # several words
	icj-deadline -a 2015-12-29 $files -o csv form_iii_received=2015-12-28 \
		home_state=TX charges_pending=no >out 2>&1 && ! grep -q 'runs past' out
	report $? "a comment vouches for its own file: $files"
done
NOT='a comment that is not known; a list is vouched for by # valid-through: DATE [ICJ309]'
for comment in 'vaild-through: 2015-12-31' 'valid-trough: 2015-12-31' 'last day: 2015-12-31' \
	'valid: 2015-12-31' 'complete up to: the end of 2015'; do
	refused "# $comment" "date,state\n# $comment\n2015-07-06,TX\n" "2: $NOT"
done
refused 'no date' 'date\n2015-07-06\n# valid-through: soon\n' \
	'3: valid-through: not a date: yyyy-mm-dd is one [ICJ104]'
refused 'said twice' '# valid-through: 2015-12-31\n# valid-thru: 2016-12-31\ndate\n2015-07-06\n' \
	'2: valid-through: said twice in one file [ICJ309]'
days 'prose is free' '# Closures of our offices: see the memo, valid until it ends.\n
# SPDX-License-Identifier: MIT\n#\n# as told on 2014-11-03 by the office\ndate,state\n2015-07-06,TX\n' \
	TX 2015-07-01 2015-07-10 5

# -- Files ------------------------------------------------------------------

for empty in '' '\n' '# nothing yet\n' 'date,state,name\n' '\357\273\277'; do
	file "$empty"
	t "a file that says nothing: $empty" 0 'count TX 2015-07-01 2015-07-10' <<'END'
6
--- stderr
icj-deadline: h.csv: warning: an empty holiday file: it closes no day and vouches for none [ICJ380]
END
done

t 'JSON and YAML, in which records may come' 0 '
	for text in "[{\"date\":\"2015-07-06\"}]" "{\"date\":\"2015-07-06\"}" \
	    "\357\273\277\r\n[ {\r\n\"date\": \"2015-07-06\"}]" \
	    "date: 2015-07-06\nstate: TX" "- date: 2015-07-06" "--- \ndate: x"; do
		printf -- "$text\n" >other
		icj-deadline -H other --count TX,2015-07-01,2015-07-02
		[ $? = 2 ] || echo "$text"
	done 2>&1 | sed "s/save.*//"' <<'END'
icj-deadline: other:1: this is JSON; a holiday file is CSV: date, state, name, kind and valid_through in its first line [ICJ309]
icj-deadline: other:1: this is JSON; a holiday file is CSV: date, state, name, kind and valid_through in its first line [ICJ309]
icj-deadline: other:1: this is JSON; a holiday file is CSV: date, state, name, kind and valid_through in its first line [ICJ309]
icj-deadline: other:1: no column date; this is YAML: 
icj-deadline: other:1: no column date; this is YAML: 
icj-deadline: other:1: no column date; this is YAML: 
END

# filled BYTES: a file of so many, with one closed day
filled() {
	awk -v n="$1" 'BEGIN {
		n -= printf_all("date,state\n2015-07-06,TX\n#")
		while (n-- > 0) printf "x" }
		function printf_all(s) { printf "%s", s; return length(s) }' >h.csv
}
filled 1048576
t 'exactly 1 MiB' 0 'count TX 2015-07-01 2015-07-10' <<'END'
5
END
filled 1048577
t 'one byte more' 2 'count TX 2015-07-01 2015-07-10' <<'END'
--- stderr
icj-deadline: h.csv: larger than 1 MiB [ICJ303]
END

finish
