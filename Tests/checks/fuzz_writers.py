#!/usr/bin/env python3
"""Hostile rosters against every writer, with real readers on the other side.

Usage: fuzz_writers.py FATIGUE [--rounds N] [--seed N] [--keep FOLDER]

Each round makes a roster whose names, codes, units, notes and file name are built of what acts somewhere: markup,
formula starts, escapes, marks of direction, quotes, line breaks, NUL, bytes that are no UTF-8, lone surrogates,
`../..`, commands to build servers. It runs check, compare, plan, convert, predict and repair in every format and
demands of all that comes out:

- the process ends by itself, with a status of the manual, without a trap, within 10 seconds and 512 MB;
- every file is read by parsers of others (json and jsonschema, csv, lxml, html5lib, cmark-gfm, icalendar, ics,
  vobject, sarif-tools, junitparser), by the checks beside this file;
- no name of a person is in anything but `convert` (each name holds a word that is nowhere else);
- nothing on standard output or error moves a cursor, turns the writing round or is a command to a build server;
- no cell is a formula, no element or link comes from the roster;
- no file is there that was not asked for;
- what `convert` writes is read again and gives the same bytes.

The same seed gives the same rosters. A roster that fails is kept, with the command. Needs the packages of
`.ci/run`; those of calendars are used where they are installed.
"""
import argparse
import contextlib
import csv
import io
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser()
parser.add_argument("fatigue")
parser.add_argument("--rounds", type=int, default=40)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--keep", default="", help="where failing rosters are kept")
chosen = parser.parse_args()
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import _lib  # noqa: E402
import check_csv, check_gitlab_codequality, check_github_annotations, check_html, check_json  # noqa: E402
import check_junit, check_sarif, check_step_summary  # noqa: E402
try:
    import icalendar  # noqa: F401
    import check_ics
except ImportError:
    check_ics = None

# The checks call programs that stand beside Python.
os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]
FATIGUE = os.path.abspath(chosen.fatigue)
# A word of every name, and of nothing else.
SECRET = "Kvitrafn"

ATTACKS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style><blink>", "<marquee>", "</details>", "<!--", "]]><x/>",
    "&lt;b&gt;", "&#60;b&#62;", "&copy", "javascript:alert(1)", "' onmouseover='x", '" autofocus onfocus="x',
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "'=1", "|calc",
    "\x1b[31mred\x1b[0m", "\x1b]8;;http://evil.example\x07x", "\x1b[2J", "\x9b31m", "\x07", "\x08\x08\x08", "\x7f",
    "::error::owned", "a\n::warning file=x::y", "%0A::error::x", "##[error]x", "x ##vso[task.setvariable]y",
    "a\r\n## heading", "\n| a | b |\n", "a|b|c", "\\|", "`code`", "``", "```\nx", "](http://evil.example)",
    "![x](http://evil.example/x.png)", "<http://evil.example>", "www.evil.example", "https://evil.example/?q=",
    "[x]: http://evil.example", "* a", "# a", "---", "~~~", "$(id)", "`id`", ";id;", "{{7*7}}", "${7*7}", "%s%n",
    "\u202egnp.exe", "\u2066x\u2069", "\u200b", "\u200f", "\ufeff", "\u00ad", "\u2028", "\u2029", "\u0085",
    "e\u0301", "😀", "Åse", "ﷺ", "a" + "\u0301" * 40, "\U000e0041", "\ufdd0", "\uffff",
    "../../x", "..\\..\\x", "/etc/passwd", "C:\\x", "CON", "a/b", ".", "..", "~", "-", "--help", "x\0y", "\0",
    '"', '""', '"a', "'", "''", ";", ",", "\\", "\\n", "\\;", "\n", "\r", "\r\n", "\t", " ", "\u00a0",
    "BEGIN:VEVENT", "a\r\nEND:VCALENDAR", "END:VEVENT\nBEGIN:VEVENT", "SUMMARY:x", "null", "NaN", "true", "1e999",
    "x" * 400, "x " * 200, "Åse " * 90, "0", "-1", "1,5", "010", "2026-01-01", "01.02.2026", "07:30",
]
# Bytes that are no UTF-8 stand for these signs, put in after encoding.
RAW = {"\ue000": b"\xff", "\ue001": b"\xc3", "\ue002": b"\xed\xa0\x80", "\ue003": b"\xf0\x9f\x98", "\ue004": b"\xc0\xaf"}
FILE_NAMES = [
    "plan", "=1+1", "<b>plan", "a b", "[x](y)", "$(id)", "::error::", "%2e%2e%2fplan", "plan'\"", "a|b", "`plan`",
    "\u202eplan", "Åse 😀", "-plan", "\x1b[31mplan", "a\nplan", "&lt;", "#plan", "a;b", "plan%0A", "..plan",
]
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]")
COMMAND = re.compile(r"(?m)^\s*::|##\[|##vso\[")


