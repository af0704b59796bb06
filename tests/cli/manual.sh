#!/bin/sh
# SPDX-License-Identifier: MIT
# manual.sh - the manual says what the tools do: its examples run, its tables
# are those of the code, its pages lint clean.
# shellcheck disable=SC1091,SC2154
. "${0%/*}/../lib.sh"

MAN=$TOP/man
GET=$TOP/tests/man_examples.awk
W=$DIR/manual
mkdir "$W"

# compare TITLE WANT GOT: two lists.
compare() {
	diff "$2" "$3" > "$W/diff" 2>&1
	report $? "$1"
	sed 's/^/# /' "$W/diff" | head -20
}

tools=
for file in "$BUILD"/bin/icj-*; do
	case $file in
	*.o | *.d) ;;
	*) tools="$tools ${file##*/}" ;;
	esac
done
pages=
for file in "$MAN"/*.[1357]; do
	pages="$pages ${file##*/}"
done

# -- Every tool has a page, every page its sections --------------------------

for tool in $tools; do
	[ -f "$MAN/$tool.1" ]
	report $? "$tool has a page"
done

for page in $pages; do
	grep -q '^\.Sh EXAMPLES$' "$MAN/$page" &&
	    { [ "${page##*.}" = 3 ] ||
	    grep -q '^\.Sh EXIT STATUS$' "$MAN/$page"; }
	report $? "$page has EXIT STATUS and EXAMPLES"
	if command -v mandoc > /dev/null; then
		mandoc -Tlint -W warning "$MAN/$page" > "$W/lint" 2>&1
		report $? "$page lints clean"
		sed 's/^/# /' "$W/lint" | head -5
	else
		skip "$page lints clean" "no mandoc"
	fi
done

# What a page looks up comes after what it shows.
for page in "$MAN"/*.1; do
	awk '/^\.Sh / { at[$2] = NR } END { exit !(at["EXAMPLES"] &&
		(!at["REFERENCE"] || at["EXAMPLES"] < at["REFERENCE"]) &&
		(!at["OPTIONS"] || at["EXAMPLES"] < at["OPTIONS"])) }' "$page"
	report $? "${page##*/} has its examples before the reference"
done

for tool in $tools; do
	grep -q "^\.It Xr $tool 1$" "$MAN/icj.7"
	report $? "icj(7) names $tool"
done

# -- Examples ----------------------------------------------------------------

# C programs are built against the tree, as an installed library would be.
CPATH=$TOP/lib
LIBRARY_PATH=$BUILD/lib
LD_LIBRARY_PATH=$BUILD/lib
export CPATH LIBRARY_PATH LD_LIBRARY_PATH

no_program() { # whether a C program cannot be tried here, and why
	if ! command -v cc > /dev/null; then
		echo "no compiler"
	elif grep -q __asan_init "$BUILD/lib/libicj.so"; then
		echo "the library has a sanitizer in it"
	else
		return 1
	fi
}

run_examples() { # run_examples PAGE
	at=$W/$1
	mkdir -p "$at/work"
	cp -R "$EX/." "$at/work" 2> /dev/null
	blocks=$(awk -v dir="$at" -f "$GET" "$MAN/$1")
	if [ -f "$at/example.c" ]; then
		cp "$at/example.c" "$at/work"
		if why=$(no_program); then
			skip "$1: examples" "$why"
			return
		fi
	fi
	[ "$blocks" -gt 0 ] || report 1 "$1: has examples"
	i=0
	while [ $i -lt "$blocks" ]; do
		i=$((i + 1))
		(cd "$at/work" && sh "../$i.sh") > "$at/$i.got" 2>&1 < /dev/null
		compare "$1: example $i" "$at/$i.want" "$at/$i.got"
	done
}

# What is read on the terminal is what was run.
check_rendering() { # check_rendering PAGE
	sed 's/^/     /; s/ *$//' "$W/$1/shown" | sort -u > "$W/want"
	mandoc -Tascii -O width=400 "$MAN/$1" | col -bx | sed 's/ *$//' |
	    sort -u | comm -13 - "$W/want" > "$W/lost"
	[ -s "$W/want" ] && [ ! -s "$W/lost" ]
	report $? "$1: examples are shown as they are"
	sed 's/^/# /' "$W/lost" | head -5
}

