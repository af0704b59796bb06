#!/bin/sh
# SPDX-License-Identifier: MIT
# Children's records, Rule 2-104(3): a marker in every field of the dictionary,
# as a value that can be read where its type allows one and as one that cannot,
# shows on no stderr, in no diagnostics and in no file but those that were
# asked for; with every tool, also with the fields it does not read.
# shellcheck source=tests/lib.sh
. "$(dirname -- "$0")/../lib.sh"

if ! command -v python3 >/dev/null; then
	skip 'no marker is shown' 'python3 is not installed'
	finish
fi

TMPDIR=$DIR/tmp
HOME=$DIR/home
mkdir "$TMPDIR" "$HOME"
export TMPDIR HOME
tools=$(cd "$BUILD/bin" && for t in icj-*; do case $t in *.*) ;; *) echo "$t" ;; esac; done)
for tool in $tools; do
	[ "$tool" = icj-dues ] || "$tool" --fields
done >"$DIR/fields"

cat >"$DIR/mark.py" <<'EOF2'
import json, os, re, subprocess, sys

TOOL = sys.argv[1]
# By type, and none of it a word, a number or a date of ours.
DATE, TIME, COUNT, TEXT = "2013-11-17", "2013-11-17T13:37", "773451298", "Zqxj7"
BAD = ["Zqxj7", "2015-02-30Zqxj7", "17/11/2013", "77345129877345", "yesZqxj7"]
MARKS = ["zqxj7", "2013-11-17", "17/11/2013", "77345129", "13:37", "wyoming"]
# Options that go other ways through a tool.
OWN = {
    "icj-deadline": [["--sort"], ["--all"], ["--keep=all", "-o", "csv"],
                     ["--only=overdue"], ["-j2"]],
    "icj-eligible": [["--why-not"], ["-j2"]],
    "icj-permit": [["-j2"]],
    "icj-return": [["-j2"]],
    "icj-tally": [["--totals", "--small-cells=5", "--by=month"],
                  ["--layout=annual"]],
    "icj-training": [["--totals"]],
    "icj-lint": [["--no-duplicates"]],
}
bad = []

# A choice of several words is no word of ours either, where it is long.
def readable(kind, values):
    if "date" in kind or "time" in kind:
        return TIME if "time" in kind else DATE
    if kind.split()[0] in ("choice", "list"):
        longest = max(values.split(", "), key=len)
        return longest if longest.count("-") and len(longest) > 12 else None
    return {"text": TEXT, "state": "Wyoming", "count": COUNT}.get(
        kind.split()[0])

