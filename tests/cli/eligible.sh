#!/bin/sh
# SPDX-License-Identifier: MIT
# icj-eligible: prose, why not, the interview, and that what it adds can be
# cut off again.
# shellcheck disable=SC2016 # commands are expanded by t and like
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

BASE='transfer_requested=2015-01-01 juvenile_in_sending_state=yes'
BASE="$BASE adjudication=adjudicated-delinquent under_jurisdiction=yes"
BASE="$BASE plan_days=120 supervision_days_left=200"
export BASE

# -- Columns ----------------------------------------------------------------

t 'yes' 0 'icj-eligible -o csv $BASE residence=relative | cut -d, -f 8-' <<'EOF'
eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
yes,4-101(2),,sending_state; receiving_state; incarcerated; only_restitution,2015-01-01,text,
EOF
t 'no: the limbs that fail' 0 \
	'icj-eligible -o csv $BASE residence=other full_time_student=no only_restitution=y |
	cut -d, -f 10-' <<'EOF'
eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
no,4-101(2)(f)(1); 4-101(2)(f)(2); 5-101(9),,,2015-01-01,text,
EOF
t 'unknown: the limbs undecided, the fields that could decide' 0 \
	'icj-eligible -o csv $BASE full_time_student=no | cut -d, -f 8-' <<'EOF'
eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
unknown,4-101(2)(f)(1),residence,sending_state; receiving_state; incarcerated; only_restitution,2015-01-01,text,
EOF
t 'unknown: nothing presumed' 0 \
	'icj-eligible --strict -o csv $BASE residence=parent | cut -d, -f 8-' <<'EOF'
eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
unknown,4-101(1); 4-101(2)(f)(1); 4-101(2)(f)(2); 5-101(9),sending_state; receiving_state; incarcerated; full_time_student; school; proof_of_acceptance; proof_of_enrollment; only_restitution,,2015-01-01,text,
EOF
t 'invalid' 3 'icj-eligible -o csv $BASE residence=castle | cut -d, -f 8-; exit 3' <<'EOF'
eligible,eligible_rule,eligible_missing,eligible_assumed,eligible_edition,eligible_basis,eligible_note
invalid,,,,,,residence: not one of the field's values
--- stderr
icj-eligible: operands:7: residence: not one of the field's values: parent, legal-guardian, relative, non-relative, independent, student-housing, residential-facility, other [ICJ102]
EOF

# -- Prose ------------------------------------------------------------------

t 'prose: every limb in order, with what it rests on' 0 \
	'icj-eligible $BASE case_id=C-7 residence=residential-facility full_time_student=yes' \
	<<'EOF'
Case C-7
Eligible for transfer of supervision (Rule 4-101): unknown
Undecided: 4-101(2)(f)(2).
What could still decide it:
- kind of school (school)
- the school has accepted, with proof (proof_of_acceptance)
- the school has enrolled, with proof (proof_of_enrollment)
Presumed, as nobody said otherwise: members of the compact: sending_state;
    receiving_state; not so: collecting restitution is the sole purpose
    (only_restitution).
Rules as effective 2015-01-01.

4-101(1), met: Both states are compacting states. Presumed absent:
    sending_state, receiving_state
4-101(2)(a), met: The sending state classifies the person as a juvenile.
    (juvenile_in_sending_state is yes)
4-101(2)(b), met: The sending state adjudicated the juvenile a delinquent or a
    status offender, or deferred adjudication. (adjudication is
    adjudicated-delinquent)
4-101(2)(c), met: A court or appropriate authority of the sending state has
    jurisdiction. (under_jurisdiction is yes)
4-101(2)(d), met: The plan is to live in the other state for more than 90
    consecutive days within 12 months. (plan_days is 120)
4-101(2)(e), met: More than 90 days of supervision, or an indefinite period,
    were left when the request was submitted. (supervision_days_left is 200)
4-101(2)(f)(1), not met: The juvenile will live with a parent, legal guardian,
    relative or non-relative, or alone, and not in a residential facility.
    (residence is residential-facility) Presumed absent: incarcerated
4-101(2)(f)(2), unknown: The juvenile is a full-time student at an accredited
    school, college or university or a licensed training program, with proof
    of acceptance and enrollment. (full_time_student is yes) Not known:
    school, proof_of_acceptance, proof_of_enrollment
5-101(9), met: Collecting restitution is not the only purpose. Presumed
    absent: only_restitution
Not applicable: 4-101(3).
EOF
like 'prose: what nobody may overlook' 0 \
	'icj-eligible -E 2026-04-01 $BASE residence=parent' \
	'^Rules as effective 2024-04-01, the last known[.]'
# shellcheck disable=SC2086
icj-eligible $BASE residence=parent | awk 'length > 78' >got
printf '' >want
same 'prose fits a terminal' want got

# -- Why not ----------------------------------------------------------------

