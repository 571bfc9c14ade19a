#!/usr/bin/env python3
"""Twice the input costs about twice the work, however the input is made.

Usage: check_growth.py FATIGUE [--only PART]

Counts instructions under valgrind, never seconds, so that the answer is the same on any machine. Each kind of hostile
input is made in two sizes, one twice the other. Work that grows by the square shows as four times the
instructions; the limit is 2.7. Texts made to fall together in a table of hashes are also held against ordinary ones
of the same lengths. Explosive series and deep nesting have a bound of their own. Needs valgrind and a release build;
standard library only.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

FATIGUE = os.path.abspath(sys.argv[1])
ONLY = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
# Beyond twice the work: sorting, and tables that grow. Four times is the square.
MOST = 2.7
FLOODED = 1.6
failed = count = 0


def instructions(arguments, data, name):
    """Instructions of one run, and its exit status."""
    with tempfile.TemporaryDirectory(prefix="fatigue-growth-") as folder:
        path = os.path.join(folder, name)
        with open(path, "wb") as file:
            file.write(data.encode(errors="surrogatepass") if isinstance(data, str) else data)
        run = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", FATIGUE,
             *(path if part == "FILE" else part for part in arguments), "--jobs", "1"],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=600, cwd=folder,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
        found = re.search(rb"Collected : (\d+)", run.stderr)
        if not found or run.returncode not in (0, 1, 2, 3):
            raise SystemExit(f"{arguments}: {run.returncode} {run.stderr[-300:]!r}")
        return int(found.group(1)), run.returncode


def report(name, text, holds):
    global failed, count
    count += 1
    failed += not holds
    print(f"{'ok  ' if holds else 'FAIL'} {name}: {text}", flush=True)


def grows(name, make, size, ending=".csv", command=("convert", "FILE", "--no-config", "-o", "/dev/null"), most=MOST):
    if ONLY not in name:
        return
    nothing, _ = instructions(["--version"], b"", "x.csv")
    small, status = instructions(command, make(size), "a" + ending)
    large, again = instructions(command, make(size * 2), "a" + ending)
    ratio = (large - nothing) / max(1, small - nothing)
    report(name, f"{small / 1e6:.0f} and {large / 1e6:.0f} million instructions, {ratio:.2f} times (exit {again})",
           ratio <= most and status == again)


def at_most(name, data, ending, millions, command=("convert", "FILE", "--no-config", "-o", "/dev/null")):
    if ONLY not in name:
        return
    used, status = instructions(command, data, "a" + ending)
    report(name, f"{used / 1e6:.0f} million instructions, at most {millions} (exit {status})",
           used <= millions * 1_000_000)


HEAD = "ansatt;dato;start;slutt;kode;enhet\n"


def rows(names, codes=None, units=None):
    out = [HEAD]
    for number, name in enumerate(names):
        code = codes[number] if codes else "D"
        unit = units[number] if units else "E"
        out.append(f'"{name}";2026-03-{number % 28 + 1:02};07:00;15:00;"{code}";"{unit}"\n')
    return "".join(out)


# The multiplier of the table in ByteInterner, and the usual ones of others.
MULTIPLIERS = (0x9FB21C651E98DF25, 0x100000001B3)
MASK = (1 << 64) - 1


def falling_together(amount, multiplier):
    """Names whose hashes agree in the lowest 14 bits for somebody who guesses that the seed is 0."""
    random_ = random.Random(amount)
    letters = "abcdefghijklmnopqrstuvwxyz"
    found, tails = [], {}
    # Two halves: beginnings are gathered by what they leave in the low bits, so that each costs little to find.
    for a in letters:
        for b in letters:
            for c in letters:
                state = 0
                for letter in (a, b, c):
                    state = ((state ^ ord(letter)) * multiplier) & MASK
                tails.setdefault(state & 0x3F, []).append(a + b + c)
    pool = max(tails.values(), key=len)
    while len(found) < amount:
        found.append("".join(random_.choice(pool) for _ in range(4)))
    return sorted(set(found), key=lambda _: random_.random())


def ordinary(amount, like):
    random_ = random.Random(amount + 1)
    return ["".join(random_.choice("abcdefghijklmnopqrstuvwxyz") for _ in name) for name in like]


def flooded():
    for multiplier in MULTIPLIERS:
        name = f"flooding: names for the multiplier {multiplier:x}"
        if ONLY not in name:
            continue
        made = falling_together(3000, multiplier)
        hostile, _ = instructions(["convert", "FILE", "--no-config", "-o", "/dev/null"], rows(made), "a.csv")
        plain, _ = instructions(["convert", "FILE", "--no-config", "-o", "/dev/null"],
                                rows(ordinary(3000, made)), "a.csv")
        report(name, f"{hostile / plain:.2f} times ordinary names", hostile <= plain * FLOODED)
    # One bit apart, in the bit that a product keeps to itself.
    made = [f"{chr(97 + n % 26)}{'AaBbCcDd'[n // 26 % 8]}{n:05}" for n in range(3000)]
    if ONLY in "flooding: names one bit apart":
        hostile, _ = instructions(["convert", "FILE", "--no-config", "-o", "/dev/null"], rows(made), "a.csv")
        plain, _ = instructions(["convert", "FILE", "--no-config", "-o", "/dev/null"],
                                rows(ordinary(3000, made)), "a.csv")
        report("flooding: names one bit apart", f"{hostile / plain:.2f} times ordinary names",
               hostile <= plain * FLOODED)


def calendar(*events):
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Kari\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def event(number, *lines, start="20260105T073000", end="20260105T153000"):
    return ("BEGIN:VEVENT\r\n" f"UID:{number}\r\nDTSTART;TZID=Europe/Oslo:{start}\r\nDTEND;TZID=Europe/Oslo:{end}\r\n"
            "SUMMARY:D\r\n" + "".join(line + "\r\n" for line in lines) + "END:VEVENT\r\n")


def day(n):
    return f"2026-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}"


if not shutil.which("valgrind"):
    sys.exit("needs valgrind")
check = ("check", "FILE", "--no-config", "--exit-zero", "-f", "json", "-o", "/dev/null")

grows("names, all different", lambda n: rows([f"Kari {i}" for i in range(n)]), 2000)
grows("codes, all different", lambda n: rows(["Kari"] * n, codes=[f"K{i}" for i in range(n)]), 2000)
grows("units, all different", lambda n: rows(["Kari"] * n, units=[f"E{i}" for i in range(n)]), 2000)
grows("one name with number after number",
      lambda n: "ansattnr;ansatt;dato;start;slutt\n" + "".join(
          f"{i};Kari;{day(i)};07:00;15:00\n" for i in range(n)), 1500)
grows("one person, all shifts on one day", lambda n: HEAD + "Kari;2026-03-01;07:00;15:00;D;E\n" * n, 1500)
grows("shifts that all overlap", lambda n: HEAD + "".join(
    f"Kari;2026-03-01;{i % 24:02}:{i % 60:02};{(i + 9) % 24:02}:00;D;E\n" for i in range(n)), 1500)
grows("shifts that all overlap, checked", lambda n: HEAD + "".join(
    f"Kari;2026-03-01;{i % 24:02}:{i % 60:02};{(i + 9) % 24:02}:00;D;E\n" for i in range(n)), 400, command=check)
# Over a day long, so that what a running day holds is asked of every edge; with a break in each, and as overtime.
for kind, unpaid in (("W", 0), ("W", 20), ("OT", 20)):
    grows(f"rows a second apart on one day, checked ({kind}, {unpaid} min)",
          lambda n: "ansatt;start;slutt;type;ubetalt pause\n" + "".join(
              f"Kari;2026-06-07T{i // 3600:02}:{i // 60 % 60:02}:{i % 60:02};2026-06-07T05:00:00;{kind};{unpaid}\n"
              for i in range(n)) + "Kari;2026-06-07T15:30:00;2026-06-08T00:59:00;W;0\n", 1500, command=check)
grows("every row is wrong", lambda n: HEAD + "Kari;31.02.2026;25:00;99:99;?;?\n" * n, 1500)
grows("every row is wrong in another way", lambda n: HEAD + "".join(
    f"Kari {i};3{i % 10}.02.2026;2{i % 10}:00;{i}:99;?{i};?\n" for i in range(n)), 1500)
grows("one row of many cells", lambda n: HEAD + "Kari" + ";x" * n + "\n", 20000)
grows("many columns in the header", lambda n: HEAD.strip() + ";x" * n + "\n" + "Kari;2026-03-01;07:00;15:00;D;E\n" * 3,
      3000)
grows("quotes that never end", lambda n: HEAD + '"a\n' * n, 1500)
grows("quotes doubled", lambda n: HEAD + '"' + '""' * n + '";2026-03-01;07:00;15:00;D;E\n', 20000)
grows("a name of combining marks", lambda n: rows(["K" + "\u0301\u0323" * n]), 1000)
grows("names of combining marks", lambda n: rows([f"{i}K" + "\u0301\u0323" * 60 for i in range(n)]), 150)
grows("separators of every kind", lambda n: HEAD + "a,b;c\td|e\n" * n, 2000)
grows("line breaks", lambda n: HEAD + "\n\r\r\n" * n, 20000)
grows("a matrix wide and short", lambda n: "Ansatt;" + ";".join(day(i) for i in range(n)) + "\n"
      + "Kari" + ";07:00-15:00" * n + "\n", 150)
grows("a person, a year of shifts, checked", lambda n: HEAD + "".join(
    f"Kari {i // 330};{day(i % 330)};{'21:45;07:45' if i % 3 else '07:00;15:00'};D;E\n" for i in range(n)), 330,
      command=check)
grows("people of one shift each, checked", lambda n: rows([f"Kari {i}" for i in range(n)]), 300, command=check)

ics = dict(ending=".ics")
grows("events of one UID", lambda n: calendar(*(event("same", f"SEQUENCE:{i}") for i in range(n))), 400, **ics)
grows("events all different", lambda n: calendar(*(event(i) for i in range(n))), 400, **ics)
grows("exceptions of one series", lambda n: calendar(event(1, "RRULE:FREQ=DAILY;COUNT=700", *(
    f"EXDATE;TZID=Europe/Oslo:{day(i).replace('-', '')}T073000" for i in range(n)))), 1000, **ics)
grows("extra dates of one series", lambda n: calendar(event(1, *(
    f"RDATE;TZID=Europe/Oslo:{day(i).replace('-', '')}T{i // 336 % 24:02}3000" for i in range(n)))), 400, **ics)
grows("changes of one series", lambda n: calendar(event(1, "RRULE:FREQ=DAILY;COUNT=300"), *(
    event(1, f"RECURRENCE-ID;TZID=Europe/Oslo:{day(i).replace('-', '')}T073000") for i in range(n))), 150, **ics)
grows("folded lines", lambda n: calendar(event(1, "DESCRIPTION:" + "\r\n a" * n)), 10000, **ics)
grows("parameters of one line", lambda n: calendar(event(1, "X-A" + ";P=1" * n + ":x")), 10000, **ics)
grows("components inside each other", lambda n: calendar("BEGIN:X\r\n" * n), 3000, **ics)
grows("zones, all different", lambda n: calendar(*(
    f"BEGIN:VTIMEZONE\r\nTZID:Z{i}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\n"
    f"TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n" for i in range(n)), event(1)), 150, **ics)
for rule in ("FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE="
             + ",".join(map(str, range(60))), "FREQ=YEARLY;BYDAY=MO;BYMONTHDAY=30;BYMONTH=2", "FREQ=YEARLY;BYWEEKNO=53;"
             "BYDAY=-1SU;BYSETPOS=-366", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4,6", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30"):
    at_most(f"series {rule[:40]}", calendar(event(1, "RRULE:" + rule)), ".ics", 20_000)
    at_most(f"50 series {rule[:40]}", calendar(*(event(i, "RRULE:" + rule) for i in range(50))), ".ics", 12_000)
deep = 200_000
at_most("JSON: arrays inside each other", '{"person":' + "[" * deep, ".ndjson", 1000)
at_most("JSON: objects inside each other", '{"a":' * deep, ".ndjson", 1000)
at_most("calendar: components inside each other", calendar("BEGIN:VEVENT\r\n" * 20000), ".ics", 4000)
settings = ("check", "FILE", "--config", "FILE", "--show-config")
at_most("settings: arrays inside each other", "a = " + "[" * deep, ".toml", 1000, settings)
at_most("settings: tables inside each other", "[" + "a." * deep + "a]", ".toml", 1000, settings)
grows("settings: faults on one line of an array", lambda n: "a = [" + "x y," * n + "\n", 8000, ending=".toml",
      command=settings)
base = ("check", "FILE", "--no-config", "--baseline", "FILE")
at_most("baseline: arrays inside each other", '{"schema": "fatigue-baseline/1", "x": ' + "[" * deep, ".json", 1000, base)
flooded()
print(f"{count} inputs, {failed} failed")
sys.exit(1 if failed else 0)
