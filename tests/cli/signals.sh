#!/bin/sh
# SPDX-License-Identifier: MIT
# What a run is given and how it is ended: closed descriptors, signals, files
# that may grow no more, prose that cannot be written.
# shellcheck disable=SC2181
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

AS_OF='-a 2015-08-01'
HEAD=case_id,transfer_requested,plan_days
printf '%s\n' $HEAD C-1,2015-03-01,90 C-2,2015-02-30,91 C-3,2015-03-03,y >bad.csv
printf '%s\n' $HEAD C-2,2015-02-30,91 C-3,2015-03-03,y >want
awk -v h=$HEAD 'BEGIN { print h; while (n++ < 30000) print "C" n ",2015-03-01,90" }' >many.csv

# -- Closed descriptors -----------------------------------------------------

# What is opened must not take their place: the output, or a message, would go
# into it, or records would be read from it.
: >rej
icj-eligible --rejects rej bad.csv >&- 2>&-
[ $? -eq 4 ] && cmp -s want rej
report $? 'stdout and stderr closed: no message and no answer among the rejects'
: >rej
icj-eligible --rejects rej bad.csv 2>&- >out
[ $? -eq 3 ] && cmp -s want rej
report $? 'stderr closed: no message among the rejects'
icj-eligible bad.csv - <&- >out 2>err
[ $? -eq 2 ] && grep -q 'Bad file descriptor' err && [ ! -s out ]
report $? 'stdin closed: a file that is open is not read as stdin'
cp bad.csv kept.csv
icj-eligible bad.csv <&- >&- 2>&-
[ $? -eq 4 ] && cmp -s kept.csv bad.csv
report $? 'all three closed'
printf '%s\n' state,population,sent,received TX,25145561,100,50 >dues.csv
icj-dues dues.csv - <&- >out 2>err
[ $? -ne 0 ] && [ ! -s out ]
report $? 'icj-dues: stdin closed'
icj-rule 4-101 >&- 2>err
[ $? -eq 4 ] && grep -q 'cannot write' err
report $? 'icj-rule: stdout closed'

# -- Prose that cannot be written -------------------------------------------

# The records never end: the run has to.
if [ -w /dev/full ] && command -v timeout >/dev/null; then
	echo case_id,transfer_requested,plan_days,return_type,permit_effective,holding_state,home_state,violation_reported,votes_for,role,documents >records
	# shellcheck disable=SC2086
	for tool in eligible permit return deadline referral supervise vote training; do
		{ cat records; yes C1,2015-03-01,91,runaway,2015-03-01,TX,OK,2015-06-01,30,judge,form-iv; } 2>/dev/null |
			timeout 20 icj-$tool $AS_OF -q --explain >/dev/full 2>err
		[ $? -eq 4 ] && [ "$(grep -c 'cannot write: No space left' err)" -eq 1 ]
		report $? "icj-$tool --explain stops when it cannot write"
	done
	for command in 'icj-eligible --fields' 'icj-eligible --help' 'icj-eligible -V' \
		'icj-deadline --list' 'icj-deadline --add 5b 2015-07-02' \
		'icj-deadline --count 2015-07-02 2015-07-09' 'icj-rule 4-101' \
		'icj-rule --list' 'icj-rule --help' 'icj-dues --explain dues.csv' \
		'icj-dues --help' 'icj-eligible plan_days=90 -a 2015-08-01' \
		'icj-deadline -o explain -a 2015-08-01 case_received=2015-07-01'; do
		$command >/dev/full 2>err
		[ $? -eq 4 ] && grep -q 'cannot write: No space left' err
		report $? "$command: told"
	done
else
	skip 'prose that cannot be written' 'no /dev/full, or no timeout'
fi

# -- Files that may grow no more --------------------------------------------

# Each with its signal as the system sends it, which would kill.
limited() { # limited TITLE LAST COMMAND: the last line has LAST in it
	(ulimit -f 100; eval "$3" >out 2>err)
	got=$?
	[ $got -eq 4 ] && grep -q 'File too large' err && [ -s out ] &&
		[ "$(tail -c 1 out | wc -l)" -eq 1 ] && tail -n 1 out | grep -q "$2"
	report $? "$1: status 4, whole records"
	[ $got -eq 4 ] || echo "# status $got"
}
limited CSV ',no,4-101(2)(d),.*,$' "icj-eligible $AS_OF many.csv"
limited JSON '^{.*}$' "icj-eligible $AS_OF -o json many.csv"
limited YAML '_note:' "icj-eligible $AS_OF -o yaml many.csv"
limited 'a table' . "icj-eligible $AS_OF -o table many.csv"
limited prose '^Not applicable: ' "icj-eligible $AS_OF --explain many.csv"
limited 'threads' ',no,4-101(2)(d),.*,$' "icj-eligible $AS_OF -j 2 many.csv"
printf '%s\n' case_id,case_received C,2015-07-01 >one.csv
awk 'NR == 1 { print } NR == 2 { while (n++ < 9000) print }' one.csv >due.csv
limited icj-deadline ',forward-case,.*,[0-9-]*,' "icj-deadline $AS_OF -q due.csv"

# -- Signals ----------------------------------------------------------------

cat >ended.py <<'EOF'
import os, signal, subprocess, sys, time
kind, name, last = sys.argv[1], getattr(signal, sys.argv[2]), sys.argv[3]
torn = 0
for most in (1, 4097, 50001, 131073, 200000):
    if kind == "pipe":
        p = subprocess.Popen(sys.argv[4:], stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
        got = os.read(p.stdout.fileno(), most)
        time.sleep(0.02)
        p.send_signal(name)
        got += p.stdout.read()
    else:
        with open("out", "wb") as out:
            p = subprocess.Popen(sys.argv[4:], stdout=out,
                                 stderr=subprocess.DEVNULL)
            while os.path.getsize("out") < most and p.poll() is None:
                time.sleep(0.001)
            p.send_signal(name)
            p.wait()
        got = open("out", "rb").read()
    p.wait()
    tail = got.decode().split("\n")
    if p.returncode not in (0, -name):
        sys.exit("status %d" % p.returncode)
    torn += got != b"" and (tail[-1] != "" or last not in tail[-2])
sys.exit(torn and "%d torn" % torn)
EOF
if command -v python3 >/dev/null; then
	awk 'NR == 1 { print } NR > 1 { for (i = 0; i < 10; i++) print }' many.csv >long.csv
	for sig in SIGTERM SIGINT SIGHUP; do
		for to in pipe file; do
			for how in 'csv:,' 'json:}' 'yaml:_note:'; do
				# shellcheck disable=SC2086
				python3 ended.py $to $sig "${how#*:}" icj-eligible $AS_OF \
					-o "${how%%:*}" long.csv 2>err
				report $? "$sig, ${how%%:*} in a $to: whole records $(cat err)"
			done
		done
		# shellcheck disable=SC2086
		python3 ended.py file $sig 'Not applicable' icj-eligible $AS_OF --explain long.csv 2>err
		report $? "$sig, prose in a file: whole pages $(cat err)"
	done
else
	skip 'signals' 'no python3'
fi
finish