why() { # why TITLE FACTS WANT
	# shellcheck disable=SC2086
	icj-eligible --why-not -o json $BASE residence=parent -s only_restitution=no \
		$2 | sed 's/.*"eligible_why_not": "\(.*\)"}/\1/' >got
	echo "$3" >want
	same "why not: $1" want got
}

why 'a yes needs none' '' ''
why 'one limb' '-s plan_days=90' 'plan_days=91'
why 'a date' '-s supervision_days_left=unknown -s supervision_ends=2015-02-01' \
	'supervision_ends=2015-04-02'
why 'two limbs' '-s plan_days=90 -s residence=other' 'plan_days=91; residence=parent'
why 'what nobody can change' '-s juvenile_in_sending_state=no' ''
why 'the other way round is shorter' \
	'-s residence=other -s incarcerated=yes -s full_time_student=yes -s school=accredited-college -s proof_of_acceptance=yes' \
	'proof_of_enrollment=yes'
like 'why not, in prose' 0 'icj-eligible --why-not $BASE residence=other' \
	'^The fewest changes that make it a yes: residence=parent$'
like 'why not: an invalid record' 3 'icj-eligible --why-not -o csv plan_days=x' \
	'^x,invalid,,,,,,plan_days: not .*,$'
# Applied, they give a yes.
python3 - <<'EOF'
import json, random, subprocess, sys
random.seed(4101)
domain = {
    "sending_state": ["TX"], "receiving_state": ["OK"],
    "transfer_requested": ["2015-01-01"],
    "juvenile_in_sending_state": ["yes"],
    "adjudication": ["non-offender", "accused-status-offender"],
    "under_jurisdiction": ["yes", "no"], "plan_days": ["90", "indefinite"],
    "supervision_days_left": ["90", "91"],
    "supervision_ends": ["2015-04-01", "indefinite"],
    "residence": ["other", "parent", "residential-facility"],
    "full_time_student": ["yes", "no"], "school": ["other"],
    "only_restitution": ["yes", "no"], "incarcerated": ["yes", "no"],
}
recs = []
for i in range(300):
    recs.append({k: random.choice(v) for k, v in domain.items()
                 if random.random() < 0.6})
    recs[-1]["plan_days"] = recs[-1].get("plan_days", "1")
def run(recs, *args):
    p = subprocess.run(["icj-eligible", "-o", "json", "-a", "2015-01-01", *args],
        input="\n".join(map(json.dumps, recs)), text=True,
        stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in p.stdout.splitlines()]
again = []
for rec, out in zip(recs, run(recs, "--why-not")):
    rec = dict(rec)
    assert (out["eligible_why_not"] == "") == (out["eligible"] == "yes"), out
    for change in filter(None, out["eligible_why_not"].split("; ")):
        field, value = change.split("=")
        rec[field] = value
    again.append(rec)
bad = [o for o in run(again) if o["eligible"] != "yes"]
for o in bad:
    print("#", o)
sys.exit(bool(bad))
EOF
report $? 'why not: applied to 300 cases it gives 300 times yes'

# -- The interview ----------------------------------------------------------

# ask FACTS: answers on stdin, stdout to out, the fields asked for to asked
ask() {
	icj-eligible --ask -a 2015-01-01 "$@" >out 2>err
	echo $? >status
	sed -n 's/.*\[\([a-z_]*\)\]$/\1/p' err >asked
}

again() { # again TITLE: the command printed gives the same answer
	sed -n 's/^  \(icj-eligible .*\)/\1/p' out >command.sh
	sh ./command.sh >second 2>&1
	sed '/^The same again:/,$d' out | sed '$d' >first
	same "$1" first second
}

# shellcheck disable=SC2086
echo parent | ask $BASE
t 'asks only what can still change the answer' 0 'cat status asked; head -1 out' <<'EOF'
0
residence
Eligible for transfer of supervision (Rule 4-101): yes
EOF
again 'the command printed answers the same'
# shellcheck disable=SC2086
ask $BASE residence=other full_time_student=no </dev/null
t 'asks nothing when nothing can change' 0 'cat status asked; head -1 out' <<'EOF'
0
Eligible for transfer of supervision (Rule 4-101): no
EOF
again 'and prints the command all the same'
# shellcheck disable=SC2086
printf '%s\n' castle '' | ask $BASE full_time_student=no
t 'what cannot be read is asked again, then left open' 0 'cat status asked; head -1 out;
	grep -c "not one of the field.s values" err' <<'EOF'
0
residence
residence
Eligible for transfer of supervision (Rule 4-101): unknown
1
EOF
again 'the same for an unknown'
ask </dev/null
t 'the end of the answers is no error' 0 'cat status; wc -l <asked; head -1 out' <<'EOF'
0
1
Eligible for transfer of supervision (Rule 4-101): unknown
EOF
again 'the same without any fact'
# shellcheck disable=SC2086
printf 'parent' | ask $BASE
like 'a last answer without its line end' 0 'head -1 out' ': yes$'
# shellcheck disable=SC2086
printf 'Legal Guardian\r\n' | ask $BASE
like 'an answer with CRLF, folded' 0 'cat out' '(residence is legal-guardian)'
again 'an answer that was folded'
echo 'Accused Delinquent' | ask
t 'the most decisive first, and a no ends the interview' 0 \
	'cat status asked; head -1 out' <<'EOF'
