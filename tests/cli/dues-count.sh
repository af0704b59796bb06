#!/bin/sh
# SPDX-License-Identifier: MIT
# dues-count.sh - icj-dues --count: transfers by state, and the whole pipe.
# shellcheck disable=SC1091,SC2016
. "$(dirname "$0")/../lib.sh"

cat >cases.csv <<'END'
case_id,case_type,sending_state,receiving_state,withdrawn,decision
1,transfer,TX,CA,,approve
2,transfer,CA,Texas,2015-02-01,
3,return,TX,CA,,
4,,VA,NY,,deny
5,transfer,TX,OK,,
END

t 'sent and received' 0 'icj-dues --count cases.csv | grep -v ",0,0"' <<'END'
state,sent,received
CA,0,1
NY,0,1
OK,0,1
TX,2,0
VA,1,0
--- stderr
icj-dues: cases.csv:3: withdrawn: warning: left out of the count [ICJ444]
icj-dues: warning: cases that are no transfers, left out: 1 [ICJ445]
icj-dues: warning: transfers that were denied, counted: 1 [ICJ446]
END
t 'every state has a row' 0 'icj-dues --count cases.csv 2>/dev/null |
    sed 1d | wc -l | tr -d " "' <<'END'
56
END
t 'bad cases, and nothing is written' 2 'printf "%s\n" \
    sending_state,receiving_state,withdrawn TX,TX, TX,, XX,CA, TX,CA,2015-02-30 |
    icj-dues --count' <<'END'
--- stderr
icj-dues: <stdin>:2:2: receiving_state: the state that sends also receives [ICJ401]
icj-dues: <stdin>:3:2: receiving_state: missing from a transfer [ICJ423]
icj-dues: <stdin>:4:1: sending_state: not a state: a code of two letters or a full name is one [ICJ108]
icj-dues: <stdin>:5:3: withdrawn: no such day [ICJ105]
END
t 'labels with two meanings' 0 'printf "%s\n" "Type,To Receiving State or \
Holding State,From Sending State or Home/Demanding State" transfer,CA,TX \
    return,CA,TX ,CA,TX | sed "1s/or  */or /" |
    icj-dues --count -o json 2>/dev/null | grep "CA\|TX"' <<'END'
{"state": "CA", "sent": "0", "received": "2"}
{"state": "TX", "sent": "2", "received": "0"}
END
like 'no column of a case' 2 'icj-dues --count $EX/census-2010.csv' ICJ305
t 'what if: none was withdrawn, all are transfers' 0 \
	'icj-dues --set case_type=transfer --count -s withdrawn= cases.csv 2>/dev/null | grep TX' <<'END'
TX,3,1
END
t 'bad cases go to --rejects' 2 'printf "%s\n" sending_state,receiving_state TX,CA XX,CA |
	icj-dues --count --rejects bad 2>/dev/null; s=$?; cat bad; exit $s' <<'END'
sending_state,receiving_state
XX,CA
END
like 'counting divides nothing' 2 'icj-dues --count --budget 1 cases.csv' \
	ICJ301

# cases | count | join with the populations of the members | divide
grep -v ',no,' "$EX/census-2010.csv" | cut -d, -f1,5 >populations.csv
t 'the whole pipe' 0 'icj-dues --count <cases.csv 2>/dev/null |
    join -t, --header populations.csv - |
    icj-dues --budget 1000000 2>/dev/null |
    awk -F, "NR > 1 { sum += \$NF; n++ } \$1 == \"TX\"; END { print n, sum }"' \
	<<'END'
TX,25145561,2,0,0.081416230559,0.333333333333,0.207374781946,192144313/926555829,207375
52 1000000
END
t 'the members of 2010 sum to 1' 0 'grep -v ",no," $EX/census-2010.csv |
    icj-dues 2>&1 >/dev/null' <<'END'
icj-dues: population of the United States: 308851943, the sum of the 52 states here [ICJ430]
icj-dues: juveniles sent and received: 12000 [ICJ430]
icj-dues: the shares sum to exactly 1 [ICJ431]
END
t 'over the total of the Bureau they do not' 0 'grep -v ",no," \
    $EX/census-2010.csv | icj-dues --us-population 308,745,538 2>&1 >/dev/null |
    grep sum' <<'END'
icj-dues: the shares sum to 617597481/617491076 (1.000172318280) [ICJ431]
END

finish
