#!/bin/sh
# SPDX-License-Identifier: MIT
# Beyond one machine: GNU parallel over two sshd, and a Slurm of two nodes, all
# on 127.0.0.1 and of this test alone.  The recipes of icj(7) are run as they
# stand there, and compared with one process.
# shellcheck disable=SC2016,SC2181 # a program in quotes; statuses of long commands
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

PATH=$PATH:/usr/sbin:/sbin
ME=$(id -un)
HERE=$(uname -n)

# Whether all of these are there; else one skip says what is not.
have() { # have TITLE PROGRAM...
	title=$1
	shift
	for program; do
		command -v "$program" >/dev/null || {
			skip "$title" "$program is not installed (make deps-test)"
			return 1
		}
	done
}

# -- Daemons ----------------------------------------------------------------

# Each has a process namespace of its own: all that it ever began ends with it,
# and it ends with this test, whatever ends that.
if [ "$(id -u)" -eq 0 ]; then
	alone='unshare -pf --kill-child --mount-proc'
else
	alone='unshare --map-current-user -pf --kill-child --mount-proc'
fi
daemons=

daemon() { # daemon LOG COMMAND...: its number is $daemon
	log=$1
	shift
	# shellcheck disable=SC2086
	setpriv --pdeathsig KILL $alone "$@" >"$log" 2>&1 </dev/null &
	daemon=$!
	daemons="$daemons $daemon"
}

end_daemons() {
	# shellcheck disable=SC2086
	[ -z "$daemons" ] || kill -9 $daemons 2>/dev/null
	wait 2>/dev/null
	daemons=
}

made=
trap 'end_daemons; [ -z "$made" ] || rmdir "$made"; rm -rf "$DIR"' EXIT

until_true() { # until_true COMMAND: for ten seconds at most
	tries=0
	until eval "$1"; do
		tries=$((tries + 1))
		[ $tries -lt 100 ] || return 1
		sleep 0.1
	done
}

free_ports() { # free_ports N: of this moment; whoever takes one tries again
	python3 -c 'import socket, sys
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(*(s.getsockname()[1] for s in held))' "$1"
}

# -- The caseload -----------------------------------------------------------

ARGS='-a 2015-04-20'
awk 'BEGIN {
	print "case_id,worker,transfer_requested,plan_days,permit_effective"
	for (i = 0; i < 20000; i++)
		printf "C-%d,%s,2015-%02d-%02d,%d,%s\n", i,
		    i % 5 ? "W" : "\"one\nline, \"\"and\"\" more\n\"", i % 12 + 1,
		    i % 28 + 1, i % 200, i % 3 ? "2015-03-01" : ""
}' >quoted.csv
# One value that is none.
BAD='s/^\(C-4,W,[^,]*\),4,/\1,x,/'
cp "$TOP/examples/split-records.awk" .
# shellcheck disable=SC2086
icj-eligible $ARGS quoted.csv >want.csv
mkdir ../manual
awk -v dir=../manual -v section=ENGINES -f "$TOP/tests/man_examples.awk" \
	"$TOP/man/icj.7" >/dev/null

