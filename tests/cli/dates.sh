#!/bin/sh
# SPDX-License-Identifier: MIT
# dates.sh - how offices write dates and times, and what the tools make of the
# moment that they judge from.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

# day DATE OPTION...: what a cell of a date field is read as.
day() {
	cell=$1
	shift
	printf 'requisition_received\n"%s"\n' "$cell" |
		icj-deadline -a 2015-07-15 -s hearing_held= --duty requisition-hearing "$@" |
		cut -d, -f8 | tail -n 1
}

# -- Dates with a time of day behind them -----------------------------------

for d in '2015-06-25 00:00:00' 2015-06-25T00:00 2015-06-25T00:00:00.000 \
	2015-06-25T00:00:00.000Z '2015-06-25 00:00:00-0500' \
	'2015-06-25 00:00:00.0000000 -05:00' 2015-06-25t00:00z; do
	t "a midnight: $d" 0 "day '$d'" <<'END'
2015-06-25
END
done
for d in '6/25/2015 12:00:00 AM' '6/25/2015 0:00' '06/25/2015 00:00:00.000' \
	'6-25-2015 12:00 am' 6.25.2015; do
	t "with mdy: $d" 0 "day '$d' --date-format mdy" <<'END'
2015-06-25
END
done
cat >hours.csv <<'END'
case_id,requisition_received
T-1,2015-06-25 00:00:00
T-2,2015-06-25 08:30:00
T-3,2015-06-26T23:59Z
END
t 'any other time of day: the date, and one warning' 0 \
	'icj-deadline -a 2015-07-15 -s hearing_held= hours.csv | cut -d, -f1,9,11' <<'END'
case_id,start,due
T-1,2015-06-25,2015-07-25
T-2,2015-06-25,2015-07-25
T-3,2015-06-26,2015-07-26
--- stderr
icj-deadline: hours.csv:3: requisition_received: warning: a time of day in a field of dates: the date is taken as it is written, here and wherever else there is one [ICJ355]
END
awk 'NR == 1; NR > 1 { for (i = 0; i < 30000; i++) print }' hours.csv >many.csv
for j in 1 3; do
	icj-deadline -j $j -a 2015-07-15 -s hearing_held= many.csv >many.$j 2>err.$j
done
same 'threads give the same rows' many.1 many.3
same 'and the same one warning' err.1 err.3
[ "$(wc -l <err.3)" -eq 1 ]
report $? 'which is given once'
like '--set gives one, too' 0 \
	"icj-deadline -a 2015-07-15 -s hearing_held= -s 'requisition_received=2015-06-25 08:00' hours.csv" \
	'^icj-deadline: --set: requisition_received: warning: a time of day'
like 'and an operand' 0 \
	"icj-deadline -a 2015-07-15 'requisition_received=2015-06-25 08:00'" \
	'^icj-deadline: operands:1: requisition_received: warning: a time of day'
like 'a list of dates' 0 \
	"icj-deadline -a 2015-07-15 'annual_meetings=2015-09-01 09:00; 2016-09-01' proposal_submitted=2015-02-01 --duty committee-draft -o csv" \
	'2015-09-01,,,48,due'
like 'icj-dues --count' 0 \
	'printf "sending_state,receiving_state,withdrawn\nTX,OH,2015-03-01 10:00\n" | icj-dues --count' \
	'<stdin>:2: withdrawn: warning: a time of day'

# -- Orders -----------------------------------------------------------------

t 'dotted, day first' 0 'day 25.06.2015 --date-format dmy; day 5.6.2015 --date-format dmy' <<'END'
2015-06-25
2015-06-05
END
t 'year first' 0 'day 2015/06/25 --date-format ymd; day 2015/6/5 --date-format ymd' <<'END'
2015-06-25
2015-06-05
END
t 'months by their names' 0 'day 25-JUN-2015 --date-format %d-%b-%Y
	day "June 25, 2015" --date-format "%b %d, %Y"
	day 25jun2015 --date-format %d%b%Y
	day "June 25, 2015" --date-format mdy --date-format "%B %d, %Y"' <<'END'
