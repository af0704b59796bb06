# SPDX-License-Identifier: MIT
# columns.awk - some columns of a CSV file, aligned for a reader.
#
#   awk -v want='due case_id duty' [-v drop='eligible=yes'] \
#       [-v part='note=past due: [^;]*'] -f columns.awk
#
# Wanted columns that are not there are left out, but the first must be.  Rows
# in which the column of `drop` has its value are left out.  A header without
# rows prints nothing.  A line break within a value becomes a blank.  Of the
# column of `part` only what fits its pattern is shown.

# Splits a record into cell[1..n] and returns n.
function cells(text,    n, value) {
	for (n = 1; ; n++) {
		value = ""
		if (text ~ /^"/) {
			do {
				text = substr(text, 2)
				match(text, /^[^"]*/)
				value = value substr(text, 1, RLENGTH)
				text = substr(text, RLENGTH + 2)
				if (text ~ /^"/)
					value = value "\""
			} while (text ~ /^"/)
		} else {
			match(text, /^[^,]*/)
			value = substr(text, 1, RLENGTH)
			text = substr(text, RLENGTH + 1)
		}
		cell[n] = value
		if (text == "")
			return n
		text = substr(text, 2)
	}
}

function shown(i,    value) {
	value = cell[at[i]]
	if (rows == 1 || at[i] != part_at)
		return value
	return match(value, pattern) ? substr(value, RSTART, RLENGTH) : ""
}

function keep_row(    i) {
	rows++
	for (i = 1; i <= columns; i++) {
		kept[rows, i] = shown(i)
		if (length(kept[rows, i]) > width[i])
			width[i] = length(kept[rows, i])
	}
}

function read_header(    n, i, j, names, wanted, pair) {
	n = cells(record)
	wanted = split(want, names, " ")
	split(drop, pair, "=")
	for (j = 1; j <= wanted; j++)
		for (i = 1; i <= n; i++)
			if (cell[i] == names[j])
				at[++columns] = i
	pattern = substr(part, index(part, "=") + 1)
	for (i = 1; i <= n; i++)
		if (part != "" && cell[i] "=" == substr(part, 1, index(part, "=")))
			part_at = i
	for (i = 1; i <= n; i++)
		if (drop != "" && cell[i] == pair[1]) {
			drop_at = i
			drop_value = pair[2]
		}
	if (columns == 0 || cell[at[1]] != names[1]) {
		print "columns.awk: no column " names[1] >"/dev/stderr"
		broken = 1
		exit 2
	}
	keep_row()
}

{
	sub(/\r$/, "")
	record = open ? record " " $0 : $0
	quotes = record
	open = gsub(/"/, "", quotes) % 2
	if (open || record == "")
		next
	if (rows == 0) {
		read_header()
		next
	}
	cells(record)
	if (!drop_at || cell[drop_at] != drop_value)
		keep_row()
}

END {
	if (broken)
		exit 2
	for (r = 1; r <= rows && rows > 1; r++) {
		line = ""
		for (i = 1; i <= columns; i++)
			line = line sprintf("%-" width[i] "s  ", kept[r, i])
		sub(/ +$/, "", line)
		print line
	}
}