class Wrong(Exception):
    pass


def text(random_, name=False):
    """Something hostile; a name holds the secret in one of its words."""
    parts = random_.sample(ATTACKS, random_.choice((1, 1, 1, 2, 3)))
    if random_.random() < 0.15:
        parts.append(random_.choice(list(RAW)))
    if random_.random() < 0.2:
        made = "".join(parts)
        cut = random_.randrange(len(made) + 1)
        parts = [made[:cut], made[cut:][:random_.randrange(1, 60)]]
    if name:
        word = SECRET + str(random_.randrange(100))
        parts.insert(random_.choice((0, len(parts))), word)
    return random_.choice(("", " ", " ", "-")).join(parts)


def people(random_):
    found = []
    for number in range(random_.randrange(2, 6)):
        name = text(random_, name=True)
        # Some are almost alike, some differ by what nobody sees.
        if found and random_.random() < 0.2:
            name = found[-1][0] + random_.choice(("\u200b", " ", "\u0301", "x"))
        found.append((name, random_.choice((str(1000 + number), str(1000 + number), SECRET + str(number), ""))))
    return found


def shifts(random_, staff):
    """(name, number, date, start, end, code, unit, note), with nights and short rests so that all lanes speak."""
    for name, number in staff:
        codes = [text(random_) for _ in range(2)]
        unit = text(random_)
        for day in range(2, 2 + random_.randrange(6, 15)):
            kind = random_.choice(("day", "evening", "night", "night", "long", ""))
            if not kind:
                continue
            start, end = {"day": ("07:00", "15:30"), "evening": ("14:30", "22:45"), "night": ("21:45", "07:45"),
                          "long": ("07:00", "21:30")}[kind]
            yield name, number, f"2026-03-{day:02}", start, end, random_.choice(codes), unit, text(random_)


def as_list(random_, rows):
    sign = random_.choice(";;,\t|")
    end = random_.choice(("\n", "\r\n", "\r\n", "\r"))
    quote = random_.choice((csv.QUOTE_ALL, csv.QUOTE_ALL, csv.QUOTE_MINIMAL))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=quote, lineterminator=end, escapechar=None)
    writer.writerow(["ansattnr", "ansatt", "dato", "start", "slutt", "kode", "enhet", "merknad"])
    for name, number, date, start, to, code, unit, note in rows:
        writer.writerow([number, name, date, start, to, code, unit, note])
    return out.getvalue(), ".csv"


def as_calendar(random_, rows):
    def escaped(value):
        if random_.random() < 0.3:
            return value.replace("\n", " ").replace("\r", " ")
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\r", "")
    rows = list(rows)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"X-WR-CALNAME:{escaped(rows[0][0] if rows else SECRET)}"]
    for number, (name, _, date, start, to, code, unit, note) in enumerate(rows):
        day = date.replace("-", "")
        then = f"{int(day) + 1}" if to < start else day
        lines += ["BEGIN:VEVENT", f"UID:{number}{escaped(code)[:40]}",
                  f"DTSTART;TZID=Europe/Oslo:{day}T{start.replace(':', '')}00",
                  f"DTEND;TZID=Europe/Oslo:{then}T{to.replace(':', '')}00",
                  f"SUMMARY:{escaped(code)}", f"LOCATION:{escaped(unit)}", f"DESCRIPTION:{escaped(note)}", "END:VEVENT"]
    return "\r\n".join(lines + ["END:VCALENDAR", ""]), ".ics"


