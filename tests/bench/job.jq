# SPDX-License-Identifier: MIT
# The same as job.py, as one would write it for jq -nrR: lines of no quotes.
def day: strptime("%Y-%m-%d") | mktime / 86400;
(input | split(",")) as $head |
($head | to_entries | map({(.value): .key}) | add) as $at |
($head + ["eligible"] | join(",")),
(inputs | split(",") as $r |
	def cell($name): $r[$at[$name]];
	if cell("juvenile_in_sending_state") != "yes" or
	    (cell("adjudication") | IN("adjudicated-delinquent",
		"adjudicated-status-offender", "deferred-adjudication") | not) or
	    cell("under_jurisdiction") != "yes" or
	    (cell("plan_days") | tonumber) <= 90 or
	    (cell("supervision_ends") | day) -
	    (cell("transfer_requested") | day) <= 90 then "no"
	elif cell("residence") | IN("parent", "legal-guardian", "relative",
	    "non-relative", "independent") then "yes"
	elif cell("full_time_student") == "yes" then "unknown"
	else "no" end | $r + [.] | join(","))
