#!/bin/sh
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2317 # $HOME is for cron; functions called by name
# examples/crontab under a real cron, in a mount namespace of its own: a quiet
# day sends no mail, and one goes out for what is overdue, for an export that is
# broken and for one that is old.  It waits for the next full minute.  Beside it
# mornings over a weekend and the end of a month, by a clock that is moved on.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

for what in cron unshare; do
	PATH=$PATH:/usr/sbin command -v "$what" >/dev/null || why="$what is not there"
done
[ "$(id -u)" -eq 0 ] || why='cron and a namespace need root'
[ -n "${why:-}" ] || unshare -mp --fork true 2>/dev/null ||
	why='no namespace can be made here'
if [ -n "${why:-}" ]; then
	skip 'a morning under cron' "$why"
	finish
fi

head='case_id,worker,sending_state,receiving_state,violation_report_received,violation_replied'
printf '%s\n' "$head" 'T-1,Okafor,CO,TX,2015-04-01,2015-04-03' >quiet.csv
printf '%s\n' "$head" 'T-2,Okafor,CO,TX,2015-04-01,' >overdue.csv
printf '%s\n' "$head" '"T-3,Okafor,CO,TX,2015-04-01,' >broken.csv
cp overdue.csv old.csv
touch -d '3 days ago' old.csv

# Each case is a user's own table, the shipped line with its minute opened: cron
# names the command in the mail, and so the file.
line=$(sed -n 's/^0 7 \* \* 1-5[[:blank:]]*//p' "$EX/crontab")
{
	echo "PATH=$BUILD/bin:$EX:/usr/bin:/bin"
	echo "HOME=$PWD"
	sed -n '/^MAILTO=/p' "$EX/crontab"
	for day in quiet overdue broken old; do
		echo "* * * * * $line" | sed "
			s,/srv/icj/cases.csv,$PWD/$day.csv,
			s,icj-told,told-$day,"
	done
} >table

mkdir mail tabs sbin
cat >sbin/sendmail <<EOF
#!/bin/sh
cat >"\$(mktemp $PWD/mail/XXXXXX)"
EOF
chmod 755 sbin/sendmail
cp "$(PATH=$PATH:/usr/sbin command -v cron)" daemon
: >none

# What cron reads and calls is put over the machine's own, for this process and
# its children; they end with it.
cat >morning <<'EOF'
mount -t tmpfs none /run &&
mount --bind tabs /var/spool/cron/crontabs &&
mount --bind sbin /usr/sbin &&
{ [ ! -e /etc/crontab ] || mount --bind none /etc/crontab; } &&
{ [ ! -d /etc/cron.d ] || mount -t tmpfs none /etc/cron.d; } || exit
install -m 600 table /var/spool/cron/crontabs/root
exec env "$@" ./daemon -f
EOF
run_cron() { # run_cron [NAME=VALUE ...]: in this folder
	exec unshare -mp --fork --kill-child --mount-proc sh ./morning "$@"
}
(run_cron) >daemon.log 2>&1 &
daemon=$!
trap 'kill -KILL $daemon $moved 2>/dev/null; rm -rf "$DIR"' EXIT
moved=

# -- A clock that is moved on ----------------------------------------------------

# The lines as they are shipped.  The clock is that of this cron and its jobs, and
# runs twenty times as fast, since cron sleeps a minute.
clock=$(ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null)
[ -z "$clock" ] || ! checked || clock=
if [ -n "$clock" ]; then
	mkdir week week/mail week/tabs week/sbin
	cp daemon morning none week
	cd week || exit 1
	sed "s,/mail/,/week/mail/," ../sbin/sendmail >sbin/sendmail
	chmod 755 sbin/sendmail
	{
		echo "PATH=$BUILD/bin:$EX:/usr/bin:/bin"
		echo "HOME=$PWD"
		echo "LD_PRELOAD=$clock"
		echo "FAKETIME_TIMESTAMP_FILE=$PWD/clock"
		echo FAKETIME_NO_CACHE=1
		sed -n -e '/^MAILTO=/p' -e "s,/srv/icj/cases.csv.*,$PWD/&; echo >>$PWD/ran,
			s,$PWD//srv/icj,$PWD,p" "$EX/crontab"
	} >table
	echo '@2015-05-22 06:00:00 x20' >clock
	: >ran
	(run_cron "LD_PRELOAD=$clock" "FAKETIME_TIMESTAMP_FILE=$PWD/clock" \
		FAKETIME_NO_CACHE=1) >daemon.log 2>&1 &
	moved=$!
	cd .. || exit 1
fi

