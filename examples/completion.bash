# SPDX-License-Identifier: MIT
# completion.bash - words of the tools for bash, asked of the tools themselves.
#
#   . completion.bash
#
# Options, fields, the values of a field after its '=', duties, standards.
# shellcheck shell=bash

_icj_fields() { # TOOL: name and values, a tab between them
	"$1" --fields -o json 2>/dev/null | sed -n \
		's/.*"name": "\([^"]*\)".*"values": "\([^"]*\)".*/\1	\2/p'
}

_icj() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local tool=${COMP_WORDS[0]##*/} words=

	# '=' parts words in bash: "field", "=", "value".
	if [ "$word" = = ]; then
		word=
	elif [ "$before" = = ]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	case $before in
	--duty) words=$("$tool" --list -o csv | sed '1d; s/,.*//') ;;
	-o | --output) words='csv yaml json table card explain brief' ;;
	--show) words=$("$tool" --help-all | sed '1,/^columns/d; s/^  \([a-z_]*\).*/\1/') ;;
	-*) ;;
	*)
		words=$(_icj_fields "$tool" | awk -F'\t' -v f="$before" '
			$1 == f { gsub(/; /, " ", $2); print $2 }')
		;;
	esac
	case $word in
	-*) words=$("$tool" --help-all | sed -n 's/^  .*\(--[a-z-]*\).*/\1/p') ;;
	esac
	[ -n "$words" ] || words=$(_icj_fields "$tool" | sed 's/	.*/=/')
	# shellcheck disable=SC2207
	COMPREPLY=($(compgen -W "$words" -- "$word"))
	case ${COMPREPLY[0]-} in *=) compopt -o nospace 2>/dev/null ;; esac
}

complete -o default -F _icj icj-eligible icj-referral icj-deadline icj-permit \
	icj-return icj-supervise icj-vote icj-training
