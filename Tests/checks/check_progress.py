#!/usr/bin/env python3
"""What a long run says, on a real pseudo-terminal and in a pipe.

    check_progress.py BIN [--people 1500]

On a terminal a run over a second says what it does and ends with people, shifts and seconds; in a pipe it
says nothing. The report is the same bytes in both. The time limit of the tool is a second, so the roster
grows until it is large enough for this machine.
"""
import argparse
import datetime
import os
import pty
import re
import subprocess
import sys
import tempfile
import time


def roster(path: str, people: int) -> None:
    first = datetime.date(2026, 1, 5)
    with open(path, "w", encoding="utf-8") as out:
        out.write("ansatt;dato;fra;til\n")
        for person in range(people):
            for day in range(84):
                date = (first + datetime.timedelta(day)).strftime("%d.%m.%Y")
                if (day + person) % 7 < 5:
                    times = "22:00;07:30" if (day // 7 + person) % 3 == 0 else "07:30;15:30"
                    out.write(f"Ansatt {person};{date};{times}\n")


def on_terminal(command: list[str]) -> tuple[bytes, str]:
    """Standard output, and what standard error said to a terminal."""
    master, slave = pty.openpty()
    environment = dict(os.environ, LANG="C.UTF-8", NO_COLOR="1")
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=slave, env=environment)
    os.close(slave)
    output = process.stdout.read()
    said = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    process.wait()
    return output, said.decode()


def in_pipe(command: list[str]) -> tuple[float, subprocess.CompletedProcess]:
    """How long a run takes that speaks to nobody, and what it gave."""
    began = time.monotonic()
    run = subprocess.run(
        command, capture_output=True, env=dict(os.environ, LANG="C.UTF-8"), check=False)
    return time.monotonic() - began, run


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary")
    arguments.add_argument("--people", type=int, default=1500)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "big.csv")
        roster(path, given.people)
        command = [
            given.binary, "check", path, "--no-config", "--exit-zero", "-f", "csv", "--jobs", "1"]
        seconds, piped = in_pipe(command)
        if seconds < 2:
            # Too fast for the second after which it speaks: as many people as take two and a half.
            roster(path, min(100_000, int(given.people * 2.5 / max(seconds, 0.05))))
            _, piped = in_pipe(command)
        output, said = on_terminal(command)
        small = os.path.join(folder, "small.csv")
        roster(small, 1)
        _, short = on_terminal([*command[:2], small, *command[3:]])
    lines = said.replace("\r\n", "\n").splitlines()
    problems = []
    if not lines or not re.fullmatch(r"[\d,. ]+ employees, [\d,. ]+ shifts, [\d.,]+ s", lines[-1]):
        problems.append(f"no summary line: {lines[-3:]}")
    if not any(line.endswith("…") for line in lines):
        problems.append(f"nothing said of the work: {lines}")
    if "\x1b" in said or "\r" in said.replace("\r\n", ""):
        problems.append("the cursor was moved")
    if piped.stderr:
        problems.append(f"a pipe was told: {piped.stderr[:200]!r}")
    if output != piped.stdout:
        problems.append("the report differs on a terminal")
    if short:
        problems.append(f"a short run spoke: {short!r}")
    for problem in problems:
        print("ERROR check_progress:", problem)
    if not problems:
        print("OK check_progress:", lines[-1])
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