for page in $pages; do
	run_examples "$page"
	if command -v mandoc > /dev/null && command -v col > /dev/null; then
		check_rendering "$page"
	else
		skip "$page: examples are shown as they are" "no mandoc or col"
	fi
done

# -- Fields ------------------------------------------------------------------

# A line for each field: name, type, marks, meaning, values; what the tools list
# has the number of its rule, too.
awk '
	/^V\(/ { values = 1 }
	values {
		line = line " " $0
		if (/\)/) {
			n = split(line, part, "\"")
			name = part[1]
			gsub(/.*V\(|[, ]/, "", name)
			list[name] = part[2]
			for (i = 4; i < n; i += 2)
				list[name] = list[name] ", " part[i]
			line = ""
			values = 0
		}
	}
	FNR == 1 {
		split("TEXT text YES_NO yes/no STATE state COUNT count " \
		    "CHOICE choice LIST list DATE date TIME time", word, " ")
		for (i = 1; i in word; i += 2)
			type[word[i]] = word[i + 1]
		type["TIME_OR_DATE"] = "time or date"
		type["COUNT_OR_INDEFINITE"] = "count or indefinite"
		type["DATE_OR_INDEFINITE"] = "date or indefinite"
		type["DATES"] = "list of dates"
	}
	NR == FNR { next }
	/^X\(/ {
		split($0, part, "\"")
		split(substr(part[1], 3), word, ", *")
		mark = (word[4] ~ /ABSENT/ ? " (x)" : "") \
		    (word[4] ~ /CONF/ ? " (c)" : "")
		print word[1] "|" type[word[2]] mark "|" part[2] \
		    (word[3] == "NONE" ? "" : " Values: " list[word[3]] ".")
	}' "$TOP/lib/facts/fields.h" "$TOP/lib/facts/fields.h" > "$W/fields.code"

awk '
	function flush() {
		if (row != "")
			print row
		row = ""
	}
	/^\.Sh / { fields = $2 == "FIELDS" }
	!fields { next }
	/^\.It Va .* Pq / {
		flush()
		name = $3
		type = $0
		sub(/^.* Pq /, "", type)
		gsub(/ , x/, " (x)", type)
		gsub(/ , c/, " (c)", type)
		row = name "|" type "|"
		glue = ""
		next
	}
	/^\.(El|Ss|It)/ { flush(); next }
	row != "" && !/^\.br/ {
		text = $0
		gsub(/\\-/, "-", text)
		if (sub(/^\.Pq /, "", text))
			text = "(" text ")"
		row = row glue text
		glue = " "
	}' "$MAN/icj-case.5" > "$W/fields.page"
sed 's/ ([0-9]-[0-9][^ ]*\(; [0-9]-[0-9][^ ]*\)*)//' "$W/fields.page" > "$W/fields.bare"
compare "icj-case(5): fields are those of the dictionary" \
    "$W/fields.code" "$W/fields.bare"

# What the tools list is in the table, word for word.
for tool in $tools; do
	case $tool in icj-dues | icj-score | icj-digest) continue ;; esac
	"$tool" --fields > "$W/fields.said" 2> /dev/null || continue
	awk '
		/^ / {
			sub(/^ +/, "")
			row = row " Values: " $0 "."
			next
		}
		{
			if (row != "")
				print row
			name = $1
			sub(/^[^ ]+ +/, "")
			colon = index($0, ": ")
			row = name "|" substr($0, 1, colon - 1) "|" \
			    substr($0, colon + 2)
			if (match(row, /, [0-9]+-[0-9]+[A-Z]?[()a-z0-9]*(; [0-9]-[0-9]+[()a-z0-9]*)?$/))
				row = substr(row, 1, RSTART - 1) " (" \
				    substr(row, RSTART + 2) ")"
		}
		END { print row }' "$W/fields.said" | sort > "$W/fields.tool"
	sort "$W/fields.page" | comm -23 "$W/fields.tool" - > "$W/lost"
	[ -s "$W/fields.tool" ] && [ ! -s "$W/lost" ]
	report $? "icj-case(5): has what $tool --fields lists"
	sed 's/^/# /' "$W/lost" | head -5
done

# Duty records have the columns of icj-deadline and some of the case's own.
{ icj-deadline --as-of 2015-04-20 --set withdrawn= -o csv <<EOF
referral_received
2015-04-01
EOF
} 2>/dev/null | sed 1q | tr , '\n' | cat - "$W/fields.page" | sed 's/|.*//' | sort > "$W/columns"
for tool in $tools; do
	case $tool in icj-score | icj-digest) ;; *) continue ;; esac
	"$tool" --fields | sed 's/ .*//' | sort > "$W/want"
	[ -s "$W/want" ] && [ -z "$(comm -23 "$W/want" "$W/columns")" ]
	report $? "icj-deadline writes what $tool --fields lists"
