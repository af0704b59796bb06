#!/bin/sh
# SPDX-License-Identifier: MIT
# page.sh - the page for an office without a shell, driven in headless Chromium:
# the same answers as the tools, by keyboard, with nothing leaving it.
# shellcheck disable=SC1091,SC2154
. "$(dirname "$0")/../lib.sh"

NODE_PATH=${NODE_PATH:-$TOP/build/node/node_modules}
export NODE_PATH
if checked; then
	skip 'the page' 'the browser runs its own build'
	finish
fi
if [ ! -f "$BUILD/icj.html" ] || [ ! -x /usr/bin/chromium ] ||
    ! node -e 'require("playwright-core"); require("axe-core")' 2>/dev/null; then
	skip 'the page' 'make deps-page installs what it is built and tried with'
	finish
fi
mkdir -p "$BUILD/shots"
# Its lines are those of one test after the other; only the count is ours.
node "$TOP/tests/page.js" "$BUILD/icj.html" "$EX" "$BUILD/shots" >"$DIR/tap" 2>&1
while IFS= read -r line; do
	case $line in
	'ok '*) report 0 "${line#ok * - }" ;;
	'not ok '*) report 1 "${line#not ok * - }" ;;
	1..*) ;;
	*) echo "# $line" ;;
	esac
done <"$DIR/tap"
[ "$count" -gt 27 ]
report $? "the page was looked at: $count times"
finish