def as_events(random_, rows):
    out = []
    for name, number, date, start, to, code, unit, _ in rows:
        end = f"{date[:8]}{int(date[8:]) + (to < start):02}"
        line = json.dumps({"person": name, "personId": number, "start": f"{date}T{start}:00Z", "end": f"{end}T{to}:00Z",
                           "kind": "work", "code": code, "unit": unit, "zone": "Europe/Oslo"},
                          ensure_ascii=random_.random() < 0.5)
        # Half a pair of surrogates, as some programs write it.
        out.append(line.replace("😀", "\\ud83d") if random_.random() < 0.5 else line)
    return "\n".join(out) + "\n", ".ndjson"


def encoded(random_, roster):
    if random_.random() < 0.1:
        return roster.encode("utf-16", errors="replace")
    data = roster.encode("utf-8", errors="surrogatepass")
    for sign, raw in RAW.items():
        data = data.replace(sign.encode(), raw)
    return random_.choice((b"", b"", b"\xef\xbb\xbf")) + data


def settings(random_):
    quoted = lambda value: json.dumps(value.replace("\0", "").replace("\x7f", ""), ensure_ascii=True).replace(
        "\\u", "\\u")
    # Pairs of surrogates are no TOML.
    plain = lambda: quoted(re.sub("[\U00010000-\U0010ffff\ue000-\ue00f]", "x", text(random_))[:200] or "x")
    return f"""
[[agreement]]
id = {plain()}
level = "A2"
parties = [{plain()}, {plain()}]
from = 2026-01-01
to = 2026-12-31
rule = "AML-10-8-1"
value = 9
units = [{plain()}]
compensation = {plain()}
[[waiver]]
rule = "EVID-N3"
reason = {plain()}
agreed-by = {plain()}
expires = 2026-12-31
"""