done

icj-dues --fields | sed 's/ .*//' | sort > "$W/want"
awk '/^\.S[hs] / { on = $0 == ".Ss Columns read" }
	on && /^\.It Va/ { for (i = 3; i <= NF; i++) if ($i != ",") print $i }' \
    "$MAN/icj-dues.1" | sort > "$W/got"
compare "icj-dues(1): columns read are those of --fields" "$W/want" "$W/got"

# -- Labels ------------------------------------------------------------------

awk -F '"' '/^static const struct label/ { on = 1 }
	/^};/ { on = 0 }
	on && /^\t\{"/ {
		field = $4
		if (/NAME_TO/)
			field = "receiving_state or holding_state"
		if (/NAME_FROM/)
			field = "sending_state or home_state"
		if (/Detailed Justification/)
			field = "denial_justified"
		if (/NAME_STATUS/)
			field = "supervision or return_type"
		print $2 "|" field
	}' "$TOP/bin/tool/name.c" > "$W/labels.code"
awk '/^\.S[hs] / { on = $0 == ".Ss Labels" }
	on && / Ta Va / {
		sub(/^\.It /, "")
		sub(/ Ta Va /, "|")
		print
	}' "$MAN/icj-case.5" > "$W/labels.page"
compare "icj-case(5): labels are those of the tools" \
    "$W/labels.code" "$W/labels.page"

# -- Columns and options -----------------------------------------------------

help_of() { # help_of TOOL: icj-rule is two tools in one
	if [ "$1" = icj-rule ]; then
		icj-rule --help
		icj-rule --classify --help-all
	else
		"$1" --help-all
	fi
}

columns_of() { # columns_of TOOL
	help_of "$1" | sed -n '1,/^columns added/d; s/^  \([^ ][^ ]*\) .*/\1/p'
}

options_of() { # options_of TOOL: "a as-of", "- strict"
	help_of "$1" | sed -n \
	    -e '/^columns added/q' \
	    -e 's/^  -\(.\), --\([a-z-]*\).*/\1 \2/p' \
	    -e 's/^      --\([a-z-]*\).*/- \1/p' | sort
}

for tool in $tools; do
	page=$MAN/$tool.1
	[ -f "$page" ] || continue
	columns_of "$tool" > "$W/want"
	awk '/^\.S[hs] / { on = $0 == ".Ss Columns" }
		on && /^\.It Va/ {
			for (i = 3; i <= NF; i++)
				if ($i != ",")
					print $i
		}' "$page" > "$W/got"
	compare "$tool(1): columns are those of --help-all" "$W/want" "$W/got"
	options_of "$tool" | sed 's/.* //' | sort -u > "$W/want"
	awk '/^\.Sh / { on = $2 ~ /^(DESCRIPTION|REFERENCE|OPTIONS)$/ }
		on && / ?Fl / {
			for (i = 2; i <= NF; i++)
				if ($i ~ /^-[a-z][a-z-]+$/)
					print substr($i, 2)
		}
		on && /^\.Fl -/ { print substr($2, 2) }' "$page" |
	    sort -u > "$W/got"
	compare "$tool(1): options are those of --help-all" "$W/want" "$W/got"
done

