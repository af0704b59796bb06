#!/bin/sh
# SPDX-License-Identifier: MIT
# mutants.sh - what tests/mutate.equivalent says that no test can tell is still
# in the sources.  The mutants themselves take hours (make mutate).
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

if ! command -v python3 >/dev/null; then
	skip 'the known equivalents are changes of today' 'no python3'
	finish
fi
"$TOP/tests/mutate" -l >"$DIR/found"
report $? 'the known equivalents are changes of today'
sed 's/^/# /' "$DIR/found"
finish
