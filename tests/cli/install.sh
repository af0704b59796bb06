#!/bin/sh
# SPDX-License-Identifier: MIT
# install.sh - installing into a staging folder, using what is there, and
# removing it again.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

stage=$DIR/stage
root=$stage/usr/local

# A make of its own: no flags, no job server of the one that runs the tests.
staged() {
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL
		make -s -C "$TOP" B="${BUILD#"$TOP"/}" DESTDIR="$stage" "$@"
	)
}

t 'make install says nothing and is fine' 0 'staged install' <<'EOT'
EOT

for tool in "$TOP"/bin/icj-*.c; do
	tool=$(basename "$tool" .c)
	like "$tool runs where it is installed" 0 \
		"cd / && $root/bin/$tool -V" "^$tool"
done
t 'an installed tool finds the installed library' 0 \
	"env -i $root/bin/icj-eligible -a 2015-04-20 -o csv plan_days=91 |
	    cut -d, -f2" <<'EOT'
eligible
unknown
EOT
for page in "$TOP"/man/*.[1357]; do
	section=${page##*.}
	same "$(basename "$page") is installed" "$page" \
		"$root/share/man/man$section/$(basename "$page")"
done
for page in "$TOP"/man/*.[1357]; do
	name=$(basename "$page")
	title=$(echo "${name%.*}(${name##*.})" | tr '[:lower:]' '[:upper:]')
	if command -v man >/dev/null; then
		like "man shows $name" 0 \
			"MANPAGER=cat man -M $root/share/man ${name##*.} ${name%.*}" \
			"^$title"
	else
		skip "man shows $name" 'no man'
	fi
done
t 'no file of the program may be written by others' 0 \
	"find $root -type f -perm -o+w" <<'EOT'
EOT
t 'the examples are installed and work there' 0 \
	"cd $root/share/doc/icj/examples && cat cases/*eligible.yaml |
	    PATH=$root/bin:\$PATH ./batch-check | cut -c1-11" <<'EOT'
eligible  c
no        T
EOT

# -- The library, through pkg-config ----------------------------------------

PKG_CONFIG_SYSROOT_DIR=$stage
PKG_CONFIG_LIBDIR=$root/lib/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_LIBDIR

t 'pkg-config knows the version of the header' 0 \
	'test "$(pkg-config --modversion icj)" = \
	    "$(sed -n "s/^#define ICJ_VERSION \"\(.*\)\"/\1/p" "$root/include/icj.h")"' \
	</dev/null
t 'the example compiles against it' 0 \
	'${CC:-gcc} ${CFLAGS:-} -std=c11 -Wall -Wextra -Werror -o ask \
	    "$root/share/doc/icj/examples/ask-libicj.c" \
	    $(pkg-config --cflags --libs icj)' </dev/null
t 'and answers' 0 'LD_LIBRARY_PATH=$root/lib ./ask' <<'EOT'
eligible: no
  4-101(1)        met
  4-101(2)(a)     met
  4-101(2)(b)     met
  4-101(2)(c)     met
  4-101(2)(d)     not met
  4-101(2)(e)     met
  4-101(2)(f)(1)  met
  4-101(2)(f)(2)  unknown
  4-101(3)        not applicable
  5-101(9)        met
probation-referral: 2015-03-06, due
EOT
t 'the static library serves as well' 0 \
	'${CC:-gcc} ${CFLAGS:-} -o ask-static $(pkg-config --cflags icj) \
	    "$EX/ask-libicj.c" "$root/lib/libicj.a" && ./ask-static | tail -n 1' \
	<<'EOT'
probation-referral: 2015-03-06, due
EOT
t 'the shared library exports icj_ names and no others' 0 \
	'nm -D --defined-only "$root/lib/libicj.so" | awk "{ print \$3 }" |
	    sed -e "/^icj_/d" -e "/^LIBICJ_/d" -e "/^__.*asan/d"' </dev/null

# -- The report, on the PATH ------------------------------------------------

cases=$EX/caseload.csv
PATH=$root/bin:$PATH "$EX/overdue-report" -a 2015-04-20 "$cases" >want
PATH=$root/bin:$PATH overdue-report -a 2015-04-20 "$cases" >got
same 'overdue-report is on the PATH' want got
mkdir -p links && ln -sf "$EX/overdue-report" links/report
PATH=$root/bin:$PATH links/report -a 2015-04-20 "$cases" >got
same 'it works through a symbolic link' want got
ln -sf "$root/bin/overdue-report" links/installed
PATH=$root/bin:$PATH links/installed -a 2015-04-20 "$cases" >got
same 'so does the installed one' want got
[ -s want ]
report $? 'there is something to report'
env -i PATH=/usr/bin:/bin links/installed -a 2015-04-20 "$cases" >got
same 'and where the tools are not on the PATH' want got
t 'nor need they be for the other scripts' 0 \
	'ln -sf "$root/bin/morning-digest" "$root/bin/monthly-report" links
	for script in "morning-digest -a 2015-04-20" "monthly-report --month 2015-03"; do
		env -i PATH=/usr/bin:/bin links/$script "$cases" | grep -c . | sed "s/[0-9]*/x/"
	done' <<'EOT'