class Round:
    def __init__(self, folder, number):
        self.folder, self.number = folder, number
        self.random = random.Random(f"{chosen.seed}/{number}")
        self.asked = set()
        staff = people(self.random)
        rows = list(shifts(self.random, staff))
        writer = self.random.choice((as_list, as_list, as_list, as_calendar, as_events))
        made, ending = writer(self.random, rows)
        name = self.random.choice(FILE_NAMES) if self.random.random() < 0.3 else "plan"
        self.roster = self.write(name + ending, encoded(self.random, made))
        made, ending = writer(self.random, list(shifts(self.random, staff)))
        self.other = self.write("forslag" + ending, encoded(self.random, made))
        self.settings = self.write("innstillinger.toml", settings(self.random).encode())
        self.commands = 0

    def write(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data)
        self.asked.add(name)
        # A name that looks like an option is given as a path.
        return "./" + name

    def run(self, arguments, names_may_show=False, statuses=(0, 1, 3)):
        self.command = [FATIGUE, *arguments]
        self.commands += 1

        def limited():
            resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(
                self.command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=limited,
                env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"})
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = status = os.waitstatus_to_exitcode(status)
            out.seek(0), err.seek(0)
            self.out, self.err = out.read(), err.read()
        if status not in statuses:
            raise Wrong(f"exit status {status}: {self.err[-200:]!r}")
        if used.ru_maxrss << 10 > 512 << 20:
            raise Wrong(f"{used.ru_maxrss >> 10} MB")
        for what, data in (("standard output", self.out), ("standard error", self.err)):
            try:
                said = data.decode()
            except UnicodeDecodeError as fault:
                raise Wrong(f"{what} is no UTF-8: {data[max(0, fault.start - 20):fault.start + 5]!r}")
            if found := UNSAFE.search(said.replace("\r\n", "\n")):
                raise Wrong(f"{what} holds {found.group()!r}: {said[max(0, found.start() - 40):found.end() + 10]!r}")
            is_for_github = "github" in arguments or any(a.startswith("github") for a in arguments)
            if (found := COMMAND.search(said)) and not (is_for_github and what == "standard output"):
                raise Wrong(f"{what} is a command: {said[max(0, found.start() - 40):found.end() + 40]!r}")
        if not names_may_show:
            self.no_secret("standard output", self.out)
        self.no_strangers()
        return status

    def no_secret(self, what, data):
        # A diagnostic on standard error quotes the row it is about; that is not a report.
        if (at := data.lower().find(SECRET.lower().encode())) >= 0:
            raise Wrong(f"{what} names somebody: {data[max(0, at - 60):at + 40]!r}")

    def no_strangers(self):
        there = {os.path.relpath(os.path.join(path, name), self.folder)
                 for path, _, names in os.walk(self.folder) for name in names}
        strange = {name for name in there if name not in self.asked and not name.startswith("planer/")}
        if strange:
            raise Wrong(f"files that nobody asked for: {strange}")

    def made(self, name, kept=True):
        self.asked.add(name)
        return name

    def data(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def judge(self, check, name, *options):
        """One of the checks beside this file on one output."""
        path = os.path.join(self.folder, name)
        try:
            check(path, *options)
        except _lib.Bad as fault:
            # The absolute paths and identity numbers that it looks for may be the attack itself.
            # and a unit may have blanks around it or read `1,5`, and the name of a file `\\x1B`.
            if any(word in str(fault) for word in ("leaks", "padded", "decimal mark", "backslash in path", ": NaN", ": null")):
                return
            raise Wrong(f"{name}: {fault}")
        except Exception as fault:
            raise Wrong(f"{name}: {type(fault).__name__}: {fault}")

    def whole(self):
        for language in ("nb", "en"):
            self.check(["--lang", language, *self.random.choice(([], [], ["--names", "real"], ["--ascii"]))])
        self.compare()
        self.plan()
        self.convert()
        self.predict()
        self.repair()

    CHECKS = {
        "json": ("r.json", check_json.check), "ndjson": ("r.ndjson", check_json.check),
        "csv": ("r.csv", check_csv.check), "sarif": ("r.sarif", check_sarif.check),
        "junit": ("r.xml", lambda path: check_junit.check(path, True)),
        "github": ("r.github", check_github_annotations.check),
        "gitlab": ("r.gitlab.json", check_gitlab_codequality.check),
        "markdown": ("r.md", check_step_summary.check), "html": ("r.html", check_html.check),
        "protokoll": ("p.md", None), "protokoll-html": ("p.html", check_html.check), "langvakt": ("l.md", None),
        "text": ("r.txt", None), "concise": ("c.txt", None),
    }

    def check(self, options):
        may_show = "real" in options
        fixed = ["check", self.roster, *options]
        setting = self.random.choice((["--no-config"], ["--config", self.settings]))
        if self.run([*fixed, *setting, "--show-config"], True, (0, 2)) == 2:
            setting = ["--no-config"]
        status = self.run([*fixed, *setting], may_show)
        self.run([*fixed, *setting, "--all", "--color", "never", "--width", "60"], may_show)
        formats = [part for form, (name, _) in self.CHECKS.items()
                   for part in ("-f", f"{form}={self.made(name)}")]
        for form in self.CHECKS:
            with contextlib.suppress(OSError):
                os.remove(os.path.join(self.folder, self.CHECKS[form][0]))
        self.run([*fixed, *setting, "--exit-zero", *formats], may_show)
        if not os.path.exists(os.path.join(self.folder, "r.json")):
            # Nothing could be read: then there is no report.
            if status != 3:
                raise Wrong("no report")
            return
        for form, (name, check) in self.CHECKS.items():
            said = self.data(name)
            if not may_show:
                self.no_secret(name, said)
            try:
                decoded = said.decode()
            except UnicodeDecodeError:
                raise Wrong(f"{name} is no UTF-8")
            if "\0" in decoded or form not in ("json", "ndjson") and UNSAFE.search(
                    decoded.removeprefix("\ufeff").replace("\r\n", "\n")):
                found = UNSAFE.search(decoded.removeprefix("\ufeff").replace("\r\n", "\n"))
                raise Wrong(f"{name} holds {found and found.group()!r}: "
                            f"{found and decoded[max(0, found.start() - 40):found.end() + 20]!r}")
            if check:
                self.judge(check, name)
            if form in ("html", "protokoll-html"):
                self.inert(name, decoded)
            if form in ("markdown", "protokoll", "langvakt"):
                self.inert_markdown(name, decoded)
        self.run([*fixed, *setting, "--exit-zero", "-f", f"csv={self.made('x.csv')}", "--csv-dialect", "excel-nb"],
                 may_show)
        self.judge(lambda path: check_csv.check(path, True), "x.csv")
        if not may_show:
            self.run([*fixed, *setting, "--exit-zero", "-q", "--write-baseline", self.made("b.json")])
            self.no_secret("b.json", self.data("b.json"))
            json.loads(self.data("b.json").decode())
            # With a baseline of itself nothing is new.
            if self.run([*fixed, *setting, "-q", "--lenient", "--baseline", "b.json"]) != 0:
                raise Wrong("findings are new beside their own baseline")

    def inert(self, name, page):
        """No element and no link but our own."""
        from lxml import html
        document = html.fromstring(page)
        for element in document.iter():
            if not isinstance(element.tag, str):
                continue
            if element.tag in ("img", "blink", "marquee", "x"):
                raise Wrong(f"{name}: an element of the roster, {element.tag}")
            for value in element.attrib.values():
                if "evil.example" in value and value.strip().lower().startswith(("http", "javascript", "www")):
                    raise Wrong(f"{name}: a link of the roster, {value[:80]}")
        scripts = [element for element in document.iter("script")]
        if len(scripts) > 3 or any("alert(1)" in (script.text or "") for script in scripts
                                   if script.get("type") != "application/json"):
            raise Wrong(f"{name}: a script of the roster")

    def inert_markdown(self, name, page):
        import cmarkgfm
        from cmarkgfm.cmark import Options
        from lxml import html
        rendered = cmarkgfm.github_flavored_markdown_to_html(page, options=Options.CMARK_OPT_UNSAFE)
        document = html.fromstring(f"<div>{rendered}</div>")
        for element in document.iter():
            if element.tag in ("img", "script", "style", "blink", "marquee", "x", "input", "pre"):
                raise Wrong(f"{name}: an element of the roster, {element.tag}: {html.tostring(element)[:120]}")
            if "evil.example" in (element.get("href") or ""):
                raise Wrong(f"{name}: a link of the roster, {element.get('href')}")

    def compare(self):
        fixed = ["compare", self.roster, self.other, "--no-config"]
        status = self.run([*fixed], statuses=(0, 1, 2, 3))
        if status == 2:
            return
        outputs = {"json": "v.json", "markdown": "v.md", "html": "v.html"}
        for name in outputs.values():
            with contextlib.suppress(OSError):
                os.remove(os.path.join(self.folder, name))
        self.run([*fixed, *(part for form, name in outputs.items() for part in ("-f", f"{form}={self.made(name)}"))])
        for form, name in outputs.items():
            if not os.path.exists(os.path.join(self.folder, name)):
                continue
            said = self.data(name)
            self.no_secret(name, said)
            if form == "json":
                json.loads(said.decode())
            elif form == "html":
                self.judge(check_html.check, name)
                self.inert(name, said.decode())
            else:
                self.inert_markdown(name, said.decode())

    def plan(self):
        fixed = ["plan", self.roster, "--no-config"]
        self.run(fixed)
        self.run([*fixed, "-f", f"json={self.made('n.json')}", "-f", f"html={self.made('n.html')}"])
        for name in ("n.json", "n.html"):
            if os.path.exists(os.path.join(self.folder, name)):
                self.no_secret(name, self.data(name))
                if name.endswith("json"):
                    json.loads(self.data(name).decode())
                else:
                    self.judge(check_html.check, name)
        names = self.random.choice((["--names", "real"], []))
        form = self.random.choice(("ics", "ics", "text", "html", "json"))
        self.run([*fixed, *names, "-f", form, "--out-dir", "planer"], bool(names))
        out = os.path.join(self.folder, "planer")
        for name in sorted(os.listdir(out)) if os.path.isdir(out) else ():
            path = os.path.join(out, name)
            if not os.path.isfile(path) or os.path.islink(path):
                raise Wrong(f"{name} is no file")
            if UNSAFE.search(name) or name.startswith((".", "-")) or re.search(r'[\\:*?"<>|\n\r]', name):
                raise Wrong(f"the name of a file is hostile: {name!r}")
            if len(name.encode()) > 255:
                raise Wrong(f"the name of a file is long: {name!r}")
            if os.stat(path).st_mode & 0o077:
                raise Wrong(f"others may read {name}")
            if form == "ics" and check_ics:
                self.judge(lambda p: check_ics.check(p, private=True), os.path.join("planer", name))
        shutil.rmtree(out, ignore_errors=True)

    def convert(self):
        fixed = ["convert", self.roster, "--no-config"]
        for form in ("csv", "json", "ndjson", "ics"):
            self.run([*fixed, "-f", form], True)
            name, again = self.made(f"k.{form}"), self.made(f"k2.{form}")
            self.run([*fixed, "-f", form, "-o", name], True)
            if not os.path.exists(os.path.join(self.folder, name)) or not self.data(name).strip():
                continue
            said = self.data(name).decode()
            if form == "csv":
                rows = list(csv.reader(io.StringIO(said, newline=""), strict=True))
                for row in rows:
                    if len(row) != len(rows[0]):
                        raise Wrong(f"{name}: a row of {len(row)} cells")
                    for cell in row:
                        if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and cell:
                            raise Wrong(f"{name}: a formula, {cell[:40]!r}")
            elif form == "json":
                json.loads(said)
            elif form == "ndjson":
                for line in said.split("\n")[:-1]:
                    json.loads(line)
            elif check_ics and "BEGIN:VEVENT" in said:
                calendar = icalendar.Calendar.from_ical(said)
                broken = [fault for event in calendar.walk("VEVENT") for fault in getattr(event, "errors", [])]
                if broken:
                    raise Wrong(f"{name}: {broken[:1]}")
            count = said.count("BEGIN:VEVENT") if form == "ics" else None
            if count == 0:
                continue
            # JSON holds characters in a code that other files lose when they are read, with a warning.
            fromJSON = any(file.endswith("plan.ndjson") for file in os.listdir(self.folder))
            if form in ("csv", "ics") and fromJSON:
                continue
            self.run(["convert", name, "--no-config", "-f", form, "-o", again], True)
            # The place of an entry is that in the file it was first read from.
            if not os.path.exists(os.path.join(self.folder, again)) or self.data(again) != self.data(name):
                raise Wrong(f"{name}: converting again changes it")

    def predict(self):
        for form in ("csv", "ndjson"):
            self.run(["predict", self.roster, "--no-config", "--step", "480", "-f", form, "--names", "pseudonym"])

    def repair(self):
        self.run(["repair", self.roster, "--no-config", "-f", "json"])


failed = commands = 0
for number in range(chosen.rounds):
    folder = tempfile.mkdtemp(prefix="fatigue-writers-")
    round_ = Round(folder, number)
    try:
        round_.whole()
    except (Wrong, json.JSONDecodeError, UnicodeDecodeError, csv.Error) as wrong:
        failed += 1
        print(f"FAIL round {number}: {' '.join(round_.command[1:])!r}\n     {wrong}", flush=True)
        if chosen.keep:
            kept = os.path.join(chosen.keep, f"{chosen.seed}-{number}")
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(folder, kept)
            print(f"     kept in {kept}")
    commands += round_.commands
    shutil.rmtree(folder, ignore_errors=True)
print(f"{chosen.rounds} rosters, {commands} commands, {failed} rosters failed")
sys.exit(1 if failed else 0)
