#!/bin/sh
# SPDX-License-Identifier: MIT
# languages.sh - libicj from Python and from SQL says what the tools say.
# shellcheck disable=SC1091,SC2016,SC2034
. "$(dirname "$0")/../lib.sh"

if checked; then
	skip 'other languages' 'they load the library without the checker'
	finish
fi
LIBICJ=$BUILD/lib/libicj.so.0 PYTHONPATH=$EX PYTHONDONTWRITEBYTECODE=1
export LIBICJ PYTHONPATH PYTHONDONTWRITEBYTECODE

# -- Python -----------------------------------------------------------------

for tool in eligible permit return deadline; do
	"$TOP/tests/random-records" "icj-$tool" 300 2013 2026 "$tool" >"$tool.csv"
done

# compare.py QUESTION FILE: each record of a CSV, through JSON lines into the
# tool and through the module; prints what differs, then the count.
cat >compare.py <<'END'
import csv, json, subprocess, sys
import icj
question, path = sys.argv[1:]
records = [{k: v for k, v in r.items() if v} for r in csv.DictReader(open(path))]
kept = ["--keep", "case_id"] if question == "deadline" else []
told = subprocess.run(
    [f"icj-{question}", "-q", "-a", "2024-06-01", "-i", "json", *kept],
    input="".join(json.dumps(r) + "\n" for r in records),
    capture_output=True, text=True).stdout.splitlines()
told = [json.loads(line) for line in told]
told = [d for d in told if d.get("status") != "invalid"]
asked = []
for r in records:
    try:
        answer = icj.ask(question, r, "2024-06-01")
    except icj.Invalid:
        answer = None
    if answer is None:
        asked.append({})
    elif question == "deadline":
        asked += [{"case_id": r.get("case_id", ""), **d} for d in answer["duties"]]
    else:
        answer.pop("ask")
        asked.append({k: v for k, v in answer.items() if isinstance(v, str)})
for a, b in zip(asked, told):
    a.pop("says", None)
    if not a and "invalid" not in b.values():
        print("differs", "invalid")
    for k in a:
        if a[k] != b.get(k, ""):
            print("differs", k)
print("seen" if len(asked) == len(told) > 100 else (len(asked), len(told)))
END
for question in eligible permit return deadline; do
	for file in $question.csv "$EX/caseload.csv" "$EX/since-2016.csv"; do
		t "Python: $question of $(basename "$file")" 0 \
			'python3 compare.py "$question" "$file" | sort | uniq -c |
			    sed "s/^ *1 seen/seen/; s/^ *1 ([0-9]*, [0-9]*)/seen/"' <<'END'
seen
END
	done
done

t 'Python: a value that cannot be read names the field, and no value' 0 \
	'python3 -c "
