#!/bin/sh
# SPDX-License-Identifier: MIT
# ics.sh - icj-deadline as a calendar: what it holds, what it hides, and that
# two other readers of calendars find nothing wrong with it.
# shellcheck disable=SC1091,SC2016,SC2034,SC2154
. "$(dirname "$0")/../lib.sh"

printf 'a key of thirty-two bytes or so..' >key
printf 'another key of some thirty bytes' >other
chmod 600 key other
cat >cases.csv <<'END'
case_id,juvenile,sending_state,receiving_state,referral_received,home_evaluation_sent,detained_at,released_at,returned,office_contacted
T-1,"Zzyzx, Name",OH,TX,2024-05-03,,,,,
T-2,,OH,TX,2024-05-03,2024-06-01,2024-05-03T20:00,,,
END
ics='icj-deadline -q -a 2024-06-03 -o ics'
unfolded='tr -d "\r" | sed -e :a -e "N;s/\n //;ta" -e "P;D"'

t 'events without a key or a word that the case may be named are refused' 2 \
	'icj-deadline -o ics cases.csv' <<'END'
--- stderr
icj-deadline: -o ics wants --pseudonym-key FILE, so that no case can be told from its events, or --show-case-id; try 'icj-deadline --help' [ICJ301]
END
t 'a key that is none' 2 \
	'icj-deadline -o ics --pseudonym-key /dev/null cases.csv' <<'END'
--- stderr
icj-deadline: /dev/null: a key has 16 to 4096 bytes; head -c 32 /dev/urandom makes one [ICJ580]
END
t 'a key that others may read or change is one, with a warning' 0 \
	'cp key open
	for mode in 640 604 620 400; do chmod $mode open
		icj-deadline -a 2024-06-03 -o ics --pseudonym-key open cases.csv |
		    grep -c UID
	done' <<'END'
5
5
5
5
--- stderr
icj-deadline: open: warning: others may read or change this key, and then tell cases by it: chmod 600 it [ICJ582]
icj-deadline: open: warning: others may read or change this key, and then tell cases by it: chmod 600 it [ICJ582]
icj-deadline: open: warning: others may read or change this key, and then tell cases by it: chmod 600 it [ICJ582]
END
t 'other tools have no calendar' 2 'icj-permit -o ics cases.csv 2>&1 | cut -c1-40
	icj-permit -o ics cases.csv 2>/dev/null' <<'END'
icj-permit: unusable argument of --outpu
END
t 'an event a duty: all day, or at its minute' 0 \
	'$ics --pseudonym-key key --duty home-evaluation,office-contact cases.csv |
	    eval "$unfolded" | grep -v -e ^UID -e ^DESC' <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//icj//icj-deadline//EN
BEGIN:VEVENT
DTSTAMP:20240603T000000Z
SEQUENCE:0
STATUS:CONFIRMED
CLASS:CONFIDENTIAL
TRANSP:TRANSPARENT
DTSTART;VALUE=DATE:20240617
DTEND;VALUE=DATE:20240618
SUMMARY:home-evaluation: due\, receiving (TX) (4-102(4))
END:VEVENT
BEGIN:VEVENT
DTSTAMP:20240603T000000Z
SEQUENCE:2
STATUS:CANCELLED
CLASS:CONFIDENTIAL
TRANSP:TRANSPARENT
DTSTART;VALUE=DATE:20240617
DTEND;VALUE=DATE:20240618
SUMMARY:home-evaluation: met\, receiving (TX) (4-102(4))
END:VEVENT
BEGIN:VEVENT
DTSTAMP:20240603T000000Z
SEQUENCE:0
STATUS:CONFIRMED
CLASS:CONFIDENTIAL
TRANSP:TRANSPARENT
DTSTART:20240506T200000
SUMMARY:office-contact: overdue\, holding (6-101(2))
END:VEVENT
END:VCALENDAR
END