x
x
EOT

# -- Other folders, modes, flags --------------------------------------------

home=$DIR/home
odd() {
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL
		make -s -C "$TOP" B="${BUILD#"$TOP"/}" PREFIX="$home" \
			LIBDIR="$home/lib/x86_64-odd/deep" "$@"
	)
}
t 'another PREFIX and LIBDIR, under a umask of 077' 0 'umask 077; odd install' <<'EOT'
EOT
t 'the tools find the library there' 0 \
	"mv $home $home.moved && env -i $home.moved/bin/icj-eligible -a 2015-04-20 -o csv plan_days=91 |
	    cut -d, -f2; mv $home.moved $home" <<'EOT'
eligible
unknown
EOT
t 'icj.pc is of this installation' 0 \
	"grep '^[a-z]*dir=\|^prefix' $home/lib/x86_64-odd/deep/pkgconfig/icj.pc | sed 's|$home|HOME|'" <<'EOT'
prefix=HOME
libdir=HOME/lib/x86_64-odd/deep
includedir=HOME/include
EOT
t 'others may read all of it' 0 "find $home ! -type l ! -perm -o+r
	find $home -type d ! -perm -o+x" <<'EOT'
EOT
echo mine >"$home/share/doc/icj/examples/mine.csv"
t 'uninstall leaves what is not ours' 0 "odd uninstall; cd $home && find . ! -type d" <<'EOT'
./share/doc/icj/examples/mine.csv
EOT
dry() { # what would be run to compile one file, with these words before make
	(
		unset MAKEFLAGS MFLAGS MAKELEVEL CFLAGS
		env "$@" -s -n V=1 -C "$TOP" B="$DIR/dry" "$DIR/dry/lib/book/edition.o"
	)
}
like 'CFLAGS of the environment reach the compiler' 0 'dry CFLAGS=-Dmarked make' '-Dmarked -c'
like 'and those of the command line' 0 'dry make CFLAGS=-Dmarked' '-Dmarked -c'
like 'a packager chooses the level of fortification' 1 \
	'dry CPPFLAGS=-D_FORTIFY_SOURCE=2 make CFLAGS=-O1 | grep -c _FORTIFY_SOURCE=3' '^0$'
for flag in -fstack-clash-protection -fcf-protection '-D_FORTIFY_SOURCE=3'; do
	if echo 'int main(void) { return 0; }' |
		${CC:-gcc} -O2 -Werror -U_FORTIFY_SOURCE "$flag" -x c -c -o /dev/null - 2>/dev/null; then
		like "$flag is used" 0 'dry make CFLAGS=-O2' "$flag"
	else
		skip "$flag is used" 'this compiler has none'
	fi
done
if command -v clang >/dev/null; then
	for file in lib/base/base.h lib/rec/rec_internal.h; do
		like "$file refuses 32 bits" 1 "clang --target=i386-linux-gnu -ffreestanding -std=c11 \
		    -Ilib -Ilib/rec -fsyntax-only -x c $TOP/$file" 'icj needs a 64-bit machine'
	done
else
	skip '32 bits are refused' 'no clang'
fi

# -- And away again ---------------------------------------------------------

t 'a folder with a blank is refused before anything is there' 0 \
	"mkdir -p '$DIR/a b'; odd PREFIX='$DIR/a b/c' LIBDIR='$DIR/a b/c/lib' install 2>&1 |
	    sed 's/^[^*]*\*\*\* //'; find '$DIR/a' '$DIR/a b' 2>&1 | grep -c /c
	true" <<'EOT'
BINDIR has a blank in it: install into another folder.  Stop.
0
EOT
t 'make uninstall where nothing is' 0 "odd PREFIX=$DIR/none uninstall" <<'EOT'
EOT
t 'make uninstall leaves nothing' 0 \
	"staged uninstall && find $stage ! -type d" <<'EOT'
EOT

finish
