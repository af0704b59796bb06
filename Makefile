# SPDX-License-Identifier: MIT
# icj - the Rules of the Interstate Commission for Juveniles, computed.

VERSION = 0.1.0
SONAME = libicj.so.0

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/icj
# Where shells look for what they offer behind a command's name.
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
INSTALL = install

B = build
# One spelling of the folder: the dependencies name their targets by it.
override B := $(patsubst $(CURDIR)/%,%,$(abspath $(B)))
ifeq ($(origin CC),default)
CC = gcc
endif
# A packager's own come from the environment or the command line.
CFLAGS ?= -O2 -g -fno-plt
WARN = -Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wvla
# What this compiler has of these; asked once a run, and only if wanted.
takes = $(shell echo 'int main(void) { return 0; }' | \
	$(CC) -Werror $(1) -x c -c -o /dev/null - 2>/dev/null && echo $(1))
hash := \#
level_3 = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
fortify = $(if $(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)),,$(shell \
	printf '%s\n' '$(hash)include <string.h>' \
	    '$(hash)if __USE_FORTIFY_LEVEL < 3' '$(hash)error' '$(hash)endif' | \
	$(CC) -O2 $(level_3) -x c -E -o /dev/null - 2>/dev/null && \
	echo $(level_3) || echo -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
hardening := unknown
HARDEN = $(if $(filter unknown,$(hardening)),$(eval hardening := \
	-fstack-protector-strong $(call takes,-fstack-clash-protection) \
	$(call takes,-fcf-protection) $(fortify)))$(hardening)
STD = -std=c11 -D_POSIX_C_SOURCE=200809L
PKGS = yaml-0.1
YAML_CFLAGS = $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
YAML_LIBS = $(shell pkg-config --libs $(PKGS) 2>/dev/null || echo -lyaml)
CHECK_CFLAGS = $(shell pkg-config --cflags check 2>/dev/null)
CHECK_LIBS = $(shell pkg-config --libs check 2>/dev/null || echo -lcheck)
REPRO = -ffile-prefix-map=$(CURDIR)=.

own_cflags = $(STD) $(WARN) $(HARDEN) $(REPRO) -fPIC -fvisibility=hidden \
	-fno-semantic-interposition -MMD -MP
own_ldflags = -Wl,-z,relro,-z,now

lib_c = $(sort $(filter-out lib/rec/%,$(wildcard lib/*/*.c lib/*/*/*.c)))
rec_c = $(sort $(wildcard lib/rec/*.c))
tool_c = $(sort $(wildcard bin/icj.c bin/icj-*.c))
share_c = $(sort $(filter-out bin/page/%,$(wildcard bin/*/*.c)))
unit_c = $(sort $(wildcard tests/unit/test_*.c))

lib_o = $(lib_c:%.c=$(B)/%.o)
rec_o = $(rec_c:%.c=$(B)/%.o)
share_o = $(share_c:%.c=$(B)/%.o)
tools = $(tool_c:bin/%.c=$(B)/bin/%)
units = $(unit_c:tests/unit/%.c=$(B)/tests/%)

all: $(B)/lib/libicj.so $(B)/lib/libicj.a $(tools) ## build the library and the tools
.DEFAULT_GOAL = all

-include $(shell find $(B) -path $(B)/deb -prune -o -name '*.d' -type f -print \
	2>/dev/null)

# Short lines; `make V=1` shows the commands.
ifdef V
say = @:
else
Q = @
say = @printf '  %-4s %s\n'
endif

$(B)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(own_cflags) -Ilib $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(B)/lib/rec/%.o: lib/rec/%.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(own_cflags) -Ilib/rec $(YAML_CFLAGS) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(B)/bin/%.o: bin/%.c
	@mkdir -p $(@D)
	$(say) CC $<
	$(Q)$(CC) $(own_cflags) -Ilib -Ilib/rec -Ibin $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(B)/lib/libicj.a: $(lib_o)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcsD $@ $(lib_o)

$(B)/lib/$(SONAME): $(lib_o) lib/libicj.map
	$(say) LD $@
	$(Q)$(CC) $(CFLAGS) -shared -Wl,-soname,$(SONAME) \
	    -Wl,--version-script=lib/libicj.map -Wl,-z,defs $(own_ldflags) \
	    $(LDFLAGS) -o $@ $(lib_o)

$(B)/lib/libicj.so: $(B)/lib/$(SONAME)
	$(Q)ln -sf $(SONAME) $@

$(B)/librec.a: $(rec_o)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcsD $@ $(rec_o)

# From an archive each tool takes only what it uses.
$(B)/libtool.a: $(share_o)
	$(say) AR $@
	$(Q)rm -f $@ && $(AR) rcsD $@ $(share_o)

# The tools link the shared library, so that the linker refuses a symbol that
# is not exported.  $ORIGIN makes a tree movable: that which is built, and that
# which is installed, whose library may lie elsewhere from there.
link_tool = $(CC) $(CFLAGS) -pie $(own_ldflags) -Wl,-rpath,'$$ORIGIN/$(1)' \
	$(LDFLAGS) -o $@ $< $(B)/libtool.a $(B)/librec.a \
	-L$(B)/lib -licj -lcsv $(YAML_LIBS) -lmd -pthread $(LDLIBS)

$(tools): $(B)/bin/%: $(B)/bin/%.o $(B)/libtool.a $(B)/librec.a $(B)/lib/libicj.so
	$(say) LD $@
	$(Q)$(call link_tool,../lib)

to_lib = $(shell realpath -m --relative-to='$(BINDIR)' '$(LIBDIR)')

$(tools:$(B)/bin/%=$(B)/install/%): $(B)/install/%: $(B)/bin/%.o $(B)/libtool.a $(B)/librec.a $(B)/lib/libicj.so FORCE
	@mkdir -p $(@D)
	$(Q)$(call link_tool,$(to_lib))

$(B)/tests/%: tests/unit/%.c $(B)/lib/libicj.a $(B)/librec.a
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) $(own_cflags) -Ilib -Ilib/rec -Itests/unit $(CHECK_CFLAGS) $(CPPFLAGS) $(CFLAGS) \
	    $(LDFLAGS) -o $@ $< $(B)/librec.a $(B)/lib/libicj.a \
	    -lcsv $(YAML_LIBS) $(CHECK_LIBS) $(LDLIBS)