printf 'date,state,name\n2015-03-05,UT,"a\\b; c, d\te"\n' >closed.csv
cat >ends.csv <<'END'
case_id,home_state,form_iii_received,charges_pending,return_extension_approved_by,withdrawn,closed,returned
X,UT,2015-03-03,no,both,,,
W,UT,2015-03-03,no,,2015-03-04,,
C,UT,2015-03-03,no,,,2015-03-04,
L,UT,2015-03-03,no,,,,2015-03-30
END
t 'extended, withdrawn, closed, late; the note, with all that parts texts' 0 \
	'icj-deadline -q -a 2015-03-31T08:30:15 -H closed.csv -o ics \
	    --pseudonym-key key --duty voluntary-return ends.csv |
	    eval "$unfolded" | grep -e STAMP -e SEQ -e STAT -e DT -e SUM -e DESC |
	    sed "s/Case [0-9a-f]\{8\}/Case/"' <<'END'
DTSTAMP:20150331T083015Z
SEQUENCE:1
STATUS:CONFIRMED
DTSTART;VALUE=DATE:20150318
DTEND;VALUE=DATE:20150319
SUMMARY:voluntary-return: overdue\, home (UT) (6-102(8))
DESCRIPTION:The home state returns a juvenile who consents.\nCase\nSince 2015-03-03\, limit 5 business days\nRules as effective 2015-01-01\, basis text\nNote: skipped 2015-03-05 a\\b\; c\, d e\; 2015-03-07..08 weekend\; reading: extension approved without a date\, it reaches the latest the rule allows
DTSTAMP:20150331T083015Z
SEQUENCE:2
STATUS:CANCELLED
DTSTART;VALUE=DATE:20150311
DTEND;VALUE=DATE:20150312
SUMMARY:voluntary-return: withdrawn\, home (UT) (6-102(8))
DESCRIPTION:The home state returns a juvenile who consents.\nCase\nSince 2015-03-03\, limit 5 business days\nRules as effective 2015-01-01\, basis text\nNote: skipped 2015-03-05 a\\b\; c\, d e\; 2015-03-07..08 weekend
DTSTAMP:20150331T083015Z
SEQUENCE:2
STATUS:CANCELLED
DTSTART;VALUE=DATE:20150311
DTEND;VALUE=DATE:20150312
SUMMARY:voluntary-return: closed\, home (UT) (6-102(8))
DESCRIPTION:The home state returns a juvenile who consents.\nCase\nSince 2015-03-03\, limit 5 business days\nRules as effective 2015-01-01\, basis text\nNote: skipped 2015-03-05 a\\b\; c\, d e\; 2015-03-07..08 weekend
DTSTAMP:20150331T083015Z
SEQUENCE:2
STATUS:CANCELLED
DTSTART;VALUE=DATE:20150311
DTEND;VALUE=DATE:20150312
SUMMARY:voluntary-return: late\, home (UT) (6-102(8))
DESCRIPTION:The home state returns a juvenile who consents.\nCase\nSince 2015-03-03\, limit 5 business days\nRules as effective 2015-01-01\, basis text\nNote: skipped 2015-03-05 a\\b\; c\, d e\; 2015-03-07..08 weekend
END
t 'a clock with its seconds' 0 \
	'icj-deadline -q -a 2024-06-03 -o ics --show-case-id case_id=A \
	    --duty office-contact detained_at=2024-05-03T20:00:15 |
	    tr -d "\r" | grep ^DTSTART:' <<'END'
DTSTART:20240506T200015
END
t '--show has no columns to pick' 2 '$ics --show-case-id --show due cases.csv' <<'END'
--- stderr
icj-deadline: --show picks columns, and -o ics has events; try 'icj-deadline --help' [ICJ301]
END

uids() { # uids KEY AS-OF FILE
	icj-deadline -q -a "$2" -o ics --pseudonym-key "$1" "$3" |
		sed -n 's/^UID:\([0-9a-f]\{32\}\)@icj\r$/\1/p'
}
uids key 2024-06-03 cases.csv >a
uids key 2024-07-03 cases.csv >b
uids other 2024-06-03 cases.csv >c
t 'an event keeps its UID; another key gives another' 0 \
	'wc -l <a; sort a | uniq -d; cmp a b; cat a c | sort | uniq -d' <<'END'
