#!/bin/sh
# SPDX-License-Identifier: MIT
# lint.sh - icj-lint: each code, what is not said, duplicates, options.
# shellcheck disable=SC1091,SC2016,SC2086
. "$(dirname "$0")/../lib.sh"

A='-a 2015-04-20'

# -- Generated caseloads with planted faults ---------------------------------

if command -v python3 >/dev/null; then
	python3 "$TOP/tests/lint_caseload.py" "$BUILD/bin/icj-lint" >found
	report $? "planted faults are found, and nothing else: $(grep -c '^ok' found) caseloads"
	sed 's/^/# /' found
else
	skip 'planted faults' 'there is no python3'
fi

# -- Answers -------------------------------------------------------------------

t 'each with field, paragraph or task, and what to do' 1 \
	"icj-lint $A --check --explain sending_state=TX receiving_state=TX supervision_ends=2015-04-01 closed=" <<'END'
past-end: supervision_ends (5-104(1)(b)): close the case or enter the new last
  day. That is: supervision is past its last day and the case is open.
same-states: receiving_state, sending_state (1-101): correct the state that is
  wrong. That is: both states are the same one.
END
t 'nothing is found' 0 "icj-lint $A --check --explain sending_state=TX" <<'END'
Nothing was found.
END

# -- What is not said ---------------------------------------------------------

printf '%s\n' case_id,supervision_ends,accepted T-1,2015-03-31,2014-09-01 >few.csv
t 'a column that is not there is not an empty cell' 0 "icj-lint $A few.csv" <<'END'
case_id,supervision_ends,accepted,lint,lint_note
T-1,2015-03-31,2014-09-01,,
--- stderr
icj-lint: few.csv:1: warning: no column closed, last_progress_report: what is open or pending for want of one is not looked for; --map names a column, and --set FIELD= says that all its cells are empty [ICJ351]
END
t '--set says that it is' 0 "icj-lint $A -s closed= -s last_progress_report= few.csv | tail -n 1 | cut -d, -f1-4" <<'END'
T-1,2015-03-31,2014-09-01,past-end; report-pending
END
t 'in JSON what is not mentioned is not there' 0 \
	"echo '{\"supervision_ends\":\"2015-03-31\"}' | icj-lint $A | sed 's/, \"lint_note.*//'" <<'END'
{"supervision_ends":"2015-03-31", "lint": "past-end"
END
like 'a value that cannot be read' 3 "printf '%s\n' supervision_ends,closed 2015-02-30,x |
	icj-lint $A 2>/dev/null" '^2015-02-30,x,invalid,'
like 'a case is open until it is closed' 0 \
	"icj-lint -a 2015-04-20 -o csv closed=2015-04-21 supervision_ends=2015-04-19" ',past-end,'
like 'what lies after the as-of day has not happened' 0 \
	"icj-lint -a 2015-04-20 -o csv closed=2015-05-01 violation_discovered=2015-05-02" ',,$'

# -- More than one record -----------------------------------------------------

cat >twice.csv <<'END'
case_id,juvenile,date_of_birth,case_type,home_state,holding_state,detained_at
R-1,Pat  Doe,2000-01-01,return,TX,OH,2015-03-01
R-2,pat doe,2000-01-01,return,TX,OH,2015-03-01
R-3,Pat Doe,2000-01-01,return,TX,OH,2015-03-02
R-4,Pat Doe,2000-01-02,return,TX,CO,2015-03-09
R-1,Lee Roe,2001-01-01,return,TX,UT,2015-03-09
R-5,,2001-01-01,return,TX,UT,2015-03-09
R-6,,2001-01-01,return,TX,UT,2015-03-09
END
t 'records of one event, and two dates of birth' 0 "icj-lint $A twice.csv | cut -d, -f1,8" <<'END'
case_id,lint
R-1,
R-2,event-twice
R-3,
R-4,two-birth-dates
R-1,event-twice
R-5,
R-6,
END
t 'the note has the place of the first, and no value' 0 \
	"icj-lint $A -o json twice.csv | sed -n 's/.*\"lint_note\": \"\\(..*\\)\"}/\\1/p'" <<'END'
event-twice: juvenile, as twice.csv:2 (a new file for each event): keep one of the two
two-birth-dates: date_of_birth, as twice.csv:2 (one profile for a juvenile): correct one or tell two persons of one name apart
event-twice: case_id, as twice.csv:2 (a new file for each event): keep one of the two
END
t 'over files' 0 "icj-lint $A twice.csv twice.csv | grep -c event-twice" <<'END'
9
END
t '--no-duplicates' 0 "icj-lint $A --no-duplicates --check twice.csv | cut -d, -f8 | sort -u" <<'END'

lint
END
awk 'BEGIN { print "case_id,closed"; for (i = 0; i < 786434; i++) print i ","
	print "0,"; print "786433," }' >many.csv
