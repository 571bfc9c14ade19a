#!/usr/bin/env python3
"""Would a test notice? Turns the comparisons of the rules round, one at a time, and runs the tests.

Usage: mutate_rules.py SCRATCH [--every N] [--filter REGEX] [--only FILE-PART]

Copies the package to SCRATCH, where every comparison of Sources/FatigueCore/Rules and .../Timeline that stands
on one line goes through a function. It can answer the opposite ("turned"), or treat equal values the other way
("edge": < for <= and the like), for the one comparison that the environment names. So it is built once, and the
tests run once for each of them. What no test notices is listed with its place: either a test is missing, or the
comparison makes no difference. Standard library only; takes about three seconds for each.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys

parser = argparse.ArgumentParser()
parser.add_argument("scratch")
parser.add_argument("--every", type=int, default=1, help="try every Nth only")
parser.add_argument("--only", default="", help="files whose path has this in it")
parser.add_argument("--filter", default="Rules|Traps|Abuse|Golden|Timeline|Example|Exposure|Holiday")
chosen = parser.parse_args()
here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
scratch = os.path.abspath(chosen.scratch)

OPERATOR = re.compile(r"(?<= )(<=|>=|<|>|==|!=)(?= )")
BEFORE = re.compile(r"(?:&&|\|\||\?\?|,|;|\?|:|=|\breturn|\bguard|\bif|\bwhile|\bwhere|\bin|\belse|\bcase|->|!)\s$")
AFTER = re.compile(r" (?:&&|\|\||\?|:|else\b|\{|==|!=|<|>|<=|>=)|,|;")

HELPER = """
import Glibc

let activeMutant: String = unsafe getenv("FATIGUE_MUTANT").map { unsafe String(cString: $0) } ?? ""

@inline(never)
func mutated(_ id: Int, _ value: Bool, _ isEqual: Bool) -> Bool {
  if activeMutant.isEmpty { return value }
  if activeMutant == "turned\\(id)" { return !value }
  if activeMutant == "edge\\(id)" { return value != isEqual }
  return value
}
"""


def start_of(line, end):
    depth = 0
    for at in range(end - 1, -1, -1):
        sign = line[at]
        if sign in ")]}":
            depth += 1
        elif sign in "([{":
            depth -= 1
            if depth < 0:
                return at + 1
        elif depth == 0 and BEFORE.search(line[: at + 1]):
            return at + 1
    return len(line) - len(line.lstrip())


def end_of(line, start):
    depth = 0
    for at in range(start, len(line)):
        sign = line[at]
        if depth == 0 and AFTER.match(line[at:]):
            return at
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
            if depth < 0:
                return at
    return len(line)


def comparisons(line):
    """(start, end, left, operator, right) of those whose two sides stand on this line."""
    code = re.sub(r'"(?:[^"\\]|\\.)*"', lambda m: "_" * len(m.group()), line.rstrip("\n"))
    if code.lstrip().startswith("//") or "//" in code:
        return
    for match in OPERATOR.finditer(code):
        start, end = start_of(code, match.start()), end_of(code, match.end() + 1)
        left, right = line[start:match.start()].strip(), line[match.end():end].strip()
        if not left or not right or left[0] in "&|.?:" or right[-1] in "&|+-*/":
            continue
        if re.match(r"(let|var|func|static|#if|@)\b", left):
            continue
        lead = line[start:match.start()]
        yield start + len(lead) - len(lead.lstrip()), end, left, match.group(), right


def rewrite(path, banned, mutants):
    with open(path) as file:
        lines = file.read().split("\n")
    name = os.path.relpath(path, scratch)
    in_text = False
    for number, line in enumerate(lines):
        if line.count('"""') % 2:
            in_text = not in_text
            continue
        if in_text or (name, number + 1) in banned:
            continue
        found = list(comparisons(line))
        if any(a[1] > b[0] for a, b in zip(found, found[1:])):
            continue
        for start, end, left, sign, right in reversed(found):
            mutants.append((name, number + 1, f"{left} {sign} {right}"))
            tail = " " if line[end - 1] == " " else ""
            line = (f"{line[:start]}mutated({len(mutants) - 1}, {left} {sign} {right}, {left} == {right})"
                    f"{tail}{line[end:]}")
        lines[number] = line
    with open(path, "w") as file:
        file.write("\n".join(lines))


def files():
    for room in ("Rules", "Timeline"):
        for folder, _, names in os.walk(os.path.join(scratch, "Sources/FatigueCore", room)):
            for name in sorted(names):
                path = os.path.join(folder, name)
                if name.endswith(".swift") and chosen.only in path:
                    yield path


def prepare(banned):
    for part in ("Sources", "Tests", "samples", "docs", "Package.swift", "README.md"):
        source, target = os.path.join(here, part), os.path.join(scratch, part)
        # Times are kept, so that what did not change is not built again.
        if os.path.isdir(source):
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy2(source, target)
    with open(os.path.join(scratch, "Sources/FatigueCore/Units/Mutated.swift"), "w") as file:
        file.write(HELPER)
    mutants = []
    for path in files():
        rewrite(path, banned, mutants)
    return mutants


def test(mutant):
    # The golden reports would notice everything; a rule has to be caught by a test of its own.
    command = ["swift", "test", "--package-path", scratch, "--skip-build", "--filter", chosen.filter]
    try:
        return subprocess.run(command, env={**os.environ, "FATIGUE_MUTANT": mutant}, timeout=120,
                              stdin=subprocess.DEVNULL, capture_output=True).returncode
    except subprocess.TimeoutExpired:
        return 1


os.makedirs(scratch, exist_ok=True)
banned = set()
for _ in range(6):
    mutants = prepare(banned)
    built = subprocess.run(["swift", "build", "--package-path", scratch, "--build-tests"],
                           capture_output=True, text=True)
    if built.returncode == 0:
        break
    wrong = set(re.findall(r"(Sources/FatigueCore/\S+?\.swift):(\d+):\d+: error", built.stdout))
    if not wrong:
        sys.exit(built.stdout[-3000:])
    banned |= {(name, int(line)) for name, line in wrong}
    print(f"{len(wrong)} lines cannot be rewritten, are left as they are")
else:
    sys.exit("the rewritten package does not build")
if test("") != 0:
    sys.exit("the tests fail without any change")
survived, tried = [], 0
for number, (name, line, text) in enumerate(mutants):
    if number % chosen.every:
        continue
    kinds = ["turned"] if re.search(r" (==|!=) ", text) else ["turned", "edge"]
    for kind in kinds:
        tried += 1
        if test(f"{kind}{number}") == 0:
            survived.append((kind, name, line, text))
            print(f"survived, {kind}: {name}:{line}: {text}", flush=True)
print(f"{tried} changes of {len(mutants)} comparisons, {len(survived)} unnoticed")
