#!/bin/sh
# SPDX-License-Identifier: MIT
# ask.sh - the interview of icj-permit and icj-return; that of icj-eligible is
# tried in eligible.sh.
# shellcheck disable=SC1091,SC2016,SC2034
. "$(dirname "$0")/../lib.sh"

# asked: the fields of the questions on stdin
asked='sed -n -e "s/^\([a-z_]*\): .*/\1/p" -e "s/.*: \([a-z_]*\): .*/\1/p"'

t 'a permit: what settles it ends the questions' 0 \
	'echo 20 | icj-permit --ask -a 2024-06-01 2>err | head -n 1; eval "$asked" <err' <<'END'
Travel permit (Rule 8-101): not-mandatory
travel_hours
END
t 'a choice by its number, and the command that says the same' 0 \
	'printf "yes\n1\nno\n" | icj-return --ask -a 2024-06-01 \
	    detained_at=2024-05-03T20:00 2>/dev/null >out
	head -n 1 out; tail -n 1 out >cmd; cat cmd
	sh -c "$(cat cmd)" | head -n 1' <<'END'
Return of the juvenile: voluntary
  icj-return -a 2024-06-01 detained_at=2024-05-03T20:00 agrees_to_return=yes return_type=runaway endangering=no
Return of the juvenile: voluntary
END
t 'an answer can be taken back' 0 \
	'printf "no\n<\nyes\n1\nno\n" | icj-return --ask -a 2024-06-01 \
	    detained_at=2024-05-03T20:00 2>/dev/null | grep -o "agrees_to_return=.*"' <<'END'
agrees_to_return=yes return_type=runaway endangering=no
END
t 'there is nothing before the first question' 0 \
	'printf "<\n20\n" | icj-permit --ask -a 2024-06-01 2>&1 >/dev/null |
	    grep -c "this is the first question"' <<'END'
1
END
t 'a question mark explains, and the question stands' 0 \
	'printf "?\n20\n" | icj-permit --ask -a 2024-06-01 2>&1 >/dev/null |
	    grep -c -e "^travel_hours" -e "Empty: not known"' <<'END'
3
END
t 'an everyday word for who a juvenile will live with' 0 \
	'echo Grandmother | icj-eligible --ask -a 2024-06-01 plan_days=120 \
	    juvenile_in_sending_state=yes adjudication=adjudicated-delinquent \
	    under_jurisdiction=yes supervision_days_left=200 full_time_student=no \
	    2>/dev/null | grep -o "residence=.*"' <<'END'
residence=relative
END
t 'what nobody knows is asked once' 0 \
	'yes "" | head -n 60 | icj-return --ask -a 2024-06-01 2>err >/dev/null
	eval "$asked" <err | sort | uniq -d; eval "$asked" <err | wc -l |
	    awk "{ print (\$1 > 3) }"' <<'END'
1
END
like 'a file is refused' 2 'icj-permit --ask cases.csv' 'no files'

finish
