#!/bin/sh
# SPDX-License-Identifier: MIT
# dues-oracle.sh - icj-dues against exact rationals in another language.
# shellcheck disable=SC1091
. "$(dirname "$0")/../lib.sh"

if command -v python3 >/dev/null 2>&1; then
	python3 "$TOP/tests/dues_oracle.py" "$BUILD/bin/icj-dues"
	exit $?
fi
skip 'dues in exact rationals' 'there is no python3'
finish