5
END
printf 'case_id,referral_received\nT-,2015-05-04\nT-local-,2015-05-04\n' >run.csv
t 'nor do a case and a duty that read alike together share one' 0 \
	'icj-deadline -q -a 2015-06-03 run.csv | grep -c \
	    -e ^T-,local-home-evaluation, -e ^T-local-,home-evaluation,
	uids key 2015-06-03 run.csv | sort | uniq -d' <<'END'
2
END
t 'no case and no name is in it, unless it is asked for' 0 \
	'$ics --pseudonym-key key cases.csv | grep -c -e T-1 -e T-2 -e Zzyzx
	$ics --show-case-id cases.csv | grep -c -e Zzyzx
	$ics --show-case-id cases.csv | eval "$unfolded" | grep -c "Case T-[12]"' \
	<<'END'
0
0
5
END
t 'every line ends in CR and LF and has 75 octets at most' 0 \
	'$ics --pseudonym-key key "$EX/caseload.csv" >all.ics
	grep -vc "$(printf "\r")\$" all.ics
	tr -d "\r" <all.ics | awk "length > 75" | wc -l; wc -l <all.ics |
	    awk "{ print (\$1 > 3000) }"' <<'END'
0
0
1
END
t 'nothing is written where there is no event' 0 \
	'printf "case_id,referral_received\nT-9,\n" | $ics --pseudonym-key key' \
	</dev/null
t 'a row without a day or a case has no event, and that is said' 0 \
	'printf "case_id,referral_received,detained_at\n,2024-05-03,\nT,,2024-05-03\n" |
	    icj-deadline -a 2024-06-03 -o ics --pseudonym-key key \
	    --duty home-evaluation,office-contact 2>&1 |
	    sed -n "s/.*warning: \([0-9]\)/\1/p"' <<'END'
2 rows without a day or a case_id are no event; -o csv has them [ICJ581]
END
t 'a bad record has no event; the others have, and the status says so' 3 \
	'sed "s/2024-06-01/junk/" cases.csv | $ics --pseudonym-key key \
	    --duty home-evaluation 2>/dev/null | grep -c ^BEGIN:VEVENT
	sed "s/2024-06-01/junk/" cases.csv | $ics --pseudonym-key key \
	    --duty home-evaluation 2>/dev/null >/dev/null' <<'END'
1
END

rows=$(icj-deadline -q -a 2024-06-03 -o json "$EX/caseload.csv" |
	grep -c -e '"due": "2' -e '"extended_to": "2')
if cc -o ical "$TOP/tests/ical.c" -lical 2>/dev/null; then
	t 'libical finds an event a dated row, and nothing wrong' 0 \
		'./ical <all.ics' <<END
$rows events, 0 wrong
END
else
	skip 'libical' 'libical-dev is not there'
fi
if /usr/bin/python3 -c 'import icalendar' 2>/dev/null; then
	t "python's icalendar finds the same" 0 '/usr/bin/python3 -c "
import icalendar
events = list(icalendar.Calendar.from_ical(
    open(\"all.ics\", \"rb\").read()).walk(\"VEVENT\"))
print(len(events), sum(len(e.errors) for e in events),
      len({str(e[\"uid\"]) for e in events}) == len(events))"' <<END
$rows 0 True
END
else
	skip "python's icalendar" 'python3-icalendar is not there'
fi
if ! checked; then
	awk 'BEGIN { print "case_id,referral_received,worker"
		for (i = 0; i < 50000; i++) print "T-" i ",2024-05-03,W" }' >many.csv
	t 'as many records as there are take no more memory' 0 \
		'(ulimit -v 100000; $ics --pseudonym-key key many.csv) |
		    grep -c ^BEGIN:VEVENT' <<'END'
50000
END
fi

finish
