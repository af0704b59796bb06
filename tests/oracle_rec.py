#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Property tests of the record layer, with Python's csv and json as witnesses.

Usage: oracle_rec.py [REC_PROBE]   (the program built from unit/rec_probe.c)

Cutting off the appended columns gives back the input byte for byte; the values
are those Python reads; what Python's json refuses is refused.  Prints TAP.
"""
import csv
import io
import json
import os
import random
import re
import subprocess
import sys

try:
    import yaml as pyyaml
except ImportError:
    pyyaml = None

PROBE = (sys.argv[1] if len(sys.argv) > 1 else
         os.environ.get("BUILD", "build") + "/tests/rec_probe")
rng = random.Random(2015)


def probe(data, *args):
    run = subprocess.run([PROBE, *args], input=data, capture_output=True)
    return run.returncode, run.stdout, run.stderr


def block():
    return ["-b", str(rng.choice([1, 2, 3, 7, 16, 64, 300, 65536]))]


def well_formed():
    """Bytes that every reader of CSV reads alike."""
    end = rng.choice(["\n", "\r\n"])
    pieces = ["", "a", "b c", " x ", "é€", "1,2", 'say "hi"', "two\nlines",
              "two\r\nlines", "2015-07-02", "\t"]

    def cell(text):
        if any(c in text for c in ',"\r\n') or rng.random() < .2:
            return '"' + text.replace('"', '""') + '"'
        return text
    columns = rng.randint(2, 7)
    rows = [["h%d" % i for i in range(columns)]]
    for _ in range(rng.randint(0, 20)):
        rows.append([rng.choice(pieces) for _ in range(columns)])
    text = "".join(",".join(map(cell, row)) + end +
                   (end if rng.random() < .1 else "") for row in rows)
    if rng.random() < .3 and text.endswith(end):
        text = text[:-len(end)]
    bom = b"\xef\xbb\xbf" if rng.random() < .2 else b""
    return bom + text.encode()


def ugly():
    """Anything but an open quote."""
    data = well_formed()
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1)
        if data[:at].count(b'"') % 2 == 0 and at > 40:
            data = data[:at] + rng.choice([
                b"\0", b"\xff", b"\r", b"\n", b",", b"\r\n\r\n", b"x\"y",
                b"\x1a", b"\xed\xa0\x80"]) + data[at:]
    return data


def without_fault(line):
    """What a line of the probe says of the values."""
    return re.sub(r"^\d+ (\[.*\] )?", "", line)


def cells_of(line):
    cells = without_fault(line).split(",")[:-1]
    return [bytes.fromhex(c).decode() for c in cells]


def restores(data):
    status, out, err = probe(data, "-i", "csv", "-a", "zzzz=@@@@", *block())
    if status == 4:
        return any(code in err for code in (b"[202]", b"[206]", b"[216]"))
    return out.replace(b",zzzz", b"", 1).replace(b",@@@@", b"") == data


def reads_as_python(data):
    text = data.decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    status, out, _ = probe(data, "-i", "csv", "-D", "-E", *block())
    ours = []
    for line in out.decode().splitlines():
        ours.append(cells_of(line))
    return status == 0 and ours == rows[1:]


ODD = ['"a" b', '"a"b', ' "a"', ' "a,b" ', '"a"\t', '"a" "b"', 'a"b', '"',
       ' "', '"a', '"two\nlines"x', '  ', ' "two\nlines"', '"x" ""y"""']


def odd():
    """A header and records, some of which no two readers read alike."""
    rows = [",".join(rng.choice(ODD) if rng.random() < .08 else
                     rng.choice(["a", "b c", '"q"', '"1,2"', ""])
                     for _ in range(4)) + "\n"
            for _ in range(rng.randint(1, 9))]
    return ("h0,h1,h2,h3\n" + "".join(rows)).encode()


