#!/bin/sh
# SPDX-License-Identifier: MIT
# shells.sh - what shells offer behind a tool's name: the words that the tools
# give, and the real shells on a terminal, with the files as they are installed.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

# -- Words ------------------------------------------------------------------

# offers TITLE TOOL BEFORE WORD WANTED...: all that is offered
offers() {
	title=$1 tool=$2
	"$tool" --complete "$3" "$4" | cut -f1 | tr '\n' ' ' >offered
	shift 4
	[ "$*" = "$(sed 's/ $//' offered)" ]
	report $? "$title"
	[ "$*" = "$(sed 's/ $//' offered)" ] || sed 's/^/# /' offered
}

offers 'fields, each with its sign' icj-eligible x resid residence= :files
offers 'values of a field' icj-eligible x residence=rel residence=relative
offers 'as names are compared' icj-eligible x 'residence=LEGAL_' \
	residence=legal-guardian
offers 'yes, no and that it is not known' icj-permit x transferred= \
	transferred=yes transferred=no transferred=unknown
offers 'states' icj-deadline x receiving_state=K receiving_state=KS \
	receiving_state=KY
offers 'behind --set, too' icj-deadline --set residence=le \
	residence=legal-guardian
offers 'options' icj-deadline x --st --standard --state --strict
offers 'an option behind its sign' icj-deadline x --duty=home-e \
	--duty=home-evaluation
offers 'what an option takes' icj-deadline --calendar '' owner both federal
offers 'by its letter' icj-eligible -o c csv card
offers 'the next of a list' icj-deadline --duty home-evaluation,violation-r \
	home-evaluation,violation-reply
offers 'standards' icj-deadline --standard A-02 A-02
offers 'columns' icj-permit --show permit_l permit_last_day
offers 'statuses' icj-deadline --only o overdue open
offers 'what a number is, nobody can say' icj-deadline --within 1
offers 'files' icj-deadline -H x :files
offers 'where facts cannot be given, files' icj-score x '' :files
offers 'periods' icj-tally --by '' month quarter year fiscal-year
offers 'paragraphs' icj-rule x '4-101(2)(f)(1' '4-101(2)(f)(1)'
offers 'terms' icj-rule x Absc Absconder
offers 'facts to classify' icj-rule --classify ran_ ran_away= :files
offers 'tools' icj icj elig eligible
offers 'a tool behind icj' "$BUILD/bin/icj-eligible" -o br brief
offers 'nothing for what is no option' icj-eligible x --nosuch=
t 'with what they mean' 0 'icj-eligible --complete x plan_d; icj deadline --complete \
	--duty placement; icj --complete help placement_f' <<'END'
plan_days=	planned consecutive days in the other state within 12 months
:files
placement	The juvenile relocates, or the case may be closed.
placement_failed	notice of the failed placement
END

# Each option of --help-all is offered, and what asks for words gets some.
for tool in "$BUILD"/bin/icj-*; do
	case $tool in *.*) continue ;; esac
	name=${tool##*/}
	"$tool" --complete x -- | cut -f1 | sort -u >offered
	case $name in
	icj-rule) "$tool" --help ;;
	*) "$tool" --help-all ;;
	esac | sed -n 's/^  \(-., \|    \)\(--[a-z-]*\).*/\2/p' | sort -u >listed
	[ "$(wc -l <listed)" -gt 10 ]
	report $? "$name: options are listed"
	same "$name: all of them are offered" listed offered
	grep -q -w -e "$name" "$TOP/bin/shells/icj.bash" &&
		grep -q -w -e "$name" "$TOP/bin/shells/icj.fish" &&
		grep -q "^#compdef.*$name" "$TOP/bin/shells/_icj"
	report $? "$name: the shells know it"
done

# -- The shells -------------------------------------------------------------

# What is typed behind a name reaches a stand-in, which asks the real tool.
mkdir bin
for tool in icj icj-eligible icj-deadline icj-rule; do
	cat >bin/$tool <<END
#!/bin/sh
case "\$*" in
*--complete*) exec "$BUILD/bin/$tool" "\$@" ;;
esac
printf '%s|' $tool "\$@" >>"\$TYPED"
echo >>"\$TYPED"
END
	chmod +x bin/$tool
done
mkdir files
: >'files/my cases.csv'
tab=$(printf '\t')
cat >keys <<END
icj-deadline --duty home-e${tab}
icj-deadline --standard A-02,B-03,A-0${tab}1
icj-eligible residence=leg${tab}
icj-eligible plan_d${tab}120
icj-eligible --why${tab}
icj eligible full_time_st${tab}y${tab}
icj-rule 4-101\\(4${tab}
icj-deadline fil${tab}my${tab}
icj-deadline files/my\\ c${tab}
icj-deadline --duty=home-e${tab}
icj-rule '4-101(4${tab}
exit
END
cat >wanted <<'END'
icj-deadline|--duty|home-evaluation|
icj-deadline|--standard|A-02,B-03,A-01|
icj-eligible|residence=legal-guardian|
icj-eligible|plan_days=120|
icj-eligible|--why-not|
icj|eligible|full_time_student=yes|
icj-rule|4-101(4)|
icj-deadline|files/my cases.csv|
icj-deadline|files/my cases.csv|
icj-deadline|--duty=home-evaluation|
icj-rule|4-101(4)|
END
(
	unset MAKEFLAGS MFLAGS MAKELEVEL
	make -s -C "$TOP" B="${BUILD#"$TOP"/}" DESTDIR="$DIR/root" PREFIX=/usr \
		install-shells
)
share=$DIR/root/usr/share

# at_terminal NAME COMMAND...: the keys typed there, what came of them to NAME
at_terminal() {
	name=$1
	shift
	env TYPED="$DIR/work/$name" PATH="$DIR/work/bin:$PATH" TERM=dumb \
		HOME="$DIR/home" XDG_DATA_DIRS="$share:/usr/share" \
		python3 "$TOP/tests/terminal.py" 200x50 "$@" <keys >"$name.shown" 2>&1
}
mkdir "$DIR/home"
shells=
if python3 -c 'import pty' 2>/dev/null; then
	if [ -r /usr/share/bash-completion/bash_completion ]; then
		echo '. /usr/share/bash-completion/bash_completion' >bashrc
		shells="$shells bash"
		at_terminal bash bash --noprofile --rcfile bashrc -i &
	fi
	if command -v zsh >/dev/null; then
		mkdir zdot
		cat >zdot/.zshrc <<END
fpath=($share/zsh/site-functions \$fpath)
autoload -Uz compinit
compinit -u -D
END
		shells="$shells zsh"
		ZDOTDIR="$DIR/work/zdot" at_terminal zsh zsh -d -i &
	fi
	if command -v fish >/dev/null; then
		shells="$shells fish"
		at_terminal fish fish -i &
	fi
	wait
fi
for shell in bash zsh fish; do
	case $shells in
	*$shell*)
		touch $shell
		same "$shell on a terminal" wanted $shell
		;;
	*) skip "$shell on a terminal" "no $shell with what it needs" ;;
	esac
done

finish
