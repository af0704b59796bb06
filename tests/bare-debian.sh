#!/bin/sh
# SPDX-License-Identifier: MIT
# bare-debian.sh - what icj is on a Debian that has nothing of it yet.
#
#   tests/bare-debian.sh TARBALL [SUITE ...]
#
# For each suite, bookworm and trixie unless named: a system of debootstrap in
# which the README's first command works on the tarball; the packages are built
# there, and a program with them; and in another such system they are installed,
# tried as autopkgtest would and removed, after which no file of theirs is left.
# Takes two minutes a suite, the network and root; says so and is skipped
# without.  TAP on stdout, what was said meanwhile in a file that is named if
# something fails.
# shellcheck disable=SC2016,SC2317 # expanded in there; called by trap
set -u
mirror=${MIRROR:-http://deb.debian.org/debian}
tarball=$1
shift
[ $# -gt 0 ] || set -- bookworm trixie

if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
	echo '1..0 # SKIP root and debootstrap are needed'
	exit 0
fi
if ! wget -q -O /dev/null -T 20 -t 2 "$mirror/dists/$1/Release"; then
	echo "1..0 # SKIP no $1 at $mirror"
	exit 0
fi
if ! unshare -m mount -t proc proc /proc 2>/dev/null; then
	echo '1..0 # SKIP nothing can be mounted here'
	exit 0
fi
umask 022
room=$(mktemp -d)
chmod 755 "$room"
log=$(mktemp)
count=0
failures=0

leave() {
	for system in "$room"/*/; do
		umount "${system}proc" 2>/dev/null
	done
	rm -rf --one-file-system "$room"
}
trap leave EXIT
trap 'exit 1' INT TERM HUP

ok() { # ok TITLE COMMAND...: whether it succeeds
	title=$1
	shift
	count=$((count + 1))
	if "$@" >>"$log" 2>&1; then
		echo "ok $count - $title"
	else
		failures=$((failures + 1))
		echo "not ok $count - $title"
		tail -n 15 "$log" | sed 's/^/# /'
	fi
}

within() { # within SYSTEM COMMAND: a shell's, in there
	chroot "$room/$1" env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		DEBIAN_FRONTEND=noninteractive sh -ec "$2"
}

begin() { # begin SYSTEM: what a system needs to be used from here
	mount -t proc proc "$room/$1/proc" &&
		cp /etc/resolv.conf "$room/$1/etc/" &&
		printf '#!/bin/sh\nexit 101\n' >"$room/$1/usr/sbin/policy-rc.d" &&
		chmod 755 "$room/$1/usr/sbin/policy-rc.d" &&
		printf 'APT::Install-Recommends "0";\n' >"$room/$1/etc/apt/apt.conf.d/90test"
}

# The files of a system, but for what any installation writes.
files() {
	within "$1" 'find / -xdev \( -path /proc -o -path /tmp -o -path /root \
		-o -path /var/cache -o -path /var/log -o -path /var/lib/apt \
		-o -path /var/lib/dpkg \) -prune -o -print | sort'
}

for suite; do
	made=$suite-made
	ok "$suite: a bare system" debootstrap --variant=minbase "$suite" \
		"$room/$suite" "$mirror"
	cp -a "$room/$suite" "$room/$made"
	begin "$suite"
	begin "$made"
	mkdir "$room/$made/src"
	tar -C "$room/$made/src" --strip-components=1 -xzf "$tarball"

	# The README's command, as somebody would who has only make.
	ok "$suite: make deps demo on the tarball" within "$made" '
		apt-get -qy update && apt-get -qy install make
		cd /src && make -j2 deps demo'
	ok "$suite: the packages are built" within "$made" '
		apt-get -qy install build-essential debhelper dpkg-dev fakeroot
		cd /src && make clean >/dev/null
		cp -r examples/debian debian && apt-get -qy build-dep ./
		dpkg-buildpackage -us -uc -b -j2'
	ok "$suite: with Debian's hardening" within "$made" '
		cd / && set -- /usr/bin/env && for file in \
			/src/debian/icj/usr/bin/icj-eligible \
			/src/debian/libicj0/usr/lib/*/libicj.so.0; do
			readelf -dW "$file" | grep -q BIND_NOW
			readelf -lW "$file" | grep -q GNU_RELRO
		done'
	ok "$suite: a program is built with libicj-dev" within "$made" '
		dpkg -i /icj_*.deb /libicj0_*.deb /libicj-dev_*.deb
		cc -o /tmp/ask /usr/share/doc/icj/examples/ask-libicj.c \
			$(pkg-config --cflags --libs icj)
		/tmp/ask'
	cp "$room/$made"/*.deb "$room/$suite/tmp/"

	within "$suite" 'apt-get -qy update' >>"$log" 2>&1
	# What they depend on stays: it is Debian's.
	within "$suite" 'apt-get -qy install libcsv3 libyaml-0-2 libmd0' >>"$log" 2>&1
	files "$suite" >"$room/before"
	ok "$suite: the packages are installed" within "$suite" \
		'apt-get -qy install /tmp/*.deb'
	ok "$suite: the demo runs from them" within "$suite" \
		'cd /tmp && /usr/share/doc/icj/examples/demo /usr/bin'
	ok "$suite: a purge" within "$suite" \
		'apt-get -qy purge icj libicj0 libicj-dev && apt-get -qy autoremove --purge'
	files "$suite" >"$room/after"
	[ -s "$room/before" ]
	ok "$suite: after which nothing is left" diff "$room/before" "$room/after"
done

echo "1..$count"
[ "$failures" -eq 0 ] && [ "$count" -gt 0 ] && rm -f "$log" && exit 0
echo "# all that was said: $log"
exit 1