# morning DAY TIME TRIES: the clock is ten seconds before that time, and a job has
# ended, or none has begun in so many half seconds.  A mail follows upon its job.
morning() {
	before=$(wc -l <week/ran)
	rm -f week/mail/*
	echo "@$1 $2:50 x20" >week/clock
	tries=0
	while [ "$tries" -lt "$3" ] && [ "$(wc -l <week/ran)" -eq "$before" ]; do
		sleep 0.5
		tries=$((tries + 1))
	done
	tries=0
	while [ "$tries" -lt 4 ] && ! [ -s "$(echo week/mail/*)" ]; do
		sleep 0.5
		tries=$((tries + 1))
	done
	sleep 0.2
	echo "$(($(wc -l <week/ran) - before)) ran"
	sed -s -e '1,/^$/d' week/mail/* 2>/dev/null
	:
}

if [ -z "$clock" ]; then
	skip 'mornings over a weekend' 'no faketime, or a checker of memory'
else
	printf '%s\n' "$head" 'T-1,Okafor,CO,TX,2015-05-11,' 'T-2,Okafor,CO,TX,2015-05-12,' >week/cases.csv
	t 'Friday: two are due within a week' 0 'morning 2015-05-22 06:59 60' <<'EOF'
1 ran
ICJ duties as of 2015-05-22

Okafor: 2 due within 7 days

Due within 7 days
  2015-05-26  T-1: violation-reply, 5-103(2), owed by CO, 4 days left [new]
  2015-05-27  T-2: violation-reply, 5-103(2), owed by CO, 5 days left [new]
EOF
	t 'Saturday: cron does not ask' 0 'morning 2015-05-23 06:59 8' <<'EOF'
0 ran
EOF
	t 'Monday, a holiday: nothing has changed, no mail' 0 'morning 2015-05-25 06:59 60' <<'EOF'
1 ran
EOF
	printf '%s\n' "$head" 'T-1,Okafor,CO,TX,2015-05-11,2015-05-22' 'T-2,Okafor,CO,TX,2015-05-12,' >week/cases.csv
	t 'Thursday: one was answered, one is overdue' 0 'morning 2015-05-28 06:59 60' <<'EOF'
1 ran
ICJ duties as of 2015-05-28

Okafor: 1 overdue

Overdue
  2015-05-27  T-2: violation-reply, 5-103(2), owed by CO, 1 day late [changed]
EOF
	t 'the first of June: the report of May' 0 'morning 2015-06-01 07:29 60' <<'EOF'
1 ran
Standards in 2015-05, as of 2015-05-31, against 2015-04

                            in time late open overdue unknown  share  change
A-03 violation-reply              1    0    0       1       0  50.00        
EOF
	kill -KILL "$moved"
	wait "$moved" 2>/dev/null
fi

# Mails come one by one; the quiet line has ended when its file is there.
waited=0
while [ "$waited" -lt 80 ]; do
	set -- mail/*
	[ $# -lt 3 ] || [ ! -e .told-quiet ] || break
	sleep 1
	waited=$((waited + 1))
done
sleep 1
kill -KILL "$daemon" # it blocks SIGTERM
wait "$daemon" 2>/dev/null

# about DAY: what was sent about its export, without what differs by the run.
about() {
	for mail in mail/*; do
		! grep -q "^Subject: .*/$1\.csv" "$mail" 2>/dev/null || cat "$mail"
	done | sed -n -e '/^To:/p' -e '/^$/,$p' |
		sed -e "s,$PWD/,,g" -e 's/as of [-0-9]*$/as of today/' \
			-e 's/[0-9]* days late/long late/'
}

t 'no mail on a quiet day' 0 'about quiet' <<'EOF'
EOF
t 'one for an overdue case' 0 'about overdue' <<'EOF'
To: icj-office

ICJ duties as of today

Okafor: 1 overdue

Overdue
  2015-04-15  T-2: violation-reply, 5-103(2), owed by CO, long late [new]
EOF
t 'one marked as failed for a broken export' 0 'about broken' <<'EOF'
To: icj-office

icj-deadline: broken.csv:2:1: a quote opened here never closes [ICJ202]
morning-digest: failed: icj-deadline left with status 4; nothing was told
EOF
t 'and one for an export of the day before yesterday' 0 'about old' <<'EOF'
To: icj-office

icj-deadline: old.csv: last written longer ago than --max-age says; is the export still made? [ICJ367]
morning-digest: failed: icj-deadline left with status 2; nothing was told
EOF
t 'no other' 0 'set -- mail/*; echo $#' <<'EOF'
3
EOF
finish