def strict(text):
    """Records up to the first one that is not well-formed, and whether there
    is one.  A quoted field may have blanks around it; a field that begins
    with none is text."""
    field = re.compile(r'[ \t]*"((?:[^"]|"")*)"[ \t]*(?=[,\n])|([^,\n]*)')
    rows, at = [], 0
    while at < len(text):
        row = []
        while True:
            found = field.match(text, at)
            if found[1] is None and re.match(r'[ \t]*"', found[2]):
                return rows, True
            row.append(found[2] if found[1] is None else
                       found[1].replace('""', '"'))
            at = found.end() + 1
            if text[found.end()] == "\n":
                break
        if row != [""]:
            rows.append(row)
    return rows, False


def nothing_joined(data):
    rows, bad = strict(data.decode())
    for how in ([], ["-p"]):
        status, out, err = probe(data, "-i", "csv", "-D", "-E", *how, *block())
        ours = []
        for line in out.decode().splitlines():
            ours.append(cells_of(line))
        if ours != [row[:4] for row in rows[1:]] or (status == 4) != bad or \
                (bad and b"[202]" not in err and b"[216]" not in err):
            return False
    return True


def same_by_libcsv(data):
    one = probe(data, "-i", "csv", "-A", *block())
    two = probe(data, "-i", "csv", "-A", "-p")
    return one == two


def make_json(depth=0):
    kind = rng.random()
    if depth < 3 and kind < .15:
        return {rng.choice("abcdefgh") + str(i): make_json(depth + 1)
                for i in range(rng.randint(0, 3))}
    if depth < 3 and kind < .3:
        return [make_json(depth + 1) for _ in range(rng.randint(0, 3))]
    return rng.choice([None, True, False, 0, -1.5, 1e300, 12, "", "x", "é",
                       "😀", "\u2028", "\x7f", "a\nb", "\"\\/", "yes", "~",
                       "# no", "a: b", "\ufeff"])


def json_text():
    records = [{"k%d" % i: make_json(1) for i in range(rng.randint(0, 5))}
               for _ in range(rng.randint(0, 4))]
    how = {"indent": rng.choice([None, 1, 4]),
           "ensure_ascii": rng.random() < .5}
    if rng.random() < .5:
        return json.dumps(records, **how), records
    return "\n".join(json.dumps(r, **how) for r in records), records


def json_comes_back(_):
    text, records = json_text()
    status, out, _ = probe(text.encode(), "-i", "json", "-a", "zzzz=@", *block())
    want = [dict(r, zzzz="@") for r in records]
    return status == 0 and [json.loads(x) for x in out.decode().split("\n")
                            if x] == want


def refuse(text):
    raise ValueError(text)


def json_refuses_as_python(_):
    """One object, damaged: ours and Python's verdict must be the same."""
    text = json.dumps({"k": make_json(1), "l": [1, {"x": "y\\z"}, None]},
                      ensure_ascii=rng.random() < .5)
    for _ in range(rng.randint(1, 2)):
        at = rng.randrange(1, len(text))
        text = (text[:at] + rng.choice(['', '"', ',', '}', '{', '[', ']', ':',
                                        ' ', '\\', '0', '-', 'x', "'", '#',
                                        '\t', '.', 'e', '&a ', '!t ', '*a',
                                        '\\u12', '\\ud83d']) +
                text[at + rng.randint(0, 1):])
    if not text.startswith("{"):
        return True
    try:
        good = isinstance(json.loads(text, parse_constant=refuse), dict)
    except ValueError:
        good = False
    status, out, _ = probe(text.encode(), "-i", "json")
    return (status == 0) == good or not good and out.count(b"\n") > 1


def yaml_keeps_values(data):
    """CSV to YAML to CSV: nothing is lost on the way."""
    direct = probe(data, "-i", "csv", "-A")[1].decode()
    yaml = probe(data, "-i", "csv", "-o", "yaml")[1]
    back = probe(yaml, "-i", "yaml", "-A")[1].decode()

    def strip(text):
        return [without_fault(line) for line in text.splitlines()]
    return strip(direct) == strip(back)