import icj
try:
    icj.ask(\"eligible\", {\"plan_days\": \"secret\"}, \"2024-06-01\")
except icj.Invalid as e:
    print(e)
print(icj.ask(\"permit\", {\"Travel Hours\": 3, \"x\": {\"y\": 1}},
      \"2024-06-01\")[\"unread\"])"' <<'END'
plan_days: not a whole number from 0 to 999999999
['x_y']
END
t 'Python: business days' 0 \
	'python3 -c "
import datetime, icj
print(icj.add_business_days(datetime.date(2024, 7, 1), 5))"' <<'END'
2024-07-09
END
t 'Python: what is no record has no answer' 0 'python3 -c "
import ctypes, icj
for text in b\"\", b\"[]\", b\"{\", b\"{} x\", b\"{\\\"a\\\":}\", b\"{\\\"plan_days\\\": 1,}\", \
    b\"{\\\"a\\\": \\\"\\\\ud800\\\"}\", b\"{\\\"a\\\":\" * 9 + b\"1\" + b\"}\" * 9:
    room = ctypes.create_string_buffer(400)
    icj._lib.icj_answer_json(b\"eligible\", text, None, None, None, room, 400)
    print(room.value.decode().count(\"not one JSON object\"), end=\"\")
print()"' <<'END'
11111111
END

# prose.py QUESTION FILE: what the library tells of each record, in brief and in
# full, against the tool's words but the line that says how to see all.
cat >prose.py <<'END'
import csv, ctypes, json, subprocess, sys
import icj
question, path = sys.argv[1:]
prose = icj._lib.icj_answer_prose
prose.restype = ctypes.c_size_t
seen = 0
for r in csv.DictReader(open(path)):
    facts = {k: v for k, v in r.items() if v and k != "case_id"}
    for brief in True, False:
        told = subprocess.run(
            [f"icj-{question}", "-q", "-a", "2024-06-01", "-o",
             "brief" if brief else "explain",
             *[f"{k}={v}" for k, v in facts.items()]],
            capture_output=True, text=True).stdout
        if brief:
            told = told[:told.rstrip().rfind("\nEvery ") + 1]
        args = (question.encode(), json.dumps(facts).encode(), b"2024-06-01",
                None, None, ctypes.c_bool(brief), 78)
        size = prose(*args, None, ctypes.c_size_t(0)) + 1
        room = ctypes.create_string_buffer(size)
        prose(*args, room, ctypes.c_size_t(size))
        if room.value.decode() != told:
            print("differs", brief)
        seen += bool(told)
print("seen" if seen > 10 else seen)
END
for question in eligible permit return deadline; do
	t "Prose: $question of since-2016.csv" 0 \
		'python3 prose.py "$question" "$EX/since-2016.csv" | uniq' <<'END'
seen
END
done
t 'Prose: what is not read is said, and a value that cannot be read' 0 \
	'python3 -c "
import ctypes, icj
for question, width in (b\"eligible\", 40), (b\"deadline\", 0):
    room = ctypes.create_string_buffer(2000)
    icj._lib.icj_answer_prose(question, b\"{\\\"shoe size\\\": 9, \\\"plan_days\\\": \\\"secret\\\"}\",
        b\"2024-06-01\", None, None, ctypes.c_bool(True), width, room, 2000)
    print(room.value.decode(), end=\"\")"' <<'END'
Not read, as no field has the name: shoe
    size
Cannot be judged: plan_days: not a whole
    number from 0 to 999999999.
Not read, as no field has the name: shoe size
Cannot be read: plan_days: not a whole number from 0 to 999999999.
Duties as of 2024-06-01: none.
END

# -- SQL --------------------------------------------------------------------

so=$BUILD/examples/icj_sqlite.so
if ! command -v sqlite3 >/dev/null || [ ! -f "$so" ]; then
	skip 'sqlite3' 'no sqlite3, or its header is not installed'
	finish
fi

sql() {
	sqlite3 -batch -cmd ".load $so" :memory: "$1"
}

t 'SQL: business days, a verdict, a due date, nothing where nothing is due' 0 \
	"sql \"SELECT icj_add_business_days('2024-07-01', 5),
	    icj_eligible('2024-07-01', 'plan_days', 60),
	    icj_due('voluntary-return', '2024-07-01', 'form_iii_received',
	        '2024-07-01'),
	    icj_due('retake', '2024-07-01', 'plan_days', NULL) IS NULL;\"" <<'END'
2024-07-09|no|2024-07-09|1
END
t 'SQL: a bad value, a bad name and an odd count fail the statement' 0 \
	"for args in \"'2024-07-01', 'plan_days', 'secret'\" \\
	    \"'2024-07-01', 'plan', 1\" \"'2024-07-01', 'plan_days'\" \"'soon'\"; do
		sql \"SELECT icj_eligible(\$args);\" 2>&1 |
			sed 's/^.*stepping, //; s/ ([0-9]*)\$//'
	done" <<'END'
plan_days: not a whole number from 0 to 999999999
plan: no field has that name
as_of, then pairs of field and value: no error
as_of, then pairs of field and value: not a time or a date
END

t 'SQL: a count that is none, and a day beyond the calendar' 0 \
	"for args in \"'2024-07-01', 'x'\" \"'2024-07-01', 1.5\" \"'2024-07-01', NULL\" \\
	    \"'2024-07-01', 4294967297\" \"'2024-07-01', 99999\" \"'2024-07-01', '-1'\"; do
		sql \"SELECT icj_add_business_days(\$args);\" 2>&1 |
			sed 's/^.*stepping, //; s/ ([0-9]*)\$//'
	done" <<'END'
count: not a whole number
count: not a whole number
count: not a whole number
count: not a whole number
day: outside 1971 to 2199
2024-06-28
END

# 10,000 rows: the verdict and one due date, against the tools.
"$TOP/tests/random-records" icj-eligible 10000 2013 2026 sql |
	awk '{ print (NR == 1 ? "case_id" : NR) "," $0 }' >many.csv
cat >many.sql <<'END'
.mode csv
.import many.csv t
END
fields=$(head -n 1 many.csv | tr , '\n' | sed "s/.*/, '&', &/" | tr -d '\n')
t 'SQL: 10,000 verdicts are those of the tool' 0 \
	'echo "SELECT icj_eligible('"'2024-06-01'"'$fields) FROM t;" |
	    cat many.sql - | sqlite3 -batch -cmd ".load $so" :memory: >sql.out
	icj-eligible -q -a 2024-06-01 -o json many.csv |
	    sed "s/.*\"eligible\": \"\([a-z]*\)\".*/\1/" >tool.out
	wc -l <sql.out; cmp sql.out tool.out' <<'END'
10000
END
awk -v n=10000 'BEGIN {
	srand(7)
	print "case_id,form_iii_received"
	for (i = 0; i < n; i++)
		printf "%d,%04d-%02d-%02d\n", i, 2010 + rand() * 17,
		    1 + rand() * 12, 1 + rand() * 28
}' >many.csv
t 'SQL: 10,000 due dates are those of icj-deadline' 0 \
	'echo "SELECT icj_due('"'voluntary-return', '2024-06-01', 'form_iii_received',
	    form_iii_received"') FROM t;" |
	    cat many.sql - | sqlite3 -batch -cmd ".load $so" :memory: >sql.out
	icj-deadline -q -a 2024-06-01 --duty voluntary-return -o json many.csv |
	    sed "s/.*\"due\": \"\([-0-9]*\)\".*/\1/" >tool.out
	wc -l <sql.out; cmp sql.out tool.out' <<'END'
10000
END

finish