.PRECIOUS: $(B)/bin/%.o
.SECONDARY:

# -- What it needs ----------------------------------------------------------

DEPS = gcc libc6-dev libcsv-dev libyaml-dev libmd-dev check pkg-config mandoc python3
LINT_DEPS = clang cppcheck shellcheck valgrind
TEST_DEPS = cron faketime parallel sqlite3 libsqlite3-dev libical-dev python3-icalendar \
	tidy gnumeric postgresql postgresql-client strace man-db \
	openssh-server openssh-client rsync munge slurmctld slurmd slurm-client \
	zsh fish bash-completion libjson-c-dev miller jq
FUZZ_DEPS = clang libclang-rt-dev
sudo = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

define apt_install
@if dpkg -s $(1) >/dev/null 2>&1; then :; \
elif command -v apt-get >/dev/null 2>&1; then \
	$(sudo) apt-get update -q && \
	DEBIAN_FRONTEND=noninteractive $(sudo) apt-get install -qy \
	    --no-install-recommends $(1); \
else \
	echo "There is no apt-get here. Please install: $(1)" >&2; exit 1; \
fi
endef

# For tests alone: without what it gives they say what they skip.
define npm_install
mkdir -p build/node
npm install --silent --no-audit --no-fund --prefix build/node $(1) || \
    echo "npm did not give $(1): what needs it is skipped" >&2
endef

# All that is built wants it: `make -j deps demo` installs first.
ifneq ($(filter deps deps-%,$(MAKECMDGOALS)),)
.NOTPARALLEL:
endif

deps: ## install what building and testing need (Debian, apt-get)
	$(call apt_install,$(DEPS))

deps-lint: ## install what the linters need
	$(call apt_install,$(LINT_DEPS))