def yaml_scalar(flow=False):
    text = rng.choice(["a", "b c", "é", "2015-07-02", "no", "it's", "x: y",
                       '"q"', "~", "# x", "- x", "a\\b", "\u2028", "\ta", "",
                       "one\ntwo\n", "x, y", "[z", "null", "a #b", "12:30"])
    if re.fullmatch("[a-zé0-9~'][a-zé0-9 ':~-]*", text) and ": " not in text:
        return rng.choice([text, text, json.dumps(text)])
    if "\n" in text and not flow and rng.random() < .5:
        return text
    if "\n" not in text and "\t" not in text and rng.random() < .5:
        return "'" + text.replace("'", "''").replace("\u2028", "") + "'"
    return json.dumps(text)


def yaml_block(indent, depth=0):
    lines = []
    for i in range(rng.randint(1, 4)):
        key = " " * indent + rng.choice(["k%d", "k %d", "'k-%d'", "é%d"]) % i
        kind = rng.random()
        items = [yaml_scalar(True) for _ in range(rng.randint(0, 3))]
        if depth < 3 and kind < .15:
            lines += [key + ":"] + yaml_block(indent + 2, depth + 1)
        elif kind < .3:
            lines += [key + ": [" + ", ".join(items) + "]"]
        elif kind < .4 and items:
            lines += [key + ":"] + [" " * indent + "- " + x for x in items]
        elif kind < .45:
            lines += [key + ": {x: 1, y: [2, {z: 3}]}"]
        elif kind < .5:
            lines += [key + ":"]
        else:
            text = yaml_scalar()
            if "\n" in text:
                text = "|\n" + "".join(" " * indent + "  " + x + "\n" for x in
                                       text.splitlines()).rstrip("\n")
            lines += [key + ": " + text]
    return lines


def yaml_text():
    """A stream of documents, or a sequence."""
    out = []
    sequence = rng.random() < .5
    for _ in range(rng.randint(1, 4)):
        lines = yaml_block(2 if sequence else 0)
        if sequence:
            lines[0] = "- " + lines[0][2:]
        out += ([] if sequence else ["---"]) + lines
    return ("\n".join(out) + "\n").encode()


def yaml_comes_back(data):
    def values(text):
        status, out, _ = probe(text, "-i", "yaml", "-A", *block())
        return status, [line.split(" ", 1)[1] for line in
                        out.decode().splitlines()]
    status, out, _ = probe(data, "-i", "yaml", *block())
    again = probe(out, "-i", "yaml", *block())[1]
    return status == 0 and values(data) == values(out) and again == out