t 'the index is bounded, and says when it is full' 0 \
	"icj-lint $A many.csv 2>err | tail -n 2 | cut -d, -f1,3; grep ICJ590 err" <<'END'
0,event-twice
786433,
icj-lint: many.csv:786434: warning: the index of duplicates is full: from here on records are compared with those before this one only [ICJ590]
END
# shellcheck disable=SC3045
if [ -r /proc/self/status ] && ! nm "$BUILD/bin/icj-lint" | grep -q __asan; then
	(ulimit -v 60000 && icj-lint $A many.csv) >/dev/null 2>&1
	report $? 'in the memory that the manual says'
else
	skip 'in the memory that the manual says' 'no limit can be set here'
fi

# -- What is written ------------------------------------------------------------

printf '%s\n' case_id,sending_state,receiving_state,supervision_ends,closed T-1,TX,CO,2015-03-31, \
	T-2,TX,CO,2016-03-31, T-3,TX,TX,2015-03-31, T-4,TX,TX,2016-03-31, T-5,TX,CO,x, >some.csv
t '--only any: what somebody has to look at, and what cannot be read' 3 \
	"icj-lint $A -q --only any --show case_id,lint some.csv 2>err" <<'END'
case_id,lint
T-1,past-end
T-3,past-end; same-states
T-4,same-states
T-5,invalid
END
t '--only these, with all that was found' 0 \
	"sed 5,6d some.csv | icj-lint $A -o table --only past-end,two-birth-dates --show case_id,lint" <<'END'
case_id  lint
T-1      past-end
T-3      past-end; same-states
END
t 'none: the header only' 0 "sed 6d some.csv | icj-lint $A --only event-twice --show case_id,lint" <<'END'
case_id,lint
END
t 'so are cards' 0 "sed 6d some.csv | icj-lint $A --only same-states -o card --show case_id,lint" <<'END'
case_id: T-3
lint: past-end; same-states

case_id: T-4
lint: same-states
END
like 'a page says of which day it is' 0 "sed 6d some.csv | icj-lint $A -o html --only any" \
	'<h1>What in these records .*?  As of 2015-04-20</h1>'
like 'and prose' 0 "sed 6d some.csv | icj-lint $A --only same-states --explain | grep ^Case | tr '\\n' ,; echo" \
	'^Case T-3,Case T-4,$'
like '--check and --only' 1 "sed 6d some.csv | icj-lint $A --check --only event-twice" '^case_id,'
like 'no such code' 2 "icj-lint $A --only past-and some.csv" 'did you mean past-end; it takes '

# -- Lists and options ---------------------------------------------------------

t '--list' 0 'icj-lint --list | cut -d" " -f1' <<'END'
past-end
evaluation-pending
report-pending
permit-past-end
act-in-future
act-before-trigger
out-of-order
end-before-start
act-after-end
born-after-act
same-states
contradiction
event-twice
two-birth-dates
END
icj-lint --list | sed 's/ .*//' | sort >want
sed -n '/^\.Ss Codes/,/^\.Ss Options/s/^\.It Cm //p' "$TOP/man/icj-lint.1" | sort >got
same 'the manual has each code' want got
t '--list as rows' 0 'icj-lint --list -o csv | sed -n 1,2p' <<'END'
code,meaning,todo,task
past-end,supervision is past its last day and the case is open,close the case or enter the new last day,cases past their maximum date
END
t '--rules' 0 'icj-lint --rules | cut -c1-11 | head -n 1' <<'END'
5-104(1)(b)
END
like 'our columns are there' 2 "icj-lint $A twice.csv | icj-lint $A" ICJ304
icj-lint $A <twice.csv >once
icj-lint $A --replace <once >again
same '--replace is repeatable' once again
cut -d, -f1-7 once >rest
same 'cutting our columns off gives the input back' rest twice.csv
like 'an invented caseload' 0 "icj-lint $A \"\$EX/caseload.csv\" | grep -c '^T-0041.*,past-end,'" '^1$'

finish
