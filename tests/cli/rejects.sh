#!/bin/sh
# SPDX-License-Identifier: MIT
# --rejects: no file of the run is destroyed, nothing is written before there is
# a bad record, what stops early keeps what it has.
# shellcheck disable=SC2094,SC2181
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

HEAD=case_id,transfer_requested,plan_days
printf '%s\n' $HEAD C-1,2015-03-01,90 C-2,2015-02-30,91 C-3,2015-03-03,y >bad.csv
printf '%s\n' $HEAD C-2,2015-02-30,91 C-3,2015-03-03,y >want
printf '%s\n' $HEAD C-1,2015-03-01,90 >fine.csv
printf 'date,state,name\n2015-03-02,TX,x\n' >hol.csv
printf 'Stay: plan_days\n' >map.yaml
for f in bad.csv fine.csv hol.csv map.yaml; do cp $f kept-$f; done

# -- Files of the run -------------------------------------------------------

spared() { # spared TITLE FILE COMMAND: refused with status 2, FILE as it was
	cp "$2" before
	(eval "$3") >out 2>err </dev/null
	got=$?
	[ $got -eq 2 ] && cmp -s "$2" before && [ "$(grep -c ICJ366 err)" -eq 1 ]
	report $? "$1"
	[ $got -eq 2 ] || sed 's/^/# /' err
}
spared 'an input' bad.csv 'icj-eligible --rejects bad.csv bad.csv'
spared 'an input among others' fine.csv 'icj-eligible --rejects fine.csv bad.csv fine.csv'
spared 'an input under another name' bad.csv 'icj-eligible --rejects ./././bad.csv bad.csv'
spared 'stdin' bad.csv 'icj-eligible --rejects bad.csv <bad.csv'
ln bad.csv hard.csv
spared 'another name of the file' bad.csv 'icj-eligible --rejects hard.csv bad.csv'
rm hard.csv
spared 'a file of --holidays' hol.csv 'icj-eligible -H hol.csv --rejects hol.csv bad.csv'
spared 'the second of them' hol.csv \
	'icj-eligible -H kept-hol.csv -H hol.csv --rejects hol.csv bad.csv'
spared 'a file of --map' map.yaml 'icj-eligible -m map.yaml --rejects map.yaml bad.csv'
echo old >log
# shellcheck disable=SC2016
spared 'what takes the messages' log 'icj-eligible --rejects log bad.csv 2>>log; s=$?; cat log >&2; cp before log; exit $s'
icj-eligible --rejects both.csv bad.csv >both.csv 2>err
[ $? -eq 2 ] && grep -q 'both.csv: is the output.*ICJ366' err && [ ! -s both.csv ]
report $? 'the output'
echo head >both.csv
icj-eligible --rejects both.csv bad.csv >>both.csv 2>err
[ $? -eq 2 ] && [ "$(cat both.csv)" = head ]
report $? 'the output, appended to'
echo old >target
ln -s target link
spared 'a link to a file' target 'icj-eligible --rejects link bad.csv'
ln -s nowhere dangling
icj-eligible --rejects dangling bad.csv >out 2>err
[ $? -eq 2 ] && [ ! -e nowhere ] && [ ! -s out ]
report $? 'a link to nothing'
ln -s . here
rm -f rej
icj-eligible --rejects here/rej bad.csv >out 2>err
same 'a link to its folder is followed' want rej
if [ -e /dev/stdout ]; then
	icj-eligible --rejects /dev/stdout bad.csv >out 2>err
	[ $? -eq 2 ] && [ ! -s out ]
	report $? 'the output by its device'
fi
icj-eligible --rejects /dev/null bad.csv >out 2>err
report $(($? != 3)) 'a device'
mkfifo pipe
cat pipe >got &
icj-eligible --rejects pipe bad.csv >out 2>err
wait
same 'a pipe' want got
if [ -d /dev/fd ]; then
	rm -f pipe
	mkfifo pipe
	cat pipe >got &
	icj-eligible --rejects /dev/fd/7 bad.csv >out 2>err 7>pipe
	wait
	same 'a pipe as a shell gives one' want got
fi
mkdir folder
like 'a folder' 2 'icj-eligible --rejects folder bad.csv' 'folder: '
like 'in a folder that is not there' 2 'icj-eligible --rejects no/rej bad.csv' \
	'no/rej: No such file or directory \[ICJ303\]'
for f in bad.csv fine.csv hol.csv map.yaml; do
	cmp -s $f kept-$f
	report $? "$f is as it was"