# What the core schema of YAML 1.2 makes something else of.
CORE = re.compile(r"null|Null|NULL|~||true|True|TRUE|false|False|FALSE|"
                  r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(inf|Inf|INF)|"
                  r"\.(nan|NaN|NAN)|"
                  r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
TYPED = ["007", "no", "No", "NO", "yes", "y", "N", "on", "Off", "true", "TRUE",
         "12:30:00", "0x1F", "0o17", "0b11", "1_000", "1e3", "1.5e+3", ".inf",
         "-.INF", "+.inf", ".nan", ".NaN", "~", "null", "Null", "nULL",
         "2015-07-02", "2015-7-2", "2001-12-14 21:59:43.10 -5",
         "2001-12-14t21:59:43Z", "=", "<<", "-", "--", "---", "...", "?", ":",
         " x", "x ", "x  y", "0", "00", "60", "-5", "+5", "1.", ".5", "1.0",
         "9224851642388483123456", "123456789012345", "1234567890123456",
         "0012", "190:20:30", "a: b", "a #b", "#", "@x", "`x", "%x", "!x",
         "&x", "*x", "|", ">", "{x", "[x", "x, y", "'x", '"x', "a'b", 'a"b',
         "\u00e9", "\u0085", "\u2028x", "\ufeffx", "\u00a0x", "x\u00a0",
         "\x7f", "\x1b[0m", "\ufffe", "\U0001f600", "a\nb", "a\n", "\na",
         "\ta", "4-101(2)(d)", "5 BD", "\\", "a\\b"]


def typed_text():
    if rng.random() < .5:
        return rng.choice(TYPED)
    return "".join(rng.choice("0123456789+-.:_eExXoObTZ ny~=<'\"#,aF")
                   for _ in range(rng.randint(1, 7)))


def typed_rows():
    return [[typed_text() for _ in range(3)] for _ in range(4)]


def csv_of(rows, names):
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([names] + rows)
    return out.getvalue().encode()


def is_text(value, text):
    """What a reader of YAML has made of it: the text, or a plain count."""
    return value == text or type(value) is int and str(value) == text and \
        re.fullmatch("0|[1-9][0-9]{0,14}", text)


def yaml_reads_alike(rows):
    """CSV and strings of JSON to YAML, read by YAML 1.1 and by YAML 1.2."""
    names = []
    for name in [typed_text() for _ in range(3)]:
        name = name.strip(" \t\n").replace("\ufeff", "")
        names.append(name or "name")
    names = ["%s%d" % (n, i) if i else n for i, n in enumerate(names)]
    if len(set(names)) < 3 or pyyaml is None:
        return True
    sources = [("csv", csv_of(rows, names))]
    sources += [("json", "\n".join(json.dumps(dict(zip(names, row)))
                                   for row in rows).encode())]
    for kind, data in sources:
        status, out, _ = probe(data, "-i", kind, "-o", "yaml", *block())
        text = out.decode()
        loaders = [pyyaml.SafeLoader, getattr(pyyaml, "CSafeLoader", None)]
        for loader in loaders:
            if status or loader is None:
                continue
            got = [list(map(list, d.items()))
                   for d in pyyaml.load_all(text, loader)]
            want = [list(zip(names, row)) for row in rows]
            for g, w in zip(got, want):
                for (gk, gv), (wk, wv) in zip(g, w):
                    if not is_text(gk, wk) or not is_text(gv, wv):
                        print("#", kind, (gk, gv), (wk, wv))
                        return False
            if len(got) != len(want):
                print("#", kind, len(got), "records")
                return False
        for token in pyyaml.scan(text):
            if (isinstance(token, pyyaml.ScalarToken) and token.plain and
                    CORE.fullmatch(token.value) and
                    not re.fullmatch("0|[1-9][0-9]{0,14}", token.value)):
                return False
    return True


def prose_csv():
    """Without what YAML cannot tell: nothing."""
    return well_formed().replace(b"\t", b"x")


PROPERTIES = [
    ("well-formed CSV comes back", restores, well_formed, 250),
    ("ugly CSV comes back", restores, ugly, 400),
    ("values are those of Python's csv", reads_as_python, well_formed, 300),
    ("text behind a quote joins nothing", nothing_joined, odd, 400),
    ("values are those of libcsv alone", same_by_libcsv, ugly, 200),
    ("JSON comes back", json_comes_back, str, 300),
    ("JSON is refused as by Python", json_refuses_as_python, str, 700),
    ("YAML comes back", yaml_comes_back, yaml_text, 400),
    ("CSV through YAML keeps its values", yaml_keeps_values, prose_csv, 150),
    ("other readers of YAML read the same text", yaml_reads_alike, typed_rows,
     400),
]


def main():
    failed = 0
    print("1..%d" % len(PROPERTIES))
    for number, (name, holds, make, count) in enumerate(PROPERTIES, 1):
        bad = None
        # A probe takes a second there instead of a millisecond.
        for _ in range(count // 10 if "UNDER_VALGRIND" in os.environ
                       else count):
            state = rng.getstate()
            data = make()
            if not holds(data):
                bad = (data, state)
                break
        print("%s %d - %s" % ("not ok" if bad else "ok", number, name))
        if bad:
            failed = 1
            print("# input: %r" % (bad[0],))
    return failed


if __name__ == "__main__":
    sys.exit(main())