2015-06-25
2015-06-25
2015-06-25
2015-06-25
END
t 'several orders, in their order' 0 'both="--date-format dmy --date-format mdy"
	day 06/25/2015 $both; day 25/06/2015 $both; day 03/04/2015 $both; day 2015-06-25 $both
	day 03/04/2015 --date-format mdy --date-format dmy
	day 20150625 --date-format mdy --date-format %Y%m%d' <<'END'
2015-06-25
2015-06-25
2015-04-03
2015-06-25
2015-03-04
2015-06-25
END
like 'no more than four' 2 'icj-deadline --date-format mdy --date-format dmy \
	--date-format ymd --date-format %Y%m%d --date-format %Y.%m.%d hours.csv' \
	'argument of --date-format'

# refuses TEXT CODE PATTERN: in a record, status 3; no value is shown.
refuses() {
	like "$1 is ICJ$2" 3 "day '$1' 2>&1; icj-deadline -a 2015-07-15 \
		'requisition_received=$1' >/dev/null" "$3.* .ICJ$2."
	case $(cat "$DIR/got.out") in
	*"$1"*) report 1 "and does not show it" ;;
	esac
}
refuses 03/04/2015 106 '--date-format mdy or dmy'
refuses 12/15/2026 120 '--date-format mdy'
refuses 15/12/2026 121 '--date-format dmy'
refuses 25.06.2015 121 '--date-format dmy'
refuses 2015/06/25 122 '--date-format ymd'
refuses 2015-6-5 122 '--date-format ymd'
refuses 20150625 123 '--date-format %Y%m%d'
refuses 42180 124 "spreadsheet's number"
refuses 42180.75 124 "spreadsheet's number"
refuses '25-Jun-2015' 125 'name of a month .*--date-format'
refuses 'June 25, 2015' 125 'name of a month .*--date-format'
refuses 6/25/15 112 'two digits.*all four'
refuses 2015-02-30 105 'no such day'
refuses '2015-02-30 00:00:00' 105 'no such day'
refuses '2015-06-25 12:00 AM' 126 '--date-format'
refuses '2015-06-25 08:61' 104 'not a date'
for text in 12/15/2026 15/12/2026 2015/06/25 42180; do
	day $text >/dev/null 2>err
	! grep -q 'told apart\|cannot be told\|may come first' err
	report $? "$text can be told"
done
like 'a day that only the other order has' 3 \
	'icj-deadline --date-format mdy requisition_received=25/06/2015' \
	'day, month, year is read with --date-format dmy'
like 'a day that no order has' 3 \
	'icj-deadline --date-format mdy requisition_received=31/31/2015' 'no such day'
for form in '6/25/2015 0:00' '6/5/2015 3:30 p.m.' '5/6/2015 12:00:00 AM'; do
	like "an order is wanted of $form" 3 \
		"icj-deadline 'requisition_received=$form'" '--date-format mdy'
	like "and read: $form" 0 "icj-deadline -a 2015-07-15 -o csv \
		--date-format mdy 'requisition_received=$form'" ',2015-0[56]-'
done
like 'a.m. and p.m.' 0 "icj-deadline -a 2015-07-15 -o csv --date-format mdy \
	'detained_at=6/25/2015 3:30 p.m.' return_type=runaway abuse_suspected=no" \
	',2015-06-25T15:30,'

# -- Times ------------------------------------------------------------------

# hour TEXT OPTION...: when the 24 hours of 6-101 run out.
hour() {
	cell=$1
	shift
	icj-deadline -a 2015-07-15 "detained_at=$cell" return_type=runaway \
		abuse_suspected=no --duty runaway-release -o csv "$@" |
		cut -d, -f10 | tail -n 1
}
t 'fractions and offsets' 0 "hour 2015-07-02T20:00:00.000-05:00
	hour '2015-07-02 20:00:00.123-0500'; hour '2015-07-02t20:00-05'
	hour 2015-07-02T20:00:00,5; hour '2015-07-02 20:00:00.0000000 -05:00'" <<'END'