def run(args, data, what):
    p = subprocess.run([TOOL] + args, input=data.encode(), cwd="here",
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    said = p.stderr.decode("utf-8", "replace").lower()
    # A line and a field may look like a time.
    said = re.sub(r":[0-9]+(:[0-9]+)?: ", ": ", said)
    # How many records of a status were left out, and of no record which.
    said = re.sub(r"duty records in no column: [-a-z0-9, ]*", "", said)
    # All the values that a field may have, whatever the record has.
    for allowed in values.values():
        said = said.replace(" values: " + allowed, " values")
    if any(mark in said for mark in MARKS) or re.search(r"\bwy\b", said):
        for line in filter(shows.search, said.split("\n")):
            bad.append("%s %s: %s: %s" % (TOOL, args, what, line))
    if p.returncode not in (0, 1, 2, 3, 4):
        bad.append("%s %s: %s: status %d" % (TOOL, args, what, p.returncode))
    return p.returncode, said

def quoted(v):
    return '"%s"' % v.replace('"', '""')

def formats(records):
    names = list(dict.fromkeys(k for r in records for k in r))
    yield "csv", ",".join(names) + "\n" + "".join(
        ",".join(quoted(r.get(n, "")) for n in names) + "\n" for r in records)
    yield "json", "".join(json.dumps(r) + "\n" for r in records)
    yield "yaml", "".join("---\n" + "".join(
        "%s: %s\n" % (k, json.dumps(v)) for k, v in r.items())
        for r in records)

# A name and a type; below it the values, if it is a choice.
fields, values = {}, {}
for line in open("../fields"):
    words = line.split(None, 1)
    if line[0].isalpha() and ":" in line:
        name = words[0]
        fields[name] = words[1].split(":")[0].replace(" (c)", "")
    elif len(line) > 34 and line[0] == " ":
        values[name] = line.strip()
own = subprocess.run([TOOL, "--fields"], stdout=subprocess.PIPE).stdout
own = re.findall(r"^[a-z_]+(?= )", own.decode(), re.M)
fields.setdefault("case_id", "text")
fields.setdefault("worker", "text")
os.makedirs("here", exist_ok=True)
HEAD = {f: "" for f in fields}
one = {f: readable(k, values.get(f, "")) for f, k in fields.items()}
one = {f: v for f, v in one.items() if v}
MARKS += {v for f, v in one.items() if f in values}
shows = re.compile("|".join(MARKS) + r"|\bwy\b")
sets = {"readable, all at once": [one],
        "readable, one at a time": [{**HEAD, f: v} for f, v in one.items()],
        "unreadable, one at a time": [{**HEAD, f: v} for f in fields
                                      for v in BAD[:5 if f in own else 1]]}
runs = 0
for what, records in sets.items():
    for name, data in formats(records):
        for args in ([], ["--diagnostics=json"], ["--explain"],
                     ["--strict", "--require-current"], ["-o", "table"],
                     ["--check", "-E", "2009-01-01", "-o", "json"],
                     ["--on-error=skip", "--rejects", "rejects"]
                     ) + tuple(OWN.get(TOOL, [])):
            if TOOL in ("icj-dues", "icj-rule"):
                # These read other columns, or nothing but terms.
                args = [a for a in args if a in ("--diagnostics=json",)]
                args += ["--count"] if TOOL == "icj-dues" else ["--classify"]
            run(args, data, what + ", " + name)
            runs += 1
# the other half of icj-dues, whose states alone may be named
if TOOL == "icj-dues":
    heads = ("state", "population", "sent", "received", "case_id", "juvenile")
    for f in heads[1:]:
        for v in BAD + [COUNT + "1"]:
            row = {"state": "TX", "population": "9", "sent": "1",
                   "received": "1", f: v}
            for name, data in formats([row]):
                for args in ([], ["--diagnostics=json"], ["--explain"]):
                    run(args, data, f + ", " + name)
                    runs += 1
# what is wrong besides the values
csv = next(formats([one]))[1]
for what, data in (("ragged", csv + quoted(TEXT) + "\n"),
                   ("a quote", csv + '"' + TEXT),
                   ("broken JSON", json.dumps(one) + '{"juvenile": "%s" ' % TEXT),
                   ("broken YAML", "juvenile: [%s\n" % TEXT),
                   ("an anchor", "juvenile: &%s 1\nworker: *%s\n" % (TEXT, TEXT)),
                   ("a tag", "juvenile: !%s 1\n" % TEXT),
                   ("a key twice", '{"plan_days":"%s","plan_days":"%s"}' %
                    (COUNT, TEXT)),
                   ("bytes", csv + "\x00\x01" + TEXT + "\x80\n")):
    run([], data, what)
    runs += 1
# Operands are read by the same code in all tools: one gets those it ignores.
slow = "UNDER_VALGRIND" in os.environ
for f in fields if TOOL == "icj-deadline" and not slow else own:
    for v in BAD[:1 if slow else 2]:
        # Without it icj-rule takes words to look up.
        more = ["--classify"] if TOOL == "icj-rule" else []
        run(more + [f + "=" + v], "", "operands")
        run(more + ["--set", f + "=" + v], csv, "--set")
        runs += 2
for line in bad[:8]:
    print("# " + line)
print("%d runs, %d bad" % (runs, len(bad)))
sys.exit(bool(bad))
EOF2

for tool in $tools; do
	python3 "$DIR/mark.py" "$tool" >out 2>&1
	report $? "$tool: no marker is shown: $(tail -1 out)"
	grep '^# ' out
done
find "$TMPDIR" "$HOME" here -type f ! -name rejects >found
same 'no file is left behind' /dev/null found
[ "$(stat -c %a here/rejects 2>/dev/null || echo 600)" = 600 ]
report $? 'bad records are readable for their owner only'

# Every file a run opens to write, as the system saw it.
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
	printf 'juvenile,plan_days,sent\nZqxj7,x,1\n' >in.csv
	for tool in $tools; do
		strace -f -e trace=openat,open,creat,mkdir,link,symlink,rename,memfd_create \
			-o trace "$tool" -o table in.csv >/dev/null 2>&1
		grep -E 'O_CREAT|O_WRONLY|O_RDWR|creat\(|mkdir|link|rename|memfd' trace >found
		same "$tool opens no file to write" /dev/null found
	done
else
	skip 'no tool opens a file to write' 'strace is not installed'
fi

finish
