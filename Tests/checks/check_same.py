#!/usr/bin/env python3
"""The same input gives the same bytes, whatever the threads, the locale, the zone and the folder.

Usage: check_same.py FATIGUE SAMPLE... [--other BINARY]

Runs `check`, `plan` and `predict` with --jobs 1 to 8, several locales and time zones of the machine (each run
is a new process), and compares every byte of every format. `--other` names a second build, such as the debug
one, that has to write the same. A locale without UTF-8 is another surrounding: terminals get ASCII there.
A list of 6 MB, by person and by date, is read piece by piece, and by several threads where there are some: its table
of people is that of the list read as a whole, from standard input. Standard library only.
"""
import datetime
import hashlib
import os
import subprocess
import sys
import tempfile

arguments = sys.argv[1:]
other = None
if "--other" in arguments:
    at = arguments.index("--other")
    other = os.path.abspath(arguments[at + 1])
    del arguments[at:at + 2]
FATIGUE, SAMPLES = os.path.abspath(arguments[0]), [os.path.abspath(path) for path in arguments[1:]]
FORMATS = "json ndjson csv sarif junit github gitlab markdown html protokoll langvakt text concise".split()

SURROUNDINGS = [(f"--jobs {n}", {}, ["--jobs", str(n)]) for n in range(1, 9)] + [
    (" ".join(f"{k}={v}" for k, v in changed.items()), changed, [])
    for changed in (
        {"LC_ALL": "nb_NO.UTF-8"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "ar_EG.UTF-8"},
        {"TZ": "Pacific/Kiritimati"}, {"TZ": "America/St_Johns"}, {"TZ": ":/nobody"},
        {"HOME": "/nowhere"}, {"TMPDIR": "/nowhere"})]


def digests(binary, sample, changed, extra, folder):
    """The digest of each output; the language is given, since the locale chooses it otherwise."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **changed}
    found = {}
    fixed = [os.path.basename(sample), "--no-config", "--lang", "nb"]
    targets = {name: os.path.join(folder, name) for name in FORMATS}
    outputs = [part for name, path in targets.items() for part in ("-f", f"{name}={path}")]
    calls = {
        "check": ["check", *fixed, "--exit-zero", "--detail", "duties", *outputs, *extra],
        "check, text": ["check", *fixed, "--exit-zero", "--all", "--width", "100", *extra],
        "plan, text": ["plan", *fixed, *extra],
        "plan, json": ["plan", *fixed, "-f", "json", *extra],
        "predict": ["predict", *fixed, "-f", "csv", *extra],
    }
    for name, call in calls.items():
        run = subprocess.run([binary, *call], cwd=os.path.dirname(sample), env=environment,
                             stdin=subprocess.DEVNULL, capture_output=True)
        found[name] = (run.returncode, digest(run.stdout), digest(run.stderr))
    for name, path in targets.items():
        with open(path, "rb") as file:
            found[name] = digest(file.read())
    return found


def long_list(by_date):
    """600 people for a year, 150,000 shifts, with people and codes that the first rows do not have."""
    start = datetime.date(2026, 1, 5)
    rows = []
    for person in range(600):
        for day in range(364):
            code, begins, ends = (("D", "07:30", "15:30"), ("A", "15:00", "22:30"))[(day + person) % 3 > 1]
            if (day * 5 + person) % 7 < 5:
                date = (start + datetime.timedelta(day)).isoformat()
                rows.append(f"E{person:04},{date}T{begins},{date}T{ends},{code}{person // 100}\n")
    if by_date:
        rows.sort(key=lambda row: row[6:16])
    return "employee,start,end,code\n" + "".join(rows)


def table(binary, path, jobs):
    """The table of people and the messages, of standard input where there is no number of threads."""
    with open(path if jobs is None else os.devnull, "rb") as file:
        call = ["-"] if jobs is None else [path, "--jobs", str(jobs)]
        return subprocess.run([binary, "check", "--no-config", "-f", "csv", "--exit-zero", *call], stdin=file,
                              capture_output=True)


def digest(data):
    return hashlib.sha256(data).hexdigest()


failed = runs = 0
with tempfile.TemporaryDirectory(prefix="fatigue-same-") as folder:
    for sample in SAMPLES:
        first = digests(FATIGUE, sample, {}, [], folder)
        tries = [(FATIGUE, *surrounding) for surrounding in SURROUNDINGS]
        if other:
            tries.append((other, "the other build", {}, []))
        for binary, name, changed, extra in tries:
            runs += 1
            again = digests(binary, sample, changed, extra, folder)
            unlike = [output for output in first if first[output] != again[output]]
            if unlike:
                failed += 1
                print(f"FAIL {os.path.basename(sample)}, {name}: {', '.join(unlike)}")
    for by_date in (False, True):
        path = os.path.join(folder, "long.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(long_list(by_date))
        whole = table(FATIGUE, path, None)
        for jobs in range(1, 9):
            runs += 1
            again = table(FATIGUE, path, jobs)
            if whole.returncode or (whole.stdout, whole.stderr) != (again.stdout, again.stderr):
                failed += 1
                print(f"FAIL a long list{' by date' if by_date else ''}, --jobs {jobs}")
print(f"{runs} runs on {len(SAMPLES) + 2} files, {failed} with other bytes")
sys.exit(1 if failed else 0)
