#!/bin/sh
# SPDX-License-Identifier: MIT
# basis.sh - --basis: which law is known surely enough to answer by.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

cat >days.csv <<'END'
case_id,juvenile_in_sending_state,adjudication,under_jurisdiction,plan_days,supervision_days_left,residence,transfer_requested
before,yes,adjudicated-delinquent,yes,365,300,parent,2014-03-31
first,yes,adjudicated-delinquent,yes,365,300,parent,2014-04-01
later,yes,adjudicated-delinquent,yes,365,300,parent,2025-09-08
END
all=text,restated,office,undated,deduced,nearest

t 'an answer by other law is unknown, for want of the law' 0 \
	"icj-eligible --basis text -s full_time_student=no <days.csv | cut -d, -f1,9-11,13-14" <<'END'
case_id,eligible,eligible_rule,eligible_missing,eligible_edition,eligible_basis
before,unknown,,law,2014-04-01,nearest
first,yes,4-101(2),,2014-04-01,text
later,unknown,,law,2024-04-01,restated
END

icj-eligible --basis $all <days.csv >some 2>some.err
icj-eligible <days.csv >plain 2>plain.err
same 'with all bases, as without the option' plain some
same 'and its warnings' plain.err some.err
icj-eligible --basis text --jobs 4 <days.csv >some 2>some.err
icj-eligible --basis text <days.csv >plain 2>plain.err
same 'with threads, the same' plain some

t 'to --check, an answer without law is a finding' 1 \
	"icj-eligible --basis text --check <days.csv >/dev/null" <<'END'
END
t 'to --check, none where the law is known' 0 \
	"sed -n '1p;3p' days.csv | icj-eligible -s full_time_student=no --basis text --check >/dev/null" <<'END'
END
t 'a refused answer is not counted as answered by the nearest' 0 \
	"icj-eligible --basis text <days.csv >/dev/null" <<'END'
END

t 'one case, in words' 0 \
	"icj-eligible --basis text -s full_time_student=no case_id=A juvenile_in_sending_state=yes adjudication=adjudicated-delinquent under_jurisdiction=yes plan_days=365 supervision_days_left=300 residence=parent transfer_requested=2025-09-08" <<'END'
Case A
Unknown: the law of the day is missing.  What is known of it, of the edition of
2024-04-01, is on the basis restated, which --basis does not accept.
END

# -- In words -----------------------------------------------------------------

# law COMMAND: the line of the law, and the note behind it
law() {
	eval "$1" 2>/dev/null |
		sed -n '/^Rules as/,/^$/p' | tr '\n' ' ' | tr -s " " |
		sed "s,the rules neither.*person; ,,"
	echo
}
packet='icj-referral -q supervision=probation documents=form-iv sex_offender=no'
t 'the law of 2015 was seen' 0 \
	"law '$packet victim_assistance_needed=yes -a 2015-06-01'" <<'END'
Rules as effective 2015-01-01. Note: judged as of 2015-06-01. 
END
t 'a known later change, with its number' 0 \
	"law '$packet victim_assistance_needed=yes -a 2016-06-01'" <<'END'
Rules as effective 2015-01-01, the last known. 2-105(2): amended on 2016-02-01, in words that are not known until 2018-03-01. Note: judged as of 2016-06-01. 
END
t 'what is restated' 0 \
	"law 'icj-eligible -q -a 2025-06-01 plan_days=90 transfer_requested=2025-05-01'" <<'END'
Rules as effective 2024-04-01, as the Commission restated them. 
END
t 'the latest edition is not held' 0 \
	"law 'icj-eligible -q -a 2026-06-01 plan_days=90 transfer_requested=2026-04-01'" <<'END'
Rules as effective 2024-04-01, the last known. The latest edition, of 2026-04-01, is not held; that of 2024-04-01 is applied. 
END
t 'in a cell the note says so' 0 \
	"icj-eligible -q -o csv plan_days=90 transfer_requested=2026-04-01 |
	    sed 1d | cut -d, -f 8-" <<'END'
nearest,"the latest edition, of 2026-04-01, is not held; that of 2024-04-01 is applied"
END

for tool in icj-permit icj-return; do
	t "$tool: not known, of the nearest law" 1 \
		"$tool --basis text --check <days.csv >got; s=\$?; grep -c ',law,' got; exit \$s" <<'END'
3
END
done

# -- Duties ------------------------------------------------------------------

cat >late.csv <<'END'
case_id,requisition_received,hearing_held
held,2015-06-25,
later,2026-05-01,
END
hearing='icj-deadline -a 2026-11-01 --duty requisition-hearing --basis text'

t 'a row keeps its dates, and says what is not known' 0 \
	"$hearing <late.csv | cut -d, -f9,11,15,17-18 && $hearing <late.csv | grep -o 'not known: law'" <<'END'
start,due,status,edition,basis
2015-06-25,2015-07-25,overdue,2015-01-01,text
2026-05-01,2026-05-31,unknown,2015-01-01,nearest
not known: law
END
t 'what is late by the law before stays in a report of what is overdue' 1 \
	"sed 2d late.csv | $hearing --only overdue --check | cut -d, -f11,15; sed 2d late.csv | $hearing --only overdue --check >/dev/null" <<'END'
due,status
2026-05-31,unknown
END

t 'a word that is no basis' 2 'icj-eligible --basis sure' <<'END'
--- stderr
icj-eligible: unusable argument of --basis; it takes text, restated, office, undated, deduced, nearest; try 'icj-eligible --help' [ICJ301]
END

finish
