# SPDX-License-Identifier: MIT
# split-records.awk - cuts a CSV without its header into files of so many
# records, which engines that know lines only can take.
#
#   sed 1d cases.csv | awk -v each=100000 -f split-records.awk
#
# writes part.000000, part.000001 and so on.  A line that leaves a quote open
# does not end its record.
{ quotes += gsub(/"/, "&"); print > file }
BEGIN { file = sprintf("part.%06d", 0) }
quotes % 2 == 0 && ++records == each {
	close(file)
	records = 0
	file = sprintf("part.%06d", ++files)
}
