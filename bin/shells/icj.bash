# SPDX-License-Identifier: MIT
# icj.bash - what bash offers behind a tool's name; the tool itself is asked.
# shellcheck shell=bash

# Offers a word as it must be typed: inside of quotes nothing is quoted again.
_icj_offer() { # WORD
	local word=$1

	[[ $word != *= && $word != */ ]] || compopt -o nospace 2>/dev/null
	[[ -n $quoted || $word != *[^a-zA-Z0-9_.,:/=~+@%-]* ]] ||
		printf -v word %q "$word"
	COMPREPLY+=("$word")
}

_icj() {
	local line=${COMP_LINE:0:COMP_POINT} before=$1 word='' quoted='' answer
	local -a words tool

	# bash parts words at '=' and ':'; the tools do not.
	read -ra words <<<"${line//\\ /$'\1'}"
	[[ $line == *[[:blank:]] && $line != *'\ ' ]] || word=${words[-1]}
	[[ -z $word ]] || unset 'words[-1]'
	((${#words[@]} == 0)) || before=${words[-1]}
	[[ $word != [\'\"]* ]] || quoted=yes
	word=${word#[\'\"]} word=${word//$'\1'/ } word=${word//\\/}
	tool=("$1")
	if [[ ${1##*/} == icj && ${words[1]-help} == [a-z]* &&
		${words[1]-help} != help ]]; then
		tool=("$1" "${words[1]}")
	fi
	COMPREPLY=()
	while IFS=$'\t' read -r answer _; do
		if [[ $answer == :files ]]; then
			while IFS= read -r answer; do
				[[ ! -d $answer ]] || answer=$answer/
				_icj_offer "$answer"
			done < <(compgen -f -- "$word")
		else
			[[ -n $quoted || $word != *=* ]] ||
				answer=${answer#"${word%%=*}="}
			_icj_offer "$answer"
		fi
	done < <("${tool[@]}" --complete "$before" "$word" 2>/dev/null)
}

complete -F _icj icj icj-eligible icj-referral icj-deadline icj-permit \
	icj-return icj-supervise icj-rule icj-digest icj-lint icj-score \
	icj-tally icj-dues icj-vote icj-training
