# SPDX-License-Identifier: MIT
# icj.fish - what fish offers behind a tool's name; the tool itself is asked.

function __icj_complete
	set -l words (commandline -opc)
	set -l word (string unescape -- (commandline -ct))
	set -l tool $words[1]
	if string match -qr '(^|/)icj$' -- $words[1]; and set -q words[2]
		and string match -qr '^[a-z]' -- $words[2]; and test $words[2] != help
		set tool $words[1..2]
	end
	for answer in ($tool --complete $words[-1] "$word" 2>/dev/null)
		if test $answer = :files
			__fish_complete_path "$word"
		else
			echo $answer
		end
	end
end

for tool in icj icj-eligible icj-referral icj-deadline icj-permit icj-return \
		icj-supervise icj-rule icj-digest icj-lint icj-score icj-tally \
		icj-dues icj-vote icj-training
	complete -c $tool -f -a '(__icj_complete)'
end