# The tests start servers of their own: those that Debian starts for these
# packages (ssh, munge, postgresql) are asked by none and may be stopped.
deps-test: ## install what the tests of other engines need
	$(call apt_install,$(TEST_DEPS) $(if $(shell command -v npm),,nodejs npm))
	$(call npm_install,@duckdb/node-api)

deps-fuzz: ## install what the fuzzers need
	$(call apt_install,$(FUZZ_DEPS))

# -- Trying -----------------------------------------------------------------

# With the library in it, so that it can be loaded from anywhere.
$(B)/examples/icj_sqlite.so: examples/icj-sqlite.c lib/icj.h $(B)/lib/libicj.a
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) $(CFLAGS) -fPIC -shared -Ilib -o $@ $< $(B)/lib/libicj.a

sqlite-extension: $(B)/examples/icj_sqlite.so ## the rules as functions of sqlite3 (libsqlite3-dev)

demo: all ## an overdue report and one explained answer, on the examples
	@examples/demo $(B)/bin

# -- The page ---------------------------------------------------------------

# libicj, lib/rec and four tools as they stand, for a browser: Debian's clang, lld
# and wasi-libc, and the sources of what it has for machines only.
PAGE_DEPS = clang lld wasi-libc libclang-rt-dev-wasm32 python3
BROWSER_DEPS = chromium sqlite3 $(if $(shell command -v npm),,nodejs npm)
PAGE_SRC = build/src
page_yaml = $(PAGE_SRC)/libyaml
page_yaml_c = $(patsubst %,$(page_yaml)/src/%.c,api emitter parser reader scanner writer)
page_csv = $(PAGE_SRC)/libcsv
page_md = $(PAGE_SRC)/libmd
WASM_CC = clang --target=wasm32-wasi -std=c11 -D_POSIX_C_SOURCE=200809L -Oz -flto
page_calls = malloc free icj_page_run icj_answer_json icj_fields_json icj_rulebook_json
page_tools = eligible permit return deadline
# What a page has no such thing of; bin/page/machine.c stands in.
page_not = $(patsubst %,bin/tool/%.c,decision jobs process screen)
page_c = $(lib_c) $(rec_c) $(wildcard bin/deadline/*.c bin/page/*.c) \
	$(filter-out $(page_not),$(wildcard bin/tool/*.c))
page_o = $(page_c:%.c=$(B)/page/%.o) $(page_tools:%=$(B)/page/bin/icj-%.o) \
	$(B)/page/csv.o $(B)/page/md/sha2.o $(B)/page/md/sha256hl.o $(patsubst $(page_yaml)/src/%.c,$(B)/page/yaml/%.o,$(page_yaml_c))

$(B)/page/%.o: %.c
	@mkdir -p $(@D)
	$(say) WASM $<
	$(Q)$(WASM_CC) $(WARN) -MMD -MP -Ilib -Ilib/rec -Ibin -I$(page_yaml)/include -I$(page_csv) \
	    -I$(page_md)/include \
	    $(patsubst bin/icj-%.c,-Dmain=tool_% -Wno-missing-prototypes,$(filter bin/icj-%.c,$<)) -c -o $@ $<

$(B)/page/csv.o: $(page_csv)/libcsv.c
	@mkdir -p $(@D)
	$(say) WASM $<
	$(Q)$(WASM_CC) -w -c -o $@ $<

$(B)/page/md/%.o: $(page_md)/src/%.c
	@mkdir -p $(@D)
	$(say) WASM $<
	$(Q)$(WASM_CC) -w -D_GNU_SOURCE -include unistd.h -I$(page_md) -I$(page_md)/include -c -o $@ $<

$(B)/page/yaml/%.o: $(page_yaml)/src/%.c
	@mkdir -p $(@D)
	$(say) WASM $<
	$(Q)$(WASM_CC) -w -I$(page_yaml)/include -DYAML_VERSION_MAJOR=0 -DYAML_VERSION_MINOR=2 \
	    -DYAML_VERSION_PATCH=5 -DYAML_VERSION_STRING='"0.2.5"' -c -o $@ $<

$(page_csv)/libcsv.c $(patsubst %,$(page_md)/src/%.c,sha2 sha256hl) $(page_yaml_c):
	@echo "make deps-page fetches $@" >&2; exit 1

$(B)/page/icj.wasm: $(page_o)
	$(say) LD $@
	$(Q)$(WASM_CC) -mexec-model=reactor -Wl,--gc-sections -Wl,--strip-all \
	    -Wl,-z,stack-size=1048576 $(page_calls:%=-Wl,--export=%) -o $@ $^

$(B)/icj.html: $(B)/page/icj.wasm $(wildcard bin/page/*)
	bin/page/assemble $< > $@.new && mv $@.new $@

page: $(B)/icj.html ## one file for an office without a shell, build/icj.html

deps-page: ## install what the page is built and tried with
	$(call apt_install,$(PAGE_DEPS) $(BROWSER_DEPS))
	bin/page/sources $(PAGE_SRC) || \
	    echo "apt-get did not give sources: the page is not built" >&2
	$(call npm_install,playwright-core@1 axe-core@4)

# -- Making it hard to break ------------------------------------------------

fuzz_kinds = $(patsubst tests/fuzz/fuzz_%.c,%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzzers = $(fuzz_kinds:%=$(B)/fuzz/fuzz_%)
fuzz_tools = $(patsubst bin/icj-%.c,$(B)/fuzz/icj_%.o,$(filter bin/icj-%.c,$(tool_c)))
# What replays inputs; `make fuzz` takes libFuzzer instead.
FUZZ_MAIN = $(B)/fuzz/main.o
FUZZ_SECONDS = 225

$(B)/fuzz/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC) $(own_cflags) -Ilib -Ilib/rec -Ibin $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# The tools as functions: icj_eligible_main() of bin/icj-eligible.c.
$(B)/fuzz/icj_%.o: bin/icj-%.c
	@mkdir -p $(@D)
	$(CC) $(own_cflags) -Wno-missing-prototypes -Dmain=icj_$*_main \
	    -Ilib -Ilib/rec -Ibin $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(B)/fuzz/libtools.a: $(fuzz_tools)
	rm -f $@ && $(AR) rcsD $@ $(fuzz_tools)

$(B)/fuzz/fuzz_%: $(B)/fuzz/fuzz_%.o $(B)/fuzz/help.o $(FUZZ_MAIN) \
    $(B)/fuzz/libtools.a $(B)/libtool.a $(B)/librec.a $(B)/lib/libicj.a
	$(CC) $(CFLAGS) $(FUZZ_LINK) $(LDFLAGS) -o $@ $^ -lcsv $(YAML_LIBS) -lmd $(LDLIBS)

fuzzers: $(fuzzers)

fuzz: ## run each fuzzer for FUZZ_SECONDS under ASan and UBSan (clang)
	$(MAKE) B=build-fuzz CC=clang HARDEN= FUZZ_MAIN= FUZZ_LINK=-fsanitize=fuzzer \
	    CFLAGS='-g -O1 -fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=undefined' \
	    fuzzers
	$(MAKE) $(fuzz_kinds:%=fuzz-%)

# One of them; what it keeps and what fails lies in build-fuzz.
$(fuzz_kinds:%=fuzz-%): fuzz-%:
	@mkdir -p build-fuzz/corpus/$* && \
	echo "$*: $(FUZZ_SECONDS) s" && \
	build-fuzz/fuzz/fuzz_$* -max_total_time=$(FUZZ_SECONDS) -max_len=700 \
	    -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
	    -artifact_prefix=build-fuzz/$*- build-fuzz/corpus/$* \
	    tests/fuzz/corpus/$* >build-fuzz/$*.log 2>&1 || \
	{ tail -40 build-fuzz/$*.log; exit 1; }
	@echo "$*: $$(grep -E '^Done' build-fuzz/$*.log)"

mutate: ## change the sources one place at a time: a test must turn red (hours)
	tests/mutate $(MUTATE)

# -- Testing ----------------------------------------------------------------

unit_sh = $(sort $(wildcard tests/cli/*.sh) $(wildcard tests/tree/*.sh))
oracles = $(sort $(wildcard tests/oracle_*.py))

# So many tests at a time.
JOBS = $(shell nproc 2>/dev/null || echo 1)

# Built for its test where the header of sqlite3 is.
in_sql = $(if $(filter build,$(B)),$(if $(wildcard /usr/include/sqlite3ext.h),$(B)/examples/icj_sqlite.so))
# Likewise the page, where its compiler is.
in_page = $(if $(filter build,$(B)),$(if $(wildcard /usr/include/wasm32-wasi),$(if \
	$(wildcard $(page_md)/config.h),$(B)/icj.html)))

check: all $(in_sql) $(in_page) $(units) $(fuzzers) $(B)/tests/rec_probe $(B)/bench/caseload ## build and run all tests
	@BUILD=$(abspath $(B)) TOP=$(CURDIR) tests/run -j $(JOBS) \
	    $(units) $(oracles) $(unit_sh)

coverage-of-law: all ## every paragraph has a disposition, every claim a test
	@BUILD=$(abspath $(B)) TOP=$(CURDIR) tests/coverage-of-law

# A process of its own for each unit test costs more than most of them there;
# what the sanitizers find ends the program, which counts as a failure.
check-asan: ## the same under ASan and UBSan
	CK_FORK=no $(MAKE) B=build-asan HARDEN= \
	    CFLAGS='-g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined' check

# A tenth of the random cases, unless SHARE is given.  Left out are what runs
# no program of ours that others do not: the layers, the calendar's oracle (it
# is python's process), installing, which builds; and what counts instructions
# by valgrind itself.
valgrind_sh = tests/oracle_rec.py \
	$(filter-out %/install.sh %/speed.sh %/layers.sh,$(unit_sh))

check-valgrind: all $(units) $(fuzzers) $(B)/tests/rec_probe $(B)/bench/caseload ## the same under valgrind; it takes an hour or more
	@CK_FORK=no SHARE=$(or $(SHARE),10) BUILD=$(abspath $(B)) \
	    TOP=$(CURDIR) tests/run -j $(JOBS) \
	    -w 'valgrind -q --leak-check=full --error-exitcode=9' $(units)
	@BUILD=$(abspath $(B)) TOP=$(CURDIR) JOBS=$(JOBS) \
	    tests/under-valgrind $(valgrind_sh)

# What a path through each file can lead to, by the analyser of clang.
analysed = $(patsubst %.c,$(B)/analyse/%.ok,$(lib_c) $(rec_c) $(share_c) $(tool_c))

$(B)/analyse/%.ok: %.c $(wildcard lib/*.h lib/*/*.h lib/law/*/*.h bin/*/*.h)
	@mkdir -p $(@D)
	$(say) SCAN $<
	$(Q)clang --analyze --analyzer-output text -Xclang -analyzer-werror \
	    $(STD) -Ilib -Ilib/rec -Ibin $(YAML_CFLAGS) $< && touch $@