done

# -- When it is opened ------------------------------------------------------

unjudged() { # unjudged TITLE COMMAND: status 2, an old file is left alone
	echo old >rej
	(eval "$2") >out 2>err </dev/null
	[ $? -eq 2 ] && [ "$(cat rej)" = old ] && [ ! -s out ]
	report $? "$1: an old file stays"
	rm rej
	(eval "$2") >out 2>err </dev/null
	[ ! -e rej ]
	report $? "$1: none is made"
}
unjudged 'no column is known' 'echo zz | icj-eligible --rejects rej'
unjudged 'no key is known' 'echo "{\"zz\":1}" | icj-eligible --rejects rej'
unjudged 'no key is known, as CSV' 'echo "{\"zz\":1}" | icj-eligible -o csv --rejects rej'
unjudged 'headers differ' 'icj-eligible --rejects rej bad.csv hol.csv'
unjudged 'a file is missing' 'icj-eligible --rejects rej bad.csv gone.csv'
unjudged 'an option' 'icj-eligible --rejects rej --zebra bad.csv'
echo old >rej
icj-eligible --rejects rej fine.csv >out 2>err
[ $? -eq 0 ] && [ -e rej ] && [ ! -s rej ]
report $? 'no bad record: an old file is emptied'
rm rej
icj-eligible --rejects rej fine.csv >out 2>err
[ $? -eq 0 ] && [ -e rej ] && [ ! -s rej ] && [ -z "$(find rej -perm /077)" ]
report $? 'no bad record: an empty one is made, for its owner'
echo old >rej
icj-eligible --rejects rej </dev/null >out 2>err
[ $? -eq 0 ] && [ ! -s rej ]
report $? 'input of no bytes: emptied'
awk 'BEGIN { while (n++ < 999) print "a line of an older, longer run" }' >rej
icj-eligible --rejects rej bad.csv >out 2>err
same 'nothing of an older run is left' want rej
rm rej
icj-eligible --rejects rej bad.csv >out 2>err
[ -z "$(find rej -perm /077)" ]
report $? 'a new one is for its owner'
# The reader of the output waits until the file was looked for.
mkfifo slow
{ icj-eligible --rejects rej <slow >out 2>err; echo $? >status; } &
rm -f rej
{ printf '%s\n' $HEAD; sleep 0.3; [ -e rej ]; echo $? >there
	printf '%s\n' C-2,2015-02-30,91; } >slow
wait
[ "$(cat there)" -eq 1 ] && [ "$(cat status)" -eq 3 ] && [ -s rej ]
report $? 'it is made for the first bad record, not before'
# What comes to be in its place meanwhile is not followed.
echo old >target
rm -f rej slow
mkfifo slow
{ icj-eligible -a 2015-04-20 --rejects rej <slow >out 2>err; echo $? >status; } &
{ printf '%s\n' $HEAD C-1,2015-03-01,90; sleep 0.3; ln -s target rej
	printf '%s\n' C-2,2015-02-30,91; } >slow
wait
[ "$(cat status target)" = "$(printf '4\nold')" ] &&
	grep -q '^icj-eligible: rej: cannot write: File exists \[ICJ' err
report $? 'a link made since is not followed'
rm -f rej
icj-eligible --rejects rej plan_days=x -a 2015-01-01 >out 2>err
report $(($? != 3)) 'operands have none'

# -- What stops early -------------------------------------------------------

printf '%s\n' $HEAD C-2,2015-02-30,91 C-3,2015-03-03,y 'C-4,"2015' >open.csv
icj-eligible --rejects rej open.csv >out 2>err
[ $? -eq 4 ] && head -n 3 rej | cmp -s - want
report $? 'an open quote: the bad records before it are there'
icj-eligible --on-error stop --rejects rej bad.csv >out 2>err
head -n 2 want | cmp -s - rej
report $? '--on-error stop: the first one'
awk -v h=$HEAD 'BEGIN { print h; while (n++ < 9000) print "C" n ",2015-02-30,91" }' >many.csv
if [ -w /dev/full ]; then
	icj-eligible --rejects /dev/full --on-error skip many.csv >out 2>err
	[ $? -eq 4 ] && grep -q '^icj-eligible: /dev/full: cannot write: No space' err
	report $? 'a full disk is status 4, and named'
	icj-eligible --rejects /dev/full bad.csv >out 2>err
	[ $? -eq 4 ] && [ "$(wc -l <out)" -eq 4 ]
	report $? 'at the end, too'