# recipe WORD: the number of the one block of icj(7) that has it.
recipe() {
	recipe=$(grep -l -e "$1" ../manual/*.sh)
	[ -f "$recipe" ]
	report $? "icj(7) has one example of $1"
}

# -- Two hosts --------------------------------------------------------------

start_host() { # start_host N: up to three ports are tried
	host=$DIR/host$1
	mkdir "$host" "$host/bin" "$host/home"
	cat >"$host/conf" <<END
HostKey $DIR/hostkey
PidFile none
AuthorizedKeysFile $DIR/key.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
SetEnv HOME=$host/home
ForceCommand cd $host/home && PATH=$host/bin:$BUILD/bin:\$PATH exec sh -c "\$SSH_ORIGINAL_COMMAND"
END
	for _ in 1 2 3; do
		port=$(free_ports 1)
		: >"$host/log"
		daemon "$host/out" "$(command -v sshd)" -D -f "$host/conf" -E "$host/log" \
			-o ListenAddress="127.0.0.1:$port"
		until_true "grep -q 'Server listening\|already in use' $host/log"
		if grep -q 'Server listening' "$host/log"; then
			printf 'Host host%s\nPort %s\n' "$1" "$port" >>"$DIR/ssh.conf"
			return 0
		fi
	done
	return 1
}

start_hosts() {
	ssh-keygen -q -t ed25519 -N '' -f "$DIR/key"
	ssh-keygen -q -t ed25519 -N '' -f "$DIR/hostkey"
	# Debian's asks for this folder, which the service makes where it runs.
	if [ "$(id -u)" -eq 0 ] && [ ! -d /run/sshd ]; then
		mkdir /run/sshd
		made=/run/sshd
	fi
	cat >"$DIR/ssh.conf" <<END
HostName 127.0.0.1
User $ME
IdentityFile $DIR/key
IdentitiesOnly yes
BatchMode yes
UserKnownHostsFile $DIR/known
StrictHostKeyChecking accept-new
LogLevel ERROR
END
	start_host 1 && daemon1=$daemon && start_host 2 && daemon2=$daemon || return 1
	# What parallel and rsync call.
	mkdir "$DIR/ssh"
	printf '#!/bin/sh\nexec %s -F %s "$@"\n' "$(command -v ssh)" "$DIR/ssh.conf" \
		>"$DIR/ssh/ssh"
	chmod +x "$DIR/ssh/ssh"
	PATH=$DIR/ssh:$PATH
	[ "$(ssh host1 pwd)" = "$DIR/host1/home" ] && ssh host2 rsync --version >out
}

# over_hosts OPTION...: the parts that are there, to ../got.csv
over_hosts() {
	# shellcheck disable=SC2086
	parallel -k -q "$@" --sshloginfile hosts --transferfile '{}' --cleanup \
		icj-eligible $ARGS --no-header --columns "$(head -n 1 quoted.csv)" '{}' \
		::: part.* >"$DIR/got.csv" 2>"$DIR/got.err"
}

# The host that dies in the middle of a part, at the first that it gets: what
# it wrote until then was half of the answer.
dying_host2() {
	cat >"$DIR/host2/bin/icj-eligible" <<END
#!/bin/sh
$BUILD/bin/icj-eligible "\$@" | head -c 9000
: >$DIR/dying
sleep 60
END
	chmod +x "$DIR/host2/bin/icj-eligible"
	{ until_true "[ -e $DIR/dying ]"; kill -9 "$daemon2"; } &
}

hosts_recipes() {
	printf '2/host1\n2/host2\n' >hosts
	recipe nonall
	sh "$recipe" >got 2>&1
	same 'icj(7), all hosts have the same rules' "${recipe%.sh}.want" got
	printf '#!/bin/sh\n%s/bin/icj-eligible "$@" | sed "s/^rules 20/rules 19/"\n' \
		"$BUILD" >"$DIR/host2/bin/icj-eligible"
	chmod +x "$DIR/host2/bin/icj-eligible"
	[ "$(sh "$recipe")" -eq 4 ]
	report $? 'a host with other rules is seen'
	rm "$DIR/host2/bin/icj-eligible"

	recipe transferfile
	sh "$recipe" >got 2>&1
	same 'icj(7), parallel over two hosts' "${recipe%.sh}.want" got
	same 'what they wrote is what one process writes' want.csv decided.csv
	[ "$(find part.* | wc -l)" -eq 4 ]
	report $? 'of four parts'
	[ -z "$(find "$DIR/host1/home" "$DIR/host2/home" -name 'part.*')" ]
	report $? 'and no part is left there'

	tail -n +2 want.csv >want
	rm part.*
	sed "1d; $BAD" quoted.csv | awk -v each=5000 -f split-records.awk
	rm part.00000[123]
	over_hosts
	[ $? -eq 1 ] && grep -q ICJ103 "$DIR/got.err"
	report $? 'a bad record on one of them is a part that failed'
	rm part.*
	sed 1d quoted.csv | awk -v each=5000 -f split-records.awk

	printf '#!/bin/sh\nexit 127\n' >"$DIR/host2/bin/icj-eligible"
	chmod +x "$DIR/host2/bin/icj-eligible"
	over_hosts
	[ $? -gt 0 ]
	report $? 'a host without the tools is no success'

	dying_host2
	over_hosts --retries 3
	report $? 'a host that dies: --retries 3 is a success'
	same 'and the bytes are those of one process' want "$DIR/got.csv"
	[ -e "$DIR/dying" ] && ! ssh host2 true 2>/dev/null
	report $? 'it did die, in the middle of a part'
	over_hosts
	[ $? -gt 0 ] && ! cmp -s want "$DIR/got.csv"
	report $? 'without --retries a dead host is no success, and a hole'
	kill -9 "$daemon1"
	over_hosts --retries 3
	[ $? -gt 0 ]
	report $? 'nor is one with --retries when all are dead'
}

# -- Slurm ------------------------------------------------------------------

start_slurm() {
	slurm=$DIR/slurm
	mkdir "$slurm" "$slurm/state" "$slurm/n1" "$slurm/n2"
	SLURM_CONF=$slurm/slurm.conf
	export SLURM_CONF
	(umask 077; head -c 1024 /dev/urandom >"$slurm/key")
	# By force, for it cannot know that nobody else shall ask it.
	daemon "$slurm/munged.out" munged --foreground --force --key-file "$slurm/key" \
		--socket "$slurm/munge" --pid-file "$slurm/munged.pid" \
		--log-file "$slurm/munged.log" --seed-file "$slurm/seed" --num-threads 1
	until_true "[ -S $slurm/munge ]" || return 1
	for _ in 1 2 3; do
		# shellcheck disable=SC2046
		set -- $(free_ports 3)
		cat >"$SLURM_CONF" <<END
ClusterName=icj
SlurmctldHost=$HERE(127.0.0.1)
SlurmctldPort=$1
SlurmUser=$ME
SlurmdUser=$ME
AuthInfo=socket=$slurm/munge
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/%n
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.%n.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd.%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MailProg=/bin/true
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
NodeName=n1 NodeHostname=$HERE NodeAddr=127.0.0.1 Port=$2 CPUs=1
NodeName=n2 NodeHostname=$HERE NodeAddr=127.0.0.1 Port=$3 CPUs=1
PartitionName=all Nodes=ALL Default=YES MaxTime=5 State=UP
END
		daemon "$slurm/slurmctld.out" slurmctld -D
		daemon "$slurm/n1.out" slurmd -D -N n1
		daemon "$slurm/n2.out" slurmd -D -N n2
		until_true '[ "$(sinfo -h -N -o %T 2>/dev/null | grep -c idle)" -eq 2 ] ||
			grep -q "already in use" "$slurm"/*.log' &&
			! grep -q 'already in use' "$slurm"/*.log && return 0
		# shellcheck disable=SC2046
		kill -9 $(echo "$daemons" | cut -d' ' -f3-) 2>/dev/null
		grep -q 'already in use' "$slurm"/*.log || return 1
		rm -f "$slurm"/*.log
	done
	return 1
}

slurm_recipes() {
	rm -f part.* decided.csv
	recipe 'sbatch.*array'
	array=$recipe
	sh "$recipe" >got 2>&1
	same 'icj(7), a Slurm array and a job that joins' "${recipe%.sh}.want" got
	same 'what it wrote is what one process writes' want.csv decided.csv
	nodes=$(scontrol -o show jobs | grep -o 'BatchHost=n[12]' | sort -u | wc -l)
	[ "$nodes" -eq 2 ]
	report $? 'two nodes worked'

	recipe srun
	sh "$recipe" >got 2>&1
	same 'icj(7), both nodes have the same rules' "${recipe%.sh}.want" got

	# The same with a record that cannot be read: it has one part failed.
	rm -f part.* decided.csv
	cp quoted.csv whole.csv
	sed "$BAD" whole.csv >quoted.csv
	sh "$array" >got 2>&1
	! cmp -s "${array%.sh}.want" got && [ ! -e decided.csv ] &&
		[ "$(find part.*.out | wc -l)" -eq 3 ]
	report $? 'a part that fails: nothing is joined'
	grep -q ICJ103 slurm-*.out
	report $? 'and its message is kept'
	mv whole.csv quoted.csv
}

# ---------------------------------------------------------------------------

# Who has never used it is asked to cite it, on stderr, which is compared.
HOME=$PWD
export HOME
mkdir -p .parallel
: >.parallel/will-cite

if checked; then
	skip 'hosts and Slurm' 'under checkers of memory the other recipes will do'
elif ! $alone true 2>/dev/null; then
	skip 'hosts and Slurm' 'no process namespaces here, which end all that began'
else
	if have 'two hosts' parallel rsync ssh sshd ssh-keygen; then
		if start_hosts; then
			hosts_recipes
		else
			skip 'two hosts' 'sshd lets nobody in here'
			tail -n 3 "$DIR"/host*/log | sed 's/^/# /'
		fi
		end_daemons
	fi
	if have 'Slurm' munged slurmctld slurmd sbatch; then
		if start_slurm; then
			slurm_recipes
		else
			skip 'Slurm' 'it does not start here'
			tail -n 3 "$DIR"/slurm/*.log "$DIR"/slurm/*.out | sed 's/^/# /'
		fi
	fi
fi
finish
