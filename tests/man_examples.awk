# SPDX-License-Identifier: MIT
# man_examples.awk - takes the examples out of a manual page.
#
#   awk -v dir=DIR [-v section=ENGINES] -f man_examples.awk PAGE
#
# Writes DIR/N.sh and DIR/N.want for each literal block of EXAMPLES, or of
# another section, that begins
# with "$ ": the commands, and all that they print; and DIR/shown, the lines of
# all these blocks as a reader sees them.  A literal block that
# begins otherwise is a file: DIR/example.c if it is a C program.  Prints how
# many blocks of commands there are.

function plain(s) {
	gsub(/\\&/, "", s)
	gsub(/\\-/, "-", s)
	gsub(/\\\(aq/, "'", s)
	gsub(/\\\(ha/, "^", s)
	gsub(/\\\(ti/, "~", s)
	gsub(/\\\(ga/, "`", s)
	gsub(/\\e/, "\\", s)
	return s
}

function lines_of(name) {
	printf "" > name
	return name
}

BEGIN { section = ".Sh " (section == "" ? "EXAMPLES" : section) }
/^\.Sh / { examples = $0 == section }
examples && /^\.Bd -literal/ { block = 1; next }
block && /^\.Ed/ {
	close(commands)
	close(want)
	block = 0
}
!block { next }
block == 1 {
	block = 2
	commands = ""
	if (/^\$ /) {
		n++
		commands = lines_of(dir "/" n ".sh")
		want = lines_of(dir "/" n ".want")
	} else {
		want = lines_of(dir "/" (/^\/\*/ ? "example.c" : "other"))
	}
}
commands != "" { print plain($0) > (dir "/shown") }
/^\$ / { print plain(substr($0, 3)) > commands; next }
/^>( |$)/ { print plain(substr($0, 3)) > commands; next }
{ print plain($0) > want }
END { print n + 0 }
