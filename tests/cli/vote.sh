#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-vote: votes, notices and other acts of the Commission.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

A='-a 2015-06-10'

cat >matters.csv <<'END'
case_id,matter,vote_date,members_present,votes_for,votes_against,quorum_present,notice_items
M-1,rule-proposal,2015-08-26,50,26,24,yes,
M-2,rule-proposal,2015-08-26,50,25,25,yes,
M-3,rule-proposal,2015-08-26,50,26,24,,
M-4,termination,2015-08-26,,26,26,,default;cure-period
M-5,rule-proposal,2015-08-26,50,26,25,yes,
M-6,rule-proposl,2015-08-26,50,26,24,yes,
M-7,,2015-08-26,50,26,24,yes,
END

t 'one matter a record' 3 "icj-vote $A matters.csv >out; s=\$?; cut -d, -f1,9- out; exit \$s" <<'END'
case_id,vote,vote_rule,vote_needed,vote_notice,vote_lacks,vote_emergency,vote_dispute,vote_panel,vote_suspension,vote_steps,vote_told,vote_withdrawal,vote_dissolution,vote_reinstatement,vote_pays,vote_missing,vote_assumed,vote_edition,vote_basis,vote_note
M-1,carried,2-103(1)(a),26,,,,,,,,,,,,,,,2015-01-01,text,
M-2,lost,2-103(1)(a),26,,,,,,,,,,,,,,,2015-01-01,text,
M-3,unknown,2-103(1)(a),26,,,,,,,,,,,,,quorum_present,,2015-01-01,text,
M-4,lost,9-103(3); 9-103(2); 9-103(2)(a); 9-103(2)(b); 9-103(2)(c); 9-103(4); 9-105(1),27,incomplete,potential-penalty,,,,unknown,,unknown,,stands,,defaulting-state,default_determined; penalties_exhausted; default_cured; cure_period_ends; officials_notified; termination_effective; officials_told,members; members_left,2015-01-01,text,members counted: 52 compacting states on 2015-08-26; judged as of 2015-06-10
M-5,invalid,,,,,,,,,,,,,,,,,,,more votes than members present
M-6,invalid,,,,,,,,,,,,,,,,,,,matter: not one of the field's values
M-7,unknown,,,,,,,,,,,,,,,matter,,2015-01-01,text,
--- stderr
icj-vote: matters.csv:6: more votes than members present [ICJ501]
icj-vote: matters.csv:7:2: matter: not one of the field's values: rule-proposal, committee-proposal, region-proposal, rule-adoption, emergency-rule, revision-approval, dues-revision, dispute, suspension, termination, legal-action, withdrawal, reinstatement [ICJ102]
END
t 'YAML in, JSON out' 0 "printf 'matter: committee-proposal\nmembers: 6\nvotes_for: 3\n' |
	icj-vote $A -o json | cut -c1-150" <<'END'
{"matter": "committee-proposal", "members": "6", "votes_for": "3", "vote": "lost", "vote_rule": "2-103(1)(b)", "vote_needed": "4", "vote_notice": "", 
END
t 'explained' 0 "icj-vote $A matter=suspension default_determined=yes penalties_exhausted=fines \
	officials_told=governor commission_approved=yes notice_items='default;cure-period;potential-penalty'" <<'END'
Vote: carried
Notice: complete
Suspension or termination: barred
Told afterwards: incomplete
Left out: chief-justice; majority-leader; minority-leader; state-council
Still to be tried: remedial-training; dispute-resolution
Costs: defaulting-state
9-103(2)(d), met: The Commission imposed it by the votes that its by-laws ask
    for. (commission_approved is yes)
Rules as effective 2015-01-01.
Note: no rule names the majority; it is for the by-laws; judged as of
    2015-06-10.

9-103(2)(d), met: The Commission imposed it by the votes that its by-laws ask
    for. (commission_approved is yes)
9-103(3), met: The state was told in writing of the default, the time to cure
    it and the penalty that may follow. (notice_items is default; cure-period;
    potential-penalty)
9-103(2), met: The Commission determined that the state is in default.
    (default_determined is yes)
9-103(2)(a), not met: Remedial training and technical assistance were tried.
    (penalties_exhausted is fines)
9-103(2)(b), not met: Alternative dispute resolution was tried.
    (penalties_exhausted is fines)
9-103(2)(c), met: Fines, fees and costs were tried. (penalties_exhausted is
    fines)
9-103(2)(d), not met: The governor, the chief justice, both leaders of the
    legislature and the State Council were told. (officials_told is governor)
9-103(5), met: The state in default answers for all that was incurred until
    the termination.
9-103(6), met: The Commission bears no costs of that state, unless both agree.
END
t 'strict presumes no members' 0 "icj-vote $A --strict -o csv matter=legal-action votes_for=27 |
	tail -1; icj-vote $A -o csv matter=legal-action votes_for=27 | tail -1" <<'END'
legal-action,27,unknown,9-104,,,,,,,,,,,,,loser,members,,2015-01-01,text,judged as of 2015-06-10
legal-action,27,carried,9-104,27,,,,,,,,,,,,loser,,members,2015-01-01,text,members counted: 52 compacting states on 2015-06-10; judged as of 2015-06-10
END
t '--check' 1 "icj-vote $A --check -o csv matter=legal-action votes_for=26 >out; s=\$?; cut -d, -f3 out; exit \$s" <<'END'
vote
lost
END
t '--check, all well' 0 "icj-vote $A --check -o csv matter=legal-action votes_for=27 | cut -d, -f3" <<'END'
vote
carried
END
t '--check, what stands is well' 0 "icj-vote $A -c -o csv matter=withdrawal repeal_effective=2015-07-01 \
	withdrawal_notice_received=2015-02-01 states_notified=2015-03-01 | cut -d, -f5-" <<'END'
vote,vote_rule,vote_needed,vote_notice,vote_lacks,vote_emergency,vote_dispute,vote_panel,vote_suspension,vote_steps,vote_told,vote_withdrawal,vote_dissolution,vote_reinstatement,vote_pays,vote_missing,vote_assumed,vote_edition,vote_basis,vote_note
not-applicable,9-105(2); 9-105(1),,,,,,,,,complete,pending,stands,,withdrawing-state,,members_left,2015-01-01,text,members counted: 52 compacting states on 2015-06-10; judged as of 2015-06-10
END
t 'since 2022 a proposal needs no vote' 0 "icj-vote -o csv matter=rule-proposal vote_date=2022-03-01 | tail -1" <<'END'
rule-proposal,2022-03-01,not-applicable,2-103(1)(a),,,,,,,,,,,,,,,,2022-03-01,text,"a proposal is submitted for future consideration, without a vote"
END
t 'the wording of 2022 is not held' 0 "icj-vote -o csv matter=emergency-rule emergency_grounds=other vote_date=2023-01-10 | tail -1 | cut -d, -f4-6,8,20-22" <<'END'
unknown,2-103(8); 2-103(10)(a); 2-103(10)(b); 2-103(10)(c); 2-103(10)(d),,,,2020-04-23,nearest
--- stderr
icj-vote: warning: 1 answer rests on a wording that is not known to be that of its day; the last edition known of is that of 2026-04-01 (rules 2015-01-01, checked 2026-11-21) [ICJ322]
END
t 'no record, one warning' 0 'icj-vote </dev/null' <<'END'
--- stderr
icj-vote: <stdin>: warning: no input [ICJ320]
END
like 'no column is known' 2 'printf "case_id,motion\n1,2\n" | icj-vote' ICJ305
like 'a near miss' 0 'printf "matter,votes_fro\nlegal-action,2\n" | icj-vote' ICJ321
like '--fields' 0 'icj-vote --fields' '^members_present .*2-103(1)(a)$'
t '--rules, by citation' 0 'icj-vote --rules | cut -d" " -f1 | uniq' <<'END'
2-101(1)
2-103(1)(a)
2-103(1)(b)
2-103(1)(c)
2-103(3)
2-103(4)(a)
2-103(4)(b)
2-103(4)(c)
2-103(5)
2-103
2-103(8)
2-103(10)(a)
2-103(10)(b)
2-103(10)(c)
2-103(10)(d)
2-103(11)
9-101(2)(a)
9-101(2)(c)
9-102(1)
9-102(2)
9-102(1)(b)(2)
9-102(2)(b)(ii)
9-102(1)(b)(2)
9-102(2)(b)(ii)
9-102(1)(b)(2)
9-102(2)(b)(ii)
9-102(1)(b)(2)
9-102(2)(b)(ii)
9-102(1)(b)(4)
9-102(2)(b)(iv)
9-102(1)(b)(5)
9-102(2)(b)(v)
9-103(2)
9-103(3)
9-103(2)(a)
9-103(3)(a)
9-103(2)(b)
9-103(3)(b)
9-103(2)(c)
9-103(3)(c)
9-103(3)
9-103(2)(d)
9-103(3)(d)
9-103(2)(d)
9-103(3)(d)
9-103(3)
9-103(4)
9-103(5)
9-103(6)
9-103(1)
9-103(7)
9-104
9-105(1)
9-105(2)
END
t 'an unknown matter has only its facts answered' 0 "icj-vote $A -o csv arbitrators=3 arbitrators_neutral=1 \
	arbitrators_from_list=yes | tail -1" <<'END'
3,1,yes,unknown,9-102(1)(b)(2),,,,,,in-order,,,,,,,,matter,,2015-01-01,text,judged as of 2015-06-10
END
[ ! -e /dev/full ] || like 'a full disk' 4 'icj-vote matter=withdrawal -o csv >/dev/full' 'cannot write'

finish