2015-07-06T20:00-05:00
2015-07-06T20:00-05:00
2015-07-06T20:00-05:00
2015-07-06T20:00
2015-07-06T20:00-05:00
END
t 'AM and PM with a format' 0 "hour '7/2/2015 4:00 PM' --date-format mdy
	hour '7/2/2015 12:15:30 AM' --date-format mdy; hour '7/2/2015 12:15PM' --date-format mdy
	hour '2/7/2015 9:05' --date-format dmy; hour '2015-07-02 04:00 pm' --date-format mdy" <<'END'
2015-07-06T16:00
2015-07-06T00:15:30
2015-07-06T12:15
2015-07-06T09:05
2015-07-06T16:00
END
like 'AM and PM without' 3 "icj-deadline 'detained_at=2015-07-02 4:00 PM'" \
	'AM and PM are read with --date-format only.*ICJ126'
like 'an hour that no clock has' 3 \
	"icj-deadline --date-format mdy 'detained_at=7/2/2015 13:00 PM'" ICJ107

# -- Where else a format counts ---------------------------------------------

cat >mdy.csv <<'END'
# valid-through: 12/31/2015
date,state,name,valid_through
3/2/2015,TX,Texas Independence Day,
3/2/2015 12:00:00 AM,OH,invented,6/30/2015
END
t 'holiday files, comments of theirs, --add' 0 \
	'icj-deadline --date-format mdy --add 1b --state TX -H mdy.csv 3/1/2015
	icj-deadline --date-format mdy --add 1b --state OH -H mdy.csv 2015-03-01
	printf "3/1/2015\n2015-03-01\n" | icj-deadline --date-format mdy --add 1d' <<'END'
2015-03-03
2015-03-03
2015-03-02
2015-03-02
END
t 'without it a holiday file names it' 2 'icj-deadline --add 1b --state TX -H mdy.csv 2015-03-01' <<'END'
--- stderr
icj-deadline: mdy.csv:1: valid-through: not ISO: month, day, year is read with --date-format mdy [ICJ120]
icj-deadline: mdy.csv:3:1: date: the month or the day may come first: --date-format mdy or dmy says which [ICJ106]
icj-deadline: mdy.csv:4:1: date: the month or the day may come first: --date-format mdy or dmy says which [ICJ106]
END
t '--count' 0 'icj-deadline --date-format dmy --count 29.06.2015 07/07/2015
	icj-deadline --count "2015-06-29 00:00:00" 2015-07-07' <<'END'
5
5
END
t '--count of hours' 2 'icj-deadline --count 2015-06-29T08:00 2015-07-07' <<'END'
--- stderr
icj-deadline: operands:1: a time of day where a date is needed [ICJ127]
END
t '--add names the option' 2 'icj-deadline --add 1b 12/15/2026' <<'END'
--- stderr
icj-deadline: operands:1: not ISO: month, day, year is read with --date-format mdy [ICJ120]
END

# -- The moment judged from -------------------------------------------------

# stamp OPTION...: the cell as_of, each digit a 9.
stamp() {
	icj-deadline requisition_received=2015-06-25 -o csv \
		--duty requisition-hearing "$@" | tail -n 1 | cut -d, -f15 |
		sed 's/[0-9]/9/g'
}
t 'now, by default' 0 'stamp; stamp -a now; stamp -a today
	TZ=America/Chicago stamp | sed s/[+-]99:/+99:/; stamp -a 2015-07-01; stamp -a 2015-07-01T10:00' <<'END'
9999-99-99T99:99Z
9999-99-99T99:99Z
9999-99-99
9999-99-99T99:99+99:99
9999-99-99
9999-99-99T99:99
END
like 'icj-return stamps it as well' 0 \
	'icj-return in_custody=no whereabouts_known=no -o csv' \
	',20[0-9-]*T[0-9:]*Z,'