# Those of one tool that any other has, too, are common.
options_of icj-eligible | grep -v -e ' why-not$' -e ' ask$' \
	-e ' compare$' -e ' log$' -e ' pseudonym-key$' > "$W/want"
awk '/^\.S[hs] / { on = $0 == ".Sh OPTIONS" }
	on && /^\.It Fl -/ { print "- " substr($3, 2) }
	on && /^\.It Fl [a-zA-Z] ,/ { print $3 " " substr($5, 2) }' \
    "$MAN/icj.7" | sort > "$W/got"
compare "icj(7): common options are those of --help-all" "$W/want" "$W/got"

# -- Duties ------------------------------------------------------------------

icj-deadline --list -o json | awk -F '", "' '
	{
		gsub(/^\{"|"\}$/, "")
		for (i = 1; i <= NF; i++) {
			at = index($i, "\": \"")
			cell[substr($i, 1, at - 1)] = substr($i, at + 4)
		}
		rule = cell["rule"]
		gsub(/; /, " , ", rule)
		row = cell["duty"] "|" rule
		if (cell["standard"] != "")
			row = row " , " cell["standard"]
		row = row "|" cell["says"] " Kind " cell["kind"] \
		    ", owed by " cell["owed_by"] ". Starts: " cell["trigger"] \
		    ". Limit: " cell["limit"] "."
		if (cell["done"] != "")
			row = row " Done: " cell["done"] "."
		if (cell["extension"] != "none")
			row = row " Extension: " cell["extension"] "."
		if (cell["only_if"] != "")
			row = row " Only if: " cell["only_if"] "."
		# Wordings that follow each other and say the same are one.
		if (row != last || cell["from"] != end) {
			flush()
			last = row
			from = cell["from"]
		}
		end = cell["until"]
	}
	function flush() {
		if (last != "")
			print last " Wording: " from \
			    (end == "" ? " on." : " until " end ".")
	}
	END { flush() }' > "$W/duties.code"
awk '
	function flush() {
		if (row != "")
			print row
		row = ""
	}
	/^\.S[hs] / { flush(); on = $0 == ".Ss Duties" }
	!on { next }
	/^\.It Cm / {
		flush()
		rule = $0
		sub(/^.* Pq /, "", rule)
		row = $3 "|" rule "|"
		glue = ""
		next
	}
	/^\.El/ { flush() }
	row != "" {
		gsub(/\\-/, "-")
		row = row glue $0
		glue = " "
	}' "$MAN/icj-deadline.1" > "$W/duties.page"
compare "icj-deadline(1): duties are those of --list" \
    "$W/duties.code" "$W/duties.page"

# -- Codes of messages -------------------------------------------------------

codes_of() { # codes_of FIRST LAST FILE ...
	first=$1 last=$2
	shift 2
	sed -n 's/^.[A-Z_]*_[EWN]_[A-Z0-9_]* = \([0-9]*\).*/\1/p' "$@" |
	    awk -v a="$first" -v b="$last" '$1 >= a && $1 <= b' | sort
}

codes_of 101 399 "$TOP/lib/icj.h" "$TOP/lib/rec/rec.h" "$TOP/bin/tool/tool.h" \
    > "$W/want"
sed -n 's/^\.It ICJ//p' "$MAN/icj.7" > "$W/got"
compare "icj(7): codes are those of the code" "$W/want" "$W/got"
codes_of 401 499 "$TOP/lib/icj.h" "$TOP/bin/dues/dues.h" > "$W/want"
sed -n 's/^\.It ICJ//p' "$MAN/icj-dues.1" > "$W/got"
compare "icj-dues(1): codes are those of the code" "$W/want" "$W/got"

# -- The library --------------------------------------------------------------

grep -o '^[^/ *].*icj_[a-z_0-9]*(\|^    *icj_[a-z_0-9]*(' "$TOP/lib/icj.h" |
    grep -o 'icj_[a-z_0-9]*(' | tr -d '(' | sort -u > "$W/want"
sed -n 's/^\.Fn \(icj_[a-z_0-9]*\).*/\1/p' "$MAN/libicj.3" | sort -u \
    > "$W/got"
compare "libicj(3): names every function of icj.h" "$W/want" "$W/got"

finish