0
adjudication
Eligible for transfer of supervision (Rule 4-101): no
EOF
yes '' | head -20 | ask
t 'who knows nothing is asked everything once' 0 'sort asked | uniq -d; sort asked;
	cat status' <<'EOF'
adjudication
full_time_student
juvenile_in_sending_state
plan_days
proof_of_acceptance
proof_of_enrollment
residence
school
supervision_days_left
supervision_ends
under_jurisdiction
0
EOF
# shellcheck disable=SC2086
echo 2015-04-02 | ask $BASE residence=parent -s supervision_days_left=unknown
like 'the way of stating it that was begun is asked for' 0 'cat out' \
	'supervision_ends is 2015-04-02'
again 'with --set'
# shellcheck disable=SC2086
echo parent | ask $BASE "case_id=it's \$HOME; \`x\` *" --strict
like 'a fact that a shell would mangle' 0 'cat out' '^Case it'
again 'is quoted'
# shellcheck disable=SC2086
echo parent | ask $BASE -E 2024-01-01
again 'with -E'
# shellcheck disable=SC2086
echo other | ask $BASE full_time_student=no -c
t '--ask --check' 0 'cat status' <<'EOF'
1
EOF
# shellcheck disable=SC2086
echo parent | ask $BASE -s transfer_requested=2026-04-01 --require-current
t '--ask --require-current' 0 'cat status; head -1 out; grep -c ICJ311 err' <<'EOF'
3
Cannot be judged: the wording in force is not held.
1
EOF
like '--ask with a file' 2 'icj-eligible --ask cases.csv' 'ICJ306'
like '--ask with a fact that cannot be read' 2 'icj-eligible --ask plan_days=x' \
	'operands: plan_days: not a whole number'

# -- What is added can be cut off again -------------------------------------

cat >ugly.py <<'EOF'
import random, subprocess, sys
random.seed(int(sys.argv[1]))
plain = ["", "90", "yes", "a b", " x ", "\xe9", "\u4e2d", "; ", "=1+1", "'",
         "\t", "2015-01-01", "unknown", "#", "-", "\xff\xfe"]
def field():
    s = random.choice(plain)
    if random.random() < .3:
        s = '"%s"' % random.choice(["", s, 'a,b', 'a""b', "a\nb", "a\r\nb",
                                    '""', ",", "\n\n"])
    return s
bad = 0
for n in range(60):
    end = random.choice(["\n", "\r\n"])
    cols = ["plan_days"] + random.sample(["worker", '"a,b"', "x y", '"q""q"',
        "residence", "transfer_requested", '"two\nlines"', "", "caf\xe9"],
        random.randint(0, 6))
    random.shuffle(cols)
    if cols == [""]:
        continue
    rows = [cols]
    for _ in range(random.randint(0, 8)):
        k = len(cols) if random.random() < .8 else random.randint(1, 9)
        rows.append([field() for _ in range(k)])
    text = "\ufeff" if random.random() < .2 else ""
    lines = []
    for row in rows:
        line = ",".join(row)
        lines.append(line if line else '""')
        if random.random() < .1 and len(lines) > 1:
            lines.append("")
    text += end.join(lines) + random.choice([end, "", end + end])
    data = text.encode("utf-8", "surrogateescape")
    for more in ([], ["--why-not"]):
        p = subprocess.run(["icj-eligible", "-a", "2015-06-01", *more],
            input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        ours = 7 + len(more)
        out, quoted, record, back = p.stdout, False, b"", b""
        # A record ends with a line end outside of quotes; the commas of what
        # was added are counted from its end, in cells that quote no line end.
        parts = []
        for i in range(len(out)):
            c = out[i:i + 1]
            record += c
            quoted ^= c == b'"'
            if c == b"\n" and not quoted:
                parts.append(record)
                record = b""
        if record:
            parts.append(record)
        for r in parts:
            body = r.rstrip(b"\r\n")
            tail = r[len(body):]
            if not body or body == b"\xef\xbb\xbf":
                back += r
                continue
            at, left, q = len(body), ours, False
            while left and at > 0:
                at -= 1
                q ^= body[at:at + 1] == b'"'
                left -= body[at:at + 1] == b"," and not q
            back += body[:at] + tail
        if back != data or p.returncode not in (0, 3):
            bad += 1
            print("#", p.returncode, data, back, p.stderr)
sys.exit(bad > 0)
EOF
for seed in 1 2 3; do
	python3 ugly.py $seed
	report $? "cutting the added columns off gives back the input, seed $seed"
done

finish