like 'no other word' 2 'icj-deadline -a yesterday hours.csv' 'argument of --as-of'
like 'icj-dues, too' 0 'icj-dues -a today --rules' '2-101'


# -- Times in UTC -----------------------------------------------------------

t 'the day there, in the file as in the note' 0 \
	'icj-deadline -a 2015-07-15 detained_at=2015-07-03T03:30Z holding_state=OH refusal_notified=2015-07-05 \
		--duty detention-limit -o json |
		grep -o -e "\"start\": \"[0-9-]*" -e "\"due\": \"[0-9-]*" -e "local day of[^;\"]*"' <<'END'
"start": "2015-07-02
"due": "2015-09-29
local day of detained_at in OH: 2015-07-02
END
t 'the moment judged from: the day of who owes' 0 \
	'for s in OH GU HI; do
		icj-deadline -a 2015-07-10T03:00Z refusal_notified=2015-05-10 in_custody=yes home_state=$s \
			--duty requisition -o json | tr , "\n" | grep -e status
	done' <<'END'
 "status": "due"
 "status": "overdue"
 "status": "due"
END
# A clock of hours is over by the time there, wherever the machine stands.
hours='detained_at=2015-07-02T16:00 holding_state=OH return_type=runaway abuse_suspected=no'
t 'hours: open a minute before, expired at the minute' 0 \
	"for a in 2015-07-06T19:59Z 2015-07-06T20:00Z 2015-07-06T15:59 2015-07-06T16:00 \
		2015-07-06T09:59-10:00 2015-07-06T10:00-10:00 2015-07-06; do
		icj-deadline -a \$a $hours --duty runaway-release -o json | tr , '\n' | grep status
	done" <<'END'
 "status": "open"
 "status": "expired"
 "status": "open"
 "status": "expired"
 "status": "open"
 "status": "expired"
 "status": "expired"
END
# Not overdue from midnight of the due day on, but from the hour.
if soon=$(date -d '+49 hours' +%Y-%m-%dT%H:%MZ 2>/dev/null); then
	for zone in UTC America/Chicago Pacific/Honolulu; do
		like "due in an hour, by default, in $zone" 0 \
			"TZ=$zone icj-deadline airport_arrival=$soon escorted=no -o csv" ',due,'
	done
	late=$(date -d '+47 hours' +%Y-%m-%dT%H:%MZ)
	like 'overdue for an hour' 0 \
		"icj-deadline airport_arrival=$late escorted=no -o csv" ',overdue,'
else
	skip 'the present time' 'date(1) does not count hours'
fi
t 'icj-return: the clock of custody; two zones that do not agree' 0 \
	'for s in OH TX; do for a in 2015-07-06T17:00Z 2015-07-06T20:30Z 2015-07-06T21:30Z; do
		icj-return -a $a detained_at=2015-07-02T16:00 holding_state=$s return_type=runaway \
			abuse_suspected=no guardian_present=yes in_custody=yes -o json |
			tr , "\n" | grep return_procedure
	done; done' <<'END'
 "return_procedure": "release-to-parent"
 "return_procedure": "unknown"
 "return_procedure": "unknown"
 "return_procedure": "release-to-parent"
 "return_procedure": "release-to-parent"
 "return_procedure": "unknown"
END
t 'icj-permit: the travel' 0 \
	'for s in OH TX; do
		icj-permit -a 2015-08-01 travel_starts=2015-07-03T05:30Z travel_ends=2015-07-04T01:30 \
			sending_state=$s -o json | tr , "\n" | grep -e "\"permit\"" -e note
	done' <<'END'
 "permit": "not-mandatory"
 "permit_note": ""}
 "permit": "unknown"
 "permit_note": "by local time the travel may start or end on either of two days: the longer one is taken"}
END

finish