fi
rm -f rej
(ulimit -f 100; icj-eligible --rejects rej --on-error skip many.csv >out 2>err)
[ $? -eq 4 ] && grep -q 'rej: cannot write: File too large' err &&
	[ -z "$(awk -F, 'NF != 3' rej)" ] && [ "$(tail -c 1 rej | wc -l)" -eq 1 ] &&
	[ "$(wc -l <rej)" -gt 100 ]
report $? 'a file that may grow no more: status 4, whole records'
rm -f rej
icj-eligible -j 3 --rejects rej many.csv >out 2>err
same 'threads do not matter' many.csv rej
# -- Files that the options of one tool name ---------------------------------

printf 'worker,address\nw,w@example.org\n' >mail.csv
printf 'tier,from,below,amount\nall,0,1,100\n' >tiers.csv
printf 'a key of more than sixteen bytes' >key
chmod 600 key
printf 'state,population,sent,received\nTX,1,1,1\n' >dues.csv
echo '# none' >amend.yaml
printf 'case_id,worker,referral_received\nA,w,2015-03-02\n' >owed.csv
icj-deadline -q -a 2015-06-01 --keep case_id,worker owed.csv >duties.csv
for run in 'digest --mail-to mail.csv duties.csv' \
	'dues --tiers tiers.csv dues.csv' 'digest --state new duties.csv' \
	'deadline -o ics --pseudonym-key key owed.csv' \
	'deadline --amend amend.yaml owed.csv'; do
	file=$(echo "$run" | cut -d' ' -f"$(case $run in *ics*) echo 5 ;; *) echo 3 ;; esac)")
	[ ! -e "$file" ] || cp "$file" before
	like "icj-$run" 2 "icj-$run --rejects $file" \
		"$file: is a file of .*; --rejects wants a file of its own .ICJ366"
	if [ "$file" = new ]; then
		[ ! -e new ]
	else
		cmp -s "$file" before
	fi
	report $? 'and it is as it was'
done
like 'a dash' 2 'icj-eligible --rejects - owed.csv' \
	'-: is the output, ./- a file; --rejects wants a file of its own'
[ ! -e ./- ]
report $? 'and no file has that name'

# The same file by another name, and what is known too late to be refused.
ln -f tiers.csv tiers.too
cp tiers.csv was
t 'a file of another option by another name' 2 \
	'icj-dues --tiers tiers.csv --rejects tiers.too dues.csv' <<'EOT'
--- stderr
icj-dues: tiers.too: is a file of another option; --rejects wants a file of its own [ICJ366]
EOT
same 'is as it was' was tiers.csv
printf 'state,population,sent,received\nOH,9,0,0\nTX,9,0,0\n' >none.csv
echo keep >kept
echo keep >was
like 'status 2 without a bad record, when all was read' 2 \
	'icj-dues --rejects kept none.csv' 'ICJ4'
same 'leaves the file alone' was kept

# -- The output ---------------------------------------------------------------

# What is appended to the file that is read would be read again, without end.
printf 'case_id,plan_days\nA,60\n' >own.csv
cp own.csv was.csv
for run in 'own.csv' '<own.csv' '--explain own.csv' 'was.csv own.csv' \
	'-o json own.csv' '-j 2 own.csv'; do
	t "written to the file that is read: $run" 2 \
		"icj-eligible -a 2015-04-20 $run >>own.csv" <<'EOT'
--- stderr
icj-eligible: the output is a file that is being read: write to another one [ICJ306]
EOT
done
same 'and the file is as it was' own.csv was.csv
echo 2015-01-02 >days
# shellcheck disable=SC2016 # for the shell that runs it
t 'the same of dates to add to' 2 'icj-deadline --add 5b <days >>days
	s=$?; cat days; exit $s' <<'EOT'
2015-01-02
--- stderr
icj-deadline: the output is a file that is being read: write to another one [ICJ306]
EOT
like 'a file that is only written' 0 \
	'icj-eligible -a 2015-04-20 plan_days=60 <own.csv >>own.csv; cat own.csv' \
	'4-101(2)(d), not met'
t '--rejects of no name' 2 'icj-eligible --rejects "" was.csv' <<'EOT'
--- stderr
icj-eligible: unusable argument of --rejects; it takes FILE: bad records go there too, untouched; try 'icj-eligible --help' [ICJ301]
EOT

finish