lint: all $(analysed) ## cppcheck, clang and its analyser, shellcheck and mandoc
	cppcheck -q --enable=warning,portability,performance --inline-suppr \
	    --error-exitcode=1 --std=c11 -Ilib -Ilib/rec -Ibin \
	    --suppress=missingIncludeSystem lib bin
	$(MAKE) B=build-clang CC=clang HARDEN= CFLAGS='-O1 -Werror' all
	$(MAKE) B=build-werror CFLAGS='-O2 -Werror' all
	shellcheck $(wildcard bin/shells/*.bash tests/run tests/under-valgrind tests/lib.sh tests/bare-debian.sh tests/*/*.sh examples/demo examples/overdue-report examples/morning-digest examples/monthly-report examples/batch-check .ci/run bin/page/sources)
	for page in man/*; do mandoc -Tlint -W warning $$page || exit 1; done

# -- Measuring --------------------------------------------------------------

benches = $(B)/bench/caseload $(B)/bench/measure $(B)/bench/bare \
	$(B)/bench/bare_yaml $(if $(wildcard /usr/include/json-c),$(B)/bench/bare_json)

$(B)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(say) LD $@
	$(Q)$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -Ilib $(YAML_CFLAGS) \
	    -o $@ $< $(if $(findstring json,$@),-ljson-c,-lcsv $(YAML_LIBS))

bench: all $(benches) ## how fast, on caseloads drawn anew; BENCH=3: on three
	@tests/bench/run $(B)

# -- Handing out ------------------------------------------------------------

dist: ## a tarball of the committed tree, which builds without git
	@mkdir -p $(B)
	git archive --prefix=icj-$(VERSION)/ -o $(B)/icj-$(VERSION).tar.gz HEAD
	@echo $(B)/icj-$(VERSION).tar.gz

# The top level has no debian/: it is put beside the source in a build folder.
deb: dist ## packages for Debian in build/deb, and what lintian says of them
	rm -rf $(B)/deb && mkdir -p $(B)/deb
	cp $(B)/icj-$(VERSION).tar.gz $(B)/deb/icj_$(VERSION).orig.tar.gz
	tar -C $(B)/deb -xzf $(B)/icj-$(VERSION).tar.gz
	cp -r examples/debian $(B)/deb/icj-$(VERSION)/debian
	cd $(B)/deb/icj-$(VERSION) && dpkg-buildpackage -us -uc -j$(JOBS) > ../build.log 2>&1 || \
	    { tail -n 40 ../build.log; exit 1; }
	lintian --allow-root --fail-on error,warning --suppress-tags \
	    initial-upload-closes-no-bugs $(B)/deb/*.changes

DEB_DEPS = debhelper debootstrap dpkg-dev fakeroot lintian

deps-deb: ## install what packages are made with
	$(call apt_install,$(DEPS) $(DEB_DEPS))

deb-check: dist ## that tarball and its packages on bare Debians, as root; SUITES=trixie: on one
	tests/bare-debian.sh $(B)/icj-$(VERSION).tar.gz $(SUITES)

dist-check: dist ## build and test from that tarball, in a folder of its own
	dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	tar -C "$$dir" -xzf $(B)/icj-$(VERSION).tar.gz && \
	$(MAKE) -C "$$dir/icj-$(VERSION)" check

repro-check: ## two builds in different folders are the same, byte for byte
	dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT && \
	for place in one two/deeper; do mkdir -p "$$dir/$$place" && \
	    tar --exclude='./build*' --exclude=./.git -cf - . | \
	    tar -C "$$dir/$$place" -xf - && \
	    $(MAKE) -C "$$dir/$$place" B=build all || exit 1; done && \
	diff -r "$$dir/one/build" "$$dir/two/deeper/build" && \
	echo 'both builds are the same'

install-check: all ## stage, compile against it, run, uninstall, nothing left
	@BUILD=$(abspath $(B)) TOP=$(CURDIR) tests/run tests/cli/install.sh

# -- Installing -------------------------------------------------------------

pages = $(wildcard man/*.[1357])
programs = $(notdir $(tools))

examples = $(patsubst ./%,%,$(sort $(wildcard examples/*.* examples/cases/*) \
	examples/batch-check examples/crontab examples/demo \
	examples/monthly-report examples/morning-digest examples/overdue-report))
# Those as they were built if the library lies where it does there.
to_install = $(if $(filter ../lib,$(to_lib)),$(tools),$(tools:$(B)/bin/%=$(B)/install/%))

# A blank parts words to make: half of a name would be another folder's.
check_folders = $(foreach f,DESTDIR BINDIR LIBDIR INCLUDEDIR MANDIR DOCDIR \
	BASHDIR ZSHDIR FISHDIR,$(if $(word 2,$($(f))),$(error $(f) has a blank \
	in it: install into another folder)))

# bash and fish look for a file of the command's name.
install-shells:
	@: $(check_folders)
	umask 022 && $(INSTALL) -d $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) \
	    $(DESTDIR)$(FISHDIR)
	$(INSTALL) -m 644 bin/shells/icj.bash $(DESTDIR)$(BASHDIR)/icj
	$(INSTALL) -m 644 bin/shells/_icj $(DESTDIR)$(ZSHDIR)
	$(INSTALL) -m 644 bin/shells/icj.fish $(DESTDIR)$(FISHDIR)
	for tool in $(filter-out icj,$(programs)); do \
	    ln -sf icj $(DESTDIR)$(BASHDIR)/$$tool && \
	    ln -sf icj.fish $(DESTDIR)$(FISHDIR)/$$tool.fish || exit 1; done

# Each line sets the mode of what it makes, whatever the umask is.
install: all install-shells ## install into PREFIX (DESTDIR is respected)
	@: $(check_folders)
	$(MAKE) $(to_install)
	umask 022 && $(INSTALL) -d $(DESTDIR)$(BINDIR) \
	    $(DESTDIR)$(LIBDIR)/pkgconfig $(DESTDIR)$(INCLUDEDIR) \
	    $(DESTDIR)$(DOCDIR)/examples/cases
	$(INSTALL) -m 755 $(to_install) $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 755 examples/overdue-report examples/morning-digest \
	    examples/monthly-report $(DESTDIR)$(BINDIR)
	$(INSTALL) -m 755 $(B)/lib/$(SONAME) $(DESTDIR)$(LIBDIR)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libicj.so
	$(INSTALL) -m 644 $(B)/lib/libicj.a $(DESTDIR)$(LIBDIR)
	umask 022 && sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' \
	    -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' -e 's|@VERSION@|$(VERSION)|' \
	    lib/icj.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/icj.pc && \
	    chmod 644 $(DESTDIR)$(LIBDIR)/pkgconfig/icj.pc
	$(INSTALL) -m 644 lib/icj.h $(DESTDIR)$(INCLUDEDIR)
	umask 022; for page in $(pages); do s=$${page##*.}; \
	    $(INSTALL) -d $(DESTDIR)$(MANDIR)/man$$s && \
	    $(INSTALL) -m 644 $$page $(DESTDIR)$(MANDIR)/man$$s || exit 1; done
	for file in $(examples); do \
	    if [ -x $$file ]; then mode=755; else mode=644; fi; \
	    $(INSTALL) -m $$mode $$file $(DESTDIR)$(DOCDIR)/$$file || exit 1; done
	! [ -f $(B)/icj.html ] || $(INSTALL) -m 644 $(B)/icj.html $(DESTDIR)$(DOCDIR)
	if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" = 0 ]; then ldconfig; fi

# Nothing else, and of our own folders only those that are then empty.
uninstall: ## remove what install put there
	@: $(check_folders)
	rm -f $(addprefix $(DESTDIR)$(BINDIR)/,$(programs) overdue-report \
	    morning-digest monthly-report)
	rm -f $(DESTDIR)$(LIBDIR)/$(SONAME) $(DESTDIR)$(LIBDIR)/libicj.so \
	    $(DESTDIR)$(LIBDIR)/libicj.a $(DESTDIR)$(LIBDIR)/pkgconfig/icj.pc \
	    $(DESTDIR)$(INCLUDEDIR)/icj.h
	for page in $(notdir $(pages)); do \
	    rm -f $(DESTDIR)$(MANDIR)/man$${page##*.}/$$page; done
	rm -f $(programs:%=$(DESTDIR)$(BASHDIR)/%) $(DESTDIR)$(ZSHDIR)/_icj \
	    $(programs:%=$(DESTDIR)$(FISHDIR)/%.fish)
	for file in $(examples) icj.html; do rm -f $(DESTDIR)$(DOCDIR)/$$file; done
	for folder in $(DOCDIR)/examples/cases $(DOCDIR)/examples $(DOCDIR); do \
	    rmdir $(DESTDIR)$$folder 2>/dev/null; done; true
	if [ -z "$(DESTDIR)" ] && [ "$$(id -u)" = 0 ]; then ldconfig; fi

clean: ## remove everything built
	rm -rf build build-*

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | \
	    awk -F'|' '{ printf "%-22s %s\n", $$1, $$2 }'

FORCE:

.PHONY: FORCE install-shells deb deps-deb page deps-page sqlite-extension fuzz fuzzers $(fuzz_kinds:%=fuzz-%) mutate deps-test deps-fuzz all deps deps-lint demo check coverage-of-law check-asan check-valgrind lint bench \
	dist dist-check repro-check install-check install \
	uninstall clean help
