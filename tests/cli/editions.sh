#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317 # functions are called by name
# editions.sh - what is new since 2016 and what is gone: no row before its first
# day and after its last, one with --all; and the number of the day.
. "$TOP/tests/lib.sh"

# How a duty stands: duty, rule, due, status, edition, basis, note.
row='cut -d, -f 2,3,11,15,17-'
now='-a 2026-01-10 --keep case_id -o csv'

# -- Gone, and new ------------------------------------------------------------

t 'what is gone has no row from the day on' 0 \
	"icj-deadline $now --duty violation-notice \
	    violation_discovered=2016-02-01 2>&1 | $row" <<'END'
duty,rule,due,status,edition,basis,note
END
t 'and has one for the day before' 0 \
	"icj-deadline $now --duty violation-notice violation_reported=2016-02-01 \
	    violation_discovered=2016-01-31 | $row | cut -d, -f 1-6" <<'END'
duty,rule,due,status,edition,basis
violation-notice,5-103,2016-02-12,met,2015-01-01,text
END
t '--all says since when' 0 \
	"icj-deadline $now --all --duty violation-notice \
	    violation_discovered=2016-02-01 | $row" <<'END'
duty,rule,due,status,edition,basis,note
violation-notice,5-103,,not-in-force,,,no such duty since 2016-02-01
END
t 'what is new has no row before' 0 \
	"icj-deadline $now --duty host-removal \
	    removal_requested=2020-02-29 2>&1 | $row" <<'END'
duty,rule,due,status,edition,basis,note
END
t '--all says from when' 0 \
	"icj-deadline $now --all --duty host-removal \
	    removal_requested=2020-02-29 | $row" <<'END'
duty,rule,due,status,edition,basis,note
host-removal,5-103(4)(b),,not-in-force,,,no such duty before 2020-03-01
END
t 'and since when, where it is gone again' 0 \
	"icj-deadline $now --all --duty host-removal \
	    removal_requested=2024-04-01 | $row" <<'END'
duty,rule,due,status,edition,basis,note
host-removal,5-103(4)(b),,not-in-force,,,no such duty since 2024-04-01
END
t '--only takes the status' 0 \
	"icj-deadline $now --all --only not-in-force \
	    removal_requested=2024-04-01 violation_discovered=2024-04-01 |
	    $row | grep -c -e ^host-removal, -e ^violation-notice," <<'END'
2
END

# -- The number and the basis of the day --------------------------------------

cat >days.csv <<'END'
case_id,absconder_since,closed
A,2016-01-31,2016-03-01
B,2016-02-01,2016-03-01
C,2022-02-28,2022-04-01
D,2022-03-01,2022-04-01
E,2026-04-01,2026-05-01
END
t 'a number that is not seen later is not cited later' 0 \
	"icj-deadline -a 2026-06-01 --keep case_id --duty absconder-closure \
	    days.csv 2>/dev/null | cut -d, -f 1,3,17,18" <<'END'
case_id,rule,edition,basis
A,5-102(3); 5-104(4),2015-01-01,text
B,5-102(3),2016-02-01,deduced
C,5-102(3),2020-04-23,deduced
D,5-102(3),2022-03-01,text
E,5-102(3),2024-04-01,nearest
END
t 'what is not known is the nearest' 0 \
	"icj-deadline $now --duty early-release-answer \
	    early_release_requested=2016-02-01 2>/dev/null |
	    $row | cut -d, -f 2,5,6" <<'END'
rule,edition,basis
5-104(3),2015-01-01,nearest
END
t 'a step has the number of its day' 0 \
	"icj-supervise -a 2016-03-01 absconder_since=2016-02-01 2>&1 |
	    grep '^[0-9].*May close'" <<'END'
4. receiving state: May close the case. (5-102(3)) From 2016-02-16: allowed.
END
t 'the items are those of the day' 0 \
	"for d in 2024-03-31 2024-04-01; do
		icj-supervise -a 2024-05-01 violation_discovered=\$d \
		    report_items=date 2>/dev/null |
		    grep 'report, [esr][fae][fnc]'
	done" <<'END'
5-103(1)(e): violation report, efforts: not there
5-103(1)(f): violation report, sanctions: not known
5-103(1)(g): violation report, recommendation: not there
5-103(1)(e): violation report, efforts: not there
5-103(1)(f): violation report, recommendation: not there
END


# -- What comes next ----------------------------------------------------------

t 'a step that is new has none before' 0 \
	"for d in 2024-03-31 2024-04-01; do
		icj-supervise -a 2024-04-10 \
		    failed_supervision_report_received=\$d 2>/dev/null |
		    grep -c '(5-103A(3)) By 2024-04-15:'
	done" <<'END'
0
1
END

# steps FACTS...: what comes next, in order, in lines as they are
steps() {
	icj-return -q -o explain "$@" 2>/dev/null |
		sed -n '/^What comes next/,/^$/p' | tr '\n' ' ' | tr -s ' ' |
		sed 's/ [0-9]*\. /\n/g'
	echo
}
t 'a hearing for whom nobody came, since 2024, without a day' 0 \
	"for d in 2024-03-11 2024-04-08; do
		steps -a 2024-06-10 return_type=runaway detained_at=\$d \
		    agrees_to_return=yes form_iii_received=\$d \
		    due_process_notified=\$d abuse_suspected=yes |
		    grep -c 'not returned within 10 business days.*(7-105)'
	done" <<'END'
0
1
END
t 'each state reports in its own way, since 2016' 0 \
	"for d in 2016-01-31 2016-02-01; do
		steps -a 2016-03-10 return_type=runaway detained_at=\$d \
		    agrees_to_return=yes abuse_suspected=yes |
		    grep -c 'its own procedures.*(6-105(3))'
	done" <<'END'
0
1
END
t 'who is held on a warrant, since 2024' 0 \
	"for d in 2024-03-31 2024-04-01; do
		steps -a 2024-06-10 return_type=escapee detained_at=\$d \
		    agrees_to_return=no warrant_custody=\$d |
		    grep -c 'held on a warrant in a secure.*(6-103A(1))'
	done" <<'END'
0
1
END
t 'what a report of a failed supervision has, and who determines, since 2024' 0 \
	"for d in 2024-03-31 2024-04-01; do
		icj-supervise -q -o explain -a 2024-06-10 -E \$d \
		    failed_supervision_report_received=2024-04-01 \
		    'failed_supervision_report_items=efforts;how-determined' \
		    2>/dev/null | grep '^5-103A([12])('
	done" <<'END'
5-103A(2)(a): failed supervision report, how-determined: there or not called for
5-103A(2)(b): failed supervision report, efforts: there or not called for
5-103A(2)(c): failed supervision report, pending-charges: not there
5-103A(1)(a): failure in spite of efforts, a guardian being left in the
5-103A(1)(b): failure where the person lived with asks for the removal:
5-103A(1)(c): failure of a student, or of one who lives independently:
END
t 'the wordings that no question asks for, on their first day' 0 \
	"while read -r day before name; do
		icj-rule --compare \$before,\$day -o csv |
		    grep -c \"^\$name,\\(new\\|changed\\|renumbered\\|not-known,,.*,[0-9]\\)\"
	done <<-DAYS
		2016-02-01 2016-01-31 own-reporting
		2016-02-01 2016-01-31 warrant-entered
		2020-03-01 2020-02-29 warrant-entered
		2024-04-01 2024-03-31 free-passage
		2024-04-01 2024-03-31 facility-by-majority
		2024-04-01 2024-03-31 warranted-form-ii
		2016-02-01 2016-01-31 airport-preferred
		2016-02-01 2016-01-31 not-eligible
		2018-03-01 2018-02-28 victim-help
		2020-03-01 2020-02-29 court-orders-heeded
		2024-04-01 2024-03-31 unregistered
		2024-04-01 2024-03-31 mediation
		2022-03-01 2022-02-28 office-policies
	DAYS" <<'END'
1
1
1
1
1
1
1
1
1
1
1
1
1
END

finish
